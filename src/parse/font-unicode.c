/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What the codes of a font stand for. MuPDF asks the font's map to Unicode for each of the 65,536 codes that two bytes may be,
 * most often to hear that it names a hundred of them. Linked in place of its function (mupdf-quick.h), this one has it ask for
 * those that the map names:
 *
 *     encoding   |low ........................................ high|      code -> glyph, in step
 *     map           |a..b|  |c|      |d.....e|
 *     asked for     |a..b|  |c|      |d.....e|
 */
#include "parse/mupdf-quick.h"

#include <stdlib.h>

enum { MOST_PARTS = 1 << 14 };

void __real_pdf_load_to_unicode(fz_context *ctx, pdf_document *doc, pdf_font_desc *font, const char **strings, char *collection,
				pdf_obj *stream);
void __wrap_pdf_load_to_unicode(fz_context *ctx, pdf_document *doc, pdf_font_desc *font, const char **strings, char *collection,
				pdf_obj *stream);

struct part {
	unsigned low, high; /* codes, both included */
};

static int by_low(const void *a, const void *b)
{
	unsigned x = ((const struct part *)a)->low, y = ((const struct part *)b)->low;
	return x < y ? -1 : x > y;
}

static int parts_of(const pdf_cmap *map, struct part *out)
{
	int n = 0;
	for (int i = 0; i < map->rlen; i++)
		out[n++] = (struct part){ map->ranges[i].low, map->ranges[i].high };
	for (int i = 0; i < map->xlen; i++)
		out[n++] = (struct part){ map->xranges[i].low, map->xranges[i].high };
	for (int i = 0; i < map->mlen; i++)
		out[n++] = (struct part){ map->mranges[i].low, map->mranges[i].low };
	qsort(out, (size_t)n, sizeof(*out), by_low);
	return n;
}

/* The parts of all that are in the map, each code once. Returns how many ranges. */
static int ranges_of(const pdf_range *all, const struct part *parts, int n, pdf_range *out)
{
	int ranges = 0;
	unsigned next = all->low;
	for (int i = 0; i < n && next <= all->high; i++) {
		unsigned low = parts[i].low > next ? parts[i].low : next, high = parts[i].high < all->high ? parts[i].high : all->high;
		if (low > high)
			continue;
		out[ranges++] = (pdf_range){ (unsigned short)low, (unsigned short)high, (unsigned short)(all->out + (low - all->low)) };
		next = high + 1;
	}
	return ranges;
}

static bool is_in_step(const pdf_cmap *encoding)
{
	return encoding && encoding->rlen == 1 && encoding->xlen == 0 && encoding->mlen == 0 && !encoding->usecmap;
}

/* NULL: there is none, or it says more than its own ranges. It is dropped by the caller; MuPDF finds it in its store then. */
static pdf_cmap *map_of(fz_context *ctx, pdf_document *doc, pdf_obj *stream)
{
	pdf_cmap *volatile map = NULL;
	fz_try(ctx)
		map = pdf_is_stream(ctx, stream) ? pdf_load_embedded_cmap(ctx, doc, stream) : NULL;
	fz_catch(ctx)
		return NULL; /* MuPDF meets that again */
	if (!map || (!map->usecmap && map->rlen + map->xlen + map->mlen < MOST_PARTS))
		return map;
	pdf_drop_cmap(ctx, map);
	return NULL;
}

static void load_parts(fz_context *ctx, pdf_document *doc, pdf_font_desc *font, const char **strings, char *collection, pdf_obj *stream,
		       const pdf_cmap *map)
{
	size_t n = (size_t)(map->rlen + map->xlen + map->mlen);
	struct part *parts = malloc((n + 1) * sizeof(*parts));
	pdf_range *ranges = malloc((n + 1) * sizeof(*ranges));
	pdf_cmap *whole = font->encoding, narrow = *whole;
	if (parts && ranges) {
		narrow.rlen = ranges_of(whole->ranges, parts, parts_of(map, parts), ranges);
		narrow.ranges = ranges;
		font->encoding = &narrow;
	}
	fz_try(ctx)
		__real_pdf_load_to_unicode(ctx, doc, font, strings, collection, stream);
	fz_always(ctx) {
		font->encoding = whole;
		free(parts);
		free(ranges);
	}
	fz_catch(ctx)
		fz_rethrow(ctx);
}

void __wrap_pdf_load_to_unicode(fz_context *ctx, pdf_document *doc, pdf_font_desc *font, const char **strings, char *collection,
				pdf_obj *stream)
{
	pdf_cmap *map = is_in_step(font->encoding) ? map_of(ctx, doc, stream) : NULL;
	if (!map) {
		__real_pdf_load_to_unicode(ctx, doc, font, strings, collection, stream);
		return;
	}
	fz_try(ctx)
		load_parts(ctx, doc, font, strings, collection, stream, map);
	fz_always(ctx)
		pdf_drop_cmap(ctx, map);
	fz_catch(ctx)
		fz_rethrow(ctx);
}
