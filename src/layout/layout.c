/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/layout-private.h"

static bool page_build(struct build *b, uint32_t page)
{
	uint8_t quarter;
	const struct doc_page *p = page_upright(b->a, &b->d->pages[page], &quarter);
	struct view_page *vp = &b->v->pages[page];
	uint32_t rows;
	*vp = (struct view_page){ .page = p, .quarter = quarter, .word = (uint32_t)b->words.n, .line = (uint32_t)b->lines.n };
	if (!words_collect(b, p) || !lines_group(b, p, &rows) || !segs_cut(b, p, page, rows))
		return false;
	vp->words = (uint32_t)b->words.n - vp->word;
	vp->lines = (uint32_t)b->lines.n - vp->line;
	vp->body_size = b->body;
	return true;
}

static void *keep(struct arena *a, const struct vec *t)
{
	void *p = arena_array(a, t->n + 1, t->size);
	if (p && t->n)
		memcpy(p, t->p, t->n * t->size);
	return p;
}

static bool tables_keep(struct build *b)
{
	struct view *v = b->v;
	v->words = keep(b->a, &b->words);
	v->lines = keep(b->a, &b->lines);
	v->segs = keep(b->a, &b->segs);
	v->words_n = (uint32_t)b->words.n;
	v->lines_n = (uint32_t)b->lines.n;
	v->segs_n = (uint32_t)b->segs.n;
	return v->words && v->lines && v->segs;
}

bool pages_build(struct build *b)
{
	struct view *v = b->v;
	v->pages_n = (uint32_t)b->d->pages_n;
	v->pages = ARENA_ARRAY(b->a, v->pages_n + 1u, struct view_page);
	if (!v->pages)
		return false;
	for (uint32_t p = 0; p < v->pages_n; p++)
		if (!page_build(b, p))
			return false;
	return tables_keep(b);
}

/* The order is meaning: each uses what the ones before found. */
static bool (*const passes[])(struct build *) = {
	pages_build, blocks_link, running_mark, prose_mark, headings_mark, cells_find, lang_guess, votes_count, hyphened_list,
};

enum { PASSES = sizeof(passes) / sizeof(*passes), PASSES_OF_LINES = 1 };

static struct view *passes_run(const struct doc *d, size_t n, struct arena *a, struct err *e)
{
	struct build b = { .d = d, .a = a, .words = { .size = sizeof(struct view_word) },
			   .lines = { .size = sizeof(struct view_line) }, .segs = { .size = sizeof(struct view_seg) } };
	bool ok = true;
	arena_init(&b.scratch, "layout", a->ceiling);
	b.v = ARENA_NEW(a, struct view);
	if (b.v)
		b.v->doc = d;
	for (size_t i = 0; i < n && ok && b.v; i++)
		ok = passes[i](&b);
	bool within = arena_ok(a, e) && arena_ok(&b.scratch, e);
	arena_fini(&b.scratch);
	if (!within || !ok || !b.v) {
		if (within)
			err_set(e, ERR_INTERNAL, "layout: a pass failed");
		return NULL;
	}
	return b.v;
}

struct view *layout_build(const struct doc *d, struct arena *a, struct err *e)
{
	return passes_run(d, PASSES, a, e);
}

struct view *layout_lines(const struct doc *d, struct arena *a, struct err *e)
{
	return passes_run(d, PASSES_OF_LINES, a, e);
}
