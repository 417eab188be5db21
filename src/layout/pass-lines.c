/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words to visual rows. Words are taken from top to bottom by their middle;
 * each joins the nearest row whose middle (or baseline, for mixed sizes) it
 * shares, else opens one:
 *
 *     Total   1,234.50        one row although "Total" is set larger
 *     Total of 3 items¹       the mark is smaller and raised, its middle is near
 *
 * A row that got words on top of each other is cut where its middles part.
 */
#include "layout/layout-private.h"

#include <stdlib.h>

struct row {
	int64_t cy_sum, base_sum, weight; /* weighted by width */
	int32_t seed;                     /* middle of the first word */
	int32_t h, em;                    /* largest of the words of ordinary height */
};

static int str_order(struct str a, struct str b)
{
	int c = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);
	return c ? c : (a.n > b.n) - (a.n < b.n);
}

#define CMP(x, y)                               \
	do {                                    \
		if ((x) != (y))                 \
			return (x) < (y) ? -1 : 1; \
	} while (0)

/* Every property counts, so that the order on input never does. */
static int word_cmp(const struct view_word *a, const struct view_word *b)
{
	CMP(a->box.x0, b->box.x0);
	CMP(a->box.y0, b->box.y0);
	CMP(a->box.x1, b->box.x1);
	CMP(a->box.y1, b->box.y1);
	int c = str_order(a->text, b->text);
	if (c)
		return c;
	CMP(a->size, b->size);
	CMP(a->flags, b->flags);
	CMP(a->color, b->color);
	CMP(a->run, b->run);
	CMP(a->source, b->source);
	CMP(a->conf, b->conf);
	return 0;
}

static int by_middle(const void *x, const void *y)
{
	const struct raw_word *a = x, *b = y;
	CMP(a->cy, b->cy);
	return word_cmp(&a->w, &b->w);
}

static int by_row(const void *x, const void *y)
{
	const struct raw_word *a = x, *b = y;
	CMP(a->row, b->row);
	/* By the middle, for boxes that overlap: a wide sign set over the start of its number stays before it. */
	CMP(a->w.box.x0 + a->w.box.x1, b->w.box.x0 + b->w.box.x1);
	return word_cmp(&a->w, &b->w);
}

/* Most documents write their words in the order of reading: looking is cheaper than moving. */
static void words_sort(struct raw_word *w, uint32_t n, int (*cmp)(const void *, const void *))
{
	for (uint32_t i = 1; i < n; i++)
		if (cmp(&w[i - 1], &w[i]) > 0) {
			qsort(w, n, sizeof(*w), cmp);
			return;
		}
}

/* ---- skew of scanned pages */

static int slope_cmp(const void *a, const void *b)
{
	int32_t p = *(const int32_t *)a, q = *(const int32_t *)b;
	return (p > q) - (p < q);
}

static int by_x(const void *x, const void *y)
{
	const struct raw_word *a = x, *b = y;
	return word_cmp(&a->w, &b->w);
}

#define SKEW_ONE 65536

/*
 * Median slope from a word to its right neighbour, in 1/65536; 0 when there is
 * nothing to level. Words are sorted by x; last[] keeps the latest word of each
 * band of half a text height, so each looks only at the few bands near it.
 */
static int32_t skew_of(struct build *b, int32_t height)
{
	enum { BANDS = 4096 };
	uint32_t n = 0, *last = ARENA_ARRAY(&b->scratch, BANDS, uint32_t);
	int32_t *slopes = ARENA_ARRAY(&b->scratch, b->raw_n + 1, int32_t);
	int32_t step = imax(b->body / 2, height / BANDS + 1);
	if (!last || !slopes)
		return 0;
	for (uint32_t i = 0; i < b->raw_n; i++) {
		const struct view_word *w = &b->raw[i].w;
		int32_t mid = (w->box.y0 + w->box.y1) / 2, band = imax(0, imin(BANDS - 1, mid / step)), best = -1;
		for (int32_t k = imax(0, band - 1); k <= imin(BANDS - 1, band + 1); k++)
			if (last[k] && (best < 0 || b->raw[last[k] - 1].w.box.x1 > b->raw[best].w.box.x1))
				best = (int32_t)last[k] - 1;
		if (best >= 0) {
			const struct view_word *l = &b->raw[best].w;
			int32_t gap = w->box.x0 - l->box.x1, run = (w->box.x0 + w->box.x1 - l->box.x0 - l->box.x1) / 2;
			if (gap > -b->body / 4 && gap < 5 * b->body && run > b->body)
				slopes[n++] = (int32_t)((int64_t)(mid - (l->box.y0 + l->box.y1) / 2) * SKEW_ONE / run);
		}
		last[band] = i + 1;
	}
	if (n < 20)
		return 0;
	qsort(slopes, n, sizeof(*slopes), slope_cmp);
	int32_t s = slopes[n / 2];
	/* Below 0.1 degrees a page needs no levelling; above 9 it is no skew. */
	return abs(s) < SKEW_ONE / 500 || abs(s) > SKEW_ONE / 6 ? 0 : s;
}

static void measure(struct build *b, int32_t skew)
{
	for (uint32_t i = 0; i < b->raw_n; i++) {
		struct raw_word *r = &b->raw[i];
		const struct doc_box *x = &r->w.box;
		int32_t level = (int32_t)((int64_t)skew * ((x->x0 + x->x1) / 2) / SKEW_ONE);
		r->h = imax(1, x->y1 - x->y0);
		r->cy = (x->y0 + x->y1) / 2 - level;
		/* Boxes of recognised words are as tall as their letters ("-", "are"): let the page's size count. */
		if (r->w.source == DOC_SOURCE_OCR)
			r->h = imax(r->h, imin(b->body, 3 * r->h));
		r->base = x->y1 - level - (r->w.source == DOC_SOURCE_OCR ? 0 : r->em / 5);
	}
}

static bool mostly_recognised(const struct build *b)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < b->raw_n; i++)
		n += b->raw[i].w.source == DOC_SOURCE_OCR;
	return n * 2 > b->raw_n;
}

/* ---- rows */

static int32_t row_middle(const struct row *r)
{
	return (int32_t)(r->cy_sum / r->weight);
}

/* Distance of the middles if the word may stand in the row, else -1. */
static int32_t row_fits(const struct row *r, const struct raw_word *w)
{
	int32_t small = imin(r->h, w->h), dy = abs(row_middle(r) - w->cy);
	int32_t base = abs((int32_t)(r->base_sum / r->weight) - w->base);
	if (dy * 2 <= small || (base * 8 <= imin(r->em, w->em) && dy * 2 <= imax(r->h, w->h)))
		return dy;
	return -1;
}

static void row_add(struct row *r, const struct raw_word *w)
{
	int64_t weight = imax(1, w->w.box.x1 - w->w.box.x0);
	r->cy_sum += w->cy * weight;
	r->base_sum += w->base * weight;
	r->weight += weight;
	r->h = imax(r->h, w->h);
	r->em = imax(r->em, w->em);
}

/* Rows within a text's height of each other; more there are only on hostile pages. */
#define LOOK_BACK 64

static struct row *row_find(struct vec *rows, const struct raw_word *w, uint32_t *at)
{
	struct row *best = NULL;
	int32_t best_dy = 0;
	for (size_t i = rows->n; i > 0 && rows->n - i < LOOK_BACK; i--) {
		struct row *r = &((struct row *)rows->p)[i - 1];
		if (w->cy - r->seed > imax(w->h, r->h))
			break;
		int32_t dy = row_fits(r, w);
		if (dy >= 0 && (!best || dy < best_dy)) {
			best = r;
			best_dy = dy;
			*at = (uint32_t)(i - 1);
		}
	}
	return best;
}

static bool rows_fill(struct build *b, struct vec *rows)
{
	for (uint32_t i = 0; i < b->raw_n; i++) {
		struct raw_word *w = &b->raw[i];
		if (w->w.flags & DOC_VERTICAL)
			continue;
		struct row *r = row_find(rows, w, &w->row);
		if (!r) {
			w->row = (uint32_t)rows->n;
			r = vec_add(rows, &b->scratch);
			if (!r)
				return false;
			r->seed = w->cy;
		}
		row_add(r, w);
	}
	return true;
}

/* ---- two rows taken for one */

static bool words_collide(const struct raw_word *a, const struct raw_word *b)
{
	int32_t across = overlap_of(a->w.box.x0, a->w.box.x1, b->w.box.x0, b->w.box.x1);
	int32_t narrow = imin(a->w.box.x1 - a->w.box.x0, b->w.box.x1 - b->w.box.x0);
	return across * 5 > narrow * 2 && abs(a->cy - b->cy) * 5 > imin(a->h, b->h);
}

static bool row_collides(const struct raw_word *w, uint32_t n)
{
	uint32_t widest = 0; /* reaches furthest right so far */
	for (uint32_t i = 1; i < n; i++) {
		if (words_collide(&w[i - 1], &w[i]) || words_collide(&w[widest], &w[i]))
			return true;
		if (w[i].w.box.x1 > w[widest].w.box.x1)
			widest = i;
	}
	return false;
}

/* Cut words [w, w + n) of one row at the widest step of their middles, again while pieces collide. */
static void row_split(struct raw_word *w, uint32_t n, uint32_t *rows, int depth)
{
	int32_t step = 0;
	uint32_t at = 0;
	if (n < 2 || depth == 0 || !row_collides(w, n))
		return;
	words_sort(w, n, by_middle);
	for (uint32_t i = 1; i < n; i++)
		if (w[i].cy - w[i - 1].cy > step) {
			step = w[i].cy - w[i - 1].cy;
			at = i;
		}
	if (at) {
		for (uint32_t i = at; i < n; i++)
			w[i].row = *rows;
		++*rows;
		words_sort(w, at, by_row);
		words_sort(w + at, n - at, by_row);
		row_split(w, at, rows, depth - 1);
		row_split(w + at, n - at, rows, depth - 1);
	} else {
		words_sort(w, n, by_row);
	}
}

static void rows_split(struct build *b, uint32_t upright, uint32_t *rows)
{
	for (uint32_t i = 0, j; i < upright; i = j) {
		for (j = i + 1; j < upright && b->raw[j].row == b->raw[i].row; j++)
			;
		row_split(b->raw + i, j - i, rows, 8);
	}
}

/* ---- overprints: text drawn twice to look bold */

static bool is_overprint(const struct raw_word *a, const struct raw_word *b)
{
	int32_t near = imin(a->em, b->em) / 4;
	return a->w.text.n == b->w.text.n && abs(a->w.box.x0 - b->w.box.x0) <= near && abs(a->w.box.y0 - b->w.box.y0) <= near &&
	       memcmp(a->w.text.p, b->w.text.p, a->w.text.n) == 0;
}

/* Words are sorted by row and x: a copy stands a few places on. */
static void overprints_drop(struct build *b)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < b->raw_n; i++) {
		struct raw_word *w = &b->raw[i];
		bool copy = false;
		for (uint32_t k = kept; k > 0 && kept - k < 6 && !copy; k--)
			if (b->raw[k - 1].row == w->row && is_overprint(&b->raw[k - 1], w)) {
				b->raw[k - 1].w.flags |= DOC_BOLD;
				copy = true;
			}
		if (!copy)
			b->raw[kept++] = *w;
	}
	b->raw_n = kept;
}

/* ---- order of the rows */

struct row_key {
	int32_t cy, x;
	uint32_t row;
};

static int key_cmp(const void *x, const void *y)
{
	const struct row_key *a = x, *b = y;
	CMP(a->cy, b->cy);
	CMP(a->x, b->x);
	CMP(a->row, b->row);
	return 0;
}

static struct row_key key_of(const struct raw_word *w, uint32_t n)
{
	int64_t sum = 0, weight = 0;
	for (uint32_t i = 0; i < n; i++) {
		int64_t k = imax(1, w[i].w.box.x1 - w[i].w.box.x0);
		sum += w[i].cy * k;
		weight += k;
	}
	return (struct row_key){ (int32_t)(sum / weight), w[0].w.box.x0, w[0].row };
}

/* Number the rows from top to bottom. */
static bool rows_number(struct build *b, uint32_t upright, uint32_t *rows)
{
	struct row_key *keys = ARENA_ARRAY(&b->scratch, *rows + 1, struct row_key);
	uint32_t *rank = ARENA_ARRAY(&b->scratch, *rows + 1, uint32_t), n = 0;
	if (!keys || !rank)
		return false;
	for (uint32_t i = 0, j; i < upright; i = j) {
		for (j = i + 1; j < upright && b->raw[j].row == b->raw[i].row; j++)
			;
		keys[n++] = key_of(b->raw + i, j - i);
	}
	qsort(keys, n, sizeof(*keys), key_cmp);
	for (uint32_t i = 0; i < n; i++)
		rank[keys[i].row] = i;
	for (uint32_t i = 0; i < upright; i++)
		b->raw[i].row = rank[b->raw[i].row];
	*rows = n;
	return true;
}

/* ---- text written upwards, downwards or upside down: columns and rows after all rows, out of their way */

/* Lines written upwards follow each other from left to right, those written downwards from right to left. */
static int by_column(const void *x, const void *y)
{
	const struct raw_word *a = x, *b = y;
	int32_t at = a->w.box.x0 + a->w.box.x1, other = b->w.box.x0 + b->w.box.x1;
	CMP(a->w.down, b->w.down);
	CMP(a->w.down == VIEW_DOWN ? -at : at, b->w.down == VIEW_DOWN ? -other : other);
	return word_cmp(&a->w, &b->w);
}

static int by_climb(const void *x, const void *y)
{
	const struct raw_word *a = x, *b = y;
	CMP(b->w.box.y1, a->w.box.y1);
	return word_cmp(&a->w, &b->w);
}

static int by_descent(const void *x, const void *y)
{
	const struct raw_word *a = x, *b = y;
	CMP(a->w.box.y0, b->w.box.y0);
	return word_cmp(&a->w, &b->w);
}

static void columns_group(struct raw_word *w, uint32_t n, uint32_t *rows)
{
	words_sort(w, n, by_column);
	for (uint32_t i = 0, j; i < n; i = j) {
		int32_t mid = w[i].w.box.x0 + w[i].w.box.x1, wide = w[i].w.box.x1 - w[i].w.box.x0;
		for (j = i; j < n && w[j].w.down == w[i].w.down && abs(w[j].w.box.x0 + w[j].w.box.x1 - mid) <= wide; j++)
			w[j].row = *rows;
		words_sort(w + i, j - i, w[i].w.down == VIEW_DOWN ? by_descent : by_climb);
		++*rows;
	}
}

/* Words upside down, as they are read: rows from the bottom up, each from its right end on. */
static int by_overturned(const void *x, const void *y)
{
	const struct raw_word *a = x, *b = y;
	CMP(b->w.box.y0 + b->w.box.y1, a->w.box.y0 + a->w.box.y1);
	return word_cmp(&a->w, &b->w);
}

static int by_right_end(const void *x, const void *y)
{
	const struct raw_word *a = x, *b = y;
	CMP(b->w.box.x1, a->w.box.x1);
	return word_cmp(&a->w, &b->w);
}

static void overturned_group(struct raw_word *w, uint32_t n, uint32_t *rows)
{
	words_sort(w, n, by_overturned);
	for (uint32_t i = 0, j; i < n; i = j, ++*rows) {
		int32_t mid = w[i].w.box.y0 + w[i].w.box.y1, high = w[i].w.box.y1 - w[i].w.box.y0;
		for (j = i; j < n && mid - (w[j].w.box.y0 + w[j].w.box.y1) <= high; j++)
			w[j].row = *rows;
		words_sort(w + i, j - i, by_right_end);
	}
}

/* Those written upwards or downwards first; the number of them. */
static uint32_t overturned_last(struct raw_word *w, uint32_t n)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < n; i++)
		if (w[i].w.down != VIEW_UPSIDE_DOWN) {
			struct raw_word t = w[i];
			w[i] = w[kept];
			w[kept++] = t;
		}
	return kept;
}

/* Upright words first. */
static uint32_t upright_first(struct build *b)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < b->raw_n; i++)
		if (!(b->raw[i].w.flags & DOC_VERTICAL)) {
			struct raw_word w = b->raw[i];
			b->raw[i] = b->raw[n];
			b->raw[n++] = w;
		}
	return n;
}

bool lines_group(struct build *b, const struct doc_page *p, uint32_t *rows)
{
	struct vec table = { .size = sizeof(struct row) };
	int32_t skew = 0;
	*rows = 0;
	if (b->raw_n == 0)
		return true;
	uint32_t upright = upright_first(b), all = b->raw_n;
	b->raw_n = upright;
	if (mostly_recognised(b)) {
		words_sort(b->raw, upright, by_x);
		skew = skew_of(b, p->height);
	}
	measure(b, skew);
	words_sort(b->raw, upright, by_middle);
	if (!rows_fill(b, &table))
		return false;
	*rows = (uint32_t)table.n;
	words_sort(b->raw, upright, by_row);
	overprints_drop(b);
	rows_split(b, b->raw_n, rows);
	words_sort(b->raw, b->raw_n, by_row);
	if (!rows_number(b, b->raw_n, rows))
		return false;
	words_sort(b->raw, b->raw_n, by_row);
	memmove(b->raw + b->raw_n, b->raw + upright, (all - upright) * sizeof(*b->raw));
	uint32_t climbing = overturned_last(b->raw + b->raw_n, all - upright);
	columns_group(b->raw + b->raw_n, climbing, rows);
	overturned_group(b->raw + b->raw_n + climbing, all - upright - climbing, rows);
	b->raw_n += all - upright;
	return true;
}
