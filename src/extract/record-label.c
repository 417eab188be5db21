/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-label - labels and what stands beside them: behind a label, right of it, or below it. A label
 * may go on in the next segment of its line, before the figures.
 */
#include "extract/record-block.h"

#include <stdlib.h>

#define LABEL_COLON 700 /* similarity of a label with a colon, and of one without */
#define LABEL_BARE 850
#define LABEL_ANSWERED 750 /* without a colon, but with something right of it */
#define LABEL_AGAIN 550    /* the same of a run of words that comes again */
#define BLOCK_SCORE 700
#define APART 8          /* tenths of an em between words that are not of one name */
#define LINES_BELOW 2   /* how far below its label a value may stand */
#define WRAP_LINES 3    /* lines a value may go on */
#define HEADING_WORDS 16

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

/* Without the unit in brackets that a label may end with: "Weight (kg):". */
static struct phrase label_phrase(struct blocks *b, uint32_t word, uint32_t n)
{
	if (n > 1 && b->x->v->words[word + n - 1].text.p[0] == '(')
		n--;
	uint32_t ids[BLOCK_LABEL_WORDS];
	for (uint32_t i = 0; i < n; i++)
		ids[i] = word + i;
	return words_phrase(b->x, ids, n);
}

/* "Type:" for "employment_type": the property whose name alone ends with the one word of a label; -1 if there are none or several. */
static int head_prop(const struct blocks *b, struct phrase p)
{
	int prop = -1, n = 0;
	for (size_t i = 0; p.n == 1 && i < b->pl->n; i++) {
		struct phrase name = b->pl->items[i].field->name;
		if (b->pl->items[i].child < 0 && name.n > 1 && name.tokens[name.n - 1] == p.tokens[0]) {
			prop = (int)i;
			n++;
		}
	}
	return n == 1 ? prop : -1;
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
	if (best >= 0 || least > LABEL_COLON || (best = head_prop(b, p)) < 0)
		return best;
	*sim = least;
	return best;
}

/* The kind of a label, new or known; BLOCK_KINDS when there are too many. */
static uint32_t kind_of(struct blocks *b, struct phrase p, bool heading)
{
	uint32_t k = 0;
	while (k < b->kinds_n && (b->kinds[k].heading != heading || !phrase_same(b->kinds[k].p, p)))
		k++;
	if (k == BLOCK_KINDS)
		return BLOCK_KINDS;
	if (k == b->kinds_n)
		b->kinds[b->kinds_n++] = (struct kind){ .p = p, .heading = heading };
	return k;
}

/* Does the segment hold a figure and hardly anything else? */
static bool seg_is_figure(const struct blocks *b, uint32_t seg)
{
	const struct view_seg *s = &b->x->v->segs[seg];
	return cell_read(b->x, s->word, s->words) & (CELL_NUMBER | CELL_MONEY | CELL_PERCENT | CELL_DATE | CELL_UNIT);
}

/* "Total    net    314.86": words of the label with those of the next segment, when the figure stands right of both. */
static uint32_t label_goes_on(const struct blocks *b, uint32_t seg)
{
	const struct view_seg *s = &b->x->v->segs[seg];
	const struct view_line *l = &b->x->v->lines[s->line];
	uint32_t n = s->words + s[1].words;
	if (seg + 2 >= l->seg + l->segs || n > BLOCK_LABEL_WORDS || seg_is_figure(b, seg))
		return 0;
	return !seg_is_figure(b, seg + 1) && seg_is_figure(b, seg + 2) ? n : 0;
}

static bool colon_ends(struct str w)
{
	return w.n && w.p[w.n - 1] == ':';
}

/* First word of [from, end) that ends with a colon, within a label's length; end if there is none. */
static uint32_t colon_in(const struct blocks *b, uint32_t from, uint32_t end)
{
	uint32_t w = from;
	while (w < end && !colon_ends(b->x->v->words[w].text))
		w++;
	return w;
}

/*
 * Of words [from, colon] the label at their end that names a property best; what stands before it is something else,
 * which only white space tells when it is no value (apart). VIEW_NONE: none.
 */
static uint32_t label_at_end(struct blocks *b, uint32_t from, uint32_t colon, bool apart)
{
	const struct view_word *w = b->x->v->words;
	uint32_t best = VIEW_NONE;
	int sim, most = 0;
	if (colon + 1 - from > BLOCK_LABEL_WORDS)
		from = colon + 1 - BLOCK_LABEL_WORDS;
	for (uint32_t k = from; k <= colon; k++) {
		if (apart && k > from && w[k].box.x0 - w[k - 1].box.x1 < b->x->em * APART / 10)
			continue;
		if (label_prop(b, label_phrase(b, k, colon + 1 - k), LABEL_COLON, &sim) >= 0 && sim > most) {
			most = sim;
			best = k;
		}
	}
	return best;
}

/* "14C   Class: Economy", "… on the west slope. Severity: minor": a label of nothing asked for, told by white space or the end of a sentence before it. */
static bool begins_apart(const struct blocks *b, uint32_t w)
{
	const struct view_word *p = b->x->v->words;
	struct str before = p[w - 1].text;
	bool capital = p[w].text.n && p[w].text.p[0] >= 'A' && p[w].text.p[0] <= 'Z';
	return capital && (p[w].box.x0 - p[w - 1].box.x1 >= b->x->em * APART / 10 || (before.n > 3 && before.p[before.n - 1] == '.'));
}

/* "acquired: 25   taken: 19": further labels in the segment, each ending the value of the one before. */
static bool more_hits(struct blocks *b, uint32_t seg, uint32_t value)
{
	const struct view_seg *s = &b->x->v->segs[seg];
	uint32_t end = s->word + s->words;
	for (uint32_t colon = colon_in(b, value, end); colon < end; colon = colon_in(b, value, end)) {
		uint32_t from = colon > value ? label_at_end(b, value + 1, colon, false) : VIEW_NONE;
		struct hit h = { .line = s->line, .label = from, .words = colon + 1 - from, .value = colon + 1, .end = end };
		if (from == VIEW_NONE && colon > value && begins_apart(b, colon))
			b->hits[b->n - 1].end = b->hits[b->n - 1].end > colon ? colon : b->hits[b->n - 1].end;
		value = colon + 1;
		if (from == VIEW_NONE)
			continue;
		struct phrase p = label_phrase(b, from, h.words);
		h.prop = label_prop(b, p, LABEL_COLON, &h.sim);
		h.kind = kind_of(b, p, false);
		if (h.kind == BLOCK_KINDS)
			return true;
		b->hits[b->n - 1].end = from;
		if (!hit_push(b, h))
			return false;
	}
	return true;
}

/* Least similarity of a label: a colon, an answer right of it, or that it comes again speak for it. */
static int label_least(const struct blocks *b, uint32_t seg, bool colon)
{
	const struct view_line *l = &b->x->v->lines[b->x->v->segs[seg].line];
	bool answered = seg + 1 < l->seg + l->segs;
	if (colon || !answered)
		return colon ? LABEL_COLON : LABEL_BARE;
	return b->again[seg] ? LABEL_AGAIN : LABEL_ANSWERED;
}

static bool seg_hits(struct blocks *b, uint32_t seg)
{
	const struct view_seg *s = &b->x->v->segs[seg];
	uint32_t end = s->word + s->words, colon = colon_in(b, s->word, end), from = s->word;
	bool has = colon < end;
	if (has && colon - s->word >= 1) { /* "Paid leave   acquired: 25": the label may begin later */
		uint32_t at = label_at_end(b, s->word, colon, true);
		from = at == VIEW_NONE ? from : at;
	}
	uint32_t n = has ? colon + 1 - from : s->words;
	int sim, prop, more_sim;
	if (b->x->role[s->word] != ROLE_NONE || n > BLOCK_LABEL_WORDS)
		return true;
	struct phrase p = label_phrase(b, from, n);
	prop = label_prop(b, p, label_least(b, seg, has), &sim);
	uint32_t more = has ? 0 : label_goes_on(b, seg);
	struct phrase q = more ? label_phrase(b, s->word, more) : p;
	int more_prop = more ? label_prop(b, q, LABEL_ANSWERED, &more_sim) : -1;
	if (more_prop >= 0 && more_sim >= sim) {
		p = q;
		n = more;
		prop = more_prop;
		sim = more_sim;
		end = s->word + n;
	}
	if (!p.n || (prop < 0 && !has))
		return true;
	struct hit h = { .line = s->line, .label = from, .words = n, .value = from + n, .end = end, .prop = prop, .sim = sim, .kind = kind_of(b, p, false) };
	return h.kind == BLOCK_KINDS || (hit_push(b, h) && (!has || more_hits(b, seg, h.value)));
}

struct again { /* a short run of words */
	uint64_t key;
	uint32_t seg;
};

static int again_cmp(const void *a, const void *b)
{
	const struct again *p = a, *q = b;
	return (p->key > q->key) - (p->key < q->key);
}

/* Mark the short runs of words that come again. */
static bool again_mark(struct blocks *b)
{
	const struct view *v = b->x->v;
	struct again *runs = ARENA_ARRAY(b->x->a, v->segs_n + 1, struct again);
	size_t n = 0;
	b->again = ARENA_ARRAY(b->x->a, v->segs_n + 1, uint8_t);
	if (!runs || !b->again)
		return false;
	for (uint32_t s = 0; s < v->segs_n; s++) {
		if (v->segs[s].words > BLOCK_LABEL_WORDS || seg_is_figure(b, s))
			continue;
		uint64_t key = UINT64_C(14695981039346656037);
		for (uint32_t w = v->segs[s].word; w < v->segs[s].word + v->segs[s].words; w++)
			for (size_t i = 0; i <= v->words[w].text.n; i++)
				key = (key ^ (i < v->words[w].text.n ? (uint8_t)v->words[w].text.p[i] : 32)) * UINT64_C(1099511628211);
		runs[n++] = (struct again){ key, s };
	}
	qsort(runs, n, sizeof(*runs), again_cmp);
	for (size_t i = 1; i < n; i++)
		if (runs[i].key == runs[i - 1].key)
			b->again[runs[i].seg] = b->again[runs[i - 1].seg] = 1;
	return true;
}

/* A heading that is no label: sections begin with it. */
static bool heading_hits(struct blocks *b, uint32_t line)
{
	const struct view_line *l = &b->x->v->lines[line];
	if (!(l->flags & VIEW_HEADING) || l->words > HEADING_WORDS || colon_ends(b->x->v->words[l->word + l->words - 1].text))
		return true;
	struct phrase p = seg_phrase(b->x, l->seg);
	struct hit h = { .line = line, .label = l->word, .words = 0, .prop = -1, .level = l->level, .kind = p.n ? kind_of(b, p, true) : BLOCK_KINDS };
	return h.kind == BLOCK_KINDS || hit_push(b, h);
}

/* ---- values */

static bool word_is_free(const struct blocks *b, uint32_t w)
{
	return !b->is_label[w] && b->x->role[w] == ROLE_NONE;
}

/* The segment right of the label on its line; for figures the first that is one. */
static bool value_right(const struct blocks *b, const struct hit *h, uint32_t *word, uint32_t *end)
{
	const struct view *v = b->x->v;
	const struct view_line *l = &v->lines[h->line];
	uint32_t wants = type_wants(b->pl->items[h->prop].field->type);
	for (uint32_t s = v->words[h->label + h->words - 1].seg + 1; s < l->seg + l->segs; s++) {
		*word = v->segs[s].word;
		*end = *word + v->segs[s].words;
		if (!word_is_free(b, *word))
			return false;
		if (!wants || (wants & CELL_TEXT) || (cell_read(b->x, *word, *end - *word) & wants))
			return true;
	}
	return false;
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
			if (v->lines[l].flags & VIEW_HEADING)
				return false;
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

static void values_find(struct blocks *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->hits[i].prop >= 0)
			b->hits[i].found = hit_value(b, &b->hits[i]);
}

bool blocks_labels(struct blocks *b)
{
	const struct view *v = b->x->v;
	b->is_label = ARENA_ARRAY(b->x->a, v->words_n + 1, uint8_t);
	if (!b->is_label || !again_mark(b))
		return false;
	for (uint32_t l = 0; l < v->lines_n; l++) {
		if ((v->lines[l].flags & VIEW_RUNNING) || !v->lines[l].words)
			continue;
		if (!heading_hits(b, l))
			return false;
		for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++)
			if (!seg_hits(b, s))
				return false;
	}
	values_find(b);
	return cards_order(b) && !b->x->a->over;
}
