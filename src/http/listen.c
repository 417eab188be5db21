/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http-private.h"
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#define LISTEN_BACKLOG 1024

/* "[::1]:80" and "1.2.3.4:80" to host and port; an empty host means all addresses. */
static bool address_split(const char *address, char *host, size_t size, const char **port, struct err *e)
{
	struct str a = str_from(address), h = a;
	const char *colon = strrchr(address, ':');
	int64_t number;
	if (!colon || !str_to_i64(str_from(colon + 1), &number) || number < 0 || number > 65535)
		return err_set(e, ERR_USAGE, "listen address \"%s\" has no port; write for example 127.0.0.1:8080", address);
	h.n = (size_t)(colon - address);
	if (h.n >= 2 && h.p[0] == '[' && h.p[h.n - 1] == ']')
		h = (struct str){ h.p + 1, h.n - 2 };
	if (h.n >= size)
		return err_set(e, ERR_USAGE, "listen address \"%s\" is too long", address);
	memcpy(host, h.p, h.n);
	host[h.n] = '\0';
	*port = colon + 1;
	return true;
}

static int port_of(int fd)
{
	struct sockaddr_storage sa;
	socklen_t n = sizeof sa;
	if (getsockname(fd, (struct sockaddr *)&sa, &n) != 0)
		return 0;
	if (sa.ss_family == AF_INET6)
		return ntohs(((struct sockaddr_in6 *)&sa)->sin6_port);
	return ntohs(((struct sockaddr_in *)&sa)->sin_port);
}

static int socket_open(const struct addrinfo *ai)
{
	int on = 1, off = 0;
	int fd = socket(ai->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); /* connections inherit it */
	if (ai->ai_family == AF_INET6)
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
	if (bind(fd, ai->ai_addr, ai->ai_addrlen) == 0 && listen(fd, LISTEN_BACKLOG) == 0)
		return fd;
	int saved = errno;
	close(fd);
	errno = saved;
	return -1;
}

int listen_open(const char *address, int *port, struct err *e)
{
	char host[256];
	const char *service = "";
	struct addrinfo *list = NULL;
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV };
	int fd = -1;
	if (!address_split(address, host, sizeof host, &service, e))
		return -1;
	int rc = getaddrinfo(host[0] ? host : NULL, service, &hints, &list);
	if (rc != 0) {
		err_set(e, ERR_USAGE, "listen address \"%s\": %s", address, gai_strerror(rc));
		return -1;
	}
	/* "All addresses" comes with one entry a family: the IPv6 one serves both where there is IPv6. */
	for (int family = 0; fd < 0 && family < 2; family++)
		for (const struct addrinfo *ai = list; ai && fd < 0; ai = ai->ai_next)
			if ((ai->ai_family == AF_INET6) == (host[0] == '\0' ? family == 0 : family == 1))
				fd = socket_open(ai);
	for (const struct addrinfo *ai = list; ai && fd < 0; ai = ai->ai_next)
		fd = socket_open(ai);
	if (fd < 0)
		err_set(e, ERR_IO, "cannot listen on %s: %s", address, strerror(errno));
	else
		*port = port_of(fd);
	freeaddrinfo(list);
	return fd;
}
