/* SPDX-License-Identifier: Apache-2.0 */
/* lexicon-private - what lexicon*.c share. */
#pragma once
#include "extract/lexicon.h"

extern const struct lexicon_table lexicon_table;
#define LEX (&lexicon_table)

struct word_memo { /* a written word met before */
	struct str word;
	const uint32_t *ids;
	uint32_t n;
};

enum { NAMED_SLOTS = 1024, ANSWERS = 1024 };
struct named_memo { /* one constant a slot: the last one asked for */
	const char *word;
	uint32_t token;
};

struct intern {
	struct label_answer *answers; /* ANSWERS */
	struct arena *a;
	struct str *text;        /* of unknown words, by id - tokens_n */
	int16_t *unknown_weight;
	uint32_t unknown_n, unknown_cap;
	uint32_t *slots;         /* hash -> unknown + 1 */
	uint32_t slots_n;
	struct word_memo *memo;  /* open addressing */
	uint32_t memo_n, memo_cap;
	int16_t *weight;         /* of lexicon tokens */
	struct named_memo *named; /* constants asked for, by their addresses */
	uint32_t percent;        /* that token */
};

void token_sort(uint32_t *ids, size_t n);
