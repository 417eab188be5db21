/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of room http share: event threads, connections, calls, answers.
 *
 * loop   one event thread: its connections, and what is to be done next
 * conn   one TCP connection, in the list that the sweep thread walks
 * call   one request on it, from its whole head until its answer is sent; lives
 *        in its conn, as HTTP/1.1 has one at a time
 * answer what the call will say, and output how it goes to the socket
 */
#pragma once
#include "http/chunks.h"
#include "http/head.h"
#include "http/http.h"
#include "http/multipart.h"
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

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
	int fd;                     /* FD: closed with the answer; SHARED: the bytes of body, or -1 */
	int64_t fd_at, fd_n;
	struct http_piece *pieces;  /* on the request's arena */
	size_t pieces_n;
	struct http_pair headers[ANSWER_HEADERS]; /* NUL-ended, on the request's arena */
	size_t headers_n;
};

/* A run of bytes of an answer: text, or where fd >= 0 that many bytes of a file from at on. */
struct part {
	const char *p;
	int fd;
	int64_t at, n;
};

struct output {
	struct buf head;
	struct part *parts;   /* none is empty; those with i and above are still to be sent */
	size_t parts_n, i;
	struct part usual[2]; /* head and body */
};

struct call {
	struct http_request r; /* first: handlers see this */
	struct http *h;
	struct conn *conn;
	struct head head;      /* texts on the request's arena */
	bool live;             /* between its head and its end */
	bool dropping;         /* answered before the body was read */
	bool head_only;        /* HEAD */
	bool keep;             /* the connection goes on after it */
	bool unread;           /* some of its body will not be read */
	struct buf body;
	size_t body_max, body_seen;
	int64_t body_length;   /* Content-Length, or -1 for chunks */
	struct chunks chunks;
	struct multipart *multipart;
	struct answer answer;
	struct output out;
	int64_t started;
	struct call *next;     /* in the queue of a crew, and of calls that are done */
};

/* What a connection does next. */
enum stage {
	STAGE_HEAD,
	STAGE_BODY,
	STAGE_WORK,   /* a thread of the crew has its call */
	STAGE_SEND,
	STAGE_LINGER, /* nothing more is sent, and what comes is dropped, so that closing does not reset what was sent last */
	STAGES,
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
	/* The event thread's own: */
	struct loop *loop;
	enum stage stage;
	bool local;                /* the other side is this machine */
	bool readable, writable;   /* as far as is known: an event or a short read or write told */
	bool hung_up;              /* the other side will send no more than what is there */
	bool queued, closed;
	struct conn *again;        /* in a list of the loop */
	char *in;                  /* bytes received and not used yet */
	size_t in_n, in_cap;
	size_t scanned;            /* bytes of whole lines of a head in it */
	struct call call;
};

#define SCRATCH ((size_t)64 << 10)
#define DATE_SIZE 40

struct loop {
	struct http *h;
	int epoll, wake;
	pthread_t thread;
	bool runs;
	pthread_mutex_t lock;      /* guards done */
	struct call *done;
	struct conn *again, *dead; /* to be turned to once more; to be freed when no event can name them */
	int64_t deaf_until;        /* takes no new connections before; 0 = it listens */
	time_t date_at;
	char date[DATE_SIZE];
	char scratch[SCRATCH];     /* bytes of bodies on their way */
};

/* Threads that run calls of routes marked slow, or long (crew.c). */
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
	int listen_fd, port;
	struct loop *loops;
	struct crew crew, long_crew;
	struct sweep sweep;
	_Atomic bool stopping;   /* no new connections, and none goes on after its request */
	_Atomic bool ending;     /* event threads end */
	_Atomic int conns;
	_Atomic int calls;       /* requests between their head and their end */
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
void conn_phase_at(struct conn *c, enum phase p, int64_t now);

/* loop.c */
bool loops_start(struct http *h, struct err *e);
void loops_stop(struct http *h);                  /* and close what connections are left */
void loop_done(struct loop *l, struct call *c);   /* from any thread: a slow call has its answer */
void loop_again(struct loop *l, struct conn *c);  /* turn to c once more after the others */
const char *loop_date(struct loop *l);            /* for the header Date */

/* conn.c */
void conn_open(struct loop *l, int fd, bool local);
void conn_turn(struct conn *c);  /* go on as far as possible without waiting */
void conn_close(struct conn *c); /* the loop frees it later */
void conn_free(struct conn *c);
void conn_answer(struct call *c);   /* its answer is there: send it next */
void conn_continue(struct conn *c); /* "100 Continue" */

/* call.c: the steps of a request, in the order they happen. */
void call_begin(struct conn *conn, const char *head, size_t n); /* a whole head */
size_t call_body(struct call *c, const char *p, size_t n);      /* bytes of its body; returns how many were */
void call_run(struct call *c);                                  /* on a thread of the crew */
void call_close(struct call *c, bool sent);
/* Answer what cannot be understood, whether or not a request was begun; the connection then ends. */
void call_refuse(struct conn *conn, int status);

/* answer.c */
bool answer_lay_out(struct call *c); /* into c->out; false out of memory */
void answer_drop(struct answer *a);
static inline struct call *call_of(struct http_request *r) { return (struct call *)r; }

/* output.c */
enum output_state { OUTPUT_DONE, OUTPUT_MORE, OUTPUT_BLOCKED, OUTPUT_LOST };
enum output_state output_send(struct output *o, int fd);
