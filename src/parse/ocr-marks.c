/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Boxes to tick in pictures:
 *
 *     +---+            four straight sides, a hollow square about as high as letters: a mark;
 *     | X |  yes       on if there is ink inside its sides
 *     +---+
 *
 * What the reading took the box for ("O", "[]", "C") is no word.
 */
#include "parse/ocr-reading.h"

#include <leptonica/allheaders.h>
#include <stdlib.h>

#define LEAST_SIDE 0.7    /* of the usual letter's height */
#define MOST_SIDE 2.6
#define SQUARE 1.25       /* most that one side is longer */
#define STRAIGHT 0.9      /* of a side is ink within the strip along it */
#define STRIP 0.16        /* of the box: how far from its edge a side may lie */
#define TICKED 0.06       /* of the inside is ink */
#define SOLID 0.8         /* a square bullet; crosses in small boxes fill half */
#define REACH 1.6         /* most that a tick makes a box larger */
enum { LEAST_PIXELS = 10, MOST_MARKS = 500 };

/* Share of the rows (down = false) or columns that have ink in the strip x, y, w, h. */
static double covered(PIX *box, int x, int y, int w, int h, bool across)
{
	int n = across ? w : h, hit = 0;
	for (int i = 0; i < n; i++) {
		l_uint32 v = 0;
		for (int k = 0; !v && k < (across ? h : w); k++)
			pixGetPixel(box, across ? x + i : x + k, across ? y + k : y + i, &v);
		hit += v != 0;
	}
	return n ? (double)hit / n : 0;
}

static double share_inside(PIX *ink, int x, int y, int w, int h)
{
	BOX *box = boxCreate(x, y, w, h);
	PIX *part = box ? pixClipRectangle(ink, box, NULL) : NULL;
	l_float32 share = 1;
	if (part)
		pixForegroundFraction(part, &share);
	boxDestroy(&box);
	pixDestroy(&part);
	return (double)share;
}

/* The box as a component of its own; *on. A tick that reaches out of it makes it larger, so sides are looked for in strips. */
static bool is_box(PIX *ink, PIX *part, int x, int y, int w, int h, bool *on)
{
	int sx = 1 + (int)(w * STRIP), sy = 1 + (int)(h * STRIP);
	bool sides = covered(part, 0, 0, w, sy, true) >= STRAIGHT && covered(part, 0, h - sy, w, sy, true) >= STRAIGHT &&
		     covered(part, 0, 0, sx, h, false) >= STRAIGHT && covered(part, w - sx, 0, sx, h, false) >= STRAIGHT;
	/* Letters are round or open at some corner. */
	for (int c = 0; sides && c < 4; c++) {
		int cx = c & 1 ? w - sx : 0, cy = c & 2 ? h - sy : 0;
		sides = share_inside(part, cx + (c & 1 ? sx / 2 : 0), cy + (c & 2 ? sy / 2 : 0), (sx + 1) / 2, (sy + 1) / 2) > 0.3;
	}
	*on = share_inside(ink, x + 2 * sx, y + 2 * sy, w - 4 * sx, h - 4 * sy) >= TICKED;
	return sides && share_inside(ink, x + sx, y + sy, w - 2 * sx, h - 2 * sy) < SOLID;
}

/* Ink of a row (across) or column of pix. */
static int ink_along(PIX *pix, int at, bool across)
{
	int n = 0, length = across ? pixGetWidth(pix) : pixGetHeight(pix);
	for (int i = 0; i < length; i++) {
		l_uint32 v = 0;
		pixGetPixel(pix, across ? i : at, across ? at : i, &v);
		n += v != 0;
	}
	return n;
}

/* The outermost rows or columns of pix that are mostly ink; false if there are none. */
static bool outermost(PIX *pix, bool rows, int *from, int *size)
{
	int n = rows ? pixGetHeight(pix) : pixGetWidth(pix), least = (rows ? pixGetWidth(pix) : pixGetHeight(pix)) / 2, end = n;
	for (*from = 0; *from < n && ink_along(pix, *from, rows) < least;)
		++*from;
	while (end > *from && ink_along(pix, end - 1, rows) < least)
		end--;
	*size = end - *from;
	return *size > 0;
}

/* The sides of a box alone, cut out of part, whose place in the sheet (*x, *y) moves along: strokes of ticks are slanted and go. */
static PIX *sides_of(PIX *part, int letter, int *x, int *y)
{
	int length = letter * 6 / 10 > 6 ? letter * 6 / 10 : 6, left, top, w, h;
	PIX *across = pixOpenBrick(NULL, part, length, 1), *down = pixOpenBrick(NULL, part, 1, length), *own = NULL;
	if (across && down && pixOr(across, across, down) && outermost(across, false, &left, &w) && outermost(across, true, &top, &h)) {
		BOX *box = boxCreate(left, top, w, h);
		own = box ? pixClipRectangle(across, box, NULL) : NULL;
		boxDestroy(&box);
		*x += left;
		*y += top;
	}
	pixDestroy(&across);
	pixDestroy(&down);
	return own;
}

static bool box_sized(int w, int h, double letter)
{
	return w >= LEAST_PIXELS && h >= LEAST_PIXELS && w <= h * SQUARE && h <= w * SQUARE && h >= letter * LEAST_SIDE && h <= letter * MOST_SIDE;
}

/* Words that lie on a box are what it was taken for. */
static void words_drop(struct ocr_reading *r, int x, int y, int w, int h)
{
	size_t kept = 0;
	for (size_t i = 0; i < r->n; i++) {
		struct ocr_found *f = &r->words[i];
		int across = (f->x1 < x + w ? f->x1 : x + w) - (f->x0 > x ? f->x0 : x), down = (f->y1 < y + h ? f->y1 : y + h) - (f->y0 > y ? f->y0 : y);
		if (across * 10 > (f->x1 - f->x0) * 6 && down * 2 > (f->y1 - f->y0) && ocr_letters(f->text) <= 3)
			free(f->text);
		else
			r->words[kept++] = *f;
	}
	r->n = kept;
}

void ocr_marks_find(const struct ocr_sheet *s, struct ocr_reading *r, const struct ocr_place *to_page, struct doc_page_builder *page)
{
	PIXA *parts = NULL;
	BOXA *boxes = s->letter ? pixConnComp(s->ink, &parts, 8) : NULL;
	int n = boxes ? boxaGetCount(boxes) : 0, found = 0;
	for (int i = 0; i < n && found < MOST_MARKS; i++) {
		l_int32 x, y, w, h;
		bool on;
		boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
		if (w < LEAST_PIXELS || h < LEAST_PIXELS || w > s->letter * MOST_SIDE * REACH || h > s->letter * MOST_SIDE * REACH)
			continue;
		PIX *part = pixaGetPix(parts, i, L_CLONE), *own = part ? sides_of(part, s->letter, &x, &y) : NULL;
		w = own ? pixGetWidth(own) : 0;
		h = own ? pixGetHeight(own) : 0;
		if (own && box_sized(w, h, s->letter) && is_box(s->ink, own, x, y, w, h, &on)) {
			struct doc_mark m = { .box = ocr_place_box(to_page, x, y, x + w, y + h), .kind = DOC_MARK_CHECKBOX, .on = on };
			doc_page_add_mark(page, &m);
			words_drop(r, x, y, w, h);
			found++;
		}
		pixDestroy(&part);
		pixDestroy(&own);
	}
	boxaDestroy(&boxes);
	pixaDestroy(&parts);
}
