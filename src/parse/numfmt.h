/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * numfmt - a number as a spreadsheet displays it, by its format code (ECMA-376 part 1, 18.8.30 and 18.8.31).
 *
 * Sections and their conditions, digits, grouping, scaling, percent, fractions, exponents, literals, currencies,
 * dates, times and elapsed time. Names of months and days are English, or of the language the code asks for (by ICU).
 * comes out as ISO 8601, which needs no guess. Colours, alignment and fill characters are left out.
 */
#pragma once
#include "base/buf.h"

/* The code of a built-in format (18.8.30), "General" for those that have none. */
const char *numfmt_builtin(unsigned id);

/* A code made ready; NULL stands for "General", also when out of memory. The code is copied. */
struct numfmt;
struct numfmt *numfmt_new(struct str code);
void numfmt_free(struct numfmt *f);

/* Append the value as the code displays it. A value that is no date in the calendar stands as a plain number. */
void numfmt_number(const struct numfmt *f, double value, bool date1904, struct buf *out);
/* Of a code that displays dates in figures: 'd' if the day stands before the month, 'm' if behind it; 0 for any other code. */
char numfmt_date_order(const struct numfmt *f);
/* Append a text as the code displays it ("@" sections). */
void numfmt_text(const struct numfmt *f, struct str text, struct buf *out);
/* "General": up to 15 significant digits, no exponent below 1e15. */
void numfmt_general(double value, struct buf *out);
