/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * css-private - what declarations (css-values.c) and rules (css.c) share.
 */
#pragma once
#include "parse/css.h"

static inline bool css_is(struct str s, const char *z)
{
	return str_eq_nocase(s, str_from(z));
}

/* The next word of *s, which is moved behind it. */
static inline struct str css_word(struct str *s)
{
	size_t n = 0;
	while (s->n && (unsigned char)s->p[0] <= ' ')
		s->p++, s->n--;
	while (n < s->n && (unsigned char)s->p[n] > ' ')
		n++;
	struct str w = { s->p, n };
	*s = (struct str){ s->p + n, s->n - n };
	return w;
}
