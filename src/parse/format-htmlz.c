/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Books as Calibre packs them: an archive of one page in HTML (HTMLZ) or of one text (TXTZ), beside pictures and metadata. */
#include "parse/format.h"
#include "parse/zip.h"

enum { MOST_BYTES = 256 << 20 };

static int score(const struct source *s)
{
	return archive_looks(s->bytes) && (format_named(s, ".htmlz") || format_named(s, ".txtz")) ? 75 : 0;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	static const struct { const char *name; const struct format *format; } pages[] = {
		{ "index.html", &format_html }, { "index.txt", &format_txt },
	};
	struct archive *a = archive_open(s->bytes, NULL, e);
	struct buf text = BUF_INIT(MOST_BYTES);
	bool ok = a != NULL;
	size_t i = 0;
	while (ok && i < 2 && archive_find(a, str_from(pages[i].name)) < 0)
		i++;
	if (ok && i == 2)
		ok = err_set(e, ERR_BROKEN, "the book has neither index.html nor index.txt");
	ok = ok && archive_read(a, str_from(pages[i].name), &text, e);
	archive_close(a);
	/* Read by that format and no other: an archive within would not end. */
	ok = ok && pages[i].format->parse(&(struct source){ .bytes = buf_view(&text), .name = str_from(pages[i].name) }, o, out, e);
	buf_fini(&text);
	return ok;
}

const struct format format_htmlz = { "htmlz", score, parse };
