// SPDX-License-Identifier: Apache-2.0
// After all test files: what the contract declares and no test reached. Reads what lib/contract.mjs noted.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isConstant, routes } from './lib/contract.mjs';
import { pending } from './lib/pending.mjs';

const folder = process.env.E2E_REACHED;
const reached = new Set(readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n')));
const nameOf = (route) => `${route.method} ${route.path}`;

// The original declares 422, 429 and 500 on every route. Where there is no body and all parameters are plain words nothing
// can be so wrong that it is a 422; a constant is counted for no key and needs no store.
const CHECKED = ['page_size', 'expires_at_seconds', 'page_index', 'order_by', 'status', 'latest_only', 'storage_type'];
const isChecked = (route) => route.operation.requestBody || route.parameters.some((p) => CHECKED.includes(p.name));
const canBe = (route, status) => (status !== 422 || isChecked(route)) && !([429, 500].includes(status) && isConstant(route));

test('every path, method and status of the contract was reached', () => {
  const built = routes.filter((r) => !pending.includes(nameOf(r)));
  const declared = built.flatMap((r) => r.statuses.filter((status) => canBe(r, status)).map((status) => `${nameOf(r)} ${status}`));
  assert.deepEqual(declared.filter((line) => !reached.has(line)), []);
});
