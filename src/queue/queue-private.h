/* SPDX-License-Identifier: Apache-2.0 */
/*
 * queue-private - what tests of this room turn by hand.
 */
#pragma once
#include "queue/queue.h"

/* One round of the janitor, as its thread makes one every 10 s: renew own leases, rescue lost jobs, collect some blobs. */
void queue_tick(struct queue *q, int64_t now);
