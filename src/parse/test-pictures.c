/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pictures of text inside of documents: read where they are shown. */
#include "parse/test-parse.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <glib.h>
#include <leptonica/allheaders.h>

#include "parse/ocr.h"
#include "parse/test-metafile.h"
#include "parse/test-pack.h"

enum { WIDE = 1200, HIGH = 300, ABOVE = 1700 /* most that a format leaves above a paragraph, doc units */ };

static struct buf png; /* two lines of text */

static int draw(void **state)
{
	L_BMF *font = bmfCreate(NULL, 20);
	PIX *pix = pixCreate(WIDE, HIGH, 8);
	l_uint8 *data = NULL;
	size_t n = 0;
	pixSetAll(pix);
	pixSetTextline(pix, font, "Invoice number 4711 of the second quarter", 0, 100, 120, NULL, NULL);
	pixSetTextline(pix, font, "Delivered to the harbour office yesterday", 0, 100, 200, NULL, NULL);
	assert_int_equal(pixWriteMemPng(&data, &n, pix, 0), 0);
	buf_init(&png, 0);
	buf_add(&png, data, n);
	lept_free(data);
	pixDestroy(&pix);
	bmfDestroy(&font);
	ocr_prepare(STR("en"));
	return 0;
}

static int drop(void **state)
{
	buf_fini(&png);
	return 0;
}

static const struct doc_word *find(const struct doc_page *page, const char *text)
{
	for (size_t i = 0; i < page->words_n; i++)
		if (str_eq_z(doc_word_text(page, &page->words[i]), text))
			return &page->words[i];
	return NULL;
}

static const struct task with_ocr = { .ocr = true };

/* Read; "harbour" must stand in a picture whose left, top and width those are, and "after" below it. */
static void expect_read(struct str bytes, const char *name, int32_t left, int32_t top, int32_t width)
{
	struct parsed p;
	struct err e = { 0 };
	if (!parse_bytes(bytes, name, &with_ocr, &p, &e))
		fail_msg("%s: %s", name, e.text);
	const struct doc_page *page = &p.doc.pages[0];
	const struct doc_word *w = find(page, "harbour"), *first = find(page, "Invoice"), *after = find(page, "after");
	int32_t unit = width / WIDE;
	assert_non_null(w);
	assert_non_null(first);
	assert_non_null(after);
	assert_int_equal(w->source, DOC_SOURCE_OCR);
	assert_true(w->conf > 50);
	assert_in_range(first->box.x0, left + 92 * unit, left + 108 * unit);
	assert_in_range(first->box.y1, top + 110 * unit, top + 130 * unit + ABOVE);
	assert_in_range(w->box.y1 - first->box.y1, 70 * unit, 90 * unit);
	assert_true(after->box.y0 >= top + HIGH * unit);
	parsed_free(&p);
}

#define RELS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define DRAWING "<w:p><w:r><w:drawing><wp:inline xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'>" \
	"<wp:extent cx='4572000' cy='%s'/><a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:blip r:embed='p'/>" \
	"</a:graphic></wp:inline></w:drawing></w:r></w:p>"
#define VML "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' style='position:relative;width:360pt;height:90pt'>" \
	"<v:imagedata r:id='p'/></v:shape></w:pict></w:r></w:p>"

static struct str docx_with(const char *picture, const char *name, struct str bytes)
{
	struct buf b = BUF_INIT(0), path = BUF_INIT(0), rels = BUF_INIT(0);
	buf_printf(&path, "word/media/%s", name);
	buf_printf(&rels, RELS "<Relationship Id='p' Type='" REL "/image' Target='media/%s'/></Relationships>", name);
	buf_printf(&b, "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='" REL "'><w:body>%s"
		   "<w:p><w:r><w:t>after</w:t></w:r></w:p></w:body></w:document>", picture);
	const struct file files[] = {
		{ "_rels/.rels", STR(RELS "<Relationship Id='a' Type='" REL "/officeDocument' Target='word/document.xml'/></Relationships>") },
		{ "word/_rels/document.xml.rels", buf_view(&rels) },
		{ path.p, bytes },
		{ "word/document.xml", buf_view(&b) },
	};
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	buf_fini(&b);
	buf_fini(&path);
	buf_fini(&rels);
	return s;
}

static struct str docx(const char *picture, struct str bytes)
{
	return docx_with(picture, "a.png", bytes);
}

/* The text of a drawing needs no recognition: it stands where the drawing is shown. */
static void test_drawing(void **state)
{
	char drawing[600];
	struct buf emf;
	snprintf(drawing, sizeof(drawing), DRAWING, "2286000");
	emf_begin(&emf);
	emf_font(&emf, 1, -20, 0, 400, "Arial");
	emf_text(&emf, 500, 250, "Invoice harbour", 10);
	struct str s = docx_with(drawing, "a.emf", buf_view(&emf));
	for (int ocr = 0; ocr < 2; ocr++) {
		struct parsed p;
		struct err e = { 0 };
		struct task task = { .ocr = ocr };
		assert_true(parse_bytes(s, "a.docx", &task, &p, &e));
		const struct doc_page *page = &p.doc.pages[0];
		const struct doc_word *first = find(page, "Invoice"), *last = find(page, "harbour");
		assert_int_equal(page->words_n, 3);
		assert_non_null(first);
		assert_non_null(last);
		assert_int_equal(first->source, DOC_SOURCE_TEXT);
		assert_in_range(first->box.x0, 3600 + 17990, 3600 + 18010);
		assert_in_range(last->box.x1 - first->box.x0, 15 * 360 - 10, 15 * 360 + 10);
		parsed_free(&p);
	}
	free((void *)(uintptr_t)s.p);
	buf_fini(&emf);
}

/* In a DOCX, as today's Word and as that of 2003 write it. */
static void test_docx(void **state)
{
	char drawing[600];
	snprintf(drawing, sizeof(drawing), DRAWING, "1143000");
	const char *const bodies[] = { drawing, VML };
	for (size_t i = 0; i < 2; i++) {
		struct str s = docx(bodies[i], buf_view(&png));
		expect_read(s, "a.docx", 3600, 3600, 36000);
		free((void *)(uintptr_t)s.p);
	}
}

/* Where pictures lie is told where that is asked for, and of a stamp that there is one; its number draws it. */
static void test_told(void **state)
{
	char drawing[600];
	const char *const heights[] = { "100000", "1143000" };
	for (size_t i = 0; i < 2; i++) {
		struct parsed p;
		struct err e = { 0 };
		struct task task = { .pictures = true };
		snprintf(drawing, sizeof(drawing), DRAWING, heights[i]);
		struct str s = docx(drawing, buf_view(&png));
		assert_true(parse_bytes(s, "a.docx", &task, &p, &e));
		assert_int_equal(p.doc.facts_n, 1);
		const struct doc_fact *f = &p.doc.facts[0];
		assert_int_equal(f->kind, DOC_FACT_PICTURE);
		assert_int_equal(f->page, i);
		assert_int_equal(f->box.x1 - f->box.x0, i ? 36000 : 0);
		assert_true(str_eq_z((struct str){ p.doc.facts_text + f->value, f->value_len }, "1"));
		parsed_free(&p);
		free((void *)(uintptr_t)s.p);
	}
}

/* A stamp of a picture is passed over and takes no place; so is each without recognition, but it takes its place. */
static void test_small(void **state)
{
	char drawing[600];
	const char *const heights[] = { "100000", "1143000" };
	for (size_t i = 0; i < 2; i++) {
		struct parsed p;
		struct err e = { 0 };
		struct task task = { .ocr = i == 0 };
		snprintf(drawing, sizeof(drawing), DRAWING, heights[i]);
		struct str s = docx(drawing, buf_view(&png));
		assert_true(parse_bytes(s, "a.docx", &task, &p, &e));
		assert_int_equal(p.doc.pages[0].words_n, 1);
		assert_true((p.doc.pages[0].words[0].box.y0 > 12000) == (i == 1));
		parsed_free(&p);
		free((void *)(uintptr_t)s.p);
	}
}

/* A picture cut short, and one of another kind, leave the rest of the page as it is. */
static void test_damaged(void **state)
{
	char drawing[600];
	snprintf(drawing, sizeof(drawing), DRAWING, "1143000");
	const struct str broken[] = { { png.p, png.n / 3 }, { png.p, 20 }, STR("GIF89a"), STR("\x01\0\0\0 EMF"), STR("") };
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		struct parsed p;
		struct err e = { 0 };
		struct str s = docx(drawing, broken[i]);
		assert_true(parse_bytes(s, "a.docx", &with_ocr, &p, &e));
		assert_non_null(find(&p.doc.pages[0], "after"));
		assert_int_equal(doc_faults(&p.doc), 0);
		parsed_free(&p);
		free((void *)(uintptr_t)s.p);
	}
}

/* More pictures than a page's share of time is for are left unread, and the page says so. */
static void test_many(void **state)
{
	PIX *pix = pixCreate(4000, 3000, 1);
	l_uint8 *data = NULL;
	size_t n = 0;
	struct parsed p;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	assert_int_equal(pixWriteMemPng(&data, &n, pix, 0), 0);
	gchar *text = g_base64_encode(data, n);
	for (int i = 0; i < 8; i++)
		buf_printf(&b, "<p>word <img src='data:image/png;base64,%s' width=480 height=360></p>", text);
	assert_true(parse_bytes(buf_view(&b), "a.html", &with_ocr, &p, &e));
	assert_int_equal(p.doc.pages[0].words_n, 8);
	assert_int_equal(p.doc.pages[0].fault, ERR_BUDGET);
	parsed_free(&p);
	buf_fini(&b);
	g_free(text);
	lept_free(data);
	pixDestroy(&pix);
}

/* In an ODT, by the size of its frame. */
static void test_odt(void **state)
{
	const struct file files[] = {
		{ "mimetype", STR("application/vnd.oasis.opendocument.text") },
		{ "content.xml", STR("<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
			"xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
			"xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'>"
			"<office:body><office:text><text:p><draw:frame svg:width='5in' svg:height='1.25in'><draw:image xlink:href='Pictures/a.png'/>"
			"</draw:frame></text:p><text:p>after</text:p></office:text></office:body></office:document-content>") },
		{ "Pictures/a.png", buf_view(&png) },
	};
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	expect_read(s, "a.odt", 3600, 3600, 36000);
	free((void *)(uintptr_t)s.p);
}

/* On a slide, at its place. */
static void test_pptx(void **state)
{
#define P "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' " \
	"xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:r='" REL "'"
	const struct file files[] = {
		{ "_rels/.rels", STR(RELS "<Relationship Id='a' Type='" REL "/officeDocument' Target='ppt/presentation.xml'/></Relationships>") },
		{ "ppt/presentation.xml", STR("<p:presentation " P "><p:sldIdLst><p:sldId id='256' r:id='s'/></p:sldIdLst></p:presentation>") },
		{ "ppt/_rels/presentation.xml.rels", STR(RELS "<Relationship Id='s' Type='" REL "/slide' Target='slides/slide1.xml'/></Relationships>") },
		{ "ppt/slides/_rels/slide1.xml.rels", STR(RELS "<Relationship Id='p' Type='" REL "/image' Target='../media/a.png'/></Relationships>") },
		{ "ppt/slides/slide1.xml", STR("<p:sld " P "><p:cSld><p:spTree><p:pic><p:blipFill><a:blip r:embed='p'/></p:blipFill><p:spPr>"
			"<a:xfrm><a:off x='914400' y='1828800'/><a:ext cx='4572000' cy='1143000'/></a:xfrm></p:spPr></p:pic>"
			"<p:sp><p:spPr><a:xfrm><a:off x='914400' y='4572000'/><a:ext cx='4572000' cy='1143000'/></a:xfrm></p:spPr>"
			"<p:txBody><a:bodyPr/><a:p><a:r><a:t>after</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>") },
		{ "ppt/media/a.png", buf_view(&png) },
	};
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	expect_read(s, "a.pptx", 7200, 14400, 36000);
	free((void *)(uintptr_t)s.p);
}

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='100'><rect width='400' height='100' fill='navy'/>" \
	"<text x='40' y='50' font-size='20' fill='white'>Invoice harbour</text></svg>"

/* The words of an SVG that the first page of a document holds, whose place, left and width are those; nothing is recognised. */
static void expect_drawn(struct str bytes, const char *name, int32_t left, int32_t width)
{
	for (int ocr = 0; ocr < 2; ocr++) {
		struct parsed p;
		struct err e = { 0 };
		if (!parse_bytes(bytes, name, &(struct task){ .ocr = ocr }, &p, &e))
			fail_msg("%s: %s", name, e.text);
		const struct doc_page *page = &p.doc.pages[0];
		const struct doc_word *first = find(page, "Invoice"), *after = find(page, "after");
		assert_int_equal(page->words_n, 3);
		assert_non_null(first);
		assert_non_null(after);
		assert_int_equal(first->source, DOC_SOURCE_TEXT);
		assert_in_range(first->box.x0, left + width / 10 - 10, left + width / 10 + 10);
		assert_true(after->box.y0 > first->box.y1);
		parsed_free(&p);
	}
}

/* Drawings in SVG say their text, however small, and are not recognised where an image of them stands beside them. */
static void test_svg(void **state)
{
	const struct str svg = STR(SVG);
	const struct file docx_files[] = {
		{ "_rels/.rels", STR(RELS "<Relationship Id='a' Type='" REL "/officeDocument' Target='word/document.xml'/></Relationships>") },
		{ "word/_rels/document.xml.rels", STR(RELS "<Relationship Id='p' Type='" REL "/image' Target='a.png'/><Relationship Id='s' Type='" REL
			"/image' Target='a.svg'/></Relationships>") },
		{ "word/document.xml", STR("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='" REL "' "
			"xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><w:body><w:p><w:r><w:drawing>"
			"<wp:inline xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'><wp:extent cx='914400' cy='228600'/>"
			"<a:blip r:embed='p'><asvg:svgBlip xmlns:asvg='urn:svg' r:embed='s'/></a:blip></wp:inline></w:drawing></w:r></w:p>"
			"<w:p><w:r><w:t>after</w:t></w:r></w:p></w:body></w:document>") },
		{ "word/a.png", buf_view(&png) }, { "word/a.svg", svg },
	};
	const struct file odt_files[] = {
		{ "mimetype", STR("application/vnd.oasis.opendocument.text") },
		{ "content.xml", STR("<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
			"xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
			"xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'>"
			"<office:body><office:text><text:p><draw:frame svg:width='5in' svg:height='1.25in'><draw:image xlink:href='a.svg'/>"
			"<draw:image xlink:href='a.png'/></draw:frame></text:p><text:p>after</text:p></office:text></office:body></office:document-content>") },
		{ "a.png", buf_view(&png) }, { "a.svg", svg },
	};
	const struct file epub_files[] = {
		{ "mimetype", STR("application/epub+zip") },
		{ "META-INF/container.xml", STR("<container><rootfiles><rootfile full-path='OPS/a.opf'/></rootfiles></container>") },
		{ "OPS/a.opf", STR("<package><manifest><item id='c' href='one.xhtml' media-type='application/xhtml+xml'/></manifest>"
			"<spine><itemref idref='c'/></spine></package>") },
		{ "OPS/one.xhtml", STR("<html><body><p><img src='a.svg' width='480'/></p><p>after</p></body></html>") },
		{ "OPS/a.svg", svg },
	};
	const struct { const struct file *files; size_t n; const char *name; int32_t width; } cases[] = {
		{ docx_files, sizeof(docx_files) / sizeof(*docx_files), "a.docx", 7200 },
		{ odt_files, sizeof(odt_files) / sizeof(*odt_files), "a.odt", 36000 },
		{ epub_files, sizeof(epub_files) / sizeof(*epub_files), "a.epub", 36000 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct str s = pack(cases[i].files, cases[i].n, NULL);
		expect_drawn(s, cases[i].name, 3600, cases[i].width);
		free((void *)(uintptr_t)s.p);
	}
}

/* What style sheets of a book hide, also those that one imports, is not seen; a page of it may be a drawing. */
static void test_book_styles(void **state)
{
	const struct file files[] = {
		{ "mimetype", STR("application/epub+zip") },
		{ "META-INF/container.xml", STR("<container><rootfiles><rootfile full-path='OPS/a.opf'/></rootfiles></container>") },
		{ "OPS/a.opf", STR("<package><manifest><item id='c' href='text/one.xhtml' media-type='application/xhtml+xml'/>"
			"<item id='d' href='art/two.svg' media-type='image/svg+xml'/></manifest><spine><itemref idref='c'/><itemref idref='d'/></spine></package>") },
		{ "OPS/text/one.xhtml", STR("<html><head><link rel='stylesheet' href='../css/a%20b.css'/></head><body><p class='head'>Head</p>"
			"<p class='out'>unseen</p><p class='far'>distant</p><p class='print'>plain</p></body></html>") },
		{ "OPS/css/a b.css", STR("@charset 'utf-8'; /* all */ @import url(\"more/c.css\"); @import 'p.css' print;\n.out{display:none} "
			".head{font-size:20pt;font-weight:bold}") },
		{ "OPS/css/more/c.css", STR(".far{visibility:hidden}") }, { "OPS/css/p.css", STR(".print{display:none}") },
		{ "OPS/art/two.svg", STR(SVG) },
	};
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	struct parsed p;
	struct err e = { 0 };
	assert_true(parse_bytes(s, "a.epub", NULL, &p, &e));
	assert_int_equal(p.doc.pages_n, 2);
	assert_int_equal(p.doc.pages[0].words_n, 2);
	assert_int_equal(find(&p.doc.pages[0], "Head")->size, 2000);
	assert_true(find(&p.doc.pages[0], "Head")->flags & DOC_BOLD);
	assert_non_null(find(&p.doc.pages[0], "plain"));
	assert_int_equal(p.doc.hidden_words, 2);
	assert_non_null(find(&p.doc.pages[1], "harbour"));
	parsed_free(&p);
	free((void *)(uintptr_t)s.p);
}

/* In a page of HTML, its bytes in its address and its size in its bytes; one that lies elsewhere is not fetched. */
static void test_html(void **state)
{
	struct buf b = BUF_INIT(0);
	gchar *text = g_base64_encode((const guchar *)png.p, png.n);
	buf_printf(&b, "<html><body><img src='a.png' width=400 height=200><p><img src='data:image/png;base64,%s' width=480></p><p>after</p>", text);
	expect_read(buf_view(&b), "a.html", 3600, 3600, 36000);
	g_free(text);
	buf_fini(&b);
}

/* In a chapter of a book, named from where the chapter lies. */
static void test_epub(void **state)
{
	const struct file files[] = {
		{ "mimetype", STR("application/epub+zip") },
		{ "META-INF/container.xml", STR("<container><rootfiles><rootfile full-path='OPS/a.opf'/></rootfiles></container>") },
		{ "OPS/a.opf", STR("<package><manifest><item id='c' href='text/one.xhtml' media-type='application/xhtml+xml'/></manifest>"
			"<spine><itemref idref='c'/></spine></package>") },
		{ "OPS/text/one.xhtml", STR("<html><body><p><img src='../art/a%20b.png' width='480'/></p><p>after</p></body></html>") },
		{ "OPS/art/a b.png", buf_view(&png) },
	};
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	expect_read(s, "a.epub", 3600, 3600, 36000);
	free((void *)(uintptr_t)s.p);
}

static void hex_put(struct buf *b, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		buf_printf(b, i % 40 ? "%02x" : "\n%02X", (unsigned char)bytes.p[i]);
}

/* In RTF its digits stand in the text; the copy for old readers, and one of a kind that is not read, are passed over. */
static void test_rtf(void **state)
{
	struct buf b = BUF_INIT(0);
	buf_z(&b, "{\\rtf1\\ansi\\paperw12240\\paperh15840\\margl720\\margr720\\margt720\\margb720 {\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn x}{\\sv 1}}}"
		  "\\picscalex50\\picscaley50\\picwgoal14400\\pichgoal3600\\pngblip{\\*\\blipuid 0a0b0c}");
	hex_put(&b, buf_view(&png));
	buf_z(&b, "}}{\\nonshppict{\\pict\\picwgoal7200\\pichgoal1800\\pngblip");
	hex_put(&b, buf_view(&png));
	buf_z(&b, "}}{\\pict\\picwgoal7200\\pichgoal1800\\macpict 0102}\\par after\\par}");
	expect_read(buf_view(&b), "x.rtf", 3600, 3600, 36000);
	buf_fini(&b);
}

/* Pictures in an archive are the pages of a comic book, by the order of their names; what else is in it is none. */
static void test_comic(void **state)
{
	const struct file files[] = { { "info.xml", STR("<ComicInfo/>") }, { "b.png", buf_view(&png) }, { "a.png", buf_view(&png) } };
	struct str s = pack(files, sizeof(files) / sizeof(*files), NULL);
	struct parsed p;
	struct err e = { 0 };
	if (!parse_bytes(s, "x.cbz", &with_ocr, &p, &e))
		fail_msg("%s", e.text);
	assert_true(str_eq_z(p.doc.format, "cbz"));
	assert_int_equal(p.doc.pages_n, 2);
	assert_non_null(find(&p.doc.pages[1], "harbour"));
	parsed_free(&p);
	free((void *)(uintptr_t)s.p);
}

/* A book of Calibre is the page or the text in its archive; an archive in its place is no book. */
static void test_packed_book(void **state)
{
	static const struct { const char *name, *entry, *text, *format; } rows[] = {
		{ "x.htmlz", "index.html", "<html><body><h1>Title</h1><p>one <b>two</b></p></body></html>", "html" },
		{ "x.txtz", "index.txt", "Title\n\none two\n", "txt" },
	};
	struct err e = { 0 };
	struct parsed p;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct file files[] = { { "metadata.opf", STR("<package/>") }, { rows[i].entry, str_from(rows[i].text) } };
		struct str s = pack(files, 2, NULL);
		if (!parse_bytes(s, rows[i].name, NULL, &p, &e))
			fail_msg("%s", e.text);
		assert_true(str_eq_z(p.doc.format, rows[i].format));
		assert_int_equal(p.doc.pages[0].words_n, 3);
		parsed_free(&p);
		const struct file outer[] = { { "other.txt", STR("x") } };
		struct str none = pack(outer, 1, NULL);
		assert_false(parse_bytes(none, rows[i].name, NULL, &p, &e));
		assert_int_equal(e.code, ERR_BROKEN);
		parsed_free(&p);
		free((void *)(uintptr_t)none.p);
		free((void *)(uintptr_t)s.p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_docx), cmocka_unit_test(test_small), cmocka_unit_test(test_told), cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_drawing), cmocka_unit_test(test_many), cmocka_unit_test(test_odt),
		cmocka_unit_test(test_pptx), cmocka_unit_test(test_html), cmocka_unit_test(test_epub), cmocka_unit_test(test_svg), cmocka_unit_test(test_book_styles), cmocka_unit_test(test_comic), cmocka_unit_test(test_rtf),
		cmocka_unit_test(test_packed_book),
	};
	return cmocka_run_group_tests(tests, draw, drop);
}
