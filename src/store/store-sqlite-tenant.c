/* SPDX-License-Identifier: Apache-2.0 */
/* Organizations, projects, keys, sessions. */
#include "store/store-sqlite.h"

#include "base/clock.h"

#define KEY_USED_STEP (600 * CLOCK_SECOND)

bool project_number(struct db *d, struct id project, int64_t *number, struct err *e)
{
	*number = id_eq(d->project.id, project) ? d->project.number : 0;
	if (*number)
		return true;
	if (!db_number(d, number, e, "SELECT number FROM projects WHERE id = ?", "d", &project))
		return false;
	d->project.id = project;
	d->project.number = *number;
	return true;
}

#define SCOPE_COLUMNS(expires_at) "SELECT p.organization, p.id, k.id, p.enabled, " expires_at " FROM "

static enum store_outcome read_scope(struct store *s, struct db *d, sqlite3_stmt *q, struct store_scope *out, struct err *e)
{
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		*out = (struct store_scope){ db_id(q, 0), db_id(q, 1), db_id(q, 2), db_int(q, 3) != 0, db_int(q, 4) };
		sqlite3_reset(q);
	}
	reader_give(s, d);
	return got > 0 ? STORE_OK : got == 0 ? STORE_NONE : STORE_ERROR;
}

enum store_outcome sq_key_lookup(struct store *s, const uint8_t *hash, struct store_scope *out, struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	return read_scope(s, d, db_query(d, e, SCOPE_COLUMNS("0") "api_keys k JOIN projects p ON p.number = k.project"
					 " WHERE k.hash = ? AND k.revoked_at = 0", "h", hash), out, e);
}

enum store_outcome sq_session_lookup(struct store *s, const uint8_t *hash, int64_t now, struct store_scope *out, struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	return read_scope(s, d, db_query(d, e, SCOPE_COLUMNS("s.expires_at") "sessions s JOIN api_keys k ON k.id = s.key"
					 " JOIN projects p ON p.number = k.project"
					 " WHERE s.hash = ? AND s.expires_at > ? AND k.revoked_at = 0", "hi", hash, now), out, e);
}

/* ---- writes: a struct with the arguments, a function for the writer, and the call */

struct project_new {
	struct id org, id;
	struct str name;
	int64_t now;
};

static bool insert_project(struct db *d, const struct project_new *p, struct err *e)
{
	return db_run(d, e, "INSERT INTO projects (id, organization, name, created_at) VALUES (?, ?, ?, ?)", "ddsi", &p->id, &p->org,
		      &p->name, p->now);
}

static enum store_outcome write_bootstrap(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct project_new *p = ctx;
	sqlite3_stmt *q = db_query(d, e, "SELECT organization, id FROM projects ORDER BY number LIMIT 1", "");
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		p->org = db_id(q, 0);
		p->id = db_id(q, 1);
		sqlite3_reset(q);
	}
	if (got != 0)
		return got > 0 ? STORE_OK : STORE_ERROR;
	p->org = id_new(p->now);
	p->id = id_new(p->now);
	bool ok = db_run(d, e, "INSERT INTO organizations (id, created_at, name) VALUES (?, ?, ?)", "dis", &p->org, p->now, &p->name) &&
		  insert_project(d, p, e);
	return ok ? STORE_OK : STORE_ERROR;
}

bool sq_bootstrap(struct store *s, int64_t now, struct id *org, struct id *project, struct err *e)
{
	struct project_new p = { .name = STR("Default"), .now = now };
	if (write_run(s, write_bootstrap, &p, e) != STORE_OK)
		return false;
	*org = p.org;
	*project = p.id;
	return true;
}

static enum store_outcome write_project(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct project_new *p = ctx;
	int64_t known;
	p->id = id_new(p->now);
	if (!db_number(d, &known, e, "SELECT count(*) FROM organizations WHERE id = ?", "d", &p->org))
		return STORE_ERROR;
	if (!known) {
		err_set(e, ERR_NOT_FOUND, "there is no such organization");
		return STORE_ERROR;
	}
	return insert_project(d, p, e) ? STORE_OK : STORE_ERROR;
}

bool sq_project_create(struct store *s, struct id org, struct str name, int64_t now, struct id *out, struct err *e)
{
	struct project_new p = { .org = org, .name = name.p ? name : STR(""), .now = now };
	bool ok = write_run(s, write_project, &p, e) == STORE_OK;
	*out = p.id;
	return ok;
}

enum store_outcome sq_project_lookup(struct store *s, struct id project, struct id *org, struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	sqlite3_stmt *q = db_query(d, e, "SELECT organization FROM projects WHERE id = ?", "d", &project);
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		*org = db_id(q, 0);
		sqlite3_reset(q);
	}
	reader_give(s, d);
	return got > 0 ? STORE_OK : got == 0 ? STORE_NONE : STORE_ERROR;
}

enum store_outcome sq_project_get(struct store *s, struct id project, struct arena *a, struct store_project *out, struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	sqlite3_stmt *q = db_query(d, e, "SELECT organization, name, enabled, created_at, number = (SELECT min(number) FROM projects o"
				   " WHERE o.organization = p.organization) FROM projects p WHERE id = ?", "d", &project);
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		*out = (struct store_project){ .id = project, .org = db_id(q, 0), .name = db_text(q, 1, a),
					       .enabled = db_int(q, 2) != 0, .created_at = db_int(q, 3), .first = db_int(q, 4) != 0 };
		sqlite3_reset(q);
	}
	reader_give(s, d);
	return got > 0 ? (arena_ok(a, e) ? STORE_OK : STORE_ERROR) : got == 0 ? STORE_NONE : STORE_ERROR;
}

struct key_new {
	struct id project, id;
	struct str name;
	const uint8_t *hash;
	int64_t now;
};

static enum store_outcome write_key(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct key_new *k = ctx;
	int64_t number;
	if (!project_number(d, k->project, &number, e))
		return STORE_ERROR;
	if (!number) {
		err_set(e, ERR_NOT_FOUND, "there is no such project");
		return STORE_ERROR;
	}
	k->id = id_new(k->now);
	/* A key given again (configuration, after a revocation) keeps its row. */
	sqlite3_stmt *q = db_query(d, e, "INSERT INTO api_keys (id, hash, project, name, created_at) VALUES (?, ?, ?, ?, ?)"
				   " ON CONFLICT (hash) DO UPDATE SET revoked_at = 0, project = excluded.project RETURNING id",
				   "dhisi", &k->id, k->hash, number, &k->name, k->now);
	int got = q ? db_step(d, q, e) : -1;
	if (got <= 0)
		return STORE_ERROR;
	k->id = db_id(q, 0);
	sqlite3_reset(q);
	return STORE_OK;
}

bool sq_key_create(struct store *s, struct id project, struct str name, const uint8_t *hash, int64_t now, struct id *out,
		   struct err *e)
{
	struct key_new k = { .project = project, .name = name.p ? name : STR(""), .hash = hash, .now = now };
	bool ok = rights_run(s, write_key, &k, e) == STORE_OK; /* it may be one that was another project's */
	*out = k.id;
	return ok;
}

bool sq_key_list(struct store *s, struct id project, struct arena *a, struct store_key **keys, size_t *n, struct err *e)
{
	struct db *d = reader_take(s, e);
	int64_t count = 0;
	*n = 0;
	*keys = NULL;
	if (!d)
		return false;
	sqlite3_stmt *q = db_number(d, &count, e, "SELECT count(*) FROM api_keys", "") ?
		db_query(d, e, "SELECT k.id, p.id, k.name, k.created_at, k.last_used_at, k.revoked_at FROM api_keys k"
			 " JOIN projects p ON p.number = k.project WHERE p.id = ?1 OR ?2 ORDER BY k.created_at, k.id", "di",
			 &project, (int64_t)id_is_zero(project)) : NULL;
	*keys = q ? ARENA_ARRAY(a, (size_t)count, struct store_key) : NULL;
	int got = *keys ? 1 : -1;
	while (got > 0 && (got = db_step(d, q, e)) > 0 && *n < (size_t)count)
		(*keys)[(*n)++] = (struct store_key){ .id = db_id(q, 0), .project = db_id(q, 1), .name = db_text(q, 2, a),
						      .created_at = db_int(q, 3), .last_used_at = db_int(q, 4),
						      .revoked_at = db_int(q, 5) };
	if (q)
		sqlite3_reset(q);
	reader_give(s, d);
	return got >= 0 && arena_ok(a, e);
}

struct key_use {
	struct id key;
	int64_t now;
};

static enum store_outcome write_key_used(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct key_use *u = ctx;
	bool ok = db_run(d, e, "UPDATE api_keys SET last_used_at = ?1 WHERE id = ?2 AND last_used_at < ?1", "id", u->now, &u->key);
	return ok ? STORE_OK : STORE_ERROR;
}

void sq_key_used(struct store *s, struct id key, int64_t now)
{
	struct key_use u = { key, now };
	struct err ignored;
	int64_t last;
	struct db *d = reader_take(s, &ignored);
	if (!d)
		return;
	bool ok = db_number(d, &last, &ignored, "SELECT last_used_at FROM api_keys WHERE id = ?", "d", &key);
	reader_give(s, d);
	if (ok && now - last >= KEY_USED_STEP)
		write_post(s, write_key_used, &u, sizeof(u));
}

struct key_end {
	struct id project, key;
	int64_t now;
};

static enum store_outcome write_revoke(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct key_end *k = ctx;
	int64_t number;
	if (!project_number(d, k->project, &number, e) ||
	    !db_run(d, e, "UPDATE api_keys SET revoked_at = ? WHERE id = ? AND project = ? AND revoked_at = 0", "idi", k->now,
		    &k->key, number))
		return STORE_ERROR;
	bool done = sqlite3_changes(d->h) > 0;
	int64_t known = 0;
	if (!db_run(d, e, "DELETE FROM sessions WHERE key = ?", "d", &k->key) ||
	    !db_number(d, &known, e, "SELECT count(*) FROM api_keys WHERE id = ? AND project = ?", "di", &k->key, number))
		return STORE_ERROR;
	return done ? STORE_OK : known ? STORE_REFUSED : STORE_NONE;
}

enum store_outcome sq_key_revoke(struct store *s, struct id project, struct id key, int64_t now, struct err *e)
{
	struct key_end k = { project, key, now };
	return rights_run(s, write_revoke, &k, e);
}
