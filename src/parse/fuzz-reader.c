/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * One reader over arbitrary bytes, without a jail: -DREADER=html is that row of formats.def. Readers of packages get the
 * bytes as the part of a sound package that -DPART names (-DMAIN is where one of OOXML begins), so that the search is not
 * spent on inflating. What is written must be a document that the pool accepts; what is refused must have its reason.
 * Words to mutate with stand in fuzz-READER.dict.
 */
#include "parse/format.h"

#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

#define ROW_OF(reader) format_##reader
#define ROW(reader) ROW_OF(reader)
#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#ifdef PART
#define KIND "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define REL KIND "/"
#define RELS(rows) "<Relationships>" rows "</Relationships>"
#define TO(type, target) "<Relationship Id=\"" type "\" Type=\"" REL type "\" Target=\"" target "\"/>"

/* What leads a reader to the part and is used by it. */
static const struct { const char *name, *text; } others[] = {
#ifdef MAIN
	{ "_rels/.rels", RELS(TO("officeDocument", MAIN)) },
#endif
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
	{ "ppt/slides/_rels/slide1.xml.rels", RELS(TO("slideLayout", "slide1.xml") TO("slideMaster", "slide1.xml") TO("notesSlide", "slide1.xml")) },
	{ "word/_rels/document.xml.rels", RELS(TO("numbering", "numbering.xml")) },
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
static struct str pack(const uint8_t *data, size_t n)
{
	zip_stat_t st;
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_source_keep(out);
	zip_t *z = zip_open_from_source(out, ZIP_TRUNCATE, NULL);
	add(z, PART, data, n);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
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
#else
static struct str pack(const uint8_t *data, size_t n)
{
	char *p = malloc(n ? n : 1); /* exactly as long as the document: reading past it is seen */
	if (!p)
		abort();
	memcpy(p, data, n);
	return (struct str){ p, n };
}
#endif

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
	static bool warm;
	if (!warm)
		format_warm_up();
	warm = true;
	struct source s = { pack(data, n), STR("document." TEXT(READER)) };
	struct parse_options o = { .pages = NULL };
	struct sink out = { .fd = -1 };
	struct err e = { 0 };
	buf_init(&out.frames, 256 << 20);
	if (n > 0 && ROW(READER).score(&s) > 0) {
		if (ROW(READER).parse(&s, &o, &out, &e))
			check(&out);
		else if (e.code == ERR_NONE || !e.text[0])
			abort(); /* refused without a reason */
	}
	buf_fini(&out.frames);
	free((char *)s.bytes.p);
	return 0;
}
