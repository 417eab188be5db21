/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-truth - yes or no of what a sentence says in full:
 *
 *   We do not sell your personal data.        sells_data: false
 *   … la polizza si rinnova tacitamente …     tacito_rinnovo: true
 */
#include "extract/field-prose.h"

enum { SIM_SAID = 700, SIM_ONE_WORD = 640, QUALITY = 900, SPREAD = 16 /* words the name may be spread over */ };

static bool denies(struct str w)
{
	static const char *const words[] = { "not", "no", "never", "cannot", "nor", "neither", "prohibited", "forbidden", "nicht", "kein", "keine", "keinen", "keinerlei",
		"nie", "untersagt", "verboten", "pas", "aucun", "aucune", "jamais", "interdit", "interdits", "niet", "geen", "nooit", "não", "nunca", "ningún",
		"ninguna", "nessun", "nessuna", "żadnych", "zakazane", "prohibido", "prohibida", "vietato", "не" };
	while (w.n && strchr(",.;:", w.p[w.n - 1]))
		w.n--;
	if (STR_ONE_OF(w, words))
		return true;
	return str_ends(w, STR("n't")) || str_ends(w, STR("n’t"));
}

/* Words of a name that only say that it asks. */
static bool is_asking(const struct fx *x, uint32_t token)
{
	static const char *const words[] = { "is", "has", "are", "allowed", "permitted", "included", "present", "required", "made", "flag", "yes", "whether", "available",
		"accepted", "does", "was", "can", "be", "given" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_z(token_text(x->in, token), words[i]))
			return true;
	return (token_flags(x->in, token) & TOKEN_STOP) != 0;
}

/* The name without what only asks; n 0 if nothing is left. */
static struct plan_field asked_of(struct fx *x, const struct plan_field *f)
{
	struct plan_field q = *f;
	uint32_t *kept = ARENA_ARRAY(x->a, f->name.n + 1, uint32_t);
	q.name = (struct phrase){ kept, 0 };
	for (size_t i = 0; kept && i < f->name.n; i++)
		if (!is_asking(x, f->name.tokens[i]) && !(f->node->parent && phrase_has(f->scope, f->name.tokens[i])))
			kept[q.name.n++] = f->name.tokens[i];
	return q;
}

static bool is_far(const uint32_t *where, uint32_t n)
{
	uint32_t low = UINT32_MAX, high = 0;
	for (uint32_t i = 0; i < n; i++) {
		low = where[i] < low ? where[i] : low;
		high = where[i] > high ? where[i] : high;
	}
	return n && high - low > SPREAD;
}

/* "Indicate by check mark whether …": what asks says nothing. */
static bool only_asks(const struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 0; i + 1 < s->n; i++)
		if (str_eq_nocase(text_at(x, s, i), STR("check")) && str_starts(text_at(x, s, i + 1), STR("mark")))
			return true;
	return false;
}

bool truth_asked(struct fx *x, uint32_t field, uint32_t from, uint32_t end)
{
	struct sentence *s = ARENA_NEW(x->a, struct sentence);
	uint32_t where[PHRASE_TOKENS], n;
	for (uint32_t w = from; s && w < end && s->n < SENTENCE_WORDS; w++)
		sentence_add(x, s, w);
	struct plan_field q = asked_of(x, &x->plan->fields[field]);
	return s && q.name.n && q.name.n <= PHRASE_TOKENS && clause_overlap(x, s, &q, where, &n) >= 1000 && n && !is_far(where, n);
}

void truth_search(struct fx *x, const struct sentence *s)
{
	uint32_t where[PHRASE_TOKENS], n;
	if (only_asks(x, s))
		return;
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		if (x->plan->fields[f].type != VALUE_BOOLEAN || x->cands[f].n || x->blank[f] || x->plan->fields[f].name.n > PHRASE_TOKENS)
			continue;
		struct plan_field q = asked_of(x, &x->plan->fields[f]);
		if (!q.name.n || clause_overlap(x, s, &q, where, &n) < 1000 || !n || is_far(where, n))
			continue;
		bool no = false;
		for (uint32_t i = 0; i < s->n; i++)
			no |= denies(text_at(x, s, i));
		uint32_t *ids = ARENA_ARRAY(x->a, n, uint32_t);
		for (uint32_t i = 0; ids && i < n; i++)
			ids[i] = s->word[where[i]];
		struct found v = { .words = ids, .n = ids ? n : 0, .canon = no ? STR("false") : STR("true") };
		if (v.n)
			clause_offer(x, s, where[0], f, v, n > 1 ? SIM_SAID : SIM_ONE_WORD, QUALITY, NULL);
	}
}
