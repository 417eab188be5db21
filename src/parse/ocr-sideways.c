/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Print that stands on its side in an upright sheet: stamps in margins, heads of narrow columns.
 *
 *     +--------------------+
 *     | y   Invoice 4711   |    ink no word was found in, in strips much higher than wide,
 *     | p   ............   |    is turned both ways and read; what is read surely one way
 *     | o   ............   |    becomes words that climb or fall
 *     | C                  |
 *     +--------------------+
 */
#include "parse/ocr-strip.h"

#include <leptonica/allheaders.h>

#define SURE 50.0f      /* confidence from which a word's ink is spoken for */
#define LEAST_CONF 70.0 /* mean confidence of a strip's words */
#define APART 0.7       /* letters: wider than between words */
#define SLIM 2.5        /* a strip is so many times higher than wide */
#define LEAST_HIGH 4    /* letters */
#define MOST_WIDE 5     /* letters */
enum { LEAST_LETTERS = 4, FEW_LETTERS = 3, MOST_STRIPS = 24 };

/* ---- strips */

/* A "word" that is a strip of print on its side. */
static bool is_strip(const struct ocr_found *f, int letter)
{
	int w = f->x1 - f->x0, h = f->y1 - f->y0;
	return (h > 3 * letter && h > 2 * w) || (h * 2 > 3 * letter && h * 2 > 3 * w && ocr_letters(f->text) > 1);
}

/* May the ink of word i be a piece of a strip: unsure of itself, as high as one, or a few letters apart from others? */
static bool is_loose(const struct ocr_reading *r, size_t i, int letter)
{
	const struct ocr_found *f = &r->words[i];
	int far = (int)(letter * APART);
	bool alone = (i == 0 || f[-1].line != f->line || f->x0 - f[-1].x1 > far) && (i + 1 == r->n || f[1].line != f->line || f[1].x0 - f->x1 > far);
	return f->conf < SURE || (!f->turn && (is_strip(f, letter) || (alone && ocr_letters(f->text) <= FEW_LETTERS)));
}

/* Boxes of strips in pixels of the sheet; NULL: none. */
static BOXA *strips_of(PIX *left, int letter)
{
	PIX *half = pixReduceRankBinary2(left, 1, NULL);
	PIX *joined = half ? pixCloseSafeBrick(NULL, half, letter / 4 < 1 ? 1 : letter / 4, letter * 6 / 10) : NULL;
	BOXA *all = joined ? pixConnCompBB(joined, 8) : NULL, *strips = all ? boxaCreate(8) : NULL;
	int n = strips ? boxaGetCount(all) : 0;
	for (int i = 0; i < n && boxaGetCount(strips) < MOST_STRIPS; i++) {
		l_int32 x, y, w, h;
		boxaGetBoxGeometry(all, i, &x, &y, &w, &h);
		BOX *box = boxCreate(2 * x, 2 * y, 2 * w, 2 * h);
		if (2 * h >= LEAST_HIGH * letter && h >= SLIM * w && 4 * w >= letter && 2 * w <= MOST_WIDE * letter &&
		    ocr_strip_shapes(left, box, letter) >= LEAST_LETTERS)
			boxaAddBox(strips, box, L_INSERT);
		else
			boxDestroy(&box);
	}
	boxaDestroy(&all);
	pixDestroy(&joined);
	pixDestroy(&half);
	return strips;
}

/* ---- reading */

/* Read the strip turned upright either way and keep what is read better, if it is read well. */
static bool read_strip(const struct ocr_sheet *s, const l_int32 at[4], struct ocr_reading *r)
{
	struct ocr_sheet strip;
	struct ocr_reading both[2] = { { 0 } };
	struct ocr_place back[2];
	bool ok = ocr_strip_cut(s, at, &strip);
	for (int i = 0; ok && i < 2; i++) {
		ok = ocr_sheet_turn(&strip, i ? 2 : 1) && ocr_reading_make(&strip, OCR_LINES, &both[i]);
		back[i] = strip.back;
	}
	int best = ocr_reading_weight(&both[1]) > ocr_reading_weight(&both[0]);
	if (ok && ocr_reading_letters(&both[best]) >= LEAST_LETTERS && ocr_reading_conf(&both[best]) >= LEAST_CONF)
		ok = ocr_strip_put(r, at, s->letter, is_loose, &both[best], &back[best], best ? OCR_FALLS : OCR_CLIMBS);
	ocr_reading_free(&both[0]);
	ocr_reading_free(&both[1]);
	ocr_sheet_free(&strip);
	return ok;
}

bool ocr_sideways_read(const struct ocr_sheet *s, struct ocr_reading *r)
{
	PIX *left = s->letter ? ocr_strip_ink(s, r, is_loose) : NULL;
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
