/* SPDX-License-Identifier: Apache-2.0 */
#include "work/source.h"

#include "base/clock.h"
#include "fetch/fetch.h"
#include "json/json.h"

#include <stdlib.h>

enum { MOST_REDIRECTS = 5 };

static bool take(void *ctx, const void *p, size_t n)
{
	struct err ignored; /* fetch says that it could not be stored */
	return store_upload_add(ctx, p, n, &ignored);
}

/* What the answer means for the job: others than these may be better the next time (ERR_IO). */
static bool judge(int status, struct err *e)
{
	if (status / 100 == 2)
		return true;
	if (status / 100 == 4 && status != 408 && status != 429)
		return err_set(e, ERR_FILE_GONE, "source_url was answered with status %d: there is no document for this server", status);
	return err_set(e, ERR_IO, "source_url was answered with status %d", status);
}

/* Each address that a redirect names passes the same guard as the first. */
static bool follow(const struct job *j, struct store_upload *u, struct err *e)
{
	struct fetch_get g = { .q = { .total_ms = j->parts->fetch_ms }, .most = j->parts->fetch_bytes, .take = take, .ctx = u,
			       .cancel = &j->claim->cancelled };
	char *at = strndup(j->set.source_url.p, j->set.source_url.n);
	bool ok = at != NULL || err_set(e, ERR_MEMORY, "out of memory");
	for (int i = 0; ok && i <= MOST_REDIRECTS; i++) {
		int status = 0;
		char *location = NULL;
		g.q.url = at;
		ok = fetch_get(j->parts->fetch, &g, &status, &location, e) || err_in(e, "source_url");
		if (ok && !location) {
			free(at);
			return judge(status, e);
		}
		free(at);
		at = location;
	}
	free(at);
	return ok && err_set(e, ERR_FILE_GONE, "source_url leads through more than %d redirects", MOST_REDIRECTS);
}

/* The name that the job shows, which is also the second hint of the format. */
static struct str name_of(struct job *j)
{
	struct err e;
	const struct json_limits limits = { .max_bytes = SIZE_MAX, .max_depth = 8 };
	struct str text = arena_printf(j->a, "{%.*s}", STR_ARGS(j->claim->claim.job.shown));
	const struct json *v = json_parse(text, &limits, j->a, &e), *name = v ? json_get(v, "name") : NULL;
	return json_is(name, JSON_STRING) && name->text.n ? name->text : STR("document");
}

static struct str type_of(struct str name)
{
	const char *dot = memrchr(name.p, '.', name.n);
	return dot ? (struct str){ dot + 1, name.n - (size_t)(dot + 1 - name.p) } : STR("");
}

static bool record(struct job *j, struct err *e)
{
	struct store_claim *c = &j->claim->claim;
	int64_t now = clock_now();
	struct store_file f = { .id = c->job.input, .project = c->job.project, .name = c->file_name, .purpose = STR("parse"),
				.file_type = type_of(c->file_name), .blob = c->blob, .created_at = now, .last_modified_at = now };
	return store_file_create(j->parts->store, &f, e);
}

bool source_fetch(struct job *j, struct err *e)
{
	struct store_claim *c = &j->claim->claim;
	if (!j->parts->fetch)
		return err_set(e, ERR_FILE_GONE, "this server fetches no documents; upload the file");
	struct store_upload *u = store_upload_begin(j->parts->store, e);
	if (!u)
		return false;
	if (!follow(j, u, e)) {
		store_upload_abort(u);
		return false;
	}
	c->file_name = name_of(j);
	c->file_gone = false;
	return arena_ok(j->a, e) && store_upload_finish(u, &c->blob, e) && record(j, e);
}
