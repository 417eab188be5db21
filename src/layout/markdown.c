/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page as markdown: headings by level, running text as paragraphs, ruled
 * grids and aligned rows as tables, other lines kept as lines. Every word of
 * the page is written once.
 */
#include "layout/markdown-private.h"

#include <stdlib.h>

enum { MOST_COLUMNS = 40 };

/* What rows must be like to make a table, by enum layout_tables. */
static const struct table_look {
	uint32_t two_columns;  /* fewest rows of two segments or more, where it has two columns; with more of them two rows do */
	uint32_t full;         /* tenths of these rows that have a segment in half of the columns */
	uint32_t apart;        /* thirds of the widest row's segments that must stay columns of their own */
	int32_t leading;       /* most between two rows, in sizes of their font */
	uint32_t cells;        /* places of a ruled grid for each of its cells */
} looks[] = {
	[LAYOUT_TABLES_USUAL] = { 3, 6, 2, 4, 4 },
	[LAYOUT_TABLES_RULED] = { 0, 0, 0, 0, 4 }, /* no rows do */
	[LAYOUT_TABLES_EAGER] = { 2, 3, 1, 8, 16 },
};

/* A block of its own: one blank line before it, none at the top. */
static void block_begin(struct markdown *x)
{
	struct buf *b = x->b;
	while (b->n > x->start && (b->p[b->n - 1] == '\n' || b->p[b->n - 1] == ' '))
		b->p[--b->n] = 0;
	buf_z(b, b->n > x->start ? "\n\n" : "");
	x->row = x->column = LAYOUT_NO_CELL;
	x->closed = x->closed_end = 0;
	if (x->parts)
		buf_add(&x->parts->rows, &(struct layout_part){ .at = b->n }, sizeof(struct layout_part));
}

static void part_words(struct markdown *x, const struct reading_part *p)
{
	const struct view_seg *a = &x->v->segs[p->seg], *b = &x->v->segs[p->seg + p->segs - 1];
	markdown_words(x, a->word, b->word + b->words - a->word, false);
}

static bool part_is_done(const struct markdown *x, const struct reading_part *p)
{
	const struct view_seg *a = &x->v->segs[p->seg], *b = &x->v->segs[p->seg + p->segs - 1];
	for (uint32_t w = a->word; w < b->word + b->words; w++)
		if (!x->done[w - x->p->word])
			return false;
	return true;
}

/* ---- ruled grids */

static struct grid grid_of(const struct markdown *x, uint32_t cell)
{
	const struct view_cell *c = &x->v->cells[cell];
	struct grid g = { .cells = c, .box = c->box };
	for (uint32_t i = cell; i < x->p->cell + x->p->cells && x->v->cells[i].grid == c->grid; i++, g.n++) {
		const struct view_cell *k = &x->v->cells[i];
		box_join(&g.box, &k->box);
		g.rows = k->row + k->row_span > g.rows ? k->row + k->row_span : g.rows;
		g.cols = k->col + k->col_span > g.cols ? k->col + k->col_span : g.cols;
	}
	return g;
}

/* Rows that go on beside the grid: it frames a part of a table only. */
static bool is_part_of_rows(const struct markdown *x, const struct grid *g)
{
	uint32_t lines = 0, beside = 0;
	for (uint32_t l = line_from(x->v, x->p, g->box.y0); l < x->p->line + x->p->lines; l++) {
		const struct doc_box *b = &x->v->lines[l].box;
		if ((b->y0 + b->y1) / 2 > g->box.y1)
			break;
		lines++;
		beside += b->x0 < g->box.x0 - 500 || b->x1 > g->box.x1 + 500;
	}
	return beside * 3 > lines;
}

static bool grids_collect(struct markdown *x)
{
	x->grids = calloc(x->p->cells + 1u, sizeof(*x->grids));
	for (uint32_t c = x->p->cell; x->grids && c < x->p->cell + x->p->cells;) {
		struct grid g = grid_of(x, c);
		if (g.rows > 1 && g.cols > 1 && (uint64_t)g.rows * g.cols <= looks[x->tables].cells * (uint64_t)g.n && !is_part_of_rows(x, &g))
			x->grids[x->grids_n++] = g;
		c += g.n;
	}
	return x->grids != NULL;
}

/* The middles of a line and of its words differ by less than this. */
#define UNEVEN 3000

/* Between two words of a cell, of one line or of two. */
static void cell_gap(struct markdown *x, bool same_line)
{
	struct str line_break = x->parts ? x->parts->line_break : (struct str){ NULL, 0 };
	if (same_line || !line_break.p)
		buf_byte(x->b, ' ');
	else
		buf_str(x->b, line_break);
}

static void cell_write(struct markdown *x, const struct view_cell *c)
{
	uint32_t last = VIEW_NONE;
	for (uint32_t l = line_from(x->v, x->p, c->box.y0 - UNEVEN); l < x->p->line + x->p->lines; l++) {
		const struct view_line *line = &x->v->lines[l];
		if ((line->box.y0 + line->box.y1) / 2 > c->box.y1 + UNEVEN)
			break;
		for (uint32_t w = line->word; w < line->word + line->words; w++) {
			if (x->done[w - x->p->word] || !markdown_inside(&x->v->words[w], &c->box))
				continue;
			if (last != VIEW_NONE)
				cell_gap(x, last == l);
			markdown_words(x, w, 1, true);
			last = l;
		}
	}
}

static void rule_write(struct buf *b, uint32_t cols)
{
	buf_byte(b, '|');
	for (uint32_t i = 0; i < cols; i++)
		buf_z(b, " --- |");
	buf_byte(b, '\n');
}

static void grid_write(struct markdown *x, const struct grid *g)
{
	uint32_t at = 0;
	block_begin(x);
	for (uint32_t r = 0; r < g->rows; r++) {
		buf_byte(x->b, '|');
		for (uint32_t c = 0; c < g->cols; c++) {
			buf_byte(x->b, ' ');
			while (at < g->n && (g->cells[at].row < r || (g->cells[at].row == r && g->cells[at].col < c)))
				at++;
			x->row = (uint16_t)r;
			x->column = (uint16_t)c;
			if (at < g->n && g->cells[at].row == r && g->cells[at].col == c)
				cell_write(x, &g->cells[at]);
			buf_z(x->b, " |");
		}
		buf_byte(x->b, '\n');
		if (r == 0)
			rule_write(x->b, g->cols);
	}
}

static bool part_meets(const struct markdown *x, const struct reading_part *p, const struct doc_box *box)
{
	const struct view_seg *a = &x->v->segs[p->seg], *b = &x->v->segs[p->seg + p->segs - 1];
	for (uint32_t w = a->word; w < b->word + b->words; w++)
		if (!x->done[w - x->p->word] && markdown_inside(&x->v->words[w], box))
			return true;
	return false;
}

/* Write the grids that hold words of the part, each once; true if nothing of it is left. */
static bool grids_start(struct markdown *x, const struct reading_part *p, bool *any)
{
	const struct doc_box *line = &x->v->lines[p->line].box;
	for (uint32_t i = 0; i < x->grids_n; i++) {
		struct grid *g = &x->grids[i];
		if (g->written || line->y1 < g->box.y0 || line->y0 > g->box.y1 || !part_meets(x, p, &g->box))
			continue;
		grid_write(x, g);
		g->written = *any = true;
	}
	return part_is_done(x, p);
}

/* Does a ruled table begin with the part? It is none of the rows above. */
static bool grid_begins(const struct markdown *x, const struct reading_part *p)
{
	for (uint32_t i = 0; i < x->grids_n; i++)
		if (!x->grids[i].written && part_meets(x, p, &x->grids[i].box))
			return true;
	return false;
}

/* ---- aligned rows */

struct columns {
	int32_t x0[MOST_COLUMNS], x1[MOST_COLUMNS];
	uint32_t n;
};

static bool column_add(struct columns *c, int32_t x0, int32_t x1)
{
	uint32_t at = 0;
	while (at < c->n && c->x1[at] < x0)
		at++;
	uint32_t end = at;
	for (; end < c->n && c->x0[end] <= x1; end++) {
		x0 = imin(x0, c->x0[end]);
		x1 = imax(x1, c->x1[end]);
	}
	if (end == at && c->n == MOST_COLUMNS)
		return false;
	memmove(c->x0 + at + 1, c->x0 + end, (c->n - end) * sizeof(int32_t));
	memmove(c->x1 + at + 1, c->x1 + end, (c->n - end) * sizeof(int32_t));
	c->n = c->n - (end - at) + 1;
	c->x0[at] = x0;
	c->x1[at] = x1;
	return true;
}

static bool may_be_row(const struct markdown *x, const struct reading_part *p, bool first)
{
	const struct view_line *l = &x->v->lines[p->line];
	if ((l->flags & VIEW_HEADING) || part_is_done(x, p) || ((l->flags & VIEW_PROSE) && p->segs < 3))
		return false;
	return first ? p->segs >= 2 : !p->starts && l->leading <= looks[x->tables].leading * x->v->segs[p->seg].size;
}

/* A row of one segment goes on a cell above it: it must lie in one column. */
static bool goes_on(const struct markdown *x, const struct reading_part *p, const struct columns *c)
{
	const struct doc_box *b = &x->v->segs[p->seg].box;
	uint32_t met = 0;
	for (uint32_t k = 0; k < c->n; k++)
		met += c->x0[k] <= b->x1 && c->x1[k] >= b->x0;
	return met == 1 && x->v->lines[p->line].leading <= 2 * x->v->segs[p->seg].size;
}

/* Take the part into the columns; false, and the columns as before, if it runs across them. */
static bool row_takes(const struct markdown *x, const struct reading_part *p, struct columns *c, uint32_t *most)
{
	struct columns before = *c;
	bool fits = p->segs > 1 || goes_on(x, p, c);
	for (uint32_t s = p->seg; s < p->seg + p->segs && fits; s++)
		fits = column_add(c, x->v->segs[s].box.x0, x->v->segs[s].box.x1);
	*most = p->segs > *most ? p->segs : *most;
	if (fits && c->n >= 2 && c->n * 3 >= *most * looks[x->tables].apart)
		return true;
	*c = before;
	return false;
}

/* Lines of one segment in the first column that follow the last row are a text of their own where there are more than one,
 * and no lines of its first cell. */
static size_t rows_without_tail(const struct markdown *x, const struct reading_part *parts, size_t n, const struct columns *c)
{
	size_t rows = n;
	while (rows && parts[rows - 1].segs == 1 && x->v->segs[parts[rows - 1].seg].box.x0 <= c->x1[0])
		rows--;
	if (!rows || n - rows < 2 || x->v->segs[parts[rows - 1].seg].block == x->v->segs[parts[rows].seg].block)
		return n;
	return rows;
}

/* How many parts from i on make a table, and its columns; 0 = none. */
static size_t rows_aligned(const struct markdown *x, const struct reading *r, size_t i, struct columns *c)
{
	const struct table_look *look = &looks[x->tables];
	size_t n = 0, rows = 0, full = 0;
	uint32_t most = 0;
	c->n = 0;
	if (x->tables == LAYOUT_TABLES_RULED)
		return 0;
	while (i + n < r->n && may_be_row(x, &r->parts[i + n], n == 0) && !(n && grid_begins(x, &r->parts[i + n])) &&
	       row_takes(x, &r->parts[i + n], c, &most))
		n++;
	n = rows_without_tail(x, &r->parts[i], n, c);
	for (size_t k = 0; k < n; k++) {
		rows += r->parts[i + k].segs > 1;
		full += r->parts[i + k].segs > 1 && r->parts[i + k].segs * 2 >= c->n;
	}
	return (rows >= look->two_columns || (rows >= 2 && c->n > 2)) && full * 10 >= rows * look->full ? n : 0;
}

static void row_write(struct markdown *x, const struct reading_part *p, const struct columns *c)
{
	uint32_t s = p->seg;
	buf_byte(x->b, '|');
	for (uint32_t k = 0; k < c->n; k++) {
		buf_byte(x->b, ' ');
		x->column = (uint16_t)k;
		for (bool first = true; s < p->seg + p->segs && x->v->segs[s].box.x0 <= c->x1[k]; s++, first = false) {
			if (!first)
				buf_byte(x->b, ' ');
			markdown_words(x, x->v->segs[s].word, x->v->segs[s].words, true);
		}
		buf_z(x->b, " |");
	}
	buf_byte(x->b, '\n');
}

static void rows_write(struct markdown *x, const struct reading *r, size_t i, size_t n, const struct columns *c)
{
	block_begin(x);
	for (size_t k = 0; k < n; k++) {
		x->row = (uint16_t)k;
		row_write(x, &r->parts[i + k], c);
		if (k == 0)
			rule_write(x->b, c->n);
	}
}

/* ---- lines */

static bool joins_paragraph(const struct markdown *x, const struct reading_part *a, const struct reading_part *b)
{
	const struct view *v = x->v;
	return (v->lines[a->line].flags & VIEW_PROSE) && (v->lines[b->line].flags & VIEW_PROSE) &&
	       v->segs[a->seg].block == v->segs[b->seg].block && !char_is_mark(char_first(v->words[v->segs[b->seg].word].text));
}

static enum layout_parting parting_of(const struct markdown *x, const struct reading_part *a, const struct reading_part *b)
{
	const struct view_seg *left = &x->v->segs[a->seg + a->segs - 1], *right = &x->v->segs[b->seg];
	if (!x->b->n || x->b->p[x->b->n - 1] != '-')
		return PARTED_NOT;
	return layout_parting(x->v, left->word + left->words - 1, right->word);
}

/* A hyphen between two words joins them as it stands. */
static void line_join(struct markdown *x, enum layout_parting parting)
{
	if (parting == PARTED_WORD)
		x->b->p[--x->b->n] = 0;
	if (parting == PARTED_NOT)
		buf_byte(x->b, ' ');
}

static void line_write(struct markdown *x, const struct reading_part *prev, const struct reading_part *p)
{
	const struct view_line *l = &x->v->lines[p->line];
	const struct view_word *first = &x->v->words[x->v->segs[p->seg].word];
	if (prev && joins_paragraph(x, prev, p))
		line_join(x, parting_of(x, prev, p));
	else if (prev && !p->starts && l->leading <= 2 * x->v->segs[p->seg].size)
		buf_z(x->b, "  \n");
	else
		block_begin(x);
	uint32_t c = char_first(first->text);
	if (first->text.n == 1 && strchr("#>+", first->text.p[0]))
		buf_byte(x->b, '\\');
	bool bullet = (c == 0x2022 || c == 0x2023 || c == 0x25aa || c == 0x25cf || c == 0xb7) && char_count(first->text) == 1;
	if (bullet && !x->done[x->v->segs[p->seg].word - x->p->word]) {
		x->done[x->v->segs[p->seg].word - x->p->word] = 1;
		buf_z(x->b, "- ");
	}
	part_words(x, p);
}

static void heading_write(struct markdown *x, const struct reading_part *p)
{
	block_begin(x);
	for (int i = 0; i < x->v->lines[p->line].level; i++)
		buf_byte(x->b, '#');
	buf_byte(x->b, ' ');
	part_words(x, p);
}

static void parts_write(struct markdown *x, const struct reading *r)
{
	const struct reading_part *prev = NULL;
	struct columns c;
	for (size_t i = 0; i < r->n; i++) {
		const struct reading_part *p = &r->parts[i];
		bool grid = false;
		size_t rows = part_is_done(x, p) || grids_start(x, p, &grid) ? SIZE_MAX : rows_aligned(x, r, i, &c);
		if (grid) /* nothing goes on behind a table */
			prev = NULL;
		if (rows == SIZE_MAX) {
			prev = NULL;
			continue;
		}
		if (rows) {
			rows_write(x, r, i, rows, &c);
			i += rows - 1;
			prev = NULL;
		} else if (x->v->lines[p->line].flags & VIEW_HEADING) {
			heading_write(x, p);
			prev = NULL;
		} else {
			line_write(x, prev, p);
			prev = p;
		}
	}
}

void layout_write_markdown(const struct view *v, uint32_t page, struct buf *b)
{
	layout_write_parts(v, page, b, NULL);
}

void layout_write_parts(const struct view *v, uint32_t page, struct buf *b, struct layout_parts *parts)
{
	struct markdown x = { .v = v, .p = &v->pages[page], .b = b, .start = b->n, .parts = parts,
			      .tables = parts ? parts->tables : LAYOUT_TABLES_USUAL };
	struct reading r = { 0 };
	x.done = calloc(x.p->words + 1u, 1);
	if (!x.done || !grids_collect(&x) || !reading_order(v, page, &r))
		b->failed = true;
	else
		parts_write(&x, &r);
	block_begin(&x);
	if (b->n > x.start)
		b->p[--b->n] = 0; /* one line break at the end */
	else
		buf_byte(b, '\n');
	reading_free(&r);
	free(x.grids);
	free(x.done);
}
