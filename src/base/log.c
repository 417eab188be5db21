/* SPDX-License-Identifier: Apache-2.0 */
#include "base/log.h"

#include "base/clock.h"

#include <stdio.h>
#include <unistd.h>

static enum log_level least = LOG_INFO;
static bool as_json;

static const char *const names[] = { "debug", "info", "warn", "error" };

void log_setup(enum log_level level, bool json)
{
	least = level;
	as_json = json;
}

bool log_level_parse(struct str s, enum log_level *out)
{
	for (int i = LOG_DEBUG; i <= LOG_ERROR; i++)
		if (str_eq_z(s, names[i])) {
			*out = (enum log_level)i;
			return true;
		}
	return false;
}

enum { PAIRS_MOST = 1500 };

/*
 * One line under construction. JSON takes at most 7 bytes for 3 of the pairs, so every line fits whole; up to
 * PIPE_BUF (4096) bytes are written in one piece.
 */
struct line {
	char text[4096];
	size_t n;
};

static void add(struct line *l, const char *p, size_t n)
{
	size_t room = sizeof(l->text) - 3 - l->n; /* for quote, brace and newline */
	if (n > room)
		n = room;
	memcpy(l->text + l->n, p, n);
	l->n += n;
}

static void add_z(struct line *l, const char *z)
{
	add(l, z, strlen(z));
}

/* Malformed bytes become question marks: a line must stay JSON whatever a client sent. */
static void add_quoted(struct line *l, struct str s)
{
	char c[4];
	add_z(l, "\"");
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		uint32_t code = str_utf8_next(s, &i);
		bool malformed = i - at == 1 && (unsigned char)s.p[at] >= 0x80;
		size_t n = str_utf8_put(malformed ? '?' : code, c);
		if (n == 1 && (c[0] == '"' || c[0] == '\\'))
			add_z(l, "\\");
		add(l, c, n);
	}
	add_z(l, "\"");
}

/* "a=1 b=\"x y\"": the next pair; false at the end. */
static bool next_pair(struct str *s, struct str *key, struct str *value)
{
	*s = str_trim(*s);
	const char *eq = s->n ? memchr(s->p, '=', s->n) : NULL;
	if (!eq)
		return false;
	*key = (struct str){ s->p, (size_t)(eq - s->p) };
	size_t at = key->n + 1, end = at;
	bool quoted = at < s->n && s->p[at] == '"';
	if (quoted)
		for (end = ++at; end < s->n && s->p[end] != '"'; end++)
			;
	else
		while (end < s->n && s->p[end] != ' ')
			end++;
	*value = (struct str){ s->p + at, end - at };
	end += quoted && end < s->n;
	*s = (struct str){ s->p + end, s->n - end };
	return true;
}

static void add_json_pairs(struct line *l, struct str pairs)
{
	struct str key, value;
	while (next_pair(&pairs, &key, &value)) {
		add_z(l, ",");
		add_quoted(l, key);
		add_z(l, ":");
		add_quoted(l, value);
	}
}

static void emit(enum log_level level, const char *event, struct str pairs)
{
	struct line l = { .n = 0 };
	char when[CLOCK_RFC3339_SIZE];
	clock_format(clock_now(), when);
	if (as_json) {
		add_z(&l, "{\"time\":\"");
		add_z(&l, when);
		add_z(&l, "\",\"level\":\"");
		add_z(&l, names[level]);
		add_z(&l, "\",\"event\":");
		add_quoted(&l, str_from(event));
		add_json_pairs(&l, pairs);
		l.text[l.n++] = '}';
	} else {
		add_z(&l, when);
		add_z(&l, " ");
		add_z(&l, names[level]);
		add_z(&l, " ");
		add_z(&l, event);
		if (pairs.n)
			add_z(&l, " ");
		add(&l, pairs.p, pairs.n);
	}
	l.text[l.n++] = '\n';
	ssize_t put = write(STDERR_FILENO, l.text, l.n);
	(void)put; /* nowhere to tell */
}

void log_event(enum log_level level, const char *event, const char *fmt, ...)
{
	char pairs[PAIRS_MOST];
	if (level < least)
		return;
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(pairs, sizeof(pairs), fmt, ap);
	va_end(ap);
	/* No control character reaches a terminal or starts a line of its own. */
	for (char *p = pairs; n > 0 && *p; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7F)
			*p = ' ';
	emit(level, event, str_from(n > 0 ? pairs : ""));
}

void log_err(enum log_level level, const char *event, const struct err *e)
{
	char text[sizeof(e->text)];
	size_t n = 0;
	for (const char *p = e->text; *p && n + 1 < sizeof(text); p++)
		text[n++] = *p == '"' ? '\'' : *p;
	text[n] = '\0';
	log_event(level, event, "code=%s error=\"%s\"", err_row(e->code)->word, text);
}
