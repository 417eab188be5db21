/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The checkpointer moves what was committed from the log to the database, on a
 * thread and connection of its own: no commit waits for it. Only a log that
 * outgrows it under lasting load is ended with the writer held for a moment; and
 * one that outgrows that too, as when jobs are made in bulk, is moved by the writer.
 */
#include "store/store-sqlite.h"

#include <errno.h>
#include <time.h>

/* Pages of 4 KiB: worth moving at 4 MB, too long at 64 MB, the writer's own business at 256 MB. */
enum { MOVE_PAGES = 1000, LONG_PAGES = 16384, WRITER_PAGES = 65536, PAUSE_MS = 200, BUSY_MS = 100 };

/* On the writer's thread, after each commit. */
static int on_commit(void *arg, sqlite3 *h, const char *name, int pages)
{
	struct sqlite *q = arg;
	pthread_mutex_lock(&q->lock);
	q->log_pages = pages;
	if (pages >= MOVE_PAGES)
		pthread_cond_signal(&q->log_grew);
	pthread_mutex_unlock(&q->lock);
	if (pages >= WRITER_PAGES) {
		readers_rest(q);
		sqlite3_wal_checkpoint_v2(h, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL); /* all of it: nobody writes meanwhile */
	}
	return SQLITE_OK;
}

static bool wait_for_log(struct sqlite *q)
{
	pthread_mutex_lock(&q->lock);
	while (!q->stop && q->log_pages < MOVE_PAGES)
		pthread_cond_wait(&q->log_grew, &q->lock);
	bool go_on = !q->stop;
	pthread_mutex_unlock(&q->lock);
	return go_on;
}

/* Under load pages of the log are written over and over; a little later there is less to move. */
static void pause_a_little(struct sqlite *q)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += PAUSE_MS * 1000000L;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_mutex_lock(&q->lock);
	while (!q->stop && pthread_cond_timedwait(&q->log_grew, &q->lock, &until) != ETIMEDOUT)
		;
	pthread_mutex_unlock(&q->lock);
}

static void checkpoint(struct sqlite *q, struct db *d)
{
	int in_log = -1, moved = -1;
	readers_rest(q);
	sqlite3_wal_checkpoint_v2(d->h, NULL, SQLITE_CHECKPOINT_PASSIVE, &in_log, &moved);
	if (in_log >= LONG_PAGES)
		sqlite3_wal_checkpoint_v2(d->h, NULL, SQLITE_CHECKPOINT_TRUNCATE, &in_log, &moved);
	pthread_mutex_lock(&q->lock);
	if (in_log == moved && q->log_pages <= in_log)
		q->log_pages = 0; /* all of it; the next commit begins the log anew */
	pthread_mutex_unlock(&q->lock);
}

static void *checkpointer_main(void *arg)
{
	struct sqlite *q = arg;
	struct err e;
	struct db *d = db_open(q->path, true, &e);
	if (d)
		sqlite3_busy_timeout(d->h, BUSY_MS);
	while (d && wait_for_log(q)) {
		checkpoint(q, d);
		pause_a_little(q);
	}
	db_close(d);
	return NULL;
}

bool checkpointer_start(struct sqlite *q, struct err *e)
{
	sqlite3_wal_hook(q->writer->h, on_commit, q);
	q->checkpointer_runs = pthread_create(&q->checkpointer_thread, NULL, checkpointer_main, q) == 0;
	return q->checkpointer_runs || err_set(e, ERR_MEMORY, "cannot start the checkpoint thread");
}

void checkpointer_stop(struct sqlite *q)
{
	pthread_mutex_lock(&q->lock);
	q->stop = true;
	pthread_cond_broadcast(&q->log_grew);
	pthread_mutex_unlock(&q->lock);
	if (q->checkpointer_runs)
		pthread_join(q->checkpointer_thread, NULL);
}
