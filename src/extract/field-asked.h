/* SPDX-License-Identifier: Apache-2.0 */
/* field-asked - what the name and description of a field say, word by word (private to field-asked.c, field-evidence.c). */
#pragma once
#include "extract/field-prose.h"

enum { MORE_MOST = 10 };

struct said { /* a word of a name or description */
	uint32_t token;
	struct str raw; /* as it is written, folded; empty: a part of a compound, or of a phrase of the lexicon */
	uint64_t bits;  /* a word says it only with one of these in common (fx.saying): token_akin_bits(), and above them how raw begins */
	const char *const *others; /* how sentences say it else, ended by NULL; NULL: not */
};

/* A word as it stands there, without what opens before it. */
static inline struct str said_written(struct str w)
{
	while (w.n && strchr("(\"'", w.p[0]))
		w = (struct str){ w.p + 1, w.n - 1 };
	return w;
}

/* How a word begins, for such bits: those of one letter, or all if it need not begin alike. */
static inline uint64_t said_start_bits(char c, bool any)
{
	return any ? ~AKIN_BITS : UINT64_C(1) << (48 + ((unsigned char)c | 32) % 16);
}

struct asked { /* what a field's name and description say, once a search */
	struct said name[PHRASE_TOKENS], more[MORE_MOST];
	bool kind[PHRASE_TOKENS]; /* the word of the name says what kind of figure it is, which a sentence need not say */
	size_t name_n, more_n;
	bool figures, quotes;     /* does the field take figures, dates and codes; what stands in quotes? */
};
