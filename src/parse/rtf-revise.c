/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Changes that were tracked, and remarks:
 *
 *     {\*\revtbl{Unknown;}{Ada;}}   \revised\revauth1 …   \deleted\revauthdel1 …   \mvf\mvauth1 …   \mvt …   \crauth1 …
 *     {\*\atrfstart 3}…{\*\atrfend 3}{\*\atnauthor Bob}\chatn{\*\annotation{\*\atnref 3}…}
 *
 * A change goes on over groups for as long as its kind and author stay the same.
 */
#include "parse/rtf.h"

enum { MOST_GONE = 60000, MOST_REMARKS = 2000 };

static const char *const types[] = { NULL, "inserted", "moved_to", "formatted", "deleted", "moved_from" };

bool rtf_revise_init(struct rtf *r)
{
	buf_init(&r->gone, 2 * MOST_GONE);
	buf_init(&r->revisers, 1 << 20);
	revise_init(&r->revise, r->tells_revisions ? r->f : NULL);
	r->remarks = ARENA_ARRAY(r->arena, r->tells_revisions ? MOST_REMARKS : 1, struct rtf_remark);
	return r->remarks != NULL;
}

void rtf_revise_fini(struct rtf *r)
{
	buf_fini(&r->gone);
	buf_fini(&r->revisers);
	revise_fini(&r->revise);
}

/* The first name stands for nobody. */
static struct str name_of(const struct rtf *r, uint16_t author)
{
	struct str rest = buf_view(&r->revisers), name = { "", 0 };
	for (unsigned i = 0; i <= author; i++)
		rest = str_cut(rest, ';', &name);
	name = str_trim(name);
	return str_eq_z(name, "Unknown") ? STR("") : name;
}

static bool is_gone(enum rtf_change c)
{
	return c == RTF_DELETED || c == RTF_MOVED_FROM;
}

static enum rtf_change change_of(const struct rtf_state *s)
{
	static const enum rtf_change first[] = { RTF_DELETED, RTF_MOVED_FROM, RTF_INSERTED, RTF_MOVED_TO, RTF_FORMATTED };
	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++)
		if (s->changes >> first[i] & 1)
			return first[i];
	return RTF_UNCHANGED;
}

/* What is under way ends, if the text that comes is no part of it. */
static void change_to(struct rtf *r, enum rtf_change change, uint16_t by)
{
	if (r->change == change && (change == RTF_UNCHANGED || r->change_by == by))
		return;
	if (is_gone(r->change))
		revise_gone(&r->revise, types[r->change], name_of(r, r->change_by), buf_view(&r->gone));
	else if (r->change != RTF_UNCHANGED)
		revise_close(&r->revise);
	buf_clear(&r->gone);
	r->change = change;
	r->change_by = by;
	if (change != RTF_UNCHANGED && !is_gone(change))
		revise_open(&r->revise, types[change], name_of(r, by));
}

void rtf_revise_text(struct rtf *r, struct str s, struct flow_style *style)
{
	enum rtf_change change = change_of(r->s);
	if (!r->revise.f || (!style && !is_gone(change)))
		return;
	change_to(r, change, r->s->by[change]);
	if (style)
		revise_shown(&r->revise, s, style);
	else if (r->gone.n + s.n <= MOST_GONE)
		buf_str(&r->gone, s);
}

void rtf_revise_end(struct rtf *r)
{
	change_to(r, RTF_UNCHANGED, 0);
	r->remark_i = 0;
}

/* ---- remarks: read first, then told where the text that they are about begins, or where they stand */

static void remark_tell(struct rtf *r, struct rtf_remark *m)
{
	if (!m->told)
		revise_gone(&r->revise, "comment", m->by, m->text);
	m->told = true;
}

void rtf_remark_place(struct rtf *r, struct str ref)
{
	for (size_t i = 0; r->revise.f && rtf_is_region(r) && ref.n && i < r->remarks_n; i++)
		if (str_eq(r->remarks[i].ref, ref))
			remark_tell(r, &r->remarks[i]);
}

void rtf_remark(struct rtf *r, struct str text)
{
	if (!r->revise.f) {
		if (r->pass == RTF_BODY)
			flow_fact(r->f, DOC_FACT_META, STR("comment"), r->author, text);
		return;
	}
	if (r->pass == RTF_SCAN && r->remarks_n < MOST_REMARKS)
		r->remarks[r->remarks_n++] = (struct rtf_remark){ r->remark_ref, r->author, arena_str(r->arena, text), false };
	else if (r->pass == RTF_BODY && r->remark_i < r->remarks_n)
		remark_tell(r, &r->remarks[r->remark_i++]);
	r->remark_ref = (struct str){ "", 0 };
}
