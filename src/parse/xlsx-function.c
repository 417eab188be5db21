/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Functions of spreadsheets (ECMA-376 part 1, 18.17.7): those that bills, lists and statements are made with.
 */
#include "parse/xlsx-formula.h"

#include "parse/numfmt.h"

#include <math.h>

static const struct formula_value unknown = { .kind = FORMULA_UNKNOWN };

struct formula_value formula_arg(const struct formula_call *c, size_t i)
{
	static const struct formula_value empty = { .kind = FORMULA_EMPTY };
	if (i >= c->n)
		return empty;
	const struct formula_value *v = &c->args[i];
	if (v->kind != FORMULA_RANGE)
		return *v;
	return v->row0 == v->row1 && v->col0 == v->col1 ? formula_at(c->b, v, 0, 0) : unknown;
}

static double number_arg(const struct formula_call *c, size_t i, struct formula_value *fault)
{
	struct formula_value v = formula_arg(c, i);
	double n = 0;
	if (v.kind == FORMULA_ERROR || v.kind == FORMULA_UNKNOWN)
		*fault = v;
	else if (!formula_number(&v, &n))
		*fault = formula_no_number(&v);
	return n;
}

/* ---- over all values of all arguments */

struct tally {
	double sum, product, least, most;
	size_t numbers, filled;
	struct formula_value fault; /* kind FORMULA_EMPTY: none */
};

/* In a range texts do not count; as an argument they must be numbers. */
static void tally_add(struct tally *t, const struct formula_value *v, bool in_range)
{
	double n;
	t->filled += v->kind != FORMULA_EMPTY;
	if (v->kind == FORMULA_UNKNOWN || v->kind == FORMULA_ERROR)
		t->fault = t->fault.kind == FORMULA_UNKNOWN ? t->fault : *v;
	if (in_range ? v->kind != FORMULA_NUMBER : v->kind == FORMULA_EMPTY || v->kind == FORMULA_ERROR || v->kind == FORMULA_UNKNOWN)
		return;
	if (!formula_number(v, &n)) {
		t->fault = formula_no_number(v);
		return;
	}
	t->least = t->numbers == 0 || n < t->least ? n : t->least;
	t->most = t->numbers == 0 || n > t->most ? n : t->most;
	t->sum += n;
	t->product *= n;
	t->numbers++;
}

static struct tally tally_of(const struct formula_call *c, size_t from)
{
	struct tally t = { .product = 1, .fault = { .kind = FORMULA_EMPTY } };
	for (size_t i = from; i < c->n; i++) {
		const struct formula_value *v = &c->args[i];
		if (v->kind != FORMULA_RANGE) {
			tally_add(&t, v, false);
			continue;
		}
		for (uint32_t row = 0; row <= v->row1 - v->row0; row++)
			for (uint32_t col = 0; col <= v->col1 - v->col0; col++) {
				struct formula_value cell = formula_at(c->b, v, row, col);
				if (cell.kind == FORMULA_UNKNOWN) {
					t.fault = cell;
					return t;
				}
				tally_add(&t, &cell, true);
			}
	}
	return t;
}

static struct formula_value tallied(const struct tally *t, double n)
{
	return t->fault.kind == FORMULA_EMPTY ? formula_of_number(n) : t->fault;
}

static struct formula_value sum(const struct formula_call *c)
{
	struct tally t = tally_of(c, 0);
	return tallied(&t, t.sum);
}

static struct formula_value product(const struct formula_call *c)
{
	struct tally t = tally_of(c, 0);
	return tallied(&t, t.numbers ? t.product : 0);
}

static struct formula_value average(const struct formula_call *c)
{
	struct tally t = tally_of(c, 0);
	return t.fault.kind == FORMULA_EMPTY && !t.numbers ? formula_error("#DIV/0!") : tallied(&t, t.numbers ? t.sum / (double)t.numbers : 0);
}

static struct formula_value least(const struct formula_call *c)
{
	struct tally t = tally_of(c, 0);
	return tallied(&t, t.least);
}

static struct formula_value most(const struct formula_call *c)
{
	struct tally t = tally_of(c, 0);
	return tallied(&t, t.most);
}

static struct formula_value count(const struct formula_call *c)
{
	struct tally t = tally_of(c, 0);
	return t.fault.kind == FORMULA_UNKNOWN ? t.fault : formula_of_number((double)t.numbers);
}

static struct formula_value count_all(const struct formula_call *c)
{
	struct tally t = tally_of(c, 0);
	return t.fault.kind == FORMULA_UNKNOWN ? t.fault : formula_of_number((double)t.filled);
}

static struct formula_value subtotal(const struct formula_call *c)
{
	static struct formula_value (*const of[])(const struct formula_call *c) = { average, count, count_all, most, least, product, NULL, NULL, sum };
	struct formula_value which = formula_arg(c, 0);
	int i = which.kind == FORMULA_NUMBER && which.n >= 1 && which.n < 200 ? (int)which.n % 100 - 1 : -1;
	struct formula_call rest = { c->b, c->args + 1, c->n ? c->n - 1 : 0 };
	return i >= 0 && i < 9 && of[i] ? of[i](&rest) : unknown;
}

static struct formula_value sum_of_products(const struct formula_call *c)
{
	double all = 0;
	if (!c->n || c->args[0].kind != FORMULA_RANGE)
		return unknown;
	uint32_t rows = c->args[0].row1 - c->args[0].row0, cols = c->args[0].col1 - c->args[0].col0;
	for (size_t i = 1; i < c->n; i++)
		if (c->args[i].kind != FORMULA_RANGE || c->args[i].row1 - c->args[i].row0 != rows || c->args[i].col1 - c->args[i].col0 != cols)
			return unknown;
	for (uint32_t row = 0; row <= rows; row++)
		for (uint32_t col = 0; col <= cols; col++) {
			double one = 1;
			for (size_t i = 0; i < c->n; i++) {
				struct formula_value v = formula_at(c->b, &c->args[i], row, col);
				if (v.kind == FORMULA_ERROR || v.kind == FORMULA_UNKNOWN)
					return v;
				one *= v.kind == FORMULA_NUMBER ? v.n : 0;
			}
			all += one;
		}
	return formula_of_number(all);
}

bool formula_is_pattern(const struct formula_value *v)
{
	return v->kind == FORMULA_TEXT && (memchr(v->text.p, '*', v->text.n) || memchr(v->text.p, '?', v->text.n));
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* "a*", "?b", "~*": any characters, any one, that sign itself. */
static bool fits_pattern(struct str pattern, struct str s)
{
	size_t p = 0, i = 0, star = SIZE_MAX, from = 0;
	while (i < s.n) {
		bool quoted = p + 1 < pattern.n && pattern.p[p] == '~';
		if (p < pattern.n && !quoted && pattern.p[p] == '*') {
			star = p++;
			from = i;
		} else if (p < pattern.n && !quoted && pattern.p[p] == '?') {
			str_utf8_next(s, &i);
			p++;
		} else if (p + quoted < pattern.n && lower(pattern.p[p + quoted]) == lower(s.p[i])) {
			p += 1 + quoted;
			i++;
		} else if (star != SIZE_MAX) {
			p = star + 1;
			i = ++from;
		} else {
			return false;
		}
	}
	while (p < pattern.n && pattern.p[p] == '*')
		p++;
	return p == pattern.n;
}

bool formula_meets(const struct formula_value *v, const struct formula_value *wanted)
{
	static const char *const ops[] = { "<=", ">=", "<>", "=", "<", ">" };
	struct str s = wanted->text;
	struct formula_value w = *wanted;
	size_t op = 3;
	double n;
	for (size_t i = 0; wanted->kind == FORMULA_TEXT && i < sizeof(ops) / sizeof(*ops); i++)
		if (str_starts(s, str_from(ops[i]))) {
			op = i;
			w.text = (struct str){ s.p + strlen(ops[i]), s.n - strlen(ops[i]) };
			break;
		}
	if (w.kind == FORMULA_TEXT && formula_number(&w, &n))
		w = formula_of_number(n);
	if (v->kind != w.kind)
		return op == 2;
	if (formula_is_pattern(&w) && (op == 2 || op == 3))
		return fits_pattern(w.text, v->text) == (op == 3);
	int c = formula_compare(v, &w);
	return op == 0 ? c <= 0 : op == 1 ? c >= 0 : op == 2 ? c != 0 : op == 3 ? c == 0 : op == 4 ? c < 0 : c > 0;
}

static struct formula_value over_met(const struct formula_call *c, bool sums)
{
	struct formula_value wanted = formula_arg(c, 1);
	double all = 0;
	if (c->n < 2 || c->args[0].kind != FORMULA_RANGE || wanted.kind == FORMULA_UNKNOWN || (c->n > 2 && c->args[2].kind != FORMULA_RANGE))
		return unknown;
	const struct formula_value *range = &c->args[0], *added = sums && c->n > 2 ? &c->args[2] : range;
	for (uint32_t row = 0; row <= range->row1 - range->row0; row++)
		for (uint32_t col = 0; col <= range->col1 - range->col0; col++) {
			struct formula_value v = formula_at(c->b, range, row, col), add = formula_at(c->b, added, row, col);
			if (v.kind == FORMULA_UNKNOWN || add.kind == FORMULA_UNKNOWN)
				return unknown;
			if (formula_meets(&v, &wanted))
				all += !sums ? 1 : add.kind == FORMULA_NUMBER ? add.n : 0;
		}
	return formula_of_number(all);
}

static struct formula_value sum_if(const struct formula_call *c)
{
	return over_met(c, true);
}

static struct formula_value count_if(const struct formula_call *c)
{
	return over_met(c, false);
}

/* The row whose first cell is the value, or the last that is no larger. */
static struct formula_value look_up(const struct formula_call *c)
{
	struct formula_value wanted = formula_arg(c, 0), column = formula_arg(c, 2), near = formula_arg(c, 3);
	const struct formula_value *t = c->n > 2 ? &c->args[1] : NULL;
	bool nearly = c->n < 4 || near.n != 0;
	int64_t found = -1;
	if (!t || t->kind != FORMULA_RANGE || column.kind != FORMULA_NUMBER || column.n < 1 || column.n > t->col1 - t->col0 + 1.0 ||
	    wanted.kind == FORMULA_UNKNOWN)
		return unknown;
	if (wanted.kind == FORMULA_ERROR || (!nearly && formula_is_pattern(&wanted)))
		return wanted.kind == FORMULA_ERROR ? wanted : unknown;
	for (uint32_t row = 0; row <= t->row1 - t->row0; row++) {
		struct formula_value v = formula_at(c->b, t, row, 0);
		if (v.kind == FORMULA_UNKNOWN)
			return v;
		int order = v.kind == wanted.kind ? formula_compare(&v, &wanted) : 1;
		if (order == 0 || (nearly && order < 0))
			found = row;
		if (order == 0)
			break;
	}
	return found < 0 ? formula_error("#N/A") : formula_at(c->b, t, (uint32_t)found, (uint32_t)column.n - 1);
}

/* ---- numbers */

/* Half away from zero, of the decimal number that is meant (1.005 is 1.00499999…). */
static double rounded(double n, double digits, int way)
{
	double scale = pow(10, digits), x = fabs(n) * scale, near = nearbyint(x * 1e4) / 1e4;
	x = fabs(x - near) < 1e-6 * (1 + near) ? near : x;
	x = way == 0 ? floor(x + 0.5) : way > 0 ? ceil(x) : floor(x);
	return (n < 0 ? -x : x) / scale;
}

static struct formula_value rounding(const struct formula_call *c, int way)
{
	struct formula_value fault = { .kind = FORMULA_EMPTY };
	double n = number_arg(c, 0, &fault), digits = number_arg(c, 1, &fault);
	if (fault.kind != FORMULA_EMPTY || fabs(digits) > 15)
		return fault.kind != FORMULA_EMPTY ? fault : unknown;
	return formula_of_number(rounded(n, trunc(digits), way));
}

static struct formula_value round_near(const struct formula_call *c) { return rounding(c, 0); }
static struct formula_value round_up(const struct formula_call *c) { return rounding(c, 1); }
static struct formula_value round_down(const struct formula_call *c) { return rounding(c, -1); }

static struct formula_value mapped(const struct formula_call *c, double (*of)(double n))
{
	struct formula_value fault = { .kind = FORMULA_EMPTY };
	double n = number_arg(c, 0, &fault);
	return fault.kind != FORMULA_EMPTY ? fault : formula_of_number(of(n));
}

static struct formula_value whole(const struct formula_call *c) { return mapped(c, floor); }
static struct formula_value absolute(const struct formula_call *c) { return mapped(c, fabs); }
static struct formula_value root(const struct formula_call *c) { return mapped(c, sqrt); }

static struct formula_value power(const struct formula_call *c)
{
	struct formula_value fault = { .kind = FORMULA_EMPTY };
	double x = number_arg(c, 0, &fault), y = number_arg(c, 1, &fault);
	return fault.kind != FORMULA_EMPTY ? fault : formula_of_number(pow(x, y));
}

static struct formula_value remainder_of(const struct formula_call *c)
{
	struct formula_value fault = { .kind = FORMULA_EMPTY };
	double x = number_arg(c, 0, &fault), y = number_arg(c, 1, &fault);
	if (fault.kind != FORMULA_EMPTY)
		return fault;
	return y == 0 ? formula_error("#DIV/0!") : formula_of_number(x - y * floor(x / y));
}

/* ---- logic: arguments were found already, those that do not count may be unknown */

static struct formula_value truth(const struct formula_call *c, size_t i)
{
	struct formula_value fault = { .kind = FORMULA_EMPTY };
	double n = number_arg(c, i, &fault);
	return fault.kind != FORMULA_EMPTY ? fault : (struct formula_value){ .kind = FORMULA_BOOL, .n = n != 0 };
}

static struct formula_value choose(const struct formula_call *c)
{
	struct formula_value is = truth(c, 0);
	if (is.kind != FORMULA_BOOL)
		return is;
	if (is.n == 0 && c->n < 3)
		return is;
	struct formula_value v = formula_arg(c, is.n != 0 ? 1 : 2);
	return v.kind == FORMULA_EMPTY ? formula_of_number(0) : v;
}

static struct formula_value if_error(const struct formula_call *c)
{
	struct formula_value v = formula_arg(c, 0);
	return v.kind == FORMULA_ERROR ? formula_arg(c, 1) : v;
}

static struct formula_value all_or_any(const struct formula_call *c, bool all)
{
	bool is = all;
	for (size_t i = 0; i < c->n; i++) {
		struct formula_value v = truth(c, i);
		if (v.kind != FORMULA_BOOL)
			return v;
		is = all ? is && v.n != 0 : is || v.n != 0;
	}
	return (struct formula_value){ .kind = FORMULA_BOOL, .n = is };
}

static struct formula_value both(const struct formula_call *c) { return all_or_any(c, true); }
static struct formula_value either(const struct formula_call *c) { return all_or_any(c, false); }

static struct formula_value negated(const struct formula_call *c)
{
	struct formula_value v = truth(c, 0);
	v.n = v.kind == FORMULA_BOOL ? v.n == 0 : v.n;
	return v;
}

/* ---- texts and dates */

static struct formula_value text_value(struct formula_book *b, struct buf *out)
{
	struct formula_value v = { .kind = FORMULA_TEXT, .text = arena_str(b->a, buf_view(out)) };
	buf_fini(out);
	return v;
}

static struct formula_value joined(const struct formula_call *c)
{
	struct buf b = BUF_INIT(100000);
	for (size_t i = 0; i < c->n; i++) {
		struct formula_value v = formula_arg(c, i);
		if (v.kind == FORMULA_UNKNOWN || v.kind == FORMULA_ERROR) {
			buf_fini(&b);
			return v;
		}
		buf_str(&b, formula_text(c->b, &v));
	}
	return text_value(c->b, &b);
}

static struct formula_value as_text(const struct formula_call *c)
{
	struct formula_value v = formula_arg(c, 0), code = formula_arg(c, 1);
	struct buf b = BUF_INIT(1000);
	if (v.kind != FORMULA_NUMBER || code.kind != FORMULA_TEXT)
		return v.kind == FORMULA_TEXT ? v : unknown;
	struct numfmt *f = numfmt_new(code.text);
	numfmt_number(f, v.n, false, &b);
	numfmt_free(f);
	return text_value(c->b, &b);
}

double formula_days(int64_t y, int64_t m, int64_t d)
{
	y += (m - 1) / 12;
	m = (m - 1) % 12 + 1;
	if (m < 1) {
		m += 12;
		y--;
	}
	int64_t a = (14 - m) / 12, yy = y + 4800 - a, mm = m + 12 * a - 3;
	return (double)(d + (153 * mm + 2) / 5 + 365 * yy + yy / 4 - yy / 100 + yy / 400 - 32045 - 2415019);
}

static struct formula_value date(const struct formula_call *c)
{
	struct formula_value fault = { .kind = FORMULA_EMPTY };
	double y = number_arg(c, 0, &fault), m = number_arg(c, 1, &fault), d = number_arg(c, 2, &fault);
	if (fault.kind != FORMULA_EMPTY || y < 1901 || y > 9999 || fabs(m) > 1200 || fabs(d) > 40000)
		return fault.kind != FORMULA_EMPTY ? fault : unknown;
	return formula_of_number(formula_days((int64_t)y, (int64_t)m, (int64_t)d));
}

struct formula_value formula_call(struct formula_book *b, struct str name, const struct formula_value *args, size_t n)
{
	static const struct {
		const char *name;
		struct formula_value (*run)(const struct formula_call *c);
	} rows[] = {
		{ "ABS", absolute }, { "AND", both }, { "AVERAGE", average }, { "CONCAT", joined }, { "CONCATENATE", joined },
		{ "COUNT", count }, { "COUNTA", count_all }, { "COUNTIF", count_if }, { "DATE", date }, { "IF", choose },
		{ "IFERROR", if_error }, { "INT", whole }, { "MAX", most }, { "MIN", least }, { "MOD", remainder_of }, { "NOT", negated },
		{ "OR", either }, { "POWER", power }, { "PRODUCT", product }, { "ROUND", round_near }, { "ROUNDDOWN", round_down },
		{ "ROUNDUP", round_up }, { "SQRT", root }, { "SUBTOTAL", subtotal }, { "SUM", sum }, { "SUMIF", sum_if },
		{ "SUMPRODUCT", sum_of_products }, { "TEXT", as_text }, { "VLOOKUP", look_up },
	};
	struct formula_call c = { b, args, n };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_eq_z(name, rows[i].name))
			return rows[i].run(&c);
	return formula_look(&c, name);
}
