// SPDX-License-Identifier: Apache-2.0
// Three ways to talk to a server: the SDK, plain calls, bare sockets.
import assert from 'node:assert/strict';
import net from 'node:net';
import { LlamaCloud as Newest } from '@llamaindex/llama-cloud';
import { contractProblem } from './contract.mjs';

// What parses of most tests ask for, and how soon clients ask again.
export const settings = { tier: 'fast', version: 'latest' };
export const fast = { pollingInterval: 0.05 };

// An SDK client. calls collects "METHOD path status" of every request it makes; answers are held against the contract,
// except the statuses of unchecked, which something between client and server gives.
export function sdkClient(server, { LlamaCloud = Newest, key = server.key, calls = [], unchecked = [], ...options } = {}) {
  const fetchChecked = async (input, init) => {
    const response = await fetch(input, init);
    const { pathname } = new URL(input);
    const text = await response.clone().text();
    calls.push(`${init.method.toUpperCase()} ${pathname} ${response.status}`);
    if (unchecked.includes(response.status)) return response;
    assert.equal(contractProblem(init.method.toUpperCase(), pathname, response.status, response.headers, text), null);
    return response;
  };
  return new LlamaCloud({ apiKey: key, baseURL: server.url, fetch: fetchChecked, ...options });
}

// One plain call, held against the contract: { status, headers, text, json }.
export async function call(server, method, target, { key = server.key, headers = {}, body, json, signal } = {}) {
  const all = { ...headers };
  if (key) all.authorization ??= `Bearer ${key}`;
  if (json !== undefined) {
    all['content-type'] ??= 'application/json';
    body = JSON.stringify(json);
  }
  const response = await fetch(server.url + target, { method, headers: all, body, signal, redirect: 'error' });
  const text = await response.text();
  const { pathname } = new URL(server.url + target);
  assert.equal(contractProblem(method, pathname, response.status, response.headers, text), null, `${method} ${target}`);
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, headers: response.headers, text, json: type.startsWith('application/json') && text ? JSON.parse(text) : null };
}

// Send bytes as they are; everything that comes back until the server closes.
export function raw(server, ...pieces) {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = net.connect(server.port, '127.0.0.1');
    socket.setEncoding('latin1');
    socket.on('data', (d) => (heard += d));
    socket.on('error', (e) => (heard ? resolve(heard) : reject(e)));
    socket.on('close', () => resolve(heard));
    for (const piece of pieces) socket.write(piece);
  });
}

// Send first, then piece every 100 ms until the server closes. false if it has not after the given time.
export function dribble(server, first, piece, giveUpMs) {
  return new Promise((resolve) => {
    const socket = net.connect(server.port, '127.0.0.1');
    const timer = setInterval(() => socket.writable && socket.write(piece), 100);
    const patience = setTimeout(() => end(false), giveUpMs);
    const end = (closed) => {
      clearInterval(timer);
      clearTimeout(patience);
      socket.destroy();
      resolve(closed);
    };
    socket.on('connect', () => socket.write(first));
    socket.on('error', () => {});
    socket.resume();
    socket.on('close', () => end(true));
  });
}

export async function upload(server, name, bytes, { key, purpose = 'extract' } = {}) {
  const form = new FormData();
  form.append('file', new File([bytes], name));
  form.append('purpose', purpose);
  const { status, json, text } = await call(server, 'POST', '/api/v1/beta/files', { key, body: form });
  assert.equal(status, 201, text);
  return json;
}

export async function createJob(server, fileInput, configuration, options = {}) {
  const { status, json, text } = await call(server, 'POST', '/api/v2/extract', { ...options, json: { file_input: fileInput, configuration } });
  assert.equal(status, 200, text);
  return json;
}

// Poll until the job has ended.
export async function finished(server, id, options = {}) {
  for (let i = 0; i < 1200; i++) {
    const { json } = await call(server, 'GET', `/api/v2/extract/${id}`, options);
    if (['COMPLETED', 'FAILED', 'CANCELLED'].includes(json.status)) return json;
    await new Promise((r) => setTimeout(r, 50));
  }
  throw new Error(`job ${id} did not end`);
}
