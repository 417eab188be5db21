/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"
#include <stdlib.h>

/*
 * Arithmetic tells columns apart that labels mix up: quantity x price = line total,
 * rate x base / 100 = tax. Values are decimals times 10,000.
 */
#define UNIT 10000
#define RELATED_BONUS 400 /* for a column that takes part in the equation of its property */
#define RELATED_LEAST 420 /* similarity such a column has at least, even when its header says nothing */
#define FIGURE_COLS 12    /* most figure columns looked at */

struct values {
	int64_t v[FIGURE_COLS][SAMPLE_LINES];
	bool set[FIGURE_COLS][SAMPLE_LINES];
	size_t col[FIGURE_COLS];
	size_t cols, rows;
};

struct triple {
	size_t a, b, c; /* indexes of struct values: a x b (/ 100) = c */
	uint32_t hits;
};

bool decimal_scaled(struct str s, int64_t *out)
{
	int64_t v = 0, scale = 0;
	bool negative = s.n && s.p[0] == '-';
	for (size_t i = negative; i < s.n; i++) {
		if (s.p[i] == '.' && !scale) {
			scale = UNIT;
			continue;
		}
		if (s.p[i] < '0' || s.p[i] > '9' || v > INT64_C(100000000000))
			return false;
		if (scale == 1)
			continue; /* digits past the fourth do not count */
		v = v * 10 + (s.p[i] - '0');
		scale /= scale ? 10 : 1;
	}
	*out = v * (scale ? scale : UNIT) * (negative ? -1 : 1);
	return s.n > negative;
}

static bool cell_value(const struct table_ctx *x, uint32_t line, const struct column *c, int64_t *out)
{
	const struct view_line *l = &x->v->lines[line];
	uint32_t from = l->word, end = l->word + l->words, to;
	while (from < end && x->v->words[from].box.x0 + x->v->words[from].box.x1 < 2 * c->x0)
		from++;
	for (to = from; to < end && x->v->words[to].box.x0 + x->v->words[to].box.x1 < 2 * c->x1;)
		to++;
	const struct span *s = to > from ? cell_span(x, VALUE_NUMBER, from, to - from) : NULL;
	return s && decimal_scaled(s->canon, out);
}

static void values_read(const struct table_ctx *x, const struct column *cols, size_t n, const struct sample *s, struct values *v)
{
	v->cols = 0;
	v->rows = s->n;
	for (size_t c = 0; c < n && v->cols < FIGURE_COLS; c++) {
		if (!cols[c].figures)
			continue;
		for (uint32_t i = 0; i < s->n; i++)
			v->set[v->cols][i] = cell_value(x, s->lines[i], &cols[c], &v->v[v->cols][i]);
		v->col[v->cols++] = c;
	}
}

/* Products are rounded to cents when printed; the price may have been rounded before. */
static bool is_product(int64_t a, int64_t b, int64_t c, int64_t divide)
{
	int64_t p = a / 100 * b / divide, q = c * (UNIT / 100); /* both times 10^6 */
	int64_t off = llabs(p - q), slack = llabs(q) / 1000;
	slack = slack < 11000 ? 11000 : slack; /* a cent and a little */
	return a && b && c && off <= slack;
}

/* Rows in which the equation holds and says something (a factor of one proves nothing). */
static uint32_t triple_hits(const struct values *v, size_t a, size_t b, size_t c, int64_t divide)
{
	uint32_t rows = 0, hits = 0, telling = 0;
	for (size_t i = 0; i < v->rows; i++) {
		if (!v->set[a][i] || !v->set[b][i] || !v->set[c][i])
			continue;
		rows++;
		if (!is_product(v->v[a][i], v->v[b][i], v->v[c][i], divide))
			continue;
		hits++;
		telling += v->v[a][i] != UNIT && v->v[b][i] != UNIT;
	}
	return telling && hits * 10 >= rows * 7 ? hits : 0;
}

static bool triple_find(const struct values *v, int64_t divide, struct triple *best)
{
	best->hits = 0;
	for (size_t a = 0; a < v->cols; a++)
		for (size_t b = a + 1; b < v->cols; b++)
			for (size_t c = 0; c < v->cols; c++) {
				uint32_t hits = c != a && c != b ? triple_hits(v, a, b, c, divide) : 0;
				if (hits > best->hits)
					*best = (struct triple){ a, b, c, hits };
			}
	return best->hits > 0;
}

/* ---- properties of the equation */

static int prop_named(const struct table_ctx *x, const struct prop_list *pl, const char *name)
{
	struct phrase p = phrase_of(x->in, str_from(name));
	int best = -1, sim = 799;
	for (size_t i = 0; i < pl->n; i++) {
		const struct plan_field *f = pl->items[i].field;
		int s = plan_alias_match(x->in, p, f->aliases, f->aliases_n);
		if (s > sim && type_wants(f->type) & (CELL_NUMBER | CELL_INTEGER | CELL_PERCENT)) {
			sim = s;
			best = (int)i;
		}
	}
	return best;
}

static void raise(int32_t *sims, size_t n, int prop, size_t col)
{
	int32_t *s = prop < 0 ? NULL : &sims[(size_t)prop * n + col];
	if (s)
		*s = (*s > RELATED_LEAST ? *s : RELATED_LEAST) + RELATED_BONUS;
}

static const struct {
	const char *factor[2], *product;
	int64_t divide;
} equations[] = {
	{ { "quantity", "unit price" }, "line total", 1 },
	{ { "tax rate", "taxable amount" }, "tax amount", 100 },
};

void columns_relate(const struct table_ctx *x, const struct prop_list *pl, const struct column *cols, size_t n,
		    const struct sample *s, int32_t *sims)
{
	struct values v;
	struct triple t;
	bool read = false;
	for (size_t e = 0; e < sizeof(equations) / sizeof(*equations); e++) {
		int a = prop_named(x, pl, equations[e].factor[0]), b = prop_named(x, pl, equations[e].factor[1]);
		int c = prop_named(x, pl, equations[e].product);
		if (c < 0 || (a < 0 && b < 0) || a == b || a == c || b == c)
			continue;
		if (!read)
			values_read(x, cols, n, s, &v);
		read = true;
		if (!triple_find(&v, equations[e].divide, &t))
			continue;
		raise(sims, n, c, v.col[t.c]);
		raise(sims, n, a, v.col[t.a]);
		raise(sims, n, a, v.col[t.b]);
		raise(sims, n, b, v.col[t.a]);
		raise(sims, n, b, v.col[t.b]);
	}
}
