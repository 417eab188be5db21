/* SPDX-License-Identifier: Apache-2.0 */
/* What is the SQLite backend's own: its tables, its writer, the work its lists do. */
#include "store/store-sqlite-job.h"

#include "base/clock.h"
#include "base/test-folder.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char dir[TEST_FOLDER];
static struct store *store;
static struct id org, project, file;
static struct err err;

static void open_store(void)
{
	struct store_options o = { .backend = "sqlite", .dir = dir };
	store = store_open(&o, &err);
	if (!store)
		fail_msg("%s", err.text);
}

static int setup(void **state)
{
	struct store_file f = { .id = id_new(1), .name = STR("a"), .purpose = STR("extract"), .file_type = STR("pdf") };
	assert_true(test_folder_make(dir));
	memset(&err, 0, sizeof(err));
	open_store();
	assert_true(store_bootstrap(store, clock_now(), &org, &project, &err));
	assert_true(store_blob_put(store, STR("a"), &f.blob, &err));
	f.project = project;
	file = f.id;
	assert_true(store_file_create(store, &f, &err));
	return 0;
}

static int teardown(void **state)
{
	store_close(store);
	return test_folder_remove(dir) ? 0 : -1;
}

static enum store_outcome create(struct store_job *j)
{
	*j = (struct store_job){ .id = id_new(clock_now()), .project = project, .input = file, .configuration = STR("{}") };
	return store_job_create(store, j, clock_now(), 0, &err);
}

/* A connection beside the store, as somebody with the sqlite3 shell has it. */
static struct db *beside(void)
{
	char path[TEST_FOLDER + 16];
	snprintf(path, sizeof(path), "%s/quarry.db", dir);
	struct db *d = db_open(path, true, &err);
	assert_non_null(d);
	return d;
}

/* What it says of the stored; the caller frees. */
static char *verify(void)
{
	struct buf report = BUF_INIT(0);
	size_t n;
	assert_true(store_verify(store, &report, &err));
	return buf_take(&report, &n);
}

/* ---- tables */

static bool insert(struct db *d, int64_t status, bool token, bool lease, bool metadata)
{
	struct err e;
	static int64_t seq = 1000;
	struct id id = id_new(++seq);
	struct str m = STR("{}"), none = { 0 };
	return db_run(d, &e, "INSERT INTO extract_jobs (seq, id, scope, status, cfg, input, updated_at, metadata_auto, token, lease, item,"
			     " configuration, extract_metadata) VALUES (?1, ?2, 2, ?3, 0, ?2, ?1, 0, iif(?4, 1, NULL), iif(?5, 1, NULL),"
			     " '{', '{}', ?6)", "idiiis", seq, &id, status, (int64_t)token, (int64_t)lease, metadata ? &m : &none);
}

/* The CHECKs of jobs let pass the states of states.def and no others, and for each just the columns it may have. */
static void test_checks(void **state)
{
	struct db *d = beside();
	for (int64_t st = -1; st <= JOB_STATUS_COUNT; st++) {
		bool known = st >= 0 && st < JOB_STATUS_COUNT, runs = st == JOB_RUNNING;
		for (int with = 0; with < 8; with++) {
			bool right = known && !!(with & 1) == runs && !!(with & 2) == runs && (!(with & 4) || st == JOB_COMPLETED);
			assert_int_equal(insert(d, st, with & 1, with & 2, with & 4), right);
		}
	}
	db_close(d);
}

/* Numbers in partial indexes and elsewhere in SQL mean what states.def says. */
static void test_state_numbers(void **state)
{
	assert_int_equal(JOB_PENDING, 0);
	assert_int_equal(JOB_RUNNING, 2);
	assert_int_equal(JOB_COMPLETED, 3);
	for (int i = 0; i < JOB_STATUS_COUNT; i++) {
		enum job_status back;
		assert_true(job_status_parse(str_from(job_status_name((enum job_status)i)), &back) && back == (enum job_status)i);
		assert_int_equal(job_status_final(back), i >= JOB_COMPLETED);
	}
	enum job_status none;
	assert_false(job_status_parse(STR("pending"), &none));
}

/* job_counts has a column for each state, in their order; none of them may fall below 0. */
static void test_count_columns(void **state)
{
	struct db *d = beside();
	sqlite3_stmt *q = db_query(d, &err, "SELECT name FROM pragma_table_info('job_counts') WHERE cid >= 4 ORDER BY cid", "");
	for (int i = 0; i < JOB_STATUS_COUNT; i++) {
		const char *name = job_status_name((enum job_status)i);
		assert_int_equal(db_step(d, q, &err), 1);
		assert_true(str_eq_nocase(db_peek(q, 0), str_from(name)));
	}
	assert_int_equal(db_step(d, q, &err), 0);
	assert_true(db_run(d, &err, "INSERT INTO job_counts VALUES (2, 0, -1, 0, 0, 0, 0, 0, 0, 1)", ""));
	assert_true(db_run(d, &err, "UPDATE job_counts SET cancelled = cancelled - 1", ""));
	assert_false(db_run(d, &err, "UPDATE job_counts SET cancelled = cancelled - 1", ""));
	db_close(d);
}

static void expect_refused(const char *change, const char *part)
{
	struct store_options o = { .dir = dir };
	struct err why = { 0 };
	struct db *d = beside();
	store_close(store);
	store = NULL;
	assert_true(db_exec(d, change, &err));
	assert_null(store_open(&o, &why));
	assert_int_equal(why.code, ERR_STORE);
	assert_non_null(strstr(why.text, part));
	db_close(d);
}

/* A folder that a newer release wrote is left alone. */
static void test_newer_folder(void **state)
{
	expect_refused("INSERT INTO migrations VALUES (999, 'from the future', 1)", "newer release (migration 999)");
}

/* So is one whose tables are of another line of development. */
static void test_other_folder(void **state)
{
	expect_refused("UPDATE migrations SET name = 'something else' WHERE number = 2", "migration 2 is not \"files\"");
}

/* ---- the writer */

struct gate {
	sem_t entered, go;
};

/* Holds the writer, so that what comes meanwhile is one group. */
static enum store_outcome hold(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct gate *g = *(struct gate **)ctx;
	sem_post(&g->entered);
	sem_wait(&g->go);
	return STORE_OK;
}

static enum store_outcome name_and_give(struct db *d, struct str name, enum store_outcome outcome)
{
	return db_run(d, &err, "INSERT INTO migrations VALUES ((SELECT max(number) + 1 FROM migrations), ?, 1)", "s", &name) ? outcome
															: STORE_ERROR;
}

static enum store_outcome write_first(struct store *s, struct db *d, void *ctx, struct err *e)
{
	return name_and_give(d, STR("first"), STORE_OK);
}

static enum store_outcome write_refused(struct store *s, struct db *d, void *ctx, struct err *e)
{
	return name_and_give(d, STR("refused"), STORE_REFUSED);
}

static enum store_outcome write_second(struct store *s, struct db *d, void *ctx, struct err *e)
{
	return name_and_give(d, STR("second"), STORE_OK);
}

static int64_t count_named(const char *name)
{
	struct db *d = beside();
	struct str text = str_from(name);
	int64_t n;
	assert_true(db_number(d, &n, &err, "SELECT count(*) FROM migrations WHERE name = ?", "s", &text));
	db_close(d);
	return n;
}

/* In a group, a request that is refused loses what it wrote, and the others do not. */
static void test_group(void **state)
{
	struct gate gate, *g = &gate;
	sem_init(&g->entered, 0, 0);
	sem_init(&g->go, 0, 0);
	write_post(store, hold, &g, sizeof(g));
	sem_wait(&g->entered);
	write_post(store, write_first, "", 1);
	write_post(store, write_refused, "", 1);
	sem_post(&g->go);
	assert_int_equal(write_run(store, write_second, NULL, &err), STORE_OK);
	assert_int_equal(count_named("first"), 1);
	assert_int_equal(count_named("refused"), 0);
	assert_int_equal(count_named("second"), 1);
	sem_destroy(&g->entered);
	sem_destroy(&g->go);
}

static enum store_outcome write_limit(struct store *s, struct db *d, void *ctx, struct err *e)
{
	int64_t pages, now;
	char sql[80];
	if (!db_number(d, &now, e, "PRAGMA page_count", ""))
		return STORE_ERROR;
	snprintf(sql, sizeof(sql), "PRAGMA max_page_count = %lld", (long long)(*(bool *)ctx ? now : 1 << 30));
	sqlite3_stmt *q = NULL;
	sqlite3_prepare_v2(d->h, sql, -1, &q, NULL);
	pages = sqlite3_step(q) == SQLITE_ROW ? db_int(q, 0) : 0;
	sqlite3_finalize(q);
	return pages > 0 ? STORE_OK : STORE_ERROR;
}

/* On a full disk creates fail with a reason and leave nothing behind; reads go on; with space again all goes on. */
static void test_full_disk(void **state)
{
	bool limited = true;
	struct store_job j;
	struct store_job_page page;
	struct store_job_query q = { .project = project, .limit = 1 };
	struct buf b = BUF_INIT(0);
	int made = 0;
	assert_int_equal(create(&j), STORE_OK);
	assert_int_equal(write_run(store, write_limit, &limited, &err), STORE_OK);
	while (made < 5000 && create(&j) == STORE_OK)
		made++;
	assert_true(made < 5000);
	assert_int_equal(err.code, ERR_STORE);
	assert_non_null(strstr(err.text, "full"));
	assert_true(store_job_list(store, &q, false, &b, &page, &err));
	assert_int_equal(page.total, made + 1);
	limited = false;
	assert_int_equal(write_run(store, write_limit, &limited, &err), STORE_OK);
	assert_int_equal(create(&j), STORE_OK);
	char *report = verify();
	assert_string_equal(report, "");
	free(report);
	buf_fini(&b);
}

/* ---- verify */

/* Things that are not as they should be are found and named. */
static void test_verify(void **state)
{
	struct store_job j;
	struct store_blob blob;
	char path[4096];
	sha256_of(STR("a"), blob.hash);
	assert_int_equal(create(&j), STORE_OK);
	char *report = verify();
	assert_string_equal(report, "");
	free(report);
	struct db *d = beside();
	assert_true(db_exec(d, "UPDATE job_counts SET pending = pending + 1, completed = 7 WHERE scope = 4 AND level = 1;"
			       "UPDATE projects SET files = 5", &err));
	db_close(d);
	store_blob_path(store, blob.hash, path);
	assert_int_equal(unlink(path), 0);
	report = verify();
	assert_non_null(strstr(report, "counter of set 4, level 1, configuration -1, bucket 0, state 0: 1 jobs, but it says otherwise"));
	assert_non_null(strstr(report, "counter of set 4, level 1, configuration -1, bucket 0, state 3: 7 is what it says"));
	assert_non_null(strstr(report, "project 1: 1 files, but its counter says otherwise"));
	assert_non_null(strstr(report, ": missing\n"));
	free(report);
}

/* ---- the work of lists */

enum { JOBS = 70000 /* more than a block of any level holds */ };

static void fill(void *ctx, int64_t i, struct store_job *j, struct arena *a)
{
	/* A burst: a microsecond apart, all on one document, many on one configuration, few failed. */
	*j = (struct store_job){ .id = id_new(clock_now()), .project = project, .input = file, .created_at = 4000000000000000 + i,
				 .status = i % 50 ? JOB_COMPLETED : JOB_FAILED, .has_configuration_id = i % 2 == 0,
				 .configuration_id = *(struct id *)ctx, .configuration = STR("{}"), .result = STR("{}") };
}

/* Steps of SQLite's machine in all statements of the connection that lists use. */
static int64_t steps(void)
{
	struct db *d = reader_take(store, &err);
	int64_t sum = 0;
	for (sqlite3_stmt *q = NULL; (q = sqlite3_next_stmt(d->h, q));)
		sum += sqlite3_stmt_status(q, SQLITE_STMTSTATUS_VM_STEP, 1);
	reader_give(store, d);
	return sum;
}

static struct store_job_query query_of(unsigned filters, const struct id *configuration)
{
	struct store_job_query q = { .project = project, .limit = 20 };
	q.has_status = filters & 1, q.status = filters & 2 ? JOB_FAILED : JOB_COMPLETED;
	q.has_configuration = filters & 4, q.configuration_id = *configuration;
	q.has_input = filters & 8, q.input = file;
	q.has_input_kind = filters & 16, q.input_kind = STORE_INPUT_FILE;
	q.created_from = filters & 32 ? 4000000000000000 + JOBS / 4 : 0;
	q.created_to = filters & 64 ? 4000000000000000 + JOBS / 4 * 3 : 0;
	q.before = filters & 128 ? 4000000000000000 + JOBS / 2 : 0;
	return q;
}

/* However filters combine, a page with its total costs the work of hundreds of jobs, not of all. */
static void test_bounded_work(void **state)
{
	struct id configuration = id_new(7);
	int64_t most = 0;
	assert_true(store_job_bulk(store, JOBS, fill, &configuration, &err));
	for (unsigned filters = 0; filters < 256; filters++) {
		struct buf b = BUF_INIT(0);
		struct store_job_page page;
		struct store_job_query q = query_of(filters, &configuration);
		steps();
		assert_true(store_job_list(store, &q, false, &b, &page, &err));
		int64_t n = steps();
		most = n > most ? n : most;
		assert_int_equal(page.n, 20);
		buf_fini(&b);
	}
	assert_in_range(most, 100, 5000); /* counting 70,000 jobs takes more than 200,000 */
}

/* Counters of a release with larger blocks are made anew, as if jobs had been counted that way from the first. */
static void test_old_counters(void **state)
{
	struct id configuration = id_new(7);
	struct store_options o = { .dir = dir };
	struct store_job j;
	assert_true(store_job_bulk(store, JOBS, fill, &configuration, &err));
	store_close(store);
	struct db *d = beside();
	/* With what later releases added undone, which is made anew too. */
	assert_true(db_exec(d, "DROP TRIGGER cache_added; DROP TRIGGER cache_removed; DROP TRIGGER cache_changed;"
			       "DROP TABLE cache_size; DROP INDEX cache_owner; DROP INDEX cache_age; ALTER TABLE cache DROP COLUMN owner;"
			       "DROP INDEX jobs_turn; DROP INDEX jobs_due; ALTER TABLE extract_jobs DROP COLUMN request;"
			       "ALTER TABLE extract_jobs DROP COLUMN due;"
			       "CREATE INDEX jobs_waiting ON extract_jobs (status) WHERE status = 0", &err));
	assert_true(db_exec(d, "DELETE FROM migrations WHERE number >= 9; DELETE FROM job_blocks; DELETE FROM job_documents;"
			       "DELETE FROM job_counts WHERE scope <> 0; UPDATE job_counts SET level = 2", &err));
	db_close(d);
	store = store_open(&o, &err);
	assert_non_null(store);
	assert_int_equal(create(&j), STORE_OK);
	char *report = verify();
	assert_string_equal(report, "");
	free(report);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_checks, setup, teardown),
		cmocka_unit_test(test_state_numbers),
		cmocka_unit_test_setup_teardown(test_count_columns, setup, teardown),
		cmocka_unit_test_setup_teardown(test_newer_folder, setup, teardown),
		cmocka_unit_test_setup_teardown(test_other_folder, setup, teardown),
		cmocka_unit_test_setup_teardown(test_group, setup, teardown),
		cmocka_unit_test_setup_teardown(test_full_disk, setup, teardown),
		cmocka_unit_test_setup_teardown(test_verify, setup, teardown),
		cmocka_unit_test_setup_teardown(test_bounded_work, setup, teardown),
		cmocka_unit_test_setup_teardown(test_old_counters, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
