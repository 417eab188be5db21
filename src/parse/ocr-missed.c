/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Lines that no reading of the whole sheet found, or only guessed:
 *
 *     Subtotal        28.27
 *     T O T A L      $32.51     letters twice as high as the rest: taken for a picture, or for two lines
 *     Card           $32.51
 *
 * Ink without a word, in strips as high as one line of letters, is read once more as that line alone; where letters are
 * high for their width, also with its height halved, which gives them the shape the models know.
 */
#include "parse/ocr-strip.h"

#include <leptonica/allheaders.h>

#define SURE 50.0f      /* confidence from which a word's ink is spoken for */
#define LEAST_CONF 75.0 /* mean confidence of a strip's words */
#define TALL 1.6        /* letters: a strip that may be of high ones */
enum { LEAST_LETTERS = 2, MOST_HIGH = 4 /* letters */, MOST_STRIPS = 24 };

static bool is_loose(const struct ocr_reading *r, size_t i, int letter)
{
	return r->words[i].conf < SURE && !r->words[i].turn;
}

/* Boxes of strips in pixels of the sheet; NULL: none. */
static BOXA *strips_of(PIX *left, int letter)
{
	PIX *half = pixReduceRankBinary2(left, 1, NULL);
	PIX *joined = half ? pixCloseSafeBrick(NULL, half, letter, letter / 8 < 1 ? 1 : letter / 8) : NULL;
	BOXA *all = joined ? pixConnCompBB(joined, 8) : NULL, *strips = all ? boxaCreate(8) : NULL;
	int n = strips ? boxaGetCount(all) : 0;
	for (int i = 0; i < n && boxaGetCount(strips) < MOST_STRIPS; i++) {
		l_int32 x, y, w, h;
		boxaGetBoxGeometry(all, i, &x, &y, &w, &h);
		BOX *box = boxCreate(2 * x, 2 * y, 2 * w, 2 * h);
		if (8 * h >= 3 * letter && 2 * h <= MOST_HIGH * letter && 3 * w > 2 * h && ocr_strip_shapes(left, box, letter * 2) >= LEAST_LETTERS)
			boxaAddBox(strips, box, L_INSERT);
		else
			boxDestroy(&box);
	}
	boxaDestroy(&all);
	pixDestroy(&joined);
	pixDestroy(&half);
	return strips;
}

/* Half as high. */
static bool flatten(struct ocr_sheet *s)
{
	static const struct ocr_place back = { 1, 0, 0, 2, 0, 0, 0, 0 };
	PIX *gray = pixScale(s->gray, 1, 0.5f);
	if (!gray)
		return false;
	pixDestroy(&s->gray);
	s->gray = gray;
	s->back = ocr_place_join(&back, &s->back);
	return true;
}

static bool read_strip(const struct ocr_sheet *s, const l_int32 at[4], struct ocr_reading *r)
{
	struct ocr_sheet strip;
	struct ocr_reading seen[2] = { { 0 } };
	struct ocr_place back[2];
	bool ok = ocr_strip_cut(s, at, &strip);
	int n = at[3] > s->letter * TALL ? 2 : 1;
	for (int i = 0; ok && i < n; i++) {
		ok = (i == 0 || flatten(&strip)) && ocr_reading_make(&strip, OCR_LINE, &seen[i]);
		back[i] = strip.back;
	}
	int best = ocr_reading_weight(&seen[1]) > ocr_reading_weight(&seen[0]);
	if (ok && ocr_reading_letters(&seen[best]) >= LEAST_LETTERS && ocr_reading_conf(&seen[best]) >= LEAST_CONF)
		ok = ocr_strip_put(r, at, s->letter, is_loose, &seen[best], &back[best], OCR_UPRIGHT);
	ocr_reading_free(&seen[0]);
	ocr_reading_free(&seen[1]);
	ocr_sheet_free(&strip);
	return ok;
}

bool ocr_missed_read(const struct ocr_sheet *s, struct ocr_reading *r)
{
	PIX *left = s->letter && r->n ? ocr_strip_ink(s, r, is_loose) : NULL;
	BOXA *strips = left ? strips_of(left, s->letter) : NULL;
	int n = strips ? boxaGetCount(strips) : 0;
	bool ok = true;
	for (int i = 0; ok && i < n; i++) {
		l_int32 at[4];
		boxaGetBoxGeometry(strips, i, &at[0], &at[1], &at[2], &at[3]);
		ok = read_strip(s, at, r);
	}
	boxaDestroy(&strips);
	pixDestroy(&left);
	return ok;
}
