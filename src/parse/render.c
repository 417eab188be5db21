/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/render.h"

#include "parse/drawn.h"
#include "parse/mupdf.h"

#include <leptonica/allheaders.h>
#include <math.h>

enum { LEAST_DPI = 10, MOST_DPI = 600 };

/* ---- the canvas */

void render_start(struct render *r, float width, float height)
{
	double scale = r->dpi / 72.0, pixels = (double)width * (double)height * scale * scale;
	if (pixels > RENDER_MOST_PIXELS)
		scale *= sqrt(RENDER_MOST_PIXELS / pixels);
	int w = (int)lround((double)width * scale), h = (int)lround((double)height * scale);
	r->scale = (float)scale;
	r->pixmap = fz_new_pixmap_with_bbox(r->ctx, fz_device_rgb(r->ctx), (fz_irect){ 0, 0, w < 1 ? 1 : w, h < 1 ? 1 : h }, NULL, 0);
	fz_clear_pixmap_with_value(r->ctx, r->pixmap, 0xFF);
}

/* False with ERR_PAGES unless the page is one of r->pages. */
static bool render_page_there(const struct render *r, struct err *e)
{
	return (r->page >= 1 && r->page <= r->pages) ||
	       err_set(e, ERR_PAGES, "the document has %u pages: there is no page %u", r->pages, r->page);
}

static fz_matrix page_matrix(const struct render *r)
{
	return fz_scale(r->scale, r->scale);
}

/* ---- formats that MuPDF draws */

static void draw_mupdf_page(struct render *r, fz_page *page)
{
	fz_context *ctx = r->ctx;
	fz_device *dev = NULL;
	fz_rect box = fz_bound_page(ctx, page);
	fz_var(dev);
	render_start(r, box.x1 - box.x0, box.y1 - box.y0);
	fz_try(ctx)
	{
		dev = fz_new_draw_device(ctx, fz_pre_translate(page_matrix(r), -box.x0, -box.y0), r->pixmap);
		fz_run_page(ctx, page, dev, fz_identity, NULL);
		fz_close_device(ctx, dev);
	}
	fz_always(ctx)
		fz_drop_device(ctx, dev);
	fz_catch(ctx)
		if (fz_caught(ctx) == FZ_ERROR_MEMORY)
			fz_rethrow(ctx); /* a damaged page shows what was drawn before the fault */
}

static bool draw_mupdf(struct render *r, const struct drawn_kind *kind, struct err *e)
{
	fz_context *ctx = r->ctx;
	fz_page *page = NULL;
	fz_document *doc = drawn_open(ctx, kind, r->source->bytes, &r->pages, e);
	volatile bool there = doc && render_page_there(r, e);
	fz_var(page);
	fz_try(ctx)
	{
		if (there) {
			page = fz_load_page(ctx, doc, (int)r->page - 1);
			if (r->task->image)
				there = render_image(r, page, r->task->image, e);
			else
				draw_mupdf_page(r, page);
		}
	}
	fz_always(ctx)
	{
		fz_drop_page(ctx, page);
		fz_drop_document(ctx, doc);
	}
	fz_catch(ctx)
		fz_rethrow(ctx);
	return there;
}

/* ---- what was parsed */

/* The one page of a document that was parsed alone. */
static bool find_page(const struct sink *out, struct doc_page *page, uint32_t *pages)
{
	struct doc_reader reader;
	struct err e;
	size_t at = 0;
	doc_reader_init(&reader, NULL);
	for (;;) {
		switch (doc_reader_next(&reader, buf_view(&out->frames), &at, &e)) {
		case DOC_STEP_FRAME:
			continue;
		case DOC_STEP_PAGE:
			*page = reader.page;
			*pages = reader.doc.source_pages;
			return true;
		default:
			return false;
		}
	}
}

/* Parse the page into out, which holds what *page points into. */
static bool parse_page(const struct render *r, const struct format *f, struct sink *out, struct doc_page *page, uint32_t *pages,
		       struct err *e)
{
	struct parse_options o = *r->options;
	o.pages = &r->page;
	o.pages_n = 1;
	o.max_pages = 0;
	return (f->parse(r->source, &o, out, e) || e->code == ERR_NO_DATA) && find_page(out, page, pages);
}

struct brush {
	fz_context *ctx;
	fz_device *dev;
	fz_matrix ctm;
	fz_font *fonts[12]; /* made when first used, by style */
};

static void rgb_set(uint32_t color, float rgb[3])
{
	for (int i = 0; i < 3; i++)
		rgb[i] = (float)(color >> (16 - 8 * i) & 0xFF) / 255;
}

static fz_rect rect_of(const struct doc_box *b)
{
	return (fz_rect){ (float)b->x0 / DOC_UNIT, (float)b->y0 / DOC_UNIT, (float)b->x1 / DOC_UNIT, (float)b->y1 / DOC_UNIT };
}

static void fill_box(const struct brush *b, fz_rect box, uint32_t color, float least)
{
	float rgb[3];
	fz_path *path = fz_new_path(b->ctx);
	rgb_set(color, rgb);
	fz_try(b->ctx)
	{
		/* Lines of no width are seen too. */
		fz_rectto(b->ctx, path, box.x0, box.y0, fz_max(box.x1, box.x0 + least), fz_max(box.y1, box.y0 + least));
		fz_fill_path(b->ctx, b->dev, path, 0, b->ctm, fz_device_rgb(b->ctx), rgb, 1, fz_default_color_params);
	}
	fz_always(b->ctx)
		fz_drop_path(b->ctx, path);
	fz_catch(b->ctx)
		fz_rethrow(b->ctx);
}

/* The base 14 font that looks most like the word's. */
static fz_font *font_of(struct brush *b, unsigned flags)
{
	static const char *const names[12] = {
		"Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique",
		"Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic",
		"Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
	};
	int style = (flags & DOC_MONO ? 8 : flags & DOC_SERIF ? 4 : 0) + (flags & DOC_BOLD ? 1 : 0) + (flags & DOC_ITALIC ? 2 : 0);
	if (!b->fonts[style])
		b->fonts[style] = fz_new_base14_font(b->ctx, names[style]);
	return b->fonts[style];
}

/* Write the word so that it fills its box. */
static void draw_word(struct brush *b, const struct doc_page *p, const struct doc_word *w)
{
	enum { MOST_BYTES = 1000 };
	char text[MOST_BYTES + 1];
	struct str s = doc_word_text(p, w);
	fz_rect box = rect_of(&w->box);
	float rgb[3], height = box.y1 - box.y0;
	if (w->flags & DOC_VERTICAL || s.n > MOST_BYTES || height <= 0) {
		fill_box(b, box, 0xCCCCCC, 0);
		return;
	}
	snprintf(text, sizeof(text), "%.*s", STR_ARGS(s));
	rgb_set(w->color, rgb);
	fz_text *run = fz_new_text(b->ctx);
	fz_try(b->ctx)
	{
		/* Set at the height of its box, with the baseline where descenders of most fonts leave it; then widened to fit. */
		fz_matrix trm = { height, 0, 0, -height, 0, 0 };
		fz_matrix end = fz_show_string(b->ctx, run, font_of(b, w->flags), trm, text, 0, 0, FZ_BIDI_LTR, FZ_LANG_UNSET);
		float wide = end.e > 0 ? (box.x1 - box.x0) / end.e : 1;
		fz_matrix place = { wide, 0, 0, 1, box.x0, box.y1 - height * 0.22f };
		fz_fill_text(b->ctx, b->dev, run, fz_concat(place, b->ctm), fz_device_rgb(b->ctx), rgb, 1, fz_default_color_params);
	}
	fz_always(b->ctx)
		fz_drop_text(b->ctx, run);
	fz_catch(b->ctx)
		fz_rethrow(b->ctx);
}

static void draw_parsed(struct brush *b, const struct doc_page *p)
{
	for (size_t i = 0; i < p->rules_n; i++)
		if (p->rules[i].kind == DOC_RULE_FILL)
			fill_box(b, rect_of(&p->rules[i].box), p->rules[i].color, 0);
	for (size_t i = 0; i < p->rules_n; i++)
		if (p->rules[i].kind != DOC_RULE_FILL)
			fill_box(b, rect_of(&p->rules[i].box), p->rules[i].color, 0.5f);
	for (size_t i = 0; i < p->words_n; i++)
		if (!(p->words[i].flags & DOC_HIDDEN))
			draw_word(b, p, &p->words[i]);
}

/* ---- documents that are pictures */

/* The picture that was read, over the whole page. */
static void show_picture(const struct render *r, PIX *picture)
{
	fz_pixmap *to = r->pixmap;
	PIX *scaled = pixScaleToSize(picture, to->w, to->h);
	for (int y = 0; scaled && y < to->h; y++) {
		const l_uint32 *row = pixGetData(scaled) + (size_t)y * (size_t)pixGetWpl(scaled);
		unsigned char *out = to->samples + (ptrdiff_t)y * to->stride;
		for (int x = 0; x < to->w; x++, out += to->n)
			memset(out, (int)GET_DATA_BYTE(row, x), 3);
	}
	pixDestroy(&scaled);
}

/* ---- boxes over a picture */

static void stroke_box(const struct brush *b, const struct doc_box *box, uint32_t color)
{
	float rgb[3];
	fz_rect r = rect_of(box);
	fz_stroke_state stroke = fz_default_stroke_state;
	fz_path *path = fz_new_path(b->ctx);
	stroke.linewidth = 0.4f;
	rgb_set(color, rgb);
	fz_try(b->ctx)
	{
		fz_rectto(b->ctx, path, r.x0, r.y0, r.x1, r.y1);
		fz_stroke_path(b->ctx, b->dev, path, &stroke, b->ctm, fz_device_rgb(b->ctx), rgb, 1, fz_default_color_params);
	}
	fz_always(b->ctx)
		fz_drop_path(b->ctx, path);
	fz_catch(b->ctx)
		fz_rethrow(b->ctx);
}

/* Hidden words are grey, what OCR read is orange. */
static uint32_t word_color(const struct doc_word *w)
{
	return w->flags & DOC_HIDDEN ? 0x999999 : w->source == DOC_SOURCE_OCR ? 0xFF8800 : 0xDD0000;
}

static void draw_boxes(struct brush *b, const struct doc_page *p)
{
	for (size_t i = 0; i < p->rules_n; i++)
		stroke_box(b, &p->rules[i].box, 0x0055FF);
	for (size_t i = 0; i < p->marks_n; i++)
		stroke_box(b, &p->marks[i].box, p->marks[i].on ? 0x007700 : 0x00DD00);
	for (size_t i = 0; i < p->words_n; i++)
		stroke_box(b, &p->words[i].box, word_color(&p->words[i]));
}

/* Run draw on the picture as it stands. */
static void paint(struct render *r, const struct doc_page *p, void (*draw)(struct brush *b, const struct doc_page *p))
{
	struct brush b = { .ctx = r->ctx, .ctm = page_matrix(r) };
	fz_var(b);
	fz_try(r->ctx)
	{
		b.dev = fz_new_draw_device(r->ctx, fz_identity, r->pixmap);
		draw(&b, p);
		fz_close_device(r->ctx, b.dev);
	}
	fz_always(r->ctx)
	{
		fz_drop_device(r->ctx, b.dev);
		for (size_t i = 0; i < sizeof(b.fonts) / sizeof(b.fonts[0]); i++)
			fz_drop_font(r->ctx, b.fonts[i]);
	}
	fz_catch(r->ctx)
		fz_rethrow(r->ctx);
}

/* ---- one picture */

/* Formats that are drawn as they are. The rest is drawn from its words. */
static const struct {
	const struct format *format;
	const struct drawn_kind *kind;
} drawn[] = {
	{ &format_cbz, &drawn_cbz },
	{ &format_pdf, &drawn_pdf },
	{ &format_svg, &drawn_svg },
	{ &format_xps, &drawn_xps },
};

static const struct drawn_kind *kind_of(const struct format *f)
{
	for (size_t i = 0; i < sizeof(drawn) / sizeof(drawn[0]); i++)
		if (drawn[i].format == f)
			return drawn[i].kind;
	return NULL;
}

/* A picture in a flow, which leaves it with the sink: its rows as they are, in colour. */
static bool show_image(struct render *r, const struct format *f, struct sink *words, struct err *e)
{
	words->image = r->task->image;
	if (!f->parse(r->source, r->options, words, e))
		return false;
	PIX *own = *words->picture ? pixConvertTo32(*words->picture) : NULL;
	if (!own)
		return err_set(e, ERR_PAGES, "the document has no picture %u", r->task->image);
	r->dpi = 72;
	render_start(r, (float)pixGetWidth(own), (float)pixGetHeight(own));
	PIX *scaled = pixScaleToSize(own, r->pixmap->w, r->pixmap->h);
	pixDestroy(&own);
	for (int y = 0; scaled && y < r->pixmap->h; y++) {
		const l_uint32 *row = pixGetData(scaled) + (size_t)y * (size_t)pixGetWpl(scaled);
		unsigned char *out = r->pixmap->samples + (ptrdiff_t)y * r->pixmap->stride;
		for (int x = 0; x < r->pixmap->w; x++, out += r->pixmap->n) {
			out[0] = (unsigned char)(row[x] >> L_RED_SHIFT);
			out[1] = (unsigned char)(row[x] >> L_GREEN_SHIFT);
			out[2] = (unsigned char)(row[x] >> L_BLUE_SHIFT);
		}
	}
	pixDestroy(&scaled);
	return true;
}

/* Throws. The sink holds what the page is made of. */
static bool draw(struct render *r, const struct format *f, struct sink *words, struct err *e)
{
	const struct drawn_kind *kind = kind_of(f);
	bool boxes = r->task->boxes;
	struct doc_page page;
	struct err unparsed = { .code = ERR_NONE };
	uint32_t pages;
	bool seen = kind && draw_mupdf(r, kind, e);
	if (kind && !seen && (e->code != ERR_PAGES || r->task->image))
		return false;
	if (!kind && r->task->image)
		return show_image(r, f, words, e);
	if (seen && (!boxes || r->task->image))
		return true;
	if (!parse_page(r, f, words, &page, &pages, kind ? &unparsed : e))
		return seen; /* a page that cannot be parsed is still seen */
	if (!seen) { /* also pages of a document within this one */
		r->pages = pages;
		render_start(r, (float)page.width / DOC_UNIT, (float)page.height / DOC_UNIT);
		if (*words->picture)
			show_picture(r, *words->picture);
		else
			paint(r, &page, draw_parsed);
	}
	if (boxes)
		paint(r, &page, draw_boxes);
	return true;
}

/* Keep no more of the picture than was asked for. Throws. */
static void cut_out(struct render *r)
{
	const struct doc_box *c = &r->task->crop;
	fz_pixmap *whole = r->pixmap;
	fz_irect area = fz_irect_from_rect(fz_transform_rect(rect_of(c), page_matrix(r)));
	area = fz_intersect_irect(area, (fz_irect){ 0, 0, whole->w, whole->h });
	if (c->x1 <= 0 || r->task->image || fz_is_empty_irect(area))
		return;
	r->pixmap = fz_new_pixmap_with_bbox(r->ctx, whole->colorspace, area, NULL, 0);
	for (int y = 0; y < r->pixmap->h; y++)
		memcpy(r->pixmap->samples + (ptrdiff_t)y * r->pixmap->stride,
		       whole->samples + (ptrdiff_t)(area.y0 + y) * whole->stride + (ptrdiff_t)area.x0 * whole->n,
		       (size_t)r->pixmap->w * r->pixmap->n);
	fz_drop_pixmap(r->ctx, whole);
}

static void write_picture(const struct render *r, struct buf *out)
{
	fz_context *ctx = r->ctx;
	fz_buffer *png = fz_new_buffer_from_pixmap_as_png(ctx, r->pixmap, fz_default_color_params);
	unsigned char *bytes;
	size_t n = fz_buffer_storage(ctx, png, &bytes);
	struct doc_picture p = { r->pages, (uint32_t)r->pixmap->w, (uint32_t)r->pixmap->h, { (const char *)bytes, n } };
	doc_write_picture(out, &p);
	fz_drop_buffer(ctx, png);
}

static bool no_picture(const struct render *r, struct err *e)
{
	if (fz_caught(r->ctx) == FZ_ERROR_MEMORY)
		return err_set(e, ERR_BUDGET, "drawing page %u takes more memory than a document may use", r->page);
	return err_set(e, ERR_BROKEN, "the file is damaged or cut short: page %u cannot be drawn", r->page);
}

bool render_picture(const struct format *f, const struct source *s, const struct parse_options *o, const struct task *t,
		    struct buf *out, struct err *e)
{
	struct render r = { .ctx = mupdf_context(), .source = s, .options = o, .task = t, .page = t->picture,
			    .dpi = t->dpi < LEAST_DPI ? LEAST_DPI : t->dpi > MOST_DPI ? MOST_DPI : t->dpi };
	PIX *picture = NULL;
	struct sink words = { .fd = -1, .picture = &picture };
	volatile bool ok = false;
	if (!r.ctx)
		return err_set(e, ERR_MEMORY, "out of memory");
	buf_init(&words.frames, 0);
	fz_try(r.ctx)
	{
		ok = draw(&r, f, &words, e);
		if (ok) {
			cut_out(&r);
			write_picture(&r, out);
		}
	}
	fz_always(r.ctx)
		fz_drop_pixmap(r.ctx, r.pixmap);
	fz_catch(r.ctx)
		ok = no_picture(&r, e);
	pixDestroy(&picture);
	buf_fini(&words.frames);
	return ok && buf_ok(out, e);
}
