/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages whose text stands on its side or its head, as wide tables are set on upright paper: read as whoever reads them
 * turns them. The view has such a page upright; places told to others are those on the page as it is shown.
 *
 *     +------+ -> x        quarter 1: written upwards     (x, y) -> (height - y, x)
 *     |  t   |             quarter 2: upside down         (x, y) -> (width - x, height - y)
 *     |  u   |             quarter 3: written downwards   (x, y) -> (y, width - x)
 *     +------+
 */
#include "layout/layout-private.h"

enum { LEAST_WORDS = 20, LEAST_SHARE = 80 /* percent of the letters */ };

/* By how many quarters, clockwise, the page must be turned for the word to be upright. */
static int quarter_of(const struct doc_word *w)
{
	return w->flags & DOC_VERTICAL ? (w->down == 1 ? 3 : 1) : w->down == 1 ? 2 : 0;
}

static int quarter_of_page(const struct doc_page *p)
{
	uint64_t letters[4] = { 0 }, all = 0;
	uint32_t words[4] = { 0 };
	for (size_t i = 0; i < p->words_n; i++) {
		const struct doc_word *w = &p->words[i];
		if (w->flags & DOC_HIDDEN)
			continue;
		int q = quarter_of(w);
		letters[q] += w->len;
		words[q]++;
		all += w->len;
	}
	for (int q = 1; q < 4; q++)
		if (words[q] >= LEAST_WORDS && letters[q] * 100 >= all * LEAST_SHARE)
			return q;
	return 0;
}

static struct doc_box turn(struct doc_box b, int quarter, int32_t width, int32_t height)
{
	switch (quarter) {
	case 1: return (struct doc_box){ height - b.y1, b.x0, height - b.y0, b.x1 };
	case 2: return (struct doc_box){ width - b.x1, height - b.y1, width - b.x0, height - b.y0 };
	case 3: return (struct doc_box){ b.y0, width - b.x1, b.y1, width - b.x0 };
	default: return b;
	}
}

static struct doc_word word_turned(const struct doc_page *p, const struct doc_word *w, int quarter)
{
	struct doc_word t = *w;
	int left = (quarter_of(w) + 4 - quarter) % 4;
	t.box = turn(w->box, quarter, p->width, p->height);
	t.flags = (uint8_t)(left % 2 ? t.flags | DOC_VERTICAL : t.flags & ~DOC_VERTICAL);
	t.down = left >= 2;
	return t;
}

static const uint8_t kind_across[] = { [DOC_RULE_HORIZONTAL] = DOC_RULE_VERTICAL, [DOC_RULE_VERTICAL] = DOC_RULE_HORIZONTAL,
				       [DOC_RULE_FILL] = DOC_RULE_FILL };

const struct doc_page *page_upright(struct arena *a, const struct doc_page *p, uint8_t *quarter)
{
	int q = quarter_of_page(p);
	struct doc_page *t = q ? ARENA_NEW(a, struct doc_page) : NULL;
	struct doc_word *words = t ? ARENA_ARRAY(a, p->words_n + 1, struct doc_word) : NULL;
	struct doc_rule *rules = words ? ARENA_ARRAY(a, p->rules_n + 1, struct doc_rule) : NULL;
	struct doc_mark *marks = rules ? ARENA_ARRAY(a, p->marks_n + 1, struct doc_mark) : NULL;
	*quarter = 0;
	if (!marks)
		return p;
	for (size_t i = 0; i < p->words_n; i++)
		words[i] = word_turned(p, &p->words[i], q);
	for (size_t i = 0; i < p->rules_n; i++) {
		rules[i] = p->rules[i];
		rules[i].box = turn(p->rules[i].box, q, p->width, p->height);
		rules[i].kind = q % 2 ? kind_across[p->rules[i].kind] : p->rules[i].kind;
	}
	for (size_t i = 0; i < p->marks_n; i++) {
		marks[i] = p->marks[i];
		marks[i].box = turn(p->marks[i].box, q, p->width, p->height);
	}
	*t = *p;
	t->words = words;
	t->rules = rules;
	t->marks = marks;
	t->width = q % 2 ? p->height : p->width;
	t->height = q % 2 ? p->width : p->height;
	*quarter = (uint8_t)q;
	return t;
}

const struct doc_page *layout_page(const struct view *v, uint32_t page)
{
	return &v->doc->pages[page];
}

struct doc_box layout_on_page(const struct view *v, uint32_t page, struct doc_box b)
{
	const struct view_page *p = &v->pages[page];
	return turn(b, (4 - p->quarter) % 4, p->page->width, p->page->height);
}
