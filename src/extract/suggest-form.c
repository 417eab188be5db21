/* SPDX-License-Identifier: Apache-2.0 */
/*
 * suggest-form - labels that are told by where they stand:
 *
 *   +------------------+-----------+   a caption over its value in a ruled box
 *   | 1. Shipper       | 2. Date   |
 *   | Kolbeck Tools    | 3/14/2025 |
 *   +------------------+-----------+
 *
 *        33602
 *      (Zip Code)            a caption in brackets below its value, one of several
 *
 *   Last name   Oyelaran   First name   Temi    texts in turn labels and values, line below line
 *   Born        2/11/1987  Gender       Female
 */
#include "extract/suggest-private.h"
#include <stdlib.h>

enum { CAPTION_WORDS = 7, CAPTION_PERCENT = 88, GRID_LINES = 2, GRID_SEGS = 8, BRACKET_WORDS = 10, BRACKETS_LEAST = 3 };

uint32_t page_item_number(const struct page_reader *r, const struct view_seg *g)
{
	struct str t = r->v->words[g->word].text;
	size_t i = t.n && t.p[0] == '(', from = i;
	while (i < t.n && t.p[i] >= '0' && t.p[i] <= '9')
		i++;
	bool digits = i > from && i - from <= 2;
	i += i < t.n && t.p[i] >= 'a' && t.p[i] <= 'z';
	return g->words > 1 && digits && i + 1 == t.n && (t.p[i] == '.' || t.p[i] == ')');
}

uint32_t page_below(const struct page_reader *r, uint32_t seg)
{
	const struct view_seg *g = &r->v->segs[seg];
	const struct view_line *next = &r->v->lines[g->line + 1];
	if (g->line + 1 >= r->v->lines_n || next->page != g->page || next->box.y0 - g->box.y1 > 2 * (g->box.y1 - g->box.y0))
		return VIEW_NONE;
	for (uint32_t i = next->seg; i < next->seg + next->segs; i++)
		if (abs(r->v->segs[i].box.x0 - g->box.x0) <= g->size)
			return i;
	return VIEW_NONE;
}

/* ---- captions */

static bool holds(struct doc_box cell, struct doc_box b)
{
	int32_t x = (b.x0 + b.x1) / 2, y = (b.y0 + b.y1) / 2;
	return x >= cell.x0 && x <= cell.x1 && y >= cell.y0 && y <= cell.y1;
}

/* The ruled cell that a segment stands in, or NULL. */
static const struct view_cell *cell_of(const struct view *v, const struct view_seg *g)
{
	const struct view_page *p = &v->pages[g->page];
	for (uint32_t i = p->cell; i < p->cell + p->cells; i++)
		if (holds(v->cells[i].box, g->box))
			return &v->cells[i];
	return NULL;
}

/* A small text at the top of a box, with a larger one below it. */
static bool is_caption(const struct page_reader *r, uint32_t seg)
{
	const struct view_seg *g = &r->v->segs[seg];
	uint32_t skip = page_item_number(r, g), below = page_below(r, seg);
	if (below == VIEW_NONE || g->size * 100 > r->v->segs[below].size * CAPTION_PERCENT ||
	    !page_may_name(r, g->word + skip, g->words - skip, CAPTION_WORDS))
		return false;
	const struct view_cell *cell = cell_of(r->v, g);
	return cell && cell == cell_of(r->v, &r->v->segs[below]);
}

static void captions_mark(struct page_reader *r)
{
	for (uint32_t i = 0; i < r->v->segs_n; i++)
		if (!r->place[i] && is_caption(r, i)) {
			r->place[i] = PLACE_ABOVE;
			r->place[page_below(r, i)] = PLACE_VALUE;
			r->used[r->v->segs[i].line] = true; /* no header of a table */
		}
}

/* ---- captions in brackets below their values, as official reports have them */

static bool is_bracketed(const struct page_reader *r, const struct view_seg *g)
{
	struct str first = r->v->words[g->word].text, last = r->v->words[g->word + g->words - 1].text;
	return first.p[0] == '(' && last.p[last.n - 1] == ')' && page_may_name(r, g->word, g->words, BRACKET_WORDS);
}

uint32_t page_above(const struct page_reader *r, uint32_t seg)
{
	const struct view_seg *g = &r->v->segs[seg];
	const struct view_line *up = g->line ? &r->v->lines[g->line - 1] : NULL;
	for (uint32_t i = up ? up->seg : 0; up && up->page == g->page && i < up->seg + up->segs; i++) {
		const struct view_seg *k = &r->v->segs[i];
		if (abs(k->box.x0 + k->box.x1 - g->box.x0 - g->box.x1) <= g->size && g->box.y0 - k->box.y1 <= g->size)
			return i;
	}
	return VIEW_NONE;
}

static void brackets_mark(struct page_reader *r)
{
	uint32_t n = 0;
	for (int round = 0; round < 2; round++)
		for (uint32_t i = 0; i < r->v->segs_n && (round == 0 || n >= BRACKETS_LEAST); i++) {
			uint32_t over = is_bracketed(r, &r->v->segs[i]) ? page_above(r, i) : VIEW_NONE;
			if (over == VIEW_NONE || is_bracketed(r, &r->v->segs[over]))
				continue;
			n += round == 0;
			if (round == 0)
				continue;
			r->place[i] = PLACE_UNDER;
			r->place[over] = PLACE_VALUE;
			r->used[r->v->segs[i].line] = r->used[r->v->segs[over].line] = true;
		}
}

/* ---- labels and values in turn */

/* Do as many texts begin in line b where those of line a do? */
static bool aligned(const struct view *v, const struct view_line *a, const struct view_line *b)
{
	if (a->segs != b->segs || a->page != b->page)
		return false;
	for (uint32_t i = 0; i < a->segs; i++)
		if (abs(v->segs[a->seg + i].box.x0 - v->segs[b->seg + i].box.x0) > v->segs[a->seg + i].size / 2)
			return false;
	return true;
}

/* Words of the lexicon, or words with a colon. */
static bool reads_as_label(const struct page_reader *r, uint32_t seg)
{
	const struct view_seg *g = &r->v->segs[seg];
	if (!page_may_name(r, g->word, g->words, SUGGEST_NAME_WORDS))
		return false;
	struct str last = r->v->words[g->word + g->words - 1].text;
	struct phrase p = phrase_of(r->s->p.in, page_words(r, g->word, g->words));
	for (size_t i = 0; i < p.n; i++)
		if (!token_is_known(p.tokens[i]))
			return last.p[last.n - 1] == ':';
	return p.n > 0;
}

/* Are the texts of lines [from, to) labels and values in turn? A table has headers over its values, too. */
static bool in_turn(const struct page_reader *r, uint32_t from, uint32_t to)
{
	uint32_t said[2] = { 0, 0 }, first[2] = { 0, 0 }, bold[2] = { 0, 0 }, half = (to - from) * r->v->lines[from].segs / 2;
	for (uint32_t l = from; l < to; l++)
		for (uint32_t i = 0; i < r->v->lines[l].segs; i++) {
			const struct view_seg *g = &r->v->segs[r->v->lines[l].seg + i];
			bool label = reads_as_label(r, r->v->lines[l].seg + i);
			said[i % 2] += label;
			first[i % 2] += label && l == from;
			bold[i % 2] += g->bold && (i % 2 || page_may_name(r, g->word, g->words, CAPTION_WORDS));
		}
	if (bold[0] == half && !bold[1])
		return true; /* set apart from what they say */
	return said[0] * 10 >= half * 8 && said[1] * 2 <= half && first[1] * 2 < r->v->lines[from].segs;
}

static void grids_mark(struct page_reader *r)
{
	for (uint32_t l = 0, end; l < r->v->lines_n; l = end) {
		const struct view_line *line = &r->v->lines[l];
		end = l + 1;
		if (line->segs % 2 || line->segs > GRID_SEGS)
			continue;
		while (end < r->v->lines_n && aligned(r->v, line, &r->v->lines[end]))
			end++;
		if (end - l < GRID_LINES || !in_turn(r, l, end))
			continue;
		for (uint32_t s = line->seg; s < r->v->lines[end - 1].seg + r->v->lines[end - 1].segs; s++)
			r->place[s] = (s - r->v->lines[r->v->segs[s].line].seg) % 2 ? PLACE_VALUE : PLACE_BESIDE;
		for (uint32_t k = l; k < end; k++)
			r->used[k] = true;
	}
}

void page_forms_mark(struct page_reader *r)
{
	captions_mark(r);
	brackets_mark(r);
	grids_mark(r);
}
