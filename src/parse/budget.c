/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/budget.h"

/* As in conf.def. Words: twice those of the longest reference manuals. Pixels: A3 at 600 dpi and some. */
#define DEFAULT_WORDS (UINT64_C(2) << 20)
#define DEFAULT_PIXELS (UINT64_C(120) << 20)

enum { MOST_SIDE = 65500 }; /* no decoder behind it counts further */

static uint64_t most_words = DEFAULT_WORDS, most_pixels = DEFAULT_PIXELS;

void budget_set(uint64_t words, uint64_t pixels)
{
	most_words = words ? words : DEFAULT_WORDS;
	most_pixels = pixels ? pixels : DEFAULT_PIXELS;
}

bool budget_words(uint64_t words, struct err *e)
{
	return words <= most_words || err_set(e, ERR_BUDGET, "the document has more than %llu words; choose fewer pages with "
					      "target_pages or max_pages", (unsigned long long)most_words);
}

bool budget_pixels(uint32_t width, uint32_t height, struct err *e)
{
	return ((uint64_t)width * height <= most_pixels && width <= MOST_SIDE && height <= MOST_SIDE) ||
	       err_set(e, ERR_BUDGET, "a picture of %u x %u pixels; up to %llu million are read, %d a side", width, height,
		       (unsigned long long)(most_pixels / 1000000), MOST_SIDE);
}
