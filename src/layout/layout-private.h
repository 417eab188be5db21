/* SPDX-License-Identifier: Apache-2.0 */
/*
 * layout-private - what the passes share.
 *
 * The first three passes run page by page (words > lines > segments) and fill
 * growing tables; the others run once over the finished tables.
 */
#pragma once
#include "layout/char.h"
#include "layout/layout.h"

/* A table that grows on the scratch arena. */
struct vec {
	void *p;
	size_t n, cap, size;
};
/* Room for one more element, zeroed; NULL once the arena is over. */
void *vec_add(struct vec *t, struct arena *a);
/* Room for so many more at once; without it they are added all the same. */
void vec_reserve(struct vec *t, struct arena *a, size_t more);

/* A word on its way into a line. */
struct raw_word {
	struct view_word w;
	int32_t cy;     /* middle, levelled by the page's skew */
	int32_t base;   /* estimated baseline, levelled */
	int32_t h, em;  /* height that counts, font size */
	uint32_t row;   /* index of the row it joined */
};

struct edge { /* a vertical or horizontal line of a page */
	int32_t at, from, to;
	bool drawn; /* a rule; else the side of a filled area */
};

#define ABREAST_MOST 5
struct abreast { /* where tables side by side meet: below a row that repeats itself */
	int32_t x[ABREAST_MOST - 1];
	uint32_t n;
};

struct build {
	const struct doc *d;
	struct arena *a;       /* of the view */
	struct arena scratch;  /* of one layout_build() */
	struct view *v;
	struct vec words, lines, segs; /* struct view_word, view_line, view_seg */
	/* of the page at hand */
	struct raw_word *raw;
	uint32_t raw_n, raw_cap;
	struct abreast abreast;
	struct edge *vert;     /* vertical lines, sorted by x */
	uint32_t vert_n;
	struct edge *horz;     /* horizontal lines, sorted by y */
	uint32_t horz_n;
	int32_t body;          /* commonest font size */
	bool may_be_right;     /* some of its text may be written from right to left */
};

/* The page, or a copy on a that is turned upright by so many quarters. */
const struct doc_page *page_upright(struct arena *a, const struct doc_page *p, uint8_t *quarter);
/* Collect the visible words of a page, cut glued labels, leaders and bars; sets raw, body. */
bool words_collect(struct build *b, const struct doc_page *p);
/* Visual rows: sorts raw by row and x, numbers rows; drops overprinted duplicates. *rows = their number. */
bool lines_group(struct build *b, const struct doc_page *p, uint32_t *rows);
/* Append the page's words, lines and segments to the tables. */
bool segs_cut(struct build *b, const struct doc_page *p, uint32_t page, uint32_t rows);

/*
 * What of a page must be known to tell running lines and headings, which follow from all pages of a document. Lines are
 * numbered through the document from the first of the page on.
 */
struct running_page {
	uint32_t line, lines;
	uint16_t top;        /* lines at the top that may be of a header by their place */
	uint16_t table_head; /* bit i: line i stands over the columns of the one below, as the head of a table does */
	uint16_t climbing;   /* lines written upwards, which come last */
	uint16_t bottom;     /* lines before those that may be of a footer */
	uint16_t header, footer; /* found: lines at the top, lines before the climbing ones */
};
struct running {
	struct vec top, end; /* struct sight */
	struct vec pages;    /* struct running_page */
	uint32_t lines_n;
};
void running_init(struct running *r);
/* Add the pages of a view; facts grow on a. */
bool running_add(struct running *r, const struct view *v, struct arena *a);
/* All pages were added: find header and footer of each. */
bool running_find(struct running *r, struct arena *a);
/* Flag the lines of page (index in v), of which p is what was found. */
void running_apply(struct view *v, uint32_t page, const struct running_page *p);

struct heading_body { /* words of the document, in bold and capitals */
	uint64_t all, bold, upper;
};
struct heading_style {
	int32_t size; /* half points */
	bool bold, upper;
};
struct heading { /* a line that may be one, if the rest of the document looks plainer */
	uint32_t line;
	struct heading_style style;
	uint8_t depth; /* of its number: "2.1" has 2; 0 = none */
	uint8_t level; /* found; 0 = none */
	bool larger, numbered, prose;
};
void headings_body_add(struct heading_body *b, const struct view *v);
/* Could a line of the view be a heading? */
bool heading_read(const struct view *v, uint32_t line, struct heading *h);
bool heading_holds(const struct heading *h, const struct heading_body *b);
/* Levels of those that are (running lines taken out). */
void headings_rank(struct heading *h, size_t n);
void heading_apply(struct view_line *l, const struct heading *h);

/* Passes over the whole view, in this order. */
bool pages_build(struct build *b);
bool blocks_link(struct build *b);
bool running_mark(struct build *b);
bool prose_mark(struct build *b);
bool headings_mark(struct build *b);
bool cells_find(struct build *b);
bool lang_guess(struct build *b);
bool votes_count(struct build *b);
bool hyphened_list(struct build *b);

/* Font size of a word, from its height where the source gave none. */
static inline int32_t word_em(const struct view_word *w)
{
	return w->size ? w->size : (w->box.y1 - w->box.y0 < UINT16_MAX ? (w->box.y1 - w->box.y0) * 9 / 10 + 1 : UINT16_MAX);
}
static inline int32_t imin(int32_t a, int32_t b)
{
	return a < b ? a : b;
}
static inline int32_t imax(int32_t a, int32_t b)
{
	return a > b ? a : b;
}
static inline int32_t overlap_of(int32_t a0, int32_t a1, int32_t b0, int32_t b1)
{
	return imax(0, imin(a1, b1) - imax(a0, b0));
}
static inline void box_join(struct doc_box *b, const struct doc_box *c)
{
	b->x0 = imin(b->x0, c->x0);
	b->y0 = imin(b->y0, c->y0);
	b->x1 = imax(b->x1, c->x1);
	b->y1 = imax(b->y1, c->y1);
}
/* A piece of text of which most is upper case: at least four letters, no small ones. */
bool text_is_upper(const struct view *v, uint32_t word, uint32_t words);
/* On which side of their numbers the currency signs of a row stand, from its words in order. */
struct sign_side {
	bool number, sign;       /* seen */
	bool sign_first, sign_last, plain_sign; /* what came first and last; "$" or a pound sign among them */
};
void sign_side_add(struct sign_side *x, struct str word);
bool signs_lead(const struct sign_side *x);

/* A currency sign that is a word of its own: "$", "US$". */
bool is_sign_word(struct str s);
bool starts_number(struct str s);
bool ends_number(struct str s);

/* First line of a page whose middle lies at y or below; lines written upwards, which come last, do not count. */
uint32_t line_from(const struct view *v, const struct view_page *p, int32_t y);
/* Is b a piece cut off the word a before it, without white space? The number of a note behind a figure is none. */
bool word_touches(const struct view_word *a, const struct view_word *b);
