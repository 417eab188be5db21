/* SPDX-License-Identifier: Apache-2.0 */
/* Is what is stored sound? Slow and thorough: reads everything. */
#include "store/store-sqlite.h"

enum { MOST_LINES = 100 };

/* Rows of one text each are findings. */
static bool report_rows(struct db *d, const char *sql, struct buf *report, struct err *e)
{
	sqlite3_stmt *q = db_query(d, e, sql, "");
	int got = q ? 1 : -1;
	for (int n = 0; got > 0 && n < MOST_LINES && (got = db_step(d, q, e)) > 0; n++) {
		buf_str(report, db_peek(q, 0));
		buf_byte(report, '\n');
	}
	if (q)
		sqlite3_reset(q);
	return got >= 0;
}

/*
 * Counters as they must be, from the jobs alone, against counters as they are.
 * The sizes of blocks and levels stand in store-sqlite-count.c.
 */
#define BLOCK_OF(scope) "(SELECT number FROM job_blocks b WHERE b.scope = " scope " AND b.first <= j.seq ORDER BY b.first DESC LIMIT 1)"
#define KEPT(state, column) " SELECT scope, level, cfg, bucket, " state ", " column " FROM job_counts WHERE " column " <> 0"
#define COUNTERS                                                                                                           \
	"WITH place AS (SELECT j.scope AS scope, j.cfg AS cfg, j.status AS status, " BLOCK_OF("j.scope") " AS block"          \
	" FROM extract_jobs j UNION ALL SELECT -c.number, j.cfg, j.status, " BLOCK_OF("-c.number")                          \
	" FROM job_documents c JOIN extract_jobs j ON j.scope = c.scope AND j.input = c.input),"                            \
	" level (level, shift) AS (VALUES (0, 0), (1, 5), (2, 10), (3, 62)),"                                                        \
	" one (scope, level, cfg, bucket, status) AS ("                                                                     \
	" SELECT scope, level, -1, block >> shift, status FROM place, level UNION ALL"                                      \
	" SELECT scope, level, cfg, block >> shift, status FROM place, level WHERE cfg <> 0 UNION ALL"                      \
	" SELECT 0, 3, -1, 0, status FROM extract_jobs),"                                                                  \
	" right AS (SELECT scope, level, cfg, bucket, status, count(*) AS n FROM one GROUP BY 1, 2, 3, 4, 5),"              \
	" kept (scope, level, cfg, bucket, status, n) AS (" KEPT("0", "pending") " UNION ALL" KEPT("1", "throttled")        \
	" UNION ALL" KEPT("2", "running") " UNION ALL" KEPT("3", "completed") " UNION ALL" KEPT("4", "failed")              \
	" UNION ALL" KEPT("5", "cancelled") ") "
#define DIFFERENCE(what, a, b)                                                                                           \
	COUNTERS "SELECT format('counter of set %d, level %d, configuration %d, bucket %d, state %d: %d " what "',"        \
	" scope, level, cfg, bucket, status, n) FROM (SELECT * FROM " a " EXCEPT SELECT * FROM " b ")"

static const char *const checks[] = {
	"SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
	DIFFERENCE("jobs, but it says otherwise", "right", "kept"),
	DIFFERENCE("is what it says, not what is there", "kept", "right"),
	("SELECT format('project %d: %d files, but its counter says otherwise', number, n) FROM (SELECT p.number, p.files,"
	" (SELECT count(*) FROM files f WHERE f.project = p.number) AS n FROM projects p) WHERE n <> files"),
	"SELECT format('job %s: its times are out of order', hex(id)) FROM extract_jobs WHERE updated_at < seq",
	"SELECT format('job %s: no such project', hex(id)) FROM extract_jobs WHERE scope / 4 NOT IN (SELECT number FROM projects)",
	"SELECT 'size of the cache: it is another' FROM cache_size WHERE (entries, bytes) <>"
	" (SELECT count(*), coalesce(sum(frames_size), 0) FROM cache)",
	"SELECT format('parsed document of %s: no such parse job', hex(job)) FROM parsed WHERE job NOT IN (SELECT id FROM extract_jobs)",
};

static bool check_blobs(struct store *s, struct db *d, struct buf *report, struct err *e)
{
	sqlite3_stmt *q = db_query(d, e, BLOBS_OF_ROWS, "");
	int got = q ? 1 : -1;
	while (got > 0 && (got = db_step(d, q, e)) > 0) {
		struct store_blob b = { .size = db_int(q, 1) };
		db_hash(q, 0, b.hash);
		store_blob_check(s, &b, report);
	}
	return got >= 0;
}

bool sq_verify(struct store *s, struct buf *report, struct err *e)
{
	struct db *d = reader_take(s, e);
	struct err ignored;
	bool ok = d && db_run(d, e, "BEGIN", "");
	for (size_t i = 0; ok && i < sizeof(checks) / sizeof(checks[0]); i++)
		ok = report_rows(d, checks[i], report, e);
	ok = ok && check_blobs(s, d, report, e);
	if (d) {
		db_run(d, &ignored, "COMMIT", "");
		reader_give(s, d);
	}
	return ok;
}
