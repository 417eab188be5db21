/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-agent - who did something, told by the verb alone:
 *
 *   was opened on Wednesday by the transport secretary, Gwendolyn Ashe     opened_by
 *   a panel painted by the Flemish master Joos van Horne                   painter
 *   Sergeant Paul Kettering, who led the investigation                     investigator: "Who led the investigation"
 *   On May 21 the Board appointed Annelise Bergmann                        appointed_officer
 *
 * The verb of a field stands in its name or, behind "who", in its description. What the verb is said to be
 * done to must stand in the sentence if the field tells it.
 */
#include "extract/field-prose.h"
#include "extract/plan-private.h"

enum { KEY = 24, OBJECTS = 6, BY_REACH = 14, NAME_REACH = 10, SUBJECT_BACK = 8, RUN_MOST = 7, STEM_LEAST = 3,
       SIM_PASSIVE = 850, SIM_ACTIVE = 830, COST_WORD = 6, BONUS_OBJECT = 50, COST_ASIDE = 100, OBJECT_REACH = 12, QUALITY = 900 };

enum deed { DEED_NONE, DEED_DOES /* who does it is asked for */, DEED_SUFFERS /* whom it is done to */ };

struct agent { /* what a field says of the verb */
	char key[KEY];      /* verb_key() of it */
	enum deed deed;
	struct phrase object;
};

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* ---- forms of one verb have one key */

static const char *base_of(struct str w)
{
	static const char *const rows[][2] = { { "gave", "give" }, { "given", "give" }, { "led", "lead" }, { "found", "find" }, { "bought", "buy" }, { "sold", "sell" }, { "wrote", "write" },
		{ "written", "write" }, { "built", "build" }, { "made", "make" }, { "took", "take" }, { "taken", "take" }, { "won", "win" }, { "paid", "pay" }, { "drove", "drive" }, { "driven", "drive" },
		{ "held", "hold" }, { "laid", "lay" }, { "taught", "teach" }, { "brought", "bring" }, { "chose", "choose" }, { "chosen", "choose" }, { "saw", "see" }, { "seen", "see" },
		{ "heard", "hear" }, { "said", "say" }, { "told", "tell" }, { "lent", "lend" }, { "met", "meet" }, { "drew", "draw" }, { "drawn", "draw" }, { "sent", "send" }, { "stole", "steal" },
		{ "stolen", "steal" }, { "flew", "fly" }, { "flown", "fly" }, { "ran", "run" }, { "left", "leave" }, { "kept", "keep" }, { "grew", "grow" }, { "grown", "grow" }, { "sang", "sing" },
		{ "sung", "sing" }, { "spoke", "speak" }, { "spoken", "speak" }, { "began", "begin" }, { "caught", "catch" }, { "lost", "lose" }, { "spent", "spend" } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (str_eq_z(w, rows[i][0]))
			return rows[i][1];
	return NULL;
}

static struct str without(struct str w, const char *end)
{
	size_t n = strlen(end);
	return str_ends(w, str_from(end)) && w.n >= n + STEM_LEAST ? (struct str){ w.p, w.n - n } : w;
}

/* "carried", "carries", "carrier" and "carry" have one key: the stem without a doubled end. False if the word is none. */
static bool verb_key(struct str word, bool noun, char out[KEY])
{
	static const char *const ends[] = { "ing", "ed", "es", "s", "d" }, *const nouns[] = { "er", "or" };
	char low[KEY];
	size_t n = 0;
	for (; n < word.n && n + 1 < KEY && ((word.p[n] | 0x20) >= 'a' && (word.p[n] | 0x20) <= 'z'); n++)
		low[n] = (char)(word.p[n] | 0x20);
	struct str w = { low, n }, was = w;
	const char *base = n ? base_of(w) : NULL;
	if (base)
		was = w = str_from(base);
	for (size_t i = 0; !base && w.n == was.n && i < (noun ? 2 : 5); i++)
		w = without(was, noun ? nouns[i] : ends[i]);
	if (noun && w.n == was.n)
		return false;
	while (w.n > STEM_LEAST && (w.p[w.n - 1] == 'e' || w.p[w.n - 1] == 'y' || w.p[w.n - 1] == 'i'))
		w.n--;
	w.n -= w.n > STEM_LEAST && w.p[w.n - 1] == w.p[w.n - 2] && !is_vowel(w.p[w.n - 1]);
	memcpy(out, w.p, w.n);
	out[w.n] = 0;
	return w.n >= STEM_LEAST;
}

/* ---- what fields ask */

static bool asks_who(const struct fx *x, const struct plan_field *f)
{
	bool type = f->type == VALUE_PERSON || f->type == VALUE_ORG || f->type == VALUE_TEXT;
	return type && !takes_figure(x, f) && !wants_passage(x, f) && !field_asks_title(x, f);
}

static void object_add(struct fx *x, struct str word, uint32_t *ids, size_t *n)
{
	struct phrase p = phrase_of_word(x->in, word);
	if (p.n && *n < OBJECTS && word.n > 2 && !(token_flags(x->in, p.tokens[0]) & TOKEN_STOP))
		ids[(*n)++] = p.tokens[0];
}

/* "Who performed the surgery", "Officer who is appointed". */
static bool told_by_description(struct fx *x, struct str text, struct agent *a, uint32_t *ids, size_t *n)
{
	static const char *const who[] = { "who", "that", "which" }, *const be[] = { "is", "was", "are", "were" }, *const skipped[] = { "has", "had", "have", "to", "will", "be", "been" };
	struct str rest = text, word = STR("");
	for (int i = 0; rest.n && i < 6; i++) {
		rest = str_cut(rest, ' ', &word);
		if (STR_ONE_OF(word, who))
			break;
		word = STR("");
	}
	if (!word.n || !STR_ONE_OF(word, who))
		return false;
	a->deed = DEED_DOES;
	do {
		rest = str_cut(rest, ' ', &word);
		if (STR_ONE_OF(word, be))
			a->deed = DEED_SUFFERS;
		else if (str_eq_z(word, "to"))
			a->deed = DEED_DOES; /* "is to do it" */
	} while (rest.n && (STR_ONE_OF(word, be) || STR_ONE_OF(word, skipped)));
	if (!verb_key(word, false, a->key))
		return false;
	while (rest.n) {
		rest = str_cut(rest, ' ', &word);
		while (word.n && strchr(".,;:", word.p[word.n - 1]))
			word.n--;
		object_add(x, word, ids, n);
	}
	return true;
}

enum { NAME_PARTS = 6 };

static size_t name_parts(struct str name, struct str *out)
{
	size_t n = 0;
	while (name.n && n < NAME_PARTS)
		name = str_cut(name, '_', &out[n++]);
	return name.n ? 0 : n;
}

static bool is_person_word(struct str w)
{
	static const char *const words[] = { "officer", "physician", "doctor", "judge", "manager", "engineer", "nurse", "attorney", "lawyer", "director", "member", "surgeon", "party", "person", "agent",
		"broker", "firm", "company", "partner", "contractor", "candidate", "executive", "employee", "teacher", "clinician", "veterinarian", "inspector", "magistrate", "principal" };
	return STR_ONE_OF(w, words);
}

/* "opened_by", "path_maintained_by", "restorer", "attending_officer", "appointed_officer". */
static bool told_by_name(struct fx *x, struct str name, struct agent *a, uint32_t *ids, size_t *n)
{
	static const char *const lawyers[] = { "attorney", "lawyer", "counsel", "solicitor" };
	struct str part[NAME_PARTS];
	size_t parts = name_parts(name, part), verb = 0;
	if (parts >= 2 && str_eq_z(part[parts - 1], "by")) {
		verb = parts - 2;
		a->deed = DEED_DOES;
		if (verb && !str_ends(part[verb], STR("ed")) && !base_of(part[verb]))
			verb--; /* "pronounced_dead_by" */
		if (!verb_key(part[verb], false, a->key))
			return false;
	} else if (parts == 2 && is_person_word(part[1]) && str_ends(part[0], STR("ing")) && verb_key(part[0], false, a->key)) {
		a->deed = DEED_DOES;
		return true;
	} else if (parts == 2 && is_person_word(part[1]) && str_ends(part[0], STR("ed")) && verb_key(part[0], false, a->key)) {
		a->deed = DEED_SUFFERS;
		return true;
	} else if (parts && STR_ONE_OF(part[parts - 1], lawyers)) {
		verb = parts - 1;
		a->deed = DEED_DOES;
		verb_key(STR("represent"), false, a->key);
	} else if (parts && verb_key(part[parts - 1], true, a->key)) {
		verb = parts - 1;
		a->deed = DEED_DOES;
	} else {
		return false;
	}
	for (size_t i = 0; i + (str_eq_z(part[parts - 1], "by") ? 1 : 0) < parts; i++)
		if (i != verb)
			object_add(x, part[i], ids, n);
	return true;
}

bool agents_prepare(struct fx *x)
{
	x->agents = ARENA_ARRAY(x->a, 2 * x->plan->fields_n + 1, struct agent);
	for (uint32_t f = 0; x->agents && f < x->plan->fields_n; f++) {
		const struct plan_field *p = &x->plan->fields[f];
		for (uint32_t k = 0; k < 2 && asks_who(x, p); k++) {
			struct agent *a = &x->agents[2 * f + k];
			uint32_t ids[OBJECTS];
			size_t n = 0;
			if (!(k ? told_by_description(x, p->node->description, a, ids, &n) : told_by_name(x, p->node->name, a, ids, &n))) {
				*a = (struct agent){ .deed = DEED_NONE };
				continue;
			}
			uint32_t *kept = ARENA_ARRAY(x->a, n + 1, uint32_t);
			if (!kept)
				return false;
			memcpy(kept, ids, n * sizeof *ids);
			a->object = (struct phrase){ kept, n };
			x->agents_n++;
		}
	}
	return x->agents != NULL;
}

/* ---- names */

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

static bool ends_name(struct str w)
{
	return strchr(",.;:)", last_of(w)) && !(last_of(w) == '.' && w.n <= 4);
}

static bool is_inner(struct str w)
{
	static const char *const words[] = { "of", "&", "and", "the", "de", "van", "von", "der", "del", "di", "la", "le", "du", "for" };
	return STR_ONE_OF(w, words);
}

/* The capitals from position i on, "of" and its like between them. */
static uint32_t run_end(const struct fx *x, const struct sentence *s, uint32_t i)
{
	uint32_t end = i;
	while (end < s->n && end < i + RUN_MOST) {
		struct str w = text_at(x, s, end);
		bool inner = end > i && is_inner(w) && !str_eq_z(w, "and") && end + 1 < s->n && word_is_capital(text_at(x, s, end + 1));
		if (!word_is_capital(w) && !inner)
			break;
		end++;
		if (ends_name(w) && !(last_of(w) == ',' && end < s->n && word_is_form(text_at(x, s, end))))
			break;
	}
	return end;
}

/* The name from position i on, as one of the type: a known firm, a person, capitals that are more than words of labels. */
static struct found name_here(struct fx *x, const struct sentence *s, uint32_t i, enum value_type t)
{
	uint32_t stop;
	struct found v = t == VALUE_PERSON ? (struct found){ 0 } : org_at(x, s, i, &stop);
	if (!v.n)
		v = t == VALUE_ORG ? (struct found){ 0 } : person_at(x, s, i, s->n, &stop);
	if (v.n)
		return v;
	uint32_t end = run_end(x, s, i);
	struct phrase p = sentence_phrase(x, s, i, end);
	bool digits = false, role = p.n == 1 && (token_flags(x->in, p.tokens[0]) & TOKEN_ROLE);
	for (uint32_t k = i; k < end; k++)
		digits |= str_has_digit(text_at(x, s, k));
	bool one = end == i + 1 && t != VALUE_TEXT;
	return end > i && p.n && !digits && !role && !one && !lexicon_knows(p) ? trimmed_words(x, s, i, end) : (struct found){ 0 };
}

/* "by | the transport secretary, Gwendolyn Ashe", "the Danish firm Holm & Krogh": what someone is stands before the name. */
static struct found name_behind(struct fx *x, const struct sentence *s, uint32_t i, enum value_type t, uint32_t *gap)
{
	static const char *const stops[] = { "in", "on", "at", "for", "with", "to", "from", "after", "before", "as", "who", "which", "that", "its", "their", "his", "her", "is", "was", "were", "under" };
	for (uint32_t k = i; k < s->n && k < i + NAME_REACH; k++) {
		struct str w = text_at(x, s, k);
		if (!word_is_capital(w)) {
			if (strchr(".;:", last_of(w)) || STR_ONE_OF(w, stops))
				break;
			continue;
		}
		uint32_t end = run_end(x, s, k);
		bool adjective = end == k + 1 && !ends_name(w) && end + 1 < s->n && word_starts_lower(text_at(x, s, end)) && !is_inner(text_at(x, s, end)) &&
				 !STR_ONE_OF(text_at(x, s, end), stops) && k > i && word_starts_lower(text_at(x, s, k - 1));
		if (adjective)
			continue;
		*gap = k - i;
		return name_here(x, s, k, t);
	}
	return (struct found){ 0 };
}

/* "Paul Kettering, | who | led": the name that ends before position i. */
static struct found name_before_verb(struct fx *x, const struct sentence *s, uint32_t i, enum value_type t)
{
	static const char *const between[] = { "who", "which", "will", "has", "had", "shall", "is", "to", "also", "then", "first", "later", "hereby" };
	while (i && STR_ONE_OF(text_at(x, s, i - 1), between))
		i--;
	for (uint32_t from = i > SUBJECT_BACK ? i - SUBJECT_BACK : 0; from < i; from++) {
		if (!word_is_capital(text_at(x, s, from)) || (from && word_is_capital(text_at(x, s, from - 1)) && !ends_name(text_at(x, s, from - 1)) && from > i - SUBJECT_BACK))
			continue;
		struct found v = name_here(x, s, from, t);
		uint32_t end = v.n ? sentence_place(s, v.words[v.n - 1]) : UINT32_MAX;
		if (end != UINT32_MAX && end + 1 == i)
			return v;
	}
	return (struct found){ 0 };
}

/* ---- sentences */

static bool is_passive(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const be[] = { "was", "were", "is", "are", "be", "been", "being" };
	return (i && STR_ONE_OF(text_at(x, s, i - 1), be)) || (i > 1 && STR_ONE_OF(text_at(x, s, i - 2), be) && !word_is_capital(text_at(x, s, i - 1)));
}

/* Where "by" stands behind the verb at position i; s->n if a clause ends before. */
static uint32_t by_behind(const struct fx *x, const struct sentence *s, uint32_t i)
{
	for (uint32_t k = i + 1; k < s->n && k <= i + BY_REACH && !strchr(";:.", last_of(text_at(x, s, k - 1))); k++)
		if (str_eq_z(text_at(x, s, k), "by"))
			return k;
	return s->n;
}

/* How many of the objects the words [from, end) say. */
static size_t objects_said(struct fx *x, const struct sentence *s, const struct agent *a, uint32_t verb, uint32_t from, uint32_t end)
{
	size_t n = 0;
	for (size_t k = 0; k < a->object.n; k++) {
		bool said = false;
		for (uint32_t i = from; i < end && !said; i++)
			for (size_t j = 0; i != verb && j < fx_word(x, s->word[i])->n && !said; j++)
				said = tokens_akin(x, a->object.tokens[k], fx_word(x, s->word[i])->tokens[j]);
		n += said;
	}
	return n;
}

static void deed_offer(struct fx *x, const struct sentence *s, uint32_t field, const struct agent *a, uint32_t i)
{
	enum value_type t = x->plan->fields[field].type;
	size_t said = objects_said(x, s, a, i, 0, s->n);
	if (said * 2 < a->object.n)
		return;
	uint32_t by = by_behind(x, s, i), gap = 0;
	bool passive = is_passive(x, s, i) || by < s->n;
	/* what it is done to stands before "was done", behind "did" */
	bool aside = a->object.n && !objects_said(x, s, a, i, passive ? i > OBJECT_REACH ? i - OBJECT_REACH : 0 : i, passive ? i : i + OBJECT_REACH < s->n ? i + OBJECT_REACH : s->n);
	int sim = SIM_ACTIVE;
	struct found v = { 0 };
	if (a->deed == DEED_SUFFERS) {
		v = passive ? name_before_verb(x, s, i - (i && is_passive(x, s, i)), t) : name_behind(x, s, i + 1, t, &gap);
	} else if (by < s->n) {
		sim = SIM_PASSIVE - COST_WORD * (int)(by - i - 1);
		v = name_behind(x, s, by + 1, t, &gap);
	} else if (!passive) {
		v = name_before_verb(x, s, i, t);
	}
	sim += (a->object.n && said == a->object.n ? BONUS_OBJECT : 0) - COST_WORD * (int)gap - (aside ? COST_ASIDE : 0);
	if (v.n)
		clause_offer(x, s, i, field, v, sim, QUALITY, NULL);
}

void agents_search(struct fx *x, const struct sentence *s)
{
	char key[KEY];
	for (uint32_t i = 0; x->agents_n && i < s->n; i++) {
		struct str w = text_at(x, s, i);
		if (!word_starts_lower(w) || w.n < STEM_LEAST || !verb_key(w, false, key))
			continue;
		for (uint32_t k = 0; k < 2 * x->plan->fields_n; k++) {
			const struct agent *a = &x->agents[k];
			if (a->deed != DEED_NONE && a->key[0] == key[0] && strcmp(a->key, key) == 0 && prose_open(x, k / 2))
				deed_offer(x, s, k / 2, a, i);
		}
	}
}
