/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

/*
 * Tables whose columns are headed by values of a property rather than by its name: a record for each cell.
 *
 *     Parameter     Unit    02.01.2024   09.01.2024        { parameter, unit, date, value }
 *     Haemoglobin   g/dl          13.1         12.4
 *     CRP           mg/l             3           54
 *
 * All properties but two have columns of their own. Of the two one suits the headers, the other the cells, and only that
 * way round. Days and years as headers speak for themselves; words must be three, and none that names columns elsewhere.
 */
#define CROSS_LABEL 600 /* similarity from which on a header names its property */
#define CROSS_TEXTS 3   /* headers of words */

static bool is_labelled(const struct column *c)
{
	return c->field >= 0 && c->score >= CROSS_LABEL;
}

/* The two properties without a column that is labelled; false if there are more or fewer. */
static bool two_free(const struct table *t, size_t free[2])
{
	size_t n = 0, labelled = 0;
	for (size_t c = 0; c < t->cols_n; c++)
		labelled += is_labelled(&t->cols[c]);
	for (size_t p = 0; p < t->props->n; p++) {
		bool given = false;
		for (size_t c = 0; c < t->cols_n; c++)
			given |= is_labelled(&t->cols[c]) && t->cols[c].field == (int)p;
		if (given)
			continue;
		if (t->props->items[p].child >= 0 || n == 2)
			return false;
		free[n++] = p;
	}
	return n == 2 && labelled;
}

static uint32_t head_kinds(struct table_ctx *x, const struct column *c)
{
	for (size_t i = 1; i < c->head_n; i++)
		if (c->head[i] != c->head[i - 1] + 1)
			return 0;
	return cell_read(x, c->head[0], (uint32_t)c->head_n);
}

/* The columns of cells: headed, not labelled, filled, no sums. */
static uint64_t cross_columns(struct table_ctx *x, const struct table *t)
{
	uint64_t cols = 0;
	for (size_t c = 0; c < t->cols_n; c++) {
		const struct column *k = &t->cols[c];
		if (!is_labelled(k) && k->head_n && k->filled && !phrase_is_total(x, k->own) && !words_begin_total(x, k->own))
			cols |= UINT64_C(1) << c;
	}
	return cols;
}

/* Kinds that all headers of the columns have. */
static uint32_t heads_share(struct table_ctx *x, const struct table *t, uint64_t cols)
{
	uint32_t kinds = UINT32_MAX;
	for (size_t c = 0; c < t->cols_n; c++)
		if (cols >> c & 1)
			kinds &= head_kinds(x, &t->cols[c]);
	return kinds;
}

static bool heads_are_words(struct table_ctx *x, const struct table *t, uint64_t cols)
{
	for (size_t c = 0; c < t->cols_n; c++)
		if ((cols >> c & 1) && (!(head_kinds(x, &t->cols[c]) & (CELL_TEXT | CELL_CODE | CELL_SHORT)) || lexicon_knows(t->cols[c].own)))
			return false;
	return bits64(cols) >= CROSS_TEXTS;
}

static bool heads_suit(struct table_ctx *x, const struct table *t, uint64_t cols, enum value_type type)
{
	uint32_t wants = type_wants(type), kinds = heads_share(x, t, cols);
	if (kinds & (CELL_DATE | CELL_YEAR | CELL_TIME))
		return !wants || (wants & kinds & (CELL_DATE | CELL_YEAR | CELL_TIME)) || (type == VALUE_INTEGER && (kinds & CELL_YEAR));
	return !wants && heads_are_words(x, t, cols);
}

/* Cells of words only under days and years: else two columns of text that nobody knows would look like it. */
static bool cells_suit(struct table_ctx *x, const struct table *t, uint64_t cols, enum value_type type)
{
	bool moments = heads_share(x, t, cols) & (CELL_DATE | CELL_YEAR | CELL_TIME);
	for (size_t c = 0; c < t->cols_n; c++) {
		enum agreement agree = type_agreement(&t->cols[c], type);
		if ((cols >> c & 1) && (agree < AGREE_ANY || (agree == AGREE_ANY && !moments)))
			return false;
	}
	return true;
}

/* Which columns, and which two properties they give; cols 0 if the table is none such. */
static struct cross cross_read(struct table_ctx *x, const struct table *t)
{
	size_t free[2];
	uint64_t cols = cross_columns(x, t);
	bool way[2];
	if (bits64(cols) < 2 || !two_free(t, free))
		return (struct cross){ 0 };
	for (int k = 0; k < 2; k++)
		way[k] = heads_suit(x, t, cols, t->props->items[free[k]].field->type) && cells_suit(x, t, cols, t->props->items[free[!k]].field->type);
	return way[0] == way[1] ? (struct cross){ 0 } : (struct cross){ .cols = cols, .head = free[way[1]], .value = free[way[0]] };
}

bool columns_cross(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n)
{
	struct table t = { .props = pl, .cols = cols, .cols_n = n };
	return cross_read(x, &t).cols != 0;
}

bool cross_find(struct table_ctx *x, struct table *t, struct cross *out)
{
	*out = cross_read(x, t);
	for (size_t c = 0; c < t->cols_n; c++) {
		if (!(out->cols >> c & 1))
			continue;
		t->cols[c].field = (int)out->value;
		t->cols[c].score = 0;
	}
	return out->cols != 0;
}
