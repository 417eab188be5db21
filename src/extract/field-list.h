/* SPDX-License-Identifier: Apache-2.0 */
/* field-list - what readers of lists in running text share (private to field-list.c, field-enumerate.c). */
#pragma once
#include "extract/field-prose.h"

enum { ITEMS = 200 };

struct item {
	struct found value;
};

struct lists {
	struct fx *x;
	const struct plan_array *array;
	struct sentence s; /* the paragraph at hand */
	struct item items[ITEMS];
	uint32_t n;
	bool people;  /* they are names, */
	bool located; /* and an address stands behind them */
};

/* Words [from, end) of the paragraph become an item. */
void list_put(struct lists *m, uint32_t from, uint32_t end);
bool list_joins(struct str w); /* "and" */
/* The paragraph of a block that begins with one of its segments becomes the one at hand. */
void list_paragraph(struct lists *m, const struct view_block *b, uint32_t from_seg);
/* If most items are people, what is said of them in brackets goes; are they? */
bool list_names_only(struct lists *m);

/* field-enumerate.c */
void list_enumerated(struct lists *m);
