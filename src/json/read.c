/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json.h"
#include "json/scan.h"

#include <json-c/json.h>
#include <limits.h>

const struct json_limits json_limits_default = { 1 << 20, 64 };

static struct json *convert(struct json_object *o, struct arena *a, size_t *members);

static struct json *convert_array(struct json_object *o, struct arena *a, size_t *members)
{
	struct json *v = json_new(a, JSON_ARRAY);
	size_t n = json_object_array_length(o);
	if (!v || !(v->item = ARENA_ARRAY(a, n, struct json *)))
		return NULL;
	for (; v->n < n; v->n++)
		if (!(v->item[v->n] = convert(json_object_array_get_idx(o, v->n), a, members)))
			return NULL;
	return v;
}

static struct json *convert_object(struct json_object *o, struct arena *a, size_t *members)
{
	struct json *v = json_new(a, JSON_OBJECT);
	size_t n = (size_t)json_object_object_length(o);
	if (!v || !(v->item = ARENA_ARRAY(a, n, struct json *)) || !(v->key = ARENA_ARRAY(a, n, struct str)))
		return NULL;
	*members += n;
	struct json_object_iterator at = json_object_iter_begin(o), end = json_object_iter_end(o);
	for (; !json_object_iter_equal(&at, &end); json_object_iter_next(&at), v->n++) {
		v->key[v->n] = arena_str(a, str_from(json_object_iter_peek_name(&at)));
		if (!(v->item[v->n] = convert(json_object_iter_peek_value(&at), a, members)))
			return NULL;
	}
	return v;
}

/* json-c keeps the written form of decimals and gives it back when it prints them. */
static struct json *convert_number(struct json_object *o, struct arena *a, enum json_kind t)
{
	struct json *v = json_new(a, t);
	if (!v)
		return NULL;
	v->text = arena_str(a, str_from(json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN)));
	v->i = t == JSON_INT ? json_object_get_int64(o) : 0;
	v->d = json_object_get_double(o);
	return v;
}

static struct json *convert(struct json_object *o, struct arena *a, size_t *members)
{
	switch (json_object_get_type(o)) {
	case json_type_boolean:
		return json_new(a, json_object_get_boolean(o) ? JSON_TRUE : JSON_FALSE);
	case json_type_int:
		return convert_number(o, a, JSON_INT);
	case json_type_double:
		return convert_number(o, a, JSON_REAL);
	case json_type_string:
		return json_new_str(a, (struct str){ json_object_get_string(o), (size_t)json_object_get_string_len(o) });
	case json_type_array:
		return convert_array(o, a, members);
	case json_type_object:
		return convert_object(o, a, members);
	default:
		return json_new(a, JSON_NULL);
	}
}

static struct json_object *parse(struct str s, int max_depth, struct err *e)
{
	struct json_tokener *t = json_tokener_new_ex(max_depth);
	if (!t) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	json_tokener_set_flags(t, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	struct json_object *o = json_tokener_parse_ex(t, s.p, (int)s.n);
	if (json_tokener_get_error(t) == json_tokener_continue)
		o = json_tokener_parse_ex(t, "\n", 1); /* ends a bare number */
	enum json_tokener_error why = json_tokener_get_error(t);
	if (why == json_tokener_continue)
		json_fail_at(s, s.n, "the text ends too early", e);
	else if (why != json_tokener_success)
		json_fail_at(s, json_tokener_get_parse_end(t), json_tokener_error_desc(why), e);
	bool ok = why == json_tokener_success;
	json_tokener_free(t);
	if (!ok && o) {
		json_object_put(o);
		o = NULL;
	}
	return ok ? o : NULL;
}

/* Some editors and libraries put a byte order mark in front; a reader may pass over it (RFC 8259 section 8.1). */
static struct str without_mark(struct str s)
{
	return str_starts(s, STR("\xEF\xBB\xBF")) ? (struct str){ s.p + 3, s.n - 3 } : s;
}

struct json *json_parse(struct str s, const struct json_limits *limits, struct arena *a, struct err *e)
{
	const struct json_limits *l = limits ? limits : &json_limits_default;
	size_t scanned, members = 0;
	struct err none = { .code = ERR_NONE };
	if (s.n > l->max_bytes || s.n > INT_MAX - 1) {
		err_set(e, ERR_TOO_LARGE, "the JSON text has %zu bytes; at most %zu are read", s.n, l->max_bytes);
		return NULL;
	}
	s = without_mark(s);
	if (!str_utf8_ok(s)) {
		err_set(e, ERR_REQUEST, "not valid JSON: the text is not UTF-8");
		return NULL;
	}
	if (str_trim(s).n == 0) {
		err_set(e, ERR_REQUEST, "not valid JSON: the text is empty");
		return NULL;
	}
	if (!json_scan(s, l->max_depth, &scanned, e))
		return NULL;
	struct json_object *o = parse(s, l->max_depth + 2, &none); /* NULL is also the value null */
	if (none.code != ERR_NONE) {
		if (e)
			*e = none;
		return NULL;
	}
	struct json *v = convert(o, a, &members);
	json_object_put(o);
	if (!arena_ok(a, e) || !v)
		return NULL;
	if (members != scanned) {
		err_set(e, ERR_REQUEST, "not valid JSON here: an object has the same key twice");
		return NULL;
	}
	return v;
}
