/* SPDX-License-Identifier: Apache-2.0 */
/* What tests of a whole server share: the server, and a client that talks to it byte by byte. */
#pragma once
#include "base/log.h"
#include "http/http.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

static struct http *server;
static char answer[1 << 20];

static int client(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)http_port(server)) };
	struct timeval patience = { 20, 0 };
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	return fd;
}

static void say(int fd, const char *text)
{
	assert_int_equal(send(fd, text, strlen(text), MSG_NOSIGNAL), strlen(text));
}

/* Read until the server closes; the text is in answer. */
static size_t hear(int fd)
{
	size_t n = 0;
	for (ssize_t got; n < sizeof answer - 1 && (got = recv(fd, answer + n, sizeof answer - 1 - n, 0)) > 0;)
		n += (size_t)got;
	answer[n] = '\0';
	close(fd);
	return n;
}

static const char *ask(const char *request)
{
	int fd = client();
	say(fd, request);
	hear(fd);
	return answer;
}

#define CLOSE "Host: x\r\nConnection: close\r\n"

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("no \"%s\" in: %.600s", part, text);
}

static void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("\"%s\" in: %.600s", part, text);
}

/* ---- what every test serves */

static void hello(struct http_request *r)
{
	struct buf b = BUF_INIT(0);
	struct str name = http_query(r, "name"), cookie = http_cookie(r, "session");
	buf_printf(&b, "{\"hello\":\"%.*s\",\"arg\":\"%.*s\",\"cookie\":\"%.*s\"}", STR_ARGS(name), STR_ARGS(r->args[0]),
		   STR_ARGS(cookie));
	http_reply_json(r, 200, &b);
}

static void echo(struct http_request *r)
{
	struct buf b = BUF_INIT(0);
	buf_str(&b, r->body);
	http_reply_json(r, 200, &b);
}

/* The same answers from event threads and from the pool. */
#define COMMON_ROUTES                                             \
	{ HTTP_GET, "/hello", 0, HTTP_BODY_NONE, 0, hello, NULL },        \
	{ HTTP_GET, "/slow", HTTP_SLOW, HTTP_BODY_NONE, 0, hello, NULL }, \
	{ HTTP_POST, "/echo", 0, HTTP_BODY_JSON, 1000, echo, NULL },      \
	{ HTTP_POST, "/slow", HTTP_SLOW, HTTP_BODY_JSON, 1000, echo, NULL }

/* Start the server on a free port; o has its routes. For cmocka's group setup. */
static int serve(struct http_options o)
{
	struct err e = { 0 };
	o.listen = "127.0.0.1:0";
	o.threads = o.slow_threads = 2;
	log_setup(LOG_ERROR + 1, false);
	server = http_start(&o, &e);
	if (!server)
		fprintf(stderr, "%s\n", e.text);
	return server ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	http_stop(server, 1000);
	return 0;
}
