/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the files of grid.h share. */
#pragma once
#include "parse/grid.h"

/* 1/100 points: characters of one width, lines and rows with room for their rules. */
enum { CHAR_W = 600, LINE_H = 1200, FONT = 1000, PAD = 600, ROW_PAD = 400, MARGIN = 3600, PAGE_W = 61200, PAGE_H = 79200 };
enum { NAME_FONT = 1400, NAME_H = 2400, BLANK_H = 1200, MOST_WIDTH = 19000000 };
/* Characters of a line: cells of tables, cells that stand alone in their row, a piece of a word, an empty column. */
enum { WRAP_CELL = 60, WRAP_ALONE = 120, WORD = 120, EMPTY_COLUMN = 1 };
/* A page ends before it has more lines or words, but a row stays whole: ROW_LINES of them are as high as a page may be.
 * Budgets of a document. */
enum { PAGE_LINES = 1000, PAGE_WORDS = 50000, ROW_LINES = 16000, ROW_WORDS = 200000, SHEETS = 10000, CELLS = 10000000, MERGES = 200000, FACTS = 5000, ROW_BYTES = 64 << 20 };

struct grid_sheet_at {
	struct str name;
	struct buf widths;  /* uint16_t in characters, a column each; 0 = nothing in it */
	struct buf regions; /* struct grid_range: rows of one table, columns of its first and last filled cells */
	struct buf merges;  /* struct grid_range, by first rows once measured */
	struct buf breaks;  /* uint32_t: rows that begin a further page */
	uint32_t first_page; /* number of its first page; 0 = the sheet is empty */
};

struct grid_line_cell { /* of the row that is being told */
	uint32_t col, text, len; /* text: offset into row_text */
	uint32_t lines, widest, words;
	uint8_t flags;
};

struct grid {
	bool placing;
	struct buf sheets; /* struct grid_sheet_at */
	size_t at;         /* the one being told, counted from 1 */
	uint64_t cells, words; /* that were measured */
	uint32_t pages;
	struct arena arena; /* names, facts */
	struct buf facts, fact_texts; /* struct doc_fact, doc_fact_text */
	bool day_first, month_first;  /* dates in figures whose format has that order */

	/* the row being told */
	struct buf row, row_text; /* struct grid_line_cell; bytes */
	uint32_t row_number;
	bool row_open;

	/* the sheet being told */
	uint32_t last_row, skipped; /* last row told; rows skipped right after it */
	bool any_row, in_region;
	uint32_t page_lines, page_words, hidden;

	/* placing */
	const struct parse_options *o;
	struct sink *out;
	const uint32_t *wanted;
	size_t wanted_n, wanted_at;
	struct doc_page_builder page;
	bool page_open;
	uint32_t page_number;
	int32_t y, right;
	uint16_t run;
	size_t region_at, merge_at, break_at;
	struct buf x;       /* int32_t: left edge of each column, and the right edge of the last */
	struct buf active;  /* struct grid_range: merges that reach into the row */
	struct buf upright; /* int32_t: where the rule left of each column began, -1 = none runs */
	bool ruled;         /* the rules of a region run */
};

#define ITEMS(b, type) ((type *)(void *)(b)->p)
#define COUNT(b, type) ((b)->n / sizeof(type))

static inline struct grid_sheet_at *grid_sheet_of(struct grid *g)
{
	return &ITEMS(&g->sheets, struct grid_sheet_at)[g->at - 1];
}

/* ---- the text of a cell in lines (grid-text.c) */

struct grid_pieces {
	struct str s;
	size_t i;
	uint32_t wrap, line, column;
};

struct grid_piece {
	struct str text;
	uint32_t line, column, width;
};

/* Empty lines at the beginning of a cell say nothing. */
struct grid_pieces grid_pieces(struct str s, uint32_t wrap);
bool grid_next_piece(struct grid_pieces *p, struct grid_piece *out);
void grid_measure(struct str s, uint32_t wrap, struct grid_line_cell *c);

/* ---- a row that is complete, in both passes */

const struct grid_line_cell *grid_row_cells(const struct grid *g, size_t *n);
void grid_row_span(const struct grid *g, uint32_t *first, uint32_t *last, uint32_t *lines, uint32_t *words);
uint32_t grid_blank_lines(const struct grid *g);

/* ---- second pass: pages (grid-page.c) */

bool grid_place_row(struct grid *g, struct err *e);
bool grid_end_page(struct grid *g, struct err *e);
