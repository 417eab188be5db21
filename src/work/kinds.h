/* SPDX-License-Identifier: Apache-2.0 */
/*
 * kinds - what there is to do, by kind of job; private to room work.
 *
 * All jobs are claimed, loaded, given up and tried again in the same way (job.c).
 * A kind adds how its settings are read, what it runs, and what it leaves.
 */
#pragma once
#include "work/flight.h"
#include "work/job.h"

/* One claimed job: its input, what its run leaves, where it is. */
struct job {
	const struct job_kind_row *kind;
	const struct job_parts *parts;
	struct queue_claim *claim;
	struct arena *a;
	struct work_settings set;
	struct work_output out;
	int fd;                /* the document, or -1 */
	void *map;             /* its frames, or NULL */
	size_t map_n;
	bool has_frames;       /* mapped or not */
	bool parsed;           /* by this run: not from the cache or a parse job */
	struct store_blob frames;
	struct str key;        /* of the parse cache */
	bool alone;            /* nobody else of this process parses for that key meanwhile */
	struct flight flight;
	bool recalled;         /* the result was made before (recall.h) */
	bool has_kept;         /* or is kept for later, here */
	struct store_blob kept;
	struct store_job parse; /* extract: the parse job it makes, or uses */
	char parse_id[ID_SIZE];
	const char *step;      /* a literal */
	int64_t began, entered, told; /* the job, its step, how far it is; clock_mono() */
};

struct job_kind_row {
	enum id_kind id;
	bool whole;            /* its run wants the parsed document in memory */
	bool (*settings)(const struct json *configuration, struct arena *a, struct work_settings *out, struct err *e);
	/* Do the work on what was loaded: to j->out, j->frames. */
	bool (*run)(struct job *j, struct err *e);
	/* Fill in what is written with the job's end; why NULL = it went well. */
	void (*end)(struct job *j, const struct err *why, struct str message, struct store_finish *f, struct store_parsed *parsed);
	/* The job that what was parsed belongs to. */
	struct id (*parse_id)(const struct job *j);
};

extern const struct job_kind_row kind_extract, kind_parse;
extern const struct job_kind_row *const job_kinds[JOB_KINDS];

/* Parse the job's document as q says (its take is free); *u takes the frames, cropped as the settings want, and is the caller's. */
struct store_upload;
bool job_parse(struct job *j, struct pool_request *q, const struct work_settings *set, struct store_upload **u, struct err *e);

/* What every run is given. */
struct work_run job_work_run(struct job *j);
