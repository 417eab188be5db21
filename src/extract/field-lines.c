/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-lines - a text value that its writer broke into lines is all of them.
 *
 *      Description: While releasing the lock he        |  the first word of the next line had no
 *      slipped and fell.                               |  room on this one: the line was broken
 *
 *                       Replaced the seal; tested
 *      Work performed   at 180 bar.                       a label may stand beside the middle
 */
#include "extract/field-private.h"
#include <stdlib.h>

enum { WORDS_MOST = 600, LABEL_SURE = 850, LONG_LINE = 5 };

/* How far to the right words of this segment could have gone. */
static int32_t right_edge(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t cell = x->cell[seg - x->seg0];
	const struct view_page *page = &x->v->pages[g->page];
	int32_t edge = x->v->blocks[g->block].box.x1;
	if (cell != VIEW_NONE)
		return x->v->cells[cell].box.x1;
	if (x->v->lines[g->line].flags & VIEW_PROSE)
		return edge;
	for (uint32_t l = page->line; l < page->line + page->lines; l++)
		for (uint32_t s = x->v->lines[l].seg; s < x->v->lines[l].seg + x->v->lines[l].segs; s++) {
			struct doc_box b = x->v->segs[s].box;
			if (b.x0 < g->box.x1 && b.x1 > g->box.x0 && b.x1 > edge)
				edge = b.x1;
		}
	return edge;
}

/* A cell or a paragraph has an edge of its own; elsewhere the longest line may only look broken. */
static bool reads_on(const struct fx *x, const struct view_seg *p, const struct view_seg *q)
{
	char first = x->v->words[q->word].text.p[0];
	if (x->v->lines[p->line].flags & VIEW_PROSE || x->cell[p - x->v->segs - x->seg0] != VIEW_NONE)
		return true;
	return (first >= 'a' && first <= 'z') || (p->words >= LONG_LINE && q->words >= LONG_LINE);
}

/* Was the line broken between segments a and b because the first word of b had no room behind a? */
static bool was_broken(const struct fx *x, uint32_t a, uint32_t b, int32_t edge)
{
	const struct view_seg *p = &x->v->segs[a], *q = &x->v->segs[b];
	struct doc_box first = x->v->words[q->word].box;
	struct str last = x->v->words[p->word + p->words - 1].text;
	if (p->page != q->page || p->size != q->size || q->box.y0 < p->box.y0 || x->cell[a - x->seg0] != x->cell[b - x->seg0] || word_ends_label(last))
		return false;
	return edge - p->box.x1 < first.x1 - first.x0 + q->size / 2 && reads_on(x, p, q);
}

/* Does a label with a colon begin the segment, is all of it one, or does one stand to its left? */
static bool begins_label(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	for (uint32_t n = 0; n < g->words && n < LABEL_WORDS; n++)
		if (word_ends_label(x->v->words[g->word + n].text))
			return true;
	bool beside = seg > x->v->lines[g->line].seg && x->label_like[seg - 1 - x->seg0] >= LABEL_SURE;
	return beside || (!(x->v->lines[g->line].flags & VIEW_PROSE) && x->label_like[seg - x->seg0] >= LABEL_SURE);
}

static uint32_t place_in(const struct view_block *b, uint32_t seg)
{
	for (uint32_t i = 0; i < b->segs_n; i++)
		if (b->segs[i] == seg)
			return i;
	return b->segs_n;
}

static uint32_t in_block(const struct fx *x, uint32_t seg, int step)
{
	uint32_t block = x->v->segs[seg].block;
	if (block >= x->v->blocks_n)
		return VIEW_NONE;
	const struct view_block *b = &x->v->blocks[block];
	uint32_t at = place_in(b, seg);
	if (at == b->segs_n || (step < 0 && !at) || (step > 0 && at + 1 == b->segs_n))
		return VIEW_NONE;
	uint32_t next = b->segs[step < 0 ? at - 1 : at + 1];
	return next >= x->seg0 && next < x->seg1 && x->cell[next - x->seg0] == x->cell[seg - x->seg0] ? next : VIEW_NONE;
}

uint32_t seg_before(const struct fx *x, uint32_t seg)
{
	return in_block(x, seg, -1);
}

/*
 *   Address:  12 High Street      behind the label the text hangs at its first word
 *             Leeds LS1 4AB
 */
uint32_t seg_after(const struct fx *x, uint32_t seg, uint32_t word)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t next = word == g->word ? in_block(x, seg, 1) : VIEW_NONE;
	int32_t left = x->v->words[word].box.x0;
	for (uint32_t l = g->line + 1; next == VIEW_NONE && l < x->line1; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (line->page != g->page || line->box.y0 - g->box.y1 > x->em)
			break;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++)
			if (abs(x->v->segs[s].box.x0 - left) <= x->em / 2 && x->v->segs[s].size == g->size && s == line->seg)
				next = s;
	}
	if (next == VIEW_NONE && word != g->word)
		next = in_block(x, seg, 1);
	return next;
}

/* Words up to the first that ends a sentence: "YO21 1DN. As at 30 September". */
static size_t to_sentence_end(const struct fx *x, const uint32_t *ids, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++) {
		struct str w = x->v->words[ids[i]].text, next = x->v->words[ids[i + 1]].text;
		if (w.n > 3 && w.p[w.n - 1] == '.' && next.p[0] >= 'A' && next.p[0] <= 'Z')
			return i + 1;
	}
	return n;
}

void text_end_sentence(const struct fx *x, struct found *v)
{
	v->n = to_sentence_end(x, v->words, v->n);
	struct str last = v->n ? x->v->words[v->words[v->n - 1]].text : (struct str){ NULL, 0 };
	if (last.n > 3 && last.p[last.n - 1] == '.' && !v->cut)
		v->cut = 1;
}

/* Does something stand left of seg as the label does left of at? Then it has a label of its own, whatever that says. */
static bool is_other_row(const struct fx *x, uint32_t seg, uint32_t at)
{
	uint32_t own = x->v->lines[x->v->segs[at].line].seg, left = x->v->lines[x->v->segs[seg].line].seg;
	return x->v->segs[seg].line != x->v->segs[at].line && own < at && left < seg && abs(x->v->segs[own].box.x0 - x->v->segs[left].box.x0) <= x->em / 2;
}

void text_widen(struct fx *x, enum relation rel, struct found *v)
{
	uint32_t at = v->n ? x->v->words[v->words[v->n - 1]].seg : x->seg1, n = 0, first = at, last, next, up;
	if (at < x->seg0 || at >= x->seg1 || v->cut || x->v->segs[at].block >= x->v->blocks_n)
		return;
	const struct view_seg *g = &x->v->segs[at];
	if (v->words[v->n - 1] + 1 != g->word + g->words)
		return;
	int32_t edge = right_edge(x, at);
	bool whole = v->words[0] == g->word && !v->skip;
	while (rel == REL_RIGHT && whole && (up = seg_before(x, first)) != VIEW_NONE && !begins_label(x, up) && !is_other_row(x, up, at) && was_broken(x, up, first, edge))
		first = up;
	uint32_t *ids = ARENA_ARRAY(x->a, WORDS_MOST, uint32_t);
	for (last = first; ids; last = next) {
		const struct view_seg *s = &x->v->segs[last];
		uint32_t from = last == at ? v->words[0] : s->word;
		for (uint32_t w = from; w < s->word + s->words && n < WORDS_MOST; w++)
			ids[n++] = w;
		next = seg_after(x, last, from);
		if (next == VIEW_NONE || (last >= at && (begins_label(x, next) || is_other_row(x, next, at) || !was_broken(x, last, next, edge))))
			break;
	}
	if (ids && n > v->n) {
		v->words = ids;
		v->n = n;
	}
}
