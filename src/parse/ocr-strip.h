/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ocr-strip - parts of a sheet that a reading left out, or is unsure of, read once more on their own.
 */
#pragma once
#include "parse/ocr-reading.h"

struct Box;

/* May the ink of word i belong to a strip, although it was read as that word? letter: usual height of letters in pixels. */
typedef bool ocr_loose_fn(const struct ocr_reading *r, size_t i, int letter);

/* Ink that is no word's, but for loose ones, and no rule's; NULL: memory. The caller's. */
struct Pix *ocr_strip_ink(const struct ocr_sheet *s, const struct ocr_reading *r, ocr_loose_fn *loose);
/* Shapes in box of ink that may be letters. */
int ocr_strip_shapes(struct Pix *ink, struct Box *box, int letter);
/* The strip at x, y, width, height alone, with paper around it; its back leads to s. False: memory; freed by the caller also then. */
bool ocr_strip_cut(const struct ocr_sheet *s, const int at[4], struct ocr_sheet *strip);
/* Words found in a strip take the place of the loose ones that lie there, if more was read. False: memory. */
bool ocr_strip_put(struct ocr_reading *r, const int at[4], int letter, ocr_loose_fn *loose, const struct ocr_reading *found,
		   const struct ocr_place *back, enum ocr_turn turn);
