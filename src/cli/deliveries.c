/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/deliveries.h"

#include "base/clock.h"
#include "json/json.h"

static struct str text_of(const struct json *attempt, const char *key)
{
	const struct json *v = json_get(attempt, key);
	return json_is(v, JSON_STRING) ? v->text : STR("");
}

static int64_t number_of(const struct json *attempt, const char *key)
{
	const struct json *v = json_get(attempt, key);
	return json_is(v, JSON_INT) ? v->i : 0;
}

static void write_attempt(const struct json *attempt, size_t number, struct buf *b)
{
	buf_printf(b, "  try %zu  %.*s  ", number, STR_ARGS(text_of(attempt, "at")));
	if (json_get(attempt, "status"))
		buf_printf(b, "status %lld", (long long)number_of(attempt, "status"));
	else
		buf_str(b, text_of(attempt, "error"));
	buf_printf(b, "  (%lld ms)\n", (long long)number_of(attempt, "ms"));
}

static bool write_attempts(const struct store_delivery *d, struct arena *a, struct buf *b, struct err *e)
{
	struct str array = arena_printf(a, "[%.*s]", STR_ARGS(d->log));
	const struct json *log = json_parse(array, &json_limits_default, a, e);
	for (size_t i = 0; log && i < log->n; i++)
		write_attempt(log->item[i], i + 1, b);
	return log;
}

static bool write_delivery(const struct store_delivery *d, struct arena *a, struct buf *b, struct err *e)
{
	char event[ID_UUID_SIZE], when[CLOCK_RFC3339_SIZE];
	id_format_uuid(d->event, event);
	buf_printf(b, "%-23.*s  %-9s  %.*s  event %s\n", STR_ARGS(d->type), delivery_state_name(d->state), STR_ARGS(d->host), event);
	if (!write_attempts(d, a, b, e))
		return false;
	clock_format(d->due_at, when);
	if (d->state == DELIVERY_WAITING)
		buf_printf(b, "  next   %s\n", when);
	return true;
}

/* Nothing was told: is there such a job at all? */
static bool write_none(struct store *s, struct id project, enum id_kind kind, struct id job, const char *text, struct arena *a,
		       struct buf *b, struct err *e)
{
	struct store_job ignored;
	enum store_outcome got = kind == ID_EXTRACT ? store_job_get(s, project, job, a, &ignored, e) : STORE_OK;
	if (got == STORE_NONE)
		return err_set(e, ERR_NOT_FOUND, "there is no job %s in this project", text);
	buf_z(b, "no webhook was told of this job\n");
	return got == STORE_OK;
}

bool deliveries_write(struct store *s, struct id project, const char *text, struct buf *b, struct err *e)
{
	struct arena a;
	struct id job;
	struct store_delivery *items;
	size_t n;
	enum id_kind kind = str_starts(str_from(text), STR("pjb-")) ? ID_PARSE : ID_EXTRACT;
	if (!id_parse(kind, str_from(text), &job))
		return err_set(e, ERR_USAGE, "--deliveries takes the identifier of a job such as ext-…, not \"%.60s\"", text);
	arena_init(&a, "deliveries", 0);
	bool ok = store_delivery_list(s, project, job, &a, &items, &n, e);
	for (size_t i = 0; ok && i < n; i++)
		ok = write_delivery(&items[i], &a, b, e);
	if (ok && n == 0)
		ok = write_none(s, project, kind, job, text, &a, b, e);
	arena_fini(&a);
	return ok;
}
