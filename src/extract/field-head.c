/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-head - what stands at the head of a document without a label: who issued
 * it, whose résumé it is and where that person lives (what it is called: field-title.c).
 */
#include "extract/field-head.h"
#include "extract/record-kind.h"

enum {
	SIM_LETTERHEAD = 560, SIM_PERSON = 600, SIM_PLACE = 560, BONUS_LARGE = 60, BONUS_ORG = 100,
	GEOMETRY = 700, COST_ORDER = 20, TOP_PERCENT = 30, NAME_WORDS = 5, LABEL_SURE = 850, MOST = 10, SIM_TIME = 540, TIME_WORDS = 4, TIME_LINES = 14
};

static uint32_t types_in(const struct fx *x, uint32_t seg)
{
	uint32_t seen = 0;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		seen |= 1u << x->sp->items[i].type;
	return seen;
}

static bool has_digit(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		for (size_t i = 0; i < x->v->words[w].text.n; i++)
			if (x->v->words[w].text.p[i] >= '0' && x->v->words[w].text.p[i] <= '9')
				return true;
	return false;
}

bool head_is_large(const struct fx *x, uint32_t seg)
{
	return x->v->segs[seg].size > x->em + x->em / 4;
}

bool head_near_top(const struct fx *x, uint32_t seg, int percent)
{
	const struct view_seg *g = &x->v->segs[seg];
	return g->page == x->scope.page && g->box.y0 <= (int64_t)x->v->pages[g->page].page->height * percent / 100;
}

bool head_in_table(const struct fx *x, uint32_t seg)
{
	uint8_t role = fx_role(x, x->v->segs[seg].word);
	return role == ROLE_TABLE_BODY || role == ROLE_TABLE_HEADER;
}

static bool named_only(const struct fx *x, const struct plan_field *f, const char *const *words, size_t n)
{
	for (size_t i = 0; i < f->name.n; i++)
		if (f->name.tokens[i] != token_named(x->in, "name") && !token_one_of(x, f->name.tokens[i], words, n))
			return false;
	return f->name.n > 0;
}
#define NAMED_ONLY(x, f, words) named_only(x, f, words, sizeof(words) / sizeof *(words))

bool head_is_vocabulary(struct fx *x, uint32_t from, uint32_t end)
{
	for (uint32_t w = from; w < end; w++)
		for (size_t i = 0; i < fx_word(x, w)->n; i++)
			if (!token_is_known(fx_word(x, w)->tokens[i]) && !(token_flags(x->in, fx_word(x, w)->tokens[i]) & TOKEN_STOP))
				return false;
	return true;
}

/* ---- letterhead */

static bool is_issuer_name(const struct fx *x, const struct plan_field *f)
{
	static const char *const who[] = { "seller", "store", "company", "employer", "bank", "insurer", "landlord", "issuer",
		"provider", "restaurant", "hotel", "school", "hospital", "carrier", "organization", "authority", "issue", "university",
		"shop", "registrant", "utility", "merchant", "lab", "clinic", "airline", "funder", "creditor", "host", "publisher", "court",
		"department", "institution", "institute", "office", "broker", "foundation", "charity", "association", "agency", "manufacturer", "ministry", "police" };
	if (f->type != VALUE_ORG && f->type != VALUE_TEXT)
		return false;
	return NAMED_ONLY(x, f, who) && !(f->name.n == 1 && f->name.tokens[0] == token_named(x->in, "name"));
}

/* "Klinikum am Deichtor · Deichtorring 3 · 26122 Oldenburg": where the first part of a line of parts ends. */
static uint32_t first_part(const struct fx *x, const struct view_seg *g)
{
	for (uint32_t w = g->word + 1; w + 1 < g->word + g->words; w++) {
		struct str t = x->v->words[w].text;
		if (str_eq_z(t, "·") || str_eq_z(t, "•") || str_eq_z(t, "|") || str_eq_z(t, "–"))
			return w;
	}
	return g->word + g->words;
}

/* Does a company's name end before word end? Then what stands behind it is none of it. */
static bool org_within(const struct fx *x, uint32_t seg, uint32_t end)
{
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == SPAN_ORG && x->sp->items[i].word + x->sp->items[i].words <= end)
			return true;
	return false;
}

static bool digit_within(const struct fx *x, uint32_t from, uint32_t end)
{
	for (uint32_t w = from; w < end; w++)
		for (size_t i = 0; i < x->v->words[w].text.n; i++)
			if (x->v->words[w].text.p[i] >= '0' && x->v->words[w].text.p[i] <= '9')
				return true;
	return false;
}

/* A full stop or comma; that of an abbreviation, "E.M.", is none. */
static bool ends_clause(struct str w)
{
	return w.n && strchr(".,!?", w.p[w.n - 1]) && !(w.n <= 8 && memchr(w.p, '.', w.n - 1));
}

static void head_letterhead(struct fx *x, uint32_t field)
{
	bool titled = title_is_wanted(x);
	int order = 0;
	for (uint32_t s = x->seg0; s < x->seg1 && order < MOST; s++) {
		const struct view_seg *g = &x->v->segs[s];
		uint32_t role = x->role[s - x->seg0], seen = types_in(x, s);
		bool org = seen & 1u << SPAN_ORG;
		uint32_t end = org && !org_within(x, s, first_part(x, g)) ? g->word + g->words : first_part(x, g);
		struct str last = x->v->words[end - 1].text;
		if (!head_near_top(x, s, TOP_PERCENT) || end - g->word > MOST || (!org && ends_clause(last)) || x->label_like[s - x->seg0] >= LABEL_SURE || head_in_table(x, s) ||
		    (role != NO_ROLE && role != token_named(x->in, "seller")) || (!org && (digit_within(x, g->word, end) || head_is_vocabulary(x, g->word, end) || (titled && head_is_large(x, s)))))
			continue;
		struct region r = { .word = g->word, .end = end, .seg = s };
		struct cand c = { 0 };
		if (!value_pick(x, &x->plan->fields[field], &r, false, &c))
			continue;
		int sim = SIM_LETTERHEAD + (org ? BONUS_ORG : -BONUS_ORG) + (head_is_large(x, s) ? BONUS_LARGE : 0);
		cand_put(x, field, c.value, sim, GEOMETRY - COST_ORDER * order, c.quality, NULL);
		order++;
	}
}

/* ---- the person a document is about */

static bool is_person_name(const struct fx *x, const struct plan_field *f)
{
	static const char *const who[] = { "full", "person", "candidate", "applicant", "author", "holder" };
	return (f->type == VALUE_PERSON || f->type == VALUE_TEXT || f->type == VALUE_ORG) && NAMED_ONLY(x, f, who);
}

static bool is_capital(struct str w)
{
	return w.n && !(w.p[0] >= 'a' && w.p[0] <= 'z');
}

static void head_person(struct fx *x, uint32_t field)
{
	bool author = phrase_has(x->plan->fields[field].name, token_named(x->in, "author"));
	int order = 0;
	for (uint32_t s = x->seg0; s < x->seg1 && order < MOST; s++) {
		const struct view_seg *g = &x->v->segs[s];
		bool capital = true, person = types_in(x, s) & 1u << SPAN_PERSON;
		if (!head_near_top(x, s, TOP_PERCENT) || g->words > NAME_WORDS || g->words < 2 || has_digit(x, s) || head_in_table(x, s) ||
		    x->label_like[s - x->seg0] >= LABEL_SURE || types_in(x, s) & 1u << SPAN_ORG)
			continue;
		for (uint32_t w = g->word; w < g->word + g->words; w++)
			capital &= is_capital(x->v->words[w].text);
		if (!capital || (author && !(person && below_title(x, g))))
			continue; /* menus are full of capitals */
		bool addressed = word_is_vocative(x->v->words[g->word].text) || (s > x->seg0 && word_is_vocative(x->v->words[g[-1].word].text));
		int sim = SIM_PERSON - 100 + (person || addressed ? 80 : 0) + (head_is_large(x, s) ? 2 * BONUS_LARGE : 0);
		cand_put(x, field, found_run(x, g->word, g->words), sim, GEOMETRY - COST_ORDER * order, 900, NULL);
		order++;
	}
}

/* ---- where that person is */

static bool is_place(const struct fx *x, const struct plan_field *f)
{
	bool location = value_is_text(f->type) && phrase_has(f->name, token_named(x->in, "location"));
	return !f->scope.n && f->name.n <= 2 && (location || f->type == VALUE_CITY || f->type == VALUE_COUNTRY);
}

static struct str bare(struct str w)
{
	while (w.n && strchr(",.;", w.p[w.n - 1]))
		w.n--;
	return w;
}

/* "San Francisco, CA": words [from, end) of a segment around the comma at word w; false if it is no place. */
static bool place_around(const struct fx *x, uint32_t seg, uint32_t w, bool of_country, uint32_t *from, uint32_t *end)
{
	const struct view_seg *g = &x->v->segs[seg];
	struct str next = w + 1 < g->word + g->words ? bare(x->v->words[w + 1].text) : STR("");
	bool code = next.n == 2 && next.p[0] >= 'A' && next.p[0] <= 'Z' && next.p[1] >= 'A' && next.p[1] <= 'Z', country = false;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		country |= x->sp->items[i].type == SPAN_COUNTRY && x->sp->items[i].word == w + 1;
	if (!country && (of_country || !code))
		return false;
	for (*from = w; *from > g->word && w - *from < 3; (*from)--) {
		struct str t = x->v->words[*from - 1].text;
		if (!(t.p[0] >= 'A' && t.p[0] <= 'Z') || strchr(",;:", t.p[t.n - 1]))
			break;
	}
	*end = w + 2;
	return is_capital(x->v->words[*from].text);
}

/* The city of "San Francisco, CA", the country of "Antwerp, Belgium", or both; w is the word with the comma. */
static struct found place_part(struct fx *x, const struct plan_field *f, uint32_t from, uint32_t w, uint32_t end)
{
	bool city = phrase_has(f->name, token_named(x->in, "city"));
	if (f->type == VALUE_COUNTRY)
		return found_run(x, w + 1, end - w - 1);
	struct found v = found_run(x, from, (city ? w + 1 : end) - from);
	v.cut = city;
	return v;
}

static void head_place(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	int order = 0;
	for (uint32_t s = x->seg0; s < x->seg1 && order < MOST; s++) {
		const struct view_seg *g = &x->v->segs[s];
		uint32_t from, end;
		if (!head_near_top(x, s, TOP_PERCENT) || head_in_table(x, s) || x->caption[s - x->seg0] == CAPTION_VALUE || x->key[s - x->seg0] == KEY_VALUE)
			continue; /* what answers a caption is nobody else's place */
		for (uint32_t w = g->word; w + 1 < g->word + g->words; w++) {
			struct str t = x->v->words[w].text;
			if (t.n < 2 || t.p[t.n - 1] != ',' || !place_around(x, s, w, f->type == VALUE_COUNTRY, &from, &end))
				continue;
			cand_put(x, field, place_part(x, f, from, w, end), SIM_PLACE, GEOMETRY - COST_ORDER * order, 950, NULL);
			order++;
		}
	}
}

/* ---- how long it takes: "35 min" by itself below the title, "10 min bereiden", "3 hrs on high to make" */

static bool asks_whole_time(struct fx *x, const struct plan_field *f)
{
	return f->type == VALUE_DURATION && phrase_has(f->name, token_named(x->in, "total")) && phrase_has(f->name, token_named(x->in, "time"));
}

/* The duration that segment s begins with, behind a bullet, if no more than a few words follow; NULL if there is none. */
static const struct span *time_of(const struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t first = g->word;
	while (first < g->word + g->words && word_is_sign(x->v->words[first].text))
		first++;
	for (uint32_t i = x->sp->by_seg[s]; i < x->sp->by_seg[s + 1]; i++) {
		const struct span *d = &x->sp->items[i];
		if (d->type == SPAN_DURATION && d->word == first && g->word + g->words <= d->word + d->words + TIME_WORDS)
			return d;
	}
	return NULL;
}

static void head_time(struct fx *x, uint32_t field)
{
	uint32_t lines = 0, line = VIEW_NONE;
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		if (!below_title(x, &x->v->segs[s]))
			continue;
		if (x->v->segs[s].line != line && lines++ >= TIME_LINES)
			return;
		line = x->v->segs[s].line;
		const struct span *d = time_of(x, s);
		if (!d)
			continue;
		struct found v = span_words(x, d);
		v.canon = d->extra;
		cand_put(x, field, v, SIM_TIME, GEOMETRY, 900, d);
		return; /* what comes after the first is a part of it, or another's */
	}
}

void head_field(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	if (asks_whole_time(x, f))
		head_time(x, field);
	if (is_issuer_name(x, f))
		head_letterhead(x, field);
	if (plan_has_feature(x->plan, SLIPS))
		slip_field(x, field, is_issuer_name(x, f) && !title_is_wanted(x));
	title_field(x, field);
	if (is_person_name(x, f))
		head_person(x, field);
	if (is_place(x, f))
		head_place(x, field);
	head_author(x, field);
}

void head_settle(struct fx *x)
{
	for (uint32_t i = 0; i < x->plan->fields_n && plan_has_feature(x->plan, SLIPS); i++)
		if (is_issuer_name(x, &x->plan->fields[i]) && !title_is_wanted(x))
			slip_settle(x, i);
}
