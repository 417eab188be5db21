/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * revise - what writers changed and remarked in a text, as facts (DOC_FACT_REVISION) with their place in a flow.
 *
 * A reader says when a change begins and ends, and shows each text by revise_shown() before it goes to the flow. What is
 * not shown any more, and remarks, have the place of the text that comes next. With flow NULL nothing is told.
 */
#pragma once
#include "parse/flow.h"

struct revise {
	struct flow *f;       /* NULL = nobody asked */
	uint32_t depth;       /* of changes that are open */
	uint32_t open, after; /* facts: that text is inside of; of what stands before the text that comes */
	struct buf text;      /* of the open one */
};

void revise_init(struct revise *r, struct flow *f);
void revise_fini(struct revise *r);
/* A change of that type ("inserted", "moved_to") begins, and ends, in the text that is shown. One within another is part of it. */
void revise_open(struct revise *r, const char *type, struct str author);
void revise_close(struct revise *r);
/* Something that is not shown stood here: a text that was deleted, a remark. */
void revise_gone(struct revise *r, const char *type, struct str author, struct str content);
/* A text is shown now: its style names the fact that it belongs to, unless it has one of its own. */
void revise_shown(struct revise *r, struct str text, struct flow_style *style);
