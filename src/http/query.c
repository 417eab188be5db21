/* SPDX-License-Identifier: Apache-2.0 */
#include "http/query.h"

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int query_escape(struct str s, size_t i)
{
	if (s.n - i < 3)
		return -1;
	int high = hex_value(s.p[i + 1]), low = hex_value(s.p[i + 2]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* All of it is looked at, so that compilers take many bytes at a time. */
static bool needs_decoding(struct str s, bool plus)
{
	uint8_t odd = 0, blank = plus ? '+' : '%';
	for (size_t i = 0; i < s.n; i++) {
		uint8_t c = (uint8_t)s.p[i];
		odd |= (uint8_t)((c >= 0x80) | (c == 0) | (c == '%') | (c == blank));
	}
	return odd != 0;
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
			c = query_escape(s, i);
			i += 2;
		}
		if (c <= 0)
			return err_set(e, ERR_REQUEST, "malformed percent-encoding in the address");
		p[n++] = (char)c;
	}
	*out = (struct str){ p, n };
	return str_utf8_ok(*out) || err_set(e, ERR_REQUEST, "the address is not UTF-8");
}

static size_t count_of(struct str s, char c)
{
	size_t n = 0;
	for (const char *p = s.p, *end = s.p + s.n; s.n && (p = memchr(p, c, (size_t)(end - p))) != NULL; p++)
		n++;
	return n;
}

static bool pair_parse(struct str text, bool plain, struct arena *a, struct http_pair *pair, struct err *e)
{
	struct str name, value = str_cut(text, '=', &name);
	*pair = (struct http_pair){ name, value };
	return plain || (query_decode(name, true, a, &pair->name, e) && query_decode(value, true, a, &pair->value, e));
}

bool query_parse(struct str text, struct arena *a, struct http_pair **pairs, size_t *n, struct err *e)
{
	size_t most = 1;
	*n = 0;
	*pairs = NULL;
	if (text.n == 0)
		return true;
	most += count_of(text, '&');
	*pairs = ARENA_ARRAY(a, most, struct http_pair);
	if (!*pairs)
		return arena_ok(a, e);
	bool plain = !needs_decoding(text, true); /* as nearly always: then no pair does */
	for (struct str part; text.p;) {
		text = str_cut(text, '&', &part);
		if (!pair_parse(part, plain, a, &(*pairs)[*n], e))
			return false;
		*n += (*pairs)[*n].value.n > 0;
	}
	return true;
}

/* Is key the name, "name[]" or "name[12]"? */
static bool query_names(struct str key, struct str name)
{
	if (key.n < name.n || memcmp(key.p, name.p, name.n) != 0)
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
	struct str value = { 0 }, want = str_from(name);
	for (size_t i = 0; i < r->query_n; i++)
		if (r->query[i].name.n == want.n && str_eq(r->query[i].name, want))
			value = r->query[i].value;
	return value;
}

static void value_split(struct str s, bool commas, struct str *values, size_t *n)
{
	commas = commas && memchr(s.p, ',', s.n);
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
			most += 1 + (commas ? count_of(r->query[i].value, ',') : 0);
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
