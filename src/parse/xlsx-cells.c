/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/xlsx-formula.h"

#include "parse/numfmt.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_CELLS = 500000, MOST_STEPS = 20000000 };

struct formula_book *formula_book_new(struct arena *a)
{
	struct formula_book *b = ARENA_NEW(a, struct formula_book);
	if (b)
		b->a = a;
	return b;
}

void formula_sheet(struct formula_book *b, struct str name)
{
	if (b->sheets == FORMULA_SHEETS)
		b->over = true;
	else
		b->names[b->sheets++] = arena_str(b->a, name);
}

/* ---- cells by their places */

uint64_t formula_key(uint32_t sheet, uint32_t row, uint32_t col)
{
	return ((uint64_t)sheet + 1) << 48 | (uint64_t)(row & 0xFFFFFFF) << 16 | (col & 0xFFFF);
}

struct formula_cell *formula_slot(const struct formula_book *b, uint64_t key)
{
	size_t at = (size_t)(key * 0x9E3779B97F4A7C15u >> 20) & (b->cap - 1);
	while (b->cells[at].key && b->cells[at].key != key)
		at = (at + 1) & (b->cap - 1);
	return &b->cells[at];
}

static bool grow(struct formula_book *b)
{
	struct formula_cell *old = b->cells;
	size_t cap = b->cap;
	struct formula_cell *more = ARENA_ARRAY(b->a, cap ? cap * 2 : 1024, struct formula_cell);
	if (!more)
		return false;
	b->cells = more;
	b->cap = cap ? cap * 2 : 1024;
	for (size_t i = 0; i < cap; i++)
		if (old[i].key)
			*formula_slot(b, old[i].key) = old[i];
	return true;
}

static struct formula_cell *cell_new(struct formula_book *b, uint32_t row, uint32_t col)
{
	if (b->over || !b->sheets || b->n >= MOST_CELLS || (b->n * 2 >= b->cap && !grow(b))) {
		b->over = true;
		return NULL;
	}
	uint32_t sheet = b->sheets - 1;
	struct formula_cell *c = formula_slot(b, formula_key(sheet, row, col));
	b->n += !c->key;
	*c = (struct formula_cell){ .key = formula_key(sheet, row, col) };
	b->last_row[sheet] = row > b->last_row[sheet] ? row : b->last_row[sheet];
	b->last_col[sheet] = col > b->last_col[sheet] ? col : b->last_col[sheet];
	return c;
}

void formula_put(struct formula_book *b, uint32_t row, uint32_t col, const struct formula_value *v)
{
	struct formula_cell *c = cell_new(b, row, col);
	if (!c)
		return;
	c->value = *v;
	c->value.text = arena_str(b->a, v->text);
}

void formula_put_code(struct formula_book *b, uint32_t row, uint32_t col, struct str code, uint32_t from_row, uint32_t from_col)
{
	struct formula_cell *c = cell_new(b, row, col);
	if (!c)
		return;
	c->code = arena_str(b->a, code);
	c->rows = (int32_t)row - (int32_t)from_row;
	c->cols = (int32_t)col - (int32_t)from_col;
}

bool formula_step(struct formula_book *b)
{
	return b->steps < MOST_STEPS && b->steps++ < MOST_STEPS;
}

/* ---- values */

struct formula_value formula_of_number(double n)
{
	return isfinite(n) ? (struct formula_value){ .kind = FORMULA_NUMBER, .n = n } : formula_error("#NUM!");
}

struct formula_value formula_error(const char *name)
{
	return (struct formula_value){ .kind = FORMULA_ERROR, .text = str_from(name) };
}

bool formula_number(const struct formula_value *v, double *out)
{
	char z[64], *end;
	*out = v->n;
	if (v->kind != FORMULA_TEXT)
		return v->kind == FORMULA_NUMBER || v->kind == FORMULA_BOOL || v->kind == FORMULA_EMPTY;
	snprintf(z, sizeof(z), "%.*s", (int)(v->text.n < sizeof(z) ? v->text.n : 0), v->text.p);
	*out = strtod(z, &end);
	return end != z && *end == '\0';
}

struct formula_value formula_no_number(const struct formula_value *v)
{
	for (size_t i = 0; v->kind == FORMULA_TEXT && i < v->text.n; i++)
		if (v->text.p[i] >= '0' && v->text.p[i] <= '9')
			return (struct formula_value){ .kind = FORMULA_UNKNOWN };
	return formula_error("#VALUE!");
}

struct str formula_text(struct formula_book *b, const struct formula_value *v)
{
	struct buf out = BUF_INIT(400);
	if (v->kind == FORMULA_TEXT)
		return v->text;
	if (v->kind == FORMULA_NUMBER)
		numfmt_general(v->n, &out);
	else if (v->kind == FORMULA_BOOL)
		buf_z(&out, v->n != 0 ? "TRUE" : "FALSE");
	struct str s = arena_str(b->a, buf_view(&out));
	buf_fini(&out);
	return s;
}

int formula_text_compare(struct str a, struct str b)
{
	for (size_t i = 0; i < a.n && i < b.n; i++) {
		int x = a.p[i] >= 'A' && a.p[i] <= 'Z' ? a.p[i] + 32 : (unsigned char)a.p[i],
			y = b.p[i] >= 'A' && b.p[i] <= 'Z' ? b.p[i] + 32 : (unsigned char)b.p[i];
		if (x != y)
			return x - y;
	}
	return (a.n > b.n) - (a.n < b.n);
}

/* An empty cell is what it is compared with. */
static int rank(const struct formula_value *v, const struct formula_value *other)
{
	enum formula_kind kind = v->kind == FORMULA_EMPTY ? other->kind : v->kind;
	return kind == FORMULA_TEXT ? 1 : kind == FORMULA_BOOL ? 2 : 0;
}

int formula_compare(const struct formula_value *a, const struct formula_value *b)
{
	int x = rank(a, b), y = rank(b, a);
	if (x != y)
		return x - y;
	return x == 1 ? formula_text_compare(a->text, b->text) : (a->n > b->n) - (a->n < b->n);
}
