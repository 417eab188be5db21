/* SPDX-License-Identifier: Apache-2.0 */
/* test-arena - an arena for a test, ARENA_TEST(name), or for a group: cmocka_run_group_tests(tests, arena_setup, arena_teardown). */
#pragma once
#include "base/arena.h"

#define ARENA_TEST(name) cmocka_unit_test_setup_teardown(name, arena_setup, arena_teardown)
#define TEST_ARENA_MOST ((size_t)256 << 20) /* bytes; more than any test takes that does not run away */

static struct arena arena;

static inline int arena_setup(void **state)
{
	arena_init(&arena, "test", TEST_ARENA_MOST);
	return 0;
}

static inline int arena_teardown(void **state)
{
	arena_fini(&arena);
	return 0;
}
