/* SPDX-License-Identifier: Apache-2.0 */
#include "work/kinds.h"
#include "work/auto.h"
#include "work/crop.h"
#include "work/recall.h"
#include "work/source.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/metric.h"
#include "json/json.h"

#include <sys/mman.h>
#include <unistd.h>

/* The step that was under way is over. */
static void leave(struct job *j)
{
	int64_t now = clock_mono();
	metric_observe(METRIC_job_step, metric_step(j->step), 0, now - j->entered);
	j->entered = now;
}

static void enter(void *ctx, const char *step)
{
	struct job *j = ctx;
	leave(j);
	j->step = step;
	if (j->parts->entered)
		j->parts->entered(j->parts->ctx, step);
}

/* ---- load: settings and document */

/* The stored object was checked when the job was made; depth and size are those of a request body. */
static const struct json_limits configuration_limits = { .max_bytes = (size_t)64 << 20, .max_depth = 64 };

static bool read_settings(struct job *j, struct err *e)
{
	const struct json *c = json_parse(j->claim->claim.job.configuration, &configuration_limits, j->a, e);
	return c && j->kind->settings(c, j->a, &j->set, e);
}

/* Map the frames of a stored blob, or only note them; false without an error set if there are none to use. */
static bool take_frames(struct job *j, const uint8_t hash[SHA256_SIZE])
{
	int fd = -1;
	int64_t size = 0;
	struct err e;
	void *p = NULL;
	if (store_blob_open(j->parts->store, hash, &fd, &size, &e) != STORE_OK)
		return false;
	if (j->kind->whole)
		p = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
	close(fd);
	if (p == MAP_FAILED)
		return false;
	j->map = p;
	j->map_n = p ? (size_t)size : 0;
	memcpy(j->frames.hash, hash, SHA256_SIZE);
	j->frames.size = size;
	j->has_frames = true;
	return true;
}

static bool walk(void *ctx, spool_each *each, void *each_ctx, struct err *e)
{
	struct job *j = ctx;
	struct spool s;
	int fd = -1;
	int64_t size = 0;
	enum store_outcome found = store_blob_open(j->parts->store, j->frames.hash, &fd, &size, e);
	if (found != STORE_OK)
		return found == STORE_ERROR ? false : err_set(e, ERR_IO, "the parsed document is gone");
	spool_init(&s, fd);
	bool ok = spool_file(&s, size, each, each_ctx, e);
	spool_fini(&s);
	close(fd);
	return ok;
}

static bool load_parse_job(struct job *j, struct err *e)
{
	const struct store_claim *c = &j->claim->claim;
	uint8_t hash[SHA256_SIZE];
	if (crypto_unhex(c->frames_hash_hex, hash, sizeof(hash)) && take_frames(j, hash))
		return true;
	return err_set(e, ERR_FILE_GONE, "the parsed document of the parse job is gone: parse the file again");
}

/* Was the same file parsed in the same way before? */
static bool take_cached(struct job *j)
{
	const struct store_claim *c = &j->claim->claim;
	struct store_blob cached;
	struct err e;
	return store_cache_get(j->parts->store, c->job.project, c->blob.hash, j->key, &cached, &e) == STORE_OK &&
	       take_frames(j, cached.hash);
}

static void land(struct job *j)
{
	if (j->alone)
		flight_leave(&j->flight, NULL);
	j->alone = false;
}

/* Jobs that come while the same is parsed wait for that, until its job is over, and look again. */
static bool look_into_cache(struct job *j, struct err *e)
{
	const struct store_claim *c = &j->claim->claim;
	bool hit = take_cached(j);
	if (!hit) {
		j->alone = flight_enter(&j->flight, c->job.project, c->blob.hash, j->key, &j->claim->cancelled, 0, e);
		if (!j->alone)
			return false;
		hit = take_cached(j);
	}
	if (hit)
		land(j);
	metric_add(METRIC_cache, LABEL_cache_parse, hit ? LABEL_found_hit : LABEL_found_miss, 1);
	return true;
}

static bool load_file(struct job *j, struct err *e)
{
	const struct store_claim *c = &j->claim->claim;
	int64_t size;
	if (c->file_gone && j->set.source_url.n && !source_fetch(j, e))
		return false;
	if (c->file_gone)
		return err_set(e, ERR_FILE_GONE, "the file was deleted before the job ran: upload it again");
	switch (store_blob_open(j->parts->store, c->blob.hash, &j->fd, &size, e)) {
	case STORE_OK:
		break;
	case STORE_NONE:
		return err_set(e, ERR_FILE_GONE, "the content of the file is gone: upload it again");
	default:
		return false;
	}
	char release[POOL_RELEASE_SIZE];
	pool_release(j->parts->pool, release);
	j->key = work_parse_key(&j->set, c->job.kind == JOB_PARSE ? 0 : c->blob.size, release, j->a);
	return j->set.disable_cache || look_into_cache(j, e);
}

static bool load(struct job *j, struct err *e)
{
	enter(j, "load");
	const struct store_claim *c = &j->claim->claim;
	if (!read_settings(j, e))
		return false;
	return c->job.input_kind == STORE_INPUT_PARSE_JOB ? load_parse_job(j, e) : load_file(j, e);
}

/* ---- log */

/* So that a job is found by the request that made it. */
static struct str request_of(const struct job *j)
{
	struct str id = j->claim->claim.job.request;
	return id.n ? id : STR("-");
}

static void log_end(const struct job *j, const char *status)
{
	char id[ID_SIZE];
	id_format(j->kind->id, j->claim->claim.job.id, id);
	log_event(LOG_INFO, "job.finished",
		  "job=%s request=%.*s status=%s pages=%u failed_pages=%u starts=%d cached=%s recalled=%s ms=%lld", id,
		  STR_ARGS(request_of(j)), status, j->out.pages, j->out.faults, j->claim->claim.job.starts, j->parsed ? "no" : "yes",
		  j->recalled ? "yes" : "no", (long long)(clock_mono() - j->began) / 1000);
}

/* An error on the way to the last write, or a failure, with its job. */
static void log_failure(const struct job *j, enum log_level level, const char *event, const struct err *why)
{
	char id[ID_SIZE];
	struct err e = *why;
	id_format(j->kind->id, j->claim->claim.job.id, id);
	err_in(&e, "step %s", j->step);
	log_event(level, event, "job=%s request=%.*s code=%s error=\"%s\"", id, STR_ARGS(request_of(j)), err_row(e.code)->word, e.text);
}

/* ---- progress: told seldom enough that it costs nothing beside reading; quick documents are done before */

#define TOLD_EVERY (2 * CLOCK_SECOND)

static void on_pages(void *ctx, uint32_t done, uint32_t pages)
{
	struct job *j = ctx;
	struct err e;
	int64_t now = clock_mono();
	if (now - j->told < TOLD_EVERY)
		return;
	j->told = now;
	if (!queue_progress(j->parts->queue, j->claim, done, pages, &e) && e.code != ERR_LEASE_LOST)
		log_failure(j, LOG_WARN, "job.progress", &e);
}

/* ---- parse: frames go to their blob as they come, and are read from there */

struct spooling {
	struct store_upload *file;
	struct crop *crop; /* NULL = pages whole */
};

static bool spool(void *ctx, struct str frames, struct err *e)
{
	struct spooling *s = ctx;
	if (s->crop && !crop_frames(s->crop, frames, e))
		return false;
	struct str kept = s->crop ? buf_view(&s->crop->out) : frames;
	return store_upload_add(s->file, kept.p, kept.n, e);
}

static void unmap_frames(struct job *j)
{
	if (j->map)
		munmap(j->map, j->map_n);
	j->map = NULL;
}

static bool keep(struct job *j, struct store_upload *u, struct err *e)
{
	enter(j, "keep");
	unmap_frames(j); /* those of a cache that did not open */
	if (!store_upload_finish(u, &j->frames, e))
		return false;
	j->parsed = true;
	return take_frames(j, j->frames.hash) || err_set(e, ERR_IO, "the parsed document cannot be read back");
}

bool job_parse(struct job *j, struct pool_request *q, const struct work_settings *set, struct store_upload **u, struct err *e)
{
	*u = store_upload_begin(j->parts->store, e);
	if (!*u)
		return false;
	struct crop crop;
	struct spooling s = { *u, work_crops(set) ? &crop : NULL };
	crop_init(&crop, &set->crop);
	q->take = spool;
	q->take_ctx = &s;
	bool ok = pool_parse(j->parts->pool, q, NULL, e);
	crop_fini(&crop);
	if (ok)
		return true;
	store_upload_abort(*u);
	*u = NULL;
	return false;
}

static bool parse(void *ctx, struct pool_request *q, struct str *frames, struct err *e)
{
	struct job *j = ctx;
	struct store_upload *u;
	if (!job_parse(j, q, &j->set, &u, e) || (j->set.auto_rules && !auto_pages(j, q, &u, e)) || !keep(j, u, e))
		return false;
	if (frames)
		*frames = (struct str){ j->map, j->map_n };
	return true;
}

struct work_run job_work_run(struct job *j)
{
	const struct store_claim *c = &j->claim->claim;
	return (struct work_run){
		.pool = j->parts->pool, .limits = j->parts->limits, .fd = j->fd,
		.file_size = c->job.input_kind == STORE_INPUT_FILE ? c->blob.size : 0, .file_name = c->file_name,
		.frames = { j->map, j->map_n }, .parse = parse, .walk = walk, .kept = j->has_frames, .cancel = &j->claim->cancelled, .step = enter,
		.progress = on_pages, .ctx = j,
	};
}

/* ---- finish */

/* After the job's end: nobody waits for this write, and a crash before it costs a parse, not a job. */
static void remember(struct job *j)
{
	const struct store_claim *c = &j->claim->claim;
	struct err e;
	enter(j, "remember");
	if (j->parsed && !j->set.disable_cache &&
	    !store_cache_put(j->parts->store, c->job.project, c->blob.hash, j->key, &j->frames, j->kind->parse_id(j), clock_now(),
			     &e))
		log_failure(j, LOG_WARN, "job.not_cached", &e);
	recall_remember(j);
}

/* The last write, with all that belongs to it. Notices of the job's end are queued here too, in the same transaction. */
static bool write_end(struct job *j, const struct err *why, struct err *e)
{
	struct buf message = BUF_INIT(0);
	struct store_parsed parsed;
	struct store_finish f = { .status = why ? JOB_FAILED : JOB_COMPLETED };
	if (why)
		work_error_message(why, &message);
	f.error_message = why ? buf_view(&message) : (struct str){ NULL, 0 };
	j->kind->end(j, why, f.error_message, &f, &parsed);
	bool ok = arena_ok(j->a, e) && queue_finish(j->parts->queue, j->claim, &f, e);
	buf_fini(&message);
	if (ok)
		log_end(j, job_status_name(f.status));
	return ok;
}

static bool finish(struct job *j, struct err *e)
{
	enter(j, "finish");
	if (!write_end(j, NULL, e))
		return false;
	metric_add(METRIC_pages, j->claim->claim.job.kind, 0, j->out.pages);
	remember(j);
	return true;
}

/* A run that did not end well: stopped, to be tried again, or failed for good. */
static bool end_badly(struct job *j, const struct err *why, struct err *e)
{
	struct queue *q = j->parts->queue;
	if (why->code == ERR_LEASE_LOST || why->code == ERR_CANCELLED)
		return queue_release(q, j->claim, e); /* back to the queue, or only forgotten if it is not ours any more */
	log_failure(j, err_row(why->code)->retry ? LOG_WARN : LOG_INFO, "job.failed", why);
	return err_row(why->code)->retry ? queue_retry(q, j->claim, why, e) : write_end(j, why, e);
}

static void job_fini(struct job *j)
{
	land(j);
	work_output_fini(&j->out);
	unmap_frames(j);
	if (j->fd >= 0)
		close(j->fd);
}

void job_run(const struct job_parts *parts, struct queue_claim *c, struct arena *a)
{
	struct job j = { .kind = job_kinds[c->claim.job.kind], .parts = parts, .claim = c, .a = a, .fd = -1, .step = "claim" };
	struct err why = { .code = ERR_NONE }, e = { .code = ERR_NONE };
	j.began = j.entered = j.told = clock_mono();
	work_output_init(&j.out);
	bool ok = load(&j, &why) && j.kind->run(&j, &why) && finish(&j, &why);
	leave(&j);
	if (!ok && !end_badly(&j, &why, &e) && e.code != ERR_LEASE_LOST)
		log_failure(&j, LOG_ERROR, "job.unwritten", &e);
	job_fini(&j);
}
