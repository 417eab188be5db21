/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table-infer - columns whose header says nothing, by what stands in them and between which others they stand:
 * schemas mostly name properties in the order of the columns.
 */
#include "extract/table.h"

#define UNEVEN 8           /* most columns and properties between two labelled ones */
#define MATCH_INFERRED 250 /* worth of a column found by elimination or content */
#define LABEL_PLAIN_STEP 880 /* labels that outweigh the order of columns */

/* Readings that a column of nothing else has. */
#define SPECIFIC (CELL_SHORT | CELL_PERSON | CELL_YEAR | CELL_PERCENT | CELL_DATE | CELL_TIME | CELL_CONTACT | CELL_BANK)

enum agreement type_agreement(const struct column *c, enum value_type t)
{
	uint32_t wants = type_wants(t);
	if (!c->filled)
		return AGREE_EMPTY;
	if (!wants)
		return AGREE_ANY;
	int yes = column_share(c, wants | CELL_BLANK);
	if (yes < 300 && column_share(c, type_refuses(t)) >= 500)
		return AGREE_NOT;
	if (column_share(c, type_strong(t)) >= 700)
		return AGREE_STRONG;
	for (uint32_t k = 1; k <= SPECIFIC; k <<= 1)
		if ((k & SPECIFIC & ~wants) && column_share(c, k) >= 700)
			return AGREE_ELSE;
	return yes >= 600 ? AGREE_YES : AGREE_OPEN;
}

static bool prop_is_free(const struct column *cols, size_t n, size_t p)
{
	for (size_t c = 0; c < n; c++)
		if (cols[c].field == (int)p)
			return false;
	return true;
}

/* Do p and q want the same kind of a column? The two ends of a time range may share one: it is the lower end's. */
static bool props_rival(const struct prop_list *pl, size_t p, size_t q)
{
	enum value_type t = pl->items[p].field->type;
	bool ends = (type_wants(t) & CELL_TIME) && pl->upper[p] == (int)q;
	return q != p && pl->items[q].field->type == t && !ends;
}

/* Kinds that only one free column and only one free property share find each other. */
static void match_content(const struct prop_list *pl, struct column *cols, size_t n, struct match *m)
{
	for (size_t p = 0; p < pl->n; p++) {
		enum value_type t = pl->items[p].field->type;
		int best = -1, hits = 0, rivals = 0;
		if (!prop_is_free(cols, n, p) || !(type_strong(t) & (SPECIFIC | CELL_MONEY)))
			continue;
		for (size_t q = 0; q < pl->n; q++)
			rivals += props_rival(pl, p, q) && prop_is_free(cols, n, q);
		for (size_t c = m->from; c < m->to; c++)
			if (cols[c].field < 0 && type_agreement(&cols[c], t) == AGREE_STRONG) {
				best = (int)c;
				hits++;
			}
		if (hits == 1 && !rivals) {
			cols[best].field = (int)p;
			m->score += MATCH_INFERRED;
		}
	}
}

/* Is t the beginning of w, two letters at least, and shorter? */
static bool begins_word(struct str t, struct str w)
{
	return t.n >= 2 && t.n < w.n && !memcmp(t.p, w.p, t.n);
}

static bool shortens(const struct table_ctx *x, const struct column *c, const struct plan_field *f)
{
	if (c->own.n != 1)
		return false;
	for (size_t i = 0; i < f->aliases_n; i++)
		for (size_t k = 0; k < f->aliases[i].phrase.n; k++)
			if (begins_word(token_text(x->in, c->own.tokens[0]), token_text(x->in, f->aliases[i].phrase.tokens[k])))
				return true;
	return false;
}

void columns_shortened(struct table_ctx *x, const struct prop_list *pl, struct column *cols, struct match *m)
{
	for (size_t c = m->from; c < m->to; c++) {
		int prop = -1, hits = 0;
		for (size_t p = 0; p < pl->n && cols[c].field < 0 && cols[c].filled; p++) {
			enum agreement agree = type_agreement(&cols[c], pl->items[p].field->type);
			if (!prop_is_free(cols, m->to, p) || agree < AGREE_OPEN || !shortens(x, &cols[c], pl->items[p].field))
				continue;
			prop = (int)p;
			hits++;
		}
		if (hits != 1)
			continue;
		cols[c].field = prop;
		m->score += MATCH_INFERRED;
	}
}

bool field_is_group(const struct table_ctx *x, const struct plan_field *f)
{
	static const char *const names[] = { "section", "category", "group", "type", "class", "department", "chapter", "panel" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		for (size_t k = 0; k < f->name.n; k++)
			if (f->name.tokens[k] == token_named(x->in, names[i]) || str_eq_z(token_text(x->in, f->name.tokens[k]), names[i]))
				return true;
	return false;
}

/* Does a header have a word of a property's name, written out or cut short: "Asset Cat" and "category"? */
static bool column_says(const struct table_ctx *x, struct phrase p, struct phrase q)
{
	for (size_t i = 0; i < p.n; i++) {
		if (phrase_has(q, p.tokens[i]))
			return true;
		for (size_t k = 0; k < q.n; k++)
			if (token_text(x->in, p.tokens[i]).n > 2 && begins_word(token_text(x->in, p.tokens[i]), token_text(x->in, q.tokens[k])))
				return true;
	}
	return false;
}

/*
 * Amounts name no group, nor do codes and short forms under a header that says something else: "1/4" under "HT/LN";
 * "15-64" under "Age" may, and so may "SH" under anything for a property that is said to be "SH or PRN".
 */
static bool may_take(const struct table_ctx *x, const struct column *c, const struct plan_field *f)
{
	if (c->field >= 0 || !c->filled || type_agreement(c, f->type) < AGREE_OPEN)
		return false;
	uint32_t kinds = CELL_DECIMAL | CELL_MONEY | CELL_PERCENT | (c->head_n && !f->choices_n && !column_says(x, c->own, f->name) ? CELL_CODE | CELL_SHORT : 0);
	return type_wants(f->type) || column_share(c, kinds) < 500 || !field_is_group(x, f);
}

/* How well a column's cells suit a property that no label gives it, -1 not at all. */
static int suits(const struct column *c, const struct plan_field *f)
{
	enum agreement agree = type_agreement(c, f->type);
	if (agree < AGREE_OPEN)
		return -1;
	if (agree == AGREE_ANY) /* text takes anything, and words best; figures with units are for numbers */
		return column_share(c, CELL_TEXT) >= 500 && column_share(c, CELL_UNIT) < 700 ? 2 : 0;
	return agree == AGREE_STRONG ? 3 : agree == AGREE_YES ? 2 : 0;
}

/*
 * Fewer columns than properties (some are said elsewhere, or not at all): the columns go to properties in order so
 * that all suit, if only one such choice is best.
 */
static bool match_uneven(const struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t c0, size_t c1, size_t p0, size_t p1, bool groups,
			 struct match *m)
{
	size_t col[UNEVEN], prop[UNEVEN], cn = 0, pn = 0;
	int best[UNEVEN + 1][UNEVEN + 1], ways[UNEVEN + 1][UNEVEN + 1];
	for (size_t i = c0; i < c1; i++)
		if (cols[i].field < 0 && cols[i].filled && cn++ < UNEVEN)
			col[cn - 1] = i;
	for (size_t p = p0; p < p1; p++)
		if (pl->items[p].child < 0 && prop_is_free(cols, m->to, p) && (groups || !field_is_group(x, pl->items[p].field)) && pn++ < UNEVEN)
			prop[pn - 1] = p;
	if (cn > UNEVEN || pn > UNEVEN)
		return true;
	for (size_t p = 0; p <= pn; p++)
		for (size_t c = 0; c <= cn; c++) {
			best[c][p] = c ? -1000 : 0;
			ways[c][p] = !c;
			if (!c || !p)
				continue;
			int s = suits(&cols[col[c - 1]], pl->items[prop[p - 1]].field), with = s < 0 ? -1000 : best[c - 1][p - 1] + s;
			best[c][p] = with > best[c][p - 1] ? with : best[c][p - 1];
			ways[c][p] = (with == best[c][p] ? ways[c - 1][p - 1] : 0) + (best[c][p - 1] == best[c][p] ? ways[c][p - 1] : 0);
		}
	if (best[cn][pn] < (int)cn * 2 || ways[cn][pn] != 1)
		return false;
	for (size_t c = cn, p = pn; c; p--)
		if (best[c][p - 1] != best[c][p]) {
			cols[col[c - 1]].field = (int)prop[p - 1];
			m->score += MATCH_INFERRED;
			c--;
		}
	return true;
}

/*
 * Schemas mostly name properties in the order of the columns: between two matched
 * neighbours, as many free properties as free columns with text go together in order.
 */
static void match_between(const struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t c0, size_t c1, size_t p0, size_t p1,
			  struct match *m)
{
	size_t free_cols = 0, free_props = 0, c = c0;
	for (size_t i = c0; i < c1; i++)
		free_cols += cols[i].field < 0 && cols[i].filled > 0;
	for (size_t p = p0; p < p1; p++)
		free_props += pl->items[p].child < 0 && prop_is_free(cols, m->to, p);
	if (free_cols && free_cols < free_props)
		if (!match_uneven(x, pl, cols, c0, c1, p0, p1, true, m)) /* groups may stand above their records instead */
			match_uneven(x, pl, cols, c0, c1, p0, p1, false, m);
	if (!free_cols || free_cols != free_props)
		return;
	for (size_t p = p0; p < p1; p++) {
		if (pl->items[p].child >= 0 || !prop_is_free(cols, m->to, p))
			continue;
		while (c < c1 && (cols[c].field >= 0 || !cols[c].filled))
			c++;
		if (c < c1 && may_take(x, &cols[c], pl->items[p].field)) {
			cols[c].field = (int)p;
			m->score += MATCH_INFERRED;
		}
		c++;
	}
}

/*
 * As many columns as properties, and all of them may give each other in order: labels that say otherwise count only
 * if they are plain, and some plain label must agree. "Mecze  Zw.  R.  P." for played, won, drawn, lost.
 */
static void match_in_step(const struct prop_list *pl, struct column *cols, struct match *m)
{
	size_t n = m->to - m->from, plain = 0, weak = 0;
	if (n != pl->n || n < 3)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct column *c = &cols[m->from + i];
		enum agreement agree = type_agreement(c, pl->items[i].field->type);
		if (pl->items[i].child >= 0 || !c->head_n || agree < AGREE_OPEN)
			return;
		bool same = c->field == (int)i;
		if (!same && c->field >= 0 && c->score >= LABEL_PLAIN_STEP)
			return;
		plain += same && c->score >= LABEL_PLAIN_STEP;
		weak += !same && c->field >= 0;
	}
	if (!plain || !weak)
		return;
	for (size_t i = 0; i < n; i++) {
		struct column *c = &cols[m->from + i];
		if (c->field == (int)i)
			continue;
		m->score += MATCH_INFERRED - c->score;
		c->field = (int)i;
		c->score = 0;
	}
}

static void match_order(const struct table_ctx *x, const struct prop_list *pl, struct column *cols, struct match *m)
{
	size_t c0 = m->from, p0 = 0;
	for (size_t c = m->from; c <= m->to; c++) {
		if (c < m->to && cols[c].field < 0)
			continue;
		size_t p1 = c < m->to ? (size_t)cols[c].field : pl->n;
		if (p1 >= p0)
			match_between(x, pl, cols, c0, c, p0, p1, m);
		if (c < m->to && p1 >= p0) {
			c0 = c + 1;
			p0 = p1 + 1;
		}
	}
}

static void match_last(const struct table_ctx *x, const struct prop_list *pl, struct column *cols, struct match *m)
{
	int col = -1, prop = -1, cn = 0, pn = 0;
	for (size_t c = m->from; c < m->to; c++)
		if (cols[c].field < 0 && cols[c].filled) {
			col = (int)c;
			cn++;
		}
	for (size_t p = 0; p < pl->n; p++)
		if (pl->items[p].child < 0 && prop_is_free(cols, m->to, p)) {
			prop = (int)p;
			pn++;
		}
	if (cn == 1 && pn == 1 && may_take(x, &cols[col], pl->items[prop].field)) {
		cols[col].field = prop;
		m->score += MATCH_INFERRED;
	}
}

void columns_infer(const struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, struct match *m)
{
	match_in_step(pl, cols, m);
	match_order(x, pl, cols, m);
	match_content(pl, cols, n, m);
	match_last(x, pl, cols, m);
}
