/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/fetch.h"

#include "base/clock.h"
#include "fetch/guard.h"
#include "fetch/lookup.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

enum {
	CONNECT_MS = 10000, TOTAL_MS = 30000,
	HEADERS_MOST = 64 << 10, /* bytes of an answer's head */
	BODY_MOST = 64 << 10,    /* of its body that are read to the end, then the connection is closed */
	IDLE_MS = 60000,
};

struct transfer {
	struct fetch *f;
	struct transfer *next;
	fetch_done *done;
	void *ctx;
	struct target target;
	struct buf body;
	struct curl_slist *headers, *resolve, *connect_to;
	int64_t began, connect_by, first_byte_by, end_by; /* monotonic, µs */
	struct lookup *lookup; /* under way; NULL before and after */
	CURL *easy;            /* once it runs */
	struct address addresses[FETCH_ADDRESSES]; /* where it may connect to */
	size_t addresses_n;
	size_t head_bytes, body_bytes;
	bool heard;
	struct getting *get; /* NULL = a post */
	char why[CURL_ERROR_SIZE];
};

/* A get that somebody waits for. */
struct getting {
	const struct fetch_get *g;
	pthread_mutex_t lock; /* guards ended */
	pthread_cond_t cond;
	bool ended;
	bool unwanted, too_large; /* why the body was not taken to its end */
	int64_t taken;
	char *location;
	struct fetch_answer answer;
};

struct fetch {
	struct guard guard;
	fetch_lookup *lookup;
	void *lookup_ctx;
	CURLM *multi;
	struct bell *bell;
	pthread_t thread;
	bool runs;
	pthread_mutex_t lock; /* guards the two below */
	struct transfer *incoming, **incoming_last;
	bool closing;
	struct transfer *all; /* the thread's own, and so is what follows */
	unsigned long pins;
};

/* ---- a transfer's end */

static void transfer_free(struct transfer *t)
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
static void end(struct transfer *t, const struct fetch_answer *a)
{
	for (struct transfer **at = &t->f->all; *at; at = &(*at)->next)
		if (*at == t) {
			*at = t->next;
			break;
		}
	t->done(t->ctx, a);
	transfer_free(t);
}

static void end_failed(struct transfer *t, enum fetch_end how, const struct err *e)
{
	struct fetch_answer a = { .end = how, .err = *e };
	end(t, &a);
}

__attribute__((format(printf, 3, 4))) static void end_with(struct transfer *t, enum err_code code, const char *fmt, ...)
{
	struct err e;
	char text[sizeof(e.text)];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	err_set(&e, code, "%s", text);
	end_failed(t, FETCH_FAILED, &e);
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
			end_failed(t, FETCH_REFUSED, &e);
			return;
		}
	t->easy = curl_easy_init();
	if (!t->easy || !pin(t) || !set_options(t) || curl_multi_add_handle(t->f->multi, t->easy) != CURLM_OK)
		end_with(t, ERR_MEMORY, "out of memory");
}

static void look_up(struct transfer *t)
{
	if (address_literal(str_from(t->target.host), &t->addresses[0])) {
		t->addresses_n = 1;
		connect_now(t);
		return;
	}
	t->lookup = lookup_start(t->f->bell, t->f->lookup, t->f->lookup_ctx, t->target.host);
	if (!t->lookup)
		end_with(t, ERR_MEMORY, "no thread is left to look up a name");
}

static void take_lookup(struct transfer *t)
{
	struct err e;
	if (!lookup_ended(t->lookup, t->addresses, &t->addresses_n, &e))
		return;
	lookup_drop(t->lookup);
	t->lookup = NULL;
	if (t->addresses_n == 0)
		end_failed(t, FETCH_FAILED, &e);
	else
		connect_now(t);
}

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
		look_up(t);
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
		end(t, &a);
	else if (t->head_bytes > HEADERS_MOST)
		end_with(t, ERR_IO, "the head of the answer is larger than %d bytes", HEADERS_MOST);
	else
		end_with(t, code == CURLE_OPERATION_TIMEDOUT ? ERR_TIMEOUT : ERR_IO, "%s",
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
			take_lookup(t);
	}
	for (struct transfer *t = f->all, *next; t; t = next) {
		int64_t by = deadline(t);
		next = t->next;
		if (by <= now && t->lookup)
			end_with(t, ERR_TIMEOUT, "the name %.100s was not found in time", t->target.host);
		else if (by <= now)
			end_with(t, ERR_TIMEOUT, "no answer within %lld ms", (long long)(t->first_byte_by - t->began) / 1000);
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
		end_with(f->all, ERR_CANCELLED, "the server stops");
	return NULL;
}

static void wake(void *ctx)
{
	curl_multi_wakeup(((struct fetch *)ctx)->multi);
}

/* ---- the room's door */

static bool start(struct fetch *f, struct err *e)
{
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

static bool request(struct fetch *f, const struct fetch_request *q, struct getting *get, fetch_done *done, void *ctx, struct err *e)
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
	return request(f, q, NULL, done, ctx, e);
}

/* ---- a get that is waited for */

static void get_ended(void *ctx, const struct fetch_answer *a)
{
	struct getting *w = ctx;
	pthread_mutex_lock(&w->lock);
	w->answer = *a;
	w->ended = true;
	pthread_cond_signal(&w->cond);
	pthread_mutex_unlock(&w->lock);
}

/* What came of it, when the transfer is over. */
static bool get_judge(const struct getting *w, struct err *e)
{
	if (w->g->cancel && atomic_load(w->g->cancel))
		return err_set(e, ERR_CANCELLED, "the job was cancelled");
	if (w->too_large)
		return err_set(e, ERR_TOO_LARGE, "the document has more than %lld MB", (long long)(w->g->most >> 20));
	if (w->unwanted)
		return err_set(e, ERR_IO, "the document could not be stored as it came");
	if (w->answer.end != FETCH_ANSWERED)
		*e = w->answer.err;
	return w->answer.end == FETCH_ANSWERED;
}

bool fetch_get(struct fetch *f, const struct fetch_get *g, int *status, char **location, struct err *e)
{
	struct getting w = { .g = g, .lock = PTHREAD_MUTEX_INITIALIZER, .cond = PTHREAD_COND_INITIALIZER };
	*location = NULL;
	if (!request(f, &g->q, &w, get_ended, &w, e))
		return false;
	pthread_mutex_lock(&w.lock);
	while (!w.ended)
		pthread_cond_wait(&w.cond, &w.lock);
	pthread_mutex_unlock(&w.lock);
	bool ok = get_judge(&w, e);
	*status = w.answer.status;
	if (ok && *status / 100 == 3)
		*location = w.location;
	else
		free(w.location);
	return ok;
}
