/* SPDX-License-Identifier: Apache-2.0 */
#include "work/workbook.h"

#include <limits.h>
#include <stdio.h>
#include <zlib.h>

enum { MOST_SHEETS = 60000, MOST_COLUMNS = 16384, NAME_CHARACTERS = 24 /* with a number behind it 31 at most */ };

void workbook_init(struct workbook *w)
{
	*w = (struct workbook){ .at = 0 };
	buf_init(&w->contents, 0);
	buf_init(&w->sheets, 0);
	buf_init(&w->relations, 0);
	buf_init(&w->types, 0);
	buf_init(&w->above, 0);
}

void workbook_fini(struct workbook *w)
{
	buf_fini(&w->contents);
	buf_fini(&w->sheets);
	buf_fini(&w->relations);
	buf_fini(&w->types);
	buf_fini(&w->above);
}

/* ---- the archive: APPNOTE.TXT of the ZIP format, without what large ones need */

static void put(struct buf *b, uint64_t v, int bytes)
{
	for (; bytes > 0; bytes--, v >>= 8)
		buf_byte(b, (char)v);
}

/* What the local header and the table of contents both say of an entry. */
static void put_entry(struct buf *b, uint32_t crc, size_t packed, size_t size, size_t name)
{
	put(b, 20, 2);            /* version */
	put(b, 0, 2);
	put(b, Z_DEFLATED, 2);
	put(b, 0, 2);             /* no time: 1980-01-01 */
	put(b, 0x21, 2);
	put(b, crc, 4);
	put(b, packed, 4);
	put(b, size, 4);
	put(b, name, 2);
	put(b, 0, 2);
}

static bool pack(struct str s, struct buf *out)
{
	z_stream z = { .next_in = (Bytef *)(uintptr_t)s.p, .avail_in = (uInt)s.n };
	if (s.n > INT_MAX || deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	int got = Z_OK;
	while (got == Z_OK) {
		unsigned char piece[1 << 14];
		z.next_out = piece;
		z.avail_out = sizeof(piece);
		got = deflate(&z, Z_FINISH);
		buf_add(out, piece, sizeof(piece) - z.avail_out);
	}
	deflateEnd(&z);
	return got == Z_STREAM_END && !out->failed;
}

static void add_entry(struct workbook *w, const char *name, const struct buf *data, struct buf *out)
{
	struct buf packed = BUF_INIT(0);
	size_t before = out->n, name_n = strlen(name);
	uint32_t crc = (uint32_t)crc32(0, (const Bytef *)data->p, (uInt)data->n);
	out->failed |= data->failed || !pack(buf_view(data), &packed) || w->at > INT_MAX;
	buf_add(&w->contents, "PK\1\2\24\0", 6);
	put_entry(&w->contents, crc, packed.n, data->n, name_n);
	put(&w->contents, 0, 10); /* no comment, disk 0, no attributes */
	put(&w->contents, w->at, 4);
	buf_z(&w->contents, name);
	buf_add(out, "PK\3\4", 4);
	put_entry(out, crc, packed.n, data->n, name_n);
	buf_z(out, name);
	buf_str(out, buf_view(&packed));
	w->at += out->n - before;
	w->entries++;
	buf_fini(&packed);
}

/* ---- sheets */

/* Characters that XML cannot have become blanks. */
static void xml_text(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		const char *entity = c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : NULL;
		if (entity)
			buf_z(b, entity);
		else
			buf_byte(b, c < ' ' && c != '\n' ? ' ' : (char)c);
	}
}

/* A number as a program would write it, which loses nothing by being one; "007" and "1,200" stay text. */
static bool is_number(struct str s)
{
	size_t i = s.n && s.p[0] == '-', digits = 0, point = SIZE_MAX, first = i;
	for (; i < s.n; i++) {
		if (s.p[i] == '.' && point == SIZE_MAX && digits)
			point = i;
		else if (s.p[i] >= '0' && s.p[i] <= '9')
			digits++;
		else
			return false;
	}
	return digits && digits <= 15 && point != s.n - 1 && (s.p[first] != '0' || s.n == first + 1 || s.p[first + 1] == '.');
}

static void write_cell(struct buf *b, uint32_t row, uint32_t column, struct str text)
{
	char letters[4];
	size_t n = 0;
	for (uint32_t c = column + 1; c; c = (c - 1) / 26)
		letters[n++] = (char)('A' + (c - 1) % 26);
	if (!text.n)
		return;
	buf_z(b, "<c r=\"");
	while (n)
		buf_byte(b, letters[--n]);
	if (is_number(text)) {
		buf_printf(b, "%u\"><v>%.*s</v></c>", row, STR_ARGS(text));
		return;
	}
	buf_printf(b, "%u\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", row);
	xml_text(b, text);
	buf_z(b, "</t></is></c>");
}

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static void write_sheet(struct buf *b, struct str md)
{
	struct buf cell = BUF_INIT(0);
	uint32_t row = 0;
	buf_z(b, HEAD "<worksheet xmlns=\"" MAIN "\"><sheetData>");
	for (size_t at = 0, line = 0; at < md.n; line++) {
		struct str text = results_line(md, &at);
		if (line == 1) /* the rule under the head */
			continue;
		buf_printf(b, "<row r=\"%u\">", ++row);
		uint32_t column = 0;
		for (size_t in = 0; column < MOST_COLUMNS && results_cell(text, &in, &cell); column++)
			write_cell(b, row, column, buf_view(&cell));
		buf_z(b, "</row>");
	}
	buf_z(b, "</sheetData></worksheet>");
	b->failed |= cell.failed;
	buf_fini(&cell);
}

/* The beginning of what stands above, as far as a sheet may be called that, and the table's number, so that no two are alike. */
static void write_name(struct workbook *w, bool plain, struct buf *b)
{
	struct str above = str_trim(buf_view(&w->above));
	struct buf name = BUF_INIT(0);
	size_t characters = 0;
	for (size_t i = 0; i < above.n && above.p[i] != '\n' && characters < NAME_CHARACTERS;) {
		char utf8[4];
		uint32_t c = str_utf8_next(above, &i);
		bool odd = c < 0x80 && memchr("[]:*?/\\'", (int)c, 8);
		buf_add(&name, odd ? " " : utf8, odd ? 1 : str_utf8_put(c, utf8));
		characters += c > 0xffff ? 2 : 1;
	}
	if (plain || !str_trim(buf_view(&name)).n) {
		buf_printf(b, "Table_%u", w->sheets_n);
	} else {
		xml_text(b, str_trim(buf_view(&name)));
		buf_printf(b, " %u", w->sheets_n);
	}
	b->failed |= name.failed;
	buf_fini(&name);
}

static void add_sheet(struct workbook *w, struct str md, bool plain, struct buf *out)
{
	struct buf xml = BUF_INIT(0);
	char path[64];
	uint32_t n = ++w->sheets_n;
	write_sheet(&xml, md);
	snprintf(path, sizeof(path), "xl/worksheets/sheet%u.xml", n);
	add_entry(w, path, &xml, out);
	buf_z(&w->sheets, "<sheet name=\"");
	write_name(w, plain, &w->sheets);
	buf_printf(&w->sheets, "\" sheetId=\"%u\" r:id=\"rId%u\"/>", n, n);
	buf_printf(&w->relations, "<Relationship Id=\"rId%u\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet%u.xml\"/>", n, n);
	buf_printf(&w->types, "<Override PartName=\"/%s\" ContentType=\"" TYPE "worksheet+xml\"/>", path);
	buf_fini(&xml);
}

/* Text as a name would show it: no marks of headings, no escapes. */
static void remember(struct buf *above, struct str md)
{
	buf_clear(above);
	while (md.n && (md.p[0] == '#' || md.p[0] == ' '))
		md = (struct str){ md.p + 1, md.n - 1 };
	for (size_t i = 0; i < md.n && above->n < 200; i++) {
		i += md.p[i] == '\\' && i + 1 < md.n;
		buf_byte(above, md.p[i]);
	}
}

void workbook_page(struct workbook *w, const struct page *p, struct buf *out)
{
	struct str md;
	for (size_t i = 0; results_item(p, &i, &md); i++) {
		if (!md.n)
			continue; /* a table that goes on from a page before */
		if (md.p[0] != '|')
			remember(&w->above, md);
		else if (w->sheets_n < MOST_SHEETS)
			add_sheet(w, md, p->style->plain_names, out);
	}
	out->failed |= w->above.failed;
}

/* ---- the parts around them */

static void add_text(struct workbook *w, const char *name, const char *open, const struct buf *middle, const char *close, struct buf *out)
{
	struct buf xml = BUF_INIT(0);
	buf_z(&xml, open);
	buf_str(&xml, buf_view(middle));
	buf_z(&xml, close);
	xml.failed |= middle->failed;
	add_entry(w, name, &xml, out);
	buf_fini(&xml);
}

void workbook_end(struct workbook *w, struct buf *out)
{
	static const struct buf none = BUF_INIT(0);
	if (!w->sheets_n)
		return;
	add_text(w, "xl/workbook.xml", HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><sheets>", &w->sheets,
		 "</sheets></workbook>", out);
	add_text(w, "xl/_rels/workbook.xml.rels", HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">", &w->relations,
		 "</Relationships>", out);
	add_text(w, "_rels/.rels", HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" RELATIONS
		 "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", &none, "", out);
	add_text(w, "[Content_Types].xml", HEAD "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" ContentType="
		 "\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
		 "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>", &w->types, "</Types>", out);
	out->failed |= w->contents.failed || w->entries > UINT16_MAX;
	buf_str(out, buf_view(&w->contents));
	buf_add(out, "PK\5\6\0\0\0\0", 8);
	put(out, w->entries, 2);
	put(out, w->entries, 2);
	put(out, w->contents.n, 4);
	put(out, w->at, 4);
	put(out, 0, 2);
}
