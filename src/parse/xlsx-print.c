/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What is printed above and below each page of a sheet (ECMA-376 part 1, 18.3.1.46): a text of three parts, with orders
 * between ampersands.
 *
 *     &L&"Arial,Bold"&12Brightwater Ltd&CPage &P of &N&RVAT GB 123
 *
 * A part with a number of pages says nothing of the document and is dropped; so are orders whose text only printing knows.
 */
#include "parse/xlsx.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "&K" is followed by a colour: six digits of sixteen, or "01+023", of a theme. */
static size_t order_length(struct str s)
{
	enum { COLOUR = 6 };
	size_t n = 1;
	if (s.p[0] == 'K')
		return s.n > COLOUR ? 1 + COLOUR : s.n;
	if (s.p[0] == '"') {
		const char *end = memchr(s.p + 1, '"', s.n - 1);
		return end ? (size_t)(end - s.p) + 1 : s.n;
	}
	while (is_digit(s.p[0]) && n < s.n && is_digit(s.p[n]))
		n++;
	return n;
}

struct printed {
	struct buf text;
	struct grid *g;
	uint32_t *row;
	bool counts; /* the part at hand tells the number of a page */
};

static bool part_end(struct printed *p, struct err *e)
{
	struct grid_cell c = { .row = *p->row, .text = str_trim(buf_view(&p->text)) };
	bool said = !p->counts && c.text.n;
	bool ok = !said || grid_put(p->g, &c, e);
	*p->row += said;
	buf_clear(&p->text);
	p->counts = false;
	return ok;
}

bool xlsx_printed(struct str s, struct grid *g, uint32_t *row, struct err *e)
{
	struct printed p = { .g = g, .row = row };
	bool ok = true;
	buf_init(&p.text, s.n + 1);
	while (ok && s.n) {
		size_t n = 1;
		if (s.p[0] != '&' || s.n == 1) {
			buf_byte(&p.text, s.p[0]);
		} else if (s.p[1] == '&') {
			buf_byte(&p.text, s.p[n++]);
		} else {
			ok = !strchr("LCR", s.p[1]) || part_end(&p, e);
			p.counts |= strchr("PN", s.p[1]) != NULL;
			n += order_length((struct str){ s.p + 1, s.n - 1 });
		}
		s = (struct str){ s.p + n, s.n - n };
	}
	ok = ok && part_end(&p, e);
	buf_fini(&p.text);
	return ok;
}
