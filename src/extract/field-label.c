/* SPDX-License-Identifier: Apache-2.0 */
/* field-label - which runs of words may be labels, and of which fields. */
#include "extract/field-private.h"

#define HYP_LIKES 24      /* fields looked at for one label */
#define PROSE_WORDS 14    /* longer segments are sentences: only a colon or a close match makes a label there */
#define PROSE_SIM 880

struct posting {
	uint32_t field;
	const struct plan_alias *alias;
};

/* token -> aliases that hold it */
struct alias_index {
	uint32_t tokens_n;       /* highest token + 1 */
	const uint32_t *first;   /* tokens_n + 1 offsets */
	const uint32_t *alias;   /* indexes into all */
	const struct posting *all;
	uint32_t all_n;
	uint32_t *stamp;         /* per alias: the last question that looked at it */
	int16_t *best;           /* per field, of the question under way */
	uint32_t question;
};

static uint32_t all_aliases(const struct plan *p, struct posting *out, uint32_t *top)
{
	uint32_t n = 0;
	*top = 0;
	for (size_t f = 0; f < p->fields_n; f++)
		for (size_t i = 0; i < p->fields[f].aliases_n; i++) {
			const struct plan_alias *a = &p->fields[f].aliases[i];
			if (out)
				out[n] = (struct posting){ (uint32_t)f, a };
			n++;
			for (size_t k = 0; k < a->phrase.n; k++)
				if (a->phrase.tokens[k] >= *top)
					*top = a->phrase.tokens[k] + 1;
		}
	return n;
}

static bool index_fill(struct fx *x, struct alias_index *ix, struct posting *all)
{
	uint32_t *first = ARENA_ARRAY(x->a, ix->tokens_n + 2, uint32_t), total = 0;
	for (uint32_t i = 0; first && i < ix->all_n; i++)
		for (size_t k = 0; k < all[i].alias->phrase.n; k++, total++)
			first[all[i].alias->phrase.tokens[k] + 2]++;
	uint32_t *alias = ARENA_ARRAY(x->a, total, uint32_t);
	if (!first || !alias)
		return false;
	for (uint32_t t = 2; t < ix->tokens_n + 2; t++)
		first[t] += first[t - 1];
	for (uint32_t i = 0; i < ix->all_n; i++)
		for (size_t k = 0; k < all[i].alias->phrase.n; k++)
			alias[first[all[i].alias->phrase.tokens[k] + 1]++] = i;
	ix->first = first;
	ix->alias = alias;
	return true;
}

bool labels_index(struct fx *x)
{
	struct alias_index *ix = ARENA_NEW(x->a, struct alias_index);
	if (!ix)
		return false;
	ix->all_n = all_aliases(x->plan, NULL, &ix->tokens_n);
	struct posting *all = ARENA_ARRAY(x->a, ix->all_n, struct posting);
	ix->stamp = ARENA_ARRAY(x->a, ix->all_n, uint32_t);
	ix->best = ARENA_ARRAY(x->a, x->plan->fields_n, int16_t);
	if (!all || !ix->stamp || !ix->best)
		return false;
	all_aliases(x->plan, all, &ix->tokens_n);
	ix->all = all;
	x->index = ix;
	return index_fill(x, ix, all);
}

static void like_put(struct liking *out, size_t *n, size_t max, struct liking l)
{
	size_t at = *n;
	for (size_t i = 0; i < *n; i++)
		if (out[i].field == l.field) {
			if (out[i].sim >= l.sim)
				return;
			at = i;
			break;
		}
	if (at == *n) {
		if (*n == max && out[max - 1].sim >= l.sim)
			return;
		at = *n < max ? (*n)++ : max - 1;
	}
	for (; at && out[at - 1].sim < l.sim; at--)
		out[at] = out[at - 1];
	out[at] = l;
}

size_t labels_match(struct fx *x, struct phrase p, struct liking *out, size_t max)
{
	struct alias_index *ix = x->index;
	size_t n = 0;
	ix->question++;
	for (size_t k = 0; k < p.n; k++) {
		if (p.tokens[k] >= ix->tokens_n)
			continue;
		for (uint32_t i = ix->first[p.tokens[k]]; i < ix->first[p.tokens[k] + 1]; i++) {
			const struct posting *q = &ix->all[ix->alias[i]];
			if (ix->stamp[ix->alias[i]] == ix->question || (n == max && q->alias->weight <= out[max - 1].sim))
				continue;
			ix->stamp[ix->alias[i]] = ix->question;
			int s = phrase_similarity(x->in, p, q->alias->phrase) * q->alias->weight / 1000;
			if (s >= FIELD_LIKES)
				like_put(out, &n, max, (struct liking){ q->field, s, q->alias->range });
		}
	}
	return n;
}

/* ---- how much a segment reads like a label */

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static int measure(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	struct liking like;
	struct phrase p;
	if (word_ends_label(x->v->words[g->word + g->words - 1].text))
		return g->words <= LABEL_WORDS + 2 ? 1000 : 600;
	if (g->words > LABEL_WORDS)
		return 0;
	p = fx_phrase(x, g->word, g->words);
	int sim = labels_match(x, p, &like, 1) ? like.sim : 0;
	if (sim < 900 && lexicon_knows(p))
		sim = 900;
	for (uint32_t w = g->word; sim && w < g->word + g->words; w++)
		if (has_digit(x->v->words[w].text))
			sim = sim * 6 / 10; /* labels seldom hold figures */
	return sim;
}

void labels_measure(struct fx *x)
{
	for (uint32_t s = x->seg0; s < x->seg1; s++)
		x->label_like[s - x->seg0] = (int16_t)measure(x, s);
}

/* ---- hypotheses */

static bool in_prose(const struct fx *x, const struct view_seg *g)
{
	return g->words > PROSE_WORDS || (x->v->lines[g->line].flags & VIEW_PROSE && g->words > LABEL_WORDS);
}

static void hyp_try(struct fx *x, struct hyp h, int least)
{
	struct liking likes[HYP_LIKES];
	if (!h.p.n)
		return;
	size_t n = labels_match(x, h.p, likes, HYP_LIKES);
	while (n && likes[n - 1].sim < least)
		n--;
	if (n)
		values_beside(x, &h, likes, n);
}

/* Label and value in one word: "Nr.:4711". Offset of the value, 0 if there is none. */
static uint16_t word_split(struct str w)
{
	for (size_t i = 1; i + 1 < w.n; i++)
		if (w.p[i] == ':' || w.p[i] == '#') {
			bool left_digit = w.p[i - 1] >= '0' && w.p[i - 1] <= '9';
			bool slashes = w.p[i + 1] == '/' || w.p[i + 1] == ':';
			return left_digit || slashes ? 0 : (uint16_t)(i + 1);
		}
	return 0;
}

/* Tokens of words [word, last) and of the part of the last word before split. */
static struct phrase phrase_split(struct fx *x, uint32_t word, uint32_t last, uint16_t split)
{
	struct str w = x->v->words[last].text;
	struct phrase head = fx_phrase(x, word, last - word), tail = phrase_of(x->in, (struct str){ w.p, split });
	uint32_t *ids = ARENA_ARRAY(x->a, head.n + tail.n, uint32_t);
	if (!ids || head.n + tail.n > PHRASE_TOKENS)
		return (struct phrase){ NULL, 0 };
	memcpy(ids, head.tokens, head.n * sizeof *ids);
	memcpy(ids + head.n, tail.tokens, tail.n * sizeof *ids);
	return (struct phrase){ ids, head.n + tail.n };
}

/* Every run of words that ends at a colon. */
static void try_colons(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t from = g->word, end = g->word + g->words;
	for (uint32_t w = g->word; w < end; w++) {
		struct str t = x->v->words[w].text;
		bool colon = word_ends_label(t);
		uint16_t split = colon ? 0 : word_split(t);
		if (!colon && !split)
			continue;
		uint32_t low = w + 1 - from > LABEL_WORDS ? w + 1 - LABEL_WORDS : from;
		for (uint32_t first = low; first <= w; first++) {
			struct phrase p = split ? phrase_split(x, first, w, split) : fx_phrase(x, first, w + 1 - first);
			hyp_try(x, (struct hyp){ .seg = s, .word = first, .words = w + 1 - first, .split = split, .p = p,
						 .colon = true, .whole = first == g->word && w + 1 == end && !split,
						 .inside = first > g->word }, FIELD_LIKES);
		}
		from = w + 1;
	}
}

static void try_whole(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	if (g->words > LABEL_WORDS + 2 || word_ends_label(x->v->words[g->word + g->words - 1].text))
		return;
	hyp_try(x, (struct hyp){ .seg = s, .word = g->word, .words = g->words, .p = fx_phrase(x, g->word, g->words),
				 .whole = true }, FIELD_LIKES);
}

/* "Invoice # 123", "Total EUR 12.50": the first words of a segment, or any words of it, with a value behind them. */
static void try_inside(struct fx *x, uint32_t s, int least)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t end = g->word + g->words;
	for (uint32_t first = g->word; first < end; first++) {
		if (fx_word(x, first)->n == 0)
			continue;
		uint32_t most = first == g->word ? LABEL_WORDS : LABEL_WORDS - 2;
		for (uint32_t n = 1; n <= most && first + n < end; n++) {
			if (word_ends_label(x->v->words[first + n - 1].text))
				break; /* try_colons() has it */
			hyp_try(x, (struct hyp){ .seg = s, .word = first, .words = n, .p = fx_phrase(x, first, n),
						 .inside = first > g->word }, first == g->word ? least : least + 150);
		}
	}
}

/* Two labels in one: "Invoice No./Date". */
static void try_slashes(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	if (g->words > LABEL_WORDS)
		return;
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		struct str t = x->v->words[w].text;
		const char *slash = t.n > 1 ? memchr(t.p + 1, '/', t.n - 1) : NULL;
		if (!slash && !(str_eq_z(t, "/") && w > g->word))
			continue;
		uint16_t at = slash ? (uint16_t)(slash - t.p) : 0;
		struct hyp h = { .seg = s, .word = g->word, .words = g->words, .whole = true };
		h.p = slash ? phrase_split(x, g->word, w, at) : fx_phrase(x, g->word, w - g->word);
		hyp_try(x, h, 800);
		if (slash) {
			struct phrase head = phrase_of(x->in, (struct str){ slash + 1, t.n - at - 1 });
			struct phrase tail = fx_phrase(x, w + 1, g->word + g->words - w - 1);
			uint32_t *ids = ARENA_ARRAY(x->a, head.n + tail.n, uint32_t);
			if (!ids || head.n + tail.n > PHRASE_TOKENS)
				return;
			memcpy(ids, head.tokens, head.n * sizeof *ids);
			memcpy(ids + head.n, tail.tokens, tail.n * sizeof *ids);
			h.p = (struct phrase){ ids, head.n + tail.n };
		} else {
			h.p = fx_phrase(x, w + 1, g->word + g->words - w - 1);
		}
		hyp_try(x, h, 800);
		return;
	}
}

bool labels_search(struct fx *x)
{
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		const struct view_seg *g = &x->v->segs[s];
		try_colons(x, s);
		if (in_prose(x, g)) {
			try_inside(x, s, PROSE_SIM);
			continue;
		}
		try_whole(x, s);
		try_slashes(x, s);
		try_inside(x, s, FIELD_LIKES + 100);
	}
	return !x->a->over;
}
