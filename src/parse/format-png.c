/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/image.h"

#include <leptonica/allheaders.h>

static int score(const struct source *s)
{
	return image_score(s, 0, STR("\x89PNG\r\n\x1a\n"), "png");
}

/* The pHYs chunk tells pixels a metre (PNG 1.2 section 4.2.4.2), eXIf the turn (its extensions 1.5, section 3.7). */
static bool size(struct str b, uint32_t n, struct image_size *out)
{
	l_int32 x = 0, y = 0;
	if (!image_size_by_header(b, n, out))
		return false;
	for (size_t at = 8, length = 0; at + 21 <= b.n && memcmp(b.p + at + 4, "IDAT", 4) != 0; at += length + 12) {
		length = image_be(b.p + at, 4);
		if (memcmp(b.p + at + 4, "eXIf", 4) == 0 && length <= b.n - at - 8)
			image_exif((struct str){ b.p + at + 8, length }, out);
		if (memcmp(b.p + at + 4, "pHYs", 4) == 0) {
			x = (l_int32)image_be(b.p + at + 8, 4);
			y = b.p[at + 16] == 1;
		}
	}
	out->dpi = y && x > 0 && x < 100000 ? (uint32_t)(x * 0.0254 + 0.5) : 0;
	return true;
}

static const struct image_format png = { "png", NULL, size, image_decode };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return image_parse(&png, s, o, out, e);
}

const struct format format_png = { "png", score, parse };
