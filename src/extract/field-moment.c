/* SPDX-License-Identifier: Apache-2.0 */
/* field-moment - dates of a region: ends of ranges, and moments, which are a date and a time of day. */
#include "extract/field-private.h"
#include "extract/normalise.h"

#define TIME_GAP 2 /* words between a date and its time: "at", "um" */

struct found when_range_end(struct fx *x, const struct span *s, enum plan_side side)
{
	struct str head, tail = str_cut(s->canon, '/', &head);
	uint32_t from = s->word, end = s->word + s->words;
	range_end_words(x->v, side, &from, &end);
	struct found f = found_run(x, from, end - from);
	f.skip = from == s->word ? s->skip : 0;
	f.cut = end == s->word + s->words ? s->cut : 0;
	f.canon = side == SIDE_END ? tail : head;
	return f;
}

size_t when_dates_in(struct fx *x, const struct region *r, const struct span **last)
{
	size_t n = 0;
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (!span_inside(s, r) || (s->type != SPAN_DATE && s->type != SPAN_DATE_RANGE && s->type != SPAN_NUMBER_RANGE))
			continue;
		if (s->type == SPAN_DATE_RANGE || s->type == SPAN_NUMBER_RANGE)
			return 2;
		n++;
		*last = s;
	}
	return n;
}

bool when_in_range(const struct fx *x, uint32_t seg, const struct span *date)
{
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type == SPAN_DATE_RANGE && s->word <= date->word && s->word + s->words >= date->word + date->words)
			return true;
	}
	return false;
}

/* "2026-03-02" and "14:05" or "14:05+01:00" as RFC 3339 joins them; a time without a zone keeps none. */
static struct str date_time(struct fx *x, struct str date, struct str time)
{
	bool seconds = time.n > 5 && time.p[5] == ':';
	return arena_printf(x->a, "%.*sT%.*s%s%.*s", STR_ARGS(date), 5, time.p, seconds ? "" : ":00", (int)(time.n - 5), time.p + 5);
}

void when_add_time(struct fx *x, const struct span *date, const struct region *r, struct found *v)
{
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		uint32_t end = date->word + date->words, time_end = s->word + s->words;
		bool after = s->word >= end && s->word <= end + TIME_GAP, before = time_end <= date->word && time_end + TIME_GAP >= date->word;
		if (s->type != SPAN_TIME || s->canon.n < 5 || !span_inside(s, r) || !(after || before))
			continue;
		uint32_t from = before ? s->word : date->word, to = before ? end : time_end;
		*v = found_run(x, from, to - from);
		v->canon = date_time(x, date->canon, s->canon);
		return;
	}
}
