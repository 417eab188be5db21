/* SPDX-License-Identifier: Apache-2.0 */
#include "base/late.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include <cmocka.h>

#define LATE_ZLIB(F) F(zlibVersion) F(crc32)
struct late_zlib {
	LATE_ZLIB(LATE_MEMBER)
};
LATE_LIBRARY(zlib, "libz.so.1", LATE_ZLIB);

void no_such_function(void);
#define LATE_NOTHING(F) F(no_such_function)
struct late_nothing {
	LATE_NOTHING(LATE_MEMBER)
};
LATE_LIBRARY(nothing, "libz.so.1", LATE_NOTHING);

/* A library is loaded once, and each function stands at the place of its name. */
static void test_load(void **state)
{
	struct err e = { 0 };
	assert_null(late_zlib.crc32);
	assert_true(late_load(&zlib_library, &e));
	assert_true(late_load(&zlib_library, &e));
	assert_int_equal(late_zlib.zlibVersion()[0], '1');
	assert_int_equal(late_zlib.crc32(0, (const Bytef *)"123456789", 9), 0xCBF43926);
}

/* A function or a library that is missing is an error that says which. */
static void test_missing(void **state)
{
	struct late none = { "libno-such-library.so.0", nothing_functions, nothing_library.into, false };
	struct err e = { 0 };
	assert_false(late_load(&nothing_library, &e));
	assert_int_equal(e.code, ERR_INTERNAL);
	assert_non_null(strstr(e.text, "no_such_function"));
	assert_false(late_load(&none, &e));
	assert_non_null(strstr(e.text, "libno-such-library"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_load),
		cmocka_unit_test(test_missing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
