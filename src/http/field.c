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

/* Windows-1252 as UTF-8: what clients that know of no other send as it is. */
bool field_latin(struct str s, struct arena *a, struct str *out)
{
	char *p = arena_alloc(a, 3 * s.n + 1);
	size_t n = 0;
	for (size_t i = 0; p && i < s.n; i++)
		n += str_utf8_put(str_cp1252((unsigned char)s.p[i]), p + n);
	*out = (struct str){ p, n };
	return p != NULL;
}

/* Bytes of a charset that RFC 8187 asks for, or that clients use all the same. */
static bool charset_read(struct str bytes, struct str charset, struct arena *a, struct str *out)
{
	static const char *const latin[] = { "ISO-8859-1", "latin1", "windows-1252", "cp1252" };
	*out = bytes;
	if (str_eq_nocase(charset, STR("UTF-8")) || str_eq_nocase(charset, STR("US-ASCII")))
		return str_utf8_ok(bytes);
	for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
		if (str_eq_nocase(charset, str_from(latin[i])))
			return field_latin(bytes, a, out);
	return false;
}

/* ---- values that say their charset (RFC 8187), or come in pieces (RFC 2231, section 3) */

struct piece {
	struct str value;
	bool there, encoded; /* encoded: "%E4" in it is a byte */
};
enum { MOST_PIECES = 32 };

/* Which piece "name*", "name*2" or "name*2*" is of; -1 = it is another name. */
static int piece_of(struct str key, struct str want, bool *encoded)
{
	int at = 0;
	size_t i = want.n + 1;
	if (key.n <= want.n || key.p[want.n] != '*' || !str_eq_nocase((struct str){ key.p, want.n }, want))
		return -1;
	for (; i < key.n && key.p[i] >= '0' && key.p[i] <= '9' && at < MOST_PIECES; i++)
		at = at * 10 + (key.p[i] - '0');
	*encoded = i == want.n + 1 || (i + 1 == key.n && key.p[i] == '*');
	return at < MOST_PIECES && (i == key.n || *encoded) ? at : -1;
}

/* Its bytes, put behind those at p; the number of them, SIZE_MAX = malformed. */
static size_t piece_read(const struct piece *t, struct arena *a, char *p)
{
	struct str s = t->value;
	size_t n = 0;
	if (!t->encoded && !unquote(s, a, &s))
		return SIZE_MAX;
	for (size_t i = 0; i < s.n; i++) {
		int c = t->encoded && s.p[i] == '%' ? query_escape(s, i) : (unsigned char)s.p[i];
		if (c < 0)
			return SIZE_MAX;
		i += t->encoded && s.p[i] == '%' ? 2 : 0;
		p[n++] = (char)c;
	}
	return n;
}

static bool pieces_join(struct piece *t, struct arena *a, struct str *out)
{
	struct str charset = STR("UTF-8"), language;
	size_t most = 0, n = 0;
	if (t[0].there && t[0].encoded) {
		struct str rest = str_cut(t[0].value, '\'', &charset);
		t[0].value = rest.p ? str_cut(rest, '\'', &language) : rest;
		if (!t[0].value.p)
			return false;
	}
	for (size_t i = 0; i < MOST_PIECES && t[i].there; i++)
		most += t[i].value.n;
	char *p = arena_alloc(a, most + 1);
	for (size_t i = 0; i < MOST_PIECES && t[i].there; i++) {
		size_t more = p ? piece_read(&t[i], a, p + n) : SIZE_MAX;
		if (more == SIZE_MAX)
			return false;
		n += more;
	}
	return n && charset_read((struct str){ p, n }, charset, a, out);
}

bool field_param(struct str field, const char *name, struct arena *a, struct str *out)
{
	struct str key, value, rest = str_cut(field, ';', &key), want = str_from(name), plain;
	struct piece pieces[MOST_PIECES] = { { .there = false } };
	bool found = false, encoded = false;
	while (rest.p && param_next(&rest, &key, &value)) {
		int at = value.p ? piece_of(key, want, &encoded) : -1;
		if (at >= 0 && !pieces[at].there)
			pieces[at] = (struct piece){ value, true, encoded };
		else if (!found && value.p && str_eq_nocase(key, want))
			found = unquote(value, a, &plain);
	}
	if (pieces_join(pieces, a, out))
		return true;
	if (found)
		*out = plain;
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
