/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes of a connection: a head, and behind it a body in chunks. */
#include "http/chunks.h"
#include "http/head.h"
#include <stdlib.h>

static void check_fields(const struct head *h)
{
	for (size_t i = 0; i < h->fields_n; i++)
		if (h->fields[i].name.n == 0 || strlen(h->fields[i].value.p) != h->fields[i].value.n)
			abort();
	head_value(h, "content-length");
	if (strlen(h->target.p) != h->target.n || h->target.n == 0 || h->method[0] == '\0')
		abort();
}

/* In pieces of step bytes: the sum of the body's bytes. */
static uint64_t body_sum(const char *p, size_t n, size_t step, enum chunks_state *end)
{
	struct chunks c = { 0 };
	uint64_t sum = 0;
	for (size_t at = 0; at < n && c.state < CHUNKS_DONE;) {
		struct str data;
		at += chunks_take(&c, p + at, n - at < step ? n - at : step, &data);
		for (size_t i = 0; i < data.n; i++)
			sum = sum * 31 + (unsigned char)data.p[i] + 1;
	}
	*end = c.state;
	return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a;
	struct head h;
	enum chunks_state once, bytewise;
	size_t at = 0;
	arena_init(&a, "fuzz", 16 << 20);
	struct str text = arena_str(&a, (struct str){ (const char *)data, n });
	if (text.n == n && head_scan(text.p, n, &at) == HEAD_WHOLE && head_parse((char *)(uintptr_t)text.p, at, &a, &h) == 0)
		check_fields(&h);
	if (body_sum(text.p + at, n - at, SIZE_MAX, &once) != body_sum(text.p + at, n - at, 1, &bytewise) || once != bytewise)
		abort();
	arena_fini(&a);
	return 0;
}
