/* SPDX-License-Identifier: Apache-2.0 */
/* resolve - one schema text becomes a tree without $ref, allOf and surprises. */
#include "schema/schema-private.h"
#include <stdio.h>

static const struct { const char *word, *why; } refused_words[] = {
	{ "not", "not is not supported; describe the value in \"description\" instead" },
	{ "if", "if/then/else is not supported; list the properties of both cases as optional ones" },
	{ "then", "if/then/else is not supported; list the properties of both cases as optional ones" },
	{ "else", "if/then/else is not supported; list the properties of both cases as optional ones" },
	{ "prefixItems", "tuples are not supported; use one schema in \"items\" or an object with named properties" },
	{ "$dynamicRef", "$dynamicRef is not supported; use $ref into $defs" },
	{ "$recursiveRef", "recursive schemas are not supported; write the levels out" },
};

static const struct { const char *word; enum schema_type type; } type_words[] = {
	{ "string", SCHEMA_STRING }, { "number", SCHEMA_NUMBER }, { "integer", SCHEMA_INTEGER },
	{ "boolean", SCHEMA_BOOLEAN }, { "object", SCHEMA_OBJECT }, { "array", SCHEMA_ARRAY }, { "null", SCHEMA_NULL },
};

bool schema_type_known(struct str word, enum schema_type *out)
{
	for (size_t i = 0; i < sizeof type_words / sizeof *type_words; i++)
		if (str_eq_z(word, type_words[i].word)) {
			*out = type_words[i].type;
			return true;
		}
	return false;
}

static void place_write(const struct place *at, struct buf *b)
{
	if (!at)
		return;
	place_write(at->up, b);
	if (b->n)
		buf_byte(b, '/');
	for (size_t i = 0; i < at->name.n; i++)
		if (at->up && at->name.p[i] == '/') /* the first step may be a whole pointer: "$defs/Line" */
			buf_z(b, "~1");
		else if (at->up && at->name.p[i] == '~')
			buf_z(b, "~0");
		else
			buf_byte(b, at->name.p[i]);
}

static bool problem_known(const struct check *c, struct str pointer, struct str message)
{
	for (size_t i = 0; i < c->problems_n; i++)
		if (str_eq(c->problems[i].pointer, pointer) && str_eq(c->problems[i].message, message))
			return true;
	return false;
}

void check_problem(struct check *c, const struct place *at, const char *fmt, ...)
{
	char text[512];
	va_list ap;
	struct buf b;
	if (c->problems_n == SCHEMA_MAX_PROBLEMS)
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	buf_init(&b, SCHEMA_MAX_CHARS * 2);
	place_write(at, &b);
	struct str pointer = buf_view(&b);
	if (!problem_known(c, pointer, str_from(text)))
		c->problems[c->problems_n++] = (struct schema_problem){
			arena_str(c->a, pointer), STR("value_error"), arena_str(c->a, str_from(text)) };
	buf_fini(&b);
}

/* ---- $ref */

static int hex_digit(char ch)
{
	if (ch >= '0' && ch <= '9')
		return ch - '0';
	ch |= 0x20;
	return ch >= 'a' && ch <= 'f' ? ch - 'a' + 10 : -1;
}

/* One pointer step, %41 and ~0 ~1 decoded. */
static struct str step_decode(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; out && i < s.n; i++) {
		char ch = s.p[i];
		if (ch == '%' && i + 2 < s.n && hex_digit(s.p[i + 1]) >= 0 && hex_digit(s.p[i + 2]) >= 0) {
			ch = (char)(hex_digit(s.p[i + 1]) * 16 + hex_digit(s.p[i + 2]));
			i += 2;
		} else if (ch == '~' && i + 1 < s.n && (s.p[i + 1] == '0' || s.p[i + 1] == '1')) {
			ch = s.p[++i] == '1' ? '/' : '~';
		}
		out[n++] = ch;
	}
	return (struct str){ out ? out : "", n };
}

static const struct json *pointer_follow(struct check *c, struct str rest)
{
	const struct json *v = c->root;
	while (v && rest.n) {
		struct str step;
		int64_t i;
		rest = str_cut(rest, '/', &step);
		step = step_decode(c->a, step);
		if (v->type == JSON_ARRAY)
			v = str_to_i64(step, &i) && i >= 0 && (size_t)i < v->n ? v->item[i] : NULL;
		else
			v = json_get_str(v, step);
	}
	return v;
}

static struct json *ref_resolve(struct check *c, const struct json *ref, const struct place *at)
{
	struct place here = { at, STR("$ref") };
	if (ref->type != JSON_STRING) {
		check_problem(c, &here, "$ref must be a string");
		return NULL;
	}
	if (!str_starts(ref->text, STR("#"))) {
		check_problem(c, &here, "only references into this schema (\"#/$defs/…\") are followed");
		return NULL;
	}
	struct str pointer = { ref->text.p + 1, ref->text.n - 1 };
	if (pointer.n && pointer.p[0] == '/')
		pointer = (struct str){ pointer.p + 1, pointer.n - 1 };
	else if (pointer.n) {
		check_problem(c, &here, "anchors are not supported; write the reference as \"#/$defs/…\"");
		return NULL;
	}
	const struct json *target = pointer_follow(c, pointer);
	if (!target) {
		check_problem(c, &here, "%.*s names nothing in this schema", STR_ARGS(ref->text));
		return NULL;
	}
	for (size_t i = 0; i < c->active_n; i++)
		if (c->active[i] == target) {
			check_problem(c, &here, "%.*s is recursive; write the levels out", STR_ARGS(ref->text));
			return NULL;
		}
	struct place there = { NULL, pointer };
	return schema_resolve(c, target, &there);
}

/* ---- merging */

static bool list_has(const struct json *list, const struct json *word)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->item[i]->type == JSON_STRING && str_eq(list->item[i]->text, word->text))
			return true;
	return false;
}

static bool merge_required(struct check *c, struct json *into, const struct json *from)
{
	if (into->type != JSON_ARRAY || from->type != JSON_ARRAY)
		return true;
	for (size_t i = 0; i < from->n; i++)
		if (!list_has(into, from->item[i]) && !json_push(c->a, into, from->item[i]))
			return false;
	return true;
}

static bool merge_properties(struct check *c, struct json *into, const struct json *from, const struct place *at)
{
	if (into->type != JSON_OBJECT || from->type != JSON_OBJECT)
		return true;
	for (size_t i = 0; i < from->n; i++) {
		struct json *mine = json_get_str(into, from->key[i]);
		struct place here = { at, from->key[i] };
		if (mine ? !schema_merge(c, mine, from->item[i], &here)
			 : !json_set(c->a, into, from->key[i], from->item[i]))
			return false;
	}
	return true;
}

bool schema_merge(struct check *c, struct json *into, const struct json *from, const struct place *at)
{
	for (size_t i = 0; i < from->n; i++) {
		struct str key = from->key[i];
		struct json *mine = json_get_str(into, key), *theirs = from->item[i];
		struct place here = { at, key };
		if (!mine) {
			if (!json_set(c->a, into, key, theirs))
				return false;
		} else if (str_eq_z(key, "properties")) {
			if (!merge_properties(c, mine, theirs, &here))
				return false;
		} else if (str_eq_z(key, "required")) {
			if (!merge_required(c, mine, theirs))
				return false;
		} else if (str_eq_z(key, "items")) {
			if (mine->type == JSON_OBJECT && theirs->type == JSON_OBJECT &&
			    !schema_merge(c, mine, theirs, &here))
				return false;
		} else if (str_eq_z(key, "type") && mine->type == JSON_STRING && theirs->type == JSON_STRING &&
			   !str_eq(mine->text, theirs->text)) {
			check_problem(c, at, "the merged schemas disagree: type %.*s and type %.*s",
				      STR_ARGS(mine->text), STR_ARGS(theirs->text));
		}
	}
	return true;
}

/* ---- words of one schema */

static void check_type(struct check *c, const struct json *type, const struct place *at)
{
	enum schema_type t;
	struct place here = { at, STR("type") };
	if (type->type == JSON_STRING && schema_type_known(type->text, &t))
		return;
	if (type->type != JSON_ARRAY || !type->n) {
		check_problem(c, &here, "type must be string, number, integer, boolean, object, array or null, "
			      "or a list of these");
		return;
	}
	for (size_t i = 0; i < type->n; i++)
		if (type->item[i]->type != JSON_STRING || !schema_type_known(type->item[i]->text, &t))
			check_problem(c, &here, "type lists hold string, number, integer, boolean, object, array "
				      "and null");
}

static void check_required(struct check *c, const struct json *v, const struct place *at)
{
	struct place here = { at, STR("required") };
	if (json_is_bool(v)) /* draft 3 style: says something about the parent, harmless */
		return;
	bool ok = v->type == JSON_ARRAY;
	for (size_t i = 0; ok && i < v->n; i++)
		ok = v->item[i]->type == JSON_STRING;
	if (!ok)
		check_problem(c, &here, "required must be a list of property names");
}

static void check_words(struct check *c, const struct json *s, const struct place *at)
{
	static const char *const texts[] = { "title", "description", "format", "pattern" };
	const struct json *v;
	for (size_t i = 0; i < sizeof refused_words / sizeof *refused_words; i++)
		if (json_get(s, refused_words[i].word)) {
			struct place here = { at, str_from(refused_words[i].word) };
			check_problem(c, &here, "%s", refused_words[i].why);
		}
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if ((v = json_get(s, texts[i])) && v->type != JSON_STRING) {
			struct place here = { at, str_from(texts[i]) };
			check_problem(c, &here, "%s must be a string", texts[i]);
		}
	if ((v = json_get(s, "type")))
		check_type(c, v, at);
	if ((v = json_get(s, "required")))
		check_required(c, v, at);
	if ((v = json_get(s, "enum")) && (v->type != JSON_ARRAY || !v->n)) {
		struct place here = { at, STR("enum") };
		check_problem(c, &here, "enum must be a list of at least one value");
	}
}

/* ---- the walk */

static struct json *resolve_map(struct check *c, const struct json *map, const struct place *at)
{
	if (map->type != JSON_OBJECT) {
		check_problem(c, at, "properties must be an object: name -> schema");
		return NULL;
	}
	struct json *out = json_new(c->a, JSON_OBJECT);
	for (size_t i = 0; out && i < map->n; i++) {
		struct place here = { at, map->key[i] };
		if (!map->key[i].n) {
			check_problem(c, at, "a property name is empty");
			continue;
		}
		struct json *v = schema_resolve(c, map->item[i], &here);
		if (v && !json_set(c->a, out, map->key[i], v))
			return NULL;
	}
	return out;
}

static struct json *resolve_branches(struct check *c, const struct json *list, const struct place *at)
{
	if (list->type != JSON_ARRAY || !list->n) {
		check_problem(c, at, "must be a list of at least one schema");
		return NULL;
	}
	struct json *out = json_new(c->a, JSON_ARRAY);
	for (size_t i = 0; out && i < list->n; i++) {
		struct place here = { at, arena_printf(c->a, "%zu", i) };
		struct json *v = schema_resolve(c, list->item[i], &here);
		if (v && !json_push(c->a, out, v))
			return NULL;
	}
	return out;
}

static struct json *resolve_items(struct check *c, const struct json *items, const struct place *at)
{
	if (items->type != JSON_ARRAY)
		return schema_resolve(c, items, at);
	check_problem(c, at, "tuples are not supported; use one schema in \"items\" or an object with named properties");
	return NULL;
}

static bool resolve_word(struct check *c, struct json *out, struct str key, struct json *v, const struct place *at)
{
	struct place here = { at, key };
	if (str_eq_z(key, "$ref") || str_eq_z(key, "allOf") || str_eq_z(key, "$defs") || str_eq_z(key, "definitions"))
		return true;
	if (str_eq_z(key, "properties"))
		v = resolve_map(c, v, &here);
	else if (str_eq_z(key, "items"))
		v = resolve_items(c, v, &here);
	else if (str_eq_z(key, "anyOf") || str_eq_z(key, "oneOf"))
		v = resolve_branches(c, v, &here);
	else if (str_eq_z(key, "additionalProperties") && !json_is_bool(v))
		v = schema_resolve(c, v, &here);
	return !v || json_set(c->a, out, key, v);
}

static bool resolve_merges(struct check *c, const struct json *s, struct json *out, const struct place *at)
{
	const struct json *ref = json_get(s, "$ref"), *all = json_get(s, "allOf");
	struct place here = { at, STR("allOf") };
	if (ref) {
		struct json *target = ref_resolve(c, ref, at);
		if (target && !schema_merge(c, out, target, at))
			return false;
	}
	if (!all)
		return true;
	struct json *parts = resolve_branches(c, all, &here);
	for (size_t i = 0; parts && i < parts->n; i++)
		if (!schema_merge(c, out, parts->item[i], at))
			return false;
	return true;
}

static struct json *resolve_object(struct check *c, const struct json *s, const struct place *at)
{
	struct json *out = json_new(c->a, JSON_OBJECT);
	if (!out)
		return NULL;
	check_words(c, s, at);
	for (size_t i = 0; i < s->n; i++)
		if (!resolve_word(c, out, s->key[i], s->item[i], at))
			return NULL;
	return resolve_merges(c, s, out, at) ? out : NULL;
}

struct json *schema_resolve(struct check *c, const struct json *s, const struct place *at)
{
	if (s->type == JSON_TRUE)
		return json_new(c->a, JSON_OBJECT);
	if (s->type != JSON_OBJECT) {
		check_problem(c, at, "a schema must be an object, not %s", json_type_name(s));
		return NULL;
	}
	if (c->active_n >= SCHEMA_MAX_NESTING) {
		check_problem(c, at, "schemas are nested more than %d levels deep", SCHEMA_MAX_NESTING);
		return NULL;
	}
	if (++c->steps > SCHEMA_MAX_STEPS) {
		if (c->steps == SCHEMA_MAX_STEPS + 1)
			check_problem(c, NULL, "the schema grows past %d parts when its references are resolved",
				      SCHEMA_MAX_STEPS);
		return NULL;
	}
	c->active[c->active_n++] = s;
	struct json *out = resolve_object(c, s, at);
	c->active_n--;
	return out;
}
