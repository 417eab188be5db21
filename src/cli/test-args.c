/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/args.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct {
	const char *pages;
	bool cite;
	int threads;
} given;

static const struct arg rows[] = {
	{ "pages", 'p', ARG_TEXT, &given.pages, "P", "pages" },
	{ "cite", 0, ARG_FLAG, &given.cite, NULL, "cite" },
	{ "threads", 'j', ARG_COUNT, &given.threads, "N", "threads" },
	{ 0 },
};

static bool read_words(const char **words, size_t *n, struct err *e)
{
	memset(&given, 0, sizeof(given));
	return args_read(rows, words, n, e);
}
#define READ(n, e, ...) read_words((const char *[]){ __VA_ARGS__ }, (n), (e))

/* Every way to write a value reads the same, and other words stay in order. */
static void test_forms(void **state)
{
	struct err e;
	const char *words[] = { "a", "--pages", "1-2", "b", "-j3", "--cite", "c" };
	size_t n = 7;
	assert_true(read_words(words, &n, &e));
	assert_int_equal(n, 3);
	assert_string_equal(words[0], "a");
	assert_string_equal(words[1], "b");
	assert_string_equal(words[2], "c");
	assert_string_equal(given.pages, "1-2");
	assert_int_equal(given.threads, 3);
	assert_true(given.cite);
	n = 3;
	assert_true(READ(&n, &e, "--pages=4", "-j", "2"));
	assert_string_equal(given.pages, "4");
	assert_int_equal(given.threads, 2);
	assert_int_equal(n, 0);
}

/* After "--" a word that looks like an option is a file name; a lone "-" always is. */
static void test_end_of_options(void **state)
{
	struct err e;
	const char *words[] = { "-", "--", "--cite", "--" };
	size_t n = 4;
	assert_true(read_words(words, &n, &e));
	assert_int_equal(n, 3);
	assert_string_equal(words[1], "--cite");
	assert_string_equal(words[2], "--");
	assert_false(given.cite);
}

static void refused(size_t n, const char **words, const char *text)
{
	struct err e = { .code = ERR_NONE };
	assert_false(read_words(words, &n, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_non_null(strstr(e.text, text));
}

/* What cannot be read is a usage error that names the option. */
static void test_refusals(void **state)
{
	refused(1, (const char *[]){ "--nothing" }, "--nothing");
	refused(1, (const char *[]){ "-x" }, "-x");
	refused(1, (const char *[]){ "--pages" }, "--pages needs a value");
	refused(1, (const char *[]){ "--cite=yes" }, "--cite takes no value");
	refused(2, (const char *[]){ "--threads", "0" }, "not \"0\"");
	refused(2, (const char *[]){ "-j", "many" }, "not \"many\"");
	refused(1, (const char *[]){ "-j99999999999" }, "whole number");
}

/* Help shows each row with its letter and its value. */
static void test_help(void **state)
{
	struct buf b = BUF_INIT(0);
	args_help(rows, &b);
	assert_non_null(strstr(b.p, "-p, --pages P"));
	assert_non_null(strstr(b.p, "--cite"));
	buf_clear(&b);
	args_help(NULL, &b);
	assert_int_equal(b.n, 0);
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_end_of_options),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_help),
	};
	return cmocka_run_group_tests_name("cli-args", tests, NULL, NULL);
}
