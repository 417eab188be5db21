// SPDX-License-Identifier: Apache-2.0
// The same few labelled lines as documents of many kinds, each as small as its kind allows.
import { inflateSync } from 'node:zlib';

const xml = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const crcTable = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc32 = (bytes) => ~bytes.reduce((c, b) => crcTable[(c ^ b) & 255] ^ (c >>> 8), ~0) >>> 0;

// An archive of { path: text }, nothing packed, in the order given.
export function zip(parts) {
  const local = [], central = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.from(text), path = Buffer.from(name), common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, path);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, data);
    at += 4 + common.length + path.length + data.length;
  }
  const end = Buffer.alloc(22), directory = Buffer.concat(central), n = Object.keys(parts).length;
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(n, 8);
  end.writeUInt16LE(n, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...rows) => `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
  .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const types = (...rows) => `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${rows
  .map(([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`;

// A DOCX of this body; relations of it are rows of [id, type, target], parts are added as they are.
export function wordPackage(body, rows = [], parts = {}) {
  const names = ['w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"', `r="${OFFICE}"`, 'wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"', 'a="http://schemas.openxmlformats.org/drawingml/2006/main"'];
  const own = rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('');
  return zip({
    '[Content_Types].xml': types(['word/document.xml', 'wordprocessingml.document.main']),
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${own}</Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${names.map((n) => `xmlns:${n}`).join(' ')}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

function docx(lines, rows) {
  const p = (s) => `<w:p><w:r><w:t xml:space="preserve">${xml(s)}</w:t></w:r></w:p>`;
  const table = rows.length ? `<w:tbl>${rows.map((r) => `<w:tr>${r.map((c) => `<w:tc>${p(c)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>` : '';
  return wordPackage(lines.map(p).join('') + table);
}

const cells = (lines, rows) => [...lines.map((l) => l.split(/(?<=:) /)), ...rows];

// A workbook of { name: rows }; those in hidden are.
export function workbook(sheets, hidden = []) {
  const cell = (s) => `<c t="inlineStr"><is><t xml:space="preserve">${xml(s)}</t></is></c>`;
  const names = Object.keys(sheets), main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zip({
    '[Content_Types].xml': types(['xl/workbook.xml', 'spreadsheetml.sheet.main'], ...names.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, 'spreadsheetml.worksheet'])),
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/_rels/workbook.xml.rels': relations(...names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`])),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets>${names
      .map((name, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`,
      `${HEAD}<worksheet xmlns="${main}"><sheetData>${sheets[name].map((r) => `<row>${r.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`])),
  });
}

const xlsx = (lines, rows) => workbook({ Bill: cells(lines, rows) });

function pptx(lines) {
  const ns = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="${OFFICE}"`;
  const text = lines.map((l) => `<a:p><a:r><a:t>${xml(l)}</a:t></a:r></a:p>`).join('');
  return zip({
    '[Content_Types].xml': types(['ppt/presentation.xml', 'presentationml.presentation.main'], ['ppt/slides/slide1.xml', 'presentationml.slide']),
    '_rels/.rels': relations(['officeDocument', 'ppt/presentation.xml']),
    'ppt/_rels/presentation.xml.rels': relations(['slide', 'slides/slide1.xml']),
    'ppt/presentation.xml': `${HEAD}<p:presentation ${ns}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>`,
    'ppt/slides/slide1.xml': `${HEAD}<p:sld ${ns}><p:cSld><p:spTree><p:sp><p:spPr><a:xfrm><a:off x="900000" y="900000"/><a:ext cx="7000000" cy="4000000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>${text}</p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
  });
}

const ODF = ['office', 'text', 'table', 'draw'].map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n === 'draw' ? 'drawing' : n}:1.0"`).join(' ')
  + ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"';
const odp = (s) => `<text:p>${xml(s)}</text:p>`;
const odfTable = (rows) => (rows.length ? `<table:table table:name="T">${rows.map((r) => `<table:table-row>${r
  .map((c) => `<table:table-cell office:value-type="string">${odp(c)}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>` : '');
const odfBody = {
  text: (lines, rows) => lines.map(odp).join('') + odfTable(rows),
  spreadsheet: (lines, rows) => odfTable(cells(lines, rows)),
  presentation: (lines) => `<draw:page draw:name="one"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="10cm"><draw:text-box>${lines.map(odp).join('')}</draw:text-box></draw:frame></draw:page>`,
};
const odf = (kind) => (lines, rows) => zip({
  mimetype: `application/vnd.oasis.opendocument.${kind}`,
  'META-INF/manifest.xml': `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.${kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  'content.xml': `${HEAD}<office:document-content ${ODF} office:version="1.2"><office:body><office:${kind}>${odfBody[kind](lines, rows)}</office:${kind}></office:body></office:document-content>`,
});

const html = (lines, rows) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Bill</title></head><body>${lines.map((l) => `<p>${xml(l)}</p>`).join('')}${
  rows.length ? `<table>${rows.map((r) => `<tr>${r.map((c) => `<td>${xml(c)}</td>`).join('')}</tr>`).join('')}</table>` : ''}</body></html>`;

const epub = (lines, rows) => zip({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': `${HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
  'book.opf': `${HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier><dc:title>Bill</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
  'a.xhtml': html(lines, rows).replace('<!DOCTYPE html><html>', `${HEAD}<html xmlns="http://www.w3.org/1999/xhtml">`).replace('<meta charset="utf-8">', ''),
});

const quoted = (s) => (/[",\n]/.test(s) ? `"${s.replace(/"/g, '""')}"` : s);
const bar = (r) => `| ${r.join(' | ')} |\n`;

// Those that are read here: extension to (lines, rows) => bytes. Lines are "Label: value", rows those of one table, if its kind has any.
export const kinds = {
  txt: (lines) => Buffer.from(`${lines.join('\n')}\n`),
  md: (lines, rows) => Buffer.from(`${lines.join('\n\n')}\n\n${rows.length ? bar(rows[0]) + bar(rows[0].map(() => '---')) + rows.slice(1).map(bar).join('') : ''}`),
  csv: (lines, rows) => Buffer.from(cells(lines, rows).map((r) => `${r.map(quoted).join(',')}\n`).join('')),
  html: (lines, rows) => Buffer.from(html(lines, rows)),
  xml: (lines) => Buffer.from(`${HEAD}<bill>${lines.map((l) => l.split(': ')).map(([k, v]) => `<${k.replace(/ /g, '_')}>${xml(v)}</${k.replace(/ /g, '_')}>`).join('\n')}</bill>`),
  svg: (lines) => Buffer.from(`${HEAD}<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">${lines.map((l, i) => `<text x="20" y="${40 + 24 * i}" font-size="14" font-family="sans-serif">${xml(l)}</text>`).join('')}</svg>`),
  eml: (lines) => Buffer.from(`From: Ada <ada@example.com>\r\nTo: Bob <bob@example.com>\r\nSubject: Your bill\r\nDate: Wed, 06 May 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${lines.join('\r\n')}\r\n`),
  rtf: (lines) => Buffer.from(`{\\rtf1\\ansi{\\fonttbl{\\f0 Helvetica;}}\\f0\\fs24 ${lines.join('\\par\n')}\\par}`),
  docx, xlsx, pptx, epub,
  odt: odf('text'), ods: odf('spreadsheet'), odp: odf('presentation'),
};

// Those that only LibreOffice reads: a text in one piece, a sheet.
export const foreign = {
  fodt: (lines, rows) => Buffer.from(`${HEAD}<office:document ${ODF} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${odfBody.text(lines, rows)}</office:text></office:body></office:document>`),
  slk: (lines, rows) => Buffer.from(`ID;PWXL;N;E\n${cells(lines, rows).flatMap((r, y) => r.map((c, x) => `C;Y${y + 1};X${x + 1};K"${c}"\n`)).join('')}E\n`),
};

// ---- pictures

// The samples of a PNG with 8 bits a channel and no interlacing: { width, height, rgb }.
// A PNG that says how many dots an inch it has (a chunk of pHYs behind its head, which is of 33 bytes).
export function withResolution(png, dpi) {
  const chunk = Buffer.alloc(21), perMetre = Math.round(dpi / 0.0254);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk[16] = 1;
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  const rest = png.subarray(33);
  const at = rest.indexOf('pHYs'); // of another resolution
  return Buffer.concat([png.subarray(0, 33), chunk, at < 0 ? rest : Buffer.concat([rest.subarray(0, at - 4), rest.subarray(at + 17)])]);
}

export function readPng(png) {
  const idat = [];
  let width, height, channels;
  for (let at = 8; at < png.length;) {
    const n = png.readUInt32BE(at), type = png.toString('latin1', at + 4, at + 8), data = png.subarray(at + 8, at + 8 + n);
    if (type === 'IHDR') [width, height, channels] = [data.readUInt32BE(0), data.readUInt32BE(4), { 0: 1, 2: 3, 6: 4 }[data[9]]];
    if (type === 'IDAT') idat.push(data);
    at += 12 + n;
  }
  const raw = inflateSync(Buffer.concat(idat)), stride = width * channels, out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const a = i >= channels ? out[y * stride + i - channels] : 0, b = y ? out[(y - 1) * stride + i] : 0;
      const c = i >= channels && y ? out[(y - 1) * stride + i - channels] : 0, p = a + b - c;
      const paeth = Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c) ? a : Math.abs(p - b) <= Math.abs(p - c) ? b : c;
      out[y * stride + i] = raw[y * (stride + 1) + 1 + i] + [0, a, b, (a + b) >> 1, paeth][filter];
    }
  }
  const rgb = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) for (let k = 0; k < 3; k++) rgb[3 * i + k] = out[channels * i + (channels === 1 ? 0 : k)];
  return { width, height, rgb };
}

export function bmp({ width, height, rgb }) {
  const stride = (width * 3 + 3) & ~3, head = Buffer.alloc(54), data = Buffer.alloc(stride * height);
  head.write('BM');
  head.writeUInt32LE(54 + data.length, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  head.writeInt32LE(5906, 38); // 150 dpi, in dots per metre
  head.writeInt32LE(5906, 42);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let k = 0; k < 3; k++) data[(height - 1 - y) * stride + 3 * x + k] = rgb[3 * (y * width + x) + 2 - k];
  return Buffer.concat([head, data]);
}

// One strip; several pictures make several pages.
export function tiff(...pictures) {
  const out = [Buffer.from('II*\0', 'latin1'), Buffer.alloc(4)];
  let at = 8, link = [out[1], 0];
  for (const { width, height, rgb } of pictures) {
    const data = rgb.length & 1 ? Buffer.concat([rgb, Buffer.alloc(1)]) : rgb;
    const entries = [[256, 4, 1, width], [257, 4, 1, height], [258, 3, 1, 8], [259, 3, 1, 1], [262, 3, 1, 2], [273, 4, 1, at], [277, 3, 1, 3],
      [278, 4, 1, height], [279, 4, 1, rgb.length], [282, 5, 1, at + data.length], [283, 5, 1, at + data.length], [296, 3, 1, 2]];
    const resolution = Buffer.alloc(8), ifd = Buffer.alloc(2 + 12 * entries.length + 4);
    resolution.writeUInt32LE(150, 0);
    resolution.writeUInt32LE(1, 4);
    link[0].writeUInt32LE(at + data.length + 8, link[1]);
    ifd.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, n, value], i) => {
      ifd.writeUInt16LE(tag, 2 + 12 * i);
      ifd.writeUInt16LE(type, 4 + 12 * i);
      ifd.writeUInt32LE(n, 6 + 12 * i);
      ifd.writeUInt32LE(value, 10 + 12 * i);
    });
    link = [ifd, ifd.length - 4];
    out.push(data, resolution, ifd);
    at += data.length + 8 + ifd.length;
  }
  return Buffer.concat(out);
}
