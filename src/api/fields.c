/* SPDX-License-Identifier: Apache-2.0 */
#include "api/fields.h"
#include <stdio.h>

static size_t characters(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

static bool bool_read(const struct field *f, const struct json *v, void *to, const struct place *at, struct problems *p)
{
	if (!json_is_bool(v))
		return problem_add(p, at, "bool_type", v, NULL, "Input should be a valid boolean");
	*(bool *)to = v->type == JSON_TRUE;
	return true;
}

static bool int_read(const struct field *f, const struct json *v, void *to, const struct place *at, struct problems *p)
{
	char ctx[40];
	int64_t i;
	if (!json_whole(v, &i))
		return problem_integer(p, at, v);
	if (i < f->most) {
		snprintf(ctx, sizeof ctx, "{\"ge\":%lld}", (long long)f->most);
		return problem_add(p, at, "greater_than_equal", v, ctx, "Input should be greater than or equal to %lld",
				   (long long)f->most);
	}
	*(int64_t *)to = i;
	return true;
}

static bool text_read(const struct field *f, const struct json *v, void *to, const struct place *at, struct problems *p)
{
	char ctx[40];
	if (!json_is(v, JSON_STRING))
		return problem_add(p, at, "string_type", v, NULL, "Input should be a valid string");
	if (f->most && characters(v->text) > (size_t)f->most) {
		snprintf(ctx, sizeof ctx, "{\"max_length\":%lld}", (long long)f->most);
		return problem_add(p, at, "string_too_long", v, ctx, "String should have at most %lld characters",
				   (long long)f->most);
	}
	*(struct str *)to = v->text;
	return true;
}

static bool word_read(const struct field *f, const struct json *v, void *to, const struct place *at, struct problems *p)
{
	if (!json_is(v, JSON_STRING))
		return problem_add(p, at, "string_type", v, NULL, "Input should be a valid string");
	for (size_t i = 0; f->words[i]; i++) {
		if (!str_eq_z(v->text, f->words[i]))
			continue;
		*(struct str *)to = str_from(f->words[i]);
		return true;
	}
	return problem_word(p, at, v->text, f->words);
}

static bool array_read(const struct field *f, const struct json *v, void *to, const struct place *at, struct problems *p)
{
	char ctx[60];
	if (!json_is(v, JSON_ARRAY))
		return problem_add(p, at, "list_type", v, NULL, "Input should be a valid list");
	if (f->most && v->n > (size_t)f->most) {
		snprintf(ctx, sizeof ctx, "{\"max_length\":%lld,\"actual_length\":%zu}", (long long)f->most, v->n);
		return problem_add(p, at, "too_long", v, ctx, "List should have at most %lld items", (long long)f->most);
	}
	*(const struct json **)to = v;
	return true;
}

static bool texts_read(const struct field *f, const struct json *v, void *to, const struct place *at, struct problems *p)
{
	bool ok = array_read(f, v, to, at, p);
	for (size_t i = 0; ok && i < v->n; i++) {
		struct place item = place_index(at, i);
		if (!json_is(v->item[i], JSON_STRING))
			problem_add(p, &item, "string_type", v->item[i], NULL, "Input should be a valid string");
	}
	return ok;
}

static bool object_read(const struct field *f, const struct json *v, void *to, const struct place *at, struct problems *p)
{
	if (!json_is(v, JSON_OBJECT))
		return problem_add(p, at, "dict_type", v, NULL, "Input should be a valid dictionary");
	*(const struct json **)to = v;
	return true;
}

static bool (*const readers[])(const struct field *, const struct json *, void *, const struct place *, struct problems *) = {
	[FIELD_BOOL] = bool_read,   [FIELD_INT] = int_read,       [FIELD_TEXT] = text_read,  [FIELD_WORD] = word_read,
	[FIELD_TEXTS] = texts_read, [FIELD_OBJECT] = object_read, [FIELD_ARRAY] = array_read,
};

static const size_t sizes[] = {
	[FIELD_BOOL] = sizeof(bool),	 [FIELD_INT] = sizeof(int64_t),	 [FIELD_TEXT] = sizeof(struct str),
	[FIELD_WORD] = sizeof(struct str), [FIELD_TEXTS] = sizeof(void *), [FIELD_OBJECT] = sizeof(void *),
	[FIELD_ARRAY] = sizeof(void *),
};

static void field_read(const struct field *f, const struct json *object, void *out, const struct place *up, struct problems *p)
{
	const struct json *v = json_get(object, f->name);
	struct place at = place_key(up, f->name);
	char *to = (char *)out + f->at;
	if (v && v->type == JSON_NULL && f->flags & FIELD_NULL)
		memset(to, 0, sizes[f->kind]);
	else if (v)
		readers[f->kind](f, v, to, &at, p);
	else if (f->flags & FIELD_REQUIRED)
		problem_missing(p, &at, object);
}

bool fields_read(const struct json *object, const struct field *rows, size_t n, void *out, const struct place *at,
		 struct problems *p)
{
	int before = p->n;
	for (size_t i = 0; i < n; i++)
		field_read(&rows[i], object, out, at, p);
	return p->n == before;
}

static void field_write(struct buf *b, const struct field *f, const void *in)
{
	const char *from = (const char *)in + f->at;
	const struct str *text = (const void *)from;
	const struct json *const *tree = (const void *)from;
	const int64_t *number = (const void *)from;
	switch (f->kind) {
	case FIELD_BOOL:
		buf_z(b, *(const bool *)from ? "true" : "false");
		break;
	case FIELD_INT:
		if (*number)
			buf_i64(b, *number);
		else
			buf_z(b, "null");
		break;
	case FIELD_TEXT:
	case FIELD_WORD:
		if (text->p)
			json_write_str(b, *text);
		else
			buf_z(b, "null");
		break;
	case FIELD_TEXTS:
	case FIELD_OBJECT:
	case FIELD_ARRAY:
		if (*tree)
			json_write(b, *tree);
		else
			buf_z(b, "null");
		break;
	}
}

void fields_write(struct buf *b, const struct field *rows, size_t n, const void *in)
{
	bool first = true;
	buf_byte(b, '{');
	for (size_t i = 0; i < n; i++) {
		json_write_key(b, rows[i].name, &first);
		field_write(b, &rows[i], in);
	}
	buf_byte(b, '}');
}
