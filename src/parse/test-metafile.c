/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Drawings written here, order by order, and the words found in them. */
#include "parse/metafile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "parse/test-metafile.h"

static const struct doc_box box = { 10000, 20000, 20000, 25000 }; /* ten doc units to a unit of the device */

static size_t read(const struct buf *b, struct doc_page_builder *p, struct buf *picture)
{
	uint16_t run = 0;
	doc_page_builder_init(p);
	buf_init(picture, 0);
	return metafile_read(buf_view(b), box, &run, p, picture);
}

static const struct doc_word *word(const struct doc_page_builder *p, size_t i, const char *want)
{
	const struct doc_word *w = (const struct doc_word *)(const void *)p->words.p;
	assert_true(i < p->words.n / sizeof(*w));
	struct str s = { p->text.p + w[i].text, w[i].len };
	if (!str_eq_z(s, want))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARGS(s), want);
	return &w[i];
}

static void assert_box(const struct doc_word *w, int32_t x0, int32_t y0, int32_t x1, int32_t y1)
{
	assert_in_range(w->box.x0, x0 - 3, x0 + 3);
	assert_in_range(w->box.y0, y0 - 3, y0 + 3);
	assert_in_range(w->box.x1, x1 - 3, x1 + 3);
	assert_in_range(w->box.y1, y1 - 3, y1 + 3);
}

static void done(struct buf *b, struct doc_page_builder *p, struct buf *picture)
{
	buf_fini(b);
	buf_fini(picture);
	doc_page_builder_fini(p);
}

/* Words stand where they are drawn: above the line, at it, left of a place or about it; letters of one word may come one by one. */
static void emf_places(void **state)
{
	struct doc_page_builder p;
	struct buf b, picture;
	emf_begin(&b);
	emf_font(&b, 1, -20, 0, 700, "Arial");
	RECORD(&b, 22, 24); /* the baseline is what is told */
	emf_text(&b, 100, 200, "Ab cd", 10);
	RECORD(&b, 22, 0);
	emf_text(&b, 100, 200, "top", 10);
	RECORD(&b, 22, 24 | 2);
	emf_text(&b, 500, 200, "right", 10);
	RECORD(&b, 22, 24 | 6);
	emf_text(&b, 500, 300, "mid", 10);
	RECORD(&b, 22, 24);
	emf_text(&b, 600, 400, "on", 10);
	emf_text(&b, 620, 400, "e", 10);
	emf_text(&b, 700, 400, "two", 10);
	RECORD(&b, 14, 0, 0, 20);
	emf_text(&b, 0, 0, "behind the end", 10);
	assert_int_equal(read(&b, &p, &picture), 7);
	assert_box(word(&p, 0, "Ab"), 11000, 21840, 11200, 22040);
	assert_box(word(&p, 1, "cd"), 11300, 21840, 11500, 22040);
	assert_int_equal(word(&p, 0, "Ab")->run, word(&p, 1, "cd")->run);
	assert_int_equal(word(&p, 0, "Ab")->size, 200);
	assert_true(word(&p, 0, "Ab")->flags & DOC_BOLD);
	assert_box(word(&p, 2, "top"), 11000, 22000, 11300, 22200);
	assert_box(word(&p, 3, "right"), 14500, 21840, 15000, 22040);
	assert_box(word(&p, 4, "mid"), 14850, 22840, 15150, 23040);
	assert_box(word(&p, 5, "one"), 16000, 23840, 16300, 24040);
	assert_true(word(&p, 6, "two")->run != word(&p, 5, "one")->run);
	done(&b, &p, &picture);
}

/* Windows, views and the world move and scale text, until they are restored; fonts turn it; what lies outside is cut off. */
static void emf_transforms(void **state)
{
	static const float half[6] = { 0.5f, 0, 0, 0.5f, 100, 0 };
	struct doc_page_builder p;
	struct buf b, picture;
	int32_t world[6];
	memcpy(world, half, sizeof(world));
	emf_begin(&b);
	RECORD(&b, 22, 24);
	RECORD(&b, 17, 8);
	RECORD(&b, 9, 100, 100);
	RECORD(&b, 11, 200, 200);
	RECORD(&b, 10, 10, 10);
	emf_font(&b, 1, -10, 0, 400, "Arial");
	emf_text(&b, 60, 60, "window", 5);
	record(&b, 33, NULL, 0);
	RECORD(&b, 35, world[0], world[1], world[2], world[3], world[4], world[5]);
	emf_text(&b, 60, 60, "world", 5);
	RECORD(&b, 34, -1);
	emf_text(&b, 60, 160, "again", 5);
	emf_font(&b, 2, -10, 900, 400, "Arial");
	emf_text(&b, 300, 200, "up", 5);
	emf_text(&b, 30000, 200, "outside", 5);
	emf_font(&b, 3, -10, 0, 400, "Wingdings");
	emf_text(&b, 300, 100, "\xFE", 10);
	assert_int_equal(read(&b, &p, &picture), 5);
	assert_box(word(&p, 0, "window"), 11000, 20840, 11600, 21040);
	assert_box(word(&p, 1, "world"), 12400, 20320, 12650, 20420);
	assert_box(word(&p, 2, "again"), 11000, 22840, 11500, 23040);
	const struct doc_word *up = word(&p, 3, "up");
	assert_true(up->flags & DOC_VERTICAL && !up->down);
	assert_box(up, 15640, 23600, 15840, 23800);
	word(&p, 4, "\xE2\x98\x91");
	done(&b, &p, &picture);
}

static void wmf_record(struct buf *b, uint16_t function, const int16_t *args, size_t n)
{
	put32(b, (uint32_t)(3 + n));
	put16(b, function);
	for (size_t i = 0; i < n; i++)
		put16(b, (uint16_t)args[i]);
}
#define WMF(b, function, ...) wmf_record(b, function, (const int16_t[]){ __VA_ARGS__ }, sizeof((const int16_t[]){ __VA_ARGS__ }) / 2)

static void wmf_begin(struct buf *b)
{
	buf_init(b, 0);
	put32(b, 0x9AC6CDD7);
	for (int i = 0; i < 3; i++)
		put16(b, 0);
	put16(b, 1000);
	put16(b, 500);
	put16(b, 254);
	for (int i = 0; i < 3; i++)
		put16(b, 0);
	for (size_t i = 0; i < 9; i++)
		put16(b, (const uint16_t[]){ 1, 9, 0x300, 0, 0, 4, 100, 0, 0 }[i]);
}

/* The same of WMF: numbers of objects that were given back are used again, bytes are in the character set of the font. */
static void wmf_places(void **state)
{
	struct doc_page_builder p;
	struct buf b, picture;
	double w, h;
	wmf_begin(&b);
	WMF(&b, 0x020B, 0, 0);
	WMF(&b, 0x012E, 24);
	WMF(&b, 0x02FA, 0, 0, 0, 0, 0); /* a pen: 0 */
	WMF(&b, 0x02FB, -20, 0, 0, 0, 400, 0, (int16_t)(204 << 8), 0, 0, 0); /* a font: 1 */
	WMF(&b, 0x012D, 0);
	WMF(&b, 0x012D, 1);
	WMF(&b, 0x0A32, 200, 100, 3, 0, (int16_t)0xE8CF, 0xF0, 10, 10, 10);
	WMF(&b, 0x01F0, 0);
	WMF(&b, 0x02FB, -40, 0, 0, 0, 700, 0, 0, 0, 0, 0); /* 0 again */
	WMF(&b, 0x012D, 0);
	WMF(&b, 0x0521, 2, 'A' | 'b' << 8, 300, 100);
	wmf_record(&b, 0, NULL, 0);
	assert_true(metafile_looks(buf_view(&b)));
	assert_true(metafile_size(buf_view(&b), &w, &h));
	assert_in_range((int32_t)w, 28340, 28350);
	assert_int_equal(read(&b, &p, &picture), 2);
	assert_box(word(&p, 0, "\xD0\x9F\xD0\xB8\xD1\x80"), 11000, 21840, 11300, 22040);
	assert_int_equal(word(&p, 1, "Ab")->size, 400);
	assert_true(word(&p, 1, "Ab")->flags & DOC_BOLD);
	done(&b, &p, &picture);
}

/* A drawing without words hands out its picture; one that has words does not. */
static void pictures(void **state)
{
	static const int16_t dib[] = { 0, 0, 0, 2, 2, 0, 0, 2, 2, 0, 0, 40, 0, 2, 0, 2, 0, 1, 24, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
				       1, 2, 3, 4, 5, 6, 7, 8 };
	struct doc_page_builder p;
	struct buf b, picture;
	for (int words = 0; words < 2; words++) {
		wmf_begin(&b);
		wmf_record(&b, 0x0F43, dib, sizeof(dib) / 2);
		if (words)
			WMF(&b, 0x0521, 2, 'A' | 'b' << 8, 300, 100);
		assert_int_equal(read(&b, &p, &picture), words);
		assert_int_equal(picture.n, words ? 0 : 14 + sizeof(dib) - 22);
		if (!words)
			assert_memory_equal(picture.p, "BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28", 15);
		done(&b, &p, &picture);
	}
}

/* Cut anywhere, or told to be longer than it is, it is read as far as it goes. */
static void damaged(void **state)
{
	struct doc_page_builder p;
	struct buf whole, picture, b;
	emf_begin(&whole);
	emf_font(&whole, 1, -20, 0, 400, "Arial");
	emf_text(&whole, 100, 200, "text", 10);
	for (size_t n = 0; n < whole.n; n++) {
		char *cut = malloc(n ? n : 1); /* so that a sanitizer sees its end */
		assert_non_null(cut);
		memcpy(cut, whole.p, n);
		buf_init(&b, 0);
		uint16_t run = 0;
		doc_page_builder_init(&p);
		buf_init(&picture, 0);
		if (metafile_looks((struct str){ cut, n }))
			assert_int_equal(metafile_read((struct str){ cut, n }, box, &run, &p, &picture), 0);
		free(cut);
		done(&b, &p, &picture);
	}
	size_t at = whole.n - 76 - 8 - 16 + 44; /* how many letters the text has */
	for (int i = 0; i < 4; i++)
		whole.p[at + (size_t)i] = (char)0xFF;
	assert_int_equal(read(&whole, &p, &picture), 0);
	done(&whole, &p, &picture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(emf_places), cmocka_unit_test(emf_transforms), cmocka_unit_test(wmf_places), cmocka_unit_test(pictures),
		cmocka_unit_test(damaged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
