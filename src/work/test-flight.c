/* SPDX-License-Identifier: Apache-2.0 */
#include "work/flight.h"

#include "base/clock.h"

#include <pthread.h>
#include <setjmp.h>
#include <unistd.h>

#include <cmocka.h>

#define SHORT (200 * CLOCK_SECOND / 1000)
#define LONG (30 * CLOCK_SECOND)

static const struct id project = { { 1 } };
static const uint8_t hash[SHA256_SIZE] = { 2 };

static bool enter(struct flight *f, const char *key, const atomic_bool *cancel, int64_t until, struct err *e)
{
	return flight_enter(f, project, hash, str_from(key), cancel, until, e);
}

/* One that waits, on a thread. */
struct waiter {
	pthread_t thread;
	struct flight f;
	const atomic_bool *cancel;
	int64_t until;
	struct err e;
	bool entered;
};

static void *wait_main(void *arg)
{
	struct waiter *w = arg;
	w->entered = enter(&w->f, "a", w->cancel, w->until, &w->e);
	if (w->entered)
		flight_leave(&w->f, NULL);
	return NULL;
}

static void start(struct waiter *w, const atomic_bool *cancel, int64_t until)
{
	*w = (struct waiter){ .cancel = cancel, .until = until };
	assert_int_equal(pthread_create(&w->thread, NULL, wait_main, w), 0);
}

static void join(struct waiter *w)
{
	assert_int_equal(pthread_join(w->thread, NULL), 0);
}

/* Another key is not waited for; the same is let in when the one under way has left. */
static void test_turns(void **state)
{
	struct flight a, b;
	struct waiter w;
	struct err e = { .code = ERR_NONE };
	assert_true(enter(&a, "a", NULL, 0, &e));
	assert_true(enter(&b, "b", NULL, 0, &e));
	start(&w, NULL, clock_mono() + LONG);
	flight_leave(&b, &(struct err){ ERR_TIMEOUT, "of b alone" });
	usleep(SHORT / 4);
	flight_leave(&a, NULL);
	join(&w);
	assert_true(w.entered);
}

/* Nobody waits past its own moment, or once it was cancelled. */
static void test_gives_up(void **state)
{
	struct flight a, late;
	struct waiter w;
	atomic_bool cancel = false;
	struct err e = { .code = ERR_NONE };
	assert_true(enter(&a, "a", NULL, 0, &e));
	int64_t until = clock_mono() + SHORT;
	assert_false(enter(&late, "a", NULL, until, &e));
	assert_int_equal(e.code, ERR_TIMEOUT);
	assert_true(clock_mono() >= until);
	start(&w, &cancel, 0);
	atomic_store(&cancel, true);
	join(&w);
	assert_false(w.entered);
	assert_int_equal(w.e.code, ERR_CANCELLED);
	flight_leave(&a, NULL);
	assert_true(enter(&late, "a", NULL, 1, &e)); /* there is nothing to wait for */
	flight_leave(&late, NULL);
}

/* What one fails with, those that wait for it fail with, at once; who comes after them tries anew. */
static void test_shared_failure(void **state)
{
	struct flight a, next;
	struct waiter w[3];
	struct err e = { .code = ERR_NONE };
	assert_true(enter(&a, "a", NULL, 0, &e));
	for (int i = 0; i < 3; i++)
		start(&w[i], NULL, clock_mono() + LONG);
	usleep(SHORT);
	int64_t left = clock_mono();
	flight_leave(&a, &(struct err){ ERR_BROKEN, "no document" });
	assert_true(enter(&next, "a", NULL, 0, &e));
	for (int i = 0; i < 3; i++) {
		join(&w[i]);
		assert_false(w[i].entered);
		assert_int_equal(w[i].e.code, ERR_BROKEN);
		assert_string_equal(w[i].e.text, "no document");
	}
	assert_true(clock_mono() - left < LONG / 2);
	flight_leave(&next, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_turns),
		cmocka_unit_test(test_gives_up),
		cmocka_unit_test(test_shared_failure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
