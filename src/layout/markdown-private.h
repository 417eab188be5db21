/* SPDX-License-Identifier: Apache-2.0 */
/*
 * markdown-private - a page being written as markdown: markdown.c chooses headings, tables and lines, markdown-words.c writes
 * their words and links.
 */
#pragma once
#include "layout/reading.h"

struct grid {
	const struct view_cell *cells;
	uint32_t n, rows, cols;
	struct doc_box box;
	bool written;
};

struct markdown {
	const struct view *v;
	const struct view_page *p;
	struct buf *b;
	size_t start;  /* of the page in b */
	struct layout_parts *parts; /* may be NULL */
	enum layout_tables tables;
	uint8_t *done; /* of the page's words: written */
	struct grid *grids; /* ruled tables of the page */
	uint32_t grids_n;
	uint16_t row, column; /* of the cell that is written */
	const struct layout_link *link; /* that is open; or was the last, from closed to closed_end in b */
	size_t closed, closed_end;      /* 0 = there was none in this block */
};

/* Words [w, w + n) that are not written yet, on one line of output. Returns how many. */
uint32_t markdown_words(struct markdown *x, uint32_t w, uint32_t n, bool cell);
/* Does the middle of the word lie in the box? */
bool markdown_inside(const struct view_word *w, const struct doc_box *c);
