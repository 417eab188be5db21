/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-quote - what people are quoted with, and who they are:
 *
 *   "We have not seen damage like this," said Morag Ferrier, operations director of Caledonia Power.
 *   « Nous voulons réparer », explique Hélène Garrec, directrice générale.
 */
#include "extract/field-prose.h"

enum { QUOTE_LEAST = 4, QUOTE_MOST = 90, SPEAKER_NEAR = 9, TITLE_WORDS = 9, SIM_QUOTE = 820, SIM_SPEAKER = 820, COST_ORDER = 20, ORDER_MOST = 8, QUALITY = 900 };

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

/* Does a part of the path begin so: "quoted_person.name"? */
static bool path_names(const struct plan_field *f, const char *const *stems, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t at = 0; at + strlen(stems[i]) <= f->path.n; at++)
			if ((!at || f->path.p[at - 1] == '.' || f->path.p[at - 1] == '_') && str_eq_nocase((struct str){ f->path.p + at, strlen(stems[i]) }, str_from(stems[i])))
				return true;
	return false;
}

static bool asks_quote(const struct plan_field *f)
{
	static const char *const words[] = { "quote", "quotes", "citation", "cita", "zitat", "citaat", "citazione", "citacao", "citação", "cytat", "quoted_text", "quote_text" };
	return f->type == VALUE_TEXT && STR_ONE_OF(f->node->name, words);
}

static bool asks_speaker(const struct plan_field *f)
{
	static const char *const stems[] = { "quoted", "speaker", "quote_author", "porte_parole", "zitiert", "geciteerde", "persona_citada" };
	return (f->type == VALUE_TEXT || f->type == VALUE_PERSON) && !asks_quote(f) && path_names(f, stems, sizeof stems / sizeof *stems);
}

/* Where the run of quoted words that begins at position i ends; 0 if none does. */
static uint32_t quote_stop(const struct fx *x, const struct sentence *s, uint32_t i)
{
	if (!quote_opens(text_at(x, s, i)))
		return 0;
	for (uint32_t end = i; end < s->n && end < i + QUOTE_MOST; end++)
		if ((end > i && word_is_quote(text_at(x, s, end))) || quote_closes(text_at(x, s, end)))
			return end + 1;
	return 0;
}

/* ", directrice générale de Verdalis.": words up to the end of the apposition behind a name. */
static void title_behind(struct fx *x, const struct sentence *s, uint32_t field, uint32_t from, int sim)
{
	uint32_t end = from;
	if (!from || last_of(text_at(x, s, from - 1)) != ',')
		return;
	while (end < s->n && end < from + TITLE_WORDS && !strchr(",.;", last_of(text_at(x, s, end))))
		end++;
	if (end < s->n && end < from + TITLE_WORDS && word_starts_lower(text_at(x, s, from)))
		clause_offer(x, s, from, field, trimmed_words(x, s, from, end + 1), sim, QUALITY, NULL);
}

/* "said Morag Ferrier", "ha señalado la consejera delegada, Pilar Asensio": the first name behind the quote. */
static void speaker_offer(struct fx *x, const struct sentence *s, uint32_t from, int sim)
{
	uint32_t stop = from, at = from;
	struct found name = { 0 };
	for (; at < s->n && at < from + SPEAKER_NEAR && !name.n; at++) {
		name = word_is_capital(text_at(x, s, at)) || word_is_vocative(text_at(x, s, at)) ? person_at(x, s, at, s->n, &stop) : name;
		if (!name.n && last_of(text_at(x, s, at)) == '.' && text_at(x, s, at).n > 4)
			return; /* another sentence begins */
	}
	for (uint32_t f = 0; name.n && f < x->plan->fields_n; f++) {
		const struct plan_field *p = &x->plan->fields[f];
		if (!asks_speaker(p) || !prose_open(x, f))
			continue;
		if (field_asks_title(x, p))
			title_behind(x, s, f, stop, sim);
		else
			clause_offer(x, s, from, f, name, sim, QUALITY, NULL);
	}
}

void speech_search(struct fx *x, const struct sentence *s, uint32_t *order)
{
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t end = quote_stop(x, s, i);
		if (!end || end - i < QUOTE_LEAST)
			continue;
		int cost = COST_ORDER * (int)(*order < ORDER_MOST ? *order : ORDER_MOST);
		for (uint32_t f = 0; f < x->plan->fields_n; f++)
			if (asks_quote(&x->plan->fields[f]) && prose_open(x, f))
				clause_offer(x, s, i, f, quoted_words(x, s, i, end - i), SIM_QUOTE - cost, QUALITY, NULL);
		speaker_offer(x, s, end, SIM_SPEAKER - cost);
		++*order;
		i = end - 1;
	}
}
