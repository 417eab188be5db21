/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"
#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

static const char schema_text[] = "{\"properties\":{\"s\":{\"type\":\"string\"},\"i\":{\"type\":\"integer\"},"
	"\"n\":{\"type\":\"number\"},\"b\":{\"type\":\"boolean\"},\"e\":{\"enum\":[\"a\",\"b\"]},"
	"\"o\":{\"properties\":{\"x\":{}}},\"l\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}}}}";

static bool fits(const char *value, struct err *e)
{
	struct arena a;
	struct schema_problem *problems;
	size_t n;
	arena_init(&a, "test", 1 << 20);
	struct json *s = json_parse(str_from(schema_text), &json_limits_default, &a, e);
	struct schema_node *root = s ? schema_check(s, sizeof schema_text, &a, &problems, &n) : NULL;
	struct json *v = json_parse(str_from(value), &json_limits_default, &a, e);
	assert_non_null(root);
	assert_non_null(v);
	bool ok = schema_fits(root, v, e);
	arena_fini(&a);
	return ok;
}

/* A whole result fits, with nulls wherever a plain value stands. */
static void test_good(void **state)
{
	struct err e = { 0 };
	assert_true(fits("{\"s\":\"x\",\"i\":1,\"n\":1.5,\"b\":true,\"e\":\"b\",\"o\":{\"x\":3},\"l\":[1,2.5,null]}", &e));
	assert_true(fits("{\"s\":null,\"i\":null,\"n\":3,\"b\":null,\"e\":null,\"o\":{\"x\":null},\"l\":[]}", &e));
}

/* Each kind of misfit is refused and the message names its place. */
static void test_bad(void **state)
{
	static const struct { const char *value, *place; } rows[] = {
		{ "{\"s\":1,\"i\":1,\"n\":1,\"b\":true,\"e\":\"b\",\"o\":{\"x\":3},\"l\":[]}", "s:" },
		{ "{\"s\":\"\",\"i\":1.5,\"n\":1,\"b\":true,\"e\":\"b\",\"o\":{\"x\":3},\"l\":[]}", "i:" },
		{ "{\"s\":\"\",\"i\":1,\"n\":\"1\",\"b\":true,\"e\":\"b\",\"o\":{\"x\":3},\"l\":[]}", "n:" },
		{ "{\"s\":\"\",\"i\":1,\"n\":1,\"b\":0,\"e\":\"b\",\"o\":{\"x\":3},\"l\":[]}", "b:" },
		{ "{\"s\":\"\",\"i\":1,\"n\":1,\"b\":true,\"e\":\"c\",\"o\":{\"x\":3},\"l\":[]}", "e:" },
		{ "{\"s\":\"\",\"i\":1,\"n\":1,\"b\":true,\"e\":\"a\",\"o\":{},\"l\":[]}", "o.x:" },
		{ "{\"s\":\"\",\"i\":1,\"n\":1,\"b\":true,\"e\":\"a\",\"o\":null,\"l\":[]}", "o:" },
		{ "{\"s\":\"\",\"i\":1,\"n\":1,\"b\":true,\"e\":\"a\",\"o\":{\"x\":1,\"y\":2},\"l\":[]}", "o:" },
		{ "{\"s\":\"\",\"i\":1,\"n\":1,\"b\":true,\"e\":\"a\",\"o\":{\"x\":1},\"l\":[1,\"2\"]}", "l[1]:" },
		{ "{\"s\":\"\",\"i\":1,\"n\":1,\"b\":true,\"e\":\"a\",\"o\":{\"x\":1},\"l\":{}}", "l:" },
		{ "[]", "result:" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct err e = { 0 };
		assert_false(fits(rows[i].value, &e));
		assert_int_equal(e.code, ERR_INVALID);
		if (strncmp(e.text, rows[i].place, strlen(rows[i].place)) != 0)
			fail_msg("%s: %s", rows[i].value, e.text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_good), cmocka_unit_test(test_bad) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
