/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "parse/test-pack.h"
#include "parse/test-page.h"

#define NAMES "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' " \
	"xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' " \
	"xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELS(rows) STR_INIT("<Relationships>" rows "</Relationships>")
#define TO(id, type, target) "<Relationship Id='" id "' Type='" REL type "' Target='" target "'/>"

/* A shape at points of the slide (12,700 units each). */
#define XFRM(x, y, w, h) "<a:xfrm><a:off x='" x "00' y='" y "00'/><a:ext cx='" w "00' cy='" h "00'/></a:xfrm>"
#define SP(ph, place, body) "<p:sp><p:nvSpPr><p:cNvPr id='1' name='n'/><p:nvPr>" ph "</p:nvPr></p:nvSpPr><p:spPr>" place "</p:spPr>" \
	"<p:txBody>" body "</p:txBody></p:sp>"
#define P(text) "<a:p><a:r><a:t>" text "</a:t></a:r></a:p>"
#define TREE(shapes) "<p:cSld><p:spTree><p:grpSpPr/>" shapes "</p:spTree></p:cSld>"

#define CACHE(what, points) "<c:" what "><c:numRef><c:numCache>" points "</c:numCache></c:numRef></c:" what ">"

static const char layout_xml[] = "<p:sldLayout " NAMES ">" TREE(
	SP("<p:ph type='title'/>", XFRM("12700", "25400", "50800", "25400"), "<a:bodyPr anchor='b'/>" P("Click to edit"))
	SP("<p:ph idx='7'/>", "", "<a:bodyPr/>" P("Pattern"))
	SP("", XFRM("12700", "48000", "12700", "2540"), P("Our house"))) "</p:sldLayout>";
static const char master_xml[] = "<p:sldMaster " NAMES ">" TREE(
	SP("<p:ph type='body' idx='1'/>", XFRM("12700", "12700", "50800", "12700"), "<a:bodyPr lIns='0' tIns='0'/>" P("Body"))
	SP("", XFRM("50800", "48000", "12700", "2540"), "<a:p><a:fld type='slidenum'><a:t>\xE2\x80\xB9#\xE2\x80\xBA</a:t></a:fld></a:p>"))
	"<p:txStyles><p:titleStyle><a:lvl1pPr algn='ctr'><a:buNone/><a:defRPr sz='4400' b='1'/></a:lvl1pPr></p:titleStyle>"
	"<p:bodyStyle><a:lvl1pPr><a:buChar char='-'/><a:defRPr sz='3200'/></a:lvl1pPr><a:lvl2pPr><a:buAutoNum type='arabicPeriod'/>"
	"<a:defRPr sz='2800'/></a:lvl2pPr></p:bodyStyle></p:txStyles></p:sldMaster>";

/* A presentation of two slides; the second's element has the attributes. */
static struct str deck(const char *first, const char *attrs, const char *second)
{
	struct buf a = BUF_INIT(0), b = BUF_INIT(0);
	buf_printf(&a, "<p:sld " NAMES ">" TREE("%s") "</p:sld>", first);
	buf_printf(&b, "<p:sld " NAMES " %s>" TREE("%s") "</p:sld>", attrs, second);
	const struct file files[] = {
		{ "_rels/.rels", RELS(TO("a", "officeDocument", "ppt/presentation.xml")) },
		{ "ppt/presentation.xml", STR_INIT("<p:presentation " NAMES "><p:sldIdLst><p:sldId id='256' r:id='s1'/><p:sldId id='257' r:id='s2'/>"
			"</p:sldIdLst><p:sldSz cx='9144000' cy='5143500'/><p:extLst><p:ext><x:sectionLst xmlns:x='urn:x'><x:section name='Opening'><x:sldIdLst>"
			"<x:sldId id='256'/></x:sldIdLst></x:section></x:sectionLst></p:ext></p:extLst></p:presentation>") },
		{ "ppt/_rels/presentation.xml.rels", RELS(TO("s2", "slide", "slides/slide2.xml") TO("s1", "slide", "slides/slide1.xml")) },
		{ "ppt/slides/_rels/slide1.xml.rels", RELS(TO("l", "slideLayout", "../slideLayouts/l.xml") TO("n", "notesSlide", "../notes/n.xml")
			TO("c", "chart", "../c.xml") TO("d", "diagramData", "../diagrams/data3.xml")
			TO("e", "diagramDrawing", "../diagrams/drawing3.xml") TO("f", "diagramData", "../diagrams/data9.xml")) },
		{ "ppt/diagrams/data9.xml", STR_INIT("<dgm:dataModel xmlns:dgm='urn:dgm' xmlns:a='urn:a/main'><dgm:ptLst><dgm:pt><dgm:t><a:bodyPr/>" P("Plan")
			"</dgm:t></dgm:pt><dgm:pt><dgm:t>" P("Build it") "</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>") },
		{ "ppt/diagrams/drawing3.xml", STR_INIT("<dsp:drawing xmlns:dsp='urn:dsp' xmlns:a='urn:a'><dsp:spTree><dsp:sp><dsp:spPr>"
			XFRM("12700", "12700", "25400", "6350") "</dsp:spPr><dsp:txBody><a:bodyPr/>" P("Step one") "</dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>") },
		{ "ppt/c.xml", STR_INIT("<c:chartSpace xmlns:c='urn:c' xmlns:a='urn:a'><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich>"
			"</c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>East</c:v></c:pt></c:strCache></c:strRef></c:tx>"
			CACHE("cat", "<c:pt idx='0'><c:v>Jan</c:v></c:pt><c:pt idx='1'><c:v>Feb</c:v></c:pt>") CACHE("val", "<c:pt idx='0'><c:v>1</c:v></c:pt>")
			"</c:ser><c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>West</c:v></c:pt></c:strCache></c:strRef></c:tx>"
			CACHE("val", "<c:pt idx='0'><c:v>2.5</c:v></c:pt><c:pt idx='1'><c:v>4</c:v></c:pt>") "</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>") },
		{ "ppt/slideLayouts/_rels/l.xml.rels", RELS(TO("m", "slideMaster", "../m.xml")) },
		{ "ppt/slideLayouts/l.xml", { layout_xml, sizeof(layout_xml) - 1 } },
		{ "ppt/m.xml", { master_xml, sizeof(master_xml) - 1 } },
		{ "ppt/notes/n.xml", STR_INIT("<p:notes " NAMES ">" TREE(SP("<p:ph type='sldImg'/>", "", P("no")) SP("<p:ph type='body'/>", "", P("Say this")))
					      "</p:notes>") },
		{ "ppt/slides/slide1.xml", buf_view(&a) }, { "ppt/slides/slide2.xml", buf_view(&b) },
	};
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	buf_fini(&a);
	buf_fini(&b);
	return s;
}

static struct task task; /* what of the next deck is asked for */

static void open_deck(const char *first, const char *attrs, const char *second, struct parsed *p)
{
	struct str bytes = deck(first, attrs, second);
	parse_good(bytes, "x", &task, p);
	free((void *)(uintptr_t)bytes.p);
}

/* The word of a page, which must be there. */
static const struct doc_word *word(const struct doc_page *p, const char *text)
{
	for (size_t i = 0; i < p->words_n; i++)
		if (str_eq_z(doc_word_text(p, &p->words[i]), text))
			return &p->words[i];
	fail_msg("no word %s", text);
	return NULL;
}

/* Placeholders take place and looks from the layout, else from the master; what these add to each slide follows, then the notes. */
static void test_placeholders(void **state)
{
	struct parsed p;
	open_deck(SP("<p:ph type='title'/>", "", "<a:bodyPr/>" P("Report"))
		  SP("<p:ph idx='7'/>", "", "<a:bodyPr/>" P("one") "<a:p><a:pPr lvl='1'/><a:r><a:t>two</a:t></a:r></a:p>"
		     "<a:p><a:pPr lvl='1'/><a:r><a:rPr sz='1000' b='1'/><a:t>three</a:t></a:r></a:p>")
		  SP("<p:ph type='ftr'/>", "", "<a:bodyPr/><a:p/>"), "", SP("", "", P("free")), &p);
	expect_page(&p, 0, "Report\n\xE2\x80\xA2 | one\n1. | two\n2. | three\nOur house | 1\nSay this");
	expect_page(&p, 1, "free");
	size_t told = 0;
	for (size_t i = 0; i < p.doc.facts_n; i++)
		if (p.doc.facts[i].kind == DOC_FACT_SLIDE) {
			bool notes = str_eq_z((struct str){ p.doc.facts_text + p.doc.facts[i].name, p.doc.facts[i].name_len }, "speaker_notes");
			expect_fact(&p, i, notes ? "speaker_notes" : "slide_section_name", "", notes ? "Say this" : "Opening");
			assert_int_equal(p.doc.facts[i].page, 1);
			told++;
		}
	assert_int_equal(told, 2);
	const struct doc_page *page = &p.doc.pages[0];
	assert_int_equal(page->width, 72000);
	assert_true(page->height > 40500); /* the notes stand below the slide */
	assert_int_equal(p.doc.pages[1].height, 40500);
	const struct doc_word *title = word(page, "Report"), *one = word(page, "one"), *three = word(page, "three"), *house = word(page, "house");
	assert_int_equal(title->size, 4400);
	assert_true(title->flags & DOC_BOLD);
	/* In the middle of the box at 100, 200 of 400 x 200 points. */
	assert_true(title->box.x0 > 20000 && title->box.x1 < 40000 && title->box.y1 > 35000);
	assert_int_equal(one->size, 3200);
	assert_true(word(page, "\xE2\x80\xA2")->box.x0 == 10000 && one->box.y0 >= 10000);
	assert_int_equal(three->size, 1000);
	assert_true((three->flags & DOC_BOLD) && !(house->flags & DOC_BOLD));
	assert_true(word(page, "Say")->box.y0 >= 40500);
	parsed_free(&p);
}

/* Shapes in groups are where the group's own measure puts them; what lies beside the slide is not seen. */
static void test_groups(void **state)
{
	struct parsed p;
	open_deck("<p:grpSp><p:grpSpPr><a:xfrm><a:off x='1270000' y='1270000'/><a:ext cx='2540000' cy='1270000'/><a:chOff x='0' y='0'/>"
		  "<a:chExt cx='1270000' cy='1270000'/></a:xfrm></p:grpSpPr>" SP("", XFRM("6350", "0", "6350", "12700"), "<a:bodyPr lIns='0' tIns='0'/>" P("in"))
		  "</p:grpSp>" SP("", XFRM("127000", "0", "12700", "12700"), P("far away")), "", SP("", "", P("b")), &p);
	expect_page(&p, 0, "in\nOur house | 1\nSay this");
	assert_int_equal(p.doc.hidden_words, 2);
	const struct doc_word *in = word(&p.doc.pages[0], "in");
	assert_int_equal(in->box.x0, 20000); /* 100 pt + 50 pt twice as wide */
	assert_true(in->box.y0 >= 10000 && in->box.y0 < 11000);
	parsed_free(&p);
	task.wishes = TASK_SLIDES_BESIDE;
	open_deck(SP("", XFRM("127000", "0", "12700", "12700"), P("far away")), "", SP("", "", P("b")), &p);
	task.wishes = 0;
	assert_int_equal(p.doc.hidden_words, 0);
	assert_true(word(&p.doc.pages[0], "far")->box.x0 >= 72000);
	assert_true(word(&p.doc.pages[0], "away")->box.x1 <= p.doc.pages[0].width);
	parsed_free(&p);
}

/* Tables have rules, their columns the widths they say; covered cells are none. */
static void test_table(void **state)
{
#define TC(attrs, text) "<a:tc " attrs "><a:txBody><a:bodyPr/>" P(text) "</a:txBody></a:tc>"
	struct parsed p;
	open_deck(SP("", "", "<a:bodyPr/>" P("a")), "", "<p:graphicFrame><p:nvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='635000' y='635000'/>"
		  "<a:ext cx='5080000' cy='635000'/></p:xfrm><a:graphic><a:graphicData><a:tbl><a:tblGrid><a:gridCol w='2540000'/>"
		  "<a:gridCol w='1270000'/><a:gridCol w='1270000'/></a:tblGrid><a:tr h='254000'>" TC("gridSpan='2'", "wide") TC("hMerge='1'", "x") TC("", "c") "</a:tr>"
		  "<a:tr h='254000'>" TC("", "1") TC("", "2") TC("", "3") "</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>", &p);
	const struct doc_page *page = &p.doc.pages[1];
	expect_page(&p, 1, "wide | c\n1 | 2 | 3");
	assert_true(page->rules_n >= 6);
	assert_int_equal(word(page, "2")->box.x0 - word(page, "1")->box.x0, 20000);
	assert_int_equal(word(page, "3")->box.x0 - word(page, "2")->box.x0, 10000);
	assert_int_equal(word(page, "1")->box.x0, 5400);
	parsed_free(&p);
}

/* And nothing, where its figures are not wanted. */
static void test_no_chart(void **state)
{
	struct parsed p;
	task.wishes = TASK_SLIDES_NO_CHARTS;
	open_deck("<p:graphicFrame><p:nvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='635000' y='635000'/><a:ext cx='5080000' cy='635000'/>"
		  "</p:xfrm><a:graphic><a:graphicData><c:chart xmlns:c='urn:chart' r:id='c'/></a:graphicData></a:graphic></p:graphicFrame>", "",
		  SP("", "", P("b")), &p);
	task.wishes = 0;
	expect_page(&p, 0, "Our house | 1\nSay this");
	parsed_free(&p);
}

/* A chart is the table of its figures. */
static void test_chart(void **state)
{
	struct parsed p;
	open_deck("<p:graphicFrame><p:nvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='635000' y='635000'/><a:ext cx='5080000' cy='635000'/>"
		  "</p:xfrm><a:graphic><a:graphicData><c:chart xmlns:c='urn:chart' r:id='c'/></a:graphicData></a:graphic></p:graphicFrame>", "",
		  SP("", "", P("b")), &p);
	expect_page(&p, 0, "Sales\nEast | West\nJan | 1 | 2.5\nFeb | 4\nOur house | 1\nSay this");
	assert_true(word(&p.doc.pages[0], "4")->box.x0 == word(&p.doc.pages[0], "2.5")->box.x0);
	parsed_free(&p);
}

/* Slides that are not shown are counted and told. */
static void test_hidden(void **state)
{
	struct parsed p;
	open_deck(SP("", "", P("a")), "show='0'", SP("", "", P("three secret words")), &p);
	assert_int_equal(p.doc.pages_n, 1);
	assert_int_equal(p.doc.hidden_words, 3);
	assert_int_equal(p.doc.facts_n, 3); /* and what is told of the first slide */
	const struct doc_fact *f = &p.doc.facts[2];
	assert_memory_equal(p.doc.facts_text + f->name, "hidden slides", f->name_len);
	assert_memory_equal(p.doc.facts_text + f->value, "2", f->value_len);
	parsed_free(&p);
}

/* A diagram without a drawing is its texts below each other. */
static void test_diagram_data(void **state)
{
	struct parsed p;
	open_deck("<p:graphicFrame><p:xfrm><a:off x='1270000' y='635000'/><a:ext cx='3810000' cy='2540000'/></p:xfrm><a:graphic><a:graphicData>"
		  "<dgm:relIds xmlns:dgm='urn:dgm' r:dm='f'/></a:graphicData></a:graphic></p:graphicFrame>", "", "", &p);
	expect_page(&p, 0, "Plan\nBuild it\nOur house | 1\nSay this");
	assert_int_equal(word_of(&p, "Plan").box.x0, 10000);
	parsed_free(&p);
}

/* Letters the colour of paper are seen where a shape, a picture or the ground is behind them, and else counted. */
static void test_faint(void **state)
{
#define FAINT(color, text) "<a:p><a:r><a:rPr><a:solidFill>" color "</a:solidFill></a:rPr><a:t>" text "</a:t></a:r><a:r><a:t> .</a:t></a:r></a:p>"
#define PLACE(x, fill) "<a:xfrm><a:off x='" x "00' y='127000'/><a:ext cx='1270000' cy='1270000'/></a:xfrm>" fill
#define RED "<a:solidFill><a:srgbClr val='FF0000'/></a:solidFill>"
	static const struct { const char *ground, *shapes, *want; uint32_t hidden; } rows[] = {
		{ "", SP("", PLACE("0", ""), FAINT("<a:srgbClr val='ffffff'/>", "no")), ".", 1 },
		{ "", SP("", PLACE("0", ""), FAINT("<a:schemeClr val='bg1'/>", "no one")), ".", 2 },
		{ "", SP("", PLACE("0", ""), FAINT("<a:schemeClr val='bg1'><a:lumMod val='50000'/></a:schemeClr>", "grey")), "grey .", 0 },
		{ "", SP("", PLACE("0", RED), FAINT("<a:srgbClr val='FFFFFF'/>", "on")), "on .", 0 },
		{ "", SP("", PLACE("0", "<a:noFill/>"), FAINT("<a:prstClr val='white'/>", "no")) SP("", PLACE("30000", RED), P("b")), ". | b", 1 },
		{ "", SP("", PLACE("0", RED), "<a:p/>") SP("", PLACE("0", "<a:noFill/>"), FAINT("<a:srgbClr val='FFFFFF'/>", "over")), "over .", 0 },
		{ "<p:bg><p:bgPr>" RED "</p:bgPr></p:bg>", SP("", PLACE("0", ""), FAINT("<a:srgbClr val='FFFFFF'/>", "on")), "on .", 0 },
		{ "<p:bg><p:bgRef idx='1001'><a:schemeClr val='bg1'/></p:bgRef></p:bg>", SP("", PLACE("0", ""), FAINT("<a:srgbClr val='FFFFFF'/>", "no")), ".", 1 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct parsed p;
		struct buf slide = BUF_INIT(0);
		buf_printf(&slide, "<p:sp/></p:spTree>%s<p:spTree>%s", rows[i].ground, rows[i].shapes);
		open_deck(SP("", "", P("a")), "", slide.p, &p);
		expect_page(&p, 1, rows[i].want);
		assert_int_equal(p.doc.hidden_words, rows[i].hidden);
		parsed_free(&p);
		buf_fini(&slide);
	}
}

/* Cut packages and broken XML end in their code words. */
static void test_hostile(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	struct str bytes = deck("<p:sp><p:txBody><a:p>", "", "");
	assert_false(parse_bytes(bytes, "x.pptx", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	parsed_free(&p);
	assert_false(parse_bytes((struct str){ bytes.p, bytes.n / 2 }, "x.pptx", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
	bytes = deck("", "", ""); /* what the layout adds */
	assert_true(parse_bytes(bytes, "x.pptx", NULL, &p, &e));
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
	const struct file files[] = { { "_rels/.rels", RELS(TO("a", "officeDocument", "ppt/presentation.xml")) } };
	bytes = pack(files, 1, NULL);
	assert_false(parse_bytes(bytes, "x.pptx", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
}

/* A diagram is its drawing, at its place; text that is turned is written upwards or downwards. */
static void test_turned(void **state)
{
#define TURNED(attr, vert, text) "<p:sp><p:spPr><a:xfrm " attr "><a:off x='1270000' y='1270000'/><a:ext cx='2540000' cy='1905000'/></a:xfrm></p:spPr>" \
	"<p:txBody><a:bodyPr " vert "/>" P(text) "</p:txBody></p:sp>"
	struct str bytes = deck("<p:graphicFrame><p:xfrm><a:off x='1270000' y='635000'/><a:ext cx='3810000' cy='2540000'/></p:xfrm><a:graphic><a:graphicData>"
				"<dgm:relIds xmlns:dgm='urn:dgm' r:dm='d'/></a:graphicData></a:graphic></p:graphicFrame>", "",
				TURNED("rot='16200000'", "", "up here") TURNED("", "vert='vert'", "down there"));
	struct parsed p;
	parse_good(bytes, "x", NULL, &p);
	struct doc_word step = word_of(&p, "Step");
	assert_int_equal(step.box.x0, 20720);
	assert_in_range(step.box.y0, 15000, 17000);
	const struct doc_page *page = &p.doc.pages[1];
	assert_int_equal(page->words_n, 4);
	assert_true(page->words[0].flags & DOC_VERTICAL && !page->words[0].down && page->words[0].box.y0 > page->words[1].box.y1);
	assert_true(page->words[2].flags & DOC_VERTICAL && page->words[2].down && page->words[3].box.y0 > page->words[2].box.y1);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_turned),
		cmocka_unit_test(test_placeholders), cmocka_unit_test(test_groups), cmocka_unit_test(test_table), cmocka_unit_test(test_chart), cmocka_unit_test(test_no_chart), cmocka_unit_test(test_hidden), cmocka_unit_test(test_faint), cmocka_unit_test(test_diagram_data),
		cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
