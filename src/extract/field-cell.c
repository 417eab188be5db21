/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-cell - boxes of a form: a caption set small at the top of a ruled cell, its
 * value below in the same cell. What else stands near belongs to other boxes.
 *
 *   +--------------------------+------------------+
 *   | Name des Antragstellers  | Beruf            |   captions
 *   |   Jan Kowalski           |                  |   a value, and a box left blank
 *   +--------------------------+------------------+
 *
 * Or a line to write on, and its caption set small below:
 *
 *   Jan Kowalski        12.04.1986
 *   ------------------  ----------------
 *   Name                Geburtsdatum
 *
 * Where several hang close below their values, the line may be missing.
 */
#include "extract/field-private.h"
#include <stdlib.h>

#define UNDERS 2      /* so many captions below lines make a form */
#define REACH 2       /* type sizes above a line that what stands on it ends at most */
#define CAPTION_WORDS 8
#define HANGING 3     /* so many captions below values make a form without lines */
#define NEAR 50       /* percent of the type size that part such a caption from its value at most */
#define PER_CENT 100
#define SMALLER 87 /* percent of the value's size that a caption has at most */

struct box {
	uint32_t first, lines; /* topmost segment, lines so far */
	uint16_t size;         /* of the first line */
	uint32_t last_line;
	int32_t value_y;       /* top of the first line of the value */
	bool captioned;
};

static bool is_smaller(uint16_t a, uint16_t b)
{
	return (uint32_t)a * 100 <= (uint32_t)b * SMALLER;
}

static bool is_upper_half(const struct fx *x, uint32_t seg)
{
	struct doc_box g = x->v->segs[seg].box, c = x->v->cells[x->cell[seg - x->seg0]].box;
	return g.y0 + g.y1 < c.y0 + c.y1;
}

/* A lower line of the box: set larger than the first one it is a value, and the first one its caption. */
static void box_add(struct fx *x, struct box *b, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	if (!b->lines) {
		*b = (struct box){ .first = seg, .lines = 1, .size = g->size, .last_line = g->line };
		return;
	}
	b->lines += g->line != b->last_line;
	b->last_line = g->line;
	if (b->lines > 1 && is_smaller(b->size, g->size) && is_upper_half(x, b->first)) {
		x->caption[b->first - x->seg0] = CAPTION;
		x->caption[seg - x->seg0] = CAPTION_VALUE;
		b->value_y = b->captioned ? b->value_y : g->box.y0;
		b->captioned = true;
	}
}

/* Lines of a caption below its first, above the value. */
static void captions_go_on(struct fx *x, const struct box *boxes)
{
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		const struct box *b = x->cell[s - x->seg0] == VIEW_NONE ? NULL : &boxes[x->cell[s - x->seg0]];
		if (b && b->captioned && s != b->first && !x->caption[s - x->seg0] && x->v->segs[s].size <= b->size && x->v->segs[s].box.y0 < b->value_y &&
		    x->v->segs[s].line != x->v->segs[b->first].line)
			x->caption[s - x->seg0] = CAPTION_MORE;
	}
}

/* A line alone, set like the captions of its grid, is one too: its box is blank. */
static void blanks_find(struct fx *x, const struct box *boxes, uint16_t *grid_size)
{
	for (uint32_t c = 0; c < x->v->cells_n; c++)
		if (boxes[c].captioned && boxes[c].size > grid_size[x->v->cells[c].grid])
			grid_size[x->v->cells[c].grid] = boxes[c].size;
	for (uint32_t c = 0; c < x->v->cells_n; c++) {
		const struct box *b = &boxes[c];
		if (b->lines == 1 && b->size <= grid_size[x->v->cells[c].grid] && is_upper_half(x, b->first))
			x->caption[b->first - x->seg0] = CAPTION;
	}
}

/* ---- captions below the line that their value stands on */

static bool lies_on(const struct fx *x, struct doc_box text, struct doc_box line)
{
	int32_t off = text.x0 + text.x1 - line.x0 - line.x1;
	return text.x0 - line.x0 < 2 * x->em || (off < 4 * x->em && off > -4 * x->em); /* from its left end on, or in its middle */
}

/* "Patient: Delgado" brings its value along. */
static bool may_be_caption(const struct fx *x, const struct view_seg *g)
{
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		if (word_ends_label(x->v->words[w].text) || str_has_digit(x->v->words[w].text))
			return false;
	return g->words <= CAPTION_WORDS;
}

/* The rule that a caption hangs under, NULL if there is none. */
static const struct doc_rule *rule_over(const struct fx *x, const struct view_seg *g)
{
	const struct doc_page *p = x->v->pages[g->page].page;
	int32_t em = g->size, best = INT32_MAX;
	const struct doc_rule *over = NULL;
	for (size_t i = 0; i < p->rules_n; i++) {
		const struct doc_rule *r = &p->rules[i];
		int32_t y = (r->box.y0 + r->box.y1) / 2, gap = g->box.y0 - y;
		if (r->kind != DOC_RULE_HORIZONTAL || gap < -em / 3 || gap > em || r->box.x0 > g->box.x0 + em || r->box.x1 < g->box.x0 + em ||
		    !lies_on(x, g->box, r->box))
			continue;
		if (gap < best) {
			best = gap;
			over = r;
		}
	}
	return over;
}

/* Is the text that stands on the rule set larger than the caption below it? *first, *last: its segments. False if none stands there. */
static bool stands_on(const struct fx *x, const struct view_seg *g, const struct doc_rule *r, uint32_t *first, uint32_t *last)
{
	const struct view_page *page = &x->v->pages[g->page];
	for (uint32_t l = g->line; l-- > page->line && l >= x->line0;) {
		const struct view_line *line = &x->v->lines[l];
		bool any = false;
		if (r->box.y0 - line->box.y1 > REACH * x->em)
			return false;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
			const struct view_seg *c = &x->v->segs[s];
			if (c->box.x0 < r->box.x0 - x->em / 2 || c->box.x0 > r->box.x1 || r->box.y0 - c->box.y1 > c->size || c->box.y0 > r->box.y0)
				continue;
			*first = any ? *first : s;
			*last = s;
			any = true;
		}
		if (any)
			return lies_on(x, x->v->segs[*first].box, r->box) && is_smaller(g->size, x->v->segs[*first].size);
	}
	return false;
}

/* ---- captions set small below their value, without a line */

static bool same_column(const struct fx *x, struct doc_box a, struct doc_box b)
{
	int32_t off = a.x0 + a.x1 - b.x0 - b.x1;
	return abs(a.x0 - b.x0) <= x->em / 4 || abs(off) <= x->em / 2;
}

/* The nearest segment over or under g that stands in its column or overlaps it, no further than reach away; VIEW_NONE if there is none. */
static uint32_t nearest(const struct fx *x, const struct view_seg *g, bool over, int32_t reach, int32_t *gap)
{
	const struct view_page *page = &x->v->pages[g->page];
	for (uint32_t l = g->line; over ? l-- > page->line && l >= x->line0 : ++l < page->line + page->lines && l < x->line1;) {
		const struct view_line *line = &x->v->lines[l];
		if ((over ? g->box.y0 - line->box.y1 : line->box.y0 - g->box.y1) > reach)
			return VIEW_NONE;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
			const struct view_seg *c = &x->v->segs[s];
			if (c->box.x0 >= g->box.x1 || c->box.x1 <= g->box.x0)
				continue;
			*gap = over ? g->box.y0 - c->box.y1 : c->box.y0 - g->box.y1;
			return s;
		}
	}
	return VIEW_NONE;
}

/* What is set larger right beside a small text, over or under it, nearer than what stands on its other side; VIEW_NONE if nothing is. */
static uint32_t larger_beside(const struct fx *x, const struct view_seg *g, bool over)
{
	int32_t gap = 0, other = 0;
	uint32_t s = nearest(x, g, over, NEAR * x->em / PER_CENT, &gap);
	if (s == VIEW_NONE || !is_smaller(g->size, x->v->segs[s].size) || !same_column(x, g->box, x->v->segs[s].box))
		return VIEW_NONE;
	return nearest(x, g, !over, REACH * x->em, &other) != VIEW_NONE && other < gap + x->em / 2 ? VIEW_NONE : s;
}

/*
 *   Bilbao (BIO)     Sevilla (SVQ)
 *   Origen           Destino           several known words, each close below a value, and few or none close above one
 */
static void hanging_find(struct fx *x)
{
	uint32_t under = 0, above = 0, known = 0;
	for (int round = 0; round < 2; round++) {
		for (uint32_t s = x->seg0; s < x->seg1; s++) {
			const struct view_seg *g = &x->v->segs[s];
			uint32_t over;
			if (x->caption[s - x->seg0] || !may_be_caption(x, g))
				continue;
			if (round == 0)
				above += larger_beside(x, g, false) != VIEW_NONE;
			if ((over = larger_beside(x, g, true)) == VIEW_NONE || x->caption[over - x->seg0])
				continue;
			if (round == 0) {
				under++;
				known += phrase_is_vocabulary(fx_phrase(x, g->word, g->words));
				continue;
			}
			x->caption[s - x->seg0] = CAPTION_UNDER;
			x->caption[over - x->seg0] = CAPTION_VALUE;
		}
		if (under < HANGING || above * 2 > under || known * 3 < under * 2)
			return;
	}
}

/* "(Zip Code)": all of it in brackets, and no figure. */
static bool is_bracketed(const struct fx *x, const struct view_seg *g)
{
	struct str first = x->v->words[g->word].text, last = x->v->words[g->word + g->words - 1].text;
	if (first.p[0] != '(' || last.p[last.n - 1] != ')' || first.n + last.n < 6)
		return false;
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		if (str_has_digit(x->v->words[w].text))
			return false;
	return true;
}

/* The value over a caption in brackets, in its column and close; VIEW_NONE if there is none. */
static uint32_t value_over_brackets(const struct fx *x, const struct view_seg *g)
{
	int32_t gap = 0;
	uint32_t s = is_bracketed(x, g) ? nearest(x, g, true, NEAR * x->em / PER_CENT, &gap) : VIEW_NONE;
	bool fits = s != VIEW_NONE && same_column(x, g->box, x->v->segs[s].box) && !is_bracketed(x, &x->v->segs[s]);
	return fits && !word_ends_label(x->v->words[x->v->segs[s].word + x->v->segs[s].words - 1].text) ? s : VIEW_NONE;
}

/*
 *        2200 Harbor Parkway, Tampa, Florida
 *      (Address of principal executive offices)      several such: captions of official reports hang below, in brackets
 */
static void bracketed_find(struct fx *x)
{
	uint32_t n = 0, over;
	for (int round = 0; round < 2; round++)
		for (uint32_t s = x->seg0; s < x->seg1 && (round == 0 || n >= UNDERS); s++) {
			if (x->caption[s - x->seg0] || (over = value_over_brackets(x, &x->v->segs[s])) == VIEW_NONE || x->caption[over - x->seg0])
				continue;
			n += round == 0;
			if (round == 0)
				continue;
			x->caption[s - x->seg0] = CAPTION_UNDER;
			x->caption[over - x->seg0] = CAPTION_VALUE;
		}
}

uint32_t caption_values(const struct fx *x, uint32_t seg, uint32_t *first)
{
	const struct view_seg *g = &x->v->segs[seg];
	if (x->caption[seg - x->seg0] != CAPTION_UNDER)
		return 0;
	const struct doc_rule *r = rule_over(x, g);
	uint32_t last;
	if (r)
		return stands_on(x, g, r, first, &last) ? last - *first + 1 : 0;
	*first = larger_beside(x, g, true);
	if (*first == VIEW_NONE)
		*first = value_over_brackets(x, g);
	return *first != VIEW_NONE;
}

/* One by itself may be small print below a line; of several those whose lines are blank are captions, too. */
static void unders_find(struct fx *x)
{
	uint32_t n = 0, first, last;
	uint16_t size = 0;
	const struct doc_rule *r, *before = NULL;
	for (int round = 0; round < 2; round++) {
		for (uint32_t s = x->seg0; s < x->seg1; s++) {
			const struct view_seg *g = &x->v->segs[s];
			if (x->caption[s - x->seg0] || x->cell[s - x->seg0] != VIEW_NONE || !may_be_caption(x, g) || !(r = rule_over(x, g)))
				continue;
			bool on = stands_on(x, g, r, &first, &last);
			if (round == 0) {
				n += on && r != before;
				before = on ? r : before;
				size = on && g->size > size ? g->size : size;
				continue;
			}
			if (!on && g->size > size)
				continue;
			x->caption[s - x->seg0] = CAPTION_UNDER;
			for (uint32_t k = first; on && k <= last; k++)
				x->caption[k - x->seg0] = CAPTION_VALUE;
		}
		if (n < UNDERS)
			return;
	}
}

bool captions_find(struct fx *x)
{
	uint32_t grids = 0;
	for (uint32_t c = 0; c < x->v->cells_n; c++)
		grids = x->v->cells[c].grid >= grids ? x->v->cells[c].grid + 1 : grids;
	struct box *boxes = ARENA_ARRAY(x->a, x->v->cells_n + 1, struct box);
	uint16_t *grid_size = ARENA_ARRAY(x->a, grids + 1, uint16_t);
	x->caption = ARENA_ARRAY(x->a, x->seg1 - x->seg0 + 1, uint8_t);
	if (!boxes || !grid_size || !x->caption)
		return false;
	for (uint32_t s = x->seg0; s < x->seg1; s++)
		if (x->cell[s - x->seg0] != VIEW_NONE)
			box_add(x, &boxes[x->cell[s - x->seg0]], s);
	captions_go_on(x, boxes);
	blanks_find(x, boxes, grid_size);
	unders_find(x);
	hanging_find(x);
	bracketed_find(x);
	return true;
}
