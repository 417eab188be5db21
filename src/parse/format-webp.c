/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/image.h"

static int score(const struct source *s)
{
	return image_score(s, 8, STR("WEBP"), "webp");
}

/* The EXIF chunk (RFC 9649 section 2.7.1.5) may begin as the segment of a JPEG file does. */
static void read_exif(struct str b, struct image_size *out)
{
	for (size_t at = 12; at + 8 <= b.n;) {
		size_t n = image_le(b.p + at + 4, 4);
		if (n > b.n - at - 8)
			return;
		struct str exif = { b.p + at + 8, n };
		if (memcmp(b.p + at, "EXIF", 4) == 0) {
			bool marked = str_starts(exif, (struct str){ "Exif\0\0", 6 });
			image_exif(marked ? (struct str){ exif.p + 6, n - 6 } : exif, out);
			return;
		}
		at += 8 + n + (n & 1);
	}
}

static bool size(struct str bytes, uint32_t n, struct image_size *out)
{
	if (!image_size_by_header(bytes, n, out))
		return false;
	read_exif(bytes, out);
	return true;
}

static const struct image_format webp = { "webp", NULL, size, image_decode };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return image_parse(&webp, s, o, out, e);
}

const struct format format_webp = { "webp", score, parse };
