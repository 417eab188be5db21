/* SPDX-License-Identifier: Apache-2.0 */
/* results-private - a page as its members show it; what the files of results.h share. */
#pragma once
#include "layout/layout.h"
#include "work/work.h"

struct page {
	const struct view *v;
	uint32_t index;
	struct buf markdown;
	struct layout_parts parts;
};

/* Append what a page adds to a member: the rest of its object, or its share of one text. */
void results_text(struct page *p, struct buf *b);
void results_markdown(struct page *p, struct buf *b);
void results_items(struct page *p, struct buf *b);
void results_metadata(struct page *p, struct buf *b);
void results_text_share(struct page *p, struct buf *b);
void results_markdown_share(struct page *p, struct buf *b);
void results_number(struct page *p, struct buf *b);
/* A field of a form, as an object. */
void results_field(const struct doc *d, const struct doc_fact *f, struct buf *b);
/* A box as x, y, w and h without braces. */
void results_box(const struct doc_box *box, struct buf *b);

/* A page that could not be read, or not whole, says so in place of what it would show; its text holds what was read. */
bool results_failed(const struct page *p, struct buf *b);
