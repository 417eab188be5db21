/* SPDX-License-Identifier: Apache-2.0 */
/*
 * legible - could what stands on a page, or what a value is made of, be read?
 *
 * Recognised words come with a confidence, and those that are likely no writing at all (scribbles, textures) come
 * hidden. A value made of words that were guessed is not told: it would more often be wrong than right. Handwriting is
 * told from print by how sure its words are beside those of its page.
 */
#pragma once
#include "extract/plan.h"
#include "layout/layout.h"

/* Does the page lack words: it has a fault, or most of what was recognised on it is no writing, or handwriting? */
bool page_is_unread(const struct doc_page *p);

/* Least parse confidence of the value's words, in percent; what is not there was read perfectly. */
int found_percent(const struct view *v, const struct found *f);

/* Is a word of it too unsure for a value of that type, or was it likely written by hand? */
bool found_is_unread(const struct view *v, const struct plan_field *field, const struct found *f);
