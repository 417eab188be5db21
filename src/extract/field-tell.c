/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-tell - what a sentence tells of a word in it that is the field's name:
 *
 *   Heating by natural gas.                            what follows the word it begins with
 *   The final diagnosis was an acute appendicitis.     what it is said to be
 *   targata FK 482 ZT                                  the code behind the noun
 *   the vessel Ocean Heather, la société Verdalis      the name behind the noun
 */
#include "extract/field-prose.h"

enum { SIM_SURE = 850, GEOMETRY = 600, QUALITY = 850, TAIL_WORDS = 7, COST_TAIL = 120, COMPLEMENT_WORDS = 14, SUBJECT_FROM = 6, OF_WORDS = 4,
       COST_COPULA = 60, APPOSED_WORDS = 6, COST_APPOSED = 70,
       SIM_FIRM = 700, CODE_WORDS = 4 };

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

/* Words, not a figure or a code. */
static bool wants_words(const struct fx *x, const struct plan_field *f)
{
	return f->type == VALUE_TEXT && !takes_figure(x, f);
}

static bool ends_clause(struct str w)
{
	return strchr(",.;:)", last_of(w)) != NULL && !(last_of(w) == '.' && w.n <= 3);
}

/* "He is allergic to penicillin.": nothing but who it is said of stands before. */
static bool opens(const struct fx *x, const struct sentence *s, uint32_t from)
{
	static const char *const pronouns[] = { "he", "she", "it", "they", "er", "sie", "es", "il", "elle", "hij", "zij" };
	return !from || (from == 2 && STR_ONE_OF(text_at(x, s, 0), pronouns));
}

static void follows(struct fx *x, const struct sentence *s, const struct window *w)
{
	static const char *const links[] = { "of", "by", "to", "is", "are", "with", "at", "de", "à", "a", "es", "est", "è", "é", "ist", "sind", "son", "sono", "mit",
		"durch", "con", "di", "da", "par", "per", "met", "is:", "jest" };
	uint32_t from = w->end, end;
	if (!opens(x, s, w->from) || from + 1 >= s->n || !STR_ONE_OF(text_at(x, s, from), links))
		return;
	for (end = ++from; end < s->n && end < from + TAIL_WORDS; end++)
		if (strchr(",.;:)", last_of(text_at(x, s, end)))) {
			struct found v = sentence_words(x, s, from, end + 1);
			v.cut = 1;
			window_offer(x, s, w, v, w->sim - COST_TAIL, GEOMETRY, QUALITY, NULL);
			return;
		}
}

/* ---- what it is said to be */

static bool is_copula(struct str w)
{
	static const char *const words[] = { "is", "was", "are", "were", "ist", "war", "sind", "waren", "lautet", "est", "était", "sont", "es", "fue", "era", "son", "è",
		"fu", "erano", "é", "foi", "jest", "był", "była", "było" };
	return STR_ONE_OF(w, words);
}

/* "the cause | of the fire | was": where the copula stands, s->n if none does. */
static uint32_t copula_behind(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const of[] = { "of", "for", "de", "del", "della", "des", "der", "van", "do", "da", "du", "di" };
	uint32_t at = i;
	if (at < s->n && (STR_ONE_OF(text_at(x, s, at), of) || str_starts(text_at(x, s, at), STR("dell'"))))
		while (at < s->n && at < i + OF_WORDS && !is_copula(text_at(x, s, at)) && !ends_clause(text_at(x, s, at)))
			at++;
	return at < s->n && is_copula(text_at(x, s, at)) ? at : s->n;
}

/* A thing is named, not what happened to it: "was signed". */
static bool opens_thing(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const articles[] = { "a", "an", "the", "ein", "eine", "einen", "der", "die", "das", "un", "une", "le", "la", "les", "el", "los", "las", "una", "il",
		"lo", "gli", "o", "os", "as", "um", "uma", "een", "de", "het" };
	struct str w = text_at(x, s, i);
	return STR_ONE_OF(w, articles) || word_is_capital(w) || str_starts(w, STR("l'")) || str_starts(w, STR("l’"));
}

static void is_said_to_be(struct fx *x, const struct sentence *s, const struct window *w)
{
	static const char *const goes_on[] = { "and", "which", "who", "that", "because", "und", "et", "qui", "y", "que", "e", "che", "en" };
	uint32_t copula = copula_behind(x, s, w->end), end = copula + 1;
	if (copula >= s->n || w->from > SUBJECT_FROM || ends_clause(text_at(x, s, w->end - 1)) || end >= s->n || !opens_thing(x, s, end))
		return;
	uint32_t from = end, most = from + COMPLEMENT_WORDS < s->n ? from + COMPLEMENT_WORDS : s->n;
	while (end < most && !STR_ONE_OF(text_at(x, s, end), goes_on) && !ends_clause(text_at(x, s, end)))
		end++;
	if (end == most)
		return; /* no clause ends here */
	end += ends_clause(text_at(x, s, end)) ? 1 : 0;
	if (end > from)
		window_offer(x, s, w, trimmed_words(x, s, from, end), w->sim - COST_COPULA, GEOMETRY, QUALITY, NULL);
}

/* ---- the name behind the noun */

static bool is_name_part(struct str w)
{
	static const char *const inner[] = { "de", "del", "della", "di", "du", "des", "der", "van", "von", "of", "the", "&", "la", "le", "do", "da", "dos" };
	return STR_ONE_OF(w, inner);
}

static bool leads_noun(struct str w)
{
	static const char *const words[] = { "the", "der", "die", "das", "dem", "den", "eine", "einen", "ein", "le", "la", "el", "il", "lo", "de", "het", "o", "a", "del", "du", "al", "dell'", "zur", "zum",
		"im", "am" };
	return STR_ONE_OF(w, words);
}

/* What a firm's name may end with, written small or with stops. */
static bool is_form(struct str w)
{
	static const char *const words[] = { "e.V.", "eG", "mbH", "sp.", "z", "o.o.", "s.r.o.", "a.s.", "plc", "gGmbH", "S.A.", "S.L.", "S.p.A.", "S.r.l.", "B.V.", "N.V.", "Lda.", "Ltd.", "Inc.", "Co." };
	return STR_ONE_OF(w, words);
}

/* Words of a name from position i on. */
static uint32_t name_stop(const struct fx *x, const struct sentence *s, uint32_t i)
{
	uint32_t end = i;
	while (end < s->n && end < i + APPOSED_WORDS) {
		struct str w = text_at(x, s, end);
		bool inner = end > i && is_name_part(w) && end + 1 < s->n && word_is_capital(text_at(x, s, end + 1));
		if (!word_is_capital(w) && !inner && !(end > i && is_form(w)) && !(end > i && w.p[0] >= '0' && w.p[0] <= '9' && w.n <= 4))
			break;
		end++;
		if (ends_clause(w) && !is_form(w))
			break;
	}
	return end;
}

static void is_named(struct fx *x, const struct sentence *s, const struct window *w)
{
	const struct plan_field *f = &x->plan->fields[w->field];
	struct str noun = text_at(x, s, w->end - 1);
	uint32_t from = w->end;
	bool led = w->from && leads_noun(text_at(x, s, w->from - 1));
	if (!led || from >= s->n || ends_clause(noun) || (word_is_capital(noun) && !str_eq_z(str_from(x->v->lang), "de")))
		return;
	/* "la empresa | pública | Aguas del Jiloca" */
	from += from + 1 < s->n && word_starts_lower(text_at(x, s, from)) && !is_name_part(text_at(x, s, from)) && !is_copula(text_at(x, s, from)) &&
		f->type == VALUE_ORG && word_is_capital(text_at(x, s, from + 1));
	uint32_t end = name_stop(x, s, from);
	if (end > from)
		window_offer(x, s, w, trimmed_words(x, s, from, end), w->sim - COST_APPOSED, GEOMETRY, QUALITY, NULL);
}

/* ---- a code behind the noun: "targata FK 482 ZT", "chassis ZFA31200003812457" */

static bool is_code_part(struct str w)
{
	size_t upper = 0, digits = 0;
	while (w.n && strchr(",.;:)", w.p[w.n - 1]))
		w.n--;
	for (size_t i = 0; i < w.n; i++) {
		upper += w.p[i] >= 'A' && w.p[i] <= 'Z';
		digits += w.p[i] >= '0' && w.p[i] <= '9';
		if (!strchr("-/.", w.p[i]) && !(w.p[i] >= 'A' && w.p[i] <= 'Z') && !(w.p[i] >= '0' && w.p[i] <= '9'))
			return false;
	}
	return upper + digits >= 2 || (w.n && digits == w.n);
}

static void is_numbered(struct fx *x, const struct sentence *s, const struct window *w)
{
	uint32_t end = w->end;
	size_t upper = 0, digits = 0;
	if (ends_clause(text_at(x, s, w->end - 1)))
		return;
	while (end < s->n && end < w->end + CODE_WORDS && is_code_part(text_at(x, s, end))) {
		struct str t = text_at(x, s, end++);
		for (size_t i = 0; i < t.n; i++) {
			upper += t.p[i] >= 'A' && t.p[i] <= 'Z';
			digits += t.p[i] >= '0' && t.p[i] <= '9';
		}
		if (ends_clause(t))
			break;
	}
	if (upper && digits >= 2 && upper + digits >= 4)
		window_offer(x, s, w, trimmed_words(x, s, w->end, end), w->sim, GEOMETRY, QUALITY, NULL);
}

void tell_offer(struct fx *x, const struct sentence *s, const struct window *w)
{
	const struct plan_field *f = &x->plan->fields[w->field];
	bool words = wants_words(x, f), name = words || f->type == VALUE_ORG || f->type == VALUE_PERSON;
	if (f->type == VALUE_ORG && w->sim >= SIM_FIRM)
		is_named(x, s, w);
	if (w->sim < SIM_SURE || !name)
		return;
	if (f->type == VALUE_TEXT)
		is_numbered(x, s, w);
	if (words)
		follows(x, s, w);
	if (words)
		is_said_to_be(x, s, w);
	if (f->type != VALUE_ORG && !wants_passage(x, f))
		is_named(x, s, w);
}
