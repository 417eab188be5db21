/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Running headers and footers: lines that come back at the same place on at
 * least three pages (on both pages of a document of two), unbroken from the
 * edge of the page. Numbers that count with the pages may differ:
 *
 *     page 1   "Report   Page 1 of 9"      its number less the page's: 0
 *     page 2   "Report   Page 2 of 9"      0 again: the same line
 *
 * Other numbers may not, or the first row of a list on every page would go.
 */
#include "layout/layout-private.h"

#include <stdlib.h>

enum { ZONE = 14 /* lines looked at from either edge */, FORMS = 4 };
#define NEAR 300 /* doc units by which the place may move */

struct sight { /* one line in one reading of its numbers */
	uint64_t hash;
	int32_t place; /* from the top, or from the bottom */
	uint32_t page, line;
	uint8_t form;
};

static uint64_t hash_add(uint64_t h, uint32_t c)
{
	return (h ^ c) * UINT64_C(0x100000001b3);
}

/* Which numbers of the line count with the pages, by form: none, first, last, all. */
/* form LOOSE masks every number: only lines set well apart from the body may be taken for the same so (a time of printing). */
enum { LOOSE = 4 };

static bool counts(int form, uint32_t k, uint32_t numbers)
{
	return form == 3 || (form == 1 && k == 0) || (form == 2 && k + 1 == numbers);
}

struct scan {
	uint64_t hash;
	uint32_t page, form, numbers, seen;
};

static size_t number_end(struct str s, size_t i, uint32_t *value)
{
	*value = 0;
	for (; i < s.n && char_is_digit((unsigned char)s.p[i]); i++)
		*value = *value * 10 + (uint32_t)(s.p[i] - '0');
	return i;
}

static void scan_word(struct scan *x, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t value;
		if (char_is_digit((unsigned char)s.p[i])) {
			i = number_end(s, i, &value);
			x->hash = hash_add(x->hash, '#');
			if (x->form != LOOSE)
				x->hash = hash_add(x->hash, counts((int)x->form, x->seen, x->numbers) ? value - x->page : value + 1000000);
			x->seen++;
		} else {
			x->hash = hash_add(x->hash, str_utf8_next(s, &i));
		}
	}
	x->hash = hash_add(x->hash, ' ');
}

static uint32_t numbers_in(const struct view *v, const struct view_line *l)
{
	uint32_t n = 0, value;
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		for (size_t i = 0; i < v->words[w].text.n;) {
			bool digit = char_is_digit((unsigned char)v->words[w].text.p[i]);
			n += digit;
			i = digit ? number_end(v->words[w].text, i, &value) : i + 1;
		}
	return n;
}

static bool is_roman_number(const struct view *v, const struct view_line *l)
{
	struct str s = v->words[l->word].text;
	for (size_t i = 0; i < s.n; i++)
		if (!char_is_roman((unsigned char)s.p[i]))
			return false;
	return l->words == 1 && s.n <= 6;
}

static uint64_t line_hash(const struct view *v, const struct view_line *l, uint32_t form, uint32_t numbers)
{
	struct scan x = { UINT64_C(0xcbf29ce484222325), v->pages[l->page].page->number, form, numbers, 0 };
	if (is_roman_number(v, l))
		return hash_add(x.hash, 'i');
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		scan_word(&x, v->words[w].text);
	return x.hash;
}

static int sight_cmp(const void *x, const void *y)
{
	const struct sight *a = x, *b = y;
	if (a->form != b->form)
		return a->form < b->form ? -1 : 1;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return (a->line > b->line) - (a->line < b->line);
}

static bool line_climbs(const struct view *v, const struct view_line *l)
{
	return (v->words[l->word].flags & DOC_VERTICAL) != 0;
}

/* The last line of a page far below, or the first far above, the others; with words in it. */
static bool stands_apart(const struct view *v, uint32_t line)
{
	const struct view_line *l = &v->lines[line];
	const struct view_page *p = &v->pages[l->page];
	uint32_t letters = 0;
	int32_t far = 3 * v->segs[l->seg].size;
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		for (size_t i = 0; i < v->words[w].text.n;)
			letters += char_is_letter(str_utf8_next(v->words[w].text, &i));
	if (letters < 6)
		return false;
	if (line == p->line)
		return p->lines > 1 && v->lines[line + 1].box.y0 - l->box.y1 > far;
	return line + 1 == p->line + p->lines && l->box.y0 - v->lines[line - 1].box.y1 > far;
}

static bool sight_add(const struct view *v, struct running *r, struct vec *t, uint32_t line, int32_t place, struct arena *a)
{
	const struct view_line *l = &v->lines[line];
	uint32_t numbers = numbers_in(v, l), forms = numbers > 1 ? FORMS : numbers ? 2 : 1;
	for (uint32_t form = 0; form <= LOOSE; form++) {
		if (form == LOOSE ? !numbers || !stands_apart(v, line) : form >= forms)
			continue;
		struct sight *s = vec_add(t, a);
		if (!s)
			return false;
		*s = (struct sight){ line_hash(v, l, form, numbers), place, (uint32_t)r->pages.n + l->page, r->lines_n + line, (uint8_t)form };
	}
	return true;
}

static bool sights_collect(const struct view *v, struct running *r, bool top, struct arena *a)
{
	for (uint32_t p = 0; p < v->pages_n; p++) {
		const struct view_page *vp = &v->pages[p];
		for (uint32_t k = 0, seen = 0; k < vp->lines && seen < ZONE; k++) {
			uint32_t at = top ? vp->line + k : vp->line + vp->lines - 1 - k;
			const struct view_line *l = &v->lines[at];
			if (line_climbs(v, l))
				continue;
			seen++;
			if (!sight_add(v, r, top ? &r->top : &r->end, at, top ? l->box.y0 : vp->page->height - l->box.y1, a))
				return false;
		}
	}
	return true;
}

/* Mark the lines of a group that lie at one place on enough pages. */
static void group_mark(const struct sight *s, size_t n, uint32_t enough, uint8_t *repeats)
{
	for (size_t i = 0, j; i < n; i = j) {
		uint32_t pages = 1;
		for (j = i + 1; j < n && s[j].place - s[j - 1].place <= NEAR; j++)
			pages += s[j].page != s[j - 1].page;
		for (size_t k = i; k < j && pages >= enough; k++)
			repeats[s[k].line] = 1;
	}
}

static void groups_mark(const struct vec *t, uint32_t enough, uint8_t *repeats)
{
	const struct sight *s = t->p;
	for (size_t i = 0, j; i < t->n; i = j) {
		for (j = i + 1; j < t->n && s[j].hash == s[i].hash && s[j].form == s[i].form; j++)
			;
		group_mark(s + i, j - i, enough, repeats);
	}
}

/* Segments of the line that stand over segments of the line below. */
static uint32_t columns_shared(const struct view *v, const struct view_line *a, const struct view_line *b)
{
	uint32_t n = 0;
	for (uint32_t i = a->seg, j = b->seg; i < a->seg + a->segs && j < b->seg + b->segs;) {
		const struct doc_box *x = &v->segs[i].box, *y = &v->segs[j].box;
		if (overlap_of(x->x0, x->x1, y->x0, y->x1) > 0) {
			n++;
			i++;
			j++;
		} else if (x->x1 < y->x1) {
			i++;
		} else {
			j++;
		}
	}
	return n;
}

/* The head of a table that goes on over the pages repeats too, but heads the body: not a running header. */
static bool is_table_head(const struct view *v, uint32_t line)
{
	const struct view_line *last = &v->lines[line], *body = &v->lines[line + 1];
	bool near = body->box.y0 - last->box.y1 < 2 * (last->box.y1 - last->box.y0);
	uint32_t most = (uint32_t)imax(2, imin((int32_t)last->segs, (int32_t)body->segs) * 2 / 3);
	return near && last->segs >= 2 && columns_shared(v, last, body) >= most;
}

/* ---- what a page may have by the places of its lines */

static struct running_page page_measure(const struct view *v, const struct view_page *p, uint32_t line)
{
	struct running_page r = { .line = line, .lines = p->lines };
	uint32_t stop = p->line + p->lines, end = p->line;
	while (end < stop && r.top < ZONE + 1 && !line_climbs(v, &v->lines[end]) && v->lines[end].box.y0 < p->page->height / 4) {
		if (r.top < ZONE && end + 1 < stop && is_table_head(v, end))
			r.table_head |= (uint16_t)(1u << r.top);
		r.top++;
		end++;
	}
	for (end = stop; end > p->line && r.climbing < UINT16_MAX && line_climbs(v, &v->lines[end - 1]); end--)
		r.climbing++;
	for (; end > p->line && r.bottom < ZONE + 1 && v->lines[end - 1].box.y1 > p->page->height / 4 * 3; end--)
		r.bottom++;
	return r;
}

/* ---- what it has, by what repeats */

static void header_find(struct running_page *p, const uint8_t *repeats)
{
	uint32_t n = 0;
	while (n < p->top && repeats[p->line + n])
		n++;
	/* A page that is one form, repeated as a whole, has no header. */
	if (n > ZONE - 2 || (n == p->lines && p->lines > 4))
		return;
	for (int back = 0; n > 0 && n < p->lines && back < 4 && p->table_head >> (n - 1) & 1; back++)
		n--;
	p->header = (uint16_t)n;
}

static void footer_find(struct running_page *p, const uint8_t *repeats)
{
	uint32_t n = 0, end = p->line + p->lines - p->climbing;
	while (n < p->bottom && repeats[end - 1 - n])
		n++;
	p->footer = (uint16_t)(n > ZONE - 2 ? 0 : n);
}

void running_init(struct running *r)
{
	*r = (struct running){ .top = { .size = sizeof(struct sight) }, .end = { .size = sizeof(struct sight) },
			       .pages = { .size = sizeof(struct running_page) } };
}

bool running_add(struct running *r, const struct view *v, struct arena *a)
{
	if (!sights_collect(v, r, true, a) || !sights_collect(v, r, false, a))
		return false;
	for (uint32_t p = 0; p < v->pages_n; p++) {
		struct running_page *out = vec_add(&r->pages, a);
		if (!out)
			return false;
		*out = page_measure(v, &v->pages[p], r->lines_n + v->pages[p].line);
	}
	r->lines_n += v->lines_n;
	return true;
}

bool running_find(struct running *r, struct arena *a)
{
	struct running_page *pages = r->pages.p;
	uint32_t enough = r->pages.n == 2 ? 2 : 3;
	if (r->pages.n < 2 || !r->top.n)
		return true;
	uint8_t *tops = ARENA_ARRAY(a, r->lines_n + 1, uint8_t), *ends = ARENA_ARRAY(a, r->lines_n + 1, uint8_t);
	if (!tops || !ends)
		return false;
	qsort(r->top.p, r->top.n, sizeof(struct sight), sight_cmp);
	qsort(r->end.p, r->end.n, sizeof(struct sight), sight_cmp);
	groups_mark(&r->top, enough, tops);
	groups_mark(&r->end, enough, ends);
	for (size_t p = 0; p < r->pages.n; p++) {
		header_find(&pages[p], tops);
		footer_find(&pages[p], ends);
	}
	return true;
}

void running_apply(struct view *v, uint32_t page, const struct running_page *p)
{
	uint32_t first = v->pages[page].line, end = first + p->lines - p->climbing;
	for (uint32_t l = first; l < first + p->header; l++)
		v->lines[l].flags |= VIEW_RUNNING;
	for (uint32_t l = end - p->footer; l < end; l++)
		v->lines[l].flags |= VIEW_RUNNING;
}

bool running_mark(struct build *b)
{
	struct running r;
	running_init(&r);
	if (!running_add(&r, b->v, &b->scratch) || !running_find(&r, &b->scratch))
		return false;
	for (uint32_t p = 0; p < b->v->pages_n; p++)
		running_apply(b->v, p, (struct running_page *)r.pages.p + p);
	return true;
}
