// SPDX-License-Identifier: Apache-2.0
// Schemas before there is a job: checked, and made from words, from a sample, from another schema.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, sdkClient } from './lib/client.mjs';
import { startServer } from './lib/server.mjs';

const VALIDATION = '/api/v2/extract/schema/validation';
let server, client;

before(async () => {
  server = await startServer();
  client = sdkClient(server);
});
after(() => server?.stop());

const validate = (data_schema) => call(server, 'POST', VALIDATION, { json: { data_schema } });

// A schema comes back as a job would use it: what $ref named stands in its place.
test('a schema that can be used', async () => {
  const party = { type: 'object', properties: { name: { type: 'string', description: 'Full name' } }, required: ['name'] };
  const { data_schema: found } = await client.extract.validateSchema({
    data_schema: { type: 'object', properties: { seller: { $ref: '#/$defs/Party' }, total: { type: 'number' } }, $defs: { Party: party } },
  });
  assert.deepEqual(found.properties.seller.properties.name, { type: 'string', description: 'Full name' });
  assert.equal(found.properties.total.type, 'number');
  assert.ok(!JSON.stringify(found).includes('$ref'));
  const again = await validate(found);
  assert.deepEqual(again.json.data_schema, found, 'the answer is a schema like any other');
});

// Every problem is told with its place, fifty at most; nothing else of a request than a schema is taken.
test('schemas that cannot be used', async () => {
  const two = await validate({ type: 'object', properties: { a: { type: 'strin' }, 'b/c': { $ref: 'https://example.com/x' } } });
  assert.equal(two.status, 422);
  assert.deepEqual(two.json.detail.map((d) => d.loc.slice(0, 4)), [['body', 'data_schema', 'properties', 'a'], ['body', 'data_schema', 'properties', 'b/c']]);
  const many = await validate({ type: 'object', properties: Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`f${i}`, { type: 'no' }])) });
  assert.equal(many.status, 422);
  assert.equal(many.json.detail.length, 50);
  for (const schema of [{ name: { type: 'string' } }, { type: 'array', items: { type: 'string' } }, [], 'text', null])
    assert.equal((await validate(schema)).status, 422, JSON.stringify(schema));
  assert.equal((await call(server, 'POST', VALIDATION, { json: {} })).status, 422);
  assert.equal((await call(server, 'POST', VALIDATION, { body: '{', headers: { 'content-type': 'application/json' } })).status, 422);
  assert.equal((await call(server, 'POST', VALIDATION, { json: { data_schema: {} }, key: null })).status, 401);
});
