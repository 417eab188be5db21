/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The container of HEIC pictures over arbitrary bytes: what is read must lie within them. */
#include "parse/heif.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static uint32_t sum_of(struct str s)
{
	uint32_t sum = 0;
	for (size_t i = 0; i < s.n; i++)
		sum += (unsigned char)s.p[i];
	return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static volatile uint32_t sums; /* so that every byte is looked at */
	char *copy = malloc(n ? n : 1);
	struct arena a;
	struct heif h;
	if (!copy)
		abort();
	memcpy(copy, data, n);
	arena_init(&a, "fuzz", 64 << 20);
	if (heif_read((struct str){ copy, n }, &a, &h)) {
		if (!h.width || !h.height || h.turn < 0 || h.turn > 3 || h.columns * h.rows > HEIF_MOST_TILES)
			abort();
		for (uint32_t i = 0; i < h.columns * h.rows; i++)
			sums += sum_of(h.tiles[i].setup) + sum_of(h.tiles[i].data);
	}
	arena_fini(&a);
	free(copy);
	return 0;
}
