/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pictures drawn here, with Leptonica's own bitmap font, and read back. */
#include "parse/image.h"
#include "parse/test-drawn-lines.h"

/* Where "4711" and "front" stand in the upright picture. */
static void places(double at[4])
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	read_page(pix, &page);
	const struct doc_word *w = find(&page, "4711"), *v = find(&page, "front");
	assert_non_null(w);
	assert_non_null(v);
	at[0] = (w->box.x0 + w->box.x1) / 2.0;
	at[1] = (w->box.y0 + w->box.y1) / 2.0;
	at[2] = (v->box.x0 + v->box.x1) / 2.0;
	at[3] = (v->box.y0 + v->box.y1) / 2.0;
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* Every word of a clean picture is found, sure of itself, in its line's place. */
static void test_clean(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	struct ocr_result r = read_page(pix, &page);
	assert_true(r.words >= 38 && r.words <= 44);
	assert_true(r.conf > 80);
	for (int i = 0; i < LINES; i++) {
		char first[32];
		sscanf(lines[i], "%31s", first);
		const struct doc_word *w = find(&page, first);
		assert_non_null(w);
		assert_true(w->source == DOC_SOURCE_OCR && w->conf > 50);
		assert_true(abs(w->box.x0 - LEFT) < 8);
		assert_true(w->box.y1 > TOP + STEP * i - 40 && w->box.y0 < TOP + STEP * i + 20);
	}
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* A picture turned by quarters is read, and its boxes lie where the words are in the picture as it came. */
static void test_turned(void **state)
{
	double at[4];
	places(at);
	for (int quarters = 1; quarters < 4; quarters++) {
		PIX *upright = draw_lines(), *pix = pixRotateOrth(upright, quarters);
		struct doc_page_builder page;
		read_page(pix, &page);
		const double x[4] = { 0, HIGH - at[1], WIDE - at[0], at[1] }, y[4] = { 0, at[0], HIGH - at[1], WIDE - at[0] };
		assert_near(find(&page, "4711"), x[quarters], y[quarters], 6);
		doc_page_builder_fini(&page);
		pixDestroy(&upright);
		pixDestroy(&pix);
	}
}

/* A crooked picture is straightened for reading; boxes still lie on its crooked words. */
static void test_skewed(void **state)
{
	double at[4], angle = 3 * M_PI / 180;
	places(at);
	PIX *straight = draw_lines(), *pix = pixRotate(straight, (l_float32)angle, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
	struct doc_page_builder page;
	read_page(pix, &page);
	for (int i = 0; i < 2; i++) {
		double dx = at[2 * i] - WIDE / 2, dy = at[2 * i + 1] - HIGH / 2;
		assert_near(find(&page, i ? "front" : "4711"), WIDE / 2 + dx * cos(angle) - dy * sin(angle),
			    HIGH / 2 + dx * sin(angle) + dy * cos(angle), 6);
	}
	doc_page_builder_fini(&page);
	pixDestroy(&straight);
	pixDestroy(&pix);
}

/* A shadow over half of the picture hides nothing. */
static void test_shadow(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	for (int y = 0; y < HIGH; y++)
		for (int x = 0; x < WIDE; x++) {
			l_uint32 v;
			pixGetPixel(pix, x, y, &v);
			pixSetPixel(pix, x, y, v * (l_uint32)(250 - 150 * x / WIDE) / 255);
		}
	struct ocr_result r = read_page(pix, &page);
	assert_true(r.words >= 36);
	assert_non_null(find(&page, "yesterday"));
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* Paper photographed on a dark, restless table, at a slant and in half shadow: only what stands on it is read, in place. */
static void test_photo(void **state)
{
	PIX *sheet = draw_lines(), *paper = pixAddBorderGeneral(sheet, 40, 40, 40, 40, 255), *black = pixCreate(WIDE + 80, HIGH + 80, 1);
	PIX *table = pixCreate(2600, 1400, 8);
	for (int y = 0; y < 1400; y++)
		for (int x = 0; x < 2600; x++)
			pixSetPixel(table, x, y, (l_uint32)(30 + (x * 7 + y * 13) % 50 + (x / 16 + y / 24) % 3 * 12));
	pixSetAll(black);
	PIX *turned = pixRotate(paper, 0.04f, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 2600, 1400);
	PIX *stencil = pixRotate(black, 0.04f, L_ROTATE_SAMPLING, L_BRING_IN_WHITE, 2600, 1400);
	int dx = (2600 - pixGetWidth(turned)) / 2, dy = (1400 - pixGetHeight(turned)) / 2;
	for (int y = 0; y < 1400; y++)
		for (int x = 0; x < 2600; x++) {
			l_uint32 v, on = 0;
			if (pixGetPixel(stencil, x - dx, y - dy, &on) == 0 && on && pixGetPixel(turned, x - dx, y - dy, &v) == 0)
				pixSetPixel(table, x, y, v * (l_uint32)(x < 1300 ? 230 : 170) / 255);
		}
	struct doc_page_builder page;
	struct ocr_result r = read_page(table, &page);
	assert_true(r.words >= 37 && r.words <= 44);
	const struct doc_word *w = find(&page, "4711"), *v = find(&page, "front");
	assert_non_null(w);
	assert_non_null(v);
	/* Where they stand on the flat sheet, turned about the middle. */
	double at[4], c = cos(0.04), s = sin(0.04);
	places(at);
	for (int i = 0; i < 2; i++) {
		double x = at[2 * i] - WIDE / 2.0, y = at[2 * i + 1] - HIGH / 2.0;
		assert_near(i ? v : w, 1300 + x * c - y * s, 700 + x * s + y * c, 10);
	}
	doc_page_builder_fini(&page);
	PIX *all[] = { sheet, paper, black, table, turned, stencil };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		pixDestroy(&all[i]);
}

/* A page half of which is white print on black is no photograph of paper on a table: both halves are read. */
static void test_dark_half(void **state)
{
	PIX *half = draw_lines(), *pix = pixCreate(2 * WIDE, HIGH, 8);
	struct doc_page_builder page;
	pixRasterop(pix, 0, 0, WIDE, HIGH, PIX_SRC, half, 0, 0);
	pixRasterop(pix, WIDE, 0, WIDE, HIGH, PIX_NOT(PIX_SRC), half, 0, 0);
	struct ocr_result r = read_page(pix, &page);
	assert_true(r.words >= 76);
	doc_page_builder_fini(&page);
	pixDestroy(&half);
	pixDestroy(&pix);
}

/* Lines drawn around text come as rules; the text stays. */
static void test_rules(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	pixRenderLine(pix, 80, 60, 1200, 60, 3, L_CLEAR_PIXELS);
	pixRenderLine(pix, 80, 60, 80, 560, 3, L_CLEAR_PIXELS);
	read_page(pix, &page);
	const struct doc_rule *r = (const struct doc_rule *)(const void *)page.rules.p;
	int across = 0, down = 0;
	for (size_t i = 0; i < page.rules.n / sizeof(*r); i++) {
		across += r[i].kind == DOC_RULE_HORIZONTAL && abs(r[i].box.y0 - 60) < 5 && r[i].box.x1 - r[i].box.x0 > 1000;
		down += r[i].kind == DOC_RULE_VERTICAL && abs(r[i].box.x0 - 80) < 5 && r[i].box.y1 - r[i].box.y0 > 400;
	}
	assert_int_equal(across, 1);
	assert_int_equal(down, 1);
	assert_non_null(find(&page, "4711"));
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* Print much fainter than the heaviest line is read as well. */
static void test_faint(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	for (int y = 0; y < HIGH; y++)
		for (int x = 0; x < WIDE; x++) {
			l_uint32 v;
			pixGetPixel(pix, x, y, &v);
			pixSetPixel(pix, x, y, y < TOP + STEP / 2 ? v * 245 / 255 : 190 + v * 55 / 255);
		}
	read_page(pix, &page);
	assert_non_null(find(&page, "4711"));
	assert_non_null(find(&page, "yesterday"));
	assert_non_null(find(&page, "Questions"));
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* Dotted lines are no noise: strokes a pixel wide stay what they are. Specks everywhere are. */
static void test_dotted(void **state)
{
	for (int noisy = 0; noisy < 2; noisy++) {
		PIX *pix = draw_lines();
		struct ocr_sheet s;
		l_uint32 v = 0;
		int dots = noisy ? 20000 : 900;
		for (int i = 0; i < dots; i++)
			pixSetPixel(pix, noisy ? i * 7919 % WIDE : 20 + i % 300 * 6, noisy ? i * 104729 % HIGH : 40 + i / 300 * 200, 0);
		for (int y = 560; y < 600; y++)
			pixSetPixel(pix, 1900, y, 0);
		assert_true(ocr_sheet_make(pix, 200, &s));
		double scale = s.back.a, x = (1900.5 - s.back.e) / scale, y = (580.5 - s.back.f) / s.back.d;
		assert_int_equal(pixGetPixel(s.gray, (l_int32)x, (l_int32)y, &v), 0);
		assert_int_equal(v < 100, !noisy);
		ocr_sheet_free(&s);
		pixDestroy(&pix);
	}
}

/* Boxes to tick come as marks, crossed and ticked ones on; the letters beside them stay. */
static void test_marks(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	for (int i = 0; i < 4; i++) {
		int x = LEFT - 70, y = TOP + STEP * i - 30;
		for (int k = 0; k < 3; k++) {
			pixRenderLine(pix, x, y + k, x + 32, y + k, 1, L_CLEAR_PIXELS);
			pixRenderLine(pix, x, y + 30 + k, x + 32, y + 30 + k, 1, L_CLEAR_PIXELS);
			pixRenderLine(pix, x + k, y, x + k, y + 32, 1, L_CLEAR_PIXELS);
			pixRenderLine(pix, x + 30 + k, y, x + 30 + k, y + 32, 1, L_CLEAR_PIXELS);
		}
		if (i == 1) { /* a cross that fills half of its box */
			pixRenderLine(pix, x + 3, y + 3, x + 29, y + 29, 5, L_CLEAR_PIXELS);
			pixRenderLine(pix, x + 29, y + 3, x + 3, y + 29, 5, L_CLEAR_PIXELS);
		} else if (i == 3) { /* a tick that reaches out of it */
			pixRenderLine(pix, x + 6, y + 16, x + 14, y + 28, 4, L_CLEAR_PIXELS);
			pixRenderLine(pix, x + 14, y + 28, x + 40, y - 8, 4, L_CLEAR_PIXELS);
		}
	}
	read_page(pix, &page);
	const struct doc_mark *m = (const struct doc_mark *)(const void *)page.marks.p;
	assert_int_equal(page.marks.n / sizeof(*m), 4);
	for (int i = 0; i < 4; i++) {
		int line = (m[i].box.y0 - TOP + 60) / STEP;
		assert_int_equal(m[i].on, line % 2);
		assert_true(abs(m[i].box.x0 - (LEFT - 70)) < 5 && abs(m[i].box.x1 - (LEFT - 38)) < 6);
	}
	const struct doc_word *w = (const struct doc_word *)(const void *)page.words.p;
	for (size_t i = 0; i < page.words.n / sizeof(*w); i++)
		assert_true(w[i].box.x0 > LEFT - 30);
	assert_non_null(find(&page, "Invoice"));
	assert_non_null(find(&page, "Delivered"));
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* A page of text has no boxes to tick. */
static void test_no_marks(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	read_page(pix, &page);
	assert_int_equal(page.marks.n, 0);
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* A disc before words is a bullet, whatever letter the models take it for; a ring is none. */
static void test_bullets(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	for (int i = 0; i < 4; i++)
		for (int y = -12; y <= 12; y++)
			for (int x = -12; x <= 12; x++)
				if (x * x + y * y <= 80 && (i < 3 || x * x + y * y > 40))
					pixSetPixel(pix, LEFT - 50 + x, TOP + STEP * i - 12 + y, 0);
	read_page(pix, &page);
	const struct doc_word *w = (const struct doc_word *)(const void *)page.words.p;
	int bullets = 0;
	for (size_t i = 0; i < page.words.n / sizeof(*w); i++)
		if (str_eq_z((struct str){ page.text.p + w[i].text, w[i].len }, "\xE2\x80\xA2")) {
			assert_true(w[i].box.x1 < LEFT);
			bullets++;
		}
	assert_int_equal(bullets, 3);
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* White paper and noise are no failure and no words. */
static void test_blank(void **state)
{
	PIX *pix = pixCreate(600, 400, 8);
	struct doc_page_builder page;
	pixSetAll(pix);
	assert_int_equal(read_page(pix, &page).words, 0);
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
	pix = pixCreate(1, 1, 8);
	assert_int_equal(read_page(pix, &page).words, 0);
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* Languages are known by code, with a region or a script; what is missing is named as its package. */
static void test_languages(void **state)
{
	struct err e = { 0 };
	assert_string_equal(ocr_lang_find(STR("de"))->model, "deu");
	assert_string_equal(ocr_lang_find(STR(" PT-br "))->model, "por");
	assert_string_equal(ocr_lang_find(STR("zh_Hant"))->model, "chi_tra");
	assert_null(ocr_lang_find(STR("klingon")));
	assert_null(ocr_lang_find(STR("")));
	ocr_prepare(STR("en,klingon"));
	assert_false(ocr_ready(&e));
	assert_int_equal(e.code, ERR_UNSUPPORTED);
	assert_non_null(strstr(e.text, "klingon"));
	ocr_prepare(STR("iu"));
	assert_false(ocr_ready(&e));
	assert_non_null(strstr(e.text, "tesseract-ocr-iku"));
	ocr_prepare(STR(""));
	assert_true(ocr_ready(&e));
}

/* Several languages are read by one engine, models taken from memory. */
static void test_two_languages(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	struct ocr_result r;
	ocr_prepare(STR("de,en"));
	if (!ocr_ready(NULL)) {
		pixDestroy(&pix);
		skip(); /* tesseract-ocr-deu: script/bootstrap --test */
	}
	doc_page_builder_init(&page);
	doc_page_builder_start(&page, 1, 100000, 100000);
	assert_true(ocr_read(pix, 200, &pixels, &page, &r));
	assert_true(r.words >= 36);
	assert_non_null(find(&page, "yesterday"));
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
	ocr_prepare(STR("de,en,fr,es,it,nl,pl,pt,sv,da"));
	assert_false(ocr_ready(NULL));
	ocr_prepare(STR("en"));
	assert_true(ocr_ready(NULL));
}

/* EXIF in either byte order tells the turn; cut short at any place it is left alone. */
static void test_exif(void **state)
{
	static const char little[] = "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
	static const char big[] = "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x05\0\0\0\0\0\0";
	struct image_size s = { 0 };
	image_exif((struct str){ little, sizeof(little) - 1 }, &s);
	assert_true(s.turn == 1 && !s.mirrored);
	image_exif((struct str){ big, sizeof(big) - 1 }, &s);
	assert_true(s.turn == 3 && s.mirrored);
	for (size_t n = 0; n < 21; n++) {
		char *cut = malloc(n ? n : 1);
		memcpy(cut, little, n);
		s = (struct image_size){ 0 };
		image_exif((struct str){ cut, n }, &s);
		assert_int_equal(s.turn, 0);
		free(cut);
	}
}

/* A resolution is believed if a document can have it; else the longer side is 11 inches. */
static void test_dpi(void **state)
{
	assert_true(image_dpi(&(struct image_size){ .width = 1700, .height = 2200, .dpi = 300 }) == 300);
	assert_true(image_dpi(&(struct image_size){ .width = 1700, .height = 2200, .dpi = 72 }) == 200);
	assert_true(image_dpi(&(struct image_size){ .width = 10, .height = 20 }) == 72);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_turned),
		cmocka_unit_test(test_skewed),
		cmocka_unit_test(test_shadow),
		cmocka_unit_test(test_photo),
		cmocka_unit_test(test_dark_half),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_no_marks),
		cmocka_unit_test(test_faint),
		cmocka_unit_test(test_dotted),
		cmocka_unit_test(test_bullets),
		cmocka_unit_test(test_blank),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_two_languages),
		cmocka_unit_test(test_exif),
		cmocka_unit_test(test_dpi),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
