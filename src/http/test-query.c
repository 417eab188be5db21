/* SPDX-License-Identifier: Apache-2.0 */
#include "http/query.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static struct http_request req;

static void read_query(const char *text)
{
	struct err e = { 0 };
	if (!query_parse(str_from(text), &req.arena, &req.query, &req.query_n, &e))
		fail_msg("%s: %s", text, e.text);
}

static void assert_str(struct str s, const char *want)
{
	if (!str_eq_z(s, want))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARGS(s), want);
}

/* Names and values are decoded; '+' and %20 are both a space. */
static void values_are_decoded(void **state)
{
	read_query("a=1+2&b=%C3%A4%20x&c%5B%5D=y%26z");
	assert_int_equal(req.query_n, 3);
	assert_str(http_query(&req, "a"), "1 2");
	assert_str(http_query(&req, "b"), "\xc3\xa4 x");
	assert_str(req.query[2].name, "c[]");
	assert_str(req.query[2].value, "y&z");
}

/* TypeScript sends null as an empty value: that means absent, also when the name stands alone. */
static void empty_is_absent(void **state)
{
	read_query("project_id=&status&&=&page_size=5");
	assert_int_equal(req.query_n, 1);
	assert_null(http_query(&req, "project_id").p);
	assert_null(http_query(&req, "status").p);
	assert_str(http_query(&req, "page_size"), "5");
}

/* A scalar given twice counts as its last value. */
static void last_scalar_wins(void **state)
{
	read_query("status=A&status=B");
	assert_str(http_query(&req, "status"), "B");
}

/* The four ways clients write a list come out alike. */
static void lists_have_four_forms(void **state)
{
	static const char *const forms[] = { "e=a&e=b&e=c", "e[]=a&e[]=b&e[]=c", "e[0]=a&e[1]=b&e[20]=c", "e=a,b&e=,c,",
					     "e%5B0%5D=a%2Cb&e=c" };
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct str *v;
		size_t n;
		read_query(forms[i]);
		assert_true(http_query_list(&req, "e", true, &v, &n));
		assert_int_equal(n, 3);
		assert_str(v[0], "a");
		assert_str(v[1], "b");
		assert_str(v[2], "c");
	}
}

/* Without comma splitting a comma is part of the value; names that only begin alike are others. */
static void lists_keep_commas_and_names_apart(void **state)
{
	struct str *v;
	size_t n;
	read_query("e=a,b&ex=c&e[x]=d&e[=f&e]=g");
	assert_true(http_query_list(&req, "e", false, &v, &n));
	assert_int_equal(n, 1);
	assert_str(v[0], "a,b");
	assert_true(http_query_list(&req, "none", true, &v, &n));
	assert_int_equal(n, 0);
}

/* Half escapes, foreign digits, NUL and bytes that are no UTF-8 are refused. */
static void malformed_escapes_are_refused(void **state)
{
	static const char *const bad[] = { "a=%", "a=%4", "a=%4g", "%zz=1", "a=%00", "a=%ff", "a=%C3", "a=\xe4" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = { 0 };
		if (query_parse(str_from(bad[i]), &req.arena, &req.query, &req.query_n, &e))
			fail_msg("%s was accepted", bad[i]);
		assert_int_equal(e.code, ERR_REQUEST);
	}
}

static int setup(void **state)
{
	arena_init(&req.arena, "test", 1 << 20);
	return 0;
}

static int teardown(void **state)
{
	arena_fini(&req.arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_decoded),
		cmocka_unit_test(empty_is_absent),
		cmocka_unit_test(last_scalar_wins),
		cmocka_unit_test(lists_have_four_forms),
		cmocka_unit_test(lists_keep_commas_and_names_apart),
		cmocka_unit_test(malformed_escapes_are_refused),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
