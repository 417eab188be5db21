/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* XPS (ECMA-388): a package whose pages are fixed. */
#include "parse/drawn.h"
#include "parse/zip.h"

static int score(const struct source *s)
{
	if (archive_mentions(s->bytes, ".fdseq") || archive_mentions(s->bytes, ".fpage"))
		return 95;
	return archive_looks(s->bytes) && (format_named(s, ".xps") || format_named(s, ".oxps")) ? 60 : 0;
}

const struct drawn_kind drawn_xps = { "xps", "XPS file", "application/vnd.ms-xpsdocument", NULL, NULL };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return drawn_parse(&drawn_xps, s, o, out, e);
}

const struct format format_xps = { "xps", score, parse };
