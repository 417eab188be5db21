/* SPDX-License-Identifier: Apache-2.0 */
#include "base/pages.h"
#include <stdlib.h>

struct range {
	uint32_t first, last;
};

static bool number_read(struct str s, uint32_t *out, struct err *e)
{
	int64_t v;
	s = str_trim(s);
	if (s.n == 0 || s.p[0] == '-' || !str_to_i64(s, &v))
		return err_set(e, ERR_INVALID, "\"%.*s\" is no page number; write for example 1,3,5-7",
			       (int)(s.n < 40 ? s.n : 40), s.p);
	if (v < 1)
		return err_set(e, ERR_INVALID, "page numbers start at 1");
	*out = v < PAGES_MAX * INT64_C(10000) ? (uint32_t)v : PAGES_MAX * UINT32_C(10000);
	return true;
}

static bool range_read(struct str s, struct range *r, struct err *e)
{
	struct str first, last = str_cut(s, '-', &first);
	if (!number_read(first, &r->first, e))
		return false;
	r->last = r->first;
	if (last.p && !number_read(last, &r->last, e))
		return false;
	if (r->last < r->first)
		return err_set(e, ERR_INVALID, "range %u-%u is reversed", r->first, r->last);
	if (r->last - r->first >= PAGES_MAX)
		return err_set(e, ERR_INVALID, "more than %d pages selected", PAGES_MAX);
	return true;
}

static int page_cmp(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

/* Drop repeats, keeping the first of each: look each page up among the sorted ones, marking it seen. */
static bool repeats_drop(uint32_t *pages, size_t *n, struct arena *a, struct err *e)
{
	size_t unique = 0, kept = 0;
	uint32_t *sorted = ARENA_ARRAY(a, *n, uint32_t);
	bool *seen = ARENA_ARRAY(a, *n, bool);
	if (!sorted || !seen)
		return arena_ok(a, e);
	memcpy(sorted, pages, *n * sizeof *pages);
	qsort(sorted, *n, sizeof *sorted, page_cmp);
	for (size_t i = 0; i < *n; i++)
		if (unique == 0 || sorted[unique - 1] != sorted[i])
			sorted[unique++] = sorted[i];
	for (size_t i = 0; i < *n; i++) {
		uint32_t *at = bsearch(&pages[i], sorted, unique, sizeof *sorted, page_cmp);
		if (seen[at - sorted])
			continue;
		seen[at - sorted] = true;
		pages[kept++] = pages[i];
	}
	*n = kept;
	return true;
}

bool pages_parse(struct str s, struct arena *a, uint32_t **pages, size_t *n, struct err *e)
{
	size_t cap = 0;
	*pages = NULL;
	*n = 0;
	for (struct str rest = s, part; rest.p;) {
		struct range r = { 0, 0 };
		rest = str_cut(rest, ',', &part);
		if (!range_read(part, &r, e))
			return false;
		size_t more = (size_t)(r.last - r.first) + 1;
		if (more > PAGES_MAX - *n)
			return err_set(e, ERR_INVALID, "more than %d pages selected", PAGES_MAX);
		if (*n + more > cap) {
			size_t grown = cap * 2 > *n + more ? cap * 2 : *n + more;
			*pages = arena_grow(a, *pages, cap, grown, sizeof **pages);
			if (!*pages)
				return arena_ok(a, e);
			cap = grown;
		}
		for (size_t i = 0; i < more; i++)
			(*pages)[(*n)++] = r.first + (uint32_t)i;
	}
	return repeats_drop(*pages, n, a, e);
}
