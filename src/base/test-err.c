/* SPDX-License-Identifier: Apache-2.0 */
#include "base/err.h"

#include "base/str.h"

#include <errno.h>
#include <setjmp.h>
#include <stdio.h>

#include <cmocka.h>

/* Every row is complete, and its word leads back to its code: words are what users and stored jobs hold. */
static void test_rows(void **state)
{
	for (int i = 1; i < ERR_COUNT; i++) {
		const struct err_row *r = err_row((enum err_code)i);
		assert_non_null(r->name);
		assert_true(strlen(r->word) > 0);
		assert_int_equal(err_from_word(r->word), i);
		assert_true(r->http >= 400 && r->http < 600);
		assert_true(r->exit >= 64 && r->exit <= 78);
	}
	assert_int_equal(err_from_word("NO_SUCH_WORD"), ERR_NONE);
	assert_int_equal(err_from_word(NULL), ERR_NONE);
}

/* A code out of range, say from a damaged row, is an internal error. */
static void test_unknown_code(void **state)
{
	assert_string_equal(err_row((enum err_code)ERR_COUNT)->name, "INTERNAL");
	assert_string_equal(err_row((enum err_code)-1)->name, "INTERNAL");
}

/* An error gathers where we were on its way up, the outermost first. */
static void test_prefixes(void **state)
{
	struct err e = { .code = ERR_NONE };
	assert_false(err_set(&e, ERR_BROKEN, "bad offset %d", 7));
	assert_false(err_in(&e, "page %d", 3));
	assert_false(err_in(&e, "file x"));
	assert_int_equal(e.code, ERR_BROKEN);
	assert_string_equal(e.text, "file x: page 3: bad offset 7");
}

/* Callers that do not want the reason pass NULL. */
static void test_null(void **state)
{
	assert_false(err_set(NULL, ERR_IO, "x"));
	assert_false(err_in(NULL, "x"));
	assert_false(err_errno(NULL, "x"));
}

/* Long text is cut to the struct, never inside a character, and nested prefixes stay inside too. */
static void test_cut(void **state)
{
	struct err e = { .code = ERR_NONE };
	char text[600] = "";
	for (int lead = 0; lead < 4; lead++) {
		size_t at = (size_t)lead;
		memset(text, 'x', at);
		for (; at + 4 < sizeof(text); at += 4)
			memcpy(text + at, "\xF0\x9F\x98\x80", 5);
		err_set(&e, ERR_IO, "%s", text);
		assert_true(strlen(e.text) > sizeof(e.text) - 8);
		assert_true(str_utf8_ok(str_from(e.text)));
		for (int i = 0; i < 5; i++)
			err_in(&e, "%s", text);
		assert_true(str_utf8_ok(str_from(e.text)));
	}
}

/* A failed system call tells its name and the system's own words. */
static void test_errno(void **state)
{
	struct err e = { .code = ERR_NONE };
	errno = ENOENT;
	assert_false(err_errno(&e, "/no/where"));
	assert_int_equal(e.code, ERR_IO);
	assert_string_equal(e.text, "/no/where: No such file or directory");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows), cmocka_unit_test(test_unknown_code), cmocka_unit_test(test_prefixes),
		cmocka_unit_test(test_null), cmocka_unit_test(test_cut),          cmocka_unit_test(test_errno),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
