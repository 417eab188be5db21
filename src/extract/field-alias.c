/* SPDX-License-Identifier: Apache-2.0 */
/* field-alias - the aliases of all fields by the tokens they hold: which fields like a label. */
#include "extract/field-private.h"

struct posting {
	uint32_t field;
	const struct plan_alias *alias;
	struct label_bulk bulk;
};

/* A question answered before: sentences and tables ask about the same few words again and again. */
struct answer {
	const struct answer *next; /* of the same hash */
	const uint32_t *tokens;
	const struct liking *likes;
	uint32_t tokens_n, likes_n, max;
	int least;
};
enum { ANSWER_SLOTS = 4096 };

/* token -> aliases that hold it */
struct alias_index {
	uint32_t tokens_n;       /* highest token + 1 */
	const uint32_t *first;   /* tokens_n + 1 offsets */
	const uint32_t *alias;   /* indexes into all */
	const struct posting *all;
	uint32_t all_n;
	uint32_t *stamp;         /* per alias: the last question that looked at it */
	int32_t *shared;         /* per alias, of the question under way: what the tokens it shares with the label weigh */
	uint32_t *met;           /* aliases the question under way shares a token with */
	uint32_t question;
	const struct answer **answers; /* ANSWER_SLOTS lists */
};

static uint32_t all_aliases(const struct plan *p, const struct intern *in, struct posting *out, uint32_t *top)
{
	uint32_t n = 0;
	*top = 0;
	for (size_t f = 0; f < p->fields_n; f++)
		for (size_t i = 0; i < p->fields[f].aliases_n; i++) {
			const struct plan_alias *a = &p->fields[f].aliases[i];
			if (out)
				out[n] = (struct posting){ (uint32_t)f, a, label_bulk(in, a->phrase) };
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
	ix->all_n = all_aliases(x->plan, x->in, NULL, &ix->tokens_n);
	struct posting *all = ARENA_ARRAY(x->a, ix->all_n, struct posting);
	ix->stamp = ARENA_ARRAY(x->a, ix->all_n, uint32_t);
	ix->shared = ARENA_ARRAY(x->a, ix->all_n, int32_t);
	ix->met = ARENA_ARRAY(x->a, ix->all_n, uint32_t);
	ix->answers = ARENA_ARRAY(x->a, ANSWER_SLOTS, const struct answer *);
	if (!all || !ix->stamp || !ix->shared || !ix->met || !ix->answers)
		return false;
	all_aliases(x->plan, x->in, all, &ix->tokens_n);
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

/* The aliases that share a token with the label, in the order of its tokens: into met[], how many. */
static uint32_t aliases_meet(const struct fx *x, struct alias_index *ix, struct phrase p)
{
	uint32_t n = 0;
	ix->question++;
	for (size_t k = 0; k < p.n; k++) {
		if (p.tokens[k] >= ix->tokens_n)
			continue;
		int weight = token_weight(x->in, p.tokens[k]);
		for (uint32_t i = ix->first[p.tokens[k]]; i < ix->first[p.tokens[k] + 1]; i++) {
			uint32_t a = ix->alias[i];
			if (ix->stamp[a] != ix->question) {
				ix->stamp[a] = ix->question;
				ix->shared[a] = 0;
				ix->met[n++] = a;
			}
			ix->shared[a] += weight;
		}
	}
	return n;
}

static uint32_t answer_slot(struct phrase p)
{
	uint32_t h = 0;
	for (size_t i = 0; i < p.n; i++)
		h = (h ^ p.tokens[i]) * 2654435761u;
	return (h ^ h >> 16) % ANSWER_SLOTS;
}

static const struct answer *answer_find(const struct answer *a, struct phrase p, int least, size_t max)
{
	for (; a; a = a->next)
		if (a->tokens_n == p.n && a->least == least && a->max == max && memcmp(a->tokens, p.tokens, p.n * sizeof *p.tokens) == 0)
			return a;
	return NULL;
}

/* Without memory the question is answered anew the next time. */
static void answer_keep(struct fx *x, uint32_t slot, struct phrase p, int least, const struct liking *likes, size_t n, size_t max)
{
	struct answer *a = ARENA_NEW(x->a, struct answer);
	uint32_t *tokens = ARENA_ARRAY(x->a, p.n, uint32_t);
	struct liking *kept = ARENA_ARRAY(x->a, n + 1, struct liking);
	if (!a || !tokens || !kept)
		return;
	memcpy(tokens, p.tokens, p.n * sizeof *tokens);
	memcpy(kept, likes, n * sizeof *kept);
	*a = (struct answer){ x->index->answers[slot], tokens, kept, (uint32_t)p.n, (uint32_t)n, (uint32_t)max, least };
	x->index->answers[slot] = a;
}

static size_t aliases_ask(struct fx *x, struct phrase p, int least, struct liking *out, size_t max)
{
	struct alias_index *ix = x->index;
	struct label_terms terms;
	size_t n = 0;
	uint32_t met = aliases_meet(x, ix, p);
	if (!met)
		return 0;
	label_terms_read(x->in, p, &terms);
	for (uint32_t i = 0; i < met; i++) {
		const struct posting *q = &ix->all[ix->met[i]];
		int ask = n == max && out[max - 1].sim >= least ? out[max - 1].sim + 1 : least; /* less makes no difference */
		if (q->alias->weight < ask || label_ceiling(&terms, &q->bulk, ix->shared[ix->met[i]]) * q->alias->weight / 1000 < ask)
			continue;
		int s = label_similarity(x->in, &terms, q->alias->phrase) * q->alias->weight / 1000;
		if (s >= ask)
			like_put(out, &n, max, (struct liking){ q->field, s, q->alias->range });
	}
	return n;
}

size_t labels_match_least(struct fx *x, struct phrase p, int least, struct liking *out, size_t max)
{
	if (!labels_know(x, p))
		return 0;
	uint32_t slot = answer_slot(p);
	const struct answer *a = answer_find(x->index->answers[slot], p, least, max);
	if (a) {
		memcpy(out, a->likes, a->likes_n * sizeof *out);
		return a->likes_n;
	}
	size_t n = aliases_ask(x, p, least, out, max);
	answer_keep(x, slot, p, least, out, n, max);
	return n;
}

bool labels_know(struct fx *x, struct phrase p)
{
	for (size_t i = 0; i < p.n; i++)
		if (p.tokens[i] < x->index->tokens_n && x->index->first[p.tokens[i]] < x->index->first[p.tokens[i] + 1])
			return true;
	return false;
}
