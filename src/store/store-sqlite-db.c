/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store-sqlite.h"

#include <stdio.h>
#include <stdlib.h>

enum { CACHE_KIB = 65536 };

static bool db_fail(struct db *d, const char *what, struct err *e)
{
	bool full = d && d->h && (sqlite3_errcode(d->h) & 0xFF) == SQLITE_FULL;
	return err_set(e, full ? ERR_DISK_FULL : ERR_STORE, "%s: %s", what, d && d->h ? sqlite3_errmsg(d->h) : "out of memory");
}

bool db_exec(struct db *d, const char *sql, struct err *e)
{
	return sqlite3_exec(d->h, sql, NULL, NULL, NULL) == SQLITE_OK || db_fail(d, "store", e);
}

struct db *db_open(const char *path, bool writer, struct err *e)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
	struct db *d = calloc(1, sizeof(*d));
	if (!d) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	if (sqlite3_open_v2(path, &d->h, flags, NULL) != SQLITE_OK) {
		db_fail(d, path, e);
		db_close(d);
		return NULL;
	}
	sqlite3_busy_timeout(d->h, DB_BUSY_MS);
	sqlite3_extended_result_codes(d->h, 1);
	char pragmas[256];
	/* Checkpoints have a thread of their own; a commit never waits for one. */
	snprintf(pragmas, sizeof(pragmas),
		 "PRAGMA journal_mode=WAL;PRAGMA synchronous=%s;PRAGMA foreign_keys=OFF;PRAGMA cache_size=-%d;"
		 "PRAGMA wal_autocheckpoint=0;PRAGMA mmap_size=4294967296;PRAGMA temp_store=MEMORY",
		 writer ? "FULL" : "NORMAL", CACHE_KIB);
	if (db_exec(d, pragmas, e))
		return d;
	db_close(d);
	return NULL;
}

void db_close(struct db *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < DB_STATEMENTS; i++)
		sqlite3_finalize(d->cache[i].stmt);
	sqlite3_close(d->h);
	free(d->totals);
	free(d->known);
	free(d->sums);
	free(d);
}

unsigned db_version(struct db *d)
{
	unsigned v = 0;
	sqlite3_file_control(d->h, "main", SQLITE_FCNTL_DATA_VERSION, &v);
	return v;
}

/* Open addressing; the texts in this room are fewer than the places. */
static sqlite3_stmt *prepare(struct db *d, const char *sql, int variant, struct err *e)
{
	size_t i = (((uintptr_t)sql >> 4) * 31 + (size_t)variant) % DB_STATEMENTS, tries = 0;
	for (; d->cache[i].stmt; i = (i + 1) % DB_STATEMENTS) {
		if (d->cache[i].sql == sql && d->cache[i].variant == variant)
			return d->cache[i].stmt;
		if (++tries == DB_STATEMENTS) {
			err_set(e, ERR_INTERNAL, "more than %d statements", DB_STATEMENTS);
			return NULL;
		}
	}
	if (sqlite3_prepare_v3(d->h, sql, -1, SQLITE_PREPARE_PERSISTENT, &d->cache[i].stmt, NULL) != SQLITE_OK) {
		db_fail(d, "statement", e);
		return NULL;
	}
	d->cache[i].sql = sql;
	d->cache[i].variant = variant;
	return d->cache[i].stmt;
}

static void bind(sqlite3_stmt *q, const char *fmt, va_list ap)
{
	for (int i = 1; *fmt; fmt++, i++) {
		struct str s;
		switch (*fmt) {
		case 'i':
			sqlite3_bind_int64(q, i, va_arg(ap, int64_t));
			break;
		case 'd':
			sqlite3_bind_blob(q, i, va_arg(ap, const struct id *)->b, 16, SQLITE_STATIC);
			break;
		case 'h':
			sqlite3_bind_blob(q, i, va_arg(ap, const uint8_t *), SHA256_SIZE, SQLITE_STATIC);
			break;
		case 's':
			s = *va_arg(ap, const struct str *);
			if (s.p)
				sqlite3_bind_text64(q, i, s.p, s.n, SQLITE_STATIC, SQLITE_UTF8);
			else
				sqlite3_bind_null(q, i);
			break;
		case 'z':
			sqlite3_bind_text(q, i, va_arg(ap, const char *), -1, SQLITE_STATIC);
			break;
		}
	}
}

sqlite3_stmt *db_statement(struct db *d, const char *sql, int variant, struct err *e)
{
	sqlite3_stmt *q = prepare(d, sql, variant, e);
	if (q)
		sqlite3_reset(q);
	return q;
}

static sqlite3_stmt *statement(struct db *d, const char *sql, const char *fmt, va_list ap, struct err *e)
{
	sqlite3_stmt *q = db_statement(d, sql, 0, e);
	if (q)
		bind(q, fmt, ap);
	return q;
}

sqlite3_stmt *db_query(struct db *d, struct err *e, const char *sql, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	sqlite3_stmt *q = statement(d, sql, fmt, ap, e);
	va_end(ap);
	return q;
}

int db_step(struct db *d, sqlite3_stmt *q, struct err *e)
{
	int got = sqlite3_step(q);
	if (got == SQLITE_ROW)
		return 1;
	if (got != SQLITE_DONE)
		db_fail(d, "store", e);
	sqlite3_reset(q);
	return got == SQLITE_DONE ? 0 : -1;
}

bool db_run(struct db *d, struct err *e, const char *sql, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	sqlite3_stmt *q = statement(d, sql, fmt, ap, e);
	va_end(ap);
	return q && db_step(d, q, e) == 0;
}

bool db_number(struct db *d, int64_t *out, struct err *e, const char *sql, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	sqlite3_stmt *q = statement(d, sql, fmt, ap, e);
	va_end(ap);
	int got = q ? db_step(d, q, e) : -1;
	*out = got > 0 ? db_int(q, 0) : 0;
	if (got > 0)
		sqlite3_reset(q);
	return got >= 0;
}

struct str db_peek(sqlite3_stmt *q, int column)
{
	const char *p = (const char *)sqlite3_column_text(q, column);
	return (struct str){ p, p ? (size_t)sqlite3_column_bytes(q, column) : 0 };
}

struct str db_text(sqlite3_stmt *q, int column, struct arena *a)
{
	struct str s = db_peek(q, column);
	return s.p ? arena_str(a, s) : s;
}

struct id db_id(sqlite3_stmt *q, int column)
{
	struct id id = { { 0 } };
	if (sqlite3_column_bytes(q, column) == 16)
		memcpy(id.b, sqlite3_column_blob(q, column), 16);
	return id;
}

void db_hash(sqlite3_stmt *q, int column, uint8_t out[SHA256_SIZE])
{
	memset(out, 0, SHA256_SIZE);
	if (sqlite3_column_bytes(q, column) == SHA256_SIZE)
		memcpy(out, sqlite3_column_blob(q, column), SHA256_SIZE);
}
