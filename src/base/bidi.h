/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bidi - text written from right to left: which words are, and in which order the words of a line are read. As much of
 * Unicode's algorithm (UAX #9) as whole words need; letters within a word are whoever wrote them's to order.
 */
#pragma once
#include "base/str.h"

enum bidi { BIDI_NEUTRAL /* signs */, BIDI_NUMBER, BIDI_LEFT /* to right */, BIDI_RIGHT /* to left */ };

/* Is c a letter, mark or sign of a script that is written from right to left? */
static inline bool bidi_is_right(uint32_t c)
{
	return c >= 0x590 && (c <= 0x65F || (c >= 0x66A && c <= 0x6EF) || (c >= 0x6FA && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
			      (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF));
}
/* May s have such a letter? Quick, and never no where there is one. */
bool bidi_may_be_right(struct str s);

/* By its first letter, else by whether it has digits. */
enum bidi bidi_of(struct str word);
/*
 * The words of a line, told in the order in which they stand from left to right: order[i] is the one that is read as the
 * i-th. Told as they are read, it is the one that stands there: the same rule leads both ways. A line is written from right
 * to left if at least as many of its words are as are not; words against its direction keep theirs, with numbers after them.
 * False, and order untouched, if there is nothing from right to left.
 */
bool bidi_order(const enum bidi *words, size_t n, uint32_t *order);
