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
#include "parse/ocr-reading.h"

#include <leptonica/allheaders.h>
#include <stdlib.h>

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
static bool is_doubtful(const struct ocr_reading *r, size_t i, int letter)
{
	const struct ocr_found *f = &r->words[i];
	int far = (int)(letter * APART);
	bool alone = (i == 0 || f[-1].line != f->line || f->x0 - f[-1].x1 > far) && (i + 1 == r->n || f[1].line != f->line || f[1].x0 - f->x1 > far);
	return f->conf < SURE || (!f->turn && (is_strip(f, letter) || (alone && ocr_letters(f->text) <= FEW_LETTERS)));
}

/* Ink that is no word's and no rule's. */
static PIX *ink_left(const struct ocr_sheet *s, const struct ocr_reading *r)
{
	int letter = s->letter;
	PIX *left = pixCopy(NULL, s->ink), *down = left ? pixOpenBrick(NULL, left, 1, 3 * letter) : NULL;
	PIX *across = left ? pixOpenBrick(NULL, left, 3 * letter, 1) : NULL;
	for (size_t i = 0; left && i < r->n; i++) {
		const struct ocr_found *f = &r->words[i];
		if (is_doubtful(r, i, letter))
			continue;
		pixRasterop(left, f->x0 - 2, f->y0 - 2, f->x1 - f->x0 + 4, f->y1 - f->y0 + 4, PIX_CLR, NULL, 0, 0);
	}
	if (left && down && across) {
		pixSubtract(left, left, down);
		pixSubtract(left, left, across);
	}
	pixDestroy(&down);
	pixDestroy(&across);
	return left;
}

static int shapes_in(PIX *left, BOX *box, int letter)
{
	PIX *part = pixClipRectangle(left, box, NULL);
	BOXA *boxes = part ? pixConnCompBB(part, 8) : NULL;
	int n = boxes ? boxaGetCount(boxes) : 0, found = 0;
	for (int i = 0; i < n; i++) {
		l_int32 w, h;
		boxaGetBoxGeometry(boxes, i, NULL, NULL, &w, &h);
		found += (w > h ? w : h) * 3 >= letter && w <= 2 * letter && h <= 2 * letter;
	}
	boxaDestroy(&boxes);
	pixDestroy(&part);
	return found;
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
		    shapes_in(left, box, letter) >= LEAST_LETTERS)
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

/* The strip alone, with paper around it; its back leads to s. */
static bool cut(const struct ocr_sheet *s, const l_int32 at[4], struct ocr_sheet *strip)
{
	int edge = s->letter / 2 + 4, margin = s->letter / 4;
	BOX *box = boxCreate(at[0] - margin, at[1] - margin, at[2] + 2 * margin, at[3] + 2 * margin);
	BOX *inside = box ? boxClipToRectangle(box, pixGetWidth(s->gray), pixGetHeight(s->gray)) : NULL;
	PIX *gray = inside ? pixClipRectangle(s->gray, inside, NULL) : NULL, *ink = inside ? pixClipRectangle(s->ink, inside, NULL) : NULL;
	l_int32 x = 0, y = 0;
	if (inside)
		boxGetGeometry(inside, &x, &y, NULL, NULL);
	*strip = (struct ocr_sheet){
		.gray = gray ? pixAddBorder(gray, edge, 255) : NULL, .ink = ink ? pixAddBorder(ink, edge, 0) : NULL, .dpi = s->dpi,
		.letter = s->letter, .back = { 1, 0, 0, 1, x - edge, y - edge, 0, 0 },
	};
	boxDestroy(&box);
	boxDestroy(&inside);
	pixDestroy(&gray);
	pixDestroy(&ink);
	return strip->gray && strip->ink;
}

static size_t letters_of(const struct ocr_reading *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		n += ocr_letters(r->words[i].text);
	return n;
}

static bool lies_on(const struct ocr_found *f, const l_int32 at[4])
{
	int x = (f->x0 + f->x1) / 2, y = (f->y0 + f->y1) / 2;
	return x >= at[0] && x < at[0] + at[2] && y >= at[1] && y < at[1] + at[3];
}

/* Words read so far that lie on the strip go: their ink was the strip's. */
static void drop_words(struct ocr_reading *r, const l_int32 at[4], int letter)
{
	size_t kept = 0;
	bool *drop = calloc(r->n + 1, sizeof(*drop));
	for (size_t i = 0; drop && i < r->n; i++)
		drop[i] = lies_on(&r->words[i], at) && is_doubtful(r, i, letter);
	for (size_t i = 0; drop && i < r->n; i++) {
		if (drop[i])
			free(r->words[i].text);
		else
			r->words[kept++] = r->words[i];
	}
	r->n = drop ? kept : r->n;
	free(drop);
}

/* How much was read there so far. */
static double weight_there(const struct ocr_reading *r, const l_int32 at[4], int letter)
{
	double sum = 0;
	for (size_t i = 0; i < r->n; i++)
		if (lies_on(&r->words[i], at) && is_doubtful(r, i, letter))
			sum += (double)r->words[i].conf * (double)ocr_letters(r->words[i].text);
	return sum;
}

static bool add_words(struct ocr_reading *r, const struct ocr_reading *found, const struct ocr_place *back, enum ocr_turn turn)
{
	for (size_t i = 0; i < found->n; i++) {
		struct ocr_found f = found->words[i];
		struct doc_box box = ocr_place_box(back, f.x0, f.y0, f.x1, f.y1);
		f = (struct ocr_found){ box.x0, box.y0, box.x1, box.y1, r->lines + f.line, f.size, f.conf, NULL, turn, false };
		if (!ocr_reading_add(r, &f, found->words[i].text))
			return false;
	}
	r->lines += found->lines;
	return true;
}

/* Read the strip turned upright either way and keep what is read better, if it is read well. */
static bool read_strip(const struct ocr_sheet *s, const l_int32 at[4], struct ocr_reading *r)
{
	struct ocr_sheet strip;
	struct ocr_reading both[2] = { { 0 } };
	struct ocr_place back[2];
	bool ok = cut(s, at, &strip);
	for (int i = 0; ok && i < 2; i++) {
		ok = ocr_sheet_turn(&strip, i ? 2 : 1) && ocr_reading_make(&strip, OCR_LINES, &both[i]);
		back[i] = strip.back;
	}
	int best = ocr_reading_weight(&both[1]) > ocr_reading_weight(&both[0]);
	if (ok && letters_of(&both[best]) >= LEAST_LETTERS && ocr_reading_conf(&both[best]) >= LEAST_CONF &&
	    ocr_reading_weight(&both[best]) > weight_there(r, at, s->letter)) {
		drop_words(r, at, s->letter);
		ok = add_words(r, &both[best], &back[best], best ? OCR_FALLS : OCR_CLIMBS);
	}
	ocr_reading_free(&both[0]);
	ocr_reading_free(&both[1]);
	ocr_sheet_free(&strip);
	return ok;
}

bool ocr_sideways_read(const struct ocr_sheet *s, struct ocr_reading *r)
{
	PIX *left = s->letter ? ink_left(s, r) : NULL;
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
