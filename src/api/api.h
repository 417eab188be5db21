/* SPDX-License-Identifier: Apache-2.0 */
/*
 * api - the HTTP API of the contract: decode, check, one store call, encode.
 *
 * A handler is a row in routes.c and a function in the file of its noun. Every
 * request acts for one project (its key's); what other projects own does not
 * exist for it. Nothing here opens a document or runs an engine: engine releases
 * come as data, and a cancelled job is told to whoever runs it through a hook.
 */
#pragma once
#include "api/limit.h"
#include "base/err.h"
#include "base/id.h"
#include "store/store.h"

struct api;
struct json;

/* Who may read /metrics. They speak of all projects together. */
enum api_metrics {
	API_METRICS_LOCAL, /* connections of this machine that no proxy marks as forwarded, and keys */
	API_METRICS_KEY,   /* any key */
	API_METRICS_OPEN,
	API_METRICS_OFF,
};

/* Which requests make a log line (as enum http_log). */
enum api_log { API_LOG_CHANGES, API_LOG_ALL, API_LOG_NONE };

struct api_picture { /* a page of a file, a part of it, or a picture on it */
	uint32_t page;  /* 1-based */
	uint32_t image; /* the number that the parser gave it; 0 = the page */
	int32_t box[4]; /* of the page, from its top left in 1/100 pt: x0, y0, x1, y1; all 0 = all of it */
};

struct api_options {
	const char *listen;          /* see http_options.listen */
	int threads;                 /* event threads; 0 = one per core */
	const char *public_url;      /* "https://quarry.example.com/prefix" for links; NULL = http://<Host header> */
	const char *secret_path;     /* file with the key of links and page tokens, made if missing; NULL = new at each start */

	const char *const *releases; /* engine releases, "YYYY-MM-DD", oldest first; at least one */
	size_t releases_n;

	int64_t max_upload_bytes;    /* 0 = 512 MiB (behaviour.md section 12) */
	size_t max_body_bytes;       /* JSON bodies; 0 = 4 MiB */
	int64_t max_pending;         /* jobs waiting before creates are refused with 429; 0 = no bound */

	const char *cors;            /* origins whose pages may call, or *, separated by spaces; NULL = none */
	int64_t session_seconds;     /* how long a session lasts; 0 = a day */
	struct limit_rate limit_key, limit_project, limit_uploads; /* requests of a key, of a project; uploads of a project */
	enum api_metrics metrics;
	enum api_log log;

	/* Milliseconds; 0 = http's defaults. */
	int header_timeout_ms, request_timeout_ms, keepalive_timeout_ms, progress_window_ms;

	void (*cancelled)(void *ctx, struct id job); /* a job was cancelled: stop its run now; may be NULL */
	/* May this webhook address never be called? Then true, with the reason. NULL = any may. */
	bool (*webhook_refused)(void *ctx, const char *url, struct err *why);
	/* May this address of a document never be fetched? Then true, with the reason. NULL = documents are not fetched. */
	bool (*source_refused)(void *ctx, const char *url, struct err *why);
	/* What follows may wait for other programs, and gives up at until (clock_mono()). */
	/* For each of words the member of the job's results, which stand in frames, as a blob with its JSON; size 0 for words
	 * that name none. ERR_TOO_MANY at until: they will be there later. NULL = there are none. */
	bool (*parse_result)(void *ctx, const struct store_job *job, const struct store_blob *frames, const struct str *words, size_t n,
			     int64_t until, struct store_blob *out, struct err *e);
	/*
	 * Append a schema made of words, a checked schema and a sample (each may be absent: empty, NULL) to out; NULL = no
	 * such route. Fails with the code of what is wrong with the sample, or ERR_NO_DATA.
	 */
	bool (*generate)(void *ctx, const struct store_file *sample, struct str prompt, const struct json *schema, int64_t until,
			 struct buf *out, struct err *e);
	/* A picture of a file, as a blob; *pages, unless NULL, how many it has. NULL = none is drawn. */
	bool (*picture)(void *ctx, const struct store_file *f, const struct api_picture *what, int64_t until, struct store_blob *out,
			uint32_t *pages, struct err *e);
	void (*readiness)(void *ctx, struct buf *json); /* append members for /readyz: "\"jail\":\"…\""; may be NULL */
	void *ctx;
};

/* Serve. The store stays the caller's and must outlive the server. */
struct api *api_start(struct store *s, const struct api_options *o, struct err *e);
/* Stop accepting, let running requests end for at most grace_ms, close. NULL is fine. */
void api_stop(struct api *a, int grace_ms);
int api_port(const struct api *a);
