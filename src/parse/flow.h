/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * flow - virtual pages for documents that have none.
 *
 * A reader (HTML, DOCX, mail …) tells what stands in the document, in order:
 * blocks, lists, tables, text. flow_write() then sets it as a browser or word
 * processor would, with the widths of Helvetica in whole numbers, and sends
 * words, rules, marks and facts page by page. So layout and extraction see what
 * a person would see: labels left of values, columns wider apart than words.
 *
 *     flow_open(f, FLOW_TABLE, NULL);      +--------+-------+
 *       flow_open(f, FLOW_ROW, NULL);      | Item   | Price |
 *         flow_open(f, FLOW_CELL, NULL);   +--------+-------+
 *         flow_text(f, …)                  | Pencil |  1.20 |
 *
 * Nothing here fails one by one: memory over the ceiling is kept and told by
 * flow_write(). Nesting past FLOW_DEPTH goes on in the deepest box. Geometry in
 * doc units (1/100 pt). Texts are copied; ill-formed UTF-8 becomes U+FFFD.
 */
#pragma once
#include "parse/format.h"
#include "parse/symbols.h"

enum { FLOW_DEPTH = 100, FLOW_SIZE = 1000 /* font size of ordinary text: 10 pt */ };

struct flow;

enum flow_kind {
	FLOW_BLOCK, /* paragraph, heading, anything that begins on a line of its own */
	FLOW_ITEM,  /* a block with a mark hung before its first line */
	FLOW_TABLE, FLOW_ROW, FLOW_CELL, /* other blocks in a table stand above it; in a row they count as cells */
	FLOW_SHEET, /* a page of its own size; only at the top */
	FLOW_FRAME  /* in a sheet: a box at a place of it */
};
enum flow_align { FLOW_LEFT, FLOW_CENTER, FLOW_RIGHT };
enum flow_valign { FLOW_TOP, FLOW_MIDDLE, FLOW_BOTTOM };
enum flow_side { FLOW_SIDE_TOP = 1, FLOW_SIDE_RIGHT = 2, FLOW_SIDE_BOTTOM = 4, FLOW_SIDE_LEFT = 8, FLOW_SIDES = 15 };

enum { FLOW_STOPS = 16 };
struct flow_stop { /* where a tab leads; from where lines begin */
	int32_t at;
	uint8_t align; /* enum flow_align: what follows the tab begins there, has its middle there, ends there */
};

struct flow_stops {
	struct flow_stop at[FLOW_STOPS]; /* ascending */
	uint8_t n;
	int32_t hang; /* how much further in all lines but the first begin */
};
/* Put a stop in; one that is there, or nearly, goes. */
void flow_stop_add(struct flow_stops *s, int32_t at, enum flow_align align);
void flow_stop_clear(struct flow_stops *s, int32_t at);
/* Stops that are measured from the margin, for lines that begin at from; a hanging indent (hang > from) is a stop of its own. */
struct flow_stops flow_stops_from(const struct flow_stops *s, int32_t from, int32_t hang);

struct flow_props {
	int32_t before, after;       /* space above and below; neighbours share the larger one */
	int32_t indent;              /* from the left of what it stands in; may not be negative */
	uint8_t align, valign;       /* enum flow_align of its lines, enum flow_valign of a cell or frame */
	uint8_t borders;             /* enum flow_side of a cell; FLOW_SIDES on a table rules all its cells */
	bool merge_up;               /* a cell that only makes the one above it longer; what it holds is not shown */
	bool keep;                   /* no page ends right after it (headings) */
	uint16_t col_span, row_span; /* of a cell; 0 counts as 1 */
	int32_t width, height;       /* of a cell, at least; the width with what parts it from others */
	struct str marker;           /* of a FLOW_ITEM: "•", "3." */
	int32_t from, to;            /* of a cell: left and right edge, in any unit; where cells have them, columns lie between them */
	uint8_t turn;                /* of a FLOW_FRAME: quarters, clockwise about its middle, that its text is turned by; 1 or 3 */
	struct doc_box box;          /* of a FLOW_FRAME; of a FLOW_SHEET its x1 and y1 */
	const struct flow_stops *stops; /* of its lines; past them, and if NULL, stops are half an inch apart */
};

struct flow_style {
	uint16_t size;   /* 1/100 pt; 0 = FLOW_SIZE */
	uint8_t flags;   /* enum doc_word_flag: DOC_BOLD, DOC_ITALIC, DOC_MONO, DOC_UNDERLINED; DOC_HIDDEN: the colour of paper, see flow_fill() */
	int8_t raise;    /* 1 = superscript, -1 = subscript */
	uint8_t symbol;  /* enum symbol_font: the text is signs of it */
	bool pre;        /* blanks and ends of lines count */
	uint8_t source;  /* enum doc_source */
	uint32_t fact;   /* flow_fact() that these words show; 0 = none */
	uint32_t link;   /* flow_link() that these words lead to; 0 = none */
};

struct flow_options {
	int32_t width, height; /* of a page; the width grows with tables that need more, the height with rows that do */
	int32_t margin;
	int32_t table_width;   /* what tables may take before their cells wrap; 0 = the width between the margins */
	bool fit;              /* trim the last page's height to what stands on it (but no less than letter paper) */
};
extern const struct flow_options flow_screen; /* one tall page, as in a browser */
extern const struct flow_options flow_paper;  /* letter paper */

/* A new flow whose memory may grow to ceiling bytes (0 = default). NULL when out of memory. */
struct flow *flow_new(const struct flow_options *o, size_t ceiling);
void flow_free(struct flow *f);
/* The arena of the flow, for texts that live as long as it. */
struct arena *flow_arena(struct flow *f);

/* Boxes nest; props are copied, NULL = all zero. */
void flow_open(struct flow *f, enum flow_kind kind, const struct flow_props *props);
void flow_close(struct flow *f);
/* In a sheet: this box of it is not paper. Words the colour of paper (DOC_HIDDEN) are seen there and before pictures, and
 * hidden and counted elsewhere. */
void flow_fill(struct flow *f, const struct doc_box *box);

void flow_text(struct flow *f, struct str text, const struct flow_style *style); /* style NULL = ordinary */
void flow_break(struct flow *f);                                                 /* end of line */
void flow_tab(struct flow *f);                                                   /* to the next tab stop */
void flow_page(struct flow *f);                                                  /* end of page; ignored inside tables */
void flow_line(struct flow *f);                                                  /* a line across */
/* Outside of all boxes: a section begins, on a new page. Its pages are as the options say until a size is told, at any time
 * before the next section; a size past all reason is not believed. */
void flow_section(struct flow *f);
void flow_section_size(struct flow *f, int32_t width, int32_t height, int32_t margin);
void flow_section_join(struct flow *f); /* it begins on the page that is there, after all */
void flow_mark(struct flow *f, enum doc_mark_kind kind, bool on);

/*
 * Pictures. One that is as large as a picture of text must be (FLOW_PICTURE_SHARE of a page) takes its place, no wider than
 * there is room, and its text is read when its page is built; smaller ones take none, and are told only (DOC_FACT_PICTURE). load() appends the bytes of a
 * picture named where base says ("word/media/a.png" anywhere, "a.png" in "OPS/one.xhtml"); it must hold until the last page
 * is built. Addresses with the data in them (RFC 2397) need none. Width and height may be 0: as many pixels as it has, 96 an inch.
 */
enum { FLOW_PICTURE_SHARE = 3 /* percent */ };
void flow_pictures(struct flow *f, bool (*load)(void *ctx, struct str base, struct str name, struct buf *out, struct err *e), void *ctx);
void flow_picture_base(struct flow *f, struct str base); /* of pictures told from now on */
struct str flow_base(const struct flow *f);
/* Append the bytes of a file that belongs to the document, named as pictures are. ERR_NOT_FOUND. */
bool flow_part(struct flow *f, struct str base, struct str name, struct buf *out, struct err *e);
void flow_picture(struct flow *f, struct str name, int32_t width, int32_t height);
/* The picture that was told last stands in another file, too: of a drawing and an image of it the drawing says what is written there. */
void flow_picture_also(struct flow *f, struct str name);
/* Count the words of a text that nobody sees. */
void flow_hidden(struct flow *f, struct str text);
uint32_t flow_hidden_words(const struct flow *f);

/*
 * A native fact. Words whose style names the number returned give it its place;
 * without them it belongs to the whole document. An empty value of a
 * DOC_FACT_FIELD is a blank field. 0 if it was dropped (too many, out of memory).
 */
uint32_t flow_fact(struct flow *f, enum doc_fact_kind kind, struct str name, struct str label, struct str value);

/* What the fact says, when it is known later. */
void flow_fact_value(struct flow *f, uint32_t fact, struct str value);
/* Say that a fact's place is there and empty. */
void flow_fact_blank(struct flow *f, uint32_t fact, bool blank);

/* An address, for the style of the words that lead there: each line of them becomes a fact. 0 if it is not to be told (link.h), or
 * dropped. */
uint32_t flow_link(struct flow *f, struct str address);

/* Facts so far, and their texts on the flow's arena; places are known after flow_lay(). */
size_t flow_facts(const struct flow *f, const struct doc_fact **facts, const struct doc_fact_text **texts);

/* Set everything: the number of pages, 0 if there is no word and no picture. ERR_BUDGET, ERR_MEMORY. Nothing may be added after it. */
bool flow_lay(struct flow *f, uint32_t *pages, struct err *e);
/* Build the page of this index (from 0) under the number given, after flow_lay(). o says whether the text of its pictures
 * is read; what kept one from being read goes to sink as the page's fault, if that was all there is. */
void flow_build(struct flow *f, uint32_t index, uint32_t number, const struct parse_options *o, struct doc_page_builder *out, struct sink *sink);

/* flow_lay(), then HEAD, the selected pages and FACTS. ERR_NO_DATA if there is no word, ERR_PAGES, ERR_BUDGET, ERR_IO. */
bool flow_write(struct flow *f, struct str format, const struct parse_options *o, struct sink *out, struct err *e);
