/* SPDX-License-Identifier: Apache-2.0 */
/*
 * work - the recipe of a job: parse, select, extract, check, report. The
 * server's job threads and the command line run the same steps.
 *
 * A run touches no store: what it needs comes in struct work_run, what it leaves
 * is struct work_output. The job threads around it claim jobs, load their input,
 * store what a run left and finish the claim. What a job reports as COMPLETED
 * was held against its schema first.
 */
#pragma once
#include "doc/order.h"
#include "doc/spool.h"
#include "extract/extract.h"
#include "pool/pool.h"
#include "queue/queue.h"

/* Limits of one extraction (behaviour.md section 12, G-43 and G-44). */
#define WORK_MAX_FILE_BYTES (INT64_C(100) << 20) /* default of work_limits.file_bytes */
#define WORK_LARGE_FILE_BYTES (INT64_C(5) << 20) /* larger ones may have WORK_LARGE_FILE_PAGES at most */
#define WORK_LARGE_FILE_PAGES 500u
#define WORK_SCORED_PAGES 100u                   /* with more pages the scores are left out */

/* The part of each page that is read, in shares of it from its top left. */
struct work_crop {
	double left, top, right, bottom;
};

/* Settings of one extraction, read from a job's configuration object. */
struct work_settings {
	const struct schema_node *schema;
	enum extract_target target;
	struct str tier, parse_tier; /* parse_tier is never empty: it is the tier where none is set */
	struct str version;          /* resolved engine release */
	struct str lang, system_prompt;
	const uint32_t *pages; size_t pages_n; /* target_pages, 1-based, in the order written; NULL = all */
	uint32_t max_pages;          /* 0 = no bound */
	const struct json *sheets;   /* sheet_names: of these sheets, in this order, in place of pages; NULL = all */
	bool cite_sources, confidence_scores, disable_cache;
	struct str source_url;       /* where the document is to be fetched from, if its file is not there; empty = nowhere */
	const struct json *parse_configuration; /* saved settings of the parse step, as the job keeps them; NULL = none */
	struct work_crop crop;       /* all 0, or {0, 0, 1, 1}: whole pages */
	bool no_image_text;          /* the text of pictures is left out */
	bool no_diagonal, hidden_sheets, pictures, revisions; /* see struct task */
	uint32_t wishes;
	const struct json *auto_rules; /* pages that meet one are parsed as it says (auto.h); NULL = none */
	double page_failures;        /* share of pages that may fail before the job does; 1 = all but one */
	bool fail_on_ocr;            /* a page whose text was not recognised fails the job */
	bool fail_on_font;           /* so does one whose letters nobody knows (doc_unreadable_page()) */
	bool fail_on_page;           /* so does every page with a fault: it has no markdown */
	int64_t parse_us;            /* most time to parse that the caller wants spent; 0 = no wish */
};

/*
 * Read settings from a configuration object; absent and null keys take their
 * default (behaviour.md section 9). ERR_INVALID names the key that is wrong.
 * Texts point into configuration, the rest lives on a.
 */
bool work_settings_read(const struct json *configuration, struct arena *a, struct work_settings *out, struct err *e);

/* The same from the settings of a parse job (openapi.yaml, ParseJobCreate): pages, tier, languages, cache, time. */
bool work_parse_settings_read(const struct json *configuration, struct arena *a, struct work_settings *out, struct err *e);
/*
 * What decides a parsed document apart from the bytes of the file: pages,
 * languages, OCR and the parser's release; the key of the parse cache.
 */
struct str work_parse_key(const struct work_settings *set, int64_t file_size, const char *release, struct arena *a);

/* Is a part of each page left out? */
bool work_crops(const struct work_settings *set);

/* What a finished run leaves: the job's columns, on the heap of the bufs. */
struct work_output {
	struct buf result, extract_metadata, metadata;
	struct buf frames;           /* the parsed document if this run parsed it into memory, else empty */
	uint32_t pages, faults;      /* faults: pages of these that could not be read, or not whole */
};
void work_output_init(struct work_output *o);
void work_output_fini(struct work_output *o);

struct work_limits { /* set by the operator; 0 = default */
	int64_t file_bytes;          /* largest file */
	int64_t parse_us;            /* time of the parse step; default the pool's */
};

struct work_run {
	struct pool *pool;
	struct work_limits limits;
	int fd;                      /* the document; -1 if there are only frames */
	int64_t file_size;           /* bytes; 0 if unknown */
	struct str file_name;
	struct str frames;           /* parsed document, 8-byte aligned; empty = parse fd. Frames that do not open are
					parsed anew if fd is given */
	/*
	 * Parse fd as q says (its take is free) and give the frames, 8-byte aligned, valid until the run is over; frames NULL
	 * = only keep them for walk(). parse NULL = into work_output.frames.
	 */
	bool (*parse)(void *ctx, struct pool_request *q, struct str *frames, struct err *e);
	/* work_parse() alone: show the pages of what was kept, one at a time. */
	bool (*walk)(void *ctx, spool_each *each, void *each_ctx, struct err *e);
	bool kept;                   /* there is something to walk already */
	struct str parse_job, parse_tier; /* named in extract_metadata; parse_job empty = null */
	unsigned without;            /* features of the engine left out (extract_features_read()); 0 for users */
	/* A result of the same extraction that was made before; false if there is none. NULL = never. */
	bool (*recall)(void *ctx, struct arena *a, struct extract_result *out);
	void (*keep)(void *ctx, const struct extract_result *x); /* one that may serve again; may be NULL */
	const atomic_bool *cancel;   /* may be NULL */
	void (*step)(void *ctx, const char *name); /* a step begins; may be NULL */
	void (*progress)(void *ctx, uint32_t done, uint32_t pages); /* of the parse step; may be NULL */
	void *ctx;
};
/*
 * Run the steps. out is init'ed by the caller and holds what was reached even if
 * a step fails. Nodes of set and what the run allocates live on a.
 */
bool work_run(const struct work_run *w, const struct work_settings *set, struct arena *a, struct work_output *out,
	      struct err *e);

/* Only the first step, a page in memory at a time: out gets the number of pages. Needs parse() and walk(). */
bool work_parse(const struct work_run *w, const struct work_settings *set, struct arena *a, struct work_output *out,
		struct err *e);
/* "CODE_WORD: text", the error_message of a failed job (behaviour.md G-47). */
void work_error_message(const struct err *e, struct buf *b);
/* The same of a page that has a fault, as a JSON string. */
void work_fault_write(struct buf *b, const struct doc_page *p);

/* ---- job threads of a server: claim, run, finish, until work_stop() */

struct work;
struct work_options {
	int threads; /* jobs at a time; 0 = one per core */
	struct work_limits limits;
	struct fetch *fetch; /* for documents of source_url; NULL = none are fetched. The caller's, outlives the threads */
	int fetch_ms;        /* time for one */
	int64_t fetch_bytes; /* the largest */
	bool cache_results; /* the same document, settings and release get the result that is there (behaviour.md G-35) */
	/* Told each step of each job as it begins, on the job's thread. For tests that stop the process there; may be NULL. */
	void (*entered)(void *ctx, const char *step);
	void *ctx;
};
struct work *work_start(struct store *s, struct queue *q, struct pool *p, const struct work_options *o, struct err *e);
/* Stop claiming, let running jobs end for at most grace_ms, hand the rest back. Frees w; NULL is fine. */
void work_stop(struct work *w, int grace_ms);

/* Names of the steps of a job in order, NULL at the end. */
extern const char *const work_step_names[];
