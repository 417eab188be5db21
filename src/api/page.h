/* SPDX-License-Identifier: Apache-2.0 */
/*
 * page - where a page of a list begins and how it ends. A position is the last
 * item's place in the order; its token is good for the same project and filters
 * only (behaviour.md G-14), which are what it is bound to.
 */
#pragma once
#include "api/api-private.h"

/* Most lists are newest first, and ties break by id. */
struct position {
	int64_t time;
	struct id id;
};

/* The position in a token, least bytes or more, which need not be aligned. Answers 400 and returns false if it is none. */
bool page_position(struct http_request *r, struct str token, struct str bound, size_t least, struct str *data);
/* Append what stands behind the items: the token of the next page (next.p NULL = there is none) and the exact count. */
void page_end(struct buf *b, struct http_request *r, struct str next, struct str bound, int64_t total);
