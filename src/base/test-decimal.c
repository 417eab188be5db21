/* SPDX-License-Identifier: Apache-2.0 */
#include "base/decimal.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

static void test_shift(void **state)
{
	(void)state;
	static const struct { const char *number; int places; const char *want; } rows[] = {
		{ "612.4", 6, "612400000" }, { "612.4", -3, "0.6124" }, { "1.50", 1, "15.0" }, { "-12", 3, "-12000" }, { "0.5", 3, "500" },
		{ "7", -2, "0.07" }, { "100", -2, "1.00" }, { "0", 6, "0" }, { "12.5", 0, "12.5" }, { "1.25", 2, "125" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char number[DECIMAL_SIZE];
		snprintf(number, sizeof number, "%s", rows[i].number);
		assert_true(decimal_shift(number, rows[i].places));
		assert_string_equal(number, rows[i].want);
	}
}

static void test_too_long(void **state)
{
	(void)state;
	char number[DECIMAL_SIZE] = "1234567890123456789012345678901234567890";
	assert_false(decimal_shift(number, 30));
	assert_string_equal(number, "1234567890123456789012345678901234567890");
	assert_false(decimal_shift(number, -1000));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_shift), cmocka_unit_test(test_too_long) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
