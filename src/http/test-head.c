/* SPDX-License-Identifier: Apache-2.0 */
#include "http/head.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static struct arena arena;
static struct head head;

/* Scan and read text; the status, or -1 if it is no whole head. */
static int parse(const char *text, size_t n)
{
	size_t at = 0;
	struct str copy;
	arena_fini(&arena);
	copy = arena_str(&arena, (struct str){ text, n });
	enum head_state state = head_scan(copy.p, n, &at);
	if (state != HEAD_WHOLE)
		return state == HEAD_BAD ? 400 : -1;
	return head_parse((char *)(uintptr_t)copy.p, at, &arena, &head);
}

static int parse_z(const char *text)
{
	return parse(text, strlen(text));
}

/* First line and fields come apart; values lose the blanks around them, keep those within, and end in NUL. */
static void a_head_is_read(void **state)
{
	assert_int_equal(parse_z("GET /a?b=c%20d HTTP/1.1\r\nHost: x\r\nEmpty:\r\nCookie: \t a=b; c=d \t\r\n\r\nbody"), 0);
	assert_string_equal(head.method, "GET");
	assert_true(str_eq_z(head.target, "/a?b=c%20d"));
	assert_false(head.minor_0);
	assert_int_equal(head.fields_n, 3);
	assert_true(str_eq_z(head_value(&head, "host"), "x"));
	assert_string_equal(head_value(&head, "COOKIE").p, "a=b; c=d");
	assert_non_null(head_value(&head, "empty").p);
	assert_int_equal(head_value(&head, "empty").n, 0);
	assert_null(head_value(&head, "Hos").p);
	assert_int_equal(parse_z("GET / HTTP/1.0\r\n\r\n"), 0);
	assert_true(head.minor_0);
}

/* The first of two fields of one name is told. */
static void the_first_field_counts(void **state)
{
	assert_int_equal(parse_z("GET / HTTP/1.1\r\nA: 1\r\na: 2\r\n\r\n"), 0);
	assert_true(str_eq_z(head_value(&head, "a"), "1"));
}

/* However a head is cut into pieces, it is whole at the same byte, and what was scanned is not lost. */
static void heads_come_in_pieces(void **state)
{
	const char *text = "GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n\r\nGET ";
	size_t whole = strlen(text) - 4, at = 0;
	for (size_t n = 0; n < whole; n++)
		assert_int_equal(head_scan(text, n, &at), HEAD_PART);
	assert_int_equal(head_scan(text, whole, &at), HEAD_WHOLE);
	assert_int_equal(at, whole);
	at = 0;
	assert_int_equal(head_scan(text, strlen(text), &at), HEAD_WHOLE);
	assert_int_equal(at, whole);
}

/* What two readers could understand differently is refused. */
static void odd_heads_are_refused(void **state)
{
	static const struct {
		int status;
		const char *text;
	} rows[] = {
		{ 400, "GET / HTTP/1.1\nHost: x\n\n" },
		{ 400, "GET / HTTP/1.1\r\nHost: x\n\r\n" },
		{ 400, "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n" },
		{ 400, "GET / HTTP/1.1\r\nA : b\r\n\r\n" },
		{ 400, "GET / HTTP/1.1\r\n: b\r\n\r\n" },
		{ 400, "GET / HTTP/1.1\r\nno colon\r\n\r\n" },
		{ 400, "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n" },
		{ 400, "GET / HTTP/1.1\r\nA: b\x01\r\n\r\n" },
		{ 400, "GET / HTTP/1.1\r\nA\xc3\xa4: b\r\n\r\n" },
		{ 400, "GET  / HTTP/1.1\r\n\r\n" },
		{ 400, "GET /\tb HTTP/1.1\r\n\r\n" },
		{ 400, " GET / HTTP/1.1\r\n\r\n" },
		{ 400, "GET / HTTP/1.1 \r\n\r\n" },
		{ 400, "GET / http/1.1\r\n\r\n" },
		{ 400, "GET / HTTP/1.x\r\n\r\n" },
		{ 400, "GET /\r\n\r\n" },
		{ 400, "GET\r\n\r\n" },
		{ 400, "G@T / HTTP/1.1\r\n\r\n" },
		{ 505, "GET / HTTP/2.0\r\n\r\n" },
		{ 505, "GET / HTTP/0.9\r\n\r\n" },
		{ 0, "GET / HTTP/1.7\r\n\r\n" },
		{ 0, "M-SEARCH * HTTP/1.1\r\n\r\n" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (parse_z(rows[i].text) != rows[i].status)
			fail_msg("%s gives %d", rows[i].text, parse_z(rows[i].text));
	assert_int_equal(parse("GET / HTTP/1.1\r\nA: b\0c\r\n\r\n", 27), 400);
	assert_int_equal(parse("GET /\0 HTTP/1.1\r\n\r\n", 19), 400);
}

/* Fields have a bound. */
static void many_fields_are_refused(void **state)
{
	static char text[16384];
	size_t n = 0;
	for (int fields = HEAD_FIELDS_MAX; fields <= HEAD_FIELDS_MAX + 1; fields++) {
		n = 16;
		memcpy(text, "GET / HTTP/1.1\r\n", n);
		for (int i = 0; i < fields; i++, n += 6)
			memcpy(text + n, "A: b\r\n", 6);
		memcpy(text + n, "\r\n", 2);
		assert_int_equal(parse(text, n + 2), fields > HEAD_FIELDS_MAX ? 431 : 0);
	}
}

static int teardown(void **state)
{
	arena_fini(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_head_is_read),
		cmocka_unit_test(the_first_field_counts),
		cmocka_unit_test(heads_come_in_pieces),
		cmocka_unit_test(odd_heads_are_refused),
		cmocka_unit_test(many_fields_are_refused),
	};
	arena_init(&arena, "test", 0);
	return cmocka_run_group_tests(tests, NULL, teardown);
}
