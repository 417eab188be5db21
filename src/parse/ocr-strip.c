/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ocr-strip.h"

#include <leptonica/allheaders.h>
#include <stdlib.h>

struct Pix *ocr_strip_ink(const struct ocr_sheet *s, const struct ocr_reading *r, ocr_loose_fn *loose)
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

bool ocr_strip_cut(const struct ocr_sheet *s, const int at[4], struct ocr_sheet *strip)
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

bool ocr_strip_put(struct ocr_reading *r, const int at[4], int letter, ocr_loose_fn *loose, const struct ocr_reading *found,
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
