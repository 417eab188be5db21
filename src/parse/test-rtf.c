/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "parse/test-page.h"

static const struct task *task; /* NULL = as usual */

static void open_rtf(const char *text, struct parsed *p)
{
	struct buf b = BUF_INIT(0);
	buf_printf(&b, "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Gothic;}"
		   "{\\f3\\fcharset2 Symbol{\\*\\falt x};}{\\f4\\fcharset2 Wingdings;}}{\\stylesheet{\\s1 heading;}}{\\*\\generator Nobody;}\n%s}", text);
	parse_good(buf_view(&b), "x", task, p);
	assert_true(str_eq_z(p->doc.format, "rtf"));
	buf_fini(&b);
}

static void expect(const char *text, const char *want)
{
	struct parsed p;
	open_rtf(text, &p);
	expect_page(&p, 0, want);
	parsed_free(&p);
}

/* Characters come as bytes of the font's code page, as UTF-16 with something for old readers behind it, or by name. */
static void test_characters(void **state)
{
	expect("caf\\'e9 \\f1\\'cf\\'f0\\'e8\\f0  \\f2\\'83\\'41\\'83A\\f0 \\u8364?5 \\uc2\\u-10179XY\\u-8704XY\\uc0\\u233 z \\endash\\~x\\_y",
	       "caf\xC3\xA9 \xD0\x9F\xD1\x80\xD0\xB8 \xE3\x82\xA2\xE3\x82\xA2\xE2\x82\xAC" "5 \xF0\x9F\x98\x80\xC3\xA9z \xE2\x80\x93 x\xE2\x80\x91y");
	expect("a\\{b\\}\\\\c {\\b d}\\line e\\tab f\\par g\\\nh", "a{b}\\c d\ne f\ng\nh");
}

/* Tabs lead to the stops of their paragraph, text of symbol fonts is what it looks like. */
static void test_stops(void **state)
{
	struct parsed p;
	open_rtf("\\pard\\tx2000\\tqr\\tx7000 a\\tab bb\\tab cc\\par longer\\tab dd\\tab eeee\\par\\pard\\li3000\\fi-3000 No.\\tab ff\\par\\pard x\\par"
		 "\\f4\\'fe\\u-3928?\\f0 g", &p);
	int32_t margin = word_of(&p, "x").box.x0;
	assert_int_equal(word_of(&p, "bb").box.x0, margin + 10000);
	assert_int_equal(word_of(&p, "dd").box.x0, margin + 10000);
	assert_int_equal(word_of(&p, "cc").box.x1, margin + 35000);
	assert_int_equal(word_of(&p, "eeee").box.x1, margin + 35000);
	assert_int_equal(word_of(&p, "ff").box.x0, margin + 15000);
	word_of(&p, "\xE2\x98\x91\xE2\x98\x90g");
	parsed_free(&p);
}

/* Looks belong to groups; hidden and deleted text is counted; data and what may be skipped is skipped. */
static void test_groups(void **state)
{
	struct parsed p;
	open_rtf("\\fs28{\\b big}\\plain\\fs20  small{\\v not seen}{\\deleted gone} {\\*\\unknown{x}y}{\\pict\\pngblip 0a0b{z}}\\bin4 }}}}end"
		 "{\\info{\\title My title}{\\author Ann}}{\\*\\atnauthor Bob}{\\*\\annotation{\\*\\atndate 5}really?}", &p);
	expect_page(&p, 0, "big small end");
	const struct doc_page *page = &p.doc.pages[0];
	assert_int_equal(page->words[0].size, 1400);
	assert_true((page->words[0].flags & DOC_BOLD) && !(page->words[1].flags & DOC_BOLD));
	assert_int_equal(page->words[1].size, 1000);
	assert_int_equal(p.doc.hidden_words, 3);
	assert_int_equal(p.doc.facts_n, 3);
	assert_memory_equal(p.doc.facts_text + p.doc.facts[0].value, "My title", 8);
	assert_memory_equal(p.doc.facts_text + p.doc.facts[2].label, "Bob", 3);
	assert_memory_equal(p.doc.facts_text + p.doc.facts[2].value, "really?", 7);
	parsed_free(&p);
}

/* Headers come first, notes and footers last, each text once; sections have pages of their size. */
static void test_pages(void **state)
{
	struct parsed p;
	open_rtf("\\paperw11900\\paperh16840\\margl1000{\\header Head\\par}{\\footer Foot\\par}one{\\super\\chftn}{\\*\\footnote {\\super\\chftn} why}\\par two\\sect"
		 "\\sectd\\pgwsxn16840\\pghsxn11900\\marglsxn2000{\\header Head\\par}three\\par\\page four\\sect\\sectd\\sbknone five", &p);
	assert_int_equal(p.doc.pages_n, 3);
	expect_page(&p, 0, "Head\none 1\ntwo");
	expect_page(&p, 1, "three");
	expect_page(&p, 2, "four\nfive\n1 | why\nFoot");
	assert_int_equal(p.doc.pages[0].width, 59500);
	assert_int_equal(p.doc.pages[0].words[0].box.x0, 5000);
	assert_int_equal(p.doc.pages[1].width, 84200);
	assert_int_equal(p.doc.pages[1].height, 59500);
	assert_int_equal(p.doc.pages[2].words[0].box.x0, 10000);
	parsed_free(&p);
}

/* Notes of the end are numbered apart from those of pages, each as the document says, in the text and before the note. */
static void test_notes(void **state)
{
	struct parsed p;
	open_rtf("one{\\super\\chftn}{\\*\\footnote {\\super\\chftn} why} two{\\super\\chftn}{\\*\\footnote\\ftnalt {\\super\\chftn} end} three{\\super *}"
		 "{\\*\\footnote\\ftnalt {\\super *} own} four{\\super\\chftn{\\footnote {\\super\\chftn} foot}} five{\\super\\chftn{\\footnote\\ftnalt {\\super\\chftn} last}}\\par", &p);
	expect_page(&p, 0, "one 1 two i three * four 2 five ii\n1 | why\ni | end\n* own\n2 | foot\nii | last");
	parsed_free(&p);
	open_rtf("\\ftnnalc\\aftnnar\\aftnstart7 one{\\super\\chftn}{\\*\\footnote {\\super\\chftn} why} two{\\super\\chftn}{\\*\\footnote\\ftnalt {\\super\\chftn} end}\\par", &p);
	expect_page(&p, 0, "one a two 7\na | why\n7 | end");
	parsed_free(&p);
}

/* Marks of lists are taken as they are written. */
static void test_lists(void **state)
{
	expect("{\\listtext\\tab 1.\\tab}\\pard\\ilvl0 first\\par{\\pntext\\f3\\'b7\\tab}second\\par{\\listtext\\f3\\u-3913?\\tab}\\pard\\ilvl1 third\\par plain",
	       "1. | first\n\xC2\xB7 | second\n\xE2\x80\xA2 | third\nplain");
}

/* Cells stand between their edges, which rows share or not; merged ones are one; tables nest. */
static void test_tables(void **state)
{
	struct parsed p;
	open_rtf("\\trowd\\cellx4000\\cellx6000\\pard\\intbl wide\\cell c\\cell\\row\\trowd\\clbrdrt\\brdrs\\cellx2000\\cellx4000\\cellx6000"
		 "\\pard\\intbl 1\\cell 2\\cell 3\\cell\\row\\pard after\\par", &p);
	expect_page(&p, 0, "wide | c\n1 | 2 | 3\nafter");
	const struct doc_page *page = &p.doc.pages[0];
	assert_int_equal(page->words[1].box.x0, page->words[4].box.x0); /* c above 3 */
	assert_int_equal(page->rules_n, 1);
	parsed_free(&p);
	expect("\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\pard\\intbl tall\\cell wide\\cell\\cell\\row"
	       "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl\\cell 3\\cell 4\\cell\\row\\pard\\par"
	       "\\trowd\\cellx1000\\pard\\intbl other\\cell\\row\\pard end", "tall | wide\n3 | 4\nother\nend");
	expect("\\trowd\\cellx5000\\cellx9000\\pard\\intbl out\\par\\pard\\intbl\\itap2 in1\\nestcell in2\\nestcell{\\*\\nesttableprops\\trowd\\cellx100\\cellx200"
	       "\\nestrow}{\\nonesttables x}\\pard\\intbl\\itap1 back\\cell side\\cell\\row\\pard", "out\nin1 | in2\nback | side");
}

/* Text boxes and results of fields are shown; fields of forms are facts and marks. */
static void test_fields(void **state)
{
	struct parsed p;
	open_rtf("a{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}} "
		 "{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield\\fftype1\\ffres1\\ffdefres0{\\*\\ffname Paid}}}{\\fldrslt}}paid "
		 "{\\field{\\*\\fldinst FORMTEXT {\\*\\formfield\\fftype0{\\*\\ffname Town}}}{\\fldrslt Bath}} "
		 "{\\field{\\*\\fldinst FORMDROPDOWN {\\*\\formfield\\fftype2\\ffres1{\\*\\ffname Way}{\\*\\ffl sea}{\\*\\ffl air}}}{\\fldrslt}}\\par "
		 "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard box\\par}}{\\shprslt box}}", &p);
	expect_page(&p, 0, "alink paid Bath air\nbox");
	assert_int_equal(p.doc.pages[0].marks_n, 1);
	assert_true(p.doc.pages[0].marks[0].on);
	assert_int_equal(p.doc.facts_n, 2);
	assert_memory_equal(p.doc.facts_text + p.doc.facts[0].name, "Town", 4);
	assert_memory_equal(p.doc.facts_text + p.doc.facts[0].value, "Bath", 4);
	assert_memory_equal(p.doc.facts_text + p.doc.facts[1].value, "air", 3);
	assert_true(p.doc.facts[1].box.x1 > 0);
	parsed_free(&p);
}

/* Depth has a bound; what is cut or ends too often gives its text. */
static void test_hostile(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	buf_z(&b, "{\\rtf1 ");
	for (int i = 0; i < 100000; i++)
		buf_z(&b, "{\\b ");
	assert_false(parse_bytes(buf_view(&b), "x.rtf", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BUDGET);
	parsed_free(&p);
	buf_clear(&b);
	buf_z(&b, "{\\rtf1 a}}}} b\\cell\\nestcell\\row\\nestrow\\itap9999 c\\bin99999999");
	assert_true(parse_bytes(buf_view(&b), "x.rtf", NULL, &p, &e));
	assert_true(p.doc.pages[0].words_n >= 3);
	parsed_free(&p);
	buf_clear(&b);
	buf_z(&b, "{\\rtf1{\\fonttbl}}");
	assert_false(parse_bytes(buf_view(&b), "x.rtf", NULL, &p, &e));
	assert_int_equal(e.code, ERR_NO_DATA);
	parsed_free(&p);
	buf_fini(&b);
}

/* Who changed what is told where that is asked for, at the place of its words; what is gone at that of the next, remarks
 * where the text they are about begins, or where they stand. */
static void test_revisions(void **state)
{
	static const struct task revisions = { .revisions = true };
	struct parsed p;
	const char *text = "{\\*\\revtbl{Unknown;}{Ann;}{B\\'f6b;}}for {\\deleted\\revauthdel1 t}{\\deleted\\revauthdel1 en}"
		"{\\revised\\revauth2 twel}{\\b\\revised\\revauth2 ve} euros\\par"
		"{\\*\\atrfstart 7}soon{\\*\\atrfend 7}{\\*\\atnid C}{\\*\\atnauthor Cy}\\chatn{\\*\\annotation{\\*\\atnref 7}Really?}\\par"
		"{\\crauth1\\crdate1 plain}\\par{\\mvf\\mvauth2 away}\\par{\\mvt\\mvauth2 here}\\plain  last"
		"{\\*\\atnauthor Di}\\chatn{\\*\\annotation Nowhere}\\par";
	static const char *const told[][4] = {
		{ "deleted", "Ann", "ten", "twelve" }, { "inserted", "B\xC3\xB6" "b", "twelve", "twelve" }, { "comment", "Cy", "Really?", "soon" },
		{ "formatted", "Ann", "plain", "plain" }, { "moved_from", "B\xC3\xB6" "b", "away", NULL }, { "moved_to", "B\xC3\xB6" "b", "here", "here" },
		{ "comment", "Di", "Nowhere", NULL },
	};
	size_t n = 0;
	task = &revisions;
	open_rtf(text, &p);
	task = NULL;
	expect_page(&p, 0, "for twelve euros\nsoon\nplain\nhere last");
	for (size_t i = 0; i < p.doc.facts_n; i++) {
		if (p.doc.facts[i].kind != DOC_FACT_REVISION)
			continue;
		assert_true(n < sizeof(told) / sizeof(told[0]));
		expect_fact(&p, i, told[n][0], told[n][1], told[n][2]);
		for (size_t w = 0; told[n][3] && w < p.doc.pages[0].words_n; w++)
			if (str_eq_z(doc_word_text(&p.doc.pages[0], &p.doc.pages[0].words[w]), told[n][3]) && n)
				assert_int_equal(p.doc.facts[i].box.x0, p.doc.pages[0].words[w].box.x0);
		n++;
	}
	assert_int_equal(n, 7);
	parsed_free(&p);
	open_rtf(text, &p); /* else remarks are told as of the document, and nothing of changes */
	for (size_t i = n = 0; i < p.doc.facts_n; i++)
		n += p.doc.facts[i].kind == DOC_FACT_META;
	assert_int_equal(n, 2);
	assert_int_equal(p.doc.facts_n, 2);
	parsed_free(&p);
}

/* Letters the colour of paper are counted where nothing is behind them: no shade of their own, of a paragraph, a cell, a shape. */
static void test_faint(void **state)
{
	static const char *const colors = "{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;\\red0\\green0\\blue128;}";
	static const struct { const char *text, *want; int hidden; } rows[] = {
		{ "a {\\cf2 not seen} {\\cf1 b} {\\cf2\\plain c}", "a b c", 2 },
		{ "a {\\cf2\\highlight3 b} {\\cf2\\chcbpat3 c} {\\cf2\\highlight2 no}", "a b c", 1 },
		{ "a\\par\\pard\\cbpat3 {\\cf2 b}\\par\\pard {\\cf2 no}\\par\\pard\\shading5000 {\\cf2 c}", "a\nb\nc", 1 },
		{ "\\trowd\\clcbpat3\\cellx3000\\cellx6000\\pard\\intbl {\\cf2 a}\\cell b {\\cf2 no}\\cell\\row", "a | b", 1 },
		{ "a {\\shp{\\*\\shpinst{\\shptxt {\\cf2 b}\\par}}}", "a\nb", 0 },
		{ "{\\*\\background{\\shp x}}a {\\cf2 b}", "a b", 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct parsed p;
		struct buf b = BUF_INIT(0);
		buf_printf(&b, "%s%s", colors, rows[i].text);
		open_rtf(b.p, &p);
		expect_page(&p, 0, rows[i].want);
		assert_int_equal(p.doc.hidden_words, rows[i].hidden);
		parsed_free(&p);
		buf_fini(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_characters), cmocka_unit_test(test_stops), cmocka_unit_test(test_groups), cmocka_unit_test(test_faint), cmocka_unit_test(test_notes), cmocka_unit_test(test_pages), cmocka_unit_test(test_lists),
		cmocka_unit_test(test_tables), cmocka_unit_test(test_fields), cmocka_unit_test(test_revisions), cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
