/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Lines drawn in a picture:
 *
 *     --------------      longer than LINE inches, thinner than THIN: a rule
 *     | Name | Price |    they give tables their cells, as a PDF's own lines do
 *
 * A morphological opening along the axis leaves only what is that long.
 */
#include "parse/ocr.h"

#include <leptonica/allheaders.h>
#include <math.h>

#define LINE 0.5  /* inches */
#define THIN 0.05
#define FILLED 0.7 /* of a line is ink; a strip through a row of letters has gaps that only closing filled */
enum { MOST_RULES = 2000 };

static bool is_filled(PIX *ink, BOX *box)
{
	l_float32 share = 0;
	PIX *part = pixClipRectangle(ink, box, NULL);
	bool ok = part && pixForegroundFraction(part, &share) == 0 && share >= FILLED;
	pixDestroy(&part);
	return ok;
}

static void add_rules(PIX *ink, bool down, double inch, double factor, const struct ocr_place *to_page, struct doc_page_builder *page)
{
	int length = (int)lrint(LINE * inch / factor), thin = 1 + (int)lrint(THIN * inch / factor);
	PIX *joined = down ? pixCloseSafeBrick(NULL, ink, 1, 5) : pixCloseSafeBrick(NULL, ink, 5, 1);
	PIX *lines = joined ? pixOpenBrick(NULL, joined, down ? 1 : length, down ? length : 1) : NULL;
	BOXA *boxes = lines ? pixConnCompBB(lines, 8) : NULL;
	int n = boxes ? boxaGetCount(boxes) : 0;
	for (int i = 0; i < n && i < MOST_RULES; i++) {
		l_int32 x, y, w, h;
		BOX *box = boxaGetBox(boxes, i, L_CLONE);
		boxGetGeometry(box, &x, &y, &w, &h);
		bool line = (down ? w : h) <= thin && is_filled(ink, box);
		boxDestroy(&box);
		if (!line)
			continue;
		struct doc_rule rule = {
			.box = ocr_place_box(to_page, x * factor, y * factor, (x + w) * factor, (y + h) * factor),
			.kind = down ? DOC_RULE_VERTICAL : DOC_RULE_HORIZONTAL,
		};
		doc_page_add_rule(page, &rule);
	}
	boxaDestroy(&boxes);
	pixDestroy(&lines);
	pixDestroy(&joined);
}

void ocr_rules_find(const struct ocr_sheet *s, const struct ocr_place *to_page, struct doc_page_builder *page)
{
	/* Where letters are large, so are their strokes; ten points are 20 pixels high at 144 an inch. */
	double inch = fmax(s->dpi, s->letter * 7.0);
	/* Half the resolution does for lines and takes a quarter of the time. */
	PIX *half = pixReduceRankBinary2(s->ink, 1, NULL);
	for (int down = 0; half && down < 2; down++)
		add_rules(half, down, inch, 2, to_page, page);
	pixDestroy(&half);
}

/* Does the line run through the letters of the word, not above or below them, for most of its length? */
static bool strikes(const struct doc_rule *r, const struct doc_word *w)
{
	int32_t middle = r->box.y0 + (r->box.y1 - r->box.y0) / 2, high = w->box.y1 - w->box.y0;
	int32_t from = r->box.x0 > w->box.x0 ? r->box.x0 : w->box.x0, to = r->box.x1 < w->box.x1 ? r->box.x1 : w->box.x1;
	return middle > w->box.y0 + high / 10 && middle < w->box.y1 - high / 10 && to - from > (r->box.x1 - r->box.x0) / 10 * 6;
}

void ocr_rules_clear(struct doc_page_builder *page, size_t first_rule, size_t first_word)
{
	struct doc_rule *rules = (struct doc_rule *)(void *)page->rules.p;
	const struct doc_word *words = (const struct doc_word *)(const void *)page->words.p;
	size_t rules_n = page->rules.n / sizeof(*rules), words_n = page->words.n / sizeof(*words), kept = first_rule;
	for (size_t i = first_rule; i < rules_n; i++) {
		bool struck = false;
		for (size_t k = first_word; k < words_n && !struck && rules[i].kind == DOC_RULE_HORIZONTAL; k++)
			struck = strikes(&rules[i], &words[k]);
		if (!struck)
			rules[kept++] = rules[i];
	}
	page->rules.n = kept * sizeof(*rules);
}
