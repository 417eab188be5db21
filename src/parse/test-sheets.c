/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* All pages as text, a form feed between them. On the heap. */
static char *text_of(struct str bytes, const char *name, const struct task *task)
{
	struct parsed p;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	if (!parse_bytes(bytes, name, task, &p, &e))
		fail_msg("%s: %s: %s", name, err_row(e.code)->word, e.text);
	for (size_t i = 0; i < p.doc.pages_n; i++) {
		if (i)
			buf_byte(&b, '\f');
		page_text(&p.doc.pages[i], &b);
	}
	parsed_free(&p);
	return buf_take(&b, &(size_t){ 0 });
}

static void expect(const char *bytes, size_t n, const char *name, const char *want)
{
	char *got = text_of((struct str){ bytes, n }, name, NULL);
	assert_string_equal(got, want);
	free(got);
}
#define EXPECT(bytes, name, want) expect(bytes, sizeof(bytes) - 1, name, want)

static void expect_error(struct str bytes, const char *name, enum err_code code)
{
	struct parsed p;
	struct err e = { 0 };
	assert_false(parse_bytes(bytes, name, NULL, &p, &e));
	assert_int_equal(e.code, code);
	parsed_free(&p);
}

/* The separator is what cuts the records alike; it may also be declared, and a value may hold the other signs. */
static void csv_separators(void **state)
{
	EXPECT("a,b\n1,2\n", "x.csv", "a | b\n1 | 2");
	EXPECT("a;b\n1,5;2,5\n", "x.csv", "a | b\n1,5 | 2,5");
	EXPECT("a\tb\n1\t2\n", "x.tsv", "a | b\n1 | 2");
	EXPECT("a|b|c\n1|2|3\n", "x.csv", "a | b | c\n1 | 2 | 3");
	EXPECT("sep=;\na;b,c\n", "x.csv", "a | b,c");
	EXPECT("Name, Street; Town\nA, B; C\nD, E; F\n", "x.csv", "Name | Street; Town\nA | B; C\nD | E; F");
}

/* Quotes may hold separators, line breaks and quotes; records may be of any length; line ends of any kind; no last one. */
static void csv_quotes(void **state)
{
	EXPECT("a,\"b, c\"\n\"say \"\"hi\"\"\",\"two\nlines\"\n", "x.csv", "a | b, c\nsay \"hi\" | two lines");
	EXPECT("a,b,c\r\n1\r\n1,2,3,4\r\n\r\n5,,6", "x.csv", "a | b | c\n1\n1 | 2 | 3 | 4\n5 | 6");
	EXPECT("a,b\r1,2\r", "x.csv", "a | b\n1 | 2");
	EXPECT("a,\"open\n1,2\n", "x.csv", "a | open 1,2");
	EXPECT("\"a\"x,b\n", "x.csv", "ax | b");
	expect_error(STR(""), "x.csv", ERR_NO_DATA);
	expect_error(STR(",,\n,\n"), "x.csv", ERR_NO_DATA);
}

/* UTF-8 and UTF-16 with and without a mark, and what Windows and DOS programs write. */
static void csv_encodings(void **state)
{
	EXPECT("\xEF\xBB\xBFn\xC3\xA4,b\n1,2\n", "x.csv", "n\xC3\xA4 | b\n1 | 2");
	EXPECT("\xFF\xFE\xE4\0,\0b\0\n\0", "x.csv", "\xC3\xA4 | b");
	EXPECT("N\0a\0m\0e\0,\0b\0\n\0x\0,\0y\0\n\0", "x.csv", "Name | b\nx | y");
	EXPECT("Stra\xDF" "e;Gr\xF6\xDF" "e;Preis \x80\nM\xFC" "llerweg;gro\xDF" ";5\n", "x.csv",
	       "Stra\xC3\x9F" "e | Gr\xC3\xB6\xC3\x9F" "e | Preis \xE2\x82\xAC\nM\xC3\xBC" "llerweg | gro\xC3\x9F" " | 5");
	EXPECT("\xC8\xEC\xFF,\xC3\xEE\xF0\xEE\xE4 \xF0\xEE\xE6\xE4\xE5\xED\xE8\xFF\n\xC8\xE2\xE0\xED,\xCC\xEE\xF1\xEA\xE2\xE0\n", "x.csv",
	       "\xD0\x98\xD0\xBC\xD1\x8F | \xD0\x93\xD0\xBE\xD1\x80\xD0\xBE\xD0\xB4 \xD1\x80\xD0\xBE\xD0\xB6\xD0\xB4\xD0\xB5\xD0\xBD\xD0\xB8\xD1\x8F\n"
	       "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD | \xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0");
}

/* A column keeps its place on every page; pages come in the order asked for; rules close each row of a table. */
static void csv_pages(void **state)
{
	struct buf b = BUF_INIT(0);
	const uint32_t pages[] = { 3, 1 };
	struct task task = { .pages = pages, .pages_n = 2 };
	struct parsed p;
	struct err e = { 0 };
	for (int i = 0; i < 2500; i++)
		buf_printf(&b, "row %d,%d\n", i, i * 7);
	assert_true(parse_bytes(buf_view(&b), "x.csv", &task, &p, &e));
	assert_int_equal(p.doc.source_pages, 3);
	assert_int_equal(p.doc.pages_n, 2);
	assert_int_equal(p.doc.pages[0].number, 3);
	assert_int_equal(p.doc.pages[1].number, 1);
	assert_int_equal(p.doc.pages[0].words_n, 500 * 3);
	assert_int_equal(p.doc.pages[1].words_n, 1000 * 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(p.doc.pages[0].words[i].box.x0, p.doc.pages[1].words[i].box.x0);
	/* Lines above each row and below the last, and left of each column and right of the last. */
	assert_int_equal(p.doc.pages[0].rules_n, 501 + 3);
	parsed_free(&p);
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(csv_separators), cmocka_unit_test(csv_quotes),
					    cmocka_unit_test(csv_encodings), cmocka_unit_test(csv_pages) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
