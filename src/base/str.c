/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"

bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool str_eq_nocase(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (lower(a.p[i]) != lower(b.p[i]))
			return false;
	return true;
}

bool str_one_of(struct str s, const char *const *words, size_t n)
{
	char first = s.n ? lower(s.p[0]) : '\0';
	for (size_t w = 0; w < n; w++) {
		size_t i = 0;
		if ((words[w][0] ^ first) & ~('a' ^ 'A'))
			continue; /* most of them */
		while (i < s.n && words[w][i] && lower(s.p[i]) == lower(words[w][i]))
			i++;
		if (i == s.n && !words[w][i])
			return true;
	}
	return false;
}

bool str_has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;
	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
	while (s.n && is_space(s.p[0]))
		s.p++, s.n--;
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str str_cut(struct str s, char sep, struct str *head)
{
	const char *at = s.n ? memchr(s.p, sep, s.n) : NULL;
	*head = (struct str){ s.p, at ? (size_t)(at - s.p) : s.n };
	if (!at)
		return (struct str){ NULL, 0 };
	return (struct str){ at + 1, s.n - head->n - 1 };
}

bool str_to_i64(struct str s, int64_t *out)
{
	bool negative = s.n > 1 && s.p[0] == '-';
	uint64_t v = 0, max = (uint64_t)INT64_MAX + negative;
	size_t i = negative;
	if (i == s.n)
		return false;
	for (; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		uint64_t d = (uint64_t)(s.p[i] - '0');
		if (v > (max - d) / 10)
			return false;
		v = v * 10 + d;
	}
	*out = negative ? (int64_t)(0 - v) : (int64_t)v;
	return true;
}

/* Length of the well-formed sequence at p (RFC 3629 section 4), 0 if there is none; *c gets its code point. */
static size_t sequence(const unsigned char *p, size_t n, uint32_t *c)
{
	if (p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	size_t len = p[0] >= 0xC2 && p[0] <= 0xDF ? 2 : (p[0] & 0xF0) == 0xE0 ? 3 : p[0] >= 0xF0 && p[0] <= 0xF4 ? 4 : 0;
	if (len == 0 || len > n)
		return 0;
	uint32_t v = p[0] & (0xFFu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		v = v << 6 | (p[i] & 0x3F);
	}
	bool overlong = (len == 3 && v < 0x800) || (len == 4 && v < 0x10000);
	if (overlong || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF))
		return 0;
	*c = v;
	return len;
}

bool str_utf8_ok(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	uint32_t c;
	for (size_t i = 0; i < s.n;) {
		uint64_t eight;
		if (s.n - i >= sizeof(eight)) {
			memcpy(&eight, p + i, sizeof(eight));
			if (!(eight & UINT64_C(0x8080808080808080))) { /* ASCII, all of them */
				i += sizeof(eight);
				continue;
			}
		}
		size_t len = sequence(p + i, s.n - i, &c);
		if (!len)
			return false;
		i += len;
	}
	return true;
}

uint32_t str_utf8_next_wide(struct str s, size_t *i)
{
	uint32_t c = 0xFFFD;
	size_t len = *i < s.n ? sequence((const unsigned char *)s.p + *i, s.n - *i, &c) : 0;
	*i += len ? len : 1;
	return len ? c : 0xFFFD;
}

size_t str_utf8_put(uint32_t c, char out[4])
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = n - 1; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3F));
	out[0] = (char)((0xF00u >> n) | c);
	return n;
}

uint32_t str_cp1252(unsigned char c)
{
	static const uint16_t high[32] = {
		0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
		0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
	};
	return c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c;
}
