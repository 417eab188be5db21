/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/charset.h"
#include "parse/format.h"
#include "parse/html.h"

enum { SNIFF = 4096, MOST_BYTES = 256 << 20 };

/* The first characters without the zeros of UTF-16, blanks, byte order mark and comments. */
static struct str head_of(struct str s, char room[SNIFF])
{
	size_t n = 0;
	for (size_t i = 0; i < s.n && n < SNIFF; i++)
		if (s.p[i] && !(n == 0 && ((unsigned char)s.p[i] <= ' ' || (unsigned char)s.p[i] >= 0x80)))
			room[n++] = s.p[i];
	struct str head = { room, n };
	while (str_starts(head, STR("<!--"))) {
		const char *end = memmem(head.p, head.n, "-->", 3);
		head = end ? str_trim((struct str){ end + 3, head.n - (size_t)(end + 3 - head.p) }) : (struct str){ "", 0 };
	}
	return head;
}

static bool has_nocase(struct str s, const char *what)
{
	struct str w = str_from(what);
	for (size_t i = 0; i + w.n <= s.n; i++)
		if (str_eq_nocase((struct str){ s.p + i, w.n }, w))
			return true;
	return false;
}

static int score(const struct source *s)
{
	static const char *const starts[] = { "<!doctype html", "<html", "<head", "<body" };
	char room[SNIFF];
	struct str head = head_of(s->bytes, room);
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (head.n > strlen(starts[i]) && str_eq_nocase((struct str){ head.p, strlen(starts[i]) }, str_from(starts[i])))
			return 95;
	if (!charset_is_text(s->bytes))
		return 0;
	if (str_starts(head, STR("<?xml")) && has_nocase(head, "<html"))
		return 95;
	bool named = format_named(s, ".html") || format_named(s, ".htm") || format_named(s, ".xhtml") || format_named(s, ".xht");
	if (named)
		return memchr(head.p, '<', head.n) ? 85 : 60;
	return head.n && head.p[0] == '<' && (has_nocase(head, "<body") || has_nocase(head, "<table") || has_nocase(head, "<div")) ? 55 : 0;
}

struct str html_charset(struct str bytes)
{
	struct str head = { bytes.p, bytes.n < SNIFF ? bytes.n : SNIFF };
	static const char *const keys[] = { "charset=", "encoding=" };
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0, n = strlen(keys[k]); i + n < head.n; i++) {
			if (!str_eq_nocase((struct str){ head.p + i, n }, str_from(keys[k])))
				continue;
			size_t from = i + n;
			while (from < head.n && (head.p[from] == '"' || head.p[from] == '\'' || head.p[from] == ' '))
				from++;
			size_t to = from;
			while (to < head.n && (unsigned char)head.p[to] > ' ' && !strchr("\"';>/?", head.p[to]))
				to++;
			if (to > from)
				return (struct str){ head.p + from, to - from };
		}
	return (struct str){ "", 0 };
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct buf store = BUF_INIT(MOST_BYTES);
	struct str text;
	struct flow *f = flow_new(&flow_screen, 0);
	bool ok = f != NULL || err_set(e, ERR_MEMORY, "out of memory");
	ok = ok && charset_decode(s->bytes, html_charset(s->bytes), &store, &text, e) && html_read(f, text, o->wishes, e) &&
	     flow_write(f, STR("html"), o, out, e);
	buf_fini(&store);
	flow_free(f);
	return ok;
}

const struct format format_html = { "html", score, parse };
