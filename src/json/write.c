/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json.h"

/* Bytes that may stand in a string as they are: all but control characters, quote, backslash. */
static size_t plain_run(struct str s, size_t i)
{
	size_t start = i;
	while (i < s.n && (unsigned char)s.p[i] >= 0x20 && s.p[i] != '"' && s.p[i] != '\\')
		i++;
	return i - start;
}

static bool is_plain_ascii(struct str s)
{
	size_t i = 0;
	while (i < s.n && s.p[i] >= 0x20 && s.p[i] < 0x7F && s.p[i] != '"' && s.p[i] != '\\')
		i++;
	return i == s.n;
}

static void write_escape(struct buf *b, unsigned char c)
{
	static const char *const shorts[] = { ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n",
					      ['\f'] = "\\f", ['\r'] = "\\r" };
	if (c == '"' || c == '\\') {
		buf_byte(b, '\\');
		buf_byte(b, (char)c);
	} else if (c < sizeof(shorts) / sizeof(shorts[0]) && shorts[c]) {
		buf_z(b, shorts[c]);
	} else {
		buf_printf(b, "\\u%04x", c);
	}
}

static void write_mended(struct buf *b, struct str s)
{
	char c[4];
	for (size_t i = 0; i < s.n;) {
		uint32_t code = str_utf8_next(s, &i);
		if (code < 0x20 || code == '"' || code == '\\')
			write_escape(b, (unsigned char)code);
		else
			buf_add(b, c, str_utf8_put(code, c));
	}
}

void json_write_str(struct buf *b, struct str s)
{
	if (is_plain_ascii(s) && buf_reserve(b, s.n + 2)) { /* most are */
		b->p[b->n++] = '"';
		if (s.n)
			memcpy(b->p + b->n, s.p, s.n);
		b->n += s.n;
		b->p[b->n++] = '"';
		b->p[b->n] = '\0';
		return;
	}
	buf_byte(b, '"');
	if (!str_utf8_ok(s)) {
		write_mended(b, s);
	} else {
		for (size_t i = 0; i < s.n;) {
			size_t run = plain_run(s, i);
			buf_add(b, s.p + i, run);
			i += run;
			if (i < s.n)
				write_escape(b, (unsigned char)s.p[i++]);
		}
	}
	buf_byte(b, '"');
}

void json_write_z(struct buf *b, const char *z)
{
	if (z)
		json_write_str(b, str_from(z));
	else
		buf_z(b, "null");
}

void json_write_key(struct buf *b, const char *key, bool *first)
{
	if (!*first)
		buf_byte(b, ',');
	*first = false;
	json_write_str(b, str_from(key));
	buf_byte(b, ':');
}

/* Line break and indent when printing for people; nothing when compact (level < 0). */
static void break_line(struct buf *b, int level)
{
	if (level < 0)
		return;
	buf_byte(b, '\n');
	for (int i = 0; i < level; i++)
		buf_z(b, "  ");
}

static void write_value(struct buf *b, const struct json *v, int level);

static void write_members(struct buf *b, const struct json *v, int level)
{
	int inner = level < 0 ? -1 : level + 1;
	for (size_t i = 0; i < v->n; i++) {
		if (i)
			buf_byte(b, ',');
		break_line(b, inner);
		if (v->type == JSON_OBJECT) {
			json_write_str(b, v->key[i]);
			buf_z(b, level < 0 ? ":" : ": ");
		}
		write_value(b, v->item[i], inner);
	}
	if (v->n)
		break_line(b, level);
}

static void write_value(struct buf *b, const struct json *v, int level)
{
	static const char *const words[] = { [JSON_NULL] = "null", [JSON_FALSE] = "false", [JSON_TRUE] = "true" };
	switch (v ? v->type : JSON_NULL) {
	case JSON_INT:
	case JSON_REAL:
		buf_str(b, v->text);
		break;
	case JSON_STRING:
		json_write_str(b, v->text);
		break;
	case JSON_ARRAY:
		buf_byte(b, '[');
		write_members(b, v, level);
		buf_byte(b, ']');
		break;
	case JSON_OBJECT:
		buf_byte(b, '{');
		write_members(b, v, level);
		buf_byte(b, '}');
		break;
	default:
		buf_z(b, words[v ? v->type : JSON_NULL]);
	}
}

void json_write(struct buf *b, const struct json *v)
{
	write_value(b, v, -1);
}

void json_write_pretty(struct buf *b, const struct json *v)
{
	write_value(b, v, 0);
}
