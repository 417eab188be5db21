/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table-side - does a table stand upright or on its side?
 *
 *     Product       A 10     B 20     C 30     <- reads like a header that names one property
 *     Weight (kg)     56       35       60     <- but it is the first cells of the rows that name them,
 *     Colour        blue     grey      red        and rows, not columns, hold one kind of thing each
 *
 * Both sides are heard: how many properties the header names beside its corner, how many the first cells do; and how much
 * of one kind the cells of columns are, and those of rows.
 */
#include "extract/table.h"

#define SIDE_LABEL 800    /* similarity from which on a first cell names a property */
#define SIDE_TOP 600      /* the same of a header cell */
#define SIDE_LEAST 2      /* properties that first cells must name */
#define SIDE_MARGIN 100   /* so much more of one kind must rows be where both sides name about as many properties, 1/1000 */
#define SIDE_LABEL_WORDS 8

enum { KIND_OTHER, KIND_DATE, KIND_TIME, KIND_PERCENT, KIND_DECIMAL, KIND_NUMBER, KIND_TEXT, KIND_N };

struct tally {
	uint32_t n[KIND_N];
};

static int kind_class(uint32_t k)
{
	static const struct { uint32_t kinds; int class; } rows[] = {
		{ CELL_DATE, KIND_DATE }, { CELL_TIME, KIND_TIME }, { CELL_PERCENT, KIND_PERCENT },
		{ CELL_DECIMAL | CELL_MONEY, KIND_DECIMAL }, { CELL_NUMBER | CELL_UNIT, KIND_NUMBER }, { CELL_TEXT | CELL_CODE, KIND_TEXT },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (k & rows[i].kinds)
			return rows[i].class;
	return KIND_OTHER;
}

static void tally_add(struct tally *t, uint32_t kinds)
{
	if (!(kinds & CELL_BLANK))
		t->n[kind_class(kinds)]++;
}

/* Cells of the commonest kind, if there are two cells at least; all of them in *all. */
static uint32_t tally_most(const struct tally *t, uint32_t *all)
{
	uint32_t most = 0, sum = 0;
	for (int k = 0; k < KIND_N; k++) {
		sum += t->n[k];
		most = t->n[k] > most ? t->n[k] : most;
	}
	*all += sum > 1 ? sum : 0;
	return sum > 1 ? most : 0;
}

/* The property that the words [word, end) name plainly, -1 none. */
static int words_prop(struct table_ctx *x, const struct prop_list *pl, uint32_t word, uint32_t end)
{
	uint32_t ids[SIDE_LABEL_WORDS];
	int best = -1, sim = SIDE_LABEL - 1;
	if (end == word || end - word > SIDE_LABEL_WORDS)
		return -1;
	for (uint32_t w = word; w < end; w++)
		ids[w - word] = w;
	struct phrase p = words_phrase(x, ids, end - word);
	for (size_t i = 0; i < pl->n && i < 64; i++) {
		const struct plan_field *f = pl->items[i].field;
		int s = pl->items[i].child < 0 ? plan_alias_match(x->in, p, f->aliases, f->aliases_n) : 0;
		if (s > sim) {
			sim = s;
			best = (int)i;
		}
	}
	return best;
}

/* Reads one line: the property its first cell names, as a bit; its other cells' kinds to row, and to those of their columns. */
static uint64_t line_hear(struct table_ctx *x, const struct prop_list *pl, const struct column *cols, size_t n, uint32_t line,
			  struct tally *row, struct tally *col)
{
	const struct view_line *l = &x->v->lines[line];
	uint32_t w = l->word, end = l->word + l->words, others = 0;
	int prop = -1;
	for (size_t c = 0; c < n; c++) {
		uint32_t from = cell_next(x->v, &cols[c], end, &w);
		if (!c) {
			prop = words_prop(x, pl, from, w);
			continue;
		}
		if (w == from)
			continue;
		uint32_t kinds = cell_read(x, from, w - from);
		others++;
		tally_add(row, kinds);
		tally_add(&col[c], kinds);
	}
	return prop >= 0 && others ? UINT64_C(1) << prop : 0;
}

bool table_is_on_side(struct table_ctx *x, const struct prop_list *pl, const struct column *cols, size_t n, const struct sample *s, bool *unsure)
{
	struct tally col[TABLE_COLS + 1] = { 0 };
	uint64_t said = 0;
	uint32_t down = 0, down_all = 0, across = 0, across_all = 0;
	int top = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		struct tally row = { 0 };
		said |= line_hear(x, pl, cols, n, s->lines[i], &row, col);
		across += tally_most(&row, &across_all);
	}
	int side = bits64(said);
	*unsure = false;
	if (n < 2 || side < SIDE_LEAST)
		return false;
	for (size_t c = 1; c < n; c++) {
		top += cols[c].field >= 0 && cols[c].score >= SIDE_TOP;
		down += tally_most(&col[c], &down_all);
	}
	int rows = across_all ? (int)(across * 1000 / across_all) : 0, columns = down_all ? (int)(down * 1000 / down_all) : 0;
	if (!top) /* labels with a value each have no rows to compare */
		return !across_all || rows >= columns;
	*unsure = side >= top;
	return side > top && rows >= columns + SIDE_MARGIN;
}
