/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* PDF files written here, and what is found in them. */
#include "parse/ocr.h"
#include "parse/test-page.h"

#include <leptonica/allheaders.h>

/* A file of these objects, numbered from 1; the first is the catalogue. trailer: what its dictionary has besides. */
static void pdf_of(const char *const objects[], size_t n, const char *trailer, struct buf *out)
{
	size_t at[32], table;
	assert_true(n < 32);
	buf_z(out, "%PDF-1.7\n");
	for (size_t i = 0; i < n; i++) {
		at[i] = out->n;
		buf_printf(out, "%zu 0 obj\n%s\nendobj\n", i + 1, objects[i]);
	}
	table = out->n;
	buf_printf(out, "xref\n0 %zu\n0000000000 65535 f \n", n + 1);
	for (size_t i = 0; i < n; i++)
		buf_printf(out, "%010zu 00000 n \n", at[i]);
	buf_printf(out, "trailer <</Size %zu/Root 1 0 R%s>>\nstartxref\n%zu\n%%%%EOF\n", n + 1, trailer, table);
}

static const char *stream_of(const char *dict, const char *data)
{
	static char room[8][4000];
	static int at;
	char *s = room[at++ % 8];
	snprintf(s, sizeof(room[0]), "<<%s/Length %zu>>stream\n%s\nendstream", dict, strlen(data), data);
	return s;
}

/* The page's objects: 1 catalogue, 2 pages, 3 page, 4 Helvetica, 5 contents; more are the test's. */
#define PAGES "<</Type/Pages/Kids[3 0 R]/Count 1>>"
#define PAGE(more) "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>" more ">>"
#define HELVETICA "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
#define CONTENTS(text) stream_of("", text)
#define PARSE(objects, task, p) parse_objects(objects, sizeof(objects) / sizeof(objects[0]), task, p)

static void parse_objects(const char *const objects[], size_t n, const struct task *task, struct parsed *p)
{
	struct buf b = BUF_INIT(0);
	pdf_of(objects, n, "", &b);
	parse_good(buf_view(&b), "x.pdf", task, p);
	buf_fini(&b);
}

/* Words that are shown, a blank between them. */
static void expect_shown(const struct parsed *p, const char *want)
{
	struct buf b = BUF_INIT(0);
	const struct doc_page *page = &p->doc.pages[0];
	for (size_t i = 0; i < page->words_n; i++)
		if (!(page->words[i].flags & DOC_HIDDEN)) {
			buf_z(&b, b.n ? " " : "");
			buf_str(&b, doc_word_text(page, &page->words[i]));
		}
	assert_string_equal(b.p, want);
	buf_fini(&b);
}

static const struct doc_fact *fact_of(const struct doc *d, enum doc_fact_kind kind, const char *name)
{
	for (size_t i = 0; i < d->facts_n; i++)
		if (d->facts[i].kind == kind && str_eq_z((struct str){ d->facts_text + d->facts[i].name, d->facts[i].name_len }, name))
			return &d->facts[i];
	fail_msg("no fact %s", name);
	return NULL;
}

static void expect_fact_at(const struct doc *d, const struct doc_fact *f, const char *want)
{
	assert_true(str_eq_z((struct str){ d->facts_text + f->value, f->value_len }, want));
}

/* Fields are facts with their names, labels, values and places; blank ones say so; boxes to tick are marks. */
static void pdf_fields(void **state)
{
#define WIDGET "/Type/Annot/Subtype/Widget/P 3 0 R/F 4"
	const char *const objects[] = {
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 7 0 R 8 0 R 9 0 R]/DA(/F 10 Tf 0 g)/DR<</Font<</F 4 0 R>>>>>>>>",
		PAGES, PAGE("/Annots[6 0 R 7 0 R 8 0 R 9 0 R]"), HELVETICA, CONTENTS("BT /F 12 Tf 72 700 Td (Name) Tj ET"),
		"<<" WIDGET "/FT/Tx/T(name)/TU(Full name)/V(Ann Lee)/Rect[150 690 300 710]/DA(/F 10 Tf 0 g)>>",
		"<<" WIDGET "/FT/Tx/T(city)/Rect[150 650 300 670]/DA(/F 10 Tf 0 g)>>",
		"<<" WIDGET "/FT/Btn/T(member)/AS/Yes/V/Yes/Rect[150 610 160 620]/AP<</N<</Yes 10 0 R/Off 10 0 R>>>>>>",
		"<<" WIDGET "/FT/Btn/T(guest)/AS/Off/V/Off/Rect[150 590 160 600]/AP<</N<</Yes 10 0 R/Off 10 0 R>>>>>>",
		stream_of("/Type/XObject/Subtype/Form/BBox[0 0 10 10]", "0 0 10 10 re S"),
	};
	struct parsed p;
	PARSE(objects, NULL, &p);
	const struct doc *d = &p.doc;
	const struct doc_fact *name = fact_of(d, DOC_FACT_FIELD, "name"), *city = fact_of(d, DOC_FACT_FIELD, "city");
	expect_fact_at(d, name, "Ann Lee");
	assert_true(str_eq_z((struct str){ d->facts_text + name->label, name->label_len }, "Full name"));
	assert_int_equal(name->page, 1);
	assert_int_equal(name->box.x0, 15000);
	assert_int_equal(name->box.y0, (792 - 710) * 100);
	assert_false(name->blank);
	assert_true(city->blank);
	expect_fact_at(d, fact_of(d, DOC_FACT_FIELD, "member"), "Yes");
	expect_fact_at(d, fact_of(d, DOC_FACT_FIELD, "guest"), "Off");
	assert_int_equal(d->pages[0].marks_n, 2);
	for (size_t i = 0; i < 2; i++) {
		const struct doc_mark *m = &d->pages[0].marks[i];
		assert_int_equal(m->kind, DOC_MARK_CHECKBOX);
		assert_int_equal(m->on, m->box.y0 < 18000);
	}
	expect_shown(&p, "Name Ann Lee");
	for (size_t i = 0; i < d->pages[0].words_n; i++)
		assert_int_equal(d->pages[0].words[i].source, i == 0 ? DOC_SOURCE_TEXT : DOC_SOURCE_FIELD);
	parsed_free(&p);
}

/* Of buttons that belong together the one chosen says what it stands for; lists say what they show, not what they store. */
static void pdf_choices(void **state)
{
#define RADIO(as) "<<" WIDGET "/Parent 6 0 R/AS/" as "/Rect[150 610 160 620]/AP<</N<</" as " 11 0 R>>>>>>"
	const char *const objects[] = {
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 9 0 R 10 0 R]/DA(/F 10 Tf 0 g)/DR<</Font<</F 4 0 R>>>>>>>>",
		PAGES, PAGE("/Annots[7 0 R 8 0 R 9 0 R 10 0 R 12 0 R]"), HELVETICA, CONTENTS("BT /F 12 Tf 72 700 Td (Way) Tj ET"),
		"<</FT/Btn/Ff 49152/T(pay)/TU(Payment)/V/card/Kids[7 0 R 8 0 R 12 0 R]>>", RADIO("Off"), RADIO("card"),
		"<<" WIDGET "/FT/Ch/Ff 131072/T(land)/V(FR)/Opt[[(DE)(Germany)][(FR)(France)]]/Rect[150 500 250 520]/DA(/F 10 Tf 0 g)>>",
		"<<" WIDGET "/FT/Btn/Ff 49152/T(size)/AS/1/V/1/Opt[(small)(large)]/Rect[150 400 160 410]/AP<</N<</1 11 0 R>>>>>>",
		stream_of("/Type/XObject/Subtype/Form/BBox[0 0 10 10]", "0 0 10 10 re S"), RADIO("Off"),
	};
	struct parsed p;
	PARSE(objects, NULL, &p);
	assert_int_equal(p.doc.pages[0].marks_n, 4);
	assert_int_equal(p.doc.facts_n, 3);
	expect_fact_at(&p.doc, fact_of(&p.doc, DOC_FACT_FIELD, "pay"), "card");
	expect_fact_at(&p.doc, fact_of(&p.doc, DOC_FACT_FIELD, "land"), "France");
	expect_fact_at(&p.doc, fact_of(&p.doc, DOC_FACT_FIELD, "size"), "large");
	parsed_free(&p);
}

/* Spacing, scale, rise and the matrix put glyphs where the format says (PDF 1.7, 9.3, 9.4.4), in fonts of one byte a character and of two. */
static void pdf_glyphs_placed(void **state)
{
	static const char *const wide = "<</Type/Font/Subtype/Type0/BaseFont/Helvetica/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</Type/Font"
		"/Subtype/CIDFontType0/BaseFont/Helvetica/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/W[34[667 400]]"
		"/FontDescriptor<</Type/FontDescriptor/FontName/Helvetica/Flags 32>>>>]>>";
	static const char *const map = "/CMapName/M def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0022> <0030> <0041> endbfrange endcmap";
	static const struct { const char *contents; int32_t x0, x1, foot; } rows[] = {
		{ "/F 10 Tf 50 Tz 2 Tc 5 Ts 20 100 Td (AB) Tj", 2000, 2767, 68700 },
		{ "/F 1 Tf 20 0 0 10 30 100 Tm (AB) Tj", 3000, 5668, 69200 },
		{ "/W 10 Tf 20 100 Td <00220023> Tj", 2000, 3067, 69200 },
		{ "/W 10 Tf 200 Tz 1 Tc 20 100 Td [<0022> -1000 <0023>] TJ", 2000, 6334, 69200 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char contents[200];
		struct parsed p;
		snprintf(contents, sizeof(contents), "BT %s ET", rows[i].contents);
		const char *const objects[] = { "<</Type/Catalog/Pages 2 0 R>>", PAGES,
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 4 0 R/W 6 0 R>>>>>>",
			HELVETICA, CONTENTS(contents), wide, stream_of("", map) };
		PARSE(objects, NULL, &p);
		const struct doc_page *page = &p.doc.pages[0];
		const struct doc_word *last = &page->words[page->words_n - 1];
		assert_true(page->words_n > 0);
		assert_in_range(page->words[0].box.x0, rows[i].x0 - 2, rows[i].x0 + 2);
		assert_in_range(last->box.x1, rows[i].x1 - 2, rows[i].x1 + 2);
		/* A fifth of the size is below the line, or what the font says: Helvetica 0.2 to 0.3. */
		assert_in_range(last->box.y1, rows[i].foot + 190, rows[i].foot + 310);
		parsed_free(&p);
	}
}

/* Text that is filled with a pattern is text; the pattern is laid out where the text is. */
static void pdf_pattern_text(void **state)
{
	struct parsed p;
	const char *const objects[] = { "<</Type/Catalog/Pages 2 0 R>>", PAGES,
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/Pattern<</P 6 0 R>>>>>>",
		HELVETICA, CONTENTS("/Pattern cs /P scn BT /F 40 Tf 20 100 Td (Filled) Tj ET 0 g BT /F 10 Tf 20 300 Td (after) Tj ET"),
		stream_of("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 400 400]/XStep 400/YStep 400/Resources<</Font<</F 4 0 R>>>>",
			  "BT /F 8 Tf 22 110 Td (tile) Tj ET") };
	PARSE(objects, NULL, &p);
	bool filled = false, tile = false, after = false;
	for (size_t i = 0; i < p.doc.pages[0].words_n; i++) {
		struct str s = doc_word_text(&p.doc.pages[0], &p.doc.pages[0].words[i]);
		filled |= str_eq_z(s, "Filled");
		tile |= str_eq_z(s, "tile");
		after |= str_eq_z(s, "after");
	}
	assert_true(filled && tile && after);
	parsed_free(&p);
}

/* A page of one piece of contents, its words. */
static void expect_drawn(const char *contents, const char *want)
{
	const char *const objects[] = { "<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""), HELVETICA, CONTENTS(contents) };
	struct parsed p;
	PARSE(objects, NULL, &p);
	expect_shown(&p, want);
	parsed_free(&p);
}

/* Words set with their letters apart are words; letters that stand in columns, or beside text no further off, are not one. */
static void pdf_spaced(void **state)
{
	expect_drawn("BT /F 14 Tf 6 Tc 72 700 Td (INVOICE NUMBER) Tj 0 Tc 0 -40 Td (S T A T E M E N T) Tj 0 -40 Td (plain) Tj ET",
		     "INVOICE NUMBER STATEMENT plain");
	expect_drawn("BT /F 10 Tf 72 700 Td (Die ) Tj 2.5 Tc (Lieferung) Tj 0 Tc ( folgt) Tj ET", "Die Lieferung folgt");
	expect_drawn("BT /F 10 Tf 72 700 Td (M T W T F S S) Tj 0 -20 Td (A B C D E F G) Tj 0 -20 Td (J F M A M J J A S O N D) Tj 0 -20 Td (X X X X X X) Tj ET",
		     "M T W T F S S A B C D E F G J F M A M J J A S O N D X X X X X X");
	expect_drawn("BT /F 10 Tf 72 700 Td (plan A E I O T for all) Tj ET", "plan A E I O T for all");
	/* Amounts, dates and codes: a figure by its marks, the rest as the page sets others. */
	expect_drawn("BT /F 10 Tf 72 700 Td (1 2 5 0 . 0 0) Tj 0 -20 Td (Total: 1 , 2 5 0 . 5 0) Tj 0 -20 Td (T O T A L $ 9 9 . 5 0) Tj ET",
		     "1250.00 Total: 1,250.50 TOTAL $99.50");
	expect_drawn("BT /F 10 Tf 3 Tc 72 700 Td (D A) Tj 0 -40 Td (DATE) Tj 0 -40 Td (12.03.2026) Tj 0 -40 Td (NO) Tj 0 -40 Td (2026) Tj ET",
		     "D A DATE 12.03.2026 NO 2026");
	expect_drawn("BT /F 10 Tf 72 700 Td (1 2 3 4 5) Tj 0 -20 Td (7 5 2) Tj 0 -20 Td (12 3 4 5 . 0 0) Tj 0 -20 Td (A B B A C) Tj 0 -20 Td (Y N Y Y N) Tj ET",
		     "1 2 3 4 5 7 5 2 12 3 4 5 . 0 0 A B B A C Y N Y Y N");
	/* Pairs that are set closer. */
	expect_drawn("BT /F 10 Tf 2 Tc 72 700 Td [(INV) 100 (OICE A) 80 (V) 80 (AILABLE)] TJ 0 -40 Td [(T) 120 (AX)] TJ 4 Tc 0 -40 Td (GRAND TOTAL) Tj ET",
		     "INVOICE AVAILABLE TAX GRAND TOTAL");
	expect_drawn("BT /F 10 Tf 72 700 Td (2024\\25501\\25505) Tj ET", "2024-01-05");
}

/* Boxes to tick are marks where one of a page is ticked, by strokes, a shape or a letter; cells of one character make words. */
static void pdf_boxes(void **state)
{
	static const struct { const char *contents, *words, *marks; } rows[] = {
		{ "50 700 9 9 re S 50 700 m 59 709 l S 59 700 m 50 709 l S BT /F 9 Tf 64 700 Td (Yes) Tj ET 150 700 9 9 re S BT /F 9 Tf 164 700 Td (No) Tj ET", "Yes No", "10" },
		{ "50 700 10 10 re S BT /F 9 Tf 52 702 Td (X) Tj ET BT /F 9 Tf 64 700 Td (Yes) Tj ET 150 700 10 10 re S", "Yes", "10" },
		{ "50 700 10 10 re S 52 702 6 6 re f 150 700 10 10 re S BT /F 9 Tf 64 700 Td (Yes) Tj ET", "Yes", "10" },
		/* none is ticked: squares may be bullets; one with text in it is none */
		{ "50 700 9 9 re S BT /F 9 Tf 64 700 Td (Item) Tj ET", "Item", "" },
		{ "50 700 12 12 re S BT /F 9 Tf 52 703 Td (7) Tj ET 150 700 12 12 re S 150 700 m 162 712 l S", "7", "1" },
		/* cells of one character, and an empty one between two words */
		{ "50 700 12 14 re S 62 700 12 14 re S 74 700 12 14 re S 86 700 12 14 re S 98 700 12 14 re S "
		  "BT /F 9 Tf 53 704 Td (4) Tj ET BT /F 9 Tf 65 704 Td (1) Tj ET BT /F 9 Tf 89 704 Td (A) Tj ET BT /F 9 Tf 101 704 Td (B) Tj ET", "41 AB", "" },
		/* a table of two rows is no comb */
		{ "50 660 12 70 re S 62 660 12 70 re S 74 660 12 70 re S 86 660 12 70 re S BT /F 9 Tf 53 704 Td (4) Tj ET BT /F 9 Tf 65 704 Td (1) Tj ET "
		  "BT /F 9 Tf 77 704 Td (7) Tj ET BT /F 9 Tf 89 704 Td (9) Tj ET", "4 1 7 9", "" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *objects[] = { "<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""), HELVETICA, CONTENTS(rows[i].contents) };
		struct parsed p;
		char marks[16] = "";
		PARSE(objects, NULL, &p);
		const struct doc_page *page = &p.doc.pages[0];
		for (size_t k = 0; k < page->marks_n && k < 15; k++)
			marks[k] = page->marks[k].on ? '1' : '0';
		assert_string_equal(marks, rows[i].marks);
		if (*rows[i].words)
			expect_shown(&p, rows[i].words);
		parsed_free(&p);
	}
}

/* Words from right to left are in the order of reading, whether drawn as they stand or as they are read; numbers in them too. */
static void pdf_right_to_left(void **state)
{
#define HEBREW "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>"
#define ALEF "\xD7\x90"
#define BET "\xD7\x91"
#define GIMEL "\xD7\x92"
	static const struct { const char *drawn, *want; } cases[] = {
		{ "(CBA) Tj", ALEF BET GIMEL }, { "(12-BA) Tj", ALEF BET "-12" }, { "(A) Tj -6 0 Td (B) Tj -6 0 Td (C) Tj", ALEF BET GIMEL },
		{ "[(A) 1200 (B) 1200 (C)] TJ", ALEF BET GIMEL }, { "(Z) Tj", "\xD7\x90\xD7\x91" }, { "(AZ) Tj", ALEF BET ALEF },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char contents[200];
		snprintf(contents, sizeof(contents), "BT /F 10 Tf 300 700 Td %s ET", cases[i].drawn);
		const char *const objects[] = {
			"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""), HEBREW, CONTENTS(contents),
			stream_of("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
				  "1 begincodespacerange <00> <FF> endcodespacerange\n3 beginbfrange <20> <40> <0020> <41> <43> <05D0> "
				  "<5A> <5A> <05D005D1> endbfrange\nendcmap CMapName currentdict /CMap defineresource pop end end"),
		};
		struct parsed p;
		PARSE(objects, NULL, &p);
		expect_shown(&p, cases[i].want);
		parsed_free(&p);
	}
}

/* What nobody sees is left out and counted: not painted, white on white, off the page, too small, clipped away. White on a
 * dark ground is seen. */
static void pdf_hidden(void **state)
{
	const char *const objects[] = {
		"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""), HELVETICA,
		CONTENTS("BT /F 12 Tf 72 700 Td (seen) Tj ET BT 3 Tr /F 12 Tf 72 680 Td (invisible) Tj ET "
			 "BT 0 Tr 1 g /F 12 Tf 72 660 Td (white) Tj ET BT 0 g /F 12 Tf 900 640 Td (outside) Tj ET BT /F 1 Tf 72 620 Td (tiny) Tj ET "
			 "q 0 0 50 50 re W n BT /F 12 Tf 72 600 Td (clipped) Tj ET Q "
			 "0 g 60 560 200 30 re f BT 1 g /F 12 Tf 72 570 Td (reversed) Tj ET"),
	};
	struct parsed p;
	PARSE(objects, NULL, &p);
	expect_shown(&p, "seen reversed");
	assert_int_equal(p.doc.hidden_words, 5);
	parsed_free(&p);
}

/* Files that come with the document or are pinned to a page are told, with their type; addresses of files elsewhere are not. */
static void pdf_attachments(void **state)
{
	const char *const objects[] = {
		"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Kids[<</Limits[(a)(b)]/Names[(a)6 0 R(b)7 0 R]>>]>>>>>>",
		PAGES, PAGE("/Annots[9 0 R]"), HELVETICA, CONTENTS("BT /F 12 Tf 72 700 Td (Invoice) Tj ET"),
		"<</Type/Filespec/F(old.xml)/UF(invoice.xml)/EF<</F 8 0 R>>>>", "<</Type/Filespec/F(elsewhere.txt)>>",
		stream_of("/Type/EmbeddedFile/Subtype/text#2Fxml", "<a/>"),
		"<</Type/Annot/Subtype/FileAttachment/P 3 0 R/Rect[100 100 120 120]/FS<</F(terms.txt)/EF<</F 8 0 R>>>>>>",
	};
	struct parsed p;
	PARSE(objects, NULL, &p);
	const struct doc_fact *invoice = fact_of(&p.doc, DOC_FACT_ATTACHMENT, "invoice.xml"),
			      *terms = fact_of(&p.doc, DOC_FACT_ATTACHMENT, "terms.txt");
	assert_true(str_eq_z((struct str){ p.doc.facts_text + invoice->label, invoice->label_len }, "text/xml"));
	expect_fact_at(&p.doc, invoice, "invoice.xml");
	assert_int_equal(invoice->page, 0);
	assert_int_equal(terms->page, 1);
	assert_in_range(terms->box.x0, 9900, 10200);
	assert_int_equal(p.doc.facts_n, 2);
	parsed_free(&p);
}

/* The files of a portfolio are read behind its cover, also a PDF among them; one that cannot be read is a name alone; files that
 * come with any other document are no pages of it. */
static void pdf_portfolio(void **state)
{
	static const char *const catalogs[] = {
		"<</Type/Catalog/Pages 2 0 R/Collection<</Type/Collection>>/Names<</EmbeddedFiles<</Names[(a)6 0 R(b)7 0 R(c)8 0 R]>>>>>>",
		"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)6 0 R(b)7 0 R(c)8 0 R]>>>>>>",
	};
	const char *const inner_objects[] = {
		"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""), HELVETICA, CONTENTS("BT /F 12 Tf 72 700 Td (Total 12.50) Tj ET"),
	};
	struct buf inner = BUF_INIT(0);
	pdf_of(inner_objects, sizeof(inner_objects) / sizeof(*inner_objects), "", &inner);
	for (size_t i = 0; i < 2; i++) {
		const char *const objects[] = {
			catalogs[i], PAGES, PAGE(""), HELVETICA, CONTENTS("BT /F 12 Tf 72 700 Td (Open in a reader) Tj ET"),
			"<</Type/Filespec/F(note.txt)/EF<</F 9 0 R>>>>", "<</Type/Filespec/F(odd.bin)/EF<</F 10 0 R>>>>",
			"<</Type/Filespec/F(bill.pdf)/EF<</F 11 0 R>>>>", stream_of("/Type/EmbeddedFile", "A note"),
			stream_of("/Type/EmbeddedFile", "\1\2\3\4"), stream_of("/Type/EmbeddedFile", buf_view(&inner).p),
		};
		struct parsed p;
		PARSE(objects, NULL, &p);
		assert_int_equal(p.doc.pages_n, i ? 1 : 3);
		assert_int_equal(p.doc.source_pages, i ? 1 : 3);
		assert_int_equal(p.doc.facts_n, 3);
		expect_page(&p, 0, "Open in a reader");
		if (!i) {
			expect_page(&p, 1, "A note");
			expect_page(&p, 2, "Total 12.50");
		}
		parsed_free(&p);
	}
	buf_fini(&inner);
}

/* A font whose map to Unicode leads nowhere is read from its picture; without recognition its words stay as they are. */
static void pdf_unreadable(void **state)
{
	const char *const objects[] = {
		"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>",
		CONTENTS("BT /F 24 Tf 72 700 Td (Delivered to the harbour office) Tj 0 -40 Td (on the second day of March) Tj ET"),
		stream_of("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
			  "1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfrange <21> <7E> <E021> endbfrange\n"
			  "endcmap CMapName currentdict /CMap defineresource pop end end"),
	};
	struct task task = { .ocr = true };
	struct parsed p;
	PARSE(objects, &task, &p);
	expect_shown(&p, "Delivered to the harbour office on the second day of March");
	parsed_free(&p);
}

/* A line of text as a picture of a bit a pixel, written as an image object in hexadecimal. */
static void picture_of(const char *text, struct buf *out)
{
	enum { WIDE = 904, HIGH = 120 };
	L_BMF *font = bmfCreate(NULL, 20);
	PIX *pix = pixCreate(WIDE, HIGH, 8);
	pixSetAll(pix);
	pixSetTextline(pix, font, text, 0, 40, 70, NULL, NULL);
	struct buf hex = BUF_INIT(0);
	for (int y = 0; y < HIGH; y++)
		for (int x = 0; x < WIDE; x += 4) {
			unsigned nibble = 0;
			for (int i = 0; i < 4; i++)
				nibble = nibble << 1 | (GET_DATA_BYTE(pixGetData(pix) + y * pixGetWpl(pix), x + i) > 128);
			buf_byte(&hex, "0123456789ABCDEF"[nibble]);
		}
	buf_printf(out, "<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/ASCIIHexDecode"
		   "/Length %zu>>stream\n%s>\nendstream", WIDE, HIGH, hex.n + 1, hex.p);
	buf_fini(&hex);
	pixDestroy(&pix);
	bmfDestroy(&font);
}

/* A scan's hidden text layer is believed if it reads like text; rubbish is dropped, counted, and the picture read. Where
 * nothing is to be recognised (the tier fast), the layer is all there is. */
static void pdf_layers(void **state)
{
#define GOOD "the goods were delivered to the harbour office on the second day of the month of March and they are to be paid at once"
#define RUBBISH "D~l1v#rcd t0; tHe h@rb%r 0f|c= ~n .h# s;c^nd d@; #f ,|e m~n.. 0f M@;%h"
	static const struct { const char *layer; bool ocr; const char *want; } cases[] = {
		{ GOOD, true, GOOD }, { RUBBISH, true, "Invoice number 4711" }, { RUBBISH, false, RUBBISH },
	};
	struct buf picture = BUF_INIT(0);
	picture_of("Invoice number 4711", &picture);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char contents[400];
		snprintf(contents, sizeof(contents), "q 452 0 0 60 0 0 cm /I Do Q BT 3 Tr /F 6 Tf 20 25 Td (%s) Tj ET", cases[i].layer);
		const char *const objects[] = {
			"<</Type/Catalog/Pages 2 0 R>>", PAGES,
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 452 60]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/XObject<</I 6 0 R>>>>>>",
			HELVETICA, CONTENTS(contents), picture.p,
		};
		struct task task = { .ocr = cases[i].ocr };
		struct parsed p;
		PARSE(objects, &task, &p);
		expect_shown(&p, cases[i].want);
		parsed_free(&p);
	}
	buf_fini(&picture);
}

/* A picture among text is read, unless thrift is asked for and the page has text enough of its own. */
static void pdf_thrifty(void **state)
{
#define TWENTY "one two three four five six seven eight nine ten one two three four five six seven eight nine ten"
	static const struct { const char *text; uint32_t wishes; bool read; } cases[] = {
		{ TWENTY, 0, true }, { TWENTY, TASK_THRIFTY, false }, { "one two three", TASK_THRIFTY, true },
	};
	struct buf picture = BUF_INIT(0);
	picture_of("Invoice number 4711", &picture);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char contents[400];
		snprintf(contents, sizeof(contents), "q 452 0 0 60 0 0 cm /I Do Q BT /F 6 Tf 20 300 Td (%s) Tj ET", cases[i].text);
		const char *const objects[] = {
			"<</Type/Catalog/Pages 2 0 R>>", PAGES,
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 452 600]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/XObject<</I 6 0 R>>>>>>",
			HELVETICA, CONTENTS(contents), picture.p,
		};
		struct task task = { .ocr = true, .wishes = cases[i].wishes };
		struct parsed p;
		struct buf want = BUF_INIT(0);
		buf_printf(&want, "%s%s", cases[i].text, cases[i].read ? " Invoice number 4711" : "");
		PARSE(objects, &task, &p);
		expect_shown(&p, want.p);
		parsed_free(&p);
		buf_fini(&want);
	}
	buf_fini(&picture);
}

/* A file that opens only with a password is protected, not broken. */
static void pdf_locked(void **state)
{
#define KEY "<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>"
	const char *const objects[] = {
		"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""), HELVETICA, CONTENTS("BT /F 12 Tf 72 700 Td (secret) Tj ET"),
		"<</Filter/Standard/V 2/R 3/Length 128/P -4/O" KEY "/U" KEY ">>",
	};
	struct buf b = BUF_INIT(0);
	struct parsed p;
	struct err e = { 0 };
	pdf_of(objects, sizeof(objects) / sizeof(objects[0]), "/Encrypt 6 0 R/ID[<00><00>]", &b);
	assert_false(parse_bytes(buf_view(&b), "x.pdf", NULL, &p, &e));
	assert_int_equal(e.code, ERR_PROTECTED);
	parsed_free(&p);
	buf_fini(&b);
}

static void assert_field(const struct doc *d, const char *name, const char *label, const char *value)
{
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		if (f->kind == DOC_FACT_FIELD && str_eq_z((struct str){ d->facts_text + f->name, f->name_len }, name)) {
			assert_true(str_eq_z((struct str){ d->facts_text + f->label, f->label_len }, label));
			assert_true(str_eq_z((struct str){ d->facts_text + f->value, f->value_len }, value));
			return;
		}
	}
	fail_msg("no field %s", name);
}

/* A stretch of glyphs says what its writer tells: within a word, of several words, a hyphen, and letters from right to left. */
static void test_actual_text(void **state)
{
	struct parsed p;
	const char *objects[] = { "<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""), HELVETICA,
		CONTENTS("BT /F 12 Tf 72 700 Td (o) Tj /Span <</ActualText (ffi)>> BDC (#) Tj EMC (ce) Tj ET "
			 "BT /F 12 Tf 72 680 Td /Span <</ActualText (two words)>> BDC (1234 567) Tj EMC ( end) Tj ET "
			 "BT /F 12 Tf 72 660 Td (ab) Tj /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC ET "
			 "BT /F 12 Tf 72 640 Td /Span <</ActualText <FEFF05D005D1>>> BDC (x) Tj EMC ET "
			 "BT /F 12 Tf 72 620 Td /Span <</Lang (en)>> BDC (same) Tj /Span <</ActualText (d)>> BDC (as drawn) Tj") };
	PARSE(objects, NULL, &p);
	expect_shown(&p, "office two words end ab- \xD7\x90\xD7\x91 samed");
	parsed_free(&p);
}

/* Accents drawn as glyphs of their own, before the letter they stand above: within a word, at its start and raised; a sign beside a letter stays. */
static void test_accents(void **state)
{
	struct parsed p;
	const char *objects[] = { "<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""), HELVETICA,
		CONTENTS("BT /F 12 Tf 72 700 Td [(f) -111 (\\250) 444 (ur)] TJ ET "
			 "BT /F 12 Tf 72 680 Td 2 Ts [-167 (\\264)] TJ 0 Ts [500 (Etat)] TJ ET "
			 "BT /F 12 Tf 72 660 Td [(fran) -83 (\\270) 417 (cais)] TJ ET "
			 "BT /F 12 Tf 72 640 Td (x\\250y a~b) Tj ET") };
	PARSE(objects, NULL, &p);
	expect_shown(&p, "f\xC3\xBCr \xC3\x89tat fran\xC3\xA7" "ais x\xC2\xA8y a~b");
	parsed_free(&p);
}

/* What was filled into a form in XFA is told by its path, with the caption of its field; formatted text as text, blanks as such. */
static void test_xfa(void **state)
{
	struct parsed p;
	const char *objects[] = { "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA[(template) 6 0 R(datasets) 7 0 R]>>>>", PAGES, PAGE(""), HELVETICA,
		CONTENTS("BT /F 12 Tf 72 700 Td (Please wait) Tj ET"),
		stream_of("", "<template xmlns='t'><subform name='form1'><field name='nm'><caption><value><text>Full name</text></value></caption></field>"
			      "</subform></template>"),
		stream_of("", "<xfa:datasets xmlns:xfa='d'><xfa:data><form1><nm>Ann Lee</nm><Address><City/></Address>"
			      "<note><body><p>two</p><p>lines</p></body></note></form1></xfa:data></xfa:datasets>") };
	PARSE(objects, NULL, &p);
	assert_field(&p.doc, "form1.nm", "Full name", "Ann Lee");
	assert_field(&p.doc, "form1.Address.City", "City", "");
	assert_field(&p.doc, "form1.note", "note", "two lines");
	parsed_free(&p);
}

/* Japanese written downwards: a word for each line, as wide as its letters, that goes on below. */
static void pdf_downwards(void **state)
{
	struct parsed p;
	const char *objects[] = { "<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE(""),
		"<</Type/Font/Subtype/Type0/BaseFont/J/Encoding/UniJIS-UCS2-V/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/J/DW 1000"
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/J/Flags 4/Ascent 752"
		"/Descent -221/FontBBox[0 -250 1000 922]/StemV 100/ItalicAngle 0>>>>]>>",
		CONTENTS("BT /F 20 Tf 400 700 Td <7E2666F8304D> Tj ET") };
	PARSE(objects, NULL, &p);
	expect_shown(&p, "\xE7\xB8\xA6\xE6\x9B\xB8\xE3\x81\x8D");
	const struct doc_word *w = &p.doc.pages[0].words[0];
	assert_true(w->flags & DOC_VERTICAL);
	assert_int_equal(w->down, 1);
	assert_in_range(w->box.x0, 38900, 39100);
	assert_in_range(w->box.x1, 40900, 41100);
	assert_in_range(w->box.y0, 9000, 9300);
	assert_in_range(w->box.y1, 15100, 15700);
	parsed_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_actual_text), cmocka_unit_test(test_accents), cmocka_unit_test(test_xfa), cmocka_unit_test(pdf_fields),
					    cmocka_unit_test(pdf_choices), cmocka_unit_test(pdf_glyphs_placed), cmocka_unit_test(pdf_pattern_text),
					    cmocka_unit_test(pdf_spaced), cmocka_unit_test(pdf_boxes),
					    cmocka_unit_test(pdf_right_to_left), cmocka_unit_test(pdf_downwards), cmocka_unit_test(pdf_hidden), cmocka_unit_test(pdf_attachments), cmocka_unit_test(pdf_portfolio),
					    cmocka_unit_test(pdf_unreadable), cmocka_unit_test(pdf_thrifty), cmocka_unit_test(pdf_layers),
					    cmocka_unit_test(pdf_locked) };
	ocr_prepare(STR("en"));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
