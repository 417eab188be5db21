/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-narrow - values that labels found, cut to what their fields ask for:
 *
 *   Term: … shall survive for a period of two (2) years from …   a field for a period gets the period
 *   By: /s/ Ann Lee                                              the mark of a signature is no name
 *   Sgt. Ann Lee, Badge 417                                      nor is what has a number behind the name
 *   President: Ann Lee ; clerk: Bob Hill                         nor another entry
 */
#include "extract/field-prose.h"

enum { PASSAGE_LEAST = 9, LAW_MOST = 7, NAME_MOST = 5 };

/* "The clause on …", "full wording of …": the description asks for more than the phrase. */
static bool asks_wording(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "clause", "wording", "text", "sentence", "paragraph", "provision", "full", "describe", "description", "details", "klausel", "wortlaut" };
	struct phrase p = phrase_of(x->in, f->node->description);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (phrase_has(p, token_named(x->in, words[i])) || phrase_has(f->name, token_named(x->in, words[i])))
			return true;
	return false;
}

/* The first reading of the type within the value, NULL if there is none. */
static const struct span *span_within(const struct fx *x, const struct found *v, enum span_type t)
{
	for (size_t i = 0; i < v->n; i++)
		for (const struct span *p = NULL; (p = span_next(x, v->words[i], p)) != NULL;)
			if (p->type == t && i + p->words <= v->n && !(t == SPAN_MONEY && !p->extra.n))
				return p;
	return NULL;
}

static void passage_narrow(struct fx *x, const struct plan_field *f, struct cand *c)
{
	bool period = wants_period(x, f), amount = !period && wants_amount(x, f);
	if ((!period && !amount) || c->value.n < PASSAGE_LEAST || asks_wording(x, f))
		return;
	const struct span *s = span_within(x, &c->value, period ? SPAN_DURATION : SPAN_MONEY);
	struct cand cut = { 0 };
	if (!s || !span_as_printed(x, s, &cut) || !cut.value.n)
		return;
	cut.value.by = c->value.by;
	cut.value.score = c->value.score;
	c->value = cut.value;
}

/* A law or a place of jurisdiction is named in a few words. */
bool value_rambles(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	static const char *const words[] = { "law", "jurisdiction", "venue", "forum" };
	bool sentence = c->value.n > LAW_MOST;
	for (size_t i = 0; i < c->value.n && !sentence; i++)
		sentence = word_governs(x->v->words[c->value.words[i]].text);
	return f->type == VALUE_TEXT && sentence && NAME_HAS(x, f, words) && !asks_wording(x, f);
}

/* "as Borrower, | THE LENDERS": before such words stands who it is, not behind them. */
bool label_is_capacity(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	if (!takes_text(f) || !c->labels || !c->value.n || c->value.words[0] < c->label)
		return false;
	uint32_t first = c->label;
	if (!str_eq_z(x->v->words[first].text, "as")) {
		if (first == x->word0 || x->v->words[first - 1].line != x->v->words[first].line)
			return false;
		first--;
	}
	struct str last = x->v->words[c->label + c->labels - 1].text;
	return str_eq_z(x->v->words[first].text, "as") && !word_ends_label(last);
}

static void signature_cut(const struct fx *x, struct found *v)
{
	if (v->n > 1 && str_eq_nocase(x->v->words[v->words[0]].text, STR("/s/"))) {
		v->words++;
		v->n--;
		v->skip = 0;
	}
}

/* "Sgt. Ann Lee, | Badge 417": a word with its number behind a name. */
static void number_cut(const struct fx *x, struct found *v)
{
	if (v->n < 4 || v->n > NAME_MOST + 2 || !str_has_digit(x->v->words[v->words[v->n - 1]].text))
		return;
	for (size_t i = 0; i + 2 < v->n; i++) {
		struct str w = x->v->words[v->words[i]].text;
		if (!word_is_capital(w) || str_has_digit(w))
			return;
		if (w.p[w.n - 1] == ',' && i && v->n - i == 3 && word_is_capital(x->v->words[v->words[i + 1]].text)) {
			v->n = i + 1;
			v->cut = 1;
			return;
		}
	}
}

/* "Ann Lee, | called the Principal": a name ends before small words. */
static void clause_cut(const struct fx *x, struct found *v)
{
	for (size_t i = 0; i + 1 < v->n && i < NAME_MOST; i++) {
		struct str w = x->v->words[v->words[i]].text;
		if (!word_is_capital(w) || str_has_digit(w))
			return;
		if (w.p[w.n - 1] == ',' && i && word_starts_lower(x->v->words[v->words[i + 1]].text)) {
			v->n = i + 1;
			v->cut = 1;
			return;
		}
	}
}

/* "Ann Lee ; clerk : Bob Hill": what stands behind the sign is another entry. */
static void entry_cut(const struct fx *x, struct found *v)
{
	for (size_t i = 1; i < v->n; i++)
		if (str_eq_z(x->v->words[v->words[i]].text, ";")) {
			v->n = i;
			v->cut = 0;
			return;
		}
}

/* Does the name ask who audits, banks, advises? */
static bool asks_adviser(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "auditor", "auditors", "accountant", "accountants", "bank", "banks", "banker", "bankers", "solicitor", "solicitors", "counsel", "examiner", "insurer", "broker", "custodian",
		"registrar", "surveyor", "underwriter", "trustee" };
	return f->name.n && f->name.n <= 3 && STR_ONE_OF(token_text(x->in, f->name.tokens[f->name.n - 1]), words);
}

/* "Pickering Stroud LLP, | Statutory Auditor, 3 Soresby Street": the firm, of what stands with it. */
static void firm_cut(const struct fx *x, struct found *v)
{
	for (const struct span *p = NULL; (p = span_next(x, v->words[0], p)) != NULL;) {
		struct str last = p->words < v->n ? x->v->words[v->words[p->words - 1]].text : STR("");
		if (p->type != SPAN_ORG || !last.n || last.p[last.n - 1] != ',')
			continue;
		v->n = p->words;
		v->cut = 1;
		return;
	}
}

/* Does the name ask for a person by a role: officer, agent, representative? */
static bool names_role(const struct fx *x, const struct plan_field *f)
{
	for (size_t i = 0; i < f->name.n; i++)
		if (token_flags(x->in, f->name.tokens[i]) & TOKEN_ROLE)
			return true;
	return f->type == VALUE_PERSON;
}

void value_narrow(struct fx *x, const struct plan_field *f, struct cand *c)
{
	if (!takes_text(f) || !c->value.n || c->value.canon.n || c->value.mark || c->value.fact)
		return;
	signature_cut(x, &c->value);
	if (!wants_passage(x, f))
		entry_cut(x, &c->value);
	if (f->type != VALUE_ADDRESS && names_role(x, f)) {
		number_cut(x, &c->value);
		clause_cut(x, &c->value);
	}
	if (f->type != VALUE_ADDRESS && asks_adviser(x, f))
		firm_cut(x, &c->value);
	passage_narrow(x, f, c);
}
