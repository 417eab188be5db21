/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Segments to blocks. Each segment looks a short way up for the one it goes on
 * from: same left edge, same middle, or wide text over wide text. A segment is
 * gone on from once; chains are blocks.
 *
 *     ACME Ltd            Invoice 17          two blocks of two,
 *     1 High Street       9 March 2020        not two rows
 */
#include "layout/layout-private.h"

#include <stdlib.h>

/* Baselines of one block lie at most this many percent of the font size apart. */
#define LEADING 160
#define SIZE_RATIO 120
#define LOOK_UP 40 /* lines */
#define WIDE_EMS 14 /* text wider than this may be indented */

struct chain {
	uint32_t up, down; /* segments, or VIEW_NONE */
};

static int edge_cmp(const void *a, const void *b)
{
	const struct edge *p = a, *q = b;
	if (p->at != q->at)
		return p->at < q->at ? -1 : 1;
	return p->from != q->from ? (p->from < q->from ? -1 : 1) : (p->to > q->to) - (p->to < q->to);
}

/* The page's horizontal rules by height. */
static bool rules_collect(struct build *b, const struct doc_page *p)
{
	b->horz_n = 0;
	b->horz = ARENA_ARRAY(&b->scratch, p->rules_n + 1, struct edge);
	if (!b->horz)
		return false;
	for (size_t i = 0; i < p->rules_n; i++) {
		const struct doc_box *r = &p->rules[i].box;
		if (p->rules[i].kind == DOC_RULE_HORIZONTAL)
			b->horz[b->horz_n++] = (struct edge){ (r->y0 + r->y1) / 2, r->x0, r->x1, true };
	}
	qsort(b->horz, b->horz_n, sizeof(*b->horz), edge_cmp);
	return true;
}

static bool rule_between(const struct build *b, const struct view_seg *up, const struct view_seg *s)
{
	int32_t y0 = (up->box.y0 + up->box.y1) / 2, y1 = (s->box.y0 + s->box.y1) / 2;
	int32_t x0 = imin(up->box.x0, s->box.x0), x1 = imax(up->box.x1, s->box.x1);
	uint32_t lo = 0, hi = b->horz_n;
	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (b->horz[mid].at <= y0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < b->horz_n && b->horz[lo].at < y1; lo++)
		if (overlap_of(b->horz[lo].from, b->horz[lo].to, x0, x1) * 2 > x1 - x0)
			return true;
	return false;
}

/*
 *      This Agreement and all that follows from it is governed by     the second line, too short to lie under the
 *  English law.                                                       indented first one, goes on with its sentence
 */
static bool is_tail(const struct view *v, const struct view_seg *up, const struct view_seg *s)
{
	int32_t em = imin(up->size, s->size), out = up->box.x0 - s->box.x0;
	struct str last = v->words[up->word + up->words - 1].text;
	char first = last.p[0], end = last.p[last.n - 1];
	bool plain = first >= 'a' && first <= 'z' && end >= 'a' && end <= 'z';
	return plain && out > 0 && out < 3 * em && s->box.x1 > up->box.x0 && up->box.x1 - up->box.x0 > 2 * WIDE_EMS * em;
}

/* How well s goes on from up: 0 not at all, more is better. */
static int alignment(const struct view *v, const struct view_seg *up, const struct view_seg *s)
{
	int32_t em = imin(up->size, s->size), left = abs(up->box.x0 - s->box.x0);
	int32_t middle = abs(up->box.x0 + up->box.x1 - s->box.x0 - s->box.x1) / 2;
	int32_t w_up = up->box.x1 - up->box.x0, w = s->box.x1 - s->box.x0;
	int32_t across = overlap_of(up->box.x0, up->box.x1, s->box.x0, s->box.x1);
	if (left * 3 <= em)
		return 4;
	if (middle * 3 <= em)
		return 3;
	if (imin(w_up, w) > WIDE_EMS * em && across * 10 >= imin(w_up, w) * 8)
		return 2;
	if (imax(w_up, w) > WIDE_EMS * em && left < 3 * em && across * 10 >= imin(w_up, w) * 8)
		return 1;
	return is_tail(v, up, s);
}

static bool may_follow(const struct build *b, const struct view_seg *up, const struct view_seg *s)
{
	int32_t big = imax(up->size, s->size), small = imax(1, imin(up->size, s->size));
	int32_t step = s->box.y1 - up->box.y1;
	/* Boxes of recognised text end where its letters do, so allow half a letter more. */
	int32_t most = big * LEADING / 100 + (b->v->words[s->word].source == DOC_SOURCE_OCR ? big / 3 : 0);
	if (step <= 0 || step > most || big * 100 > small * SIZE_RATIO)
		return false;
	return !rule_between(b, up, s);
}

/* First segment of a line whose right end lies right of x: those before it cannot be met. */
static uint32_t seg_from(const struct view *v, const struct view_line *l, int32_t x)
{
	uint32_t lo = l->seg, hi = l->seg + l->segs;
	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (v->segs[mid].box.x1 < x)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void seg_link(const struct build *b, struct chain *c, uint32_t at)
{
	const struct view *v = b->v;
	const struct view_seg *s = &v->segs[at];
	uint32_t best = VIEW_NONE, first = v->pages[s->page].line;
	int best_fit = 0;
	int32_t reach = s->size * 2 + 500, near = 0;
	for (uint32_t l = s->line; l > first && s->line - l < LOOK_UP; l--) {
		const struct view_line *up = &v->lines[l - 1];
		if (s->box.y0 - up->box.y1 > reach)
			break;
		for (uint32_t k = seg_from(v, up, s->box.x0); k < up->seg + up->segs && v->segs[k].box.x0 <= s->box.x1; k++) {
			int fit = c[k].down == VIEW_NONE ? alignment(v, &v->segs[k], s) : 0;
			if (fit && may_follow(b, &v->segs[k], s) && (best == VIEW_NONE || fit > best_fit)) {
				best = k;
				best_fit = fit;
			}
			near = 1;
		}
		if (best != VIEW_NONE || near)
			break; /* whatever lies further up is hidden by what was met */
	}
	if (best != VIEW_NONE) {
		c[best].down = at;
		c[at].up = best;
	}
}

/* Blocks take the order of their first segment. */
static bool chains_collect(struct build *b, const struct chain *c)
{
	struct view *v = b->v;
	uint32_t n = 0, used = 0, *list = ARENA_ARRAY(b->a, v->segs_n + 1, uint32_t);
	for (uint32_t s = 0; s < v->segs_n; s++)
		n += c[s].up == VIEW_NONE;
	v->blocks = ARENA_ARRAY(b->a, n + 1, struct view_block);
	if (!list || !v->blocks)
		return false;
	for (uint32_t s = 0; s < v->segs_n; s++) {
		if (c[s].up != VIEW_NONE)
			continue;
		struct view_block *k = &v->blocks[v->blocks_n];
		*k = (struct view_block){ .page = v->segs[s].page, .segs = list + used, .box = v->segs[s].box };
		for (uint32_t at = s; at != VIEW_NONE; at = c[at].down) {
			list[used++] = at;
			k->segs_n++;
			box_join(&k->box, &v->segs[at].box);
			v->segs[at].block = v->blocks_n;
		}
		v->blocks_n++;
	}
	return true;
}

bool blocks_link(struct build *b)
{
	uint32_t n = b->v->segs_n;
	struct chain *c = ARENA_ARRAY(&b->scratch, n + 1, struct chain);
	if (!c)
		return false;
	for (uint32_t s = 0; s < n; s++)
		c[s] = (struct chain){ VIEW_NONE, VIEW_NONE };
	uint32_t page = VIEW_NONE;
	for (uint32_t s = 0; s < n; s++) {
		const struct view_seg *seg = &b->v->segs[s];
		if (seg->page != page && !rules_collect(b, b->v->pages[seg->page].page))
			return false;
		page = seg->page;
		if (!(b->v->words[seg->word].flags & DOC_VERTICAL))
			seg_link(b, c, s);
	}
	return chains_collect(b, c);
}
