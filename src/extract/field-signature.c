/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-signature - who signs a contract, below the name of the party he signs for:
 *
 *   HALVERSON INDUSTRIES, INC.            LANDLORD: MERIDIAN PLAZA, L.P.
 *   By: /s/ Marjorie Teague               By: Lorraine Petrakis, Managing Partner
 *   Name: Marjorie Teague
 *   Title: Chief Financial Officer
 *
 * Which party plays the role that a field asks for, the head of the column says, or the words that define
 * the role somewhere in the document: Halverson Industries, Inc., a Delaware corporation (the “Borrower”).
 */
#include "extract/field-letter.h"
#include "extract/field-prose.h"
#include "extract/plan-private.h"

enum { BLOCK_LINES = 4, HEAD_LINES = 3, DEFINED_WITHIN = 40, HEAD_WORDS = 14, SIM_ROLE = 920, SIM_FIRST = 800, COST_ORDER = 20, GEOMETRY = 900, QUALITY = 900 };

static struct str text_of(const struct fx *x, uint32_t w)
{
	return x->v->words[w].text;
}

bool seg_is_signing(const struct fx *x, uint32_t seg)
{
	static const char *const words[] = { "by:", "/s/", "signature:", "signed:" };
	const struct view_seg *g = &x->v->segs[seg];
	return g->words && (STR_ONE_OF(text_of(x, g->word), words) || (g->words > 1 && str_eq_z(text_of(x, g->word + 1), "/s/")));
}

static bool is_blank(struct str w)
{
	return w.n && (w.p[0] == '_' || w.p[0] == '.');
}

/* The name in a segment behind "By:", "/s/", "Name:", up to a comma that a title follows. */
static struct found name_in(struct fx *x, uint32_t seg)
{
	static const char *const skipped[] = { "by:", "/s/", "name:", "signature:", "signed:", "printed", "print" };
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t from = g->word, end = g->word + g->words;
	while (from < end && (STR_ONE_OF(text_of(x, from), skipped) || is_blank(text_of(x, from))))
		from++;
	for (uint32_t w = from; w + 1 < end; w++)
		if (text_of(x, w).p[text_of(x, w).n - 1] == ',')
			end = w + 1;
	return from < end && words_are_name(x, from, end) ? letter_run(x, from, end) : (struct found){ 0 };
}

/* Who signs here: the name written out below, or the one of the mark. */
static struct found signer_at(struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	struct found v = name_in(x, seg);
	for (uint32_t l = g->line + 1; l < x->line1 && l <= g->line + BLOCK_LINES; l++) {
		uint32_t s = seg_below(x, l, g);
		struct str first = s == VIEW_NONE ? STR("") : text_of(x, x->v->segs[s].word);
		if (s == VIEW_NONE || seg_is_signing(x, s))
			break;
		bool named = str_eq_nocase(first, STR("name:")) || str_eq_nocase(first, STR("printed"));
		if (named || (!v.n && !word_ends_label(first)))
			return name_in(x, s).n ? name_in(x, s) : v;
	}
	return v;
}

/* The segment that heads the column of a signature: the lines over it up to a gap; its first, VIEW_NONE if there is none. */
static uint32_t head_over(const struct fx *x, uint32_t seg, uint32_t *lines)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t head = VIEW_NONE;
	*lines = 0;
	for (uint32_t l = g->line; l-- > x->line0 && g->line - l <= HEAD_LINES;) {
		uint32_t s = seg_below(x, l, g);
		struct str first = s == VIEW_NONE ? STR("") : text_of(x, x->v->segs[s].word);
		static const char *const labels[] = { "name:", "title:", "its:", "date:", "by:" };
		if (s == VIEW_NONE || x->v->segs[s].words > HEAD_WORDS || STR_ONE_OF(first, labels) || x->v->lines[l].flags & VIEW_PROSE)
			break;
		head = s;
		++*lines;
	}
	return head;
}

static struct str bare(struct str w)
{
	while (w.n && strchr(",.;:)\"", w.p[w.n - 1]))
		w.n--;
	return w;
}

/* Does one of the words stand for a role of the field's name that is no word for signing? */
static bool says_role(struct fx *x, const struct plan_field *f, uint32_t word)
{
	struct phrase p = phrase_of_word(x->in, text_of(x, word));
	for (size_t i = 0; i < p.n; i++)
		if (phrase_has(f->name, p.tokens[i]) && !(token_flags(x->in, p.tokens[i]) & TOKEN_STOP))
			return true;
	return false;
}

/* "HALVERSON INDUSTRIES" of a column stands in the text, and soon behind it the role: "(the “Borrower”)". */
static bool defined_as(struct fx *x, const struct plan_field *f, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	for (uint32_t w = x->word0; g->words > 1 && w + 1 < g->word; w++) {
		if (!str_eq_nocase(bare(text_of(x, w)), bare(text_of(x, g->word))) || !str_eq_nocase(bare(text_of(x, w + 1)), bare(text_of(x, g->word + 1))))
			continue;
		for (uint32_t k = w + 2; k < x->word1 && k < w + DEFINED_WITHIN; k++) {
			struct str t = text_of(x, k);
			bool quoted = quote_opens(t) || (t.n > 1 && t.p[0] == '(' && quote_opens((struct str){ t.p + 1, t.n - 1 }));
			if (quoted)
				return says_role(x, f, k); /* the first term behind the name is its own */
		}
		return false;
	}
	return false;
}

static bool head_suits(struct fx *x, const struct plan_field *f, uint32_t seg)
{
	uint32_t lines, head = head_over(x, seg, &lines);
	if (head == VIEW_NONE)
		return false;
	const struct view_seg *over = &x->v->segs[head];
	for (uint32_t l = over->line; l < over->line + lines; l++) {
		uint32_t s = seg_below(x, l, &x->v->segs[seg]);
		for (uint32_t w = s == VIEW_NONE ? 0 : x->v->segs[s].word; s != VIEW_NONE && w < x->v->segs[s].word + x->v->segs[s].words; w++)
			if (says_role(x, f, w))
				return true;
	}
	return defined_as(x, f, head);
}

bool field_asks_signer(const struct plan_field *f)
{
	size_t end = text_find(f->node->name, "sign"), at = end == SIZE_MAX ? end : end - strlen("sign");
	bool begins = at != SIZE_MAX && (!at || f->node->name.p[at - 1] == '_' || f->node->name.p[at] == 'S');
	return begins && text_find(f->node->name, "date") == SIZE_MAX && (f->type == VALUE_TEXT || f->type == VALUE_PERSON || f->type == VALUE_ORG);
}

static void offer(struct fx *x, uint32_t field, uint32_t seg, struct found v, int sim)
{
	const struct view_seg *g = &x->v->segs[seg];
	struct cand c = { .value = v, .label = g->word, .labels = 1, .sim = sim, .geometry = GEOMETRY, .quality = QUALITY, .rel = REL_BELOW };
	c.value.by = BY_LABEL;
	c.score = value_score(&c);
	c.value.score = c.score;
	cand_add(x, field, c);
}

void signatures_search(struct fx *x)
{
	bool asked = false;
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		asked |= field_asks_signer(&x->plan->fields[f]);
	int order = 0;
	for (uint32_t s = x->seg0; asked && s < x->seg1; s++) {
		struct found v = seg_is_signing(x, s) ? signer_at(x, s) : (struct found){ 0 };
		for (uint32_t f = 0; v.n && f < x->plan->fields_n; f++) {
			const struct plan_field *p = &x->plan->fields[f];
			if (field_asks_signer(p) && !field_asks_title(x, p))
				offer(x, f, s, v, head_suits(x, p, s) ? SIM_ROLE : SIM_FIRST - COST_ORDER * (order < 5 ? order : 5));
		}
		order += v.n > 0;
	}
}
