/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any body, cut anywhere: the first byte says how large the pieces are. Reading it
 * in pieces must tell the sink the same as reading it at once.
 */
#include "http/multipart.h"
#include <stdlib.h>

static bool sink_begin(void *ctx, const struct http_part *p)
{
	struct buf *seen = ctx;
	buf_printf(seen, "[%zu %zu %zu|", p->name.n, p->filename.n, p->type.n);
	buf_str(seen, p->name);
	buf_str(seen, p->filename);
	buf_str(seen, p->type);
	return true;
}

static bool sink_data(void *ctx, const void *p, size_t n)
{
	buf_add(ctx, p, n);
	return true;
}

static bool sink_end(void *ctx)
{
	buf_byte(ctx, ']');
	return true;
}

static const struct multipart_sink sink = { sink_begin, sink_data, sink_end };

static bool body_read(const char *p, size_t n, size_t step, struct buf *seen)
{
	struct arena a;
	struct err e = { 0 };
	arena_init(&a, "fuzz", 16 << 20);
	struct multipart *m = ARENA_NEW(&a, struct multipart);
	bool ok = m && multipart_init(m, STR("multipart/form-data; boundary=X"), &sink, seen, &a, &e);
	for (size_t i = 0; ok && i < n; i += step)
		ok = multipart_feed(m, p + i, n - i < step ? n - i : step, &e);
	ok = ok && multipart_finish(m, &e);
	arena_fini(&a);
	return ok;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf whole = BUF_INIT(0), pieces = BUF_INIT(0);
	if (n == 0)
		return 0;
	const char *p = (const char *)data + 1;
	bool one = body_read(p, n - 1, n, &whole), two = body_read(p, n - 1, data[0] % 31 + 1u, &pieces);
	if (one != two || (one && (whole.n != pieces.n || memcmp(whole.p, pieces.p, whole.n) != 0)))
		abort();
	buf_fini(&whole);
	buf_fini(&pieces);
	return 0;
}
