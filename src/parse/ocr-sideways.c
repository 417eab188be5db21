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
enum { LEAST_LETTERS = 4, FEW_LETTERS = 3 };

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

/* Much higher than wide. */
static bool fits(PIX *ink, BOX *box, int letter)
{
	l_int32 w, h;
	boxGetGeometry(box, NULL, NULL, &w, &h);
	return h >= LEAST_HIGH * letter && h >= SLIM * w && 2 * w >= letter && w <= MOST_WIDE * letter && ocr_strip_shapes(ink, box, letter) >= LEAST_LETTERS;
}

/* ---- reading */

static int ways(const int at[4], int letter)
{
	(void)at;
	(void)letter;
	return 2;
}

/* Upright either way. */
static bool prepare(struct ocr_sheet *strip, int way)
{
	return ocr_sheet_turn(strip, way ? 2 : 1);
}

bool ocr_sideways_read(const struct ocr_sheet *s, struct ocr_reading *r)
{
	static const struct ocr_strip_kind sides = {
		.loose = is_loose, .across = { 1, 4 }, .down = { 6, 10 }, .fits = fits, .ways = ways, .prepare = prepare, .layout = OCR_LINES,
		.turn = { OCR_CLIMBS, OCR_FALLS }, .least_letters = LEAST_LETTERS, .least_conf = LEAST_CONF,
	};
	return ocr_strips_read(&sides, s, r);
}
