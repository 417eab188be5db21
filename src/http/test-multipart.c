/* SPDX-License-Identifier: Apache-2.0 */
#include "http/multipart.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static struct arena arena;
static struct buf seen; /* what the sink was told, as text */
static bool stop_at_begin;

static bool sink_begin(void *ctx, const struct http_part *p)
{
	buf_printf(&seen, "[%.*s|%.*s|%.*s:", STR_ARGS(p->name), p->filename.p ? (int)p->filename.n : 1,
		   p->filename.p ? p->filename.p : "-", STR_ARGS(p->type));
	return !stop_at_begin;
}

static bool sink_data(void *ctx, const void *p, size_t n)
{
	buf_add(&seen, p, n);
	return true;
}

static bool sink_end(void *ctx)
{
	buf_byte(&seen, ']');
	return true;
}

static const struct multipart_sink sink = { sink_begin, sink_data, sink_end };

/* Read a body in pieces of step bytes. */
static bool body_read(const char *body, size_t n, size_t step, struct err *e)
{
	struct multipart *m = ARENA_NEW(&arena, struct multipart);
	*e = (struct err){ 0 };
	buf_clear(&seen);
	assert_true(multipart_init(m, STR("multipart/form-data; boundary=XX"), &sink, NULL, &arena, e));
	for (size_t i = 0; i < n; i += step)
		if (!multipart_feed(m, body + i, n - i < step ? n - i : step, e))
			return false;
	return multipart_finish(m, e);
}

/* Every way of cutting the body into pieces must give the same parts. */
static void assert_body(const char *body, const char *want)
{
	struct err e;
	size_t n = strlen(body);
	for (size_t step = 1; step <= n; step++) {
		struct arena_mark mark = arena_mark(&arena);
		if (!body_read(body, n, step, &e))
			fail_msg("in pieces of %zu: %s", step, e.text);
		if (strcmp(seen.p, want) != 0)
			fail_msg("in pieces of %zu: %s", step, seen.p);
		arena_reset(&arena, mark);
	}
}

/* File first, field second, no content type on either: what the TypeScript SDK sends. */
static void parts_in_any_order(void **state)
{
	assert_body("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nbytes\r\n"
		    "--XX\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nextract\r\n--XX--\r\n",
		    "[file|a.pdf|:bytes][purpose|-|:extract]");
}

/* File names in UTF-8 as they are, those that are no UTF-8 in Windows-1252, others as they say. */
static void names_in_charsets(void **state)
{
#define NAMED(param) "--XX\r\nContent-Disposition: form-data; name=a; " param "\r\n\r\nb\r\n--XX--"
	assert_body(NAMED("filename=\"M\xC3\xA4rz.pdf\""), "[a|M\xC3\xA4rz.pdf|:b]");
	assert_body(NAMED("filename=\"M\xE4rz 5\x80.pdf\""), "[a|M\xC3\xA4rz 5\xE2\x82\xAC.pdf|:b]");
	assert_body(NAMED("filename=\"x.pdf\"; filename*=iso-8859-1''M%E4rz.pdf"), "[a|M\xC3\xA4rz.pdf|:b]");
}

/* Headers in any case, a preamble, an epilogue, padding after boundaries, an empty part. */
static void loose_ends(void **state)
{
	assert_body("ignored\r\n--XX \t\r\ncontent-type:text/plain\r\nCONTENT-DISPOSITION:form-data;name=a\r\n\r\n\r\n"
		    "--XX--ignored\r\n--XX\r\n",
		    "[a|-|text/plain:]");
}

/* Bytes that look like the beginning of a boundary belong to the part. */
static void near_boundaries_are_data(void **state)
{
	assert_body("--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--X\r\r\n--\r\n-\r\n--XY\r\n\r\n--XX--",
		    "[a|-|:\r\n--X\r\r\n--\r\n-\r\n--XY\r\n]");
}

/* Every damage is an error with a reason, never a part. */
static void damage_is_refused(void **state)
{
#define HEAD "--XX\r\nContent-Disposition: form-data; name=a\r\n"
	static const char *const bad[] = {
		"",
		"no boundary at all",
		HEAD "\r\nbytes",
		HEAD "\r\nbytes\r\n--XX",
		HEAD "\r\nbytes\r\n--XX-\r\n",
		HEAD "\r\nbytes\r\n--XXtail\r\n",
		"--XX\r\n\r\nbytes\r\n--XX--",
		"--XX\r\nContent-Disposition: form-data; filename=a\r\n\r\nbytes\r\n--XX--",
		"--XX\r\nContent-Disposition: attachment; name=a\r\n\r\nbytes\r\n--XX--",
		"--XX\r\nno colon\r\n\r\nbytes\r\n--XX--",
		"--XX\nContent-Disposition: form-data; name=a\n\nbytes\n--XX--",
		HEAD "bare: lf\n\r\n\r\nbytes\r\n--XX--",
		HEAD "Content-Transfer-Encoding: base64\r\n\r\nYWJj\r\n--XX--",
		"--XX\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\n\r\n--XX--",
		"--XX--",
	};
	for (size_t i = 0; i + 1 < sizeof bad / sizeof *bad; i++) {
		struct err e;
		if (body_read(bad[i], strlen(bad[i]), 7, &e))
			fail_msg("accepted: %s", bad[i]);
		assert_int_equal(e.code, ERR_REQUEST);
	}
	assert_body(bad[sizeof bad / sizeof *bad - 1], ""); /* no parts at all is well-formed */
}

/* A file name ends where it says, not at a NUL in it. */
static void names_have_no_nul(void **state)
{
	static const char body[] = "--XX\r\nContent-Disposition: form-data; name=a; filename=\"a\0b\"\r\n\r\nbytes\r\n--XX--";
	struct err e;
	assert_false(body_read(body, sizeof body - 1, 7, &e));
	assert_int_equal(e.code, ERR_REQUEST);
}

/* A part's head without end, and parts without end, meet their limits. */
static void limits_hold(void **state)
{
	struct err e;
	struct buf b = BUF_INIT(0);
	buf_z(&b, "--XX\r\nX: ");
	for (int i = 0; i < MULTIPART_HEAD_MAX; i++)
		buf_byte(&b, 'x');
	assert_false(body_read(b.p, b.n, 1000, &e));
	assert_int_equal(e.code, ERR_REQUEST);
	buf_clear(&b);
	for (int i = 0; i <= MULTIPART_PARTS_MAX; i++)
		buf_z(&b, "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n");
	assert_false(body_read(b.p, b.n, 1000, &e));
	assert_int_equal(e.code, ERR_REQUEST);
	buf_fini(&b);
}

/* A sink that has enough stops the reading without an error of the reader's. */
static void sink_stops(void **state)
{
	struct err e;
	stop_at_begin = true;
	assert_false(body_read(HEAD "\r\nbytes\r\n--XX--", 60, 60, &e));
	assert_int_equal(e.code, ERR_NONE);
	stop_at_begin = false;
	assert_string_equal(seen.p, "[a|-|:");
}

/* Only multipart/form-data with a boundary of 1 to 70 characters is taken. */
static void content_type_is_checked(void **state)
{
	static const char *const bad[] = {
		"", "application/json", "multipart/form-data", "multipart/mixed; boundary=x", "multipart/form-data; boundary=",
		"multipart/form-data; boundary=12345678901234567890123456789012345678901234567890123456789012345678901",
	};
	struct multipart *m = ARENA_NEW(&arena, struct multipart);
	struct err e;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(multipart_init(m, str_from(bad[i]), &sink, NULL, &arena, &e));
	assert_true(multipart_init(m, STR("Multipart/Form-Data; charset=x; boundary=\"a b\""), &sink, NULL, &arena, &e));
	assert_string_equal(m->delimiter, "\r\n--a b");
}

static int setup(void **state)
{
	arena_init(&arena, "test", 64 << 20);
	buf_init(&seen, 0);
	return 0;
}

static int teardown(void **state)
{
	buf_fini(&seen);
	arena_fini(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_in_any_order), cmocka_unit_test(names_in_charsets),
		cmocka_unit_test(loose_ends),
		cmocka_unit_test(near_boundaries_are_data),
		cmocka_unit_test(damage_is_refused),
		cmocka_unit_test(names_have_no_nul),
		cmocka_unit_test(limits_hold),
		cmocka_unit_test(sink_stops),
		cmocka_unit_test(content_type_is_checked),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
