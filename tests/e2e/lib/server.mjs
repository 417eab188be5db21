// SPDX-License-Identifier: Apache-2.0
// A real server on a free port with a data directory of its own.
import { spawn, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { File } from 'node:buffer';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

globalThis.File ??= File; // Node 18 has it, but not as a global

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const binary = process.env.QUARRY ?? join(root, 'build', 'quarry');

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url, child) {
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) return false;
    const up = await fetch(`${url}/healthz`).then((r) => r.ok, () => false);
    if (up) return true;
    await new Promise((r) => setTimeout(r, 50));
  }
  return false;
}

// Servers whose test ends before it stopped them, by a failure or a signal, end with it.
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

// Settings are environment variables of the server (QUARRY_…).
export async function startServer(settings = {}) {
  const data = await mkdtemp(join(tmpdir(), 'quarry-e2e-'));
  const port = await freePort();
  const key = `test-${randomBytes(12).toString('hex')}`;
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, QUARRY_API_KEY: key, QUARRY_LOG_LEVEL: 'info', ...settings };
  const server = { url, port, key, data, log: '' };
  const launch = async () => {
    const child = spawn(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`], { env });
    child.stdout.on('data', (d) => (server.log += d));
    child.stderr.on('data', (d) => (server.log += d));
    running.add(child);
    const ended = new Promise((resolve) => child.once('exit', resolve)).finally(() => running.delete(child));
    server.child = child;
    server.kill = async (signal) => {
      child.kill(signal);
      await ended;
    };
    if (!(await answers(url, child))) throw new Error(`the server did not start:\n${server.log}`);
  };
  server.restart = async (signal = 'SIGTERM') => {
    await server.kill(signal);
    await launch();
  };
  server.stop = async () => {
    await server.kill('SIGTERM');
    await rm(data, { recursive: true, force: true });
  };
  await launch();
  return server;
}

// The command line beside the running server.
export const quarry = (...args) => promisify(execFile)(binary, args);

// A key of a second project: { key, id, project }.
export async function otherProject(server) {
  const { stdout, stderr } = await quarry('key', 'create', '--data', server.data, '--project', 'new');
  return { key: stdout.trim(), id: stderr.match(/key-[0-9a-f-]{36}/)?.[0], project: stderr.match(/prj-[0-9a-f-]{36}/)?.[0] };
}
