/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many finished jobs at once: large transactions, counters summed up in memory
 * before they are written, and, into a store that has none yet, most indexes
 * made at the end.
 */
#include "store/store-sqlite-job.h"

#include <stdlib.h>

enum { BATCH = 20000, SUMS = 4096, TRIES = 16 };

/* Jobs of one place and configuration that counters do not know yet. */
struct sum {
	struct count_place at;
	int64_t cfg, by[JOB_STATUS_COUNT];
	bool used;
};

struct bulk {
	int64_t from, to;
	void (*fill)(void *ctx, int64_t i, struct store_job *j, struct arena *a);
	void *ctx;
	struct sum *sums;
};

static bool flush(struct db *d, struct sum *sums, struct err *e)
{
	bool ok = true;
	for (size_t i = 0; ok && i < SUMS; i++)
		if (sums[i].used)
			ok = count_add(d, &sums[i].at, sums[i].cfg, sums[i].by, e);
	memset(sums, 0, SUMS * sizeof(*sums));
	return ok;
}

/* The sum of this place, or a free one; NULL if the table is crowded. */
static struct sum *find_sum(struct sum *sums, const struct count_place *at, int64_t cfg)
{
	size_t i = ((size_t)at->scope * 31 + (size_t)cfg * 131 + (size_t)at->block * 17) % SUMS;
	for (size_t tries = 0; tries < TRIES; tries++, i = (i + 1) % SUMS) {
		struct sum *s = &sums[i];
		if (!s->used || (s->at.scope == at->scope && s->at.block == at->block && s->cfg == cfg))
			return s;
	}
	return NULL;
}

static bool count(struct db *d, struct sum *sums, const struct count_place *at, int64_t cfg, enum job_status st, struct err *e)
{
	struct sum *s = find_sum(sums, at, cfg);
	if (!s && !flush(d, sums, e))
		return false;
	s = s ? s : find_sum(sums, at, cfg); /* empty now: finds one */
	s->used = true;
	s->at = *at;
	s->cfg = cfg;
	s->by[st]++;
	return true;
}

static bool count_one(struct db *d, struct bulk *k, const struct store_job *j, int64_t scope, int64_t cfg, struct err *e)
{
	struct count_job c = { scope, cfg, j->created_at, &j->input };
	struct count_places at;
	if (!count_enter(d, &c, &at, e) || !count(d, k->sums, &count_everything, 0, j->status, e))
		return false;
	for (int i = 0; i < at.n; i++)
		if (!count(d, k->sums, &at.place[i], cfg, j->status, e))
			return false;
	return true;
}

static bool insert(struct store *s, struct db *d, struct bulk *k, int64_t i, struct arena *a, struct err *e)
{
	struct sqlite *q = sqlite_of(s);
	struct store_job j = { .status = JOB_COMPLETED };
	int64_t number, cfg = 0;
	k->fill(k->ctx, i, &j, a);
	if (j.created_at <= q->last_seq)
		j.created_at = q->last_seq + 1;
	if (j.updated_at < j.created_at)
		j.updated_at = j.created_at;
	q->last_seq = j.created_at;
	if (!project_number(d, j.project, &number, e))
		return false;
	if (!number)
		return err_set(e, ERR_NOT_FOUND, "there is no such project");
	if (j.has_configuration_id && !configuration_number(d, j.configuration_id, true, &cfg, e))
		return false;
	int64_t scope = SCOPE(number, job_run(&j));
	return job_row_insert(d, &j, scope, cfg, e) && count_one(d, k, &j, scope, cfg, e);
}

static enum store_outcome write_bulk(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct bulk *k = ctx;
	struct arena a;
	bool ok = true;
	arena_init(&a, "bulk", 0);
	for (int64_t i = k->from; ok && i < k->to; i++) {
		struct arena_mark m = arena_mark(&a);
		ok = insert(s, d, k, i, &a, e);
		arena_reset(&a, m);
	}
	ok = ok && flush(d, k->sums, e);
	sqlite_of(s)->jobs_changed = true;
	arena_fini(&a);
	return ok ? STORE_OK : STORE_ERROR;
}

/* ---- indexes: made at the end they are sorted once, instead of a place being found for each job in each */

/* All but the one that counters read. */
#define LATER "type = 'index' AND tbl_name = 'extract_jobs' AND sql IS NOT NULL AND name <> 'jobs_sd'"

struct indexes {
	struct arena a;
	struct str sql[16]; /* that make them again */
	size_t n;
};

static enum store_outcome write_drop(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct indexes *x = ctx;
	struct str names[16];
	int64_t jobs = 0;
	if (!db_number(d, &jobs, e, "SELECT count(*) FROM (SELECT 1 FROM extract_jobs LIMIT 1)", ""))
		return STORE_ERROR;
	sqlite3_stmt *q = jobs ? NULL : db_query(d, e, "SELECT name, sql FROM sqlite_master WHERE " LATER, "");
	while (q && x->n < 16 && db_step(d, q, e) > 0) {
		names[x->n] = arena_printf(&x->a, "DROP INDEX %s", (const char *)sqlite3_column_text(q, 0));
		x->sql[x->n++] = db_text(q, 1, &x->a);
	}
	if (q)
		sqlite3_reset(q);
	bool ok = arena_ok(&x->a, e);
	for (size_t i = 0; ok && i < x->n; i++)
		ok = db_exec(d, names[i].p, e);
	return ok ? STORE_OK : STORE_ERROR;
}

static enum store_outcome write_indexes(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct indexes *x = ctx;
	for (size_t i = 0; i < x->n; i++)
		if (!db_exec(d, x->sql[i].p, e))
			return STORE_ERROR;
	return STORE_OK;
}

bool sq_job_bulk(struct store *s, int64_t n, void (*fill)(void *, int64_t, struct store_job *, struct arena *), void *ctx,
		 struct err *e)
{
	struct bulk k = { .fill = fill, .ctx = ctx, .sums = calloc(SUMS, sizeof(struct sum)) };
	struct indexes x = { .n = 0 };
	struct err second;
	arena_init(&x.a, "indexes", 0);
	bool ok = k.sums || err_set(e, ERR_MEMORY, "out of memory");
	ok = ok && (n < BATCH || write_run(s, write_drop, &x, e) == STORE_OK);
	for (; ok && k.from < n; k.from = k.to) {
		k.to = k.from + BATCH < n ? k.from + BATCH : n;
		ok = write_run(s, write_bulk, &k, e) == STORE_OK;
	}
	if (write_run(s, write_indexes, &x, ok ? e : &second) != STORE_OK)
		ok = false;
	arena_fini(&x.a);
	free(k.sums);
	return ok;
}
