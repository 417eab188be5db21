/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json.h"

bool json_whole(const struct json *v, int64_t *out)
{
	const double exact = 9007199254740992.0; /* 2^53 */
	if (json_is(v, JSON_INT)) {
		*out = v->i;
		return true;
	}
	if (!json_is(v, JSON_REAL) || !(v->d >= -exact && v->d <= exact) || v->d != (double)(int64_t)v->d)
		return false;
	*out = (int64_t)v->d;
	return true;
}

struct json *json_get_str(const struct json *v, struct str key)
{
	for (size_t i = 0; v && v->type == JSON_OBJECT && i < v->n; i++)
		if (str_eq(v->key[i], key))
			return v->item[i];
	return NULL;
}

struct json *json_get(const struct json *v, const char *key)
{
	return json_get_str(v, str_from(key));
}

const char *json_type_name(const struct json *v)
{
	static const char *const names[] = {
		[JSON_NULL] = "null",   [JSON_FALSE] = "boolean", [JSON_TRUE] = "boolean", [JSON_INT] = "integer",
		[JSON_REAL] = "number", [JSON_STRING] = "string", [JSON_ARRAY] = "array",  [JSON_OBJECT] = "object",
	};
	return names[v ? v->type : JSON_NULL];
}

struct json *json_new(struct arena *a, enum json_kind t)
{
	struct json *v = ARENA_NEW(a, struct json);
	if (v)
		*v = (struct json){ .type = t, .text = { "", 0 } };
	return v;
}

struct json *json_new_str(struct arena *a, struct str s)
{
	struct json *v = json_new(a, JSON_STRING);
	if (v)
		v->text = arena_str(a, s);
	return v;
}

static bool make_room(struct arena *a, struct json *v)
{
	size_t room = v->n ? v->n * 2 : 1;
	if (v->n < v->room)
		return true;
	if (room > UINT32_MAX)
		return false;
	v->item = arena_grow(a, v->item, v->n, room, sizeof(*v->item));
	if (v->type == JSON_OBJECT)
		v->key = arena_grow(a, v->key, v->n, room, sizeof(*v->key));
	bool ok = v->item && (v->type != JSON_OBJECT || v->key);
	v->room = ok ? (uint32_t)room : 0;
	return ok;
}

bool json_set(struct arena *a, struct json *object, struct str key, struct json *value)
{
	if (!object || !value)
		return false;
	for (size_t i = 0; i < object->n; i++)
		if (str_eq(object->key[i], key)) {
			object->item[i] = value;
			return true;
		}
	if (!make_room(a, object))
		return false;
	object->key[object->n] = arena_str(a, key);
	object->item[object->n++] = value;
	return true;
}

bool json_push(struct arena *a, struct json *array, struct json *value)
{
	if (!array || !value || !make_room(a, array))
		return false;
	array->item[array->n++] = value;
	return true;
}
