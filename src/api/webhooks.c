/* SPDX-License-Identifier: Apache-2.0 */
/* Saved webhook configurations: list, create, get, change, delete. */
#include "api/api-private.h"
#include "api/hooks.h"
#include "base/clock.h"

static const struct place body = { NULL, { "body", 4 }, 0 };
enum { TRIES = 8 }; /* of a change that others get in between */

static bool target_load(struct http_request *r, const struct store_webhook *w, struct hook_target *t, struct err *e)
{
	struct json_limits any = { SIZE_MAX, json_limits_default.max_depth };
	const struct json *kept = json_parse(w->target, &any, &r->arena, e);
	if (kept)
		hook_target_load(kept, t);
	return kept;
}

static void webhook_write(struct buf *b, const struct store_webhook *w, const struct hook_target *t)
{
	char id[ID_SIZE], project[ID_SIZE], created[CLOCK_RFC3339_SIZE], updated[CLOCK_RFC3339_SIZE];
	id_format(ID_WEBHOOK, w->id, id);
	id_format(ID_PROJECT, w->project, project);
	clock_format(w->created_at, created);
	clock_format(w->updated_at, updated);
	buf_printf(b, "{\"id\":\"%s\",\"tenant_type\":\"project\",\"tenant_id\":\"%s\",\"created_at\":\"%s\",\"updated_at\":\"%s\","
		      "\"has_secret\":%s,", id, project, created, updated, t->secret.p ? "true" : "false");
	hook_target_show(b, t);
	buf_byte(b, '}');
}

static void webhook_reply(struct http_request *r, int status, const struct store_webhook *w, const struct hook_target *t)
{
	struct buf b = BUF_INIT(0);
	webhook_write(&b, w, t);
	http_reply_json(r, status, &b);
	buf_fini(&b);
}

static const char what[] = "saved webhook configuration";

/* The path's row; answers if it is not there. */
static bool webhook_find(struct http_request *r, struct id id, struct store_webhook *w, struct hook_target *t)
{
	struct err e = { 0 };
	enum store_outcome got = store_webhook_get(api_of(r)->store, project_of(r), id, &r->arena, w, &e);
	if (!is_found(r, got, what, &e))
		return false;
	if (target_load(r, w, t, &e))
		return true;
	http_fail_err(r, &e);
	return false;
}

void webhooks_list(struct http_request *r)
{
	struct store_webhook *items;
	struct hook_target t;
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	size_t n;
	bool ok = store_webhook_list(api_of(r)->store, project_of(r), &r->arena, &items, &n, &e);
	buf_byte(&b, '[');
	for (size_t i = 0; ok && i < n; i++) {
		if (i)
			buf_byte(&b, ',');
		ok = target_load(r, &items[i], &t, &e);
		if (ok)
			webhook_write(&b, &items[i], &t);
	}
	buf_byte(&b, ']');
	if (ok)
		http_reply_json(r, 200, &b);
	else
		http_fail_err(r, &e);
	buf_fini(&b);
}

void webhooks_get(struct http_request *r)
{
	struct store_webhook w;
	struct hook_target t;
	struct id id;
	if (path_id(r, ID_WEBHOOK, what, &id) && webhook_find(r, id, &w, &t))
		webhook_reply(r, 200, &w, &t);
}

/* The body over what t holds. Answers if that makes no target. */
static bool body_apply(struct http_request *r, struct hook_target *t)
{
	const struct api_options *o = &api_of(r)->o;
	struct place url = place_key(&body, "webhook_url");
	struct problems p;
	struct err why;
	problems_init(&p);
	const struct json *v = body_read(r, &p);
	if (v && hook_target_read(v, &r->arena, &body, &p, t) && o->webhook_refused && o->webhook_refused(o->ctx, t->url.p, &why))
		problem_add(&p, &url, "value_error", json_get(v, "webhook_url"), NULL, "%s", why.text);
	return !problems_reply(&p, r) && v;
}

void webhooks_create(struct http_request *r)
{
	int64_t now = clock_now();
	struct hook_target t = { 0 };
	struct store_webhook w = { .id = id_new(now), .project = project_of(r), .created_at = now, .updated_at = now };
	struct buf b = BUF_INIT(0);
	struct err e = { 0 };
	if (!body_apply(r, &t))
		return;
	hook_target_write(&b, &t);
	w.target = buf_view(&b);
	enum store_outcome got = buf_ok(&b, &e) ? store_webhook_create(api_of(r)->store, &w, &e) : STORE_ERROR;
	if (got == STORE_OK)
		webhook_reply(r, 201, &w, &t);
	else if (got == STORE_REFUSED)
		http_fail(r, 400, "The project has %d saved webhook configurations already; delete some first.", STORE_WEBHOOKS_MAX);
	else if (got == STORE_NONE)
		http_fail(r, 403, "The project does not exist any more.");
	else
		http_fail_err(r, &e);
	buf_fini(&b);
}

/* Read, change, write if nobody else wrote since. True = answered. */
static bool update_once(struct http_request *r, struct id id)
{
	struct store_webhook w;
	struct hook_target t;
	struct buf b = BUF_INIT(0);
	struct err e = { 0 };
	if (!webhook_find(r, id, &w, &t) || !body_apply(r, &t))
		return true;
	int64_t seen = w.updated_at, now = clock_now();
	hook_target_write(&b, &t);
	w.target = buf_view(&b);
	w.updated_at = now > seen ? now : seen + 1;
	enum store_outcome got = buf_ok(&b, &e) ? store_webhook_update(api_of(r)->store, &w, seen, &e) : STORE_ERROR;
	if (got == STORE_OK)
		webhook_reply(r, 200, &w, &t);
	else if (got != STORE_REFUSED)
		is_found(r, got, what, &e);
	buf_fini(&b);
	return got != STORE_REFUSED;
}

void webhooks_update(struct http_request *r)
{
	struct id id;
	if (!path_id(r, ID_WEBHOOK, what, &id))
		return;
	for (int i = 0; i < TRIES; i++)
		if (update_once(r, id))
			return;
	http_set_header(r, "Retry-After", "1");
	http_fail(r, 429, "The configuration is being changed by too many requests at a time.");
}

void webhooks_delete(struct http_request *r)
{
	struct id id;
	struct err e = { 0 };
	if (!path_id(r, ID_WEBHOOK, what, &id))
		return;
	if (is_found(r, store_webhook_delete(api_of(r)->store, project_of(r), id, &e), what, &e))
		http_reply_none(r, 204);
}
