/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store-sqlite-job - one row of extract_jobs, and the one function that moves it
 * between states.
 */
#pragma once
#include "store/store-sqlite.h"

struct job_row {
	int64_t seq, scope, cfg;
	uint64_t token;
	int64_t lease;
	struct store_job job; /* texts on the reader's arena */
};

/* Read the row with this id (or seq, if id is NULL). STORE_NONE if there is none. */
enum store_outcome job_row_read(struct db *d, const struct id *id, int64_t seq, struct arena *a, struct job_row *out, struct err *e);

struct job_move {
	enum job_status to;
	int64_t now;
	struct str error_message, result, metadata, extract_metadata; /* p NULL = null */
	struct str node; int64_t lease; uint64_t token;               /* to RUNNING only */
	int starts;
	int64_t due;  /* to PENDING only: not claimed before; 0 = at once */
	bool partial; /* to COMPLETED only: some pages failed */
};
/* Change state: row, rendered item, counters and deliveries together. ERR_STORE if states.def has no such arrow. */
bool job_row_move(struct store *s, struct db *d, struct job_row *r, const struct job_move *m, struct err *e);

/* The number of a saved configuration, made when it is first used. */
bool configuration_number(struct db *d, struct id id, bool make, int64_t *number, struct err *e);
/* A created_at that no job has: now, or as little later as needed. For the writer. */
int64_t new_seq(struct store *s, int64_t now);
/* Insert a row as it stands in j (seq = created_at); counting it comes next. */
bool job_row_insert(struct db *d, const struct store_job *j, int64_t scope, int64_t cfg, struct err *e);
