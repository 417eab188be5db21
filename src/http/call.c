/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The life of a request. libmicrohttpd calls call_step() once with the head, once
 * for each piece of the body and once at its end; a slow call is then suspended
 * and stepped a last time when its thread is done.
 */
#include "http/http-private.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/metric.h"
#include "http/field.h"
#include "http/query.h"
#include "http/route.h"
#include <stdio.h>

void call_open(struct conn *conn, struct MHD_Connection *mhd, const char *uri)
{
	struct call *c = &conn->call;
	*c = (struct call){ .h = conn->h, .conn = conn, .mhd = mhd, .live = true, .started = clock_mono() };
	c->r.app = conn->h->o.app;
	arena_init(&c->r.arena, "request", conn->h->o.arena_max);
	buf_init(&c->body, 0);
	c->uri = arena_str(&c->r.arena, str_from(uri));
	atomic_fetch_add_explicit(&conn->h->calls, 1, memory_order_relaxed);
	atomic_store_explicit(&conn->received, 0, memory_order_relaxed);
	/* On a new connection the head's time runs since the connection came. */
	if (atomic_load_explicit(&conn->phase, memory_order_relaxed) != PHASE_HEAD)
		conn_phase(conn, PHASE_HEAD);
}

/* Client text in the log: plain characters only, cut to size. */
static const char *log_text(struct str s, char *out, size_t size)
{
	size_t n = s.n < size - 1 ? s.n : size - 1;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		out[i] = c <= ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '=' ? '_' : (char)c;
	}
	out[n] = '\0';
	return out;
}

static bool log_wanted(const struct call *c, bool sent)
{
	enum http_log log = c->h->o.log;
	bool quiet = sent && c->r.method == HTTP_GET && c->answer.status < 400;
	return log == HTTP_LOG_ALL || (log == HTTP_LOG_CHANGES && !quiet);
}

static size_t bytes_out(const struct answer *a)
{
	return a->kind == ANSWER_FD ? (size_t)a->fd_n : a->body.n;
}

/*
 * Document names and tokens may stand in the query, so only the path goes to the
 * log. Who asks and how often it was tried tells a broken client apart.
 */
static void call_log(const struct call *c, bool sent, int64_t us)
{
	char path[200], agent[64], retry[8], method[16], who[80] = "";
	const struct http_route *route = c->r.route;
	if (!log_wanted(c, sent))
		return;
	log_text(route && route->flags & HTTP_PRIVATE ? str_from(route->path) : c->r.path, path, sizeof path);
	log_text(str_from(c->r.verb), method, sizeof method);
	log_text(http_header(&c->r, "User-Agent"), agent, sizeof agent);
	log_text(http_header(&c->r, "X-Stainless-Retry-Count"), retry, sizeof retry);
	if (c->h->o.describe)
		c->h->o.describe(&c->r, who, sizeof who);
	log_event(LOG_INFO, "http.request", "id=%s method=%s path=%s status=%d ms=%.1f in=%zu out=%zu%s agent=%s%s%s%s", c->r.id,
		  method, path, c->answer.status, (double)us / 1000, c->body_seen, bytes_out(&c->answer), who,
		  agent[0] ? agent : "-", retry[0] && strcmp(retry, "0") != 0 ? " retry=" : "",
		  retry[0] && strcmp(retry, "0") != 0 ? retry : "", sent ? "" : " sent=no");
}

static void call_count(const struct call *c, bool sent, int64_t us)
{
	size_t route = c->r.route ? (size_t)(c->r.route - c->h->o.routes) + 1 : 0;
	int class = c->answer.status / 100 - 1;
	bool known = sent && class >= 0 && class < LABEL_class_unsent;
	metric_add(METRIC_http_requests, route, known ? (size_t)class : LABEL_class_unsent, 1);
	metric_observe(METRIC_http_request, route, 0, us);
}

void call_close(struct call *c, bool sent)
{
	if (!c->live)
		return;
	if (c->multipart && c->r.route->parts->drop)
		c->r.route->parts->drop(&c->r);
	int64_t us = clock_mono() - c->started;
	call_count(c, sent, us);
	call_log(c, sent, us);
	answer_drop(&c->answer);
	buf_fini(&c->body);
	arena_fini(&c->r.arena);
	c->live = false;
	atomic_fetch_sub_explicit(&c->h->calls, 1, memory_order_relaxed);
	conn_phase(c->conn, PHASE_IDLE);
}

/* splitmix64: distinct for 2^64 requests, which is all that is asked of them. */
static uint64_t id_next(struct http *h)
{
	uint64_t z = h->id_seed + atomic_fetch_add_explicit(&h->ids, 1, memory_order_relaxed) * 0x9e3779b97f4a7c15u;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static void id_choose(struct call *c)
{
	struct str given = http_header(&c->r, "x-request-id");
	if (field_is_token(given))
		memcpy(c->r.id, given.p, given.n);
	else
		snprintf(c->r.id, sizeof c->r.id, "%016llx", (unsigned long long)id_next(c->h));
}

void call_refuse(struct conn *conn, struct MHD_Connection *mhd, int status, const char *text)
{
	struct call *c = &conn->call;
	if (!c->live)
		call_open(conn, mhd, "");
	if (!c->r.id[0])
		id_choose(c);
	if (!c->r.verb)
		c->r.verb = "-";
	if (c->stage == STAGE_LINGER)
		return; /* answered early already */
	http_fail(&c->r, status, "%s", text);
	answer_send_early(c);
}

static bool uri_split(struct call *c)
{
	struct str path, uri = c->uri;
	if (uri.n == 0)
		return false;
	if (str_starts(uri, STR("http://")) || str_starts(uri, STR("https://"))) { /* absolute form, as proxies may send */
		struct str host, rest = str_cut((struct str){ uri.p + 8, uri.n - 8 }, '/', &host);
		uri = rest.p ? (struct str){ rest.p - 1, rest.n + 1 } : STR("/");
	}
	c->r.query_text = str_cut(uri, '?', &path);
	c->r.path = path;
	return true;
}

/* A head that two readers could see differently is refused, so that nothing hides in it (RFC 9112 sections 3.2, 5.1, 6.3). */
struct framing {
	int lengths, encodings, hosts;
	bool odd, bad_name;
	size_t length;
};

static bool is_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || (unsigned char)s.p[i] >= 0x7f)
			return false;
	return s.n > 0;
}

static enum MHD_Result framing_header(void *ctx, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct framing *f = ctx;
	int64_t n;
	struct str key = str_from(name), text = str_from(value);
	if (str_eq_nocase(key, STR("Content-Length"))) {
		f->lengths++;
		f->odd |= !str_to_i64(text, &n) || text.p[0] < '0' || text.p[0] > '9';
		f->length = f->odd ? 0 : (size_t)n;
	} else if (str_eq_nocase(key, STR("Transfer-Encoding"))) {
		f->encodings++;
		f->odd |= !str_eq_nocase(text, STR("chunked"));
	} else if (str_eq_nocase(key, STR("Host"))) {
		f->hosts++;
	}
	f->bad_name |= !is_name(key);
	return MHD_YES;
}

static bool framing_read(struct call *c, struct framing *f)
{
	*f = (struct framing){ 0 };
	MHD_get_connection_values(c->mhd, MHD_HEADER_KIND, framing_header, f);
	f->odd |= f->lengths + f->encodings > 1;
	return !f->odd;
}

static bool route_choose(struct call *c, const char *method)
{
	struct http *h = c->h;
	unsigned allowed;
	char allow[64];
	bool known = route_method(method, &c->r.method);
	c->r.route = route_find(h->o.routes, h->o.routes_n, known, c->r.method, c->r.path, c->r.args, &allowed);
	if (c->r.route)
		return true;
	if (!allowed) {
		http_fail(&c->r, 404, "There is nothing at this path.");
		return false;
	}
	route_allow(allowed, allow, sizeof allow);
	http_set_header(&c->r, "Allow", allow);
	http_fail(&c->r, 405, "This path does not take %.20s; it takes %s.", method, allow);
	return false;
}

static bool address_decode(struct call *c)
{
	struct err e = { 0 };
	struct http_request *r = &c->r;
	for (size_t i = 0; i < HTTP_ARGS && r->args[i].p; i++)
		if (!query_decode(r->args[i], false, &r->arena, &r->args[i], &e))
			goto fail;
	if (query_parse(r->query_text, &r->arena, &r->query, &r->query_n, &e))
		return true;
fail:
	http_fail_err(r, &e);
	return false;
}

static bool part_begin(void *ctx, const struct http_part *part)
{
	struct call *c = ctx;
	return c->r.route->parts->begin(&c->r, part);
}

static bool part_data(void *ctx, const void *p, size_t n)
{
	struct call *c = ctx;
	return c->r.route->parts->data(&c->r, p, n);
}

static bool part_end(void *ctx)
{
	struct call *c = ctx;
	return c->r.route->parts->end(&c->r);
}

static const struct multipart_sink part_sink = { part_begin, part_data, part_end };

static size_t body_limit(const struct call *c)
{
	const struct http_route *route = c->r.route;
	if (route->body == HTTP_BODY_NONE)
		return BODY_DROP_MAX;
	if (route->body_max)
		return route->body_max;
	return route->body == HTTP_BODY_MULTIPART ? c->h->o.upload_max : c->h->o.body_max;
}

static bool body_prepare(struct call *c, const struct framing *f)
{
	struct err e = { 0 };
	const struct http_route *route = c->r.route;
	c->body_max = body_limit(c);
	if (f->length > c->body_max) {
		http_fail(&c->r, 413, "The body has %zu bytes; at most %zu are taken here.", f->length, c->body_max);
		return false;
	}
	buf_init(&c->body, c->body_max);
	if (route->body != HTTP_BODY_MULTIPART)
		return true;
	c->multipart = ARENA_NEW(&c->r.arena, struct multipart);
	if (c->multipart && multipart_init(c->multipart, http_header(&c->r, "Content-Type"), &part_sink, c, &c->r.arena, &e))
		return true;
	c->multipart = NULL;
	if (e.code == ERR_NONE)
		arena_ok(&c->r.arena, &e);
	http_fail_err(&c->r, &e);
	return false;
}

static bool head_check(struct call *c, const char *method, struct framing *f)
{
	bool framed = framing_read(c, f);
	id_choose(c);
	c->r.verb = method;
	c->head_only = strcmp(method, "HEAD") == 0;
	if (!uri_split(c)) {
		http_fail_err(&c->r, &(struct err){ ERR_MEMORY, "no memory for the address" });
		return false;
	}
	if (memchr(c->uri.p, ' ', c->uri.n)) {
		http_fail(&c->r, 400, "The address has a blank in it.");
		return false;
	}
	if (c->h->o.arrive && !c->h->o.arrive(&c->r))
		return false;
	if (!framed)
		http_fail(&c->r, 400, "The length of the body is given twice or in an unknown way.");
	else if (f->bad_name)
		http_fail(&c->r, 400, "The name of a header has characters that no name has.");
	else if (f->hosts > 1)
		http_fail(&c->r, 400, "The header Host is given twice.");
	else if (f->hosts == 0 && c->needs_host)
		http_fail(&c->r, 400, "The header Host is missing.");
	if (http_answered(&c->r))
		return false;
	return route_choose(c, method) && address_decode(c) && (!c->h->o.guard || c->h->o.guard(&c->r)) &&
	       body_prepare(c, f);
}

/* A refusal does not wait for much of a body, nor for one of unknown length. */
static void refuse_early(struct call *c)
{
	if (c->dropping && (c->body_length < 0 || c->body_length - (int64_t)c->body_seen > (int64_t)BODY_DROP_MAX))
		answer_send_early(c);
}

static enum MHD_Result head_step(struct call *c, const char *method)
{
	struct framing f;
	bool go = head_check(c, method, &f);
	c->body_length = f.encodings > 0 || f.odd || f.bad_name ? -1 : (int64_t)f.length;
	c->stage = STAGE_BODY;
	c->dropping = !go;
	/* An answer given now would cost the connection: libmicrohttpd takes it for a refusal of the body. */
	if (c->body_length == 0)
		return MHD_YES;
	/* A client that waits for "100 Continue" has sent no body yet. */
	if (!go && http_header(&c->r, "Expect").p)
		return answer_queue(c);
	conn_phase(c->conn, c->multipart && go ? PHASE_UPLOAD : PHASE_BODY);
	refuse_early(c);
	return MHD_YES;
}

static void body_take(struct call *c, const char *p, size_t n)
{
	struct err e = { 0 };
	if (c->body_seen > c->body_max)
		http_fail(&c->r, 413, "The body is over the %zu bytes that are taken here.", c->body_max);
	else if (c->multipart && !multipart_feed(c->multipart, p, n, &e) && !http_answered(&c->r))
		http_fail_err(&c->r, &e);
	else if (c->r.route->body == HTTP_BODY_JSON)
		buf_add(&c->body, p, n);
}

static void body_step(struct call *c, const char *p, size_t n)
{
	c->body_seen += n;
	atomic_store_explicit(&c->conn->received, c->body_seen, memory_order_relaxed);
	if (c->dropping) /* refused, or lingering */
		return;
	body_take(c, p, n);
	c->dropping = http_answered(&c->r);
	refuse_early(c);
}

void call_run(struct call *c)
{
	c->r.body = buf_view(&c->body);
	c->r.route->run(&c->r);
	if (!http_answered(&c->r))
		http_fail_err(&c->r, &(struct err){ ERR_INTERNAL, "the handler gave no answer" });
}

/* On a crew thread: run, then let the event thread send. */
static void call_hand_over(struct call *c)
{
	conn_phase(c->conn, PHASE_WORK);
	c->stage = STAGE_WORK;
	MHD_suspend_connection(c->mhd);
	if (crew_add(&c->h->crew, c))
		return;
	http_fail(&c->r, 503, "The server is stopping.");
	c->stage = STAGE_READY;
	MHD_resume_connection(c->mhd);
}

static bool body_whole(struct call *c)
{
	struct err e = { 0 };
	if (c->dropping)
		return false;
	if ((!c->multipart || multipart_finish(c->multipart, &e)) && buf_ok(&c->body, &e))
		return true;
	http_fail_err(&c->r, &e);
	return false;
}

static enum MHD_Result call_end(struct call *c)
{
	if (!body_whole(c))
		return answer_queue(c);
	if (c->r.route->flags & HTTP_SLOW) {
		call_hand_over(c);
		return MHD_YES;
	}
	conn_phase(c->conn, PHASE_WORK);
	call_run(c);
	return answer_queue(c);
}

enum MHD_Result call_step(struct call *c, const char *method, const char *data, size_t *data_n)
{
	switch (c->stage) {
	case STAGE_HEAD:
		return head_step(c, method);
	case STAGE_BODY:
		if (*data_n == 0)
			return call_end(c);
		body_step(c, data, *data_n);
		*data_n = 0;
		return MHD_YES;
	case STAGE_READY:
		return answer_queue(c);
	case STAGE_LINGER:
		if (*data_n == 0)
			return MHD_NO; /* answered already: close */
		body_step(c, data, *data_n);
		*data_n = 0;
		return MHD_YES;
	case STAGE_WORK:
	case STAGE_SENT:
		break;
	}
	return MHD_YES;
}
