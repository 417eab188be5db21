/* SPDX-License-Identifier: Apache-2.0 */
/* record-emit - the tables chosen for an array, joined, become its records. */
#include "extract/record-date.h"
#include "extract/normalise.h"

#define UNREAD_GAP 12  /* em of white space beyond which a line is of something else */
#define SCORE_UNTICKED 800
#define UNREAD_NEAR 3  /* the same below rows of one figure, which are told by less */
#define GROUP_LINES 15 /* most lines above a header that may hold values in force */

struct emitter { /* one array on its way out */
	struct table_ctx *x;
	const struct prop_list *props;
	struct records *out;
	size_t cap;
	struct group_state group;
	bool headed; /* the parts stand under headings of their own */
	struct cross cross;
	const struct record_cuts *cuts;
	struct outline outline;
	struct date_columns dates[DATE_COLUMNS];
	size_t dates_n;
};

/* ---- joined tables */

/* Column of t that carries the same property or header as column c of lead, at the same place if it can; -1 if it has none. */
static int column_like(const struct table *lead, size_t c, const struct table *t)
{
	for (size_t k = 0; k < t->cols_n; k++)
		if (lead->cols[c].field >= 0 && t->cols[k].field == lead->cols[c].field)
			return (int)k;
	if (c < t->cols_n && headers_equal(&lead->cols[c], &t->cols[c]))
		return (int)c;
	for (size_t k = 0; k < t->cols_n; k++)
		if (headers_equal(&lead->cols[c], &t->cols[k]))
			return (int)k;
	return -1;
}

static void row_remap(struct table_ctx *x, const struct table *lead, const struct table *t, const struct row *from, struct row *to)
{
	*to = *from;
	to->fill = to->typed = 0;
	to->cells = ARENA_ARRAY(x->a, lead->cols_n, struct cell);
	for (size_t c = 0; to->cells && c < lead->cols_n; c++) {
		int k = column_like(lead, c, t);
		if (k < 0)
			continue;
		to->cells[c] = from->cells[k];
		to->fill |= (from->fill >> k & 1) << c;
		to->typed |= (from->typed >> k & 1) << c;
	}
}

/* The same words on lines of their own: strips side by side share theirs. */
static bool rows_equal(const struct table_ctx *x, const struct row *a, const struct row *b)
{
	const struct view *v = x->v;
	const struct view_line *p = &v->lines[a->line], *q = &v->lines[b->line];
	for (uint32_t w = 0; w < p->words && p->words == q->words; w++)
		if (!str_eq(v->words[p->word + w].text, v->words[q->word + w].text))
			return false;
	return p->words == q->words && p != q;
}

/* A row that stands first in every part is a part of the header: "50m  (R.T.)" under the captions. */
static void repeats_mark(struct table_ctx *x, const struct choice *ch)
{
	for (size_t k = 0; k < HEAD_LINES && ch->n > 1; k++) {
		const struct row *first = k < ch->tables[0]->rows_n ? &ch->tables[0]->rows[k] : NULL;
		for (size_t i = 1; i < ch->n && first; i++)
			if (k >= ch->tables[i]->rows_n || !rows_equal(x, first, &ch->tables[i]->rows[k]))
				first = NULL;
		if (!first)
			return;
		for (size_t i = 0; i < ch->n; i++)
			ch->tables[i]->rows[k].role = ROW_HEADER;
	}
}

/* One table of all rows; a header row, with its line as marker, stands between the parts. */
static struct table *tables_join(struct table_ctx *x, const struct choice *ch)
{
	struct table *lead = ARENA_NEW(x->a, struct table);
	size_t total = 0, n = 0;
	if (!lead)
		return NULL;
	repeats_mark(x, ch);
	*lead = *ch->tables[0];
	for (size_t i = 0; i < ch->n; i++)
		total += ch->tables[i]->rows_n + 1;
	lead->rows = ARENA_ARRAY(x->a, total, struct row);
	if (!lead->rows)
		return NULL;
	for (size_t i = 0; i < ch->n; i++) {
		const struct table *t = ch->tables[i];
		lead->rows[n++] = (struct row){ .line = t->line, .role = ROW_HEADER, .cells = ARENA_ARRAY(x->a, lead->cols_n, struct cell) };
		for (size_t k = 0; k < t->rows_n; k++) {
			row_remap(x, lead, t, &t->rows[k], &lead->rows[n]);
			lead->rows[n++].break_above |= k == 0;
		}
	}
	lead->rows_n = n;
	return x->a->over ? NULL : lead;
}

/* ---- records */

static struct record *record_push(struct emitter *m)
{
	struct records *o = m->out;
	if (o->n == m->cap) {
		size_t cap = m->cap ? m->cap * 2 : 16;
		struct record *items = arena_grow(m->x->a, o->items, m->cap, cap, sizeof(*items));
		if (!items)
			return NULL;
		o->items = items;
		m->cap = cap;
	}
	return &o->items[o->n++];
}

static void role_mark(const struct table_ctx *x, const uint32_t *words, size_t n, enum word_role role)
{
	for (size_t i = 0; i < n; i++)
		x->role[words[i]] = (uint8_t)role;
}

static void row_mark(const struct table_ctx *x, const struct table *t, const struct row *r, enum word_role role)
{
	for (size_t c = 0; c < t->cols_n; c++)
		for (uint32_t w = 0; w < r->cells[c].words; w++)
			x->role[r->cells[c].word + w] = (uint8_t)role;
}

/* Cells of one cut: own properties into own, those of child array k into child[k]. Number filled in *own_n, child_n[k]. */
struct cut_cells {
	struct found *own, **child;
	size_t own_n, *child_n;
};

static void cell_put(struct cut_cells *y, const struct prop *p, struct found f)
{
	if (p->child < 0) {
		y->own[p->index] = f;
		y->own_n += f.n > 0;
	} else {
		y->child[p->child][p->index] = f;
		y->child_n[p->child] += f.n > 0;
	}
}

/* The values of a cell, or of the one that holds for it as well. */
static void cell_values(const struct emitter *m, const struct table *t, const struct record_cut *cut, size_t c, struct found f[2])
{
	const struct record_cut *from = cut;
	if (m->outline.source)
		from = &m->cuts->items[m->outline.source[(size_t)(cut - m->cuts->items) * m->outline.cols_n + c]];
	if (t->cols[c].also || t->cols[c].half)
		share_values(m->x, t, from, c, f);
	else
		f[0] = record_value(m->x, t, from, c);
	f[0].inherited |= from != cut;
	f[1].inherited |= from != cut;
}

static bool cut_read(struct emitter *m, const struct table *t, const struct record_cut *cut, struct cut_cells *y)
{
	const struct plan_array *a = m->props->array;
	*y = (struct cut_cells){ ARENA_ARRAY(m->x->a, a->fields_n + 1, struct found), ARENA_ARRAY(m->x->a, a->children_n + 1, struct found *),
				 0, ARENA_ARRAY(m->x->a, a->children_n + 1, size_t) };
	if (!y->own || !y->child || !y->child_n)
		return false;
	for (size_t k = 0; k < a->children_n; k++)
		if (!(y->child[k] = ARENA_ARRAY(m->x->a, a->children[k].fields_n + 1, struct found)))
			return false;
	for (size_t c = 0; c < t->cols_n; c++) {
		struct found f[2] = { 0 };
		if (t->cols[c].field < 0)
			continue;
		cell_values(m, t, cut, c, f);
		if (t->cols[c].also)
			cell_put(y, t->cols[c].also, f[1]);
		cell_put(y, &m->props->items[t->cols[c].field], f[0]);
	}
	for (size_t i = 0; i < m->dates_n; i++)
		cell_put(y, &m->props->items[m->dates[i].prop], date_of_columns(m->x, t, cut, &m->dates[i]));
	return true;
}

static void inherit(const struct emitter *m, struct found *own)
{
	for (size_t p = 0; p < m->props->n; p++) {
		const struct prop *q = &m->props->items[p];
		const struct found *g = &m->group.values[p];
		if (q->child < 0 && g->n && (!own[q->index].n || g->score > own[q->index].score))
			own[q->index] = *g;
	}
}

static bool found_equal(const struct view *v, const struct found *a, const struct found *b)
{
	for (size_t i = 0; i < a->n && a->n == b->n; i++)
		if (!str_eq(v->words[a->words[i]].text, v->words[b->words[i]].text))
			return false;
	return a->n == b->n;
}

/* A row that says nothing new about the record above, but has cells of an array inside it, belongs to it. */
static bool belongs_above(const struct emitter *m, const struct cut_cells *y)
{
	const struct records *o = m->out;
	size_t children = 0;
	for (size_t k = 0; k < m->props->array->children_n; k++)
		children += y->child_n[k];
	if (!o->n || !children)
		return false;
	for (size_t f = 0; f < m->props->array->fields_n; f++)
		if (y->own[f].n && !found_equal(m->x->v, &y->own[f], &o->items[o->n - 1].cell[f]))
			return false;
	return true;
}

static bool children_add(struct emitter *m, struct record *r, const struct cut_cells *y)
{
	size_t n = m->props->array->children_n;
	if (n && !r->child) {
		r->child = ARENA_ARRAY(m->x->a, n, struct record *);
		r->child_n = ARENA_ARRAY(m->x->a, n, size_t);
		if (!r->child || !r->child_n)
			return false;
	}
	for (size_t k = 0; k < n; k++) {
		size_t at = r->child_n[k];
		if (!y->child_n[k])
			continue;
		if (!(at & (at - 1))) /* full at every power of two */
			r->child[k] = arena_grow(m->x->a, r->child[k], at, at ? at * 2 : 1, sizeof(**r->child));
		if (!r->child[k])
			return false;
		r->child[k][r->child_n[k]++] = (struct record){ .cell = y->child[k], .page = r->page, .line = r->line };
	}
	return true;
}

/* A record for each cell of a table whose columns are headed by values. */
static bool cross_emit(struct emitter *m, const struct table *t, const struct record_cut *cut, const struct found *own)
{
	size_t fields = m->props->array->fields_n, head = m->props->items[m->cross.head].index, value = m->props->items[m->cross.value].index;
	uint32_t line = t->rows[cut->from].line;
	for (size_t c = 0; c < t->cols_n; c++) {
		const struct column *k = &t->cols[c];
		struct found f = m->cross.cols >> c & 1 ? record_value(m->x, t, cut, c) : (struct found){ 0 };
		if (!f.n || (f.n == 1 && !f.canon.n && (cell_read(m->x, f.words[0], 1) & CELL_BLANK)))
			continue;
		struct found *cells = ARENA_ARRAY(m->x->a, fields + 1, struct found);
		struct record *r = cells ? record_push(m) : NULL;
		if (!r)
			return false;
		size_t from = m->cross.series ? head_last_line(m->x, k) : 0;
		memcpy(cells, own, fields * sizeof(*cells));
		cells[value] = f;
		cells[head] = found_make(m->x, m->props->items[m->cross.head].field, k->head + from, k->head_n - from, column_value_score(k));
		*r = (struct record){ .cell = cells, .page = m->x->v->lines[line].page, .line = line };
		m->out->seen++;
	}
	return true;
}

static bool record_emit(struct emitter *m, const struct table *t, const struct record_cut *cut)
{
	struct cut_cells y;
	size_t filled = 0;
	if (!cut_read(m, t, cut, &y))
		return false;
	for (size_t k = 0; k < m->props->array->children_n; k++)
		filled += y.child_n[k];
	m->out->seen++;
	if (cut->fragment || (!y.own_n && !filled)) {
		left_out_add(m->out, cut->fragment ? "fragment" : "empty", 1);
		return true;
	}
	inherit(m, y.own);
	for (size_t i = cut->from; i < t->rows_n && (i < cut->to || t->rows[i].role == ROW_DETAIL); i++)
		if (t->rows[i].role == ROW_DETAIL && !details_read(m->x, t, i, y.own))
			return false;
	if (m->cross.cols) {
		m->out->seen--;
		return cross_emit(m, t, cut, y.own);
	}
	if (belongs_above(m, &y)) {
		m->out->seen--; /* a row of the array inside, not of this one */
		return children_add(m, &m->out->items[m->out->n - 1], &y);
	}
	struct record *r = record_push(m);
	if (!r)
		return false;
	*r = (struct record){ .cell = y.own, .page = m->x->v->lines[t->rows[cut->from].line].page, .line = t->rows[cut->from].line };
	return children_add(m, r, &y);
}

/* ---- what a sum between the rows says of the record whose rows it adds up */

/* The only figure of the records that is named as a sum and has no column; -1 if there is none. */
static int sum_prop(const struct emitter *m, const struct table *t)
{
	int only = -1, n = 0;
	for (size_t p = 0; p < m->props->n; p++) {
		const struct prop *q = &m->props->items[p];
		bool given = q->child >= 0 || (q->field->type != VALUE_MONEY && q->field->type != VALUE_NUMBER);
		for (size_t c = 0; c < t->cols_n; c++)
			given |= t->cols[c].field == (int)p;
		if (given || !(phrase_is_total(m->x, q->field->name) || words_begin_total(m->x, q->field->name) || phrase_has(q->field->name, token_named(m->x->in, "total"))))
			continue;
		only = (int)p;
		n++;
	}
	return n == 1 ? only : -1;
}

/* The last figure of the sum stands below what it adds up: where records hold rows of their own, it is the record's. */
static void sum_give(const struct emitter *m, const struct table *t, const struct row *r)
{
	int p = m->props->array->children_n && m->out->n ? sum_prop(m, t) : -1;
	struct found *cell = p < 0 ? NULL : &m->out->items[m->out->n - 1].cell[m->props->items[p].index];
	if (!cell || cell->n || !r->typed)
		return;
	size_t c = 63 - (size_t)__builtin_clzll(r->typed);
	uint32_t *words = ARENA_ARRAY(m->x->a, r->cells[c].words, uint32_t);
	for (uint32_t w = 0; words && w < r->cells[c].words; w++)
		words[w] = r->cells[c].word + w;
	if (words)
		*cell = found_make(m->x, m->props->items[p].field, words, r->cells[c].words, column_value_score(&t->cols[c]));
}

/* Lines above a header that belong to no table before it. */
static void group_above(struct emitter *m, const struct table *t, uint32_t head, uint32_t after)
{
	uint32_t first = m->x->v->pages[m->x->v->lines[head].page].line;
	uint32_t from = head > GROUP_LINES ? head - GROUP_LINES : 0;
	from = from < first ? first : from;
	from = from < after ? after : from;
	for (uint32_t l = from; l < head; l++) /* of tables side by side, what ends one stands below the head of the next */
		if (m->x->v->lines[l].box.y0 > m->x->v->lines[head].box.y0)
			from = l + 1;
	groups_read(m->x, t, from, head, &m->group);
}

static bool table_emit(struct emitter *m, struct table *t)
{
	struct record_cuts cuts;
	size_t k = 0;
	uint32_t after = 0;
	units_row_mark(m->x, t);
	if (plan_has_feature(m->x->plan, GROUPS))
		groups_mark(m->x, t);
	m->headed |= t->rows_n && groups_are_headed(m->x, t, t->rows[0].line);
	if (!records_cut(m->x, t, &cuts))
		return false;
	if (t->lines && plan_has_feature(m->x->plan, PIVOT))
		cross_find(m->x, t, &m->cross);
	m->dates_n = t->lines ? dates_find(m->x, t, m->dates) : 0;
	if (plan_has_feature(m->x->plan, SHARED))
		shares_find(m->x, t, &cuts);
	sides_find(m->x, t);
	m->cuts = &cuts;
	if (plan_has_feature(m->x->plan, GROUPS) && !outline_find(m->x, t, &cuts, &m->outline))
		return false;
	for (size_t i = 0; i < t->rows_n; i++) {
		const struct row *r = &t->rows[i];
		if (r->role == ROW_HEADER && !r->fill && plan_has_feature(m->x->plan, GROUPS)) {
			group_read_foot(m->x, t, r->line, after, &m->group);
			group_above(m, t, r->line, after);
			if (m->headed)
				group_read_heading(m->x, t, r->line, &m->group);
		}
		if (r->role == ROW_GROUP)
			group_read_row(m->x, t, r, &m->group);
		if (r->role == ROW_TOTAL)
			sum_give(m, t, r);
		if (k < cuts.n && cuts.items[k].from == i && !record_emit(m, t, &cuts.items[k++]))
			return false;
		after = r->line + 1;
	}
	return true;
}

static void table_count(struct emitter *m, const struct table *t, const struct choice *ch)
{
	uint32_t n[ROW_ROLES] = { 0 };
	for (size_t i = 0; i < t->rows_n; i++)
		n[t->rows[i].role]++;
	uint32_t dropped = 0;
	for (size_t i = 0; i < ch->n; i++) {
		n[ROW_HEADER] -= !ch->tables[i]->lines; /* markers of parts without one */
		dropped += ch->tables[i]->dropped;
	}
	m->out->seen += n[ROW_TOTAL] + n[ROW_GROUP] + n[ROW_BELOW] + dropped;
	left_out_add(m->out, "fragment", dropped);
	left_out_add(m->out, "total_row", n[ROW_TOTAL]);
	left_out_add(m->out, "below_total", n[ROW_BELOW]);
	left_out_add(m->out, "group_header", n[ROW_GROUP]);
	left_out_add(m->out, "repeated_header", n[ROW_HEADER] ? n[ROW_HEADER] - 1 : 0);
}

static void table_mark(const struct table_ctx *x, const struct table *t)
{
	for (size_t i = 0; i < t->rows_n; i++) {
		const struct row *r = &t->rows[i];
		if (r->role != ROW_NOTE && r->role != ROW_BELOW && r->role != ROW_GROUP)
			row_mark(x, t, r, r->role == ROW_TOTAL ? ROLE_TOTAL_ROW : r->role == ROW_HEADER ? ROLE_TABLE_HEADER : ROLE_TABLE_BODY);
	}
}

/* A dash where others have a tick. */
static bool is_dash(const struct table_ctx *x, const struct found *c)
{
	return c->n == 1 && !c->inherited && (cell_read(x, c->words[0], 1) & CELL_BLANK) && boolean_read(x->in, x->v->words[c->words[0]].text) < 0;
}

/* Are the cells of a column that have something ticked: "✓", "X"? */
static bool cells_are_ticks(const struct table_ctx *x, const struct records *out, size_t f)
{
	size_t ticks = 0;
	for (size_t i = 0; i < out->n; i++) {
		const struct found *c = &out->items[i].cell[f];
		if (!c->n || is_dash(x, c))
			continue;
		struct str w = x->v->words[c->words[0]].text;
		size_t at = 0;
		if (c->n > 1 || c->inherited || w.n > 3 || boolean_read(x->in, w) != 1 || (str_utf8_next(w, &at) && at < w.n))
			return false;
		ticks++;
	}
	return ticks > 0;
}

/* Where others have a tick, no tick says no; what shows it is the dash in its place, or the header of the column. */
static void unticked_tell(const struct table_ctx *x, const struct plan_array *array, const struct table *t, struct records *out)
{
	for (size_t c = 0; c < t->cols_n; c++) {
		const struct prop *p = t->cols[c].field < 0 ? NULL : &t->props->items[t->cols[c].field];
		if (!p || p->child >= 0 || array->fields[p->index].type != VALUE_BOOLEAN || !t->cols[c].head_n || !cells_are_ticks(x, out, p->index))
			continue;
		for (size_t i = 0; i < out->n; i++) {
			struct found *cell = &out->items[i].cell[p->index];
			if (is_dash(x, cell))
				cell->canon = STR("false");
			if (!found_some(cell))
				*cell = (struct found){ .words = t->cols[c].head, .n = t->cols[c].head_n, .canon = STR("false"), .score = SCORE_UNTICKED,
							.inherited = true };
		}
	}
}

/* A cell without words under a header that gives its property elsewhere is a blank of the document, not a miss. */
static void blanks_explain(const struct plan_array *array, struct records *out)
{
	for (size_t f = 0; f < array->fields_n; f++) {
		bool given = false;
		for (size_t i = 0; i < out->n && !given; i++)
			given = found_some(&out->items[i].cell[f]);
		for (size_t i = 0; i < out->n && given; i++)
			if (!found_some(&out->items[i].cell[f]) && !out->items[i].cell[f].why)
				out->items[i].cell[f].why = "blank_in_document";
	}
}

bool choice_emit(struct table_ctx *x, const struct prop_list *pl, const struct choice *ch, struct records *out)
{
	struct emitter m = { .x = x, .props = pl, .out = out, .headed = ch->n > 1 && parts_are_headed(x, ch->tables, ch->n) };
	struct table *t = tables_join(x, ch);
	m.group = (struct group_state){ ARENA_ARRAY(x->a, pl->n + 1, struct found), pl };
	if (!t || !m.group.values || !table_emit(&m, t))
		return false;
	if (plan_has_feature(x->plan, SHARED)) {
		records_currency(x, pl->array, t, out);
		records_units(x, pl->array, t, out);
	}
	unticked_tell(x, pl->array, t, out);
	blanks_explain(pl->array, out);
	table_count(&m, t, ch);
	table_mark(x, t);
	for (size_t i = 0; i < ch->n; i++)
		for (size_t c = 0; c < ch->tables[i]->cols_n; c++)
			role_mark(x, ch->tables[i]->cols[c].head, ch->tables[i]->cols[c].head_n, ROLE_TABLE_HEADER);
	out->score = ch->score;
	return true;
}

/* ---- rows that no table took */

static bool line_is_taken(const struct table_ctx *x, const struct view_line *l)
{
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (x->role[w] != ROLE_NONE)
			return true;
	return false;
}

/*
 * Rows that could be records of t: for sure where it has several columns of figures; else text and an amount at the places
 * where all records have them, not far below the line before.
 */
static bool row_could_be(struct table_ctx *x, const struct table *t, uint32_t line)
{
	struct row r;
	if (!row_take(x, t, line, &r) || (t->always & ~r.typed) || row_is_misfit(x, t, &r) || row_is_total(x, t, &r))
		return false;
	return bits64(t->keys) > 1 ? row_is_sure(t, &r) : bits64(t->keys) == 1 && row_is_record(t, &r) && (r.fill & ~t->keys);
}

/* Lines of the page below a table, down to the next that someone took, which look like its records. */
static uint32_t rows_unread(struct table_ctx *x, const struct table *t)
{
	const struct view *v = x->v;
	const struct view_page *p = &v->pages[v->lines[t->last_line].page];
	int32_t apart = (bits64(t->keys) > 1 ? UNREAD_GAP : UNREAD_NEAR) * x->em;
	uint32_t n = 0;
	for (uint32_t l = t->last_line + 1; l < p->line + p->lines; l++) {
		const struct view_line *vl = &v->lines[l];
		if (vl->flags & VIEW_RUNNING)
			continue;
		if (line_is_taken(x, vl) || line_is_beside(x, &v->lines[t->line], vl) || vl->box.y0 - vl[-1].box.y1 > apart)
			break;
		n += row_could_be(x, t, l);
	}
	return n;
}

void choice_audit(struct table_ctx *x, const struct choice *ch, struct records *out)
{
	for (size_t i = 0; i < ch->n && out->n; i++) {
		const struct table *t = ch->tables[i];
		uint32_t n = t->rows_n ? rows_unread(x, t) : 0;
		out->seen += n;
		left_out_add(out, t->stop == STOP_TOTAL ? "below_total" : "unread", n);
	}
}
