/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

/*
 * Records as blocks of labels that repeat:
 *
 *     Name:  Ann Miller        Born:  1990-02-01
 *     City:  Leeds
 *
 *     Name:  Bob Brown         Born:  1985-11-30
 *     City:  York
 *
 * The label that begins the cycle cuts the blocks; a value stands behind its
 * label, right of it, or below it.
 */
#define LABEL_COLON 700 /* similarity of a label with a colon, and of one without */
#define LABEL_BARE 850
#define LABEL_WORDS 6
#define BLOCK_SCORE 700
#define LINES_BELOW 2   /* how far below its label a value may stand */
#define WRAP_LINES 3    /* lines a value may go on */

struct hit {
	uint32_t line, label, words; /* label words */
	uint32_t value, end;         /* words of the value in the label's own segment; value == end: none */
	int prop;
};

struct blocks {
	struct table_ctx *x;
	const struct prop_list *pl;
	struct hit *hits;
	size_t n, cap;
	uint8_t *is_label; /* one a word */
};

static bool hit_push(struct blocks *b, struct hit h)
{
	if (b->n == b->cap) {
		size_t cap = b->cap ? b->cap * 2 : 64;
		b->hits = arena_grow(b->x->a, b->hits, b->cap, cap, sizeof(*b->hits));
		b->cap = cap;
	}
	if (!b->hits)
		return false;
	b->hits[b->n++] = h;
	memset(b->is_label + h.label, 1, h.words);
	return true;
}

static int label_prop(struct blocks *b, uint32_t word, uint32_t n, int least)
{
	uint32_t ids[LABEL_WORDS];
	int best = -1, sim = least - 1;
	for (uint32_t i = 0; i < n; i++)
		ids[i] = word + i;
	struct phrase p = words_phrase(b->x, ids, n);
	for (size_t i = 0; i < b->pl->n; i++) {
		const struct plan_field *f = b->pl->items[i].field;
		int s = b->pl->items[i].child < 0 ? plan_alias_match(b->x->in, p, f->aliases, f->aliases_n) : 0;
		if (s > sim) {
			sim = s;
			best = (int)i;
		}
	}
	return best;
}

static bool seg_hits(struct blocks *b, uint32_t seg)
{
	const struct view *v = b->x->v;
	const struct view_seg *s = &v->segs[seg];
	uint32_t end = s->word + s->words, colon = s->word;
	while (colon < end && colon - s->word < LABEL_WORDS && v->words[colon].text.p[v->words[colon].text.n - 1] != ':')
		colon++;
	bool has = colon < end && colon - s->word < LABEL_WORDS;
	uint32_t n = has ? colon + 1 - s->word : s->words;
	if (b->x->role[s->word] != ROLE_NONE || n > LABEL_WORDS)
		return true;
	int p = label_prop(b, s->word, n, has ? LABEL_COLON : LABEL_BARE);
	return p < 0 || hit_push(b, (struct hit){ s->line, s->word, n, s->word + n, end, p });
}

/* ---- values */

static bool word_is_free(const struct blocks *b, uint32_t w)
{
	return !b->is_label[w] && b->x->role[w] == ROLE_NONE;
}

/* The segment right of the label on its line. */
static bool value_right(const struct blocks *b, const struct hit *h, uint32_t *word, uint32_t *end)
{
	const struct view *v = b->x->v;
	const struct view_line *l = &v->lines[h->line];
	uint32_t next = v->words[h->label].seg + 1;
	if (next >= l->seg + l->segs || !word_is_free(b, v->segs[next].word))
		return false;
	*word = v->segs[next].word;
	*end = *word + v->segs[next].words;
	return true;
}

/* A segment below that begins where the label begins. */
static bool value_below(const struct blocks *b, const struct hit *h, uint32_t *word, uint32_t *end)
{
	const struct view *v = b->x->v;
	for (uint32_t l = h->line + 1; l <= h->line + LINES_BELOW && l < v->lines_n && v->lines[l].page == v->lines[h->line].page; l++)
		for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++) {
			int32_t off = v->segs[s].box.x0 - v->words[h->label].box.x0;
			if (off > b->x->em || off < -b->x->em)
				continue;
			*word = v->segs[s].word;
			*end = *word + v->segs[s].words;
			return word_is_free(b, *word);
		}
	return false;
}

/* Lines that go on with a value: nothing else on them, its left edge, no label. */
static size_t value_wraps(const struct blocks *b, uint32_t first, uint32_t *ids, size_t n, size_t max)
{
	const struct view *v = b->x->v;
	uint32_t line = v->words[first].line;
	for (uint32_t k = 1; k <= WRAP_LINES && line + k < v->lines_n; k++) {
		const struct view_line *l = &v->lines[line + k];
		int32_t off = l->box.x0 - v->words[first].box.x0;
		if (l->page != v->words[first].page || l->segs != 1 || off > b->x->em / 4 || off < -b->x->em / 4 ||
		    !word_is_free(b, l->word) || l->box.y0 - l[-1].box.y1 > b->x->em * 6 / 10)
			break;
		for (uint32_t w = l->word; w < l->word + l->words && n < max; w++)
			ids[n++] = w;
	}
	return n;
}

static struct found hit_value(struct blocks *b, const struct hit *h)
{
	const struct plan_field *f = b->pl->items[h->prop].field;
	uint32_t word = h->value, end = h->end, ids[256];
	size_t n = 0;
	bool inside = word < end;
	if (!inside && !value_right(b, h, &word, &end) && !value_below(b, h, &word, &end))
		return (struct found){ 0 };
	for (uint32_t w = word; w < end && n < 256; w++)
		ids[n++] = w;
	if (!(type_wants(f->type) & (CELL_NUMBER | CELL_DATE)) && !(f->form & FORM_FIRST_LINE))
		n = value_wraps(b, word, ids, n, 256);
	uint32_t *words = ARENA_ARRAY(b->x->a, n, uint32_t);
	if (!words)
		return (struct found){ 0 };
	memcpy(words, ids, n * sizeof(*words));
	return found_make(b->x, f, words, n, BLOCK_SCORE);
}

/* ---- cycles */

static int anchor_of(const struct blocks *b, uint32_t *cycles)
{
	uint32_t count[64] = { 0 };
	size_t repeated = 0;
	int best = -1;
	for (size_t i = 0; i < b->n; i++)
		count[b->hits[i].prop & 63]++;
	for (size_t p = 0; p < b->pl->n && p < 64; p++)
		repeated += count[p] >= 2;
	for (size_t i = 0; i < b->n; i++) /* the first of those that come most often */
		if (best < 0 || count[b->hits[i].prop & 63] > count[best & 63])
			best = b->hits[i].prop;
	*cycles = best < 0 ? 0 : count[best & 63];
	return repeated >= 2 ? best : -1;
}

static bool block_emit(struct blocks *b, size_t from, size_t to, struct records *out, size_t *cap)
{
	const struct plan_array *a = b->pl->array;
	struct found *cells = ARENA_ARRAY(b->x->a, a->fields_n + 1, struct found);
	size_t filled = 0;
	if (!cells)
		return false;
	for (size_t i = from; i < to; i++) {
		struct found *c = &cells[b->pl->items[b->hits[i].prop].index];
		if (!c->n)
			*c = hit_value(b, &b->hits[i]);
	}
	for (size_t f = 0; f < a->fields_n; f++)
		filled += cells[f].n > 0;
	out->seen++;
	if (!filled) {
		left_out_add(out, "empty", 1);
		return true;
	}
	if (out->n == *cap) {
		size_t more = *cap ? *cap * 2 : 8;
		out->items = arena_grow(b->x->a, out->items, *cap, more, sizeof(*out->items));
		*cap = more;
	}
	if (!out->items)
		return false;
	uint32_t line = b->hits[from].line;
	out->items[out->n++] = (struct record){ .cell = cells, .page = b->x->v->lines[line].page, .line = line };
	return true;
}

bool blocks_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct blocks b = { .x = x, .pl = pl, .is_label = ARENA_ARRAY(x->a, x->v->words_n + 1, uint8_t) };
	uint32_t cycles;
	size_t cap = 0, from = SIZE_MAX;
	if (!b.is_label)
		return false;
	for (uint32_t s = 0; s < x->v->segs_n; s++)
		if (!(x->v->lines[x->v->segs[s].line].flags & VIEW_RUNNING) && !seg_hits(&b, s))
			return false;
	int anchor = anchor_of(&b, &cycles);
	if (anchor < 0 || cycles < 2)
		return true;
	for (size_t i = 0; i <= b.n; i++) {
		if (i < b.n && b.hits[i].prop != anchor)
			continue;
		if (from != SIZE_MAX && !block_emit(&b, from, i, out, &cap))
			return false;
		from = i;
	}
	out->score = BLOCK_SCORE;
	return true;
}
