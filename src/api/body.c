/* SPDX-License-Identifier: Apache-2.0 */
#include "api/api-private.h"

static const struct place body = { NULL, { "body", 4 }, 0 };

struct json *body_read(struct http_request *r, struct problems *p)
{
	struct err e = { 0 };
	struct json_limits limits = { api_of(r)->o.max_body_bytes, json_limits_default.max_depth };
	struct json *v = r->body.n ? json_parse(r->body, &limits, &r->arena, &e) : NULL;
	if (r->body.n == 0)
		problem_missing(p, &body, NULL);
	else if (!v && e.code == ERR_REQUEST)
		problem_add(p, &body, "json_invalid", NULL, NULL, "JSON decode error: %s", e.text);
	else if (!v)
		http_fail_err(r, &e);
	else if (v->type != JSON_OBJECT)
		problem_add(p, &body, "dict_type", v, NULL, "Input should be a valid dictionary");
	return json_is(v, JSON_OBJECT) ? v : NULL;
}
