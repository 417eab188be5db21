/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Migrations: numbered, named, never changed once released; a new one is a new
 * row. Other backends have the same numbers and names.
 */
#include "store/store-sqlite.h"

static const struct {
	int number;
	const char *name, *sql;
} migrations[] = {
	{ 1, "tenants",
	  "CREATE TABLE organizations (id BLOB PRIMARY KEY CHECK (length(id) = 16), created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
	  "CREATE TABLE projects (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),"
	  " organization BLOB NOT NULL, name TEXT NOT NULL, enabled INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL,"
	  " files INTEGER NOT NULL DEFAULT 0 CHECK (files >= 0)) STRICT;" /* files: how many it has */
	  "CREATE TABLE api_keys (id BLOB PRIMARY KEY CHECK (length(id) = 16), hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),"
	  " project INTEGER NOT NULL, name TEXT NOT NULL, created_at INTEGER NOT NULL, last_used_at INTEGER NOT NULL DEFAULT 0,"
	  " revoked_at INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;"
	  "CREATE TABLE sessions (hash BLOB PRIMARY KEY CHECK (length(hash) = 32), key BLOB NOT NULL, expires_at INTEGER NOT NULL)"
	  " STRICT, WITHOUT ROWID;" },
	{ 2, "files",
	  "CREATE TABLE files (id BLOB PRIMARY KEY CHECK (length(id) = 16), project INTEGER NOT NULL, name TEXT NOT NULL,"
	  " purpose TEXT NOT NULL, external_file_id TEXT, file_type TEXT NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),"
	  " size INTEGER NOT NULL, created_at INTEGER NOT NULL, last_modified_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT;"
	  "CREATE INDEX files_newest ON files (project, created_at, id);"
	  "CREATE INDEX files_name ON files (project, name, id);"
	  "CREATE INDEX files_name_newest ON files (project, name, created_at, id);"
	  "CREATE INDEX files_id ON files (project, id);"
	  "CREATE INDEX files_external ON files (project, external_file_id, created_at, id) WHERE external_file_id IS NOT NULL;"
	  "CREATE INDEX files_hash ON files (hash);" },
	{ 3, "parse jobs",
	  "CREATE TABLE parse_jobs (id BLOB PRIMARY KEY CHECK (length(id) = 16), project INTEGER NOT NULL, file BLOB, tier TEXT NOT NULL,"
	  " version TEXT NOT NULL, status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5), frames BLOB, frames_size INTEGER NOT NULL,"
	  " created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, error_message TEXT, pages INTEGER NOT NULL) STRICT;"
	  "CREATE INDEX parse_jobs_newest ON parse_jobs (project, created_at, id);"
	  "CREATE INDEX parse_jobs_frames ON parse_jobs (frames) WHERE frames IS NOT NULL;"
	  "CREATE TABLE cache (project INTEGER NOT NULL, file_hash BLOB NOT NULL, key TEXT NOT NULL, frames BLOB NOT NULL,"
	  " frames_size INTEGER NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (project, file_hash, key)) STRICT, WITHOUT ROWID;"
	  "CREATE INDEX cache_frames ON cache (frames);" },
	/* seq is created_at in us, made unique by the writer: every index ends in it, so each is a newest-first list.
	 * scope is the project's number * 2 + kind of input; cfg the number of a saved configuration, 0 = none.
	 * What a list page needs stands before what only single reads need. States: states.def (a test compares). */
	{ 4, "extract jobs, counted by rank",
	  "CREATE TABLE configuration_refs (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)) STRICT;"
	  "CREATE TABLE extract_jobs (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), scope INTEGER NOT NULL,"
	  " status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5), cfg INTEGER NOT NULL, input BLOB NOT NULL CHECK (length(input) = 16),"
	  " updated_at INTEGER NOT NULL, metadata_auto INTEGER NOT NULL, starts INTEGER NOT NULL DEFAULT 0, step TEXT, node TEXT,"
	  " token INTEGER, lease INTEGER, item TEXT NOT NULL, extract_metadata TEXT, configuration TEXT NOT NULL, hooks TEXT,"
	  " CHECK ((status = 2) = (token IS NOT NULL)), CHECK ((status = 2) = (lease IS NOT NULL)),"
	  " CHECK (updated_at >= seq), CHECK (status = 3 OR extract_metadata IS NULL)) STRICT;"
	  "CREATE INDEX jobs_s ON extract_jobs (scope);"
	  "CREATE INDEX jobs_ss ON extract_jobs (scope, status);"
	  "CREATE INDEX jobs_sc ON extract_jobs (scope, cfg);"
	  "CREATE INDEX jobs_scs ON extract_jobs (scope, cfg, status);"
	  "CREATE INDEX jobs_sd ON extract_jobs (scope, input);"
	  "CREATE INDEX jobs_sds ON extract_jobs (scope, input, status);"
	  "CREATE INDEX jobs_sdc ON extract_jobs (scope, input, cfg);"
	  "CREATE INDEX jobs_sdcs ON extract_jobs (scope, input, cfg, status);"
	  "CREATE INDEX jobs_pending ON extract_jobs (status) WHERE status = 0;"
	  "CREATE INDEX jobs_lease ON extract_jobs (lease) WHERE status = 2;"
	  /* What the counters are: store-sqlite-count.c. */
	  "CREATE TABLE job_documents (number INTEGER PRIMARY KEY, scope INTEGER NOT NULL, input BLOB NOT NULL,"
	  " UNIQUE (scope, input)) STRICT;"
	  "CREATE TABLE job_blocks (scope INTEGER NOT NULL, first INTEGER NOT NULL, number INTEGER NOT NULL, filled INTEGER NOT NULL,"
	  " PRIMARY KEY (scope, first)) STRICT, WITHOUT ROWID;"
	  "CREATE TABLE job_counts (scope INTEGER NOT NULL, level INTEGER NOT NULL, cfg INTEGER NOT NULL, bucket INTEGER NOT NULL,"
	  " pending INTEGER NOT NULL, throttled INTEGER NOT NULL, running INTEGER NOT NULL, completed INTEGER NOT NULL,"
	  " failed INTEGER NOT NULL, cancelled INTEGER NOT NULL, PRIMARY KEY (scope, level, cfg, bucket),"
	  " CHECK (min(pending, throttled, running, completed, failed, cancelled) >= 0)) STRICT, WITHOUT ROWID;" },
	{ 5, "saved configurations",
	  "CREATE TABLE configurations (id BLOB PRIMARY KEY CHECK (length(id) = 16), project INTEGER NOT NULL,"
	  " product INTEGER NOT NULL CHECK (product BETWEEN 0 AND 6), name TEXT NOT NULL, label TEXT NOT NULL, creator TEXT,"
	  " parameters TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,"
	  " UNIQUE (project, product, name, label)) STRICT;"
	  "CREATE INDEX configurations_newest ON configurations (project, created_at, id);" },
	/* claimed: somebody delivers it until due_at. target goes when it ends: it may hold secrets. States: enum delivery_state. */
	{ 6, "webhooks",
	  "CREATE TABLE webhook_configurations (id BLOB PRIMARY KEY CHECK (length(id) = 16), project INTEGER NOT NULL,"
	  " target TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
	  "CREATE INDEX webhooks_newest ON webhook_configurations (project, created_at, id);"
	  "CREATE TABLE deliveries (number INTEGER PRIMARY KEY, event BLOB NOT NULL CHECK (length(event) = 16),"
	  " project INTEGER NOT NULL, job BLOB NOT NULL CHECK (length(job) = 16), type TEXT NOT NULL, host TEXT NOT NULL, target TEXT,"
	  " state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3), attempts INTEGER NOT NULL DEFAULT 0,"
	  " claimed INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, due_at INTEGER NOT NULL,"
	  " ended_at INTEGER NOT NULL DEFAULT 0, log TEXT NOT NULL DEFAULT '', CHECK ((state = 0) = (target IS NOT NULL)),"
	  " CHECK ((state = 0) = (ended_at = 0)), CHECK (state = 0 OR claimed = 0)) STRICT;"
	  "CREATE INDEX deliveries_due ON deliveries (due_at, number) WHERE state = 0;"
	  "CREATE INDEX deliveries_job ON deliveries (job, number);"
	  "CREATE INDEX deliveries_ended ON deliveries (ended_at) WHERE state > 0;" },
	{ 7, "names of organizations, ends of sessions",
	  "ALTER TABLE organizations ADD COLUMN name TEXT NOT NULL DEFAULT '';"
	  "UPDATE organizations SET name = 'Default';"
	  "CREATE INDEX sessions_end ON sessions (expires_at);"
	  "CREATE INDEX sessions_key ON sessions (key);"
	  "CREATE INDEX projects_organization ON projects (organization);" },
	/* Parses become jobs like the others: scope = project's number * 4 + run (store-sqlite.h), where it was * 2 + kind of
	 * input. Renumbered in two steps, so that no new scope meets an old one. */
#define RENUMBER(table) "UPDATE " table " SET scope = 1000000000000 + scope / 2 * 4 + scope % 2 WHERE scope > 0;" \
	"UPDATE " table " SET scope = scope - 1000000000000 WHERE scope > 0;"
	{ 8, "parse jobs wait too",
	  RENUMBER("extract_jobs") RENUMBER("job_documents") RENUMBER("job_blocks") RENUMBER("job_counts")
	  "ALTER TABLE extract_jobs ADD COLUMN shown TEXT;"
	  "DROP INDEX jobs_pending;"
	  "CREATE INDEX jobs_waiting ON extract_jobs (status) WHERE status = 0;"
	  "CREATE INDEX jobs_waiting_kind ON extract_jobs (scope % 4 = 2) WHERE status = 0;"
	  "CREATE TABLE parsed (job BLOB PRIMARY KEY CHECK (length(job) = 16), tier TEXT NOT NULL, frames BLOB NOT NULL"
	  " CHECK (length(frames) = 32), frames_size INTEGER NOT NULL, pages INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
	  "CREATE INDEX parsed_frames ON parsed (frames);"
	  "DROP TABLE parse_jobs;" },
	/* Smaller blocks and a level more: all counters anew, for documents with 64 jobs too. The sizes: store-sqlite-count.c. */
#define COUNTED_ROWS(level, cfg, bucket) \
	"INSERT INTO job_counts SELECT s, " #level ", " cfg ", " bucket ", sum(status = 0), sum(status = 1), sum(status = 2)," \
	" sum(status = 3), sum(status = 4), sum(status = 5) FROM counted"
#define COUNTED_LEVEL(level, bucket) COUNTED_ROWS(level, "-1", bucket) " GROUP BY s, " bucket ";" \
	COUNTED_ROWS(level, "cfg", bucket) " WHERE cfg > 0 GROUP BY s, cfg, " bucket ";"
	{ 9, "jobs counted in smaller blocks",
	  "INSERT INTO job_documents (scope, input) SELECT scope, input FROM extract_jobs GROUP BY scope, input HAVING count(*) >= 64"
	  " EXCEPT SELECT scope, input FROM job_documents;"
	  "DELETE FROM job_blocks; DELETE FROM job_counts WHERE scope <> 0; UPDATE job_counts SET level = 3;"
	  "CREATE TABLE counted AS SELECT s, seq, cfg, status, (row_number() OVER (PARTITION BY s ORDER BY seq) - 1) / 64 AS block FROM"
	  " (SELECT scope AS s, seq, cfg, status FROM extract_jobs UNION ALL"
	  " SELECT -number, seq, cfg, status FROM job_documents JOIN extract_jobs USING (scope, input));"
	  "INSERT INTO job_blocks SELECT s, min(seq), block, count(*) FROM counted GROUP BY s, block;"
	  COUNTED_LEVEL(0, "block") COUNTED_LEVEL(1, "block / 32") COUNTED_LEVEL(2, "block / 1024") COUNTED_LEVEL(3, "block * 0")
	  "DROP TABLE counted;" },
	/* owner: the job or file whose end ends the entry too. */
	{ 10, "what is cached goes with its owner",
	  "ALTER TABLE cache ADD COLUMN owner BLOB;"
	  "CREATE INDEX cache_owner ON cache (owner) WHERE owner IS NOT NULL;"
	  "CREATE INDEX cache_age ON cache (created_at);" },
	/* due: a job that is tried again waits until then; 0 = it waits for its turn alone. request: x-request-id of its creation. */
	{ 11, "jobs know their request and when they are due",
	  "ALTER TABLE extract_jobs ADD COLUMN request TEXT;"
	  "ALTER TABLE extract_jobs ADD COLUMN due INTEGER NOT NULL DEFAULT 0;"
	  "DROP INDEX jobs_waiting;"
	  "CREATE INDEX jobs_turn ON extract_jobs (scope % 4 = 2) WHERE status = 0 AND due = 0;"
	  "CREATE INDEX jobs_due ON extract_jobs (scope % 4 = 2, due) WHERE status = 0 AND due > 0;" },
	/* Kept by triggers, whoever deletes. REPLACE runs none for what it displaces: entries are updated instead. */
	{ 12, "the cache knows its size",
	  "CREATE TABLE cache_size (entries INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;"
	  "INSERT INTO cache_size SELECT count(*), coalesce(sum(frames_size), 0) FROM cache;"
	  "CREATE TRIGGER cache_added AFTER INSERT ON cache BEGIN"
	  " UPDATE cache_size SET entries = entries + 1, bytes = bytes + NEW.frames_size; END;"
	  "CREATE TRIGGER cache_removed AFTER DELETE ON cache BEGIN"
	  " UPDATE cache_size SET entries = entries - 1, bytes = bytes - OLD.frames_size; END;"
	  "CREATE TRIGGER cache_changed AFTER UPDATE OF frames_size ON cache BEGIN"
	  " UPDATE cache_size SET bytes = bytes + NEW.frames_size - OLD.frames_size; END;" },
};

enum { LAST = sizeof(migrations) / sizeof(migrations[0]) };

/* A folder of another line of development may have the numbers but not the tables. */
static bool check_names(struct db *d, int64_t done, struct err *e)
{
	for (size_t i = 0; i < LAST && migrations[i].number <= done; i++) {
		struct str name = str_from(migrations[i].name);
		int64_t same;
		if (!db_number(d, &same, e, "SELECT count(*) FROM migrations WHERE number = ? AND name = ?", "is",
			       (int64_t)migrations[i].number, &name))
			return false;
		if (!same)
			return err_set(e, ERR_STORE, "the data folder is of another release: its migration %d is not \"%s\"",
				       migrations[i].number, migrations[i].name);
	}
	return true;
}

static bool apply(struct db *d, size_t i, int64_t now, struct err *e)
{
	struct str name = str_from(migrations[i].name);
	if (!db_exec(d, migrations[i].sql, e))
		return err_in(e, "migration %d", migrations[i].number);
	return db_run(d, e, "INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)", "isi",
		      (int64_t)migrations[i].number, &name, now);
}

static bool apply_missing(struct db *d, int last, int64_t now, struct err *e)
{
	int64_t done;
	if (!db_number(d, &done, e, "SELECT coalesce(max(number), 0) FROM migrations", ""))
		return false;
	if (done > migrations[LAST - 1].number)
		return err_set(e, ERR_STORE, "the data folder was written by a newer release (migration %d); this one knows %d",
			       (int)done, migrations[LAST - 1].number);
	bool ok = check_names(d, done, e);
	for (size_t i = 0; ok && i < LAST; i++)
		if (migrations[i].number > done && migrations[i].number <= last)
			ok = apply(d, i, now, e);
	return ok;
}

int migrations_last(void)
{
	return migrations[LAST - 1].number;
}

bool migrations_run_to(struct db *d, int last, int64_t now, struct err *e)
{
	struct err ignored;
	bool ok = db_exec(d, "BEGIN IMMEDIATE", e) &&
		  db_exec(d, "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL,"
			     " applied_at INTEGER NOT NULL) STRICT", e) &&
		  apply_missing(d, last, now, e);
	return db_exec(d, ok ? "COMMIT" : "ROLLBACK", ok ? e : &ignored) && ok;
}

bool migrations_run(struct db *d, int64_t now, struct err *e)
{
	return migrations_run_to(d, migrations_last(), now, e);
}
