/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ocr-strip.h"

#include <leptonica/allheaders.h>
#include <stdlib.h>

enum { MOST_STRIPS = 24 };

/* Ink that is no word's, but for loose ones, and no rule's; NULL: memory. The caller's. */
static PIX *ink_left(const struct ocr_sheet *s, const struct ocr_reading *r, ocr_loose_fn *loose)
{
	int letter = s->letter;
	PIX *left = pixCopy(NULL, s->ink), *down = left ? pixOpenBrick(NULL, left, 1, 3 * letter) : NULL;
	PIX *across = left ? pixOpenBrick(NULL, left, 3 * letter, 1) : NULL;
	for (size_t i = 0; left && i < r->n; i++) {
		const struct ocr_found *f = &r->words[i];
		if (loose(r, i, letter))
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

int ocr_strip_shapes(struct Pix *ink, struct Box *box, int letter)
{
	PIX *part = pixClipRectangle(ink, box, NULL);
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

/* The strip at x, y, width, height alone, with paper around it; its back leads to s. False: memory; freed by the caller also then. */
static bool strip_cut(const struct ocr_sheet *s, const int at[4], struct ocr_sheet *strip)
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

/* ---- words of the strip */

static bool lies_on(const struct ocr_found *f, const int at[4])
{
	int x = (f->x0 + f->x1) / 2, y = (f->y0 + f->y1) / 2;
	return x >= at[0] && x < at[0] + at[2] && y >= at[1] && y < at[1] + at[3];
}

/* Words read so far that lie on the strip go: their ink was the strip's. */
static void drop_words(struct ocr_reading *r, const int at[4], int letter, ocr_loose_fn *loose)
{
	size_t kept = 0;
	bool *drop = calloc(r->n + 1, sizeof(*drop));
	for (size_t i = 0; drop && i < r->n; i++)
		drop[i] = lies_on(&r->words[i], at) && loose(r, i, letter);
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
static double weight_there(const struct ocr_reading *r, const int at[4], int letter, ocr_loose_fn *loose)
{
	double sum = 0;
	for (size_t i = 0; i < r->n; i++)
		if (lies_on(&r->words[i], at) && loose(r, i, letter))
			sum += (double)r->words[i].conf * (double)ocr_letters(r->words[i].text);
	return sum;
}

/* Words found in a strip take the place of the loose ones that lie there, if more was read. False: memory. */
static bool strip_put(struct ocr_reading *r, const int at[4], int letter, ocr_loose_fn *loose, const struct ocr_reading *found,
		   const struct ocr_place *back, enum ocr_turn turn)
{
	if (ocr_reading_weight(found) <= weight_there(r, at, letter, loose))
		return true;
	drop_words(r, at, letter, loose);
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

/* ---- all of a kind */

static int share_of(int letter, const int share[2])
{
	int n = letter * share[0] / share[1];
	return n < 1 ? 1 : n;
}

/* Boxes of strips in pixels of the sheet; NULL: none. */
static BOXA *strips_of(const struct ocr_strip_kind *k, PIX *left, int letter)
{
	PIX *half = pixReduceRankBinary2(left, 1, NULL);
	PIX *joined = half ? pixCloseSafeBrick(NULL, half, share_of(letter, k->across), share_of(letter, k->down)) : NULL;
	BOXA *all = joined ? pixConnCompBB(joined, 8) : NULL, *strips = all ? boxaCreate(8) : NULL;
	int n = strips ? boxaGetCount(all) : 0;
	for (int i = 0; i < n && boxaGetCount(strips) < MOST_STRIPS; i++) {
		l_int32 x, y, w, h;
		boxaGetBoxGeometry(all, i, &x, &y, &w, &h);
		BOX *box = boxCreate(2 * x, 2 * y, 2 * w, 2 * h);
		if (box && k->fits(left, box, letter))
			boxaAddBox(strips, box, L_INSERT);
		else
			boxDestroy(&box);
	}
	boxaDestroy(&all);
	pixDestroy(&joined);
	pixDestroy(&half);
	return strips;
}

static bool strip_read(const struct ocr_strip_kind *k, const struct ocr_sheet *s, const l_int32 at[4], struct ocr_reading *r)
{
	struct ocr_sheet strip;
	struct ocr_reading seen[2] = { { 0 } };
	struct ocr_place back[2];
	bool ok = strip_cut(s, at, &strip);
	int n = k->ways(at, s->letter);
	for (int i = 0; ok && i < n; i++) {
		ok = k->prepare(&strip, i) && ocr_reading_make(&strip, k->layout, &seen[i]);
		back[i] = strip.back;
	}
	int best = ocr_reading_weight(&seen[1]) > ocr_reading_weight(&seen[0]);
	if (ok && ocr_reading_letters(&seen[best]) >= k->least_letters && ocr_reading_conf(&seen[best]) >= k->least_conf)
		ok = strip_put(r, at, s->letter, k->loose, &seen[best], &back[best], k->turn[best]);
	ocr_reading_free(&seen[0]);
	ocr_reading_free(&seen[1]);
	ocr_sheet_free(&strip);
	return ok;
}

bool ocr_strips_read(const struct ocr_strip_kind *k, const struct ocr_sheet *s, struct ocr_reading *r)
{
	PIX *left = s->letter ? ink_left(s, r, k->loose) : NULL;
	BOXA *strips = left ? strips_of(k, left, s->letter) : NULL;
	int n = strips ? boxaGetCount(strips) : 0;
	bool ok = true;
	for (int i = 0; ok && i < n; i++) {
		l_int32 at[4];
		boxaGetBoxGeometry(strips, i, &at[0], &at[1], &at[2], &at[3]);
		ok = strip_read(k, s, at, r);
	}
	boxaDestroy(&strips);
	pixDestroy(&left);
	return ok;
}
