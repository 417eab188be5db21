/* SPDX-License-Identifier: Apache-2.0 */
/*
 * address - which IP addresses are public. Pure: nothing is looked up.
 *
 * The ranges are those of the IANA special-purpose registries (RFC 6890 and its
 * updates) and addresses of cloud metadata outside them. Forms that carry an
 * IPv4 address inside are judged by it or refused.
 */
#pragma once
#include "base/str.h"

#define ADDRESS_SIZE 46 /* text with NUL (INET6_ADDRSTRLEN) */

struct address {
	uint8_t b[16]; /* IPv4 as ::ffff:a.b.c.d */
};

/* Of a socket; false unless it is of IPv4 or IPv6. */
struct sockaddr;
bool address_of_socket(const struct sockaddr *sa, struct address *out);
void address_format(const struct address *a, char out[ADDRESS_SIZE]);

/*
 * The address a host stands for if it is written as one: dotted, and all that inet_aton() takes ("127.1",
 * "0x7f.0.0.1", "0177.1", "2130706433"), IPv6 with or without brackets, one dot at the end. False for names.
 */
bool address_literal(struct str host, struct address *out);

/* Why it is not public ("a loopback address"), or NULL if it is. */
const char *address_refusal(const struct address *a);

struct address_net {
	struct address base;
	int bits; /* of 128 */
};
/* "10.0.0.0/8", "fd00::/8", or one address. False on anything else. */
bool address_net_parse(struct str s, struct address_net *out);
bool address_in(const struct address *a, const struct address_net *n);
