/* SPDX-License-Identifier: Apache-2.0 */
/* Identifiers: words made of digits with letters or inner marks. */
#include "layout/span-private.h"

enum { MOST = 64 /* bytes */ };

struct code {
	uint32_t digits, letters, marks, runs; /* runs: changes between letters and digits */
	bool lower, zero_first;
	size_t end;
};

static bool is_inner_mark(uint32_t c)
{
	return c == '-' || c == '/' || c == '.' || c == '_' || c == '#' || c == '+' || c == '&' || c == ':' || c == '*' || c == '\\' || c == 0x2010 ||
	       c == 0x2011 || c == 0x2013;
}

static void code_read(const struct scan *x, size_t i, struct code *c)
{
	int last = 0;
	*c = (struct code){ .zero_first = x->text[i] == '0', .end = i };
	for (size_t k = i; k < x->n && k < i + MOST + 4;) {
		uint32_t ch = str_utf8_next((struct str){ x->text, x->n }, &k);
		int kind = char_is_digit(ch) ? 1 : char_is_letter(ch) ? 2 : 0;
		if (!kind && !is_inner_mark(ch))
			break;
		c->digits += kind == 1;
		c->letters += kind == 2;
		c->lower |= kind == 2 && !char_is_upper(ch);
		c->marks += kind == 0 && char_is_alnum(at_char(x, k));
		c->runs += kind && last && kind != last;
		last = kind ? kind : last;
		c->end = kind ? k : c->end;
	}
}

/* "12kg", "3rd", "10x20", "5m2": a figure with a unit. */
static bool is_measure(const struct scan *x, size_t i, const struct code *c)
{
	size_t digits = digits_end(x, i), letters = letters_end(x, digits);
	if (digits == i || c->marks > 1)
		return false;
	return letters > digits && letters - digits <= 4 && (letters == c->end || c->lower);
}

/* "10-20", "1990/91", "1.2": figures parted by a mark, short enough to count with. */
static bool is_pair(const struct code *c)
{
	return c->letters == 0 && c->marks <= 1 && c->digits <= 6;
}

static uint8_t code_quality(const struct scan *x, size_t i, const struct code *c)
{
	size_t n = c->end - i;
	if (c->digits == 0 || n < 3 || n > MOST)
		return 0;
	if (c->letters == 0 && c->marks == 0)
		return c->zero_first && c->digits >= 4 ? 55 : 0;
	if (is_measure(x, i, c) || is_pair(c))
		return 0;
	if (c->letters == 0)
		return c->digits >= 7 || c->zero_first ? 65 : 40;
	if (c->letters > 3 * c->digits && c->lower && c->marks == 0)
		return 0; /* a word with a footnote */
	return c->lower ? 60 : 80;
}

size_t scan_id(struct scan *x, size_t i)
{
	struct code c;
	size_t at = x->text[i] == '#' && char_is_alnum(at_char(x, i + 1)) ? i + 1 : i;
	if (!edge_before(x, at) || !char_is_alnum(at_char(x, at)))
		return 0;
	code_read(x, at, &c);
	uint8_t quality = code_quality(x, at, &c);
	if (!quality || !edge_at(x, c.end))
		return 0;
	span_emit(x, (struct span){ .type = SPAN_ID, .quality = quality }, at, c.end);
	return c.end;
}
