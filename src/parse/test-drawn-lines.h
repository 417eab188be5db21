/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Six lines of print drawn with Leptonica's own bitmap font, and what is read of them. */
#pragma once
#include "parse/ocr.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

static const char *const lines[] = {
	"Invoice number 4711 of the second quarter",
	"Delivered to the harbour office yesterday",
	"Twelve boxes of paper for the large printer",
	"Please pay before the end of this month",
	"The goods remain ours until they are paid",
	"Questions are answered at the front desk",
};
enum { LINES = sizeof(lines) / sizeof(lines[0]), WIDE = 2000, HIGH = 620, LEFT = 110, TOP = 90, STEP = 80 };

static inline PIX *draw_lines(void)
{
	L_BMF *font = bmfCreate(NULL, 20);
	PIX *pix = pixCreate(WIDE, HIGH, 8);
	pixSetAll(pix);
	for (int i = 0; i < LINES; i++)
		pixSetTextline(pix, font, lines[i], 0, LEFT, TOP + STEP * i, NULL, NULL);
	bmfDestroy(&font);
	return pix;
}

static const struct ocr_place pixels = { 1, 0, 0, 1, 0, 0, 0, 0 };

/* Read pix; the page's units are its pixels. */
static inline struct ocr_result read_page(PIX *pix, struct doc_page_builder *page)
{
	struct ocr_result r;
	doc_page_builder_init(page);
	doc_page_builder_start(page, 1, 100000, 100000);
	ocr_prepare(STR("en"));
	assert_true(ocr_ready(NULL));
	assert_true(ocr_read(pix, 200, &pixels, page, &r));
	return r;
}

static inline const struct doc_word *find(const struct doc_page_builder *page, const char *text)
{
	const struct doc_word *w = (const struct doc_word *)(const void *)page->words.p;
	for (size_t i = 0; i < page->words.n / sizeof(*w); i++)
		if (str_eq_z((struct str){ page->text.p + w[i].text, w[i].len }, text))
			return &w[i];
	return NULL;
}

static inline void assert_near(const struct doc_word *w, double x, double y, double within)
{
	assert_non_null(w);
	double wx = (w->box.x0 + w->box.x1) / 2.0, wy = (w->box.y0 + w->box.y1) / 2.0;
	if (hypot(wx - x, wy - y) > within)
		fail_msg("at %.0f %.0f, not %.0f %.0f", wx, wy, x, y);
}
