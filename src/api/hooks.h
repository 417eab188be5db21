/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hooks - webhook targets: checked, kept, and shown without their secrets.
 *
 * Wherever targets come in or go out, this is the code: extract and parse
 * creates, saved webhooks, saved settings of a parse. A target is kept as the
 * contract writes it, every key there, with "host" besides for the delivery log
 * (store.h). Shown ones have no signing secret; values of headers and the
 * credentials of the URL are HOOK_MASK (behaviour.md G-53).
 */
#pragma once
#include "api/problem.h"
#include "base/id.h"

#define HOOK_MASK "****"
#define HOOKS_MAX 20 /* targets of one call: each is a request of ours per event */

/*
 * Check targets (an array) that stand at place at and append them to b as an
 * array. False if there was a problem. Masks are refused: nothing is behind them.
 */
bool hooks_read(const struct json *targets, const struct place *at, struct problems *p, struct buf *b);

/*
 * Check by the operator's rules: an address that is written out and not public is a problem (G-54); names are looked
 * up when they are called. Call it where a job is made and where a target is saved.
 */
bool hooks_reachable(const struct http_request *r, const struct json *targets, const struct place *at, struct problems *p);

/*
 * Add saved webhooks to the array in b (empty = none so far). Answers 400 and returns false if one of ids (strings) is
 * none of the project. The result is store_job.hooks.
 */
bool hooks_add_saved(struct http_request *r, const struct json *ids, struct buf *b);

/* Append targets (as sent, as kept, or null) as answers show them. */
void hooks_show(struct buf *b, const struct json *targets);

/*
 * Targets of a change that may hold masks, over those kept before: a masked value becomes the kept one of the target
 * with the same shown URL. What finds none stays a mask, which hooks_read() refuses. On a; NULL out of memory.
 */
const struct json *hooks_unmask(const struct json *targets, const struct json *kept, struct arena *a);

/* ---- one target, for saved webhooks */

struct hook_target {
	struct str url, format, secret; /* p NULL = null */
	const struct json *headers, *events;
};
/* Read keys of object over what t holds; masks become t's values (on a). Saved targets need a URL and an event. */
bool hook_target_read(const struct json *object, struct arena *a, const struct place *at, struct problems *p, struct hook_target *t);
void hook_target_load(const struct json *kept, struct hook_target *t);
void hook_target_write(struct buf *b, const struct hook_target *t);
/* Append the members that answers show, without braces: "webhook_url":…,"webhook_headers":… */
void hook_target_show(struct buf *b, const struct hook_target *t);
