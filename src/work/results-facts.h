/* SPDX-License-Identifier: Apache-2.0 */
/* results-facts - native facts of a document that come with its pages: links, pictures, revisions. */
#pragma once
#include "work/results-private.h"

enum results_fact { RESULTS_LINKS, RESULTS_PICTURES, RESULTS_REVISIONS, RESULTS_RULES, RESULTS_SLIDES, RESULTS_FACTS };

struct results_facts {
	struct buf of[RESULTS_FACTS]; /* records of a kind by page; their texts on texts */
	struct arena texts;
	bool drawn;                   /* pages as pictures show the document's own */
};
void results_facts_init(struct results_facts *f);
void results_facts_fini(struct results_facts *f);
/* Take those that the style wants. */
bool results_facts_take(struct results_facts *f, const struct results_style *style, const struct doc *d, struct err *e);
/* Give a page (its index among those shown) what is its own; what is made for it lives on a. */
void results_facts_give(const struct results_facts *f, struct page *p, size_t index, struct arena *a);
