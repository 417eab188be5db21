/* SPDX-License-Identifier: Apache-2.0 */
#include "base/log.h"

#include "base/io.h"

#include <setjmp.h>
#include <unistd.h>

#include <cmocka.h>

static int ends[2], kept;
static char text[16384];

/* Standard error goes into a pipe; lines are shorter than it holds. */
static int setup(void **state)
{
	kept = dup(STDERR_FILENO);
	return kept < 0 || pipe(ends) != 0 || dup2(ends[1], STDERR_FILENO) < 0 ? -1 : 0;
}

static int teardown(void **state)
{
	dup2(kept, STDERR_FILENO);
	log_setup(LOG_INFO, false);
	return close(ends[0]) | close(ends[1]) | close(kept);
}

/* What was logged since the last call. */
static const char *logged(void)
{
	write(ends[1], "", 1); /* so that reading never waits */
	ssize_t n = read(ends[0], text, sizeof(text) - 1);
	text[n > 0 ? n : 0] = '\0';
	return text;
}

/* A line is time, level, event, pairs. */
static void test_text_line(void **state)
{
	log_setup(LOG_INFO, false);
	log_event(LOG_WARN, "job.finished", "job=%s pages=%d", "ext-1", 3);
	const char *line = logged();
	assert_int_equal(line[23], 'Z');
	assert_string_equal(line + 24, " warn job.finished job=ext-1 pages=3\n");
}

/* The same pairs as JSON: quoted values without their quotes, escapes where they belong. */
static void test_json_line(void **state)
{
	log_setup(LOG_INFO, true);
	log_event(LOG_INFO, "a.b", "x=1 y=\"two words\" z=back\\slash w=");
	const char *line = logged();
	assert_memory_equal(line, "{\"time\":\"2", 10);
	assert_string_equal(strchr(line, ','), ",\"level\":\"info\",\"event\":\"a.b\",\"x\":\"1\",\"y\":\"two words\","
					       "\"z\":\"back\\\\slash\",\"w\":\"\"}\n");
}

/* Nothing below the least level is written; its names are the options' words. */
static void test_levels(void **state)
{
	enum log_level level;
	log_setup(LOG_WARN, false);
	log_event(LOG_INFO, "quiet", "x=1");
	assert_string_equal(logged(), "");
	log_event(LOG_ERROR, "loud", "x=1");
	assert_non_null(strstr(logged(), " error loud x=1\n"));
	assert_true(log_level_parse(STR("debug"), &level) && level == LOG_DEBUG);
	assert_true(log_level_parse(STR("error"), &level) && level == LOG_ERROR);
	assert_false(log_level_parse(STR("loud"), &level));
}

/* Whatever a client sent, an event stays one line: no second one can be forged, no terminal steered. */
static void test_one_line(void **state)
{
	for (int json = 0; json < 2; json++) {
		log_setup(LOG_INFO, json);
		log_event(LOG_INFO, "x", "agent=\"a\r\n2026 error forged\x1B[2J\x7F\"");
		const char *line = logged();
		assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);
		for (const char *p = line; p[1]; p++)
			assert_true((unsigned char)*p >= 0x20 && *p != 0x7F);
	}
}

/* A line of the worst kind, long and full of what needs escaping, is still whole JSON. */
static void test_long_lines(void **state)
{
	static const char *const kinds[] = { "\\", "\xFF", "\xF0\x9F\x98\x80", "a= ", "x" };
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
		struct buf b = BUF_INIT(0);
		buf_z(&b, "t=");
		while (b.n < 5000)
			buf_z(&b, kinds[k]);
		log_setup(LOG_INFO, true);
		log_event(LOG_INFO, "long", "%s", b.p);
		struct str line = str_from(logged());
		assert_true(line.n > 1000);
		assert_true(str_ends(line, STR("\"}\n")));
		assert_true(str_utf8_ok(line));
		buf_fini(&b);
	}
}

/* A failure is logged with its code word, its text in quotes of one kind. */
static void test_err(void **state)
{
	struct err e = { .code = ERR_NONE };
	log_setup(LOG_INFO, false);
	err_set(&e, ERR_NOT_FOUND, "no \"x\" here");
	log_err(LOG_ERROR, "get.failed", &e);
	assert_non_null(strstr(logged(), " error get.failed code=NOT_FOUND error=\"no 'x' here\"\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_line), cmocka_unit_test(test_json_line),  cmocka_unit_test(test_levels),
		cmocka_unit_test(test_one_line),  cmocka_unit_test(test_long_lines), cmocka_unit_test(test_err),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
