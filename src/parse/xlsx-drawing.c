/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Text of shapes over a sheet (SpreadsheetML drawings, ECMA-376 part 1, 20.5): told below its cells, a row for each paragraph.
 * Of charts that is their titles and those of their axes; their figures stand in cells.
 */
#include "parse/xlsx.h"

#include "parse/ooxml.h"

enum { TEXT_BYTES = 1 << 16, MOST_ROWS = 5000, MOST_CHARTS = 200 };

struct drawing {
	struct archive *a;
	struct grid *g;
	struct buf text;
	uint32_t row, rows, charts;
	bool in_text, ok;
	struct err why;
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

/* What is wrong with a drawing is not the sheet's fault; a budget is the document's. */
static bool part_read(struct drawing *d, struct str path)
{
	static const struct xml_events events = { drawing_start, drawing_end, drawing_text };
	return ooxml_read(d->a, path, &events, d, &d->why) || d->why.code == ERR_BROKEN;
}

static void chart_found(void *ctx, struct str id, struct str type, struct str path)
{
	struct drawing *d = ctx;
	if (d->ok && str_ends(type, STR("/chart")) && d->charts++ < MOST_CHARTS)
		d->ok = part_read(d, path);
}

bool xlsx_drawing(struct archive *a, struct str path, struct grid *g, uint32_t *row, struct err *e)
{
	struct drawing d = { .a = a, .g = g, .row = *row };
	buf_init(&d.text, TEXT_BYTES);
	d.ok = part_read(&d, path);
	if (d.ok && !ooxml_relations(a, path, chart_found, &d, &d.why))
		d.ok = d.why.code == ERR_BROKEN;
	if (!d.ok)
		*e = d.why;
	*row = d.row;
	buf_fini(&d.text);
	return d.ok;
}
