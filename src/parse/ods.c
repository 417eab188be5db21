/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ods.h"

#include "parse/xml.h"

#include <stdio.h>
#include <stdlib.h>

enum { NOTE_BYTES = 1 << 15, SHAPE_BYTES = 1 << 20, CELL_BYTES = 32 << 20, HIDDEN_RANGES = 20000, STYLE_BYTES = 1 << 20, MOST_ROWS = 1 << 20 };

struct ods_cell {
	uint32_t col, repeat, at, n;
	uint8_t flags;
};

#define ITEMS(b, type) ((type *)(void *)(b)->p)
#define COUNT(b, type) ((b)->n / sizeof(type))

void ods_reader_init(struct ods_reader *r, struct grid *g)
{
	*r = (struct ods_reader){ .g = g };
	buf_init(&r->hidden_styles, STYLE_BYTES);
	buf_init(&r->columns, HIDDEN_RANGES * sizeof(struct grid_range));
	buf_init(&r->row_text, CELL_BYTES);
	buf_init(&r->cells, 0);
	buf_init(&r->bold_styles, STYLE_BYTES);
	buf_init(&r->bold_columns, HIDDEN_RANGES * sizeof(struct grid_range));
	buf_init(&r->note, NOTE_BYTES);
	buf_init(&r->author, NOTE_BYTES);
	buf_init(&r->shapes, SHAPE_BYTES);
}

void ods_reader_fini(struct ods_reader *r)
{
	buf_fini(&r->hidden_styles);
	buf_fini(&r->columns);
	buf_fini(&r->row_text);
	buf_fini(&r->cells);
	buf_fini(&r->bold_styles);
	buf_fini(&r->bold_columns);
	buf_fini(&r->note);
	buf_fini(&r->author);
	buf_fini(&r->shapes);
}

static uint32_t attr_count(const struct xml_node *n, const char *name)
{
	int64_t v;
	struct str s = xml_attr(n, name);
	return s.p && str_to_i64(s, &v) && v > 0 ? (uint32_t)(v < MOST_ROWS ? v : MOST_ROWS) : 1;
}

/* 19.749: "collapse" is hidden, "filter" hidden by a filter. */
static bool is_hidden(const struct xml_node *n)
{
	struct str v = xml_attr(n, "visibility");
	return str_eq_z(v, "collapse") || str_eq_z(v, "filter");
}

/* ---- looks */

static uint32_t sum_of(struct str name)
{
	uint32_t h = 2166136261u; /* FNV-1a */
	for (size_t i = 0; i < name.n; i++)
		h = (h ^ (unsigned char)name.p[i]) * 16777619u;
	return h;
}

static int sum_cmp(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

static bool is_bold(struct ods_reader *r, struct str name)
{
	uint32_t key = sum_of(name);
	size_t n = COUNT(&r->bold_styles, uint32_t);
	if (n && !r->is_sorted)
		qsort(r->bold_styles.p, n, sizeof(key), sum_cmp);
	r->is_sorted = true;
	return n && name.n && bsearch(&key, r->bold_styles.p, n, sizeof(key), sum_cmp);
}

static bool column_in(const struct buf *ranges, uint32_t col)
{
	const struct grid_range *h = ITEMS(ranges, const struct grid_range);
	for (size_t i = 0; i < COUNT(ranges, struct grid_range); i++)
		if (h[i].col0 <= col && h[i].col1 >= col)
			return true;
	return false;
}

/* ---- tables */

static bool style_hidden(const struct ods_reader *r, struct str name)
{
	for (const char *p = r->hidden_styles.p, *end = p + r->hidden_styles.n; p < end; p += strlen(p) + 1)
		if (str_eq_z(name, p))
			return true;
	return false;
}

static bool table_start(struct ods_reader *r, const struct xml_node *n, struct err *e)
{
	if (r->tables++)
		return true;
	r->hidden = style_hidden(r, xml_attr(n, "style-name")) && !grid_shows_hidden(r->g);
	r->row = r->column_defs = r->last_row = 0;
	buf_clear(&r->columns);
	buf_clear(&r->bold_columns);
	buf_clear(&r->shapes);
	return r->hidden || grid_sheet(r->g, xml_attr(n, "name"), e);
}

static void column_start(struct ods_reader *r, const struct xml_node *n)
{
	uint32_t repeat = attr_count(n, "number-columns-repeated");
	struct grid_range h = { 0, r->column_defs, 0, r->column_defs + repeat - 1 };
	if (is_hidden(n) && r->columns.n < r->columns.max)
		buf_add(&r->columns, &h, sizeof(h));
	if (is_bold(r, xml_attr(n, "default-cell-style-name")) && r->bold_columns.n < r->bold_columns.max)
		buf_add(&r->bold_columns, &h, sizeof(h));
	r->column_defs = r->column_defs < GRID_COLUMNS ? r->column_defs + repeat : r->column_defs;
}

/* ---- rows and cells */

static void row_start(struct ods_reader *r, const struct xml_node *n)
{
	r->repeat_row = attr_count(n, "number-rows-repeated");
	r->row_hidden = is_hidden(n);
	r->col = 0;
	buf_clear(&r->cells);
	buf_clear(&r->row_text);
}

static bool put_cells(struct ods_reader *r, uint32_t row, struct err *e)
{
	const struct ods_cell *c = ITEMS(&r->cells, const struct ods_cell);
	for (size_t i = 0; i < COUNT(&r->cells, struct ods_cell); i++)
		for (uint32_t k = 0; k < c[i].repeat; k++) {
			struct grid_cell cell = { row, c[i].col + k, { r->row_text.p + c[i].at, c[i].n }, c[i].flags };
			if (!r->hidden && !r->row_hidden && !column_in(&r->columns, cell.col)) {
				if (!grid_put(r->g, &cell, e))
					return false;
			} else if (k == 0) { /* repetitions of what nobody sees are not worth the time */
				grid_hide(r->g, cell.text);
			}
		}
	return true;
}

static bool row_end(struct ods_reader *r, struct err *e)
{
	if (!buf_ok(&r->cells, e) || !buf_ok(&r->row_text, e))
		return false;
	bool seen = !r->hidden && !r->row_hidden;
	if (r->row > MOST_ROWS)
		return true; /* no program shows rows so far down */
	for (uint32_t i = 0; i < r->repeat_row && (seen ? r->cells.n > 0 : r->row_hidden); i++)
		if (!seen)
			grid_skip_row(r->g, r->row + i);
		else if (!put_cells(r, r->row + i, e))
			return false;
	if (!seen && !put_cells(r, r->row, e))
		return false;
	r->row += r->row < UINT32_MAX / 2 ? r->repeat_row : 0;
	r->last_row = seen && r->cells.n ? r->row : r->last_row;
	return true;
}

/* Texts of drawings stand below the cells, a row each. */
static bool put_shapes(struct ods_reader *r, struct err *e)
{
	uint32_t row = r->last_row + 1;
	bool ok = true;
	for (struct str one, rest = buf_view(&r->shapes); ok && rest.n;) {
		rest = str_cut(rest, '\0', &one);
		struct grid_cell cell = { .row = row, .text = str_trim(one) };
		if (!cell.text.n)
			continue;
		row++;
		if (r->hidden)
			grid_hide(r->g, cell.text);
		else
			ok = grid_put(r->g, &cell, e);
	}
	return ok;
}

static void cell_start(struct ods_reader *r, const struct xml_node *n, bool covered)
{
	r->in_cell = true;
	r->in_text = false;
	r->covered = covered;
	r->skip = 0;
	r->repeat_col = attr_count(n, "number-columns-repeated");
	r->repeat_col = r->repeat_col > GRID_COLUMNS ? GRID_COLUMNS : r->repeat_col;
	r->spans_col = attr_count(n, "number-columns-spanned");
	r->spans_row = attr_count(n, "number-rows-spanned");
	struct str style = xml_attr(n, "style-name");
	bool bold = style.n ? is_bold(r, style) : column_in(&r->bold_columns, r->col);
	struct ods_cell c = { r->col, r->repeat_col, (uint32_t)r->row_text.n, 0, bold ? DOC_BOLD : 0 };
	buf_add(&r->cells, &c, sizeof(c));
}

static void cell_end(struct ods_reader *r)
{
	r->in_cell = false;
	if (r->cells.failed || !r->cells.n)
		return;
	struct ods_cell *c = &ITEMS(&r->cells, struct ods_cell)[COUNT(&r->cells, struct ods_cell) - 1];
	c->n = (uint32_t)r->row_text.n - c->at;
	if (c->n == 0) {
		r->cells.n -= sizeof(*c);
	} else if (r->covered) { /* under a merged cell */
		for (uint32_t k = 0; k < c->repeat && k < GRID_COLUMNS; k++)
			grid_hide(r->g, (struct str){ r->row_text.p + c->at, c->n });
		r->cells.n -= sizeof(*c);
	}
	struct grid_range m = { r->row, r->col, r->row + r->spans_row - 1, r->col + r->spans_col - 1 };
	if ((r->spans_col > 1 || r->spans_row > 1) && !r->hidden)
		grid_merge(r->g, m);
	r->col += r->col < UINT32_MAX / 2 ? r->repeat_col : 0;
}

/* ---- text of a cell */

/* "AB12" */
static struct str cell_name(const struct ods_reader *r, char room[24])
{
	char letters[8];
	int n = 0, at = 0;
	for (uint32_t c = r->col + 1; c && n < 8; c = (c - 1) / 26)
		letters[n++] = (char)('A' + (c - 1) % 26);
	while (n)
		room[at++] = letters[--n];
	at += snprintf(room + at, (size_t)(24 - at), "%u", r->row + 1);
	return (struct str){ room, (size_t)at };
}

static void note_start(struct ods_reader *r, const struct xml_node *n)
{
	if (r->skip++ == 0) {
		buf_clear(&r->note);
		buf_clear(&r->author);
	}
	r->in_author = xml_is(n, "creator");
	if (xml_is(n, "p") || xml_is(n, "h")) {
		r->in_note = true;
		buf_byte(&r->note, '\n');
	}
}

static void note_end(struct ods_reader *r, const struct xml_node *n)
{
	char room[24];
	r->in_author = false;
	r->in_note = r->in_note && !xml_is(n, "p") && !xml_is(n, "h");
	if (--r->skip == 0 && !r->hidden && !r->note.failed)
		grid_note(r->g, cell_name(r, room), str_trim(buf_view(&r->author)), buf_view(&r->note));
}

static bool shape_start(struct ods_reader *r, const struct xml_node *n)
{
	if (!r->in_shape && !xml_is(n, "shapes") && !strstr(n->ns, "drawing"))
		return false;
	r->in_shape++;
	if (xml_is(n, "p") || xml_is(n, "h")) {
		r->in_shape_text = true;
		buf_byte(&r->shapes, '\0');
	} else if (xml_is(n, "s") || xml_is(n, "tab") || xml_is(n, "line-break")) {
		buf_byte(&r->shapes, ' ');
	}
	return true;
}

static void shape_end(struct ods_reader *r, const struct xml_node *n)
{
	r->in_shape--;
	r->in_shape_text = r->in_shape_text && !xml_is(n, "p") && !xml_is(n, "h");
}

static void text_start(struct ods_reader *r, const struct xml_node *n)
{
	if (r->skip || xml_is(n, "annotation")) {
		note_start(r, n);
	} else if (xml_is(n, "p") || xml_is(n, "h")) {
		r->in_text = true;
		buf_byte(&r->row_text, '\n');
	} else if (xml_is(n, "s") || xml_is(n, "tab")) {
		buf_byte(&r->row_text, ' ');
	} else if (xml_is(n, "line-break")) {
		buf_byte(&r->row_text, '\n');
	}
}

static void text_end(struct ods_reader *r, const struct xml_node *n)
{
	if (r->skip)
		note_end(r, n);
	else if (xml_is(n, "p") || xml_is(n, "h"))
		r->in_text = false;
}

/* ---- events */

static void style_start(struct ods_reader *r, const struct xml_node *n)
{
	if (xml_is(n, "style")) {
		struct str name = xml_attr(n, "name");
		snprintf(r->style_name, sizeof(r->style_name), "%.*s", (int)(name.n < 127 ? name.n : 0), name.p ? name.p : "");
	} else if (xml_is(n, "text-properties") && str_eq_z(xml_attr(n, "font-weight"), "bold") && r->style_name[0]) {
		uint32_t sum = sum_of(str_from(r->style_name));
		buf_add(&r->bold_styles, &sum, sizeof(sum));
	} else if (xml_is(n, "table-properties") && str_eq_z(xml_attr(n, "display"), "false") && r->style_name[0]) {
		buf_add(&r->hidden_styles, r->style_name, strlen(r->style_name) + 1);
	}
}

static bool on_start(void *ctx, const struct xml_node *n, struct err *e)
{
	struct ods_reader *r = ctx;
	if (r->tables && !r->skip && shape_start(r, n))
		return true;
	if (xml_is(n, "table"))
		return table_start(r, n, e);
	if (r->tables == 0)
		style_start(r, n);
	else if (r->in_cell)
		text_start(r, n);
	else if (xml_is(n, "table-column"))
		column_start(r, n);
	else if (xml_is(n, "table-row"))
		row_start(r, n);
	else if (xml_is(n, "table-cell") || xml_is(n, "covered-table-cell"))
		cell_start(r, n, n->name[0] == 'c');
	return true;
}

static bool on_end(void *ctx, const struct xml_node *n, struct err *e)
{
	struct ods_reader *r = ctx;
	bool outer = r->tables == 1;
	if (r->in_shape)
		shape_end(r, n);
	else if (xml_is(n, "table")) {
		r->tables -= r->tables > 0;
		return !outer || put_shapes(r, e);
	}
	else if (outer && (xml_is(n, "table-cell") || xml_is(n, "covered-table-cell")))
		cell_end(r);
	else if (outer && xml_is(n, "table-row"))
		return row_end(r, e);
	else if (r->in_cell)
		text_end(r, n);
	return true;
}

static bool on_text(void *ctx, struct str s, struct err *e)
{
	struct ods_reader *r = ctx;
	if (r->in_shape) {
		if (r->in_shape_text)
			buf_str(&r->shapes, s);
	} else if (r->skip) {
		if (r->in_note || r->in_author)
			buf_str(r->in_author ? &r->author : &r->note, s);
	} else if (r->in_text) {
		buf_str(&r->row_text, s);
	}
	return buf_ok(&r->row_text, e);
}

const struct xml_events ods_events = { on_start, on_end, on_text };
