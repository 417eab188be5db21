// SPDX-License-Identifier: Apache-2.0
// Settings of a parse that choose how hard it tries: what is a table, what is recognised, which revisions are told.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, createJob, fast, finished, sdkClient, settings, upload } from './lib/client.mjs';
import { invoice, invoiceSchema, pdf } from './lib/documents.mjs';
import { readPng, zip } from './lib/kinds.mjs';
import { startServer } from './lib/server.mjs';

let server, client;

before(async () => {
  server = await startServer();
  client = sdkClient(server);
});
after(() => server?.stop());

const parse = (file, more) => client.parsing.parse({ ...settings, file_id: file.id, ...more }, fast);
const tables = (got) => got.items.pages[0].items.filter((i) => i.type === 'table').map((t) => t.rows);

test('what is taken for a table follows the settings, in every member and in the workbook', async () => {
  const columns = (y, ...rows) => rows.flatMap(([left, right], i) => [[56, y - 15 * i, left], [300, y - 15 * i, right]]);
  const goods = [['Item', 'Price'], ['Pen', '1.50'], ['Ink', '2.50']], sent = [['Paid', 'Yes'], ['Sent', 'No']];
  const file = await upload(server, 'columns.pdf', pdf([[...columns(760, ...goods), ...columns(500, ...sent)]]));
  const seen = async (processing_options) => parse(file, { processing_options, output_options: { tables_as_spreadsheet: { enable: true } }, expand: ['items', 'markdown', 'job_metadata', 'xlsx_content_metadata'] });
  const usual = await seen({}), none = await seen({ disable_heuristics: true }), eager = await seen({ aggressive_table_extraction: true });
  assert.deepEqual([usual, none, eager].map(tables), [[goods], [], [goods, sent]]);
  assert.deepEqual([usual, none, eager].map((g) => g.markdown.pages[0].markdown.match(/\| --- \|/g)?.length ?? 0), [1, 0, 2]);
  assert.deepEqual([usual, none, eager].map((g) => g.result_content_metadata.xlsx.exists), [true, false, true]);
  for (const got of [none, eager]) {
    assert.deepEqual(got.job_metadata.without_effect, []);
    for (const word of goods.flat()) assert.ok(got.markdown.pages[0].markdown.includes(word), word);
  }
  assert.deepEqual(tables(await seen({ disable_heuristics: true, aggressive_table_extraction: true })), [], 'what is disabled stays so');
});

test('pages that the cost optimizer spares are told; with a cheap tier it is told to be without effect', async () => {
  const file = await upload(server, 'a.pdf', pdf([[[56, 700, 'Some words']]]));
  const told = async (tier) => (await parse(file, { tier, processing_options: { cost_optimizer: { enable: true } }, expand: ['job_metadata'] })).job_metadata.without_effect;
  assert.deepEqual(await told('agentic'), []);
  const words = 'one two three four five six seven eight nine ten ';
  const full = await upload(server, 'full.pdf', pdf([[[56, 700, words], [56, 680, words]], [[56, 700, 'Few words']]]));
  const marks = async (more) => (await parse(full, { ...more, expand: ['metadata'] })).metadata.pages.map((p) => [p.cost_optimized, p.triggered_auto_mode]);
  const thrift = { processing_options: { cost_optimizer: { enable: true } } };
  assert.deepEqual(await marks({ tier: 'agentic', ...thrift }), [[true, null], [false, null]]);
  assert.deepEqual(await marks({ tier: 'cost_effective', ...thrift }), [[null, null], [null, null]]);
  assert.deepEqual(await told('fast'), ['processing_options.cost_optimizer.enable']);
});

test('notes of the speaker and the section of a slide come with its page', async () => {
  const shape = (type, text) => `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${text.map((t) => `<a:p><a:r><a:t>${t}</a:t></a:r></a:p>`).join('')}</p:txBody></p:sp>`;
  const names = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const tree = (root, inner) => `<p:${root} ${names}><p:cSld><p:spTree>${inner}</p:spTree></p:cSld></p:${root}>`;
  const relations = (...rows) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const deck = zip(Object.fromEntries([
    ['_rels/.rels', relations(['a', 'officeDocument', 'ppt/presentation.xml'])],
    ['ppt/presentation.xml', `<p:presentation ${names}><p:sldIdLst><p:sldId id="256" r:id="s1"/><p:sldId id="257" r:id="s2"/></p:sldIdLst><p:extLst><p:ext><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Second part"><p14:sldIdLst><p14:sldId id="257"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>`],
    ['ppt/_rels/presentation.xml.rels', relations(['s1', 'slide', 'slides/1.xml'], ['s2', 'slide', 'slides/2.xml'])],
    ['ppt/slides/1.xml', tree('sld', shape('title', ['Opening']))],
    ['ppt/slides/_rels/1.xml.rels', relations(['n', 'notesSlide', '../notes/1.xml'])],
    ['ppt/notes/1.xml', tree('notes', shape('body', ['Greet them all', 'and wait']))],
    ['ppt/slides/2.xml', tree('sld', shape('title', ['Figures']))],
  ]));
  const got = await parse(await upload(server, 'deck.pptx', deck), { expand: ['metadata', 'text'] });
  assert.deepEqual(got.metadata.pages.map((p) => [p.speaker_notes, p.slide_section_name]), [['Greet them all\nand wait', null], [null, 'Second part']]);
  assert.match(got.text.pages[0].text, /Opening[^]*Greet them all/);
});

test('what was changed and remarked in an RTF comes with its page, and leads to its text', async () => {
  const rtf = String.raw`{\rtf1\ansi{\*\revtbl{Unknown;}{Ann;}}for {\deleted\revauthdel1 ten }{\revised\revauth1 twelve} euros\par {\*\atrfstart 1}soon{\*\atrfend 1}{\*\atnauthor Bob}\chatn{\*\annotation{\*\atnref 1}Really?}\par}`;
  const file = await upload(server, 'letter.rtf', Buffer.from(rtf));
  const got = await parse(file, { output_options: { markdown: { annotate_revisions: true } }, expand: ['items', 'markdown'] });
  const { revisions } = got.items.pages[0], { markdown } = got.markdown.pages[0];
  assert.deepEqual(revisions.map((r) => [r.type, r.author, r.content, r.target]), [['deleted', 'Ann', 'ten', 'euros'], ['inserted', 'Ann', 'twelve', 'twelve'], ['comment', 'Bob', 'Really?', 'soon']]);
  for (const r of revisions) assert.equal(markdown.slice(r.start_index, r.end_index), r.target);
});

// The head of the invoice as a picture of one bit a pixel, to be drawn on pages.
async function pictureOfText() {
  const whole = await upload(server, 'whole.pdf', invoice);
  const { url } = (await call(server, 'POST', `/api/v1/files/${whole.id}/page_screenshots/0/presigned_url`)).json;
  const { width, rgb } = readPng(Buffer.from(await (await fetch(url)).arrayBuffer()));
  const wide = 704, top = 100, high = 180;
  let hex = '';
  for (let y = top; y < top + high; y++)
    for (let x = 0; x < wide; x += 4) hex += [0, 1, 2, 3].reduce((bits, i) => bits * 2 + (rgb[3 * (y * width + x + i)] > 128 ? 1 : 0), 0).toString(16);
  return `q 352 0 0 90 56 400 cm BI /W ${wide} /H ${high} /BPC 1 /CS /G /F /AHx ID ${hex}>\nEI Q`;
}

test('pages that meet a rule are parsed as it says: pictures are recognised there alone, also for an extraction', async () => {
  const drawing = await pictureOfText();
  const head = (text) => [[56, 780, text], [56, 760, 'with enough words of its own']];
  const file = await upload(server, 'case.pdf', pdf([head('Letter of the court'), head('Exhibit 12'), head('Letter of the bank'), []], { drawing }));
  const texts = async (...rules) => {
    const got = await parse(file, { processing_options: { auto_mode_configuration: rules }, expand: ['text', 'job_metadata', 'metadata'] });
    assert.deepEqual(got.job_metadata.without_effect, []);
    assert.equal(got.job.tier, 'fast');
    const changed = got.metadata.pages.filter((p) => p.triggered_auto_mode).map((p) => p.page_number);
    assert.ok(got.metadata.pages.every((p) => typeof p.triggered_auto_mode === 'boolean'));
    return got.text.pages.map((p) => [p.page_number, /NP-4711/.test(p.text), /enough words/.test(p.text), changed.includes(p.page_number)]);
  };
  const read = { tier: 'cost_effective', version: 'latest' };
  const none = [[1, false, true, false], [2, false, true, false], [3, false, true, false], [4, false, false, false]];
  const but = (...pages) => none.map(([n, , own]) => [n, pages.includes(n), own, pages.includes(n)]);
  assert.deepEqual(await texts({ text_in_page: 'nowhere', parsing_conf: read }), none);
  assert.deepEqual(await texts({ regexp_in_page: '^exhibit \\d+', regexp_in_page_mode: 'im', parsing_conf: read }), but(2));
  assert.deepEqual(await texts({ page_contains_at_most_n_words: 0, parsing_conf: read }), but(4), 'a page without text');
  assert.deepEqual(await texts({ image_in_page: true, filename_match_glob: 'c*.pdf', parsing_conf: read }), but(1, 2, 3, 4));
  // The first rule that a page meets holds.
  const both = await texts({ text_in_page: 'bank', parsing_conf: {} }, { text_in_page: 'Letter', parsing_conf: read });
  assert.deepEqual(both, [[1, true, true, true], none[1], [3, false, true, true], none[3]]);
  assert.deepEqual(await texts({ text_in_page: 'Letter', parsing_conf: { crop_box: { top: 0.5 } } }), [[1, false, false, true], none[1], [3, false, false, true], none[3]]);
  const chosen = await parse(file, { page_ranges: { target_pages: '3,2' }, processing_options: { auto_mode_configuration: [{ text_in_page: 'Exhibit', parsing_conf: read }] }, expand: ['text'] });
  assert.deepEqual(chosen.text.pages.map((p) => [p.page_number, /NP-4711/.test(p.text)]), [[3, false], [2, true]]);

  const parameters = { product_type: 'parse_v2', ...settings, processing_options: { auto_mode_configuration: [{ text_in_page: 'Exhibit', parsing_conf: read }] } };
  const saved = await call(server, 'POST', '/api/v1/beta/configurations', { json: { name: 'exhibits', parameters } });
  const of = async (more) => (await finished(server, (await createJob(server, file.id, { data_schema: invoiceSchema, cite_sources: true, ...more })).id));
  const { extract_result: found, extract_metadata: metadata } = await of({ parse_config_id: saved.json.id });
  assert.equal(found.invoice_number, 'NP-4711');
  assert.equal(metadata.field_metadata.document_metadata.invoice_number.citation[0].page, 2);
  assert.equal((await of({ parse_tier: 'fast' })).extract_result.invoice_number, null);
});

test('pages that meet a rule are laid out as it says, and what a rule asks in vain is told', async () => {
  const columns = (y, ...rows) => rows.flatMap(([left, right], i) => [[56, y - 15 * i, left], [300, y - 15 * i, right]]);
  const prose = [['The first column of this page', 'and the second begins with'], ['goes on with words that are', 'other words of the same kind'],
    ['ordinary and small to read', 'which are read after all of'], ['until it ends in the middle', 'those that stand on the left']]
    .flatMap(([left, right], i) => [[56, 400 - 14 * i, left], [320, 400 - 14 * i, right]]);
  const sent = [['Paid', 'Yes'], ['Sent', 'No']], page = (head) => [[56, 780, head], ...columns(700, ...sent), ...prose];
  const file = await upload(server, 'two.pdf', pdf([page('First'), page('Second')]));
  const seen = async (parsing_conf, more = {}) => {
    const processing_options = { ...more, auto_mode_configuration: [{ text_in_page: 'nowhere' }, { text_in_page: 'Second', parsing_conf }] };
    const got = await parse(file, { processing_options, expand: ['items', 'text', 'job_metadata'] });
    const rows = got.items.pages.map((p) => p.items.filter((i) => i.type === 'table').map((t) => t.rows));
    return { rows, aside: got.text.pages.map((p) => /this page +and the second/.test(p.text)), told: got.job_metadata.without_effect };
  };
  assert.deepEqual(await seen({}), { rows: [[], []], aside: [false, false], told: [] });
  assert.deepEqual((await seen({ aggressive_table_extraction: true })).rows, [[], [sent]]);
  assert.deepEqual((await seen({ aggressive_table_extraction: false }, { aggressive_table_extraction: true })).rows, [[sent], []]);
  assert.deepEqual((await seen({ aggressive_table_extraction: true }, { disable_heuristics: true })).rows, [[], []]);
  assert.deepEqual((await seen({ spatial_text: { do_not_unroll_columns: true } })).aside, [false, true]);
  const { told } = await seen({ custom_prompt: 'read well', high_res_ocr: true, extract_layout: true, ignore: { ignore_hidden_text: true }, other: { a: [{ b: 1 }] } });
  assert.deepEqual(told, ['custom_prompt', 'high_res_ocr', 'other.a[0].b'].map((key) => `processing_options.auto_mode_configuration[1].parsing_conf.${key}`));
});

test('a document whose pages are all pictures is read where a rule says so, and has no words where none does', async () => {
  const drawing = await pictureOfText();
  const file = await upload(server, 'scan.pdf', pdf([[], []], { drawing }));
  const rule = (parsing_conf) => ({ processing_options: { auto_mode_configuration: [{ page_shorter_than_n_chars: 10, parsing_conf }] }, expand: ['text'] });
  assert.match((await parse(file, rule({ tier: 'agentic', version: 'latest' }))).text.pages[1].text, /NP-4711/);
  await assert.rejects(parse(file, rule({})), /NO_DATA_FOUND_IN_FILE/);
  await assert.rejects(parse(file, { expand: ['text'] }), /NO_DATA_FOUND_IN_FILE/);
});
