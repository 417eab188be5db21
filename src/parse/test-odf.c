/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "parse/test-pack.h"
#include "parse/test-page.h"

#define O "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMES "xmlns:office='" O "office:1.0' xmlns:text='" O "text:1.0' xmlns:style='" O "style:1.0' xmlns:table='" O "table:1.0' " \
	"xmlns:draw='" O "drawing:1.0' xmlns:form='" O "form:1.0' xmlns:fo='" O "xsl-fo-compatible:1.0' xmlns:svg='" O "svg-compatible:1.0' " \
	"xmlns:presentation='" O "presentation:1.0' xmlns:loext='" O "loext:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"

static const char styles_xml[] =
	"<office:document-styles " NAMES "><office:styles><style:style style:name='Big' style:family='paragraph'><style:text-properties "
	"fo:font-size='20pt' fo:font-weight='bold'/></style:style><text:outline-style style:name='Outline'><text:outline-level-style "
	"text:level='1' style:num-format='1' style:num-suffix='.'/></text:outline-style></office:styles><office:automatic-styles>"
	"<style:page-layout style:name='L1'><style:page-layout-properties fo:page-width='21cm' fo:page-height='29.7cm' fo:margin-left='2cm'/>"
	"</style:page-layout><style:page-layout style:name='L2'><style:page-layout-properties fo:page-width='10in' fo:page-height='5in' "
	"fo:margin-left='1in'/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name='Standard' "
	"style:page-layout-name='L1'><style:header><text:p>Head</text:p></style:header><style:footer><text:p>Foot</text:p></style:footer>"
	"</style:master-page><style:master-page style:name='Wide' style:page-layout-name='L2'><style:header><text:p>Head</text:p>"
	"</style:header><draw:frame presentation:class='title'><draw:text-box><text:p>pattern</text:p></draw:text-box></draw:frame>"
	"<draw:rect svg:x='500pt' svg:y='300pt' svg:width='100pt' svg:height='20pt'><text:p>Our house</text:p></draw:rect></style:master-page></office:master-styles></office:document-styles>";

#define AUTOMATIC "<office:automatic-styles>" \
	"<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Big'/>" \
	"<style:style style:name='P2' style:family='paragraph' style:master-page-name='Wide'/>" \
	"<style:style style:name='P3' style:family='paragraph'><style:paragraph-properties><style:tab-stops><style:tab-stop style:position='100pt'/>" \
	"<style:tab-stop style:position='300pt' style:type='right'/></style:tab-stops></style:paragraph-properties></style:style>" \
	"<style:style style:name='P4' style:family='paragraph'><style:paragraph-properties fo:margin-left='150pt' fo:text-indent='-150pt'/></style:style>" \
	"<style:style style:name='T2' style:family='text'><style:text-properties style:font-name='Wingdings1'/></style:style>" \
	"<text:list-style style:name='Z'><text:list-level-style-number text:level='1' style:num-format='01, 02, 03, ...'/></text:list-style>" \
	"<style:style style:name='T1' style:family='text'><style:text-properties text:display='none'/></style:style>" \
	"<style:style style:name='dp2' style:family='drawing-page'><style:drawing-page-properties draw:fill='solid' draw:fill-color='#000080'/></style:style>" \
	"<style:style style:name='F1' style:family='graphic'><style:graphic-properties draw:fill='solid' draw:fill-color='#000080'/></style:style>" \
	"<style:style style:name='W1' style:family='text'><style:text-properties fo:color='#ffffff'/></style:style>" \
	"<style:style style:name='W2' style:family='text'><style:text-properties fo:color='#FFFFFF' fo:background-color='#000080'/></style:style>" \
	"<style:style style:name='W3' style:family='text'><style:text-properties fo:color='#000000'/></style:style>" \
	"<style:style style:name='W4' style:family='paragraph'><style:paragraph-properties fo:background-color='#000080'/></style:style>" \
	"<style:style style:name='W5' style:family='table-cell'><style:table-cell-properties fo:background-color='#000080'/></style:style>" \
	"<style:style style:name='S1' style:family='section'><style:section-properties text:display='none'/></style:style>" \
	"<style:style style:name='dp1' style:family='drawing-page'><style:drawing-page-properties presentation:visibility='hidden'/></style:style>" \
	"<text:list-style style:name='N'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>" \
	"<text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')' text:display-levels='2'/></text:list-style>" \
	"</office:automatic-styles>"

static struct str document(const char *type, const char *body)
{
	struct buf b = BUF_INIT(0);
	buf_printf(&b, "<office:document-content " NAMES ">" AUTOMATIC "<office:body>%s</office:body></office:document-content>", body);
	const struct file files[] = { { "mimetype", str_from(type) }, { "styles.xml", { styles_xml, sizeof(styles_xml) - 1 } }, { "content.xml", buf_view(&b) } };
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	buf_fini(&b);
	return s;
}

#define ODT "application/vnd.oasis.opendocument.text"

static const struct task *task; /* what of the next text is asked for; NULL = the usual */

static void open_odt(const char *body, struct parsed *p)
{
	struct buf b = BUF_INIT(0);
	buf_printf(&b, "<office:text>%s</office:text>", body);
	struct str bytes = document(ODT, b.p);
	parse_good(bytes, "x", task, p);
	assert_true(str_eq_z(p->doc.format, "odt"));
	buf_fini(&b);
	free((void *)(uintptr_t)bytes.p);
}

static void expect(const char *body, const char *want)
{
	struct parsed p;
	open_odt(body, &p);
	expect_page(&p, 0, want);
	parsed_free(&p);
}

#define P(text) "<text:p>" text "</text:p>"

/* Tabs lead to the stops of their paragraph, text of symbol fonts is what it looks like, forms of numbers are told by example. */
static void test_stops(void **state)
{
	struct parsed p;
	open_odt("<text:p text:style-name='P3'>a<text:tab/>bb<text:tab/>cc</text:p><text:p text:style-name='P3'>longer<text:tab/>dd<text:tab/>eeee</text:p>"
		 "<text:p text:style-name='P4'>No.<text:tab/>ff</text:p><text:p>x</text:p><text:p><text:span text:style-name='T2'>\xEF\x83\xBE</text:span></text:p>"
		 "<text:list text:style-name='Z'><text:list-item><text:p>z</text:p></text:list-item></text:list>", &p);
	int32_t margin = word_of(&p, "x").box.x0;
	assert_int_equal(word_of(&p, "bb").box.x0, margin + 10000);
	assert_int_equal(word_of(&p, "dd").box.x0, margin + 10000);
	assert_int_equal(word_of(&p, "cc").box.x1, margin + 30000);
	assert_int_equal(word_of(&p, "eeee").box.x1, margin + 30000);
	assert_int_equal(word_of(&p, "ff").box.x0, margin + 15000);
	word_of(&p, "\xE2\x98\x91");
	word_of(&p, "1");
	parsed_free(&p);
}

/* Headers come first and footers last, each text once; styles are found through their parents; pages are as large as their masters say. */
static void test_pages(void **state)
{
	struct parsed p;
	open_odt("<text:p text:style-name='P1'>Big</text:p>" P("small<text:s text:c='3'/>one<text:tab/>two<text:line-break/>three")
		 "<text:p text:style-name='P2'>next</text:p>", &p);
	expect_page(&p, 0, "Head\nBig\nsmall one two\nthree");
	expect_page(&p, 1, "next\nFoot");
	const struct doc_page *a = &p.doc.pages[0], *b = &p.doc.pages[1];
	assert_int_equal(a->words[1].size, 2000);
	assert_true(a->words[1].flags & DOC_BOLD);
	assert_int_equal(a->words[2].size, 1000);
	assert_int_equal(a->words[0].box.x0, 5669); /* 2 cm */
	assert_int_equal(a->width, 59527);
	assert_int_equal(a->height, 84188);
	assert_int_equal(b->width, 72000);
	assert_int_equal(b->height, 36000);
	assert_int_equal(b->words[0].box.x0, 7200);
	parsed_free(&p);
}

/* Numbers count by level and go on where they are told to; headings have those of the outline. */
static void test_lists(void **state)
{
#define ITEM(rest) "<text:list-item>" rest "</text:list-item>"
	expect("<text:h text:outline-level='1'>Title</text:h><text:list text:style-name='N'>" ITEM(P("x") P("more") "<text:list>" ITEM(P("y")) ITEM(P("z"))
	       "</text:list>") ITEM(P("w")) "</text:list><text:list text:style-name='N' text:continue-numbering='true'>" ITEM(P("v"))
	       "</text:list><text:list text:style-name='N'>" ITEM(P("u")) "</text:list>",
	       "Head\n1. | Title\n1. | x\nmore\n1.a) | y\n1.b) | z\n2. | w\n3. | v\n1. | u\nFoot");
}

/* Cells span columns and rows; what they cover is no cell; tables and boxes stand where they are. */
static void test_tables(void **state)
{
#define CELL(attrs, text) "<table:table-cell " attrs ">" P(text) "</table:table-cell>"
#define COVERED "<table:covered-table-cell/>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
	expect("<table:table><table:table-header-rows>" ROW(CELL("table:number-columns-spanned='2'", "wide") COVERED CELL("", "c"))
	       "</table:table-header-rows>" ROW(CELL("table:number-rows-spanned='2'", "tall") CELL("", "1") CELL("", "2"))
	       ROW(COVERED CELL("", "3") CELL("", "4")) "</table:table>"
	       P("a<draw:frame><draw:text-box>" P("box") "</draw:text-box><svg:desc>alt</svg:desc></draw:frame>b"),
	       "Head\nwide | c\ntall | 1 | 2\n3 | 4\na\nbox\nb\nFoot");
}

/* Who changed what is told where that is asked for, at the place of its words; what is gone, and remarks, at that of the next. */
static void test_revisions(void **state)
{
#define BY(who) "<office:change-info><dc:creator>" who "</dc:creator><dc:date>2026-01-02</dc:date></office:change-info>"
	static const struct task revisions = { .revisions = true };
	struct parsed p;
	task = &revisions;
	open_odt("<text:tracked-changes><text:changed-region text:id='c1'><text:deletion>" BY("Ann") P("two") P("gone") "</text:deletion></text:changed-region>"
		 "<text:changed-region text:id='c2'><text:insertion>" BY("Bob") "</text:insertion></text:changed-region></text:tracked-changes>"
		 P("kept <text:change text:change-id='c1'/>after <text:change-start text:change-id='c2'/>quite new<text:change-end text:change-id='c2'/> end"
		   "<office:annotation><dc:creator>Eve</dc:creator><dc:date>2026-01-02</dc:date>" P("why?") "</office:annotation>"), &p);
	task = NULL;
	expect_page(&p, 0, "Head\nkept after quite new end\nFoot");
	assert_int_equal(p.doc.hidden_words, 2);
	assert_int_equal(p.doc.facts_n, 4);
	expect_fact(&p, 0, "deleted", "Ann", "two gone");
	assert_int_equal(p.doc.facts[0].box.x0, word_of(&p, "after").box.x0);
	expect_fact(&p, 1, "inserted", "Bob", "quite new");
	assert_int_equal(p.doc.facts[1].box.x0, word_of(&p, "quite").box.x0);
	assert_int_equal(p.doc.facts[1].box.x1, word_of(&p, "new").box.x1);
	assert_int_equal(p.doc.facts[2].kind, DOC_FACT_META);
	expect_fact(&p, 3, "comment", "Eve", "why?");
	assert_int_equal(p.doc.facts[3].kind, DOC_FACT_REVISION);
	parsed_free(&p);
}

/* Notes follow the text; what is deleted or hidden is counted and not shown; comments are facts. */
static void test_left_out(void **state)
{
	struct parsed p;
	open_odt("<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Me</dc:creator></office:change-info>"
		 P("two gone") "</text:deletion></text:changed-region></text:tracked-changes>"
		 P("a<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>" P("why")
		   "</text:note-body></text:note> <text:span text:style-name='T1'>not seen</text:span>b"
		   "<office:annotation><dc:creator>Ann</dc:creator><dc:date>2026-01-02</dc:date>" P("really?") "</office:annotation>")
		 "<text:section text:style-name='S1'>" P("secret") "</text:section>", &p);
	expect_page(&p, 0, "Head\na 1 b\n1 | why\nFoot");
	assert_int_equal(p.doc.hidden_words, 5);
	assert_int_equal(p.doc.facts_n, 1);
	assert_int_equal(p.doc.facts[0].kind, DOC_FACT_META);
	const struct doc_fact *f = &p.doc.facts[0];
	assert_memory_equal(p.doc.facts_text + f->value, "really?", f->value_len);
	assert_memory_equal(p.doc.facts_text + f->label, "Ann", f->label_len);
	parsed_free(&p);
}

/* Fields have their names and places; a placeholder is a blank; checkboxes of every kind are marks. */
static void test_fields(void **state)
{
	struct parsed p;
	open_odt("<office:forms><form:form><form:checkbox form:id='c1' form:label='Yes' form:current-state='checked'/></form:form></office:forms>"
		 P("Name: <text:text-input text:description='Your name'>Ada</text:text-input>")
		 P("Town: <loext:content-control loext:alias='Town' loext:showing-place-holder='true'><text:span>Click here</text:span>"
		   "</loext:content-control>")
		 P("<loext:content-control loext:checkbox='true' loext:checked='true'>\xE2\x98\x92</loext:content-control>Paid")
		 P("<draw:control draw:control='c1'/>"), &p);
	const struct doc_page *page = &p.doc.pages[0];
	assert_int_equal(p.doc.facts_n, 2);
	const struct doc_fact *name = &p.doc.facts[0], *town = &p.doc.facts[1];
	assert_memory_equal(p.doc.facts_text + name->label, "Your name", 9);
	assert_memory_equal(p.doc.facts_text + name->value, "Ada", 3);
	assert_int_equal(name->page, 1);
	assert_true(name->box.x1 > name->box.x0);
	assert_true(town->blank && !name->blank);
	assert_int_equal(page->marks_n, 2);
	assert_true(page->marks[0].on && page->marks[1].on);
	expect_page(&p, 0, "Head\nName: Ada\nTown: Click here\nPaid\nYes\nFoot");
	parsed_free(&p);
}

/* One file of XML is read like the package. */
static void test_flat(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	struct str flat = STR("<?xml version='1.0'?><office:document " NAMES " office:mimetype='" ODT "'>" AUTOMATIC "<office:body><office:text>"
			      P("flat") "</office:text></office:body></office:document>");
	assert_true(parse_bytes(flat, "x", NULL, &p, &e));
	assert_true(str_eq_z(p.doc.format, "odt"));
	expect_page(&p, 0, "flat");
	parsed_free(&p);
}

/* Letters the colour of paper are counted where nothing is behind them. */
static void test_faint(void **state)
{
#define WHITE(text) "<text:span text:style-name='W1'>" text "</text:span>"
	struct parsed p;
	open_odt(P("a " WHITE("not seen <text:span text:style-name='W3'>b</text:span> no") " <text:span text:style-name='W2'>c</text:span>")
		 "<text:p text:style-name='W4'>" WHITE("d") "</text:p><table:table>" ROW("<table:table-cell table:style-name='W5'>" P(WHITE("e")) "</table:table-cell>"
		 CELL("", "f " WHITE("no"))) "</table:table>" P("<draw:frame><draw:text-box>" P(WHITE("g")) "</draw:text-box></draw:frame>"), &p);
	expect_page(&p, 0, "Head\na b c\nd\ne | f\ng\nFoot");
	assert_int_equal(p.doc.hidden_words, 4);
	parsed_free(&p);
}

/* Slides have the size of their master, shapes their places; notes stand below, what is beside a slide or hidden is counted. */
static void test_slides(void **state)
{
#define BOX(attrs, inside) "<draw:frame " attrs "><draw:text-box>" inside "</draw:text-box></draw:frame>"
#define AT(x, y, w, h) "svg:x='" x "pt' svg:y='" y "pt' svg:width='" w "pt' svg:height='" h "pt'"
	struct str bytes = document("application/vnd.oasis.opendocument.presentation", "<office:presentation><draw:page draw:master-page-name='Wide'>"
		BOX(AT("100", "50", "300", "40"), "<text:p text:style-name='P1'>Title</text:p>") BOX("presentation:placeholder='true'", P("click"))
		"<draw:g><draw:custom-shape svg:width='100pt' svg:height='50pt' draw:transform='rotate (0.1) translate (200pt 150pt)'>" P("shape")
		"</draw:custom-shape></draw:g>" BOX(AT("900", "50", "10", "40"), P("beside it"))
		"<draw:frame " AT("100", "220", "300", "40") "><table:table>" ROW(CELL("", "a") CELL("", "b")) "</table:table></draw:frame>"
		"<presentation:notes>" BOX("presentation:class='notes'", P("say this")) BOX("presentation:class='header'", P("no")) "</presentation:notes>"
		"</draw:page><draw:page draw:style-name='dp1'>" BOX("", P("three secret words")) "</draw:page></office:presentation>");
	struct parsed p;
	parse_good(bytes, "x", NULL, &p);
	assert_true(str_eq_z(p.doc.format, "odp"));
	assert_int_equal(p.doc.pages_n, 1);
	expect_page(&p, 0, "Title\nshape\na | b\nsay this | Our house");
	size_t noted = 0;
	for (size_t i = 0; i < p.doc.facts_n; i++)
		if (p.doc.facts[i].kind == DOC_FACT_SLIDE) {
			expect_fact(&p, i, "speaker_notes", "", "say this");
			noted += p.doc.facts[i].page == 1;
		}
	assert_int_equal(noted, 1);
	const struct doc_page *page = &p.doc.pages[0];
	assert_int_equal(page->width, 72000);
	assert_true(page->height > 36000);
	assert_int_equal(page->words[0].box.x0, 10709);
	assert_int_equal(page->words[0].size, 2000);
	assert_int_equal(page->words[1].box.x0, 20934);
	assert_true(page->words[1].box.y0 >= 14842 && page->words[1].box.y0 < 15500);
	assert_true(page->words[4].box.y0 >= 36000);
	assert_int_equal(p.doc.hidden_words, 5);
	assert_int_equal(p.doc.facts_n, 2);
	expect_fact(&p, 1, "hidden slides", "", "2");
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
}

/* On slides they are seen where a shape or the ground is behind them. */
static void test_faint_slides(void **state)
{
#define SLIDE(style) "<draw:page draw:master-page-name='Wide' " style ">" BOX(AT("100", "50", "300", "40"), P(WHITE("no") " a")) \
	"<draw:rect draw:style-name='F1' " AT("100", "150", "300", "90") "/>" BOX(AT("120", "160", "200", "40"), P(WHITE("over"))) "</draw:page>"
	struct str bytes = document("application/vnd.oasis.opendocument.presentation", "<office:presentation>" SLIDE("") SLIDE("draw:style-name='dp2'") "</office:presentation>");
	struct parsed p;
	struct err e = { 0 };
	if (!parse_bytes(bytes, "x", NULL, &p, &e))
		fail_msg("%s", e.text);
	expect_page(&p, 0, "a\nover\nOur house");
	expect_page(&p, 1, "no a\nover\nOur house");
	assert_int_equal(p.doc.hidden_words, 1);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
}

/* A slide says which of its master's footer, number and date it shows; the number is its own. Shapes turned by a quarter are
 * read upwards or downwards; a chart is its figures, a formula its signs. */
static void test_running(void **state)
{
	static const char styles[] = "<office:document-styles " NAMES "><office:master-styles><style:master-page style:name='M'>"
		BOX("presentation:class='footer' presentation:placeholder='true' " AT("10", "300", "200", "20"), "<text:p><presentation:footer/></text:p>")
		BOX("presentation:class='page-number' " AT("400", "300", "200", "20"), "<text:p>no. <text:page-number>&lt;number&gt;</text:page-number></text:p>")
		BOX("presentation:class='date-time' " AT("600", "300", "200", "20"), "<text:p><presentation:date-time/></text:p>")
		"</style:master-page></office:master-styles></office:document-styles>";
	static const char content[] = "<office:document-content " NAMES " xmlns:xlink='http://www.w3.org/1999/xlink'><office:automatic-styles><style:style style:name='a' "
		"style:family='drawing-page'><style:drawing-page-properties presentation:display-footer='true' presentation:display-page-number='true'/>"
		"</style:style></office:automatic-styles><office:body><office:presentation><presentation:footer-decl presentation:name='f1'>Our foot"
		"</presentation:footer-decl><draw:page draw:master-page-name='M'>" BOX(AT("10", "10", "200", "20"), P("plain")) "</draw:page>"
		"<draw:page draw:style-name='a' presentation:use-footer-name='f1' draw:master-page-name='M'>"
		"<draw:frame svg:width='100pt' svg:height='20pt' draw:transform='rotate (1.5707963) translate (100pt 200pt)'><draw:text-box>" P("up wards")
		"</draw:text-box></draw:frame><draw:frame " AT("200", "50", "300", "200") "><draw:object xlink:href='./Object 1/'/></draw:frame>"
		"</draw:page></office:presentation></office:body></office:document-content>";
	static const char object[] = "<office:document-content " NAMES " xmlns:c='urn:chart'><office:body><office:chart><c:chart><c:title><text:p>Sales</text:p></c:title>"
		"<table:table><table:table-rows><table:table-row><table:table-cell><text:p>East</text:p></table:table-cell><table:table-cell><text:p>9.5</text:p>"
		"</table:table-cell></table:table-row></table:table-rows></table:table></c:chart></office:chart></office:body></office:document-content>";
	const struct file files[] = { { "mimetype", STR("application/vnd.oasis.opendocument.presentation") }, { "styles.xml", { styles, sizeof(styles) - 1 } },
		{ "content.xml", { content, sizeof(content) - 1 } }, { "Object 1/content.xml", { object, sizeof(object) - 1 } } };
	struct str bytes = pack(files, sizeof(files) / sizeof(*files), NULL);
	struct parsed p;
	struct err e = { 0 };
	parse_good(bytes, "x", NULL, &p);
	expect_page(&p, 0, "plain");
	const struct doc_page *page = &p.doc.pages[1];
	assert_int_equal(page->words_n, 9);
	assert_true(page->words[0].flags & DOC_VERTICAL && !page->words[0].down);
	assert_true(page->words[0].box.y0 > page->words[1].box.y1);
	assert_in_range(page->words[0].box.x0, 10000, 12000);
	expect_page(&p, 1, "up wards | Sales\nEast | 9.5\nOur foot | no. 2");
	parsed_free(&p);
	assert_true(parse_bytes(bytes, "x", &(struct task){ .wishes = TASK_SLIDES_NO_CHARTS }, &p, &e));
	expect_page(&p, 1, "up wards\nOur foot | no. 2");
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
}

/* Cut packages, broken XML, depth and parents that are their own children end in their code words, or in the text. */
static void test_hostile(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	struct str bytes = document(ODT, "<office:text><text:p>unclosed");
	assert_false(parse_bytes(bytes, "x.odt", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	parsed_free(&p);
	assert_false(parse_bytes((struct str){ bytes.p, bytes.n / 2 }, "x.odt", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
	for (int i = 0; i < 300; i++)
		buf_z(&b, "<text:list><text:list-item>");
	bytes = document(ODT, b.p);
	assert_false(parse_bytes(bytes, "x.odt", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BUDGET);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
	const struct file no_content[] = { { "mimetype", STR(ODT) } };
	bytes = pack(no_content, 1, NULL);
	assert_false(parse_bytes(bytes, "x.odt", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
	buf_clear(&b);
	buf_z(&b, "<?xml version='1.0'?><office:document " NAMES " office:mimetype='" ODT "'><office:automatic-styles>"
		  "<style:style style:name='A' style:family='paragraph' style:parent-style-name='B'/><style:style style:name='B' "
		  "style:family='paragraph' style:parent-style-name='A'/></office:automatic-styles><office:body><office:text>"
		  "<text:p text:style-name='A'>still</text:p></office:text></office:body></office:document>");
	assert_true(parse_bytes(buf_view(&b), "x.fodt", NULL, &p, &e));
	expect_page(&p, 0, "still");
	parsed_free(&p);
	buf_fini(&b);
}

/* Words inside of a link have its address as a fact. */
static void test_links(void **state)
{
	struct parsed p;
	open_odt("<text:p>See <text:a xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='https://e.org/a'>this <text:span>one</text:span></text:a>,"
		 " not that</text:p>", &p);
	assert_int_equal(p.doc.facts_n, 1);
	const struct doc_fact *f = &p.doc.facts[0];
	assert_true(f->kind == DOC_FACT_LINK && f->page == 1 && str_eq_z((struct str){ p.doc.facts_text + f->value, f->value_len }, "https://e.org/a"));
	parsed_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stops), cmocka_unit_test(test_running),
		cmocka_unit_test(test_pages), cmocka_unit_test(test_lists), cmocka_unit_test(test_tables), cmocka_unit_test(test_left_out), cmocka_unit_test(test_faint), cmocka_unit_test(test_revisions),
		cmocka_unit_test(test_fields), cmocka_unit_test(test_links), cmocka_unit_test(test_flat), cmocka_unit_test(test_slides), cmocka_unit_test(test_faint_slides), cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
