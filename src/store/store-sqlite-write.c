/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The writer: takes all requests that wait, runs them in one transaction, each
 * in a savepoint, commits once, then answers all. The checkpointer moves what
 * was committed from the log to the database, beside everybody's work.
 */
#include "store/store-sqlite.h"

#include "base/clock.h"
#include "base/log.h"

#include <time.h>

enum { GROUP = 512, CHECKPOINT_PAGES = 1000, CHECKPOINT_MS = 200 };

static int on_commit(void *arg, sqlite3 *h, const char *name, int pages)
{
	__atomic_store_n(&((struct sqlite *)arg)->wal_pages, pages, __ATOMIC_RELAXED);
	return SQLITE_OK;
}

static void run_one(struct sqlite *q, struct write *w)
{
	struct db *d = q->writer;
	struct err e = { .code = ERR_NONE };
	if (!db_run(d, &e, "SAVEPOINT one", "")) {
		w->outcome = STORE_ERROR;
	} else {
		w->outcome = w->run(q->s, d, w->ctx, &e);
		if (w->outcome != STORE_OK)
			db_run(d, &e, "ROLLBACK TO one", "");
		struct err ignored;
		db_run(d, &ignored, "RELEASE one", "");
	}
	if (w->e)
		*w->e = e;
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
		sem_post(&w->done);
	}
}

static void run_group(struct sqlite *q, struct write *first)
{
	struct err e = { .code = ERR_NONE };
	int64_t seq = q->last_seq;
	q->jobs_changed = false;
	q->claimable = 0;
	bool ok = db_run(q->writer, &e, "BEGIN IMMEDIATE", "");
	for (struct write *w = first; ok && w; w = w->next)
		run_one(q, w);
	ok = ok && db_run(q->writer, &e, "COMMIT", "");
	if (!ok) {
		struct err ignored;
		db_run(q->writer, &ignored, "ROLLBACK", "");
		q->last_seq = seq;
		log_err(LOG_ERROR, "store.commit", &e);
	}
	if (ok && q->jobs_changed)
		store_jobs_changed(q->s);
	answer(first, ok, &e);
	if (ok && q->claimable)
		store_jobs_claimable(q->s, q->claimable);
}

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

static bool stopping(struct sqlite *q)
{
	pthread_mutex_lock(&q->lock);
	bool stop = q->stop;
	pthread_mutex_unlock(&q->lock);
	return stop;
}

static void *checkpointer_main(void *arg)
{
	struct sqlite *q = arg;
	struct err e;
	struct db *d = db_open(q->path, true, &e);
	const struct timespec nap = { 0, CHECKPOINT_MS * 1000000 };
	while (d && !stopping(q)) {
		if (__atomic_load_n(&q->wal_pages, __ATOMIC_RELAXED) >= CHECKPOINT_PAGES)
			sqlite3_wal_checkpoint_v2(d->h, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
		nanosleep(&nap, NULL);
	}
	db_close(d);
	return NULL;
}

bool writer_start(struct sqlite *q, struct err *e)
{
	sqlite3_wal_hook(q->writer->h, on_commit, q);
	if (pthread_create(&q->writer_thread, NULL, writer_main, q) != 0)
		return err_set(e, ERR_MEMORY, "cannot start the writer thread");
	q->writer_runs = true;
	q->checkpointer_runs = pthread_create(&q->checkpointer_thread, NULL, checkpointer_main, q) == 0;
	return q->checkpointer_runs || err_set(e, ERR_MEMORY, "cannot start the checkpoint thread");
}

void writer_stop(struct sqlite *q)
{
	pthread_mutex_lock(&q->lock);
	q->stop = true;
	pthread_cond_broadcast(&q->work);
	pthread_mutex_unlock(&q->lock);
	if (q->writer_runs)
		pthread_join(q->writer_thread, NULL);
	if (q->checkpointer_runs)
		pthread_join(q->checkpointer_thread, NULL);
}

enum store_outcome write_run(struct store *s, enum store_outcome (*run)(struct store *, struct db *, void *, struct err *),
			     void *ctx, struct err *e)
{
	struct sqlite *q = sqlite_of(s);
	struct write w = { .run = run, .ctx = ctx, .e = e };
	sem_init(&w.done, 0, 0);
	pthread_mutex_lock(&q->lock);
	*q->last = &w;
	q->last = &w.next;
	pthread_cond_signal(&q->work);
	pthread_mutex_unlock(&q->lock);
	while (sem_wait(&w.done) != 0)
		; /* interrupted by a signal */
	sem_destroy(&w.done);
	return w.outcome;
}
