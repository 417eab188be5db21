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
