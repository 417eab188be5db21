/* SPDX-License-Identifier: Apache-2.0 */
/* URLs that strangers wrote: whatever is accepted has a host, and an address written out in it is judged. */
#include "fetch/guard.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str text = { (const char *)data, n };
	struct address_net net;
	struct address a;
	struct target t;
	struct err e = { 0 };
	char *url = strndup(text.p, n), shown[ADDRESS_SIZE];
	if (address_literal(text, &a)) {
		struct address again;
		address_format(&a, shown);
		if (!address_literal(str_from(shown), &again) || memcmp(&a, &again, sizeof(a)) != 0)
			abort();
		address_refusal(&a);
	}
	if (address_net_parse(text, &net) && !address_in(&net.base, &net))
		abort();
	if (url && target_init(&t, url, &e)) {
		if (!t.host[0] || t.port <= 0)
			abort();
		address_literal(str_from(t.host), &a);
		target_fini(&t);
	}
	free(url);
	return 0;
}
