/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as JSON; what is accepted is written as UTF-8 and reads back to the same text. */
#include "json/json.h"

#include <stdlib.h>

static void check(const struct json *v, struct arena *a)
{
	struct json_limits limits = { 64 << 20, 64 };
	struct buf first = BUF_INIT(0), second = BUF_INIT(0);
	json_write(&first, v);
	struct json *again = json_parse(buf_view(&first), &limits, a, NULL);
	if (!again || !str_utf8_ok(buf_view(&first)))
		abort();
	json_write(&second, again);
	if (!str_eq(buf_view(&first), buf_view(&second)))
		abort();
	buf_clear(&first);
	json_write_pretty(&first, v);
	if (!json_parse(buf_view(&first), &limits, a, NULL))
		abort();
	buf_fini(&first);
	buf_fini(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a;
	struct err e = { .code = ERR_NONE };
	arena_init(&a, "fuzz", 256 << 20);
	struct json *v = json_parse((struct str){ (const char *)data, n }, NULL, &a, &e);
	if (!v && (e.code == ERR_NONE || !e.text[0]))
		abort(); /* refused without a reason */
	if (v)
		check(v, &a);
	arena_fini(&a);
	return 0;
}
