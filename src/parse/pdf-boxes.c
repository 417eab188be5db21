/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What forms draw to be filled in by hand:
 *
 *     +---+                a hollow square by itself, with strokes, a filled square or an X inside: a box
 *     | X |  yes           that is ticked. Where one of a page is, the empty ones are boxes, too.
 *     +---+
 *
 *     |4|1|8|7|7| |2|0|    narrow cells side by side with one character each: one word, up to the next
 *                          empty cell
 *
 * Works on the words and rules of a page that is complete.
 */
#include "parse/pdf.h"

#include <stdlib.h>

enum { /* 1/100 points */
	LEAST_SIDE = 500, MOST_SIDE = 1600, ASKEW = 200, NEAR = 100,
	LEAST_CELL = 600, MOST_CELL = 2800, SAME = 60,
	MOST_SHORT = 3000, MOST_SQUARES = 400, MOST_COMB_WORDS = 20000, CELLS = 64
};

struct rules {
	const struct doc_rule *r;
	size_t n;
	const struct doc_rule *short_ones[MOST_SHORT]; /* vertical, sorted by top, then from left to right */
	size_t short_n;
};

static bool near(int32_t a, int32_t b, int32_t by)
{
	return a - b <= by && b - a <= by;
}

static int32_t middle_x(struct doc_box b)
{
	return (b.x0 + b.x1) / 2;
}

static int32_t middle_y(struct doc_box b)
{
	return (b.y0 + b.y1) / 2;
}

static bool inside(struct doc_box box, struct doc_box b)
{
	return middle_x(b) > box.x0 && middle_x(b) < box.x1 && middle_y(b) > box.y0 && middle_y(b) < box.y1;
}

static int by_top(const void *pa, const void *pb)
{
	const struct doc_rule *a = *(const struct doc_rule *const *)pa, *b = *(const struct doc_rule *const *)pb;
	int32_t ya = a->box.y0 / SAME, yb = b->box.y0 / SAME;
	if (ya != yb)
		return ya < yb ? -1 : 1;
	if (middle_x(a->box) != middle_x(b->box))
		return middle_x(a->box) < middle_x(b->box) ? -1 : 1;
	return memcmp(a, b, sizeof *a);
}

static void rules_read(struct rules *k, const struct doc_page_builder *out)
{
	k->r = (const struct doc_rule *)(const void *)out->rules.p;
	k->n = out->rules.n / sizeof(struct doc_rule);
	k->short_n = 0;
	for (size_t i = 0; i < k->n && k->short_n < MOST_SHORT; i++) {
		int32_t h = k->r[i].box.y1 - k->r[i].box.y0;
		if (k->r[i].kind == DOC_RULE_VERTICAL && h <= MOST_CELL)
			k->short_ones[k->short_n++] = &k->r[i];
	}
	qsort(k->short_ones, k->short_n, sizeof *k->short_ones, by_top);
}

/* ---- boxes to tick */

/* Does a line as long as the square, and no longer, close it at height y? */
static bool is_closed(const struct rules *k, struct doc_box b, int32_t y)
{
	for (size_t i = 0; i < k->n; i++) {
		struct doc_box r = k->r[i].box;
		if (k->r[i].kind == DOC_RULE_HORIZONTAL && near(middle_y(r), y, NEAR) && near(r.x0, b.x0, ASKEW) && near(r.x1, b.x1, ASKEW))
			return true;
	}
	return false;
}

/* The square between a short line and the next one right of it. */
static bool square_of(const struct rules *k, size_t i, struct doc_box *out)
{
	struct doc_box a = k->short_ones[i]->box;
	int32_t h = a.y1 - a.y0;
	for (size_t j = i + 1; h >= LEAST_SIDE && h <= MOST_SIDE && j < k->short_n; j++) {
		struct doc_box b = k->short_ones[j]->box;
		int32_t w = middle_x(b) - middle_x(a);
		if (b.y0 > a.y0 + 2 * SAME || w > MOST_SIDE)
			return false;
		if (!near(a.y0, b.y0, SAME) || !near(a.y1, b.y1, SAME) || !near(w, h, ASKEW))
			continue;
		*out = (struct doc_box){ middle_x(a), a.y0, middle_x(b), a.y1 };
		return is_closed(k, *out, a.y0) && is_closed(k, *out, a.y1);
	}
	return false;
}

/* A cross or a tick written as a letter. */
static bool is_tick(struct str t)
{
	static const char *const ticks[] = { "x", "✓", "✔", "✗", "✘", "✕", "×", "•", "●", "■", "☒", "☑" };
	for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
		if (str_eq_nocase(t, str_from(ticks[i])))
			return true;
	return false;
}

static bool has_mark(const struct doc_page_builder *out, struct doc_box b)
{
	const struct doc_mark *m = (const struct doc_mark *)(const void *)out->marks.p;
	for (size_t i = 0; i < out->marks.n / sizeof *m; i++)
		if (inside(m[i].box, b) || inside(b, m[i].box))
			return true; /* a form field has drawn it */
	return false;
}

/* What stands in a square: strokes or a filled one tick it; *word is the letter that does, or -1. False if it holds text. */
static bool square_reads(const struct pdf_page_state *s, const struct rules *k, struct doc_box b, bool *on, long *word)
{
	const struct doc_word *w = (const struct doc_word *)(const void *)s->out->words.p;
	*on = false;
	*word = -1;
	for (size_t i = 0; i < s->ticks_n; i++)
		*on |= inside(b, s->tick[i]);
	for (size_t i = 0; i < k->n; i++)
		*on |= k->r[i].kind == DOC_RULE_FILL && inside(b, k->r[i].box) && k->r[i].box.x1 - k->r[i].box.x0 < b.x1 - b.x0 - NEAR &&
		       k->r[i].color != 0xFFFFFF;
	for (size_t i = 0; i < s->out->words.n / sizeof *w; i++) {
		if (!inside(b, w[i].box) || w[i].flags & DOC_HIDDEN)
			continue;
		if (!is_tick((struct str){ s->out->text.p + w[i].text, w[i].len }))
			return false;
		*on = true;
		*word = (long)i;
	}
	return true;
}

static void squares_find(struct pdf_page_state *s, const struct rules *k)
{
	struct doc_mark found[MOST_SQUARES];
	long word[MOST_SQUARES];
	size_t n = 0;
	bool any = false;
	for (size_t i = 0; i < k->short_n && n < MOST_SQUARES; i++) {
		struct doc_mark m = { .kind = DOC_MARK_CHECKBOX };
		bool on;
		if (!square_of(k, i, &m.box) || has_mark(s->out, m.box) || !square_reads(s, k, m.box, &on, &word[n]))
			continue;
		m.on = on;
		any |= on;
		found[n++] = m;
	}
	struct doc_word *w = (struct doc_word *)(void *)s->out->words.p;
	for (size_t i = 0; any && i < n; i++) {
		doc_page_add_mark(s->out, &found[i]);
		if (word[i] >= 0)
			w[word[i]].len = 0;
	}
}

/* ---- combs */

struct comb {
	int32_t x[CELLS + 1], y0, y1; /* edges */
	size_t cells;
	long word[CELLS];             /* what stands in each, -1 nothing */
};

/* The cells of one width that begin at a short line; their number. */
static size_t comb_at(const struct rules *k, size_t i, struct comb *c)
{
	struct doc_box a = k->short_ones[i]->box;
	int32_t pitch = 0;
	c->x[0] = middle_x(a);
	c->y0 = a.y0;
	c->y1 = a.y1;
	c->cells = 0;
	for (size_t j = i + 1; j < k->short_n && c->cells < CELLS; j++) {
		struct doc_box b = k->short_ones[j]->box;
		int32_t w = middle_x(b) - c->x[c->cells];
		if (!near(b.y0, a.y0, SAME) || !near(b.y1, a.y1, SAME))
			break;
		pitch = pitch ? pitch : w;
		if (w < LEAST_CELL || w > MOST_CELL || !near(w, pitch, SAME))
			break;
		c->x[++c->cells] = middle_x(b);
	}
	return c->cells;
}

/* One character in each cell, and nothing else? How many, 0 if not. Letters may stand higher than the lines between them. */
static size_t comb_fill(const struct doc_page_builder *out, struct comb *c)
{
	const struct doc_word *w = (const struct doc_word *)(const void *)out->words.p;
	size_t n = 0;
	for (size_t i = 0; i < c->cells; i++)
		c->word[i] = -1;
	for (size_t i = 0; i < out->words.n / sizeof *w; i++) {
		int32_t y = middle_y(w[i].box), x = middle_x(w[i].box), size = w[i].size;
		size_t cell = 0, at = 0;
		if (!w[i].len || w[i].flags & DOC_HIDDEN || x <= c->x[0] || x >= c->x[c->cells] || y > c->y1 + size / 5 || (y < c->y0 && y < c->y1 - size * 13 / 10))
			continue;
		struct str t = { out->text.p + w[i].text, w[i].len };
		str_utf8_next(t, &at);
		while (x >= c->x[cell + 1])
			cell++;
		if (at < t.n || c->word[cell] >= 0 || (c->y1 - c->y0) * 10 > size * 26)
			return 0; /* text, or a table of several rows */
		c->word[cell] = (long)i;
		n++;
	}
	return n;
}

/* Make the characters of cells [from, to) the word of the first one. */
static void comb_join(struct doc_page_builder *out, const struct comb *c, size_t from, size_t to)
{
	struct doc_word *w = (struct doc_word *)(void *)out->words.p, *first = &w[c->word[from]];
	char text[CELLS * 4];
	uint16_t n = 0;
	for (size_t i = from; i < to; i++) {
		struct doc_word *one = &w[c->word[i]];
		memcpy(text + n, out->text.p + one->text, one->len);
		n = (uint16_t)(n + one->len);
		first->box.x1 = one->box.x1 > first->box.x1 ? one->box.x1 : first->box.x1;
		first->box.y0 = one->box.y0 < first->box.y0 ? one->box.y0 : first->box.y0;
		first->box.y1 = one->box.y1 > first->box.y1 ? one->box.y1 : first->box.y1;
		if (i > from)
			one->len = 0;
	}
	first->text = (uint32_t)out->text.n;
	first->len = n;
	buf_add(&out->text, text, n);
}

static void combs_find(struct pdf_page_state *s, const struct rules *k)
{
	struct comb c;
	if (s->out->words.n / sizeof(struct doc_word) > MOST_COMB_WORDS)
		return;
	for (size_t i = 0; i < k->short_n; i++) {
		size_t cells = comb_at(k, i, &c), n = cells >= 2 && (c.x[1] - c.x[0]) * 10 <= (c.y1 - c.y0) * 25 ? comb_fill(s->out, &c) : 0;
		if (n < 2 || (cells < 4 && n < cells))
			continue;
		for (size_t from = 0, to; from < cells; from = to + 1) {
			for (to = from; to < cells && c.word[to] >= 0; to++)
				;
			if (to > from)
				comb_join(s->out, &c, from, to);
		}
		i += cells - 1;
	}
}

/* Words that became part of another, or a mark, go. */
static void words_drop(struct doc_page_builder *out)
{
	struct doc_word *w = (struct doc_word *)(void *)out->words.p;
	size_t n = out->words.n / sizeof *w, kept = 0;
	for (size_t i = 0; i < n; i++)
		if (w[i].len)
			w[kept++] = w[i];
	out->words.n = kept * sizeof *w;
}

void pdf_boxes_settle(struct pdf_page_state *s)
{
	struct rules k;
	rules_read(&k, s->out);
	if (k.short_n < 2)
		return;
	squares_find(s, &k);
	combs_find(s, &k);
	words_drop(s->out);
}
