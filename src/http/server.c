/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http-private.h"
#include "base/clock.h"
#include "base/crypto.h"
#include "base/log.h"
#include "base/metric.h"
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define DESCRIPTORS_KEPT 256 /* for everything that is no connection */

static int either(int given, int otherwise)
{
	return given > 0 ? given : otherwise;
}

static int connections_max(int wanted)
{
	struct rlimit fds;
	rlim_t most = (rlim_t)either(wanted, 4096);
	if (getrlimit(RLIMIT_NOFILE, &fds) == 0 && fds.rlim_cur != RLIM_INFINITY && fds.rlim_cur < most + DESCRIPTORS_KEPT)
		most = fds.rlim_cur > 2 * DESCRIPTORS_KEPT ? fds.rlim_cur - DESCRIPTORS_KEPT : DESCRIPTORS_KEPT;
	return (int)most;
}

static void defaults_fill(struct http_options *o)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	o->threads = either(o->threads, cores > 0 ? (int)cores : 1);
	o->slow_threads = either(o->slow_threads, 16);
	o->max_connections = connections_max(o->max_connections);
	o->body_max = o->body_max ? o->body_max : (size_t)1 << 20;
	o->upload_max = o->upload_max ? o->upload_max : (size_t)512 << 20;
	o->arena_max = o->arena_max ? o->arena_max : (size_t)64 << 20;
	o->header_timeout_ms = either(o->header_timeout_ms, 10000);
	o->request_timeout_ms = either(o->request_timeout_ms, 30000);
	o->keepalive_timeout_ms = either(o->keepalive_timeout_ms, 75000);
	o->progress_window_ms = either(o->progress_window_ms, 30000);
	o->progress_bytes = either(o->progress_bytes, 16384);
}

/* On a crew thread. */
static void slow_run(struct call *c)
{
	call_run(c);
	loop_done(c->conn->loop, c); /* the event thread owns c from here on */
}

static void routes_name(const struct http_options *o)
{
	for (size_t i = 0; i < o->routes_n; i++)
		metric_route(i + 1, http_method_name(o->routes[i].method), o->routes[i].path);
}

struct http *http_start(const struct http_options *o, struct err *e)
{
	struct http *h = calloc(1, sizeof *h);
	if (!h) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	h->o = *o;
	defaults_fill(&h->o);
	routes_name(&h->o);
	crypto_random(&h->id_seed, sizeof h->id_seed);
	signal(SIGPIPE, SIG_IGN); /* clients leave whenever they like */
	h->listen_fd = listen_open(h->o.listen, &h->port, e);
	if (h->listen_fd >= 0 && crew_start(&h->crew, h->o.slow_threads, slow_run, e) &&
	    crew_start(&h->long_crew, h->o.slow_threads, slow_run, e) && sweep_start(h, e) && loops_start(h, e))
		return h;
	http_stop(h, 0);
	return NULL;
}

static void calls_await(struct http *h, int grace_ms)
{
	for (int64_t end = clock_mono() + grace_ms * INT64_C(1000); clock_mono() < end && atomic_load(&h->calls) > 0;)
		usleep(2000);
}

void http_stop(struct http *h, int grace_ms)
{
	if (!h)
		return;
	atomic_store(&h->stopping, true);
	if (h->loops) {
		shutdown(h->listen_fd, SHUT_RDWR); /* whoever comes now is refused, not left waiting in its queue */
		calls_await(h, grace_ms);
	}
	crew_stop(&h->crew);
	crew_stop(&h->long_crew);
	loops_stop(h);
	sweep_stop(h);
	if (h->listen_fd >= 0)
		close(h->listen_fd);
	free(h);
}

int http_port(const struct http *h)
{
	return h->port;
}

struct str http_header(const struct http_request *r, const char *name)
{
	return head_value(&((const struct call *)r)->head, name);
}

bool http_peer_is_local(const struct http_request *r)
{
	return ((const struct call *)r)->conn->local;
}

struct str http_cookie(const struct http_request *r, const char *name)
{
	struct str rest = http_header(r, "Cookie"), pair, key;
	while (rest.p) {
		rest = str_cut(rest, ';', &pair);
		struct str value = str_cut(str_trim(pair), '=', &key);
		if (value.p && str_eq_z(key, name))
			return value;
	}
	return (struct str){ 0 };
}
