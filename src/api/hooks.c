/* SPDX-License-Identifier: Apache-2.0 */
#include "api/hooks.h"
#include "api/api-private.h"
#include "api/fields.h"

static const char *const events[] = {
	"extract.pending",     "extract.success",  "extract.error",    "extract.partial_success", "extract.cancelled",
	"parse.pending",       "parse.running",    "parse.success",    "parse.error",		  "parse.partial_success",
	"parse.cancelled",     "classify.pending", "classify.running", "classify.success",	  "classify.error",
	"classify.partial_success", "classify.cancelled", "sheets.pending", "sheets.success",	  "sheets.error",
	"sheets.partial_success", "sheets.cancelled", "split.pending",  "split.processing",	  "split.success",
	"split.error",	       "split.cancelled",  "batch.pending",    "batch.running",		  "batch.success",
	"batch.error",	       "batch.cancelled",  "unmapped_event",   NULL,
};
static const char *const formats[] = { "string", "json", NULL };

static const struct field rows[] = { /* of one target, as sent, as kept, and in this order */
	{ "webhook_url", FIELD_TEXT, offsetof(struct hook_target, url), FIELD_NULL, 2000, NULL },
	{ "webhook_headers", FIELD_OBJECT, offsetof(struct hook_target, headers), FIELD_NULL, 0, NULL },
	{ "webhook_events", FIELD_ARRAY, offsetof(struct hook_target, events), FIELD_NULL, 0, NULL },
	{ "webhook_output_format", FIELD_WORD, offsetof(struct hook_target, format), FIELD_NULL, 0, formats },
	{ "webhook_signing_secret", FIELD_TEXT, offsetof(struct hook_target, secret), FIELD_NULL, 1000, NULL },
};
enum { ROWS = sizeof rows / sizeof *rows, HEADERS_MAX = 50, HEADER_MAX = 4000 };

/* ---- addresses */

static bool plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 0x7f)
			return false;
	return true;
}

/* What stands between the scheme and the path. */
static struct str authority(struct str url)
{
	const char *slashes = url.n ? memmem(url.p, url.n, "//", 2) : NULL;
	size_t from = slashes ? (size_t)(slashes + 2 - url.p) : url.n, to = from;
	while (to < url.n && !memchr("/?#", url.p[to], 3))
		to++;
	return (struct str){ url.p + from, to - from };
}

/* "user:password" of an authority, p NULL if it has none. */
static struct str credentials(struct str url)
{
	struct str a = authority(url);
	const char *at = a.n ? memrchr(a.p, '@', a.n) : NULL;
	return at ? (struct str){ a.p, (size_t)(at - a.p) } : (struct str){ NULL, 0 };
}

/* The host with its port, for a log. */
static struct str host_of(struct str url)
{
	struct str a = authority(url), c = credentials(url);
	size_t skip = c.p ? c.n + 1 : 0;
	return (struct str){ a.p + skip, a.n - skip };
}

/* url with other credentials. */
static void url_write(struct buf *b, struct str url, struct str with)
{
	struct str c = credentials(url);
	size_t before = c.p ? (size_t)(c.p - url.p) : 0;
	buf_add(b, url.p, before);
	if (c.p)
		buf_str(b, with);
	buf_add(b, url.p + before + c.n, url.n - before - c.n);
}

static struct str url_masked(struct str url, struct arena *a)
{
	struct buf b = BUF_INIT(0);
	url_write(&b, url, STR(HOOK_MASK));
	struct str out = arena_str(a, buf_view(&b));
	buf_fini(&b);
	return out;
}

/* Only the shape. */
static void url_check(const struct hook_target *t, const struct place *at, struct problems *p)
{
	static const struct str schemes[] = { { "https://", 8 }, { "http://", 7 } };
	struct place key = place_key(at, "webhook_url");
	for (size_t i = 0; i < 2 && t->url.p; i++)
		if (str_starts(t->url, schemes[i]) && host_of(t->url).n && plain(t->url)) {
			if (str_eq_z(credentials(t->url), HOOK_MASK))
				problem_text(p, &key, "value_error", t->url, NULL,
					     "The credentials are masked, and none are stored for this address");
			return;
		}
	if (t->url.p)
		problem_text(p, &key, "url_parsing", t->url, NULL, "Input should be an http or https address");
}

/* ---- headers */

/* RFC 9110 section 5.6.2 */
static bool token(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], low = c | 0x20;
		if (!(low >= 'a' && low <= 'z') && !(c >= '0' && c <= '9') && !(c && strchr("!#$%&'*+-.^_`|~", c)))
			return false;
	}
	return s.n > 0;
}

/* They frame the request, or say what we vouch for. */
static bool reserved(struct str name)
{
	static const char *const names[] = { "Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "TE",
					     "Trailer", "Expect", "LC-Signature", "X-Webhook-Event-ID", "X-Webhook-Event-Type" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq_nocase(name, str_from(names[i])))
			return true;
	return false;
}

/* A line end in a header would let a caller write headers of his own. */
static bool one_line(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (((unsigned char)value.p[i] < ' ' && value.p[i] != '\t') || value.p[i] == 0x7f)
			return false;
	return value.n <= HEADER_MAX;
}

static void header_check(struct str name, const struct json *v, const struct place *at, struct problems *p)
{
	if (!json_is(v, JSON_STRING))
		problem_add(p, at, "string_type", v, NULL, "Input should be a valid string");
	else if (!token(name) || !one_line(v->text))
		problem_add(p, at, "value_error", v, NULL, "Header names and values must be plain text on one line");
	else if (reserved(name))
		problem_add(p, at, "value_error", v, NULL, "This header is set by the server");
	else if (str_eq_z(v->text, HOOK_MASK))
		problem_add(p, at, "value_error", v, NULL, "The value is masked, and none is stored under this name");
}

static void headers_check(const struct hook_target *t, const struct place *at, struct problems *p)
{
	struct place headers = place_key(at, "webhook_headers");
	if (t->headers && t->headers->n > HEADERS_MAX)
		problem_add(p, &headers, "too_long", NULL, NULL, "At most %d headers can be set", HEADERS_MAX);
	for (size_t i = 0; t->headers && i < t->headers->n; i++) {
		struct place key = place_str(&headers, t->headers->key[i]);
		header_check(t->headers->key[i], t->headers->item[i], &key, p);
	}
}

/* ---- events */

static bool event_known(const struct json *v)
{
	for (size_t i = 0; json_is(v, JSON_STRING) && events[i]; i++)
		if (str_eq_z(v->text, events[i]))
			return true;
	return false;
}

static void events_check(const struct hook_target *t, const struct place *at, struct problems *p)
{
	struct place list = place_key(at, "webhook_events");
	for (size_t i = 0; t->events && i < t->events->n; i++) {
		struct place item = place_index(&list, i);
		if (!event_known(t->events->item[i]))
			problem_add(p, &item, "enum", t->events->item[i], NULL,
				    "Input should be an event name such as 'extract.success' or 'extract.error'");
	}
}

static void target_check(const struct hook_target *t, const struct place *at, struct problems *p)
{
	url_check(t, at, p);
	headers_check(t, at, p);
	events_check(t, at, p);
}

/* ---- masks */

static void headers_show(struct buf *b, const struct json *headers)
{
	bool first = true;
	if (!json_is(headers, JSON_OBJECT)) {
		buf_z(b, "null");
		return;
	}
	buf_byte(b, '{');
	for (size_t i = 0; i < headers->n; i++) {
		if (!first)
			buf_byte(b, ',');
		first = false;
		json_write_str(b, headers->key[i]);
		buf_z(b, ":\"" HOOK_MASK "\"");
	}
	buf_byte(b, '}');
}

void hook_target_show(struct buf *b, const struct hook_target *t)
{
	struct buf url = BUF_INIT(0);
	url_write(&url, t->url, STR(HOOK_MASK));
	buf_z(b, "\"webhook_url\":");
	if (t->url.p)
		json_write_str(b, buf_view(&url));
	else
		buf_z(b, "null");
	buf_z(b, ",\"webhook_headers\":");
	headers_show(b, t->headers);
	buf_z(b, ",\"webhook_events\":");
	if (t->events)
		json_write(b, t->events);
	else
		buf_z(b, "null");
	buf_z(b, ",\"webhook_output_format\":");
	json_write_str(b, t->format.p ? t->format : str_from(formats[0]));
	buf_fini(&url);
}

/* Values behind masks, by name as it was shown. */
static const struct json *headers_unmask(const struct json *headers, const struct json *kept, struct arena *a)
{
	struct json *out = json_is(headers, JSON_OBJECT) ? json_new(a, JSON_OBJECT) : NULL;
	for (size_t i = 0; out && i < headers->n; i++) {
		struct json *v = headers->item[i], *before = json_get_str(kept, headers->key[i]);
		bool masked = json_is(v, JSON_STRING) && str_eq_z(v->text, HOOK_MASK);
		if (!json_set(a, out, headers->key[i], masked && before ? before : v))
			return NULL;
	}
	return out ? out : headers;
}

/* Credentials belong to their host: they do not move to another. */
static struct str url_unmask(struct str url, struct str kept, struct arena *a)
{
	struct buf b = BUF_INIT(0);
	bool same_host = kept.p && url.p && str_eq_nocase(host_of(url), host_of(kept)) &&
			 str_starts(url, STR("https")) == str_starts(kept, STR("https"));
	if (!same_host || !str_eq_z(credentials(url), HOOK_MASK) || !credentials(kept).p)
		return url;
	url_write(&b, url, credentials(kept));
	struct str out = arena_str(a, buf_view(&b));
	buf_fini(&b);
	return out;
}

static void target_unmask(struct hook_target *t, const struct hook_target *kept, struct arena *a)
{
	t->headers = headers_unmask(t->headers, kept->headers, a);
	t->url = url_unmask(t->url, kept->url, a);
}

/* ---- one target */

void hook_target_load(const struct json *kept, struct hook_target *t)
{
	static const struct place nowhere = { NULL, { "kept", 4 }, 0 };
	struct problems ignored;
	*t = (struct hook_target){ .format = str_from(formats[0]) };
	problems_init(&ignored);
	fields_read(kept, rows, ROWS, t, &nowhere, &ignored);
	problems_fini(&ignored);
}

/* As kept: the members of rows, then the host. */
void hook_target_write(struct buf *b, const struct hook_target *t)
{
	struct buf members = BUF_INIT(0);
	struct hook_target with = *t;
	if (!with.format.p)
		with.format = str_from(formats[0]);
	fields_write(&members, rows, ROWS, &with);
	buf_add(b, members.p, members.n ? members.n - 1 : 0); /* without the last brace */
	buf_z(b, ",\"host\":");
	json_write_str(b, host_of(t->url));
	buf_byte(b, '}');
	if (members.failed)
		b->failed = true;
	buf_fini(&members);
}

bool hook_target_read(const struct json *object, struct arena *a, const struct place *at, struct problems *p, struct hook_target *t)
{
	struct hook_target kept = *t;
	struct place url = place_key(at, "webhook_url"), list = place_key(at, "webhook_events");
	int before = p->n;
	fields_read(object, rows, ROWS, t, at, p);
	if (!json_get(object, "webhook_url") && !kept.url.p)
		problem_missing(p, &url, object);
	else if (!t->url.p && kept.url.p)
		t->url = kept.url; /* null: unchanged, there is no target without one */
	else if (!t->url.p && json_is_null(json_get(object, "webhook_url")))
		problem_add(p, &url, "string_type", json_get(object, "webhook_url"), NULL, "Input should be a valid string");
	if (t->events && t->events->n == 0)
		problem_add(p, &list, "too_short", t->events, "{\"min_length\":1,\"actual_length\":0}",
			    "List should have at least 1 item; leave it out or send null for all events");
	target_unmask(t, &kept, a);
	target_check(t, at, p);
	return p->n == before;
}

/* ---- arrays */

static void target_read(const struct json *v, const struct place *at, struct problems *p, struct buf *b)
{
	struct hook_target t = { .format = str_from(formats[0]) };
	if (!json_is(v, JSON_OBJECT)) {
		problem_add(p, at, "dict_type", v, NULL, "Input should be a valid dictionary");
		return;
	}
	fields_read(v, rows, ROWS, &t, at, p);
	target_check(&t, at, p);
	hook_target_write(b, &t);
}

bool hooks_read(const struct json *targets, const struct place *at, struct problems *p, struct buf *b)
{
	int before = p->n;
	if (targets->n > HOOKS_MAX)
		return problem_add(p, at, "too_long", NULL, NULL, "List should have at most %d items", HOOKS_MAX);
	buf_byte(b, '[');
	for (size_t i = 0; i < targets->n; i++) {
		struct place item = place_index(at, i);
		if (i > 0)
			buf_byte(b, ',');
		target_read(targets->item[i], &item, p, b);
	}
	buf_byte(b, ']');
	return p->n == before;
}

bool hooks_reachable(const struct http_request *r, const struct json *targets, const struct place *at, struct problems *p)
{
	const struct api_options *o = &api_of(r)->o;
	int before = p->n;
	for (size_t i = 0; o->webhook_refused && json_is(targets, JSON_ARRAY) && i < targets->n; i++) {
		struct place item = place_index(at, i), key = place_key(&item, "webhook_url");
		const struct json *url = json_get(targets->item[i], "webhook_url");
		struct err why;
		if (json_is(url, JSON_STRING) && o->webhook_refused(o->ctx, url->text.p, &why))
			problem_add(p, &key, "value_error", url, NULL, "%s", why.text);
	}
	return p->n == before;
}

static enum store_outcome saved_find(struct http_request *r, struct str text, struct id *id, struct err *e)
{
	struct store_webhook w;
	if (!id_parse(ID_WEBHOOK, text, id))
		return STORE_NONE;
	return store_webhook_get(api_of(r)->store, project_of(r), *id, &r->arena, &w, e);
}

static bool saved_twice(const struct json *ids, size_t i, struct id id)
{
	struct id other;
	for (size_t k = 0; k < i; k++)
		if (id_parse(ID_WEBHOOK, ids->item[k]->text, &other) && id_eq(other, id))
			return true;
	return false;
}

bool hooks_add_saved(struct http_request *r, const struct json *ids, struct buf *b)
{
	char text[ID_SIZE];
	struct id id;
	struct err e = { 0 };
	for (size_t i = 0; ids && i < ids->n; i++) {
		enum store_outcome got = saved_find(r, ids->item[i]->text, &id, &e);
		if (got == STORE_ERROR)
			http_fail_err(r, &e);
		else if (got != STORE_OK)
			http_fail(r, 400, "webhook_configuration_ids: the project has no saved webhook configuration %.*s.",
				  ids->item[i]->text.n < 60 ? (int)ids->item[i]->text.n : 60, ids->item[i]->text.p);
		if (got != STORE_OK)
			return false;
		if (saved_twice(ids, i, id))
			continue;
		id_format(ID_WEBHOOK, id, text);
		if (b->n)
			b->n--; /* the closing bracket */
		buf_printf(b, "%s\"%s\"]", b->n > 1 ? "," : b->n ? "" : "[", text);
	}
	return true;
}

void hooks_show(struct buf *b, const struct json *targets)
{
	if (!json_is(targets, JSON_ARRAY)) {
		buf_z(b, "null");
		return;
	}
	buf_byte(b, '[');
	for (size_t i = 0; i < targets->n; i++) {
		struct hook_target t;
		hook_target_load(targets->item[i], &t);
		buf_z(b, i ? ",{" : "{");
		hook_target_show(b, &t);
		buf_byte(b, '}');
	}
	buf_byte(b, ']');
}

/* The kept target that is shown under this URL. */
static const struct json *find_kept(const struct json *kept, struct str url, struct arena *a)
{
	for (size_t i = 0; json_is(kept, JSON_ARRAY) && url.p && i < kept->n; i++) {
		const struct json *v = json_get(kept->item[i], "webhook_url");
		if (json_is(v, JSON_STRING) && (str_eq(v->text, url) || str_eq(url_masked(v->text, a), url)))
			return kept->item[i];
	}
	return NULL;
}

static struct json *copy_over(const struct json *target, const struct json *kept, struct arena *a)
{
	struct json *out = json_new(a, JSON_OBJECT);
	struct hook_target t, before;
	hook_target_load(target, &t);
	hook_target_load(kept, &before);
	target_unmask(&t, &before, a);
	for (size_t i = 0; out && i < target->n; i++)
		json_set(a, out, target->key[i], target->item[i]);
	if (out && json_get(target, "webhook_url"))
		json_set(a, out, STR("webhook_url"), json_new_str(a, t.url));
	if (out && t.headers)
		json_set(a, out, STR("webhook_headers"), (struct json *)(uintptr_t)t.headers);
	/* A secret is never shown, so it cannot be sent back: it stays unless another is given. */
	if (out && before.secret.p && !json_get(target, "webhook_signing_secret"))
		json_set(a, out, STR("webhook_signing_secret"), json_new_str(a, before.secret));
	return out;
}

const struct json *hooks_unmask(const struct json *targets, const struct json *kept, struct arena *a)
{
	struct json *out = json_is(targets, JSON_ARRAY) ? json_new(a, JSON_ARRAY) : NULL;
	if (!json_is(targets, JSON_ARRAY))
		return targets;
	for (size_t i = 0; out && i < targets->n; i++) {
		struct json *v = targets->item[i];
		const struct json *url = json_get(v, "webhook_url");
		const struct json *before = json_is(url, JSON_STRING) ? find_kept(kept, url->text, a) : NULL;
		struct json *now = before ? copy_over(v, before, a) : v;
		if (!now || !json_push(a, out, now))
			return NULL;
	}
	return out;
}
