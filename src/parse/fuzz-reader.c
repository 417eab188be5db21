/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * One reader over arbitrary bytes, without a jail: a row of targets[], which -DTARGET names, or the first argument of a
 * replay. What is written must be a document that the pool accepts; what is refused must have its reason.
 * Words to mutate with stand in fuzz-TARGET.dict.
 */
#include "parse/format.h"

#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define BYTES(name, format) { name, &format_##format, NULL, NULL, 0 }
#define PART(name, format, part, main) { name, &format_##format, part, main, 0 }
#define STREAM(name, format, object) { name, &format_##format, NULL, NULL, object }

/*
 * Readers of packages get the bytes as that part of a sound package, so that the search is not spent on inflating; that of
 * PDF as one of its streams.
 */
static const struct target {
	const char *name;
	const struct format *reader;
	const char *part; /* NULL: the bytes are the document */
	const char *main; /* where a package of OOXML begins */
	size_t object;    /* 5: what a page of PDF draws, 6: the data of a form in XFA; else 0 */
} targets[] = {
	BYTES("csv", csv),
	PART("docx", docx, "word/document.xml", "word/document.xml"),
	PART("docx-chart", docx, "word/chart1.xml", "word/document.xml"),
	PART("docx-diagram", docx, "word/diagrams/drawing1.xml", "word/document.xml"),
	PART("docx-header", docx, "word/header1.xml", "word/document.xml"),
	PART("docx-notes", docx, "word/footnotes.xml", "word/document.xml"),
	PART("docx-styles", docx, "word/styles.xml", "word/document.xml"),
	BYTES("eml", eml),
	PART("epub", epub, "OEBPS/a.opf", NULL),
	BYTES("foreign", foreign),
	BYTES("html", html),
	BYTES("jpeg", jpeg),
	BYTES("md", md),
	BYTES("msg", msg),
	PART("odp", odp, "content.xml", NULL),
	PART("odt", odt, "content.xml", NULL),
	PART("odt-object", odt, "Object 1/content.xml", NULL),
	PART("odt-styles", odt, "styles.xml", NULL),
	STREAM("pdf-content", pdf, 5),
	STREAM("pdf-xfa", pdf, 6),
	PART("pptx", pptx, "ppt/slides/slide1.xml", "ppt/presentation.xml"),
	PART("pptx-diagram", pptx, "ppt/diagrams/drawing1.xml", "ppt/presentation.xml"),
	BYTES("rtf", rtf),
	BYTES("tiff", tiff),
	BYTES("tnef", tnef),
	BYTES("vobject", vobject),
	BYTES("xls", xls),
	PART("xlsx", xlsx, "xl/worksheets/sheet1.xml", "xl/workbook.xml"),
	PART("xlsx-drawing", xlsx, "xl/drawings/drawing1.xml", "xl/workbook.xml"),
	BYTES("xml", xml),
};
static const struct target *target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
#ifdef TARGET
	const char *name = TARGET;
#else
	const char *name = *argc > 1 ? (*argv)[1] : "";
	++*argv;
	--*argc;
#endif
	for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++)
		if (strcmp(targets[i].name, name) == 0)
			target = &targets[i];
	if (!target) {
		fprintf(stderr, "no target %s\n", name);
		exit(64);
	}
	format_warm_up();
	return 0;
}

/* ---- packages */

#define KIND "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define REL KIND "/"
#define RELS(rows) "<Relationships>" rows "</Relationships>"
#define TO(type, target) "<Relationship Id=\"" type "\" Type=\"" REL type "\" Target=\"" target "\"/>"

/* What leads a reader to the part and is used by it. */
static const struct { const char *name, *text; } others[] = {
	{ "xl/workbook.xml", "<workbook xmlns:r=\"" KIND "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>" },
	{ "xl/_rels/workbook.xml.rels", RELS(TO("worksheet", "worksheets/sheet1.xml") TO("sharedStrings", "sharedStrings.xml")
					     TO("styles", "styles.xml")) },
	{ "xl/sharedStrings.xml", "<sst><si><t>Item</t></si><si><r><t>Pri</t></r><r><t>ce</t></r></si></sst>" },
	{ "xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-409]d mmm yyyy;@\"/></numFmts><fonts><font/>"
			   "<font><b/></font></fonts><cellXfs><xf/><xf numFmtId=\"4\" fontId=\"1\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>" },
	{ "META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OEBPS/a.opf\"/></rootfiles></container>" },
	{ "OEBPS/text/a.xhtml", "<html><body><h1>One</h1><p>It was dark.</p></body></html>" },
	{ "ppt/presentation.xml", "<presentation xmlns:r=\"" KIND "\"><sldIdLst><sldId id=\"256\" r:id=\"slide\"/></sldIdLst></presentation>" },
	{ "ppt/_rels/presentation.xml.rels", RELS(TO("slide", "slides/slide1.xml")) },
	/* The slide is its own layout, too: what placeholders inherit is read of the same bytes. */
	{ "ppt/slides/_rels/slide1.xml.rels", RELS(TO("slideLayout", "slide1.xml") TO("slideMaster", "slide1.xml") TO("notesSlide", "slide1.xml")
						    TO("diagramData", "../diagrams/data1.xml") TO("diagramDrawing", "../diagrams/drawing1.xml")) },
	{ "word/_rels/document.xml.rels", RELS(TO("numbering", "numbering.xml") TO("styles", "styles.xml") TO("footnotes", "footnotes.xml")
					       TO("header", "header1.xml") TO("chart", "chart1.xml") TO("diagramData", "diagrams/data1.xml")
					       TO("diagramDrawing", "diagrams/drawing1.xml")) },
	{ "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" KIND "\"><w:body>"
			       "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>One</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
			       "<w:p><w:r><w:drawing><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"chart\"/></w:drawing>"
			       "</w:r></w:p><w:p><w:r><w:drawing><dgm:relIds xmlns:dgm=\"urn:dgm\" r:dm=\"diagramData\"/></w:drawing></w:r></w:p>"
			       "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/></w:sectPr></w:body></w:document>" },
	{ "xl/worksheets/_rels/sheet1.xml.rels", RELS(TO("drawing", "../drawings/drawing1.xml") TO("comments", "../comments1.xml")) },
	{ "xl/worksheets/sheet1.xml", "<worksheet xmlns:r=\"" KIND "\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"
				      "<drawing r:id=\"drawing\"/></worksheet>" },
	{ "ppt/slides/slide1.xml", "<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"urn:a\" xmlns:r=\"" KIND "\">"
				   "<p:cSld><p:spTree><p:graphicFrame><p:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"900000\" cy=\"900000\"/></p:xfrm><a:graphic>"
				   "<a:graphicData><dgm:relIds xmlns:dgm=\"urn:dgm\" r:dm=\"diagramData\"/></a:graphicData></a:graphic></p:graphicFrame>"
				   "</p:spTree></p:cSld></p:sld>" },
	{ "content.xml", "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
			 "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
			 "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><office:text><text:h text:style-name=\"A\" text:outline-level=\"1\">One</text:h>"
			 "<text:list text:style-name=\"L\"><text:list-item><text:p>Two</text:p></text:list-item></text:list><text:p><draw:frame><draw:object "
			 "xlink:href=\"./Object 1\"/></draw:frame></text:p></office:text></office:body></office:document-content>" },
	{ "word/numbering.xml", "<numbering><abstractNum abstractNumId=\"0\"><lvl ilvl=\"0\"><start val=\"1\"/><numFmt val=\"decimal\"/>"
				"<lvlText val=\"%1.\"/></lvl></abstractNum><num numId=\"1\"><abstractNumId val=\"0\"/></num></numbering>" },
};

static void add(zip_t *z, const char *name, const void *p, size_t n)
{
	zip_int64_t at = zip_file_add(z, name, zip_source_buffer(z, p, n, 0), 0);
	if (at < 0 || zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0) != 0)
		abort();
}

/* On the heap. */
static struct str pack_zip(const uint8_t *data, size_t n)
{
	zip_stat_t st;
	char rels[256];
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_source_keep(out);
	zip_t *z = zip_open_from_source(out, ZIP_TRUNCATE, NULL);
	add(z, target->part, data, n);
	snprintf(rels, sizeof(rels), RELS(TO("officeDocument", "%s")), target->main ? target->main : "");
	if (target->main)
		add(z, "_rels/.rels", rels, strlen(rels));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (strcmp(others[i].name, target->part) != 0)
			add(z, others[i].name, others[i].text, strlen(others[i].text));
	if (zip_close(z) != 0 || zip_source_stat(out, &st) != 0 || zip_source_open(out) != 0)
		abort();
	char *p = malloc(st.size);
	if (!p || zip_source_read(out, p, st.size) != (zip_int64_t)st.size)
		abort();
	zip_source_close(out);
	zip_source_free(out);
	return (struct str){ p, st.size };
}

/* A sound PDF; on the heap. */
static struct str pack_pdf(const uint8_t *data, size_t n)
{
	static const char *const objects[] = {
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA[(datasets) 6 0 R]>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/XObject<</X 5 0 R>>>>>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/XObject/Subtype/Form/BBox[0 0 612 792]", "<<",
	};
	struct buf b = BUF_INIT(0);
	size_t at[6], table;
	buf_z(&b, "%PDF-1.7\n");
	for (size_t i = 0; i < 6; i++) {
		bool is_data = i + 1 == target->object;
		at[i] = b.n;
		buf_printf(&b, "%zu 0 obj\n%s", i + 1, objects[i]);
		if (i >= 4)
			buf_printf(&b, "/Length %zu>>stream\n", is_data ? n : 0);
		if (is_data)
			buf_add(&b, data, n);
		buf_z(&b, i >= 4 ? "\nendstream endobj\n" : "\nendobj\n");
	}
	table = b.n;
	buf_z(&b, "xref\n0 7\n0000000000 65535 f \n");
	for (size_t i = 0; i < 6; i++)
		buf_printf(&b, "%010zu 00000 n \n", at[i]);
	buf_printf(&b, "trailer <</Size 7/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", table);
	char *p = buf_take(&b, &n);
	return (struct str){ p, n };
}

static struct str pack(const uint8_t *data, size_t n)
{
	if (target->part)
		return pack_zip(data, n);
	if (target->object)
		return pack_pdf(data, n);
	char *p = malloc(n ? n : 1); /* exactly as long as the document: reading past it is seen */
	if (!p)
		abort();
	memcpy(p, data, n);
	return (struct str){ p, n };
}

static void check(struct sink *out)
{
	struct arena a;
	struct doc d;
	struct err e = { 0 };
	arena_init(&a, "fuzz", 0);
	doc_write_end(&out->frames, out->pages, out->hidden_words);
	if (buf_ok(&out->frames, &e) && !doc_open(buf_view(&out->frames), NULL, &a, &d, &e) && e.code != ERR_BUDGET) {
		fprintf(stderr, "%s\n", e.text);
		abort();
	}
	arena_fini(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char name[32];
	snprintf(name, sizeof(name), "document.%.*s", (int)strcspn(target->name, "-"), target->name);
	struct source s = { .bytes = pack(data, n), .name = str_from(name) };
	struct parse_options o = { .pictures = true, .revisions = true };
	struct sink out = { .fd = -1 };
	struct err e = { 0 };
	buf_init(&out.frames, 256 << 20);
	if (n > 0 && target->reader->score(&s) > 0) {
		if (target->reader->parse(&s, &o, &out, &e))
			check(&out);
		else if (e.code == ERR_NONE || !e.text[0])
			abort(); /* refused without a reason */
	}
	buf_fini(&out.frames);
	free((char *)s.bytes.p);
	return 0;
}
