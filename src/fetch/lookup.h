/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lookup - names to addresses without holding anybody up. The system's resolver
 * blocks, so each look-up has a thread of its own, which may outlive who asked.
 */
#pragma once
#include "fetch/fetch.h"

#include <pthread.h>

/* Who is told that a look-up ended; shared by all of a fetch. Counted: threads may be the last to hold it. */
struct bell {
	pthread_mutex_t lock;
	void (*ring)(void *ctx); /* NULL once the fetch is gone */
	void *ctx;
	int holders; /* under lock */
};
struct bell *bell_new(void (*ring)(void *ctx), void *ctx);
void bell_mute(struct bell *b); /* no ring after this; gives one holder up. NULL is fine */

struct lookup;
/* Start. NULL out of threads or memory. */
struct lookup *lookup_start(struct bell *b, fetch_lookup *how, void *ctx, const char *host);
/* Has it ended? Then n addresses, 0 with an error. */
bool lookup_ended(struct lookup *l, struct address out[FETCH_ADDRESSES], size_t *n, struct err *e);
void lookup_drop(struct lookup *l); /* ended or not; NULL is fine */

/* The system's resolver. */
size_t lookup_system(void *ctx, const char *host, struct address out[FETCH_ADDRESSES], struct err *e);
