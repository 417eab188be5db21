/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Groups that are more than a scope: what is captured, fields of forms, regions, text boxes. */
#include "parse/rtf.h"

#include <string.h>

enum { UNSAID = 25 /* "\ffres" */ };
#define EMPTY_SUM 14695981039346656037u /* FNV-1a of nothing */

void rtf_capture_begin(struct rtf *r, enum rtf_dest dest)
{
	r->s->dest = dest;
	r->s->captures = true;
	buf_clear(&r->captured);
}

static void mark_put(struct rtf *r)
{
	rtf_para_open(r);
	flow_mark(r->f, DOC_MARK_CHECKBOX, r->field_result == UNSAID ? r->field_default == 1 : r->field_result == 1);
	flow_text(r->f, STR(" "), NULL);
}

static void fact_put(struct rtf *r, struct str value)
{
	struct flow_style style = r->s->style;
	rtf_para_open(r);
	style.source = DOC_SOURCE_FIELD;
	style.fact = flow_fact(r->f, DOC_FACT_FIELD, r->field_name, STR(""), value);
	flow_text(r->f, value, &style);
}

static void capture_end(struct rtf *r, enum rtf_dest dest)
{
	static const struct { enum rtf_dest dest; const char *name; } properties[] = {
		{ RTF_TITLE, "title" }, { RTF_AUTHOR, "author" }, { RTF_SUBJECT, "subject" },
		{ RTF_KEYWORDS, "keywords" },
	};
	struct str text = str_trim(buf_view(&r->captured));
	if (dest == RTF_PICTURE)
		rtf_picture_end(r);
	else if (dest == RTF_MARKER && r->s->region == r->pass)
		r->marker = arena_str(r->arena, text);
	else if (dest == RTF_FIELD_NAME)
		r->field_name = arena_str(r->arena, text);
	else if (dest == RTF_FIELD_ITEM && r->items_n < sizeof(r->items) / sizeof(*r->items))
		r->items[r->items_n++] = arena_str(r->arena, text);
	else if (dest == RTF_FIELD_TEXT && rtf_is_shown(r))
		fact_put(r, text);
	else if (dest == RTF_COMMENT_BY)
		r->author = arena_str(r->arena, text);
	else if (dest == RTF_REMARK_PLACE)
		rtf_remark_place(r, text);
	else if (dest == RTF_COMMENT)
		rtf_remark(r, text);
	if (dest == RTF_REMARK_REF) {
		r->remark_ref = arena_str(r->arena, text);
		buf_clear(&r->captured); /* no part of the remark that it stands in */
	}
	for (size_t i = 0; r->pass == RTF_SCAN && text.n && i < sizeof(properties) / sizeof(*properties); i++)
		if (properties[i].dest == dest)
			flow_fact(r->f, DOC_FACT_META, str_from(properties[i].name), STR(""), text);
}

bool rtf_field_is(const struct rtf *r, const char *what)
{
	return memmem(r->field.p, r->field.n, what, strlen(what)) != NULL;
}

void rtf_field_begin(struct rtf *r)
{
	r->s->is_field = true;
	r->items_n = 0;
	r->field_result = UNSAID;
	r->field_default = 0;
	r->field_name = (struct str){ "", 0 };
	buf_clear(&r->field);
}

static void field_end(struct rtf *r)
{
	int32_t at = r->field_result == UNSAID ? r->field_default : r->field_result;
	if (!rtf_is_shown(r) || rtf_is_hidden(r))
		return;
	if (rtf_field_is(r, "FORMCHECKBOX"))
		mark_put(r);
	else if (rtf_field_is(r, "FORMDROPDOWN") && at >= 0 && (size_t)at < r->items_n)
		fact_put(r, r->items[at]);
	buf_clear(&r->field);
}

/* ---- regions */

void rtf_region_begin(struct rtf *r, enum rtf_region region)
{
	bool running = region == RTF_HEADERS || region == RTF_FOOTERS;
	r->s->region = region;
	r->s->dest = RTF_TEXT;
	r->s->para = (struct rtf_para){ 0 };
	if (region == RTF_NOTES) { /* a note with a mark of its own has no reference that is numbered */
		r->note_ref = r->refs > r->refs_taken ? r->refs : 0;
		r->refs_taken = r->refs;
		r->s->end_note = false;
	}
	if (running && r->sum_i == RTF_RUNNING) {
		r->s->dest = RTF_SKIP;
		return;
	}
	if (running && r->pass == RTF_SCAN) {
		r->sums[r->sum_i++] = EMPTY_SUM;
		r->sums_n = r->sum_i;
	} else if (running && r->repeats[r->sum_i++]) {
		r->s->dest = RTF_SKIP;
	}
	if (r->pass == region && r->s->dest == RTF_TEXT)
		flow_open(r->f, FLOW_BLOCK, NULL);
}

static void region_end(struct rtf *r, const struct rtf_state *was)
{
	if (r->pass != was->region || was->dest != RTF_TEXT)
		return;
	rtf_para_close(r);
	rtf_tables_close(r, 0);
	flow_close(r->f);
}

void rtf_running_compare(struct rtf *r)
{
	for (size_t i = 0; i < r->sums_n; i++) {
		r->repeats[i] = r->sums[i] == EMPTY_SUM;
		for (size_t k = 0; k < i; k++)
			r->repeats[i] |= r->sums[i] == r->sums[k];
	}
}

void rtf_box_begin(struct rtf *r)
{
	r->s->dest = RTF_TEXT;
	r->s->is_box = r->s->in_box = true;
	r->s->para = (struct rtf_para){ 0 };
	if (!rtf_is_shown(r))
		return;
	rtf_para_close(r);
	r->s->base = (uint8_t)r->tables;
}

static void box_end(struct rtf *r, const struct rtf_state *was)
{
	if (!rtf_is_shown(r) && !(was->dest == RTF_TEXT && was->region == r->pass))
		return;
	rtf_para_close(r);
	rtf_tables_close(r, was->base);
}

/* ---- groups */

bool rtf_group_open(struct rtf *r, struct err *e)
{
	if (r->depth + 1 >= RTF_DEPTH)
		return err_set(e, ERR_BUDGET, "its groups are nested more than %d deep", RTF_DEPTH);
	r->states[r->depth + 1] = *r->s;
	r->s = &r->states[++r->depth];
	r->s->is_field = r->s->is_box = r->s->captures = false;
	r->star = false;
	r->skip_chars = 0;
	return true;
}

void rtf_group_close(struct rtf *r)
{
	if (r->depth == 0)
		return;
	struct rtf_state was = *r->s;
	r->s = &r->states[--r->depth];
	r->skip_chars = 0;
	if (was.captures)
		capture_end(r, was.dest);
	if (was.is_field)
		field_end(r);
	if (was.is_box)
		box_end(r, &was);
	if (was.region != r->s->region)
		region_end(r, &was);
}
