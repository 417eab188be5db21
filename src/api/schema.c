/* SPDX-License-Identifier: Apache-2.0 */
/* Schemas before there is a job: checked (behaviour.md section 10). */
#include "api/api-private.h"
#include "api/data-schema.h"
#include "api/fields.h"

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
