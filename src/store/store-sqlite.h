/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store-sqlite - inside of the embedded backend.
 *
 * One writer thread owns the writing connection and commits groups; readers
 * borrow connections of their own. SQL stands beside its one use.
 */
#pragma once
#include "store/item-cache.h"
#include "store/store-private.h"

#include <semaphore.h>
#include <sqlite3.h>

/* ---- connections and statements */

/* A page of a list holds less than asked for, but at least one, rather than more than a request may take of the memory. */
enum { PAGE_BYTES = 16 << 20 };

enum { DB_STATEMENTS = 256, DB_BUSY_MS = 10000 /* how long another process that writes is waited for */ };

struct db {
	sqlite3 *h;
	struct {
		const char *sql; /* static text: its address is the key */
		int variant;
		sqlite3_stmt *stmt;
	} cache[DB_STATEMENTS];
	struct total_memo *totals; /* of a reader (store-sqlite-list.c) */
	struct known_job *known;   /* likewise */
	struct sum_memo *sums;     /* likewise (store-sqlite-count.c) */
	struct {
		struct id id;
		int64_t number; /* 0 = none */
	} project;       /* the one asked for last: a number never changes */
	uint64_t commits; /* of a snapshot: the shared number when it began, and when that was (clock_mono()) */
	int64_t since;
	struct db *next; /* in the list of idle readers */
};

struct db *db_open(const char *path, bool writer, struct err *e);
void db_close(struct db *d); /* NULL is fine */

/*
 * The statement of sql (static text: its address is its name), prepared once per
 * connection, reset, with values bound by fmt: i int64_t, d struct id *, h const uint8_t * (32 bytes), s struct str *
 * (p NULL = NULL), z const char *. NULL with ERR_STORE.
 */
sqlite3_stmt *db_query(struct db *d, struct err *e, const char *sql, const char *fmt, ...);
/* The same without values. variant tells apart statements of one text that are stepped at the same time. */
sqlite3_stmt *db_statement(struct db *d, const char *sql, int variant, struct err *e);
/* 1 = a row, 0 = the end (statement reset), -1 = ERR_STORE (reset). */
int db_step(struct db *d, sqlite3_stmt *q, struct err *e);
/* Run a statement that gives no rows. */
bool db_run(struct db *d, struct err *e, const char *sql, const char *fmt, ...);
/* Run one that gives one number; 0 if no row. */
bool db_number(struct db *d, int64_t *out, struct err *e, const char *sql, const char *fmt, ...);
bool db_exec(struct db *d, const char *sql, struct err *e);
/* A number that changes with what this connection sees of other connections' writes. */
unsigned db_version(struct db *d);

struct id db_id(sqlite3_stmt *q, int column);                          /* zero if NULL or odd */
struct str db_text(sqlite3_stmt *q, int column, struct arena *a);      /* p NULL if NULL */
struct str db_peek(sqlite3_stmt *q, int column);                       /* borrowed until the next step */
void db_hash(sqlite3_stmt *q, int column, uint8_t out[SHA256_SIZE]);
#define db_int(q, column) sqlite3_column_int64((q), (column))

/* ---- the backend */

/* Runs on the writer's thread inside its transaction; anything but STORE_OK undoes what it did. */
typedef enum store_outcome write_fn(struct store *s, struct db *d, void *ctx, struct err *e);

struct write {
	write_fn *run;
	void *ctx;
	struct err *e;
	enum store_outcome outcome;
	sem_t done;
	bool posted; /* nobody waits: the writer frees it */
	struct write *next;
};

/* Numbers that all processes at the folder map (store-sqlite-rights.c). */
struct shared {
	_Atomic uint64_t rights;  /* store_rights_generation() */
	_Atomic uint64_t commits; /* one more after each group of writes, before its requests are answered */
};

struct sqlite {
	struct store *s;
	char path[4096];
	int lock_fd;             /* of the server's lock file, -1 in shared use */
	pthread_mutex_t lock;    /* guards idle, the queue, stop, log_pages */
	struct db *idle;
	struct db *writer;
	struct write *first, **last;
	pthread_cond_t work, log_grew;
	bool stop, writer_runs, checkpointer_runs;
	int log_pages;           /* of the log, when worth a checkpoint */
	struct shared *shared;
	bool broken;             /* atomic: the last group could not be committed */
	struct item_cache *items; /* of finished jobs, by seq */
	pthread_t writer_thread, checkpointer_thread;
	/* The writer's own: */
	bool held;               /* the last group waited for another process in vain */
	int64_t last_seq;        /* newest created_at given out */
	bool jobs_changed, deliveries_added;
	int claimable;
	enum job_kind turn;      /* the kind that was claimed last */
};

static inline struct sqlite *sqlite_of(struct store *s)
{
	return s->impl;
}

/* Borrow a reading connection; NULL with err. */
struct db *reader_take(struct store *s, struct err *e);
/* The same in a read transaction, which may have begun earlier but misses no commit that was told. It stays open. */
struct db *reader_snapshot(struct store *s, struct err *e);
void reader_give(struct store *s, struct db *d);
/* End the snapshots of readers that nobody borrows. */
void readers_rest(struct sqlite *q);

/* Have the writer run this in its next group; returns after the commit. */
enum store_outcome write_run(struct store *s, write_fn *run, void *ctx, struct err *e);
/* The same without waiting, with a copy of ctx; failures go to the log at most. */
void write_post(struct store *s, write_fn *run, const void *ctx, size_t size);
bool writer_start(struct sqlite *q, struct err *e);
void writer_stop(struct sqlite *q); /* after the last request */
bool checkpointer_start(struct sqlite *q, struct err *e);
void checkpointer_stop(struct sqlite *q);

/* struct shared: a file that is as long. */
bool rights_open(struct sqlite *q, struct err *e);
void rights_close(struct sqlite *q);
/* write_run() of a change of rights: after the commit the number changes. */
enum store_outcome rights_run(struct store *s, write_fn *run, void *ctx, struct err *e);

/* Bring the schema up to date. */
bool migrations_run(struct db *d, int64_t now, struct err *e);
/* No further than to a number, as an older release had them. */
bool migrations_run_to(struct db *d, int last, int64_t now, struct err *e);
int migrations_last(void);

/* ---- rows that several files need */

/* The number rows use for a project; 0 if it does not exist. */
bool project_number(struct db *d, struct id project, int64_t *number, struct err *e);
/* Lists of one project are kept apart: extractions of files, those of parse jobs, parses. scope = number * 4 + run, never 0. */
enum job_run { RUN_FILES, RUN_PARSED, RUN_PARSES, RUNS, SCOPE_RUNS = 4 };
#define SCOPE(project_number, run) ((project_number) * SCOPE_RUNS + (int64_t)(run))
static inline enum job_run job_run(const struct store_job *j)
{
	return j->kind == JOB_PARSE ? RUN_PARSES : j->input_kind == STORE_INPUT_FILE ? RUN_FILES : RUN_PARSED;
}

#define FILE_COLUMNS "id, name, purpose, external_file_id, file_type, hash, size, created_at, last_modified_at, expires_at"
/* A file from a row of these columns. */
void file_read(sqlite3_stmt *q, struct id project, struct arena *a, struct store_file *f);

/* Filters of job lists, as a set: which index serves them. */
enum { BY_STATUS = 1, BY_CFG = 2, BY_INPUT = 4 };

/* ---- counters (store-sqlite-count.c) */

enum { COUNT_ANY = -1 };
struct count_job { /* a job as counters see it */
	int64_t scope, cfg, seq;
	const struct id *input;
};
struct count_place {
	int64_t scope, block; /* counted set, and the block of it */
};
struct count_places {
	struct count_place place[2]; /* of the project, and of a document with many jobs */
	int n;
};
/* After its row was inserted: find the job's places, of which the newest take it. */
bool count_enter(struct db *d, const struct count_job *j, struct count_places *out, struct err *e);
/* Change the numbers of jobs in each state at a place, for any configuration and for cfg (0 = none). */
bool count_add(struct db *d, const struct count_place *p, int64_t cfg, const int64_t by[JOB_STATUS_COUNT], struct err *e);
extern const struct count_place count_everything; /* one row for all jobs */
/* One job at all its places: new (its row was inserted), in another state, gone. */
bool count_insert(struct db *d, const struct count_job *j, enum job_status st, struct err *e);
bool count_move(struct db *d, const struct count_job *j, enum job_status from, enum job_status to, struct err *e);
bool count_delete(struct db *d, const struct count_job *j, enum job_status from, struct err *e);
struct count_range {
	int64_t scope, cfg, status; /* cfg, status COUNT_ANY = any */
	const struct id *input;     /* NULL = any */
	int64_t from, end;          /* of seq: from <= seq < end; 0 and INT64_MAX = open */
};
bool count_range(struct db *d, const struct count_range *r, int64_t *n, struct err *e);
bool count_all(struct db *d, enum job_status st, int64_t *n, struct err *e); /* all projects */
bool count_kind(struct db *d, enum job_kind kind, int64_t by[JOB_STATUS_COUNT], struct err *e); /* all projects */

/* ---- deliveries (store-sqlite-delivery.c) */

struct job_event { /* a job came to a state */
	enum id_kind kind;
	struct id job;
	int64_t project;      /* its number */
	struct str hooks;     /* store.h; p NULL = nobody is told */
	enum job_status to;
	bool partial;
	int64_t now;
};
/* Write a delivery for each target that wants to know. Call it in the transaction of the change. */
bool deliveries_add(struct store *s, struct db *d, const struct job_event *v, struct err *e);
/* The target of a saved webhook on a; p NULL if there is none. */
bool webhook_target(struct db *d, int64_t project, struct id id, struct arena *a, struct str *target, struct err *e);

/* The operations, by file. */
extern const struct store_ops store_sqlite;
enum store_outcome sq_key_lookup(struct store *, const uint8_t *, struct store_scope *, struct err *);
enum store_outcome sq_session_lookup(struct store *, const uint8_t *, int64_t, struct store_scope *, struct err *);
bool sq_bootstrap(struct store *, int64_t, struct id *, struct id *, struct err *);
bool sq_key_create(struct store *, struct id, struct str, const uint8_t *, int64_t, struct id *, struct err *);
bool sq_session_create(struct store *, const uint8_t *, struct id, int64_t, int64_t, struct err *);
enum store_outcome sq_session_delete(struct store *, const uint8_t *, struct err *);
bool sq_org_create(struct store *, struct str, int64_t, struct id *, struct err *);
bool sq_org_list(struct store *, struct arena *, struct store_org **, size_t *, struct err *);
bool sq_project_list(struct store *, struct id, struct arena *, struct store_project **, size_t *, struct err *);
enum store_outcome sq_project_enable(struct store *, struct id, bool, struct err *);
uint64_t sq_rights_generation(struct store *);
bool sq_key_list(struct store *, struct id, struct arena *, struct store_key **, size_t *, struct err *);
void sq_key_used(struct store *, struct id, int64_t);
enum store_outcome sq_key_revoke(struct store *, struct id, struct id, int64_t, struct err *);
bool sq_project_create(struct store *, struct id, struct str, int64_t, struct id *, struct err *);
enum store_outcome sq_project_lookup(struct store *, struct id, struct id *, struct err *);
enum store_outcome sq_project_get(struct store *, struct id, struct arena *, struct store_project *, struct err *);
bool sq_blob_used(struct store *, const uint8_t *, bool *, struct err *);
bool sq_blob_release(struct store *, const uint8_t *, int64_t, bool *, struct err *);
bool sq_verify(struct store *, struct buf *, struct err *);
bool sq_backup(struct store *, const char *, bool (*take)(void *, const uint8_t *, struct err *), void *, struct err *);
/* Hash and size of every blob that rows refer to. */
#define BLOBS_OF_ROWS "SELECT hash, size FROM files UNION SELECT frames, frames_size FROM parsed" \
	" UNION SELECT frames, frames_size FROM cache"
bool sq_file_create(struct store *, struct store_file *, struct err *);
enum store_outcome sq_file_get(struct store *, struct id, struct id, struct arena *, struct store_file *, struct err *);
enum store_outcome sq_file_delete(struct store *, struct id, struct id, struct err *);
bool sq_file_list(struct store *, const struct store_file_query *, struct arena *, struct store_file_page *, struct err *);
enum store_outcome sq_job_create(struct store *, struct store_job *, int64_t, int64_t, struct err *);
enum store_outcome sq_job_get(struct store *, struct id, struct id, struct arena *, struct store_job *, struct err *);
enum store_outcome sq_job_delete(struct store *, struct id, struct id, struct err *);
enum store_outcome sq_job_cancel(struct store *, struct id, struct id, int64_t, struct err *);
bool sq_job_list(struct store *, const struct store_job_query *, bool, struct buf *, struct store_job_page *, struct err *);
enum store_outcome sq_job_claim(struct store *, struct str, int64_t, int64_t, struct arena *, struct store_claim *, struct err *);
enum store_outcome sq_job_renew(struct store *, struct id, uint64_t, int64_t, struct err *);
enum store_outcome sq_job_progress(struct store *, struct id, uint64_t, uint32_t, uint32_t, struct err *);
enum store_outcome sq_job_finish(struct store *, struct id, uint64_t, const struct store_finish *, int64_t, struct err *);
enum store_outcome sq_parsed_get(struct store *, struct id, struct id, struct arena *, struct store_parsed *, struct err *);
enum store_outcome sq_job_release(struct store *, struct id, uint64_t, bool, int64_t, int64_t, struct err *);
bool sq_job_rescue(struct store *, struct str, int64_t, int, struct str, struct store_rescued *, struct err *);
bool sq_waits_end(struct store *, int64_t, int64_t, int64_t *, struct err *);
bool sq_job_count(struct store *, enum job_kind, int64_t *, struct err *);
bool sq_job_oldest(struct store *, enum job_kind, int64_t *, struct err *);
bool sq_job_bulk(struct store *, int64_t, void (*)(void *, int64_t, struct store_job *, struct arena *), void *, struct err *);
bool sq_configuration_put(struct store *, struct store_configuration *, int64_t, struct err *);
enum store_outcome sq_configuration_get(struct store *, struct id, struct id, struct arena *, struct store_configuration *, struct err *);
enum store_outcome sq_configuration_change(struct store *, struct id, struct id, struct str, struct str, int64_t, struct err *);
enum store_outcome sq_configuration_delete(struct store *, struct id, struct id, struct err *);
bool sq_configuration_list(struct store *, const struct store_configuration_query *, struct arena *, struct store_configuration_page *,
			   struct err *);
enum store_outcome sq_cache_get(struct store *, struct id, const uint8_t *, struct str, struct store_blob *, struct err *);
bool sq_cache_put(struct store *, struct id, const uint8_t *, struct str, const struct store_blob *, struct id, int64_t, struct err *);
bool sq_cache_prune(struct store *, int64_t, const struct store_cache_size *, int64_t *, struct err *);
bool sq_cache_size(struct store *, struct store_cache_size *, struct err *);
enum store_outcome sq_webhook_create(struct store *, const struct store_webhook *, struct err *);
enum store_outcome sq_webhook_get(struct store *, struct id, struct id, struct arena *, struct store_webhook *, struct err *);
bool sq_webhook_list(struct store *, struct id, struct arena *, struct store_webhook **, size_t *, struct err *);
enum store_outcome sq_webhook_update(struct store *, const struct store_webhook *, int64_t, struct err *);
enum store_outcome sq_webhook_delete(struct store *, struct id, struct id, struct err *);
enum store_outcome sq_delivery_claim(struct store *, struct str, int64_t, int64_t, struct arena *, struct store_delivery *, int64_t *,
				     struct err *);
enum store_outcome sq_delivery_attempted(struct store *, int64_t, const struct store_attempt *, struct err *);
bool sq_delivery_rescue(struct store *, int64_t, struct err *);
bool sq_delivery_list(struct store *, struct id, struct id, struct arena *, struct store_delivery **, size_t *, struct err *);
bool sq_delivery_prune(struct store *, int64_t, int64_t *, struct err *);
