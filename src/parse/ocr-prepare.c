/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * A picture made fit for reading. Each step keeps the way back:
 *
 *   picture --[ negative ]--[ even light ]--[ noise ]--[ turn ]--[ deskew ]--[ dark bars ]--[ scale ]--[ zeros ]--> sheet
 *                                   back: sheet pixels -> picture pixels
 */
#include "parse/ocr.h"

#include <leptonica/allheaders.h>
#include <math.h>

#define SPECK 2             /* pixels: no letter and no dot of one is that small */
#define MANY_SPECKS 500
#define SPECK_AREA 1000     /* pixels a speck, at most: noise is everywhere, dotted lines are not */
/* Leptonica's orientation scores; its own defaults are 8 and 2.5 (flipdetect.c). */
#define TURN_SURE 6.0f
#define TURN_RATIO 2.0f
#define SKEW_LEAST 0.25f    /* degrees; less does not disturb the lines */
#define SKEW_SURE 3.0f      /* Leptonica's confidence: ratio of the scores' extremes (skew.c) */
#define SKEW_GUESS 1.5f
#define SKEW_DISTURBS 1.0f /* degrees */
#define SKEW_MOST 10.0f     /* degrees */
#define SKEW_SAME 0.5f
/* Tesseract reads letters best that are 20 to 50 pixels high; heights are medians over connected shapes. */
#define SMALL 15
#define WANTED 24
#define LARGE 60
#define SMALL_CHEAP 26
#define WANTED_LARGE 36
#define CHEAP_PIXELS 6e6
#define MOST_PIXELS 30e6    /* of a scaled sheet */
#define MOST_SCALE 3.0
#define MOST_SIDE 32000.0   /* pixels: Tesseract refuses 32,768 */
/* Faint print: tiles along the shorter side that contrast is measured in, steps of grey that are contrast and no paper. */
enum { TILES = 12, LEAST_TILE = 20, LEAST_CONTRAST = 40, FAINT_LEAST = 60 };
#define USUAL_LETTER 0.1 /* inches */
#define FAINTER 1.25 /* as many letters show as without */

/* Take pix instead of the sheet's grey; place leads from it to the old one. */
static bool replace(struct ocr_sheet *s, PIX *pix, const struct ocr_place *place)
{
	if (!pix)
		return false;
	pixDestroy(&s->gray);
	pixDestroy(&s->ink);
	s->gray = pix;
	s->back = ocr_place_join(place, &s->back);
	return true;
}

static const struct ocr_place same = { 1, 0, 0, 1, 0, 0, 0, 0 };

/* ---- light */

static bool turn_over(struct ocr_sheet *s)
{
	return !ocr_is_negative(s->gray) || replace(s, pixInvert(NULL, s->gray), &same);
}

static void even_light(struct ocr_sheet *s)
{
	struct ocr_place back;
	PIX *even = ocr_even_light(s->gray, &back);
	s->photo = even && replace(s, even, &back);
}

static bool make_ink(struct ocr_sheet *s)
{
	pixDestroy(&s->ink);
	int w = pixGetWidth(s->gray), h = pixGetHeight(s->gray);
	/* One threshold for the sheet: the light is even by now. */
	if (pixOtsuAdaptiveThreshold(s->gray, w < 16 ? 16 : w, h < 16 ? 16 : h, 0, 0, 0.1f, NULL, &s->ink) != 0 || !s->ink)
		s->ink = pixThresholdToBinary(s->gray, 128);
	return s->ink != NULL;
}

/* ---- specks */

/* Noise makes more specks than a page has letters: then every pixel becomes the middle one of its neighbours. */
static bool clean(struct ocr_sheet *s)
{
	PIX *large = pixSelectBySize(s->ink, SPECK + 1, SPECK + 1, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, NULL);
	PIX *specks = large ? pixXor(NULL, s->ink, large) : NULL;
	l_int32 dots = 0, shapes = 0;
	bool noisy = specks && pixCountConnComp(specks, 8, &dots) == 0 && pixCountConnComp(large, 8, &shapes) == 0 &&
		     dots > MANY_SPECKS && dots > shapes && (double)dots * SPECK_AREA > (double)pixGetWidth(s->ink) * pixGetHeight(s->ink);
	pixDestroy(&large);
	pixDestroy(&specks);
	return !noisy || (replace(s, pixMedianFilter(s->gray, 3, 3), &same) && make_ink(s));
}

/* ---- letters and faint print */

struct letters {
	int n, height; /* shapes that may be letters, and their usual height: half of the print is of letters no higher; 0 = few */
};

static struct letters letters_of(PIX *ink)
{
	BOXA *boxes = pixConnCompBB(ink, 8);
	int n = boxes ? boxaGetCount(boxes) : 0;
	int64_t counts[256] = { 0 }, all = 0, half = 0; /* by height, so that dots of dotted lines count for little */
	struct letters l = { 0 };
	for (int i = 0; i < n; i++) {
		l_int32 x, y, w, h;
		boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
		if (h < 5 || h > 255 || w > 3 * h || h > 5 * w)
			continue; /* specks, rules, pictures */
		counts[h] += h;
		all += h;
		l.n++;
	}
	boxaDestroy(&boxes);
	while (l.n >= 8 && l.height < 255 && half * 2 < all)
		half += counts[++l.height];
	return l;
}

/*
 * Where some print is much fainter than the rest, one threshold takes it for paper: if print stands out more where
 * contrast is measured place by place, it is made as dark everywhere.
 */
static bool strengthen(struct ocr_sheet *s)
{
	int w = pixGetWidth(s->gray), h = pixGetHeight(s->gray), tile = w < h ? w / TILES : h / TILES;
	struct ocr_sheet strong = { .gray = tile >= LEAST_TILE ? pixContrastNorm(NULL, s->gray, tile, tile, LEAST_CONTRAST, 2, 2) : NULL };
	if (!strong.gray || !make_ink(&strong)) {
		pixDestroy(&strong.gray);
		return true;
	}
	int before = letters_of(s->ink).n, after = letters_of(strong.ink).n;
	s->faint = after > FAINT_LEAST && after > before * FAINTER;
	pixDestroy(&strong.ink);
	if (!s->faint) {
		pixDestroy(&strong.gray);
		return true;
	}
	return replace(s, strong.gray, &same) && make_ink(s);
}

/* ---- turn */

bool ocr_sheet_turn(struct ocr_sheet *s, int quarters)
{
	double w = pixGetWidth(s->gray), h = pixGetHeight(s->gray);
	const struct ocr_place back[4] = {
		{ 1, 0, 0, 1, 0, 0, 0, 0 }, { 0, -1, 1, 0, 0, h, 0, 0 }, { -1, 0, 0, -1, w, h, 0, 0 }, { 0, 1, -1, 0, w, 0, 0, 0 },
	};
	quarters &= 3;
	return quarters == 0 || (replace(s, pixRotateOrth(s->gray, quarters), &back[quarters]) && make_ink(s));
}

/* Quarters clockwise that make the text upright, by the ascenders of its letters; 0 where it does not show. */
static int turn_of(PIX *ink)
{
	static const int quarters[] = { [L_TEXT_ORIENT_UP] = 0, [L_TEXT_ORIENT_LEFT] = 1, [L_TEXT_ORIENT_DOWN] = 2,
					[L_TEXT_ORIENT_RIGHT] = 3 };
	l_float32 up = 0, left = 0;
	l_int32 orientation = L_TEXT_ORIENT_UNKNOWN;
	if (pixOrientDetect(ink, &up, &left, 0, 0) != 0 ||
	    makeOrientDecision(up, left, TURN_SURE, TURN_RATIO, &orientation, 0) != 0)
		return 0;
	return quarters[orientation];
}

/* ---- skew */

/*
 * Leptonica's usual search looks at every fourth pixel, which on a slip of few lines leaves it unsure; then a search at
 * every second one must say the same, surely.
 */
static bool find_skew(PIX *ink, l_float32 *degrees)
{
	l_float32 sure = 0, again = 0;
	if (pixFindSkew(ink, degrees, &sure) != 0 || fabsf(*degrees) < SKEW_LEAST)
		return false;
	if (sure >= SKEW_SURE)
		return true;
	return sure >= SKEW_GUESS && fabsf(*degrees) >= SKEW_DISTURBS && pixFindSkewSweepAndSearch(ink, &again, &sure, 2, 1, SKEW_MOST, 1, 0.01f) == 0 && sure >= SKEW_SURE &&
	       fabsf(*degrees - again) < SKEW_SAME;
}

bool ocr_sheet_deskew(struct ocr_sheet *s)
{
	l_float32 degrees = 0;
	if (!find_skew(s->ink, &degrees))
		return true;
	double angle = degrees * M_PI / 180, cosa = cos(angle), sina = sin(angle);
	int w = pixGetWidth(s->gray), h = pixGetHeight(s->gray), edge = 2 + (int)(fabs(sina) * (w > h ? w : h) / 2);
	PIX *wide = pixAddBorderGeneral(s->gray, edge, edge, edge, edge, 255);
	PIX *level = wide ? pixRotate(wide, (l_float32)angle, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0) : NULL;
	pixDestroy(&wide);
	/* pixRotate turns clockwise about the middle. */
	double cx = (w + 2 * edge) / 2, cy = (h + 2 * edge) / 2;
	const struct ocr_place back = { cosa, -sina, sina, cosa, cx - cx * cosa - cy * sina - edge, cy - cy * cosa + cx * sina - edge, 0, 0 };
	return replace(s, level, &back) && make_ink(s);
}

/* ---- dark bars */

static bool lighten(struct ocr_sheet *s)
{
	int height = letters_of(s->ink).height;
	PIX *light = ocr_lighten_bars(s->gray, s->ink, height ? height : (int)(s->dpi * USUAL_LETTER));
	return !light || (replace(s, light, &same) && make_ink(s));
}

/* ---- scale */

static bool fit_scale(struct ocr_sheet *s)
{
	int height = s->letter = letters_of(s->ink).height;
	double pixels = (double)pixGetWidth(s->gray) * pixGetHeight(s->gray);
	double scale = !height ? 1 : height < SMALL ? (double)WANTED / height : height > LARGE ? LARGE / 2.0 / height : 1;
	double large = height ? (double)WANTED_LARGE / height : 1;
	/* A scanned slip is read better larger still, and is no dearer than a page then; of a photograph it enlarges the blur. */
	if (!s->photo && height < SMALL_CHEAP && large > scale && pixels * large * large <= CHEAP_PIXELS)
		scale = large;
	double side = MOST_SIDE / fmax(pixGetWidth(s->gray), pixGetHeight(s->gray));
	scale = fmin(fmin(scale, MOST_SCALE), fmin(sqrt(MOST_PIXELS / pixels), side));
	if (scale > 0.8 && scale < 1.2 && side >= 1)
		return true;
	const struct ocr_place back = { 1 / scale, 0, 0, 1 / scale, 0, 0, 0, 0 };
	s->dpi *= scale;
	s->letter = (int)lrint(height * scale);
	return replace(s, pixScale(s->gray, (l_float32)scale, (l_float32)scale), &back) && make_ink(s);
}

/* ---- zeros */

static bool empty_zeros(struct ocr_sheet *s)
{
	PIX *plain = ocr_empty_zeros(s->gray, s->ink, s->letter);
	return !plain || (replace(s, plain, &same) && make_ink(s));
}

bool ocr_sheet_make(struct Pix *picture, double dpi, struct ocr_sheet *out)
{
	*out = (struct ocr_sheet){ .gray = pixClone(picture), .dpi = dpi, .back = { 1, 0, 0, 1, 0, 0, 0, 0 } };
	setMsgSeverity(L_SEVERITY_NONE);
	if (!out->gray)
		return false;
	if (!turn_over(out))
		return false;
	even_light(out);
	return make_ink(out) && clean(out) && strengthen(out) && ocr_sheet_turn(out, turn_of(out->ink)) && ocr_sheet_deskew(out) &&
	       lighten(out) && fit_scale(out) && empty_zeros(out);
}

void ocr_sheet_free(struct ocr_sheet *s)
{
	pixDestroy(&s->gray);
	pixDestroy(&s->ink);
}
