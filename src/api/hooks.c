/* SPDX-License-Identifier: Apache-2.0 */
#include "api/hooks.h"
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

struct target {
	struct str url, format, secret;
	const struct json *headers, *events;
};

static const struct field read_rows[] = {
	{ "webhook_url", FIELD_TEXT, offsetof(struct target, url), FIELD_NULL, 2000, NULL },
	{ "webhook_headers", FIELD_OBJECT, offsetof(struct target, headers), FIELD_NULL, 0, NULL },
	{ "webhook_events", FIELD_ARRAY, offsetof(struct target, events), FIELD_NULL, 0, NULL },
	{ "webhook_output_format", FIELD_WORD, offsetof(struct target, format), FIELD_NULL, 0, formats },
	{ "webhook_signing_secret", FIELD_TEXT, offsetof(struct target, secret), FIELD_NULL, 1000, NULL },
};

static const struct field write_rows[] = {
	{ "url", FIELD_TEXT, offsetof(struct target, url), 0, 0, NULL },
	{ "headers", FIELD_OBJECT, offsetof(struct target, headers), 0, 0, NULL },
	{ "events", FIELD_ARRAY, offsetof(struct target, events), 0, 0, NULL },
	{ "format", FIELD_WORD, offsetof(struct target, format), 0, 0, NULL },
	{ "secret", FIELD_TEXT, offsetof(struct target, secret), 0, 0, NULL },
};

static bool plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 0x7f)
			return false;
	return true;
}

/* Only the shape: whether the address may be reached is decided when it is. */
static void url_check(const struct target *t, const struct place *at, struct problems *p)
{
	static const struct str schemes[] = { { "https://", 8 }, { "http://", 7 } };
	struct place key = place_key(at, "webhook_url");
	for (size_t i = 0; i < 2 && t->url.p; i++)
		if (str_starts(t->url, schemes[i]) && t->url.n > schemes[i].n && t->url.p[schemes[i].n] != '/' && plain(t->url))
			return;
	if (t->url.p)
		problem_text(p, &key, "url_parsing", t->url, NULL, "Input should be an http or https address");
}

/* A line end in a header would let a caller write headers of his own. */
static bool header_ok(struct str name, struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if ((unsigned char)value.p[i] < ' ' && value.p[i] != '\t')
			return false;
	return name.n > 0 && plain(name) && !memchr(name.p, ':', name.n);
}

static void headers_check(const struct target *t, const struct place *at, struct problems *p)
{
	struct place headers = place_key(at, "webhook_headers");
	for (size_t i = 0; t->headers && i < t->headers->n; i++) {
		const struct json *v = t->headers->item[i];
		struct place key = place_str(&headers, t->headers->key[i]);
		if (!json_is(v, JSON_STRING))
			problem_add(p, &key, "string_type", v, NULL, "Input should be a valid string");
		else if (!header_ok(t->headers->key[i], v->text))
			problem_add(p, &key, "value_error", v, NULL, "Header names and values must be plain text on one line");
	}
}

static bool event_known(const struct json *v)
{
	for (size_t i = 0; json_is(v, JSON_STRING) && events[i]; i++)
		if (str_eq_z(v->text, events[i]))
			return true;
	return false;
}

static void events_check(const struct target *t, const struct place *at, struct problems *p)
{
	struct place list = place_key(at, "webhook_events");
	for (size_t i = 0; t->events && i < t->events->n; i++) {
		struct place item = place_index(&list, i);
		if (!event_known(t->events->item[i]))
			problem_add(p, &item, "enum", t->events->item[i], NULL,
				    "Input should be an event name such as 'extract.success' or 'extract.error'");
	}
}

static void target_read(const struct json *v, const struct place *at, struct problems *p, struct buf *b)
{
	struct target t = { .format = STR("string") };
	if (!json_is(v, JSON_OBJECT)) {
		problem_add(p, at, "dict_type", v, NULL, "Input should be a valid dictionary");
		return;
	}
	fields_read(v, read_rows, sizeof read_rows / sizeof *read_rows, &t, at, p);
	url_check(&t, at, p);
	headers_check(&t, at, p);
	events_check(&t, at, p);
	fields_write(b, write_rows, sizeof write_rows / sizeof *write_rows, &t);
}

bool hooks_read(const struct json *targets, const struct place *at, struct problems *p, struct buf *b)
{
	int before = p->n;
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
