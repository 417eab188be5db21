// SPDX-License-Identifier: Apache-2.0
// How far a long job is, while it runs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, createJob, finished, upload } from './lib/client.mjs';
import { pdf } from './lib/documents.mjs';
import { quarry, startServer } from './lib/server.mjs';

const PAGES = 12;
let server;

before(async () => (server = await startServer()));
after(() => server?.stop());

// Its font does not tell its letters, so that each page is read by recognition.
function slowDocument() {
  const cmap = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <21> <7E> <E021> endbfrange endcmap end end';
  const lines = Array.from({ length: 40 }, (_, i) => [56, 790 - i * 18, `Line ${i} of a long report about paper and ink, and freight ${i * 7919}`]);
  const text = pdf(Array.from({ length: PAGES }, () => lines), { objects: [`<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`] });
  return Buffer.from(text.toString('latin1').replace('/BaseFont /Helvetica', `/BaseFont /Helvetica /ToUnicode ${4 + 2 * PAGES} 0 R`), 'latin1');
}

test('pages that were read show with the job, in the list and on the command line, until it ends', async () => {
  const file = await upload(server, 'slow.pdf', slowDocument());
  const job = await createJob(server, file.id, { data_schema: { type: 'object', properties: { title: { type: 'string' } } }, parse_tier: 'agentic' });
  assert.ok(!('progress' in job));
  const seen = [];
  let listed, printed, status = job.status, metadata = null;
  while (['PENDING', 'RUNNING'].includes(status)) {
    const { json } = await call(server, 'GET', `/api/v2/extract/${job.id}`);
    if (json.progress) {
      seen.push(json.progress);
      metadata ??= json.metadata;
      listed ??= (await call(server, 'GET', '/api/v2/extract')).json.items[0].progress;
      printed ??= (await quarry('jobs', '--data', server.data)).stdout;
    }
    status = json.status;
    await new Promise((r) => setTimeout(r, 100));
  }
  const done = seen.map((p) => p.pages_done);
  assert.ok(done.length > 0, 'nothing was told');
  for (const p of seen) assert.deepEqual([p.pages_total, p.pages_done > 0 && p.pages_done <= PAGES], [PAGES, true]);
  assert.deepEqual(done, [...done].sort((a, b) => a - b));
  assert.equal(metadata, null);
  assert.ok(listed.pages_done >= done[0] && listed.pages_total === PAGES);
  assert.match(printed, new RegExp(`\\d+ of ${PAGES} pages`));
  const end = await finished(server, job.id);
  assert.deepEqual([end.status, 'progress' in end, end.metadata.usage.num_pages_extracted], ['COMPLETED', false, PAGES]);
});
