/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-item - the items of a list of plain values, as words (private to record-list.c, record-item.c).
 */
#pragma once
#include "extract/record.h"

struct list_item {
	const uint32_t *words;
	size_t n;
	uint16_t cut; /* separator glued to the last word */
};

struct item_list { /* one reading of a list; the best of several is told */
	struct list_item *items;
	size_t n, cap;
	bool bullets;
	bool named;  /* a heading or label announces it */
	bool inside; /* it stands in the line of its label */
	uint32_t head; /* the line that announces it, if it is named */
};

/* Words added become one item; none are no item. False out of memory. */
bool item_push(struct table_ctx *x, struct item_list *l, const uint32_t *words, size_t n, uint16_t cut);

bool line_has_bullet(const struct view *v, const struct view_line *l); /* text behind it or not */
/* Does the word end an item of a list with commas? *cut: bytes of the sign when it is glued to the word. */
bool word_ends_item(struct str w, uint16_t *cut);
/* Words cut at commas, and the last of several items at its "and"; text in brackets stays whole. */
bool items_of_words(struct table_ctx *x, const uint32_t *words, size_t n, struct item_list *l);
bool items_between_commas(struct table_ctx *x, uint32_t word, uint32_t end, struct item_list *l); /* words [word, end) */
/*
 * Items below line head: a bullet begins one; without bullets every line that ends before the margin is
 * one. Captions between runs of bullets are passed over, headings and labels end the list.
 */
bool items_below(struct table_ctx *x, uint32_t head, struct item_list *l);
/* The same for a run of bullets that no heading announces; first is its first line. */
bool items_from(struct table_ctx *x, uint32_t first, struct item_list *l);

/* record-beside.c: the value of a label in a segment, as a list; *sim is its similarity to the array's names, 0 if it is none. */
bool items_beside(struct table_ctx *x, const struct plan_array *array, uint32_t seg, struct item_list *out, int *sim);

/* Does a line begin with a label of the array whose value stands beside it? Then nothing below it is announced. */
bool line_answers(struct table_ctx *x, const struct plan_array *array, uint32_t line);

/* record-list.c: the best list for an array, if its items come with amounts; n 0 if there is none. */
bool items_of_array(struct table_ctx *x, const struct plan_array *array, struct item_list *out);
/* The best list that a heading or label announces for an array; n 0 if there is none. */
bool items_named(struct table_ctx *x, const struct plan_array *array, struct item_list *out);
/* Do most of the items end on lines of three cells and more? Then they are rows of a table. */
bool items_are_rows(const struct table_ctx *x, const struct item_list *l);
/* Does a date or time follow the word: "sign the contract by | 31 October"? */
bool word_leads_moment(struct str w);
