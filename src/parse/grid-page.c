/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Cells, their rules and names of sheets on pages. */
#include "parse/grid-private.h"

#include <stdlib.h>
#include <utf8proc.h>

static void add_rule(struct grid *g, enum doc_rule_kind kind, int32_t x0, int32_t y0, int32_t x1, int32_t y1)
{
	struct doc_rule r = { .box = { x0, y0, x1, y1 }, .color = 0, .kind = (uint8_t)kind };
	doc_page_add_rule(&g->page, &r);
}

static bool is_wanted(const struct grid *g)
{
	return g->wanted_at < g->wanted_n && g->wanted[g->wanted_at] == g->page_number;
}

static int32_t *upright_of(struct grid *g)
{
	return ITEMS(&g->upright, int32_t);
}

static void end_upright(struct grid *g, size_t col)
{
	int32_t x = ITEMS(&g->x, int32_t)[col], *from = &upright_of(g)[col];
	if (*from >= 0 && *from < g->y)
		add_rule(g, DOC_RULE_VERTICAL, x, *from, x, g->y);
	*from = -1;
}

static bool is_merged(const struct grid *g, uint32_t row0, uint32_t col0, uint32_t row1, uint32_t col1)
{
	const struct grid_range *m = ITEMS(&g->active, const struct grid_range);
	for (size_t i = 0; i < COUNT(&g->active, struct grid_range); i++)
		if (m[i].row0 <= row0 && m[i].row1 >= row1 && m[i].col0 <= col0 && m[i].col1 >= col1)
			return true;
	return false;
}

static bool column_used(struct grid *g, uint32_t col)
{
	const struct grid_sheet_at *s = grid_sheet_of(g);
	return col < COUNT(&s->widths, uint16_t) && ITEMS(&s->widths, uint16_t)[col] > 0;
}

/* The line above a row of a region; cells that reach over from the row before (above) are not cut. */
static void rule_across(struct grid *g, const struct grid_range *r, uint32_t above, uint32_t row)
{
	const int32_t *x = ITEMS(&g->x, const int32_t);
	bool merges = g->active.n > 0 && above != row;
	uint32_t from = r->col0;
	for (uint32_t c = r->col0; merges && c <= r->col1; c++)
		if (is_merged(g, above, c, row, c)) {
			if (from < c)
				add_rule(g, DOC_RULE_HORIZONTAL, x[from], g->y, x[c], g->y);
			from = c + 1;
		}
	if (from <= r->col1)
		add_rule(g, DOC_RULE_HORIZONTAL, x[from], g->y, x[r->col1 + 1], g->y);
}

/* The line below the last row, and the ends of those that stand. */
static void end_rules(struct grid *g)
{
	if (!g->ruled)
		return;
	const struct grid_range *r = &ITEMS(&grid_sheet_of(g)->regions, struct grid_range)[g->region_at];
	rule_across(g, r, r->row1, r->row1);
	for (uint32_t c = r->col0; c <= r->col1 + 1; c++)
		end_upright(g, c);
	g->ruled = false;
}

/* The lines of a row's cells, before its words. */
static void rule_row(struct grid *g, const struct grid_range *r)
{
	rule_across(g, r, g->ruled ? g->last_row : g->row_number, g->row_number);
	for (uint32_t c = r->col0; c <= r->col1 + 1; c++) {
		bool inside = c > r->col0 && c <= r->col1;
		bool joined = inside && (!column_used(g, c) ||
					 (g->active.n && is_merged(g, g->row_number, c - 1, g->row_number, c)));
		if (joined)
			end_upright(g, c);
		else if (upright_of(g)[c] < 0)
			upright_of(g)[c] = g->y;
	}
	g->ruled = true;
}

bool grid_end_page(struct grid *g, struct err *e)
{
	if (!g->page_open)
		return true;
	g->page_open = false;
	end_rules(g);
	if (!is_wanted(g))
		return true;
	int32_t width = g->right + MARGIN, height = g->y + MARGIN;
	g->page.width = width > PAGE_W ? width : PAGE_W;
	g->page.height = height > PAGE_H ? height : PAGE_H;
	/* A selection may name a page twice. */
	for (; is_wanted(g); g->wanted_at++)
		if (!sink_page(g->out, &g->page, e))
			return false;
	return true;
}

static void start_page(struct grid *g, uint32_t number)
{
	doc_page_builder_start(&g->page, number, PAGE_W, PAGE_H);
	g->page_number = number;
	g->page_open = true;
	g->y = MARGIN;
	g->right = 0;
}

static void add_word(struct grid *g, struct str text, int32_t x, int32_t y, int32_t width, uint16_t size, uint8_t flags)
{
	struct doc_word w = { .box = { x, y, x + width, y + size }, .size = size, .conf = 100, .flags = flags, .run = g->run };
	utf8proc_uint8_t *nfc = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text.p, (utf8proc_ssize_t)text.n, &nfc,
					  UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (n > 0)
		doc_page_add_word(&g->page, &w, (struct str){ (const char *)nfc, (size_t)n });
	free(nfc);
	if (x + width > g->right)
		g->right = x + width;
}

static void add_text(struct grid *g, struct str text, int32_t x, int32_t y, uint32_t wrap, uint16_t size, uint8_t flags)
{
	struct grid_pieces p = grid_pieces(text, wrap);
	int32_t char_w = CHAR_W * size / FONT, line_h = LINE_H * size / FONT;
	for (struct grid_piece w; grid_next_piece(&p, &w);)
		add_word(g, w.text, x + (int32_t)w.column * char_w, y + (int32_t)w.line * line_h, (int32_t)w.width * char_w, size,
			 flags);
	g->run++;
}

/* The merges that reach into the row, and no others. */
static void find_merges(struct grid *g)
{
	const struct buf *all = &grid_sheet_of(g)->merges;
	struct grid_range *m = ITEMS(&g->active, struct grid_range);
	size_t kept = 0, n = COUNT(&g->active, struct grid_range);
	for (size_t i = 0; i < n; i++)
		if (m[i].row1 >= g->row_number)
			m[kept++] = m[i];
	g->active.n = kept * sizeof(*m);
	for (; g->merge_at < COUNT(all, struct grid_range); g->merge_at++) {
		const struct grid_range *r = &ITEMS(all, struct grid_range)[g->merge_at];
		if (r->row0 > g->row_number)
			break;
		if (r->row1 >= g->row_number)
			buf_add(&g->active, r, sizeof(*r));
	}
}

/* A cell under a merged one that begins elsewhere is not seen. */
static bool is_covered(const struct grid *g, uint32_t col)
{
	const struct grid_range *m = ITEMS(&g->active, const struct grid_range);
	for (size_t i = 0; i < COUNT(&g->active, struct grid_range); i++)
		if (m[i].col0 <= col && m[i].col1 >= col && (m[i].col0 != col || m[i].row0 != g->row_number))
			return true;
	return false;
}

/* The region that the row is in, or NULL. */
static const struct grid_range *find_region(struct grid *g)
{
	const struct buf *all = &grid_sheet_of(g)->regions;
	for (; g->region_at < COUNT(all, struct grid_range); g->region_at++) {
		const struct grid_range *r = &ITEMS(all, struct grid_range)[g->region_at];
		if (r->row0 > g->row_number)
			return NULL;
		if (r->row1 >= g->row_number)
			return r;
		end_rules(g);
	}
	return NULL;
}

/* "Sheet1", "Tabelle1", "Лист1": the only sheet's name that nobody gave. */
static bool is_default_name(struct str name)
{
	for (size_t i = 0; i + 1 < name.n; i++)
		if ((unsigned char)name.p[i] <= '@' && name.p[i] != ' ')
			return false;
	return name.n > 1 && name.p[name.n - 1] == '1';
}

static bool has_heading(struct grid *g)
{
	size_t seen = 0, n = COUNT(&g->sheets, struct grid_sheet_at);
	for (size_t i = 0; i < n; i++)
		seen += ITEMS(&g->sheets, struct grid_sheet_at)[i].first_page > 0;
	return grid_sheet_of(g)->name.n && (seen > 1 || !is_default_name(grid_sheet_of(g)->name));
}

static bool turn_page(struct grid *g, struct err *e)
{
	const struct grid_sheet_at *s = grid_sheet_of(g);
	bool broken = g->break_at < COUNT(&s->breaks, uint32_t) && ITEMS(&s->breaks, uint32_t)[g->break_at] == g->row_number;
	if (g->page_open && !broken) {
		g->y += (int32_t)grid_blank_lines(g) * BLANK_H;
		return true;
	}
	bool first = !g->page_open;
	g->break_at += broken;
	if (!grid_end_page(g, e))
		return false;
	start_page(g, first ? s->first_page : g->page_number + 1);
	if (first && has_heading(g)) {
		add_text(g, s->name, MARGIN, g->y, WRAP_ALONE, NAME_FONT, DOC_BOLD);
		g->y += NAME_H;
	}
	return true;
}

bool grid_place_row(struct grid *g, struct err *e)
{
	uint32_t first, last, lines, words;
	size_t n;
	const struct grid_line_cell *c = grid_row_cells(g, &n);
	const int32_t *x = ITEMS(&g->x, const int32_t);
	grid_row_span(g, &first, &last, &lines, &words);
	const struct grid_range *r = find_region(g);
	if (!turn_page(g, e))
		return false;
	find_merges(g);
	if (r)
		rule_row(g, r);
	for (size_t i = 0; i < n; i++) {
		struct str text = { g->row_text.p + c[i].text, c[i].len };
		if (is_covered(g, c[i].col))
			grid_hide(g, text);
		else
			add_text(g, text, x[c[i].col] + PAD, g->y + ROW_PAD / 2, n > 1 ? WRAP_CELL : WRAP_ALONE, FONT, c[i].flags);
	}
	g->y += (int32_t)lines * LINE_H + ROW_PAD;
	if (r && x[r->col1 + 1] > g->right)
		g->right = x[r->col1 + 1];
	if (r && r->row1 == g->row_number)
		end_rules(g);
	return buf_ok(&g->page.words, e) && buf_ok(&g->page.rules, e) && buf_ok(&g->page.text, e);
}
