/* SPDX-License-Identifier: Apache-2.0 */
/*
 * queue - gives each job to one worker at a time.
 *
 * A claim comes with a lease and a token; every later write needs the same
 * token, so a worker that woke up late changes nothing. The janitor thread
 * renews the leases of this node's claims and rescues expired ones of any node.
 * At most QUEUE_MAX_STARTS starts, then FAILED with the cause (G-27).
 */
#pragma once
#include "store/store.h"
#include <stdatomic.h>

#define QUEUE_MAX_STARTS 3
#define QUEUE_WAIT INT64_C(1000000)       /* us before the second start; doubles with each */
#define QUEUE_WAIT_MAX INT64_C(60000000)
#define QUEUE_LEASE (60 * INT64_C(1000000)) /* us */

struct queue;
struct queue_claim {
	struct store_claim claim; /* on the arena passed to queue_claim() */
	atomic_bool cancelled;    /* set when the lease is lost or the job was cancelled */
};

/* How much the cache may hold: no entry older than us, and the newest that are within size. 0 = no bound. */
struct queue_cache {
	int64_t us;
	struct store_cache_size size;
};
/* Starts the janitor, which also keeps the cache (NULL = no bounds). node names this process's claims (host name and data
 * directory). */
struct queue *queue_open(struct store *s, const char *node, const struct queue_cache *cache, struct err *e);
void queue_close(struct queue *q);

enum queue_got { QUEUE_GOT, QUEUE_EMPTY, QUEUE_STOPPED, QUEUE_ERR };
/* Wait up to timeout_ms for a job. */
enum queue_got queue_claim(struct queue *q, int timeout_ms, struct arena *a, struct queue_claim *c, struct err *e);
/* End a claim. false with ERR_LEASE_LOST if it is no longer ours (nothing was written). */
bool queue_finish(struct queue *q, struct queue_claim *c, const struct store_finish *f, struct err *e);
/* The work failed in a way that may pass (err_row.retry): back to PENDING, to start again after a while that
 * doubles each time, or FAILED after the last start. */
bool queue_retry(struct queue *q, struct queue_claim *c, const struct err *why, struct err *e);
/* Graceful stop: hand back untouched. */
bool queue_release(struct queue *q, struct queue_claim *c, struct err *e);
/* How far the job is read (store_job_progress()). */
bool queue_progress(struct queue *q, struct queue_claim *c, uint32_t done, uint32_t pages, struct err *e);
/* A job of this node was cancelled by a request: flag its claim so that the child is killed now. */
void queue_cancel_local(struct queue *q, struct id job);
/* Make waiting queue_claim() calls return QUEUE_STOPPED. */
void queue_stop(struct queue *q);
