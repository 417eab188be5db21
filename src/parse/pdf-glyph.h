/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A glyph on its way into a word: between pdf-words.c and pdf-actual.c. */
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
