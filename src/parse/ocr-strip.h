/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ocr-strip - parts of a sheet that a reading left out, or is unsure of, read once more on their own.
 */
#pragma once
#include "parse/ocr-reading.h"

struct Box;

/* May the ink of word i belong to a strip, although it was read as that word? letter: usual height of letters in pixels. */
typedef bool ocr_loose_fn(const struct ocr_reading *r, size_t i, int letter);

/* What is looked for, and how it is read. */
struct ocr_strip_kind {
	ocr_loose_fn *loose;
	int across[2], down[2];  /* ink nearer than so many letters (numerator, denominator) is of one strip */
	bool (*fits)(struct Pix *ink, struct Box *box, int letter); /* may it be one? */
	int (*ways)(const int at[4], int letter);                   /* of reading a strip, 1 or 2: */
	bool (*prepare)(struct ocr_sheet *strip, int way);          /* called for way 0, then 1, on the same strip; false: memory */
	enum ocr_layout layout;
	enum ocr_turn turn[2];   /* of the words found each way */
	size_t least_letters;    /* for less, or with less mean confidence, nothing is taken */
	double least_conf;
};

/* Read the strips of a kind that the sheet holds; each way's better reading counts. False: memory. */
bool ocr_strips_read(const struct ocr_strip_kind *k, const struct ocr_sheet *s, struct ocr_reading *r);
/* Shapes in box of ink that may be letters. */
int ocr_strip_shapes(struct Pix *ink, struct Box *box, int letter);
