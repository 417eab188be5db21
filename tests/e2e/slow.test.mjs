// SPDX-License-Identifier: Apache-2.0
// Clients that take their time, and clients that send a lot.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { call, dribble } from './lib/client.mjs';
import { JOBS } from './lib/paths.mjs';
import { startServer } from './lib/server.mjs';

let server;

before(async () => (server = await startServer({ QUARRY_HEADER_TIMEOUT: '1', QUARRY_REQUEST_TIMEOUT: '1' })));
after(() => server?.stop());

test('a head that comes byte by byte is closed', async () => {
  assert.ok(await dribble(server, `GET ${JOBS} HTTP/1.1\r\nHost: x\r\n`, 'X', 20000));
});

test('a JSON body that comes byte by byte is closed', async () => {
  const head = `POST ${JOBS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.key}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`;
  assert.ok(await dribble(server, head, ' ', 20000));
});

// A multipart body in pieces, written when the socket takes them.
async function* largeUpload(megabytes) {
  yield '--X\r\nContent-Disposition: form-data; name="file"; filename="large.bin"\r\n\r\n';
  const piece = Buffer.alloc(1 << 20, 'x');
  for (let i = 0; i < megabytes; i++) yield piece;
  yield '\r\n--X\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nuser_data\r\n--X--\r\n';
}

function send(head, pieces, pauseMs = 0) {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = net.connect(server.port, '127.0.0.1');
    socket.on('data', (d) => (heard += d));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
    socket.on('connect', async () => {
      socket.write(head);
      for await (const piece of pieces) {
        const n = Buffer.byteLength(piece);
        socket.write(`${n.toString(16)}\r\n`);
        socket.write(piece);
        if (!socket.write('\r\n')) await new Promise((r) => socket.once('drain', r));
        if (pauseMs) await new Promise((r) => setTimeout(r, pauseMs));
      }
      socket.write('0\r\n\r\n');
    });
  });
}

const chunkedHead = () =>
  `POST /api/v1/beta/files HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${server.key}\r\nContent-Type: multipart/form-data; boundary=X\r\nTransfer-Encoding: chunked\r\n\r\n`;

test('a steady upload may take longer than any deadline', async () => {
  const heard = await send(chunkedHead(), largeUpload(20), 150);
  assert.match(heard, /^HTTP\/1\.1 201 /);
});

test('a large upload streams through while others are served', async () => {
  const rss = async () => Number((await import('node:fs')).readFileSync(`/proc/${server.child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]);
  await call(server, 'GET', JOBS);
  const before = await rss();
  const uploading = send(chunkedHead(), largeUpload(200));
  for (let i = 0; i < 20; i++) assert.equal((await call(server, 'GET', JOBS)).status, 200);
  const heard = await uploading;
  assert.match(heard, /^HTTP\/1\.1 201 /);
  assert.ok((await rss()) - before < 16 << 10, 'the upload was kept in memory');
});

test('many connections at once, most of them idle', async () => {
  const idle = await Promise.all(Array.from({ length: 200 }, () => new Promise((resolve) => { const s = net.connect(server.port, '127.0.0.1', () => resolve(s)); s.on('error', () => {}); })));
  assert.equal((await call(server, 'GET', JOBS)).status, 200);
  for (const s of idle) s.destroy();
});
