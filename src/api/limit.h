/* SPDX-License-Identifier: Apache-2.0 */
/*
 * limit - how many requests a key or a project may make.
 *
 * A bucket per identifier, in memory, filled at the limit's rate up to its burst.
 * Kept as one number, the time at which it is full again (the generic cell rate
 * algorithm, ITU-T I.371). Buckets that are full are forgotten. Thread-safe.
 */
#pragma once
#include "base/id.h"

struct limit_rate {
	int64_t every, burst; /* one each so many µs (0 = no limit), so many at once */
};

struct limit;

struct limit *limit_new(struct limit_rate rate); /* NULL out of memory */
void limit_free(struct limit *l);                /* NULL is fine */

/* Take one. 0 = taken; else how many µs to wait until there is one. now is a monotonic time. */
int64_t limit_take(struct limit *l, struct id who, int64_t now);
