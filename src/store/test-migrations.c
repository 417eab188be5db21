/* SPDX-License-Identifier: Apache-2.0 */
/* Folders of every older release open, and what stands in them is found and goes on. */
#include "store/store-sqlite-job.h"

#include "base/clock.h"
#include "base/test-folder.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cmocka.h>

/* Numbers of migrations from which on a folder has these. */
enum { FILES = 2, CACHE = 3, JOBS = 4, CONFIGURATIONS = 5, WEBHOOKS = 6, NAMES = 7, PARSES = 8, BLOCKS = 9, LAST = 12 };
enum { EARLIER = 1000000 /* us since 1970: when all was made */, COMPLETED = 3 };

static char dir[TEST_FOLDER];
static struct err err;
static struct id org, project, file, done[COMPLETED], waiting, running;
static struct store_blob blob;

static void must(struct db *d, bool ok)
{
	if (!ok)
		fail_msg("%s", err.text);
}

static void add_tenants(struct db *d)
{
	uint8_t hash[SHA256_SIZE];
	struct id key = id_new(3);
	sha256_of(STR("key"), hash);
	must(d, db_run(d, &err, "INSERT INTO organizations (id, created_at) VALUES (?, 1)", "d", &org));
	must(d, db_run(d, &err, "INSERT INTO projects (number, id, organization, name, created_at) VALUES (1, ?, ?, 'old', 1)", "dd", &project, &org));
	must(d, db_run(d, &err, "INSERT INTO api_keys (id, hash, project, name, created_at) VALUES (?, ?, 1, 'k', 1)", "dh", &key, hash));
}

static void add_file(struct db *d)
{
	must(d, db_run(d, &err, "INSERT INTO files (id, project, name, purpose, file_type, hash, size, created_at, last_modified_at, expires_at)"
		       " VALUES (?, 1, 'a.pdf', 'extract', 'pdf', ?, ?, 5, 5, 0)", "dhi", &file, blob.hash, blob.size));
	must(d, db_exec(d, "UPDATE projects SET files = 1", &err));
}

static void add_cached(struct db *d)
{
	must(d, db_run(d, &err, "INSERT INTO cache (project, file_hash, key, frames, frames_size, created_at) VALUES (1, ?, 'k', ?, ?, 9)", "hhi",
		       blob.hash, blob.hash, blob.size));
}

static void add_job(struct db *d, int n, struct id id, int64_t seq, enum job_status status)
{
	struct store_job j = { .id = id, .project = project, .input = file, .created_at = seq, .updated_at = seq, .status = status };
	struct buf item = BUF_INIT(0);
	int64_t scope = n < PARSES ? 2 : SCOPE(1, RUN_FILES), runs = status == JOB_RUNNING;
	if (status == JOB_COMPLETED)
		j.result = STR("{\"total\":7}");
	store_item_render(&item, &j);
	struct str text = buf_view(&item);
	must(d, db_run(d, &err, "INSERT INTO extract_jobs (seq, id, scope, status, cfg, input, updated_at, metadata_auto, item, configuration,"
		       " token, lease, starts) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?1, 0, ?6, '{}', iif(?7, 5, NULL), iif(?7, 1, NULL), ?7)",
		       "idiidsi", seq, &id, scope, (int64_t)status, &file, &text, runs));
	const struct count_job counted = { scope, 0, seq, &file };
	if (n >= BLOCKS)
		must(d, count_insert(d, &counted, status, &err));
	buf_fini(&item);
}

static void add_jobs(struct db *d, int n)
{
	for (int i = 0; i < COMPLETED; i++)
		add_job(d, n, done[i], EARLIER + i, JOB_COMPLETED);
	add_job(d, n, waiting, EARLIER + 10, JOB_PENDING);
	add_job(d, n, running, EARLIER + 11, JOB_RUNNING);
	if (n < BLOCKS) /* all other counters are made anew */
		must(d, db_exec(d, "INSERT INTO job_counts VALUES (0, 2, -1, 0, 1, 0, 1, 3, 0, 0)", &err));
}

static void add_saved(struct db *d, int n)
{
	struct id id = id_new(4);
	must(d, db_run(d, &err, "INSERT INTO configurations (id, project, product, name, label, parameters, created_at, updated_at)"
		       " VALUES (?, 1, 0, 'c', '', '{}', 6, 6)", "d", &id));
	if (n >= WEBHOOKS)
		must(d, db_run(d, &err, "INSERT INTO webhook_configurations (id, project, target, created_at, updated_at) VALUES (?, 1, '{}', 7, 7)",
			       "d", &id));
}

/* A folder as the release with n migrations left it. */
static void make_folder(int n)
{
	char path[TEST_FOLDER + 16];
	assert_true(test_folder_make(dir));
	snprintf(path, sizeof(path), "%s/quarry.db", dir);
	struct db *d = db_open(path, true, &err);
	assert_non_null(d);
	must(d, migrations_run_to(d, n, 1, &err));
	add_tenants(d);
	if (n >= FILES)
		add_file(d);
	if (n >= CACHE)
		add_cached(d);
	if (n >= JOBS)
		add_jobs(d, n);
	if (n >= CONFIGURATIONS)
		add_saved(d, n);
	db_close(d);
}

static int64_t count_listed(struct store *s, const struct store_job_query *q, int64_t *items)
{
	struct buf b = BUF_INIT(0);
	struct store_job_page page;
	assert_true(store_job_list(s, q, false, &b, &page, &err));
	*items = (int64_t)page.n;
	buf_fini(&b);
	return page.total;
}

static void check_tenants(struct store *s)
{
	uint8_t hash[SHA256_SIZE];
	struct store_scope scope;
	struct arena a;
	struct store_project *projects;
	struct store_org *orgs;
	size_t n;
	arena_init(&a, "test", 0);
	sha256_of(STR("key"), hash);
	assert_int_equal(store_key_lookup(s, hash, &scope, &err), STORE_OK);
	assert_true(id_eq(scope.project, project) && id_eq(scope.org, org) && scope.project_enabled);
	assert_true(store_project_list(s, org, &a, &projects, &n, &err));
	assert_true(n == 1 && str_eq_z(projects[0].name, "old"));
	assert_true(store_org_list(s, &a, &orgs, &n, &err));
	assert_int_equal(n, 1);
	arena_fini(&a);
}

/* Lists by every filter, single reads, and the queue: the job that ran is claimed anew, then the one that waits. */
static void check_jobs(struct store *s)
{
	struct store_job_query q = { .project = project, .limit = 2 };
	int64_t items;
	assert_int_equal(count_listed(s, &q, &items), COMPLETED + 2);
	assert_int_equal(items, 2);
	q.has_status = true, q.status = JOB_COMPLETED;
	assert_int_equal(count_listed(s, &q, &items), COMPLETED);
	q.has_input = true, q.input = file;
	assert_int_equal(count_listed(s, &q, &items), COMPLETED);
	q = (struct store_job_query){ .project = project, .limit = 9, .created_from = EARLIER + 1, .created_to = EARLIER + 10 };
	assert_int_equal(count_listed(s, &q, &items), COMPLETED);
	struct arena a;
	struct store_job j;
	struct store_rescued r;
	arena_init(&a, "test", 0);
	assert_int_equal(store_job_get(s, project, done[1], &a, &j, &err), STORE_OK);
	assert_true(j.status == JOB_COMPLETED && memmem(j.item.p, j.item.n, "{\"total\":7}", 11));
	assert_true(store_job_rescue(s, EARLIER + 20, 3, STR("lost"), &r, &err));
	assert_int_equal(r.again[JOB_EXTRACT], 1);
	for (int i = 0; i < 2; i++) {
		struct store_claim c;
		const struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{}") };
		assert_int_equal(store_job_claim(s, STR("n"), EARLIER + 30, INT64_MAX, &a, &c, &err), STORE_OK);
		assert_true(id_eq(c.job.id, i ? running : waiting) && str_eq_z(c.file_name, "a.pdf"));
		assert_int_equal(store_job_finish(s, c.job.id, c.token, &f, EARLIER + 40, &err), STORE_OK);
	}
	assert_int_equal(count_listed(s, &(struct store_job_query){ .project = project, .limit = 9, .has_status = true, .status = JOB_COMPLETED },
				      &items), COMPLETED + 2);
	arena_fini(&a);
}

static void check_file(struct store *s)
{
	struct arena a;
	struct store_file f;
	arena_init(&a, "test", 0);
	assert_int_equal(store_file_get(s, project, file, &a, &f, &err), STORE_OK);
	assert_true(str_eq_z(f.name, "a.pdf") && f.blob.size == blob.size);
	arena_fini(&a);
}

/* What counters, sizes and blobs say of each other. */
static void check_sound(struct store *s)
{
	struct buf report = BUF_INIT(0);
	assert_true(store_verify(s, &report, &err));
	assert_int_equal(report.n, 0);
	buf_fini(&report);
}

static void open_from(int n)
{
	struct store_options o = { .backend = "sqlite", .dir = dir };
	struct store_blob put, cached;
	struct store *s = store_open(&o, &err);
	if (!s)
		fail_msg("from migration %d: %s", n, err.text);
	assert_true(store_blob_put(s, STR("bytes"), &put, &err));
	check_tenants(s);
	if (n >= FILES)
		check_file(s);
	if (n >= CACHE)
		assert_int_equal(store_cache_get(s, project, blob.hash, STR("k"), &cached, &err), STORE_OK);
	check_sound(s);
	if (n >= JOBS)
		check_jobs(s);
	struct store_job j = { .id = id_new(clock_now()), .project = project, .input = file, .configuration = STR("{}") };
	assert_int_equal(store_job_create(s, &j, clock_now(), 0, &err), n >= FILES ? STORE_OK : STORE_NONE);
	check_sound(s);
	store_close(s);
	s = store_open(&o, &err); /* and once more, with nothing left to do */
	assert_non_null(s);
	check_sound(s);
	store_close(s);
}

static void test_every_release(void **state)
{
	sha256_of(STR("bytes"), blob.hash);
	blob.size = 5;
	org = id_new(1), project = id_new(2), file = id_new(3), waiting = id_new(20), running = id_new(21);
	for (int i = 0; i < COMPLETED; i++)
		done[i] = id_new(10 + i);
	for (int n = 1; n <= LAST; n++) {
		make_folder(n);
		open_from(n);
		assert_true(test_folder_remove(dir));
	}
}

/* This test knows as many migrations as there are: a new one needs its rows here. */
static void test_all_known(void **state)
{
	assert_int_equal(migrations_last(), LAST);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_release), cmocka_unit_test(test_all_known) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
