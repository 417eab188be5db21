/* SPDX-License-Identifier: Apache-2.0 */
/* The nursery (pool.c) and one order in hand (run.c, convert.c), for the files of this room. */
#pragma once
#include "doc/order.h"
#include "pool/pool.h"

#include <pthread.h>

struct pool {
	struct pool_options o;
	char program[4096];
	pthread_mutex_t lock; /* guards what follows */
	pid_t nursery;
	bool last;            /* had its last order: it is that order's child */
	int control;          /* our end of the nursery's socket, -1 = none runs */
	uint64_t next_id;
	unsigned walls;
	char release[ORDER_RELEASE_SIZE];
};

/*
 * Send an order with its descriptors and number it. A nursery that died (or was killed) is started again, once per order; one
 * that had its last order makes room for another.
 */
bool pool_send(struct pool *p, struct order *o, const int fds[ORDER_FDS], struct err *e);
/* End the child of an order, if it lives. */
void pool_kill(struct pool *p, uint64_t id);
/* How the child of a last order ended. It sends nothing any more: should it live, it ends here. */
bool pool_end(struct pool *p, int *status);

struct run {
	struct pool *pool;
	const struct pool_request *r;
	struct task task;
	struct buf *in;           /* what came and was not handed on */
	struct doc_reader reader;
	size_t checked;           /* bytes of in that are whole frames */
	int frames, status;
	uint64_t id;
	int64_t deadline, latest; /* latest: whatever pages come */
	bool done;
	bool last;                /* the process that got the order is its child */
	int converted;            /* memfd of what LibreOffice made of it; -1 = none */
	struct err needed;        /* why the document was converted */
};

/* False with ERR_CANCELLED or ERR_TIMEOUT once there is no use in waiting. */
bool run_waits(const struct run *k, struct err *e);
/* The deadline after a page that came now: page later, and page by page room for slow ones, but never after latest nor earlier than it was. */
int64_t run_put_off(int64_t deadline, int64_t now, int64_t page, int64_t latest);
/* How the child ended; false if nobody knows, for the nursery is gone too. */
bool run_status(const struct run *k, int *status);
/* Is there something to read (or the end)? Waits for a moment. */
bool run_readable(const struct run *k);

/* Take what comes of an ORDER_CONVERT into k->converted. k->needed is what the parser said: it stays the answer where
 * LibreOffice is not installed. */
bool convert_collect(struct run *k, struct err *e);
