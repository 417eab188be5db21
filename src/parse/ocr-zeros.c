/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Zeros with a dot inside, as printers with letters of one width have them:
 *
 *     .-.         a speck of ink in a hole no larger than a letter's, touching nothing: it becomes
 *     |.|   ->    paper, for the models take such zeros for 8, 6 and 9
 *     '-'
 */
#include "parse/ocr.h"

#include <leptonica/allheaders.h>

#define HOLE_HIGH 1.1 /* of the usual letter, at most */
#define HOLE_WIDE 0.8
#define DOT_HIGH 0.6
enum { LEAST_ZEROS = 3 /* fewer are specks of noise */, LEAST_LETTER = 16 /* pixels: in smaller ones dots do not show */, DEEPER = 3, STEP = 12 };

/* Ink within holes of letters, white elsewhere; *n: of how many shapes. */
static PIX *dots_in_holes(PIX *ink, int letter, int *n)
{
	PIX *paper = pixInvert(NULL, ink);
	int high = (int)(letter * HOLE_HIGH), wide = (int)(letter * HOLE_WIDE), dot = (int)(letter * DOT_HIGH);
	PIX *holes = paper ? pixSelectBySize(paper, wide, high, 4, L_SELECT_IF_BOTH, L_SELECT_IF_LT, NULL) : NULL;
	PIX *inner = holes ? pixHolesByFilling(holes, 8) : NULL;
	PIX *dots = inner ? pixSelectBySize(inner, dot, dot, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LT, NULL) : NULL;
	*n = 0;
	if (dots)
		pixCountConnComp(dots, 8, n);
	pixDestroy(&paper);
	pixDestroy(&holes);
	pixDestroy(&inner);
	return dots;
}

/* Add the dots that ink shows, with their grey edges but not with the ink around the hole, to edges; their number. */
static int add_dots(PIX *ink, int letter, PIX *edges)
{
	int n;
	PIX *dots = dots_in_holes(ink, letter, &n);
	if (n) {
		PIX *wide = pixDilateBrick(NULL, dots, 5, 5), *ring = pixSubtract(NULL, ink, dots);
		PIX *near = ring ? pixDilateBrick(NULL, ring, 3, 3) : NULL;
		if (wide && near) {
			pixSubtract(wide, wide, near);
			pixOr(wide, wide, dots);
			pixOr(edges, edges, wide);
		}
		pixDestroy(&wide);
		pixDestroy(&ring);
		pixDestroy(&near);
	}
	pixDestroy(&dots);
	return n;
}

static int rank_of(PIX *gray, float share, PIX *mask)
{
	l_float32 value = 0;
	NUMA *h = pixGetGrayHistogramMasked(gray, mask, 0, 0, 2);
	if (h)
		numaHistogramGetValFromRank(h, share, &value);
	numaDestroy(&h);
	return (int)value;
}

struct Pix *ocr_empty_zeros(struct Pix *gray, struct Pix *ink, int letter)
{
	PIX *edges = letter >= LEAST_LETTER ? pixCreateTemplate(ink) : NULL, *out = NULL;
	int n = edges ? add_dots(ink, letter, edges) : 0;
	/* Where a dot runs into its ring, a lower threshold may part them. */
	int usual = n ? rank_of(gray, 0.5f, ink) : 0;
	for (int k = 0; n && k < DEEPER; k++) {
		PIX *deep = pixThresholdToBinary(gray, usual - k * STEP);
		n += deep ? add_dots(deep, letter, edges) : 0;
		pixDestroy(&deep);
	}
	if (n >= LEAST_ZEROS && (out = pixCopy(NULL, gray)) != NULL)
		pixSetMasked(out, edges, (l_uint32)rank_of(gray, 0.5f, NULL));
	pixDestroy(&edges);
	return out;
}
