/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* EMF ([MS-EMF]): records of a type and a size, numbers of 32 bits. Offsets below are those of the specification, from a record's begin. */
#include "parse/bytes.h"
#include "parse/metafile.h"
#include "parse/symbols.h"

#include <math.h>

enum { SIGNATURE = 0x464D4520, LEAST_HEADER = 88, END_RECORD = 14, GLYPHS = 0x10 /* ETO_GLYPH_INDEX */, NO_BOX = 0x100, SMALL = 0x200 };

static double s32(const char *p)
{
	return (int32_t)bytes_le32(p);
}

static double f32(const char *p)
{
	uint32_t u = bytes_le32(p);
	float f;
	memcpy(&f, &u, sizeof(f));
	return isfinite(f) ? (double)f : 0;
}

bool emf_looks(struct str b)
{
	return b.n >= LEAST_HEADER && bytes_le32(b.p) == 1 && bytes_le32(b.p + 40) == SIGNATURE;
}

/* Its frame, in hundredths of millimetres. */
bool emf_size(struct str b, double *width, double *height)
{
	*width = (s32(b.p + 32) - s32(b.p + 24)) * 7200 / 2540;
	*height = (s32(b.p + 36) - s32(b.p + 28)) * 7200 / 2540;
	return *width > 0 && *height > 0;
}

/* ---- records; a is the whole of one */

static void window_origin(struct metafile *m, struct str a)
{
	m->s.window_x = s32(a.p + 8);
	m->s.window_y = s32(a.p + 12);
}

static void window_extent(struct metafile *m, struct str a)
{
	m->s.window_w = s32(a.p + 8);
	m->s.window_h = s32(a.p + 12);
}

static void view_origin(struct metafile *m, struct str a)
{
	m->s.view_x = s32(a.p + 8);
	m->s.view_y = s32(a.p + 12);
}

static void view_extent(struct metafile *m, struct str a)
{
	m->s.view_w = s32(a.p + 8);
	m->s.view_h = s32(a.p + 12);
}

static void scale(double *w, double *h, struct str a)
{
	if (s32(a.p + 12) != 0 && s32(a.p + 20) != 0) {
		*w *= s32(a.p + 8) / s32(a.p + 12);
		*h *= s32(a.p + 16) / s32(a.p + 20);
	}
}

static void view_scale(struct metafile *m, struct str a)
{
	scale(&m->s.view_w, &m->s.view_h, a);
}

static void window_scale(struct metafile *m, struct str a)
{
	scale(&m->s.window_w, &m->s.window_h, a);
}

/* Modes that say how large a unit is ([MS-EMF] 2.1.21): units of a millimetre, and y goes up. */
static void map_mode(struct metafile *m, struct str a)
{
	static const double units[] = { [2] = 10, [3] = 100, [4] = 3.937, [5] = 39.37, [6] = 56.693 };
	uint32_t mode = bytes_le32(a.p + 8);
	m->s.window_w = m->s.window_h = m->s.view_w = m->s.view_h = 1;
	if (mode >= 2 && mode <= 6) {
		m->s.window_w = units[mode];
		m->s.window_h = -units[mode];
		m->s.view_w = m->mm_x;
		m->s.view_h = m->mm_y;
	}
}

static void align(struct metafile *m, struct str a)
{
	m->s.align = bytes_le32(a.p + 8);
}

static void move_to(struct metafile *m, struct str a)
{
	m->s.x = s32(a.p + 8);
	m->s.y = s32(a.p + 12);
}

static void save(struct metafile *m, struct str a)
{
	metafile_save(m);
}

static void restore(struct metafile *m, struct str a)
{
	metafile_restore(m, (int32_t)bytes_le32(a.p + 8));
}

static void multiply(const double a[6], const double b[6], double out[6])
{
	double r[6] = { a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
			a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5] };
	memcpy(out, r, sizeof(r));
}

static void world_of(struct str a, double w[6])
{
	for (size_t i = 0; i < 6; i++)
		w[i] = f32(a.p + 8 + 4 * i);
}

static void world_set(struct metafile *m, struct str a)
{
	world_of(a, m->s.world);
}

static void world_modify(struct metafile *m, struct str a)
{
	enum { IDENTITY = 1, BEFORE, AFTER, SET };
	static const double none[6] = { 1, 0, 0, 1, 0, 0 };
	double w[6];
	world_of(a, w);
	switch (bytes_le32(a.p + 32)) {
	case IDENTITY: memcpy(m->s.world, none, sizeof(none)); break;
	case BEFORE: multiply(w, m->s.world, m->s.world); break;
	case AFTER: multiply(m->s.world, w, m->s.world); break;
	case SET: memcpy(m->s.world, w, sizeof(w)); break;
	}
}

/* LogFontW stands at 12: its name is 32 characters of UTF-16. */
static void font_new(struct metafile *m, struct str a)
{
	uint32_t object = bytes_le32(a.p + 8);
	char name[33] = "";
	if (object >= METAFILE_OBJECTS)
		return;
	for (size_t i = 0; i < 32; i++)
		name[i] = bytes_le16(a.p + 40 + 2 * i) < 0x80 ? a.p[40 + 2 * i] : '?';
	m->objects[object] = (struct metafile_font){ .used = true, .height = s32(a.p + 12), .escapement = s32(a.p + 20), .bold = s32(a.p + 28) >= 600,
						     .italic = a.p[32] != 0, .charset = (uint8_t)a.p[35], .symbol = (uint8_t)symbol_font(str_from(name)) };
}

static void select_object(struct metafile *m, struct str a)
{
	enum { STOCK_FONT = INT32_MIN + 10, STOCK_FONT_END = INT32_MIN + 17 };
	int32_t object = (int32_t)bytes_le32(a.p + 8);
	if (object >= STOCK_FONT && object <= STOCK_FONT_END)
		m->s.font = (struct metafile_font){ .used = true };
	else
		metafile_select(m, (uint32_t)object);
}

static void delete_object(struct metafile *m, struct str a)
{
	metafile_delete(m, bytes_le32(a.p + 8));
}

/* ---- text */

/* A part of the record, or nothing if it does not lie within. */
static struct str part(struct str a, uint32_t at, uint64_t n)
{
	return at <= a.n && n <= a.n - at ? (struct str){ a.p + at, (size_t)n } : (struct str){ a.p, 0 };
}

static void write_units(struct metafile *m, double x, double y, struct str text, const double *widths)
{
	uint32_t chars[METAFILE_CHARS];
	size_t n = text.n / 2 < METAFILE_CHARS ? text.n / 2 : METAFILE_CHARS;
	for (size_t i = 0; i < n; i++) {
		uint32_t c = bytes_le16(text.p + 2 * i), next = i + 1 < n ? bytes_le16(text.p + 2 * i + 2) : 0;
		if (c >= 0xD800 && c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
			chars[i++] = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
			chars[i] = 0; /* its second half, which shows nothing; a width belongs to either */
			continue;
		}
		chars[i] = c >= 0xD800 && c < 0xE000 ? 0xFFFD : c;
	}
	metafile_text(m, x, y, chars, widths, n);
}

static void write_text(struct metafile *m, struct str a, bool wide)
{
	double widths[METAFILE_CHARS];
	uint32_t n = bytes_le32(a.p + 44), options = bytes_le32(a.p + 52);
	struct str text = part(a, bytes_le32(a.p + 48), (uint64_t)n * (wide ? 2 : 1)), steps = part(a, bytes_le32(a.p + 72), (uint64_t)n * 4);
	if (options & GLYPHS || text.n == 0)
		return;
	for (size_t i = 0; i < steps.n / 4 && i < METAFILE_CHARS; i++)
		widths[i] = s32(steps.p + 4 * i);
	const double *told = steps.n && bytes_le32(a.p + 72) && n <= METAFILE_CHARS ? widths : NULL;
	if (wide)
		write_units(m, s32(a.p + 36), s32(a.p + 40), text, told);
	else
		metafile_bytes(m, s32(a.p + 36), s32(a.p + 40), text, told);
}

static void text_wide(struct metafile *m, struct str a)
{
	write_text(m, a, true);
}

static void text_bytes(struct metafile *m, struct str a)
{
	write_text(m, a, false);
}

static void text_small(struct metafile *m, struct str a)
{
	uint32_t n = bytes_le32(a.p + 16), options = bytes_le32(a.p + 20), at = options & NO_BOX ? 36 : 52;
	struct str text = part(a, at, (uint64_t)n * (options & SMALL ? 1 : 2));
	if (options & GLYPHS || text.n == 0)
		return;
	if (options & SMALL)
		metafile_bytes(m, s32(a.p + 8), s32(a.p + 12), text, NULL);
	else
		write_units(m, s32(a.p + 8), s32(a.p + 12), text, NULL);
}

/* ---- pictures: where header and pixels stand, which follow each other in nearly all */

static void picture(struct metafile *m, struct str a, uint32_t rows)
{
	uint32_t head = bytes_le32(a.p + rows), head_n = bytes_le32(a.p + rows + 4), bits = bytes_le32(a.p + rows + 8), bits_n = bytes_le32(a.p + rows + 12);
	if (head && bits == head + head_n)
		metafile_picture(m, part(a, head, (uint64_t)head_n + bits_n));
}

static void picture_stretched(struct metafile *m, struct str a)
{
	picture(m, a, 48);
}

static void picture_copied(struct metafile *m, struct str a)
{
	picture(m, a, 84);
}

/* ---- */

static const struct {
	uint32_t type, least;
	void (*read)(struct metafile *m, struct str a);
} records[] = {
	{ 9, 16, window_extent }, { 10, 16, window_origin }, { 11, 16, view_extent }, { 12, 16, view_origin }, { 17, 12, map_mode },
	{ 22, 12, align }, { 27, 16, move_to }, { 31, 24, view_scale }, { 32, 24, window_scale }, { 33, 8, save }, { 34, 12, restore },
	{ 35, 32, world_set }, { 36, 36, world_modify }, { 37, 12, select_object }, { 40, 12, delete_object }, { 76, 100, picture_copied },
	{ 77, 108, picture_copied }, { 80, 76, picture_stretched }, { 81, 80, picture_stretched }, { 82, 104, font_new }, { 83, 76, text_bytes },
	{ 84, 76, text_wide }, { 108, 36, text_small }, { 114, 108, picture_copied },
};

/* The frame on the device: its pixels, and what they measure. */
static void frame_set(struct metafile *m, struct str b)
{
	double px = s32(b.p + 72), py = s32(b.p + 76), mm_x = s32(b.p + 80), mm_y = s32(b.p + 84);
	m->mm_x = mm_x > 0 && px > 0 ? px / mm_x : 0;
	m->mm_y = mm_y > 0 && py > 0 ? py / mm_y : 0;
	m->left = s32(b.p + 24) * m->mm_x / 100;
	m->top = s32(b.p + 28) * m->mm_y / 100;
	m->width = (s32(b.p + 32) - s32(b.p + 24)) * m->mm_x / 100;
	m->height = (s32(b.p + 36) - s32(b.p + 28)) * m->mm_y / 100;
	if (m->width > 0 && m->height > 0)
		return;
	m->left = s32(b.p + 8);
	m->top = s32(b.p + 12);
	m->width = s32(b.p + 16) - m->left;
	m->height = s32(b.p + 20) - m->top;
}

void emf_read(struct metafile *m, struct str b)
{
	frame_set(m, b);
	for (size_t at = 0; b.n - at >= 8;) {
		uint32_t type = bytes_le32(b.p + at), n = bytes_le32(b.p + at + 4);
		if (n < 8 || n % 4 || n > b.n - at || type == END_RECORD)
			return;
		for (size_t i = 0; i < sizeof(records) / sizeof(*records); i++)
			if (records[i].type == type && n >= records[i].least)
				records[i].read(m, (struct str){ b.p + at, n });
		at += n;
	}
}
