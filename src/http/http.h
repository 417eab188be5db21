/* SPDX-License-Identifier: Apache-2.0 */
/*
 * http - a small HTTP/1.1 server: listen, limits, routes, answers.
 *
 * One event thread per core reads requests; handlers of quick routes run there,
 * those of routes marked HTTP_SLOW or HTTP_LONG on pools of threads, so that waiting
 * for a disk or a parser delays nobody else. Memory of a connection grows with what it holds.
 * A request and its arena belong to one thread at a time. Bodies are held to
 * their limit before they are read, uploads stream through callbacks, and a
 * client that is too slow is closed (a dribbled header or body by a deadline, an
 * upload or a download by least progress).
 *
 * Every request gets exactly one answer: a handler calls one http_reply_*() or
 * http_fail*(); later calls are ignored, none at all is a 500. What is no HTTP is
 * answered like that too.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"

struct http;
struct http_request;

enum http_method { HTTP_GET, HTTP_POST, HTTP_PUT, HTTP_DELETE, HTTP_METHODS };
const char *http_method_name(enum http_method m);

enum http_body {
	HTTP_BODY_NONE,      /* a body is read and dropped */
	HTTP_BODY_JSON,      /* collected in request.body; its text is not looked at */
	HTTP_BODY_MULTIPART, /* multipart/form-data, streamed into route.parts */
};

enum http_route_flag {
	HTTP_SLOW = 1, /* run() may wait: it runs on a thread of the pool */
	HTTP_OPEN = 2, /* no credentials needed; for the guard, http itself ignores it */
	HTTP_PRIVATE = 4, /* the path holds a secret: the log shows the route instead */
	HTTP_LONG = 8, /* run() may wait for other programs: on threads of its own, so that slow ones do not wait for those */
};

/* One part of a multipart body. Texts live until the part ends. */
struct http_part {
	struct str name;
	struct str filename; /* p NULL if the part names no file */
	struct str type;     /* Content-Type or empty */
};

/* The sink of a streamed body. A callback that has answered returns false: the rest is dropped. */
struct http_parts {
	bool (*begin)(struct http_request *r, const struct http_part *part);
	bool (*data)(struct http_request *r, const void *p, size_t n);
	bool (*end)(struct http_request *r);
	void (*drop)(struct http_request *r); /* the request is over, however it went: release what is left */
};

struct http_route {
	enum http_method method; /* HEAD is served as GET */
	const char *path;        /* "/api/v2/extract/{job_id}"; also matches with a trailing slash */
	unsigned flags;          /* enum http_route_flag */
	enum http_body body;
	size_t body_max;         /* bytes of the whole body; more is a 413. 0 = the option's body_max or upload_max */
	void (*run)(struct http_request *r);
	const struct http_parts *parts; /* MULTIPART only */
};

struct http_pair {
	struct str name, value;
};

#define HTTP_ARGS 4
#define HTTP_ID_SIZE 65

struct http_request {
	enum http_method method;
	const char *verb;           /* the method as sent, also if no route can have it */
	const struct http_route *route;
	struct str path;            /* as sent, without the query */
	struct str args[HTTP_ARGS]; /* values of the {…} of the route's path, in order, decoded */
	struct str query_text;      /* as sent, without '?' */
	struct http_pair *query;    /* decoded, as sent in order; empty values are left out (they mean absent) */
	size_t query_n;
	struct str body;            /* JSON routes, in run() */
	struct arena arena;         /* lives until the answer is sent */
	char id[HTTP_ID_SIZE];      /* x-request-id: the client's if it is a short plain token, else ours */
	int64_t came;               /* clock_mono() when the last of it came */
	void *app;                  /* http_options.app */
	void *state;                /* guard's and handlers' own; NULL at first */
};

/* Which requests make a log line. Reads that went well are what polling clients do all day. */
enum http_log { HTTP_LOG_CHANGES /* all but those */, HTTP_LOG_ALL, HTTP_LOG_NONE };

struct http_options {
	const char *listen;  /* "127.0.0.1:8080", "[::1]:8080", ":8080" (all addresses); port 0 = any free one */
	int threads;         /* event threads; 0 = one per core */
	int slow_threads;    /* pool for HTTP_SLOW routes, and that for HTTP_LONG ones; 0 = 16 */
	int max_connections; /* 0 = 4096, never more than the descriptor limit allows */
	size_t body_max;     /* default limit of a JSON body; 0 = 1 MiB */
	size_t upload_max;   /* default limit of a multipart body; 0 = 512 MiB */
	size_t arena_max;    /* ceiling of a request's arena; 0 = 64 MiB */

	/* Milliseconds; 0 = the default in brackets. */
	int header_timeout_ms;    /* whole request head, from the connection or the request's first line [10000] */
	int request_timeout_ms;   /* whole JSON body [30000] */
	int keepalive_timeout_ms; /* connection without a request [75000] */
	int progress_window_ms;   /* uploads and answers must move progress_bytes in each window [30000] */
	int progress_bytes;       /* [16384] */

	const struct http_route *routes;
	size_t routes_n;
	/*
	 * Called when the head of a request is read, whatever its path and method; the route is not known yet.
	 * false: it has answered. May be NULL.
	 */
	bool (*arrive)(struct http_request *r);
	/* Called when the head of a request is read and its route found, before any of the body. */
	bool (*guard)(struct http_request *r); /* false: it has answered. May be NULL */
	enum http_log log;
	/* Writes who asks into a log line, as "key=value" pairs after a space. May be NULL */
	void (*describe)(const struct http_request *r, char *out, size_t size);
	void *app;                             /* request.app */
};

/* Listen and serve. Routes and strings stay the caller's and must outlive the server. */
struct http *http_start(const struct http_options *o, struct err *e);
/* Stop accepting, let running requests end for at most grace_ms, close everything. NULL is fine. */
void http_stop(struct http *h, int grace_ms);
/* The port that is listened on. */
int http_port(const struct http *h);

/* ---- reading a request */

/* A header's value, or p NULL. name in any case. */
struct str http_header(const struct http_request *r, const char *name);
/* The value of a cookie, or p NULL. */
struct str http_cookie(const struct http_request *r, const char *name);
/* Does the connection come from this machine? */
bool http_peer_is_local(const struct http_request *r);
/* The last value given for a query parameter, or p NULL if absent or empty. */
struct str http_query(const struct http_request *r, const char *name);
/*
 * All values of a repeated parameter: "a=1&a=2", "a[]=1", "a[0]=1", and with
 * commas also "a=1,2" (behaviour.md G-4). Empty ones are left out. On the
 * request's arena; false out of memory.
 */
bool http_query_list(struct http_request *r, const char *name, bool commas, struct str **values, size_t *n);

/* ---- answering (status texts, x-request-id, Content-Length and Date are added) */

/* A header of the coming answer; name and value are copied. At most 16. */
void http_set_header(struct http_request *r, const char *name, const char *value);
/* Hand b's bytes over as application/json; b is empty afterwards. A failed b becomes a 500. */
void http_reply_json(struct http_request *r, int status, struct buf *b);
/* The same for text of another type. */
void http_reply_text(struct http_request *r, int status, const char *type, struct buf *b);
/*
 * As http_reply_json() for bytes shared between answers: release(ctx) when this answer is done with them. fd is a file of
 * the same bytes, which is sent without a copy, or -1.
 */
void http_reply_shared(struct http_request *r, int status, struct str json, int fd, void (*release)(void *ctx), void *ctx);
/* Static text of any type. */
void http_reply_static(struct http_request *r, int status, const char *type, struct str text);
/* Name what will be sent by its tag ("\"…\"", as in ETag); true if the client has that already and was told so: 304. */
bool http_reply_known(struct http_request *r, const char *tag);
/*
 * size bytes of fd (taken over, closed) with that tag; NULL = none. "Range: bytes=a-b" is honoured: 206 or 416, unless
 * If-Range names another tag; so is If-None-Match: 304.
 */
void http_reply_fd(struct http_request *r, const char *type, const char *tag, int fd, int64_t size);
/* JSON in pieces: texts on the request's arena, and files that are sent as they are read. Descriptors are taken over. */
struct http_piece {
	struct str text; /* where fd is -1 */
	int fd;
	int64_t size;    /* bytes of fd, from its start */
};
void http_reply_pieces(struct http_request *r, int status, const struct http_piece *pieces, size_t n);
/* No body: 204. */
void http_reply_none(struct http_request *r, int status);
/* {"detail": "text"}. A 409 also gets x-should-retry: false, a 429 or 503 Retry-After: 1 unless set. */
__attribute__((format(printf, 3, 4))) void http_fail(struct http_request *r, int status, const char *fmt, ...);
/* By the error's code; a 5xx is logged and shows only the request id. */
void http_fail_err(struct http_request *r, const struct err *e);
/* Has the request been answered? */
bool http_answered(const struct http_request *r);
