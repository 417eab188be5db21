/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact counts without scans, for any filter and any range of dates.
 *
 * Jobs are made in the order of their time, so those of a counted set are cut
 * into blocks while they come; a block's borders never move:
 *
 *   level 0   |--|--|--|--|--|--|--|--|--|--|--|--|-    64 jobs
 *   level 1   |-----------------|-----------------|-    32 blocks
 *   level 2   |--------------------------------------   32 of level 1
 *   level 3   |--------------------------------------   all
 *                                           ^end
 *   before it |-----------------|--|--|--|--|.          blocks, edge
 *
 * A row of job_counts says how many jobs of a block are in each state, for one
 * configuration or any. The edge, less than a block, is counted on the filter's
 * index. What lies between two moments is what lies before one of them but not
 * before the other. Blocks go by rank, not by time: a million jobs in an hour cost
 * a list as little as a million in a year.
 *
 * A counted set ("scope") is a project's jobs of one kind of input; or minus the
 * number of a document with many jobs, since those with few are counted on their
 * index as quickly; or 0, everything, with its level 3 only.
 *
 * A count reads up to a block's rows and up to FAN counters a level for each moment;
 * a job that comes or moves on writes a counter a level. These sizes make the first
 * cheap without the second telling at the rate jobs come.
 */
#include "store/store-sqlite.h"

#include <stdlib.h>

enum { SUM_MEMOS = 4096, BLOCK = 64, FAN_BITS = 5, LEVEL_ALL = 3, MANY = 64 /* jobs that give a document counters of its own */ };

/* ---- writing */

static bool add_row(struct db *d, const struct count_place *p, int64_t level, int64_t cfg, const int64_t by[JOB_STATUS_COUNT],
		    struct err *e)
{
	_Static_assert(JOB_STATUS_COUNT == 6, "job_counts has a column for each state");
	int64_t bucket = level == LEVEL_ALL ? 0 : p->block >> (level * FAN_BITS);
	bool ok = db_run(d, e, "UPDATE job_counts SET pending = pending + ?5, throttled = throttled + ?6, running = running + ?7,"
			       " completed = completed + ?8, failed = failed + ?9, cancelled = cancelled + ?10"
			       " WHERE scope = ?1 AND level = ?2 AND cfg = ?3 AND bucket = ?4",
			 "iiiiiiiiii", p->scope, level, cfg, bucket, by[0], by[1], by[2], by[3], by[4], by[5]);
	if (!ok || sqlite3_changes(d->h))
		return ok;
	return db_run(d, e, "INSERT INTO job_counts (scope, level, cfg, bucket, pending, throttled, running, completed, failed,"
			    " cancelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		      "iiiiiiiiii", p->scope, level, cfg, bucket, by[0], by[1], by[2], by[3], by[4], by[5]);
}

bool count_add(struct db *d, const struct count_place *p, int64_t cfg, const int64_t by[JOB_STATUS_COUNT], struct err *e)
{
	bool ok = true;
	for (int64_t level = p->scope ? 0 : LEVEL_ALL; ok && level <= LEVEL_ALL; level++)
		ok = add_row(d, p, level, COUNT_ANY, by, e) && (!cfg || add_row(d, p, level, cfg, by, e));
	return ok;
}

/* The newest block takes the job, or a new one that begins with it. */
static bool enter_block(struct db *d, int64_t scope, int64_t seq, struct count_place *p, struct err *e)
{
	int64_t first = 0, filled = BLOCK;
	sqlite3_stmt *q = db_query(d, e, "SELECT number, first, filled FROM job_blocks WHERE scope = ? ORDER BY first DESC LIMIT 1",
				   "i", scope);
	int got = q ? db_step(d, q, e) : -1;
	*p = (struct count_place){ scope, -1 };
	if (got > 0) {
		p->block = db_int(q, 0);
		first = db_int(q, 1);
		filled = db_int(q, 2);
		sqlite3_reset(q);
	}
	if (got < 0)
		return false;
	if (filled < BLOCK)
		return db_run(d, e, "UPDATE job_blocks SET filled = filled + 1 WHERE scope = ? AND first = ?", "ii", scope, first);
	return db_run(d, e, "INSERT INTO job_blocks (scope, first, number, filled) VALUES (?, ?, ?, 1)", "iii", scope, seq, ++p->block);
}

static bool find_block(struct db *d, int64_t scope, int64_t seq, struct count_place *p, struct err *e)
{
	p->scope = scope;
	return db_number(d, &p->block, e, "SELECT number FROM job_blocks WHERE scope = ? AND first <= ? ORDER BY first DESC LIMIT 1",
			 "ii", scope, seq);
}

/* 0 if the document has no counters of its own. */
static bool document_number(struct db *d, int64_t scope, const struct id *input, int64_t *number, struct err *e)
{
	return db_number(d, number, e, "SELECT number FROM job_documents WHERE scope = ? AND input = ?", "id", scope, input);
}

static bool has_many(struct db *d, const struct count_job *j, bool *many, struct err *e)
{
	int64_t n;
	bool ok = db_number(d, &n, e, "SELECT count(*) FROM (SELECT 1 FROM extract_jobs INDEXED BY jobs_sd WHERE scope = ?"
			    " AND input = ? LIMIT ?)", "idi", j->scope, j->input, (int64_t)MANY);
	*many = n >= MANY;
	return ok;
}

/* A document that came to have many jobs gets counters; all its jobs of now are entered. */
static bool promote(struct db *d, const struct count_job *j, struct err *e)
{
	if (!db_run(d, e, "INSERT INTO job_documents (scope, input) VALUES (?, ?)", "id", j->scope, j->input))
		return false;
	int64_t scope = -sqlite3_last_insert_rowid(d->h);
	sqlite3_stmt *q = db_query(d, e, "SELECT seq, status, cfg FROM extract_jobs INDEXED BY jobs_sd WHERE scope = ? AND input = ?"
				   " ORDER BY seq", "id", j->scope, j->input);
	int got = q ? 1 : -1;
	bool ok = true;
	while (ok && got > 0 && (got = db_step(d, q, e)) > 0) {
		struct count_place p;
		int64_t by[JOB_STATUS_COUNT] = { 0 };
		by[db_int(q, 1)] = 1;
		ok = enter_block(d, scope, db_int(q, 0), &p, e) && count_add(d, &p, db_int(q, 2), by, e);
	}
	if (q)
		sqlite3_reset(q);
	return ok && got >= 0;
}

bool count_enter(struct db *d, const struct count_job *j, struct count_places *out, struct err *e)
{
	int64_t number;
	bool many = false;
	out->n = 1;
	if (!enter_block(d, j->scope, j->seq, &out->place[0], e) || !document_number(d, j->scope, j->input, &number, e))
		return false;
	if (number)
		return enter_block(d, -number, j->seq, &out->place[out->n++], e);
	return has_many(d, j, &many, e) && (!many || promote(d, j, e));
}

const struct count_place count_everything = { 0, 0 };

static bool add_places(struct db *d, const struct count_places *at, int64_t cfg, const int64_t by[JOB_STATUS_COUNT], struct err *e)
{
	for (int i = 0; i < at->n; i++)
		if (!count_add(d, &at->place[i], cfg, by, e))
			return false;
	return count_add(d, &count_everything, 0, by, e);
}

bool count_insert(struct db *d, const struct count_job *j, enum job_status st, struct err *e)
{
	struct count_places at;
	int64_t by[JOB_STATUS_COUNT] = { 0 };
	by[st] = 1;
	return count_enter(d, j, &at, e) && add_places(d, &at, j->cfg, by, e);
}

static bool find_places(struct db *d, const struct count_job *j, struct count_places *out, struct err *e)
{
	int64_t number;
	out->n = 1;
	if (!find_block(d, j->scope, j->seq, &out->place[0], e) || !document_number(d, j->scope, j->input, &number, e))
		return false;
	return !number || find_block(d, -number, j->seq, &out->place[out->n++], e);
}

bool count_move(struct db *d, const struct count_job *j, enum job_status from, enum job_status to, struct err *e)
{
	struct count_places at;
	int64_t by[JOB_STATUS_COUNT] = { 0 };
	by[from]--;
	by[to]++;
	return find_places(d, j, &at, e) && add_places(d, &at, j->cfg, by, e);
}

bool count_delete(struct db *d, const struct count_job *j, enum job_status from, struct err *e)
{
	struct count_places at;
	int64_t by[JOB_STATUS_COUNT] = { 0 };
	by[from]--;
	return find_places(d, j, &at, e) && add_places(d, &at, j->cfg, by, e);
}

/* ---- reading */

#define PART(what) "SELECT total(" what ") FROM job_counts WHERE scope = ?1 AND level = ?2 AND cfg = ?3 AND bucket >= ?4 AND bucket < ?5"

static const char sum_any[] = PART("pending + throttled + running + completed + failed + cancelled");
static const char *const sum_of[JOB_STATUS_COUNT] = {
#define STATE(name, final) PART(#name),
#include "store/states.def"
#undef STATE
};

/* A filter's jobs by counters: in which set, and what of its rows. */
struct counted {
	struct db *d;
	const struct count_range *r;
	int64_t scope;
	struct err *e;
};

/* A sum that was made; good for as long as nothing is written. */
struct sum_memo {
	int64_t scope, cfg, status, level, from, end, n;
	unsigned version; /* of the database (db_version) */
	bool filled;
};

static struct sum_memo *memo_of(const struct sum_memo *m, struct db *d)
{
	const int64_t words[] = { m->scope, m->cfg, m->status, m->level, m->from, m->end };
	uint64_t h = 0;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		h = (h ^ (uint64_t)words[i]) * UINT64_C(0x9E3779B97F4A7C15);
	if (!d->sums)
		d->sums = calloc(SUM_MEMOS, sizeof(*d->sums));
	return d->sums ? &d->sums[h >> 32 & (SUM_MEMOS - 1)] : NULL;
}

static bool same_sum(const struct sum_memo *a, const struct sum_memo *b)
{
	return a->filled && a->version == b->version && a->scope == b->scope && a->cfg == b->cfg && a->status == b->status &&
	       a->level == b->level && a->from == b->from && a->end == b->end;
}

/* The jobs of buckets of a level: from <= bucket < end. */
static bool sum_part(struct counted *c, int64_t level, int64_t from, int64_t end, int64_t *n)
{
	const struct count_range *r = c->r;
	struct sum_memo sum = { c->scope, r->cfg, r->status, level, from, end, 0, db_version(c->d), true }, *known = memo_of(&sum, c->d);
	const char *sql = r->status == COUNT_ANY ? sum_any : sum_of[r->status];
	if (from < end && known && same_sum(known, &sum))
		sum.n = known->n;
	else if (from < end && !db_number(c->d, &sum.n, c->e, sql, "iiiii", c->scope, level, r->cfg, from, end))
		return false;
	else if (from < end && known)
		*known = sum;
	*n = sum.n;
	return true;
}

static bool sum_all(struct counted *c, int64_t *n)
{
	return sum_part(c, LEVEL_ALL, 0, 1, n);
}

/* Some blocks of one block of the level above: added to those before it, or taken from what ends with it. */
struct share {
	int64_t sign, from, end;
};

/* The first blocks of a level, from its neighbour above: *up is how many of its blocks are before them, or with them. */
static struct share share_of(int64_t blocks, int64_t *up)
{
	int64_t before = blocks >> FAN_BITS, rest = blocks - (before << FAN_BITS);
	bool most = rest > 1 << (FAN_BITS - 1);
	*up = before + most;
	return most ? (struct share){ -1, blocks, *up << FAN_BITS } : (struct share){ 1, before << FAN_BITS, blocks };
}

/* The jobs of the first blocks of a set. */
static bool sum_before(struct counted *c, int64_t blocks, int64_t *n)
{
	int64_t mid, top, fines, coarses, tops;
	struct share fine = share_of(blocks, &mid), coarse = share_of(mid, &top);
	if (!sum_part(c, 0, fine.from, fine.end, &fines) || !sum_part(c, 1, coarse.from, coarse.end, &coarses) ||
	    !sum_part(c, 2, 0, top, &tops))
		return false;
	*n = tops + coarse.sign * coarses + fine.sign * fines;
	return true;
}

#define ON_INDEX(index, filter) "SELECT count(*) FROM extract_jobs INDEXED BY " index " WHERE scope = ?1 AND seq >= ?2 AND seq < ?3" filter
static const char *const on_index[] = { /* parameters 4 status, 5 cfg, 6 input */
	[0] = ON_INDEX("jobs_s", ""),
	[BY_STATUS] = ON_INDEX("jobs_ss", " AND status = ?4"),
	[BY_CFG] = ON_INDEX("jobs_sc", " AND cfg = ?5"),
	[BY_CFG | BY_STATUS] = ON_INDEX("jobs_scs", " AND cfg = ?5 AND status = ?4"),
	[BY_INPUT] = ON_INDEX("jobs_sd", " AND input = ?6"),
	[BY_INPUT | BY_STATUS] = ON_INDEX("jobs_sds", " AND input = ?6 AND status = ?4"),
	[BY_INPUT | BY_CFG] = ON_INDEX("jobs_sdc", " AND input = ?6 AND cfg = ?5"),
	[BY_INPUT | BY_CFG | BY_STATUS] = ON_INDEX("jobs_sdcs", " AND input = ?6 AND cfg = ?5 AND status = ?4"),
};

/* Jobs with from <= seq < end, one by one on the index of the filter. */
static bool walk(struct counted *c, int64_t from, int64_t end, int64_t *n)
{
	const struct count_range *r = c->r;
	static const struct id none;
	unsigned by = (r->status == COUNT_ANY ? 0u : BY_STATUS) | (r->cfg == COUNT_ANY ? 0u : BY_CFG) | (r->input ? BY_INPUT : 0u);
	*n = 0;
	return from >= end || db_number(c->d, n, c->e, on_index[by], "iiiiid", r->scope, from, end, r->status, r->cfg,
					r->input ? r->input : &none);
}

struct border {
	int64_t block, first; /* -1, 0: before all blocks */
};

/* The block that seq lies in. */
static bool find_border(struct counted *c, int64_t seq, struct border *out)
{
	sqlite3_stmt *q = db_query(c->d, c->e, "SELECT number, first FROM job_blocks WHERE scope = ? AND first <= ?"
				   " ORDER BY first DESC LIMIT 1", "ii", c->scope, seq);
	int got = q ? db_step(c->d, q, c->e) : -1;
	*out = (struct border){ -1, 0 };
	if (got > 0) {
		*out = (struct border){ db_int(q, 0), db_int(q, 1) };
		sqlite3_reset(q);
	}
	return got >= 0;
}

/* Jobs before seq, which lies in block b. */
static bool count_before(struct counted *c, const struct border *b, int64_t seq, int64_t *n)
{
	int64_t edge;
	*n = 0;
	if (b->block < 0)
		return true;
	if (!sum_before(c, b->block, n) || !walk(c, b->first, seq, &edge))
		return false;
	*n += edge;
	return true;
}

static bool count_dates(struct counted *c, int64_t from, int64_t end, int64_t *n)
{
	struct border a = { -1, 0 }, b = { -1, 0 };
	int64_t before = 0;
	bool open = end == INT64_MAX;
	if ((from > 0 && !find_border(c, from, &a)) || (!open && !find_border(c, end, &b)))
		return false;
	if (!open && a.block >= 0 && a.block == b.block)
		return walk(c, from, end, n);
	if (!count_before(c, &a, from, &before) || !(open ? sum_all(c, n) : count_before(c, &b, end, n)))
		return false;
	*n -= before;
	return true;
}

bool count_range(struct db *d, const struct count_range *r, int64_t *n, struct err *e)
{
	struct counted c = { .d = d, .r = r, .scope = r->scope, .e = e };
	int64_t number;
	if (r->input) {
		if (!document_number(d, r->scope, r->input, &number, e))
			return false;
		c.scope = -number;
	}
	return c.scope ? count_dates(&c, r->from, r->end, n) : walk(&c, r->from, r->end, n);
}

bool count_all(struct db *d, enum job_status st, int64_t *n, struct err *e)
{
	return db_number(d, n, e, sum_of[st], "iiiii", INT64_C(0), (int64_t)LEVEL_ALL, (int64_t)COUNT_ANY, INT64_C(0), INT64_C(1));
}

bool count_kind(struct db *d, enum job_kind kind, int64_t by[JOB_STATUS_COUNT], struct err *e)
{
	int64_t first = kind == JOB_PARSE ? RUN_PARSES : RUN_FILES, last = kind == JOB_PARSE ? RUN_PARSES : RUN_PARSED;
	sqlite3_stmt *q = db_query(d, e, "SELECT total(pending), total(throttled), total(running), total(completed), total(failed),"
					 " total(cancelled) FROM projects p CROSS JOIN job_counts c ON c.scope IN (p.number * 4 + ?,"
					 " p.number * 4 + ?) AND c.level = ? AND c.cfg = ? AND c.bucket = 0",
				   "iiii", first, last, (int64_t)LEVEL_ALL, (int64_t)COUNT_ANY);
	int got = q ? db_step(d, q, e) : -1;
	for (int st = 0; got > 0 && st < JOB_STATUS_COUNT; st++)
		by[st] = db_int(q, st);
	if (got > 0)
		sqlite3_reset(q);
	return got > 0;
}
