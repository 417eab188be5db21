/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Every accepted form and the instant it means, written back in UTC with milliseconds. */
static void test_forms(void **state)
{
	static const struct { const char *text, *utc; } cases[] = {
		{ "2026-04-02", "2026-04-02T00:00:00.000Z" },
		{ "2026-04-02T09:15:30Z", "2026-04-02T09:15:30.000Z" },
		{ "2026-04-02T09:15:30z", "2026-04-02T09:15:30.000Z" },
		{ "2026-04-02t09:15:30", "2026-04-02T09:15:30.000Z" },
		{ "2026-04-02 09:15:30", "2026-04-02T09:15:30.000Z" },
		{ "2026-04-02T09:15", "2026-04-02T09:15:00.000Z" },
		{ "2026-04-02T09:15:30.1", "2026-04-02T09:15:30.100Z" },
		{ "2026-04-02T09:15:30,123", "2026-04-02T09:15:30.123Z" },
		{ "2026-04-02T09:15:30.123456789Z", "2026-04-02T09:15:30.123Z" },
		{ "2026-04-02T09:15:30+02:00", "2026-04-02T07:15:30.000Z" },
		{ "2026-04-02T09:15:30+0200", "2026-04-02T07:15:30.000Z" },
		{ "2026-04-02T09:15:30+02", "2026-04-02T07:15:30.000Z" },
		{ "2026-04-02T09:15:30 02:00", "2026-04-02T07:15:30.000Z" }, /* a query's '+' */
		{ "2026-04-02T09:15:30.5-05:30", "2026-04-02T14:45:30.500Z" },
		{ "2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00.000Z" },
		{ "2024-02-29", "2024-02-29T00:00:00.000Z" },
		{ "2000-02-29", "2000-02-29T00:00:00.000Z" },
		{ "2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z" }, /* a leap second is the next one */
		{ "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z" },
		{ "0001-01-01", "0001-01-01T00:00:00.000Z" },
		{ "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999Z" },
		{ " 2026-04-02 ", "2026-04-02T00:00:00.000Z" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t us;
		char out[CLOCK_RFC3339_SIZE];
		if (!clock_parse(str_from(cases[i].text), &us))
			fail_msg("refused: %s", cases[i].text);
		clock_format(us, out);
		assert_string_equal(out, cases[i].utc);
	}
}

/* No such day or hour, something missing, something more. */
static void test_refused(void **state)
{
	static const char *const texts[] = {
		"", "2026", "2026-04", "2026-4-2", "26-04-02", "2026-13-01", "2026-00-01", "2026-04-00", "2026-04-31",
		"2026-02-29", "1900-02-29", "2026-04-02T", "2026-04-02T09", "2026-04-02T24:00:00", "2026-04-02T09:60",
		"2026-04-02T09:15:61", "2026-04-02T09:15:30.", "2026-04-02T09:15:30.Z", "2026-04-02T09:15:30+",
		"2026-04-02T09:15:30+2", "2026-04-02T09:15:30+24:00", "2026-04-02T09:15:30+02:60", "2026-04-02T09:15:30+02:0",
		"2026-04-02T09:15:30ZZ", "2026-04-02T09:15:30Z ", "2026/04/02", "20260402", "2026-04-02x", "yesterday",
		"2026-04-02T09:15:3\xC3\xB6", "-026-04-02",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		int64_t us;
		/* White space at the ends is fine, so the one case with it is a form of its own. */
		bool trimmed_is_good = str_eq_z(str_from(texts[i]), "2026-04-02T09:15:30Z ");
		if (clock_parse(str_from(texts[i]), &us) != trimmed_is_good)
			fail_msg("wrong answer for: \"%s\"", texts[i]);
	}
	int64_t us;
	assert_false(clock_parse(STR("2026-04-02T09:15:30\0Z"), &us));
}

/* Microseconds are kept in the value though milliseconds are shown; they are cut, not rounded. */
static void test_microseconds(void **state)
{
	int64_t us, again;
	char out[CLOCK_RFC3339_SIZE];
	assert_true(clock_parse(STR("1970-01-01T00:00:01.9999999Z"), &us));
	assert_int_equal(us, 1999999);
	clock_format(us, out);
	assert_string_equal(out, "1970-01-01T00:00:01.999Z");
	assert_true(clock_parse(str_from(out), &again));
	assert_int_equal(again, 1999000);
	clock_format(-1, out);
	assert_string_equal(out, "1969-12-31T23:59:59.999Z");
}

/* Each day of eight centuries is read back as written and follows the one before by 24 hours. */
static void test_days(void **state)
{
	int64_t day = INT64_C(86400) * CLOCK_SECOND, us = -135140 * day;
	for (int i = 0; i < 300000; i++, us += day) {
		int64_t back;
		char out[CLOCK_RFC3339_SIZE];
		clock_format(us, out);
		assert_true(clock_parse((struct str){ out, 10 }, &back));
		assert_true(back == us);
	}
}

/* A year of five digits cannot be written; the form stays intact. */
static void test_far_years(void **state)
{
	char out[CLOCK_RFC3339_SIZE];
	clock_format(INT64_MAX, out);
	assert_int_equal(strlen(out), CLOCK_RFC3339_SIZE - 1);
	clock_format(INT64_MIN, out);
	assert_int_equal(strlen(out), CLOCK_RFC3339_SIZE - 1);
}

/* The wall clock stands in this century, the monotonic one does not run backwards. */
static void test_clocks(void **state)
{
	int64_t year_2020 = INT64_C(1577836800) * CLOCK_SECOND, a = clock_mono(), b = clock_mono();
	assert_true(clock_now() > year_2020);
	assert_true(b >= a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms), cmocka_unit_test(test_refused),   cmocka_unit_test(test_microseconds),
		cmocka_unit_test(test_days),  cmocka_unit_test(test_far_years), cmocka_unit_test(test_clocks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
