/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-amount - what a figure's surroundings say of it as an amount:
 *
 *     Products          $ 66,613      the sign of a column stands at its first row and at its sum alone, if there
 *     Services            27,423
 *     Dividends ($0.770 per share)    an amount for one of something is none by itself
 */
#include "extract/field-private.h"
#include <stdlib.h>

enum { COLUMN_ROWS = 40, COLUMN_GAP = 4 /* lines without a figure that a column runs over */, RATE_PARTS = 10, RATE_KEPT = 6 };

/* The figure of line l that ends where g does, VIEW_NONE if none. */
static uint32_t figure_under(const struct fx *x, uint32_t l, const struct view_seg *g)
{
	const struct view_line *line = &x->v->lines[l];
	for (uint32_t s = line->seg + line->segs; s-- > line->seg;) {
		const struct view_seg *o = &x->v->segs[s];
		if (abs(o->box.x1 - g->box.x1) <= x->em && seg_is_figure(x, s))
			return s;
		if (o->box.x1 < g->box.x1 - x->em)
			break; /* segments of a line stand from left to right */
	}
	return VIEW_NONE;
}

static bool has_sign(const struct fx *x, uint32_t seg)
{
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == SPAN_MONEY && x->sp->items[i].extra.n)
			return true;
	return false;
}

bool amount_column_signed(const struct fx *x, const struct span *s)
{
	uint32_t seg = x->v->words[s->word].seg, from = x->v->segs[seg].line;
	const struct view_seg *g = &x->v->segs[seg];
	for (uint32_t l = from, last = from; l-- > x->line0 && from - l <= COLUMN_ROWS && last - l <= COLUMN_GAP && x->v->lines[l].page == g->page;) {
		uint32_t above = figure_under(x, l, g);
		if (above == VIEW_NONE)
			continue;
		if (has_sign(x, above))
			return true;
		last = l;
	}
	return false;
}

/* Words that a name has which asks for what one of something costs or brings. */
static bool asks_for_one(struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "per", "rate", "price", "unit", "each", "fee", "eps", "cost", "wage", "salary", "rent", "charge", "tariff", "pay" };
	return NAME_WITHIN(x, f, words);
}

int amount_for_one(struct fx *x, const struct plan_field *f, const struct span *s, int quality)
{
	uint32_t next = s->word + s->words;
	const struct view_seg *g = &x->v->segs[x->v->words[s->word].seg];
	static const char *const per[] = { "per", "pro", "je" };
	if (f->type != VALUE_MONEY || next + 1 >= g->word + g->words || !STR_ONE_OF(x->v->words[next].text, per) || asks_for_one(x, f))
		return quality;
	return quality * RATE_KEPT / RATE_PARTS;
}
