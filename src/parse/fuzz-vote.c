/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What is done with readings of a sheet, over arbitrary words: two of them are joined, put right and doubted. Each word of
 * the input is six bytes (reading, x, y, width, confidence, length) and its text. No word may be lost from its line's
 * order, none may be without a text.
 */
#include "parse/ocr-reading.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { HEAD = 6, HIGH = 30, LINE = 40, MOST_TEXT = 15, MOST_WORDS = 400 };

/* Readings give words by lines, from left to right, and texts of UTF-8 without blanks. */
static void add(struct ocr_reading *r, const uint8_t *head, const uint8_t *text, size_t length)
{
	char word[MOST_TEXT + 1];
	const struct ocr_found *last = r->n ? &r->words[r->n - 1] : NULL;
	bool below = !last || head[2] & 1 || last->x1 > 20000;
	int line = below ? r->lines + 1 : last->line, x = (below ? 0 : last->x1) + head[1];
	struct ocr_found f = { x, line * LINE + (head[2] >> 5), x + 1 + head[3], line * LINE + HIGH, line, 10, (float)(head[4] % 101), NULL,
			       (enum ocr_turn)(head[2] >> 1 & 3) % 3, false };
	for (size_t i = 0; i < length; i++)
		word[i] = text[i] > ' ' && text[i] < 0x7F ? (char)text[i] : (char)('0' + text[i] % 10);
	word[length] = '\0';
	r->lines = line;
	if (!ocr_reading_add(r, &f, word))
		abort();
}

static void check(const struct ocr_reading *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (!r->words[i].text || !*r->words[i].text || r->words[i].x1 < r->words[i].x0 || r->words[i].y1 < r->words[i].y0 ||
		    (i && r->words[i].line < r->words[i - 1].line))
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct ocr_reading r[2] = { { 0 } };
	for (size_t at = 0, words = 0; at + HEAD < n && words < MOST_WORDS; words++) {
		size_t left = n - at - HEAD, length = 1 + data[at + 5] % MOST_TEXT;
		length = length < left ? length : left;
		add(&r[data[at] & 1], data + at, data + at + HEAD, length);
		at += HEAD + length;
	}
	if (!ocr_reading_join(&r[0], &r[1]) || r[1].n)
		abort();
	check(&r[0]);
	if (!ocr_reading_repair(&r[0]))
		abort();
	check(&r[0]);
	ocr_reading_doubt(&r[0]);
	ocr_reading_free(&r[0]);
	ocr_reading_free(&r[1]);
	return 0;
}
