/* SPDX-License-Identifier: Apache-2.0 */
/* Files, the parse cache, and which blobs rows refer to. The list of files: store-sqlite-files.c. */
#include "store/store-sqlite.h"

void file_read(sqlite3_stmt *q, struct id project, struct arena *a, struct store_file *f)
{
	*f = (struct store_file){ .id = db_id(q, 0), .project = project, .name = db_text(q, 1, a), .purpose = db_text(q, 2, a),
				  .external_file_id = db_text(q, 3, a), .file_type = db_text(q, 4, a),
				  .blob.size = db_int(q, 6), .created_at = db_int(q, 7), .last_modified_at = db_int(q, 8),
				  .expires_at = db_int(q, 9) };
	db_hash(q, 5, f->blob.hash);
}

static bool add_files(struct db *d, int64_t project, int64_t by, struct err *e)
{
	return db_run(d, e, "UPDATE projects SET files = files + ? WHERE number = ?", "ii", by, project);
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
	bool ok = add_files(d, number, 1, e) && db_run(d, e, "INSERT INTO files (" FILE_COLUMNS ", project) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
		file_read(q, project, a, out);
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
	int64_t number;
	if (!project_number(d, f->project, &number, e) ||
	    !db_run(d, e, "DELETE FROM files WHERE id = ? AND project = ?", "di", &f->file, number))
		return STORE_ERROR;
	if (!sqlite3_changes(d->h))
		return STORE_NONE;
	return db_run(d, e, "DELETE FROM cache WHERE owner = ?", "d", &f->file) && add_files(d, number, -1, e) ? STORE_OK : STORE_ERROR;
}

enum store_outcome sq_file_delete(struct store *s, struct id project, struct id file, struct err *e)
{
	struct file_end f = { project, file };
	return write_run(s, write_file_delete, &f, e);
}

/* ---- blobs */

static bool is_used(struct db *d, const uint8_t *hash, bool *used, struct err *e)
{
	int64_t n;
	bool ok = db_number(d, &n, e, "SELECT EXISTS (SELECT 1 FROM files WHERE hash = ?1)"
			    " OR EXISTS (SELECT 1 FROM parsed WHERE frames = ?1) OR EXISTS (SELECT 1 FROM cache WHERE frames = ?1)",
			    "h", hash);
	*used = n != 0;
	return ok;
}

bool sq_blob_used(struct store *s, const uint8_t *hash, bool *used, struct err *e)
{
	struct db *d = reader_take(s, e);
	bool ok = d && is_used(d, hash, used, e);
	if (d)
		reader_give(s, d);
	return ok;
}

struct blob_end {
	const uint8_t *hash;
	int64_t before;
	bool removed;
};

/* In the writer, so that no row that refers to it can come in between. */
static enum store_outcome write_blob_release(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct blob_end *b = ctx;
	bool used;
	if (!is_used(d, b->hash, &used, e))
		return STORE_ERROR;
	return used || store_blob_unlink(s, b->hash, b->before, &b->removed, e) ? STORE_OK : STORE_ERROR;
}

bool sq_blob_release(struct store *s, const uint8_t *hash, int64_t before, bool *removed, struct err *e)
{
	struct blob_end b = { hash, before, false };
	bool ok = write_run(s, write_blob_release, &b, e) == STORE_OK;
	*removed = b.removed;
	return ok;
}

/* ---- cache */

enum { PRUNE_MOST = 5000 };

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
	struct id owner;
	int64_t now;
};

static enum store_outcome write_cache(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct cache_new *c = ctx;
	bool ok = db_run(d, e, "INSERT INTO cache (project, file_hash, key, frames, frames_size, created_at, owner)"
			       " SELECT number, ?2, ?3, ?4, ?5, ?6, ?1 FROM projects WHERE id = ?7 AND"
			       " (EXISTS (SELECT 1 FROM extract_jobs WHERE id = ?1) OR EXISTS (SELECT 1 FROM files WHERE id = ?1))"
			       " ON CONFLICT DO UPDATE SET frames = excluded.frames, frames_size = excluded.frames_size,"
			       " created_at = excluded.created_at, owner = excluded.owner",
			 "dhshiid", &c->owner, c->hash, &c->key, c->blob->hash, c->blob->size, c->now, &c->project);
	return ok ? STORE_OK : STORE_ERROR;
}

bool sq_cache_put(struct store *s, struct id project, const uint8_t *hash, struct str key, const struct store_blob *b,
		  struct id owner, int64_t now, struct err *e)
{
	struct cache_new c = { project, hash, key, b, owner, now };
	return write_run(s, write_cache, &c, e) == STORE_OK;
}

struct prune {
	int64_t before, n;
	struct store_cache_size most;
};

static bool read_size(struct db *d, struct store_cache_size *out, struct err *e)
{
	sqlite3_stmt *q = db_query(d, e, "SELECT entries, bytes FROM cache_size", "");
	if (!q || db_step(d, q, e) <= 0)
		return false;
	*out = (struct store_cache_size){ db_int(q, 0), db_int(q, 1) };
	sqlite3_reset(q);
	return true;
}

static bool is_over(const struct store_cache_size *now, const struct store_cache_size *most)
{
	return (most->entries && now->entries > most->entries) || (most->bytes && now->bytes > most->bytes);
}

/* How many of the oldest must go until the rest is within bounds. */
static bool count_surplus(struct db *d, const struct store_cache_size *most, int64_t *n, struct err *e)
{
	struct store_cache_size now;
	int got = 1;
	*n = 0;
	if (!read_size(d, &now, e))
		return false;
	if (!is_over(&now, most))
		return true;
	sqlite3_stmt *q = db_query(d, e, "SELECT frames_size FROM cache INDEXED BY cache_age ORDER BY created_at LIMIT ?", "i",
				   (int64_t)PRUNE_MOST);
	for (; q && is_over(&now, most) && (got = db_step(d, q, e)) > 0; ++*n) {
		now.entries--;
		now.bytes -= db_int(q, 0);
	}
	if (q)
		sqlite3_reset(q);
	return q && got >= 0;
}

static bool delete_oldest(struct db *d, int64_t before, int64_t most, int64_t *n, struct err *e)
{
	bool ok = db_run(d, e, "DELETE FROM cache WHERE (project, file_hash, key) IN (SELECT project, file_hash, key FROM cache"
			       " INDEXED BY cache_age WHERE created_at < ? ORDER BY created_at LIMIT ?)", "ii", before, most);
	*n = ok ? sqlite3_changes(d->h) : 0;
	return ok;
}

static enum store_outcome write_prune(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct prune *p = ctx;
	int64_t surplus = 0, n = 0;
	bool ok = delete_oldest(d, p->before, PRUNE_MOST, &p->n, e) && count_surplus(d, &p->most, &surplus, e) &&
		  (!surplus || delete_oldest(d, INT64_MAX, surplus, &n, e));
	p->n += n;
	return ok ? STORE_OK : STORE_ERROR;
}

bool sq_cache_prune(struct store *s, int64_t before, const struct store_cache_size *most, int64_t *n, struct err *e)
{
	struct prune p = { before, 0, *most };
	bool ok = write_run(s, write_prune, &p, e) == STORE_OK;
	*n = p.n;
	return ok;
}

bool sq_cache_size(struct store *s, struct store_cache_size *out, struct err *e)
{
	struct db *d = reader_take(s, e);
	bool ok = d && read_size(d, out, e);
	if (d)
		reader_give(s, d);
	return ok;
}
