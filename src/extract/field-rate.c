/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-rate - a percentage is no number by itself where what it makes stands behind it:
 *
 *     CGST 2.5%     9.00      cgst: 9.00; cgst_rate: 2.5
 */
#include "extract/field-private.h"

static bool asks_rate(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "percent", "rate", "share", "ratio", "interest", "margin", "quota", "commission" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (phrase_has(f->name, token_named(x->in, words[i])))
			return true;
	return false;
}

bool rate_has_amount(const struct fx *x, const struct plan_field *f, const struct span *s)
{
	if (s->type != SPAN_PERCENT || f->type != VALUE_NUMBER || (f->side && f->pair) || asks_rate(x, f))
		return false;
	const struct view_line *l = &x->v->lines[x->v->words[s->word].line];
	for (uint32_t seg = x->v->words[s->word].seg; seg < l->seg + l->segs; seg++)
		for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++) {
			const struct span *other = &x->sp->items[i];
			if (other->word >= s->word + s->words && (other->type == SPAN_MONEY || (other->type == SPAN_NUMBER && !other->integer)))
				return true;
		}
	return false;
}
