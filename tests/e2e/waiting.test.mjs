// SPDX-License-Identifier: Apache-2.0
// Every answer begins within the 60 s that SDKs wait (behaviour.md section 4), whatever a request has to wait for.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { call, upload } from './lib/client.mjs';
import { invoice } from './lib/documents.mjs';
import { CONFIGS, FILES, GENERATE, HOOKS, JOBS, OLD_FILES, PARSE, SESSION, unknown } from './lib/paths.mjs';
import { startServer } from './lib/server.mjs';

const PATIENCE = 60000;
let server, file;

before(async () => {
  server = await startServer();
  file = await upload(server, 'invoice.pdf', invoice);
});
after(() => server?.stop());

// The answer; a client gives up after PATIENCE, as SDKs do.
const answer = (method, path, more = {}) => call(server, method, path, { ...more, signal: AbortSignal.timeout(PATIENCE) });

// Another program writes: whoever wants to write too has to wait until done() is called.
async function lockStore() {
  const text = 'import sqlite3, sys\nd = sqlite3.connect(sys.argv[1], isolation_level=None)\nd.execute("BEGIN IMMEDIATE")\nprint("locked", flush=True)\nsys.stdin.read()';
  const child = spawn('python3', ['-c', text, join(server.data, 'quarry.db')], { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => child.stdout.once('data', resolve) && child.once('exit', () => reject(new Error('not locked'))));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return () => child.stdin.end() && ended;
}

const form = () => {
  const f = new FormData();
  f.append('file', new File([invoice], 'a.pdf'));
  f.append('upload_file', new File([invoice], 'a.pdf'));
  f.append('purpose', 'extract');
  f.append('configuration', '{"tier":"fast","version":"latest"}');
  return f;
};
const extraction = { configuration: { data_schema: { type: 'object', properties: { a: { type: 'string' } } } } };
const writes = () => [
  ['POST', JOBS, { json: { ...extraction, file_input: file.id } }], ['POST', PARSE, { json: { tier: 'fast', version: 'latest', file_id: file.id } }],
  ['POST', FILES, { body: form() }], ['POST', `${PARSE}/upload`, { body: form() }], ['POST', SESSION, {}],
  ['POST', CONFIGS, { json: { name: 'a', parameters: { product_type: 'parse_v2', tier: 'fast', version: 'latest' } } }],
  ['POST', HOOKS, { json: { webhook_url: 'https://example.com/', webhook_events: ['extract.success'] } }],
  ['DELETE', `${JOBS}/ext-${unknown}`, {}],
];

test('a store that somebody else holds: reads are answered, and so are more writes than the server has threads', async (t) => {
  const done = await lockStore();
  t.after(done);
  const asked = Array.from({ length: 25 }, writes).flat().map((w) => answer(...w));
  const reads = [], late = Promise.allSettled(asked);
  for (let i = 0; i < 10; i++) reads.push(await answer('GET', `${JOBS}?page_size=${i + 1}`));
  assert.deepEqual(reads.map((r) => r.status), reads.map(() => 200));
  assert.deepEqual((await late).filter((a) => a.status === 'rejected' || a.value.status < 400), []);
  await done();
  for (const w of writes()) assert.ok((await answer(...w)).status < 500, `${w[0]} ${w[1]} after that`);
});

test('parsers that do not go on: calls for the same share one wait, and others are answered meanwhile', async (t) => {
  const id = server.child.pid, parsers = Number(readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ')[0]);
  const others = [];
  for (let i = 0; i < 20; i++) others.push(await upload(server, `${i}.pdf`, Buffer.concat([invoice, Buffer.from(`\n% ${i}\n`)])));
  process.kill(parsers, 'SIGSTOP');
  t.after(() => process.kill(parsers, 'SIGCONT'));
  const at = `${OLD_FILES}/${file.id}/page_screenshots`;
  const asked = [at, `${at}/0`, `${at}/0`, `${at}/0`, `${at}/1`, ...others.map((f) => `${OLD_FILES}/${f.id}/page_screenshots/0`)].map((path) => answer('GET', path));
  asked.push(answer('POST', `${at}/0/presigned_url`), answer('POST', GENERATE, { json: { file_id: others[0].id } }));
  for (let i = 0; i < 10; i++) {
    const { status } = await call(server, 'POST', JOBS, { json: { ...extraction, file_input: file.id }, signal: AbortSignal.timeout(10000) });
    assert.equal(status, 200, 'a job is made while others wait for parsers');
  }
  for (const a of await Promise.all(asked)) assert.match(a.json.detail ?? a.text, /^TIMEOUT: /);
  process.kill(parsers, 'SIGCONT');
  assert.equal((await answer('GET', `${at}/0`)).status, 200);
});

test('a large upload is answered soon after its last byte', async () => {
  const piece = Buffer.alloc(1 << 20, 'x'), head = '--X\r\nContent-Disposition: form-data; name="file"; filename="large.bin"\r\n\r\n';
  const end = '\r\n--X\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nuser_data\r\n--X--\r\n', pieces = 400;
  const socket = net.connect(server.port, '127.0.0.1');
  const heard = new Promise((resolve, reject) => socket.once('data', (d) => resolve([d.toString(), Date.now()])).once('error', reject));
  socket.write(`POST ${FILES} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${server.key}\r\nContent-Type: multipart/form-data; boundary=X\r\nContent-Length: ${head.length + pieces * piece.length + end.length}\r\n\r\n${head}`);
  for (let i = 0; i < pieces; i++) if (!socket.write(piece)) await new Promise((r) => socket.once('drain', r));
  await new Promise((r) => socket.write(end, r));
  const sent = Date.now(), [said, at] = await heard;
  assert.match(said, /^HTTP\/1\.1 201 /);
  assert.ok(at - sent < PATIENCE, `${at - sent} ms`);
  socket.destroy();
});
