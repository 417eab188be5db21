/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Markdown (CommonMark with GitHub's tables, task lists and links, by md4c) by way of HTML. Lines of "key: value"
 * between "---" at the start stand before it as a list of definitions.
 */
#include "parse/charset.h"
#include "parse/format.h"
#include "parse/html.h"
#include "parse/late-md4c.h"

LATE_LIBRARY(md4c, "libmd4c-html.so.0", LATE_MD4C);

enum { MOST_BYTES = 64 << 20, SNIFF = 16384, MOST_FRONT = 200 };

static bool is_named(const struct source *s)
{
	static const char *const names[] = { ".md", ".markdown", ".mdown", ".mkd" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (format_named(s, names[i]))
			return true;
	return false;
}

/* "| --- | :-: |" under the head of a table */
static bool is_delimiter(struct str line)
{
	size_t bars = 0, dashes = 0;
	for (size_t i = 0; i < line.n; i++) {
		bars += line.p[i] == '|';
		dashes += line.p[i] == '-';
		if (!strchr("|-: \t\r", line.p[i]))
			return false;
	}
	return bars >= 1 && dashes >= 3;
}

static bool is_heading(struct str line)
{
	size_t n = 0;
	while (n < line.n && line.p[n] == '#')
		n++;
	return n >= 1 && n <= 6 && n + 1 < line.n && line.p[n] == ' ';
}

/* Without a name that says so, what hardly any other text has: tables, or headings along with links or fences. */
static int score(const struct source *s)
{
	struct str rest = { s->bytes.p, s->bytes.n < SNIFF ? s->bytes.n : SNIFF }, line;
	unsigned tables = 0, headings = 0, others = 0;
	if (!charset_is_text(s->bytes))
		return 0;
	if (is_named(s))
		return 70;
	while (rest.n) {
		rest = str_cut(rest, '\n', &line);
		tables += is_delimiter(line);
		headings += is_heading(line);
		others += str_starts(line, STR("```")) || memmem(line.p, line.n, "](", 2) ||
			str_starts(line, STR("- [")) ||
			  memmem(line.p, line.n, "**", 2);
	}
	return headings && (tables || (headings > 1 && others)) ? 40 : 0;
}

/* ---- front matter */

static void escaped(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '<' || s.p[i] == '&')
			buf_z(b, s.p[i] == '<' ? "&lt;" : "&amp;");
		else
			buf_byte(b, s.p[i]);
}

static struct str unquoted(struct str s)
{
	s = str_trim(s);
	bool quoted = s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0];
	return quoted ? (struct str){ s.p + 1, s.n - 2 } : s;
}

/* Cut it off and write it; what is no simple line goes on below the last one. */
static struct str front_matter(struct str text, struct buf *html)
{
	struct str rest = text, line, key;
	struct buf list = BUF_INIT(MOST_BYTES);
	rest = str_cut(rest, '\n', &line);
	bool ended = false;
	bool begun = str_eq_z(str_trim(line), "---");
	for (int n = 0; begun && n < MOST_FRONT && rest.n; n++) {
		rest = str_cut(rest, '\n', &line);
		ended = str_eq_z(str_trim(line), "---") || str_eq_z(str_trim(line), "...");
		if (ended)
			break;
		struct str value = str_cut(line, ':', &key);
		bool simple = key.n < line.n && key.n && key.p[0] != ' ' && key.p[0] != '-' && key.p[0] != '#';
		if (simple) {
			buf_z(&list, "<dt>");
			escaped(&list, key);
			buf_z(&list, "</dt>");
		}
		buf_z(&list, "<dd>");
		escaped(&list, simple ? unquoted(value) : line);
		buf_z(&list, "</dd>");
	}
	if (ended) {
		buf_z(html, "<dl>");
		buf_str(html, buf_view(&list));
		buf_z(html, "</dl>");
	}
	buf_fini(&list);
	return ended ? rest : text;
}

/* "**Order number:** 4711": bold words with a colon at the start of a line. */
static bool is_labelled(struct str line)
{
	line = str_trim(line);
	bool bold = str_starts(line, STR("**")) || str_starts(line, STR("__"));
	for (size_t i = 2; bold && i + 1 < line.n; i++)
		if (line.p[i] == line.p[0] && line.p[i + 1] == line.p[0])
			return line.p[i - 1] == ':' || (i + 2 < line.n && line.p[i + 2] == ':');
	return false;
}

/* Lines below one another that each begin with a label are lines to whoever wrote them, not one paragraph: end them so. */
static void lines_kept(struct str text, struct buf *out)
{
	struct str line, rest = text, next;
	while (rest.n) {
		rest = str_cut(rest, '\n', &line);
		str_cut(rest, '\n', &next);
		buf_str(out, line);
		buf_z(out, rest.n && is_labelled(line) && is_labelled(next) ? "  \n" : "\n");
	}
}

static void take(const MD_CHAR *text, MD_SIZE n, void *ctx)
{
	buf_add(ctx, text, n);
}

static bool read_all(struct flow *f, struct str text, struct err *e)
{
	struct buf html = BUF_INIT(4 * MOST_BYTES);
	buf_z(&html, "<!DOCTYPE html><body>");
	struct buf lines = BUF_INIT(4 * MOST_BYTES);
	lines_kept(front_matter(text, &html), &lines);
	text = buf_view(&lines);
	bool ok = late_load(&md4c_library, e) && buf_ok(&lines, e) &&
		(md_html(text.p, (MD_SIZE)text.n, take, &html, MD_DIALECT_GITHUB, 0) == 0 ||
		err_set(e, ERR_MEMORY, "out of memory"));
	ok = ok && buf_ok(&html, e) && html_read(f, buf_view(&html), 0, e);
	buf_fini(&lines);
	buf_fini(&html);
	return ok;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct buf store = BUF_INIT(MOST_BYTES);
	struct str text = { "", 0 };
	struct flow *f = flow_new(&flow_screen, 0);
	bool ok = f != NULL || err_set(e, ERR_MEMORY, "out of memory");
	ok = ok && charset_decode(s->bytes, STR(""), &store, &text, e);
	if (ok && text.n > MOST_BYTES)
		ok = err_set(e, ERR_BUDGET, "it is longer than %d MiB", MOST_BYTES >> 20);
	ok = ok && read_all(f, text, e) && flow_write(f, STR("md"), o, out, e);
	buf_fini(&store);
	flow_free(f);
	return ok;
}

const struct format format_md = { "md", score, parse };
