/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

/*
 * The currency of records that do not name it in a column of its own: it stands beside their amounts, in the header of
 * those ("Amount (EUR)"), or it is the only one of the document ("All amounts in USD").
 */
#define SCORE_BESIDE 900
#define SCORE_HEADER 860
#define SCORE_ONLY 640

static bool is_amount(const struct plan_field *f)
{
	return f->type == VALUE_MONEY || f->type == VALUE_NUMBER || f->type == VALUE_INTEGER;
}

/* The code that a span names, empty if it names none for sure. */
static struct str span_code(const struct span *s)
{
	if (s->type == SPAN_CURRENCY)
		return s->canon;
	return s->type == SPAN_MONEY ? s->extra : (struct str){ NULL, 0 };
}

static struct found currency_of(struct table_ctx *x, const struct span *s, int score)
{
	uint32_t *words = ARENA_ARRAY(x->a, s->words, uint32_t);
	for (uint32_t i = 0; words && i < s->words; i++)
		words[i] = s->word + i;
	return (struct found){ .words = words, .n = words ? s->words : 0, .skip = s->skip, .cut = s->cut, .canon = span_code(s), .score = score };
}

/* A currency among words [word, end) of one segment; the sign alone before the amount with it. NULL if there is none, or two. */
static const struct span *currency_in(const struct table_ctx *x, uint32_t word, uint32_t end)
{
	uint32_t seg = x->v->words[word].seg;
	const struct span *best = NULL;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (!span_code(s).n || s->word < word || s->word + s->words > end)
			continue;
		if (best && !str_eq(span_code(best), span_code(s)))
			return NULL;
		best = !best || s->type == SPAN_CURRENCY ? s : best;
	}
	return best;
}

/* Beside the amounts of one record: in their words, or next to them in the same piece. */
static const struct span *currency_beside(struct table_ctx *x, const struct plan_array *a, const struct record *r)
{
	for (size_t f = 0; f < a->fields_n; f++) {
		const struct found *v = &r->cell[f];
		if (!is_amount(&a->fields[f]) || !v->n)
			continue;
		uint32_t first = v->words[0], last = v->words[v->n - 1], seg = x->v->words[first].seg;
		uint32_t start = x->v->segs[seg].word, end = start + x->v->segs[seg].words;
		if (x->v->words[last].seg != seg)
			continue;
		const struct span *s = currency_in(x, first > start ? first - 1 : first, last + 1 < end ? last + 2 : last + 1);
		if (s)
			return s;
	}
	return NULL;
}

/* In the headers of the columns of amounts; NULL if they name none, or several. */
static const struct span *currency_above(struct table_ctx *x, const struct table *t)
{
	const struct span *best = NULL;
	for (size_t c = 0; t && c < t->cols_n; c++) {
		const struct column *k = &t->cols[c];
		if (k->field < 0 || !is_amount(t->props->items[k->field].field))
			continue;
		for (size_t i = 0; i < k->head_n; i++) {
			const struct span *s = currency_in(x, k->head[i], k->head[i] + 1);
			if (s && best && !str_eq(span_code(best), span_code(s)))
				return NULL;
			best = s ? s : best;
		}
	}
	return best;
}

/* The only currency that the document names; a plain mention rather than one with an amount. */
static const struct span *currency_only(const struct table_ctx *x)
{
	const struct span *best = NULL;
	for (uint32_t i = 0; i < x->sp->n; i++) {
		const struct span *s = &x->sp->items[i];
		if (!span_code(s).n)
			continue;
		if (best && !str_eq(span_code(best), span_code(s)))
			return NULL;
		if (!best || (s->type == SPAN_CURRENCY && best->type != SPAN_CURRENCY))
			best = s;
	}
	return best;
}

static bool has_amount(const struct plan_array *a, const struct record *r)
{
	for (size_t f = 0; f < a->fields_n; f++)
		if (is_amount(&a->fields[f]) && r->cell[f].n)
			return true;
	return false;
}

void records_currency(struct table_ctx *x, const struct plan_array *a, const struct table *t, struct records *r)
{
	size_t q = 0, given = 0;
	while (q < a->fields_n && a->fields[q].type != VALUE_CURRENCY)
		q++;
	for (size_t i = 0; q < a->fields_n && i < r->n; i++) {
		const struct span *s = r->items[i].cell[q].n ? NULL : currency_beside(x, a, &r->items[i]);
		if (s)
			r->items[i].cell[q] = currency_of(x, s, SCORE_BESIDE);
		given += r->items[i].cell[q].n > 0;
	}
	if (q == a->fields_n || given || !r->n)
		return;
	const struct span *above = currency_above(x, t), *s = above ? above : currency_only(x);
	for (size_t i = 0; s && i < r->n; i++) {
		if (!has_amount(a, &r->items[i]))
			continue;
		r->items[i].cell[q] = currency_of(x, s, above ? SCORE_HEADER : SCORE_ONLY);
		r->items[i].cell[q].inherited = true;
	}
}
