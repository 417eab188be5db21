/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reading - the order in which a page is read, private to room layout.
 *
 * Lines from top to bottom; where prose stands side by side, one column after
 * the other. Every segment comes exactly once.
 */
#pragma once
#include "layout/layout-private.h"

struct reading_part { /* a line, or the part of it in one column */
	uint32_t line, seg, segs;
	int32_t x0;       /* left end of its column */
	bool starts;      /* first of a column */
};

struct reading {
	struct reading_part *parts; /* heap; reading_free() */
	size_t n;
};

bool reading_order(const struct view *v, uint32_t page, struct reading *r);
/* Lines from top to bottom, but tables with the same column headers one after the other. */
bool reading_abreast(const struct view *v, uint32_t page, struct reading *r);
/* Are there lists of a text and a figure a row, side by side, each below a heading of its own? */
bool lists_stand_abreast(const struct view *v, uint32_t page);
/* Every line whole, from top to bottom. */
bool reading_rows(const struct view *v, uint32_t page, struct reading *r);
void reading_free(struct reading *r);
