/* SPDX-License-Identifier: Apache-2.0 */
/* fits - holds a value against a schema node. */
#include "schema/schema.h"

struct way { /* to the value under test, for the message */
	const struct way *up;
	struct str name;
	size_t index;
};

static bool fits(const struct schema_node *n, const struct json *v, const struct way *at, struct err *e);

static void way_write(const struct way *at, struct buf *b)
{
	if (!at)
		return;
	way_write(at->up, b);
	if (at->name.p)
		buf_printf(b, "%s%.*s", b->n ? "." : "", STR_ARGS(at->name));
	else
		buf_printf(b, "[%zu]", at->index);
}

static bool misfit(struct err *e, const struct way *at, const char *want)
{
	struct buf b;
	buf_init(&b, 4096);
	way_write(at, &b);
	err_set(e, ERR_INVALID, "%s: %s", b.n ? b.p : "result", want);
	buf_fini(&b);
	return false;
}

static bool same_value(const struct json *a, const struct json *b)
{
	bool numbers = (a->type == JSON_INT || a->type == JSON_REAL) && (b->type == JSON_INT || b->type == JSON_REAL);
	if (numbers)
		return a->type == JSON_INT && b->type == JSON_INT ? a->i == b->i : a->d >= b->d && a->d <= b->d;
	return a->type == b->type && (a->type != JSON_STRING || str_eq(a->text, b->text));
}

static bool in_enum(const struct json *list, const struct json *v)
{
	for (size_t i = 0; i < list->n; i++)
		if (same_value(list->item[i], v))
			return true;
	return false;
}

static bool plain_type_fits(enum schema_type t, const struct json *v)
{
	switch (t) {
	case SCHEMA_STRING: return v->type == JSON_STRING;
	case SCHEMA_NUMBER: return v->type == JSON_INT || v->type == JSON_REAL;
	case SCHEMA_INTEGER: return v->type == JSON_INT;
	case SCHEMA_BOOLEAN: return json_is_bool(v);
	case SCHEMA_ANY: return true;
	default: return false;
	}
}

static bool fits_object(const struct schema_node *n, const struct json *v, const struct way *at, struct err *e)
{
	if (v->type != JSON_OBJECT)
		return misfit(e, at, "is no object");
	for (size_t i = 0; i < n->n; i++) {
		struct way here = { at, n->props[i]->name, 0 };
		const struct json *member = json_get_str(v, n->props[i]->name);
		if (!member)
			return misfit(e, &here, "is missing");
		if (!fits(n->props[i], member, &here, e))
			return false;
	}
	return !n->n || v->n == n->n || misfit(e, at, "has a property the schema does not name");
}

static bool fits_array(const struct schema_node *n, const struct json *v, const struct way *at, struct err *e)
{
	if (v->type != JSON_ARRAY)
		return misfit(e, at, "is no array");
	for (size_t i = 0; i < v->n; i++) {
		struct way here = { at, { NULL, 0 }, i };
		if (!fits(n->items, v->item[i], &here, e))
			return false;
	}
	return true;
}

static bool fits(const struct schema_node *n, const struct json *v, const struct way *at, struct err *e)
{
	bool grouped = n->type == SCHEMA_OBJECT || n->type == SCHEMA_ARRAY;
	if (v->type == JSON_NULL)
		return !grouped || n->nullable || misfit(e, at, "is null");
	if (n->type == SCHEMA_OBJECT)
		return fits_object(n, v, at, e);
	if (n->type == SCHEMA_ARRAY)
		return fits_array(n, v, at, e);
	if (!plain_type_fits(n->type, v))
		return misfit(e, at, "has another type than the schema says");
	return !n->enums || in_enum(n->enums, v) || misfit(e, at, "is none of the listed values");
}

bool schema_fits(const struct schema_node *n, const struct json *v, struct err *e)
{
	return fits(n, v, NULL, e);
}
