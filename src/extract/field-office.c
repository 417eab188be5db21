/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-office - people who stand with their offices, anywhere in a document:
 *
 *   Angela Bostwick, Treasurer          in a line of their own
 *
 *   Angela Bostwick     Treasurer       in a cell beside it
 *
 *   Marguerite Stovall                  the office below the name, closer to it than to what follows
 *   Corporate Secretary
 *
 * The office is no label of what stands below it or to its right.
 */
#include "extract/field-letter.h"
#include "extract/field-prose.h"
#include "extract/record-kind.h"

enum { LINE_LEAST = 2, LINE_MOST = 10, NAME_MOST = 5, OFFICE_MOST = 6, LIKE_LEAST = 700, LIKE_SURE = 850, SIM_OFFICE = 900, COST_ORDER = 5, ORDER_MOST = 20, GEOMETRY = 950, QUALITY = 950 };

static struct str text_of(const struct fx *x, uint32_t w)
{
	return x->v->words[w].text;
}

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

static bool is_office(const struct fx *x, uint32_t from, uint32_t end)
{
	for (uint32_t w = from; w < end; w++)
		if (str_has_digit(text_of(x, w)) || strchr(":;", last_of(text_of(x, w))))
			return false;
	return end > from && end - from <= OFFICE_MOST && word_is_capital(text_of(x, from)) && kind_of_words(x->v, from, end - from) == KIND_POSITION;
}

/* Capitals that are no words of labels alone, and no firm. */
static bool is_bearer(struct fx *x, uint32_t from, uint32_t end)
{
	if (end - from < 2 || end - from > NAME_MOST || !words_are_name(x, from, end) || phrase_is_vocabulary(fx_phrase(x, from, end - from)) || kind_of_words(x->v, from, end - from) != KIND_PLAIN)
		return false;
	for (uint32_t w = from; w < end; w++) {
		if (word_starts_lower(text_of(x, w)) && text_of(x, w).n > 3)
			return false;
		for (const struct span *p = NULL; (p = span_next(x, w, p)) != NULL;)
			if (p->type == SPAN_ORG)
				return false;
	}
	return true;
}

/* "Chair" for board_chair: the name says no more than whose office it is. */
static bool asks_office(const struct fx *x, const struct plan_field *f, struct phrase office)
{
	static const char *const whose[] = { "board", "company", "organization", "corporate", "club", "society", "trust", "council", "meeting", "name", "current" };
	size_t said = 0;
	for (size_t i = 0; i < f->name.n; i++) {
		bool own = phrase_has(office, f->name.tokens[i]);
		said += own;
		if (!own && !TOKEN_ONE_OF(x, f->name.tokens[i], whose))
			return false;
	}
	return said && said == office.n;
}

static void offer(struct fx *x, struct found name, uint32_t from, uint32_t end, int order)
{
	struct liking likes[6];
	struct phrase office = fx_phrase(x, from, end - from);
	size_t n = labels_match(x, office, likes, 6);
	for (uint32_t i = 0; i < x->plan->fields_n; i++) {
		const struct plan_field *f = &x->plan->fields[i];
		bool asked = asks_office(x, f, office);
		for (size_t k = 0; k < n; k++)
			asked |= likes[k].field == i && likes[k].sim >= (f->type == VALUE_PERSON ? LIKE_LEAST : LIKE_SURE);
		if (asked && (f->type == VALUE_PERSON || f->type == VALUE_TEXT || f->type == VALUE_ORG) && !field_asks_title(x, f))
			cand_put(x, i, name, SIM_OFFICE - COST_ORDER * (order < ORDER_MOST ? order : ORDER_MOST), GEOMETRY, QUALITY, NULL);
	}
}

/* What the office, read as a label, was given. */
static void label_weed(struct fx *x, const struct view_seg *g)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		struct cand_list all = x->cands[f];
		x->cands[f] = (struct cand_list){ NULL, 0 };
		for (uint32_t i = 0; i < all.n; i++) {
			const struct cand *c = &all.items[i];
			bool own = c->labels && c->label >= g->word && c->label < g->word + g->words && (c->rel == REL_BELOW || c->rel == REL_RIGHT);
			if (!own)
				cand_add(x, f, *c);
		}
	}
}

/* "Angela Bostwick, Treasurer", "S J Pargeter - Director": where the office begins, and the name ends; 0 if the segment is no such line. */
static uint32_t office_from(struct fx *x, const struct view_seg *g, uint32_t *name_end)
{
	for (uint32_t w = g->word + 1; w + 1 < g->word + g->words && w < g->word + NAME_MOST; w++) {
		*name_end = word_is_dash(text_of(x, w)) ? w : w + 1;
		if (*name_end == w || last_of(text_of(x, w)) == ',')
			return is_bearer(x, g->word, *name_end) && is_office(x, w + 1, g->word + g->words) ? w + 1 : 0;
	}
	return 0;
}

/* The name right above an office that is all of its segment; VIEW_NONE if what follows is as close. */
static uint32_t bearer_above(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t above = g->line > x->line0 ? seg_below(x, g->line - 1, g) : VIEW_NONE, below = g->line + 1 < x->line1 ? seg_below(x, g->line + 1, g) : VIEW_NONE;
	if (above == VIEW_NONE || !is_office(x, g->word, g->word + g->words))
		return VIEW_NONE;
	const struct view_seg *a = &x->v->segs[above], *b = below == VIEW_NONE ? NULL : &x->v->segs[below];
	int32_t gap = g->box.y0 - a->box.y1, next = b && b->page == g->page ? b->box.y0 - g->box.y1 : INT32_MAX;
	bool close = a->page == g->page && gap < x->em && (next == INT32_MAX || gap * 5 < next * 4 || !is_bearer(x, b->word, b->word + b->words));
	return close && is_bearer(x, a->word, a->word + a->words) ? above : VIEW_NONE;
}

/* The name left of an office that is all of its segment; VIEW_NONE if another one follows to its right. */
static uint32_t bearer_beside(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s], *a = g - 1, *b = g + 1;
	const struct view_line *line = &x->v->lines[g->line];
	bool first = s == line->seg, last = s + 1 == line->seg + line->segs;
	if (first || !is_office(x, g->word, g->word + g->words) || (!last && is_bearer(x, b->word, b->word + b->words)))
		return VIEW_NONE;
	return is_bearer(x, a->word, a->word + a->words) ? s - 1 : VIEW_NONE;
}

/* The segment of the bearer, of an office in the same one or by itself; VIEW_NONE: there is none. *from: where the office begins; *end: where the name ends. */
static uint32_t bearer_of(struct fx *x, uint32_t s, uint32_t *from, uint32_t *end)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t beside = g->words <= OFFICE_MOST ? bearer_beside(x, s) : VIEW_NONE;
	*from = g->words > LINE_LEAST ? office_from(x, g, end) : 0;
	if (*from)
		return s;
	*from = g->word;
	if (beside != VIEW_NONE || fx_role(x, g->word))
		return beside;
	return g->words <= OFFICE_MOST ? bearer_above(x, s) : VIEW_NONE;
}

void offices_search(struct fx *x)
{
	int order = 0;
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		const struct view_seg *g = &x->v->segs[s];
		if (g->words > LINE_MOST || x->v->lines[g->line].flags & VIEW_PROSE)
			continue;
		uint32_t from, end = 0, of = bearer_of(x, s, &from, &end);
		if (of == VIEW_NONE)
			continue;
		const struct view_seg *a = &x->v->segs[of];
		struct found name = letter_run(x, a->word, of == s ? end : a->word + a->words);
		label_weed(x, g);
		offer(x, name, from, g->word + g->words, order++);
	}
}
