/* SPDX-License-Identifier: Apache-2.0 */
#include "http/route.h"
#include "http/query.h"
#include <stdio.h>

static const char *const method_names[HTTP_METHODS] = {
	[HTTP_GET] = "GET", [HTTP_POST] = "POST", [HTTP_PUT] = "PUT", [HTTP_DELETE] = "DELETE",
};

const char *http_method_name(enum http_method m)
{
	return m < HTTP_METHODS ? method_names[m] : "?";
}

bool route_method(const char *name, enum http_method *out)
{
	if (strcmp(name, "HEAD") == 0)
		name = "GET";
	for (int m = 0; m < HTTP_METHODS; m++) {
		if (strcmp(name, method_names[m]) != 0)
			continue;
		*out = (enum http_method)m;
		return true;
	}
	return false;
}

/* Published curl lines end collection addresses with a slash (behaviour.md G-3). */
static struct str slash_trimmed(struct str path)
{
	if (path.n > 1 && path.p[path.n - 1] == '/' && path.p[path.n - 2] != '/')
		path.n--;
	return path;
}

/* A segment as it was sent is the same with any of its characters escaped (RFC 3986 section 6.2.2.2). */
static bool segment_is(struct str sent, struct str name)
{
	size_t n = 0;
	if (sent.n <= name.n)
		return str_eq(sent, name);
	for (size_t i = 0; i < sent.n; i++, n++) {
		int c = (unsigned char)sent.p[i];
		if (c == '%') {
			c = query_escape(sent, i);
			i += 2;
		}
		if (n == name.n || c != (unsigned char)name.p[n])
			return false;
	}
	return n == name.n;
}

bool route_fits(const char *pattern, struct str path, struct str args[HTTP_ARGS])
{
	struct str want = str_from(pattern), have = slash_trimmed(path), w, h;
	size_t n = 0;
	while (want.p && have.p) {
		want = str_cut(want, '/', &w);
		have = str_cut(have, '/', &h);
		if (w.n && w.p[0] == '{') {
			if (h.n == 0 || n == HTTP_ARGS)
				return false;
			args[n++] = h;
		} else if (!segment_is(h, w)) {
			return false;
		}
	}
	return !want.p && !have.p;
}

const struct http_route *route_find(const struct http_route *routes, size_t n, bool known, enum http_method m,
				    struct str path, struct str args[HTTP_ARGS], unsigned *allowed)
{
	*allowed = 0;
	for (size_t i = 0; i < n; i++) {
		if (!route_fits(routes[i].path, path, args))
			continue;
		if (known && routes[i].method == m)
			return &routes[i];
		*allowed |= 1u << routes[i].method;
	}
	return NULL;
}

void route_allow(unsigned allowed, char *out, size_t size)
{
	size_t at = 0;
	out[0] = '\0';
	for (int m = 0; m < HTTP_METHODS && at < size; m++)
		if (allowed & 1u << m)
			at += (size_t)snprintf(out + at, size - at, "%s%s%s", at ? ", " : "", method_names[m],
					       m == HTTP_GET ? ", HEAD" : "");
}
