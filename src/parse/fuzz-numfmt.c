/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The first eight bytes as a number, the rest as the format it is shown by: the text is UTF-8 and of sane length. */
#include "parse/numfmt.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	double value;
	struct buf b = BUF_INIT(16 << 20);
	if (n < sizeof(value))
		return 0;
	memcpy(&value, data, sizeof(value));
	struct str code = { (const char *)data + sizeof(value), n - sizeof(value) };
	struct numfmt *f = numfmt_new(code);
	numfmt_number(f, value, data[0] & 1, &b);
	numfmt_text(f, STR("text"), &b);
	numfmt_general(value, &b);
	if (b.failed || (str_utf8_ok(code) && !str_utf8_ok(buf_view(&b))))
		abort();
	numfmt_free(f);
	buf_fini(&b);
	return 0;
}
