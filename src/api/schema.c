/* SPDX-License-Identifier: Apache-2.0 */
/* Schemas before there is a job: checked, suggested (behaviour.md section 10). */
#include "api/api-private.h"
#include "api/data-schema.h"
#include "api/configurations.h"
#include "api/fields.h"
#include "api/parameters.h"
#include "base/clock.h"
#include "base/crypto.h"

static const struct place body = { NULL, { "body", 4 }, 0 };

struct validation {
	const struct json *data_schema;
};
static const struct field validation_rows[] = {
	{ "data_schema", FIELD_OBJECT, offsetof(struct validation, data_schema), FIELD_REQUIRED, 0, NULL },
};

/* The schema as a job would use it (behaviour.md G-39). */
static void validation_reply(struct http_request *r, const struct schema_node *root)
{
	struct buf b = BUF_INIT(0);
	buf_z(&b, "{\"data_schema\":");
	schema_write(&b, root);
	buf_byte(&b, '}');
	http_reply_json(r, 200, &b);
	buf_fini(&b);
}

void schema_validate(struct http_request *r)
{
	struct problems p;
	struct validation v = { NULL };
	struct place at = place_key(&body, "data_schema");
	struct err e = { 0 };
	problems_init(&p);
	const struct json *json = body_read(r, &p);
	if (json && fields_read(json, validation_rows, 1, &v, &body, &p)) {
		const struct schema_node *root = data_schema_check(v.data_schema, &r->arena, &at, &p);
		if (root)
			validation_reply(r, root);
		else if (!p.n && !arena_ok(&r->arena, &e))
			http_fail_err(r, &e);
	}
	problems_reply(&p, r);
}

/* ---- generate */

struct generation {
	struct str prompt, file_id, name;
	const struct json *data_schema;
};
static const struct field generation_rows[] = {
	{ "prompt", FIELD_TEXT, offsetof(struct generation, prompt), FIELD_NULL, 0, NULL },
	{ "file_id", FIELD_TEXT, offsetof(struct generation, file_id), FIELD_NULL, 0, NULL },
	{ "data_schema", FIELD_OBJECT, offsetof(struct generation, data_schema), FIELD_NULL, 0, NULL },
	{ "name", FIELD_TEXT, offsetof(struct generation, name), FIELD_NULL, CONFIGURATION_NAME_MAX, NULL },
};

static bool generation_read(struct http_request *r, struct problems *p, struct generation *g)
{
	struct place schema = place_key(&body, "data_schema");
	struct err e = { 0 };
	const struct json *json = body_read(r, p);
	if (!json || !fields_read(json, generation_rows, sizeof generation_rows / sizeof *generation_rows, g, &body, p))
		return false;
	g->prompt = g->prompt.p ? str_trim(g->prompt) : g->prompt;
	if (!g->prompt.n && !g->file_id.p && !g->data_schema)
		return problem_add(p, &body, "value_error", NULL, NULL, "Give a prompt, a file_id, a data_schema, or several of them");
	if (!g->data_schema || data_schema_check(g->data_schema, &r->arena, &schema, p))
		return true;
	if (!p->n && !arena_ok(&r->arena, &e))
		http_fail_err(r, &e);
	return false;
}

/* "extract-2026-11-27-k3xq" (behaviour.md G-39). */
static struct str name_make(struct arena *a)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567"; /* 32: no letter is likelier than another */
	char now[CLOCK_RFC3339_SIZE];
	uint8_t random[4];
	clock_format(clock_now(), now);
	crypto_random(random, sizeof random);
	return arena_printf(a, "extract-%.10s-%c%c%c%c", now, letters[random[0] & 31], letters[random[1] & 31],
			    letters[random[2] & 31], letters[random[3] & 31]);
}

/* The words named nothing: that is the prompt's fault. A sample that cannot be read is told with its code word. */
static void generation_fail(struct http_request *r, struct problems *p, const struct generation *g, const struct err *e)
{
	struct place prompt = place_key(&body, "prompt");
	if (e->code == ERR_NO_DATA && !g->file_id.p)
		problem_text(p, &prompt, "value_error", g->prompt, NULL, "%s", e->text);
	else if (err_row(e->code)->http == 422)
		http_fail(r, 400, "%s: %s", err_row(e->code)->word, e->text);
	else
		http_fail_err(r, e);
}

/* The suggestion as a configuration that may be saved: it goes through the same check. */
static bool generation_reply(struct http_request *r, struct problems *p, const struct generation *g, const struct buf *schema,
			     struct err *e)
{
	static const struct json_limits any = { .max_bytes = SIZE_MAX, .max_depth = 64 };
	struct place at = place_key(&body, "data_schema");
	struct buf b = BUF_INIT(0);
	enum store_product product;
	struct json *parameters = json_new(&r->arena, JSON_OBJECT), *v = json_parse(buf_view(schema), &any, &r->arena, e);
	struct json *type = json_new_str(&r->arena, STR("extract_v2"));
	bool ok = parameters && v && type && json_set(&r->arena, parameters, STR("product_type"), type) &&
		  json_set(&r->arena, parameters, STR("data_schema"), v);
	buf_z(&b, "{\"name\":");
	json_write_str(&b, g->name.n ? g->name : name_make(&r->arena));
	buf_z(&b, ",\"parameters\":");
	ok = ok && parameters_read(parameters, &api_of(r)->releases, &r->arena, &at, p, &product, &b);
	buf_byte(&b, '}');
	if (ok)
		http_reply_json(r, 200, &b);
	buf_fini(&b);
	return ok || p->n || arena_ok(&r->arena, e);
}

void schema_generate(struct http_request *r)
{
	struct problems p;
	struct generation g = { .data_schema = NULL };
	struct store_file sample;
	struct err e = { 0 };
	struct buf schema = BUF_INIT(0);
	const struct api_options *o = &api_of(r)->o;
	if (!o->generate) {
		http_fail(r, 404, "This server suggests no schemas.");
		return;
	}
	problems_init(&p);
	if (generation_read(r, &p, &g) && (!g.file_id.p || file_named(r, g.file_id, &sample))) {
		bool ok = o->generate(o->ctx, g.file_id.p ? &sample : NULL, g.prompt, g.data_schema, answer_until(r), &schema, &e) &&
			  generation_reply(r, &p, &g, &schema, &e);
		if (!ok)
			generation_fail(r, &p, &g, &e);
	}
	problems_reply(&p, r);
	buf_fini(&schema);
}
