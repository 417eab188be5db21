/* SPDX-License-Identifier: Apache-2.0 */
/* Organizations and their projects, as the command line manages them. */
#include "store/store-sqlite.h"

struct org_new {
	struct id id;
	struct str name;
	int64_t now;
};

static enum store_outcome write_org(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct org_new *o = ctx;
	o->id = id_new(o->now);
	bool ok = db_run(d, e, "INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)", "dsi", &o->id, &o->name, o->now);
	return ok ? STORE_OK : STORE_ERROR;
}

bool sq_org_create(struct store *s, struct str name, int64_t now, struct id *out, struct err *e)
{
	struct org_new o = { .name = name.p ? name : STR(""), .now = now };
	bool ok = write_run(s, write_org, &o, e) == STORE_OK;
	*out = o.id;
	return ok;
}

bool sq_org_list(struct store *s, struct arena *a, struct store_org **orgs, size_t *n, struct err *e)
{
	struct db *d = reader_take(s, e);
	int64_t count = 0;
	*n = 0;
	*orgs = NULL;
	if (!d)
		return false;
	sqlite3_stmt *q = db_number(d, &count, e, "SELECT count(*) FROM organizations", "") ?
		db_query(d, e, "SELECT id, name, created_at, (SELECT count(*) FROM projects p WHERE p.organization = o.id)"
			 " FROM organizations o ORDER BY created_at, id", "") : NULL;
	*orgs = q ? ARENA_ARRAY(a, (size_t)count, struct store_org) : NULL;
	int got = *orgs ? 1 : -1;
	while (got > 0 && (got = db_step(d, q, e)) > 0 && *n < (size_t)count)
		(*orgs)[(*n)++] = (struct store_org){ db_id(q, 0), db_text(q, 1, a), db_int(q, 2), db_int(q, 3) };
	if (q)
		sqlite3_reset(q);
	reader_give(s, d);
	return got >= 0 && arena_ok(a, e);
}

bool sq_project_list(struct store *s, struct id org, struct arena *a, struct store_project **projects, size_t *n, struct err *e)
{
	struct db *d = reader_take(s, e);
	int64_t count = 0;
	*n = 0;
	*projects = NULL;
	if (!d)
		return false;
	sqlite3_stmt *q = db_number(d, &count, e, "SELECT count(*) FROM projects", "") ?
		db_query(d, e, "SELECT id, organization, name, enabled, number = (SELECT min(number) FROM projects o"
			 " WHERE o.organization = p.organization), created_at FROM projects p WHERE organization = ?1 OR ?2"
			 " ORDER BY number", "di", &org, (int64_t)id_is_zero(org)) : NULL;
	*projects = q ? ARENA_ARRAY(a, (size_t)count, struct store_project) : NULL;
	int got = *projects ? 1 : -1;
	while (got > 0 && (got = db_step(d, q, e)) > 0 && *n < (size_t)count)
		(*projects)[(*n)++] = (struct store_project){ .id = db_id(q, 0), .org = db_id(q, 1), .name = db_text(q, 2, a),
							      .enabled = db_int(q, 3) != 0, .first = db_int(q, 4) != 0,
							      .created_at = db_int(q, 5) };
	if (q)
		sqlite3_reset(q);
	reader_give(s, d);
	return got >= 0 && arena_ok(a, e);
}

struct project_state {
	struct id project;
	bool enabled;
};

static enum store_outcome write_enable(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct project_state *p = ctx;
	int64_t number;
	if (!db_run(d, e, "UPDATE projects SET enabled = ?1 WHERE id = ?2 AND enabled <> ?1", "id", (int64_t)p->enabled, &p->project))
		return STORE_ERROR;
	if (sqlite3_changes(d->h))
		return STORE_OK;
	if (!project_number(d, p->project, &number, e))
		return STORE_ERROR;
	return number ? STORE_REFUSED : STORE_NONE;
}

enum store_outcome sq_project_enable(struct store *s, struct id project, bool enabled, struct err *e)
{
	struct project_state p = { project, enabled };
	return rights_run(s, write_enable, &p, e);
}
