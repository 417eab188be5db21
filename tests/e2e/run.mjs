// SPDX-License-Identifier: Apache-2.0
// All test files, then what they reached of the contract.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

// Files wait more than they work, and by themselves leave one processor free, which is one of two.
const [major, minor] = process.versions.node.split('.').map(Number);
const knows = major > 20 || (major === 20 && minor >= 10) || (major === 18 && minor >= 19);
const options = knows ? [`--test-concurrency=${Math.max(2, cpus().length)}`] : [];

const reached = mkdtempSync(join(tmpdir(), 'quarry-reached-'));
const env = { ...process.env, E2E_REACHED: reached };
const run = (files) => spawnSync(process.execPath, ['--test', ...options, ...files], { stdio: 'inherit', env }).status === 0;
const good = [run(readdirSync('.').filter((name) => name.endsWith('.test.mjs')).sort()), run(['coverage.mjs'])];
rmSync(reached, { recursive: true });
process.exit(good.every(Boolean) ? 0 : 1);
