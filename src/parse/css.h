/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * css - the little of CSS that decides what a page says: what is hidden, what
 * stands in lines and tables, sizes, weights, alignment, borders.
 *
 * Selectors: tag, .class, #id, * and their compounds, after ancestors (blank or
 * ">"); rules with anything else are left out rather than guessed, so that
 * nothing is hidden by mistake. Rules for print are left out.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"

enum css_display { CSS_INLINE, CSS_BLOCK, CSS_ITEM, CSS_TABLE, CSS_ROW, CSS_CELL, CSS_FLEX, CSS_NONE, CSS_CONTENTS, CSS_GRID,
	CSS_INLINE_BLOCK };
enum css_beside { CSS_BEFORE, CSS_AFTER, CSS_ELEMENT };
enum css_set {
	CSS_DISPLAY = 1, CSS_HIDDEN = 2, CSS_BOLD = 4, CSS_ITALIC = 8, CSS_SIZE = 16, CSS_ALIGN = 32, CSS_VALIGN = 64,
	CSS_PRE = 128, CSS_BORDERS = 256, CSS_UNDERLINE = 512, CSS_MONO = 1024, CSS_RAISE = 2048, CSS_PAGE = 4096, CSS_GONE = 8192,
	CSS_INDENT = 16384, CSS_STACKS = 32768, CSS_TRACKS = 65536, CSS_SPAN = 131072, CSS_WIDTH = 262144, CSS_CONTENT = 524288,
	CSS_MARKER = 1048576, CSS_FIXED = 2097152, CSS_COLOR = 4194304, CSS_GROUND = 8388608, CSS_FLAT = 16777216, CSS_CUT = 33554432
};
enum css_color { CSS_DARK /* or not known */, CSS_PAPER, CSS_CLEAR };
struct css_look {
	uint32_t set;         /* which of these are said */
	uint8_t display;      /* enum css_display */
	bool hidden;          /* visibility; inherited, and children may show again */
	bool gone;            /* transparent, off the screen, of no size */
	bool fixed;           /* it stays where it is while the page scrolls */
	bool placed;          /* it may stand over something else */
	bool flat, cut;       /* of no height; what stands out of it is cut off */
	uint8_t color, ground;/* enum css_color: of its text, and behind it */
	bool bold, italic, pre, underline, mono;
	int8_t raise;         /* 1 super, -1 sub */
	uint8_t align, valign;/* enum flow_align, flow_valign */
	uint8_t borders;      /* enum flow_side, of sides_set */
	uint8_t sides_set;
	uint8_t page;         /* page break: 1 before, 2 after */
	char marker;          /* of items: '1', 'a', 'A', 'i', 'I', 'b' bullet, 0 none */
	bool stacks;          /* of a CSS_FLEX: what is in it does not stand side by side */
	bool has_width;
	uint8_t tracks;       /* of a CSS_GRID: columns, 0 = not known */
	uint8_t span;         /* tracks that it takes; 0 = one, UINT8_MAX = all */
	struct str content;   /* of a rule's, see beside */
	struct str beside[2]; /* as written: what is shown before and after its content; see css_content() */
	int32_t indent;       /* left margin and padding, 1/100 pt */
	int32_t size;         /* 1/100 pt, or percent of the parent's if below zero */
};

struct css_sheet;
/* Rules of a style element are added to *sheet (NULL at first). Everything on a, also what is kept of the text. */
void css_read(struct css_sheet **sheet, struct str text, struct arena *a);
/* The style sheets that a text imports for screens, by their names, in order. */
void css_imports(struct str text, void (*found)(void *ctx, struct str name), void *ctx);
/* Is a query of media met by a screen? An empty one is. */
bool css_for_screen(struct str query);
/* Are there rules on backgrounds that were left out, so that nobody knows what is behind a text? sheet may be NULL. */
bool css_unsure(const struct css_sheet *sheet);
/* Declarations of a style attribute. */
void css_declare(struct css_look *look, struct str text);
/* The next of declarations, which are moved behind it; "!important" is cut off. False at their end. */
bool css_next(struct str *declarations, struct str *name, struct str *value);

/* What a colour is, also as attributes write it ("white", "#fff", "rgb(0 0 0 / 0)"). */
enum css_color css_color_of(struct str v);

/* A value of "content" as text; attribute() tells attributes of the element. Counters and pictures are nothing. */
void css_content(struct str value, struct str (*attribute)(const void *ctx, struct str name), const void *ctx, struct buf *out);

/* An element as selectors see it. */
struct css_element {
	struct str tag, id, classes;
	const struct css_element *parent;
};
/* What the rules say of an element, by specificity and order. sheet may be NULL. Past a
 * budget of steps nothing more is found. */
void css_match(struct css_sheet *sheet, const struct css_element *e, struct css_look *look);

/* For languages whose properties are their own: a sheet that keeps all of its rules (NULL: out of memory), and what these say of
 * an element as they are written, from the weakest to the strongest. sheet may be NULL. */
struct css_sheet *css_verbatim(struct arena *a);
void css_said(struct css_sheet *sheet, const struct css_element *e, void (*said)(void *ctx, struct str declarations), void *ctx);
