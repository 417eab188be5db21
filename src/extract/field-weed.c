/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-weed - what labels found inside sentences: a word in the middle of one is no label of all that follows,
 * and the number of a clause is no figure.
 *
 *   … said the chair Ann Lee. The mayor praised …   "Ann Lee. The mayor praised" is no name
 *   § 5 Deposit                                     5 is no deposit
 *   Difficulty: easy.                               the stop is the sentence's
 */
#include "extract/field-prose.h"

enum { SENTENCE_LEAST = 10, COST_MIDDLE = 260, SHORT_VALUE = 6 };

static bool is_figure_type(enum value_type t)
{
	return t == VALUE_NUMBER || t == VALUE_INTEGER || t == VALUE_MONEY || t == VALUE_PERCENT || t == VALUE_YEAR || t == VALUE_DURATION;
}

static bool is_number_of_clause(const struct fx *x, const struct cand *c)
{
	return c->span && c->value.n == 1 && c->value.words[0] == c->span->word && is_part_number(x, c->span->word);
}

/* An item of a list that nothing names, or the rest of a heading with two subjects. */
static bool is_item(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	if (!takes_text(f) || !c->value.n)
		return false;
	struct str w = x->v->words[c->value.words[0]].text;
	if (c->value.n == 1 && w.n > 3 && word_is_vocative(w) && word_is_capital(w))
		return true; /* "Herrn" is nobody */
	if (c->rel == REL_IN && c->labels && c->value.words[0] == c->label + c->labels && word_joins(w))
		return true; /* "Term | and survival" */
	if (c->rel != REL_FREE || c->value.n < 3)
		return false;
	return str_eq_z(w, "•") || str_eq_z(w, "-") || str_eq_z(w, "·") || str_eq_z(w, "▪");
}

/* Is the label words amid a sentence, without a colon, and the value the rest of its line? */
static bool is_middle(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	if (c->rel != REL_IN || !c->labels || !c->value.n || c->value.words[0] < c->label)
		return false;
	const struct view_seg *g = &x->v->segs[x->v->words[c->label].seg];
	struct str last = x->v->words[c->label + c->labels - 1].text;
	if (last.n > 4 && last.p[last.n - 1] == '.' && g->words >= SENTENCE_LEAST)
		return true; /* the label ends a sentence, the value is of the next */
	if (!takes_text(f) || c->span || c->value.n < 2)
		return false;
	bool prose = x->v->lines[g->line].flags & VIEW_PROSE || g->words >= SENTENCE_LEAST;
	return prose && !word_ends_label(last) && c->label > g->word;
}

/* The sign that ends a sentence or a bracket opened before the value. */
static void sign_cut(const struct fx *x, const struct plan_field *f, struct cand *c)
{
	struct found *v = &c->value;
	if (!takes_text(f) || !v->n || v->n > SHORT_VALUE || v->cut || v->canon.n || v->mark || v->fact || !c->labels)
		return;
	uint32_t at = v->words[v->n - 1];
	struct str w = x->v->words[at].text;
	const struct view_seg *g = &x->v->segs[x->v->words[at].seg];
	bool opened = false, ends = at + 1 == g->word + g->words || (x->v->words[at + 1].text.p[0] >= 'A' && x->v->words[at + 1].text.p[0] <= 'Z');
	for (size_t i = 0; i < v->n; i++)
		opened |= memchr(x->v->words[v->words[i]].text.p, '(', x->v->words[v->words[i]].text.n) != NULL;
	bool sentence = g->words >= SENTENCE_LEAST || x->v->blocks[g->block].segs_n > 1;
	size_t n = w.n;
	while (n > 1 && ((w.p[n - 1] == ')' && !opened) || (w.p[n - 1] == '.' && n == w.n && ends && sentence && (n > 4 || v->n == 1) && !memchr(w.p, '.', n - 1))))
		n--;
	v->cut = (uint16_t)(w.n - n);
}

static void field_weed(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	struct cand_list all = x->cands[field];
	bool changed = false;
	for (uint32_t i = 0; i < all.n; i++) {
		sign_cut(x, f, &all.items[i]);
		changed |= (is_figure_type(f->type) && is_number_of_clause(x, &all.items[i])) || is_item(x, f, &all.items[i]) || is_middle(x, f, &all.items[i]);
	}
	if (!changed)
		return;
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		struct cand c = all.items[i];
		if ((is_figure_type(f->type) && is_number_of_clause(x, &c)) || is_item(x, f, &c))
			continue;
		c.score -= is_middle(x, f, &c) ? COST_MIDDLE : 0;
		c.value.score = c.score;
		cand_add(x, field, c);
	}
}

void prose_weed(struct fx *x)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		field_weed(x, f);
	names_split(x);
}
