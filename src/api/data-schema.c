/* SPDX-License-Identifier: Apache-2.0 */
#include "api/data-schema.h"
#include <stdio.h>

/* One check: where the schema stands and where problems go. */
struct check {
	struct arena *a;
	const struct place *at;
	struct problems *p;
};

/* "a~1b" and "a~0b" of a JSON Pointer stand for "a/b" and "a~b". */
static struct str pointer_unescape(struct str s, struct arena *a)
{
	struct str copy = arena_str(a, s);
	char *p = (char *)copy.p;
	size_t n = 0;
	if (!memchr(s.p, '~', s.n) || !copy.n)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		bool escape = s.p[i] == '~' && i + 1 < s.n;
		p[n++] = !escape ? s.p[i] : s.p[++i] == '1' ? '/' : '~';
	}
	return (struct str){ p, n };
}

/* Add the problem at the end of a pointer: walk down to it, a place on the stack for each step. */
static void schema_problem_add(const struct check *c, const struct schema_problem *sp, struct str rest,
			       const struct place *up, const struct json *v)
{
	struct str step;
	int64_t index;
	if (!rest.p || (rest.n == 0 && up == c->at)) {
		char type[64];
		snprintf(type, sizeof type, "%.*s", STR_ARGS(sp->type));
		problem_add(c->p, up, type, v, NULL, "%.*s", STR_ARGS(sp->message));
		return;
	}
	rest = str_cut(rest, '/', &step);
	step = pointer_unescape(step, c->a);
	bool in_array = json_is(v, JSON_ARRAY) && str_to_i64(step, &index) && index >= 0;
	struct place at = in_array ? place_index(up, (size_t)index) : place_str(up, step);
	const struct json *member = in_array ? ((size_t)index < v->n ? v->item[index] : NULL) : json_get_str(v, step);
	schema_problem_add(c, sp, rest, &at, member);
}

struct schema_node *data_schema_check(const struct json *schema, struct arena *a, const struct place *at, struct problems *p)
{
	struct check c = { a, at, p };
	struct schema_problem *problems = NULL;
	size_t n = 0;
	struct buf text = BUF_INIT(0);
	json_write(&text, schema);
	struct schema_node *root = schema_check(schema, text.n, a, &problems, &n);
	for (size_t i = 0; !root && i < n; i++)
		schema_problem_add(&c, &problems[i], problems[i].pointer, at, schema);
	buf_fini(&text);
	return root;
}
