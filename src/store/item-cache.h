/* SPDX-License-Identifier: Apache-2.0 */
/*
 * item-cache - items of finished jobs in memory, so that a list page need not
 * look for each of them in the table.
 *
 * A finished job's item never changes and its key is never given out again, so
 * what is kept can not be out of date: a deleted job is in no index any more,
 * and nobody asks for it. Thread-safe.
 */
#pragma once
#include "base/buf.h"

struct item_cache;

/* A cache of up to bytes of text; NULL out of memory. */
struct item_cache *item_cache_new(size_t bytes);
void item_cache_free(struct item_cache *c); /* NULL is fine */
/* Append the text kept under key to b; false if there is none. */
bool item_cache_add(struct item_cache *c, int64_t key, struct buf *b);
/* Keep a copy of text; what was not asked for lately makes room. Long texts are not kept. */
void item_cache_put(struct item_cache *c, int64_t key, struct str text);
