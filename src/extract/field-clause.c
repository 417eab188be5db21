/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-clause - sentences about a field that they do not name as a label would:
 *
 *   Tenant shall restore the Deposit within 30 days    holds the words of
 *                                                      tenant_deposit_restoration_period
 *
 * A sentence that says all of one field's name is not about a field that asks for less.
 */
#include "extract/field-prose.h"
#include "layout/locale.h"

enum { SIM_OVERLAP = 480, OVERLAP_MOST = 300, OVERLAP_LEAST = 600, BONUS_CUE = 60, COST_FAR = 8, FAR = 20, JOINED = 10, COST_OTHER = 120, SIM_DEFINED = 930 /* of a party that the sentence defines: its number and address stand there, too */ };

/* Position of a word of the sentence that says the token; UINT32_MAX if none does. */
static uint32_t said_at(struct fx *x, const struct sentence *s, uint32_t token)
{
	for (uint32_t i = 0; i < s->n; i++) {
		struct phrase *p = fx_word(x, s->word[i]);
		for (size_t k = 0; k < p->n; k++)
			if (tokens_akin(x, token, p->tokens[k]))
				return i;
	}
	return UINT32_MAX;
}

static bool is_kind_word(const struct fx *x, uint32_t token)
{
	static const char *const words[] = { "period", "amount", "rate", "percent", "date", "day", "value", "number", "term", "delay",
		"deadline", "time", "total", "sum", "multiple", "second", "minute", "hour", "week", "month", "year" }; /* units are said by the value */
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token == token_named(x->in, words[i]))
			return true;
	return (token_flags(x->in, token) & TOKEN_STOP) != 0;
}

int clause_overlap(struct fx *x, const struct sentence *s, const struct plan_field *f, uint32_t *where, uint32_t *n)
{
	int all = 0, said = 0;
	*n = 0;
	for (size_t k = 0; k < f->name.n; k++) {
		if (is_kind_word(x, f->name.tokens[k]))
			continue;
		uint32_t at = said_at(x, s, f->name.tokens[k]);
		all++;
		if (at == UINT32_MAX)
			continue;
		said++;
		where[(*n)++] = at;
	}
	return all ? said * 1000 / all : 0;
}

/* "within 30 days", "shall not exceed 10%": a bound or an amount is told. */
static bool cue_before(const struct fx *x, const struct sentence *s, uint32_t at)
{
	static const char *const words[] = { "within", "exceed", "exceed:", "than", "least", "of", "to", "innerhalb", "binnen", "dans", "dentro",
		"entro", "represents", "equals" };
	return at && STR_ONE_OF(text_at(x, s, at - 1), words);
}

static struct str bare_word(struct str w)
{
	while (w.n && strchr(",.;:)'", w.p[w.n - 1]))
		w.n--;
	return w;
}

/* "… of thirty | days": a line ends between a number and its unit, where no reading of one line sees them together. */
static bool wraps_period(const struct fx *x, const struct sentence *s, uint32_t i)
{
	char number[32], unit[32];
	if (i + 1 >= s->n || x->v->words[s->word[i]].line == x->v->words[s->word[i + 1]].line)
		return false;
	struct str n = locale_fold(text_at(x, s, i), number, sizeof number), u = locale_fold(bare_word(text_at(x, s, i + 1)), unit, sizeof unit);
	size_t digits = 0;
	while (digits < n.n && n.p[digits] >= '0' && n.p[digits] <= '9')
		digits++;
	return (digits == n.n || locale_number(n)) && n.n && u.n > 2 && locale_unit(u) >= 0;
}

bool joined_between(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++)
		if (word_joins(text_at(x, s, i)))
			return true;
	return false;
}

static uint32_t nearest(const struct fx *x, const struct sentence *s, const uint32_t *where, uint32_t n, uint32_t at)
{
	uint32_t far = FAR;
	for (uint32_t w = 0; w < n; w++) {
		bool behind = where[w] > at;
		uint32_t d = behind ? where[w] - at : at - where[w];
		if (d < far && behind && joined_between(x, s, at, where[w]))
			d += JOINED;
		far = d < far ? d : far;
	}
	return far;
}

static int overlap_sim(const struct fx *x, const struct sentence *s, int share, uint32_t at, uint32_t far)
{
	return SIM_OVERLAP + OVERLAP_MOST * share / 1000 - COST_FAR * (int)far + (cue_before(x, s, at) ? BONUS_CUE : 0);
}

static void field_wraps(struct fx *x, const struct sentence *s, uint32_t field, int share, const uint32_t *where, uint32_t n)
{
	for (uint32_t i = 0; wants_period(x, &x->plan->fields[field]) && i < s->n; i++) {
		if (!wraps_period(x, s, i))
			continue;
		struct found v = sentence_words(x, s, i, i + 2);
		struct str last = text_at(x, s, i + 1);
		v.cut = (uint16_t)(last.n - bare_word(last).n);
		clause_offer(x, s, i, field, v, overlap_sim(x, s, share, i, nearest(x, s, where, n, i)), 800, NULL);
	}
}

static void field_spans(struct fx *x, const struct sentence *s, uint32_t field, int share, const uint32_t *where, uint32_t n)
{
	uint32_t seg = VIEW_NONE;
	for (uint32_t i = 0; i < s->n; i++) {
		if (x->v->words[s->word[i]].seg == seg)
			continue;
		seg = x->v->words[s->word[i]].seg;
		for (uint32_t k = x->sp->by_seg[seg]; k < x->sp->by_seg[seg + 1]; k++) {
			const struct span *sp = &x->sp->items[k];
			uint32_t at = sentence_place(s, sp->word);
			struct cand c = { 0 };
			if (at == UINT32_MAX || is_clause_number(x, sp))
				continue;
			int quality = span_suits(x, field, sp, &c);
			if (quality)
				clause_offer(x, s, at, field, c.value, overlap_sim(x, s, share, at, nearest(x, s, where, n, at)), quality, c.span);
		}
	}
}

static size_t heavy_words(const struct fx *x, const struct plan_field *f)
{
	size_t n = 0;
	for (size_t i = 0; i < f->name.n; i++)
		n += !is_kind_word(x, f->name.tokens[i]);
	return n;
}

static bool takes_number(const struct fx *x, const struct plan_field *f)
{
	return !takes_text(f) || takes_figure(x, f);
}

struct asking { /* what is asked of a field over and over when fields are held against each other */
	size_t heavy; /* words of its name that are no kinds of values */
	bool number;
};

/*
 * Does g ask for all that f asks for and more? Then a sentence that says it is about g; but the delivery_port is in the way of no
 * delivery_period.
 */
static bool asks_more(const struct fx *x, uint32_t more, uint32_t less, const struct asking *a)
{
	const struct plan_field *g = &x->plan->fields[more], *f = &x->plan->fields[less];
	if (a[more].number != a[less].number || (g->name.n <= f->name.n && !(a[less].heavy && a[more].heavy > a[less].heavy)))
		return false;
	for (size_t i = 0; i < f->name.n; i++)
		if (!phrase_has(g->name, f->name.tokens[i]) && !is_kind_word(x, f->name.tokens[i]))
			return false;
	return true;
}

static bool starts_in(const struct sentence *s, const struct cand *c)
{
	return c->value.n && sentence_place(s, c->value.words[0]) != UINT32_MAX;
}

/* Lower what field f found in a sentence about another field. */
static void field_yield(struct fx *x, const struct sentence *s, uint32_t f)
{
	struct cand_list all = x->cands[f];
	x->cands[f] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		struct cand c = all.items[i];
		if (starts_in(s, &c) && c.rel == REL_IN && c.sim < SIM_DEFINED)
			c.score -= COST_OTHER;
		c.value.score = c.score;
		cand_add(x, f, c);
	}
}

struct yield { /* a sentence that says all of field more is not about field less */
	uint32_t more, less;
};

bool clause_prepare(struct fx *x)
{
	uint32_t n = (uint32_t)x->plan->fields_n;
	struct asking *a = ARENA_ARRAY(x->a, n + 1, struct asking);
	if (!a)
		return false;
	for (uint32_t f = 0; f < n; f++)
		a[f] = (struct asking){ heavy_words(x, &x->plan->fields[f]), takes_number(x, &x->plan->fields[f]) };
	for (int pass = 0; pass < 2; pass++) {
		x->yields_n = 0;
		for (uint32_t g = 0; g < n; g++)
			for (uint32_t f = 0; f < n; f++) {
				if (f == g || !asks_more(x, g, f, a))
					continue;
				if (pass)
					x->yields[x->yields_n] = (struct yield){ g, f };
				x->yields_n++;
			}
		if (!pass && !(x->yields = ARENA_ARRAY(x->a, x->yields_n + 1, struct yield)))
			return false;
	}
	return true;
}

static void others_yield(struct fx *x, const struct sentence *s)
{
	uint32_t where[PHRASE_TOKENS], n;
	for (uint32_t i = 0, next; i < x->yields_n; i = next) {
		const struct plan_field *p = &x->plan->fields[x->yields[i].more];
		for (next = i + 1; next < x->yields_n && x->yields[next].more == x->yields[i].more; next++)
			;
		if (p->name.n > PHRASE_TOKENS || clause_overlap(x, s, p, where, &n) < 1000)
			continue;
		for (uint32_t k = i; k < next; k++)
			field_yield(x, s, x->yields[k].less);
	}
}

/* "Cook for five minutes, stirring": what a step takes is no cook_time unless it is called a time. */
static bool time_unsaid(struct fx *x, const struct sentence *s, const struct plan_field *f)
{
	uint32_t time = token_named(x->in, "time");
	return f->type == VALUE_DURATION && phrase_has(f->name, time) && said_at(x, s, time) == UINT32_MAX;
}

static void overlap_search(struct fx *x, const struct sentence *s)
{
	uint32_t where[PHRASE_TOKENS], n;
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		int share = prose_open(x, f) && x->plan->fields[f].name.n <= PHRASE_TOKENS ? clause_overlap(x, s, &x->plan->fields[f], where, &n) : 0;
		if (share < OVERLAP_LEAST || time_unsaid(x, s, &x->plan->fields[f]))
			continue;
		field_spans(x, s, f, share, where, n);
		field_wraps(x, s, f, share, where, n);
	}
}

void clause_search(struct fx *x, const struct sentence *s)
{
	cues_search(x, s);
	overlap_search(x, s);
	others_yield(x, s);
}
