/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * grid - lays the sheets of a workbook out on virtual pages.
 *
 * The reader of a format tells twice, in the same way, what stands in its cells. The first time grid
 * measures: widths of columns, heights of rows, which rows form tables, where pages end. The second time
 * it places words on the pages that were asked for. So memory is that of a page, whatever the sheet.
 *
 *     Sheet name                      a heading, on the sheet's first page
 *     a row with one cell             free text, runs over the columns on its right
 *     +--------+-------+              a run of rows with two cells or more: ruled, so that the layout engine
 *     | Pencil |  1.20 |              sees cells; a column keeps its x on all pages of a sheet
 *     +--------+-------+
 *
 * What a sheet hides (rows, columns, sheets, cells under a merged one) is left out and counted as hidden words.
 */
#pragma once
#include "parse/format.h"

struct grid;

enum { GRID_COLUMNS = 16384 /* XLSX's most: columns "A" to "XFD" */ };

struct grid_cell {
	uint32_t row, col; /* from 0 */
	struct str text;   /* UTF-8 as displayed; line breaks count; white space only = an empty cell */
	uint8_t flags;     /* DOC_BOLD, DOC_ITALIC */
};

struct grid_range { /* both ends inside */
	uint32_t row0, col0, row1, col1;
};

/* Are sheets shown that the workbook hides? */
bool grid_shows_hidden(const struct grid *g);
/* Start a sheet. No heading if name is "" or that of an only sheet as programs make it ("Sheet1"). */
bool grid_sheet(struct grid *g, struct str name, struct err *e);
/* Rows come in ascending order, the cells of a row in any. Cells past GRID_COLUMNS and a total past the budget give ERR_BUDGET. */
bool grid_put(struct grid *g, const struct grid_cell *c, struct err *e);
/* The row is not shown: its neighbours stand together. */
void grid_skip_row(struct grid *g, uint32_t row);
/* Words that are not shown. */
void grid_hide(struct grid *g, struct str text);
/* The range is one cell, its first; may come at any time within the sheet, counts when words are placed. */
void grid_merge(struct grid *g, struct grid_range r);
/* A fact of the whole document (DOC_FACT_META): "title", "author", "created". Empty ones and repetitions are dropped. */
void grid_meta(struct grid *g, const char *name, struct str value);
/*
 * A date in figures was put whose format has this order (numfmt_date_order(); 0 = none). If all have one, it is a fact of the
 * whole document, "date-order": "day" or "month", whichever stands first.
 */
void grid_dated(struct grid *g, char order);
/* What somebody noted at a cell ("B7"), which is not shown before one points at it: a fact of the whole document, "comment". */
void grid_note(struct grid *g, struct str cell, struct str author, struct str text);

/* Run read twice and write HEAD, pages and FACTS. ERR_NO_DATA if there is no word to see, ERR_BUDGET, ERR_PAGES, or read's own. */
bool grid_parse(struct str format, const struct parse_options *o, struct sink *out,
		bool (*read)(void *ctx, struct grid *g, struct err *e), void *ctx, struct err *e);
