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

enum css_display { CSS_INLINE, CSS_BLOCK, CSS_ITEM, CSS_TABLE, CSS_ROW, CSS_CELL, CSS_FLEX, CSS_NONE, CSS_CONTENTS };
enum css_set {
	CSS_DISPLAY = 1, CSS_HIDDEN = 2, CSS_BOLD = 4, CSS_ITALIC = 8, CSS_SIZE = 16, CSS_ALIGN = 32, CSS_VALIGN = 64,
	CSS_PRE = 128, CSS_BORDERS = 256, CSS_UNDERLINE = 512, CSS_MONO = 1024, CSS_RAISE = 2048, CSS_PAGE = 4096, CSS_GONE = 8192,
	CSS_INDENT = 16384
};
struct css_look {
	uint32_t set;         /* which of these are said */
	uint8_t display;      /* enum css_display */
	bool hidden;          /* visibility; inherited, and children may show again */
	bool gone;            /* transparent, off the screen, of no size */
	bool bold, italic, pre, underline, mono;
	int8_t raise;         /* 1 super, -1 sub */
	uint8_t align, valign;/* enum flow_align, flow_valign */
	uint8_t borders;      /* enum flow_side, of sides_set */
	uint8_t sides_set;
	uint8_t page;         /* page break: 1 before, 2 after */
	int32_t indent;       /* left margin and padding, 1/100 pt */
	int32_t size;         /* 1/100 pt, or percent of the parent's if below zero */
};

struct css_sheet;
/* Rules of a style element are added to *sheet (NULL at first). Everything on a. */
void css_read(struct css_sheet **sheet, struct str text, struct arena *a);
/* Declarations of a style attribute. */
void css_declare(struct css_look *look, struct str text);

/* An element as selectors see it. */
struct css_element {
	struct str tag, id, classes;
	const struct css_element *parent;
};
/* What the rules say of an element, by specificity and order. sheet may be NULL. Past a
 * budget of steps nothing more is found. */
void css_match(struct css_sheet *sheet, const struct css_element *e, struct css_look *look);
