/* SPDX-License-Identifier: Apache-2.0 */
/*
 * workbook - the tables of a parsed document as a spreadsheet (XLSX), a sheet for each.
 *
 * It is written as pages come: only the table of contents stays in memory. Same
 * pages, same bytes.
 */
#pragma once
#include "work/results-private.h"

struct workbook {
	struct buf contents;    /* of the ZIP archive */
	struct buf sheets, relations, types; /* what other parts say of each sheet */
	struct buf above;       /* the last text that was no table: names the next sheet */
	uint64_t at;            /* bytes written */
	uint32_t entries, sheets_n;
};
void workbook_init(struct workbook *w);
void workbook_fini(struct workbook *w);
/* Append the page's tables to out. */
void workbook_page(struct workbook *w, const struct page *p, struct buf *out);
/* Append the end, unless there was no table: then nothing was written at all. */
void workbook_end(struct workbook *w, struct buf *out);
