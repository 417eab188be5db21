/* SPDX-License-Identifier: Apache-2.0 */
#include "api/shape.h"
#include <stdio.h>

typedef void check_fn(const struct shape *s, const struct json *v, const struct place *at, struct problems *p);

static void bool_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	if (!json_is_bool(v))
		problem_add(p, at, "bool_type", v, NULL, "Input should be a valid boolean");
}

static void bounds_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	char ctx[60];
	bool above = s->flags & SHAPE_ABOVE, bounded = s->low != 0 || s->high != 0 || above;
	if (bounded && (above ? v->d <= s->low : v->d < s->low)) {
		snprintf(ctx, sizeof ctx, "{\"%s\":%g}", above ? "gt" : "ge", s->low);
		problem_add(p, at, above ? "greater_than" : "greater_than_equal", v, ctx, "Input should be greater than %s%g",
			    above ? "" : "or equal to ", s->low);
	} else if (s->high != 0 && v->d > s->high) {
		snprintf(ctx, sizeof ctx, "{\"le\":%g}", s->high);
		problem_add(p, at, "less_than_equal", v, ctx, "Input should be less than or equal to %g", s->high);
	}
}

static void int_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	int64_t i;
	if (json_whole(v, &i))
		bounds_check(s, v, at, p);
	else
		problem_integer(p, at, v);
}

static void number_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	if (json_is(v, JSON_INT) || json_is(v, JSON_REAL))
		bounds_check(s, v, at, p);
	else
		problem_add(p, at, "float_type", v, NULL, "Input should be a valid number");
}

static void text_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	if (!json_is(v, JSON_STRING))
		problem_add(p, at, "string_type", v, NULL, "Input should be a valid string");
}

static void word_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	if (!json_is(v, JSON_STRING)) {
		text_check(s, v, at, p);
		return;
	}
	for (size_t i = 0; s->words[i]; i++)
		if (str_eq_z(v->text, s->words[i]))
			return;
	problem_word(p, at, v->text, s->words);
}

static void list_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p, check_fn *one)
{
	char ctx[60];
	if (!json_is(v, JSON_ARRAY)) {
		problem_add(p, at, "list_type", v, NULL, "Input should be a valid list");
		return;
	}
	if (s->high != 0 && (double)v->n > s->high) {
		snprintf(ctx, sizeof ctx, "{\"max_length\":%g,\"actual_length\":%zu}", s->high, v->n);
		problem_add(p, at, "too_long", v, ctx, "List should have at most %g items", s->high);
		return;
	}
	for (size_t i = 0; i < v->n; i++) {
		struct place item = place_index(at, i);
		one(s, v->item[i], &item, p);
	}
}

static void texts_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	list_check(s, v, at, p, text_check);
}

static void words_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	list_check(s, v, at, p, word_check);
}

static void object_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	if (!json_is(v, JSON_OBJECT))
		problem_add(p, at, "dict_type", v, NULL, "Input should be a valid dictionary");
	else if (!(s->flags & SHAPE_OPEN))
		shape_check(v, s->rows, s->rows_n, at, p);
}

static void objects_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	list_check(s, v, at, p, object_check);
}

static void map_check(const struct shape *s, const struct json *v, const struct place *at, struct problems *p)
{
	if (!json_is(v, JSON_OBJECT)) {
		object_check(s, v, at, p);
		return;
	}
	for (size_t i = 0; i < v->n; i++) {
		struct place key = place_str(at, v->key[i]);
		text_check(s, v->item[i], &key, p);
	}
}

static check_fn *const checks[] = {
	[SHAPE_BOOL] = bool_check,   [SHAPE_INT] = int_check,	    [SHAPE_NUMBER] = number_check,   [SHAPE_TEXT] = text_check,
	[SHAPE_WORD] = word_check,   [SHAPE_TEXTS] = texts_check,   [SHAPE_WORDS] = words_check,     [SHAPE_OBJECT] = object_check,
	[SHAPE_OBJECTS] = objects_check, [SHAPE_MAP] = map_check,   [SHAPE_ANY] = NULL,
};

static void extra_check(const struct json *object, const struct shape *rows, size_t n, const struct place *at, struct problems *p)
{
	for (size_t i = 0; i < object->n; i++) {
		struct place key = place_str(at, object->key[i]);
		bool known = false;
		for (size_t k = 0; k < n; k++)
			known |= str_eq_z(object->key[i], rows[k].name);
		if (!known)
			problem_add(p, &key, "extra_forbidden", object->item[i], NULL, "Extra inputs are not permitted");
	}
}

bool shape_check(const struct json *object, const struct shape *rows, size_t n, const struct place *at, struct problems *p)
{
	int before = p->n;
	for (size_t i = 0; i < n; i++) {
		const struct shape *s = &rows[i];
		const struct json *v = json_get(object, s->name);
		struct place key = place_key(at, s->name);
		if (!v && s->flags & SHAPE_REQUIRED)
			problem_missing(p, &key, object);
		if (v && checks[s->kind] && !(v->type == JSON_NULL && s->flags & SHAPE_NULL))
			checks[s->kind](s, v, &key, p);
	}
	extra_check(object, rows, n, at, p);
	return p->n == before;
}
