/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-role - people and firms by what the words right before or behind their names call them:
 *
 *   said council leader Marcus Tilley              the role, then the name
 *   bajo la presidencia de D. Ramiro Ezquerra      in another form of its word
 *   Owen Prosser, exhibitor manager, at …          the name, then the role; a sibling may ask for it
 */
#include "extract/field-prose.h"
#include "extract/record-kind.h"
#include "layout/locale.h"

enum { BACK = 5, APPOSED = 6, SIM_ROLE = 790, SIM_APPOSED = 760, COST_GAP = 15, QUALITY = 900, ORDER_MOST = 40, FIRM_BACK = 5 };

struct named { /* a name in the sentence, positions [from, end) */
	uint32_t from, end;
	struct found value;
	bool org;
};

static bool asks_name(const struct fx *x, const struct plan_field *f, bool org)
{
	if (f->type == VALUE_PERSON || f->type == VALUE_ORG)
		return !org || f->type == VALUE_ORG; /* who plays a role may be either */
	return f->type == VALUE_TEXT && !wants_period(x, f) && !wants_amount(x, f) && !wants_passage(x, f);
}

/* What a title is asked for by; it is no name. */
bool field_asks_title(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "title", "role", "position", "job", "function", "profession", "occupation", "capacity" };
	for (size_t i = 0; f->type == VALUE_TEXT && i < sizeof words / sizeof *words; i++)
		if (phrase_has(f->name, token_named(x->in, words[i])))
			return true;
	return false;
}

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

static bool ends_clause(struct str w)
{
	return strchr(".;:)", last_of(w)) != NULL && !(last_of(w) == '.' && w.n <= 5);
}

/* ---- names */

/* "führte Rechtsanwältin Ulrike Stamm": what someone is by profession stands between role and name. */
static bool is_profession(struct str w)
{
	static const char *const words[] = { "Rechtsanwalt", "Rechtsanwältin", "Notar", "Notarin", "Richter", "Richterin", "Justizangestellte", "Assessor", "Assessorin", "Steuerberater", "Steuerberaterin",
		"Justizrat", "avvocato", "avvocata", "dottor", "dottoressa", "ingegner", "advocaat", "notaris", "adwokat", "radca", "Officer", "Detective", "Sergeant", "Constable", "Inspector", "Deputy" };
	return STR_ONE_OF(w, words);
}

static bool name_begins(const struct fx *x, const struct sentence *s, uint32_t i)
{
	if (!i)
		return true;
	struct str w = text_at(x, s, i - 1);
	return strchr(",;:(.", last_of(w)) || !word_is_capital(w) || word_is_vocative(w) || is_profession(w);
}

static bool named_at(struct fx *x, const struct sentence *s, uint32_t i, struct named *out)
{
	for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;)
		if (p->type == SPAN_ORG && i + p->words <= s->n) {
			*out = (struct named){ i, i + p->words, sentence_words(x, s, i, i + p->words), true };
			out->value.skip = p->skip;
			out->value.cut = p->cut;
			return true;
		}
	uint32_t stop;
	struct found v = person_at(x, s, i, s->n, &stop);
	*out = (struct named){ i, stop, v, false };
	return v.n > 0;
}

/* ---- roles before a name */

/* Words between a role and the name: "of the cooperative," "is", "a". */
static bool may_stand_between(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t from)
{
	static const char *const words[] = { "of", "is", "was", "are", "de", "del", "des", "der", "die", "das", "du", "da", "do", "di", "la", "le", "el", "il", "the", "a", "an", "van", "het", "ist", "est", "es", "è",
		"jest", "to", "por", "par", "by", "von", "durch", "our", "unser", "als", "war", "wurde", "were", "été", "était", "fue", "era", "fu", "è", "foi", "był", "była", "werd",
		"führte", "führt", "signor", "signora", "sra.", "señor", "señora", "heer", "mevrouw" };
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (str_eq_nocase(text_at(x, s, i), str_from(words[k])))
			return true;
	if (is_profession(text_at(x, s, i)))
		return true;
	/* what the role is of, closed by a comma: "president of the cooperative, Ann Lee" */
	return i > 0 && i < from && last_of(text_at(x, s, from - 1)) == ',' && !ends_clause(text_at(x, s, i));
}

/* "Salcey & | Co", "Derwent | Bank plc,": the word is of a firm's name, and no role of what follows. */
static bool is_of_firm(const struct fx *x, const struct sentence *s, uint32_t k)
{
	static const char *const forms[] = { "co", "co.", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "llc", "plc", "company", "corporation" };
	struct str w = text_at(x, s, k);
	while (w.n && strchr(",;", last_of(w)))
		w.n--;
	if (k && STR_ONE_OF(w, forms) && (word_is_capital(text_at(x, s, k - 1)) || str_eq_z(text_at(x, s, k - 1), "&")))
		return true;
	for (uint32_t i = k > FIRM_BACK ? k - FIRM_BACK : 0; i <= k; i++)
		for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;)
			if (p->type == SPAN_ORG && i + p->words > k && p->words > 1)
				return true;
	return false;
}

/* Does [k, from) name the role, and nothing else but small words behind it? Its end, 0 if not. */
static uint32_t role_end(struct fx *x, const struct sentence *s, uint32_t field, uint32_t k, uint32_t from)
{
	uint32_t end = evidence_covers(x, s, field, k, from);
	for (uint32_t i = end; end && i < from; i++)
		if (!may_stand_between(x, s, i, from))
			return 0;
	return end;
}

/* In German names and roles are both written large, elsewhere "Hospital Santa Maria" is one name. */
static bool reads_as_role(const struct fx *x, const struct sentence *s, uint32_t k, const struct named *m, enum value_type t)
{
	if (t == VALUE_PERSON || m->org)
		return true;
	struct str w = text_at(x, s, k);
	bool titled = m->value.words[0] != s->word[m->from];
	return titled || word_starts_lower(w) || !word_is_capital(w) || str_eq_z(str_from(x->v->lang), "de") || last_of(text_at(x, s, m->from - 1)) == ',';
}

/* "With this round, Ann Lee joins": what is pointed at is no role of the next name. */
static bool is_pointed_at(const struct fx *x, const struct sentence *s, uint32_t k)
{
	static const char *const words[] = { "this", "that", "these", "diese", "dieser", "diesem", "ce", "cette", "este", "esta", "questo", "questa", "deze", "dit", "ten", "ta", "tej" };
	return k && STR_ONE_OF(text_at(x, s, k - 1), words);
}

static bool role_before(struct fx *x, const struct sentence *s, uint32_t field, const struct named *m, uint32_t *at)
{
	uint32_t low = m->from > BACK ? m->from - BACK : 0;
	for (uint32_t k = m->from; k-- > low;) {
		if (ends_clause(text_at(x, s, k)))
			return false;
		uint32_t end = role_end(x, s, field, k, m->from);
		if (end && !is_pointed_at(x, s, k) && !is_of_firm(x, s, k) && reads_as_role(x, s, k, m, x->plan->fields[field].type)) {
			*at = k;
			return true;
		}
	}
	return false;
}

/* ---- roles behind a name */

/* "(novelist)", ", exhibitor manager, at": the words of the apposition; false if something else follows. */
static bool apposition(const struct fx *x, const struct sentence *s, const struct named *m, uint32_t *from, uint32_t *end)
{
	static const char *const ends[] = { "at", "on", "in", "an", "bei", "tel", "tel.", "phone", "who", "und", "and" };
	*from = *end = m->end;
	if (m->end >= s->n)
		return false;
	bool bracket = text_at(x, s, m->end).p[0] == '(';
	if (!bracket && last_of(text_at(x, s, m->end - 1)) != ',')
		return false;
	for (; *end < s->n && *end < *from + APPOSED; ++*end) {
		struct str w = text_at(x, s, *end);
		if (w.p[0] >= '0' && w.p[0] <= '9')
			return false;
		for (size_t k = 0; !bracket && *end > *from && k < sizeof ends / sizeof *ends; k++)
			if (str_eq_nocase(w, str_from(ends[k])))
				return true;
		if (last_of(w) == ')' || (!bracket && strchr(",.;", last_of(w)))) {
			++*end;
			return true;
		}
	}
	return !bracket && *end == s->n;
}

/* ", das Protokoll führte Yusuf Demir.": what names another is not said of the first. */
static bool names_another(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	uint32_t stop;
	for (uint32_t i = from + 2; i + 1 < end; i++)
		if (word_starts_lower(text_at(x, s, i - 1)) && person_at(x, s, i, end, &stop).n)
			return true;
	return false;
}

/* "Ann Lee, the chair of": the role stands first. */
static bool role_leads(struct fx *x, const struct sentence *s, uint32_t field, uint32_t from, uint32_t end)
{
	uint32_t most = from + 2 + (may_stand_between(x, s, from, from) ? 1u : 0u);
	return evidence_covers(x, s, field, from, end < most ? end : most) > 0;
}

static void title_offer(struct fx *x, const struct sentence *s, uint32_t field, uint32_t from, uint32_t end)
{
	const struct plan_field *f = &x->plan->fields[field];
	struct found v = trimmed_words(x, s, from, end);
	if (v.n && text_at(x, s, from).p[0] == '(')
		v.skip = 1;
	for (uint32_t g = 0; v.n && g < x->plan->fields_n; g++) {
		const struct plan_field *q = &x->plan->fields[g];
		bool sibling = q->node->parent == f->node->parent && f->node->parent && f->node->parent != x->plan->root;
		bool same = q->name.n && f->name.n && q->name.tokens[0] == f->name.tokens[0];
		if (g != field && (sibling || same) && field_asks_title(x, q) && prose_open(x, g))
			clause_offer(x, s, from, g, v, SIM_APPOSED, QUALITY, NULL);
	}
}

/* ---- all of them */

/* "Bürgermeister Tobias Kehl", "Contact Owen Prosser": a role written large in front of the name is no part of it. */
static bool role_within(struct fx *x, const struct sentence *s, uint32_t field, struct named *m)
{
	uint32_t most = m->end - m->from > 3 ? m->from + 3 : m->end, end = m->org || is_of_firm(x, s, m->from) ? 0 : evidence_covers(x, s, field, m->from, most), stop;
	struct found v = end && end < m->end ? person_at(x, s, end, s->n, &stop) : (struct found){ 0 };
	if (!v.n)
		return false;
	*m = (struct named){ end, stop, v, false };
	return true;
}

static void named_offer(struct fx *x, const struct sentence *s, const struct named *m, int order)
{
	uint32_t from, end, at;
	bool apposed = apposition(x, s, m, &from, &end) && !names_another(x, s, from, end);
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct plan_field *q = &x->plan->fields[f];
		if (!asks_name(x, q, m->org) || field_asks_title(x, q) || !prose_open(x, f))
			continue;
		struct named within = *m;
		if (role_within(x, s, f, &within)) {
			clause_offer(x, s, m->from, f, within.value, SIM_ROLE - order, QUALITY, NULL);
			if (apposed)
				title_offer(x, s, f, from, end);
			continue;
		}
		bool before = role_before(x, s, f, m, &at);
		bool behind = !before && apposed && role_leads(x, s, f, from, end);
		if (!before && !behind)
			continue;
		int gap = before ? (int)(m->from - at) - 1 : 0;
		clause_offer(x, s, before ? at : from, f, m->value, SIM_ROLE - COST_GAP * gap - order, QUALITY, NULL);
		if (apposed && before)
			title_offer(x, s, f, from, end);
	}
}

void roles_search(struct fx *x, const struct sentence *s, uint32_t *order)
{
	for (uint32_t i = 0; i < s->n; i++) {
		struct named m;
		if (!word_is_capital(text_at(x, s, i)) && !word_is_vocative(text_at(x, s, i)))
			continue;
		if (!name_begins(x, s, i) || !named_at(x, s, i, &m)) /* of a role and a name the role comes first */
			continue;
		named_offer(x, s, &m, (int)(*order < ORDER_MOST ? *order : ORDER_MOST));
		++*order;
		i = m.end > i ? m.end - 1 : i;
	}
}

/* ---- "Jonas Abel, Head of Press" beside a label: the name, and what a sibling asks for */

static uint32_t sibling_title(const struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	for (uint32_t g = 0; g < x->plan->fields_n && f->node->parent && f->node->parent != x->plan->root; g++)
		if (g != field && x->plan->fields[g].node->parent == f->node->parent && field_asks_title(x, &x->plan->fields[g]))
			return g;
	return UINT32_MAX;
}

/* "Braemont Industries, Inc.": no title of anybody. */
static bool is_legal_form(struct str w)
{
	static const char *const forms[] = { "inc", "inc.", "llc", "l.l.c.", "ltd", "ltd.", "llp", "l.p.", "lp", "corp.", "corp", "plc", "gmbh", "co.", "n.a.", "s.a.", "pllc", "p.c." };
	return STR_ONE_OF(w, forms);
}

/* Words of the value up to the comma behind a name, 0 if it is no name with something behind it. */
static size_t name_words(const struct fx *x, const struct found *v)
{
	size_t comma = 0;
	for (size_t i = 0; i < v->n; i++) {
		struct str w = x->v->words[v->words[i]].text;
		if (str_has_digit(w))
			return 0;
		if (!comma && (!word_is_capital(w) || i > 4) && w.n > 3) /* a dash has three bytes */
			return 0;
		if (!comma && (last_of(w) == ',' || (i > 1 && word_is_dash(w))))
			comma = i + 1;
	}
	return comma > 1 && comma < v->n && v->n - comma <= APPOSED && !is_legal_form(x->v->words[v->words[comma]].text) ? comma : 0;
}

/* The words behind the name in a value of both, for the sibling; the value keeps the name. */
static void name_cut(const struct fx *x, struct cand *c, size_t n, struct cand *title)
{
	*title = *c;
	title->value.words += n;
	title->value.n -= n;
	title->value.skip = 0;
	title->value.canon = STR("");
	title->span = NULL;
	bool dash = word_is_dash(x->v->words[c->value.words[n - 1]].text);
	c->value.n = dash ? n - 1 : n;
	c->value.cut = dash ? 0 : 1;
	c->value.canon = STR("");
	c->span = NULL;
}

/* Does the field ask for a person and nothing else: "signed_by", "validator_name"? */
static bool asks_person(const struct fx *x, const struct plan_field *f)
{
	struct str name = f->node->name;
	return f->type == VALUE_PERSON || (f->type == VALUE_TEXT && asks_name(x, f, false) && (str_ends(name, STR("_by")) || str_ends(name, STR("By"))));
}

static bool is_person(const struct fx *x, const uint32_t *words, size_t n)
{
	for (const struct span *p = NULL; (p = span_next(x, words[0], p)) != NULL;)
		if (p->type == SPAN_PERSON && p->words + 1 >= n && p->words <= n)
			return true;
	return false;
}

/* "Ann Lee, Treasurer": a name and what it is followed by, which is no second name. */
static bool is_name_and_title(const struct fx *x, const struct cand *c, size_t n)
{
	const uint32_t *rest = c->value.words + n;
	uint32_t more = (uint32_t)(c->value.n - n);
	return kind_of_words(x->v, rest[0], more) == KIND_POSITION || (is_person(x, c->value.words, n) && !is_person(x, rest, more) && more <= 4);
}

/* ---- a name and a year in brackets */

/* A sibling in the same object that asks for a year; UINT32_MAX if there is none. */
static uint32_t sibling_year(const struct fx *x, uint32_t field)
{
	const struct schema_node *object = x->plan->fields[field].node->parent;
	for (uint32_t g = 0; g < x->plan->fields_n && object && object != x->plan->root; g++) {
		const struct plan_field *f = &x->plan->fields[g];
		if (g != field && f->node->parent == object && f->node->type == SCHEMA_INTEGER && (f->type == VALUE_YEAR || STR_ONE_OF(f->node->name, ((const char *const[]){ "since", "from", "until", "seit", "depuis", "desde" }))))
			return g;
	}
	return UINT32_MAX;
}

/* Words before "(since 2018)" at the end of a value, 0 if it ends otherwise; *year: the word that has the year. */
static size_t words_before_year(const struct fx *x, const struct found *v, size_t *year)
{
	size_t open = 0;
	for (size_t i = 1; i < v->n && !open; i++)
		open = x->v->words[v->words[i]].text.p[0] == '(' ? i : 0;
	struct str last = v->n ? x->v->words[v->words[v->n - 1]].text : STR("");
	if (!open || last_of(last) != ')' || v->cut)
		return 0;
	*year = v->n - 1;
	last.n--;
	last = last.n && last.p[0] == '(' ? (struct str){ last.p + 1, last.n - 1 } : last;
	return word_is_year(last) ? open : 0;
}

/* "Karin Ekdahl (since 2018)" for mayor.name: the bracket answers mayor.since. */
static void years_split(struct fx *x)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct plan_field *p = &x->plan->fields[f];
		bool named = (p->type == VALUE_TEXT || p->type == VALUE_PERSON || p->type == VALUE_ORG) && phrase_has(p->name, token_named(x->in, "name"));
		uint32_t g = named ? sibling_year(x, f) : UINT32_MAX;
		for (uint32_t i = 0; g != UINT32_MAX && i < x->cands[f].n; i++) {
			struct cand *c = &x->cands[f].items[i], when = *c;
			size_t at, n = words_before_year(x, &c->value, &at);
			if (!n)
				continue;
			when.value = found_run(x, c->value.words[at], 1);
			when.value.skip = x->v->words[c->value.words[at]].text.p[0] == '(';
			when.value.cut = 1;
			when.value.score = c->score;
			when.span = NULL;
			c->value.n = n;
			c->value.canon = STR("");
			c->span = NULL;
			cand_add(x, g, when);
		}
	}
}

void names_split(struct fx *x)
{
	years_split(x);
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct plan_field *p = &x->plan->fields[f];
		bool named = asks_name(x, p, false) && !field_asks_title(x, p) && phrase_has(p->name, token_named(x->in, "name"));
		bool person = asks_person(x, p);
		uint32_t g = named || person ? sibling_title(x, f) : UINT32_MAX;
		for (uint32_t i = 0; (g != UINT32_MAX || person) && i < x->cands[f].n; i++) {
			struct cand *c = &x->cands[f].items[i], title;
			size_t n = c->labels ? name_words(x, &c->value) : 0; /* a firm's reading may hold both, too */
			if (!n || (g == UINT32_MAX && !is_name_and_title(x, c, n)))
				continue;
			name_cut(x, c, n, &title);
			if (g != UINT32_MAX)
				cand_add(x, g, title);
		}
	}
}
