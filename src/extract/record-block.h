/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-block - labels and headings of a document, for records made of them
 * (private to record-block.c, record-label.c).
 */
#pragma once
#include "extract/record.h"

#define BLOCK_KINDS 512
#define BLOCK_LABEL_WORDS 6

struct hit { /* a label, or a heading */
	uint32_t line, label, words;
	uint32_t value, end; /* words of the value in the label's own segment; value == end: none */
	int prop, sim;       /* prop -1: nobody asks for it */
	uint32_t kind;       /* labels of the same words are of one kind, headings of another */
	uint8_t level;       /* of a heading that is no label; 0 = it is a label */
	struct found found;  /* what stands beside it for its property; n 0 = nothing that suits */
};

struct kind {
	struct phrase p;
	bool heading;
	uint32_t block; /* the last block weighed that has it */
};

struct blocks {
	struct table_ctx *x;
	const struct prop_list *pl;
	struct kind kinds[BLOCK_KINDS];
	uint32_t kinds_n;
	struct hit *hits; /* in reading order */
	size_t n, cap;
	uint8_t *is_label; /* one a word */
	uint8_t *again;    /* one a segment: the same few words stand elsewhere, too */
	uint32_t block;    /* blocks weighed so far */
	bool cards;        /* blocks stand side by side: hits are in the order of blocks, not of lines */
};

/* All labels and headings, and the values of those that are asked for. False out of memory. */
bool blocks_labels(struct blocks *b);

/* ---- record-card.c: blocks side by side, and the names above them */
/* Put the hits in the order of cards, where labels repeat on one line. False out of memory. */
bool cards_order(struct blocks *b);
/* Words of the run that stands above the block of hits [from, to) like a title; 0 if there is none. */
struct cell card_title(const struct blocks *b, size_t from, size_t to);
/* The property that titles like this one give when no label does, props: those that labels give; -1 if none. */
int card_title_prop(const struct blocks *b, uint64_t props, struct cell title);
