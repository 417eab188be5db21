/* SPDX-License-Identifier: Apache-2.0 */
#include "http/field.h"
#include "http/query.h"

/* Where the quoted text that opens at s.p[0] closes: index of its quote, or s.n. */
static size_t quote_end(struct str s)
{
	for (size_t i = 1; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == '"')
			return i;
	}
	return s.n;
}

/* Cut the next "; key=value" off field; the value keeps its quotes. False at the end. */
static bool param_next(struct str *field, struct str *key, struct str *value)
{
	*field = str_trim(*field);
	if (field->n == 0)
		return false;
	size_t eq = 0;
	while (eq < field->n && field->p[eq] != '=' && field->p[eq] != ';')
		eq++;
	*key = str_trim((struct str){ field->p, eq });
	*value = (struct str){ 0 };
	if (eq < field->n && field->p[eq] == '=') {
		struct str rest = str_trim((struct str){ field->p + eq + 1, field->n - eq - 1 });
		size_t n = 0;
		if (rest.n && rest.p[0] == '"')
			n = quote_end(rest);
		while (n < rest.n && rest.p[n] != ';')
			n++;
		*value = str_trim((struct str){ rest.p, n });
		*field = (struct str){ rest.p + n, rest.n - n };
	} else {
		*field = (struct str){ field->p + eq, field->n - eq };
	}
	if (field->n)
		*field = (struct str){ field->p + 1, field->n - 1 };
	return true;
}

static bool unquote(struct str s, struct arena *a, struct str *out)
{
	*out = s;
	if (s.n < 2 || s.p[0] != '"')
		return true;
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0, end = quote_end(s);
	if (!p)
		return false;
	for (size_t i = 1; i < end; i++) {
		if (s.p[i] == '\\' && i + 1 < end && (s.p[i + 1] == '"' || s.p[i + 1] == '\\'))
			p[n++] = s.p[++i];
		else if (end - i > 2 && memcmp(s.p + i, "%22", 3) == 0)
			p[n++] = '"', i += 2;
		else
			p[n++] = s.p[i];
	}
	*out = (struct str){ p, n };
	return true;
}

static bool extended_read(struct str s, struct arena *a, struct str *out)
{
	struct str charset, language, rest = str_cut(s, '\'', &charset);
	struct err ignored;
	if (!rest.p || !str_eq_nocase(charset, STR("UTF-8")))
		return false;
	rest = str_cut(rest, '\'', &language);
	return rest.p && query_decode(rest, false, a, out, &ignored);
}

bool field_param(struct str field, const char *name, struct arena *a, struct str *out)
{
	struct str key, value, rest = str_cut(field, ';', &key), want = str_from(name);
	bool found = false;
	while (rest.p && param_next(&rest, &key, &value)) {
		if (key.n == want.n + 1 && key.p[want.n] == '*') {
			key.n--;
			if (str_eq_nocase(key, want) && extended_read(value, a, out))
				return true;
		} else if (!found && value.p && str_eq_nocase(key, want)) {
			found = unquote(value, a, out);
		}
	}
	return found;
}

bool field_is_token(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], low = c | 0x20;
		if (!(low >= 'a' && low <= 'z') && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-')
			return false;
	}
	return s.n > 0 && s.n < HTTP_ID_SIZE;
}
