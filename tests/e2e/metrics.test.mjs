// SPDX-License-Identifier: Apache-2.0
// What /metrics says after real work: every number of jobs moves as the work did, and no other.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, createJob, finished, upload } from './lib/client.mjs';
import { invoice, invoiceSchema, longDocument, protectedPdf } from './lib/documents.mjs';
import { startServer } from './lib/server.mjs';

const configuration = { data_schema: invoiceSchema };
let server, file;

before(async () => {
  server = await startServer({ QUARRY_JOBS: '1' });
  file = await upload(server, 'bill.pdf', invoice);
});
after(() => server?.stop());

// Every sample as { 'name{labels}': number }.
async function scrape() {
  const { text } = await call(server, 'GET', '/metrics');
  return Object.fromEntries(text.split('\n').filter((l) => l && l[0] !== '#').map((l) => [l.slice(0, l.lastIndexOf(' ')), Number(l.slice(l.lastIndexOf(' ') + 1))]));
}

// How much each sample of jobs grew while work() ran, those that stayed left out, told to check(). A job is seen to have
// ended a moment before it is counted: check has some tries.
const JOBS = /^quarry_(jobs|pages|ocr|oldest|cache_lookups_total\{cache="parse")/;
async function counts(work, check) {
  const before = await scrape();
  await work();
  for (let tries = 100; ; tries--) {
    const now = await scrape();
    const jobs = {}, steps = {};
    for (const [name, n] of Object.entries(now)) {
      const step = name.match(/^quarry_job_step_seconds_count\{step="(\w+)"/)?.[1];
      if (n !== before[name] && step) steps[step] = n - before[name];
      if (n !== before[name] && JOBS.test(name)) jobs[name] = n - before[name];
    }
    try {
      return check(jobs, steps, (name) => now[name] - before[name]);
    } catch (e) {
      if (!tries) throw e;
      await new Promise((r) => setTimeout(r, 50));
    }
  }
}

const extract = async (input, more) => finished(server, (await createJob(server, input, { ...configuration, ...more })).id);

async function parse(body) {
  const { json } = await call(server, 'POST', '/api/v2/parse', { json: { tier: 'cost_effective', version: 'latest', ...body } });
  for (let i = 0; i < 1200; i++) {
    const { job } = (await call(server, 'GET', `/api/v2/parse/${json.id}`)).json;
    if (['COMPLETED', 'FAILED', 'CANCELLED'].includes(job.status)) return job;
    await new Promise((r) => setTimeout(r, 50));
  }
  throw new Error('the parse did not end');
}

test('an extraction counts its steps, its pages, its end and that of its parse', () =>
  counts(() => extract(file.id), (jobs, steps) => {
    assert.deepEqual(jobs, {
      'quarry_jobs{kind="extract",state="COMPLETED"}': 1,
      'quarry_jobs{kind="parse",state="COMPLETED"}': 1,
      'quarry_jobs_ended_total{kind="extract",state="COMPLETED"}': 1,
      'quarry_jobs_ended_total{kind="parse",state="COMPLETED"}': 1,
      'quarry_pages_total{kind="extract"}': 1,
      'quarry_cache_lookups_total{cache="parse",found="miss"}': 1,
    });
    assert.deepEqual(steps, { load: 1, parse: 1, keep: 1, select: 1, extract: 1, check: 1, report: 1, finish: 1, remember: 1 });
  }));

test('the same again is a hit of the parse cache; without the cache nobody looks', async () => {
  await counts(() => extract(file.id), (jobs, steps) => {
    assert.equal(jobs['quarry_cache_lookups_total{cache="parse",found="hit"}'], 1);
    assert.equal(jobs['quarry_cache_lookups_total{cache="parse",found="miss"}'], undefined);
    assert.deepEqual([steps.keep, steps.extract, steps.remember], [undefined, 1, 1]);
  });
  await counts(() => extract(file.id, { disable_cache: true }), (jobs, steps) => {
    assert.deepEqual(Object.keys(jobs).filter((k) => k.includes('cache')), []);
    assert.deepEqual([steps.keep, steps.remember], [1, 1]);
  });
});

test('a document that cannot be read counts as failed, and has no pages', async () => {
  const locked = await upload(server, 'locked.pdf', protectedPdf);
  await counts(() => extract(locked.id), (jobs, steps) => {
    assert.equal(jobs['quarry_jobs{kind="extract",state="FAILED"}'], 1);
    assert.equal(jobs['quarry_jobs_ended_total{kind="extract",state="FAILED"}'], 1);
    assert.equal(jobs['quarry_jobs_ended_total{kind="parse",state="FAILED"}'], 1);
    assert.equal(jobs['quarry_pages_total{kind="extract"}'], undefined);
    assert.deepEqual([steps.parse, steps.extract], [1, undefined]);
  });
});

test('a scan costs seconds of recognition, a page of text none; both are part of the step', async () => {
  const { url } = (await call(server, 'POST', `/api/v1/files/${file.id}/page_screenshots/0/presigned_url`)).json;
  const scan = await upload(server, 'scan.png', Buffer.from(await (await fetch(url)).arrayBuffer()));
  await counts(() => parse({ file_id: scan.id }), (jobs, steps, growth) => {
    assert.equal(jobs['quarry_jobs_ended_total{kind="parse",state="COMPLETED"}'], 1);
    assert.equal(jobs['quarry_pages_total{kind="parse"}'], 1);
    assert.ok(jobs.quarry_ocr_seconds_total > 0, 'recognition was counted');
    assert.ok(jobs.quarry_ocr_seconds_total <= growth('quarry_job_step_seconds_sum{step="parse"}'));
  });
  await counts(() => parse({ file_id: file.id, disable_cache: true }), (jobs) => {
    assert.equal(jobs['quarry_pages_total{kind="parse"}'], 1);
    assert.equal(jobs.quarry_ocr_seconds_total, undefined);
  });
});

test('jobs that wait are counted by kind with the age of the oldest; a cancelled one has ended', async () => {
  const long = await upload(server, 'long.pdf', longDocument(3000));
  const running = await createJob(server, long.id, configuration);
  const waiting = (await call(server, 'POST', '/api/v2/parse', { json: { tier: 'fast', version: 'latest', file_id: long.id } })).json;
  const now = await scrape();
  assert.equal(now['quarry_jobs{kind="parse",state="PENDING"}'], 1);
  assert.ok(now['quarry_oldest_pending_seconds{kind="parse"}'] > 0);
  const cancel = async () => {
    assert.equal((await call(server, 'POST', `/api/v2/parse/${waiting.id}/cancel`)).status, 200);
    assert.equal((await call(server, 'POST', `/api/v2/extract/${running.id}/cancel`)).status, 200);
  };
  await counts(cancel, (jobs) => {
    for (const kind of ['extract', 'parse']) assert.equal(jobs[`quarry_jobs_ended_total{kind="${kind}",state="CANCELLED"}`], 1, kind);
  });
  assert.equal((await scrape())['quarry_oldest_pending_seconds{kind="parse"}'], 0);
});
