/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/grid-private.h"

#include "parse/budget.h"

#include <stdlib.h>

static void add_u32(struct buf *b, uint32_t v)
{
	buf_add(b, &v, sizeof(v));
}

void grid_hide(struct grid *g, struct str text)
{
	struct grid_pieces p = grid_pieces(text, WRAP_CELL);
	for (struct grid_piece w; g->placing && grid_next_piece(&p, &w);)
		g->hidden++;
}

/* ---- both passes: a row is complete */

const struct grid_line_cell *grid_row_cells(const struct grid *g, size_t *n)
{
	*n = COUNT(&g->row, struct grid_line_cell);
	return ITEMS(&g->row, const struct grid_line_cell);
}

void grid_row_span(const struct grid *g, uint32_t *first, uint32_t *last, uint32_t *lines, uint32_t *words)
{
	size_t n;
	const struct grid_line_cell *c = grid_row_cells(g, &n);
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
static bool grid_row_follows(const struct grid *g)
{
	return g->any_row && g->row_number == g->last_row + g->skipped + 1;
}

uint32_t grid_blank_lines(const struct grid *g)
{
	uint32_t gap = g->any_row ? g->row_number - g->last_row - g->skipped - 1 : 0;
	return gap > 2 ? 2 : gap;
}

/* ---- first pass: measuring */

static void widen(struct grid_sheet_at *s, uint32_t col, uint32_t width)
{
	while (COUNT(&s->widths, uint16_t) <= col && !s->widths.failed)
		buf_add(&s->widths, &(uint16_t){ 0 }, sizeof(uint16_t));
	if (!s->widths.failed && width > ITEMS(&s->widths, uint16_t)[col])
		ITEMS(&s->widths, uint16_t)[col] = (uint16_t)width;
}

static void grow_region(struct grid *g, struct grid_sheet_at *s, uint32_t first, uint32_t last)
{
	if (!g->in_region || !grid_row_follows(g)) {
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
	struct grid_sheet_at *s = grid_sheet_of(g);
	uint32_t first, last, lines, words;
	size_t n;
	const struct grid_line_cell *c = grid_row_cells(g, &n);
	grid_row_span(g, &first, &last, &lines, &words);
	if (lines > ROW_LINES || words > ROW_WORDS)
		return err_set(e, ERR_BUDGET, "row %u has cells of %u lines and %u words; up to %d and %d are read", g->row_number + 1,
			       lines, words, ROW_LINES, ROW_WORDS);
	g->words += words;
	if (is_all_wanted(g) && !budget_words(g->words, e))
		return false;
	if (!s->first_page)
		s->first_page = ++g->pages;
	g->page_lines += grid_blank_lines(g) + lines;
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

/* ---- telling */

static bool end_row(struct grid *g, struct err *e)
{
	if (!g->row_open)
		return true;
	g->row_open = false;
	if (COUNT(&g->row, struct grid_line_cell) == 1) { /* alone in its row: it may run over its neighbours */
		struct grid_line_cell *c = ITEMS(&g->row, struct grid_line_cell);
		grid_measure((struct str){ g->row_text.p + c->text, c->len }, WRAP_ALONE, c);
	}
	bool ok = buf_ok(&g->row, e) && buf_ok(&g->row_text, e) && (g->placing ? grid_place_row(g, e) : measure_row(g, e));
	g->any_row = true;
	g->last_row = g->row_number;
	g->skipped = 0;
	buf_clear(&g->row);
	buf_clear(&g->row_text);
	return ok;
}

static bool place_columns(struct grid *g, struct err *e)
{
	const struct grid_sheet_at *s = grid_sheet_of(g);
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
		return ok && grid_end_page(g, e);
	struct grid_sheet_at *s = grid_sheet_of(g);
	qsort(s->merges.p, COUNT(&s->merges, struct grid_range), sizeof(struct grid_range), by_first_row);
	return ok && buf_ok(&s->merges, e);
}

static bool add_sheet(struct grid *g, struct str name, struct err *e)
{
	struct grid_sheet_at s = { .name = arena_str(&g->arena, name) };
	if (COUNT(&g->sheets, struct grid_sheet_at) >= SHEETS)
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
	struct grid_line_cell k = { .col = c->col, .flags = c->flags };
	grid_measure(c->text, WRAP_CELL, &k);
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
	struct buf *b = &grid_sheet_of(g)->merges;
	if (!g->placing && r.row0 <= r.row1 && r.col0 <= r.col1 && b->n + sizeof(r) <= b->max)
		buf_add(b, &r, sizeof(r));
}

static void fact_add(struct grid *g, const char *name, struct str label, struct str value)
{
	struct doc_fact fact = { .kind = DOC_FACT_META };
	struct doc_fact_text text = { str_from(name), arena_str(&g->arena, label), arena_str(&g->arena, value) };
	if (COUNT(&g->facts, struct doc_fact) == FACTS)
		return;
	buf_add(&g->facts, &fact, sizeof(fact));
	buf_add(&g->fact_texts, &text, sizeof(text));
}

void grid_meta(struct grid *g, const char *name, struct str value)
{
	const struct doc_fact_text *texts = ITEMS(&g->fact_texts, struct doc_fact_text);
	value = str_trim(value);
	if (g->placing || value.n == 0 || value.n > 1000 || !str_utf8_ok(value))
		return;
	for (size_t i = 0; i < COUNT(&g->fact_texts, struct doc_fact_text); i++)
		if (str_eq_z(texts[i].name, name))
			return;
	fact_add(g, name, STR(""), value);
}

void grid_dated(struct grid *g, char order)
{
	g->day_first |= order == 'd';
	g->month_first |= order == 'm';
}

void grid_note(struct grid *g, struct str cell, struct str author, struct str text)
{
	struct buf b = BUF_INIT(UINT16_MAX);
	text = str_trim(text);
	buf_printf(&b, "%.*s%s%.*s", STR_ARGS(cell), cell.n ? ": " : "", STR_ARGS(text));
	if (!g->placing && text.n && !b.failed && author.n <= 1000 && str_utf8_ok(author) && str_utf8_ok(buf_view(&b)))
		fact_add(g, "comment", author, buf_view(&b));
	buf_fini(&b);
}

/* Where each sheet begins that has anything to see. */
static bool write_facts(struct grid *g, struct err *e)
{
	if (g->day_first != g->month_first)
		fact_add(g, "date-order", STR(""), g->day_first ? STR("day") : STR("month"));
	struct buf facts = BUF_INIT(0), texts = BUF_INIT(0);
	buf_str(&facts, buf_view(&g->facts));
	buf_str(&texts, buf_view(&g->fact_texts));
	for (size_t i = 0; i < COUNT(&g->sheets, struct grid_sheet_at); i++) {
		const struct grid_sheet_at *s = &ITEMS(&g->sheets, struct grid_sheet_at)[i];
		struct doc_fact fact = { .kind = DOC_FACT_META, .page = s->first_page };
		struct doc_fact_text text = { STR("sheet"), STR(""), s->name };
		if (!s->first_page || !s->name.n || s->name.n > 1000 || !str_utf8_ok(s->name))
			continue;
		buf_add(&facts, &fact, sizeof(fact));
		buf_add(&texts, &text, sizeof(text));
	}
	bool ok = buf_ok(&facts, e) && buf_ok(&texts, e) && arena_ok(&g->arena, e);
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
	for (size_t i = 0; i < COUNT(&g->sheets, struct grid_sheet_at); i++) {
		struct grid_sheet_at *s = &ITEMS(&g->sheets, struct grid_sheet_at)[i];
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
	buf_fini(&g->facts);
	buf_fini(&g->fact_texts);
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
	struct buf *all[] = { &g->sheets, &g->row, &g->row_text, &g->x, &g->active, &g->upright, &g->facts, &g->fact_texts };
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
