/* SPDX-License-Identifier: Apache-2.0 */
/* What jobs of every kind share: they are put on the queue, found by the path, cancelled and deleted alike. */
#include "api/jobs.h"
#include "base/clock.h"
#include "base/metric.h"

static const char *const names[JOB_KINDS] = { [JOB_EXTRACT] = "extract job", [JOB_PARSE] = "parse job" };

bool job_load(struct http_request *r, enum job_kind kind, struct id id, struct store_job *j)
{
	struct err e = { 0 };
	enum store_outcome got = store_job_get(api_of(r)->store, project_of(r), id, &r->arena, j, &e);
	return is_found(r, got == STORE_OK && j->kind != kind ? STORE_NONE : got, names[kind], &e);
}

bool job_find(struct http_request *r, enum job_kind kind, struct store_job *j)
{
	struct id id;
	return path_id(r, job_id_kind(kind), names[kind], &id) && job_load(r, kind, id, j);
}

void input_missing(struct http_request *r, enum store_input kind)
{
	missing_reply(r, kind == STORE_INPUT_FILE ? "file" : names[JOB_PARSE]);
}

bool job_enqueue(struct http_request *r, struct store_job *j, int64_t now)
{
	struct api *api = api_of(r);
	struct err e = { 0 };
	j->request = str_from(r->id);
	if (!store_room(api->store, &e)) {
		http_fail_err(r, &e);
		return false;
	}
	switch (store_job_create(api->store, j, now, api->o.max_pending, &e)) {
	case STORE_OK:
		return true;
	case STORE_NONE:
		input_missing(r, j->input_kind);
		break;
	case STORE_REFUSED:
		metric_add(METRIC_limited, LABEL_limit_queue, 0, 1);
		http_set_header(r, "Retry-After", "2");
		http_fail(r, 429, "The queue is full: %lld jobs wait already.", (long long)api->o.max_pending);
		break;
	case STORE_ERROR:
		http_fail_err(r, &e);
		break;
	}
	return false;
}

bool job_cancel(struct http_request *r, enum job_kind kind, struct store_job *j)
{
	struct api *api = api_of(r);
	struct err e = { 0 };
	if (!job_find(r, kind, j))
		return false;
	enum store_outcome got = store_job_cancel(api->store, project_of(r), j->id, clock_now(), &e);
	if (got == STORE_REFUSED) {
		http_fail(r, 409, "The job has finished; only unfinished jobs can be cancelled.");
		return false;
	}
	if (!is_found(r, got, names[kind], &e))
		return false;
	if (api->o.cancelled)
		api->o.cancelled(api->o.ctx, j->id);
	metric_add(METRIC_jobs_ended, kind, JOB_CANCELLED, 1);
	return job_load(r, kind, j->id, j);
}

static void deleted_reply(struct http_request *r, enum job_kind kind, struct id id)
{
	char job[ID_SIZE], project[ID_SIZE];
	struct buf b = BUF_INIT(0);
	id_format(job_id_kind(kind), id, job);
	id_format(ID_PROJECT, project_of(r), project);
	buf_printf(&b, "{\"id\":\"%s\",\"project_id\":\"%s\"}", job, project);
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

void job_delete(struct http_request *r, enum job_kind kind)
{
	struct store_job j;
	struct err e = { 0 };
	if (!job_find(r, kind, &j))
		return;
	enum store_outcome got = store_job_delete(api_of(r)->store, project_of(r), j.id, &e);
	if (got == STORE_REFUSED)
		http_fail(r, 409, "The job has not finished; cancel it first.");
	else if (is_found(r, got, names[kind], &e))
		deleted_reply(r, kind, j.id);
}
