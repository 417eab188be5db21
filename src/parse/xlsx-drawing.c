/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Text of shapes over a sheet (SpreadsheetML drawings, ECMA-376 part 1, 20.5): told below its cells, a row for each paragraph.
 */
#include "parse/xlsx.h"

#include "parse/ooxml.h"

enum { TEXT_BYTES = 1 << 16, MOST_ROWS = 5000 };

struct drawing {
	struct grid *g;
	struct buf text;
	uint32_t row, rows;
	bool in_text;
};

static bool drawing_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct drawing *d = ctx;
	d->in_text = xml_is(n, "t");
	if (xml_is(n, "p"))
		buf_clear(&d->text);
	return true;
}

static bool drawing_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct drawing *d = ctx;
	d->in_text = false;
	if (!xml_is(n, "p") || !str_trim(buf_view(&d->text)).n || d->rows++ >= MOST_ROWS)
		return true;
	struct grid_cell c = { .row = d->row++, .text = buf_view(&d->text) };
	return grid_put(d->g, &c, e);
}

static bool drawing_text(void *ctx, struct str s, struct err *e)
{
	struct drawing *d = ctx;
	if (d->in_text)
		buf_str(&d->text, s);
	return true;
}

bool xlsx_drawing(struct archive *a, struct str path, struct grid *g, uint32_t row, struct err *e)
{
	static const struct xml_events events = { drawing_start, drawing_end, drawing_text };
	struct drawing d = { .g = g, .row = row };
	struct err unread;
	buf_init(&d.text, TEXT_BYTES);
	/* What is wrong with a drawing is not the sheet's fault; a budget is the document's. */
	bool ok = ooxml_read(a, path, &events, &d, &unread) || unread.code == ERR_BROKEN;
	if (!ok)
		*e = unread;
	buf_fini(&d.text);
	return ok;
}
