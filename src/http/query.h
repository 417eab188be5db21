/* SPDX-License-Identifier: Apache-2.0 */
/*
 * query - percent-encoding and query strings (room http alone).
 */
#pragma once
#include "http/http.h"

/*
 * Decode %XX (and '+' as a space if plus) onto a. False with ERR_REQUEST on a
 * malformed escape, a NUL or bytes that are no UTF-8 afterwards.
 */
bool query_decode(struct str s, bool plus, struct arena *a, struct str *out, struct err *e);

/* The byte that "%XX" at s.p[i] stands for, or -1. */
int query_escape(struct str s, size_t i);

/* Split "a=1&b=2" into decoded pairs, leaving out those with an empty value (they mean absent). */
bool query_parse(struct str text, struct arena *a, struct http_pair **pairs, size_t *n, struct err *e);
