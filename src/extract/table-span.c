/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table-span - cells that stand beside several rows:
 *
 *     +-------+------+-----------+
 *     | Time  | Room | Talk      |
 *     +-------+------+-----------+
 *     | 09:00 | A    | Open data |     the time is that of both rows
 *     |       +------+-----------+
 *     |       | B    | Sensors   |
 *     +-------+------+-----------+
 *
 * Only ruled cells tell how far they reach. Their words are those of each row they stand beside; where a row goes on over
 * several lines, of its first.
 */
#include "extract/table.h"

#define SPANS_MOST 256 /* spanning cells of one page */

struct span_cell {
	struct doc_box box;
	uint32_t word, words; /* neighbours on one line */
};
struct span_set { /* of one page */
	struct span_cell *items;
	size_t n;
	bool ready;
};

static bool box_holds(const struct doc_box *b, const struct doc_box *w)
{
	int32_t mx = (w->x0 + w->x1) / 2, my = (w->y0 + w->y1) / 2;
	return mx >= b->x0 && mx < b->x1 && my >= b->y0 && my < b->y1;
}

/* The words of a cell; false if there are none, or they stand on several lines. */
static bool cell_words(const struct view *v, const struct view_page *p, struct span_cell *c)
{
	for (uint32_t w = p->word; w < p->word + p->words; w++) {
		if (!box_holds(&c->box, &v->words[w].box))
			continue;
		if (c->words && (w != c->word + c->words || v->words[w].line != v->words[c->word].line))
			return false;
		c->word = c->words ? c->word : w;
		c->words++;
	}
	return c->words > 0;
}

static const struct span_set *page_spans(struct table_ctx *x, uint32_t page)
{
	const struct view_page *p = &x->v->pages[page];
	if (!x->spans)
		x->spans = ARENA_ARRAY(x->a, x->v->pages_n + 1, struct span_set);
	if (!x->spans)
		return NULL;
	struct span_set *s = &x->spans[page];
	for (uint32_t c = p->cell; !s->ready && c < p->cell + p->cells && s->n < SPANS_MOST; c++) {
		struct span_cell k = { .box = x->v->cells[c].box };
		if (x->v->cells[c].row_span < 2 || x->v->cells[c].col_span > 1 || !cell_words(x->v, p, &k))
			continue;
		if (!s->items)
			s->items = ARENA_ARRAY(x->a, SPANS_MOST, struct span_cell);
		if (!s->items)
			return NULL;
		s->items[s->n++] = k;
	}
	s->ready = true;
	return s;
}

/* The spanning cell that stands beside the line in column c, below the header; NULL if there is none. */
static const struct span_cell *span_at(const struct table_ctx *x, const struct span_set *s, const struct table *t, size_t c, const struct doc_box *line)
{
	int32_t my = (line->y0 + line->y1) / 2, mx = (t->cols[c].edge[0] + t->cols[c].edge[1]) / 2;
	for (size_t i = 0; i < s->n; i++) {
		const struct doc_box *b = &s->items[i].box;
		if (mx >= b->x0 && mx < b->x1 && my >= b->y0 && my < b->y1 && x->v->words[s->items[i].word].line >= t->line + t->lines)
			return &s->items[i];
	}
	return NULL;
}

/* Is the line above in the same cell as a word of this one, outside the spanning cell? Then this one goes on with it. */
static bool goes_on(const struct table_ctx *x, const struct span_cell *s, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line], *up = line ? l - 1 : NULL;
	const struct view_page *p = &x->v->pages[l->page];
	if (!up || up->page != l->page)
		return false;
	for (uint32_t c = p->cell; c < p->cell + p->cells; c++) {
		const struct doc_box *b = &x->v->cells[c].box;
		bool here = false, above = false;
		if (b->y1 <= l->box.y0 || b->y0 >= l->box.y1 || (b->x0 == s->box.x0 && b->y0 == s->box.y0) || x->v->cells[c].row_span > 1)
			continue;
		for (uint32_t w = l->word; w < l->word + l->words && !here; w++)
			here = box_holds(b, &x->v->words[w].box);
		for (uint32_t w = up->word; w < up->word + up->words && here && !above; w++)
			above = box_holds(b, &x->v->words[w].box);
		if (above)
			return true;
	}
	return false;
}

void row_span_fill(struct table_ctx *x, const struct table *t, struct row *r)
{
	const struct view_line *l = &x->v->lines[r->line];
	const struct span_set *s = x->v->pages[l->page].cells ? page_spans(x, l->page) : NULL;
	uint64_t own = r->fill, lone = 0;
	if (!s || !s->n)
		return;
	for (size_t c = 0; c < t->cols_n; c++) {
		const struct span_cell *k = span_at(x, s, t, c, &l->box);
		if (!k)
			continue;
		lone |= UINT64_C(1) << c;
		if (r->cells[c].words || goes_on(x, k, r->line))
			continue;
		r->cells[c] = (struct cell){ k->word, k->words };
		r->fill |= UINT64_C(1) << c;
	}
	if (!(own & ~lone)) /* the text of spanning cells, between the rows: theirs, no row of its own */
		r->fill = 0;
}
