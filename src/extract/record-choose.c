/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/assign.h"
#include "extract/record.h"
#include <stdlib.h>

#define NAME_ABOVE 300     /* engine.md section 7: the array's name stands above the table */
#define NAME_LINES 4
#define ROW_WORTH 173      /* 0.25 ln(1 + rows) = 0.173 log2(1 + rows) */
#define PAGE_NAMED 4000    /* the description names the page */
#define SAME_CELLS 700     /* headers are the same from this share of equal cells on */
#define GAIN_SCALE 64      /* keeps room below one score unit for document order */

struct place { /* where a table stands, whoever reads it */
	uint32_t line, lines;
	int32_t x0, x1;
};

struct chooser {
	struct table_ctx *x;
	struct table_list *lists;
	size_t arrays;
	struct place *places;
	size_t places_n;
	struct table **at; /* arrays x places */
};

/* ---- what a description says about pages */

struct page_range {
	uint32_t from, to; /* 1-based source pages; 0 = not said */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static uint32_t number_at(struct str s, size_t *i)
{
	uint32_t n = 0;
	while (*i < s.n && s.p[*i] == ' ')
		(*i)++;
	while (*i < s.n && is_digit(s.p[*i]) && n < 100000)
		n = n * 10 + (uint32_t)(s.p[(*i)++] - '0');
	return n;
}

/* "on page 3", "pages 3-5", "Seite 3" */
static struct page_range pages_named(struct str s)
{
	static const char *const words[] = { "page ", "pages ", "Page ", "Seite ", "Seiten ", "pagina ", "página " };
	for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++) {
		const char *hit = s.n ? memmem(s.p, s.n, words[k], strlen(words[k])) : NULL;
		if (!hit)
			continue;
		size_t i = (size_t)(hit - s.p) + strlen(words[k]);
		struct page_range r = { .from = number_at(s, &i) };
		r.to = r.from;
		if (i + 1 < s.n && s.p[i] == '-' && is_digit(s.p[i + 1])) {
			i++;
			r.to = number_at(s, &i);
		}
		if (r.from)
			return r;
	}
	return (struct page_range){ 0 };
}

/* ---- gains */

static int log2_milli(uint32_t n)
{
	int k = 31 - __builtin_clz(n);
	return k * 1000 + (int)(((uint64_t)(n - (1u << k)) * 1000) >> k);
}

static int name_above(struct table_ctx *x, const struct plan_array *a, const struct table *t)
{
	const struct view *v = x->v;
	uint32_t first = v->pages[t->page].line;
	int best = 0;
	for (uint32_t l = t->line, n = 0; l > first && n < NAME_LINES; n++) {
		const struct view_line *vl = &v->lines[--l];
		for (uint32_t s = vl->seg; s < vl->seg + vl->segs; s++)
			if (v->segs[s].words <= 12) {
				int sim = plan_alias_match(x->in, seg_phrase(x, s), a->aliases, a->aliases_n);
				best = sim > best ? sim : best;
			}
	}
	return best >= 600 ? NAME_ABOVE * best / 1000 : 0;
}

static int table_gain(struct table_ctx *x, const struct plan_array *a, const struct table *t, uint32_t records)
{
	struct page_range r = pages_named(a->node->description);
	uint32_t page = x->v->pages[t->page].page->number;
	int gain = t->score + ROW_WORTH * log2_milli(1 + records) / 1000 + name_above(x, a, t);
	if (r.from)
		gain += page >= r.from && page <= r.to ? PAGE_NAMED : -PAGE_NAMED;
	return gain;
}

/* ---- places */

static bool place_holds(const struct place *p, const struct table *t)
{
	return t->line < p->line + p->lines && p->line < t->line + t->lines && t->x0 < p->x1 && p->x0 < t->x1;
}

static int place_cmp(const void *a, const void *b)
{
	const struct place *p = a, *q = b;
	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	if (p->x0 != q->x0)
		return p->x0 < q->x0 ? -1 : 1;
	return (p->lines > q->lines) - (p->lines < q->lines);
}

static bool places_collect(struct chooser *c)
{
	size_t total = 0, kept = 0;
	for (size_t a = 0; a < c->arrays; a++)
		total += c->lists[a].n;
	c->places = ARENA_ARRAY(c->x->a, total + 1, struct place);
	if (!c->places)
		return false;
	for (size_t a = 0, n = 0; a < c->arrays; a++)
		for (size_t i = 0; i < c->lists[a].n; i++) {
			const struct table *t = &c->lists[a].items[i];
			if (t->records)
				c->places[n++] = (struct place){ t->line, t->lines, t->x0, t->x1 };
			c->places_n = n;
		}
	qsort(c->places, c->places_n, sizeof(*c->places), place_cmp);
	for (size_t i = 0; i < c->places_n; i++) {
		struct place p = c->places[i];
		bool dup = false;
		for (size_t k = kept; k-- > 0 && c->places[k].line + HEAD_LINES * 2 > p.line && !dup;)
			dup = c->places[k].line + c->places[k].lines > p.line && c->places[k].x0 < p.x1 && p.x0 < c->places[k].x1;
		if (!dup)
			c->places[kept++] = p;
	}
	c->places_n = kept;
	return true;
}

static size_t place_of(const struct chooser *c, const struct table *t)
{
	size_t lo = 0, hi = c->places_n;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (c->places[mid].line + c->places[mid].lines <= t->line)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < c->places_n && c->places[lo].line < t->line + t->lines; lo++)
		if (place_holds(&c->places[lo], t))
			return lo;
	return SIZE_MAX;
}

static bool places_fill(struct chooser *c)
{
	c->at = ARENA_ARRAY(c->x->a, c->arrays * c->places_n + 1, struct table *);
	if (!c->at)
		return false;
	for (size_t a = 0; a < c->arrays; a++)
		for (size_t i = 0; i < c->lists[a].n; i++) {
			struct table *t = &c->lists[a].items[i];
			size_t p = t->records ? place_of(c, t) : SIZE_MAX;
			if (p == SIZE_MAX)
				continue;
			struct table **slot = &c->at[a * c->places_n + p];
			if (!*slot || t->score > (*slot)->score)
				*slot = t;
		}
	return true;
}

/* ---- same header */

static bool phrase_within(struct phrase a, struct phrase b)
{
	return a.n && a.n <= b.n && !memcmp(a.tokens, b.tokens, a.n * sizeof(*a.tokens));
}

/* Equal, or one says a little more ("Time", "Time 50 m"); both without a header. */
static bool names_alike(const struct column *a, const struct column *b)
{
	return (!a->own.n && !b->own.n) || phrase_within(a->own, b->own) || phrase_within(b->own, a->own);
}

static bool names_equal(const struct column *a, const struct column *b)
{
	return a->own.n == b->own.n && (!a->own.n || phrase_within(a->own, b->own));
}

/* The same properties under the same names, up to a few; on one page they must say just the same. */
static bool headers_same(const struct table *a, const struct table *b)
{
	bool (*same)(const struct column *, const struct column *) = a->page == b->page ? names_equal : names_alike;
	size_t equal = 0, fields = 0;
	for (size_t i = 0; i < a->cols_n; i++) {
		if (a->cols[i].field < 0)
			continue;
		fields++;
		for (size_t k = 0; k < b->cols_n; k++)
			equal += b->cols[k].field == a->cols[i].field && same(&a->cols[i], &b->cols[k]);
	}
	for (size_t k = 0, n = 0; k < b->cols_n; k++) {
		n += b->cols[k].field >= 0;
		fields = n > fields ? n : fields;
	}
	return equal * 1000 >= fields * SAME_CELLS;
}

/* ---- choice */

static uint32_t records_of_header(const struct table_list *l, const struct table *t)
{
	uint32_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		n += headers_same(&l->items[i], t) ? l->items[i].records : 0;
	return n;
}

/* Order breaks ties: earlier arrays take earlier places (sums of products are largest in step). */
static bool choose_best(struct chooser *c, int32_t *place)
{
	size_t n = c->places_n;
	int32_t *gain = ARENA_ARRAY(c->x->a, c->arrays * n + 1, int32_t);
	if (!gain)
		return false;
	for (size_t a = 0; a < c->arrays; a++) {
		const struct plan_array *array = &c->x->plan->arrays[a];
		for (size_t p = 0; p < n; p++) {
			const struct table *t = c->at[a * n + p];
			int g = t ? table_gain(c->x, array, t, t->records) : 0;
			int32_t order = (int32_t)((a + 1) * (GAIN_SCALE - 1) / c->arrays * (p + 1) / n);
			gain[a * n + p] = g > 0 ? g * GAIN_SCALE + order : 0;
		}
	}
	return assign_best(gain, c->arrays, n, place, c->x->a) >= 0;
}

/* A description that names one page speaks of one table. */
static bool page_allows(const struct chooser *c, size_t a, const struct table *t)
{
	struct page_range r = pages_named(c->x->plan->arrays[a].node->description);
	uint32_t page = c->x->v->pages[t->page].page->number;
	return !r.from || (r.to > r.from && page >= r.from && page <= r.to);
}

/* Which array a left-over table of a chosen header joins: the one whose table stands before it, else the first. */
static size_t joins(const struct chooser *c, const int32_t *place, size_t p)
{
	size_t best = SIZE_MAX;
	for (size_t a = 0; a < c->arrays; a++) {
		const struct table *t = c->at[a * c->places_n + p];
		if (place[a] < 0 || !t || !headers_same(c->at[a * c->places_n + (size_t)place[a]], t) || !page_allows(c, a, t))
			continue;
		if (best == SIZE_MAX || (place[a] <= (int32_t)p && (place[best] > (int32_t)p || place[a] > place[best])))
			best = a;
	}
	return best;
}

static bool choice_add(struct chooser *c, struct choice *out, size_t a, size_t p)
{
	struct choice *o = &out[a];
	if (!o->tables)
		o->tables = ARENA_ARRAY(c->x->a, c->places_n, struct table *);
	if (!o->tables)
		return false;
	o->tables[o->n++] = c->at[a * c->places_n + p];
	o->tables[o->n - 1]->taken = true;
	return true;
}

bool tables_choose(struct table_ctx *x, struct table_list *lists, struct choice *out)
{
	struct chooser c = { .x = x, .lists = lists, .arrays = x->plan->arrays_n };
	int32_t *place = ARENA_ARRAY(x->a, c.arrays + 1, int32_t);
	if (!place || !places_collect(&c) || !places_fill(&c))
		return false;
	if (!c.places_n)
		return true;
	if (!choose_best(&c, place))
		return false;
	for (size_t p = 0; p < c.places_n; p++) { /* in document order */
		size_t a = 0;
		while (a < c.arrays && place[a] != (int32_t)p)
			a++;
		if (a == c.arrays)
			a = joins(&c, place, p);
		if (a < c.arrays && a != SIZE_MAX && !choice_add(&c, out, a, p))
			return false;
	}
	for (size_t a = 0; a < c.arrays; a++)
		if (place[a] >= 0) {
			const struct table *t = c.at[a * c.places_n + (size_t)place[a]];
			out[a].score = table_gain(x, &x->plan->arrays[a], t, records_of_header(&lists[a], t));
		}
	return true;
}

/* ---- tables below sister headings */

static void cover(uint8_t *covered, const struct table *t)
{
	memset(covered + t->line, 1, t->last_line + 1 - t->line);
}

/* The lines of all tables that some array has taken, and those that were read before. */
static uint8_t *lines_covered(struct table_ctx *x, const struct table_list *lists, const struct choice *ch)
{
	uint8_t *covered = ARENA_ARRAY(x->a, x->v->lines_n + 1, uint8_t);
	for (uint32_t l = 0; covered && l < x->v->lines_n; l++)
		covered[l] = x->v->lines[l].words && x->role[x->v->lines[l].word] != ROLE_NONE;
	for (size_t a = 0; covered && a < x->plan->arrays_n; a++)
		for (size_t i = 0; i < lists[a].n; i++)
			if (lists[a].items[i].taken)
				cover(covered, &lists[a].items[i]);
	for (size_t i = 0; covered && i < ch->n; i++)
		cover(covered, ch->tables[i]);
	return covered;
}

static int by_line(const void *a, const void *b)
{
	const struct table *p = *(struct table *const *)a, *q = *(struct table *const *)b;
	return (p->line > q->line) - (p->line < q->line);
}

static const struct table *most_records(const struct choice *ch)
{
	const struct table *best = ch->tables[0];
	for (size_t i = 1; i < ch->n; i++)
		best = ch->tables[i]->records > best->records ? ch->tables[i] : best;
	return best;
}

bool choice_widen(struct table_ctx *x, const struct table_list *lists, const struct table_list *heads, struct choice *ch)
{
	struct table_list more = { 0 };
	uint8_t *covered = lines_covered(x, lists, ch);
	if (!covered || !tables_find_sisters(x, most_records(ch), covered, &more))
		return false;
	struct table **all = more.n ? ARENA_ARRAY(x->a, ch->n + more.n, struct table *) : NULL;
	if (!more.n || !all)
		return !more.n;
	memcpy(all, ch->tables, ch->n * sizeof(*all));
	ch->tables = all;
	for (size_t i = 0; i < more.n; i++) {
		struct table *t = &more.items[i];
		if (covered[t->line])
			continue; /* the table before went on to here */
		if (!table_read(x, t, heads))
			return false;
		if (!t->records)
			continue;
		cover(covered, t);
		ch->tables[ch->n++] = t;
	}
	qsort(ch->tables, ch->n, sizeof(*ch->tables), by_line);
	return true;
}
