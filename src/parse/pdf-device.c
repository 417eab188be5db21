/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * The device: MuPDF's interpreter draws on it. MuPDF reports errors by longjmp;
 * nothing here holds memory across a call.
 */
#include "parse/pdf.h"

#include "parse/budget.h"

struct device {
	fz_device super;
	struct pdf_page_state *s;
};

static struct pdf_page_state *state_of(fz_device *dev)
{
	return ((struct device *)dev)->s;
}

static uint32_t rgb_of(fz_context *ctx, fz_colorspace *cs, const float *color, fz_color_params params)
{
	float rgb[3] = { 0, 0, 0 };
	if (!cs || !color)
		return 0;
	if (cs == fz_device_gray(ctx))
		rgb[0] = rgb[1] = rgb[2] = color[0];
	else if (cs == fz_device_rgb(ctx))
		memcpy(rgb, color, sizeof(rgb));
	else
		fz_convert_color(ctx, cs, color, fz_device_rgb(ctx), rgb, NULL, params);
	uint32_t out = 0;
	for (int i = 0; i < 3; i++) {
		float v = rgb[i] < 0 ? 0 : rgb[i] > 1 ? 1 : rgb[i];
		out = out << 8 | (uint32_t)(v * 255 + 0.5f);
	}
	return out;
}

/* ---- the budget */

/* Forms that draw forms need few bytes for more calls than anybody can wait for. Each form begins with a clip, so that
 * is dear. The fault that ends a page whatever stands around it is FZ_ERROR_ABORT. */
enum { COST_GLYPH = 1, COST_PATH = 10, COST_CLIP = 30 };

static struct pdf_page_state *spend(fz_context *ctx, fz_device *dev, int64_t cost)
{
	struct pdf_page_state *s = state_of(dev);
	s->work += cost;
	if (s->work > PDF_MOST_WORK || s->too_many_words)
		fz_throw(ctx, FZ_ERROR_ABORT, "budget");
	return s;
}

static void spend_text(fz_context *ctx, fz_device *dev, const fz_text *text)
{
	for (const fz_text_span *span = text->head; span; span = span->next)
		spend(ctx, dev, COST_PATH + (int64_t)span->len * COST_GLYPH);
}

/* ---- text */

static void fill_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm, fz_colorspace *cs,
		      const float *color, float alpha, fz_color_params params)
{
	spend_text(ctx, dev, text);
	pdf_words_text(ctx, state_of(dev), text, ctm, rgb_of(ctx, cs, color, params), alpha <= 0);
}

static void stroke_text(fz_context *ctx, fz_device *dev, const fz_text *text, const fz_stroke_state *stroke, fz_matrix ctm,
			fz_colorspace *cs, const float *color, float alpha, fz_color_params params)
{
	fill_text(ctx, dev, text, ctm, cs, color, alpha, params);
}

static void ignore_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm)
{
	spend_text(ctx, dev, text);
	pdf_words_text(ctx, state_of(dev), text, ctm, 0, true);
}

/* ---- clips: a stack of rectangles, each inside the one below */

static void push_clip(struct pdf_page_state *s, fz_rect area)
{
	fz_rect in = fz_intersect_rect(area, pdf_clip(s));
	if (++s->clips < PDF_CLIPS)
		s->clip[s->clips] = in;
}

static void clip_path(fz_context *ctx, fz_device *dev, const fz_path *path, int even_odd, fz_matrix ctm, fz_rect scissor)
{
	push_clip(spend(ctx, dev, COST_CLIP), fz_bound_path(ctx, path, NULL, ctm));
}

static void clip_stroke_path(fz_context *ctx, fz_device *dev, const fz_path *path, const fz_stroke_state *stroke,
			     fz_matrix ctm, fz_rect scissor)
{
	push_clip(spend(ctx, dev, COST_CLIP), fz_bound_path(ctx, path, stroke, ctm));
}

static void clip_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm, fz_rect scissor)
{
	struct pdf_page_state *s = spend(ctx, dev, COST_CLIP);
	spend_text(ctx, dev, text);
	pdf_words_text(ctx, s, text, ctm, 0, false);
	push_clip(s, pdf_clip(s));
}

static void clip_stroke_text(fz_context *ctx, fz_device *dev, const fz_text *text, const fz_stroke_state *stroke,
			     fz_matrix ctm, fz_rect scissor)
{
	clip_text(ctx, dev, text, ctm, scissor);
}

static void clip_image_mask(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm, fz_rect scissor)
{
	push_clip(spend(ctx, dev, COST_CLIP), fz_transform_rect(fz_unit_rect, ctm));
}

static void end_mask(fz_context *ctx, fz_device *dev)
{
	struct pdf_page_state *s = spend(ctx, dev, COST_CLIP);
	push_clip(s, pdf_clip(s));
}

static void pop_clip(fz_context *ctx, fz_device *dev)
{
	struct pdf_page_state *s = state_of(dev);
	if (s->clips > 0)
		s->clips--;
}

/* ---- lines and areas */

static void fill_path(fz_context *ctx, fz_device *dev, const fz_path *path, int even_odd, fz_matrix ctm, fz_colorspace *cs,
		      const float *color, float alpha, fz_color_params params)
{
	struct pdf_page_state *s = spend(ctx, dev, COST_PATH);
	if (alpha <= 0)
		return;
	s->paths++;
	pdf_rules_fill(ctx, s, path, ctm, rgb_of(ctx, cs, color, params));
}

static void stroke_path(fz_context *ctx, fz_device *dev, const fz_path *path, const fz_stroke_state *stroke, fz_matrix ctm,
			fz_colorspace *cs, const float *color, float alpha, fz_color_params params)
{
	struct pdf_page_state *s = spend(ctx, dev, COST_PATH);
	if (alpha <= 0)
		return;
	s->paths++;
	pdf_rules_stroke(ctx, s, path, ctm, stroke->linewidth * fz_matrix_expansion(ctm), rgb_of(ctx, cs, color, params));
}

static double area_of(fz_rect r)
{
	return (double)(r.x1 - r.x0) * (double)(r.y1 - r.y0);
}

static void add_image(struct pdf_page_state *s, const fz_image *image, fz_matrix ctm)
{
	s->image_calls++;
	bool fits = image->w > 0 && image->h > 0 && budget_pixels((uint32_t)image->w, (uint32_t)image->h, &s->picture);
	uint32_t number = fits ? s->image_calls : 0;
	fz_rect r = fz_intersect_rect(fz_transform_rect(fz_unit_rect, ctm), pdf_clip(s));
	if (fz_is_empty_rect(r))
		return;
	s->image_area += area_of(r);
	if (s->images < PDF_IMAGES) {
		s->image_number[s->images] = number;
		s->image[s->images++] = r;
		return;
	}
	int smallest = 0;
	for (int i = 1; i < PDF_IMAGES; i++)
		smallest = area_of(s->image[i]) < area_of(s->image[smallest]) ? i : smallest;
	if (area_of(r) > area_of(s->image[smallest])) {
		s->image_number[smallest] = number;
		s->image[smallest] = r;
	}
}

/* What comes with a header of its own must have it: a decoder would give blank paper for anything else. Throws. */
static void check_header(fz_context *ctx, fz_image *image)
{
	fz_compressed_buffer *packed = fz_compressed_image_buffer(ctx, image);
	if (packed && (packed->params.type == FZ_IMAGE_JPEG || packed->params.type == FZ_IMAGE_JPX))
		fz_drop_image(ctx, fz_new_image_from_buffer(ctx, packed->buffer));
}

/* Decoded as it will be when somebody wants it. */
static void check_image(fz_context *ctx, struct pdf_page_state *s, fz_image *image)
{
	fz_pixmap *pixmap = NULL;
	if (!s->check_images || s->bad_image || s->picture.code != ERR_NONE)
		return;
	fz_var(pixmap);
	fz_try(ctx)
	{
		check_header(ctx, image);
		pixmap = fz_get_pixmap_from_image(ctx, image, NULL, NULL, NULL, NULL);
	}
	fz_always(ctx)
		fz_drop_pixmap(ctx, pixmap);
	fz_catch(ctx)
	{
		if (fz_caught(ctx) == FZ_ERROR_MEMORY)
			fz_rethrow(ctx);
		s->bad_image = true;
	}
}

static void fill_image(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm, float alpha, fz_color_params params)
{
	add_image(spend(ctx, dev, COST_PATH), image, ctm);
	check_image(ctx, state_of(dev), image);
}

static void fill_image_mask(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm, fz_colorspace *cs,
			    const float *color, float alpha, fz_color_params params)
{
	add_image(spend(ctx, dev, COST_PATH), image, ctm);
	check_image(ctx, state_of(dev), image);
}

struct pdf_page_state *pdf_device_page(const fz_device *dev)
{
	return dev->fill_text == fill_text ? ((const struct device *)dev)->s : NULL;
}

fz_device *pdf_device_new(fz_context *ctx, struct pdf_page_state *s)
{
	struct device *d = fz_new_derived_device(ctx, struct device);
	d->s = s;
	d->super.fill_text = fill_text;
	d->super.stroke_text = stroke_text;
	d->super.ignore_text = ignore_text;
	d->super.clip_text = clip_text;
	d->super.clip_stroke_text = clip_stroke_text;
	d->super.clip_path = clip_path;
	d->super.clip_stroke_path = clip_stroke_path;
	d->super.clip_image_mask = clip_image_mask;
	d->super.end_mask = end_mask;
	d->super.pop_clip = pop_clip;
	d->super.fill_path = fill_path;
	d->super.stroke_path = stroke_path;
	d->super.fill_image = fill_image;
	d->super.fill_image_mask = fill_image_mask;
	return &d->super;
}
