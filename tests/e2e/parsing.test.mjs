// SPDX-License-Identifier: Apache-2.0
// Parse jobs as the official SDK and plain calls use them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { toFile } from '@llamaindex/llama-cloud';
import { call, createJob, fast, finished, sdkClient, settings, upload } from './lib/client.mjs';
import { invoice, invoiceSchema, longDocument, pdf } from './lib/documents.mjs';
import { contract } from './lib/contract.mjs';
import { workbook } from './lib/kinds.mjs';
import { PARSE } from './lib/paths.mjs';
import { otherProject, root, startServer } from './lib/server.mjs';

let server, client, file;

before(async () => {
  server = await startServer();
  client = sdkClient(server);
  file = await upload(server, 'bill.pdf', invoice);
});
after(() => server?.stop());

function multipart(parts) {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value, ...(name === 'file' ? ['a.pdf'] : []));
  return { body: form };
}

test('parse() creates, waits and gives text, markdown and items with boxes inside the page', async () => {
  const got = await client.parsing.parse({ ...settings, file_id: file.id, expand: ['text', 'markdown', 'items', 'metadata'] }, fast);
  assert.equal(got.job.status, 'COMPLETED');
  assert.equal(got.job.name, 'bill.pdf');
  assert.equal(got.job.tier, 'fast');
  assert.match(got.text.pages[0].text, /NP-4711/);
  assert.match(got.markdown.pages[0].markdown, /NP-4711/);
  const page = got.items.pages[0];
  assert.deepEqual(page.items.map((i) => i.value), ['Nordwind Papier GmbH', 'Invoice number: NP-4711\nInvoice date: 2026-03-14', 'Total: 1234.50 EUR']);
  assert.equal(page.items.map((i) => i.md).join('\n\n'), got.markdown.pages[0].markdown.trim());
  for (const item of page.items)
    for (const box of item.bbox)
      assert.ok(box.w > 0 && box.x >= 0 && box.y >= 0 && box.x + box.w <= page.page_width && box.y + box.h <= page.page_height);
  assert.equal(got.metadata.pages[0].confidence, 1);
});

test('without expand only the job comes; sizes are those of the members themselves', async () => {
  const job = await client.parsing.create({ ...settings, file_id: file.id });
  assert.equal(job.status, 'PENDING');
  const plain = await client.parsing.waitForCompletion(job.id, {}, fast);
  assert.equal(plain.text ?? null, null);
  const sized = await client.parsing.get(job.id, { expand: ['text', 'text_content_metadata', 'job_metadata', 'usage', 'nothing'] });
  assert.equal(sized.result_content_metadata.text.size_bytes, JSON.stringify(sized.text).length);
  assert.equal(sized.job_metadata.pages, 1);
  assert.deepEqual(sized.job.usage, { credits: null });
});

test('an upload parses in one call, whichever part comes first, and keeps its tags', async () => {
  const sdk = await client.parsing.parse({ ...settings, upload_file: await toFile(invoice, 'up.pdf'), expand: ['text'] }, fast);
  assert.equal(sdk.job.name, 'up.pdf');
  const configuration = JSON.stringify({ ...settings, user_metadata: { team: 'a' } });
  const blob = new Blob([invoice]);
  for (const parts of [[['file', blob], ['configuration', configuration]], [['configuration', configuration], ['file', blob]]]) {
    const { status, json } = await call(server, 'POST', `${PARSE}/upload`, multipart(parts));
    assert.equal(status, 200);
    assert.deepEqual(json.user_metadata, { team: 'a' });
  }
});

test('target_pages keeps its order and wins over max_pages', async () => {
  const long = await upload(server, 'long.pdf', longDocument(5));
  const pages = async (page_ranges) => {
    const got = await client.parsing.parse({ ...settings, file_id: long.id, page_ranges, expand: ['text'] }, fast);
    return got.text.pages.map((p) => p.page_number);
  };
  assert.deepEqual(await pages({ max_pages: 2 }), [1, 2]);
  assert.deepEqual(await pages({ target_pages: '4,2-3', max_pages: 1 }), [4, 2, 3]);
});

test('the list shows parse jobs alone, with filters, pages and exact totals', async () => {
  const before_ = (await call(server, 'GET', PARSE)).json.total_size;
  const made = [];
  for (let i = 0; i < 3; i++) made.push((await client.parsing.create({ ...settings, file_id: file.id })).id);
  for (const id of made) await client.parsing.waitForCompletion(id, {}, fast);
  const { json } = await call(server, 'GET', `${PARSE}?page_size=2`);
  assert.equal(json.total_size, before_ + 3);
  assert.deepEqual(json.items.map((j) => j.id), [made[2], made[1]]);
  const next = await call(server, 'GET', `${PARSE}?page_size=2&page_token=${json.next_page_token}`);
  assert.equal(next.json.items[0].id, made[0]);
  assert.equal((await call(server, 'GET', `${PARSE}?status=PENDING`)).json.total_size, 0);
  assert.equal((await call(server, 'GET', `${PARSE}?job_ids=${made[0]},${made[1]}`)).json.total_size, 2);
  assert.equal((await call(server, 'GET', `${PARSE}?status=THROTTLED`)).status, 422);
  assert.equal((await call(server, 'GET', `/api/v2/extract?page_token=${json.next_page_token}`)).status, 400);
});

test('an extraction names its parse job, which is listed and can be extracted from; one that failed cannot', async () => {
  const configuration = { data_schema: invoiceSchema };
  const job = await createJob(server, file.id, configuration);
  await finished(server, job.id);
  const { json } = await call(server, 'GET', `/api/v2/extract/${job.id}?expand=extract_metadata`);
  const parse = json.extract_metadata.parse_job_id;
  const got = await client.parsing.get(parse, { expand: ['text'] });
  assert.equal(got.job.status, 'COMPLETED');
  assert.match(got.text.pages[0].text, /NP-4711/);
  const again = await finished(server, (await createJob(server, parse, configuration)).id);
  assert.equal(again.extract_result.invoice_number, 'NP-4711');
  const broken = await upload(server, 'broken.pdf', Buffer.from('%PDF-1.7\nnothing'));
  const failed = await client.parsing.create({ ...settings, file_id: broken.id });
  await assert.rejects(client.parsing.waitForCompletion(failed.id, {}, fast), /PDF_IS_BROKEN/);
  const refused = await call(server, 'POST', '/api/v2/extract', { json: { file_input: failed.id, configuration } });
  assert.equal(refused.status, 400);
  assert.equal((await call(server, 'GET', `/api/v2/extract/${parse}`)).status, 404);
});

test('finished jobs are deleted, not cancelled; a conflict is not tried again', async () => {
  const job = await client.parsing.create({ ...settings, file_id: file.id });
  await client.parsing.waitForCompletion(job.id, {}, fast);
  const conflict = await call(server, 'POST', `${PARSE}/${job.id}/cancel`);
  assert.equal(conflict.status, 409);
  assert.equal(conflict.headers.get('x-should-retry'), 'false');
  const gone = await client.parsing.delete(job.id);
  assert.deepEqual([gone.id, gone.project_id], [job.id, job.project_id]);
  assert.equal((await call(server, 'GET', `${PARSE}/${job.id}`)).status, 404);
});

// Pages with a line on top, a body of their own, and their numbers at the foot.
const report = (pages, first) => pdf(Array.from({ length: pages }, (_, i) => [
  [56, 800, 'Report of the Society'], [56, 700, `Chapter ${'abcdefg'[i]} says something of its own`], [56, 640, 'and goes on'], [290, 40, `- ${first + i} -`],
]));

test('lines that come back on every page are its header and footer, with the number printed there', async () => {
  const own = await upload(server, 'report.pdf', report(4, 1)), later = await upload(server, 'part.pdf', report(4, 17));
  const show = async (f) => (await client.parsing.parse({ ...settings, file_id: f.id, expand: ['markdown', 'metadata'] }, fast));
  const got = await show(own);
  assert.deepEqual(got.markdown.pages.map((p) => p.header), Array(4).fill('Report of the Society'));
  assert.deepEqual(got.markdown.pages.map((p) => p.footer), ['- 1 -', '- 2 -', '- 3 -', '- 4 -']);
  assert.deepEqual(got.metadata.pages.map((p) => p.printed_page_number), ['1', '2', '3', '4']);
  assert.deepEqual((await show(later)).metadata.pages.map((p) => p.printed_page_number), ['17', '18', '19', '20']);
  const counted = pdf([1, 2, 3].map((n) => [[56, 700, `Words of page ${'abc'[n - 1]}`], [290, 40, `Report - ${n}/3`]]));
  assert.deepEqual((await show(await upload(server, 'counted.pdf', counted))).metadata.pages.map((p) => p.printed_page_number), ['1', '2', '3']);
  const single = await client.parsing.parse({ ...settings, file_id: file.id, expand: ['markdown', 'metadata'] }, fast);
  assert.equal(single.markdown.pages[0].header, null);
  assert.equal(single.metadata.pages[0].printed_page_number, null);
});

test('results are laid out once and then read, also after a restart; deleting the job takes them away', async () => {
  const looks = async (found) => {
    const { text } = await call(server, 'GET', '/metrics');
    return Number(text.match(new RegExp(`^quarry_cache_lookups_total\\{cache="layout",found="${found}"\\} (\\d+)`, 'm'))?.[1] ?? 0);
  };
  const long = await upload(server, 'long.pdf', longDocument(30));
  const job = await client.parsing.create({ ...settings, file_id: long.id });
  await client.parsing.waitForCompletion(job.id, {}, fast);
  const all = ['text', 'markdown', 'items', 'metadata', 'text_full', 'markdown_full'];
  const get = async (words = all) => (await call(server, 'GET', `${PARSE}/${job.id}?expand=${words.join(',')}`)).json;
  const misses = await looks('miss');
  const first = await get();
  assert.equal(first.text.pages.length, 30);
  assert.equal(first.text_full, first.text.pages.map((p) => p.text).join('\f'));
  assert.equal(first.markdown_full, first.markdown.pages.map((p) => p.markdown).join('\n\n'));
  assert.equal(await looks('miss'), misses + all.length);
  assert.deepEqual(await get(), first);
  assert.equal(await looks('miss'), misses + all.length);
  const sized = await get(['text_content_metadata', 'markdown_full_content_metadata']);
  assert.equal(sized.text ?? null, null);
  assert.equal(sized.result_content_metadata.text.size_bytes, JSON.stringify(first.text).length);
  assert.equal(sized.result_content_metadata.markdown_full.size_bytes, JSON.stringify(first.markdown_full).length);
  await server.restart();
  assert.deepEqual(await get(), first);
  assert.equal(await looks('miss'), 0);
  await client.parsing.delete(job.id);
  const again = await client.parsing.create({ ...settings, file_id: long.id });
  await client.parsing.waitForCompletion(again.id, {}, fast);
  assert.deepEqual((await call(server, 'GET', `${PARSE}/${again.id}?expand=text`)).json.text, first.text);
  assert.equal(await looks('miss'), 1);
});

test('two first calls at once lay the results out once, and both get them', async () => {
  const looks = async (found) => {
    const { text } = await call(server, 'GET', '/metrics');
    return Number(text.match(new RegExp(`^quarry_cache_lookups_total\\{cache="layout",found="${found}"\\} (\\d+)`, 'm'))?.[1] ?? 0);
  };
  const long = await upload(server, 'twice.pdf', longDocument(200));
  const job = await client.parsing.create({ ...settings, file_id: long.id });
  await client.parsing.waitForCompletion(job.id, {}, fast);
  const [hits, misses] = [await looks('hit'), await looks('miss')];
  const answers = await Promise.all(Array.from({ length: 4 }, () => call(server, 'GET', `${PARSE}/${job.id}?expand=markdown,items`)));
  for (const { status, json } of answers) {
    assert.equal(status, 200);
    assert.equal(json.items.pages.length, 200);
    assert.deepEqual(json, answers[0].json);
  }
  assert.deepEqual([await looks('hit') - hits, await looks('miss') - misses], [6, 2]);
});

test('crop_box reads a part of each page, for parses and for extractions through parse_config_id', async () => {
  const crop_box = { top: 0.1, bottom: 0.16 };
  const got = await client.parsing.parse({ ...settings, file_id: file.id, crop_box, expand: ['text'] }, fast);
  assert.match(got.text.pages[0].text, /^\s*Invoice number: NP-4711\s+Invoice date: 2026-03-14\s*$/);
  const parameters = { product_type: 'parse_v2', ...settings, crop_box };
  const saved = await call(server, 'POST', '/api/v1/beta/configurations', { json: { name: 'cropped', parameters } });
  const job = await createJob(server, file.id, { data_schema: invoiceSchema, parse_config_id: saved.json.id });
  const { extract_result } = await finished(server, job.id);
  assert.equal(extract_result.invoice_number, 'NP-4711');
  assert.equal(extract_result.total, null);
  const whole = await finished(server, (await createJob(server, file.id, { data_schema: invoiceSchema })).id);
  assert.equal(whole.extract_result.total, 1234.5);
  const bad = await call(server, 'POST', PARSE, { json: { ...settings, file_id: file.id, crop_box: { left: 0.7, right: 0.2 } } });
  assert.deepEqual(bad.json.detail.map((d) => d.loc.join('.')), ['body.crop_box']);
});

test('pictures of pages are listed where the job asks for them, by links that draw them, and chosen by name', async () => {
  const long = await upload(server, 'three.pdf', longDocument(3));
  const make = async (more) => {
    const job = await client.parsing.create({ ...settings, file_id: long.id, page_ranges: { target_pages: '3,1,9' }, ...more });
    await client.parsing.waitForCompletion(job.id, {}, fast);
    return job.id;
  };
  const id = await make({ output_options: { images_to_save: ['screenshot', 'embedded'] } });
  const images = async (id, query = '') => (await call(server, 'GET', `${PARSE}/${id}?expand=images_content_metadata${query}`)).json.images_content_metadata;
  const all = await images(id);
  assert.deepEqual([all.total_count, all.images.map((i) => [i.index, i.filename, i.category])], [2, [[0, 'page_3.png', 'screenshot'], [1, 'page_1.png', 'screenshot']]]);
  assert.deepEqual((await images(id, '&image_filenames=page_1.png,page_2.png')).images.map((i) => i.filename), ['page_1.png']);
  const picture = await fetch(all.images[0].presigned_url);
  assert.equal(picture.headers.get('content-type'), 'image/png');
  assert.deepEqual([...new Uint8Array(await picture.arrayBuffer())].slice(1, 4), [...Buffer.from('PNG')]);
  assert.deepEqual(await images(await make({})), { total_count: 0, images: [] });
  assert.equal((await call(server, 'GET', `${PARSE}/${id}?expand=images`)).json.images, undefined);
});

test('parts of a sheet that blank rows or columns part are tables of their own', async () => {
  const prices = [['Item', 'Price'], ['Pen', '1.50'], ['Ink', '2.50']], cities = [['City', 'People'], ['Bath', '100'], ['York', '200']];
  const below = await upload(server, 'a.xlsx', workbook({ S: [...prices, [], [], ...cities] }));
  const got = await client.parsing.parse({ ...settings, file_id: below.id, input_options: { spreadsheet: { detect_sub_tables_in_sheets: true } }, expand: ['items', 'job_metadata'] }, fast);
  assert.deepEqual(got.items.pages[0].items.filter((i) => i.type === 'table').map((t) => t.rows), [prices, cities]);
  assert.deepEqual(got.job_metadata.without_effect, []);
});

test('fields of a form are listed with their names, values and places', async () => {
  const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (customer) /TU (Name of the customer) /V (Ada Byron) /Rect [56 600 256 620] /P 4 0 R >>';
  const form = pdf([[[56, 700, 'Application']]], { objects: [field] }).toString('latin1')
    .replace('/Type /Catalog', '/Type /Catalog /AcroForm << /Fields [6 0 R] >>').replace('/MediaBox', '/Annots [6 0 R] /MediaBox');
  const own = await upload(server, 'form.pdf', Buffer.from(form, 'latin1'));
  const got = await client.parsing.parse({ ...settings, file_id: own.id, expand: ['forms'] }, fast);
  assert.equal(got.forms.fields.length, 1);
  const { bbox, ...rest } = got.forms.fields[0];
  assert.deepEqual(rest, { page_number: 1, name: 'customer', label: 'Name of the customer', value: 'Ada Byron' });
  assert.ok(Math.abs(bbox.x - 56) < 2 && Math.abs(bbox.y - 222) < 2 && Math.abs(bbox.w - 200) < 3 && Math.abs(bbox.h - 20) < 3);
  const none = await client.parsing.parse({ ...settings, file_id: file.id, expand: ['forms'] }, fast);
  assert.deepEqual(none.forms, { fields: [] });
});

test('options that change nothing are told, and each option of the contract is explained', async () => {
  const sent = {
    crop_box: { top: 0.01 }, output_options: { save_output_pdf: true, granular_bboxes: ['word'], markdown: { annotate_links: false, inline_images: true, tables: { compact_markdown_tables: true, merge_continued_tables: true } } },
    agentic_options: { custom_prompt: 'read well' },
    processing_options: { ignore: { ignore_hidden_text: true, ignore_diagonal_text: true }, specialized_chart_parsing: null, disable_heuristics: true },
  };
  const got = await client.parsing.parse({ ...settings, file_id: file.id, ...sent, expand: ['job_metadata'] }, fast);
  assert.deepEqual(got.job_metadata.without_effect.sort(), ['agentic_options.custom_prompt']);
  const text = await readFile(join(root, 'docs', 'parse-options.md'), 'utf8');
  const names = new Set();
  const walk = (schema) => {
    const s = schema.$ref ? contract.components.schemas[schema.$ref.split('/').pop()] : schema;
    for (const [name, below] of Object.entries(s.properties ?? {})) {
      names.add(name);
      if (below.$ref !== '#/components/schemas/ParseWebhookTarget') walk(below);
    }
  };
  walk(contract.components.schemas.ParseJobCreate);
  assert.ok(names.size > 60);
  assert.deepEqual([...names].filter((n) => !new RegExp(`\\b${n}\\b`).test(text)), []);
});

test('a saved configuration gives tier, version and pages, which the call may overrule', async () => {
  const parameters = { product_type: 'parse_v2', ...settings, page_ranges: { max_pages: 1 } };
  const saved = await call(server, 'POST', '/api/v1/beta/configurations', { json: { name: 'first page', parameters } });
  const make = async (more) => {
    const { status, json } = await call(server, 'POST', PARSE, { json: { file_id: file.id, configuration_id: saved.json.id, ...more } });
    assert.equal(status, 200);
    await client.parsing.waitForCompletion(json.id, {}, fast);
    return (await call(server, 'GET', `${PARSE}/${json.id}`)).json.raw_parameters;
  };
  assert.deepEqual((await make({})).page_ranges, { max_pages: 1 });
  assert.equal((await make({ tier: 'configured', version: 'configured' })).tier, 'fast');
  assert.equal((await make({ tier: 'agentic' })).tier, 'agentic');
});

test('what is wrong is named, and nothing is made of it', async () => {
  const before_ = (await call(server, 'GET', PARSE)).json.total_size;
  const post = (json) => call(server, 'POST', PARSE, { json });
  const problem = async (json) => (await post(json)).json.detail.map((d) => `${d.type} ${d.loc.join('.')}`);
  assert.deepEqual(await problem({ ...settings, file_id: file.id, colour: 1 }), ['extra_forbidden body.colour']);
  assert.deepEqual(await problem({ file_id: file.id }), ['missing body.tier', 'missing body.version']);
  assert.deepEqual(await problem(settings), ['value_error body']);
  assert.deepEqual(await problem({ ...settings, file_id: file.id, version: '2020-01-01' }), ['value_error body.version']);
  assert.deepEqual(await problem({ ...settings, tier: 'configured', file_id: file.id }), ['enum body.tier']);
  assert.equal((await post({ ...settings, file_id: `dfl-${randomUUID()}` })).status, 404);
  const bad = await call(server, 'POST', `${PARSE}/upload`, multipart([['configuration', '{'], ['file', new Blob([invoice])]]));
  assert.deepEqual(bad.json.detail.map((d) => d.type), ['json_invalid']);
  const none = await call(server, 'POST', `${PARSE}/upload`, multipart([['configuration', JSON.stringify(settings)]]));
  assert.deepEqual(none.json.detail.map((d) => d.loc[1]), ['file']);
  assert.equal((await call(server, 'GET', PARSE)).json.total_size, before_);
});

test('the releases are open to all; a foreign key meets nothing', async () => {
  const versions = await call(server, 'GET', `${PARSE}/versions`, { key: null });
  assert.ok(versions.json.fast.includes(versions.json.latest.fast));
  const job = await client.parsing.create({ ...settings, file_id: file.id });
  await client.parsing.waitForCompletion(job.id, {}, fast);
  const { key } = await otherProject(server);
  for (const [method, path] of [['GET', ''], ['POST', '/cancel'], ['DELETE', '']])
    assert.equal((await call(server, method, `${PARSE}/${job.id}${path}`, { key })).status, 404);
  assert.equal((await call(server, 'GET', PARSE, { key })).json.total_size, 0);
  assert.equal((await call(server, 'POST', PARSE, { key, json: { ...settings, file_id: file.id } })).status, 404);
});

test('a parse that is waiting or running is cancelled, not deleted; one that is cancelled is not cancelled again', async () => {
  const long = await upload(server, 'very long.pdf', longDocument(400));
  const jobs = [];
  for (let i = 0; i < 8; i++) jobs.push((await call(server, 'POST', PARSE, { json: { ...settings, file_id: long.id, disable_cache: true } })).json);
  const { id } = jobs.at(-1);
  assert.equal((await call(server, 'DELETE', `${PARSE}/${id}`)).status, 409);
  assert.equal((await call(server, 'POST', `${PARSE}/${id}/cancel`)).status, 200);
  for (const job of jobs.slice(0, -1)) assert.ok([200, 409].includes((await call(server, 'POST', `${PARSE}/${job.id}/cancel`)).status));
  assert.equal((await call(server, 'POST', `${PARSE}/${id}/cancel`)).status, 409);
  assert.equal((await call(server, 'GET', `${PARSE}/${id}`)).json.job.status, 'CANCELLED');
});
