/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-assign - at most one value a field; one place serves one field, unless a
 * second label names it all but exactly. Then what must agree is made to agree.
 */
#include "extract/field-prose.h"

#define SHARED_SIM 930 /* engine.md section 6: a second field may have the place from this label similarity on */
#define SHARED_SUM 800 /* and a sum that found no other, from this */

enum { COVER_LINES = 70, COVER_SURE = 700, COST_ELSEWHERE = 200 };

struct choice {
	int *pick;            /* per field: index into its candidates, -1 none */
};

/* Do two values claim the same words? Different kinds of reading of one place do not clash (a date and its year). */
static bool overlap(const struct found *a, const struct found *b)
{
	if (a->mark || b->mark)
		return a->mark == b->mark;
	if (a->fact || b->fact)
		return a->fact == b->fact;
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (a->words[i] == b->words[k])
				return !(a->n == 1 && b->n == 1 && (a->skip || a->cut || b->skip || b->cut) &&
					 (a->skip != b->skip || a->cut != b->cut));
	return false;
}

bool fields_contend(const struct fx *x, uint32_t f)
{
	enum value_type t = x->plan->fields[f].type;
	return t != VALUE_CURRENCY && t != VALUE_ADDRESS && !asks_clause(&x->plan->fields[f]); /* the sign beside an amount, the street inside an address */
}

bool fields_clash(const struct fx *x, uint32_t f, const struct cand *c, uint32_t g, const struct cand *d)
{
	const struct plan_field *p = &x->plan->fields[f], *q = &x->plan->fields[g];
	if (!fields_contend(x, f) || !fields_contend(x, g) || !overlap(&c->value, &d->value))
		return false;
	if (p->pair == q && p->pair)
		return !(c->span && (c->span->type == SPAN_DATE_RANGE || c->span->type == SPAN_NUMBER_RANGE));
	bool first = c->score <= d->score; /* yields; and so does what has a better label of its own, if a blank one */
	return (first ? c : d)->sim < SHARED_SIM || (first ? c : d)->sim < x->blank[first ? f : g];
}

bool fields_share(const struct fx *x, uint32_t f, const struct cand *c, uint32_t g, const struct cand *d)
{
	const struct plan_field *p = &x->plan->fields[f];
	return p->pair != &x->plan->fields[g] && fields_contend(x, f) && fields_contend(x, g) && overlap(&c->value, &d->value);
}

static bool is_free(const struct fx *x, const struct choice *ch, uint32_t f, const struct cand *c)
{
	for (uint32_t g = 0; g < x->plan->fields_n; g++)
		if (g != f && ch->pick[g] >= 0 && fields_clash(x, f, c, g, &x->cands[g].items[ch->pick[g]]))
			return false;
	return true;
}

/* What nobody contends for, and what is left: highest score first; ties go to the earlier field, then to the earlier place (the lists are in that order). */
static void assign_greedy(struct fx *x, struct choice *ch, uint32_t *next)
{
	for (;;) {
		uint32_t best = UINT32_MAX;
		for (uint32_t f = 0; f < x->plan->fields_n; f++) {
			const struct cand_list *l = &x->cands[f];
			if (ch->pick[f] >= 0 || next[f] >= l->n || l->items[next[f]].score < FIELD_TAKES)
				continue;
			if (best == UINT32_MAX || l->items[next[f]].score > x->cands[best].items[next[best]].score)
				best = f;
		}
		if (best == UINT32_MAX)
			return;
		if (is_free(x, ch, best, &x->cands[best].items[next[best]]))
			ch->pick[best] = (int)next[best];
		else
			next[best]++;
	}
}

/* ---- labels of records */

#define REPEATED 3    /* a label with this many different values labels records, not the document */
#define COST_REPEATED 200
#define CLEAR_LEAD 30     /* of a value from sentences, whose words are no label, over the others of its paragraph, */
#define FAR_LEAD 40       /* of a figure over those of others */
#define COST_REPEATED_FIRST 60 /* the first of them may still be the document's own: statements come before their notes */
#define SIM_EXACT 990     /* if no more of a figure than its own name is its label, it is */

static bool same_value(const struct fx *x, const struct cand *a, const struct cand *b)
{
	if (a->value.canon.n && b->value.canon.n)
		return str_eq(a->value.canon, b->value.canon);
	if (a->value.n != b->value.n)
		return false;
	for (size_t i = 0; i < a->value.n; i++)
		if (!str_eq(x->v->words[a->value.words[i]].text, x->v->words[b->value.words[i]].text))
			return false;
	return true;
}

static bool same_block(const struct fx *x, const struct cand *a, const struct cand *b)
{
	return a->value.n && b->value.n && x->v->segs[x->v->words[a->value.words[0]].seg].block == x->v->segs[x->v->words[b->value.words[0]].seg].block;
}

static void cands_sort(struct cand_list *l)
{
	for (uint32_t i = 1; i < l->n; i++) /* stable */
		for (uint32_t k = i; k && l->items[k].score > l->items[k - 1].score; k--) {
			struct cand c = l->items[k];
			l->items[k] = l->items[k - 1];
			l->items[k - 1] = c;
		}
}

static void weigh_repeated(struct fx *x, uint32_t f)
{
	struct cand_list *l = &x->cands[f];
	int *cost = ARENA_ARRAY(x->a, l->n, int);
	bool figure = value_is_figure(x->plan->fields[f].type) || x->plan->fields[f].type == VALUE_PERCENT || x->plan->fields[f].type == VALUE_DURATION || takes_figure(x, &x->plan->fields[f]);
	for (uint32_t i = 0; cost && i < l->n; i++) {
		const struct cand *c = &l->items[i];
		uint32_t different = 1;
		bool earliest = true;
		for (uint32_t k = 0; k < l->n && c->labels; k++) {
			const struct cand *d = &l->items[k];
			if (!c->label_phrase.n && d->score + (figure && !same_block(x, c, d) ? FAR_LEAD : CLEAR_LEAD) < c->score && (figure || same_block(x, c, d)))
				continue; /* of what sentences say, the weak does not make the strong doubtful */
			if (d->labels && d->label < c->label && phrase_same(d->label_phrase, c->label_phrase))
				earliest = false;
			bool first = d->labels && d->label != c->label && phrase_same(d->label_phrase, c->label_phrase) &&
				     d->rel == c->rel && !same_value(x, c, d);
			for (uint32_t j = 0; first && j < k; j++)
				first = !(l->items[j].labels && l->items[j].label != c->label && same_value(x, &l->items[j], d));
			different += first;
		}
		cost[i] = different < REPEATED || (earliest && figure && c->sim >= SIM_EXACT) ? 0 : earliest ? COST_REPEATED_FIRST : COST_REPEATED;
	}
	for (uint32_t i = 0; cost && i < l->n; i++)
		l->items[i].score -= cost[i];
	cands_sort(l);
}

/* ---- places left blank */

#define COST_BLANK 300 /* for the value of another label than the one that is left blank, */
#define COST_BLANK_TYPED 150 /* less if it is just what the field asks for */
#define BLANK_SURE 850 /* so well it must suit to speak against what is known by its place */
#define BLANK_NEARER 50 /* so much better the blank label must suit */

/* "Name  Hagedorn   Account holder (if another)  ____": the name is not the other account holder's. */
static void weigh_blank(struct fx *x, uint32_t f)
{
	struct cand_list *l = &x->cands[f];
	const struct plan_field *p = &x->plan->fields[f];
	bool titled = phrase_has(p->name, token_named(x->in, "title")); /* a page has its title whatever a form on it asks for */
	for (uint32_t i = 0; i < l->n; i++)
		if (l->items[i].labels && l->items[i].sim + BLANK_NEARER >= x->blank[f])
			return; /* a label as good is filled in elsewhere */
	for (uint32_t i = 0; i < l->n; i++) {
		bool placed = !titled && l->items[i].rel == REL_FREE && value_is_text(p->type) && x->blank[f] >= BLANK_SURE;
		if (placed || (l->items[i].labels && l->items[i].sim + BLANK_NEARER < x->blank[f]))
			l->items[i].score -= l->items[i].span ? COST_BLANK_TYPED : COST_BLANK;
	}
	cands_sort(l);
}

static bool on_cover(const struct fx *x, const struct cand *c)
{
	const struct view_word *w = &x->v->words[c->value.words[0]];
	return w->page == x->scope.page && w->line < x->line0 + COVER_LINES;
}

/* "according to the cover page": what stands there goes before any other. */
static void weigh_cover(struct fx *x, uint32_t f)
{
	struct cand_list *l = &x->cands[f];
	bool any = false;
	for (uint32_t i = 0; x->plan->fields[f].cover && i < l->n; i++)
		any |= l->items[i].value.n && l->items[i].score >= COVER_SURE && on_cover(x, &l->items[i]);
	for (uint32_t i = 0; any && i < l->n; i++)
		if (l->items[i].value.n && !on_cover(x, &l->items[i]))
			l->items[i].score -= COST_ELSEWHERE;
	if (any)
		cands_sort(l);
}

/* ---- amounts with one figure for two names */

/* Nothing was paid, so the total is what is due: a sum without a place of its own shares one. */
static void share_sums(struct fx *x, struct choice *ch)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct cand_list *l = &x->cands[f];
		if (ch->pick[f] >= 0 || x->plan->fields[f].type != VALUE_MONEY || x->blank[f])
			continue;
		for (uint32_t i = 0; i < l->n && ch->pick[f] < 0; i++)
			if (l->items[i].sim >= SHARED_SUM && l->items[i].score >= FIELD_TAKES)
				ch->pick[f] = (int)i;
	}
}

/* ---- out */

#define NAMED_LEAST 700 /* least similarity of a label that may be the field's */

static int best_refused(const struct fx *x, uint32_t f)
{
	return x->cands[f].n ? x->cands[f].items[0].score : 0;
}

#define TEXT_SHARE 40 /* percent of a page's words in lines of running text that make it a page of text */

static bool page_is_text(const struct fx *x, uint32_t word)
{
	const struct view_page *p = &x->v->pages[x->v->words[word].page];
	uint32_t prose = 0;
	for (uint32_t l = p->line; l < p->line + p->lines; l++)
		prose += x->v->lines[l].flags & VIEW_PROSE ? x->v->lines[l].words : 0;
	return prose * 100 >= p->words * TEXT_SHARE;
}

/*
 * Words that are more often wrong than right, as script/calibrate counts them: of what is known by its place
 * alone, and of labels on pages of running text, less is told than of others.
 */
#define TAKES_ITSELF 600
#define TAKES_LOOSE 700

static bool is_too_weak(const struct plan_field *field, const struct found *f)
{
	if (!value_is_text(field->type))
		return false; /* figures, dates, phones are known by their form */
	return (f->by == BY_ITSELF && f->score < TAKES_ITSELF) || (f->by == BY_LOOSE && f->score < TAKES_LOOSE);
}

static void tell(struct fx *x, const struct choice *ch, struct found *out)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		if (ch->pick[f] >= 0) {
			const struct cand *c = &x->cands[f].items[ch->pick[f]];
			out[f] = c->value;
			out[f].score = c->score > 1000 ? 1000 : c->score;
			if (out[f].by == BY_LABEL && out[f].n && page_is_text(x, out[f].words[0]))
				out[f].by = BY_LOOSE;
			if (!is_too_weak(&x->plan->fields[f], &out[f]))
				continue;
		}
		int score = best_refused(x, f);
		out[f] = (struct found){ .score = score, .nowhere = x->named[f] < NAMED_LEAST && !x->cands[f].n && !value_kind_stands(x, f) };
		if (x->blank[f])
			out[f].why = "blank_in_document";
		else if (score >= FIELD_TAKES && ch->pick[f] < 0)
			out[f].why = "ambiguous";
		else
			out[f].why = "not_found";
	}
}

static size_t parent_of(struct str path)
{
	size_t n = path.n;
	while (n && path.p[n - 1] != '.')
		n--;
	return n;
}

/* Are both of one object, and the same words told for both? */
static bool says_again(const struct fx *x, const struct found *out, uint32_t f, uint32_t g)
{
	struct str p = x->plan->fields[f].path, q = x->plan->fields[g].path;
	size_t n = parent_of(p);
	return n && n == parent_of(q) && memcmp(p.p, q.p, n) == 0 && out[f].n && out[f].n == out[g].n && out[f].words[0] == out[g].words[0] &&
	       out[f].skip == out[g].skip;
}

/* An inspector's name is not also his company, nor a party its own lawyer: of two who are asked for in one object the one called name keeps the words. */
static void names_once(const struct fx *x, struct found *out)
{
	uint32_t name = token_named(x->in, "name");
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		for (uint32_t g = 0; g < x->plan->fields_n && phrase_has(x->plan->fields[f].name, name) && out[f].n; g++) {
			enum value_type t = x->plan->fields[g].type;
			if (g != f && (t == VALUE_ORG || t == VALUE_PERSON) && !phrase_has(x->plan->fields[g].name, name) && says_again(x, out, f, g))
				out[g] = (struct found){ .score = out[g].score };
		}
}

bool fields_assign(struct fx *x, struct found *out)
{
	struct choice ch = { ARENA_ARRAY(x->a, x->plan->fields_n, int) };
	uint32_t *next = ARENA_ARRAY(x->a, x->plan->fields_n, uint32_t);
	if (!ch.pick || !next)
		return false;
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		ch.pick[f] = -1;
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		weigh_repeated(x, f);
		weigh_blank(x, f);
		weigh_cover(x, f);
	}
	if (!fields_match(x, ch.pick))
		return false;
	assign_greedy(x, &ch, next);
	share_sums(x, &ch);
	if (plan_has_feature(x->plan, REPAIR))
		fields_check(x, ch.pick);
	tell(x, &ch, out);
	names_once(x, out);
	return true;
}
