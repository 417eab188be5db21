/* SPDX-License-Identifier: Apache-2.0 */
/*
 * prompt - what the instructions of a job (system_prompt) say of all its values: how the document writes dates and numbers,
 * and how dates are to be written. Whatever else they say needs a reader of prose and is left.
 *
 * A sentence about what is to be returned says nothing of how the document writes it; one with "not" before the words neither.
 */
#pragma once
#include "extract/plan.h"
#include "layout/layout.h"

enum prompt_choice { PROMPT_UNSAID, PROMPT_NO, PROMPT_YES };

struct prompt {
	enum prompt_choice day_first;     /* 03/04/2026 is the third of April */
	enum prompt_choice decimal_comma; /* 1.234 is a thousand and more */
	bool iso_dates;                   /* dates are returned as YYYY-MM-DD, unless a description wants them as printed */
};

void prompt_read(struct str text, struct prompt *out);
static inline bool prompt_says(const struct prompt *p)
{
	return p->day_first || p->decimal_comma || p->iso_dates;
}
/* Before dates and numbers of the view are read. */
void prompt_apply(const struct prompt *p, struct view *v, struct plan *plan);
