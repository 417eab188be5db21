/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A connection, as its event thread drives it: read a head, then a body, wait for
 * slow work, send the answer, and again. Each step goes on as long as it need not
 * wait; the socket's events come once each (edge-triggered), so that what it can
 * do is remembered here until a call says otherwise.
 */
#include "http/http-private.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define IN_FIRST ((size_t)4 << 10)
enum { TURN = 32 /* steps of a connection before others have their turn */ };

void conn_open(struct loop *l, int fd, bool local)
{
	struct conn *c = calloc(1, sizeof *c);
	struct epoll_event ev = { .events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data = { .ptr = c } };
	if (!c || epoll_ctl(l->epoll, EPOLL_CTL_ADD, fd, &ev) != 0) {
		free(c);
		close(fd);
		return;
	}
	c->h = l->h;
	c->loop = l;
	c->fd = fd;
	c->local = local;
	conn_phase(c, PHASE_HEAD);
	sweep_add(c->h, c);
	atomic_fetch_add_explicit(&c->h->conns, 1, memory_order_relaxed);
}

void conn_close(struct conn *c)
{
	if (c->closed)
		return;
	c->closed = true;
	call_close(&c->call, false);
	sweep_remove(c->h, c);
	close(c->fd);
	atomic_fetch_sub_explicit(&c->h->conns, 1, memory_order_relaxed);
	if (c->queued) /* the loop comes by and sees */
		return;
	c->again = c->loop->dead;
	c->loop->dead = c;
}

void conn_free(struct conn *c)
{
	free(c->in);
	free(c);
}

/* ---- what was received */

static bool in_reserve(struct conn *c, size_t more)
{
	size_t cap = c->in_cap ? c->in_cap : IN_FIRST;
	while (cap - c->in_n < more)
		cap *= 2;
	if (cap == c->in_cap)
		return true;
	char *p = realloc(c->in, cap);
	if (!p)
		return false;
	c->in = p;
	c->in_cap = cap;
	return true;
}

static void in_take(struct conn *c, size_t n)
{
	c->in_n -= n;
	if (c->in_n)
		memmove(c->in, c->in + n, c->in_n);
	if (c->in_n || c->in_cap == IN_FIRST)
		return;
	free(c->in); /* a long one is rare */
	c->in = NULL;
	c->in_cap = 0;
}

/* Receive at most n bytes. 0: none, for now (the connection may have been closed). */
static size_t receive(struct conn *c, char *p, size_t n)
{
	if (!c->readable)
		return 0;
	ssize_t got = recv(c->fd, p, n, MSG_DONTWAIT);
	if (got > 0) {
		/* Less than there is room for: nothing is left, and more makes an event. */
		if ((size_t)got < n && !c->hung_up)
			c->readable = false;
		return (size_t)got;
	}
	if (got < 0 && errno == EINTR)
		loop_again(c->loop, c);
	else if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
		c->readable = false;
	else
		conn_close(c);
	return 0;
}

static bool fill(struct conn *c)
{
	if (!in_reserve(c, 1)) {
		conn_close(c);
		return false;
	}
	size_t got = receive(c, c->in + c->in_n, c->in_cap - c->in_n);
	c->in_n += got;
	return got > 0;
}

/* ---- steps: true = the next one can be done at once */

static bool head_step(struct conn *c)
{
	while (c->scanned == 0 && c->in_n >= 2 && memcmp(c->in, "\r\n", 2) == 0)
		in_take(c, 2); /* RFC 9112 section 2.2 */
	enum head_state state = c->in_n ? head_scan(c->in, c->in_n, &c->scanned) : HEAD_PART;
	if (state == HEAD_PART && c->in_n < HEAD_MAX) {
		if (c->in_n && atomic_load_explicit(&c->phase, memory_order_relaxed) == PHASE_IDLE)
			conn_phase(c, PHASE_HEAD);
		return fill(c);
	}
	if (state == HEAD_WHOLE && c->scanned <= HEAD_MAX) {
		size_t n = c->scanned;
		call_begin(c, c->in, n);
		in_take(c, n);
	} else {
		call_refuse(c, state == HEAD_BAD ? 400 : c->scanned ? 431 : 414);
	}
	c->scanned = 0;
	return true;
}

static bool body_step(struct conn *c)
{
	struct call *call = &c->call;
	if (c->in_n) {
		in_take(c, call_body(call, c->in, c->in_n));
		return true;
	}
	size_t room = SCRATCH; /* no more than the body, if that is known: what follows is the next request's */
	if (call->body_length >= 0 && (uint64_t)call->body_length - call->body_seen < room)
		room = (size_t)call->body_length - call->body_seen;
	size_t got = receive(c, c->loop->scratch, room);
	size_t used = got ? call_body(call, c->loop->scratch, got) : 0;
	if (used < got && in_reserve(c, got - used)) {
		memcpy(c->in + c->in_n, c->loop->scratch + used, got - used);
		c->in_n += got - used;
	} else if (used < got) {
		conn_close(c);
		return false;
	}
	return got > 0;
}

static bool work_step(struct conn *c)
{
	return false;
}

static bool finish(struct conn *c)
{
	bool keep = c->call.keep, unread = c->call.unread || c->in_n || c->readable;
	call_close(&c->call, true);
	c->stage = STAGE_HEAD;
	if (keep)
		return true;
	if (!unread) {
		conn_close(c);
		return false;
	}
	shutdown(c->fd, SHUT_WR);
	c->stage = STAGE_LINGER;
	conn_phase(c, PHASE_LINGER);
	return true;
}

static bool send_step(struct conn *c)
{
	switch (output_send(&c->call.out, c->fd)) {
	case OUTPUT_DONE:
		return finish(c);
	case OUTPUT_MORE:
		return true;
	case OUTPUT_BLOCKED:
		if (atomic_load_explicit(&c->phase, memory_order_relaxed) != PHASE_SEND)
			conn_phase(c, PHASE_SEND);
		c->writable = false;
		return false;
	case OUTPUT_LOST:
		break;
	}
	conn_close(c);
	return false;
}

static bool linger_step(struct conn *c)
{
	return receive(c, c->loop->scratch, SCRATCH) > 0;
}

void conn_turn(struct conn *c)
{
	static bool (*const steps[STAGES])(struct conn *) = {
		[STAGE_HEAD] = head_step, [STAGE_BODY] = body_step,     [STAGE_WORK] = work_step,
		[STAGE_SEND] = send_step, [STAGE_LINGER] = linger_step,
	};
	for (int i = 0; i < TURN && !c->closed; i++)
		if (!steps[c->stage](c))
			return;
	if (!c->closed)
		loop_again(c->loop, c);
}

void conn_answer(struct call *c)
{
	struct conn *conn = c->conn;
	if (atomic_load_explicit(&c->h->stopping, memory_order_relaxed))
		c->keep = false;
	conn->stage = STAGE_SEND;
	if (!answer_lay_out(c))
		conn_close(conn);
}

/* The socket's buffer is empty: the answer before was sent whole. */
void conn_continue(struct conn *c)
{
	static const char text[] = "HTTP/1.1 100 Continue\r\n\r\n";
	if (send(c->fd, text, sizeof text - 1, MSG_NOSIGNAL | MSG_DONTWAIT) != sizeof text - 1)
		conn_close(c);
}
