/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-block.h"
#include <stdlib.h>

/*
 * Cards: blocks of labels side by side, each below a title that has no label.
 *
 *     Ann Miller              Bob Brown
 *     Room: 204               Room: 118        <- the first label of the line comes again: a card begins there
 *     Phone: 4410             Phone: 4032
 *
 *     Carla Rossi             Dora Stein       <- the first label of the page again: a row of cards
 *     Room: 12                Room: 310
 */
#define CARD_COLUMNS 8
#define TITLE_WORDS 10
#define INDENT 5      /* em that labels may stand in below their title, when nothing is beside them */
#define TITLE_LINES 2 /* lines above the first label that a title may stand on */

struct card_page { /* of one page */
	int32_t edge[CARD_COLUMNS];
	size_t n;
	uint32_t kind; /* the label that begins a row of cards */
};

static int32_t hit_x(const struct blocks *b, size_t i)
{
	return b->x->v->words[b->hits[i].label].box.x0;
}

static uint32_t hit_page(const struct blocks *b, size_t i)
{
	return b->x->v->lines[b->hits[i].line].page;
}

/* End of the hits on the line of hit i. */
static size_t line_hits_end(const struct blocks *b, size_t i)
{
	size_t end = i;
	while (end < b->n && b->hits[end].line == b->hits[i].line)
		end++;
	return end;
}

/* Where the first label of the line that begins at hit i comes again: the left edges of cards. */
static size_t edges_of_line(const struct blocks *b, size_t i, size_t end, int32_t edge[CARD_COLUMNS])
{
	size_t n = 0;
	for (size_t k = i; k < end && n < CARD_COLUMNS; k++)
		if (!b->hits[k].level && b->hits[k].prop >= 0 && b->hits[k].kind == b->hits[i].kind)
			edge[n++] = hit_x(b, k);
	return n;
}

/* The first line of hits [from, to), those of a page, with a label twice; n is below 2 if there is none. */
static struct card_page page_read(const struct blocks *b, size_t from, size_t to)
{
	struct card_page p = { .n = 0 };
	for (size_t i = from, end; i < to && p.n < 2; i = end) {
		end = line_hits_end(b, i);
		p.kind = b->hits[i].kind;
		p.n = b->hits[i].level || b->hits[i].prop < 0 ? 0 : edges_of_line(b, i, end, p.edge);
	}
	return p;
}

struct placed { /* a hit and where it belongs */
	uint32_t row, col;
	size_t at;
};

static int placed_cmp(const void *a, const void *b)
{
	const struct placed *p = a, *q = b;
	if (p->row != q->row)
		return p->row < q->row ? -1 : 1;
	if (p->col != q->col)
		return p->col < q->col ? -1 : 1;
	return (p->at > q->at) - (p->at < q->at);
}

static uint32_t column_of(const struct card_page *p, int32_t x, int32_t em)
{
	uint32_t c = 0;
	while (c + 1 < p->n && p->edge[c + 1] <= x + em)
		c++;
	return c;
}

static bool page_order(struct blocks *b, size_t from, size_t to)
{
	struct card_page p = page_read(b, from, to);
	struct placed *at = p.n < 2 ? NULL : ARENA_ARRAY(b->x->a, to - from + 1, struct placed);
	struct hit *hits = p.n < 2 ? NULL : ARENA_ARRAY(b->x->a, to - from + 1, struct hit);
	uint32_t row = 0;
	if (p.n < 2)
		return true;
	if (!at || !hits)
		return false;
	for (size_t i = from, end; i < to; i = end) {
		end = line_hits_end(b, i);
		for (size_t k = i; k < end; k++)
			if (b->hits[k].kind == p.kind) {
				row++;
				break;
			}
		for (size_t k = i; k < end; k++)
			at[k - from] = (struct placed){ row, b->hits[k].level ? 0 : column_of(&p, hit_x(b, k), b->x->em), k };
	}
	qsort(at, to - from, sizeof(*at), placed_cmp);
	for (size_t i = 0; i < to - from; i++)
		hits[i] = b->hits[at[i].at];
	memcpy(b->hits + from, hits, (to - from) * sizeof(*hits));
	b->cards = true;
	return true;
}

bool cards_order(struct blocks *b)
{
	for (size_t i = 0, end; i < b->n; i = end) {
		for (end = i; end < b->n && hit_page(b, end) == hit_page(b, i);)
			end++;
		if (!page_order(b, i, end))
			return false;
	}
	return true;
}

/* ---- titles */

/* Is the run the value of a label? */
static bool is_value(const struct blocks *b, uint32_t word)
{
	for (size_t i = 0; i < b->n; i++)
		for (size_t k = 0; k < b->hits[i].found.n; k++)
			if (b->hits[i].found.words[k] == word)
				return true;
	return false;
}

static bool is_title(const struct blocks *b, const struct view_seg *s, int32_t x)
{
	const struct view *v = b->x->v;
	int32_t off = s->box.x0 - x, indent = b->cards ? b->x->em : INDENT * b->x->em; /* items of a list stand in */
	return off <= b->x->em && off >= -indent && s->words <= TITLE_WORDS && !b->is_label[s->word] &&
	       b->x->role[s->word] == ROLE_NONE && !(v->lines[s->line].flags & VIEW_RUNNING) && !is_value(b, s->word);
}

static bool has_letter(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if ((w.p[i] | 32) >= 'a')
			return true;
	return false;
}

/* "Paid leave   acquired: 25": what stands before the first label of a line; words 0 if there is nothing, or a value. */
static struct cell title_beside(const struct blocks *b, const struct hit *h)
{
	const struct view_line *l = &b->x->v->lines[h->line];
	uint32_t from = h->label;
	while (from > l->word && !b->is_label[from - 1] && b->x->role[from - 1] == ROLE_NONE && !is_value(b, from - 1))
		from--;
	bool first = from == l->word && from < h->label && h->label - from <= TITLE_WORDS;
	return first && has_letter(b->x->v->words[from].text) ? (struct cell){ from, h->label - from } : (struct cell){ 0 };
}

/* A heading right above the line that would be the title, at its place: what it heads is said of the record, too. */
static struct cell title_over(const struct blocks *b, const struct view_line *l, int32_t x)
{
	const struct view *v = b->x->v;
	uint32_t at = (uint32_t)(l - v->lines);
	if (!at || (l->flags & VIEW_HEADING) || l->segs != 1 || v->segs[l->seg].bold)
		return (struct cell){ 0 };
	const struct view_line *over = &v->lines[at - 1];
	bool heads = over->page == l->page && over->segs == 1 && line_heads(b->x, at - 1) && l->box.y0 - over->box.y1 <= 2 * b->x->em;
	return heads && is_title(b, &v->segs[over->seg], x) ? (struct cell){ v->segs[over->seg].word, v->segs[over->seg].words } : (struct cell){ 0 };
}

struct cell card_title(const struct blocks *b, size_t from, size_t to)
{
	const struct view *v = b->x->v;
	const struct hit *h = &b->hits[from];
	int32_t x = hit_x(b, from), top = v->lines[h->line].box.y0;
	if (h->level || from == to)
		return (struct cell){ 0 };
	struct cell beside = title_beside(b, h);
	if (beside.words)
		return beside;
	for (uint32_t k = 1; k <= TITLE_LINES && k <= h->line; k++) {
		const struct view_line *l = &v->lines[h->line - k];
		if (l->page != v->lines[h->line].page || top - l->box.y1 > 2 * b->x->em)
			break;
		if (l->segs > 1 && (cell_read(b->x, v->segs[l->seg + l->segs - 1].word, v->segs[l->seg + l->segs - 1].words) & CELL_NUMBER))
			break; /* a row of a table */
		for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
			if (is_title(b, &v->segs[s], x)) {
				struct cell over = title_over(b, l, x);
				return over.words ? over : (struct cell){ v->segs[s].word, v->segs[s].words };
			}
		top = l->box.y0;
	}
	return (struct cell){ 0 };
}

/* The only property of a date that no label gives, when the title says one. */
static int date_prop(const struct blocks *b, uint64_t props, struct cell title)
{
	const struct span *date = title.words ? cell_span(b->x, VALUE_DATE, title.word, title.words) : NULL;
	int best = -1, n = 0;
	for (size_t p = 0; p < b->pl->n && p < 64 && date && date->words * 2 >= title.words; p++)
		if (b->pl->items[p].child < 0 && !(props >> p & 1) && b->pl->items[p].field->type == VALUE_DATE) {
			best = (int)p;
			n++;
		}
	return n == 1 ? best : -1;
}

int card_title_prop(const struct blocks *b, uint64_t props, struct cell title)
{
	int date = date_prop(b, props, title);
	if (date >= 0)
		return date;
	static const char *const names[] = { "name", "title", "label", "heading" };
	for (size_t w = 0; w < sizeof(names) / sizeof(*names); w++) {
		uint32_t token = token_named(b->x->in, names[w]);
		for (size_t p = 0; p < b->pl->n && p < 64; p++)
			if (b->pl->items[p].child < 0 && !(props >> p & 1) && phrase_has(b->pl->items[p].field->name, token))
				return (int)p;
	}
	const struct plan_field *first = b->pl->n && b->pl->items[0].child < 0 ? b->pl->items[0].field : NULL;
	bool text = first && (!type_wants(first->type) || (type_wants(first->type) & CELL_TEXT));
	return text && !(props & 1) ? 0 : -1;
}
