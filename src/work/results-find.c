/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who asks for results, and the threads that lay them out:
 *
 *   call     look, wait ..... late                  look: there
 *   thread         |--- lay out, keep ---------|
 *   call                  look, wait ..........| takes them
 */
#include "work/results-private.h"

#include "base/clock.h"
#include "base/metric.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

struct maker { /* of what is missing of a job's results */
	struct maker *next;
	struct laying_out l; /* its texts stand on a */
	struct arena a;
	unsigned parts, made; /* asked of it; not found in the cache after all */
	struct store_blob out[RESULTS_PARTS];
	int holders; /* the thread, and calls that wait */
	bool done, ok;
	struct err e;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* guards what follows */
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;
static struct maker *makers; /* whose threads run */
static atomic_bool closing;

static struct maker *maker_of(const struct results *r)
{
	struct maker *m = makers;
	while (m && !(id_eq(m->l.of.project, r->project) && id_eq(m->l.of.job, r->job)))
		m = m->next;
	return m;
}

static void let_go(struct maker *m)
{
	if (--m->holders > 0)
		return;
	arena_fini(&m->a);
	free(m);
}

static void *maker_main(void *arg)
{
	struct maker *m = arg;
	struct err e = { .code = ERR_NONE };
	unsigned made = m->parts;
	bool ok = results_make(&m->l, &made, m->out, &e);
	metric_add(METRIC_cache, LABEL_cache_layout, LABEL_found_miss, __builtin_popcount(made));
	pthread_mutex_lock(&lock);
	m->done = true;
	m->made = made;
	m->ok = ok;
	m->e = e;
	struct maker **at = &makers;
	while (*at != m)
		at = &(*at)->next;
	*at = m->next;
	let_go(m);
	pthread_cond_broadcast(&ended);
	pthread_mutex_unlock(&lock);
	return NULL;
}

static bool thread_start(struct maker *m, struct err *e)
{
	pthread_attr_t detached;
	pthread_t thread;
	pthread_attr_init(&detached);
	pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
	errno = pthread_create(&thread, &detached, maker_main, m);
	pthread_attr_destroy(&detached);
	return errno == 0 || err_errno(e, "cannot start a thread");
}

static struct maker *maker_start(const struct results *r, unsigned parts, struct err *e)
{
	struct maker *m = calloc(1, sizeof(*m));
	if (!m) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	arena_init(&m->a, "results", 0);
	m->l = (struct laying_out){ .of = *r, .cancel = &closing };
	m->l.of.settings = r->settings.p ? arena_str(&m->a, r->settings) : r->settings;
	m->parts = parts;
	m->holders = 1;
	if (results_style_read(m->l.of.settings, &m->a, &m->l.style, e) && arena_ok(&m->a, e) && thread_start(m, e)) {
		m->next = makers;
		makers = m;
		return m;
	}
	let_go(m);
	return NULL;
}

static bool wait_for(const struct maker *m, int64_t until, struct err *e)
{
	struct timespec ts = { until / CLOCK_SECOND, until % CLOCK_SECOND * 1000 };
	while (!m->done && pthread_cond_clockwait(&ended, &lock, CLOCK_MONOTONIC, &ts) != ETIMEDOUT)
		continue;
	return m->done || err_set(e, ERR_TOO_MANY, "the results are still being laid out; ask again");
}

static bool take(const struct maker *m, unsigned *missing, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	for (int i = 0; m->ok && i < RESULTS_PARTS; i++)
		if (m->parts & *missing & 1u << i)
			out[i] = m->out[i];
	*missing &= ~m->parts;
	if (!m->ok)
		*e = m->e;
	return m->ok;
}

/* Some of what is missing: made for this call, which adds them to *made, or for another one that came before. */
static bool take_made(const struct results *r, unsigned *missing, unsigned *made, int64_t until, struct store_blob out[RESULTS_PARTS],
		      struct err *e)
{
	pthread_mutex_lock(&lock);
	struct maker *m = maker_of(r);
	bool ours = !m;
	if (ours)
		m = maker_start(r, *missing, e);
	if (m)
		m->holders++;
	bool ok = m && wait_for(m, until, e) && take(m, missing, out, e);
	if (ours && ok)
		*made |= m->made;
	if (m)
		let_go(m);
	pthread_mutex_unlock(&lock);
	return ok;
}

bool results_find(const struct results *r, unsigned parts, int64_t until, struct store_blob out[RESULTS_PARTS], struct err *e)
{
	struct arena a;
	struct laying_out l = { .of = *r };
	unsigned missing = parts, made = 0;
	arena_init(&a, "settings", 0);
	bool ok = results_style_read(r->settings, &a, &l.style, e) && results_look(&l, &missing, out, e);
	arena_fini(&a);
	while (ok && missing)
		ok = take_made(r, &missing, &made, until, out, e);
	metric_add(METRIC_cache, LABEL_cache_layout, LABEL_found_hit, __builtin_popcount(parts & ~missing & ~made));
	return ok;
}

void results_close(void)
{
	pthread_mutex_lock(&lock);
	atomic_store(&closing, true);
	while (makers)
		pthread_cond_wait(&ended, &lock);
	atomic_store(&closing, false);
	pthread_mutex_unlock(&lock);
}
