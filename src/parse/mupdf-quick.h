/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * mupdf-quick - what MuPDF looks up and works out for every glyph, without its calls where the answer is at hand.
 *
 * The linker puts the functions of mupdf-quick.c in place of MuPDF's of the same name (--wrap); they give the same results,
 * bit by bit, and go to MuPDF's for all that is not common. A page's list of links alone is left empty. Structures are those of the MuPDF that is linked statically.
 */
#pragma once
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>
#include <stdbool.h>

/* fz_advance_glyph() */
static inline float quick_advance(fz_context *ctx, fz_font *font, int gid, int wmode)
{
	float *row = !wmode && font->ft_face && font->advance_cache && gid >= 0 && gid < font->glyph_count ?
		font->advance_cache[gid >> 8] : NULL;
	return row ? row[gid & 255] : fz_advance_glyph(ctx, font, gid, wmode);
}

/* A processor was made. plain: what it draws on takes text without the boxes of its glyphs, which are left out then. */
void quick_processor(const pdf_processor *proc, bool plain);
