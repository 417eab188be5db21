// SPDX-License-Identifier: Apache-2.0
// What the tests lean on.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

// A test that is killed leaves no server behind: nobody answers at its address.
test('a server ends with the process that started it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarry-killed-'));
  const text = "console.log((await (await import('./lib/server.mjs')).startServer()).url)";
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { env: { ...process.env, TMPDIR: folder } });
  const [url] = await once(child.stdout, 'data');
  const answers = () => fetch(`${String(url).trim()}/healthz`).then(() => true, () => false);
  assert.ok(await answers());
  child.kill('SIGKILL');
  for (let i = 0; i < 600 && (await answers()); i++) await new Promise((r) => setTimeout(r, 50));
  assert.equal(await answers(), false);
  await rm(folder, { recursive: true });
});
