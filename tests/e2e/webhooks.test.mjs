// SPDX-License-Identifier: Apache-2.0
// Webhooks: what a receiver gets, when, and what may not be called.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { call, finished, upload } from './lib/client.mjs';
import { invoice, invoiceSchema, longDocument, partlyBroken } from './lib/documents.mjs';
import { HOOKS, JOBS, unknown } from './lib/paths.mjs';
import { otherProject, quarry, startServer } from './lib/server.mjs';

const configuration = { data_schema: invoiceSchema };
let receiver, allowed, strict, file, strictFile, job;

// Takes requests; answers(request, response, n) says what the n-th to a path gets.
async function startReceiver() {
  const heard = [], answers = new Map();
  const http = createServer((request, response) => {
    const chunks = [];
    request.on('data', (d) => chunks.push(d));
    request.on('end', () => {
      const n = heard.filter((h) => h.path === request.url).length;
      heard.push({ path: request.url, method: request.method, headers: request.headers, body: Buffer.concat(chunks), at: Date.now() });
      (answers.get(request.url) ?? ((_, r) => r.writeHead(204).end()))(request, response, n);
    });
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${http.address().port}`;
  return { heard, answers, url, at: (path) => heard.filter((h) => h.path === path), stop: () => (http.closeAllConnections(), http.close()) };
}

async function until(what, ready) {
  for (let i = 0; i < 400; i++) {
    if (await ready()) return;
    await new Promise((r) => setTimeout(r, 25));
  }
  assert.fail(`waited in vain: ${what}`);
}

before(async () => {
  receiver = await startReceiver();
  allowed = await startServer({ QUARRY_WEBHOOK_ALLOW: '127.0.0.1', QUARRY_WEBHOOK_WAIT: '50', QUARRY_WEBHOOK_TIMEOUT: '1' });
  strict = await startServer();
  file = await upload(allowed, 'a.pdf', invoice);
  strictFile = await upload(strict, 'a.pdf', invoice);
});
after(async () => {
  await allowed?.stop();
  await strict?.stop();
  receiver?.stop();
});

const post = (server, json) => call(server, 'POST', JOBS, { json: { file_input: (server === strict ? strictFile : file).id, configuration, ...json } });
async function create(server, ...targets) {
  const { status, json, text } = await post(server, { webhook_configurations: targets });
  assert.equal(status, 200, text);
  return json;
}
const log = async (server, id, ...more) => (await quarry('jobs', '--data', server.data, '--deliveries', id, ...more)).stdout;
const ended = (server, id, state) => until(`${state} in the log`, async () => (await log(server, id)).includes(` ${state} `));
const target = (path, more) => ({ webhook_url: receiver.url + path, ...more });

test('both formats carry the same event, signed over the exact bytes', async () => {
  job = await create(allowed, target('/json', { webhook_output_format: 'json', webhook_signing_secret: 'k1', webhook_headers: { 'X-Mine': 'yes', Authorization: 'Bearer t' }, webhook_events: ['extract.success'] }),
    target('/string', { webhook_signing_secret: 'k2', webhook_events: ['extract.success', 'extract.error'] }));
  await until('both', () => receiver.at('/json').length && receiver.at('/string').length);
  const [a] = receiver.at('/json'), [b] = receiver.at('/string');
  const event = JSON.parse(a.body);
  assert.deepEqual(Object.keys(event), ['event_id', 'event_type', 'timestamp', 'data']);
  assert.equal(event.event_type, 'extract.success');
  assert.deepEqual(event.data, { id: job.id, job_id: job.id });
  assert.ok(Math.abs(event.timestamp - Date.now() / 1000) < 600);
  assert.equal(JSON.parse(b.body), a.body.toString(), 'the text of the object as one string');
  assert.equal(a.headers['lc-signature'], `sha256=${createHmac('sha256', 'k1').update(a.body).digest('hex')}`);
  assert.equal(b.headers['lc-signature'], `sha256=${createHmac('sha256', 'k2').update(b.body).digest('hex')}`);
  for (const h of [a.headers, b.headers]) {
    assert.equal(h['content-type'], 'application/json');
    assert.equal(h['user-agent'], 'llamaindex-webhook-service/1.0');
    assert.equal(h['x-webhook-event-id'], event.event_id);
    assert.equal(h['x-webhook-event-type'], 'extract.success');
  }
  assert.equal(a.headers['x-mine'], 'yes');
  assert.equal(a.headers.authorization, 'Bearer t');
  assert.equal(a.method, 'POST');
});

test('without a list all events come, in order, and the first after the create answer', async () => {
  const { id } = await create(allowed, target('/all', { webhook_output_format: 'json' }));
  const answered = Date.now();
  await until('two events', () => receiver.at('/all').length === 2);
  assert.deepEqual(receiver.at('/all').map((h) => JSON.parse(h.body).event_type), ['extract.pending', 'extract.success']);
  assert.ok(receiver.at('/all')[0].at >= answered);
  assert.equal(receiver.at('/all')[0].headers['lc-signature'], undefined);
  await finished(allowed, id);
});

test('a failed job is an extract.error', async () => {
  const bad = await upload(allowed, 'bad.bin', Buffer.from([0, 1, 2, 3, 255, 254]));
  await post(allowed, { file_input: bad.id, webhook_configurations: [target('/error', { webhook_output_format: 'json', webhook_events: ['extract.error'] })] });
  await until('it', () => receiver.at('/error').length);
  assert.equal(JSON.parse(receiver.at('/error')[0].body).event_type, 'extract.error');
});

// What a receiver at path hears of a job: names of events, in order.
const heard = (path) => receiver.at(path).map((h) => JSON.parse(h.body)).map((e) => e.event_type);
const json = (path) => target(path, { webhook_output_format: 'json' });

test('a job with a page that cannot be read completes with the rest, says so, and is a partial success', async () => {
  const bad = await upload(allowed, 'partly.pdf', partlyBroken(3, 2));
  const { id } = (await post(allowed, { file_input: bad.id, webhook_configurations: [json('/partial')] })).json;
  const done = await finished(allowed, id);
  assert.equal(done.status, 'COMPLETED');
  assert.equal(done.extract_result.invoice_number, 'NP-4711');
  assert.equal(done.extract_result.total, null);
  assert.equal(done.metadata.failed_pages.length, 1);
  assert.equal(done.metadata.failed_pages[0].page_number, 2);
  assert.match(done.metadata.failed_pages[0].error, /^DOCUMENT_TOO_LARGE: ./);
  assert.equal(done.metadata.nulls.total, 'unreadable');
  assert.equal(done.metadata.usage.num_pages_extracted, 2);
  await until('both', () => receiver.at('/partial').length === 2);
  assert.deepEqual(heard('/partial'), ['extract.pending', 'extract.partial_success']);
});

test('a parse job tells what becomes of it: waiting, running, its end', async () => {
  const parse = async (path, file_id, more) => {
    const body = { tier: 'fast', version: 'latest', file_id, webhook_configurations: [json(path)], ...more };
    const { status, json: made, text } = await call(allowed, 'POST', '/api/v2/parse', { json: body });
    assert.equal(status, 200, text);
    return made.id;
  };
  const bad = await upload(allowed, 'bad.bin', Buffer.from([0, 1, 2, 3, 255, 254]));
  const partly = await upload(allowed, 'partly.pdf', partlyBroken(3, 2));
  const id = await parse('/parse', file.id);
  await parse('/parse-error', bad.id);
  await parse('/parse-share', partly.id);
  const most = { processing_control: { job_failure_conditions: { allowed_page_failure_ratio: 0.5 } } };
  const half = await parse('/parse-partial', partly.id, most);
  await until('all', () => ['/parse', '/parse-error', '/parse-share', '/parse-partial'].every((p) => receiver.at(p).length === 3));
  assert.deepEqual(heard('/parse'), ['parse.pending', 'parse.running', 'parse.success']);
  assert.deepEqual(JSON.parse(receiver.at('/parse')[2].body).data, { id, job_id: id });
  assert.deepEqual(heard('/parse-error'), ['parse.pending', 'parse.running', 'parse.error']);
  assert.deepEqual(heard('/parse-share'), ['parse.pending', 'parse.running', 'parse.error'], 'more than one page in twenty');
  assert.deepEqual(heard('/parse-partial'), ['parse.pending', 'parse.running', 'parse.partial_success']);
  const got = (await call(allowed, 'GET', `/api/v2/parse/${half}?expand=text,markdown,items,metadata`)).json;
  assert.deepEqual(got.markdown.pages.map((p) => p.success), [true, false, true]);
  assert.deepEqual(got.items.pages.map((p) => p.success), [true, false, true]);
  assert.match(got.markdown.pages[1].error, /^DOCUMENT_TOO_LARGE: ./);
  assert.match(got.text.pages[0].text, /NP-4711/);
});

test('a cancelled parse job says so last', async () => {
  const long = await upload(allowed, 'long.pdf', longDocument(400));
  const ids = [];
  for (let i = 0; i < 6; i++) {
    const body = { tier: 'fast', version: 'latest', file_id: long.id, disable_cache: true, webhook_configurations: [json(`/cancel-${i}`)] };
    ids.push((await call(allowed, 'POST', '/api/v2/parse', { json: body })).json.id);
  }
  const last = ids.length - 1;
  assert.equal((await call(allowed, 'POST', `/api/v2/parse/${ids[last]}/cancel`)).status, 200);
  await until('it', () => heard(`/cancel-${last}`).includes('parse.cancelled'));
  assert.equal(heard(`/cancel-${last}`).at(-1), 'parse.cancelled');
  for (const id of ids.slice(0, -1)) await call(allowed, 'POST', `/api/v2/parse/${id}/cancel`);
});

test('what fails is tried again with the same id and body, then given up', async () => {
  receiver.answers.set('/twice', (_, r, n) => r.writeHead(n < 1 ? 500 : 200).end());
  receiver.answers.set('/never', (_, r) => r.writeHead(404).end());
  const { id } = await create(allowed, target('/twice', { webhook_events: ['extract.success'] }), target('/never', { webhook_events: ['extract.success'] }));
  await ended(allowed, id, 'delivered');
  await ended(allowed, id, 'failed');
  const [a, b] = receiver.at('/twice');
  assert.equal(receiver.at('/twice').length, 2);
  assert.deepEqual(a.body, b.body);
  assert.equal(a.headers['x-webhook-event-id'], b.headers['x-webhook-event-id']);
  assert.equal(receiver.at('/never').length, 3);
  const text = await log(allowed, id);
  assert.match(text, /^extract\.success +delivered +127\.0\.0\.1:\d+ +event [0-9a-f-]{36}\n {2}try 1 .* status 500 .*\n {2}try 2 .* status 200 /m);
  assert.equal(text.match(/status 404/g).length, 3);
});

test('a target that does not answer and one that redirects are failures; a redirect is not followed', async () => {
  receiver.answers.set('/silent', () => {});
  receiver.answers.set('/elsewhere', (_, r) => r.writeHead(307, { location: `${receiver.url}/trap` }).end());
  receiver.answers.set('/metadata', (_, r) => r.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end());
  const { id } = await create(allowed, ...['/silent', '/elsewhere', '/metadata'].map((p) => target(p, { webhook_events: ['extract.success'] })));
  await until('all three given up', async () => ((await log(allowed, id)).match(/ failed /g) ?? []).length === 3);
  const text = await log(allowed, id);
  assert.equal(text.match(/no answer within 1000 ms|timed out/gi).length, 3, text);
  assert.equal(text.match(/status 307/g).length, 3);
  assert.equal(text.match(/status 302/g).length, 3);
  assert.equal(receiver.at('/trap').length, 0);
});

test('a receiver whose certificate nobody vouches for is told nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarry-tls-'));
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', 'key.pem', '-out', 'cert.pem'];
  await promisify(execFile)('openssl', words, { cwd: folder });
  const [key, cert] = await Promise.all(['key.pem', 'cert.pem'].map((name) => readFile(join(folder, name))));
  await rm(folder, { recursive: true });
  const told = [];
  let greeted = 0;
  const secure = createSecureServer({ key, cert }, (request, response) => (told.push(request.url), response.writeHead(204).end()));
  secure.on('connection', () => greeted++);
  await new Promise((resolve) => secure.listen(0, '127.0.0.1', resolve));
  try {
    const { id } = await create(allowed, { webhook_url: `https://127.0.0.1:${secure.address().port}/tls`, webhook_events: ['extract.success'] });
    await ended(allowed, id, 'failed');
    assert.match(await log(allowed, id), /certificate/i);
    assert.ok(greeted > 0, 'it was reached');
    assert.deepEqual(told, []);
  } finally {
    secure.closeAllConnections();
    secure.close();
  }
});

test('by default addresses that are not public are refused: written out at once, behind a name when it is called', async () => {
  const port = new URL(receiver.url).port;
  for (const host of ['127.0.0.1', `127.0.0.1:${port}`, '169.254.169.254', '[::1]', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', '0x7f.1', '0177.0.0.1', '2130706433', '127.1',
    '10.0.0.1', '0.0.0.0', '100.64.0.1', 'public.example@127.0.0.1', '%31%32%37.0.0.1', '127.0.0.1.', '[fe80::1]', '224.0.0.1']) {
    const { status, json } = await post(strict, { webhook_configurations: [{}, { webhook_url: `http://${host}/x` }] });
    assert.equal(status, 422, host);
    assert.deepEqual(json.detail[0].loc, ['body', 'webhook_configurations', 1, 'webhook_url']);
    assert.match(json.detail[0].msg, /which this server may not call/, host);
    assert.equal((await call(strict, 'POST', HOOKS, { json: { webhook_url: `http://${host}/x` } })).status, 422, host);
  }
  const before = receiver.heard.length;
  const { id } = await create(strict, { webhook_url: `http://localhost:${port}/by-name`, webhook_events: ['extract.success'] });
  await ended(strict, id, 'refused');
  assert.match(await log(strict, id), /refused +localhost:\d+ .*\n {2}try 1 .*localhost has the address (127\.0\.0\.1|::1), a loopback address, which this server may not call/);
  assert.equal(receiver.heard.length, before);
});

test('a restart between attempts goes on where it was, also after kill -9', async () => {
  let up = false;
  receiver.answers.set('/restart', (_, r) => r.writeHead(up ? 200 : 503).end());
  const slow = await startServer({ QUARRY_WEBHOOK_ALLOW: '127.0.0.0/8', QUARRY_WEBHOOK_WAIT: '3000', QUARRY_WEBHOOK_ATTEMPTS: '2' });
  const { id: input } = await upload(slow, 'a.pdf', invoice);
  const { json } = await call(slow, 'POST', JOBS, { json: { file_input: input, configuration, webhook_configurations: [target('/restart', { webhook_events: ['extract.success'] })] } });
  await until('the first attempt in the log', async () => (await log(slow, json.id)).includes('status 503'));
  up = true;
  await slow.restart('SIGKILL');
  await ended(slow, json.id, 'delivered');
  const [a, b] = receiver.at('/restart');
  assert.deepEqual(a.body, b.body);
  assert.equal(receiver.at('/restart').length, 2);
  await slow.stop();
});

test('a saved webhook: create, list, get, change, delete; its secrets are never shown', async () => {
  const sent = { webhook_url: `${receiver.url.replace('//', '//me:pw@')}/saved`, webhook_headers: { 'X-Token': 't0ken' }, webhook_events: ['extract.success'], webhook_output_format: 'json', webhook_signing_secret: 's3cret' };
  const made = await call(allowed, 'POST', HOOKS, { json: sent });
  assert.equal(made.status, 201, made.text);
  const { id } = made.json;
  assert.match(id, /^whc-[0-9a-f-]{36}$/);
  assert.equal(made.json.has_secret, true);
  assert.equal(made.json.tenant_type, 'project');
  assert.deepEqual(made.json.webhook_headers, { 'X-Token': '****' });
  assert.equal(made.json.webhook_url, `${receiver.url.replace('//', '//****@')}/saved`);
  const got = await call(allowed, 'GET', `${HOOKS}/${id}`);
  assert.deepEqual(got.json, made.json);
  const second = await call(allowed, 'POST', HOOKS, { json: { webhook_url: 'https://hooks.example/x' } });
  assert.deepEqual([second.json.webhook_events, second.json.webhook_headers, second.json.has_secret, second.json.webhook_output_format], [null, null, false, 'string']);
  assert.deepEqual((await call(allowed, 'GET', HOOKS)).json.map((w) => w.id), [second.json.id, id], 'newest first');
  assert.ok(!/t0ken|s3cret|me:pw/.test(made.text + got.text + (await call(allowed, 'GET', HOOKS)).text));

  // What was shown, sent back whole, changes nothing.
  const put = (json, to = id) => call(allowed, 'PUT', `${HOOKS}/${to}`, { json });
  const { webhook_url, webhook_headers, webhook_events, webhook_output_format } = made.json;
  assert.equal((await put({ webhook_url, webhook_headers, webhook_events, webhook_output_format })).status, 200);
  await post(allowed, { webhook_configuration_ids: [id, id], webhook_configurations: [target('/inline', { webhook_events: ['extract.success'] })] });
  await until('saved and inline', () => receiver.at('/saved').length && receiver.at('/inline').length);
  const [heard] = receiver.at('/saved');
  assert.equal(receiver.at('/saved').length, 1, 'named twice, told once');
  assert.equal(heard.headers['x-token'], 't0ken');
  assert.equal(heard.headers.authorization, `Basic ${Buffer.from('me:pw').toString('base64')}`);
  assert.equal(heard.headers['lc-signature'], `sha256=${createHmac('sha256', 's3cret').update(heard.body).digest('hex')}`);
  assert.equal(heard.headers['x-webhook-event-id'], receiver.at('/inline')[0].headers['x-webhook-event-id'], 'one event');

  // Absent keys stay; null takes away; a mask without a value behind it is refused, and so are credentials moved to another host.
  const changed = await put({ webhook_headers: { 'X-Token': '****', 'X-New': 'n' }, webhook_signing_secret: null });
  assert.deepEqual([changed.json.has_secret, changed.json.webhook_events, changed.json.webhook_headers], [false, ['extract.success'], { 'X-Token': '****', 'X-New': '****' }]);
  assert.ok(changed.json.updated_at >= made.json.updated_at && changed.json.created_at === made.json.created_at);
  assert.equal((await put({ webhook_headers: { 'X-Other': '****' } })).status, 422);
  assert.equal((await put({ webhook_url: 'https://****@evil.example/' })).status, 422);
  assert.equal((await put({ webhook_events: [] })).status, 422);
  assert.equal((await put({ webhook_events: null })).json.webhook_events, null);

  const remove = (to) => call(allowed, 'DELETE', `${HOOKS}/${to}`);
  assert.equal((await remove(id)).status, 204);
  for (const answer of [await remove(id), await put({}), await call(allowed, 'GET', `${HOOKS}/${id}`)]) assert.equal(answer.status, 404);
  assert.equal((await post(allowed, { webhook_configuration_ids: [id] })).status, 400);
});

test('what makes no saved webhook is refused with its place', async () => {
  const bad = async (json) => {
    const answer = await call(allowed, 'POST', HOOKS, { json });
    assert.equal(answer.status, 422, JSON.stringify(json));
    return answer.json.detail.map((d) => `${d.type} at ${d.loc.join('.')}`);
  };
  const url = { webhook_url: 'https://hooks.example/' };
  assert.deepEqual(await bad({}), ['missing at body.webhook_url']);
  assert.deepEqual(await bad({ webhook_url: null }), ['string_type at body.webhook_url']);
  assert.deepEqual(await bad({ webhook_url: 'ftp://x/' }), ['url_parsing at body.webhook_url']);
  assert.deepEqual(await bad({ ...url, webhook_events: [] }), ['too_short at body.webhook_events']);
  assert.deepEqual(await bad({ ...url, webhook_events: ['x'] }), ['enum at body.webhook_events.0']);
  assert.deepEqual(await bad({ ...url, webhook_output_format: 'xml' }), ['enum at body.webhook_output_format']);
  assert.deepEqual(await bad({ ...url, webhook_headers: { 'Content-Length': '1', a: 'b\nc', d: 1 } }), ['value_error at body.webhook_headers.Content-Length', 'value_error at body.webhook_headers.a', 'string_type at body.webhook_headers.d']);
  for (const ids of [[`whc-${unknown}`], ['whc-1'], [`cfg-${unknown}`]]) assert.equal((await post(allowed, { webhook_configuration_ids: ids })).status, 400, ids[0]);
});

test('another project finds none of it', async () => {
  const other = await otherProject(allowed);
  const as = (method, path, json) => call(allowed, method, path, { key: other.key, json });
  const { json: mine } = await call(allowed, 'POST', HOOKS, { json: { webhook_url: 'https://hooks.example/' } });
  assert.deepEqual((await as('GET', HOOKS)).json, []);
  for (const [method, json] of [['GET'], ['PUT', {}], ['DELETE']]) assert.equal((await as(method, `${HOOKS}/${mine.id}`, json)).status, 404, method);
  const theirs = await upload(allowed, 'b.pdf', invoice, { key: other.key });
  assert.equal((await as('POST', JOBS, { file_input: theirs.id, configuration, webhook_configuration_ids: [mine.id] })).status, 400);
  assert.equal((await call(allowed, 'GET', `${HOOKS}/${mine.id}`)).status, 200, 'and nothing was harmed');
  await assert.rejects(log(allowed, job.id, '--project', other.project), /there is no job/);
  for (const [method, path] of [['GET', HOOKS], ['POST', HOOKS], ['GET', `${HOOKS}/${mine.id}`], ['PUT', `${HOOKS}/${mine.id}`], ['DELETE', `${HOOKS}/${mine.id}`]])
    assert.equal((await call(allowed, method, path, { key: null })).status, 401, `${method} ${path}`);
});

test('the log says when nobody was told, and the metric counts', async () => {
  const { json } = await post(allowed, {});
  assert.equal(await log(allowed, json.id), 'no webhook was told of this job\n');
  await assert.rejects(log(allowed, `ext-${unknown}`), /there is no job/);
  await assert.rejects(log(allowed, 'nonsense'), /identifier of a job/);
  const metrics = await fetch(`${allowed.url}/metrics`, { headers: { authorization: `Bearer ${allowed.key}` } }).then((r) => r.text());
  assert.match(metrics, /^quarry_webhook_deliveries_total\{delivery="delivered"\} [1-9]/m);
  assert.match(metrics, /^quarry_webhook_deliveries_total\{delivery="given_up"\} [1-9]/m);
});
