// SPDX-License-Identifier: Apache-2.0
// Pictures of a document: as files, cut out of pages, in markdown; what is noted beside its text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { call, fast, sdkClient, settings, upload } from './lib/client.mjs';
import { partlyBroken, pdf } from './lib/documents.mjs';
import { readPng, wordPackage } from './lib/kinds.mjs';
import { startServer } from './lib/server.mjs';

let server, client;

before(async () => {
  server = await startServer();
  client = sdkClient(server);
});
after(() => server?.stop());

async function parse(name, bytes, output_options, more = {}) {
  const file = await upload(server, name, bytes);
  const job = await client.parsing.create({ ...settings, file_id: file.id, output_options, ...more });
  await client.parsing.waitForCompletion(job.id, {}, fast).catch(() => {});
  return (await call(server, 'GET', `/api/v2/parse/${job.id}?expand=markdown&expand=items&expand=images_content_metadata&expand=job_metadata`)).json;
}

async function load(image) {
  const response = await fetch(image.presigned_url);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'image/png');
  return readPng(Buffer.from(await response.arrayBuffer()));
}

const drawing = (id, inches) => `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${inches * 914400}" cy="${inches * 685800}"/><a:graphic><a:graphicData><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const paragraph = (...runs) => `<w:p>${runs.map((r) => (r.startsWith('<') ? r : `<w:r><w:t xml:space="preserve">${r}</w:t></w:r>`)).join('')}</w:p>`;

// A PNG of one colour: its pixels are one row, repeated.
function png(width, height, rgb) {
  const crc = (bytes) => ~bytes.reduce((c, b) => { for (let k = 0, x = (c ^ b) & 255; ; k++) { if (k === 8) return (c >>> 8) ^ x; x = x & 1 ? 0xedb88320 ^ (x >>> 1) : x >>> 1; } }, ~0) >>> 0;
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.concat(Array(width).fill(Buffer.from(rgb)))]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(Array(height).fill(row)))), chunk('IEND', Buffer.alloc(0))]);
}

const red = [220, 10, 10], blue = [10, 10, 220];
// Two pictures on a page: one between its lines, a small one below.
const image = (w, h, rgb) => `<< /Type /XObject /Subtype /Image /Width ${w} /Height ${h} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${w * h * 6 + 1} >>\nstream\n${Buffer.from(rgb).toString('hex').repeat(w * h)}>\nendstream`;
const illustrated = Buffer.from(pdf([[[56, 780, 'Report of the year'], [56, 740, 'Before the picture.'], [56, 400, 'After the picture.']]],
  { drawing: 'q 200 0 0 150 56 500 cm /A Do Q q 20 0 0 10 300 300 cm /B Do Q', objects: [image(40, 30, red), image(20, 10, blue)] })
  .toString('latin1').replace('/Resources <<', '/Resources << /XObject << /A 6 0 R /B 7 0 R >>'), 'latin1');

test('pictures of a PDF are files of as many pixels as they have, with their places', async () => {
  const got = await parse('a.pdf', illustrated, { images_to_save: ['embedded'] });
  assert.deepEqual(got.job_metadata.without_effect, []);
  const { images, total_count } = got.images_content_metadata;
  assert.deepEqual([total_count, images.map((i) => [i.index, i.filename, i.category])], [2, [[0, 'image_0.png', 'embedded'], [1, 'image_1.png', 'embedded']]]);
  assert.deepEqual(images[0].bbox, { x: 56, y: 192, w: 200, h: 150 });
  const first = await load(images[0]), second = await load(images[1]);
  assert.deepEqual([first.width, first.height, [...first.rgb.subarray(0, 3)]], [40, 30, red]);
  assert.deepEqual([second.width, second.height, [...second.rgb.subarray(0, 3)]], [20, 10, blue]);
  assert.equal((await parse('a.pdf', illustrated, {})).images_content_metadata.total_count, 0);
  // One that is too large to be decoded is none that can be had.
  const huge = Buffer.from(illustrated.toString('latin1').replace('/Width 40 /Height 30', '/Width 60000 /Height 60000'), 'latin1');
  const left = (await parse('b.pdf', huge, { images_to_save: ['embedded'] })).images_content_metadata.images;
  assert.deepEqual(await Promise.all(left.map(async (i) => (await load(i)).width)), [20]);
});

test('figures and tables are cut out of their pages', async () => {
  const rows = [['Item', 'Count', 'Price'], ['Pen', '12', '1.50'], ['Ink', '7', '2.25'], ['Cup', '3', '4.00']];
  const lines = rows.flatMap((row, r) => row.map((text, c) => [[56, 200, 300][c], 740 - 18 * r, text]));
  const table = (await parse('t.pdf', pdf([[[56, 780, 'Prices']].concat(lines)]), { images_to_save: ['layout'] })).images_content_metadata.images;
  assert.deepEqual(table.map((i) => [i.filename, i.category]), [['page_1_table_1.png', 'layout']]);
  const { x, y, w, h } = table[0].bbox, cut = await load(table[0]);
  assert.ok(x < 57 && x > 45 && y > 70 && y + h < 180, JSON.stringify(table[0].bbox));
  assert.ok(Math.abs(cut.width - (w * 150) / 72) < 8 && Math.abs(cut.height - (h * 150) / 72) < 8);
  assert.ok(cut.rgb.some((sample) => sample < 80), 'something is printed there');
  const figure = (await parse('a.pdf', illustrated, { images_to_save: ['layout'] })).images_content_metadata.images;
  assert.deepEqual(figure.map((i) => i.filename), ['page_1_figure_1.png']);
  const { width, height, rgb } = await load(figure[0]), middle = (height >> 1) * (rgb.length / height) + 3 * (width >> 1);
  assert.deepEqual([...rgb.subarray(middle, middle + 3)], red);
});

test('pictures stand in markdown and among items where they stand on the page', async () => {
  for (const more of [{}, { annotate_links: true }]) {
    const got = await parse('a.pdf', illustrated, { markdown: { inline_images: true, ...more } });
    const text = got.markdown.pages[0].markdown;
    const [, address] = text.match(/Before the picture\.\n\n!\[\]\((data:image\/png;base64,[A-Za-z0-9+/=]+)\)\n\nAfter the picture\./);
    assert.equal(readPng(Buffer.from(address.split(',')[1], 'base64')).width, 40);
    assert.match(text, /After the picture\.\n\n!\[\]\(data:[^)]+\)\n$/);
    const { items } = got.items.pages[0];
    assert.deepEqual(items.map((i) => i.type).filter((t) => t === 'image').length, 2);
    const shown = items.find((i) => i.type === 'image');
    assert.deepEqual([shown.url, shown.md, shown.bbox[0].w], [address, `![](${address})`, 200]);
  }
  assert.ok(!(await parse('a.pdf', illustrated, {})).markdown.pages[0].markdown.includes('!['));
});

test('pictures of a DOCX are found wherever they stand, small ones without a place', async () => {
  const parts = { 'word/media/a.png': png(400, 300, red), 'word/media/b.png': png(16, 12, blue) };
  const bytes = wordPackage(`${paragraph('First')}${drawing('p1', 4)}${paragraph('Second')}${drawing('p2', 0.25)}${drawing('p2', 0.25)}`,
    [['p1', 'image', 'media/a.png'], ['p2', 'image', 'media/b.png'], ['p3', 'image', 'media/unused.png']], parts);
  const got = await parse('a.docx', bytes, { images_to_save: ['embedded', 'layout'], markdown: { inline_images: true } });
  const { images } = got.images_content_metadata;
  assert.deepEqual(images.map((i) => [i.filename, i.bbox && i.bbox.w]), [['image_0.png', 288], ['image_1.png', null], ['page_1_figure_1.png', 294]]);
  assert.deepEqual(await Promise.all(images.map(async (i) => (await load(i)).width)), [400, 16, 400]);
  assert.match(got.markdown.pages[0].markdown, /^First\n\n!\[\]\(data:[^)]+\)\n\nSecond\n$/);
});

test('what was changed and remarked in a DOCX comes with its page, and leads to its text', async () => {
  const bytes = wordPackage(
    paragraph('The price is ', '<w:del w:author="Ann"><w:r><w:delText>ten</w:delText></w:r></w:del>', '<w:ins w:author="Bob"><w:r><w:t>twelve \u{1F600}</w:t></w:r></w:ins>', ' euros.') +
    paragraph('<w:commentRangeStart w:id="0"/>', 'Delivery takes two weeks.', '<w:commentRangeEnd w:id="0"/>') +
    paragraph('Plain and ', '<w:r><w:rPr><w:b/><w:rPrChange w:author="Cy"><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>'),
    [['c', 'comments', 'comments.xml']],
    { 'word/comments.xml': '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Eve"><w:p><w:r><w:t>Really two?</w:t></w:r></w:p></w:comment></w:comments>' });
  const got = await parse('a.docx', bytes, { markdown: { annotate_revisions: true } });
  const text = got.markdown.pages[0].markdown;
  const told = got.items.pages[0].revisions.map((r) => [r.type, r.author, r.content, r.target, text.slice(r.start_index, r.end_index)]);
  assert.deepEqual(told, [
    ['deleted', 'Ann', 'ten', 'euros.', 'euros.'],
    ['inserted', 'Bob', 'twelve \u{1F600}', 'twelve \u{1F600}', 'twelve \u{1F600}'],
    ['comment', 'Eve', 'Really two?', 'Delivery takes two weeks.', 'Delivery takes two weeks.'],
    ['formatted', 'Cy', 'bold', 'bold', 'bold'],
  ]);
  for (const r of got.items.pages[0].revisions) assert.ok(r.target_bbox.w > 0 && r.revision_bbox.h > 0);
  assert.ok(!('revisions' in (await parse('a.docx', bytes, {})).items.pages[0]));
});

const testimony = ['IN THE DISTRICT COURT', 'The witness was called and sworn in.', 'Q. Where were you on the third?', 'A. At home with my wife.', 'Q. Did anybody else see you?', 'A. My neighbour came by at ten.'];

test('numbers printed beside lines lead to their text; those of a table do not', async () => {
  const lines = testimony.flatMap((text, i) => [[50, 740 - 24 * i, `${i + 1}`], [90, 740 - 24 * i, text]]);
  const options = { markdown: { annotate_line_numbers: true } };
  const { markdown, line_numbers } = (await parse('l.pdf', pdf([lines]), options)).markdown.pages[0];
  assert.deepEqual(line_numbers.map((n) => [n.line_number, markdown.slice(n.start_index, n.end_index)]), testimony.map((text, i) => [`${i + 1}`, text]));
  const table = await parse('t.pdf', pdf([[[50, 764, 'No.'], [90, 764, 'Sentence'], ...lines]]), options);
  assert.deepEqual(table.markdown.pages[0].line_numbers, []);
  assert.ok(!('line_numbers' in (await parse('l.pdf', pdf([lines]), {})).markdown.pages[0]));
});

test('a font that does not tell its letters fails the job where that is asked for', async () => {
  // Codes of the private use area, as a font without a map to Unicode gives them.
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <21> <7E> <E021> endbfrange endcmap end end`;
  const bytes = Buffer.from(pdf([[[56, 700, 'six words that nobody can read']]], { objects: [`<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`] })
    .toString('latin1').replace('/BaseFont /Helvetica', '/BaseFont /Helvetica /ToUnicode 6 0 R'), 'latin1');
  const strict = { processing_control: { job_failure_conditions: { fail_on_buggy_font: true } } };
  const { job } = await parse('f.pdf', bytes, {}, strict);
  assert.equal(job.status, 'FAILED');
  assert.match(job.error_message, /^PDF_IS_BROKEN: page 1: a font does not tell which letters it shows/);
  assert.equal((await parse('f.pdf', bytes, {})).job.status, 'COMPLETED');
  assert.equal((await parse('g.pdf', pdf([[[56, 700, 'six words that anybody can read']]]), {}, strict)).job.status, 'COMPLETED');
});

test('a picture that cannot be read, and a page with a fault, fail the job where that is asked for', async () => {
  const failing = (name) => ({ processing_control: { job_failure_conditions: { [name]: true, allowed_page_failure_ratio: 1 } } });
  const broken = wordPackage(`${paragraph('Text')}${drawing('p1', 4)}`, [['p1', 'image', 'media/a.png']], { 'word/media/a.png': png(400, 300, red).subarray(0, 60) });
  const sound = wordPackage(`${paragraph('Text')}${drawing('p1', 4)}`, [['p1', 'image', 'media/a.png']], { 'word/media/a.png': png(400, 300, red) });
  const jpeg = Buffer.from(illustrated.toString('latin1').replace('/ASCIIHexDecode', '/DCTDecode'), 'latin1');
  for (const [name, bytes, bad] of [['a.docx', broken, true], ['a.docx', sound, false], ['a.pdf', jpeg, true], ['a.pdf', illustrated, false]]) {
    const { job } = await parse(name, bytes, {}, failing('fail_on_image_extraction_error'));
    assert.equal(job.status, bad ? 'FAILED' : 'COMPLETED', name);
    if (bad) assert.match(job.error_message, /^PDF_IS_BROKEN: .*cannot be read \(fail_on_image_extraction_error\)/);
    assert.equal((await parse(name, bytes, {})).job.status, 'COMPLETED');
  }
  const page = await parse('b.pdf', partlyBroken(3, 2), {}, failing('fail_on_markdown_reconstruction_error'));
  assert.match(page.job.error_message, /^DOCUMENT_TOO_LARGE: page 2: /);
  assert.equal((await parse('b.pdf', partlyBroken(3, 2), {}, { processing_control: { job_failure_conditions: { allowed_page_failure_ratio: 1 } } })).job.status, 'COMPLETED');
});

test('what a page of HTML hides, keeps in place and leads through is read as the settings say', async () => {
  const html = Buffer.from('<style>.bar{position:fixed}.old{display:none}</style><nav>Home</nav><div class=bar>Cookies</div><p>Text <b class=old>gone</b></p>');
  const text = async (html_options) => (await parse('a.html', html, {}, { input_options: { html: html_options } })).markdown.pages[0].markdown.trim().split(/\s+/);
  assert.deepEqual(await text({}), ['Home', 'Cookies', 'Text']);
  assert.deepEqual(await text({ make_all_elements_visible: true }), ['Home', 'Cookies', 'Text', 'gone']);
  assert.deepEqual(await text({ remove_fixed_elements: true, remove_navigation_elements: true }), ['Text']);
});
