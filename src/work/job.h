/* SPDX-License-Identifier: Apache-2.0 */
/* job - one claimed job from its input to its last write. */
#pragma once
#include "work/work.h"

struct job_parts { /* what jobs of one server share */
	struct store *store;
	struct queue *queue;
	struct pool *pool;
	struct work_limits limits;
	struct fetch *fetch;
	int fetch_ms;
	int64_t fetch_bytes;
	bool cache_results;
	void (*entered)(void *ctx, const char *step); /* may be NULL */
	void *ctx;
};

/* Run a claim and end it. Outcomes are written or logged here. The arena is the claim's. */
void job_run(const struct job_parts *parts, struct queue_claim *c, struct arena *a);
