/* SPDX-License-Identifier: Apache-2.0 */
#include "work/job.h"

#include "base/clock.h"
#include "base/log.h"
#include "json/json.h"

#include <sys/mman.h>
#include <unistd.h>

/* One claimed job: its input, what its run leaves, where it is. */
struct job {
	const struct job_parts *parts;
	struct queue_claim *claim;
	struct arena *a;
	struct work_settings set;
	struct work_output out;
	int fd;                /* the document, or -1 */
	void *map;             /* frames that were there already, or NULL */
	size_t map_n;
	struct store_blob frames;
	struct str key;        /* of the parse cache */
	struct store_parse_job parse;
	char parse_id[ID_SIZE];
	const char *step;      /* a literal */
	int64_t began;
};

static void enter(void *ctx, const char *step)
{
	struct job *j = ctx;
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
	return c && work_settings_read(c, j->a, &j->set, e);
}

/* Map the frames of a stored blob; false without an error set if there are none to use. */
static bool map_frames(struct job *j, const uint8_t hash[SHA256_SIZE])
{
	int fd = -1;
	int64_t size = 0;
	struct err e;
	if (store_blob_open(j->parts->store, hash, &fd, &size, &e) != STORE_OK)
		return false;
	void *p = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
	close(fd);
	if (p == MAP_FAILED)
		return false;
	j->map = p;
	j->map_n = (size_t)size;
	memcpy(j->frames.hash, hash, SHA256_SIZE);
	j->frames.size = size;
	return true;
}

static bool load_parse_job(struct job *j, struct err *e)
{
	const struct store_claim *c = &j->claim->claim;
	uint8_t hash[SHA256_SIZE];
	if (crypto_unhex(c->frames_hash_hex, hash, sizeof(hash)) && map_frames(j, hash))
		return true;
	return err_set(e, ERR_FILE_GONE, "the parsed document of the parse job is gone: parse the file again");
}

static bool load_file(struct job *j, struct err *e)
{
	const struct store_claim *c = &j->claim->claim;
	int64_t size;
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
	j->key = work_parse_key(&j->set, c->blob.size, release, j->a);
	struct store_blob cached;
	if (!j->set.disable_cache &&
	    store_cache_get(j->parts->store, c->job.project, c->blob.hash, j->key, &cached, e) == STORE_OK)
		map_frames(j, cached.hash);
	return true;
}

static bool load(struct job *j, struct err *e)
{
	enter(j, "load");
	const struct store_claim *c = &j->claim->claim;
	if (!read_settings(j, e))
		return false;
	return c->job.input_kind == STORE_INPUT_PARSE_JOB ? load_parse_job(j, e) : load_file(j, e);
}

/* ---- run */

static void name_parse(struct job *j)
{
	const struct store_job *row = &j->claim->claim.job;
	j->parse = (struct store_parse_job){ .id = row->input };
	int64_t now = clock_now();
	if (row->input_kind == STORE_INPUT_FILE)
		j->parse = (struct store_parse_job){
			.id = id_new(now), .project = row->project, .file = row->input, .has_file = true,
			.tier = j->set.parse_tier, .version = j->set.version, .created_at = now,
		};
	id_format(ID_PARSE, j->parse.id, j->parse_id);
}

static bool run(struct job *j, struct err *e)
{
	const struct store_claim *c = &j->claim->claim;
	bool file = c->job.input_kind == STORE_INPUT_FILE;
	name_parse(j);
	struct work_run w = {
		.pool = j->parts->pool, .limits = j->parts->limits,
		.fd = j->fd, .file_size = file ? c->blob.size : 0, .file_name = c->file_name,
		.frames = { j->map, j->map_n }, .parse_job = str_from(j->parse_id),
		.parse_tier = c->parse_tier,
		.cancel = &j->claim->cancelled, .step = enter, .ctx = j,
	};
	return work_run(&w, &j->set, j->a, &j->out, e);
}

/* ---- log */

static void log_end(const struct job *j, const char *status)
{
	char id[ID_SIZE];
	id_format(ID_EXTRACT, j->claim->claim.job.id, id);
	log_event(LOG_INFO, "job.finished", "job=%s status=%s pages=%u starts=%d cached=%s ms=%lld", id, status, j->out.pages,
		  j->claim->claim.job.starts, j->map ? "yes" : "no", (long long)(clock_mono() - j->began) / 1000);
}

/* An error on the way to the last write, or a failure, with its job. */
static void log_failure(const struct job *j, enum log_level level, const char *event, const struct err *why)
{
	char id[ID_SIZE];
	struct err e = *why;
	id_format(ID_EXTRACT, j->claim->claim.job.id, id);
	err_in(&e, "job %s: step %s", id, j->step);
	log_err(level, event, &e);
}

/* ---- keep: what the run parsed */

static bool keep(struct job *j, struct err *e)
{
	enter(j, "keep");
	return !j->out.frames.n || store_blob_put(j->parts->store, buf_view(&j->out.frames), &j->frames, e);
}

/* After the job's end: nobody waits for this write, and a crash before it costs a parse, not a job. */
static void remember(struct job *j)
{
	const struct store_claim *c = &j->claim->claim;
	struct err e;
	enter(j, "remember");
	if (j->out.frames.n && !j->set.disable_cache &&
	    !store_cache_put(j->parts->store, c->job.project, c->blob.hash, j->key, &j->frames, clock_now(), &e))
		log_failure(j, LOG_WARN, "job.not_cached", &e);
}

/* ---- finish */

/* The parse job that an extraction of a file makes (behaviour.md G-49); NULL for one that used a parse job. */
static const struct store_parse_job *parse_row(struct job *j, enum job_status status, struct str message)
{
	if (!j->parse.has_file)
		return NULL;
	j->parse.status = status;
	j->parse.error_message = message;
	j->parse.frames = j->frames;
	j->parse.has_frames = status == JOB_COMPLETED;
	j->parse.pages = (int)j->out.pages;
	j->parse.updated_at = clock_now();
	return &j->parse;
}

static bool finish(struct job *j, struct err *e)
{
	enter(j, "finish");
	struct store_finish f = {
		.status = JOB_COMPLETED, .result = buf_view(&j->out.result),
		.extract_metadata = buf_view(&j->out.extract_metadata), .metadata = buf_view(&j->out.metadata),
		.parse_job = parse_row(j, JOB_COMPLETED, (struct str){ 0 }),
	};
	if (!queue_finish(j->parts->queue, j->claim, &f, e))
		return false;
	log_end(j, "COMPLETED");
	remember(j);
	return true;
}

static bool finish_failed(struct job *j, const struct err *why, struct err *e)
{
	struct buf message = BUF_INIT(0);
	work_error_message(why, &message);
	bool unread = strcmp(j->step, "parse") == 0;
	struct store_finish f = {
		.status = JOB_FAILED, .error_message = buf_view(&message),
		.parse_job = unread ? parse_row(j, JOB_FAILED, buf_view(&message)) : NULL,
	};
	bool ok = queue_finish(j->parts->queue, j->claim, &f, e);
	buf_fini(&message);
	if (ok)
		log_end(j, "FAILED");
	return ok;
}

/* A run that did not end well: stopped, to be tried again, or failed for good. */
static bool end_badly(struct job *j, const struct err *why, struct err *e)
{
	struct queue *q = j->parts->queue;
	if (why->code == ERR_LEASE_LOST || why->code == ERR_CANCELLED)
		return queue_release(q, j->claim, e); /* back to the queue, or only forgotten if it is not ours any more */
	log_failure(j, err_row(why->code)->retry ? LOG_WARN : LOG_INFO, "job.failed", why);
	return err_row(why->code)->retry ? queue_retry(q, j->claim, why, e) : finish_failed(j, why, e);
}

static void job_fini(struct job *j)
{
	work_output_fini(&j->out);
	if (j->map)
		munmap(j->map, j->map_n);
	if (j->fd >= 0)
		close(j->fd);
}

void job_run(const struct job_parts *parts, struct queue_claim *c, struct arena *a)
{
	struct job j = { .parts = parts, .claim = c, .a = a, .fd = -1, .step = "claim", .began = clock_mono() };
	struct err why = { .code = ERR_NONE }, e = { .code = ERR_NONE };
	work_output_init(&j.out);
	if (!(load(&j, &why) && run(&j, &why) && keep(&j, &why) && finish(&j, &why)) && !end_badly(&j, &why, &e) &&
	    e.code != ERR_LEASE_LOST)
		log_failure(&j, LOG_ERROR, "job.unwritten", &e);
	job_fini(&j);
}
