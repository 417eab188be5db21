// SPDX-License-Identifier: Apache-2.0
// Files by a query in a body, the routes of before 2026, links to bytes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, upload } from './lib/client.mjs';
import { invoice } from './lib/documents.mjs';
import { FILES, OLD_FILES, unknown } from './lib/paths.mjs';
import { otherProject, startServer } from './lib/server.mjs';

let server, other, files;

before(async () => {
  server = await startServer();
  other = await otherProject(server);
  files = [];
  for (const name of ['b.pdf', 'a.pdf', 'c.pdf']) files.push(await upload(server, name, invoice));
});
after(() => server?.stop());

const query = (json, options) => call(server, 'POST', `${FILES}/query`, { json, ...options });

// Filters and order are those of the list; a larger page than there may be is lowered, nonsense is told.
test('a query in a body', async () => {
  const names = async (json) => (await query(json)).json.items.map((f) => f.name);
  assert.deepEqual(await names({}), ['c.pdf', 'a.pdf', 'b.pdf']);
  assert.deepEqual(await names({ order_by: 'name', page_size: 5000 }), ['a.pdf', 'b.pdf', 'c.pdf']);
  assert.deepEqual(await names({ order_by: 'name desc, id' }), ['c.pdf', 'b.pdf', 'a.pdf']);
  assert.deepEqual(await names({ filter: { file_name: 'a.pdf', file_ids: null } }), ['a.pdf']);
  assert.deepEqual(await names({ filter: { file_ids: [files[0].id, files[2].id.slice(4)] } }), ['c.pdf', 'b.pdf']);
  assert.deepEqual(await names({ filter: { file_ids: ['nonsense'] } }), []);
  assert.deepEqual(await names({ filter: { data_source_id: unknown } }), []);
  assert.deepEqual(await names({ filter: { only_manually_uploaded: true, project_id: files[0].project_id } }), ['c.pdf', 'a.pdf', 'b.pdf']);
  assert.equal((await query({ filter: { project_id: other.project } })).status, 403);
  assert.equal((await query({ filter: { project_id: unknown } })).status, 404);
  assert.equal((await query({ order_by: 'size' })).status, 400);
  for (const bad of [{ page_size: 0 }, { page_size: 'many' }, { filter: [] }, { filter: { file_ids: [1] } }]) assert.equal((await query(bad)).status, 422, JSON.stringify(bad));
});

// Pages follow each other without gaps; a token is good for its query only.
test('pages of a query', async () => {
  const seen = [];
  let page_token = null;
  do {
    const { json } = await query({ page_size: 1, page_token, order_by: 'name' });
    assert.equal(json.total_size, 3);
    seen.push(json.items[0].name);
    page_token = json.next_page_token;
  } while (page_token);
  assert.deepEqual(seen, ['a.pdf', 'b.pdf', 'c.pdf']);
  const { next_page_token } = (await query({ page_size: 1 })).json;
  assert.equal((await query({ page_size: 1, page_token: next_page_token, order_by: 'name' })).status, 400);
});

// The old routes upload, show and delete the same files.
test('the routes of before 2026', async () => {
  const form = new FormData();
  form.append('upload_file', new File([invoice], 'old.pdf'));
  const made = await call(server, 'POST', `${OLD_FILES}?external_file_id=mine&storage_type=permanent`, { body: form });
  assert.equal(made.status, 200, made.text);
  assert.deepEqual([made.json.name, made.json.external_file_id, made.json.file_size, made.json.file_type], ['old.pdf', 'mine', invoice.length, 'pdf']);
  const { id } = made.json;
  assert.equal((await call(server, 'GET', `${FILES}/${id}`)).json.name, 'old.pdf');
  for (const one of [id, `dfl-${id}`]) assert.equal((await call(server, 'GET', `${OLD_FILES}/${one}`)).json.id, id);
  const link = (await call(server, 'GET', `${OLD_FILES}/${id}/content`)).json;
  assert.equal(Buffer.compare(Buffer.from(await (await fetch(link.url)).arrayBuffer()), Buffer.from(invoice)), 0);
  for (const method of ['GET', 'DELETE']) assert.equal((await call(server, method, `${OLD_FILES}/${id}`, { key: other.key })).status, 404);
  assert.equal((await call(server, 'DELETE', `${OLD_FILES}/${id}`)).status, 204);
  assert.equal((await call(server, 'GET', `${OLD_FILES}/${id}`)).status, 404);
  assert.equal((await call(server, 'POST', `${OLD_FILES}?storage_type=eternal`, { body: form })).status, 422);
  const wrong = new FormData();
  wrong.append('file', new File([invoice], 'old.pdf'));
  assert.equal((await call(server, 'POST', OLD_FILES, { body: wrong })).status, 422);
});

// A link serves ranges to whoever has it, until it ends; other bytes than asked for never come.
test('a link to bytes', async () => {
  const { url, expires_at } = (await call(server, 'GET', `${FILES}/${files[0].id}/content?expires_at_seconds=60`)).json;
  assert.ok(Date.parse(expires_at) - Date.now() <= 60000);
  const part = async (range) => {
    const r = await fetch(url, { headers: { range } });
    return [r.status, r.headers.get('content-range'), Buffer.from(await r.arrayBuffer())];
  };
  const n = invoice.length, bytes = Buffer.from(invoice);
  for (const [range, from, to] of [['bytes=0-9', 0, 10], [`bytes=${n - 5}-`, n - 5, n], ['bytes=-7', n - 7, n], ['bytes=5-999999999', 5, n]]) {
    const [status, header, got] = await part(range);
    assert.deepEqual([status, header], [206, `bytes ${from}-${to - 1}/${n}`], range);
    assert.equal(Buffer.compare(got, bytes.subarray(from, to)), 0);
  }
  assert.deepEqual((await part(`bytes=${n}-`)).slice(0, 2), [416, `bytes */${n}`]);
  for (const odd of ['bytes=9-3', 'lines=1-2', 'bytes=0-1,4-5']) assert.equal((await part(odd))[0], 200, odd);
  const head = await fetch(url, { method: 'HEAD' });
  assert.deepEqual([head.status, Number(head.headers.get('content-length'))], [200, n]);
  assert.equal((await fetch(url.slice(0, -2))).status, 403);
  for (const seconds of [0, 86401, 'soon']) assert.equal((await call(server, 'GET', `${FILES}/${files[0].id}/content?expires_at_seconds=${seconds}`)).status, 422);
});

// Pages are drawn at 150 dots an inch, whole; what is not there or cannot be drawn is 404, and a link needs no key.
test('page screenshots', async () => {
  const { id } = files[0], at = `${OLD_FILES}/${id}/page_screenshots`;
  const list = (await call(server, 'GET', at)).json;
  assert.deepEqual(list.map((p) => p.page_index), [...list.keys()]);
  const png = async (url, options) => {
    const r = await fetch(url, options);
    return [r.status, r.headers.get('content-type'), Buffer.from(await r.arrayBuffer())];
  };
  assert.equal((await call(server, 'GET', `${at}/0`)).status, 200);
  const [status, type, bytes] = await png(`${server.url}${at}/0`, { headers: { authorization: `Bearer ${server.key}` } });
  assert.deepEqual([status, type, bytes.length, bytes.subarray(1, 4).toString()], [200, 'image/png', list[0].image_size, 'PNG']);
  assert.ok(bytes.readUInt32BE(16) > 1000 && bytes.readUInt32BE(20) > 1000, 'a page of paper at 150 dpi');
  const link = (await call(server, 'POST', `${at}/0/presigned_url`)).json;
  assert.equal(Buffer.compare((await png(link.url))[2], bytes), 0);
  assert.equal((await call(server, 'GET', `${at}/${list.length}`)).status, 404);
  assert.equal((await call(server, 'GET', `${at}/first`)).status, 422);
  assert.equal((await call(server, 'GET', `${at}/0`, { key: other.key })).status, 404);
  assert.equal((await call(server, 'POST', `${at}/0/presigned_url`, { key: other.key })).status, 404);
  const odd = await upload(server, 'odd.bin', new Uint8Array([0, 1, 2, 3, 255, 254]));
  assert.match((await call(server, 'GET', `${OLD_FILES}/${odd.id}/page_screenshots`)).json.detail, /^UNSUPPORTED_FILE_TYPE/);
});
