/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

#include "json/json.h"
#include "schema/schema.h"
#include "work/generate.h"

#include <stdio.h>
#include <unistd.h>

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

/* ---- generate */

static struct {
	const char *file, *prompt, *schema;
} given;

const struct arg schema_args[] = {
	{ "file", 'f', ARG_TEXT, &given.file, "F", "generate: a sample document whose labels and tables become fields" },
	{ "prompt", 0, ARG_TEXT, &given.prompt, "TEXT", "generate: what to extract, \"invoice number, date, items with amount\"" },
	{ "schema", 's', ARG_TEXT, &given.schema, "S.json", "generate: a schema to complete; what it says stays" },
	{ 0 },
};

/* The schema to complete, checked as "schema check" does; true with NULL if none was given. */
static bool read_given(struct arena *a, const struct json **out, struct err *e)
{
	struct buf text = BUF_INIT(limits.max_bytes + 1), b = BUF_INIT(0);
	bool ok = !given.schema ||
		  (command_read(given.schema, &text, e) && check_text(given.schema, buf_view(&text), a, &b, e));
	*out = ok && given.schema ? json_parse(arena_str(a, buf_view(&text)), &limits, a, e) : NULL;
	if (!ok && b.n)
		fputs(b.p, stderr);
	buf_fini(&b);
	buf_fini(&text);
	return ok && (*out || !given.schema);
}

static bool print_generated(const struct buf *compact, struct arena *a, struct err *e)
{
	struct buf b = BUF_INIT(0);
	const struct json *v = json_parse(buf_view(compact), &limits, a, e);
	if (v)
		json_write_pretty(&b, v);
	buf_byte(&b, '\n');
	bool ok = v && command_print(&b, e);
	buf_fini(&b);
	return ok;
}

static bool generate(struct call *c, struct err *e)
{
	struct arena a;
	struct buf compact = BUF_INIT(0);
	struct generate g = { .fd = -1, .prompt = str_trim(str_from(given.prompt ? given.prompt : "")) };
	if (!given.file && !g.prompt.n && !given.schema)
		return err_set(e, ERR_USAGE, "say what from: --file F, --prompt TEXT, --schema S.json, or several of them");
	if (given.file)
		g.file_name = str_from(command_base_name(given.file));
	arena_init(&a, "schema", 0);
	bool ok = read_given(&a, &g.schema, e) && (!given.file || command_open(given.file, &g.fd, &g.file_size, e)) &&
		  (!given.file || (g.pool = command_pool(&c->conf, PARSERS_ONE, e))) && work_generate(&g, &compact, e) &&
		  print_generated(&compact, &a, e);
	if (g.fd >= 0)
		close(g.fd);
	pool_close(g.pool);
	buf_fini(&compact);
	arena_fini(&a);
	return ok;
}

/* ---- the command */

bool schema_command(struct call *c, struct err *e)
{
	bool check = c->words_n && strcmp(c->words[0], "check") == 0;
	if (c->words_n == 1 && strcmp(c->words[0], "generate") == 0)
		return generate(c, e);
	if (!check)
		return err_set(e, ERR_USAGE, "say what to do: quarry schema check FILE..., or quarry schema generate");
	if (!command_words(c, 2, SIZE_MAX, "FILE", e))
		return false;
	bool ok = true;
	for (size_t i = 1; i < c->words_n; i++)
		ok = check_file(c->words[i], e) && ok;
	return ok;
}
