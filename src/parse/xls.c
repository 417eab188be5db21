/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/xls.h"

#include "parse/bytes.h"
#include "parse/numfmt.h"

/* Budgets of a workbook. */
enum { TEXT_BYTES = 512 << 20, STRINGS = 20000000, STYLES = 100000, FORMATS = 5000, SHEETS = 10000 };

#define ITEMS(b, type) ((type *)(void *)(b)->p)
#define COUNT(b, type) ((b)->n / sizeof(type))

struct xls_format {
	uint32_t id;
	struct numfmt *format; /* owned */
};

void xls_init(struct xls *x, struct str stream)
{
	*x = (struct xls){ .stream = stream };
	arena_init(&x->arena, "workbook", 64 << 20);
	buf_init(&x->sheets, SHEETS * sizeof(struct xls_sheet));
	buf_init(&x->text, TEXT_BYTES);
	buf_init(&x->strings, STRINGS * sizeof(uint32_t));
	buf_init(&x->fonts, STYLES);
	buf_init(&x->formats, FORMATS * sizeof(struct xls_format));
	buf_init(&x->styles, STYLES * sizeof(struct xls_style));
}

void xls_fini(struct xls *x)
{
	for (size_t i = 0; i < COUNT(&x->formats, struct xls_format); i++)
		numfmt_free(ITEMS(&x->formats, struct xls_format)[i].format);
	struct buf *all[] = { &x->sheets, &x->text, &x->strings, &x->fonts, &x->formats, &x->styles };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		buf_fini(all[i]);
	arena_fini(&x->arena);
}

bool xls_record_at(struct str stream, size_t at, struct xls_record *r)
{
	if (at > stream.n || stream.n - at < 4)
		return false;
	size_t n = bytes_le16(stream.p + at + 2), left = stream.n - at - 4;
	r->type = bytes_le16(stream.p + at);
	r->data = (struct str){ stream.p + at + 4, n < left ? n : left };
	r->next = at + 4 + r->data.n;
	return true;
}

/* ---- strings (section 2.5.293): each piece after a CONTINUE says anew how wide its characters are */

struct reading {
	struct str stream;
	struct xls_record r;
	size_t at; /* in r.data */
};

/* On to the next CONTINUE record if this one is used up. */
static bool more(struct reading *s)
{
	while (s->at >= s->r.data.n) {
		struct xls_record next;
		if (!xls_record_at(s->stream, s->r.next, &next) || next.type != XLS_CONTINUE)
			return false;
		s->r = next;
		s->at = 0;
	}
	return true;
}

static uint32_t number(struct reading *s, int bytes)
{
	uint32_t v = 0;
	for (int i = 0; i < bytes && more(s); i++)
		v |= (uint32_t)(unsigned char)s->r.data.p[s->at++] << 8 * i;
	return v;
}

static void skip(struct reading *s, uint64_t n)
{
	while (n > 0 && more(s)) {
		size_t left = s->r.data.n - s->at, step = n < left ? (size_t)n : left;
		s->at += step;
		n -= step;
	}
}

static void put_char(struct buf *out, uint32_t c)
{
	char utf8[4];
	if (c)
		buf_add(out, utf8, str_utf8_put(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c, utf8));
}

/* UTF-16 or its low bytes; wide as the flags before it said. */
static void put_chars(struct reading *s, bool wide, uint32_t chars, struct buf *out)
{
	uint32_t high = 0;
	for (uint32_t i = 0; i < chars; i++) {
		if (s->at >= s->r.data.n) {
			if (!more(s))
				return;
			wide = s->r.data.p[s->at++] & 1;
		}
		uint32_t c = number(s, wide ? 2 : 1);
		if (high && c >= 0xDC00 && c <= 0xDFFF) {
			put_char(out, 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00));
			high = 0;
			continue;
		}
		if (high)
			put_char(out, 0xFFFD);
		high = c >= 0xD800 && c <= 0xDBFF ? c : 0;
		if (!high)
			put_char(out, c);
	}
}

void xls_put_string(struct str stream, const struct xls_record *r, size_t skipped, uint32_t chars, struct buf *out)
{
	struct reading s = { stream, *r, skipped };
	bool wide = number(&s, 1) & 1;
	put_chars(&s, wide, chars, out);
}

/* The shared strings: some with runs of formats and readings, which are passed over. */
static bool read_strings(struct xls *x, const struct xls_record *r, struct err *e)
{
	struct reading s = { x->stream, *r, 4 };
	uint32_t n = number(&s, 4);
	for (uint32_t i = 0; i < n && more(&s); i++) {
		uint32_t start = (uint32_t)x->text.n;
		buf_add(&x->strings, &start, sizeof(start));
		uint32_t chars = number(&s, 2), flags = number(&s, 1);
		uint32_t runs = flags & 8 ? number(&s, 2) : 0, reading = flags & 4 ? number(&s, 4) : 0;
		put_chars(&s, flags & 1, chars, &x->text);
		skip(&s, (uint64_t)runs * 4 + reading);
		if (!buf_ok(&x->strings, e) || !buf_ok(&x->text, e))
			return false;
	}
	uint32_t end = (uint32_t)x->text.n;
	buf_add(&x->strings, &end, sizeof(end));
	return buf_ok(&x->strings, e);
}

/* ---- globals */

static struct str string_of(struct xls *x, const struct xls_record *r, size_t at, uint32_t chars)
{
	struct buf b = BUF_INIT(1 << 20);
	xls_put_string(x->stream, r, at, chars, &b);
	struct str s = arena_str(&x->arena, buf_view(&b));
	buf_fini(&b);
	return s;
}

static void add_sheet(struct xls *x, const struct xls_record *r)
{
	const char *p = r->data.p;
	struct xls_sheet s = { .at = bytes_le32(p), .hidden = (p[4] & 3) != 0, .cells = p[5] == 0 };
	s.name = string_of(x, r, 7, (unsigned char)p[6]);
	buf_add(&x->sheets, &s, sizeof(s));
}

static void add_font(struct xls *x, const struct xls_record *r)
{
	bool bold = bytes_le16(r->data.p + 6) >= 600, italic = bytes_le16(r->data.p + 2) & 2;
	buf_byte(&x->fonts, (char)((bold ? DOC_BOLD : 0) | (italic ? DOC_ITALIC : 0)));
	if (x->fonts.n == 4)
		buf_byte(&x->fonts, 0); /* number 4 is left out (section 2.5.129) */
}

static void add_format(struct xls *x, const struct xls_record *r)
{
	struct xls_format f = { bytes_le16(r->data.p), numfmt_new(string_of(x, r, 4, bytes_le16(r->data.p + 2))) };
	buf_add(&x->formats, &f, sizeof(f));
	if (x->formats.failed)
		numfmt_free(f.format);
}

static const struct numfmt *format_of(struct xls *x, uint32_t id)
{
	for (size_t i = 0; i < COUNT(&x->formats, struct xls_format); i++)
		if (ITEMS(&x->formats, struct xls_format)[i].id == id)
			return ITEMS(&x->formats, struct xls_format)[i].format;
	struct xls_format f = { id, numfmt_new(str_from(numfmt_builtin(id))) };
	buf_add(&x->formats, &f, sizeof(f));
	if (!x->formats.failed)
		return f.format;
	numfmt_free(f.format);
	return NULL;
}

/* Formats stand before the cell formats that use them. */
static void add_style(struct xls *x, const struct xls_record *r)
{
	uint32_t font = bytes_le16(r->data.p);
	struct xls_style s = { format_of(x, bytes_le16(r->data.p + 2)), font < x->fonts.n ? (uint8_t)x->fonts.p[font] : 0 };
	buf_add(&x->styles, &s, sizeof(s));
}

static void read_datemode(struct xls *x, const struct xls_record *r)
{
	x->date1904 = bytes_le16(r->data.p) == 1;
}

static const struct {
	uint16_t type, least; /* least: bytes */
	void (*read)(struct xls *x, const struct xls_record *r);
} globals[] = {
	{ XLS_DATEMODE, 2, read_datemode }, { XLS_FONT, 14, add_font }, { XLS_FORMAT, 5, add_format }, { XLS_XF, 4, add_style },
	{ XLS_BOUNDSHEET, 8, add_sheet },
};

static bool read_global(struct xls *x, const struct xls_record *r, struct err *e)
{
	if (r->type == XLS_FILEPASS)
		return err_set(e, ERR_PROTECTED, "the file is protected by a password; remove it and upload again");
	if (r->type == XLS_SST && r->data.n >= 8 && x->strings.n == 0)
		return read_strings(x, r, e);
	for (size_t i = 0; i < sizeof(globals) / sizeof(globals[0]); i++)
		if (globals[i].type == r->type && r->data.n >= globals[i].least)
			globals[i].read(x, r);
	return buf_ok(&x->sheets, e) && buf_ok(&x->fonts, e) && buf_ok(&x->styles, e) && buf_ok(&x->formats, e) && arena_ok(&x->arena, e);
}

bool xls_read_globals(struct xls *x, struct err *e)
{
	struct xls_record r;
	if (!xls_record_at(x->stream, 0, &r) || (r.type & 0xFF) != 9 || r.data.n < 4)
		return err_set(e, ERR_BROKEN, "the file is damaged: it does not begin as a workbook does");
	if (r.type != XLS_BOF || bytes_le16(r.data.p) != 0x600)
		return err_set(e, ERR_CONVERT, "workbooks of Excel 95 and before are read with the help of LibreOffice: install the package "
			       "libreoffice-calc-nogui");
	for (size_t at = r.next; xls_record_at(x->stream, at, &r) && r.type != XLS_EOF; at = r.next)
		if (!read_global(x, &r, e))
			return false;
	return true;
}
