/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"
#include "http/chunks.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

/* Take text in pieces of at most step bytes; what is taken of it is returned, the body is in out. */
static size_t take(const char *text, size_t step, struct buf *out, enum chunks_state *state)
{
	struct chunks c = { 0 };
	size_t n = strlen(text), at = 0;
	buf_clear(out);
	while (at < n && c.state < CHUNKS_DONE) {
		struct str data;
		size_t used = chunks_take(&c, text + at, n - at < step ? n - at : step, &data);
		buf_str(out, data);
		at += used;
	}
	*state = c.state;
	return at;
}

/* Sizes in either case, extensions and trailers: the body is the same, however it is cut, and ends where it ends. */
static void bodies_are_joined(void **state)
{
	static const char *const texts[] = {
		"3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n",
		"003\r\nabc\r\n00a\r\n0123456789\r\n000\r\n\r\n",
		"3;a=b\r\nabc\r\na ; q=\"x\"\r\n0123456789\r\n0\r\nTrailer: x\r\nB:\r\n\r\n",
	};
	struct buf out = BUF_INIT(0);
	enum chunks_state end;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t step = 1; step < 40; step++) {
			char next[128];
			size_t n = strlen(texts[i]);
			memcpy(next, texts[i], n);
			memcpy(next + n, "GET ", 5);
			assert_int_equal(take(next, step, &out, &end), n);
			assert_int_equal(end, CHUNKS_DONE);
			assert_string_equal(out.p, "abc0123456789");
		}
	buf_fini(&out);
}

/* What is malformed is not guessed at. */
static void odd_chunks_are_refused(void **state)
{
	static const char *const texts[] = {
		"\r\n", "g\r\n", "-1\r\n", "+1\r\nx", "0x3\r\nabc\r\n", "3\nabc\r\n", "3\r\nabcd\r\n", "3\r\nabc\n0\r\n", " 3\r\n",
		"3\r\nabc\r\r\n", "1234567890123456\r\n", "3;\x01\r\n", "0\r\nA: b\n\r\n", "0\r\n\n", "0\r\nA\r\r\n",
	};
	struct buf out = BUF_INIT(0);
	enum chunks_state end;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		take(texts[i], 1, &out, &end);
		if (end != CHUNKS_BAD)
			fail_msg("%s ends in state %d", texts[i], end);
	}
	buf_fini(&out);
}

/* Extensions and trailers cannot go on for ever. */
static void extras_have_bounds(void **state)
{
	static char text[20000];
	struct buf out = BUF_INIT(0);
	enum chunks_state end;
	memset(text, 'x', sizeof text - 1);
	memcpy(text, "3;", 2);
	assert_true(take(text, 64, &out, &end) < 300);
	assert_int_equal(end, CHUNKS_BAD);
	memcpy(text, "0\r\n", 3);
	assert_true(take(text, 64, &out, &end) < 9000);
	assert_int_equal(end, CHUNKS_BAD);
	buf_fini(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bodies_are_joined),
		cmocka_unit_test(odd_chunks_are_refused),
		cmocka_unit_test(extras_have_bounds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
