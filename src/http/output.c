/* SPDX-License-Identifier: Apache-2.0 */
/* Sends an answer: runs of text in one call, files without a copy. */
#include "http/http-private.h"
#include <errno.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

enum { TEXTS = 8, FILE_SHARE = 1 << 20 /* bytes of a file before others have their turn */ };

/* n bytes of parts went out. */
static void advance(struct output *o, size_t n)
{
	while (o->i < o->parts_n) {
		struct part *p = &o->parts[o->i];
		size_t here = n < (uint64_t)p->n ? n : (size_t)p->n;
		p->at += (int64_t)here;
		p->n -= (int64_t)here;
		if (p->fd < 0)
			p->p += here;
		n -= here;
		if (p->n > 0)
			return;
		o->i++;
	}
}

static ssize_t send_texts(const struct output *o, int fd)
{
	struct iovec texts[TEXTS];
	struct msghdr m = { .msg_iov = texts };
	size_t i = o->i;
	for (; i < o->parts_n && o->parts[i].fd < 0 && m.msg_iovlen < TEXTS; i++)
		texts[m.msg_iovlen++] = (struct iovec){ (void *)(uintptr_t)o->parts[i].p, (size_t)o->parts[i].n };
	return sendmsg(fd, &m, MSG_NOSIGNAL | MSG_DONTWAIT | (i < o->parts_n ? MSG_MORE : 0));
}

/* A file that became shorter ends the connection: the length was promised. */
static ssize_t send_file(const struct output *o, int fd)
{
	const struct part *p = &o->parts[o->i];
	off_t at = p->at;
	ssize_t sent = sendfile(fd, p->fd, &at, p->n < FILE_SHARE ? (size_t)p->n : FILE_SHARE);
	if (sent == 0)
		errno = EIO;
	return sent > 0 ? sent : -1;
}

enum output_state output_send(struct output *o, int fd)
{
	ssize_t sent = o->parts[o->i].fd < 0 ? send_texts(o, fd) : send_file(o, fd);
	if (sent < 0)
		return errno == EAGAIN || errno == EWOULDBLOCK ? OUTPUT_BLOCKED : errno == EINTR ? OUTPUT_MORE : OUTPUT_LOST;
	advance(o, (size_t)sent);
	return o->i == o->parts_n ? OUTPUT_DONE : OUTPUT_MORE;
}
