/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pages - the page selection of a request, "1,3-5, 8" (behaviour.md section 9,
 * G-32): 1-based numbers and ranges joined by commas, spaces allowed, in the
 * order written, repeats dropped.
 */
#pragma once
#include "base/arena.h"

#define PAGES_MAX 100000 /* most pages of one selection */

/*
 * The selected pages as an array on a. ERR_INVALID, saying what is wrong, on 0,
 * a reversed range, an empty place, other text or more than PAGES_MAX pages.
 */
bool pages_parse(struct str s, struct arena *a, uint32_t **pages, size_t *n, struct err *e);
