/* SPDX-License-Identifier: Apache-2.0 */
/* tally - the pages of a document and their faults, against what of them may fail before its job does. */
#pragma once
#include "work/work.h"

/* Pages of a document, counted as they are shown. */
struct tally {
	const struct work_settings *set;
	uint32_t pages, faults, first; /* first: number of the first page with a fault */
	struct err why, ends;          /* of that one; why the job fails whatever the share */
};

struct tally tally_of(const struct work_settings *set);
/* Count a page; a spool_each whose ctx is the tally. */
bool tally_page(void *ctx, const struct doc_page *p, struct err *e);
/* Pages that could not be read fail the job only past what the settings allow; else it completes with what there is. */
bool tally_check(const struct tally *t, struct err *e);
