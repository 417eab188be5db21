/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Bodies of mails. */
#include "parse/charset.h"
#include "parse/html.h"
#include "parse/mail.h"
#include "parse/rtf.h"

enum { LONG_LINE = 160 };

static void line_show(struct mail *m, struct str line)
{
	struct flow_style s = { .pre = line.n < LONG_LINE };
	flow_text(m->f, line, &s);
	flow_break(m->f);
}

static struct str line_cut(struct str text, struct str *line)
{
	text = str_cut(text, '\n', line);
	if (line->n && line->p[line->n - 1] == '\r')
		line->n--;
	return text;
}

/* Lines as they were written; only those longer than anyone sets by hand wrap. */
static void plain_show(struct mail *m, struct str text)
{
	struct str line;
	flow_open(m->f, FLOW_BLOCK, NULL);
	while (text.n) {
		text = line_cut(text, &line);
		line_show(m, line);
	}
	flow_close(m->f);
}

/* ---- text whose paragraphs were broken into lines to be joined again (RFC 3676) */

struct flowed {
	struct mail *m;
	struct buf para;
	size_t depth; /* of quotes, of the paragraph at hand */
	bool open;
};

static void para_end(struct flowed *f)
{
	if (f->open)
		line_show(f->m, buf_view(&f->para));
	buf_clear(&f->para);
	f->open = false;
}

static void para_begin(struct flowed *f, size_t depth)
{
	f->depth = depth;
	f->open = true;
	for (size_t i = 0; i < depth; i++)
		buf_byte(&f->para, '>');
	if (depth)
		buf_byte(&f->para, ' ');
}

static void flowed_line(struct flowed *f, struct str line, bool delete_space)
{
	size_t depth = 0;
	while (depth < line.n && line.p[depth] == '>')
		depth++;
	line = (struct str){ line.p + depth, line.n - depth };
	if (line.n && line.p[0] == ' ')
		line = (struct str){ line.p + 1, line.n - 1 }; /* put there so that no line looks like another kind */
	bool signature = str_eq_z(line, "-- "), goes_on = line.n && line.p[line.n - 1] == ' ' && !signature;
	if (f->open && (depth != f->depth || signature))
		para_end(f);
	if (!f->open)
		para_begin(f, depth);
	buf_add(&f->para, line.p, line.n - (goes_on && delete_space));
	if (!goes_on)
		para_end(f);
}

static void flowed_show(struct mail *m, struct str text, bool delete_space)
{
	struct flowed f = { .m = m, .para = BUF_INIT(MAIL_MOST_PART) };
	struct str line;
	flow_open(m->f, FLOW_BLOCK, NULL);
	while (text.n) {
		text = line_cut(text, &line);
		flowed_line(&f, line, delete_space);
	}
	para_end(&f);
	flow_close(m->f);
	buf_fini(&f.para);
}

/* ---- a part */

static bool says(GMimeObject *o, const char *name, const char *value)
{
	const char *v = g_mime_object_get_content_type_parameter(o, name);
	return v && g_ascii_strcasecmp(v, value) == 0;
}

static void text_show(struct mail *m, GMimeObject *o, struct str text)
{
	if (mail_type_is(o, "text", "html")) {
		flow_open(m->f, FLOW_BLOCK, &(struct flow_props){ .before = 800 });
		m->ok = html_read(m->f, text, 0, m->e);
		flow_close(m->f);
	} else if (says(o, "format", "flowed")) {
		flowed_show(m, text, says(o, "delsp", "yes"));
	} else {
		plain_show(m, text);
	}
}

/* In a box, so that it begins below the headers and not on a page of its own. */
static void rtf_body(struct mail *m, struct str bytes)
{
	flow_open(m->f, FLOW_BLOCK, &(struct flow_props){ .before = 800 });
	m->ok = rtf_show(m->f, bytes, false, m->e);
	flow_close(m->f);
}

void mail_text(struct mail *m, GMimePart *part)
{
	GMimeObject *o = GMIME_OBJECT(part);
	struct buf store = BUF_INIT(MAIL_MOST_PART);
	struct str bytes = mail_part_bytes(m, part), text;
	struct str label = str_from(g_mime_object_get_content_type_parameter(o, "charset"));
	if (!label.n && mail_type_is(o, "text", "html"))
		label = html_charset(bytes);
	if (!m->ok)
		return;
	if (mail_type_is(o, "text", "rtf"))
		rtf_body(m, bytes);
	else if ((m->ok = charset_decode(bytes, label, &store, &text, m->e)))
		text_show(m, o, text);
	buf_fini(&store);
}
