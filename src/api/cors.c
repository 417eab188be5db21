/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What web pages of other origins may do (https://fetch.spec.whatwg.org/#http-cors-protocol),
 * and what pages may do with the session cookie of their user.
 */
#include "api/api-private.h"

/* Chromium keeps an answer to a preflight for no longer. */
#define PREFLIGHT_SECONDS "7200"

/* Headers of requests beside those that always may be sent; all of X-Stainless- (the SDKs' own) as well. */
static const char *const allowed_headers[] = { "accept", "authorization", "content-type", "if-none-match", "if-range", "range", "x-request-id", NULL };

/* Is origin among the words of list? */
static bool listed(const char *list, struct str origin)
{
	struct str rest = str_from(list), word;
	while (rest.p) {
		size_t n = 0;
		while (n < rest.n && rest.p[n] != ' ' && rest.p[n] != ',')
			n++;
		word = (struct str){ rest.p, n };
		if (n && str_eq(word, origin))
			return true;
		rest = n < rest.n ? (struct str){ rest.p + n + 1, rest.n - n - 1 } : (struct str){ 0 };
	}
	return false;
}

/* 0: not allowed, 1: as everybody, 2: by name, cookies included. */
static int origin_standing(const struct api *api, struct str origin)
{
	if (!api->o.cors || !origin.p)
		return 0;
	return listed(api->o.cors, origin) ? 2 : listed(api->o.cors, STR("*"));
}

static bool header_allowed(struct str name)
{
	for (size_t i = 0; allowed_headers[i]; i++)
		if (str_eq_nocase(name, str_from(allowed_headers[i])))
			return true;
	return name.n > 12 && str_eq_nocase((struct str){ name.p, 12 }, STR("x-stainless-"));
}

/* Those of the headers a page wants to send that it may. */
static void preflight_headers(struct http_request *r)
{
	struct buf b = BUF_INIT(4096);
	struct str rest = http_header(r, "Access-Control-Request-Headers"), name;
	while (rest.p) {
		rest = str_cut(rest, ',', &name);
		name = str_trim(name);
		if (!header_allowed(name))
			continue;
		if (b.n)
			buf_z(&b, ", ");
		buf_str(&b, name);
	}
	if (b.n && buf_ok(&b, NULL))
		http_set_header(r, "Access-Control-Allow-Headers", b.p);
	buf_fini(&b);
}

/* "https://host:port" of an address; nothing more may follow, nor blanks. */
static bool is_origin(struct str s)
{
	size_t kind = str_starts(s, STR("https://")) ? 8 : str_starts(s, STR("http://")) ? 7 : s.n;
	for (size_t i = kind; i < s.n; i++)
		if (s.p[i] == '/' || s.p[i] == '?' || s.p[i] == '#' || s.p[i] == '@')
			return false;
	return s.n > kind;
}

bool api_cors_check(const char *list, struct err *e)
{
	size_t n;
	for (const char *p = list; p && *p; p += n) {
		n = strcspn(p, " ,");
		struct str word = { p, n };
		if (n && !is_origin(word) && !str_eq_z(word, "*"))
			return err_set(e, ERR_USAGE, "cors takes origins such as https://app.example.com, or *, not \"%.*s\"", STR_ARGS(word));
		n += p[n] != '\0';
	}
	return true;
}

/* "OPTIONS" of a browser that asks whether a page may send what it wants to send. */
static bool preflight(struct http_request *r)
{
	if (strcmp(r->verb, "OPTIONS") != 0 || !http_header(r, "Access-Control-Request-Method").p)
		return false;
	http_set_header(r, "Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
	http_set_header(r, "Access-Control-Max-Age", PREFLIGHT_SECONDS);
	preflight_headers(r);
	http_reply_none(r, 204);
	return true;
}

bool api_arrive(struct http_request *r)
{
	struct api *api = api_of(r);
	/* Uploaded bytes are never taken for a page or a script. */
	http_set_header(r, "X-Content-Type-Options", "nosniff");
	if (!api->o.cors)
		return true;
	struct str origin = http_header(r, "Origin");
	int standing = origin_standing(api, origin);
	http_set_header(r, "Vary", "Origin");
	if (standing == 0)
		return true;
	http_set_header(r, "Access-Control-Allow-Origin", standing == 2 ? origin.p : "*");
	if (standing == 2)
		http_set_header(r, "Access-Control-Allow-Credentials", "true");
	if (preflight(r))
		return false;
	http_set_header(r, "Access-Control-Expose-Headers",
			"x-request-id, x-should-retry, Retry-After, retry-after-ms, ETag, Content-Range, Content-Disposition");
	return true;
}

/* "https://host:port" of "https://host:port/path". */
static struct str origin_of(const char *url)
{
	const char *host = strstr(url, "://");
	return host ? (struct str){ url, (size_t)(host - url) + 3 + strcspn(host + 3, "/") } : (struct str){ 0 };
}

static bool is_own(const struct http_request *r, struct str origin)
{
	const char *public_url = api_of(r)->o.public_url;
	struct str host = http_header(r, "Host"), given;
	if (public_url && str_eq_nocase(origin, origin_of(public_url)))
		return true;
	for (size_t i = 0; i + 3 < origin.n; i++)
		if (memcmp(origin.p + i, "://", 3) == 0) {
			given = (struct str){ origin.p + i + 3, origin.n - i - 3 };
			return host.p && str_eq_nocase(given, host);
		}
	return false;
}

bool api_origin_trusted(const struct http_request *r)
{
	struct str origin = http_header(r, "Origin"), site = http_header(r, "Sec-Fetch-Site");
	if (origin.p)
		return is_own(r, origin) || origin_standing(api_of(r), origin) == 2;
	return str_eq_z(site, "same-origin") || str_eq_z(site, "none");
}
