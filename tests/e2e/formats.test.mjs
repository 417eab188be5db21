// SPDX-License-Identifier: Apache-2.0
// The same document in every format, from the upload to values with their places and to a parse: what reads it is all that differs.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { call, createJob, fast, finished, sdkClient, upload } from './lib/client.mjs';
import { invoiceSchema, pdf } from './lib/documents.mjs';
import { bmp, foreign, kinds, readPng, tiff, workbook, zip } from './lib/kinds.mjs';
import { startServer } from './lib/server.mjs';

const lines = ['Invoice number: F-27184', 'Invoice date: 2026-05-06', 'Total: 99.50'];
const elements = [...lines.slice(0, 2), 'Invoice total: 99.50'];
const rows = [['Item', 'Count', 'Price'], ['Paper', '12', '1.50'], ['Ink', '7', '2.25'], ['Pencils', '30', '0.40']];
const values = { invoice_number: 'F-27184', invoice_date: '2026-05-06', total: 99.5 };
let server, client;

before(async () => {
  server = await startServer();
  client = sdkClient(server);
});
after(() => server?.stop());

const extract = async (file, more) => finished(server, (await createJob(server, file.id, { data_schema: invoiceSchema, ...more })).id);

// Every value is on the page that its citation names, inside of it, and reads like it.
function assertCited({ extract_metadata }, pages) {
  for (const [name, value] of Object.entries(values)) {
    const [citation] = extract_metadata.field_metadata.document_metadata[name].citation;
    assert.equal(citation.page, 1, name);
    assert.match(citation.matching_text, new RegExp(String(value).replace(/[.]/g, '.')), name);
    const { width, height } = citation.page_dimensions;
    assert.deepEqual([width, height], [pages[0].page_width, pages[0].page_height]);
    assert.ok(citation.bounding_boxes.length > 0);
    for (const b of citation.bounding_boxes) assert.ok(b.x >= 0 && b.y >= 0 && b.w > 0 && b.h > 0 && b.x + b.w <= width + 0.01 && b.y + b.h <= height + 0.01, name);
  }
}

async function assertRead(name, bytes, { tier = 'fast', exact = true } = {}) {
  const file = await upload(server, name, bytes);
  const job = await extract(file, { cite_sources: true, parse_tier: tier });
  assert.equal(job.status, 'COMPLETED', job.error_message);
  assert.deepEqual(job.extract_result, values);
  const got = await client.parsing.parse({ tier, version: 'latest', file_id: file.id, expand: ['text', 'markdown', 'items'] }, fast);
  const text = got.text.pages.map((p) => p.text).join('\n');
  if (exact) for (const word of lines.join(' ').split(' ')) assert.ok(text.includes(word), `${word} in ${text}`);
  assert.ok(got.markdown.pages[0].success && got.markdown.pages[0].markdown.includes('F-27184'));
  assertCited(job, got.items.pages);
  return { file, job, got };
}

// (Names of elements take the place of labels, and one of a single word is read together with its parent's.)
for (const [kind, make] of Object.entries(kinds))
  test(`${kind}: values with their places, and a parse`, () => assertRead(`bill.${kind}`, make(kind === 'xml' ? elements : lines, []), { exact: kind !== 'xml' }));

// What stands in a table of the source is one in items, cell for cell.
for (const kind of ['md', 'html', 'epub', 'docx', 'xlsx', 'odt', 'ods', 'csv'])
  test(`${kind}: its table is a table`, async () => {
    const file = await upload(server, `table.${kind}`, kinds[kind](['A bill of three things'], rows));
    const got = await client.parsing.parse({ tier: 'fast', version: 'latest', file_id: file.id, expand: ['items'] }, fast);
    const tables = got.items.pages[0].items.filter((i) => i.type === 'table');
    assert.equal(tables.length, 1);
    assert.deepEqual(tables[0].rows.slice(-4).map((r) => r.slice(0, 3)), rows);
  });

test('pictures of a page: PNG, BMP, TIFF, and TIFF with two pages', async () => {
  const drawn = await upload(server, 'bill.pdf', pdf([lines.map((l, i) => [72, 760 - 30 * i, l])]));
  const { url } = (await call(server, 'POST', `/api/v1/files/${drawn.id}/page_screenshots/0/presigned_url`)).json;
  const png = Buffer.from(await (await fetch(url)).arrayBuffer());
  const picture = readPng(png);
  for (const [name, bytes] of [['bill.png', png], ['bill.bmp', bmp(picture)], ['bill.tiff', tiff(picture)]])
    await assertRead(name, bytes, { tier: 'cost_effective', exact: false });
  const { got } = await assertRead('two.tif', tiff(picture, picture), { tier: 'cost_effective', exact: false });
  assert.deepEqual(got.text.pages.map((p) => p.page_number), [1, 2]);
  const unread = await extract(await upload(server, 'unread.png', png), { parse_tier: 'fast' });
  assert.notEqual(unread.extract_result?.invoice_number, 'F-27184', 'tier fast recognises nothing');
});

test('sheet_names chooses sheets of a workbook, in place of target_pages and in the order written', async () => {
  const sheet = (n) => [['invoice_number', 'total'], [`${n}-1`, '10.5'], [`${n}-2`, '20']];
  const file = await upload(server, 'year.xlsx', workbook({ May: sheet('M'), 'June & July': sheet('J'), Empty: [], August: sheet('A') }));
  const numbers = async (more) => {
    const job = await extract(file, { tier: 'agentic_plus', spreadsheet_mode: true, extraction_target: 'per_table_row', ...more });
    return job.status === 'COMPLETED' ? job.extract_result.map((r) => r.invoice_number) : job.error_message;
  };
  assert.deepEqual(await numbers({}), ['M-1', 'M-2', 'J-1', 'J-2', 'A-1', 'A-2']);
  assert.deepEqual(await numbers({ sheet_names: ['June & July'] }), ['J-1', 'J-2']);
  assert.deepEqual(await numbers({ sheet_names: ['August', 'May', 'August', 'none'], target_pages: '2' }), ['A-1', 'A-2', 'M-1', 'M-2']);
  assert.deepEqual(await numbers({ sheet_names: ['August', 'May'], max_pages: 1 }), ['A-1', 'A-2']);
  assert.deepEqual(await numbers({ sheet_names: [] }), await numbers({}));
  for (const sheet_names of [['may'], ['Empty']])
    assert.equal(await numbers({ sheet_names }), 'NO_DATA_FOUND_IN_FILE: sheet_names names none of the sheets that hold anything: May, June & July, August');
  assert.deepEqual(await numbers({ spreadsheet_mode: false, sheet_names: ['May'], target_pages: '2' }), ['J-1', 'J-2']);
});

test('hidden sheets are read where the settings ask for them, also those of an extraction', async () => {
  const file = await upload(server, 'hidden.xlsx', workbook({ Shown: [['Item', 'Price'], ['Paper', '1.50']], Secret: [['Invoice number:', 'H-9'], ['Total:', '7.50']] }, ['Secret']));
  const spreadsheet = (include_hidden_sheets) => ({ input_options: { spreadsheet: { include_hidden_sheets } } });
  const text = async (on) => (await client.parsing.parse({ tier: 'fast', version: 'latest', file_id: file.id, ...spreadsheet(on), expand: ['text_full'] }, fast)).text_full;
  assert.doesNotMatch(await text(false), /H-9/);
  assert.match(await text(true), /Shown[^]*Secret[^]*H-9/);
  const parameters = { product_type: 'parse_v2', tier: 'fast', version: 'latest', ...spreadsheet(true) };
  const saved = await call(server, 'POST', '/api/v1/beta/configurations', { json: { name: 'hidden', parameters } });
  assert.equal((await extract(file)).extract_result.invoice_number, null);
  assert.equal((await extract(file, { parse_config_id: saved.json.id })).extract_result.invoice_number, 'H-9');
});

test('text askew is left out where the settings say so', async () => {
  const watermark = 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (DRAFT) Tj ET BT /F1 11 Tf 0 1 -1 0 30 300 Tm (Upright margin) Tj ET';
  const file = await upload(server, 'draft.pdf', pdf([[[72, 700, 'Words across the page']]], { drawing: watermark }));
  const text = async (ignore_diagonal_text) => (await client.parsing.parse({ tier: 'fast', version: 'latest', file_id: file.id, processing_options: { ignore: { ignore_diagonal_text } }, expand: ['text_full'] }, fast)).text_full;
  assert.match(await text(false), /DRAFT/);
  const left = await text(true);
  assert.doesNotMatch(left, /DRAFT/);
  assert.match(left, /Words across the page/);
  assert.match(left, /Upright margin/);
});

// The name says little: the content decides.
test('a document under the name of another kind is read for what it is', async () => {
  await assertRead('bill.pdf', kinds.docx(lines, []));
  await assertRead('bill.docx', kinds.rtf(lines));
});

test('a damaged package fails by name, and leaves a parse job that says so too', async () => {
  for (const [name, bytes] of [['cut.docx', kinds.docx(lines, []).subarray(0, 300)], ['empty.xlsx', zip({ 'a.txt': 'x' })]]) {
    const job = await extract(await upload(server, name, bytes));
    assert.equal(job.status, 'FAILED');
    assert.match(job.error_message, /^(PDF_IS_BROKEN|UNSUPPORTED_FILE_TYPE|NO_DATA_FOUND_IN_FILE): /);
    const [parse] = (await call(server, 'GET', '/api/v2/parse?page_size=1')).json.items;
    assert.deepEqual([parse.status, parse.name, parse.error_message], ['FAILED', name, job.error_message]);
  }
});

const office = existsSync('/usr/lib/libreoffice/program/soffice.bin');
const converted = { skip: !office && 'LibreOffice is not installed' };

for (const [kind, make] of Object.entries(foreign))
  test(`${kind}: converted by LibreOffice, then read`, converted, () => assertRead(`bill.${kind}`, make(lines, [])));

test('what LibreOffice makes nothing of fails as a conversion', converted, async () => {
  const job = await extract(await upload(server, 'bill.sxw', Buffer.from('PK\x03\x04 no archive', 'latin1')));
  assert.equal(job.status, 'FAILED');
  assert.match(job.error_message, /^CONVERSION_FAILED: LibreOffice /);
});
