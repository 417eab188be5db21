/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The view of a document whose pages stand in columns, read one column after the other:
 *
 *     WORK EXPERIENCE         Skills              lines that share a height by chance
 *     Engineer - Acme         Risk management     become lines of their own columns
 *     March 2019 - Present    English (Native)
 *
 * Words and segments keep their numbers, so that spans hold in both views; lines get
 * new ones, and headings are looked for again among lines that now stand alone.
 */
#include "layout/reading.h"

struct splitter {
	const struct view *v;
	struct view *out;
	struct vec lines; /* struct view_line */
	struct arena *a;
	bool (*order)(const struct view *v, uint32_t page, struct reading *r);
	bool parted;      /* some line stands in two columns */
};

static struct view_line line_of(const struct view *v, const struct reading_part *p, const struct view_line *above)
{
	const struct view_line *from = &v->lines[p->line];
	struct view_line l = { .seg = p->seg, .segs = p->segs, .word = v->segs[p->seg].word, .page = from->page, .box = v->segs[p->seg].box,
			       .section = VIEW_NONE, .flags = from->flags & VIEW_RUNNING };
	for (uint32_t s = p->seg; s < p->seg + p->segs; s++) {
		l.words += v->segs[s].words;
		box_join(&l.box, &v->segs[s].box);
	}
	bool first = !above || above->page != l.page || p->starts;
	l.leading = first ? 0 : imax(1, l.box.y1 - above->box.y1);
	return l;
}

static bool page_split(struct splitter *x, uint32_t page)
{
	struct reading r;
	bool ok = x->order(x->v, page, &r);
	x->out->pages[page].line = (uint32_t)x->lines.n;
	for (size_t i = 0; ok && i < r.n; i++) {
		size_t n = x->lines.n;
		struct view_line *l = vec_add(&x->lines, x->a);
		ok = l != NULL;
		if (ok)
			*l = line_of(x->v, &r.parts[i], n ? l - 1 : NULL);
		x->parted |= r.parts[i].segs < x->v->lines[r.parts[i].line].segs;
	}
	x->out->pages[page].lines = (uint32_t)x->lines.n - x->out->pages[page].line;
	reading_free(&r);
	return ok;
}

static void *copy(struct arena *a, const void *p, size_t n, size_t size)
{
	void *q = arena_array(a, n + 1, size);
	if (q && n)
		memcpy(q, p, n * size);
	return q;
}

static void lines_tell(struct view *v)
{
	for (uint32_t l = 0; l < v->lines_n; l++) {
		for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++)
			v->segs[s].line = l;
		for (uint32_t w = v->lines[l].word; w < v->lines[l].word + v->lines[l].words; w++)
			v->words[w].line = l;
	}
}

static bool pages_split(struct splitter *x)
{
	const struct view *v = x->v;
	x->out = ARENA_NEW(x->a, struct view);
	if (!x->out)
		return false;
	*x->out = *v;
	x->out->pages = copy(x->a, v->pages, v->pages_n, sizeof(*v->pages));
	for (uint32_t p = 0; x->out->pages && p < v->pages_n; p++)
		if (!page_split(x, p))
			return false;
	return x->out->pages != NULL;
}

static bool view_part(const struct view *v, bool (*order)(const struct view *v, uint32_t page, struct reading *r), struct arena *a,
		      const struct view **out)
{
	struct splitter x = { .v = v, .a = a, .order = order, .lines = { .size = sizeof(struct view_line) } };
	struct build b = { .d = v->doc, .a = a };
	*out = v;
	if (!pages_split(&x))
		return false;
	if (!x.parted)
		return true;
	x.out->lines = x.lines.p;
	x.out->lines_n = (uint32_t)x.lines.n;
	x.out->words = copy(a, v->words, v->words_n, sizeof(*v->words));
	x.out->segs = copy(a, v->segs, v->segs_n, sizeof(*v->segs));
	if (!x.out->words || !x.out->segs)
		return false;
	lines_tell(x.out);
	b.v = x.out;
	arena_init(&b.scratch, "columns", a->ceiling);
	bool ok = prose_mark(&b) && headings_mark(&b);
	arena_fini(&b.scratch);
	*out = x.out;
	return ok;
}

bool layout_columns(const struct view *v, struct arena *a, const struct view **out)
{
	return view_part(v, reading_order, a, out);
}

bool layout_abreast(const struct view *v, struct arena *a, const struct view **out)
{
	bool any = false;
	for (uint32_t l = 0; l < v->lines_n && !any; l++)
		any = v->lines[l].abreast > 0;
	for (uint32_t p = 0; p < v->pages_n && !any; p++)
		any = lists_stand_abreast(v, p);
	*out = v;
	return !any || view_part(v, reading_abreast, a, out);
}
