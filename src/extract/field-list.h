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

/* Names one after the other from a position on, as far as they go: how many. */
uint32_t list_people_run(struct lists *m, uint32_t from, uint32_t end);
void list_people_between(struct lists *m, uint32_t from, uint32_t end); /* all names of people there */

/* field-people.c: those whom sentences call by the array's word */
void list_called(struct lists *m);
void list_parties(struct lists *m);
bool list_names_people(struct lists *m); /* is the array's name a word for people: "witnesses", not "amounts"? */

/* field-enumerate.c */
bool list_says_array(struct lists *m, uint32_t word);
void list_enumerated(struct lists *m);
