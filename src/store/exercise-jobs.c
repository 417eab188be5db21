/* SPDX-License-Identifier: Apache-2.0 */
#include "store/exercise-store.h"

#include <pthread.h>

static const struct store_finish good = { .status = JOB_COMPLETED, .result = STR_INIT("{\"total\":1.10}"),
					  .metadata = STR_INIT("{\"usage\":{}}"), .extract_metadata = STR_INIT("{\"m\":1}") };

/* A job goes PENDING, RUNNING, COMPLETED; each state shows in get and list with the contract's keys. */
static void test_life(void **state)
{
	static const char *const keys[] = { "id", "created_at", "document_input_value", "file_input", "project_id", "status",
					    "updated_at", "configuration_id", "error_message", "extract_result", "metadata",
					    "configuration", "extract_metadata", "usage" };
	struct store_job_page page;
	struct store_job_query all = { .project = ex_project, .limit = 10 };
	struct store_job j = ex_create(ex_project, ex_file(ex_project, "doc"));
	struct json *items = ex_list(all, &page);
	assert_int_equal(items->item[0]->n, sizeof(keys) / sizeof(keys[0]));
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		assert_non_null(json_get(items->item[0], keys[i]));
	assert_true(str_eq_z(ex_text(items->item[0], "status"), "PENDING"));
	struct store_claim c = ex_claim();
	assert_true(id_eq(c.job.id, j.id) && str_eq_z(c.file_name, "doc") && c.job.starts == 1 && !c.file_gone);
	assert_true(str_eq_z(ex_text(ex_list(all, &page)->item[0], "status"), "RUNNING"));
	assert_true(json_is_null(json_get(ex_list(all, &page)->item[0], "metadata")));
	assert_int_equal(store_job_finish(ex_store, j.id, c.token ^ 2, &good, clock_now(), &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &good, clock_now(), &ex_err), STORE_OK);
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &good, clock_now(), &ex_err), STORE_REFUSED);
	struct json *item = ex_list(all, &page)->item[0];
	assert_true(str_eq_z(json_get(json_get(item, "extract_result"), "total")->text, "1.10"));
	assert_true(json_is_null(json_get(item, "extract_metadata")) && json_is_null(json_get(item, "configuration")));
	all.with_configuration = all.with_metadata = true;
	item = ex_list(all, &page)->item[0];
	assert_int_equal(json_get(json_get(item, "configuration"), "a")->i, 1);
	assert_int_equal(json_get(json_get(item, "extract_metadata"), "m")->i, 1);
	struct store_job got;
	assert_int_equal(store_job_get(ex_store, ex_other, j.id, &ex_arena, &got, &ex_err), STORE_NONE);
	got = ex_job(ex_project, j.id);
	assert_true(got.status == JOB_COMPLETED && got.updated_at >= got.created_at && got.starts == 1);
}

static struct json *ex_progress(struct id job)
{
	struct store_job_page page;
	struct store_job_query q = { .project = ex_project, .by_ids = true, .job_ids = &job, .job_ids_n = 1, .limit = 1 };
	return json_get(ex_list(q, &page)->item[0], "progress");
}

/* How far a job is shows in get and list while it runs, whoever asked before; not before it is told, and not after the run. */
static void test_progress(void **state)
{
	struct store_job j = ex_create(ex_project, ex_file(ex_project, "doc"));
	struct store_claim c = ex_claim();
	int64_t updated = ex_job(ex_project, j.id).updated_at;
	uint64_t generation = store_job_generation(ex_store);
	assert_null(ex_progress(j.id));
	assert_int_equal(store_job_progress(ex_store, j.id, c.token ^ 2, 3, 100, &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_progress(ex_store, j.id, c.token, 3, 100, &ex_err), STORE_OK);
	assert_int_not_equal(store_job_generation(ex_store), generation);
	assert_int_equal(json_get(ex_progress(j.id), "pages_done")->i, 3);
	assert_int_equal(json_get(ex_progress(j.id), "pages_total")->i, 100);
	struct store_job got = ex_job(ex_project, j.id);
	assert_true(memmem(got.item.p, got.item.n, "\"pages_done\":3", 14) && got.updated_at == updated);
	assert_int_equal(store_job_release(ex_store, j.id, c.token, clock_now(), &ex_err), STORE_OK);
	assert_null(ex_progress(j.id));
	c = ex_claim();
	assert_int_equal(store_job_progress(ex_store, j.id, c.token, 100, 100, &ex_err), STORE_OK);
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &good, clock_now(), &ex_err), STORE_OK);
	assert_null(ex_progress(j.id));
	ex_sound();
}

/* With citations or scores asked for, metadata shows without expand, in get and list. */
static void test_metadata_auto(void **state)
{
	struct store_job_page page;
	struct store_job_query all = { .project = ex_project, .limit = 10 };
	struct store_job j = ex_new_job(ex_project, ex_file(ex_project, "doc"));
	j.metadata_auto = true;
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 0, &ex_err), STORE_OK);
	assert_true(json_is_null(json_get(ex_list(all, &page)->item[0], "extract_metadata")));
	struct store_claim c = ex_claim();
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &good, clock_now(), &ex_err), STORE_OK);
	struct json *item = ex_list(all, &page)->item[0];
	assert_int_equal(json_get(json_get(item, "extract_metadata"), "m")->i, 1);
	assert_true(json_is_null(json_get(item, "configuration")));
}

/* Get, list and list by id give a job byte for byte alike. */
static void test_same_bytes(void **state)
{
	struct store_job j = ex_create(ex_project, ex_file(ex_project, "doc"));
	struct store_claim c = ex_claim();
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &good, clock_now(), &ex_err), STORE_OK);
	struct store_job got = ex_job(ex_project, j.id);
	for (unsigned i = 0; i < 8; i++) {
		struct buf one = BUF_INIT(0), listed = BUF_INIT(0), named = BUF_INIT(0);
		struct store_job_page page;
		struct store_job_query q = { .project = ex_project, .limit = 5, .with_configuration = i & 1, .with_metadata = i & 2 };
		store_job_write(&one, &got, i & 1, i & 2, i & 4);
		assert_true(store_job_list(ex_store, &q, i & 4, &listed, &page, &ex_err));
		q.by_ids = true, q.job_ids = &j.id, q.job_ids_n = 1;
		assert_true(store_job_list(ex_store, &q, i & 4, &named, &page, &ex_err));
		assert_string_equal(listed.p, one.p);
		assert_string_equal(named.p, one.p);
		buf_fini(&one), buf_fini(&listed), buf_fini(&named);
	}
}

/* Inputs of other projects do not exist; a full queue refuses, whatever project fills it. */
static void test_create_refused(void **state)
{
	struct store_job j = ex_new_job(ex_other, ex_file(ex_project, "mine"));
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 0, &ex_err), STORE_NONE);
	j = ex_new_job(ex_project, j.input);
	j.input_kind = STORE_INPUT_PARSE_JOB;
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 0, &ex_err), STORE_NONE);
	j.input_kind = STORE_INPUT_FILE;
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 1, &ex_err), STORE_OK);
	j = ex_new_job(ex_other, ex_file(ex_other, "theirs"));
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 1, &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 2, &ex_err), STORE_OK);
	ex_claim();
	j.id = id_new(1);
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 2, &ex_err), STORE_OK);
	j.project = id_new(1);
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 0, &ex_err), STORE_NONE);
	ex_sound();
}

/* A parse job as input brings its frames and tier to the claim; a deleted file is told. */
static void test_inputs(void **state)
{
	struct store_job j = ex_new_job(ex_project, ex_parse_job(ex_project, "agentic"));
	char hex[SHA256_HEX_SIZE];
	j.input_kind = STORE_INPUT_PARSE_JOB;
	assert_int_equal(store_job_create(ex_store, &j, clock_now(), 0, &ex_err), STORE_OK);
	struct store_claim c = ex_claim();
	crypto_hex(c.blob.hash, SHA256_SIZE, hex);
	assert_true(str_eq_z(c.frames_hash_hex, hex) && str_eq_z(c.parse_tier, "agentic") && c.blob.size == 6 && !c.file_gone);
	j = ex_create(ex_project, ex_file(ex_project, "doc"));
	assert_int_equal(store_file_delete(ex_store, ex_project, j.input, &ex_err), STORE_OK);
	c = ex_claim();
	assert_true(id_eq(c.job.id, j.id) && c.file_gone && !c.frames_hash_hex.p);
}

/* Cancel ends unfinished jobs only, and takes the claim away; delete takes finished jobs only. */
static void test_cancel_delete(void **state)
{
	struct store_job j = ex_create(ex_project, ex_file(ex_project, "doc"));
	assert_int_equal(store_job_delete(ex_store, ex_project, j.id, &ex_err), STORE_REFUSED);
	struct store_claim c = ex_claim();
	assert_int_equal(store_job_cancel(ex_store, ex_other, j.id, clock_now(), &ex_err), STORE_NONE);
	assert_int_equal(store_job_cancel(ex_store, ex_project, j.id, clock_now(), &ex_err), STORE_OK);
	assert_int_equal(store_job_cancel(ex_store, ex_project, j.id, clock_now(), &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_renew(ex_store, j.id, c.token, clock_now(), &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_progress(ex_store, j.id, c.token, 1, 2, &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_again(ex_store, j.id, c.token, clock_now(), 0, &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_release(ex_store, j.id, c.token, clock_now(), &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_finish(ex_store, j.id, c.token, &good, clock_now(), &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_delete(ex_store, ex_other, j.id, &ex_err), STORE_NONE);
	assert_int_equal(store_job_delete(ex_store, ex_project, j.id, &ex_err), STORE_OK);
	assert_int_equal(store_job_delete(ex_store, ex_project, j.id, &ex_err), STORE_NONE);
	ex_sound();
}

/* Oldest first; a lost lease goes back until the last start, then fails with the cause. */
static void test_rescue(void **state)
{
	struct id file = ex_file(ex_project, "doc");
	struct store_job a = ex_create(ex_project, file), b = ex_create(ex_project, file);
	struct store_rescued r;
	int64_t now = clock_now();
	struct str why = STR("TIMEOUT: lost");
	for (int start = 1; start <= 3; start++) {
		struct store_claim c = ex_claim();
		assert_true(id_eq(c.job.id, a.id));
		assert_int_equal(c.job.starts, start);
		assert_true(store_job_rescue(ex_store, now, 3, why, &r, &ex_err));
		assert_int_equal(r.again[JOB_EXTRACT] + r.failed[JOB_EXTRACT], 0);
		assert_int_equal(store_job_renew(ex_store, a.id, c.token, now + 50 * CLOCK_SECOND, &ex_err), STORE_OK);
		assert_true(store_job_rescue(ex_store, now + 49 * CLOCK_SECOND, 3, why, &r, &ex_err));
		assert_int_equal(r.again[JOB_EXTRACT] + r.failed[JOB_EXTRACT], 0);
		assert_true(store_job_rescue(ex_store, now + 100 * CLOCK_SECOND, 3, why, &r, &ex_err));
		assert_int_equal(r.again[JOB_EXTRACT], start < 3);
		assert_int_equal(r.failed[JOB_EXTRACT], start == 3);
		assert_int_equal(store_job_finish(ex_store, a.id, c.token, &good, now, &ex_err), STORE_REFUSED);
	}
	struct store_job got = ex_job(ex_project, a.id);
	assert_int_equal(got.status, JOB_FAILED);
	assert_non_null(memmem(got.item.p, got.item.n, "\"error_message\":\"TIMEOUT: lost\"", 31));
	struct store_claim c = ex_claim();
	assert_true(id_eq(c.job.id, b.id));
	assert_int_equal(store_job_release(ex_store, b.id, c.token, now, &ex_err), STORE_OK);
	c = ex_claim();
	assert_int_equal(c.job.starts, 1);
	assert_int_equal(store_job_again(ex_store, b.id, c.token, now, 0, &ex_err), STORE_OK);
	assert_int_equal(ex_claim().job.starts, 2);
	assert_true(store_job_rescue_node(ex_store, STR("elsewhere"), now, 3, why, &r, &ex_err));
	assert_int_equal(r.again[JOB_EXTRACT], 0);
	assert_true(store_job_rescue_node(ex_store, STR("node"), now, 3, why, &r, &ex_err));
	assert_int_equal(r.again[JOB_EXTRACT], 1);
	ex_sound();
}

/* A job handed back until a time waits that long, others do not wait for it; then it comes first. A new process knows. */
static void test_due(void **state)
{
	struct id file = ex_file(ex_project, "doc");
	struct store_job a = ex_create(ex_project, file), b = ex_create(ex_project, file);
	struct store_claim c = ex_claim(), got;
	int64_t now = clock_now(), due = now + 60 * CLOCK_SECOND;
	assert_true(id_eq(c.job.id, a.id));
	assert_int_equal(store_job_again(ex_store, a.id, c.token, now, due, &ex_err), STORE_OK);
	assert_int_equal(ex_job(ex_project, a.id).status, JOB_PENDING);
	assert_true(id_eq(ex_claim().job.id, b.id));
	store_close(ex_store);
	ex_open();
	struct store_job d = ex_create(ex_project, file);
	assert_int_equal(store_job_claim(ex_store, STR("node"), due - 1, due, &ex_arena, &got, &ex_err), STORE_OK);
	assert_true(id_eq(got.job.id, d.id));
	assert_int_equal(store_job_claim(ex_store, STR("node"), due - 1, due, &ex_arena, &got, &ex_err), STORE_NONE);
	ex_create(ex_project, file);
	assert_int_equal(store_job_claim(ex_store, STR("node"), due, due + 1, &ex_arena, &got, &ex_err), STORE_OK);
	assert_true(id_eq(got.job.id, a.id));
	assert_int_equal(got.job.starts, 2);
	/* Handed back untouched it waits no longer. */
	assert_int_equal(store_job_release(ex_store, a.id, got.token, due, &ex_err), STORE_OK);
	assert_true(id_eq(ex_claim().job.id, a.id));
	ex_sound();
}

/* The numbers of jobs in each state, and how long the oldest waits, are told without looking at jobs. */
static void test_count(void **state)
{
	struct id file = ex_file(ex_project, "doc");
	int64_t n, by[JOB_STATUS_COUNT];
	assert_true(store_job_oldest(ex_store, JOB_EXTRACT, &n, &ex_err));
	assert_int_equal(n, 0);
	ex_create(ex_project, file);
	struct store_job second = ex_create(ex_project, file);
	ex_create(ex_other, ex_file(ex_other, "doc"));
	ex_claim();
	assert_true(store_job_oldest(ex_store, JOB_EXTRACT, &n, &ex_err));
	assert_int_equal(n, second.created_at);
	assert_true(store_job_oldest(ex_store, JOB_PARSE, &n, &ex_err));
	assert_int_equal(n, 0);
	assert_true(store_job_count(ex_store, JOB_EXTRACT, by, &ex_err));
	assert_int_equal(by[JOB_PENDING], 2);
	assert_int_equal(by[JOB_RUNNING], 1);
	assert_int_equal(by[JOB_FAILED], 0);
	assert_true(store_job_count(ex_store, JOB_PARSE, by, &ex_err));
	assert_int_equal(by[JOB_PENDING], 0);
}

/* The generation changes with every write to jobs and stays with reads, refused writes and writes of files. */
static void test_generation(void **state)
{
	struct store_job_page page;
	struct store_job_query all = { .project = ex_project, .limit = 10 };
	struct id file = ex_file(ex_project, "doc");
	uint64_t a = store_job_generation(ex_store);
	ex_list(all, &page);
	ex_file(ex_project, "more");
	assert_int_equal(store_job_generation(ex_store), a);
	struct store_job j = ex_create(ex_project, file);
	uint64_t b = store_job_generation(ex_store);
	assert_true(b != a);
	struct store_claim c = ex_claim();
	a = store_job_generation(ex_store);
	assert_true(a != b);
	assert_int_equal(store_job_finish(ex_store, j.id, c.token ^ 2, &good, clock_now(), &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_delete(ex_store, ex_project, j.id, &ex_err), STORE_REFUSED);
	assert_int_equal(store_job_generation(ex_store), a);
	assert_int_equal(store_job_cancel(ex_store, ex_project, j.id, clock_now(), &ex_err), STORE_OK);
	b = store_job_generation(ex_store);
	assert_true(a != b);
	assert_int_equal(store_job_delete(ex_store, ex_project, j.id, &ex_err), STORE_OK);
	assert_true(store_job_generation(ex_store) != b);
}

static void *wait_and_claim(void *out)
{
	struct err e;
	struct arena a;
	struct store_claim c;
	enum store_outcome got;
	arena_init(&a, "waiter", 0);
	while ((got = store_job_claim(ex_store, STR("node"), clock_now(), clock_now() + CLOCK_SECOND, &a, &c, &e)) == STORE_NONE)
		store_job_wait(ex_store, 600000);
	*(enum store_outcome *)out = got;
	arena_fini(&a);
	return NULL;
}

/* Each of several idle waiters gets one of as many jobs, long before its time is over. */
static void test_wait(void **state)
{
	enum { WAITERS = 4 };
	pthread_t t[WAITERS];
	enum store_outcome got[WAITERS] = { STORE_ERROR };
	struct id file = ex_file(ex_project, "doc");
	for (int i = 0; i < WAITERS; i++)
		assert_int_equal(pthread_create(&t[i], NULL, wait_and_claim, &got[i]), 0);
	for (int i = 0; i < WAITERS; i++)
		ex_create(ex_project, file);
	for (int i = 0; i < WAITERS; i++) {
		pthread_join(t[i], NULL);
		assert_int_equal(got[i], STORE_OK);
	}
}

static void *create_many(void *arg)
{
	struct id file = *(struct id *)arg;
	for (int i = 0; i < 50; i++) {
		struct err e;
		struct store_job j = ex_new_job(ex_project, file);
		if (store_job_create(ex_store, &j, clock_now(), 0, &e) != STORE_OK)
			return (void *)1;
	}
	return NULL;
}

static void *claim_many(void *count)
{
	struct err e;
	struct arena a;
	struct store_claim c;
	arena_init(&a, "claims", 0);
	while (store_job_claim(ex_store, STR("node"), clock_now(), clock_now() + CLOCK_SECOND, &a, &c, &e) == STORE_OK)
		if (store_job_finish(ex_store, c.job.id, c.token, &good, clock_now(), &e) == STORE_OK)
			++*(int *)count;
	arena_fini(&a);
	return NULL;
}

/* Writers share commits: nothing is lost, no time given out twice, no job claimed twice. */
static void test_many_threads(void **state)
{
	enum { THREADS = 16 };
	pthread_t t[THREADS];
	int done[THREADS] = { 0 }, sum = 0;
	struct id file = ex_file(ex_project, "doc");
	struct store_job_page page;
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&t[i], NULL, create_many, &file), 0);
	for (int i = 0; i < THREADS; i++) {
		void *bad;
		pthread_join(t[i], &bad);
		assert_null(bad);
	}
	struct store_job_query q = { .project = ex_project, .limit = 1000 };
	ex_list(q, &page);
	assert_int_equal(page.total, 50 * THREADS);
	assert_int_equal(page.n, 50 * THREADS);
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&t[i], NULL, claim_many, &done[i]), 0);
	for (int i = 0; i < THREADS; i++) {
		pthread_join(t[i], NULL);
		sum += done[i];
	}
	assert_int_equal(sum, 50 * THREADS);
	q.has_status = true, q.status = JOB_COMPLETED;
	ex_list(q, &page);
	assert_int_equal(page.total, 50 * THREADS);
	ex_sound();
}

int exercise_jobs(void)
{
	const struct CMUnitTest tests[] = {
		EX_TEST(test_life), EX_TEST(test_progress), EX_TEST(test_metadata_auto), EX_TEST(test_same_bytes), EX_TEST(test_create_refused),
		EX_TEST(test_inputs), EX_TEST(test_cancel_delete), EX_TEST(test_rescue), EX_TEST(test_due), EX_TEST(test_count),
		EX_TEST(test_generation), EX_TEST(test_wait), EX_TEST(test_many_threads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
