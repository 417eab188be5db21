// SPDX-License-Identifier: Apache-2.0
// What odd, careless and hostile clients send: each gets one precise answer in the contract's shape, and others are served meanwhile.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { call, raw, upload } from './lib/client.mjs';
import { routes } from './lib/contract.mjs';
import { invoice } from './lib/documents.mjs';
import { FILES, JOBS, VALIDATION, unknown } from './lib/paths.mjs';
import { startServer } from './lib/server.mjs';

const schema = JSON.stringify({ data_schema: { type: 'object', properties: { a: { type: 'string' } } } });
let server;

before(async () => (server = await startServer({ QUARRY_HEADER_TIMEOUT: '3' })));
after(() => server?.stop());

const authorization = () => `Authorization: Bearer ${server.key}\r\n`;
const request = (method, path, headers = '', body = '') => `${method} ${path} HTTP/1.1\r\nHost: x\r\n${authorization()}Connection: close\r\n${headers}\r\n${body}`;
const post = (path, headers, body) => request('POST', path, `${headers}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\n`, body);

// Answers of bytes: [{ status, headers, body }], as many as were told by their lengths.
async function answers(bytes) {
  let heard = await raw(server, Buffer.from(bytes, 'latin1'));
  const all = [];
  while (heard) {
    const end = heard.indexOf('\r\n\r\n'), [line, ...rest] = heard.slice(0, end).split('\r\n');
    const headers = Object.fromEntries(rest.map((h) => [h.slice(0, h.indexOf(':')).toLowerCase(), h.slice(h.indexOf(':') + 1).trim()]));
    const n = line.startsWith('HTTP/1.1 1') ? 0 : Number(headers['content-length'] ?? 0);
    all.push({ status: Number(line.split(' ')[1]), headers, body: heard.slice(end + 4, end + 4 + n) });
    heard = heard.slice(end + 4 + n);
  }
  return all;
}

// The one answer, which is JSON with a reason if it is a refusal.
async function answer(bytes) {
  const [one, ...more] = await answers(bytes);
  assert.deepEqual(more, [], 'more than one answer');
  assert.ok(one.headers['x-request-id'] && one.headers.date, JSON.stringify(one));
  if (one.status >= 400) assert.ok(JSON.parse(one.body).detail.length > 0);
  return one;
}

const target = (route) => route.path.replace(/\{page_index\}/, '0').replace(/\{[^}]+\}/g, unknown);

test('every route: HEAD is GET without its body, OPTIONS and what nobody knows tell what the path takes', async () => {
  const byPath = routes.reduce((all, r) => ({ ...all, [r.path]: [...(all[r.path] ?? []), r] }), {});
  for (const list of Object.values(byPath)) {
    const path = target(list[0]), takes = new Set(list.flatMap((r) => (r.method === 'GET' ? ['GET', 'HEAD'] : [r.method])));
    for (const method of ['OPTIONS', 'PATCH', 'TRACE', 'BREW']) {
      const { status, headers, body } = await answer(request(method, path));
      assert.equal(status, 405, `${method} ${path}`);
      // (Some paths may name a thing too: parse/upload, like any parse job, could be got.)
      for (const known of takes) assert.ok(headers.allow.split(', ').includes(known), `${known} ${path}`);
      assert.ok(headers.allow.split(', ').length <= (path.includes(unknown) ? takes.size : 4));
      assert.match(JSON.parse(body).detail, new RegExp(`does not take ${method}`));
    }
    if (!takes.has('GET') || path === '/metrics') continue;
    const whole = await answer(request('GET', path)), heard = await raw(server, request('HEAD', path));
    assert.match(heard, new RegExp(`^HTTP/1.1 ${whole.status} `), path);
    assert.ok(heard.endsWith('\r\n\r\n'), `HEAD ${path} has a body`);
    assert.match(heard.toLowerCase(), new RegExp(`content-length: ${whole.headers['content-length']}\r\n`), path);
  }
});

test('collections with a slash at the end are the same; other spellings of a path are nothing', async () => {
  for (const path of [JOBS, '/api/v2/parse', FILES, '/api/v1/beta/configurations', '/api/v1/beta/webhook-configs', '/api/v1/projects', '/api/v2/projects']) {
    const plain = await call(server, 'GET', path), slash = await call(server, 'GET', `${path}/`);
    assert.deepEqual([slash.status, slash.json], [plain.status, plain.json], path);
    for (const other of [`${path}//`, `/${path}`, path.replace('/api', '/API'), path.replace('/v', '/./v'), `${path};a=b`, path.replace('/v', '%2Fv')])
      assert.equal((await answer(request('GET', other))).status, 404, other);
  }
});

test('a parameter given twice: the last one counts; lists take all of them', async () => {
  assert.equal((await call(server, 'GET', `${JOBS}?page_size=0&page_size=5`)).status, 200);
  assert.equal((await call(server, 'GET', `${JOBS}?page_size=5&page_size=0`)).status, 422);
  assert.equal((await call(server, 'GET', `${JOBS}?status=nonsense&status=FAILED`)).status, 200);
  assert.equal((await call(server, 'GET', `${JOBS}?project_id=${unknown}&project_id=`)).status, 404, 'an empty one means absent');
  const files = [];
  for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) files.push((await upload(server, name, invoice)).id);
  for (const query of [`file_ids=${files[0]}&file_ids=${files[2]}`, `file_ids[]=${files[0]}&file_ids%5B%5D=${files[2]}`, `file_ids[0]=${files[0]},${files[2]}&file_ids=${files[0]}`])
    assert.deepEqual((await call(server, 'GET', `${FILES}?${query}`)).json.items.map((f) => f.id), [files[2], files[0]], query);
});

test('percent-encoding: names and values, plus signs, and what is none', async () => {
  assert.equal((await call(server, 'GET', `${JOBS}?page%5fsize=0`)).status, 422);
  assert.equal((await call(server, 'GET', `${JOBS}?page_size=%31%30`)).status, 200);
  assert.equal((await call(server, 'GET', `${JOBS}?page_size=+7+`)).status, 200);
  for (const query of ['a=%', 'a=%4', 'a=%zz', '%=a', 'a=%00', 'a=%c3%28', 'a=%ed%a0%80', 'status=%ff', '%ff=a'])
    assert.equal((await answer(request('GET', `${JOBS}?${query}`))).status, 400, query);
  for (const id of ['%', '%00', '%c3%28', '%ff']) assert.equal((await answer(request('GET', `${JOBS}/${id}`))).status, 400, id);
  for (const id of ['%20', 'ext-', `ext-${unknown}%20`, '..', 'ext%2D', 'x'.repeat(5000)]) assert.equal((await answer(request('GET', `${JOBS}/${id}`))).status, 404, id);
});

test('heads: too long, too many fields, folded, with a NUL, without a colon, credentials given twice', async () => {
  const cases = [
    [431, request('GET', JOBS, `X: ${'y'.repeat(100000)}\r\n`)], [431, request('GET', JOBS, Array.from({ length: 5000 }, (_, i) => `X-${i}: ${i}\r\n`).join(''))],
    [414, request('GET', `${JOBS}?a=${'x'.repeat(200000)}`)], [400, request('GET', JOBS, 'X: a\r\n b\r\n')], [400, request('GET', JOBS, 'X: a\0b\r\n')],
    [400, request('GET', JOBS, 'no colon\r\n')], [400, request('GET', JOBS, authorization())], [400, request('GET', JOBS, 'Host: y\r\n')],
    [400, `nonsense\r\n\r\n`], [400, `GET ${JOBS}\r\n\r\n`], [400, `GET ${JOBS} HTTP/1.1\r\n${authorization()}\r\n`], [505, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ];
  for (const [status, bytes] of cases) assert.equal((await answer(bytes)).status, status, bytes.slice(0, 60));
});

test('bodies: in chunks, with an extension and a trailer, asked for first, packed, none at all', async () => {
  const json = 'Content-Type: application/json\r\n', size = schema.length.toString(16);
  const chunked = (body) => request('POST', VALIDATION, `${json}Transfer-Encoding: chunked\r\n`, body);
  assert.equal((await answer(chunked(`${size}\r\n${schema}\r\n0\r\n\r\n`))).status, 200);
  assert.equal((await answer(chunked(`${size};a=b\r\n${schema}\r\n0\r\nX-T: 1\r\n\r\n`))).status, 200);
  assert.equal((await answer(chunked([...schema].map((c) => `1\r\n${c}\r\n`).join('') + '0\r\n\r\n'))).status, 200);
  assert.deepEqual((await answers(post(VALIDATION, `${json}Expect: 100-continue\r\n`, schema))).map((a) => a.status), [100, 200]);
  assert.deepEqual((await answers(post('/nothing', `${json}Expect: 100-continue\r\n`, schema))).map((a) => a.status), [404]);
  for (const body of [gzipSync(schema).toString('latin1'), schema]) assert.match((await answer(post(VALIDATION, `${json}Content-Encoding: gzip\r\n`, body))).body, /Content-Encoding/);
  assert.equal((await answer(post(VALIDATION, `${json}Content-Encoding: identity\r\n`, schema))).status, 200);
  assert.deepEqual(JSON.parse((await answer(post(VALIDATION, json, ''))).body).detail.map((d) => [d.type, d.loc]), [['missing', ['body']]]);
  assert.equal((await answer(request('GET', JOBS, 'Content-Length: 5\r\n', 'hello'))).status, 200, 'a body that is not asked for is dropped');
});

test('pipelined requests are answered in order, refused ones among them', async () => {
  const keep = (method, path, headers = '', body = '') => request(method, path, headers, body).replace('Connection: close\r\n', '');
  const got = await answers(keep('GET', '/healthz') + keep('POST', VALIDATION, `Content-Type: application/json\r\nContent-Length: ${schema.length}\r\n`, schema) + keep('GET', '/nothing')
    + keep('DELETE', `${JOBS}/ext-${unknown}`) + keep('HEAD', '/healthz').replace('HEAD', 'GET') + request('GET', `${JOBS}?page_size=1`));
  assert.deepEqual(got.map((a) => a.status), [200, 200, 404, 404, 200, 200]);
  assert.equal(new Set(got.map((a) => a.headers['x-request-id'])).size, 6);
});

test('multipart: boundaries, names and parts as nobody should send them', async () => {
  const part = (disposition, value, more = '') => `--X\r\nContent-Disposition: ${disposition}\r\n${more}\r\n${value}\r\n`;
  const purpose = part('form-data; name="purpose"', 'extract'), end = '--X--\r\n';
  const file = (name, more) => part(`form-data; name="file"; filename=${name}`, 'hi', more);
  const send = (body, type = 'multipart/form-data; boundary=X') => answer(post(FILES, `Content-Type: ${type}\r\n`, body));
  const good = purpose + file('"a.txt"') + end;
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=', `multipart/form-data; boundary=${'b'.repeat(71)}`, 'multipart/form-data; boundary=Y'])
    assert.equal((await send(good, type)).status, 400, type);
  assert.equal((await send(good, 'multipart/form-data; charset=utf-8; boundary="X"')).status, 201);
  for (const type of ['multipart/mixed; boundary=X', 'application/json', '']) assert.equal((await send(good, type)).status, 422, type);
  for (const body of [purpose + file('"a.txt"'), part('form-data', 'x') + end, part('attachment; name="file"', 'x') + end, `--X\r\n\r\nx\r\n${end}`, purpose + file('"a"') + file('"b"') + end,
    Array.from({ length: 200 }, (_, i) => part(`form-data; name="p${i}"`, 'v')).join('') + end, purpose + file('"a\0b.txt"') + end,
    purpose + file('"a.txt"', 'Content-Transfer-Encoding: base64\r\n') + end])
    assert.equal((await send(body)).status, 400, JSON.stringify(body.slice(0, 120)));
  for (const [body, where] of [[purpose + end, 'file'], [file('"a.txt"') + end, 'purpose'], [purpose + file('""') + end, 'file'],
    [part('form-data; name="purpose"', 'p'.repeat(5000)) + file('"a.txt"') + end, 'purpose'], [purpose + file(`"${'n'.repeat(3001)}"`) + end, 'file']]) {
    const { status, body: told } = await send(body);
    assert.deepEqual([status, JSON.parse(told).detail.map((d) => d.loc.at(-1))], [422, [where]]);
  }
  // A name is only a name, whatever stands in it.
  for (const [sent, name] of [['"../../etc/passwd"', '../../etc/passwd'], ['"C:\\\\a.txt"', 'C:\\a.txt'], ['"a\\"b.txt"', 'a"b.txt'], ['"a%22b.txt"', 'a"b.txt'], ['"a;b.txt"', 'a;b.txt'], ['"\xff\xfe.txt"', 'ÿþ.txt'],
    ['a.txt', 'a.txt'], ['"\xc3\xa4.txt"', 'ä.txt'], ['"x"; filename*=UTF-8\'\'%e2%82%ac.txt', '€.txt'], ['" "', ' '], ['"CON"', 'CON']]) {
    const { status, body } = await send(purpose + file(sent) + end);
    assert.equal(status, 201, sent);
    const made = JSON.parse(Buffer.from(body, 'latin1').toString());
    assert.equal(made.name, name);
    const { url } = (await call(server, 'GET', `${FILES}/${made.id}/content`)).json;
    const bytes = await fetch(url);
    assert.equal(await bytes.text(), 'hi');
    assert.match(bytes.headers.get('content-disposition'), /^attachment; filename\*=UTF-8''[\w.%-]+$/);
  }
});

test('two thousand connections that hardly speak hold up nobody, and are closed when their time is over', async () => {
  const sockets = [];
  let closed = 0;
  for (let i = 0; i < 2000; i++) {
    const s = net.connect(server.port, '127.0.0.1', () => s.write('GET /api/v2/extract HTTP/1.1\r\nHost: x\r\nX-A'));
    s.on('error', () => {});
    s.on('close', () => closed++);
    s.resume();
    sockets.push(s);
    if (i % 100 === 99) await new Promise((r) => setTimeout(r, 1));
  }
  for (let i = 0; i < 10; i++) {
    assert.equal((await call(server, 'GET', `${JOBS}?page_size=1`)).status, 200);
    for (const s of sockets) if (s.writable) s.write('x');
  }
  for (let i = 0; i < 200 && closed < sockets.length; i++) await new Promise((r) => setTimeout(r, 100));
  assert.equal(closed, sockets.length);
});
