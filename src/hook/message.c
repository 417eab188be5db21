/* SPDX-License-Identifier: Apache-2.0 */
#include "hook/message.h"

#include "base/clock.h"
#include "json/json.h"

static const struct json_limits any_size = { SIZE_MAX, 64 };

void message_sign(struct str secret, struct str body, char out[MESSAGE_SIGNATURE_SIZE])
{
	uint8_t mac[SHA256_SIZE];
	hmac_sha256(secret, body, mac);
	memcpy(out, "sha256=", 7);
	crypto_hex(mac, SHA256_SIZE, out + 7);
}

static bool write_event(const struct store_delivery *d, struct buf *b, struct err *e)
{
	char event[ID_UUID_SIZE], job[ID_SIZE];
	enum id_kind kind;
	if (!store_event_kind(d->type, &kind))
		return err_set(e, ERR_INTERNAL, "there is no event %.*s", STR_ARGS(d->type));
	id_format_uuid(d->event, event);
	id_format(kind, d->job, job);
	buf_printf(b, "{\"event_id\":\"%s\",\"event_type\":\"%.*s\",\"timestamp\":%lld.%03lld,\"data\":{\"id\":\"%s\",\"job_id\":\"%s\"}}",
		   event, STR_ARGS(d->type), (long long)(d->created_at / CLOCK_SECOND),
		   (long long)(d->created_at % CLOCK_SECOND / 1000), job, job);
	return buf_ok(b, e);
}

/* The object, or its text as one JSON string. */
static bool write_body(const struct store_delivery *d, bool as_object, struct arena *a, struct str *out, struct err *e)
{
	struct buf object = BUF_INIT(0), string = BUF_INIT(0);
	bool ok = write_event(d, &object, e);
	if (ok && !as_object)
		json_write_str(&string, buf_view(&object));
	*out = arena_str(a, buf_view(as_object ? &object : &string));
	ok = ok && buf_ok(&string, e);
	buf_fini(&object);
	buf_fini(&string);
	return ok;
}

/* ---- headers */

struct headers {
	struct arena *a;
	const char **rows;
	size_t n;
	const struct json *configured;
};

static void add_header(struct headers *h, struct str name, struct str value)
{
	/* libcurl takes "Name:" for a header that is left out and "Name;" for one without a value. */
	struct str s = value.n ? arena_printf(h->a, "%.*s: %.*s", STR_ARGS(name), STR_ARGS(value)) :
				 arena_printf(h->a, "%.*s;", STR_ARGS(name));
	if (h->rows)
		h->rows[h->n++] = s.p;
}

/* One of ours that the target may set otherwise. */
static void add_default(struct headers *h, const char *name, const char *value)
{
	for (size_t i = 0; h->configured && i < h->configured->n; i++)
		if (str_eq_nocase(h->configured->key[i], str_from(name)))
			return;
	add_header(h, str_from(name), str_from(value));
}

enum { OWN_HEADERS = 5 };

static const char *const *build_headers(const struct store_delivery *d, const struct json *target, const char *user_agent,
					struct str body, struct arena *a)
{
	const struct json *secret = json_get(target, "webhook_signing_secret"), *configured = json_get(target, "webhook_headers");
	char event[ID_UUID_SIZE], signature[MESSAGE_SIGNATURE_SIZE];
	size_t most = OWN_HEADERS + (configured ? configured->n : 0) + 1;
	struct headers h = { .a = a, .rows = ARENA_ARRAY(a, most, const char *), .configured = configured };
	id_format_uuid(d->event, event);
	add_default(&h, "Content-Type", "application/json");
	add_default(&h, "User-Agent", user_agent);
	add_header(&h, STR("X-Webhook-Event-ID"), str_from(event));
	add_header(&h, STR("X-Webhook-Event-Type"), d->type);
	if (json_is(secret, JSON_STRING)) {
		message_sign(secret->text, body, signature);
		add_header(&h, STR("LC-Signature"), str_from(signature));
	}
	for (size_t i = 0; configured && i < configured->n; i++)
		add_header(&h, configured->key[i], configured->item[i]->text);
	return h.rows;
}

bool message_build(const struct store_delivery *d, const char *user_agent, struct arena *a, struct message *out, struct err *e)
{
	const struct json *target = json_parse(d->target, &any_size, a, e);
	const struct json *url = json_get(target, "webhook_url"), *format = json_get(target, "webhook_output_format");
	if (!target)
		return false;
	if (!json_is(url, JSON_STRING))
		return err_set(e, ERR_INTERNAL, "a delivery without an address");
	bool as_object = json_is(format, JSON_STRING) && str_eq_z(format->text, "json");
	if (!write_body(d, as_object, a, &out->body, e))
		return false;
	out->url = arena_str(a, url->text).p;
	out->headers = build_headers(d, target, user_agent, out->body, a);
	return arena_ok(a, e);
}
