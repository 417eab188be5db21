/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Paper that is not plain black print, upright, on white: at a slant, light on dark, on its side, with pixels that are not square. */
#include "parse/ocr-reading.h"
#include "parse/image.h"
#include "parse/test-drawn-lines.h"

/* ---- at a slant */

enum { TABLE_WIDE = 2600, TABLE_HIGH = 1400 };

/* The sheet as a camera sees it that stands aside: its corners in the picture. */
static const double seen[4][2] = { { 420, 240 }, { 2210, 330 }, { 2400, 1120 }, { 210, 1010 } };

static PIX *photograph(PIX *sheet, l_float32 v[8])
{
	const double w = pixGetWidth(sheet), h = pixGetHeight(sheet), flat[4][2] = { { 0, 0 }, { w, 0 }, { w, h }, { 0, h } };
	PTA *from = ptaCreate(4), *to = ptaCreate(4);
	l_float32 *back = NULL, *there = NULL;
	for (int i = 0; i < 4; i++) {
		ptaAddPt(to, (l_float32)seen[i][0], (l_float32)seen[i][1]);
		ptaAddPt(from, (l_float32)flat[i][0], (l_float32)flat[i][1]);
	}
	assert_int_equal(getProjectiveXformCoeffs(to, from, &back), 0);
	assert_int_equal(getProjectiveXformCoeffs(from, to, &there), 0);
	PIX *table = pixCreate(TABLE_WIDE, TABLE_HIGH, 8);
	for (int y = 0; y < TABLE_HIGH; y++)
		for (int x = 0; x < TABLE_WIDE; x++) {
			double z = back[6] * x + back[7] * y + 1, sx = (back[0] * x + back[1] * y + back[2]) / z,
			       sy = (back[3] * x + back[4] * y + back[5]) / z;
			l_uint32 p = (l_uint32)(40 + (x * 7 + y * 13) % 20);
			if (sx >= 0 && sy >= 0 && sx < w && sy < h)
				pixGetPixel(sheet, (l_int32)sx, (l_int32)sy, &p);
			pixSetPixel(table, x, y, p * 230 / 255);
		}
	for (int i = 0; i < 8; i++)
		v[i] = there[i];
	lept_free(back);
	lept_free(there);
	ptaDestroy(&from);
	ptaDestroy(&to);
	return table;
}

static int letters_right(const struct doc_page_builder *page)
{
	int found = 0;
	for (int i = 0; i < LINES; i++) {
		char word[32];
		for (int at = 0, n; sscanf(lines[i] + at, "%31s%n", word, &n) == 1; at += n)
			found += find(page, word) != NULL;
	}
	return found;
}

/* A sheet photographed at a slant is straightened to be read; boxes lie on its words in the photograph. */
static void test_slant(void **state)
{
	l_float32 v[8];
	PIX *sheet = draw_lines(), *table = photograph(sheet, v);
	struct doc_page_builder plain, page;
	read_page(sheet, &plain);
	read_page(table, &page);
	assert_true(letters_right(&page) >= 38);
	for (int i = 0; i < 2; i++) {
		const struct doc_word *flat = find(&plain, i ? "front" : "4711");
		assert_non_null(flat);
		double x = (flat->box.x0 + flat->box.x1) / 2.0, y = (flat->box.y0 + flat->box.y1) / 2.0, z = v[6] * x + v[7] * y + 1;
		assert_near(find(&page, i ? "front" : "4711"), (v[0] * x + v[1] * y + v[2]) / z, (v[3] * x + v[4] * y + v[5]) / z, 12);
	}
	doc_page_builder_fini(&plain);
	doc_page_builder_fini(&page);
	pixDestroy(&sheet);
	pixDestroy(&table);
}

/* Corners are those of four straight edges; a disc has none, nor has a sheet that goes on outside the picture. */
static void test_corners(void **state)
{
	double corner[4][2];
	for (int kind = 0; kind < 3; kind++) {
		PIX *mask = pixCreate(200, 150, 1);
		for (int y = 0; y < 150; y++)
			for (int x = 0; x < 200; x++) {
				bool quad = y > 20 + x / 20 && y < 120 + x / 16 && x > 40 - y / 10 && x < 150 + y / 8;
				bool disc = (x - 100) * (x - 100) + (y - 75) * (y - 75) < 3600, half = x > 100 && y > 20 && y < 120;
				if (kind == 0 ? quad : kind == 1 ? disc : half)
					pixSetPixel(mask, x, y, 1);
			}
		assert_int_equal(ocr_corners_find(mask, corner), kind == 0);
		if (kind == 0) {
			assert_true(fabs(corner[0][0] - 37.8) < 2 && fabs(corner[0][1] - 21.9) < 2);
			assert_true(fabs(corner[2][0] - 166.4) < 2 && fabs(corner[2][1] - 130.4) < 2);
		}
		pixDestroy(&mask);
	}
}

/* ---- light on dark */

/* A picture that is all light print on dark is read as any other. */
static void test_negative(void **state)
{
	PIX *pix = draw_lines();
	struct doc_page_builder page;
	for (int y = 0; y < HIGH; y++)
		for (int x = 0; x < WIDE; x++) {
			l_uint32 p;
			pixGetPixel(pix, x, y, &p);
			pixSetPixel(pix, x, y, 235 - p * 200 / 255);
		}
	assert_true(ocr_is_negative(pix));
	read_page(pix, &page);
	assert_true(letters_right(&page) >= 39);
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
	pix = draw_lines();
	assert_false(ocr_is_negative(pix));
	pixDestroy(&pix);
}

/* The lines farther apart, every second one light on a dark bar. */
static PIX *draw_bars(void)
{
	enum { FAR = 140 };
	PIX *close = draw_lines(), *pix = pixCreate(WIDE, FAR * LINES + 20, 8);
	pixSetAll(pix);
	for (int i = 0; i < LINES; i++) {
		pixRasterop(pix, 0, FAR * i + 30, WIDE, STEP, PIX_SRC, close, 0, TOP + STEP * i - 62);
		for (int y = FAR * i + 10; i % 2 && y < FAR * i + FAR - 10; y++)
			for (int x = 60; x < WIDE - 60; x++) {
				l_uint32 p;
				pixGetPixel(pix, x, y, &p);
				pixSetPixel(pix, x, y, 255 - p * 210 / 255);
			}
	}
	pixDestroy(&close);
	return pix;
}

/* Lines on dark bars are read with the others; the bars become paper, without an edge. */
static void test_bars(void **state)
{
	PIX *pix = draw_bars();
	struct doc_page_builder page;
	struct ocr_sheet s;
	assert_true(ocr_sheet_make(pix, 200, &s));
	for (int y = 140; y < 290; y++) {
		l_uint32 p = 0;
		pixGetPixel(s.gray, (l_int32)((80 - s.back.e) / s.back.a), (l_int32)((y - s.back.f) / s.back.d), &p);
		assert_true(p > 200);
	}
	ocr_sheet_free(&s);
	read_page(pix, &page);
	assert_true(letters_right(&page) >= 39);
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
}

/* ---- on its side */

static PIX *draw_line(const char *text, int quarters)
{
	L_BMF *font = bmfCreate(NULL, 20);
	PIX *line = pixCreate(500, 60, 8);
	pixSetAll(line);
	pixSetTextline(line, font, text, 0, 20, 42, NULL, NULL);
	PIX *turned = pixRotateOrth(line, quarters);
	bmfDestroy(&font);
	pixDestroy(&line);
	return turned;
}

/* Print in the margins that climbs or falls is read and says so; the page's own stays upright. */
static void test_sideways(void **state)
{
	PIX *pix = draw_lines(), *climbs = draw_line("certified copy", 3), *falls = draw_line("extra sheet", 1);
	struct doc_page_builder page;
	pixRasterop(pix, 10, 60, 60, 500, PIX_SRC, climbs, 0, 0);
	pixRasterop(pix, WIDE - 90, 60, 60, 500, PIX_SRC, falls, 0, 0);
	read_page(pix, &page);
	const struct doc_word *certified = find(&page, "certified"), *copy = find(&page, "copy"), *extra = find(&page, "extra"),
			      *own = find(&page, "Delivered");
	assert_non_null(certified);
	assert_non_null(copy);
	assert_non_null(extra);
	assert_non_null(own);
	assert_true(certified->flags & DOC_VERTICAL && !certified->down && certified->box.y0 > copy->box.y1);
	assert_true(certified->box.x1 < 75 && certified->box.y1 - certified->box.y0 > 100);
	assert_true(extra->flags & DOC_VERTICAL && extra->down && extra->box.x0 > WIDE - 95);
	assert_false(own->flags & DOC_VERTICAL);
	doc_page_builder_fini(&page);
	pixDestroy(&pix);
	pixDestroy(&climbs);
	pixDestroy(&falls);
}

/* Words of the line at y go. */
static void forget_line(struct ocr_reading *r, int y0, int y1)
{
	size_t kept = 0;
	for (size_t i = 0; i < r->n; i++)
		if ((r->words[i].y0 + r->words[i].y1) / 2 > y0 && (r->words[i].y0 + r->words[i].y1) / 2 < y1)
			free(r->words[i].text);
		else
			r->words[kept++] = r->words[i];
	r->n = kept;
}

static const struct ocr_found *found(const struct ocr_reading *r, const char *text)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->words[i].text, text) == 0)
			return &r->words[i];
	return NULL;
}

/* A line that the reading left out is read on its own, in its place; one of letters twice as high for their width, too. */
static void test_missed(void **state)
{
	PIX *plain = draw_lines(), *pix = pixAddBorderGeneral(plain, 0, 0, 0, 200, 255), *line = draw_line("harbour seal", 0);
	PIX *room = pixAddBorderGeneral(line, 0, 0, 20, 0, 255), *high = pixScale(room, 1, 2);
	struct ocr_sheet s;
	struct ocr_reading r;
	pixRasterop(pix, 900, HIGH, 500, 160, PIX_SRC, high, 0, 0);
	ocr_prepare(STR("en"));
	assert_true(ocr_sheet_make(pix, 200, &s) && ocr_reading_make(&s, OCR_COLUMNS, &r));
	double scale = pixGetHeight(s.gray) / (HIGH + 200.0);
	forget_line(&r, (int)((TOP + STEP - 50) * scale), (int)((TOP + STEP + 30) * scale));
	forget_line(&r, (int)((TOP + 4 * STEP + 30) * scale), pixGetHeight(s.gray));
	assert_null(found(&r, "Delivered"));
	assert_true(ocr_missed_read(&s, &r));
	const struct ocr_found *w = found(&r, "Delivered"), *v = found(&r, "seal");
	assert_non_null(w);
	assert_true(abs((int)(w->x0 / scale) - LEFT) < 12 && w->y1 / scale > TOP + STEP - 40 && w->y0 / scale < TOP + STEP + 20);
	assert_non_null(v);
	assert_true(v->x0 / scale > 1000 && v->y1 - v->y0 > 70 * scale);
	ocr_reading_free(&r);
	ocr_sheet_free(&s);
	pixDestroy(&plain);
	pixDestroy(&pix);
	pixDestroy(&line);
	pixDestroy(&room);
	pixDestroy(&high);
}

/* ---- small things */

/* Pixels of a fax are twice as high as wide: the picture gets twice the rows. Others stay. */
static void test_square(void **state)
{
	for (int fax = 0; fax < 2; fax++) {
		PIX *pix = pixCreate(400, 300, 1);
		l_uint8 *bytes = NULL;
		size_t n = 0;
		pixSetResolution(pix, 204, fax ? 98 : 204);
		assert_int_equal(pixWriteMem(&bytes, &n, pix, IFF_TIFF_G4), 0);
		PIX *grey = image_grey((struct str){ (const char *)bytes, n }, NULL);
		assert_non_null(grey);
		assert_int_equal(pixGetWidth(grey), 400);
		assert_int_equal(pixGetHeight(grey), fax ? 624 : 300);
		lept_free(bytes);
		pixDestroy(&pix);
		pixDestroy(&grey);
	}
}

/* A picture longer than Tesseract takes is made shorter. */
static void test_long(void **state)
{
	PIX *strip = pixCreate(60000, 12, 8);
	struct doc_page_builder page;
	pixSetAll(strip);
	assert_int_equal(read_page(strip, &page).words, 0);
	doc_page_builder_fini(&page);
	pixDestroy(&strip);
}

static void draw_zero(PIX *pix, int x, int y, int a, int b)
{
	for (int dy = -b; dy <= b; dy++)
		for (int dx = -a; dx <= a; dx++) {
			double at = (double)dx * dx / (a * a) + (double)dy * dy / (b * b);
			if ((at <= 1 && at > 0.45) || (abs(dx) <= 2 && abs(dy) <= 2))
				pixSetPixel(pix, x + dx, y + dy, 0);
		}
}

/* The dots of dotted zeros go; a dot in a frame, or alone, stays. */
static void test_zeros(void **state)
{
	PIX *pix = pixCreate(400, 200, 8);
	pixSetAll(pix);
	for (int i = 0; i < 4; i++)
		draw_zero(pix, 40 + 40 * i, 60, 12, 18);
	draw_zero(pix, 300, 100, 60, 80);
	draw_zero(pix, 60, 150, 1, 1);
	PIX *ink = pixThresholdToBinary(pix, 128), *plain = ocr_empty_zeros(pix, ink, 36);
	l_uint32 p = 0;
	assert_non_null(plain);
	for (int i = 0; i < 4; i++) {
		pixGetPixel(plain, 40 + 40 * i, 60, &p);
		assert_true(p > 250);
		pixGetPixel(plain, 30 + 40 * i, 60, &p);
		assert_true(p == 0);
	}
	pixGetPixel(plain, 300, 100, &p);
	assert_true(p == 0);
	pixGetPixel(plain, 60, 150, &p);
	assert_true(p == 0);
	PIX *text = draw_lines(), *black = pixThresholdToBinary(text, 128);
	assert_null(ocr_empty_zeros(text, black, 30));
	PIX *all[] = { pix, ink, plain, text, black };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		pixDestroy(&all[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slant),    cmocka_unit_test(test_corners), cmocka_unit_test(test_negative), cmocka_unit_test(test_bars),
		cmocka_unit_test(test_sideways), cmocka_unit_test(test_square),  cmocka_unit_test(test_zeros),
		cmocka_unit_test(test_long),     cmocka_unit_test(test_missed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
