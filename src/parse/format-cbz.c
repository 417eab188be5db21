/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Comic books: an archive of pictures, one a page, in the order of their names. */
#include "parse/drawn.h"
#include "parse/zip.h"

static int score(const struct source *s)
{
	return archive_looks(s->bytes) && format_named(s, ".cbz") ? 75 : 0;
}

const struct drawn_kind drawn_cbz = { "cbz", "comic book", "application/vnd.comicbook+zip", NULL, NULL };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return drawn_parse(&drawn_cbz, s, o, out, e);
}

const struct format format_cbz = { "cbz", score, parse };
