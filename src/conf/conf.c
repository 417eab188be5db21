/* SPDX-License-Identifier: Apache-2.0 */
#include "conf/conf.h"

#include "base/io.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum type { TEXT, INT, SIZE, CHOICE, RATE };
enum { INT_MOST = 2000000 }; /* so many seconds are still an int as milliseconds */

struct row {
	enum type type;
	const char *name, *value, *what;
	size_t at; /* of the member in struct conf */
};

static const struct row rows[] = {
#define CONF(type, name, value, what) { type, #name, value, what, offsetof(struct conf, name) },
#include "conf/conf.def"
#undef CONF
};
enum { ROWS = CONF_ROWS };

/* Names compare with '-' and '_' alike and without case, so one rule serves flags, environment and file. */
static bool name_eq(struct str given, const char *name)
{
	if (given.n != strlen(name))
		return false;
	for (size_t i = 0; i < given.n; i++) {
		char c = given.p[i];
		if (c == '-')
			c = '_';
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (c != name[i])
			return false;
	}
	return true;
}

static const struct row *row_of(struct str name)
{
	for (size_t i = 0; i < ROWS; i++)
		if (name_eq(name, rows[i].name))
			return &rows[i];
	return NULL;
}

static struct str first_choice(const struct row *r)
{
	struct str head;
	str_cut(str_from(r->value), '|', &head);
	return head;
}

static bool is_choice(const struct row *r, struct str value)
{
	struct str rest = str_from(r->value), head;
	do {
		rest = str_cut(rest, '|', &head);
		if (str_eq(head, value))
			return true;
	} while (rest.p);
	return false;
}

static bool read_size(struct str s, int64_t *out)
{
	static const char units[] = "KMG";
	const char *unit = s.n && s.p[s.n - 1] ? strchr(units, s.p[s.n - 1] & ~0x20) : NULL;
	int shift = 0;
	if (unit) {
		shift = 10 * (int)(unit - units + 1);
		s.n--;
	}
	if (!str_to_i64(s, out) || *out < 0 || *out > INT64_MAX >> shift)
		return false;
	*out <<= shift;
	return true;
}

/* "N/s", "N/m" or "N/h", and ":BURST"; what may come in a second, and at least one, comes at once if that is not given. */
static bool read_rate(struct str s, conf_RATE *out)
{
	static const struct { char unit; int64_t us; } units[] = { { 's', 1000000 }, { 'm', 60000000 }, { 'h', 3600000000 } };
	struct str rate, count, unit, burst = str_cut(s, ':', &rate);
	int64_t n;
	out->every = out->burst = 0;
	if (s.n == 0)
		return true;
	unit = str_cut(rate, '/', &count);
	if (unit.n != 1 || !str_to_i64(count, &n) || n < 1 || n > INT_MOST)
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (units[i].unit == unit.p[0])
			out->every = units[i].us / n;
	if (out->every == 0)
		return false;
	if (burst.p)
		return str_to_i64(burst, &out->burst) && out->burst >= 1 && out->burst <= INT_MOST;
	out->burst = out->every < units[0].us ? units[0].us / out->every : 1;
	return true;
}

static bool set(struct conf *c, const struct row *r, struct str value, const char *where, struct err *e)
{
	void *at = (char *)c + r->at;
	value = str_trim(value);
	c->where[r - rows] = arena_strz(&c->arena, where);
	switch (r->type) {
	case TEXT:
	case CHOICE:
		if (r->type == CHOICE && !is_choice(r, value))
			return err_set(e, ERR_USAGE, "%s: %s takes one of %s, not \"%.*s\"", where, r->name, r->value,
				       STR_ARGS(value));
		*(const char **)at = arena_str(&c->arena, value).p;
		return arena_ok(&c->arena, e);
	case INT:
		if (!str_to_i64(value, at) || *(int64_t *)at < 0 || *(int64_t *)at > INT_MOST)
			return err_set(e, ERR_USAGE, "%s: %s takes a whole number from 0 to %d, not \"%.*s\"", where, r->name,
				       INT_MOST, STR_ARGS(value));
		return true;
	case RATE:
		if (!read_rate(value, at))
			return err_set(e, ERR_USAGE, "%s: %s takes a rate such as 20/s, 100/m or 20/s:60, not \"%.*s\"", where, r->name,
				       STR_ARGS(value));
		((conf_RATE *)at)->text = arena_str(&c->arena, value).p;
		return arena_ok(&c->arena, e);
	case SIZE:
		if (!read_size(value, at))
			return err_set(e, ERR_USAGE, "%s: %s takes bytes such as 500000, 64M or 2G, not \"%.*s\"", where,
				       r->name, STR_ARGS(value));
		return true;
	}
	return false;
}

static bool set_defaults(struct conf *c, struct err *e)
{
	for (size_t i = 0; i < ROWS; i++) {
		struct str value = rows[i].type == CHOICE ? first_choice(&rows[i]) : str_from(rows[i].value);
		if (!set(c, &rows[i], value, "default", e))
			return false;
	}
	return true;
}

static bool set_from_environment(struct conf *c, struct err *e)
{
	for (size_t i = 0; i < ROWS; i++) {
		char name[64] = "QUARRY_";
		for (size_t n = 0; rows[i].name[n] && n + 8 < sizeof(name); n++)
			name[7 + n] = (char)(rows[i].name[n] == '_' ? '_' : rows[i].name[n] & ~0x20);
		const char *value = getenv(name);
		if (value && !set(c, &rows[i], str_from(value), name, e))
			return false;
	}
	return true;
}

extern char **environ; /* POSIX: no header declares it */

struct str conf_stray(size_t *i)
{
	while (environ && environ[*i]) {
		struct str name, all = str_from(environ[(*i)++]);
		str_cut(all, '=', &name);
		if (str_starts(name, STR("QUARRY_")) && !str_starts(name, STR("QUARRY_TEST_")) &&
		    !row_of((struct str){ name.p + 7, name.n - 7 }))
			return name;
	}
	return (struct str){ NULL, 0 };
}

static bool set_from_line(struct conf *c, struct str line, const char *where, struct err *e)
{
	struct str name, value, text;
	str_cut(line, '#', &text);
	text = str_trim(text);
	if (text.n == 0)
		return true;
	value = str_cut(text, '=', &name);
	name = str_trim(name);
	if (!value.p)
		return err_set(e, ERR_USAGE, "%s: expected \"name = value\", got \"%.*s\"", where, STR_ARGS(text));
	const struct row *r = row_of(name);
	if (!r)
		return err_set(e, ERR_USAGE, "%s: there is no option \"%.*s\"", where, STR_ARGS(name));
	return set(c, r, value, where, e);
}

static bool set_from_file(struct conf *c, const char *path, struct err *e)
{
	struct buf text = BUF_INIT(1 << 20);
	bool ok = io_read_file(path, &text, e);
	struct str rest = buf_view(&text), line;
	char where[512];
	for (int number = 1; ok && rest.p; number++) {
		rest = str_cut(rest, '\n', &line);
		snprintf(where, sizeof(where), "%.480s:%d", path, number);
		ok = set_from_line(c, line, where, e);
	}
	buf_fini(&text);
	return ok;
}

/* A word of the command line as an option: "--name=value" or "--name value"; *used counts words. */
static bool flag_of(const char **args, size_t i, size_t n, struct str *name, struct str *value, size_t *used)
{
	struct str word = str_from(args[i]);
	if (!str_starts(word, STR("--")) || word.n == 2)
		return false;
	*value = str_cut((struct str){ word.p + 2, word.n - 2 }, '=', name);
	*used = 1;
	if (!value->p && i + 1 < n) {
		*value = str_from(args[i + 1]);
		*used = 2;
	}
	return true;
}

/* Take the options out of args; in the dry first round only --config and --data are looked at. */
static bool set_from_flags(struct conf *c, const char **args, size_t *n, const char **config, bool dry, struct err *e)
{
	size_t kept = 0, used;
	struct str name, value;
	for (size_t i = 0; i < *n; i += used) {
		used = 1;
		bool flag = flag_of(args, i, *n, &name, &value, &used);
		const struct row *r = flag ? row_of(name) : NULL;
		bool is_config = flag && str_eq_z(name, "config");
		if ((r || is_config) && !value.p)
			return err_set(e, ERR_USAGE, "--%.*s needs a value", STR_ARGS(name));
		if (is_config)
			*config = value.p;
		else if (r && (!dry || str_eq_z(str_from(r->name), "data")) && !set(c, r, value, "command line", e))
			return false;
		if (!r && !is_config) {
			if (!dry)
				args[kept] = args[i];
			kept++;
			used = 1;
		}
	}
	if (!dry)
		*n = kept;
	return true;
}

bool conf_load(struct conf *c, const char **args, size_t *args_n, struct err *e)
{
	char beside_data[4096];
	const char *config = NULL;
	memset(c, 0, sizeof(*c));
	arena_init(&c->arena, "options", 1 << 20);
	if (!set_defaults(c, e) || !set_from_environment(c, e) || !set_from_flags(c, args, args_n, &config, true, e))
		return false;
	snprintf(beside_data, sizeof(beside_data), "%s/quarry.conf", c->data);
	if (!config && access(beside_data, R_OK) == 0)
		config = arena_strz(&c->arena, beside_data);
	/* The file ranks below environment and flags: it comes first, they are set again over it. */
	if (config && (!set_from_file(c, config, e) || !set_from_environment(c, e)))
		return false;
	return set_from_flags(c, args, args_n, &config, false, e);
}

int conf_choice(const char *name, const char *value)
{
	const struct row *r = row_of(str_from(name));
	struct str rest = str_from(r ? r->value : ""), head;
	for (int i = 0; rest.p; i++) {
		rest = str_cut(rest, '|', &head);
		if (str_eq_z(head, value))
			return i;
	}
	return 0;
}

void conf_fini(struct conf *c)
{
	arena_fini(&c->arena);
}

static void print_value(const struct conf *c, const struct row *r, struct buf *b)
{
	const void *at = (const char *)c + r->at;
	if (r->type == RATE)
		buf_z(b, ((const conf_RATE *)at)->text);
	else if (r->type == TEXT || r->type == CHOICE)
		buf_z(b, *(const char *const *)at);
	else
		buf_i64(b, *(const int64_t *)at);
}

void conf_print(const struct conf *c, struct buf *b)
{
	for (size_t i = 0; i < ROWS; i++) {
		buf_printf(b, "# %s", rows[i].what);
		if (rows[i].type == CHOICE)
			buf_printf(b, " (%s)", rows[i].value);
		/* A secret is a comment, so that a file made of this does not set its mask. */
		bool masked = i == CONF_ROW_api_key && c->api_key[0];
		buf_printf(b, masked ? "\n# %s = ****" : "\n%s = ", rows[i].name);
		if (!masked)
			print_value(c, &rows[i], b);
		buf_printf(b, "  # %s\n", c->where[i]);
	}
}

void conf_help(struct buf *b)
{
	for (size_t i = 0; i < ROWS; i++) {
		char flag[64];
		snprintf(flag, sizeof(flag), "--%s", rows[i].name);
		for (char *p = flag; *p; p++)
			*p = *p == '_' ? '-' : *p;
		buf_printf(b, "  %-18s %s", flag, rows[i].what);
		if (rows[i].value[0])
			buf_printf(b, " [%s]", rows[i].value);
		buf_z(b, "\n");
	}
}
