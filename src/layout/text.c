/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/reading.h"

#include <stdlib.h>

static bool is_raised(const struct view_word *a, const struct view_word *b)
{
	int32_t height = a->box.y1 - a->box.y0;
	return b->size * 5 <= a->size * 4 && (a->box.y1 - b->box.y1) * 5 >= height;
}

/* "20¹": a small figure raised behind another is the number of a note. */
static bool marks_note(const struct view_word *a, const struct view_word *b)
{
	return is_raised(a, b) && char_is_digit(char_last(a->text)) && char_is_digit(char_first(b->text));
}

/* "(a)", "12", "b": what notes are marked with. */
static bool is_mark_of_note(struct str s)
{
	size_t from = s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')', n = s.n - 2 * from;
	bool digits = n > 0;
	for (size_t i = from; i < from + n; i++)
		digits &= s.p[i] >= '0' && s.p[i] <= '9';
	return n <= 2 && (digits || (n == 1 && s.p[from] >= 'a' && s.p[from] <= 'z'));
}

bool word_is_note(const struct view *v, uint32_t w)
{
	const struct view_word *b = &v->words[w], *a = b - 1;
	if (!w || a->line != b->line || !(b->flags & DOC_GLUED) || !is_raised(a, b) || !is_mark_of_note(b->text))
		return false;
	return char_is_digit(char_last(a->text)) ? char_is_digit(char_first(b->text)) || b->text.p[0] == '(' : a->text.n > 3 || b->text.p[0] == '(';
}

bool word_touches(const struct view_word *a, const struct view_word *b)
{
	int32_t gap = b->box.x0 - a->box.x1;
	return (b->flags & DOC_GLUED) && a->line == b->line && gap * 10 < word_em(b) && gap * 2 > -word_em(b) && !marks_note(a, b);
}

uint32_t line_from(const struct view *v, const struct view_page *p, int32_t y)
{
	uint32_t lo = p->line, hi = p->line + p->lines;
	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		const struct view_line *l = &v->lines[mid];
		bool climbs = (v->words[l->word].flags & DOC_VERTICAL) != 0;
		if (!climbs && (l->box.y0 + l->box.y1) / 2 < y)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void gap_write(const struct view *v, uint32_t w, struct buf *b)
{
	const struct view_word *p = &v->words[w - 1], *q = &v->words[w];
	if (p->line != q->line)
		buf_byte(b, '\n');
	else if (!word_touches(p, q))
		buf_byte(b, ' ');
}

void layout_text(const struct view *v, uint32_t w, uint32_t n, struct buf *b)
{
	for (uint32_t i = w; i < w + n; i++) {
		if (i > w)
			gap_write(v, i, b);
		buf_str(b, v->words[i].text);
	}
}

/* ---- a page as plain text: places kept as far as blanks allow */

/* Where columns of characters stand: the place of the first, and the width of two. */
struct ruler {
	int32_t left, width;
};

#define ALIGNED_WIDTH 1000 /* a character is 5 points on every page */

/* The column a segment starts in; half an em is a character. */
static int32_t column_of(const struct ruler *r, int32_t x)
{
	return imax(0, imin(250, (x - r->left) * 2 / imax(200, r->width)));
}

static void blanks_write(struct buf *b, int32_t n)
{
	for (int32_t i = 0; i < n; i++)
		buf_byte(b, ' ');
}

static void part_write(const struct view *v, const struct reading_part *part, const struct ruler *r, struct buf *b)
{
	int32_t at = 0;
	for (uint32_t s = part->seg; s < part->seg + part->segs; s++) {
		int32_t column = column_of(r, v->segs[s].box.x0), gap = s > part->seg ? 2 : 0;
		size_t before = b->n;
		blanks_write(b, imax(gap, column - at));
		at += imax(gap, column - at);
		before = b->n;
		layout_text(v, v->segs[s].word, v->segs[s].words, b);
		at += (int32_t)char_count((struct str){ b->p + before, b->n - before });
	}
	buf_byte(b, '\n');
}

/* Leftmost text of the column that starts at part i. */
static int32_t left_of(const struct view *v, const struct reading *r, size_t i)
{
	int32_t left = INT32_MAX;
	for (size_t k = i; k < r->n && (k == i || !r->parts[k].starts); k++)
		left = imin(left, v->segs[r->parts[k].seg].box.x0);
	return left;
}

void layout_write_text(const struct view *v, uint32_t page, struct buf *b)
{
	layout_write_text_styled(v, page, &(struct layout_text_style){ 0 }, b);
}

void layout_write_text_styled(const struct view *v, uint32_t page, const struct layout_text_style *style, struct buf *b)
{
	struct ruler ruler = { 0, style->aligned ? ALIGNED_WIDTH : v->pages[page].body_size };
	struct reading r;
	if (!(style->rows ? reading_rows : reading_order)(v, page, &r))
		b->failed = true;
	for (size_t i = 0; r.parts && i < r.n; i++) {
		const struct view_line *l = &v->lines[r.parts[i].line];
		if (r.parts[i].starts && !style->aligned)
			ruler.left = left_of(v, &r, i);
		if (i && (r.parts[i].starts || l->leading > 2 * v->segs[r.parts[i].seg].size))
			buf_byte(b, '\n');
		part_write(v, &r.parts[i], &ruler, b);
	}
	reading_free(&r);
}
