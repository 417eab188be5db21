/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pieces of text as MuPDF draws them, glyph by glyph, to where each stands and how it looks. */
#include "parse/pdf.h"

#include "parse/mupdf-quick.h"
#include "parse/pdf-glyph.h"

#include <math.h>
#include <string.h>

#define TINY 2.0f /* points; smaller text is not meant to be read */

static unsigned font_flags(fz_context *ctx, fz_font *font)
{
	const char *name = fz_font_name(ctx, font);
	bool bold = fz_font_is_bold(ctx, font) || strstr(name, "Bold") || strstr(name, "Black") || strstr(name, "Heavy");
	bool italic = fz_font_is_italic(ctx, font) || strstr(name, "Italic") || strstr(name, "Oblique");
	return (bold ? DOC_BOLD : 0u) | (italic ? DOC_ITALIC : 0u) |
	       (fz_font_is_monospaced(ctx, font) ? DOC_MONO : 0u) | (fz_font_is_serif(ctx, font) ? DOC_SERIF : 0u);
}

/* Fonts change seldom, words begin often. */
static unsigned font_looks(fz_context *ctx, struct pdf_page_state *s, fz_font *font)
{
	if (s->looks_of != font)
		s->looks = font_flags(ctx, font);
	s->looks_of = font;
	return s->looks;
}

static bool outside(const fz_rect *clip, const fz_rect *box)
{
	float x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
	const float slack = 1; /* clips are often drawn tight around their text */
	return x < clip->x0 - slack || x > clip->x1 + slack || y < clip->y0 - slack || y > clip->y1 + slack;
}

/* What all glyphs of a span share. */
struct span_metrics {
	fz_rect clip;
	fz_matrix trm;
	fz_point dir;
	float size;
	fz_rect reach; /* from the pen to the ascender's and descender's ends */
	bool level;    /* it runs along the page, from left to right */
};

/* Fonts lie about their height: keep the line box between cap height and 1.2 em. */
static void metrics_of(fz_context *ctx, const fz_text_span *span, fz_matrix ctm, struct span_metrics *m)
{
	fz_matrix trm = span->trm;
	trm.e = trm.f = 0;
	m->trm = fz_concat(trm, ctm);
	m->size = fz_matrix_expansion(m->trm);
	m->dir = fz_normalize_vector(fz_transform_vector(fz_make_point(span->wmode ? 0 : 1, span->wmode ? -1 : 0), m->trm));
	fz_point up = fz_transform_vector(fz_make_point(0, 1), m->trm);
	float ascender = fz_font_ascender(ctx, span->font), descender = fz_font_descender(ctx, span->font);
	if (!(ascender > 0.5f && ascender < 1.3f))
		ascender = 0.8f;
	if (!(descender < 0 && descender > -0.5f))
		descender = -0.2f;
	if (ascender - descender > 1.2f) {
		float scale = 1.2f / (ascender - descender);
		ascender *= scale;
		descender *= scale;
	}
	m->reach = (fz_rect){ smaller(up.x * ascender, up.x * descender), smaller(up.y * ascender, up.y * descender),
			      larger(up.x * ascender, up.x * descender), larger(up.y * ascender, up.y * descender) };
	m->level = !span->wmode && m->trm.b == 0 && m->dir.x == 1 && m->dir.y == 0;
}

/* The pen's way, widened by what stands above and below it. */
static inline fz_rect glyph_box(const struct span_metrics *m, fz_point origin, fz_point pen)
{
	return (fz_rect){ smaller(origin.x, pen.x) + m->reach.x0, smaller(origin.y, pen.y) + m->reach.y0,
			  larger(origin.x, pen.x) + m->reach.x1, larger(origin.y, pen.y) + m->reach.y1 };
}

static inline fz_point origin_of(const fz_text_item *item, const fz_matrix *ctm)
{
	return (fz_point){ item->x * ctm->a + item->y * ctm->c + ctm->e, item->x * ctm->b + item->y * ctm->d + ctm->f };
}

static inline void place_glyph(const struct span_metrics *m, const fz_matrix *ctm, const fz_text_item *item, int wmode, struct pdf_glyph *g)
{
	fz_point step = wmode ? (fz_point){ -g->adv * m->trm.c, -g->adv * m->trm.d } : (fz_point){ g->adv * m->trm.a, g->adv * m->trm.b };
	g->origin = origin_of(item, ctm);
	g->pen = (fz_point){ g->origin.x + step.x, g->origin.y + step.y };
	g->dir = m->dir;
	g->size = m->size;
	/* A glyph of a line that is written downwards stands where one along the page would, an em wide. */
	g->box = glyph_box(m, g->origin, wmode ? (fz_point){ g->origin.x + m->trm.a, g->origin.y + m->trm.b } : g->pen);
}

/* As nearly all glyphs do: plain letters along the page go on where the pen ended. They are added to the word; the number of the first
 * item from i on that is none of those. */
static int letters_go_on(fz_context *ctx, struct pdf_page_state *s, const fz_text_span *span, const struct span_metrics *m, const fz_matrix *ctm,
			 int i, bool hidden)
{
	struct pdf_glyphs *w = &s->word;
	const float em = larger(w->size, m->size);
	const bool was_hidden = w->flags & DOC_HIDDEN, unseen = hidden || m->size < TINY;
	const fz_text_item *items = span->items;
	const int len = span->len;
	fz_rect all = w->box;
	fz_point last_pen = w->pen;
	size_t n = w->n, last = w->last;
	if (!m->level || !n || w->dir.x != 1 || w->dir.y != 0)
		return i;
	for (; i < len && n < sizeof(w->text); i++) {
		if (items[i].gid < 0 || items[i].ucs <= 0x20 || items[i].ucs >= 0x7F)
			break;
		fz_point origin = origin_of(&items[i], ctm);
		float along = origin.x - last_pen.x;
		if (!(along > -0.02f * em && along < PDF_GAP * em && fabsf(origin.y - last_pen.y) < PDF_BASELINE * em) || origin.x - w->origin.x < w->edge)
			break;
		fz_point pen = { origin.x + quick_advance(ctx, span->font, items[i].gid, 0) * m->trm.a, origin.y };
		fz_rect box = glyph_box(m, origin, pen);
		if ((unseen || outside(&m->clip, &box)) != was_hidden)
			break;
		last = n;
		w->text[n++] = (char)items[i].ucs;
		all = (fz_rect){ smaller(all.x0, box.x0), smaller(all.y0, box.y0), larger(all.x1, box.x1), larger(all.y1, box.y1) };
		last_pen = pen;
	}
	w->box = all;
	w->pen = last_pen;
	w->n = n;
	w->last = last;
	return i;
}

static void read_span(fz_context *ctx, struct pdf_page_state *s, const fz_text_span *span, fz_matrix ctm, uint32_t color,
		      bool hidden)
{
	struct span_metrics m;
	metrics_of(ctx, span, ctm, &m);
	m.clip = pdf_clip(s);
	unsigned looks = font_looks(ctx, s, span->font);
	for (int i = 0; i < span->len; i++) {
		i = s->actual ? i : letters_go_on(ctx, s, span, &m, &ctm, i, hidden);
		if (i >= span->len)
			break;
		const fz_text_item *item = &span->items[i];
		struct pdf_glyph g = { .ucs = item->ucs, .color = color };
		if (g.ucs < 0)
			continue; /* a further glyph of the character before */
		if (item->gid < 0 && (s->word.n || s->actual)) {
			if (!pdf_is_space(g.ucs) && !s->actual) /* a map to Unicode may say anything */
				pdf_words_further(s, &g, g.ucs); /* of a ligature */
			continue;
		}
		if (g.ucs == 0xAD)
			g.ucs = '-'; /* a glyph that is drawn is no soft hyphen; fonts map their hyphen there */
		g.adv = item->gid >= 0 ? quick_advance(ctx, span->font, item->gid, span->wmode) : 0;
		place_glyph(&m, &ctm, item, span->wmode, &g);
		g.flags = looks | (hidden || m.size < TINY || outside(&m.clip, &g.box) ? DOC_HIDDEN : 0u);
		if (!s->actual || !pdf_actual_take(s, &g))
			pdf_words_glyph(s, &g);
	}
}

void pdf_words_text(fz_context *ctx, struct pdf_page_state *s, const fz_text *text, fz_matrix ctm, uint32_t color, bool hidden)
{
	for (const fz_text_span *span = text->head; span; span = span->next)
		read_span(ctx, s, span, ctm, color, hidden);
}
