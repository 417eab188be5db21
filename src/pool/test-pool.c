/* SPDX-License-Identifier: Apache-2.0 */
/* The real parser under the pool. */
#include "pool/pool-private.h"
#include "pool/test-pool.h"

#include "base/clock.h"
#include "base/io.h"
#include "base/jail.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static const char *parser; /* path of quarry-parse, from the build */
static struct pool *pool;

static struct pool_options options(void)
{
	/* The address sanitizer maps terabytes and opens files: no jail under it. */
	return (struct pool_options){ .program = parser, .jail_none = SANITIZED, .jail_kill = true };
}

static int open_pool(bool once)
{
	struct err e = { 0 };
	struct pool_options o = options();
	o.once = once;
	pool = pool_open(&o, &e);
	if (!pool)
		print_error("%s\n", e.text);
	return pool ? 0 : -1;
}

static int setup(void **state)
{
	return open_pool(false);
}

static int setup_once(void **state)
{
	return open_pool(true);
}

static int teardown(void **state)
{
	pool_close(pool);
	return 0;
}

static const char pdf[] =
	"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	"2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj\n"
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
	"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
	"4 0 obj<</Length 96>>stream\n"
	"BT /F 10 Tf 20 100 Td (Total amount) Tj 100 0 Td (41.50) Tj ET 20 90 m 200 90 l S BT 3 Tr /F 9 Tf (x) Tj ET\n"
	"endstream endobj\ntrailer<</Root 1 0 R>>\n";

/* A PDF gives words with boxes from its top left corner, its lines, and hidden text marked as such. */
static void test_pdf(void **state)
{
	struct buf b;
	struct err e = { 0 };
	struct doc d;
	struct arena a;
	arena_init(&a, "test", 0);
	assert_true(parse(pool, (struct str){ pdf, sizeof(pdf) - 1 }, "a.pdf", (struct pool_request){ 0 }, &b, &e));
	assert_true(doc_open(buf_view(&b), NULL, &a, &d, &e));
	assert_int_equal(d.pages_n, 2);
	assert_int_equal(d.pages[0].width, 30000);
	assert_int_equal(d.pages[0].words_n, 4);
	const struct doc_word *w = d.pages[0].words;
	assert_true(str_eq_z(doc_word_text(&d.pages[0], &w[0]), "Total"));
	assert_int_equal(w[0].box.x0, 2000);
	assert_true(w[0].box.y0 > 8500 && w[0].box.y1 > 9900 && w[0].box.y1 < 10500);
	assert_true(w[1].run == w[0].run && w[2].run != w[0].run);
	assert_int_equal(w[2].box.x0, 12000);
	assert_true(w[3].flags & DOC_HIDDEN);
	assert_int_equal(d.pages[0].rules_n, 1);
	assert_int_equal(d.pages[0].rules[0].kind, DOC_RULE_HORIZONTAL);
	arena_fini(&a);
	buf_fini(&b);
}

/* A glyph whose map to Unicode names blanks and control characters beside its letter is that letter. */
static void test_glyph_of_blanks(void **state)
{
	static const char mapped[] =
		"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
		"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>>>>>>>endobj\n"
		"4 0 obj<</Length 38>>stream\nBT /F 10 Tf 20 100 Td (XAX) Tj ET      \nendstream endobj\n"
		"5 0 obj<</Length 135>>stream\n/CMapName /M def 1 begincodespacerange <00> <FF> endcodespacerange\n"
		"1 beginbfchar <41> <0042000900200043> endbfchar endcmap                 \nendstream endobj\ntrailer<</Root 1 0 R>>\n";
	struct buf b;
	struct err e = { 0 };
	struct doc d;
	struct arena a;
	arena_init(&a, "test", 0);
	if (!parse(pool, (struct str){ mapped, sizeof(mapped) - 1 }, "a.pdf", (struct pool_request){ 0 }, &b, &e))
		fail_msg("%s", e.text);
	assert_true(doc_open(buf_view(&b), NULL, &a, &d, &e));
	assert_int_equal(d.pages[0].words_n, 1);
	assert_true(str_eq_z(doc_word_text(&d.pages[0], d.pages[0].words), "XBCX"));
	arena_fini(&a);
	buf_fini(&b);
}

/* Pages come in the order asked for; those past the end are skipped. */
static void test_selection(void **state)
{
	static const uint32_t pages[] = { 2, 9, 1 }, none[] = { 7 };
	struct buf b;
	struct err e = { 0 };
	struct doc d;
	struct arena a;
	struct str s = { pdf, sizeof(pdf) - 1 };
	arena_init(&a, "test", 0);
	assert_true(parse(pool, s, "a.pdf", (struct pool_request){ .pages = pages, .pages_n = 3 }, &b, &e));
	assert_true(doc_open(buf_view(&b), NULL, &a, &d, &e));
	assert_int_equal(d.pages_n, 2);
	assert_int_equal(d.pages[0].number, 2);
	assert_int_equal(d.source_pages, 2);
	buf_fini(&b);
	static const uint32_t text_pages[] = { 3, 1 };
	assert_true(parse(pool, STR("a\fb\fc"), "a.txt", (struct pool_request){ .pages = text_pages, .pages_n = 2 }, &b, &e));
	assert_true(doc_open(buf_view(&b), NULL, &a, &d, &e));
	assert_int_equal(d.pages_n, 2);
	assert_true(str_eq_z(doc_word_text(&d.pages[0], d.pages[0].words), "c"));
	assert_true(str_eq_z(doc_word_text(&d.pages[1], d.pages[1].words), "a"));
	buf_fini(&b);
	assert_false(parse(pool, s, "a.pdf", (struct pool_request){ .pages = none, .pages_n = 1 }, &b, &e));
	assert_int_equal(e.code, ERR_PAGES);
	buf_fini(&b);
	arena_fini(&a);
}

static bool render(struct str bytes, const char *name, struct pool_picture what, struct buf *png, uint32_t *pages, struct err *e)
{
	struct pool_request r = { .fd = io_memfd("test", bytes, e), .name = str_from(name) };
	assert_true(r.fd >= 0);
	buf_init(png, 0);
	bool ok = pool_render(pool, &r, &what, png, pages, e);
	close(r.fd);
	return ok;
}

/* Width and height stand in the first chunk (PNG specification 11.2.2), big-endian. */
static uint32_t png_size(const struct buf *png, size_t at)
{
	const unsigned char *p = (const unsigned char *)png->p + 16 + at;
	assert_true(png->n > 24);
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* A page becomes a picture of its size at the resolution, also of a format without pages of its own; boxes change it. */
static void test_render(void **state)
{
	struct buf png, boxes;
	struct err e = { 0 };
	uint32_t pages;
	struct str s = { pdf, sizeof(pdf) - 1 };
	assert_true(render(s, "a.pdf", (struct pool_picture){ .page = 2, .dpi = 150 }, &png, &pages, &e));
	assert_int_equal(pages, 2);
	assert_int_equal(png_size(&png, 0), 625);
	assert_int_equal(png_size(&png, 4), 417);
	assert_true(render(s, "a.pdf", (struct pool_picture){ .page = 2, .dpi = 150, .boxes = true }, &boxes, &pages, &e));
	assert_false(str_eq(buf_view(&png), buf_view(&boxes)));
	buf_fini(&png);
	buf_fini(&boxes);
	assert_true(render(STR("a\fb\f"), "a.txt", (struct pool_picture){ .page = 2, .dpi = 72 }, &png, &pages, &e));
	assert_int_equal(png_size(&png, 0), 612);
	assert_int_equal(pages, 3);
	buf_fini(&png);
}

/* A blank page has a picture too; one past the end, and what is no document, have none. */
static void test_render_refused(void **state)
{
	struct buf png;
	struct err e = { 0 };
	uint32_t pages;
	assert_true(render(STR("a\f\fb"), "a.txt", (struct pool_picture){ .page = 2, .dpi = 72 }, &png, &pages, &e));
	buf_fini(&png);
	assert_false(render((struct str){ pdf, sizeof(pdf) - 1 }, "a.pdf", (struct pool_picture){ .page = 3, .dpi = 72 }, &png, &pages, &e));
	assert_int_equal(e.code, ERR_PAGES);
	assert_int_equal(png.n, 0);
	assert_false(render(STR("a"), "a.txt", (struct pool_picture){ .page = 9, .dpi = 72 }, &png, &pages, &e));
	assert_int_equal(e.code, ERR_PAGES);
	assert_false(render(STR("%PDF-1.7\nno page"), "a.pdf", (struct pool_picture){ .page = 1, .dpi = 72 }, &png, &pages, &e));
	assert_int_equal(e.code, ERR_BROKEN);
}

static bool take(void *ctx, struct str frames, struct err *e)
{
	buf_str(ctx, frames);
	return buf_ok(ctx, e);
}

static bool take_none(void *ctx, struct str frames, struct err *e)
{
	return err_set(e, ERR_IO, "no room");
}

/* Frames that are taken as they come are the frames of a whole answer; who cannot take them ends the run. */
static void test_taken(void **state)
{
	struct buf whole, none, taken = BUF_INIT(0);
	struct err e = { 0 };
	struct str s = { pdf, sizeof(pdf) - 1 };
	struct pool_request r = { .fd = io_memfd("test", s, &e), .take = take, .take_ctx = &taken };
	assert_true(parse(pool, s, "", (struct pool_request){ 0 }, &whole, &e));
	assert_true(pool_parse(pool, &r, NULL, &e));
	assert_true(str_eq(buf_view(&whole), buf_view(&taken)));
	close(r.fd);
	assert_false(parse(pool, s, "", (struct pool_request){ .take = take_none }, &none, &e));
	assert_int_equal(e.code, ERR_IO);
	buf_fini(&whole);
	buf_fini(&taken);
}

/* The last line needs no end, a line may be longer than a page is wide, and pages come in any order. */
static void test_text_lines(void **state)
{
	static const uint32_t order[] = { 3, 1, 2 };
	struct buf b, text = BUF_INIT(0);
	struct err e = { 0 };
	struct arena a;
	struct doc d;
	for (int i = 0; i < 3000; i++)
		buf_z(&text, "a word ");
	buf_z(&text, "\fsecond\fthird  page");
	arena_init(&a, "test", 0);
	assert_true(parse(pool, buf_view(&text), "a.txt", (struct pool_request){ .pages = order, .pages_n = 3 }, &b, &e));
	assert_true(doc_open(buf_view(&b), NULL, &a, &d, &e));
	assert_int_equal(d.pages_n, 3);
	assert_int_equal(d.pages[0].words_n, 2);
	assert_true(str_eq_z(doc_word_text(&d.pages[0], &d.pages[0].words[1]), "page"));
	assert_int_equal(d.pages[1].words_n, 6000);
	assert_int_equal(d.pages[2].words_n, 1);
	arena_fini(&a);
	buf_fini(&text);
	buf_fini(&b);
}

/* Text in three charsets gives the same words. */
static void test_text(void **state)
{
	static const struct { const char *bytes; size_t n; } texts[] = {
		{ "Gr\xC3\xBC\xC3\x9F" "e 5,00 \xE2\x82\xAC\n", 17 },
		{ "Gr\xFC\xDF" "e 5,00 \x80\n", 13 },
		{ "\xFF\xFEG\0r\0\xFC\0\xDF\0e\0 \0" "5\0,\0" "0\0" "0\0 \0\xAC\x20\n\0", 28 },
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct buf b;
		struct err e = { 0 };
		struct doc d;
		struct arena a;
		arena_init(&a, "test", 0);
		if (!parse(pool, (struct str){ texts[i].bytes, texts[i].n }, "a.txt", (struct pool_request){ 0 }, &b, &e))
			fail_msg("text %zu: %s", i, e.text);
		assert_true(doc_open(buf_view(&b), NULL, &a, &d, &e));
		assert_int_equal(d.pages[0].words_n, 3);
		assert_true(str_eq_z(doc_word_text(&d.pages[0], &d.pages[0].words[0]), "Gr\xC3\xBC\xC3\x9F" "e"));
		assert_true(str_eq_z(doc_word_text(&d.pages[0], &d.pages[0].words[2]), "\xE2\x82\xAC"));
		arena_fini(&a);
		buf_fini(&b);
	}
}

/* What cannot be read ends with the contract's word, and the next document is served. */
static void test_refused(void **state)
{
	static const struct { struct str bytes; const char *name; enum err_code code; } cases[] = {
		{ STR_INIT(""), "a.pdf", ERR_NO_DATA },
		{ STR_INIT("%PDF-1.7\nnothing that could be a page"), "a.pdf", ERR_BROKEN },
		{ STR_INIT(" \n\n"), "a.txt", ERR_NO_DATA },
		{ STR_INIT("\x7F" "ELF\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10\x11"), "a.bin", ERR_UNSUPPORTED },
		{ STR_INIT("PK\x03\x04\x14\0\x06\0\x08\0\0\0\x01\x02\x03\x04\x05\x06"), "a.docx", ERR_BROKEN },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b;
		struct err e = { 0 };
		assert_false(parse(pool, cases[i].bytes, cases[i].name, (struct pool_request){ 0 }, &b, &e));
		if (e.code != cases[i].code)
			fail_msg("%s: %s: %s", cases[i].name, err_row(e.code)->word, e.text);
		buf_fini(&b);
		test_text(state);
	}
}

/* A cancelled job and a passed deadline end at once. */
static void test_cancel(void **state)
{
	atomic_bool cancel = true;
	struct buf b;
	struct err e = { 0 };
	struct str s = { pdf, sizeof(pdf) - 1 };
	assert_false(parse(pool, s, "a.pdf", (struct pool_request){ .cancel = &cancel }, &b, &e));
	assert_int_equal(e.code, ERR_CANCELLED);
	buf_fini(&b);
	assert_false(parse(pool, s, "a.pdf", (struct pool_request){ .deadline = 1 }, &b, &e));
	assert_int_equal(e.code, ERR_TIMEOUT);
	buf_fini(&b);
}

/* Each page that comes puts the deadline off, by its share or to where a slow one ends; never past the last moment, never back. */
static void test_put_off(void **state)
{
	const int64_t none = INT64_MAX;
	assert_int_equal(run_put_off(1000, 10, 10, none), 1010);
	assert_int_equal(run_put_off(1000, 990, 10, none), 1290);
	assert_int_equal(run_put_off(1000, 990, 10, 1100), 1100);
	assert_int_equal(run_put_off(1000, 990, 10, 900), 1000);
	assert_int_equal(run_put_off(1000, 990, 0, none), 1000);
}

/* The page's picture in a PDF of its own, as scanners make them: the PNG's rows as they are (PDF 1.7 section 7.4.4.4). */
static void scan_of(const struct buf *png, struct buf *out)
{
	struct buf rows = BUF_INIT(0);
	unsigned w = png_size(png, 0), h = png_size(png, 4);
	for (size_t at = 8; at + 12 <= png->n;) {
		size_t n = (size_t)(unsigned char)png->p[at] << 24 | (size_t)(unsigned char)png->p[at + 1] << 16 |
			   (size_t)(unsigned char)png->p[at + 2] << 8 | (unsigned char)png->p[at + 3];
		if (memcmp(png->p + at + 4, "IDAT", 4) == 0)
			buf_add(&rows, png->p + at + 8, n);
		at += n + 12;
	}
	buf_init(out, 0);
	buf_printf(out, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
		   "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>endobj\n"
		   "4 0 obj<</Length 25>>stream\n300 0 0 200 0 0 cm /I Do \nendstream endobj\n5 0 obj<</Type/XObject/Subtype/Image"
		   "/Width %u/Height %u/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3"
		   "/BitsPerComponent 8/Columns %u>>/Length %zu>>stream\n", w, h, w, rows.n);
	buf_str(out, buf_view(&rows));
	buf_z(out, "\nendstream endobj\ntrailer<</Root 1 0 R>>\n");
	buf_fini(&rows);
}

/* The words of the page in their places, read from a picture that covers it. */
static void assert_read(struct str bytes, const char *name)
{
	struct buf b;
	struct err e = { 0 };
	struct doc d;
	struct arena a;
	arena_init(&a, "test", 0);
	if (!parse(pool, bytes, name, (struct pool_request){ .ocr = true }, &b, &e))
		fail_msg("%s: %s", name, e.text);
	assert_true(doc_open(buf_view(&b), NULL, &a, &d, &e));
	const struct doc_page *p = &d.pages[0];
	assert_int_equal(p->words_n, 3);
	assert_true(str_eq_z(doc_word_text(p, &p->words[2]), "41.50"));
	assert_int_equal(p->words[2].source, DOC_SOURCE_OCR);
	assert_true(p->words[2].conf > 50);
	/* 120 of 300 points from the left, 100 of 200 from the top is where the word's baseline begins. */
	assert_true(labs(300L * p->words[2].box.x0 / p->width - 120) <= 2);
	assert_true(labs(200L * p->words[2].box.y1 / p->height - 100) <= 3);
	assert_int_equal(p->rules_n, 1);
	arena_fini(&a);
	buf_fini(&b);
	assert_false(parse(pool, bytes, name, (struct pool_request){ .ocr = false }, &b, &e));
	assert_int_equal(e.code, ERR_NO_DATA);
	buf_fini(&b);
}

/* A picture is read in the jail, alone or on a page of a PDF; without recognition it holds no data. */
static void test_pictures(void **state)
{
	struct err e = { 0 };
	struct buf png, scan;
	uint32_t pages;
	struct str s = { pdf, sizeof(pdf) - 1 };
	assert_true(render(s, "a.pdf", (struct pool_picture){ .page = 1, .dpi = 200 }, &png, &pages, &e));
	assert_read(buf_view(&png), "a.png");
	scan_of(&png, &scan);
	assert_read(buf_view(&scan), "scan.pdf");
	buf_fini(&png);
	buf_fini(&scan);
}

/* A picture too large to be decoded, a broken one and a language that is not there end with their words. */
static void test_refused_pictures(void **state)
{
	static const char huge[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\0\0\0\0\x11\x22\x33\x44"
				   "\0\0\0\0IDAT\0\0\0\0";
	static const struct { struct str bytes; const char *name, *lang; enum err_code code; } cases[] = {
		{ { huge, sizeof(huge) - 1 }, "a.png", "en", ERR_BUDGET },
		{ { huge, sizeof(huge) - 1 }, "a.png", "en,iu", ERR_UNSUPPORTED },
		{ STR_INIT("\x89PNG\r\n\x1a\n"), "a.png", "en", ERR_BROKEN },
		{ STR_INIT("\xFF\xD8\xFF\xE0\0\x10JFIF"), "a.jpg", "en", ERR_BROKEN },
		{ STR_INIT("II*\0\x08\0\0\0"), "a.tif", "en", ERR_BROKEN },
		{ STR_INIT("GIF89a\x10\0\x10\0\0\0\0"), "a.gif", "en", ERR_BROKEN },
		{ STR_INIT("RIFF\x10\0\0\0WEBPVP8 "), "a.webp", "en", ERR_BROKEN },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b;
		struct err e = { 0 };
		struct pool_request r = { .ocr = true, .lang = str_from(cases[i].lang) };
		assert_false(parse(pool, cases[i].bytes, cases[i].name, r, &b, &e));
		if (e.code != cases[i].code)
			fail_msg("%s: %s: %s", cases[i].name, err_row(e.code)->word, e.text);
		buf_fini(&b);
	}
}

/* What libraries say of a damaged document reaches no log, and a log that is a file is no reason to die. */
static void test_silent(void **state)
{
	static const char damaged[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\0\0\0\0\x11\x22\x33\x44"
				      "\0\0\0\x04IDATabcd\x11\x22\x33\x44";
	struct err e = { 0 };
	struct buf b;
	struct pool_options o = options();
	int log = memfd_create("log", MFD_CLOEXEC), before = dup(STDERR_FILENO);
	assert_true(log >= 0 && before >= 0 && dup2(log, STDERR_FILENO) >= 0);
	struct pool *p = pool_open(&o, &e);
	bool ok = p && parse(p, (struct str){ damaged, sizeof(damaged) - 1 }, "a.png", (struct pool_request){ .ocr = true }, &b, &e);
	pool_close(p);
	dup2(before, STDERR_FILENO);
	close(before);
	assert_non_null(p);
	assert_false(ok);
	if (e.code != ERR_BROKEN)
		fail_msg("%s: %s", err_row(e.code)->word, e.text);
	if (!SANITIZED)
		assert_int_equal(lseek(log, 0, SEEK_END), 0);
	buf_fini(&b);
	close(log);
}

/* Which walls stand is known where it was asked for, and documents are jailed all the same where it was not. */
static void test_walls(void **state)
{
	struct pool_options o = options();
	o.probe = true;
	struct pool *p = pool_open(&o, &(struct err){ 0 });
	assert_true(p && pool_walls(pool) == 0 && (SANITIZED || (pool_walls(p) & JAIL_SECCOMP)));
	pool_close(p);
}

/* A nursery that was killed is started again by the next order. */
static void test_killed_nursery(void **state)
{
	pid_t before = pool_nursery(pool);
	assert_true(before > 0);
	kill(before, SIGKILL);
	waitid(P_PID, (id_t)before, &(siginfo_t){ 0 }, WEXITED | WNOWAIT);
	test_text(state);
	assert_true(pool_nursery(pool) > 0 && pool_nursery(pool) != before);
}

static void *many(void *arg)
{
	for (int i = 0; i < 10; i++) {
		struct buf b;
		struct err e = { 0 };
		if (!parse(pool, (struct str){ pdf, sizeof(pdf) - 1 }, "a.pdf", (struct pool_request){ 0 }, &b, &e))
			*(bool *)arg = false;
		buf_fini(&b);
	}
	return NULL;
}

/* Threads share the pool, each driving a child of its own. */
static void test_threads(void **state)
{
	pthread_t t[4];
	bool ok[4] = { true, true, true, true };
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&t[i], NULL, many, &ok[i]), 0);
	for (int i = 0; i < 4; i++) {
		pthread_join(t[i], NULL);
		assert_true(ok[i]);
	}
}

/* One process reads one document and ends; how it ended is known, and another takes the next. */
static void test_once(void **state)
{
	struct pool_options o = options();
	struct buf b;
	struct err e = { 0 };
	o.once = true;
	struct pool *p = pool_open(&o, &e);
	assert_non_null(p);
	pid_t before = pool_nursery(p);
	assert_true(parse(p, (struct str){ pdf, sizeof(pdf) - 1 }, "a.pdf", (struct pool_request){ 0 }, &b, &e));
	assert_int_equal(pool_nursery(p), before);
	buf_fini(&b);
	assert_true(parse(p, (struct str){ pdf, sizeof(pdf) - 1 }, "a.pdf", (struct pool_request){ 0 }, &b, &e));
	assert_int_not_equal(pool_nursery(p), before);
	buf_fini(&b);
	pool_close(p);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), pool_nursery(pool) ? 0 : -1); /* none is left but the others' nursery */
}

int main(int argc, char **argv)
{
	const struct CMUnitTest once[] = {
		cmocka_unit_test(test_pdf),
		cmocka_unit_test(test_selection),
		cmocka_unit_test(test_render),
		cmocka_unit_test(test_render_refused),
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_refused_pictures),
		cmocka_unit_test(test_silent),
		cmocka_unit_test(test_cancel),
	};
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pdf),
		cmocka_unit_test(test_glyph_of_blanks),
		cmocka_unit_test(test_selection),
		cmocka_unit_test(test_render),
		cmocka_unit_test(test_render_refused),
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_text_lines),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_refused_pictures),
		cmocka_unit_test(test_silent),
		cmocka_unit_test(test_cancel), cmocka_unit_test(test_put_off),
		cmocka_unit_test(test_walls),
		cmocka_unit_test(test_killed_nursery),
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_once),
	};
	parser = argc > 1 ? argv[1] : NULL;
	return cmocka_run_group_tests(tests, setup, teardown) + cmocka_run_group_tests(once, setup_once, teardown);
}
