// SPDX-License-Identifier: Apache-2.0
// All test files, then what they reached of the contract.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reached = mkdtempSync(join(tmpdir(), 'quarry-reached-'));
const env = { ...process.env, E2E_REACHED: reached };
const run = (files) => spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit', env }).status === 0;
const good = [run(readdirSync('.').filter((name) => name.endsWith('.test.mjs')).sort()), run(['coverage.mjs'])];
rmSync(reached, { recursive: true });
process.exit(good.every(Boolean) ? 0 : 1);
