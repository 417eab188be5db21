// SPDX-License-Identifier: Apache-2.0
// A real server on a free port with a data directory of its own.
import { spawn, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { File } from 'node:buffer';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

globalThis.File ??= File; // Node 18 has it, but not as a global

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const binary = process.env.QUARRY ?? join(root, 'build', 'quarry');

async function answers(url, child) {
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) return false;
    const up = await fetch(`${url}/healthz`).then((r) => r.ok, () => false);
    if (up) return true;
    await new Promise((r) => setTimeout(r, 50));
  }
  return false;
}

// A server says where it listens as soon as it does; where others are to reach it under another address, its log does.
function portOf(child, elsewhere) {
  const [stream, port] = elsewhere ? [child.stderr, /serve\.started .*?\bport=(\d+)/] : [child.stdout, /:(\d+)\s*$/m];
  return new Promise((resolve) => {
    let said = '';
    stream.on('data', (d) => {
      const found = (said += d).match(port);
      if (found) resolve(Number(found[1]));
    });
    child.once('exit', () => resolve(null));
  });
}

// Settings are environment variables of the server (QUARRY_…).
export async function startServer(settings = {}) {
  const data = await mkdtemp(join(tmpdir(), 'quarry-e2e-'));
  const key = `test-${randomBytes(12).toString('hex')}`;
  const env = { ...process.env, QUARRY_API_KEY: key, QUARRY_LOG_LEVEL: 'info', ...settings };
  const server = { port: 0, key, data, log: '' }; // a port of its own, and the same again after a restart
  const launch = async () => {
    // It ends with this process, whatever ends that.
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', binary, 'serve', '--data', data, '--listen', `127.0.0.1:${server.port}`], { env });
    child.stdout.on('data', (d) => (server.log += d));
    child.stderr.on('data', (d) => (server.log += d));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    server.child = child;
    server.kill = async (signal) => {
      child.kill(signal);
      await ended;
    };
    server.port = await portOf(child, settings.QUARRY_PUBLIC_URL);
    server.url = `http://127.0.0.1:${server.port}`;
    if (!server.port || !(await answers(server.url, child))) throw new Error(`the server did not start:\n${server.log}`);
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
