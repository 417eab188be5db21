/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store - rows and blobs, behind struct store_ops (SQLite now, PostgreSQL later).
 *
 * Every call takes the project it acts for; rows of other projects do not exist
 * for it. Reads use a connection of the calling thread; writes go to the
 * writer, which commits groups and answers after the commit (WAL,
 * synchronous=FULL), so what a call reported as written survives kill -9. Time
 * is passed in. Texts of returned rows live on the caller's arena. Thread-safe.
 *
 * Outcomes that a caller acts on are enum store_outcome, not errors.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "base/id.h"

struct store;

enum store_outcome { STORE_OK, STORE_NONE /* no such row */, STORE_REFUSED /* row is in another state */, STORE_ERROR /* see err */ };

#define STORE_LIST_CACHE ((size_t)64 << 20)

struct store_options {
	const char *backend; /* name of a row of stores.c; NULL = the first */
	const char *dir;     /* data directory; created 0700 */
	int readers;         /* reader threads expected; 0 = as many as cores */
	size_t list_cache_bytes; /* memory for items of lists; 0 = STORE_LIST_CACHE */
	int64_t reserve_bytes; /* see store_room() */
	bool shared;         /* beside a running server (command line): no server lock, no clean-up at start, makes no store */
};

struct store *store_open(const struct store_options *o, struct err *e);
void store_close(struct store *s); /* waits for queued writes; NULL is fine */
/* May more be taken in? ERR_DISK_FULL when less than the reserve is free on the disk, which is left to what was accepted and
 * to deletions: they write, too. */
bool store_room(struct store *s, struct err *e);

/* ---- organizations, projects, keys, sessions */

struct store_scope { /* who a request acts for */
	struct id org, project, key;
	bool project_enabled;
	int64_t expires_at; /* of a session; 0 = never */
};
/* The scope of an API key by SHA-256 of its text; STORE_NONE if unknown or revoked. */
enum store_outcome store_key_lookup(struct store *s, const uint8_t hash[SHA256_SIZE], struct store_scope *out, struct err *e);
enum store_outcome store_session_lookup(struct store *s, const uint8_t hash[SHA256_SIZE], int64_t now, struct store_scope *out, struct err *e);
/* Create the first organization and project if the store is empty; else return the first ones. */
bool store_bootstrap(struct store *s, int64_t now, struct id *org, struct id *project, struct err *e);
struct store_key { struct id id, project; struct str name; int64_t created_at, last_used_at, revoked_at; /* 0 = never */ };
bool store_key_create(struct store *s, struct id project, struct str name, const uint8_t hash[SHA256_SIZE], int64_t now, struct id *out, struct err *e);
/* A request came with this key. Kept to ten minutes, without waiting for the write. */
void store_key_used(struct store *s, struct id key, int64_t now);
/* All keys of a project, or of all projects if it is zero; oldest first. */
bool store_key_list(struct store *s, struct id project, struct arena *a, struct store_key **keys, size_t *n, struct err *e);
/* Its sessions end with it. STORE_REFUSED if it was revoked before. */
enum store_outcome store_key_revoke(struct store *s, struct id project, struct id key, int64_t now, struct err *e);
/* A session acts as its key until expires_at. Those that have expired are removed with each new one. */
bool store_session_create(struct store *s, const uint8_t hash[SHA256_SIZE], struct id key, int64_t now, int64_t expires_at, struct err *e);
enum store_outcome store_session_delete(struct store *s, const uint8_t hash[SHA256_SIZE], struct err *e);
struct store_org { struct id id; struct str name; int64_t created_at, projects; };
bool store_org_create(struct store *s, struct str name, int64_t now, struct id *out, struct err *e);
bool store_org_list(struct store *s, struct arena *a, struct store_org **orgs, size_t *n, struct err *e);
/*
 * A number that changes, in all processes at this folder, before a call returns
 * that took a right away or changed it (revoke, disable, log out). Costs a read
 * of memory: whoever remembers scopes compares it with each request.
 */
uint64_t store_rights_generation(struct store *s);
/* A further project of an organization; name may be empty. */
bool store_project_create(struct store *s, struct id org, struct str name, int64_t now, struct id *out, struct err *e);
/* Does this project exist, and in which organization? */
enum store_outcome store_project_lookup(struct store *s, struct id project, struct id *org, struct err *e);
struct store_project { struct id id, org; struct str name; bool enabled, first; int64_t created_at; }; /* first of its organization */
/* Projects of an organization, or all if it is zero; oldest first. */
bool store_project_list(struct store *s, struct id org, struct arena *a, struct store_project **projects, size_t *n, struct err *e);
/* A disabled project's keys get 403. STORE_REFUSED if it is as wanted already. */
enum store_outcome store_project_enable(struct store *s, struct id project, bool enabled, struct err *e);
enum store_outcome store_project_get(struct store *s, struct id project, struct arena *a, struct store_project *out, struct err *e);

/* ---- blobs: content-addressed, written once (temporary file, fsync, rename) */

struct store_blob { uint8_t hash[SHA256_SIZE]; int64_t size; };
struct store_upload;
struct store_upload *store_upload_begin(struct store *s, struct err *e);
bool store_upload_add(struct store_upload *u, const void *p, size_t n, struct err *e);
/* Make it durable; the blob exists from here on (unreferenced ones are collected later). Frees u. */
bool store_upload_finish(struct store_upload *u, struct store_blob *out, struct err *e);
void store_upload_abort(struct store_upload *u); /* NULL is fine */
bool store_blob_put(struct store *s, struct str data, struct store_blob *out, struct err *e);
/* Open read-only; STORE_NONE if missing. */
enum store_outcome store_blob_open(struct store *s, const uint8_t hash[SHA256_SIZE], int *fd, int64_t *size, struct err *e);
/* Delete blobs no row refers to and no upload wrote since before, of one of STORE_BLOB_SLICES equal parts of the
 * folder: all of it at once may be millions of files. *n is how many were deleted. */
enum { STORE_BLOB_SLICES = 256 };
bool store_blob_collect(struct store *s, unsigned slice, int64_t before, int64_t *n, struct err *e);

/* ---- files */

struct store_file {
	struct id id, project;
	struct str name, purpose, external_file_id, file_type; /* external_file_id.p NULL = null */
	struct store_blob blob;
	int64_t created_at, last_modified_at, expires_at; /* expires_at 0 = never */
};
bool store_file_create(struct store *s, struct store_file *f, struct err *e); /* f->id and created_at given */
enum store_outcome store_file_get(struct store *s, struct id project, struct id file, struct arena *a, struct store_file *out, struct err *e);
enum store_outcome store_file_delete(struct store *s, struct id project, struct id file, struct err *e);

enum store_file_order { STORE_FILES_NEWEST, STORE_FILES_NAME, STORE_FILES_ID, STORE_FILES_OLDEST, STORE_FILES_NAME_DESC, STORE_FILES_ID_DESC };
struct store_file_query {
	struct id project;
	const struct id *ids; size_t ids_n;         /* ids_n 0 = any */
	struct str name, external_file_id;          /* p NULL = any */
	enum store_file_order order;
	struct str after_name; int64_t after_time; struct id after_id; bool after; /* position of the last item seen */
	int limit;
};
struct store_file_page { struct store_file *items; size_t n; bool more; int64_t total; };
bool store_file_list(struct store *s, const struct store_file_query *q, struct arena *a, struct store_file_page *out, struct err *e);

/* ---- jobs: extractions, and parses with a result of their own */

enum job_status {
#define STATE(name, final) JOB_##name,
#include "store/states.def"
#undef STATE
	JOB_STATUS_COUNT
};
const char *job_status_name(enum job_status st);
bool job_status_parse(struct str s, enum job_status *out);
bool job_status_final(enum job_status st);

enum job_kind { JOB_EXTRACT, JOB_PARSE, JOB_KINDS };
static inline enum id_kind job_id_kind(enum job_kind k) { return k == JOB_PARSE ? ID_PARSE : ID_EXTRACT; }
enum store_input { STORE_INPUT_FILE, STORE_INPUT_PARSE_JOB };

struct store_job {
	enum job_kind kind;
	struct id id, project;
	int64_t created_at, updated_at;  /* created_at is unique: the writer makes it so (list sort key) */
	enum job_status status;
	enum store_input input_kind;
	struct id input;                 /* file or parse job */
	bool input_later;                /* create: the file need not be there yet; whoever runs the job makes it */
	struct id configuration_id; bool has_configuration_id;
	bool metadata_auto;              /* cite_sources or confidence_scores: metadata appears without expand */
	struct str configuration;        /* compact JSON of the answer's configuration object, all keys */
	struct str shown;                /* parse: members of the item that do not change, "\"name\":…,\"tier\":…"; p NULL = none */
	struct str request;              /* x-request-id of the request that made it; p NULL = none */
	struct str hooks;                /* who is told of it: see webhooks below; p NULL = nobody */
	struct str error_message;        /* p NULL = null; likewise below */
	struct str result;               /* compact JSON extract_result */
	struct str extract_metadata;     /* compact JSON */
	struct str metadata;             /* compact JSON with usage */
	struct str item;                 /* read jobs: the rendered item (job-item.c), which holds error_message, result and
	                                    metadata; those three are then p NULL. p NULL = render from the fields */
	int starts;                      /* how often it was claimed */
	uint32_t pages_done, pages;      /* RUNNING: how far it is read, once that is told (store_job_progress()) */
};

/* Insert PENDING; sets j->created_at / updated_at to the unique time. STORE_NONE if the input does not
 * exist in the project; STORE_REFUSED if the queue is full (max_pending > 0). */
enum store_outcome store_job_create(struct store *s, struct store_job *j, int64_t now, int64_t max_pending, struct err *e);
enum store_outcome store_job_get(struct store *s, struct id project, struct id job, struct arena *a, struct store_job *out, struct err *e);
/* Only finished jobs: STORE_REFUSED otherwise. */
enum store_outcome store_job_delete(struct store *s, struct id project, struct id job, struct err *e);
/* Any unfinished job becomes CANCELLED at once: STORE_REFUSED if finished. */
enum store_outcome store_job_cancel(struct store *s, struct id project, struct id job, int64_t now, struct err *e);

struct store_job_query { /* filters combine with AND; bounds inclusive */
	enum job_kind kind;
	struct id project;
	const struct id *job_ids; size_t job_ids_n; bool by_ids; /* by_ids with n 0 = nothing */
	bool has_status; enum job_status status;
	bool has_configuration; struct id configuration_id;
	bool has_input; struct id input;
	bool has_input_kind; enum store_input input_kind;
	int64_t created_from, created_to; /* us; 0 = open */
	int64_t before;                   /* keyset cursor: only created_at < before; 0 = from the newest */
	int limit;
	bool with_configuration, with_metadata; /* expansions */
};
/*
 * Append the page's items to b as the list shows them, comma separated, newest
 * first (created_at desc). *last is the created_at of the last item (the next
 * cursor), *more says if another page follows, *total the exact count of
 * matches over all pages. Large items make a page shorter than limit, never
 * empty. with_usage appends the expanded usage object.
 */
struct store_job_page { size_t n; int64_t last; bool more; int64_t total; };
bool store_job_list(struct store *s, const struct store_job_query *q, bool with_usage, struct buf *b, struct store_job_page *out, struct err *e);
/* One job as the API shows it, appended to b. Expansions as in the query. */
void store_job_write(struct buf *b, const struct store_job *j, bool with_configuration, bool with_metadata, bool with_usage);

/* ---- the queue's side: claims with leases (used by room queue only) */

struct store_claim {
	struct store_job job;
	uint64_t token;        /* names the claim in every later write */
	struct store_blob blob; struct str file_name; bool file_gone; /* the input file, resolved at claim */
	struct str frames_hash_hex;   /* parse job input: blob of its parsed document, hex; else p NULL */
	struct str parse_tier;        /* parse job input: its tier (behaviour.md G-28); else p NULL */
};
/* The oldest PENDING job of the kind whose turn it is becomes RUNNING until lease_until; kinds that have jobs
 * waiting take turns. One that was handed back until a time comes first from then on. STORE_NONE if there is none. */
enum store_outcome store_job_claim(struct store *s, struct str node, int64_t now, int64_t lease_until, struct arena *a, struct store_claim *out, struct err *e);
/* STORE_REFUSED if the claim was lost (rescued, cancelled). */
enum store_outcome store_job_renew(struct store *s, struct id job, uint64_t token, int64_t lease_until, struct err *e);
/* How far it is read: shown with the job until it leaves RUNNING. Its updated_at stays. STORE_REFUSED likewise. */
enum store_outcome store_job_progress(struct store *s, struct id job, uint64_t token, uint32_t done, uint32_t pages, struct err *e);
struct store_parsed { /* what a completed parse job left */
	struct store_blob frames;
	struct str tier;
	int pages;
};
struct store_finish {
	enum job_status status;   /* COMPLETED or FAILED */
	struct str error_message, result, extract_metadata, metadata; /* p NULL = null */
	struct store_job *parse_job;       /* extract: inserted in the same transaction, ended as its status says; NULL = none */
	const struct store_parsed *parsed; /* of parse_job, or of the job itself; NULL = nothing */
	bool partial;             /* COMPLETED, but some pages failed: webhooks are told so */
};
/* One transaction: result, state, counters, parse job. STORE_REFUSED if the claim was lost. */
enum store_outcome store_job_finish(struct store *s, struct id job, uint64_t token, const struct store_finish *f, int64_t now, struct err *e);
/* What a parse job left; STORE_NONE if it is not completed. */
enum store_outcome store_parsed_get(struct store *s, struct id project, struct id job, struct arena *a, struct store_parsed *out,
				    struct err *e);
/* Hand a claimed job back untouched (graceful stop): RUNNING -> PENDING, the start is not counted. */
enum store_outcome store_job_release(struct store *s, struct id job, uint64_t token, int64_t now, struct err *e);
struct store_rescued { int64_t again[JOB_KINDS], failed[JOB_KINDS]; }; /* how many jobs went back, and failed */
/* Jobs whose lease ended before now: back to PENDING, or FAILED with failure after max_starts. */
bool store_job_rescue(struct store *s, int64_t now, int max_starts, struct str failure, struct store_rescued *out, struct err *e);
/* The same for every claim of node, at its start: whoever held them is gone. */
bool store_job_rescue_node(struct store *s, struct str node, int64_t now, int max_starts, struct str failure,
			   struct store_rescued *out, struct err *e);
/* Hand a claimed job back after a failure that may pass; the start counts, and it is not claimed before due. */
enum store_outcome store_job_again(struct store *s, struct id job, uint64_t token, int64_t now, int64_t due, struct err *e);
/* Jobs that are tried again and deliveries that wait for a moment after latest are due now: the wall clock was set back. *n is
 * how many. */
bool store_waits_end(struct store *s, int64_t latest, int64_t now, int64_t *n, struct err *e);
/* Jobs of a kind in each state, all projects. Costs a few reads a project, whatever is stored. */
bool store_job_count(struct store *s, enum job_kind kind, int64_t by[JOB_STATUS_COUNT], struct err *e);
/* created_at of the oldest PENDING job of a kind, all projects; 0 = none. */
bool store_job_oldest(struct store *s, enum job_kind kind, int64_t *created_at, struct err *e);
/* A number that changes with every committed write to jobs, for caches of answers. */
uint64_t store_job_generation(struct store *s);
/* Block until a job may be claimable, a write happened, or timeout; for idle job threads. */
void store_job_wait(struct store *s, int timeout_ms);
void store_wake(struct store *s);

/* Bulk path for benchmarks and imports: n finished jobs built by fill(ctx, i, job) in few transactions. A store without
 * jobs lacks indexes meanwhile: if the process dies in this, the folder is of no use. */
bool store_job_bulk(struct store *s, int64_t n, void (*fill)(void *ctx, int64_t i, struct store_job *j, struct arena *a), void *ctx, struct err *e);

/* ---- saved configurations */

enum store_product {
#define PRODUCT(name, word) PRODUCT_##name,
#include "store/products.def"
#undef PRODUCT
	PRODUCT_COUNT
};
const char *store_product_word(enum store_product p);
bool store_product_parse(struct str word, enum store_product *out);

struct store_configuration {
	struct id id, project;
	enum store_product product;
	struct str name, label;          /* unique together for a project and product; label may be empty */
	struct str creator;              /* p NULL = null */
	struct str parameters;           /* compact JSON object */
	int64_t created_at, updated_at;  /* updated_at grows by a millisecond at least with each write */
};
/* Insert c, or replace parameters and creator of the row with the same project, product, name and label; then c->id is
 * the id it had. Fills in both times. */
bool store_configuration_put(struct store *s, struct store_configuration *c, int64_t now, struct err *e);
enum store_outcome store_configuration_get(struct store *s, struct id project, struct id configuration, struct arena *a,
					   struct store_configuration *out, struct err *e);
/* Change name and parameters, each kept if its p is NULL. STORE_REFUSED if another row has the name. */
enum store_outcome store_configuration_change(struct store *s, struct id project, struct id configuration, struct str name,
					      struct str parameters, int64_t now, struct err *e);
/* Jobs made from it keep its id. */
enum store_outcome store_configuration_delete(struct store *s, struct id project, struct id configuration, struct err *e);

struct store_configuration_query { /* filters combine with AND */
	struct id project;
	unsigned products;               /* bits: 1 << enum store_product */
	struct str name, label, creator; /* p NULL = any */
	bool after; int64_t after_time; struct id after_id; /* position of the last item seen */
	int limit;
};
struct store_configuration_page { struct store_configuration *items; size_t n; bool more; int64_t total; };
/* Newest first (created_at, id), with the exact count of matches over all pages. */
bool store_configuration_list(struct store *s, const struct store_configuration_query *q, struct arena *a,
			      struct store_configuration_page *out, struct err *e);

/* ---- cache of what was made from a blob: (project, hash of its content, key of settings and release) -> blob
 *
 * An entry goes with its owner: the job or file that is deleted takes what it left here along, and one that is gone
 * leaves nothing. */
enum store_outcome store_cache_get(struct store *s, struct id project, const uint8_t hash[SHA256_SIZE], struct str key,
				   struct store_blob *out, struct err *e);
/* An entry of the same key is replaced. */
bool store_cache_put(struct store *s, struct id project, const uint8_t hash[SHA256_SIZE], struct str key, const struct store_blob *b,
		     struct id owner, int64_t now, struct err *e);
struct store_cache_size { int64_t entries, bytes; }; /* bytes of what they lead to; 0 as a bound = none */
/*
 * Delete those made before, then the oldest until the rest is within most; some thousand at a time: *n is how many, and
 * none once nothing is left to do.
 */
bool store_cache_prune(struct store *s, int64_t before, const struct store_cache_size *most, int64_t *n, struct err *e);
/* All projects together. Costs one read, whatever is cached. */
bool store_cache_size(struct store *s, struct store_cache_size *out, struct err *e);

/* ---- webhooks: who is told, and what was told
 *
 * The hooks of a job are a JSON array. An element is a target as the contract writes it (WebhookTarget), with a
 * member host for the log besides, or the identifier of a saved one as text. Whoever changes a job
 * writes a delivery for each target that wants the event (events.def) in the same transaction. */

/* The event of a change, or NULL. */
const char *store_event_name(enum id_kind kind, enum job_status st, bool partial);
/* The kind of job an event is about. */
bool store_event_kind(struct str name, enum id_kind *kind);

enum { STORE_WEBHOOKS_MAX = 1000 }; /* saved ones of a project: their list has no pages */
struct store_webhook {
	struct id id, project;
	int64_t created_at, updated_at;
	struct str target; /* compact JSON, as above */
};
/* id and times given. STORE_NONE: no such project; STORE_REFUSED: it has STORE_WEBHOOKS_MAX. */
enum store_outcome store_webhook_create(struct store *s, const struct store_webhook *w, struct err *e);
enum store_outcome store_webhook_get(struct store *s, struct id project, struct id id, struct arena *a, struct store_webhook *out,
				     struct err *e);
/* All of a project, newest first. */
bool store_webhook_list(struct store *s, struct id project, struct arena *a, struct store_webhook **items, size_t *n, struct err *e);
/* Replace target and updated_at. STORE_REFUSED if it was changed since it was read with updated_at seen. */
enum store_outcome store_webhook_update(struct store *s, const struct store_webhook *w, int64_t seen, struct err *e);
enum store_outcome store_webhook_delete(struct store *s, struct id project, struct id id, struct err *e);

enum delivery_state { DELIVERY_WAITING, DELIVERY_DELIVERED, DELIVERY_FAILED, DELIVERY_REFUSED /* target not allowed */ };
const char *delivery_state_name(enum delivery_state st);
struct store_delivery {
	int64_t number;
	struct id event, job;      /* event: the same over attempts and targets */
	struct str type, host;     /* "extract.success"; where to */
	struct str target;         /* JSON; p NULL once ended, so that secrets do not stay */
	struct str log;            /* "{…},{…}": one JSON object per attempt */
	enum delivery_state state;
	int attempts;              /* made so far */
	int64_t created_at, due_at, ended_at; /* ended_at 0 = waiting */
};
/*
 * The first delivery due at now is the caller's until lease_until. busy is a JSON array of hosts that get nothing now.
 * STORE_NONE: nothing is due; then *next is when something will be, 0 = never. next may be NULL.
 */
enum store_outcome store_delivery_claim(struct store *s, struct str busy, int64_t now, int64_t lease_until, struct arena *a,
					struct store_delivery *out, int64_t *next, struct err *e);
struct store_attempt {
	struct str entry;          /* JSON object for the log */
	enum delivery_state state; /* WAITING: again at due_at */
	int64_t now, due_at;
};
/* What came of a claimed one. STORE_NONE if it is gone. */
enum store_outcome store_delivery_attempted(struct store *s, int64_t number, const struct store_attempt *t, struct err *e);
/* At the start of the one process that delivers: what a process that is gone had claimed is due now. */
bool store_delivery_rescue(struct store *s, int64_t now, struct err *e);
/* Deliveries about a job, oldest first, at most 1000. */
bool store_delivery_list(struct store *s, struct id project, struct id job, struct arena *a, struct store_delivery **items, size_t *n,
			 struct err *e);
/* Delete those that ended before, some thousand at a time; *n is how many. */
bool store_delivery_prune(struct store *s, int64_t before, int64_t *n, struct err *e);
/* Call fn(ctx) after each commit that added deliveries, on the writer's thread. NULL stops it; no call is under way then. */
void store_delivery_watch(struct store *s, void (*fn)(void *ctx), void *ctx);

/* Are reads and writes working? False once after a write that could not be committed. For /readyz. */
bool store_ready(struct store *s, struct err *e);
/*
 * Read everything: structure of the database, counters against the jobs
 * themselves, blobs that rows refer to. Appends a line to report for each thing
 * found wrong; nothing appended = sound. False only if it could not be read.
 */
bool store_verify(struct store *s, struct buf *report, struct err *e);
/* What each blob's content hashes to, against its name; *unused counts those no row refers to, which is no fault. */
bool store_verify_blobs(struct store *s, struct buf *report, int64_t *unused, struct err *e);
/*
 * A copy of the whole store in a new folder, at one moment, while others write.
 * Blobs are hard links where the file system can. ERR_CONFLICT if to exists; a
 * copy that was cut off is not there under that name.
 */
bool store_backup(struct store *s, const char *to, struct err *e);
