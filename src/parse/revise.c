/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/revise.h"

enum { MOST_TEXT = 60000 /* bytes of a fact are 16 bits */ };

void revise_init(struct revise *r, struct flow *f)
{
	r->f = f;
	r->open = r->after = r->depth = 0;
	buf_init(&r->text, 0);
}

void revise_fini(struct revise *r)
{
	buf_fini(&r->text);
}

/* What a fact may hold of it, not ending within a character. */
static struct str within(struct str s)
{
	s.n = s.n < MOST_TEXT ? s.n : MOST_TEXT;
	while (s.n && !str_utf8_ok(s))
		s.n--;
	return s;
}

void revise_open(struct revise *r, const char *type, struct str author)
{
	if (!r->f || r->depth++)
		return;
	buf_clear(&r->text);
	r->open = flow_fact(r->f, DOC_FACT_REVISION, str_from(type), within(author), STR(""));
}

void revise_close(struct revise *r)
{
	if (!r->depth || --r->depth)
		return;
	flow_fact_value(r->f, r->open, within(buf_view(&r->text)));
	r->open = 0;
}

void revise_gone(struct revise *r, const char *type, struct str author, struct str content)
{
	if (r->f && str_trim(content).n)
		r->after = flow_fact(r->f, DOC_FACT_REVISION, str_from(type), within(author), within(content));
}

void revise_shown(struct revise *r, struct str text, struct flow_style *style)
{
	if (r->open && r->text.n + text.n <= MOST_TEXT)
		buf_str(&r->text, text);
	if (style->fact)
		return;
	style->fact = r->open ? r->open : r->after;
	if (!r->open && str_trim(text).n)
		r->after = 0;
}
