/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-page.h"

static void expect(struct str text, const char *name, const char *format, const char *want)
{
	struct parsed p;
	struct buf b = BUF_INIT(0);
	parse_good(text, name, NULL, &p);
	assert_true(str_eq_z(p.doc.format, format));
	page_text(&p.doc.pages[0], &b);
	assert_string_equal(b.p, want);
	buf_fini(&b);
	parsed_free(&p);
}

/* Blocks, lists and tables are set as a browser would; marks of the language are gone, HTML in it is HTML. */
static void test_blocks(void **state)
{
	expect(STR("# Order 7\n\nDate: **2026-03-17** and `code`, [link](http://x.example)\n\n1. one\n2. two\n   - in\n\n"
		   "| Item | Price |\n|------|------:|\n| Pipe | 1.20 |\n\n<p>raw <b>bold</b></p>\n\n```\nkept   as\nit is\n```\n"), "a.md", "md",
	       "Order 7\nDate: 2026-03-17 and code, link\n1. | one\n2. | two\n\xE2\x80\xA2 | in\nItem | Price\nPipe | 1.20\nraw bold\nkept as\nit is");
}

/* Lines that each begin with a bold label stay lines; others go on. */
static void test_labels(void **state)
{
	(void)state;
	expect(STR("**Order number:** 4711\n**Date**: 2026-03-17\nand so on\n\n**Bold** text\n**more** of it\n"), "a.md", "md",
	       "Order number: 4711\nDate: 2026-03-17 and so on\nBold text more of it");
}

/* Task lists are marks. */
static void test_tasks(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	assert_true(parse_bytes(STR("- [x] done\n- [ ] open\n"), "a.md", NULL, &p, &e));
	assert_int_equal(p.doc.pages[0].marks_n, 2);
	assert_true(p.doc.pages[0].marks[0].on && !p.doc.pages[0].marks[1].on);
	parsed_free(&p);
}

/* Front matter is a list of labels and values. */
static void test_front_matter(void **state)
{
	expect(STR("---\ntitle: \"A <b>\"\ntags:\n  - x\n---\nText\n"), "a.md", "md", "title | A <b>\ntags\n- x\nText");
	expect(STR("---\nnever ends: 1\n"), "a.md", "md", "never ends: 1");
}

/* The name decides for plain files; without one, tables or headings with other marks do. */
static void test_recognised(void **state)
{
	expect(STR("# A\n\n|a|b|\n|---|---|\n|1|2|\n"), "", "md", "A\na | b\n1 | 2");
	expect(STR("# A\ncomment\n"), "", "txt", "# A\ncomment");
	expect(STR("# A\n\n|a|b|\n|---|---|\n"), "a.txt", "txt", "# A\n|a|b|\n|---|---|");
}

/* What would nest or repeat past all reason ends. */
static void test_hostile(void **state)
{
	static const char *const pieces[] = { ">", "[", "**a _b ", "- ", "`", "![](", "| " };
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		struct parsed p;
		struct err e = { 0 };
		struct buf b = BUF_INIT(0);
		for (int n = 0; n < 20000; n++)
			buf_z(&b, pieces[i]);
		buf_z(&b, "end");
		assert_true(parse_bytes(buf_view(&b), "a.md", NULL, &p, &e) || e.code == ERR_BUDGET || e.code == ERR_NO_DATA);
		parsed_free(&p);
		buf_fini(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks), cmocka_unit_test(test_labels), cmocka_unit_test(test_tasks), cmocka_unit_test(test_front_matter), cmocka_unit_test(test_recognised),
		cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
