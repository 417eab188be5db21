/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading connections, lent one at a time, and their snapshots.
 *
 * To begin and end a read transaction takes locks on the log's index: more system
 * calls than the rest of a page of a list. As long as nothing is committed, every
 * transaction would see the same, so a list leaves its transaction open for the
 * next one. Every process at the folder adds one to a shared number after a commit
 * and before it says that it is done; a snapshot of another number is not used
 * again. SNAPSHOT_LIFE is for a process that was killed between the two.
 *
 * What an idle reader still sees cannot be overwritten in the log: the
 * checkpointer ends the snapshots of idle readers before it works.
 */
#include "store/store-sqlite.h"

#include "base/clock.h"

#include <stdatomic.h>

#define SNAPSHOT_LIFE (CLOCK_SECOND / 20)

static void snapshot_end(struct db *d)
{
	struct err ignored;
	if (!sqlite3_get_autocommit(d->h))
		db_run(d, &ignored, "COMMIT", "");
}

static struct db *take(struct sqlite *q, struct err *e)
{
	pthread_mutex_lock(&q->lock);
	struct db *d = q->idle;
	if (d)
		q->idle = d->next;
	pthread_mutex_unlock(&q->lock);
	return d ? d : db_open(q->path, false, e);
}

struct db *reader_take(struct store *s, struct err *e)
{
	struct db *d = take(sqlite_of(s), e);
	if (d)
		snapshot_end(d);
	return d;
}

struct db *reader_snapshot(struct store *s, struct err *e)
{
	struct sqlite *q = sqlite_of(s);
	struct db *d = take(q, e);
	if (!d)
		return NULL;
	/* Read before the snapshot begins: one that is newer than its number is only ended too early. */
	uint64_t commits = atomic_load(&q->shared->commits);
	int64_t now = clock_mono();
	if (!sqlite3_get_autocommit(d->h) && d->commits == commits && now - d->since < SNAPSHOT_LIFE)
		return d;
	snapshot_end(d);
	d->commits = commits;
	d->since = now;
	int64_t one; /* BEGIN alone waits for the first read: what was memorized would be taken for the snapshot's (db_version) */
	if (db_run(d, e, "BEGIN", "") && db_number(d, &one, e, "SELECT 1 FROM migrations LIMIT 1", ""))
		return d;
	reader_give(s, d);
	return NULL;
}

void reader_give(struct store *s, struct db *d)
{
	struct sqlite *q = sqlite_of(s);
	pthread_mutex_lock(&q->lock);
	d->next = q->idle;
	q->idle = d;
	pthread_mutex_unlock(&q->lock);
}

void readers_rest(struct sqlite *q)
{
	pthread_mutex_lock(&q->lock);
	for (struct db *d = q->idle; d; d = d->next)
		snapshot_end(d);
	pthread_mutex_unlock(&q->lock);
}
