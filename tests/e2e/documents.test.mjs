// SPDX-License-Identifier: Apache-2.0
// Documents that cannot be read end their job with a word and a reason; the server goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createJob, finished, upload } from './lib/client.mjs';
import { invoice, invoiceSchema, protectedPdf } from './lib/documents.mjs';
import { startServer } from './lib/server.mjs';

let server;
const configuration = { data_schema: invoiceSchema };

before(async () => (server = await startServer()));
after(() => server?.stop());

async function outcome(name, bytes) {
  const file = await upload(server, name, bytes);
  const { id } = await createJob(server, file.id, configuration);
  return finished(server, id);
}

async function assertFails(name, bytes, word) {
  const job = await outcome(name, bytes);
  assert.equal(job.status, 'FAILED', JSON.stringify(job.extract_result));
  assert.match(job.error_message, word);
  assert.equal(job.extract_result, null);
}

test('an empty file', () => assertFails('empty.pdf', Buffer.alloc(0), /^(NO_DATA_FOUND_IN_FILE|PDF_IS_BROKEN|UNSUPPORTED_FILE_TYPE): /));
test('a PDF that needs a password', () => assertFails('secret.pdf', protectedPdf, /^PDF_IS_PROTECTED: /));
test('a PDF that is none', () => assertFails('fake.pdf', Buffer.from('%PDF-1.7\nnothing of the kind'), /^(PDF_IS_BROKEN|NO_DATA_FOUND_IN_FILE): /));
test('a type nobody reads', () => assertFails('a.bin', Buffer.from([1, 2, 3, 0, 255, 254, 7]), /^UNSUPPORTED_FILE_TYPE: /));

test('a PDF cut in half ends one way or the other, quickly', async () => {
  const job = await outcome('half.pdf', invoice.subarray(0, invoice.length >> 1));
  if (job.status === 'FAILED') assert.match(job.error_message, /^(PDF_IS_BROKEN|NO_DATA_FOUND_IN_FILE): /);
  else assert.equal(job.status, 'COMPLETED');
});

test('tier turbo cites text alone, others where it stands', async () => {
  const file = await upload(server, 'bill.pdf', invoice);
  for (const [tier, boxes] of [['turbo', false], ['cost_effective', true]]) {
    const { id } = await createJob(server, file.id, { ...configuration, tier, cite_sources: true });
    const [citation] = (await finished(server, id)).extract_metadata.field_metadata.document_metadata.invoice_number.citation;
    assert.deepEqual([citation.page, citation.matching_text], [1, 'NP-4711']);
    assert.equal('bounding_boxes' in citation, boxes);
  }
});

test('a plain text', async () => {
  const job = await outcome('note.txt', Buffer.from('Invoice number: T-12\nTotal: 10.00 EUR\n'));
  if (job.status === 'FAILED') assert.match(job.error_message, /^UNSUPPORTED_FILE_TYPE: /);
  else assert.equal(job.extract_result.invoice_number, 'T-12');
});

test('a good document still works after all that', async () => {
  const job = await outcome('good.pdf', invoice);
  assert.equal(job.status, 'COMPLETED');
  assert.equal(job.extract_result.invoice_number, 'NP-4711');
});
