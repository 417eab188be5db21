/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-byline - who wrote a document: "By Ann Miller", "Von Jo Weber am 3. Mai", the author that the source
 * keeps of itself if words show it.
 */
#include "extract/field-private.h"

enum { SIM_BYLINE = 740, SIM_META = 800, GEOMETRY = 800, COST_ORDER = 20, NAME_WORDS = 6, LINES = 6, TITLE_LINES = 12, BONUS_PERSON = 60, BONUS_NEAR = 60 };

static bool is_author(const struct fx *x, const struct plan_field *f)
{
	static const char *const who[] = { "author", "writer", "creator" };
	if (f->type != VALUE_PERSON && f->type != VALUE_TEXT && f->type != VALUE_ORG)
		return false;
	for (size_t i = 0; i < sizeof who / sizeof *who; i++)
		if (phrase_has(f->name, token_named(x->in, who[i])))
			return true;
	return false;
}

/* "By", in the languages of the lexicon and their neighbours; "of" in them, too, where a line of its own begins with it. */
static bool is_by(struct str w)
{
	static const char *const words[] = { "by", "by:", "von", "par", "por", "di", "door", "av", "af", "autor:", "od", "przez", "от",
		"від", "od:", "von:", "par:", "por:" };
	return STR_ONE_OF(w, words);
}

/* "From MountainMamas 2 weeks ago": who sent it in, and when. */
static bool is_sender(const struct fx *x, const struct view_seg *g, uint32_t w)
{
	uint32_t end = g->word + g->words;
	return str_eq_nocase(x->v->words[w].text, STR("from")) && end - w <= 6 && str_eq_nocase(x->v->words[end - 1].text, STR("ago"));
}

/* Words inside names and between them. */
static bool is_particle(struct str w)
{
	static const char *const small[] = { "de", "da", "di", "van", "von", "der", "den", "la", "le", "du", "del", "&", "and", "und", "et" };
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		if (str_eq_z(w, small[i]))
			return true;
	return false;
}

/* "750g La Table": below a title, behind "by", a name may begin with a digit. */
static bool begins_with_digit(const struct fx *x, uint32_t w, uint32_t end)
{
	struct str t = x->v->words[w].text, next = w + 1 < end ? x->v->words[w + 1].text : STR("");
	return t.n > 1 && t.p[0] >= '0' && t.p[0] <= '9' && t.p[t.n - 1] >= 'a' && next.n && next.p[0] >= 'A' && next.p[0] <= 'Z';
}

static bool is_name_word(struct str w)
{
	return w.n && !(w.p[0] >= 'a' && w.p[0] <= 'z') && !(w.p[0] >= '0' && w.p[0] <= '9') && !word_is_sign(w);
}

static bool has_span(const struct fx *x, uint32_t seg, enum span_type t, uint32_t word)
{
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == t && x->sp->items[i].word <= word && x->sp->items[i].word + x->sp->items[i].words > word)
			return true;
	return false;
}

/* The name behind "by" at word w of a segment: its words; 0 if what follows is none. *cut: a comma that ends it. */
static uint32_t name_after(const struct fx *x, const struct view_seg *g, uint32_t w, bool near, uint16_t *cut)
{
	uint32_t seg = (uint32_t)(g - x->v->segs), end = g->word + g->words, n = 0;
	*cut = 0;
	while (w + n < end && n < NAME_WORDS) {
		struct str t = x->v->words[w + n].text;
		if (!(is_name_word(t) || is_particle(t) || (!n && near && begins_with_digit(x, w, end))) || has_span(x, seg, SPAN_DATE, w + n))
			break;
		n++;
		if (strchr(",;", t.p[t.n - 1])) {
			*cut = 1;
			break;
		}
	}
	if (w + n < end && n == NAME_WORDS)
		return 0;
	while (n && is_particle(x->v->words[w + n - 1].text))
		n--;
	return n;
}

static int32_t title_bottom(const struct fx *x)
{
	const struct view_page *p = &x->v->pages[x->scope.page];
	uint16_t size = 0;
	int32_t y = 0;
	for (uint32_t l = p->line; l < p->line + p->lines; l++)
		if (x->v->segs[x->v->lines[l].seg].size > size) {
			size = x->v->segs[x->v->lines[l].seg].size;
			y = x->v->lines[l].box.y1;
		}
	return y;
}

bool below_title(const struct fx *x, const struct view_seg *g)
{
	int32_t title = title_bottom(x);
	return g->page == x->scope.page && g->box.y0 >= title && g->box.y0 - title < TITLE_LINES * x->em;
}

static void bylines(struct fx *x, uint32_t field)
{
	int order = 0;
	for (uint32_t s = x->seg0; s < x->seg1 && order < LINES; s++) {
		const struct view_seg *g = &x->v->segs[s];
		uint32_t w = g->word, n;
		uint16_t cut;
		while (w < g->word + g->words && word_is_sign(x->v->words[w].text))
			w++; /* a bullet */
		bool near = below_title(x, g);
		if (g->page != x->scope.page || w + 1 >= g->word + g->words || !(is_by(x->v->words[w].text) || (near && is_sender(x, g, w))) ||
		    !(n = name_after(x, g, w + 1, near, &cut)))
			continue;
		struct found v = found_run(x, w + 1, n);
		v.cut = cut;
		cand_put(x, field, v, SIM_BYLINE + (near ? BONUS_NEAR : 0) + (has_span(x, s, SPAN_PERSON, w + 1) ? BONUS_PERSON : 0),
			 GEOMETRY - COST_ORDER * order, 950, NULL);
		order++;
	}
}

static bool run_is(const struct fx *x, uint32_t word, struct str text)
{
	uint32_t w = word;
	while (text.n) {
		struct str part, t;
		text = str_cut(text, ' ', &part);
		if (!part.n)
			continue;
		t = w < x->word1 ? x->v->words[w].text : STR("");
		if (!str_eq_nocase(t, part))
			return false;
		w++;
	}
	return w > word;
}

static uint32_t words_in(struct str text)
{
	uint32_t n = 0;
	struct str part;
	while (text.n) {
		text = str_cut(text, ' ', &part);
		n += part.n > 0;
	}
	return n;
}

static void meta_author(struct fx *x, uint32_t field)
{
	const struct doc *d = x->v->doc;
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		struct str name = { d->facts_text + f->name, f->name_len }, value = { d->facts_text + f->value, f->value_len };
		if (f->kind != DOC_FACT_META || !str_eq_nocase(name, STR("author")))
			continue;
		for (uint32_t w = x->word0; value.n && w < x->word1; w++)
			if (run_is(x, w, value)) {
				cand_put(x, field, found_run(x, w, words_in(value)), SIM_META, GEOMETRY, 1000, NULL);
				return;
			}
	}
}

void head_author(struct fx *x, uint32_t field)
{
	if (!is_author(x, &x->plan->fields[field]))
		return;
	bylines(x, field);
	meta_author(x, field);
}
