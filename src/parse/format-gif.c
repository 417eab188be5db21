/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/image.h"

/* GIF89a section 18: the logical screen. An animation is read as its first picture. */
static int score(const struct source *s)
{
	return image_score(s, 0, STR("GIF8"), "gif");
}

static bool size(struct str b, uint32_t n, struct image_size *out)
{
	*out = (struct image_size){ 0 };
	if (b.n < 13)
		return false;
	out->width = image_le(b.p + 6, 2);
	out->height = image_le(b.p + 8, 2);
	return out->width && out->height;
}

static const struct image_format gif = { "gif", NULL, size, image_decode };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return image_parse(&gif, s, o, out, e);
}

const struct format format_gif = { "gif", score, parse };
