/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sudden death: a child process writes through the store with several threads
 * and is killed at random moments. What it was told to be written must be there.
 */
#include "store/exercise-store.h"

#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 40, THREADS = 4, MOST = 1 << 16 };

struct child {
	struct store *s;
	struct id project, file;
	int tell;
};

/* No assertion in here: a failed one would run the parent's tests in the child. */
static void *work(void *arg)
{
	struct child *c = arg;
	struct arena a;
	struct err e;
	arena_init(&a, "child", 0);
	for (unsigned i = 0;; i++) {
		struct store_job j = { .id = id_new(clock_now()), .project = c->project, .input = c->file, .configuration = STR("{}") };
		struct store_claim k;
		struct store_blob b;
		struct store_finish f = { .status = i % 3 ? JOB_COMPLETED : JOB_FAILED, .result = STR("{}") };
		if (store_job_create(c->s, &j, clock_now(), 0, &e) != STORE_OK || write(c->tell, j.id.b, 16) != 16)
			_exit(1);
		if (i % 8 == 0)
			store_blob_put(c->s, (struct str){ (const char *)j.id.b, 16 }, &b, &e);
		if (store_job_claim(c->s, STR("node"), clock_now(), clock_now(), &a, &k, &e) != STORE_OK)
			continue;
		if (i % 4)
			store_job_finish(c->s, k.job.id, k.token, &f, clock_now(), &e);
		if (i % 5 == 0)
			store_job_cancel(c->s, c->project, k.job.id, clock_now(), &e);
	}
	return NULL;
}

static void live(struct id file, int tell)
{
	struct store_options o = { .backend = ex_backend, .dir = ex_dir };
	struct child c = { .project = ex_project, .file = file, .tell = tell };
	struct err e;
	pthread_t t;
	c.s = store_open(&o, &e);
	if (!c.s)
		_exit(2);
	for (int i = 0; i < THREADS; i++)
		if (pthread_create(&t, NULL, work, &c) != 0)
			_exit(3);
	pause();
	_exit(4);
}

/* Runs a child until it is killed; returns how many jobs it was told to be written. */
static size_t one_life(struct id file, struct id *told)
{
	int tell[2];
	size_t n = 0, bytes = 0;
	assert_int_equal(pipe(tell), 0);
	pid_t pid = fork();
	if (pid == 0) {
		close(tell[0]);
		live(file, tell[1]);
	}
	close(tell[1]);
	/* After the n-th answer and a moment: in any phase of open, commit, checkpoint. */
	size_t lives = 1 + ex_random(300) * 16;
	bool killed = false;
	for (ssize_t got = 1; got > 0 && bytes < MOST * sizeof(*told); bytes += (size_t)(got > 0 ? got : 0)) {
		if (!killed && bytes >= lives) {
			usleep(ex_random(3000));
			kill(pid, SIGKILL);
			killed = true;
		}
		got = read(tell[0], (char *)told + bytes, killed ? 4096 : 16);
	}
	n = bytes / 16;
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	close(tell[0]);
	return n;
}

static int64_t count_all(void)
{
	int64_t sum = 0, by[JOB_STATUS_COUNT];
	assert_true(store_job_count(ex_store, JOB_EXTRACT, by, &ex_err));
	for (int st = 0; st < JOB_STATUS_COUNT; st++)
		sum += by[st];
	return sum;
}

/* After kill -9 at any moment each acknowledged job is there, the counters are right and the database is whole. */
static void test_sudden_death(void **state)
{
	struct id file = ex_file(ex_project, "doc"), *told = calloc(MOST + 1024, sizeof(*told));
	int64_t acknowledged = 0;
	for (int round = 0; round < ROUNDS; round++) {
		store_close(ex_store);
		ex_store = NULL;
		size_t n = one_life(file, told);
		ex_open();
		for (size_t i = 0; i < n; i++) {
			struct arena_mark mark = arena_mark(&ex_arena);
			ex_job(ex_project, told[i]);
			arena_reset(&ex_arena, mark);
		}
		acknowledged += (int64_t)n;
		ex_sound();
		/* What it wrote without living to tell: at most one job a thread and death. */
		int64_t all = count_all();
		assert_true(all >= acknowledged && all <= acknowledged + (round + 1) * THREADS);
	}
	free(told);
}

static void *keep_reading(void *stop)
{
	int64_t bad = 0;
	while (!__atomic_load_n((bool *)stop, __ATOMIC_ACQUIRE)) {
		struct buf b = BUF_INIT(0);
		struct err e;
		struct store_job_page page;
		struct store_job_query q = { .project = ex_project, .limit = 1000 };
		bad += !store_job_list(ex_store, &q, false, &b, &page, &e) || page.total != (int64_t)page.n;
		buf_fini(&b);
	}
	return (void *)(intptr_t)bad;
}

/* A page and its total are of one moment, however many writers there are meanwhile. */
static void test_snapshot(void **state)
{
	pthread_t reader[2];
	bool stop = false;
	struct id file = ex_file(ex_project, "doc");
	for (int i = 0; i < 2; i++)
		assert_int_equal(pthread_create(&reader[i], NULL, keep_reading, &stop), 0);
	for (int i = 0; i < 300; i++) {
		struct store_job j = ex_create(ex_project, file);
		if (i % 3 == 0) {
			assert_int_equal(store_job_cancel(ex_store, ex_project, j.id, clock_now(), &ex_err), STORE_OK);
			assert_int_equal(store_job_delete(ex_store, ex_project, j.id, &ex_err), STORE_OK);
		}
	}
	__atomic_store_n(&stop, true, __ATOMIC_RELEASE);
	for (int i = 0; i < 2; i++) {
		void *bad;
		pthread_join(reader[i], &bad);
		assert_null(bad);
	}
}

int exercise_death(void)
{
	const struct CMUnitTest tests[] = { EX_TEST(test_snapshot), EX_TEST(test_sudden_death) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
