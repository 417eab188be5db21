/* SPDX-License-Identifier: Apache-2.0 */
/* field-nowhere - of what a field asks for, does anything stand in the document at all? */
#include "extract/field-private.h"

/* Do the first telling words of one of the listed values stand anywhere? */
static bool choice_stands(struct fx *x, const struct plan_field *f)
{
	for (size_t i = 0; i < f->choices_n; i++) {
		struct phrase p = phrase_of(x->in, f->choices[i]);
		for (uint32_t w = x->word0; p.n && w < x->word1; w++)
			if (phrase_has(*fx_word(x, w), p.tokens[0]))
				return true;
	}
	return f->choices_n == 0;
}

bool value_kind_stands(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	if (!value_wants_span(f->type))
		return choice_stands(x, f);
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++)
		if (value_span_quality(f, &x->sp->items[i]))
			return true;
	return false;
}
