/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/drawn.h"
#include "parse/format.h"
#include "parse/mupdf.h"
#include "parse/test-pack.h"
#include "parse/test-page.h"

#include <sys/mman.h>
#include <unistd.h>

static void parse(struct str bytes, const char *name, struct parsed *p)
{
	parse_good(bytes, name, NULL, p);
}

static void expect_error(struct str bytes, const char *name, enum err_code code)
{
	struct parsed p;
	struct err e = { 0 };
	assert_false(parse_bytes(bytes, name, NULL, &p, &e));
	assert_int_equal(e.code, code);
	assert_true(e.text[0] != '\0');
	parsed_free(&p);
}

/* The value of the first fact of that name. */
static const char *fact_of(const struct doc *d, enum doc_fact_kind kind, const char *name)
{
	static char value[200];
	value[0] = '\0';
	for (size_t i = 0; i < d->facts_n && !value[0]; i++) {
		const struct doc_fact *f = &d->facts[i];
		if (f->kind == kind && str_eq_z((struct str){ d->facts_text + f->name, f->name_len }, name))
			snprintf(value, sizeof(value), "%.*s", f->value_len, d->facts_text + f->value);
	}
	return value;
}

/* ---- SVG */

#define SVG "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"

/* Text stands where the drawing puts it, by transforms, positions and spans; frames are rules; content beats the name. */
static void svg_reads(void **state)
{
	struct parsed p;
	parse(STR("<?xml version='1.0'?><!-- a drawing --><svg " SVG " width='400' height='300' viewBox='0 0 400 300'>"
		  "<rect x='20' y='40' width='300' height='100' fill='none' stroke='black'/><text x='30' y='60' font-size='12'><tspan>Total</tspan>"
		  "<tspan x='200'>1,250.00</tspan></text><g transform='translate(30 60) scale(2)'><text x='0' y='20' font-weight='bold' font-size='8'>"
		  "Due &amp; paid</text></g><text x='350' y='200' text-anchor='end'>right</text></svg>"), "x.xml", &p);
	assert_int_equal(p.doc.pages_n, 1);
	expect_page(&p, 0, "Total | 1,250.00\nDue & paid\nright");
	const struct doc_page *page = &p.doc.pages[0];
	int32_t unit = page->width / 400; /* of the drawing in the page's units */
	const struct doc_word *total = word_on(page, "Total"), *amount = word_on(page, "1,250.00"), *due = word_on(page, "Due"),
			      *right = word_on(page, "right");
	assert_int_equal(total->box.x0 / unit, 30);
	assert_int_equal(amount->box.x0 / unit, 200);
	assert_int_equal(total->box.y0, amount->box.y0);
	assert_int_equal(due->box.x0 / unit, 30);
	assert_true(due->flags & DOC_BOLD && due->box.y0 < 100 * unit && due->box.y1 > 100 * unit);
	assert_in_range(right->box.x1 / unit, 348, 351);
	assert_int_equal(page->rules_n, 4);
	parsed_free(&p);
}

/* What is hidden by attributes, styles or style sheets is not read, what shows again within it is; sheets say how large letters are. */
static void svg_hidden(void **state)
{
	static const char *const hidden[] = {
		"<text y='20' style='display:none'>off</text>", "<g display='none'><g><text y='20' display='inline'>off</text></g></g>",
		"<text y='20' visibility='hidden'>off</text>", "<text y='20' class='gone'>off</text>", "<g class='unseen'><text y='20'>off</text></g>",
		"<text y='20' fill-opacity='0'>off</text>", "<text y='20' opacity='0'>off</text>", "<text y='20' id='it'>off</text>",
		"<text y='20' style='fill:none'>off</text>", "<g class='clear'><text y='20'>off</text></g>",
		"<g visibility='hidden'><text y='20'>off<tspan visibility='visible'>seen</tspan></text></g>",
	};
	for (size_t i = 0; i < sizeof(hidden) / sizeof(*hidden); i++) {
		struct parsed p;
		struct buf b = BUF_INIT(0);
		bool again = strstr(hidden[i], "seen<");
		buf_printf(&b, "<svg " SVG " width='99' height='99'>%s%s<style>/* a */ .gone { display: none } .unseen{visibility:hidden} #it{display:none}"
			   ".clear{fill-opacity:0}</style></svg>", hidden[i], again ? "" : "<text y='20'>seen</text>");
		parse(buf_view(&b), "x.svg", &p);
		expect_page(&p, 0, "seen");
		parsed_free(&p);
		buf_fini(&b);
	}
	struct parsed p;
	parse(STR("<s:svg xmlns:s='http://www.w3.org/2000/svg' width='400' height='99'><s:style>.large{font-size:30px}</s:style>"
		  "<s:text y='40' class='large'>A&amp;B</s:text><s:text x='200' y='40' font-size='10'>C</s:text></s:svg>"), "x.svg", &p);
	expect_page(&p, 0, "A&B | C");
	assert_int_equal(word_on(&p.doc.pages[0], "A&B")->size, 3 * word_on(&p.doc.pages[0], "C")->size);
	parsed_free(&p);
}

/* What a drawing names outside is not there; what is cut short is read as far as it goes; endless
 * nesting, damage and drawings without text end with their reason. */
static void svg_refused(void **state)
{
	struct parsed p;
	struct buf deep = BUF_INIT(0);
	parse(STR("<svg " SVG " width='99' height='99'><image xlink:href='file:///etc/hostname' width='9' height='9'/><use xlink:href='#a'/>"
		  "<g id='a'><use xlink:href='#a'/></g><text y='20'>seen</text></svg>"), "x.svg", &p);
	expect_page(&p, 0, "seen");
	parsed_free(&p);
	parse(STR("<svg " SVG " width='99' height='99'><text y='20'>as far as it"), "x.svg", &p);
	expect_page(&p, 0, "as far as it");
	parsed_free(&p);
	buf_z(&deep, "<svg " SVG " width='99' height='99'>");
	for (int i = 0; i < 100000; i++)
		buf_z(&deep, "<g>");
	expect_error(buf_view(&deep), "x.svg", ERR_BUDGET);
	buf_fini(&deep);
	expect_error(STR("<svg " SVG " width='99' height='99'"), "x.svg", ERR_BROKEN);
	expect_error(STR("<svg " SVG " width='99' height='99'></svg>"), "x.svg", ERR_NO_DATA);
}

/* ---- XPS */

#define XPS "xmlns='http://schemas.microsoft.com/xps/2005/06'"
#define GLYPHS(x, y, text) "<Glyphs OriginX='" x "' OriginY='" y "' FontRenderingEmSize='16' FontUri='/f.ttf' Fill='#FF000000' UnicodeString='" text "'/>"

/* A package of two pages, the second one as given; its font is one that MuPDF carries. */
static struct str xps(const char *second)
{
	int n;
	const unsigned char *font = fz_lookup_base14_font(mupdf_context(), "Helvetica", &n);
	const struct file files[] = {
		{ "_rels/.rels", STR_INIT("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' "
			"Type='http://schemas.microsoft.com/xps/2005/06/fixedrepresentation' Target='/a.fdseq'/></Relationships>") },
		{ "a.fdseq", STR_INIT("<FixedDocumentSequence " XPS "><DocumentReference Source='/1/a.fdoc'/></FixedDocumentSequence>") },
		{ "1/a.fdoc", STR_INIT("<FixedDocument " XPS "><PageContent Source='1.fpage'/><PageContent Source='2.fpage'/></FixedDocument>") },
		{ "1/1.fpage", STR_INIT("<FixedPage " XPS " Width='816' Height='1056'><Path Data='M 90,80 L 500,80 500,200 90,200 Z' Stroke='#000000'/>"
			GLYPHS("96", "96", "Invoice number 42") GLYPHS("480", "96", "12.50") "</FixedPage>") },
		{ "1/2.fpage", str_from(second) },
		{ "f.ttf", { (const char *)font, (size_t)n } },
	};
	assert_non_null(font);
	return pack(files, sizeof(files) / sizeof(*files), NULL);
}

/* Pages keep their size (96 units an inch) and words their places; a page that is damaged costs no other page. */
static void xps_reads(void **state)
{
	struct parsed p;
	struct str bytes = xps("<FixedPage " XPS " Width='408' Height='528'>" GLYPHS("48", "96", "Second") "</FixedPage>");
	parse(bytes, "x.zip", &p);
	assert_int_equal(p.doc.pages_n, 2);
	assert_int_equal(p.doc.pages[0].width, 61200);
	assert_int_equal(p.doc.pages[1].width, 30600);
	expect_page(&p, 0, "Invoice number 42 | 12.50");
	expect_page(&p, 1, "Second");
	assert_int_equal(word_on(&p.doc.pages[0], "Invoice")->box.x0, 7200);
	assert_int_equal(word_on(&p.doc.pages[0], "12.50")->box.x0, 36000);
	assert_int_equal(p.doc.pages[0].rules_n, 4);
	parsed_free(&p);
	free((char *)(uintptr_t)bytes.p);
	bytes = xps("<FixedPage " XPS " Width='408'><Glyphs");
	parse(bytes, "x.xps", &p);
	expect_page(&p, 0, "Invoice number 42 | 12.50");
	assert_int_equal(p.doc.pages[1].words_n, 0);
	parsed_free(&p);
	expect_error((struct str){ bytes.p, bytes.n / 2 }, "x.xps", ERR_BROKEN);
	free((char *)(uintptr_t)bytes.p);
}

/* ---- EPUB */

#define OPF "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'>"

static struct str epub(const char *package, const char *extra)
{
	const struct file files[] = {
		{ "mimetype", STR_INIT("application/epub+zip") },
		{ "META-INF/container.xml", STR_INIT("<container><rootfiles><rootfile full-path='OEBPS/a.opf'/><rootfile full-path='b.opf'/>"
			"</rootfiles></container>") },
		{ "OEBPS/a.opf", str_from(package) },
		{ "OEBPS/text/one two.xhtml", STR_INIT("<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Not the book's</title></head><body>"
			"<h1>First</h1><table border='1'><tr><td>Pencil</td><td>1.20</td></tr></table></body></html>") },
		{ "OEBPS/z.xhtml", STR_INIT("<?xml version='1.0' encoding='iso-8859-1'?><html><body><p>Schlu\xDF</p></body></html>") },
		{ "OEBPS/note.xhtml", STR_INIT("<html><body><p>aside</p></body></html>") },
		{ extra, STR_INIT("x") },
	};
	return pack(files, sizeof(files) / sizeof(*files), NULL);
}

#define ITEM(id, href) "<item id='" id "' href='" href "' media-type='application/xhtml+xml'/>"
#define MANIFEST "<manifest>" ITEM("z", "text/one%20two.xhtml") ITEM("y", "z.xhtml") ITEM("x", "note.xhtml") ITEM("w", "lost.xhtml") \
	"<item id='p' href='p.png' media-type='image/png'/></manifest>"

/* Chapters in the order of the spine, each on a page; what is no part of reading or not there is left out; titles are the book's. */
static void epub_reads(void **state)
{
	struct parsed p;
	struct str bytes = epub(OPF "<metadata><dc:title>A Book</dc:title><dc:creator>Ann</dc:creator></metadata>" MANIFEST
		"<spine><itemref idref='w'/><itemref idref='z'/><itemref idref='x' linear='no'/><itemref idref='nobody'/><itemref idref='p'/>"
		"<itemref idref='y'/></spine></package>", "OEBPS/p.png");
	parse(bytes, "x.zip", &p);
	assert_int_equal(p.doc.pages_n, 2);
	expect_page(&p, 0, "First\nPencil | 1.20");
	expect_page(&p, 1, "Schlu\xC3\x9F");
	assert_int_equal(p.doc.pages[0].rules_n, 5);
	assert_string_equal(fact_of(&p.doc, DOC_FACT_META, "title"), "A Book");
	assert_string_equal(fact_of(&p.doc, DOC_FACT_META, "author"), "Ann");
	parsed_free(&p);
	free((char *)(uintptr_t)bytes.p);
}

/* No contents, no chapter to read, rights management: each says so. */
static void epub_refused(void **state)
{
	struct str empty = epub(OPF MANIFEST "</package>", "OEBPS/p.png"), locked = epub(OPF MANIFEST "</package>", "META-INF/rights.xml"),
		   odd = epub("<package><manifest>", "OEBPS/p.png");
	const struct file none[] = { { "mimetype", STR_INIT("application/epub+zip") } };
	struct str bare = pack(none, 1, NULL);
	const struct { struct str bytes; enum err_code code; } cases[] = {
		{ empty, ERR_NO_DATA }, { locked, ERR_PROTECTED }, { odd, ERR_BROKEN }, { bare, ERR_BROKEN },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		expect_error(cases[i].bytes, "x.epub", cases[i].code);
		free((char *)(uintptr_t)cases[i].bytes.p);
	}
}

static long pages_in_memory(void)
{
	long size = 0, all = 0;
	FILE *f = fopen("/proc/self/statm", "r");
	assert_non_null(f);
	assert_int_equal(fscanf(f, "%ld %ld", &size, &all), 2);
	fclose(f);
	return all;
}

/* Between pages a large file that is mapped takes no memory, and says what it said when it is looked at again. */
static void large_file_rests(void **state)
{
	enum { BYTES = 32 << 20, PAGE = 4096 };
	FILE *f = tmpfile();
	assert_non_null(f);
	assert_int_equal(ftruncate(fileno(f), BYTES), 0);
	assert_int_equal(pwrite(fileno(f), "x", 1, PAGE), 1);
	const char *p = mmap(NULL, BYTES, PROT_READ, MAP_PRIVATE, fileno(f), 0);
	assert_true(p != MAP_FAILED);
	struct source s = { { p, BYTES }, STR("a.pdf"), true };
	volatile char sum = 0;
	for (size_t i = 0; i < BYTES; i += PAGE)
		sum += p[i];
	long before = pages_in_memory();
	source_rest(&s);
	assert_true(before - pages_in_memory() > BYTES / PAGE / 2);
	assert_int_equal(p[PAGE], 'x');
	munmap((void *)(uintptr_t)p, BYTES);
	fclose(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(svg_reads), cmocka_unit_test(svg_hidden), cmocka_unit_test(svg_refused), cmocka_unit_test(xps_reads),
					    cmocka_unit_test(epub_reads), cmocka_unit_test(epub_refused), cmocka_unit_test(large_file_rests) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
