/* SPDX-License-Identifier: Apache-2.0 */
#include "http/head.h"

enum head_state head_scan(const char *p, size_t n, size_t *at)
{
	const char *end;
	while ((end = memchr(p + *at, '\n', n - *at)) != NULL) {
		size_t line = (size_t)(end - p) - *at;
		if (line == 0 || end[-1] != '\r')
			return HEAD_BAD;
		*at += line + 1;
		if (line == 1)
			return HEAD_WHOLE;
	}
	return HEAD_PART;
}

/* Characters of a method or a field's name (RFC 9110 section 5.6.2). */
static bool is_token(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char c = p[i], low = c | 0x20;
		bool plain = (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9');
		if (!plain && (c == '\0' || !strchr("!#$%&'*+-.^_`|~", c)))
			return false;
	}
	return n > 0;
}

/* No blank, no control character. All of it is looked at, so that compilers take many bytes at a time. */
static bool is_target(struct str s)
{
	uint8_t bad = 0;
	for (size_t i = 0; i < s.n; i++) {
		uint8_t c = (uint8_t)s.p[i];
		bad |= (uint8_t)((c <= ' ') | (c == 0x7f));
	}
	return s.n > 0 && !bad;
}

static bool is_value(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)p[i] < ' ' && p[i] != '\t') || p[i] == 0x7f)
			return false;
	return true;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Later minor versions are spoken to as 1.1 (RFC 9110 section 2.5). */
static int version_parse(const char *p, size_t n, bool *minor_0)
{
	if (n != 8 || memcmp(p, "HTTP/", 5) != 0 || !is_digit(p[5]) || p[6] != '.' || !is_digit(p[7]))
		return 400;
	*minor_0 = p[7] == '0';
	return p[5] == '1' ? 0 : 505;
}

/* "GET /path HTTP/1.1", n bytes. */
static int first_parse(char *p, size_t n, struct head *h)
{
	char *blank = memchr(p, ' ', n), *target = blank ? blank + 1 : p;
	char *second = memchr(target, ' ', n - (size_t)(target - p));
	if (!blank || !second || !is_token(p, (size_t)(blank - p)))
		return 400;
	*blank = *second = '\0';
	h->method = p;
	h->target = (struct str){ target, (size_t)(second - target) };
	if (!is_target(h->target))
		return 400;
	return version_parse(second + 1, n - (size_t)(second + 1 - p), &h->minor_0);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* "Name: value", n bytes; p[n] may be written. */
static bool field_parse(char *p, size_t n, struct http_pair *field)
{
	char *colon = memchr(p, ':', n), *end = p + n;
	if (!colon || !is_token(p, (size_t)(colon - p)))
		return false;
	char *value = colon + 1;
	while (value < end && is_blank(*value))
		value++;
	while (end > value && is_blank(end[-1]))
		end--;
	*field = (struct http_pair){ { p, (size_t)(colon - p) }, { value, (size_t)(end - value) } };
	if (!is_value(value, field->value.n))
		return false;
	*end = '\0';
	return true;
}

static size_t lines_count(const char *p, size_t n)
{
	size_t lines = 0;
	for (const char *end = p + n; (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
		lines++;
	return lines;
}

int head_parse(char *text, size_t n, struct arena *a, struct head *h)
{
	size_t lines = lines_count(text, n);
	*h = (struct head){ 0 };
	if (lines > HEAD_FIELDS_MAX + 2) /* the first line and the blank one */
		return 431;
	h->fields = ARENA_ARRAY(a, lines, struct http_pair);
	if (!h->fields)
		return 500;
	for (char *p = text, *end = text + n, *line_end; p < end; p = line_end + 1) {
		line_end = memchr(p, '\n', (size_t)(end - p));
		if (!line_end || line_end == p)
			return 400;
		size_t line = (size_t)(line_end - p) - 1; /* without CR */
		int status = p == text ? first_parse(p, line, h) : 0;
		if (status)
			return status;
		if (p == text || line == 0)
			continue;
		if (!field_parse(p, line, &h->fields[h->fields_n++]))
			return 400;
	}
	return h->method ? 0 : 400;
}

struct str head_value(const struct head *h, const char *name)
{
	struct str want = str_from(name);
	for (size_t i = 0; i < h->fields_n; i++)
		if (h->fields[i].name.n == want.n && str_eq_nocase(h->fields[i].name, want))
			return h->fields[i].value;
	return (struct str){ 0 };
}
