/* SPDX-License-Identifier: Apache-2.0 */
/*
 * span-may - what a word may begin.
 *
 * Most words of a text begin nothing that a scanner reads, and the same ones come
 * again and again. What is told by the word alone is asked once for each different
 * word: a scanner whose bit is missing finds nothing there, whatever follows; one
 * whose bit is set still has to look.
 */
#pragma once
#include "layout/span-private.h"

enum {
	MAY_MAIL = 1 << 0, MAY_URL = 1 << 1, MAY_IBAN = 1 << 2, MAY_STREET = 1 << 3, MAY_POSTAL = 1 << 4, MAY_DATE = 1 << 5,
	MAY_LENGTH = 1 << 6, MAY_VAT = 1 << 7, MAY_BIC = 1 << 8, MAY_COUNTRY = 1 << 9, MAY_RANGE = 1 << 10, MAY_MONEY = 1 << 11,
	MAY_ID = 1 << 12, MAY_FORM = 1 << 13 /* a legal form */, MAY_TITLE = 1 << 14 /* of a person */,
	MAY_ALL = (1 << 15) - 1,
	/* What holds a figure, in its first word or behind it. */
	MAY_FIGURES = MAY_IBAN | MAY_STREET | MAY_POSTAL | MAY_DATE | MAY_VAT | MAY_RANGE | MAY_ID
};

struct may_words;

/* NULL: out of memory. */
struct may_words *may_new(void);
void may_free(struct may_words *m);

/* What the word from i to the next blank may begin; i may stand inside a word. A letter stands at i. */
uint32_t may_begin(const struct scan *x, size_t i);
