// SPDX-License-Identifier: Apache-2.0
// The newest SDK and one of the first with this API do the same, also when the way to the server is bad.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { call, finished, sdkClient } from './lib/client.mjs';
import { invoice, invoiceSchema } from './lib/documents.mjs';
import { startServer } from './lib/server.mjs';

const SDKS = ['@llamaindex/llama-cloud', 'llama-cloud-2-4-1'];
const configuration = { data_schema: invoiceSchema };
let server;

// Refuses the first requests with the given statuses, in turn; passes the rest on to the server.
async function startProxy(refusals) {
  const http = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const status = refusals.shift();
    if (status) return response.writeHead(status, { 'retry-after': '0', 'content-type': 'application/json', 'x-request-id': 'proxy' }).end('{"detail":"later"}');
    const { host, connection, 'content-length': length, 'transfer-encoding': encoding, ...headers } = request.headers;
    const body = chunks.length ? Buffer.concat(chunks) : undefined;
    const got = await fetch(server.url + request.url, { method: request.method, headers, body });
    const text = await got.text();
    const passed = ['content-type', 'x-request-id', 'x-should-retry'].filter((name) => got.headers.has(name)).map((name) => [name, got.headers.get(name)]);
    return response.writeHead(got.status, Object.fromEntries(passed)).end(text);
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${http.address().port}`, stop: () => (http.closeAllConnections(), http.close()) };
}

before(async () => (server = await startServer()));
after(() => server?.stop());

for (const name of SDKS) {
  const { LlamaCloud, toFile } = await import(name);
  const connect = (options) => sdkClient(server, { LlamaCloud, ...options });
  let file;

  test(`${name}: a file is uploaded, found, linked`, async () => {
    const client = connect();
    file = await client.files.create({ file: await toFile(invoice, 'a.pdf'), purpose: 'extract', project_id: null });
    assert.equal((await client.files.list({ file_ids: [file.id], project_id: null })).items[0].name, 'a.pdf');
    const link = await (client.files.content ?? client.files.get).call(client.files, file.id);
    assert.deepEqual(Buffer.from(await (await fetch(link.url)).arrayBuffer()), invoice);
  });

  test(`${name}: run() polls until the values are there`, async () => {
    const calls = [];
    const client = connect({ calls });
    const job = await client.extract.run({ file_input: file.id, configuration, project_id: null, organization_id: null }, { pollingInterval: 0.05 });
    assert.equal(job.status, 'COMPLETED');
    assert.equal(job.extract_result.total, 1234.5);
    assert.ok(calls.some((c) => c.startsWith(`GET /api/v2/extract/${job.id} 200`)));
  });

  test(`${name}: auto-paging meets every job once, null parameters are none`, async () => {
    const client = connect();
    for (let i = 0; i < 3; i++) await client.extract.create({ file_input: file.id, configuration });
    const ids = [];
    for await (const job of client.extract.list({ page_size: 2, file_input: file.id, project_id: null, organization_id: null })) ids.push(job.id);
    assert.equal(ids.length, 4);
    assert.equal(new Set(ids).size, 4);
    for (const id of ids) await finished(server, id);
  });

  test(`${name}: saved configurations are made, listed, used, deleted`, async () => {
    const client = connect();
    const saved = await client.configurations.create({ name: `saved by ${name}`, parameters: { product_type: 'extract_v2', ...configuration }, project_id: null });
    assert.equal((await client.configurations.retrieve(saved.id)).name, `saved by ${name}`);
    const job = await client.extract.create({ file_input: file.id, configuration_id: saved.id });
    assert.equal((await finished(server, job.id)).configuration_id, saved.id);
    const names = [];
    for await (const c of client.configurations.list({ page_size: 1, project_id: null })) names.push(c.name);
    assert.ok(names.includes(`saved by ${name}`));
    await client.configurations.delete(saved.id);
    await assert.rejects(client.configurations.retrieve(saved.id), { status: 404 });
  });

  test(`${name}: 503 and 429 are waited out, a job is made once`, async () => {
    const proxy = await startProxy([503, 429]);
    try {
      const calls = [];
      const client = connect({ calls, baseURL: proxy.url, unchecked: [503, 429] });
      const job = await client.extract.create({ file_input: file.id, configuration });
      assert.deepEqual(calls.map((c) => c.slice(-3)), ['503', '429', '200']);
      const { json } = await call(server, 'GET', `/api/v2/extract?job_ids=${job.id}`);
      assert.equal(json.total_size, 1);
      await finished(server, job.id);
    } finally {
      proxy.stop();
    }
  });

  test(`${name}: a conflict is told at once, not tried again`, async () => {
    const calls = [];
    const client = connect({ calls });
    const { id } = await client.extract.run({ file_input: file.id, configuration }, { pollingInterval: 0.05 });
    calls.length = 0;
    await assert.rejects(client.post(`/api/v2/extract/${id}/cancel`), { status: 409 });
    assert.deepEqual(calls, [`POST /api/v2/extract/${id}/cancel 409`]);
    await client.extract.delete(id);
  });
}
