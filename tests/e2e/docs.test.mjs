// SPDX-License-Identifier: Apache-2.0
// The server shows the contract it keeps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { call } from './lib/client.mjs';
import { root, startServer } from './lib/server.mjs';

let server;
before(async () => {
  server = await startServer();
});
after(() => server?.stop());

const contract = parse(readFileSync(join(root, 'api', 'openapi.yaml'), 'utf8'));

test('openapi.json says what openapi.yaml says', async () => {
  assert.deepEqual((await call(server, 'GET', '/openapi.json', { key: null })).json, contract);
});

test('who has it already is told so: by its tag, a weak one, one of several, or any', async () => {
  for (const path of ['/openapi.json', '/docs']) {
    const tag = (await call(server, 'GET', path, { key: null })).headers.get('etag');
    assert.match(tag, /^"[0-9a-f]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const { status, text, headers } = await call(server, 'GET', path, { key: null, headers: { 'if-none-match': known } });
      assert.deepEqual([status, text, headers.get('etag')], [304, '', tag], known);
    }
    for (const unknown of ['"other"', tag.slice(1, -1), '']) assert.equal((await call(server, 'GET', path, { key: null, headers: { 'if-none-match': unknown } })).status, 200, unknown);
  }
});

test('the page has every route and schema, its links lead somewhere, and it asks nothing of anybody else', async () => {
  const { status, headers, text } = await call(server, 'GET', '/docs', { key: null });
  assert.equal(status, 200);
  assert.match(headers.get('content-security-policy'), /^default-src 'none'/);
  for (const item of Object.values(contract.paths)) {
    for (const op of Object.values(item)) if (op.operationId) assert.ok(text.includes(`id="${op.operationId}"`), op.operationId);
  }
  const ids = new Set([...text.matchAll(/ id="?([\w-]+)/g)].map((m) => m[1]));
  for (const name of Object.keys(contract.components.schemas)) assert.ok(ids.has(`schema-${name}`), name);
  for (const [, target] of text.matchAll(/href="?#([\w-]+)/g)) assert.ok(ids.has(target), target);
  assert.doesNotMatch(text, /<script|<img|<link|src=|https?:\/\/[^<]*"\s*>/);
});
