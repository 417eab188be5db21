/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ods - the content of an OpenDocument spreadsheet (ODF 1.3 part 3, 9): cells as their paragraphs display them.
 */
#pragma once
#include "parse/grid.h"

struct xml_events;
extern const struct xml_events ods_events; /* ctx: struct ods_reader */

struct ods_reader {
	struct grid *g;
	struct buf bold_styles;   /* uint32_t: sums of names of cell styles; sorted once a table begins */
	struct buf bold_columns;  /* struct grid_range: whose cells are, if they say nothing else */
	struct buf note, author, shapes; /* a note at hand; texts of drawings over the table, each ended by '\0' */
	uint32_t in_shape, last_row; /* depth inside of a drawing; the last row with something */
	bool is_sorted, in_note, in_author, in_shape_text;
	struct buf hidden_styles; /* names of table styles that are not displayed, each ended by '\0' */
	struct buf columns;       /* struct grid_range: hidden ones; only columns count */
	struct buf row_text, cells; /* of the row being read: struct ods_cell and their text */
	char style_name[128];     /* of the style being read */
	uint32_t row, col, column_defs, repeat_row, repeat_col, spans_col, spans_row;
	uint32_t skip;            /* depth inside what is not displayed in the cell (annotations) */
	uint32_t tables;          /* depth: a table inside a cell is part of its text */
	bool hidden, row_hidden, in_cell, in_text, covered;
};
void ods_reader_init(struct ods_reader *r, struct grid *g);
void ods_reader_fini(struct ods_reader *r);
