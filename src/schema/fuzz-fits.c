/* SPDX-License-Identifier: Apache-2.0 */
/* Any JSON value against any schema (a zero byte stands between them): a misfit has its reason, and the same value fits twice. */
#include "schema/schema.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(const struct schema_node *root, const struct json *v)
{
	struct err first = { 0 }, second = { 0 };
	bool fits = schema_fits(root, v, &first);
	if (!fits && (first.code != ERR_INVALID || !first.text[0]))
		abort();
	if (schema_fits(root, v, &second) != fits)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a;
	struct schema_problem *problems;
	size_t problems_n;
	const char *text = (const char *)data, *cut = n ? memchr(text, '\0', n) : NULL;
	if (!cut)
		return 0;
	arena_init(&a, "fuzz", 256 << 20);
	size_t schema_n = (size_t)(cut - text);
	struct json *v = json_parse((struct str){ text, schema_n }, &json_limits_default, &a, NULL);
	struct schema_node *root = v ? schema_check(v, schema_n, &a, &problems, &problems_n) : NULL;
	struct json *value = root ? json_parse((struct str){ cut + 1, n - schema_n - 1 }, &json_limits_default, &a, NULL) : NULL;
	if (value)
		check(root, value);
	arena_fini(&a);
	return 0;
}
