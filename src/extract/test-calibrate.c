/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/calibrate.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct plan_array array;
static const struct plan_field single = { .type = VALUE_TEXT }, listed = { .type = VALUE_TEXT, .array = &array };

/* Values and nulls are told apart by what speaks for them. */
static void test_evidence(void **state)
{
	static const uint32_t word;
	static const struct doc_mark mark;
	struct found words = { .words = &word, .n = 1 }, inherited = { .words = &word, .n = 1, .inherited = true };
	struct found checked = { .mark = &mark }, none = { 0 }, nowhere = { .nowhere = true };
	assert_int_equal(evidence_of(&single, &words, NULL), EVIDENCE_LABEL);
	assert_int_equal(evidence_of(&single, &checked, NULL), EVIDENCE_FACT);
	assert_int_equal(evidence_of(&listed, &words, NULL), EVIDENCE_CELL);
	assert_int_equal(evidence_of(&listed, &inherited, NULL), EVIDENCE_INHERITED);
	assert_int_equal(evidence_of(&single, &none, "not_found"), EVIDENCE_NULL);
	assert_int_equal(evidence_of(&single, &none, "blank_in_document"), EVIDENCE_BLANK);
	assert_int_equal(evidence_of(&single, &nowhere, "not_found"), EVIDENCE_NOWHERE);
	assert_int_equal(evidence_of(&single, &nowhere, "blank_in_document"), EVIDENCE_BLANK);
	assert_int_equal(evidence_of(&listed, &none, "not_found"), EVIDENCE_NULL_CELL);
	const struct plan_field date = { .type = VALUE_DATE }, truth = { .type = VALUE_BOOLEAN };
	words.by = BY_WORDS;
	assert_int_equal(evidence_of(&single, &words, NULL), EVIDENCE_NAME);
	assert_int_equal(evidence_of(&date, &words, NULL), EVIDENCE_FIGURE);
	assert_int_equal(evidence_of(&truth, &words, NULL), EVIDENCE_TRUTH);
	words.by = BY_ITSELF;
	assert_int_equal(evidence_of(&date, &words, NULL), EVIDENCE_ITSELF);
	words.by = BY_ITEM;
	assert_int_equal(evidence_of(&listed, &words, NULL), EVIDENCE_ITEM);
	assert_int_equal(evidence_of(&listed, &none, "blank_in_document"), EVIDENCE_BLANK_CELL);
}

/* A share of every score, rising for values and for nulls, never certain. */
static void test_monotone(void **state)
{
	static const uint32_t word;
	const struct plan_field *fields[] = { &single, &listed };
	for (int kind = 0; kind < 4; kind++) {
		const char *null = kind & 1 ? "not_found" : NULL;
		int last = -1;
		for (int score = 0; score <= 1000; score++) {
			struct found f = { .words = &word, .n = !null, .score = score };
			int right = calibrate(fields[kind / 2], &f, null);
			assert_in_range(right, 1, 9999);
			assert_true(right >= last);
			last = right;
		}
	}
}

/* Without calibration score and kind can both be read from the number. */
static void test_not(void **state)
{
	static const uint32_t word;
	struct found f = { .words = &word, .n = 1, .score = 871 };
	assert_int_equal(calibrate_not(&listed, &f, NULL), 435 * 20 + EVIDENCE_CELL);
	f.score = 1000;
	assert_int_equal(calibrate_not(&single, &f, NULL), 499 * 20 + EVIDENCE_LABEL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_evidence),
		cmocka_unit_test(test_monotone),
		cmocka_unit_test(test_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
