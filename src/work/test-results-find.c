/* SPDX-License-Identifier: Apache-2.0 */
#include "work/results-private.h"

#include "base/clock.h"

#include <pthread.h>
#include <setjmp.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define SHORT (200 * CLOCK_SECOND / 1000)
#define LONG (30 * CLOCK_SECOND)

/* What lays out: waits for a word, then makes every part, as many bytes as its bit says, or fails. */
static struct {
	atomic_bool go, fails;
	atomic_int makings;
	_Atomic unsigned kept;
} fake;

bool results_style_read(struct str settings, struct arena *a, struct results_style *out, struct err *e)
{
	*out = (struct results_style){ .boxes = 0 };
	return !str_eq_z(settings, "bad") || err_set(e, ERR_INVALID, "bad settings");
}

static void give(unsigned parts, struct store_blob out[RESULTS_PARTS])
{
	for (int i = 0; i < RESULTS_PARTS; i++)
		if (parts >> i & 1)
			out[i].size = 1 << i;
}

bool results_look(const struct laying_out *l, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	unsigned found = *missing & atomic_load(&fake.kept);
	give(found, out);
	*missing &= ~found;
	return true;
}

bool results_make(const struct laying_out *l, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	assert_true(str_eq_z(l->of.settings, "{}"));
	atomic_fetch_add(&fake.makings, 1);
	while (!atomic_load(&fake.go) && !atomic_load(l->cancel))
		usleep(1000);
	if (atomic_load(l->cancel))
		return err_set(e, ERR_CANCELLED, "cancelled");
	if (atomic_load(&fake.fails))
		return err_set(e, ERR_IO, "no disk");
	give(*missing, out);
	atomic_fetch_or(&fake.kept, *missing);
	return true;
}

static int setup(void **state)
{
	atomic_store(&fake.go, false);
	atomic_store(&fake.fails, false);
	atomic_store(&fake.makings, 0);
	atomic_store(&fake.kept, 0);
	return 0;
}

static int teardown(void **state)
{
	results_close();
	return 0;
}

/* One call, on a thread; its settings are gone when it has its answer. */
struct asking {
	pthread_t thread;
	unsigned parts;
	int64_t until;
	struct store_blob out[RESULTS_PARTS];
	struct err e;
	bool ok;
};

static void *ask_main(void *arg)
{
	struct asking *q = arg;
	char settings[] = "{}";
	struct results r = { .job = { { 1 } }, .settings = str_from(settings) };
	q->ok = results_find(&r, q->parts, q->until, q->out, &q->e);
	memset(settings, 'x', sizeof(settings));
	return NULL;
}

static void start(struct asking *q, unsigned parts, int64_t us)
{
	*q = (struct asking){ .parts = parts, .until = clock_mono() + us };
	assert_int_equal(pthread_create(&q->thread, NULL, ask_main, q), 0);
}

static void expect_found(struct asking *q)
{
	assert_int_equal(pthread_join(q->thread, NULL), 0);
	assert_true(q->ok);
	for (int i = 0; i < RESULTS_PARTS; i++)
		assert_int_equal(q->out[i].size, q->parts >> i & 1 ? 1 << i : 0);
}

/* What takes longer than a call may wait is told to come later, goes on, and is there then; it is made once. */
static void test_late(void **state)
{
	struct asking first, second;
	int64_t began = clock_mono();
	start(&first, 3, SHORT);
	assert_int_equal(pthread_join(first.thread, NULL), 0);
	assert_false(first.ok);
	assert_int_equal(first.e.code, ERR_TOO_MANY);
	assert_true(clock_mono() - began >= SHORT && clock_mono() - began < LONG / 2);
	start(&second, 3, LONG);
	usleep(SHORT / 4);
	atomic_store(&fake.go, true);
	expect_found(&second);
	start(&first, 3, SHORT);
	expect_found(&first);
	assert_int_equal(atomic_load(&fake.makings), 1);
}

/* Calls that come meanwhile share it; of what it does not make the rest is made after it. */
static void test_shared(void **state)
{
	struct asking q[3];
	start(&q[0], 3, LONG);
	usleep(SHORT / 4);
	start(&q[1], 2, LONG);
	start(&q[2], 6, LONG);
	usleep(SHORT / 4);
	atomic_store(&fake.go, true);
	for (int i = 0; i < 3; i++)
		expect_found(&q[i]);
	assert_int_equal(atomic_load(&fake.makings), 2);
}

/* A failure is told to all who wait; the next call tries anew. */
static void test_failure(void **state)
{
	struct asking q[2];
	atomic_store(&fake.fails, true);
	for (int i = 0; i < 2; i++)
		start(&q[i], 1, LONG);
	usleep(SHORT / 4);
	atomic_store(&fake.go, true);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(pthread_join(q[i].thread, NULL), 0);
		assert_false(q[i].ok);
		assert_int_equal(q[i].e.code, ERR_IO);
	}
	atomic_store(&fake.fails, false);
	start(&q[0], 1, LONG);
	expect_found(&q[0]);
	struct results r = { .settings = STR("bad") };
	assert_false(results_find(&r, 1, LONG, q[0].out, &q[0].e));
	assert_int_equal(q[0].e.code, ERR_INVALID);
}

/* A server that stops does not wait for what would take long. */
static void test_close(void **state)
{
	struct asking q;
	start(&q, 1, SHORT);
	assert_int_equal(pthread_join(q.thread, NULL), 0);
	results_close();
	atomic_store(&fake.go, true);
	start(&q, 1, LONG);
	expect_found(&q);
	assert_int_equal(atomic_load(&fake.makings), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_late, setup, teardown),
		cmocka_unit_test_setup_teardown(test_shared, setup, teardown),
		cmocka_unit_test_setup_teardown(test_failure, setup, teardown),
		cmocka_unit_test_setup_teardown(test_close, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
