/* SPDX-License-Identifier: Apache-2.0 */
/* Files, the parse cache, and which blobs rows refer to. */
#include "store/store-sqlite.h"

#define FILE_COLUMNS "id, name, purpose, external_file_id, file_type, hash, size, created_at, last_modified_at, expires_at"

static void read_file(sqlite3_stmt *q, struct id project, struct arena *a, struct store_file *f)
{
	*f = (struct store_file){ .id = db_id(q, 0), .project = project, .name = db_text(q, 1, a), .purpose = db_text(q, 2, a),
				  .external_file_id = db_text(q, 3, a), .file_type = db_text(q, 4, a),
				  .blob.size = db_int(q, 6), .created_at = db_int(q, 7), .last_modified_at = db_int(q, 8),
				  .expires_at = db_int(q, 9) };
	db_hash(q, 5, f->blob.hash);
}

static enum store_outcome write_file(struct store *s, struct db *d, void *ctx, struct err *e)
{
	const struct store_file *f = ctx;
	int64_t number;
	if (!project_number(d, f->project, &number, e))
		return STORE_ERROR;
	if (!number) {
		err_set(e, ERR_NOT_FOUND, "there is no such project");
		return STORE_ERROR;
	}
	bool ok = db_run(d, e, "INSERT INTO files (" FILE_COLUMNS ", project) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			 "dsssshiiiii", &f->id, &f->name, &f->purpose, &f->external_file_id, &f->file_type, f->blob.hash,
			 f->blob.size, f->created_at, f->last_modified_at, f->expires_at, number);
	return ok ? STORE_OK : STORE_ERROR;
}

bool sq_file_create(struct store *s, struct store_file *f, struct err *e)
{
	return write_run(s, write_file, f, e) == STORE_OK;
}

enum store_outcome sq_file_get(struct store *s, struct id project, struct id file, struct arena *a, struct store_file *out,
			       struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	sqlite3_stmt *q = db_query(d, e, "SELECT " FILE_COLUMNS " FROM files WHERE id = ?"
				   " AND project = (SELECT number FROM projects WHERE id = ?)", "dd", &file, &project);
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		read_file(q, project, a, out);
		sqlite3_reset(q);
	}
	reader_give(s, d);
	return got > 0 ? (arena_ok(a, e) ? STORE_OK : STORE_ERROR) : got == 0 ? STORE_NONE : STORE_ERROR;
}

struct file_end {
	struct id project, file;
};

static enum store_outcome write_file_delete(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct file_end *f = ctx;
	if (!db_run(d, e, "DELETE FROM files WHERE id = ? AND project = (SELECT number FROM projects WHERE id = ?)", "dd", &f->file,
		    &f->project))
		return STORE_ERROR;
	return sqlite3_changes(d->h) ? STORE_OK : STORE_NONE;
}

enum store_outcome sq_file_delete(struct store *s, struct id project, struct id file, struct err *e)
{
	struct file_end f = { project, file };
	return write_run(s, write_file_delete, &f, e);
}

/* ---- lists */

/* How each order reads: its columns, its direction, and what stands before the position of the last item. */
static const struct {
	const char *sort, *after;
} orders[] = {
	[STORE_FILES_NEWEST] = { "created_at DESC, id DESC", "(created_at, id) < (?4, ?5)" },
	[STORE_FILES_OLDEST] = { "created_at, id", "(created_at, id) > (?4, ?5)" },
	[STORE_FILES_NAME] = { "name, id", "(name, id) > (?6, ?5)" },
	[STORE_FILES_NAME_DESC] = { "name DESC, id DESC", "(name, id) < (?6, ?5)" },
	[STORE_FILES_ID] = { "id", "id > ?5" },
	[STORE_FILES_ID_DESC] = { "id DESC", "id < ?5" },
};

static bool wanted(const struct store_file_query *q, struct id id)
{
	for (size_t i = 0; i < q->ids_n; i++)
		if (id_eq(q->ids[i], id))
			return true;
	return q->ids_n == 0;
}

#define FILE_FILTER " FROM files WHERE project = ?1 AND (?2 IS NULL OR name = ?2) AND (?3 IS NULL OR external_file_id = ?3)"

static bool count_files(struct db *d, const struct store_file_query *q, int64_t number, int64_t *n, struct err *e)
{
	*n = 0;
	if (!q->ids_n)
		return db_number(d, n, e, "SELECT count(*)" FILE_FILTER, "iss", number, &q->name, &q->external_file_id);
	for (size_t i = 0; i < q->ids_n; i++) {
		int64_t one;
		bool repeated = false;
		for (size_t k = 0; k < i; k++)
			repeated |= id_eq(q->ids[k], q->ids[i]);
		if (!db_number(d, &one, e, "SELECT count(*)" FILE_FILTER " AND id = ?4", "issd", number, &q->name,
			       &q->external_file_id, &q->ids[i]))
			return false;
		*n += repeated ? 0 : one;
	}
	return true;
}

static bool list_files(struct db *d, const struct store_file_query *q, int64_t number, struct arena *a, struct store_file_page *out,
		       struct err *e)
{
	struct buf sql = BUF_INIT(0);
	buf_printf(&sql, "SELECT " FILE_COLUMNS FILE_FILTER "%s%s ORDER BY %s", q->after ? " AND " : "",
		   q->after ? orders[q->order].after : "", orders[q->order].sort);
	sqlite3_stmt *st = sql.failed ? NULL
		: q->after ? db_query(d, e, sql.p, "issids", number, &q->name, &q->external_file_id, q->after_time, &q->after_id,
				      &q->after_name)
			   : db_query(d, e, sql.p, "iss", number, &q->name, &q->external_file_id);
	int got = st ? 1 : -1;
	out->items = ARENA_ARRAY(a, (size_t)q->limit, struct store_file);
	while (out->items && got > 0 && (got = db_step(d, st, e)) > 0) {
		if (!wanted(q, db_id(st, 0)))
			continue;
		out->more = out->n == (size_t)q->limit;
		if (out->more)
			break;
		read_file(st, q->project, a, &out->items[out->n++]);
	}
	if (st)
		sqlite3_reset(st);
	buf_fini(&sql);
	return got >= 0 && arena_ok(a, e);
}

bool sq_file_list(struct store *s, const struct store_file_query *q, struct arena *a, struct store_file_page *out, struct err *e)
{
	struct db *d = reader_take(s, e);
	int64_t number;
	memset(out, 0, sizeof(*out));
	if (!d)
		return false;
	bool ok = project_number(d, q->project, &number, e) && count_files(d, q, number, &out->total, e) &&
		  list_files(d, q, number, a, out, e);
	reader_give(s, d);
	return ok;
}

/* ---- blobs */

struct blob_end {
	const uint8_t *hash;
	bool removed;
};

/* In the writer, so that no row that refers to it can come in between. */
static enum store_outcome write_blob_release(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct blob_end *b = ctx;
	int64_t uses;
	if (!db_number(d, &uses, e, "SELECT EXISTS (SELECT 1 FROM files WHERE hash = ?1)"
		       " OR EXISTS (SELECT 1 FROM parse_jobs WHERE frames = ?1) OR EXISTS (SELECT 1 FROM cache WHERE frames = ?1)",
		       "h", b->hash))
		return STORE_ERROR;
	if (uses)
		return STORE_OK;
	b->removed = store_blob_unlink(s, b->hash, e);
	return b->removed ? STORE_OK : STORE_ERROR;
}

bool sq_blob_release(struct store *s, const uint8_t *hash, bool *removed, struct err *e)
{
	struct blob_end b = { hash, false };
	bool ok = write_run(s, write_blob_release, &b, e) == STORE_OK;
	*removed = b.removed;
	return ok;
}

/* ---- cache */

enum store_outcome sq_cache_get(struct store *s, struct id project, const uint8_t *hash, struct str key, struct store_blob *out,
				struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	sqlite3_stmt *q = db_query(d, e, "SELECT frames, frames_size FROM cache WHERE project ="
				   " (SELECT number FROM projects WHERE id = ?) AND file_hash = ? AND key = ?", "dhs", &project, hash, &key);
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		db_hash(q, 0, out->hash);
		out->size = db_int(q, 1);
		sqlite3_reset(q);
	}
	reader_give(s, d);
	return got > 0 ? STORE_OK : got == 0 ? STORE_NONE : STORE_ERROR;
}

struct cache_new {
	struct id project;
	const uint8_t *hash;
	struct str key;
	const struct store_blob *blob;
	int64_t now;
};

static enum store_outcome write_cache(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct cache_new *c = ctx;
	bool ok = db_run(d, e, "INSERT OR REPLACE INTO cache (project, file_hash, key, frames, frames_size, created_at)"
			       " SELECT number, ?, ?, ?, ?, ? FROM projects WHERE id = ?",
			 "hshiid", c->hash, &c->key, c->blob->hash, c->blob->size, c->now, &c->project);
	return ok ? STORE_OK : STORE_ERROR;
}

bool sq_cache_put(struct store *s, struct id project, const uint8_t *hash, struct str key, const struct store_blob *b, int64_t now,
		  struct err *e)
{
	struct cache_new c = { project, hash, key, b, now };
	return write_run(s, write_cache, &c, e) == STORE_OK;
}
