/* SPDX-License-Identifier: Apache-2.0 */
#include "http/query.h"

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that "%XX" at s.p[i] stands for, or -1. */
static int escape_value(struct str s, size_t i)
{
	if (s.n - i < 3)
		return -1;
	int high = hex_value(s.p[i + 1]), low = hex_value(s.p[i + 2]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static bool needs_decoding(struct str s, bool plus)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '%' || s.p[i] == '\0' || (plus && s.p[i] == '+') || (unsigned char)s.p[i] >= 0x80)
			return true;
	return false;
}

bool query_decode(struct str s, bool plus, struct arena *a, struct str *out, struct err *e)
{
	*out = s;
	if (!needs_decoding(s, plus))
		return true;
	char *p = arena_alloc(a, s.n + 1);
	if (!p)
		return arena_ok(a, e);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		int c = (unsigned char)s.p[i];
		if (c == '+' && plus)
			c = ' ';
		if (s.p[i] == '%') {
			c = escape_value(s, i);
			i += 2;
		}
		if (c <= 0)
			return err_set(e, ERR_REQUEST, "malformed percent-encoding in the address");
		p[n++] = (char)c;
	}
	*out = (struct str){ p, n };
	return str_utf8_ok(*out) || err_set(e, ERR_REQUEST, "the address is not UTF-8");
}

static bool pair_parse(struct str text, struct arena *a, struct http_pair *pair, struct err *e)
{
	struct str name, value = str_cut(text, '=', &name);
	return query_decode(name, true, a, &pair->name, e) && query_decode(value, true, a, &pair->value, e);
}

bool query_parse(struct str text, struct arena *a, struct http_pair **pairs, size_t *n, struct err *e)
{
	size_t most = 1;
	*n = 0;
	*pairs = NULL;
	if (text.n == 0)
		return true;
	for (size_t i = 0; i < text.n; i++)
		most += text.p[i] == '&';
	*pairs = ARENA_ARRAY(a, most, struct http_pair);
	if (!*pairs)
		return arena_ok(a, e);
	for (struct str part; text.p;) {
		text = str_cut(text, '&', &part);
		if (!pair_parse(part, a, &(*pairs)[*n], e))
			return false;
		*n += (*pairs)[*n].value.n > 0;
	}
	return true;
}

bool query_names(struct str key, struct str name)
{
	if (!str_starts(key, name))
		return false;
	struct str rest = { key.p + name.n, key.n - name.n };
	if (rest.n == 0)
		return true;
	if (rest.n < 2 || rest.p[0] != '[' || rest.p[rest.n - 1] != ']')
		return false;
	for (size_t i = 1; i + 1 < rest.n; i++)
		if (rest.p[i] < '0' || rest.p[i] > '9')
			return false;
	return true;
}

struct str http_query(const struct http_request *r, const char *name)
{
	struct str value = { 0 };
	for (size_t i = 0; i < r->query_n; i++)
		if (str_eq_z(r->query[i].name, name))
			value = r->query[i].value;
	return value;
}

static size_t commas_count(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ',';
	return n;
}

static void value_split(struct str s, bool commas, struct str *values, size_t *n)
{
	for (struct str part = s; s.p;) {
		if (commas)
			s = str_cut(s, ',', &part);
		else
			s.p = NULL;
		if (part.n)
			values[(*n)++] = part;
	}
}

bool http_query_list(struct http_request *r, const char *name, bool commas, struct str **values, size_t *n)
{
	size_t most = 0;
	struct str key = str_from(name);
	*n = 0;
	*values = NULL;
	for (size_t i = 0; i < r->query_n; i++)
		if (query_names(r->query[i].name, key))
			most += 1 + (commas ? commas_count(r->query[i].value) : 0);
	if (most == 0)
		return true;
	*values = ARENA_ARRAY(&r->arena, most, struct str);
	if (!*values)
		return false;
	for (size_t i = 0; i < r->query_n; i++)
		if (query_names(r->query[i].name, key))
			value_split(r->query[i].value, commas, *values, n);
	return true;
}
