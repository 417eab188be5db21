/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * drawn - documents whose pages MuPDF draws: PDF, XPS, SVG, comic books.
 *
 * MuPDF draws a page on a device of ours (pdf.h) that takes down words and lines. What only PDF has (form
 * fields, annotations, attachments) is read where the document is one. Nothing is opened but the bytes given.
 */
#pragma once
#include "parse/format.h"

#include <mupdf/fitz.h>

struct drawn_kind {
	const char *name;  /* of the format, as documents carry it */
	const char *title; /* as users say it */
	const char *magic; /* MuPDF's name of the format */
	bool (*check)(struct str bytes, struct err *e); /* before MuPDF reads it; NULL = nothing to check */
	bool (*rewrite)(struct str bytes, struct buf *out); /* what MuPDF reads in its place, and copies; false, or NULL = as it came */
};
/* Is its first element <svg>? Only what stands before it is read (format-svg.c). */
bool svg_looks(struct str bytes);
extern const struct drawn_kind drawn_cbz, drawn_pdf, drawn_svg, drawn_xps;

/* The parse() of a format row. ERR_PROTECTED, ERR_BROKEN, ERR_NO_DATA, ERR_PAGES, ERR_BUDGET, ERR_IO. */
bool drawn_parse(const struct drawn_kind *k, const struct source *s, const struct parse_options *o, struct sink *out, struct err *e);

/* Open it: fz_drop_document() ends it. NULL: ERR_PROTECTED if it takes a password, ERR_BROKEN if it has no page to read.
 * Never throws. bytes must outlive the document. */
fz_document *drawn_open(fz_context *ctx, const struct drawn_kind *k, struct str bytes, uint32_t *pages, struct err *e);

/* A picture within another document, of which the first page is shown. Its size in doc units; false: it cannot be read. */
bool drawn_size(const struct drawn_kind *k, struct str bytes, double *width, double *height);
/* Its words and rules as it fills a box of the page, appended to out, whose runs begin anew. ERR_BROKEN, ERR_BUDGET, ERR_MEMORY. */
bool drawn_words(const struct drawn_kind *k, struct str bytes, struct doc_box box, struct doc_page_builder *out, struct err *e);
