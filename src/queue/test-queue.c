/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/queue-private.h"

#include "base/clock.h"
#include "base/metric.h"
#include "base/test-folder.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* Longer than the other tests go into the future. */
#define CACHE_US (48 * 3600 * CLOCK_SECOND)
static const struct queue_cache cache_bounds = { CACHE_US, { .entries = 3 } };

static char folder[TEST_FOLDER];
static struct store *store;
static struct queue *queue;
static struct id org, project, file;
static struct arena arena;
static struct err err;

static int setup(void **state)
{
	struct store_options o = { .dir = folder };
	struct store_file f = { .id = id_new(1), .name = STR("a.pdf"), .purpose = STR("extract"), .file_type = STR("pdf"),
				.created_at = 1, .last_modified_at = 1 };
	assert_true(test_folder_make(folder));
	arena_init(&arena, "test", 0);
	store = store_open(&o, &err);
	assert_non_null(store);
	assert_true(store_bootstrap(store, clock_now(), &org, &project, &err));
	f.project = project;
	file = f.id;
	assert_true(store_file_create(store, &f, &err));
	queue = queue_open(store, "here", &cache_bounds, &err);
	return queue ? 0 : -1;
}

static int teardown(void **state)
{
	queue_close(queue);
	store_close(store);
	arena_fini(&arena);
	return test_folder_remove(folder) ? 0 : -1;
}

static struct id new_job(void)
{
	struct store_job j = { .id = id_new(clock_now()), .project = project, .input = file, .configuration = STR("{}") };
	assert_int_equal(store_job_create(store, &j, clock_now(), 0, &err), STORE_OK);
	return j.id;
}

static struct store_job job_of(struct id id)
{
	struct store_job j;
	assert_int_equal(store_job_get(store, project, id, &arena, &j, &err), STORE_OK);
	return j;
}

static int64_t job_count(enum job_status st)
{
	int64_t by[JOB_STATUS_COUNT];
	assert_true(store_job_count(store, JOB_EXTRACT, by, &err));
	return by[st];
}

/* A claim is finished once; a second end of the same claim writes nothing. */
static void test_finish(void **state)
{
	struct id id = new_job();
	struct queue_claim c;
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{\"a\":1}") };
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	assert_true(queue_progress(queue, &c, 1, 2, &err));
	assert_true(queue_finish(queue, &c, &f, &err));
	f.status = JOB_FAILED;
	assert_false(queue_finish(queue, &c, &f, &err));
	assert_int_equal(err.code, ERR_LEASE_LOST);
	assert_int_equal(job_of(id).status, JOB_COMPLETED);
	assert_int_equal(queue_claim(queue, 1, &arena, &c, &err), QUEUE_EMPTY);
}

/* What may pass is tried QUEUE_MAX_STARTS times, then the job fails with the cause. */
static void test_retry(void **state)
{
	struct id id = new_job();
	struct queue_claim c;
	struct err why = { ERR_CHILD, "the parser was killed" };
	for (int i = 1; i <= QUEUE_MAX_STARTS; i++) {
		int64_t before = clock_now();
		assert_int_equal(queue_claim(queue, 60000, &arena, &c, &err), QUEUE_GOT);
		assert_int_equal(c.claim.job.starts, i);
		assert_true(queue_retry(queue, &c, &why, &err));
		assert_true(i == 1 || clock_now() - before >= QUEUE_WAIT << (i - 2));
		assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_EMPTY);
	}
	struct store_job j = job_of(id);
	assert_int_equal(j.status, JOB_FAILED);
	struct buf b = BUF_INIT(0);
	store_job_write(&b, &j, false, false, false);
	assert_non_null(strstr(b.p, "\"error_message\":\"PARSER_ENDED: the parser was killed\""));
	buf_fini(&b);
}

/* The number that /metrics shows on the line that starts so. */
static long counted(const char *line)
{
	struct buf b = BUF_INIT(0);
	metric_write(&b);
	const char *at = strstr(b.p, line);
	assert_non_null(at);
	long n = strtol(at + strlen(line), NULL, 10);
	buf_fini(&b);
	return n;
}

/* What came of jobs is counted: each run that is tried again, each end, those that were lost included. */
static void test_counted(void **state)
{
	static const char *const lines[] = {
		"\nquarry_jobs_retried_total{kind=\"extract\"} ",
		"\nquarry_jobs_ended_total{kind=\"extract\",state=\"FAILED\"} ",
		"\nquarry_jobs_ended_total{kind=\"extract\",state=\"COMPLETED\"} ",
		"\nquarry_jobs_ended_total{kind=\"parse\",state=\"COMPLETED\"} ",
	};
	static const long grown[] = { QUEUE_MAX_STARTS - 1 + 1 /* and one lost */, 1, 1, 1 };
	long before[4];
	struct queue_claim c;
	struct err why = { ERR_CHILD, "the parser crashed" };
	for (int i = 0; i < 4; i++)
		before[i] = counted(lines[i]);
	new_job();
	for (int i = 1; i <= QUEUE_MAX_STARTS; i++) {
		assert_int_equal(queue_claim(queue, 60000, &arena, &c, &err), QUEUE_GOT);
		assert_true(queue_retry(queue, &c, &why, &err));
	}
	new_job();
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	queue_close(queue);
	queue = queue_open(store, "here", &cache_bounds, &err);
	assert_non_null(queue);
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	struct store_job parse = { .id = id_new(clock_now()), .project = project, .input = file, .status = JOB_COMPLETED,
				   .configuration = STR("{}"), .shown = STR("\"name\":\"a.pdf\"") };
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{}"), .parse_job = &parse };
	assert_true(queue_finish(queue, &c, &f, &err));
	for (int i = 0; i < 4; i++)
		assert_int_equal(counted(lines[i]) - before[i], grown[i]);
}

/* A cancelled job flags its claim, and its holder can write no more. */
static void test_cancel(void **state)
{
	struct id id = new_job();
	struct queue_claim c;
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{}") };
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	assert_int_equal(store_job_cancel(store, project, id, clock_now(), &err), STORE_OK);
	queue_cancel_local(queue, id);
	assert_true(atomic_load(&c.cancelled));
	assert_false(queue_progress(queue, &c, 2, 2, &err));
	assert_false(queue_finish(queue, &c, &f, &err));
	assert_int_equal(job_of(id).status, JOB_CANCELLED);
}

/* A process that takes over a dead one's name gets its jobs at once; a released job does not count a start. */
static void test_take_over(void **state)
{
	struct id id = new_job();
	struct queue_claim c;
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	struct queue *again = queue_open(store, "here", &cache_bounds, &err);
	assert_non_null(again);
	struct queue_claim d;
	assert_int_equal(queue_claim(again, 0, &arena, &d, &err), QUEUE_GOT);
	assert_true(id_eq(d.claim.job.id, id) && d.claim.job.starts == 2);
	assert_false(queue_release(queue, &c, &err));
	assert_true(queue_release(again, &d, &err));
	assert_int_equal(job_of(id).starts, 1);
	queue_close(again);
}

/* The janitor keeps the leases of its own claims alive for as long as they are held, and only those. */
static void test_renewed(void **state)
{
	struct id id = new_job();
	struct queue_claim c, d;
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{}") };
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	int64_t now = clock_now();
	for (int minute = 1; minute < 60; minute++)
		queue_tick(queue, now + minute * 55 * CLOCK_SECOND);
	assert_false(atomic_load(&c.cancelled));
	assert_true(queue_finish(queue, &c, &f, &err));
	assert_int_equal(job_of(id).starts, 1);
	/* A claim nobody holds: its worker is gone without a word. */
	id = new_job();
	assert_int_equal(store_job_claim(store, STR("elsewhere"), now, now + QUEUE_LEASE, &arena, &d.claim, &err), STORE_OK);
	queue_tick(queue, now + QUEUE_LEASE);
	assert_int_equal(job_of(id).status, JOB_RUNNING);
	queue_tick(queue, now + QUEUE_LEASE + 1);
	assert_int_equal(job_of(id).status, JOB_PENDING);
}

/* A worker that slept past its lease is told, and cannot write over the one that has the job now. */
static void test_overtaken(void **state)
{
	struct id id = new_job();
	struct queue_claim late, now_ours;
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{\"by\":\"late\"}") };
	struct store_rescued r;
	assert_int_equal(queue_claim(queue, 0, &arena, &late, &err), QUEUE_GOT);
	assert_true(store_job_rescue(store, clock_now() + 2 * QUEUE_LEASE, 3, STR("X: x"), &r, &err));
	assert_int_equal(r.again[JOB_EXTRACT], 1);
	assert_int_equal(queue_claim(queue, 0, &arena, &now_ours, &err), QUEUE_GOT);
	assert_int_equal(now_ours.claim.job.starts, 2);
	queue_tick(queue, clock_now());
	assert_true(atomic_load(&late.cancelled));
	assert_false(atomic_load(&now_ours.cancelled));
	assert_false(queue_finish(queue, &late, &f, &err));
	assert_int_equal(err.code, ERR_LEASE_LOST);
	assert_int_equal(job_of(id).status, JOB_RUNNING);
	f.result = STR("{\"by\":\"ours\"}");
	assert_true(queue_finish(queue, &now_ours, &f, &err));
	struct str item = job_of(id).item;
	assert_non_null(memmem(item.p, item.n, "ours", 4));
}

/* Workers that vanish one after another wear a job out: after the last start it fails and says why. */
static void test_worn_out(void **state)
{
	struct id id = new_job();
	int64_t now = clock_now();
	for (int i = 1; i <= QUEUE_MAX_STARTS; i++) {
		struct store_claim c;
		assert_int_equal(store_job_claim(store, STR("elsewhere"), now, now + QUEUE_LEASE, &arena, &c, &err), STORE_OK);
		now += QUEUE_LEASE + 1;
		queue_tick(queue, now);
	}
	struct store_job j = job_of(id);
	assert_int_equal(j.status, JOB_FAILED);
	assert_non_null(memmem(j.item.p, j.item.n, "\"error_message\":\"TIMEOUT: ", 26));
}

/* A job that is tried again does not wait for a clock that was set back to come there once more. */
static void test_clock_set_back(void **state)
{
	struct id id = new_job();
	struct queue_claim c;
	int64_t now = clock_now(), before = now - 24 * 3600 * CLOCK_SECOND;
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	assert_true(queue_retry(queue, &c, &(struct err){ ERR_CHILD, "killed" }, &err));
	queue_tick(queue, before);
	assert_int_equal(store_job_claim(store, STR("here"), before, now, &arena, &c.claim, &err), STORE_OK);
	assert_true(id_eq(c.claim.job.id, id));
	assert_int_equal(c.claim.job.starts, 2);
}

/* A cancel that another process wrote reaches the run with the next round. */
static void test_cancelled_elsewhere(void **state)
{
	struct id id = new_job();
	struct queue_claim c;
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	assert_int_equal(store_job_cancel(store, project, id, clock_now(), &err), STORE_OK);
	assert_false(atomic_load(&c.cancelled));
	queue_tick(queue, clock_now());
	assert_true(atomic_load(&c.cancelled));
	assert_false(queue_release(queue, &c, &err));
}

/* In as many rounds as there are parts every forgotten blob goes, when it is a day old. */
static void test_collect(void **state)
{
	struct store_blob b;
	int64_t size;
	int fd, there = 0;
	for (char c = 'a'; c < 'k'; c++)
		assert_true(store_blob_put(store, (struct str){ &c, 1 }, &b, &err));
	for (int i = 0; i < STORE_BLOB_SLICES; i++)
		queue_tick(queue, clock_now() + 23 * 3600 * CLOCK_SECOND);
	for (char c = 'a'; c < 'k'; c++) {
		sha256_of((struct str){ &c, 1 }, b.hash);
		there += store_blob_open(store, b.hash, &fd, &size, &err) == STORE_OK && close(fd) == 0;
	}
	assert_int_equal(there, 10);
	for (int i = 0; i < STORE_BLOB_SLICES; i++)
		queue_tick(queue, clock_now() + 25 * 3600 * CLOCK_SECOND);
	for (char c = 'a'; c < 'k'; c++) {
		sha256_of((struct str){ &c, 1 }, b.hash);
		assert_int_equal(store_blob_open(store, b.hash, &fd, &size, &err), STORE_NONE);
	}
}

static void *claim_blocking(void *got)
{
	struct arena a;
	struct queue_claim c;
	struct err e;
	arena_init(&a, "waiter", 0);
	*(enum queue_got *)got = queue_claim(queue, 600000, &a, &c, &e);
	arena_fini(&a);
	return NULL;
}

/* A new job and a stop both end the wait of those who wait for a job, whichever comes. */
static void test_wait(void **state)
{
	pthread_t t[3];
	enum queue_got got[3];
	int taken = 0, stopped = 0;
	for (int i = 0; i < 3; i++)
		assert_int_equal(pthread_create(&t[i], NULL, claim_blocking, &got[i]), 0);
	new_job();
	while (job_count(JOB_RUNNING) == 0)
		usleep(1000);
	queue_stop(queue);
	for (int i = 0; i < 3; i++) {
		pthread_join(t[i], NULL);
		taken += got[i] == QUEUE_GOT;
		stopped += got[i] == QUEUE_STOPPED;
	}
	assert_int_equal(taken, 1);
	assert_int_equal(stopped, 2);
	struct queue_claim c;
	assert_int_equal(queue_claim(queue, 60000, &arena, &c, &err), QUEUE_STOPPED);
}

/* More claims than can be held at a time: what is too much goes back to the queue untouched. */
static void test_too_many(void **state)
{
	enum { MORE = 300 };
	static struct queue_claim c[MORE]; /* held until the queue is closed */
	int n = 0;
	for (int i = 0; i < MORE; i++)
		new_job();
	while (n < MORE && queue_claim(queue, 0, &arena, &c[n], &err) == QUEUE_GOT)
		n++;
	assert_true(n < MORE);
	assert_int_equal(err.code, ERR_INTERNAL);
	assert_int_equal(job_count(JOB_RUNNING), n);
	assert_int_equal(job_count(JOB_PENDING), MORE - n);
}

/* What is cached stays for its time and no longer. */
static void test_cache_pruned(void **state)
{
	struct store_blob blob;
	uint8_t hash[SHA256_SIZE] = { 1 };
	int64_t now = clock_now();
	assert_true(store_blob_put(store, STR("x"), &blob, &err));
	assert_true(store_cache_put(store, project, hash, STR("key"), &blob, file, now, &err));
	queue_tick(queue, now + CACHE_US);
	assert_int_equal(store_cache_get(store, project, hash, STR("key"), &blob, &err), STORE_OK);
	queue_tick(queue, now + CACHE_US + 1);
	assert_int_equal(store_cache_get(store, project, hash, STR("key"), &blob, &err), STORE_NONE);
}

/* Beyond its bounds the cache keeps what is newest, of however many there are. */
static void test_cache_bounded(void **state)
{
	struct store_cache_size now;
	struct store_blob blob;
	uint8_t hash[SHA256_SIZE] = { 1 };
	int64_t made = clock_now();
	assert_true(store_blob_put(store, STR("x"), &blob, &err));
	for (int i = 0; i < 12; i++) {
		char key[16];
		snprintf(key, sizeof(key), "key %d", i);
		assert_true(store_cache_put(store, project, hash, str_from(key), &blob, file, made + i, &err));
	}
	queue_tick(queue, made);
	assert_true(store_cache_size(store, &now, &err));
	assert_int_equal(now.entries, 3);
	assert_int_equal(store_cache_get(store, project, hash, STR("key 8"), &blob, &err), STORE_NONE);
	assert_int_equal(store_cache_get(store, project, hash, STR("key 9"), &blob, &err), STORE_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_finish, setup, teardown),
		cmocka_unit_test_setup_teardown(test_retry, setup, teardown),
		cmocka_unit_test_setup_teardown(test_cancel, setup, teardown),
		cmocka_unit_test_setup_teardown(test_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(test_take_over, setup, teardown),
		cmocka_unit_test_setup_teardown(test_renewed, setup, teardown),
		cmocka_unit_test_setup_teardown(test_overtaken, setup, teardown),
		cmocka_unit_test_setup_teardown(test_worn_out, setup, teardown),
		cmocka_unit_test_setup_teardown(test_clock_set_back, setup, teardown),
		cmocka_unit_test_setup_teardown(test_cancelled_elsewhere, setup, teardown),
		cmocka_unit_test_setup_teardown(test_collect, setup, teardown),
		cmocka_unit_test_setup_teardown(test_wait, setup, teardown),
		cmocka_unit_test_setup_teardown(test_too_many, setup, teardown),
		cmocka_unit_test_setup_teardown(test_cache_pruned, setup, teardown),
		cmocka_unit_test_setup_teardown(test_cache_bounded, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
