/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/xlsx-formula.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Of formulas within formulas, and of cells that wait for others; each costs some KiB of stack. */
enum { MOST_DEPTH = 400, MOST_NESTED = 150 };

/* ---- the parser, which finds the value as it goes */

struct reader {
	struct formula_book *b;
	const struct formula_cell *cell;
	uint32_t sheet;
	struct str s;
	size_t at;
	bool bad; /* it is not understood */
};

static struct formula_value expression(struct reader *r);

static struct formula_value unknown(struct reader *r)
{
	r->bad = true;
	return (struct formula_value){ .kind = FORMULA_UNKNOWN };
}

static void skip_blanks(struct reader *r)
{
	while (r->at < r->s.n && (unsigned char)r->s.p[r->at] <= ' ')
		r->at++;
}

static char next_sign(struct reader *r)
{
	skip_blanks(r);
	return r->at < r->s.n ? r->s.p[r->at] : 0;
}

static bool take(struct reader *r, char c)
{
	bool is = next_sign(r) == c;
	r->at += is;
	return is;
}

/* One cell of a range where a value is wanted: a range of one is that cell, others have no single value here. */
static struct formula_value single(struct reader *r, struct formula_value v)
{
	if (v.kind != FORMULA_RANGE)
		return v;
	return v.row0 == v.row1 && v.col0 == v.col1 ? formula_at(r->b, &v, 0, 0) : unknown(r);
}

/* "$AB$12" with its dollars; false and nothing read if it is none. Rows or columns alone ("A:A") are told as UINT32_MAX. */
static bool reference(struct reader *r, uint32_t *row, uint32_t *col)
{
	size_t i = r->at;
	int64_t c = 0, n = 0;
	bool fixed_col = i < r->s.n && r->s.p[i] == '$', fixed_row;
	for (i += fixed_col; i < r->s.n && (r->s.p[i] | 0x20) >= 'a' && (r->s.p[i] | 0x20) <= 'z' && c < 100000; i++)
		c = c * 26 + (r->s.p[i] | 0x20) - 'a' + 1;
	fixed_row = i < r->s.n && r->s.p[i] == '$';
	for (i += fixed_row; i < r->s.n && r->s.p[i] >= '0' && r->s.p[i] <= '9' && n < 10000000; i++)
		n = n * 10 + (r->s.p[i] - '0');
	bool goes_on = i < r->s.n && (r->s.p[i] == '_' || r->s.p[i] == '(' || r->s.p[i] == '!' || r->s.p[i] == '.' ||
				      ((r->s.p[i] | 0x20) >= 'a' && (r->s.p[i] | 0x20) <= 'z'));
	if ((!c && !n) || goes_on || c > 16384 || n > 1048576)
		return false;
	c += c && !fixed_col ? r->cell->cols : 0;
	n += n && !fixed_row ? r->cell->rows : 0;
	*row = n > 0 ? (uint32_t)n - 1 : UINT32_MAX;
	*col = c > 0 ? (uint32_t)c - 1 : UINT32_MAX;
	r->at = i;
	return true;
}

static struct formula_value range_from(struct reader *r, uint32_t sheet)
{
	struct formula_value v = { .kind = FORMULA_RANGE, .sheet = sheet };
	size_t before = r->at;
	if (!reference(r, &v.row0, &v.col0))
		return unknown(r);
	v.row1 = v.row0;
	v.col1 = v.col0;
	bool pair = r->at < r->s.n && r->s.p[r->at] == ':';
	r->at += pair;
	if ((pair && !reference(r, &v.row1, &v.col1)) || (!pair && (v.row0 == UINT32_MAX || v.col0 == UINT32_MAX))) {
		r->at = before;
		return unknown(r);
	}
	if (v.row0 == UINT32_MAX) {
		v.row0 = 0;
		v.row1 = r->b->last_row[sheet];
	}
	if (v.col0 == UINT32_MAX) {
		v.col0 = 0;
		v.col1 = r->b->last_col[sheet];
	}
	v.row1 = v.row1 > r->b->last_row[sheet] && v.row1 != v.row0 ? r->b->last_row[sheet] : v.row1;
	return v.row0 <= v.row1 && v.col0 <= v.col1 ? v : (struct formula_value){ .kind = FORMULA_EMPTY };
}

/* "Sheet1!", "'My sheet'!"; false and nothing read if there is none. */
static bool sheet_name(struct reader *r, uint32_t *sheet)
{
	struct str name, rest = { r->s.p + r->at, r->s.n - r->at };
	bool quoted = rest.n && rest.p[0] == '\'';
	size_t i = quoted;
	while (i < rest.n && (quoted ? rest.p[i] != '\'' : rest.p[i] != '!' && !strchr(" ()+-*/^&,;<>=\"", rest.p[i])))
		i++;
	name = (struct str){ rest.p + quoted, i - quoted };
	i += quoted;
	if (i >= rest.n || rest.p[i] != '!')
		return false;
	r->at += i + 1;
	for (uint32_t k = 0; k < r->b->sheets; k++)
		if (formula_text_compare(r->b->names[k], name) == 0) {
			*sheet = k;
			return true;
		}
	*sheet = UINT32_MAX;
	return true;
}

static struct formula_value string(struct reader *r)
{
	struct buf b = BUF_INIT(100000);
	for (r->at++; r->at < r->s.n; r->at++) {
		if (r->s.p[r->at] == '"' && (r->at + 1 >= r->s.n || r->s.p[++r->at] != '"'))
			break;
		buf_byte(&b, r->s.p[r->at]);
	}
	if (r->at < r->s.n && r->s.p[r->at] == '"')
		r->at++;
	struct formula_value v = { .kind = FORMULA_TEXT, .text = arena_str(r->b->a, buf_view(&b)) };
	buf_fini(&b);
	return v;
}

static struct formula_value call(struct reader *r, struct str name)
{
	struct formula_value args[FORMULA_ARGS];
	size_t n = 0;
	for (bool more = next_sign(r) != ')'; more && !r->bad; more = take(r, ',')) {
		char c = next_sign(r);
		struct formula_value v = c == ',' || c == ')' ? (struct formula_value){ .kind = FORMULA_EMPTY } : expression(r);
		if (n == FORMULA_ARGS)
			return unknown(r);
		args[n++] = v;
	}
	if (r->bad || !take(r, ')'))
		return unknown(r);
	char upper[40];
	size_t len = 0;
	if (str_starts(name, STR("_xlfn.")))
		name = (struct str){ name.p + 6, name.n - 6 };
	for (; len < name.n && len < sizeof(upper); len++)
		upper[len] = name.p[len] >= 'a' && name.p[len] <= 'z' ? (char)(name.p[len] - 32) : name.p[len];
	struct formula_value v = formula_call(r->b, (struct str){ upper, len }, args, n);
	return v.kind == FORMULA_UNKNOWN ? unknown(r) : v;
}

static struct formula_value word(struct reader *r)
{
	size_t from = r->at;
	while (r->at < r->s.n && (r->s.p[r->at] == '_' || r->s.p[r->at] == '.' || (r->s.p[r->at] >= '0' && r->s.p[r->at] <= '9') ||
				  ((r->s.p[r->at] | 0x20) >= 'a' && (r->s.p[r->at] | 0x20) <= 'z')))
		r->at++;
	struct str name = { r->s.p + from, r->at - from };
	if (name.n && take(r, '('))
		return call(r, name);
	if (str_eq_nocase(name, STR("true")) || str_eq_nocase(name, STR("false")))
		return (struct formula_value){ .kind = FORMULA_BOOL, .n = name.n == 4 };
	return unknown(r);
}

static struct formula_value number(struct reader *r)
{
	char z[64], *end;
	struct str rest = { r->s.p + r->at, r->s.n - r->at };
	snprintf(z, sizeof(z), "%.*s", (int)(rest.n < sizeof(z) - 1 ? rest.n : sizeof(z) - 1), rest.p);
	double n = strtod(z, &end);
	r->at += (size_t)(end - z);
	return end == z ? unknown(r) : formula_of_number(n);
}

static struct formula_value primary(struct reader *r)
{
	char c = next_sign(r);
	uint32_t sheet = r->sheet;
	if (take(r, '(')) {
		struct formula_value v = expression(r);
		return take(r, ')') ? v : unknown(r);
	}
	if (c == '"')
		return string(r);
	if (sheet_name(r, &sheet))
		return sheet == UINT32_MAX ? unknown(r) : range_from(r, sheet);
	if ((c >= '0' && c <= '9') || c == '.') {
		size_t from = r->at;
		struct formula_value v = number(r);
		if (r->at >= r->s.n || r->s.p[r->at] != ':') /* "1:3" are rows */
			return v;
		r->at = from;
		return range_from(r, sheet);
	}
	uint32_t row, col;
	size_t from = r->at;
	bool refers = reference(r, &row, &col);
	bool whole = refers && (row == UINT32_MAX || col == UINT32_MAX) && (r->at >= r->s.n || r->s.p[r->at] != ':');
	r->at = from;
	return refers && !whole ? range_from(r, sheet) : word(r);
}

/* A sign before it, percents after it. */
static struct formula_value signed_one(struct reader *r)
{
	double n;
	bool minus = take(r, '-');
	if (!minus && take(r, '+'))
		return signed_one(r);
	if (r->b->depth >= MOST_DEPTH || !formula_step(r->b))
		return unknown(r);
	r->b->depth++;
	struct formula_value v = minus ? single(r, signed_one(r)) : primary(r);
	r->b->depth--;
	if (v.kind == FORMULA_UNKNOWN)
		return unknown(r);
	if (minus && v.kind != FORMULA_ERROR && !r->bad)
		v = formula_number(&v, &n) ? formula_of_number(-n) : formula_no_number(&v);
	while (!r->bad && take(r, '%')) {
		v = single(r, v);
		if (v.kind != FORMULA_ERROR)
			v = formula_number(&v, &n) ? formula_of_number(n / 100) : formula_no_number(&v);
	}
	return v;
}

static struct formula_value compute(struct formula_value a, char op, struct formula_value b)
{
	double x, y;
	if (a.kind == FORMULA_ERROR || b.kind == FORMULA_ERROR)
		return a.kind == FORMULA_ERROR ? a : b;
	if (!formula_number(&a, &x) || !formula_number(&b, &y))
		return formula_no_number(formula_number(&a, &x) ? &b : &a);
	if (op == '/' && y == 0)
		return formula_error("#DIV/0!");
	return formula_of_number(op == '+' ? x + y : op == '-' ? x - y : op == '*' ? x * y : op == '/' ? x / y : pow(x, y));
}

static struct formula_value compared(struct formula_value a, const char *op, struct formula_value b)
{
	if (a.kind == FORMULA_ERROR || b.kind == FORMULA_ERROR)
		return a.kind == FORMULA_ERROR ? a : b;
	int c = formula_compare(&a, &b);
	bool is = strcmp(op, "=") == 0 ? c == 0 : strcmp(op, "<>") == 0 ? c != 0 : strcmp(op, "<=") == 0 ? c <= 0 :
		strcmp(op, ">=") == 0 ? c >= 0 : op[0] == '<' ? c < 0 : c > 0;
	return (struct formula_value){ .kind = FORMULA_BOOL, .n = is };
}

/* The operator that stands next, of a level: 0 compares, 1 "&", 2 sums, 3 products, 4 powers. */
static const char *operator_next(struct reader *r, int level)
{
	static const struct { const char *op; int level; } rows[] = {
		{ "<=", 0 }, { ">=", 0 }, { "<>", 0 }, { "=", 0 }, { "<", 0 }, { ">", 0 }, { "&", 1 }, { "+", 2 }, { "-", 2 }, { "*", 3 },
		{ "/", 3 }, { "^", 4 },
	};
	skip_blanks(r);
	struct str rest = { r->s.p + r->at, r->s.n - r->at };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_starts(rest, str_from(rows[i].op))) {
			if (rows[i].level != level)
				return NULL;
			r->at += strlen(rows[i].op);
			return rows[i].op;
		}
	return NULL;
}

static struct formula_value level_of(struct reader *r, int level)
{
	struct formula_value a = level == 4 ? signed_one(r) : level_of(r, level + 1);
	for (const char *op; !r->bad && (op = operator_next(r, level));) {
		struct formula_value b = level == 4 ? signed_one(r) : level_of(r, level + 1);
		a = single(r, a);
		b = single(r, b);
		if (r->bad || a.kind == FORMULA_UNKNOWN || b.kind == FORMULA_UNKNOWN)
			return unknown(r);
		if (level == 0) {
			a = compared(a, op, b);
		} else if (level == 1 && (a.kind == FORMULA_ERROR || b.kind == FORMULA_ERROR)) {
			a = a.kind == FORMULA_ERROR ? a : b;
		} else if (level == 1) {
			struct str x = formula_text(r->b, &a), y = formula_text(r->b, &b);
			a = (struct formula_value){ .kind = FORMULA_TEXT, .text = arena_printf(r->b->a, "%.*s%.*s", STR_ARGS(x), STR_ARGS(y)) };
		} else {
			a = compute(a, op[0], b);
		}
	}
	return a;
}

static struct formula_value expression(struct reader *r)
{
	if (r->b->depth >= MOST_DEPTH)
		return unknown(r);
	r->b->depth++;
	struct formula_value v = level_of(r, 0);
	r->b->depth--;
	return v;
}

/* ---- a cell's value, found once */

static struct formula_value find(struct formula_book *b, struct formula_cell *c, uint32_t sheet)
{
	struct reader r = { .b = b, .cell = c, .sheet = sheet, .s = c->code };
	uint64_t key = c->key;
	if (c->busy || b->nested >= MOST_NESTED)
		return (struct formula_value){ .kind = FORMULA_UNKNOWN };
	c->busy = true;
	b->nested++;
	struct formula_value v = single(&r, expression(&r));
	skip_blanks(&r);
	if (r.bad || r.at < r.s.n || b->a->over)
		v = (struct formula_value){ .kind = FORMULA_UNKNOWN };
	b->nested--;
	c = formula_slot(b, key);
	c->busy = false;
	c->code = (struct str){ NULL, 0 };
	c->value = v;
	return v;
}

struct formula_value formula_value(struct formula_book *b, uint32_t sheet, uint32_t row, uint32_t col)
{
	struct formula_cell *c = b->cap ? formula_slot(b, formula_key(sheet, row, col)) : NULL;
	if (b->over)
		return (struct formula_value){ .kind = FORMULA_UNKNOWN };
	if (!c || !c->key)
		return (struct formula_value){ .kind = FORMULA_EMPTY };
	return c->code.p ? find(b, c, sheet) : c->value;
}

struct formula_value formula_at(struct formula_book *b, const struct formula_value *range, uint32_t row, uint32_t col)
{
	if (!formula_step(b))
		return (struct formula_value){ .kind = FORMULA_UNKNOWN };
	return formula_value(b, range->sheet, range->row0 + row, range->col0 + col);
}
