/* SPDX-License-Identifier: Apache-2.0 */
/* Claims, leases and ends of jobs: what room queue calls. */
#include "store/store-sqlite-job.h"

struct claim {
	struct str node;
	int64_t now, lease;
	struct arena *a;
	struct store_claim *out;
};

static uint64_t new_token(void)
{
	uint64_t t;
	crypto_random(&t, sizeof(t));
	return (t & INT64_MAX) | 1; /* positive: SQLite's integers are signed */
}

static bool find_file(struct db *d, const struct store_job *j, struct arena *a, struct store_claim *out, struct err *e)
{
	sqlite3_stmt *q = db_query(d, e, "SELECT hash, size, name FROM files WHERE id = ?", "d", &j->input);
	int got = q ? db_step(d, q, e) : -1;
	out->file_gone = got == 0;
	if (got > 0) {
		db_hash(q, 0, out->blob.hash);
		out->blob.size = db_int(q, 1);
		out->file_name = db_text(q, 2, a);
		sqlite3_reset(q);
	}
	return got >= 0;
}

static bool find_frames(struct db *d, const struct store_job *j, struct arena *a, struct store_claim *out, struct err *e)
{
	sqlite3_stmt *q = db_query(d, e, "SELECT frames, frames_size, tier FROM parsed WHERE job = ?", "d", &j->input);
	int got = q ? db_step(d, q, e) : -1;
	out->file_gone = got == 0;
	if (got > 0) {
		char *hex = arena_alloc(a, SHA256_HEX_SIZE);
		db_hash(q, 0, out->blob.hash);
		out->blob.size = db_int(q, 1);
		if (hex)
			crypto_hex(out->blob.hash, SHA256_SIZE, hex);
		out->frames_hash_hex = str_from(hex);
		out->parse_tier = db_text(q, 2, a);
		sqlite3_reset(q);
	}
	return got >= 0;
}

/* One that is tried again was there first. */
static bool next_of_kind(struct db *d, enum job_kind kind, int64_t now, int64_t *seq, struct err *e)
{
	int64_t parse = kind == JOB_PARSE;
	if (!db_number(d, seq, e, "SELECT seq FROM extract_jobs INDEXED BY jobs_due WHERE status = 0 AND (scope % 4 = 2) = ?"
				  " AND due > 0 AND due <= ? ORDER BY due LIMIT 1", "ii", parse, now))
		return false;
	return *seq || db_number(d, seq, e, "SELECT seq FROM extract_jobs INDEXED BY jobs_turn WHERE status = 0 AND due = 0"
					    " AND (scope % 4 = 2) = ? ORDER BY seq LIMIT 1", "i", parse);
}

/* The oldest waiting job of the kind after the one that was claimed last; 0 if nothing waits. Many jobs of one kind so
 * never hold up the others. */
static bool next_waiting(struct store *s, struct db *d, int64_t now, int64_t *seq, struct err *e)
{
	struct sqlite *q = sqlite_of(s);
	*seq = 0;
	for (int i = 1; i <= JOB_KINDS && !*seq; i++) {
		enum job_kind kind = (enum job_kind)((q->turn + i) % JOB_KINDS);
		if (!next_of_kind(d, kind, now, seq, e))
			return false;
		if (*seq)
			q->turn = kind;
	}
	return true;
}

static enum store_outcome write_claim(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct claim *c = ctx;
	struct job_row r = { 0 };
	int64_t seq;
	if (!next_waiting(s, d, c->now, &seq, e))
		return STORE_ERROR;
	if (!seq)
		return STORE_NONE;
	if (job_row_read(d, NULL, seq, c->a, &r, e) != STORE_OK)
		return STORE_ERROR;
	struct job_move m = { .to = JOB_RUNNING, .now = c->now, .node = c->node, .lease = c->lease, .token = new_token(),
			      .starts = r.job.starts + 1 };
	if (!job_row_move(s, d, &r, &m, e))
		return STORE_ERROR;
	*c->out = (struct store_claim){ .job = r.job, .token = m.token };
	bool ok = r.job.input_kind == STORE_INPUT_FILE ? find_file(d, &r.job, c->a, c->out, e) : find_frames(d, &r.job, c->a, c->out, e);
	return ok && arena_ok(c->a, e) ? STORE_OK : STORE_ERROR;
}

enum store_outcome sq_job_claim(struct store *s, struct str node, int64_t now, int64_t lease, struct arena *a,
				struct store_claim *out, struct err *e)
{
	struct claim c = { node, now, lease, a, out };
	return write_run(s, write_claim, &c, e);
}

/* ---- writes of a claim's holder */

struct held {
	struct id job;
	uint64_t token;
	int64_t lease, now, due;
	bool counts;
	uint32_t done, pages;
	const struct store_finish *finish;
};

static enum store_outcome write_renew(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct held *h = ctx;
	if (!db_run(d, e, "UPDATE extract_jobs SET lease = ? WHERE id = ? AND token = ?", "idi", h->lease, &h->job, (int64_t)h->token))
		return STORE_ERROR;
	return sqlite3_changes(d->h) ? STORE_OK : STORE_REFUSED;
}

enum store_outcome sq_job_renew(struct store *s, struct id job, uint64_t token, int64_t lease, struct err *e)
{
	struct held h = { .job = job, .token = token, .lease = lease };
	return write_run(s, write_renew, &h, e);
}

/* The row if the claim still holds: RUNNING under the same token. */
static enum store_outcome find_held(struct db *d, const struct held *h, struct arena *a, struct job_row *r, struct err *e)
{
	arena_init(a, "job", 0);
	enum store_outcome got = job_row_read(d, &h->job, 0, a, r, e);
	if (got == STORE_NONE)
		return STORE_REFUSED;
	return got == STORE_OK && (r->job.status != JOB_RUNNING || r->token != h->token) ? STORE_REFUSED : got;
}

/* It is no change of state: only what the job shows is written anew. */
static enum store_outcome write_progress(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct held *h = ctx;
	struct job_row r = { 0 };
	struct arena a;
	struct buf item = BUF_INIT(0);
	enum store_outcome got = find_held(d, h, &a, &r, e);
	r.job.pages_done = h->done;
	r.job.pages = h->pages;
	store_item_render(&item, &r.job);
	struct str text = buf_view(&item);
	if (got == STORE_OK && !(buf_ok(&item, e) && db_run(d, e, "UPDATE extract_jobs SET item = ? WHERE seq = ?", "si", &text, r.seq)))
		got = STORE_ERROR;
	sqlite_of(s)->jobs_changed |= got == STORE_OK;
	buf_fini(&item);
	arena_fini(&a);
	return got;
}

enum store_outcome sq_job_progress(struct store *s, struct id job, uint64_t token, uint32_t done, uint32_t pages, struct err *e)
{
	struct held h = { .job = job, .token = token, .done = done, .pages = pages };
	return write_run(s, write_progress, &h, e);
}

static bool insert_parsed(struct db *d, struct id job, const struct store_parsed *p, struct err *e)
{
	return db_run(d, e, "INSERT INTO parsed (job, tier, frames, frames_size, pages) VALUES (?, ?, ?, ?, ?)", "dshii", &job, &p->tier,
		      p->frames.hash, p->frames.size, (int64_t)p->pages);
}

/* The parse job of an extraction, finished as it begins. */
static bool insert_parse_job(struct store *s, struct db *d, struct store_job *p, int64_t now, struct err *e)
{
	int64_t number;
	if (!project_number(d, p->project, &number, e))
		return false;
	p->kind = JOB_PARSE;
	p->created_at = p->updated_at = new_seq(s, now);
	struct count_job counted = { SCOPE(number, RUN_PARSES), 0, p->created_at, &p->input };
	return job_row_insert(d, p, counted.scope, 0, e) && count_insert(d, &counted, p->status, e);
}

static bool insert_results(struct store *s, struct db *d, const struct held *h, struct err *e)
{
	const struct store_finish *f = h->finish;
	if (f->parse_job && !insert_parse_job(s, d, f->parse_job, h->now, e))
		return false;
	return !f->parsed || insert_parsed(d, f->parse_job ? f->parse_job->id : h->job, f->parsed, e);
}

static enum store_outcome write_finish(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct held *h = ctx;
	const struct store_finish *f = h->finish;
	struct job_row r = { 0 };
	struct arena a;
	enum store_outcome got = find_held(d, h, &a, &r, e);
	struct job_move m = { .to = f->status, .now = h->now, .error_message = f->error_message, .result = f->result,
			      .metadata = f->metadata, .extract_metadata = f->extract_metadata, .starts = r.job.starts,
			      .partial = f->partial };
	if (got == STORE_OK && (!job_row_move(s, d, &r, &m, e) || !insert_results(s, d, h, e)))
		got = STORE_ERROR;
	arena_fini(&a);
	return got;
}

enum store_outcome sq_job_finish(struct store *s, struct id job, uint64_t token, const struct store_finish *f, int64_t now,
				 struct err *e)
{
	struct held h = { .job = job, .token = token, .now = now, .finish = f };
	return write_run(s, write_finish, &h, e);
}

static enum store_outcome write_release(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct held *h = ctx;
	struct job_row r = { 0 };
	struct arena a;
	enum store_outcome got = find_held(d, h, &a, &r, e);
	struct job_move m = { .to = JOB_PENDING, .now = h->now, .starts = r.job.starts - !h->counts, .due = h->due };
	if (got == STORE_OK && !job_row_move(s, d, &r, &m, e))
		got = STORE_ERROR;
	sqlite_of(s)->claimable += got == STORE_OK && !h->due;
	arena_fini(&a);
	return got;
}

enum store_outcome sq_job_release(struct store *s, struct id job, uint64_t token, bool counts, int64_t now, int64_t due,
				  struct err *e)
{
	struct held h = { .job = job, .token = token, .counts = counts, .now = now, .due = due };
	return write_run(s, write_release, &h, e);
}

enum store_outcome sq_parsed_get(struct store *s, struct id project, struct id job, struct arena *a, struct store_parsed *out,
				 struct err *e)
{
	struct db *d = reader_take(s, e);
	int64_t number = 0;
	bool ok = d && project_number(d, project, &number, e);
	sqlite3_stmt *q = ok ? db_query(d, e, "SELECT p.frames, p.frames_size, p.tier, p.pages FROM parsed p JOIN extract_jobs j"
					      " ON j.id = p.job WHERE p.job = ? AND j.scope = ?",
					"di", &job, SCOPE(number, RUN_PARSES)) : NULL;
	int got = q ? db_step(d, q, e) : -1;
	if (got > 0) {
		db_hash(q, 0, out->frames.hash);
		out->frames.size = db_int(q, 1);
		out->tier = db_text(q, 2, a);
		out->pages = (int)db_int(q, 3);
		sqlite3_reset(q);
	}
	if (d)
		reader_give(s, d);
	return got > 0 && arena_ok(a, e) ? STORE_OK : got == 0 ? STORE_NONE : STORE_ERROR;
}

/* ---- rescue */

struct rescue {
	struct str node; /* p NULL: expired leases of anybody; else every claim of this node */
	int64_t now;
	int max_starts;
	struct str failure;
	struct store_rescued *out;
};

static bool next_lost(struct db *d, const struct rescue *k, int64_t *seq, struct err *e)
{
	if (k->node.p)
		return db_number(d, seq, e, "SELECT seq FROM extract_jobs INDEXED BY jobs_lease WHERE status = 2 AND lease > 0"
				 " AND node = ? LIMIT 1", "s", &k->node);
	return db_number(d, seq, e, "SELECT seq FROM extract_jobs INDEXED BY jobs_lease WHERE status = 2 AND lease < ? LIMIT 1", "i",
			 k->now);
}

static bool rescue_one(struct store *s, struct db *d, struct rescue *k, int64_t seq, struct err *e)
{
	struct job_row r = { 0 };
	struct arena a;
	arena_init(&a, "job", 0);
	bool ok = job_row_read(d, NULL, seq, &a, &r, e) == STORE_OK;
	bool again = ok && r.job.starts < k->max_starts;
	struct job_move m = { .to = again ? JOB_PENDING : JOB_FAILED, .now = k->now, .starts = r.job.starts };
	if (!again)
		m.error_message = k->failure;
	ok = ok && job_row_move(s, d, &r, &m, e);
	k->out->again[r.job.kind] += again;
	k->out->failed[r.job.kind] += !again;
	sqlite_of(s)->claimable += again;
	arena_fini(&a);
	return ok;
}

static enum store_outcome write_rescue(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct rescue *k = ctx;
	int64_t seq;
	do {
		if (!next_lost(d, k, &seq, e) || (seq && !rescue_one(s, d, k, seq, e)))
			return STORE_ERROR;
	} while (seq);
	return STORE_OK;
}

bool sq_job_rescue(struct store *s, struct str node, int64_t now, int max_starts, struct str failure,
		   struct store_rescued *out, struct err *e)
{
	struct rescue k = { .node = node, .now = now, .max_starts = max_starts, .failure = failure, .out = out };
	*out = (struct store_rescued){ 0 };
	return write_run(s, write_rescue, &k, e) == STORE_OK;
}

/* ---- waits */

struct waits {
	int64_t latest, now, n;
};

/* Mostly there are none: that is a look at two indexes. */
static enum store_outcome write_waits_end(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct waits *w = ctx;
	if (!db_run(d, e, "UPDATE extract_jobs INDEXED BY jobs_due SET due = ? WHERE status = 0 AND (scope % 4 = 2) IN (0, 1)"
			  " AND due > 0 AND due > ?", "ii", w->now, w->latest))
		return STORE_ERROR;
	w->n = sqlite3_changes(d->h);
	if (!db_run(d, e, "UPDATE deliveries INDEXED BY deliveries_due SET due_at = ? WHERE state = 0 AND claimed = 0 AND due_at > ?",
		    "ii", w->now, w->latest))
		return STORE_ERROR;
	w->n += sqlite3_changes(d->h);
	return STORE_OK;
}

bool sq_waits_end(struct store *s, int64_t latest, int64_t now, int64_t *n, struct err *e)
{
	struct waits w = { latest, now, 0 };
	bool ok = write_run(s, write_waits_end, &w, e) == STORE_OK;
	*n = w.n;
	return ok;
}
