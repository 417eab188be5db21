/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * XLSX and XLSM: a workbook's parts, found by their relationships; each sheet in the order of its tabs.
 */
#include "parse/office.h"
#include "parse/ooxml.h"
#include "parse/xlsx.h"
#include "parse/xml.h"

struct reading {
	struct xlsx x;
	struct archive *a;
	struct str workbook, strings, styles; /* paths; "" = none */
};

static int score(const struct source *s)
{
	if (archive_mentions(s->bytes, "xl/workbook.xml"))
		return 95;
	if (!archive_looks(s->bytes) || archive_mentions(s->bytes, "xl/workbook.bin"))
		return 0;
	return format_named(s, ".xlsx") || format_named(s, ".xlsm") ? 60 : 0;
}

static void package_relation(void *ctx, struct str id, struct str type, struct str path)
{
	struct reading *r = ctx;
	if (str_ends(type, STR("/officeDocument")))
		r->workbook = arena_str(&r->x.arena, path);
}

static void workbook_relation(void *ctx, struct str id, struct str type, struct str path)
{
	struct reading *r = ctx;
	struct xlsx_sheet *s = (struct xlsx_sheet *)(void *)r->x.sheets.p;
	if (str_ends(type, STR("/sharedStrings")))
		r->strings = arena_str(&r->x.arena, path);
	else if (str_ends(type, STR("/styles")))
		r->styles = arena_str(&r->x.arena, path);
	else if (str_ends(type, STR("/worksheet")))
		for (size_t i = 0; i < r->x.sheets.n / sizeof(*s); i++)
			if (str_eq(s[i].id, id))
				s[i].path = arena_str(&r->x.arena, path);
}

static bool read_strings(struct reading *r, struct err *e)
{
	struct xlsx_strings_reader reader = { .x = &r->x };
	return !r->strings.n || archive_find(r->a, r->strings) < 0 ||
	       xml_parse_entry(r->a, r->strings, &xlsx_strings_events, &reader, e);
}

static bool read_styles(struct reading *r, struct err *e)
{
	struct xlsx_styles_reader reader = { .x = &r->x };
	buf_init(&reader.codes, 0);
	buf_init(&reader.fonts, 1 << 20);
	bool ok = !r->styles.n || archive_find(r->a, r->styles) < 0 ||
		  xml_parse_entry(r->a, r->styles, &xlsx_styles_events, &reader, e);
	buf_fini(&reader.codes);
	buf_fini(&reader.fonts);
	return ok;
}

static bool read_workbook(struct reading *r, struct err *e)
{
	struct xlsx_workbook_reader reader = { &r->x };
	if (!ooxml_relations(r->a, STR(""), package_relation, r, e))
		return false;
	if (!r->workbook.n)
		r->workbook = STR("xl/workbook.xml");
	return xml_parse_entry(r->a, r->workbook, &xlsx_workbook_events, &reader, e) &&
	       ooxml_relations(r->a, r->workbook, workbook_relation, r, e) && read_strings(r, e) && read_styles(r, e);
}

static bool read_sheet(struct reading *r, struct grid *g, const struct xlsx_sheet *s, struct err *e)
{
	struct xlsx_sheet_reader reader;
	if (!s->path.n || archive_find(r->a, s->path) < 0)
		return true; /* a chart, a macro sheet */
	if (!s->hidden && !grid_sheet(g, s->name, e))
		return false;
	xlsx_sheet_reader_init(&reader, &r->x, g, s->hidden);
	bool ok = xml_parse_entry(r->a, s->path, &xlsx_sheet_events, &reader, e);
	xlsx_sheet_reader_fini(&reader);
	return ok || err_in(e, "sheet %.*s", (int)(s->name.n < 60 ? s->name.n : 60), s->name.p);
}

static void add_meta(void *ctx, const char *name, struct str value)
{
	grid_meta(ctx, name, value);
}

static bool read_sheets(void *ctx, struct grid *g, struct err *e)
{
	struct reading *r = ctx;
	const struct xlsx_sheet *s = (const struct xlsx_sheet *)(const void *)r->x.sheets.p;
	for (size_t i = 0; i < r->x.sheets.n / sizeof(*s); i++)
		if (!read_sheet(r, g, &s[i], e))
			return false;
	office_properties(r->a, add_meta, g);
	return true;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct reading r = { .a = archive_open(s->bytes, NULL, e) };
	xlsx_init(&r.x);
	bool ok = r.a && read_workbook(&r, e) && grid_parse(STR("xlsx"), o, out, read_sheets, &r, e);
	if (!ok && e->code == ERR_NOT_FOUND)
		err_set(e, ERR_BROKEN, "the file is damaged: it has no workbook");
	xlsx_fini(&r.x);
	archive_close(r.a);
	return ok;
}

const struct format format_xlsx = { "xlsx", score, parse };
