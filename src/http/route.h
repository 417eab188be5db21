/* SPDX-License-Identifier: Apache-2.0 */
/*
 * route - finds the row of a method and a path (room http alone).
 */
#pragma once
#include "http/http.h"

/* "GET" … to enum; HEAD gives GET. False for methods no route can have. */
bool route_method(const char *name, enum http_method *out);

/* Does path (as sent) fit pattern? Raw values of {…} go to args, at most HTTP_ARGS. */
bool route_fits(const char *pattern, struct str path, struct str args[HTTP_ARGS]);

/*
 * The row that serves method and path, or NULL; then *allowed is the bit set of
 * methods (1 << enum http_method) that path has: 0 means no such path.
 */
const struct http_route *route_find(const struct http_route *routes, size_t n, bool known, enum http_method m,
				    struct str path, struct str args[HTTP_ARGS], unsigned *allowed);

/* "GET, HEAD, POST" for the Allow header. */
void route_allow(unsigned allowed, char *out, size_t size);
