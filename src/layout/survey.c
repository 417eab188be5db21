/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/survey.h"

#include "layout/layout-private.h"

#include <stdlib.h>

#define KEPT_MOST ((size_t)256 << 20) /* facts of all pages */
#define PAGE_MOST ((size_t)1 << 30)   /* tables of one page while it is looked at */

struct survey {
	struct arena a;
	struct running running;
	struct heading_body body;
	struct vec headings;   /* struct heading, lines numbered through the document; once ended those that hold */
	size_t *first_heading; /* of each page, and behind the last */
	bool ended;
};

struct survey *survey_new(void)
{
	struct survey *s = calloc(1, sizeof(*s));
	if (!s)
		return NULL;
	arena_init(&s->a, "survey", KEPT_MOST);
	running_init(&s->running);
	s->headings.size = sizeof(struct heading);
	return s;
}

void survey_free(struct survey *s)
{
	if (s)
		arena_fini(&s->a);
	free(s);
}

/* The passes over one page, as far as they need no other. */
static bool passes_run(struct build *b, const struct doc *d, struct arena *a)
{
	static bool (*const passes[])(struct build *) = { pages_build, blocks_link, prose_mark };
	*b = (struct build){ .d = d, .a = a, .words = { .size = sizeof(struct view_word) }, .lines = { .size = sizeof(struct view_line) },
			     .segs = { .size = sizeof(struct view_seg) } };
	arena_init(&b->scratch, "layout", PAGE_MOST);
	b->v = ARENA_NEW(a, struct view);
	bool ok = b->v != NULL;
	if (ok)
		b->v->doc = d;
	for (size_t i = 0; ok && i < sizeof(passes) / sizeof(passes[0]); i++)
		ok = passes[i](b);
	return ok;
}

static bool passes_end(struct build *b, bool ok, struct err *e)
{
	bool within = arena_ok(b->a, e) && arena_ok(&b->scratch, e);
	arena_fini(&b->scratch);
	return within && (ok || err_set(e, ERR_INTERNAL, "layout: a pass failed"));
}

static bool headings_add(struct survey *s, const struct view *v)
{
	for (uint32_t l = 0; l < v->lines_n; l++) {
		struct heading h, *out;
		if (!heading_read(v, l, &h))
			continue;
		out = vec_add(&s->headings, &s->a);
		if (!out)
			return false;
		*out = h;
		out->line += s->running.lines_n;
	}
	return true;
}

bool survey_add(struct survey *s, const struct doc_page *page, struct err *e)
{
	struct doc_page one = *page;
	struct doc d = { .pages = &one, .pages_n = 1 };
	struct arena a;
	struct build b;
	arena_init(&a, "page", PAGE_MOST);
	bool ok = passes_run(&b, &d, &a);
	if (ok) {
		headings_body_add(&s->body, b.v);
		ok = headings_add(s, b.v) && running_add(&s->running, b.v, &s->a);
	}
	ok = arena_ok(&s->a, e) && passes_end(&b, ok, e);
	arena_fini(&a);
	return ok;
}

static bool is_running(const struct running_page *p, uint32_t line)
{
	uint32_t at = line - p->line, end = p->lines - p->climbing;
	return at < p->header || (at < end && at >= end - p->footer);
}

/* Those that are, page by page. */
static bool headings_settle(struct survey *s)
{
	struct heading *h = s->headings.p;
	const struct running_page *pages = s->running.pages.p;
	size_t n = 0, at = 0, pages_n = s->running.pages.n;
	s->first_heading = ARENA_ARRAY(&s->a, pages_n + 1, size_t);
	if (!s->first_heading)
		return false;
	for (size_t p = 0; p < pages_n; p++) {
		s->first_heading[p] = n;
		for (; at < s->headings.n && h[at].line < pages[p].line + pages[p].lines; at++)
			if (!is_running(&pages[p], h[at].line) && heading_holds(&h[at], &s->body))
				h[n++] = h[at];
	}
	s->first_heading[pages_n] = n;
	s->headings.n = n;
	headings_rank(h, n);
	return true;
}

bool survey_end(struct survey *s, struct err *e)
{
	s->ended = running_find(&s->running, &s->a) && headings_settle(s);
	return arena_ok(&s->a, e) && (s->ended || err_set(e, ERR_INTERNAL, "layout: a pass failed"));
}

struct view *survey_page(const struct survey *s, uint32_t index, const struct doc_page *page, struct arena *a, struct err *e)
{
	const struct running_page *p = (const struct running_page *)s->running.pages.p + index;
	struct doc *d = ARENA_NEW(a, struct doc);
	struct doc_page *one = ARENA_NEW(a, struct doc_page);
	struct build b;
	if (!d || !one)
		return (void)arena_ok(a, e), NULL;
	*one = *page;
	*d = (struct doc){ .pages = one, .pages_n = 1 };
	bool ok = passes_run(&b, d, a);
	if (ok && (!s->ended || index >= s->running.pages.n || b.v->lines_n != p->lines))
		ok = false; /* another page than the one that was added */
	if (ok) {
		running_apply(b.v, 0, p);
		for (size_t i = s->first_heading[index]; i < s->first_heading[index + 1]; i++) {
			const struct heading *h = (const struct heading *)s->headings.p + i;
			heading_apply(&b.v->lines[h->line - p->line], h);
		}
		ok = cells_find(&b);
	}
	return passes_end(&b, ok, e) ? b.v : NULL;
}
