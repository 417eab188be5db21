/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lists of jobs: newest first, keyset pages, exact totals.
 *
 * Every combination of filters has its index, named in the query (the planner's
 * statistics are not trusted with it), and one upper and one lower bound of seq.
 * A project's extractions stand in two runs, by kind of input; they are merged here (parses are a third, alone):
 *
 *   files       .. 91 88    80 79 ..
 *   parse jobs  ..    90 85 ..           -> 91 90 88 85 80 …
 */
#include "store/store-sqlite-job.h"

#include <stdlib.h>

#define PAGE(index, filter)                                                                                \
	"SELECT seq FROM extract_jobs INDEXED BY " index " WHERE scope = ?1 AND seq < ?2 AND seq >= ?3" filter \
	" ORDER BY seq DESC LIMIT ?4"

static const char *const pages[] = { /* parameters 5 status, 6 cfg, 7 input */
	[0] = PAGE("jobs_s", ""),
	[BY_STATUS] = PAGE("jobs_ss", " AND status = ?5"),
	[BY_CFG] = PAGE("jobs_sc", " AND cfg = ?6"),
	[BY_CFG | BY_STATUS] = PAGE("jobs_scs", " AND cfg = ?6 AND status = ?5"),
	[BY_INPUT] = PAGE("jobs_sd", " AND input = ?7"),
	[BY_INPUT | BY_STATUS] = PAGE("jobs_sds", " AND input = ?7 AND status = ?5"),
	[BY_INPUT | BY_CFG] = PAGE("jobs_sdc", " AND input = ?7 AND cfg = ?6"),
	[BY_INPUT | BY_CFG | BY_STATUS] = PAGE("jobs_sdcs", " AND input = ?7 AND cfg = ?6 AND status = ?5"),
};

/* A list being read. */
struct list {
	struct item_cache *items;
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
	sqlite3_bind_int64(st, 1, SCOPE(l->project, kind));
	sqlite3_bind_int64(st, 2, end);
	sqlite3_bind_int64(st, 3, l->from);
	sqlite3_bind_int(st, 4, q->limit + 1);
	if (l->by & BY_STATUS)
		sqlite3_bind_int64(st, 5, q->status);
	if (l->by & BY_CFG)
		sqlite3_bind_int64(st, 6, l->cfg);
	if (l->by & BY_INPUT)
		sqlite3_bind_blob(st, 7, q->input.b, 16, SQLITE_STATIC);
	return st;
}

static bool run_wanted(const struct list *l, int run)
{
	static const enum job_run of_input[] = { [STORE_INPUT_FILE] = RUN_FILES, [STORE_INPUT_PARSE_JOB] = RUN_PARSED };
	if (l->q->kind == JOB_PARSE || run == RUN_PARSES)
		return l->q->kind == JOB_PARSE && run == RUN_PARSES;
	return !l->q->has_input_kind || run == (int)of_input[l->q->input_kind];
}

/* ---- the page */

static bool expands(const struct store_job_query *q)
{
	return q->with_metadata || q->with_configuration;
}

/*
 * Items that are not kept. Rows lie in the order of the list: as long as few lie between those of the page, the table is
 * walked, which costs a fifth of looking a row up. Else they are looked up some at a time: to begin and end a statement
 * costs as much as a row. Either way they come in the order of the list, and those that turn out to be kept are passed over.
 */
#define ITEM_COLUMNS \
	"SELECT seq, item, status, CASE WHEN metadata_auto OR ?1 THEN extract_metadata END, CASE WHEN ?2 THEN configuration END"
enum { BATCH = 16, BATCH_FIRST = 3 /* its parameter */, STRANGERS = 4 /* more than rows found: the walk is given up */ };
static const char walk_sql[] = ITEM_COLUMNS " FROM extract_jobs WHERE seq <= ?3 AND seq >= ?4 ORDER BY seq DESC";
static const char batch_sql[] = ITEM_COLUMNS
	" FROM (VALUES (?3), (?4), (?5), (?6), (?7), (?8), (?9), (?10), (?11), (?12), (?13), (?14), (?15), (?16), (?17), (?18)) v"
	" CROSS JOIN extract_jobs ON seq = v.column1";

struct rows {
	sqlite3_stmt *st;
	size_t end; /* of a batch, an index of the page's jobs */
	bool looks_up;
	int found, strangers; /* on the walk */
};

static bool batch_begin(struct list *l, struct rows *r, const int64_t *seqs, size_t i, size_t n)
{
	r->st = db_query(l->d, l->e, batch_sql, "ii", (int64_t)l->q->with_metadata, (int64_t)l->q->with_configuration);
	r->end = n - i < BATCH ? n : i + BATCH;
	for (int k = 0; r->st && k < BATCH; k++) /* there is no job 0 */
		sqlite3_bind_int64(r->st, BATCH_FIRST + k, i + (size_t)k < n ? seqs[i + (size_t)k] : 0);
	return r->st != NULL;
}

/* 1 = it stands at the row of job i, 0 = there is none, -1 = error. */
static int batch_find(struct list *l, struct rows *r, const int64_t *seqs, size_t i, size_t n)
{
	int got = i < r->end || batch_begin(l, r, seqs, i, n) ? 1 : -1;
	while (got > 0 && (got = db_step(l->d, r->st, l->e)) > 0)
		if (db_int(r->st, 0) == seqs[i])
			return 1;
	return got;
}

static bool walk_begin(struct list *l, struct rows *r, const int64_t *seqs, size_t i, size_t n)
{
	r->st = db_query(l->d, l->e, walk_sql, "iiii", (int64_t)l->q->with_metadata, (int64_t)l->q->with_configuration, seqs[i],
			 seqs[n - 1]);
	return r->st != NULL;
}

/* The same; looks_up is set when too many others were met. */
static int walk_find(struct list *l, struct rows *r, const int64_t *seqs, size_t i, size_t n)
{
	int got = r->st || walk_begin(l, r, seqs, i, n) ? 1 : -1;
	while (got > 0 && (got = db_step(l->d, r->st, l->e)) > 0) {
		if (db_int(r->st, 0) == seqs[i]) {
			r->found++;
			return 1;
		}
		if (++r->strangers > r->found + STRANGERS) {
			sqlite3_reset(r->st);
			r->looks_up = true;
			return 0;
		}
	}
	return got;
}

/* Go on to the row of job i. */
static bool find_row(struct list *l, struct rows *r, const int64_t *seqs, size_t i, size_t n)
{
	int got = r->looks_up ? 0 : walk_find(l, r, seqs, i, n);
	if (r->looks_up)
		got = batch_find(l, r, seqs, i, n);
	return got > 0 || (got == 0 && err_set(l->e, ERR_STORE, "an index names a job that is not there"));
}

/* The item of a job from its row, which is kept if it will not change any more and shows no more than usual. */
static void read_item(struct list *l, sqlite3_stmt *st)
{
	const struct store_job_query *q = l->q;
	size_t begin = l->b->n;
	buf_str(l->b, db_peek(st, 1));
	store_item_expand(l->b, q->kind, db_peek(st, 4), db_peek(st, 3));
	if (!expands(q) && job_status_final((enum job_status)db_int(st, 2)) && !l->b->failed)
		item_cache_put(l->items, db_int(st, 0), (struct str){ l->b->p + begin, l->b->n - begin });
}

/* Those of a page, which ends before them where they are large. */
static bool add_items(struct list *l, const int64_t *seqs, size_t n)
{
	struct rows r = { 0 };
	size_t begin = l->b->n, i = 0;
	bool ok = true;
	for (; ok && i < n && (i == 0 || l->b->n - begin < PAGE_BYTES); i++) {
		if (l->out->n++)
			buf_byte(l->b, ',');
		if (expands(l->q) || !item_cache_add(l->items, seqs[i], l->b)) {
			ok = find_row(l, &r, seqs, i, n);
			if (ok)
				read_item(l, r.st);
		}
		store_item_end(l->b, l->q->kind, l->with_usage);
		l->out->last = seqs[i];
	}
	if (r.st)
		sqlite3_reset(r.st);
	l->out->more |= i < n;
	return ok && buf_ok(l->b, l->e);
}

/* A run of the page: its query, and the job it stands at. */
struct run {
	sqlite3_stmt *st; /* NULL = not asked */
	int64_t next;     /* seq, 0 at its end */
};

static bool run_step(struct list *l, struct run *r)
{
	int got = r->st ? db_step(l->d, r->st, l->e) : -1;
	r->next = got > 0 ? db_int(r->st, 0) : 0;
	return got >= 0;
}

/* The run whose next job is the newest; NULL at the end of all. */
static struct run *newest_run(struct run runs[RUNS])
{
	struct run *best = &runs[0];
	for (int k = 1; k < RUNS; k++)
		if (runs[k].next > best->next)
			best = &runs[k];
	return best->next ? best : NULL;
}

/* The numbers of the page's jobs, newest first, and whether there are more. */
static bool find_page(struct list *l, int64_t *seqs, size_t *n)
{
	struct run runs[RUNS] = { { 0 } }, *r;
	bool ok = true;
	int64_t end = l->q->before > 0 && l->q->before < l->end ? l->q->before : l->end;
	for (int k = 0; k < RUNS && ok; k++) {
		if (!run_wanted(l, k))
			continue;
		runs[k].st = query(l, k, end);
		ok = run_step(l, &runs[k]);
	}
	for (*n = 0; ok && (r = newest_run(runs)); ok = run_step(l, r)) {
		l->out->more = *n == (size_t)l->q->limit;
		if (l->out->more)
			break;
		seqs[(*n)++] = r->next;
	}
	for (int k = 0; k < RUNS; k++)
		if (runs[k].st)
			sqlite3_reset(runs[k].st);
	return ok;
}

static bool read_page(struct list *l)
{
	size_t n;
	int64_t *seqs = calloc((size_t)l->q->limit, sizeof(*seqs));
	bool ok = seqs ? find_page(l, seqs, &n) && add_items(l, seqs, n) : err_set(l->e, ERR_MEMORY, "out of memory");
	free(seqs);
	return ok;
}

/* ---- the total: counted once for as long as nothing is written, since every page of a list shows the same one */

enum { MEMO_SETS = 64, MEMO_WAYS = 4 };

struct total_memo {
	struct count_range range; /* of all runs that are counted: scope is the project's number; input NULL: the id stands below */
	struct id input;
	unsigned runs;            /* bits: which */
	unsigned version;         /* of the database (db_version) */
	bool filled;
	int64_t n;
};

/* The newest first: lists that share a set do not push each other out as long as they are few. */
static struct total_memo *memo_set(struct db *d, const struct total_memo *m)
{
	int64_t words[7] = { m->range.scope * RUNS + m->runs, m->range.status, m->range.cfg, m->range.from, m->range.end };
	uint64_t h = 0;
	memcpy(&words[5], m->input.b, sizeof(m->input.b));
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		h = (h ^ (uint64_t)words[i]) * UINT64_C(0x9E3779B97F4A7C15);
	if (!d->totals)
		d->totals = calloc((size_t)MEMO_SETS * MEMO_WAYS, sizeof(*d->totals));
	return d->totals ? &d->totals[(h >> 32 & (MEMO_SETS - 1)) * MEMO_WAYS] : NULL;
}

static bool same_total(const struct total_memo *a, const struct total_memo *b)
{
	return a->filled && a->version == b->version && a->runs == b->runs && a->range.scope == b->range.scope &&
	       a->range.status == b->range.status && a->range.cfg == b->range.cfg && a->range.from == b->range.from &&
	       a->range.end == b->range.end && id_eq(a->input, b->input);
}

static const struct total_memo *memo_find(const struct total_memo *set, const struct total_memo *m)
{
	for (int i = 0; set && i < MEMO_WAYS; i++)
		if (same_total(&set[i], m))
			return &set[i];
	return NULL;
}

static void memo_keep(struct total_memo *set, const struct total_memo *m)
{
	memmove(set + 1, set, (MEMO_WAYS - 1) * sizeof(*set));
	set[0] = *m;
	set[0].filled = true;
}

static bool count_runs(struct list *l, const struct total_memo *m, int64_t *total)
{
	*total = 0;
	for (int k = 0; k < RUNS; k++) {
		int64_t n;
		struct count_range r = m->range;
		r.scope = SCOPE(l->project, k);
		r.input = l->by & BY_INPUT ? &l->q->input : NULL;
		if (!(m->runs >> k & 1))
			continue;
		if (!count_range(l->d, &r, &n, l->e))
			return false;
		*total += n;
	}
	return true;
}

static bool read_total(struct list *l)
{
	struct total_memo m = {
		.range = { .scope = l->project, .status = l->by & BY_STATUS ? (int64_t)l->q->status : COUNT_ANY,
			   .cfg = l->by & BY_CFG ? l->cfg : COUNT_ANY, .from = l->from, .end = l->end },
		.input = l->by & BY_INPUT ? l->q->input : (struct id){ { 0 } }, .version = db_version(l->d),
	};
	for (int k = 0; k < RUNS; k++)
		m.runs |= (unsigned)run_wanted(l, k) << k;
	struct total_memo *set = memo_set(l->d, &m);
	const struct total_memo *known = memo_find(set, &m);
	if (!known && !count_runs(l, &m, &m.n))
		return false;
	if (!known && set)
		memo_keep(set, &m);
	l->out->total = known ? known->n : m.n;
	return true;
}

/* ---- lists of given ids: looked up one by one, few as a request can name; what filters ask stands in front of a row */

enum { KNOWN = 2048 };

/* What the store said of an id, good for as long as nothing is written. */
struct known_job {
	struct id id, input;
	int64_t seq, scope, status, cfg; /* seq 0 = there is no such job */
	unsigned version;                /* of the database (db_version) */
	bool filled;
};

static bool look_up(struct list *l, const struct id *id, unsigned version, struct known_job *out)
{
	sqlite3_stmt *st = db_query(l->d, l->e, "SELECT seq, scope, status, cfg, input FROM extract_jobs WHERE id = ?", "d", id);
	int got = st ? db_step(l->d, st, l->e) : -1;
	*out = (struct known_job){ .id = *id, .version = version, .filled = got >= 0 };
	if (got > 0) {
		out->seq = db_int(st, 0);
		out->scope = db_int(st, 1);
		out->status = db_int(st, 2);
		out->cfg = db_int(st, 3);
		out->input = db_id(st, 4);
		sqlite3_reset(st);
	}
	return got >= 0;
}

/* Ids of one client begin alike and end at random (RFC 9562 section 5.7). */
static struct known_job *place_of(struct db *d, const struct id *id)
{
	uint64_t h;
	memcpy(&h, id->b + 8, sizeof(h));
	if (!d->known)
		d->known = calloc(KNOWN, sizeof(*d->known));
	return d->known ? &d->known[h * UINT64_C(0x9E3779B97F4A7C15) >> 53] : NULL;
}

static bool find_job(struct list *l, const struct id *id, unsigned version, struct known_job *out)
{
	_Static_assert(KNOWN == 1 << (64 - 53), "the hash has as many values as there are places");
	struct known_job *k = place_of(l->d, id);
	bool ok = true;
	if (!k)
		return look_up(l, id, version, out);
	if (!k->filled || k->version != version || !id_eq(k->id, *id))
		ok = look_up(l, id, version, k);
	*out = *k;
	return ok;
}

static bool matches(const struct list *l, const struct known_job *j)
{
	const struct store_job_query *q = l->q;
	return j->seq && j->scope / SCOPE_RUNS == l->project && run_wanted(l, (int)(j->scope % SCOPE_RUNS)) && j->seq >= l->from &&
	       j->seq < l->end && (!q->has_status || j->status == (int64_t)q->status) && (!q->has_configuration || j->cfg == l->cfg) &&
	       (!q->has_input || id_eq(j->input, q->input));
}

static int newest_first(const void *pa, const void *pb)
{
	const int64_t *a = pa, *b = pb;
	return (*a < *b) - (*a > *b);
}

/* The matches among the ids, newest first, each once. */
static bool find_ids(struct list *l, int64_t *seqs, size_t *n)
{
	unsigned version = db_version(l->d);
	size_t found = 0;
	for (size_t i = 0; i < l->q->job_ids_n; i++) {
		struct known_job j;
		if (!find_job(l, &l->q->job_ids[i], version, &j))
			return false;
		if (matches(l, &j))
			seqs[found++] = j.seq;
	}
	qsort(seqs, found, sizeof(*seqs), newest_first);
	*n = 0;
	for (size_t i = 0; i < found; i++)
		if (!i || seqs[i] != seqs[i - 1])
			seqs[(*n)++] = seqs[i];
	return true;
}

static bool read_ids(struct list *l)
{
	size_t n = 0, i = 0, limit = (size_t)l->q->limit;
	int64_t *seqs = calloc(l->q->job_ids_n + 1, sizeof(*seqs));
	bool ok = seqs ? find_ids(l, seqs, &n) : err_set(l->e, ERR_MEMORY, "out of memory");
	while (l->q->before > 0 && i < n && seqs[i] >= l->q->before)
		i++;
	l->out->more = n - i > limit;
	l->out->total = (int64_t)n;
	ok = ok && add_items(l, seqs + i, l->out->more ? limit : n - i);
	free(seqs);
	return ok;
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
	struct list l = { .d = reader_snapshot(s, e), .items = sqlite_of(s)->items, .q = q, .from = q->created_from,
			  .with_usage = with_usage, .b = b, .out = out, .e = e,
			  .end = q->created_to > 0 && q->created_to < INT64_MAX ? q->created_to + 1 : INT64_MAX };
	l.by = (q->has_status ? BY_STATUS : 0u) | (q->has_configuration ? BY_CFG : 0u) | (q->has_input ? BY_INPUT : 0u);
	memset(out, 0, sizeof(*out));
	if (!l.d)
		return false;
	bool ok = read_list(&l); /* in one snapshot, so that page and total agree */
	reader_give(s, l.d);
	return ok;
}
