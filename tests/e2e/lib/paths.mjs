// SPDX-License-Identifier: Apache-2.0
// Routes that several tests call, and the UUID of nothing.
export const JOBS = '/api/v2/extract';
export const VALIDATION = `${JOBS}/schema/validation`;
export const GENERATE = `${JOBS}/schema/generate`;
export const PARSE = '/api/v2/parse';
export const FILES = '/api/v1/beta/files';
export const OLD_FILES = '/api/v1/files';
export const CONFIGS = '/api/v1/beta/configurations';
export const PARSE_CONFIGS = '/api/v1/beta/parse-configurations';
export const HOOKS = '/api/v1/beta/webhook-configs';
export const SESSION = '/api/v1/auth/session';

export const unknown = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
