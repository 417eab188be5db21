/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-docket - the caption of a court's paper, where roles stand below or behind those who play them:
 *
 *   IN THE CIRCUIT COURT OF THE NINTH CIRCUIT      the court
 *   DELPHINE ARCENEAUX,
 *        Plaintiff,                                the role of the name above it
 *   vs.
 *   Castor Shipping Ltd, Respondent                or of the one before it
 */
#include "extract/field-prose.h"
#include <stdlib.h>

enum { LINE_WORDS = 14, NAME_MOST = 12, ABOVE_LINES = 4, COURT_LINES = 3, SIM = 960, SIM_COURT = 900, GEOMETRY = 1000, QUALITY = 950 };

static struct str word(const struct fx *x, uint32_t w)
{
	return x->v->words[w].text;
}

static struct str bare(struct str w)
{
	while (w.n && strchr(",.;:()-", w.p[w.n - 1]))
		w.n--;
	return w;
}

static bool is_role(struct str w)
{
	static const char *const words[] = { "plaintiff", "plaintiffs", "defendant", "defendants", "petitioner", "petitioners", "respondent", "respondents", "claimant", "claimants", "appellant",
		"appellants", "appellee", "appellees", "debtor", "demandeur", "demanderesse", "défendeur", "défenderesse", "requérant", "demandante", "demandado", "demandada", "recurrente",
		"attore", "convenuto", "convenuta", "ricorrente", "resistente", "eiser", "eiseres", "gedaagde", "verzoeker", "kläger", "klägerin", "beklagte", "beklagter", "autor", "autora", "réu", "ré" };
	return STR_ONE_OF(bare(w), words);
}

/* "v.", "vs.", "and", "-against-": between the parties. */
static bool is_versus(struct str w)
{
	static const char *const words[] = { "v", "vs", "versus", "against", "and", "gegen", "contre", "contra", "contro", "tegen", "between", "et", "y", "e", "en", "und" };
	w = bare(w);
	if (w.n > 1 && w.p[0] == '-')
		w = (struct str){ w.p + 1, w.n - 1 };
	return STR_ONE_OF(w, words);
}

/* The words of the line that are the role at its end: where they begin, or its end if there are none. */
static uint32_t role_from(const struct fx *x, const struct view_line *l)
{
	uint32_t end = l->word + l->words;
	if (!l->words || l->words > LINE_WORDS || !is_role(word(x, end - 1)))
		return end;
	struct str before = end - 1 > l->word ? word(x, end - 2) : STR("");
	if (l->words == 1 || (l->words == 2 && word_is_dash(before)))
		return l->word;
	return before.n && before.p[before.n - 1] == ',' ? end - 1 : end;
}

/* A name as it heads a party: up to what is said of it. */
static struct found party_name(struct fx *x, uint32_t from, uint32_t end)
{
	uint32_t stop = from;
	while (stop < end && stop < from + NAME_MOST) {
		struct str w = word(x, stop++);
		bool last = w.p[w.n - 1] == ';' || (w.p[w.n - 1] == ',' && (stop == end || word_starts_lower(word(x, stop)) || str_eq_z(word(x, stop), "an") || str_eq_z(word(x, stop), "a")));
		if (last)
			break;
	}
	if (stop <= from || !word_is_capital(word(x, from)) || is_role(word(x, from)))
		return (struct found){ 0 };
	struct found v = found_run(x, from, stop - from);
	struct str w = word(x, stop - 1);
	v.cut = strchr(",;", w.p[w.n - 1]) ? 1 : 0;
	return v;
}

/* "Jury Demand: Plaintiff", "Assigned to: Judge Waldron" name no party. */
static bool has_label(const struct fx *x, const struct view_line *l)
{
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (word_ends_label(word(x, w)))
			return true;
	return false;
}

/* The party that stands over line l. */
static struct found party_above(struct fx *x, uint32_t l)
{
	uint32_t first = l;
	while (first > x->line0 && l - first < ABOVE_LINES) {
		const struct view_line *up = &x->v->lines[first - 1];
		if (!up->words || up->page != x->v->lines[l].page || has_label(x, up) || (up->words <= 2 && is_versus(word(x, up->word))) || role_from(x, up) < up->word + up->words)
			break;
		if (first < l && abs(up->box.x0 - x->v->lines[first].box.x0) > 2 * x->em)
			break; /* a title in the middle */
		first--;
		if (up->leading > 2 * x->em)
			break; /* white space over it: the name begins here */
	}
	if (first == l)
		return (struct found){ 0 };
	const struct view_line *from = &x->v->lines[first], *last = &x->v->lines[l - 1];
	return party_name(x, from->word, last->word + last->words);
}

/* What the role took for a label's value, as if it stood below it, is the other party. */
static void labels_drop(struct fx *x, uint32_t field, uint32_t role)
{
	struct cand_list all = x->cands[field];
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++)
		if (!(all.items[i].labels && all.items[i].label == role))
			cand_add(x, field, all.items[i]);
}

static void party_offer(struct fx *x, uint32_t role, struct found v)
{
	struct liking likes[6];
	size_t n = labels_match(x, fx_phrase(x, role, 1), likes, 6);
	for (size_t i = 0; i < n; i++) {
		const struct plan_field *f = &x->plan->fields[likes[i].field];
		if (likes[i].sim < 850 || !(f->type == VALUE_TEXT || f->type == VALUE_ORG || f->type == VALUE_PERSON))
			continue;
		struct cand c = { .value = v, .label = role, .labels = 1, .sim = SIM, .geometry = GEOMETRY, .quality = QUALITY, .rel = REL_IN };
		labels_drop(x, likes[i].field, role);
		c.value.by = BY_WORDS;
		c.value.score = c.score = value_score(&c);
		cand_add(x, likes[i].field, c);
	}
}

/* ---- the court */

static bool is_court(struct str w)
{
	static const char *const words[] = { "court", "gericht", "amtsgericht", "landgericht", "oberlandesgericht", "arbeitsgericht", "verwaltungsgericht", "tribunal", "tribunale", "juzgado", "rechtbank",
		"sąd", "cour", "corte", "audiencia", "gerechtshof", "суд" };
	return STR_ONE_OF(bare(w), words);
}

static bool seg_names_court(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		if (is_court(word(x, w)) && word_is_capital(word(x, w)))
			return true;
	return false;
}

/* "UNITED STATES DISTRICT COURT / FOR THE DISTRICT OF OREGON": a line of the head and those that go on with it. */
static void court_offer(struct fx *x, uint32_t field)
{
	static const char *const goes_on[] = { "for", "of", "in", "of the", "and" };
	const struct view_page *p = &x->v->pages[x->scope.page];
	for (uint32_t l = p->line; l < p->line + p->lines / 2 + 1 && l < x->line1; l++) {
		const struct view_line *line = &x->v->lines[l];
		bool court = false;
		for (uint32_t w = line->word; w < line->word + line->words && line->words <= LINE_WORDS; w++)
			court |= is_court(word(x, w)) && word_is_capital(word(x, w));
		if (!court || word(x, line->word + line->words - 1).p[word(x, line->word + line->words - 1).n - 1] == '.')
			continue;
		if (line->segs > 1) { /* what stands beside it on the line is of another column */
			uint32_t s = line->seg;
			while (s + 1 < line->seg + line->segs && !seg_names_court(x, s))
				s++;
			cand_put(x, field, found_run(x, x->v->segs[s].word, x->v->segs[s].words), SIM_COURT, 900, QUALITY, NULL);
			return;
		}
		uint32_t end = l + 1;
		while (end < x->line1 && end < l + COURT_LINES && x->v->lines[end].words && STR_ONE_OF(word(x, x->v->lines[end].word), goes_on))
			end++;
		cand_put(x, field, found_run(x, line->word, x->v->lines[end - 1].word + x->v->lines[end - 1].words - line->word), SIM_COURT, 900, QUALITY, NULL);
		return;
	}
}

void docket_search(struct fx *x)
{
	static const char *const courts[] = { "court", "tribunal" };
	for (uint32_t l = x->line0; l < x->line1; l++) {
		const struct view_line *line = &x->v->lines[l];
		uint32_t role = role_from(x, line), end = line->word + line->words;
		if (role == end || !word_is_capital(word(x, end - 1)))
			continue;
		struct found v = role > line->word && !word_is_dash(word(x, role)) ? party_name(x, line->word, role) : party_above(x, l);
		if (v.n)
			party_offer(x, end - 1, v);
	}
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct plan_field *p = &x->plan->fields[f];
		if ((p->type == VALUE_TEXT || p->type == VALUE_ORG) && p->name.n == 1 && NAME_WITHIN(x, p, courts))
			court_offer(x, f);
	}
}
