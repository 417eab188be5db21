/* SPDX-License-Identifier: Apache-2.0 */
/* results-private - a page as its members show it; what the files of results.h share. */
#pragma once
#include "layout/layout.h"
#include "work/results.h"
#include "work/work.h"

#include <stdatomic.h>

/* How they are laid out, as the settings of the parse job say (openapi.yaml, ParseOutputOptions). */
enum results_boxes { RESULTS_BOX_CELL = 1, RESULTS_BOX_LINE = 2, RESULTS_BOX_WORD = 4 };
enum results_saved { RESULTS_IMAGE_SCREENSHOT = 1, RESULTS_IMAGE_EMBEDDED = 2, RESULTS_IMAGE_LAYOUT = 4 };
struct results_laying { /* what a rule for pages may change */
	struct layout_text_style text;
	enum layout_tables tables;
};
struct results_style {
	struct results_laying laying;
	const struct results_laying *by_rule; /* of pages that meet a rule of the settings, by its place among them */
	size_t rules_n;
	struct str line_break;  /* between lines of a table's cell; p NULL = a blank */
	unsigned boxes;         /* enum results_boxes: which the grounded items have */
	unsigned images;        /* enum results_saved: which pictures are listed */
	bool links;             /* markdown says where words lead */
	bool inlined;           /* it shows pictures */
	bool numbered, revised; /* printed numbers of lines, and revisions, come with a page */
	bool thrifty;           /* pages with text enough are read without their pictures */
	bool merged;            /* a table that goes on over pages stands whole on the first of them */
	bool plain_names;       /* sheets are Table_1 and so on, not named after what stands above the table */
};
/* From the settings as JSON text; what it points to lives on a. */
bool results_style_read(struct str settings, struct arena *a, struct results_style *out, struct err *e);
/* Append what of it decides the part: nothing for the common style. */
void results_style_key(const struct results_style *style, enum results_part part, struct buf *key);

struct results_picture { /* by page */
	uint32_t page, order, number; /* number: as draw() takes it */
	struct doc_box box;
};
struct results_revision {
	uint32_t page, order;
	struct doc_box box;
	struct str type, author, content;
};
struct results_slide { /* what its file says of it */
	uint32_t page, order;
	struct str name, value;
};
struct results_inline { /* a picture that is shown */
	const struct results_picture *picture;
	size_t before;      /* the part that it stands before */
	struct str address; /* data:… */
};
struct results_room { /* what pictures of a document may still take */
	uint32_t pictures;
	size_t bytes;
	int64_t until; /* clock_mono() */
	bool late;     /* some were left out for that; drawn ones are kept, so that the next call comes further */
};

struct laying_out { /* one making of results */
	struct results of;
	struct results_style style;
	const atomic_bool *cancel; /* polled between pages; NULL = never */
};
/* Take those that are cached out of missing. */
bool results_look(const struct laying_out *l, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e);
/* Make those that are missing, or take them from the cache, once nobody else makes any of the document; missing are then those
 * that were made. */
bool results_make(const struct laying_out *l, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e);

struct page {
	const struct view *v;
	uint32_t index;
	const struct results_style *style;
	const struct results_laying *laying; /* the style's, or that of the rule it met */
	struct buf markdown;
	struct layout_parts parts;
	/* The same with links, if the style wants them: as many parts. */
	struct buf linked;
	struct layout_parts linked_parts;
	/* What comes with it: in order; placeless ones, which nobody knows the page of, with the first. */
	const struct results_picture *pictures, *placeless;
	const struct results_revision *revisions;
	const struct results_slide *slides;
	size_t pictures_n, placeless_n, revisions_n, slides_n;
	bool by_rule;             /* it met one of the settings, and is as that says */
	bool drawn;               /* a picture of the page shows its pictures */
	struct results_inline *inlined;
	size_t inlined_n;
	struct buf with_pictures; /* the markdown with those in it; empty if there are none */
	/* Tables over pages (results-merge.h), by their parts; SIZE_MAX = there is none: */
	size_t whole, away;     /* one that stands here as a whole; one that stands on the page away_to */
	uint32_t away_to;
	struct buf from;        /* uint32_t: numbers of the pages that whole comes from */
};

/* The page's markdown as it is shown. */
static inline struct str results_shown(const struct page *p)
{
	return buf_view(p->with_pictures.n ? &p->with_pictures : p->style->links ? &p->linked : &p->markdown);
}

/* Its parts and words, by their places without pictures. */
static inline const struct layout_parts *results_shown_parts(const struct page *p)
{
	return p->style->links ? &p->linked_parts : &p->parts;
}

/* Append what a page adds to a member: the rest of its object, or its share of one text. */
void results_text(struct page *p, struct buf *b);
void results_markdown(struct page *p, struct buf *b);
void results_items(struct page *p, struct buf *b);
void results_metadata(struct page *p, struct buf *b);
void results_text_share(struct page *p, struct buf *b);
void results_markdown_share(struct page *p, struct buf *b);
void results_images(struct page *p, struct buf *b);
/* Draw what the page is to show, and put it into its markdown. */
bool results_pictures_draw(struct page *p, const struct results *r, struct results_room *room, struct arena *a, struct err *e);
void results_pictures_place(struct page *p);
/* How many bytes of pictures stand before a part, or in front of it. */
size_t results_pictures_ahead(const struct page *p, size_t part);
/* Those before the parts [from, end), as items. */
void results_pictures_items(const struct page *p, size_t from, size_t end, const char **comma, struct buf *b);
/* Append the member of a page's object, if the style wants it. */
void results_line_numbers(const struct page *p, struct buf *b);
void results_revisions(const struct page *p, struct buf *b);
void results_raw_words(struct page *p, struct buf *b);
void results_grounded(struct page *p, struct buf *b);
void results_stripped(struct page *p, struct buf *b);
void results_stripped_share(struct page *p, struct buf *b);
/* A field of a form, as an object. */
void results_field(const struct doc *d, const struct doc_fact *f, struct buf *b);
/* A box as x, y, w and h without braces. */
void results_box(const struct doc_box *box, struct buf *b);

/* A page that could not be read, or not whole, says so in place of what it would show; its text holds what was read. */
bool results_failed(const struct page *p, struct buf *b);

/* The items of a page: *i is the part of the next one from *i on, md its markdown. False after the last. */
bool results_item(const struct page *p, size_t *i, struct str *md);
/* The markdown of part i, and as it is shown. */
struct str results_part_text(const struct page *p, size_t i);
struct str results_item_shown(const struct page *p, size_t i);
/* The next line of text, and the next cell of a row "| a | b |" without its escapes, from *at on; false at the row's end. */
struct str results_line(struct str text, size_t *at);
bool results_cell(struct str row, size_t *at, struct buf *cell);
/* Boxes of the words of part i, at the wanted levels; *at is the first word noted that may be of it. */
void results_grounding(const struct page *p, size_t i, size_t *at, struct buf *b);
