/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store-sqlite.h"

#include <stdio.h>

/* All pages in one step are one read transaction: writers go on, and the copy is of the moment it began. */
static bool copy_pages(sqlite3 *to, struct db *from, struct err *e)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from->h, "main");
	int step = b ? sqlite3_backup_step(b, -1) : SQLITE_ERROR;
	if (b)
		sqlite3_backup_finish(b);
	return step == SQLITE_DONE || err_set(e, ERR_STORE, "backup: %s", sqlite3_errmsg(to));
}

static bool copy_rows(struct store *s, const char *path, struct err *e)
{
	sqlite3 *to = NULL;
	struct db *from = reader_take(s, e);
	if (!from)
		return false;
	bool ok = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK
			  ? copy_pages(to, from, e)
			  : err_set(e, ERR_STORE, "backup: cannot make %.180s", path);
	sqlite3_close(to);
	reader_give(s, from);
	return ok;
}

/* The copy's own rows say which blobs belong to it. */
static bool take_blobs(const char *path, bool (*take)(void *, const uint8_t *, struct err *), void *ctx, struct err *e)
{
	uint8_t hash[SHA256_SIZE];
	struct db *d = db_open(path, true, e);
	sqlite3_stmt *q = d ? db_query(d, e, BLOBS_OF_ROWS, "") : NULL;
	int got = q ? 1 : -1;
	bool ok = true;
	while (ok && got > 0 && (got = db_step(d, q, e)) > 0) {
		db_hash(q, 0, hash);
		ok = take(ctx, hash, e);
	}
	db_close(d); /* and with it the log, so that the file alone is the copy */
	return ok && got >= 0;
}

bool sq_backup(struct store *s, const char *dir, bool (*take)(void *, const uint8_t *, struct err *), void *ctx, struct err *e)
{
	char path[4096];
	if (snprintf(path, sizeof(path), "%s/quarry.db", dir) >= (int)sizeof(path))
		return err_set(e, ERR_USAGE, "the name of the copy is too long");
	return copy_rows(s, path, e) && take_blobs(path, take, ctx, e);
}
