/* SPDX-License-Identifier: Apache-2.0 */
/* Saved webhook configurations. */
#include "store/store-sqlite.h"

#define COLUMNS "id, created_at, updated_at, target"

static struct store_webhook read_row(sqlite3_stmt *q, struct id project, struct arena *a)
{
	return (struct store_webhook){ .id = db_id(q, 0), .project = project, .created_at = db_int(q, 1), .updated_at = db_int(q, 2),
				       .target = db_text(q, 3, a) };
}

struct change {
	const struct store_webhook *w;
	int64_t seen;
};

static enum store_outcome write_new(struct store *s, struct db *d, void *ctx, struct err *e)
{
	const struct store_webhook *w = ((struct change *)ctx)->w;
	int64_t number, n;
	if (!project_number(d, w->project, &number, e) ||
	    !db_number(d, &n, e, "SELECT count(*) FROM webhook_configurations WHERE project = ?", "i", number))
		return STORE_ERROR;
	if (!number)
		return STORE_NONE;
	if (n >= STORE_WEBHOOKS_MAX)
		return STORE_REFUSED;
	bool ok = db_run(d, e, "INSERT INTO webhook_configurations (id, project, target, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
			 "disii", &w->id, number, &w->target, w->created_at, w->updated_at);
	return ok ? STORE_OK : STORE_ERROR;
}

enum store_outcome sq_webhook_create(struct store *s, const struct store_webhook *w, struct err *e)
{
	struct change c = { w, 0 };
	return write_run(s, write_new, &c, e);
}

static enum store_outcome find(struct db *d, struct id project, struct id id, struct arena *a, struct store_webhook *out, struct err *e)
{
	int64_t number;
	if (!project_number(d, project, &number, e))
		return STORE_ERROR;
	sqlite3_stmt *q = db_query(d, e, "SELECT " COLUMNS " FROM webhook_configurations WHERE id = ? AND project = ?", "di", &id, number);
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		*out = read_row(q, project, a);
		sqlite3_reset(q);
	}
	if (got <= 0)
		return got == 0 ? STORE_NONE : STORE_ERROR;
	return arena_ok(a, e) ? STORE_OK : STORE_ERROR;
}

enum store_outcome sq_webhook_get(struct store *s, struct id project, struct id id, struct arena *a, struct store_webhook *out,
				  struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	enum store_outcome got = find(d, project, id, a, out, e);
	reader_give(s, d);
	return got;
}

bool sq_webhook_list(struct store *s, struct id project, struct arena *a, struct store_webhook **items, size_t *n, struct err *e)
{
	struct db *d = reader_take(s, e);
	int64_t number;
	*n = 0;
	if (!d)
		return false;
	*items = ARENA_ARRAY(a, STORE_WEBHOOKS_MAX, struct store_webhook);
	sqlite3_stmt *q = *items && project_number(d, project, &number, e) ?
		db_query(d, e, "SELECT " COLUMNS " FROM webhook_configurations WHERE project = ? ORDER BY created_at DESC, id DESC", "i", number) :
		NULL;
	int got = q ? 1 : -1;
	while (got > 0 && *n < STORE_WEBHOOKS_MAX && (got = db_step(d, q, e)) > 0)
		(*items)[(*n)++] = read_row(q, project, a);
	if (q)
		sqlite3_reset(q);
	reader_give(s, d);
	return arena_ok(a, e) && got >= 0;
}

static enum store_outcome write_change(struct store *s, struct db *d, void *ctx, struct err *e)
{
	const struct change *c = ctx;
	struct store_webhook now;
	struct arena a;
	arena_init(&a, "webhook", 0);
	enum store_outcome got = find(d, c->w->project, c->w->id, &a, &now, e);
	if (got == STORE_OK && now.updated_at != c->seen)
		got = STORE_REFUSED;
	if (got == STORE_OK && !db_run(d, e, "UPDATE webhook_configurations SET target = ?, updated_at = ? WHERE id = ?", "sid",
				       &c->w->target, c->w->updated_at, &c->w->id))
		got = STORE_ERROR;
	arena_fini(&a);
	return got;
}

enum store_outcome sq_webhook_update(struct store *s, const struct store_webhook *w, int64_t seen, struct err *e)
{
	struct change c = { w, seen };
	return write_run(s, write_change, &c, e);
}

static enum store_outcome write_delete(struct store *s, struct db *d, void *ctx, struct err *e)
{
	const struct store_webhook *w = ((struct change *)ctx)->w;
	int64_t number;
	if (!project_number(d, w->project, &number, e) ||
	    !db_run(d, e, "DELETE FROM webhook_configurations WHERE id = ? AND project = ?", "di", &w->id, number))
		return STORE_ERROR;
	return sqlite3_changes(d->h) ? STORE_OK : STORE_NONE;
}

enum store_outcome sq_webhook_delete(struct store *s, struct id project, struct id id, struct err *e)
{
	struct store_webhook w = { .id = id, .project = project };
	struct change c = { &w, 0 };
	return write_run(s, write_delete, &c, e);
}

bool webhook_target(struct db *d, int64_t project, struct id id, struct arena *a, struct str *target, struct err *e)
{
	sqlite3_stmt *q = db_query(d, e, "SELECT target FROM webhook_configurations WHERE id = ? AND project = ?", "di", &id, project);
	int got = q ? db_step(d, q, e) : -1;
	*target = (struct str){ NULL, 0 };
	if (got > 0) {
		*target = db_text(q, 0, a);
		sqlite3_reset(q);
	}
	return got >= 0;
}
