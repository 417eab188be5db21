/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Mail (RFC 5322, MIME), by GMime: see mail.h. */
#include "parse/charset.h"
#include "parse/format.h"
#include "parse/mail.h"

#include <ctype.h>
#include <iconv.h>

enum { SCORE_LINES = 12 };

void eml_warm_up(void)
{
	/* glibc loads its conversions from files: headers may come in any of these. */
	static const char *const sets[] = {
		"ISO-8859-1", "ISO-8859-2", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9", "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1251",
		"WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "KOI8-R", "KOI8-U",
		"ISO-2022-JP", "SHIFT_JIS", "EUC-JP", "GB2312", "GBK", "GB18030", "BIG5", "EUC-KR", "UTF-16", "UTF-7",
	};
	static iconv_t loaded[sizeof(sets) / sizeof(*sets)]; /* kept open: so the conversions stay loaded */
	struct err ignored; /* who reads mail hears of it again */
	mail_ready(&ignored);
	for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++)
		if (!loaded[i])
			loaded[i] = iconv_open("UTF-8", sets[i]);
}

/* ---- recognising */

/* "Name: " at the start of a line; 0 if there is none. */
static size_t field_name(struct str line)
{
	size_t n = 0;
	while (n < line.n && n < 60 && (isalnum((unsigned char)line.p[n]) || line.p[n] == '-'))
		n++;
	return n && n < line.n && line.p[n] == ':' ? n : 0;
}

static bool is_mail_field(struct str name)
{
	static const char *const names[] = { "from", "to", "subject", "date", "received", "return-path", "message-id", "mime-version",
					     "delivered-to", "content-type", "reply-to", "x-original-to", "x-mailer", "cc" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_eq_nocase(name, str_from(names[i])))
			return true;
	return false;
}

static int score(const struct source *s)
{
	struct str rest = { s->bytes.p, s->bytes.n < 8192 ? s->bytes.n : 8192 }, line;
	int known = 0;
	bool named = format_named(s, ".eml") || format_named(s, ".mht") || format_named(s, ".mhtml");
	while (rest.n && (rest.p[0] == '\n' || rest.p[0] == '\r'))
		rest = (struct str){ rest.p + 1, rest.n - 1 };
	for (int i = 0; i < SCORE_LINES && rest.n; i++) {
		rest = str_cut(rest, '\n', &line);
		size_t n = field_name(line);
		if (i == 0 && str_starts(line, STR("From ")))
			known++;
		else if (n)
			known += is_mail_field((struct str){ line.p, n });
		else if (line.n && line.p[0] != ' ' && line.p[0] != '\t')
			break;
	}
	return known >= 3 ? 90 : known == 2 ? 75 + 10 * named : known && named ? 85 : named && charset_is_text(s->bytes) ? 55 : 0;
}

static GMimeMessage *message_read(struct str bytes)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.p, bytes.n);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	if (str_starts(bytes, STR("From ")))
		g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
	GMimeMessage *m = g_mime_parser_construct_message(parser, NULL);
	g_object_unref(parser);
	g_object_unref(stream);
	return m;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct str bytes = s->bytes;
	if (!mail_ready(e))
		return false;
	nest_start();
	while (bytes.n && (bytes.p[0] == '\n' || bytes.p[0] == '\r'))
		bytes = (struct str){ bytes.p + 1, bytes.n - 1 };
	GMimeMessage *msg = message_read(bytes);
	if (!msg)
		return err_set(e, ERR_BROKEN, "the mail could not be read");
	bool ok = mail_write(msg, STR("eml"), o, out, e);
	g_object_unref(msg);
	return ok;
}

const struct format format_eml = { "eml", score, parse };
