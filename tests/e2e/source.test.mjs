// SPDX-License-Identifier: Apache-2.0
// Documents that stand at an address: source_url of parse jobs.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { call, fast, sdkClient, settings } from './lib/client.mjs';
import { invoice } from './lib/documents.mjs';
import { PARSE } from './lib/paths.mjs';
import { startServer } from './lib/server.mjs';

let site, base, server, strict, client, asked;

before(async () => {
  asked = [];
  site = createServer((request, response) => {
    asked.push(request.url);
    const answers = {
      '/papers/bill.pdf?x=1': () => response.writeHead(200, { 'content-type': 'application/pdf' }).end(invoice),
      '/moved': () => response.writeHead(302, { location: '/papers/bill.pdf?x=1' }).end(),
      '/round': () => response.writeHead(302, { location: '/round' }).end(),
      '/inside': () => response.writeHead(302, { location: base.replace('127.0.0.1', '127.0.0.2') + '/papers/bill.pdf?x=1' }).end(),
      '/large': () => response.writeHead(200).end(Buffer.alloc(3 << 20)),
    };
    (answers[request.url] ?? (() => response.writeHead(404).end()))();
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${site.address().port}`;
  server = await startServer({ QUARRY_SOURCE_ALLOW: '127.0.0.1/32', QUARRY_MAX_UPLOAD: '2M' });
  strict = await startServer();
  client = sdkClient(server);
});
after(async () => {
  await server?.stop();
  await strict?.stop();
  site?.closeAllConnections();
  site?.close();
});

const end = async (path, on = server, at = base) => {
  const made = await call(on, 'POST', PARSE, { json: { ...settings, source_url: at + path } });
  assert.equal(made.status, 200, made.text);
  for (let i = 0; i < 800; i++) {
    const { job } = (await call(on, 'GET', `${PARSE}/${made.json.id}`)).json;
    if (['COMPLETED', 'FAILED'].includes(job.status)) return job;
    await new Promise((r) => setTimeout(r, 25));
  }
  throw new Error('it did not end');
};

test('a document is fetched by its job, named after its address, and kept as a file', async () => {
  for (const path of ['/papers/bill.pdf?x=1', '/moved']) {
    const got = await client.parsing.parse({ ...settings, source_url: base + path, expand: ['text'] }, fast);
    assert.match(got.text.pages[0].text, /NP-4711/);
    assert.equal(got.job.name, path === '/moved' ? 'moved' : 'bill.pdf');
    assert.equal(got.raw_parameters.source_url, base + path);
  }
  const { items } = (await call(server, 'GET', '/api/v1/beta/files')).json;
  assert.deepEqual(items.map((f) => [f.name, f.purpose]), [['moved', 'parse'], ['bill.pdf', 'parse']]);
});

test('what cannot be fetched fails its job, saying why', async () => {
  assert.match((await end('/missing')).error_message, /^FILE_NOT_FOUND: .*404/);
  assert.match((await end('/round')).error_message, /^FILE_NOT_FOUND: .*redirects/);
  assert.match((await end('/large')).error_message, /^TOO_LARGE: .*2 MB/);
  assert.equal((await call(server, 'GET', '/api/v1/beta/files')).json.total_size, 2);
});

test('only public addresses are fetched from: written out, behind a name, behind a redirect', async () => {
  const create = (on, url) => call(on, 'POST', PARSE, { json: { ...settings, source_url: url } });
  for (const url of [base, 'http://169.254.169.254/latest', 'http://[::1]/', 'http://2130706433/']) {
    const before_ = asked.length, { status, json } = await create(strict, url);
    assert.equal(status, 422, url);
    assert.deepEqual(json.detail.map((d) => d.loc.join('.')), ['body.source_url']);
    assert.equal(asked.length, before_);
  }
  const before_ = asked.length;
  const named = await end('/papers/bill.pdf?x=1', strict, base.replace('127.0.0.1', 'localhost'));
  assert.match(named.error_message, /^FORBIDDEN: source_url: .*loopback/);
  assert.equal(asked.length, before_);
  assert.match((await end('/inside')).error_message, /^FORBIDDEN: source_url: .*loopback/);
});

test('a proxy is refused rather than ignored', async () => {
  const { status, json } = await call(server, 'POST', PARSE, { json: { ...settings, source_url: base, http_proxy: 'http://proxy:3128' } });
  assert.equal(status, 422);
  assert.deepEqual(json.detail.map((d) => d.loc.join('.')), ['body.http_proxy']);
});
