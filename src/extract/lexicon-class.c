/* SPDX-License-Identifier: Apache-2.0 */
/* lexicon-class - phrases that mean the same: classes of the lexicon and how far from their heads a phrase is. */
#include "extract/lexicon-private.h"

static int key_cmp(const struct lex_phrase *p, const uint32_t *key, size_t n)
{
	for (size_t i = 0; i < p->n && i < n; i++)
		if (LEX->pool[p->key + i] != key[i])
			return LEX->pool[p->key + i] < key[i] ? -1 : 1;
	return p->n < n ? -1 : p->n > n;
}

/* First index into by_key whose phrase has these tokens; the caller walks on while they match. */
static uint32_t by_key_find(const uint32_t *key, size_t n)
{
	uint32_t lo = 0, hi = LEX->phrases_n;
	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (key_cmp(&LEX->phrases[LEX->by_key[mid]], key, n) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Weight between two tiers of a class: the weaker one decides. */
static int tier_weight(int a, int b)
{
	static const int rows[] = { 960, 880, 800, 720 };
	int t = a > b ? a : b;
	return rows[t < 3 ? t : 3];
}

struct expansion {
	struct intern *in;
	struct phrase whole;
	struct phrase *out;
	int *weight;
	size_t n, max;
};

static void expansion_add(struct expansion *x, struct phrase p, int weight)
{
	size_t at;
	if (phrase_same(p, x->whole))
		return;
	for (size_t i = 0; i < x->n; i++)
		if (phrase_same(x->out[i], p)) {
			if (x->weight[i] >= weight)
				return;
			memmove(x->out + i, x->out + i + 1, (x->n - i - 1) * sizeof *x->out);
			memmove(x->weight + i, x->weight + i + 1, (x->n - i - 1) * sizeof *x->weight);
			x->n--;
			break;
		}
	for (at = x->n; at && x->weight[at - 1] < weight; at--)
		;
	if (at == x->max)
		return;
	if (x->n == x->max)
		x->n--;
	memmove(x->out + at + 1, x->out + at, (x->n - at) * sizeof *x->out);
	memmove(x->weight + at + 1, x->weight + at, (x->n - at) * sizeof *x->weight);
	x->out[at] = p;
	x->weight[at] = weight;
	x->n++;
}

/* whole with [at, at + n) replaced by q. */
static struct phrase replaced(struct intern *in, struct phrase whole, size_t at, size_t n, struct phrase q)
{
	size_t total = whole.n - n + q.n;
	uint32_t *t = ARENA_ARRAY(in->a, total, uint32_t);
	if (!t)
		return (struct phrase){ NULL, 0 };
	memcpy(t, whole.tokens, at * sizeof *t);
	memcpy(t + at, q.tokens, q.n * sizeof *t);
	memcpy(t + at + q.n, whole.tokens + at + n, (whole.n - at - n) * sizeof *t);
	return (struct phrase){ t, total };
}

static void expand_class(struct expansion *x, const struct lex_phrase *mine, size_t at, size_t n, int percent)
{
	/* one word belongs to many classes; as a member of a class of longer phrases it says less */
	/* inside a longer phrase only what the word is first of all called may stand for it */
	bool part = n < x->whole.n;
	if (part && mine->n == 1 && mine != &LEX->phrases[LEX->class_first[mine->class]])
		return;
	bool loose = mine->n == 1 && LEX->phrases[LEX->class_first[mine->class]].n > 1;
	for (uint32_t i = LEX->class_first[mine->class]; i < LEX->class_first[mine->class + 1]; i++) {
		const struct lex_phrase *q = &LEX->phrases[i];
		struct phrase p = { LEX->pool + q->tokens, q->n };
		if (q == mine || (q->n == mine->n && !memcmp(LEX->pool + q->key, LEX->pool + mine->key, q->n * sizeof(uint32_t))))
			continue;
		if (part && (q->tier || q->n > mine->n + 1u))
			continue;
		if (part)
			p = replaced(x->in, x->whole, at, n, p);
		if (p.n && p.n <= PHRASE_TOKENS)
			expansion_add(x, p, tier_weight(mine->tier, q->tier) * percent / 100 * (loose ? 90 : 100) / 100);
	}
}

static void expand_part(struct expansion *x, size_t at, size_t n)
{
	uint32_t key[TOKEN_IDS];
	memcpy(key, x->whole.tokens + at, n * sizeof *key);
	token_sort(key, n);
	for (uint32_t i = by_key_find(key, n); i < LEX->phrases_n; i++) {
		const struct lex_phrase *p = &LEX->phrases[LEX->by_key[i]];
		if (key_cmp(p, key, n))
			break;
		if (!p->oneway)
			expand_class(x, p, at, n, n == x->whole.n ? 100 : 92);
	}
}

size_t lexicon_expand(struct intern *in, struct phrase p, bool parts, struct phrase *out, int *weight, size_t max)
{
	struct expansion x = { in, p, out, weight, 0, max };
	if (!p.n || !max)
		return 0;
	if (p.n <= TOKEN_IDS)
		expand_part(&x, 0, p.n);
	for (size_t n = p.n < TOKEN_IDS ? p.n - 1 : TOKEN_IDS; parts && p.n > 1 && n; n--)
		for (size_t at = 0; at + n <= p.n; at++)
			if (n > 1 || !(token_flags(in, p.tokens[at]) & TOKEN_LIGHT))
				expand_part(&x, at, n);
	return x.n;
}

bool lexicon_knows(struct phrase p)
{
	uint32_t key[TOKEN_IDS];
	if (!p.n || p.n > TOKEN_IDS)
		return false;
	memcpy(key, p.tokens, p.n * sizeof *key);
	token_sort(key, p.n);
	uint32_t at = by_key_find(key, p.n);
	return at < LEX->phrases_n && !key_cmp(&LEX->phrases[LEX->by_key[at]], key, p.n);
}

static bool shares_word(const struct intern *in, struct phrase a, struct phrase b)
{
	for (size_t k = 0; k < a.n; k++)
		if (phrase_has(b, a.tokens[k]) && !(token_flags(in, a.tokens[k]) & (TOKEN_LIGHT | TOKEN_STOP)))
			return true;
	return false;
}

bool lexicon_heads(uint32_t token)
{
	for (uint32_t c = 0; c < LEX->classes_n; c++) {
		const struct lex_phrase *head = &LEX->phrases[LEX->class_first[c]];
		for (uint8_t i = 0; i < head->n; i++)
			if (LEX->pool[head->tokens + i] == token)
				return true;
	}
	return false;
}

struct phrase lexicon_head(const struct intern *in, struct phrase p)
{
	uint32_t key[TOKEN_IDS], classes = 0;
	struct phrase only = { NULL, 0 };
	if (!p.n || p.n > TOKEN_IDS)
		return only;
	memcpy(key, p.tokens, p.n * sizeof *key);
	token_sort(key, p.n);
	for (uint32_t i = by_key_find(key, p.n); i < LEX->phrases_n && !key_cmp(&LEX->phrases[LEX->by_key[i]], key, p.n); i++) {
		const struct lex_phrase *q = &LEX->phrases[LEX->by_key[i]], *head = &LEX->phrases[LEX->class_first[q->class]];
		struct phrase h = { LEX->pool + head->tokens, head->n };
		if (q->tier || q->oneway)
			continue;
		if (h.n <= p.n && shares_word(in, p, h))
			return h;
		classes++;
		only = h;
	}
	return classes == 1 ? only : (struct phrase){ NULL, 0 };
}

int lexicon_tier(struct intern *in, struct phrase p, const char *head)
{
	uint32_t key[TOKEN_IDS], head_key[TOKEN_IDS];
	struct phrase h = phrase_of(in, str_from(head));
	int best = -1;
	if (!p.n || p.n > TOKEN_IDS || !h.n || h.n > TOKEN_IDS)
		return -1;
	memcpy(key, p.tokens, p.n * sizeof *key);
	memcpy(head_key, h.tokens, h.n * sizeof *head_key);
	token_sort(key, p.n);
	token_sort(head_key, h.n);
	for (uint32_t i = by_key_find(key, p.n); i < LEX->phrases_n; i++) {
		const struct lex_phrase *q = &LEX->phrases[LEX->by_key[i]];
		if (key_cmp(q, key, p.n))
			break;
		if (!key_cmp(&LEX->phrases[LEX->class_first[q->class]], head_key, h.n) && (best < 0 || q->tier < best))
			best = q->tier;
	}
	return best;
}

bool lexicon_in_class(struct intern *in, struct phrase p, const char *head)
{
	return lexicon_tier(in, p, head) >= 0;
}
