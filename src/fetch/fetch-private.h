/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of room fetch share: transfers and the thread that runs them.
 *
 * fetch.c     the room's door and its thread
 * transfer.c  one transfer, from the look-up of its host to its end
 * get.c       a get that somebody waits for
 */
#pragma once
#include "base/buf.h"
#include "fetch/fetch.h"
#include "fetch/guard.h"
#include "fetch/lookup.h"

#include <pthread.h>

enum {
	HEADERS_MOST = 64 << 10, /* bytes of an answer's head */
	BODY_MOST = 64 << 10,    /* of its body that are read to the end, then the connection is closed */
};

struct transfer {
	struct fetch *f;
	struct transfer *next;
	fetch_done *done;
	void *ctx;
	struct target target;
	struct buf body;
	struct curl_slist *headers, *resolve, *connect_to;
	int64_t began, connect_by, first_byte_by, end_by; /* monotonic, µs */
	struct lookup *lookup; /* under way; NULL before and after */
	CURL *easy;            /* once it runs */
	struct address addresses[FETCH_ADDRESSES]; /* where it may connect to */
	size_t addresses_n;
	size_t head_bytes, body_bytes;
	bool heard;
	struct getting *get; /* NULL = a post */
	char why[CURL_ERROR_SIZE];
};

/* A get that somebody waits for. */
struct getting {
	const struct fetch_get *g;
	pthread_mutex_t lock; /* guards ended */
	pthread_cond_t cond;
	bool ended;
	bool unwanted, too_large; /* why the body was not taken to its end */
	int64_t taken;
	char *location;
	struct fetch_answer answer;
};

struct fetch {
	struct guard guard;
	fetch_lookup *lookup;
	void *lookup_ctx;
	CURLM *multi;
	struct bell *bell;
	pthread_t thread;
	bool runs;
	pthread_mutex_t lock; /* guards the two below */
	struct transfer *incoming, **incoming_last;
	bool closing;
	struct transfer *all; /* the thread's own, and so is what follows */
	unsigned long pins;
};

/* fetch.c: begin a transfer; done is told of its end, once, unless this fails. */
bool fetch_begin(struct fetch *f, const struct fetch_request *q, struct getting *get, fetch_done *done, void *ctx, struct err *e);

/* transfer.c: on the room's thread. Ends take it out of the list, tell, and free it. */
void transfer_free(struct transfer *t);
void transfer_end(struct transfer *t, const struct fetch_answer *a);
__attribute__((format(printf, 3, 4))) void transfer_fail_with(struct transfer *t, enum err_code code, const char *fmt, ...);
/* Find its host, and then connect; transfer_look() goes on once the look-up has ended. */
void transfer_start(struct transfer *t);
void transfer_look(struct transfer *t);
