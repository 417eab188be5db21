/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-key - ruled tables of labels and their values side by side:
 *
 *   +-----------------+----------------+---------+-----------+
 *   | Company         | Ebenholz GmbH  | Form    | GmbH      |    a column that mostly reads like labels, before one that
 *   | Street, no.     | Lindenallee 14 | ZIP     | 39104     |    does not: all of it are labels, and the other answers them
 *   | Sales last year | 2,400,000      | Tax no. | 102/118   |
 *   +-----------------+----------------+---------+-----------+
 */
#include "extract/field-private.h"

enum { COLUMNS = 12, ROWS_LEAST = 3, LIKE_LABEL = 650, LIKE_KEY = 900, LIKE_ANSWER = -1, KEYS_PERCENT = 60, VALUES_PERCENT = 40 };

struct column { /* of one grid */
	uint32_t n, like;    /* cells with text, those that read like a label */
	bool top;            /* the first cell with text does */
	bool key;
};

static bool ends_in_colon(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	return word_ends_label(x->v->words[g->word + g->words - 1].text);
}

/* A label with its value in one cell. */
static bool holds_pair(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	for (uint32_t w = g->word; w + 1 < g->word + g->words; w++)
		if (word_ends_label(x->v->words[w].text))
			return true;
	return false;
}

/* The first segment of each cell, VIEW_NONE for those without text. */
static uint32_t *first_segs(const struct fx *x)
{
	uint32_t *first = ARENA_ARRAY(x->a, x->v->cells_n, uint32_t);
	for (uint32_t c = 0; first && c < x->v->cells_n; c++)
		first[c] = VIEW_NONE;
	for (uint32_t s = x->seg0; first && s < x->seg1; s++)
		if (x->cell[s - x->seg0] != VIEW_NONE && first[x->cell[s - x->seg0]] == VIEW_NONE)
			first[x->cell[s - x->seg0]] = s;
	return first;
}

static void columns_count(const struct fx *x, const uint32_t *first, uint32_t from, uint32_t end, struct column *col)
{
	for (uint32_t c = from; c < end; c++) {
		const struct view_cell *cell = &x->v->cells[c];
		if (first[c] == VIEW_NONE || cell->col >= COLUMNS || cell->col_span > 1)
			continue;
		bool like = seg_like(x, first[c]) >= LIKE_LABEL || ends_in_colon(x, first[c]) || seg_numbering(x, first[c]);
		struct column *k = &col[cell->col];
		k->top = k->n ? k->top : like;
		k->n++;
		k->like += like && !holds_pair(x, first[c]);
	}
}

static void columns_judge(struct column *col)
{
	for (uint32_t i = 0; i + 1 < COLUMNS; i++) {
		const struct column *k = &col[i], *v = &col[i + 1];
		bool keys = k->n >= ROWS_LEAST && k->like * 100 >= k->n * KEYS_PERCENT;
		bool values = v->n * 2 >= k->n && v->like * 100 <= v->n * VALUES_PERCENT && !(k->top && v->top);
		col[i].key = keys && values && !(i && col[i - 1].key);
	}
}

/* The cells of one grid, and what is in them. */
static void grid_mark(struct fx *x, const uint32_t *first, uint32_t from, uint32_t end)
{
	struct column col[COLUMNS] = { { 0 } };
	columns_count(x, first, from, end, col);
	columns_judge(col);
	for (uint32_t c = from; c + 1 < end; c++) {
		const struct view_cell *k = &x->v->cells[c], *v = k + 1;
		if (k->col + 1 >= COLUMNS || !col[k->col].key || first[c] == VIEW_NONE || v->row != k->row || v->col != k->col + 1 || v->row_span != k->row_span ||
		    holds_pair(x, first[c]))
			continue;
		x->key[first[c] - x->seg0] = KEY_LABEL;
		if (x->label_like[first[c] - x->seg0] < LIKE_KEY)
			x->label_like[first[c] - x->seg0] = LIKE_KEY;
		for (uint32_t s = first[c + 1]; s != VIEW_NONE && s < x->seg1 && x->v->segs[s].box.y0 < v->box.y1 && x->v->segs[s].page == v->page; s++)
			if (x->cell[s - x->seg0] == c + 1 && !holds_pair(x, s) && !ends_in_colon(x, s)) {
				x->key[s - x->seg0] = KEY_VALUE;
				x->label_like[s - x->seg0] = LIKE_ANSWER;
			}
	}
}

bool keys_find(struct fx *x)
{
	uint32_t *first = first_segs(x);
	const struct view_cell *cells = x->v->cells;
	x->key = ARENA_ARRAY(x->a, x->seg1 - x->seg0 + 1, uint8_t);
	if (!first || !x->key)
		return false;
	for (uint32_t from = 0, end; from < x->v->cells_n; from = end) {
		for (end = from + 1; end < x->v->cells_n && cells[end].grid == cells[from].grid && cells[end].page == cells[from].page;)
			end++;
		grid_mark(x, first, from, end);
	}
	return true;
}

struct phrase key_phrase(struct fx *x, uint32_t seg, uint32_t *last)
{
	uint32_t ids[PHRASE_TOKENS], n = 0, cell = x->cell[seg - x->seg0];
	*last = seg;
	for (uint32_t s = seg; s < x->seg1 && x->v->segs[s].page == x->v->segs[seg].page && x->v->segs[s].box.y0 < x->v->cells[cell].box.y1; s++) {
		if (x->cell[s - x->seg0] != cell)
			continue;
		struct phrase p = fx_phrase(x, x->v->segs[s].word, x->v->segs[s].words);
		for (size_t i = 0; i < p.n && n < PHRASE_TOKENS; i++)
			ids[n++] = p.tokens[i];
		*last = s;
	}
	uint32_t *kept = ARENA_ARRAY(x->a, n, uint32_t);
	if (!kept)
		return (struct phrase){ NULL, 0 };
	memcpy(kept, ids, n * sizeof *kept);
	return (struct phrase){ kept, n };
}
