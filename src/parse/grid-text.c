/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The text of a cell in lines. */
#include "parse/grid-private.h"

#include <utf8proc.h>

static bool is_space(uint32_t c)
{
	return c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202F || c == 0xFEFF;
}

/* Skip white space; a line break in it begins a line. */
static void skip_space(struct grid_pieces *p)
{
	bool cr = false;
	while (p->i < p->s.n) {
		size_t next = p->i;
		uint32_t c = str_utf8_next(p->s, &next);
		if (!is_space(c))
			return;
		if ((c == '\n' && !cr) || c == '\r' || c == 0x2028) {
			p->line++;
			p->column = 0;
		}
		cr = c == '\r';
		p->i = next;
	}
}

bool grid_next_piece(struct grid_pieces *p, struct grid_piece *out)
{
	uint32_t width = 0;
	skip_space(p);
	size_t start = p->i;
	while (p->i < p->s.n && width < WORD) {
		size_t next = p->i;
		uint32_t c = str_utf8_next(p->s, &next);
		if (is_space(c))
			break;
		int w = utf8proc_charwidth((utf8proc_int32_t)c);
		width += w > 0 ? (uint32_t)w : next == start;
		p->i = next;
	}
	if (p->i == start)
		return false;
	width = width ? width : 1;
	if (p->column && p->column + 1 + width > p->wrap) {
		p->line++;
		p->column = 0;
	}
	out->text = (struct str){ p->s.p + start, p->i - start };
	out->line = p->line;
	out->column = p->column ? p->column + 1 : 0;
	out->width = width;
	p->column = out->column + width;
	return true;
}

struct grid_pieces grid_pieces(struct str s, uint32_t wrap)
{
	struct grid_pieces p = { .s = s, .wrap = wrap };
	skip_space(&p);
	p.line = 0;
	return p;
}

void grid_measure(struct str s, uint32_t wrap, struct grid_line_cell *c)
{
	struct grid_pieces p = grid_pieces(s, wrap);
	c->lines = c->widest = c->words = 0;
	for (struct grid_piece w; grid_next_piece(&p, &w);) {
		c->lines = w.line + 1;
		c->words++;
		if (p.column > c->widest)
			c->widest = p.column;
	}
}
