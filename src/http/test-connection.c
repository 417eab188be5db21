/* SPDX-License-Identifier: Apache-2.0 */
/* How requests and answers share a connection. */
#include "http/test-talk.h"
#include <sys/mman.h>

#define CONNECTIONS 40

/* ---- what is served */

#define LARGE ((size_t)8 << 20)

/* More than a socket takes at once, each byte known. */
static void large(struct http_request *r)
{
	struct buf b = BUF_INIT(0);
	buf_reserve(&b, LARGE);
	for (size_t i = 0; i < LARGE; i++)
		buf_byte(&b, (char)('a' + i % 23));
	http_reply_json(r, 200, &b);
}

/* Text, a file, and text again. */
static void pieces(struct http_request *r)
{
	int fd = memfd_create("test", MFD_CLOEXEC);
	assert_int_equal(write(fd, "0123456789", 10), 10);
	struct http_piece p[] = { { STR("<"), -1, 0 }, { STR(""), -1, 0 }, { .fd = fd, .size = 10 }, { STR(">"), -1, 0 } };
	http_reply_pieces(r, 200, p, 4);
}

static void empty(struct http_request *r)
{
	http_reply_fd(r, "application/octet-stream", NULL, memfd_create("test", MFD_CLOEXEC), 0);
}

/* A file that is shorter than was said. */
static void shrunk(struct http_request *r)
{
	int fd = memfd_create("test", MFD_CLOEXEC);
	assert_int_equal(write(fd, "0123456789", 10), 10);
	http_reply_fd(r, "application/octet-stream", NULL, fd, 20);
}

static const struct http_route routes[] = {
	COMMON_ROUTES,
	{ HTTP_GET, "/large", 0, HTTP_BODY_NONE, 0, large, NULL },
	{ HTTP_GET, "/pieces", 0, HTTP_BODY_NONE, 0, pieces, NULL },
	{ HTTP_GET, "/empty", 0, HTTP_BODY_NONE, 0, empty, NULL },
	{ HTTP_GET, "/shrunk", 0, HTTP_BODY_NONE, 0, shrunk, NULL },
};

/* ---- scenarios */

static int count(const char *part)
{
	int n = 0;
	for (const char *p = answer; (p = strstr(p, part)) != NULL; p++)
		n++;
	return n;
}

/* Requests that come together, with bodies between them, are answered in their order; far more than a turn takes. */
static void requests_follow_each_other(void **state)
{
	static char all[64000];
	size_t n = 0;
	for (int i = 0; i < 200; i++)
		n += (size_t)snprintf(all + n, sizeof all - n,
				      i % 3 == 0 ? "GET /hello?name=%04d HTTP/1.1\r\nHost: x\r\n\r\n" :
				      i % 3 == 1 ? "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n%04d\r\n0\r\n\r\n" :
						   "\r\nPOST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n%04d", i);
	snprintf(all + n, sizeof all - n, "GET /hello?name=last HTTP/1.1\r\n" CLOSE "\r\n");
	ask(all);
	assert_int_equal(count("HTTP/1.1 200 OK"), 201);
	const char *at = answer;
	for (int i = 0; i < 200; i++) {
		char mark[8];
		snprintf(mark, sizeof mark, "%04d", i);
		at = strstr(at, mark);
		assert_non_null(at);
	}
	assert_non_null(strstr(at, "last"));
}

/* A request is the same however its bytes come. */
static void bytes_come_one_by_one(void **state)
{
	const char *request = "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" CLOSE "\r\n3\r\n{\"a\r\n4\r\n\":3}\r\n0\r\n\r\n";
	int fd = client();
	for (const char *p = request; *p; p++) {
		char one[2] = { *p, '\0' };
		say(fd, one);
		usleep(200);
	}
	hear(fd);
	assert_has(answer, "\r\n\r\n{\"a\":3}");
}

/* Connections of HTTP/1.0 end after an answer, unless the client wants them to go on. */
static void old_connections(void **state)
{
	assert_has(ask("GET /hello HTTP/1.0\r\n\r\n"), "Connection: close\r\n");
	ask("GET /hello HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\nGET /hello HTTP/1.0\r\n\r\n");
	assert_has(answer, "Connection: keep-alive\r\n");
	assert_int_equal(count("HTTP/1.1 200 OK"), 2);
	assert_has(ask("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), "400 Bad Request");
}

/* Whoever asks first whether to send a body is told to. */
static void a_body_is_asked_for(void **state)
{
	int fd = client();
	char first[64] = "";
	say(fd, "POST /slow HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n" CLOSE "\r\n");
	assert_true(recv(fd, first, sizeof first - 1, 0) > 0);
	assert_string_equal(first, "HTTP/1.1 100 Continue\r\n\r\n");
	say(fd, "{}");
	hear(fd);
	assert_int_equal(strncmp(answer, "HTTP/1.1 200 OK", 15), 0);
}

/* Who sends no more still gets the answer. */
static void half_closed_clients_are_answered(void **state)
{
	int fd = client();
	say(fd, "GET /slow?name=x HTTP/1.1\r\nHost: x\r\n\r\n");
	shutdown(fd, SHUT_WR);
	hear(fd);
	assert_has(answer, "\"x\"");
}

/* An answer longer than the socket's buffer arrives whole, read late and slowly. */
static void large_answers(void **state)
{
	static char piece[100000];
	int fd = client(), small = 32 << 10;
	size_t seen = 0;
	bool body = false;
	setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
	say(fd, "GET /large HTTP/1.1\r\n" CLOSE "\r\n");
	usleep(50000);
	for (ssize_t got; (got = recv(fd, piece, sizeof piece, 0)) > 0;) {
		char *p = piece, *end = piece + got;
		if (!body && (p = memmem(piece, (size_t)got, "\r\n\r\n", 4)) != NULL)
			body = true, p += 4;
		for (; body && p < end; p++, seen++)
			if (*p != (char)('a' + seen % 23))
				fail_msg("byte %zu is wrong", seen);
	}
	close(fd);
	assert_int_equal(seen, LARGE);
}

/* Answers of texts and files are sent in their order; one that turns out short ends the connection. */
static void answers_in_pieces(void **state)
{
	const char *a = ask("GET /pieces HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(a, "Content-Length: 12\r\n");
	assert_has(a, "\r\n\r\n<0123456789>HTTP/1.1 200 OK");
	a = ask("GET /empty HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(a, "Content-Length: 0\r\n");
	assert_has(a, "\r\n\r\nHTTP/1.1 200 OK");
	assert_lacks(ask("HEAD /pieces HTTP/1.1\r\n" CLOSE "\r\n"), "<");
	a = ask("GET /shrunk HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(a, "Content-Length: 20\r\n");
	assert_lacks(a, "hello");
}

/* A list of a thousand identifiers is no head too large. */
static void long_addresses(void **state)
{
	static char request[65000];
	size_t n = (size_t)snprintf(request, sizeof request, "GET /hello?name=x");
	while (n < 60000)
		n += (size_t)snprintf(request + n, sizeof request - n, "&job_ids=ext-01900000-0000-7000-8000-000000000000");
	snprintf(request + n, sizeof request - n, " HTTP/1.1\r\n" CLOSE "\r\n");
	assert_has(ask(request), "{\"hello\":\"x\"");
}

/* Connections beyond the limit wait until others have gone. */
static void connections_have_a_limit(void **state)
{
	int fds[CONNECTIONS];
	for (int i = 0; i < CONNECTIONS; i++) {
		char sink[1024];
		fds[i] = client();
		say(fds[i], "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
		assert_true(recv(fds[i], sink, sizeof sink, 0) > 0);
	}
	char sink[16];
	int late = client();
	say(late, "GET /hello?name=late HTTP/1.1\r\n" CLOSE "\r\n");
	usleep(100000);
	assert_int_equal(recv(late, sink, sizeof sink, MSG_DONTWAIT), -1);
	for (int i = 0; i < CONNECTIONS; i++)
		close(fds[i]);
	hear(late);
	assert_has(answer, "\"late\"");
}

static int setup(void **state)
{
	return serve((struct http_options){
		.routes = routes, .routes_n = sizeof routes / sizeof *routes, .max_connections = CONNECTIONS,
	});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_follow_each_other),
		cmocka_unit_test(bytes_come_one_by_one),
		cmocka_unit_test(old_connections),
		cmocka_unit_test(a_body_is_asked_for),
		cmocka_unit_test(half_closed_clients_are_answered),
		cmocka_unit_test(large_answers),
		cmocka_unit_test(answers_in_pieces),
		cmocka_unit_test(long_addresses),
		cmocka_unit_test(connections_have_a_limit),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
