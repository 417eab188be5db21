/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The life of a request: its connection calls call_begin() with the head and
 * call_body() for each piece of the body; at its end it is run, here or by a thread
 * of the crew, and answered.
 */
#include "http/http-private.h"
#include "base/clock.h"
#include "base/crypto.h"
#include "base/log.h"
#include "base/metric.h"
#include "http/field.h"
#include "http/query.h"
#include "http/route.h"
#include <stdio.h>

static struct call *call_open(struct conn *conn)
{
	struct call *c = &conn->call;
	*c = (struct call){ .h = conn->h, .conn = conn, .live = true, .keep = true, .started = clock_mono() };
	c->r.app = conn->h->o.app;
	c->r.came = c->started;
	arena_init(&c->r.arena, "request", conn->h->o.arena_max);
	buf_init(&c->body, 0);
	buf_init(&c->out.head, 0);
	atomic_fetch_add_explicit(&conn->h->calls, 1, memory_order_relaxed);
	atomic_store_explicit(&conn->received, 0, memory_order_relaxed);
	conn_phase_at(conn, PHASE_WORK, c->started);
	return c;
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
	int64_t now = clock_mono(), us = now - c->started;
	call_count(c, sent, us);
	call_log(c, sent, us);
	answer_drop(&c->answer);
	buf_fini(&c->body);
	buf_fini(&c->out.head);
	arena_fini(&c->r.arena);
	c->live = false;
	atomic_fetch_sub_explicit(&c->h->calls, 1, memory_order_relaxed);
	conn_phase_at(c->conn, PHASE_IDLE, now);
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
	uint64_t own;
	if (field_is_token(given)) {
		memcpy(c->r.id, given.p, given.n);
		return;
	}
	own = id_next(c->h);
	crypto_hex((const uint8_t *)&own, sizeof own, c->r.id);
}

static const char *refusal_text(int status)
{
	static const struct {
		int status;
		const char *text;
	} rows[] = {
		{ 400, "The request is no well-formed HTTP: its first line, a header or a chunk of its body is wrong." },
		{ 414, "The address is too long." },
		{ 431, "The headers are too long." },
		{ 505, "This server speaks HTTP/1.1 and HTTP/1.0." },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].status == status)
			return rows[i].text;
	return "Out of memory.";
}

/* Whatever of the request still comes is dropped, and the connection ends. */
static void answer_early(struct call *c)
{
	c->keep = false;
	c->unread = true;
	conn_answer(c);
}

void call_refuse(struct conn *conn, int status)
{
	struct call *c = conn->call.live ? &conn->call : call_open(conn);
	if (!c->r.id[0])
		id_choose(c);
	if (!c->r.verb)
		c->r.verb = c->head.method ? c->head.method : "-";
	http_fail(&c->r, status, "%s", refusal_text(status));
	answer_early(c);
}

static void uri_split(struct call *c)
{
	struct str path, uri = c->head.target;
	if (str_starts(uri, STR("http://")) || str_starts(uri, STR("https://"))) { /* absolute form, as proxies may send */
		struct str host, rest = str_cut((struct str){ uri.p + 8, uri.n - 8 }, '/', &host);
		uri = rest.p ? (struct str){ rest.p - 1, rest.n + 1 } : STR("/");
	}
	c->r.query_text = str_cut(uri, '?', &path);
	c->r.path = path;
}

/* A head that two readers could see differently is refused, so that nothing hides in it (RFC 9112 sections 3.2, 5.1, 6.3). */
struct framing {
	int lengths, encodings, hosts, authorizations;
	bool odd, packed;
	size_t length; /* SIZE_MAX: more than can be counted */
};

/* Digits alone: no sign, no blanks. */
static bool length_read(struct str s, size_t *out)
{
	*out = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		if (__builtin_mul_overflow(*out, 10u, out) || __builtin_add_overflow(*out, (size_t)(s.p[i] - '0'), out))
			*out = SIZE_MAX;
	}
	return s.n > 0;
}

static void framing_field(struct framing *f, const struct http_pair *field)
{
	if (str_eq_nocase(field->name, STR("Content-Length"))) {
		f->lengths++;
		f->odd |= !length_read(field->value, &f->length);
	} else if (str_eq_nocase(field->name, STR("Transfer-Encoding"))) {
		f->encodings++;
		f->odd |= !str_eq_nocase(field->value, STR("chunked"));
	} else if (str_eq_nocase(field->name, STR("Host"))) {
		f->hosts++;
	} else if (str_eq_nocase(field->name, STR("Authorization"))) {
		f->authorizations++;
	} else if (str_eq_nocase(field->name, STR("Content-Encoding"))) {
		f->packed |= field->value.n && !str_eq_nocase(field->value, STR("identity"));
	}
}

/* What the client says of the connection: one word of a list (RFC 9110 section 7.6.1). */
static void connection_field(struct call *c, struct str list)
{
	for (struct str word; list.p;) {
		list = str_cut(list, ',', &word);
		word = str_trim(word);
		if (str_eq_nocase(word, STR("close")))
			c->keep = false;
		else if (c->head.minor_0 && str_eq_nocase(word, STR("keep-alive")))
			c->keep = true;
	}
}

static bool framing_read(struct call *c, struct framing *f)
{
	*f = (struct framing){ 0 };
	c->keep = !c->head.minor_0;
	for (size_t i = 0; i < c->head.fields_n; i++) {
		framing_field(f, &c->head.fields[i]);
		if (str_eq_nocase(c->head.fields[i].name, STR("Connection")))
			connection_field(c, c->head.fields[i].value);
	}
	f->odd |= f->lengths + f->encodings > 1 || (f->encodings && c->head.minor_0);
	return !f->odd;
}

static bool route_choose(struct call *c)
{
	struct http *h = c->h;
	const char *method = c->r.verb;
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

static bool head_check(struct call *c, struct framing *f)
{
	bool framed = framing_read(c, f);
	id_choose(c);
	c->r.verb = c->head.method;
	c->head_only = strcmp(c->r.verb, "HEAD") == 0;
	uri_split(c);
	if (c->h->o.arrive && !c->h->o.arrive(&c->r))
		return false;
	if (!framed)
		http_fail(&c->r, 400, "The length of the body is given twice or in an unknown way.");
	else if (f->hosts > 1)
		http_fail(&c->r, 400, "The header Host is given twice.");
	else if (f->hosts == 0 && !c->head.minor_0)
		http_fail(&c->r, 400, "The header Host is missing.");
	else if (f->authorizations > 1)
		http_fail(&c->r, 400, "The header Authorization is given twice.");
	else if (f->packed)
		http_fail(&c->r, 400, "The body has a Content-Encoding; send it as it is.");
	if (http_answered(&c->r))
		return false;
	return route_choose(c) && address_decode(c) && (!c->h->o.guard || c->h->o.guard(&c->r)) && body_prepare(c, f);
}

/* A refusal does not wait for much of a body, nor for one of unknown length. */
static bool much_is_left(const struct call *c)
{
	return c->body_length < 0 || c->body_length - (int64_t)c->body_seen > (int64_t)BODY_DROP_MAX;
}

static void refuse_early(struct call *c)
{
	if (c->dropping && much_is_left(c))
		answer_early(c);
}

/* On a crew thread: run, then let the event thread send. */
static void call_hand_over(struct call *c)
{
	struct http *h = c->h;
	conn_phase(c->conn, PHASE_WORK);
	c->conn->stage = STAGE_WORK;
	if (crew_add(c->r.route->flags & HTTP_LONG ? &h->long_crew : &h->crew, c))
		return;
	http_fail(&c->r, 503, "The server is stopping.");
	conn_answer(c);
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

void call_run(struct call *c)
{
	c->r.body = buf_view(&c->body);
	c->r.route->run(&c->r);
	if (!http_answered(&c->r))
		http_fail_err(&c->r, &(struct err){ ERR_INTERNAL, "the handler gave no answer" });
}

static void call_end(struct call *c)
{
	bool whole = body_whole(c);
	if (c->body_seen)
		c->r.came = clock_mono();
	if (whole && c->r.route->flags & (HTTP_SLOW | HTTP_LONG)) {
		call_hand_over(c);
		return;
	}
	if (whole)
		call_run(c);
	conn_answer(c);
}

static void body_begin(struct call *c)
{
	bool waits = str_eq_nocase(http_header(&c->r, "Expect"), STR("100-continue")) && !c->head.minor_0;
	c->conn->stage = STAGE_BODY;
	conn_phase(c->conn, c->multipart && !c->dropping ? PHASE_UPLOAD : PHASE_BODY);
	if (c->dropping && (waits || much_is_left(c))) /* a client that waits has sent no body yet, and need not */
		answer_early(c);
	else if (waits)
		conn_continue(c->conn);
}

void call_begin(struct conn *conn, const char *head, size_t n)
{
	struct call *c = call_open(conn);
	struct framing f;
	struct str text = arena_str(&c->r.arena, (struct str){ head, n });
	int status = text.n == n ? head_parse((char *)(uintptr_t)text.p, n, &c->r.arena, &c->head) : 500;
	if (status) {
		call_refuse(conn, status);
		return;
	}
	c->dropping = !head_check(c, &f);
	c->body_length = f.encodings > 0 || f.odd || f.length > INT64_MAX ? -1 : (int64_t)f.length;
	if (c->body_length == 0)
		call_end(c);
	else
		body_begin(c);
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

static void body_step(struct call *c, struct str data)
{
	c->body_seen += data.n;
	atomic_store_explicit(&c->conn->received, c->body_seen, memory_order_relaxed);
	if (c->dropping)
		return;
	body_take(c, data.p, data.n);
	c->dropping = http_answered(&c->r);
	refuse_early(c);
}

/* The next bytes of a body with a length. */
static size_t plain_take(const struct call *c, const char *p, size_t n, struct str *data)
{
	uint64_t left = (uint64_t)c->body_length - c->body_seen;
	*data = (struct str){ p, n < left ? n : (size_t)left };
	return data->n;
}

size_t call_body(struct call *c, const char *p, size_t n)
{
	size_t used = 0;
	bool chunked = c->body_length < 0;
	while (used < n && c->conn->stage == STAGE_BODY) {
		struct str data;
		used += chunked ? chunks_take(&c->chunks, p + used, n - used, &data) : plain_take(c, p + used, n - used, &data);
		if (data.n)
			body_step(c, data);
		if (c->conn->stage != STAGE_BODY)
			break;
		if (chunked && c->chunks.state == CHUNKS_BAD)
			call_refuse(c->conn, 400);
		else if (chunked ? c->chunks.state == CHUNKS_DONE : c->body_seen == (uint64_t)c->body_length)
			call_end(c);
	}
	return used;
}
