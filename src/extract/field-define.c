/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-define - what a contract says a term means:
 *
 *   “Escrow Agent” means Commerce Fiduciary Trust Company.       a name
 *   “Territory” shall mean Singapore, Malaysia and Brunei        words up to the end of the definition
 */
#include "extract/field-prose.h"

enum { SIM_LEAST = 800, TERM_WORDS = 5, MEANING_WORDS = 14, FIGURE_WORDS = 30, SIM_FIGURE = 960, QUALITY = 900 };

/* Where the meaning begins behind a quoted term that ends before position i; 0 if none is told. */
static uint32_t meaning_from(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const cues[] = { "means", "shall mean", "bedeutet", "désigne", "significa", "betekent", "oznacza" };
	for (size_t k = 0; i < s->n && k < sizeof cues / sizeof *cues; k++) {
		uint32_t end = cue_at(x, s, i, cues[k]);
		if (end && end < s->n)
			return end;
	}
	return 0;
}

/* Where the words of the meaning end: before what is only said of them. */
static uint32_t meaning_end(const struct fx *x, const struct sentence *s, uint32_t from)
{
	static const char *const goes_on[] = { "that", "which", "who", "as", "and/or", "including", "other", "whether", "subject", "provided" };
	uint32_t end = from;
	while (end < s->n && end < from + MEANING_WORDS) {
		struct str w = text_at(x, s, end);
		if (end > from && STR_ONE_OF(w, goes_on))
			return end;
		end++;
		bool comma = w.p[w.n - 1] == ',' && end < s->n && STR_ONE_OF(text_at(x, s, end), goes_on);
		if (comma || w.p[w.n - 1] == ';' || (w.p[w.n - 1] == '.' && w.n > 3 && (end == s->n || !word_starts_lower(text_at(x, s, end)))))
			return end;
	}
	return end == s->n ? end : 0; /* a long definition names nothing */
}

static void define_offer(struct fx *x, const struct sentence *s, uint32_t term, uint32_t field, uint32_t from, int sim)
{
	const struct plan_field *f = &x->plan->fields[field];
	uint32_t stop;
	struct found v = { 0 };
	bool place = f->type == VALUE_REGION || f->type == VALUE_CITY || f->type == VALUE_COUNTRY;
	if (place || f->type == VALUE_ORG || f->type == VALUE_PERSON || f->type == VALUE_TEXT) {
		v = org_at(x, s, from, &stop);
		uint32_t end = v.n ? 0 : meaning_end(x, s, from);
		if (end && (f->type == VALUE_TEXT || (word_is_capital(text_at(x, s, from)) && end - from <= NAME_WORDS)))
			v = trimmed_words(x, s, from, end);
	}
	if (v.n)
		clause_offer(x, s, term, field, v, sim, QUALITY, NULL);
}

/* “Letter of Credit Sublimit” means $25,000,000: the first figure or date of the meaning that the field takes. */
static void figure_offer(struct fx *x, const struct sentence *s, uint32_t term, uint32_t field, uint32_t from, int sim)
{
	for (uint32_t i = from; i < s->n && i < from + FIGURE_WORDS; i++)
		for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;) {
			struct cand c = { 0 };
			int quality = is_clause_number(x, p) ? 0 : span_suits(x, field, p, &c);
			if (!quality)
				continue;
			clause_offer(x, s, term, field, c.value, sim, quality, c.span);
			return;
		}
}

/* What words near the name told so far is less than what defines it. */
static bool is_lesser(const struct fx *x, uint32_t field)
{
	return prose_open(x, field) || x->cands[field].items[0].value.by == BY_WORDS;
}

void definitions_search(struct fx *x, const struct sentence *s)
{
	struct liking likes[4];
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t n = quoted_run(x, s, i), from = n && n <= TERM_WORDS ? meaning_from(x, s, i + n) : 0;
		if (!from)
			continue;
		size_t found = labels_match_least(x, sentence_phrase(x, s, i, i + n), SIM_LEAST, likes, 4);
		for (size_t k = 0; k < found; k++) {
			const struct plan_field *f = &x->plan->fields[likes[k].field];
			bool figure = likes[k].sim >= SIM_FIGURE && (takes_figure(x, f) || value_is_figure(f->type) || f->type == VALUE_PERCENT || f->type == VALUE_DATE);
			if (wants_passage(x, f) || !(figure ? is_lesser(x, likes[k].field) : prose_open(x, likes[k].field)))
				continue;
			if (figure)
				figure_offer(x, s, i, likes[k].field, from, likes[k].sim);
			else if (!takes_figure(x, f))
				define_offer(x, s, i, likes[k].field, from, likes[k].sim);
		}
	}
}
