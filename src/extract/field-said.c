/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-said - what the words about a party say that a field asks for by the rest of
 * its name: an address, a date of birth, a number behind what it is called, who
 * represents it (said.def).
 */
#include "extract/field-prose.h"

enum { LABEL_MOST = 4, VALUE_NEAR = 3, SIM_LABEL = 700, ALIASES = 32, GROUPS = 6 };

static bool rest_has(const struct fx *x, struct phrase rest, const char *word)
{
	return phrase_has(rest, token_named(x->in, word));
}

/* ---- said.def */

enum said_side { BEFORE, AFTER };
enum said_what { PERSON, WORD, WORDS };
static const struct {
	const char *names, *words;
	enum said_side side;
	enum said_what what;
} said_rows[] = {
#define SAID(names, side, words, what) { names, words, side, what },
#include "extract/said.def"
#undef SAID
};

/* Does the rest of the name hold a word of the row, and all of it if it has one word? */
static bool row_asked(struct fx *x, struct phrase rest, const char *names)
{
	struct str left = str_from(names), word;
	size_t held = 0, all = 0;
	while (left.n) {
		left = str_cut(left, ' ', &word);
		struct phrase p = phrase_of_word(x->in, word);
		all++;
		held += p.n && phrase_has(rest, p.tokens[0]);
	}
	return held > 0 && (all < 2 || held >= 2 || all > 2);
}

static struct found capitals_at(struct fx *x, const struct sentence *s, uint32_t i, uint32_t end)
{
	uint32_t at = i, stop;
	while (at < end && at < i + 2 && word_starts_lower(text_at(x, s, at)))
		at++;
	for (stop = at; stop < end && stop < at + 5; stop++) {
		struct str w = text_at(x, s, stop);
		bool joins = stop > at && stop + 1 < end && (str_eq_z(w, "and") || str_eq_z(w, "of") || str_eq_z(w, "de")) && word_is_capital(text_at(x, s, stop + 1));
		if (!word_is_capital(w) && !joins)
			break;
		if (strchr(",.;:)", w.p[w.n - 1])) {
			stop++;
			break;
		}
	}
	return trimmed_words(x, s, at, stop);
}

static struct found row_value(struct fx *x, const struct sentence *s, const struct mention *m, size_t row, uint32_t at, uint32_t after)
{
	uint32_t stop, from = at;
	if (said_rows[row].side == BEFORE) {
		while (from > m->from && at - from < 3 && word_is_capital(text_at(x, s, from - 1)))
			from--;
		return trimmed_words(x, s, from, at);
	}
	if (said_rows[row].what == WORD)
		return trimmed_words(x, s, after, after + 1 < m->end ? after + 1 : m->end);
	if (said_rows[row].what == WORDS)
		return capitals_at(x, s, after, m->end);
	for (uint32_t i = after; i < m->end && i < after + 5; i++) { /* "die Geschäftsführerin Frau Dr. Silke Brandt" */
		struct found v = person_at(x, s, i, m->end, &stop);
		struct phrase *p = fx_word(x, s->word[i]);
		bool word = p->n && token_is_known(p->tokens[0]);
		if (v.n && !word)
			return v;
	}
	return (struct found){ 0 };
}

static struct found rows_value(struct fx *x, const struct sentence *s, const struct mention *m, struct phrase rest)
{
	for (size_t r = 0; r < sizeof said_rows / sizeof *said_rows; r++) {
		if (!row_asked(x, rest, said_rows[r].names))
			continue;
		for (uint32_t i = m->from; i < m->end; i++) {
			uint32_t after = cue_at(x, s, i, said_rows[r].words);
			struct found v = after && after <= m->end ? row_value(x, s, m, r, i, after) : (struct found){ 0 };
			if (v.n)
				return v;
		}
	}
	return (struct found){ 0 };
}

/* ---- a value behind what it is called */

static size_t aliases_of(struct fx *x, struct phrase rest, struct phrase *out)
{
	int weights[ALIASES];
	out[0] = rest;
	return 1 + lexicon_expand(x->in, rest, true, out + 1, weights, ALIASES - 1);
}

static int called(struct fx *x, struct phrase label, const struct phrase *aliases, size_t n)
{
	int best = 0;
	for (size_t i = 0; label.n && i < n; i++) {
		int sim = phrase_similarity(x->in, label, aliases[i]);
		best = sim > best ? sim : best;
	}
	return best;
}

static bool is_code(struct str w)
{
	size_t digits = 0;
	for (size_t i = 0; i < w.n; i++)
		digits += w.p[i] >= '0' && w.p[i] <= '9';
	return digits >= 2;
}

/* "118 402 773": groups of digits are one number. Where the last of them ends. */
static uint32_t groups_stop(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t end)
{
	uint32_t at = i;
	while (at < end && at < i + GROUPS) {
		struct str w = text_at(x, s, at);
		size_t digits = 0;
		while (digits < w.n && w.p[digits] >= '0' && w.p[digits] <= '9')
			digits++;
		if (!digits || digits > 4 || w.n > digits + 1)
			break;
		at++;
		if (w.n > digits)
			break; /* a sign ends it */
	}
	return at > i ? at : i + 1;
}

static struct found value_behind(struct fx *x, const struct sentence *s, const struct mention *m, uint32_t field, uint32_t at,
				 const struct span **span)
{
	for (uint32_t i = at; i < m->end && i < at + VALUE_NEAR; i++) {
		struct cand c = { 0 };
		for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;)
			if (span_suits(x, field, p, &c)) {
				*span = p;
				return c.value;
			}
		if (x->plan->fields[field].type == VALUE_ID && is_code(text_at(x, s, i))) {
			struct found v = trimmed_words(x, s, i, groups_stop(x, s, i, m->end));
			struct str w = text_at(x, s, i);
			v.skip = w.p[0] == '#' || w.p[0] == '(' ? 1 : 0;
			return v;
		}
	}
	return (struct found){ 0 };
}

static struct found labelled_value(struct fx *x, const struct sentence *s, const struct mention *m, uint32_t field, struct phrase rest,
				   const struct span **span)
{
	struct phrase aliases[ALIASES];
	size_t aliases_n = rest.n ? aliases_of(x, rest, aliases) : 0;
	struct found best = { 0 };
	int best_sim = SIM_LABEL - 1;
	for (uint32_t i = m->from; i < m->end; i++)
		for (uint32_t n = 1; n <= LABEL_MOST && i + n < m->end; n++) {
			const struct span *p = NULL;
			int sim = called(x, sentence_phrase(x, s, i, i + n), aliases, aliases_n);
			struct found v = sim > best_sim ? value_behind(x, s, m, field, i + n, &p) : (struct found){ 0 };
			if (!v.n)
				continue;
			best = v;
			best_sim = sim;
			*span = p;
		}
	return best;
}

/* ---- by type */

static struct found typed_in(struct fx *x, const struct sentence *s, const struct mention *m, uint32_t field, const struct span **span)
{
	struct cand c = { 0 };
	for (uint32_t i = m->from; i < m->end; i++)
		for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;)
			if (span_suits(x, field, p, &c)) {
				*span = p;
				return c.value;
			}
	return (struct found){ 0 };
}

struct found said_of(struct fx *x, const struct sentence *s, const struct mention *m, uint32_t field, struct phrase rest,
		     const struct span **span)
{
	const struct plan_field *f = &x->plan->fields[field];
	uint32_t a, b;
	switch (f->type) {
	case VALUE_ADDRESS:
		return address_within(x, s, m->from, m->end, &a, &b) ? quoted_whole(x, s, a, b) : (struct found){ 0 };
	case VALUE_CITY: {
		struct found v = typed_in(x, s, m, field, span);
		return v.n ? v : rows_value(x, s, m, rest);
	}
	case VALUE_STREET: case VALUE_POSTAL_CODE: case VALUE_EMAIL: case VALUE_PHONE: case VALUE_URL: case VALUE_IBAN:
	case VALUE_BIC: case VALUE_VAT_ID:
		return typed_in(x, s, m, field, span);
	case VALUE_DATE:
		return rest_has(x, rest, "birth") ? typed_in(x, s, m, field, span) : (struct found){ 0 };
	case VALUE_ID: case VALUE_NUMBER: case VALUE_INTEGER: case VALUE_MONEY:
		return labelled_value(x, s, m, field, rest, span);
	case VALUE_TEXT: case VALUE_PERSON: case VALUE_ORG: case VALUE_REGION: case VALUE_COUNTRY: {
		struct found v = rows_value(x, s, m, rest);
		return v.n ? v : f->type == VALUE_TEXT ? labelled_value(x, s, m, field, rest, span) : v;
	}
	default:
		return (struct found){ 0 };
	}
}
