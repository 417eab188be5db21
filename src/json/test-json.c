/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json.h"

#include "base/test-arena.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

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
		"{\"b\":null,\"a\":{\"c\":[true,false]}}", ("\"Gr\xC3\xBC\xC3\x9F" "e \xF0\x9F\x98\x80\""),
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

/* One byte order mark in front is no part of the text. */
static void test_byte_order_mark(void **state)
{
	struct err e = { 0 };
	struct json *v = parse("\xEF\xBB\xBF{\"a\":1}", &e);
	assert_non_null(v);
	assert_int_equal(json_get(v, "a")->i, 1);
}

/* Each text breaks one rule of RFC 8259 or a limit of ours. */
static void test_refused(void **state)
{
	static const char *const texts[] = {
		"", "  ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}", "[1 2]", "nul", "NaN", "Infinity", "-", "01", "1.",
		".5", "1e", "+1", "\"a", "\"\t\"", "[1]]", "{} {}", "{\"a\":1,\"a\":2}", "9223372036854775808",
		"-9223372036854775809", "123456789012345678901234567890", "\"\xFF\"", "\"\xC0\x80\"", "\"\\x\"", "// c\n1",
		"\"\\ud800", "tru", "[1,2", "{\xEF\xBB\xBF}", "\xEF\xBB\xBF", "\xEF\xBB\xBF\xEF\xBB\xBF{}",
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

static uint64_t seed;

/* xorshift64: the same trees in every run. */
static uint32_t rnd(uint32_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 33) % below;
}

/* Text of every kind of character: control, quoted, ASCII, two to four bytes. */
static struct str random_text(bool key)
{
	static const uint32_t ranges[][2] = { { 0, 31 }, { 32, 127 }, { 34, 1 }, { 92, 1 }, { 0x80, 0x700 },
		{ 0x800, 0xC000 }, { 0xE000, 0x2000 }, { 0x10000, 0x100000 } };
	char *p = arena_alloc(&arena, 64);
	size_t n = 0, count = rnd(12);
	for (size_t i = 0; i < count; i++) {
		const uint32_t *r = ranges[rnd(8)];
		uint32_t c = r[0] + rnd(r[1]);
		n += str_utf8_put(key && c == 0 ? 1 : c, p + n);
	}
	return (struct str){ p, n };
}

/* A number without a fraction is whole however it is written, as far as doubles tell. */
static void test_whole(void **state)
{
	static const struct { const char *text; bool is; int64_t v; } cases[] = {
		{ "3", true, 3 }, { "3.0", true, 3 }, { "-2e2", true, -200 }, { "9223372036854775807", true, INT64_MAX },
		{ "9007199254740992.0", true, INT64_C(9007199254740992) }, { "1e16", false, 0 }, { "3.5", false, 0 }, { "1e400", false, 0 },
		{ "\"3\"", false, 0 }, { "true", false, 0 }, { "null", false, 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct err e;
		int64_t v = 0;
		const struct json *j = json_parse(str_from(cases[i].text), &json_limits_default, &arena, &e);
		assert_int_equal(json_whole(j, &v), cases[i].is);
		assert_true(!cases[i].is || v == cases[i].v);
	}
	assert_false(json_whole(NULL, &(int64_t){ 0 }));
}

static struct json *random_number(void)
{
	static const char *const wholes[] = { "0", "-1", "9223372036854775807", "-9223372036854775808", "1000" };
	static const char *const reals[] = { "0.10", "-0.0", "1e400", "1E-7", "123456789.123456789", "5e0" };
	bool whole = rnd(2);
	struct json *v = json_new(&arena, whole ? JSON_INT : JSON_REAL);
	v->text = str_from(whole ? wholes[rnd(5)] : reals[rnd(6)]);
	return v;
}

static struct json *random_tree(int depth)
{
	uint32_t kind = rnd(depth > 0 ? 8 : 5);
	if (kind < 3)
		return json_new(&arena, (enum json_kind)kind);
	if (kind == 3)
		return random_number();
	if (kind == 4)
		return json_new_str(&arena, random_text(false));
	struct json *v = json_new(&arena, kind == 5 ? JSON_ARRAY : JSON_OBJECT);
	for (uint32_t n = rnd(9); n > 0; n--) {
		struct json *member = random_tree(depth - 1);
		assert_true(kind == 5 ? json_push(&arena, v, member) : json_set(&arena, v, random_text(true), member));
	}
	return v;
}

static void assert_same(const struct json *a, const struct json *b)
{
	assert_int_equal(a->type, b->type);
	assert_int_equal(a->n, b->n);
	assert_true(str_eq(a->text, b->text));
	for (size_t i = 0; i < a->n; i++) {
		if (a->type == JSON_OBJECT)
			assert_true(str_eq(a->key[i], b->key[i]));
		assert_same(a->item[i], b->item[i]);
	}
}

/* Any tree comes back from its text as it was, compact and pretty, and prints to the same text again. */
static void test_random_trees(void **state)
{
	struct json_limits limits = { 1 << 24, 64 };
	for (seed = 1; seed < 3000; seed += 7) {
		uint64_t start = seed;
		struct err e = { 0 };
		struct buf b = BUF_INIT(0), pretty = BUF_INIT(0), again = BUF_INIT(0);
		struct json *v = random_tree(6), *w;
		json_write(&b, v);
		json_write_pretty(&pretty, v);
		for (int p = 0; p < 2; p++) {
			if (!(w = json_parse(buf_view(p ? &pretty : &b), &limits, &arena, &e)))
				fail_msg("tree %d: %s", (int)start, e.text);
			assert_same(v, w);
		}
		json_write(&again, w);
		assert_true(str_eq(buf_view(&b), buf_view(&again)));
		buf_fini(&b);
		buf_fini(&pretty);
		buf_fini(&again);
		arena_fini(&arena);
		seed = start;
	}
}

/* Every beginning of a good text, and the text with any byte changed, is answered without harm. */
static void test_damaged(void **state)
{
	static const char text[] = "{\"a\":[1,-2.5e3,\"x\\u00e9\\\\\",true,null],\"b\":{\"c\":\"\xC3\xA9\"}}";
	char copy[sizeof(text)];
	struct err e;
	for (size_t n = 0; n + 1 < sizeof(text); n++) {
		memcpy(copy, text, n);
		assert_null(json_parse((struct str){ copy, n }, NULL, &arena, &e));
		assert_int_equal(e.code, ERR_REQUEST);
	}
	for (size_t at = 0; at + 1 < sizeof(text); at++)
		for (int c = 0; c < 256; c++) {
			struct buf b = BUF_INIT(0);
			memcpy(copy, text, sizeof(text));
			copy[at] = (char)c;
			struct json *v = json_parse((struct str){ copy, sizeof(text) - 1 }, NULL, &arena, &e);
			if (v) {
				json_write(&b, v);
				assert_true(str_utf8_ok(buf_view(&b)));
				assert_same(v, json_parse(buf_view(&b), NULL, &arena, &e));
			}
			buf_fini(&b);
			arena_fini(&arena);
		}
}

/* Numbers stay as written, integers too; a key may hold anything but U+0000, which would cut it. */
static void test_kept(void **state)
{
	struct err e = { 0 };
	static const char *const numbers[] = { "0e0", "-0.00", "1E+2", "1e-400", "100000000000000000000.0" };
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		struct json *v = parse(numbers[i], &e);
		assert_non_null(v);
		assert_true(str_eq_z(v->text, numbers[i]));
	}
	assert_true(str_eq_z(parse("-0", &e)->text, "0"));
	assert_null(parse("{\"a\\u0000b\":1}", &e));
	assert_non_null(strstr(e.text, "line 1 column 2"));
	assert_non_null(parse("{\"a\\\\u0000b\":\"\\u0000\"}", &e));
}

/* Hand-written pieces: strings or null, keys with their commas. */
static void test_pieces(void **state)
{
	struct buf b = BUF_INIT(0);
	bool first = true;
	buf_byte(&b, '{');
	json_write_key(&b, "a", &first);
	json_write_z(&b, NULL);
	json_write_key(&b, "b\"", &first);
	json_write_z(&b, "x\x7F/\x1F");
	buf_byte(&b, '}');
	assert_string_equal(b.p, "{\"a\":null,\"b\\\"\":\"x\x7F/\\u001f\"}");
	buf_clear(&b);
	json_write(&b, NULL);
	assert_string_equal(b.p, "null");
	buf_fini(&b);
}

/* A parsed tree may be built on, whatever the number of members it came with: nothing else on the arena changes. */
static void test_build_on(void **state)
{
	for (size_t n = 0; n < 20; n++) {
		struct buf text = BUF_INIT(0), b = BUF_INIT(0);
		struct err e = { 0 };
		for (size_t i = 0; i < n; i++)
			buf_printf(&text, "%s\"k%zu\":[%zu]", i ? "," : "{", i, i);
		buf_z(&text, n ? "}" : "{}");
		struct json *v = parse(text.p, &e), *list = parse("[1,2,3,4,5,[6],7]", &e), *later = parse("[\"as it was\"]", &e);
		for (size_t i = 0; i < 20; i++) {
			char key[8];
			snprintf(key, sizeof(key), "n%zu", i);
			assert_true(json_set(&arena, v, str_from(key), json_new(&arena, JSON_NULL)));
			assert_true(json_push(&arena, list, json_new(&arena, JSON_TRUE)));
		}
		json_write(&b, later);
		assert_string_equal(b.p, "[\"as it was\"]");
		assert_int_equal(v->n, n + 20);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(v->item[i]->item[0]->i, i);
		assert_int_equal(list->item[5]->item[0]->i, 6);
		assert_int_equal(list->n, 27);
		buf_fini(&text);
		buf_fini(&b);
	}
}

/* An arena that is too small gives DOCUMENT_TOO_LARGE wherever it runs out, never half a tree. */
static void test_small_arenas(void **state)
{
	struct err e = { 0 };
	bool fitted = false;
	for (size_t ceiling = 16; ceiling < 4096; ceiling += 16) {
		struct arena a;
		arena_init(&a, "small", ceiling);
		struct json *v = json_parse(STR("{\"a\":[1,\"two\",{\"b\":3.5}]}"), NULL, &a, &e);
		assert_true(v || e.code == ERR_BUDGET);
		assert_true(v || !fitted);
		fitted = v;
		arena_fini(&a);
	}
	assert_true(fitted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_whole), ARENA_TEST(test_round_trip), ARENA_TEST(test_byte_order_mark),
		ARENA_TEST(test_refused), ARENA_TEST(test_limits), ARENA_TEST(test_values), ARENA_TEST(test_build),
		ARENA_TEST(test_random_trees), ARENA_TEST(test_damaged), ARENA_TEST(test_kept), ARENA_TEST(test_pieces),
		ARENA_TEST(test_build_on), ARENA_TEST(test_small_arenas),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
