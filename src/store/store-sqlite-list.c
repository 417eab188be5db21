/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The list of extract jobs: newest first, keyset pages, exact totals.
 *
 * Every combination of filters has its index, named in the query (the planner's
 * statistics are not trusted with it), and one upper and one lower bound of seq.
 * A project's jobs stand in two runs, by kind of input; they are merged here:
 *
 *   files       .. 91 88    80 79 ..
 *   parse jobs  ..    90 85 ..           -> 91 90 88 85 80 …
 */
#include "store/store-sqlite-job.h"

#include <stdlib.h>

enum { BY_STATUS = 1, BY_CFG = 2, BY_INPUT = 4, KINDS = 2 };

#define PAGE(index, filter)                                                                                        \
	"SELECT seq, item, CASE WHEN metadata_auto OR ?1 THEN extract_metadata END,"                              \
	" CASE WHEN ?2 THEN configuration END FROM extract_jobs INDEXED BY " index                                  \
	" WHERE scope = ?3 AND seq < ?4 AND seq >= ?5" filter " ORDER BY seq DESC LIMIT ?6"
#define COUNT(index, filter) \
	"SELECT count(*) FROM extract_jobs INDEXED BY " index " WHERE scope = ?3 AND seq < ?4 AND seq >= ?5" filter

/* Parameters 7 status, 8 cfg, 9 input. Counts are needed with an input only: the rest has counters. */
static const struct {
	const char *page, *count;
} queries[] = {
	[0] = { PAGE("jobs_s", ""), NULL },
	[BY_STATUS] = { PAGE("jobs_ss", " AND status = ?7"), NULL },
	[BY_CFG] = { PAGE("jobs_sc", " AND cfg = ?8"), NULL },
	[BY_CFG | BY_STATUS] = { PAGE("jobs_scs", " AND cfg = ?8 AND status = ?7"), NULL },
	[BY_INPUT] = { PAGE("jobs_sd", " AND input = ?9"), COUNT("jobs_sd", " AND input = ?9") },
	[BY_INPUT | BY_STATUS] = { PAGE("jobs_sds", " AND input = ?9 AND status = ?7"),
				   COUNT("jobs_sds", " AND input = ?9 AND status = ?7") },
	[BY_INPUT | BY_CFG] = { PAGE("jobs_sdc", " AND input = ?9 AND cfg = ?8"), COUNT("jobs_sdc", " AND input = ?9 AND cfg = ?8") },
	[BY_INPUT | BY_CFG | BY_STATUS] = { PAGE("jobs_sdcs", " AND input = ?9 AND cfg = ?8 AND status = ?7"),
					    COUNT("jobs_sdcs", " AND input = ?9 AND cfg = ?8 AND status = ?7") },
};

/* A list being read. */
struct list {
	struct db *d;
	const struct store_job_query *q;
	int64_t project, cfg; /* numbers */
	int64_t from, end;    /* of seq: from <= seq < end, without the cursor */
	unsigned by;
	bool with_usage;
	struct buf *b;
	struct store_job_page *out;
	struct err *e;
};

static sqlite3_stmt *query(struct list *l, const char *sql, int variant, int64_t scope, int64_t end)
{
	const struct store_job_query *q = l->q;
	sqlite3_stmt *st = db_statement(l->d, sql, variant, l->e);
	if (!st)
		return NULL;
	sqlite3_bind_int(st, 1, q->with_metadata);
	sqlite3_bind_int(st, 2, q->with_configuration);
	sqlite3_bind_int64(st, 3, scope);
	sqlite3_bind_int64(st, 4, end);
	sqlite3_bind_int64(st, 5, l->from);
	sqlite3_bind_int(st, 6, q->limit + 1);
	sqlite3_bind_int64(st, 7, q->status);
	sqlite3_bind_int64(st, 8, l->cfg);
	sqlite3_bind_blob(st, 9, q->input.b, 16, SQLITE_STATIC);
	return st;
}

static bool kind_wanted(const struct list *l, int kind)
{
	return !l->q->has_input_kind || (int)l->q->input_kind == kind;
}

/* ---- the page */

static void add_item(struct list *l, sqlite3_stmt *st)
{
	if (l->out->n++)
		buf_byte(l->b, ',');
	buf_str(l->b, db_peek(st, 1));
	store_item_close(l->b, db_peek(st, 3), db_peek(st, 2), l->with_usage);
	l->out->last = db_int(st, 0);
}

static bool read_page(struct list *l)
{
	sqlite3_stmt *run[KINDS] = { NULL };
	int got[KINDS] = { 0 };
	bool ok = true;
	int64_t end = l->q->before > 0 && l->q->before < l->end ? l->q->before : l->end;
	for (int k = 0; k < KINDS && ok; k++) {
		if (!kind_wanted(l, k))
			continue;
		run[k] = query(l, queries[l->by].page, k, SCOPE(l->project, k), end);
		got[k] = run[k] ? db_step(l->d, run[k], l->e) : -1;
		ok = got[k] >= 0;
	}
	while (ok && (got[0] > 0 || got[1] > 0)) {
		int k = got[0] <= 0 ? 1 : got[1] <= 0 ? 0 : db_int(run[0], 0) > db_int(run[1], 0) ? 0 : 1;
		l->out->more = l->out->n == (size_t)l->q->limit;
		if (l->out->more)
			break;
		add_item(l, run[k]);
		got[k] = db_step(l->d, run[k], l->e);
		ok = got[k] >= 0;
	}
	for (int k = 0; k < KINDS; k++)
		if (run[k])
			sqlite3_reset(run[k]);
	return ok && buf_ok(l->b, l->e);
}

/* ---- the total */

static bool count_input(struct list *l, int64_t scope, int64_t *n)
{
	sqlite3_stmt *st = query(l, queries[l->by].count, 0, scope, l->end);
	int got = st ? db_step(l->d, st, l->e) : -1;
	*n = got > 0 ? db_int(st, 0) : 0;
	if (got > 0)
		sqlite3_reset(st);
	return got >= 0;
}

static bool read_total(struct list *l)
{
	for (int k = 0; k < KINDS; k++) {
		int64_t n = 0, scope = SCOPE(l->project, k);
		struct count_range r = { .scope = scope, .status = l->by & BY_STATUS ? (int64_t)l->q->status : COUNT_ANY,
					 .cfg = l->by & BY_CFG ? l->cfg : COUNT_ANY, .from = l->from,
					 .to = l->end == INT64_MAX ? INT64_MAX : l->end - 1 };
		if (!kind_wanted(l, k))
			continue;
		if (!(l->by & BY_INPUT ? count_input(l, scope, &n) : count_range(l->d, &r, &n, l->e)))
			return false;
		l->out->total += n;
	}
	return true;
}

/* ---- lists of given ids: looked up one by one, few as a request can name */

static bool matches(const struct list *l, const struct job_row *r)
{
	const struct store_job_query *q = l->q;
	return r->scope / 2 == l->project && kind_wanted(l, (int)(r->scope & 1)) && r->seq >= l->from && r->seq < l->end &&
	       (!q->has_status || r->job.status == q->status) && (!q->has_configuration || r->cfg == l->cfg) &&
	       (!q->has_input || id_eq(r->job.input, q->input));
}

static int newest_first(const void *pa, const void *pb)
{
	const struct job_row *const *a = pa, *const *b = pb;
	return ((*a)->seq < (*b)->seq) - ((*a)->seq > (*b)->seq);
}

static bool read_ids(struct list *l, struct arena *a)
{
	const struct store_job_query *q = l->q;
	struct job_row **rows = ARENA_ARRAY(a, q->job_ids_n, struct job_row *);
	size_t n = 0;
	for (size_t i = 0; rows && i < q->job_ids_n; i++) {
		struct job_row *r = ARENA_NEW(a, struct job_row);
		enum store_outcome got = r ? job_row_read(l->d, &q->job_ids[i], 0, a, r, l->e) : STORE_ERROR;
		if (got == STORE_ERROR)
			return arena_ok(a, l->e) && false;
		if (got == STORE_OK && matches(l, r))
			rows[n++] = r;
	}
	if (!arena_ok(a, l->e))
		return false;
	qsort(rows, n, sizeof(*rows), newest_first);
	for (size_t i = 0; i < n; i++) {
		if (i && rows[i]->seq == rows[i - 1]->seq)
			continue; /* named twice */
		l->out->total++;
		if (q->before > 0 && rows[i]->seq >= q->before)
			continue;
		if (l->out->n == (size_t)q->limit) {
			l->out->more = true;
			continue;
		}
		if (l->out->n++)
			buf_byte(l->b, ',');
		store_job_write(l->b, &rows[i]->job, q->with_configuration, q->with_metadata, l->with_usage);
		l->out->last = rows[i]->seq;
	}
	return buf_ok(l->b, l->e);
}

/* ---- */

static bool read_list(struct list *l)
{
	const struct store_job_query *q = l->q;
	if (!project_number(l->d, q->project, &l->project, l->e))
		return false;
	if (q->has_configuration && !configuration_number(l->d, q->configuration_id, false, &l->cfg, l->e))
		return false;
	if (!l->project || (q->has_configuration && !l->cfg) || l->from >= l->end || q->limit < 1)
		return true; /* nothing can match */
	if (!q->by_ids)
		return read_page(l) && read_total(l);
	struct arena a;
	arena_init(&a, "jobs by id", 0);
	bool ok = read_ids(l, &a);
	arena_fini(&a);
	return ok;
}

bool sq_job_list(struct store *s, const struct store_job_query *q, bool with_usage, struct buf *b, struct store_job_page *out,
		 struct err *e)
{
	struct list l = { .d = reader_take(s, e), .q = q, .from = q->created_from, .with_usage = with_usage, .b = b, .out = out, .e = e,
			  .end = q->created_to > 0 && q->created_to < INT64_MAX ? q->created_to + 1 : INT64_MAX };
	l.by = (q->has_status ? BY_STATUS : 0u) | (q->has_configuration ? BY_CFG : 0u) | (q->has_input ? BY_INPUT : 0u);
	memset(out, 0, sizeof(*out));
	if (!l.d)
		return false;
	/* One snapshot, so that page and total agree. */
	struct err ignored;
	bool ok = db_run(l.d, e, "BEGIN", "") && read_list(&l);
	db_run(l.d, &ignored, "COMMIT", "");
	reader_give(s, l.d);
	return ok;
}
