/* SPDX-License-Identifier: Apache-2.0 */
#include "json/scan.h"

bool json_fail_at(struct str s, size_t at, const char *what, struct err *e)
{
	size_t line = 1, column = 1;
	for (size_t i = 0; i < at && i < s.n; i++) {
		column++;
		if (s.p[i] == '\n')
			line++, column = 1;
	}
	return err_set(e, ERR_REQUEST, "not valid JSON: line %zu column %zu: %s", line, column, what);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* json-c ends keys at U+0000: one key would turn into another. */
static bool is_cut_key(struct str s, size_t start, size_t end)
{
	size_t next = end;
	while (next < s.n && strchr(" \t\r\n", s.p[next]) && s.p[next])
		next++;
	if (next == s.n || s.p[next] != ':')
		return false;
	for (size_t i = start + 1; i + 6 < end; i++) {
		if (memcmp(s.p + i, "\\u0000", 6) == 0)
			return true;
		i += s.p[i] == '\\';
	}
	return false;
}

/* End of the string whose opening quote is at i; NULL reason if it is fine. */
static size_t scan_string(struct str s, size_t i, const char **reason)
{
	size_t start = i;
	for (i++; i < s.n && s.p[i] != '"'; i++) {
		if ((unsigned char)s.p[i] < 0x20) {
			*reason = "control character in a string";
			return i;
		}
		i += s.p[i] == '\\';
	}
	if (i >= s.n)
		*reason = "a string does not end";
	else if (is_cut_key(s, start, i + 1))
		*reason = "a key holds the character U+0000";
	return i + 1;
}

/* RFC 8259 section 6: -? (0 | [1-9][0-9]*) frac? exp? */
static size_t scan_number(struct str s, size_t i, const char **reason)
{
	size_t start = i;
	bool integer = true;
	i += s.p[i] == '-';
	size_t whole = i;
	while (i < s.n && is_digit(s.p[i]))
		i++;
	if (i == whole || (s.p[whole] == '0' && i - whole > 1))
		*reason = "a number is malformed";
	if (i < s.n && s.p[i] == '.') {
		integer = false;
		size_t digits = ++i;
		while (i < s.n && is_digit(s.p[i]))
			i++;
		if (i == digits)
			*reason = "a number is malformed";
	}
	if (i < s.n && (s.p[i] == 'e' || s.p[i] == 'E')) {
		integer = false;
		i++;
		i += i < s.n && (s.p[i] == '+' || s.p[i] == '-');
		size_t digits = i;
		while (i < s.n && is_digit(s.p[i]))
			i++;
		if (i == digits)
			*reason = "a number is malformed";
	}
	int64_t v;
	if (!*reason && integer && !str_to_i64((struct str){ s.p + start, i - start }, &v))
		*reason = "an integer does not fit 64 bits";
	return i;
}

static size_t scan_word(struct str s, size_t i, const char **reason)
{
	size_t start = i;
	while (i < s.n && is_letter(s.p[i]))
		i++;
	struct str w = { s.p + start, i - start };
	if (!str_eq(w, STR("true")) && !str_eq(w, STR("false")) && !str_eq(w, STR("null")))
		*reason = "unknown word; only true, false and null stand without quotes";
	return i;
}

bool json_scan(struct str s, int max_depth, size_t *members, struct err *e)
{
	int depth = 0;
	*members = 0;
	for (size_t i = 0; i < s.n;) {
		const char *reason = NULL;
		size_t at = i;
		char c = s.p[i];
		if (c == '"')
			i = scan_string(s, i, &reason);
		else if (c == '-' || is_digit(c))
			i = scan_number(s, i, &reason);
		else if (is_letter(c))
			i = scan_word(s, i, &reason);
		else if (c && strchr(" \t\r\n{}[],:", c))
			i++, *members += c == ':', depth += (c == '{' || c == '[') - (c == '}' || c == ']');
		else
			reason = "unexpected character";
		if (depth > max_depth)
			reason = "nested too deep";
		if (reason)
			return json_fail_at(s, at, reason, e);
	}
	return true;
}
