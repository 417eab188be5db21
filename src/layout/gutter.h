/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gutter - numbers of lines printed at the left of a text, as in pleadings, bills and manuscripts.
 *
 *      1   The witness was called
 *      2   and sworn. Counsel asked
 *      …
 */
#pragma once
#include "layout/layout.h"

struct layout_numbered {
	uint32_t line, word; /* of the view; word is the number */
};
/* The numbered lines of a page (index), from top to bottom, on a; how many: 0 if it has none, or out of memory. */
size_t layout_line_numbers(const struct view *v, uint32_t page, struct arena *a, struct layout_numbered **out);
