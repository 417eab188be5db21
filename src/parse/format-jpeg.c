/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/image.h"

#include <leptonica/allheaders.h>

/* More pixels than this are halved while decoding: a camera's 48 million hold no more text than 12. */
enum { HALVED_FROM = 24000000 };

static int score(const struct source *s)
{
	return image_score(s, 0, STR("\xFF\xD8\xFF"), "jpg jpeg jpe jfif");
}

/* JFIF 1.02 density, or EXIF in APP1 (EXIF 2.3 section 4.7.2). */
static void read_segment(unsigned char marker, struct str s, struct image_size *out)
{
	if (marker == 0xE0 && s.n >= 12 && memcmp(s.p, "JFIF", 5) == 0 && (s.p[7] == 1 || s.p[7] == 2))
		out->dpi = s.p[7] == 1 ? image_be(s.p + 8, 2) : (uint32_t)(image_be(s.p + 8, 2) * 2.54 + 0.5);
	else if (marker == 0xE1 && s.n > 6 && memcmp(s.p, "Exif\0", 6) == 0)
		image_exif((struct str){ s.p + 6, s.n - 6 }, out);
}

/* SOF0 to SOF15 but DHT, JPG and DAC (ISO 10918-1 table B.1) tell the size. */
static bool is_frame(unsigned char marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool size(struct str b, uint32_t n, struct image_size *out)
{
	*out = (struct image_size){ 0 };
	for (size_t at = 2; at + 9 < b.n;) {
		unsigned char marker = (unsigned char)b.p[at + 1];
		if (b.p[at] != '\xFF')
			return false;
		if (marker == 0xFF) { /* fill byte */
			at++;
			continue;
		}
		size_t length = image_be(b.p + at + 2, 2);
		if (length < 2 || at + 2 + length > b.n)
			return false;
		if (is_frame(marker)) {
			out->height = image_be(b.p + at + 5, 2);
			out->width = image_be(b.p + at + 7, 2);
			return out->width && out->height;
		}
		read_segment(marker, (struct str){ b.p + at + 4, length - 2 }, out);
		at += 2 + length;
	}
	return false;
}

static struct Pix *decode(struct str b, uint32_t n)
{
	struct image_size s;
	int reduction = size(b, n, &s) && (uint64_t)s.width * s.height > HALVED_FROM ? 2 : 1;
	/* Brightness alone is quicker; pictures for printing (CMYK) have none of its own. */
	PIX *pix = pixReadMemJpeg((const l_uint8 *)b.p, b.n, 0, reduction, NULL, L_JPEG_READ_LUMINANCE);
	return pix ? pix : pixReadMemJpeg((const l_uint8 *)b.p, b.n, 0, reduction, NULL, 0);
}

static const struct image_format jpeg = { "jpeg", NULL, size, decode };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return image_parse(&jpeg, s, o, out, e);
}

const struct format format_jpeg = { "jpeg", score, parse };
