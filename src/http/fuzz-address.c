/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in request lines and headers: queries, paths, parameters of header fields. */
#include "http/field.h"
#include "http/query.h"
#include "http/route.h"
#include <stdlib.h>

static void check_utf8(struct str s)
{
	if (!str_utf8_ok(s) || memchr(s.p ? s.p : "", '\0', s.n))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct http_request r = { 0 };
	struct str text = { (const char *)data, n }, args[HTTP_ARGS] = { 0 }, *values, value;
	struct err e = { 0 };
	size_t values_n;
	arena_init(&r.arena, "fuzz", 16 << 20);
	if (query_parse(text, &r.arena, &r.query, &r.query_n, &e)) {
		for (size_t i = 0; i < r.query_n; i++) {
			check_utf8(r.query[i].name);
			check_utf8(r.query[i].value);
		}
		http_query(&r, "a");
		http_query_list(&r, "a", true, &values, &values_n);
	}
	route_fits("/a/{b}/c/{d}", text, args);
	field_param(text, "name", &r.arena, &value);
	field_is_token(text);
	arena_fini(&r.arena);
	return 0;
}
