/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/guard.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

/* The host that libcurl will go to is the host that is judged, however the URL tries to look like another. */
static void test_hosts(void **state)
{
	static const struct { const char *url, *host; long port; } rows[] = {
		{ "https://hooks.example.com/a?b#c", "hooks.example.com", 443 },
		{ "http://Hooks.Example.COM:8080", "hooks.example.com", 8080 },
		{ "http://hooks.example.com./", "hooks.example.com", 80 },
		{ "http://public.example@127.0.0.1/", "127.0.0.1", 80 },
		{ "http://127.0.0.1@public.example/", "public.example", 80 },
		{ "http://127.0.0.1:80@public.example:81/", "public.example", 81 },
		{ "http://public.example#@127.0.0.1/", "public.example", 80 },
		{ "http://public.example?@127.0.0.1/", "public.example", 80 },
		{ "http://0x7f.1/", "127.0.0.1", 80 },
		{ "http://2130706433/", "127.0.0.1", 80 },
		{ "http://%31%32%37.0.0.1/", "127.0.0.1", 80 },
		{ "http://[::1]/", "::1", 80 },
		{ "http://[::ffff:127.0.0.1]:81/", "::ffff:127.0.0.1", 81 },
		{ "HTTP://host/", "host", 80 },
		{ "http://xn--bcher-kva.example/", "xn--bcher-kva.example", 80 },
	};
	struct target t;
	struct err e = { 0 };
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (!target_init(&t, rows[i].url, &e))
			fail_msg("%s: %s", rows[i].url, e.text);
		if (strcmp(t.host, rows[i].host) != 0 || t.port != rows[i].port)
			fail_msg("%s: %s:%ld", rows[i].url, t.host, t.port);
		target_fini(&t);
	}
}

/* What is no http or https address is refused and told why. */
static void test_malformed(void **state)
{
	static const char *const urls[] = { "", "x", "ftp://host/", "file:///etc/passwd", "gopher://host/", "http://", "http://b\xc3\xbc" "cher.example/",
					    "http://\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1/",
					    "http://host:0/", "http://host:99999/", "http://host:x/", "http://a b/", "http://[::1/",
					    "http://[fe80::1%25eth0]/", "javascript:1", "//host/", "host.example", "http://a\nb/" };
	struct target t;
	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++) {
		struct err e = { 0 };
		if (target_init(&t, urls[i], &e))
			fail_msg("%s was taken, as %s", urls[i], t.host);
		assert_int_equal(e.code, ERR_INVALID);
		assert_true(e.text[0]);
	}
}

static bool allowed(const struct guard *g, const char *host, const char *address)
{
	struct address a;
	struct err e = { 0 };
	assert_true(address_literal(str_from(address), &a));
	bool ok = guard_host(g, host) || guard_address(g, host, &a, &e);
	assert_true(ok || (e.code == ERR_FORBIDDEN && strstr(e.text, address)));
	return ok;
}

/* The operator's list: networks by address, hosts by name, names below a name; nothing else becomes reachable. */
static void test_allowed(void **state)
{
	struct guard g;
	struct err e = { 0 };
	assert_true(guard_init(&g, " 10.0.0.0/8, ::1,hooks.internal ,*.lan,", &e));
	assert_true(allowed(&g, "x", "10.2.3.4") && allowed(&g, "x", "::1") && allowed(&g, "x", "8.8.8.8"));
	assert_true(allowed(&g, "Hooks.Internal", "127.0.0.1") && allowed(&g, "a.b.lan", "192.168.0.1"));
	assert_false(allowed(&g, "x", "11.0.0.1") && allowed(&g, "x", "192.168.0.1"));
	assert_false(allowed(&g, "x", "127.0.0.1"));
	assert_false(allowed(&g, "xhooks.internal", "127.0.0.1"));
	assert_false(allowed(&g, "hooks.internal.example", "127.0.0.1"));
	assert_false(allowed(&g, "lan", "127.0.0.1"));
	assert_false(allowed(&g, "alan", "127.0.0.1"));
	guard_fini(&g);
	assert_true(guard_init(&g, NULL, &e));
	assert_false(allowed(&g, "localhost", "127.0.0.1"));
	guard_fini(&g);
	assert_false(guard_init(&g, "10.0.0.0/99", &e));
	assert_int_equal(e.code, ERR_USAGE);
	guard_fini(&g);
	assert_false(guard_init(&g, "http://x", &e));
	guard_fini(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hosts), cmocka_unit_test(test_malformed),
		cmocka_unit_test(test_allowed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
