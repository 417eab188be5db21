/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* WMF ([MS-WMF]): records of a size in words and a function, numbers of 16 bits, the last argument first. */
#include "parse/bytes.h"
#include "parse/metafile.h"
#include "parse/symbols.h"

enum { PLACEABLE = 22, HEADER = 18, HAS_BOX = 6 /* ETO_OPAQUE, ETO_CLIPPED */, GLYPHS = 0x10 };
#define PLACEABLE_KEY UINT32_C(0x9AC6CDD7)

static double s16(const char *p)
{
	return (int16_t)bytes_le16(p);
}

static bool is_placeable(struct str b)
{
	return b.n >= PLACEABLE + HEADER && bytes_le32(b.p) == PLACEABLE_KEY;
}

bool wmf_looks(struct str b)
{
	struct str rest = is_placeable(b) ? (struct str){ b.p + PLACEABLE, b.n - PLACEABLE } : b;
	return rest.n >= HEADER && (bytes_le16(rest.p) == 1 || bytes_le16(rest.p) == 2) && bytes_le16(rest.p + 2) == 9 &&
	       (bytes_le16(rest.p + 4) == 0x300 || bytes_le16(rest.p + 4) == 0x100);
}

bool wmf_size(struct str b, double *width, double *height)
{
	if (!is_placeable(b) || bytes_le16(b.p + 14) == 0)
		return false;
	*width = (s16(b.p + 10) - s16(b.p + 6)) * 7200 / bytes_le16(b.p + 14);
	*height = (s16(b.p + 12) - s16(b.p + 8)) * 7200 / bytes_le16(b.p + 14);
	return *width > 0 && *height > 0;
}

/* ---- records; a is what follows the function */

static void window_origin(struct metafile *m, struct str a)
{
	m->s.window_y = s16(a.p);
	m->s.window_x = s16(a.p + 2);
}

static void window_extent(struct metafile *m, struct str a)
{
	m->s.window_h = s16(a.p);
	m->s.window_w = s16(a.p + 2);
}

static void align(struct metafile *m, struct str a)
{
	m->s.align = bytes_le16(a.p);
}

static void move_to(struct metafile *m, struct str a)
{
	m->s.y = s16(a.p);
	m->s.x = s16(a.p + 2);
}

static void save(struct metafile *m, struct str a)
{
	metafile_save(m);
}

static void restore(struct metafile *m, struct str a)
{
	metafile_restore(m, (int16_t)bytes_le16(a.p));
}

/* What is made takes the first free number. */
static struct metafile_font *object_new(struct metafile *m)
{
	while (m->free < METAFILE_OBJECTS && m->objects[m->free].used)
		m->free++;
	if (m->free == METAFILE_OBJECTS)
		return NULL;
	m->objects[m->free] = (struct metafile_font){ .used = true, .charset = METAFILE_NO_FONT };
	return &m->objects[m->free++];
}

static void other_new(struct metafile *m, struct str a)
{
	object_new(m);
}

static void font_new(struct metafile *m, struct str a)
{
	struct metafile_font *f = object_new(m);
	char name[33] = "";
	if (!f)
		return;
	for (size_t i = 18; i < a.n && i < 18 + 32; i++)
		name[i - 18] = a.p[i];
	*f = (struct metafile_font){ .used = true, .height = s16(a.p), .escapement = s16(a.p + 4), .bold = s16(a.p + 8) >= 600, .italic = a.p[10] != 0,
				     .charset = (uint8_t)a.p[13], .symbol = (uint8_t)symbol_font(str_from(name)) };
}

static void select_object(struct metafile *m, struct str a)
{
	metafile_select(m, bytes_le16(a.p));
}

static void delete_object(struct metafile *m, struct str a)
{
	metafile_delete(m, bytes_le16(a.p));
}

static void text_out(struct metafile *m, struct str a)
{
	size_t n = bytes_le16(a.p), place = 2 + n + n % 2;
	if (place + 4 <= a.n)
		metafile_bytes(m, s16(a.p + place + 2), s16(a.p + place), (struct str){ a.p + 2, n }, NULL);
}

static void text_extended(struct metafile *m, struct str a)
{
	double widths[METAFILE_CHARS];
	size_t n = bytes_le16(a.p + 4), options = bytes_le16(a.p + 6), at = options & HAS_BOX ? 16 : 8, steps = at + n + n % 2;
	if (options & GLYPHS || at + n > a.n)
		return;
	bool told = n <= METAFILE_CHARS && steps + 2 * n <= a.n;
	for (size_t i = 0; told && i < n; i++)
		widths[i] = s16(a.p + steps + 2 * i);
	metafile_bytes(m, s16(a.p + 2), s16(a.p), (struct str){ a.p + at, n }, told ? widths : NULL);
}

static void picture(struct metafile *m, struct str a, size_t at)
{
	metafile_picture(m, (struct str){ a.p + at, a.n - at });
}

static void picture_copied(struct metafile *m, struct str a) { picture(m, a, 16); }
static void picture_set(struct metafile *m, struct str a) { picture(m, a, 18); }
static void picture_scaled(struct metafile *m, struct str a) { picture(m, a, 20); }
static void picture_stretched(struct metafile *m, struct str a) { picture(m, a, 22); }

/* ---- */

static const struct {
	uint16_t function, least; /* bytes of arguments */
	void (*read)(struct metafile *m, struct str a);
} records[] = {
	{ 0x00F7, 0, other_new }, { 0x0142, 0, other_new }, { 0x01F9, 0, other_new }, { 0x02FA, 0, other_new }, { 0x02FC, 0, other_new },
	{ 0x06FF, 0, other_new }, { 0x02FB, 18, font_new }, { 0x012D, 2, select_object }, { 0x01F0, 2, delete_object },
	{ 0x020B, 4, window_origin }, { 0x020C, 4, window_extent }, { 0x012E, 2, align }, { 0x0214, 4, move_to }, { 0x001E, 0, save },
	{ 0x0127, 2, restore }, { 0x0521, 2, text_out }, { 0x0A32, 8, text_extended }, { 0x0940, 16, picture_copied },
	{ 0x0D33, 18, picture_set }, { 0x0B41, 20, picture_scaled }, { 0x0F43, 22, picture_stretched },
};

/* The window is the drawing: its device is one unit wide and high. */
void wmf_read(struct metafile *m, struct str b)
{
	size_t at = HEADER;
	if (is_placeable(b)) {
		m->s.window_x = s16(b.p + 6);
		m->s.window_y = s16(b.p + 8);
		m->s.window_w = s16(b.p + 10) - m->s.window_x;
		m->s.window_h = s16(b.p + 12) - m->s.window_y;
		at += PLACEABLE;
	}
	while (b.n - at >= 6) {
		uint64_t n = (uint64_t)bytes_le32(b.p + at) * 2;
		uint16_t function = bytes_le16(b.p + at + 4);
		if (n < 6 || n > b.n - at || function == 0)
			return;
		for (size_t i = 0; i < sizeof(records) / sizeof(*records); i++)
			if (records[i].function == function && n - 6 >= records[i].least)
				records[i].read(m, (struct str){ b.p + at + 6, (size_t)n - 6 });
		at += (size_t)n;
	}
}
