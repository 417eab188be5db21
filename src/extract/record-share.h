/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-share - columns whose cells give two properties (private to record*.c):
 *
 *     From - To     Trade date    Qty        Item (Cat. no.)
 *                   Settle date
 *     ZRH - LHR     03/04/2024    12 kg      Gloves, M (NG-100M)
 *                   03/06/2024
 */
#pragma once
#include "extract/record.h"

/* Ways in which a cell comes in two; column.divide. */
enum divide { DIVIDE_NONE, DIVIDE_LINES, DIVIDE_BRACKET, DIVIDE_SIGNS /* and what follows: signs between words */, DIVIDE_FIGURE = 31, DIVIDE_MARK, DIVIDE_TOP /* the first line, and those below */, DIVIDES };

struct part { /* words of a cell; bytes to leave out of the first and the last */
	const uint32_t *words;
	size_t n;
	uint16_t skip, cut;
};

/* ---- record-divide.c */
/* Cut a cell in two the way `how`; false if it does not come apart so. */
bool cell_divide(const struct table_ctx *x, size_t how, const uint32_t *words, size_t n, struct part out[2]);
/* The words of the first line. */
size_t cell_top(const struct table_ctx *x, const uint32_t *words, size_t n);
/* Does that sign part things that a header names side by side, "Name / No."? */
bool divide_parts_names(size_t how);
/* Does that sign stand between the ends of a range? */
bool divide_is_range(size_t how);
