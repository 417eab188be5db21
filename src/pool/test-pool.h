/* SPDX-License-Identifier: Apache-2.0 */
/* One document through a pool, as the tests of this room do it. */
#pragma once
#include "pool/pool.h"

#include "base/io.h"

#include <setjmp.h>
#include <unistd.h>

#include <cmocka.h>

/* Bytes under a name; the frames into out, which is initialised here and freed by the caller. */
static inline bool parse(struct pool *p, struct str bytes, const char *name, struct pool_request r, struct buf *out, struct err *e)
{
	r.fd = io_memfd("test", bytes, e);
	r.name = str_from(name);
	assert_true(r.fd >= 0);
	buf_init(out, 0);
	bool ok = pool_parse(p, &r, out, e);
	close(r.fd);
	return ok;
}
