/* SPDX-License-Identifier: Apache-2.0 */
/* Deliveries of webhooks: written with the change they tell of, claimed, retried, kept as a log. */
#include "store/store-sqlite.h"

#include "base/clock.h"
#include "json/json.h"

/* behaviour.md G-51: extract.pending fires after the create answer was sent. The answer follows the commit at once. */
#define AFTER_ANSWER (CLOCK_SECOND / 4)
enum { LIST_MOST = 1000, PRUNE_MOST = 5000 };
static const struct json_limits any_size = { SIZE_MAX, 64 };

/* ---- writing them */

struct adding {
	struct db *d;
	const struct job_event *v;
	struct str type;
	struct id event;
	int64_t due_at;
	struct arena arena;
	bool any;
};

static bool wants(const struct json *target, struct str type)
{
	const struct json *events = json_get(target, "webhook_events");
	if (json_is_null(events))
		return true;
	for (size_t i = 0; i < events->n; i++)
		if (str_eq(events->item[i]->text, type))
			return true;
	return false;
}

/*
 * A later event is not tried before an earlier one of the same job was: what
 * happens within AFTER_ANSWER arrives in order.
 */
static bool first_due(struct adding *g, struct err *e)
{
	int64_t last;
	if (!db_number(g->d, &last, e, "SELECT coalesce(max(due_at), 0) FROM deliveries WHERE job = ? AND state = 0 AND claimed = 0"
				       " AND attempts = 0", "d", &g->v->job))
		return false;
	g->due_at = g->v->to == JOB_PENDING ? g->v->now + AFTER_ANSWER : g->v->now;
	if (last >= g->due_at)
		g->due_at = last + 1;
	return true;
}

static bool add_target(struct adding *g, const struct json *target, struct err *e)
{
	const struct json *url = json_get(target, "webhook_url"), *host = json_get(target, "host");
	struct buf text = BUF_INIT(0);
	if (!json_is(url, JSON_STRING) || !wants(target, g->type))
		return true;
	json_write(&text, target);
	struct str where = json_is(host, JSON_STRING) ? host->text : STR(""), all = buf_view(&text);
	bool ok = buf_ok(&text, e) &&
		  db_run(g->d, e, "INSERT INTO deliveries (event, project, job, type, host, target, created_at, due_at)"
				  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			 "didsssii", &g->event, g->v->project, &g->v->job, &g->type, &where, &all, g->v->now, g->due_at);
	buf_fini(&text);
	g->any = true;
	return ok;
}

/* A saved target is read when the event happens, so a change of its secret counts at once; a deleted one is told nothing. */
static bool add_saved(struct adding *g, struct str id_text, struct err *e)
{
	struct id id;
	struct str text = { NULL, 0 };
	if (id_parse(ID_WEBHOOK, id_text, &id) && !webhook_target(g->d, g->v->project, id, &g->arena, &text, e))
		return false;
	const struct json *target = text.p ? json_parse(text, &any_size, &g->arena, e) : NULL;
	return text.p ? target && add_target(g, target, e) : true;
}

static bool add_all(struct adding *g, struct err *e)
{
	const struct json *hooks = json_parse(g->v->hooks, &any_size, &g->arena, e);
	bool ok = hooks && first_due(g, e);
	for (size_t i = 0; ok && i < hooks->n; i++) {
		const struct json *hook = hooks->item[i];
		ok = hook->type == JSON_STRING ? add_saved(g, hook->text, e) : add_target(g, hook, e);
	}
	return ok;
}

bool deliveries_add(struct store *s, struct db *d, const struct job_event *v, struct err *e)
{
	const char *name = store_event_name(v->kind, v->to, v->partial);
	if (!v->hooks.p || !name)
		return true;
	struct adding g = { .d = d, .v = v, .type = str_from(name), .event = id_new(v->now) };
	arena_init(&g.arena, "webhooks", 0);
	bool ok = add_all(&g, e) || err_in(e, "webhooks of a job");
	arena_fini(&g.arena);
	sqlite_of(s)->deliveries_added |= ok && g.any;
	return ok;
}

/* ---- making them */

#define COLUMNS "number, event, job, type, host, target, log, state, attempts, created_at, due_at, ended_at"

static struct store_delivery read_row(sqlite3_stmt *q, struct arena *a)
{
	return (struct store_delivery){
		.number = db_int(q, 0), .event = db_id(q, 1), .job = db_id(q, 2), .type = db_text(q, 3, a), .host = db_text(q, 4, a),
		.target = db_text(q, 5, a), .log = db_text(q, 6, a), .state = (enum delivery_state)db_int(q, 7),
		.attempts = (int)db_int(q, 8), .created_at = db_int(q, 9), .due_at = db_int(q, 10), .ended_at = db_int(q, 11),
	};
}

struct claim {
	struct str busy;
	int64_t now, lease_until;
	struct arena *a;
	struct store_delivery *out;
};

/* The first one, due or not, of a host that is not busy. */
#define FIRST " FROM deliveries INDEXED BY deliveries_due WHERE state = 0 AND host NOT IN (SELECT value FROM json_each(?))" \
	      " ORDER BY due_at, number LIMIT 1"

static enum store_outcome write_claim(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct claim *c = ctx;
	sqlite3_stmt *q = db_query(d, e, "SELECT " COLUMNS FIRST, "s", &c->busy);
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		*c->out = read_row(q, c->a);
		sqlite3_reset(q);
	}
	if (got < 0 || !arena_ok(c->a, e))
		return STORE_ERROR;
	if (got == 0 || c->out->due_at > c->now)
		return STORE_NONE;
	bool ok = db_run(d, e, "UPDATE deliveries SET claimed = 1, due_at = ? WHERE number = ?", "ii", c->lease_until, c->out->number);
	return ok ? STORE_OK : STORE_ERROR;
}

enum store_outcome sq_delivery_claim(struct store *s, struct str busy, int64_t now, int64_t lease_until, struct arena *a,
				     struct store_delivery *out, int64_t *next, struct err *e)
{
	struct claim c = { busy, now, lease_until, a, out };
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	/* Mostly nothing is due: that takes no turn of the writer. */
	bool ok = db_number(d, next, e, "SELECT due_at" FIRST, "s", &busy);
	reader_give(s, d);
	if (!ok)
		return STORE_ERROR;
	return *next && *next <= now ? write_run(s, write_claim, &c, e) : STORE_NONE;
}

struct attempted {
	int64_t number;
	const struct store_attempt *t;
};

static enum store_outcome write_attempted(struct store *s, struct db *d, void *ctx, struct err *e)
{
	const struct attempted *c = ctx;
	bool ended = c->t->state != DELIVERY_WAITING;
	if (!db_run(d, e, "UPDATE deliveries SET state = ?1, attempts = attempts + 1, claimed = 0, due_at = ?2, ended_at = ?3,"
			  " target = iif(?1 = 0, target, NULL), log = iif(log = '', ?4, log || ',' || ?4) WHERE number = ?5 AND state = 0",
		    "iiisi", (int64_t)c->t->state, ended ? c->t->now : c->t->due_at, ended ? c->t->now : (int64_t)0, &c->t->entry,
		    c->number))
		return STORE_ERROR;
	return sqlite3_changes(d->h) ? STORE_OK : STORE_NONE;
}

enum store_outcome sq_delivery_attempted(struct store *s, int64_t number, const struct store_attempt *t, struct err *e)
{
	struct attempted c = { number, t };
	return write_run(s, write_attempted, &c, e);
}

static enum store_outcome write_rescue(struct store *s, struct db *d, void *ctx, struct err *e)
{
	const int64_t *now = ctx;
	bool ok = db_run(d, e, "UPDATE deliveries SET claimed = 0, due_at = ? WHERE state = 0 AND claimed = 1", "i", *now);
	return ok ? STORE_OK : STORE_ERROR;
}

bool sq_delivery_rescue(struct store *s, int64_t now, struct err *e)
{
	return write_run(s, write_rescue, &now, e) == STORE_OK;
}

/* ---- the log */

bool sq_delivery_list(struct store *s, struct id project, struct id job, struct arena *a, struct store_delivery **items, size_t *n,
		      struct err *e)
{
	struct db *d = reader_take(s, e);
	int64_t number;
	*n = 0;
	if (!d)
		return false;
	*items = ARENA_ARRAY(a, LIST_MOST, struct store_delivery);
	sqlite3_stmt *q = *items && project_number(d, project, &number, e) ?
		db_query(d, e, "SELECT " COLUMNS " FROM deliveries WHERE job = ? AND project = ? ORDER BY number", "di", &job, number) : NULL;
	int got = q ? 1 : -1;
	while (got > 0 && *n < LIST_MOST && (got = db_step(d, q, e)) > 0)
		(*items)[(*n)++] = read_row(q, a);
	if (q)
		sqlite3_reset(q);
	reader_give(s, d);
	return arena_ok(a, e) && got >= 0;
}

struct prune {
	int64_t before, n;
};

static enum store_outcome write_prune(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct prune *p = ctx;
	if (!db_run(d, e, "DELETE FROM deliveries WHERE number IN (SELECT number FROM deliveries INDEXED BY deliveries_ended"
			  " WHERE state > 0 AND ended_at < ? LIMIT ?)", "ii", p->before, (int64_t)PRUNE_MOST))
		return STORE_ERROR;
	p->n = sqlite3_changes(d->h);
	return STORE_OK;
}

bool sq_delivery_prune(struct store *s, int64_t before, int64_t *n, struct err *e)
{
	struct prune p = { before, 0 };
	bool ok = write_run(s, write_prune, &p, e) == STORE_OK;
	*n = p.n;
	return ok;
}
