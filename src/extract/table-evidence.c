/* SPDX-License-Identifier: Apache-2.0 */
/* table-evidence - what the cells of the sample say about their columns: kinds, edges, figures. */
#include "extract/table.h"
#include <stdlib.h>

/* Text that runs over a border says nothing about the columns it crosses. */
static bool run_crosses(struct table_ctx *x, const struct column *c, const struct view_line *l, uint32_t word, uint32_t words)
{
	uint32_t first = word, last = piece_end(x, word + words - 1, l->word + l->words) - 1;
	while (first > l->word && !piece_starts(x, first))
		first--;
	return x->v->words[first].box.x0 < c->x0 - x->em / 3 || x->v->words[last].box.x1 > c->x1 + x->em / 3;
}

static void column_count(struct table_ctx *x, struct column *c, const struct view_line *l, uint32_t word, uint32_t words)
{
	const uint32_t plain = CELL_DATE; /* set tight against text, still a cell of its own */
	uint32_t kinds = cell_read(x, word, words);
	if (((kinds & plain) || c->touching || !run_crosses(x, c, l, word, words)) && c->filled < SAMPLE_LINES)
		c->kinds[c->filled++] = kinds;
}

static void line_count(struct table_ctx *x, struct column *cols, size_t n, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line];
	uint32_t w = l->word, end = l->word + l->words;
	for (size_t c = 0; c < n; c++) {
		uint32_t from = cell_next(x->v, &cols[c], end, &w);
		if (w > from)
			column_count(x, &cols[c], l, from, w - from);
	}
}

/* Where the cells of a column begin and end, and whether they do so at one place. */
static void column_align(const struct table_ctx *x, struct column *c, const struct sample *s)
{
	int64_t sum[2] = { 0, 0 }, dev[2] = { 0, 0 };
	int32_t edge[SAMPLE_LINES][2];
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		const struct view_line *l = &x->v->lines[s->lines[i]];
		bool any = false;
		for (uint32_t w = l->word; w < l->word + l->words; w++) {
			if (!word_inside(&x->v->words[w], c->x0, c->x1))
				continue;
			edge[n][0] = any ? edge[n][0] : x->v->words[w].box.x0;
			edge[n][1] = x->v->words[w].box.x1;
			any = true;
		}
		n += any;
	}
	for (int side = 0; side < 2 && n; side++) {
		for (uint32_t i = 0; i < n; i++)
			sum[side] += edge[i][side];
		for (uint32_t i = 0; i < n; i++)
			dev[side] += llabs(edge[i][side] - sum[side] / n);
	}
	for (int side = 0; side < 2; side++) {
		c->edge[side] = n ? (int32_t)(sum[side] / n) : side ? c->head_x1 : c->head_x0;
		c->tight[side] = n >= 3 && dev[side] / n <= x->em / 4;
	}
}

static uint32_t kinds_count(const struct column *c, uint32_t kinds)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < c->filled; i++)
		n += (c->kinds[i] & kinds) != 0;
	return n;
}

int column_share(const struct column *c, uint32_t kinds)
{
	return c->filled ? (int)(kinds_count(c, kinds) * 1000 / c->filled) : 0;
}

static uint32_t column_figures(const struct column *c)
{
	static const uint32_t groups[] = { CELL_DATE, CELL_NUMBER | CELL_UNIT | CELL_TIME };
	uint32_t filled = c->filled - kinds_count(c, CELL_BLANK), codes = kinds_count(c, CELL_SHORT);
	for (size_t g = 0; g < sizeof(groups) / sizeof(*groups) && filled; g++) {
		uint32_t n = kinds_count(c, groups[g]);
		if (n * 10 >= filled * 7)
			return groups[g];
		if (n * 2 >= filled && n * 10 >= (filled - codes) * 7)
			return groups[g] | CELL_SHORT; /* "DNS" instead of a time */
	}
	if (kinds_count(c, CELL_SHORT) * 10 >= filled * 9 && filled)
		return CELL_SHORT; /* codes of two or three letters do not wrap either */
	return 0;
}

void columns_count(struct table_ctx *x, struct column *cols, size_t n, const struct sample *s)
{
	for (size_t c = 0; c < n; c++) {
		cols[c].lines = s->n;
		cols[c].filled = 0;
		column_align(x, &cols[c], s);
	}
	for (uint32_t i = 0; i < s->n; i++)
		line_count(x, cols, n, s->lines[i]);
	for (size_t c = 0; c < n; c++)
		cols[c].figures = column_figures(&cols[c]);
}
