/* SPDX-License-Identifier: Apache-2.0 */
/*
 * keys - scopes of API keys and sessions seen a moment ago, so that a busy client
 * costs one look into the store a second. What the store takes away holds at
 * once: a scope is good for one value of store_rights_generation() only. Only
 * keys that exist are kept. Thread-safe.
 */
#pragma once
#include "base/clock.h"
#include "store/store.h"

#define KEYS_LIFE CLOCK_SECOND /* µs */

struct keys;

struct keys *keys_new(void); /* NULL out of memory */
void keys_free(struct keys *k);

/* As store_key_lookup(), or store_session_lookup() if session. */
enum store_outcome keys_lookup(struct keys *k, struct store *s, const uint8_t hash[SHA256_SIZE], bool session,
			       struct store_scope *out, struct err *e);
