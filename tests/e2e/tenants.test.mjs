// SPDX-License-Identifier: Apache-2.0
// What belongs to another project does not exist. Every route of the contract is walked with keys of others, over
// identifiers that exist: what a new route, parameter or body needs here is told by a failure.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { call, createJob, finished, upload } from './lib/client.mjs';
import { isConstant, routes } from './lib/contract.mjs';
import { invoice, invoiceSchema, longDocument } from './lib/documents.mjs';
import { CONFIGS, FILES, HOOKS, JOBS, PARSE, PARSE_CONFIGS } from './lib/paths.mjs';
import { otherProject, quarry, root, startServer } from './lib/server.mjs';

const configuration = { data_schema: invoiceSchema };
const target = { webhook_url: 'http://127.0.0.1:9/owner-secret', webhook_events: ['extract.success'] };
let server, strangers, mine;

const made = async (path, json) => {
  const answer = await call(server, 'POST', path, { json });
  assert.ok(answer.status < 300, `${path}: ${answer.text}`);
  return answer.json;
};

before(async () => {
  server = await startServer({ QUARRY_JOBS: '1', QUARRY_WEBHOOK_ALLOW: '127.0.0.1' });
  const org = (await quarry('org', 'create', 'Others', '--data', server.data)).stdout.trim();
  const project = (await quarry('project', 'create', 'theirs', '--org', org, '--data', server.data)).stdout.trim();
  const key = (await quarry('key', 'create', '--project', project, '--data', server.data)).stdout.trim();
  strangers = [{ ...(await otherProject(server)), who: 'a project of the same organization' }, { key, project, who: 'another organization' }];
  for (const other of strangers) other.file = (await upload(server, 'theirs.pdf', invoice, { key: other.key })).id;

  const file = (await upload(server, 'owner-secret.pdf', invoice)).id;
  const settings = { name: 'owner-secret', parameters: { product_type: 'extract_v2', ...configuration } };
  const config = (await made(CONFIGS, settings)).id;
  const parseConfig = (await made(PARSE_CONFIGS, { name: 'owner-secret-parse', version: 'latest', parameters: { tier: 'fast', version: 'latest' } })).id;
  const hook = (await made(HOOKS, target)).id;
  const job = await made(JOBS, { file_input: file, configuration_id: config });
  const ended = await finished(server, job.id);
  const parsed = (await call(server, 'GET', `${JOBS}/${job.id}?expand=extract_metadata`)).json.extract_metadata.parse_job_id;
  // Jobs that wait, for what only works on those: one worker has its hands full.
  const long = (await upload(server, 'owner-secret-long.pdf', longDocument(4000))).id;
  const waiting = [await createJob(server, long, configuration), await createJob(server, file, configuration)].at(-1).id;
  const waitingParse = (await made(PARSE, { file_id: file, tier: 'fast', version: 'latest' })).id;
  const { project_id: own, organization_id: organization } = (await call(server, 'GET', '/api/v1/auth/session')).json;
  mine = { file, long, config, parseConfig, hook, job: job.id, parsed, waiting, waitingParse, project: ended.project_id, own, organization };
});
after(() => server?.stop());

// What stands for a parameter of a path, by the path up to it.
const IN_PATH = {
  [`${JOBS}/{job_id}`]: () => mine.job,
  [`${PARSE}/{job_id}`]: () => mine.parsed,
  [`${FILES}/{file_id}`]: () => mine.file,
  '/api/v1/files/{id}': () => mine.file,
  '/api/v1/files/{id}/page_screenshots/{page_index}': () => 0,
  [`${CONFIGS}/{config_id}`]: () => mine.config,
  [`${PARSE_CONFIGS}/{config_id}`]: () => mine.parseConfig,
  [`${HOOKS}/{config_id}`]: () => mine.hook,
  '/api/v1/projects/{project_id}': () => mine.project,
  '/api/v2/projects/{project_id}': () => mine.project,
};
// And where only another state of it would do harm.
const IN_THIS_PATH = { [`${JOBS}/{job_id}/cancel`]: () => mine.waiting, [`${PARSE}/{job_id}/cancel`]: () => mine.waitingParse };

// Values of query parameters that name what is not theirs; null: it names nothing.
const IN_QUERY = {
  project_id: () => mine.project, organization_id: () => mine.organization, configuration_id: () => mine.config,
  document_input_value: () => mine.file, file_input: () => mine.file, file_ids: () => mine.file, file_name: () => 'owner-secret.pdf',
  job_ids: (path) => (path === PARSE ? mine.parsed : mine.job), name: (path) => (path === PARSE_CONFIGS ? 'owner-secret-parse' : 'owner-secret'),
  page_token: null, page_size: null, status: null, document_input_type: null, created_at_on_or_after: null, created_at_on_or_before: null,
  expand: null, external_file_id: null, order_by: null, expires_at_seconds: null, storage_type: null, product_type: null, latest_only: null,
  creator: null, version: null, image_filenames: null, project_name: null,
};

// Bodies that name what is not theirs, in every place where one can: the request must not get through. A body without
// such a place is their own business.
// A saved webhook that a job names must be the project's (400); whatever else is not there is 404.
const refused = (...bodies) => bodies.map((json) => ({ json, refused: json.webhook_configuration_ids ? [400] : [403, 404] })), own = (...bodies) => bodies.map((json) => ({ json }));
const file = () => ({ body: Object.entries({ file: new File([invoice], 'a.pdf'), upload_file: new File([invoice], 'a.pdf'), purpose: 'extract', configuration: '{"tier":"fast","version":"latest"}' }).reduce((form, [k, v]) => (form.append(k, v), form), new FormData()) });
const BODIES = {
  [`POST ${JOBS}`]: (o) => refused(
    { file_input: mine.file, configuration }, { file_input: mine.parsed, configuration }, { document_input_value: mine.file, configuration },
    { file_input: o.file, configuration_id: mine.config }, { file_input: o.file, configuration: { ...configuration, parse_config_id: mine.parseConfig } },
    { file_input: o.file, configuration, webhook_configuration_ids: [mine.hook] }),
  [`POST ${JOBS}/schema/validation`]: () => own({ data_schema: invoiceSchema }),
  [`POST ${JOBS}/schema/generate`]: () => refused({ file_id: mine.file }),
  [`POST ${FILES}`]: () => [file()],
  [`POST ${FILES}/query`]: () => [...own({ filter: { file_ids: [mine.file] } }, { filter: { file_name: 'owner-secret.pdf' } }, {}), ...refused({ filter: { project_id: mine.project } })],
  'POST /api/v1/files': () => [file()],
  [`POST ${CONFIGS}`]: () => own({ name: 'owner-secret', parameters: { product_type: 'extract_v2', ...configuration } }),
  [`PUT ${CONFIGS}/{config_id}`]: () => refused({ name: 'taken over' }),
  [`POST ${PARSE_CONFIGS}`]: () => own({ name: 'owner-secret-parse', version: 'latest', parameters: { tier: 'fast', version: 'latest' } }),
  [`PUT ${PARSE_CONFIGS}/{config_id}`]: () => refused({ name: 'taken over', version: 'latest', parameters: { tier: 'fast', version: 'latest' } }),
  [`POST ${HOOKS}`]: () => own({ ...target, webhook_url: 'http://127.0.0.1:9/theirs' }),
  [`PUT ${HOOKS}/{config_id}`]: () => refused({ webhook_url: 'http://127.0.0.1:9/taken-over' }),
  [`POST ${PARSE}`]: (o) => refused({ file_id: mine.file, tier: 'fast', version: 'latest' }, { file_id: o.file, configuration_id: mine.parseConfig },
    { file_id: o.file, tier: 'fast', version: 'latest', webhook_configuration_ids: [mine.hook] }),
  [`POST ${PARSE}/upload`]: () => [file()],
};

// Every request of the walk over a route: { target, refused, json, body, sent }.
function requests(route, other) {
  const { method, path } = route, name = `${method} ${path}`;
  const filled = path.replace(/\{[^}]+\}/g, (_, at) => {
    const until = path.slice(0, path.indexOf('}', at) + 1);
    assert.ok(IN_PATH[until], `${name}: nothing of the owner's stands for ${until}`);
    return (IN_THIS_PATH[path] ?? IN_PATH[until])();
  });
  const queries = route.parameters.filter((p) => p.in === 'query').flatMap((p) => {
    assert.ok(p.name in IN_QUERY, `${name}: what does the parameter ${p.name} name?`);
    const value = IN_QUERY[p.name]?.(path);
    // Names are free to be the same; what has an identifier of the owner's is not there.
    return value ? [{ name: p.name, text: `?${p.name}=${encodeURIComponent(value)}`, none: [mine.file, mine.job, mine.parsed, mine.config].includes(value) }] : [];
  });
  assert.equal(name in BODIES, route.operation.requestBody !== undefined, `${name}: bodies that name what is the owner's`);
  const bodies = BODIES[name]?.(other) ?? [{}];
  const foreign = path.includes('{');
  return [
    ...bodies.map((b) => ({ ...b, target: filled, refused: foreign ? [403, 404] : b.refused })),
    ...queries.map((q) => ({ ...bodies[0], none: q.none, target: filled + q.text, refused: foreign || q.name === 'project_id' ? [403, 404] : bodies[0].refused })),
  ];
}

// What may be in no answer to a stranger, unless he sent it himself.
const bare = (id) => id.replace(/^[a-z]{3}-/, '');
const secrets = () => ['owner-secret', 'taken over', ...Object.values(mine).map(bare)];

const walked = () => routes.filter((r) => r.operation.security?.length !== 0 || r.path.includes('{'));

test('with a key of others every route is walked, and nothing is met', async (t) => {
  const before = await everything();
  let n = 0;
  for (const other of strangers) {
    for (const route of walked()) {
      for (const { target: at, refused: mustFail, none, json, body } of requests(route, other)) {
        const { status, text, headers, json: answer } = await call(server, route.method, at, { key: other.key, json, body });
        const what = `${other.who}: ${route.method} ${at} ${json ? JSON.stringify(json) : ''}: ${status} ${text.slice(0, 200)}`;
        n++;
        if (mustFail) assert.ok(mustFail.includes(status), what);
        else assert.ok(status < 300 || status === 403 || status === 404, what);
        const sent = at + JSON.stringify(json ?? '');
        const shared = other.who.includes('same organization') ? [bare(mine.organization)] : [];
        for (const secret of secrets())
          if (!sent.includes(secret) && !shared.includes(secret)) assert.ok(!(text + JSON.stringify([...headers])).includes(secret), `${secret} in ${what}`);
        if (none && status === 200) assert.equal(answer.total_size ?? 0, 0, what);
      }
    }
  }
  t.diagnostic(`${n} requests`);
  assert.deepEqual(await everything(), before, 'and nothing was harmed');
});

// All the owner has, as he sees it; jobs that go on meanwhile without what changes by that.
async function everything() {
  const seen = {};
  for (const at of [`${JOBS}/${mine.job}`, `${PARSE}/${mine.parsed}`, `${FILES}/${mine.file}`, `${CONFIGS}/${mine.config}`, `${PARSE_CONFIGS}/${mine.parseConfig}`, `${HOOKS}/${mine.hook}`, `${FILES}?page_size=100`, HOOKS, CONFIGS, PARSE_CONFIGS])
    seen[at] = (await call(server, 'GET', at)).json;
  for (const at of [`${JOBS}/${mine.waiting}`, `${PARSE}/${mine.waitingParse}`]) {
    const { json } = await call(server, 'GET', at);
    assert.notEqual((json.job ?? json).status, 'CANCELLED', at);
  }
  const { json } = await call(server, 'GET', `${JOBS}?page_size=100`);
  seen.jobs = json.items.map((j) => j.id);
  return seen;
}

// Links are for whoever has them; all else that answers is in the contract, and so in the walk or the same for everybody.
test('every row of the table of routes is in the contract', () => {
  const source = readFileSync(join(root, 'src', 'api', 'routes.c'), 'utf8');
  const words = Object.fromEntries([...source.matchAll(/^#define (\w+) "(.*)"$/gm)].map((m) => [m[1], m[2]]));
  const rows = [...source.matchAll(/\{ HTTP_(GET|POST|PUT|DELETE),\s+(?:(\w+)\s*)?(?:"([^"]*)")?,/g)].map(([, method, word, rest]) => `${method} ${word ? words[word] : ''}${rest ?? ''}`);
  assert.equal(rows.length, [...source.matchAll(/^\t\{ HTTP_/gm)].length);
  const inContract = new Set(routes.map((r) => `${r.method} ${r.path}`));
  assert.deepEqual(rows.filter((row) => !inContract.has(row)), ['GET /download/{token}']);
  for (const route of routes.filter((r) => !walked().includes(r))) assert.ok(isConstant(route) || !route.path.startsWith('/api/'), route.path);
});

test('naming a foreign project is 403', async () => {
  for (const other of strangers) {
    for (const path of [JOBS, FILES, `${JOBS}/${mine.job}`, `${FILES}/${mine.file}`]) {
      assert.equal((await call(server, 'GET', `${path}?project_id=${mine.project}`, { key: other.key })).status, 403, path);
      assert.equal((await call(server, 'GET', `${path}?project_id=${other.project}`)).status, 403, path);
    }
    assert.equal((await call(server, 'GET', `${JOBS}?project_id=${other.project}`, { key: other.key })).status, 200);
  }
});

test('a page token is good for its project only, in every list that has pages', async () => {
  const [other] = strangers;
  const more = async (key) => {
    await upload(server, 'more.pdf', invoice, { key });
    for (const n of [1, 2]) {
      await call(server, 'POST', CONFIGS, { key, json: { name: `more-${n}`, parameters: { product_type: 'extract_v2', ...configuration } } });
      await call(server, 'POST', PARSE_CONFIGS, { key, json: { name: `more-${n}`, version: 'latest', parameters: { tier: 'fast', version: 'latest' } } });
    }
  };
  for (const key of [server.key, other.key]) await more(key);
  const lists = routes.filter((r) => r.method === 'GET' && r.path !== '/api/v2/projects' && r.parameters.some((p) => p.name === 'page_token'));
  assert.ok(lists.length >= 5);
  for (const { path } of lists) {
    const { next_page_token: token } = (await call(server, 'GET', `${path}?page_size=1`)).json;
    assert.ok(token, path);
    assert.equal((await call(server, 'GET', `${path}?page_size=1&page_token=${token}`)).status, 200, path);
    assert.equal((await call(server, 'GET', `${path}?page_size=1&page_token=${token}`, { key: other.key })).status, 400, path);
    for (const { path: another } of lists)
      if (another !== path) assert.equal((await call(server, 'GET', `${another}?page_size=1&page_token=${token}`)).status, 400, `${path} to ${another}`);
  }
  const { next_page_token: token } = (await call(server, 'POST', `${FILES}/query`, { json: { page_size: 1 } })).json;
  assert.equal((await call(server, 'POST', `${FILES}/query`, { json: { page_size: 1, page_token: token } })).status, 200);
  assert.equal((await call(server, 'POST', `${FILES}/query`, { json: { page_size: 1, page_token: token }, key: other.key })).status, 400);
});
