/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-cell - boxes of a form: a caption set small at the top of a ruled cell, its
 * value below in the same cell. What else stands near belongs to other boxes.
 *
 *   +--------------------------+------------------+
 *   | Name des Antragstellers  | Beruf            |   captions
 *   |   Jan Kowalski           |                  |   a value, and a box left blank
 *   +--------------------------+------------------+
 */
#include "extract/field-private.h"

#define SMALLER 87 /* percent of the value's size that a caption has at most */

struct box {
	uint32_t first, lines; /* topmost segment, lines so far */
	uint16_t size;         /* of the first line */
	uint32_t last_line;
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
		b->captioned = true;
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
	blanks_find(x, boxes, grid_size);
	return true;
}
