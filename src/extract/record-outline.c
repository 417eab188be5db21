/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

/*
 * A cell that holds for several rows is printed once:
 *
 *   Region   City       Year   Units
 *   North    Aberdeen   2022   1,200
 *                       2023   1,350     <- North, Aberdeen
 *            Dundee     2022     400     <- North
 *   ------------------------------
 *   South    Bristol    2022     910
 *
 * The blanks of the first columns say so, if nothing is ever printed twice in a row and a new cell opens a new one in each
 * such column to its right. Numbers of items and codes are left out there: a line of a list that has none (shipping, a
 * discount) is as likely. Marks that say "as above" say it anywhere. What rules say is known before (table-span.c).
 */
#define BLANKS_LEAST 2   /* blanks of such a column */
#define BLANKS_SHARE 5   /* and at least one record in so many has one */
#define DENSE 9          /* tenths of the records that fill a column which shows that they are records */

/* The columns that a record fills, a bit each. */
static uint64_t cut_filled(const struct table *t, const struct record_cut *cut)
{
	uint64_t filled = 0;
	for (size_t i = cut->from; i < cut->to; i++)
		for (size_t c = 0; t->rows[i].role == ROW_BODY && c < t->cols_n; c++)
			filled |= (uint64_t)(t->rows[i].cells[c].words > 0) << c;
	return filled;
}

static const struct row *first_row(const struct table *t, const struct record_cut *cut)
{
	return &t->rows[cut->from];
}

/* "as above", in a cell of its own */
static bool cut_repeats(const struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t c)
{
	static const char *const marks[] = { "\"", "''", "″", "”", "“", "„", "〃", "-\"-", "–\"–", "—\"—", "ditto", "do.", "dto.", "id.", "idem", "ídem", "idem." };
	const struct cell *k = &first_row(t, cut)->cells[c];
	return cut->to == cut->from + 1 && k->words == 1 && STR_ONE_OF(x->v->words[k->word].text, marks);
}

/* ---- blanks */

/* Do two records say the same in a column? */
static bool cuts_equal(const struct table_ctx *x, const struct table *t, const struct record_cut *a, const struct record_cut *b, size_t c)
{
	const struct cell *p = &first_row(t, a)->cells[c], *q = &first_row(t, b)->cells[c];
	if (!p->words || p->words != q->words)
		return false;
	for (uint32_t w = 0; w < p->words; w++)
		if (!str_eq(x->v->words[p->word + w].text, x->v->words[q->word + w].text))
			return false;
	return true;
}

/* Names, days, years: what groups are called. */
static bool may_group(const struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t c)
{
	const struct cell *p = &first_row(t, cut)->cells[c];
	uint32_t k = cell_read(x, p->word, p->words);
	return (k & (CELL_DATE | CELL_YEAR)) || ((k & CELL_TEXT) && !(k & (CELL_CODE | CELL_UNIT | CELL_MONEY | CELL_PERCENT)));
}

struct blanks {
	size_t records, filled;
	bool odd; /* something that an outline does not have */
};

/* filled: of each record, the columns it fills. outer: columns to the left that are outlines. */
static struct blanks blanks_count(const struct table_ctx *x, const struct table *t, const struct record_cuts *cuts,
	const uint64_t *filled, size_t c, uint64_t outer)
{
	struct blanks b = { 0 };
	const struct record_cut *last = NULL;
	for (size_t k = 0; k < cuts->n; k++) {
		const struct record_cut *cut = &cuts->items[k];
		if (cut->fragment)
			continue;
		bool opens = filled[k] & outer, fills = filled[k] >> c & 1;
		b.records++;
		b.filled += fills;
		b.odd |= !fills && (opens || !last);
		b.odd |= fills && (!may_group(x, t, cut, c) || (last && !opens && cuts_equal(x, t, last, cut, c)));
		last = fills ? cut : last;
	}
	return b;
}

static bool is_outline(const struct blanks *b)
{
	size_t blank = b->records - b->filled;
	return !b->odd && blank >= BLANKS_LEAST && blank * BLANKS_SHARE >= b->records;
}

static uint64_t outline_columns(const struct table_ctx *x, const struct table *t, const struct record_cuts *cuts, const uint64_t *filled)
{
	uint64_t cols = 0;
	size_t c = 0;
	for (struct blanks b; c < t->cols_n; c++) {
		b = blanks_count(x, t, cuts, filled, c, cols);
		if (!is_outline(&b))
			break;
		cols |= UINT64_C(1) << c;
	}
	for (; cols && c < t->cols_n; c++) {
		struct blanks b = blanks_count(x, t, cuts, filled, c, 0);
		if (b.filled * 10 >= b.records * DENSE)
			return cols;
	}
	return 0;
}

/* ---- blanks and marks */

bool outline_find(const struct table_ctx *x, const struct table *t, const struct record_cuts *cuts, struct outline *out)
{
	size_t last[TABLE_COLS];
	uint64_t *filled = ARENA_ARRAY(x->a, cuts->n + 1, uint64_t);
	*out = (struct outline){ .cols_n = t->cols_n, .source = ARENA_ARRAY(x->a, cuts->n * t->cols_n + 1, uint32_t) };
	if (!out->source || !filled)
		return false;
	for (size_t k = 0; k < cuts->n; k++)
		filled[k] = cut_filled(t, &cuts->items[k]);
	uint64_t printed = outline_columns(x, t, cuts, filled);
	for (size_t k = 0; k < cuts->n; k++)
		for (size_t c = 0; c < t->cols_n; c++) {
			size_t from = k;
			if (k && cut_repeats(x, t, &cuts->items[k], c))
				from = out->source[(k - 1) * t->cols_n + c];
			else if (filled[k] >> c & 1)
				last[c] = k;
			else if (!cuts->items[k].fragment)
				from = printed >> c & 1 ? last[c] : k;
			out->source[k * t->cols_n + c] = (uint32_t)from;
		}
	return true;
}
