/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-paid - the total of a slip by what was paid:
 *
 *     TOTAL EXCL. GST        28.11
 *     ADD GST @ 6 %           1.69
 *                            29.80   = 50.00 - 20.20, whatever its label
 *     CASH                   50.00
 *     CHANGE                 20.20
 *
 * Words are compared by the shapes of their letters, as recognition of print
 * confuses them: "Tota1", "TOTAI".
 */
#include "extract/field-private.h"

enum { SIM_PROVEN = 960, SIM_LAST = 800, GEOMETRY = 950, COST_PROVEN = 200, COST_LAST = 100, NONE = -1 };

enum kind { KIND_OTHER, KIND_TOTAL, KIND_PART, KIND_PAID, KIND_CHANGE };

struct entry { /* a line with an amount */
	enum kind kind;
	int64_t cents;
	const struct span *amount;
};

/* ---- words */

/* Letters that print alike become one: 1 l i ! |, 0 o, 5 s $, 8 b. Returns the length; what is no letter then is left out. */
static size_t shape_of(struct str t, char *out, size_t size)
{
	static const char from[] = "1i!|05$8", to[] = "llllossb";
	size_t n = 0;
	for (size_t i = 0; i < t.n && n < size; i++) {
		char c = t.p[i] >= 'A' && t.p[i] <= 'Z' ? (char)(t.p[i] | 32) : t.p[i];
		const char *at = strchr(from, c);
		c = at ? to[at - from] : c;
		if (c >= 'a' && c <= 'z')
			out[n++] = c;
	}
	return n;
}

static bool is_one_of(struct str t, const char *const *words, size_t n)
{
	char shape[24], other[24];
	size_t k = shape_of(t, shape, sizeof shape);
	for (size_t i = 0; i < n; i++)
		if (k > 0 && shape_of(str_from(words[i]), other, sizeof other) == k && memcmp(shape, other, k) == 0)
			return true;
	return false;
}
#define IS_ONE_OF(t, words) is_one_of(t, words, sizeof(words) / sizeof *(words))

static const char *const totals[] = { "total", "totaal", "totale", "summe", "gesamt", "suma", "due", "payable", "balance", "betrag" };
static const char *const parts[] = { "sub", "subtotal", "excl", "excluding", "exclusive", "net", "netto", "qty", "quantity", "item",
	"items", "discount", "saving", "savings", "rounding", "points", "tax", "gst", "vat", "mwst", "tva", "iva", "btw" };
static const char *const inclusive[] = { "incl", "inclusive", "including", "inkl", "rounded", "inc" };
static const char *const paid[] = { "cash", "tendered", "paid", "payment", "card", "visa", "mastercard", "debit", "credit", "amex", "bar",
	"gegeben", "efectivo", "especes", "contant", "tarjeta", "eftpos", "tender", "received" };
static const char *const change[] = { "change", "ruckgeld", "rueckgeld", "wechselgeld", "cambio", "rendu", "wisselgeld", "reszta", "troco" };

static enum kind kind_of(const struct fx *x, const struct view_line *l)
{
	bool total = false, part = false, whole = false, pays = false;
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		struct str t = x->v->words[w].text;
		if (IS_ONE_OF(t, change))
			return KIND_CHANGE;
		total |= IS_ONE_OF(t, totals);
		part |= IS_ONE_OF(t, parts);
		whole |= IS_ONE_OF(t, inclusive);
		pays |= IS_ONE_OF(t, paid);
	}
	return pays && !total ? KIND_PAID : total && (whole || !part) ? KIND_TOTAL : total || part ? KIND_PART : KIND_OTHER;
}

/* ---- amounts */

/* Hundredths of a number as written; NONE if it is no amount of money. */
static int64_t cents_of(struct str canon)
{
	int64_t v = 0;
	int decimals = NONE;
	for (size_t i = 0; i < canon.n; i++) {
		char c = canon.p[i];
		if (c == '.' && decimals == NONE)
			decimals = 0;
		else if (c < '0' || c > '9' || v > INT64_MAX / 100)
			return NONE;
		else {
			v = v * 10 + (c - '0');
			decimals += decimals != NONE;
		}
	}
	return decimals == 2 ? v : NONE;
}

/* The last amount of a line. */
static bool amount_of(const struct fx *x, const struct view_line *l, struct entry *out)
{
	out->amount = NULL;
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
		for (uint32_t i = x->sp->by_seg[s]; i < x->sp->by_seg[s + 1]; i++) {
			const struct span *p = &x->sp->items[i];
			bool money = p->type == SPAN_MONEY || p->type == SPAN_NUMBER;
			if (money && cents_of(p->canon) != NONE && (!out->amount || p->word >= out->amount->word))
				out->amount = p;
		}
	if (out->amount)
		out->cents = cents_of(out->amount->canon);
	return out->amount != NULL;
}

/* ---- the slip */

enum { MOST = 400 };

struct slip {
	struct entry rows[MOST];
	int n, paid, change, total; /* the first of what was paid after a total, the change after that, the last total before: rows or NONE */
};

static void slip_read(const struct fx *x, struct slip *s)
{
	s->n = 0;
	s->paid = s->change = s->total = NONE;
	for (uint32_t l = x->line0; l < x->line1 && s->n < MOST; l++) {
		struct entry *e = &s->rows[s->n];
		e->kind = kind_of(x, &x->v->lines[l]);
		if (!amount_of(x, &x->v->lines[l], e))
			continue;
		if (e->kind == KIND_TOTAL && s->paid == NONE)
			s->total = s->n;
		if (e->kind == KIND_PAID && s->paid == NONE && s->n > 0)
			s->paid = s->n;
		if (e->kind == KIND_CHANGE && s->paid != NONE && s->change == NONE)
			s->change = s->n;
		s->n++;
	}
}

/* The row before what was paid that is just what was kept of it; a total rather than others. */
static int proven(const struct slip *s)
{
	int best = NONE;
	if (s->paid == NONE)
		return NONE;
	int64_t kept = s->rows[s->paid].cents - (s->change == NONE ? 0 : s->rows[s->change].cents);
	for (int i = 0; i < s->paid; i++) {
		bool better = best == NONE || s->rows[i].kind == KIND_TOTAL || s->rows[best].kind != KIND_TOTAL;
		if (s->rows[i].cents == kept && kept > 0 && better)
			best = i;
	}
	return best;
}

static bool wants_total(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "total", "grand", "amount", "due", "payable", "sum", "final", "overall" };
	return (f->type == VALUE_MONEY || f->type == VALUE_NUMBER) && NAME_WITHIN(x, f, words) && phrase_has(f->name, token_named(x->in, "total"));
}

/* Offer the amount; what labels say of others weighs less. */
static void put(struct fx *x, uint32_t field, const struct entry *e, int sim, int cost)
{
	struct cand_list all = x->cands[field];
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		struct cand c = all.items[i];
		c.score -= c.span && cents_of(c.span->canon) == e->cents ? 0 : cost;
		c.value.score = c.score;
		cand_add(x, field, c);
	}
	cand_put(x, field, span_words(x, e->amount), sim, GEOMETRY, 1000, e->amount);
}

/* ---- what is no part of the total */

static bool wants_subtotal(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "sub", "subtotal", "total", "amount" };
	if ((f->type != VALUE_MONEY && f->type != VALUE_NUMBER) || !NAME_WITHIN(x, f, words))
		return false;
	return phrase_has(f->name, token_named(x->in, "sub")) || phrase_has(f->name, token_named(x->in, "subtotal"));
}

/* The largest amount that a line calls a total, and nothing else. */
static int64_t largest_total(const struct fx *x)
{
	int64_t most = NONE;
	struct entry e;
	for (uint32_t l = x->line0; l < x->line1; l++)
		if (kind_of(x, &x->v->lines[l]) == KIND_TOTAL && amount_of(x, &x->v->lines[l], &e) && e.cents > most)
			most = e.cents;
	return most;
}

/* Where no subtotal is printed, the total is none: its line is no answer. */
static void refuse_total(struct fx *x, uint32_t field)
{
	struct cand_list all = x->cands[field];
	int64_t most = all.n ? largest_total(x) : NONE;
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		const struct span *s = all.items[i].span;
		bool total = s && cents_of(s->canon) == most && kind_of(x, &x->v->lines[x->v->words[s->word].line]) == KIND_TOTAL;
		if (most == NONE || !total)
			cand_add(x, field, all.items[i]);
	}
}

void paid_field(struct fx *x, uint32_t field)
{
	if (wants_subtotal(x, &x->plan->fields[field])) {
		refuse_total(x, field);
		return;
	}
	struct slip *s = wants_total(x, &x->plan->fields[field]) ? arena_alloc(x->a, sizeof *s) : NULL;
	if (!s)
		return;
	slip_read(x, s);
	int row = proven(s);
	if (row != NONE)
		put(x, field, &s->rows[row], SIM_PROVEN, COST_PROVEN);
	else if (s->paid != NONE && s->total != NONE)
		put(x, field, &s->rows[s->total], SIM_LAST, COST_LAST);
}
