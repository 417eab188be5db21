/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ocr-reading.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct seen {
	const char *text;
	int x0, x1, line;
	float conf;
};

/* Lines are 30 high and 40 apart. */
static struct ocr_reading reading(const struct seen *s, size_t n)
{
	struct ocr_reading r = { 0 };
	for (size_t i = 0; i < n; i++) {
		struct ocr_found f = { s[i].x0, 40 * s[i].line, s[i].x1, 40 * s[i].line + 30, s[i].line, 10, s[i].conf, NULL, OCR_UPRIGHT, false };
		assert_true(ocr_reading_add(&r, &f, s[i].text));
		r.lines = s[i].line > r.lines ? s[i].line : r.lines;
	}
	return r;
}

#define READING(rows) reading(rows, sizeof(rows) / sizeof(rows[0]))

/* The words joined by blanks, lines by "|". */
static void assert_joined(struct ocr_reading *a, struct ocr_reading *b, const char *expected)
{
	char text[256] = "";
	size_t n = 0;
	assert_true(ocr_reading_join(a, b));
	assert_int_equal(b->n, 0);
	for (size_t i = 0; i < a->n; i++) {
		const char *between = i == 0 ? "" : a->words[i].line == a->words[i - 1].line ? " " : "|";
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%s", between, a->words[i].text);
	}
	assert_string_equal(text, expected);
	ocr_reading_free(a);
}

/* In each place the surer words stay, also where one reading saw one word and the other two. */
static void test_surer(void **state)
{
	static const struct seen a[] = { { "Inv0ice", 0, 100, 1, 60 }, { "No.", 110, 150, 1, 90 }, { "47", 160, 190, 1, 50 },
					 { "11", 195, 230, 1, 50 }, { "Total", 0, 80, 2, 90 } };
	static const struct seen b[] = { { "Invoice", 1, 99, 1, 90 }, { "No", 110, 149, 1, 70 }, { "4711", 160, 230, 1, 90 },
					 { "Tota!", 0, 80, 2, 40 } };
	struct ocr_reading r = READING(a), s = READING(b);
	assert_joined(&r, &s, "Invoice No. 4711|Total");
}

/* What one reading alone saw stays if it is sure, in its line's order; what the other dreamt goes. */
static void test_alone(void **state)
{
	static const struct seen a[] = { { "Coffee", 0, 100, 1, 92 }, { "Subtotal", 0, 80, 2, 95 }, { "~ge", 400, 450, 2, 20 } };
	static const struct seen b[] = { { "Coffee", 0, 100, 1, 91 }, { "2.00", 300, 350, 1, 80 }, { "|", 500, 505, 1, 30 },
					 { "Bye", 0, 90, 3, 88 } };
	struct ocr_reading r = READING(a), s = READING(b);
	assert_joined(&r, &s, "Coffee 2.00|Subtotal|Bye");
}

/* Few sure letters do not outvote a whole word. */
static void test_part(void **state)
{
	static const struct seen a[] = { { "Rechnungsnummer", 0, 300, 1, 75 }, { "and", 310, 350, 1, 90 } };
	static const struct seen b[] = { { "Re", 0, 40, 1, 99 } };
	struct ocr_reading r = READING(a), s = READING(b);
	assert_joined(&r, &s, "Rechnungsnummer and");
}

static void assert_repaired(struct ocr_reading r, const char *expected)
{
	struct ocr_reading none = { 0 };
	assert_true(ocr_reading_repair(&r));
	assert_joined(&r, &none, expected);
}

/* Cents that stand close behind an amount, but were taken for a column of their own, join it; those of another height do not. */
static void test_column_of_cents(void **state)
{
	static const struct seen a[] = { { "Nails", 0, 100, 1, 90 }, { "289.", 300, 360, 1, 90 }, { "Glue", 0, 90, 2, 90 }, { "64", 330, 360, 2, 90 },
					 { "00", 372, 400, 3, 90 }, { ".90", 366, 400, 4, 80 }, { "17", 372, 400, 5, 80 } };
	static const int height[] = { 40, 40, 80, 80, 40, 80, 120 };
	struct ocr_reading r = READING(a);
	for (size_t i = 0; i < r.n; i++) {
		r.words[i].y0 = height[i];
		r.words[i].y1 = height[i] + 30;
	}
	assert_repaired(r, "Nails 289.00|Glue 64.90|17");
}

/* Amounts set wide become one word; the number of a list's item, and what stands further off, stay apart. */
static void test_amounts(void **state)
{
	static const struct seen a[] = { { "TOTAL", 0, 100, 1, 90 }, { "65.", 300, 360, 1, 90 }, { "20", 380, 420, 1, 90 },
					 { "Cash", 0, 80, 2, 90 }, { "12", 300, 340, 2, 90 }, { ".50", 360, 420, 2, 90 },
					 { "1.", 0, 40, 3, 90 }, { "25", 60, 100, 3, 90 }, { "apples", 120, 240, 3, 90 },
					 { "Room", 0, 80, 4, 90 }, { "4.", 100, 140, 4, 90 }, { "25", 260, 300, 4, 90 },
					 { "Tunai", 0, 100, 5, 90 }, { "153,", 300, 380, 5, 90 }, { "038", 400, 460, 5, 90 },
					 { "In", 0, 40, 6, 90 }, { "1999,", 60, 160, 6, 90 }, { "500", 180, 240, 6, 90 },
					 { "Pages", 0, 100, 7, 90 }, { "38,", 120, 180, 7, 90 }, { "500", 200, 260, 7, 90 }, { "pages", 280, 380, 7, 90 },
					 { "1,", 0, 40, 8, 90 }, { "760", 60, 120, 8, 90 } };
	assert_repaired(READING(a), "TOTAL 65.20|Cash 12.50|1. 25 apples|Room 4. 25|Tunai 153,038|In 1999, 500|Pages 38, 500 pages|1,760");
}

/* Letters in unsure words that are a figure else become figures; sure words, words and codes stay as they are. */
static void test_figures(void **state)
{
	static const struct seen a[] = { { "3O.9O", 0, 100, 1, 70 }, { "l2:O5", 200, 300, 1, 70 }, { "2O/O3/2Ol8", 400, 600, 1, 70 },
					 { "3O.9O", 0, 100, 2, 95 }, { "SOLO", 200, 300, 2, 50 }, { "B12S", 400, 500, 2, 50 },
					 { "$S21/1A,", 0, 100, 3, 70 }, { "\xC2\xA7" "6100", 200, 300, 3, 70 }, { "\xC2\xA7" "61", 400, 500, 3, 70 } };
	assert_repaired(READING(a), "30.90 12:05 20/03/2018|3O.9O SOLO B12S|SS21/1A, 56100 \xC2\xA7" "61");
}

/* An unsure sign far from all words is a speck; one beside a word, or a sure one, is none. */
static void test_specks(void **state)
{
	static const struct seen a[] = { { ";", 0, 5, 1, 30 }, { "Total", 200, 300, 1, 90 }, { ":", 310, 315, 1, 45 }, { "~", 0, 20, 2, 40 },
					 { ".", 0, 5, 3, 80 }, { "*", 400, 410, 3, 20 } };
	assert_repaired(READING(a), "Total :|.");
}

/* Doubted words have a "~" before them, lines are joined by "|". */
static void assert_doubted(struct ocr_reading r, const char *expected)
{
	char text[512] = "";
	size_t n = 0;
	ocr_reading_doubt(&r);
	for (size_t i = 0; i < r.n; i++) {
		const char *between = i == 0 ? "" : r.words[i].line == r.words[i - 1].line ? " " : "|";
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%s%s", between, r.words[i].doubted ? "~" : "", r.words[i].text);
	}
	assert_string_equal(text, expected);
	ocr_reading_free(&r);
}

/* Where hardly a letter stands in a sure word, nothing is written: scribbles, hatching ("|", "lll" however sure). */
static void test_scribbles(void **state)
{
	static const struct seen a[] = { { "yrn", 0, 50, 1, 40 }, { "vend", 60, 120, 1, 55 }, { "|", 0, 5, 2, 96 }, { "lll", 9, 50, 2, 90 },
					 { "4", 60, 70, 2, 88 }, { "aw", 0, 30, 3, 84 } };
	static const struct seen b[] = { { "NO", 0, 40, 1, 93 } }, c[] = { { "25,00", 0, 40, 1, 80 } };
	assert_doubted(READING(a), "~yrn ~vend|~| ~lll ~4|~aw");
	assert_doubted(READING(b), "NO");
	assert_doubted(READING(c), "25,00");
	assert_doubted((struct ocr_reading){ 0 }, "");
}

/* Print that suffered stays where sure words are among it; three lines without any, read badly, are a drawing beside it. */
static void test_drawing(void **state)
{
	static const struct seen faint[] = { { "Total", 0, 90, 1, 92 }, { "12.80", 200, 300, 1, 41 }, { "Cosh", 0, 80, 2, 31 }, { "20.00", 200, 300, 2, 33 },
					     { "Chunge", 0, 90, 3, 20 }, { "Thank", 0, 90, 4, 90 }, { "you", 100, 150, 4, 88 } };
	static const struct seen drawn[] = { { "Total", 0, 90, 1, 92 }, { "12.80", 200, 300, 1, 91 }, { "wae", 0, 80, 2, 31 }, { "Sy", 0, 40, 3, 55 },
					     { "tl", 0, 20, 4, 48 }, { "Thank", 0, 90, 5, 90 }, { "oe", 0, 90, 6, 40 }, { "vw", 0, 90, 7, 40 }, { "rn", 0, 9, 8, 40 } };
	static const struct seen unsure[] = { { "Total", 0, 90, 1, 92 }, { "Cosh", 0, 80, 2, 60 }, { "20.00", 0, 40, 3, 70 }, { "Chunge", 0, 20, 4, 55 } };
	assert_doubted(READING(faint), "Total 12.80|Cosh 20.00|Chunge|Thank you");
	assert_doubted(READING(drawn), "Total 12.80|~wae|~Sy|~tl|Thank|~oe|~vw|~rn");
	assert_doubted(READING(unsure), "Total|Cosh|20.00|Chunge");
}

/* Either side may be empty. */
static void test_empty(void **state)
{
	static const struct seen a[] = { { "Coffee", 0, 100, 1, 92 } };
	struct ocr_reading r = READING(a), s = { 0 }, t = { 0 }, u = READING(a), v = { 0 }, w = { 0 };
	assert_joined(&r, &s, "Coffee");
	assert_joined(&t, &u, "Coffee");
	assert_joined(&v, &w, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_surer),
		cmocka_unit_test(test_alone),
		cmocka_unit_test(test_part),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_figures),
		cmocka_unit_test(test_specks),
		cmocka_unit_test(test_column_of_cents),
		cmocka_unit_test(test_scribbles),
		cmocka_unit_test(test_drawing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
