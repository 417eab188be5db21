/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sessions, and what tells every process at the folder that rights or rows were changed.
 *
 * A command that revokes a key is another process than the server that knows the
 * key. Both map the file "rights"; the command adds one to its number after the
 * commit and before it says that it is done, and the server, which reads the
 * number with each request, forgets what it remembered. A file that is lost with
 * a crash loses nothing: the number only has to differ between two reads.
 */
#include "store/store-sqlite.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

bool rights_open(struct sqlite *q, struct err *e)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/rights", q->s->dir);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	void *p = fd >= 0 && ftruncate(fd, sizeof(*q->shared)) == 0
			  ? mmap(NULL, sizeof(*q->shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0)
			  : MAP_FAILED;
	bool ok = p != MAP_FAILED || err_errno(e, path);
	if (fd >= 0)
		close(fd);
	q->shared = ok ? p : NULL;
	return ok;
}

void rights_close(struct sqlite *q)
{
	if (q->shared)
		munmap(q->shared, sizeof(*q->shared));
}

enum store_outcome rights_run(struct store *s, write_fn *run, void *ctx, struct err *e)
{
	enum store_outcome done = write_run(s, run, ctx, e);
	if (done == STORE_OK)
		atomic_fetch_add(&sqlite_of(s)->shared->rights, 1);
	return done;
}

uint64_t sq_rights_generation(struct store *s)
{
	return atomic_load(&sqlite_of(s)->shared->rights);
}

/* ---- sessions */

struct session {
	const uint8_t *hash;
	struct id key;
	int64_t now, expires_at;
};

static enum store_outcome write_session(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct session *n = ctx;
	bool ok = db_run(d, e, "DELETE FROM sessions WHERE expires_at <= ?", "i", n->now) &&
		  db_run(d, e, "INSERT INTO sessions (hash, key, expires_at) VALUES (?, ?, ?)", "hdi", n->hash, &n->key, n->expires_at);
	return ok ? STORE_OK : STORE_ERROR;
}

bool sq_session_create(struct store *s, const uint8_t *hash, struct id key, int64_t now, int64_t expires_at, struct err *e)
{
	struct session n = { hash, key, now, expires_at };
	return write_run(s, write_session, &n, e) == STORE_OK;
}

static enum store_outcome write_session_end(struct store *s, struct db *d, void *ctx, struct err *e)
{
	struct session *n = ctx;
	if (!db_run(d, e, "DELETE FROM sessions WHERE hash = ?", "h", n->hash))
		return STORE_ERROR;
	return sqlite3_changes(d->h) ? STORE_OK : STORE_NONE;
}

enum store_outcome sq_session_delete(struct store *s, const uint8_t *hash, struct err *e)
{
	struct session n = { .hash = hash };
	return rights_run(s, write_session_end, &n, e);
}
