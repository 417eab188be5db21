/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/grid.h"

#include "parse/budget.h"

#include <stdlib.h>
#include <utf8proc.h>

/* 1/100 points: characters of one width, lines and rows with room for their rules. */
enum { CHAR_W = 600, LINE_H = 1200, FONT = 1000, PAD = 600, ROW_PAD = 400, MARGIN = 3600, PAGE_W = 61200, PAGE_H = 79200 };
enum { NAME_FONT = 1400, NAME_H = 2400, BLANK_H = 1200, MOST_WIDTH = 19000000 };
/* Characters of a line: cells of tables, cells that stand alone in their row, a piece of a word, an empty column. */
enum { WRAP_CELL = 60, WRAP_ALONE = 120, WORD = 120, EMPTY_COLUMN = 1 };
/* A page ends before it has more lines or words, but a row stays whole: ROW_LINES of them are as high as a page may be.
 * Budgets of a document. */
enum { PAGE_LINES = 1000, PAGE_WORDS = 50000, ROW_LINES = 16000, ROW_WORDS = 200000, SHEETS = 10000, CELLS = 10000000, MERGES = 200000, FACTS = 16, ROW_BYTES = 64 << 20 };

struct sheet {
	struct str name;
	struct buf widths;  /* uint16_t in characters, a column each; 0 = nothing in it */
	struct buf regions; /* struct grid_range: rows of one table, columns of its first and last filled cells */
	struct buf merges;  /* struct grid_range, by first rows once measured */
	struct buf breaks;  /* uint32_t: rows that begin a further page */
	uint32_t first_page; /* number of its first page; 0 = the sheet is empty */
};

struct cell { /* of the row that is being told */
	uint32_t col, text, len; /* text: offset into row_text */
	uint32_t lines, widest, words;
	uint8_t flags;
};

struct grid {
	bool placing;
	struct buf sheets; /* struct sheet */
	size_t at;         /* the one being told, counted from 1 */
	uint64_t cells, words; /* that were measured */
	uint32_t pages;
	struct arena arena; /* names, facts */
	struct doc_fact facts[FACTS];
	struct doc_fact_text fact_texts[FACTS];
	size_t facts_n;

	/* the row being told */
	struct buf row, row_text; /* struct cell; bytes */
	uint32_t row_number;
	bool row_open;

	/* the sheet being told */
	uint32_t last_row, skipped; /* last row told; rows skipped right after it */
	bool any_row, in_region;
	uint32_t page_lines, page_words, hidden;

	/* placing */
	const struct parse_options *o;
	struct sink *out;
	const uint32_t *wanted;
	size_t wanted_n, wanted_at;
	struct doc_page_builder page;
	bool page_open;
	uint32_t page_number;
	int32_t y, right;
	uint16_t run;
	size_t region_at, merge_at, break_at;
	struct buf x;       /* int32_t: left edge of each column, and the right edge of the last */
	struct buf active;  /* struct grid_range: merges that reach into the row */
	struct buf upright; /* int32_t: where the rule left of each column began, -1 = none runs */
	bool ruled;         /* the rules of a region run */
};

#define ITEMS(b, type) ((type *)(void *)(b)->p)
#define COUNT(b, type) ((b)->n / sizeof(type))

static struct sheet *sheet_of(struct grid *g)
{
	return &ITEMS(&g->sheets, struct sheet)[g->at - 1];
}

static void add_u32(struct buf *b, uint32_t v)
{
	buf_add(b, &v, sizeof(v));
}

/* ---- the text of a cell in lines */

struct pieces {
	struct str s;
	size_t i;
	uint32_t wrap, line, column;
};

struct piece {
	struct str text;
	uint32_t line, column, width;
};

static bool is_space(uint32_t c)
{
	return c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202F || c == 0xFEFF;
}

/* Skip white space; a line break in it begins a line. */
static void skip_space(struct pieces *p)
{
	bool cr = false;
	while (p->i < p->s.n) {
		size_t next = p->i;
		uint32_t c = str_utf8_next(p->s, &next);
		if (!is_space(c))
			return;
		if ((c == '\n' && !cr) || c == '\r' || c == 0x2028) {
			p->line++;
			p->column = 0;
		}
		cr = c == '\r';
		p->i = next;
	}
}

static bool next_piece(struct pieces *p, struct piece *out)
{
	uint32_t width = 0;
	skip_space(p);
	size_t start = p->i;
	while (p->i < p->s.n && width < WORD) {
		size_t next = p->i;
		uint32_t c = str_utf8_next(p->s, &next);
		if (is_space(c))
			break;
		int w = utf8proc_charwidth((utf8proc_int32_t)c);
		width += w > 0 ? (uint32_t)w : next == start;
		p->i = next;
	}
	if (p->i == start)
		return false;
	width = width ? width : 1;
	if (p->column && p->column + 1 + width > p->wrap) {
		p->line++;
		p->column = 0;
	}
	out->text = (struct str){ p->s.p + start, p->i - start };
	out->line = p->line;
	out->column = p->column ? p->column + 1 : 0;
	out->width = width;
	p->column = out->column + width;
	return true;
}

/* Empty lines at the beginning of a cell say nothing. */
static struct pieces pieces_of(struct str s, uint32_t wrap)
{
	struct pieces p = { .s = s, .wrap = wrap };
	skip_space(&p);
	p.line = 0;
	return p;
}

static void measure(struct str s, uint32_t wrap, struct cell *c)
{
	struct pieces p = pieces_of(s, wrap);
	c->lines = c->widest = c->words = 0;
	for (struct piece w; next_piece(&p, &w);) {
		c->lines = w.line + 1;
		c->words++;
		if (p.column > c->widest)
			c->widest = p.column;
	}
}

void grid_hide(struct grid *g, struct str text)
{
	struct pieces p = pieces_of(text, WRAP_CELL);
	for (struct piece w; g->placing && next_piece(&p, &w);)
		g->hidden++;
}

/* ---- both passes: a row is complete */

static const struct cell *row_cells(const struct grid *g, size_t *n)
{
	*n = COUNT(&g->row, struct cell);
	return ITEMS(&g->row, const struct cell);
}

static void row_span(const struct grid *g, uint32_t *first, uint32_t *last, uint32_t *lines, uint32_t *words)
{
	size_t n;
	const struct cell *c = row_cells(g, &n);
	*first = UINT32_MAX;
	*last = *lines = *words = 0;
	for (size_t i = 0; i < n; i++) {
		*first = c[i].col < *first ? c[i].col : *first;
		*last = c[i].col > *last ? c[i].col : *last;
		*lines = c[i].lines > *lines ? c[i].lines : *lines;
		*words += c[i].words;
	}
}

/* Rows right below each other but for hidden ones. */
static bool row_follows(const struct grid *g)
{
	return g->any_row && g->row_number == g->last_row + g->skipped + 1;
}

static uint32_t blank_lines(const struct grid *g)
{
	uint32_t gap = g->any_row ? g->row_number - g->last_row - g->skipped - 1 : 0;
	return gap > 2 ? 2 : gap;
}

/* ---- first pass: measuring */

static void widen(struct sheet *s, uint32_t col, uint32_t width)
{
	while (COUNT(&s->widths, uint16_t) <= col && !s->widths.failed)
		buf_add(&s->widths, &(uint16_t){ 0 }, sizeof(uint16_t));
	if (!s->widths.failed && width > ITEMS(&s->widths, uint16_t)[col])
		ITEMS(&s->widths, uint16_t)[col] = (uint16_t)width;
}

static void grow_region(struct grid *g, struct sheet *s, uint32_t first, uint32_t last)
{
	if (!g->in_region || !row_follows(g)) {
		struct grid_range r = { g->row_number, first, g->row_number, last };
		buf_add(&s->regions, &r, sizeof(r));
		g->in_region = true;
		return;
	}
	struct grid_range *r = &ITEMS(&s->regions, struct grid_range)[COUNT(&s->regions, struct grid_range) - 1];
	r->row1 = g->row_number;
	r->col0 = first < r->col0 ? first : r->col0;
	r->col1 = last > r->col1 ? last : r->col1;
}

/* A selection of pages may be small whatever the sheet. */
static bool is_all_wanted(const struct grid *g)
{
	return !g->o->pages && !g->o->max_pages;
}

static bool measure_row(struct grid *g, struct err *e)
{
	struct sheet *s = sheet_of(g);
	uint32_t first, last, lines, words;
	size_t n;
	const struct cell *c = row_cells(g, &n);
	row_span(g, &first, &last, &lines, &words);
	if (lines > ROW_LINES || words > ROW_WORDS)
		return err_set(e, ERR_BUDGET, "row %u has cells of %u lines and %u words; up to %d and %d are read", g->row_number + 1,
			       lines, words, ROW_LINES, ROW_WORDS);
	g->words += words;
	if (is_all_wanted(g) && !budget_words(g->words, e))
		return false;
	if (!s->first_page)
		s->first_page = ++g->pages;
	g->page_lines += blank_lines(g) + lines;
	g->page_words += words;
	if (g->any_row && (g->page_lines > PAGE_LINES || g->page_words > PAGE_WORDS)) {
		add_u32(&s->breaks, g->row_number);
		g->pages++;
		g->page_lines = lines;
		g->page_words = words;
	}
	for (size_t i = 0; i < n; i++)
		widen(s, c[i].col, n > 1 ? c[i].widest : EMPTY_COLUMN);
	if (n > 1)
		grow_region(g, s, first, last);
	else
		g->in_region = false;
	return buf_ok(&s->widths, e) && buf_ok(&s->regions, e) && buf_ok(&s->breaks, e);
}

/* ---- second pass: pages */

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
	const struct sheet *s = sheet_of(g);
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
	const struct grid_range *r = &ITEMS(&sheet_of(g)->regions, struct grid_range)[g->region_at];
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

static bool end_page(struct grid *g, struct err *e)
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
	struct pieces p = pieces_of(text, wrap);
	int32_t char_w = CHAR_W * size / FONT, line_h = LINE_H * size / FONT;
	for (struct piece w; next_piece(&p, &w);)
		add_word(g, w.text, x + (int32_t)w.column * char_w, y + (int32_t)w.line * line_h, (int32_t)w.width * char_w, size,
			 flags);
	g->run++;
}

/* The merges that reach into the row, and no others. */
static void find_merges(struct grid *g)
{
	const struct buf *all = &sheet_of(g)->merges;
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
	const struct buf *all = &sheet_of(g)->regions;
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
	size_t seen = 0, n = COUNT(&g->sheets, struct sheet);
	for (size_t i = 0; i < n; i++)
		seen += ITEMS(&g->sheets, struct sheet)[i].first_page > 0;
	return sheet_of(g)->name.n && (seen > 1 || !is_default_name(sheet_of(g)->name));
}

static bool turn_page(struct grid *g, struct err *e)
{
	const struct sheet *s = sheet_of(g);
	bool broken = g->break_at < COUNT(&s->breaks, uint32_t) && ITEMS(&s->breaks, uint32_t)[g->break_at] == g->row_number;
	if (g->page_open && !broken) {
		g->y += (int32_t)blank_lines(g) * BLANK_H;
		return true;
	}
	bool first = !g->page_open;
	g->break_at += broken;
	if (!end_page(g, e))
		return false;
	start_page(g, first ? s->first_page : g->page_number + 1);
	if (first && has_heading(g)) {
		add_text(g, s->name, MARGIN, g->y, WRAP_ALONE, NAME_FONT, DOC_BOLD);
		g->y += NAME_H;
	}
	return true;
}

static bool place_row(struct grid *g, struct err *e)
{
	uint32_t first, last, lines, words;
	size_t n;
	const struct cell *c = row_cells(g, &n);
	const int32_t *x = ITEMS(&g->x, const int32_t);
	row_span(g, &first, &last, &lines, &words);
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

/* ---- telling */

static bool end_row(struct grid *g, struct err *e)
{
	if (!g->row_open)
		return true;
	g->row_open = false;
	if (COUNT(&g->row, struct cell) == 1) { /* alone in its row: it may run over its neighbours */
		struct cell *c = ITEMS(&g->row, struct cell);
		measure((struct str){ g->row_text.p + c->text, c->len }, WRAP_ALONE, c);
	}
	bool ok = buf_ok(&g->row, e) && buf_ok(&g->row_text, e) && (g->placing ? place_row(g, e) : measure_row(g, e));
	g->any_row = true;
	g->last_row = g->row_number;
	g->skipped = 0;
	buf_clear(&g->row);
	buf_clear(&g->row_text);
	return ok;
}

static bool place_columns(struct grid *g, struct err *e)
{
	const struct sheet *s = sheet_of(g);
	int64_t x = MARGIN;
	size_t n = COUNT(&s->widths, uint16_t);
	buf_clear(&g->x);
	buf_clear(&g->upright);
	for (size_t i = 0; i <= n; i++) {
		int32_t left = (int32_t)x, none = -1;
		uint16_t width = i < n ? ITEMS(&s->widths, uint16_t)[i] : 0;
		buf_add(&g->x, &left, sizeof(left));
		buf_add(&g->upright, &none, sizeof(none));
		x += (width ? width : EMPTY_COLUMN) * CHAR_W + 2 * PAD;
		if (x > MOST_WIDTH)
			return err_set(e, ERR_BUDGET, "a sheet has too many columns (%zu)", n);
	}
	return buf_ok(&g->x, e) && buf_ok(&g->upright, e);
}

static int by_first_row(const void *a, const void *b)
{
	const struct grid_range *p = a, *q = b;
	if (p->row0 != q->row0)
		return p->row0 < q->row0 ? -1 : 1;
	return p->col0 < q->col0 ? -1 : p->col0 > q->col0;
}

static bool end_sheet(struct grid *g, struct err *e)
{
	if (g->at == 0)
		return true;
	bool ok = end_row(g, e);
	if (g->placing)
		return ok && end_page(g, e);
	struct sheet *s = sheet_of(g);
	qsort(s->merges.p, COUNT(&s->merges, struct grid_range), sizeof(struct grid_range), by_first_row);
	return ok && buf_ok(&s->merges, e);
}

static bool add_sheet(struct grid *g, struct str name, struct err *e)
{
	struct sheet s = { .name = arena_str(&g->arena, name) };
	if (COUNT(&g->sheets, struct sheet) >= SHEETS)
		return err_set(e, ERR_BUDGET, "the workbook has more than %d sheets", SHEETS);
	buf_init(&s.widths, 0);
	buf_init(&s.regions, 0);
	buf_init(&s.merges, MERGES * sizeof(struct grid_range));
	buf_init(&s.breaks, 0);
	buf_add(&g->sheets, &s, sizeof(s));
	return buf_ok(&g->sheets, e) && arena_ok(&g->arena, e);
}

bool grid_shows_hidden(const struct grid *g)
{
	return g->o->hidden_sheets;
}

bool grid_sheet(struct grid *g, struct str name, struct err *e)
{
	if (!end_sheet(g, e))
		return false;
	if (!g->placing && !add_sheet(g, name, e))
		return false;
	g->at++;
	g->any_row = g->in_region = false;
	g->last_row = g->skipped = g->page_lines = g->page_words = 0;
	g->region_at = g->merge_at = g->break_at = 0;
	buf_clear(&g->active);
	return !g->placing || place_columns(g, e);
}

bool grid_put(struct grid *g, const struct grid_cell *c, struct err *e)
{
	struct cell k = { .col = c->col, .flags = c->flags };
	measure(c->text, WRAP_CELL, &k);
	if (k.words == 0)
		return true;
	if (c->col >= GRID_COLUMNS)
		return err_set(e, ERR_BUDGET, "a sheet has more than %d columns", GRID_COLUMNS);
	if (!g->placing && ++g->cells > CELLS)
		return err_set(e, ERR_BUDGET, "the workbook has more than %d filled cells", CELLS);
	if (g->row_open && g->row_number != c->row && !end_row(g, e))
		return false;
	g->row_open = true;
	g->row_number = c->row;
	k.text = (uint32_t)g->row_text.n;
	k.len = (uint32_t)c->text.n;
	buf_str(&g->row_text, c->text);
	buf_add(&g->row, &k, sizeof(k));
	return buf_ok(&g->row_text, e) && buf_ok(&g->row, e);
}

void grid_skip_row(struct grid *g, uint32_t row)
{
	struct err ignored;
	if (g->row_open && row > g->row_number)
		end_row(g, &ignored);
	if (g->any_row && row == g->last_row + g->skipped + 1)
		g->skipped++;
}

void grid_merge(struct grid *g, struct grid_range r)
{
	struct buf *b = &sheet_of(g)->merges;
	if (!g->placing && r.row0 <= r.row1 && r.col0 <= r.col1 && b->n + sizeof(r) <= b->max)
		buf_add(b, &r, sizeof(r));
}

void grid_meta(struct grid *g, const char *name, struct str value)
{
	value = str_trim(value);
	if (g->placing || value.n == 0 || value.n > 1000 || g->facts_n == FACTS || !str_utf8_ok(value))
		return;
	for (size_t i = 0; i < g->facts_n; i++)
		if (str_eq_z(g->fact_texts[i].name, name))
			return;
	g->facts[g->facts_n] = (struct doc_fact){ .kind = DOC_FACT_META };
	g->fact_texts[g->facts_n].name = str_from(name);
	g->fact_texts[g->facts_n].label = STR("");
	g->fact_texts[g->facts_n].value = arena_str(&g->arena, value);
	g->facts_n++;
}

/* Where each sheet begins that has anything to see. */
static bool write_facts(struct grid *g, struct err *e)
{
	struct buf facts = BUF_INIT(0), texts = BUF_INIT(0);
	buf_add(&facts, g->facts, g->facts_n * sizeof(g->facts[0]));
	buf_add(&texts, g->fact_texts, g->facts_n * sizeof(g->fact_texts[0]));
	for (size_t i = 0; i < COUNT(&g->sheets, struct sheet); i++) {
		const struct sheet *s = &ITEMS(&g->sheets, struct sheet)[i];
		struct doc_fact fact = { .kind = DOC_FACT_META, .page = s->first_page };
		struct doc_fact_text text = { STR("sheet"), STR(""), s->name };
		if (!s->first_page || !s->name.n || s->name.n > 1000 || !str_utf8_ok(s->name))
			continue;
		buf_add(&facts, &fact, sizeof(fact));
		buf_add(&texts, &text, sizeof(text));
	}
	bool ok = buf_ok(&facts, e) && buf_ok(&texts, e);
	if (ok && facts.n)
		doc_write_facts(&g->out->frames, ITEMS(&facts, struct doc_fact), ITEMS(&texts, struct doc_fact_text),
				COUNT(&facts, struct doc_fact));
	buf_fini(&facts);
	buf_fini(&texts);
	return ok;
}

/* ---- both passes */

static bool place(struct grid *g, struct str format, bool (*read)(void *ctx, struct grid *g, struct err *e), void *ctx,
		  struct err *e)
{
	uint32_t n, *list = format_pages(g->o, g->pages, &n, e);
	bool ok = list != NULL;
	if (ok) {
		g->wanted = list;
		g->wanted_n = n;
		doc_write_head(&g->out->frames, format, STR(PARSER_RELEASE), g->pages);
		g->placing = true;
	}
	/* Pages are sent in the order asked for: each run sends those that come in the sheets' order. */
	while (ok && g->wanted_at < n) {
		g->at = 0;
		g->hidden = 0;
		size_t before = g->wanted_at;
		ok = read(ctx, g, e) && end_sheet(g, e) &&
		     (g->wanted_at > before || err_set(e, ERR_INTERNAL, "page %u was not laid out", list[before]));
	}
	free(list);
	g->out->hidden_words += g->hidden;
	return ok && write_facts(g, e);
}

static void grid_free(struct grid *g)
{
	for (size_t i = 0; i < COUNT(&g->sheets, struct sheet); i++) {
		struct sheet *s = &ITEMS(&g->sheets, struct sheet)[i];
		buf_fini(&s->widths);
		buf_fini(&s->regions);
		buf_fini(&s->merges);
		buf_fini(&s->breaks);
	}
	buf_fini(&g->sheets);
	buf_fini(&g->row);
	buf_fini(&g->row_text);
	buf_fini(&g->x);
	buf_fini(&g->active);
	buf_fini(&g->upright);
	doc_page_builder_fini(&g->page);
	arena_fini(&g->arena);
	free(g);
}

bool grid_parse(struct str format, const struct parse_options *o, struct sink *out,
		bool (*read)(void *ctx, struct grid *g, struct err *e), void *ctx, struct err *e)
{
	struct grid *g = calloc(1, sizeof(*g));
	if (!g)
		return err_set(e, ERR_MEMORY, "out of memory");
	struct buf *all[] = { &g->sheets, &g->row, &g->row_text, &g->x, &g->active, &g->upright };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		buf_init(all[i], 0);
	g->row.max = g->row_text.max = ROW_BYTES;
	doc_page_builder_init(&g->page);
	arena_init(&g->arena, "sheet names", 16 << 20);
	g->o = o;
	g->out = out;
	bool ok = read(ctx, g, e) && end_sheet(g, e) &&
		  (g->pages || err_set(e, ERR_NO_DATA, "no cell of the file holds anything to see")) &&
		  place(g, format, read, ctx, e);
	grid_free(g);
	return ok;
}
