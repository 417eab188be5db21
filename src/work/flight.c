/* SPDX-License-Identifier: Apache-2.0 */
#include "work/flight.h"

#include "base/clock.h"

#include <pthread.h>
#include <time.h>

#define LOOK_NS 50000000L /* how often a waiting one looks at what nobody tells it: the clock, and whether it was cancelled */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t left = PTHREAD_COND_INITIALIZER;
static struct flight *under_way, *waiting; /* few: each holds a thread */

static void put(struct flight **list, struct flight *f)
{
	f->next = *list;
	*list = f;
}

static void take(struct flight **list, const struct flight *f)
{
	while (*list != f)
		list = &(*list)->next;
	*list = f->next;
}

static bool alike(const struct flight *a, const struct flight *b)
{
	return id_eq(a->project, b->project) && memcmp(a->hash, b->hash, SHA256_SIZE) == 0 && str_eq(a->key, b->key);
}

static bool is_under_way(const struct flight *f)
{
	const struct flight *o = under_way;
	while (o && !alike(o, f))
		o = o->next;
	return o != NULL;
}

/* Until somebody leaves, or for a moment; whatever is done to the wall clock meanwhile. */
static void wait_left(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	ts.tv_nsec += LOOK_NS;
	ts.tv_sec += ts.tv_nsec / 1000000000L;
	ts.tv_nsec %= 1000000000L;
	pthread_cond_clockwait(&left, &lock, CLOCK_MONOTONIC, &ts);
}

static bool waits_on(const atomic_bool *cancel, int64_t until, struct err *e)
{
	if (cancel && atomic_load(cancel))
		return err_set(e, ERR_CANCELLED, "the job was cancelled");
	if (until && clock_mono() >= until)
		return err_set(e, ERR_TIMEOUT, "the document takes too long to read");
	return true;
}

static bool wait_for_others(const struct flight *f, const atomic_bool *cancel, int64_t until, struct err *e)
{
	while (f->told.code == ERR_NONE && is_under_way(f)) {
		if (!waits_on(cancel, until, e))
			return false;
		wait_left();
	}
	if (f->told.code != ERR_NONE)
		*e = f->told;
	return f->told.code == ERR_NONE;
}

bool flight_enter(struct flight *f, struct id project, const uint8_t hash[SHA256_SIZE], struct str key, const atomic_bool *cancel,
		  int64_t until, struct err *e)
{
	*f = (struct flight){ .project = project, .hash = hash, .key = key, .told = { .code = ERR_NONE } };
	pthread_mutex_lock(&lock);
	put(&waiting, f);
	bool entered = wait_for_others(f, cancel, until, e);
	take(&waiting, f);
	if (entered)
		put(&under_way, f);
	pthread_mutex_unlock(&lock);
	return entered;
}

void flight_leave(struct flight *f, const struct err *failed)
{
	pthread_mutex_lock(&lock);
	take(&under_way, f);
	for (struct flight *w = waiting; failed && w; w = w->next)
		if (alike(w, f))
			w->told = *failed;
	pthread_cond_broadcast(&left);
	pthread_mutex_unlock(&lock);
}
