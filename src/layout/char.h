/* SPDX-License-Identifier: Apache-2.0 */
/*
 * char - classes of code points, private to room layout. No locale is asked.
 */
#pragma once
#include "base/str.h"

static inline bool char_is_digit(uint32_t c)
{
	return c - '0' < 10;
}
bool char_is_letter_wide(uint32_t c);
bool char_is_upper_wide(uint32_t c);
uint32_t char_lower_wide(uint32_t c);

static inline bool char_is_letter(uint32_t c)
{
	return c < 0x80 ? (c | 32) - 'a' < 26 : char_is_letter_wide(c);
}
static inline bool char_is_upper(uint32_t c)
{
	return c < 0x80 ? c - 'A' < 26 : char_is_upper_wide(c);
}
static inline uint32_t char_lower(uint32_t c)
{
	return c < 0x80 ? (c - 'A' < 26 ? c | 32 : c) : char_lower_wide(c);
}
static inline bool char_is_alnum(uint32_t c)
{
	return char_is_digit(c) || char_is_letter(c);
}
/* Hyphen, dashes, minus. */
static inline bool char_is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}
/* A currency sign (Unicode category Sc). */
static inline bool char_is_sign(uint32_t c)
{
	return c == '$' || (c >= 0xa2 && c <= 0xa5) || (c >= 0x20a0 && c <= 0x20cf);
}
/* Boxes, ticks and bullets that stand before a text. */
bool char_is_mark(uint32_t c);
bool char_is_roman(uint32_t c);

/* Number of code points. */
static inline uint32_t char_count(struct str s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}
static inline uint32_t char_first(struct str s)
{
	size_t i = 0;
	return s.n ? str_utf8_next(s, &i) : 0;
}
static inline uint32_t char_last(struct str s)
{
	size_t i = s.n;
	while (i > 0 && ((unsigned char)s.p[--i] & 0xc0) == 0x80)
		;
	return s.n ? str_utf8_next(s, &i) : 0;
}
