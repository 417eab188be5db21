/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lexicon - canonical tokens, phrase classes and label similarity.
 *
 * Readable source files (one per domain, src/extract/lexicon/x.lex; format in lexgen.c) are compiled to
 * sorted C tables at build time. Tokens are folded (NFKC, case, accents), split at signs and case changes,
 * plural-stripped, compound-split and canonicalised ("no.", "nr", "#", "numéro" -> number) to integer ids;
 * unknown words get ids beyond the lexicon's, interned per extraction. Not thread-safe: one struct intern per
 * extraction.
 */
#pragma once
#include "base/arena.h"
#include "base/str.h"
#include "extract/lexicon/token.h"

#define PHRASE_TOKENS 24 /* most tokens of one phrase; longer texts lose their tail */

struct intern; /* token ids of one extraction: the lexicon's, then the unknown words met */

struct phrase {
	const uint32_t *tokens;
	size_t n;
};

struct intern *intern_new(struct arena *a);
/* Text and enum token_flag bits of a token. */
struct str token_text(const struct intern *in, uint32_t token);
unsigned token_flags(const struct intern *in, uint32_t token);
/* Is it a word of the lexicon, not one met in the document or the schema? */
bool token_is_known(uint32_t token);
/* The token of one canonical word ("seller"), a constant: it is remembered by its address. UINT32_MAX if the lexicon does not know it. */
uint32_t token_named(const struct intern *in, const char *word);
/* How much a token says, 1/1000: heads of many labels (date, number) say less. Set per plan, default by flag. */
int token_weight(const struct intern *in, uint32_t token);
void token_set_weight(struct intern *in, uint32_t token, int weight);

/*
 * Canonical tokens of a text (label or schema name; splits case and underscores), without stop words unless
 * nothing else is left; lives on the arena. Empty when the text has no letters or digits.
 */
struct phrase phrase_of(struct intern *in, struct str text);
/* Canonical tokens of one written word, stop words too; remembered, so that asking again is cheap. */
struct phrase phrase_of_word(struct intern *in, struct str word);
/* The same words in any order? */
bool phrase_same(struct phrase a, struct phrase b);
/* A summary of a phrase for quick refusals: without a common bit two phrases have similarity 0. */
struct phrase_mask {
	uint64_t ids;             /* hashed tokens */
	uint32_t first, unknown;  /* first letters of all tokens; of those the lexicon does not know */
};
struct phrase_mask phrase_mask(const struct intern *in, struct phrase p);
static inline bool phrase_may_match(struct phrase_mask a, struct phrase_mask b)
{
	return (a.ids & b.ids) || (a.first & b.unknown) || (a.unknown & b.first);
}
bool phrase_has(struct phrase p, uint32_t token);

/*
 * Phrases of the same class as p or, with parts, of classes of a part of p, best first with weights 1/1000 (p itself not
 * included). Returns how many were written, at most max.
 */
size_t lexicon_expand(struct intern *in, struct phrase p, bool parts, struct phrase *out, int *weight, size_t max);
/* Is p, as it stands, a phrase of the lexicon? Then it reads like a label. */
bool lexicon_knows(struct phrase p);
/* Does a class begin with a phrase that has this word? Such words are English: classes are headed by what things are called there. */
bool lexicon_heads(uint32_t token);
/* What p is first of all called: the head of the only class it is of the first tier of, or of one whose head, no longer than it, shares a telling word with it. n 0: of none. */
struct phrase lexicon_head(const struct intern *in, struct phrase p);
/* Tier of p in the class headed by this phrase ("grand total"): 0 = the same thing, 1 and up = weaker, -1 = not in it. */
int lexicon_tier(struct intern *in, struct phrase p, const char *head);
/* Is p in that class at all? */
bool lexicon_in_class(struct intern *in, struct phrase p, const char *head);

/* Similarity of a label and an alias, 0 to 1000 (engine.md section 5). */
int phrase_similarity(const struct intern *in, struct phrase label, struct phrase alias);
/* The same for a label that many aliases are asked about: what its tokens weigh is read once. */
struct label_terms {
	struct phrase label;
	int16_t weight[PHRASE_TOKENS], extra[PHRASE_TOKENS]; /* of a token that an alias has, that it has not */
	uint32_t contrast;                                   /* tokens that tell fields of one kind apart, as bits */
	bool unknown;                                        /* the lexicon does not know all of them */
	struct phrase_mask mask;
	int least;                                           /* what they weigh at least, used or not */
};
void label_terms_read(const struct intern *in, struct phrase label, struct label_terms *out);
int label_similarity(const struct intern *in, const struct label_terms *terms, struct phrase alias);
/* What is asked of an alias again and again. */
struct label_bulk {
	struct phrase_mask mask;
	int weight, lightest; /* of all its tokens together, and of the lightest one */
	uint32_t n;
};
struct label_bulk label_bulk(const struct intern *in, struct phrase alias);
/* The similarity is never more than that; shared: what the tokens weigh that are in both, each of the label's counted. */
int label_ceiling(const struct label_terms *terms, const struct label_bulk *alias, int shared);

/* What was found out about a label by something at an address: one answer a slot, the last one. */
enum { ANSWER_TOKENS = 6 };
struct label_answer {
	const void *asked;
	uint32_t tokens[ANSWER_TOKENS];
	uint16_t n;
	int16_t answer;
};
/* Where such an answer is, or goes; *known: it is the one asked for. NULL: the label is too long to be remembered. New weights forget all. */
struct label_answer *label_answer(const struct intern *in, const void *asked, struct phrase label, bool *known);

/* lexicon-akin.c: the same word, or another of its family ("restore", "restoration"): folded texts of tokens. */
bool words_akin(struct str a, struct str b);
/* Most words are not akin: those that share nothing of this. */
struct akin_key {
	uint16_t first, plain; /* what the word, and what it is without a participle's "ge", begins with; 0 if it is too short to be akin to any */
	uint16_t families;
};
struct akin_key akin_key(struct str word);
static inline bool akin_keys_meet(struct akin_key a, struct akin_key b)
{
	return (a.first && (a.first == b.first || a.plain == b.plain)) || (a.families & b.families);
}
