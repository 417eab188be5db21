/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/fetch-private.h"

#include "base/clock.h"

#include <stdlib.h>

enum { CONNECT_MS = 10000, TOTAL_MS = 30000, IDLE_MS = 60000 };

/* ---- the thread */

static void take_incoming(struct fetch *f)
{
	pthread_mutex_lock(&f->lock);
	struct transfer *first = f->incoming;
	f->incoming = NULL;
	f->incoming_last = &f->incoming;
	pthread_mutex_unlock(&f->lock);
	while (first) {
		struct transfer *t = first;
		first = t->next;
		t->next = f->all;
		f->all = t;
		transfer_start(t);
	}
}

static void end_message(struct transfer *t, CURLcode code)
{
	long status = 0;
	char *location = NULL;
	curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_getinfo(t->easy, CURLINFO_REDIRECT_URL, &location);
	struct fetch_answer a = { .end = FETCH_ANSWERED, .status = (int)status };
	if (t->get && location)
		t->get->location = strdup(location);
	if (code == CURLE_OK || (code == CURLE_WRITE_ERROR && t->body_bytes > BODY_MOST))
		transfer_end(t, &a);
	else if (t->head_bytes > HEADERS_MOST)
		transfer_fail_with(t, ERR_IO, "the head of the answer is larger than %d bytes", HEADERS_MOST);
	else
		transfer_fail_with(t, code == CURLE_OPERATION_TIMEDOUT ? ERR_TIMEOUT : ERR_IO, "%s",
			 t->why[0] ? t->why : curl_easy_strerror(code));
}

static void take_messages(struct fetch *f)
{
	int left;
	for (CURLMsg *m; (m = curl_multi_info_read(f->multi, &left));) {
		struct transfer *t = NULL;
		if (m->msg == CURLMSG_DONE && curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &t) == CURLE_OK)
			end_message(t, m->data.result);
	}
}

/* When t gives up if nothing happens; libcurl itself watches the connection and the whole. */
static int64_t deadline(const struct transfer *t)
{
	return t->lookup ? t->connect_by : t->heard ? INT64_MAX : t->first_byte_by;
}

/* Look at each transfer; returns how long there is nothing to do, in milliseconds. */
static int sweep(struct fetch *f)
{
	int64_t now = clock_mono(), first = now + IDLE_MS * INT64_C(1000);
	for (struct transfer *t = f->all, *next; t; t = next) {
		next = t->next;
		if (t->lookup)
			transfer_look(t);
	}
	for (struct transfer *t = f->all, *next; t; t = next) {
		int64_t by = deadline(t);
		next = t->next;
		if (by <= now && t->lookup)
			transfer_fail_with(t, ERR_TIMEOUT, "the name %.100s was not found in time", t->target.host);
		else if (by <= now)
			transfer_fail_with(t, ERR_TIMEOUT, "no answer within %lld ms", (long long)(t->first_byte_by - t->began) / 1000);
		else if (by < first)
			first = by;
	}
	return (int)((first - now) / 1000) + 1;
}

static bool is_closing(struct fetch *f)
{
	pthread_mutex_lock(&f->lock);
	bool closing = f->closing;
	pthread_mutex_unlock(&f->lock);
	return closing;
}

static void *fetch_main(void *arg)
{
	struct fetch *f = arg;
	int running;
	while (!is_closing(f)) {
		take_incoming(f);
		int idle_ms = sweep(f);
		curl_multi_perform(f->multi, &running);
		take_messages(f);
		curl_multi_poll(f->multi, NULL, 0, idle_ms, NULL);
	}
	take_incoming(f);
	while (f->all)
		transfer_fail_with(f->all, ERR_CANCELLED, "the server stops");
	return NULL;
}

static void wake(void *ctx)
{
	curl_multi_wakeup(((struct fetch *)ctx)->multi);
}

/* ---- the room's door */

static bool start(struct fetch *f, struct err *e)
{
	if (!late_load(&curl_library, e))
		return false;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return err_set(e, ERR_INTERNAL, "libcurl does not start");
	f->multi = curl_multi_init();
	f->bell = bell_new(wake, f);
	f->runs = f->multi && f->bell && pthread_create(&f->thread, NULL, fetch_main, f) == 0;
	return f->runs || err_set(e, ERR_MEMORY, "out of memory");
}

struct fetch *fetch_open(const struct fetch_options *o, struct err *e)
{
	struct fetch *f = calloc(1, sizeof(*f));
	if (!f) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	pthread_mutex_init(&f->lock, NULL);
	f->incoming_last = &f->incoming;
	f->lookup = o->lookup ? o->lookup : lookup_system;
	f->lookup_ctx = o->ctx;
	if (guard_init(&f->guard, o->allow, e) && start(f, e))
		return f;
	fetch_close(f);
	return NULL;
}

void fetch_close(struct fetch *f)
{
	if (!f)
		return;
	pthread_mutex_lock(&f->lock);
	f->closing = true;
	pthread_mutex_unlock(&f->lock);
	if (f->runs) {
		wake(f);
		pthread_join(f->thread, NULL);
	}
	bell_mute(f->bell);
	if (f->multi)
		curl_multi_cleanup(f->multi);
	guard_fini(&f->guard);
	pthread_mutex_destroy(&f->lock);
	free(f);
}

bool fetch_url_refused(const struct fetch *f, const char *url, struct err *why)
{
	struct target t;
	struct address a;
	if (!target_init(&t, url, why))
		return true;
	bool refused = !guard_host(&f->guard, t.host) && address_literal(str_from(t.host), &a) &&
		       !guard_address(&f->guard, t.host, &a, why);
	target_fini(&t);
	return refused;
}

static bool copy_headers(struct transfer *t, const char *const *headers)
{
	/* Bodies are small: nothing is won by asking first. */
	t->headers = curl_slist_append(NULL, "Expect:");
	for (size_t i = 0; t->headers && headers && headers[i]; i++)
		if (!curl_slist_append(t->headers, headers[i]))
			return false;
	return t->headers != NULL;
}

static void set_deadlines(struct transfer *t, const struct fetch_request *q)
{
	int64_t total = q->total_ms ? q->total_ms : TOTAL_MS, connect = q->connect_ms ? q->connect_ms : CONNECT_MS;
	t->began = clock_mono();
	t->end_by = t->began + total * 1000;
	t->connect_by = t->began + (connect < total ? connect : total) * 1000;
	t->first_byte_by = q->first_byte_ms ? t->began + q->first_byte_ms * INT64_C(1000) : t->end_by;
}

static void enqueue(struct fetch *f, struct transfer *t)
{
	pthread_mutex_lock(&f->lock);
	*f->incoming_last = t;
	f->incoming_last = &t->next;
	pthread_mutex_unlock(&f->lock);
	wake(f);
}

bool fetch_begin(struct fetch *f, const struct fetch_request *q, struct getting *get, fetch_done *done, void *ctx, struct err *e)
{
	struct transfer *t = calloc(1, sizeof(*t));
	struct fetch_answer refused = { .end = FETCH_REFUSED };
	if (!t)
		return err_set(e, ERR_MEMORY, "out of memory");
	*t = (struct transfer){ .f = f, .done = done, .ctx = ctx, .get = get };
	buf_init(&t->body, 0);
	buf_str(&t->body, q->body);
	set_deadlines(t, q);
	if (!copy_headers(t, q->headers) || !buf_ok(&t->body, e)) {
		transfer_free(t);
		return err_set(e, ERR_MEMORY, "out of memory");
	}
	if (!target_init(&t->target, q->url, &refused.err)) {
		transfer_free(t);
		done(ctx, &refused);
		return true;
	}
	enqueue(f, t);
	return true;
}

bool fetch_post(struct fetch *f, const struct fetch_request *q, fetch_done *done, void *ctx, struct err *e)
{
	return fetch_begin(f, q, NULL, done, ctx, e);
}
