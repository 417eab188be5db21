/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Tables. Columns get what their cells want; if that is too much, the widest
 * ones share what there is and their cells wrap (the automatic table layout of
 * CSS 2.2 section 17.5.2.2, with the room shared so that narrow columns stay
 * whole). Columns stand further apart than words do, but signs stay with their
 * figures:
 *
 *     Products      $   66,613      "$" and "66,613" are cells of their own
 */
#include "parse/flow-private.h"

#include <stdlib.h>

enum {
	PAD = 900,         /* left and right of a cell: 1.8 em between columns */
	PAD_RULED = 400,   /* where lines part them */
	PAD_SIGN = 100,    /* between a sign and its figure */
	PAD_ABOVE = 150, MOST_SPAN_STEPS = 50000000,
	TEXTS = 6, MOST_TEXTS = 1000 /* blocks of a cell that make it a text, that are counted */
};

struct cell {
	struct flow_node *n;
	uint32_t row, col, rows, cols;
	int32_t left, right; /* padding */
	int32_t height;
	struct flow_extent from, to; /* what it put on the strip */
};

struct grid {
	struct flow *f;
	struct flow_node *table;
	struct cell *cells;
	size_t cells_n;
	uint32_t rows, cols;
	int32_t *edges; /* that cells say, sorted */
	uint32_t edges_n;
	int32_t *least, *most, *width; /* of columns */
	bool ruled;
};

static uint32_t smaller(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static int32_t larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* ---- cells to places */

static void rows_count(struct grid *g)
{
	for (const struct flow_node *r = g->table->first; r; r = r->next) {
		g->rows += r->kind == FLOW_ROW;
		for (const struct flow_node *c = r->kind == FLOW_ROW ? r->first : NULL; c; c = c->next)
			g->cells_n++;
	}
}

static uint32_t span_of(uint16_t n, uint32_t most)
{
	return n == 0 ? 1 : smaller(n, most);
}

/* The cell above goes on over this one. */
static bool merge_up(struct grid *g, uint32_t row, uint32_t col, size_t n)
{
	for (size_t i = n; i > 0 && g->cells[i - 1].row + 1000 > row; i--) {
		struct cell *c = &g->cells[i - 1];
		if (c->col != col || c->row + c->rows != row)
			continue;
		c->rows++;
		return true;
	}
	return false;
}

static int edge_cmp(const void *a, const void *b)
{
	int32_t p = *(const int32_t *)a, q = *(const int32_t *)b;
	return (p > q) - (p < q);
}

/* Edges that are nearly the same were meant to be. */
static void edges_sort(struct grid *g)
{
	enum { NEAR = 15 };
	uint32_t n = 0;
	if (g->edges_n == 0)
		return;
	qsort(g->edges, g->edges_n, sizeof(*g->edges), edge_cmp);
	for (uint32_t i = 0; i < g->edges_n; i++)
		if (n == 0 || g->edges[i] > g->edges[n - 1] + NEAR)
			g->edges[n++] = g->edges[i];
	g->edges_n = n;
}

static bool edges_collect(struct grid *g)
{
	size_t cells = 0;
	for (const struct flow_node *r = g->table->first; r; r = r->next)
		for (const struct flow_node *c = r->kind == FLOW_ROW ? r->first : NULL; c; c = c->next)
			cells += c->kind == FLOW_CELL && c->props.to > c->props.from;
	if (!cells)
		return true;
	g->edges = ARENA_ARRAY(&g->f->arena, 2 * cells, int32_t);
	if (!g->edges)
		return false;
	for (const struct flow_node *r = g->table->first; r; r = r->next)
		for (const struct flow_node *c = r->kind == FLOW_ROW ? r->first : NULL; c; c = c->next)
			if (c->kind == FLOW_CELL && c->props.to > c->props.from) {
				g->edges[g->edges_n++] = c->props.from;
				g->edges[g->edges_n++] = c->props.to;
			}
	edges_sort(g);
	return true;
}

/* The column that begins at an edge. */
static uint32_t column_at(const struct grid *g, int32_t edge)
{
	uint32_t low = 0, high = g->edges_n;
	while (low + 1 < high) {
		uint32_t mid = (low + high) / 2;
		if (g->edges[mid] <= edge)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* Give each cell the first columns that are free in its row; taken[c] counts rows a cell above still covers. */
static void cells_lay(struct grid *g, uint32_t *taken)
{
	uint32_t row = 0;
	size_t i = 0;
	for (struct flow_node *r = g->table->first; r; r = r->next) {
		uint32_t col = 0;
		if (r->kind != FLOW_ROW)
			continue;
		for (struct flow_node *n = r->first; n; n = n->next) {
			const struct flow_props *p = &n->props;
			while (col < FLOW_COLUMNS - 1 && taken[col])
				col++;
			uint32_t cols = span_of(p->col_span, FLOW_COLUMNS - col), rows = span_of(p->row_span, g->rows - row);
			if (n->kind == FLOW_CELL && p->to > p->from) {
				uint32_t from = smaller(column_at(g, p->from), FLOW_COLUMNS - 1), to = smaller(column_at(g, p->to), FLOW_COLUMNS);
				col = from > col ? from : col;
				cols = to > col ? to - col : 1;
			}
			if (p->merge_up && merge_up(g, row, col, i)) {
				col = smaller(col + cols, FLOW_COLUMNS - 1);
				continue;
			}
			g->cells[i++] = (struct cell){ .n = n, .row = row, .col = col, .rows = rows, .cols = cols };
			for (uint32_t c = col; c < col + cols; c++)
				taken[c] = rows;
			col = smaller(col + cols, FLOW_COLUMNS - 1);
			g->cols = g->cols > g->cells[i - 1].col + cols ? g->cols : g->cells[i - 1].col + cols;
		}
		for (uint32_t c = 0; c < g->cols; c++)
			taken[c] -= taken[c] > 0;
		row++;
	}
	g->cells_n = i;
}

/* ---- padding */

/* "$", "€", "US$", "(" before a figure; ")", "%" after it. */
static bool is_sign(struct str s, bool before)
{
	static const char *const ahead[] = { "$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "US$", "(", "$(", "C$", "A$", "CHF", "-" };
	static const char *const behind[] = { ")", "%", ")%", "%)" };
	const char *const *t = before ? ahead : behind;
	size_t n = before ? sizeof(ahead) / sizeof(*ahead) : sizeof(behind) / sizeof(*behind);
	for (size_t i = 0; s.n && i < n; i++)
		if (str_eq_z(s, t[i]))
			return true;
	return false;
}

static void cells_pad(struct grid *g)
{
	int32_t pad = g->ruled ? PAD_RULED : PAD;
	for (size_t i = 0; i < g->cells_n; i++) {
		struct cell *c = &g->cells[i];
		struct str s = flow_only_text(c->n);
		struct cell *before = i && g->cells[i - 1].row == c->row ? &g->cells[i - 1] : NULL;
		c->left = is_sign(s, false) ? PAD_SIGN : pad;
		c->right = is_sign(s, true) ? PAD_SIGN : pad;
		if (before && c->left == PAD_SIGN)
			before->right = PAD_SIGN;
		else if (before && before->right == PAD_SIGN && s.n)
			c->left = PAD_SIGN;
		c->left += c->n->props.indent;
	}
}

/* ---- widths */

static void spread(int32_t *w, const int32_t *by, uint32_t n, int32_t need)
{
	int64_t have = 0, weight = 0;
	for (uint32_t i = 0; i < n; i++) {
		have += w[i];
		weight += by[i];
	}
	if (need <= have)
		return;
	int32_t more = need - (int32_t)have, given = 0;
	if (weight == 0) {
		w[0] += more;
		return;
	}
	uint32_t last = 0;
	for (uint32_t i = 0; i < n; i++) {
		int32_t part = (int32_t)((int64_t)more * by[i] / weight);
		w[i] += part;
		given += part;
		last = by[i] ? i : last;
	}
	w[last] += more - given;
}

static int cell_cmp(const void *a, const void *b)
{
	const struct cell *p = *(const struct cell *const *)a, *q = *(const struct cell *const *)b;
	if (p->cols != q->cols)
		return p->cols < q->cols ? -1 : 1;
	return p < q ? -1 : p > q;
}

static bool columns_measure(struct grid *g)
{
	struct cell **order = ARENA_ARRAY(&g->f->arena, g->cells_n + 1, struct cell *);
	int32_t *by = ARENA_ARRAY(&g->f->arena, g->cols + 1, int32_t);
	int64_t steps = 0;
	if (!order || !by)
		return false;
	for (size_t i = 0; i < g->cells_n; i++)
		order[i] = &g->cells[i];
	qsort(order, g->cells_n, sizeof(*order), cell_cmp);
	for (size_t i = 0; i < g->cells_n; i++) {
		struct cell *c = order[i];
		flow_measure(g->f, c->n);
		int32_t pad = c->n->most > 0 || g->ruled ? c->left + c->right : 0;
		int32_t least = larger(c->n->least + pad, c->n->props.width), most = larger(c->n->most + pad, c->n->props.width);
		if (c->cols == 1) {
			g->least[c->col] = larger(g->least[c->col], least);
			g->most[c->col] = larger(g->most[c->col], most);
		} else if ((steps += c->cols) < MOST_SPAN_STEPS) {
			memcpy(by, g->most + c->col, c->cols * sizeof(*by));
			spread(g->least + c->col, by, c->cols, least);
			spread(g->most + c->col, by, c->cols, most);
		}
	}
	for (uint32_t c = 0; c < g->cols; c++)
		g->most[c] = larger(g->most[c], g->least[c]);
	return true;
}

static int64_t width_at(const struct grid *g, int32_t cap)
{
	int64_t sum = 0;
	for (uint32_t c = 0; c < g->cols; c++)
		sum += g->most[c] < cap ? g->most[c] : larger(g->least[c], cap);
	return sum;
}

/* The widest columns are cut to the same width, as wide as fits. */
static void columns_share(struct grid *g, int32_t room)
{
	int32_t low = 0, high = FLOW_WIDEST;
	while (low < high) {
		int32_t cap = low + (high - low + 1) / 2;
		if (width_at(g, cap) <= room)
			low = cap;
		else
			high = cap - 1;
	}
	int32_t widest = FLOW_RIGHTMOST / (int32_t)(g->cols + 1);
	for (uint32_t c = 0; c < g->cols; c++) {
		g->width[c] = g->most[c] < low ? g->most[c] : larger(g->least[c], low);
		g->width[c] = g->width[c] < widest ? g->width[c] : widest;
	}
}

static bool grid_make(struct grid *g, struct flow *f, struct flow_node *table)
{
	*g = (struct grid){ .f = f, .table = table, .ruled = table->props.borders == FLOW_SIDES };
	rows_count(g);
	uint32_t *taken = ARENA_ARRAY(&f->arena, FLOW_COLUMNS, uint32_t);
	g->cells = ARENA_ARRAY(&f->arena, g->cells_n + 1, struct cell);
	if (!taken || !g->cells || !edges_collect(g))
		return false;
	cells_lay(g, taken);
	cells_pad(g);
	g->least = ARENA_ARRAY(&f->arena, g->cols + 1, int32_t);
	g->most = ARENA_ARRAY(&f->arena, g->cols + 1, int32_t);
	g->width = ARENA_ARRAY(&f->arena, g->cols + 1, int32_t);
	return g->least && g->most && g->width && columns_measure(g);
}

void flow_table_measure(struct flow *f, struct flow_node *table)
{
	struct grid g;
	struct arena_mark mark = arena_mark(&f->arena);
	if (grid_make(&g, f, table)) {
		int64_t least = 0, most = 0;
		for (uint32_t c = 0; c < g.cols; c++) {
			least += g.least[c];
			most += g.most[c];
		}
		table->least = (int32_t)(least < FLOW_WIDEST ? least : FLOW_WIDEST);
		table->most = (int32_t)(most < FLOW_WIDEST ? most : FLOW_WIDEST);
	}
	arena_reset(&f->arena, mark);
	for (struct flow_node *c = table->first; c; c = c->next)
		if (c->kind != FLOW_ROW && c->kind < FLOW_ROOT) {
			flow_measure(f, c);
			table->least = larger(table->least, c->least);
			table->most = larger(table->most, c->most);
		}
}

/* ---- places */

static int32_t column_x(const struct grid *g, uint32_t col)
{
	int32_t x = 0;
	for (uint32_t c = 0; c < col; c++)
		x += g->width[c];
	return x;
}

/* First lines of cells side by side stand level, whatever their paragraphs keep above them. */
static void cell_set(struct grid *g, struct cell *c, int32_t x, int32_t y)
{
	struct flow *f = g->f;
	int32_t width = 0;
	for (uint32_t k = c->col; k < c->col + c->cols; k++)
		width += g->width[k];
	c->from = flow_extent(f);
	int32_t below = larger(y + PAD_ABOVE - flow_space_above(c->n), 0), inner = larger(width - c->left - c->right, 0);
	below = c->n->kind == FLOW_CELL ? flow_children(f, c->n, x + c->left, below, inner) :
					  flow_block(f, c->n, x + c->left, below, inner);
	c->height = below > y + PAD_ABOVE ? below + PAD_ABOVE - y : 0;
	c->to = flow_extent(f);
}

/* A border between two cells is drawn once when the page is built. */
static void cell_rule(struct grid *g, const struct cell *c, int32_t x, const int32_t *row_y)
{
	uint8_t sides = g->ruled ? FLOW_SIDES : c->n->props.borders;
	int32_t x0 = x + column_x(g, c->col), x1 = x + column_x(g, c->col + c->cols), y0 = row_y[c->row], y1 = row_y[c->row + c->rows];
	if (x1 <= x0 || y1 <= y0)
		return;
	if (sides & FLOW_SIDE_TOP)
		flow_rule_add(g->f, x0, y0, x1, y0);
	if (sides & FLOW_SIDE_BOTTOM)
		flow_rule_add(g->f, x0, y1, x1, y1);
	if (sides & FLOW_SIDE_LEFT)
		flow_rule_add(g->f, x0, y0, x0, y1);
	if (sides & FLOW_SIDE_RIGHT)
		flow_rule_add(g->f, x1, y0, x1, y1);
}

/* Cells over several rows that have begun and not ended. */
struct open_cells {
	const struct cell *c[FLOW_COLUMNS];
	uint32_t n;
};

/* Heights: of the row's own cells; what cells over several rows miss goes to their last. */
static int32_t row_height(const struct grid *g, size_t from, size_t to, struct open_cells *open, const int32_t *row_y)
{
	int32_t h = g->ruled ? FLOW_SIZE * FLOW_LEADING / 100 : 0;
	uint32_t row = g->cells[from].row, kept = 0;
	for (size_t i = from; i < to; i++) {
		if (g->cells[i].rows == 1)
			h = larger(h, larger(g->cells[i].height, g->cells[i].n->props.height));
		else if (open->n < FLOW_COLUMNS)
			open->c[open->n++] = &g->cells[i];
	}
	for (uint32_t i = 0; i < open->n; i++) {
		const struct cell *c = open->c[i];
		if (c->row + c->rows - 1 == row)
			h = larger(h, c->height - (row_y[row] - row_y[c->row]));
		else
			open->c[kept++] = c;
	}
	open->n = kept;
	return h;
}

/*
 * Cells that hold whole texts of their own, as the sidebar and the main part of a curriculum do, are no row of a table: what
 * stands at the same height in both has nothing to do with each other. As many blocks in each may be lines of a table.
 */
static bool cells_are_texts(const struct grid *g, size_t from, size_t to)
{
	uint32_t texts = 0, last = 0;
	bool differ = false;
	for (size_t i = from; i < to; i++) {
		const struct cell *c = &g->cells[i];
		uint32_t n = c->n->most > 0 ? flow_texts(c->n, MOST_TEXTS) : 0;
		if (g->ruled || c->rows > 1 || (n && n < TEXTS) || (c->n->props.borders & (FLOW_SIDE_LEFT | FLOW_SIDE_RIGHT)))
			return false;
		differ |= n && last && n != last;
		last = n ? n : last;
		texts += n > 0;
	}
	return texts > 1 && differ;
}

/* Such cells are set one below the other, as they are read, each as wide as the table. */
static void cells_stack(struct grid *g, size_t from, size_t to, int32_t x, int32_t y)
{
	int32_t below = y;
	for (size_t i = from; i < to; i++) {
		struct cell *c = &g->cells[i];
		uint32_t col = c->col, cols = c->cols;
		c->col = 0;
		c->cols = g->cols;
		cell_set(g, c, x, below);
		c->col = col;
		c->cols = cols;
		below += c->height ? c->height + FLOW_SIZE : 0; /* a line apart */
		flow_cut_at(g->f, below);
	}
	for (size_t i = from; i < to; i++)
		g->cells[i].height = below - y;
}

static bool rows_set(struct grid *g, int32_t x, int32_t *row_y)
{
	struct open_cells *open = ARENA_NEW(&g->f->arena, struct open_cells);
	size_t i = 0;
	if (!open)
		return false;
	for (uint32_t row = 0; row < g->rows && flow_goes_on(g->f, row_y[row]); row++) {
		size_t first = i;
		for (; i < g->cells_n && g->cells[i].row == row; i++)
			;
		g->f->tables++;
		if (cells_are_texts(g, first, i))
			cells_stack(g, first, i, x, row_y[row]);
		else
			for (size_t k = first; k < i; k++)
				cell_set(g, &g->cells[k], x + column_x(g, g->cells[k].col), row_y[row]);
		g->f->tables--;
		row_y[row + 1] = row_y[row] + (i > first ? row_height(g, first, i, open, row_y) : 0);
		if (open->n == 0)
			flow_cut_at(g->f, row_y[row + 1]);
	}
	return !g->f->arena.over;
}

static void cells_align(struct grid *g, const int32_t *row_y)
{
	for (size_t i = 0; i < g->cells_n; i++) {
		const struct cell *c = &g->cells[i];
		int32_t spare = row_y[c->row + c->rows] - row_y[c->row] - c->height;
		uint8_t valign = c->n->props.valign;
		if (valign != FLOW_TOP && spare > 0 && c->height)
			flow_lower(g->f, c->from, c->to, valign == FLOW_BOTTOM ? spare : spare / 2);
	}
}

int32_t flow_table(struct flow *f, struct flow_node *table, int32_t x, int32_t y, int32_t width)
{
	struct grid g;
	for (struct flow_node *c = table->first; c; c = c->next)
		if (c->kind != FLOW_ROW && !flow_is_inline(c))
			y = flow_block(f, c, x, y, width);
	if (!grid_make(&g, f, table) || g.rows == 0)
		return y;
	int32_t room = f->tables ? width : larger(width, f->o.table_width);
	int32_t *row_y = ARENA_ARRAY(&f->arena, g.rows + 2, int32_t);
	if (!row_y)
		return y;
	columns_share(&g, room);
	row_y[0] = y;
	if (!rows_set(&g, x, row_y))
		return y;
	cells_align(&g, row_y);
	for (size_t i = 0; i < g.cells_n; i++)
		cell_rule(&g, &g.cells[i], x, row_y);
	return row_y[g.rows];
}
