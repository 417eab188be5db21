/* SPDX-License-Identifier: Apache-2.0 */
/*
 * guard - which targets may be reached. The address in a URL is read by the same
 * code that connects (libcurl's URL API), so the two never understand it
 * differently.
 */
#pragma once
#include "base/buf.h"
#include "fetch/address.h"

#include "fetch/late-curl.h"

#define GUARD_ALLOWED 64

struct guard {
	struct address_net nets[GUARD_ALLOWED];
	struct str hosts[GUARD_ALLOWED]; /* into text; "*.lan" = and all below */
	size_t nets_n, hosts_n;
	struct buf text;
};

bool guard_init(struct guard *g, const char *allow, struct err *e);
void guard_fini(struct guard *g);

struct target {
	CURLU *url;
	char host[256]; /* lower case, as it is looked up, IPv6 without brackets */
	long port;
};
/* ERR_INVALID says what is wrong. */
bool target_init(struct target *t, const char *url, struct err *e);
void target_fini(struct target *t);

/* Is the host allowed by name, whatever its addresses are? */
bool guard_host(const struct guard *g, const char *host);
/* True, or false with ERR_FORBIDDEN. */
bool guard_address(const struct guard *g, const char *host, const struct address *a, struct err *e);
