/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table-sister - rows below the sisters of a heading:
 *
 *     Monday 3 March
 *     09:00   Opening         <- a table that was found
 *     09:30   Keynote
 *     Tuesday 4 March
 *     10:00   Panel           <- a row alone, no header above: read as the rows of its sister
 *
 * A row counts when the line above it is set as the line above the table, and its cells are of the kinds of the table's.
 */
#include "extract/table.h"

#define HEADING_WORDS 8
#define HEADING_UP 2        /* lines to go up to it, over rules of signs */
#define NAMES_ARRAY 600     /* similarity of a heading to the names of an array */
#define ROWS_READ 8         /* rows whose cells are looked at */

static bool line_is_bold(const struct view *v, const struct view_line *l)
{
	return v->segs[l->seg].bold;
}

/* A line that says a date and little else. */
static bool line_is_date(const struct table_ctx *x, const struct view_line *l)
{
	const struct span *s = cell_span(x, VALUE_DATE, l->word, l->words);
	return s && s->words * 2 >= l->words;
}

bool line_heads(const struct table_ctx *x, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line];
	return l->segs == 1 && l->words && l->words <= HEADING_WORDS && !(l->flags & VIEW_RUNNING) &&
	       ((l->flags & VIEW_HEADING) || line_is_bold(x->v, l) || line_is_date(x, l));
}

bool heading_over(const struct table_ctx *x, uint32_t line, uint32_t *head)
{
	const struct view *v = x->v;
	uint32_t first = v->pages[v->lines[line].page].line, l = line;
	for (int n = 0; n < HEADING_UP && l > first; n++) {
		const struct view_line *vl = &v->lines[--l];
		if (line_is_drawn(v, vl))
			continue;
		*head = l;
		return line_heads(x, l);
	}
	return false;
}

bool heads_alike(const struct view *v, uint32_t a, uint32_t b)
{
	const struct view_line *p = &v->lines[a], *q = &v->lines[b];
	const struct view_seg *s = &v->segs[p->seg], *t = &v->segs[q->seg];
	if (p->flags & q->flags & VIEW_HEADING)
		return p->level == q->level;
	return s->bold == t->bold && s->size == t->size && v->words[p->word].color == v->words[q->word].color;
}

bool heading_names_array(struct table_ctx *x, const struct plan_array *array, uint32_t head)
{
	return plan_alias_match(x->in, seg_phrase(x, x->v->lines[head].seg), array->aliases, array->aliases_n) >= NAMES_ARRAY;
}

bool heading_names_other(struct table_ctx *x, const struct plan_array *array, uint32_t head)
{
	const struct plan *p = x->plan;
	struct phrase name = seg_phrase(x, x->v->lines[head].seg);
	if (phrase_is_total(x, name))
		return true;
	for (size_t a = 0; a < p->arrays_n; a++)
		if (&p->arrays[a] != array && heading_names_array(x, &p->arrays[a], head))
			return true;
	return false;
}

struct sisters {
	struct table_ctx *x;
	const struct table *model;
	uint32_t head;            /* the model's */
	const uint8_t *covered;   /* lines of tables, one a line */
};

/* The rows right below a heading, up to a line of one piece. */
static void rows_below(const struct sisters *s, uint32_t line, struct sample *out)
{
	const struct view *v = s->x->v;
	const struct view_page *p = &v->pages[v->lines[line].page];
	out->n = 0;
	for (uint32_t l = line; l < p->line + p->lines && out->n < ROWS_READ; l++) {
		const struct view_line *vl = &v->lines[l];
		if (s->covered[l] || vl->segs < 2 || (vl->flags & VIEW_RUNNING))
			return;
		out->lines[out->n++] = l;
	}
}

/* Column c of the rows holds what the model's holds. */
static bool column_alike(const struct column *model, const struct column *c)
{
	if (model->figures)
		return column_share(c, model->figures | CELL_BLANK) >= 700;
	return !c->figures || column_share(c, CELL_TEXT) >= 500; /* "Room 2" has a figure and is text */
}

/* The row stands in the model's columns as its records do. */
static bool row_fits(const struct sisters *s, uint32_t line)
{
	const struct table *t = s->model;
	struct row r;
	if (!row_take(s->x, t, line, &r) || row_is_misfit(s->x, t, &r) || row_is_total(s->x, t, &r))
		return false;
	return row_is_record(t, &r) && !(t->always & ~r.typed) && bits64(r.fill) >= 2 && bits64(r.fill) * 2 >= (int)t->cols_n;
}

/* Columns of the rows themselves, when they are as many as the model's and of the same kinds; 0 if not. */
static size_t columns_own(const struct sisters *s, const struct sample *rows, struct column *cols)
{
	size_t n = columns_of_lines(s->x, cols, rows);
	if (n != s->model->cols_n)
		return 0;
	columns_count(s->x, cols, n, rows);
	for (size_t c = 0; c < n; c++) {
		if (!cols[c].filled || !column_alike(&s->model->cols[c], &cols[c]))
			return 0;
		cols[c].field = s->model->cols[c].field;
		cols[c].score = s->model->cols[c].score;
		cols[c].figures = s->model->cols[c].figures;
		cols[c].own = s->model->cols[c].own;
		cols[c].above = s->model->cols[c].above;
		cols[c].full = s->model->cols[c].full;
	}
	return n;
}

static bool sister_push(struct sisters *s, uint32_t line, const struct column *cols, size_t n, struct table_list *out)
{
	if (out->n == out->cap) {
		size_t cap = out->cap ? out->cap * 2 : 8;
		struct table *items = arena_grow(s->x->a, out->items, out->cap, cap, sizeof(*items));
		if (!items)
			return false;
		out->items = items;
		out->cap = cap;
	}
	struct column *copy = ARENA_ARRAY(s->x->a, n, struct column);
	if (!copy)
		return false;
	memcpy(copy, cols, n * sizeof(*copy));
	for (size_t c = 0; c < n; c++) {
		copy[c].head = NULL;
		copy[c].head_n = 0;
	}
	const struct table *t = s->model;
	out->items[out->n++] = (struct table){ .props = t->props, .page = s->x->v->lines[line].page, .line = line, .last_line = line,
					       .cols = copy, .cols_n = n, .x0 = copy[0].x0, .x1 = copy[n - 1].x1, .keys = t->keys,
					       .labels = t->labels, .score = t->score, .transcript = t->transcript };
	return true;
}

/* Is there a property that the headings could give, so that tables under several of them are one? */
static bool heads_tell(const struct sisters *s)
{
	const struct table *t = s->model;
	for (size_t p = 0; p < t->props->n; p++) {
		bool given = t->props->items[p].child >= 0;
		for (size_t c = 0; c < t->cols_n && !given; c++)
			given = t->cols[c].field == (int)p;
		if (!given)
			return true;
	}
	return false;
}

bool tables_find_sisters(struct table_ctx *x, const struct table *model, const uint8_t *covered, struct table_list *out)
{
	const struct view *v = x->v;
	struct sisters s = { .x = x, .model = model, .covered = covered };
	if (!heading_over(x, model->line, &s.head) || model->cols_n < 2 || !model->keys)
		return true;
	if (heading_names_array(x, model->props->array, s.head) || (!heads_tell(&s) && !line_is_date(x, &v->lines[s.head])))
		return true; /* other headings say that something else begins */
	for (uint32_t l = 0; l < v->lines_n; l++) {
		struct column cols[TABLE_COLS + 1];
		struct sample rows;
		uint32_t head;
		if (covered[l] || v->lines[l].segs < 2 || !heading_over(x, l, &head) || covered[head] || !heads_alike(v, s.head, head) || heading_names_other(x, model->props->array, head))
			continue;
		rows_below(&s, l, &rows);
		if (!rows.n)
			continue;
		size_t n = columns_own(&s, &rows, cols);
		if (!n && row_fits(&s, l)) {
			n = model->cols_n;
			memcpy(cols, model->cols, n * sizeof(*cols));
		}
		if (n && !sister_push(&s, l, cols, n, out))
			return false;
	}
	return !x->a->over;
}
