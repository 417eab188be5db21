/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of room http share: connections, calls, answers.
 *
 * conn   one TCP connection, in the list that the sweep thread walks
 * call   one request on it, from its first line until its answer is sent; lives
 *        in its conn, as HTTP/1.1 has one at a time
 * answer what the call will send
 */
#pragma once
#include "http/http.h"
#include "http/multipart.h"
#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>

/* When a request is refused and no more than this of its body is left, that is read and dropped so that the
 * connection can go on. */
#define BODY_DROP_MAX ((size_t)64 << 10)
#define ANSWER_HEADERS 16

/* What a connection is doing; decides which deadline the sweep holds it to. */
enum phase {
	PHASE_HEAD,     /* reading a request's head: header_timeout */
	PHASE_BODY,     /* reading a body: request_timeout */
	PHASE_UPLOAD,   /* reading a streamed body: least progress */
	PHASE_WORK,     /* the handler runs: no deadline */
	PHASE_SEND,     /* sending the answer: least progress */
	PHASE_IDLE,     /* between requests: keepalive_timeout */
	PHASE_LINGER,   /* refused early, dropping what the client still sends: LINGER_MS */
	PHASE_CLOSED,   /* shut down by the sweep */
};

enum answer_kind { ANSWER_NONE, ANSWER_OWNED, ANSWER_SHARED, ANSWER_STATIC, ANSWER_FD, ANSWER_PIECES };

struct answer {
	bool set;
	int status;
	enum answer_kind kind;
	const char *type;
	struct str body;            /* OWNED: malloc'ed; SHARED: until release(ctx) */
	void (*release)(void *ctx);
	void *ctx;
	int fd;
	int64_t fd_at, fd_n;
	struct http_piece *pieces;  /* on the request's arena */
	size_t pieces_n;
	struct http_pair headers[ANSWER_HEADERS]; /* NUL-ended, on the request's arena */
	size_t headers_n;
};

enum stage { STAGE_HEAD, STAGE_BODY, STAGE_WORK, STAGE_READY, STAGE_SENT, STAGE_LINGER };

struct call {
	struct http_request r; /* first: handlers see this */
	struct http *h;
	struct conn *conn;
	struct MHD_Connection *mhd;
	enum stage stage;
	bool live;             /* between the first line and the end */
	bool dropping;         /* answered before the body was read */
	bool head_only;        /* HEAD */
	bool needs_host;       /* HTTP/1.1 */
	struct str uri;        /* likewise */
	struct buf body;
	size_t body_max, body_seen;
	int64_t body_length;   /* Content-Length, or -1 for chunks */
	struct multipart *multipart;
	struct answer answer;
	int64_t started;
	struct call *next;     /* in the queue of slow calls */
};

struct conn {
	struct conn *next, **at;
	struct http *h;
	int fd;
	_Atomic int phase;
	_Atomic int64_t since;     /* µs, when the phase began */
	_Atomic uint64_t received; /* body bytes of the call */
	int64_t window_at;         /* the sweep's own: start of the progress window */
	uint64_t window_moved;
	struct call call;
};

/* Threads that run slow calls (crew.c). */
struct crew {
	pthread_mutex_t lock;
	pthread_cond_t work;
	struct call *first, **last;
	pthread_t *threads;
	int threads_n;
	bool stopping;
	void (*run)(struct call *c);
};

/* The sweep thread and its list (sweep.c). */
struct sweep {
	pthread_mutex_t lock;
	pthread_cond_t stop;
	struct conn *conns;
	pthread_t thread;
	bool running, stopping;
};

struct http {
	struct http_options o; /* defaults filled in */
	struct MHD_Daemon *daemon;
	int listen_fd, port;
	struct crew crew;
	struct sweep sweep;
	_Atomic bool stopping;
	_Atomic int calls;       /* requests between their first line and their end */
	_Atomic uint64_t ids;
	uint64_t id_seed;
};

/* listen.c: a listening socket for "ADDR:PORT"; *port is the real one. -1 on failure. */
int listen_open(const char *address, int *port, struct err *e);

/* crew.c */
bool crew_start(struct crew *w, int threads, void (*run)(struct call *c), struct err *e);
bool crew_add(struct crew *w, struct call *c); /* false once it is stopping */
void crew_stop(struct crew *w);                /* runs what is queued first */

/* sweep.c */
bool sweep_start(struct http *h, struct err *e);
void sweep_stop(struct http *h);
void sweep_add(struct http *h, struct conn *c);
void sweep_remove(struct http *h, struct conn *c);
void conn_phase(struct conn *c, enum phase p);

/* call.c: the steps of a request, in the order they happen. */
void call_open(struct conn *conn, struct MHD_Connection *mhd, const char *uri);
enum MHD_Result call_step(struct call *c, const char *method, const char *data, size_t *data_n);
void call_run(struct call *c);   /* on a thread of the crew */
void call_close(struct call *c, bool sent);

/* Answer past libmicrohttpd, whether or not a request was begun. */
void call_refuse(struct conn *conn, struct MHD_Connection *mhd, int status, const char *text);

/* refusal.c: answers that libmicrohttpd would give by itself. */
bool refusal_start(struct err *e);
enum MHD_Result refusal_pass(struct MHD_Connection *mhd, unsigned status, struct MHD_Response *resp); /* one of ours */

/* answer.c */
enum MHD_Result answer_queue(struct call *c);
/* Write the answer to the socket past libmicrohttpd and stop sending; the call then lingers. */
void answer_send_early(struct call *c);
void answer_drop(struct answer *a);
static inline struct call *call_of(struct http_request *r) { return (struct call *)r; }
