/* SPDX-License-Identifier: Apache-2.0 */
/* One extract job: get, cancel, delete. */
#include "api/api-private.h"
#include "base/metric.h"
#include "base/clock.h"

static void missing(struct http_request *r)
{
	http_fail(r, 404, "No extract job with this ID in the project.");
}

static void job_reply(struct http_request *r, const struct store_job *j)
{
	struct buf b = BUF_INIT(0);
	store_job_write(&b, j, param_expands(r, "configuration"), param_expands(r, "extract_metadata"),
			param_expands(r, "usage"));
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

/* Read the job and answer with it. */
static void job_show(struct http_request *r, struct id id)
{
	struct store_job j;
	struct err e = { 0 };
	enum store_outcome got = store_job_get(api_of(r)->store, project_of(r), id, &r->arena, &j, &e);
	switch (got == STORE_OK && j.kind != JOB_EXTRACT ? STORE_NONE : got) {
	case STORE_OK:
		job_reply(r, &j);
		break;
	case STORE_ERROR:
		http_fail_err(r, &e);
		break;
	default:
		missing(r);
	}
}

/* Parse jobs are on the same queue, under other identifiers; answers if the job is one of those, or not there. */
static bool is_extract(struct http_request *r, struct id id)
{
	struct store_job j;
	struct err e = { 0 };
	enum store_outcome got = store_job_get(api_of(r)->store, project_of(r), id, &r->arena, &j, &e);
	if (got == STORE_OK && j.kind == JOB_EXTRACT)
		return true;
	if (got == STORE_ERROR)
		http_fail_err(r, &e);
	else
		missing(r);
	return false;
}

void extract_get(struct http_request *r)
{
	struct id id;
	if (path_id(r, ID_EXTRACT, "extract job", &id))
		job_show(r, id);
}

void extract_cancel(struct http_request *r)
{
	struct api *api = api_of(r);
	struct id id;
	struct err e = { 0 };
	if (!path_id(r, ID_EXTRACT, "extract job", &id))
		return;
	if (!is_extract(r, id))
		return;
	switch (store_job_cancel(api->store, project_of(r), id, clock_now(), &e)) {
	case STORE_OK:
		if (api->o.cancelled)
			api->o.cancelled(api->o.ctx, id);
		metric_add(METRIC_jobs_ended, LABEL_kind_extract, JOB_CANCELLED, 1);
		job_show(r, id);
		break;
	case STORE_REFUSED:
		http_fail(r, 409, "The job has finished; only unfinished jobs can be cancelled.");
		break;
	case STORE_ERROR:
		http_fail_err(r, &e);
		break;
	case STORE_NONE:
		missing(r);
	}
}

static void deleted_reply(struct http_request *r, struct id id)
{
	char job[ID_SIZE], project[ID_SIZE];
	struct buf b = BUF_INIT(0);
	id_format(ID_EXTRACT, id, job);
	id_format(ID_PROJECT, project_of(r), project);
	buf_printf(&b, "{\"id\":\"%s\",\"project_id\":\"%s\"}", job, project);
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

void extract_delete(struct http_request *r)
{
	struct id id;
	struct err e = { 0 };
	if (!path_id(r, ID_EXTRACT, "extract job", &id))
		return;
	if (!is_extract(r, id))
		return;
	switch (store_job_delete(api_of(r)->store, project_of(r), id, &e)) {
	case STORE_OK:
		deleted_reply(r, id);
		break;
	case STORE_REFUSED:
		http_fail(r, 409, "The job has not finished; cancel it first.");
		break;
	case STORE_ERROR:
		http_fail_err(r, &e);
		break;
	case STORE_NONE:
		missing(r);
	}
}
