// SPDX-License-Identifier: Apache-2.0
// Schemas before there is a job: checked, and made from words, from a sample, from another schema.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, createJob, finished, sdkClient, upload } from './lib/client.mjs';
import { invoice } from './lib/documents.mjs';
import { GENERATE, VALIDATION } from './lib/paths.mjs';
import { startServer } from './lib/server.mjs';

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

const types = (properties) => Object.fromEntries(Object.entries(properties).map(([k, v]) => [k, v.format ?? v.type]));

// Words become typed fields and lists; the answer can be saved as it is, under a name made up of the date.
test('a schema from a prompt', async () => {
  const made = await client.extract.generateSchema({ prompt: 'invoice number, date, total and line items with description and amount' });
  assert.match(made.name, /^extract-\d{4}-\d\d-\d\d-[a-z0-9]{4}$/);
  assert.equal(made.parameters.product_type, 'extract_v2');
  const { properties } = made.parameters.data_schema;
  assert.deepEqual(types(properties), { invoice_number: 'string', date: 'date', total: 'number', line_items: 'array' });
  assert.deepEqual(types(properties.line_items.items.properties), { description: 'string', amount: 'number' });
  const saved = await client.configurations.create(made);
  assert.equal(saved.name, made.name);
  assert.equal((await client.extract.generateSchema({ prompt: 'total', name: 'mine' })).name, 'mine');
});

// A sample's labels become fields, and a job with the schema reads them; nothing is saved on the way.
test('a schema from a sample', async () => {
  const file = await upload(server, 'sample.pdf', invoice);
  const before = (await call(server, 'GET', '/api/v1/beta/configurations')).json.total_size;
  const made = await client.extract.generateSchema({ file_id: file.id });
  assert.deepEqual(types(made.parameters.data_schema.properties), { invoice_number: 'string', invoice_date: 'date', total: 'number' });
  assert.equal((await call(server, 'GET', '/api/v1/beta/configurations')).json.total_size, before);
  const { product_type, ...configuration } = made.parameters;
  const job = await finished(server, (await createJob(server, file.id, configuration)).id);
  assert.equal(product_type, 'extract_v2');
  assert.deepEqual(job.extract_result, { invoice_number: 'NP-4711', invoice_date: '2026-03-14', total: 1234.5 });
  const again = await client.extract.generateSchema({ file_id: file.id });
  assert.deepEqual(again.parameters, made.parameters, 'the same from the cache of parsed documents');
  const table = await upload(server, 'goods.csv', 'Product,Quantity,Unit price\nPaper,3,4.50\nInk,2,19.95\n');
  const { properties } = (await client.extract.generateSchema({ file_id: table.id })).parameters.data_schema;
  assert.deepEqual(types(properties.line_items.items.properties), { product: 'string', quantity: 'number', unit_price: 'number' });
});

// What a given schema says stays; prompt and sample add what it lacks, once.
test('a schema completed', async () => {
  const file = await upload(server, 'sample.pdf', invoice);
  const data_schema = { type: 'object', properties: { total: { type: 'string', description: 'As printed' }, due_date: {} }, required: ['total'] };
  const { parameters } = await client.extract.generateSchema({ data_schema, file_id: file.id, prompt: 'currency, total' });
  const found = parameters.data_schema;
  assert.deepEqual(found.properties.total, data_schema.properties.total);
  assert.deepEqual(found.required, ['total']);
  assert.deepEqual(types(found.properties), { total: 'string', due_date: 'date', currency: 'string', invoice_number: 'string', invoice_date: 'date' });
});

// Nothing to go by, an unknown file, a file that cannot be read: each says what is wrong.
test('no schema', async () => {
  const ask = async (json, options) => call(server, 'POST', GENERATE, { json, ...options });
  for (const bad of [{}, { prompt: '' }, { prompt: null, file_id: null, data_schema: null }, { prompt: 'please extract the' }, { prompt: 7 },
    { data_schema: { type: 'array' } }, { prompt: 'total', name: 'x'.repeat(256) }])
    assert.equal((await ask(bad)).status, 422, JSON.stringify(bad));
  for (const file_id of ['dfl-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee', 'nonsense'])
    assert.equal((await ask({ file_id })).status, 404);
  const broken = await ask({ file_id: (await upload(server, 'x.bin', Buffer.from([0, 1, 2, 3]))).id });
  assert.equal(broken.status, 400);
  assert.match(broken.json.detail, /^UNSUPPORTED_FILE_TYPE: /);
  assert.equal((await ask({ prompt: 'total' }, { key: null })).status, 401);
});
