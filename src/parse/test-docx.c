/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "parse/test-pack.h"

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"

/* A package around a body. */
static struct str docx(const char *body)
{
	struct buf b = BUF_INIT(0);
	buf_printf(&b, "<w:document " W " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' "
		   "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>%s</w:body></w:document>", body);
	const struct file files[] = {
		{ "_rels/.rels", STR(RELS "<Relationship Id='a' Type='" REL "officeDocument' Target='word/document.xml'/></Relationships>") },
		{ "word/_rels/document.xml.rels", STR(RELS "<Relationship Id='s' Type='" REL "styles' Target='styles.xml'/>"
			"<Relationship Id='n' Type='" REL "numbering' Target='numbering.xml'/>"
			"<Relationship Id='h' Type='" REL "header' Target='header1.xml'/></Relationships>") },
		{ "word/styles.xml", STR("<w:styles " W "><w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/></w:style></w:styles>") },
		{ "word/numbering.xml", STR("<w:numbering " W "><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
			"<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/>"
			"<w:lvlText w:val='%1.%2)'/></w:lvl></w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num></w:numbering>") },
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
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	if (!parse_bytes(bytes, "x.docx", NULL, &p, &e))
		fail_msg("%s", e.text);
	page_text(&p.doc.pages[0], &b);
	assert_string_equal(b.p, want);
	buf_fini(&b);
	parsed_free(&p);
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

/* Cells span columns and rows; a table in a cell stands in it. */
static void test_tables(void **state)
{
	expect("<w:tbl><w:tblPr><w:tblStyle w:val='TableGrid'/></w:tblPr><w:tr>" CELL("<w:gridSpan w:val='2'/>", "wide") CELL("", "c") "</w:tr>"
	       "<w:tr>" CELL("<w:vMerge w:val='restart'/>", "tall") CELL("", "1") CELL("", "2") "</w:tr>"
	       "<w:tr>" CELL("<w:vMerge/>", "") CELL("", "3") CELL("", "4") "</w:tr></w:tbl>",
	       "Head\nwide | c\ntall | 1 | 2\n3 | 4");
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text), cmocka_unit_test(test_lists), cmocka_unit_test(test_tables), cmocka_unit_test(test_marks),
		cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
