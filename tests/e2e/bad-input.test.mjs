// SPDX-License-Identifier: Apache-2.0
// Everything a client can get wrong: the right status, the contract's shape, and a server that stays up.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { call, createJob, finished, raw, upload } from './lib/client.mjs';
import { invoice, invoiceSchema, protectedPdf } from './lib/documents.mjs';
import { FILES, JOBS, unknown } from './lib/paths.mjs';
import { startServer } from './lib/server.mjs';

const configuration = { data_schema: invoiceSchema };
let server, file;

before(async () => {
  server = await startServer({ QUARRY_HEADER_TIMEOUT: '3' });
  file = await upload(server, 'a.pdf', invoice);
});
after(async () => {
  assert.equal((await call(server, 'GET', JOBS)).status, 200);
  await server?.stop();
});

// The problems of a 422 as "type at place".
const problems = (answer) => answer.json.detail.map((d) => `${d.type} at ${d.loc.join('.')}`);
const create = (json, options) => call(server, 'POST', JOBS, { json, ...options });
const post = (body, type = 'application/json') => call(server, 'POST', JOBS, { body, headers: { 'content-type': type } });

test('credentials: none, wrong, wrong scheme, empty', async () => {
  for (const headers of [{}, { authorization: 'Bearer nonsense' }, { authorization: `Basic ${server.key}` }, { authorization: 'Bearer ' }, { cookie: 'session=nonsense' }]) {
    const answer = await call(server, 'GET', JOBS, { key: null, headers });
    assert.equal(answer.status, 401);
    assert.equal(typeof answer.json.detail, 'string');
  }
  for (const [method, path] of [['POST', JOBS], ['GET', `${JOBS}/ext-${unknown}`], ['DELETE', `${JOBS}/ext-${unknown}`], ['POST', `${JOBS}/ext-${unknown}/cancel`],
    ['GET', FILES], ['POST', FILES], ['GET', `${FILES}/dfl-${unknown}`], ['DELETE', `${FILES}/dfl-${unknown}`], ['GET', `${FILES}/dfl-${unknown}/content`]])
    assert.equal((await call(server, method, path, { key: null })).status, 401, `${method} ${path}`);
  const lower = await call(server, 'GET', JOBS, { key: null, headers: { authorization: `bearer ${server.key}` } });
  assert.equal(lower.status, 200);
});

test('project_id: own in both forms, empty, unknown', async () => {
  const { json } = await call(server, 'GET', `${FILES}/${file.id}`);
  for (const id of [json.project_id, `prj-${json.project_id}`, json.project_id.toUpperCase(), ''])
    assert.equal((await call(server, 'GET', `${JOBS}?project_id=${id}`)).status, 200, id);
  for (const id of [unknown, `prj-${unknown}`, 'nonsense', `dfl-${json.project_id}`])
    assert.equal((await call(server, 'GET', `${JOBS}?project_id=${id}`)).status, 404, id);
  assert.equal((await call(server, 'GET', `${JOBS}?organization_id=${unknown}`)).status, 403);
});

test('bodies that are no JSON object', async () => {
  for (const body of ['', '{', '{"a":1,}', '[1', '{"a":1} x', '{"a":01}', "{'a':1}", '\u0000', '{"a":"\u0001"}', '{"a":NaN}', '{"a":1,"a":2}', '{"a":123456789012345678901234567890}'])
    assert.equal((await post(body)).status, 422, body);
  for (const body of ['[]', 'null', '7', '"text"']) assert.deepEqual(problems(await post(body)), ['dict_type at body'], body);
  assert.equal((await post(Buffer.from('{"file_input":"\xff\xfe"}', 'latin1'))).status, 422);
  assert.equal((await post(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`)).status, 422);
  assert.equal((await post(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`)).status, 422);
});

test('bodies of another type', async () => {
  assert.deepEqual(problems(await post('{}', 'text/plain')), ['value_error at header.content-type']);
  assert.equal((await post('a=b', 'application/x-www-form-urlencoded')).status, 422);
  assert.equal((await call(server, 'POST', FILES, { json: {} })).status, 422);
  assert.notEqual((await post('{"file_input":7}', 'Application/JSON; charset=utf-8')).status, 500);
});

test('bodies that are too large', async () => {
  const large = JSON.stringify({ file_input: file.id, configuration: { ...configuration, system_prompt: 'x'.repeat(10 << 20) } });
  assert.equal((await raw(server, `POST ${JOBS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.key}\r\nContent-Type: application/json\r\nContent-Length: ${large.length}\r\n\r\n`, large)).slice(9, 12), '413');
  const head = await raw(server, `POST ${JOBS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.key}\r\nContent-Length: 524288000\r\n\r\n{`);
  assert.equal(head.slice(9, 12), '413');
  assert.match(head, /\{"detail":"/);
  const chunk = `10000\r\n${' '.repeat(65536)}\r\n`;
  const chunked = await raw(server, `POST ${JOBS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.key}\r\nTransfer-Encoding: chunked\r\n\r\n`, ...Array(100).fill(chunk));
  assert.equal(chunked.slice(9, 12), '413');
  // A client that reads only after it has sent sees the refusal too.
  assert.equal((await post(large)).status, 413);
  // Just within the limit is fine.
  const job = await create({ file_input: file.id, configuration: { ...configuration, system_prompt: 'x'.repeat(3 << 20) } });
  assert.equal(job.status, 200);
});

test('every problem of a create call is told, with its place and value', async () => {
  const answer = await create({ file_input: 7, configuration: { max_pages: 0, tier: 'best', cite_sources: 'yes', target_pages: '3-1', version: '2.5' } });
  assert.equal(answer.status, 422);
  assert.deepEqual(problems(answer).sort(), [
    'bool_type at body.configuration.cite_sources', 'enum at body.configuration.tier', 'greater_than_equal at body.configuration.max_pages',
    'missing at body.configuration.data_schema', 'string_type at body.file_input', 'value_error at body.configuration.target_pages',
    'value_error at body.configuration.version',
  ]);
  const tier = answer.json.detail.find((d) => d.loc.at(-1) === 'tier');
  assert.equal(tier.input, 'best');
  assert.match(tier.ctx.expected, /'cost_effective', 'agentic'/);
});

test('input: missing, wrong kind, unknown, too long, two that differ', async () => {
  const c = { configuration };
  assert.deepEqual(problems(await create(c)), ['missing at body.file_input']);
  assert.deepEqual(problems(await create({ ...c, file_input: null })), ['string_type at body.file_input']);
  assert.deepEqual(problems(await create({ ...c, file_input: `prj-${unknown}` })), ['value_error at body.file_input']);
  assert.deepEqual(problems(await create({ ...c, document_input_value: 'nonsense' })), ['value_error at body.document_input_value']);
  assert.deepEqual(problems(await create({ ...c, file_input: `dfl-${'x'.repeat(197)}` })), ['string_too_long at body.file_input']);
  assert.deepEqual(problems(await create({ ...c, file_input: file.id, document_input_value: `dfl-${unknown}` })), ['value_error at body']);
  for (const id of [`dfl-${unknown}`, unknown, `pjb-${unknown}`, 'dfl-nonsense', `pjb-${file.id.slice(4)}`])
    assert.equal((await create({ ...c, file_input: id })).status, 404, id);
  for (const id of [file.id, file.id.toUpperCase().replace('DFL', 'dfl'), file.id.slice(4)])
    assert.equal((await create({ ...c, file_input: id, document_input_value: file.id })).status, 200, id);
});

test('configuration: both, neither, null, wrong type, unknown saved ones', async () => {
  const f = { file_input: file.id };
  assert.deepEqual(problems(await create(f)), ['value_error at body']);
  assert.deepEqual(problems(await create({ ...f, configuration: null, configuration_id: null })), ['value_error at body']);
  assert.deepEqual(problems(await create({ ...f, configuration, configuration_id: `cfg-${unknown}` })), ['value_error at body']);
  assert.deepEqual(problems(await create({ ...f, configuration: [] })), ['dict_type at body.configuration']);
  assert.equal((await create({ ...f, configuration_id: `cfg-${unknown}` })).status, 404);
  assert.equal((await create({ ...f, configuration: { ...configuration, parse_config_id: `cfg-${unknown}` } })).status, 404);
  assert.equal((await create({ ...f, configuration, webhook_configuration_ids: [`whc-${unknown}`] })).status, 400);
  assert.deepEqual(problems(await create({ ...f, configuration, webhook_configuration_ids: Array(5).fill('whc-1') })), ['too_long at body.webhook_configuration_ids']);
  assert.equal((await create({ ...f, configuration, configuration_id: null, webhook_configurations: null, webhook_configuration_ids: [], other: 1 })).status, 200);
});

test('settings that exclude each other', async () => {
  const of = async (settings) => problems(await create({ file_input: file.id, configuration: { ...configuration, ...settings } }));
  assert.deepEqual(await of({ tier: 'turbo', parse_tier: 'fast' }), ['value_error at body.configuration.parse_tier']);
  assert.deepEqual(await of({ spreadsheet_mode: true }), ['value_error at body.configuration.spreadsheet_mode']);
  assert.deepEqual(await of({ spreadsheet_mode: true, tier: 'agentic_plus' }), ['value_error at body.configuration.spreadsheet_mode'], 'a PDF is no workbook');
});

test('page selections', async () => {
  for (const target_pages of ['0', '1,0', '3-1', '1-', 'a', '', '1;2', '1.5', '-1', '1,,2', '1-100001'])
    assert.deepEqual(problems(await create({ file_input: file.id, configuration: { ...configuration, target_pages } })), ['value_error at body.configuration.target_pages'], target_pages);
  const far = await createJob(server, file.id, { ...configuration, target_pages: '7, 9' });
  assert.equal((await finished(server, far.id)).status, 'FAILED');
  const some = await createJob(server, file.id, { ...configuration, target_pages: '7, 1, 1 - 1' });
  assert.equal((await finished(server, some.id)).metadata.usage.num_pages_extracted, 1);
});

test('schemas that cannot be used are placed exactly', async () => {
  const of = async (data_schema) => problems(await create({ file_input: file.id, configuration: { data_schema } }));
  const at = (found, place) => assert.ok(found.length > 0 && found.every((p) => p.includes(` at body.configuration.data_schema${place}`)), String(found));
  at(await of([]), '');
  at(await of({}), '');
  at(await of({ type: 'array', items: { type: 'string' } }), '');
  at(await of({ total: { type: 'number' } }), '');
  at(await of({ type: 'object', properties: { a: { type: 'strong' } } }), '.properties.a');
  at(await of({ type: 'object', properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: { type: 'object', properties: { a: { $ref: '#/$defs/a' } } } } }), '');
  at(await of({ type: 'object', properties: { a: { $ref: 'https://example.com/a' } } }), '.properties.a');
  at(await of({ type: 'object', properties: { a: { anyOf: [{ type: 'string' }, { not: {} }] } } }), '.properties.a.anyOf.1');
  at(await of({ type: 'object', properties: { a: { type: 'string', description: 'x'.repeat(200 << 10) } } }), '');
});

test('schemas at their bounds are taken, and no larger ones', async () => {
  const nested = (levels) => (levels ? { type: 'object', properties: { a: nested(levels - 1) } } : { type: 'string' });
  const wide = (n) => ({ type: 'object', properties: Object.fromEntries(Array.from({ length: n }, (_, i) => [`p${i}`, { type: 'string' }])) });
  for (const [good, bad, says] of [[nested(7), nested(8), 'levels'], [wide(5000), wide(5001), '5000']]) {
    assert.equal((await create({ file_input: file.id, configuration: { data_schema: good } })).status, 200);
    const answer = await create({ file_input: file.id, configuration: { data_schema: bad } });
    assert.equal(answer.status, 422);
    assert.match(answer.json.detail.map((d) => d.msg).join(), new RegExp(says));
  }
});

test('a whole number may be written with a point', async () => {
  const body = (pages) => `{"file_input":"${file.id}","configuration":{"data_schema":${JSON.stringify(invoiceSchema)},"max_pages":${pages}}}`;
  for (const pages of ['2.0', '2e0', '0.2e1']) {
    const made = await post(body(pages));
    assert.equal(made.status, 200, pages);
    const { json } = await call(server, 'GET', `${JOBS}/${made.json.id}?expand=configuration`);
    assert.equal(json.configuration.max_pages, 2);
  }
  for (const [pages, type] of [['2.5', 'int_from_float'], ['"2"', 'int_type'], ['1e400', 'int_from_float'], ['0.0', 'greater_than_equal']])
    assert.deepEqual(problems(await post(body(pages))), [`${type} at body.configuration.max_pages`]);
});

test('webhook targets', async () => {
  const of = async (target) => problems(await create({ file_input: file.id, configuration, webhook_configurations: [target] }));
  assert.deepEqual(await of({ webhook_url: 'ftp://x' }), ['url_parsing at body.webhook_configurations.0.webhook_url']);
  assert.deepEqual(await of({ webhook_events: ['extract.nonsense'] }), ['enum at body.webhook_configurations.0.webhook_events.0']);
  assert.deepEqual(await of({ webhook_headers: { a: 'b\r\nc: d' } }), ['value_error at body.webhook_configurations.0.webhook_headers.a']);
  assert.deepEqual(await of('https://x'), ['dict_type at body.webhook_configurations.0']);
});

test('list parameters', async () => {
  const of = async (query) => problems(await call(server, 'GET', `${JOBS}?${query}`));
  assert.deepEqual(await of('page_size=0'), ['greater_than_equal at query.page_size']);
  assert.deepEqual(await of('page_size=-3'), ['greater_than_equal at query.page_size']);
  assert.deepEqual(await of('page_size=ten'), ['int_parsing at query.page_size']);
  assert.deepEqual(await of('status=DONE'), ['enum at query.status']);
  assert.deepEqual(await of('document_input_type=x'), ['enum at query.document_input_type']);
  assert.deepEqual(await of('created_at_on_or_after=yesterday'), ['datetime_parsing at query.created_at_on_or_after']);
  assert.deepEqual(await of('created_at_on_or_before=2026-02-30T00:00:00Z'), ['datetime_parsing at query.created_at_on_or_before']);
  assert.deepEqual(await of(`file_input=${file.id}&document_input_value=dfl-${unknown}`), ['value_error at query.file_input']);
  assert.deepEqual(await of('status=x&page_size=0&created_at_on_or_after=x'), ['greater_than_equal at query.page_size', 'enum at query.status', 'datetime_parsing at query.created_at_on_or_after']);
  for (const query of ['page_size=5000', 'page_size=99999999999999999999', 'page_size=', 'status=&project_id=', 'expand=nonsense', 'unknown=1', 'job_ids=nonsense', 'configuration_id=nonsense', 'file_input=nonsense'])
    assert.equal((await call(server, 'GET', `${JOBS}?${query}`)).status, 200, query);
  // Whole numbers are read as the original reads them.
  for (const size of ['3.0', '3.', '%2B3', '+3', '%203%20', '03', '0_3'])
    assert.equal((await call(server, 'GET', `${JOBS}?page_size=${size}`)).status, 200, size);
  for (const size of ['3.5', '3.0.0', '1e1', '--3', '%2B-3', '3_', '_3', '3__0', '%2B', '.0', '0x3', 'true', '%EF%BC%93', '3,'])
    assert.deepEqual(await of(`page_size=${size}`), ['int_parsing at query.page_size'], size);
  assert.deepEqual(await of('page_size=-99999999999999999999'), ['greater_than_equal at query.page_size']);
  // As many ids as the contract takes, however the client writes the list; one more is told so.
  for (const name of ['job_ids', 'job_ids[]', 'job_ids%5B%5D']) {
    const ids = Array.from({ length: 1000 }, () => `${name}=ext-${randomUUID()}`);
    assert.deepEqual((await call(server, 'GET', `${JOBS}?${ids.join('&')}`)).json.items, []);
    assert.equal((await call(server, 'GET', `${JOBS}?${ids.join('&')}&${ids[0]}`)).status, 422);
  }
  for (const query of ['job_ids=nonsense', 'configuration_id=nonsense', 'file_input=nonsense', `file_input=pjb-${file.id.slice(4)}`])
    assert.deepEqual((await call(server, 'GET', `${JOBS}?${query}`)).json, { items: [], next_page_token: null, total_size: 0 }, query);
});

test('the ways of writing lists, dates and spaces', async () => {
  const { json } = await call(server, 'GET', `${JOBS}?page_size=3`);
  const [a, b] = json.items.map((j) => j.id);
  for (const query of [`job_ids=${a}&job_ids=${b}`, `job_ids[]=${a}&job_ids[]=${b}`, `job_ids[0]=${a}&job_ids[1]=${b}`, `job_ids=${a},${b}`, `job_ids=${a}%2C${b}`, `job_ids=${a.slice(4)},${b.toUpperCase().replace('EXT', 'ext')}`])
    assert.equal((await call(server, 'GET', `${JOBS}?${query}`)).json.total_size, 2, query);
  const year = new Date().getUTCFullYear() + 1;
  for (const when of [`${year}-01-01`, `${year}-01-01T00:00:00`, `${year}-01-01T00:00:00.123456+00:00`, `${year}-01-01T00:00:00%2B01:00`, `${year}-01-01T00:00:00+01:00`, `${year}-01-01+00:00:00`, `${year}-01-01T00:00:00.000Z`])
    assert.deepEqual((await call(server, 'GET', `${JOBS}?created_at_on_or_after=${when}`)).json.items, [], when);
  // No offset means UTC: an hour ago in UTC is before everything here, whatever the local zone.
  const hourAgo = new Date(Date.now() - 3600e3).toISOString().slice(0, 19);
  assert.ok((await call(server, 'GET', `${JOBS}?created_at_on_or_after=${hourAgo}`)).json.total_size > 0);
  assert.equal((await call(server, 'GET', `${JOBS}?created_at_on_or_before=${hourAgo}`)).json.total_size, 0);
  for (const expand of ['expand=configuration&expand=usage', 'expand=configuration,usage', 'expand[]=configuration&expand[]=usage', 'expand[0]=configuration&expand[1]=usage']) {
    const [job] = (await call(server, 'GET', `${JOBS}?page_size=1&${expand}`)).json.items;
    assert.ok(job.configuration && job.usage, expand);
  }
  assert.equal((await call(server, 'GET', `${JOBS}/?page_size=1`)).status, 200);
  assert.equal((await call(server, 'GET', `${JOBS}/${a}/`)).json.id, a);
});

test('page tokens: damaged, of other filters, of another list', async () => {
  const { json } = await call(server, 'GET', `${JOBS}?page_size=1`);
  const token = json.next_page_token;
  const of = async (query) => (await call(server, 'GET', `${JOBS}?${query}`)).status;
  assert.equal(await of(`page_token=${token}`), 200);
  assert.equal(await of(`page_token=${token}&page_size=2&expand=usage`), 200, 'page_size and expand may change');
  assert.equal(await of(`page_token=${token}&status=COMPLETED`), 400);
  assert.equal(await of(`page_token=${token}&file_input=${file.id}`), 400);
  assert.equal(await of(`page_token=${token.slice(1)}`), 400);
  assert.equal(await of(`page_token=${token}A`), 400);
  assert.equal(await of(`page_token=${token.slice(0, 5)}${token[5] === 'A' ? 'B' : 'A'}${token.slice(6)}`), 400);
  assert.equal(await of('page_token=nonsense'), 400);
  assert.equal(await of(`page_token=${'A'.repeat(20000)}`), 400);
  assert.equal((await call(server, 'GET', `${FILES}?page_token=${token}`)).status, 400);
  assert.equal((await call(server, 'GET', `${JOBS}?page_token=bad`)).json.detail, 'page_token is not valid for this list');
});

test('identifiers in paths', async () => {
  const job = (await call(server, 'GET', `${JOBS}?page_size=1`)).json.items[0].id;
  for (const id of [`ext-${unknown}`, unknown, 'nonsense', `dfl-${job.slice(4)}`, '%F0%9F%92%A9', 'ext-'])
    for (const [method, path] of [['GET', id], ['DELETE', id], ['POST', `${id}/cancel`]]) assert.equal((await call(server, method, `${JOBS}/${path}`)).status, 404, id);
  for (const id of [`dfl-${unknown}`, 'nonsense', `ext-${file.id.slice(4)}`])
    for (const [method, path] of [['GET', id], ['DELETE', id], ['GET', `${id}/content`]]) assert.equal((await call(server, method, `${FILES}/${path}`)).status, 404, id);
  assert.equal((await call(server, 'GET', `${FILES}/${file.id.slice(4).toUpperCase()}`)).json.id, file.id);
  assert.equal((await call(server, 'GET', `${JOBS}/${job.slice(4)}`)).json.id, job);
  assert.equal((await call(server, 'GET', `${JOBS}/%zz`)).status, 400);
  assert.equal((await call(server, 'GET', `${JOBS}?status=%ff`)).status, 400);
});

test('unknown paths and methods', async () => {
  assert.equal((await call(server, 'GET', '/api/v2/nothing')).status, 404);
  const wrong = await call(server, 'PUT', JOBS, { json: {} });
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get('allow'), 'GET, HEAD, POST');
  assert.equal(typeof wrong.json.detail, 'string');
  const head = await call(server, 'HEAD', JOBS);
  assert.equal(head.status, 200);
  assert.ok(Number(head.headers.get('content-length')) > 0);
});

test('uploads: parts missing, doubled, damaged', async () => {
  const send = async (...parts) => {
    const form = new FormData();
    for (const [name, value, filename] of parts) filename === undefined ? form.append(name, value) : form.append(name, new File([value], filename));
    return call(server, 'POST', FILES, { body: form });
  };
  assert.deepEqual(problems(await send(['file', 'x', 'a.txt'])), ['missing at body.purpose']);
  assert.deepEqual(problems(await send(['purpose', 'extract'])), ['missing at body.file']);
  assert.deepEqual(problems(await send(['purpose', 'nonsense'], ['file', 'x', 'a.txt'])), ['enum at body.purpose']);
  assert.deepEqual(problems(await send(['purpose', 'extract'], ['file', 'no file name'])), ['value_error at body.file']);
  assert.deepEqual(problems(await send(['purpose', 'extract'], ['file', 'x', `${'n'.repeat(3001)}.txt`])), ['string_too_long at body.file']);
  assert.equal((await send(['purpose', 'extract'], ['file', 'x', 'a.txt'], ['file', 'y', 'b.txt'])).status, 400);
  assert.equal((await send(['file', 'x', 'a'], ['purpose', 'agent_app'], ['other', 'y'])).json.file_type, null);
  const damaged = await raw(server, `POST ${FILES} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${server.key}\r\nContent-Type: multipart/form-data; boundary=X\r\nContent-Length: 10\r\n\r\n--X\r\nnope\r`);
  assert.equal(damaged.slice(9, 12), '400');
  const tooLarge = await raw(server, `POST ${FILES} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.key}\r\nContent-Type: multipart/form-data; boundary=X\r\nContent-Length: 600000000\r\n\r\n--X`);
  assert.equal(tooLarge.slice(9, 12), '413');
});

test('file lists and links: bounds and orders', async () => {
  const of = (query) => call(server, 'GET', `${FILES}?${query}`);
  for (const size of ['0', '1001', 'x']) assert.equal((await of(`page_size=${size}`)).status, 422, size);
  for (const order of ['size', 'name up', 'name,', 'created_at desc;', 'purpose']) assert.equal((await of(`order_by=${encodeURIComponent(order)}`)).status, 400, order);
  for (const order of ['name', 'id', 'created_at', 'name desc', 'created_at asc', 'name,id desc']) assert.equal((await of(`order_by=${encodeURIComponent(order)}`)).status, 200, order);
  assert.deepEqual((await of('file_ids=nonsense')).json, { items: [], next_page_token: null, total_size: 0 });
  const { next_page_token: token } = (await of('page_size=1&order_by=name')).json;
  assert.equal((await of(`page_token=${token}&order_by=name`)).status, 200);
  assert.equal((await of(`page_token=${token}&order_by=id`)).status, 400);
  for (const seconds of ['0', '86401', 'x']) assert.equal((await call(server, 'GET', `${FILES}/${file.id}/content?expires_at_seconds=${seconds}`)).status, 422, seconds);
  assert.equal((await fetch(`${server.url}/download/nonsense`)).status, 403);
});

test('requests that are hardly HTTP do no harm; what is answered is JSON', async () => {
  for (const bytes of ['\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', `GET ${JOBS} HTTP/1.1\r\n\r\n`, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', `GET /${'a'.repeat(100000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET ${JOBS} HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(20000)}\r\n`, `POST ${JOBS} HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n`,
    `POST ${JOBS} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, `POST ${JOBS} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n`]) {
    const heard = await raw(server, bytes, '').catch(() => '');
    assert.doesNotMatch(heard, /^HTTP\/1\.1 [25]00/, bytes.slice(0, 40));
    if (heard) assert.match(heard, /^HTTP\/1\.1 [^]*?\r\nx-request-id: [^]*?\r\n\r\n\{"detail":".*"\}$/, bytes.slice(0, 40));
  }
  assert.equal((await call(server, 'GET', JOBS)).status, 200);
});

test('the log names requests but not keys', async () => {
  const { headers } = await call(server, 'POST', JOBS, { json: {}, headers: { 'x-request-id': 'find-me-1' } });
  assert.equal(headers.get('x-request-id'), 'find-me-1');
  await new Promise((r) => setTimeout(r, 200));
  assert.match(server.log, /find-me-1/);
  assert.ok(!server.log.includes(server.key));
});

test('what the log says of a job names the request that made it', async () => {
  const locked = await upload(server, 'locked.pdf', protectedPdf);
  for (const [input, event] of [[file.id, 'job.finished'], [locked.id, 'job.failed']]) {
    const id = `made-by-${event}`;
    const job = await create({ file_input: input, configuration }, { headers: { 'x-request-id': id } });
    await finished(server, job.json.id);
    const line = new RegExp(`^\\S+ \\w+ ${event} job=${job.json.id} request=${id} `, 'm');
    for (let i = 0; i < 100 && !line.test(server.log); i++) await new Promise((r) => setTimeout(r, 20));
    assert.match(server.log, line);
  }
});
