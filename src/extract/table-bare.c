/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/assign.h"
#include "extract/table.h"
#include <stdlib.h>

/*
 * Tables whose header says nothing, or is not there (receipts): runs of lines of
 * several pieces, cut where the lines leave gutters, columns told by their cells,
 * by arithmetic, by what little the line above says, and by the schema's order.
 */
#define ROWS_LEAST 2          /* rows of several pieces */
#define TEXT_ROWS_LEAST 5     /* the same when no figures help */
#define NAMED_ROWS_LEAST 3    /* the same below the name of the array */
#define LOOSE_MOST 3          /* lines of one piece in a row inside the run */
#define GAIN_STRONG 400       /* cells that are just the property's type */
#define GAIN_YES 250
#define GAIN_TEXT 200         /* text for text */
#define ORDER_GAIN 120        /* same place in both orders */
#define HINT_PERCENT 40       /* of the similarity of a word above the column */
#define COVERED_PERCENT 55    /* of the array's own properties must find a column */

struct region {
	uint32_t line, end; /* lines [line, end) */
	uint32_t rows;      /* of several pieces */
};

static uint32_t line_pieces(struct table_ctx *x, const struct view_line *l)
{
	uint32_t n = 0;
	for (uint32_t w = l->word, end = l->word + l->words; w < end; n++)
		w = piece_end(x, w, end);
	return n;
}

static bool line_is_free(const struct table_ctx *x, const struct view_line *l)
{
	if (!l->words || (l->flags & VIEW_RUNNING) || (x->v->words[l->word].flags & DOC_VERTICAL))
		return false;
	if ((l->flags & VIEW_PROSE) && l->segs == 1 && l->words > 8)
		return false;
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (x->role[w] != ROLE_NONE)
			return false;
	return true;
}

static bool near(int32_t a, int32_t b, int32_t slack)
{
	return a - b <= slack && b - a <= slack;
}

/* Is there a piece of line l whose left edge, right edge or middle stands at those of [x0, x1]? */
static bool line_has_edge(struct table_ctx *x, const struct view_line *l, int32_t x0, int32_t x1)
{
	for (uint32_t w = l->word, to, end = l->word + l->words; w < end; w = to) {
		to = piece_end(x, w, end);
		int32_t a = x->v->words[w].box.x0, b = x->v->words[to - 1].box.x1, slack = x->em / 3;
		if (near(a, x0, slack) || near(b, x1, slack) || near(a + b, x0 + x1, 2 * slack))
			return true;
	}
	return false;
}

/* Half of the pieces of the poorer line stand in line with the other's. */
static bool lines_align(struct table_ctx *x, const struct view_line *a, const struct view_line *b)
{
	uint32_t hits = 0, na = line_pieces(x, a), nb = line_pieces(x, b);
	for (uint32_t w = a->word, to, end = a->word + a->words; w < end; w = to) {
		to = piece_end(x, w, end);
		hits += line_has_edge(x, b, x->v->words[w].box.x0, x->v->words[to - 1].box.x1);
	}
	return hits * 2 >= (na < nb ? na : nb);
}

/* The next run of lines with several pieces at or after line, on one page, each in line with the one before. */
static bool region_next(struct table_ctx *x, uint32_t line, struct region *r)
{
	const struct view *v = x->v;
	uint32_t loose = 0;
	*r = (struct region){ 0 };
	for (uint32_t l = line; l < v->lines_n; l++) {
		const struct view_line *vl = &v->lines[l];
		bool breaks = r->rows && (vl->page != v->lines[r->line].page || vl->box.y0 - v->lines[r->end - 1].box.y1 > 2 * x->em);
		if (breaks)
			break;
		uint32_t pieces = line_is_free(x, vl) ? line_pieces(x, vl) : 0;
		if (!pieces || (pieces == 1 && ++loose > LOOSE_MOST)) {
			if (r->rows)
				break;
			continue;
		}
		if (pieces < 2)
			continue;
		if (r->rows && !lines_align(x, vl, &v->lines[r->end - 1]))
			break;
		loose = 0;
		r->line = r->rows ? r->line : l;
		r->end = l + 1;
		r->rows++;
	}
	return r->rows > 0;
}

/* ---- columns by content */

static int32_t bare_gain(struct table_ctx *x, const struct plan_field *f, const struct column *c)
{
	uint32_t wants = type_wants(f->type);
	bool text = column_share(c, CELL_TEXT) >= 600 && !c->figures;
	int32_t hint = header_similarity(x, c, f) * HINT_PERCENT / 100;
	/* "4.29 F": a figure with a letter behind is text and figure. */
	bool marked = column_share(c, wants & CELL_UNIT) && column_share(c, wants) >= 900;
	if (!c->filled || (wants && !marked && column_share(c, type_refuses(f->type)) >= 600))
		return 0;
	if (type_strong(f->type) && column_share(c, type_strong(f->type)) >= 700)
		return GAIN_STRONG + hint;
	if (!wants || (wants & CELL_TEXT))
		return text ? GAIN_TEXT + hint : hint >= 300 ? hint : 0;
	return column_share(c, wants) >= 700 ? GAIN_YES + hint : 0;
}

static bool prop_is_typed(const struct plan_field *f)
{
	uint32_t wants = type_wants(f->type);
	return wants && !(wants & CELL_TEXT);
}

struct bare_match {
	size_t own, found, typed, typed_found;
	int score;
};

static bool bare_match(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, const struct sample *s,
		       struct bare_match *m)
{
	int32_t *gain = ARENA_ARRAY(x->a, pl->n * n + 1, int32_t), *at = ARENA_ARRAY(x->a, pl->n + 1, int32_t);
	*m = (struct bare_match){ 0 };
	if (!gain || !at)
		return false;
	columns_relate(x, pl, cols, n, s, gain);
	for (size_t p = 0; p < pl->n; p++)
		for (size_t c = 0; c < n && pl->items[p].child < 0; c++) {
			int32_t g = bare_gain(x, pl->items[p].field, &cols[c]);
			int32_t off = abs((int32_t)(p * 1000 / (pl->n > 1 ? pl->n - 1 : 1)) - (int32_t)(c * 1000 / (n > 1 ? n - 1 : 1)));
			gain[p * n + c] = g ? gain[p * n + c] + g + ORDER_GAIN - ORDER_GAIN * off / 1000 : 0;
		}
	assign_best(gain, pl->n, n, at, x->a);
	for (size_t p = 0; p < pl->n; p++) {
		bool typed = prop_is_typed(pl->items[p].field);
		m->own += pl->items[p].child < 0;
		m->typed += typed && pl->items[p].child < 0;
		if (at[p] < 0)
			continue;
		cols[at[p]].field = (int)p;
		cols[at[p]].score = 0;
		m->found++;
		m->typed_found += typed;
		m->score += gain[p * n + (size_t)at[p]];
	}
	return true;
}

/* The day above gives the only date that is asked for: no column has to. */
static bool date_stands_above(const struct table_ctx *x, const struct prop_list *pl, uint32_t line)
{
	uint32_t head, dates = 0;
	for (size_t p = 0; p < pl->n; p++)
		dates += pl->items[p].child < 0 && pl->items[p].field->type == VALUE_DATE;
	if (dates != 1 || !heading_over(x, line, &head))
		return false;
	const struct view_line *l = &x->v->lines[head];
	return cell_span(x, VALUE_DATE, l->word, l->words) != NULL;
}

/* Does the heading right above a line name the array? */
static bool named_above(struct table_ctx *x, const struct plan_array *a, uint32_t line)
{
	uint32_t head;
	return heading_over(x, line, &head) && heading_names_array(x, a, head);
}

/*
 * Figures must find figures; without any, the columns must be as many as the properties, over many rows, below the array's
 * name, or below days.
 */
static bool bare_is_enough(const struct bare_match *m, size_t cols, uint32_t rows, bool dated, bool named)
{
	if (dated && m->typed == 1 && !m->typed_found)
		return m->own == cols + 1 && m->found == cols && rows >= ROWS_LEAST;
	if (m->found < 2 || m->found * 100 < m->own * COVERED_PERCENT)
		return false;
	if (m->typed)
		return m->typed_found >= 1 && m->found > m->typed_found && rows >= ROWS_LEAST;
	return m->own == cols && m->found == m->own && rows >= (named ? NAMED_ROWS_LEAST : TEXT_ROWS_LEAST);
}

static uint32_t columns_filled(const struct table_ctx *x, const struct column *cols, size_t n, uint32_t line, bool figures)
{
	const struct view_line *l = &x->v->lines[line];
	uint32_t filled = 0;
	for (size_t c = 0; c < n; c++) {
		bool any = false;
		for (uint32_t w = l->word; w < l->word + l->words && !any; w++) {
			int32_t mid = (x->v->words[w].box.x0 + x->v->words[w].box.x1) / 2;
			any = mid >= cols[c].x0 && mid < cols[c].x1 &&
			      (!figures || (cols[c].figures && (cell_read(x, w, 1) & cols[c].figures)));
		}
		filled += any;
	}
	return filled;
}

/* Does the line have a digit in some column of figures, of whatever kind: "1,850 kJ" above "14.2 g"? */
static bool line_counts(const struct table_ctx *x, const struct column *cols, size_t n, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line];
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		for (size_t c = 0; c < n; c++)
			if (cols[c].figures && word_inside(&x->v->words[w], cols[c].x0, cols[c].x1) && str_has_digit(x->v->words[w].text))
				return true;
	return false;
}

/* The first line lacks what all others have, figures or cells: it is a header that nobody understood. */
static bool first_is_header(const struct table_ctx *x, const struct column *cols, size_t n, const struct sample *s)
{
	for (int figures = 1; figures >= 0; figures--) {
		uint32_t least = UINT32_MAX;
		for (uint32_t i = 1; i < s->n; i++) {
			uint32_t f = columns_filled(x, cols, n, s->lines[i], figures);
			least = f < least ? f : least;
		}
		uint32_t first = columns_filled(x, cols, n, s->lines[0], figures);
		if (figures && (first || line_counts(x, cols, n, s->lines[0])))
			return false;
		if (least != UINT32_MAX && least > first)
			return true;
	}
	return false;
}

static bool bare_add(struct table_ctx *x, const struct prop_list *pl, const struct region *r, struct column *cols, size_t n,
		     const struct bare_match *m, struct table_list *out)
{
	if (out->n == out->cap) {
		size_t cap = out->cap ? out->cap * 2 : 8;
		struct table *items = arena_grow(x->a, out->items, out->cap, cap, sizeof(*items));
		if (!items)
			return false;
		out->items = items;
		out->cap = cap;
	}
	struct column *copy = ARENA_ARRAY(x->a, n, struct column);
	if (!copy)
		return false;
	memcpy(copy, cols, n * sizeof(*copy));
	struct table *t = &out->items[out->n++];
	*t = (struct table){ .props = pl, .page = x->v->lines[r->line].page, .line = r->line, .lines = 0, .last_line = r->line,
			     .cols = copy, .cols_n = n, .x0 = copy[0].x0, .x1 = copy[n - 1].x1, .score = m->score };
	for (size_t c = 0; c < n; c++)
		t->keys |= copy[c].figures ? UINT64_C(1) << c : 0;
	return true;
}

static void sample_region(struct table_ctx *x, const struct region *r, struct sample *s)
{
	s->n = 0;
	for (uint32_t l = r->line; l < r->end && s->n < SAMPLE_LINES; l++)
		if (line_is_free(x, &x->v->lines[l]) && line_pieces(x, &x->v->lines[l]) > 1 && !line_names_total(x, &x->v->lines[l]))
			s->lines[s->n++] = l;
}

/* A row alone below a heading: rows below headings set alike, in line with it, tell about its columns. */
static void sample_sisters(struct table_ctx *x, const struct plan_array *array, struct sample *s)
{
	const struct view *v = x->v;
	uint32_t head, other, row = s->lines[0], pieces = line_pieces(x, &v->lines[row]);
	if (!heading_over(x, row, &head) || heading_names_other(x, array, head))
		return;
	for (uint32_t l = 0; l < v->lines_n && s->n < SAMPLE_LINES; l++)
		if (l != row && v->lines[l].segs > 1 && heading_over(x, l, &other) && heads_alike(v, head, other) && line_is_free(x, &v->lines[l]) && !heading_names_other(x, array, other) && !heading_names_array(x, array, other) &&
		    line_pieces(x, &v->lines[l]) == pieces && lines_align(x, &v->lines[l], &v->lines[row]))
			s->lines[s->n++] = l;
}

bool tables_find_bare(struct table_ctx *x, const struct prop_list *pl, struct table_list *out)
{
	struct column cols[TABLE_COLS + 1];
	struct region r;
	struct sample s;
	struct bare_match m;
	for (uint32_t line = 0; region_next(x, line, &r); line = r.end) {
		sample_region(x, &r, &s);
		bool alone = s.n == 1;
		if (alone)
			sample_sisters(x, pl->array, &s);
		if (s.n < ROWS_LEAST)
			continue;
		size_t n = columns_of_lines(x, cols, &s);
		if (n < 2)
			continue;
		columns_hint(x, cols, n, s.lines[0]);
		columns_count(x, cols, n, &s);
		if (!alone && s.n > ROWS_LEAST && first_is_header(x, cols, n, &s)) {
			r.line = s.lines[1];
			memmove(s.lines, s.lines + 1, --s.n * sizeof(*s.lines));
			columns_hint(x, cols, n, s.lines[0]);
			columns_count(x, cols, n, &s);
		}
		if (!bare_match(x, pl, cols, n, &s, &m) || (bare_is_enough(&m, n, s.n, date_stands_above(x, pl, r.line), named_above(x, pl->array, r.line)) && !bare_add(x, pl, &r, cols, n, &m, out)))
			return false;
	}
	return !x->a->over;
}
