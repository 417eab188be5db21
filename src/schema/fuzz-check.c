/* SPDX-License-Identifier: Apache-2.0 */
/* Any JSON text as a schema; what is accepted must be written back and accepted again. */
#include "schema/schema.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a;
	struct buf b;
	struct schema_problem *problems;
	size_t problems_n;
	arena_init(&a, "fuzz", 256 << 20);
	buf_init(&b, 64 << 20);
	struct json *v = json_parse((struct str){ (const char *)data, n }, &json_limits_default, &a, NULL);
	struct schema_node *root = v ? schema_check(v, n, &a, &problems, &problems_n) : NULL;
	if (root) {
		schema_write(&b, root);
		v = json_parse(buf_view(&b), &(struct json_limits){ 64 << 20, 256 }, &a, NULL);
		if (!v || (b.n <= SCHEMA_MAX_CHARS && !schema_check(v, b.n, &a, &problems, &problems_n)))
			abort();
	}
	buf_fini(&b);
	arena_fini(&a);
	return 0;
}
