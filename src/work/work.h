/* SPDX-License-Identifier: Apache-2.0 */
/*
 * work - the recipe of a job: parse, layout, extract, check, finish. The server's
 * job threads and the command line run the same steps.
 */
#pragma once
#include "doc/doc.h"
#include "extract/extract.h"
#include "pool/pool.h"
#include "queue/queue.h"

/* Settings of one extraction, read from a job's configuration object. */
struct work_settings {
	const struct schema_node *schema;
	struct str schema_text;
	enum extract_target target;
	struct str tier, parse_tier; /* parse_tier empty = tier */
	struct str version;          /* resolved engine release */
	struct str target_pages, lang, system_prompt;
	uint32_t max_pages;          /* 0 = no bound */
	bool cite_sources, confidence_scores, disable_cache;
};

/* What a finished run leaves: the job's columns. Bufs on the heap. */
struct work_output {
	struct buf result, extract_metadata, metadata;
	struct buf frames;           /* parsed document */
	uint32_t pages;
};
void work_output_fini(struct work_output *o);

/* Read settings from a configuration object (all keys present, as stored in the job). */
bool work_settings_read(const struct json *configuration, struct arena *a, struct work_settings *out, struct err *e);

/*
 * Run parse -> layout -> extract -> check on the document in fd. parse_job names
 * the parse job in extract_metadata (formatted id). frames, if it is not empty,
 * is the cached parsed document and the parse step is skipped. step (may be
 * NULL) is told the name of each step as it begins.
 */
struct work_run {
	struct pool *pool;
	int fd; int64_t file_size; struct str file_name;
	struct str frames;
	struct str parse_job;
	const atomic_bool *cancel;
	void (*step)(void *ctx, const char *name);
	void (*progress)(void *ctx, uint32_t done, uint32_t pages);
	void *ctx;
};
bool work_run(const struct work_run *w, const struct work_settings *set, struct arena *a, struct work_output *out, struct err *e);

/* Job threads of a server: claim, run, finish, until work_stop(). */
struct work;
struct work *work_start(struct store *s, struct queue *q, struct pool *p, int threads, struct err *e);
void work_stop(struct work *w, int grace_ms); /* finish or hand back running jobs */
