/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>

#include <cmocka.h>

/* Memory comes zeroed and aligned for any type, in pieces of any size, also after others were written and reset. */
static void test_zeroed(void **state)
{
	struct arena a;
	arena_init(&a, "test", 0);
	for (int round = 0; round < 3; round++) {
		struct arena_mark m = arena_mark(&a);
		for (size_t n = 0; n < 5000; n = n * 2 + 1) {
			unsigned char *p = arena_alloc(&a, n);
			assert_non_null(p);
			assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
			for (size_t i = 0; i < n; i++)
				assert_int_equal(p[i], 0);
			memset(p, 0xAA, n);
		}
		arena_reset(&a, m);
	}
	arena_fini(&a);
}

/* Going over the ceiling is sticky and becomes one DOCUMENT_TOO_LARGE; a fresh start forgets it. */
static void test_ceiling(void **state)
{
	struct arena a;
	struct err e = { .code = ERR_NONE };
	arena_init(&a, "page", 1 << 20);
	assert_non_null(arena_alloc(&a, 1 << 19));
	assert_true(arena_ok(&a, &e));
	assert_null(arena_alloc(&a, (1 << 19) + 1));
	assert_null(arena_alloc(&a, 1));
	assert_false(arena_ok(&a, &e));
	assert_int_equal(e.code, ERR_BUDGET);
	assert_non_null(strstr(e.text, "1 MiB"));
	arena_fini(&a);
	assert_non_null(arena_alloc(&a, 1 << 20));
	arena_fini(&a);
}

/* Sizes that overflow fail like sizes over the ceiling, without one too, and then the machine is named. */
static void test_overflow(void **state)
{
	struct arena a;
	struct err e = { .code = ERR_NONE };
	arena_init(&a, "test", 0);
	assert_null(arena_array(&a, SIZE_MAX / 2, 3));
	assert_false(arena_ok(&a, &e));
	assert_int_equal(e.code, ERR_MEMORY);
	arena_fini(&a);
	assert_null(arena_alloc(&a, SIZE_MAX));
	arena_fini(&a);
}

/* A reset gives back exactly what came after the mark, over many blocks, and keeps what came before. */
static void test_marks(void **state)
{
	struct arena a;
	arena_init(&a, "test", 64 << 20);
	char *kept = arena_strz(&a, "kept");
	struct arena_mark m = arena_mark(&a);
	size_t used = a.used;
	for (int i = 0; i < 100; i++) {
		for (int k = 0; k < 40; k++)
			assert_non_null(arena_alloc(&a, 100000));
		arena_reset(&a, m);
		assert_int_equal(a.used, used);
	}
	assert_string_equal(kept, "kept");
	arena_fini(&a);
	m = arena_mark(&a);
	assert_non_null(arena_alloc(&a, 10));
	arena_reset(&a, m);
	assert_int_equal(a.used, 0);
	arena_fini(&a);
}

/* Grown arrays keep their elements, the rest is zero; they may shrink; NULL grows from nothing. */
static void test_grow(void **state)
{
	struct arena a;
	int *v = NULL;
	arena_init(&a, "test", 1 << 20);
	for (size_t n = 1; n < 200; n++) {
		v = arena_grow(&a, v, n - 1, n, sizeof(*v));
		assert_non_null(v);
		assert_int_equal(v[n - 1], 0);
		v[n - 1] = (int)n;
	}
	for (int n = 1; n < 200; n++)
		assert_int_equal(v[n - 1], n);
	v = arena_grow(&a, v, 199, 2, sizeof(*v));
	assert_int_equal(v[1], 2);
	assert_null(arena_grow(&a, v, 2, SIZE_MAX / 2, sizeof(*v)));
	arena_fini(&a);
}

/* Copies are NUL-ended past their length, hold NUL bytes, and are empty, never NULL, once over. */
static void test_text(void **state)
{
	struct arena a;
	struct str s;
	arena_init(&a, "test", 4096);
	s = arena_str(&a, STR("a\0b"));
	assert_int_equal(s.n, 3);
	assert_memory_equal(s.p, "a\0b", 4);
	assert_int_equal(arena_str(&a, (struct str){ NULL, 0 }).p[0], '\0');
	s = arena_printf(&a, "%s-%03d", "x", 7);
	assert_int_equal(s.n, 5);
	assert_string_equal(s.p, "x-007");
	s = arena_printf(&a, "%*d", 5000, 1);
	assert_int_equal(s.n, 0);
	assert_string_equal(s.p, "");
	assert_string_equal(arena_str(&a, STR("x")).p, "");
	assert_null(arena_strz(&a, "x"));
	arena_fini(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zeroed), cmocka_unit_test(test_ceiling), cmocka_unit_test(test_overflow),
		cmocka_unit_test(test_marks),  cmocka_unit_test(test_grow),    cmocka_unit_test(test_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
