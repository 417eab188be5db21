/* SPDX-License-Identifier: Apache-2.0 */
/*
 * drawing - pages for tests of layout: text set at a place, rules, boxes.
 *
 * Lengths in points; a character is half its size wide, a line box 1.1 sizes high.
 */
#pragma once
#include "layout/layout.h"
#include "layout/span.h"

struct drawing_word {
	struct doc_word w;
	char text[120];
};

enum { DRAWING_PAGES = 12, DRAWING_WORDS = 1500, DRAWING_RULES = 200 };
struct drawing_page {
	struct drawing_word words[DRAWING_WORDS];
	struct doc_rule rules[DRAWING_RULES];
	size_t words_n, rules_n;
};

struct drawing {
	struct drawing_page pages[DRAWING_PAGES];
	size_t pages_n;
	const char *format; /* "pdf" at first */
	struct arena a;
	struct buf frames, text;
	struct doc d;
	struct view *v;
	struct spans *spans;
};

struct drawing *drawing_new(void); /* with one empty page */
void drawing_free(struct drawing *g);
void drawing_page(struct drawing *g);
/* The top left of the first word is at x, y; words are parted at blanks, k blanks are k half sizes wide. */
void drawing_text(struct drawing *g, int x, int y, int size, unsigned flags, const char *text);
void drawing_rule(struct drawing *g, int x0, int y0, int x1, int y1);
void drawing_fill(struct drawing *g, int x0, int y0, int x1, int y1);
/* Build the view and its spans; seed 0 keeps the order, others shuffle words and rules. Again and again if wanted. */
void drawing_build(struct drawing *g, unsigned seed);
/* Lines of the view, segments parted by " | ". */
const char *drawing_lines(struct drawing *g);
/* Typed spans of one type as "canon" or "canon/extra", parted by "; "; those below quality are left out. */
const char *drawing_spans(struct drawing *g, enum span_type type, unsigned quality);
/* Everything of the view and its spans as text, for comparing. */
const char *drawing_dump(struct drawing *g);
