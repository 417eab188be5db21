/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/args.h"

#include <stdio.h>

static const struct arg *row_by_name(const struct arg *rows, struct str name)
{
	for (; rows && rows->name; rows++)
		if (str_eq_z(name, rows->name))
			return rows;
	return NULL;
}

static const struct arg *row_by_letter(const struct arg *rows, char letter)
{
	for (; rows && rows->name; rows++)
		if (rows->letter && rows->letter == letter)
			return rows;
	return NULL;
}

/* The row of an option word and the value glued to it ("--x=1", "-x1"), p NULL if none is. */
static const struct arg *find(const struct arg *rows, struct str word, struct str *value)
{
	struct str name;
	if (word.p[1] != '-') {
		*value = (struct str){ word.n > 2 ? word.p + 2 : NULL, word.n - 2 };
		return row_by_letter(rows, word.p[1]);
	}
	*value = str_cut((struct str){ word.p + 2, word.n - 2 }, '=', &name);
	return row_by_name(rows, name);
}

static bool set(const struct arg *r, struct str value, struct err *e)
{
	int64_t n;
	if (r->kind == ARG_TEXT) {
		*(const char **)r->to = value.p;
		return true;
	}
	if (!str_to_i64(value, &n) || n < 1 || n > INT32_MAX)
		return err_set(e, ERR_USAGE, "--%s takes a whole number from 1 on, not \"%.*s\"", r->name, STR_ARGS(value));
	*(int *)r->to = (int)n;
	return true;
}

/* words[i] is an option: read it. *used counts the words it took. */
static bool read_one(const struct arg *rows, const char **words, size_t i, size_t n, size_t *used, struct err *e)
{
	struct str word = str_from(words[i]), value;
	const struct arg *r = find(rows, word, &value);
	*used = 1;
	if (!r)
		return err_set(e, ERR_USAGE, "there is no option \"%s\" here: \"quarry help\" lists them", words[i]);
	if (r->kind == ARG_FLAG) {
		if (value.p)
			return err_set(e, ERR_USAGE, "--%s takes no value", r->name);
		return *(bool *)r->to = true;
	}
	if (!value.p && i + 1 < n) {
		value = str_from(words[i + 1]);
		*used = 2;
	}
	if (!value.p)
		return err_set(e, ERR_USAGE, "--%s needs a value: %s", r->name, r->value);
	return set(r, value, e);
}

bool args_read(const struct arg *rows, const char **words, size_t *words_n, struct err *e)
{
	size_t kept = 0, used;
	bool options = true;
	for (size_t i = 0; i < *words_n; i += used) {
		struct str word = str_from(words[i]);
		used = 1;
		if (options && str_eq_z(word, "--"))
			options = false;
		else if (!options || word.n < 2 || word.p[0] != '-')
			words[kept++] = words[i];
		else if (!read_one(rows, words, i, *words_n, &used, e))
			return false;
	}
	*words_n = kept;
	return true;
}

void args_help(const struct arg *rows, struct buf *b)
{
	char flag[64];
	for (; rows && rows->name; rows++) {
		int n = rows->letter ? snprintf(flag, sizeof(flag), "-%c, ", rows->letter) : 0;
		snprintf(flag + n, sizeof(flag) - (size_t)n, "--%s%s%s", rows->name, rows->kind == ARG_FLAG ? "" : " ",
			 rows->kind == ARG_FLAG ? "" : rows->value);
		buf_printf(b, "  %-22s %s\n", flag, rows->what);
	}
}
