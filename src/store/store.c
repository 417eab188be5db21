/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store-private.h"

#include "base/io.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

/* Uploads that a crash cut off. Only the server that holds the lock may do this. */
static void clear_uploads(const struct store *s)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/tmp", s->dir);
	DIR *d = opendir(path);
	for (struct dirent *f; d && (f = readdir(d));)
		if (f->d_name[0] != '.')
			unlinkat(dirfd(d), f->d_name, 0);
	if (d)
		closedir(d);
}

static bool make_folders(const struct store *s, struct err *e)
{
	static const char *const folders[] = { "blobs", "tmp" };
	char path[4096];
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", s->dir, folders[i]);
		if (!io_mkdirs(path, e))
			return false;
	}
	return true;
}

static const struct store_ops *find_backend(const char *name)
{
	for (size_t i = 0; i < store_backends_n; i++)
		if (!name || strcmp(store_backends[i]->name, name) == 0)
			return store_backends[i];
	return NULL;
}

struct store *store_open(const struct store_options *o, struct err *e)
{
	const struct store_ops *ops = find_backend(o->backend);
	struct store *s = ops ? calloc(1, sizeof(*s)) : NULL;
	if (!s) {
		if (ops)
			err_set(e, ERR_MEMORY, "out of memory");
		else
			err_set(e, ERR_USAGE, "there is no store of kind \"%.40s\"", o->backend);
		return NULL;
	}
	s->ops = ops;
	pthread_condattr_t mono;
	pthread_condattr_init(&mono);
	pthread_condattr_setclock(&mono, CLOCK_MONOTONIC);
	pthread_mutex_init(&s->lock, NULL);
	pthread_mutex_init(&s->watch_lock, NULL);
	pthread_cond_init(&s->claimable, &mono);
	pthread_condattr_destroy(&mono);
	s->reserve = o->reserve_bytes;
	bool ok = (size_t)snprintf(s->dir, sizeof(s->dir), "%s", o->dir) < sizeof(s->dir) ||
		  err_set(e, ERR_USAGE, "the path of the data folder is too long");
	ok = ok && (o->shared || make_folders(s, e)) && s->ops->open(s, o, e);
	if (!ok) {
		store_close(s);
		return NULL;
	}
	if (!o->shared)
		clear_uploads(s);
	return s;
}

bool store_room(struct store *s, struct err *e)
{
	struct statvfs v;
	if (!s->reserve || statvfs(s->dir, &v) != 0 || (uint64_t)v.f_bavail * v.f_frsize >= (uint64_t)s->reserve)
		return true;
	return err_set(e, ERR_DISK_FULL, "less than %lld MB are free on the disk of the data folder", (long long)(s->reserve >> 20));
}

void store_close(struct store *s)
{
	if (!s)
		return;
	if (s->impl)
		s->ops->close(s);
	pthread_cond_destroy(&s->claimable);
	pthread_mutex_destroy(&s->lock);
	pthread_mutex_destroy(&s->watch_lock);
	free(s);
}

/* ---- waking job threads */

void store_jobs_claimable(struct store *s, int n)
{
	pthread_mutex_lock(&s->lock);
	if (s->ready < 4096)
		s->ready += n;
	if (n == 1)
		pthread_cond_signal(&s->claimable);
	else
		pthread_cond_broadcast(&s->claimable);
	pthread_mutex_unlock(&s->lock);
}

void store_job_wait(struct store *s, int timeout_ms)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += timeout_ms / 1000;
	until.tv_nsec += (long)(timeout_ms % 1000) * 1000000;
	if (until.tv_nsec >= 1000000000) {
		until.tv_sec++;
		until.tv_nsec -= 1000000000;
	}
	pthread_mutex_lock(&s->lock);
	while (s->ready == 0)
		if (pthread_cond_timedwait(&s->claimable, &s->lock, &until) == ETIMEDOUT)
			break;
	if (s->ready > 0)
		s->ready--;
	pthread_mutex_unlock(&s->lock);
}

void store_wake(struct store *s)
{
	store_jobs_claimable(s, 64);
}

void store_jobs_changed(struct store *s)
{
	__atomic_add_fetch(&s->generation, 1, __ATOMIC_RELEASE);
}

uint64_t store_job_generation(struct store *s)
{
	return __atomic_load_n(&s->generation, __ATOMIC_ACQUIRE);
}

void store_delivery_watch(struct store *s, void (*fn)(void *ctx), void *ctx)
{
	pthread_mutex_lock(&s->watch_lock);
	s->watch = fn;
	s->watch_ctx = ctx;
	pthread_mutex_unlock(&s->watch_lock);
}

void store_deliveries_added(struct store *s)
{
	pthread_mutex_lock(&s->watch_lock);
	if (s->watch)
		s->watch(s->watch_ctx);
	pthread_mutex_unlock(&s->watch_lock);
}

/* ---- the backend's */

enum store_outcome store_key_lookup(struct store *s, const uint8_t hash[SHA256_SIZE], struct store_scope *out, struct err *e)
{
	return s->ops->key_lookup(s, hash, out, e);
}

enum store_outcome store_session_lookup(struct store *s, const uint8_t hash[SHA256_SIZE], int64_t now, struct store_scope *out,
					struct err *e)
{
	return s->ops->session_lookup(s, hash, now, out, e);
}

bool store_bootstrap(struct store *s, int64_t now, struct id *org, struct id *project, struct err *e)
{
	return s->ops->bootstrap(s, now, org, project, e);
}

bool store_key_create(struct store *s, struct id project, struct str name, const uint8_t hash[SHA256_SIZE], int64_t now,
		      struct id *out, struct err *e)
{
	return s->ops->key_create(s, project, name, hash, now, out, e);
}

void store_key_used(struct store *s, struct id key, int64_t now)
{
	s->ops->key_used(s, key, now);
}

bool store_session_create(struct store *s, const uint8_t hash[SHA256_SIZE], struct id key, int64_t now, int64_t expires_at,
			  struct err *e)
{
	return s->ops->session_create(s, hash, key, now, expires_at, e);
}

enum store_outcome store_session_delete(struct store *s, const uint8_t hash[SHA256_SIZE], struct err *e)
{
	return s->ops->session_delete(s, hash, e);
}

bool store_org_create(struct store *s, struct str name, int64_t now, struct id *out, struct err *e)
{
	return s->ops->org_create(s, name, now, out, e);
}

bool store_org_list(struct store *s, struct arena *a, struct store_org **orgs, size_t *n, struct err *e)
{
	return s->ops->org_list(s, a, orgs, n, e);
}

bool store_project_list(struct store *s, struct id org, struct arena *a, struct store_project **projects, size_t *n, struct err *e)
{
	return s->ops->project_list(s, org, a, projects, n, e);
}

enum store_outcome store_project_enable(struct store *s, struct id project, bool enabled, struct err *e)
{
	return s->ops->project_enable(s, project, enabled, e);
}

uint64_t store_rights_generation(struct store *s)
{
	return s->ops->rights_generation(s);
}

bool store_key_list(struct store *s, struct id project, struct arena *a, struct store_key **keys, size_t *n, struct err *e)
{
	return s->ops->key_list(s, project, a, keys, n, e);
}

enum store_outcome store_key_revoke(struct store *s, struct id project, struct id key, int64_t now, struct err *e)
{
	return s->ops->key_revoke(s, project, key, now, e);
}

bool store_project_create(struct store *s, struct id org, struct str name, int64_t now, struct id *out, struct err *e)
{
	return s->ops->project_create(s, org, name, now, out, e);
}

enum store_outcome store_project_lookup(struct store *s, struct id project, struct id *org, struct err *e)
{
	return s->ops->project_lookup(s, project, org, e);
}

enum store_outcome store_project_get(struct store *s, struct id project, struct arena *a, struct store_project *out, struct err *e)
{
	return s->ops->project_get(s, project, a, out, e);
}

bool store_file_create(struct store *s, struct store_file *f, struct err *e)
{
	return s->ops->file_create(s, f, e);
}

enum store_outcome store_file_get(struct store *s, struct id project, struct id file, struct arena *a, struct store_file *out,
				  struct err *e)
{
	return s->ops->file_get(s, project, file, a, out, e);
}

enum store_outcome store_file_delete(struct store *s, struct id project, struct id file, struct err *e)
{
	return s->ops->file_delete(s, project, file, e);
}

bool store_file_list(struct store *s, const struct store_file_query *q, struct arena *a, struct store_file_page *out,
		     struct err *e)
{
	return s->ops->file_list(s, q, a, out, e);
}

enum store_outcome store_job_create(struct store *s, struct store_job *j, int64_t now, int64_t max_pending, struct err *e)
{
	return s->ops->job_create(s, j, now, max_pending, e);
}

enum store_outcome store_job_get(struct store *s, struct id project, struct id job, struct arena *a, struct store_job *out,
				 struct err *e)
{
	return s->ops->job_get(s, project, job, a, out, e);
}

enum store_outcome store_job_delete(struct store *s, struct id project, struct id job, struct err *e)
{
	return s->ops->job_delete(s, project, job, e);
}

enum store_outcome store_job_cancel(struct store *s, struct id project, struct id job, int64_t now, struct err *e)
{
	return s->ops->job_cancel(s, project, job, now, e);
}

bool store_job_list(struct store *s, const struct store_job_query *q, bool with_usage, struct buf *b, struct store_job_page *out,
		    struct err *e)
{
	return s->ops->job_list(s, q, with_usage, b, out, e);
}

enum store_outcome store_job_claim(struct store *s, struct str node, int64_t now, int64_t lease_until, struct arena *a,
				   struct store_claim *out, struct err *e)
{
	return s->ops->job_claim(s, node, now, lease_until, a, out, e);
}

enum store_outcome store_job_renew(struct store *s, struct id job, uint64_t token, int64_t lease_until, struct err *e)
{
	return s->ops->job_renew(s, job, token, lease_until, e);
}

enum store_outcome store_job_progress(struct store *s, struct id job, uint64_t token, uint32_t done, uint32_t pages, struct err *e)
{
	return s->ops->job_progress(s, job, token, done, pages, e);
}

enum store_outcome store_job_finish(struct store *s, struct id job, uint64_t token, const struct store_finish *f, int64_t now,
				    struct err *e)
{
	return s->ops->job_finish(s, job, token, f, now, e);
}

enum store_outcome store_parsed_get(struct store *s, struct id project, struct id job, struct arena *a, struct store_parsed *out,
				    struct err *e)
{
	return s->ops->parsed_get(s, project, job, a, out, e);
}

enum store_outcome store_job_release(struct store *s, struct id job, uint64_t token, int64_t now, struct err *e)
{
	return s->ops->job_release(s, job, token, false, now, 0, e);
}

enum store_outcome store_job_again(struct store *s, struct id job, uint64_t token, int64_t now, int64_t due, struct err *e)
{
	return s->ops->job_release(s, job, token, true, now, due, e);
}

bool store_job_rescue(struct store *s, int64_t now, int max_starts, struct str failure, struct store_rescued *out, struct err *e)
{
	return s->ops->job_rescue(s, (struct str){ NULL, 0 }, now, max_starts, failure, out, e);
}

bool store_job_rescue_node(struct store *s, struct str node, int64_t now, int max_starts, struct str failure,
			   struct store_rescued *out, struct err *e)
{
	return s->ops->job_rescue(s, node, now, max_starts, failure, out, e);
}

bool store_job_count(struct store *s, enum job_kind kind, int64_t by[JOB_STATUS_COUNT], struct err *e)
{
	return s->ops->job_count(s, kind, by, e);
}

bool store_job_oldest(struct store *s, enum job_kind kind, int64_t *created_at, struct err *e)
{
	return s->ops->job_oldest(s, kind, created_at, e);
}

bool store_job_bulk(struct store *s, int64_t n, void (*fill)(void *ctx, int64_t i, struct store_job *j, struct arena *a),
		    void *ctx, struct err *e)
{
	return s->ops->job_bulk(s, n, fill, ctx, e);
}

bool store_configuration_put(struct store *s, struct store_configuration *c, int64_t now, struct err *e)
{
	return s->ops->configuration_put(s, c, now, e);
}

enum store_outcome store_configuration_get(struct store *s, struct id project, struct id configuration, struct arena *a,
					   struct store_configuration *out, struct err *e)
{
	return s->ops->configuration_get(s, project, configuration, a, out, e);
}

enum store_outcome store_configuration_change(struct store *s, struct id project, struct id configuration, struct str name,
					      struct str parameters, int64_t now, struct err *e)
{
	return s->ops->configuration_change(s, project, configuration, name, parameters, now, e);
}

enum store_outcome store_configuration_delete(struct store *s, struct id project, struct id configuration, struct err *e)
{
	return s->ops->configuration_delete(s, project, configuration, e);
}

bool store_configuration_list(struct store *s, const struct store_configuration_query *q, struct arena *a,
			      struct store_configuration_page *out, struct err *e)
{
	return s->ops->configuration_list(s, q, a, out, e);
}

enum store_outcome store_cache_get(struct store *s, struct id project, const uint8_t hash[SHA256_SIZE], struct str key,
				   struct store_blob *out, struct err *e)
{
	return s->ops->cache_get(s, project, hash, key, out, e);
}

bool store_cache_put(struct store *s, struct id project, const uint8_t hash[SHA256_SIZE], struct str key,
		     const struct store_blob *b, struct id owner, int64_t now, struct err *e)
{
	return s->ops->cache_put(s, project, hash, key, b, owner, now, e);
}

bool store_cache_prune(struct store *s, int64_t before, const struct store_cache_size *most, int64_t *n, struct err *e)
{
	return s->ops->cache_prune(s, before, most, n, e);
}

bool store_cache_size(struct store *s, struct store_cache_size *out, struct err *e)
{
	return s->ops->cache_size(s, out, e);
}

enum store_outcome store_webhook_create(struct store *s, const struct store_webhook *w, struct err *e)
{
	return s->ops->webhook_create(s, w, e);
}

enum store_outcome store_webhook_get(struct store *s, struct id project, struct id id, struct arena *a, struct store_webhook *out,
				     struct err *e)
{
	return s->ops->webhook_get(s, project, id, a, out, e);
}

bool store_webhook_list(struct store *s, struct id project, struct arena *a, struct store_webhook **items, size_t *n, struct err *e)
{
	return s->ops->webhook_list(s, project, a, items, n, e);
}

enum store_outcome store_webhook_update(struct store *s, const struct store_webhook *w, int64_t seen, struct err *e)
{
	return s->ops->webhook_update(s, w, seen, e);
}

enum store_outcome store_webhook_delete(struct store *s, struct id project, struct id id, struct err *e)
{
	return s->ops->webhook_delete(s, project, id, e);
}

enum store_outcome store_delivery_claim(struct store *s, struct str busy, int64_t now, int64_t lease_until, struct arena *a,
					struct store_delivery *out, int64_t *next, struct err *e)
{
	int64_t ignored;
	return s->ops->delivery_claim(s, busy, now, lease_until, a, out, next ? next : &ignored, e);
}

enum store_outcome store_delivery_attempted(struct store *s, int64_t number, const struct store_attempt *t, struct err *e)
{
	return s->ops->delivery_attempted(s, number, t, e);
}

bool store_waits_end(struct store *s, int64_t latest, int64_t now, int64_t *n, struct err *e)
{
	return s->ops->waits_end(s, latest, now, n, e);
}

bool store_delivery_rescue(struct store *s, int64_t now, struct err *e)
{
	return s->ops->delivery_rescue(s, now, e);
}

bool store_delivery_list(struct store *s, struct id project, struct id job, struct arena *a, struct store_delivery **items, size_t *n,
			 struct err *e)
{
	return s->ops->delivery_list(s, project, job, a, items, n, e);
}

bool store_delivery_prune(struct store *s, int64_t before, int64_t *n, struct err *e)
{
	return s->ops->delivery_prune(s, before, n, e);
}

bool store_ready(struct store *s, struct err *e)
{
	return s->ops->ready(s, e);
}

bool store_verify(struct store *s, struct buf *report, struct err *e)
{
	return s->ops->verify(s, report, e) && buf_ok(report, e);
}
