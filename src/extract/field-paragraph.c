/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-paragraph - fields that ask for the wording of a clause get the paragraph that is about it:
 *
 *   termination_clause    9. Termination. Either party may end this agreement with ninety days' notice.
 *                                         |--------------------------------------------------------|
 *
 * The paragraph's number and heading are no part of it.
 */
#include "extract/field-prose.h"

enum { HEAD_WORDS = 8, LEAST_WORDS = 6, SIM_HEAD = 900, SIM_BODY = 760, QUALITY = 900, ALL = 100 };

static const char *const clause_words[] = { "clause", "clausula", "cláusula", "clausola", "clausule", "klauzula", "klausel", "bepaling", "provision", "postanowienie", "disposizione", "disposicion",
	"wording" };

static bool holds(struct str text, const char *const *stems, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t at = 0, k = strlen(stems[i]); at + k <= text.n; at++)
			if (str_eq_nocase((struct str){ text.p + at, k }, str_from(stems[i])))
				return true;
	return false;
}

bool asks_clause(const struct plan_field *f)
{
	static const char *const asking[] = { "text of the", "wording", "wortlaut", "text der", "text des", "texte de la clause", "texte du", "texto de la", "texto da", "testo della", "tekst van",
		"treść", "full clause" };
	return f->type == VALUE_TEXT && (holds(f->node->name, clause_words, sizeof clause_words / sizeof *clause_words) ||
					 holds(f->node->description, asking, sizeof asking / sizeof *asking));
}

static bool is_number(const struct fx *x, const struct sentence *s, uint32_t i)
{
	struct str w = text_at(x, s, i);
	return (w.p[0] >= '0' && w.p[0] <= '9') || str_starts(w, STR("§")) || is_part_number(x, s->word[i]);
}

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

/* Where the text of a numbered paragraph begins: behind "§ 5", "Article 6 – Animaux.", "SÉPTIMA.-", a heading on its own line. */
static uint32_t body_from(const struct fx *x, const struct sentence *s)
{
	uint32_t i = 0;
	struct str first = text_at(x, s, 0);
	uint32_t line = x->v->words[s->word[0]].line;
	while (i < s->n && i < 3 && (is_number(x, s, i) || (i + 1 < s->n && is_part_number(x, s->word[i + 1])) || word_is_dash(text_at(x, s, i))))
		i++;
	if (!i && (str_ends(first, STR(".-")) || (last_of(first) == ':' && s->n > LEAST_WORDS)))
		return 1;
	uint32_t next = i;
	while (next < s->n && x->v->words[s->word[next]].line == line)
		next++;
	if (next < s->n && next <= HEAD_WORDS && (i || x->v->lines[line].flags & VIEW_HEADING) && !strchr(".,;", last_of(text_at(x, s, next - 1))))
		return next; /* a line of its own */
	for (uint32_t k = i; i && k < i + HEAD_WORDS && k + LEAST_WORDS < s->n; k++) {
		struct str w = text_at(x, s, k);
		if ((last_of(w) == '.' || last_of(w) == ':') && w.n > 2 && word_is_capital(text_at(x, s, k + 1)))
			return k + 1;
	}
	return i;
}

void paragraphs_offer(struct fx *x, const struct sentence *s)
{
	static const char *const besides = "clause provision text term wording of the clausula clausola clausule klauzula klausel bepaling postanowienie disposizione cláusula";
	uint32_t from = UINT32_MAX;
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		if (!asks_clause(&x->plan->fields[f]) || evidence_share_in(x, s, f, besides, s->n) < ALL)
			continue;
		from = from == UINT32_MAX ? body_from(x, s) : from;
		if (from + LEAST_WORDS > s->n)
			return;
		bool head = from && evidence_share_in(x, s, f, besides, from) == ALL;
		clause_offer(x, s, from, f, sentence_words(x, s, from, s->n), head ? SIM_HEAD : SIM_BODY, QUALITY, NULL);
	}
}
