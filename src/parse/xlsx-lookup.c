/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Functions of spreadsheets (ECMA-376 part 1, 18.17.7) that look things up, count what meets conditions, take dates and texts apart.
 */
#include "parse/xlsx-formula.h"

#include <math.h>

static const struct formula_value unknown = { .kind = FORMULA_UNKNOWN };

static bool is_fault(const struct formula_value *v)
{
	return v->kind == FORMULA_UNKNOWN || v->kind == FORMULA_ERROR;
}

static uint32_t rows_of(const struct formula_value *range)
{
	return range->row1 - range->row0 + 1;
}

static uint32_t cols_of(const struct formula_value *range)
{
	return range->col1 - range->col0 + 1;
}

/* Of a row or a column, counted along it. */
static struct formula_value along(struct formula_book *b, const struct formula_value *range, uint32_t i)
{
	return rows_of(range) == 1 ? formula_at(b, range, 0, i) : formula_at(b, range, i, 0);
}

static bool is_line(const struct formula_value *v)
{
	return v->kind == FORMULA_RANGE && (rows_of(v) == 1 || cols_of(v) == 1);
}

static uint32_t length_of(const struct formula_value *line)
{
	return rows_of(line) == 1 ? cols_of(line) : rows_of(line);
}

/* Where in a line the value is: the first that is equal, or, as way says, the last that is no larger (1) or no smaller (-1). Below
 * zero: it is not there (-1), or nobody knows (-2). */
static int64_t place_of(struct formula_book *b, const struct formula_value *wanted, const struct formula_value *line, int way)
{
	int64_t found = -1;
	if (formula_is_pattern(wanted))
		return -2;
	for (uint32_t i = 0; i < length_of(line); i++) {
		struct formula_value v = along(b, line, i);
		if (v.kind == FORMULA_UNKNOWN)
			return -2;
		int order = v.kind == wanted->kind ? formula_compare(&v, wanted) : 2;
		if (order == 0)
			return i;
		if (order != 2 && way && (way > 0 ? order < 0 : order > 0))
			found = i;
		else if (order != 2 && way)
			break;
	}
	return found;
}

static struct formula_value match(const struct formula_call *c)
{
	struct formula_value wanted = formula_arg(c, 0), way = formula_arg(c, 2);
	if (c->n < 2 || !is_line(&c->args[1]) || way.kind == FORMULA_UNKNOWN || is_fault(&wanted))
		return c->n > 1 && wanted.kind == FORMULA_ERROR ? wanted : unknown;
	int64_t at = place_of(c->b, &wanted, &c->args[1], c->n < 3 || way.n > 0 ? 1 : way.n < 0 ? -1 : 0);
	return at == -2 ? unknown : at < 0 ? formula_error("#N/A") : formula_of_number((double)at + 1);
}

/* A cell of a range by its row and column, or by its place in a line. */
static struct formula_value index_of(const struct formula_call *c)
{
	struct formula_value row = formula_arg(c, 1), col = formula_arg(c, 2);
	if (c->n < 2 || c->args[0].kind != FORMULA_RANGE || row.kind == FORMULA_ERROR)
		return row.kind == FORMULA_ERROR ? row : unknown;
	const struct formula_value *r = &c->args[0];
	bool line = c->n == 2 && rows_of(r) == 1;
	double i = line ? 1 : row.n, k = line ? row.n : c->n > 2 ? col.n : 1;
	if (row.kind != FORMULA_NUMBER || (c->n > 2 && col.kind != FORMULA_NUMBER) || i < 1 || k < 1 || (c->n == 2 && !is_line(r)))
		return unknown;
	return i > rows_of(r) || k > cols_of(r) ? formula_error("#REF!") : formula_at(c->b, r, (uint32_t)i - 1, (uint32_t)k - 1);
}

static struct formula_value look_up_exactly(const struct formula_call *c)
{
	struct formula_value wanted = formula_arg(c, 0), mode = formula_arg(c, 4);
	if (c->n < 3 || c->n > 5 || !is_line(&c->args[1]) || !is_line(&c->args[2]) || length_of(&c->args[1]) != length_of(&c->args[2]) ||
	    is_fault(&wanted) || (c->n == 5 && (mode.kind != FORMULA_NUMBER || mode.n != 0)))
		return c->n > 2 && wanted.kind == FORMULA_ERROR ? wanted : unknown;
	int64_t at = place_of(c->b, &wanted, &c->args[1], 0);
	if (at == -2)
		return unknown;
	return at >= 0 ? along(c->b, &c->args[2], (uint32_t)at) : c->n > 3 && c->args[3].kind != FORMULA_EMPTY ? formula_arg(c, 3) :
		formula_error("#N/A");
}

/* ---- what meets all of several conditions: pairs of a range and what its cells must be */

struct met {
	double sum;
	size_t cells, numbers;
	bool ok;
};

static struct met met_by(const struct formula_call *c, const struct formula_value *added, size_t from)
{
	struct met m = { .ok = (c->n - from) % 2 == 0 && c->n > from };
	const struct formula_value *first = m.ok ? &c->args[from] : NULL;
	for (size_t i = from; m.ok && i < c->n; i += 2) {
		struct formula_value wanted = formula_arg(c, i + 1);
		m.ok = c->args[i].kind == FORMULA_RANGE && rows_of(&c->args[i]) == rows_of(first) && cols_of(&c->args[i]) == cols_of(first) &&
		       !is_fault(&wanted);
	}
	m.ok = m.ok && (!added || (added->kind == FORMULA_RANGE && rows_of(added) == rows_of(first) && cols_of(added) == cols_of(first)));
	for (uint32_t at = 0; m.ok && at < (uint64_t)rows_of(first) * cols_of(first); at++) {
		uint32_t row = at / cols_of(first), col = at % cols_of(first);
		bool all = true;
		for (size_t i = from; all && m.ok && i < c->n; i += 2) {
			struct formula_value v = formula_at(c->b, &c->args[i], row, col), wanted = formula_arg(c, i + 1);
			m.ok = v.kind != FORMULA_UNKNOWN;
			all = formula_meets(&v, &wanted);
		}
		struct formula_value add = all && added ? formula_at(c->b, added, row, col) : (struct formula_value){ .kind = FORMULA_EMPTY };
		m.ok = m.ok && !is_fault(&add);
		m.cells += all;
		m.numbers += add.kind == FORMULA_NUMBER;
		m.sum += add.kind == FORMULA_NUMBER ? add.n : 0;
	}
	return m;
}

static struct formula_value count_ifs(const struct formula_call *c)
{
	struct met m = met_by(c, NULL, 0);
	return m.ok ? formula_of_number((double)m.cells) : unknown;
}

static struct formula_value sum_ifs(const struct formula_call *c)
{
	struct met m = c->n ? met_by(c, &c->args[0], 1) : (struct met){ .ok = false };
	return m.ok ? formula_of_number(m.sum) : unknown;
}

static struct formula_value average_ifs(const struct formula_call *c)
{
	struct met m = c->n ? met_by(c, &c->args[0], 1) : (struct met){ .ok = false };
	return !m.ok ? unknown : m.numbers ? formula_of_number(m.sum / (double)m.numbers) : formula_error("#DIV/0!");
}

/* ---- dates */

struct day {
	int64_t y, m, d;
};

/* Of days since the last of 1899, from March 1900 on; see formula_days(). */
static bool day_of(const struct formula_call *c, struct day *out)
{
	struct formula_value v = formula_arg(c, 0);
	if (v.kind != FORMULA_NUMBER || v.n < 61 || v.n > 2958465)
		return false;
	int64_t a = (int64_t)v.n + 2415019 + 32044, b = (4 * a + 3) / 146097, x = a - 146097 * b / 4, d = (4 * x + 3) / 1461, e = x - 1461 * d / 4,
		m = (5 * e + 2) / 153;
	*out = (struct day){ 100 * b + d - 4800 + m / 10, m + 3 - 12 * (m / 10), e - (153 * m + 2) / 5 + 1 };
	return true;
}

static struct formula_value year(const struct formula_call *c)
{
	struct day day;
	return day_of(c, &day) ? formula_of_number((double)day.y) : unknown;
}

static struct formula_value month(const struct formula_call *c)
{
	struct day day;
	return day_of(c, &day) ? formula_of_number((double)day.m) : unknown;
}

static struct formula_value day_of_month(const struct formula_call *c)
{
	struct day day;
	return day_of(c, &day) ? formula_of_number((double)day.d) : unknown;
}

static struct formula_value end_of_month(const struct formula_call *c)
{
	struct day day;
	struct formula_value by = formula_arg(c, 1);
	if (!day_of(c, &day) || by.kind != FORMULA_NUMBER || fabs(by.n) > 12000)
		return unknown;
	return formula_of_number(formula_days(day.y, day.m + (int64_t)by.n + 1, 1) - 1);
}

static struct formula_value months_later(const struct formula_call *c)
{
	struct day day;
	struct formula_value by = formula_arg(c, 1), last = end_of_month(c);
	if (last.kind != FORMULA_NUMBER || !day_of(c, &day))
		return unknown;
	double same = formula_days(day.y, day.m + (int64_t)by.n, day.d);
	return formula_of_number(same < last.n ? same : last.n);
}

/* ---- texts; positions count characters */

static size_t offset_of(struct str s, double chars)
{
	size_t at = 0;
	for (; chars >= 1 && at < s.n; chars--)
		str_utf8_next(s, &at);
	return at;
}

static struct formula_value text_value(struct str s)
{
	return (struct formula_value){ .kind = FORMULA_TEXT, .text = s };
}

/* The text, and up to two numbers behind it. */
static bool text_args(const struct formula_call *c, struct str *s, double n[2])
{
	struct formula_value v = formula_arg(c, 0);
	if (is_fault(&v))
		return false;
	*s = formula_text(c->b, &v);
	for (size_t i = 0; i < 2; i++) {
		struct formula_value number = formula_arg(c, i + 1);
		n[i] = number.kind == FORMULA_NUMBER ? number.n : 1;
		if (i + 1 < c->n && (number.kind != FORMULA_NUMBER || !(number.n >= 0 && number.n < 1e6)))
			return false;
	}
	return true;
}

static struct formula_value left(const struct formula_call *c)
{
	struct str s;
	double n[2];
	return text_args(c, &s, n) ? text_value((struct str){ s.p, offset_of(s, n[0]) }) : unknown;
}

static struct formula_value right(const struct formula_call *c)
{
	struct str s;
	double n[2], all = 0;
	if (!text_args(c, &s, n))
		return unknown;
	for (size_t at = 0; at < s.n; all++)
		str_utf8_next(s, &at);
	size_t from = offset_of(s, all - n[0]);
	return text_value((struct str){ s.p + from, s.n - from });
}

static struct formula_value middle(const struct formula_call *c)
{
	struct str s;
	double n[2];
	if (c->n < 3 || !text_args(c, &s, n) || n[0] < 1)
		return unknown;
	size_t from = offset_of(s, n[0] - 1);
	s = (struct str){ s.p + from, s.n - from };
	return text_value((struct str){ s.p, offset_of(s, n[1]) });
}

static struct formula_value trimmed(const struct formula_call *c)
{
	struct str s;
	double n[2];
	struct buf b = BUF_INIT(100000);
	if (!text_args(c, &s, n))
		return unknown;
	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ' || s.p[i - 1] != ' ')
			buf_byte(&b, s.p[i]);
	struct formula_value v = text_value(arena_str(c->b->a, buf_view(&b)));
	buf_fini(&b);
	return v;
}

/* The second argument, where there is one, is what is shown of an address. */
static struct formula_value linked(const struct formula_call *c)
{
	return c->n ? formula_arg(c, c->n > 1 ? 1 : 0) : unknown;
}

struct formula_value formula_look(const struct formula_call *c, struct str name)
{
	static const struct {
		const char *name;
		struct formula_value (*run)(const struct formula_call *c);
	} rows[] = {
		{ "AVERAGEIFS", average_ifs }, { "COUNTIFS", count_ifs }, { "DAY", day_of_month }, { "EDATE", months_later }, { "EOMONTH", end_of_month },
		{ "HYPERLINK", linked }, { "INDEX", index_of }, { "LEFT", left }, { "MATCH", match }, { "MID", middle }, { "MONTH", month },
		{ "RIGHT", right }, { "SUMIFS", sum_ifs }, { "TRIM", trimmed }, { "XLOOKUP", look_up_exactly }, { "YEAR", year },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_eq_z(name, rows[i].name))
			return rows[i].run(c);
	return unknown;
}
