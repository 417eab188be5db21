/* SPDX-License-Identifier: Apache-2.0 */
#include "base/bidi.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

/* Words of a line by letters: R and L as they are written, n a number, - a sign. What is read, by the places of the words. */
static void expect(const char *line, const char *want)
{
	enum bidi words[16] = { BIDI_NEUTRAL };
	uint32_t order[16];
	size_t n = strlen(line);
	char got[17] = "";
	for (size_t i = 0; i < n; i++)
		words[i] = line[i] == 'R' ? BIDI_RIGHT : line[i] == 'L' ? BIDI_LEFT : line[i] == 'n' ? BIDI_NUMBER : BIDI_NEUTRAL;
	assert_int_equal(bidi_order(words, n, order), want != NULL);
	for (size_t i = 0; want && i < n; i++)
		got[i] = (char)('0' + order[i]);
	if (want)
		assert_string_equal(got, want);
}

/* A line reads in the direction of most of its words; those of the other keep their own, and their numbers. */
static void lines(void **state)
{
	expect("LLnL", NULL);
	expect("nn", NULL);
	expect("RRR", "210");
	expect("RnR", "210");
	expect("nRR", "210");
	expect("RLLR", "3120");
	expect("RLnR", "3120");
	expect("LLRRL", "01324");
	expect("LLRnL", "01324");
	expect("LR", "10");
	expect("R-L-R", "43210");
}

/* By its first letter; digits and signs are of either direction. */
static void words(void **state)
{
	assert_int_equal(bidi_of(STR("INV-2024")), BIDI_LEFT);
	assert_int_equal(bidi_of(STR("1,250.00")), BIDI_NUMBER);
	assert_int_equal(bidi_of(STR("(-)")), BIDI_NEUTRAL);
	assert_int_equal(bidi_of(STR("(\xD7\x90")), BIDI_RIGHT);
	assert_int_equal(bidi_of(STR("\xD8\xB9")), BIDI_RIGHT);
	assert_int_equal(bidi_of(STR("\xD9\xA1\xD9\xA2")), BIDI_NUMBER);
	assert_int_equal(bidi_of(STR("\xC3\xA9t\xC3\xA9")), BIDI_LEFT);
	assert_int_equal(bidi_of(STR("\xE5\x90\x88")), BIDI_LEFT);
	assert_true(bidi_may_be_right(STR("a\xD7\x90")));
	assert_false(bidi_may_be_right(STR("\xC3\xA9t\xC3\xA9 1")));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(lines), cmocka_unit_test(words) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
