/* SPDX-License-Identifier: Apache-2.0 */
/*
 * normalise - words of the document become the JSON value a leaf wants
 * (engine.md section 8): the schema decides the form, the document the reading.
 * One code for header fields and table cells.
 */
#pragma once
#include "base/buf.h"
#include "extract/plan.h"
#include "layout/layout.h"
#include "layout/span.h"

/* Verbatim text of what was found: words with single spaces, skip and cut obeyed. */
void found_text(const struct view *v, const struct found *f, struct buf *b);

/*
 * Append the JSON value of f to out and return true; or append null and return
 * false, with the reason in *why (static): not_found, blank_in_document,
 * rejected_unsupported. in maps words to listed values.
 */
bool normalise(const struct view *v, struct intern *in, const struct plan_field *field, const struct found *f,
	       struct buf *out, const char **why);

/* How well a text names one of the listed values, 0 to 1000. */
int enum_score(struct intern *in, const struct json *enums, struct str text);
/* Is the text a yes (1), a no (0) or neither (-1)? */
int boolean_read(struct intern *in, struct str text);

/*
 * The first number in s as a JSON decimal, digits kept ("1.234,50" -> "1234.50").
 * Signs, parentheses, group marks and a trailing minus are read. False if there is none.
 */
bool decimal_read(struct str s, bool decimal_comma, char out[64]);
/* "1 h 30 min", "PT45M", "90" in seconds; a bare number counts as unit seconds. False if there is none. */
bool duration_read(struct str s, int64_t unit, int64_t *seconds);

/* Narrow words [*from, *end) of a range of dates to one end, if a separator stands alone among them. */
void range_end_words(const struct view *v, enum plan_side side, uint32_t *from, uint32_t *end);

/*
 * The date and a time of day beside it in its segment seg, within words [low, high), as RFC 3339 joins them, on the arena;
 * a time without a zone keeps none. Words [*from, *end) are both. Empty if the date has no time beside it.
 */
struct str moment_read(const struct spans *sp, uint32_t seg, const struct span *date, uint32_t low, uint32_t high, struct arena *a, uint32_t *from, uint32_t *end);
