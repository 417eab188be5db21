/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token - words of a text become canonical tokens (shared by the generator of
 * the lexicon's tables and the lexicon itself, so that both read alike).
 */
#pragma once
#include "base/str.h"

#define TOKEN_BYTES 64  /* longest token kept; longer words are cut */
#define TOKEN_PIECES 16 /* most pieces of one word without white space */
#define TOKEN_IDS 8     /* most canonical tokens of one piece */

enum token_flag {
	TOKEN_STOP = 1,     /* carries no meaning in a label */
	TOKEN_CONTRAST = 2, /* tells fields of one kind apart: net, due, ship … */
	TOKEN_LIGHT = 4,    /* head of many labels: date, number, amount … */
	TOKEN_ROLE = 8      /* a party or side: seller, buyer, tenant … */
};

/* Texts are offsets: a pointer to each would be written anew at every start of the program. */
struct lex_variant { /* a written word and the canonical tokens it stands for */
	uint32_t text; /* where it begins in the table's */
	uint32_t ids; /* offset into the pool */
	uint8_t n;
	uint8_t joins; /* may be part of a compound written as one word (de, nl, sv …) */
};

struct lex_phrase {
	uint32_t tokens, key; /* offsets into the pool: as written; sorted */
	uint32_t class;
	uint8_t n, tier, oneway;
};

struct lex_name { /* of a canonical token */
	uint32_t text, n;
};

struct lexicon_table {
	const char *text; /* all words, each with its NUL */
	const struct lex_name *names;
	const uint8_t *token_flags;
	uint32_t tokens_n;
	const struct lex_variant *variants;
	uint32_t variants_n;
	const uint32_t *slots; /* by token_hash(), then the next free one: variant + 1, or 0 */
	uint32_t slots_n;      /* a power of two, more than variants_n */
	const uint32_t *pool;
	const struct lex_phrase *phrases; /* grouped by class, best first */
	uint32_t phrases_n;
	const uint32_t *by_key;      /* phrase indexes sorted by their sorted tokens */
	const uint32_t *class_first; /* classes_n + 1 phrase indexes */
	uint32_t classes_n;
};

struct token_piece {
	char text[TOKEN_BYTES]; /* folded, NUL-ended */
	size_t n;
};

/* Pieces of one word: folded, split at signs, case changes and elisions. */
size_t token_split(struct str word, struct token_piece *out);

/*
 * Canonical tokens of a piece. Words the table does not know are given to
 * intern(). At most TOKEN_IDS.
 */
size_t token_canon(const struct lexicon_table *t, const struct token_piece *p, uint32_t (*intern)(void *, struct str),
		   void *ctx, uint32_t *ids);

uint32_t token_hash(struct str word);
/* A canonical token's own word; token is below t->tokens_n. */
static inline struct str lexicon_name(const struct lexicon_table *t, uint32_t token)
{
	return (struct str){ t->text + t->names[token].text, t->names[token].n };
}
const struct lex_variant *lexicon_variant(const struct lexicon_table *t, struct str word);
