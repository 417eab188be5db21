/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The unit of figures that do not carry it: it stands in brackets in the header of their column, or in the label before
 * them: "Weight (kg)"; or in a row of units below the header.
 */
#include "extract/record.h"

#define UNIT_BYTES 8
#define SCORE_UNIT 820

bool field_is_unit(const struct table_ctx *x, const struct plan_field *f)
{
	return f->type == VALUE_TEXT && f->name.n && f->name.tokens[f->name.n - 1] == token_named(x->in, "unit");
}

static bool is_figure(const struct plan_field *f)
{
	return f->type == VALUE_NUMBER || f->type == VALUE_INTEGER;
}

struct found unit_in_words(struct table_ctx *x, const uint32_t *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str w = x->v->words[words[i]].text;
		const char *end = w.n > 2 && (w.p[0] == '(' || w.p[0] == '[') ? memchr(w.p, w.p[0] == '(' ? ')' : ']', w.n) : NULL;
		size_t cut = end ? (size_t)(w.p + w.n - end) : 0;
		if (!end || end == w.p + 1 || cut > 2 || w.n - cut - 1 > UNIT_BYTES || str_has_digit((struct str){ w.p + 1, 1 }))
			continue;
		uint32_t *ids = ARENA_ARRAY(x->a, 1, uint32_t);
		if (ids)
			ids[0] = words[i];
		return (struct found){ .words = ids, .n = ids ? 1 : 0, .skip = 1, .cut = (uint16_t)cut, .score = SCORE_UNIT, .inherited = true };
	}
	return (struct found){ 0 };
}

/* The units of figures in a row of their own, right below the header: one short word each, above most figures. */
void units_row_mark(const struct table_ctx *x, struct table *t)
{
	for (size_t i = 0; i < t->rows_n; i++) {
		struct row *r = &t->rows[i];
		if (r->role == ROW_HEADER)
			continue;
		if (r->role != ROW_BODY || r->record || r->typed || (r->fill & ~t->keys) || bits64(r->fill) * 2 < bits64(t->keys) || bits64(r->fill) < 2)
			return;
		for (size_t c = 0; c < t->cols_n; c++) {
			const struct cell *k = &r->cells[c];
			struct str w = k->words ? x->v->words[k->word].text : STR("");
			if (k->words > 1 || w.n > UNIT_BYTES || (w.n && w.p[0] >= '0' && w.p[0] <= '9'))
				return;
		}
		r->role = ROW_NOTE;
		t->units = i + 1;
		return;
	}
}

static struct found unit_of_row(struct table_ctx *x, const struct table *t, size_t col)
{
	const struct cell *c = t->units ? &t->rows[t->units - 1].cells[col] : NULL;
	uint32_t *ids = c && c->words ? ARENA_ARRAY(x->a, 1, uint32_t) : NULL;
	if (!ids)
		return (struct found){ 0 };
	ids[0] = c->word;
	struct str w = x->v->words[c->word].text;
	bool bracket = w.n > 2 && w.p[0] == '(' && w.p[w.n - 1] == ')';
	return (struct found){ .words = ids, .n = 1, .skip = bracket, .cut = bracket, .score = SCORE_UNIT, .inherited = true };
}

int unit_figure(const struct table_ctx *x, const struct plan_array *a, size_t unit)
{
	int best = -1;
	size_t most = 0, figures = 0;
	for (size_t f = 0; f < a->fields_n && field_is_unit(x, &a->fields[unit]); f++) {
		size_t shared = is_figure(&a->fields[f]) ? tokens_shared(a->fields[unit].name, a->fields[f].name) : 0;
		figures += is_figure(&a->fields[f]);
		if (is_figure(&a->fields[f]) && (shared > most || (best < 0 && a->fields[unit].name.n == 1))) {
			best = (int)f;
			most = shared;
		}
	}
	return a->fields[unit].name.n > 1 || figures == 1 ? best : -1;
}

void records_units(struct table_ctx *x, const struct plan_array *a, const struct table *t, struct records *r)
{
	for (size_t u = 0; u < a->fields_n; u++) {
		int f = unit_figure(x, a, u);
		struct found unit = { 0 };
		for (size_t c = 0; f >= 0 && c < t->cols_n && !unit.n; c++)
			if (t->cols[c].field >= 0 && t->props->items[t->cols[c].field].field == &a->fields[f])
				unit = t->units ? unit_of_row(x, t, c) : unit_in_words(x, t->cols[c].head, t->cols[c].head_n);
		for (size_t i = 0; unit.n && i < r->n; i++)
			if (!r->items[i].cell[u].n && r->items[i].cell[f].n)
				r->items[i].cell[u] = unit;
	}
}
