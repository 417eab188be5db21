/* SPDX-License-Identifier: Apache-2.0 */
/* Whole pages: what runs through a document, nothing is lost, any order gives one view, text and markdown. */
#include "layout/survey.h"
#include "layout/test-drawing.h"

#include <stdio.h>
#include <stdlib.h>

static void running_page(int n, const char *row)
{
	char text[40];
	drawing_text(g, 50, 20, 9, 0, "Report of the Society");
	drawing_text(g, 50, 100, 10, 0, row);
	drawing_text(g, 50, 112, 10, 0, "some words of the page");
	snprintf(text, sizeof(text), "Page %d of 3", n);
	drawing_text(g, 280, 760, 9, 0, text);
}

/* What comes back on three pages at one place is running; page numbers may count, the rows of a list may not. */
static void test_running(void **state)
{
	running_page(1, "Deposit 100");
	drawing_page(g);
	running_page(2, "Deposit 200");
	drawing_page(g);
	running_page(3, "Deposit 300");
	drawing_build(g, 0);
	for (uint32_t l = 0; l < g->v->lines_n; l++) {
		bool edge = l % 4 == 0 || l % 4 == 3;
		assert_int_equal(g->v->lines[l].flags & VIEW_RUNNING, edge ? VIEW_RUNNING : 0);
	}
}

/* The head of a table that goes on over the pages belongs to the body. */
static void test_table_head_stays(void **state)
{
	for (int p = 0; p < 3; p++) {
		if (p)
			drawing_page(g);
		drawing_text(g, 50, 20, 9, 0, "Ledger of the Society");
		drawing_text(g, 50, 60, 10, 0, "Date");
		drawing_text(g, 200, 60, 10, 0, "Text");
		drawing_text(g, 400, 60, 10, 0, "Amount");
		for (int i = 0; i < 4; i++) {
			char amount[32];
			snprintf(amount, sizeof(amount), "%d.00", 100 * p + 7 * i);
			drawing_text(g, 50, 74 + 14 * i, 10, 0, "03/04/20");
			drawing_text(g, 200, 74 + 14 * i, 10, 0, p == 1 ? "Rent" : p ? "Water" : "Wages");
			drawing_text(g, 400, 74 + 14 * i, 10, 0, amount);
		}
	}
	drawing_build(g, 0);
	assert_true(g->v->lines[0].flags & VIEW_RUNNING);
	assert_false(g->v->lines[1].flags & VIEW_RUNNING);
	assert_false(g->v->lines[7].flags & VIEW_RUNNING);
}

static void scene(void)
{
	drawing_text(g, 50, 40, 18, DOC_BOLD, "INVOICE");
	drawing_text(g, 50, 80, 10, 0, "Muster GmbH, Lindenstra\xC3\x9F" "e 5, DE 80333 M\xC3\xBCnchen");
	drawing_text(g, 400, 80, 10, 0, "Nr. 2020-17 vom 09.03.2020");
	drawing_text(g, 50, 96, 10, 0, "IBAN DE02 1203 0000 0000 2020 51");
	for (int i = 0; i < 8; i++) {
		drawing_text(g, 50, 140 + 13 * i, 10, 0, i % 2 ? "Nagel 5 mm" : "Schraube M3");
		drawing_text(g, 300, 140 + 13 * i, 10, 0, "12");
		drawing_text(g, 400, 140 + 13 * i, 10, 0, "1.234,50 \xE2\x82\xAC");
	}
	for (int i = 0; i < 4; i++)
		drawing_rule(g, 40, 300 + 20 * i, 240, 300 + 20 * i);
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 40 + 100 * i, 300, 40 + 100 * i, 360);
	drawing_text(g, 45, 304, 10, 0, "a|b Total:12,50 x");
	drawing_text(g, 45, 304, 10, 0, "overprinted");
	drawing_text(g, 20, 700, 8, DOC_VERTICAL, "margin text");
	drawing_page(g);
	drawing_text(g, 50, 80, 10, 0, "Zahlbar bis 23.03.2020 ohne Abzug, sonst mit der Mahnung und den Kosten.");
}

/* The view does not depend on the order in which words and rules come. */
static void test_any_order(void **state)
{
	scene();
	drawing_build(g, 0);
	char *first = strdup(drawing_dump(g));
	for (unsigned seed = 1; seed < 30; seed++) {
		drawing_build(g, seed);
		assert_string_equal(drawing_dump(g), first);
	}
	free(first);
}

/* Lines alone are those of the whole view, and nothing else is looked for. */
static void test_lines_alone(void **state)
{
	struct err e = { 0 };
	scene();
	drawing_build(g, 0);
	struct view *v = layout_lines(&g->d, &g->a, &e);
	assert_non_null(v);
	assert_int_equal(v->words_n, g->v->words_n);
	assert_int_equal(v->lines_n, g->v->lines_n);
	for (uint32_t w = 0; w < v->words_n; w++) {
		assert_true(str_eq(v->words[w].text, g->v->words[w].text));
		assert_memory_equal(&v->words[w].box, &g->v->words[w].box, sizeof(struct doc_box));
		assert_int_equal(v->words[w].line, g->v->words[w].line);
	}
	assert_true(g->v->blocks_n > 0 && g->v->cells_n > 0 && g->v->lang[0]);
	assert_int_equal(v->blocks_n + v->cells_n, 0);
	assert_string_equal(v->lang, "");
}

/* Every word lies in one line, one segment and one block, and those tables agree with each other. */
static void test_tables_agree(void **state)
{
	scene();
	drawing_build(g, 3);
	const struct view *v = g->v;
	uint32_t word = 0, seg = 0, in_blocks = 0;
	for (uint32_t l = 0; l < v->lines_n; l++) {
		assert_int_equal(v->lines[l].word, word);
		assert_int_equal(v->lines[l].seg, seg);
		for (uint32_t s = seg; s < seg + v->lines[l].segs; s++) {
			assert_int_equal(v->segs[s].word, word);
			assert_int_equal(v->segs[s].line, l);
			for (uint32_t w = word; w < word + v->segs[s].words; w++) {
				assert_int_equal(v->words[w].seg, s);
				assert_int_equal(v->words[w].line, l);
			}
			word += v->segs[s].words;
		}
		seg += v->lines[l].segs;
		assert_int_equal(v->lines[l].word + v->lines[l].words, word);
	}
	assert_int_equal(word, v->words_n);
	assert_int_equal(seg, v->segs_n);
	for (uint32_t k = 0; k < v->blocks_n; k++)
		for (uint32_t i = 0; i < v->blocks[k].segs_n; i++, in_blocks++)
			assert_int_equal(v->segs[v->blocks[k].segs[i]].block, k);
	assert_int_equal(in_blocks, v->segs_n);
}

static size_t count_words(const char *text, const char *word)
{
	size_t n = 0;
	for (const char *p = text; (p = strstr(p, word)) != NULL; p += strlen(word))
		n++;
	return n;
}

/* Text and markdown hold every word of the page, once. */
static void test_nothing_lost(void **state)
{
	struct buf text = BUF_INIT(0), markdown = BUF_INIT(0);
	scene();
	drawing_build(g, 0);
	layout_write_text(g->v, 0, &text);
	layout_write_markdown(g->v, 0, &markdown);
	assert_int_equal(count_words(text.p, "1.234,50"), 8);
	assert_int_equal(count_words(markdown.p, "1.234,50"), 8);
	assert_int_equal(count_words(markdown.p, "overprinted"), 1);
	assert_non_null(strstr(markdown.p, "# INVOICE"));
	for (uint32_t w = 0; w < g->v->pages[0].words; w++) {
		char word[64];
		snprintf(word, sizeof(word), "%.*s", (int)g->v->words[w].text.n, g->v->words[w].text.p);
		assert_non_null(strstr(text.p, word));
		if (!strchr(word, '|'))
			assert_non_null(strstr(markdown.p, word));
	}
	buf_fini(&text);
	buf_fini(&markdown);
}

/* Aligned rows become a markdown table; a ruled grid too, with its cells in their places. */
static void test_markdown_tables(void **state)
{
	struct buf b = BUF_INIT(0);
	drawing_text(g, 50, 100, 10, 0, "Item");
	drawing_text(g, 300, 100, 10, 0, "Price");
	drawing_text(g, 50, 113, 10, 0, "Nail");
	drawing_text(g, 300, 113, 10, 0, "1.00");
	drawing_text(g, 50, 126, 10, 0, "Screw");
	drawing_text(g, 300, 126, 10, 0, "2.00");
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 50, 300 + 20 * i, 250, 300 + 20 * i);
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 50 + 100 * i, 300, 50 + 100 * i, 340);
	drawing_text(g, 55, 304, 10, 0, "A1");
	drawing_text(g, 155, 304, 10, 0, "B1");
	drawing_text(g, 155, 324, 10, 0, "B2");
	drawing_build(g, 0);
	layout_write_markdown(g->v, 0, &b);
	assert_non_null(strstr(b.p, "| Item | Price |\n| --- | --- |\n| Nail | 1.00 |\n| Screw | 2.00 |\n"));
	assert_non_null(strstr(b.p, "| A1 | B1 |\n| --- | --- |\n|  | B2 |\n"));
	buf_fini(&b);
}

/* Two heads of a ruled table, the lower of which repeats itself, are of one table, and a line of labels above is none of its rows. */
static void test_markdown_two_heads(void **state)
{
	static const int uprights[] = { 50, 150, 210, 270, 330, 390 };
	static const char *const rows[][5] = { { "Item", "2024", NULL, "2025", NULL }, { NULL, "Count", "Sum", "Count", "Sum" },
					       { "Nails", "7", "14", "8", "16" }, { "Screws", "5", "10", "6", "12" } };
	struct buf b = BUF_INIT(0);
	drawing_text(g, 55, 90, 10, 0, "Date:");
	drawing_text(g, 215, 90, 10, 0, "May");
	drawing_text(g, 335, 90, 10, 0, "Page:");
	for (int r = 0; r < 5; r++)
		drawing_rule(g, r == 1 ? 150 : 50, 100 + 16 * r, 390, 100 + 16 * r);
	for (int c = 0; c < 6; c++)
		drawing_rule(g, uprights[c], c == 2 || c == 4 ? 116 : 100, uprights[c], 164);
	for (int r = 0; r < 4; r++)
		for (int c = 0; c < 5; c++)
			if (rows[r][c])
				drawing_text(g, uprights[c] + 5, 103 + 16 * r, 10, 0, rows[r][c]);
	drawing_build(g, 0);
	assert_int_equal(g->v->lines[2].abreast, 0);
	layout_write_markdown(g->v, 0, &b);
	assert_non_null(strstr(b.p, "| Item | 2024 |  | 2025 |  |\n| --- | --- | --- | --- | --- |\n|  | Count | Sum | Count | Sum |\n"
				    "| Nails | 7 | 14 | 8 | 16 |\n| Screws | 5 | 10 | 6 | 12 |\n"));
	buf_fini(&b);
}

/* Lines below the first column of a table's last row are a text of their own, but those that go on its cell. */
static void test_markdown_tail(void **state)
{
	struct buf b = BUF_INIT(0);
	static const struct { int x, y; const char *text; } texts[] = {
		{ 50, 100, "Item" }, { 300, 100, "Price" }, { 50, 113, "Nail" }, { 300, 113, "1.00" }, { 50, 126, "Screw" }, { 300, 126, "2.00" },
		{ 50, 138, "of steel," }, { 50, 150, "long" },
		{ 50, 400, "Size" }, { 300, 400, "Weight" }, { 50, 413, "Large" }, { 300, 413, "7 kg" }, { 50, 426, "Small" }, { 300, 426, "2 kg" },
		{ 44, 446, "Acme Ltd" }, { 44, 458, "Station Road" },
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		drawing_text(g, texts[i].x, texts[i].y, 10, 0, texts[i].text);
	drawing_build(g, 0);
	layout_write_markdown(g->v, 0, &b);
	assert_non_null(strstr(b.p, "| Screw | 2.00 |\n| of steel, |  |\n| long |  |\n"));
	assert_non_null(strstr(b.p, "| Small | 2 kg |\n\nAcme Ltd  \nStation Road\n"));
	buf_fini(&b);
}

/* A grid is written once; words within its bounds but in none of its cells follow it as text. */
static void test_markdown_open_grid(void **state)
{
	struct buf b = BUF_INIT(0);
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 50, 300 + 20 * i, 250, 300 + 20 * i);
	drawing_rule(g, 50, 300, 50, 320);
	drawing_rule(g, 150, 300, 150, 340);
	drawing_rule(g, 250, 300, 250, 340);
	drawing_text(g, 55, 304, 10, 0, "A1");
	drawing_text(g, 155, 304, 10, 0, "B1");
	drawing_text(g, 55, 324, 10, 0, "aside");
	drawing_text(g, 155, 324, 10, 0, "B2");
	drawing_build(g, 0);
	layout_write_markdown(g->v, 0, &b);
	assert_string_equal(b.p, "| A1 | B1 |\n| --- | --- |\n|  | B2 |\n\naside\n");
	buf_fini(&b);
}

static void expect_tables(enum layout_tables tables, const char *want)
{
	struct buf b = BUF_INIT(0);
	struct layout_parts parts = { .tables = tables };
	layout_write_parts(g->v, 0, &b, &parts);
	assert_string_equal(b.p, want);
	buf_fini(&b);
	buf_fini(&parts.rows);
}

/* Ruled tables are tables whatever is asked for; rows that merely stand in columns may be or not; two rows are where
 * tables are looked for eagerly. */
static void test_markdown_tables_asked_for(void **state)
{
	static const char *const pairs[][2] = { { "Item", "Price" }, { "Nail", "1.00" }, { "Screw", "2.00" } };
	for (int i = 0; i < 3; i++)
		for (int k = 0; k < 2; k++)
			drawing_text(g, 50 + 250 * k, 100 + 13 * i, 10, 0, pairs[i][k]);
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 50, 300 + 20 * i, 250, 300 + 20 * i);
	for (int i = 0; i < 3; i++)
		drawing_rule(g, 50 + 100 * i, 300, 50 + 100 * i, 340);
	for (int k = 0; k < 2; k++) {
		drawing_text(g, 55 + 100 * k, 304, 10, 0, k ? "B1" : "A1");
		drawing_text(g, 55 + 100 * k, 324, 10, 0, k ? "B2" : "A2");
		drawing_text(g, 50 + 250 * k, 600, 10, 0, k ? "Yes" : "Paid");
		drawing_text(g, 50 + 250 * k, 613, 10, 0, k ? "No" : "Sent");
	}
	drawing_build(g, 0);
#define ALIGNED "| Item | Price |\n| --- | --- |\n| Nail | 1.00 |\n| Screw | 2.00 |\n"
#define RULED "| A1 | B1 |\n| --- | --- |\n| A2 | B2 |\n"
#define PAIRS "Paid Yes  \nSent No\n"
	expect_tables(LAYOUT_TABLES_USUAL, ALIGNED "\n" RULED "\n" PAIRS);
	expect_tables(LAYOUT_TABLES_RULED, "Item Price  \nNail 1.00  \nScrew 2.00\n\n" RULED "\n" PAIRS);
	expect_tables(LAYOUT_TABLES_EAGER, ALIGNED "\n" RULED "\n| Paid | Yes |\n| --- | --- |\n| Sent | No |\n");
}

/* A page laid out alone, after all were shown to a survey, reads as it does among the others. */
static void same_alone(void)
{
	struct survey *s = survey_new();
	struct err e = { 0 };
	drawing_build(g, 0);
	for (size_t p = 0; p < g->d.pages_n; p++)
		assert_true(survey_add(s, &g->d.pages[p], &e));
	assert_true(survey_end(s, &e));
	for (uint32_t p = 0; p < g->d.pages_n; p++) {
		struct buf want = BUF_INIT(0), got = BUF_INIT(0);
		struct arena a;
		arena_init(&a, "page", 0);
		struct view *v = survey_page(s, p, &g->d.pages[p], &a, &e);
		assert_non_null(v);
		layout_write_text(g->v, p, &want);
		layout_write_markdown(g->v, p, &want);
		layout_write_text(v, 0, &got);
		layout_write_markdown(v, 0, &got);
		assert_string_equal(got.p, want.p);
		assert_int_equal(v->lines_n, g->v->pages[p].lines);
		for (uint32_t l = 0; l < v->lines_n; l++)
			assert_int_equal(v->lines[l].flags, g->v->lines[g->v->pages[p].line + l].flags);
		buf_fini(&want);
		buf_fini(&got);
		arena_fini(&a);
	}
	survey_free(s);
}

static void test_pages_alone(void **state)
{
	scene();
	same_alone();
	for (int p = 0; p < 4; p++) {
		char text[40];
		drawing_page(g);
		snprintf(text, sizeof(text), "Deposit %d00", p);
		running_page(p + 3, text);
		drawing_text(g, 50, 300, 14 + 2 * (p % 2), DOC_BOLD, p % 2 ? "Chapter of numbers" : "Section of words");
		drawing_text(g, 50, 330, 10, 0, "and what stands under it");
	}
	same_alone();
	drawing_page(g);
	same_alone();
}

/* An empty document, and pages without words, give an empty view. */
static void test_empty(void **state)
{
	struct buf b = BUF_INIT(0);
	drawing_page(g);
	drawing_build(g, 0);
	assert_int_equal(g->v->pages_n, 2);
	assert_int_equal(g->v->words_n + g->v->lines_n + g->v->segs_n + g->v->blocks_n + g->v->cells_n, 0);
	layout_write_text(g->v, 0, &b);
	layout_write_markdown(g->v, 1, &b);
	assert_string_equal(b.p, "\n");
	buf_fini(&b);
}

/* A ceiling that is too low is an error, never a half view. */
static void test_ceiling(void **state)
{
	scene();
	drawing_build(g, 0);
	size_t enough = g->a.used;
	for (size_t ceiling = 100; ceiling < enough; ceiling += ceiling / 3 + 500) {
		struct arena a;
		struct err e = { 0 };
		arena_init(&a, "small", ceiling);
		struct view *v = layout_build(&g->d, &a, &e);
		struct spans *s = v ? span_scan(v, &a, &e) : NULL;
		if (!v || !s)
			assert_int_equal(e.code, ERR_BUDGET);
		arena_fini(&a);
	}
}

/* layout_text has one blank in a line and a line break between lines. */
static void test_text(void **state)
{
	struct buf b = BUF_INIT(0);
	drawing_text(g, 50, 100, 10, 0, "Net   total");
	drawing_text(g, 60, 112, 10, 0, "due");
	drawing_build(g, 0);
	layout_text(g->v, 0, 3, &b);
	assert_string_equal(b.p, "Net total\ndue");
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_running), TEST(test_pages_alone), TEST(test_table_head_stays), TEST(test_any_order), TEST(test_lines_alone),
		TEST(test_tables_agree), TEST(test_nothing_lost), TEST(test_markdown_tables), TEST(test_markdown_two_heads),
		TEST(test_markdown_tables_asked_for), TEST(test_markdown_tail), TEST(test_markdown_open_grid), TEST(test_empty), TEST(test_ceiling), TEST(test_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
