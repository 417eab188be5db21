/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A glyph on its way into a word: between pdf-span.c, pdf-words.c and pdf-actual.c. */
#pragma once
#include "parse/pdf.h"

struct pdf_glyph {
	int ucs; /* -1: it says nothing, but takes its place */
	fz_point origin, pen, dir;
	float size, adv;
	fz_rect box;
	uint32_t color;
	unsigned flags; /* enum doc_word_flag */
};

/* It goes on with the word at hand or begins one; white space ends it. */
void pdf_words_glyph(struct pdf_page_state *s, const struct pdf_glyph *g);
/* A further character of the last glyph. */
void pdf_words_further(struct pdf_page_state *s, const struct pdf_glyph *g, int ucs);

/* Is the glyph one of a stretch whose text is told? Then it is kept until that ends. */
bool pdf_actual_take(struct pdf_page_state *s, const struct pdf_glyph *g);

/* Ems. Below PDF_GAP lie kerning and letter-spacing; poppler's word break is 0.1, its spaces begin at 0.2. */
#define PDF_GAP 0.13f
#define PDF_BASELINE 0.18f

/* For each glyph: fminf() and fz_min() are calls here, or heed what is no number. */
static inline float smaller(float a, float b)
{
	return a < b ? a : b;
}

static inline float larger(float a, float b)
{
	return a > b ? a : b;
}

static inline bool pdf_is_space(int c)
{
	if (c > 0x20 && c < 0x7F)
		return false;
	return c <= 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF || c == 0x7F;
}
