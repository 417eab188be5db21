// SPDX-License-Identifier: Apache-2.0
// Small documents made here, so that each test says what is in them.

const escapeText = (s) => s.replace(/[\\()]/g, (c) => `\\${c}`);

// Lines of [x, y, text], y from the bottom of a 595 x 842 page, as a page's content.
function content(lines) {
  return `BT /F1 11 Tf\n${lines.map(([x, y, text]) => `1 0 0 1 ${x} ${y} Tm (${escapeText(text)}) Tj`).join('\n')}\nET`;
}

// A PDF of the given pages. drawing is drawn on each; trailer goes into the trailer's dictionary, objects are appended.
export function pdf(pages, { drawing = '', trailer = '', objects = [] } = {}) {
  const list = [null, '<< /Type /Catalog /Pages 2 0 R >>', null, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  const kids = [];
  for (const lines of pages) {
    const stream = `${drawing}\n${content(lines)}`;
    kids.push(`${list.length} 0 R`);
    list.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${list.length + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`);
    list.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  list[2] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  list.push(...objects);
  let text = '%PDF-1.4\n';
  const offsets = [];
  for (let i = 1; i < list.length; i++) {
    offsets[i] = text.length;
    text += `${i} 0 obj\n${list[i]}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${list.length}\n0000000000 65535 f \n`;
  for (let i = 1; i < list.length; i++) text += `${String(offsets[i]).padStart(10, '0')} 00000 n \n`;
  return Buffer.from(`${text}trailer\n<< /Size ${list.length} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}

export const invoice = pdf([
  [
    [56, 780, 'Nordwind Papier GmbH'],
    [56, 740, 'Invoice number: NP-4711'],
    [56, 722, 'Invoice date: 2026-03-14'],
    [56, 600, 'Total: 1234.50 EUR'],
  ],
]);

export const invoiceSchema = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string', description: 'Number of the invoice' },
    invoice_date: { type: 'string', description: 'Date of the invoice' },
    total: { type: 'number', description: 'Total amount' },
  },
  required: ['invoice_number'],
};

// Many pages of text: work that takes a while.
export function longDocument(pages) {
  const lines = Array.from({ length: 50 }, (_, i) => [56, 800 - i * 15, `Line ${i} of a long report about paper, ink and freight ${i * 7919}`]);
  return pdf(Array.from({ length: pages }, () => lines));
}

// The invoice's head on every page but one, whose size no page can have.
export function partlyBroken(pages, broken) {
  const head = [[56, 780, 'Nordwind Papier GmbH'], [56, 740, 'Invoice number: NP-4711'], [56, 722, 'Invoice date: 2026-03-14']];
  const whole = pdf(Array.from({ length: pages }, () => head)).toString('latin1');
  let n = 0;
  return Buffer.from(whole.replace(/\[0 0 595 842\]/g, (box) => (++n === broken ? '[0 0 99999 9]' : box)), 'latin1');
}

// Needs a password: the user and owner entries belong to none that anybody knows.
export const protectedPdf = pdf([[[56, 700, 'secret']]], {
  objects: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`],
  trailer: '/Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
});
