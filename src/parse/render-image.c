/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * One of the pictures that a page draws, found by its number: the calls that draw one are counted, as pdf-device.c counts
 * them when it tells where pictures lie.
 */
#include "parse/budget.h"
#include "parse/render.h"

struct finder {
	fz_device super;
	uint32_t number, seen;
	fz_image *found;
	bool is_mask;
};

static void take(fz_context *ctx, fz_device *dev, fz_image *image, bool is_mask)
{
	struct finder *f = (struct finder *)dev;
	if (++f->seen != f->number)
		return;
	f->found = fz_keep_image(ctx, image);
	f->is_mask = is_mask;
}

static void fill_image(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm, float alpha, fz_color_params params)
{
	take(ctx, dev, image, false);
}

static void fill_image_mask(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm, fz_colorspace *cs, const float *color,
			    float alpha, fz_color_params params)
{
	take(ctx, dev, image, true);
}

static void drop(fz_context *ctx, fz_device *dev)
{
	fz_drop_image(ctx, ((struct finder *)dev)->found);
}

/* Throws. NULL: the page draws less; the image is the caller's. */
static fz_image *find(fz_context *ctx, fz_page *page, uint32_t number, bool *is_mask)
{
	fz_image *volatile found = NULL;
	struct finder *f = fz_new_derived_device(ctx, struct finder);
	f->number = number;
	f->super.fill_image = fill_image;
	f->super.fill_image_mask = fill_image_mask;
	f->super.drop_device = drop;
	fz_try(ctx)
	{
		fz_run_page(ctx, page, &f->super, fz_identity, NULL);
		fz_close_device(ctx, &f->super);
	}
	fz_always(ctx)
	{
		found = f->found ? fz_keep_image(ctx, f->found) : NULL;
		*is_mask = f->is_mask;
		fz_drop_device(ctx, &f->super);
	}
	fz_catch(ctx)
		if (!found)
			fz_rethrow(ctx);
	return found;
}

static void draw(struct render *r, fz_image *image, bool is_mask)
{
	fz_context *ctx = r->ctx;
	fz_device *dev = NULL;
	const float black = 0;
	fz_matrix place = fz_scale((float)r->pixmap->w, (float)r->pixmap->h);
	fz_var(dev);
	fz_try(ctx)
	{
		dev = fz_new_draw_device(ctx, fz_identity, r->pixmap);
		if (is_mask)
			fz_fill_image_mask(ctx, dev, image, place, fz_device_gray(ctx), &black, 1, fz_default_color_params);
		else
			fz_fill_image(ctx, dev, image, place, 1, fz_default_color_params);
		fz_close_device(ctx, dev);
	}
	fz_always(ctx)
		fz_drop_device(ctx, dev);
	fz_catch(ctx)
		fz_rethrow(ctx);
}

bool render_image(struct render *r, fz_page *page, uint32_t number, struct err *e)
{
	fz_context *ctx = r->ctx;
	bool is_mask = false;
	fz_image *image = find(ctx, page, number, &is_mask);
	if (!image || image->w < 1 || image->h < 1 || !budget_pixels((uint32_t)image->w, (uint32_t)image->h, e)) {
		bool there = image != NULL;
		fz_drop_image(ctx, image);
		return there ? false : err_set(e, ERR_PAGES, "the page has no picture %u", number);
	}
	fz_try(ctx)
	{
		r->dpi = 72;
		render_start(r, (float)image->w, (float)image->h);
		draw(r, image, is_mask);
	}
	fz_always(ctx)
		fz_drop_image(ctx, image);
	fz_catch(ctx)
		fz_rethrow(ctx);
	return true;
}
