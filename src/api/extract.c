/* SPDX-License-Identifier: Apache-2.0 */
/* One extract job: get, cancel, delete. */
#include "api/jobs.h"

static void job_reply(struct http_request *r, const struct store_job *j)
{
	struct buf b = BUF_INIT(0);
	store_job_write(&b, j, param_expands(r, "configuration"), param_expands(r, "extract_metadata"),
			param_expands(r, "usage"));
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

void extract_get(struct http_request *r)
{
	struct store_job j;
	if (job_find(r, JOB_EXTRACT, &j))
		job_reply(r, &j);
}

void extract_cancel(struct http_request *r)
{
	struct store_job j;
	if (job_cancel(r, JOB_EXTRACT, &j))
		job_reply(r, &j);
}

void extract_delete(struct http_request *r)
{
	job_delete(r, JOB_EXTRACT);
}
