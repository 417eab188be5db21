/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ocr-reading.h"

#include "base/clock.h"
#include "parse/spaced.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

enum { MOST_SIZE = 7200 };

/* ---- turn */

#define DOUBTFUL 70.0 /* mean confidence below which the picture may stand on its side or head */
#define SURELY 1.5    /* how much better another turn must read */
enum { SAMPLE = 1000 };

/* The square in the middle, which costs little to read four times. */
static bool sample_of(const struct ocr_sheet *s, struct ocr_sheet *out)
{
	int w = pixGetWidth(s->gray), h = pixGetHeight(s->gray), sw = w < SAMPLE ? w : SAMPLE, sh = h < SAMPLE ? h : SAMPLE;
	BOX *box = boxCreate((w - sw) / 2, (h - sh) / 2, sw, sh);
	*out = (struct ocr_sheet){ .gray = pixClipRectangle(s->gray, box, NULL), .ink = pixClipRectangle(s->ink, box, NULL), .dpi = s->dpi };
	boxDestroy(&box);
	return out->gray && out->ink;
}

/* Quarters clockwise after which the sheet reads best; 0 unless another turn is clearly better. */
static int best_turn(const struct ocr_sheet *s)
{
	struct ocr_sheet sample;
	double best = 0, first = 0;
	int turn = 0;
	bool ok = sample_of(s, &sample);
	for (int quarters = 0; ok && quarters < 4; quarters++) {
		struct ocr_reading r;
		ok = ocr_reading_make(&sample, OCR_COLUMNS, &r);
		double weight = ocr_reading_weight(&r);
		ocr_reading_free(&r);
		if (quarters == 0)
			first = weight;
		if (weight > best) {
			best = weight;
			turn = quarters;
		}
		ok = ok && ocr_sheet_turn(&sample, 1);
	}
	ocr_sheet_free(&sample);
	return best > SURELY * first ? turn : 0;
}

/* ---- reading */

#define SURE 85.0 /* mean confidence from which a second reading would find little */

/* Read the sheet; if that leaves doubts, also as lines from edge to edge, and keep the best of both. */
static bool read_well(const struct ocr_sheet *s, struct ocr_reading *r)
{
	struct ocr_reading lines;
	if (!ocr_reading_make(s, OCR_COLUMNS, r))
		return false;
	if (!s->photo && !s->faint && ocr_reading_conf(r) >= SURE)
		return true;
	bool ok = ocr_reading_make(s, OCR_LINES, &lines);
	return ocr_reading_join(r, &lines) && ok;
}

/* Read the sheet; if that gives little, turned as it reads best. */
static bool read_upright(struct ocr_sheet *s, struct ocr_reading *r)
{
	if (!read_well(s, r))
		return false;
	if (r->n && ocr_reading_conf(r) >= DOUBTFUL)
		return true;
	int turn = best_turn(s);
	if (turn == 0)
		return true;
	ocr_reading_free(r);
	return ocr_sheet_turn(s, turn) && ocr_sheet_deskew(s) && read_well(s, r);
}

/* ---- to the page */

static int by_number(const void *pa, const void *pb)
{
	int a = *(const int *)pa, b = *(const int *)pb;
	return (a > b) - (a < b);
}

/*
 * Ink boxes of "on" and "Apg" differ in height; words with a font have the
 * line's. Each word reaches at least over its line's middle letters.
 */
static void even_line(struct ocr_found *w, size_t n)
{
	int tops[64], ends[64];
	size_t k = 0;
	if (n && w->turn)
		return;
	for (size_t i = 0; i < n && k < 64; i++)
		if (ocr_letters(w[i].text) > 1) {
			tops[k] = w[i].y0;
			ends[k++] = w[i].y1;
		}
	if (k == 0)
		return;
	qsort(tops, k, sizeof(*tops), by_number);
	qsort(ends, k, sizeof(*ends), by_number);
	int top = tops[k / 2], end = ends[k / 2];
	for (size_t i = 0; i < n; i++) {
		/* A line that is not level: only words near the middle one's height. */
		if (abs(w[i].y0 + w[i].y1 - top - end) > end - top)
			continue;
		w[i].y0 = w[i].y0 < top ? w[i].y0 : top;
		w[i].y1 = w[i].y1 > end ? w[i].y1 : end;
	}
}

static void even_lines(struct ocr_reading *r)
{
	for (size_t i = 0, n; i < r->n; i += n) {
		for (n = 1; i + n < r->n && r->words[i + n].line == r->words[i].line;)
			n++;
		even_line(&r->words[i], n);
	}
}

/* ---- bullets */

#define SOLID 0.68     /* of a disc's box is ink: pi/4 but for ragged edges; letters of that shape have holes or gaps */
#define SQUARE 1.35    /* most that one side is longer than the other */
enum { LEAST_BULLET = 3 };

/* Ink in a box of the sheet: the box it fills and its share of that. */
static double ink_share(PIX *ink, const struct ocr_found *f, int *w, int *h)
{
	BOX *box = boxCreate(f->x0, f->y0, f->x1 - f->x0, f->y1 - f->y0), *tight = NULL;
	PIX *part = box ? pixClipRectangle(ink, box, NULL) : NULL, *own = NULL;
	l_float32 share = 0;
	*w = *h = 0;
	if (part && pixClipToForeground(part, &own, &tight) == 0 && own) {
		pixForegroundFraction(own, &share);
		*w = pixGetWidth(own);
		*h = pixGetHeight(own);
	}
	boxDestroy(&box);
	boxDestroy(&tight);
	pixDestroy(&part);
	pixDestroy(&own);
	return (double)share;
}

/* The models know no bullet: they read a disc as "e", "o", "@". One sign that is a disc of ink before other words is one. */
static bool is_disc(const struct ocr_sheet *s, const struct ocr_found *f)
{
	int w, h;
	if (f->turn || ocr_letters(f->text) != 1 || strchr(".,'", f->text[0]))
		return false;
	double share = ink_share(s->ink, f, &w, &h);
	return w >= LEAST_BULLET && h >= LEAST_BULLET && w <= h * SQUARE && h <= w * SQUARE && h * 4 < s->letter * 5 && share >= SOLID;
}

static void bullets_tell(const struct ocr_sheet *s, struct ocr_reading *r)
{
	for (size_t i = 0; i + 1 < r->n; i++) {
		char *text = r->words[i + 1].line == r->words[i].line && is_disc(s, &r->words[i]) ? strdup("\xE2\x80\xA2") : NULL;
		if (!text)
			continue;
		free(r->words[i].text);
		r->words[i].text = text;
	}
}

static void add_word(const struct ocr_found *f, const struct ocr_sheet *s, const struct ocr_place *place, double points,
		     struct doc_page_builder *page)
{
	utf8proc_uint8_t *text = NULL;
	double size = f->size * points * DOC_UNIT;
	struct doc_word w = {
		.box = ocr_place_box(place, f->x0, f->y0, f->x1, f->y1), .run = (uint16_t)f->line, .source = DOC_SOURCE_OCR,
		.conf = (uint8_t)(f->conf < 0 ? 0 : f->conf > 100 ? 100 : f->conf),
		.size = (uint16_t)(size > MOST_SIZE * 9 ? MOST_SIZE * 9 : size),
		.flags = (f->turn ? DOC_VERTICAL : 0) | (f->doubted ? DOC_HIDDEN : 0), .down = f->turn == OCR_FALLS,
	};
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)f->text, 0, &text,
					  UTF8PROC_NULLTERM | UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (n > 0)
		doc_page_add_word(page, &w, (struct str){ (const char *)text, (size_t)n });
	free(text);
}

static int64_t spent;

int64_t ocr_spent(void)
{
	return spent;
}

bool ocr_read(struct Pix *gray, double dpi, const struct ocr_place *place, struct doc_page_builder *page,
	      struct ocr_result *out)
{
	struct ocr_sheet s;
	struct ocr_reading r = { 0 };
	int64_t began = clock_mono();
	*out = (struct ocr_result){ 0 };
	bool ok = ocr_sheet_make(gray, dpi, &s);
	ok = ok && read_upright(&s, &r) && ocr_missed_read(&s, &r) && ocr_sideways_read(&s, &r);
	if (ok) {
		struct ocr_place to_page = ocr_place_join(&s.back, place);
		/* Points of the page a point of the sheet stands for: 1 unless the dpi told were made up. */
		double points = ocr_place_scale(&to_page, pixGetWidth(s.gray) / 2.0, pixGetHeight(s.gray) / 2.0) * s.dpi / (72.0 * DOC_UNIT);
		size_t rules = page->rules.n / sizeof(struct doc_rule), words = page->words.n / sizeof(struct doc_word);
		ocr_rules_find(&s, &to_page, page);
		bullets_tell(&s, &r);
		ok = ocr_reading_repair(&r);
		ocr_marks_find(&s, &r, &to_page, page);
		ocr_reading_doubt(&r);
		even_lines(&r);
		for (size_t i = 0; i < r.n; i++)
			add_word(&r.words[i], &s, &to_page, points, page);
		ocr_rules_clear(page, rules, words);
		spaced_settle(page);
		out->words = (uint32_t)r.n;
		out->conf = ocr_reading_conf(&r);
	}
	ocr_reading_free(&r);
	ocr_sheet_free(&s);
	spent += clock_mono() - began;
	return ok;
}
