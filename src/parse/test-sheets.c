/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-pack.h"
#include "parse/test-page.h"

/* All pages as text, a form feed between them. On the heap. */
static char *text_of(struct str bytes, const char *name, const struct task *task)
{
	struct parsed p;
	struct buf b = BUF_INIT(0);
	parse_good(bytes, name, task, &p);
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
	/* Short ones: Shift_JIS, quotes that are none of it, a Macintosh's. */
	EXPECT("\x96\xBC\x91O,\x94\xF5\x8Dl\n\x8ER\x93" "c\x91\xBE\x98Y,\x90\xE7\x91\xE3\x93" "c\n", "x.csv", "\xE5\x90\x8D\xE5\x89\x8D | \xE5\x82\x99\xE8\x80\x83\n\xE5\xB1\xB1\xE7\x94\xB0\xE5\xA4\xAA\xE9\x83\x8E | \xE5\x8D\x83\xE4\xBB\xA3\xE7\x94\xB0");
	EXPECT("\x93Hi\x94 \x96 he said,b\n1,\x93two\x94 \xD7 3\n", "x.csv", "\xE2\x80\x9CHi\xE2\x80\x9D \xE2\x80\x93 he said | b\n1 | \xE2\x80\x9Ctwo\xE2\x80\x9D \xC3\x97 3");
	EXPECT("Name;Gr\x9A\xA7" "e\r\x80pfel;1\r", "x.csv", "Name | Gr\xC3\xB6\xC3\x9F" "e\n\xC3\x84pfel | 1");
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

/* ---- XLSX */

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' " \
	     "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define RELATION(id, type, target) \
	"<Relationship Id='" id "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type "' Target='" target "'/>"

static const char *drawing = "<d/>", *chart = "<c/>"; /* over the second sheet */

/* A workbook of two sheets; head goes into workbook.xml before them, state onto the second. */
static struct str workbook(const char *head, const char *sheet1, const char *state, const char *sheet2)
{
	char book[1000], one[4000], two[4000];
	snprintf(book, sizeof(book), "<workbook " MAIN ">%s<sheets><sheet name='Sales' r:id='r1'/><sheet name='Notes' %s r:id='r2'/></sheets></workbook>",
		 head, state);
	snprintf(one, sizeof(one), "<worksheet " MAIN ">%s</worksheet>", sheet1);
	snprintf(two, sizeof(two), "<worksheet " MAIN ">%s</worksheet>", sheet2);
	const struct file files[] = {
		{ "_rels/.rels", STR_INIT("<Relationships>" RELATION("a", "officeDocument", "/xl/workbook.xml") "</Relationships>") },
		{ "xl/workbook.xml", str_from(book) },
		{ "xl/_rels/workbook.xml.rels", STR_INIT("<Relationships>" RELATION("r1", "worksheet", "worksheets/sheet1.xml")
			RELATION("r2", "worksheet", "worksheets/sheet2.xml") RELATION("s", "sharedStrings", "strings.xml")
			RELATION("t", "styles", "styles.xml") "</Relationships>") },
		{ "xl/strings.xml", STR_INIT("<sst " MAIN "><si><t>Item</t></si><si><r><t>Red </t></r><r><t>pencil</t></r><rPh><t>x</t></rPh></si>"
			"<si><t>a_x000A_b &amp; c</t></si></sst>") },
		{ "xl/styles.xml", STR_INIT("<styleSheet " MAIN "><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><numFmt numFmtId='165' formatCode=';;;'/><numFmt numFmtId='166' formatCode='m/d/yy'/></numFmts>"
			"<fonts><font/><font><b/></font><font><color rgb='FFFFFFFF'/></font><font><color theme='0'/></font></fonts>"
			"<fills><fill><patternFill patternType='none'/></fill><fill><patternFill patternType='solid'><fgColor rgb='FF003366'/></patternFill></fill>"
			"<fill><patternFill patternType='solid'><fgColor rgb='FFFFFFFF'/></patternFill></fill></fills>"
			"<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
			"<xf numFmtId='164'/><xf numFmtId='10'/><xf numFmtId='4'/><xf numFmtId='0' fontId='1'/><xf fontId='2' fillId='0'/><xf fontId='3' fillId='1'/>"
			"<xf fontId='3' fillId='2'/><xf numFmtId='165'/><xf numFmtId='166'/></cellXfs></styleSheet>") },
		{ "xl/worksheets/_rels/sheet2.xml.rels", STR_INIT("<Relationships>" RELATION("d", "drawing", "../drawing1.xml")
			RELATION("c", "comments", "../comments1.xml") RELATION("th", "threadedComment", "../threaded1.xml") "</Relationships>") },
		{ "xl/comments1.xml", STR_INIT("<comments " MAIN "><authors><author>Ann</author></authors><commentList><comment ref='B7' authorId='0'><text><r><t>Ask </t></r>"
			"<r><t>again</t></r></text></comment><comment ref='B8' authorId='0'><text><t>[Threaded comment]\nUse a newer program</t></text></comment></commentList></comments>") },
		{ "xl/threaded1.xml", STR_INIT("<ThreadedComments xmlns='http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'>"
			"<threadedComment ref='B8'><text>Too late</text></threadedComment></ThreadedComments>") },
		{ "xl/drawing1.xml", str_from(drawing) },
		{ "xl/_rels/drawing1.xml.rels", STR_INIT("<Relationships>" RELATION("c", "chart", "chart1.xml") "</Relationships>") },
		{ "xl/chart1.xml", str_from(chart) },
		{ "xl/worksheets/sheet1.xml", str_from(one) },
		{ "xl/worksheets/sheet2.xml", str_from(two) },
	};
	return pack(files, sizeof(files) / sizeof(files[0]), NULL);
}

static void expect_sheets(struct str bytes, const char *want, uint32_t hidden)
{
	struct parsed p;
	struct err e = { 0 };
	char *got = text_of(bytes, "x.xlsx", NULL);
	assert_string_equal(got, want);
	assert_true(parse_bytes(bytes, "x.xlsx", NULL, &p, &e));
	assert_int_equal(p.doc.hidden_words, hidden);
	parsed_free(&p);
	free(got);
	free((char *)(uintptr_t)bytes.p);
}

/* Shared, rich and inline strings, numbers by their formats, cached values of formulas, truth values and errors: as displayed. */
static void xlsx_values(void **state)
{
	expect_sheets(workbook("", "<sheetData><row r='1'><c r='A1' t='s' s='4'><v>0</v></c><c r='B1' t='inlineStr'><is><t>When</t></is></c>"
		"<c r='C1' t='str'><f>x</f><v>Share</v></c></row><row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' s='1'><v>45296</v></c>"
		"<c r='C2' s='2'><f>A1*2</f><v>0.075</v></c><c r='D2' s='3'><v>1234.5</v></c></row><row r='4'><c t='b'><v>1</v></c>"
		"<c t='e'><v>#DIV/0!</v></c><c t='s'><v>2</v></c><c t='d'><v>2024-01-05T00:00:00</v></c><c t='s'><v>99</v></c></row></sheetData>",
		"", "<sheetData><row><c><v>7</v></c></row></sheetData>"),
		"Sales\nItem | When | Share\nRed pencil | 05/01/2024 | 7.50% | 1,234.50\nTRUE | #DIV/0! | a b & c | 2024-01-05\fNotes\n7", 0);
	expect_sheets(workbook("<workbookPr date1904='1'/>", "<sheetData><row><c s='1'><v>0</v></c><c t='z'><v>odd</v></c></row></sheetData>", "", ""),
		"Sales\n01/01/1904 | odd", 0);
}

/* Each sheet that shows anything is told with the page it begins on, also where that page is not read. */
static void sheets_are_told(void **state)
{
	static const uint32_t second[] = { 2 };
	struct task task = { .pages = second, .pages_n = 1 };
	struct parsed p;
	size_t told = 0;
	struct str bytes = workbook("", "<sheetData><row><c><v>1</v></c></row></sheetData>", "", "<sheetData><row><c><v>2</v></c></row></sheetData>");
	parse_good(bytes, "x.xlsx", &task, &p);
	for (size_t i = 0; i < p.doc.facts_n; i++) {
		const struct doc_fact *f = &p.doc.facts[i];
		struct str name = { p.doc.facts_text + f->name, f->name_len }, value = { p.doc.facts_text + f->value, f->value_len };
		if (!str_eq_z(name, "sheet"))
			continue;
		assert_int_equal(f->kind, DOC_FACT_META);
		assert_int_equal(f->page, ++told);
		assert_true(str_eq_z(value, told == 1 ? "Sales" : "Notes"));
	}
	assert_int_equal(told, 2);
	parsed_free(&p);
	free((void *)bytes.p);
}

/* The order of day and month is told if all dates in figures have one. */
static void orders_are_told(void **state)
{
	static const struct { const char *cells; const char *order; } rows[] = {
		{ "<c s='1'><v>45296</v></c>", "day" }, { "<c s='9'><v>45296</v></c>", "month" }, { "<c s='1'><v>45296</v></c><c s='9'><v>45296</v></c>", NULL },
		{ "<c><v>45296</v></c>", NULL },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char sheet[200];
		struct parsed p;
		const char *told = NULL;
		snprintf(sheet, sizeof(sheet), "<sheetData><row>%s</row></sheetData>", rows[i].cells);
		struct str bytes = workbook("", sheet, "", "");
		parse_good(bytes, "x.xlsx", NULL, &p);
		for (size_t k = 0; k < p.doc.facts_n; k++) {
			const struct doc_fact *f = &p.doc.facts[k];
			if (str_eq_z((struct str){ p.doc.facts_text + f->name, f->name_len }, "date-order"))
				told = str_eq_z((struct str){ p.doc.facts_text + f->value, f->value_len }, "day") ? "day" : "month";
		}
		if (told != rows[i].order && !(told && rows[i].order && strcmp(told, rows[i].order) == 0))
			fail_msg("%s: %s", rows[i].cells, told ? told : "nothing");
		parsed_free(&p);
		free((void *)bytes.p);
	}
}

/* Text of shapes over a sheet stands below its cells. */
static void xlsx_shapes(void **state)
{
	drawing = "<d xmlns:a='urn:a'><a:p><a:r><a:t>Pay </a:t></a:r><a:r><a:t>soon</a:t></a:r></a:p><a:p/><a:p><a:t>Thanks</a:t></a:p></d>";
	expect_sheets(workbook("", "<sheetData><row><c><v>1</v></c></row></sheetData>", "", "<sheetData><row><c><v>7</v></c></row></sheetData>"),
		"Sales\n1\fNotes\n7\nPay soon\nThanks", 0);
	drawing = "<d/>";
}

/* So do the titles of its charts, whose figures stand in cells. */
static void xlsx_charts(void **state)
{
	chart = "<c xmlns:a='urn:a'><title><a:p><a:r><a:t>Sales of May</a:t></a:r></a:p></title><ser><v>17</v></ser>"
		"<title><a:p><a:r><a:t>Euro</a:t></a:r></a:p></title></c>";
	expect_sheets(workbook("", "<sheetData><row><c><v>1</v></c></row></sheetData>", "", "<sheetData><row><c><v>7</v></c></row></sheetData>"),
		"Sales\n1\fNotes\n7\nSales of May\nEuro", 0);
	chart = "<c/>";
}

/* And what is printed above and below each page, but for its number, looks and what only a printer knows. */
static void xlsx_printed_parts(void **state)
{
	expect_sheets(workbook("", "<sheetData><row><c><v>1</v></c></row></sheetData><headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12Dock &amp;&amp; Co"
			       "&amp;CPage &amp;P of &amp;N&amp;R&amp;KFF0000VAT GB 17</oddHeader><oddFooter>&amp;C&amp;A&amp;RReg. 4&amp;</oddFooter></headerFooter>",
			       "state='hidden'", "<sheetData/><headerFooter><oddHeader>not seen</oddHeader></headerFooter>"),
		"Sales\n1\nDock & Co\nVAT GB 17\nReg. 4&", 0);
}

#define F(code) "<row><c><f>" code "</f></c></row>"

/* Formulas that come without a value have the one a spreadsheet program would show; those that are not understood, go round
 * in a circle or ask for the day have none. */
static void xlsx_formulas(void **state)
{
	expect_sheets(workbook("", "<sheetData><row r='1'><c r='A1'><v>2</v></c><c r='B1'><v>3.5</v></c><c r='C1' s='3'><f>A1*B1*1000</f><v/></c></row>"
		"<row r='2'><c r='A2'><v>4</v></c><c r='B2'><v>1</v></c><c r='C2' s='3'><f t='shared' si='0' ref='C2:C3'>A2*B2</f></c></row>"
		"<row r='3'><c r='A3'><v>5</v></c><c r='B3'><v>2</v></c><c r='C3' s='3'><f t='shared' si='0'/></c></row>"
		"<row r='4'><c r='A4' t='str'><f>\"Sum of \"&amp;COUNT(A1:A3)</f></c><c r='C4' s='3'><f>SUM(C1:C3)</f></c></row></sheetData>",
		"", "<sheetData>" F("Sales!$C$4/2") F("IF(Sales!A1&lt;Sales!A2,\"less\",1/0)") F("1/0") F("IFERROR(A3,\"none\")") F("ROUND(2.345,2)")
		F("A6") F("TODAY()") F("NOBODY(1)") F("VLOOKUP(4,Sales!A:C,2,FALSE)") F("-(1+2)^2") F("SUMPRODUCT(Sales!A1:A3,Sales!B1:B3)")
		F("SUMIF(Sales!A:A,\"&gt;2\",Sales!B:B)") F("A7+1") F("DATE(2024,14,1)") "</sheetData>"),
		"Sales\n2 | 3.5 | 7,000.00\n4 | 1 | 4.00\n5 | 2 | 10.00\nSum of 3 | 7,014.00\fNotes\n3507\nless\n#DIV/0!\nnone\n2.35\n1\n9\n21\n3\n45689", 0);
}

/* An error is shown where a spreadsheet program shows one wherever it runs; what a country's way to write numbers decides is not. */
static void xlsx_formula_errors(void **state)
{
	expect_sheets(workbook("", "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>1,200</t></is></c><c r='B1' t='inlineStr'><is><t>n/a</t></is></c>"
		"<c r='C1' t='b'><v>0</v></c></row></sheetData>", "", "<sheetData>" F("Sales!A1+1") F("Sales!B1+1") F("-Sales!A1") F("SUM(\"x\",1)")
		F("ROUND(Sales!A1,1)") F("\"a\"&amp;(1/0)") F("Sales!C1=0") F("Sales!C1&gt;\"z\"") F("VLOOKUP(1/0,Sales!A:C,1,FALSE)") "</sheetData>"),
		"Sales\n1,200 | n/a | FALSE\fNotes\n#VALUE!\n#VALUE!\n#DIV/0!\nFALSE\nTRUE\n#DIV/0!", 0);
}

/* Lookups, sums by conditions, parts of dates and texts, what a link shows; patterns are met, or not guessed at. */
static void xlsx_lookups(void **state)
{
	expect_sheets(workbook("", "<sheetData><row r='1'><c r='A1' t='str'><v>Nut</v></c><c r='B1'><v>3</v></c><c r='C1'><v>10</v></c></row>"
		"<row r='2'><c r='A2' t='str'><v>Bolt</v></c><c r='B2'><v>5</v></c><c r='C2'><v>20</v></c></row>"
		"<row r='3'><c r='A3' t='str'><v>Nutcracker</v></c><c r='B3'><v>9</v></c><c r='C3'><v>40</v></c></row></sheetData>",
		"", "<sheetData>" F("INDEX(Sales!A1:A3,MATCH(5,Sales!B1:B3,0))") F("MATCH(6,Sales!B1:B3)") F("_xlfn.XLOOKUP(\"bolt\",Sales!A1:A3,Sales!C1:C3)")
		F("_xlfn.XLOOKUP(\"x\",Sales!A1:A3,Sales!C1:C3,\"none\")") F("SUMIFS(Sales!C1:C3,Sales!A1:A3,\"Nut*\",Sales!B1:B3,\"&gt;4\")")
		F("COUNTIF(Sales!A1:A3,\"?ut\")") F("AVERAGEIFS(Sales!C1:C3,Sales!B1:B3,\"&lt;=5\")") F("MATCH(\"Nut*\",Sales!A1:A3,0)")
		F("EDATE(DATE(2024,1,31),1)-DATE(2024,1,31)") F("YEAR(DATE(2024,3,9))*10000+MONTH(DATE(2024,3,9))*100+DAY(DATE(2024,3,9))")
		F("LEFT(Sales!A3,3)&amp;RIGHT(Sales!A3,2)&amp;MID(Sales!A2,2,2)&amp;TRIM(\"  a  b \")") F("HYPERLINK(\"http://a.b\",\"Shop\")")
		F("INDEX(Sales!A1:C3,4,1)") "</sheetData>"),
		"Sales\nNut | 3 | 10\nBolt | 5 | 20\nNutcracker | 9 | 40\fNotes\nBolt\n2\n20\nnone\n40\n1\n15\n29\n20240309\nNuterola b\nShop\n#REF!", 0);
}

/* White letters on nothing, and values whose format shows none of them, are hidden; what is noted at cells is told. */
static void xlsx_unseen(void **state)
{
	struct str bytes = workbook("", "<sheetData><row><c s='5'><v>1</v></c><c s='6'><v>2</v></c><c s='7'><v>3</v></c><c s='8'><v>4</v></c>"
		"<c s='8' t='s'><v>1</v></c><c><v>6</v></c></row></sheetData>", "", "<sheetData><row><c><v>7</v></c></row></sheetData>");
	static const char *const want[][3] = { { "Ann", "B7: Ask again" }, { "", "B8: Too late" } };
	struct parsed p;
	struct err e = { 0 };
	size_t told = 0;
	assert_true(parse_bytes(bytes, "x.xlsx", NULL, &p, &e));
	for (size_t i = 0; i < p.doc.facts_n; i++) {
		const struct doc_fact *f = &p.doc.facts[i];
		if (!str_eq_z((struct str){ p.doc.facts_text + f->name, f->name_len }, "comment"))
			continue;
		assert_true(str_eq_z((struct str){ p.doc.facts_text + f->label, f->label_len }, want[told][0]));
		assert_true(str_eq_z((struct str){ p.doc.facts_text + f->value, f->value_len }, want[told++][1]));
	}
	assert_int_equal(told, 2);
	parsed_free(&p);
	expect_sheets(bytes, "Sales\n2 | 6\fNotes\n7", 5);
}

/* Hidden sheets, rows and columns, and cells under a merged one are not there, but counted. */
static void xlsx_hidden(void **state)
{
	expect_sheets(workbook("", "<cols><col min='2' max='3' hidden='1'/></cols><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c>"
		"<c r='D1'><v>3</v></c></row><row r='2' hidden='1'><c r='A2'><v>4</v></c></row><row r='3'><c r='A3'><v>5</v></c><c r='D3'><v>6</v></c></row>"
		"<row r='4'><c r='A4'><v>7</v></c><c r='D4'><v>8</v></c></row></sheetData><mergeCells><mergeCell ref='A4:D4'/></mergeCells>",
		"state='hidden'", "<sheetData><row><c t='inlineStr'><is><t>not to see</t></is></c></row></sheetData>"),
		"Sales\n1 | 3\n5 | 6\n7", 2 + 1 + 3);
}

/* A merged cell is one in the lattice: no line runs through it. */
static void xlsx_merged(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	struct str bytes = workbook("", "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c/><c><v>4</v></c></row></sheetData>"
		"<mergeCells><mergeCell ref='A2:B2'/></mergeCells>", "state='hidden'", "");
	assert_true(parse_bytes(bytes, "x.xlsx", NULL, &p, &e));
	const struct doc_page *page = &p.doc.pages[0];
	int32_t left = INT32_MAX, inner = 0;
	for (size_t i = 0; i < page->words_n; i++)
		if (str_eq_z(doc_word_text(page, &page->words[i]), "3"))
			left = page->words[i].box.y0;
	for (size_t i = 0; i < page->rules_n; i++) {
		const struct doc_rule *r = &page->rules[i];
		inner += r->kind == DOC_RULE_VERTICAL && r->box.y0 < left && r->box.y1 > left;
	}
	assert_int_equal(inner, 3); /* left, before the third column, right; not between the first two */
	parsed_free(&p);
	free((char *)(uintptr_t)bytes.p);
}

/* No workbook, damaged XML, a password: each says so. */
static void xlsx_broken(void **state)
{
	const struct file none[] = { { "xl/workbook.xml.bak", STR_INIT("x") } }, bad[] = { { "xl/workbook.xml", STR_INIT("<workbook>") } };
	const struct { struct str bytes; enum err_code code; } cases[] = {
		{ pack(none, 1, NULL), ERR_BROKEN }, { pack(bad, 1, NULL), ERR_BROKEN }, { pack(bad, 1, "secret"), ERR_PROTECTED },
		{ workbook("", "", "", ""), ERR_NO_DATA },
		{ workbook("", "<sheetData><row><c r='ZZZZ1'><v>1</v></c></row></sheetData>", "", ""), ERR_BUDGET },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		expect_error(cases[i].bytes, "x.xlsx", cases[i].code);
		free((char *)(uintptr_t)cases[i].bytes.p);
	}
}

/* ODS: repeated and merged cells, paragraphs and blanks; hidden tables, rows, columns and notes are not there. */
static void ods_reads(void **state)
{
	static const char content[] =
		"<?xml version='1.0'?><office:document xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' "
		"office:mimetype='application/vnd.oasis.opendocument.spreadsheet'>"
		"<style:style style:name='off'><style:table-properties table:display='false'/></style:style>"
		"<table:table table:name='Stock'><table:table-column/><table:table-column table:visibility='collapse'/><table:table-column/>"
		"<table:table-row><table:table-cell><text:p>Item</text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell>"
		"<table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>How<text:s/>many</text:p></table:table-cell></table:table-row>"
		"<table:table-row table:visibility='filter'><table:table-cell><text:p>no</text:p></table:table-cell></table:table-row>"
		"<table:table-row table:number-rows-repeated='2'><table:table-cell><text:p>Nail</text:p></table:table-cell><table:table-cell/>"
		"<table:table-cell table:number-columns-repeated='2'><text:p>5</text:p><text:p>kg</text:p></table:table-cell></table:table-row>"
		"<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
		"</table:table><table:table table:name='Gone' table:style-name='off'><table:table-row><table:table-cell><text:p>not here</text:p>"
		"</table:table-cell></table:table-row></table:table></office:document>";
	struct parsed p;
	struct err e = { 0 };
	EXPECT(content, "x.fods", "Stock\nItem | How many\nNail | 5 kg | 5 kg\nNail | 5 kg | 5 kg");
	assert_true(parse_bytes(((struct str){ content, sizeof(content) - 1 }), "x.fods", NULL, &p, &e));
	assert_int_equal(p.doc.hidden_words, 4);
	parsed_free(&p);
}

/* Headings are bold by their own style or that of their column; shapes over a table stand below it, what they say in a cell is not its. */
static void ods_looks(void **state)
{
	static const char content[] =
		"<?xml version='1.0'?><office:document xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:fo='f' xmlns:dc='d' xmlns:draw='urn:drawing'"
		" office:mimetype='application/vnd.oasis.opendocument.spreadsheet'>"
		"<style:style style:name='B'><style:text-properties fo:font-weight='bold'/></style:style><style:style style:name='N'/>"
		"<table:table table:name='T'><table:shapes><draw:frame><draw:text-box><text:p>Over <text:span>it</text:span></text:p></draw:text-box></draw:frame></table:shapes>"
		"<table:table-column/><table:table-column table:default-cell-style-name='B'/><table:table-row><table:table-cell table:style-name='B'><text:p>Item</text:p>"
		"</table:table-cell><table:table-cell><office:annotation><dc:creator>Ann</dc:creator><dc:date>2024</dc:date><text:p>why</text:p></office:annotation>"
		"<text:p>Sum</text:p><draw:custom-shape><text:p>Arrow</text:p></draw:custom-shape></table:table-cell></table:table-row>"
		"<table:table-row><table:table-cell table:style-name='N'><text:p>Nail</text:p></table:table-cell><table:table-cell table:style-name='N'><text:p>5</text:p>"
		"</table:table-cell></table:table-row></table:table></office:document>";
	static const uint8_t bold[] = { 0, DOC_BOLD, DOC_BOLD, 0, 0 };
	struct parsed p;
	struct err e = { 0 };
	EXPECT(content, "x.fods", "T\nItem | Sum\nNail | 5\nOver it\nArrow");
	assert_true(parse_bytes(((struct str){ content, sizeof(content) - 1 }), "x.fods", NULL, &p, &e));
	for (size_t i = 1; i < sizeof(bold); i++)
		assert_int_equal(p.doc.pages[0].words[i].flags & DOC_BOLD, bold[i]);
	assert_int_equal(p.doc.facts[0].kind, DOC_FACT_META);
	assert_true(str_eq_z((struct str){ p.doc.facts_text + p.doc.facts[0].value, p.doc.facts[0].value_len }, "B1: why"));
	assert_true(str_eq_z((struct str){ p.doc.facts_text + p.doc.facts[0].label, p.doc.facts[0].label_len }, "Ann"));
	parsed_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(csv_separators), cmocka_unit_test(csv_quotes),
					    cmocka_unit_test(csv_encodings), cmocka_unit_test(csv_pages),
					    cmocka_unit_test(xlsx_values), cmocka_unit_test(xlsx_formulas), cmocka_unit_test(xlsx_formula_errors), cmocka_unit_test(xlsx_shapes), cmocka_unit_test(xlsx_charts),
					    cmocka_unit_test(xlsx_printed_parts), cmocka_unit_test(xlsx_hidden), cmocka_unit_test(xlsx_lookups), cmocka_unit_test(xlsx_unseen), cmocka_unit_test(ods_looks),
					    cmocka_unit_test(xlsx_merged), cmocka_unit_test(xlsx_broken),
					    cmocka_unit_test(sheets_are_told), cmocka_unit_test(orders_are_told), cmocka_unit_test(ods_reads) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
