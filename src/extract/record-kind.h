/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-kind - what a piece of an entry's head is by its words: "Senior Analyst" a position, "MSc" a degree, "Harbour
 * University" a school (private to record-section.c).
 */
#pragma once
#include "extract/table.h"

enum entry_kind { KIND_PLAIN, KIND_POSITION, KIND_SCHOOL, KIND_DEGREE };

/* Of words [word, word + words). A school is one though a position stands in its name. */
enum entry_kind kind_of_words(const struct view *v, uint32_t word, uint32_t words);
/* Are they a degree and nothing else ("MSc", "B.A.")? Its subject may follow. */
bool kind_is_bare_degree(const struct view *v, uint32_t word, uint32_t words);
/* What a property asks for, by its name. */
enum entry_kind kind_of_field(struct intern *in, const struct plan_field *f);
/* Does a boolean property ask whether something goes on ("is_current")? */
bool kind_asks_current(struct intern *in, const struct plan_field *f);
/* "period", "zeitraum": from when to when, as printed. */
bool kind_asks_period(struct intern *in, const struct plan_field *f);
/* Does a heading say all of the array's own name? */
bool heading_holds_name(struct table_ctx *x, const struct plan_array *a, struct phrase heading);
/* Does a word part the pieces of a head, being a sign or ending with one? *cut: bytes of the sign that is glued to it. */
bool word_parts_head(struct str w, uint16_t *cut);
