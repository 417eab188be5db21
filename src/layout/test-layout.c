/* SPDX-License-Identifier: Apache-2.0 */
/* Words to lines, segments, blocks, headings, reading order; what the document says of its language. */
#include "layout/layout-private.h"
#include "layout/test-drawing.h"

#include <stdio.h>

static void expect_lines(const char *lines)
{
	drawing_build(g, 0);
	assert_string_equal(drawing_lines(g), lines);
}

/* Words with ordinary blanks are one segment; a wide gap cuts it. */
static void test_segments(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "Invoice number:");
	drawing_text(g, 200, 100, 10, 0, "2020 / 17");
	drawing_text(g, 50, 114, 10, 0, "Date:");
	drawing_text(g, 200, 114, 10, 0, "9 March 2020");
	expect_lines("Invoice number: | 2020 / 17\nDate: | 9 March 2020\n");
}

/* A bar and a vertical rule cut where the gap alone would not; a rule beside the row does not. */
static void test_cut_by_rules(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "left right");
	drawing_rule(g, 72, 95, 72, 115);
	drawing_text(g, 50, 130, 10, 0, "left right");
	drawing_text(g, 50, 150, 10, 0, "one | two");
	expect_lines("left | right\nleft right\none | | | two\n");
}

/* A currency sign joins the number it stands apart from, on either side; a sign that closes a number does not join the next. */
static void test_signs(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "Total");
	drawing_text(g, 200, 100, 10, 0, "$");
	drawing_text(g, 250, 100, 10, 0, "1,234.50");
	drawing_text(g, 50, 120, 10, 0, "Summe");
	drawing_text(g, 200, 120, 10, 0, "12,50");
	drawing_text(g, 240, 120, 10, 0, "\xE2\x82\xAC");
	drawing_text(g, 50, 140, 10, 0, "10,00 \xE2\x82\xAC");
	drawing_text(g, 120, 140, 10, 0, "12,50 \xE2\x82\xAC");
	drawing_text(g, 50, 160, 10, 0, "$ 1.04 $");
	drawing_text(g, 150, 160, 10, 0, "1.48");
	expect_lines("Total | $ 1,234.50\nSumme | 12,50 \xE2\x82\xAC\n10,00 \xE2\x82\xAC | 12,50 \xE2\x82\xAC\n$ 1.04 | $ 1.48\n");
}

/* Baselines that differ a little, a raised mark and a larger word stand in the row they belong to. */
static void test_uneven_rows(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "Label");
	drawing_text(g, 200, 102, 10, 0, "value");
	drawing_text(g, 226, 99, 6, 0, "1)");
	drawing_text(g, 50, 115, 10, 0, "Next");
	drawing_text(g, 200, 111, 14, DOC_BOLD, "TOTAL");
	expect_lines("Label | value 1)\nNext | TOTAL\n");
}

/* A small figure raised behind another is the number of a note, no digit of it; at the same height it is one. */
static void test_note_numbers(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "20");
	drawing_text(g, 60, 99, 6, DOC_GLUED, "1");
	drawing_text(g, 50, 130, 10, 0, "20");
	drawing_text(g, 60, 130, 10, DOC_GLUED, "1");
	drawing_build(g, 0);
	const struct view_word *w = g->v->words;
	assert_false(word_touches(&w[0], &w[1]));
	assert_true(word_touches(&w[2], &w[3]));
}

/* Lines of a form that recognition read as bars are not there; bars that were written are. */
static void test_misread_rules(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "|Name _");
	drawing_text(g, 50, 120, 10, 0, "a | b");
	for (size_t i = 0; i < 2; i++)
		g->pages[0].words[i].w.source = DOC_SOURCE_OCR;
	expect_lines("Name\na | | | b\n");
}

/* Two rows closer than a line's height stay two where their words lie on top of each other. */
static void test_tight_rows(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "first row here");
	drawing_text(g, 50, 106, 10, 0, "second row here");
	drawing_text(g, 300, 102, 10, 0, "between");
	drawing_build(g, 0);
	assert_string_equal(drawing_lines(g), "first row here | between\nsecond row here\n");
}

/* Stretched running text is one segment, evenly spaced figures are cells. */
static void test_stretched(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "this  line  of  text  was  stretched  to  the  margin");
	drawing_text(g, 50, 120, 10, 0, "1    2    3    4    5    6    7");
	expect_lines("this line of text was stretched to the margin\n1 | 2 | 3 | 4 | 5 | 6 | 7\n");
}

/* Text drawn twice to look bold is there once, and bold; equal words side by side stay. */
static void test_overprint(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "Total due");
	g->pages[0].words[g->pages[0].words_n] = g->pages[0].words[0];
	g->pages[0].words[g->pages[0].words_n].w.box.x0 += 30;
	g->pages[0].words[g->pages[0].words_n++].w.box.x1 += 30;
	drawing_text(g, 50, 120, 10, 0, "no no");
	expect_lines("Total due\nno no\n");
	assert_true(g->v->words[0].flags & DOC_BOLD);
	assert_false(g->v->words[1].flags & DOC_BOLD);
}

/* Labels, leaders, ticks and bars inside a word are cut off; addresses of the web and times are not. */
static void test_cut_words(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "Date:03/04/20");
	drawing_text(g, 50, 120, 10, 0, "Total.......12.50");
	drawing_text(g, 50, 140, 10, 0, "\xE2\x98\x92Yes");
	drawing_text(g, 50, 160, 10, 0, "a|b");
	drawing_text(g, 50, 180, 10, 0, "http://x.org 12:30 urn:nbn:1 xs:string");
	drawing_text(g, 50, 200, 10, 0, "$__40____ my__name");
	drawing_build(g, 0);
	assert_int_equal(g->v->words_n, 2 + 3 + 2 + 3 + 4 + 5);
	assert_string_equal(drawing_lines(g), "Date:03/04/20\nTotal.......12.50\n\xE2\x98\x92Yes\na | | | b\nhttp://x.org 12:30 urn:nbn:1 xs:string\n$__40____ my__name\n");
	assert_true(g->v->words[1].box.x0 > g->v->words[0].box.x0 && g->v->words[1].box.x0 == g->v->words[0].box.x1);
}

/* Words written upwards make lines of their own after all others. */
static void test_vertical(void **state)
{
	drawing_text(g, 20, 400, 10, DOC_VERTICAL, "printed in margin");
	drawing_text(g, 50, 300, 10, 0, "upright line");
	drawing_text(g, 50, 320, 10, 0, "another line");
	expect_lines("upright line\nanother line\nprinted in margin\n");
	assert_int_equal(g->v->lines[1].leading, 2000);
}

/* Put what was drawn upright as it stands on a page that must be turned by so many quarters to be read. */
static void put_turned(int quarter)
{
	enum { WIDE = 61200, HIGH = 79200 };
	struct drawing_page *p = &g->pages[0];
	for (size_t i = 0; i < p->words_n + p->rules_n; i++) {
		struct doc_box *at = i < p->words_n ? &p->words[i].w.box : &p->rules[i - p->words_n].box, b = *at;
		*at = quarter == 1 ? (struct doc_box){ b.y0, HIGH - b.x1, b.y1, HIGH - b.x0 } :
			quarter == 2 ? (struct doc_box){ WIDE - b.x1, HIGH - b.y1, WIDE - b.x0, HIGH - b.y0 } :
			(struct doc_box){ WIDE - b.y1, b.x0, WIDE - b.y0, b.x1 };
		if (i < p->words_n) {
			p->words[i].w.flags = (uint8_t)(quarter % 2 ? DOC_VERTICAL : 0);
			p->words[i].w.down = quarter > 1;
		} else {
			p->rules[i - p->words_n].kind = quarter % 2 ? DOC_RULE_HORIZONTAL : DOC_RULE_VERTICAL;
		}
	}
}

/* A page whose text stands on its side or head is read as if it were turned; its words lie where they are on the page. */
static void test_turned(void **state)
{
	for (int quarter = 1; quarter < 4; quarter++) {
		for (int row = 0; row < 6; row++) {
			char name[16], amount[16];
			snprintf(name, sizeof(name), "Item no%d of", row);
			snprintf(amount, sizeof(amount), "%d.50", row + 10);
			drawing_text(g, 50, 100 + 14 * row, 10, 0, name);
			drawing_text(g, 300, 100 + 14 * row, 10, 0, amount);
			drawing_text(g, 340, 100 + 14 * row, 10, 0, "EUR");
		}
		drawing_rule(g, 335, 95, 335, 190);
		put_turned(quarter);
		struct doc_box first = g->pages[0].words[0].w.box;
		expect_lines("Item no0 of | 10.50 | EUR\nItem no1 of | 11.50 | EUR\nItem no2 of | 12.50 | EUR\nItem no3 of | 13.50 | EUR\n"
			     "Item no4 of | 14.50 | EUR\nItem no5 of | 15.50 | EUR\n");
		struct doc_box told = layout_on_page(g->v, 0, g->v->words[0].box);
		assert_memory_equal(&told, &first, sizeof(told));
		assert_int_equal(g->v->words[0].box.x0, 5000);
		assert_int_equal(layout_page(g->v, 0)->width, 61200);
		assert_int_equal(g->v->pages[0].page->width, quarter % 2 ? 79200 : 61200);
		drawing_free(g);
		g = drawing_new();
	}
}

/* Lines written downwards are read from the right one on. */
static void test_downwards(void **state)
{
	drawing_text(g, 20, 400, 10, DOC_VERTICAL, "second line");
	drawing_text(g, 35, 400, 10, DOC_VERTICAL, "first line");
	for (size_t i = 0; i < 4; i++) {
		g->pages[0].words[i].w.down = 1;
		g->pages[0].words[i].w.box = (struct doc_box){ i < 2 ? 2000 : 3500, 10000 + 5000 * (int32_t)(i % 2), i < 2 ? 3100 : 4600, 14000 + 5000 * (int32_t)(i % 2) };
	}
	drawing_text(g, 50, 300, 10, 0, "upright line");
	expect_lines("upright line\nfirst line\nsecond line\n");
}

/* Some lines upside down on a page come after all others, in the order they are read. */
static void test_upside_down(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "line the first");
	drawing_text(g, 50, 120, 10, 0, "read is and");
	for (size_t i = 0; i < g->pages[0].words_n; i++)
		g->pages[0].words[i].w.down = 1;
	drawing_text(g, 50, 300, 10, 0, "upright line");
	expect_lines("upright line\nand is read\nfirst the line\n");
}

/* Hidden words are not there. */
static void test_hidden(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "seen");
	drawing_text(g, 90, 100, 10, DOC_HIDDEN, "unseen");
	expect_lines("seen\n");
}

/* A scan lying askew: words of a row differ more in height than rows do, still they are rows. */
static void test_skew(void **state)
{
	for (int row = 0; row < 12; row++)
		for (int col = 0; col < 10; col++) {
			char word[32];
			snprintf(word, sizeof(word), "r%dc%d", row, col);
			drawing_text(g, 50 + col * 45, 100 + row * 13 + col * 2, 10, 0, word);
		}
	for (size_t i = 0; i < g->pages[0].words_n; i++)
		g->pages[0].words[i].w.source = DOC_SOURCE_OCR;
	drawing_build(g, 0);
	assert_int_equal(g->v->lines_n, 12);
	for (uint32_t l = 0; l < 12; l++)
		assert_int_equal(g->v->lines[l].words, 10);
}

/* Address lines in two columns are two blocks; a rule or a larger size ends a block. */
static void test_blocks(void **state)
{
	const struct view_seg *s;
	drawing_text(g, 50, 100, 10, DOC_BOLD, "ACME Ltd");
	drawing_text(g, 300, 100, 10, 0, "Invoice 17");
	drawing_text(g, 50, 112, 10, 0, "1 High Street");
	drawing_text(g, 300, 112, 10, 0, "9 March 2020");
	drawing_text(g, 50, 124, 10, 0, "London");
	drawing_rule(g, 40, 137, 200, 137);
	drawing_text(g, 50, 138, 10, 0, "Below");
	drawing_build(g, 0);
	s = g->v->segs;
	assert_int_equal(s[0].block, s[2].block);
	assert_int_equal(s[0].block, s[4].block);
	assert_int_equal(s[1].block, s[3].block);
	assert_int_not_equal(s[0].block, s[1].block);
	assert_int_not_equal(s[4].block, s[5].block);
	assert_int_equal(g->v->blocks[s[0].block].segs_n, 3);
}

/* Centred lines are one block. */
static void test_centred(void **state)
{
	drawing_text(g, 200, 100, 10, 0, "Annual Report");
	drawing_text(g, 195, 113, 10, 0, "for the year 20");
	drawing_build(g, 0);
	assert_int_equal(g->v->blocks_n, 1);
}

/* Size, weight and numbering give headings and their levels; every line knows the one in force. */
static void test_headings(void **state)
{
	drawing_text(g, 50, 50, 20, 0, "Terms of Sale");
	drawing_text(g, 50, 90, 10, 0, "These terms are part of every contract that we make with you today.");
	drawing_text(g, 50, 130, 12, DOC_BOLD, "Delivery");
	drawing_text(g, 50, 146, 10, 0, "Goods are sent within ten days and paid for when they arrive.");
	drawing_text(g, 50, 190, 10, DOC_BOLD, "2.1 Late delivery");
	drawing_text(g, 50, 203, 10, 0, "If goods come late the buyer may ask for money back from us.");
	drawing_build(g, 0);
	const struct view_line *l = g->v->lines;
	assert_int_equal(l[0].level, 1);
	assert_int_equal(l[2].level, 2);
	assert_int_equal(l[4].level, 4);
	assert_int_equal(l[1].section, 0);
	assert_int_equal(l[3].section, 2);
	assert_int_equal(l[5].section, 4);
	assert_true(l[1].flags & VIEW_PROSE);
	assert_false(l[1].flags & VIEW_HEADING);
}

/* A label with its value, a total and a sentence are no headings, though bold. */
static void test_no_headings(void **state)
{
	drawing_text(g, 50, 100, 10, DOC_BOLD, "Name: Smith");
	drawing_text(g, 50, 120, 10, DOC_BOLD, "Total");
	drawing_text(g, 300, 120, 10, DOC_BOLD, "12.50");
	drawing_text(g, 50, 140, 10, DOC_BOLD, "Please pay within ten days.");
	for (int i = 0; i < 8; i++)
		drawing_text(g, 50, 160 + 12 * i, 10, 0, "ordinary text of the body");
	drawing_build(g, 0);
	for (uint32_t l = 0; l < 3; l++)
		assert_false(g->v->lines[l].flags & VIEW_HEADING);
}

/* Two columns of prose are read one after the other, a table row across. */
static void test_reading_order(void **state)
{
	static const char *const left[] = { "the first column of this page", "goes on with words that are", "ordinary and small to read", "until it ends in the middle" };
	static const char *const right[] = { "while the second one begins", "at the top of the page again", "and runs beside the other", "down to its very last line" };
	struct buf b = BUF_INIT(0);
	for (int i = 0; i < 4; i++) {
		drawing_text(g, 50, 100 + 12 * i, 10, 0, left[i]);
		drawing_text(g, 320, 100 + 12 * i, 10, 0, right[i]);
	}
	drawing_text(g, 50, 300, 10, 0, "Total");
	drawing_text(g, 320, 300, 10, 0, "12.50");
	drawing_build(g, 0);
	layout_write_text(g->v, 0, &b);
	const char *middle = strstr(b.p, "in the middle"), *second = strstr(b.p, "while the second");
	assert_non_null(middle);
	assert_non_null(second);
	assert_true(middle < second);
	assert_non_null(strstr(b.p, "Total     "));
	buf_fini(&b);
}

/* A heading, a caption and works cited below the prose of two columns go on with their columns; a line across ends them. */
static void test_columns_go_on(void **state)
{
	static const char *const left[] = { "the first column of this page", "goes on with words that are", "ordinary and small to read", "until it ends in the middle", "Figure one", "Results" };
	static const char *const right[] = { "while the second one begins", "at the top of the page again", "and runs beside the other", "down to its very last line", "Smith, A. 1999.", "A short work." };
	struct buf b = BUF_INIT(0);
	for (int i = 0; i < 6; i++) {
		drawing_text(g, 50, 100 + 12 * i + (i > 3 ? 14 : 0), 10, 0, left[i]);
		drawing_text(g, 320, 100 + 12 * i + (i > 3 ? 14 : 0), 10, 0, right[i]);
	}
	drawing_text(g, 50, 196, 10, 0, "a line that runs all the way across both columns of the page and ends what they are");
	drawing_build(g, 0);
	layout_write_text(g->v, 0, &b);
	const char *results = strstr(b.p, "Results"), *second = strstr(b.p, "while the second"), *work = strstr(b.p, "A short work"), *across = strstr(b.p, "a line that runs");
	assert_true(results && second && work && across);
	assert_true(results < second && work < across);
	buf_fini(&b);
}

/* Short lines of two columns at heights of their own are read down; rows of a table, some of whose cells wrap, across. */
static void test_list_columns(void **state)
{
	static const char *const left[] = { "Engineer of bridges", "from June until today", "built one of steel", "and another of stone", "Helper of the mill",
					    "in May and in April", "helped with flour", "and with water", "School of the town", "which he left early" };
	static const char *const right[] = { "Skills of all kinds", "planning of costs", "control of risk", "letters and reports", "models of markets",
					     "Languages he speaks", "English quite well", "French somewhat less", "German little yet", "Latin on Sundays" };
	const struct view *down;
	struct buf b = BUF_INIT(0);
	for (int i = 0; i < 10; i++) {
		drawing_text(g, 50, 100 + 19 * i, 10, 0, left[i]);
		drawing_text(g, 320, 106 + 13 * i, 10, 0, right[i]);
	}
	drawing_build(g, 0);
	layout_write_text(g->v, 0, &b);
	assert_true(strstr(b.p, "left early") < strstr(b.p, "Skills of"));
	assert_true(layout_columns(g->v, &g->a, &down));
	assert_ptr_not_equal(down, g->v);
	assert_int_equal(down->lines_n, 20);
	for (uint32_t l = 0; l < 20; l++)
		assert_int_equal(down->lines[l].box.x0 >= 32000, l >= 10);
	assert_int_equal(down->words[down->lines[10].word].line, 10);
	buf_fini(&b);
}

/* A header that comes twice on a line parts the rows below it, however near they stand; words said twice in one cell do not. */
static void test_abreast(void **state)
{
	const struct view *down;
	for (int i = 0; i < 3; i++) {
		int y = 100 + 14 * i;
		drawing_text(g, 50, y, 10, 0, i ? "left one" : "Name");
		drawing_text(g, 150, y, 10, 0, i ? "1,234" : "Total");
		drawing_text(g, 180, y, 10, 0, i ? "right one" : "Name");
		drawing_text(g, 290, y, 10, 0, i ? "5,678" : "Total");
	}
	drawing_text(g, 50, 200, 10, 0, "New York New York");
	drawing_text(g, 50, 214, 10, 0, "and 1,234 right one");
	drawing_build(g, 0);
	assert_int_equal(g->v->lines[0].abreast, 2);
	assert_int_equal(g->v->lines[1].segs, 4);
	assert_int_equal(g->v->lines[3].abreast, 0);
	assert_true(layout_abreast(g->v, &g->a, &down));
	assert_int_equal(down->lines_n, g->v->lines_n + 3);
	for (uint32_t l = 0; l < 6; l++)
		assert_int_equal(down->lines[l].box.x0 >= 18000, l >= 3);
}

static void test_wrapped_table_is_no_columns(void **state)
{
	const struct view *down;
	for (int i = 0; i < 12; i++) {
		drawing_text(g, 50, 100 + 12 * i, 10, 0, i % 3 ? "goes on in the same cell" : "Bolts made of iron");
		if (i % 3 == 0)
			drawing_text(g, 320, 100 + 12 * i, 10, 0, "sold by the dozen");
	}
	drawing_build(g, 0);
	assert_true(layout_columns(g->v, &g->a, &down));
	assert_ptr_equal(down, g->v);
}

/* English documents of which no date says its order: money, numbers of countries, dialling codes and written dates do. */
static void test_homes(void **state)
{
	static const struct { const char *text; bool day_first; } rows[] = {
		{ "The invoice of 03/04/2024 is to be paid with the sum for your order", false },
		{ "The invoice of 03/04/2024 with VAT number GB123456789 is to be paid for your order", true },
		{ "The invoice of 03/04/2024 is to be paid, please call us on +44 20 7946 0018 for your order", true },
		{ "The invoice of 03/04/2024 is to be paid, please call us on +1 541 555 0149 for your order", false },
		{ "The invoice of 03/04/2024 is to be paid with the sum for your order of 8 March 2024", true },
		{ "The invoice of 03/04/2024 is to be paid with the sum for your order of March 8, 2024", false },
		{ "The invoice of 03/04/2024 for your order of March 8, 2024 is to be paid to the account GB29NWBK60161331926819", false },
		{ "The invoice of 03/04/2024 is to be paid, Tel: 07-350 7405, Fax 07-350 7406 for your order", true },
		{ "The invoice of 03/04/2024 is to be paid, Tel: 541-555-0149 for your order", false },
		{ "The invoice of 03/04/2024 with Amount (RM) 4.00 is to be paid for your order", true },
		{ "The invoice of 03/04/2024 with GST ID 002116837376 is to be paid for your order", true },
		{ "The invoice of 03/04/2024 to Boise, ID 83702 with GST of Ontario is to be paid for your order", false },
		{ "The invoice of 03/04/2024 in USD 40 is to be paid with the sum for your order of 8 March 2024", true },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		drawing_free(g);
		g = drawing_new();
		drawing_text(g, 50, 100, 10, 0, rows[i].text);
		drawing_build(g, 0);
		if (g->v->day_first != rows[i].day_first)
			fail_msg("%s", rows[i].text);
	}
}

/* The language, the order of dates and the decimal sign come from the document. */
static void test_votes(void **state)
{
	drawing_text(g, 50, 100, 10, 0, "Die Rechnung ist bis zum 13.04.2020 und mit der Nummer zu zahlen 1.234,50");
	drawing_build(g, 0);
	assert_string_equal(g->v->lang, "de");
	assert_true(g->v->day_first);
	assert_true(g->v->decimal_comma);
	drawing_page(g);
	for (int i = 0; i < 3; i++)
		drawing_text(g, 50, 100 + 20 * i, 10, 0, "The invoice of 04/25/2020 is to be paid with the sum of 1,234.50 for your order");
	drawing_build(g, 0);
	assert_string_equal(g->v->lang, "en");
	assert_false(g->v->day_first);
	assert_false(g->v->decimal_comma);
}

/* What a workbook shows is written by the parser, with points, whatever the language of its words. */
static void test_votes_of_sheets(void **state)
{
	static const char *const formats[] = { "pdf", "xlsx", "xls" };
	drawing_text(g, 50, 100, 10, 0, "De begroting van het jaar met de lasten en baten die door de raad zijn vastgesteld 3,120");
	for (int i = 0; i < 3; i++) {
		g->format = formats[i];
		drawing_build(g, 0);
		assert_string_equal(g->v->lang, "nl");
		assert_int_equal(g->v->decimal_comma, i == 0);
	}
}

/* The formats of a sheet's cells know the order of their dates. */
static void test_order_told(void **state)
{
	static char texts[] = "date-orderdaymonth";
	struct doc_fact fact = { .kind = DOC_FACT_META, .name = 0, .name_len = 10, .value = 10, .value_len = 3 };
	drawing_text(g, 50, 100, 10, 0, "The order of 03/04/2024 is to be paid in USD with the sum for your order of March 8, 2024");
	drawing_build(g, 0);
	assert_false(g->v->day_first);
	g->d.facts = &fact;
	g->d.facts_n = 1;
	g->d.facts_text = texts;
	struct err e = { 0 };
	assert_true(layout_build(&g->d, &g->a, &e)->day_first);
	fact.value = 13;
	fact.value_len = 5;
	assert_false(layout_build(&g->d, &g->a, &e)->day_first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_segments), TEST(test_cut_by_rules), TEST(test_signs), TEST(test_uneven_rows), TEST(test_note_numbers),
		TEST(test_tight_rows), TEST(test_misread_rules), TEST(test_stretched), TEST(test_overprint),
		TEST(test_cut_words), TEST(test_vertical), TEST(test_turned), TEST(test_upside_down), TEST(test_downwards), TEST(test_hidden), TEST(test_skew), TEST(test_blocks),
		TEST(test_centred), TEST(test_headings), TEST(test_no_headings), TEST(test_reading_order), TEST(test_columns_go_on),
		TEST(test_list_columns), TEST(test_abreast), TEST(test_wrapped_table_is_no_columns), TEST(test_votes), TEST(test_votes_of_sheets),
		TEST(test_homes), TEST(test_order_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
