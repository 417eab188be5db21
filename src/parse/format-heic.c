/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* HEIC, what phones write: tiles of HEVC, decoded by libde265. Only their brightness is read: text needs no colour. */
#include "parse/heif.h"
#include "parse/image.h"
#include "parse/late-de265.h"

#include <leptonica/allheaders.h>

enum { ARENA_BYTES = 256 << 20 };

LATE_LIBRARY(de265, "libde265.so.0", LATE_DE265);

static int score(const struct source *s)
{
	return heif_looks(s->bytes) ? 95 : image_score(s, SIZE_MAX / 2, STR("?"), "heic heif");
}

static bool read(struct str bytes, struct arena *a, struct heif *h)
{
	arena_init(a, "boxes", ARENA_BYTES);
	return heif_read(bytes, a, h);
}

static bool size(struct str bytes, uint32_t n, struct image_size *out)
{
	struct arena a;
	struct heif h;
	bool ok = read(bytes, &a, &h);
	*out = (struct image_size){ .width = h.width, .height = h.height, .turn = h.turn, .mirrored = h.mirrored };
	arena_fini(&a);
	return ok;
}

/* NAL units, each after its length in so many bytes; *rest is what follows them. */
static bool push_units(de265_decoder_context *d, struct str *rest, size_t bytes, uint64_t most)
{
	for (uint64_t i = 0; i < most && rest->n >= bytes; i++) {
		size_t n = image_be(rest->p, (int)bytes);
		if (n > rest->n - bytes || n > INT32_MAX)
			return false;
		if (n && de265_push_NAL(d, rest->p + bytes, (int)n, 0, NULL) != DE265_OK)
			return false;
		*rest = (struct str){ rest->p + bytes + n, rest->n - bytes - n };
	}
	return true;
}

/* HEVCDecoderConfigurationRecord: lists of parameter sets; *bytes gets the length of lengths in the data. */
static bool push_setup(de265_decoder_context *d, struct str setup, size_t *bytes)
{
	if (setup.n < 23)
		return false;
	*bytes = (size_t)(setup.p[21] & 3) + 1;
	struct str rest = { setup.p + 23, setup.n - 23 };
	for (unsigned lists = (unsigned char)setup.p[22]; lists > 0 && rest.n >= 3; lists--) {
		uint32_t units = image_be(rest.p + 1, 2);
		rest = (struct str){ rest.p + 3, rest.n - 3 };
		if (!push_units(d, &rest, 2, units))
			return false;
	}
	return true;
}

/* Copy a decoded tile to its place, as far as the picture reaches. */
static void place(PIX *pix, const struct de265_image *tile, uint32_t left, uint32_t top)
{
	int stride, bits = de265_get_bits_per_pixel(tile, 0);
	const uint8_t *plane = de265_get_image_plane(tile, 0, &stride);
	int w = de265_get_image_width(tile, 0), h = de265_get_image_height(tile, 0);
	int right = pixGetWidth(pix) - (int)left, bottom = pixGetHeight(pix) - (int)top;
	w = w < right ? w : right;
	h = h < bottom ? h : bottom;
	for (int y = 0; plane && y < h; y++) {
		l_uint32 *row = pixGetData(pix) + (size_t)pixGetWpl(pix) * (top + (size_t)y);
		const uint8_t *from = plane + (size_t)y * (size_t)stride;
		for (int x = 0; x < w; x++) /* samples of more than eight bits take two bytes, the low one first */
			SET_DATA_BYTE(row, left + (uint32_t)x, bits <= 8 ? from[x] : (from[2 * x] | from[2 * x + 1] << 8) >> (bits - 8));
	}
}

static bool decode_tile(const struct heif_tile *t, PIX *pix, uint32_t left, uint32_t top)
{
	de265_decoder_context *d = de265_new_decoder(); /* without threads: the jail has none */
	struct str rest = t->data;
	size_t bytes;
	const struct de265_image *image = NULL;
	int more = 1;
	bool ok = d && push_setup(d, t->setup, &bytes) && push_units(d, &rest, bytes, UINT64_MAX) && de265_flush_data(d) == DE265_OK;
	while (ok && more && !image) {
		ok = de265_isOK(de265_decode(d, &more));
		image = de265_get_next_picture(d);
	}
	if (image)
		place(pix, image, left, top);
	if (d)
		de265_free_decoder(d);
	return image != NULL;
}

/* Tiles that are damaged stay white; only if all are, the picture is. */
static PIX *decode(struct str bytes, uint32_t n)
{
	struct arena a;
	struct heif h;
	bool any = false;
	PIX *pix = read(bytes, &a, &h) ? pixCreate((l_int32)h.width, (l_int32)h.height, 8) : NULL;
	if (pix)
		pixSetAll(pix);
	for (uint32_t y = 0; pix && y < h.rows; y++)
		for (uint32_t x = 0; x < h.columns; x++)
			if ((uint64_t)x * h.tile_width < h.width && (uint64_t)y * h.tile_height < h.height)
				any |= decode_tile(&h.tiles[y * h.columns + x], pix, x * h.tile_width, y * h.tile_height);
	if (!any)
		pixDestroy(&pix);
	arena_fini(&a);
	return pix;
}

static const struct image_format heic = { "heic", NULL, size, decode };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return late_load(&de265_library, e) && image_parse(&heic, s, o, out, e);
}

const struct format format_heic = { "heic", score, parse };
