// SPDX-License-Identifier: Apache-2.0
// What users do: the official SDK pointed at this server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { toFile } from '@llamaindex/llama-cloud';
import { call, createJob, finished, sdkClient } from './lib/client.mjs';
import { invoice, invoiceSchema, longDocument } from './lib/documents.mjs';
import { startServer } from './lib/server.mjs';

let server, client, file;
const configuration = { data_schema: invoiceSchema };

async function collect(pages) {
  const all = [];
  for await (const item of pages) all.push(item);
  return all;
}

// SDK pages do not show the total, so it is asked for plainly.
async function total(path, query = '') {
  const { json } = await call(server, 'GET', `${path}?page_size=1&${query}`);
  assert.equal(typeof json.total_size, 'number');
  return json.total_size;
}
const jobsTotal = (query) => total('/api/v2/extract', query);
const filesTotal = (query) => total('/api/v1/beta/files', query);

before(async () => {
  server = await startServer();
  client = sdkClient(server);
});
after(() => server?.stop());

test('a file is uploaded as the SDK sends it', async () => {
  file = await client.files.create({ file: await toFile(invoice, 'bill-0417.pdf'), purpose: 'extract' });
  assert.match(file.id, /^dfl-/);
  assert.equal(file.name, 'bill-0417.pdf');
  assert.equal(file.file_type, 'pdf');
  assert.equal(file.purpose, 'extract');
  assert.equal(file.external_file_id, null);
  assert.match(file.project_id, /^[0-9a-f]{8}-/);
});

test('run() uploads nothing twice and ends with the values of the document', async () => {
  const job = await client.extract.run({ file_input: file.id, configuration }, { pollingInterval: 0.05 });
  assert.equal(job.status, 'COMPLETED');
  assert.equal(job.extract_result.invoice_number, 'NP-4711');
  assert.equal(job.extract_result.total, 1234.5);
  assert.equal(job.configuration, null);
  assert.equal(job.extract_metadata, null);
  assert.equal(job.metadata.usage.num_pages_extracted, 1);
  assert.equal(job.file_input, file.id);
  assert.equal(job.document_input_value, file.id);
});

test('citations and scores come without being asked for again', async () => {
  const asked = { ...configuration, cite_sources: true, confidence_scores: true };
  const job = await client.extract.run({ file_input: file.id, configuration: asked }, { pollingInterval: 0.05 });
  const entry = job.extract_metadata.field_metadata.document_metadata.invoice_number;
  assert.equal(entry.citation[0].page, 1);
  assert.match(entry.citation[0].matching_text, /NP-4711/);
  assert.ok(entry.citation[0].bounding_boxes.length > 0);
  assert.ok(entry.confidence >= 0 && entry.confidence <= 1);
  assert.match(job.extract_metadata.parse_job_id, /^pjb-/);
  assert.equal(job.extract_metadata.parse_tier, 'cost_effective');
});

test('get shows what expand asks for, with every key of the configuration', async () => {
  const { id } = await createJob(server, file.id, { ...configuration, target_pages: '1', extract_version: 'latest' });
  await finished(server, id);
  const plain = await client.extract.get(id);
  assert.equal(plain.configuration, null);
  assert.equal(plain.usage, null);
  const job = await client.extract.get(id, { expand: ['configuration', 'extract_metadata', 'usage', 'metadata', 'nonsense'] });
  assert.deepEqual(Object.keys(job.configuration), [
    'data_schema', 'cite_sources', 'confidence_scores', 'extract_version', 'version', 'extraction_target', 'lang', 'max_pages',
    'parse_config_id', 'parse_tier', 'system_prompt', 'target_pages', 'tier', 'disable_cache', 'sheet_names', 'spreadsheet_mode',
  ]);
  assert.deepEqual(job.configuration.data_schema, invoiceSchema);
  assert.equal(job.configuration.target_pages, '1');
  assert.equal(job.configuration.extract_version, 'latest');
  assert.match(job.configuration.version, /^\d{4}-\d\d-\d\d$/);
  assert.equal(job.configuration.tier, 'cost_effective');
  assert.equal(job.configuration.lang, 'en');
  assert.match(job.extract_metadata.parse_job_id, /^pjb-/);
  assert.equal(job.extract_metadata.field_metadata, null);
  assert.deepEqual(job.usage, { credits: null, extract_credits: null, parse_credits: null });
});

test('names of SDK 2.0 do the same', async () => {
  const job = await client.post('/api/v2/extract', { body: { document_input_value: file.id, configuration: { ...configuration, extract_version: 'latest' } } });
  assert.equal(job.status, 'PENDING');
  assert.equal(job.file_input, file.id);
  assert.equal((await finished(server, job.id)).status, 'COMPLETED');
});

test('a parse job serves as input without parsing again', async () => {
  const first = await createJob(server, file.id, { ...configuration, cite_sources: true });
  const { extract_metadata: metadata } = await finished(server, first.id);
  const job = await client.extract.run({ file_input: metadata.parse_job_id, configuration: { ...configuration, cite_sources: true } }, { pollingInterval: 0.05 });
  assert.equal(job.file_input, metadata.parse_job_id);
  assert.equal(job.extract_result.invoice_number, 'NP-4711');
  assert.equal(job.extract_metadata.parse_job_id, metadata.parse_job_id);
  assert.equal(job.extract_metadata.parse_tier, metadata.parse_tier);
  const listed = await client.extract.list({ document_input_type: 'parse_job_id' });
  assert.deepEqual(listed.items.map((j) => j.id), [job.id]);
  assert.deepEqual((await client.extract.list({ file_input: metadata.parse_job_id })).items.map((j) => j.id), [job.id]);
});

test('per_page gives one object a page, in the order asked for', async () => {
  const { pdf } = await import('./lib/documents.mjs');
  const pages = pdf(['One', 'Two', 'Three'].map((word) => [[56, 780, `Heading: ${word}`]]));
  const upload = await client.files.create({ file: await toFile(pages, 'pages.pdf'), purpose: 'user_data' });
  const job = await client.extract.run(
    {
      file_input: upload.id,
      configuration: {
        data_schema: { type: 'object', properties: { heading: { type: 'string' } } },
        extraction_target: 'per_page',
        target_pages: '3,1',
        cite_sources: true,
      },
    },
    { pollingInterval: 0.05 },
  );
  assert.deepEqual(job.extract_result.map((row) => row.heading), ['Three', 'One']);
  assert.equal(job.extract_metadata.field_metadata.page_metadata.length, 2);
  assert.equal(job.extract_metadata.field_metadata.document_metadata, null);
});

test('the list: newest first, page by page, each filter alone', async () => {
  const other = await client.files.create({ file: await toFile(invoice, 'other.pdf'), purpose: 'extract' });
  for (let i = 0; i < 5; i++) await finished(server, (await createJob(server, other.id, configuration)).id);
  const all = await collect(client.extract.list());
  const mine = all.filter((job) => job.file_input === other.id);
  assert.equal(mine.length, 5);
  for (let i = 1; i < all.length; i++) assert.ok(all[i - 1].created_at >= all[i].created_at);

  // Auto-paging with the smallest page meets every job once, with an exact total.
  const calls = [];
  const counting = sdkClient(server, { calls });
  assert.equal(await jobsTotal(), all.length);
  const single = await collect(counting.extract.list({ page_size: 1 }));
  assert.deepEqual(single.map((j) => j.id), all.map((j) => j.id));
  assert.equal(calls.length, all.length);
  assert.deepEqual((await collect(client.extract.list({ page_size: 2, file_input: other.id }))).map((j) => j.id), mine.map((j) => j.id));

  const ids = async (query) => (await collect(client.extract.list(query))).map((j) => j.id);
  assert.deepEqual(await ids({ document_input_value: other.id }), mine.map((j) => j.id));
  assert.deepEqual(await ids({ document_input_value: other.id, file_input: other.id }), mine.map((j) => j.id));
  assert.deepEqual(await ids({ document_input_type: 'file_id' }), all.filter((j) => j.file_input.startsWith('dfl-')).map((j) => j.id));
  assert.deepEqual(await ids({ document_input_type: 'parse_job_id' }), all.filter((j) => j.file_input.startsWith('pjb-')).map((j) => j.id));
  assert.deepEqual(await ids({ status: 'COMPLETED' }), all.filter((j) => j.status === 'COMPLETED').map((j) => j.id));
  assert.deepEqual(await ids({ status: 'THROTTLED' }), []);
  assert.deepEqual(await ids({ configuration_id: 'cfg-11111111-2222-3333-4444-555555555555' }), []);
  assert.deepEqual(await ids({ job_ids: [mine[3].id, mine[1].id, 'ext-unknown'] }), [mine[1].id, mine[3].id]);
  assert.deepEqual(await ids({ job_ids: [mine[3].id], status: 'FAILED' }), []);
  assert.deepEqual(await ids({ created_at_on_or_after: mine[2].created_at }), all.filter((j) => j.created_at >= mine[2].created_at).map((j) => j.id));
  assert.deepEqual(await ids({ created_at_on_or_before: mine[2].created_at }), all.filter((j) => j.created_at <= mine[2].created_at).map((j) => j.id));
  assert.deepEqual(
    await ids({ created_at_on_or_after: mine[3].created_at, created_at_on_or_before: mine[1].created_at, file_input: other.id, page_size: 2 }),
    mine.slice(1, 4).map((j) => j.id),
  );
  assert.equal(await jobsTotal(`file_input=${other.id}`), 5);
});

test('the list expands like get does', async () => {
  const [job] = (await client.extract.list({ page_size: 1, expand: ['configuration', 'extract_metadata', 'usage'] })).items;
  assert.deepEqual(job.configuration.data_schema, invoiceSchema);
  assert.match(job.extract_metadata.parse_job_id, /^pjb-/);
  assert.deepEqual(job.usage, { credits: null, extract_credits: null, parse_credits: null });
  const [plain] = (await client.extract.list({ page_size: 1 })).items;
  assert.equal(plain.configuration, null);
  assert.deepEqual(await client.extract.get(plain.id), plain);
});

test('new jobs do not shift the pages that follow', async () => {
  const first = await client.extract.list({ page_size: 3 });
  const rest = (await collect(client.extract.list())).slice(3).map((j) => j.id);
  const added = await createJob(server, file.id, configuration);
  const second = [];
  for (let page = await first.getNextPage(); ; page = await page.getNextPage()) {
    second.push(...page.items.map((j) => j.id));
    if (!page.hasNextPage()) break;
  }
  assert.deepEqual(second, rest);
  await finished(server, added.id);
});

test('cancel stops waiting and running jobs at once, and only those', async () => {
  const long = await client.files.create({ file: await toFile(longDocument(400), 'long.pdf'), purpose: 'extract' });
  const jobs = [];
  for (let i = 0; i < 8; i++) jobs.push(await createJob(server, long.id, { ...configuration, disable_cache: true, cite_sources: true }));
  const last = jobs.at(-1).id;
  await assert.rejects(client.extract.delete(last), { status: 409 });
  const cancelled = await client.extract.cancel(last);
  assert.equal(cancelled.status, 'CANCELLED');
  assert.equal(cancelled.error_message, null);
  assert.equal(cancelled.extract_result, null);
  await Promise.all(jobs.slice(0, -1).map((j) => client.extract.cancel(j.id).catch((e) => assert.equal(e.status, 409))));
  const calls = [];
  await assert.rejects(sdkClient(server, { calls }).extract.cancel(last), { status: 409 });
  assert.equal(calls.length, 1, 'the SDK repeated a 409');
  assert.equal((await client.extract.get(last)).status, 'CANCELLED');
});

test('delete removes a finished job for good', async () => {
  const before = await jobsTotal();
  const { id } = await createJob(server, file.id, configuration);
  const { project_id } = await finished(server, id);
  assert.deepEqual(await client.extract.delete(id), { id, project_id });
  await assert.rejects(client.extract.get(id), { status: 404 });
  await assert.rejects(client.extract.delete(id), { status: 404 });
  await assert.rejects(client.extract.cancel(id), { status: 404 });
  assert.equal(await jobsTotal(), before);
});

test('files: list, get, link to the bytes, delete', async () => {
  const names = (page) => page.items.map((f) => f.name);
  const marked = await client.files.create({ file: await toFile(invoice, 'ä b.PDF'), purpose: 'parse', external_file_id: 'ext 1' });
  assert.equal(marked.name, 'ä b.PDF');
  assert.equal(marked.file_type, 'pdf');
  assert.equal(marked.external_file_id, 'ext 1');
  assert.deepEqual(await client.files.retrieve(marked.id), marked);
  assert.deepEqual(names(await client.files.list({ file_name: 'ä b.PDF' })), ['ä b.PDF']);
  assert.deepEqual(names(await client.files.list({ external_file_id: 'ext 1' })), ['ä b.PDF']);
  assert.deepEqual((await client.files.list({ file_ids: [file.id, marked.id] })).items.map((f) => f.id), [marked.id, file.id]);
  const byName = await collect(client.files.list({ order_by: 'name', page_size: 2 }));
  assert.deepEqual(byName.map((f) => f.name), [...byName.map((f) => f.name)].sort());
  assert.equal(byName.length, await filesTotal());
  assert.equal((await client.files.list({ page_size: 1 })).items[0].id, marked.id);

  const link = await client.files.content(marked.id, { expires_at_seconds: 60 });
  assert.equal(link.form_fields, null);
  assert.ok(new Date(link.expires_at) > new Date());
  const bytes = await fetch(link.url);
  assert.equal(bytes.status, 200);
  assert.match(bytes.headers.get('content-disposition'), /^attachment; filename\*=UTF-8''%C3%A4%20b\.PDF$/);
  assert.deepEqual(Buffer.from(await bytes.arrayBuffer()), invoice);
  const part = await fetch(link.url, { headers: { range: 'bytes=0-7' } });
  assert.equal(part.status, 206);
  assert.equal(await part.text(), '%PDF-1.4');
  assert.equal((await fetch(link.url.slice(0, -2))).status, 403);
  const [expanded] = (await client.files.list({ file_ids: [marked.id], expand: ['download_url'] })).items;
  assert.equal((await fetch(expanded.download_url.url)).status, 200);

  await client.files.delete(marked.id);
  await assert.rejects(client.files.retrieve(marked.id), { status: 404 });
  await assert.rejects(client.files.delete(marked.id), { status: 404 });
  assert.equal((await fetch(link.url)).status, 404);
});

test('deleting a file leaves its jobs and results', async () => {
  const upload = await client.files.create({ file: await toFile(invoice, 'gone.pdf'), purpose: 'extract' });
  const { id } = await createJob(server, upload.id, configuration);
  await finished(server, id);
  await client.files.delete(upload.id);
  assert.equal((await client.extract.get(id)).extract_result.invoice_number, 'NP-4711');
  await assert.rejects(client.extract.create({ file_input: upload.id, configuration }), { status: 404 });
});

test('a restart keeps files, jobs, results, tokens and links', async () => {
  const page = await client.extract.list({ page_size: 2 });
  const link = await client.files.content(file.id);
  await server.restart('SIGKILL');
  assert.equal((await page.getNextPage()).items.length, 2);
  assert.deepEqual(Buffer.from(await (await fetch(link.url)).arrayBuffer()), invoice);
  assert.deepEqual((await client.extract.list({ page_size: 2 })).items, page.items);
});
