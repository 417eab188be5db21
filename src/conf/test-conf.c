/* SPDX-License-Identifier: Apache-2.0 */
#include "conf/conf.h"

#include "base/io.h"
#include "base/test-folder.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[TEST_FOLDER];

static int setup(void **state)
{
	return test_folder_make(folder) ? 0 : -1;
}

static int teardown(void **state)
{
	return test_folder_remove(folder) ? 0 : -1;
}

static void write_file(const char *text)
{
	char path[TEST_FOLDER + 16];
	struct err e = { 0 };
	snprintf(path, sizeof(path), "%s/quarry.conf", folder);
	assert_true(io_write_file(path, str_from(text), 0600, &e));
}

/* Without anything given, every option has its default and choices their first word. */
static void test_defaults(void **state)
{
	struct conf c;
	struct err e = { 0 };
	size_t n = 0;
	assert_true(conf_load(&c, NULL, &n, &e));
	assert_string_equal(c.listen, "127.0.0.1:8080");
	assert_string_equal(c.log_level, "info");
	assert_int_equal(c.max_upload, INT64_C(512) << 20);
	conf_fini(&c);
}

/* Flag over environment over file; other words stay, in order. */
static void test_precedence(void **state)
{
	struct conf c;
	struct err e = { 0 };
	const char *args[] = { "one", "--data", folder, "--jobs=3", "two" };
	size_t n = 5;
	write_file("jobs = 1\ngrace = 7 # seconds\n\nlisten = :1\n");
	setenv("QUARRY_JOBS", "2", 1);
	setenv("QUARRY_LISTEN", ":2", 1);
	assert_true(conf_load(&c, args, &n, &e));
	assert_int_equal(c.jobs, 3);
	assert_int_equal(c.grace, 7);
	assert_string_equal(c.listen, ":2");
	assert_int_equal(n, 2);
	assert_string_equal(args[0], "one");
	assert_string_equal(args[1], "two");
	unsetenv("QUARRY_JOBS");
	unsetenv("QUARRY_LISTEN");
	conf_fini(&c);
}

/* A variable that is named like an option and is none is told; those of tests and of others are not. */
static void test_stray(void **state)
{
	size_t i = 0, found = 0;
	setenv("QUARRY_JBOS", "2", 1);
	setenv("QUARRY_JOBS", "2", 1);
	setenv("QUARRY_TEST_X", "2", 1);
	for (struct str name; (name = conf_stray(&i)).p; found++)
		assert_true(name.n == 11 && memcmp(name.p, "QUARRY_JBOS", 11) == 0);
	assert_int_equal(found, 1);
	unsetenv("QUARRY_JBOS");
	unsetenv("QUARRY_JOBS");
	unsetenv("QUARRY_TEST_X");
}

/* A wrong value is refused, naming the place, the option and what it takes. */
static void test_refused(void **state)
{
	static const struct { const char *file, *flag, *says; } cases[] = {
		{ "jobs = many\n", "--grace=1", "quarry.conf:1: jobs takes a whole number" },
		{ "\nnonsense = 1\n", "--grace=1", "quarry.conf:2: there is no option \"nonsense\"" },
		{ "jobs\n", "--grace=1", "expected \"name = value\"" },
		{ "", "--max-upload=12X", "command line: max_upload takes bytes" },
		{ "", "--max-upload=9999999999G", "command line: max_upload takes bytes" },
		{ "", "--log-format=xml", "log_format takes one of text|json" },
		{ "", "--jobs=-1", "jobs takes a whole number" },
		{ "", "--jobs=1.5", "jobs takes a whole number" },
		{ "", "--grace=2000001", "grace takes a whole number from 0 to 2000000" },
		{ "", "--jobs=99999999999999999999", "jobs takes a whole number" },
		{ "", "--jobs", "--jobs needs a value" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct conf c;
		struct err e = { 0 };
		const char *args[] = { "--data", folder, cases[i].flag };
		size_t n = 3;
		write_file(cases[i].file);
		assert_false(conf_load(&c, args, &n, &e));
		assert_int_equal(e.code, ERR_USAGE);
		if (!strstr(e.text, cases[i].says))
			fail_msg("%s does not say %s", e.text, cases[i].says);
		conf_fini(&c);
	}
	write_file("");
}

/* A choice is the place of its word in the row, so that callers can have an enum in that order. */
static void test_choice(void **state)
{
	assert_int_equal(conf_choice("log_level", "info"), 0);
	assert_int_equal(conf_choice("log_level", "error"), 3);
	assert_int_equal(conf_choice("metrics", "off"), 3);
}

/* What is printed reads back to the same options; the key's text is never shown. */
static void test_print(void **state)
{
	struct conf c, again;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0), help = BUF_INIT(0);
	const char *args[] = { "--data", folder, "--max-body=3M", "--api-key=very-secret" };
	const char *more[] = { "--data", folder };
	size_t n = 4, more_n = 2;
	assert_true(conf_load(&c, args, &n, &e));
	conf_print(&c, &b);
	assert_null(strstr(b.p, "very-secret"));
	write_file(b.p);
	assert_true(conf_load(&again, more, &more_n, &e));
	assert_int_equal(again.max_body, 3 << 20);
	assert_string_equal(again.api_key, "");
	conf_help(&help);
	assert_non_null(strstr(help.p, "--max-body"));
	conf_fini(&c);
	conf_fini(&again);
	buf_fini(&b);
	buf_fini(&help);
}

static void assert_says(const struct buf *b, const char *line)
{
	if (!strstr(b->p, line))
		fail_msg("no \"%s\" in %s", line, b->p);
}

/* Each option says who set it: the last that did. */
static void test_where(void **state)
{
	struct conf c;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	const char *args[] = { "--data", folder, "--jobs=3" };
	char line[200];
	size_t n = 3;
	write_file("jobs = 1\ngrace = 7 # seconds\n");
	setenv("QUARRY_JOBS", "2", 1);
	setenv("QUARRY_LISTEN", ":2", 1);
	assert_true(conf_load(&c, args, &n, &e));
	conf_print(&c, &b);
	assert_says(&b, "\njobs = 3  # command line\n");
	assert_says(&b, "\nlisten = :2  # QUARRY_LISTEN\n");
	assert_says(&b, "\nmax_pending = 0  # default\n");
	snprintf(line, sizeof(line), "\ngrace = 7  # %s/quarry.conf:2\n", folder);
	assert_says(&b, line);
	unsetenv("QUARRY_JOBS");
	unsetenv("QUARRY_LISTEN");
	conf_fini(&c);
	buf_fini(&b);
	write_file("");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_precedence),
		cmocka_unit_test(test_stray),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_choice), cmocka_unit_test(test_print), cmocka_unit_test(test_where),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
