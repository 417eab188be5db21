/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * The strip to pages. A page ends at the last cut that fits; where none does
 * (a table cell longer than a page) at the last gap between lines; where there
 * is no gap either the page grows.
 */
#include "parse/flow-private.h"

#include "doc/order.h"
#include "parse/link.h"
#include "parse/spaced.h"

#include <stdlib.h>

enum { PAGE_WORDS = 100000, MOST_LINKS = 20000 };

static int32_t larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* Words were added line by line but cells stand side by side: stable order by y for cutting, source order for output. */
struct spot {
	int32_t y0, y1;
	uint32_t word;
};

static int spot_cmp(const void *a, const void *b)
{
	const struct spot *p = a, *q = b;
	if (p->y0 != q->y0)
		return p->y0 < q->y0 ? -1 : 1;
	return p->word < q->word ? -1 : p->word > q->word;
}

static int cut_cmp(const void *a, const void *b)
{
	const struct flow_cut *p = a, *q = b;
	if (p->y != q->y)
		return p->y < q->y ? -1 : 1;
	if (p->sheet != q->sheet)
		return q->sheet - p->sheet;
	return p->section < q->section ? -1 : p->section > q->section;
}

struct cutter {
	struct flow *f;
	struct spot *spots;
	size_t spots_n, spot; /* spots before it are on finished pages */
	size_t cut;           /* the same of cuts */
	int32_t y0, bottom;   /* of the page at hand; end of the strip */
	int32_t width, height, margin; /* of pages */
};

/* Words from the top of the page to y, and whether one lies across y. */
static size_t words_above(const struct cutter *k, int32_t y)
{
	size_t n = 0;
	for (size_t i = k->spot; i < k->spots_n && k->spots[i].y0 < y; i++)
		n++;
	return n;
}

/* The largest y up to most where no word is cut, or 0. */
static int32_t gap_before(const struct cutter *k, int32_t most)
{
	int32_t reach = k->y0, found = 0;
	for (size_t i = k->spot; i < k->spots_n && k->spots[i].y0 <= most; i++) {
		if (k->spots[i].y0 >= reach && reach > k->y0 && reach <= most)
			found = reach;
		reach = larger(reach, k->spots[i].y1);
	}
	return found;
}

static void sheet_add(struct cutter *k, int32_t y1, const struct flow_cut *sheet)
{
	struct flow *f = k->f;
	struct flow_sheet *s = flow_add(f, &f->sheets);
	if (!s)
		return;
	*s = (struct flow_sheet){ .y0 = k->y0, .y1 = y1, .width = k->width, .height = k->height };
	s->dx = s->dy = k->margin;
	s->dy -= k->y0;
	if (sheet) {
		s->dx = 0;
		s->dy = -k->y0;
		s->width = sheet->width;
		s->height = sheet->height;
	} else if (f->o.fit || y1 - k->y0 + 2 * k->margin > s->height) {
		s->height = larger(y1 - k->y0 + 2 * k->margin, f->o.fit ? FLOW_LETTER_HEIGHT : s->height);
	}
	s->word = k->spot;
	while (k->spot < k->spots_n && k->spots[k->spot].y0 < y1)
		k->spot++;
	s->words = k->spot - s->word;
	k->y0 = y1;
}

/* Past the places up to y0; a section that begins there says what its pages are like. */
static void cuts_pass(struct cutter *k)
{
	const struct flow_cut *cuts = k->f->cuts.p;
	for (; k->cut < k->f->cuts.n && cuts[k->cut].y <= k->y0; k->cut++) {
		if (!cuts[k->cut].section)
			continue;
		k->width = cuts[k->cut].width;
		k->height = cuts[k->cut].height;
		k->margin = cuts[k->cut].margin;
	}
}

/* The end of the page that begins at y0. */
static int32_t page_end(struct cutter *k, const struct flow_cut **sheet)
{
	const struct flow_cut *cuts = k->f->cuts.p;
	cuts_pass(k);
	int32_t most = k->y0 + k->height - 2 * k->margin, best = 0;
	size_t i = k->cut;
	*sheet = NULL;
	for (; i < k->f->cuts.n && (cuts[i].y <= most || cuts[i].sheet); i++) {
		best = cuts[i].y;
		if (cuts[i].must) {
			*sheet = cuts[i].sheet ? &cuts[i] : NULL;
			return best;
		}
	}
	if (k->bottom <= most)
		return k->bottom;
	best = best > k->y0 ? best : gap_before(k, most);
	if (best > k->y0)
		return best;
	return i < k->f->cuts.n ? cuts[i].y : k->bottom;
}

static bool has_ink(const struct cutter *k, int32_t y1)
{
	if (k->spot < k->spots_n && k->spots[k->spot].y0 < y1)
		return true;
	const struct doc_mark *m = k->f->marks.p;
	for (size_t i = 0; i < k->f->marks.n; i++)
		if (m[i].box.y0 >= k->y0 && m[i].box.y0 < y1)
			return true;
	const struct flow_shown *p = k->f->pictures.p;
	for (size_t i = 0; i < k->f->pictures.n; i++)
		if (p[i].box.y0 >= k->y0 && p[i].box.y0 < y1)
			return true;
	return false;
}

static void pages_cut(struct cutter *k)
{
	struct flow *f = k->f;
	if (f->cuts.n)
		qsort(f->cuts.p, f->cuts.n, f->cuts.size, cut_cmp);
	while (k->y0 < k->bottom && !f->arena.over) {
		const struct flow_cut *sheet;
		int32_t end = page_end(k, &sheet);
		if (words_above(k, end) > PAGE_WORDS) {
			int32_t sooner = gap_before(k, k->spots[k->spot + PAGE_WORDS].y0);
			end = sooner > k->y0 ? sooner : end;
			sheet = NULL;
		}
		if (end <= k->y0)
			end = k->bottom;
		/* An empty slide is a page; what is left behind a page break is none. */
		if (sheet || has_ink(k, end))
			sheet_add(k, end, sheet);
		else
			k->y0 = end;
	}
}

/* ---- facts get the place of their words */

const struct flow_sheet *flow_sheet_of(const struct flow *f, int32_t y)
{
	const struct flow_sheet *s = f->sheets.p;
	size_t low = 0, high = f->sheets.n;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (s[mid].y1 <= y)
			low = mid + 1;
		else
			high = mid;
	}
	return low < f->sheets.n ? &s[low] : NULL;
}

struct doc_box flow_box_on(const struct flow_sheet *s, struct doc_box b)
{
	return (struct doc_box){ b.x0 + s->dx, b.y0 + s->dy, b.x1 + s->dx, b.y1 + s->dy };
}

static void facts_place(struct flow *f)
{
	const struct flow_word *w = f->words.p;
	struct doc_fact *facts = f->facts.p;
	for (size_t i = 0; i < f->words.n; i++) {
		const struct flow_sheet *s = w[i].fact && w[i].fact <= f->facts.n ? flow_sheet_of(f, w[i].box.y0) : NULL;
		if (!s)
			continue;
		struct doc_fact *fact = &facts[w[i].fact - 1];
		uint32_t page = (uint32_t)(s - (const struct flow_sheet *)f->sheets.p) + 1;
		struct doc_box b = flow_box_on(s, w[i].box);
		if (!fact->page)
			fact->box = b;
		else if (fact->page != page)
			continue;
		fact->page = page;
		fact->box.x0 = fact->box.x0 < b.x0 ? fact->box.x0 : b.x0;
		fact->box.y0 = fact->box.y0 < b.y0 ? fact->box.y0 : b.y0;
		fact->box.x1 = larger(fact->box.x1, b.x1);
		fact->box.y1 = larger(fact->box.y1, b.y1);
	}
}

/* ---- links: addresses, and where the words that lead there stand */

uint32_t flow_link(struct flow *f, struct str address)
{
	const struct str *links = f->links.p;
	address = str_trim(address);
	if (!link_is_told(address) || f->links.n >= MOST_LINKS)
		return 0;
	if (f->links.n && str_eq(links[f->links.n - 1], address))
		return (uint32_t)f->links.n;
	struct str *link = flow_add(f, &f->links);
	if (!link)
		return 0;
	*link = arena_str(&f->arena, address);
	return (uint32_t)f->links.n;
}

/* Words beside each other that lead to one address. */
static bool links_join(const struct flow_word *a, const struct flow_word *b)
{
	return a->link == b->link && a->box.y0 < b->box.y1 && b->box.y0 < a->box.y1;
}

static void links_place(struct flow *f)
{
	const struct flow_word *w = f->words.p;
	for (size_t i = 0, k; i < f->words.n; i = k) {
		struct doc_box b = w[i].box;
		for (k = i + 1; k < f->words.n && links_join(&w[i], &w[k]); k++)
			b = (struct doc_box){ b.x0 < w[k].box.x0 ? b.x0 : w[k].box.x0, b.y0 < w[k].box.y0 ? b.y0 : w[k].box.y0,
					      larger(b.x1, w[k].box.x1), larger(b.y1, w[k].box.y1) };
		const struct flow_sheet *s = w[i].link && w[i].link <= f->links.n ? flow_sheet_of(f, w[i].box.y0) : NULL;
		uint32_t n = s ? flow_fact(f, DOC_FACT_LINK, STR("link"), STR(""), ((const struct str *)f->links.p)[w[i].link - 1]) : 0;
		if (!n)
			continue;
		struct doc_fact *fact = &((struct doc_fact *)f->facts.p)[n - 1];
		fact->page = (uint32_t)(s - (const struct flow_sheet *)f->sheets.p) + 1;
		fact->box = flow_box_on(s, b);
	}
}

/* ---- rules, drawn once */

static int rule_cmp(const void *a, const void *b)
{
	const struct doc_rule *p = a, *q = b;
	int32_t at[2] = { p->kind == DOC_RULE_HORIZONTAL ? p->box.y0 : p->box.x0, q->kind == DOC_RULE_HORIZONTAL ? q->box.y0 : q->box.x0 };
	int32_t from[2] = { p->kind == DOC_RULE_HORIZONTAL ? p->box.x0 : p->box.y0, q->kind == DOC_RULE_HORIZONTAL ? q->box.x0 : q->box.y0 };
	if (p->kind != q->kind)
		return p->kind < q->kind ? -1 : 1;
	if (at[0] != at[1])
		return at[0] < at[1] ? -1 : 1;
	return from[0] != from[1] ? (from[0] < from[1] ? -1 : 1) : 0;
}

/* Pieces on one line that touch become one. */
static void rules_join(struct flow *f)
{
	struct doc_rule *r = f->rules.p;
	size_t n = 0;
	if (f->rules.n)
		qsort(r, f->rules.n, sizeof(*r), rule_cmp);
	for (size_t i = 0; i < f->rules.n; i++) {
		struct doc_rule *last = n ? &r[n - 1] : NULL;
		bool level = r[i].kind == DOC_RULE_HORIZONTAL;
		if (last && last->kind == r[i].kind &&
		    (level ? last->box.y0 == r[i].box.y0 && r[i].box.x0 <= last->box.x1 :
			     last->box.x0 == r[i].box.x0 && r[i].box.y0 <= last->box.y1)) {
			last->box.x1 = larger(last->box.x1, r[i].box.x1);
			last->box.y1 = larger(last->box.y1, r[i].box.y1);
		} else {
			r[n++] = r[i];
		}
	}
	f->rules.n = n;
}

/* ---- laying and building */

static void sheets_widen(struct flow *f)
{
	const struct flow_word *w = f->words.p;
	for (size_t i = 0; i < f->words.n; i++) {
		struct flow_sheet *s = (struct flow_sheet *)(uintptr_t)flow_sheet_of(f, w[i].box.y0);
		if (s)
			s->width = larger(s->width, w[i].box.x1 + 2 * s->dx);
	}
}

bool flow_lay(struct flow *f, uint32_t *pages, struct err *e)
{
	struct cutter k = { .f = f, .width = f->o.width, .height = f->o.height, .margin = f->o.margin };
	*pages = 0;
	k.bottom = flow_children(f, &f->root, 0, 0, f->o.width - 2 * f->o.margin);
	k.spots = ARENA_ARRAY(&f->arena, f->words.n + 1, struct spot);
	if (!k.spots || !arena_ok(&f->arena, e) || !buf_ok(&f->tokens, e) || !buf_ok(&f->word, e))
		return arena_ok(&f->arena, e) && err_set(e, ERR_MEMORY, "out of memory");
	const struct flow_word *w = f->words.p;
	for (size_t i = 0; i < f->words.n; i++)
		k.spots[k.spots_n++] = (struct spot){ w[i].box.y0, w[i].box.y1, (uint32_t)i };
	qsort(k.spots, k.spots_n, sizeof(*k.spots), spot_cmp);
	pages_cut(&k);
	facts_place(f);
	links_place(f);
	rules_join(f);
	sheets_widen(f);
	f->order = k.spots;
	*pages = f->words.n || f->pictures.n ? (uint32_t)f->sheets.n : 0;
	return arena_ok(&f->arena, e);
}

static int id_cmp(const void *a, const void *b)
{
	uint32_t p = *(const uint32_t *)a, q = *(const uint32_t *)b;
	return (p > q) - (p < q);
}

static void words_build(struct flow *f, const struct flow_sheet *s, struct doc_page_builder *out)
{
	const struct spot *spots = f->order;
	uint32_t *ids = malloc((s->words + 1) * sizeof(*ids));
	if (!ids) {
		out->words.failed = true;
		return;
	}
	for (size_t i = 0; i < s->words; i++)
		ids[i] = spots[s->word + i].word;
	qsort(ids, s->words, sizeof(*ids), id_cmp);
	for (size_t i = 0; i < s->words; i++) {
		const struct flow_word *w = &((const struct flow_word *)f->words.p)[ids[i]];
		struct doc_word word = { .box = flow_box_on(s, w->box), .size = w->size, .run = w->run, .flags = w->flags, .down = w->down,
					 .source = w->source, .conf = 100 };
		doc_page_add_word(out, &word, w->text);
	}
	free(ids);
	spaced_settle(out);
}

/* Lines across the end of a page go on on the next. */
static void rules_build(const struct flow *f, const struct flow_sheet *s, struct doc_page_builder *out)
{
	const struct doc_rule *r = f->rules.p;
	for (size_t i = 0; i < f->rules.n; i++) {
		struct doc_rule part = r[i];
		part.box.y0 = larger(part.box.y0, s->y0);
		part.box.y1 = part.box.y1 < s->y1 ? part.box.y1 : s->y1;
		if (part.box.y0 > part.box.y1 || (part.kind == DOC_RULE_VERTICAL && part.box.y0 == part.box.y1))
			continue;
		part.box = flow_box_on(s, part.box);
		doc_page_add_rule(out, &part);
	}
}

void flow_build(struct flow *f, uint32_t index, uint32_t number, const struct parse_options *o, struct doc_page_builder *out, struct sink *sink)
{
	const struct flow_sheet *s = &((const struct flow_sheet *)f->sheets.p)[index];
	const struct doc_mark *m = f->marks.p;
	doc_page_builder_start(out, number, s->width, s->height);
	words_build(f, s, out);
	rules_build(f, s, out);
	for (size_t i = 0; i < f->marks.n; i++) {
		struct doc_mark mark = m[i];
		if (mark.box.y0 < s->y0 || mark.box.y0 >= s->y1)
			continue;
		mark.box = flow_box_on(s, mark.box);
		doc_page_add_mark(out, &mark);
	}
	if (f->pictures.n)
		flow_pictures_read(f, s, format_reads_pictures(o, out->words.n / sizeof(struct doc_word)), out, sink);
}

/* Words stand in pictures alone, and none was found there. */
static bool check_found(const struct flow *f, const struct parse_options *o, const struct sink *out, struct err *e)
{
	if (f->words.n || out->words || out->faults || o->wishes & TASK_MAY_BE_EMPTY)
		return true;
	if (!o->ocr)
		return err_set(e, ERR_NO_DATA, "the document has words in pictures only, which the tier fast leaves out");
	return err_set(e, ERR_NO_DATA, "the document has no words, and none was found in its pictures");
}

bool flow_write(struct flow *f, struct str format, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct doc_page_builder page;
	uint32_t pages, n, *list = NULL;
	if (!flow_lay(f, &pages, e))
		return false;
	if (pages == 0)
		return err_set(e, ERR_NO_DATA, "the document has no words");
	if (out->image)
		return (*out->picture = flow_picture_take(f, out->image, e)) != NULL;
	if (o->wishes & TASK_CHECK_PICTURES && !flow_pictures_check(f, e))
		return false;
	list = format_pages(o, pages, &n, e);
	if (!list)
		return false;
	if (o->pictures)
		flow_pictures_tell(f);
	doc_page_builder_init(&page);
	doc_write_head(&out->frames, format, STR(PARSER_RELEASE), pages);
	bool ok = true;
	for (uint32_t i = 0; ok && i < n; i++) {
		flow_build(f, list[i] - 1, list[i], o, &page, out);
		ok = sink_page(out, &page, e);
	}
	ok = ok && check_found(f, o, out, e);
	out->hidden_words += f->hidden;
	const struct doc_fact *facts;
	const struct doc_fact_text *texts;
	size_t facts_n = flow_facts(f, &facts, &texts);
	if (ok && facts_n)
		doc_write_facts(&out->frames, facts, texts, facts_n);
	doc_page_builder_fini(&page);
	free(list);
	return ok;
}
