/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/assign.h"

/* Shortest augmenting paths with potentials, on a square matrix padded with zeros; cost = -gain. */
struct solver {
	size_t n;
	int64_t *cost;
	int64_t *row_price, *col_price, *slack;
	size_t *row_of, *from;
	bool *done;
};

static bool solver_init(struct solver *s, const int32_t *gain, size_t rows, size_t cols, struct arena *a)
{
	s->n = rows > cols ? rows : cols;
	size_t n1 = s->n + 1;
	s->cost = ARENA_ARRAY(a, n1 * n1, int64_t);
	s->row_price = ARENA_ARRAY(a, n1, int64_t);
	s->col_price = ARENA_ARRAY(a, n1, int64_t);
	s->slack = ARENA_ARRAY(a, n1, int64_t);
	s->row_of = ARENA_ARRAY(a, n1, size_t);
	s->from = ARENA_ARRAY(a, n1, size_t);
	s->done = ARENA_ARRAY(a, n1, bool);
	if (!s->cost || !s->row_price || !s->col_price || !s->slack || !s->row_of || !s->from || !s->done)
		return false;
	for (size_t r = 0; r < rows; r++)
		for (size_t c = 0; c < cols; c++) {
			int32_t g = gain[r * cols + c];
			s->cost[(r + 1) * n1 + c + 1] = g > 0 ? -(int64_t)g : 0;
		}
	return true;
}

/* One step of the search from column at: relax all open columns, return the nearest. */
static size_t solver_nearest(struct solver *s, size_t at)
{
	size_t n1 = s->n + 1, row = s->row_of[at], best = 0;
	int64_t delta = INT64_MAX;
	for (size_t c = 1; c <= s->n; c++) {
		if (s->done[c])
			continue;
		int64_t d = s->cost[row * n1 + c] - s->row_price[row] - s->col_price[c];
		if (d < s->slack[c]) {
			s->slack[c] = d;
			s->from[c] = at;
		}
		if (s->slack[c] < delta) {
			delta = s->slack[c];
			best = c;
		}
	}
	for (size_t c = 0; c <= s->n; c++) {
		if (s->done[c]) {
			s->row_price[s->row_of[c]] += delta;
			s->col_price[c] -= delta;
		} else {
			s->slack[c] -= delta;
		}
	}
	return best;
}

static void solver_add_row(struct solver *s, size_t row)
{
	for (size_t c = 0; c <= s->n; c++) {
		s->slack[c] = INT64_MAX;
		s->done[c] = false;
	}
	s->row_of[0] = row;
	size_t at = 0;
	do {
		s->done[at] = true;
		at = solver_nearest(s, at);
	} while (s->row_of[at]);
	while (at) {
		size_t prev = s->from[at];
		s->row_of[at] = s->row_of[prev];
		at = prev;
	}
}

int64_t assign_best(const int32_t *gain, size_t rows, size_t cols, int32_t *column_of, struct arena *a)
{
	struct arena_mark mark = arena_mark(a);
	struct solver s;
	int64_t sum = -1;
	for (size_t r = 0; r < rows; r++)
		column_of[r] = -1;
	if (!rows || !cols)
		return 0;
	if (!solver_init(&s, gain, rows, cols, a))
		goto out;
	for (size_t r = 1; r <= s.n; r++)
		solver_add_row(&s, r);
	sum = 0;
	for (size_t c = 1; c <= cols; c++) {
		size_t r = s.row_of[c];
		if (r < 1 || r > rows || gain[(r - 1) * cols + c - 1] <= 0)
			continue;
		column_of[r - 1] = (int32_t)(c - 1);
		sum += gain[(r - 1) * cols + c - 1];
	}
out:
	arena_reset(a, mark);
	return sum;
}
