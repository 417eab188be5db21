/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-block.h"

/*
 * Records as blocks of labels:
 *
 *     Name:  Ann Miller        Born:  1990-02-01
 *     City:  Leeds
 *
 *     Name:  Bob Brown         Born:  1985-11-30
 *     City:  York
 *
 * A label or heading that comes again begins a block; so does one that comes once
 * and names the array. A block goes on to the next of its kind, or to a heading
 * above those inside it. The kind whose blocks give most of what is asked for wins:
 * of equals the first, for what stands before it is of another block.
 */
#define BLOCK_SCORE 700
#define HEADING_NAMES 600   /* similarity of a heading to the array's names */
#define BONUS_NAMES 1200    /* it begins blocks of the array, 1/1000 of a property */
#define BONUS_UNDER 600     /* it stands under a heading that names the array */
#define COST_AGAIN 500      /* a label twice in a block, or left before the first one */
#define ONE_LEAST 3         /* properties one block must give, or one whose heading names the array, and their share of all */
#define ONE_NAMED 2
#define ONE_PERCENT 60
#define TITLED 8            /* tenths of the blocks that have a title above them */
#define BLOCK_HITS 4000     /* hits a kind is tried on: enough for any cycle, and no more work than that */

struct anchor { /* the kind of label that begins a block */
	uint32_t kind, count;
	int title;            /* the property that titles above the blocks give, -1 none */
	int score;            /* 1/1000: properties of a block on average, with bonuses */
	int props;            /* the same without them */
	bool named;
};

/* ---- blocks */

static size_t next_of_kind(const struct blocks *b, size_t i)
{
	uint32_t kind = b->hits[i].kind;
	for (i++; i < b->n && b->hits[i].kind != kind; i++)
		;
	return i;
}

/* Highest heading between two hits; UINT8_MAX if there is none. */
static uint8_t level_between(const struct blocks *b, size_t from, size_t to)
{
	uint8_t level = UINT8_MAX;
	for (size_t i = from + 1; i < to; i++)
		if (b->hits[i].level && b->hits[i].level < level)
			level = b->hits[i].level;
	return level;
}

/* Level of the section a line stands in; a heading with a colon is a label that looks like one. 0 = no section. */
static uint8_t section_level(const struct blocks *b, uint32_t line)
{
	const struct view *v = b->x->v;
	for (uint32_t s = v->lines[line].section; s != VIEW_NONE; s = s ? v->lines[s - 1].section : VIEW_NONE) {
		const struct view_line *l = &v->lines[s];
		struct str last = v->words[l->word + l->words - 1].text;
		if (last.p[last.n - 1] != ':' && s != line)
			return l->level;
	}
	return 0;
}

/*
 * Headings up to this level end the blocks of a kind whose first two hits are given (second = n if there is
 * one only): its own, that of the section around it, else that above those inside it.
 */
static uint8_t end_level(const struct blocks *b, size_t first, size_t second)
{
	uint8_t around = section_level(b, b->hits[first].line), inside = UINT8_MAX;
	if (b->hits[first].level)
		return b->hits[first].level;
	if (around)
		return around;
	inside = level_between(b, first, second);
	return inside == UINT8_MAX || second == b->n ? UINT8_MAX - 1 : (uint8_t)(inside - 1);
}

/* Where the block that begins at hit i ends. */
static size_t block_end(const struct blocks *b, size_t i, uint8_t level)
{
	size_t next = next_of_kind(b, i);
	for (size_t k = i + 1; k < next; k++)
		if (b->hits[k].level && b->hits[k].level <= level)
			return k;
	return next;
}

/* Properties that hits [from, to) give; *again counts labels that come twice. */
static uint64_t props_in(struct blocks *b, size_t from, size_t to, int *again)
{
	uint64_t seen = 0;
	b->block++;
	for (size_t i = from; i < to; i++) {
		const struct hit *h = &b->hits[i];
		if (h->prop < 0 || h->prop > 63 || !h->found.n)
			continue;
		*again += b->kinds[h->kind].block == b->block;
		b->kinds[h->kind].block = b->block;
		seen |= 1ull << h->prop;
	}
	return seen;
}

static bool names_array(const struct blocks *b, struct phrase p)
{
	const struct plan_array *a = b->pl->array;
	return p.n && plan_alias_match(b->x->in, p, a->aliases, a->aliases_n) >= HEADING_NAMES;
}

static bool under_name(const struct blocks *b, const struct hit *h)
{
	uint32_t section = b->x->v->lines[h->line].section;
	return section != VIEW_NONE && section != h->line && names_array(b, seg_phrase(b->x, b->x->v->lines[section].seg));
}

/* Labels of the blocks that stand before the first one, up to a heading that ends blocks: then another label begins them. */
static int left_before(const struct blocks *b, size_t first, uint8_t level, uint32_t since)
{
	int n = 0;
	for (size_t i = first; i-- > 0 && first - i < BLOCK_HITS && !(b->hits[i].level && b->hits[i].level <= level);)
		n += b->hits[i].prop >= 0 && b->hits[i].found.n && b->kinds[b->hits[i].kind].block > since;
	return n;
}

/* Blocks of the kind that begins at hit first, those counted that give anything. */
static struct anchor anchor_weigh(struct blocks *b, size_t first)
{
	struct anchor a = { .kind = b->hits[first].kind, .title = -1 };
	uint64_t seen = 0;
	uint32_t titles = 0;
	struct cell title = { 0 };
	uint8_t level = end_level(b, first, next_of_kind(b, first));
	int64_t props = 0, again = 0;
	uint32_t since = b->block;
	for (size_t i = first; i < b->n && i < first + BLOCK_HITS; i = next_of_kind(b, i)) {
		int twice = 0;
		uint64_t in = props_in(b, i, block_end(b, i, level), &twice);
		props += bits64(in);
		seen |= in;
		again += twice;
		a.count += in != 0;
		struct cell t = in ? card_title(b, i, block_end(b, i, level)) : (struct cell){ 0 };
		titles += t.words > 0;
		title = t.words ? t : title;
	}
	if (!a.count)
		return a;
	if (titles && words_begin_total(b->x, b->kinds[a.kind].p)) {
		a.count = 0; /* the sum below rows, and the last of them above it */
		return a;
	}
	if (a.count >= 2 && titles * 10 >= a.count * TITLED && (a.title = card_title_prop(b, seen, title)) >= 0)
		props += titles;
	a.props = (int)(1000 * props / a.count);
	a.named = names_array(b, b->kinds[a.kind].p);
	a.score = a.props - (int)(COST_AGAIN * (again + left_before(b, first, level, since)) / a.count) + (a.named ? BONUS_NAMES : under_name(b, &b->hits[first]) ? BONUS_UNDER : 0);
	return a;
}

static size_t own_props(const struct prop_list *pl)
{
	size_t n = 0;
	for (size_t i = 0; i < pl->n; i++)
		n += pl->items[i].child < 0;
	return n;
}

static bool is_enough(const struct blocks *b, const struct anchor *a, size_t least)
{
	int all = (int)own_props(b->pl), few = a->named ? ONE_NAMED : ONE_LEAST;
	if (a->count >= 2)
		return a->props >= 1000 * (int)least - 500 && a->props >= 1500;
	return a->props >= 1000 * few && a->props >= 10 * ONE_PERCENT * all;
}

static bool anchor_find(struct blocks *b, size_t least, struct anchor *best, size_t *first)
{
	uint8_t *tried = ARENA_ARRAY(b->x->a, b->kinds_n + 1, uint8_t);
	bool found = false;
	for (size_t i = 0; tried && i < b->n; i++) {
		if (tried[b->hits[i].kind]++)
			continue;
		struct anchor a = anchor_weigh(b, i);
		if (!a.count || !is_enough(b, &a, least))
			continue;
		if (found && (a.score < best->score || (a.score == best->score && a.count <= best->count)))
			continue;
		*best = a;
		*first = i;
		found = true;
	}
	return found;
}

/* ---- records */

static bool title_take(struct blocks *b, size_t from, size_t to, int prop, struct found *cells)
{
	struct cell t = prop >= 0 ? card_title(b, from, to) : (struct cell){ 0 };
	uint32_t *words = t.words ? ARENA_ARRAY(b->x->a, t.words, uint32_t) : NULL;
	for (uint32_t i = 0; words && i < t.words; i++)
		words[i] = t.word + i;
	if (words)
		cells[b->pl->items[prop].index] = found_make(b->x, b->pl->items[prop].field, words, t.words, BLOCK_SCORE);
	return words || !t.words;
}

/* Units in the labels of the figures they are of. */
static void units_take(struct blocks *b, size_t from, size_t to, struct found *cells)
{
	const struct plan_array *a = b->pl->array;
	uint32_t ids[BLOCK_LABEL_WORDS];
	for (size_t u = 0; u < a->fields_n; u++) {
		int f = cells[u].n ? -1 : unit_figure(b->x, a, u);
		for (size_t i = from; i < to && f >= 0 && cells[f].n && !cells[u].n; i++) {
			const struct hit *h = &b->hits[i];
			uint32_t n = 0;
			while (n < h->words && n < BLOCK_LABEL_WORDS && h->prop >= 0 && b->pl->items[h->prop].index == (size_t)f) {
				ids[n] = h->label + n;
				n++;
			}
			cells[u] = unit_in_words(b->x, ids, n);
		}
	}
}

static bool block_emit(struct blocks *b, size_t from, size_t to, int title, struct records *out, size_t *cap)
{
	const struct plan_array *a = b->pl->array;
	struct found *cells = ARENA_ARRAY(b->x->a, a->fields_n + 1, struct found);
	int *sim = ARENA_ARRAY(b->x->a, a->fields_n + 1, int);
	size_t filled = 0;
	if (!cells || !sim)
		return false;
	for (size_t i = from; i < to; i++) {
		const struct hit *h = &b->hits[i];
		size_t at = h->prop < 0 ? 0 : b->pl->items[h->prop].index;
		if (h->prop < 0 || !h->found.n || h->sim <= sim[at])
			continue;
		cells[at] = h->found;
		sim[at] = h->sim;
	}
	if (!title_take(b, from, to, title, cells))
		return false;
	units_take(b, from, to, cells);
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
static bool blocks_emit(struct blocks *b, size_t first, int title, struct records *out)
{
	size_t cap = 0, longest = 0;
	uint8_t level = end_level(b, first, next_of_kind(b, first));
	for (size_t i = first; i < b->n; i = next_of_kind(b, i)) {
		size_t end = block_end(b, i, level);
		if (longest && next_of_kind(b, i) == b->n && end > i + longest)
			end = i + longest;
		if (!block_emit(b, i, end, title, out, &cap))
			return false;
		longest = end - i > longest ? end - i : longest;
	}
	out->score = BLOCK_SCORE;
	return true;
}

bool blocks_recover(struct table_ctx *x, const struct prop_list *pl, size_t least, struct records *out)
{
	struct blocks *b = ARENA_NEW(x->a, struct blocks);
	struct anchor best = { 0 };
	size_t first = 0;
	if (!b)
		return false;
	b->x = x;
	b->pl = pl;
	if (!blocks_labels(b))
		return false;
	return !anchor_find(b, least, &best, &first) || blocks_emit(b, first, best.title, out);
}
