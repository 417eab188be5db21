/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/fetch.h"

#include "base/buf.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- a server that says what it is told to */

static struct {
	int listener, port;
	pthread_t thread;
	const char *answer; /* NULL: says nothing until the client goes */
	size_t padding;     /* further bytes after it */
	int connections;    /* atomic */
	char heard[8192];
} server;

static void hear(int fd)
{
	size_t n = 0;
	ssize_t got;
	char *head_end = NULL, *length;
	while (n < sizeof(server.heard) - 1 && (got = read(fd, server.heard + n, sizeof(server.heard) - 1 - n)) > 0) {
		n += (size_t)got;
		server.heard[n] = '\0';
		head_end = strstr(server.heard, "\r\n\r\n");
		length = strstr(server.heard, "Content-Length: ");
		if (head_end && strncmp(server.heard, "GET ", 4) == 0)
			return;
		if (head_end && length && n >= (size_t)(head_end + 4 - server.heard) + strtoul(length + 16, NULL, 10))
			return;
	}
}

static void say(int fd)
{
	char block[1024], gone;
	memset(block, 'x', sizeof(block));
	if (!server.answer) {
		while (read(fd, &gone, 1) > 0)
			;
		return;
	}
	ssize_t sent = write(fd, server.answer, strlen(server.answer));
	for (size_t i = 0; sent > 0 && i < server.padding; i += sizeof(block))
		sent = send(fd, block, sizeof(block), MSG_NOSIGNAL);
}

static void *server_main(void *arg)
{
	for (int fd; (fd = accept(server.listener, NULL, NULL)) >= 0; close(fd)) {
		__atomic_add_fetch(&server.connections, 1, __ATOMIC_SEQ_CST);
		hear(fd);
		say(fd);
	}
	return NULL;
}

static int server_start(void **state)
{
	struct sockaddr_in any = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t n = sizeof(any);
	setenv("http_proxy", "http://127.0.0.1:1", 1);
	setenv("ALL_PROXY", "http://127.0.0.1:1", 1);
	server.listener = socket(AF_INET, SOCK_STREAM, 0);
	if (bind(server.listener, (struct sockaddr *)&any, n) || listen(server.listener, 8) ||
	    getsockname(server.listener, (struct sockaddr *)&any, &n))
		return -1;
	server.port = ntohs(any.sin_port);
	return pthread_create(&server.thread, NULL, server_main, NULL);
}

static int server_stop(void **state)
{
	shutdown(server.listener, SHUT_RDWR);
	pthread_join(server.thread, NULL);
	close(server.listener);
	return 0;
}

/* ---- names that mean what a test says */

static struct {
	const char *addresses; /* comma separated */
	sem_t *hold;           /* the look-up waits for this */
} names;

static size_t scripted(void *ctx, const char *host, struct address out[FETCH_ADDRESSES], struct err *e)
{
	struct str rest = str_from(names.addresses), head;
	size_t n = 0;
	if (names.hold)
		sem_wait(names.hold);
	while (rest.p && rest.n) {
		rest = str_cut(rest, ',', &head);
		n += address_literal(head, &out[n]);
	}
	if (!n)
		err_set(e, ERR_IO, "%s was not found", host);
	return n;
}

/* ---- one request and its end */

static sem_t ended;
static struct fetch_answer answer;

static void on_done(void *ctx, const struct fetch_answer *a)
{
	answer = *a;
	sem_post(&ended);
}

static struct fetch *open_fetch(const char *allow)
{
	struct err e = { 0 };
	struct fetch *f = fetch_open(&(struct fetch_options){ .allow = allow, .lookup = scripted }, &e);
	if (!f)
		fail_msg("%s", e.text);
	return f;
}

static void post(struct fetch *f, const char *host, struct fetch_request q)
{
	char url[200];
	struct err e = { 0 };
	if (!q.url) {
		snprintf(url, sizeof(url), "http://%s:%d/path", host, server.port);
		q.url = url;
	}
	q.body = STR("{\"a\":1}");
	memset(&answer, 0, sizeof(answer));
	server.connections = 0;
	assert_true(fetch_post(f, &q, on_done, NULL, &e));
	while (sem_wait(&ended) != 0)
		;
}

static void says(const char *text, size_t padding)
{
	server.answer = text;
	server.padding = padding;
}

#define OK "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

/* A request arrives as it was given, credentials of the URL as a header, and no proxy of the environment is used. */
static void test_sent(void **state)
{
	static const char *const headers[] = { "Content-Type: application/json", "X-A: b", NULL };
	struct fetch *f = open_fetch("127.0.0.1");
	says(OK, 0);
	post(f, "me:secret@127.0.0.1", (struct fetch_request){ .headers = headers });
	assert_int_equal(answer.end, FETCH_ANSWERED);
	assert_int_equal(answer.status, 200);
	assert_int_equal(strncmp(server.heard, "POST /path HTTP/1.1\r\n", 21), 0);
	assert_non_null(strstr(server.heard, "\r\nX-A: b\r\n"));
	assert_non_null(strstr(server.heard, "\r\nAuthorization: Basic bWU6c2VjcmV0\r\n"));
	assert_non_null(strstr(server.heard, "\r\n\r\n{\"a\":1}"));
	assert_null(strstr(server.heard, "Expect"));
	fetch_close(f);
}

/* Any status is an answer; a redirect is not followed, wherever it points to. */
static void test_statuses(void **state)
{
	struct fetch *f = open_fetch("127.0.0.0/8");
	says("HTTP/1.1 500 no\r\nContent-Length: 0\r\n\r\n", 0);
	post(f, "127.0.0.1", (struct fetch_request){ 0 });
	assert_int_equal(answer.status, 500);
	char text[120];
	snprintf(text, sizeof(text), "HTTP/1.1 307 there\r\nLocation: http://127.0.0.1:%d/2\r\nContent-Length: 0\r\n\r\n", server.port);
	says(text, 0);
	post(f, "127.0.0.1", (struct fetch_request){ 0 });
	assert_int_equal(answer.end, FETCH_ANSWERED);
	assert_int_equal(answer.status, 307);
	assert_int_equal(server.connections, 1);
	fetch_close(f);
}

/* Addresses that are not public are refused before anything is sent: written out, or behind a name, one among others. */
static void test_refused(void **state)
{
	static const char *const addresses[] = { "127.0.0.1", "93.184.215.14,127.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
						 "169.254.169.254", "10.0.0.1" };
	struct fetch *f = open_fetch(NULL);
	says(OK, 0);
	post(f, "127.0.0.1", (struct fetch_request){ 0 });
	assert_int_equal(answer.end, FETCH_REFUSED);
	assert_string_equal(answer.err.text, "127.0.0.1 is a loopback address, which this server may not call");
	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		names.addresses = addresses[i];
		post(f, "public.example", (struct fetch_request){ 0 });
		if (answer.end != FETCH_REFUSED || answer.err.code != ERR_FORBIDDEN || server.connections)
			fail_msg("%s: %d %s", addresses[i], answer.end, answer.err.text);
		assert_non_null(strstr(answer.err.text, "public.example has the address"));
	}
	post(f, "", (struct fetch_request){ .url = "ftp://127.0.0.1/" });
	assert_int_equal(answer.end, FETCH_REFUSED);
	fetch_close(f);
}

/* The connection goes to the address that was looked up and checked, each time anew; the Host header names the name. */
static void test_pinned(void **state)
{
	struct fetch *f = open_fetch("127.0.0.1,*.inside");
	says(OK, 0);
	names.addresses = "127.0.0.1";
	post(f, "no-such-name.example", (struct fetch_request){ 0 });
	assert_int_equal(answer.status, 200);
	assert_non_null(strstr(server.heard, "\r\nHost: no-such-name.example:"));
	names.addresses = "127.0.0.2"; /* it means something else now */
	post(f, "no-such-name.example", (struct fetch_request){ 0 });
	assert_int_equal(answer.end, FETCH_REFUSED);
	assert_int_equal(server.connections, 0);
	names.addresses = "::1,127.0.0.1"; /* one of several answers */
	post(f, "a.inside", (struct fetch_request){ 0 });
	assert_int_equal(answer.status, 200);
	names.addresses = "";
	post(f, "nobody.example", (struct fetch_request){ 0 });
	assert_int_equal(answer.end, FETCH_FAILED);
	assert_int_equal(answer.err.code, ERR_IO);
	fetch_close(f);
}

/* A large body is cut and its status counts; a head without end is a failure. */
static void test_sizes(void **state)
{
	struct fetch *f = open_fetch("127.0.0.1");
	says("HTTP/1.1 202 ok\r\nContent-Length: 100000000\r\n\r\n", 4 << 20);
	post(f, "127.0.0.1", (struct fetch_request){ 0 });
	assert_int_equal(answer.end, FETCH_ANSWERED);
	assert_int_equal(answer.status, 202);
	struct buf head = BUF_INIT(0);
	buf_z(&head, "HTTP/1.1 200 OK\r\n");
	for (int i = 0; i < 3000; i++)
		buf_printf(&head, "X-%d: 0123456789012345678901234567890123456789\r\n", i);
	says(head.p, 0);
	post(f, "127.0.0.1", (struct fetch_request){ 0 });
	assert_int_equal(answer.end, FETCH_FAILED);
	assert_non_null(strstr(answer.err.text, "head of the answer"));
	says("what is this\r\n\r\n", 0);
	post(f, "127.0.0.1", (struct fetch_request){ 0 });
	assert_int_equal(answer.end, FETCH_FAILED);
	buf_fini(&head); /* the server, which has answered again, writes it no more */
	fetch_close(f);
}

/* Silence ends: before the first byte, in the middle of an answer, in a look-up, at a closed port. */
static void test_deadlines(void **state)
{
	struct fetch *f = open_fetch("127.0.0.1");
	sem_t hold;
	says(NULL, 0);
	post(f, "127.0.0.1", (struct fetch_request){ .first_byte_ms = 50 });
	assert_int_equal(answer.err.code, ERR_TIMEOUT);
	assert_string_equal(answer.err.text, "no answer within 50 ms");
	post(f, "127.0.0.1", (struct fetch_request){ .total_ms = 50 });
	assert_int_equal(answer.err.code, ERR_TIMEOUT);
	sem_init(&hold, 0, 0);
	names.hold = &hold;
	post(f, "slow.example", (struct fetch_request){ .connect_ms = 50 });
	assert_int_equal(answer.err.code, ERR_TIMEOUT);
	assert_int_equal(server.connections, 0);
	sem_post(&hold);
	names.hold = NULL;
	post(f, "", (struct fetch_request){ .url = "http://127.0.0.1:1/" });
	assert_int_equal(answer.end, FETCH_FAILED);
	assert_int_equal(answer.err.code, ERR_IO);
	fetch_close(f);
}

/* A plain server at an https address is no partner: nothing is sent. */
static void test_tls_wanted(void **state)
{
	char url[60];
	struct fetch *f = open_fetch("127.0.0.1");
	snprintf(url, sizeof(url), "https://127.0.0.1:%d/", server.port);
	says("no TLS here", 0);
	post(f, "", (struct fetch_request){ .url = url, .total_ms = 2000 });
	assert_int_equal(answer.end, FETCH_FAILED);
	assert_null(strstr(server.heard, "POST"));
	fetch_close(f);
}

/* Closing ends what is under way and tells it. */
static void test_close(void **state)
{
	struct err e = { 0 };
	char url[60];
	struct fetch *f = open_fetch("127.0.0.1");
	says(NULL, 0);
	snprintf(url, sizeof(url), "http://127.0.0.1:%d/", server.port);
	assert_true(fetch_post(f, &(struct fetch_request){ .url = url }, on_done, NULL, &e));
	fetch_close(f);
	sem_wait(&ended);
	assert_int_equal(answer.err.code, ERR_CANCELLED);
}

/* A URL is judged without a look-up: only what is written out can be refused. */
static void test_url_refused(void **state)
{
	struct fetch *f = open_fetch("10.0.0.0/8");
	struct err e = { 0 };
	assert_false(fetch_url_refused(f, "https://localhost/", &e));
	assert_false(fetch_url_refused(f, "https://10.1.2.3/", &e));
	assert_true(fetch_url_refused(f, "https://0x7f.1/", &e) && e.code == ERR_FORBIDDEN);
	assert_true(fetch_url_refused(f, "https://[::1]/", &e) && e.code == ERR_FORBIDDEN);
	assert_true(fetch_url_refused(f, "https://x:99999/", &e) && e.code == ERR_INVALID);
	fetch_close(f);
	assert_null(fetch_open(&(struct fetch_options){ .allow = "what?" }, &e));
	assert_int_equal(e.code, ERR_USAGE);
}

/* ---- gets */

static bool take_some(void *ctx, const void *p, size_t n)
{
	buf_add(ctx, p, n);
	return true;
}

static bool take_none(void *ctx, const void *p, size_t n)
{
	return false;
}

static bool get(struct fetch *f, struct fetch_get g, int *status, char **location, struct err *e)
{
	char url[200];
	snprintf(url, sizeof(url), "http://127.0.0.1:%d/document.pdf?x=1", server.port);
	g.q.url = g.q.url ? g.q.url : url;
	e->code = ERR_NONE;
	server.connections = 0;
	return fetch_get(f, &g, status, location, e);
}

/* The body of a good answer is taken, whole and no more of it than allowed; that of others is not. */
static void test_get(void **state)
{
	struct fetch *f = open_fetch("127.0.0.1");
	struct buf b = BUF_INIT(0);
	struct err e;
	char *location;
	int status;
	says("HTTP/1.1 200 OK\r\nContent-Length: 300002\r\n\r\nok", 300000);
	assert_true(get(f, (struct fetch_get){ .most = 300002, .take = take_some, .ctx = &b }, &status, &location, &e));
	assert_int_equal(status, 200);
	assert_null(location);
	assert_int_equal(b.n, 300002);
	assert_int_equal(strncmp(b.p, "okxx", 4), 0);
	assert_int_equal(strncmp(server.heard, "GET /document.pdf?x=1 HTTP/1.1\r\n", 32), 0);
	assert_false(get(f, (struct fetch_get){ .most = 300001, .take = take_some, .ctx = &b }, &status, &location, &e));
	assert_int_equal(e.code, ERR_TOO_LARGE);
	assert_false(get(f, (struct fetch_get){ .most = 300002, .take = take_none }, &status, &location, &e));
	assert_int_equal(e.code, ERR_IO);
	buf_clear(&b);
	says("HTTP/1.1 404 no\r\nContent-Length: 2\r\n\r\nno", 0);
	assert_true(get(f, (struct fetch_get){ .most = 10, .take = take_some, .ctx = &b }, &status, &location, &e));
	assert_int_equal(status, 404);
	assert_int_equal(b.n, 0);
	buf_fini(&b);
	fetch_close(f);
}

/* A redirect is told, not followed. */
static void test_get_redirect(void **state)
{
	struct fetch *f = open_fetch("127.0.0.1");
	struct err e;
	char *location;
	int status;
	says("HTTP/1.1 302 there\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n", 0);
	assert_true(get(f, (struct fetch_get){ .most = 10, .take = take_none }, &status, &location, &e));
	assert_int_equal(status, 302);
	assert_non_null(location);
	assert_non_null(strstr(location, "/other"));
	assert_int_equal(server.connections, 1);
	free(location);
	fetch_close(f);
}

/* What may not be reached is refused before a connection, and a get that nobody wants any more ends. */
static void test_get_ends(void **state)
{
	struct fetch *f = open_fetch(NULL);
	struct err e;
	char *location;
	int status;
	atomic_bool cancelled = true;
	says(OK, 0);
	assert_false(get(f, (struct fetch_get){ .most = 10, .take = take_none }, &status, &location, &e));
	assert_int_equal(e.code, ERR_FORBIDDEN);
	assert_int_equal(server.connections, 0);
	assert_false(get(f, (struct fetch_get){ .q.url = "ftp://x/y", .most = 10, .take = take_none }, &status, &location, &e));
	assert_int_equal(e.code, ERR_INVALID);
	fetch_close(f);
	f = open_fetch("127.0.0.1");
	says(NULL, 0);
	assert_false(get(f, (struct fetch_get){ .most = 10, .take = take_none, .cancel = &cancelled }, &status, &location, &e));
	assert_int_equal(e.code, ERR_CANCELLED);
	fetch_close(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sent), cmocka_unit_test(test_statuses), cmocka_unit_test(test_refused),
		cmocka_unit_test(test_pinned), cmocka_unit_test(test_sizes), cmocka_unit_test(test_deadlines),
		cmocka_unit_test(test_tls_wanted), cmocka_unit_test(test_close), cmocka_unit_test(test_url_refused),
		cmocka_unit_test(test_get), cmocka_unit_test(test_get_redirect), cmocka_unit_test(test_get_ends),
	};
	signal(SIGPIPE, SIG_IGN);
	sem_init(&ended, 0, 0);
	return cmocka_run_group_tests(tests, server_start, server_stop);
}
