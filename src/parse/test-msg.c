/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/format.h"
#include "parse/rtf-mail.h"
#include "parse/test-ole.h"
#include "parse/test-page.h"

#include <stdio.h>

#define NUMBERS "__properties_version1.0"
#define PROPERTY(id) "__substg1.0_" id

/* ASCII as Outlook writes it: two bytes a letter. */
static struct str wide(const char *z)
{
	static char rooms[16][256];
	static size_t at;
	size_t n = strlen(z);
	char *p = rooms[at++ % 16];
	assert_true(2 * n <= sizeof(rooms[0]));
	memset(p, 0, sizeof(rooms[0]));
	for (size_t i = 0; i < n; i++)
		p[2 * i] = z[i];
	return (struct str){ p, 2 * n };
}

/* A row of the stream of numbers. */
static void number(struct buf *b, uint32_t property, uint64_t value)
{
	char row[16] = { 0 };
	ole_put(row, property, 4);
	ole_put(row + 4, 6, 4);
	ole_put(row + 8, value, 8);
	buf_add(b, row, sizeof(row));
}

static struct buf head(size_t n)
{
	struct buf b = BUF_INIT(0);
	while (n--)
		buf_byte(&b, '\0');
	return b;
}

static void parse_file(const struct file *files, size_t n, struct parsed *p)
{
	struct str s = ole_pack(files, n);
	parse_good(s, "x.msg", NULL, p);
	free((char *)(uintptr_t)s.p);
}

/* Sender, recipients of each kind in their order, the date, the subject and the body; what is attached is read. */
static void test_message(void **state)
{
	struct buf top = head(32), to = head(8), cc = head(8), file = head(8);
	struct parsed p;
	number(&top, 0x00390040, UINT64_C(133537572000000000)); /* 2024-03-01 09:00:00 UTC */
	number(&to, 0x0C150003, 1);
	number(&cc, 0x0C150003, 2);
	number(&file, 0x37050003, 1);
	struct file files[] = {
		{ NUMBERS, buf_view(&top) }, { PROPERTY("0037001F"), wide("Order 17") }, { PROPERTY("1000001F"), wide("Dear Bo,\r\n  see below.\r\n") },
		{ PROPERTY("0042001F"), wide("Lee, Ann") }, { PROPERTY("5D02001F"), wide("ann@example.com") }, { PROPERTY("0C1A001F"), wide("Ann's office") },
		{ PROPERTY("0C1F001F"), wide("/o=X/cn=office") },
		{ "__recip_version1.0_#00000001/" NUMBERS, buf_view(&cc) }, { "__recip_version1.0_#00000001/" PROPERTY("3001001E"), STR("Cy") },
		{ "__recip_version1.0_#00000001/" PROPERTY("3003001E"), STR("cy@example.com") },
		{ "__recip_version1.0_#00000000/" NUMBERS, buf_view(&to) }, { "__recip_version1.0_#00000000/" PROPERTY("3001001F"), wide("Bo Dee") },
		{ "__recip_version1.0_#00000000/" PROPERTY("39FE001F"), wide("bo@example.com") },
		{ "__attach_version1.0_#00000000/" NUMBERS, buf_view(&file) }, { "__attach_version1.0_#00000000/" PROPERTY("3707001F"), wide("rows.csv") },
		{ "__attach_version1.0_#00000000/" PROPERTY("37010102"), STR("Item,Price\nLamp,12.50\n") },
	};
	parse_file(files, sizeof(files) / sizeof(*files), &p);
	assert_true(str_eq_z(p.doc.format, "msg"));
	assert_int_equal(p.doc.pages_n, 2);
	expect_page(&p, 0, "From: | Lee, Ann < ann@example.com >\nSender: | Ann's office\nTo: | Bo Dee <bo@example.com>\nCc: | Cy <cy@example.com>\n"
			   "Date: | Fri, 01 Mar 2024 09:00:00 +0000\nSubject: | Order 17\nAttachments: | rows.csv\nDear Bo,\nsee below.");
	expect_page(&p, 1, "Item | Price\nLamp | 12.50");
	parsed_free(&p);
	struct buf *numbers[] = { &top, &to, &cc, &file };
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		buf_fini(numbers[i]);
}

/* A message that is attached is a page of its own; the headers it came with know more than its properties. */
static void test_inside(void **state)
{
	struct buf top = head(32), inside = head(24), file = head(8);
	struct parsed p;
	number(&file, 0x37050003, 5);
	struct file files[] = {
		{ NUMBERS, buf_view(&top) }, { PROPERTY("0037001F"), wide("Fwd") },
		{ PROPERTY("007D001F"), wide("Received: x\r\nFrom: Zoe <zoe@example.com>\r\nDate: Fri, 1 Mar 2024 10:00:00 +0100\r\n\r\n") },
		{ PROPERTY("10130102"), STR("<html><p>Rich <b>text</b></html>") },
		{ "__attach_version1.0_#00000000/" NUMBERS, buf_view(&file) },
		{ "__attach_version1.0_#00000000/" PROPERTY("3701000D/") NUMBERS, buf_view(&inside) },
		{ "__attach_version1.0_#00000000/" PROPERTY("3701000D/") PROPERTY("0037001F"), wide("Inner") },
		{ "__attach_version1.0_#00000000/" PROPERTY("3701000D/") PROPERTY("1000001F"), wide("inner body") },
	};
	parse_file(files, sizeof(files) / sizeof(*files), &p);
	assert_int_equal(p.doc.pages_n, 2);
	expect_page(&p, 0, "From: | Zoe < zoe@example.com >\nDate: | Fri, 1 Mar 2024 10:00:00 +0100\nSubject: | Fwd\nRich text");
	expect_page(&p, 1, "Subject: | Inner\ninner body");
	parsed_free(&p);
	buf_fini(&top);
	buf_fini(&inside);
	buf_fini(&file);
}

/* As Outlook saves a message whose body is RTF alone: names of properties and their numbers stand beside it, Unicode and
 * code pages mix, and the message that is attached has recipients and an attachment of its own, told with the outermost. */
static void test_as_outlook_saves(void **state)
{
	static const char rtf[] = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\*\\htmltag64 <p>}Net 30 d\\'e4ys{\\*\\htmltag72 </p>}}";
	struct buf top = head(32), file = head(8), inside = head(24), to = head(8), text = head(8), body = BUF_INIT(0);
	char size[16] = { 0 };
	struct parsed p;
	ole_put(size, sizeof(rtf) - 1 + 12, 4);
	ole_put(size + 4, sizeof(rtf) - 1, 4);
	memcpy(size + 8, "MELA", 4);
	buf_add(&body, size, sizeof(size));
	buf_add(&body, rtf, sizeof(rtf) - 1);
	number(&top, 0x3FFD0003, 1252);
	number(&top, 0x80050003, 7); /* one with a name */
	number(&file, 0x37050003, 5);
	number(&to, 0x0C150003, 1);
	number(&text, 0x37050003, 1);
#define IN "__attach_version1.0_#00000000/" PROPERTY("3701000D/")
	struct file files[] = {
		{ "__nameid_version1.0/" PROPERTY("00020102"), STR("0123456789abcdef") }, { "__nameid_version1.0/" PROPERTY("00030102"), STR("\5\200\0\0\0\0\0\0") },
		{ "__nameid_version1.0/" PROPERTY("00040102"), STR("") }, { NUMBERS, buf_view(&top) }, { PROPERTY("001A001F"), wide("IPM.Note") },
		{ PROPERTY("0037001E"), STR("Terms \374ber alles") }, { PROPERTY("8005001F"), wide("a name of its own") },
		{ PROPERTY("0E04001F"), wide("Bo Dee; Cy") }, { PROPERTY("10090102"), buf_view(&body) },
		{ "__attach_version1.0_#00000000/" NUMBERS, buf_view(&file) }, { IN NUMBERS, buf_view(&inside) }, { IN PROPERTY("0037001F"), wide("Inner") },
		{ IN "__recip_version1.0_#00000000/" NUMBERS, buf_view(&to) }, { IN "__recip_version1.0_#00000000/" PROPERTY("3001001F"), wide("Dee") },
		{ IN "__recip_version1.0_#00000000/" PROPERTY("3003001F"), wide("dee@example.com") },
		{ IN "__attach_version1.0_#00000000/" NUMBERS, buf_view(&text) }, { IN "__attach_version1.0_#00000000/" PROPERTY("3704001F"), wide("NOTE.TXT") },
		{ IN "__attach_version1.0_#00000000/" PROPERTY("37010102"), STR("deep words") },
	};
	parse_file(files, sizeof(files) / sizeof(*files), &p);
	assert_int_equal(p.doc.pages_n, 3);
	expect_page(&p, 0, "To: | Bo Dee; Cy\nSubject: | Terms \303\274ber alles\nAttachments: | NOTE.TXT\nNet 30 d\303\244ys");
	expect_page(&p, 1, "To: | Dee <dee@example.com>\nSubject: | Inner");
	expect_page(&p, 2, "deep words");
	parsed_free(&p);
	struct buf *all[] = { &top, &file, &inside, &to, &text, &body };
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_fini(all[i]);
}

/* The two examples of [MS-OXRTFCP] section 4; a copy may run on into what it writes itself. */
static void test_unpack(void **state)
{
	static const char hello[] = "\x2d\0\0\0\x2b\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\0\x0a\0rcpg125B2\x0a\xf3 hel\x09\0 bw\x05\xb0ld}\x0a\x80\x0f\xa0";
	static const char again[] = "\x1a\0\0\0\x1c\0\0\0LZFu\xe2\xd4\x4b\x51\x41\0\x04 WXYZ\x0dn}\x01\x0e\xb0";
	struct buf b = BUF_INIT(0);
	struct err e = { 0 };
	assert_true(rtf_unpack((struct str){ hello, sizeof(hello) - 1 }, &b, &e));
	assert_string_equal(b.p, "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
	buf_clear(&b);
	assert_true(rtf_unpack((struct str){ again, sizeof(again) - 1 }, &b, &e));
	assert_string_equal(b.p, "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
	buf_clear(&b);
	assert_true(rtf_unpack(STR("\x10\0\0\0\x04\0\0\0MELA\0\0\0\0{\\rtf1"), &b, &e));
	assert_string_equal(b.p, "{\\rt");
	assert_false(rtf_unpack(STR("\x10\0\0\0\x04\0\0\0ABCD\0\0\0\0{\\rtf1"), &b, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	buf_fini(&b);
}

/* HTML in the clothes of RTF: markup as it was, text decoded, the clothes dropped. */
static void test_undress(void **state)
{
	struct buf b = BUF_INIT(0);
	struct err e = { 0 };
	struct str rtf = STR("{\\rtf1\\ansi\\ansicpg1251\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset161 Greek;}}{\\colortbl;}"
			     "{\\*\\htmltag64 <p>}\\htmlrtf {\\b\\htmlrtf0 \\'cf\\f1\\'e1\\f0\\u8364 ?{\\*\\htmltag84 &amp;}{\\*\\mhtmltag84 x}\\htmlrtf }\\htmlrtf0 "
			     "\\tab\\{{\\*\\htmltag72 </p>}\\par}");
	assert_int_equal(rtf_origin_of(rtf), RTF_ORIGIN_HTML);
	assert_true(rtf_html(rtf, &b, &e));
	assert_string_equal(b.p, "<p>\xD0\x9F\xCE\xB1\xE2\x82\xAC&amp;\t{</p>\n");
	assert_int_equal(rtf_origin_of(STR("{\\rtf1\\ansi\\fromtext plain}")), RTF_ORIGIN_TEXT);
	assert_int_equal(rtf_origin_of(STR("{\\rtf1\\ansi own}")), RTF_ORIGIN_RTF);
	buf_fini(&b);
}

static void attribute(struct buf *b, uint16_t id, struct str value)
{
	char head_of[9] = { 1 };
	ole_put(head_of + 1, id, 4);
	ole_put(head_of + 5, value.n, 4);
	buf_add(b, head_of, sizeof(head_of));
	buf_str(b, value);
	buf_add(b, "\0", 2);
}

/* winmail.dat: a subject, a packed RTF body among the properties, an attachment by its title. */
static void test_tnef(void **state)
{
	static const char body[] = "\x14\0\0\0\x08\0\0\0MELA\0\0\0\0{\\rtf1 packed words}";
	struct buf b = BUF_INIT(0), list = BUF_INIT(0);
	struct parsed p;
	struct err e = { 0 };
	char n[4];
	buf_add(&b, "\x78\x9f\x3e\x22\1\0", 6);
	attribute(&b, 0x8004, STR("Minutes\0"));
	buf_add(&list, "\2\0\0\0" /* properties */ "\3\0\1\x80" "0123456789abcdef" "\0\0\0\0" "\1\0\0\0" "\7\0\0\0" /* one with a name */
		       "\2\1\x09\x10" "\1\0\0\0", 4 + 4 + 16 + 4 + 4 + 4 + 4 + 4);
	struct str packed = { body, sizeof(body) - 1 };
	char size[16];
	memcpy(size, packed.p, 16);
	struct buf rtf = BUF_INIT(0);
	ole_put(size, packed.n - 4, 4);
	ole_put(size + 4, packed.n - 16, 4);
	buf_add(&rtf, size, 16);
	buf_add(&rtf, packed.p + 16, packed.n - 16);
	ole_put(n, rtf.n, 4);
	buf_add(&list, n, 4);
	buf_str(&list, buf_view(&rtf));
	while (list.n % 4)
		buf_byte(&list, '\0');
	attribute(&b, 0x9003, buf_view(&list));
	attribute(&b, 0x9002, STR("\1\0"));
	attribute(&b, 0x8010, STR("note.txt\0"));
	attribute(&b, 0x800F, STR("attached words"));
	parse_good(buf_view(&b), "winmail.dat", NULL, &p);
	assert_int_equal(p.doc.pages_n, 2);
	expect_page(&p, 0, "Subject: | Minutes\nAttachments: | note.txt\npacked words");
	expect_page(&p, 1, "attached words");
	parsed_free(&p);
	for (size_t cut = 0; cut < b.n; cut++) /* whatever is missing, nothing is read past the end */
		parse_bytes((struct str){ b.p, cut }, "winmail.dat", NULL, &p, &e), parsed_free(&p);
	buf_fini(&b);
	buf_fini(&list);
	buf_fini(&rtf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_message), cmocka_unit_test(test_inside), cmocka_unit_test(test_as_outlook_saves), cmocka_unit_test(test_unpack), cmocka_unit_test(test_undress),
		cmocka_unit_test(test_tnef),
	};
	format_warm_up();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
