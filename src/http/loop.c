/* SPDX-License-Identifier: Apache-2.0 */
/* Event threads. Each has its own connections; all wait at one listening socket. */
#include "http/http-private.h"
#include "base/clock.h"
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

enum { EVENTS = 64, ACCEPTS = 16 /* before other events have their turn */ };
#define DEAF_MS 50

void loop_again(struct loop *l, struct conn *c)
{
	if (c->queued)
		return;
	c->queued = true;
	c->again = l->again;
	l->again = c;
}

static void wake(struct loop *l)
{
	uint64_t one = 1;
	if (write(l->wake, &one, sizeof one) < 0)
		return; /* full of ones: it wakes anyway */
}

void loop_done(struct loop *l, struct call *c)
{
	pthread_mutex_lock(&l->lock);
	bool first = !l->done;
	c->next = l->done;
	l->done = c;
	pthread_mutex_unlock(&l->lock);
	if (first)
		wake(l);
}

static void done_take(struct loop *l)
{
	uint64_t ones;
	if (read(l->wake, &ones, sizeof ones) < 0)
		return; /* taken already */
	pthread_mutex_lock(&l->lock);
	struct call *c = l->done;
	l->done = NULL;
	pthread_mutex_unlock(&l->lock);
	while (c) {
		struct call *next = c->next;
		conn_answer(c);
		conn_turn(c->conn);
		c = next;
	}
}

const char *loop_date(struct loop *l)
{
	static const char days[][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	time_t now = time(NULL);
	struct tm t;
	if (now == l->date_at || !gmtime_r(&now, &t))
		return l->date;
	l->date_at = now;
	snprintf(l->date, sizeof l->date, "%s, %02d %s %d %02d:%02d:%02d GMT", days[t.tm_wday], t.tm_mday, months[t.tm_mon],
		 t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec);
	return l->date;
}

/* ---- new connections */

static bool is_local(const struct sockaddr_storage *sa)
{
	const struct in6_addr *six = &((const struct sockaddr_in6 *)sa)->sin6_addr;
	if (sa->ss_family == AF_INET)
		return ntohl(((const struct sockaddr_in *)sa)->sin_addr.s_addr) >> 24 == 127;
	if (sa->ss_family != AF_INET6)
		return false;
	return IN6_IS_ADDR_LOOPBACK(six) || (IN6_IS_ADDR_V4MAPPED(six) && six->s6_addr[12] == 127);
}

static bool listen_again(struct loop *l)
{
	struct epoll_event ev = { .events = EPOLLIN | EPOLLEXCLUSIVE, .data = { .ptr = NULL } };
	l->deaf_until = 0;
	return epoll_ctl(l->epoll, EPOLL_CTL_ADD, l->h->listen_fd, &ev) == 0;
}

/* Leave new connections waiting for a while: there are too many, or no descriptors for more. */
static void go_deaf(struct loop *l)
{
	epoll_ctl(l->epoll, EPOLL_CTL_DEL, l->h->listen_fd, NULL);
	l->deaf_until = clock_mono() + DEAF_MS * 1000;
}

static void accept_some(struct loop *l)
{
	for (int i = 0; i < ACCEPTS; i++) {
		struct sockaddr_storage sa = { 0 };
		socklen_t n = sizeof sa;
		if (atomic_load_explicit(&l->h->conns, memory_order_relaxed) >= l->h->o.max_connections) {
			go_deaf(l);
			return;
		}
		int fd = accept4(l->h->listen_fd, (struct sockaddr *)&sa, &n, SOCK_NONBLOCK | SOCK_CLOEXEC);
		if (fd >= 0) {
			conn_open(l, fd, is_local(&sa));
			continue;
		}
		if (errno == EAGAIN || errno == EWOULDBLOCK)
			return;
		if (errno != EINTR && errno != ECONNABORTED) {
			go_deaf(l);
			return;
		}
	}
}

/* ---- */

static void event(struct loop *l, const struct epoll_event *ev)
{
	struct conn *c = ev->data.ptr;
	if (!c) {
		accept_some(l);
		return;
	}
	if (ev->data.ptr == l) {
		done_take(l);
		return;
	}
	if (c->closed)
		return;
	c->readable |= (ev->events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
	c->writable |= (ev->events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0;
	c->hung_up |= (ev->events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
	conn_turn(c);
}

static void turn_again(struct loop *l)
{
	struct conn *c = l->again;
	l->again = NULL;
	while (c) {
		struct conn *next = c->again;
		c->queued = false;
		if (c->closed) {
			c->again = l->dead;
			l->dead = c;
		} else {
			conn_turn(c);
		}
		c = next;
	}
}

static void bury(struct loop *l)
{
	while (l->dead) {
		struct conn *c = l->dead;
		l->dead = c->again;
		conn_free(c);
	}
}

static void *loop_run(void *arg)
{
	struct loop *l = arg;
	struct epoll_event events[EVENTS];
	while (!atomic_load_explicit(&l->h->ending, memory_order_relaxed)) {
		int n = epoll_wait(l->epoll, events, EVENTS, l->again ? 0 : l->deaf_until ? DEAF_MS : -1);
		for (int i = 0; i < n; i++)
			event(l, &events[i]);
		turn_again(l);
		bury(l);
		if (l->deaf_until && clock_mono() >= l->deaf_until && !atomic_load_explicit(&l->h->stopping, memory_order_relaxed))
			listen_again(l);
	}
	return NULL;
}

static bool loop_start(struct loop *l, struct http *h)
{
	struct epoll_event ev = { .events = EPOLLIN, .data = { .ptr = l } };
	l->h = h;
	pthread_mutex_init(&l->lock, NULL);
	l->epoll = epoll_create1(EPOLL_CLOEXEC);
	l->wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (l->epoll < 0 || l->wake < 0 || epoll_ctl(l->epoll, EPOLL_CTL_ADD, l->wake, &ev) != 0 || !listen_again(l))
		return false;
	l->runs = pthread_create(&l->thread, NULL, loop_run, l) == 0;
	return l->runs;
}

bool loops_start(struct http *h, struct err *e)
{
	h->loops = calloc((size_t)h->o.threads, sizeof *h->loops);
	if (!h->loops)
		return err_set(e, ERR_MEMORY, "out of memory");
	for (int i = 0; i < h->o.threads; i++)
		h->loops[i].epoll = h->loops[i].wake = -1;
	for (int i = 0; i < h->o.threads; i++)
		if (!loop_start(&h->loops[i], h))
			return err_errno(e, "cannot start an event thread");
	return true;
}

static void loop_end(struct loop *l)
{
	bury(l);
	if (l->epoll >= 0)
		close(l->epoll);
	if (l->wake >= 0)
		close(l->wake);
}

void loops_stop(struct http *h)
{
	if (!h->loops)
		return;
	atomic_store(&h->ending, true);
	for (int i = 0; i < h->o.threads; i++) {
		if (!h->loops[i].runs)
			continue;
		wake(&h->loops[i]);
		pthread_join(h->loops[i].thread, NULL);
	}
	while (h->sweep.conns) {
		struct conn *c = h->sweep.conns;
		c->queued = false;
		conn_close(c);
	}
	for (int i = 0; i < h->o.threads; i++)
		loop_end(&h->loops[i]);
	free(h->loops);
	h->loops = NULL;
}
