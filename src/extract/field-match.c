/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-match - who takes a place that several fields want.
 *
 *      letter_date   0.80  "18 March"   0.78  "4 March"       the best score first would leave pay_by without
 *      pay_by        0.75  "18 March"                         a value; together they have one each
 *
 * Fields that contend for words are settled together: of all ways to give each of them one of its candidates or
 * none, the one of the greatest worth. Places overlap in more ways than one (a street inside an address, a date
 * inside its range), so it is a search with a bound on groups cut small, not the Hungarian method.
 */
#include "extract/field-private.h"

enum {
	OPTIONS = 6,        /* candidates of a field that take part … */
	MARGIN = 50,        /* … so much weaker than its best one at most: nobody gives up a place for a poor one */
	GROUP_MOST = 24,    /* fields settled together; what remains takes the best score first */
	SHARING = 30,       /* score that a place loses for the second field to have it: another label as good is its own */
	STEPS = 20000,      /* of the search for one group: what it found until then stands */
	WORTHLESS = 400     /* score at which a value is worth nothing */
};

struct group {
	struct fx *x;
	uint32_t field[GROUP_MOST];
	int64_t bound[GROUP_MOST + 1]; /* most that the fields from here on are worth */
	int at[GROUP_MOST], best[GROUP_MOST];
	uint32_t n;
	int64_t worth;
	int steps;
};

/* Convex: one value that is sure outweighs two that are vague. */
static int64_t worth_of(const struct cand *c, int cost)
{
	int64_t w = c->score - cost - WORTHLESS;
	return w > 0 ? w * w * w : 0;
}

/* Does a field before the i-th have the place, too? */
static bool is_shared(const struct group *g, uint32_t i, const struct cand *c)
{
	for (uint32_t k = 0; k < i; k++)
		if (g->at[k] >= 0 && fields_share(g->x, g->field[i], c, g->field[k], &g->x->cands[g->field[k]].items[g->at[k]]))
			return true;
	return false;
}

static uint32_t options_of(const struct fx *x, uint32_t f)
{
	const struct cand_list *l = &x->cands[f];
	uint32_t n = 0;
	while (n < l->n && n < OPTIONS && l->items[n].score >= FIELD_TAKES && l->items[n].score + MARGIN >= l->items[0].score)
		n++;
	return n;
}

static bool fits(const struct group *g, uint32_t i, const struct cand *c)
{
	for (uint32_t k = 0; k < i; k++)
		if (g->at[k] >= 0 && fields_clash(g->x, g->field[i], c, g->field[k], &g->x->cands[g->field[k]].items[g->at[k]]))
			return false;
	return true;
}

static void search(struct group *g, uint32_t i, int64_t worth)
{
	if (i == g->n) {
		if (worth > g->worth) {
			g->worth = worth;
			memcpy(g->best, g->at, sizeof g->best);
		}
		return;
	}
	if (worth + g->bound[i] <= g->worth || ++g->steps > STEPS)
		return;
	for (uint32_t k = 0; k < options_of(g->x, g->field[i]); k++) {
		const struct cand *c = &g->x->cands[g->field[i]].items[k];
		if (!fits(g, i, c))
			continue;
		g->at[i] = (int)k;
		search(g, i + 1, worth + worth_of(c, is_shared(g, i, c) ? SHARING : 0));
	}
	g->at[i] = -1;
	search(g, i + 1, worth);
}

/* Do the best candidates of all get along, each with a place of its own? Then nothing is to be settled. */
static bool all_fit(struct group *g)
{
	for (uint32_t i = 0; i < g->n; i++) {
		const struct cand *best = &g->x->cands[g->field[i]].items[0];
		g->at[i] = 0;
		if (!fits(g, i, best) || is_shared(g, i, best))
			return false;
	}
	return true;
}

static void group_settle(struct group *g, int *pick)
{
	if (g->n < 2 || all_fit(g))
		return; /* each takes its best one anyway */
	for (uint32_t i = 0; i < g->n; i++) { /* the surest first: what is found soon cuts off the rest */
		uint32_t f = g->field[i], k = i;
		for (; k && g->x->cands[g->field[k - 1]].items[0].score < g->x->cands[f].items[0].score; k--)
			g->field[k] = g->field[k - 1];
		g->field[k] = f;
	}
	g->bound[g->n] = 0;
	for (uint32_t i = g->n; i-- > 0;)
		g->bound[i] = g->bound[i + 1] + worth_of(&g->x->cands[g->field[i]].items[0], 0);
	search(g, 0, 0);
	for (uint32_t i = 0; g->worth > 0 && i < g->n; i++)
		pick[g->field[i]] = g->best[i];
}

/* ---- who contends with whom */

static uint32_t root_of(uint32_t *up, uint32_t f)
{
	while (up[f] != f)
		f = up[f] = up[up[f]];
	return f;
}

static void join(uint32_t *up, uint32_t f, uint32_t g)
{
	f = root_of(up, f);
	g = root_of(up, g);
	up[f > g ? f : g] = f > g ? g : f;
}

/* up[f] leads to the first field of f's group: fields that want the same words. */
static bool groups_find(struct fx *x, uint32_t *up)
{
	uint32_t *owner = ARENA_ARRAY(x->a, x->word1 - x->word0, uint32_t); /* field + 1 */
	for (uint32_t f = 0; owner && f < x->plan->fields_n; f++) {
		for (uint32_t k = 0; fields_contend(x, f) && k < options_of(x, f); k++) {
			const struct found *v = &x->cands[f].items[k].value;
			for (size_t i = 0; i < v->n; i++) {
				uint32_t *o = &owner[v->words[i] - x->word0];
				if (*o)
					join(up, *o - 1, f);
				*o = f + 1;
			}
		}
	}
	return owner != NULL;
}

bool fields_match(struct fx *x, int *pick)
{
	uint32_t n = (uint32_t)x->plan->fields_n, *up = ARENA_ARRAY(x->a, n, uint32_t), *next = ARENA_ARRAY(x->a, n, uint32_t);
	for (uint32_t f = 0; up && f < n; f++)
		up[f] = f;
	if (!up || !next || !groups_find(x, up))
		return false;
	uint32_t *last = ARENA_ARRAY(x->a, n, uint32_t);
	for (uint32_t f = 0; last && f < n; f++) { /* the fields of a group as a list: next[f] - 1 follows f */
		uint32_t r = root_of(up, f);
		if (r != f)
			next[last[r]] = f + 1;
		last[r] = f;
	}
	for (uint32_t f = 0; last && f < n; f++) {
		struct group g = { .x = x };
		uint32_t k = f + 1;
		if (root_of(up, f) != f)
			continue;
		for (; k && g.n < GROUP_MOST; k = next[k - 1])
			if (options_of(x, k - 1))
				g.field[g.n++] = k - 1;
		if (!k)
			group_settle(&g, pick);
	}
	return last != NULL;
}
