/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a time, an identifier, pages, a token, UTF-8: what is accepted is written in a form that reads the same. */
#include "base/clock.h"
#include "base/crypto.h"
#include "base/id.h"
#include "base/pages.h"

#include <stdlib.h>

static void check_time(struct str s)
{
	int64_t us, again;
	char text[CLOCK_RFC3339_SIZE];
	if (!clock_parse(s, &us))
		return;
	clock_format(us, text);
	/* Offsets may lead out of the years that four digits can write; those are shown as the nearest. */
	if (strncmp(text, "0000", 4) == 0 || strncmp(text, "9999", 4) == 0)
		return;
	if (!clock_parse(str_from(text), &again) || us < again || us - again >= 1000)
		abort();
}

static void check_id(struct str s)
{
	struct id id, again;
	char text[ID_SIZE];
	for (int k = 0; k < ID_KINDS; k++) {
		if (!id_parse((enum id_kind)k, s, &id))
			continue;
		id_format((enum id_kind)k, id, text);
		if (!id_parse((enum id_kind)k, str_from(text), &again) || !id_eq(id, again))
			abort();
	}
}

static void check_token(struct str s)
{
	uint8_t bytes[4096];
	char text[6000];
	size_t n;
	if (s.n > 5000 || !crypto_unbase64url(s, bytes, sizeof(bytes), &n))
		return;
	size_t len = crypto_base64url(bytes, n, text, sizeof(text));
	if (!str_eq(s, (struct str){ text, len }))
		abort();
}

static void check_utf8(struct str s)
{
	bool whole = true;
	for (size_t i = 0; i < s.n;) {
		char out[4];
		size_t at = i, n = str_utf8_put(str_utf8_next(s, &i), out);
		whole = whole && n == i - at && memcmp(out, s.p + at, n) == 0;
	}
	if (whole != str_utf8_ok(s))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str s = { (const char *)data, n };
	struct arena a;
	uint32_t *pages;
	size_t pages_n;
	arena_init(&a, "fuzz", 64 << 20);
	check_time(s);
	check_id(s);
	check_token(s);
	check_utf8(s);
	if (pages_parse(s, &a, &pages, &pages_n, NULL) && (pages_n == 0 || pages_n > PAGES_MAX))
		abort();
	arena_fini(&a);
	return 0;
}
