/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sweep: one thread looks at every connection a few times a second and shuts
 * down the sockets of those past their deadline, which their event threads then
 * close. Connections leave the list before their
 * descriptor is closed, so a number in the list is never somebody else's.
 */
#include "http/http-private.h"
#include "base/clock.h"
#include "base/log.h"
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#define LINGER_MS 2000 /* enough for a client to read a refusal while it still sends */
#define SWEEP_MS_MAX 500
#define MS INT64_C(1000) /* µs */

void conn_phase_at(struct conn *c, enum phase p, int64_t now)
{
	atomic_store_explicit(&c->since, now, memory_order_relaxed);
	atomic_store_explicit(&c->phase, p, memory_order_release);
}

void conn_phase(struct conn *c, enum phase p)
{
	conn_phase_at(c, p, clock_mono());
}

/* Bytes of the connection that the other side has acknowledged: what of an answer has really arrived. */
static uint64_t bytes_acked(int fd)
{
	struct tcp_info info = { 0 };
	socklen_t n = sizeof info;
	if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &n) != 0)
		return 0;
	return info.tcpi_bytes_acked;
}

static uint64_t bytes_moved(const struct conn *c, int phase)
{
	if (phase == PHASE_SEND)
		return bytes_acked(c->fd);
	return atomic_load_explicit(&c->received, memory_order_relaxed);
}

/* Has too little moved in a whole window? Windows start anew with each phase. */
static bool stalled(struct conn *c, int phase, int64_t since, int64_t now)
{
	const struct http_options *o = &c->h->o;
	bool fresh = c->window_at < since;
	if (!fresh && now - c->window_at < o->progress_window_ms * MS)
		return false;
	uint64_t moved = bytes_moved(c, phase), before = c->window_moved;
	c->window_at = fresh ? since : now;
	c->window_moved = moved;
	return !fresh && moved - before < (uint64_t)o->progress_bytes;
}

static bool overdue(struct conn *c, int phase, int64_t now)
{
	const struct http_options *o = &c->h->o;
	int64_t since = atomic_load_explicit(&c->since, memory_order_relaxed), age = now - since;
	switch ((enum phase)phase) {
	case PHASE_HEAD:
		return age > o->header_timeout_ms * MS;
	case PHASE_BODY:
		return age > o->request_timeout_ms * MS;
	case PHASE_IDLE:
		return age > o->keepalive_timeout_ms * MS;
	case PHASE_LINGER:
		return age > LINGER_MS * MS;
	case PHASE_UPLOAD:
	case PHASE_SEND:
		return stalled(c, phase, since, now);
	case PHASE_WORK:
	case PHASE_CLOSED:
		break;
	}
	return false;
}

static void sweep_all(struct http *h, int64_t now)
{
	static const char *const names[] = { [PHASE_HEAD] = "head",   [PHASE_BODY] = "body", [PHASE_UPLOAD] = "upload",
					     [PHASE_SEND] = "answer", [PHASE_IDLE] = "idle", [PHASE_LINGER] = "refused" };
	for (struct conn *c = h->sweep.conns; c; c = c->next) {
		int phase = atomic_load_explicit(&c->phase, memory_order_acquire);
		if (!overdue(c, phase, now))
			continue;
		/* The event thread may have moved on meanwhile: then it is not late after all. */
		if (!atomic_compare_exchange_strong(&c->phase, &phase, PHASE_CLOSED))
			continue;
		shutdown(c->fd, SHUT_RDWR);
		if (phase != PHASE_IDLE && phase != PHASE_LINGER)
			log_event(LOG_INFO, "http.slow_client", "phase=%s", names[phase]);
	}
}

static void *sweep_loop(void *arg)
{
	struct http *h = arg;
	struct sweep *s = &h->sweep;
	int least = h->o.header_timeout_ms < h->o.progress_window_ms ? h->o.header_timeout_ms : h->o.progress_window_ms;
	int64_t every = (least / 4 < SWEEP_MS_MAX ? least / 4 + 1 : SWEEP_MS_MAX) * MS;
	pthread_mutex_lock(&s->lock);
	while (!s->stopping) {
		int64_t now = clock_mono(), at = now + every;
		struct timespec until = { at / CLOCK_SECOND, at % CLOCK_SECOND * 1000 };
		sweep_all(h, now);
		pthread_cond_timedwait(&s->stop, &s->lock, &until);
	}
	pthread_mutex_unlock(&s->lock);
	return NULL;
}

bool sweep_start(struct http *h, struct err *e)
{
	struct sweep *s = &h->sweep;
	pthread_condattr_t mono;
	pthread_condattr_init(&mono);
	pthread_condattr_setclock(&mono, CLOCK_MONOTONIC);
	pthread_mutex_init(&s->lock, NULL);
	pthread_cond_init(&s->stop, &mono);
	pthread_condattr_destroy(&mono);
	s->running = pthread_create(&s->thread, NULL, sweep_loop, h) == 0;
	return s->running || err_errno(e, "cannot start the deadline thread");
}

void sweep_stop(struct http *h)
{
	struct sweep *s = &h->sweep;
	if (!s->running)
		return;
	pthread_mutex_lock(&s->lock);
	s->stopping = true;
	pthread_cond_signal(&s->stop);
	pthread_mutex_unlock(&s->lock);
	pthread_join(s->thread, NULL);
	s->running = false;
}

void sweep_add(struct http *h, struct conn *c)
{
	pthread_mutex_lock(&h->sweep.lock);
	c->next = h->sweep.conns;
	c->at = &h->sweep.conns;
	if (c->next)
		c->next->at = &c->next;
	h->sweep.conns = c;
	pthread_mutex_unlock(&h->sweep.lock);
}

void sweep_remove(struct http *h, struct conn *c)
{
	pthread_mutex_lock(&h->sweep.lock);
	*c->at = c->next;
	if (c->next)
		c->next->at = c->at;
	pthread_mutex_unlock(&h->sweep.lock);
}
