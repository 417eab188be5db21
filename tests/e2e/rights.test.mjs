// SPDX-License-Identifier: Apache-2.0
// Keys, sessions, limits, pages of other origins: who may do what, and since when not any more.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, raw, sdkClient } from './lib/client.mjs';
import { JOBS, SESSION } from './lib/paths.mjs';
import { otherProject, quarry, startServer } from './lib/server.mjs';

const APP = 'https://app.example.com';
let server;

before(async () => {
  server = await startServer({ QUARRY_CORS: APP, QUARRY_METRICS: 'key', QUARRY_LOG_REQUESTS: 'all' });
});
after(() => server?.stop());

const cookieOf = (answer) => answer.headers.get('set-cookie').split(';')[0];
const withCookie = (method, target, cookie, headers = {}) => call(server, method, target, { key: null, headers: { cookie, ...headers } });

test('what a command takes away is gone when it returns', async () => {
  const { key, id, project } = await otherProject(server);
  const status = async () => (await call(server, 'GET', JOBS, { key })).status;
  const onServer = (...words) => quarry(...words, '--data', server.data);
  assert.equal(await status(), 200);
  await onServer('project', 'disable', project);
  assert.equal(await status(), 403);
  assert.match((await onServer('project', 'list')).stdout, new RegExp(`${project}.* disabled`));
  await onServer('project', 'enable', project);
  assert.equal(await status(), 200);
  const cookie = cookieOf(await call(server, 'POST', SESSION, { key }));
  assert.equal((await withCookie('GET', JOBS, cookie)).status, 200);
  await onServer('key', 'revoke', id);
  assert.equal(await status(), 401);
  assert.equal((await withCookie('GET', JOBS, cookie)).status, 401, 'and its session with it');
  assert.equal((await call(server, 'GET', JOBS)).status, 200, 'others are left alone');
  await assert.rejects(onServer('key', 'revoke', id), /was revoked before/);
});

test('organizations and projects are made beside the server, and keys for them', async () => {
  const org = (await quarry('org', 'create', 'Second Ltd', '--data', server.data)).stdout.trim();
  const project = (await quarry('project', 'create', 'invoices', '--org', org, '--data', server.data)).stdout.trim();
  const key = (await quarry('key', 'create', '--project', project, '--name', 'ci', '--data', server.data)).stdout.trim();
  const { json } = await call(server, 'GET', SESSION, { key });
  assert.deepEqual(json, { project_id: project, organization_id: org, expires_at: null });
  assert.match((await quarry('org', 'list', '--data', server.data)).stdout, new RegExp(`${org}.* 1 project  Second Ltd`));
  const line = (await quarry('key', 'list', '--data', server.data)).stdout.split('\n').find((l) => l.includes(project));
  assert.match(line, /^key-.*last used .* ci$/);
});

test('a key is exchanged for a cookie that acts as the key until it is given back', async () => {
  const made = await call(server, 'POST', SESSION);
  assert.equal(made.status, 200);
  assert.match(made.headers.get('set-cookie'), /^session=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
  const cookie = cookieOf(made);
  assert.deepEqual((await withCookie('GET', SESSION, cookie)).json, made.json);
  assert.ok(Math.abs(Date.parse(made.json.expires_at) - Date.now() - 86400e3) < 60e3);
  assert.equal((await withCookie('POST', SESSION, cookie, { origin: server.url })).status, 401, 'a session makes no session');
  assert.equal((await withCookie('DELETE', SESSION, cookie, { origin: server.url })).status, 204);
  assert.equal((await withCookie('GET', JOBS, cookie)).status, 401);
  assert.equal((await call(server, 'POST', SESSION, { key: null })).status, 401);
});

test('a change with the cookie must come from a page that is trusted', async () => {
  const cookie = cookieOf(await call(server, 'POST', SESSION));
  const cancel = async (headers) => (await withCookie('POST', `${JOBS}/ext-00000000-0000-7000-8000-000000000000/cancel`, cookie, headers)).status;
  assert.equal(await cancel({}), 403);
  assert.equal(await cancel({ origin: 'https://evil.example.com' }), 403);
  assert.equal(await cancel({ origin: 'null' }), 403);
  assert.equal(await cancel({ origin: `${server.url}.evil.example.com` }), 403);
  assert.equal(await cancel({ origin: server.url }), 404);
  assert.equal(await cancel({ origin: APP }), 404);
  assert.equal(await cancel({ 'sec-fetch-site': 'same-origin' }), 404);
  assert.equal(await cancel({ 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal((await withCookie('GET', JOBS, cookie, { origin: 'https://evil.example.com' })).status, 200);
});

test('pages of the listed origin may call, with the headers of the SDK; others get no leave', async () => {
  const ask = (origin) =>
    fetch(server.url + JOBS, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-stainless-lang,x-evil',
      },
    });
  const yes = await ask(APP);
  assert.equal(yes.status, 204);
  assert.equal(yes.headers.get('access-control-allow-origin'), APP);
  assert.equal(yes.headers.get('access-control-allow-credentials'), 'true');
  assert.equal(yes.headers.get('access-control-allow-headers'), 'authorization, content-type, x-stainless-lang');
  assert.match(yes.headers.get('access-control-allow-methods'), /DELETE/);
  const no = await ask('https://evil.example.com');
  assert.equal(no.status, 405);
  assert.equal(no.headers.get('access-control-allow-origin'), null);
  for (const [origin, allowed] of [[APP, APP], ['https://evil.example.com', null]]) {
    const got = await call(server, 'GET', JOBS, { headers: { origin } });
    assert.equal(got.headers.get('access-control-allow-origin'), allowed);
    assert.equal(got.headers.get('vary'), 'Origin');
  }
  const refused = await call(server, 'GET', '/nowhere', { headers: { origin: APP } });
  assert.equal(refused.headers.get('access-control-allow-origin'), APP, 'errors can be read too');
});

test('metrics are for keys here, and speak of what happened', async () => {
  assert.equal((await call(server, 'GET', '/metrics', { key: null })).status, 401);
  const { status, text } = await call(server, 'GET', '/metrics');
  assert.equal(status, 200);
  assert.match(text, /^quarry_http_requests_total\{method="GET",route="\/api\/v2\/extract",class="2xx"\} [1-9]/m);
  assert.match(text, /^quarry_jobs\{kind="extract",state="PENDING"\} 0$/m);
  assert.match(text, /^process_open_fds [1-9]/m);
});

test('the log says who asked what, and how often it was tried', async () => {
  await sdkClient(server).extract.list();
  await call(server, 'GET', JOBS, { headers: { 'x-stainless-retry-count': '2', 'user-agent': 'LlamaCloud/Test 1', 'x-request-id': 'seen-in-the-log' } });
  for (let i = 0; i < 100 && !server.log.includes('id=seen-in-the-log'); i++) await new Promise((r) => setTimeout(r, 20));
  const line = server.log.split('\n').find((l) => l.includes('id=seen-in-the-log'));
  assert.match(line, /method=GET path=\/api\/v2\/extract status=200 ms=[\d.]+ in=0 out=\d+ project=prj-[\w-]+ agent=LlamaCloud\/Test_1 retry=2$/);
});

test('a limit refuses with the time to wait, for its key alone, and never on health', async () => {
  const limited = await startServer({ QUARRY_LIMIT_KEY: '2/h:2', QUARRY_LIMIT_UPLOADS: '1/h' });
  try {
    for (const expected of [200, 200, 429]) {
      const got = await call(limited, 'GET', JOBS);
      assert.equal(got.status, expected);
      assert.equal(got.headers.get('retry-after'), expected === 429 ? '60' : null);
      assert.equal(got.headers.get('retry-after-ms'), expected === 429 ? '60000' : null);
      if (expected === 429) assert.match(got.json.detail, /Too many requests with this API key/);
      for (const path of ['/healthz', '/readyz', '/metrics']) assert.equal((await call(limited, 'GET', path, { key: null })).status, 200);
    }
    const { key } = await otherProject(limited);
    const put = () => call(limited, 'POST', '/api/v1/beta/files', { key, body: new FormData() });
    assert.equal((await put()).status, 422, 'another key is not concerned');
    const second = await put();
    assert.equal(second.status, 429);
    assert.match(second.json.detail, /uploads of this project/);
  } finally {
    await limited.stop();
  }
});

test('the SDK waits a limit out', async () => {
  const limited = await startServer({ QUARRY_LIMIT_PROJECT: '1/s' });
  try {
    const calls = [];
    const client = sdkClient(limited, { calls });
    for (let i = 0; i < 3; i++) await client.extract.list();
    assert.equal(calls.filter((c) => c.endsWith(' 200')).length, 3);
  } finally {
    await limited.stop();
  }
});

test('cookies are marked for https where that is how clients come', async () => {
  const secure = await startServer({ QUARRY_PUBLIC_URL: 'https://quarry.example.com/q', QUARRY_SESSION_HOURS: '1' });
  try {
    const made = await call(secure, 'POST', SESSION);
    assert.match(made.headers.get('set-cookie'), /Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/);
    const del = { cookie: cookieOf(made), origin: 'https://quarry.example.com' };
    assert.equal((await call(secure, 'DELETE', SESSION, { key: null, headers: del })).status, 204);
    assert.match(await raw(secure, 'OPTIONS /api/v2/extract HTTP/1.1\r\nHost: x\r\nOrigin: https://a.example\r\nAccess-Control-Request-Method: GET\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 405 /);
  } finally {
    await secure.stop();
  }
});
