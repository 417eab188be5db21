/* SPDX-License-Identifier: Apache-2.0 */
/* suggest-private - what suggest*.c share. */
#pragma once
#include "extract/plan-private.h"
#include "extract/suggest.h"
#include "layout/span.h"

#define SUGGEST_NAME_WORDS 5  /* longer texts are no names */
#define SUGGEST_NAME_BYTES 60

struct suggester {
	struct planner p; /* of names: no plan */
	struct arena *a;
	bool german;      /* umlauts are written out */
	bool canonical;   /* labels are in another language: names are made of the lexicon's words where it knows all */
};

/* snake_case name of a label or phrase; empty if it can be none. */
struct str suggest_name(struct suggester *s, struct str text);
/* "Invoice number" of invoice_number. */
struct str suggest_title(struct suggester *s, struct str name);
/* What a name asks for. */
enum value_type suggest_type(struct suggester *s, struct str name);
/* Schema of a plain value; description may be empty. */
struct json *suggest_leaf(struct suggester *s, enum value_type t, struct str description);
/* Schema of an object without properties, and of a list of such objects. */
struct json *suggest_object(struct suggester *s);
struct json *suggest_list(struct suggester *s, struct json *items, struct str description);
/* The map of properties of an object schema, or of the objects of a list; NULL if it has none. */
struct json *suggest_properties(struct json *schema);
/* The property of that name, or of another name of the same words; NULL if there is none. */
struct json *suggest_find(struct suggester *s, const struct json *properties, struct str name);
/* Add a property; one that is there gains what it lacks: properties, if it has some. */
void suggest_add(struct suggester *s, struct json *properties, struct str name, struct json *schema);

/* suggest-prompt.c: add what the words ask for */
void suggest_prompt(struct suggester *s, struct str prompt, struct json *properties);
/* suggest-page.c: add the labels and tables of a document */
bool suggest_page(struct suggester *s, const struct doc *d, struct json *properties, struct err *e);

/* What a segment is by where it stands. */
enum page_place { PLACE_ANY, PLACE_ABOVE /* a label, its value below */, PLACE_BESIDE /* its value right of it */, PLACE_UNDER /* its value above */, PLACE_VALUE };

/* suggest-read.c */
struct page_reader {
	struct suggester *s;
	const struct view *v;
	const struct spans *sp;
	bool *used;     /* per line: part of a table, or a form whose labels place tells */
	uint8_t *place; /* per segment: enum page_place */
	bool article;   /* of science */
	struct json *properties;
	size_t fields, lists;
};
/* What words [word, word + words) of a segment are as a whole. */
enum value_type page_reading(const struct page_reader *r, uint32_t seg, uint32_t word, uint32_t words);
/* The type by what the name says and what was read. */
enum value_type page_agreed(enum value_type named, enum value_type read);
struct str page_words(const struct page_reader *r, uint32_t word, uint32_t words); /* without the colon at their end */
/* "Printed as "Invoice No."": the engine looks for what a description quotes. */
struct str page_described(const struct page_reader *r, struct str name, struct str printed);
/* May words [word, word + words) name something? Letters, no digits, no address of the web; at most so many. */
bool page_may_name(const struct page_reader *r, uint32_t word, uint32_t words, uint32_t most);
/* Is a segment the name of a firm or a person, or part of an address? */
bool page_is_entity(const struct page_reader *r, uint32_t seg);
/* Add the field that a label names, typed by the words of its value, unless it is there or names nothing. */
void page_field(struct page_reader *r, struct str printed, uint32_t seg, uint32_t word, uint32_t words);

/* suggest-form.c: mark captions in boxes, and texts that are labels and values in turn */
void page_forms_mark(struct page_reader *r);
/* Words that number a field, "1." of "1. Shipper": 0 or 1. */
uint32_t page_item_number(const struct page_reader *r, const struct view_seg *g);
/* The segment over the middle of this one, or VIEW_NONE. */
uint32_t page_above(const struct page_reader *r, uint32_t seg);
/* The segment below that begins where this one does, or VIEW_NONE. */
uint32_t page_below(const struct page_reader *r, uint32_t seg);

/* suggest-probe.c: parties, contracts, letters, sections and lists, kept if the engine finds them */
bool suggest_probe(struct page_reader *r, struct err *e);
/* Do its headings name the sections of a résumé? They are marked as used, for they are no labels. */
bool page_is_resume(struct page_reader *r);
bool page_is_article(struct page_reader *r); /* An abstract, and works cited at its end, which are marked as used. */
void page_lists_mark(struct page_reader *r); /* the same for words above bullets, and those */
/* "Bill to" over a name: what a party heads is no label. */
bool page_heads_party(struct page_reader *r, uint32_t seg);
/* "From       Bill to": headings of parties side by side, no header of a table. */
bool page_heads_parties(struct page_reader *r, const struct view_line *l);
