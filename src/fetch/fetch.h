/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fetch - the only outgoing HTTP: requests to addresses that strangers wrote.
 *
 * A name is looked up when the request is made; every address it has must be
 * public (address.h) or allowed by the operator, and the connection goes to those
 * addresses and no other. Redirects are not followed, proxies of the environment
 * not used, certificates are checked. What comes back is bounded in bytes and
 * time. One thread runs all requests (libcurl, which no other room sees).
 * Thread-safe.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "fetch/address.h"

#include <stdatomic.h>

struct fetch;

#define FETCH_ADDRESSES 16 /* of one name; further ones are not tried */

/* Addresses of a host: how many, 0 with an error. For tests; it may block. */
typedef size_t fetch_lookup(void *ctx, const char *host, struct address out[FETCH_ADDRESSES], struct err *e);

struct fetch_options {
	const char *allow; /* "10.0.0.0/8, ::1, hooks.internal, *.lan": reached though not public; NULL = none */
	fetch_lookup *lookup; /* NULL = the system's */
	void *ctx;
};

/* NULL with ERR_USAGE if allow holds something else. */
struct fetch *fetch_open(const struct fetch_options *o, struct err *e);
/* Requests under way end as failed. NULL is fine. */
void fetch_close(struct fetch *f);

/*
 * May url never be reached: malformed (ERR_INVALID), or an address written out
 * that is not public (ERR_FORBIDDEN)? Names are not looked up.
 */
bool fetch_url_refused(const struct fetch *f, const char *url, struct err *why);

/* Some bytes of a body; false stops the transfer. */
typedef bool fetch_take(void *ctx, const void *p, size_t n);

struct fetch_request { /* all of it is copied */
	const char *url;            /* http or https */
	struct str body;            /* sent by POST */
	const char *const *headers; /* "Name: value", NULL-ended; a name with ';' in place of ':' has no value (libcurl) */
	int connect_ms;             /* name and connection; 0 = 10000 */
	int first_byte_ms;          /* from the start to the first byte of the answer; 0 = total_ms */
	int total_ms;               /* 0 = 30000 */
};

enum fetch_end { FETCH_ANSWERED, FETCH_FAILED /* see err */, FETCH_REFUSED /* see err; nothing was sent */ };
struct fetch_answer {
	enum fetch_end end;
	int status;     /* ANSWERED */
	struct err err; /* TIMEOUT, IO, FORBIDDEN, INVALID */
};
/* Called once per request on the thread of fetch; must not wait. */
typedef void fetch_done(void *ctx, const struct fetch_answer *a);

/*
 * Get url and wait for the end: the body of an answer with a status of 200 to 299 goes to take(ctx) as it comes, on the
 * thread of fetch, up to most bytes (more is ERR_TOO_LARGE). *status is what was answered; for a redirect *location is
 * where to (on the heap, free() it), which the caller may follow by another call, else NULL. *cancel, which may be NULL,
 * is looked at meanwhile. False with ERR_FORBIDDEN or ERR_INVALID for a target that may not be reached, ERR_TIMEOUT,
 * ERR_IO, ERR_CANCELLED.
 */
struct fetch_get {
	struct fetch_request q;     /* without a body */
	int64_t most;
	fetch_take *take;
	void *ctx;
	const atomic_bool *cancel;
};
bool fetch_get(struct fetch *f, const struct fetch_get *g, int *status, char **location, struct err *e);

/* Send. The body of the answer is dropped: only its status is told. False out of memory (done is not called). */
bool fetch_post(struct fetch *f, const struct fetch_request *q, fetch_done *done, void *ctx, struct err *e);
