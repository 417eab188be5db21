/* SPDX-License-Identifier: Apache-2.0 */
#include "store/item-cache.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct str text_of(int64_t key, char out[2048], size_t n)
{
	memset(out, 'a' + (int)(key % 26), n);
	snprintf(out, n, "%lld", (long long)key);
	return (struct str){ out, n };
}

/* What was put comes back whole, behind what stands in the buffer; another key has nothing. */
static void test_kept(void **state)
{
	struct item_cache *c = item_cache_new(1 << 20);
	struct buf b = BUF_INIT(0);
	item_cache_put(c, 17, STR("{\"id\":1}"));
	buf_z(&b, "[");
	assert_true(item_cache_add(c, 17, &b));
	assert_string_equal(b.p, "[{\"id\":1}");
	assert_false(item_cache_add(c, 18, &b));
	assert_false(item_cache_add(c, 0, &b));
	assert_string_equal(b.p, "[{\"id\":1}");
	buf_fini(&b);
	item_cache_free(c);
}

/* A key that is put again has its new text, and no text is mixed up however many keys share the places. */
static void test_replaced(void **state)
{
	struct item_cache *c = item_cache_new(256 << 10);
	char out[2048], other[2048];
	int found = 0;
	for (int64_t key = 1; key <= 5000; key++) {
		item_cache_put(c, key, text_of(key + 1, other, 300));
		item_cache_put(c, key, text_of(key, out, 200 + (size_t)(key % 700)));
	}
	for (int64_t key = 1; key <= 5000; key++) {
		struct buf b = BUF_INIT(0);
		struct str want = text_of(key, out, 200 + (size_t)(key % 700));
		if (item_cache_add(c, key, &b)) {
			assert_int_equal(b.n, want.n);
			assert_memory_equal(b.p, want.p, want.n);
			found++;
		}
		buf_fini(&b);
	}
	assert_true(found > 50);
	item_cache_free(c);
}

/* However much is put, no more than the bytes of the cache is kept; texts too long for it are left out. */
static void test_bound(void **state)
{
	enum { BYTES = 128 << 10 };
	struct item_cache *c = item_cache_new(BYTES);
	char out[2048];
	char *huge = calloc(1, 1 << 20);
	size_t kept = 0;
	for (int64_t key = 1; key <= 3000; key++)
		item_cache_put(c, key, text_of(key, out, 2000));
	for (int64_t key = 1; key <= 3000; key++) {
		struct buf b = BUF_INIT(0);
		kept += item_cache_add(c, key, &b) ? b.n : 0;
		buf_fini(&b);
	}
	assert_in_range(kept, 1, BYTES);
	item_cache_put(c, 9999, (struct str){ huge, 1 << 20 });
	struct buf b = BUF_INIT(0);
	assert_false(item_cache_add(c, 9999, &b));
	free(huge);
	item_cache_free(c);
}

/* What is asked for all the time stays while others come and go. */
static void test_asked(void **state)
{
	struct item_cache *c = item_cache_new(128 << 10);
	char out[2048];
	int lost = 0;
	item_cache_put(c, 1, text_of(1, out, 500));
	for (int64_t key = 2; key <= 400; key++) {
		struct buf b = BUF_INIT(0);
		if (!item_cache_add(c, 1, &b)) {
			lost++; /* its one place was taken: it comes back when it is read again */
			item_cache_put(c, 1, text_of(1, out, 500));
		}
		item_cache_put(c, key, text_of(key, out, 1500));
		buf_fini(&b);
	}
	assert_in_range(lost, 0, 20);
	item_cache_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kept), cmocka_unit_test(test_replaced), cmocka_unit_test(test_bound), cmocka_unit_test(test_asked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
