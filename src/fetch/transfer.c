/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/fetch-private.h"

#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

/* ---- a transfer's end */

void transfer_free(struct transfer *t)
{
	if (t->easy) {
		curl_multi_remove_handle(t->f->multi, t->easy);
		curl_easy_cleanup(t->easy);
	}
	lookup_drop(t->lookup);
	curl_slist_free_all(t->headers);
	curl_slist_free_all(t->resolve);
	curl_slist_free_all(t->connect_to);
	target_fini(&t->target);
	buf_fini(&t->body);
	free(t);
}

/* Tell and take out of the list. */
void transfer_end(struct transfer *t, const struct fetch_answer *a)
{
	for (struct transfer **at = &t->f->all; *at; at = &(*at)->next)
		if (*at == t) {
			*at = t->next;
			break;
		}
	t->done(t->ctx, a);
	transfer_free(t);
}

static void transfer_fail(struct transfer *t, enum fetch_end how, const struct err *e)
{
	struct fetch_answer a = { .end = how, .err = *e };
	transfer_end(t, &a);
}

void transfer_fail_with(struct transfer *t, enum err_code code, const char *fmt, ...)
{
	struct err e;
	char text[sizeof(e.text)];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	err_set(&e, code, "%s", text);
	transfer_fail(t, FETCH_FAILED, &e);
}

/* ---- what libcurl asks while it runs */

/* The last word on where a connection goes. */
static curl_socket_t on_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *to)
{
	const struct transfer *t = ctx;
	struct address a;
	if (!address_of_socket(&to->addr, &a))
		return CURL_SOCKET_BAD;
	for (size_t i = 0; i < t->addresses_n; i++)
		if (memcmp(&a, &t->addresses[i], sizeof(a)) == 0)
			return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
	return CURL_SOCKET_BAD;
}

static size_t on_header(char *p, size_t size, size_t n, void *ctx)
{
	struct transfer *t = ctx;
	t->heard = true;
	t->head_bytes += n;
	return t->head_bytes > HEADERS_MOST ? 0 : n;
}

static size_t take_body(struct transfer *t, const char *p, size_t n)
{
	struct getting *w = t->get;
	w->taken += (int64_t)n;
	w->too_large = w->taken > w->g->most;
	w->unwanted = !w->too_large && !w->g->take(w->g->ctx, p, n);
	return w->too_large || w->unwanted ? 0 : n;
}

static size_t on_body(char *p, size_t size, size_t n, void *ctx)
{
	struct transfer *t = ctx;
	long status = 0;
	curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
	if (t->get && status / 100 == 2)
		return take_body(t, p, n);
	t->body_bytes += n;
	return t->body_bytes > BODY_MOST ? 0 : n;
}

static int on_progress(void *ctx, curl_off_t all, curl_off_t done, curl_off_t up_all, curl_off_t up)
{
	const struct transfer *t = ctx;
	return t->get && t->get->g->cancel && atomic_load(t->get->g->cancel);
}

/* ---- a transfer's start */

/*
 * The connection goes to a made-up name that stands for the checked addresses: no other transfer shares it, whatever
 * the host's name means by then. Host, certificate and SNI stay the URL's.
 */
static bool pin(struct transfer *t)
{
	struct buf addresses = BUF_INIT(0);
	char name[40], text[ADDRESS_SIZE];
	snprintf(name, sizeof(name), "pin-%lu.invalid", t->f->pins++);
	buf_printf(&addresses, "+%s:%ld:", name, t->target.port);
	for (size_t i = 0; i < t->addresses_n; i++) {
		address_format(&t->addresses[i], text);
		buf_printf(&addresses, strchr(text, ':') ? "%s[%s]" : "%s%s", i ? "," : "", text);
	}
	t->resolve = buf_ok(&addresses, NULL) ? curl_slist_append(NULL, addresses.p) : NULL;
	buf_clear(&addresses);
	buf_printf(&addresses, "::%s:%ld", name, t->target.port);
	t->connect_to = buf_ok(&addresses, NULL) ? curl_slist_append(NULL, addresses.p) : NULL;
	buf_fini(&addresses);
	return t->resolve && t->connect_to;
}

static long ms_until(int64_t us)
{
	int64_t left = (us - clock_mono()) / 1000;
	return left < 1 ? 1 : (long)left;
}

static bool set_options(struct transfer *t)
{
	CURL *c = t->easy;
	CURLcode bad = 0;
#define SET(option, value) bad |= curl_easy_setopt(c, option, value)
	SET(CURLOPT_CURLU, t->target.url);
	SET(CURLOPT_PROTOCOLS_STR, "http,https");
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_PROXY, "");
	SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	SET(CURLOPT_FRESH_CONNECT, 1L); /* a kept connection was checked for another look-up */
	SET(CURLOPT_FORBID_REUSE, 1L);
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_SSL_VERIFYPEER, 1L);
	SET(CURLOPT_SSL_VERIFYHOST, 2L);
	SET(CURLOPT_RESOLVE, t->resolve);
	SET(CURLOPT_CONNECT_TO, t->connect_to);
	SET(CURLOPT_CONNECTTIMEOUT_MS, ms_until(t->connect_by));
	SET(CURLOPT_TIMEOUT_MS, ms_until(t->end_by));
	if (!t->get) {
		SET(CURLOPT_POST, 1L);
		SET(CURLOPT_POSTFIELDS, t->body.p);
		SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)t->body.n);
	}
	SET(CURLOPT_NOPROGRESS, 0L);
	SET(CURLOPT_XFERINFOFUNCTION, on_progress);
	SET(CURLOPT_XFERINFODATA, t);
	SET(CURLOPT_HTTPHEADER, t->headers);
	SET(CURLOPT_OPENSOCKETFUNCTION, on_socket);
	SET(CURLOPT_OPENSOCKETDATA, t);
	SET(CURLOPT_HEADERFUNCTION, on_header);
	SET(CURLOPT_HEADERDATA, t);
	SET(CURLOPT_WRITEFUNCTION, on_body);
	SET(CURLOPT_WRITEDATA, t);
	SET(CURLOPT_ERRORBUFFER, t->why);
	SET(CURLOPT_PRIVATE, t);
#undef SET
	return bad == CURLE_OK;
}

static void connect_now(struct transfer *t)
{
	struct err e;
	for (size_t i = 0; i < t->addresses_n && !guard_host(&t->f->guard, t->target.host); i++)
		if (!guard_address(&t->f->guard, t->target.host, &t->addresses[i], &e)) {
			transfer_fail(t, FETCH_REFUSED, &e);
			return;
		}
	t->easy = curl_easy_init();
	if (!t->easy || !pin(t) || !set_options(t) || curl_multi_add_handle(t->f->multi, t->easy) != CURLM_OK)
		transfer_fail_with(t, ERR_MEMORY, "out of memory");
}

void transfer_start(struct transfer *t)
{
	if (address_literal(str_from(t->target.host), &t->addresses[0])) {
		t->addresses_n = 1;
		connect_now(t);
		return;
	}
	t->lookup = lookup_start(t->f->bell, t->f->lookup, t->f->lookup_ctx, t->target.host);
	if (!t->lookup)
		transfer_fail_with(t, ERR_MEMORY, "no thread is left to look up a name");
}

void transfer_look(struct transfer *t)
{
	struct err e;
	if (!lookup_ended(t->lookup, t->addresses, &t->addresses_n, &e))
		return;
	lookup_drop(t->lookup);
	t->lookup = NULL;
	if (t->addresses_n == 0)
		transfer_fail(t, FETCH_FAILED, &e);
	else
		connect_now(t);
}
