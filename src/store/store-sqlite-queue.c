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
	sqlite3_stmt *q = db_query(d, e, "SELECT frames, frames_size, tier FROM parse_jobs WHERE id = ? AND frames IS NOT NULL", "d", &j->input);
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

static enum store_outcome write_claim(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct claim *c = ctx;
	struct job_row r = { 0 };
	int64_t seq;
	if (!db_number(d, &seq, e, "SELECT seq FROM extract_jobs INDEXED BY jobs_pending WHERE status = 0 ORDER BY seq LIMIT 1", ""))
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
	int64_t lease, now;
	bool counts;
	struct str step;
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

static enum store_outcome write_step(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct held *h = ctx;
	if (!db_run(d, e, "UPDATE extract_jobs SET step = ? WHERE id = ? AND token = ?", "sdi", &h->step, &h->job, (int64_t)h->token))
		return STORE_ERROR;
	return sqlite3_changes(d->h) ? STORE_OK : STORE_REFUSED;
}

enum store_outcome sq_job_step(struct store *s, struct id job, uint64_t token, const char *step, struct err *e)
{
	struct held h = { .job = job, .token = token, .step = str_from(step) };
	return write_run(s, write_step, &h, e);
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

static bool insert_parse_job(struct db *d, const struct store_parse_job *p, struct err *e)
{
	int64_t number;
	struct str none = { NULL, 0 };
	if (!project_number(d, p->project, &number, e))
		return false;
	if (!db_run(d, e, "INSERT INTO parse_jobs (id, project, tier, version, status, frames_size, created_at, updated_at,"
			  " error_message, pages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		    "dissiiiisi", &p->id, number, &p->tier, &p->version, (int64_t)p->status, p->has_frames ? p->frames.size : (int64_t)0,
		    p->created_at, p->updated_at, p->error_message.p ? &p->error_message : &none, (int64_t)p->pages))
		return false;
	if (p->has_file && !db_run(d, e, "UPDATE parse_jobs SET file = ? WHERE id = ?", "dd", &p->file, &p->id))
		return false;
	return !p->has_frames || db_run(d, e, "UPDATE parse_jobs SET frames = ? WHERE id = ?", "hd", p->frames.hash, &p->id);
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
	if (got == STORE_OK && (!job_row_move(s, d, &r, &m, e) || (f->parse_job && !insert_parse_job(d, f->parse_job, e))))
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
	struct job_move m = { .to = JOB_PENDING, .now = h->now, .starts = r.job.starts - !h->counts };
	if (got == STORE_OK && !job_row_move(s, d, &r, &m, e))
		got = STORE_ERROR;
	sqlite_of(s)->claimable += got == STORE_OK;
	arena_fini(&a);
	return got;
}

enum store_outcome sq_job_release(struct store *s, struct id job, uint64_t token, bool counts, int64_t now, struct err *e)
{
	struct held h = { .job = job, .token = token, .counts = counts, .now = now };
	return write_run(s, write_release, &h, e);
}

/* ---- rescue */

struct rescue {
	struct str node; /* p NULL: expired leases of anybody; else every claim of this node */
	int64_t now;
	int max_starts;
	struct str failure;
	int64_t rescued, failed;
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
	k->rescued += again;
	k->failed += !again;
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

bool sq_job_rescue(struct store *s, struct str node, int64_t now, int max_starts, struct str failure, int64_t *rescued,
		   int64_t *failed, struct err *e)
{
	struct rescue k = { .node = node, .now = now, .max_starts = max_starts, .failure = failure };
	bool ok = write_run(s, write_rescue, &k, e) == STORE_OK;
	*rescued = k.rescued;
	*failed = k.failed;
	return ok;
}
