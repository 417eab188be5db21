/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens that come back: any text is refused, data comes back whole, and no changed token does. */
#include "api/token.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const uint8_t key[TOKEN_KEY_SIZE] = "a key of this target, no other";

static void check(struct str data, struct arena *a)
{
	struct buf b = BUF_INIT(0);
	struct str back;
	token_write(&b, key, data, STR("list"));
	if (b.failed || !token_read(buf_view(&b), key, STR("list"), a, &back) || !str_eq(back, data))
		abort();
	if (token_read(buf_view(&b), key, STR("other"), a, &back))
		abort();
	b.p[data.n ? (unsigned char)data.p[0] % b.n : 0] ^= 1;
	if (token_read(buf_view(&b), key, STR("list"), a, &back))
		abort();
	buf_fini(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a;
	struct str text = { (const char *)data, n }, found;
	arena_init(&a, "fuzz", 16 << 20);
	if (token_read(text, key, STR("list"), &a, &found) && found.n > n)
		abort();
	if (n <= TOKEN_DATA_MAX)
		check(text, &a);
	arena_fini(&a);
	return 0;
}
