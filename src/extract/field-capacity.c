/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-capacity - who acts as what, and who speaks:
 *
 *   Halvorsen Products, Inc., a Minnesota corporation, as Borrower    the name, what it is, the role
 *   First Lakes Bank, N.A., as Administrative Agent and Issuing Bank  two roles of one name
 *   I, Rosalind Hargreaves, of 8 Orchard Terrace, Ludlow, declare     the one who makes a will, grants a power, swears
 */
#include "extract/field-prose.h"
#include "extract/plan-private.h"

enum { SIM_ACTS = 930, SIM_SPEAKS = 900, NAME_BACK = 8, ROLE_MOST = 4, SAID_BACK = 14, SAID_AFTER = 50, FORM_MOST = 5, NAME_LEAST = 2, QUALITY = 950 };

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

/* ---- as Borrower */

/* Where the words end that say "as" at position i, 0 if none stand there. */
static uint32_t acts_at(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const words[] = { "in its capacity as", "as", "acting as", "als", "en qualité de", "en tant que", "in qualità di", "en calidad de", "en su calidad de",
		"na qualidade de", "in de hoedanigheid van", "jako", "w charakterze", "в качестве" };
	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		uint32_t end = cue_at(x, s, i, words[k]);
		if (end)
			return end;
	}
	return 0;
}

/* ", Inc.,", ", N.A.,": what stands behind the comma is of the name. */
bool word_is_form(struct str w)
{
	size_t n = w.n;
	while (n && strchr(",;", w.p[n - 1]))
		n--;
	return n <= FORM_MOST && word_is_capital(w) && (w.p[n - 1] == '.' || (w.p[n - 1] >= 'A' && w.p[n - 1] <= 'Z'));
}

/* "First Cumberland Bank, | National Association": a firm that reads as one begins before what follows its comma. */
static uint32_t firm_start(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	for (uint32_t k = end > NAME_BACK ? end - NAME_BACK : 0; k < from; k++)
		for (const struct span *p = NULL; (p = span_next(x, s->word[k], p)) != NULL;)
			if (p->type == SPAN_ORG && sentence_place(s, p->word + p->words - 1) + 1 == end)
				return org_begin(x, s, 0, k);
	return from;
}

/* Where the capitalised words that end before position end begin, over the comma before "Inc.". */
static uint32_t name_start(const struct fx *x, const struct sentence *s, uint32_t end)
{
	uint32_t from = end;
	while (from && end - from < NAME_BACK) {
		struct str w = text_at(x, s, from - 1);
		bool stops = from < end && strchr(",;:", last_of(w)) && !word_is_form(text_at(x, s, from));
		bool joins = from < end && (str_eq_z(w, "of") || str_eq_z(w, "&") || str_eq_z(w, "de")) && from > 1 && word_is_capital(text_at(x, s, from - 2));
		if (stops || !(word_is_capital(w) || joins))
			break;
		from--;
	}
	return firm_start(x, s, from, end);
}

/* ", a Minnesota corporation," says what the name is: the comma before it, end if nothing is said. */
static uint32_t said_start(const struct fx *x, const struct sentence *s, uint32_t end)
{
	static const char *const articles[] = { "a", "an", "eine", "ein", "une", "un", "una", "een" };
	for (uint32_t i = end; i-- > 1 && end - i < SAID_BACK && !(last_of(text_at(x, s, i - 1)) == ',' && acts_at(x, s, i));)
		if (STR_ONE_OF(text_at(x, s, i), articles) && last_of(text_at(x, s, i - 1)) == ',')
			return i;
	return end;
}

/* The end of the capitalised words of a role. */
static uint32_t role_stop(const struct fx *x, const struct sentence *s, uint32_t from)
{
	uint32_t end = from;
	while (end < s->n && end < from + ROLE_MOST && word_is_capital(text_at(x, s, end))) {
		end++;
		if (strchr(",.;:)", last_of(text_at(x, s, end - 1))))
			break;
	}
	return end;
}

/* "Sole Lead Arranger": without its first word, if nothing asks for all of it. */
static void role_serve(struct fx *x, const struct sentence *s, struct mention *m, uint32_t role, uint32_t stop)
{
	for (uint32_t from = role; from < stop && from < role + 2; from++) {
		m->label = from;
		m->role = sentence_phrase(x, s, from, stop);
		if (m->role.n && role_asked(x, m->role)) {
			mention_serve(x, s, m);
			return;
		}
	}
}

static void acts_serve(struct fx *x, const struct sentence *s, uint32_t at, uint32_t role)
{
	uint32_t end = said_start(x, s, at), from = name_start(x, s, end), stop;
	struct mention m = { .from = from, .end = at, .sim = SIM_ACTS };
	m.name = from < end ? mention_name(x, s, from, end, &from) : (struct found){ 0 };
	if (m.name.n < NAME_LEAST || lexicon_knows(sentence_phrase(x, s, from, end)))
		return; /* "ADVERTISER, as principal": a role itself */
	while (role < s->n && (stop = role_stop(x, s, role)) > role) {
		role_serve(x, s, &m, role, stop);
		bool more = stop + 1 < s->n && !strchr(".;:)", last_of(text_at(x, s, stop - 1))) && word_joins(text_at(x, s, stop));
		if (!more)
			return;
		role = stop + 1;
		role += role + 1 < s->n && str_eq_z(text_at(x, s, role), "as");
	}
}

void capacities_search(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 2; i + 1 < s->n; i++) {
		uint32_t role = last_of(text_at(x, s, i - 1)) == ',' ? acts_at(x, s, i) : 0;
		role += role && role + 1 < s->n && str_eq_z(text_at(x, s, role), "the");
		if (role)
			acts_serve(x, s, i, role);
	}
}

/* ---- I, Ann Lee */

static bool path_holds(struct str path, const char *const *stems, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_find(path, stems[i]) != SIZE_MAX)
			return true;
	return false;
}
#define HOLDS(path, stems) path_holds(path, stems, sizeof(stems) / sizeof *(stems))

/* What the one is called who declares, bequeaths or empowers. */
static bool asks_speaker(const struct plan_field *f)
{
	static const char *const stems[] = { "testat", "principal", "grantor", "declarant", "affiant", "deponent", "undersigned", "donor", "mandant", "poderdante", "outorgante",
		"constituinte", "vollmachtgeber", "erblasser", "dichiarant", "firmante", "otorgante", "ondergetekende", "volmachtgever", "mocodawc" };
	static const char *const more[] = { "birth", "geburt", "naissance", "nacim", "nascita", "nascim", "nationality", "number", "numero" };
	return HOLDS(f->path, stems) && !HOLDS(f->node->name, more);
}

static bool asks_home(const struct plan_field *f)
{
	static const char *const stems[] = { "address", "adress", "anschrift", "direcc", "domicil", "morada", "indirizzo", "adres", "residen" };
	return f->type == VALUE_ADDRESS || HOLDS(f->node->name, stems);
}

static bool is_name_type(const struct plan_field *f)
{
	return f->type == VALUE_PERSON || f->type == VALUE_ORG || f->type == VALUE_TEXT;
}

/* Behind "I,": where the name begins, 0 if nobody speaks here. */
static uint32_t speaker_at(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const words[] = { "I, the undersigned", "I,", "Ich, der Unterzeichnende", "Ich, die Unterzeichnende", "Ich,", "Je soussigné", "Je soussignée", "Je, soussigné", "Je, soussignée",
		"Je,", "Yo,", "Eu,", "Io sottoscritto", "Io sottoscritta", "Il sottoscritto", "La sottoscritta", "Io,", "Ondergetekende,", "Ja," };
	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		if (!cue_may_begin(s, i, words[k]))
			continue;
		struct str first = text_at(x, s, i);
		bool comma = words[k][strlen(words[k]) - 1] == ',';
		uint32_t end = comma ? (str_eq_z(first, words[k]) ? i + 1 : 0) : cue_at(x, s, i, words[k]);
		if (end)
			return end;
	}
	return 0;
}

void speakers_search(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 0; i + 2 < s->n; i++) {
		uint32_t at = speaker_at(x, s, i), stop = at, a, b;
		struct found name = at ? person_at(x, s, at, s->n, &stop) : (struct found){ 0 };
		uint32_t end = stop + SAID_AFTER < s->n ? stop + SAID_AFTER : s->n;
		bool lives = name.n && address_within(x, s, stop, end, &a, &b);
		for (uint32_t f = 0; name.n && f < x->plan->fields_n; f++) {
			const struct plan_field *p = &x->plan->fields[f];
			if (!asks_speaker(p) || !prose_open(x, f))
				continue;
			if (asks_home(p) && lives)
				clause_offer(x, s, at, f, trimmed_words(x, s, a, b), SIM_SPEAKS, QUALITY, NULL);
			else if (!asks_home(p) && is_name_type(p))
				clause_offer(x, s, at, f, name, SIM_SPEAKS, QUALITY, NULL);
		}
		if (name.n)
			return;
	}
}
