/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Any bytes as an archive: names are sane, and no more is unpacked than the budgets allow. */
#include "parse/zip.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct archive_limits limits = { 100, 1 << 20, 2 << 20, 1 << 16, 100 };
	struct buf out = BUF_INIT(0), path = BUF_INIT(0);
	struct err e = { 0 };
	struct str bytes = { (const char *)data, n };
	struct archive *a = archive_open(bytes, &limits, &e);
	archive_mentions(bytes, "mimetype");
	if (!a && !e.text[0])
		abort();
	for (size_t i = 0; a && i < archive_count(a); i++) {
		struct str name = archive_name(a, i);
		archive_size(a, i);
		archive_read(a, name, &out, &e);
		archive_resolve(STR("a/b"), name, &path);
		if (out.n > (2 << 20) + (1 << 16) || memmem(path.p ? path.p : "", path.n, "/../", 4))
			abort();
	}
	archive_close(a);
	buf_fini(&out);
	buf_fini(&path);
	return 0;
}
