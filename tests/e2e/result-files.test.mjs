// SPDX-License-Identifier: Apache-2.0
// Results of a parse that are files: links that give them to everybody who has one, and what the options put in them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { call, fast, sdkClient, settings, upload } from './lib/client.mjs';
import { pdf } from './lib/documents.mjs';
import { startServer } from './lib/server.mjs';

let server, client;

before(async () => {
  server = await startServer();
  client = sdkClient(server);
});
after(() => server?.stop());

const head = ['Item', 'Count', 'Price'];
const table = (y, rows) => rows.flatMap((row, r) => row.map((text, c) => [[56, 200, 300][c], y - 18 * r, text]));
const prices = pdf([
  [[56, 780, 'Prices of [spring]: all'], ...table(740, [head, ['Paper', '12', '1.50'], ['Ink & glue', '007', '-2.25'], ['<Pen>', '3', '1,200.00']]), [56, 600, 'Until June.']],
  [[56, 780, 'And of autumn'], ...table(740, [head, ['Paper', '9', '1.75'], ['Ink', '8', '2.50'], ['Pen', '3', '0.5']])],
]);

async function parse(bytes, output_options, expand, name = 'a.pdf') {
  const file = await upload(server, name, bytes);
  const job = await client.parsing.create({ ...settings, file_id: file.id, output_options });
  await client.parsing.waitForCompletion(job.id, {}, fast);
  return { file, job, got: (await call(server, 'GET', `/api/v2/parse/${job.id}?expand=${expand.join(',')}`)).json };
}

// The file behind a link, which needs no key.
async function load(entry) {
  const response = await fetch(entry.presigned_url);
  assert.equal(response.status, 200);
  const bytes = Buffer.from(await response.arrayBuffer());
  assert.equal(bytes.length, entry.size_bytes);
  assert.equal(entry.exists, true);
  return { bytes, text: bytes.toString(), type: response.headers.get('content-type'), disposition: response.headers.get('content-disposition') };
}

test('each member has a link that gives its JSON; a damaged one, and one of a deleted job, give nothing', async () => {
  const words = ['text', 'markdown', 'items', 'metadata', 'forms'];
  const { job, got } = await parse(prices, {}, words.flatMap((w) => [w, `${w}_content_metadata`]));
  assert.deepEqual(Object.keys(got.result_content_metadata).sort(), [...words].sort());
  for (const word of words) {
    const { text, type, disposition } = await load(got.result_content_metadata[word]);
    assert.deepEqual(JSON.parse(text), got[word]);
    assert.equal(type, 'application/json');
    assert.equal(disposition, `attachment; filename*=UTF-8''${word}.json`);
  }
  const { presigned_url } = got.result_content_metadata.text;
  const part = await fetch(presigned_url, { headers: { range: 'bytes=0-8' } });
  assert.deepEqual([part.status, await part.text()], [206, '{"pages":']);
  assert.equal((await fetch(presigned_url.slice(0, -3))).status, 403);
  await client.parsing.delete(job.id);
  assert.equal((await fetch(presigned_url)).status, 404);
});

test('files are made where the settings ask for them, and are no members', async () => {
  const words = ['raw_words', 'stripped_markdown', 'concatenated_stripped_markdown', 'xlsx', 'output_pdf', 'grounded_items'];
  const { got } = await parse(prices, {}, words.flatMap((w) => [w, `${w}_content_metadata`]));
  assert.deepEqual(Object.keys(got).sort(), ['job', 'raw_parameters']);
});

test('words with their boxes, and text without formatting', async () => {
  const kinds = ['word_bbox', 'stripped_md', 'concatenated_stripped_txt'];
  const names = ['raw_words', 'stripped_markdown', 'concatenated_stripped_markdown'];
  const { got } = await parse(prices, { additional_outputs: kinds }, names.map((n) => `${n}_content_metadata`));
  const [words, stripped, whole] = await Promise.all(names.map((n) => load(got.result_content_metadata[n])));
  const lines = words.text.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(words.type, 'application/jsonl');
  assert.deepEqual(lines.slice(0, 4).map((w) => [w.page_number, w.text]), [[1, 'Prices'], [1, 'of'], [1, '[spring]:'], [1, 'all']]);
  assert.equal(lines.filter((w) => w.page_number === 2).length, 15);
  for (const w of lines) assert.ok(w.w > 0 && w.h > 0 && w.x >= 56 && w.x + w.w < 595 && w.y > 40 && w.y < 842 && w.confidence === 1);
  const pages = JSON.parse(stripped.text).pages;
  assert.equal(pages[0].markdown, 'Prices of [spring]: all\n\nItem  Count  Price\nPaper  12  1.50\nInk & glue  007  -2.25\n<Pen>  3  1,200.00\n\nUntil June.');
  assert.equal(whole.text, `${pages.map((p) => p.markdown).join('\n\n---\n\n')}\n`);
});

test('boxes of words, lines and cells stand in a file of their own, told without being asked for', async () => {
  const { got } = await parse(prices, { granular_bboxes: ['word', 'cell'] }, ['items']);
  const rows = (await load(got.result_content_metadata.grounded_items)).text.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(rows.length, 2);
  for (const [i, row] of rows.entries()) {
    const bare = { ...row, items: row.items.map(({ grounding, ...item }) => item) };
    assert.deepEqual(bare, got.items.pages[i]);
  }
  const [title, prices_] = rows[0].items;
  assert.deepEqual(Object.keys(title.grounding), ['words', 'cells']);
  assert.deepEqual(title.grounding.words.map((w) => w.text), ['Prices', 'of', '[spring]:', 'all']);
  assert.deepEqual(title.grounding.cells, []);
  assert.deepEqual(prices_.grounding.cells.map((c) => [c.row, c.column, c.text]), prices_.rows.flatMap((r, y) => r.map((text, x) => [y, x, text])));
  for (const box of [...title.grounding.words, ...prices_.grounding.cells, ...prices_.grounding.words]) {
    const outer = rows[0].items.find((i) => i.bbox[0].y <= box.y + 0.1 && i.bbox[0].y + i.bbox[0].h + 0.1 >= box.y + box.h).bbox[0];
    assert.ok(box.x + 0.1 >= outer.x && box.x + box.w <= outer.x + outer.w + 0.1);
  }
  const lines = (await parse(prices, { granular_bboxes: ['line'] }, ['items'])).got;
  const first = JSON.parse((await load(lines.result_content_metadata.grounded_items)).text.split('\n')[0]);
  assert.deepEqual(first.items[0].grounding, { lines: [{ ...first.items[0].grounding.lines[0], text: 'Prices of [spring]: all' }] });
});

// What Python's own reader of archives and XML makes of a workbook: [[sheet name, [[cell, …], …]], …].
function workbook(bytes) {
  const read = [
    'import io, json, sys, zipfile, xml.etree.ElementTree as tree',
    'z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); assert z.testzip() is None',
    'n = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"',
    'names = [s.get("name") for s in tree.fromstring(z.read("xl/workbook.xml")).iter(n + "sheet")]',
    'cell = lambda c: c.find(n + "is/" + n + "t").text if c.get("t") else float(c.find(n + "v").text)',
    'rows = lambda i: [[cell(c) for c in r] for r in tree.fromstring(z.read("xl/worksheets/sheet%d.xml" % i)).iter(n + "row")]',
    'tree.fromstring(z.read("[Content_Types].xml")); tree.fromstring(z.read("_rels/.rels"))',
    'print(json.dumps([[name, rows(i + 1)] for i, name in enumerate(names)]))',
  ].join('\n');
  return JSON.parse(execFileSync('python3', ['-c', read], { input: bytes }));
}

test('tables are sheets of a workbook, named after what stands above them; a document without any has none', async () => {
  const ask = async (options, bytes = prices) => (await parse(bytes, { tables_as_spreadsheet: options }, ['xlsx_content_metadata'])).got.result_content_metadata.xlsx;
  const { bytes, type } = await load(await ask({ enable: true }));
  assert.equal(type, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  assert.deepEqual(workbook(bytes), [
    ['Prices of  spring   all 1', [head, ['Paper', 12, 1.5], ['Ink & glue', '007', -2.25], ['<Pen>', 3, '1,200.00']]],
    ['And of autumn 2', [head, ['Paper', 9, 1.75], ['Ink', 8, 2.5], ['Pen', 3, 0.5]]],
  ]);
  const plain = await load(await ask({ enable: true, guess_sheet_name: false }));
  assert.deepEqual(workbook(plain.bytes).map(([name]) => name), ['Table_1', 'Table_2']);
  assert.deepEqual(await ask({ enable: true }, pdf([[[56, 700, 'No table at all']]])), { size_bytes: 0, exists: false, presigned_url: null });
});

test('the copy of a PDF is that PDF; of a text there is none', async () => {
  const { got } = await parse(prices, { save_output_pdf: true }, ['output_pdf_content_metadata']);
  assert.deepEqual((await load(got.result_content_metadata.output_pdf)).bytes, prices);
  const none = await parse(Buffer.from('A plain text.'), { save_output_pdf: true }, ['output_pdf_content_metadata'], 'a.txt');
  assert.equal(none.got.result_content_metadata.output_pdf.exists, false);
});

const paragraph = (x, words) => words.map((text, i) => [x, 700 - 14 * i, text]);
const columns = pdf([[
  ...paragraph(56, ['The first column of this page', 'goes on with words that are', 'ordinary and small to read', 'until it ends in the middle']),
  ...paragraph(320, ['and the second begins with', 'other words of the same kind', 'which are read after all of', 'those that stand on the left']),
]]);

test('columns of text are read one after the other, or stay side by side', async () => {
  const text = async (spatial_text) => (await parse(columns, { spatial_text }, ['text', 'text_full'])).got;
  const unrolled = await text({}), kept = await text({ do_not_unroll_columns: true });
  assert.match(unrolled.text.pages[0].text, /middle\s+and the second/);
  assert.match(kept.text.pages[0].text, /^The first column of this page +and the second begins with\n/);
  assert.equal(kept.text_full, kept.text.pages[0].text);
});

test('a place gives the same column of characters on every page where that is asked for', async () => {
  const pages = pdf([[[56, 700, 'Left'], [300, 700, 'right']], [[300, 700, 'right']]]);
  const at = async (spatial_text) => (await parse(pages, { spatial_text }, ['text'])).got.text.pages.map((p) => p.text.indexOf('right'));
  const [first, second] = await at({ preserve_layout_alignment_across_pages: true });
  assert.equal(first, second);
  assert.ok(first > 40);
  assert.equal((await at({}))[1], 0);
});

// The rows of one table on three pages, its head on each but the last; another one behind it.
const long = pdf([1, 2, 3].map((n) => [
  [56, 800, 'Stock of the house of Example'], [56, 40, `Page ${n} of 3`],
  ...table(740, [...(n < 3 ? [head] : []), ...['Pen', 'Ink', 'Cup', 'Pot'].map((what, k) => [`${what} ${n}`, `${k + n}`, `${k}.5${n}`])]),
  ...(n === 3 ? [[56, 600, 'That is all of it.'], ...table(560, [['Who', 'Where', 'Since'], ['Ann', 'Bath', '1999'], ['Bob', 'York', '2001'], ['Cid', 'Hull', '2002']])] : []),
]));

test('a table that goes on over pages stands whole on the first one, where that is asked for', async () => {
  const { got } = await parse(long, { markdown: { tables: { merge_continued_tables: true } }, tables_as_spreadsheet: { enable: true } }, ['items', 'markdown']);
  const tables = got.items.pages.map((p) => p.items.filter((i) => i.type === 'table'));
  assert.deepEqual(tables.map((t) => t.length), [1, 1, 2]);
  assert.deepEqual(tables[0][0].merged_from_pages, [1, 2, 3]);
  assert.deepEqual(tables[0][0].rows.map((r) => r[0]), ['Item', ...[1, 2, 3].flatMap((n) => [`Pen ${n}`, `Ink ${n}`, `Cup ${n}`, `Pot ${n}`])]);
  for (const t of [tables[1][0], tables[2][0]]) assert.deepEqual([t.md, t.rows, t.merged_into_page], ['', [], 1]);
  assert.deepEqual(tables[2][1].rows[3], ['Cid', 'Hull', '2002']);
  assert.equal(got.markdown.pages[1].markdown, 'Stock of the house of Example\n\nPage 2 of 3\n');
  const apart = (await parse(long, {}, ['items'])).got;
  assert.deepEqual(apart.items.pages.map((p) => p.items.filter((i) => i.type === 'table').map((t) => t.rows.length)), [[5], [5], [4, 4]]);
});

// Two places of a link, one over two lines, as PDFs have them; what runs a script is no address.
const linked = Buffer.from(pdf([[[56, 780, 'Read the manual [here] today'], [56, 740, 'Item'], [200, 740, 'Price'], [56, 722, 'Pen'], [200, 722, '1.50'], [56, 704, 'Ink'], [200, 704, '2.50'], [56, 686, 'Cup'], [200, 686, '3.50']]])
  .toString('latin1').replace('/Contents', `/Annots [${[[80, 775, 142, 792, 'https://example.com/manual_(1)'], [50, 718, 100, 734, 'https://example.com/pen'], [50, 700, 100, 716, 'javascript:alert(1)']]
    .map(([x0, y0, x1, y1, uri]) => `<< /Type /Annot /Subtype /Link /Rect [${x0} ${y0} ${x1} ${y1}] /A << /S /URI /URI (${uri.replace(/[()]/g, '\\$&')}) >> >>`).join(' ')}] /Contents`), 'latin1');

test('words that lead somewhere are links in markdown, where that is asked for', async () => {
  const { got } = await parse(linked, { markdown: { annotate_links: true } }, ['markdown', 'items', 'text']);
  const text = got.markdown.pages[0].markdown;
  assert.match(text, /^Read \[the manual\]\(https:\/\/example\.com\/manual_%281%29\) \\\[here\\\] today\n/);
  assert.match(text, /\n\| \[Pen\]\(https:\/\/example\.com\/pen\) \| 1\.50 \|\n\| Ink \| 2\.50 \|\n/);
  assert.equal(got.items.pages[0].items[0].value, 'Read the manual [here] today');
  assert.deepEqual(got.items.pages[0].items[1].rows[1], ['Pen', '1.50']);
  assert.ok(!got.text.pages[0].text.includes('http'));
  const plain = (await parse(linked, {}, ['markdown'])).got.markdown.pages[0].markdown;
  assert.match(plain, /^Read the manual \[here\] today\n/);
  const html = Buffer.from('<p>Write to <a href="mailto:a@example.com">Ann</a> or <a href="/there">there</a>.</p>');
  assert.equal((await parse(html, { markdown: { annotate_links: true } }, ['markdown'], 'a.html')).got.markdown.pages[0].markdown,
    'Write to [Ann](mailto:a@example.com) or there.\n');
});

test('lines of a ruled cell are parted as the settings say', async () => {
  const rules = [500, 560, 600].map((y) => `56 ${y} m 400 ${y} l S`).concat([56, 200, 400].map((x) => `${x} 500 m ${x} 600 l S`)).join('\n');
  const ruled = pdf([[[60, 575, 'Name'], [210, 575, 'Address'], [60, 540, 'Ada'], [210, 540, 'Mill Street 4'], [210, 522, 'York']]], { drawing: rules });
  const row = async (separator) => {
    const { got } = await parse(ruled, { markdown: { tables: { markdown_table_multiline_separator: separator } } }, ['markdown']);
    return got.markdown.pages[0].markdown.split('\n')[2];
  };
  assert.equal(await row('<br>'), '| Ada | Mill Street 4<br>York |');
  assert.equal(await row(' | '), '| Ada | Mill Street 4 \\| York |');
  assert.equal(await row(null), '| Ada | Mill Street 4 York |');
});
