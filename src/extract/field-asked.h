/* SPDX-License-Identifier: Apache-2.0 */
/* field-asked - what the name and description of a field say, word by word (private to field-asked.c, field-evidence.c). */
#pragma once
#include "extract/field-prose.h"

enum { MORE_MOST = 10 };

struct said { /* a word of a name or description */
	uint32_t token;
	struct str raw; /* as it is written, folded; empty: a part of a compound, or of a phrase of the lexicon */
};

struct asked { /* what a field's name and description say, once a search */
	struct said name[PHRASE_TOKENS], more[MORE_MOST];
	bool kind[PHRASE_TOKENS]; /* the word of the name says what kind of figure it is, which a sentence need not say */
	size_t name_n, more_n;
};
