/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bytes - looks at long texts eight bytes at a time (room http alone).
 *
 *   for (uint64_t x; bytes_next(&s, &x);)
 *           bad |= bytes_zero(x ^ BYTES_EACH('%'));   // any '%' among them?
 */
#pragma once
#include "base/str.h"

#define BYTES_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Cut eight bytes off s; the last ones are filled up with letters. False at its end. */
static inline bool bytes_next(struct str *s, uint64_t *x)
{
	size_t n = s->n < 8 ? s->n : 8;
	if (n == 0)
		return false; /* of nothing, s->p may be NULL */
	if (n == 8)
		memcpy(x, s->p, 8);
	else {
		*x = BYTES_EACH('a');
		memcpy(x, s->p, n);
	}
	s->p += n;
	s->n -= n;
	return true;
}

/* Not 0 if one of the bytes is below least, which is at most 0x80; bytes above 0x7f do not count. */
static inline uint64_t bytes_below(uint64_t x, uint64_t least)
{
	return (x - BYTES_EACH(least)) & ~x & BYTES_EACH(0x80);
}

/* Not 0 if one of the bytes is. */
static inline uint64_t bytes_zero(uint64_t x)
{
	return bytes_below(x, 1);
}
