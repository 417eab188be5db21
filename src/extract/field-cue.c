/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-cue - names that a sentence gives to fields it does not name:
 *
 *   “Dan” shall pay the price to “Jerome”            who does what (cue.def)
 *   in an account in “Bank of America”               a name that holds the field's own word
 *   attached as Schedule A                           a part of the document
 */
#include "extract/field-prose.h"

enum { NAME_MOST = 8, JOB_WORDS = 5, SIM_OWN = 780 /* a quoted name holds the word of the field */, SIM_PART = 820, SIM_SITE = 900, SIM_LAW = 900, REPRESENTED_BACK = 9, FOUNDED_BACK = 5, SIM_PLACE = 790, SITE_WORDS = 24, SITE_GAP = 8,
       GEOMETRY_CLAUSE = 700 };

void clause_offer(struct fx *x, const struct sentence *s, uint32_t at, uint32_t field, struct found v, int sim, int quality,
			 const struct span *span)
{
	window_offer(x, s, &(struct window){ field, at, at + 1, sim }, v, sim, GEOMETRY_CLAUSE, quality, span);
}

/* ---- names */

static bool is_article(struct str w)
{
	static const char *const words[] = { "the", "a", "an", "der", "die", "das", "den", "le", "la", "les", "el", "los", "las", "il", "lo",
		"de", "het", "o", "os", "as" };
	return STR_ONE_OF(w, words);
}

static bool ends_name(struct str w)
{
	return w.n && strchr(",.;:)", w.p[w.n - 1]) && !(w.p[w.n - 1] == '.' && w.n <= 4); /* "Inc." goes on */
}

/* A role is a word of the contract ("Licensee"), not who plays it. */
static bool is_role(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	struct phrase p = sentence_phrase(x, s, from, end);
	return !p.n || lexicon_knows(p) || (p.n == 1 && token_flags(x->in, p.tokens[0]) & TOKEN_ROLE);
}

static struct found capital_run(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	struct found none = { 0 };
	while (from < end && is_article(text_at(x, s, from)))
		from++;
	if (from >= end || end - from > NAME_MOST || is_role(x, s, from, end))
		return none;
	struct found v = sentence_words(x, s, from, end);
	v.cut = ends_name(text_at(x, s, end - 1)) ? 1 : 0;
	return v;
}

/* The name that begins at position i, behind articles and a role: the Landlord “Parsa”. */
static struct found name_at(struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const particles[] = { "of", "and", "&", "de", "del", "della", "di", "du", "des", "von", "van", "da", "do", "dos" };
	uint32_t end;
	for (uint32_t k = i; k < s->n && k <= i + 2; k++) {
		uint32_t n = quoted_run(x, s, k);
		if (n)
			return quoted_words(x, s, k, n);
		if (!is_article(text_at(x, s, k)) && !is_role(x, s, k, k + 1))
			break;
	}
	while (i < s->n && is_article(text_at(x, s, i)))
		i++;
	for (end = i; end < s->n && end < i + NAME_MOST; end++) {
		struct str w = text_at(x, s, end);
		bool joins = end > i && STR_ONE_OF(w, particles) && end + 1 < s->n && word_is_capital(text_at(x, s, end + 1));
		if (!word_is_capital(w) && !joins)
			break;
		if (ends_name(w) && !(w.p[w.n - 1] == ',' && end + 1 < s->n && word_is_form(text_at(x, s, end + 1)))) {
			end++;
			break;
		}
	}
	return end > i ? capital_run(x, s, i, end) : (struct found){ 0 };
}

/* The name that ends right before position i. */
static struct found name_until(struct fx *x, const struct sentence *s, uint32_t i)
{
	for (uint32_t k = i; k-- > 0 && i - k <= NAME_MOST;) {
		uint32_t n = quoted_run(x, s, k);
		if (n && k + n == i)
			return quoted_words(x, s, k, n);
	}
	uint32_t from = i;
	while (from && i - from < NAME_MOST && word_is_capital(text_at(x, s, from - 1)) && !(from < i && ends_name(text_at(x, s, from - 1))))
		from--;
	return from < i && !ends_name(text_at(x, s, i - 1)) ? capital_run(x, s, from, i) : (struct found){ 0 };
}

/* ---- who does what */

enum cue_side { BEFORE, AFTER };
static const struct cue {
	const char *roles, *words;
	enum cue_side side;
	int sim;
} cue_rows[] = {
#define CUE(roles, side, words, sim) { roles, words, side, sim },
#include "extract/cue.def"
#undef CUE
};
enum { CUES = sizeof cue_rows / sizeof *cue_rows };

static bool word_is(struct str w, struct str cue)
{
	w = without_bracket(w);
	if (w.n < cue.n || !str_eq_nocase((struct str){ w.p, cue.n }, cue))
		return false;
	while (w.n > cue.n && strchr(",;:", w.p[w.n - 1]))
		w.n--;
	return w.n == cue.n;
}

uint32_t cue_ends(const struct fx *x, const struct sentence *s, uint32_t i, const char *words)
{
	struct str rest = str_from(words), word;
	bool gap = false;
	while (rest.n) {
		rest = str_cut(rest, ' ', &word);
		if (str_eq_z(word, "*")) {
			gap = true;
			continue;
		}
		uint32_t most = gap ? i + CUE_GAP : i;
		while (i < s->n && i < most && !word_is(text_at(x, s, i), word) && !quoted_run(x, s, i))
			i++;
		if (i >= s->n || !word_is(text_at(x, s, i), word))
			return 0;
		gap = false;
		i++;
	}
	return i;
}

static bool plays(struct fx *x, const struct plan_field *f, const char *roles)
{
	struct str rest = str_from(roles), word;
	while (rest.n) {
		rest = str_cut(rest, ' ', &word);
		struct phrase p = phrase_of_word(x->in, word);
		if (p.n && phrase_has(f->name, p.tokens[0]) && (f->name.n <= 2 || f->scope.n == f->name.n))
			return true;
	}
	return false;
}

/* Names are asked for: not the buyer's city. */
static bool wants_name(const struct fx *x, const struct plan_field *f)
{
	return f->type == VALUE_ORG || f->type == VALUE_PERSON || (f->type == VALUE_TEXT && !wants_period(x, f) && !wants_amount(x, f));
}

/* What someone is employed as may be written small: "the post of | shift supervisor | at". */
static struct found job_at(struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const ends[] = { "in", "at", "from", "for", "with", "and", "or", "who", "where", "on", "until", "to", "im", "am", "ab", "bei", "und", "mit", "beim", "zum", "voor", "per", "tegen", "pour", "por", "para", "za",
		"dans", "chez", "à", "au", "et", "en", "bij", "met", "op", "per", "w", "na", "od", "con", "presso", "a", "em", "(ref.", "advertised", "eingestellt",
		"beschäftigt", "tätig",
		"will", "shall", "is", "was", "has", "ends", "wird", "endet", "ist", "sera", "prendra", "est", "será", "finaliza", "sarà", "è", "zal", "wordt", "é", "terá", "jest" };
	uint32_t end;
	while (i < s->n && is_article(text_at(x, s, i)))
		i++;
	for (end = i; end < s->n && end < i + JOB_WORDS; end++) {
		struct str w = text_at(x, s, end);
		bool stops = w.p[0] == '(' || (w.p[0] >= '0' && w.p[0] <= '9');
		for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
			stops |= str_eq_z(w, ends[k]);
		if (stops)
			break;
		if (strchr(",.;:)", w.p[w.n - 1])) {
			end++;
			break;
		}
	}
	struct found v = end > i ? trimmed_words(x, s, i, end) : (struct found){ 0 };
	if (v.n && (str_starts(text_at(x, s, i), STR("d'")) || str_starts(text_at(x, s, i), STR("d’"))))
		v.skip = text_at(x, s, i).p[1] == '\'' ? 2 : 4; /* "en qualité d'ingénieur" */
	return v;
}

/* "…, represented by Ann Lee, acting as | director": said of another. */
static bool is_of_representative(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const stems[] = { "repr", "vertr", "vertegenwoord", "rappresent" };
	for (uint32_t k = i; k-- > 0 && i - k <= REPRESENTED_BACK;)
		for (size_t n = 0; n < sizeof stems / sizeof *stems; n++)
			if (text_at(x, s, k).n > 8 && str_starts(text_at(x, s, k), str_from(stems[n])))
				return true;
	return false;
}

/* "organized under the | laws of Texas": the law a firm was made by governs nothing. */
bool is_of_founding(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const words[] = { "organized", "organised", "incorporated", "existing", "formed", "constituted" };
	for (uint32_t k = i; k-- > 0 && i - k <= FOUNDED_BACK;)
		if (STR_ONE_OF(text_at(x, s, k), words))
			return true;
	return false;
}

/* A lesser cue of an earlier sentence does not stop the search. */
static bool is_open(const struct fx *x, uint32_t field, int sim)
{
	const struct cand_list *l = &x->cands[field];
	return prose_open(x, field) || (l->items[0].value.by == BY_WORDS && l->items[0].sim < sim);
}

static void deed_offer(struct fx *x, const struct sentence *s, const struct cue *cue, uint32_t i)
{
	uint32_t end = cue_at(x, s, i, cue->words);
	if (!end)
		return;
	bool job = str_starts(str_from(cue->roles), STR("job"));
	bool law = str_starts(str_from(cue->roles), STR("law")) || str_starts(str_from(cue->roles), STR("jurisdiction"));
	if ((job && is_of_representative(x, s, i)) || (law && is_of_founding(x, s, i)))
		return;
	struct found v = cue->side == BEFORE ? name_until(x, s, i) : job ? job_at(x, s, end) : name_at(x, s, end);
	for (uint32_t f = 0; v.n && f < x->plan->fields_n; f++)
		if (wants_name(x, &x->plan->fields[f]) && is_open(x, f, cue->sim) && plays(x, &x->plan->fields[f], cue->roles))
			clause_offer(x, s, i, f, v, cue->sim, 900, NULL);
}

/* Is the place of a thing asked for, not that of a party? */
static bool names_site(const struct fx *x, const struct plan_field *f)
{
	static const char *const stems[] = { "propert", "premis", "hous", "flat", "apartment", "dwelling", "site", "rental", "inmueble", "viviend", "finca", "immobil", "alloggio", "imovel", "imóvel",
		"logement", "bien", "local", "lokal", "woning", "pand", "objekt", "wohnung", "mietobjekt", "mieszkan", "nieruchomo" };
	struct str rest = f->node->name, word;
	while (rest.n) {
		rest = str_cut(rest, '_', &word);
		for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
			if (word.n >= strlen(stems[i]) && str_eq_nocase((struct str){ word.p, strlen(stems[i]) }, str_from(stems[i])))
				return true;
	}
	return false;
}

/* "la vivienda sita en calle Heroísmo 27": where a thing is said to lie. */
static void sites_search(struct fx *x, const struct sentence *s)
{
	static const char *const words[] = { "situated at", "located at", "known as", "sita en", "sito en", "situada en", "situado en", "ubicada en", "ubicado en", "situé", "située", "sis", "sise",
		"sita in", "sito in", "sita na", "sito na", "sita no", "situado na", "situada na", "gelegen", "położony w", "położonego w", "położone w", "położona w", "premises at", "property at",
		"apartment at", "house at", "flat at", "Wohnung in", "Wohnung im", "Haus in" };
	for (uint32_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
			uint32_t at = cue_at(x, s, i, words[k]), a, b, end = at + SITE_WORDS < s->n ? at + SITE_WORDS : s->n;
			if (!at || !address_within(x, s, at, end, &a, &b) || a > at + SITE_GAP)
				continue;
			for (uint32_t f = 0; f < x->plan->fields_n; f++)
				if (x->plan->fields[f].type == VALUE_ADDRESS && names_site(x, &x->plan->fields[f]) && prose_open(x, f))
					clause_offer(x, s, i, f, trimmed_words(x, s, a, b), SIM_SITE, 900, NULL);
		}
}

static void deeds_search(struct fx *x, const struct sentence *s)
{
	uint16_t first[0x81] = { 0 }, next[SENTENCE_WORDS]; /* positions + 1 of the words that begin alike */
	for (uint32_t i = s->n; i-- > 0;) {
		unsigned letter = cue_letter(text_at(x, s, i).p[0]);
		next[i] = first[letter];
		first[letter] = (uint16_t)(i + 1);
	}
	for (size_t c = 0; c < CUES; c++) {
		const char *words = cue_rows[c].words;
		bool gap = words[0] == '*';
		uint32_t at = first[cue_letter(words[gap ? 2 : 0])];
		for (uint32_t i = 0; gap && at && i < s->n; i++)
			deed_offer(x, s, &cue_rows[c], i);
		for (; !gap && at; at = next[at - 1])
			deed_offer(x, s, &cue_rows[c], at - 1);
	}
}

/* ---- names that hold the word of the field */

static bool part_word(struct str w)
{
	static const char *const words[] = { "attachment", "exhibit", "schedule", "annex", "appendix", "enclosure", "anlage", "anhang",
		"annexe", "anexo", "allegato", "bijlage", "załącznik", "приложение" };
	while (w.n && strchr("“\"„«(", w.p[0]) && w.p[0])
		w = (struct str){ w.p + 1, w.n - 1 };
	if (str_starts(w, STR("\xE2\x80\x9C")) || str_starts(w, STR("\xE2\x80\x9E")))
		w = (struct str){ w.p + 3, w.n - 3 };
	return STR_ONE_OF(w, words) && word_is_capital(w);
}

/* "A", "12", "IV", with what ends a sentence or a quote. */
static bool part_number(struct str w)
{
	size_t n = 0;
	while (n < w.n && ((w.p[n] >= 'A' && w.p[n] <= 'Z') || (w.p[n] >= '0' && w.p[n] <= '9') || w.p[n] == '-'))
		n++;
	return n > 0 && n <= 4 && (n == w.n || !((w.p[n] | 0x20) >= 'a' && (w.p[n] | 0x20) <= 'z'));
}

static void parts_search(struct fx *x, const struct sentence *s)
{
	static const char *const names[] = { "attachment", "exhibit", "schedule", "annex", "appendix", "enclosure" };
	for (uint32_t i = 0; i + 1 < s->n; i++) {
		if (!part_word(text_at(x, s, i)) || !part_number(text_at(x, s, i + 1)))
			continue;
		for (uint32_t f = 0; f < x->plan->fields_n; f++) {
			const struct plan_field *p = &x->plan->fields[f];
			bool asks = false;
			for (size_t k = 0; k < sizeof names / sizeof *names; k++)
				asks |= p->name.n == 1 && phrase_has(p->name, phrase_of_word(x->in, str_from(names[k])).tokens[0]);
			if (!asks || p->type != VALUE_TEXT || !prose_open(x, f))
				continue;
			uint32_t n = quoted_run(x, s, i);
			struct found v = n ? quoted_words(x, s, i, n) : sentence_words(x, s, i, i + 2);
			struct str last = text_at(x, s, i + 1);
			if (!n)
				v.cut = strchr(",.;:)", last.p[last.n - 1]) ? 1 : 0;
			clause_offer(x, s, i, f, v, SIM_PART, 900, NULL);
		}
	}
}

/* A term is defined where it stands in brackets, or "means" follows: it is no value. */
static bool defines(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t n)
{
	struct str next = i + n < s->n ? text_at(x, s, i + n) : STR("");
	return bracket_before(x, s, i) < s->n || str_eq_z(next, "means") || str_eq_z(next, "are") || str_eq_z(next, "is");
}

static void own_words_search(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t n = quoted_run(x, s, i);
		struct phrase p = n ? sentence_phrase(x, s, i, i + n) : (struct phrase){ NULL, 0 };
		if (!p.n || defines(x, s, i, n))
			continue;
		for (uint32_t f = 0; f < x->plan->fields_n; f++) {
			const struct plan_field *q = &x->plan->fields[f];
			size_t heavy = 0, held = 0;
			for (size_t k = 0; k < q->name.n; k++)
				if (!(token_flags(x->in, q->name.tokens[k]) & TOKEN_LIGHT)) {
					heavy++;
					held += phrase_has(p, q->name.tokens[k]);
				}
			if (heavy && held == heavy && takes_text(q) && prose_open(x, f))
				clause_offer(x, s, i, f, quoted_words(x, s, i, n), SIM_OWN, 900, NULL);
		}
	}
}

/* ---- English law, droit français, Nederlands recht */

bool word_governs(struct str w)
{
	static const char *const words[] = { "governed", "governing", "governs", "govern", "construed", "control", "controls", "subject", "applies", "apply", "applicable", "anwendbar", "anzuwenden", "anwendung", "gilt", "unterliegt", "unterliegen", "soumis", "soumise",
		"régi", "régie", "applicable", "regolato", "regolata", "applica", "applicabile", "regirá", "rige", "regido", "regida", "rege-se", "rege", "aplicable", "aplicável", "toepassing", "beheerst", "podlega" };
	w = without_bracket(w);
	while (w.n && (w.p[w.n - 1] == ',' || w.p[w.n - 1] == ';' || w.p[w.n - 1] == ':'))
		w.n--;
	return STR_ONE_OF(w, words);
}

/* The adjective beside the word for law, before it or behind: positions [*from, *end) of both; false if there is none. */
static bool law_named(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t *from, uint32_t *end)
{
	static const char *const led[] = { "law", "recht" }, *const leading[] = { "droit", "diritto", "legge", "derecho", "ley", "direito", "lei", "prawu", "prawo" };
	static const char *const compass[] = { "north", "south", "west", "new", "rhode", "puerto", "hong" };
	static const char *const endings[] = { "isches", "ischem", "ischen", "ische", "sches", "schem", "schen" };
	struct str w = text_at(x, s, i);
	for (size_t k = 0; i && k < sizeof led / sizeof *led; k++) {
		struct str before = text_at(x, s, i - 1);
		bool adjective = word_is_capital(before) && !word_is_capital(w) && !word_governs(before) && !strchr(",.;:", before.p[before.n - 1]) && i > 1;
		for (size_t e = 0; k && e < sizeof endings / sizeof *endings; e++)
			adjective |= str_ends(before, str_from(endings[e]));
		*from = i - 1;
		while (*from && STR_ONE_OF(text_at(x, s, *from - 1), compass)) /* "North | Carolina law" */
			--*from;
		*end = i + 1;
		if (word_is((struct str){ w.p, w.n - (w.n && w.p[w.n - 1] == '.') }, str_from(led[k])) && adjective)
			return true;
	}
	for (size_t k = 0; i + 1 < s->n && k < sizeof leading / sizeof *leading; k++) {
		*from = i;
		*end = i + 2;
		if (word_is(w, str_from(leading[k])) && word_starts_lower(text_at(x, s, i + 1)) && text_at(x, s, i + 1).n > 5)
			return true;
	}
	return false;
}

static void laws_search(struct fx *x, const struct sentence *s)
{
	static const char *const words[] = { "law", "jurisdiction" };
	bool governs = false;
	uint32_t from, end;
	for (uint32_t i = 0; i < s->n && !governs; i++)
		governs = word_governs(text_at(x, s, i));
	for (uint32_t i = 0; governs && i < s->n; i++) {
		if (!law_named(x, s, i, &from, &end))
			continue;
		struct str last = text_at(x, s, end - 1);
		struct found v = trimmed_words(x, s, from, end);
		v.cut = v.n && last.p[last.n - 1] == '.' ? 1 : v.cut;
		for (uint32_t f = 0; f < x->plan->fields_n; f++)
			if (wants_name(x, &x->plan->fields[f]) && NAME_HAS(x, &x->plan->fields[f], words) && prose_open(x, f))
				clause_offer(x, s, from, f, v, phrase_has(x->plan->fields[f].name, token_named(x->in, "law")) ? SIM_LAW : SIM_PLACE, 900, NULL);
	}
}

void cues_search(struct fx *x, const struct sentence *s)
{
	laws_search(x, s);
	deeds_search(x, s);
	sites_search(x, s);
	parts_search(x, s);
	own_words_search(x, s);
}
