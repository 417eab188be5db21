/* SPDX-License-Identifier: Apache-2.0 */
/* letter - how letters begin and end, in the languages read; NULL-ended, any case, without signs at the end of words. */
#pragma once
#include "layout/layout.h"

extern const char *const letter_salutations[];
extern const char *const letter_closings[];
extern const char *const letter_weak_closings[]; /* only where a salutation stands above */
/* Words of the salutation that a line begins with, 0 if it begins with none. */
uint32_t letter_salutation_words(const struct view *v, const struct view_line *line);
