/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/test-drawing.h"
#include "layout/gutter.h"

#include <stddef.h>
#include <stdio.h>

/* Lines from y 100 on, every 20 points; every step-th of them numbered from first on. */
static void draw(int lines, int step, int first)
{
	for (int i = 0; i < lines; i++) {
		char number[8];
		snprintf(number, sizeof(number), "%d", first + i);
		if ((first + i) % step == 0)
			drawing_text(g, i + first > 9 ? 40 : 45, 100 + 20 * i, 10, 0, number);
		drawing_text(g, 90, 100 + 20 * i, 10, 0, "the witness said that he had seen nobody");
	}
	drawing_build(g, 7);
}

static size_t found(struct layout_numbered **lines)
{
	return layout_line_numbers(g->v, 0, &g->a, lines);
}

/* Numbers in step at the left are told with their lines, also those of every fifth line, whatever stands above them. */
static void test_gutter(void **state)
{
	struct layout_numbered *lines;
	drawing_text(g, 300, 50, 10, 0, "1998 A title");
	draw(12, 1, 1);
	assert_int_equal(found(&lines), 12);
	for (uint32_t i = 0; i < 12; i++) {
		assert_int_equal(lines[i].line, i + 1);
		assert_int_equal(g->v->words[lines[i].word].text.p[0], i + 1 < 10 ? '1' + (char)i : '1');
	}
}

static void test_every_fifth(void **state)
{
	struct layout_numbered *lines;
	draw(30, 5, 1);
	assert_int_equal(found(&lines), 6);
	assert_int_equal(lines[0].line, 4);
	assert_int_equal(lines[5].line, 29);
}

/* Few numbers, numbers out of step, and the first column of a table, which has a head, are no gutter. */
static void test_none(void **state)
{
	struct layout_numbered *lines;
	draw(4, 1, 1);
	assert_int_equal(found(&lines), 0);
	teardown(NULL);
	setup(NULL);
	drawing_text(g, 40, 80, 10, 0, "No.");
	draw(12, 1, 1);
	assert_int_equal(found(&lines), 0);
	teardown(NULL);
	setup(NULL);
	const char *const years[] = { "3", "17", "4", "28", "9", "11", "2" };
	for (int i = 0; i < 7; i++) {
		drawing_text(g, 40, 100 + 20 * i, 10, 0, years[i]);
		drawing_text(g, 90, 100 + 20 * i, 10, 0, "pieces were sold in that week");
	}
	drawing_build(g, 0);
	assert_int_equal(found(&lines), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_gutter), TEST(test_every_fifth), TEST(test_none) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
