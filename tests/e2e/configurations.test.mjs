// SPDX-License-Identifier: Apache-2.0
// Saved configurations, those of older SDKs, projects; jobs made from what is saved.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, finished, sdkClient, upload } from './lib/client.mjs';
import { invoice, invoiceSchema, pdf } from './lib/documents.mjs';
import { CONFIGS, JOBS, PARSE_CONFIGS } from './lib/paths.mjs';
import { otherProject, startServer } from './lib/server.mjs';

const unknown = 'cfg-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const extract = { product_type: 'extract_v2', data_schema: invoiceSchema };
const parse = { product_type: 'parse_v2', tier: 'fast', version: 'latest' };
let server, client, other, file;

before(async () => {
  server = await startServer();
  client = sdkClient(server);
  other = await otherProject(server);
  file = await upload(server, 'a.pdf', invoice);
});
after(() => server?.stop());

const save = async (name, parameters, options) => (await call(server, 'POST', CONFIGS, { json: { name, parameters }, ...options })).json;

// A name stands for one configuration of a product: saving it again keeps the ID, changes the version and the parameters.
test('saving under a name makes or replaces', async () => {
  const first = await call(server, 'POST', CONFIGS, { json: { name: 'invoices', parameters: extract } });
  const second = await call(server, 'POST', CONFIGS, { json: { name: 'invoices', parameters: { ...extract, max_pages: 2 } } });
  const parsed = await call(server, 'POST', CONFIGS, { json: { name: 'invoices', parameters: parse } });
  assert.deepEqual([first.status, second.status, parsed.status], [201, 201, 201]);
  assert.match(first.json.id, /^cfg-/);
  assert.equal(second.json.id, first.json.id);
  assert.notEqual(second.json.version, first.json.version);
  assert.equal(second.json.parameters.max_pages, 2);
  assert.notEqual(parsed.json.id, first.json.id, 'another product, another configuration');
  assert.equal(second.json.parameters.version, 'latest', 'a version stays as it was sent');
});

// PUT leaves what is absent and replaces parameters whole.
test('a change', async () => {
  const { id } = await save('to change', { ...extract, max_pages: 3 });
  const renamed = await client.configurations.update(id, { name: 'changed' });
  assert.deepEqual([renamed.name, renamed.parameters.max_pages], ['changed', 3]);
  const replaced = await client.configurations.update(id, { parameters: extract });
  assert.deepEqual([replaced.name, replaced.parameters.max_pages], ['changed', null]);
  assert.equal((await call(server, 'PUT', `${CONFIGS}/${id}`, { json: { parameters: parse } })).status, 400);
  assert.equal((await call(server, 'PUT', `${CONFIGS}/${id}`, { json: { name: 'invoices' } })).status, 400);
});

// Lists filter by product and name, page exactly, and take tokens of the same list only.
test('lists', async () => {
  for (const n of [1, 2, 3]) await save(`listed ${n}`, parse);
  const seen = [];
  for await (const c of client.configurations.list({ product_type: ['parse_v2'], page_size: 1, project_id: null })) seen.push(c.name);
  assert.deepEqual(seen.filter((n) => n.startsWith('listed')), ['listed 3', 'listed 2', 'listed 1']);
  const page = (await call(server, 'GET', `${CONFIGS}?name=listed%202&latest_only=true`)).json;
  assert.deepEqual([page.items.length, page.total_size, page.next_page_token], [1, 1, null]);
  const { next_page_token: token } = (await call(server, 'GET', `${CONFIGS}?page_size=1`)).json;
  assert.equal((await call(server, 'GET', `${CONFIGS}?page_size=1&page_token=${token}&name=x`)).status, 400);
  for (const word of ['true', 'TRUE', '1', 'yes', 'on', 'false', '0', 'No', 'off', ''])
    assert.equal((await call(server, 'GET', `${CONFIGS}?latest_only=${word}`)).status, 200, word);
  for (const query of ['product_type=nonsense', 'latest_only=perhaps', 'page_size=0'])
    assert.equal((await call(server, 'GET', `${CONFIGS}?${query}`)).status, 422, query);
});

// What is saved is checked like settings in a call; every problem is told.
test('bad parameters', async () => {
  for (const parameters of [{}, { product_type: 'nonsense' }, { ...extract, data_schema: { type: 'array' } }, { ...extract, tier: 'gold' },
    { ...extract, version: '1999-01-01' }, { ...extract, max_pages: 0 }, { ...parse, tier: 'gold' }, { ...parse, nonsense: 1 }]) {
    const { status } = await call(server, 'POST', CONFIGS, { json: { name: 'bad', parameters } });
    assert.equal(status, 422, JSON.stringify(parameters));
  }
  assert.equal((await call(server, 'POST', CONFIGS, { json: { parameters: extract } })).status, 422);
  assert.equal((await call(server, 'POST', CONFIGS, { json: { name: '', parameters: extract } })).status, 422);
  assert.equal((await call(server, 'POST', CONFIGS, { json: { name: 'bad', parameters: { ...extract, parse_config_id: unknown } } })).status, 400);
});

// A job keeps the settings as they were when it was made, and the ID even if the configuration is gone.
test('a job of a saved configuration', async () => {
  const { id } = await save('for jobs', { ...extract, cite_sources: true });
  const job = (await call(server, 'POST', JOBS, { json: { file_input: file.id, configuration_id: id } })).json;
  assert.equal(job.configuration_id, id);
  await save('for jobs', { ...extract, max_pages: 7 });
  assert.equal((await call(server, 'DELETE', `${CONFIGS}/${id}`)).status, 204);
  assert.equal((await call(server, 'GET', `${CONFIGS}/${id}`)).status, 404);
  await finished(server, job.id);
  const done = (await call(server, 'GET', `${JOBS}/${job.id}?expand=configuration`)).json;
  assert.deepEqual([done.status, done.configuration_id, done.configuration.max_pages, done.configuration.cite_sources], ['COMPLETED', id, null, true]);
  assert.match(done.configuration.version, /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual((await call(server, 'GET', `${JOBS}?configuration_id=${id.slice(4)}`)).json.items.map((j) => j.id), [job.id]);
});

// Unknown ones are 404, those of another product 400, both kinds of settings at once 422; nothing is made.
test('a configuration that a job cannot use', async () => {
  const { id } = await save('a parse', parse);
  const before_ = (await call(server, 'GET', JOBS)).json.total_size;
  const make = async (json) => (await call(server, 'POST', JOBS, { json: { file_input: file.id, ...json } })).status;
  assert.equal(await make({ configuration_id: unknown }), 404);
  assert.equal(await make({ configuration_id: id }), 400);
  assert.equal(await make({ configuration_id: id, configuration: { data_schema: invoiceSchema } }), 422);
  assert.equal(await make({ configuration: { data_schema: invoiceSchema, parse_config_id: unknown } }), 404);
  assert.equal((await call(server, 'GET', JOBS)).json.total_size, before_);
});

// Saved parse settings win over parse_tier.
test('parse_config_id', async () => {
  const { id } = await save('fast', parse);
  const { json } = await call(server, 'POST', JOBS, { json: { file_input: file.id, configuration: { data_schema: invoiceSchema, parse_config_id: id, parse_tier: 'agentic', cite_sources: true } } });
  await finished(server, json.id);
  assert.equal((await call(server, 'GET', `${JOBS}/${json.id}`)).json.extract_metadata.parse_tier, 'fast');
});

// What else they say of the parse holds too, where the call does not speak of it, and is kept as it was at creation.
test('all of parse_config_id applies', async () => {
  const two = await upload(server, 'two.pdf', pdf([[[56, 740, 'Invoice number: FIRST-1']], [[56, 740, 'Invoice number: SECOND-2']]]));
  const settings = { page_ranges: { target_pages: '2' }, processing_options: { ocr_parameters: { languages: ['de', 'fr'] } }, disable_cache: true };
  const { id } = await save('second page', { ...parse, ...settings });
  const make = async (more) => {
    const { json } = await call(server, 'POST', JOBS, { json: { file_input: two.id, configuration: { data_schema: invoiceSchema, parse_config_id: id, ...more } } });
    await finished(server, json.id);
    return (await call(server, 'GET', `${JOBS}/${json.id}?expand=configuration&expand=extract_metadata`)).json;
  };
  const job = await make({});
  assert.equal(job.extract_result.invoice_number, 'SECOND-2');
  assert.equal(job.configuration.lang, 'de,fr');
  assert.equal(job.configuration.target_pages, null);
  assert.deepEqual(job.configuration.parse_configuration, { tier: 'fast', ...settings });
  const parsed = (await call(server, 'GET', `/api/v2/parse/${job.extract_metadata.parse_job_id}?expand=text`)).json;
  assert.deepEqual(parsed.text.pages.map((p) => p.page_number), [2]);
  assert.deepEqual(parsed.raw_parameters.page_ranges, settings.page_ranges);
  const own = await make({ target_pages: '1', lang: 'en' });
  assert.equal(own.extract_result.invoice_number, 'FIRST-1');
  assert.equal(own.configuration.lang, 'en');
  const plain = await make({ parse_config_id: null });
  assert.equal(plain.configuration.parse_configuration, undefined);
  assert.equal(plain.metadata.usage.num_pages_extracted, 2);
});

// Secrets of webhooks in saved settings come back masked; a masked value sent back keeps what is stored.
test('webhooks in saved settings are masked', async () => {
  const hook = { webhook_url: 'https://user:secret@example.com/x', webhook_headers: { 'X-Key': 'very secret' }, webhook_signing_secret: 'signing secret' };
  const saved = await call(server, 'POST', CONFIGS, { json: { name: 'masked', parameters: { ...parse, webhook_configurations: [hook] } } });
  assert.equal(saved.status, 201, saved.text);
  assert.doesNotMatch(saved.text, /secret@|very secret|signing secret/);
  const again = await call(server, 'POST', CONFIGS, { json: { name: 'masked', parameters: saved.json.parameters } });
  assert.doesNotMatch(again.text, /secret@|very secret|signing secret/);
});

// SDK 2.0 to 2.2 keep v1 parse settings under a name and a version of their own.
test('parse configurations of older SDKs', async () => {
  const body = { name: 'old', version: '1', parameters: { language: 'en' } };
  const made = await call(server, 'POST', PARSE_CONFIGS, { json: body });
  assert.equal(made.status, 201, made.text);
  const { id } = made.json;
  assert.deepEqual((await call(server, 'GET', `${PARSE_CONFIGS}/${id}`)).json.parameters, { language: 'en' });
  assert.deepEqual((await call(server, 'PUT', `${PARSE_CONFIGS}/${id}`, { json: { parameters: { language: 'de' } } })).json.parameters, { language: 'de' });
  assert.equal((await call(server, 'GET', `${PARSE_CONFIGS}?name=old&version=1`)).json.total_size, 1);
  assert.equal((await call(server, 'GET', `${PARSE_CONFIGS}?creator=nobody`)).json.total_size, 0);
  assert.equal((await call(server, 'GET', `${CONFIGS}/${id}`)).status, 404, 'not one of the newer path');
  assert.equal((await call(server, 'POST', PARSE_CONFIGS, { json: { name: 'old' } })).status, 422);
  assert.equal((await call(server, 'DELETE', `${PARSE_CONFIGS}/${id}`)).status, 204);
  assert.equal((await call(server, 'DELETE', `${PARSE_CONFIGS}/${id}`)).status, 404);
});

// A key sees its own project on both versions of the route; another's is 403, one that is not there 404.
test('projects', async () => {
  const [project] = (await call(server, 'GET', '/api/v1/projects')).json;
  const page = (await call(server, 'GET', '/api/v2/projects')).json;
  assert.deepEqual([page.items.length, page.items[0].id, page.total_size], [1, project.id, 1]);
  assert.deepEqual((await call(server, 'GET', '/api/v1/projects?project_name=nonsense')).json, []);
  assert.equal((await call(server, 'GET', `/api/v2/projects?name=${encodeURIComponent(project.name)}`)).json.total_size, 1);
  for (const version of ['v1', 'v2']) {
    for (const id of [project.id, `prj-${project.id}`])
      assert.equal((await call(server, 'GET', `/api/${version}/projects/${id}`)).json.id, project.id);
    assert.equal((await call(server, 'GET', `/api/${version}/projects/${other.project}`)).status, 403);
    assert.equal((await call(server, 'GET', `/api/${version}/projects/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee`)).status, 404);
  }
});

// What another project saved does not exist.
test('a foreign key finds nothing', async () => {
  const { id } = await save('mine', extract);
  const as = async (method, path, options) => (await call(server, method, path, { key: other.key, ...options })).status;
  assert.equal(await as('GET', `${CONFIGS}/${id}`), 404);
  assert.equal(await as('PUT', `${CONFIGS}/${id}`, { json: { name: 'theirs' } }), 404);
  assert.equal(await as('DELETE', `${CONFIGS}/${id}`), 404);
  assert.equal((await call(server, 'GET', CONFIGS, { key: other.key })).json.total_size, 0);
  assert.equal((await call(server, 'GET', `${CONFIGS}/${id}`)).status, 200);
});
