/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store-sqlite-job.h"

/* The arrows of a job's life (architecture: PENDING > RUNNING > an end; back to PENDING when a run is given up). */
static const bool arrows[JOB_STATUS_COUNT][JOB_STATUS_COUNT] = {
	[JOB_PENDING] = { [JOB_RUNNING] = true, [JOB_CANCELLED] = true },
	[JOB_RUNNING] = { [JOB_PENDING] = true, [JOB_COMPLETED] = true, [JOB_FAILED] = true, [JOB_CANCELLED] = true },
};

enum store_outcome job_row_read(struct db *d, const struct id *id, int64_t seq, struct arena *a, struct job_row *out, struct err *e)
{
#define COLUMNS                                                                                                              \
	"SELECT j.seq, j.id, j.scope, j.status, j.cfg, j.input, j.updated_at, j.metadata_auto, j.starts, p.id, c.id," \
	" j.item, j.configuration, j.extract_metadata, j.hooks, j.token, j.lease, j.shown, j.request FROM extract_jobs j"               \
	" JOIN projects p ON p.number = j.scope / 4 LEFT JOIN configuration_refs c ON c.number = j.cfg WHERE "
	sqlite3_stmt *q = id ? db_query(d, e, COLUMNS "j.id = ?", "d", id) : db_query(d, e, COLUMNS "j.seq = ?", "i", seq);
	int got = q ? db_step(d, q, e) : -1;
	if (got <= 0)
		return got == 0 ? STORE_NONE : STORE_ERROR;
	*out = (struct job_row){ .seq = db_int(q, 0), .scope = db_int(q, 2), .cfg = db_int(q, 4), .token = (uint64_t)db_int(q, 15),
				 .lease = db_int(q, 16) };
	out->job = (struct store_job){
		.id = db_id(q, 1), .project = db_id(q, 9), .created_at = out->seq, .updated_at = db_int(q, 6),
		.status = (enum job_status)db_int(q, 3), .kind = out->scope % SCOPE_RUNS == RUN_PARSES ? JOB_PARSE : JOB_EXTRACT,
		.input_kind = out->scope % SCOPE_RUNS == RUN_PARSED ? STORE_INPUT_PARSE_JOB : STORE_INPUT_FILE, .input = db_id(q, 5),
		.configuration_id = db_id(q, 10), .has_configuration_id = out->cfg != 0, .metadata_auto = db_int(q, 7) != 0,
		.configuration = db_text(q, 12, a), .hooks = db_text(q, 14, a), .extract_metadata = db_text(q, 13, a),
		.item = db_text(q, 11, a), .starts = (int)db_int(q, 8),
		.shown = db_text(q, 17, a), .request = db_text(q, 18, a),
	};
	sqlite3_reset(q);
	return arena_ok(a, e) ? STORE_OK : STORE_ERROR;
}

/* Starting again after a failure or a restart is none. */
static bool is_news(const struct job_move *m)
{
	return m->to != JOB_PENDING && (m->to != JOB_RUNNING || m->starts == 1);
}

static bool tell(struct store *s, struct db *d, const struct job_row *r, bool partial, struct err *e)
{
	struct job_event v = { job_id_kind(r->job.kind), r->job.id, r->scope / SCOPE_RUNS, r->job.hooks, r->job.status, partial, r->job.updated_at };
	return deliveries_add(s, d, &v, e);
}

bool job_row_move(struct store *s, struct db *d, struct job_row *r, const struct job_move *m, struct err *e)
{
	struct store_job *j = &r->job;
	enum job_status from = j->status;
	struct buf item = BUF_INIT(0);
	if (!arrows[from][m->to])
		return err_set(e, ERR_STORE, "a job cannot go from %s to %s", job_status_name(from), job_status_name(m->to));
	j->status = m->to;
	j->updated_at = m->now > r->seq ? m->now : r->seq;
	j->error_message = m->error_message;
	j->result = m->result;
	j->metadata = m->metadata;
	store_item_render(&item, j);
	struct str text = buf_view(&item), metadata = m->extract_metadata;
	bool ok = buf_ok(&item, e);
	bool runs = m->to == JOB_RUNNING;
	ok = ok && db_run(d, e, "UPDATE extract_jobs SET status = ?1, updated_at = ?2, starts = ?3, node = ?4,"
				" token = iif(?1 = 2, ?5, NULL), lease = iif(?1 = 2, ?6, NULL), item = ?7, extract_metadata = ?8,"
				" due = ?9 WHERE seq = ?10",
			  "iiisiissii", (int64_t)m->to, j->updated_at, (int64_t)m->starts, &m->node, (int64_t)m->token, m->lease,
			  &text, &metadata, m->due, r->seq);
	struct count_job counted = { r->scope, r->cfg, r->seq, &j->input };
	ok = ok && count_move(d, &counted, from, m->to, e) && (!is_news(m) || tell(s, d, r, m->partial, e));
	j->item = (struct str){ NULL, 0 };
	j->starts = m->starts;
	r->token = runs ? m->token : 0;
	sqlite_of(s)->jobs_changed = true;
	buf_fini(&item);
	return ok;
}

bool configuration_number(struct db *d, struct id id, bool make, int64_t *number, struct err *e)
{
	if (!db_number(d, number, e, "SELECT number FROM configuration_refs WHERE id = ?", "d", &id))
		return false;
	if (*number || !make)
		return true;
	if (!db_run(d, e, "INSERT INTO configuration_refs (id) VALUES (?)", "d", &id))
		return false;
	*number = sqlite3_last_insert_rowid(d->h);
	return true;
}

bool job_row_insert(struct db *d, const struct store_job *j, int64_t scope, int64_t cfg, struct err *e)
{
	struct buf item = BUF_INIT(0);
	store_item_render(&item, j);
	struct str text = buf_view(&item);
	bool ok = buf_ok(&item, e) &&
		  db_run(d, e, "INSERT INTO extract_jobs (seq, id, scope, status, cfg, input, updated_at, metadata_auto, item,"
			       " extract_metadata, configuration, hooks, shown, request) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			 "idiiidiissssss", j->created_at, &j->id, scope, (int64_t)j->status, cfg, &j->input, j->updated_at,
			 (int64_t)j->metadata_auto, &text, &j->extract_metadata, &j->configuration, &j->hooks, &j->shown, &j->request);
	buf_fini(&item);
	return ok;
}

int64_t new_seq(struct store *s, int64_t now)
{
	struct sqlite *q = sqlite_of(s);
	q->last_seq = now > q->last_seq ? now : q->last_seq + 1;
	return q->last_seq;
}

/* ---- create */

struct create {
	struct store_job *j;
	int64_t now, max_pending;
};

static bool input_exists(struct db *d, const struct store_job *j, int64_t number, int64_t *exists, struct err *e)
{
	if (j->input_kind == STORE_INPUT_FILE)
		return db_number(d, exists, e, "SELECT 1 FROM files WHERE id = ? AND project = ?", "di", &j->input, number);
	return db_number(d, exists, e, "SELECT 1 FROM extract_jobs WHERE id = ? AND scope = ?", "di", &j->input, SCOPE(number, RUN_PARSES));
}

static enum store_outcome write_create(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct create *c = ctx;
	struct store_job *j = c->j;
	struct sqlite *q = sqlite_of(s);
	int64_t number, exists, pending = 0, cfg = 0;
	if (!project_number(d, j->project, &number, e) || !input_exists(d, j, number, &exists, e))
		return STORE_ERROR;
	if (!number || (!exists && !j->input_later))
		return STORE_NONE;
	if (c->max_pending > 0 && !count_all(d, JOB_PENDING, &pending, e))
		return STORE_ERROR;
	if (c->max_pending > 0 && pending >= c->max_pending)
		return STORE_REFUSED;
	if (j->has_configuration_id && !configuration_number(d, j->configuration_id, true, &cfg, e))
		return STORE_ERROR;
	j->status = JOB_PENDING;
	j->created_at = j->updated_at = new_seq(s, c->now);
	struct count_job counted = { SCOPE(number, job_run(j)), cfg, j->created_at, &j->input };
	struct job_event news = { job_id_kind(j->kind), j->id, number, j->hooks, JOB_PENDING, false, j->created_at };
	if (!job_row_insert(d, j, counted.scope, cfg, e) || !count_insert(d, &counted, JOB_PENDING, e) ||
	    !deliveries_add(s, d, &news, e))
		return STORE_ERROR;
	q->jobs_changed = true;
	q->claimable++;
	return STORE_OK;
}

enum store_outcome sq_job_create(struct store *s, struct store_job *j, int64_t now, int64_t max_pending, struct err *e)
{
	struct create c = { j, now, max_pending };
	return write_run(s, write_create, &c, e);
}

/* ---- get, delete, cancel */

enum store_outcome sq_job_get(struct store *s, struct id project, struct id job, struct arena *a, struct store_job *out,
			      struct err *e)
{
	struct job_row r = { 0 };
	struct db *d = reader_take(s, e);
	if (!d)
		return STORE_ERROR;
	enum store_outcome got = job_row_read(d, &job, 0, a, &r, e);
	reader_give(s, d);
	if (got != STORE_OK)
		return got;
	*out = r.job;
	return id_eq(r.job.project, project) ? STORE_OK : STORE_NONE;
}

struct target {
	struct id project, job;
	int64_t now;
};

/* The job of a request on the writer's side, on an arena of its own. */
static enum store_outcome find_target(struct db *d, const struct target *t, struct arena *a, struct job_row *r, struct err *e)
{
	arena_init(a, "job", 0);
	enum store_outcome got = job_row_read(d, &t->job, 0, a, r, e);
	return got == STORE_OK && !id_eq(r->job.project, t->project) ? STORE_NONE : got;
}

static enum store_outcome write_delete(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct job_row r = { 0 };
	struct arena a;
	enum store_outcome got = find_target(d, ctx, &a, &r, e);
	if (got == STORE_OK && !job_status_final(r.job.status))
		got = STORE_REFUSED;
	struct count_job counted = { r.scope, r.cfg, r.seq, &r.job.input };
	if (got == STORE_OK && (!db_run(d, e, "DELETE FROM extract_jobs WHERE seq = ?", "i", r.seq) ||
				!db_run(d, e, "DELETE FROM parsed WHERE job = ?", "d", &r.job.id) ||
				!db_run(d, e, "DELETE FROM cache WHERE owner = ?", "d", &r.job.id) ||
				!count_delete(d, &counted, r.job.status, e)))
		got = STORE_ERROR;
	if (got == STORE_OK)
		sqlite_of(s)->jobs_changed = true;
	arena_fini(&a);
	return got;
}

enum store_outcome sq_job_delete(struct store *s, struct id project, struct id job, struct err *e)
{
	struct target t = { project, job, 0 };
	return write_run(s, write_delete, &t, e);
}

static enum store_outcome write_cancel(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct target *t = ctx;
	struct job_row r = { 0 };
	struct arena a;
	enum store_outcome got = find_target(d, t, &a, &r, e);
	if (got == STORE_OK && job_status_final(r.job.status))
		got = STORE_REFUSED;
	struct job_move m = { .to = JOB_CANCELLED, .now = t->now, .starts = r.job.starts };
	if (got == STORE_OK && !job_row_move(s, d, &r, &m, e))
		got = STORE_ERROR;
	arena_fini(&a);
	return got;
}

enum store_outcome sq_job_cancel(struct store *s, struct id project, struct id job, int64_t now, struct err *e)
{
	struct target t = { project, job, now };
	return write_run(s, write_cancel, &t, e);
}

bool sq_job_count(struct store *s, enum job_kind kind, int64_t *by, struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return false;
	bool ok = count_kind(d, kind, by, e);
	reader_give(s, d);
	return ok;
}

bool sq_job_oldest(struct store *s, enum job_kind kind, int64_t *created_at, struct err *e)
{
	struct db *d = reader_take(s, e);
	if (!d)
		return false;
	bool ok = db_number(d, created_at, e, "SELECT seq FROM extract_jobs INDEXED BY jobs_waiting_kind WHERE status = 0"
			    " AND (scope % 4 = 2) = ? ORDER BY seq LIMIT 1", "i", (int64_t)(kind == JOB_PARSE));
	reader_give(s, d);
	return ok;
}
