/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/reading.h"

#include <stdlib.h>

enum { MOST_COLUMNS = 6, COLUMN_LINES = 3, MOST_BLOCKS = 100, MOST_TRIES = 300, INDENT = 3 /* ems */, COLUMN_GAP = 3 /* body sizes between lines of columns */ };
/* Columns of short lines: least lines of a side, of these such that stand alone; percent that share no height. */
enum { SIDE_LINES = 8, SIDE_ALONE = 4, SIDE_PERCENT = 60, MOST_PLACES = 16, PLACE_SEGS = 4 };

struct area { /* lines [from, to) between x0 and x1 of one page */
	uint32_t from, to;
	int32_t x0, x1;
};

struct gutter {
	int32_t x;
	uint32_t from, to; /* lines along which it holds */
};

struct reader {
	const struct view *v;
	const uint32_t *blocks; /* prose blocks of the page, by place */
	size_t blocks_n;
	struct reading *out;
	bool abreast_only;      /* prose side by side stays so */
};

static bool seg_in(const struct area *a, const struct view_seg *s)
{
	int32_t mid = s->box.x0 + (s->box.x1 - s->box.x0) / 2;
	return mid >= a->x0 && mid < a->x1;
}

static bool block_in(const struct view *v, const struct area *a, const struct view_block *k)
{
	uint32_t first = v->segs[k->segs[0]].line, last = v->segs[k->segs[k->segs_n - 1]].line;
	int32_t mid = k->box.x0 + (k->box.x1 - k->box.x0) / 2;
	return first >= a->from && last < a->to && mid >= a->x0 && mid < a->x1;
}

static void gutter_stretch(const struct view *v, const struct view_block *k, struct gutter *g)
{
	uint32_t first = v->segs[k->segs[0]].line, last = v->segs[k->segs[k->segs_n - 1]].line;
	g->from = first < g->from ? first : g->from;
	g->to = last + 1 > g->to ? last + 1 : g->to;
}

/* Does any segment of the area's lines run across x? */
static bool is_crossed(const struct view *v, const struct area *a, const struct gutter *g)
{
	for (uint32_t l = g->from; l < g->to; l++)
		for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++)
			if (seg_in(a, &v->segs[s]) && v->segs[s].box.x0 < g->x && v->segs[s].box.x1 > g->x)
				return true;
	return false;
}

/* Does line l go on with the columns beside the gutter: at most one text on either side, that begins where its column does? */
static bool goes_on_beside(const struct view *v, const struct area *a, uint32_t l, const struct gutter *g, const int32_t edge[2])
{
	int32_t em = v->pages[v->lines[l].page].body_size;
	int n[2] = { 0, 0 };
	for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++) {
		const struct view_seg *k = &v->segs[s];
		if (!seg_in(a, k))
			continue;
		int side = k->box.x0 >= g->x;
		if ((!side && k->box.x1 > g->x) || n[side]++ || k->box.x0 < edge[side] - em / 2 || k->box.x0 > edge[side] + INDENT * em)
			return false;
	}
	return n[0] + n[1] > 0 && !(v->lines[l].flags & VIEW_RUNNING);
}

/* Headings, captions and works cited are no prose, but stand in its columns: lines below and above that go on with both. */
static void gutter_grow(const struct view *v, const struct area *a, struct gutter *g, const int32_t edge[2])
{
	int32_t far = COLUMN_GAP * v->pages[v->lines[a->from].page].body_size;
	while (g->to < a->to && v->lines[g->to].box.y0 - v->lines[g->to - 1].box.y1 < far && goes_on_beside(v, a, g->to, g, edge))
		g->to++;
	while (g->from > a->from && v->lines[g->from].box.y0 - v->lines[g->from - 1].box.y1 < far && goes_on_beside(v, a, g->from - 1, g, edge))
		g->from--;
}

/* Two blocks of prose side by side give a gutter; further ones beside it stretch it while nothing crosses. */
static bool gutter_find(const struct reader *r, const struct area *a, struct gutter *g)
{
	const struct view *v = r->v;
	int tries = 0;
	for (size_t i = 0; i < r->blocks_n; i++)
		for (size_t j = 0; j < r->blocks_n && tries < MOST_TRIES; j++) {
			const struct view_block *p = &v->blocks[r->blocks[i]], *q = &v->blocks[r->blocks[j]];
			int32_t along = overlap_of(p->box.y0, p->box.y1, q->box.y0, q->box.y1);
			if (p->box.x1 >= q->box.x0 || !block_in(v, a, p) || !block_in(v, a, q) ||
			    along * 2 < imin(p->box.y1 - p->box.y0, q->box.y1 - q->box.y0))
				continue;
			*g = (struct gutter){ (p->box.x1 + q->box.x0) / 2, UINT32_MAX, 0 };
			gutter_stretch(v, p, g);
			gutter_stretch(v, q, g);
			tries++;
			if (is_crossed(v, a, g))
				continue;
			for (size_t k = 0; k < r->blocks_n; k++) {
				struct gutter wider = *g;
				gutter_stretch(v, &v->blocks[r->blocks[k]], &wider);
				if (block_in(v, a, &v->blocks[r->blocks[k]]) && !is_crossed(v, a, &wider))
					*g = wider;
			}
			gutter_grow(v, a, g, (int32_t[]){ p->box.x0, q->box.x0 });
			return true;
		}
	return false;
}

/* ---- columns of short lines, which are no prose */

/* What stands on both sides of x along lines of an area. */
struct sides {
	uint32_t lines, left, right, both, apart; /* lines with words on one side only, on both; of these, on different heights */
	uint32_t words[2], figures[2];
	int32_t edge[2];                          /* where left ends and right begins */
};

static int32_t base_of(const struct view *v, const struct view_seg *s)
{
	int32_t base = INT32_MAX;
	for (uint32_t w = s->word; w < s->word + s->words; w++)
		base = imin(base, v->words[w].box.y1);
	return base;
}

static void side_add(const struct view *v, struct sides *k, int side, const struct view_seg *s)
{
	k->edge[side] = side ? imin(k->edge[1], s->box.x0) : imax(k->edge[0], s->box.x1);
	for (uint32_t w = s->word; w < s->word + s->words; w++) {
		uint32_t c = char_first(v->words[w].text);
		k->words[side]++;
		k->figures[side] += char_is_digit(c) || char_is_sign(c);
	}
}

/* False: a segment runs across x. */
static bool line_add(const struct view *v, const struct area *a, uint32_t l, int32_t x, struct sides *k)
{
	int32_t base[2] = { INT32_MIN, INT32_MIN };
	for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++) {
		const struct view_seg *seg = &v->segs[s];
		int side = seg->box.x0 >= x;
		if (!seg_in(a, seg))
			continue;
		if (!side && seg->box.x1 > x)
			return false;
		side_add(v, k, side, seg);
		if (!side || base[1] == INT32_MIN)
			base[side] = base_of(v, seg);
	}
	bool left = base[0] != INT32_MIN, right = base[1] != INT32_MIN;
	k->lines += left || right;
	k->left += left && !right;
	k->right += right && !left;
	k->both += left && right;
	k->apart += left && right && abs(base[0] - base[1]) * 6 > v->pages[v->lines[l].page].body_size;
	return true;
}

/* Lines of a table's rows share their heights; columns that know nothing of each other seldom do. */
static bool are_columns(const struct sides *k, int32_t em)
{
	bool wordy = true;
	for (int side = 0; side < 2; side++) {
		uint32_t lines = k->both + (side ? k->right : k->left);
		wordy = wordy && lines >= SIDE_LINES && k->words[side] * 2 >= lines * 3 && k->figures[side] * 3 <= k->words[side];
	}
	return wordy && k->left >= SIDE_ALONE && k->right >= SIDE_ALONE && (k->left + k->right + k->apart) * 100 >= k->lines * SIDE_PERCENT &&
	       k->edge[1] - k->edge[0] >= em;
}

/* The longest run of lines that x parts into columns. */
static bool gutter_at(const struct reader *r, const struct area *a, int32_t x, struct gutter *g)
{
	const struct view *v = r->v;
	bool found = false;
	for (uint32_t from = a->from, l; from < a->to; from = l + 1) {
		struct sides k = { .edge = { INT32_MIN, INT32_MAX } };
		for (l = from; l < a->to; l++) {
			struct sides more = k;
			if (!line_add(v, a, l, x, &more))
				break;
			k = more;
		}
		if (l - from <= g->to - g->from || !are_columns(&k, v->pages[v->lines[a->from].page].body_size))
			continue;
		*g = (struct gutter){ x, from, l };
		found = true;
	}
	return found;
}

static int place_cmp(const void *a, const void *b)
{
	int32_t p = *(const int32_t *)a, q = *(const int32_t *)b;
	return (p > q) - (p < q);
}

/* Places where several segments begin, from the left; their number. */
static size_t places_find(const struct view *v, const struct area *a, int32_t places[MOST_PLACES])
{
	enum { MOST_EDGES = 2000 };
	int32_t edges[MOST_EDGES], near = v->pages[v->lines[a->from].page].body_size / 2;
	size_t n = 0, kept = 0;
	for (uint32_t s = v->lines[a->from].seg; s < v->lines[a->to - 1].seg + v->lines[a->to - 1].segs && n < MOST_EDGES; s++)
		if (seg_in(a, &v->segs[s]))
			edges[n++] = v->segs[s].box.x0;
	qsort(edges, n, sizeof(*edges), place_cmp);
	for (size_t i = 0, j; i < n && kept < MOST_PLACES; i = j) {
		for (j = i + 1; j < n && edges[j] - edges[i] <= near; j++)
			;
		if (i && j - i >= PLACE_SEGS)
			places[kept++] = edges[i];
	}
	return kept;
}

static bool list_gutter_find(const struct reader *r, const struct area *a, struct gutter *g)
{
	int32_t places[MOST_PLACES];
	bool found = false;
	if (a->to - a->from < SIDE_LINES)
		return false;
	*g = (struct gutter){ 0 };
	for (size_t i = 0, n = places_find(r->v, a, places); i < n; i++)
		found |= gutter_at(r, a, places[i], g);
	return found;
}

/* ---- tables with the same column headers side by side */

enum { APART = 6 /* body sizes that part what is below from them */ };

/* The first place in the area where the header begins anew. */
static bool abreast_at(const struct view *v, const struct area *a, const struct view_line *l, int32_t *x)
{
	for (uint32_t s = l->seg + 1; l->abreast && s < l->seg + l->segs; s++) {
		bool begins = (v->segs[s].word - l->word) % (l->words / l->abreast) == 0;
		*x = (v->segs[s - 1].box.x1 + v->segs[s].box.x0) / 2;
		if (begins && seg_in(a, &v->segs[s - 1]) && seg_in(a, &v->segs[s]))
			return true;
	}
	return false;
}

static bool line_is_parted(const struct view *v, const struct area *a, uint32_t l, int32_t x)
{
	struct sides k = { .edge = { INT32_MIN, INT32_MAX } };
	return line_add(v, a, l, x, &k) && !(v->lines[l].flags & VIEW_PROSE);
}

static const struct view_seg *first_seg(const struct view *v, const struct area *a, uint32_t l, int32_t x)
{
	for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++)
		if (seg_in(a, &v->segs[s]) && v->segs[s].box.x0 >= x)
			return &v->segs[s];
	return NULL;
}

/* Does each of the two tables have its name in line l, flush with its header? */
static bool line_names_both(const struct view *v, const struct area *a, uint32_t l, uint32_t header, int32_t x)
{
	int32_t from[] = { a->x0, x };
	for (int side = 0; side < 2; side++) {
		const struct view_seg *name = first_seg(v, a, l, from[side]), *head = first_seg(v, a, header, from[side]);
		if (!name || !head || abs(name->box.x0 - head->box.x0) > head->size)
			return false;
	}
	return line_is_parted(v, a, l, x);
}

static bool abreast_find(const struct reader *r, const struct area *a, struct gutter *g)
{
	const struct view *v = r->v;
	int32_t x, far = APART * v->pages[v->lines[a->from].page].body_size;
	for (uint32_t l = a->from; l < a->to; l++) {
		if (!abreast_at(v, a, &v->lines[l], &x))
			continue;
		*g = (struct gutter){ x, l, l + 1 };
		if (l > a->from && line_names_both(v, a, l - 1, l, x))
			g->from--;
		while (g->to < a->to && v->lines[g->to].leading < far && line_is_parted(v, a, g->to, x))
			g->to++;
		return true;
	}
	return false;
}

/* ---- lists of a text and a figure side by side, each below a heading of its own */

/*
 *     Top holdings        Sectors              <- segments that are no figures
 *     Nestlé     4.8 %    Health     21.4 %    <- below each a text flush with it, and a figure; or nothing
 *     ASML       4.1 %    Energy      9.1 %
 */
enum { LIST_ROWS = 2 /* least rows of each list */, LISTS_MOST = 8, LIST_HEAD_WORDS = 6 };

static bool seg_is_figure(const struct view *v, const struct view_seg *s)
{
	uint32_t digits = 0, letters = 0;
	for (uint32_t w = s->word; w < s->word + s->words; w++)
		for (size_t i = 0; i < v->words[w].text.n;) {
			uint32_t c = str_utf8_next(v->words[w].text, &i);
			digits += char_is_digit(c);
			letters += char_is_letter(c);
		}
	return digits && letters <= 3;
}

/* The headings in the area that line l may be; their number, 0 if it is no line of headings alone. */
static size_t lists_heads(const struct view *v, const struct area *a, uint32_t l, int32_t at[LISTS_MOST])
{
	size_t n = 0;
	for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++) {
		const struct view_seg *g = &v->segs[s];
		if (!seg_in(a, g))
			continue;
		if (n == LISTS_MOST || g->words > LIST_HEAD_WORDS || seg_is_figure(v, g))
			return 0;
		at[n++] = g->box.x0;
	}
	return n;
}

/* Line l in the lists: each has a text flush with its heading and a figure at its end, or nothing. Bits of those that have; 0 = not so. */
static uint32_t lists_row(const struct view *v, const struct area *a, uint32_t l, const int32_t *at, size_t n)
{
	int32_t em = v->pages[v->lines[l].page].body_size;
	uint32_t full = 0, end = v->lines[l].seg + v->lines[l].segs;
	size_t list = SIZE_MAX;
	const struct view_seg *last = NULL;
	for (uint32_t s = v->lines[l].seg; s <= end; s++) {
		const struct view_seg *g = s < end ? &v->segs[s] : NULL;
		if (g && !seg_in(a, g))
			continue;
		size_t k = 0;
		while (g && k + 1 < n && g->box.x0 + em >= at[k + 1])
			k++;
		bool begins = g && k != list;
		if (last && (begins || !g) && !seg_is_figure(v, last))
			return 0; /* a list's row ends without a figure */
		if (!g)
			break;
		if (begins && (abs(g->box.x0 - at[k]) > em || seg_is_figure(v, g)))
			return 0;
		if (begins)
			last = NULL; /* the text itself is no figure to end with */
		full |= begins ? 0 : UINT32_C(1) << k;
		list = k;
		last = g;
	}
	return full;
}

/* The first line of the area that heads such lists. */
static bool lists_find(const struct reader *r, const struct area *a, struct gutter *g)
{
	const struct view *v = r->v;
	for (uint32_t l = a->from; l + LIST_ROWS < a->to; l++) {
		int32_t at[LISTS_MOST], em = v->pages[v->lines[l].page].body_size;
		size_t n = lists_heads(v, a, l, at), rows[LISTS_MOST] = { 0 }, sure = 0;
		uint32_t to = l + 1, full;
		if (n < 2)
			continue;
		for (; to < a->to && v->lines[to].leading < APART * em && (full = lists_row(v, a, to, at, n)); to++)
			for (size_t k = 0; k < n; k++)
				rows[k] += full >> k & 1;
		for (size_t k = 0; k < n; k++)
			sure += rows[k] >= LIST_ROWS;
		if (sure < n)
			continue;
		*g = (struct gutter){ at[1] - em, l, to };
		return true;
	}
	return false;
}

bool lists_stand_abreast(const struct view *v, uint32_t page)
{
	const struct view_page *p = &v->pages[page];
	struct reader r = { .v = v };
	struct gutter g;
	return lists_find(&r, &(struct area){ p->line, p->line + p->lines, INT32_MIN, INT32_MAX }, &g);
}

static void area_read(struct reader *r, const struct area *a, int depth);

static void lines_read(struct reader *r, const struct area *a, uint32_t from, uint32_t to)
{
	const struct view *v = r->v;
	bool starts = true;
	for (uint32_t l = from; l < to; l++) {
		uint32_t end = v->lines[l].seg + v->lines[l].segs, s = v->lines[l].seg;
		while (s < end && !seg_in(a, &v->segs[s]))
			s++;
		uint32_t first = s;
		while (s < end && seg_in(a, &v->segs[s]))
			s++;
		if (s == first)
			continue;
		r->out->parts[r->out->n++] = (struct reading_part){ l, first, s - first, a->x0, starts };
		starts = false;
	}
}

static void area_read(struct reader *r, const struct area *a, int depth)
{
	struct gutter g;
	if (depth == 0 || a->from >= a->to ||
	    !(abreast_find(r, a, &g) || (r->abreast_only && lists_find(r, a, &g)) || (!r->abreast_only && (list_gutter_find(r, a, &g) || gutter_find(r, a, &g))))) {
		lines_read(r, a, a->from, a->to);
		return;
	}
	lines_read(r, a, a->from, g.from);
	area_read(r, &(struct area){ g.from, g.to, a->x0, g.x }, depth - 1);
	area_read(r, &(struct area){ g.from, g.to, g.x, a->x1 }, depth - 1);
	area_read(r, &(struct area){ g.to, a->to, a->x0, a->x1 }, depth - 1);
}

static bool is_column_block(const struct view *v, const struct view_block *k)
{
	uint32_t words = 0, prose = 0;
	for (uint32_t i = 0; i < k->segs_n; i++) {
		words += v->segs[k->segs[i]].words;
		prose += (v->lines[v->segs[k->segs[i]].line].flags & VIEW_PROSE) != 0;
	}
	return k->segs_n >= COLUMN_LINES && words >= 3 * k->segs_n && prose * 2 > k->segs_n;
}

/* Room for each segment of the page; how many there are. */
static uint32_t parts_new(const struct view *v, const struct view_page *p, struct reading *r)
{
	uint32_t segs = 0;
	for (uint32_t l = p->line; l < p->line + p->lines; l++)
		segs += v->lines[l].segs;
	r->n = 0;
	r->parts = calloc(segs + 1, sizeof(*r->parts));
	return segs;
}

bool reading_rows(const struct view *v, uint32_t page, struct reading *r)
{
	const struct view_page *p = &v->pages[page];
	struct reader x = { .v = v, .out = r };
	parts_new(v, p, r);
	if (r->parts)
		lines_read(&x, &(struct area){ p->line, p->line + p->lines, INT32_MIN, INT32_MAX }, p->line, p->line + p->lines);
	return r->parts != NULL;
}

bool reading_abreast(const struct view *v, uint32_t page, struct reading *r)
{
	const struct view_page *p = &v->pages[page];
	struct reader x = { .v = v, .out = r, .abreast_only = true };
	parts_new(v, p, r);
	if (r->parts)
		area_read(&x, &(struct area){ p->line, p->line + p->lines, INT32_MIN, INT32_MAX }, MOST_COLUMNS);
	return r->parts != NULL;
}

bool reading_order(const struct view *v, uint32_t page, struct reading *r)
{
	const struct view_page *p = &v->pages[page];
	struct reader x = { .v = v, .out = r };
	uint32_t *blocks = calloc(parts_new(v, p, r) + 1, sizeof(*blocks));
	if (!r->parts || !blocks)
		goto out;
	for (uint32_t k = p->lines ? v->segs[v->lines[p->line].seg].block : 0; k < v->blocks_n && v->blocks[k].page == page; k++)
		if (is_column_block(v, &v->blocks[k]) && x.blocks_n < MOST_BLOCKS)
			blocks[x.blocks_n++] = k;
	x.blocks = blocks;
	area_read(&x, &(struct area){ p->line, p->line + p->lines, INT32_MIN, INT32_MAX }, MOST_COLUMNS);
out:
	free(blocks);
	return r->parts && blocks;
}

void reading_free(struct reading *r)
{
	free(r->parts);
	r->parts = NULL;
}
