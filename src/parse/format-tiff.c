/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/image.h"

#include <leptonica/allheaders.h>

static int score(const struct source *s)
{
	int little = image_score(s, 0, STR("II*\0"), "tif tiff"), big = image_score(s, 0, STR("MM\0*"), "tif tiff");
	return little > big ? little : big;
}

/* Directories are chained (TIFF 6.0 section 2); a chain that goes back is cut. */
enum { MOST_PICTURES = 5000 };

static size_t next_directory(struct str b, size_t at)
{
	uint32_t (*number)(const char *, int) = b.p[0] == 'I' ? image_le : image_be;
	if (at == 0)
		return number(b.p + 4, 4);
	size_t end = at + 2 + (size_t)12 * number(b.p + at, 2);
	return end + 4 <= b.n ? number(b.p + end, 4) : 0;
}

static uint32_t count(struct str b)
{
	uint32_t n = 0;
	for (size_t at = b.n < 8 ? 0 : next_directory(b, 0); at >= 8 && at + 2 <= b.n && n < MOST_PICTURES; n++)
		at = next_directory(b, at);
	/* A chain that bites its tail fills the count: then only its first picture is believed. */
	return n < MOST_PICTURES ? n : 1;
}

/* Not the orientation: Leptonica turns a picture while it decodes it. */
static bool size(struct str b, uint32_t n, struct image_size *out)
{
	l_int32 w, h, bits, samples, dpi = 0, map, format;
	if (readHeaderMemTiff((const l_uint8 *)b.p, b.n, (l_int32)n, &w, &h, &bits, &samples, &dpi, &map, &format) != 0 ||
	    w < 1 || h < 1)
		return false;
	*out = (struct image_size){ .width = (uint32_t)w, .height = (uint32_t)h, .dpi = dpi > 0 ? (uint32_t)dpi : 0 };
	return true;
}

static struct Pix *decode(struct str b, uint32_t n)
{
	return pixReadMemTiff((const l_uint8 *)b.p, b.n, (l_int32)n);
}

static const struct image_format tiff = { "tiff", count, size, decode };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return image_parse(&tiff, s, o, out, e);
}

const struct format format_tiff = { "tiff", score, parse };
