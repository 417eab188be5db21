/* SPDX-License-Identifier: Apache-2.0 */
/*
 * str - borrowed text: pointer and length, not NUL-ended, never owned.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
#define STR_INIT(literal) { "" literal, sizeof(literal) - 1 } /* for static tables */
#define STR_ARGS(s) (int)(s).n, (s).p /* for "%.*s" */

static inline struct str str_from(const char *z)
{
	return (struct str){ z ? z : "", z ? strlen(z) : 0 };
}

bool str_eq(struct str a, struct str b);
/* The same with a NUL-ended text, which is not measured first: most texts differ in their first byte. */
static inline bool str_eq_z(struct str a, const char *z)
{
	size_t i = 0;
	while (i < a.n && z[i] && a.p[i] == z[i])
		i++;
	return i == a.n && !z[i];
}
/* Bytewise order of a against a NUL-ended text. */
static inline int str_cmp_z(struct str a, const char *z)
{
	size_t i = 0;
	while (i < a.n && z[i] && a.p[i] == z[i])
		i++;
	return i == a.n ? -(z[i] != 0) : !z[i] ? 1 : (unsigned char)a.p[i] - (unsigned char)z[i];
}
/* A quick refusal: the first letters of s and z, in either case, may be one. */
static inline bool str_may_begin(struct str s, const char *z)
{
	return s.n && !((s.p[0] ^ z[0]) & ~('a' ^ 'A'));
}
bool str_eq_nocase(struct str a, struct str b); /* ASCII only */
bool str_one_of(struct str s, const char *const *words, size_t n); /* is s one of them, as str_eq_nocase()? */
#define STR_ONE_OF(s, words) str_one_of(s, words, sizeof(words) / sizeof *(words)) /* words: an array */
bool str_has_digit(struct str s);                 /* ASCII */
int str_cmp(struct str a, struct str b);        /* bytewise */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_trim(struct str s);              /* ASCII white space at both ends */
/* Cut s at the first sep: *head gets the part before; returns the rest after sep.
 * Without sep *head is all of s and the rest is empty with p == NULL. */
struct str str_cut(struct str s, char sep, struct str *head);
/* Whole of s as a decimal integer (optional '-'); false on anything else or overflow. */
bool str_to_i64(struct str s, int64_t *out);
/* True if s is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms). */
bool str_utf8_ok(struct str s);
/* What str_utf8_next() does with bytes that are not ASCII. */
uint32_t str_utf8_next_wide(struct str s, size_t *i);
/* Decode one code point at s.p[*i] and advance *i; malformed bytes give U+FFFD. */
static inline uint32_t str_utf8_next(struct str s, size_t *i)
{
	if (*i < s.n && (unsigned char)s.p[*i] < 0x80)
		return (unsigned char)s.p[(*i)++];
	return str_utf8_next_wide(s, i);
}
/* Encode c into out; returns the number of bytes, 1 to 4. */
size_t str_utf8_put(uint32_t c, char out[4]);
/* The code point of a byte of Windows-1252, of which Latin-1 is a part (Unicode's own table of CP1252). */
uint32_t str_cp1252(unsigned char c);
