/* SPDX-License-Identifier: Apache-2.0 */
/* field-moment - dates of a region: ends of ranges, and moments, which are a date and a time of day. */
#include "extract/field-private.h"
#include <stdio.h>
#include "extract/normalise.h"

enum { BETWEEN_WORDS = 6 }; /* most from "between" to the second figure */

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

/* "between 2.0 and 8.0 degrees": which end of a range a figure is. */
static enum plan_side end_between(const struct fx *x, const struct span *figure)
{
	static const char *const words[] = { "between", "zwischen", "entre", "tra", "fra", "tussen", "między" };
	static const char *const joins[] = { "and", "und", "et", "y", "e", "en", "i" };
	uint32_t low = figure->word > x->word0 + BETWEEN_WORDS ? figure->word - BETWEEN_WORDS : x->word0;
	if (figure->word == low)
		return SIDE_NONE;
	if (STR_ONE_OF(x->v->words[figure->word - 1].text, words))
		return SIDE_START;
	for (uint32_t w = figure->word - 1; STR_ONE_OF(x->v->words[figure->word - 1].text, joins) && w-- > low;)
		if (STR_ONE_OF(x->v->words[w].text, words))
			return SIDE_END;
	return SIDE_NONE;
}

bool when_is_other_end(const struct fx *x, const struct plan_field *f, const struct span *figure)
{
	enum plan_side end = f->side ? end_between(x, figure) : SIDE_NONE;
	if (end != SIDE_NONE)
		return end != f->side;
	uint32_t seg = x->v->words[figure->word].seg;
	for (uint32_t i = x->sp->by_seg[seg]; f->side && i < x->sp->by_seg[seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		bool inside = figure->word >= s->word && figure->word + figure->words <= s->word + s->words;
		if (s->type == SPAN_NUMBER_RANGE && inside)
			return (figure->word == s->word) != (f->side == SIDE_START);
	}
	return false;
}

void when_add_time(struct fx *x, const struct span *date, const struct region *r, struct found *v)
{
	uint32_t from, end;
	struct str canon = moment_read(x->sp, r->seg, date, r->word, r->end, x->a, &from, &end);
	if (!canon.n)
		return;
	*v = found_run(x, from, end - from);
	v->canon = canon;
}

bool word_is_year(struct str w)
{
	return w.n == 4 && (w.p[0] == '1' || w.p[0] == '2') && (w.p[1] == '9' || w.p[1] == '0') && w.p[2] >= '0' &&
	       w.p[2] <= '9' && w.p[3] >= '0' && w.p[3] <= '9';
}

bool when_years(struct fx *x, const struct region *r, struct cand *out)
{
	struct str w = x->v->words[r->word].text;
	bool two = !r->skip && w.n >= 7 && w.n <= 9 && strchr("/-", w.p[4]) && word_is_year((struct str){ w.p, 4 });
	for (size_t i = 5; two && i < w.n; i++)
		two = w.p[i] >= '0' && w.p[i] <= '9';
	out->value = found_run(x, r->word, 1);
	out->quality = 900;
	out->span = NULL;
	return two;
}

bool when_digits(struct fx *x, const struct region *r, struct cand *out)
{
	struct str w = x->v->words[r->word].text;
	char canon[16];
	if (r->end - r->word != 1 || r->skip || w.n != 8)
		return false;
	for (size_t i = 0; i < 8; i++)
		if (w.p[i] < '0' || w.p[i] > '9')
			return false;
	int a = (w.p[0] - '0') * 10 + w.p[1] - '0', b = (w.p[2] - '0') * 10 + w.p[3] - '0';
	bool day_first = b > 12 ? false : a > 12 ? true : x->v->day_first;
	int day = day_first ? a : b, month = day_first ? b : a;
	if (!word_is_year((struct str){ w.p + 4, 4 }) || day < 1 || day > 31 || month < 1 || month > 12)
		return false;
	snprintf(canon, sizeof canon, "%.4s-%02d-%02d", w.p + 4, month, day);
	out->value = found_run(x, r->word, 1);
	out->value.canon = arena_str(x->a, str_from(canon));
	out->quality = 900;
	out->span = NULL;
	return true;
}
