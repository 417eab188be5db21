/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"
#include <stdlib.h>

/*
 * Where columns end is decided by the body, not by the header: x is covered by
 * the words of the sample, and a cut goes where the fewest lines cross it. Spaces
 * inside a segment count as a third of a word, so that a single line of text
 * does not fall apart at its spaces.
 */
#define COVER_WORD 3
#define COVER_SPACE 1
#define PROFILE_MAX 4096
#define NAMED_LEAST 500 /* similarity of a header piece that names a property by itself */
#define NAMED_PLAIN 800 /* a header piece that names one plainly */

/* ---- coverage */

struct edge_event {
	int32_t at, d;
};
struct profile { /* piece i is [at[i], at[i + 1]) */
	struct edge_event *ev;
	size_t n;
};
struct gutter {
	int32_t x0, x1;
	int32_t cover;
};

static int event_cmp(const void *a, const void *b)
{
	const struct edge_event *p = a, *q = b;
	if (p->at != q->at)
		return p->at < q->at ? -1 : 1;
	return (p->d > q->d) - (p->d < q->d);
}

static void profile_add(struct profile *p, int32_t a, int32_t b, int32_t x0, int32_t x1, int32_t d)
{
	x0 = x0 < a ? a : x0;
	x1 = x1 > b ? b : x1;
	if (x0 >= x1 || p->n + 2 > PROFILE_MAX)
		return;
	p->ev[p->n++] = (struct edge_event){ x0, d };
	p->ev[p->n++] = (struct edge_event){ x1, -d };
}

static void profile_build(struct table_ctx *x, const struct sample *s, int32_t a, int32_t b, struct profile *p)
{
	p->n = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		const struct view_line *l = &x->v->lines[s->lines[i]];
		for (uint32_t w = l->word; w < l->word + l->words; w++) {
			const struct view_word *vw = &x->v->words[w];
			profile_add(p, a, b, vw->box.x0, vw->box.x1, COVER_WORD);
			if (w + 1 < l->word + l->words && !piece_starts(x, w + 1))
				profile_add(p, a, b, vw->box.x1, vw[1].box.x0, COVER_SPACE);
		}
	}
	qsort(p->ev, p->n, sizeof(*p->ev), event_cmp);
}

/* Maximal runs of [a, b) with coverage <= most. */
static size_t profile_gutters(const struct profile *p, int32_t a, int32_t b, int32_t most, struct gutter *out, size_t max)
{
	int32_t cover = 0, start = a;
	bool open = most >= 0;
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++) {
		cover += p->ev[i].d;
		if (i + 1 < p->n && p->ev[i + 1].at == p->ev[i].at)
			continue;
		if (open && cover > most) {
			if (p->ev[i].at > start && n < max)
				out[n++] = (struct gutter){ start, p->ev[i].at, most };
			open = false;
		} else if (!open && cover <= most) {
			open = true;
			start = p->ev[i].at;
		}
	}
	if (open && b > start && n < max)
		out[n++] = (struct gutter){ start, b, most };
	return n;
}

static int32_t clamp(int32_t x, int32_t lo, int32_t hi)
{
	return x < lo ? lo : x > hi ? hi : x;
}

/* The least crossed place between the centres of two header cells; a gap one em wide is worth a third of a line. */
static int32_t cut_find(struct table_ctx *x, struct profile *p, const struct sample *s, const struct column *l, const struct column *r)
{
	int32_t a = (l->head_x0 + l->head_x1) / 2, b = (r->head_x0 + r->head_x1) / 2;
	int32_t cover = 0, best = INT32_MAX, cut = (l->head_x1 + r->head_x0) / 2;
	if (a >= b)
		return cut;
	profile_build(x, s, a, b, p);
	int32_t start = a;
	for (size_t i = 0; i <= p->n; i++) {
		int32_t at = i < p->n ? p->ev[i].at : b;
		if (at > start) {
			int32_t wide = at - start < x->em ? at - start : x->em;
			int32_t cost = cover * 64 - wide * 64 / x->em;
			/* between the headers is where a cut is expected */
			cost -= start < r->head_x0 && at > l->head_x1 ? 16 : 0;
			if (cost < best) {
				best = cost;
				int32_t lo = clamp(l->head_x1, start, at), hi = clamp(r->head_x0, start, at);
				cut = lo < hi ? (lo + hi) / 2 : (start + at) / 2;
			}
			start = at;
		}
		if (i < p->n)
			cover += p->ev[i].d;
	}
	return cut;
}

/* ---- fill */

static bool line_fills(const struct table_ctx *x, uint32_t line, int32_t x0, int32_t x1)
{
	const struct view_line *l = &x->v->lines[line];
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (word_inside(&x->v->words[w], x0, x1))
			return true;
	return false;
}

static uint32_t sample_fill(const struct table_ctx *x, const struct sample *s, int32_t x0, int32_t x1)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->n; i++)
		n += line_fills(x, s->lines[i], x0, x1);
	return n;
}

/* ---- intervals */

static void columns_cut(struct table_ctx *x, struct column *cols, size_t n, uint32_t line, uint32_t lines,
			const struct sample *s, struct profile *p)
{
	const struct view_line *top = &x->v->lines[line];
	const struct view_line *last = &x->v->lines[s->n ? s->lines[s->n - 1] : line + lines - 1];
	const struct rule_set *rules = page_rules(x, top->page);
	cols[0].x0 = 0;
	for (size_t i = 0; i + 1 < n; i++) {
		int32_t cut;
		int32_t a = (cols[i].head_x0 + cols[i].head_x1) / 2, b = (cols[i + 1].head_x0 + cols[i + 1].head_x1) / 2;
		if (!rule_between_columns(rules, a, b, top->box.y0, last->box.y1, &cut))
			cut = cut_find(x, p, s, &cols[i], &cols[i + 1]);
		cols[i].x1 = cols[i + 1].x0 = cut;
	}
	cols[n - 1].x1 = INT32_MAX / 4; /* to the edge, also where text runs over it */
}

static void column_take_words(struct table_ctx *x, struct column *to, struct column *a, struct column *b)
{
	uint32_t *words = ARENA_ARRAY(x->a, a->head_n + b->head_n + 1, uint32_t);
	size_t i = 0, k = 0, n = 0;
	if (!words)
		return;
	while (i < a->head_n || k < b->head_n)
		words[n++] = k == b->head_n || (i < a->head_n && a->head[i] < b->head[k]) ? a->head[i++] : b->head[k++];
	to->head = words;
	to->head_n = n;
	to->head_x1 = b->head_x1 > a->head_x1 ? b->head_x1 : a->head_x1;
	to->x1 = b->x1;
	column_name(x, to);
}

/* Justified header text falls into pieces: a piece without body below belongs to its near neighbour. */
static size_t columns_join(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, const struct sample *s)
{
	for (size_t i = 0; i + 1 < n && s->n >= 2;) {
		struct column *l = &cols[i], *r = &cols[i + 1];
		uint32_t fl = sample_fill(x, s, l->x0, l->x1), fr = sample_fill(x, s, r->x0, r->x1);
		bool both_named = header_best(x, pl, l) >= NAMED_LEAST && header_best(x, pl, r) >= NAMED_LEAST;
		if ((fl && fr) || (!fl && !fr) || r->head_x0 - l->head_x1 > x->em || both_named) {
			i++;
			continue;
		}
		column_take_words(x, l, l, r);
		memmove(r, r + 1, (n - i - 2) * sizeof(*r));
		n--;
	}
	return n;
}

/* Pieces too far apart for that: together they must say some property better than alone. */
size_t columns_rejoin(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, const struct sample *s)
{
	for (size_t i = 0; i + 1 < n && s->n >= 2;) {
		struct column both = cols[i];
		bool empty_l = !sample_fill(x, s, cols[i].x0, cols[i].x1), empty_r = !sample_fill(x, s, cols[i + 1].x0, cols[i + 1].x1);
		int gain = 0;
		if (cols[i].head_n && cols[i + 1].head_n && empty_l != empty_r && cols[i + 1].head_x0 - cols[i].head_x1 < 4 * x->em) {
			column_take_words(x, &both, &cols[i], &cols[i + 1]);
			gain = header_best(x, pl, &both) - header_best(x, pl, &cols[i]);
			gain = gain < 0 ? gain : header_best(x, pl, &both) - header_best(x, pl, &cols[i + 1]);
		}
		if (gain <= 0) {
			i++;
			continue;
		}
		cols[i] = both;
		memmove(&cols[i + 1], &cols[i + 2], (n - i - 2) * sizeof(*cols));
		n--;
	}
	return n;
}

static bool gutter_parts(const struct table_ctx *x, const struct sample *s, const struct column *c, const struct gutter *g,
			 uint32_t least)
{
	return sample_fill(x, s, c->x0, g->x0) >= least && sample_fill(x, s, g->x1, c->x1) >= least;
}

/* The run of words of a line with their middles in [x0, x1); words 0 if there is none. */
static struct cell line_run(const struct table_ctx *x, uint32_t line, int32_t x0, int32_t x1)
{
	const struct view_line *l = &x->v->lines[line];
	struct cell run = { 0 };
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (word_inside(&x->v->words[w], x0, x1)) {
			run.word = run.words ? run.word : w;
			run.words = w - run.word + 1;
		}
	return run;
}

#define ANY_KIND UINT32_MAX

/* Does a gap no wider than a space have, on every line, something that reads as one of kinds left of it, figures right? */
static bool gutter_parts_all(const struct table_ctx *x, const struct sample *s, const struct column *c, const struct gutter *g,
			     uint32_t left, uint32_t right)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		struct cell l = line_run(x, s->lines[i], c->x0, g->x0), r = line_run(x, s->lines[i], g->x1, c->x1);
		if (!l.words && !r.words)
			continue;
		if (!l.words || !r.words || !(cell_read(x, l.word, l.words) & left) || !(cell_read(x, r.word, r.words) & right))
			return false;
		n++;
	}
	return n >= 2 && g->x1 - g->x0 >= x->em * 2 / 10;
}

static void column_insert(struct column *cols, size_t *n, size_t at, struct column c)
{
	memmove(&cols[at + 1], &cols[at], (*n - at) * sizeof(*cols));
	cols[at] = c;
	(*n)++;
}

/* "No. | of packages": what stands on both sides of such a word is one name. */
static bool is_genitive(const struct table_ctx *x, uint32_t word)
{
	static const char *const words[] = { "of", "de", "du", "des", "der", "di", "del", "della", "dei", "van", "da", "do", "dos", "d'" };
	struct str w = x->v->words[word].text;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_eq_z(w, words[i]))
			return true;
	return false;
}

/* Header words left and right of the gutter; the words of c are shared out. False if one side would stay empty. */
static bool header_split(struct table_ctx *x, struct column *c, const struct gutter *g, struct column *right)
{
	uint32_t *l = ARENA_ARRAY(x->a, c->head_n + 1, uint32_t), *r = ARENA_ARRAY(x->a, c->head_n + 1, uint32_t);
	size_t ln = 0, rn = 0;
	int32_t mid = (g->x0 + g->x1) / 2, l1 = 0, r0 = INT32_MAX;
	for (size_t i = 0; l && r && i < c->head_n; i++) {
		struct doc_box b = x->v->words[c->head[i]].box;
		if ((b.x0 + b.x1) / 2 < mid) {
			l[ln++] = c->head[i];
			l1 = b.x1 > l1 ? b.x1 : l1;
		} else {
			r[rn++] = c->head[i];
			r0 = b.x0 < r0 ? b.x0 : r0;
		}
	}
	if (!ln || !rn || r0 < l1 || is_genitive(x, r[0]) || is_genitive(x, l[ln - 1]))
		return false;
	*right = *c;
	right->head = r;
	right->head_n = rn;
	right->head_x0 = r0;
	right->x0 = c->x1 = (g->x0 + g->x1) / 2;
	c->head = l;
	c->head_n = ln;
	c->head_x1 = l1;
	column_name(x, c);
	column_name(x, right);
	return true;
}

/* A column without header at the table's edge, or between two headed ones when the gutter is plain. */
static bool bare_split(const struct table_ctx *x, const struct column *c, const struct gutter *g, struct column *bare)
{
	int32_t mid = (g->x0 + g->x1) / 2;
	int32_t centre = (c->head_x0 + c->head_x1) / 2, slack = (c->head_x1 - c->head_x0) / 7;
	*bare = (struct column){ .x0 = c->x0, .x1 = mid, .head_x0 = 1, .head_x1 = 0, .field = -1 };
	if (c->head_n && mid > centre - slack && mid < centre + slack)
		return false;
	if (c->head_n && mid >= centre) {
		bare->x0 = mid;
		bare->x1 = c->x1;
	}
	return true;
}

/* Both parts of a header name properties, and the header as a whole says none better: "Tax rate" is no tax and a rate. */
static bool parts_name_more(struct table_ctx *x, const struct prop_list *pl, const struct column *c, const struct column *l, const struct column *r)
{
	int whole = header_best(x, pl, c), left = header_best(x, pl, l), right = header_best(x, pl, r);
	return left >= NAMED_PLAIN && right >= NAMED_PLAIN && whole < (left > right ? left : right);
}

/*
 * Cut a header of several words where the cells below it come in two although they are set tight: figures on both
 * sides ("1,337.98 06/12"), or a figure and text when both parts of the header name properties ("Qty UoM": "40 PC").
 */
static bool tight_split(struct table_ctx *x, const struct prop_list *pl, struct column *c, const struct sample *s, struct profile *p,
			struct column *right)
{
	const uint32_t figure = CELL_NUMBER | CELL_DATE | CELL_TIME | CELL_MONEY;
	const uint32_t whole = CELL_DECIMAL | CELL_DATE | CELL_TIME | CELL_MONEY; /* integers may be groups of one number */
	struct gutter g[16];
	if (c->head_n < 2)
		return false;
	profile_build(x, s, c->x0, c->x1, p);
	size_t gn = profile_gutters(p, c->x0, c->x1, (int32_t)s->n * COVER_SPACE, g, 16);
	for (size_t k = 0; k < gn; k++) {
		struct column left = *c;
		if (g[k].x0 <= c->x0 || g[k].x1 >= c->x1 || !gutter_parts_all(x, s, c, &g[k], figure, ANY_KIND) ||
		    !header_split(x, &left, &g[k], right))
			continue;
		if (gutter_parts_all(x, s, c, &g[k], whole, whole) ||
		    parts_name_more(x, pl, c, &left, right)) {
			*c = left;
			c->touching = right->touching = true;
			return true;
		}
	}
	return false;
}

static bool is_sign(const struct table_ctx *x, uint32_t word)
{
	struct str w = x->v->words[word].text;
	return w.n <= 3 && memchr("-/|\xe2", w.p[0], 4) && !(w.n > 1 && w.p[0] != '\xe2');
}

/* Does on every line a sign stand at the gutter, "08:13 - 09:58"? It joins what the lines have at the same places. */
static bool gutter_at_sign(const struct table_ctx *x, const struct sample *s, const struct column *c, const struct gutter *g)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		struct cell l = line_run(x, s->lines[i], c->x0, g->x0), r = line_run(x, s->lines[i], g->x1, c->x1);
		if (!l.words || !r.words)
			continue;
		if (!is_sign(x, l.word + l.words - 1) && !is_sign(x, r.word))
			return false;
		n++;
	}
	return n >= 2;
}

static size_t column_split(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, size_t i,
			   const struct sample *s, struct profile *p)
{
	struct gutter g[16];
	struct column *c = &cols[i], extra;
	int32_t a = c->x0, b = c->x1;
	bool edge = (i == 0 || i + 1 == n) && c->head_n;
	profile_build(x, s, a, b, p);
	int32_t most = s->n < 3 ? 0 : s->n < 6 ? COVER_WORD : (int32_t)s->n * COVER_WORD / 6; /* one line may cross, then every sixth */
	size_t gn = profile_gutters(p, a, b, most, g, 16);
	uint32_t least = s->n >= 5 ? (s->n + 3) / 4 : s->n > 1 ? 2 : 1;
	for (size_t k = 0; k < gn && n < TABLE_COLS; k++) {
		if (g[k].x1 - g[k].x0 < x->em * 6 / 10 || g[k].x0 <= c->x0 || g[k].x1 >= c->x1 || gutter_at_sign(x, s, c, &g[k]))
			continue;
		if (c->head_n > 1 && gutter_parts(x, s, c, &g[k], least) && header_split(x, c, &g[k], &extra)) {
			column_insert(cols, &n, i + 1, extra);
			return n;
		}
		uint32_t wide = edge ? least : s->n >= 4 ? (s->n * 6 + 9) / 10 : s->n + 1;
		if (!gutter_parts(x, s, c, &g[k], wide) || !bare_split(x, c, &g[k], &extra))
			continue;
		if (extra.x0 == c->x0) {
			c->x0 = extra.x1;
			column_insert(cols, &n, i, extra);
		} else {
			c->x1 = extra.x0;
			column_insert(cols, &n, i + 1, extra);
		}
		return n;
	}
	if (n < TABLE_COLS && tight_split(x, pl, c, s, p, &extra))
		column_insert(cols, &n, i + 1, extra);
	return n;
}

/* Does a sign stand where the headers of two neighbours meet? */
static bool sign_joins(const struct table_ctx *x, const struct column *l, const struct column *r)
{
	if (!l->head_n || !r->head_n || r->head_x0 - l->head_x1 >= x->em)
		return false;
	uint32_t a = l->head[l->head_n - 1], b = r->head[0];
	return (is_sign(x, a) || is_sign(x, b)) && x->v->words[a].line == x->v->words[b].line;
}

/* "From - To": what a sign joins in the header is one column, though its cells may happen to line up. */
static size_t columns_join_signs(struct table_ctx *x, struct column *cols, size_t n)
{
	for (size_t i = 0; i + 1 < n;) {
		if (!sign_joins(x, &cols[i], &cols[i + 1])) {
			i++;
			continue;
		}
		column_take_words(x, &cols[i], &cols[i], &cols[i + 1]);
		memmove(&cols[i + 1], &cols[i + 2], (n - i - 2) * sizeof(*cols));
		n--;
	}
	return n;
}

size_t columns_fit(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, uint32_t line, uint32_t lines,
		   const struct sample *s)
{
	if (!x->events)
		x->events = ARENA_ARRAY(x->a, PROFILE_MAX, struct edge_event);
	struct profile p = { .ev = x->events };
	if (!p.ev || !n)
		return 0;
	columns_cut(x, cols, n, line, lines, s, &p);
	n = columns_join(x, pl, cols, n, s);
	for (size_t i = 0; i < n && s->n;) {
		size_t before = n;
		n = column_split(x, pl, cols, n, i, s, &p);
		i += n == before; /* the left part may split again */
	}
	return columns_join_signs(x, cols, n);
}

/* ---- without a header */

size_t columns_of_lines(struct table_ctx *x, struct column *cols, const struct sample *s)
{
	struct gutter g[TABLE_COLS];
	size_t n = 1;
	int32_t x0 = INT32_MAX, x1 = 0;
	if (!x->events)
		x->events = ARENA_ARRAY(x->a, PROFILE_MAX, struct edge_event);
	struct profile p = { .ev = x->events };
	if (!p.ev)
		return 0;
	for (uint32_t i = 0; i < s->n; i++) {
		struct doc_box b = x->v->lines[s->lines[i]].box;
		x0 = b.x0 < x0 ? b.x0 : x0;
		x1 = b.x1 > x1 ? b.x1 : x1;
	}
	profile_build(x, s, x0, x1, &p);
	size_t gn = profile_gutters(&p, x0, x1, s->n < 6 ? 0 : (int32_t)s->n * COVER_WORD / 8, g, TABLE_COLS);
	cols[0] = (struct column){ .x0 = 0, .x1 = INT32_MAX / 4, .head_x0 = 1, .field = -1 };
	for (size_t i = 0; i < gn && n < TABLE_COLS; i++) {
		int32_t mid = (g[i].x0 + g[i].x1) / 2;
		if (g[i].x1 - g[i].x0 < x->em * 6 / 10 || g[i].x0 <= x0 || g[i].x1 >= x1)
			continue;
		cols[n] = cols[n - 1];
		cols[n].x0 = cols[n - 1].x1 = mid;
		n++;
	}
	return n;
}

/* The line above may be a header that nobody understood: its words hint at columns. */
void columns_hint(struct table_ctx *x, struct column *cols, size_t n, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line];
	if (!line || l[-1].page != l->page || l->box.y0 - l[-1].box.y1 > 3 * x->em)
		return;
	for (size_t c = 0; c < n; c++) {
		uint32_t from = l[-1].word, end = from + l[-1].words, to;
		while (from < end && !word_inside(&x->v->words[from], cols[c].x0, cols[c].x1))
			from++;
		for (to = from; to < end && word_inside(&x->v->words[to], cols[c].x0, cols[c].x1);)
			to++;
		cols[c].head = ARENA_ARRAY(x->a, to - from + 1, uint32_t);
		cols[c].head_n = 0;
		for (uint32_t w = from; cols[c].head && w < to; w++)
			cols[c].head[cols[c].head_n++] = w;
		column_name(x, &cols[c]);
	}
}
