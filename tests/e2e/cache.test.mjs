// SPDX-License-Identifier: Apache-2.0
// Results that are answered from a cache, where the operator wants that; the log says of each job whether its was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, createJob, finished, upload } from './lib/client.mjs';
import { invoice, invoiceSchema } from './lib/documents.mjs';
import { JOBS } from './lib/paths.mjs';
import { otherProject, startServer } from './lib/server.mjs';

const configuration = { data_schema: invoiceSchema, cite_sources: true };
let server, file;

before(async () => {
  server = await startServer({ QUARRY_RESULT_CACHE: 'on' });
  file = await upload(server, 'a.pdf', invoice);
});
after(() => server?.stop());

// What a job says in the log at its end.
const noted = async (id, on = server) => {
  for (let i = 0; i < 200; i++) {
    const line = on.log.split('\n').find((l) => l.includes('job.finished') && l.includes(id));
    if (line) return Object.fromEntries([...line.matchAll(/ (\w+)=(\S+)/g)].map((m) => [m[1], m[2]]));
    await new Promise((r) => setTimeout(r, 25));
  }
  throw new Error(`no line of ${id}`);
};
const run = async (more = {}, input = file.id, options = {}, on = server) => {
  const { id } = await createJob(on, input, { ...configuration, ...more }, options);
  const job = await finished(on, id, options);
  assert.equal(job.status, 'COMPLETED');
  return { job, recalled: (await noted(id, on)).recalled === 'yes' };
};

test('a second job with the same bytes and settings gets the same result, as a job of its own', async () => {
  const first = await run();
  const copy = await upload(server, 'other name.pdf', invoice);
  const second = await run({}, copy.id);
  assert.deepEqual([first.recalled, second.recalled], [false, true]);
  assert.notEqual(second.job.id, first.job.id);
  assert.deepEqual(second.job.extract_result, first.job.extract_result);
  assert.deepEqual(second.job.extract_metadata.field_metadata, first.job.extract_metadata.field_metadata);
  assert.deepEqual(second.job.metadata, first.job.metadata);
  assert.notEqual(second.job.extract_metadata.parse_job_id, first.job.extract_metadata.parse_job_id);
  const parsed = await call(server, 'GET', `/api/v2/parse/${second.job.extract_metadata.parse_job_id}?expand=text`);
  assert.match(parsed.json.text.pages[0].text, /NP-4711/);
  assert.equal((await run({}, second.job.extract_metadata.parse_job_id)).recalled, true);
});

test('other settings, disable_cache and another project run the engine', async () => {
  assert.equal((await run({ extraction_target: 'per_page' })).recalled, false);
  assert.equal((await run({ disable_cache: true })).recalled, false);
  const { key } = await otherProject(server);
  const theirs = await upload(server, 'a.pdf', invoice, { key });
  assert.equal((await run({}, theirs.id, { key })).recalled, false);
});

test('deleting the job that left a result takes it away; a restart does not', async () => {
  const first = await run({ system_prompt: 'once' });
  await server.restart();
  assert.equal((await run({ system_prompt: 'once' })).recalled, true);
  assert.equal((await call(server, 'DELETE', `${JOBS}/${first.job.id}`)).status, 200);
  assert.equal((await run({ system_prompt: 'once' })).recalled, false);
});

test('without the option every job runs the engine', async () => {
  const plain = await startServer();
  try {
    const own = await upload(plain, 'a.pdf', invoice);
    await run({}, own.id, {}, plain);
    assert.equal((await run({}, own.id, {}, plain)).recalled, false);
  } finally {
    await plain.stop();
  }
});
