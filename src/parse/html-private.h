/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * html-private - the walk over a document's tree (html.c), what elements are (html-element.c), the boxes they open
 * (html-box.c), and what forms say (html-field.c).
 */
#pragma once
#include "parse/css.h"
#include "parse/html-tree.h"
#include "parse/html.h"

/*
 * The walk keeps its own stack, so that no depth of a document is a depth of
 * calls. Each level knows how many boxes of the flow it opened.
 */

enum { HTML_FACT_TEXT = 4000 };

enum role {
	R_INLINE, R_BLOCK, R_SKIP, R_HIDDEN, R_LIST, R_ITEM, R_TABLE, R_ROW, R_CELL, R_GROUP, R_DL, R_DT, R_DD, R_BR, R_HR, R_IMG, R_INPUT,
	R_SELECT, R_TEXTAREA, R_META, R_TITLE, R_STYLE, R_SCRIPT, R_PAIRS, R_PAIR, R_ALONE, R_FLEX, R_GRID,
	R_LINK, R_SVG
};
enum { HTML_PRE = 256, HTML_KEEP = 512, HTML_CENTER = 1024 }; /* of an element's style, beside enum doc_word_flag */

/* How an element is shown when nothing else is said. */
struct html_element {
	const char *name;
	enum role role;
	int16_t size;     /* percent of ordinary text, 0 = inherited */
	int16_t space;    /* above and below, 1/100 pt */
	uint16_t style;
	int8_t raise;
	int16_t indent;
};

struct level {
	const GumboNode *node;
	unsigned child;
	enum role role;
	uint16_t opened;          /* boxes of the flow */
	bool hidden, gone, row;   /* row: of a definition list or grid, stands open */
	bool tiny, shaded, placed;/* its letters are too small to be seen; something is behind it, or may be */
	uint8_t color;            /* enum css_color of its letters */
	uint8_t tracks, track;    /* of a grid: columns; the next free one */
	uint16_t lined;           /* boxes side by side in it are rows of a table that stands open: of so many cells; 0 = none does */
	bool page_after;
	int32_t number;           /* of the next item of an ordered list */
	char marker;              /* of a list's items: as office_number() takes it, 'b' bullet, 0 none */
	uint8_t span;             /* tracks of the grid it is in; 0 = it takes none */
	bool tab_after, blank_after;
	uint8_t align;
	struct flow_style style;
	const struct css_element *css;
	struct str after;         /* to be shown at its end */
};

struct walker {
	struct flow *f;
	struct level *levels;
	size_t n, cap;
	struct css_sheet *sheet;
	struct arena css;         /* what the sheet lives on */
	uint32_t sheets;          /* linked and imported ones so far */
	bool unsure;              /* one of them is not here */
	struct html_labels labels;
	uint32_t wishes;          /* enum task_wish */
	bool failed;
};

/* ---- elements */

const struct html_element *html_element_of(const char *name);
enum role html_aria_role(const GumboNode *n, enum role r);
enum role html_css_role(const struct css_look *l, enum role r);
bool html_has_attr(const GumboNode *n, const char *name);
uint16_t html_number(const GumboNode *n, const char *name); /* 0 = there is none */
/* A box of two boxes, the first of which ends in a colon: label and value, meant to stand side by side. */
bool html_is_pair(struct walker *w, const GumboNode *n);
bool html_is_pairs(struct walker *w, const GumboNode *n); /* most that it holds is */
/* Are the parts of a box side by side few and short? How many; 0 = they are not. */
uint16_t html_short_parts(struct walker *w, const GumboNode *n);

/* Signs between and places of the parts of a formula in MathML: the level is about to be shown. */
void html_math_part(struct walker *w, struct level *l, const char *name);

/* ---- what stands beside the page (html-link.c) */

/* A link element: the rules of a style sheet that belongs to the document, with those it imports. */
void html_link_read(struct walker *w, const GumboNode *n);
/* A drawing that stands in the page. */
void html_svg_show(struct walker *w, const GumboNode *n);

/* ---- boxes */

/* What the level's role says. */
void html_role_open(struct walker *w, struct level *l, const struct html_element *e, const struct css_look *look);
void html_role_close(struct walker *w, struct level *l);
/* Before what comes next in the level: nothing that is no row of a table of boxes stands in it. */
void html_lined_end(struct walker *w, struct level *l);

/* ---- fields and facts */

void html_input_show(struct walker *w, struct level *l);
void html_select_show(struct walker *w, struct level *l);
void html_field_show(struct walker *w, struct level *l, struct str value);
void html_meta_note(struct walker *w, const GumboNode *n);
/* Microdata: an itemprop's path and value; its words show it. */
void html_itemprop_note(struct walker *w, struct level *l);
