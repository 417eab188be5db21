/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct address read_address(const char *text)
{
	struct address a;
	if (!address_literal(str_from(text), &a))
		fail_msg("%s is no address", text);
	return a;
}

/* Every range that is not public is refused at its first and last address, and says what it is. */
static void test_refused(void **state)
{
	static const char *const rows[][2] = {
		{ "0.0.0.0", "unspecified" }, { "0.255.255.255", "unspecified" }, { "10.0.0.0", "private" },
		{ "10.255.255.255", "private" }, { "100.64.0.0", "carrier" }, { "100.127.255.255", "carrier" },
		{ "100.100.100.200", "carrier" }, { "127.0.0.1", "loopback" }, { "127.255.255.255", "loopback" },
		{ "168.63.129.16", "metadata" }, { "169.254.0.0", "link-local" }, { "169.254.169.254", "metadata" },
		{ "169.254.255.255", "link-local" }, { "172.16.0.0", "private" }, { "172.31.255.255", "private" },
		{ "192.0.0.192", "reserved" }, { "192.0.2.1", "documentation" }, { "192.88.99.1", "reserved" },
		{ "192.168.0.0", "private" }, { "192.168.255.255", "private" }, { "198.18.0.0", "benchmarks" },
		{ "198.19.255.255", "benchmarks" }, { "198.51.100.7", "documentation" }, { "203.0.113.7", "documentation" },
		{ "224.0.0.1", "multicast" }, { "239.255.255.255", "multicast" }, { "240.0.0.0", "reserved" },
		{ "255.255.255.255", "reserved" },
		{ "::", "unspecified" }, { "::1", "loopback" }, { "::2", "reserved" }, { "::127.0.0.1", "reserved" },
		{ "::8.8.8.8", "reserved" }, { "100::1", "reserved" }, { "2001::1", "reserved" }, { "2001:1ff:ffff::", "reserved" },
		{ "2001:db8::1", "documentation" }, { "2002:7f00:1::", "6to4" }, { "2002:808:808::1", "6to4" },
		{ "3fff::1", "documentation" }, { "4000::1", "reserved" }, { "5f00::1", "reserved" }, { "fc00::1", "private" },
		{ "fd00:ec2::254", "private" }, { "fe80::1", "link-local" }, { "febf::1", "link-local" }, { "fec0::1", "private" },
		{ "ff02::1", "multicast" }, { "64:ff9b:1::a00:1", "reserved" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct address a = read_address(rows[i][0]);
		const char *why = address_refusal(&a);
		if (!why || !strstr(why, rows[i][1]))
			fail_msg("%s: %s", rows[i][0], why ? why : "public");
	}
}

/* Addresses next to those ranges are public. */
static void test_public(void **state)
{
	static const char *const rows[] = {
		"1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
		"168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255",
		"192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "203.0.112.255",
		"223.255.255.255", "2000::1", "2001:200::1", "2001:4860:4860::8888", "2001:db7::1", "2001:db9::1", "2003::1",
		"2606:4700::1111", "3fff:1000::1", "3ffe::1",
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct address a = read_address(rows[i]);
		const char *why = address_refusal(&a);
		if (why)
			fail_msg("%s: %s", rows[i], why);
	}
}

/* An IPv4 address inside an IPv6 one is judged as what it is. */
static void test_inside(void **state)
{
	static const char *const private_v4[] = { "127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.1.1", "0.0.0.0" };
	char text[80];
	for (size_t i = 0; i < 5; i++)
		for (int form = 0; form < 2; form++) {
			snprintf(text, sizeof(text), "%s%s", form ? "64:ff9b::" : "::ffff:", private_v4[i]);
			struct address a = read_address(text);
			assert_non_null(address_refusal(&a));
		}
	struct address a = read_address("::ffff:8.8.8.8"), b = read_address("64:ff9b::808:808");
	assert_null(address_refusal(&a));
	assert_null(address_refusal(&b));
}

/* Whatever inet_aton() takes for an address is one: octal, hexadecimal, short, one number, with a dot at the end. */
static void test_forms(void **state)
{
	static const char *const loopback[] = { "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1",
						"017700000001", "0x7F.0x0.0x0.0x1", "127.0.0.1.", "[::ffff:127.0.0.1]",
						"::ffff:7f00:1", "[0:0:0:0:0:ffff:7f00:0001]" };
	static const char *const names[] = { "", "localhost", "127.0.0.1.example", "1.2.3.4.5", "256.0.0.1", "0x", "127.0.0.1 ", "[::1",
					     "::1]", "[]", "[127.0.0.1", "1:2", ".", "127..1", "a.b" };
	char text[ADDRESS_SIZE];
	struct address a;
	for (size_t i = 0; i < sizeof(loopback) / sizeof(loopback[0]); i++) {
		a = read_address(loopback[i]);
		address_format(&a, text);
		assert_string_equal(text, "127.0.0.1");
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (address_literal(str_from(names[i]), &a))
			fail_msg("\"%s\" was read as an address", names[i]);
	assert_false(address_literal((struct str){ "127.0.0.1\0x", 11 }, &a));
	a = read_address("[2001:DB8::A]");
	address_format(&a, text);
	assert_string_equal(text, "2001:db8::a");
}

/* Networks hold what lies in them; IPv4 and IPv6 do not mix. */
static void test_nets(void **state)
{
	static const struct { const char *net, *in, *out; } rows[] = {
		{ "10.0.0.0/8", "10.255.0.1", "11.0.0.0" }, { "127.0.0.1", "127.0.0.1", "127.0.0.2" },
		{ "192.168.4.0/22", "192.168.7.255", "192.168.8.0" }, { "fd00::/8", "fdff::1", "fc00::1" },
		{ "::1", "::1", "::2" }, { "0.0.0.0/0", "203.0.113.1", "::1" }, { "::ffff:10.0.0.0/104", "10.1.1.1", "11.1.1.1" },
	};
	static const char *const bad[] = { "", "/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "fd00::/129", "name/8", "10.0.0.0/8x" };
	struct address_net net;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct address in = read_address(rows[i].in), out = read_address(rows[i].out);
		assert_true(address_net_parse(str_from(rows[i].net), &net));
		if (!address_in(&in, &net) || address_in(&out, &net))
			fail_msg("%s", rows[i].net);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (address_net_parse(str_from(bad[i]), &net))
			fail_msg("%s was read as a network", bad[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused), cmocka_unit_test(test_public), cmocka_unit_test(test_inside),
		cmocka_unit_test(test_forms), cmocka_unit_test(test_nets),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
