/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http-private.h"
#include "base/log.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define TYPE_JSON "application/json"

static void pieces_close(const struct http_piece *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i].fd >= 0)
			close(p[i].fd);
}

void answer_drop(struct answer *a)
{
	if (a->kind == ANSWER_OWNED)
		free((void *)a->body.p);
	if (a->kind == ANSWER_SHARED)
		a->release(a->ctx);
	if (a->kind == ANSWER_FD && a->fd >= 0)
		close(a->fd);
	pieces_close(a->pieces, a->pieces_n);
	*a = (struct answer){ 0 };
}

bool http_answered(const struct http_request *r)
{
	return ((const struct call *)r)->answer.set;
}

/* The first answer counts. Returns the one to fill, or NULL. */
static struct answer *answer_begin(struct http_request *r, int status, enum answer_kind kind, const char *type)
{
	struct answer *a = &call_of(r)->answer;
	if (a->set)
		return NULL;
	a->set = true;
	a->status = status;
	a->kind = kind;
	a->type = type;
	return a;
}

void http_set_header(struct http_request *r, const char *name, const char *value)
{
	struct answer *a = &call_of(r)->answer;
	const char *n = arena_strz(&r->arena, name), *v = arena_strz(&r->arena, value);
	if (!n || !v || a->headers_n == ANSWER_HEADERS)
		return;
	a->headers[a->headers_n++] = (struct http_pair){ str_from(n), str_from(v) };
}

static bool header_is_set(const struct answer *a, const char *name)
{
	for (size_t i = 0; i < a->headers_n; i++)
		if (str_eq_nocase(a->headers[i].name, str_from(name)))
			return true;
	return false;
}

void http_reply_static(struct http_request *r, int status, const char *type, struct str text)
{
	struct answer *a = answer_begin(r, status, ANSWER_STATIC, type);
	if (a)
		a->body = text;
}

void http_reply_none(struct http_request *r, int status)
{
	answer_begin(r, status, ANSWER_NONE, NULL);
}

void http_reply_shared(struct http_request *r, int status, struct str json, int fd, void (*release)(void *ctx), void *ctx)
{
	struct answer *a = answer_begin(r, status, ANSWER_SHARED, TYPE_JSON);
	if (!a) {
		release(ctx);
		return;
	}
	a->body = json;
	a->fd = fd;
	a->release = release;
	a->ctx = ctx;
}

void http_reply_json(struct http_request *r, int status, struct buf *b)
{
	http_reply_text(r, status, TYPE_JSON, b);
}

void http_reply_text(struct http_request *r, int status, const char *type, struct buf *b)
{
	size_t n;
	char *p = buf_take(b, &n);
	if (!p) {
		http_fail_err(r, &(struct err){ ERR_MEMORY, "no memory for the answer" });
		return;
	}
	struct answer *a = answer_begin(r, status, ANSWER_OWNED, type);
	if (a)
		a->body = (struct str){ p, n };
	else
		free(p);
}

/* A JSON string; whatever is no UTF-8 (a cut text, an echoed byte) becomes U+FFFD. */
static void text_write(struct buf *b, struct str text)
{
	char utf8[4];
	buf_byte(b, '"');
	for (size_t i = 0; i < text.n;) {
		uint32_t c = str_utf8_next(text, &i);
		if (c == '"' || c == '\\')
			buf_byte(b, '\\');
		if (c < 0x20)
			buf_printf(b, "\\u%04x", (unsigned)c);
		else
			buf_add(b, utf8, str_utf8_put(c, utf8));
	}
	buf_byte(b, '"');
}

static void fail_text(struct http_request *r, int status, const char *text)
{
	const struct answer *a = &call_of(r)->answer;
	struct buf b = BUF_INIT(0);
	if (a->set)
		return;
	buf_z(&b, "{\"detail\":");
	text_write(&b, str_from(text));
	buf_byte(&b, '}');
	/* SDKs repeat 409s for seconds unless told not to (behaviour.md section 4). */
	if (status == 409)
		http_set_header(r, "x-should-retry", "false");
	if ((status == 429 || status == 503) && !header_is_set(a, "Retry-After"))
		http_set_header(r, "Retry-After", "1");
	if (buf_ok(&b, NULL))
		http_reply_json(r, status, &b);
	else /* error answers must work out of memory */
		http_reply_static(r, status, TYPE_JSON, STR("{\"detail\":\"out of memory\"}"));
	buf_fini(&b);
}

void http_fail(struct http_request *r, int status, const char *fmt, ...)
{
	struct err e;
	char text[sizeof e.text * 2];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	fail_text(r, status, text);
}

void http_fail_err(struct http_request *r, const struct err *e)
{
	int status = err_row(e->code)->http;
	if (status < 500) {
		fail_text(r, status, e->text);
		return;
	}
	log_event(LOG_ERROR, "http.failed", "id=%s path=%s", r->id, r->route ? r->route->path : "-");
	log_err(LOG_ERROR, "http.error", e);
	http_fail(r, status, e->code == ERR_DISK_FULL ? "The server's disk is full; its log says more under request ID %s." :
		  "Internal error; the log names its cause under request ID %s.", r->id);
}

/* "bytes=a-b", "bytes=a-", "bytes=-n" against size. 1: use the range, 0: ignore it, -1: 416. */
static int range_parse(struct str s, int64_t size, int64_t *at, int64_t *n)
{
	struct str first, last;
	int64_t from = -1, to = -1;
	if (!str_starts(s, STR("bytes=")))
		return 0;
	last = str_cut((struct str){ s.p + 6, s.n - 6 }, '-', &first);
	if (!last.p || (first.n && (!str_to_i64(first, &from) || from < 0)) ||
	    (last.n && (!str_to_i64(last, &to) || to < 0)) || (!first.n && !last.n) || (first.n && last.n && to < from))
		return 0; /* malformed or several ranges: the whole (RFC 9110 section 14.2) */
	if (!first.n) {
		from = to < size ? size - to : 0;
		to = size - 1;
	}
	if (!last.n || to >= size)
		to = size - 1;
	if (from >= size)
		return -1;
	*at = from;
	*n = to - from + 1;
	return 1;
}

/* Does If-None-Match name the tag? Weak ones compare alike (RFC 9110 section 13.1.2). */
static bool is_known(const struct http_request *r, struct str tag)
{
	struct str rest = http_header(r, "If-None-Match"), one;
	while (rest.p) {
		rest = str_cut(rest, ',', &one);
		one = str_trim(one);
		if (str_starts(one, STR("W/")))
			one = (struct str){ one.p + 2, one.n - 2 };
		if (str_eq(one, tag) || str_eq_z(one, "*"))
			return true;
	}
	return false;
}

bool http_reply_known(struct http_request *r, const char *tag)
{
	http_set_header(r, "ETag", tag);
	if (!is_known(r, str_from(tag)))
		return false;
	http_reply_none(r, 304);
	return true;
}

/* A part is wanted only of what the client began with (RFC 9110 section 13.1.5); a date is none of our validators. */
static bool part_wanted(const struct http_request *r, const char *tag)
{
	struct str begun = http_header(r, "If-Range");
	return !begun.p || (tag && str_eq_z(str_trim(begun), tag));
}

void http_reply_fd(struct http_request *r, const char *type, const char *tag, int fd, int64_t size)
{
	int64_t at = 0, n = size;
	char text[96];
	struct str range = http_header(r, "Range");
	if (tag && !http_answered(r) && http_reply_known(r, tag)) {
		close(fd);
		return;
	}
	int use = range.p && part_wanted(r, tag) ? range_parse(str_trim(range), size, &at, &n) : 0;
	if (http_answered(r) || use < 0) {
		close(fd);
		snprintf(text, sizeof text, "bytes */%lld", (long long)size);
		http_set_header(r, "Content-Range", text);
		http_fail(r, 416, "The range is not within the %lld bytes.", (long long)size);
		return;
	}
	http_set_header(r, "Accept-Ranges", "bytes");
	if (use > 0) {
		snprintf(text, sizeof text, "bytes %lld-%lld/%lld", (long long)at, (long long)(at + n - 1), (long long)size);
		http_set_header(r, "Content-Range", text);
	}
	struct answer *a = answer_begin(r, use > 0 ? 206 : 200, ANSWER_FD, type);
	a->fd = fd;
	a->fd_at = at;
	a->fd_n = n;
}

void http_reply_pieces(struct http_request *r, int status, const struct http_piece *pieces, size_t n)
{
	struct http_piece *kept = ARENA_ARRAY(&r->arena, n, struct http_piece);
	struct answer *a = kept ? answer_begin(r, status, ANSWER_PIECES, TYPE_JSON) : NULL;
	if (!a) {
		pieces_close(pieces, n);
		if (!kept)
			http_fail_err(r, &(struct err){ ERR_MEMORY, "no memory for the answer" });
		return;
	}
	memcpy(kept, pieces, n * sizeof(*kept));
	a->pieces = kept;
	a->pieces_n = n;
}

/* ---- from answer to output */

static const char *reason(int status)
{
	static const struct {
		int status;
		const char *text;
	} rows[] = { /* RFC 9110 section 15; 429, 431: RFC 6585 */
		{ 200, "OK" }, { 201, "Created" }, { 202, "Accepted" }, { 204, "No Content" }, { 206, "Partial Content" },
		{ 304, "Not Modified" }, { 400, "Bad Request" }, { 401, "Unauthorized" }, { 403, "Forbidden" },
		{ 404, "Not Found" }, { 405, "Method Not Allowed" }, { 409, "Conflict" }, { 410, "Gone" },
		{ 413, "Content Too Large" }, { 414, "URI Too Long" }, { 415, "Unsupported Media Type" },
		{ 416, "Range Not Satisfiable" }, { 422, "Unprocessable Content" }, { 429, "Too Many Requests" },
		{ 431, "Request Header Fields Too Large" }, { 500, "Internal Server Error" }, { 501, "Not Implemented" },
		{ 502, "Bad Gateway" }, { 503, "Service Unavailable" }, { 504, "Gateway Timeout" },
		{ 505, "HTTP Version Not Supported" }, { 507, "Insufficient Storage" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].status == status)
			return rows[i].text;
	return "Other";
}

static int64_t answer_size(const struct answer *a)
{
	int64_t size = a->kind == ANSWER_FD ? a->fd_n : (int64_t)a->body.n;
	for (size_t i = 0; i < a->pieces_n; i++)
		size += a->pieces[i].fd < 0 ? (int64_t)a->pieces[i].text.n : a->pieces[i].size;
	return size;
}

static void header_write(struct buf *b, const char *name, struct str value)
{
	buf_z(b, name);
	buf_add(b, ": ", 2);
	buf_str(b, value);
	buf_add(b, "\r\n", 2);
}

static void head_write(struct call *c, struct buf *b)
{
	const struct answer *a = &c->answer;
	buf_reserve(b, 512);
	buf_z(b, "HTTP/1.1 ");
	buf_i64(b, a->status);
	buf_byte(b, ' ');
	buf_z(b, reason(a->status));
	buf_z(b, "\r\nDate: ");
	buf_z(b, loop_date(c->conn->loop));
	if (a->type)
		header_write(b, "\r\nContent-Type", str_from(a->type));
	else
		buf_add(b, "\r\n", 2);
	if (a->kind != ANSWER_NONE) {
		buf_z(b, "Content-Length: ");
		buf_i64(b, answer_size(a));
		buf_add(b, "\r\n", 2);
	}
	header_write(b, "x-request-id", str_from(c->r.id));
	for (size_t i = 0; i < a->headers_n; i++)
		header_write(b, a->headers[i].name.p, a->headers[i].value);
	if (!c->keep)
		buf_z(b, "Connection: close\r\n");
	else if (c->head.minor_0)
		buf_z(b, "Connection: keep-alive\r\n");
	buf_add(b, "\r\n", 2);
}

static struct part text_part(struct str text)
{
	return (struct part){ .p = text.p, .fd = -1, .n = (int64_t)text.n };
}

static struct part piece_part(const struct http_piece *p)
{
	return p->fd < 0 ? text_part(p->text) : (struct part){ .fd = p->fd, .n = p->size };
}

/* Empty ones are left out: the last part that is sent must know that it is. */
static void part_add(struct output *o, struct part p)
{
	if (p.n > 0)
		o->parts[o->parts_n++] = p;
}

bool answer_lay_out(struct call *c)
{
	const struct answer *a = &c->answer;
	struct output *o = &c->out;
	buf_init(&o->head, 0);
	head_write(c, &o->head);
	o->parts = a->pieces_n ? ARENA_ARRAY(&c->r.arena, a->pieces_n + 1, struct part) : o->usual;
	if (!o->parts || !buf_ok(&o->head, NULL))
		return false;
	part_add(o, text_part(buf_view(&o->head)));
	if (c->head_only)
		return true;
	for (size_t i = 0; i < a->pieces_n; i++)
		part_add(o, piece_part(&a->pieces[i]));
	if (a->kind == ANSWER_FD)
		part_add(o, (struct part){ .fd = a->fd, .at = a->fd_at, .n = a->fd_n });
	else if (a->kind == ANSWER_SHARED && a->fd >= 0)
		part_add(o, (struct part){ .fd = a->fd, .n = (int64_t)a->body.n });
	else if (a->kind != ANSWER_PIECES)
		part_add(o, text_part(a->body));
	return true;
}
