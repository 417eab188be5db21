/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/assign.h"
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* Best sum by trying every choice, rows in order. */
static int64_t brute(const int32_t *gain, size_t rows, size_t cols, size_t row, unsigned used)
{
	if (row == rows)
		return 0;
	int64_t best = brute(gain, rows, cols, row + 1, used);
	for (size_t c = 0; c < cols; c++) {
		int32_t g = gain[row * cols + c];
		if (used >> c & 1 || g <= 0)
			continue;
		int64_t v = g + brute(gain, rows, cols, row + 1, used | 1u << c);
		best = v > best ? v : best;
	}
	return best;
}

/* Random small matrices, wide and tall, with negative gains: as good as trying everything. */
static void test_against_brute_force(void **state)
{
	struct arena a;
	arena_init(&a, "test", 0);
	uint32_t seed = 12345;
	for (int round = 0; round < 400; round++) {
		int32_t gain[36], column[6];
		size_t rows = 1 + (seed >> 8) % 6, cols = 1 + (seed >> 16) % 6;
		for (size_t i = 0; i < rows * cols; i++) {
			seed = seed * 1664525u + 1013904223u;
			gain[i] = (int32_t)(seed >> 24) - 100;
		}
		int64_t sum = assign_best(gain, rows, cols, column, &a), check = 0;
		unsigned used = 0;
		for (size_t r = 0; r < rows; r++) {
			if (column[r] < 0)
				continue;
			assert_false(used >> column[r] & 1);
			used |= 1u << column[r];
			assert_true(gain[r * cols + (size_t)column[r]] > 0);
			check += gain[r * cols + (size_t)column[r]];
		}
		assert_int_equal(sum, check);
		assert_int_equal(sum, brute(gain, rows, cols, 0, 0));
	}
	arena_fini(&a);
}

/* Nothing to gain: nobody is paired. */
static void test_no_gain(void **state)
{
	struct arena a;
	arena_init(&a, "test", 0);
	const int32_t gain[4] = { 0, -5, -1, 0 };
	int32_t column[2];
	assert_int_equal(assign_best(gain, 2, 2, column, &a), 0);
	assert_int_equal(column[0], -1);
	assert_int_equal(column[1], -1);
	arena_fini(&a);
}

/* Out of budget: says so, pairs nobody. */
static void test_budget(void **state)
{
	struct arena a;
	arena_init(&a, "test", 16);
	const int32_t gain[1] = { 7 };
	int32_t column[1];
	assert_int_equal(assign_best(gain, 1, 1, column, &a), -1);
	assert_int_equal(column[0], -1);
	arena_fini(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_brute_force),
		cmocka_unit_test(test_no_gain),
		cmocka_unit_test(test_budget),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
