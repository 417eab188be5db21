/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Objects in documents (ODF 1.3 part 3, 10.4.6): the title and the figures of a chart, the cells of a sheet as a table;
 * the signs of a formula as text.
 */
#include "parse/odf.h"
#include "parse/zip.h"

enum { MOST_CELLS = 20000, TEXT_BYTES = 65536 };

struct object {
	struct flow *f;
	struct buf text;
	size_t cells;
	uint32_t depth, title_at, table_at, row_at, cell_at, skip;
};

static bool is_sign(const struct xml_node *n)
{
	return xml_is(n, "mi") || xml_is(n, "mn") || xml_is(n, "mo") || xml_is(n, "mtext");
}

static bool object_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct object *o = ctx;
	o->depth++;
	if (o->skip)
		return true;
	if (xml_is(n, "annotation") || xml_is(n, "covered-table-cell")) {
		o->skip = o->depth;
	} else if (xml_is(n, "title") && !o->title_at) {
		o->title_at = o->depth;
		buf_clear(&o->text);
	} else if (xml_is(n, "table") && !o->table_at) {
		o->table_at = o->depth;
		flow_open(o->f, FLOW_TABLE, &(struct flow_props){ .before = 300, .borders = FLOW_SIDES });
	} else if (xml_is(n, "table-row") && o->table_at && !o->row_at) {
		o->row_at = o->depth;
		flow_open(o->f, FLOW_ROW, NULL);
	} else if (xml_is(n, "table-cell") && o->row_at && !o->cell_at && o->cells++ < MOST_CELLS) {
		o->cell_at = o->depth;
		buf_clear(&o->text);
	} else if (is_sign(n)) {
		buf_clear(&o->text);
	}
	return true;
}

static void cell_show(struct object *o)
{
	flow_open(o->f, FLOW_CELL, NULL);
	flow_text(o->f, buf_view(&o->text), NULL);
	flow_close(o->f);
}

static void title_show(struct object *o)
{
	flow_open(o->f, FLOW_BLOCK, &(struct flow_props){ .after = 300, .keep = true });
	flow_text(o->f, buf_view(&o->text), &(struct flow_style){ .flags = DOC_BOLD });
	flow_close(o->f);
}

static bool object_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct object *o = ctx;
	if (o->skip) {
		o->skip = o->skip == o->depth ? 0 : o->skip;
	} else if (o->depth == o->cell_at) {
		cell_show(o);
		o->cell_at = 0;
	} else if (o->depth == o->row_at) {
		flow_close(o->f);
		o->row_at = 0;
	} else if (o->depth == o->table_at) {
		flow_close(o->f);
		o->table_at = 0;
	} else if (o->depth == o->title_at) {
		title_show(o);
		o->title_at = 0;
	} else if (is_sign(n)) {
		flow_text(o->f, buf_view(&o->text), NULL);
	} else if (xml_is(n, "p") && (o->cell_at || o->title_at)) {
		buf_byte(&o->text, ' ');
	}
	o->depth--;
	return true;
}

static bool object_text(void *ctx, struct str s, struct err *e)
{
	struct object *o = ctx;
	if (!o->skip)
		buf_str(&o->text, s);
	return true;
}

void odf_object_show(struct odf *d, struct str name)
{
	static const struct xml_events events = { object_start, object_end, object_text };
	struct object o = { .f = d->f };
	struct buf path = BUF_INIT(4096);
	struct err unread; /* what cannot be read of it is not there */
	if (str_starts(name, STR("./")))
		name = (struct str){ name.p + 2, name.n - 2 };
	if (str_ends(name, STR("/")))
		name.n--;
	buf_printf(&path, "%.*s/content.xml", STR_ARGS(name));
	buf_init(&o.text, TEXT_BYTES);
	if (d->a && name.n && archive_find(d->a, buf_view(&path)) >= 0 && !xml_parse_entry(d->a, buf_view(&path), &events, &o, &unread))
		for (int open = (o.row_at > 0) + (o.table_at > 0); open > 0; open--)
			flow_close(o.f);
	buf_fini(&path);
	buf_fini(&o.text);
}
