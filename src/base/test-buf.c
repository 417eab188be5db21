/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

/* Text is never NULL and always ended, from birth through every kind of append. */
static void test_appends(void **state)
{
	struct buf b = BUF_INIT(0);
	assert_string_equal(b.p, "");
	buf_z(&b, "a");
	buf_str(&b, STR("bc"));
	buf_byte(&b, '-');
	buf_i64(&b, INT64_MIN);
	buf_byte(&b, ' ');
	buf_i64(&b, 0);
	buf_printf(&b, " %s=%d", "n", INT32_MAX);
	buf_add(&b, "\0z", 2);
	buf_str(&b, (struct str){ NULL, 0 });
	assert_string_equal(b.p, "abc--9223372036854775808 0 n=2147483647");
	assert_int_equal(b.n, strlen(b.p) + 2);
	assert_int_equal(b.p[b.n], '\0');
	assert_true(buf_ok(&b, NULL));
	assert_int_equal(buf_view(&b).n, b.n);
	buf_fini(&b);
	assert_string_equal(b.p, "");
}

/* A long run of single bytes ends up as written: growing loses nothing. */
static void test_growth(void **state)
{
	struct buf b;
	buf_init(&b, 0);
	for (int i = 0; i < 100000; i++)
		buf_byte(&b, (char)('a' + i % 26));
	assert_int_equal(b.n, 100000);
	for (int i = 0; i < 100000; i++)
		assert_int_equal(b.p[i], 'a' + i % 26);
	buf_fini(&b);
}

/* The maximum is exact, the first failure stays, and what was written before it is kept. */
static void test_maximum(void **state)
{
	struct buf b = BUF_INIT(5);
	struct err e = { .code = ERR_NONE };
	buf_z(&b, "12345");
	assert_true(buf_ok(&b, &e));
	buf_byte(&b, '6');
	assert_false(buf_ok(&b, &e));
	assert_int_equal(e.code, ERR_TOO_LARGE);
	buf_printf(&b, "%d", 7);
	buf_z(&b, "");
	assert_string_equal(b.p, "12345");
	size_t n;
	assert_null(buf_take(&b, &n));
	buf_clear(&b);
	assert_true(buf_ok(&b, &e));
	buf_z(&b, "123");
	assert_string_equal(b.p, "123");
	buf_fini(&b);
}

/* A size that cannot be is refused, not wrapped around. */
static void test_overflow(void **state)
{
	struct buf b = BUF_INIT(0);
	struct err e = { .code = ERR_NONE };
	buf_z(&b, "x");
	assert_false(buf_reserve(&b, SIZE_MAX));
	assert_false(buf_ok(&b, &e));
	assert_int_equal(e.code, ERR_MEMORY);
	buf_fini(&b);
}

/* Reserved room needs no further memory: the pointer stays. */
static void test_reserve(void **state)
{
	struct buf b = BUF_INIT(0);
	assert_true(buf_reserve(&b, 1000));
	const char *p = b.p;
	for (int i = 0; i < 1000; i++)
		buf_byte(&b, 'x');
	assert_ptr_equal(p, b.p);
	buf_fini(&b);
}

/* Taken bytes belong to the taker, also when there are none; the buffer starts anew. */
static void test_take(void **state)
{
	struct buf b = BUF_INIT(0);
	size_t n = 9;
	char *p = buf_take(&b, &n);
	assert_string_equal(p, "");
	assert_int_equal(n, 0);
	free(p);
	buf_z(&b, "mine");
	p = buf_take(&b, &n);
	assert_string_equal(p, "mine");
	assert_int_equal(n, 4);
	free(p);
	assert_int_equal(b.n, 0);
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_appends),  cmocka_unit_test(test_growth),  cmocka_unit_test(test_maximum),
		cmocka_unit_test(test_overflow), cmocka_unit_test(test_reserve), cmocka_unit_test(test_take),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
