/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"
#include "layout/locale.h"
#include <stdlib.h>

#define LINE_COST 10   /* a header line more must pay for itself */
#define FIGURE_COST 200 /* a figure among the headers: part of a record slipped in */
#define RULED_BELOW 150 /* a rule, or the end of shading, closes the header */
#define RULED_INSIDE -60
#define RULED_ROWS -300 /* between two lines that each fill all columns: a row of the body below the header */
#define NAMES_MORE 300 /* a column whose header names a second property below the first */
#define NAMED 850      /* similarity from which on a run of words with a figure is a name */
#define TIGHT_LINES 3  /* more lines than this must be set tight */
#define LABEL_SURE 700 /* similarity of a header that names its property, whatever it reads as */
#define PAIRS_LEAST 4  /* lines of labels and values */
#define PAIRS_MOST 12  /* of them are looked at */
#define BESIDE_MAX 6   /* most tables side by side */

struct finder {
	struct table_ctx *x;
	const struct prop_list *pl;
	struct table_list *out;
	uint64_t *hits;    /* properties a line names, one a line */
	uint8_t *said;     /* words of it that do, one a line */
	uint8_t *may;      /* may the line be part of a header */
	int need;          /* properties a window must name */
	struct column *cols;
};

static struct table *list_push(struct table_ctx *x, struct table_list *l)
{
	if (l->n == l->cap) {
		size_t cap = l->cap ? l->cap * 2 : 16;
		struct table *items = arena_grow(x->a, l->items, l->cap, cap, sizeof(*items));
		if (!items)
			return NULL;
		l->items = items;
		l->cap = cap;
	}
	return &l->items[l->n++];
}

/* "2 Sep", "Sept. 14": a day without its year. */
static bool piece_is_day(const struct table_ctx *x, uint32_t word, uint32_t end)
{
	char buffer[24];
	for (uint32_t w = word; w < end && end - word == 2; w++) {
		struct str s = x->v->words[w].text, n = x->v->words[w == word ? word + 1 : word].text;
		s.n -= s.n > 3 && s.p[s.n - 1] == '.';
		if (s.n >= 3 && s.n < sizeof(buffer) && n.n <= 3 && str_has_digit(n) && locale_month(locale_fold(s, buffer, sizeof(buffer)), x->v->lang))
			return true;
	}
	return false;
}

/* A day over cells that are none: it heads them, whatever they are asked for. */
static bool column_is_day(const struct table_ctx *x, const struct column *c)
{
	if (!c->head_n || c->head[c->head_n - 1] - c->head[0] + 1 != c->head_n || (c->figures & CELL_DATE))
		return false;
	return (cell_read(x, c->head[0], (uint32_t)c->head_n) & CELL_DATE) || piece_is_day(x, c->head[0], c->head[c->head_n - 1] + 1);
}

/* Figures inside header cells; years and what the labels themselves carry do not count. */
static int figures_in_header(const struct table_ctx *x, const struct column *cols, const struct match *m)
{
	int n = 0;
	for (size_t c = m->from; c < m->to; c++)
		for (size_t i = 0; cols[c].score < 700 && !column_is_day(x, &cols[c]) && i < cols[c].head_n; i++) {
			uint32_t k = cell_read(x, cols[c].head[i], 1);
			n += (k & (CELL_NUMBER | CELL_DATE | CELL_TIME)) && !(k & CELL_YEAR);
		}
	return n;
}

static bool columns_are_transcript(const struct prop_list *pl)
{
	size_t own = 0, printed = 0;
	for (size_t p = 0; p < pl->n; p++) {
		own++;
		printed += pl->items[p].field->type == VALUE_TEXT || (pl->items[p].field->form & FORM_AS_PRINTED);
	}
	return own && printed == own;
}

/* Does the line have words in each column that the body fills; *figures: and in those of figures some of their kind, names of years aside? */
static bool line_is_full(struct table_ctx *x, const struct column *cols, size_t n, uint32_t line, bool *figures)
{
	const struct view_line *l = &x->v->lines[line];
	uint32_t w = l->word, end = l->word + l->words, keys = 0;
	*figures = true;
	for (size_t c = 0; c < n; c++) {
		uint32_t from = cell_next(x->v, &cols[c], end, &w), k = w > from ? cell_read(x, from, w - from) : 0;
		if (w == from && cols[c].filled)
			return false;
		if (!cols[c].figures || !cols[c].filled)
			continue;
		keys++;
		*figures &= (k & cols[c].figures) && (!(k & CELL_YEAR) || column_share(&cols[c], CELL_YEAR) >= 500);
	}
	*figures &= keys > 0;
	return true;
}

/* The last line of a header of several fills all columns, has the figures of the body and names nothing: the first row. */
static bool header_has_row(const struct finder *f, const struct column *cols, size_t n, uint32_t line, uint32_t lines)
{
	bool figures;
	return lines > 1 && !f->hits[line + lines - 1] && line_is_full(f->x, cols, n, line + lines - 1, &figures) && figures;
}

/* Rules and shading show where a header ends; *rows: they part lines that are rows. */
static int ruled_score(struct table_ctx *x, const struct table *t, bool *rows)
{
	const struct view_line *l = x->v->lines;
	const struct rule_set *r = page_rules(x, t->page);
	int32_t x0 = t->cols[0].head_n ? t->cols[0].head_x0 : t->cols[0].edge[0], x1 = t->cols[t->cols_n - 1].head_x1;
	int32_t slack = x->em / 3;
	uint32_t last = t->line + t->lines - 1;
	int score = 0;
	bool figures;
	*rows = false;
	if (x1 <= x0)
		return 0;
	for (uint32_t k = t->line; k < last; k++)
		if (rule_between_rows(r, x0, x1, l[k].box.y1 - slack, l[k + 1].box.y0 + slack)) {
			bool full = t->cols_n > 2 && line_is_full(x, t->cols, t->cols_n, k, &figures) && line_is_full(x, t->cols, t->cols_n, k + 1, &figures);
			score += full ? RULED_ROWS : RULED_INSIDE;
			*rows |= full;
		}
	if (l[last + 1].page == t->page && rule_between_rows(r, x0, x1, l[last].box.y1 - slack, l[last + 1].box.y0 + slack))
		score += RULED_BELOW;
	return score;
}

/* "Name:   Smith   Born:   1990": labels with a colon have their values beside them, not below. */
static bool header_is_pairs(const struct table_ctx *x, const struct column *cols, size_t n)
{
	uint32_t labels = 0, colons = 0;
	for (size_t c = 0; c < n; c++) {
		if (cols[c].field < 0 || !cols[c].head_n || !cols[c].score)
			continue;
		struct str last = x->v->words[cols[c].head[cols[c].head_n - 1]].text;
		labels++;
		colons += last.p[last.n - 1] == ':';
	}
	return colons && colons * 2 >= labels;
}

/* Words of the lexicon alone, without figures: what labels are made of. */
static bool reads_as_label(struct table_ctx *x, const struct view_seg *g)
{
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		struct phrase p = phrase_of_word(x->in, x->v->words[w].text);
		for (size_t i = 0; i < p.n; i++)
			if (!token_is_known(p.tokens[i]))
				return false;
		if (str_has_digit(x->v->words[w].text))
			return false;
	}
	return true;
}

/*
 *   Study type     Interventional      labels and what they say, line below line, of which the first is no header;
 *   Phase          Phase 3             a header says for sure what both of its columns are
 *   Allocation     Randomized
 */
static bool header_is_first_pair(struct table_ctx *x, const struct column *cols, size_t n, uint32_t line)
{
	uint32_t pairs = 0, labels = 0, heads = 0, page = x->v->lines[line].page;
	if (n != 2 || x->v->lines[line].segs != 2 || (cols[0].score >= LABEL_SURE && cols[1].score >= LABEL_SURE))
		return false;
	bool headed = reads_as_label(x, &x->v->segs[x->v->lines[line].seg + 1]); /* by two words, though not what is asked for */
	int32_t second = x->v->segs[x->v->lines[line].seg + 1].box.x0;
	uint32_t first = line;
	while (first > 0 && line - first < PAIRS_LEAST && x->v->lines[first - 1].page == page && x->v->lines[first - 1].segs == 2)
		first--; /* the run may have begun above */
	for (uint32_t l = first; l < x->v->lines_n && x->v->lines[l].page == page && x->v->lines[l].segs <= 2 && pairs < PAIRS_MOST; l++) {
		if (x->v->lines[l].segs == 1 && x->v->lines[l].box.x0 < second - x->em)
			break;
		if (x->v->lines[l].segs == 1)
			continue; /* a value goes on */
		const struct view_seg *g = &x->v->segs[x->v->lines[l].seg];
		labels += reads_as_label(x, g);
		heads += g->bold && !g[1].bold; /* the header of a row, not of a column */
		pairs++;
	}
	return pairs >= PAIRS_LEAST && ((!headed && labels * 10 >= pairs * 7) || heads == pairs);
}

static bool header_has_pair(struct table_ctx *x, const struct column *cols, size_t n, uint32_t line, uint32_t lines)
{
	for (uint32_t l = line; l < line + lines; l++)
		if (header_is_first_pair(x, cols, n, l))
			return true;
	return false;
}

/* Does the last line of a header hold a time, date or amount over a column of such? Years and whole numbers name columns as well. */
static bool cell_is_of_body(const struct table_ctx *x, const struct column *c)
{
	const uint32_t telling = CELL_TIME | CELL_DATE | CELL_DECIMAL | CELL_MONEY;
	size_t from = c->head_n;
	while (from > 0 && x->v->words[c->head[from - 1]].line == x->v->words[c->head[c->head_n - 1]].line)
		from--;
	uint32_t k = c->head_n ? cell_read(x, c->head[from], (uint32_t)(c->head[c->head_n - 1] + 1 - c->head[from])) & telling : 0;
	return k && c->score < LABEL_SURE && column_share(c, k) >= 800;
}

/* Mostly figures: a row of the body, whatever its words are called. */
static bool header_is_row(const struct table_ctx *x, const struct column *cols, size_t n)
{
	uint32_t figures = 0, cells = 0;
	for (size_t c = 0; c < n; c++)
		if (cell_is_of_body(x, &cols[c]))
			return true;
	for (size_t c = 0; c < n; c++) {
		uint32_t k = 0;
		for (size_t i = 0; i < cols[c].head_n; i++)
			k |= cell_read(x, cols[c].head[i], 1) & (CELL_NUMBER | CELL_DATE | CELL_TIME | CELL_YEAR);
		cells += cols[c].head_n > 0;
		figures += k && !(k & CELL_YEAR) && cols[c].score < 700 && !column_is_day(x, &cols[c]);
	}
	return figures * 10 >= cells * 4;
}

/* "Total    net    25.00", or such pairs one below the other: a column of amounts is headed by no amount. */
static bool header_has_amounts(const struct table_ctx *x, const struct column *cols, size_t n)
{
	for (size_t c = 0; c < n; c++) {
		size_t amounts = 0;
		for (size_t i = 0; i < cols[c].head_n; i++)
			amounts += (cell_read(x, cols[c].head[i], 1) & (CELL_DECIMAL | CELL_MONEY)) != 0;
		if (amounts && amounts * 3 >= cols[c].head_n)
			return true;
	}
	return false;
}

/* One run of large type is the heading of a section, not of columns. */
static bool header_has_heading(const struct table_ctx *x, uint32_t line, uint32_t lines)
{
	const struct view *v = x->v;
	for (const struct view_line *l = &v->lines[line]; l < &v->lines[line + lines]; l++)
		if (l->segs == 1 && (l->flags & VIEW_HEADING) && v->segs[l->seg].size * 100 > v->pages[l->page].body_size * 115)
			return true;
	return false;
}

/*
 * Headers of two names are worth more than either line alone, if their columns have more rows than the others: else the
 * header only wraps. One word below the first column may be a group's heading, and a last line that fills all columns but
 * names something in few of them is a row.
 */
static int names_more(struct table_ctx *x, const struct table *t)
{
	uint64_t two = columns_of_two_lines(x, t);
	uint32_t least = UINT32_MAX;
	int n = 0;
	bool figures;
	if ((size_t)bits64(two) < t->cols_n && line_is_full(x, t->cols, t->cols_n, t->line + t->lines - 1, &figures))
		return 0;
	for (size_t c = 0; c < t->cols_n; c++)
		if (!(two >> c & 1) && t->cols[c].filled && t->cols[c].filled < least)
			least = t->cols[c].filled;
	for (size_t c = 0; c < t->cols_n; c++)
		n += (two >> c & 1) && (least == UINT32_MAX || t->cols[c].filled * 2 >= least * 3);
	return two == 1 && !t->cols[0].figures ? 0 : NAMES_MORE * n;
}

static bool candidate_add(struct finder *f, uint32_t line, uint32_t lines, const struct match *m)
{
	struct table_ctx *x = f->x;
	struct column *cols = f->cols + m->from;
	size_t n = m->to - m->from;
	while (n > 1 && cols[0].field < 0 && !cols[0].head_n && !cols[0].figures)
		cols++, n--;
	while (n > 1 && cols[n - 1].field < 0 && !cols[n - 1].head_n)
		n--;
	bool rows, words, cross = plan_has_feature(x->plan, PIVOT) && columns_cross(x, f->pl, cols, n, &words) && !words;
	if ((!cross && header_is_row(x, cols, n)) || header_has_row(f, cols, n, line, lines) || header_is_pairs(x, cols, n) || header_has_pair(x, cols, n, line, lines) || header_has_amounts(x, cols, n) ||
	    header_has_heading(x, line, lines))
		return true;
	struct table *t = list_push(x, f->out);
	struct column *copy = ARENA_ARRAY(x->a, n, struct column);
	if (!t || !copy)
		return false;
	memcpy(copy, cols, n * sizeof(*copy));
	*t = (struct table){ .props = f->pl, .page = x->v->lines[line].page, .line = line, .lines = lines,
			     .last_line = line + lines - 1, .cols = copy, .cols_n = n, .x0 = copy[0].x0,
			     .x1 = copy[n - 1].x1, .labels = m->labels, .transcript = columns_are_transcript(f->pl) };
	for (size_t c = 0; c < n; c++)
		t->keys |= copy[c].figures ? UINT64_C(1) << c : 0;
	t->score = m->score - LINE_COST * (int)(lines - 1) - (cross ? 0 : FIGURE_COST * figures_in_header(x, f->cols, m)) +
		   ruled_score(x, t, &rows);
	if (lines > 1 && !rows && plan_has_feature(x->plan, SHARED))
		t->score += names_more(x, t);
	return true;
}

/* Match the cells of a window; side by side more than one table may come of it. */
static bool window_match(struct finder *f, uint32_t line, uint32_t lines, struct column *cols, size_t n,
			 const struct sample *s, int depth)
{
	struct match m;
	if (!n || depth > BESIDE_MAX || !columns_match(f->x, f->pl, cols, n, s, &m))
		return true;
	struct column *whole = f->cols;
	f->cols = cols;
	bool unsure = false, turned = plan_has_feature(f->x->plan, PIVOT) && table_is_on_side(f->x, f->pl, cols + m.from, m.to - m.from, s, &unsure);
	for (size_t c = m.from; c < m.to; c++)
		cols[c].unsure = unsure;
	bool ok = turned || candidate_add(f, line, lines, &m);
	f->cols = whole;
	return ok && window_match(f, line, lines, cols, m.from, s, depth + 1) &&
	       window_match(f, line, lines, cols + m.to, n - m.to, s, depth + 1);
}

static bool window_try(struct finder *f, uint32_t line, uint32_t lines)
{
	struct sample s;
	struct column cols[TABLE_COLS + 1];
	sample_take(f->x, line, lines, &s);
	if (!s.n)
		return true;
	size_t n = head_cells(f->x, line, lines, cols);
	if (!n)
		return true;
	n = columns_fit(f->x, f->pl, cols, n, line, lines, &s);
	n = columns_rejoin(f->x, f->pl, cols, n, &s);
	columns_count(f->x, cols, n, &s);
	return window_match(f, line, lines, cols, n, &s, 0) && !f->x->a->over;
}

/* "per 100 g", "Zone 2": a name with a figure in it. */
static bool piece_names(struct table_ctx *x, const struct prop_list *pl, uint32_t word, uint32_t end)
{
	uint32_t ids[6];
	struct column c = { .head = ids };
	if (end - word < 2 || end - word > 6 || (cell_read(x, word, 1) & (CELL_NUMBER | CELL_DATE)))
		return false;
	for (uint32_t w = word; w < end; w++)
		ids[c.head_n++] = w;
	column_name(x, &c);
	return header_best(x, pl, &c) >= NAMED;
}

/* The words before the last, which counts, as on the piece before: "Zone 1   Zone 2". */
static bool piece_is_series(const struct table_ctx *x, uint32_t before, uint32_t word, uint32_t end)
{
	const struct view_word *w = x->v->words;
	if (end - word < 2 || word - before != end - word || !str_has_digit(w[end - 1].text) || str_has_digit(w[word].text))
		return false;
	for (uint32_t k = word; k + 1 < end; k++)
		if (!str_eq_nocase(w[k].text, w[before + k - word].text))
			return false;
	return !str_eq(w[end - 1].text, w[word - 1].text);
}

/* Half of the line are figures: it belongs to a body. Years are column names as often as not, short lines (units) and several days beside words too. */
static bool line_is_figures(struct table_ctx *x, const struct prop_list *pl, const struct view_line *l)
{
	uint32_t pieces = 0, figures = 0, days = 0;
	for (uint32_t w = l->word, before = w, to, end = l->word + l->words; w < end; before = w, w = to) {
		to = piece_end(x, w, end);
		uint32_t k = cell_read(x, w, to - w);
		pieces++;
		days += (k & CELL_DATE) || piece_is_day(x, w, to);
		if (w > before && piece_is_series(x, before, w, to)) { /* the first of them is none either */
			figures -= figures && pieces == 2;
			continue;
		}
		figures += (k & (CELL_NUMBER | CELL_DATE | CELL_TIME | CELL_UNIT)) && !(k & CELL_YEAR) && !piece_names(x, pl, w, to);
	}
	return pieces >= 3 && figures * 2 >= pieces && (figures > days || days < 2);
}

static bool line_may_head(struct table_ctx *x, const struct prop_list *pl, uint32_t line)
{
	const struct view *v = x->v;
	const struct view_line *l = &v->lines[line];
	if ((l->words && (v->words[l->word].flags & DOC_VERTICAL)) || line_is_drawn(v, l))
		return false;
	return !((l->flags & VIEW_PROSE) && l->segs == 1 && l->words > 8) && !line_is_figures(x, pl, l);
}

/* Days of the week beside each other head columns, whatever the properties are called. */
static bool line_is_week(const struct table_ctx *x, const struct view_line *l)
{
	uint32_t days = 0;
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
		days += word_is_weekday(x->v, x->v->segs[s].word);
	return days >= WEEK_LEAST && days * 2 >= l->segs;
}

static bool windows_from(struct finder *f, uint32_t line)
{
	const struct view *v = f->x->v;
	const struct view_page *p = &v->pages[v->lines[line].page];
	uint64_t hits = 0;
	uint32_t said = 0, segs = 0;
	for (uint32_t k = 1; k <= HEAD_LINES && line + k < p->line + p->lines; k++) {
		const struct view_line *l = &v->lines[line + k - 1];
		int32_t most = k > TIGHT_LINES ? f->x->em / 2 : f->x->em * 3 / 2;
		if (!f->may[line + k - 1] || (k > 1 && l->box.y0 - l[-1].box.y1 > most))
			break;
		hits |= f->hits[line + k - 1];
		said += f->said[line + k - 1];
		segs += l->segs;
		bool in_step = hits && segs == f->pl->n; /* as many cells as properties: one that is named may be enough */
		if ((bits64(hits) < f->need && !in_step) || (segs == k && said < (uint32_t)f->need))
			continue; /* nor is a header one run a line in which one word may mean many properties */
		if (!window_try(f, line, k))
			return false;
	}
	return true;
}

/* ---- of overlapping windows the best */

static int by_score(const void *a, const void *b)
{
	const struct table *p = a, *q = b;
	if (p->score != q->score)
		return p->score > q->score ? -1 : 1;
	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	if (p->lines != q->lines)
		return p->lines < q->lines ? -1 : 1;
	return (p->x0 > q->x0) - (p->x0 < q->x0);
}

static int by_place(const void *a, const void *b)
{
	const struct table *p = a, *q = b;
	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	return (p->x0 > q->x0) - (p->x0 < q->x0);
}

void tables_sort(struct table_list *l)
{
	if (l->n)
		qsort(l->items, l->n, sizeof(*l->items), by_place);
}

static bool tables_overlap(const struct table *a, const struct table *b)
{
	bool lines = a->line < b->line + b->lines && b->line < a->line + a->lines;
	return lines && a->x0 < b->x1 && b->x0 < a->x1;
}

static void overlaps_drop(struct table_list *l, uint8_t *line_used, uint32_t lines_n)
{
	size_t kept = 0;
	qsort(l->items, l->n, sizeof(*l->items), by_score);
	for (size_t i = 0; i < l->n; i++) {
		struct table *t = &l->items[i];
		bool clash = false, near = false;
		for (uint32_t k = t->line; k < t->line + t->lines; k++)
			near |= line_used[k];
		for (size_t k = 0; near && k < kept && !clash; k++)
			clash = tables_overlap(t, &l->items[k]);
		if (clash)
			continue;
		memset(line_used + t->line, 1, t->lines);
		l->items[kept++] = *t;
	}
	l->n = kept;
	tables_sort(l);
}

/* ---- the same header on many pages: the columns of the one with the most rows below serve all */

static bool heads_shifted(const struct table_ctx *x, const struct table *a, const struct table *b, int32_t *dx)
{
	size_t i = 0, k = 0, pairs = 0;
	for (; i < a->cols_n && k < b->cols_n; i++, k++) {
		while (i < a->cols_n && !a->cols[i].head_n)
			i++;
		while (k < b->cols_n && !b->cols[k].head_n)
			k++;
		if (i == a->cols_n || k == b->cols_n)
			break;
		int32_t d = b->cols[k].head_x0 - a->cols[i].head_x0;
		struct str p = x->v->words[a->cols[i].head[0]].text, q = x->v->words[b->cols[k].head[0]].text;
		if (!str_eq(p, q) || (pairs && abs(d - *dx) > x->em / 6))
			return false;
		*dx = pairs++ ? *dx : d;
	}
	while (i < a->cols_n && !a->cols[i].head_n)
		i++;
	while (k < b->cols_n && !b->cols[k].head_n)
		k++;
	return pairs >= 2 && i == a->cols_n && k == b->cols_n && a->lines == b->lines;
}

static uint32_t evidence(const struct table *t)
{
	uint32_t n = 0;
	for (size_t c = 0; c < t->cols_n; c++)
		n += t->cols[c].filled;
	return n;
}

static bool columns_copy(struct table_ctx *x, const struct table *from, struct table *to, int32_t dx)
{
	struct column *cols = ARENA_ARRAY(x->a, from->cols_n, struct column);
	if (!cols)
		return false;
	memcpy(cols, from->cols, from->cols_n * sizeof(*cols));
	for (size_t c = 0; c < from->cols_n; c++) { /* it ends where it ends itself, at the edge of a page or another table */
		cols[c].x0 = c ? cols[c].x0 + dx : to->cols[0].x0;
		cols[c].x1 = c + 1 < from->cols_n ? cols[c].x1 + dx : to->cols[to->cols_n - 1].x1;
		cols[c].head_x0 += dx;
		cols[c].head_x1 += dx;
		cols[c].edge[0] += dx;
		cols[c].edge[1] += dx;
	}
	for (size_t c = 0, k = 0; c < from->cols_n; c++) { /* its own header words */
		while (k < to->cols_n && !to->cols[k].head_n)
			k++;
		if (!cols[c].head_n || k == to->cols_n)
			continue;
		cols[c].head = to->cols[k].head;
		cols[c].head_n = to->cols[k++].head_n;
	}
	to->cols = cols;
	to->cols_n = from->cols_n;
	to->keys = from->keys;
	to->labels = from->labels;
	to->x0 = cols[0].x0;
	to->x1 = cols[to->cols_n - 1].x1;
	return true;
}

static bool columns_share(struct table_ctx *x, struct table_list *l)
{
	size_t *model = ARENA_ARRAY(x->a, l->n + 1, size_t), models = 0;
	int32_t dx = 0;
	if (!model)
		return false;
	for (size_t i = 0; i < l->n; i++) {
		size_t m = 0;
		while (m < models && !heads_shifted(x, &l->items[model[m]], &l->items[i], &dx))
			m++;
		if (m == models)
			model[models++] = i;
		else if (evidence(&l->items[i]) > evidence(&l->items[model[m]]))
			model[m] = i;
	}
	for (size_t i = 0; i < l->n; i++)
		for (size_t m = 0; m < models; m++)
			if (model[m] != i && heads_shifted(x, &l->items[model[m]], &l->items[i], &dx)) {
				if (!columns_copy(x, &l->items[model[m]], &l->items[i], dx))
					return false;
				break;
			}
	return true;
}

bool tables_find(struct table_ctx *x, const struct prop_list *pl, struct table_list *out)
{
	const struct view *v = x->v;
	struct finder f = { .x = x, .pl = pl, .out = out, .need = pl->n >= 4 ? 2 : 1 };
	f.hits = ARENA_ARRAY(x->a, v->lines_n + HEAD_LINES + 1, uint64_t);
	f.may = ARENA_ARRAY(x->a, v->lines_n + HEAD_LINES + 1, uint8_t);
	f.said = ARENA_ARRAY(x->a, v->lines_n + HEAD_LINES + 1, uint8_t);
	uint8_t *used = ARENA_ARRAY(x->a, v->lines_n + HEAD_LINES + 1, uint8_t);
	if (!f.hits || !f.may || !f.said || !used)
		return false;
	for (uint32_t l = 0; l < v->lines_n; l++) {
		f.may[l] = line_may_head(x, pl, l);
		f.hits[l] = f.may[l] ? line_hits(x, pl, l, &f.said[l]) : 0;
		if (f.may[l] && plan_has_feature(x->plan, PIVOT) && line_is_week(x, &v->lines[l])) {
			f.hits[l] = UINT64_MAX;
			f.said[l] = UINT8_MAX;
		}
	}
	for (uint32_t l = 0; l < v->lines_n; l++)
		if (!windows_from(&f, l))
			return false;
	if (out->n)
		overlaps_drop(out, used, v->lines_n);
	return columns_share(x, out);
}
