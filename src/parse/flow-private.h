/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * flow-private - the tree that readers build and the strip it is set on.
 *
 * flow.c builds the tree, flow-place.c sets its boxes on the strip, flow-text.c lines, flow-table.c tables,
 * flow-picture.c reads pictures, flow-told.c tells of them, flow-page.c cuts the strip into pages and writes them. The strip is as long as
 * the document; pages are cut where no line is cut.
 */
#pragma once
#include "parse/flow.h"

/* Most texts of one word; longer ones go on as a glued word. */
enum { FLOW_WORD_BYTES = 400, FLOW_LEADING = 120 /* percent of the font size */ };
/* What tables may grow to, and how many columns they have. */
enum { FLOW_WIDEST = 1000000, FLOW_COLUMNS = 1000 };
/* Where boxes end: doc_open() takes pages of 20 million units; the strip is whole numbers of 32 bits. */
enum { FLOW_LETTER_HEIGHT = 79200 };
enum { FLOW_RIGHTMOST = 15000000, FLOW_LOWEST = 2000000000 };

enum flow_inline { /* after enum flow_kind */
	FLOW_ROOT = 16, FLOW_TEXT, FLOW_BREAK, FLOW_TAB, FLOW_MARK, FLOW_LINE, FLOW_PAGE_END, FLOW_PICTURE, FLOW_FILL
};

struct flow_node {
	struct flow_node *first, *last, *next, *parent;
	uint8_t kind; /* enum flow_kind or flow_inline */
	bool measured, on;
	uint8_t mark;
	int32_t least, most; /* width with all lines wrapped, with none */
	struct str text; /* of a picture: its name */
	struct str drawing; /* of a picture: the name of the same as a drawing */
	union {
		struct flow_style style;
		struct flow_props props; /* of a picture: its size is box, marker what its name is relative to */
	};
};

/* Growing array on the flow's arena. */
struct flow_list {
	void *p;
	size_t n, cap, size;
};
void *flow_add(struct flow *f, struct flow_list *l);

struct flow_word {
	struct doc_box box;
	struct str text;
	uint32_t fact, link;
	uint16_t size, run;
	uint8_t flags, source, down;
};

struct flow_shown { /* a picture on the strip */
	struct doc_box box;
	const struct flow_node *n;
};

struct flow_cut { /* a place where a page may end */
	int32_t y;
	bool must;             /* it ends here */
	bool sheet;            /* the page that ends has a size of its own */
	int32_t width, height; /* of a sheet; of the pages of the section that begins here, 0 = as they were */
	int32_t margin;
	uint32_t section;      /* its number, 0 = none begins here */
};

/* How much stands on the strip. */
struct flow_extent {
	size_t words, rules, marks, pictures;
};

struct flow_sheet { /* a page of the strip */
	int32_t y0, y1;        /* of the strip */
	int32_t dx, dy;        /* from the strip to the page */
	int32_t width, height;
	size_t word, words;    /* range in words, sorted by y */
};

struct flow {
	struct flow_options o;
	struct arena arena;
	struct flow_node root, *at, *section; /* section: where the last one begins */
	uint32_t sections;
	int depth, beyond;           /* beyond: boxes opened past FLOW_DEPTH */
	uint32_t hidden;
	struct flow_list facts, texts; /* struct doc_fact, doc_fact_text */
	struct flow_list links;      /* struct str */
	bool (*load)(void *ctx, struct str base, struct str name, struct buf *out, struct err *e);
	void *load_ctx;
	struct str base;             /* of pictures */
	struct flow_node *picture;   /* the last one that was told; NULL = none */
	int64_t pixels;              /* of pictures that were read, less what the pages so far may have */
	/* the strip */
	struct flow_list words, rules, marks, pictures, cuts, sheets;
	struct flow_list small;      /* const struct flow_node *: pictures that take no place */
	struct buf word, tokens;     /* under construction */
	void *order;                 /* words from top to bottom, once it is cut */
	int tables;                  /* that the place at hand is inside of */
	uint16_t run;
};

/* Blanks between words, units of a font of this size. */
int32_t flow_space_width(int32_t size);
/* Width of a code point in 1/1000 em. */
int32_t flow_char_width(uint32_t c);

bool flow_is_inline(const struct flow_node *n);

/* Set the inline nodes from first up to end in lines; returns the y below them. */
int32_t flow_lines(struct flow *f, const struct flow_node *first, const struct flow_node *end, const struct flow_node *box,
		   int32_t x, int32_t y, int32_t width);
/* Widths of the same. */
void flow_lines_measure(struct flow *f, const struct flow_node *first, const struct flow_node *end, int32_t *least, int32_t *most);

/* Everything in a box; returns the y below. */
int32_t flow_children(struct flow *f, struct flow_node *n, int32_t x, int32_t y, int32_t width);
/* What paragraphs and lists at the head of a box leave above its first line. */
int32_t flow_space_above(const struct flow_node *n);
int32_t flow_block(struct flow *f, struct flow_node *n, int32_t x, int32_t y, int32_t width); /* a box of any kind */
void flow_measure(struct flow *f, struct flow_node *n); /* sets least and most, once */
/* Blocks with text that hold no further ones, anywhere inside, once it is measured; counting ends at most. */
uint32_t flow_texts(const struct flow_node *n, uint32_t most);
/* The first text of a cell, if it is its only one. */
struct str flow_only_text(const struct flow_node *n);

int32_t flow_table(struct flow *f, struct flow_node *table, int32_t x, int32_t y, int32_t width);
void flow_table_measure(struct flow *f, struct flow_node *table);

/* Is it the name of a drawing, which says its text? */
bool flow_is_drawing(struct str name);
/* Note a picture that takes no place. */
void flow_picture_small(struct flow *f, const struct flow_node *n);
/* Facts of the pictures, once pages are cut; the picture of such a number, as it is, on the heap: NULL with ERR_PAGES, or why. */
void flow_pictures_tell(struct flow *f);
/* Can all of them be read? ERR_BROKEN says that one cannot. */
bool flow_pictures_check(struct flow *f, struct err *e);
struct Pix *flow_picture_take(struct flow *f, uint32_t number, struct err *e);
/* The page of a place of the strip, and a box on it. */
const struct flow_sheet *flow_sheet_of(const struct flow *f, int32_t y);
struct doc_box flow_box_on(const struct flow_sheet *s, struct doc_box b);

/* Its size, read from the picture where nobody told it; false: it takes no place. */
bool flow_picture_size(struct flow *f, struct flow_node *n);
int32_t flow_picture_place(struct flow *f, struct flow_node *n, int32_t x, int32_t y, int32_t width);
/* Read the pictures of a sheet: the text of drawings, and if recognise that of pixels. */
void flow_pictures_read(struct flow *f, const struct flow_sheet *s, bool recognise, struct doc_page_builder *out, struct sink *sink);

struct flow_extent flow_extent(const struct flow *f);
/* Move down what was put on the strip between the two. */
void flow_lower(struct flow *f, struct flow_extent from, struct flow_extent to, int32_t dy);

/* Is there still strip? False, and the flow over its budget, past its end. */
bool flow_goes_on(struct flow *f, int32_t y);
void flow_rule_add(struct flow *f, int32_t x0, int32_t y0, int32_t x1, int32_t y1);
void flow_cut_at(struct flow *f, int32_t y); /* a page may end here, unless inside a table */
