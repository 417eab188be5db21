/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hook - tells webhooks what became of jobs.
 *
 * The store holds deliveries, written in the transaction of the change they tell
 * of (store.h). One thread here claims those that are due, has room fetch send
 * them, many at a time, and writes what came of each attempt. A delivery is made
 * at least once: after a crash in the middle of an attempt it is made again, with
 * the same event_id and body (behaviour.md section 15, G-50 to G-54).
 */
#pragma once
#include "fetch/fetch.h"
#include "store/store.h"

struct hook;

struct hook_options {
	const char *allow;      /* see fetch_options.allow */
	const char *user_agent; /* G-50 */
	int attempts;           /* of one delivery */
	int wait_ms;            /* before the second attempt; doubles with each, 60 s at most */
	int timeout_ms;         /* of one attempt */
	int64_t keep_us;        /* ended deliveries stay so long */
	bool off;               /* send nothing: addresses are checked alone */
};

/* Deliver until hook_close(). The store stays the caller's. NULL with ERR_USAGE if allow cannot be read. */
struct hook *hook_open(struct store *s, const struct hook_options *o, struct err *e);
/* Attempts under way get grace_ms to end; what is left goes out at the next start. NULL is fine. */
void hook_close(struct hook *h, int grace_ms);

/* As fetch_url_refused(). */
bool hook_url_refused(const struct hook *h, const char *url, struct err *why);
