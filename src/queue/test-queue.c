/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/queue.h"

#include "base/clock.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char folder[64];
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
	snprintf(folder, sizeof(folder), "/tmp/quarry-queue-XXXXXX");
	assert_non_null(mkdtemp(folder));
	arena_init(&arena, "test", 0);
	store = store_open(&o, &err);
	assert_non_null(store);
	assert_true(store_bootstrap(store, clock_now(), &org, &project, &err));
	f.project = project;
	file = f.id;
	assert_true(store_file_create(store, &f, &err));
	queue = queue_open(store, "here", &err);
	return queue ? 0 : -1;
}

static int teardown(void **state)
{
	char command[128];
	queue_close(queue);
	store_close(store);
	arena_fini(&arena);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return system(command);
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

/* A claim is finished once; a second end of the same claim writes nothing. */
static void test_finish(void **state)
{
	struct id id = new_job();
	struct queue_claim c;
	struct store_finish f = { .status = JOB_COMPLETED, .result = STR("{\"a\":1}") };
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	assert_true(queue_step(queue, &c, "parse", &err));
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
	struct err why = { ERR_CHILD, "the parser crashed" };
	for (int i = 1; i <= QUEUE_MAX_STARTS; i++) {
		assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
		assert_int_equal(c.claim.job.starts, i);
		assert_true(queue_retry(queue, &c, &why, &err));
	}
	struct store_job j = job_of(id);
	assert_int_equal(j.status, JOB_FAILED);
	struct buf b = BUF_INIT(0);
	store_job_write(&b, &j, false, false, false);
	assert_non_null(strstr(b.p, "\"error_message\":\"PARSER_CRASHED: the parser crashed\""));
	buf_fini(&b);
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
	assert_false(queue_step(queue, &c, "extract", &err));
	assert_false(queue_finish(queue, &c, &f, &err));
	assert_int_equal(job_of(id).status, JOB_CANCELLED);
}

/* A process that takes over a dead one's name gets its jobs at once; a released job does not count a start. */
static void test_take_over(void **state)
{
	struct id id = new_job();
	struct queue_claim c;
	assert_int_equal(queue_claim(queue, 0, &arena, &c, &err), QUEUE_GOT);
	struct queue *again = queue_open(store, "here", &err);
	assert_non_null(again);
	struct queue_claim d;
	assert_int_equal(queue_claim(again, 0, &arena, &d, &err), QUEUE_GOT);
	assert_true(id_eq(d.claim.job.id, id) && d.claim.job.starts == 2);
	assert_false(queue_release(queue, &c, &err));
	assert_true(queue_release(again, &d, &err));
	assert_int_equal(job_of(id).starts, 1);
	queue_close(again);
}

/* Stopping wakes whoever waits for a job. */
static void test_stop(void **state)
{
	struct queue_claim c;
	queue_stop(queue);
	assert_int_equal(queue_claim(queue, 60000, &arena, &c, &err), QUEUE_STOPPED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_finish, setup, teardown),
		cmocka_unit_test_setup_teardown(test_retry, setup, teardown),
		cmocka_unit_test_setup_teardown(test_cancel, setup, teardown),
		cmocka_unit_test_setup_teardown(test_take_over, setup, teardown),
		cmocka_unit_test_setup_teardown(test_stop, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
