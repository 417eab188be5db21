/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"
#include <stdlib.h>

#define RULE_THICK 300 /* a filled area thinner than this is a line */
#define RULE_TOUCH 150 /* pieces this near are one line */

static int rule_cmp(const void *a, const void *b)
{
	const struct rule_line *p = a, *q = b;
	if (p->at != q->at)
		return p->at < q->at ? -1 : 1;
	if (p->from != q->from)
		return p->from < q->from ? -1 : 1;
	return (p->to > q->to) - (p->to < q->to);
}

/* Lines and boxes in the colour of the paper are there for the program that wrote them, not for the reader. */
static bool rule_is_paper(const struct doc_rule *r)
{
	return (r->color & 0xff) >= 0xfa && (r->color >> 8 & 0xff) >= 0xfa && (r->color >> 16 & 0xff) >= 0xfa;
}

/* Edges of shading separate rows as lines do; only their tops and bottoms, for sides follow the page. */
static size_t rule_lines(const struct doc_page *p, bool vertical, struct rule_line *out)
{
	size_t n = 0;
	for (size_t i = 0; i < p->rules_n; i++) {
		struct doc_box b = p->rules[i].box;
		int32_t w = b.x1 - b.x0, h = b.y1 - b.y0;
		if (rule_is_paper(&p->rules[i]))
			continue;
		if (vertical && h > w && w < RULE_THICK)
			out[n++] = (struct rule_line){ (b.x0 + b.x1) / 2, b.y0, b.y1 };
		else if (!vertical && w >= h && h < RULE_THICK)
			out[n++] = (struct rule_line){ (b.y0 + b.y1) / 2, b.x0, b.x1 };
		else if (!vertical && w > h && h < p->height / 4) {
			out[n++] = (struct rule_line){ b.y0, b.x0, b.x1 };
			out[n++] = (struct rule_line){ b.y1, b.x0, b.x1 };
		}
	}
	qsort(out, n, sizeof(*out), rule_cmp);
	return n;
}

/* Join pieces of the same line: cells often draw each their own border. */
static size_t rule_join(struct rule_line *l, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		struct rule_line *k = kept ? &l[kept - 1] : NULL;
		if (k && l[i].at - k->at <= RULE_TOUCH / 2 && l[i].from <= k->to + RULE_TOUCH && l[i].from >= k->from) {
			k->to = l[i].to > k->to ? l[i].to : k->to;
			continue;
		}
		l[kept++] = l[i];
	}
	return kept;
}

const struct rule_set *page_rules(struct table_ctx *x, uint32_t page)
{
	if (!x->rules)
		x->rules = ARENA_ARRAY(x->a, x->v->pages_n + 1, struct rule_set);
	static const struct rule_set none = { .ready = true };
	if (!x->rules || !plan_has_feature(x->plan, RULES))
		return &none;
	struct rule_set *r = &x->rules[page];
	if (r->ready)
		return r;
	const struct doc_page *p = x->v->pages[page].page;
	struct rule_line *h = ARENA_ARRAY(x->a, 2 * p->rules_n + 1, struct rule_line);
	struct rule_line *v = ARENA_ARRAY(x->a, p->rules_n + 1, struct rule_line);
	if (!h || !v)
		return &none;
	r->h = h;
	r->h_n = rule_join(h, rule_lines(p, false, h));
	r->v = v;
	r->v_n = rule_join(v, rule_lines(p, true, v));
	r->ready = true;
	return r;
}

static size_t rule_lower_bound(const struct rule_line *l, size_t n, int32_t at)
{
	size_t lo = 0;
	while (lo < n) {
		size_t mid = lo + (n - lo) / 2;
		if (l[mid].at < at)
			lo = mid + 1;
		else
			n = mid;
	}
	return lo;
}

static int32_t overlap(int32_t a0, int32_t a1, int32_t b0, int32_t b1)
{
	int32_t lo = a0 > b0 ? a0 : b0, hi = a1 < b1 ? a1 : b1;
	return hi > lo ? hi - lo : 0;
}

bool rule_between_rows(const struct rule_set *r, int32_t x0, int32_t x1, int32_t y0, int32_t y1)
{
	int64_t covered = 0;
	for (size_t i = rule_lower_bound(r->h, r->h_n, y0); i < r->h_n && r->h[i].at <= y1; i++) {
		int32_t o = overlap(r->h[i].from, r->h[i].to, x0, x1);
		if (o * INT64_C(10) >= (int64_t)(x1 - x0) * 6)
			return true;
		covered += o;
	}
	return covered * 10 >= (int64_t)(x1 - x0) * 7 && covered <= (int64_t)(x1 - x0) * 2;
}

bool rule_between_columns(const struct rule_set *r, int32_t x0, int32_t x1, int32_t y0, int32_t y1, int32_t *at)
{
	int64_t best = 0;
	for (size_t i = rule_lower_bound(r->v, r->v_n, x0 + 1); i < r->v_n && r->v[i].at < x1; i++) {
		int64_t o = overlap(r->v[i].from, r->v[i].to, y0, y1);
		for (size_t j = i + 1; j < r->v_n && r->v[j].at - r->v[i].at <= RULE_TOUCH; j++)
			o += overlap(r->v[j].from, r->v[j].to, y0, y1);
		if (o > best) {
			best = o;
			*at = r->v[i].at;
		}
	}
	return best > 0 && best * 10 >= (int64_t)(y1 - y0) * 6;
}

int32_t rule_frame_bottom(const struct rule_set *r, int32_t x0, int32_t x1, int32_t y, int32_t least)
{
	int32_t left = INT32_MAX, right = INT32_MIN, bottom = 0;
	for (size_t i = rule_lower_bound(r->v, r->v_n, x0 - least); i < r->v_n && r->v[i].at <= x1 + least; i++) {
		if (r->v[i].from > y || r->v[i].to < y + least)
			continue;
		left = r->v[i].at < left ? r->v[i].at : left;
		right = r->v[i].at > right ? r->v[i].at : right;
		bottom = r->v[i].to > bottom ? r->v[i].to : bottom;
	}
	return left < right && (int64_t)(right - left) * 10 >= (int64_t)(x1 - x0) * 6 ? bottom : INT32_MAX;
}
