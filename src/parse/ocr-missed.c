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
enum { LEAST_LETTERS = 2, MOST_HIGH = 4 /* letters */ };

static bool is_loose(const struct ocr_reading *r, size_t i, int letter)
{
	return r->words[i].conf < SURE && !r->words[i].turn;
}

/* As high as a line of letters, or of high ones. */
static bool fits(PIX *ink, BOX *box, int letter)
{
	l_int32 w, h;
	boxGetGeometry(box, NULL, NULL, &w, &h);
	return 4 * h >= 3 * letter && h <= MOST_HIGH * letter && 3 * w > 2 * h && ocr_strip_shapes(ink, box, letter * 2) >= LEAST_LETTERS;
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

static int ways(const int at[4], int letter)
{
	return at[3] > letter * TALL ? 2 : 1;
}

static bool prepare(struct ocr_sheet *strip, int way)
{
	return way == 0 || flatten(strip);
}

bool ocr_missed_read(const struct ocr_sheet *s, struct ocr_reading *r)
{
	static const struct ocr_strip_kind lines = {
		.loose = is_loose, .across = { 1, 1 }, .down = { 1, 8 }, .fits = fits, .ways = ways, .prepare = prepare, .layout = OCR_LINE,
		.turn = { OCR_UPRIGHT, OCR_UPRIGHT }, .least_letters = LEAST_LETTERS, .least_conf = LEAST_CONF,
	};
	return !r->n || ocr_strips_read(&lines, s, r);
}
