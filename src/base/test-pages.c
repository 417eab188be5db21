/* SPDX-License-Identifier: Apache-2.0 */
#include "base/pages.h"
#include "base/test-arena.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static size_t selected(const char *text, uint32_t **pages)
{
	size_t n = 0;
	struct err e = { 0 };
	if (!pages_parse(str_from(text), &arena, pages, &n, &e))
		fail_msg("%s: %s", text, e.text);
	return n;
}

/* Numbers and ranges come out in the order written, spaces or not. */
static void order_is_kept(void **state)
{
	uint32_t *p;
	assert_int_equal(selected("7, 1 - 3 ,5", &p), 5);
	const uint32_t want[] = { 7, 1, 2, 3, 5 };
	assert_memory_equal(p, want, sizeof want);
}

/* A page named twice is processed once, where it was named first. */
static void repeats_are_dropped(void **state)
{
	uint32_t *p;
	assert_int_equal(selected("3,1-4,3,4", &p), 4);
	const uint32_t want[] = { 3, 1, 2, 4 };
	assert_memory_equal(p, want, sizeof want);
}

/* Page numbers past any document are fine: they are skipped later. */
static void far_pages_are_accepted(void **state)
{
	uint32_t *p;
	assert_int_equal(selected("1,99999999999", &p), 2);
}

/* Everything that G-32 names, and selections that would fill memory, are refused. */
static void bad_text_is_refused(void **state)
{
	static const char *const bad[] = { "",    "0",     "1,0",    "5-3",   "a",       "1,,2",     "1,",  ",1",
					   "1-",  "-3",    "1--3",   "1.5",   "1-100001", "1;2",     "+1",  "1 2",
					   "0-3", "1-60000,1-60000", "99999999999999999999" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		uint32_t *p;
		size_t n;
		struct err e = { 0 };
		if (pages_parse(str_from(bad[i]), &arena, &p, &n, &e))
			fail_msg("\"%s\" was accepted", bad[i]);
		assert_int_equal(e.code, ERR_INVALID);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order_is_kept),
		cmocka_unit_test(repeats_are_dropped),
		cmocka_unit_test(far_pages_are_accepted),
		cmocka_unit_test(bad_text_is_refused),
	};
	return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
