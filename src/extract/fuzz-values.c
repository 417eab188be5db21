/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a number, a duration, a yes or no, one of listed values, a label: what is read is in range. */
#include "extract/normalise.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_decimal(struct str s, bool comma, struct arena *a)
{
	char out[64];
	/* A JSON number is promised; more digits than a 64-bit integer has are refused by who asks for it. */
	if (decimal_read(s, comma, out) && strcspn(out, ".") < 19 && !json_parse(str_from(out), &json_limits_default, a, NULL))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a;
	struct str s = { (const char *)data, n };
	int64_t seconds;
	if (!str_utf8_ok(s)) /* the decoder of frames lets nothing else through */
		return 0;
	arena_init(&a, "fuzz", 64 << 20);
	struct intern *in = intern_new(&a);
	struct json *list = json_parse(STR("[\"paid in full\",\"N/A\",\"1\",\"Z\u00fcrich\"]"), &json_limits_default, &a, NULL);
	check_decimal(s, false, &a);
	check_decimal(s, true, &a);
	duration_read(s, 60, &seconds);
	if (!in || !list)
		abort();
	int yes = boolean_read(in, s), score = enum_score(in, list, s);
	if (yes < -1 || yes > 1 || score < 0 || score > 1000)
		abort();
	arena_fini(&a);
	return 0;
}
