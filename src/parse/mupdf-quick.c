/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/mupdf-quick.h"

#include <math.h>
#include <limits.h>
#include <mupdf/pdf.h>
#include <string.h>

fz_rect __real_fz_bound_glyph(fz_context *ctx, fz_font *font, int gid, fz_matrix trm);
fz_rect __wrap_fz_bound_glyph(fz_context *ctx, fz_font *font, int gid, fz_matrix trm);
fz_rect __real_fz_union_rect(fz_rect a, fz_rect b);
fz_rect __wrap_fz_union_rect(fz_rect a, fz_rect b);
fz_rect __real_fz_expand_rect(fz_rect r, float by);
fz_rect __wrap_fz_expand_rect(fz_rect r, float by);
pdf_hmtx __real_pdf_lookup_hmtx(fz_context *ctx, pdf_font_desc *font, int cid);
pdf_hmtx __wrap_pdf_lookup_hmtx(fz_context *ctx, pdf_font_desc *font, int cid);
int __real_pdf_tos_make_trm(fz_context *ctx, pdf_text_object_state *tos, pdf_text_state *text, pdf_font_desc *font, int cid, fz_matrix *trm);
int __wrap_pdf_tos_make_trm(fz_context *ctx, pdf_text_object_state *tos, pdf_text_state *text, pdf_font_desc *font, int cid, fz_matrix *trm);
void __real_pdf_tos_move_after_char(fz_context *ctx, pdf_text_object_state *tos);
void __wrap_pdf_tos_move_after_char(fz_context *ctx, pdf_text_object_state *tos);
fz_text *__real_pdf_tos_get_text(fz_context *ctx, pdf_text_object_state *tos);
fz_text *__wrap_pdf_tos_get_text(fz_context *ctx, pdf_text_object_state *tos);
void __real_fz_show_glyph(fz_context *ctx, fz_text *text, fz_font *font, fz_matrix trm, int gid, int ucs, int wmode, int level,
			  fz_bidi_direction dir, fz_text_language language);
void __wrap_fz_show_glyph(fz_context *ctx, fz_text *text, fz_font *font, fz_matrix trm, int gid, int ucs, int wmode, int level,
			  fz_bidi_direction dir, fz_text_language language);
int __real_pdf_decode_cmap(pdf_cmap *cmap, unsigned char *s, unsigned char *e, unsigned int *cpt);
int __wrap_pdf_decode_cmap(pdf_cmap *cmap, unsigned char *s, unsigned char *e, unsigned int *cpt);
int __real_pdf_lookup_cmap(pdf_cmap *cmap, unsigned int cpt);
int __wrap_pdf_lookup_cmap(pdf_cmap *cmap, unsigned int cpt);
int __real_pdf_lookup_cmap_full(pdf_cmap *cmap, unsigned int cpt, int *out);
int __wrap_pdf_lookup_cmap_full(pdf_cmap *cmap, unsigned int cpt, int *out);
pdf_cmap *__real_pdf_new_cmap(fz_context *ctx);
pdf_cmap *__wrap_pdf_new_cmap(fz_context *ctx);
pdf_cmap *__real_pdf_new_identity_cmap(fz_context *ctx, int wmode, int bytes);
pdf_cmap *__wrap_pdf_new_identity_cmap(fz_context *ctx, int wmode, int bytes);
fz_link *__wrap_pdf_load_link_annots(fz_context *ctx, pdf_document *doc, pdf_page *page, pdf_obj *annots, int number, fz_matrix ctm);
fz_hash_table *__real_fz_new_hash_table(fz_context *ctx, int size, int keylen, int lock, fz_hash_table_drop_fn *drop);
fz_hash_table *__wrap_fz_new_hash_table(fz_context *ctx, int size, int keylen, int lock, fz_hash_table_drop_fn *drop);

/* Loading a page follows each of its links to the page it leads to, which takes as long as drawing it in a manual full of references.
 * Nobody asks for those: addresses are read from the annotations (pdf-link.c). */
fz_link *__wrap_pdf_load_link_annots(fz_context *ctx, pdf_document *doc, pdf_page *page, pdf_obj *annots, int number, fz_matrix ctm)
{
	return NULL;
}

/* The store's table of 4,096 places takes longer to clear than to fill with what a page needs. Tables grow by themselves. */
fz_hash_table *__wrap_fz_new_hash_table(fz_context *ctx, int size, int keylen, int lock, fz_hash_table_drop_fn *drop)
{
	enum { ENOUGH = 64 };
	return __real_fz_new_hash_table(ctx, size < ENOUGH ? size : ENOUGH, keylen, lock, drop);
}

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

/* Fonts of one byte a character, whose codes are characters. */
int __wrap_pdf_decode_cmap(pdf_cmap *cmap, unsigned char *s, unsigned char *e, unsigned int *cpt)
{
	if (cmap->codespace_len != 1 || cmap->codespace[0].n != 1 || cmap->codespace[0].low != 0 || cmap->codespace[0].high != 0xFF || s >= e)
		return __real_pdf_decode_cmap(cmap, s, e, cpt);
	*cpt = s[0];
	return 1;
}

int __wrap_pdf_lookup_cmap(pdf_cmap *cmap, unsigned int cpt)
{
	if (cmap->rlen != 1 || cpt < cmap->ranges[0].low || cpt > cmap->ranges[0].high)
		return __real_pdf_lookup_cmap(cmap, cpt);
	return (int)(cpt - cmap->ranges[0].low + cmap->ranges[0].out);
}

/* ---- what codes of one byte stand for, as asked before */

enum { MAPS = 8, CODES = 256 };

static struct told {
	const pdf_cmap *map;
	int one[CODES]; /* the code point and one; 0 = not asked, or another number of them */
} maps[MAPS];

static struct told *told_of(const pdf_cmap *map)
{
	return &maps[(uintptr_t)map / sizeof(*map) % MAPS];
}

int __wrap_pdf_lookup_cmap_full(pdf_cmap *cmap, unsigned int cpt, int *out)
{
	struct told *t = told_of(cmap);
	if (cpt >= CODES)
		return __real_pdf_lookup_cmap_full(cmap, cpt, out);
	if (t->map != cmap)
		*t = (struct told){ .map = cmap };
	if (t->one[cpt] > 0) {
		out[0] = t->one[cpt] - 1;
		return 1;
	}
	int n = __real_pdf_lookup_cmap_full(cmap, cpt, out);
	if (n == 1 && out[0] >= 0 && out[0] < INT_MAX)
		t->one[cpt] = out[0] + 1;
	return n;
}

/* A new map may lie where another one lay. It is asked when it is whole. */
static pdf_cmap *forget(pdf_cmap *map)
{
	told_of(map)->map = NULL;
	return map;
}

pdf_cmap *__wrap_pdf_new_cmap(fz_context *ctx)
{
	return forget(__real_pdf_new_cmap(ctx));
}

pdf_cmap *__wrap_pdf_new_identity_cmap(fz_context *ctx, int wmode, int bytes)
{
	return forget(__real_pdf_new_identity_cmap(ctx, wmode, bytes));
}

/* ---- glyphs on a device that asks no glyph for its box */

/* Where the processor lies that draws on such a device: its text state is one of its members. */
static const char *plain_from, *plain_to;

void quick_processor(const pdf_processor *proc, bool plain)
{
	const char *from = (const char *)proc;
	if (plain) {
		plain_from = from;
		plain_to = from + quick_size(proc);
	} else if (from >= plain_from && from < plain_to) {
		plain_from = plain_to = NULL;
	}
}

static inline bool is_plain_text(const pdf_text_object_state *tos)
{
	return (const char *)tos >= plain_from && (const char *)tos < plain_to;
}

/* PDF 1.7 section 9.4.4: the matrix of a glyph, and by how much the next one is moved. */
static inline int glyph_matrix(pdf_text_object_state *tos, const pdf_text_state *text, pdf_font_desc *font, int cid, int gid, float width,
			       fz_matrix *trm)
{
	float a = text->size * text->scale, d = text->size, f = text->rise;
	const fz_matrix *m = &tos->tm;
	*trm = (fz_matrix){ a * m->a, a * m->b, d * m->c, d * m->d, f * m->c + m->e, f * m->d + m->f };
	tos->char_tx = (width * 0.001f * text->size + text->char_space) * text->scale;
	tos->char_ty = 0;
	tos->cid = cid;
	tos->gid = gid;
	tos->fontdesc = font;
	return gid;
}

/* Of a font that is no simple one. Those drawn by procedures (Type 3) are looked into when they are asked for their box. */
__attribute__((noinline)) static int uncommon_matrix(fz_context *ctx, pdf_text_object_state *tos, pdf_text_state *text, pdf_font_desc *font,
						     int cid, fz_matrix *trm)
{
	if (font->wmode != 0 || !font->font->ft_face || !is_plain_text(tos))
		return __real_pdf_tos_make_trm(ctx, tos, text, font, cid, trm);
	return glyph_matrix(tos, text, font, cid, pdf_font_cid_to_gid(ctx, font, cid), __wrap_pdf_lookup_hmtx(ctx, font, cid).w, trm);
}

/* A simple font is common; nothing is called then. */
int __wrap_pdf_tos_make_trm(fz_context *ctx, pdf_text_object_state *tos, pdf_text_state *text, pdf_font_desc *font, int cid, fz_matrix *trm)
{
	int at = font->hmtx_len > 0 ? cid - font->hmtx[0].lo : -1;
	if (font->wmode != 0 || !is_plain_text(tos) || !font->font->ft_face || font->to_ttf_cmap || !font->cid_to_gid || cid < 0 ||
	    (size_t)cid >= font->cid_to_gid_len || at < 0 || at >= font->hmtx_len || font->hmtx[at].lo > cid || font->hmtx[at].hi < cid)
		return uncommon_matrix(ctx, tos, text, font, cid, trm);
	return glyph_matrix(tos, text, font, cid, font->cid_to_gid[cid], font->hmtx[at].w, trm);
}

void __wrap_pdf_tos_move_after_char(fz_context *ctx, pdf_text_object_state *tos)
{
	fz_matrix *m = &tos->tm;
	if (!is_plain_text(tos)) {
		__real_pdf_tos_move_after_char(ctx, tos);
		return;
	}
	m->e = m->e + tos->char_tx * m->a + tos->char_ty * m->c;
	m->f = m->f + tos->char_tx * m->b + tos->char_ty * m->d;
}

/* The box of a text matters where it is filled with a pattern: where its glyphs begin, and as far around as they reach. */
static fz_rect text_box(const fz_text *text)
{
	const float reach = 2; /* ems */
	fz_rect all = fz_empty_rect;
	for (const fz_text_span *s = text->head; s; s = s->next) {
		if (s->len == 0)
			continue;
		float dx = reach * (fabsf(s->trm.a) + fabsf(s->trm.c)), dy = reach * (fabsf(s->trm.b) + fabsf(s->trm.d));
		float x0 = s->items[0].x, x1 = x0, y0 = s->items[0].y, y1 = y0;
		for (int i = 1; i < s->len; i++) {
			float x = s->items[i].x, y = s->items[i].y;
			x0 = x < x0 ? x : x0;
			x1 = x > x1 ? x : x1;
			y0 = y < y0 ? y : y0;
			y1 = y > y1 ? y : y1;
		}
		all = fz_union_rect(all, (fz_rect){ x0 - dx, y0 - dy, x1 + dx, y1 + dy });
	}
	return all;
}

fz_text *__wrap_pdf_tos_get_text(fz_context *ctx, pdf_text_object_state *tos)
{
	fz_text *text = __real_pdf_tos_get_text(ctx, tos);
	if (text && is_plain_text(tos))
		tos->text_bbox = text_box(text);
	return text;
}

/* Another glyph of the last span, which has room. */
void __wrap_fz_show_glyph(fz_context *ctx, fz_text *text, fz_font *font, fz_matrix trm, int gid, int ucs, int wmode, int level,
			  fz_bidi_direction dir, fz_text_language language)
{
	fz_text_span *s = text->tail;
	if (text->refs != 1 || !s || s->font != font || s->wmode != (unsigned)wmode || s->bidi_level != (unsigned)level ||
	    s->markup_dir != (unsigned)dir || s->language != (unsigned)language || s->len >= s->cap ||
	    memcmp(&s->trm, &trm, 4 * sizeof(trm.a)) != 0) { /* all but its place */
		__real_fz_show_glyph(ctx, text, font, trm, gid, ucs, wmode, level, dir, language);
		return;
	}
	s->items[s->len++] = (fz_text_item){ .x = trm.e, .y = trm.f, .gid = gid, .ucs = ucs };
}
