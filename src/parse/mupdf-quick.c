/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/mupdf-quick.h"

#include <mupdf/pdf.h>

fz_rect __real_fz_bound_glyph(fz_context *ctx, fz_font *font, int gid, fz_matrix trm);
fz_rect __wrap_fz_bound_glyph(fz_context *ctx, fz_font *font, int gid, fz_matrix trm);
fz_rect __real_fz_union_rect(fz_rect a, fz_rect b);
fz_rect __wrap_fz_union_rect(fz_rect a, fz_rect b);
fz_rect __real_fz_expand_rect(fz_rect r, float by);
fz_rect __wrap_fz_expand_rect(fz_rect r, float by);
pdf_hmtx __real_pdf_lookup_hmtx(fz_context *ctx, pdf_font_desc *font, int cid);
pdf_hmtx __wrap_pdf_lookup_hmtx(fz_context *ctx, pdf_font_desc *font, int cid);

/* Has it an inside, and is it none of the boxes with a meaning of their own (all, nothing)? */
static inline bool is_plain(const fz_rect *r)
{
	return r->x0 < r->x1 && r->y0 < r->y1 && r->x0 > -1e6f;
}

/* The box of a glyph that was asked for before, of text that runs along the page. */
fz_rect __wrap_fz_bound_glyph(fz_context *ctx, fz_font *font, int gid, fz_matrix trm)
{
	fz_rect *row = font->bbox_table && font->use_glyph_bbox && gid >= 0 && gid < font->glyph_count ? font->bbox_table[gid >> 8] : NULL;
	const fz_rect *r = row ? &row[gid & 255] : NULL;
	if (!r || trm.b != 0 || trm.c != 0 || !(trm.a > 0) || !(trm.d > 0) || !is_plain(r))
		return __real_fz_bound_glyph(ctx, font, gid, trm);
	return (fz_rect){ r->x0 * trm.a + trm.e, r->y0 * trm.d + trm.f, r->x1 * trm.a + trm.e, r->y1 * trm.d + trm.f };
}

fz_rect __wrap_fz_union_rect(fz_rect a, fz_rect b)
{
	if (!is_plain(&a) || !is_plain(&b))
		return __real_fz_union_rect(a, b);
	return (fz_rect){ a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0, a.x1 > b.x1 ? a.x1 : b.x1, a.y1 > b.y1 ? a.y1 : b.y1 };
}

fz_rect __wrap_fz_expand_rect(fz_rect r, float by)
{
	if (!is_plain(&r))
		return __real_fz_expand_rect(r, by);
	return (fz_rect){ r.x0 - by, r.y0 - by, r.x1 + by, r.y1 + by };
}

/* Simple fonts have a width for each code from the first on. */
pdf_hmtx __wrap_pdf_lookup_hmtx(fz_context *ctx, pdf_font_desc *font, int cid)
{
	int at = font->hmtx && font->hmtx_len > 0 ? cid - font->hmtx[0].lo : -1;
	if (at >= 0 && at < font->hmtx_len && font->hmtx[at].lo <= cid && font->hmtx[at].hi >= cid)
		return font->hmtx[at];
	return __real_pdf_lookup_hmtx(ctx, font, cid);
}
