/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

#include "json/json.h"
#include "schema/schema.h"

static const struct json_limits limits = { .max_bytes = (size_t)4 << 20, .max_depth = 128 };

static void count(const struct schema_node *n, size_t *fields, size_t *lists)
{
	*fields += n->type != SCHEMA_OBJECT && n->type != SCHEMA_ARRAY;
	*lists += n->type == SCHEMA_ARRAY;
	for (size_t i = 0; i < n->n; i++)
		count(n->props[i], fields, lists);
	if (n->items)
		count(n->items, fields, lists);
}

static void write_problems(const char *path, const struct schema_problem *problems, size_t n, struct buf *b)
{
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%s: /%.*s: %.*s\n", path, STR_ARGS(problems[i].pointer), STR_ARGS(problems[i].message));
}

static bool check_text(const char *path, struct str text, struct arena *a, struct buf *b, struct err *e)
{
	struct schema_problem *problems = NULL;
	size_t problems_n = 0, fields = 0, lists = 0;
	struct buf compact = BUF_INIT(0);
	const struct json *v = json_parse(text, &limits, a, e);
	if (!v)
		return err_in(e, "%s", path);
	json_write(&compact, v);
	const struct schema_node *root = schema_check(v, compact.n, a, &problems, &problems_n);
	buf_fini(&compact);
	write_problems(path, problems, problems_n, b);
	if (!root)
		return err_set(e, ERR_INVALID, "%s: this schema cannot be used yet", path);
	count(root, &fields, &lists);
	buf_printf(b, "%s: fine, %zu fields and %zu lists\n", path, fields, lists);
	return true;
}

static bool check_file(const char *path, struct err *e)
{
	struct arena a;
	struct buf text = BUF_INIT(limits.max_bytes + 1), b = BUF_INIT(0);
	struct err print_error;
	arena_init(&a, "schema", 0);
	bool ok = command_read(path, &text, e) && check_text(path, buf_view(&text), &a, &b, e);
	if (!command_print(&b, &print_error) && ok) {
		*e = print_error;
		ok = false;
	}
	buf_fini(&b);
	buf_fini(&text);
	arena_fini(&a);
	return ok;
}

bool schema_command(struct call *c, struct err *e)
{
	if (!c->words_n || strcmp(c->words[0], "check") != 0)
		return err_set(e, ERR_USAGE, "say what to do: quarry schema check FILE...");
	if (!command_words(c, 2, SIZE_MAX, "FILE", e))
		return false;
	bool ok = true;
	for (size_t i = 1; i < c->words_n; i++)
		ok = check_file(c->words[i], e) && ok;
	return ok;
}
