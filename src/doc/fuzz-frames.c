/* SPDX-License-Identifier: Apache-2.0 */
/* The decoder of frames, with checksums made right so that the fuzzer gets past them. */
#include "doc/frame.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void mend_checksums(char *p, size_t n)
{
	for (size_t at = 0; n - at >= sizeof(struct frame_header);) {
		struct frame_header h;
		memcpy(&h, p + at, sizeof(h));
		if (h.length > n - at - sizeof(h))
			return;
		h.crc = frame_crc(p + at + sizeof(h), h.length);
		memcpy(p + at, &h, sizeof(h));
		at += sizeof(h) + h.length;
	}
}

/* Touch all that a reader may touch: the sanitizer sees what lies outside. */
static size_t read_all(const struct doc *d)
{
	size_t sum = d->format.n;
	for (size_t p = 0; p < d->pages_n; p++) {
		for (size_t i = 0; i < d->pages[p].words_n; i++)
			sum += (unsigned char)doc_word_text(&d->pages[p], &d->pages[p].words[i]).p[0];
		for (size_t i = 0; i < d->pages[p].rules_n; i++)
			sum += d->pages[p].rules[i].kind;
		for (size_t i = 0; i < d->pages[p].marks_n; i++)
			sum += d->pages[p].marks[i].on;
	}
	for (size_t i = 0; i < d->facts_n; i++)
		sum += d->facts[i].value_len ? (unsigned char)d->facts_text[d->facts[i].value] : 0;
	return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static volatile size_t sink;
	char *copy = malloc(n ? n : 1);
	struct arena a;
	struct doc d;
	struct err e = { 0 };
	if (!copy)
		return 0;
	memcpy(copy, data, n);
	mend_checksums(copy, n);
	arena_init(&a, "fuzz", 1 << 20);
	if (doc_open((struct str){ copy, n }, NULL, &a, &d, &e))
		sink = read_all(&d);
	(void)sink;
	arena_fini(&a);
	free(copy);
	return 0;
}
