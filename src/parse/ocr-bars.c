/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Light print on dark ground:
 *
 *     #####################         a bar is an area that stays dark when strokes are closed and
 *     ## Item ### Price ##    ->    ink narrower than a word is taken away; light shapes as high
 *     #####################         as letters stand in it. It becomes paper, its print ink.
 *
 * A picture that is all light on dark is turned over as a whole.
 */
#include "parse/ocr.h"

#include <leptonica/allheaders.h>

#define LEAST_DARK 0.5     /* of a bar is ink */
#define LEAST_CLOSED 0.93  /* of its rim */
#define MOST_DARK 0.98     /* nothing is printed on more */
#define LEAST_CONTRAST 40  /* steps of grey between a bar and its print */
#define RING 3             /* pixels around a bar that are half dark */
#define NIGHT 110          /* of a picture that is light on dark: its ground is darker */
#define NIGHT_RATIO 1.8    /* and its print as much lighter */
enum { LEAST_LETTER = 8, LEAST_SHAPES = 2, MOST_BARS = 300, NIGHT_CELL = 8 };

/* ---- the whole picture */

static int rank_of(PIX *pix, float share)
{
	l_float32 value = 0;
	NUMA *h = pix ? pixGetGrayHistogram(pix, 1) : NULL;
	if (h)
		numaHistogramGetValFromRank(h, share, &value);
	numaDestroy(&h);
	return (int)value;
}

/* Paper shows between letters: of dark paper all cells have dark in them, of few the brightest is bright. */
bool ocr_is_negative(struct Pix *gray)
{
	if (pixGetWidth(gray) < 4 * NIGHT_CELL || pixGetHeight(gray) < 4 * NIGHT_CELL)
		return false;
	PIX *dark = pixScaleGrayMinMax(gray, NIGHT_CELL, NIGHT_CELL, L_CHOOSE_MIN), *bright = pixScaleGrayMinMax(gray, NIGHT_CELL, NIGHT_CELL, L_CHOOSE_MAX);
	int ground = rank_of(dark, 0.95f), print = rank_of(bright, 0.95f), usual = rank_of(gray, 0.5f);
	pixDestroy(&dark);
	pixDestroy(&bright);
	return ground < NIGHT && usual < NIGHT && print > NIGHT_RATIO * ground && print - ground > 2 * LEAST_CONTRAST;
}

/* ---- bars */

/* Shapes in the bar that are paper and may be letters. */
static int letters_on(PIX *mask, PIX *ink, int letter)
{
	PIX *light = pixSubtract(NULL, mask, ink);
	BOXA *boxes = light ? pixConnCompBB(light, 8) : NULL;
	int n = boxes ? boxaGetCount(boxes) : 0, found = 0;
	for (int i = 0; i < n; i++) {
		l_int32 w, h;
		boxaGetBoxGeometry(boxes, i, NULL, NULL, &w, &h);
		found += h * 2 >= letter && h <= letter * 4 && w <= letter * 6;
	}
	boxaDestroy(&boxes);
	pixDestroy(&light);
	return found;
}

/* Which share of mask is ink. */
static double share_of(PIX *mask, PIX *ink)
{
	l_int32 area = 0, dark = 0;
	PIX *both = mask ? pixAnd(NULL, mask, ink) : NULL;
	bool ok = both && pixCountPixels(mask, &area, NULL) == 0 && pixCountPixels(both, &dark, NULL) == 0 && area > 0;
	pixDestroy(&both);
	return ok ? (double)dark / area : 0;
}

/* A bar is closed all around; what letters fill has gaps there. */
static bool is_bar(PIX *mask, PIX *ink, int letter)
{
	double share = share_of(mask, ink);
	if (share < LEAST_DARK || share > MOST_DARK)
		return false;
	PIX *wide = pixAddBorder(mask, 2, 0), *inner = wide ? pixErodeBrick(NULL, wide, 5, 5) : NULL;
	PIX *own = inner ? pixRemoveBorder(inner, 2) : NULL, *rim = own ? pixSubtract(NULL, mask, own) : NULL;
	bool closed = rim && share_of(rim, ink) >= LEAST_CLOSED;
	pixDestroy(&wide);
	pixDestroy(&inner);
	pixDestroy(&own);
	pixDestroy(&rim);
	return closed && letters_on(mask, ink, letter) >= LEAST_SHAPES;
}

struct bar {
	PIX *mask, *near; /* half the sheet's resolution: the bar within its edge; it and its ring */
	int x, y, w, h;   /* pixels of the sheet, with the ring */
	int dark, light;  /* grey of the bar and of its print */
};

static bool in_mask(PIX *mask, int x, int y)
{
	l_uint32 v = 0;
	return pixGetPixel(mask, x / 2, y / 2, &v) == 0 && v;
}

/* The middle grey of the bar's dark part, and of the lightest quarter of the rest. */
static bool measure(struct bar *b, PIX *gray, PIX *ink)
{
	int counts[2][256] = { { 0 } }, n[2] = { 0 }, level[2] = { 0 };
	for (int y = 0; y < b->h; y++)
		for (int x = 0; x < b->w; x++) {
			l_uint32 v, on;
			if (!in_mask(b->mask, x, y) || pixGetPixel(gray, b->x + x, b->y + y, &v) || pixGetPixel(ink, b->x + x, b->y + y, &on))
				continue;
			counts[!on][v & 255]++;
			n[!on]++;
		}
	for (int k = 0; k < 2; k++)
		for (int sum = 0; level[k] < 255 && (sum += counts[k][level[k]]) * 4 < n[k] * (k ? 3 : 2);)
			level[k]++;
	b->dark = level[0];
	b->light = level[1];
	return n[1] > 0 && b->light - b->dark >= LEAST_CONTRAST;
}

static void turn_over(const struct bar *b, PIX *gray)
{
	for (int y = 0; y < b->h; y++) {
		if (b->y + y < 0 || b->y + y >= pixGetHeight(gray))
			continue;
		l_uint32 *row = pixGetData(gray) + (ptrdiff_t)(b->y + y) * pixGetWpl(gray);
		for (int x = 0; x < b->w; x++) {
			if (b->x + x < 0 || b->x + x >= pixGetWidth(gray) || !in_mask(b->near, x, y))
				continue;
			int v = (int)GET_DATA_BYTE(row, b->x + x);
			v = in_mask(b->mask, x, y) ? 255 - (v - b->dark) * 255 / (b->light - b->dark) : 255;
			SET_DATA_BYTE(row, b->x + x, v < 0 ? 0 : v > 255 ? 255 : v);
		}
	}
}

/* Areas that may be bars, at half the resolution. */
static PIX *areas_of(PIX *half, int letter)
{
	int stroke = letter * 6 / 10 < 2 ? 2 : letter * 6 / 10;
	PIX *closed = pixCloseSafeBrick(NULL, half, stroke, stroke);
	PIX *open = closed ? pixOpenBrick(NULL, closed, letter * 3, letter * 6 / 5) : NULL;
	pixDestroy(&closed);
	return open;
}

/* Turn over one area if it is a bar. */
static bool lighten(PIX *area, int x, int y, int letter, PIX *half, PIX *ink, PIX *gray)
{
	int w = pixGetWidth(area), h = pixGetHeight(area), ring = (RING + 1) / 2;
	BOX *box = boxCreate(x, y, w, h);
	PIX *part = box ? pixClipRectangle(half, box, NULL) : NULL;
	bool bar = part && is_bar(area, part, letter);
	struct bar b = { .x = 2 * (x - ring), .y = 2 * (y - ring), .w = 2 * (w + 2 * ring), .h = 2 * (h + 2 * ring) };
	PIX *wide = bar ? pixAddBorder(area, ring, 0) : NULL;
	b.mask = wide ? pixErodeBrick(NULL, wide, 3, 3) : NULL;
	b.near = b.mask ? pixDilateBrick(NULL, wide, 2 * ring + 1, 2 * ring + 1) : NULL;
	bar = b.near && measure(&b, gray, ink);
	if (bar)
		turn_over(&b, gray);
	boxDestroy(&box);
	pixDestroy(&part);
	pixDestroy(&wide);
	pixDestroy(&b.mask);
	pixDestroy(&b.near);
	return bar;
}

struct Pix *ocr_lighten_bars(struct Pix *gray, struct Pix *ink, int letter)
{
	PIX *half = letter >= LEAST_LETTER ? pixReduceRankBinary2(ink, 2, NULL) : NULL, *areas = half ? areas_of(half, letter / 2) : NULL;
	PIXA *parts = NULL;
	BOXA *boxes = areas ? pixConnComp(areas, &parts, 8) : NULL;
	int n = boxes ? boxaGetCount(boxes) : 0, found = 0;
	PIX *out = n ? pixCopy(NULL, gray) : NULL;
	for (int i = 0; out && i < n && i < MOST_BARS; i++) {
		l_int32 x, y;
		PIX *area = pixaGetPix(parts, i, L_CLONE);
		boxaGetBoxGeometry(boxes, i, &x, &y, NULL, NULL);
		found += area && lighten(area, x, y, letter / 2, half, ink, out);
		pixDestroy(&area);
	}
	if (!found)
		pixDestroy(&out);
	boxaDestroy(&boxes);
	pixaDestroy(&parts);
	pixDestroy(&areas);
	pixDestroy(&half);
	return out;
}
