/* SPDX-License-Identifier: Apache-2.0 */
#include "http/route.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static const struct http_route routes[] = {
	{ .method = HTTP_GET, .path = "/jobs" },
	{ .method = HTTP_POST, .path = "/jobs" },
	{ .method = HTTP_GET, .path = "/jobs/{id}" },
	{ .method = HTTP_POST, .path = "/jobs/{id}/cancel" },
	{ .method = HTTP_GET, .path = "/" },
};

static const struct http_route *find(const char *method, const char *path, struct str args[HTTP_ARGS], unsigned *allowed)
{
	enum http_method m = HTTP_GET;
	bool known = route_method(method, &m);
	for (int i = 0; i < HTTP_ARGS; i++)
		args[i] = (struct str){ 0 };
	return route_find(routes, sizeof routes / sizeof *routes, known, m, str_from(path), args, allowed);
}

/* The same row serves a path with and without a trailing slash, and HEAD like GET. */
static void slash_and_head(void **state)
{
	struct str args[HTTP_ARGS];
	unsigned allowed;
	assert_ptr_equal(find("GET", "/jobs", args, &allowed), &routes[0]);
	assert_ptr_equal(find("GET", "/jobs/", args, &allowed), &routes[0]);
	assert_ptr_equal(find("HEAD", "/jobs", args, &allowed), &routes[0]);
	assert_ptr_equal(find("GET", "/", args, &allowed), &routes[4]);
}

/* An escaped character is the character, also where paths are told apart (RFC 3986 section 6.2.2.2). */
static void escapes_are_the_same_path(void **state)
{
	static const char *const others[] = { "/%6aob", "/jobs%", "/jobs%7", "/jobs%00", "/jobs%73", "/%6a%6f%62%73%73", "/jobs%2fx/cancel" };
	struct str args[HTTP_ARGS];
	unsigned allowed;
	assert_ptr_equal(find("GET", "/%6Aob%73", args, &allowed), &routes[0]);
	assert_ptr_equal(find("POST", "/%6a%6f%62%73/x/%63ancel/", args, &allowed), &routes[3]);
	assert_true(str_eq_z(args[0], "x"));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_null(find("GET", others[i], args, &allowed));
}

/* What stands for {…} is handed over as it was sent. */
static void arguments_are_found(void **state)
{
	struct str args[HTTP_ARGS];
	unsigned allowed;
	assert_ptr_equal(find("POST", "/jobs/a%20b/cancel", args, &allowed), &routes[3]);
	assert_true(str_eq_z(args[0], "a%20b"));
	assert_null(args[1].p);
}

/* An argument cannot be empty or span a slash. */
static void near_misses_are_no_paths(void **state)
{
	static const char *const paths[] = { "/job", "/jobs//", "/jobs/x/y", "/jobs//cancel", "jobs", "", "//", "/jobs/x/cancel/y" };
	struct str args[HTTP_ARGS];
	unsigned allowed;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		assert_null(find("GET", paths[i], args, &allowed));
		assert_int_equal(allowed, 0);
	}
}

/* A known path with another method names the methods it has, also for methods no route has. */
static void other_methods_are_listed(void **state)
{
	struct str args[HTTP_ARGS];
	unsigned allowed;
	char text[64];
	assert_null(find("DELETE", "/jobs", args, &allowed));
	route_allow(allowed, text, sizeof text);
	assert_string_equal(text, "GET, HEAD, POST");
	assert_null(find("BREW", "/jobs/1/cancel", args, &allowed));
	route_allow(allowed, text, sizeof text);
	assert_string_equal(text, "POST");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slash_and_head),
		cmocka_unit_test(escapes_are_the_same_path),
		cmocka_unit_test(arguments_are_found),
		cmocka_unit_test(near_misses_are_no_paths),
		cmocka_unit_test(other_methods_are_listed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
