/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch/address.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>

static struct address address_v4(const uint8_t b[4])
{
	return (struct address){ { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, b[0], b[1], b[2], b[3] } };
}

static bool same_bits(const uint8_t *a, const uint8_t *b, int bits)
{
	int whole = bits / 8, rest = bits % 8;
	return memcmp(a, b, (size_t)whole) == 0 && (rest == 0 || ((a[whole] ^ b[whole]) >> (8 - rest)) == 0);
}

static const uint8_t mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };

static bool address_is_v4(const struct address *a)
{
	return same_bits(a->b, mapped, 96);
}

void address_format(const struct address *a, char out[ADDRESS_SIZE])
{
	if (address_is_v4(a))
		inet_ntop(AF_INET, a->b + 12, out, ADDRESS_SIZE);
	else
		inet_ntop(AF_INET6, a->b, out, ADDRESS_SIZE);
}

/* ---- text */

bool address_of_socket(const struct sockaddr *sa, struct address *out)
{
	if (sa->sa_family == AF_INET)
		*out = address_v4((const uint8_t *)&((const struct sockaddr_in *)(const void *)sa)->sin_addr);
	else if (sa->sa_family == AF_INET6)
		memcpy(out->b, &((const struct sockaddr_in6 *)(const void *)sa)->sin6_addr, 16);
	return sa->sa_family == AF_INET || sa->sa_family == AF_INET6;
}

bool address_literal(struct str host, struct address *out)
{
	static const struct addrinfo numeric = { .ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM };
	struct addrinfo *found = NULL;
	char z[64];
	bool brackets = host.n > 1 && host.p[0] == '[' && host.p[host.n - 1] == ']';
	if (brackets)
		host = (struct str){ host.p + 1, host.n - 2 };
	else if (host.n && host.p[host.n - 1] == '.')
		host.n--;
	if (host.n == 0 || host.n >= sizeof(z) || memchr(host.p, '\0', host.n))
		return false;
	snprintf(z, sizeof(z), "%.*s", STR_ARGS(host));
	if (getaddrinfo(z, NULL, &numeric, &found) != 0)
		return false;
	bool ok = address_of_socket(found->ai_addr, out);
	freeaddrinfo(found);
	return ok;
}

bool address_net_parse(struct str s, struct address_net *out)
{
	struct str host, bits = str_cut(s, '/', &host);
	int64_t n;
	if (!address_literal(host, &out->base))
		return false;
	int most = address_is_v4(&out->base) && !memchr(host.p, ':', host.n) ? 32 : 128;
	out->bits = 128;
	if (!bits.p)
		return true;
	if (!str_to_i64(bits, &n) || n < 0 || n > most)
		return false;
	out->bits = 128 - most + (int)n;
	return true;
}

bool address_in(const struct address *a, const struct address_net *n)
{
	return same_bits(a->b, n->base.b, n->bits);
}

/* ---- what is not public */

struct range {
	uint8_t base[16];
	int bits;
	const char *what;
};

static const char *find(const uint8_t *b, const struct range *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (same_bits(b, rows[i].base, rows[i].bits))
			return rows[i].what;
	return NULL;
}

static const struct range v4[] = {
	{ { 0 }, 8, "an unspecified address" },
	{ { 10 }, 8, "a private address" },
	{ { 100, 64 }, 10, "an address shared behind a carrier's translator" },
	{ { 127 }, 8, "a loopback address" },
	{ { 168, 63, 129, 16 }, 32, "a cloud metadata address" },
	{ { 169, 254, 169, 254 }, 32, "a cloud metadata address" },
	{ { 169, 254 }, 16, "a link-local address" },
	{ { 172, 16 }, 12, "a private address" },
	{ { 192, 0, 0 }, 24, "a reserved address" },
	{ { 192, 0, 2 }, 24, "an address of documentation" },
	{ { 192, 88, 99 }, 24, "a reserved address" },
	{ { 192, 168 }, 16, "a private address" },
	{ { 198, 18 }, 15, "an address of benchmarks" },
	{ { 198, 51, 100 }, 24, "an address of documentation" },
	{ { 203, 0, 113 }, 24, "an address of documentation" },
	{ { 224 }, 4, "a multicast address" },
	{ { 240 }, 4, "a reserved address" },
};

static const struct range v6[] = {
	{ { 0 }, 128, "an unspecified address" },
	{ { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, 128, "a loopback address" },
	{ { 0xfc }, 7, "a private address" },
	{ { 0xfe, 0x80 }, 10, "a link-local address" },
	{ { 0xfe, 0xc0 }, 10, "a private address" },
	{ { 0xff }, 8, "a multicast address" },
	{ { 0x20, 0x01 }, 23, "a reserved address" }, /* Teredo (RFC 4380), benchmarks, ORCHID */
	{ { 0x20, 0x01, 0x0d, 0xb8 }, 32, "an address of documentation" },
	{ { 0x20, 0x02 }, 16, "an address with another one inside (6to4)" }, /* deprecated by RFC 7526 */
	{ { 0x3f, 0xff }, 20, "an address of documentation" }, /* RFC 9637 */
};

static const char *v4_refusal(const uint8_t b[4])
{
	return find(b, v4, sizeof(v4) / sizeof(v4[0]));
}

const char *address_refusal(const struct address *a)
{
	static const uint8_t nat64[12] = { 0, 0x64, 0xff, 0x9b }, global[1] = { 0x20 };
	if (address_is_v4(a) || same_bits(a->b, nat64, 96)) /* RFC 6052 */
		return v4_refusal(a->b + 12);
	const char *what = find(a->b, v6, sizeof(v6) / sizeof(v6[0]));
	if (what)
		return what;
	return same_bits(a->b, global, 3) ? NULL : "a reserved address"; /* RFC 4291: only 2000::/3 is given out */
}
