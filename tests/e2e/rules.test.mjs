// SPDX-License-Identifier: Apache-2.0
// Rules of the contract that no schema can say and no other file tests: docs/conformance.md lists them all.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { LlamaCloud, toFile } from '@llamaindex/llama-cloud';
import { call, createJob, finished, sdkClient, settings, upload } from './lib/client.mjs';
import { invoice, invoiceSchema, longDocument, pdf } from './lib/documents.mjs';
import { withResolution } from './lib/kinds.mjs';
import { CONFIGS, FILES, JOBS, PARSE, SESSION, unknown } from './lib/paths.mjs';
import { otherProject, quarry, startServer } from './lib/server.mjs';

const configuration = { data_schema: invoiceSchema };
let server, file;

before(async () => {
  server = await startServer({ QUARRY_JOBS: '1' });
  file = await upload(server, 'bill.pdf', invoice);
});
after(() => server?.stop());

const create = (json, options) => call(server, 'POST', JOBS, { json, ...options });
const problems = (answer) => answer.json.detail.map((d) => `${d.type} at ${d.loc.join('.')}`);
const get = async (id, expand = '') => (await call(server, 'GET', `${JOBS}/${id}?expand=${expand}`)).json;
// A parse as an input of extractions; the settings are those of the tier fast.
async function parsed(file_id) {
  const { json } = await call(server, 'POST', PARSE, { json: { ...settings, file_id } });
  for (let i = 0; i < 800; i++) {
    if ((await call(server, 'GET', `${PARSE}/${json.id}`)).json.job.status === 'COMPLETED') return json.id;
    await new Promise((r) => setTimeout(r, 25));
  }
  throw new Error('the parse did not end');
}
// The one worker has its hands full until free() is called: what is created meanwhile waits.
async function busy() {
  const long = await upload(server, 'long.pdf', longDocument(1500));
  const job = await createJob(server, long.id, { ...configuration, disable_cache: true });
  return { free: () => call(server, 'POST', `${JOBS}/${job.id}/cancel`) };
}

test('the SDK is pointed here by its environment; a slash at the end and a prefix before the path do no harm', async () => {
  const { LLAMA_CLOUD_BASE_URL: url, LLAMA_CLOUD_API_KEY: key } = process.env;
  Object.assign(process.env, { LLAMA_CLOUD_BASE_URL: `${server.url}/`, LLAMA_CLOUD_API_KEY: server.key });
  try {
    assert.equal((await new LlamaCloud().files.list({ file_name: 'bill.pdf' })).items[0].id, file.id);
  } finally {
    for (const [name, was] of [['LLAMA_CLOUD_BASE_URL', url], ['LLAMA_CLOUD_API_KEY', key]]) was === undefined ? delete process.env[name] : (process.env[name] = was);
  }
  // A proxy takes the prefix away, as it does before a server that shares a name with others.
  let behind;
  const proxy = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { host, connection, 'content-length': length, 'transfer-encoding': encoding, ...headers } = request.headers;
    const got = await fetch(behind.url + request.url.replace(/^\/quarry/, ''), { method: request.method, headers, body: chunks.length ? Buffer.concat(chunks) : undefined });
    response.writeHead(got.status, { 'content-type': got.headers.get('content-type') ?? '' }).end(Buffer.from(await got.arrayBuffer()));
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${proxy.address().port}/quarry`;
  behind = await startServer({ QUARRY_PUBLIC_URL: base });
  try {
    const client = new LlamaCloud({ apiKey: behind.key, baseURL: `${base}/` });
    const own = await client.files.create({ file: await toFile(invoice, 'a.pdf'), purpose: 'extract' });
    const job = await client.extract.run({ file_input: own.id, configuration }, { pollingInterval: 0.05 });
    assert.equal(job.extract_result.invoice_number, 'NP-4711');
    const link = await client.files.content(own.id);
    assert.ok(link.url.startsWith(`${base}/`), link.url);
    assert.deepEqual(Buffer.from(await (await fetch(link.url)).arrayBuffer()), invoice);
  } finally {
    await behind.stop();
    proxy.closeAllConnections();
    proxy.close();
  }
});

test('scope: an organization in both forms, with its project and without; others are refused', async () => {
  const { project_id: project, organization_id: own } = (await call(server, 'GET', SESSION)).json;
  const bare = own.replace(/^\w+-(?=[0-9a-f]{8}-)/, '');
  const foreign = (await quarry('org', 'create', 'Others', '--data', server.data)).stdout.trim();
  for (const query of [`organization_id=${own}`, `organization_id=${bare}`, `organization_id=${bare.toUpperCase()}`, `organization_id=${own}&project_id=${project}`, 'organization_id=&project_id='])
    for (const path of [JOBS, FILES, PARSE, CONFIGS, '/api/v2/projects']) assert.equal((await call(server, 'GET', `${path}?${query}`)).status, 200, `${path}?${query}`);
  for (const query of [`organization_id=${foreign}`, `organization_id=${foreign}&project_id=${project}`])
    for (const path of [JOBS, FILES, PARSE, CONFIGS, '/api/v2/projects']) assert.equal((await call(server, 'GET', `${path}?${query}`)).status, 403, `${path}?${query}`);
  const { project: other } = await otherProject(server);
  assert.equal((await call(server, 'GET', `${JOBS}?organization_id=${own}&project_id=${other}`)).status, 403);
});

test('project ids are bare in files and projects, and prefixed in jobs', async () => {
  const bare = /^[0-9a-f]{8}-[0-9a-f-]{27}$/, prefixed = /^prj-[0-9a-f]{8}-[0-9a-f-]{27}$/;
  assert.match((await call(server, 'GET', `${FILES}/${file.id}`)).json.project_id, bare);
  for (const version of ['v1', 'v2']) {
    const { json } = await call(server, 'GET', `/api/${version}/projects`);
    assert.match((json.items ?? json)[0].id, bare);
  }
  assert.match((await createJob(server, file.id, configuration)).project_id, prefixed);
  assert.match((await call(server, 'POST', PARSE, { json: { ...settings, file_id: file.id } })).json.project_id, prefixed);
});

test('a create that is sent again makes a second job', async () => {
  const first = await create({ file_input: file.id, configuration });
  const second = await create({ file_input: file.id, configuration }, { headers: { 'x-stainless-retry-count': '1' } });
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.notEqual(first.json.id, second.json.id);
  for (const { json } of [first, second]) assert.equal((await finished(server, json.id)).status, 'COMPLETED');
});

test('no list ends in an empty page, and a page size that is too large is lowered to 1000', async () => {
  for (const n of [1, 2, 3, 4]) await call(server, 'POST', CONFIGS, { json: { name: `even ${n}`, parameters: { product_type: 'parse_v2', ...settings } } });
  const walk = async (path, size) => {
    const sizes = [];
    for (let token = ''; token !== null;) {
      const { json } = await call(server, 'GET', `${path}${path.includes('?') ? '&' : '?'}page_size=${size}&page_token=${token}`);
      sizes.push(json.items.length);
      token = json.next_page_token;
    }
    return sizes;
  };
  assert.deepEqual(await walk(CONFIGS, 2), [2, 2]);
  assert.deepEqual(await walk(`${CONFIGS}?name=none`, 2), [0]);
  for (let n = 0; n < 1001; n += 77)
    await Promise.all(Array.from({ length: Math.min(77, 1001 - n) }, (_, i) => call(server, 'POST', CONFIGS, { json: { name: `many ${n + i}`, parameters: { product_type: 'parse_v2', ...settings } } })));
  assert.deepEqual(await walk(CONFIGS, 5000), [1000, 5]);
});

test('what a job shows in each state, asked for and not', async () => {
  const { free } = await busy();
  const all = 'configuration,extract_metadata,usage,metadata';
  const nulls = { credits: null, extract_credits: null, parse_credits: null };
  const made = await createJob(server, file.id, { ...configuration, cite_sources: true });
  assert.equal(made.status, 'PENDING');
  const keys = ['id', 'created_at', 'updated_at', 'status', 'project_id', 'file_input', 'document_input_value', 'configuration', 'configuration_id', 'error_message', 'extract_result', 'extract_metadata', 'metadata', 'usage'];
  for (const key of keys) assert.ok(key in made, key);
  const waiting = await get(made.id, all);
  assert.deepEqual([waiting.status, waiting.error_message, waiting.extract_result, waiting.extract_metadata, waiting.metadata, waiting.usage], ['PENDING', null, null, null, null, nulls]);
  assert.equal(waiting.configuration.cite_sources, true);
  assert.deepEqual([(await get(made.id)).configuration, (await get(made.id)).usage], [null, null]);
  await new Promise((r) => setTimeout(r, 20));
  const cancelled = (await call(server, 'POST', `${JOBS}/${made.id}/cancel`)).json;
  assert.deepEqual([cancelled.status, cancelled.error_message, cancelled.extract_result, cancelled.metadata], ['CANCELLED', null, null, null]);
  assert.equal((await get(made.id, all)).extract_metadata, null);
  assert.ok(cancelled.updated_at > made.updated_at && cancelled.created_at === made.created_at);
  await free();
  const bad = await upload(server, 'bad.bin', Buffer.from([0, 1, 2, 3, 255, 254]));
  const failing = await createJob(server, bad.id, { ...configuration, cite_sources: true });
  await finished(server, failing.id);
  const failed = await get(failing.id, all);
  assert.deepEqual([failed.status, failed.extract_result, failed.extract_metadata, failed.usage], ['FAILED', null, null, nulls]);
  assert.match(failed.error_message, /^UNSUPPORTED_FILE_TYPE: ./);
  assert.ok(failed.updated_at > failed.created_at);
  for (const value of [made.created_at, made.updated_at, failed.updated_at]) assert.match(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const done = await finished(server, (await createJob(server, file.id, configuration)).id);
  const { num_pages_extracted: pages, num_pages_billed: billed, num_document_tokens: read, num_output_tokens: written } = done.metadata.usage;
  assert.deepEqual([pages, billed], [1, 1]);
  assert.ok(read > 0 && written > 0);
});

test('a file that is deleted while its job waits fails that job', async () => {
  const { free } = await busy();
  const gone = await upload(server, 'gone.pdf', invoice);
  const job = await createJob(server, gone.id, { ...configuration, disable_cache: true });
  assert.equal((await call(server, 'DELETE', `${FILES}/${gone.id}`)).status, 204);
  await free();
  const ended = await finished(server, job.id);
  assert.equal(ended.status, 'FAILED');
  assert.match(ended.error_message, /^FILE_NOT_FOUND: ./);
});

test('a parse job as input keeps its tier, whatever the settings of a parse say', async () => {
  const id = await parsed(file.id);
  const saved = (await call(server, 'POST', CONFIGS, { json: { name: 'dear', parameters: { product_type: 'parse_v2', tier: 'agentic_plus', version: 'latest' } } })).json;
  for (const more of [{ parse_tier: 'agentic' }, { parse_config_id: saved.id }]) {
    const job = await createJob(server, id, { ...configuration, ...more, cite_sources: true });
    const { extract_metadata: metadata, extract_result: result } = await finished(server, job.id);
    assert.deepEqual([metadata.parse_job_id, metadata.parse_tier, result.invoice_number], [id, 'fast', 'NP-4711']);
  }
});

test('turbo refuses both settings of a parse; spreadsheet_mode refuses citations, scores and what is no workbook', async () => {
  const of = async (more, input = file.id) => {
    const answer = await create({ file_input: input, configuration: { ...configuration, ...more } });
    return answer.status === 422 ? problems(answer) : answer.status;
  };
  assert.deepEqual(await of({ tier: 'turbo', parse_config_id: `cfg-${unknown}` }), ['value_error at body.configuration.parse_config_id']);
  assert.deepEqual(await of({ tier: 'turbo', parse_tier: 'agentic' }), ['value_error at body.configuration.parse_tier']);
  const sheet = await upload(server, 'goods.csv', 'invoice_number,total\nA-1,3.50\n');
  const cells = { tier: 'agentic_plus', spreadsheet_mode: true };
  assert.equal(await of(cells, sheet.id), 200);
  for (const more of [{ cite_sources: true }, { confidence_scores: true }, { tier: 'agentic' }]) assert.match(String(await of({ ...cells, ...more }, sheet.id)), /^value_error at body\.configuration\./, JSON.stringify(more));
  assert.deepEqual(await of(cells, await parsed(sheet.id)), ['value_error at body.configuration.spreadsheet_mode']);
});

test('max_pages cuts what target_pages chose', async () => {
  const own = await upload(server, 'pages.pdf', pdf(['One', 'Two', 'Three'].map((word) => [[56, 780, `Heading: ${word}`]])));
  const data_schema = { type: 'object', properties: { heading: { type: 'string' } } };
  const job = await finished(server, (await createJob(server, own.id, { data_schema, extraction_target: 'per_page', target_pages: '3,3,1,2,9', max_pages: 2 })).id);
  assert.deepEqual(job.extract_result.map((page) => page.heading), ['Three', 'One']);
  assert.equal(job.metadata.usage.num_pages_extracted, 2);
});

test('every property is answered in its type: whole numbers stay whole, words of a list are words of the list', async () => {
  const text = await upload(server, 'order.txt', 'Order number: K-7\nQuantity: 12\nWeight: 2.50 kg\nStatus: shipped\nPaid: yes\nColours: red, blue\n');
  const properties = {
    order_number: { type: 'string' }, quantity: { type: 'integer' }, weight: { type: 'number' }, status: { enum: ['open', 'shipped'] }, paid: { type: 'boolean' },
    approved_by: { anyOf: [{ type: 'string' }, { type: 'null' }] }, priority: { enum: ['low', 'high', null] }, remarks: { type: 'array', items: { type: 'string' } }, kind: { const: 'order' },
  };
  const data_schema = { type: 'object', properties, required: Object.keys(properties) };
  const { status, extract_result: found } = await finished(server, (await createJob(server, text.id, { data_schema })).id);
  assert.equal(status, 'COMPLETED');
  assert.deepEqual(Object.keys(found), Object.keys(properties));
  assert.deepEqual([found.order_number, found.quantity, found.status, found.paid, found.approved_by, found.priority], ['K-7', 12, 'shipped', true, null, null]);
  assert.ok(found.weight === 2.5);
  assert.ok(Array.isArray(found.remarks));
});

test('metadata mirrors the data: entries at its leaves with what was switched on, and no bare value anywhere', async () => {
  const sheet = await upload(server, 'goods.csv', 'Invoice number,F-1\n\nProduct,Amount\nPaper,4.50\nInk,19.95\n');
  const line = { type: 'object', properties: { product: { type: 'string' }, amount: { type: 'number' } } };
  const data_schema = { type: 'object', properties: { invoice_number: { type: 'string' }, due_date: { type: 'string' }, lines: { type: 'array', items: line }, attachments: { type: 'array', items: { type: 'string' } } } };
  const of = async (more) => finished(server, (await createJob(server, sheet.id, { data_schema, ...more })).id);
  for (const [switches, keys] of [[{ cite_sources: true }, ['citation']], [{ confidence_scores: true }, ['confidence', 'parsing_confidence', 'extraction_confidence']],
    [{ cite_sources: true, confidence_scores: true }, ['citation', 'confidence', 'parsing_confidence', 'extraction_confidence']]]) {
    const { extract_result: data, extract_metadata: { field_metadata: tree } } = await of(switches);
    assert.deepEqual([tree.page_metadata, tree.row_metadata], [null, null]);
    assert.equal(data.lines.length, 2);
    const mirror = (value, node, at) => {
      if (Array.isArray(value)) {
        assert.ok(Array.isArray(node) && node.length === value.length, at);
        value.forEach((v, i) => mirror(v, node[i], `${at}[${i}]`));
      } else if (value !== null && typeof value === 'object') {
        assert.deepEqual(Object.keys(node), Object.keys(value), at);
        for (const key of Object.keys(value)) mirror(value[key], node[key], `${at}.${key}`);
      } else {
        assert.deepEqual(Object.keys(node).sort(), [...keys].sort(), at);
        if (node.citation && value === null) assert.deepEqual(node.citation, [], at);
        for (const key of keys.slice(-3)) if (key !== 'citation') assert.ok(node[key] >= 0 && node[key] <= 1, at);
        if (node.confidence !== undefined) assert.ok(Math.abs(node.confidence - node.parsing_confidence * node.extraction_confidence) < 0.011, at);
      }
    };
    mirror(data, tree.document_metadata, '');
  }
});

test('boxes are points from the top left, rounded to hundredths, of pages whose size is told', async () => {
  const { extract_metadata: metadata } = await finished(server, (await createJob(server, file.id, { ...configuration, cite_sources: true })).id);
  const [citation] = metadata.field_metadata.document_metadata.invoice_number.citation, [box] = citation.bounding_boxes;
  assert.deepEqual(citation.page_dimensions, { width: 595, height: 842 });
  // The line's base is 740 points above the bottom; its letters are 11 points high.
  assert.ok(box.y < 842 - 740 && box.y + box.h > 842 - 745 && box.x > 56 && box.x + box.w < 300, JSON.stringify(box));
  for (const v of Object.values(box)) assert.equal(v, Math.round(v * 100) / 100);
});

test('of a picture boxes are in points of 72 an inch, or of a page of eleven inches where it does not say how large it is', async () => {
  const { url } = (await call(server, 'POST', `/api/v1/files/${file.id}/page_screenshots/0/presigned_url`)).json;
  const png = Buffer.from(await (await fetch(url)).arrayBuffer());
  for (const [bytes, long] of [[withResolution(png, 150), 842], [png, 792]]) {
    const own = await upload(server, 'page.png', bytes);
    const { extract_metadata: metadata, extract_result: found } = await finished(server, (await createJob(server, own.id, { ...configuration, cite_sources: true })).id);
    assert.equal(found.invoice_number, 'NP-4711');
    const [{ page_dimensions: size, bounding_boxes: [box] }] = metadata.field_metadata.document_metadata.invoice_number.citation;
    assert.ok(Math.abs(size.width - (595 * long) / 842) <= 1 && Math.abs(size.height - long) <= 1, JSON.stringify(size));
    assert.ok(Math.abs(box.y + box.h / 2 - ((842 - 744) * long) / 842) < 6, JSON.stringify(box));
  }
});

test('a system prompt says how dates and numbers are written; one that says nothing of it is told to be without effect', async () => {
  const text = await upload(server, 'note.txt', 'Issued: 03/04/2026\nWeight: 1.234\n');
  const data_schema = { type: 'object', properties: { issued: { type: 'string', format: 'date' }, weight: { type: 'number' } } };
  const of = async (system_prompt) => {
    const { extract_result: found, metadata } = await finished(server, (await createJob(server, text.id, { data_schema, system_prompt })).id);
    return [found, metadata.engine.without_effect];
  };
  assert.deepEqual(await of('The notes are European: day first, and a comma as the decimal separator.'), [{ issued: '2026-04-03', weight: 1234 }, undefined]);
  assert.deepEqual(await of('American dates (month first).'), [{ issued: '2026-03-04', weight: 1.234 }, undefined]);
  assert.deepEqual((await of('Be thorough.'))[1], ['system_prompt']);
  assert.equal((await of(undefined))[1], undefined);
});

test('any purpose of the list is taken, and may be extracted from', async () => {
  for (const purpose of ['user_data', 'parse', 'extract', 'classify', 'split', 'sheet', 'agent_app']) {
    const own = await upload(server, `${purpose}.pdf`, invoice, { purpose });
    assert.equal(own.purpose, purpose);
    assert.equal((await finished(server, (await createJob(server, own.id, configuration)).id)).status, 'COMPLETED', purpose);
  }
});

test('four saved webhooks may be named, a list of events that is empty tells of none', async () => {
  const ids = [];
  for (const n of [1, 2, 3, 4]) ids.push((await call(server, 'POST', '/api/v1/beta/webhook-configs', { json: { webhook_url: `https://hooks.example/${n}`, webhook_events: ['extract.error'] } })).json.id);
  assert.equal((await create({ file_input: file.id, configuration, webhook_configuration_ids: ids })).status, 200);
  assert.deepEqual(problems(await create({ file_input: file.id, configuration, webhook_configuration_ids: [...ids, ids[0]] })), ['too_long at body.webhook_configuration_ids']);
  const quiet = await create({ file_input: file.id, configuration, webhook_configurations: [{ webhook_url: 'https://hooks.example/none', webhook_events: [] }] });
  assert.equal(quiet.status, 200);
  assert.equal((await quarry('jobs', '--data', server.data, '--deliveries', quiet.json.id)).stdout, 'no webhook was told of this job\n');
});

test('the SDK that asks for what it needs alone gets it: metadata comes with citations, not without', async () => {
  const client = sdkClient(server);
  const plain = await client.extract.run({ file_input: file.id, configuration }, { pollingInterval: 0.05 });
  const cited = await client.extract.run({ file_input: file.id, configuration: { ...configuration, cite_sources: true } }, { pollingInterval: 0.05 });
  assert.equal(plain.extract_metadata, null);
  assert.ok(cited.extract_metadata.field_metadata.document_metadata.invoice_number.citation.length);
  const listed = (await client.extract.list({ job_ids: [plain.id, cited.id] })).items;
  assert.deepEqual(listed.map((j) => j.extract_metadata !== null), [true, false]);
});
