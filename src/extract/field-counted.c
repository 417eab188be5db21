/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-counted - figures before what they count: "3 bedrooms, 2 bathrooms", "18 Claims, 6 Drawing Sheets", "(128 reviews)".
 */
#include "extract/field-private.h"
#include "extract/unit.h"

enum { COUNTED_WORDS = 4, COUNTED_LIKES = 800, GEOMETRY_COUNTED = 880, GEOMETRY_SAID = 950, LIKES = 8, SAID_WORDS = 20, COST_UNSAID = 150, SENTENCE_LEAST = 8 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool ends_phrase(struct str w)
{
	return w.n && strchr(",;:.)|", w.p[w.n - 1]);
}

/* "7.5 Minimum Interest Coverage Ratio. The Borrower will …": the number of a clause. */
static bool heads_clause(const struct fx *x, const struct span *s)
{
	const struct view_seg *g = &x->v->segs[x->v->words[s->word].seg];
	struct str t = x->v->words[s->word].text, next = g->words > 1 ? x->v->words[g->word + 1].text : STR("");
	return s->word == g->word && s->words == 1 && g->words >= SENTENCE_LEAST && memchr(t.p, '.', t.n) && next.n && next.p[0] >= 'A' && next.p[0] <= 'Z';
}

/* A number as sentences have it: "3." is the number of a heading. */
static bool is_count(const struct fx *x, const struct span *s)
{
	struct str last = x->v->words[s->word + s->words - 1].text;
	return s->type == SPAN_NUMBER && !s->negative && last.n && is_digit(last.p[last.n - 1]) && !heads_clause(x, s);
}

/* Where the phrase behind a number ends: with its segment, at a sign, before the next figure. */
static uint32_t phrase_end(const struct fx *x, uint32_t from, uint32_t end)
{
	uint32_t w = from;
	for (; w < end && w < from + COUNTED_WORDS; w++) {
		struct str t = x->v->words[w].text;
		if (word_is_sign(t) || is_digit(t.p[0]) || word_ends_label(t))
			break;
		if (ends_phrase(t))
			return w + 1;
	}
	return w;
}

/* Does a figure end the segment? Then figures stand behind their labels: "1 Wages 45,000.00". A sentence may end with a year. */
static bool figure_ends(const struct fx *x, const struct view_seg *g)
{
	struct str last = x->v->words[g->word + g->words - 1].text;
	if (g->words >= SENTENCE_LEAST && last.p[last.n - 1] == '.')
		return false;
	return is_digit(last.p[0]) || is_digit(last.p[last.n - 1]);
}

bool label_is_counted(const struct fx *x, const struct hyp *h)
{
	const struct view_seg *g = &x->v->segs[h->seg];
	if (h->colon || h->word == g->word || figure_ends(x, g))
		return false;
	for (uint32_t i = x->sp->by_seg[h->seg]; i < x->sp->by_seg[h->seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->word + s->words == h->word && is_count(x, s))
			return true;
	}
	return false;
}

/* The label of a segment of its own, with its value beside it in the line, is a form's: "1 Wages, tips    45,000.00". */
static bool has_answer(const struct fx *x, uint32_t seg)
{
	const struct view_line *line = &x->v->lines[x->v->segs[seg].line];
	return seg + 1 < line->seg + line->segs && seg_is_figure(x, seg + 1);
}

/* "128 reviews" is the number of reviews, the review count. */
static struct phrase numbered(struct fx *x, struct phrase p, const char *word)
{
	uint32_t *ids = ARENA_ARRAY(x->a, p.n + 1, uint32_t);
	if (!ids || p.n == PHRASE_TOKENS)
		return p;
	memcpy(ids, p.tokens, p.n * sizeof *ids);
	ids[p.n] = token_named(x->in, word);
	return (struct phrase){ ids, p.n + 1 };
}

/* Is the word at hand in the block that the figure stands in? */
static bool said_near(struct fx *x, uint32_t token, const struct span *s)
{
	uint32_t block = x->v->segs[x->v->words[s->word].seg].block;
	uint32_t from = s->word > x->word0 + SAID_WORDS ? s->word - SAID_WORDS : x->word0, end = s->word + s->words + SAID_WORDS;
	for (uint32_t w = from; w < end && w < x->word1; w++) {
		const struct phrase *p = fx_word(x, w);
		for (size_t k = 0; x->v->segs[x->v->words[w].seg].block == block && k < p->n; k++)
			if (tokens_akin(x, token, p->tokens[k]))
				return true;
	}
	return false;
}

/* "1,204 shares were withheld" are no shares_outstanding: what the name says besides what is counted stands in the sentence. */
static int unsaid_cost(struct fx *x, const struct plan_field *f, struct phrase p, const struct span *s)
{
	int cost = 0;
	for (size_t i = 0; i < f->name.n; i++) {
		uint32_t t = f->name.tokens[i];
		if (!phrase_has(p, t) && t != token_named(x->in, "number") && t != token_named(x->in, "count") && !(token_flags(x->in, t) & TOKEN_STOP) &&
		    !said_near(x, t, s))
			cost += COST_UNSAID;
	}
	return cost;
}

/* "424,926,346 shares of common stock outstanding": the sentence has the rest of the name, too, the label is whole. */
static bool all_said(struct fx *x, const struct plan_field *f, struct phrase p, const struct span *s)
{
	bool more = false;
	for (size_t i = 0; i < f->name.n; i++) {
		uint32_t t = f->name.tokens[i];
		if (phrase_has(p, t) || token_flags(x->in, t) & (TOKEN_STOP | TOKEN_LIGHT))
			continue;
		if (!said_near(x, t, s))
			return false;
		more = true;
	}
	return more;
}

/* Offers the number to the fields that the phrase names; false if there are none. */
static bool counted_put(struct fx *x, uint32_t seg, const struct span *s, struct phrase p, uint32_t words)
{
	struct liking likes[LIKES];
	bool any = false;
	const struct unit *unit = words == 1 ? unit_printed(x->v->words[s->word + s->words].text, false) : NULL;
	if (unit && unit->kind < UNIT_PERIOD)
		return false; /* "945 kJ" counts nothing */
	size_t n = labels_match(x, p, likes, LIKES);
	for (size_t i = 0; i < n && likes[i].sim >= COUNTED_LIKES; i++) {
		const struct plan_field *f = &x->plan->fields[likes[i].field];
		struct cand c = { .value = span_words(x, s), .label = s->word + s->words, .labels = words, .label_phrase = p,
				  .sim = likes[i].sim, .geometry = GEOMETRY_COUNTED, .quality = s->quality * 10, .rel = REL_IN, .span = s };
		uint32_t role = x->role[seg - x->seg0];
		if (!(f->type == VALUE_INTEGER || f->type == VALUE_NUMBER) || (f->type == VALUE_INTEGER && !s->integer))
			continue;
		if (f->scope.n && role != NO_ROLE && !phrase_has(f->scope, role))
			continue;
		if (all_said(x, f, p, s))
			c.geometry = GEOMETRY_SAID;
		c.score = value_score(&c) - (x->v->lines[x->v->segs[seg].line].flags & VIEW_PROSE ? unsaid_cost(x, f, p, s) : 0);
		c.value.score = c.score;
		cand_add(x, likes[i].field, c);
		any = true;
	}
	return any;
}

static void counted_try(struct fx *x, uint32_t seg, const struct span *s)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t from = s->word + s->words, end = phrase_end(x, from, g->word + g->words);
	for (uint32_t n = end > from ? end - from : 0; n; n--) {
		struct phrase p = fx_phrase(x, from, n);
		bool any = counted_put(x, seg, s, p, n);
		any |= counted_put(x, seg, s, numbered(x, p, "number"), n);
		if (counted_put(x, seg, s, numbered(x, p, "count"), n) || any)
			return; /* the longest phrase is what is counted */
	}
}

void counted_search(struct fx *x)
{
	for (uint32_t seg = x->seg0; seg < x->seg1; seg++) {
		const struct view_seg *g = &x->v->segs[seg];
		uint8_t role = fx_role(x, g->word);
		if (role == ROLE_TABLE_BODY || role == ROLE_TABLE_HEADER || x->caption[seg - x->seg0] == CAPTION || has_answer(x, seg) ||
		    figure_ends(x, g))
			continue;
		for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
			if (is_count(x, &x->sp->items[i]))
				counted_try(x, seg, &x->sp->items[i]);
	}
}
