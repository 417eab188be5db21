/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http-private.h"
#include "base/clock.h"
#include "base/crypto.h"
#include "base/log.h"
#include "base/metric.h"
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* Bytes of memory a connection reads into: bounds a request's head, and is the piece uploads come in. */
#define CONNECTION_MEMORY ((size_t)64 << 10)
#define DESCRIPTORS_KEPT 128 /* for everything that is no connection */

/*
 * The query is read by query.c from the copy that call_open() takes. Ended here, it is not cut and decoded a second time
 * into the connection's memory, which a list of a thousand ids would fill. uri stands in a buffer of the library's that
 * it writes to itself; were it a copy, the cut would do nothing.
 */
static void query_hide(const char *uri)
{
	char *query = strchr((char *)(uintptr_t)uri, '?');
	if (query)
		query[1] = '\0';
}

static void *on_uri(void *cls, const char *uri, struct MHD_Connection *mhd)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct conn *conn = info ? info->socket_context : NULL;
	if (!conn)
		return NULL;
	call_open(conn, mhd, uri);
	query_hide(uri);
	return &conn->call;
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *mhd, const char *url, const char *method,
				  const char *version, const char *data, size_t *data_n, void **con_cls)
{
	struct call *c = *con_cls;
	if (!c)
		return MHD_NO;
	c->needs_host = strcmp(version, MHD_HTTP_VERSION_1_1) == 0;
	return call_step(c, method, data, data_n);
}

static void on_completed(void *cls, struct MHD_Connection *mhd, void **con_cls, enum MHD_RequestTerminationCode why)
{
	struct call *c = *con_cls;
	if (c)
		call_close(c, why == MHD_REQUEST_TERMINATED_COMPLETED_OK || c->stage == STAGE_LINGER);
	*con_cls = NULL;
}

static void on_connection(void *cls, struct MHD_Connection *mhd, void **context, enum MHD_ConnectionNotificationCode what)
{
	struct http *h = cls;
	struct conn *c = *context;
	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		const union MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CONNECTION_FD);
		c = info ? calloc(1, sizeof *c) : NULL;
		*context = c;
		if (!c)
			return;
		c->h = h;
		c->fd = info->connect_fd;
		conn_phase(c, PHASE_HEAD);
		sweep_add(h, c);
	} else if (c) {
		call_close(&c->call, true); /* one that was refused before libmicrohttpd knew of it */
		sweep_remove(h, c);
		free(c);
		*context = NULL;
	}
}

__attribute__((format(printf, 2, 0))) static void on_log(void *cls, const char *fmt, va_list ap)
{
	char text[256];
	vsnprintf(text, sizeof text, fmt, ap);
	text[strcspn(text, "\r\n")] = '\0';
	for (char *p = text; *p; p++)
		if (*p == '"' || *p == '\\' || (unsigned char)*p < ' ')
			*p = '\'';
	log_event(LOG_DEBUG, "http.library", "text=\"%s\"", text);
}

static int either(int given, int otherwise)
{
	return given > 0 ? given : otherwise;
}

static unsigned connections_max(int wanted)
{
	struct rlimit fds;
	unsigned most = (unsigned)either(wanted, 4096);
	if (getrlimit(RLIMIT_NOFILE, &fds) == 0 && fds.rlim_cur != RLIM_INFINITY && fds.rlim_cur < most + DESCRIPTORS_KEPT)
		most = fds.rlim_cur > 2 * DESCRIPTORS_KEPT ? (unsigned)fds.rlim_cur - DESCRIPTORS_KEPT : DESCRIPTORS_KEPT;
	return most;
}

static void defaults_fill(struct http_options *o)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	o->threads = either(o->threads, cores > 0 ? (int)cores : 1);
	o->slow_threads = either(o->slow_threads, 16);
	o->body_max = o->body_max ? o->body_max : (size_t)1 << 20;
	o->upload_max = o->upload_max ? o->upload_max : (size_t)512 << 20;
	o->arena_max = o->arena_max ? o->arena_max : (size_t)64 << 20;
	o->header_timeout_ms = either(o->header_timeout_ms, 10000);
	o->request_timeout_ms = either(o->request_timeout_ms, 30000);
	o->keepalive_timeout_ms = either(o->keepalive_timeout_ms, 75000);
	o->progress_window_ms = either(o->progress_window_ms, 30000);
	o->progress_bytes = either(o->progress_bytes, 16384);
}

/* A pool of one is refused by libmicrohttpd: one thread is its plain mode. */
static bool daemon_start(struct http *h, struct err *e)
{
	struct MHD_OptionItem pool[] = {
		{ h->o.threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, h->o.threads, NULL },
		{ MHD_OPTION_END, 0, NULL },
	};
	h->daemon = MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO | MHD_USE_ERROR_LOG, 0, NULL, NULL,
		on_request, h, MHD_OPTION_EXTERNAL_LOGGER, on_log, NULL, MHD_OPTION_LISTEN_SOCKET, h->listen_fd,
		MHD_OPTION_URI_LOG_CALLBACK, on_uri, h, MHD_OPTION_NOTIFY_COMPLETED, on_completed, h,
		MHD_OPTION_NOTIFY_CONNECTION, on_connection, h, MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_MEMORY,
		MHD_OPTION_CONNECTION_LIMIT, connections_max(h->o.max_connections), MHD_OPTION_CONNECTION_TIMEOUT, 0u,
		MHD_OPTION_STRICT_FOR_CLIENT, 0, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, MHD_OPTION_ARRAY, pool, MHD_OPTION_END);
	return h->daemon || err_set(e, ERR_INTERNAL, "the HTTP library did not start");
}

/* On a crew thread. */
static void slow_run(struct call *c)
{
	struct MHD_Connection *mhd = c->mhd;
	call_run(c);
	c->stage = STAGE_READY;
	MHD_resume_connection(mhd); /* the event thread owns c from here on */
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
	if (h->listen_fd >= 0 && refusal_start(e) && crew_start(&h->crew, h->o.slow_threads, slow_run, e) && sweep_start(h, e) &&
	    daemon_start(h, e))
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
	if (h->daemon) {
		MHD_quiesce_daemon(h->daemon);
		shutdown(h->listen_fd, SHUT_RDWR); /* whoever comes now is refused, not left waiting in its queue */
		calls_await(h, grace_ms);
	}
	crew_stop(&h->crew); /* every suspended call is resumed when this returns */
	if (h->daemon)
		MHD_stop_daemon(h->daemon);
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
	const char *v = MHD_lookup_connection_value(((const struct call *)r)->mhd, MHD_HEADER_KIND, name);
	return v ? str_from(v) : (struct str){ 0 };
}

bool http_peer_is_local(const struct http_request *r)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(((const struct call *)r)->mhd, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	const struct sockaddr *sa = info ? info->client_addr : NULL;
	if (sa && sa->sa_family == AF_INET)
		return ntohl(((const struct sockaddr_in *)sa)->sin_addr.s_addr) >> 24 == 127;
	if (!sa || sa->sa_family != AF_INET6)
		return false;
	const struct in6_addr *six = &((const struct sockaddr_in6 *)sa)->sin6_addr;
	return IN6_IS_ADDR_LOOPBACK(six) || (IN6_IS_ADDR_V4MAPPED(six) && six->s6_addr[12] == 127);
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
