/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/xlsx.h"

#include "parse/numfmt.h"
#include "parse/xml.h"

#include <stdio.h>
#include <stdlib.h>

/* Budgets of a workbook. */
enum { TEXT_BYTES = 512 << 20, STRINGS = 20000000, STYLES = 100000, FORMATS = 5000, HIDDEN_RANGES = 20000, SHARED = 20000, VALUE_BYTES = 1 << 20,
       PRINTED_BYTES = 1 << 16 };

#define ITEMS(b, type) ((type *)(void *)(b)->p)
#define COUNT(b, type) ((b)->n / sizeof(type))

void xlsx_init(struct xlsx *x)
{
	memset(x, 0, sizeof(*x));
	arena_init(&x->arena, "workbook", 64 << 20);
	buf_init(&x->sheets, 0);
	buf_init(&x->strings, STRINGS * sizeof(uint32_t));
	buf_init(&x->text, TEXT_BYTES);
	buf_init(&x->formats, FORMATS * sizeof(struct numfmt *));
	buf_init(&x->styles, STYLES * sizeof(struct xlsx_style));
	arena_init(&x->values, "values of formulas", 256 << 20);
}

void xlsx_fini(struct xlsx *x)
{
	for (size_t i = 0; i < COUNT(&x->formats, struct numfmt *); i++)
		numfmt_free(ITEMS(&x->formats, struct numfmt *)[i]);
	buf_fini(&x->sheets);
	buf_fini(&x->strings);
	buf_fini(&x->text);
	buf_fini(&x->formats);
	buf_fini(&x->styles);
	arena_fini(&x->arena);
	arena_fini(&x->values);
}

/* ---- attributes */

static uint32_t attr_number(const struct xml_node *n, const char *name, uint32_t otherwise)
{
	int64_t v;
	struct str s = xml_attr(n, name);
	return s.p && str_to_i64(s, &v) && v >= 0 && v <= UINT32_MAX ? (uint32_t)v : otherwise;
}

/* xsd:boolean */
static bool attr_is_true(const struct xml_node *n, const char *name, bool otherwise)
{
	struct str s = xml_attr(n, name);
	return s.p ? str_eq_z(s, "1") || str_eq_z(s, "true") : otherwise;
}

/* "AB12": column and row from 0; *at is moved behind it. */
static bool read_reference(struct str s, size_t *at, uint32_t *row, uint32_t *col)
{
	uint64_t r = 0, c = 0;
	for (; *at < s.n && ((s.p[*at] | 0x20) >= 'a' && (s.p[*at] | 0x20) <= 'z'); (*at)++)
		c = c < 100000 ? c * 26 + (uint64_t)((s.p[*at] | 0x20) - 'a' + 1) : c;
	for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; (*at)++)
		r = r < 100000000 ? r * 10 + (uint64_t)(s.p[*at] - '0') : r;
	*row = (uint32_t)r - 1;
	*col = (uint32_t)c - 1;
	return r > 0 && c > 0;
}

static bool read_range(struct str s, struct grid_range *r)
{
	size_t at = 0;
	if (!read_reference(s, &at, &r->row0, &r->col0))
		return false;
	if (at == s.n) {
		r->row1 = r->row0;
		r->col1 = r->col0;
		return true;
	}
	return s.p[at++] == ':' && read_reference(s, &at, &r->row1, &r->col1);
}

/* ---- workbook.xml */

static bool workbook_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct xlsx *x = ((struct xlsx_workbook_reader *)ctx)->x;
	if (xml_is(n, "workbookPr"))
		x->date1904 = attr_is_true(n, "date1904", false);
	if (!xml_is(n, "sheet"))
		return true;
	struct str state = xml_attr(n, "state");
	struct xlsx_sheet s = { .name = arena_str(&x->arena, xml_attr(n, "name")),
				.id = arena_str(&x->arena, xml_attr_ns(n, "id", "/relationships")),
				.hidden = str_eq_z(state, "hidden") || str_eq_z(state, "veryHidden") };
	buf_add(&x->sheets, &s, sizeof(s));
	return buf_ok(&x->sheets, e) && arena_ok(&x->arena, e);
}

const struct xml_events xlsx_workbook_events = { .start = workbook_start };

/* ---- sharedStrings.xml */

static void string_begin(struct xlsx *x)
{
	uint32_t at = (uint32_t)x->text.n;
	buf_add(&x->strings, &at, sizeof(at));
}

static bool strings_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct xlsx_strings_reader *r = ctx;
	if (xml_is(n, "si"))
		string_begin(r->x);
	r->phonetic += xml_is(n, "rPh");
	r->in_text = xml_is(n, "t") && !r->phonetic;
	return buf_ok(&r->x->strings, e);
}

static bool strings_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct xlsx_strings_reader *r = ctx;
	r->in_text = false;
	r->phonetic -= xml_is(n, "rPh");
	if (xml_is(n, "sst"))
		string_begin(r->x);
	return true;
}

static bool strings_text(void *ctx, struct str s, struct err *e)
{
	struct xlsx_strings_reader *r = ctx;
	if (r->in_text)
		buf_str(&r->x->text, s);
	return buf_ok(&r->x->text, e);
}

const struct xml_events xlsx_strings_events = { strings_start, strings_end, strings_text };

static struct str shared_string(const struct xlsx *x, struct str number)
{
	int64_t i;
	if (!str_to_i64(str_trim(number), &i) || i < 0 || (uint64_t)i + 1 >= COUNT(&x->strings, uint32_t))
		return STR("");
	const uint32_t *at = ITEMS(&x->strings, const uint32_t) + i;
	return (struct str){ x->text.p + at[0], at[1] - at[0] };
}

/* ---- styles.xml */

struct xlsx_code {
	uint32_t id;
	struct str code;
};

static void add_style(struct xlsx_styles_reader *r, const struct xml_node *n)
{
	struct xlsx_style style = { .format = NULL };
	uint32_t id = attr_number(n, "numFmtId", 0), font = attr_number(n, "fontId", UINT32_MAX);
	struct str code = str_from(numfmt_builtin(id));
	for (size_t i = 0; i < COUNT(&r->codes, struct xlsx_code); i++)
		if (ITEMS(&r->codes, struct xlsx_code)[i].id == id)
			code = ITEMS(&r->codes, struct xlsx_code)[i].code;
	struct numfmt *f = r->x->formats.n < r->x->formats.max ? numfmt_new(code) : NULL;
	if (f)
		buf_add(&r->x->formats, &f, sizeof(f));
	style.format = f;
	uint32_t fill = attr_number(n, "fillId", 0);
	if (font < r->fonts.n)
		style.flags = (uint8_t)(r->fonts.p[font] & ~XLSX_WHITE);
	style.faint = font < r->fonts.n && r->fonts.p[font] & XLSX_WHITE && !(fill < r->fills.n && r->fills.p[fill]);
	buf_add(&r->x->styles, &style, sizeof(style));
}

/* 18.8.3: of a theme the first colour is that of paper. */
static bool is_white(const struct xml_node *n)
{
	struct str rgb = xml_attr(n, "rgb"), theme = xml_attr(n, "theme"), tint = xml_attr(n, "tint");
	return rgb.p ? str_ends(rgb, STR("FFFFFF")) || str_ends(rgb, STR("ffffff")) : str_eq_z(theme, "0") && !tint.p;
}

/* Of the fill at hand: is there something but white? */
static void fill_read(struct xlsx_styles_reader *r, const struct xml_node *n)
{
	bool *last = r->fills.n ? (bool *)(void *)&r->fills.p[r->fills.n - 1] : NULL;
	if (xml_is(n, "fill"))
		buf_byte(&r->fills, 0);
	else if (last && xml_is(n, "patternFill"))
		*last = xml_attr(n, "patternType").n && !str_eq_z(xml_attr(n, "patternType"), "none");
	else if (last && xml_is(n, "gradientFill"))
		*last = true;
	else if (last && xml_is(n, "fgColor") && is_white(n))
		*last = false;
}

static bool styles_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct xlsx_styles_reader *r = ctx;
	if (xml_is(n, "numFmt") && r->place == XLSX_NOWHERE && COUNT(&r->codes, struct xlsx_code) < FORMATS) {
		struct xlsx_code c = { attr_number(n, "numFmtId", 0), arena_str(&r->x->arena, xml_attr(n, "formatCode")) };
		buf_add(&r->codes, &c, sizeof(c));
	} else if (xml_is(n, "fonts")) {
		r->place = XLSX_FONTS;
	} else if (xml_is(n, "fills")) {
		r->place = XLSX_FILLS;
	} else if (xml_is(n, "cellXfs")) {
		r->place = XLSX_CELLS;
	} else if (r->place == XLSX_FONTS && xml_is(n, "font")) {
		buf_byte(&r->fonts, 0);
	} else if (r->place == XLSX_FILLS) {
		fill_read(r, n);
	} else if (r->place == XLSX_FONTS && r->fonts.n && xml_is(n, "color")) {
		r->fonts.p[r->fonts.n - 1] |= is_white(n) ? (char)XLSX_WHITE : 0;
	} else if (r->place == XLSX_FONTS && r->fonts.n && (xml_is(n, "b") || xml_is(n, "i"))) {
		if (attr_is_true(n, "val", true))
			r->fonts.p[r->fonts.n - 1] |= xml_is(n, "b") ? DOC_BOLD : DOC_ITALIC;
	} else if (r->place == XLSX_CELLS && xml_is(n, "xf")) {
		add_style(r, n);
	}
	return buf_ok(&r->codes, e) && buf_ok(&r->fonts, e) && buf_ok(&r->fills, e) && buf_ok(&r->x->styles, e) && buf_ok(&r->x->formats, e) &&
	       arena_ok(&r->x->arena, e);
}

static bool styles_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct xlsx_styles_reader *r = ctx;
	if (xml_is(n, "fonts") || xml_is(n, "fills") || xml_is(n, "cellXfs"))
		r->place = XLSX_NOWHERE;
	return true;
}

const struct xml_events xlsx_styles_events = { .start = styles_start, .end = styles_end };

/* ---- a sheet */

struct xlsx_shared { /* a formula that further cells have, by its number */
	uint32_t number, row, col;
	struct str code;
};

void xlsx_sheet_reader_init(struct xlsx_sheet_reader *r, const struct xlsx *x, struct grid *g, bool hidden)
{
	*r = (struct xlsx_sheet_reader){ .x = x, .g = g, .hidden = hidden };
	buf_init(&r->columns, HIDDEN_RANGES * sizeof(struct grid_range));
	buf_init(&r->value, VALUE_BYTES);
	buf_init(&r->shown, 0);
	buf_init(&r->formula, VALUE_BYTES);
	buf_init(&r->shared, SHARED * sizeof(struct xlsx_shared));
	buf_init(&r->printed, PRINTED_BYTES);
	r->row = r->col = UINT32_MAX; /* the next one is the first */
}

void xlsx_sheet_reader_fini(struct xlsx_sheet_reader *r)
{
	buf_fini(&r->columns);
	buf_fini(&r->value);
	buf_fini(&r->shown);
	buf_fini(&r->formula);
	buf_fini(&r->shared);
	buf_fini(&r->printed);
}

static bool column_hidden(const struct xlsx_sheet_reader *r)
{
	const struct grid_range *h = ITEMS(&r->columns, const struct grid_range);
	for (size_t i = 0; i < COUNT(&r->columns, struct grid_range); i++)
		if (h[i].col0 <= r->col && h[i].col1 >= r->col)
			return true;
	return false;
}

/* 22.4.2.4: "_x000D_" is the character with that number. */
static void put_unescaped(struct buf *out, struct str s)
{
	for (const char *p; s.n >= 7 && (p = memmem(s.p, s.n - 6, "_x", 2)); ) {
		char digits[5] = { p[2], p[3], p[4], p[5] }, *end, utf8[4];
		unsigned long c = strtoul(digits, &end, 16);
		size_t before = (size_t)(p - s.p);
		bool escaped = p[6] == '_' && *end == '\0' && digits[0] != '-' && digits[0] != '+' && digits[0] != ' ';
		buf_add(out, s.p, before + (escaped ? 0 : 2));
		if (escaped && c && (c < 0xD800 || c > 0xDFFF))
			buf_add(out, utf8, str_utf8_put((uint32_t)c, utf8));
		s.p += before + (escaped ? 7 : 2);
		s.n -= before + (escaped ? 7 : 2);
	}
	buf_str(out, s);
}

static void put_string(struct buf *out, const struct numfmt *f, struct str s)
{
	if (!f && !memmem(s.p, s.n, "_x", 2)) {
		buf_str(out, s);
		return;
	}
	struct buf plain = BUF_INIT(0);
	put_unescaped(&plain, s);
	numfmt_text(f, buf_view(&plain), out);
	buf_fini(&plain);
}

static bool number_of(const struct buf *value, double *n)
{
	char *end;
	*n = strtod(value->p, &end);
	return end != value->p && !*str_trim(str_from(end)).p;
}

/* A value of its type as it is displayed. */
static void show_number(struct xlsx_sheet_reader *r, const struct numfmt *f, double v)
{
	numfmt_number(f, v, r->x->date1904, &r->shown);
	grid_dated(r->g, numfmt_date_order(f));
}

static void show_value(struct xlsx_sheet_reader *r, const struct xlsx_style *style)
{
	struct str v = buf_view(&r->value);
	buf_clear(&r->shown);
	if (strcmp(r->type, "s") == 0) {
		put_string(&r->shown, style->format, shared_string(r->x, v));
	} else if (strcmp(r->type, "str") == 0 || strcmp(r->type, "inlineStr") == 0) {
		put_string(&r->shown, style->format, v);
	} else if (strcmp(r->type, "b") == 0) {
		buf_z(&r->shown, str_eq_z(str_trim(v), "0") ? "FALSE" : "TRUE");
	} else if (strcmp(r->type, "e") == 0) {
		buf_str(&r->shown, v);
	} else if (strcmp(r->type, "d") == 0) { /* ISO 8601 */
		buf_str(&r->shown, str_ends(v, STR("T00:00:00")) ? (struct str){ v.p, v.n - 9 } : v);
	} else {
		double number;
		if (!number_of(&r->value, &number))
			buf_str(&r->shown, v); /* no number: show what stands there */
		else
			show_number(r, style->format, number);
	}
}

/* ---- formulas without a value */

static struct xlsx_shared *shared_find(const struct xlsx_sheet_reader *r)
{
	struct xlsx_shared *s = ITEMS(&r->shared, struct xlsx_shared);
	for (size_t i = COUNT(&r->shared, struct xlsx_shared); i > 0; i--)
		if (s[i - 1].number == r->shared_number)
			return &s[i - 1];
	return NULL;
}

/* The formula of the cell: its own, which others may share, or one that is shared. */
static void code_collect(struct xlsx_sheet_reader *r)
{
	struct formula_book *b = r->x->book;
	struct xlsx_shared s = { r->shared_number, r->row, r->col, { NULL, 0 } };
	const struct xlsx_shared *other = r->formula.n == 0 && s.number != UINT32_MAX ? shared_find(r) : NULL;
	s.code = other ? other->code : arena_str(b->a, buf_view(&r->formula));
	if (!other && s.number != UINT32_MAX && r->shared.n < r->shared.max)
		buf_add(&r->shared, &s, sizeof(s));
	if (!r->value_seen && s.code.n)
		formula_put_code(b, r->row, r->col, s.code, other ? other->row : r->row, other ? other->col : r->col);
}

static void cell_collect(struct xlsx_sheet_reader *r)
{
	struct str v = buf_view(&r->value);
	struct formula_value found = { .kind = FORMULA_TEXT, .text = v };
	if (r->formula_seen)
		code_collect(r);
	if (!r->value_seen)
		return;
	if (strcmp(r->type, "s") == 0)
		found.text = shared_string(r->x, v);
	else if (strcmp(r->type, "e") == 0)
		found.kind = FORMULA_ERROR;
	else if (strcmp(r->type, "b") == 0)
		found = (struct formula_value){ .kind = FORMULA_BOOL, .n = !str_eq_z(str_trim(v), "0") };
	else if (strcmp(r->type, "str") != 0 && strcmp(r->type, "inlineStr") != 0 && number_of(&r->value, &found.n))
		found = (struct formula_value){ .kind = FORMULA_NUMBER, .n = found.n };
	formula_put(r->x->book, r->row, r->col, &found);
}

/* What the cell would show; false if that is nothing, or not known. */
static bool show_formula(struct xlsx_sheet_reader *r, const struct xlsx_style *style)
{
	struct formula_value v = formula_value(r->x->book, r->number, r->row, r->col);
	buf_clear(&r->shown);
	if (v.kind == FORMULA_NUMBER || v.kind == FORMULA_EMPTY)
		show_number(r, style->format, v.kind == FORMULA_EMPTY ? 0 : v.n);
	else if (v.kind == FORMULA_BOOL)
		buf_z(&r->shown, v.n != 0 ? "TRUE" : "FALSE");
	else if (v.kind == FORMULA_TEXT)
		put_string(&r->shown, style->format, v.text);
	else if (v.kind == FORMULA_ERROR)
		buf_str(&r->shown, v.text);
	return r->shown.n > 0;
}

static bool cell_end(struct xlsx_sheet_reader *r, struct err *e)
{
	static const struct xlsx_style plain = { .format = NULL };
	/* "<v/>" after a formula is none; an empty text says that it is one. */
	if (r->formula_seen && r->value.n == 0 && strcmp(r->type, "str") != 0)
		r->value_seen = false;
	if (r->collects) {
		cell_collect(r);
		return true;
	}
	bool found = !r->value_seen && r->formula_seen && r->x->book;
	r->lacks |= !r->value_seen && r->formula_seen && !r->x->book;
	if (!r->value_seen && !found)
		return true;
	const struct xlsx_style *style = r->style < COUNT(&r->x->styles, struct xlsx_style) ?
						 &ITEMS(&r->x->styles, const struct xlsx_style)[r->style] : &plain;
	if (!buf_ok(&r->value, e))
		return false;
	if (found && !show_formula(r, style))
		return true;
	if (!found)
		show_value(r, style);
	if (!r->shown.n && r->value.n) /* its format shows nothing of it */
		grid_hide(r->g, strcmp(r->type, "s") == 0 ? shared_string(r->x, buf_view(&r->value)) : buf_view(&r->value));
	if (r->hidden || r->row_hidden || column_hidden(r) || (style->faint && !r->has_tables)) {
		grid_hide(r->g, buf_view(&r->shown));
		return buf_ok(&r->shown, e);
	}
	struct grid_cell c = { r->row, r->col, buf_view(&r->shown), style->flags };
	return buf_ok(&r->shown, e) && grid_put(r->g, &c, e);
}

static void row_start(struct xlsx_sheet_reader *r, const struct xml_node *n)
{
	uint32_t row = attr_number(n, "r", 0);
	/* Rows ascend; a number that does not is not believed. */
	r->row = row > 0 && (r->row == UINT32_MAX || row - 1 > r->row) ? row - 1 : r->row + 1;
	r->col = UINT32_MAX;
	r->row_hidden = attr_is_true(n, "hidden", false);
	if (r->row_hidden && !r->hidden && !r->collects)
		grid_skip_row(r->g, r->row);
}

static void cell_start(struct xlsx_sheet_reader *r, const struct xml_node *n)
{
	struct str ref = xml_attr(n, "r"), type = xml_attr(n, "t");
	uint32_t row, col;
	size_t at = 0;
	r->col = ref.p && read_reference(ref, &at, &row, &col) ? col : r->col + 1;
	r->style = attr_number(n, "s", 0);
	snprintf(r->type, sizeof(r->type), "%.*s", (int)(type.n < sizeof(r->type) ? type.n : 0), type.p ? type.p : "");
	r->value_seen = r->formula_seen = false;
	buf_clear(&r->value);
}

static void formula_start(struct xlsx_sheet_reader *r, const struct xml_node *n)
{
	r->formula_seen = true;
	r->in_formula = r->collects;
	buf_clear(&r->formula);
	r->shared_number = str_eq_z(xml_attr(n, "t"), "shared") ? attr_number(n, "si", UINT32_MAX) : UINT32_MAX;
}

static bool sheet_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct xlsx_sheet_reader *r = ctx;
	if (xml_is(n, "row")) {
		row_start(r, n);
	} else if (xml_is(n, "c")) {
		cell_start(r, n);
	} else if (xml_is(n, "v") || (xml_is(n, "t") && r->in_inline && !r->phonetic)) {
		r->in_value = r->value_seen = true;
	} else if (xml_is(n, "f")) {
		formula_start(r, n);
	} else if (xml_is(n, "is")) {
		r->in_inline = true;
	} else if (xml_is(n, "rPh")) {
		r->phonetic++;
	} else if (xml_is(n, "col") && attr_is_true(n, "hidden", false)) {
		struct grid_range h = { 0, attr_number(n, "min", 1) - 1, 0, attr_number(n, "max", 1) - 1 };
		if (r->columns.n < r->columns.max)
			buf_add(&r->columns, &h, sizeof(h));
	} else if (xml_is(n, "oddHeader") || xml_is(n, "oddFooter") || xml_is(n, "firstHeader") || xml_is(n, "firstFooter")) {
		r->in_printed = !r->hidden && !r->collects;
	} else if (xml_is(n, "mergeCell") && !r->hidden && !r->collects) {
		struct grid_range m;
		if (read_range(xml_attr(n, "ref"), &m))
			grid_merge(r->g, m);
	}
	return true;
}

static bool sheet_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct xlsx_sheet_reader *r = ctx;
	r->in_value = r->in_formula = false;
	if (r->in_printed)
		buf_byte(&r->printed, '\0');
	r->in_printed = false;
	if (xml_is(n, "is"))
		r->in_inline = false;
	if (xml_is(n, "rPh"))
		r->phonetic--;
	return !xml_is(n, "c") || cell_end(r, e);
}

static bool sheet_text(void *ctx, struct str s, struct err *e)
{
	struct xlsx_sheet_reader *r = ctx;
	if (r->in_value)
		buf_str(&r->value, s);
	else if (r->in_formula)
		buf_str(&r->formula, s);
	else if (r->in_printed)
		buf_str(&r->printed, s);
	return true;
}

const struct xml_events xlsx_sheet_events = { sheet_start, sheet_end, sheet_text };
