/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http-private.h"
#include "base/log.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
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

void http_reply_shared(struct http_request *r, int status, struct str json, void (*release)(void *ctx), void *ctx)
{
	struct answer *a = answer_begin(r, status, ANSWER_SHARED, TYPE_JSON);
	if (!a) {
		release(ctx);
		return;
	}
	a->body = json;
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
	http_fail(r, status, "Internal error; the log names its cause under request ID %s.", r->id);
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

void http_reply_fd(struct http_request *r, const char *type, int fd, int64_t size)
{
	int64_t at = 0, n = size;
	char text[96];
	struct str range = http_header(r, "Range");
	int use = range.p ? range_parse(str_trim(range), size, &at, &n) : 0;
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

static int64_t piece_size(const struct http_piece *p)
{
	return p->fd < 0 ? (int64_t)p->text.n : p->size;
}

/* Some bytes of the answer from pos on. A file that became shorter ends the connection: the length was promised. */
static ssize_t pieces_read(void *ctx, uint64_t pos, char *out, size_t most)
{
	const struct answer *a = ctx;
	for (size_t i = 0; i < a->pieces_n; i++) {
		const struct http_piece *p = &a->pieces[i];
		uint64_t size = (uint64_t)piece_size(p);
		if (pos >= size) {
			pos -= size;
			continue;
		}
		size_t n = size - pos < most ? (size_t)(size - pos) : most;
		if (p->fd < 0) {
			memcpy(out, p->text.p + pos, n);
			return (ssize_t)n;
		}
		ssize_t got = pread(p->fd, out, n, (off_t)pos);
		return got > 0 ? got : MHD_CONTENT_READER_END_WITH_ERROR;
	}
	return MHD_CONTENT_READER_END_OF_STREAM;
}

static struct MHD_Response *response_of_pieces(struct answer *a)
{
	uint64_t size = 0;
	for (size_t i = 0; i < a->pieces_n; i++)
		size += (uint64_t)piece_size(&a->pieces[i]);
	return MHD_create_response_from_callback(size, 1 << 16, pieces_read, a, NULL);
}

static struct MHD_Response *response_new(struct answer *a)
{
	if (a->kind == ANSWER_PIECES)
		return response_of_pieces(a);
	struct MHD_Response *resp;
	if (a->kind == ANSWER_FD) {
		resp = MHD_create_response_from_fd_at_offset64((uint64_t)a->fd_n, a->fd, (uint64_t)a->fd_at);
		if (resp)
			a->fd = -1; /* libmicrohttpd closes it */
		return resp;
	}
	/* Persistent as seen from there: call_close() frees the bytes once they are sent. */
	return MHD_create_response_from_buffer(a->body.n, (void *)(a->body.p ? a->body.p : ""), MHD_RESPMEM_PERSISTENT);
}

enum MHD_Result answer_queue(struct call *c)
{
	struct answer *a = &c->answer;
	struct MHD_Response *resp = response_new(a);
	if (!resp)
		return MHD_NO;
	if (a->type)
		MHD_add_response_header(resp, "Content-Type", a->type);
	MHD_add_response_header(resp, "x-request-id", c->r.id);
	for (size_t i = 0; i < a->headers_n; i++)
		MHD_add_response_header(resp, a->headers[i].name.p, a->headers[i].value.p);
	if (atomic_load_explicit(&c->h->stopping, memory_order_relaxed))
		MHD_add_response_header(resp, "Connection", "close");
	conn_phase(c->conn, PHASE_SEND);
	c->stage = STAGE_SENT;
	enum MHD_Result ok = refusal_pass(c->mhd, (unsigned)a->status, resp);
	MHD_destroy_response(resp);
	return ok;
}

/*
 * libmicrohttpd can only answer before the first or after the last byte of a
 * body, and closing while the client still sends would reset the connection
 * before the answer is read. So the refusal goes straight to the socket, the
 * sending side is shut, and what still comes is dropped until the client sees it.
 */
void answer_send_early(struct call *c)
{
	const struct answer *a = &c->answer;
	struct buf b = BUF_INIT(0);
	buf_printf(&b, "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %zu\r\nConnection: close\r\nx-request-id: %s\r\n",
		   a->status, MHD_get_reason_phrase_for((unsigned)a->status), a->type, a->body.n, c->r.id);
	for (size_t i = 0; i < a->headers_n; i++)
		buf_printf(&b, "%s: %s\r\n", a->headers[i].name.p, a->headers[i].value.p);
	buf_z(&b, "\r\n");
	if (!c->head_only)
		buf_str(&b, a->body);
	/* The socket's buffer is empty: nothing was sent on it since the last answer was taken. */
	if (buf_ok(&b, NULL) && send(c->conn->fd, b.p, b.n, MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
		log_event(LOG_DEBUG, "http.early_answer_lost", "id=%s", c->r.id);
	shutdown(c->conn->fd, SHUT_WR);
	buf_fini(&b);
	c->stage = STAGE_LINGER;
	conn_phase(c->conn, PHASE_LINGER);
}
