/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/table.h"
#include <stdlib.h>

/* ---- properties */

static size_t props_count(const struct plan_array *array)
{
	size_t n = array->fields_n;
	for (size_t c = 0; c < array->children_n; c++)
		n += array->children[c].fields_n;
	return n;
}

struct token_prop {
	uint32_t token;
	uint64_t props;
};

static int token_cmp(const void *a, const void *b)
{
	const struct token_prop *p = a, *q = b;
	return (p->token > q->token) - (p->token < q->token);
}

static bool prop_list_index(struct table_ctx *x, struct prop_list *pl)
{
	size_t cap = 0, n = 0, kept = 0;
	for (size_t i = 0; i < pl->n; i++)
		for (size_t k = 0; k < pl->items[i].field->aliases_n; k++)
			cap += pl->items[i].field->aliases[k].phrase.n;
	struct token_prop *t = ARENA_ARRAY(x->a, cap + 1, struct token_prop);
	pl->tokens = ARENA_ARRAY(x->a, cap + 1, uint32_t);
	pl->token_props = ARENA_ARRAY(x->a, cap + 1, uint64_t);
	if (!t || !pl->tokens || !pl->token_props)
		return false;
	for (size_t i = 0; i < pl->n; i++)
		for (size_t k = 0; k < pl->items[i].field->aliases_n; k++) {
			struct phrase p = pl->items[i].field->aliases[k].phrase;
			for (size_t w = 0; w < p.n; w++)
				t[n++] = (struct token_prop){ p.tokens[w], UINT64_C(1) << (i < 63 ? i : 63) };
		}
	qsort(t, n, sizeof(*t), token_cmp);
	for (size_t i = 0; i < n; i++) {
		if (!kept || pl->tokens[kept - 1] != t[i].token)
			pl->tokens[kept++] = t[i].token;
		pl->token_props[kept - 1] |= t[i].props;
	}
	pl->tokens_n = kept;
	return true;
}

/* Properties that are two ends of one range. */
static bool prop_list_ranges(struct table_ctx *x, struct prop_list *pl)
{
	pl->upper = ARENA_ARRAY(x->a, pl->n + 1, int);
	for (size_t p = 0; pl->upper && p < pl->n; p++) {
		pl->upper[p] = -1;
		for (size_t q = 0; q < pl->n && pl->upper[p] < 0; q++)
			if (names_are_range(x, pl->items[p].field->name, pl->items[q].field->name))
				pl->upper[p] = (int)q;
	}
	return pl->upper != NULL;
}

struct prop_list *prop_list_new(struct table_ctx *x, const struct plan_array *array)
{
	struct prop_list *pl = ARENA_NEW(x->a, struct prop_list);
	struct prop *items = ARENA_ARRAY(x->a, props_count(array) + 1, struct prop);
	if (!pl || !items)
		return NULL;
	pl->array = array;
	pl->items = items;
	for (size_t i = 0; i < array->fields_n; i++)
		items[pl->n++] = (struct prop){ &array->fields[i], -1, i };
	for (size_t c = 0; c < array->children_n; c++)
		for (size_t i = 0; i < array->children[c].fields_n; i++)
			items[pl->n++] = (struct prop){ &array->children[c].fields[i], (int)c, i };
	return prop_list_index(x, pl) && prop_list_ranges(x, pl) ? pl : NULL;
}

static uint64_t token_hits(const struct prop_list *pl, uint32_t token)
{
	size_t lo = 0, hi = pl->tokens_n;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (pl->tokens[mid] < token)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < pl->tokens_n && pl->tokens[lo] == token ? pl->token_props[lo] : 0;
}

/* "Customer: Smith", "Age group :90": a label with its value is no column header. */
static bool seg_is_pair(const struct view *v, const struct view_seg *s)
{
	for (uint32_t w = s->word; w + 1 < s->word + s->words; w++) {
		struct str a = v->words[w].text, b = v->words[w + 1].text;
		if (a.p[a.n - 1] == ':' || (b.n > 1 && b.p[0] == ':'))
			return true;
	}
	return false;
}

uint64_t line_hits(struct table_ctx *x, const struct prop_list *pl, uint32_t line, uint8_t *said)
{
	const struct view_line *l = &x->v->lines[line];
	uint64_t hits = 0;
	size_t n = 0;
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++) {
		struct phrase p = seg_phrase(x, s);
		for (size_t i = 0; i < p.n && !seg_is_pair(x->v, &x->v->segs[s]); i++) {
			uint64_t props = token_hits(pl, p.tokens[i]);
			hits |= props;
			n += props != 0;
		}
	}
	*said = (uint8_t)(n < UINT8_MAX ? n : UINT8_MAX);
	return hits;
}

/* ---- cells */

#define CELL_PIECES 24

struct head_cell {
	int32_t x0, x1;
	struct cell pieces[CELL_PIECES];  /* its own */
	struct cell parents[CELL_PIECES]; /* spanning cells above */
	size_t pieces_n, parents_n;
};

struct head_build {
	struct table_ctx *x;
	struct head_cell cells[TABLE_COLS];
	size_t n;
};

static bool spans_meet(int32_t a0, int32_t a1, int32_t b0, int32_t b1)
{
	int32_t lo = a0 > b0 ? a0 : b0, hi = a1 < b1 ? a1 : b1;
	int32_t wa = a1 - a0, wb = b1 - b0, narrow = wa < wb ? wa : wb;
	return (hi - lo) * 4 > narrow;
}

static void cell_insert(struct head_build *b, struct cell piece, int32_t x0, int32_t x1)
{
	size_t at = 0;
	if (b->n == TABLE_COLS)
		return;
	while (at < b->n && b->cells[at].x0 < x0)
		at++;
	memmove(&b->cells[at + 1], &b->cells[at], (b->n - at) * sizeof(*b->cells));
	b->cells[at] = (struct head_cell){ .x0 = x0, .x1 = x1, .pieces = { piece }, .pieces_n = 1 };
	b->n++;
}

static void cell_join(struct head_cell *c, struct cell piece, int32_t x0, int32_t x1)
{
	if (c->pieces_n == CELL_PIECES)
		return;
	c->pieces[c->pieces_n++] = piece;
	c->x0 = x0 < c->x0 ? x0 : c->x0;
	c->x1 = x1 > c->x1 ? x1 : c->x1;
}

/* Lines come bottom up: a piece over one cell is its upper part, over several their parent. */
static void cells_add(struct head_build *b, struct cell piece)
{
	int32_t x0 = b->x->v->words[piece.word].box.x0, x1 = b->x->v->words[piece.word + piece.words - 1].box.x1;
	size_t first = 0, hits = 0;
	for (size_t i = 0; i < b->n; i++)
		if (spans_meet(x0, x1, b->cells[i].x0, b->cells[i].x1)) {
			first = hits ? first : i;
			hits++;
		}
	if (!hits) {
		cell_insert(b, piece, x0, x1);
		return;
	}
	if (hits == 1) {
		cell_join(&b->cells[first], piece, x0, x1);
		return;
	}
	for (size_t i = first; i < b->n; i++)
		if (spans_meet(x0, x1, b->cells[i].x0, b->cells[i].x1) && b->cells[i].parents_n < CELL_PIECES)
			b->cells[i].parents[b->cells[i].parents_n++] = piece;
}

static int piece_cmp(const void *a, const void *b)
{
	const struct cell *p = a, *q = b;
	return (p->word > q->word) - (p->word < q->word);
}

/* Words of pieces in reading order. */
static uint32_t *pieces_words(struct table_ctx *x, struct cell *pieces, size_t n, size_t *words_n)
{
	size_t total = 0;
	for (size_t i = 0; i < n; i++)
		total += pieces[i].words;
	uint32_t *words = ARENA_ARRAY(x->a, total + 1, uint32_t);
	qsort(pieces, n, sizeof(*pieces), piece_cmp);
	*words_n = 0;
	for (size_t i = 0; words && i < n; i++)
		for (uint32_t w = 0; w < pieces[i].words; w++)
			words[(*words_n)++] = pieces[i].word + w;
	return words;
}

static struct phrase phrase_join(struct table_ctx *x, struct phrase a, struct phrase b)
{
	uint32_t *t = ARENA_ARRAY(x->a, a.n + b.n + 1, uint32_t);
	if (!t)
		return b;
	memcpy(t, a.tokens, a.n * sizeof(*t));
	memcpy(t + a.n, b.tokens, b.n * sizeof(*t));
	return (struct phrase){ t, a.n + b.n };
}

void column_name(struct table_ctx *x, struct column *c)
{
	c->own = words_phrase(x, c->head, c->head_n);
	c->full = c->above.n ? phrase_join(x, c->above, c->own) : c->own;
}

static void cell_finish(struct table_ctx *x, struct head_cell *c, struct column *col)
{
	size_t n;
	*col = (struct column){ .head_x0 = c->x0, .head_x1 = c->x1, .field = -1 };
	col->head = pieces_words(x, c->pieces, c->pieces_n, &col->head_n);
	if (c->parents_n) {
		uint32_t *above = pieces_words(x, c->parents, c->parents_n, &n);
		if (above)
			col->above = words_phrase(x, above, n);
	}
	column_name(x, col);
}

static bool seg_may_head(const struct view *v, const struct view_seg *s)
{
	return !(v->words[s->word].flags & DOC_VERTICAL) && !seg_is_pair(v, s);
}

static void seg_add(struct head_build *b, const struct view_seg *s)
{
	for (uint32_t w = s->word, end = s->word + s->words, to; w < end; w = to) {
		to = piece_end(b->x, w, end);
		cells_add(b, (struct cell){ w, to - w });
	}
}

/* ---- groups: cells of the last line that come again and again, "2018 2019 | 2018 2019" */

static bool bottoms_equal(const struct head_build *b, size_t i, size_t k)
{
	const struct cell *p = &b->cells[i].pieces[0], *q = &b->cells[k].pieces[0];
	for (uint32_t w = 0; w < p->words && p->words == q->words; w++)
		if (!str_eq(b->x->v->words[p->word + w].text, b->x->v->words[q->word + w].text))
			return false;
	return p->words == q->words;
}

/* How many cells from the first on repeat in steps of so many; their number is a multiple of the step. */
static size_t cells_repeat(const struct head_build *b, size_t first, size_t step)
{
	size_t i = first + step;
	while (i < b->n && bottoms_equal(b, i, i - step))
		i++;
	return (i - first) / step * step;
}

/* Do two groups stand below different words? Cells of two lines that come again, "Unit | price", are not groups for that. */
static bool groups_differ(const struct head_build *b, size_t i, size_t k, size_t step)
{
	const struct view_word *words = b->x->v->words;
	for (size_t end = i + step; i < end; i++, k++) {
		const struct head_cell *p = &b->cells[i], *q = &b->cells[k];
		if (p->pieces_n != q->pieces_n || p->parents_n != q->parents_n)
			return true;
		for (size_t n = 1; n < p->pieces_n; n++)
			if (!str_eq(words[p->pieces[n].word].text, words[q->pieces[n].word].text))
				return true;
		for (size_t n = 0; n < p->parents_n; n++)
			if (p->parents[n].word != q->parents[n].word)
				return true;
	}
	return false;
}

static void piece_once(struct cell *to, size_t *n, struct cell piece)
{
	for (size_t i = 0; i < *n; i++)
		if (to[i].word == piece.word)
			return;
	if (*n < CELL_PIECES)
		to[(*n)++] = piece;
}

/* What stands above any cell of a group is the parent of all, however short its words are. */
static void group_share(struct head_build *b, size_t from, size_t to)
{
	struct cell above[CELL_PIECES];
	size_t n = 0;
	for (size_t i = from; i < to; i++) {
		for (size_t k = 1; k < b->cells[i].pieces_n; k++)
			piece_once(above, &n, b->cells[i].pieces[k]);
		for (size_t k = 0; k < b->cells[i].parents_n; k++)
			piece_once(above, &n, b->cells[i].parents[k]);
	}
	for (size_t i = from; i < to; i++) {
		b->cells[i].pieces_n = 1;
		b->cells[i].parents_n = n;
		memcpy(b->cells[i].parents, above, n * sizeof(*above));
	}
}

/* A parent set over the middle of its columns may touch one of them alone. */
static void groups_share(struct head_build *b)
{
	for (size_t step = 2; step * 2 <= b->n; step++)
		for (size_t first = 0; first + step * 2 <= b->n; first++) {
			size_t n = cells_repeat(b, first, step);
			bool plain = n <= step || bottoms_equal(b, first, first + 1) /* "Amount Amount Amount" */ || !groups_differ(b, first, first + step, step);
			for (size_t i = first; !plain && i < first + n; i += step)
				group_share(b, i, i + step);
			if (!plain)
				return;
		}
}

size_t head_cells(struct table_ctx *x, uint32_t line, uint32_t lines, struct column *cols)
{
	struct head_build b = { .x = x };
	for (uint32_t l = line + lines; l-- > line;) {
		const struct view_line *vl = &x->v->lines[l];
		for (uint32_t s = vl->seg; s < vl->seg + vl->segs; s++)
			if (seg_may_head(x->v, &x->v->segs[s]))
				seg_add(&b, &x->v->segs[s]);
	}
	if (lines > 1)
		groups_share(&b);
	for (size_t i = 0; i < b.n; i++)
		cell_finish(x, &b.cells[i], &cols[i]);
	return b.n;
}
