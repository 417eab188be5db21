/* SPDX-License-Identifier: Apache-2.0 */
#include "base/bidi.h"

bool bidi_may_be_right(struct str s)
{
	/* U+0590 begins with D6; what begins with E1 to EE or with F1 is written from left to right, but that need not be told here.
	 * No way out of the loop: so it takes many bytes at once. */
	bool found = false;
	for (size_t i = 0; i < s.n; i++)
		found |= (unsigned char)s.p[i] >= 0xD6;
	return found;
}

static bool is_letter(uint32_t c)
{
	return (c | 0x20) - 'a' < 26 || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || (c >= 0x2C00 && c < 0x2E00) || c >= 0x3040;
}

enum bidi bidi_of(struct str word)
{
	enum bidi kind = BIDI_NEUTRAL;
	for (size_t i = 0; i < word.n;) {
		uint32_t c = str_utf8_next(word, &i);
		bool digit = (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
		if (bidi_is_right(c))
			return BIDI_RIGHT;
		if (is_letter(c) && !digit)
			return BIDI_LEFT;
		kind = digit ? BIDI_NUMBER : kind;
	}
	return kind;
}

static void reverse(uint32_t *a, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		uint32_t one = a[i];
		a[i] = a[n - 1 - i];
		a[n - 1 - i] = one;
	}
}

bool bidi_order(const enum bidi *words, size_t n, uint32_t *order)
{
	size_t right = 0, left = 0;
	for (size_t i = 0; i < n; i++) {
		right += words[i] == BIDI_RIGHT;
		left += words[i] == BIDI_LEFT;
	}
	if (right == 0)
		return false;
	bool line_is_right = right >= left;
	enum bidi with = line_is_right ? BIDI_RIGHT : BIDI_LEFT, against = line_is_right ? BIDI_LEFT : BIDI_RIGHT;
	for (size_t i = 0; i < n; i++)
		order[i] = (uint32_t)i;
	for (size_t i = 0, end; i < n; i = end + 1) {
		while (i < n && words[i] != against)
			i++;
		for (end = i; end < n && words[end] != with;)
			end++;
		while (end > i && words[end - 1] == BIDI_NEUTRAL)
			end--;
		reverse(order + i, end - i);
	}
	if (line_is_right)
		reverse(order, n);
	return true;
}
