/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-known - words that say by themselves what they are, for fields that ask for their kind:
 *
 *     Helvex Polymers · Basel · Full-time · Hybrid         employment_type, work_model
 *     Mastercard •••• 0917                                 card_brand
 *
 * Labels say more; without one the first place counts at which such words stand for themselves.
 */
#include "extract/field-private.h"

enum { SIM_KNOWN = 640, GEOMETRY = 700, QUALITY = 1000, OPPOSITE_BYTES = 5 };

/* Names ask by any of their parts; values in small letters, '|' between. alone: only as a part of a line, between bars, dots or commas. */
static const struct known { const char *names, *values; bool alone; } rows[] = {
	{ "employment_type|job_type|employmenttype|jobtype|type_of_employment|work_schedule|working_time|beschaeftigungsart|anstellungsart|dienstverband|type_emploi|tipo_jornada|jornada",
	  "full-time|full time|part-time|part time|vollzeit|teilzeit|vollzeit / teilzeit|temps plein|temps partiel|temps complet|jornada completa|jornada parcial|tempo pieno|tempo parziale|fulltime|parttime|"
	  "voltijd|deeltijd|tempo integral|tempo parcial|pełny etat|freelance|internship|werkstudent|contract|temporary|permanent|cdi|cdd", true },
	{ "work_model|workmodel|work_mode|workplace_type|remote_policy|work_arrangement|arbeitsmodell|mode_travail|modalidad|modalità_lavoro|werkvorm|tryb_pracy",
	  "hybrid|remote|on-site|onsite|on site|fully remote|vor ort|homeoffice|mobiles arbeiten|hybride|télétravail|sur site|híbrido|híbrida|remoto|presencial|ibrido|in sede|op kantoor|thuiswerk|"
	  "hybrydowa|zdalna|stacjonarna", true },
	{ "card_type|card_brand|card_scheme|cardtype|cardbrand|payment_card|kartenart|kreditkarte_typ|type_carte|tipo_tarjeta|marca_tarjeta|tipo_carta",
	  "visa|mastercard|american express|amex|maestro|discover|diners club|girocard|v pay|visa debit|visa electron", false },
};

static const struct known *known_of(const struct plan_field *f)
{
	for (size_t i = 0; f->type == VALUE_TEXT && !f->choices_n && i < sizeof rows / sizeof *rows; i++) {
		struct str rest = str_from(rows[i].names), one;
		while (rest.n) {
			rest = str_cut(rest, '|', &one);
			if (str_eq_nocase(f->node->name, one))
				return &rows[i];
		}
	}
	return NULL;
}

/* "·", "|", "/", "–": what stands between the parts of a line. */
static bool parts_line(struct str w)
{
	static const char *const signs[] = { "·", "|", "•", "/", "–", "-", "—", ",", "◦", "‧" };
	return STR_ONE_OF(w, signs);
}

/* Do the words stand at w, letters in either case? *n how many, *cut: a comma behind them. */
static bool value_at(const struct fx *x, uint32_t w, struct str value, uint32_t *n, uint16_t *cut)
{
	struct str one;
	uint32_t line = x->v->words[w].line;
	for (*n = 0, *cut = 0; value.n; ++*n) {
		value = str_cut(value, ' ', &one);
		struct str t = w + *n < x->word1 && x->v->words[w + *n].line == line ? x->v->words[w + *n].text : STR("");
		if (!value.n && t.n == one.n + 1 && strchr(",;.)", t.p[t.n - 1])) {
			*cut = 1;
			t.n--;
		}
		if (!str_eq_nocase(t, one))
			return false;
	}
	return *n > 0;
}

/* Is it all of its segment, or of a part of a line? */
static bool stands_alone(const struct fx *x, uint32_t w, uint32_t n, uint16_t cut)
{
	const struct view_seg *g = &x->v->segs[x->v->words[w].seg];
	uint32_t end = w + n;
	struct str before = w > g->word ? x->v->words[w - 1].text : STR("|");
	bool begins = parts_line(before) || before.p[before.n - 1] == ',';
	return begins && (cut || end >= g->word + g->words || parts_line(x->v->words[end].text));
}

static bool known_at(const struct fx *x, const struct known *k, uint32_t w, uint32_t *n, uint16_t *cut)
{
	struct str rest = str_from(k->values), one;
	uint32_t most = 0, words;
	uint16_t signs;
	while (rest.n) {
		rest = str_cut(rest, '|', &one);
		if (value_at(x, w, one, &words, &signs) && words > most && (!k->alone || stands_alone(x, w, words, signs))) {
			most = words;
			*cut = signs;
		}
	}
	*n = most;
	return most > 0;
}

/* "unbefristet" for befristet: the word for no, with its own sign before it; the word itself says yes. */
static void opposite_search(struct fx *x, uint32_t f)
{
	static const char *const signs[] = { "un", "in", "non-", "not ", "in-", "nicht ", "non ", "no " };
	struct str name = x->plan->fields[f].node->name;
	if (x->plan->fields[f].type != VALUE_BOOLEAN || name.n < OPPOSITE_BYTES || memchr(name.p, '_', name.n))
		return;
	struct str values[sizeof signs / sizeof *signs + 1] = { name };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		values[i + 1] = arena_printf(x->a, "%s%.*s", signs[i], STR_ARGS(name));
	for (uint32_t w = x->word0; w < x->word1; w++)
		for (size_t i = 0; i <= sizeof signs / sizeof *signs; i++) {
			struct str value = values[i];
			uint32_t n;
			uint16_t cut;
			if (!value_at(x, w, value, &n, &cut) || !stands_alone(x, w, n, cut))
				continue;
			struct found v = found_run(x, w, n);
			v.cut = cut;
			v.canon = i ? STR("false") : STR("true");
			cand_put(x, f, v, SIM_KNOWN, GEOMETRY, QUALITY, NULL);
			return;
		}
}

void known_search(struct fx *x)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct known *k = known_of(&x->plan->fields[f]);
		opposite_search(x, f);
		for (uint32_t w = x->word0; k && w < x->word1; w++) {
			uint32_t n;
			uint16_t cut;
			if (!known_at(x, k, w, &n, &cut))
				continue;
			struct found v = found_run(x, w, n);
			v.cut = cut;
			cand_put(x, f, v, SIM_KNOWN, GEOMETRY, QUALITY, NULL);
			break;
		}
	}
}
