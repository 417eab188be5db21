/* SPDX-License-Identifier: Apache-2.0 */
/* check - a resolved schema becomes nodes, inside the contract's limits. */
#include "schema/schema-private.h"

static struct schema_node *node_new(struct check *c, const struct json *s, struct str name,
				    const struct schema_node *parent, const struct place *at, int depth);

static struct str text_of(const struct json *s, const char *key)
{
	const struct json *v = json_get(s, key);
	return json_is(v, JSON_STRING) ? v->text : STR("");
}

static size_t chars(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

/* ---- unions */

static const struct json *branches_of(const struct json *s)
{
	const struct json *v = json_get(s, "anyOf");
	return v ? v : json_get(s, "oneOf");
}

static bool means_null(const struct json *s)
{
	const struct json *type = json_get(s, "type"), *constant = json_get(s, "const"), *list = json_get(s, "enum");
	if (json_is(type, JSON_STRING))
		return str_eq_z(type->text, "null");
	if (json_is(type, JSON_ARRAY))
		return type->n == 1 && json_is(type->item[0], JSON_STRING) && str_eq_z(type->item[0]->text, "null");
	if (json_is(list, JSON_ARRAY))
		return list->n == 1 && list->item[0]->type == JSON_NULL;
	return constant && constant->type == JSON_NULL;
}

/* Does the branch say what a value is, or only what must hold besides ("required")? */
static bool says_what(const struct json *s)
{
	static const char *const words[] = { "type", "properties", "items", "enum", "const", "anyOf", "oneOf" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (json_get(s, words[i]))
			return true;
	return false;
}

static const struct json *branch_first(const struct json *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (!means_null(list->item[i]) && says_what(list->item[i]))
			return list->item[i];
	return NULL;
}

/* Literals spelled as a union ({"const":"a"} or {"const":"b"}) are one enum. NULL if it is no such union. */
static struct json *literals(struct check *c, const struct json *list)
{
	struct json *out = json_new(c->a, JSON_ARRAY);
	size_t branches = 0;
	for (size_t i = 0; out && i < list->n; i++) {
		const struct json *s = list->item[i], *values = json_get(s, "enum");
		struct json *constant = json_get(s, "const");
		if (means_null(s))
			continue;
		if (!constant && !json_is(values, JSON_ARRAY))
			return NULL;
		branches++;
		if (constant && !json_push(c->a, out, constant))
			return NULL;
		for (size_t k = 0; !constant && k < values->n; k++)
			if (!json_push(c->a, out, values->item[k]))
				return NULL;
	}
	return branches > 1 ? out : NULL;
}

static struct json *copy_without_union(struct check *c, const struct json *s)
{
	struct json *out = json_new(c->a, JSON_OBJECT);
	for (size_t i = 0; out && i < s->n; i++)
		if (!str_eq_z(s->key[i], "anyOf") && !str_eq_z(s->key[i], "oneOf") &&
		    !json_set(c->a, out, s->key[i], s->item[i]))
			return NULL;
	return out;
}

static bool has_null_branch(const struct json *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (means_null(list->item[i]))
			return true;
	return false;
}

/* s with its unions replaced by their first branch that is not null. */
static const struct json *union_choose(struct check *c, const struct json *s, bool *nullable, const struct place *at)
{
	const struct json *list;
	for (int turn = 0; turn < SCHEMA_MAX_NESTING && (list = branches_of(s)) && list->type == JSON_ARRAY; turn++) {
		struct json *plain = copy_without_union(c, s), *words = literals(c, list);
		const struct json *branch = branch_first(list);
		*nullable |= has_null_branch(list);
		if (!plain)
			return NULL;
		if (words ? !json_set(c->a, plain, STR("enum"), words)
			  : branch && !schema_merge(c, plain, branch, at))
			return NULL;
		s = plain;
	}
	return s;
}

/* ---- one node */

static enum schema_type type_of_value(const struct json *v)
{
	switch (v->type) {
	case JSON_INT: return SCHEMA_INTEGER;
	case JSON_REAL: return SCHEMA_NUMBER;
	case JSON_FALSE: case JSON_TRUE: return SCHEMA_BOOLEAN;
	case JSON_OBJECT: return SCHEMA_OBJECT;
	case JSON_ARRAY: return SCHEMA_ARRAY;
	case JSON_NULL: return SCHEMA_NULL;
	default: return SCHEMA_STRING;
	}
}

static enum schema_type type_of_enum(const struct json *list)
{
	enum schema_type t = SCHEMA_NULL;
	for (size_t i = 0; i < list->n; i++) {
		enum schema_type x = type_of_value(list->item[i]);
		if (x == SCHEMA_NULL || x == t)
			continue;
		if (t == SCHEMA_NULL)
			t = x;
		else if ((t == SCHEMA_INTEGER || t == SCHEMA_NUMBER) && (x == SCHEMA_INTEGER || x == SCHEMA_NUMBER))
			t = SCHEMA_NUMBER;
		else
			return SCHEMA_ANY;
	}
	return t;
}

/* First of a type list that is not null; integer beside number means number. */
static enum schema_type type_of_list(const struct json *list, bool *nullable)
{
	enum schema_type out = SCHEMA_NULL, t;
	for (size_t i = 0; i < list->n; i++) {
		if (list->item[i]->type != JSON_STRING || !schema_type_known(list->item[i]->text, &t))
			continue;
		if (t == SCHEMA_NULL)
			*nullable = true;
		else if (out == SCHEMA_NULL || (out == SCHEMA_INTEGER && t == SCHEMA_NUMBER))
			out = t;
	}
	return out;
}

static enum schema_type type_find(const struct json *s, const struct json *enums, bool *nullable)
{
	const struct json *type = json_get(s, "type");
	enum schema_type t;
	if (json_is(type, JSON_STRING) && schema_type_known(type->text, &t))
		return t;
	if (json_is(type, JSON_ARRAY))
		return type_of_list(type, nullable);
	if (json_get(s, "properties"))
		return SCHEMA_OBJECT;
	if (json_get(s, "items"))
		return SCHEMA_ARRAY;
	if (enums)
		return type_of_enum(enums);
	return json_get(s, "format") || json_get(s, "pattern") ? SCHEMA_STRING : SCHEMA_ANY;
}

static const struct json *enums_of(struct check *c, const struct json *s)
{
	struct json *list = json_get(s, "enum"), *constant = json_get(s, "const");
	if (json_is(list, JSON_ARRAY) && list->n)
		return list;
	if (!constant || constant->type == JSON_NULL)
		return NULL;
	list = json_new(c->a, JSON_ARRAY);
	return list && json_push(c->a, list, constant) ? list : NULL;
}

static void count_words(struct check *c, const struct schema_node *n)
{
	c->words_chars += chars(n->name) + chars(n->description);
	for (size_t i = 0; n->enums && i < n->enums->n; i++)
		c->words_chars += chars(n->enums->item[i]->text);
}

static bool named_in(const struct json *list, struct str name)
{
	for (size_t i = 0; json_is(list, JSON_ARRAY) && i < list->n; i++)
		if (list->item[i]->type == JSON_STRING && str_eq(list->item[i]->text, name))
			return true;
	return false;
}

static bool node_add_props(struct check *c, struct schema_node *n, const struct json *s, const struct place *at,
			   int depth)
{
	const struct json *map = json_get(s, "properties"), *required = json_get(s, "required");
	struct place here = { at, STR("properties") };
	if (depth > SCHEMA_MAX_DEPTH) {
		check_problem(c, at, "objects are nested more than %d levels deep", SCHEMA_MAX_DEPTH);
		return true;
	}
	if (!json_is(map, JSON_OBJECT))
		return true;
	c->properties += (uint32_t)map->n;
	n->props = ARENA_ARRAY(c->a, map->n, struct schema_node *);
	if (!n->props)
		return false;
	for (size_t i = 0; i < map->n && c->properties <= SCHEMA_MAX_PROPERTIES; i++) {
		struct place inner = { &here, map->key[i] };
		struct schema_node *p = node_new(c, map->item[i], map->key[i], n, &inner, depth);
		if (!p)
			return false;
		p->required = named_in(required, map->key[i]);
		n->props[n->n++] = p;
	}
	return true;
}

static bool node_add_items(struct check *c, struct schema_node *n, const struct json *s, const struct place *at,
			   int depth)
{
	const struct json *items = json_get(s, "items");
	struct place here = { at, STR("items") };
	depth += n->parent && n->parent->type == SCHEMA_ARRAY; /* arrays of arrays are levels, or they would never end */
	if (depth > SCHEMA_MAX_DEPTH)
		check_problem(c, at, "arrays are nested more than %d levels deep", SCHEMA_MAX_DEPTH);
	if (!items || depth > SCHEMA_MAX_DEPTH)
		items = json_new(c->a, JSON_OBJECT);
	n->items = items ? node_new(c, items, STR(""), n, &here, depth) : NULL;
	return n->items;
}

static struct schema_node *node_new(struct check *c, const struct json *s, struct str name,
				    const struct schema_node *parent, const struct place *at, int depth)
{
	struct schema_node *n = ARENA_NEW(c->a, struct schema_node);
	bool nullable = false;
	const struct json *plain = n ? union_choose(c, s, &nullable, at) : NULL;
	if (!plain)
		return NULL;
	n->enums = enums_of(c, plain);
	n->type = type_find(plain, n->enums, &nullable);
	n->nullable = nullable || json_is(json_get(plain, "nullable"), JSON_TRUE) || n->type == SCHEMA_NULL;
	for (size_t i = 0; n->enums && i < n->enums->n; i++)
		n->nullable |= n->enums->item[i]->type == JSON_NULL;
	n->name = name;
	n->title = text_of(plain, "title");
	n->description = text_of(plain, "description");
	n->format = text_of(plain, "format");
	n->pattern = text_of(plain, "pattern");
	n->source = s;
	n->parent = parent;
	count_words(c, n);
	if (n->type == SCHEMA_OBJECT)
		return node_add_props(c, n, plain, at, depth + 1) ? n : NULL;
	if (n->type == SCHEMA_ARRAY)
		return node_add_items(c, n, plain, at, depth) ? n : NULL;
	return n;
}

/* ---- the whole */

static void check_root(struct check *c, const struct schema_node *n, const struct json *s)
{
	if (n->type == SCHEMA_ANY && s->n && !json_get(s, "type"))
		check_problem(c, NULL, "this is a bare map of fields; write {\"type\": \"object\", \"properties\": {…}}");
	else if (n->type != SCHEMA_OBJECT)
		check_problem(c, NULL, "the root of the schema must be an object");
	else if (!n->n && !c->problems_n)
		check_problem(c, NULL, "the schema has no properties, so there is nothing to extract");
}

static void check_limits(struct check *c, size_t text_n)
{
	if (text_n > SCHEMA_MAX_CHARS)
		check_problem(c, NULL, "the schema is %zu characters long; at most %d are allowed", text_n,
			      SCHEMA_MAX_CHARS);
	if (c->properties > SCHEMA_MAX_PROPERTIES)
		check_problem(c, NULL, "the schema has more than %d properties", SCHEMA_MAX_PROPERTIES);
	if (c->words_chars > SCHEMA_MAX_WORDS_CHARS)
		check_problem(c, NULL, "names, descriptions and enum values have %zu characters together; at most %d are "
			      "allowed", c->words_chars, SCHEMA_MAX_WORDS_CHARS);
}

static struct schema_node *check_run(struct check *c, const struct json *schema, size_t text_n)
{
	struct schema_node *root = NULL;
	if (schema->type == JSON_TRUE || schema->type != JSON_OBJECT) {
		check_problem(c, NULL, "the schema must be an object, not %s", json_type_name(schema));
		return NULL;
	}
	struct json *resolved = text_n <= SCHEMA_MAX_CHARS ? schema_resolve(c, schema, NULL) : NULL;
	if (resolved)
		root = node_new(c, resolved, STR(""), NULL, NULL, 0);
	if (root)
		check_root(c, root, resolved);
	check_limits(c, text_n);
	if (!root && !c->problems_n)
		check_problem(c, NULL, "the schema is too large to be checked");
	return root;
}

struct schema_node *schema_check(const struct json *schema, size_t text_n, struct arena *a,
				 struct schema_problem **problems, size_t *problems_n)
{
	static struct schema_problem out_of_memory = { { "", sizeof "" - 1 }, { "value_error", sizeof "value_error" - 1 },
						       { "not enough memory to check the schema", sizeof "not enough memory to check the schema" - 1 } };
	struct check c = { .root = schema, .a = a };
	c.problems = ARENA_ARRAY(a, SCHEMA_MAX_PROBLEMS, struct schema_problem);
	if (!c.problems) {
		*problems = &out_of_memory;
		*problems_n = 1;
		return NULL;
	}
	struct schema_node *root = check_run(&c, schema, text_n);
	*problems = c.problems;
	*problems_n = c.problems_n;
	return c.problems_n ? NULL : root;
}

void schema_write(struct buf *b, const struct schema_node *root)
{
	json_write(b, root->source);
}
