// SPDX-License-Identifier: Apache-2.0
// Settings of a parse that choose how hard it tries: what is a table, what is recognised, which revisions are told.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fast, sdkClient, settings, upload } from './lib/client.mjs';
import { pdf } from './lib/documents.mjs';
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

test('a cheap tier has nothing to save: the cost optimizer is told to be without effect', async () => {
  const file = await upload(server, 'a.pdf', pdf([[[56, 700, 'Some words']]]));
  const told = async (tier) => (await parse(file, { tier, processing_options: { cost_optimizer: { enable: true } }, expand: ['job_metadata'] })).job_metadata.without_effect;
  assert.deepEqual(await told('agentic'), []);
  assert.deepEqual(await told('fast'), ['processing_options.cost_optimizer.enable']);
});

test('what was changed and remarked in an RTF comes with its page, and leads to its text', async () => {
  const rtf = String.raw`{\rtf1\ansi{\*\revtbl{Unknown;}{Ann;}}for {\deleted\revauthdel1 ten }{\revised\revauth1 twelve} euros\par {\*\atrfstart 1}soon{\*\atrfend 1}{\*\atnauthor Bob}\chatn{\*\annotation{\*\atnref 1}Really?}\par}`;
  const file = await upload(server, 'letter.rtf', Buffer.from(rtf));
  const got = await parse(file, { output_options: { markdown: { annotate_revisions: true } }, expand: ['items', 'markdown'] });
  const { revisions } = got.items.pages[0], { markdown } = got.markdown.pages[0];
  assert.deepEqual(revisions.map((r) => [r.type, r.author, r.content, r.target]), [['deleted', 'Ann', 'ten', 'euros'], ['inserted', 'Ann', 'twelve', 'twelve'], ['comment', 'Bob', 'Really?', 'soon']]);
  for (const r of revisions) assert.equal(markdown.slice(r.start_index, r.end_index), r.target);
});
