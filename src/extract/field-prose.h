/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-prose - sentences and what is read in them (private to field-prose.c, field-cue.c, field-clause.c).
 *
 *   prose     words that name a field, and the value near them
 *   cue       names that no words name: who pays, what law governs, what a party is called
 *   clause    the period, amount or share of a sentence about the field
 */
#pragma once
#include "extract/field-private.h"

enum { SENTENCE_WORDS = 400, WINDOWS = 256, NAME_WORDS = 12 };

struct window { /* words that some field likes as a label */
	uint32_t field, from, end; /* positions in the sentence */
	int sim;
};

struct sentence {
	uint32_t word[SENTENCE_WORDS];
	uint32_t n;
	struct window window[WINDOWS];
	uint32_t windows;
};

static inline struct str text_at(const struct fx *x, const struct sentence *s, uint32_t i)
{
	return x->v->words[s->word[i]].text;
}

/* field-prose.c */
/* Is the field still looked for? */
bool prose_open(const struct fx *x, uint32_t field);
uint32_t sentence_place(const struct sentence *s, uint32_t word); /* position of a word, UINT32_MAX if it is not in it */
struct found sentence_words(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end);
/* The quoted run that starts at position i: its length, 0 if none ends nearby. */
uint32_t quoted_run(const struct fx *x, const struct sentence *s, uint32_t i);
/* A quoted run as a value, without its quotes. */
struct found quoted_words(struct fx *x, const struct sentence *s, uint32_t i, uint32_t n);
/* The bracket that holds position i begins at most a few words before it: its position, or s->n. */
uint32_t bracket_before(const struct fx *x, const struct sentence *s, uint32_t i);
/* The name before a defined term: from the last boundary on, up to ", a Delaware corporation". */
struct found name_before(struct fx *x, const struct sentence *s, uint32_t term);
struct phrase sentence_phrase(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end);
bool takes_text(const struct plan_field *f);
/* Amounts, too: "price": "3 USD". */
bool wants_amount(const struct fx *x, const struct plan_field *f);
/* Does the span suit the field's type? Its quality, 0 if not; out gets words and reading. */
int span_suits(struct fx *x, uint32_t field, const struct span *s, struct cand *out);
bool is_clause_number(const struct fx *x, const struct span *s); /* "3.4" at the start of a line */

/* field-cue.c */
/* A value found in the sentence, at the word that position at names; span is the reading behind it or NULL. */
void clause_offer(struct fx *x, const struct sentence *s, uint32_t at, uint32_t field, struct found v, int sim, int quality,
		  const struct span *span);
void cues_search(struct fx *x, const struct sentence *s);

/* field-clause.c: what the sentence says without naming the fields; prose_search() calls it for each */
void clause_search(struct fx *x, const struct sentence *s);
