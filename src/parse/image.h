/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * image - documents that are pictures: one picture is one page, read by OCR.
 *
 * A format says how many pictures there are, how large each is before anything is
 * decoded, and decodes one. Everything else is shared.
 */
#pragma once
#include "parse/format.h"

struct Pix; /* Leptonica's */

struct image_size {
	uint32_t width, height; /* pixels as stored */
	uint32_t dpi;           /* told by the file; 0 = not told */
	int turn;               /* quarters clockwise to show it upright (EXIF orientation, TIFF 6.0 section 8) */
	bool mirrored;          /* left and right are swapped before the turn */
};

struct image_format {
	const char *name;
	/* Number of pictures (0 = damaged). NULL = always one. */
	uint32_t (*count)(struct str bytes);
	/* Of picture n (from 0), by its header alone. */
	bool (*size)(struct str bytes, uint32_t n, struct image_size *out);
	/* Decoded as stored, in any depth Leptonica has; NULL if it cannot be. */
	struct Pix *(*decode)(struct str bytes, uint32_t n);
};

/* The parse() of a format row. */
bool image_parse(const struct image_format *f, const struct source *s, const struct parse_options *o, struct sink *out,
		 struct err *e);

/*
 * Pixels an inch the page is shown at, so that it measures 72 points an inch: what
 * the file says if that can be true of a document, else such that its longer side is 11 inches.
 */
double image_dpi(const struct image_size *size);

/* ---- for formats */
/* Score by magic bytes at an offset, else by the file's extensions (separated by blanks). */
int image_score(const struct source *s, size_t at, struct str magic, const char *extensions);
/* By Leptonica's reader of headers. */
bool image_size_by_header(struct str bytes, uint32_t n, struct image_size *out);
struct Pix *image_decode(struct str bytes, uint32_t n);
/* A picture in a document, of any kind Leptonica knows, as eight bits of grey; NULL: ERR_UNSUPPORTED, ERR_BROKEN, ERR_BUDGET. */
struct Pix *image_grey(struct str bytes, struct err *e);
/* EXIF data from "II" or "MM" on: the turn and the resolution. */
void image_exif(struct str tiff, struct image_size *out);

static inline uint32_t image_be(const char *p, int n)
{
	uint32_t v = 0;
	for (int i = 0; i < n; i++)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

static inline uint32_t image_le(const char *p, int n)
{
	uint32_t v = 0;
	for (int i = n; i-- > 0;)
		v = v << 8 | (unsigned char)p[i];
	return v;
}
