/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Photographs of paper: where the paper lies, and how bright it is everywhere.
 *
 *   picture -> cells of a few pixels, each as bright as the brightest in it
 *           -> dark details filled: what is left is paper, shadow and table
 *   paper   the largest bright part, if a sharp edge divides it from something much darker
 *   light   every pixel divided by its cell: shadows go, letters stay
 */
#include "parse/ocr.h"

#include <leptonica/allheaders.h>
#include <stdlib.h>

#define CELLS 240        /* along the longer side */
#define LEAST_CELL 4     /* pixels: strokes must be thinner */
#define DETAIL 7         /* cells: letters and bars that are filled, not taken for background */
#define NOTCH 25         /* cells */
#define EVEN 0.85        /* light is even if the darkest background is nearly as bright as the brightest */
#define PAPER 190        /* even grey paper is no shadow, but must be lighter than this */
#define DARKER 0.55      /* what surrounds paper, compared to it; shadows are lighter */
#define EDGE 0.75        /* across the paper's edge; a shadow fades */
#define EDGE_REACH 3     /* cells */
#define LEAST_SHARE 0.08 /* of the picture is paper */
#define MOST_SHARE 0.97
#define MOST_REST 0.06   /* other bright parts: more is print on a dark ground */
#define WHITE 245        /* of paper, after */

static l_uint32 at(PIX *pix, int x, int y)
{
	return GET_DATA_BYTE(pixGetData(pix) + (ptrdiff_t)y * pixGetWpl(pix), x);
}

/* ---- background */

/* The brightest of each cell, dark details filled; cell pixels a side. */
static PIX *background_of(PIX *gray, int cell)
{
	PIX *brightest = pixScaleGrayMinMax(gray, cell, cell, L_CHOOSE_MAX);
	PIX *filled = brightest ? pixCloseGray(brightest, DETAIL, DETAIL) : NULL;
	pixDestroy(&brightest);
	return filled;
}

static int quantile(PIX *pix, float share)
{
	l_float32 value = 0;
	NUMA *h = pixGetGrayHistogram(pix, 1);
	if (h)
		numaHistogramGetValFromRank(h, share, &value);
	numaDestroy(&h);
	return (int)value;
}

/* The darkest and the brightest background but for the outermost parts. */
static bool is_even(PIX *background)
{
	int dark = quantile(background, 0.1f), bright = quantile(background, 0.95f);
	return bright == 0 || (dark >= EVEN * bright && bright >= PAPER);
}

/* ---- paper */

/* Otsu's threshold between the bright and the dark; 0 if both are much alike. */
static int divide(PIX *background)
{
	double sum = 0, n = 0, below_n = 0, below = 0, best = 0;
	int counts[256] = { 0 }, threshold = 0;
	for (int y = 0; y < pixGetHeight(background); y++)
		for (int x = 0; x < pixGetWidth(background); x++) {
			counts[at(background, x, y)]++;
			sum += at(background, x, y);
			n++;
		}
	double dark = 0, bright = 0;
	for (int v = 0; v < 255; v++) {
		below_n += counts[v];
		below += (double)v * counts[v];
		if (below_n == 0 || below_n == n)
			continue;
		double low = below / below_n, high = (sum - below) / (n - below_n);
		double between = below_n * (n - below_n) * (high - low) * (high - low);
		if (between > best) {
			best = between;
			threshold = v + 1;
			dark = low;
			bright = high;
		}
	}
	return dark < DARKER * bright ? threshold : 0;
}

/* The largest part of mask alone; false if it is no sheet among little else. */
static bool keep_largest(PIX **mask)
{
	PIXA *parts = NULL;
	BOXA *boxes = pixConnComp(*mask, &parts, 4);
	l_int32 all = 0, most = 0, n = boxes ? boxaGetCount(boxes) : 0, largest = -1;
	double size = (double)pixGetWidth(*mask) * pixGetHeight(*mask);
	for (l_int32 i = 0; i < n; i++) {
		l_int32 count = 0;
		PIX *part = pixaGetPix(parts, i, L_CLONE);
		pixCountPixels(part, &count, NULL);
		pixDestroy(&part);
		all += count;
		if (count > most) {
			most = count;
			largest = i;
		}
	}
	bool ok = largest >= 0 && most > LEAST_SHARE * size && most < MOST_SHARE * size && all - most < MOST_REST * size;
	if (ok) {
		l_int32 x, y, w, h;
		PIX *part = pixaGetPix(parts, largest, L_CLONE);
		boxaGetBoxGeometry(boxes, largest, &x, &y, &w, &h);
		pixClearAll(*mask);
		pixRasterop(*mask, x, y, w, h, PIX_SRC, part, 0, 0);
		pixDestroy(&part);
	}
	boxaDestroy(&boxes);
	pixaDestroy(&parts);
	return ok;
}

/* Does the background fall off sharply along most of the edge of mask? */
static bool is_sharp(PIX *background, PIX *mask)
{
	static const int step[4][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
	int w = pixGetWidth(mask), h = pixGetHeight(mask), edge = 0, sharp = 0;
	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++)
			for (int i = 0; i < 4; i++) {
				int ox = x + step[i][0], oy = y + step[i][1];
				int fx = x + EDGE_REACH * step[i][0], fy = y + EDGE_REACH * step[i][1];
				l_uint32 in, out;
				if (fx < 0 || fy < 0 || fx >= w || fy >= h || pixGetPixel(mask, x, y, &in) || pixGetPixel(mask, ox, oy, &out) ||
				    !in || out)
					continue;
				int bx = x - EDGE_REACH * step[i][0], by = y - EDGE_REACH * step[i][1];
				bx = bx < 0 || bx >= w ? x : bx;
				by = by < 0 || by >= h ? y : by;
				edge++;
				sharp += at(background, fx, fy) < EDGE * at(background, bx, by);
			}
	return edge > 0 && sharp * 3 > edge * 2;
}

/* The cells of the sheet that was photographed, or NULL: the picture is the sheet. */
static PIX *find_paper(PIX *background)
{
	int threshold = divide(background);
	PIX *dark = threshold ? pixThresholdToBinary(background, threshold) : NULL, *paper = dark ? pixInvert(NULL, dark) : NULL;
	pixDestroy(&dark);
	if (!paper || !keep_largest(&paper) || !is_sharp(background, paper)) {
		pixDestroy(&paper);
		return NULL;
	}
	/* Holes and notches, such as of a stamp or a fold, are of the sheet; its edge is half table. */
	PIX *closed = pixCloseSafeBrick(NULL, paper, NOTCH, NOTCH), *holes = closed ? pixHolesByFilling(closed, 4) : NULL;
	PIX *whole = holes ? pixOr(NULL, closed, holes) : NULL, *inner = whole ? pixErodeBrick(NULL, whole, 3, 3) : NULL;
	pixDestroy(&paper);
	pixDestroy(&closed);
	pixDestroy(&holes);
	pixDestroy(&whole);
	return inner;
}

/* ---- light */

/* Divide by the background, which is enlarged to the picture's size; what is not paper becomes white. */
static PIX *divide_light(PIX *gray, PIX *background, PIX *paper, int cell)
{
	int w = pixGetWidth(gray), h = pixGetHeight(gray);
	PIX *smooth = pixBlockconv(background, 2, 2), *wide = smooth ? pixScaleToSize(smooth, w, h) : NULL;
	PIX *out = wide ? pixCreate(w, h, 8) : NULL;
	for (int y = 0; out && y < h; y++) {
		const l_uint32 *g = pixGetData(gray) + (ptrdiff_t)y * pixGetWpl(gray), *b = pixGetData(wide) + (ptrdiff_t)y * pixGetWpl(wide);
		l_uint32 *o = pixGetData(out) + (ptrdiff_t)y * pixGetWpl(out);
		int row = y / cell < pixGetHeight(background) ? y / cell : pixGetHeight(background) - 1;
		for (int x = 0; x < w; x++) {
			int column = x / cell < pixGetWidth(background) ? x / cell : pixGetWidth(background) - 1;
			l_uint32 in = 1, light = GET_DATA_BYTE(b, x), v;
			if (paper)
				pixGetPixel(paper, column, row, &in);
			v = !in ? 255 : GET_DATA_BYTE(g, x) * WHITE / (light ? light : 1);
			SET_DATA_BYTE(o, x, v > 255 ? 255 : v);
		}
	}
	pixDestroy(&smooth);
	pixDestroy(&wide);
	return out;
}

/* Letters of faint print become dark: the darkest part of the sheet black, its paper white. */
static void stretch(PIX *gray)
{
	int dark = quantile(gray, 0.01f);
	if (dark < WHITE - 40)
		pixGammaTRC(gray, gray, 1.0f, dark, WHITE - 15);
}

/* What of the picture is the paper's bounding box. */
static PIX *cut_out(PIX *pix, PIX *paper, int cell, struct ocr_place *back)
{
	BOX *box = NULL;
	PIX *part = NULL;
	l_int32 x, y, w, h;
	if (pixClipToForeground(paper, NULL, &box) == 0 && boxGetGeometry(box, &x, &y, &w, &h) == 0) {
		BOX *pixels = boxCreate(x * cell, y * cell, w * cell, h * cell);
		BOX *inside = pixels ? boxClipToRectangle(pixels, pixGetWidth(pix), pixGetHeight(pix)) : NULL;
		part = inside ? pixClipRectangle(pix, inside, NULL) : NULL;
		*back = (struct ocr_place){ 1, 0, 0, 1, x * cell, y * cell, 0, 0 };
		boxDestroy(&pixels);
		boxDestroy(&inside);
	}
	boxDestroy(&box);
	return part;
}

struct Pix *ocr_even_light(struct Pix *gray, struct ocr_place *back)
{
	static const struct ocr_place same = { 1, 0, 0, 1, 0, 0, 0, 0 };
	int w = pixGetWidth(gray), h = pixGetHeight(gray), longest = w > h ? w : h, cell = (longest + CELLS - 1) / CELLS;
	cell = cell < LEAST_CELL ? LEAST_CELL : cell;
	PIX *background = w > 4 * cell && h > 4 * cell ? background_of(gray, cell) : NULL;
	if (!background || is_even(background)) {
		pixDestroy(&background);
		return NULL;
	}
	PIX *paper = find_paper(background), *out = divide_light(gray, background, paper, cell), *part = NULL;
	*back = same;
	if (out && paper) {
		part = ocr_corners_straighten(out, paper, cell, back);
		part = part ? part : cut_out(out, paper, cell, back);
	}
	if (part) {
		pixDestroy(&out);
		out = part;
	}
	if (out)
		stretch(out);
	pixDestroy(&paper);
	pixDestroy(&background);
	return out;
}
