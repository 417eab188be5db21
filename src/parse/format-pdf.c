/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/drawn.h"

/* "%PDF-" within the first KiB (ISO 32000-1 annex H.3.4.1). */
static int score(const struct source *s)
{
	size_t n = s->bytes.n < 1024 ? s->bytes.n : 1024;
	if (memmem(s->bytes.p, n, "%PDF-", 5))
		return FORMAT_SURE;
	return s->name.n > 4 && str_eq_nocase((struct str){ s->name.p + s->name.n - 4, 4 }, STR(".pdf")) ? 60 : 0;
}

const struct drawn_kind drawn_pdf = { "pdf", "PDF", "application/pdf", NULL, NULL };

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	return drawn_parse(&drawn_pdf, s, o, out, e);
}

const struct format format_pdf = { "pdf", score, parse };
