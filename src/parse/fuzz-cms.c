/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Any bytes as a signed message: what comes out is no longer than what went in. */
#include "parse/cms.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf content = BUF_INIT(1 << 20);
	enum cms_kind kind = cms_read((struct str){ (const char *)data, n }, &content);
	if (content.n > n || (content.n && kind != CMS_SIGNED))
		abort();
	buf_fini(&content);
	return 0;
}
