/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Up to the first zero byte a label, then text of any encoding: what comes out is UTF-8, whatever the label says. */
#include "parse/charset.h"
#include "parse/html.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str all = { (const char *)data, n }, text, label = html_charset(all);
	const char *cut = n ? memchr(all.p, '\0', n) : NULL;
	struct buf store = BUF_INIT(16 << 20);
	struct err e = { 0 };
	if (cut && label.n == 0) {
		label = (struct str){ all.p, (size_t)(cut - all.p) };
		all = (struct str){ cut + 1, n - label.n - 1 };
	}
	charset_is_text(all);
	if (charset_decode(all, label, &store, &text, &e) ? !str_utf8_ok(text) : !e.text[0])
		abort();
	buf_fini(&store);
	return 0;
}
