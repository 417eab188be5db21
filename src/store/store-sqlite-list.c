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

enum { KINDS = 2 };

#define ITEM                                                                          \
	"SELECT seq, item, CASE WHEN metadata_auto OR ?1 THEN extract_metadata END," \
	" CASE WHEN ?2 THEN configuration END FROM extract_jobs"
#define PAGE(index, filter) \
	ITEM " INDEXED BY " index " WHERE scope = ?3 AND seq < ?4 AND seq >= ?5" filter " ORDER BY seq DESC LIMIT ?6"

static const char *const pages[] = { /* parameters 7 status, 8 cfg, 9 input */
	[0] = PAGE("jobs_s", ""),
	[BY_STATUS] = PAGE("jobs_ss", " AND status = ?7"),
	[BY_CFG] = PAGE("jobs_sc", " AND cfg = ?8"),
	[BY_CFG | BY_STATUS] = PAGE("jobs_scs", " AND cfg = ?8 AND status = ?7"),
	[BY_INPUT] = PAGE("jobs_sd", " AND input = ?9"),
	[BY_INPUT | BY_STATUS] = PAGE("jobs_sds", " AND input = ?9 AND status = ?7"),
	[BY_INPUT | BY_CFG] = PAGE("jobs_sdc", " AND input = ?9 AND cfg = ?8"),
	[BY_INPUT | BY_CFG | BY_STATUS] = PAGE("jobs_sdcs", " AND input = ?9 AND cfg = ?8 AND status = ?7"),
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

static sqlite3_stmt *query(struct list *l, int kind, int64_t end)
{
	const struct store_job_query *q = l->q;
	sqlite3_stmt *st = db_statement(l->d, pages[l->by], kind, l->e);
	if (!st)
		return NULL;
	sqlite3_bind_int(st, 1, q->with_metadata);
	sqlite3_bind_int(st, 2, q->with_configuration);
	sqlite3_bind_int64(st, 3, SCOPE(l->project, kind));
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
		run[k] = query(l, k, end);
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

static bool read_total(struct list *l)
{
	for (int k = 0; k < KINDS; k++) {
		int64_t n;
		struct count_range r = { .scope = SCOPE(l->project, k), .status = l->by & BY_STATUS ? (int64_t)l->q->status : COUNT_ANY,
					 .cfg = l->by & BY_CFG ? l->cfg : COUNT_ANY, .input = l->by & BY_INPUT ? &l->q->input : NULL,
					 .from = l->from, .end = l->end };
		if (!kind_wanted(l, k))
			continue;
		if (!count_range(l->d, &r, &n, l->e))
			return false;
		l->out->total += n;
	}
	return true;
}

/* ---- lists of given ids: looked up one by one, few as a request can name; what filters ask stands in front of a row */

static bool matches(const struct list *l, sqlite3_stmt *st)
{
	const struct store_job_query *q = l->q;
	int64_t seq = db_int(st, 0), scope = db_int(st, 1);
	return scope / 2 == l->project && kind_wanted(l, (int)(scope & 1)) && seq >= l->from && seq < l->end &&
	       (!q->has_status || db_int(st, 2) == (int64_t)q->status) && (!q->has_configuration || db_int(st, 3) == l->cfg) &&
	       (!q->has_input || id_eq(db_id(st, 4), q->input));
}

static int newest_first(const void *pa, const void *pb)
{
	const int64_t *a = pa, *b = pb;
	return (*a < *b) - (*a > *b);
}

/* The matches among the ids, newest first, each once. */
static bool find_ids(struct list *l, int64_t *seqs, size_t *n)
{
	size_t found = 0;
	int got = 0;
	for (size_t i = 0; i < l->q->job_ids_n && got >= 0; i++) {
		sqlite3_stmt *st = db_query(l->d, l->e, "SELECT seq, scope, status, cfg, input FROM extract_jobs WHERE id = ?", "d",
					    &l->q->job_ids[i]);
		got = st ? db_step(l->d, st, l->e) : -1;
		if (got > 0 && matches(l, st))
			seqs[found++] = db_int(st, 0);
		if (got > 0)
			sqlite3_reset(st);
	}
	qsort(seqs, found, sizeof(*seqs), newest_first);
	*n = 0;
	for (size_t i = 0; i < found; i++)
		if (!i || seqs[i] != seqs[i - 1])
			seqs[(*n)++] = seqs[i];
	return got >= 0;
}

static bool add_found(struct list *l, int64_t seq)
{
	sqlite3_stmt *st = db_query(l->d, l->e, ITEM " WHERE seq = ?3", "iii", (int64_t)l->q->with_metadata,
				    (int64_t)l->q->with_configuration, seq);
	int got = st ? db_step(l->d, st, l->e) : -1;
	if (got > 0) {
		add_item(l, st);
		sqlite3_reset(st);
	}
	return got >= 0;
}

static bool read_ids(struct list *l)
{
	size_t n = 0, i = 0;
	int64_t *seqs = calloc(l->q->job_ids_n + 1, sizeof(*seqs));
	bool ok = seqs ? find_ids(l, seqs, &n) : err_set(l->e, ERR_MEMORY, "out of memory");
	while (l->q->before > 0 && i < n && seqs[i] >= l->q->before)
		i++;
	for (; ok && i < n && l->out->n < (size_t)l->q->limit; i++)
		ok = add_found(l, seqs[i]);
	l->out->more = i < n;
	l->out->total = (int64_t)n;
	free(seqs);
	return ok && buf_ok(l->b, l->e);
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
	return q->by_ids ? read_ids(l) : read_page(l) && read_total(l);
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
