/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Pictures among text: a scanned page pasted into a letter, a slide that is a photograph of a board. Each takes the
 * place its document gives it; when a page is built its pictures are read and their words stand where they are seen.
 */
#include "parse/flow-private.h"

#include "parse/drawn.h"
#include "parse/image.h"
#include "parse/late-gmime.h"
#include "parse/metafile.h"
#include "parse/ocr.h"

#include <leptonica/allheaders.h>
#include <math.h>

#define LEAST_CONF 60.0 /* mean of a reading: less is what leaves and bricks are taken for */
enum { MOST_BYTES = 256 << 20, PAGE_PICTURES = 64, PX = 75 /* a pixel of 96 an inch, doc units */ };
/* Pixels: smaller ones hold no text worth a second. */
enum { LEAST_WIDE = 300, LEAST_HIGH = 100 };
/* What is read of a document, and more for each page: a million pixels of text take about a second, a page's share of time is ten. */
enum { MOST_PIXELS = 48000000, PAGE_PIXELS = 8000000 };

/* ---- bytes */

static int hex_of(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* "%3Csvg width='9'>" */
static bool data_unescape(struct str s, struct buf *out, struct err *e)
{
	for (size_t i = 0; i < s.n; i++) {
		int high = s.p[i] == '%' && i + 2 < s.n ? hex_of(s.p[i + 1]) : -1, low = high >= 0 ? hex_of(s.p[i + 2]) : -1;
		buf_byte(out, low >= 0 ? (char)(high << 4 | low) : s.p[i]);
		i += low >= 0 ? 2 : 0;
	}
	return buf_ok(out, e);
}

/* "data:image/png;base64,iVBOR…", or escaped as addresses are (RFC 2397) */
static bool data_load(struct str address, struct buf *out, struct err *e)
{
	struct str head, rest = str_cut(address, ',', &head);
	gint state = 0;
	guint save = 0;
	if (!str_ends(head, STR(";base64")))
		return data_unescape(rest, out, e);
	if (!late_load(&gmime_library, e))
		return false;
	if (!buf_reserve(out, rest.n / 4 * 3 + 4))
		return err_set(e, ERR_MEMORY, "out of memory");
	out->n += g_base64_decode_step(rest.p, rest.n, (guchar *)out->p + out->n, &state, &save);
	return true;
}

bool flow_part(struct flow *f, struct str base, struct str name, struct buf *out, struct err *e)
{
	if (name.n > 5 && str_eq_nocase((struct str){ name.p, 5 }, STR("data:")))
		return data_load(name, out, e);
	if (!f->load)
		return err_set(e, ERR_NOT_FOUND, "a file is not part of the document");
	return f->load(f->load_ctx, base, name, out, e);
}

bool flow_is_drawing(struct str name)
{
	static const char *const ends[] = { ".emf", ".wmf", ".svg" },
		*const begins[] = { "data:image/x-emf;", "data:image/x-wmf;", "data:image/svg+xml" };
	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (str_starts(name, str_from(begins[i])))
			return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (name.n > 4 && str_eq_nocase((struct str){ name.p + name.n - 4, 4 }, str_from(ends[i])))
			return true;
	return false;
}

/* ---- size */

/* Doc units of a side: as told, in proportion to the other one, or by its pixels. */
static int32_t side_of(int32_t told, int32_t other, uint32_t pixels, uint32_t other_pixels)
{
	double v = told > 0 ? told : other > 0 ? (double)other * pixels / other_pixels : (double)pixels * PX;
	return v < FLOW_WIDEST ? (int32_t)v : FLOW_WIDEST;
}

static bool is_large(const struct flow *f, int32_t width, int32_t height)
{
	return (int64_t)width * height * 100 >= (int64_t)FLOW_PICTURE_SHARE * f->o.width * FLOW_LETTER_HEIGHT;
}

/* Of a drawing: in pixels of 96 an inch. */
static bool size_of(struct str bytes, struct image_size *out)
{
	double w, h;
	bool metafile = metafile_looks(bytes);
	if (!metafile && !svg_looks(bytes))
		return image_size_by_header(bytes, 0, out);
	if (!(metafile ? metafile_size(bytes, &w, &h) : drawn_size(&drawn_svg, bytes, &w, &h)) || !(w >= PX && h >= PX && w < FLOW_WIDEST && h < FLOW_WIDEST))
		return false;
	*out = (struct image_size){ .width = (uint32_t)(w / PX), .height = (uint32_t)(h / PX) };
	return true;
}

/* Small drawings are icons, unless they say something. */
static bool says_something(struct str bytes)
{
	return svg_looks(bytes) && memmem(bytes.p, bytes.n, "<text", 5);
}

static bool small_says_something(struct flow *f, const struct flow_node *n)
{
	struct str name = n->drawing.n ? n->drawing : n->text;
	struct buf bytes = BUF_INIT(MOST_BYTES);
	struct err ignored;
	bool ok = flow_is_drawing(name) && flow_part(f, n->props.marker, name, &bytes, &ignored) && says_something(buf_view(&bytes));
	buf_fini(&bytes);
	return ok;
}

static void size_read(struct flow *f, struct flow_node *n)
{
	struct buf bytes = BUF_INIT(MOST_BYTES);
	struct image_size size;
	struct err e;
	struct doc_box told = n->props.box;
	n->props.box = (struct doc_box){ 0, 0, 0, 0 };
	if (flow_part(f, n->props.marker, n->text, &bytes, &e) && size_of(buf_view(&bytes), &size)) {
		int32_t w = side_of(told.x1, told.y1, size.width, size.height), h = side_of(told.y1, told.x1, size.height, size.width);
		if (is_large(f, w, h) || says_something(buf_view(&bytes)))
			n->props.box = (struct doc_box){ 0, 0, w, h };
	}
	buf_fini(&bytes);
}

bool flow_picture_size(struct flow *f, struct flow_node *n)
{
	const struct doc_box *b = &n->props.box;
	if (!n->measured && (!b->x1 || !b->y1))
		size_read(f, n);
	else if (!n->measured && !is_large(f, b->x1, b->y1) && !small_says_something(f, n))
		n->props.box = (struct doc_box){ 0, 0, 0, 0 };
	n->measured = true;
	return n->props.box.x1 && n->props.box.y1;
}

int32_t flow_picture_place(struct flow *f, struct flow_node *n, int32_t x, int32_t y, int32_t width)
{
	if (!flow_picture_size(f, n)) {
		flow_picture_small(f, n);
		return y;
	}
	double w = n->props.box.x1, h = n->props.box.y1, room = width > FLOW_SIZE ? width : FLOW_SIZE, scale = w > room ? room / w : 1;
	/* No longer than a page, or a sound document's picture would make one of its own. */
	if (!f->tables && h * scale > f->o.height - 2 * f->o.margin)
		scale = (f->o.height - 2 * f->o.margin) / h;
	flow_cut_at(f, y);
	struct flow_shown *p = flow_add(f, &f->pictures);
	if (!p)
		return y;
	*p = (struct flow_shown){ { x, y, x + (int32_t)(w * scale), y + (int32_t)(h * scale) }, n };
	flow_cut_at(f, p->box.y1);
	return p->box.y1;
}

/* ---- reading */

static void words_add(struct flow *f, const struct doc_page_builder *found, struct doc_page_builder *out)
{
	const struct doc_word *w = (const struct doc_word *)(const void *)found->words.p;
	const struct doc_rule *r = (const struct doc_rule *)(const void *)found->rules.p;
	size_t n = found->words.n / sizeof(*w);
	for (size_t i = 0; i < n; i++) {
		struct doc_word word = w[i];
		word.run = (uint16_t)(word.run + f->run);
		doc_page_add_word(out, &word, (struct str){ found->text.p + w[i].text, w[i].len });
	}
	f->run = (uint16_t)(f->run + (n ? w[n - 1].run : 0) + 1);
	for (size_t i = 0; i < found->rules.n / sizeof(*r); i++)
		doc_page_add_rule(out, &r[i]);
	const struct doc_mark *m = (const struct doc_mark *)(const void *)found->marks.p;
	for (size_t i = 0; i < found->marks.n / sizeof(*m); i++)
		doc_page_add_mark(out, &m[i]);
}

static bool may_read(struct flow *f, PIX *grey, struct err *e)
{
	int64_t pixels = (int64_t)pixGetWidth(grey) * pixGetHeight(grey);
	if (f->pixels + pixels > MOST_PIXELS)
		return err_set(e, ERR_BUDGET, "a picture was not read: the document has more of them than its pages may");
	f->pixels += pixels;
	return true;
}

/* A picture of pixels, in a box of the page. */
static bool pixels_read(struct flow *f, struct str bytes, struct doc_box box, struct doc_page_builder *out, struct err *e)
{
	struct doc_page_builder found;
	struct ocr_result result;
	PIX *grey = image_grey(bytes, e);
	bool ok = grey != NULL;
	doc_page_builder_init(&found);
	if (ok && pixGetWidth(grey) >= LEAST_WIDE && pixGetHeight(grey) >= LEAST_HIGH) {
		double sx = (box.x1 - box.x0) / (double)pixGetWidth(grey), sy = (box.y1 - box.y0) / (double)pixGetHeight(grey);
		const struct ocr_place place = { sx, 0, 0, sy, box.x0, box.y0, 0, 0 };
		ok = may_read(f, grey, e) && (ocr_read(grey, 72.0 * DOC_UNIT / sx, &place, &found, &result) ||
					      err_set(e, ERR_OCR, "the text of a picture could not be recognised"));
		if (ok && result.conf >= LEAST_CONF)
			words_add(f, &found, out);
	}
	doc_page_builder_fini(&found);
	pixDestroy(&grey);
	return ok;
}

/* A drawing, in a box of the page: how many words it says. *scan gets the largest picture in one that says none. */
static size_t drawing_read(struct flow *f, struct str bytes, struct doc_box box, struct doc_page_builder *out, struct buf *scan, struct err *e)
{
	struct doc_page_builder found;
	size_t words = 0;
	if (metafile_looks(bytes))
		return metafile_read(bytes, box, &f->run, out, scan);
	doc_page_builder_init(&found);
	if (drawn_words(&drawn_svg, bytes, box, &found, e)) {
		words = found.words.n / sizeof(struct doc_word);
		words_add(f, &found, out);
	}
	doc_page_builder_fini(&found);
	return words;
}

/* One file of a picture; true: it was read, and said something if it is a drawing. */
static bool file_read(struct flow *f, const struct flow_node *n, struct str name, struct doc_box box, bool recognise,
		      struct doc_page_builder *out, struct err *e)
{
	struct buf bytes = BUF_INIT(MOST_BYTES), scan = BUF_INIT(MOST_BYTES);
	bool ok = flow_part(f, n->props.marker, name, &bytes, e);
	struct str pixels = buf_view(&bytes);
	if (ok && (metafile_looks(pixels) || svg_looks(pixels))) {
		ok = drawing_read(f, pixels, box, out, &scan, e) > 0;
		pixels = buf_view(&scan);
	}
	if (pixels.n && recognise)
		ok = ocr_ready(e) && pixels_read(f, pixels, box, out, e);
	buf_fini(&bytes);
	buf_fini(&scan);
	return ok;
}

/* box: of the page. Drawings say their text; pixels are recognised, if that is wanted. */
static void picture_read(struct flow *f, const struct flow_node *n, struct doc_box box, bool recognise, struct doc_page_builder *out,
			 struct err *e)
{
	struct err ignored;
	if (n->drawing.n && file_read(f, n, n->drawing, box, recognise, out, &ignored))
		return;
	if (recognise || flow_is_drawing(n->text))
		file_read(f, n, n->text, box, recognise, out, e);
}

void flow_pictures_read(struct flow *f, const struct flow_sheet *s, bool recognise, struct doc_page_builder *out, struct sink *sink)
{
	const struct flow_shown *p = f->pictures.p;
	struct err why = { .code = ERR_NONE };
	int seen = 0;
	f->pixels = f->pixels > PAGE_PIXELS ? f->pixels - PAGE_PIXELS : 0;
	for (size_t i = 0; i < f->pictures.n; i++) {
		if (p[i].box.y0 < s->y0 || p[i].box.y0 >= s->y1 || seen++ >= PAGE_PICTURES)
			continue;
		struct doc_box box = { p[i].box.x0 + s->dx, p[i].box.y0 + s->dy, p[i].box.x1 + s->dx, p[i].box.y1 + s->dy };
		picture_read(f, p[i].n, box, recognise, out, &why);
	}
	if (recognise && why.code != ERR_NONE && (out->words.n == 0 || why.code == ERR_BUDGET))
		sink_fault(sink, &why);
}
