/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

static struct arena arena;

static int setup(void **state)
{
	arena_init(&arena, "test", 1 << 24);
	return 0;
}

static int teardown(void **state)
{
	arena_fini(&arena);
	return 0;
}

static struct json *parse(const char *text, struct err *e)
{
	return json_parse(str_from(text), NULL, &arena, e);
}

/* What is printed compactly reads back to the same text: key order, written decimals, escapes. */
static void test_round_trip(void **state)
{
	static const char *const texts[] = {
		"null", "true", "7", "-0.50", "1.10", "1e5", "[]", "{}", "\"\"", "9223372036854775807",
		"-9223372036854775808", "\"a\\\"b\\\\c\\n\\u0001\"", "[1,[2,[3]],{\"z\":1,\"a\":2}]",
		"{\"b\":null,\"a\":{\"c\":[true,false]}}", "\"Gr\xC3\xBC\xC3\x9F" "e \xF0\x9F\x98\x80\"",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct err e = { 0 };
		struct buf b = BUF_INIT(0);
		struct json *v = parse(texts[i], &e);
		if (!v)
			fail_msg("%s: %s", texts[i], e.text);
		json_write(&b, v);
		assert_string_equal(b.p, texts[i]);
		buf_fini(&b);
	}
}

/* Each text breaks one rule of RFC 8259 or a limit of ours. */
static void test_refused(void **state)
{
	static const char *const texts[] = {
		"", "  ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}", "[1 2]", "nul", "NaN", "Infinity", "-", "01", "1.",
		".5", "1e", "+1", "\"a", "\"\t\"", "[1]]", "{} {}", "{\"a\":1,\"a\":2}", "9223372036854775808",
		"-9223372036854775809", "123456789012345678901234567890", "\"\xFF\"", "\"\xC0\x80\"", "\"\\x\"", "// c\n1",
		"\"\\ud800", "tru", "[1,2", "\xEF\xBB\xBF{}",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct err e = { 0 };
		if (parse(texts[i], &e))
			fail_msg("accepted: %s", texts[i]);
		assert_int_equal(e.code, ERR_REQUEST);
		assert_true(strlen(e.text) > 10);
	}
}

/* The limits are exact: 64 levels pass, 65 do not; one byte too many does not. */
static void test_limits(void **state)
{
	char text[200];
	struct err e = { 0 };
	for (int depth = 64; depth <= 65; depth++) {
		memset(text, '[', (size_t)depth);
		memset(text + depth, ']', (size_t)depth);
		text[2 * depth] = '\0';
		assert_int_equal(parse(text, &e) != NULL, depth == 64);
	}
	struct json_limits small = { 4, 8 };
	assert_non_null(json_parse(STR("[12]"), &small, &arena, &e));
	assert_null(json_parse(STR("[123]"), &small, &arena, &e));
	assert_int_equal(e.code, ERR_TOO_LARGE);
}

/* Members are found by key, numbers carry value and text, strings may hold NUL. */
static void test_values(void **state)
{
	struct err e = { 0 };
	struct json *v = parse("{\"n\":1.50,\"i\":-3,\"s\":\"a\\u0000b\"}", &e);
	assert_non_null(v);
	assert_true(json_get(v, "n")->d > 1.49 && json_get(v, "n")->d < 1.51);
	assert_true(str_eq_z(json_get(v, "n")->text, "1.50"));
	assert_int_equal(json_get(v, "i")->i, -3);
	assert_int_equal(json_get(v, "s")->text.n, 3);
	assert_null(json_get(v, "x"));
	assert_null(json_get(NULL, "x"));
	assert_string_equal(json_type_name(json_get(v, "i")), "integer");
}

/* A built tree prints like a read one; malformed UTF-8 becomes the replacement character. */
static void test_build(void **state)
{
	struct buf b = BUF_INIT(0);
	struct json *o = json_new(&arena, JSON_OBJECT), *l = json_new(&arena, JSON_ARRAY);
	for (int i = 0; i < 5; i++)
		assert_true(json_push(&arena, l, json_new_str(&arena, STR("x"))));
	assert_true(json_set(&arena, o, STR("l"), l));
	assert_true(json_set(&arena, o, STR("t"), json_new(&arena, JSON_TRUE)));
	assert_true(json_set(&arena, o, STR("t"), json_new_str(&arena, STR("a\xFF" "b"))));
	json_write(&b, o);
	assert_string_equal(b.p, "{\"l\":[\"x\",\"x\",\"x\",\"x\",\"x\"],\"t\":\"a\xEF\xBF\xBD" "b\"}");
	buf_clear(&b);
	json_write_pretty(&b, json_get(o, "l"));
	assert_true(str_starts(buf_view(&b), STR("[\n  \"x\",\n")));
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_round_trip, setup, teardown),
		cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(test_limits, setup, teardown),
		cmocka_unit_test_setup_teardown(test_values, setup, teardown),
		cmocka_unit_test_setup_teardown(test_build, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
