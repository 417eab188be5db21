/* SPDX-License-Identifier: Apache-2.0 */
#include "api/limit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const struct id one = { { 1 } }, two = { { 2 } };

/* The burst is there at once; then one comes each interval, and the wait says when. */
static void burst_then_rate(void **state)
{
	struct limit *l = limit_new((struct limit_rate){ .every = 100, .burst = 3 });
	for (int i = 0; i < 3; i++)
		assert_int_equal(limit_take(l, one, 1000), 0);
	assert_int_equal(limit_take(l, one, 1000), 100);
	assert_int_equal(limit_take(l, one, 1060), 40);
	assert_int_equal(limit_take(l, one, 1100), 0);
	assert_int_equal(limit_take(l, one, 1100), 100);
	/* A long rest fills no more than the burst. */
	for (int i = 0; i < 3; i++)
		assert_int_equal(limit_take(l, one, 900000), 0);
	assert_int_equal(limit_take(l, one, 900000), 100);
	limit_free(l);
}

/* A refused request takes nothing: who waits as told gets through, however often it was tried. */
static void refusals_are_free(void **state)
{
	struct limit *l = limit_new((struct limit_rate){ .every = 100, .burst = 1 });
	assert_int_equal(limit_take(l, one, 0), 0);
	for (int i = 0; i < 50; i++)
		assert_int_equal(limit_take(l, one, 1), 99);
	assert_int_equal(limit_take(l, one, 100), 0);
	limit_free(l);
}

/* Identifiers do not share a bucket, even where they share a place in the table. */
static void apart(void **state)
{
	struct limit *l = limit_new((struct limit_rate){ .every = 100, .burst = 1 });
	assert_int_equal(limit_take(l, one, 0), 0);
	assert_int_equal(limit_take(l, two, 0), 0);
	assert_int_equal(limit_take(l, one, 50), 50);
	/* Two's bucket is full and forgotten, one's is not. */
	assert_int_equal(limit_take(l, one, 100), 0);
	assert_int_equal(limit_take(l, two, 150), 0);
	assert_int_equal(limit_take(l, one, 150), 50);
	limit_free(l);
}

/* Without a rate nothing is limited. */
static void off(void **state)
{
	struct limit *l = limit_new((struct limit_rate){ 0 });
	for (int i = 0; i < 1000; i++)
		assert_int_equal(limit_take(l, one, 5), 0);
	limit_free(l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(burst_then_rate), cmocka_unit_test(refusals_are_free), cmocka_unit_test(apart),
		cmocka_unit_test(off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
