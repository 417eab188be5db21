// SPDX-License-Identifier: Apache-2.0
// Every route of the contract is refused in every way that all of them share.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { call } from './lib/client.mjs';
import { isConstant, routes } from './lib/contract.mjs';
import { unknown } from './lib/paths.mjs';
import { pending } from './lib/pending.mjs';
import { otherProject, quarry, startServer } from './lib/server.mjs';

let server, disabled, foreign;

before(async () => {
  server = await startServer({ QUARRY_MAX_BODY: '1K', QUARRY_MAX_UPLOAD: '1K' });
  disabled = await otherProject(server);
  foreign = await otherProject(server);
  await quarry('project', 'disable', disabled.project, '--data', server.data);
});
after(() => server?.stop());

const isOpen = (route) => route.operation.security?.length === 0 || route.path === '/metrics';
const isPending = (route) => pending.includes(`${route.method} ${route.path}`);
const of = (status) => routes.filter((r) => r.statuses.includes(status) && !isPending(r));
const mediaOf = (route) => Object.keys(route.operation.requestBody?.content ?? {})[0];
const has = (route, name) => route.parameters.some((p) => p.name === name);

// A body of the type that the route takes; n bytes of it are padding.
function bodyOf(route, n = 0) {
  const media = mediaOf(route);
  if (media === 'application/json') return { json: { padding: 'x'.repeat(n) } };
  if (media !== 'multipart/form-data') return {};
  const form = new FormData();
  form.append('upload_file', new File(['x'.repeat(n)], 'a.txt'));
  form.append('file', new File(['x'.repeat(n)], 'a.txt'));
  return { body: form };
}

// Sends to each route in turn; those that answer otherwise are listed together.
async function expectEach(list, status, ask) {
  const wrong = [];
  for (const route of list) {
    const got = await ask(route);
    if (got !== status) wrong.push(`${route.method} ${route.path}: ${got}`);
  }
  assert.deepEqual(wrong, []);
}

// Path parameters take the ID of nothing.
const target = (route) => route.path.replace(/\{page_index\}/, '0').replace(/\{[^}]+\}/g, unknown);
const send = async (route, query = '', { to = server, ...options } = {}) =>
  (await call(to, route.method, target(route) + query, { ...bodyOf(route), ...options })).status;

// A route that is built would ask for a key, or answer without one.
test('what is said to be pending is in the contract and not built', async () => {
  const known = routes.filter(isPending);
  assert.equal(known.length, pending.length);
  // Plainly, not with call(): what is not built is outside the contract.
  const status = async (r) => (await fetch(server.url + target(r), { method: r.method })).status;
  await expectEach(known, true, async (r) => [404, 405].includes(await status(r)));
});
test('without a key: 401', () => expectEach(of(401).filter((r) => !isOpen(r)), 401, (r) => send(r, '', { key: null })));
test('with a key of a disabled project: 403', () => expectEach(of(403), 403, (r) => send(r, '', { key: disabled.key })));
test('with the ID of nothing: 404', () => expectEach(of(404).filter((r) => r.path.includes('{') && !mediaOf(r)), 404, (r) => send(r)));
test('in a project that is not there: 404', () => expectEach(of(404).filter((r) => has(r, 'project_id') && !r.path.includes('{project_id}')), 404, (r) => send(r, `?project_id=${unknown}`)));
test('in a foreign project: 403', () => expectEach(of(403).filter((r) => has(r, 'project_id') && r.method === 'GET' && !r.path.includes('{')), 403, (r) => send(r, `?project_id=${foreign.project}`)));
test('with too large a body: 413', () => expectEach(of(413), 413, (r) => send(r, '', bodyOf(r, 100000))));
test('with a parameter that is no UTF-8: 400', () => expectEach(of(400), 400, (r) => send(r, '?project_id=%ff')));

test('with a number out of range: 422', () => expectEach(of(422).filter((r) => has(r, 'page_size')), 422, (r) => send(r, '?page_size=0')));
test('with a link that lasts no time: 422', () => expectEach(of(422).filter((r) => has(r, 'expires_at_seconds')), 422, (r) => send(r, '?expires_at_seconds=0')));
// (A saved webhook is looked for before the body is: webhooks.test.mjs sends bad ones to one that is there.)
test('with a body of the wrong type: 422', () => expectEach(of(422).filter((r) => mediaOf(r) === 'application/json' && !r.path.includes('webhook-configs/')), 422, (r) => send(r, '', { json: [] })));

test('metrics that are off are not there: 404', async () => {
  assert.equal((await call(server, 'GET', '/readyz', { key: null })).status, 200);
  const off = await startServer({ QUARRY_METRICS: 'off' });
  try {
    assert.equal((await call(off, 'GET', '/metrics')).status, 404);
  } finally {
    await off.stop();
  }
});

// The limit counts each key's requests over all routes: one is spent, the others are refused.
test('over the limit: 429', async () => {
  const limited = await startServer({ QUARRY_LIMIT_KEY: '1/h' });
  try {
    await call(limited, 'GET', '/api/v2/extract');
    await expectEach(of(429).filter((r) => !isOpen(r)), 429, (r) => send(r, '', { to: limited }));
  } finally {
    await limited.stop();
  }
});

// Somebody takes the tables away under a running server: each route says that it cannot, and the server stays up.
test('with a broken store: 500', async () => {
  const broken = await startServer();
  try {
    const wreck = [
      'import sqlite3, sys',
      'db = sqlite3.connect(sys.argv[1], isolation_level=None)',
      'db.execute("PRAGMA foreign_keys=OFF")',
      "names = [n for n, in db.execute(\"SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'\")]",
      'for name in names: db.execute(\'DROP TABLE "%s"\' % name)',
    ].join('\n');
    await promisify(execFile)('python3', ['-c', wreck, join(broken.data, 'quarry.db')]);
    await expectEach(of(500).filter((r) => !isConstant(r)), 500, (r) => send(r, '', { to: broken }));
    assert.equal((await call(broken, 'GET', '/healthz', { key: null })).status, 200);
    assert.equal((await call(broken, 'GET', '/readyz', { key: null })).status, 503);
  } finally {
    await broken.stop();
  }
});
