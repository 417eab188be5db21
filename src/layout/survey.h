/* SPDX-License-Identifier: Apache-2.0 */
/*
 * survey - the layout of a document a page at a time, for output that need not
 * stand in memory whole.
 *
 * Running lines and headings follow from all pages. So each page is shown once
 * to the survey, which keeps a few facts of it (some hundred bytes), and then laid
 * out alone with what the survey found: the same lines, headings and cells as in
 * layout_build(), but no language and no reading of dates and numbers.
 */
#pragma once
#include "layout/layout.h"

struct survey;

/* NULL out of memory. */
struct survey *survey_new(void);
void survey_free(struct survey *s); /* NULL is fine */
/* The next page, in the order of the document; nothing of it is kept. */
bool survey_add(struct survey *s, const struct doc_page *page, struct err *e);
/* All pages were added. */
bool survey_end(struct survey *s, struct err *e);
/* A view of page, which was added as the one with this index (from 0); it lives on a. NULL with ERR_BUDGET. */
struct view *survey_page(const struct survey *s, uint32_t index, const struct doc_page *page, struct arena *a, struct err *e);
