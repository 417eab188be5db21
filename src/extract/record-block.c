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
 * Labels that come equally often and take turns make the cycle; the first of them,
 * asked for or not, cuts the blocks. A value stands behind its label, right of it,
 * or below it. One block alone counts if it names enough of the properties under
 * one heading.
 */
#define LABEL_COLON 700 /* similarity of a label with a colon, and of one without */
#define LABEL_BARE 850
#define LABEL_ANSWERED 750 /* without a colon, but with something right of it */
#define LABEL_WORDS 6
#define BLOCK_SCORE 700
#define LINES_BELOW 2   /* how far below its label a value may stand */
#define WRAP_LINES 3    /* lines a value may go on */

struct hit {
	uint32_t line, label, words; /* label words */
	uint32_t value, end;         /* words of the value in the label's own segment; value == end: none */
	int prop, sim;               /* prop -1: a label nobody asks for */
	uint32_t kind;               /* labels of the same words are of one kind */
};

#define KINDS 512

struct kind {
	struct phrase p;
	uint32_t count;
	int prop;
};

struct blocks {
	struct table_ctx *x;
	const struct prop_list *pl;
	struct kind kinds[KINDS];
	uint32_t kinds_n;
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

static struct phrase label_phrase(struct blocks *b, uint32_t word, uint32_t n)
{
	uint32_t ids[LABEL_WORDS];
	for (uint32_t i = 0; i < n; i++)
		ids[i] = word + i;
	return words_phrase(b->x, ids, n);
}

static int label_prop(struct blocks *b, struct phrase p, int least, int *sim)
{
	int best = -1;
	*sim = least - 1;
	for (size_t i = 0; i < b->pl->n; i++) {
		const struct plan_field *f = b->pl->items[i].field;
		int s = b->pl->items[i].child < 0 ? plan_alias_match(b->x->in, p, f->aliases, f->aliases_n) : 0;
		if (s > *sim) {
			*sim = s;
			best = (int)i;
		}
	}
	return best;
}

/* The kind of a label, new or known; KINDS when there are too many. */
static uint32_t kind_of(struct blocks *b, struct phrase p, int prop)
{
	uint32_t k = 0;
	while (k < b->kinds_n && !phrase_same(b->kinds[k].p, p))
		k++;
	if (k == KINDS)
		return KINDS;
	if (k == b->kinds_n)
		b->kinds[b->kinds_n++] = (struct kind){ p, 0, prop };
	b->kinds[k].count++;
	return k;
}

static bool seg_hits(struct blocks *b, uint32_t seg)
{
	const struct view *v = b->x->v;
	const struct view_seg *s = &v->segs[seg];
	const struct view_line *l = &v->lines[s->line];
	uint32_t end = s->word + s->words, colon = s->word;
	while (colon < end && colon - s->word < LABEL_WORDS && v->words[colon].text.p[v->words[colon].text.n - 1] != ':')
		colon++;
	bool has = colon < end && colon - s->word < LABEL_WORDS;
	bool answered = seg + 1 < l->seg + l->segs; /* something stands right of it */
	uint32_t n = has ? colon + 1 - s->word : s->words;
	int sim, prop;
	if (b->x->role[s->word] != ROLE_NONE || n > LABEL_WORDS)
		return true;
	struct phrase p = label_phrase(b, s->word, n);
	prop = label_prop(b, p, has ? LABEL_COLON : answered ? LABEL_ANSWERED : LABEL_BARE, &sim);
	if (!p.n || (prop < 0 && !has))
		return true;
	struct hit h = { s->line, s->word, n, s->word + n, end, prop, sim, kind_of(b, p, prop) };
	return h.kind == KINDS || hit_push(b, h);
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

struct cycle {
	uint32_t count;   /* blocks */
	uint32_t anchor;  /* kind of label that begins one */
	size_t props;     /* properties with a label in every block */
};

/* Do the labels of two kinds take turns, a first? */
static bool take_turns(const struct blocks *b, uint32_t a, uint32_t k)
{
	uint32_t want = a;
	if (a == k)
		return true;
	for (size_t i = 0; i < b->n; i++) {
		if (b->hits[i].kind != a && b->hits[i].kind != k)
			continue;
		if (b->hits[i].kind != want)
			return false;
		want = want == a ? k : a;
	}
	return want == a;
}

/* Properties whose labels take turns with those of kind a. */
static size_t props_with(const struct blocks *b, uint32_t a)
{
	uint64_t seen = 0;
	for (uint32_t k = 0; k < b->kinds_n; k++)
		if (b->kinds[k].prop >= 0 && b->kinds[k].prop < 64 && b->kinds[k].count == b->kinds[a].count && take_turns(b, a, k))
			seen |= 1ull << b->kinds[k].prop;
	return (size_t)bits64(seen);
}

/*
 * The kind whose blocks name most properties: of equals the first, for what stands before an anchor is of
 * another block. A label nobody asked for may begin a block of those that were.
 */
static struct cycle cycle_find(const struct blocks *b)
{
	struct cycle best = { 0 };
	for (uint32_t k = 0; k < b->kinds_n; k++) { /* in the order of first occurrence */
		size_t props = b->kinds[k].count >= 2 ? props_with(b, k) : 0;
		if (props > best.props || (props == best.props && props && b->kinds[k].count > best.count))
			best = (struct cycle){ b->kinds[k].count, k, props };
	}
	return best;
}

static bool block_emit(struct blocks *b, size_t from, size_t to, struct records *out, size_t *cap)
{
	const struct plan_array *a = b->pl->array;
	struct found *cells = ARENA_ARRAY(b->x->a, a->fields_n + 1, struct found);
	int *sim = ARENA_ARRAY(b->x->a, a->fields_n + 1, int);
	size_t filled = 0;
	if (!cells || !sim)
		return false;
	for (size_t i = from; i < to; i++) {
		if (b->hits[i].prop < 0)
			continue;
		size_t at = b->pl->items[b->hits[i].prop].index;
		struct found f = b->hits[i].sim > sim[at] ? hit_value(b, &b->hits[i]) : (struct found){ 0 };
		if (!f.n)
			continue;
		cells[at] = f;
		sim[at] = b->hits[i].sim;
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

/* The last block goes on for as many labels as the longest before it. */
static bool cycle_emit(struct blocks *b, const struct cycle *c, struct records *out)
{
	size_t cap = 0, from = SIZE_MAX, longest = 0;
	for (size_t i = 0; i <= b->n; i++) {
		bool last = i == b->n || (from != SIZE_MAX && longest && out->seen + 1 == c->count && i - from == longest);
		if (!last && b->hits[i].kind != c->anchor)
			continue;
		if (from != SIZE_MAX && !block_emit(b, from, i, out, &cap))
			return false;
		if (last)
			break;
		longest = from != SIZE_MAX && i - from > longest ? i - from : longest;
		from = i;
	}
	out->score = BLOCK_SCORE;
	return true;
}

/* ---- one block */

#define ONE_LEAST 3       /* properties one block must name, and their share of all */
#define ONE_PERCENT 60

static size_t own_props(const struct prop_list *pl)
{
	size_t n = 0;
	for (size_t i = 0; i < pl->n; i++)
		n += pl->items[i].child < 0;
	return n;
}

static size_t props_in(const struct blocks *b, size_t from, size_t to)
{
	uint64_t seen = 0;
	for (size_t i = from; i < to; i++)
		if (b->hits[i].prop >= 0 && b->hits[i].prop < 64)
			seen |= 1ull << b->hits[i].prop;
	return (size_t)bits64(seen);
}

static bool heading_names(const struct blocks *b, uint32_t heading)
{
	if (heading == VIEW_NONE)
		return false;
	const struct view_line *l = &b->x->v->lines[heading];
	return l->words <= LABEL_WORDS * 2 &&
	       plan_alias_match(b->x->in, seg_phrase(b->x, l->seg), b->pl->array->aliases, b->pl->array->aliases_n) >= 450;
}

/* The labels under one heading that name most properties. */
static bool one_emit(struct blocks *b, struct records *out)
{
	const struct view *v = b->x->v;
	size_t best = 0, from = 0, to = 0, cap = 0, all = own_props(b->pl);
	for (size_t i = 0, k; i < b->n; i = k) {
		uint32_t section = v->lines[b->hits[i].line].section;
		for (k = i; k < b->n && v->lines[b->hits[k].line].section == section; k++)
			;
		size_t props = props_in(b, i, k), bonus = props && heading_names(b, section);
		if (section != VIEW_NONE && props + bonus > best) {
			best = props + bonus;
			from = i;
			to = k;
		}
	}
	if (best < ONE_LEAST || best * 100 < all * ONE_PERCENT || !block_emit(b, from, to, out, &cap))
		return best < ONE_LEAST || best * 100 < all * ONE_PERCENT;
	out->score = BLOCK_SCORE;
	return true;
}

bool blocks_recover(struct table_ctx *x, const struct prop_list *pl, size_t least, struct records *out)
{
	struct blocks *b = ARENA_NEW(x->a, struct blocks);
	if (!b || !(b->is_label = ARENA_ARRAY(x->a, x->v->words_n + 1, uint8_t)))
		return false;
	b->x = x;
	b->pl = pl;
	for (uint32_t s = 0; s < x->v->segs_n; s++)
		if (!(x->v->lines[x->v->segs[s].line].flags & VIEW_RUNNING) && !seg_hits(b, s))
			return false;
	struct cycle c = cycle_find(b);
	if (c.props >= least && c.props >= 2)
		return cycle_emit(b, &c, out);
	return least > 2 || one_emit(b, out);
}
