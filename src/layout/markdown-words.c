/* SPDX-License-Identifier: Apache-2.0 */
/* Words as markdown, each once, and noted where that is wanted; those that lead to an address as links. */
#include "layout/markdown-private.h"

static void word_note(struct markdown *x, uint32_t part, const struct view_word *w, size_t at)
{
	struct layout_word note = { (uint32_t)(w - x->v->words), part, at, x->b->n, x->row, x->column };
	if (x->parts->wants_words)
		buf_add(&x->parts->words, &note, sizeof(note));
}

/* The part under way covers the word too, which was written at that place. */
static void part_covers(struct markdown *x, const struct view_word *w, size_t at)
{
	if (!x->parts || x->parts->rows.n < sizeof(struct layout_part) || x->parts->rows.failed)
		return;
	struct layout_part *p = (struct layout_part *)(void *)(x->parts->rows.p + x->parts->rows.n) - 1;
	struct doc_box box = layout_on_page(x->v, w->page, w->box);
	if (p->words++)
		box_join(&p->box, &box);
	else
		p->box = box;
	p->least_conf = p->words == 1 || w->conf < p->least_conf ? w->conf : p->least_conf;
	word_note(x, (uint32_t)(x->parts->rows.n / sizeof(*p)) - 1, w, at);
}

/* ---- text */

static void escape(const struct markdown *x, struct str s, bool cell)
{
	const char *marks = x->parts && x->parts->with_links ? "\\`*<[]" : "\\`*<";
	for (size_t i = 0; i < s.n; i++) {
		if (strchr(marks, s.p[i]) || (s.p[i] == '_' && (i == 0 || i + 1 == s.n)) || (cell && s.p[i] == '|'))
			buf_byte(x->b, '\\');
		buf_byte(x->b, s.p[i]);
	}
}

static bool box_holds_middle(const struct doc_box *c, const struct doc_box *w)
{
	int32_t x = (w->x0 + w->x1) / 2, y = (w->y0 + w->y1) / 2;
	return x >= c->x0 && x < c->x1 && y >= c->y0 && y < c->y1;
}

bool markdown_inside(const struct view_word *w, const struct doc_box *c)
{
	return box_holds_middle(c, &w->box);
}

/* ---- links */

static const struct layout_link *link_of(const struct markdown *x, const struct view_word *w)
{
	struct doc_box box = layout_on_page(x->v, w->page, w->box);
	for (size_t i = 0; x->parts && x->parts->with_links && i < x->parts->links_n; i++)
		if (box_holds_middle(&x->parts->links[i].box, &box))
			return &x->parts->links[i];
	return NULL;
}

static bool link_same(const struct layout_link *a, const struct layout_link *b)
{
	return a == b || (a && b && str_eq(a->address, b->address));
}

/* Nothing in an address ends it, a cell, or the escaping of what follows. */
static void address_write(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("()<>[]|\\`", s.p[i]) || (unsigned char)s.p[i] <= ' ')
			buf_printf(b, "%%%02X", (unsigned)(unsigned char)s.p[i]);
		else
			buf_byte(b, s.p[i]);
}

static void link_close(struct markdown *x)
{
	if (!x->link)
		return;
	x->closed = x->b->n;
	buf_z(x->b, "](");
	address_write(x->b, x->link->address);
	buf_byte(x->b, ')');
	x->closed_end = x->b->n;
}

/* Begin one, or go on with the one that ended a blank ago. */
static void link_open(struct markdown *x, const struct layout_link *to)
{
	struct buf *b = x->b;
	if (to && x->closed && link_same(x->link, to) && b->n == x->closed_end + 1 && b->p[b->n - 1] == ' ') {
		b->n = x->closed;
		buf_byte(b, ' ');
	} else if (to) {
		buf_byte(b, '[');
	}
	x->link = to;
}

uint32_t markdown_words(struct markdown *x, uint32_t w, uint32_t n, bool cell)
{
	uint32_t written = 0;
	const struct layout_link *open = NULL;
	for (uint32_t i = w; i < w + n; i++) {
		if (x->done[i - x->p->word])
			continue;
		const struct layout_link *to = link_of(x, &x->v->words[i]);
		bool turns = !link_same(open, to);
		if (turns && open)
			link_close(x);
		if (written && !word_touches(&x->v->words[i - 1], &x->v->words[i]))
			buf_byte(x->b, ' ');
		if (turns)
			link_open(x, to);
		open = to;
		size_t at = x->b->n;
		escape(x, x->v->words[i].text, cell);
		part_covers(x, &x->v->words[i], at);
		x->done[i - x->p->word] = 1;
		written++;
	}
	if (open)
		link_close(x);
	return written;
}
