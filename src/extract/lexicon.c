/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/lexicon-private.h"

#define WEIGHT_PLAIN 1000
#define WEIGHT_RATE 150
#define WEIGHT_LIGHT 600 /* engine.md section 4: generic heads */

struct intern *intern_new(struct arena *a)
{
	struct intern *in = ARENA_NEW(a, struct intern);
	if (!in)
		return NULL;
	in->a = a;
	in->slots_n = in->memo_cap = 1024;
	in->slots = ARENA_ARRAY(a, in->slots_n, uint32_t);
	in->memo = ARENA_ARRAY(a, in->memo_cap, struct word_memo);
	in->weight = ARENA_ARRAY(a, LEX->tokens_n, int16_t);
	in->named = ARENA_ARRAY(a, NAMED_SLOTS, struct named_memo);
	in->answers = ARENA_ARRAY(a, ANSWERS, struct label_answer);
	if (!in->slots || !in->memo || !in->weight || !in->named || !in->answers)
		return NULL;
	in->percent = token_named(in, "percent");
	for (uint32_t i = 0; i < LEX->tokens_n; i++)
		in->weight[i] = LEX->token_flags[i] & TOKEN_LIGHT ? WEIGHT_LIGHT : WEIGHT_PLAIN;
	return in;
}

struct str token_text(const struct intern *in, uint32_t token)
{
	if (token < LEX->tokens_n)
		return lexicon_name(LEX, token);
	token -= LEX->tokens_n;
	return token < in->unknown_n ? in->text[token] : STR("");
}

unsigned token_flags(const struct intern *in, uint32_t token)
{
	return token < LEX->tokens_n ? LEX->token_flags[token] : 0;
}

bool token_is_known(uint32_t token)
{
	return token < LEX->tokens_n;
}

uint32_t token_named(const struct intern *in, const char *word)
{
	struct named_memo *m = &in->named[((uintptr_t)word * 2654435761u >> 16) % NAMED_SLOTS];
	if (m->word != word) {
		const struct lex_variant *v = lexicon_variant(LEX, str_from(word));
		*m = (struct named_memo){ word, v && v->n == 1 ? LEX->pool[v->ids] : UINT32_MAX };
	}
	return m->token;
}

int token_weight(const struct intern *in, uint32_t token)
{
	if (token < LEX->tokens_n)
		return in->weight[token];
	token -= LEX->tokens_n;
	return token < in->unknown_n ? in->unknown_weight[token] : WEIGHT_PLAIN;
}

void token_set_weight(struct intern *in, uint32_t token, int weight)
{
	memset(in->answers, 0, ANSWERS * sizeof *in->answers);
	if (token < LEX->tokens_n)
		in->weight[token] = (int16_t)weight;
	else if (token - LEX->tokens_n < in->unknown_n)
		in->unknown_weight[token - LEX->tokens_n] = (int16_t)weight;
}

/* ---- unknown words */

static bool slots_grow(struct intern *in)
{
	uint32_t n = in->slots_n * 2, *slots = ARENA_ARRAY(in->a, n, uint32_t);
	if (!slots)
		return false;
	for (uint32_t i = 0; i < in->unknown_n; i++) {
		uint32_t at = token_hash(in->text[i]) & (n - 1);
		while (slots[at])
			at = (at + 1) & (n - 1);
		slots[at] = i + 1;
	}
	in->slots = slots;
	in->slots_n = n;
	return true;
}

static bool unknown_room(struct intern *in)
{
	if (in->unknown_n == in->unknown_cap) {
		uint32_t cap = in->unknown_cap ? in->unknown_cap * 2 : 256;
		struct str *text = arena_grow(in->a, in->text, in->unknown_cap, cap, sizeof *text);
		int16_t *weight = arena_grow(in->a, in->unknown_weight, in->unknown_cap, cap, sizeof *weight);
		if (!text || !weight)
			return false;
		in->text = text;
		in->unknown_weight = weight;
		in->unknown_cap = cap;
	}
	return in->unknown_n * 2 < in->slots_n || slots_grow(in);
}

static uint32_t intern_unknown(void *ctx, struct str word)
{
	struct intern *in = ctx;
	uint32_t at = token_hash(word) & (in->slots_n - 1);
	for (; in->slots[at]; at = (at + 1) & (in->slots_n - 1))
		if (str_eq(in->text[in->slots[at] - 1], word))
			return LEX->tokens_n + in->slots[at] - 1;
	if (!unknown_room(in))
		return UINT32_MAX;
	in->unknown_weight[in->unknown_n] = WEIGHT_PLAIN;
	in->text[in->unknown_n++] = arena_str(in->a, word);
	at = token_hash(word) & (in->slots_n - 1);
	while (in->slots[at])
		at = (at + 1) & (in->slots_n - 1);
	in->slots[at] = in->unknown_n;
	return LEX->tokens_n + in->unknown_n - 1;
}

/* ---- phrases */

static bool memo_grow(struct intern *in)
{
	uint32_t cap = in->memo_cap * 2;
	struct word_memo *memo = ARENA_ARRAY(in->a, cap, struct word_memo);
	if (!memo)
		return false;
	for (uint32_t i = 0; i < in->memo_cap; i++) {
		if (!in->memo[i].word.n)
			continue;
		uint32_t at = token_hash(in->memo[i].word) & (cap - 1);
		while (memo[at].word.n)
			at = (at + 1) & (cap - 1);
		memo[at] = in->memo[i];
	}
	in->memo = memo;
	in->memo_cap = cap;
	return true;
}

static size_t word_canon(struct intern *in, struct str word, uint32_t *ids, size_t max)
{
	struct token_piece pieces[TOKEN_PIECES];
	size_t parts = token_split(word, pieces), n = 0;
	for (size_t i = 0; i < parts; i++) {
		uint32_t some[TOKEN_IDS];
		size_t k = token_canon(LEX, &pieces[i], intern_unknown, in, some);
		for (size_t j = 0; j < k && n < max; j++)
			if (some[j] != UINT32_MAX)
				ids[n++] = some[j];
	}
	return n;
}

/* Canonical tokens of one written word, remembered. */
static struct phrase word_phrase(struct intern *in, struct str word)
{
	uint32_t ids[PHRASE_TOKENS], at = token_hash(word) & (in->memo_cap - 1);
	for (; in->memo[at].word.n; at = (at + 1) & (in->memo_cap - 1))
		if (str_eq(in->memo[at].word, word))
			return (struct phrase){ in->memo[at].ids, in->memo[at].n };
	size_t n = word_canon(in, word, ids, PHRASE_TOKENS);
	uint32_t *kept = ARENA_ARRAY(in->a, n, uint32_t);
	struct str name = arena_str(in->a, word);
	if (!kept || !name.n || (in->memo_n * 2 >= in->memo_cap && !memo_grow(in)))
		return (struct phrase){ NULL, 0 };
	memcpy(kept, ids, n * sizeof *ids);
	at = token_hash(word) & (in->memo_cap - 1);
	while (in->memo[at].word.n)
		at = (at + 1) & (in->memo_cap - 1);
	in->memo[at] = (struct word_memo){ name, kept, (uint32_t)n };
	in->memo_n++;
	return (struct phrase){ kept, n };
}

struct phrase phrase_of_word(struct intern *in, struct str word)
{
	return word.n ? word_phrase(in, word) : (struct phrase){ NULL, 0 };
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct phrase phrase_of(struct intern *in, struct str text)
{
	uint32_t ids[PHRASE_TOKENS], stops[PHRASE_TOKENS];
	size_t n = 0, stops_n = 0;
	for (size_t i = 0; i < text.n;) {
		size_t start = i;
		while (i < text.n && !is_blank(text.p[i]))
			i++;
		struct phrase w = i > start ? word_phrase(in, (struct str){ text.p + start, i - start })
					    : (struct phrase){ NULL, 0 };
		for (size_t k = 0; k < w.n; k++) {
			bool stop = token_flags(in, w.tokens[k]) & TOKEN_STOP;
			if (stop && stops_n < PHRASE_TOKENS)
				stops[stops_n++] = w.tokens[k];
			else if (!stop && n < PHRASE_TOKENS)
				ids[n++] = w.tokens[k];
		}
		while (i < text.n && is_blank(text.p[i]))
			i++;
	}
	const uint32_t *from = n ? ids : stops;
	n = n ? n : stops_n;
	uint32_t *out = ARENA_ARRAY(in->a, n, uint32_t);
	if (!out)
		return (struct phrase){ NULL, 0 };
	memcpy(out, from, n * sizeof *out);
	return (struct phrase){ out, n };
}

struct phrase_mask phrase_mask(const struct intern *in, struct phrase p)
{
	struct phrase_mask m = { 0 };
	for (size_t i = 0; i < p.n; i++) {
		struct str t = token_text(in, p.tokens[i]);
		uint32_t letter = t.n ? 1u << ((unsigned char)t.p[0] % 32) : 0;
		m.ids |= 1ull << (p.tokens[i] * 2654435761u >> 26);
		m.first |= letter;
		if (p.tokens[i] >= LEX->tokens_n)
			m.unknown |= letter;
	}
	return m;
}

bool phrase_has(struct phrase p, uint32_t token)
{
	for (size_t i = 0; i < p.n; i++)
		if (p.tokens[i] == token)
			return true;
	return false;
}

void token_sort(uint32_t *v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k && v[k] < v[k - 1]; k--) {
			uint32_t x = v[k];
			v[k] = v[k - 1];
			v[k - 1] = x;
		}
}

bool phrase_same(struct phrase a, struct phrase b)
{
	uint32_t x[PHRASE_TOKENS], y[PHRASE_TOKENS];
	uint64_t sum = 0; /* most phrases differ here already */
	if (a.n != b.n || a.n > PHRASE_TOKENS)
		return false;
	if (!a.n)
		return true;
	for (size_t i = 0; i < a.n; i++)
		sum += (uint64_t)a.tokens[i] * a.tokens[i] - (uint64_t)b.tokens[i] * b.tokens[i];
	if (sum)
		return false;
	memcpy(x, a.tokens, a.n * sizeof *x);
	memcpy(y, b.tokens, b.n * sizeof *y);
	token_sort(x, a.n);
	token_sort(y, b.n);
	return !memcmp(x, y, a.n * sizeof *x);
}

/* ---- similarity */

/* At most one letter added, left out or changed. */
static bool one_edit(struct str a, struct str b)
{
	size_t i = 0, k = 0;
	if (a.n > b.n) {
		struct str x = a;
		a = b;
		b = x;
	}
	if (b.n - a.n > 1)
		return false;
	while (i < a.n && a.p[i] == b.p[i])
		i++;
	while (k < a.n - i && a.p[a.n - 1 - k] == b.p[b.n - 1 - k])
		k++;
	return i + k >= b.n - 1;
}

/*
 * How alike two different tokens are, 0 to 1000: the constants are engine.md's,
 * section 5. Words the lexicon knows both are different words; numbers are what
 * they are; a slip in the first letter is too rare to look for.
 */
static int token_alike(const struct intern *in, uint32_t x, uint32_t y)
{
	if (x < LEX->tokens_n && y < LEX->tokens_n)
		return 0;
	struct str a = token_text(in, x), b = token_text(in, y);
	size_t shorter = a.n < b.n ? a.n : b.n;
	if (shorter < 4 || a.p[0] != b.p[0] || (a.p[0] >= '0' && a.p[0] <= '9'))
		return 0;
	if (!memcmp(a.p, b.p, shorter))
		return 850;
	return shorter >= 5 && one_edit(a, b) ? 850 : 0;
}

struct match {
	int64_t label, alias, both; /* sums of weights, both in 1/1000 of a weight */
	int lacking, extra;         /* contrast tokens of the alias the label lacks; of the label the alias lacks */
	bool heavy;                 /* the alias has a token that says something by itself */
};

static bool is_number(const struct intern *in, uint32_t token)
{
	struct str s = token_text(in, token);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

/* What a label token no alias token met weighs: a rate inside a label ("VAT 19 %") hardly says anything. */
static int extra_weight(const struct intern *in, struct phrase label, size_t k)
{
	bool rate = is_number(in, label.tokens[k]) || token_text(in, label.tokens[k]).n == 1 || /* box "b" of a form */ (label.tokens[k] == in->percent && k && is_number(in, label.tokens[k - 1]));
	return rate ? WEIGHT_RATE : token_weight(in, label.tokens[k]);
}

void label_terms_read(const struct intern *in, struct phrase label, struct label_terms *out)
{
	out->label = label.n <= PHRASE_TOKENS ? label : (struct phrase){ NULL, 0 };
	out->contrast = 0;
	out->unknown = false;
	out->mask = phrase_mask(in, out->label);
	out->least = 0;
	for (size_t k = 0; k < out->label.n; k++) {
		out->weight[k] = (int16_t)token_weight(in, label.tokens[k]);
		out->extra[k] = (int16_t)extra_weight(in, label, k);
		out->contrast |= token_flags(in, label.tokens[k]) & TOKEN_CONTRAST ? 1u << k : 0;
		out->unknown |= label.tokens[k] >= LEX->tokens_n;
		out->least += out->weight[k] < out->extra[k] ? out->weight[k] : out->extra[k];
	}
}

/* Can the two have anything in common? Most pairs asked about have not. */
static bool may_match(const struct label_terms *t, struct phrase alias)
{
	for (size_t i = 0; i < alias.n; i++) {
		if (t->unknown || alias.tokens[i] >= LEX->tokens_n || phrase_has(t->label, alias.tokens[i]))
			return true;
	}
	return false;
}

/* The token of the label that is not used yet and is most like one of the alias: its place; *alike 0 if none is. */
static size_t token_meet(const struct intern *in, const struct label_terms *t, uint32_t token, uint32_t used, int *alike)
{
	bool known = token < LEX->tokens_n;
	size_t at = 0;
	*alike = 0;
	for (size_t k = 0; k < t->label.n; k++) {
		if (used >> k & 1)
			continue;
		if (t->label.tokens[k] == token) {
			*alike = 1000;
			return k;
		}
		int s = (known && !t->unknown) || *alike ? 0 : token_alike(in, t->label.tokens[k], token);
		if (s > *alike) {
			*alike = s;
			at = k;
		}
	}
	return at;
}

static void match_tokens(const struct intern *in, const struct label_terms *t, struct phrase alias, struct match *m)
{
	uint32_t used = 0;
	for (size_t i = 0; i < alias.n; i++) {
		int alike, weight = token_weight(in, alias.tokens[i]);
		unsigned flags = token_flags(in, alias.tokens[i]);
		size_t at = token_meet(in, t, alias.tokens[i], used, &alike);
		m->alias += weight;
		m->both += (int64_t)weight * alike;
		if (alike)
			used |= 1u << at;
		else if (flags & TOKEN_CONTRAST)
			m->lacking++;
		m->heavy |= !(flags & (TOKEN_LIGHT | TOKEN_CONTRAST | TOKEN_STOP));
	}
	for (size_t k = 0; k < t->label.n; k++)
		m->label += used >> k & 1 ? t->weight[k] : t->extra[k];
	m->extra = __builtin_popcount(t->contrast & ~used);
}

/* Recall and precision (1/1000) as one figure: the lower one has more of a say. */
static int64_t fitness(int64_t r, int64_t p)
{
	int64_t low = r < p ? r : p;
	return (r + p) / 2 * (550 + 450 * low / 1000) / 1000;
}

struct label_bulk label_bulk(const struct intern *in, struct phrase alias)
{
	struct label_bulk b = { .mask = phrase_mask(in, alias), .n = (uint32_t)alias.n };
	for (size_t i = 0; i < alias.n; i++) {
		int weight = token_weight(in, alias.tokens[i]);
		b.weight += weight;
		b.lightest = i && b.lightest < weight ? b.lightest : weight;
	}
	return b;
}

int label_ceiling(const struct label_terms *t, const struct label_bulk *alias, int shared)
{
	bool alike = (t->mask.first & alias->mask.unknown) || (t->mask.unknown & alias->mask.first); /* tokens may be, that are not the same */
	int unmet = alias->n > t->label.n ? (int)(alias->n - t->label.n) * alias->lightest : 0, met = alias->weight - unmet;
	met = !alike && shared < met ? shared : met;
	if (alias->weight <= 0 || t->least <= 0)
		return 1000;
	int64_t s = fitness((int64_t)met * 1000 / alias->weight, (int64_t)met * 1000 / t->least);
	return s > 1000 ? 1000 : (int)s;
}

int label_similarity(const struct intern *in, const struct label_terms *t, struct phrase alias)
{
	struct match m = { 0 };
	if (!t->label.n || !alias.n || alias.n > PHRASE_TOKENS || !may_match(t, alias))
		return 0;
	match_tokens(in, t, alias, &m);
	if (!m.both)
		return 0;
	int64_t r = m.both / m.alias, p = m.both / m.label; /* 1/1000 */
	/* "reason for credit" is still a reason; "net date" is no date to speak of */
	int64_t contrast = 220 * m.lacking + (r == 1000 && m.heavy ? 110 : 220) * m.extra;
	int64_t s = fitness(r, p) - contrast;
	return s < 0 ? 0 : s > 1000 ? 1000 : (int)s;
}

struct label_answer *label_answer(const struct intern *in, const void *asked, struct phrase label, bool *known)
{
	uint32_t h = (uint32_t)((uintptr_t)asked >> 4);
	*known = false;
	if (label.n > ANSWER_TOKENS)
		return NULL;
	for (size_t i = 0; i < label.n; i++)
		h = (h ^ label.tokens[i]) * 2654435761u;
	struct label_answer *a = &in->answers[(h ^ h >> 16) % ANSWERS];
	*known = a->asked == asked && a->n == label.n && (!a->n || memcmp(a->tokens, label.tokens, a->n * sizeof *a->tokens) == 0);
	if (!*known) {
		*a = (struct label_answer){ .asked = asked, .n = (uint16_t)label.n };
		for (size_t i = 0; i < label.n; i++)
			a->tokens[i] = label.tokens[i];
	}
	return a;
}

int phrase_similarity(const struct intern *in, struct phrase label, struct phrase alias)
{
	struct label_terms t;
	label_terms_read(in, label, &t);
	return label_similarity(in, &t, alias);
}
