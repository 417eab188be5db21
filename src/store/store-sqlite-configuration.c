/* SPDX-License-Identifier: Apache-2.0 */
/* Saved configurations. A project has few: filters are looked at row by row in the order of the list. */
#include "store/store-sqlite.h"

#define COLUMNS "id, product, name, label, creator, parameters, created_at, updated_at"

static void configuration_read(sqlite3_stmt *q, struct id project, struct arena *a, struct store_configuration *c)
{
	*c = (struct store_configuration){ .id = db_id(q, 0), .project = project, .product = (enum store_product)db_int(q, 1),
					   .name = db_text(q, 2, a), .label = db_text(q, 3, a), .creator = db_text(q, 4, a),
					   .parameters = db_text(q, 5, a), .created_at = db_int(q, 6), .updated_at = db_int(q, 7) };
}

enum store_outcome sq_configuration_get(struct store *s, struct id project, struct id id, struct arena *a,
					struct store_configuration *out, struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	sqlite3_stmt *q = db_query(d, e, "SELECT " COLUMNS " FROM configurations WHERE id = ?"
				   " AND project = (SELECT number FROM projects WHERE id = ?)", "dd", &id, &project);
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		configuration_read(q, project, a, out);
		sqlite3_reset(q);
	}
	reader_give(s, d);
	return got > 0 ? (arena_ok(a, e) ? STORE_OK : STORE_ERROR) : got == 0 ? STORE_NONE : STORE_ERROR;
}

/* ---- writes. A version is shown in milliseconds and must differ from the one before. */

struct put {
	struct store_configuration *c;
	int64_t now;
};

static enum store_outcome write_put(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct put *p = ctx;
	struct store_configuration *c = p->c;
	int64_t number;
	struct str label = c->label.p ? c->label : STR("");
	if (!project_number(d, c->project, &number, e))
		return STORE_ERROR;
	if (!number) {
		err_set(e, ERR_NOT_FOUND, "there is no such project");
		return STORE_ERROR;
	}
	sqlite3_stmt *q = db_query(d, e, "INSERT INTO configurations (id, project, product, name, label, creator, parameters,"
				   " created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)"
				   " ON CONFLICT (project, product, name, label) DO UPDATE SET parameters = excluded.parameters,"
				   " creator = excluded.creator, updated_at = max(excluded.updated_at, updated_at + 1000)"
				   " RETURNING id, created_at, updated_at", "diissssi", &c->id, number, (int64_t)c->product, &c->name,
				   &label, &c->creator, &c->parameters, p->now);
	if (!q || db_step(d, q, e) <= 0)
		return STORE_ERROR;
	c->id = db_id(q, 0);
	c->created_at = db_int(q, 1);
	c->updated_at = db_int(q, 2);
	sqlite3_reset(q);
	return STORE_OK;
}

bool sq_configuration_put(struct store *s, struct store_configuration *c, int64_t now, struct err *e)
{
	struct put p = { c, now };
	return write_run(s, write_put, &p, e) == STORE_OK;
}

struct change {
	struct id project, id;
	struct str name, parameters;
	int64_t now;
};

static enum store_outcome write_change(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct change *c = ctx;
	int64_t number, known, taken;
	if (!project_number(d, c->project, &number, e) ||
	    !db_number(d, &known, e, "SELECT 1 FROM configurations WHERE id = ? AND project = ?", "di", &c->id, number))
		return STORE_ERROR;
	if (!known)
		return STORE_NONE;
	if (!db_number(d, &taken, e, "SELECT 1 FROM configurations o JOIN configurations c ON c.id = ?1 WHERE o.id <> c.id"
		       " AND o.project = c.project AND o.product = c.product AND o.name = ?2 AND o.label = c.label", "ds", &c->id, &c->name))
		return STORE_ERROR;
	if (taken)
		return STORE_REFUSED;
	bool ok = db_run(d, e, "UPDATE configurations SET name = coalesce(?1, name), parameters = coalesce(?2, parameters),"
			       " updated_at = max(?3, updated_at + 1000) WHERE id = ?4",
			 "ssid", &c->name, &c->parameters, c->now, &c->id);
	return ok ? STORE_OK : STORE_ERROR;
}

enum store_outcome sq_configuration_change(struct store *s, struct id project, struct id id, struct str name, struct str parameters,
					   int64_t now, struct err *e)
{
	struct change c = { project, id, name, parameters, now };
	return write_run(s, write_change, &c, e);
}

static enum store_outcome write_delete(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct change *c = ctx;
	int64_t number;
	if (!project_number(d, c->project, &number, e) ||
	    !db_run(d, e, "DELETE FROM configurations WHERE id = ? AND project = ?", "di", &c->id, number))
		return STORE_ERROR;
	return sqlite3_changes(d->h) ? STORE_OK : STORE_NONE;
}

enum store_outcome sq_configuration_delete(struct store *s, struct id project, struct id id, struct err *e)
{
	struct change c = { .project = project, .id = id };
	return write_run(s, write_delete, &c, e);
}

/* ---- list */

#define MATCHES                                                                                                   \
	" FROM configurations WHERE project = ?1 AND (?2 >> product) & 1 AND (?3 IS NULL OR name = ?3)"           \
	" AND (?4 IS NULL OR label = ?4) AND (?5 IS NULL OR creator = ?5)"

static bool page_full(const struct store_configuration_query *q, const struct store_configuration_page *page, size_t bytes)
{
	return page->n == (size_t)q->limit || bytes > PAGE_BYTES;
}

static bool read_items(struct db *d, const struct store_configuration_query *q, int64_t project, struct arena *a,
		       struct store_configuration_page *out, struct err *e)
{
	sqlite3_stmt *st = db_query(d, e, "SELECT " COLUMNS MATCHES " AND (?6 = 0 OR (created_at, id) < (?7, ?8))"
				    " ORDER BY created_at DESC, id DESC LIMIT ?9", "iisssiidi", project, (int64_t)q->products, &q->name,
				    &q->label, &q->creator, (int64_t)q->after, q->after_time, &q->after_id, (int64_t)q->limit + 1);
	int got = st ? 1 : -1;
	size_t bytes = 0;
	out->items = ARENA_ARRAY(a, (size_t)q->limit, struct store_configuration);
	while (out->items && got > 0 && (got = db_step(d, st, e)) > 0 && !(out->more = page_full(q, out, bytes))) {
		configuration_read(st, q->project, a, &out->items[out->n]);
		bytes += out->items[out->n++].parameters.n;
	}
	if (st)
		sqlite3_reset(st);
	return got >= 0 && arena_ok(a, e);
}

static bool read_list(struct db *d, const struct store_configuration_query *q, struct arena *a,
		      struct store_configuration_page *out, struct err *e)
{
	int64_t project;
	return project_number(d, q->project, &project, e) && read_items(d, q, project, a, out, e) &&
	       db_number(d, &out->total, e, "SELECT count(*)" MATCHES, "iisss", project, (int64_t)q->products, &q->name, &q->label,
			 &q->creator);
}

bool sq_configuration_list(struct store *s, const struct store_configuration_query *q, struct arena *a,
			   struct store_configuration_page *out, struct err *e)
{
	struct db *d = reader_snapshot(s, e); /* so that page and total agree */
	memset(out, 0, sizeof(*out));
	if (!d)
		return false;
	bool ok = read_list(d, q, a, out, e);
	reader_give(s, d);
	return ok;
}
