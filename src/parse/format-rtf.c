/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * RTF. Headers of pages come first, notes and footers last, each text once.
 */
#include "parse/rtf.h"

static int score(const struct source *s)
{
	struct str head = { s->bytes.p, s->bytes.n < 64 ? s->bytes.n : 64 };
	return str_starts(str_trim(head), STR("{\\rtf")) ? 95 : 0;
}

bool rtf_show(struct flow *f, struct str bytes, bool revisions, struct err *e)
{
	static const enum rtf_region passes[] = { RTF_HEADERS, RTF_BODY, RTF_NOTES, RTF_FOOTERS };
	struct rtf *r = ARENA_NEW(flow_arena(f), struct rtf);
	bool ok = (r || err_set(e, ERR_MEMORY, "out of memory")) && rtf_init(r, f, revisions, e) && rtf_read(r, bytes, RTF_SCAN, e);
	if (ok)
		flow_section(f);
	for (size_t i = 0; ok && i < sizeof(passes) / sizeof(*passes); i++)
		ok = rtf_read(r, bytes, passes[i], e);
	if (r)
		rtf_fini(r);
	return ok;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct flow *f = flow_new(&flow_paper, 0);
	bool ok = (f || err_set(e, ERR_MEMORY, "out of memory")) && rtf_show(f, s->bytes, o->revisions, e) && flow_write(f, STR("rtf"), o, out, e);
	flow_free(f);
	return ok;
}

const struct format format_rtf = { "rtf", score, parse };
