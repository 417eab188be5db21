/* SPDX-License-Identifier: Apache-2.0 */
/* field-head - what readers of a document's head share (private to field-head.c, field-title.c). */
#pragma once
#include "extract/field-private.h"

/* ---- field-head.c: how a segment is set */
bool head_is_large(const struct fx *x, uint32_t seg); /* by a quarter and more */
/* On the first page, its upper edge within so many percent of the height? */
bool head_near_top(const struct fx *x, uint32_t seg, int percent);
bool head_in_table(const struct fx *x, uint32_t seg);
/* "Technisches Datenblatt", "WARRANTY CARD": what the document is, not whose. Words [from, end). */
bool head_is_vocabulary(struct fx *x, uint32_t from, uint32_t end);

/* ---- field-title.c */
/* Candidates of a field that asks for the title or for the name of what the document is about; others get none. */
void title_field(struct fx *x, uint32_t field);
/* Is the largest line asked for as a title or the name of a thing? Then it is no company's by its size alone. */
bool title_is_wanted(const struct fx *x);
