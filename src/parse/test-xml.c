/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-page.h"

static void open_xml(struct str text, const char *name, struct parsed *p)
{
	parse_good(text, name, NULL, p);
	assert_true(str_eq_z(p->doc.format, "xml"));
}

static void expect(struct str text, const char *want)
{
	struct parsed p;
	struct buf b = BUF_INIT(0);
	open_xml(text, "", &p);
	page_text(&p.doc.pages[0], &b);
	assert_string_equal(b.p, want);
	buf_fini(&b);
	parsed_free(&p);
}

/* Names are labels and sections, values stand beside them; a name of one word takes that of its parent. */
static void test_pairs(void **state)
{
	struct parsed p;
	struct str text = STR("<?xml version='1.0'?><x:order xmlns:x='urn:x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b' "
			      "version='2'><x:issueDate>2026-03-17</x:issueDate><x:VATTotal currencyID='EUR'>3.80</x:VATTotal><x:seller><x:name>Rohr &amp; Co</x:name>"
			      "<x:ship_to-city>Bonn</x:ship_to-city></x:seller><x:due><x:date>2026-04-01</x:date></x:due></x:order>");
	expect(text, "order\norder version | 2\nissue Date | 2026-03-17\nVAT Total | 3.80\nVAT Total currency ID | EUR\nseller\nseller name | Rohr & Co\n"
		     "ship to city | Bonn\ndue date | 2026-04-01");
	open_xml(text, "", &p);
	expect_fact(&p, 1, "order/issueDate", "issue Date", "2026-03-17");
	expect_fact(&p, 3, "order/VATTotal/@currencyID", "VAT Total currency ID", "EUR");
	expect_fact(&p, 4, "order/seller/name", "seller name", "Rohr & Co");
	assert_int_equal(p.doc.facts[1].page, 1);
	assert_true(p.doc.facts[1].box.x1 > p.doc.facts[1].box.x0);
	parsed_free(&p);
}

/* What repeats is rows with a column for all that any of them says; values that repeat stand below each other. Rows are no facts. */
static void test_tables(void **state)
{
	struct str text = STR("<list><row id='1'><name>Pipe</name><price><amount>8.40</amount></price></row><row id='2'><name>Valve</name><tag>a</tag><tag>b</tag></row>"
			      "<note>x</note><note>y</note></list>");
	struct parsed p;
	expect(text, "list\nrow\nid | name | price amount | tag\n1 | Pipe | 8.40\n2 | Valve | a\nb\nnote | x\ny");
	open_xml(text, "", &p);
	assert_int_equal(p.doc.facts_n, 0);
	assert_true(p.doc.pages[0].rules_n > 4);
	parsed_free(&p);
}

/* Text with elements in it is read through; so are others of its name. Encoded data is no text. */
static void test_prose(void **state)
{
	struct buf b = BUF_INIT(0);
	struct parsed p;
	expect(STR("<a><p>one <b>two</b> three</p><p>four</p></a>"), "a\none two three\nfour");
	buf_z(&b, "<a><b>");
	for (int i = 0; i < 5000; i++)
		buf_z(&b, "QUJD");
	buf_z(&b, "</b><c>seen</c></a>");
	open_xml(buf_view(&b), "", &p);
	assert_int_equal(p.doc.hidden_words, 1);
	assert_int_equal(p.doc.pages[0].words_n, 6); /* a, a b, a c seen */
	parsed_free(&p);
	buf_fini(&b);
}

/* Rows of too many columns are sections of their own. */
static void test_wide(void **state)
{
	struct buf b = BUF_INIT(0);
	struct parsed p;
	buf_z(&b, "<l>");
	for (int row = 0; row < 2; row++) {
		buf_z(&b, "<r>");
		for (int i = 0; i < 50; i++)
			buf_printf(&b, "<firstName%d>v%d</firstName%d>", i, i, i);
		buf_z(&b, "</r>");
	}
	buf_z(&b, "</l>");
	open_xml(buf_view(&b), "", &p);
	assert_int_equal(p.doc.pages[0].words_n, 1 + 2 * (1 + 50 * 3));
	parsed_free(&p);
	buf_fini(&b);
}

/* Encodings are those of the declaration or the byte order mark. */
static void test_encodings(void **state)
{
	expect(STR("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a><b>\xCF\xF0\xE8</b></a>"), "a\na b | \xD0\x9F\xD1\x80\xD0\xB8");
	static const char utf16[] = "\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0";
	expect((struct str){ utf16, sizeof(utf16) - 1 }, "a\n\xC3\xA9");
}

/* Entities are not expanded, depth has a bound, damage has its line; HTML stays HTML. */
static void test_hostile(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	expect(STR("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;'><!ENTITY z SYSTEM 'file:///etc/passwd'>]><a>&y; &z; end</a>"),
	       "a\n&y; &z; end");
	for (int i = 0; i < 300; i++)
		buf_z(&b, "<a>");
	assert_false(parse_bytes(buf_view(&b), "x.xml", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BUDGET);
	parsed_free(&p);
	assert_false(parse_bytes(STR("<?xml version='1.0'?>\n<a><b></a>"), "x.xml", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	assert_non_null(strstr(e.text, "line 2"));
	parsed_free(&p);
	assert_true(parse_bytes(STR("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>x</body></html>"), "", NULL, &p, &e));
	assert_true(str_eq_z(p.doc.format, "html"));
	parsed_free(&p);
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs), cmocka_unit_test(test_tables), cmocka_unit_test(test_prose), cmocka_unit_test(test_wide),
		cmocka_unit_test(test_encodings), cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
