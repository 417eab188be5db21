/* SPDX-License-Identifier: Apache-2.0 */
/* record-date - dates whose day, month and year have columns of their own (private to record-date.c, record-emit.c). */
#pragma once
#include "extract/record.h"

#define DATE_COLUMNS 6 /* most such dates of a table */

struct date_columns { /* three columns beside each other, of one property */
	size_t first, day, month, year, prop;
};

/* Those of t; their columns are no other property's from then on. Number found. */
size_t dates_find(struct table_ctx *x, struct table *t, struct date_columns out[DATE_COLUMNS]);
/* The date that the rows of a record give; n 0 if a part lacks or there is no such day. */
struct found date_of_columns(struct table_ctx *x, const struct table *t, const struct record_cut *cut, const struct date_columns *d);
