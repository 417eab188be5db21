/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/test-drawing.h"

static void expect_cell(uint32_t i, uint32_t grid, uint32_t row, uint32_t rows, uint32_t col, uint32_t cols)
{
	const struct view_cell *c = &g->v->cells[i];
	assert_true(i < g->v->cells_n);
	assert_int_equal(c->grid, grid);
	assert_int_equal(c->row, row);
	assert_int_equal(c->row_span, rows);
	assert_int_equal(c->col, col);
	assert_int_equal(c->col_span, cols);
}

/* Three by two lines are a grid of cells in rows and columns. */
static void test_grid(void **state)
{
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 50, 100 + 20 * i, 250, 100 + 20 * i);
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 50 + 100 * i, 100, 50 + 100 * i, 140);
	drawing_build(g, 0);
	assert_int_equal(g->v->cells_n, 4);
	expect_cell(0, 0, 0, 1, 0, 1);
	expect_cell(3, 0, 1, 1, 1, 1);
	assert_int_equal(g->v->cells[3].box.x0, 15000);
	assert_int_equal(g->v->cells[3].box.y1, 14000);
}

/* Where a line is missing the cell spans. */
static void test_spans(void **state)
{
	for (int i = 0; i < 4; i++)
		drawing_rule(g, i == 2 ? 150 : 50, 100 + 20 * i, 250, 100 + 20 * i);
	drawing_rule(g, 50, 100, 50, 160);
	drawing_rule(g, 150, 120, 150, 160);
	drawing_rule(g, 250, 100, 250, 160);
	drawing_build(g, 0);
	assert_int_equal(g->v->cells_n, 4);
	expect_cell(0, 0, 0, 1, 0, 2);
	expect_cell(1, 0, 1, 2, 0, 1);
	expect_cell(2, 0, 1, 1, 1, 1);
	expect_cell(3, 0, 2, 1, 1, 1);
}

/* A table open at its sides has no cells there; an L of lines has none at all. */
static void test_open(void **state)
{
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 50, 100 + 20 * i, 350, 100 + 20 * i);
	drawing_rule(g, 150, 100, 150, 140);
	drawing_rule(g, 250, 100, 250, 140);
	drawing_rule(g, 400, 300, 500, 300);
	drawing_rule(g, 400, 300, 400, 400);
	drawing_build(g, 0);
	assert_int_equal(g->v->cells_n, 2);
	assert_int_equal(g->v->cells[0].box.x0, 15000);
	assert_int_equal(g->v->cells[0].box.x1, 25000);
}

/* Cells that draw each their own border, a hair apart, are one grid; far apart ones are their own. */
static void test_own_borders(void **state)
{
	for (int i = 0; i < 2; i++) {
		int x = 50 + 101 * i;
		drawing_rule(g, x, 100, x + 100, 100);
		drawing_rule(g, x, 120, x + 100, 120);
		drawing_rule(g, x, 100, x, 120);
		drawing_rule(g, x + 100, 100, x + 100, 120);
	}
	drawing_fill(g, 50, 300, 150, 320);
	drawing_build(g, 0);
	assert_int_equal(g->v->cells_n, 3);
	expect_cell(0, 0, 0, 1, 0, 1);
	expect_cell(1, 0, 0, 1, 1, 1);
	expect_cell(2, 1, 0, 1, 0, 1);
}

/* White areas are boxes on a tint, nothing on paper. */
static void test_white(void **state)
{
	drawing_fill(g, 50, 100, 350, 200);
	drawing_fill(g, 60, 110, 160, 125);
	drawing_fill(g, 60, 300, 160, 315);
	g->pages[0].rules[1].color = g->pages[0].rules[2].color = 0xffffff;
	drawing_build(g, 0);
	assert_int_equal(g->v->cells_n, 2);
	assert_int_equal(g->v->cells[1].box.y0, 11000);
}

/* A frame around the page is no cell; nor is the shading of a table row. */
static void test_decoration(void **state)
{
	drawing_rule(g, 20, 20, 590, 20);
	drawing_rule(g, 20, 770, 590, 770);
	drawing_rule(g, 20, 20, 20, 770);
	drawing_rule(g, 590, 20, 590, 770);
	drawing_fill(g, 50, 300, 550, 320);
	drawing_text(g, 60, 304, 10, 0, "Nail");
	drawing_text(g, 300, 304, 10, 0, "1.00");
	drawing_build(g, 0);
	assert_int_equal(g->v->cells_n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_grid), TEST(test_spans), TEST(test_open), TEST(test_own_borders), TEST(test_white), TEST(test_decoration) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
