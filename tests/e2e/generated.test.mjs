// SPDX-License-Identifier: Apache-2.0
// Random requests derived from the contract, good ones and bad ones, to every route: never a 5xx, never an answer
// outside the contract, never a hang. GENERATED_SEED and GENERATED_REQUESTS change what is sent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, createJob, finished, upload } from './lib/client.mjs';
import { resolve, routes } from './lib/contract.mjs';
import { invoice, invoiceSchema } from './lib/documents.mjs';
import { pending } from './lib/pending.mjs';
import { otherProject, startServer } from './lib/server.mjs';

const SEED = Number(process.env.GENERATED_SEED ?? 4711);
const REQUESTS = Number(process.env.GENERATED_REQUESTS ?? 1500);
const PATIENCE_MS = 60000; // a guard against a hang, not a measure
let server, other, ids;

// mulberry32: small, seeded, good enough to choose with.
let state = SEED >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const chance = (p) => random() < p;

const deep = (n) => JSON.parse('['.repeat(n) + ']'.repeat(n));
const ODD = [null, true, 0, -1, 1.5, 1e308, 9007199254740993, '', 'nonsense', 'ä\u0000\ud83d\udca9', 'x'.repeat(5000), [], {}, [null], [[]], { a: null }, deep(40)];
const ODD_TEXT = ['', '%c0%af', '%ed%a0%80', '%2F', '%2f..%2f', '%', 'x'.repeat(30000), '0', '-1', '1e9', '99999999999999999999', 'true', 'null', 'nonsense', '%00', '%ff', '%F0%9F%92%A9', 'a,b', '2026-02-30T00:00:00Z', '../..', `${'x'.repeat(3000)}`, "';--", '%zz'];

// An ID of any kind: ours in both forms, of another project, of nothing, of another kind.
const anyId = () => pick([...ids, ...ids.map((id) => id.replace(/^[a-z]{3}-/, '')), 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee', pick(ids).toUpperCase(), `ext-${pick(ids)}`]);

// A value that the schema allows, more or less: depth bounds what refers to itself.
function value(given, depth = 0) {
  const schema = resolve(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(schema.enum);
  if (schema.default !== undefined && chance(0.3)) return schema.default;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return value(pick(choices), depth + 1);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => value(part, depth + 1)));
  const type = pick([schema.type ?? 'object'].flat());
  return VALUES[type](schema, depth);
}
const VALUES = {
  null: () => null,
  boolean: () => chance(0.5),
  integer: (s) => (s.minimum ?? 0) + below(Math.min((s.maximum ?? 50) - (s.minimum ?? 0), 50) + 1),
  number: () => random() * 10,
  string: (s) => (s.format === 'date-time' ? '2026-01-02T03:04:05Z' : pick([anyId(), 'fast', 'latest', 'https://example.com/hook', '1,2', 'some words'])),
  array: (s, depth) => (depth > 6 ? [] : Array.from({ length: below(3) }, () => value(s.items ?? { type: 'string' }, depth + 1))),
  object: (s, depth) => {
    const names = Object.keys(s.properties ?? {});
    if (!names.length) return chance(0.6) ? structuredClone(invoiceSchema) : {};
    const kept = names.filter((name) => s.required?.includes(name) || (depth < 6 && chance(0.4)));
    return Object.fromEntries(kept.map((name) => [name, value(s.properties[name], depth + 1)]));
  },
};

// Every place in a value: [holder, key].
const places = (v) => (v && typeof v === 'object' ? Object.keys(v).flatMap((key) => [[v, key], ...places(v[key])]) : []);
const MUTATIONS = [
  ([holder, key]) => (holder[key] = structuredClone(pick(ODD))),
  ([holder, key]) => (Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key]),
  ([holder]) => (Array.isArray(holder) ? holder.push(pick(ODD)) : (holder.unknown = pick(ODD))),
  ([holder, key]) => (holder[key] = anyId()),
  ([holder, key]) => (holder[key] = Array(60).fill(holder[key])),
];

// JSON text that is not quite what it says.
const BREAKS = [
  (text) => text.slice(0, below(text.length)),
  (text) => text.replace(/^\{/, '{"file_input":1,"name":2,"name":3,'),
  (text) => Buffer.from(text.replace(/"/, '"\xff\xc0'), 'latin1'),
  (text) => text.replace(/:/, `:${'['.repeat(2000)}`),
  (text) => text.replace(/:[^,}]+/, `:${'9'.repeat(400)}`),
  (text) => text.replace(/:[^,}]+/, ':"\\ud800"'),
  () => '',
  () => 'null',
  (text) => `[${text}]`,
];

function jsonBody(schema) {
  let body = value(schema);
  if (chance(0.1)) body = structuredClone(pick(ODD));
  for (let n = pick([0, 0, 1, 1, 2]); n > 0; n--) {
    const all = places(body);
    if (all.length) pick(MUTATIONS)(pick(all));
  }
  const text = JSON.stringify(body);
  return chance(0.15) ? pick(BREAKS)(text) : text;
}

function formBody(schema) {
  const form = new FormData();
  for (const [name, part] of Object.entries(resolve(schema).properties)) {
    if (chance(0.15)) continue;
    const s = resolve(part);
    if (s.format === 'binary' || /file$/.test(name)) form.append(name, new File([pick(['', 'text', invoice])], pick(['a.pdf', '', 'ä'.repeat(90), '../b.txt', 'c'])));
    else form.append(name, chance(0.7) ? String(value(s)) : pick(['', 'nonsense', 'x'.repeat(5000)]));
    if (chance(0.05)) form.append(name, 'again');
  }
  return form;
}

const written = (v) => (chance(0.3) ? pick(ODD_TEXT) : encodeURIComponent(Array.isArray(v) ? v.join() : String(v ?? '')));
const LONGEST = 60000; // a head has a bound, and what is over it no route
function targetOf(route) {
  const path = route.path.replace(/\{[^}]+\}/g, () => (chance(0.8) ? anyId() : pick(ODD_TEXT).replace(/^$|\/|^%2[fF]$/g, 'x')));
  const asked = route.parameters.filter((p) => p.in === 'query' && chance(/_id$/.test(p.name) ? 0.1 : 0.3));
  const query = asked.map((p) => `${p.name}${chance(0.05) ? '[]' : ''}=${written(value(p.schema))}`);
  return (path + (query.length ? `?${query.join('&')}` : '')).slice(0, LONGEST);
}

function requestOf(route) {
  const options = { headers: {}, signal: AbortSignal.timeout(PATIENCE_MS) };
  const [media, body] = Object.entries(route.operation.requestBody?.content ?? {})[0] ?? [];
  if (media === 'application/json') {
    options.body = jsonBody(body.schema);
    options.headers['content-type'] = chance(0.95) ? media : pick(['text/plain', 'multipart/form-data; boundary=x', 'application/json; charset=latin1', 'nonsense']);
  } else if (media) {
    options.body = formBody(body.schema);
  }
  if (chance(0.1)) options.key = pick([null, other.key, 'wrong']);
  return [targetOf(route), options];
}

before(async () => {
  server = await startServer();
  other = await otherProject(server);
  const file = await upload(server, 'a.pdf', invoice);
  const theirs = await upload(server, 'b.pdf', invoice, { key: other.key });
  const job = await createJob(server, file.id, { data_schema: invoiceSchema, cite_sources: true });
  const { extract_metadata: metadata, project_id: project } = await finished(server, job.id);
  const saved = await call(server, 'POST', '/api/v1/beta/configurations', { json: { name: 'a', parameters: { product_type: 'extract_v2', data_schema: invoiceSchema } } });
  ids = [file.id, theirs.id, job.id, metadata.parse_job_id, project, other.project, saved.json.id];
});
after(() => server?.stop());

test(`${REQUESTS} requests of seed ${SEED} are answered as the contract says`, async (t) => {
  t.diagnostic(`GENERATED_SEED=${SEED} GENERATED_REQUESTS=${REQUESTS}`);
  const built = routes.filter((r) => !pending.includes(`${r.method} ${r.path}`) && r.path.startsWith('/api/'));
  const seen = {}, wrong = [];
  for (let n = 0; n < REQUESTS; n++) {
    const route = built[n % built.length];
    const [target, options] = requestOf(route);
    const told = typeof options.body === 'string' || Buffer.isBuffer(options.body) ? ` ${String(options.body).slice(0, 400)}` : '';
    try {
      const { status } = await call(server, route.method, target, options);
      seen[status] = (seen[status] ?? 0) + 1;
      if (status >= 500) wrong.push(`${n}: ${status} ${route.method} ${target}${told}`);
    } catch (e) {
      wrong.push(`${n}: ${route.method} ${target.slice(0, 300)}${told}: ${e.message} ${e.cause ?? ''}`);
    }
  }
  t.diagnostic(JSON.stringify(seen));
  assert.deepEqual(wrong, []);
  for (const status of [200, 400, 404, 422]) assert.ok(seen[status] > REQUESTS / 100, `too few ${status} to mean anything`);
});
