/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

/*
 * Tables turned on their side: properties down the first column, a record in each
 * of the others.
 *
 *                      2019     2020     2021
 *     Revenue         120.0    131.5    140.2
 *     Net income       12.1     14.0     15.5
 */
#define LABEL_LEAST 800  /* similarity of a row's label */
#define LABEL_AMONG 500  /* of a row among such rows */
#define ROWS_BETWEEN 8   /* rows of other things between two that are asked for */
#define ROWS_APART 3     /* em of white space that rows of one table may have between them */
#define PIVOT_SCORE 700  /* of a table each of whose properties has a row that names it plainly */
#define PIVOT_UNSURE 250 /* less of one with none */

struct pivot {
	struct table_ctx *x;
	const struct prop_list *pl;
	uint32_t top;                /* first line that may be of the table */
	uint32_t line, end;          /* first and last row that names a property */
	uint32_t row[64];            /* line of each property, VIEW_NONE if it has none */
	size_t props;                /* properties that have one, plainly named */
	struct column cols[TABLE_COLS + 1];
	size_t cols_n;
};

static bool ends_with_colon(struct str s)
{
	return s.n && s.p[s.n - 1] == ':';
}

/* Does the label of a line, [word, to), come again behind it? Then cards stand side by side. */
static bool label_again(const struct view *v, uint32_t word, uint32_t to, uint32_t end)
{
	for (uint32_t w = to; w + (to - word) <= end; w++) {
		uint32_t k = 0;
		while (k < to - word && str_eq(v->words[w + k].text, v->words[word + k].text))
			k++;
		if (k == to - word)
			return true;
	}
	return false;
}

/* Property that the first piece of the line names at least so well, when figures or text follow; -1 if none. */
static int row_prop(struct pivot *v, const struct view_line *l, int least)
{
	uint32_t ids[8], end = l->word + l->words, to = l->words ? piece_end(v->x, l->word, end) : 0;
	int best = -1, sim = least - 1;
	if (!l->words || to == end || to - l->word > 8 || v->x->role[l->word] != ROLE_NONE || label_again(v->x->v, l->word, to, end))
		return -1;
	for (uint32_t w = l->word; w < to; w++)
		ids[w - l->word] = w;
	for (uint32_t w = to; w < end; w++)
		if (ends_with_colon(v->x->v->words[w].text))
			return -1; /* a line of labels and values */
	struct phrase p = words_phrase(v->x, ids, to - l->word);
	for (size_t i = 0; i < v->pl->n && i < 64; i++) {
		const struct plan_field *f = v->pl->items[i].field;
		int s = v->pl->items[i].child < 0 ? plan_alias_match(v->x->in, p, f->aliases, f->aliases_n) : 0;
		if (s > sim) {
			sim = s;
			best = (int)i;
		}
	}
	return best;
}

/* The run of rows that begins at line and names most properties. */
static void run_read(struct pivot *v, uint32_t line)
{
	const struct view *view = v->x->v;
	uint32_t since = 0;
	uint64_t weak = 0; /* properties whose row says them less than plainly, among rows that say others */
	v->props = 0;
	for (size_t p = 0; p < 64; p++)
		v->row[p] = VIEW_NONE;
	for (uint32_t l = line; l < view->lines_n && view->lines[l].page == view->lines[line].page && since <= ROWS_BETWEEN; l++, since++) {
		int p = row_prop(v, &view->lines[l], LABEL_LEAST);
		bool plain = p >= 0;
		if (!plain && v->props)
			p = row_prop(v, &view->lines[l], LABEL_AMONG);
		if (p < 0 || (!plain && v->row[p] != VIEW_NONE))
			continue;
		if (v->row[p] != VIEW_NONE && !(weak >> p & 1))
			break; /* the same again: another table */
		weak = plain ? weak & ~(UINT64_C(1) << p) : weak | UINT64_C(1) << p;
		v->row[p] = l;
		v->line = v->props ? v->line : l;
		v->end = l;
		v->props += plain;
		since = 0;
	}
}

/* Rows right above the run that say another property less than plainly are of it; the lines of cells above them are its captions. */
static void run_up(struct pivot *v)
{
	const struct view *view = v->x->v;
	uint32_t first = view->pages[view->lines[v->line].page].line;
	v->top = v->line;
	for (uint32_t l = v->line, n = 0; l > first && n < ROWS_BETWEEN; n++) {
		const struct view_line *below = &view->lines[l--];
		if (view->lines[l].segs < 2 || below->box.y0 - view->lines[l].box.y1 > ROWS_APART * v->x->em)
			break;
		int p = row_prop(v, &view->lines[l], LABEL_AMONG);
		v->top = l;
		if (p < 0 || v->row[p] != VIEW_NONE)
			continue;
		v->row[p] = l;
		v->line = l;
	}
}

/* Columns of the lines found, captions and rows of other things too; false unless a stub and two more. */
static bool run_columns(struct pivot *v)
{
	struct sample s = { .n = 0 };
	run_up(v);
	for (uint32_t l = v->top; l <= v->end && s.n < SAMPLE_LINES; l++)
		if (v->x->v->lines[l].segs >= 2)
			s.lines[s.n++] = l;
	v->cols_n = columns_of_lines(v->x, v->cols, &s);
	columns_count(v->x, v->cols, v->cols_n, &s);
	return v->cols_n >= 3;
}

/* Less, the fewer properties are named plainly: the table may as well stand upright. */
static int pivot_score(const struct pivot *v)
{
	size_t own = 0;
	for (size_t p = 0; p < v->pl->n && p < 64; p++)
		own += v->pl->items[p].child < 0;
	return own ? PIVOT_SCORE - PIVOT_UNSURE + PIVOT_UNSURE * (int)v->props / (int)own : PIVOT_SCORE;
}

/* The words that a line has in column c. */
static struct cell cell_at(const struct pivot *v, uint32_t line, size_t c)
{
	const struct view_line *l = &v->x->v->lines[line];
	uint32_t from = l->word, end = l->word + l->words, to;
	while (from < end && v->x->v->words[from].box.x0 + v->x->v->words[from].box.x1 < 2 * v->cols[c].x0)
		from++;
	for (to = from; to < end && v->x->v->words[to].box.x0 + v->x->v->words[to].box.x1 < 2 * v->cols[c].x1;)
		to++;
	return (struct cell){ from, to - from };
}

static struct found cell_value(struct pivot *v, size_t p, uint32_t line, size_t c)
{
	uint32_t from = cell_at(v, line, c).word, to = from + cell_at(v, line, c).words;
	uint32_t *words = ARENA_ARRAY(v->x->a, to - from + 1, uint32_t);
	for (uint32_t w = from; words && w < to; w++) {
		words[w - from] = w;
		v->x->role[w] = ROLE_TABLE_BODY;
	}
	if (!words || to == from)
		return (struct found){ 0 };
	return found_make(v->x, v->pl->items[p].field, words, to - from, pivot_score(v));
}

/* The property left over that the captions above give: the year, the name of the column; of several the first of all, a name. */
static int caption_prop(const struct pivot *v)
{
	const struct prop *first = &v->pl->items[0];
	int best = -1, n = 0;
	for (size_t p = 0; p < v->pl->n && p < 64; p++)
		if (v->row[p] == VIEW_NONE && v->pl->items[p].child < 0) {
			best = (int)p;
			n++;
		}
	if (n > 1 && v->row[0] == VIEW_NONE && first->child < 0 && !type_wants(first->field->type))
		return 0;
	return n == 1 ? best : -1;
}

/* Columns but the first that have words on the line; *stub: has the first? */
static size_t line_fills(const struct pivot *v, uint32_t line, bool *stub)
{
	const struct view_line *l = &v->x->v->lines[line];
	uint32_t w = l->word, end = l->word + l->words;
	size_t n = 0;
	for (size_t c = 0; c < v->cols_n; c++) {
		bool any = cell_next(v->x->v, &v->cols[c], end, &w) < w;
		*stub = c ? *stub : any;
		n += c && any;
	}
	return n;
}

/* The same word in all columns: "£000", which names none of them. */
static bool line_repeats(const struct pivot *v, uint32_t line)
{
	struct cell first = cell_at(v, line, 1);
	for (size_t c = 1; c < v->cols_n; c++) {
		struct cell k = cell_at(v, line, c);
		if (k.words != 1 || !str_eq(v->x->v->words[k.word].text, v->x->v->words[first.word].text))
			return false;
	}
	return v->cols_n > 2;
}

/* The first line above the rows that has a cell in most of their columns: one with nothing over their labels, if there is one. */
static uint32_t caption_line(const struct pivot *v)
{
	uint32_t best = VIEW_NONE;
	bool stub = false, labelled = false;
	for (uint32_t l = v->top; l < v->line; l++) {
		if (line_fills(v, l, &stub) * 2 < v->cols_n - 1 || line_repeats(v, l) || (best != VIEW_NONE && (stub || !labelled)))
			continue;
		best = l;
		labelled = stub;
	}
	return best;
}

/* A caption goes on in the lines set tight below it, down to the rows. */
static struct found caption_value(struct pivot *v, size_t p, uint32_t line, size_t c)
{
	const struct view_line *l = v->x->v->lines;
	struct found f = cell_value(v, p, line, c);
	bool stub = false;
	for (uint32_t k = line + 1; f.n && k < v->line && l[k].box.y0 - l[k - 1].box.y1 <= v->x->em / 2 && !line_repeats(v, k); k++) {
		line_fills(v, k, &stub);
		struct cell more = cell_at(v, k, c);
		uint32_t *words = stub ? NULL : ARENA_ARRAY(v->x->a, f.n + more.words, uint32_t);
		if (!words)
			break;
		memcpy(words, f.words, f.n * sizeof(*words));
		for (uint32_t w = 0; w < more.words; w++)
			words[f.n + w] = more.word + w;
		if (more.words)
			f = found_make(v->x, v->pl->items[p].field, words, f.n + more.words, pivot_score(v));
	}
	return f;
}

static bool pivot_emit(struct pivot *v, struct records *out)
{
	const struct plan_array *a = v->pl->array;
	int caption = caption_prop(v);
	uint32_t above = caption >= 0 ? caption_line(v) : VIEW_NONE;
	out->items = ARENA_ARRAY(v->x->a, v->cols_n, struct record);
	if (!out->items)
		return false;
	for (size_t c = 1; c < v->cols_n; c++) {
		struct found *cells = ARENA_ARRAY(v->x->a, a->fields_n + 1, struct found);
		size_t filled = 0;
		if (!cells)
			return false;
		for (size_t p = 0; p < v->pl->n && p < 64; p++)
			if (v->row[p] != VIEW_NONE) {
				cells[v->pl->items[p].index] = cell_value(v, p, v->row[p], c);
				filled += cells[v->pl->items[p].index].n > 0;
			}
		if (above != VIEW_NONE)
			cells[v->pl->items[caption].index] = caption_value(v, (size_t)caption, above, c);
		out->seen++;
		if (!filled)
			left_out_add(out, "empty", 1);
		else
			out->items[out->n++] = (struct record){ .cell = cells, .page = v->x->v->lines[v->line].page, .line = v->line };
	}
	out->score = pivot_score(v);
	return true;
}

bool pivot_recover(struct table_ctx *x, const struct prop_list *pl, size_t least, struct records *out)
{
	struct pivot *v = ARENA_NEW(x->a, struct pivot), *best = ARENA_NEW(x->a, struct pivot);
	if (!v || !best)
		return false;
	*v = (struct pivot){ .x = x, .pl = pl };
	best->props = least > 1 ? least - 1 : 1;
	for (uint32_t l = 0; l < x->v->lines_n; l++) {
		if (row_prop(v, &x->v->lines[l], LABEL_LEAST) < 0)
			continue;
		run_read(v, l);
		if (v->props > best->props && run_columns(v))
			*best = *v;
		l = v->end > l ? v->end : l;
	}
	return !best->x || pivot_emit(best, out);
}
