/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"

#define TAIL_LINES 6      /* a total ends the table unless a record follows within so many lines */
#define RECORD_AHEAD 14   /* most lines of a record below a gap inside it */
#define LOOSE_LINES 30    /* most lines of a record without a figure */
#define PAGE_TOP_LINES 12 /* most lines above the first row on the next page */

struct reader {
	struct table_ctx *x;
	struct table *t;
	const struct table_list *heads;
	int32_t bottom;     /* of the last line taken, on its page */
	int32_t gap_max;    /* largest white space between rows so far */
	uint32_t loose;     /* rows since the last record */
	size_t last_record; /* rows up to and with the last record or total */
	uint64_t first_typed; /* columns that the first record fills */
	uint32_t ruled;     /* records with a rule above */
	int32_t frame;      /* where lines around the table close it on its first page, INT32_MAX = nowhere */
	bool broken;        /* a page ended, or a header was skipped, since the last row */
};

static struct row *row_push(struct table_ctx *x, struct table *t)
{
	if (t->rows_n == t->rows_cap) {
		size_t cap = t->rows_cap ? t->rows_cap * 2 : 32;
		struct row *rows = arena_grow(x->a, t->rows, t->rows_cap, cap, sizeof(*rows));
		if (!rows)
			return NULL;
		t->rows = rows;
		t->rows_cap = cap;
	}
	return &t->rows[t->rows_n++];
}

/* ---- headers on the way */

/* Index of the first head at or after line. */
static size_t head_from(const struct table_list *heads, uint32_t line)
{
	size_t lo = 0, hi = heads->n;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (heads->items[mid].line < line)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static bool heads_meet(const struct table *a, const struct table *b)
{
	int32_t lo = a->x0 > b->x0 ? a->x0 : b->x0, hi = a->x1 < b->x1 ? a->x1 : b->x1;
	return hi > lo;
}

/* A row whose words happen to name fewer properties than the header does: as many columns, no more room above than other rows have. */
static bool head_is_row(const struct reader *r, const struct table *h)
{
	const struct table *t = r->t;
	const struct view_line *l = &r->x->v->lines[h->line], *above = &r->x->v->lines[t->rows_n ? t->rows[t->rows_n - 1].line : t->line];
	return t->lines && !r->broken && h->lines == 1 && h->cols_n == t->cols_n && h->labels < t->labels && l->page == above->page &&
	       l->box.y0 - r->bottom <= (r->gap_max ? r->gap_max : r->x->em) + r->x->em / 6;
}

/* Is line in the header window of another table? */
static bool is_head_of_other(const struct reader *r, uint32_t line)
{
	size_t i = head_from(r->heads, line >= HEAD_LINES ? line - HEAD_LINES + 1 : 0);
	for (; i < r->heads->n && r->heads->items[i].line <= line; i++) {
		const struct table *h = &r->heads->items[i];
		if (h->line + h->lines > line && h->line != r->t->line && heads_meet(h, r->t) && h->score * 2 >= r->t->score && !head_is_row(r, h))
			return true;
	}
	return false;
}

/* The words of the line say what the header says at the same places. */
static bool is_header_again(const struct reader *r, uint32_t line)
{
	const struct view *v = r->x->v;
	const struct view_line *l = &v->lines[line], *h = &v->lines[r->t->line];
	uint32_t same = 0;
	if (l->words < 2 || l->segs < 2)
		return false;
	for (uint32_t i = 0; i < r->t->lines; i++, h++) {
		if (h->words != l->words)
			continue;
		for (uint32_t w = 0; w < l->words; w++)
			same += str_eq(v->words[l->word + w].text, v->words[h->word + w].text);
		if (same * 10 >= l->words * 8)
			return true;
		same = 0;
	}
	return false;
}

/* ---- one line */

enum line_verdict { LINE_SKIP, LINE_ROW, LINE_STOP };

/* A record among the next few rows of the page; sure: one that fills most key columns. */
static bool record_follows(struct reader *r, uint32_t line, uint32_t rows, bool sure)
{
	const struct view *v = r->x->v;
	const struct view_page *p = &v->pages[v->lines[line].page];
	int32_t bottom = v->lines[line].box.y1;
	for (uint32_t l = line + 1, n = 0; l < p->line + p->lines && n < rows; l++) {
		struct row next;
		if ((v->lines[l].flags & VIEW_RUNNING) || !row_take(r->x, r->t, l, &next))
			continue;
		n++;
		if (is_head_of_other(r, l) || v->lines[l].box.y0 - bottom > 8 * r->x->em)
			return false;
		bottom = v->lines[l].box.y1;
		if (sure && bits64(next.typed) * 10 < bits64(r->t->keys) * 7)
			continue;
		if (row_is_record(r->t, &next) && !row_is_misfit(r->x, r->t, &next) && !row_is_total(r->x, r->t, &next) && !row_names_scalar(r->x, r->t, &next))
			return true;
	}
	return false;
}

/* Text of one column, not further left than the records' own. */
static bool row_is_inside(const struct reader *r, const struct view_line *l, const struct row *row)
{
	size_t c = __builtin_ctzll(row->fill);
	return bits64(row->fill) == 1 && r->t->cols[c].field >= 0 && l->box.x0 >= r->t->cols[c].edge[0] - r->x->em;
}

/* Does the segment end before the next column begins? */
static bool seg_keeps_column(const struct reader *r, const struct view_seg *g)
{
	const struct table *t = r->t;
	size_t c = 0;
	while (c + 1 < t->cols_n && t->cols[c + 1].edge[0] <= g->box.x0 + r->x->em / 2)
		c++;
	return g->box.x0 >= t->cols[c].edge[0] - r->x->em && (c + 1 == t->cols_n || g->box.x1 < t->cols[c + 1].edge[0]);
}

/* Running text that keeps to the columns is cells broken into lines, not a note that crosses the table. */
static bool row_is_cell_text(const struct reader *r, const struct view_line *l)
{
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
		if (!seg_keeps_column(r, &r->x->v->segs[s]))
			return false;
	return r->t->cols_n >= 3;
}

/* White space that ends the table; before a row that fills the key columns there may be more of it. */
static bool line_is_gap(struct reader *r, const struct view_line *l, const struct row *row)
{
	int32_t gap = l->box.y0 - r->bottom, em = r->x->em;
	int keys = bits64(r->t->keys);
	if (r->broken)
		return false;
	if (keys > 1 && bits64(row->typed) * 10 >= keys * 7 && gap <= 8 * em)
		return false;
	if (gap <= 4 * em && !(l->flags & VIEW_HEADING) && row_is_inside(r, l, row) && keys > 1 &&
	    record_follows(r, row->line, RECORD_AHEAD, true))
		return false;
	if (!r->t->rows_n)
		return gap > 7 * em;
	if (r->t->records < 2 && gap <= 4 * em && !(l->flags & VIEW_HEADING) && row_is_cell_text(r, l) && record_follows(r, row->line, 2, true))
		return false; /* one record does not tell how far apart they stand */
	if (!row->typed && l->segs == 1)
		return gap > em && gap > r->gap_max * 16 / 10 && gap > r->gap_max + em * 6 / 10;
	if (r->t->rows_n < 2)
		return gap > 4 * em;
	return gap > r->gap_max * 22 / 10 + em * 3 / 2 && gap > 2 * em;
}

static bool rule_above(const struct reader *r, const struct view_line *l)
{
	const struct table *t = r->t;
	const struct rule_set *rules = page_rules(r->x, l->page);
	int32_t x0 = t->cols[0].head_n ? t->cols[0].head_x0 : t->cols[0].edge[0];
	int32_t x1 = t->cols[t->cols_n - 1].head_x1;
	if (x1 <= x0)
		return false;
	return rule_between_rows(rules, x0, x1, r->bottom - r->x->em / 3, l->box.y0 + r->x->em / 3);
}

/*
 * Text that happens to stand at the same place on several pages is taken for a
 * running footer; close below a row and under its column it is the row's.
 */
static bool runs_on(struct reader *r, uint32_t line, struct row *row)
{
	const struct view_line *l = &r->x->v->lines[line];
	int32_t gap = l->box.y0 - r->bottom;
	if (r->broken || !r->t->rows_n || !row_take(r->x, r->t, line, row))
		return false;
	if (row_is_record(r->t, row))
		return gap <= r->gap_max + r->x->em / 4;
	if (gap > r->x->em * 6 / 10)
		return false;
	const struct column *c = &r->t->cols[__builtin_ctzll(row->fill)];
	bool aligned = l->box.x0 >= c->edge[0] - r->x->em / 4 && l->box.x0 <= c->edge[0] + r->x->em;
	return bits64(row->fill) == 1 && !c->figures && aligned;
}

/* Labels with a colon and their values, set apart below rows that are none: the table is over unless records go on after them. */
static bool pairs_begin(struct reader *r, const struct view_line *l, const struct row *row)
{
	const struct view *v = r->x->v;
	if (!r->t->rows_n || r->broken || l->box.y0 - r->bottom <= r->gap_max * PAIRS_APART / 10 || !line_is_pair(v, l) || line_is_pair(v, &v->lines[r->t->rows[0].line]))
		return false;
	if (row_names_scalar(r->x, r->t, row))
		return true; /* what the schema asks for by itself, and more of its kind below */
	return !row->record && !record_follows(r, row->line, TAIL_LINES, false);
}

/* The total at the foot of a ruled table, however much room is left above it. */
static bool closes_frame(struct reader *r, const struct view_line *l, const struct row *row)
{
	return r->t->records && l->page == r->t->page && r->frame != INT32_MAX && l->box.y0 < r->frame && row->typed &&
	       (row_is_total(r->x, r->t, row) || row_names_scalar(r->x, r->t, row));
}

/* Back at the height of the header, or of the first row: where tables stand side by side, the next of them begins. */
static bool part_begins(const struct reader *r, const struct view_line *l)
{
	return (r->t->lines || r->t->rows_n) && line_is_beside(r->x, &r->x->v->lines[r->t->line], l);
}

static enum line_verdict line_judge(struct reader *r, uint32_t line, struct row *row)
{
	const struct view_line *l = &r->x->v->lines[line];
	struct table *t = r->t;
	if (part_begins(r, l)) {
		t->stop = STOP_HEAD;
		return LINE_STOP;
	}
	if (l->words && (r->x->v->words[l->word].flags & DOC_VERTICAL))
		return LINE_SKIP;
	if (line_is_picture(r->x->v, &r->x->v->lines[t->line], l))
		return LINE_SKIP;
	if ((l->flags & VIEW_RUNNING) && !is_head_of_other(r, line) && !runs_on(r, line, row) && !record_follows(r, line, TAIL_LINES, false))
		return LINE_SKIP; /* between a header and records nothing runs, however often it is there */
	if (is_header_again(r, line)) {
		if (is_head_of_other(r, line)) { /* read from there, and joined if the array is the same */
			t->stop = STOP_HEAD;
			return LINE_STOP;
		}
		row_take(r->x, t, line, row);
		row->role = ROW_HEADER;
		return row->fill ? LINE_ROW : LINE_SKIP;
	}
	if (!row_take(r->x, t, line, row))
		return LINE_SKIP;
	if ((line_is_gap(r, l, row) && !closes_frame(r, l, row)) || (l->page == t->page && l->box.y0 >= r->frame)) {
		t->stop = STOP_GAP;
		return LINE_STOP;
	}
	row->record = row_is_record(t, row);
	if (pairs_begin(r, l, row)) {
		t->stop = STOP_PROSE;
		return LINE_STOP;
	}
	if (is_head_of_other(r, line) && bits64(row->typed) * 2 <= bits64(t->keys)) {
		t->stop = STOP_HEAD;
		return LINE_STOP;
	}
	bool follows = true, misfit = row_is_misfit(r->x, t, row);
	if (row_is_total(r->x, t, row) || (row_names_scalar(r->x, t, row) && !record_follows(r, line, TAIL_LINES, false)))
		row->role = ROW_TOTAL;
	else if (misfit || (l->flags & VIEW_PROSE && !row->record && l->words > 8 && !row_is_cell_text(r, l)))
		row->role = ROW_NOTE;
	if (row->role == ROW_NOTE) {
		follows = record_follows(r, line, TAIL_LINES, false);
		t->stop = STOP_PROSE;
	}
	row->record &= row->role == ROW_BODY;
	return follows ? LINE_ROW : LINE_STOP;
}

static bool line_keep(struct reader *r, const struct row *row)
{
	const struct view_line *l = &r->x->v->lines[row->line];
	struct row *kept = row_push(r->x, r->t);
	if (!kept)
		return false;
	*kept = *row;
	kept->break_above = r->broken;
	kept->gap = r->broken ? 0 : l->box.y0 - r->bottom;
	kept->rule_above = !r->broken && rule_above(r, l);
	if (!r->broken && kept->gap > r->gap_max && (row->record || row->typed))
		r->gap_max = kept->gap;
	r->broken = row->role == ROW_HEADER;
	r->bottom = l->box.y1;
	r->loose = row->record || row->typed || row->role != ROW_BODY ? 0 : r->loose + 1;
	if (row->record)
		r->t->always = r->t->records == 0 ? 0 : r->t->records == 1 ? r->first_typed & row->typed : r->t->always & row->typed;
	if (row->record && !r->t->records)
		r->first_typed = row->typed;
	if (row->record || row->role == ROW_TOTAL) {
		r->last_record = r->t->rows_n;
		r->t->records += row->record;
		r->ruled += row->record && kept->rule_above;
		r->t->last_line = row->line;
	}
	return true;
}

/* ---- pages */

/* Rows of a label and one amount: after the total of such a list the payment looks just like them. */
static bool rows_are_pairs(const struct table *t)
{
	uint32_t records = 0, cells = 0;
	for (size_t i = 0; i < t->rows_n && records < 64; i++)
		if (t->rows[i].record) {
			records++;
			cells += (uint32_t)bits64(t->rows[i].fill);
		}
	return bits64(t->keys) <= 1 && cells * 2 <= records * 5;
}

/* Rows go on after a sum if they are plainly none: they fill a column of figures that it leaves blank, or another sum adds them up. */
static bool sum_is_of_group(struct reader *r, const struct row *row)
{
	if (sum_follows(r->x, r->t, row))
		return true;
	return (r->t->always & ~row->typed) && bits64(r->t->keys) > 1 && record_follows(r, row->line, TAIL_LINES, true);
}

/* Do all rows below that could be records begin right of where all so far have their first figure? They go on with the sum: "Less advance", "Due". */
static bool only_sums_follow(struct reader *r, uint32_t line)
{
	const struct view_page *p = &r->x->v->pages[r->x->v->lines[line].page];
	uint64_t first = r->t->always & -r->t->always, upto = first | (first - 1);
	uint32_t sums = 0;
	for (uint32_t l = line + 1, n = 0; l < p->line + p->lines && n < TAIL_LINES; l++) {
		struct row row;
		if ((r->x->v->lines[l].flags & VIEW_RUNNING) || !row_take(r->x, r->t, l, &row))
			continue;
		n++;
		if (row.fill & upto)
			return false;
		sums += row_is_record(r->t, &row);
	}
	return sums > 0 && bits64(r->t->always) > 1;
}

/* A total ends the table here unless records go on after it; the totals that follow it stay. */
static bool total_ends(struct reader *r, const struct row *row)
{
	if (row->role != ROW_TOTAL)
		return false;
	if (!r->t->lines)
		return !sum_is_of_group(r, row);
	return (rows_are_pairs(r->t) && !sum_follows(r->x, r->t, row)) || !record_follows(r, row->line, TAIL_LINES, false) || only_sums_follow(r, row->line);
}

/* Lines [from, to); false when the table ended among them. */
static bool read_lines(struct reader *r, uint32_t from, uint32_t to)
{
	bool closing = false;
	for (uint32_t l = from; l < to; l++) {
		struct row row;
		enum line_verdict v = line_judge(r, l, &row);
		if (v == LINE_SKIP)
			continue;
		if (v == LINE_STOP || r->loose > LOOSE_LINES)
			return false;
		if (closing && row.role != ROW_TOTAL && row.role != ROW_HEADER)
			return false;
		if (!line_keep(r, &row))
			return false;
		closing = closing || total_ends(r, &row);
		if (closing)
			r->t->stop = STOP_TOTAL;
	}
	return true;
}

/* Does page p carry on without a header: do its first lines fill the key columns? */
static bool page_continues(struct reader *r, uint32_t page, uint32_t *first)
{
	const struct view *v = r->x->v;
	const struct view_page *p = &v->pages[page];
	uint32_t seen = 0;
	for (uint32_t l = p->line; l < p->line + p->lines && seen < PAGE_TOP_LINES; l++) {
		struct row row;
		if (is_head_of_other(r, l))
			return false;
		if ((v->lines[l].flags & VIEW_RUNNING) || !row_take(r->x, r->t, l, &row))
			continue;
		if (!seen++)
			*first = l;
		if (is_header_again(r, l))
			return true;
		if (row_is_misfit(r->x, r->t, &row))
			*first = l + 1; /* a title above */
		else if (r->t->keys ? bits64(row.typed) * 10 >= bits64(r->t->keys) * 7 : false)
			return true;
	}
	return false;
}

static bool read_page_end(const struct reader *r, uint32_t page)
{
	const struct view_page *p = &r->x->v->pages[page];
	return r->t->rows_n && r->last_record + LOOSE_LINES >= r->t->rows_n && p->lines > 0;
}

/* In a table whose records are ruled off, a row of a figure that begins where they begin is one of them. */
static bool is_thin_record(const struct reader *r, const struct row *row)
{
	const struct table *t = r->t;
	const struct row *last = r->last_record ? &t->rows[r->last_record - 1] : NULL;
	return last && last->record && row->role == ROW_BODY && row->rule_above && row->typed && r->ruled * 2 >= t->records &&
	       (row->fill & -row->fill) == (last->fill & -last->fill);
}

/*
 * The last rows of a table whose rows are a line each, none with less than a record has: they fill the columns of text that
 * all records fill, as far below as records are, and have no figures yet: a match to be played.
 */
static bool is_blank_record(const struct reader *r, const struct row *row)
{
	const struct table *t = r->t;
	uint64_t text = UINT64_MAX;
	int32_t gap = t->records > 1 ? r->gap_max : t->lines && t->rows_n ? t->rows[0].gap : INT32_MIN / 2;
	if (row->role != ROW_BODY || row->typed || !t->records || row->gap > gap + r->x->em / 6)
		return false;
	for (size_t i = 0; i < r->last_record; i++) {
		if (t->rows[i].role == ROW_BODY && !t->rows[i].record)
			return false;
		if (t->rows[i].record)
			text &= t->rows[i].fill & ~t->keys;
	}
	return bits64(text) >= 2 && row->fill == text && !(r->x->v->lines[row->line].flags & VIEW_PROSE);
}

/* A line below the last record that is set as a heading, unless the record is set so: what follows has its name from it. */
static bool heads_next(const struct reader *r, const struct row *row)
{
	const struct view *v = r->x->v;
	const struct view_line *l = &v->lines[row->line], *last = &v->lines[r->t->rows[r->last_record ? r->last_record - 1 : 0].line];
	bool plain = !v->segs[last->seg].bold;
	return line_heads(r->x, row->line) && ((l->flags & VIEW_HEADING) || cell_span(r->x, VALUE_DATE, l->word, l->words) || (plain && bits64(row->fill) > 1));
}

/* One cell a line right above a header that comes again, below records that fill more: the foot of the part above, or the heading of the one below. */
static void headings_trim(struct reader *r)
{
	struct table *t = r->t;
	while (t->stop == STOP_HEAD && t->rows_n > 1 && t->cols_n >= 3 && t->rows[t->rows_n - 1].role == ROW_BODY &&
	       bits64(t->rows[t->rows_n - 1].fill) == 1 && bits64(t->always | t->rows[0].fill) >= 3) {
		t->records -= t->rows[--t->rows_n].record;
		r->last_record = r->last_record < t->rows_n ? r->last_record : t->rows_n;
	}
}

static bool ends_with_decimal(const struct reader *r, const struct cell *c)
{
	return c->words > 1 && (cell_read(r->x, c->word + c->words - 1, 1) & CELL_DECIMAL);
}

/*
 * "Term GPA 3.55" in a column whose texts do not end like that, although its first word had room behind the text above: a
 * line of its own that sums up the rows rather than the rest of one.
 */
static bool sums_up(const struct reader *r, const struct row *row)
{
	const struct table *t = r->t;
	const struct view_word *w = r->x->v->words;
	size_t c = row->fill ? (size_t)__builtin_ctzll(row->fill) : 0;
	const struct cell *cell = &row->cells[c];
	int32_t most = t->cols[c].head_n ? t->cols[c].head_x1 : 0, above = most;
	if (bits64(row->fill) != 1 || row->typed || !ends_with_decimal(r, cell))
		return false;
	for (size_t i = 0; i < r->last_record; i++) {
		const struct cell *k = &t->rows[i].cells[c];
		if (!t->rows[i].record || !k->words)
			continue;
		if (ends_with_decimal(r, k))
			return false;
		above = w[k->word + k->words - 1].box.x1;
		most = above > most ? above : most;
	}
	if (c + 1 < t->cols_n && t->cols[c + 1].edge[0] - r->x->em > most)
		most = t->cols[c + 1].edge[0] - r->x->em;
	return above + r->x->em / 3 + w[cell->word].box.x1 - w[cell->word].box.x0 <= most;
}

/*
 * Rows after the last record: lines that go on with it stay (they add text in its
 * columns, close below), the rest was something else.
 */
static void tail_trim(struct reader *r)
{
	struct table *t = r->t;
	int32_t near = r->x->em * 6 / 10;
	headings_trim(r);
	while (t->stop != STOP_TOTAL && r->last_record < t->rows_n && (is_thin_record(r, &t->rows[r->last_record]) || is_blank_record(r, &t->rows[r->last_record]))) {
		t->rows[r->last_record++].record = true;
		t->records++;
	}
	size_t keep = r->last_record;
	for (size_t i = 1; i < r->last_record; i++) /* as wide as continuation lines were set before */
		if (!t->rows[i].record && t->rows[i].role == ROW_BODY && t->rows[i].gap > near && t->rows[i].gap < r->gap_max)
			near = t->rows[i].gap;
	while (keep < t->rows_n && t->rows[keep].role == ROW_BODY && !t->rows[keep].break_above &&
	       t->rows[keep].gap <= near && !t->rows[keep].rule_above && !heads_next(r, &t->rows[keep]) && !sums_up(r, &t->rows[keep]) && (t->stop != STOP_TOTAL || keep > r->last_record))
		keep++;
	t->rows_n = keep;
	if (keep)
		t->last_line = t->rows[keep - 1].line;
}

bool table_read(struct table_ctx *x, struct table *t, const struct table_list *heads)
{
	const struct view *v = x->v;
	int32_t top = t->lines ? v->lines[t->line + t->lines - 1].box.y1 : v->lines[t->line].box.y0 - x->em / 2;
	struct reader r = { .x = x, .t = t, .heads = heads, .bottom = top };
	uint32_t page = t->page, from = t->line + t->lines;
	const struct doc_box *head = &v->lines[from ? from - 1 : 0].box;
	r.frame = t->lines ? rule_frame_bottom(page_rules(x, page), head->x0, head->x1, head->y1, x->em) : INT32_MAX;
	t->stop = STOP_PAGE;
	while (read_lines(&r, from, v->pages[page].line + v->pages[page].lines) && read_page_end(&r, page)) {
		t->stop = STOP_PAGE;
		if (++page == v->pages_n || !page_continues(&r, page, &from))
			break;
		r.broken = true;
		r.bottom = 0;
	}
	tail_trim(&r);
	if (!t->lines && !t->labels) /* a part of a table with a header has sums between its parts */
		table_slip_end(x, t);
	if (!t->lines && rows_are_pairs(t))
		table_slip(x, t);
	return !x->a->over;
}
