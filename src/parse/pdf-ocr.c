/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Where a PDF page has no readable text, its picture is read:
 *
 *   no text, something drawn            -> the whole page
 *   fonts whose letters nobody knows    -> the whole page; readable words stay
 *   a scan's text layer is rubbish      -> the whole page instead of the layer
 *   pictures cover much, few words lie  -> the whole page; the words stay
 *   on them
 *   a picture among text, no words on   -> that region
 *   it
 *
 * Words found where readable text stands are dropped: the text layer wins.
 */
#include "parse/pdf.h"

#include "parse/ocr.h"

#include <leptonica/allheaders.h>
#include <math.h>

#define DPI 200.0            /* Tesseract is no better at 300 on clean pages, and slower */
#define MOST_PIXELS 30e6
#define REGION_SHARE 0.03    /* of the page: smaller pictures are ornaments */
#define PAGE_SHARE 40        /* percent covered by pictures */
#define FEW_WORDS 20         /* on a picture; more are text set on a background */
#define GARBLED 3            /* of a layer: one word in so many */
#define LAYER_WORDS 8        /* fewer tell nothing of it */

static bool lies_on(const struct doc_box *w, const struct doc_box *area)
{
	int32_t x = (w->x0 + w->x1) / 2, y = (w->y0 + w->y1) / 2;
	return x >= area->x0 && x < area->x1 && y >= area->y0 && y < area->y1;
}

static struct doc_word *words_of(const struct doc_page_builder *p, size_t *n)
{
	*n = p->words.n / sizeof(struct doc_word);
	return (struct doc_word *)(void *)p->words.p;
}

static size_t words_on(const struct doc_page_builder *p, const struct doc_box *area)
{
	size_t n, on = 0;
	const struct doc_word *w = words_of(p, &n);
	for (size_t i = 0; i < n; i++)
		on += !(w[i].flags & DOC_HIDDEN) && lies_on(&w[i].box, area);
	return on;
}

/* ---- which parts */

static void count_words(const struct doc_page_builder *p, size_t *visible, size_t *unreadable)
{
	size_t n;
	const struct doc_word *w = words_of(p, &n);
	*visible = *unreadable = 0;
	for (size_t i = 0; i < n; i++) {
		if (w[i].flags & DOC_HIDDEN)
			continue;
		++*visible;
		*unreadable += doc_unreadable((struct str){ p->text.p + w[i].text, w[i].len });
	}
}

/* ---- somebody else's recognition */

static bool is_letter(char c)
{
	return (unsigned char)c >= 0x80 || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Signs that no language puts beside a letter, or a word that changes between small letters, capitals and digits. */
static bool is_garbled(struct str s)
{
	int changes = 0;
	bool address = memchr(s.p, '@', s.n) && memchr(s.p, '.', s.n);
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], before = i ? s.p[i - 1] : ' ', after = i + 1 < s.n ? s.p[i + 1] : ' ';
		if (strchr("~^|#;%=@\\{}<>*`$", c) && is_letter(before) && is_letter(after) && !address)
			return true;
		if (strchr("~^|#=\\{}<>`", c) && (is_letter(before) || is_letter(after)))
			return true;
		bool upper = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
		changes += (is_lower(before) && (upper || digit)) || (before >= '0' && before <= '9' && is_lower(c));
	}
	return changes > 1;
}

/* Words of the layer are those that pdf_words_settle() took for recognised. */
static bool layer_is_rubbish(const struct doc_page_builder *p)
{
	size_t n, all = 0, garbled = 0;
	const struct doc_word *w = words_of(p, &n);
	for (size_t i = 0; i < n; i++) {
		struct str s = { p->text.p + w[i].text, w[i].len };
		if (w[i].source != DOC_SOURCE_OCR || w[i].flags & DOC_HIDDEN)
			continue;
		all++;
		garbled += is_garbled(s);
	}
	return all >= LAYER_WORDS && garbled * GARBLED >= all;
}

static void hide_layer(struct doc_page_builder *p)
{
	size_t n;
	struct doc_word *w = words_of(p, &n);
	for (size_t i = 0; i < n; i++)
		if (w[i].source == DOC_SOURCE_OCR)
			w[i].flags |= DOC_HIDDEN;
}

static bool pictures_hold_no_text(const struct pdf_page_state *s)
{
	for (int i = 0; i < s->images; i++) {
		struct doc_box area = pdf_box(s->image[i]);
		if (words_on(s->out, &area) > FEW_WORDS)
			return false;
	}
	return true;
}

/* The parts to read, into areas; their number. */
static int choose(const struct pdf_page_state *s, fz_rect areas[PDF_IMAGES], bool *whole, bool rubbish)
{
	size_t visible, unreadable;
	count_words(s->out, &visible, &unreadable);
	bool drawn = s->images > 0 || s->paths > 0;
	*whole = rubbish || (visible == 0 && drawn) || doc_unreadable_page(unreadable, visible) ||
		 (s->images > 0 && s->out->image_percent >= PAGE_SHARE && pictures_hold_no_text(s));
	areas[0] = s->page;
	if (*whole || !format_reads_pictures(s->o, visible))
		return *whole;
	int n = 0;
	float page = (s->page.x1 - s->page.x0) * (s->page.y1 - s->page.y0);
	for (int i = 0; i < s->images; i++) {
		fz_rect r = fz_intersect_rect(s->image[i], s->page);
		struct doc_box area = pdf_box(r);
		if (!fz_is_empty_rect(r) && (r.x1 - r.x0) * (r.y1 - r.y0) >= (float)REGION_SHARE * page && words_on(s->out, &area) == 0)
			areas[n++] = r;
	}
	return n;
}

/* ---- drawing */

static void draw(fz_context *ctx, fz_page *page, fz_matrix to_page, fz_pixmap *pixmap, fz_matrix ctm)
{
	fz_device *dev = fz_new_draw_device(ctx, ctm, pixmap);
	fz_try(ctx)
	{
		fz_run_page(ctx, page, dev, to_page, NULL);
		fz_close_device(ctx, dev);
	}
	fz_always(ctx)
		fz_drop_device(ctx, dev);
	fz_catch(ctx)
		if (fz_caught(ctx) == FZ_ERROR_MEMORY)
			fz_rethrow(ctx); /* else what was drawn before the fault is read */
}

/* Leptonica keeps the pixels of a row in words of the machine. */
static PIX *pix_of(fz_context *ctx, fz_pixmap *pixmap)
{
	PIX *pix = pixCreate(pixmap->w, pixmap->h, 8);
	for (int y = 0; pix && y < pixmap->h; y++)
		memcpy(pixGetData(pix) + (size_t)y * (size_t)pixGetWpl(pix), pixmap->samples + (ptrdiff_t)y * pixmap->stride,
		       (size_t)pixmap->w);
	if (pix)
		pixEndianByteSwap(pix);
	return pix;
}

static PIX *draw_area(fz_context *ctx, fz_page *page, fz_matrix to_page, fz_rect area, double scale)
{
	fz_matrix ctm = fz_concat(fz_translate(-area.x0, -area.y0), fz_scale((float)scale, (float)scale));
	fz_irect size = { 0, 0, (int)ceil((double)(area.x1 - area.x0) * scale), (int)ceil((double)(area.y1 - area.y0) * scale) };
	PIX *volatile pix = NULL;
	fz_pixmap *pixmap = fz_new_pixmap_with_bbox(ctx, fz_device_gray(ctx), size, NULL, 0);
	fz_try(ctx)
	{
		fz_clear_pixmap_with_value(ctx, pixmap, 0xFF);
		draw(ctx, page, to_page, pixmap, ctm);
		pix = pix_of(ctx, pixmap);
	}
	fz_always(ctx)
		fz_drop_pixmap(ctx, pixmap);
	fz_catch(ctx)
		fz_rethrow(ctx);
	return pix;
}

/* ---- joining */

/* Unreadable words are hidden once something was read in their place. */
static void hide_unreadable(struct doc_page_builder *p)
{
	size_t n;
	struct doc_word *w = words_of(p, &n);
	for (size_t i = 0; i < n; i++)
		if (doc_unreadable((struct str){ p->text.p + w[i].text, w[i].len }))
			w[i].flags |= DOC_HIDDEN;
}

static bool is_taken(const struct doc_page_builder *p, size_t n, const struct doc_box *box)
{
	size_t all;
	const struct doc_word *w = words_of(p, &all);
	for (size_t i = 0; i < n; i++)
		if (!(w[i].flags & DOC_HIDDEN) && (lies_on(box, &w[i].box) || lies_on(&w[i].box, box)))
			return true;
	return false;
}

/* Only lines on pictures are new: the page's own are known already, and exact. */
static bool on_picture(const struct pdf_page_state *s, const struct doc_box *box)
{
	for (int i = 0; i < s->images; i++) {
		struct doc_box area = pdf_box(s->image[i]);
		if (lies_on(box, &area))
			return true;
	}
	return false;
}

static void add_found(struct pdf_page_state *s, const struct doc_page_builder *found)
{
	size_t n, own;
	struct doc_word *w = words_of(found, &n);
	const struct doc_rule *rules = (const struct doc_rule *)(const void *)found->rules.p;
	words_of(s->out, &own);
	s->run++;
	for (size_t i = 0; i < n; i++) {
		struct str text = { found->text.p + w[i].text, w[i].len };
		w[i].run = (uint16_t)(w[i].run + s->run);
		if (!is_taken(s->out, own, &w[i].box))
			doc_page_add_word(s->out, &w[i], text);
	}
	if (n)
		s->run = (uint16_t)(w[n - 1].run + 1);
	for (size_t i = 0; i < found->rules.n / sizeof(*rules); i++)
		if (on_picture(s, &rules[i].box))
			doc_page_add_rule(s->out, &rules[i]);
	const struct doc_mark *marks = (const struct doc_mark *)(const void *)found->marks.p;
	for (size_t i = 0; i < found->marks.n / sizeof(*marks); i++)
		if (on_picture(s, &marks[i].box))
			doc_page_add_mark(s->out, &marks[i]);
}

/* ---- the page */

static bool read_area(fz_context *ctx, fz_page *page, fz_matrix to_page, struct pdf_page_state *s, fz_rect area)
{
	double scale = DPI / 72, points = (double)(area.x1 - area.x0) * (double)(area.y1 - area.y0);
	struct doc_page_builder found;
	struct ocr_result result;
	scale = fmin(scale, sqrt(MOST_PIXELS / points));
	PIX *pix = draw_area(ctx, page, to_page, area, scale);
	const struct ocr_place place = { DOC_UNIT / scale, 0, 0, DOC_UNIT / scale, (double)area.x0 * DOC_UNIT, (double)area.y0 * DOC_UNIT, 0, 0 };
	doc_page_builder_init(&found);
	bool ok = pix && ocr_read(pix, scale * 72, &place, &found, &result);
	if (ok)
		add_found(s, &found);
	doc_page_builder_fini(&found);
	pixDestroy(&pix);
	return ok;
}

bool pdf_ocr_page(fz_context *ctx, fz_page *page, fz_matrix to_page, struct pdf_page_state *s, struct err *missing)
{
	fz_rect areas[PDF_IMAGES];
	bool whole, ok = true, rubbish = layer_is_rubbish(s->out);
	int n = choose(s, areas, &whole, rubbish);
	if (n && s->picture.code != ERR_NONE)
		*missing = s->picture;
	if (n == 0 || s->picture.code != ERR_NONE || !ocr_ready(whole ? missing : &(struct err){ 0 }))
		return true;
	if (whole)
		hide_unreadable(s->out);
	if (rubbish)
		hide_layer(s->out);
	for (int i = 0; i < n; i++)
		ok = read_area(ctx, page, to_page, s, areas[i]) && ok;
	return ok;
}
