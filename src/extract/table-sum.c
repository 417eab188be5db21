/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table-sum - a row that adds up the rows above it, by its figures:
 *
 *     Income
 *     Ticket sales     184,220
 *     Grants            60,000
 *     Total income     244,220     its label begins as a total's does, and goes on; "Total care kit" is an item
 *     Expenses
 *     …
 *     Net surplus       43,600     right below a total, and what that leaves of the total before
 *
 * Looking ahead, rows below a sum are of the same list where another sum adds them up, and not to the same figure:
 * then they would be how the sum above was paid.
 */
#include "extract/table.h"

#define ROWS_LEAST 2
#define COLUMNS_LEAST 2
#define ROWS_MOST 400 /* of one part: the label of a sum is rare, but may come again on each page */

static bool cell_amount(const struct table_ctx *x, const struct cell *c, int64_t *out)
{
	const struct span *s = c->words ? cell_span(x, VALUE_NUMBER, c->word, c->words) : NULL;
	return s && decimal_scaled(s->canon, out);
}

/* The text that the row begins with is a total's name, with words that say of what. */
static bool begins_total(struct table_ctx *x, const struct table *t, const struct row *r)
{
	uint32_t ids[8];
	for (size_t c = 0; c < t->cols_n; c++) {
		const struct cell *cell = &r->cells[c];
		uint32_t n = 0;
		if (!cell->words || ((r->typed >> c & 1) && !(cell_read(x, cell->word, cell->words) & CELL_TEXT)))
			continue;
		for (; n < cell->words && n < 8; n++)
			ids[n] = cell->word + n;
		return words_begin_total(x, words_phrase(x, ids, n));
	}
	return false;
}

/* Column c of the rows right above, up to one that is no record: their sum, and how many have a figure. */
static size_t column_sum(const struct table_ctx *x, const struct table *t, size_t c, int64_t *sum)
{
	size_t n = 0, from = t->rows_n > ROWS_MOST ? t->rows_n - ROWS_MOST : 0;
	*sum = 0;
	for (size_t i = t->rows_n; i-- > from && t->rows[i].record && t->rows[i].role == ROW_BODY;) {
		int64_t v;
		if (!cell_amount(x, &t->rows[i].cells[c], &v))
			continue;
		*sum += v;
		n++;
	}
	return n;
}

static bool is_amount(const struct table_ctx *x, const struct row *r, size_t c, int64_t *out)
{
	const struct cell *k = &r->cells[c];
	return (r->typed >> c & 1) && !(cell_read(x, k->word, k->words) & (CELL_PERCENT | CELL_DATE | CELL_TIME)) && cell_amount(x, k, out);
}

/* The total before the one that the table ends with so far, NULL if it does not end with one or has no other. */
static const struct row *total_before(const struct table *t)
{
	if (!t->rows_n || t->rows[t->rows_n - 1].role != ROW_TOTAL)
		return NULL;
	for (size_t i = t->rows_n - 1, n = 0; i-- > 0 && n < ROWS_MOST; n++)
		if (t->rows[i].role == ROW_TOTAL)
			return &t->rows[i];
	return NULL;
}

/* Sum or difference of the last two totals: in two columns and more, or to a figure of its own in one. */
static bool row_balances(const struct table_ctx *x, const struct table *t, const struct row *r)
{
	const struct row *a = total_before(t), *b = a ? &t->rows[t->rows_n - 1] : NULL;
	size_t sums = 0, rests = 0, columns = 0;
	bool plain = true;
	int64_t own, p, q;
	for (size_t c = 0; a && c < t->cols_n; c++) {
		if (!is_amount(x, r, c, &own) || !is_amount(x, a, c, &p) || !is_amount(x, b, c, &q))
			continue;
		columns++;
		plain &= own && p && q && p != q;
		sums += own == p + q;
		rests += own == p - q || own == q - p;
	}
	return (columns >= COLUMNS_LEAST || (columns && plain)) && (sums == columns || rests == columns);
}

/* Does the row leave a column of text blank that all records fill? */
static bool lacks_text(const struct table *t, const struct row *r)
{
	uint64_t text = ~t->keys;
	for (size_t i = t->rows_n > ROWS_MOST ? t->rows_n - ROWS_MOST : 0; i < t->rows_n; i++)
		if (t->rows[i].record)
			text &= t->rows[i].fill;
	return (text & ~r->fill) != 0 && text != ~t->keys;
}

bool row_sums_up(struct table_ctx *x, const struct table *t, const struct row *r)
{
	size_t right = 0, wrong = 0; /* shares and rates do not add up */
	if (row_balances(x, t, r))
		return true;
	if (!r->typed || t->rows_n < ROWS_LEAST)
		return false;
	bool named = begins_total(x, t, r);
	if (!named && !lacks_text(t, r))
		return false;
	for (size_t c = 0; c < t->cols_n; c++) {
		int64_t own, sum;
		bool words = !named && (cell_read(x, r->cells[c].word, r->cells[c].words) & CELL_TEXT); /* "3 packages" */
		if (!is_amount(x, r, c, &own) || words || column_sum(x, t, c, &sum) < ROWS_LEAST)
			continue;
		right += own == sum;
		wrong += own != sum;
	}
	return named ? right > wrong : right >= COLUMNS_LEAST && !wrong;
}

bool sum_follows(struct table_ctx *x, const struct table *t, const struct row *r)
{
	const struct view_page *p = &x->v->pages[x->v->lines[r->line].page];
	size_t c = t->keys ? (size_t)(63 - __builtin_clzll(t->keys)) : 0, n = 0;
	int64_t own, sum = 0, v;
	if (!t->keys || !is_amount(x, r, c, &own))
		return false;
	for (uint32_t l = r->line + 1; l < p->line + p->lines && n < ROWS_MOST; l++) {
		struct row next;
		if (!row_take(x, t, l, &next) || !is_amount(x, &next, c, &v))
			continue;
		if (begins_total(x, t, &next))
			return n >= ROWS_LEAST && v == sum && v != own;
		sum += v;
		n++;
	}
	return false;
}
