// SPDX-License-Identifier: Apache-2.0
// Holds every answer against api/openapi.yaml and notes what was reached.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { root } from './server.mjs';

export const contract = parse(readFileSync(join(root, 'api', 'openapi.yaml'), 'utf8'));
const ajv = new Ajv2020.default({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(contract, 'contract');

const paths = Object.keys(contract.paths).map((path) => ({
  path,
  literal: !path.includes('{'),
  pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
}));
// A path without parameters wins over one with.
paths.sort((a, b) => b.literal - a.literal);

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

// Every route of the contract: { method, path, operation, parameters, statuses }.
export const resolve = (x) => (x.$ref ? x.$ref.slice(2).split('/').reduce((at, key) => at[key], contract) : x);
export const routes = Object.entries(contract.paths).flatMap(([path, item]) =>
  VERBS.filter((verb) => item[verb]).map((verb) => ({
    method: verb.toUpperCase(),
    path,
    operation: item[verb],
    parameters: [...(item.parameters ?? []), ...(item[verb].parameters ?? [])].map(resolve),
    statuses: Object.keys(item[verb].responses).map(Number),
  })),
);

// Routes of the API that answer everybody the same.
export const isConstant = (route) => route.operation.security?.length === 0 && route.path.startsWith('/api/');

// Lines "METHOD path status" in a file of this process, in the folder that E2E_REACHED names.
const noted = new Set();
function note(line) {
  if (!process.env.E2E_REACHED || noted.has(line)) return;
  noted.add(line);
  appendFileSync(join(process.env.E2E_REACHED, String(process.pid)), `${line}\n`);
}

const escape = (s) => s.replace(/~/g, '~0').replace(/\//g, '~1');
const validators = new Map();

function validator(ref) {
  if (!validators.has(ref)) validators.set(ref, ajv.compile({ $ref: `contract#${ref}` }));
  return validators.get(ref);
}

// The place of a response in the contract, its own or a shared one.
function responseOf(path, method, status) {
  const response = contract.paths[path][method].responses[status];
  if (!response) return null;
  if (response.$ref) return { response: contract.components.responses[response.$ref.split('/').at(-1)], at: response.$ref.slice(1) };
  return { response, at: `/paths/${escape(path)}/${method}/responses/${status}` };
}

// What is wrong with an answer, as text; null if nothing is.
export function contractProblem(method, pathname, status, headers, text) {
  const found = paths.find((p) => p.pattern.test(pathname));
  const verb = method.toLowerCase() === 'head' ? 'get' : method.toLowerCase();
  if (!headers.get('x-request-id')) return 'no x-request-id';
  if (!found || !contract.paths[found.path][verb]) {
    return status === 404 || status === 405 ? null : `${method} ${pathname} is not in the contract`;
  }
  note(`${verb.toUpperCase()} ${found.path} ${status}`);
  const place = responseOf(found.path, verb, status);
  if (!place) return `status ${status} is not in the contract of ${method} ${found.path}`;
  if (!place.response.content) return text === '' ? null : `a body where the contract has none: ${text}`;
  const type = (headers.get('content-type') ?? '').split(';')[0];
  if (!place.response.content[type]) return `type ${type}`;
  if (type !== 'application/json') return null;
  if (method === 'HEAD') return null;
  for (const [name, header] of Object.entries(place.response.headers ?? {})) {
    if (header.schema.const !== undefined && headers.get(name) !== header.schema.const) return `header ${name}: ${headers.get(name)}`;
    if (headers.get(name) === null) return `header ${name} is missing`;
  }
  const check = validator(`${place.at}/content/application~1json/schema`);
  return check(JSON.parse(text)) ? null : `${ajv.errorsText(check.errors)} in ${text.slice(0, 500)}`;
}
