/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"

#define SCALAR_NAMED 850 /* least similarity of a row's label to a scalar field that makes the row a total */

/* ---- words to columns */

static size_t column_at(const struct table *t, int32_t x)
{
	size_t lo = 0, hi = t->cols_n - 1;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (x < t->cols[mid].x1)
			hi = mid;
		else
			lo = mid + 1;
	}
	return lo;
}

static int32_t word_middle(const struct view_word *w)
{
	return (w->box.x0 + w->box.x1) / 2;
}

static int32_t gap_before(const struct view *v, uint32_t w)
{
	return v->words[w].box.x0 - v->words[w - 1].box.x1;
}

static bool near(int32_t a, int32_t b, int32_t slack)
{
	return a - b <= slack && b - a <= slack;
}

/* Do words [word, end) begin or end where column c's cells do? */
static bool meets_edge(const struct table_ctx *x, const struct column *c, uint32_t word, uint32_t end)
{
	return near(x->v->words[word].box.x0, c->edge[0], x->em / 2) || near(x->v->words[end - 1].box.x1, c->edge[1], x->em / 2);
}

/* Can words [word, end) be a cell of c, as far as its cells share an edge? */
static bool fits_edge(const struct table_ctx *x, const struct column *c, uint32_t word, uint32_t end)
{
	bool left = c->tight[0] && near(x->v->words[word].box.x0, c->edge[0], x->em / 2);
	bool right = c->tight[1] && near(x->v->words[end - 1].box.x1, c->edge[1], x->em / 2);
	return left || right || (!c->tight[0] && !c->tight[1]);
}

/* The words before w are a figure of column c, those from w on begin where the cells of column c + 1 begin. */
static bool figures_then_edge(struct table_ctx *x, const struct table *t, size_t c, uint32_t first, uint32_t w, uint32_t end)
{
	const struct column *r = &t->cols[c + 1];
	return t->cols[c].figures && r->tight[0] && near(x->v->words[w].box.x0, r->edge[0], x->em / 4) &&
	       (cell_read(x, first, w - first) & t->cols[c].figures) && (!r->figures || (cell_read(x, w, end - w) & r->figures));
}

/*
 * A segment runs over the cut between columns c and c + 1 at word w: is that a cell
 * border set tight, or text of c that is too long for its column?
 */
static bool border_at(struct table_ctx *x, const struct table *t, size_t c, uint32_t first, uint32_t w, uint32_t end)
{
	int32_t gap = gap_before(x->v, w);
	uint32_t figures = t->cols[c + 1].figures;
	if (page_runs_are_cells(x, x->v->words[w].page))
		return figures_then_edge(x, t, c, first, w, end); /* else one piece is one cell */
	if (!t->cols[c + 1].filled)
		return gap > x->em; /* nothing was seen there: more likely the text goes on */
	if (figures)
		return (cell_read(x, w, end - w) & (figures | CELL_BLANK)) && fits_edge(x, &t->cols[c + 1], w, end);
	for (uint32_t k = first + 1; k < end; k++)
		if (k != w && gap_before(x->v, k) * 3 >= gap * 2)
			return meets_edge(x, &t->cols[c + 1], w, end);
	return gap > x->em / 3 || meets_edge(x, &t->cols[c + 1], w, end);
}

static void cell_add(struct row *r, size_t c, uint32_t word)
{
	if (!r->cells[c].words)
		r->cells[c].word = word;
	r->cells[c].words = word - r->cells[c].word + 1;
	r->fill |= UINT64_C(1) << c;
}

/* Words without a digit, close behind text, in a column of figures: the text runs over its border. */
static bool runs_over(const struct table_ctx *x, const struct table *t, size_t c, uint32_t first, uint32_t end, const struct row *r)
{
	if (!c || !t->cols[c].figures || t->cols[c - 1].figures || !r->cells[c - 1].words || r->cells[c].words)
		return false;
	if (r->cells[c - 1].word + r->cells[c - 1].words != first || gap_before(x->v, first) > x->em)
		return false;
	for (uint32_t w = first; w < end; w++)
		if (str_has_digit(x->v->words[w].text))
			return false;
	return !(cell_read(x, first, end - first) & CELL_BLANK);
}

static void piece_take(struct table_ctx *x, const struct table *t, uint32_t first, uint32_t end, struct row *r)
{
	size_t at = column_at(t, word_middle(&x->v->words[first]));
	if (runs_over(x, t, at, first, end, r))
		at--;
	for (uint32_t w = first; w < end; w++) {
		size_t c = column_at(t, word_middle(&x->v->words[w]));
		if (c > at && w > first && column_at(t, word_middle(&x->v->words[w - 1])) < c) {
			uint32_t stop = w + 1; /* the words of the next column only */
			while (stop < end && column_at(t, word_middle(&x->v->words[stop])) == c)
				stop++;
			if (border_at(x, t, c - 1, first, w, stop))
				at = c;
		}
		cell_add(r, at, w);
	}
}

/* A figure where the column's figures stand; one elsewhere is part of some text. */
static bool run_is_figure(const struct table_ctx *x, const struct column *c, uint32_t word, uint32_t words)
{
	return (cell_read(x, word, words) & (c->figures | CELL_BLANK)) && fits_edge(x, c, word, word + words);
}

/* "DNF", "DSQ": what stands for a time or a mark that somebody did not get. */
static bool word_is_no_result(struct str w)
{
	static const char *const words[] = { "DNF", "DNS", "DSQ", "DQ", "NT", "NM", "NH", "DNC", "RET", "WD", "W/O", "SCR", "OTL", "ABD", "AB", "DNP" };
	return STR_ONE_OF(w, words);
}

/* The same with a remark behind or before it: "45.42 WR", "ca. 12". */
static bool cell_is_figure(const struct table_ctx *x, const struct column *c, const struct cell *cell)
{
	if (!(c->figures & CELL_DATE) && cell->words > 1 && cell_span(x, VALUE_DATE, cell->word, cell->words))
		return false; /* "Friday, 24.05.2024" among times */
	if (run_is_figure(x, c, cell->word, cell->words))
		return true;
	if (cell->words == 1 && (c->figures & (CELL_TIME | CELL_DECIMAL)) && word_is_no_result(x->v->words[cell->word].text))
		return true;
	if (cell->words < 2 || cell->words > 3)
		return false;
	bool first = str_has_digit(x->v->words[cell->word].text);
	for (uint32_t w = 1; w < cell->words; w++)
		if (str_has_digit(x->v->words[cell->word + w].text) && (first || w + 1 < cell->words))
			return false;
	return (cell_read(x, first ? cell->word : cell->word + cell->words - 1, 1) & c->figures) != 0;
}

bool row_take(struct table_ctx *x, const struct table *t, uint32_t line, struct row *r)
{
	const struct view_line *l = &x->v->lines[line];
	*r = (struct row){ .line = line, .cells = ARENA_ARRAY(x->a, t->cols_n, struct cell) };
	if (!r->cells || line_is_drawn(x->v, l))
		return false;
	for (uint32_t w = l->word, end = l->word + l->words; w < end;) {
		int32_t mid = word_middle(&x->v->words[w]);
		if (mid < t->x0 || mid >= t->x1) {
			w++;
			continue;
		}
		uint32_t stop = piece_end(x, w, end), last = w + 1;
		while (last < stop && word_middle(&x->v->words[last]) < t->x1)
			last++;
		piece_take(x, t, w, last, r);
		w = last;
	}
	row_span_fill(x, t, r);
	for (size_t c = 0; c < t->cols_n; c++)
		if (r->cells[c].words && (t->keys >> c & 1) && cell_is_figure(x, &t->cols[c], &r->cells[c]))
			r->typed |= UINT64_C(1) << c;
	return r->fill != 0;
}

/* ---- what a row is */

bool row_is_misfit(const struct table_ctx *x, const struct table *t, const struct row *r)
{
	const struct view_line *l = &x->v->lines[r->line];
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++) {
		const struct view_seg *seg = &x->v->segs[s];
		if (seg->box.x1 <= t->x0 || seg->box.x0 >= t->x1)
			continue;
		size_t a = column_at(t, seg->box.x0 + x->em / 4), b = column_at(t, seg->box.x1 - x->em / 4);
		if (seg->words >= 6 && b >= a + 2 && (r->fill & (r->fill - 1)) == 0)
			return true; /* one long run over three columns that did not come apart */
		if (seg->words >= 8 && b >= a + 2 && !(r->typed))
			return true;
	}
	return false;
}

/* A record's main line has at least half of the figures that records have. */
bool row_is_record(const struct table *t, const struct row *r)
{
	int keys = bits64(t->keys);
	if (keys)
		return bits64(r->typed) * 2 >= keys;
	return bits64(r->fill) * 2 >= (int)t->cols_n && bits64(r->fill) >= (t->cols_n > 1 ? 2 : 1);
}

bool row_is_sure(const struct table *t, const struct row *r)
{
	int keys = bits64(t->keys);
	return keys > 1 && bits64(r->typed) * 10 >= keys * 7;
}

static struct phrase cell_phrase(struct table_ctx *x, const struct cell *c)
{
	uint32_t ids[8];
	size_t n = 0;
	for (; n < c->words && n < 8; n++)
		ids[n] = c->word + (uint32_t)n;
	return words_phrase(x, ids, n);
}

/* Of a row that could be a record the whole label must be a total's: "Total care kit" is an item. */
static bool cell_is_total(struct table_ctx *x, const struct cell *c, bool record)
{
	struct phrase p = cell_phrase(x, c);
	if (c->words <= 4 && phrase_is_total(x, p))
		return true;
	return record ? words_are_total(x, p) : words_begin_total(x, p);
}

/* A label among the figures and none where records have their text: sums and surcharges below a table. */
static bool row_is_summary(const struct table *t, const struct row *r)
{
	uint64_t labels = r->fill & t->keys & ~r->typed;
	if (!labels || !r->typed || row_is_record(t, r) || t->transcript)
		return false;
	uint64_t left = (UINT64_C(1) << __builtin_ctzll(labels)) - 1;
	return !(r->fill & left) && !(r->fill & ~t->keys); /* "DNF" in the place of a rank, and a name */
}

bool cell_names_scalar(struct table_ctx *x, const struct cell *c)
{
	uint32_t ids[6], words = c->words;
	while (words > 1 && str_has_digit(x->v->words[c->word + words - 1].text))
		words--; /* "Balance on 31/08/2025" */
	if (!words || words > 6)
		return false;
	for (uint32_t n = 0; n < words; n++)
		ids[n] = c->word + n;
	struct phrase p = words_phrase(x, ids, words);
	for (size_t f = 0; f < x->plan->fields_n; f++)
		if ((x->plan->fields[f].type == VALUE_MONEY || x->plan->fields[f].type == VALUE_NUMBER) &&
		    plan_alias_match(x->in, p, x->plan->fields[f].aliases, x->plan->fields[f].aliases_n) >= SCALAR_NAMED)
			return true;
	return false;
}

bool row_names_scalar(struct table_ctx *x, const struct table *t, const struct row *r)
{
	bool any = false;
	for (size_t c = 0; c < t->cols_n && !any && bits64(r->fill) <= 3 && r->typed && !t->transcript; c++) {
		const struct cell *cell = &r->cells[c];
		any = cell->words && !((r->typed >> c & 1) && !(cell_read(x, cell->word, cell->words) & CELL_TEXT)) && cell_names_scalar(x, cell);
	}
	return any;
}

/*
 * The label of a total stands in the first filled cell, or right before its figures.
 * A table that is copied keeps totals that fill it like any other row.
 */
bool row_is_total(struct table_ctx *x, const struct table *t, const struct row *r)
{
	if (t->transcript && (r->fill & 1) && r->typed)
		return false;
	if (row_is_summary(t, r))
		return true;
	if (row_sums_up(x, t, r))
		return true;
	bool record = row_is_record(t, r) && !(t->always & ~r->fill); /* without a date where all have one it is none */
	for (size_t c = 0; c < t->cols_n; c++) {
		const struct cell *cell = &r->cells[c];
		if (!cell->words || ((r->typed >> c & 1) && !(cell_read(x, cell->word, cell->words) & CELL_TEXT)))
			continue;
		bool item = record && !(t->always >> c & 1); /* the place of a date is none of an item */
		if (cell_is_total(x, cell, item))
			return true;
		if (record && (cell_read(x, cell->word, cell->words) & CELL_TEXT))
			break; /* an item whose later text mentions a total is an item */
	}
	return false;
}
