/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/span.h"
struct spans *span_scan(const struct view *v, struct arena *a, struct err *e)
{
	struct spans *s = ARENA_NEW(a, struct spans);
	uint32_t *b = ARENA_ARRAY(a, v->segs_n + 1u, uint32_t);
	s->by_seg = b;
	return s;
}
