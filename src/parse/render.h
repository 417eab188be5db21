/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * render - a page of a document as a picture.
 *
 * A format that MuPDF draws has a row in render.c; a picture is shown as it was
 * read; every other one is drawn from what was parsed: words, rules and fills of
 * its virtual page. Runs in the jail, like parsing.
 */
#pragma once
#include "doc/order.h"
#include "parse/format.h"

#include <mupdf/fitz.h>

/* A4 at 600 dpi has 35 million pixels; a page with more is drawn at a lower resolution. */
#define RENDER_MOST_PIXELS (40.0 * 1000 * 1000)

/* A page being drawn. MuPDF's errors are thrown through rows and the functions here. */
struct render {
	fz_context *ctx;
	const struct source *source;
	const struct parse_options *options;
	const struct task *task; /* what was asked for */
	uint32_t page, dpi; /* of that; page from 1 */
	uint32_t pages;     /* of the document; a row fills it in */
	fz_pixmap *pixmap;  /* made by render_start() */
	float scale;        /* pixels per point */
};

/* A white picture of a page of this size in points. */
void render_start(struct render *r, float width, float height);

/* Draw the page that t names, or a part of it, or a picture on it, and append its PNG in a frame to out. With boxes, what the
 * parser finds is drawn over it. */
bool render_picture(const struct format *f, const struct source *s, const struct parse_options *o, const struct task *t,
		    struct buf *out, struct err *e);

/* The picture of that number on the page, drawn on a canvas of its own. Throws; false with ERR_PAGES if there is none. */
bool render_image(struct render *r, fz_page *page, uint32_t number, struct err *e);
