/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "cli/deliveries.h"

#include "json/json.h"

static struct {
	const char *project, *status, *deliveries;
	int limit;
	bool json;
} given = { .limit = 20 };

const struct arg jobs_args[] = {
	{ "project", 0, ARG_TEXT, &given.project, "ID", "whose jobs [the first project]" },
	{ "status", 0, ARG_TEXT, &given.status, "S", "PENDING, RUNNING, COMPLETED, FAILED or CANCELLED only" },
	{ "limit", 'n', ARG_COUNT, &given.limit, "N", "how many, newest first [20]" },
	{ "deliveries", 0, ARG_TEXT, &given.deliveries, "ID", "what webhooks were told of this job, try by try" },
	{ "json", 0, ARG_FLAG, &given.json, NULL, "print the objects of the API's list" },
	{ 0 },
};

static bool read_query(struct store *s, struct store_job_query *q, struct err *e)
{
	*q = (struct store_job_query){ .limit = given.limit };
	if (given.status && !job_status_parse(str_from(given.status), &q->status))
		return err_set(e, ERR_USAGE, "--status takes PENDING, RUNNING, COMPLETED, FAILED or CANCELLED, not \"%s\"",
			       given.status);
	q->has_status = given.status != NULL;
	return command_project(s, given.project, &q->project, e);
}

static struct str text_of(const struct json *job, const char *key)
{
	const struct json *v = json_get(job, key);
	return json_is(v, JSON_STRING) ? v->text : STR("");
}

static void write_line(const struct json *job, struct buf *b)
{
	buf_printf(b, "%.*s  %.*s  %-9.*s", STR_ARGS(text_of(job, "id")), STR_ARGS(text_of(job, "created_at")),
		   STR_ARGS(text_of(job, "status")));
	const struct json *progress = json_get(job, "progress");
	if (json_is(progress, JSON_OBJECT))
		buf_printf(b, "  %lld of %lld pages", (long long)json_get(progress, "pages_done")->i,
			   (long long)json_get(progress, "pages_total")->i);
	struct str message = text_of(job, "error_message");
	if (message.n)
		buf_printf(b, "  %.*s", STR_ARGS(message));
	buf_byte(b, '\n');
}

/* items is what a list answer holds between its brackets. */
static bool write_lines(const struct buf *items, const struct store_job_page *page, struct buf *b, struct err *e)
{
	static const struct json_limits any = { .max_bytes = SIZE_MAX, .max_depth = 70 };
	struct arena a;
	struct buf array = BUF_INIT(0);
	arena_init(&a, "jobs", 0);
	buf_byte(&array, '[');
	buf_str(&array, buf_view(items));
	buf_byte(&array, ']');
	const struct json *v = buf_ok(&array, e) ? json_parse(buf_view(&array), &any, &a, e) : NULL;
	for (size_t i = 0; v && !given.json && i < v->n; i++)
		write_line(v->item[i], b);
	if (v && given.json) {
		json_write_pretty(b, v);
		buf_byte(b, '\n');
	} else if (v) {
		buf_printf(b, "%zu of %lld jobs\n", page->n, (long long)page->total);
	}
	arena_fini(&a);
	buf_fini(&array);
	return v;
}

static bool write_jobs(struct store *s, struct buf *b, struct err *e)
{
	struct buf items = BUF_INIT(0);
	struct store_job_query q;
	struct store_job_page page;
	bool ok = read_query(s, &q, e) && store_job_list(s, &q, false, &items, &page, e) && write_lines(&items, &page, b, e);
	buf_fini(&items);
	return ok;
}

static bool write_deliveries(struct store *s, struct buf *b, struct err *e)
{
	struct id project;
	return command_project(s, given.project, &project, e) && deliveries_write(s, project, given.deliveries, b, e);
}

bool jobs_command(struct call *c, struct err *e)
{
	struct buf b = BUF_INIT(0);
	struct store *s = command_words(c, 0, 0, "", e) ? command_store(&c->conf, e) : NULL;
	bool ok = s && (given.deliveries ? write_deliveries(s, &b, e) : write_jobs(s, &b, e)) && command_print(&b, e);
	store_close(s);
	buf_fini(&b);
	return ok;
}
