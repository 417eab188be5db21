/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ruled cells. Lines that touch make one grid; its lines, snapped to common
 * x and y, cut it into elementary cells; those with no line between them grow
 * together. A region that is a rectangle and closed all round is a cell.
 *
 *     +-------+---+      x: 3, y: 3, elementary cells 2 x 2
 *     | A         |      A spans two columns: no line parts it
 *     +---+-------+
 *     | B | C     |
 *     +---+-------+
 */
#include "layout/layout-private.h"

#include <stdlib.h>

#define SNAP 200        /* lines this near are one (double rules, strokes of neighbours) */
#define THIN 300        /* a filled area thinner than this is a line */
#define COVERED 80      /* percent of a side that must be drawn */
enum { MOST_EDGES = 6000, MOST_ELEMENTS = 400000, MOST_TINTS = 64 };

struct line { /* of either direction */
	struct edge e;
	uint32_t group; /* parent in the union of touching lines */
	uint32_t snap;  /* index of its snapped place */
	bool drawn;     /* a rule, not the side of a filled area */
};

struct lines {
	struct line *l;
	size_t n;
};

struct lattice {
	struct build *b;
	const struct doc_page *p;
	uint32_t page;
	struct lines h, v;
	struct vec *cells; /* struct view_cell */
	const struct doc_rule *tints[MOST_TINTS];
	uint32_t tints_n;
	uint32_t grids;
};

struct grid { /* one group of touching lines */
	struct lines h, v;
	int32_t *x, *y;
	uint32_t nx, ny;
	int32_t *across, *down; /* covered lengths: of y[i] between x[j], x[j+1]; of x[j] between y[i], y[i+1] */
	uint32_t *region;       /* of elementary cells, a union */
	bool *open;
	bool drawn;
};

static void line_add(struct lines *t, int32_t at, int32_t from, int32_t to, bool drawn)
{
	t->l[t->n] = (struct line){ { at, from, to, drawn }, 0, 0, drawn };
	t->n++;
}

static int64_t area_of(const struct doc_box *r)
{
	return (int64_t)(r->x1 - r->x0) * (r->y1 - r->y0);
}

static bool is_paper(uint32_t color)
{
	return (color & 0xf8f8f8) == 0xf8f8f8;
}

/* White on white shows nothing; white on a tinted area is a box to write in. */
static bool is_seen(const struct lattice *x, const struct doc_rule *r)
{
	if (!is_paper(r->color))
		return true;
	for (uint32_t i = 0; i < x->tints_n; i++) {
		const struct doc_box *t = &x->tints[i]->box;
		if (t->x0 <= r->box.x0 && t->y0 <= r->box.y0 && t->x1 >= r->box.x1 && t->y1 >= r->box.y1)
			return true;
	}
	return false;
}

/* Coloured areas large enough to hold boxes. */
static void tints_collect(struct lattice *x)
{
	int64_t page = (int64_t)x->p->width * x->p->height;
	x->tints_n = 0;
	for (size_t i = 0; i < x->p->rules_n && x->tints_n < MOST_TINTS; i++) {
		const struct doc_rule *r = &x->p->rules[i];
		if (r->kind == DOC_RULE_FILL && !is_paper(r->color) && area_of(&r->box) * 100 > page)
			x->tints[x->tints_n++] = r;
	}
}

static void fill_add(struct lattice *x, const struct doc_box *r)
{
	int64_t page = (int64_t)x->p->width * x->p->height;
	if (area_of(r) * 5 > page * 2)
		return; /* paper */
	line_add(&x->h, r->y0, r->x0, r->x1, false);
	line_add(&x->h, r->y1, r->x0, r->x1, false);
	line_add(&x->v, r->x0, r->y0, r->y1, false);
	line_add(&x->v, r->x1, r->y0, r->y1, false);
}

static int line_cmp(const void *a, const void *b)
{
	const struct line *p = a, *q = b;
	if (p->e.at != q->e.at)
		return p->e.at < q->e.at ? -1 : 1;
	if (p->e.from != q->e.from)
		return p->e.from < q->e.from ? -1 : 1;
	if (p->e.to != q->e.to)
		return p->e.to < q->e.to ? -1 : 1;
	return p->drawn - q->drawn;
}

static bool lines_collect(struct lattice *x)
{
	size_t n = x->p->rules_n;
	tints_collect(x);
	x->h = (struct lines){ ARENA_ARRAY(&x->b->scratch, 2 * n + 1, struct line), 0 };
	x->v = (struct lines){ ARENA_ARRAY(&x->b->scratch, 2 * n + 1, struct line), 0 };
	if (!x->h.l || !x->v.l)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct doc_rule *r = &x->p->rules[i];
		int32_t w = r->box.x1 - r->box.x0, h = r->box.y1 - r->box.y0;
		if (r->kind == DOC_RULE_HORIZONTAL || (r->kind == DOC_RULE_FILL && h < THIN && w >= h))
			line_add(&x->h, (r->box.y0 + r->box.y1) / 2, r->box.x0, r->box.x1, true);
		else if (r->kind == DOC_RULE_VERTICAL || (r->kind == DOC_RULE_FILL && w < THIN))
			line_add(&x->v, (r->box.x0 + r->box.x1) / 2, r->box.y0, r->box.y1, true);
		else if (is_seen(x, r))
			fill_add(x, &r->box);
	}
	qsort(x->h.l, x->h.n, sizeof(*x->h.l), line_cmp);
	qsort(x->v.l, x->v.n, sizeof(*x->v.l), line_cmp);
	return true;
}

/* ---- which lines touch: unions over h then v */

static struct line *line_at(struct lattice *x, uint32_t i)
{
	return i < x->h.n ? &x->h.l[i] : &x->v.l[i - x->h.n];
}

static uint32_t group_of(struct lattice *x, uint32_t i)
{
	while (line_at(x, i)->group != i) {
		line_at(x, i)->group = line_at(x, line_at(x, i)->group)->group;
		i = line_at(x, i)->group;
	}
	return i;
}

static void group_join(struct lattice *x, uint32_t i, uint32_t j)
{
	i = group_of(x, i);
	j = group_of(x, j);
	line_at(x, i > j ? i : j)->group = i > j ? j : i;
}

static size_t lower_bound(const struct lines *t, int32_t at)
{
	size_t lo = 0, hi = t->n;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (t->l[mid].e.at < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void touches_join(struct lattice *x)
{
	for (uint32_t i = 0; i < x->h.n + x->v.n; i++)
		line_at(x, i)->group = i;
	for (uint32_t i = 0; i < x->h.n; i++) {
		const struct edge *h = &x->h.l[i].e;
		for (size_t k = lower_bound(&x->v, h->from - SNAP); k < x->v.n && x->v.l[k].e.at <= h->to + SNAP; k++) {
			const struct edge *v = &x->v.l[k].e;
			if (h->at >= v->from - SNAP && h->at <= v->to + SNAP)
				group_join(x, i, (uint32_t)(x->h.n + k));
		}
	}
}

/* ---- one grid */

/* Snap lines of one direction, sorted by place; the places go to *at. */
static uint32_t places(const struct lines *t, int32_t *at)
{
	uint32_t n = 0;
	for (size_t i = 0; i < t->n; i++) {
		if (n == 0 || t->l[i].e.at - t->l[i - 1].e.at > SNAP)
			at[n++] = t->l[i].e.at;
		t->l[i].snap = n - 1;
	}
	return n;
}

/* Add the length of edge e to each of the n - 1 stretches between the places. */
static void cover(const struct edge *e, const int32_t *at, uint32_t n, int32_t *sum, uint32_t stride)
{
	for (uint32_t k = 0; k + 1 < n; k++)
		if (at[k + 1] > e->from && at[k] < e->to)
			sum[k * stride] += overlap_of(e->from - SNAP / 2, e->to + SNAP / 2, at[k], at[k + 1]);
}

static void grid_cover(struct grid *g)
{
	for (size_t i = 0; i < g->h.n; i++)
		cover(&g->h.l[i].e, g->x, g->nx, g->across + (size_t)g->h.l[i].snap * (g->nx - 1), 1);
	for (size_t i = 0; i < g->v.n; i++)
		cover(&g->v.l[i].e, g->y, g->ny, g->down + g->v.l[i].snap, g->nx);
}

static bool side_across(const struct grid *g, uint32_t i, uint32_t j)
{
	return (int64_t)g->across[i * (g->nx - 1) + j] * 100 >= (int64_t)(g->x[j + 1] - g->x[j]) * COVERED;
}

static bool side_down(const struct grid *g, uint32_t i, uint32_t j)
{
	return (int64_t)g->down[i * g->nx + j] * 100 >= (int64_t)(g->y[i + 1] - g->y[i]) * COVERED;
}

static uint32_t region_of(struct grid *g, uint32_t i)
{
	while (g->region[i] != i) {
		g->region[i] = g->region[g->region[i]];
		i = g->region[i];
	}
	return i;
}

static void region_join(struct grid *g, uint32_t i, uint32_t j)
{
	i = region_of(g, i);
	j = region_of(g, j);
	uint32_t low = i < j ? i : j, high = i < j ? j : i;
	g->region[high] = low;
	g->open[low] |= g->open[high];
}

/* Elements grow together where no line parts them; at the rim that makes them open. */
static void regions_grow(struct grid *g)
{
	uint32_t cols = g->nx - 1, rows = g->ny - 1;
	for (uint32_t i = 0; i < rows * cols; i++)
		g->region[i] = i;
	for (uint32_t i = 0; i < rows; i++)
		for (uint32_t j = 0; j < cols; j++) {
			uint32_t at = i * cols + j;
			bool leaks = (i == 0 && !side_across(g, 0, j)) || (i + 1 == rows && !side_across(g, rows, j)) ||
				     (j == 0 && !side_down(g, i, 0)) || (j + 1 == cols && !side_down(g, i, cols));
			if (leaks)
				g->open[region_of(g, at)] = true;
			if (i && !side_across(g, i, j))
				region_join(g, at, at - cols);
			if (j && !side_down(g, i, j))
				region_join(g, at, at - 1);
		}
}

struct extent {
	uint32_t r0, r1, c0, c1, n;
};

static bool cell_add(struct lattice *x, const struct grid *g, const struct extent *e)
{
	struct view_cell *c = vec_add(x->cells, &x->b->scratch);
	if (!c)
		return false;
	*c = (struct view_cell){ .box = { g->x[e->c0], g->y[e->r0], g->x[e->c1 + 1], g->y[e->r1 + 1] }, .page = x->page,
				 .grid = x->grids, .row = e->r0, .col = e->c0, .row_span = (uint16_t)(e->r1 - e->r0 + 1),
				 .col_span = (uint16_t)(e->c1 - e->c0 + 1) };
	return true;
}

static bool cells_emit(struct lattice *x, struct grid *g)
{
	uint32_t cols = g->nx - 1, rows = g->ny - 1;
	struct extent *e = ARENA_ARRAY(&x->b->scratch, (size_t)rows * cols + 1, struct extent);
	if (!e)
		return false;
	for (uint32_t i = 0; i < rows * cols; i++) {
		struct extent *r = &e[region_of(g, i)];
		uint32_t row = i / cols, col = i % cols;
		if (r->n++ == 0)
			*r = (struct extent){ row, row, col, col, 1 };
		r->r1 = row > r->r1 ? row : r->r1;
		r->c0 = col < r->c0 ? col : r->c0;
		r->c1 = col > r->c1 ? col : r->c1;
	}
	for (uint32_t i = 0; i < rows * cols; i++)
		if (e[i].n && !g->open[i] && e[i].n == (e[i].r1 - e[i].r0 + 1) * (e[i].c1 - e[i].c0 + 1) && !cell_add(x, g, &e[i]))
			return false;
	return true;
}

/* Rows and columns where no cell begins (a line that only decorates) do not count. */
static void cells_renumber(struct view_cell *c, size_t n, uint32_t *map, uint32_t places_n, bool rows)
{
	memset(map, 0, (places_n + 1) * sizeof(*map));
	for (size_t i = 0; i < n; i++)
		map[rows ? c[i].row : c[i].col] = 1;
	uint32_t used = 0;
	for (uint32_t i = 0; i <= places_n; i++) {
		uint32_t is = map[i];
		map[i] = used;
		used += is;
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t from = rows ? c[i].row : c[i].col, span = rows ? c[i].row_span : c[i].col_span;
		uint32_t now = map[from], end = map[imin((int32_t)(from + span), (int32_t)places_n)];
		uint16_t wide = (uint16_t)(end > now ? end - now : 1);
		if (rows) {
			c[i].row = now;
			c[i].row_span = wide;
		} else {
			c[i].col = now;
			c[i].col_span = wide;
		}
	}
}

/* Text of several columns in one filled area: shading of a row, not a box. */
static bool is_row_shading(const struct lattice *x, const struct view_cell *c)
{
	const struct view *v = x->b->v;
	const struct view_page *p = &v->pages[x->page];
	for (uint32_t l = line_from(v, p, c->box.y0); l < p->line + p->lines; l++) {
		uint32_t in = 0;
		if ((v->lines[l].box.y0 + v->lines[l].box.y1) / 2 > c->box.y1)
			break;
		for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++)
			in += v->segs[s].box.x0 < c->box.x1 && v->segs[s].box.x1 > c->box.x0;
		if (in > 1)
			return true;
	}
	return false;
}

static bool grid_is_idle(const struct lattice *x, const struct grid *g, const struct view_cell *c, size_t n)
{
	if (n > 1)
		return false;
	int32_t w = c->box.x1 - c->box.x0, h = c->box.y1 - c->box.y0;
	if (w * 2 > x->p->width && h * 2 > x->p->height)
		return true; /* a frame around the page */
	return w < THIN || h < THIN || (!g->drawn && is_row_shading(x, c));
}

static bool grid_read(struct lattice *x, struct grid *g)
{
	struct arena *s = &x->b->scratch;
	uint32_t cols = g->nx - 1, rows = g->ny - 1;
	if ((uint64_t)cols * rows > MOST_ELEMENTS)
		return true;
	g->across = ARENA_ARRAY(s, (size_t)g->ny * cols + 1, int32_t);
	g->down = ARENA_ARRAY(s, (size_t)rows * g->nx + 1, int32_t);
	g->region = ARENA_ARRAY(s, (size_t)rows * cols + 1, uint32_t);
	g->open = ARENA_ARRAY(s, (size_t)rows * cols + 1, bool);
	uint32_t *map = ARENA_ARRAY(s, (size_t)g->nx + g->ny + 1, uint32_t);
	if (!g->across || !g->down || !g->region || !g->open || !map)
		return false;
	size_t before = x->cells->n;
	grid_cover(g);
	regions_grow(g);
	if (!cells_emit(x, g))
		return false;
	if (x->cells->n == before)
		return true;
	struct view_cell *c = (struct view_cell *)x->cells->p + before;
	if (grid_is_idle(x, g, c, x->cells->n - before)) {
		x->cells->n = before;
		return true;
	}
	cells_renumber(c, x->cells->n - before, map, rows, true);
	cells_renumber(c, x->cells->n - before, map, cols, false);
	x->grids++;
	return true;
}

static bool group_read(struct lattice *x, struct grid *g)
{
	struct arena *s = &x->b->scratch;
	g->x = ARENA_ARRAY(s, g->v.n + 1, int32_t);
	g->y = ARENA_ARRAY(s, g->h.n + 1, int32_t);
	if (!g->x || !g->y)
		return false;
	for (size_t i = 0; i < g->h.n; i++)
		g->drawn |= g->h.l[i].drawn;
	for (size_t i = 0; i < g->v.n; i++)
		g->drawn |= g->v.l[i].drawn;
	g->ny = places(&g->h, g->y);
	g->nx = places(&g->v, g->x);
	return g->nx < 2 || g->ny < 2 || grid_read(x, g);
}

static int group_cmp(const void *a, const void *b)
{
	const struct line *p = a, *q = b;
	return p->group != q->group ? (p->group < q->group ? -1 : 1) : line_cmp(a, b);
}

/* The lines of group g in a table sorted by group, from *at on. */
static struct lines group_take(const struct lines *t, size_t *at, uint32_t group)
{
	while (*at < t->n && t->l[*at].group < group)
		++*at;
	struct lines out = { t->l + *at, 0 };
	while (*at < t->n && t->l[*at].group == group)
		++*at, out.n++;
	return out;
}

/* A group is named after its topmost horizontal line, so grids come from top to bottom. */
static bool groups_read(struct lattice *x)
{
	size_t h = 0, v = 0;
	for (uint32_t i = 0; i < x->h.n + x->v.n; i++)
		line_at(x, i)->group = group_of(x, i);
	qsort(x->h.l, x->h.n, sizeof(*x->h.l), group_cmp);
	qsort(x->v.l, x->v.n, sizeof(*x->v.l), group_cmp);
	while (h < x->h.n) {
		uint32_t group = x->h.l[h].group;
		struct grid g = { .h = group_take(&x->h, &h, group), .v = group_take(&x->v, &v, group) };
		if (!group_read(x, &g))
			return false;
	}
	return true;
}

static int cell_cmp(const void *a, const void *b)
{
	const struct view_cell *p = a, *q = b;
	if (p->grid != q->grid)
		return p->grid < q->grid ? -1 : 1;
	if (p->row != q->row)
		return p->row < q->row ? -1 : 1;
	return (p->col > q->col) - (p->col < q->col);
}

static bool page_read(struct lattice *x)
{
	if (!lines_collect(x))
		return false;
	if (x->h.n < 2 || x->v.n < 2 || x->h.n + x->v.n > MOST_EDGES)
		return true;
	touches_join(x);
	return groups_read(x);
}

#define STUB_LINES 2 /* lines below a header that show it */

/*
 * Does what is below a header that says the same twice begin with a column of its own, left of all of it, and is there none
 * before its second half? Then it is of one table: "        Day Month Year   Day Month Year".
 */
static bool stub_is_shared(const struct view *v, const struct view_page *p, uint32_t l)
{
	const struct view_line *h = &v->lines[l];
	const struct view_word *half = &v->words[h->word + h->words / h->abreast];
	uint32_t n = 0;
	for (uint32_t k = l + 1; k < p->line + p->lines && n < STUB_LINES; k++, n++) {
		const struct view_line *b = &v->lines[k];
		if (b->segs < 3 || v->segs[b->seg].box.x1 + half->size / 2 > h->box.x0)
			return false;
		for (uint32_t s = b->seg; s < b->seg + b->segs; s++)
			if (v->segs[s].box.x0 > half[-1].box.x1 && v->segs[s].box.x1 + half->size / 2 < half->box.x0)
				return false;
	}
	return n == STUB_LINES;
}

/* A header that repeats itself below wider heads, beside a cell of both rows, is of one table: "2024: count, sum; 2025: count, sum". */
static void abreast_lift(struct view *v, const struct view_page *p)
{
	for (uint32_t l = p->line; l < p->line + p->lines; l++) {
		int32_t mid = (v->lines[l].box.y0 + v->lines[l].box.y1) / 2;
		if (v->lines[l].abreast && stub_is_shared(v, p, l))
			v->lines[l].abreast = 0;
		for (uint32_t c = p->cell; v->lines[l].abreast && c < p->cell + p->cells; c++)
			if (v->cells[c].row_span > 1 && v->cells[c].box.y0 < mid && v->cells[c].box.y1 > mid)
				v->lines[l].abreast = 0;
	}
}

bool cells_find(struct build *b)
{
	struct view *v = b->v;
	struct vec cells = { .size = sizeof(struct view_cell) };
	struct lattice x = { .b = b, .cells = &cells };
	for (uint32_t p = 0; p < v->pages_n; p++) {
		uint32_t first = (uint32_t)cells.n;
		x.page = p;
		x.p = v->pages[p].page;
		if (!page_read(&x))
			return false;
		v->pages[p].cell = first;
		v->pages[p].cells = (uint32_t)cells.n - first;
		if (cells.n > first)
			qsort((struct view_cell *)cells.p + first, cells.n - first, sizeof(struct view_cell), cell_cmp);
	}
	v->cells = ARENA_ARRAY(b->a, cells.n + 1, struct view_cell);
	if (!v->cells)
		return false;
	if (cells.n)
		memcpy(v->cells, cells.p, cells.n * sizeof(struct view_cell));
	v->cells_n = (uint32_t)cells.n;
	for (uint32_t p = 0; p < v->pages_n; p++)
		abreast_lift(v, &v->pages[p]);
	return true;
}
