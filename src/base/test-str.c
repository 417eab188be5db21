/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Empty text may have any pointer, NULL too: nothing is read through it. */
static void test_empty(void **state)
{
	struct str none = { NULL, 0 }, head;
	int64_t v;
	assert_true(str_eq(none, STR("")));
	assert_true(str_eq_z(none, ""));
	assert_true(str_eq_nocase(none, STR("")));
	assert_int_equal(str_cmp(none, STR("")), 0);
	assert_true(str_starts(none, none) && str_ends(none, none));
	assert_int_equal(str_trim(none).n, 0);
	assert_null(str_cut(none, ',', &head).p);
	assert_int_equal(head.n, 0);
	assert_false(str_to_i64(none, &v));
	assert_true(str_utf8_ok(none));
	assert_int_equal(str_from(NULL).n, 0);
}

/* Comparison is bytewise, a prefix is less, and case is folded for ASCII alone. */
static void test_compare(void **state)
{
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	assert_true(str_cmp(STR("ab"), STR("a")) > 0);
	assert_true(str_cmp(STR("\xFF"), STR("a")) > 0);
	assert_false(str_eq(STR("a"), STR("A")));
	assert_true(STR_ONE_OF(STR("TWO"), ((const char *const[]){ "one", "two" })) && !STR_ONE_OF(STR("tw"), ((const char *const[]){ "one", "two" })));
	assert_true(str_eq_nocase(STR("ext-aF09[z"), STR("EXT-Af09[Z")));
	assert_false(str_eq_nocase(STR("["), STR("{")));
	assert_false(str_eq_nocase(STR("\xC3\xA4"), STR("\xC3\x84")));
	assert_true(str_starts(STR("prefix"), STR("pre")) && !str_starts(STR("pr"), STR("pre")));
	assert_true(str_ends(STR("a.pdf"), STR(".pdf")) && !str_ends(STR("pdf"), STR(".pdf")));
}

/* A text with its end told and one that ends in a NUL compare as two of the first kind do; a NUL inside ends only the second. */
static void test_compare_z(void **state)
{
	static const struct { struct str a; const char *z; int order; } rows[] = {
		{ STR_INIT("ab"), "ab", 0 }, { STR_INIT("ab"), "abc", -1 }, { STR_INIT("abc"), "ab", 1 }, { STR_INIT("a\0"), "a", 1 },
		{ STR_INIT("\xFF"), "a", 1 }, { STR_INIT("a"), "\xFF", -1 }, { STR_INIT(""), "", 0 }, { STR_INIT(""), "a", -1 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int c = str_cmp_z(rows[i].a, rows[i].z);
		assert_int_equal((c > 0) - (c < 0), rows[i].order);
		assert_int_equal(str_eq_z(rows[i].a, rows[i].z), !rows[i].order);
	}
}

/* Cutting walks a list: each part, then the end, told by a NULL pointer. */
static void test_cut(void **state)
{
	static const char *const parts[] = { "a", "", "bc", "" };
	struct str rest = STR("a,,bc,"), head;
	size_t i = 0;
	do {
		rest = str_cut(rest, ',', &head);
		assert_true(i < 4);
		assert_true(str_eq_z(head, parts[i++]));
	} while (rest.p);
	assert_int_equal(i, 4);
	assert_true(str_eq_z(str_trim(STR(" \t\r\nx y\v\f ")), "x y"));
	assert_int_equal(str_trim(STR("  ")).n, 0);
}

/* Integers are the whole text, decimal, and fit 64 bits to the last digit. */
static void test_integers(void **state)
{
	static const struct { const char *text; int64_t v; } good[] = {
		{ "0", 0 }, { "-0", 0 }, { "007", 7 }, { "-12", -12 },
		{ "9223372036854775807", INT64_MAX }, { "-9223372036854775808", INT64_MIN },
	};
	static const char *const bad[] = { "", "-", "+1", " 1", "1 ", "1.0", "0x1", "--1", "9223372036854775808",
		"-9223372036854775809", "99999999999999999999" };
	int64_t v;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_true(str_to_i64(str_from(good[i].text), &v));
		assert_true(v == good[i].v);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (str_to_i64(str_from(bad[i]), &v))
			fail_msg("accepted: \"%s\"", bad[i]);
}

/* RFC 3629: no overlong form, no surrogate, nothing past U+10FFFF, nothing cut. */
static void test_utf8(void **state)
{
	static const char *const bad[] = { "\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE0\x9F\xBF",
		"\xED\xA0\x80", "\xED\xBF\xBF", "\xE2\x82", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
		"\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF", "ok\xF0\x9F\x98" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (str_utf8_ok(str_from(bad[i])))
			fail_msg("accepted: number %zu", i);
	assert_true(str_utf8_ok(STR("a\0b")));
	assert_true(str_utf8_ok(STR("\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF")));
}

/* Every code point survives encoding and decoding; what is none becomes U+FFFD. */
static void test_code_points(void **state)
{
	for (uint32_t c = 0; c <= 0x110000; c += c < 0x900 || (c > 0xD7F0 && c < 0xE010) ? 1 : 61) {
		char out[4];
		bool valid = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
		struct str s = { out, str_utf8_put(c, out) };
		size_t i = 0;
		assert_true(str_utf8_ok(s));
		assert_int_equal(str_utf8_next(s, &i), valid ? c : 0xFFFD);
		assert_int_equal(i, s.n);
	}
}

/* Decoding malformed text gives a replacement for each bad byte and always moves on, past the end too. */
static void test_malformed(void **state)
{
	struct str s = STR("a\xC3\xE2\x82z");
	static const uint32_t want[] = { 'a', 0xFFFD, 0xFFFD, 0xFFFD, 'z', 0xFFFD };
	size_t i = 0;
	for (size_t k = 0; k < 6; k++) {
		assert_int_equal(str_utf8_next(s, &i), want[k]);
		assert_int_equal(i, k + 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),    cmocka_unit_test(test_compare), cmocka_unit_test(test_compare_z), cmocka_unit_test(test_cut),
		cmocka_unit_test(test_integers), cmocka_unit_test(test_utf8),    cmocka_unit_test(test_code_points),
		cmocka_unit_test(test_malformed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
