/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/image.h"

static int score(const struct source *s)
{
	/* Two letters are a weak sign: the size of the header that follows must be a known one. */
	bool known = s->bytes.n >= 26 && (image_le(s->bytes.p + 14, 4) == 40 || image_le(s->bytes.p + 14, 4) == 108 ||
					  image_le(s->bytes.p + 14, 4) == 124);
	return known ? image_score(s, 0, STR("BM"), "bmp dib") : image_score(s, 0, STR("BM\0\0\0\0"), "bmp dib") / 2;
}

/* BITMAPINFOHEADER: width, height (negative = top down), and pixels a metre. */
static bool size(struct str b, uint32_t n, struct image_size *out)
{
	*out = (struct image_size){ 0 };
	if (b.n < 54)
		return false;
	int32_t height = (int32_t)image_le(b.p + 22, 4);
	uint32_t metre = image_le(b.p + 38, 4);
	out->width = image_le(b.p + 18, 4);
	out->height = height < 0 ? 0 - (uint32_t)height : (uint32_t)height;
	out->dpi = metre < 100000 ? (uint32_t)(metre * 0.0254 + 0.5) : 0;
	return out->width && out->height;
}

static const struct image_format bmp = { "bmp", NULL, size, image_decode };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return image_parse(&bmp, s, o, out, e);
}

const struct format format_bmp = { "bmp", score, parse };
