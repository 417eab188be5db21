/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The cells of a sheet. Writers put rows in order; where one did not, they are sorted, since the grid takes them as they lie. */
#include "parse/xls.h"

#include "parse/bytes.h"
#include "parse/numfmt.h"

#include <stdlib.h>

enum { ROWS = 65536, COLUMNS = 256, RECORDS = ROWS * COLUMNS };

#define ITEMS(b, type) ((type *)(void *)(b)->p)
#define COUNT(b, type) ((b)->n / sizeof(type))

struct place { /* of a record with cells */
	uint32_t row, at;
};

struct reading {
	const struct xls *x;
	struct grid *g;
	bool all_hidden;
	uint8_t hidden_rows[ROWS / 8], hidden_columns[COLUMNS / 8];
	struct buf records; /* struct place */
	struct buf shown;
	uint32_t next_row;  /* the first that the grid was not told of */
};

static bool bit(const uint8_t *bits, uint32_t i)
{
	return bits[i / 8] >> (i % 8) & 1;
}

/* ---- one cell */

static const struct xls_style *style_of(const struct xls *x, uint32_t xf)
{
	static const struct xls_style plain = { .format = NULL };
	return xf < COUNT(&x->styles, struct xls_style) ? &ITEMS(&x->styles, const struct xls_style)[xf] : &plain;
}

/* What stands in shown, at its place. Rows that are hidden are told before the first one below them. */
static bool put_cell(struct reading *r, uint32_t row, uint32_t col, uint32_t xf, struct err *e)
{
	if (r->all_hidden || bit(r->hidden_rows, row) || (col < COLUMNS && bit(r->hidden_columns, col))) {
		grid_hide(r->g, buf_view(&r->shown));
		return buf_ok(&r->shown, e);
	}
	for (; r->next_row < row; r->next_row++)
		if (bit(r->hidden_rows, r->next_row))
			grid_skip_row(r->g, r->next_row);
	struct grid_cell c = { row, col, buf_view(&r->shown), style_of(r->x, xf)->flags };
	return buf_ok(&r->shown, e) && grid_put(r->g, &c, e);
}

static void show_number(struct reading *r, uint32_t xf, double v)
{
	numfmt_number(style_of(r->x, xf)->format, v, r->x->date1904, &r->shown);
	grid_dated(r->g, numfmt_date_order(style_of(r->x, xf)->format));
}

static void show_text(struct reading *r, uint32_t xf, struct str s)
{
	numfmt_text(style_of(r->x, xf)->format, s, &r->shown);
}

static void show_string(struct reading *r, uint32_t xf, const struct xls_record *rec, size_t at)
{
	struct buf b = BUF_INIT(1 << 20);
	if (rec->data.n >= at + 2)
		xls_put_string(r->x->stream, rec, at + 2, bytes_le16(rec->data.p + at), &b);
	show_text(r, xf, buf_view(&b));
	buf_fini(&b);
}

static void show_shared(struct reading *r, uint32_t xf, uint32_t i)
{
	const uint32_t *at = ITEMS(&r->x->strings, const uint32_t);
	if (i + UINT64_C(1) < COUNT(&r->x->strings, uint32_t))
		show_text(r, xf, (struct str){ r->x->text.p + at[i], at[i + 1] - at[i] });
}

static void show_bool_or_error(struct reading *r, bool error, unsigned value)
{
	static const struct { unsigned value; const char *text; } errors[] = { /* section 2.5.10 */
		{ 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0F, "#VALUE!" }, { 0x17, "#REF!" }, { 0x1D, "#NAME?" }, { 0x24, "#NUM!" },
		{ 0x2A, "#N/A" },
	};
	for (size_t i = 0; error && i < sizeof(errors) / sizeof(errors[0]); i++)
		if (errors[i].value == value)
			buf_z(&r->shown, errors[i].text);
	if (!error)
		buf_z(&r->shown, value ? "TRUE" : "FALSE");
}

/* Section 2.5.217: an integer or the upper half of a double, perhaps times 100. */
static double rk_value(uint32_t rk)
{
	double v;
	if (rk & 2) {
		v = (double)((int32_t)rk >> 2);
	} else {
		uint64_t bits = (uint64_t)(rk & ~UINT32_C(3)) << 32;
		memcpy(&v, &bits, sizeof(v));
	}
	return rk & 1 ? v / 100 : v;
}

/* The text a formula gave stands in a STRING record behind it, perhaps after one with a shared formula. */
static void show_formula_text(struct reading *r, uint32_t xf, size_t at)
{
	struct xls_record rec;
	for (int i = 0; i < 3 && xls_record_at(r->x->stream, at, &rec); i++, at = rec.next)
		if (rec.type == XLS_STRING) {
			show_string(r, xf, &rec, 0);
			return;
		}
}

/* Section 2.5.133: the result, or in its place what it is. */
static void show_formula(struct reading *r, uint32_t xf, const struct xls_record *rec)
{
	const char *v = rec->data.p + 6;
	if (bytes_le16(v + 6) != 0xFFFF)
		show_number(r, xf, bytes_double(v));
	else if (v[0] == 0)
		show_formula_text(r, xf, rec->next);
	else if (v[0] == 1 || v[0] == 2)
		show_bool_or_error(r, v[0] == 2, (unsigned char)v[2]);
}

/* Records of one cell: row, column, cell format, content. */
static bool read_cell(struct reading *r, const struct xls_record *rec, struct err *e)
{
	const char *p = rec->data.p;
	uint32_t row = bytes_le16(p), col = bytes_le16(p + 2), xf = bytes_le16(p + 4);
	buf_clear(&r->shown);
	switch (rec->type) {
	case XLS_NUMBER: show_number(r, xf, bytes_double(p + 6)); break;
	case XLS_RK: show_number(r, xf, rk_value(bytes_le32(p + 6))); break;
	case XLS_LABELSST: show_shared(r, xf, bytes_le32(p + 6)); break;
	case XLS_BOOLERR: show_bool_or_error(r, p[7] != 0, (unsigned char)p[6]); break;
	case XLS_FORMULA: show_formula(r, xf, rec); break;
	default: show_string(r, xf, rec, 6);
	}
	return put_cell(r, row, col, xf, e);
}

/* Row, first column, a cell format and a number for each, last column. */
static bool read_many(struct reading *r, const struct xls_record *rec, struct err *e)
{
	const char *p = rec->data.p;
	uint32_t row = bytes_le16(p), col = bytes_le16(p + 2);
	for (size_t at = 4; at + 6 + 2 <= rec->data.n; at += 6, col++) {
		uint32_t xf = bytes_le16(p + at);
		buf_clear(&r->shown);
		show_number(r, xf, rk_value(bytes_le32(p + at + 2)));
		if (!put_cell(r, row, col, xf, e))
			return false;
	}
	return true;
}

/* ---- a sheet */

static void read_row(struct reading *r, const struct xls_record *rec)
{
	uint32_t row = bytes_le16(rec->data.p);
	if (rec->data.p[12] & 0x20)
		r->hidden_rows[row / 8] |= (uint8_t)(1u << row % 8);
}

static void read_column(struct reading *r, const struct xls_record *rec)
{
	uint32_t last = bytes_le16(rec->data.p + 2);
	if (rec->data.p[8] & 1)
		for (uint32_t c = bytes_le16(rec->data.p); c <= last && c < COLUMNS; c++)
			r->hidden_columns[c / 8] |= (uint8_t)(1u << c % 8);
}

static void read_merged(struct reading *r, const struct xls_record *rec)
{
	for (size_t at = 2; !r->all_hidden && at + 8 <= rec->data.n; at += 8) {
		const char *p = rec->data.p + at;
		grid_merge(r->g, (struct grid_range){ bytes_le16(p), bytes_le16(p + 4), bytes_le16(p + 2), bytes_le16(p + 6) });
	}
}

static const struct {
	uint16_t type, least;
	void (*read)(struct reading *r, const struct xls_record *rec);         /* at once */
	bool (*cells)(struct reading *r, const struct xls_record *rec, struct err *e); /* in the order of rows */
} kinds[] = {
	{ XLS_ROW, 16, read_row, NULL }, { XLS_COLINFO, 10, read_column, NULL }, { XLS_MERGECELLS, 2, read_merged, NULL },
	{ XLS_NUMBER, 14, NULL, read_cell }, { XLS_RK, 10, NULL, read_cell }, { XLS_LABELSST, 10, NULL, read_cell },
	{ XLS_BOOLERR, 8, NULL, read_cell }, { XLS_FORMULA, 14, NULL, read_cell }, { XLS_LABEL, 9, NULL, read_cell },
	{ XLS_RSTRING, 9, NULL, read_cell }, { XLS_MULRK, 12, NULL, read_many },
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static size_t kind_of(const struct xls_record *rec)
{
	size_t k = 0;
	while (k < KINDS && (kinds[k].type != rec->type || rec->data.n < kinds[k].least))
		k++;
	return k;
}

static int by_row(const void *a, const void *b)
{
	const struct place *p = a, *q = b;
	if (p->row != q->row)
		return p->row < q->row ? -1 : 1;
	return p->at < q->at ? -1 : p->at > q->at;
}

/* Find the records of cells, and read the others. Charts that stand in the sheet have a beginning and an end of their own. */
static bool scan(struct reading *r, const struct xls_sheet *s, struct err *e)
{
	struct xls_record rec;
	uint32_t depth = 0, last = 0;
	bool sorted = true;
	if (!xls_record_at(r->x->stream, s->at, &rec) || rec.type != XLS_BOF)
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: a sheet is not where it should be");
	for (size_t at = rec.next; xls_record_at(r->x->stream, at, &rec); at = rec.next) {
		if (rec.type == XLS_EOF && depth-- == 0)
			break;
		depth += rec.type == XLS_BOF;
		size_t k = depth ? KINDS : kind_of(&rec);
		if (k == KINDS)
			continue;
		if (kinds[k].read) {
			kinds[k].read(r, &rec);
			continue;
		}
		struct place p = { bytes_le16(rec.data.p), (uint32_t)at };
		sorted = sorted && p.row >= last;
		last = p.row;
		buf_add(&r->records, &p, sizeof(p));
	}
	if (!sorted)
		qsort(r->records.p, COUNT(&r->records, struct place), sizeof(struct place), by_row);
	return buf_ok(&r->records, e);
}

bool xls_read_sheet(const struct xls *x, const struct xls_sheet *s, struct grid *g, struct err *e)
{
	struct reading *r = calloc(1, sizeof(*r));
	if (!r)
		return err_set(e, ERR_MEMORY, "out of memory");
	*r = (struct reading){ .x = x, .g = g, .all_hidden = s->hidden };
	buf_init(&r->records, RECORDS * sizeof(struct place));
	buf_init(&r->shown, 1 << 20);
	bool ok = scan(r, s, e);
	for (size_t i = 0; ok && i < COUNT(&r->records, struct place); i++) {
		struct xls_record rec;
		xls_record_at(x->stream, ITEMS(&r->records, const struct place)[i].at, &rec);
		ok = kinds[kind_of(&rec)].cells(r, &rec, e);
	}
	buf_fini(&r->records);
	buf_fini(&r->shown);
	free(r);
	return ok;
}
