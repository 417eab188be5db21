/* SPDX-License-Identifier: Apache-2.0 */
/* A real server on a free port, talked to byte by byte. */
#include "base/clock.h"
#include "http/test-talk.h"
#include <fcntl.h>
#include <stdatomic.h>
#include <sys/mman.h>

static _Atomic int drops; /* uploads whose sink was released */

/* ---- what is served */

static void conflict(struct http_request *r)
{
	http_fail(r, 409, "it is \"done\"\n\xff");
}

static void broken(struct http_request *r)
{
	http_fail_err(r, &(struct err){ ERR_STORE, "secret detail" });
}

static void silent(struct http_request *r)
{
	(void)r;
}

static void none(struct http_request *r)
{
	http_reply_none(r, 204);
}

static void file(struct http_request *r)
{
	int fd = memfd_create("test", MFD_CLOEXEC);
	assert_int_equal(write(fd, "0123456789", 10), 10);
	http_reply_fd(r, "application/octet-stream", "\"t\"", fd, 10);
}

/* Waits until it is let go on; says how long ago the request was whole. */
static _Atomic int waiting;
static _Atomic bool released;

static void wait_long(struct http_request *r)
{
	struct buf b = BUF_INIT(0);
	atomic_fetch_add(&waiting, 1);
	while (!atomic_load(&released))
		usleep(1000);
	buf_printf(&b, "{\"ms\":%lld}", (long long)(clock_mono() - r->came) / 1000);
	http_reply_json(r, 200, &b);
}

struct upload {
	size_t bytes, parts;
};

static bool up_begin(struct http_request *r, const struct http_part *part)
{
	struct upload *u = r->state ? r->state : (r->state = ARENA_NEW(&r->arena, struct upload));
	u->parts++;
	if (!str_eq_z(part->name, "refused"))
		return true;
	http_fail(r, 422, "refused part");
	return false;
}

static bool up_data(struct http_request *r, const void *p, size_t n)
{
	((struct upload *)r->state)->bytes += n;
	return true;
}

static bool up_end(struct http_request *r)
{
	return true;
}

static void up_drop(struct http_request *r)
{
	drops++;
}

static void up_run(struct http_request *r)
{
	struct upload *u = r->state;
	struct buf b = BUF_INIT(0);
	buf_printf(&b, "{\"parts\":%zu,\"bytes\":%zu}", u ? u->parts : 0, u ? u->bytes : 0);
	http_reply_json(r, 201, &b);
}

static const struct http_parts up_parts = { up_begin, up_data, up_end, up_drop };

static bool guard(struct http_request *r)
{
	if (!http_header(r, "X-Forbidden").p)
		return true;
	http_fail(r, 403, "forbidden");
	return false;
}

static const struct http_route routes[] = {
	COMMON_ROUTES,
	{ HTTP_GET, "/hello/{who}", 0, HTTP_BODY_NONE, 0, hello, NULL },
	{ HTTP_GET, "/conflict", 0, HTTP_BODY_NONE, 0, conflict, NULL },
	{ HTTP_GET, "/broken", 0, HTTP_BODY_NONE, 0, broken, NULL },
	{ HTTP_GET, "/silent", 0, HTTP_BODY_NONE, 0, silent, NULL },
	{ HTTP_DELETE, "/none", 0, HTTP_BODY_NONE, 0, none, NULL },
	{ HTTP_GET, "/file", 0, HTTP_BODY_NONE, 0, file, NULL },
	{ HTTP_POST, "/long", HTTP_LONG, HTTP_BODY_JSON, 1000, wait_long, NULL },
	{ HTTP_POST, "/up", HTTP_SLOW, HTTP_BODY_MULTIPART, 8 << 20, up_run, &up_parts },
};

/* ---- scenarios */

/* A plain question gets its answer with type, length and a request ID. */
static void plain_get(void **state)
{
	const char *a = ask("GET /hello/a%20b/?name=x+y HTTP/1.1\r\nCookie: a=b; session=s1\r\n" CLOSE "\r\n");
	assert_has(a, "HTTP/1.1 200 OK\r\n");
	assert_has(a, "Content-Type: application/json\r\n");
	assert_has(a, "Content-Length: 41\r\n");
	assert_has(a, "x-request-id: ");
	assert_has(a, "{\"hello\":\"x y\",\"arg\":\"a b\",\"cookie\":\"s1\"}");
}

/* A client's request ID comes back if it is a plain token, else ours does. */
static void request_id_is_copied(void **state)
{
	assert_has(ask("GET /hello HTTP/1.1\r\nX-Request-ID: abc-1\r\n" CLOSE "\r\n"), "x-request-id: abc-1\r\n");
	assert_lacks(ask("GET /hello HTTP/1.1\r\nX-Request-ID: a b\r\n" CLOSE "\r\n"), "a b");
}

/* HEAD is GET without the body, with its length. */
static void head_has_no_body(void **state)
{
	const char *a = ask("HEAD /hello HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(a, "200 OK");
	assert_has(a, "Content-Length: 33\r\n");
	assert_lacks(a, "hello\"");
}

/* Unknown paths and methods are told in the contract's shape, with what would do. */
static void wrong_path_and_method(void **state)
{
	const char *a = ask("GET /nothing HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(a, "404 Not Found");
	assert_has(a, "{\"detail\":\"");
	a = ask("PATCH /slow HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(a, "405 Method Not Allowed");
	assert_has(a, "Allow: GET, HEAD, POST\r\n");
	assert_has(a, "{\"detail\":\"");
}

/* A malformed escape in path or query is the client's error. */
static void malformed_address(void **state)
{
	assert_has(ask("GET /hello/%zz HTTP/1.1\r\n" CLOSE "\r\n"), "400 Bad Request");
	assert_has(ask("GET /hello?name=%f HTTP/1.1\r\n" CLOSE "\r\n"), "400 Bad Request");
}

/* 409s keep SDKs from repeating; texts are escaped, bytes that are no UTF-8 replaced. */
static void conflicts_are_not_retried(void **state)
{
	const char *a = ask("GET /conflict HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(a, "409 Conflict");
	assert_has(a, "x-should-retry: false\r\n");
	assert_has(a, "{\"detail\":\"it is \\\"done\\\"\\u000a\xef\xbf\xbd\"}");
}

/* What failed inside stays inside; the request ID leads to it. A handler without answer is such a failure. */
static void internal_errors_are_hidden(void **state)
{
	const char *a = ask("GET /broken HTTP/1.1\r\nx-request-id: find-me\r\n" CLOSE "\r\n");
	assert_has(a, "500 Internal Server Error");
	assert_lacks(a, "secret detail");
	assert_has(a, "request ID find-me");
	assert_has(ask("GET /silent HTTP/1.1\r\n" CLOSE "\r\n"), "500 Internal Server Error");
}

/* 204 has neither body nor length. */
static void no_content(void **state)
{
	const char *a = ask("DELETE /none HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(a, "204 No Content");
	assert_lacks(a, "Content-Length");
	assert_string_equal(strstr(a, "\r\n\r\n"), "\r\n\r\n");
}

/* Bodies arrive whole, with a length or in chunks, on event threads and on the pool. */
static void json_bodies(void **state)
{
	assert_has(ask("POST /echo HTTP/1.1\r\nContent-Length: 7\r\n" CLOSE "\r\n{\"a\":1}"), "\r\n\r\n{\"a\":1}");
	assert_has(ask("POST /slow HTTP/1.1\r\nContent-Length: 7\r\n" CLOSE "\r\n{\"a\":2}"), "\r\n\r\n{\"a\":2}");
	assert_has(ask("POST /slow HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" CLOSE "\r\n3\r\n{\"a\r\n4\r\n\":3}\r\n0\r\n\r\n"),
		   "\r\n\r\n{\"a\":3}");
	assert_has(ask("GET /slow HTTP/1.1\r\n" CLOSE "\r\n"), "200 OK");
}

/* Many requests follow each other on one connection, also after refused ones with a body. */
static void connection_is_kept(void **state)
{
	int fd = client();
	say(fd, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n11");
	say(fd, "POST /echo HTTP/1.1\r\nHost: x\r\nX-Forbidden: 1\r\nContent-Length: 2\r\n\r\n22");
	say(fd, "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n33");
	say(fd, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
	say(fd, "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
	say(fd, "DELETE /none HTTP/1.1\r\nHost: x\r\n\r\n");
	say(fd, "HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n");
	say(fd, "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n44");
	say(fd, "GET /hello?name=last HTTP/1.1\r\n" CLOSE "\r\n");
	hear(fd);
	assert_has(answer, "\r\n\r\n11HTTP/1.1 403");
	assert_has(answer, "HTTP/1.1 404");
	assert_has(answer, "\r\n\r\n44HTTP/1.1 200");
	assert_has(answer, "\"last\"");
}

/* Half a gigabyte to a JSON route is refused by its length alone. */
static void large_body_is_refused_at_once(void **state)
{
	const char *a = ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 500000000\r\n\r\n{");
	assert_has(a, "413 ");
	assert_has(a, "{\"detail\":\"");
	a = ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 500000000\r\nExpect: 100-continue\r\n\r\n");
	assert_has(a, "HTTP/1.1 413 ");
	assert_lacks(a, "100 Continue");
}

/* Send body bytes without end until the server has had enough; the refusal can still be read. */
static void pour(const char *head, const char *chunk)
{
	int fd = client();
	say(fd, head);
	for (int i = 0; i < 100000; i++)
		if (send(fd, chunk, strlen(chunk), MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
			break;
	hear(fd);
}

/* The same when only counting tells: chunks without end. */
static void endless_chunks_are_refused(void **state)
{
	pour("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "10\r\n0123456789abcdef\r\n");
	assert_has(answer, "413 ");
	pour("POST /nothing HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "10\r\n0123456789abcdef\r\n");
	assert_has(answer, "404 ");
}

/* Lengths that two readers could understand differently are refused. */
static void ambiguous_lengths(void **state)
{
	static const char *const heads[] = {
		"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 3\r\nContent-Length: 4\r\n",
		"Content-Length: 3\r\nContent-Length: 3\r\n", "Transfer-Encoding: gzip, chunked\r\n", "Content-Length: +3\r\n",
		"Content-Length: 0x3\r\n",
	};
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		char request[512];
		snprintf(request, sizeof request, "POST /echo HTTP/1.1\r\nHost: x\r\n%s\r\n3\r\nabc\r\n0\r\n\r\n", heads[i]);
		if (strncmp(ask(request), "HTTP/1.1 400", 12) != 0)
			fail_msg("%s: %.100s", heads[i], answer);
		assert_null(strstr(answer, "HTTP/1.1 200"));
	}
}

/* What is refused before there is a route is told once, as JSON, under a request ID, and closes the connection. */
static void refusals_are_json(void **state)
{
	static const struct {
		int status;
		const char *request;
	} rows[] = {
		{ 400, "nonsense\r\n\r\n" },
		{ 400, "GET /hello\r\n\r\n" },
		{ 400, "GET /hello nonsense\r\nHost: x\r\n\r\n" },
		{ 400, "GET /hel lo HTTP/1.1\r\n" CLOSE "\r\n" },
		{ 505, "GET /hello HTTP/9.1\r\nHost: x\r\n\r\n" },
		{ 400, "GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n" },
		{ 400, "GET /hello HTTP/1.1\r\nHost: y\r\n" CLOSE "\r\n" },
		{ 400, "GET /hello HTTP/1.1\r\nAuthorization: a\r\nAuthorization: b\r\n" CLOSE "\r\n" },
		{ 400, "POST /echo HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n" CLOSE "\r\nabc" },
		{ 400, "GET /hello HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n" },
		{ 400, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length : 3\r\n\r\nabc" },
		{ 400, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\nabc" },
		{ 413, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n" },
		{ 400, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" },
		{ 400, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n11zz\r\n" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char line[16];
		snprintf(line, sizeof line, "HTTP/1.1 %d ", rows[i].status);
		const char *a = ask(rows[i].request);
		if (strncmp(a, line, strlen(line)) != 0)
			fail_msg("%s gives %.100s", rows[i].request, a);
		assert_has(a, "Content-Type: application/json\r\n");
		assert_has(a, "x-request-id: ");
		assert_has(a, "\r\n\r\n{\"detail\":\"");
		assert_lacks(a + 1, "HTTP/1.1 4");
	}
}

/* A head has a bound; how it was passed is told. */
static void large_heads_are_refused(void **state)
{
	static const struct {
		const char *line, *before, *after;
	} rows[] = {
		{ "HTTP/1.1 414 ", "GET /hello?a=", " HTTP/1.1\r\n" CLOSE "\r\n" },
		{ "HTTP/1.1 431 ", "GET /hello HTTP/1.1\r\nA: ", "\r\n" CLOSE "\r\n" },
	};
	static char request[200000];
	for (size_t i = 0; i < 2; i++) {
		size_t n = strlen(rows[i].before);
		memcpy(request, rows[i].before, n);
		memset(request + n, 'x', 150000);
		memcpy(request + n + 150000, rows[i].after, strlen(rows[i].after) + 1);
		int fd = client();
		send(fd, request, strlen(request), MSG_NOSIGNAL); /* it may be closed in the middle */
		hear(fd);
		assert_has(answer, rows[i].line);
		assert_has(answer, "\r\n\r\n{\"detail\":\"");
	}
}

#define PART(name) "--XX\r\nContent-Disposition: form-data; name=" name "\r\n\r\n"
#define UPLOAD "POST /up HTTP/1.1\r\n" CLOSE "Content-Type: multipart/form-data; boundary=XX\r\n"

/* Upload body, claiming length bytes (-1: in two chunks). */
static const char *upload(const char *body, long length)
{
	static char request[4096];
	size_t n = strlen(body), half = n / 2;
	if (length >= 0)
		snprintf(request, sizeof request, UPLOAD "Content-Length: %ld\r\n\r\n%s", length, body);
	else
		snprintf(request, sizeof request, UPLOAD "Transfer-Encoding: chunked\r\n\r\n%zx\r\n%.*s\r\n%zx\r\n%s\r\n0\r\n\r\n",
			 half, (int)half, body, n - half, body + half);
	return ask(request);
}

/* The sink is released when the connection ends, which a client may see a moment earlier. */
static void await_drops(int want)
{
	for (int i = 0; i < 10000 && drops < want; i++)
		usleep(1000);
	assert_int_equal(drops, want);
}

/* A streamed upload reaches its sink, which is released afterwards. */
static void upload_streams(void **state)
{
	const char *body = PART("file") "bytes\r\n" PART("b") "\r\n--XX--\r\n";
	int before = drops;
	assert_has(upload(body, (long)strlen(body)), "{\"parts\":2,\"bytes\":5}");
	assert_has(upload(body, -1), "{\"parts\":2,\"bytes\":5}");
	assert_has(answer, "201 Created");
	await_drops(before + 2);
}

/* Damaged, refused and abandoned uploads release their sink too. */
static void upload_fails(void **state)
{
	const char *body = PART("file") "bytes", *refused = PART("refused") "bytes";
	int before = drops;
	assert_has(upload(body, (long)strlen(body)), "400 Bad Request");
	assert_has(upload(refused, (long)strlen(refused)), "422 ");
	assert_has(upload(refused, 5000000), "422 ");
	assert_has(upload(refused, -1), "422 ");
	await_drops(before + 4);
	int fd = client();
	say(fd, UPLOAD "Content-Length: 5000\r\n\r\n" PART("file") "bytes");
	close(fd);
	await_drops(before + 5);
	assert_has(ask("POST /up HTTP/1.1\r\nContent-Length: 2\r\n" CLOSE "\r\n{}"), "400 Bad Request");
	await_drops(before + 5);
}

/* Files go out whole or as one byte range. */
static void ranges(void **state)
{
	static const struct { const char *range, *status, *body; } cases[] = {
		{ "bytes=2-4", "206 ", "\r\n\r\n234" },  { "bytes=7-", "206 ", "\r\n\r\n789" },
		{ "bytes=-2", "206 ", "\r\n\r\n89" },     { "bytes=5-99", "206 ", "\r\n\r\n56789" },
		{ "bytes=-99", "206 ", "\r\n\r\n0123456789" }, { "bytes=10-", "416 ", "{\"detail\":" },
		{ "bytes=4-2", "200 ", "\r\n\r\n0123456789" }, { "lines=1-2", "200 ", "\r\n\r\n0123456789" },
		{ "bytes=1-2,4-5", "200 ", "\r\n\r\n0123456789" }, { "bytes=-", "200 ", "\r\n\r\n0123456789" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char request[256];
		snprintf(request, sizeof request, "GET /file HTTP/1.1\r\nRange: %s\r\n" CLOSE "\r\n", cases[i].range);
		assert_has(ask(request), cases[i].status);
		assert_has(answer, cases[i].body);
	}
	assert_has(ask("GET /file HTTP/1.1\r\nRange: bytes=2-4\r\n" CLOSE "\r\n"), "Content-Range: bytes 2-4/10\r\n");
}

/* Who has a file is told so; a part is sent only of the file that the client began with. */
static void conditions(void **state)
{
	static const struct { const char *fields, *status, *body; } cases[] = {
		{ "If-None-Match: \"t\"\r\n", "304 ", "\r\n\r\n" }, { "If-None-Match: W/\"t\", \"u\"\r\n", "304 ", "\r\n\r\n" },
		{ "If-None-Match: \"u\"\r\n", "200 ", "\r\n\r\n0123456789" },
		{ "Range: bytes=2-4\r\nIf-Range: \"t\"\r\n", "206 ", "\r\n\r\n234" },
		{ "Range: bytes=2-4\r\nIf-Range: \"u\"\r\n", "200 ", "\r\n\r\n0123456789" },
		{ "Range: bytes=2-4\r\nIf-Range: Fri, 27 Nov 2026 10:00:00 GMT\r\n", "200 ", "\r\n\r\n0123456789" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char request[256];
		snprintf(request, sizeof request, "GET /file HTTP/1.1\r\n%s" CLOSE "\r\n", cases[i].fields);
		assert_has(ask(request), cases[i].status);
		assert_has(answer, cases[i].body);
		assert_has(answer, "ETag: \"t\"\r\n");
	}
}

/* Send text over and over, a piece at a time, until the server closes. False if it never does. */
static bool dribble(const char *head, const char *piece)
{
	int fd = client();
	char sink[256];
	bool closed = false;
	say(fd, head);
	for (int i = 0; i < 2000 && !closed; i++) {
		ssize_t got = recv(fd, sink, sizeof sink, MSG_DONTWAIT);
		closed = got == 0 || send(fd, piece, strlen(piece), MSG_NOSIGNAL) < 0;
		usleep(10000);
	}
	close(fd);
	return closed;
}

/* A client that always sends a little, but never enough, is closed in every phase. */
static void slow_clients_are_closed(void **state)
{
	assert_true(dribble("", "G"));
	assert_true(dribble("GET /hello HTTP/1.1\r\n", "X-A: b\r\n"));
	assert_true(dribble("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n", " "));
	assert_true(dribble(UPLOAD "Content-Length: 5000000\r\n\r\n" PART("file"), "x"));
	assert_true(dribble("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n", ""));
}

/* A steady upload may take longer than any deadline of other requests. */
static void steady_upload_is_kept(void **state)
{
	int fd = client();
	char head[512], chunk[65536];
	const char *part = PART("file"), *end = "\r\n--XX--\r\n";
	memset(chunk, 'x', sizeof chunk);
	snprintf(head, sizeof head, UPLOAD "Content-Length: %zu\r\n\r\n%s", strlen(part) + 80 * sizeof chunk + strlen(end), part);
	say(fd, head);
	for (int i = 0; i < 80; i++) {
		assert_int_equal(send(fd, chunk, sizeof chunk, MSG_NOSIGNAL), sizeof chunk);
		usleep(10000);
	}
	say(fd, end);
	hear(fd);
	assert_has(answer, "{\"parts\":1,\"bytes\":5242880}");
}

/* Calls that wait for other programs hold up no others; one that waited for a thread was there all the while. */
static void long_calls_wait_apart(void **state)
{
	int fds[3];
	for (int i = 0; i < 3; i++) {
		fds[i] = client();
		say(fds[i], "POST /long HTTP/1.1\r\nContent-Length: 1\r\n" CLOSE "\r\n1");
	}
	while (atomic_load(&waiting) < 2)
		usleep(1000);
	assert_has(ask("POST /slow HTTP/1.1\r\nContent-Length: 1\r\n" CLOSE "\r\n1"), "200 OK");
	usleep(100000);
	assert_int_equal(atomic_load(&waiting), 2); /* as many as there are threads */
	atomic_store(&released, true);
	for (int i = 0; i < 3; i++) {
		hear(fds[i]);
		assert_true(strtol(strstr(answer, "{\"ms\":") + 6, NULL, 10) >= 100);
	}
}

/* Addresses that cannot be listened on are said so. */
static void bad_listen_addresses(void **state)
{
	static const char *const bad[] = { "nowhere", "127.0.0.1:", "127.0.0.1:http", "300.0.0.1:0", "127.0.0.1:99999" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = { 0 };
		assert_null(http_start(&(struct http_options){ .listen = bad[i] }, &e));
		assert_true(e.text[0]);
	}
}

static int setup(void **state)
{
	return serve((struct http_options){
		.routes = routes, .routes_n = sizeof routes / sizeof *routes, .guard = guard, .header_timeout_ms = 400,
		.request_timeout_ms = 400, .keepalive_timeout_ms = 400, .progress_window_ms = 400,
	});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_get),
		cmocka_unit_test(request_id_is_copied),
		cmocka_unit_test(head_has_no_body),
		cmocka_unit_test(wrong_path_and_method),
		cmocka_unit_test(malformed_address),
		cmocka_unit_test(conflicts_are_not_retried),
		cmocka_unit_test(internal_errors_are_hidden),
		cmocka_unit_test(no_content),
		cmocka_unit_test(json_bodies),
		cmocka_unit_test(connection_is_kept),
		cmocka_unit_test(large_body_is_refused_at_once),
		cmocka_unit_test(endless_chunks_are_refused),
		cmocka_unit_test(ambiguous_lengths),
		cmocka_unit_test(refusals_are_json),
		cmocka_unit_test(large_heads_are_refused),
		cmocka_unit_test(upload_streams),
		cmocka_unit_test(upload_fails),
		cmocka_unit_test(ranges),
		cmocka_unit_test(conditions),
		cmocka_unit_test(slow_clients_are_closed),
		cmocka_unit_test(steady_upload_is_kept),
		cmocka_unit_test(long_calls_wait_apart),
		cmocka_unit_test(bad_listen_addresses),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
