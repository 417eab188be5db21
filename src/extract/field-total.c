/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-total - "total_net_weight" is the figure of a table's total row in the column whose records
 * give "net_weight", whatever the column is called:
 *
 *     Ctns    Qty (pcs)    N.W. (kg)        read as cartons, quantity, net_weight_kg
 *        4          200        38.40
 *        6          610        56.25
 *       10          810        94.65        total_cartons, total_quantity, total_net_weight_kg
 *
 * Where several rows are sums, the label of one and the column together name the field:
 *
 *     Line item         Actual     Budget
 *     Total income      265,560    289,500    total_income_budget
 */
#include "extract/field-private.h"

enum { SIM_TOTAL = 900, SIM_EXACT = 950, GEOMETRY_TOTAL = 950, NAME_MOST = 12 };

static bool is_total_type(enum value_type t)
{
	return t == VALUE_NUMBER || t == VALUE_INTEGER || t == VALUE_MONEY;
}

/* Tokens of a name without those that say that it is a sum; 0 if none says so. */
static size_t without_total(struct fx *x, struct phrase name, uint32_t *out)
{
	static const char *const sums[] = { "total", "sum", "grand", "overall", "sub" };
	size_t n = 0;
	bool sum = false;
	for (size_t i = 0; i < name.n && n < NAME_MOST; i++) {
		bool says = false;
		for (size_t k = 0; k < sizeof sums / sizeof *sums; k++)
			says |= name.tokens[i] == token_named(x->in, sums[k]);
		sum |= says;
		if (!says)
			out[n++] = name.tokens[i];
	}
	return sum ? n : 0;
}

/* Does the property say what is left of the sum's name, a unit more or less? */
static bool property_is(struct fx *x, struct phrase rest, const struct plan_field *p)
{
	uint32_t own[NAME_MOST];
	size_t own_n = without_total(x, p->name, own);
	struct phrase name = own_n ? (struct phrase){ own, own_n } : p->name;
	size_t shared = 0;
	for (size_t i = 0; i < rest.n; i++)
		shared += phrase_has(name, rest.tokens[i]);
	if (shared == rest.n && name.n <= rest.n + 1)
		return true;
	return shared == name.n && rest.n <= name.n + 1 && shared > 0;
}

/* The figure of a line under a column; words 0 if there is none. */
static struct region figure_under(struct fx *x, uint32_t line, const struct table_column *c)
{
	const struct view_line *l = &x->v->lines[line];
	struct region r = { .rel = REL_TOTAL, .geometry = GEOMETRY_TOTAL };
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		const struct view_word *vw = &x->v->words[w];
		int32_t mid = (vw->box.x0 + vw->box.x1) / 2;
		if (mid < c->x0 || mid >= c->x1)
			continue;
		r.word = r.end ? r.word : w;
		r.seg = vw->seg;
		r.end = w + 1;
	}
	return r;
}

static void total_offer(struct fx *x, uint32_t field, const struct table_found *t, const struct table_column *c, int sim)
{
	for (size_t i = t->totals_n; i-- > 0;) { /* the last one adds up all */
		struct region r = figure_under(x, t->totals[i], c);
		struct cand cand = { .sim = sim, .geometry = GEOMETRY_TOTAL, .rel = REL_TOTAL };
		if (!r.end || r.word < x->word0 || r.end > x->word1 || !value_pick(x, &x->plan->fields[field], &r, false, &cand))
			continue;
		cand.score = value_score(&cand);
		cand.value.score = cand.score;
		cand_add(x, field, cand);
		return;
	}
}

/* The column whose property alone says the rest of a name; without a rest the only column of figures. NULL if none or several do. */
static const struct table_column *column_of(struct fx *x, const struct table_found *t, struct phrase rest)
{
	const struct table_column *found = NULL;
	size_t n = 0;
	for (size_t c = 0; c < t->columns_n; c++) {
		const struct plan_field *p = t->columns[c].field;
		if (!p || !is_total_type(p->type) || (rest.n && !property_is(x, rest, p)))
			continue;
		found = &t->columns[c];
		n++;
	}
	return n == 1 ? found : NULL;
}

/* Tokens of the field's name that the label of a line does not say; false unless the name says the whole label, two words and more. */
static bool without_label(struct fx *x, struct phrase name, uint32_t line, struct phrase *rest)
{
	const struct view_seg *g = &x->v->segs[x->v->lines[line].seg];
	struct phrase label = fx_phrase(x, g->word, g->words);
	uint32_t *left = ARENA_ARRAY(x->a, name.n, uint32_t);
	size_t n = 0;
	for (size_t i = 0; i < label.n; i++)
		if (!phrase_has(name, label.tokens[i]))
			return false;
	for (size_t i = 0; left && i < name.n; i++)
		if (!phrase_has(label, name.tokens[i]))
			left[n++] = name.tokens[i];
	*rest = (struct phrase){ left, n };
	return left && label.n >= 2;
}

/* A row of sums whose label, with the column, says the field's name. */
static void total_row(struct fx *x, uint32_t field)
{
	for (size_t i = 0; i < x->map->tables_n; i++) {
		const struct table_found *t = &x->map->tables[i];
		for (size_t k = 0; k < t->totals_n; k++) {
			struct table_found one = *t;
			struct phrase rest;
			if (t->totals[k] < x->line0 || t->totals[k] >= x->line1 || !without_label(x, x->plan->fields[field].name, t->totals[k], &rest))
				continue;
			const struct table_column *c = column_of(x, t, rest);
			one.totals = &t->totals[k];
			one.totals_n = 1;
			if (c)
				total_offer(x, field, &one, c, SIM_EXACT);
		}
	}
}

/* The property whose sum a field is: the column that says so, if one alone does. */
static void total_field(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	uint32_t rest[NAME_MOST];
	size_t n = without_total(x, f->name, rest);
	if (!n)
		return;
	for (size_t i = 0; i < x->map->tables_n; i++) {
		const struct table_found *t = &x->map->tables[i];
		const struct table_column *exact = NULL, *like = NULL;
		size_t likes = 0;
		for (size_t c = 0; c < t->columns_n && t->totals_n; c++) {
			const struct plan_field *p = t->columns[c].field;
			if (!p || !is_total_type(p->type))
				continue;
			if (phrase_same((struct phrase){ rest, n }, p->name))
				exact = &t->columns[c];
			else if (property_is(x, (struct phrase){ rest, n }, p)) {
				like = &t->columns[c];
				likes++;
			}
		}
		if (exact || likes == 1)
			total_offer(x, field, t, exact ? exact : like, exact ? SIM_EXACT : SIM_TOTAL);
	}
}

void totals_search(struct fx *x)
{
	for (uint32_t f = 0; f < x->plan->fields_n && x->map; f++)
		if (is_total_type(x->plan->fields[f].type)) {
			total_field(x, f);
			total_row(x, f);
		}
}
