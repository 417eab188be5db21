/* SPDX-License-Identifier: Apache-2.0 */
/* GET /metrics: what is counted all the time, and what is only looked up when somebody asks. */
#include "api/api-private.h"
#include "base/clock.h"
#include "base/metric.h"

_Static_assert((int)JOB_STATUS_COUNT == (int)LABEL_state_n, "label state repeats store/states.def");

/* A proxy on this machine is local, those behind it are not. */
static bool is_forwarded(const struct http_request *r)
{
	static const char *const marks[] = { "Forwarded", "X-Forwarded-For", "X-Real-IP", "Via" };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (http_header(r, marks[i]).p)
			return true;
	return false;
}

static bool metrics_allowed(struct http_request *r)
{
	switch (api_of(r)->o.metrics) {
	case API_METRICS_OPEN:
		return true;
	case API_METRICS_LOCAL:
		if (http_peer_is_local(r) && !is_forwarded(r))
			return true;
		break;
	case API_METRICS_KEY:
		break;
	case API_METRICS_OFF:
		http_fail(r, 404, "Metrics are switched off.");
		return false;
	}
	return api_authenticate(r);
}

/* From counters that are kept with each write: reading them costs the same whatever is stored. */
static bool collect(struct store *s, enum job_kind kind, struct err *e)
{
	int64_t by[JOB_STATUS_COUNT], oldest, now = clock_now();
	if (!store_job_count(s, kind, by, e) || !store_job_oldest(s, kind, &oldest, e))
		return false;
	for (size_t st = 0; st < JOB_STATUS_COUNT; st++)
		metric_set(METRIC_jobs, kind, st, by[st]);
	metric_set(METRIC_oldest_pending, kind, 0, oldest && oldest < now ? now - oldest : 0);
	return true;
}

static bool collect_cache(struct store *s, struct err *e)
{
	struct store_cache_size now;
	if (!store_cache_size(s, &now, e))
		return false;
	metric_set(METRIC_cache_entries, 0, 0, now.entries);
	metric_set(METRIC_cache_bytes, 0, 0, now.bytes);
	return true;
}

static bool collect_all(struct store *s, struct err *e)
{
	bool ok = collect_cache(s, e);
	for (int kind = 0; ok && kind < JOB_KINDS; kind++)
		ok = collect(s, (enum job_kind)kind, e);
	return ok;
}

void metrics_get(struct http_request *r)
{
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	if (!metrics_allowed(r))
		return;
	if (!collect_all(api_of(r)->store, &e)) {
		http_fail_err(r, &e);
		return;
	}
	metric_process();
	metric_write(&b);
	http_reply_text(r, 200, METRIC_TYPE, &b);
	buf_fini(&b);
}
