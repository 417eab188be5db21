/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/guard.h"

#include <stdio.h>
#include <stdlib.h>

LATE_LIBRARY(curl, "libcurl.so.4", LATE_CURL);

static bool host_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], low = c | 0x20;
		if (!(low >= 'a' && low <= 'z') && !(c >= '0' && c <= '9') && !memchr(".-_*", c, 4))
			return false;
	}
	return s.n > 0 && memchr(s.p, '/', s.n) == NULL;
}

static bool add_allowed(struct guard *g, struct str entry, struct err *e)
{
	if (g->nets_n == GUARD_ALLOWED || g->hosts_n == GUARD_ALLOWED)
		return err_set(e, ERR_USAGE, "at most %d hosts and networks can be allowed", GUARD_ALLOWED);
	if (address_net_parse(entry, &g->nets[g->nets_n]))
		g->nets_n++;
	else if (host_plain(entry))
		g->hosts[g->hosts_n++] = entry;
	else
		return err_set(e, ERR_USAGE, "\"%.*s\" is no host, address or network such as 10.0.0.0/8", STR_ARGS(entry));
	return true;
}

bool guard_init(struct guard *g, const char *allow, struct err *e)
{
	memset(g, 0, sizeof(*g));
	buf_init(&g->text, 0);
	buf_z(&g->text, allow ? allow : "");
	struct str rest = buf_view(&g->text), head;
	bool ok = buf_ok(&g->text, e);
	while (ok && rest.p) {
		rest = str_cut(rest, ',', &head);
		head = str_trim(head);
		ok = head.n == 0 || add_allowed(g, head, e);
	}
	return ok;
}

void guard_fini(struct guard *g)
{
	buf_fini(&g->text);
}

/* ---- URLs */

static bool part(CURLU *u, CURLUPart what, unsigned flags, char *out, size_t size)
{
	char *text = NULL;
	bool ok = curl_url_get(u, what, &text, flags) == CURLUE_OK && (size_t)snprintf(out, size, "%s", text) < size;
	curl_free(text);
	return ok;
}

/*
 * As the resolver gets it: no brackets, no dot at the end. International names would be turned into ASCII by the
 * locale's rules, which this program does not have.
 */
static bool read_host(struct target *t, struct err *e)
{
	char raw[sizeof(t->host)], zone[8], *to = t->host;
	if (!part(t->url, CURLUPART_HOST, 0, raw, sizeof(raw)))
		return err_set(e, ERR_INVALID, "the address has no host name that can be used");
	if (part(t->url, CURLUPART_ZONEID, 0, zone, sizeof(zone)))
		return err_set(e, ERR_INVALID, "the address has a zone");
	size_t n = strlen(raw);
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)raw[i] >= 0x80)
			return err_set(e, ERR_INVALID, "the host name must be written in ASCII (an international one as xn--...)");
	if (n && (raw[n - 1] == ']' || raw[n - 1] == '.'))
		n--;
	for (size_t i = raw[0] == '['; i < n; i++)
		*to++ = raw[i] >= 'A' && raw[i] <= 'Z' ? (char)(raw[i] + 32) : raw[i];
	return t->host[0] || err_set(e, ERR_INVALID, "the address has no host name");
}

bool target_init(struct target *t, const char *url, struct err *e)
{
	char scheme[8] = "", port[8] = "";
	memset(t, 0, sizeof(*t));
	if (!late_load(&curl_library, e))
		return false;
	t->url = curl_url();
	if (!t->url)
		return err_set(e, ERR_MEMORY, "out of memory");
	CURLUcode code = curl_url_set(t->url, CURLUPART_URL, url, 0);
	bool ok = code == CURLUE_OK || err_set(e, ERR_INVALID, "the address is malformed: %s", curl_url_strerror(code));
	ok = ok && ((part(t->url, CURLUPART_SCHEME, 0, scheme, sizeof(scheme)) &&
		     (strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0)) ||
		    err_set(e, ERR_INVALID, "the address must begin with http:// or https://"));
	ok = ok && read_host(t, e);
	if (ok && part(t->url, CURLUPART_PORT, CURLU_DEFAULT_PORT, port, sizeof(port)))
		t->port = strtol(port, NULL, 10);
	ok = ok && ((t->port > 0 && t->port < 65536) || err_set(e, ERR_INVALID, "the address has no port that can be used"));
	if (!ok)
		target_fini(t);
	return ok;
}

void target_fini(struct target *t)
{
	curl_url_cleanup(t->url);
	t->url = NULL;
}

/* ---- judging */

bool guard_host(const struct guard *g, const char *host)
{
	struct str s = str_from(host);
	for (size_t i = 0; i < g->hosts_n; i++) {
		struct str w = g->hosts[i], end = { w.p + 1, w.n - 1 };
		bool below = str_starts(w, STR("*.")) && s.n > end.n;
		if (str_eq_nocase(w, s) || (below && str_eq_nocase(end, (struct str){ s.p + s.n - end.n, end.n })))
			return true;
	}
	return false;
}

bool guard_address(const struct guard *g, const char *host, const struct address *a, struct err *e)
{
	char text[ADDRESS_SIZE];
	struct address literal;
	const char *what = address_refusal(a);
	for (size_t i = 0; what && i < g->nets_n; i++)
		if (address_in(a, &g->nets[i]))
			what = NULL;
	if (!what)
		return true;
	address_format(a, text);
	if (address_literal(str_from(host), &literal))
		return err_set(e, ERR_FORBIDDEN, "%s is %s, which this server may not call", text, what);
	return err_set(e, ERR_FORBIDDEN, "%.100s has the address %s, %s, which this server may not call", host, text, what);
}
