/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * xls - the records of a workbook of Excel 97 to 2003 (MS-XLS, "BIFF8"): a stream of a type, a length and content each.
 *
 *     globals: fonts, formats, cell formats, sheets and where they begin, shared strings     EOF
 *     sheet:   hidden columns and rows, cells in any kind of record, merged cells            EOF
 *
 * Strings that go on in the next record are joined. Records that are cut short are left out; what is needed and makes no
 * sense is ERR_BROKEN. A stream locked by a password is ERR_PROTECTED.
 */
#pragma once
#include "base/arena.h"
#include "parse/grid.h"

struct xls_sheet {
	struct str name;
	uint32_t at; /* of its first record */
	bool hidden, cells; /* cells: neither a chart nor a macro sheet */
};

struct xls {
	struct str stream;
	struct arena arena;
	bool date1904;
	struct buf sheets;  /* struct xls_sheet, in the order of tabs */
	struct buf text;    /* of the shared strings */
	struct buf strings; /* uint32_t: where each begins in text, and the end of the last */
	struct buf fonts;   /* uint8_t: DOC_BOLD, DOC_ITALIC */
	struct buf formats; /* struct xls_format */
	struct buf styles;  /* struct xls_style: of a cell, by its XF number */
};

void xls_init(struct xls *x, struct str stream);
void xls_fini(struct xls *x);
/* Read the globals. ERR_CONVERT if the workbook is older than Excel 97. */
bool xls_read_globals(struct xls *x, struct err *e);
/* Tell the grid what a sheet shows; the grid's sheet was begun, or the sheet is hidden and only counted. */
bool xls_read_sheet(const struct xls *x, const struct xls_sheet *s, struct grid *g, struct err *e);

/* ---- records and what is in them, for both parts */
struct xls_record {
	uint16_t type;
	struct str data;
	size_t next; /* where the following one begins */
};
bool xls_record_at(struct str stream, size_t at, struct xls_record *r);

enum xls_type { /* MS-XLS section 2.3 */
	XLS_FORMULA = 0x06, XLS_EOF = 0x0A, XLS_DATEMODE = 0x22, XLS_FILEPASS = 0x2F, XLS_FONT = 0x31, XLS_CONTINUE = 0x3C,
	XLS_COLINFO = 0x7D, XLS_BOUNDSHEET = 0x85, XLS_MULRK = 0xBD, XLS_XF = 0xE0, XLS_MERGECELLS = 0xE5, XLS_SST = 0xFC,
	XLS_LABELSST = 0xFD, XLS_NUMBER = 0x203, XLS_LABEL = 0x204, XLS_BOOLERR = 0x205, XLS_STRING = 0x207, XLS_ROW = 0x208,
	XLS_RK = 0x27E, XLS_RSTRING = 0xD6, XLS_FORMAT = 0x41E, XLS_BOF = 0x809
};

/* Append a string of chars characters at the front of a record that may go on in CONTINUE records: flags, then 8 or 16 bits
 * a character. */
void xls_put_string(struct str stream, const struct xls_record *r, size_t skip, uint32_t chars, struct buf *out);

struct numfmt;
struct xls_style {
	const struct numfmt *format;
	uint8_t flags;
};
