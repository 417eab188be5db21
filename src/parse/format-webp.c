/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/image.h"

static int score(const struct source *s)
{
	return image_score(s, 8, STR("WEBP"), "webp");
}

static const struct image_format webp = { "webp", NULL, image_size_by_header, image_decode };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return image_parse(&webp, s, o, out, e);
}

const struct format format_webp = { "webp", score, parse };
