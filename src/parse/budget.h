/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * budget - what one document may cost, as the operator set it (parse_words, parse_pixels of conf.def).
 *
 * A child reads one document and ends, so the budgets are those of the process. Time and memory are the jail's to
 * bound; docs/limits.md lists all of them.
 */
#pragma once
#include "base/err.h"

#include <stdint.h>

/* Before the document is read. 0 = default. */
void budget_set(uint64_t words, uint64_t pixels);

/* May a document have that many words, shown or hidden? ERR_BUDGET. */
bool budget_words(uint64_t words, struct err *e);

/* May a picture of that size be decoded? ERR_BUDGET. */
bool budget_pixels(uint32_t width, uint32_t height, struct err *e);
