/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * mupdf-quick - what MuPDF looks up and works out for every glyph, without its calls where the answer is at hand.
 *
 * The linker puts the functions of mupdf-quick.c in place of MuPDF's of the same name (--wrap); they give the same results,
 * bit by bit, and go to MuPDF's for all that is not common. A page's list of links alone is left empty. So are tokens read
 * (mupdf-lex.c), memory given (mupdf-pool.c), glyphs found by their names (font-names.c) or characters (font-cmaps.c), measured
 * (font-widths.c) and given their characters (font-unicode.c). Structures are those of the MuPDF that is linked statically.
 */
#pragma once
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <stdbool.h>

/* fz_advance_glyph() */
static inline float quick_advance(fz_context *ctx, fz_font *font, int gid, int wmode)
{
	float *row = !wmode && font->ft_face && font->advance_cache && gid >= 0 && gid < font->glyph_count ?
		font->advance_cache[gid >> 8] : NULL;
	return row ? row[gid & 255] : fz_advance_glyph(ctx, font, gid, wmode);
}

/* Where a context of MuPDF has its memory (mupdf-pool.c), and how large a block of that is. */
extern const fz_alloc_context quick_memory;
size_t quick_size(const void *p);

/* How wide a glyph is, in units of its font's em, upright; false: it is not read at hand (font-widths.c). The second: a font is gone. */
bool quick_width(FT_Face face, unsigned glyph, FT_Fixed *width);
void quick_forget_widths(FT_Face face);

/* A processor was made. plain: what it draws on takes text without the boxes of its glyphs, which are left out then. */
void quick_processor(const pdf_processor *proc, bool plain);
