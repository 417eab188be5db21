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
	bool lacks; /* some formula has no value */
};

static int score(const struct source *s)
{
	if (archive_mentions(s->bytes, "xl/workbook.xml"))
		return 95;
	if (!archive_looks(s->bytes) || archive_mentions(s->bytes, "xl/workbook.bin"))
		return 0;
	static const char *const names[] = { ".xlsx", ".xlsm", ".xltx", ".xltm" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (format_named(s, names[i]))
			return 60;
	return 0;
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
	else if (str_ends(type, STR("/worksheet")) || str_ends(type, STR("/chartsheet")))
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
	buf_init(&reader.fills, 1 << 20);
	bool ok = !r->styles.n || archive_find(r->a, r->styles) < 0 ||
		  xml_parse_entry(r->a, r->styles, &xlsx_styles_events, &reader, e);
	buf_fini(&reader.codes);
	buf_fini(&reader.fonts);
	buf_fini(&reader.fills);
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

/* ---- what lies over a sheet */

enum { NOTES = 2 };
struct over {
	struct reading *r;
	struct str drawing, notes[NOTES];
	size_t notes_n;
	bool has_tables;
};

static void over_relation(void *ctx, struct str id, struct str type, struct str path)
{
	struct over *o = ctx;
	if (str_ends(type, STR("/drawing")))
		o->drawing = arena_str(&o->r->x.arena, path);
	else if ((str_ends(type, STR("/comments")) || str_ends(type, STR("/threadedComment"))) && o->notes_n < NOTES)
		o->notes[o->notes_n++] = arena_str(&o->r->x.arena, path);
	o->has_tables |= str_ends(type, STR("/table"));
}

static bool read_over(struct reading *r, struct grid *g, const struct over *o, uint32_t *row, struct err *e)
{
	for (size_t i = 0; i < o->notes_n; i++)
		if (!xlsx_notes(r->a, o->notes[i], g, e))
			return false;
	return !o->drawing.n || xlsx_drawing(r->a, o->drawing, g, row, e);
}

/* What is printed on each page is told once, below the cells. */
static bool put_printed(const struct buf *printed, struct grid *g, uint32_t row, struct err *e)
{
	bool ok = true;
	for (struct str one, rest = buf_view(printed); ok && rest.n;) {
		rest = str_cut(rest, '\0', &one);
		ok = xlsx_printed(one, g, &row, e);
	}
	return ok;
}

static bool read_sheet(struct reading *r, struct grid *g, const struct xlsx_sheet *s, struct err *e)
{
	struct xlsx_sheet_reader reader;
	struct over over = { .r = r };
	if (!s->path.n || archive_find(r->a, s->path) < 0)
		return true; /* a macro sheet */
	if (!ooxml_relations(r->a, s->path, over_relation, &over, e))
		return false;
	bool hidden = s->hidden && !grid_shows_hidden(g);
	if (!hidden && !grid_sheet(g, s->name, e))
		return false;
	xlsx_sheet_reader_init(&reader, &r->x, g, hidden);
	reader.has_tables = over.has_tables;
	reader.number = (uint32_t)(s - (const struct xlsx_sheet *)(const void *)r->x.sheets.p);
	bool ok = xml_parse_entry(r->a, s->path, &xlsx_sheet_events, &reader, e);
	uint32_t row = reader.row == UINT32_MAX ? 0 : reader.row + 2;
	r->lacks |= reader.lacks;
	ok = ok && (s->hidden || (read_over(r, g, &over, &row, e) && put_printed(&reader.printed, g, row, e)));
	xlsx_sheet_reader_fini(&reader);
	return ok || err_in(e, "sheet %.*s", (int)(s->name.n < 60 ? s->name.n : 60), s->name.p);
}

/* ---- formulas without a value: all cells are read once more, and then the sheets again */

static bool formulas_are_few(const struct reading *r)
{
	enum { MOST_BYTES = 32 << 20 };
	const struct xlsx_sheet *s = (const struct xlsx_sheet *)(const void *)r->x.sheets.p;
	uint64_t bytes = 0;
	for (size_t i = 0; i < r->x.sheets.n / sizeof(*s); i++)
		bytes += s[i].path.n && archive_find(r->a, s[i].path) >= 0 ? archive_size(r->a, (size_t)archive_find(r->a, s[i].path)) : 0;
	return bytes < MOST_BYTES;
}

static bool collect_formulas(struct reading *r, struct err *e)
{
	const struct xlsx_sheet *s = (const struct xlsx_sheet *)(const void *)r->x.sheets.p;
	bool ok = (r->x.book = formula_book_new(&r->x.values)) != NULL || err_set(e, ERR_MEMORY, "out of memory");
	for (size_t i = 0; ok && i < r->x.sheets.n / sizeof(*s); i++) {
		struct xlsx_sheet_reader reader;
		formula_sheet(r->x.book, s[i].name);
		if (!s[i].path.n || archive_find(r->a, s[i].path) < 0)
			continue;
		xlsx_sheet_reader_init(&reader, &r->x, NULL, s[i].hidden);
		reader.collects = true;
		ok = xml_parse_entry(r->a, s[i].path, &xlsx_sheet_events, &reader, e);
		xlsx_sheet_reader_fini(&reader);
	}
	return ok;
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
	if (r->lacks && !r->x.book && formulas_are_few(r))
		return err_set(e, ERR_INTERNAL, "values of formulas are wanted"); /* see parse() */
	office_properties(r->a, add_meta, g);
	return true;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct reading r = { .a = archive_open(s->bytes, NULL, e) };
	xlsx_init(&r.x);
	bool ok = r.a && read_workbook(&r, e) && grid_parse(STR("xlsx"), o, out, read_sheets, &r, e);
	/* Nothing was written yet: sheets are measured first. */
	if (!ok && r.lacks && !r.x.book && e->code == ERR_INTERNAL)
		ok = collect_formulas(&r, e) && grid_parse(STR("xlsx"), o, out, read_sheets, &r, e);
	if (!ok && e->code == ERR_NOT_FOUND)
		err_set(e, ERR_BROKEN, "the file is damaged: it has no workbook");
	xlsx_fini(&r.x);
	archive_close(r.a);
	return ok;
}

const struct format format_xlsx = { "xlsx", score, parse };
