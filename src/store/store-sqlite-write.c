/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The writer: takes all requests that wait, runs them in one transaction, each
 * in a savepoint so that one failure does not undo the others, commits once,
 * then answers all. While a commit waits for the disk the next group gathers.
 */
#include "store/store-sqlite.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/metric.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { GROUP = 512, HELD_MS = 250 };

/* ---- a group */

static enum store_outcome run_saved(struct sqlite *q, struct write *w, struct err *e)
{
	struct err ignored;
	if (!db_run(q->writer, e, "SAVEPOINT one", ""))
		return STORE_ERROR;
	enum store_outcome outcome = w->run(q->s, q->writer, w->ctx, e);
	/* Some failures (disk full, I/O) have undone the whole transaction already. */
	if (sqlite3_get_autocommit(q->writer->h))
		return STORE_ERROR;
	bool ok = (outcome == STORE_OK || db_run(q->writer, e, "ROLLBACK TO one", "")) && db_run(q->writer, &ignored, "RELEASE one", "");
	return ok ? outcome : STORE_ERROR;
}

static void run_one(struct sqlite *q, struct write *w)
{
	struct err e = { .code = ERR_NONE };
	w->outcome = run_saved(q, w, &e);
	if (w->e)
		*w->e = e;
}

/*
 * One group waits for another process that writes. If that was in vain those behind it hardly do: requests hold threads,
 * and ten seconds for each threadful would add up to more than clients wait.
 */
static bool lock_store(struct sqlite *q, struct err *e)
{
	sqlite3_busy_timeout(q->writer->h, q->held ? HELD_MS : DB_BUSY_MS);
	bool ok = db_run(q->writer, e, "BEGIN IMMEDIATE", "");
	q->held = !ok && (sqlite3_errcode(q->writer->h) & 0xFF) == SQLITE_BUSY;
	return ok;
}

static bool begin(struct sqlite *q, struct err *e)
{
	int64_t newest;
	if (!lock_store(q, e))
		return false;
	/* Another process may write too (a command beside a server): no time is given out twice. */
	bool ok = db_number(q->writer, &newest, e, "SELECT coalesce(max(seq), 0) FROM extract_jobs", "");
	if (newest > q->last_seq)
		q->last_seq = newest;
	return ok;
}

static bool run_all(struct sqlite *q, struct write *first, struct err *e)
{
	if (!begin(q, e))
		return false;
	for (struct write *w = first; w; w = w->next) {
		run_one(q, w);
		if (sqlite3_get_autocommit(q->writer->h))
			return err_set(e, ERR_STORE, "the store cannot write: %s", sqlite3_errmsg(q->writer->h));
	}
	return db_run(q->writer, e, "COMMIT", "");
}

static void answer(struct write *first, bool committed, const struct err *why)
{
	while (first) {
		struct write *w = first;
		first = w->next; /* before sem_post(): w lives on a stack that is gone after it */
		if (!committed) {
			w->outcome = STORE_ERROR;
			if (w->e)
				*w->e = *why;
		}
		if (w->posted)
			free(w);
		else
			sem_post(&w->done);
	}
}

static void count_group(const struct write *first, int64_t began)
{
	int64_t n = 0;
	for (const struct write *w = first; w; w = w->next)
		n++;
	metric_add(METRIC_store_writes, 0, 0, n);
	metric_observe(METRIC_store_group, 0, 0, clock_mono() - began);
}

static void run_group(struct sqlite *q, struct write *first)
{
	struct err e = { .code = ERR_NONE }, ignored;
	int64_t began = clock_mono();
	q->jobs_changed = q->deliveries_added = false;
	q->claimable = 0;
	bool ok = run_all(q, first, &e);
	if (!ok) {
		db_run(q->writer, &ignored, "ROLLBACK", "");
		log_err(LOG_ERROR, "store.commit", &e);
	}
	__atomic_store_n(&q->broken, !ok, __ATOMIC_RELAXED);
	atomic_fetch_add(&q->shared->commits, 1);
	if (ok && q->jobs_changed)
		store_jobs_changed(q->s);
	count_group(first, began);
	answer(first, ok, &e);
	if (ok && q->claimable)
		store_jobs_claimable(q->s, q->claimable);
	if (ok && q->deliveries_added)
		store_deliveries_added(q->s);
}

/* ---- the thread */

/* At most GROUP requests off the queue; NULL when it is time to stop and none is left. */
static struct write *take_group(struct sqlite *q)
{
	pthread_mutex_lock(&q->lock);
	while (!q->first && !q->stop)
		pthread_cond_wait(&q->work, &q->lock);
	struct write *first = q->first, *last = first;
	for (int n = 1; last && last->next && n < GROUP; n++)
		last = last->next;
	if (first) {
		q->first = last->next;
		last->next = NULL;
		if (!q->first)
			q->last = &q->first;
	}
	pthread_mutex_unlock(&q->lock);
	return first;
}

static void *writer_main(void *arg)
{
	struct sqlite *q = arg;
	for (struct write *group; (group = take_group(q));)
		run_group(q, group);
	return NULL;
}

bool writer_start(struct sqlite *q, struct err *e)
{
	q->writer_runs = pthread_create(&q->writer_thread, NULL, writer_main, q) == 0;
	return q->writer_runs || err_set(e, ERR_MEMORY, "cannot start the writer thread");
}

void writer_stop(struct sqlite *q)
{
	pthread_mutex_lock(&q->lock);
	q->stop = true;
	pthread_cond_broadcast(&q->work);
	pthread_mutex_unlock(&q->lock);
	if (q->writer_runs)
		pthread_join(q->writer_thread, NULL);
}

/* ---- requests */

static void enqueue(struct sqlite *q, struct write *w)
{
	pthread_mutex_lock(&q->lock);
	*q->last = w;
	q->last = &w->next;
	pthread_cond_signal(&q->work);
	pthread_mutex_unlock(&q->lock);
}

enum store_outcome write_run(struct store *s, write_fn *run, void *ctx, struct err *e)
{
	struct write w = { .run = run, .ctx = ctx, .e = e };
	sem_init(&w.done, 0, 0);
	enqueue(sqlite_of(s), &w);
	while (sem_wait(&w.done) != 0)
		; /* interrupted by a signal */
	sem_destroy(&w.done);
	return w.outcome;
}

void write_post(struct store *s, write_fn *run, const void *ctx, size_t size)
{
	struct write *w = calloc(1, sizeof(*w) + size);
	if (!w)
		return;
	w->run = run;
	w->ctx = w + 1;
	w->posted = true;
	memcpy(w + 1, ctx, size);
	enqueue(sqlite_of(s), w);
}
