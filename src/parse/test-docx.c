/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "parse/test-pack.h"
#include "parse/test-page.h"

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"

#define NO_COMMENTS "<w:comments " W "/>"
#define NO_NOTES "<w:footnotes " W "/>"
static const char *comments = NO_COMMENTS, *notes = NO_NOTES;

/* A package around a body. Two headers say the same. */
static struct str docx(const char *body)
{
	struct buf b = BUF_INIT(0);
	buf_printf(&b, "<w:document " W " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' "
		   "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>%s</w:body></w:document>", body);
	const struct file files[] = {
		{ "_rels/.rels", STR(RELS "<Relationship Id='a' Type='" REL "officeDocument' Target='word/document.xml'/></Relationships>") },
		{ "word/_rels/document.xml.rels", STR(RELS "<Relationship Id='s' Type='" REL "styles' Target='styles.xml'/>"
			"<Relationship Id='n' Type='" REL "numbering' Target='numbering.xml'/>"
			"<Relationship Id='h' Type='" REL "header' Target='header1.xml'/><Relationship Id='i' Type='" REL "header' Target='header2.xml'/>"
			"<Relationship Id='ch' Type='" REL "chart' Target='c1.xml'/><Relationship Id='dd' Type='" REL "diagramData' Target='diagrams/data2.xml'/>"
			"<Relationship Id='dr' Type='" REL "diagramDrawing' Target='diagrams/drawing2.xml'/>"
			"<Relationship Id='f' Type='" REL "footnotes' Target='footnotes.xml'/>"
			"<Relationship Id='l' Type='" REL "hyperlink' Target='https://e.org/a' TargetMode='External'/>"
			"<Relationship Id='m' Type='" REL "image' Target='https://e.org/b.png' TargetMode='External'/>"
			"<Relationship Id='c' Type='" REL "comments' Target='comments.xml'/></Relationships>") },
		{ "word/header2.xml", STR("<w:hdr " W "><w:p><w:r><w:t>He</w:t></w:r><w:r><w:t>ad</w:t></w:r></w:p></w:hdr>") },
		{ "word/c1.xml", STR("<c:chartSpace xmlns:c='urn:chart' xmlns:a='urn:a'><c:ser><c:tx><c:v>East</c:v></c:tx><c:cat><c:pt idx='0'><c:v>Jan</c:v></c:pt></c:cat>"
			"<c:val><c:pt idx='0'><c:v>5</c:v></c:pt></c:val></c:ser></c:chartSpace>") },
		{ "word/diagrams/data2.xml", STR("<d xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:p><a:t>data</a:t></a:p></d>") },
		{ "word/diagrams/drawing2.xml", STR("<d xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:p><a:r><a:t>Step</a:t></a:r><a:r><a:t>s</a:t></a:r></a:p>"
			"<a:p><a:t>Two</a:t></a:p></d>") },
		{ "word/comments.xml", { comments, strlen(comments) } },
		{ "word/footnotes.xml", { notes, strlen(notes) } },
		{ "word/styles.xml", STR("<w:styles " W "><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
			"<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/></w:style>"
			"<w:style w:type='paragraph' w:styleId='A'><w:pPr><w:numPr><w:numId w:val='8'/></w:numPr></w:pPr></w:style>"
			"<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>"
			"<w:style w:type='character' w:styleId='Hid'><w:rPr><w:vanish/></w:rPr></w:style>"
			"<w:style w:type='table' w:styleId='Raster'><w:tblPr><w:tblBorders><w:insideH w:val='single'/><w:insideV w:val='single'/>"
			"</w:tblBorders></w:tblPr><w:tblStylePr w:type='firstRow'><w:tcPr><w:tcBorders><w:insideH w:val='nil'/></w:tcBorders></w:tcPr>"
			"</w:tblStylePr></w:style></w:styles>") },
		{ "word/numbering.xml", STR("<w:numbering " W "><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
			"<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/>"
			"<w:lvlText w:val='%1.%2)'/></w:lvl></w:abstractNum>"
			"<w:abstractNum w:abstractNumId='1'><w:styleLink w:val='S'/><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/>"
			"<w:pStyle w:val='A'/><w:lvlText w:val='Art. %1'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
			"<w:pStyle w:val='B'/><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>"
			"<w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='S'/></w:abstractNum>"
			"<w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='6'><w:abstractNumId w:val='0'/></w:num>"
			"<w:num w:numId='7'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='4'/>"
			"<w:lvl w:ilvl='0'><w:numFmt w:val='decimalZero'/><w:lvlText w:val='%1)'/></w:lvl></w:lvlOverride></w:num>"
			"<w:num w:numId='8'><w:abstractNumId w:val='2'/></w:num></w:numbering>") },
		{ "word/header1.xml", STR("<w:hdr " W "><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:hdr>") },
		{ "word/document.xml", buf_view(&b) },
	};
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	buf_fini(&b);
	return s;
}

static void expect(const char *body, const char *want)
{
	struct str bytes = docx(body);
	struct parsed p;
	struct buf b = BUF_INIT(0);
	parse_good(bytes, "x.docx", NULL, &p);
	page_text(&p.doc.pages[0], &b);
	assert_string_equal(b.p, want);
	buf_fini(&b);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
}

static const struct task *task; /* what of the next document is asked for; NULL = the usual */

static void open_docx(const char *body, struct parsed *p)
{
	struct str bytes = docx(body);
	parse_good(bytes, "x", task, p);
	free((void *)(uintptr_t)bytes.p);
}

#define T(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"
#define CELL(props, text) "<w:tc><w:tcPr>" props "</w:tcPr>" P(text) "</w:tc>"

/* Headers come first; deleted, moved and hidden text is left out, inserted text stands; fields show their results. */
static void test_text(void **state)
{
	expect("<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr>" T("Title") "</w:p><w:p>" T("a ") "<w:ins>" T("new") "</w:ins><w:del><w:r>"
	       "<w:delText>old</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r>"
	       "<w:instrText>DATE</w:instrText></w:r>" T(" 5") "<w:r><w:tab/></w:r>" T("6") "</w:p>", "Head\nTitle\na new 5 6");
}

/* Lists count by level; a text box stands once though two programs' forms of it are there. */
static void test_lists(void **state)
{
#define ITEM(level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='5'/></w:numPr></w:pPr>" T(text) "</w:p>"
	expect(ITEM("0", "x") ITEM("1", "y") ITEM("1", "z") ITEM("0", "w"), "Head\n1. | x\n1.a) | y\n1.b) | z\n2. | w");
	expect("<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P("box") "</w:txbxContent></mc:Choice><mc:Fallback>"
	       "<w:txbxContent>" P("box") "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>", "Head\nbox");
}

/* Lists of one definition count on unless told to begin anew; paragraphs of a style are of the level that names it. */
static void test_numbers(void **state)
{
#define OF(list, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='" list "'/></w:numPr></w:pPr>" T(text) "</w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr>" T(text) "</w:p>"
	expect(OF("5", "a") OF("6", "b") OF("7", "c") OF("7", "d"), "Head\n1. | a\n2. | b\n04) | c\n05) | d");
	expect(STYLED("A", "x") STYLED("B", "y") STYLED("B", "z") STYLED("A", "w"), "Head\nArt. I | x\n1.1 | y\n1.2 | z\nArt. II | w");
}

#define FIELD(code, result) "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" code "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" \
	result "<w:r><w:fldChar w:fldCharType='end'/></w:r>"

/* Of a field, its result; what a field in its code says is no part of it. Of alternatives, one. */
static void test_shown_once(void **state)
{
	expect("<w:p>" FIELD("<w:r><w:instrText>IF</w:instrText></w:r>" FIELD("<w:r><w:instrText>X</w:instrText></w:r>", T("no")) T("neither"), T("yes")) T(" on") "</w:p>",
	       "Head\nyes on");
	expect("<w:p><mc:AlternateContent><mc:Choice>" T("a") "</mc:Choice><mc:Choice>" T("b") "</mc:Choice><mc:Fallback>" T("c")
	       "</mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Fallback>" T("d") "</mc:Fallback></mc:AlternateContent></w:p>", "Head\nad");
	expect("<w:p><w:r><w:ruby><w:rt>" T("read so") "</w:rt><w:rubyBase>" T("word") "</w:rubyBase></w:ruby></w:r></w:p>", "Head\nword");
	expect("<w:p>" T("a") "<w:r><w:rPr><w:rStyle w:val='Hid'/></w:rPr><w:t>b</w:t></w:r></w:p>", "Head\na");
}

/* Charts are their figures, diagrams the text in them. */
static void test_objects(void **state)
{
#define R "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
	expect("<w:p><w:r><w:drawing><c:chart xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' " R " r:id='ch'/></w:drawing></w:r></w:p>"
	       "<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm='urn:dgm' " R " r:dm='dd'/></w:drawing></w:r></w:p>", "Head\nEast\nJan | 5\nSteps\nTwo");
}

/* Signs of symbol fonts are what they look like; formulas are text. */
static void test_symbols(void **state)
{
	expect("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" T(" yes ") "<w:r><w:sym w:font='Wingdings' w:char='F06F'/></w:r>" T(" no ")
	       "<w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>m</w:t></w:r>" T("g") "</w:p>",
	       "Head\n\xE2\x98\x91 yes \xE2\x98\x90 no \xCE\xBCg");
	expect("<w:p><m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:r><m:t>E=m</m:t></m:r></m:oMath></w:p>", "Head\nE=m");
}

/* Notes have the numbers that the text counts, whatever their ids. */
static void test_notes(void **state)
{
#define NOTE(id, text) "<w:footnote w:id='" id "'><w:p><w:r><w:footnoteRef/></w:r>" T(text) "</w:p></w:footnote>"
	notes = "<w:footnotes " W "><w:footnote w:type='separator' w:id='0'><w:p>" T("-") "</w:p></w:footnote>" NOTE("7", " first") NOTE("9", " second") "</w:footnotes>";
	expect("<w:p>" T("a") "<w:r><w:footnoteReference w:id='7'/></w:r>" T(" b") "<w:r><w:footnoteReference w:id='9'/></w:r></w:p>",
	       "Head\na 1 b 2\n1 first\n2 second");
	notes = NO_NOTES;
}

/* Tabs lead to the stops of a paragraph: text begins, ends or has its middle there. A hanging indent is a stop. */
static void test_stops(void **state)
{
#define STOPS "<w:pPr><w:tabs><w:tab w:val='left' w:pos='2000'/><w:tab w:val='center' w:pos='4000'/><w:tab w:val='right' w:pos='7000'/></w:tabs></w:pPr>"
#define TAB "<w:r><w:tab/></w:r>"
	struct parsed p;
	open_docx("<w:p>" STOPS T("aa") TAB T("bb") TAB T("cc") TAB T("dd") "</w:p><w:p>" STOPS T("a longer one") TAB T("ee") TAB T("f") TAB T("gggg") "</w:p>"
		  "<w:p><w:pPr><w:ind w:left='2835' w:hanging='2835'/></w:pPr>" T("No.:") TAB T("hh") "</w:p>"
		  "<w:p><w:pPr><w:ind w:left='2835' w:hanging='2835'/></w:pPr>" T("Customer:") TAB T("ii") "</w:p>"
		  "<w:p><w:pPr><w:ind w:left='4000'/></w:pPr>" T("jj") "</w:p>", &p);
	int32_t margin = word_of(&p, "aa").box.x0;
	struct doc_word cc = word_of(&p, "cc"), f = word_of(&p, "f");
	assert_int_equal(word_of(&p, "bb").box.x0, margin + 10000);
	assert_int_equal(word_of(&p, "ee").box.x0, margin + 10000);
	assert_in_range(cc.box.x0 + cc.box.x1, 2 * (margin + 20000) - 2, 2 * (margin + 20000) + 2);
	assert_in_range(f.box.x0 + f.box.x1, 2 * (margin + 20000) - 2, 2 * (margin + 20000) + 2);
	assert_int_equal(word_of(&p, "dd").box.x1, margin + 35000);
	assert_int_equal(word_of(&p, "gggg").box.x1, margin + 35000);
	assert_int_equal(word_of(&p, "hh").box.x0, margin + 14175);
	assert_int_equal(word_of(&p, "ii").box.x0, margin + 14175);
	assert_int_equal(word_of(&p, "jj").box.x0, margin + 20000);
	parsed_free(&p);
}

/* A table is ruled if its style says so or its cells do; a row may begin some columns in. */
static void test_looks_of_tables(void **state)
{
#define ROW2 "<w:tr>" CELL("", "a") CELL("", "b") "</w:tr>"
	struct parsed p;
	open_docx("<w:tbl><w:tblPr><w:tblStyle w:val='Raster'/></w:tblPr>" ROW2 "</w:tbl>", &p);
	assert_true(p.doc.pages[0].rules_n >= 5);
	parsed_free(&p);
	open_docx("<w:tbl>" ROW2 "</w:tbl>", &p);
	assert_int_equal(p.doc.pages[0].rules_n, 0);
	parsed_free(&p);
	open_docx("<w:tbl><w:tr>" CELL("<w:tcBorders><w:bottom w:val='single'/><w:left w:val='nil'/></w:tcBorders><w:tcMar><w:top w:w='5'/></w:tcMar>", "a")
		  "</w:tr></w:tbl>", &p);
	assert_int_equal(p.doc.pages[0].rules_n, 1);
	parsed_free(&p);
	open_docx("<w:tbl>" ROW2 "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" CELL("", "c") "</w:tr></w:tbl>", &p);
	assert_int_equal(word_of(&p, "c").box.x0, word_of(&p, "b").box.x0);
	parsed_free(&p);
}

/* Cells span columns and rows; a table in a cell stands in it. */
static void test_tables(void **state)
{
	expect("<w:tbl><w:tblPr><w:tblStyle w:val='TableGrid'/></w:tblPr><w:tr>" CELL("<w:gridSpan w:val='2'/>", "wide") CELL("", "c") "</w:tr>"
	       "<w:tr>" CELL("<w:vMerge w:val='restart'/>", "tall") CELL("", "1") CELL("", "2") "</w:tr>"
	       "<w:tr>" CELL("<w:vMerge/>", "") CELL("", "3") CELL("", "4") "</w:tr></w:tbl>",
	       "Head\nwide | c\ntall | 1 | 2\n3 | 4");
}

/* Cells that hold texts of their own are read one after the other; lists of the same length side by side may be rows. */
static void test_texts_in_cells(void **state)
{
#define TC(blocks) "<w:tc>" blocks "</w:tc>"
#define SIX P("a") P("b") P("c") P("d") P("e") P("f")
	expect("<w:tbl><w:tr>" TC(SIX) TC(SIX P("g")) "</w:tr></w:tbl>", "Head\na\nb\nc\nd\ne\nf\na\nb\nc\nd\ne\nf\ng");
	expect("<w:tbl><w:tr>" TC(SIX) TC(SIX) "</w:tr></w:tbl>", "Head\na\nb\nc\nd\ne\nf | a\nb\nc\nd\ne\nf");
	expect("<w:tbl><w:tr>" TC(P("a") P("b")) TC(SIX) "</w:tr></w:tbl>", "Head\na\nb | a\nb\nc\nd\ne\nf");
}

/* Checkboxes of content controls are marks. */
static void test_marks(void **state)
{
	struct str bytes = docx("<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr><w:sdtContent>"
				T("\xE2\x98\x92") "</w:sdtContent></w:sdt>" T(" Yes") "</w:p>");
	struct parsed p;
	struct err e = { 0 };
	assert_true(parse_bytes(bytes, "x", NULL, &p, &e));
	assert_int_equal(p.doc.pages[0].marks_n, 1);
	assert_true(p.doc.pages[0].marks[0].on);
	assert_int_equal(p.doc.pages[0].words_n, 2);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
}

/* What a fact says. */
/* Content controls and fields of forms are facts over their words; a placeholder's is blank; one without a name is none. */
static void test_fields(void **state)
{
	struct parsed p;
	open_docx("<w:p>" T("Town: ") "<w:sdt><w:sdtPr><w:alias w:val='Town'/><w:tag w:val='t'/></w:sdtPr><w:sdtContent>" T("Bath") T(" Spa") "</w:sdtContent></w:sdt></w:p>"
		  "<w:p><w:sdt><w:sdtPr><w:alias w:val='Date'/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" T("Click here") "</w:sdtContent></w:sdt></w:p>"
		  "<w:sdt><w:sdtPr/><w:sdtContent>" P("no field") "</w:sdtContent></w:sdt>"
		  "<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='Name'/><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMTEXT"
		  "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" T("Ada") "<w:r><w:fldChar w:fldCharType='end'/></w:r>" T(" after") "</w:p>"
		  "<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='Way'/><w:ddList><w:result w:val='1'/><w:listEntry w:val='sea'/>"
		  "<w:listEntry w:val='air'/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='Box'/><w:checkBox>"
		  "<w:default w:val='1'/></w:checkBox></w:ffData></w:fldChar></w:r></w:p>", &p);
	struct buf b = BUF_INIT(0);
	page_text(&p.doc.pages[0], &b);
	assert_string_equal(b.p, "Head\nTown: Bath Spa\nClick here\nno field\nAda after\nair");
	assert_int_equal(p.doc.facts_n, 5);
	expect_fact(&p, 4, "Box", "", "Yes");
	expect_fact(&p, 0, "t", "Town", "Bath Spa");
	assert_true(p.doc.facts[0].box.x1 - p.doc.facts[0].box.x0 > 3000);
	expect_fact(&p, 1, "", "Date", "");
	assert_true(p.doc.facts[1].blank && p.doc.facts[1].page == 1);
	assert_int_equal(word_on(&p.doc.pages[0], "Click")->source, DOC_SOURCE_FIELD);
	assert_int_equal(word_on(&p.doc.pages[0], "Bath")->source, DOC_SOURCE_TEXT);
	expect_fact(&p, 2, "Name", "", "Ada");
	expect_fact(&p, 3, "Way", "", "air");
	assert_int_equal(p.doc.pages[0].marks_n, 1);
	assert_true(p.doc.pages[0].marks[0].on);
	buf_fini(&b);
	parsed_free(&p);
}

/* A drop cap is the first letter of the paragraph behind it, also where more text stands around it. */
static void test_drop_cap(void **state)
{
	struct parsed p;
	open_docx(P("Before") "<w:p><w:pPr><w:framePr w:dropCap='drop' w:lines='3'/></w:pPr><w:r><w:rPr><w:sz w:val='116'/></w:rPr><w:t>O</w:t></w:r></w:p>"
		  P("nce upon a time") P("there was"), &p);
	expect_page(&p, 0, "Head\nBefore\nOnce upon a time\nthere was");
	parsed_free(&p);
}

/* What people remarked is told; what was deleted is counted. */
static void test_review(void **state)
{
	struct parsed p;
	comments = "<w:comments " W "><w:comment w:author='Ann'><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>";
	open_docx("<w:p>" T("kept ") "<w:del><w:r><w:delText>two words</w:delText></w:r></w:del></w:p>", &p);
	comments = NO_COMMENTS;
	assert_int_equal(p.doc.hidden_words, 2);
	assert_int_equal(p.doc.pages[0].words_n, 2);
	assert_int_equal(p.doc.facts_n, 1);
	expect_fact(&p, 0, "comment", "Ann", "Really?");
	parsed_free(&p);
}

/* Who changed what is told where that is asked for, at the place of its words; what is gone, and remarks, at that of the next. */
static void test_revisions(void **state)
{
	static const struct task revisions = { .revisions = true };
	struct parsed p;
	comments = "<w:comments " W "><w:comment w:id='4' w:author='Ann'><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>"
		   "<w:comment w:id='9' w:author='Ann'><w:p><w:r><w:t>Nowhere</w:t></w:r></w:p></w:comment></w:comments>";
	task = &revisions;
	open_docx("<w:p><w:pPr><w:rPr><w:ins w:author='Nobody'/></w:rPr></w:pPr>" T("for ") "<w:del w:author='Ann'><w:r><w:delText>ten</w:delText></w:r></w:del>"
		  "<w:ins w:author='Bob'>" T("twel") "<w:r><w:t>ve</w:t></w:r></w:ins>" T(" euros") "</w:p>"
		  "<w:p><w:commentRangeStart w:id='4'/>" T("soon") "</w:p>"
		  "<w:p><w:r><w:rPr><w:rPrChange w:author='Cy'><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>plain</w:t></w:r></w:p>"
		  "<w:p><w:moveFrom w:author='Di'><w:r><w:t>away</w:t></w:r></w:moveFrom></w:p>"
		  "<w:p><w:moveTo w:author='Di'><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>", &p);
	comments = NO_COMMENTS;
	task = NULL;
	static const char *const told[][4] = {
		{ "deleted", "Ann", "ten", "euros" }, { "inserted", "Bob", "twelve", "twelve" }, { "comment", "Ann", "Really?", "soon" },
		{ "formatted", "Cy", "plain", "plain" }, { "moved_from", "Di", "away", NULL }, { "moved_to", "Di", "here", "here" },
		{ "comment", "Ann", "Nowhere", NULL },
	};
	size_t n = 0;
	for (size_t i = 0; i < p.doc.facts_n; i++) {
		const struct doc_fact *f = &p.doc.facts[i];
		if (f->kind != DOC_FACT_REVISION)
			continue;
		assert_true(n < sizeof(told) / sizeof(told[0]));
		expect_fact(&p, i, told[n][0], told[n][1], told[n][2]);
		assert_int_equal(f->page, told[n][3] != NULL);
		for (size_t w = 0; told[n][3] && w < p.doc.pages[0].words_n; w++) {
			const struct doc_word *word = &p.doc.pages[0].words[w];
			if (str_eq_z(doc_word_text(&p.doc.pages[0], word), told[n][3]))
				assert_true(word->box.x0 == f->box.x0 && word->box.y1 == f->box.y1);
		}
		n++;
	}
	assert_int_equal(n, 7);
	parsed_free(&p);
}

/* Sections have pages of their size, unless one goes on where another ends; what looks were before a change is past. */
static void test_sections(void **state)
{
#define SECT(type, w, h) "<w:sectPr>" type "<w:pgSz w:w='" w "' w:h='" h "'/><w:pgMar w:left='1000'/></w:sectPr>"
	struct parsed p;
	open_docx("<w:p><w:pPr>" SECT("", "11900", "16840") "</w:pPr>" T("one") "</w:p><w:p><w:pPr>" SECT("", "16840", "11900") "</w:pPr>" T("two") "</w:p>"
		  "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>three</w:t></w:r></w:p>"
		  SECT("<w:type w:val='continuous'/>", "16840", "11900"), &p);
	assert_int_equal(p.doc.pages_n, 2);
	assert_int_equal(p.doc.pages[0].width, 59500);
	assert_int_equal(p.doc.pages[0].height, 84200);
	assert_int_equal(p.doc.pages[0].words[0].box.x0, 5000);
	assert_int_equal(p.doc.pages[1].width, 84200);
	assert_int_equal(p.doc.pages[1].height, 59500);
	assert_int_equal(p.doc.pages[1].words_n, 2);
	parsed_free(&p);
}

/* A package without its directory is read, and its first page says that parts may be missing. */
static void test_cut(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	struct str bytes = docx("<w:p><w:r><w:t>kept words</w:t></w:r></w:p>");
	const char *directory = memmem(bytes.p, bytes.n, "PK\1\2", 4);
	assert_true(parse_bytes(bytes, "x.docx", NULL, &p, &e));
	assert_int_equal(doc_faults(&p.doc), 0);
	uint32_t words = p.doc.pages[0].words_n;
	parsed_free(&p);
	assert_true(parse_bytes((struct str){ bytes.p, (size_t)(directory - bytes.p) }, "x.docx", NULL, &p, &e));
	assert_int_equal(p.doc.pages[0].words_n, words);
	assert_int_equal(p.doc.pages[0].fault, ERR_BROKEN);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
}

/* Cut packages, broken XML and depth end in their code words. */
static void test_hostile(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	struct str bytes = docx("<w:p><w:r><w:t>unclosed");
	assert_false(parse_bytes(bytes, "x.docx", NULL, &p, &e));
	assert_int_equal(e.code, ERR_BROKEN);
	parsed_free(&p);
	assert_false(parse_bytes((struct str){ bytes.p, bytes.n / 2 }, "x.docx", NULL, &p, &e));
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
	struct buf b = BUF_INIT(0);
	for (int i = 0; i < 90; i++)
		buf_z(&b, "<w:tbl><w:tr><w:tc>");
	bytes = docx(b.p);
	assert_false(parse_bytes(bytes, "x.docx", NULL, &p, &e));
	assert_true(e.code == ERR_BUDGET || e.code == ERR_BROKEN);
	parsed_free(&p);
	free((void *)(uintptr_t)bytes.p);
	buf_fini(&b);
}

/* Words inside of a link to an address have it as a fact; one to a place of the document is none. */
static void test_links(void **state)
{
	struct parsed p;
	open_docx("<w:p>" T("See ") "<w:hyperlink xmlns:r='urn:r' r:id='l'>" T("this ") T("one") "</w:hyperlink>" T(", not ") "<w:hyperlink w:anchor='x'>" T("that")
		  "</w:hyperlink></w:p>", &p);
	assert_int_equal(p.doc.facts_n, 1);
	expect_fact(&p, 0, "link", "", "https://e.org/a");
	assert_int_equal(p.doc.facts[0].kind, DOC_FACT_LINK);
	expect_page(&p, 0, "Head\nSee this one, not that");
	parsed_free(&p);
}

/* Lines after the first one of a paragraph with a hanging indent begin where that ends. */
static void test_hanging(void **state)
{
	struct parsed p;
	open_docx("<w:p><w:pPr><w:ind w:left='2835' w:hanging='2835'/></w:pPr>" T("Term:") "<w:r><w:tab/></w:r>"
		  T("first words of a text that is much too long for one line of the page and must go on below, below its beginning") "</w:p>", &p);
	const struct doc_page *page = &p.doc.pages[0];
	const struct doc_word *first = NULL;
	for (size_t i = 0; i < page->words_n; i++) {
		const struct doc_word *w = &page->words[i];
		if (str_eq_z(doc_word_text(page, w), "first"))
			first = w;
		assert_true(!first || w->box.x0 >= first->box.x0);
		assert_true(w->box.x1 <= page->width - 3600);
	}
	assert_non_null(first);
	assert_true(page->words[page->words_n - 1].box.y0 > first->box.y1);
	parsed_free(&p);
}

#define WHITE(props, text) "<w:r><w:rPr><w:color w:val='FFFFFF'/>" props "</w:rPr><w:t>" text "</w:t></w:r>"

/* White letters are hidden where nothing can be behind them, and rows that are not shown. */
static void test_unseen(void **state)
{
	struct parsed p;
	open_docx("<w:p>" WHITE("", "ghost") WHITE("<w:shd w:val='clear' w:fill='1F3864'/>", "run ") WHITE("<w:highlight w:val='black'/>", "lit ") "</w:p>"
		  "<w:p><w:pPr><w:shd w:val='clear' w:fill='1F3864'/></w:pPr>" WHITE("", "para") "</w:p>"
		  "<w:tbl><w:tr>" "<w:tc><w:tcPr><w:shd w:val='clear' w:fill='222222'/></w:tcPr><w:p>" WHITE("", "cell") "</w:p></w:tc>"
		  "<w:tc><w:p>" WHITE("", "ghost") T("x") "</w:p></w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr>" CELL("", "folded away") CELL("", "too") "</w:tr>"
		  "<w:tr>" CELL("", "y") CELL("", "z") "</w:tr></w:tbl>", &p);
	expect_page(&p, 0, "Head\nrun lit\npara\ncell | x\ny | z");
	assert_int_equal(p.doc.hidden_words, 5);
	parsed_free(&p);
	open_docx("<w:p><w:r><w:drawing><wp:anchor xmlns:wp='urn:wp' behindDoc='1'/></w:drawing></w:r>" WHITE("", "cover") "</w:p>", &p);
	expect_page(&p, 0, "Head\ncover");
	parsed_free(&p);
}

/* Formulas have the signs that are drawn around and between their parts. */
static void test_formula(void **state)
{
#define M(element, inner) "<m:" element ">" inner "</m:" element ">"
#define SIGN(text) "<m:r><m:t>" text "</m:t></m:r>"
	expect("<w:p xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>" M("oMath", SIGN("p=") M("f", M("num", SIGN("a")) M("den", M("d",
	       M("dPr", "<m:begChr m:val='['/>") M("e", SIGN("b")) M("e", SIGN("c"))))) M("sSup", M("e", SIGN("x")) M("sup", SIGN("2")))
	       M("rad", M("deg", "") M("e", SIGN("y")))) "</w:p><w:p><w:r><w:pict><v:textpath xmlns:v='urn:schemas-microsoft-com:vml' string='Sale now'/>"
	       "</w:pict></w:r></w:p>", "Head\np=a/[b|c)x 2 \xE2\x88\x9Ay\nSale now");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text), cmocka_unit_test(test_lists), cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_shown_once), cmocka_unit_test(test_symbols), cmocka_unit_test(test_objects), cmocka_unit_test(test_notes), cmocka_unit_test(test_stops),
		cmocka_unit_test(test_looks_of_tables), cmocka_unit_test(test_tables), cmocka_unit_test(test_texts_in_cells), cmocka_unit_test(test_marks),
		cmocka_unit_test(test_fields), cmocka_unit_test(test_drop_cap), cmocka_unit_test(test_links), cmocka_unit_test(test_review), cmocka_unit_test(test_revisions), cmocka_unit_test(test_sections),
		cmocka_unit_test(test_cut), cmocka_unit_test(test_hanging), cmocka_unit_test(test_unseen), cmocka_unit_test(test_formula), cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
