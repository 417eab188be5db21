/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/numfmt.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct sample {
	double value;
	const char *code, *want;
};

static void check(const struct sample *s, size_t n, bool date1904)
{
	for (size_t i = 0; i < n; i++) {
		struct buf b = BUF_INIT(0);
		struct numfmt *f = numfmt_new(str_from(s[i].code));
		numfmt_number(f, s[i].value, date1904, &b);
		numfmt_free(f);
		if (strcmp(b.p, s[i].want) != 0)
			fail_msg("%.17g as %s: \"%s\", not \"%s\"", s[i].value, s[i].code, b.p, s[i].want);
		buf_fini(&b);
	}
}
#define CHECK(table, date1904) check(table, sizeof(table) / sizeof(table[0]), date1904)

/* Digits, grouping, rounding, scaling, percent and literals come out as an application shows them. */
static void numbers(void **state)
{
	static const struct sample samples[] = {
		{ 1234.5, "General", "1234.5" }, { 0.1 + 0.2, "General", "0.3" }, { 1e15, "", "1e+15" }, { -0.5, "General", "-0.5" },
		{ 123456789012.0, "General", "123456789012" }, { 0, "General", "0" },
		{ 1234567.891, "#,##0.00", "1,234,567.89" }, { 1.005, "0.00", "1.01" }, { 0.5, "0", "1" }, { 999.996, "0.00", "1000.00" },
		{ 5, "000", "005" }, { 12, "0.##", "12" }, { 12.3, "0.##", "12.3" }, { 0.25, ".00", ".25" }, { 1.5, ".00", "1.50" },
		{ 0, "#", "" }, { 0.075, "0.0%", "7.5%" }, { 0.19, "0%", "19%" }, { 1234567, "0.0,,\" M\"", "1.2 M" },
		{ 12000, "#,##0,", "12" }, { 5551234567, "(000) 000-0000", "(555) 123-4567" }, { -3, "0", "-3" }, { -0.001, "0.00", "0.00" },
		{ -1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)" }, { 0, "0;-0;\"none\"", "none" }, { -7, "0;-0;\"none\"", "-7" },
		{ 1234.5, "_(\"$\"* #,##0.00_)", "$ 1,234.50" }, { 19.9, "#,##0.00\\ [$€-407]", "19.90 €" }, { -19.9, "[$£-809]#,##0.00", "-£19.90" },
		{ 5, "[Red]0;[Blue]-0", "5" }, { 150, "[>=100]\"many\";0", "many" }, { 50, "[>=100]\"many\";0", "50" },
		{ 12345, "0.00E+00", "1.23E+04" }, { 0.00012, "0.0E+0", "1.2E-4" }, { 9.999, "0.00E+00", "1.00E+01" }, { 12345, "##0.0E+0", "12.3E+3" },
		{ 1e21, "0", "1000000000000000000000" }, { 3, "\"No. \"0", "No. 3" }, { 3, "\"only text\"", "only text" },
	};
	CHECK(samples, false);
}

/* Fractions: the nearest with so many digits, or of the denominator named. */
static void fractions(void **state)
{
	static const struct sample samples[] = {
		{ 1.5, "# ?/?", "1 1/2" }, { 0.333333, "# ?/?", "1/3" }, { 2, "# ?/?", "2" }, { 3.14159265, "# ?\?/??", "3 14/99" },
		{ 1.25, "?/?", "5/4" }, { 0.375, "# ?/8", "3/8" }, { 0.99, "# ?/?", "1" }, { -1.5, "# ?/?", "-1 1/2" },
	};
	CHECK(samples, false);
}

/* Dates and times, minutes told from months, both calendars, elapsed hours, names in the language asked for. */
static void dates(void **state)
{
	static const struct sample samples[] = {
		{ 45296, "yyyy-mm-dd", "2024-01-05" }, { 45296, "dd/mm/yyyy", "05/01/2024" }, { 45296, "d-mmm-yy", "5-Jan-24" },
		{ 45296, "dddd, mmmm d, yyyy", "Friday, January 5, 2024" }, { 45296, "[$-407]d. mmmm yyyy;@", "5. Januar 2024" },
		{ 45296, "[$-40C]mmmm", "janvier" }, { 45296.75, "yyyy-mm-dd hh:mm", "2024-01-05 18:00" }, { 0.5, "h:mm AM/PM", "12:00 PM" },
		{ 0.52, "h:mm:ss", "12:28:48" }, { 1.25, "[h]:mm", "30:00" }, { 0.000011574, "mm:ss.000", "00:01.000" }, { 1, "d/m/yy", "1/1/00" },
		{ 59, "d mmm yyyy", "28 Feb 1900" }, { 60, "d mmm yyyy", "29 Feb 1900" }, { 61, "d mmm yyyy", "1 Mar 1900" },
		{ -1, "yyyy-mm-dd", "-1" }, { 3e6, "yyyy-mm-dd", "3000000" }, { 45296, "[$-F800]dddd, mmmm dd, yyyy", "2024-01-05" },
		{ 45296, "mmmmm", "J" }, { 45296.9999999, "yyyy-mm-dd", "2024-01-06" },
	};
	static const struct sample eras[] = {
		{ 45296, "[$-411]ggge\"年\"m\"月\"d\"日\";@", "令和6年1月5日" }, { 45296, "[$-411]ge.m.d;@", "R6.1.5" },
		{ 45296, "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\"", "令和6年1月5日" }, { 45296, "ggge年m月d日", "令和6年1月5日" },
		{ 43585, "[$-411]ggge\"年\"m\"月\"d\"日\"", "平成31年4月30日" }, { 43586, "[$-411]ggge\"年\"", "令和1年" },
		{ 43586, "[$-ja-JP-x-gannen,80]ggge\"年\"m\"月\"", "令和元年5月" }, { 9855, "[$-411]ggee\"年\"", "大15年" }, { 9856, "[$-411]gee", "S01" },
		{ 45296, "[$-404]e/m/d", "113/1/5" }, { 45296, "[$-404]ggge\"年\"", "中華民國113年" }, { 45296, "e-mm-dd", "2024-01-05" },
		{ 45296, "[$-de-DE]d. mmmm yyyy", "5. Januar 2024" }, { 45296, "[$-en-US]d-mmm-yy;@", "5-Jan-24" }, { 12.5, "0.0 g", "12.5 g" },
		{ 0.75, "[$-804]上午/下午h:mm", "下午6:00" }, { 0.25, "午前/午後h:mm", "午前6:00" },
	};
	static const struct sample mac[] = { { 0, "yyyy-mm-dd", "1904-01-01" }, { 43834, "yyyy-mm-dd ddd", "2024-01-05 Fri" } };
	CHECK(samples, false);
	CHECK(eras, false);
	CHECK(mac, true);
}

/* Text goes through "@" and is else left alone; codes of no sense end somewhere without harm. */
static void texts(void **state)
{
	static const struct { const char *text, *code, *want; } samples[] = {
		{ "A-1", "@", "A-1" }, { "x", "0;-0;0;\"<\"@\">\"", "<x>" }, { "x", "0.00", "x" }, { "x", "", "x" },
	};
	static const char *const odd[] = { "\"", "[", "[$", "\\", "_", "*", ";;;", "[h", "0/", "/0", "#/#", "E+", "0E+", "AM/PM", ".", ",", "[>]0", "0.0.0", "@@" };
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		struct buf b = BUF_INIT(0);
		struct numfmt *f = numfmt_new(str_from(samples[i].code));
		numfmt_text(f, str_from(samples[i].text), &b);
		numfmt_free(f);
		assert_string_equal(b.p, samples[i].want);
		buf_fini(&b);
	}
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		struct buf b = BUF_INIT(0);
		struct numfmt *f = numfmt_new(str_from(odd[i]));
		numfmt_number(f, -1.5, false, &b);
		numfmt_text(f, STR("x"), &b);
		numfmt_free(f);
		assert_true(str_utf8_ok(buf_view(&b)));
		buf_fini(&b);
	}
	assert_string_equal(numfmt_builtin(14), "yyyy-mm-dd");
	assert_string_equal(numfmt_builtin(163), "General");
}

/* Which of day and month stands first, where a date in figures may be read in two ways. */
static void orders(void **state)
{
	static const struct { const char *code; char order; } rows[] = {
		{ "dd/mm/yyyy", 'd' }, { "m/d/yy", 'm' }, { "mm-dd-yy", 'm' }, { "d.m.yy h:mm", 'd' }, { "yyyy-mm-dd", 0 }, { "d mmm yyyy", 0 }, { "dddd, mmmm d", 0 },
		{ "h:mm", 0 }, { "mm/yy", 0 }, { "0.00", 0 }, { "General", 0 }, { "[$-404]e/m/d", 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct numfmt *f = numfmt_new(str_from(rows[i].code));
		if (numfmt_date_order(f) != rows[i].order)
			fail_msg("%s", rows[i].code);
		numfmt_free(f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(numbers), cmocka_unit_test(orders), cmocka_unit_test(fractions), cmocka_unit_test(dates),
					    cmocka_unit_test(texts) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
