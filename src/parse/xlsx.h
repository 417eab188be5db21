/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * xlsx - the parts of an OOXML spreadsheet package (ECMA-376 part 1, 18), each read by a function of its own.
 */
#pragma once
#include "parse/grid.h"
#include "parse/xlsx-formula.h"
#include "parse/zip.h"

struct numfmt;

struct xlsx_style { /* of a cell, by its "s" */
	const struct numfmt *format;
	uint8_t flags; /* DOC_BOLD, DOC_ITALIC */
	bool faint;    /* white letters on nothing */
};

struct xlsx_sheet {
	struct str name, id, path; /* id: of its relationship */
	bool hidden;
};

struct xlsx { /* a workbook */
	struct arena arena;
	bool date1904;
	struct buf sheets;  /* struct xlsx_sheet, in the order of tabs */
	struct buf strings; /* uint32_t: where each shared string begins in text, and the end of the last */
	struct buf text;
	struct buf formats; /* struct numfmt * that were made; owned */
	struct buf styles;  /* struct xlsx_style */
	struct arena values; /* what formulas without a value have; see format-xlsx.c */
	struct formula_book *book; /* NULL = no cell needs it */
};

void xlsx_init(struct xlsx *x);
void xlsx_fini(struct xlsx *x);

/* Events of each part, for xml_parse() and xml_parse_entry(), and what ctx they take. */
struct xml_events;
extern const struct xml_events xlsx_workbook_events; /* struct xlsx_workbook_reader */
extern const struct xml_events xlsx_strings_events;  /* struct xlsx_strings_reader */
extern const struct xml_events xlsx_styles_events;   /* struct xlsx_styles_reader */
extern const struct xml_events xlsx_sheet_events;    /* struct xlsx_sheet_reader */

struct xlsx_workbook_reader {
	struct xlsx *x;
};

struct xlsx_strings_reader {
	struct xlsx *x;
	bool in_text;
	int phonetic; /* inside readings of East Asian text */
};

enum { XLSX_WHITE = 128 /* beside enum doc_word_flag */ };
struct xlsx_styles_reader {
	struct xlsx *x;
	struct buf codes; /* struct xlsx_code: custom formats, by number */
	struct buf fonts; /* uint8_t: flags, XLSX_WHITE */
	struct buf fills; /* bool: there is something */
	enum { XLSX_NOWHERE, XLSX_FONTS, XLSX_FILLS, XLSX_CELLS } place;
	bool in_font;
};

struct xlsx_sheet_reader {
	const struct xlsx *x;
	struct grid *g;
	bool hidden;        /* the whole sheet */
	struct buf columns; /* struct grid_range: hidden ones; only columns count */
	uint32_t row, col, style;
	bool row_hidden, in_value, in_inline, value_seen;
	int phonetic;
	char type[12];
	struct buf value, shown;
	uint32_t number;    /* of the sheet in the workbook, from 0 */
	bool collects;      /* cells go to the book, not to the grid */
	bool in_formula, formula_seen, lacks; /* lacks: there is a formula without a value, and no book to find it in */
	struct buf formula, shared; /* struct xlsx_shared */
	bool has_tables;    /* whose styles may be behind cells */
	bool in_printed;
	struct buf printed; /* headers and footers of pages, a NUL behind each */
	uint32_t shared_number; /* of the formula at hand; UINT32_MAX = it is not shared */
};
void xlsx_sheet_reader_init(struct xlsx_sheet_reader *r, const struct xlsx *x, struct grid *g, bool hidden);
void xlsx_sheet_reader_fini(struct xlsx_sheet_reader *r);

/* What was noted at cells of a sheet, in a part of notes or of the discussions that newer programs keep beside them (xlsx-note.c). */
bool xlsx_notes(struct archive *a, struct str path, struct grid *g, struct err *e);
/* Put the text of the shapes of a drawing part, and the titles of its charts, on the sheet at hand, from *row on, which is
 * moved behind them (xlsx-drawing.c). */
bool xlsx_drawing(struct archive *a, struct str path, struct grid *g, uint32_t *row, struct err *e);
/* The same for what a header or footer of pages says (xlsx-print.c). */
bool xlsx_printed(struct str s, struct grid *g, uint32_t *row, struct err *e);
