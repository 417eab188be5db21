/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store-sqlite.h"

#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

/* One server per data folder. */
static bool lock_folder(struct sqlite *q, struct err *e)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/quarry.lock", q->s->dir);
	q->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (q->lock_fd < 0)
		return err_errno(e, path);
	if (flock(q->lock_fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	return err_set(e, ERR_CONFLICT, "another server uses the data folder %.180s; stop it or choose another --data", q->s->dir);
}

/* Statistics of memory cost a lock at each allocation, and nobody reads them. Too late in a program that used SQLite before. */
static void quiet(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static bool sq_open(struct store *s, const struct store_options *o, struct err *e)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct sqlite *q = calloc(1, sizeof(*q));
	if (!q)
		return err_set(e, ERR_MEMORY, "out of memory");
	pthread_once(&once, quiet);
	s->impl = q;
	q->s = s;
	q->lock_fd = -1;
	q->last = &q->first;
	pthread_condattr_t mono;
	pthread_condattr_init(&mono);
	pthread_condattr_setclock(&mono, CLOCK_MONOTONIC);
	pthread_mutex_init(&q->lock, NULL);
	pthread_cond_init(&q->work, NULL);
	pthread_cond_init(&q->log_grew, &mono);
	pthread_condattr_destroy(&mono);
	snprintf(q->path, sizeof(q->path), "%s/quarry.db", s->dir);
	if (o->shared && access(q->path, F_OK) != 0)
		return err_set(e, ERR_NOT_FOUND, "the folder %.180s holds no store", s->dir);
	if (!o->shared && !lock_folder(q, e))
		return false;
	if (access(s->dir, W_OK) != 0) /* SQLite would only say that it cannot open its file */
		return err_errno(e, "the data folder must be writable, also to be read");
	q->items = item_cache_new(o->list_cache_bytes ? o->list_cache_bytes : STORE_LIST_CACHE);
	if (!q->items)
		return err_set(e, ERR_MEMORY, "out of memory");
	q->writer = db_open(q->path, true, e);
	return q->writer && rights_open(q, e) && migrations_run(q->writer, clock_now(), e) && checkpointer_start(q, e) && writer_start(q, e);
}

static void sq_close(struct store *s)
{
	struct sqlite *q = sqlite_of(s);
	writer_stop(q);
	checkpointer_stop(q);
	while (q->idle) {
		struct db *d = q->idle;
		q->idle = d->next;
		db_close(d);
	}
	db_close(q->writer); /* the last one closes the log into the database */
	item_cache_free(q->items);
	rights_close(q);
	if (q->lock_fd >= 0)
		close(q->lock_fd);
	pthread_mutex_destroy(&q->lock);
	pthread_cond_destroy(&q->work);
	pthread_cond_destroy(&q->log_grew);
	free(q);
	s->impl = NULL;
}

static enum store_outcome write_nothing(struct store *s, struct db *d, void *ctx, struct err *e)
{
	return STORE_OK;
}

/* A read, a turn of the writer, and how its last commit went. */
static bool sq_ready(struct store *s, struct err *e)
{
	struct sqlite *q = sqlite_of(s);
	bool broken = __atomic_load_n(&q->broken, __ATOMIC_RELAXED);
	struct db *d = reader_take(s, e);
	int64_t n;
	if (!d)
		return false;
	bool ok = db_number(d, &n, e, "SELECT count(*) FROM migrations", "") && write_run(s, write_nothing, NULL, e) == STORE_OK;
	reader_give(s, d);
	if (ok && access(s->dir, W_OK) != 0)
		return err_errno(e, "data folder");
	return ok && (!broken || err_set(e, ERR_STORE, "the last write to the store failed"));
}

const struct store_ops store_sqlite = {
	.name = "sqlite",
	.open = sq_open,
	.close = sq_close,
	.key_lookup = sq_key_lookup,
	.session_lookup = sq_session_lookup,
	.bootstrap = sq_bootstrap,
	.key_create = sq_key_create,
	.session_create = sq_session_create,
	.session_delete = sq_session_delete,
	.org_create = sq_org_create,
	.org_list = sq_org_list,
	.project_list = sq_project_list,
	.project_enable = sq_project_enable,
	.rights_generation = sq_rights_generation,
	.key_list = sq_key_list,
	.key_used = sq_key_used,
	.key_revoke = sq_key_revoke,
	.project_create = sq_project_create,
	.project_lookup = sq_project_lookup,
	.project_get = sq_project_get,
	.blob_used = sq_blob_used,
	.blob_release = sq_blob_release,
	.file_create = sq_file_create,
	.file_get = sq_file_get,
	.file_delete = sq_file_delete,
	.file_list = sq_file_list,
	.job_create = sq_job_create,
	.job_get = sq_job_get,
	.job_delete = sq_job_delete,
	.job_cancel = sq_job_cancel,
	.job_list = sq_job_list,
	.job_claim = sq_job_claim,
	.job_renew = sq_job_renew,
	.job_progress = sq_job_progress,
	.job_finish = sq_job_finish,
	.parsed_get = sq_parsed_get,
	.job_release = sq_job_release,
	.job_rescue = sq_job_rescue,
	.waits_end = sq_waits_end,
	.job_count = sq_job_count,
	.job_oldest = sq_job_oldest,
	.job_bulk = sq_job_bulk,
	.configuration_put = sq_configuration_put,
	.configuration_get = sq_configuration_get,
	.configuration_change = sq_configuration_change,
	.configuration_delete = sq_configuration_delete,
	.configuration_list = sq_configuration_list,
	.cache_get = sq_cache_get,
	.cache_put = sq_cache_put,
	.cache_prune = sq_cache_prune,
	.cache_size = sq_cache_size,
	.webhook_create = sq_webhook_create,
	.webhook_get = sq_webhook_get,
	.webhook_list = sq_webhook_list,
	.webhook_update = sq_webhook_update,
	.webhook_delete = sq_webhook_delete,
	.delivery_claim = sq_delivery_claim,
	.delivery_attempted = sq_delivery_attempted,
	.delivery_rescue = sq_delivery_rescue,
	.delivery_list = sq_delivery_list,
	.delivery_prune = sq_delivery_prune,
	.ready = sq_ready,
	.verify = sq_verify,
	.backup = sq_backup,
};
