/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ole.h"
#include "parse/test-ole.h"
#include "parse/test-page.h"

/* ---- compound files */

/* Large and small streams come back as they were; names count in any case; an embedded document's streams are not the file's. */
static void ole_streams(void **state)
{
	struct buf big = BUF_INIT(0), got = BUF_INIT(0);
	struct err e = { 0 };
	for (int i = 0; i < 20000; i++)
		buf_printf(&big, "%d,", i);
	const struct file files[] = { { "Book", STR_INIT("small") }, { "\5Info", buf_view(&big) }, { "Empty", STR_INIT("") },
				      { "Other", STR_INIT("a stream of more than one small sector, which is 64 bytes long, so that it is chained") } };
	struct str s = ole_pack(files, 4);
	struct ole *o = ole_open(s, &e);
	assert_non_null(o);
	for (size_t i = 0; i < 4; i++) {
		buf_clear(&got);
		assert_true(ole_read(o, files[i].name, &got, &e));
		assert_true(str_eq(buf_view(&got), files[i].text));
	}
	assert_true(ole_has(o, "BOOK"));
	assert_false(ole_has(o, "Boo"));
	assert_false(ole_read(o, "Nothing", &got, &e));
	assert_int_equal(e.code, ERR_NOT_FOUND);
	ole_close(o);
	free((char *)(uintptr_t)s.p);
	buf_fini(&big);
	buf_fini(&got);
}

/* Cut at any place or with any byte changed, reading ends and stays inside the file. */
static void ole_damaged(void **state)
{
	struct buf big = BUF_INIT(0);
	for (int i = 0; i < 1200; i++)
		buf_printf(&big, "%d,", i);
	const struct file files[] = { { "Book", STR_INIT("small") }, { "Workbook", buf_view(&big) } };
	struct str s = ole_pack(files, 2);
	for (size_t at = 0; at < s.n; at++) {
		bool cut = at % 2;
		size_t n = cut ? at : s.n;
		char *copy = malloc(n + 1);
		struct buf got = BUF_INIT(0);
		struct err e = { 0 };
		memcpy(copy, s.p, n);
		if (!cut)
			copy[at] = (char)(copy[at] ^ 0xFF);
		struct ole *o = ole_open((struct str){ copy, n }, &e);
		if (o) {
			ole_read(o, "Workbook", &got, &e);
			ole_read(o, "Book", &got, &e);
			assert_true(got.n <= 2 * n); /* of two streams */
		}
		ole_close(o);
		buf_fini(&got);
		free(copy);
	}
	free((char *)(uintptr_t)s.p);
	buf_fini(&big);
}

/* ---- workbooks */

static void put(struct buf *b, uint64_t v, int bytes)
{
	char le[8];
	ole_put(le, v, bytes);
	buf_add(b, le, (size_t)bytes);
}

static void record(struct buf *b, int type, const void *data, size_t n)
{
	put(b, (uint64_t)type, 2);
	put(b, n, 2);
	buf_add(b, data, n);
}

#define RECORD(b, type, ...) record(b, type, (const unsigned char[]){ __VA_ARGS__ }, sizeof((const unsigned char[]){ __VA_ARGS__ }))
#define U16(v) (v) & 0xFF, (v) >> 8 & 0xFF
#define U32(v) U16(v), U16((v) >> 16)
#define CELL(row, col, xf) U16(row), U16(col), U16(xf)

static void number_cell(struct buf *b, int row, int col, int xf, double v)
{
	char data[14];
	ole_put(data, (uint64_t)row, 2);
	ole_put(data + 2, (uint64_t)col, 2);
	ole_put(data + 4, (uint64_t)xf, 2);
	memcpy(data + 6, &v, 8);
	record(b, 0x203, data, sizeof(data));
}

static void label_cell(struct buf *b, int row, int col, const char *text)
{
	char data[300];
	size_t n = strlen(text);
	ole_put(data, (uint64_t)row, 2);
	ole_put(data + 2, (uint64_t)col, 2);
	ole_put(data + 4, 0, 2);
	ole_put(data + 6, n, 2);
	data[8] = 0;
	memcpy(data + 9, text, n);
	record(b, 0x204, data, 9 + n);
}

static void start(struct buf *b, int kind)
{
	RECORD(b, 0x809, U16(0x600), U16(kind), U16(0), U16(0), U32(0), U32(0));
}

/* XF 0 General, 1 dd/mm/yyyy, 2 percent, 3 thousands and bold; shared strings: "Item", "Gr\xFC\xDFe" (rich), "Pencil \u20AC" cut
 * by a CONTINUE record; two sheets. */
static struct str workbook(const struct buf *one, const struct buf *two, int state, bool date1904, bool locked)
{
	struct buf b = BUF_INIT(0), padded = BUF_INIT(0);
	start(&b, 5);
	if (locked)
		RECORD(&b, 0x2F, U16(1), U16(1), U16(1));
	if (date1904)
		RECORD(&b, 0x22, U16(1));
	for (int i = 0; i < 5; i++) /* fonts 0 to 3 and 5, the last one bold */
		RECORD(&b, 0x31, U16(200), U16(0), U16(0x7FFF), U16(i == 4 ? 700 : 400), U16(0), 0, 0, 0, 0, 1, 0, 'F');
	RECORD(&b, 0x41E, U16(164), U16(10), 0, 'd', 'd', '/', 'm', 'm', '/', 'y', 'y', 'y', 'y');
	RECORD(&b, 0xE0, U16(0), U16(0));
	RECORD(&b, 0xE0, U16(0), U16(164));
	RECORD(&b, 0xE0, U16(0), U16(10));
	RECORD(&b, 0xE0, U16(5), U16(4));
	size_t sheets = b.n;
	RECORD(&b, 0x85, U32(0), 0, 0, 5, 0, 'S', 'a', 'l', 'e', 's');
	RECORD(&b, 0x85, U32(0), (unsigned char)state, 0, 5, 1, 'N', 0, 'o', 0, 't', 0, 'e', 0, 0x16, 0x20);
	RECORD(&b, 0xFC, U32(3), U32(3), U16(4), 0, 'I', 't', 'e', 'm', U16(5), 8, U16(1), 'G', 'r', 0xFC, 0xDF, 'e', U32(0), U16(8), 0, 'P', 'e', 'n');
	RECORD(&b, 0x3C, 1, 'c', 0, 'i', 0, 'l', 0, ' ', 0, 0xAC, 0x20);
	RECORD(&b, 0x0A, 0);
	b.n -= 1; /* EOF is empty */
	b.p[b.n - 2] = 0;
	const struct buf *content[] = { one, two };
	for (int i = 0; i < 2; i++) {
		ole_put(b.p + sheets + 4 + i * 17, b.n, 4);
		start(&b, 0x10);
		buf_str(&b, buf_view(content[i]));
		record(&b, 0x0A, "", 0);
	}
	buf_str(&padded, buf_view(&b));
	const struct file files[] = { { "\5SummaryInformation", STR_INIT("x") }, { "Workbook", buf_view(&padded) } };
	struct str s = ole_pack(files, 2);
	buf_fini(&b);
	buf_fini(&padded);
	return s;
}

static void expect(struct str bytes, const char *want, uint32_t hidden)
{
	struct parsed p;
	struct buf b = BUF_INIT(0);
	parse_good(bytes, "x.bin", NULL, &p);
	for (size_t i = 0; i < p.doc.pages_n; i++) {
		if (i)
			buf_byte(&b, '\f');
		page_text(&p.doc.pages[i], &b);
	}
	assert_string_equal(b.p, want);
	assert_int_equal(p.doc.hidden_words, hidden);
	buf_fini(&b);
	parsed_free(&p);
	free((char *)(uintptr_t)bytes.p);
}

static void expect_error(struct str bytes, enum err_code code)
{
	struct parsed p;
	struct err e = { 0 };
	assert_false(parse_bytes(bytes, "x.xls", NULL, &p, &e));
	assert_int_equal(e.code, code);
	assert_true(e.text[0] != '\0');
	parsed_free(&p);
	free((char *)(uintptr_t)bytes.p);
}

/* Each kind of cell as it is displayed: shared, cut and plain strings, numbers of all kinds by their formats, results of
 * formulas, truth values, errors. */
static void xls_values(void **state)
{
	struct buf one = BUF_INIT(0), two = BUF_INIT(0);
	RECORD(&one, 0xFD, CELL(0, 0, 3), U32(0));
	RECORD(&one, 0xFD, CELL(0, 1, 0), U32(1));
	RECORD(&one, 0xFD, CELL(0, 2, 0), U32(2));
	RECORD(&one, 0xFD, CELL(0, 3, 0), U32(99));
	number_cell(&one, 1, 0, 1, 45296);
	number_cell(&one, 1, 1, 2, 0.075);
	RECORD(&one, 0x27E, CELL(1, 2, 3), U32(1234 << 2 | 2));
	RECORD(&one, 0xBD, U16(2), U16(0), U16(0), U32(150 << 2 | 3), U16(0), U32(0x3FF80000), U16(2));
	RECORD(&one, 0x06, CELL(2, 2, 0), 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, U16(0), U32(0), U16(0));
	RECORD(&one, 0x4BC, 0, 0);
	RECORD(&one, 0x207, U16(3), 0, 's', 'u', 'm');
	RECORD(&one, 0x06, CELL(2, 3, 0), 1, 0, 1, 0, 0, 0, 0xFF, 0xFF, U16(0), U32(0), U16(0));
	RECORD(&one, 0x06, CELL(2, 4, 2), 0, 0, 0, 0, 0, 0, 0xE0, 0x3F, U16(0), U32(0), U16(0));
	RECORD(&one, 0x205, CELL(3, 0, 0), 7, 1);
	RECORD(&one, 0x205, CELL(3, 1, 0), 0, 0);
	label_cell(&two, 0, 0, "plain");
	start(&two, 0x20); /* a chart in the sheet: what it holds is no cell */
	label_cell(&two, 5, 0, "axis");
	record(&two, 0x0A, "", 0);
	label_cell(&two, 1, 0, "after");
	expect(workbook(&one, &two, 0, false, false), "Sales\nItem | Gr\xC3\xBC\xC3\x9F" "e | Pencil \xE2\x82\xAC\n05/01/2024 | 7.50% | 1,234.00\n"
	       "1.5 | 1.5 | sum | TRUE | 50.00%\n#DIV/0! | FALSE\fNote\xE2\x80\x96\nplain\nafter", 0);
	buf_clear(&one);
	buf_clear(&two);
	number_cell(&one, 0, 0, 1, 0);
	expect(workbook(&one, &two, 0, true, false), "Sales\n01/01/1904", 0);
	buf_fini(&one);
	buf_fini(&two);
}

/* Hidden sheets, rows and columns and what a merged cell covers are not there, but counted; rows told out of order are put in order. */
static void xls_hidden(void **state)
{
	struct buf one = BUF_INIT(0), two = BUF_INIT(0);
	RECORD(&one, 0x7D, U16(1), U16(1), U16(0), U16(0), U16(1), U16(0));
	RECORD(&one, 0x208, U16(1), U16(0), U16(3), U16(255), U16(0), U16(0), U32(0x20));
	for (int row = 3; row >= 0; row--)
		for (int col = 0; col < 3; col++)
			number_cell(&one, row, col, 0, 10 * row + col);
	RECORD(&one, 0xE5, U16(1), U16(3), U16(3), U16(0), U16(2));
	label_cell(&two, 0, 0, "not to see");
	expect(workbook(&one, &two, 2, false, false), "Sales\n0 | 2\n20 | 22\n30", 3 + 3 + 3 + 1);
	buf_fini(&one);
	buf_fini(&two);
}

/* Nothing to see, a password, an older Excel, no workbook, damage: each says so. */
static void xls_refused(void **state)
{
	struct buf none = BUF_INIT(0);
	const struct file old[] = { { "Book", STR_INIT("\x09\x08\x08\0\0\x05\x05\0\0\0\0\0") } }, other[] = { { "Contents", STR_INIT("x") } },
			  bad[] = { { "Workbook", STR_INIT("nonsense") } };
	expect_error(workbook(&none, &none, 0, false, false), ERR_NO_DATA);
	expect_error(workbook(&none, &none, 0, false, true), ERR_PROTECTED);
	expect_error(ole_pack(old, 1), ERR_CONVERT);
	expect_error(ole_pack(other, 1), ERR_BROKEN);
	expect_error(ole_pack(bad, 1), ERR_BROKEN);
	buf_fini(&none);
}

/* ---- files that others read */

static void expect_told(struct str bytes, const char *name, enum err_code code, const char *word)
{
	struct parsed p;
	struct err e = { 0 };
	assert_false(parse_bytes(bytes, name, NULL, &p, &e));
	assert_int_equal(e.code, code);
	if (!strstr(e.text, word))
		fail_msg("%s: %s", name, e.text);
	parsed_free(&p);
}

/* What LibreOffice reads names the package that can, by content before name, text files of such names too. */
static void foreign_told(void **state)
{
	static const struct { const char *stream, *name, *package; } contents[] = {
		{ "WordDocument", "x.bin", "libreoffice-writer" }, { "Book", "x.doc", "libreoffice-calc" },
		{ "PowerPoint Document", "x.doc", "libreoffice-impress" }, { "VisioDocument", "x", "libreoffice-draw" },
		{ "Other", "x.Doc", "libreoffice-writer" },
	};
	static const struct { const char *name, *package; } names[] = {
		{ "a.b.wpd", "libreoffice-writer" }, { "x.SLK", "libreoffice-calc" }, { "x.key", "libreoffice-impress" },
		{ "x.vsdx", "libreoffice-draw" },
	};
	for (size_t i = 0; i < sizeof(contents) / sizeof(contents[0]); i++) {
		const struct file files[] = { { contents[i].stream, STR_INIT("\x09\x08\x08\0\0\x05\x05\0\0\0\0\0") } };
		struct str s = ole_pack(files, 1);
		expect_told(s, contents[i].name, ERR_CONVERT, contents[i].package);
		free((char *)(uintptr_t)s.p);
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		expect_told(STR("some text"), names[i].name, ERR_CONVERT, names[i].package);
	expect_told(STR("\x7F" "ELF\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10\x11"), "wpd", ERR_UNSUPPORTED, "PDF");
}

/* What nothing here reads says what it is and what makes something of it, by content before name; text is text whatever its name. */
static void unread_told(void **state)
{
	static const struct { struct str bytes; const char *name, *word; } cases[] = {
		{ STR_INIT("AT&TFORM\0\0\1\0DJVM"), "x.pdf", "djvulibre" }, { STR_INIT("\0\1\2\3\4\5\6\7\0\1\2"), "x.Azw3", "calibre" },
		{ STR_INIT("ITSF\3\0\0\0\x60\0\0\0"), "x", "libchm-bin" }, { STR_INIT("RIFF\x10\0\0\0WAVEfmt "), "x.bin", "transcript" },
		{ STR_INIT("Rar!\x1A\7\1\0"), "x.cbr", "unar" }, { STR_INIT("%!PS-Adobe-3.0\n/Times findfont"), "x.txt", "ps2pdf" },
	};
	struct parsed p;
	struct err e = { 0 };
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_told(cases[i].bytes, cases[i].name, ERR_UNSUPPORTED, cases[i].word);
	assert_true(parse_bytes(STR("ID3 tags are what a player shows.\n"), "notes.mp3", NULL, &p, &e));
	parsed_free(&p);
}

/* Encrypted packages, documents and presentations of every generation are protected, not broken, whatever their name. */
static void foreign_locked(void **state)
{
	static const char plain_doc[] = "\xEC\xA5\xC1\0\0\0\0\0\0\0\0\x10\0\0", locked_doc[] = "\xEC\xA5\xC1\0\0\0\0\0\0\0\0\x11\0\0";
	static const char plain_ppt[] = "\0\0\xF6\x0F\0\0\0\0\x14\0\0\0\x5F\xC0\x91\xE3", locked_ppt[] = "\0\0\xF6\x0F\0\0\0\0\x14\0\0\0\xDF\xC4\xD1\xF3";
	const struct { const char *stream; struct str text; const char *name; enum err_code code; } cases[] = {
		{ "EncryptedPackage", STR_INIT("x"), "x.docx", ERR_PROTECTED }, { "EncryptedPackage", STR_INIT("x"), "x.xls", ERR_PROTECTED },
		{ "WordDocument", { plain_doc, sizeof(plain_doc) }, "x.doc", ERR_CONVERT },
		{ "WordDocument", { locked_doc, sizeof(locked_doc) }, "x.doc", ERR_PROTECTED },
		{ "Current User", { plain_ppt, 16 }, "x.ppt", ERR_CONVERT }, { "Current User", { locked_ppt, 16 }, "x.ppt", ERR_PROTECTED },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct file files[] = { { cases[i].stream, cases[i].text }, { "EncryptionInfo", STR_INIT("x") } };
		struct str s = ole_pack(files, 2);
		expect_told(s, cases[i].name, cases[i].code, cases[i].code == ERR_PROTECTED ? "password" : "libreoffice");
		free((char *)(uintptr_t)s.p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(ole_streams), cmocka_unit_test(ole_damaged), cmocka_unit_test(xls_values),
					    cmocka_unit_test(xls_hidden), cmocka_unit_test(xls_refused),
					    cmocka_unit_test(foreign_told), cmocka_unit_test(unread_told), cmocka_unit_test(foreign_locked) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
