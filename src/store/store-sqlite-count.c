/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact counts without scans. Each job is counted once per level of time, each
 * level's buckets 128 times as long as those of the level below:
 *
 *   level 3   |------------------------------------------- all -------|
 *   level 2   |------------------|------------------|-----------------|   51 days
 *   level 1   |--|--|--|--|--|--|--|--|--|--|--|--|--|--|--|--|--|--|--|   9.5 hours
 *   level 0   ||||||||||||||||||||||||||||||||||||||||||||||||||||||||||   4.5 minutes
 *
 * A range of dates is whole buckets, coarse in the middle, fine at the edges;
 * what is left at both ends (less than a bucket of level 0) is counted on an
 * index. Every job is also counted under cfg -1, for lists of any configuration.
 */
#include "store/store-sqlite.h"

enum { LEVELS = 4 };
static const int shifts[LEVELS] = { 28, 35, 42, 62 };

static bool add(struct db *d, int64_t scope, int64_t level, int64_t cfg, int64_t seq, int64_t status, int64_t by, struct err *e)
{
	return db_run(d, e, "INSERT INTO job_counts (scope, level, cfg, bucket, status, n) VALUES (?, ?, ?, ?, ?, ?)"
			    " ON CONFLICT DO UPDATE SET n = n + excluded.n",
		      "iiiiii", scope, level, cfg, seq >> shifts[level], status, by);
}

bool count_change(struct db *d, int64_t scope, int64_t status, int64_t cfg, int64_t seq, int64_t by, struct err *e)
{
	for (int64_t level = 0; level < LEVELS; level++)
		if (!add(d, scope, level, COUNT_ANY, seq, status, by, e) || !add(d, scope, level, cfg, seq, status, by, e))
			return false;
	return true;
}

/* Sum of the buckets [first, last] of a level. */
static bool sum(struct db *d, const struct count_range *r, int64_t level, int64_t first, int64_t last, int64_t *n, struct err *e)
{
	int64_t part;
	if (first > last)
		return true;
	bool ok = r->status == COUNT_ANY
		? db_number(d, &part, e, "SELECT coalesce(sum(n), 0) FROM job_counts WHERE scope = ? AND level = ? AND cfg = ?"
			    " AND bucket BETWEEN ? AND ?", "iiiii", r->scope, level, r->cfg, first, last)
		: db_number(d, &part, e, "SELECT coalesce(sum(n), 0) FROM job_counts WHERE scope = ? AND level = ? AND cfg = ?"
			    " AND bucket BETWEEN ? AND ? AND status = ?", "iiiiii", r->scope, level, r->cfg, first, last, r->status);
	*n += part;
	return ok;
}

/* Jobs with from <= seq < end, less than a bucket of level 0, on the index of the filter. */
static bool count_edge(struct db *d, const struct count_range *r, int64_t from, int64_t end, int64_t *n, struct err *e)
{
	int64_t part;
	bool ok;
	if (from >= end)
		return true;
	if (r->cfg == COUNT_ANY && r->status == COUNT_ANY)
		ok = db_number(d, &part, e, "SELECT count(*) FROM extract_jobs INDEXED BY jobs_s WHERE scope = ? AND seq >= ? AND seq < ?",
			       "iii", r->scope, from, end);
	else if (r->cfg == COUNT_ANY)
		ok = db_number(d, &part, e, "SELECT count(*) FROM extract_jobs INDEXED BY jobs_ss WHERE scope = ? AND seq >= ?"
			       " AND seq < ? AND status = ?", "iiii", r->scope, from, end, r->status);
	else if (r->status == COUNT_ANY)
		ok = db_number(d, &part, e, "SELECT count(*) FROM extract_jobs INDEXED BY jobs_sc WHERE scope = ? AND seq >= ?"
			       " AND seq < ? AND cfg = ?", "iiii", r->scope, from, end, r->cfg);
	else
		ok = db_number(d, &part, e, "SELECT count(*) FROM extract_jobs INDEXED BY jobs_scs WHERE scope = ? AND seq >= ?"
			       " AND seq < ? AND cfg = ? AND status = ?", "iiiii", r->scope, from, end, r->cfg, r->status);
	*n += part;
	return ok;
}

/*
 * [from, end) in buckets of this level and those above: whole buckets in the
 * middle go up a level, the rest at both sides is summed here.
 */
static bool sum_range(struct db *d, const struct count_range *r, int level, int64_t first, int64_t end, int64_t *n, struct err *e)
{
	if (first >= end)
		return true;
	int step = shifts[level + 1] - shifts[level];
	int64_t up_first = (first + ((INT64_C(1) << step) - 1)) >> step, up_end = end >> step;
	if (level + 1 >= LEVELS - 1 || up_first >= up_end)
		return sum(d, r, level, first, end - 1, n, e);
	return sum(d, r, level, first, (up_first << step) - 1, n, e) && sum_range(d, r, level + 1, up_first, up_end, n, e) &&
	       sum(d, r, level, up_end << step, end - 1, n, e);
}

bool count_range(struct db *d, const struct count_range *r, int64_t *n, struct err *e)
{
	const int64_t size = INT64_C(1) << shifts[0];
	*n = 0;
	if (r->from <= 0 && r->to == INT64_MAX)
		return sum(d, r, LEVELS - 1, 0, 0, n, e);
	int64_t from = r->from < 0 ? 0 : r->from, end = r->to >= INT64_C(1) << 60 ? INT64_C(1) << 60 : r->to + 1;
	if (from >= end)
		return true;
	int64_t first = (from + size - 1) >> shifts[0], last = end >> shifts[0];
	if (first > last) /* inside one bucket */
		return count_edge(d, r, from, end, n, e);
	return count_edge(d, r, from, first << shifts[0], n, e) && sum_range(d, r, 0, first, last, n, e) &&
	       count_edge(d, r, last << shifts[0], end, n, e);
}
