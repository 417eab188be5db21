/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/metafile.h"

#include "parse/bytes.h"
#include "parse/charset.h"
#include "parse/flow-private.h"
#include "parse/rtf.h"

#include <math.h>
#include <stdlib.h>
#include <utf8proc.h>

/* Ems: a gap within a word, a step back, off the line, a gap within a line; of a letter above and below the line. */
#define GAP 0.15
#define STEP_BACK 0.3
#define OFF 0.2
#define LINE_GAP 1.5
#define ABOVE 0.8
#define BELOW 0.2
#define CELL 1.15 /* the cell of a letter, ems */
enum { TA_UPDATE = 1, TA_RIGHT = 2, TA_CENTER = 6, TA_BOTTOM = 8, TA_BASELINE = 24 };
enum { USUAL_HEIGHT = 12 /* device units, of fonts that do not say */, BMP_HEAD = 14, LEAST_DIB = 40 };

bool metafile_looks(struct str bytes)
{
	return emf_looks(bytes) || wmf_looks(bytes);
}

bool metafile_size(struct str bytes, double *width, double *height)
{
	return emf_looks(bytes) ? emf_size(bytes, width, height) : wmf_looks(bytes) && wmf_size(bytes, width, height);
}

/* ---- states and objects */

void metafile_save(struct metafile *m)
{
	if (m->saves < METAFILE_SAVES)
		m->saved[m->saves++] = m->s;
}

void metafile_restore(struct metafile *m, int32_t which)
{
	int64_t to = which < 0 ? m->saves + (int64_t)which : (int64_t)which - 1;
	if (to < 0 || to >= m->saves)
		return;
	m->s = m->saved[to];
	m->saves = (int)to;
}

void metafile_select(struct metafile *m, uint32_t object)
{
	if (object < METAFILE_OBJECTS && m->objects[object].used && m->objects[object].charset != METAFILE_NO_FONT)
		m->s.font = m->objects[object];
}

void metafile_delete(struct metafile *m, uint32_t object)
{
	if (object >= METAFILE_OBJECTS)
		return;
	m->objects[object].used = false;
	m->free = object < m->free ? object : m->free;
}

/* ---- from logical units to the page */

static double ratio(double a, double b)
{
	return b != 0 && isfinite(a / b) ? a / b : 1;
}

static double scale_x(const struct metafile *m)
{
	return ratio(m->s.view_w, m->s.window_w) * ratio(m->box.x1 - m->box.x0, m->width);
}

static double scale_y(const struct metafile *m)
{
	return ratio(m->s.view_h, m->s.window_h) * ratio(m->box.y1 - m->box.y0, m->height);
}

static void place(const struct metafile *m, double x, double y, double *px, double *py)
{
	const double *w = m->s.world;
	double wx = x * w[0] + y * w[2] + w[4], wy = x * w[1] + y * w[3] + w[5];
	double dx = (wx - m->s.window_x) * ratio(m->s.view_w, m->s.window_w) + m->s.view_x,
		dy = (wy - m->s.window_y) * ratio(m->s.view_h, m->s.window_h) + m->s.view_y;
	*px = m->box.x0 + (dx - m->left) * ratio(m->box.x1 - m->box.x0, m->width);
	*py = m->box.y0 + (dy - m->top) * ratio(m->box.y1 - m->box.y0, m->height);
}

/* ---- words */

static int32_t unit(double v)
{
	return v < 0 ? 0 : v > FLOW_RIGHTMOST ? FLOW_RIGHTMOST : (int32_t)lrint(v);
}

/* What is drawn outside of the drawing is cut off. */
static bool is_inside(const struct metafile *m)
{
	double x = (m->word.x0 + m->word.x1) / 2, y = (m->word.y0 + m->word.y1) / 2, slack = m->word.size;
	return x > m->box.x0 - slack && x < m->box.x1 + slack && y > m->box.y0 - slack && y < m->box.y1 + slack;
}

static void word_end(struct metafile *m)
{
	bool upright = fabs(m->word.dir_y) > fabs(m->word.dir_x);
	struct doc_word w = {
		.box = { unit(m->word.x0), unit(m->word.y0), unit(m->word.x1), unit(m->word.y1) }, .run = *m->run, .conf = 100,
		.size = (uint16_t)(m->word.size > 65000 ? 65000 : lrint(m->word.size)),
		.flags = (uint8_t)(m->word.flags | (upright ? DOC_VERTICAL : 0)), .down = upright && m->word.dir_y > 0,
	};
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t got = m->word.n && is_inside(m) ? utf8proc_map((const utf8proc_uint8_t *)m->word.text, (utf8proc_ssize_t)m->word.n, &composed,
									 UTF8PROC_COMPOSE | UTF8PROC_STABLE) : -1;
	if (got > 0) {
		doc_page_add_word(m->out, &w, (struct str){ (const char *)composed, (size_t)got });
		m->words++;
	}
	free(composed);
	m->last_x = m->word.pen_x;
	m->last_y = m->word.pen_y;
	m->word.n = 0;
}

/* How far a place lies from another one, along the line and off it, ems of the word at hand. */
static void apart(const struct metafile *m, double from_x, double from_y, double x, double y, double *along, double *off)
{
	double dx = x - from_x, dy = y - from_y, em = m->word.size > 0 ? m->word.size : 1;
	*along = (dx * m->word.dir_x + dy * m->word.dir_y) / em;
	*off = fabs(dy * m->word.dir_x - dx * m->word.dir_y) / em;
}

struct stroke { /* how a text is written */
	double dir_x, dir_y, size;
	uint8_t flags;
};

static bool goes_on(const struct metafile *m, const struct stroke *k, double x, double y)
{
	double along, off;
	apart(m, m->word.pen_x, m->word.pen_y, x, y, &along, &off);
	return m->word.dir_x * k->dir_x + m->word.dir_y * k->dir_y > 0.99 && fabs(m->word.size - k->size) < k->size * 0.1 && along < GAP &&
	       along > -STEP_BACK && off < OFF && m->word.n + 4 < sizeof(m->word.text);
}

static void word_begin(struct metafile *m, const struct stroke *k, double x, double y)
{
	double along, off;
	m->word.dir_x = k->dir_x;
	m->word.dir_y = k->dir_y;
	m->word.size = k->size;
	m->word.flags = k->flags;
	m->word.x0 = m->word.y0 = INFINITY;
	m->word.x1 = m->word.y1 = -INFINITY;
	apart(m, m->last_x, m->last_y, x, y, &along, &off);
	*m->run = (uint16_t)(*m->run + !(along < LINE_GAP && along > -STEP_BACK && off < OFF));
}

static void reach(struct metafile *m, double x, double y)
{
	m->word.x0 = fmin(m->word.x0, x);
	m->word.x1 = fmax(m->word.x1, x);
	m->word.y0 = fmin(m->word.y0, y);
	m->word.y1 = fmax(m->word.y1, y);
}

/* A letter whose line begins at a place of the page; 0 = none. */
static void letter(struct metafile *m, const struct stroke *k, uint32_t c, double x, double y, double width)
{
	double end_x = x + k->dir_x * width, end_y = y + k->dir_y * width, up_x = k->dir_y * k->size, up_y = -k->dir_x * k->size;
	utf8proc_category_t kind = utf8proc_category((utf8proc_int32_t)c);
	if (c == 0)
		return;
	bool blank = c <= ' ' || c == 0x7F || (kind >= UTF8PROC_CATEGORY_ZS && kind <= UTF8PROC_CATEGORY_CO) || c == 0xFFFD;
	if (m->word.n && (blank || !goes_on(m, k, x, y)))
		word_end(m);
	if (blank || !isfinite(x) || !isfinite(y) || !isfinite(end_x) || !isfinite(end_y))
		return;
	if (!m->word.n)
		word_begin(m, k, x, y);
	m->word.n += str_utf8_put(c, m->word.text + m->word.n);
	reach(m, x + up_x * ABOVE, y + up_y * ABOVE);
	reach(m, end_x + up_x * ABOVE, end_y + up_y * ABOVE);
	reach(m, x - up_x * BELOW, y - up_y * BELOW);
	reach(m, end_x - up_x * BELOW, end_y - up_y * BELOW);
	m->word.pen_x = end_x;
	m->word.pen_y = end_y;
}

/* ---- texts */

static struct stroke stroke_of(const struct metafile *m)
{
	const struct metafile_font *f = &m->s.font;
	const double *w = m->s.world;
	double down = hypot(w[2], w[3]) * fabs(scale_y(m)), turn = atan2(w[1], w[0]) - f->escapement * M_PI / 1800;
	double size = f->height < 0 ? -f->height * down : f->height * down / CELL;
	if (f->height == 0)
		size = USUAL_HEIGHT * fabs(ratio(m->box.y1 - m->box.y0, m->height));
	return (struct stroke){ cos(turn), sin(turn), size, (uint8_t)((f->bold ? DOC_BOLD : 0) | (f->italic ? DOC_ITALIC : 0)) };
}

static double width_of(const struct metafile *m, const struct stroke *k, uint32_t c, const double *widths, size_t i)
{
	return widths ? widths[i] * hypot(m->s.world[0], m->s.world[1]) * fabs(scale_x(m)) : flow_char_width(c) * k->size / 1000;
}

static uint32_t sign_of(const struct metafile *m, uint32_t c)
{
	bool is_sign = m->s.font.symbol && (c < 0x100 || (c >= 0xF000 && c < 0xF100));
	uint32_t sign = is_sign ? symbol_char((enum symbol_font)m->s.font.symbol, (uint8_t)c) : 0;
	return sign ? sign : c;
}

void metafile_text(struct metafile *m, double x, double y, const uint32_t *chars, const double *widths, size_t n)
{
	struct stroke k = stroke_of(m);
	double px, py, all = 0, at = 0;
	uint32_t across = m->s.align & TA_CENTER, along = m->s.align & TA_BASELINE;
	bool moves = m->s.align & TA_UPDATE;
	place(m, moves ? m->s.x : x, moves ? m->s.y : y, &px, &py);
	for (size_t i = 0; i < n; i++)
		all += width_of(m, &k, chars[i], widths, i);
	double before = across == TA_CENTER ? all / 2 : across == TA_RIGHT ? all : 0;
	double drop = along == TA_BASELINE ? 0 : along == TA_BOTTOM ? -BELOW * k.size : ABOVE * k.size;
	px += -k.dir_x * before - k.dir_y * drop;
	py += -k.dir_y * before + k.dir_x * drop;
	if (!(k.size > 0) || !isfinite(k.size))
		return;
	for (size_t i = 0; i < n; i++) {
		uint32_t c = sign_of(m, chars[i]);
		letter(m, &k, c, px + k.dir_x * at, py + k.dir_y * at, width_of(m, &k, chars[i], widths, i));
		at += width_of(m, &k, chars[i], widths, i);
	}
	if (moves)
		m->s.x += ratio(all, hypot(m->s.world[0], m->s.world[1]) * scale_x(m)) * (all != 0);
}

void metafile_bytes(struct metafile *m, double x, double y, struct str bytes, const double *widths)
{
	uint32_t chars[METAFILE_CHARS];
	struct buf store = BUF_INIT(4 * METAFILE_CHARS);
	struct str text;
	struct err ignored;
	char room[24];
	size_t n = 0;
	uint16_t set = rtf_set_of(m->s.font.charset);
	if (m->s.font.symbol) /* each byte is a sign */
		for (; n < bytes.n && n < METAFILE_CHARS; n++)
			chars[n] = (unsigned char)bytes.p[n];
	else if (charset_decode(bytes, rtf_set_name(set ? set : 1252, room), &store, &text, &ignored))
		for (size_t i = 0; i < text.n && n < METAFILE_CHARS;)
			chars[n++] = str_utf8_next(text, &i);
	metafile_text(m, x, y, chars, n == bytes.n ? widths : NULL, n);
	buf_fini(&store);
}

/* ---- pictures */

void metafile_picture(struct metafile *m, struct str dib)
{
	if (dib.n < LEAST_DIB || bytes_le32(dib.p) < LEAST_DIB || bytes_le32(dib.p) > dib.n || dib.n <= m->dib.n)
		return;
	uint32_t bits = bytes_le16(dib.p + 14), packing = bytes_le32(dib.p + 16), colours = bytes_le32(dib.p + 32);
	if (colours == 0 && bits <= 8)
		colours = UINT32_C(1) << bits;
	uint64_t head = (uint64_t)bytes_le32(dib.p) + (uint64_t)colours * 4 + (packing == 3 && bytes_le32(dib.p) == LEAST_DIB ? 12 : 0);
	if (head >= dib.n)
		return;
	m->dib = dib;
	m->dib_head = (size_t)head;
}

static void picture_put(const struct metafile *m, struct buf *out)
{
	uint32_t rows[3] = { (uint32_t)(m->dib.n + BMP_HEAD), 0, (uint32_t)(m->dib_head + BMP_HEAD) };
	char head[BMP_HEAD] = "BM";
	for (size_t i = 0; i < 12; i++)
		head[2 + i] = (char)(rows[i / 4] >> (i % 4 * 8));
	buf_add(out, head, sizeof(head));
	buf_str(out, m->dib);
}

/* ---- */

size_t metafile_read(struct str bytes, struct doc_box box, uint16_t *run, struct doc_page_builder *out, struct buf *picture)
{
	struct metafile *m = calloc(1, sizeof(*m));
	struct metafile_font *objects = calloc(METAFILE_OBJECTS, sizeof(*objects));
	size_t words = 0;
	if (m && objects) {
		*m = (struct metafile){ .objects = objects, .box = box, .out = out, .run = run, .width = 1, .height = 1 };
		m->s = (struct metafile_state){ .window_w = 1, .window_h = 1, .view_w = 1, .view_h = 1, .world = { 1, 0, 0, 1, 0, 0 } };
		if (emf_looks(bytes))
			emf_read(m, bytes);
		else
			wmf_read(m, bytes);
		word_end(m);
		words = m->words;
		if (!words && m->dib.n)
			picture_put(m, picture);
	}
	free(objects);
	free(m);
	return words;
}
