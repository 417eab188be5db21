/* SPDX-License-Identifier: Apache-2.0 */
/* Instructions for a whole job: what is understood of them, and what becomes of the values. */
#include "extract/prompt.h"
#include "extract/test-run.h"

/* How documents write is told by sentences about documents; how to write by any. */
static void test_read(void **state)
{
	static const struct { const char *text; struct prompt want; } rows[] = {
		{ "", { PROMPT_UNSAID, PROMPT_UNSAID, false } },
		{ "You are a careful accountant. Extract everything.", { PROMPT_UNSAID, PROMPT_UNSAID, false } },
		{ "Dates are written DD/MM/YYYY.", { PROMPT_YES, PROMPT_UNSAID, false } },
		{ "The dates of these invoices are MM/DD/YYYY, amounts have a decimal comma.", { PROMPT_NO, PROMPT_YES, false } },
		{ "Numbers look like 1,234.56", { PROMPT_UNSAID, PROMPT_NO, false } },
		{ "Return dates as MM/DD/YYYY.", { PROMPT_UNSAID, PROMPT_UNSAID, false } },
		{ "Day first dates! Convert all dates to ISO 8601.", { PROMPT_YES, PROMPT_UNSAID, true } },
		{ "dates like yyyy/mm/dd", { PROMPT_UNSAID, PROMPT_UNSAID, false } },
		{ "Dates are not DD/MM but MM/DD", { PROMPT_NO, PROMPT_UNSAID, false } },
		{ "Day first, as in Europe, unlike month first", { PROMPT_YES, PROMPT_UNSAID, false } },
		{ "Focus dates of the campaign", { PROMPT_UNSAID, PROMPT_UNSAID, false } },
		{ "Format dates as YYYY-MM-DD;use the dot as decimal separator", { PROMPT_UNSAID, PROMPT_NO, true } },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct prompt got;
		prompt_read(str_from(rows[i].text), &got);
		if (got.day_first != rows[i].want.day_first || got.decimal_comma != rows[i].want.decimal_comma || got.iso_dates != rows[i].want.iso_dates)
			fail_msg("%s: %d %d %d", rows[i].text, got.day_first, got.decimal_comma, got.iso_dates);
		assert_int_equal(extract_prompt_is_followed(str_from(rows[i].text)), prompt_says(&rows[i].want));
	}
}

/* What the document leaves open is read as told; what it cannot mean is not. */
static void test_values(void **state)
{
	static const char page[] = "Issued:     03/04/2026\nDue:        25/04/2026\nWeight:     1.234\n";
	static const char *const properties = "\"issued\":{\"type\":\"string\",\"format\":\"date\"},\"due\":{\"type\":\"string\",\"format\":\"date\"},"
		"\"weight\":{\"type\":\"number\"}";
	static const char plain[] = "Issued:     03/04/2026\nWeight:     1.234\n";
	static const char *const printed = "\"issued_date\":{\"type\":\"string\"},\"weight\":{\"type\":\"number\"}";
	static const struct { const char *prompt; struct row row; } rows[] = {
		{ "Dates are month first.", { properties, page, "{\"issued\":\"2026-03-04\",\"due\":\"2026-04-25\",\"weight\":1.234}" } },
		{ "Dates are day first. Numbers have a decimal comma.", { properties, page, "{\"issued\":\"2026-04-03\",\"due\":\"2026-04-25\",\"weight\":1234}" } },
		{ "", { printed, plain, "{\"issued_date\":\"03/04/2026\",\"weight\":1.234}" } },
		{ "European dates. Return dates as YYYY-MM-DD.", { printed, plain, "{\"issued_date\":\"2026-04-03\",\"weight\":1.234}" } },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		run_prompt = str_from(rows[i].prompt);
		check(&rows[i].row);
	}
	run_prompt = STR("");
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_read), cmocka_unit_test(test_values) };
	return cmocka_run_group_tests_name("extract-prompt", tests, NULL, NULL);
}
