// SPDX-License-Identifier: Apache-2.0
// What belongs to another project does not exist.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, createJob, finished, upload } from './lib/client.mjs';
import { invoice, invoiceSchema } from './lib/documents.mjs';
import { otherProject, startServer } from './lib/server.mjs';

const JOBS = '/api/v2/extract';
const FILES = '/api/v1/beta/files';
const configuration = { data_schema: invoiceSchema };
let server, other, file, job, theirs;

before(async () => {
  server = await startServer();
  other = await otherProject(server);
  file = await upload(server, 'mine.pdf', invoice);
  job = await createJob(server, file.id, configuration);
  await finished(server, job.id);
  theirs = await upload(server, 'theirs.pdf', invoice, { key: other.key });
});
after(() => server?.stop());

test('a foreign key walks every route and meets nothing', async () => {
  const as = (method, path, options) => call(server, method, path, { key: other.key, ...options });
  assert.equal((await as('GET', `${JOBS}/${job.id}`)).status, 404);
  assert.equal((await as('POST', `${JOBS}/${job.id}/cancel`)).status, 404);
  assert.equal((await as('DELETE', `${JOBS}/${job.id}`)).status, 404);
  assert.equal((await as('GET', `${FILES}/${file.id}`)).status, 404);
  assert.equal((await as('GET', `${FILES}/${file.id}/content`)).status, 404);
  assert.equal((await as('DELETE', `${FILES}/${file.id}`)).status, 404);
  assert.equal((await as('POST', JOBS, { json: { file_input: file.id, configuration } })).status, 404);
  assert.deepEqual((await as('GET', JOBS)).json, { items: [], next_page_token: null, total_size: 0 });
  assert.equal((await as('GET', `${JOBS}?job_ids=${job.id}`)).json.total_size, 0);
  assert.equal((await as('GET', `${JOBS}?file_input=${file.id}`)).json.total_size, 0);
  assert.deepEqual((await as('GET', FILES)).json.items.map((f) => f.id), [theirs.id]);
  assert.equal((await as('GET', `${FILES}?file_ids=${file.id}`)).json.total_size, 0);
  assert.equal((await call(server, 'GET', `${JOBS}/${job.id}`)).json.status, 'COMPLETED', 'and nothing was harmed');
});

test('naming a foreign project is 403', async () => {
  const { project_id } = await call(server, 'GET', `${JOBS}/${job.id}`).then((r) => r.json);
  assert.notEqual(project_id, other.project);
  for (const path of [JOBS, FILES, `${JOBS}/${job.id}`, `${FILES}/${file.id}`]) {
    assert.equal((await call(server, 'GET', `${path}?project_id=${project_id}`, { key: other.key })).status, 403, path);
    assert.equal((await call(server, 'GET', `${path}?project_id=${other.project}`)).status, 403, path);
  }
  assert.equal((await call(server, 'GET', `${JOBS}?project_id=${other.project}`, { key: other.key })).status, 200);
});

test('a page token is good for its project only', async () => {
  for (let i = 0; i < 2; i++) {
    await finished(server, (await createJob(server, file.id, configuration)).id);
    await finished(server, (await createJob(server, theirs.id, configuration, { key: other.key })).id, { key: other.key });
  }
  const { next_page_token: token } = (await call(server, 'GET', `${JOBS}?page_size=1`)).json;
  assert.equal((await call(server, 'GET', `${JOBS}?page_size=1&page_token=${token}`)).status, 200);
  assert.equal((await call(server, 'GET', `${JOBS}?page_size=1&page_token=${token}`, { key: other.key })).status, 400);
});
