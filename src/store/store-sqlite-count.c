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
 *                  ^from                       ^end
 *             counted: .|--|-|-----------------|.       edge, blocks, edge
 *
 * A row of job_counts says how many jobs of a block are in each state, for one
 * configuration or any. The edges, less than a block each, are counted on the
 * filter's index. Blocks go by rank, not by time: a million jobs in an hour cost
 * a list as little as a million in a year.
 *
 * A counted set ("scope") is a project's jobs of one kind of input; or minus the
 * number of a document with many jobs, since those with few are counted on their
 * index as quickly; or 0, everything, with its level 3 only.
 *
 * A count reads up to a block's rows at either edge and up to FAN counters a level
 * and side; a job that comes or moves on writes a counter a level. These sizes
 * make the first cheap without the second telling at the rate jobs come.
 */
#include "store/store-sqlite.h"

enum { BLOCK = 64, FAN_BITS = 5, LEVEL_ALL = 3, MANY = 64 /* jobs that give a document counters of its own */ };

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

#define SUM(what) "SELECT coalesce(sum(" what "), 0) FROM job_counts WHERE scope = ? AND level = ? AND cfg = ? AND bucket BETWEEN ? AND ?"
static const char sum_any[] = SUM("pending + throttled + running + completed + failed + cancelled");
static const char *const sum_of[JOB_STATUS_COUNT] = {
#define STATE(name, final) SUM(#name),
#include "store/states.def"
#undef STATE
};

/* A filter's jobs by counters: in which set, and what of its rows. */
struct counted {
	struct db *d;
	const struct count_range *r;
	int64_t scope;
	int64_t n;
	struct err *e;
};

/* The buckets [first, end) of a level. */
static bool sum(struct counted *c, int64_t level, int64_t first, int64_t end)
{
	int64_t part;
	if (first >= end)
		return true;
	const char *sql = c->r->status == COUNT_ANY ? sum_any : sum_of[c->r->status];
	bool ok = db_number(c->d, &part, c->e, sql, "iiiii", c->scope, level, c->r->cfg, first, end - 1);
	c->n += part;
	return ok;
}

/* The blocks [first, end) of a level: coarse in the middle, fine on both sides. */
static bool sum_blocks(struct counted *c, int64_t level, int64_t first, int64_t end)
{
	int64_t up_first = (first + (1 << FAN_BITS) - 1) >> FAN_BITS, up_end = end >> FAN_BITS;
	if (level + 1 == LEVEL_ALL || up_first >= up_end)
		return sum(c, level, first, end);
	return sum(c, level, first, up_first << FAN_BITS) && sum_blocks(c, level + 1, up_first, up_end) &&
	       sum(c, level, up_end << FAN_BITS, end);
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
static bool walk(struct counted *c, int64_t from, int64_t end)
{
	const struct count_range *r = c->r;
	static const struct id none;
	int64_t part;
	unsigned by = (r->status == COUNT_ANY ? 0u : BY_STATUS) | (r->cfg == COUNT_ANY ? 0u : BY_CFG) | (r->input ? BY_INPUT : 0u);
	if (from >= end)
		return true;
	bool ok = db_number(c->d, &part, c->e, on_index[by], "iiiiid", r->scope, from, end, r->status, r->cfg,
			    r->input ? r->input : &none);
	c->n += part;
	return ok;
}

struct border {
	int64_t block, first;
};

static bool find_border(struct counted *c, const char *sql, int64_t seq, struct border *out)
{
	sqlite3_stmt *q = db_query(c->d, c->e, sql, "ii", c->scope, seq);
	int got = q ? db_step(c->d, q, c->e) : -1;
	*out = (struct border){ -1, 0 };
	if (got > 0) {
		*out = (struct border){ db_int(q, 0), db_int(q, 1) };
		sqlite3_reset(q);
	}
	return got >= 0;
}

static bool count_dates(struct counted *c, int64_t from, int64_t end)
{
	struct border a, b; /* the first that begins at or after from; the last that begins at or before end */
	if (!find_border(c, "SELECT number, first FROM job_blocks WHERE scope = ? AND first >= ? ORDER BY first LIMIT 1", from, &a) ||
	    !find_border(c, "SELECT number, first FROM job_blocks WHERE scope = ? AND first <= ? ORDER BY first DESC LIMIT 1", end, &b))
		return false;
	if (a.block < 0 || a.block > b.block) /* inside one block */
		return walk(c, from, end);
	return walk(c, from, a.first) && sum_blocks(c, 0, a.block, b.block) && walk(c, b.first, end);
}

bool count_range(struct db *d, const struct count_range *r, int64_t *n, struct err *e)
{
	struct counted c = { .d = d, .r = r, .scope = r->scope, .e = e };
	int64_t number;
	bool ok = true;
	if (r->input) {
		ok = document_number(d, r->scope, r->input, &number, e);
		c.scope = -number;
	}
	if (ok && !c.scope)
		ok = walk(&c, r->from, r->end);
	else if (ok && r->from <= 0 && r->end == INT64_MAX)
		ok = sum(&c, LEVEL_ALL, 0, 1);
	else if (ok)
		ok = count_dates(&c, r->from, r->end);
	*n = c.n;
	return ok;
}

bool count_all(struct db *d, enum job_status st, int64_t *n, struct err *e)
{
	return db_number(d, n, e, sum_of[st], "iiiii", INT64_C(0), (int64_t)LEVEL_ALL, (int64_t)COUNT_ANY, INT64_C(0), INT64_C(0));
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
