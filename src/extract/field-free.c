/* SPDX-License-Identifier: Apache-2.0 */
/* field-free - values that need no label: they identify themselves, or stand where such values stand. */
#include "extract/field-private.h"
#include <stdlib.h>

enum {
	SIM_SELF = 500,       /* an e-mail address is one, but whose? */
	SIM_CURRENCY = 650, SIM_ONLY_DATE = 450, SIM_LETTERHEAD = 560, SIM_TITLE = 600, SIM_CHOICE = 700,
	SIM_ROLE = 200,       /* the party fits, or is another one */
	GEOMETRY_FREE = 700, COST_ORDER = 20, TOP_PERCENT = 30
};

static void put(struct fx *x, uint32_t field, struct found v, int sim, int geometry, int quality, const struct span *s)
{
	struct cand c = { .value = v, .sim = sim, .geometry = geometry, .quality = quality, .rel = REL_FREE, .span = s };
	c.score = value_score(&c);
	c.value.score = c.score;
	cand_add(x, field, c);
}

static struct found span_words(struct fx *x, const struct span *s)
{
	struct found f = found_run(x, s->word, s->words);
	f.skip = s->skip;
	f.cut = s->cut;
	f.canon = s->canon;
	return f;
}

static uint32_t seg_of(const struct fx *x, const struct span *s)
{
	return x->v->words[s->word].seg;
}

/* ---- types that identify themselves */

static const struct { enum value_type want; enum span_type is; } self_rows[] = {
	{ VALUE_EMAIL, SPAN_EMAIL }, { VALUE_URL, SPAN_URL }, { VALUE_PHONE, SPAN_PHONE }, { VALUE_IBAN, SPAN_IBAN },
	{ VALUE_BIC, SPAN_BIC }, { VALUE_VAT_ID, SPAN_VAT_ID },
};

static void free_self(struct fx *x, uint32_t field, enum span_type type)
{
	const struct plan_field *f = &x->plan->fields[field];
	int order = 0;
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type != type)
			continue;
		uint32_t role = x->role[seg_of(x, s) - x->seg0];
		int sim = SIM_SELF;
		if (f->scope.n && role != NO_ROLE)
			sim += phrase_has(f->scope, role) ? SIM_ROLE : -SIM_ROLE;
		put(x, field, span_words(x, s), sim, GEOMETRY_FREE - COST_ORDER * order, s->quality * 10, s);
		order += order < 20;
	}
}

/* ---- the document's currency: the one most amounts carry */

struct tally {
	struct str code;
	uint32_t n;
	const struct span *first;
};

static void free_currency(struct fx *x, uint32_t field)
{
	struct tally t[16];
	size_t n = 0, best = 0;
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		struct str code = s->type == SPAN_CURRENCY ? s->canon : s->type == SPAN_MONEY ? s->extra : STR("");
		size_t k = 0;
		if (!code.n)
			continue;
		while (k < n && !str_eq(t[k].code, code))
			k++;
		if (k == 16)
			continue;
		if (k == n)
			t[n++] = (struct tally){ code, 0, s };
		t[k].n++;
	}
	for (size_t k = 1; k < n; k++)
		if (t[k].n > t[best].n)
			best = k;
	if (!n)
		return;
	struct found v = span_words(x, t[best].first);
	v.canon = t[best].code;
	put(x, field, v, SIM_CURRENCY, GEOMETRY_FREE, 1000, t[best].first);
}

/* ---- the only date asked for is the first one printed */

static void free_date(struct fx *x, uint32_t field)
{
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type != SPAN_DATE || s->canon.n < 10)
			continue;
		put(x, field, span_words(x, s), SIM_ONLY_DATE, GEOMETRY_FREE, s->quality * 10, s);
		return;
	}
}

static void free_time(struct fx *x, uint32_t field)
{
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type != SPAN_TIME)
			continue;
		put(x, field, span_words(x, s), SIM_ONLY_DATE, GEOMETRY_FREE, s->quality * 10, s);
		return;
	}
}

/* ---- letterhead and title: the largest type near the top */

static bool is_issuer_name(struct fx *x, const struct plan_field *f)
{
	static const char *const who[] = { "seller", "store", "company", "employer", "bank", "insurer", "landlord", "issuer",
		"provider", "restaurant", "hotel", "school", "hospital", "carrier", "organization", "authority", "issue",
		"university", "shop", "registrant", "utility", "merchant" };
	bool any = false;
	if (f->type != VALUE_ORG && f->type != VALUE_TEXT)
		return false;
	for (size_t i = 0; i < f->name.n; i++) {
		bool is = f->name.tokens[i] == token_named(x->in, "name");
		for (size_t k = 0; k < sizeof who / sizeof *who; k++)
			if (f->name.tokens[i] == token_named(x->in, who[k]))
				is = any = true;
		if (!is)
			return false;
	}
	return any;
}

static bool seg_has_digit(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		for (size_t i = 0; i < x->v->words[w].text.n; i++)
			if (x->v->words[w].text.p[i] >= '0' && x->v->words[w].text.p[i] <= '9')
				return true;
	return false;
}

static void free_letterhead(struct fx *x, uint32_t field)
{
	const struct doc_page *page = x->v->pages[x->scope.page].page;
	int order = 0;
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		const struct view_seg *g = &x->v->segs[s];
		if (g->page != x->scope.page || g->box.y0 > (int64_t)page->height * TOP_PERCENT / 100)
			continue;
		uint32_t role = x->role[s - x->seg0];
		if (g->words > 10 || x->label_like[s - x->seg0] >= 850 || (role != NO_ROLE && role != token_named(x->in, "seller")))
			continue;
		struct region r = { .word = g->word, .end = g->word + g->words, .seg = s };
		struct cand c = { 0 };
		if (!value_pick(x, &x->plan->fields[field], &r, false, &c))
			continue;
		bool org = false, place = false;
		for (uint32_t i = x->sp->by_seg[s]; i < x->sp->by_seg[s + 1]; i++) {
			org |= x->sp->items[i].type == SPAN_ORG;
			place |= x->sp->items[i].type == SPAN_STREET || x->sp->items[i].type == SPAN_POSTAL_CITY;
		}
		if (!org && (place || seg_has_digit(x, s)))
			continue;
		int sim = org ? SIM_LETTERHEAD + 100 : SIM_LETTERHEAD - 100;
		if (g->size > x->em + x->em / 4)
			sim += 60;
		put(x, field, c.value, sim, GEOMETRY_FREE - COST_ORDER * order, c.quality, NULL);
		if (++order == 10)
			break;
	}
}

static bool is_title(struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "title", "heading", "headline" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (phrase_has(f->name, token_named(x->in, words[i])))
			return f->type == VALUE_TEXT;
	return false;
}

/* The lines in the largest type of the first page; of several equal runs the first. */
static void free_title(struct fx *x, uint32_t field)
{
	uint32_t best = VIEW_NONE;
	const struct view_page *page = &x->v->pages[x->scope.page];
	for (uint32_t l = page->line; l < page->line + page->lines; l++) {
		const struct view_seg *g = &x->v->segs[x->v->lines[l].seg];
		if (x->v->lines[l].box.y0 > page->page->height / 2 || g->words > 20 || x->v->lines[l].words < 2)
			continue;
		if (best == VIEW_NONE || g->size > x->v->segs[x->v->lines[best].seg].size)
			best = l;
	}
	if (best == VIEW_NONE)
		return;
	uint32_t size = x->v->segs[x->v->lines[best].seg].size, words = x->v->lines[best].words;
	for (uint32_t l = best + 1; l < page->line + page->lines && l < best + 3; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (x->v->segs[line->seg].size != size || line->leading > 2 * (int32_t)size)
			break;
		words += line->words;
	}
	bool large = (int32_t)size > x->em;
	put(x, field, found_run(x, x->v->lines[best].word, words), SIM_TITLE + (large ? 100 : 0), GEOMETRY_FREE, 800, NULL);
}

/* ---- values the schema spells out */

static bool word_is(struct str w, struct str choice)
{
	while (w.n && strchr(",.;:()", w.p[w.n - 1]))
		w.n--;
	while (w.n && strchr("(", w.p[0]))
		w = (struct str){ w.p + 1, w.n - 1 };
	return str_eq_nocase(w, choice);
}

static void free_choice(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	int order = 0;
	for (uint32_t w = x->word0; w < x->word1 && order < 8; w++)
		for (size_t i = 0; i < f->choices_n; i++) {
			struct str choice = f->choices[i];
			if (choice.n < 2 || memchr(choice.p, ' ', choice.n) || !word_is(x->v->words[w].text, choice))
				continue;
			bool exact = str_eq(x->v->words[w].text, choice);
			bool head = x->v->lines[x->v->words[w].line].flags & VIEW_HEADING;
			put(x, field, found_run(x, w, 1), SIM_CHOICE + (exact ? 50 : -100) + (head ? 50 : 0),
			    GEOMETRY_FREE - COST_ORDER * order, 900, NULL);
			order++;
			break;
		}
}

/* ---- form fields, mail headers */

static struct str fact_text(const struct fx *x, uint32_t at, uint16_t n)
{
	return (struct str){ x->v->doc->facts_text + at, n };
}

static bool centre_in(struct doc_box in, struct doc_box b)
{
	int32_t cx = (b.x0 + b.x1) / 2, cy = (b.y0 + b.y1) / 2;
	return cx >= in.x0 && cx <= in.x1 && cy >= in.y0 && cy <= in.y1;
}

/* Words that show a fact's value: inside its box, or the fact itself if none do. */
static struct found fact_found(struct fx *x, const struct doc_fact *f)
{
	uint32_t *ids = ARENA_ARRAY(x->a, 64, uint32_t);
	struct found v = { .words = ids };
	for (uint32_t w = x->word0; ids && w < x->word1 && v.n < 64; w++)
		if (x->v->pages[x->v->words[w].page].page->number == f->page && centre_in(f->box, x->v->words[w].box))
			ids[v.n++] = w;
	if (v.n)
		return v;
	for (uint32_t p = x->scope.page; p < x->scope.end; p++)
		if (x->v->pages[p].page->number == f->page || !f->page)
			return (struct found){ .fact = f, .page = p };
	return (struct found){ 0 };
}

static void free_fact(struct fx *x, const struct doc_fact *f)
{
	struct str names[] = { fact_text(x, f->label, f->label_len), fact_text(x, f->name, f->name_len) };
	struct liking likes[4];
	if (f->kind == DOC_FACT_ATTACHMENT || f->kind == DOC_FACT_META)
		return;
	for (int i = 0; i < 2; i++) {
		size_t n = names[i].n ? labels_match(x, phrase_of(x->in, names[i]), likes, 4) : 0;
		for (size_t k = 0; k < n; k++) {
			if (likes[k].sim < 700 || likes[k].range)
				continue;
			if (f->blank || !f->value_len) {
				x->blank[likes[k].field] = 1;
				continue;
			}
			struct cand c = { .value = fact_found(x, f), .sim = likes[k].sim, .geometry = 1000, .quality = 900,
					  .rel = REL_FACT };
			c.score = value_score(&c);
			c.value.score = c.score;
			cand_add(x, likes[k].field, c);
		}
	}
}

/* ---- all of them */

static size_t fields_of(const struct fx *x, enum value_type t)
{
	size_t n = 0;
	for (size_t i = 0; i < x->plan->fields_n; i++)
		n += x->plan->fields[i].type == t;
	return n;
}

static void free_field(struct fx *x, uint32_t i)
{
	const struct plan_field *f = &x->plan->fields[i];
	for (size_t k = 0; k < sizeof self_rows / sizeof *self_rows; k++)
		if (self_rows[k].want == f->type)
			free_self(x, i, self_rows[k].is);
	if (f->type == VALUE_CURRENCY)
		free_currency(x, i);
	if (f->type == VALUE_DATE && fields_of(x, VALUE_DATE) == 1)
		free_date(x, i);
	if (f->type == VALUE_TIME && fields_of(x, VALUE_TIME) == 1)
		free_time(x, i);
	if (f->choices_n)
		free_choice(x, i);
	if (is_issuer_name(x, f))
		free_letterhead(x, i);
	if (is_title(x, f))
		free_title(x, i);
}

bool free_search(struct fx *x)
{
	for (uint32_t i = 0; i < x->plan->fields_n; i++)
		free_field(x, i);
	for (size_t i = 0; i < x->v->doc->facts_n; i++)
		free_fact(x, &x->v->doc->facts[i]);
	return true;
}
