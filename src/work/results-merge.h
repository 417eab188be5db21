/* SPDX-License-Identifier: Apache-2.0 */
/*
 * results-merge - tables that go on over pages, as one on the page where they begin.
 *
 *   page 4   … | Item | Price |        page 5   | Item | Price |     page 6   | Ink | 2.00 |
 *              | Pen  |  1.50 |  <--            | Cup  |  3.00 |              Total …
 *
 * A table goes on if it is the last thing of its page but what runs along the foot, the first of the next but what
 * runs along the head, has as many columns and stands as wide. A head that is repeated is left out.
 */
#pragma once
#include "work/results-private.h"

enum merge_end { MERGE_FIRST, MERGE_LAST };
/* The part that is the first or last of the page, what runs along passed over; false if that is no table. The page needs
 * the words of its parts. */
bool merge_table(const struct page *p, enum merge_end end, size_t *part);
/* Do the rows of the one go on in the other? */
bool merge_fits(const struct page *a, size_t part, const struct page *b, size_t next);
/* Add the rows of the next table, without its head if it is the same. */
void merge_rows(struct page *a, size_t part, const struct page *b, size_t next);
/* The part is shown elsewhere: nothing of it is left but its place. */
void merge_away(struct page *p, size_t part);
