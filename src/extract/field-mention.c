/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-mention - parties that running text names, and what it says of each:
 *
 *   CASTLEGATE BANK PLC, a company with number 04418827, whose registered      a term in brackets
 *   office is at 12 Micklegate, York YO1 6JX (the "Lender")
 *   Herrn Jonas Petersen, geboren am 14. März 1991, – nachfolgend „Mieter“ –   what it is called from here on
 *   der Frau Karin Ostermann, Rote Straße 41, 37073 Göttingen, – Klägerin –    a role between dashes
 *   Vermieter: Ingrid Baumgart, Amselweg 4, 35039 Marburg                      a label with more than a name
 *   our Grants Officer, Neil Abara, on 0117 496 0123                           a role right before a name
 *
 * A mention is the run of words about one party; fields whose name holds the role are
 * looked for in it: lender.company_number, landlord_address.
 */
#include "extract/field-prose.h"

enum {
	ROLE_WORDS = 3, CHUNK_WORDS = 70, LABEL_CHUNK_WORDS = 4, SIM_MENTION = 930, SIM_BESIDE = 830, SIM_DIRECT = 700, SIM_ROLE = 850, BESIDE_WORDS = 40, 
	QUALITY = 950, LIST_BACK = 8 /* words of names in a list */, AKIN_LEAST = 7 /* shorter words are of one family by chance */
};

/* ---- roles and the fields they speak for */

static bool is_naming(const struct fx *x, uint32_t token)
{
	static const char *const words[] = { "name", "company", "organization", "full", "legal", "person", "firm" };
	static const char *const stems[] = { "denominat", "denominac", "denominaz", "nazw", "imie", "nazwisko", "razon", "ragione", "bezeichnung", "raison" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token == token_named(x->in, words[i]))
			return true;
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		if (str_starts(token_text(x->in, token), str_from(stems[i])))
			return true;
	return false;
}

static struct phrase without_naming(struct fx *x, struct phrase p)
{
	uint32_t *kept = ARENA_ARRAY(x->a, p.n + 1, uint32_t);
	size_t n = 0;
	for (size_t i = 0; kept && i < p.n; i++)
		if (!is_naming(x, p.tokens[i]))
			kept[n++] = p.tokens[i];
	return (struct phrase){ kept, n };
}

/* Is a word of the role one of the name, in another form perhaps: "zamawiający", "Zamawiającym"? Known words are not akin: employer, employee. */
static bool role_says(const struct fx *x, struct phrase role, uint32_t token)
{
	for (size_t i = 0; i < role.n; i++)
		if (role.tokens[i] == token || (!(token_is_known(token) && token_is_known(role.tokens[i])) && token_text(x->in, token).n >= AKIN_LEAST && words_akin(token_text(x->in, role.tokens[i]), token_text(x->in, token))))
			return true;
	return false;
}

static bool name_says(const struct fx *x, const struct plan_field *f, uint32_t token)
{
	return role_says(x, f->name, token);
}

/* The rest of a field's name when the role is taken out; false if the role is not in it. */
static bool rest_of(struct fx *x, const struct plan_field *f, struct phrase role, struct phrase *rest)
{
	uint32_t ids[PHRASE_TOKENS];
	size_t n = 0, named = 0;
	for (size_t i = 0; i < role.n; i++) {
		bool in = name_says(x, f, role.tokens[i]);
		if (!in && !(token_flags(x->in, role.tokens[i]) & (TOKEN_LIGHT | TOKEN_STOP)))
			return false;
		named += in;
	}
	for (size_t i = 0; i < f->name.n && i < PHRASE_TOKENS; i++)
		if (!role_says(x, role, f->name.tokens[i]) && !is_naming(x, f->name.tokens[i]))
			ids[n++] = f->name.tokens[i];
	uint32_t *kept = ARENA_ARRAY(x->a, n + 1, uint32_t);
	if (!kept || !named)
		return false;
	memcpy(kept, ids, n * sizeof *kept);
	*rest = (struct phrase){ kept, n };
	return true;
}

/* Places of parties in a list: party_a, secondParty, party_1. 0 if the name counts none. */
static int ordinal_of(struct str path, struct str *rest)
{
	static const struct { const char *words; int n; } rows[] = {
		{ "party_a", 1 }, { "party_1", 1 }, { "partya", 1 }, { "party1", 1 }, { "first_party", 1 }, { "firstparty", 1 }, { "party_one", 1 },
		{ "party_b", 2 }, { "party_2", 2 }, { "partyb", 2 }, { "party2", 2 }, { "second_party", 2 }, { "secondparty", 2 }, { "party_two", 2 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t n = strlen(rows[i].words);
		for (size_t at = 0; at + n <= path.n; at++) {
			char next = at + n < path.n ? path.p[at + n] : '.';
			if (!str_eq_nocase((struct str){ path.p + at, n }, str_from(rows[i].words)) || !(next == '.' || next == '_' || (next >= 'A' && next <= 'Z')))
				continue;
			*rest = at + n < path.n ? (struct str){ path.p + at + n, path.n - at - n } : STR("");
			return rows[i].n;
		}
	}
	return 0;
}

/* ---- what a field finds in a mention */

static void mention_offer(struct fx *x, const struct sentence *s, const struct mention *m, uint32_t field, struct found v,
			  const struct span *span)
{
	struct window w = { field, m->label, m->label + 1, m->sim };
	if (v.n)
		window_offer(x, s, &w, v, m->sim, 950, QUALITY, span);
}

static bool is_name_type(const struct fx *x, const struct plan_field *f)
{
	return f->type == VALUE_ORG || f->type == VALUE_PERSON || (f->type == VALUE_TEXT && !wants_period(x, f) && !wants_amount(x, f));
}

/* A date, amount or number that stands last before the term: "… 28 February 2030 (the “Maturity Date”)". */
static void last_span(struct fx *x, const struct sentence *s, const struct mention *m, uint32_t field)
{
	const struct span *best = NULL;
	struct cand c = { 0 }, kept = { 0 };
	for (uint32_t i = m->from; i < m->end; i++)
		for (const struct span *p = NULL; (p = span_next(x, s->word[i], p)) != NULL;)
			if (span_suits(x, field, p, &c)) {
				best = p;
				kept = c;
			}
	if (best)
		mention_offer(x, s, m, field, kept.value, best);
}

static void serve_field(struct fx *x, const struct sentence *s, const struct mention *m, uint32_t field, struct phrase rest)
{
	const struct plan_field *f = &x->plan->fields[field];
	if (!rest.n && is_name_type(x, f)) {
		if (!m->nameless)
			mention_offer(x, s, m, field, m->name, NULL);
		return;
	}
	if (!rest.n && f->type != VALUE_ADDRESS) {
		if (m->term)
			last_span(x, s, m, field);
		return;
	}
	const struct span *span = NULL;
	struct found v = said_of(x, s, m, field, rest, &span);
	mention_offer(x, s, m, field, v, span);
}

void mention_serve(struct fx *x, const struct sentence *s, const struct mention *m)
{
	struct liking likes[4];
	struct phrase rest;
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		struct str path = x->plan->fields[f].path, after;
		if (m->order && ordinal_of(path, &after) == m->order)
			serve_field(x, s, m, f, without_naming(x, phrase_of(x->in, after)));
		else if (m->role.n && rest_of(x, &x->plan->fields[f], m->role, &rest))
			serve_field(x, s, m, f, rest);
	}
	size_t n = m->role.n ? labels_match_least(x, m->role, SIM_DIRECT, likes, 4) : 0;
	for (size_t i = 0; i < n; i++)
		if (likes[i].sim + 30 >= likes[0].sim && !field_asks_signer(&x->plan->fields[likes[i].field])) {
			struct mention direct = *m;
			direct.sim = likes[i].sim < m->sim ? likes[i].sim : m->sim;
			serve_field(x, s, &direct, likes[i].field, (struct phrase){ NULL, 0 });
		}
}

bool role_asked(struct fx *x, struct phrase role)
{
	struct liking like;
	struct phrase rest;
	bool heavy = false;
	for (size_t i = 0; i < role.n; i++)
		heavy |= !(token_flags(x->in, role.tokens[i]) & (TOKEN_LIGHT | TOKEN_STOP));
	if (!heavy)
		return false;
	if (labels_match_least(x, role, SIM_ROLE, &like, 1))
		return true;
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		if (rest_of(x, &x->plan->fields[f], role, &rest))
			return true;
	return false;
}

/* ---- where mentions are */

/* "This Lease Agreement (the “Agreement”)" is no party; "Tessellate Robotics, Inc. (“Tessellate”)" is one. */
static bool names_itself(struct fx *x, const struct sentence *s, const struct mention *m)
{
	if (m->end - m->from < 2 || str_eq_nocase(text_at(x, s, m->from), STR("this")))
		return true;
	for (size_t i = 0; i < m->role.n; i++)
		if (token_is_known(m->role.tokens[i]) && !(token_flags(x->in, m->role.tokens[i]) & TOKEN_ROLE))
			return true;
	return false;
}

/* ("Licensee"), with offices at “1 Broadway”, and …: what is said of a party behind its term, up to the next party. */
static void serve_behind(struct fx *x, const struct sentence *s, const struct mention *m)
{
	static const char *const leads[] = { "with", "a", "an", "located", "having", "of", "whose", "residing", "mit", "avec", "dont", "con", "met" };
	uint32_t from = m->label;
	while (from < s->n && from < m->label + ROLE_WORDS && !memchr(text_at(x, s, from).p, ')', text_at(x, s, from).n))
		from++;
	if (++from >= s->n || !STR_ONE_OF(text_at(x, s, from), leads))
		return;
	struct mention behind = *m;
	behind.from = behind.end = from;
	behind.nameless = true;
	behind.order = 0;
	behind.sim = SIM_BESIDE;
	for (; behind.end < s->n && behind.end - from < BESIDE_WORDS; behind.end++)
		if (word_joins(text_at(x, s, behind.end)) && behind.end + 1 < s->n && (quote_opens(text_at(x, s, behind.end + 1)) || word_is_capital(text_at(x, s, behind.end + 1))))
			break;
	mention_serve(x, s, &behind);
}

/* "(“Borrower”), | whose address is": what follows a term may go on about its party. */
static bool goes_on_about(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const words[] = { "whose", "having", "located", "residing" }, *const places[] = { "offices", "registered", "its", "an", "a", "principal" };
	struct str w = text_at(x, s, i);
	return STR_ONE_OF(w, words) || (str_eq_z(w, "with") && i + 1 < s->n && STR_ONE_OF(text_at(x, s, i + 1), places));
}

/* The next party, behind what still is said of the one before: "…, Salina, Kansas 67401, and | Smoky Hill Bank". Position from if none begins. */
static uint32_t next_party(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from + 1; i + 1 < end; i++) {
		struct str before = text_at(x, s, i - 1);
		bool ends = strchr(",;", before.p[before.n - 1]) || quote_closes(before);
		if (ends && word_joins(text_at(x, s, i)) && (word_is_capital(text_at(x, s, i + 1)) || quote_opens(text_at(x, s, i + 1))))
			return i + 1;
	}
	return from;
}

/* low: the party begins there or later. */
static void mention_at(struct fx *x, const struct sentence *s, uint32_t low, uint32_t end, uint32_t label, struct phrase role, uint32_t *order)
{
	uint32_t start = party_start(x, s, end);
	if (start < end && start && goes_on_about(x, s, start))
		start = next_party(x, s, start, end);
	struct mention m = { .from = start > low ? start : low, .end = end, .label = label, .role = role, .sim = SIM_MENTION, .term = true };
	if (m.from >= m.end || !role.n)
		return;
	m.name = mention_name(x, s, m.from, m.end, &m.from);
	if (m.name.n && !names_itself(x, s, &m))
		m.order = ++*order > 2 ? 0 : (int)*order;
	mention_serve(x, s, &m);
	serve_behind(x, s, &m);
}

/* (the "Lender") */
static void terms_in_brackets(struct fx *x, const struct sentence *s, uint32_t *order)
{
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t inside = term_run(x, s, i), n = inside ? inside : quoted_run(x, s, i), open = inside ? i : n ? bracket_before(x, s, i) : s->n;
		if (!n || open == s->n || !open)
			continue;
		mention_at(x, s, 0, open, i, sentence_phrase(x, s, i, i + n), order);
		i += n - 1;
	}
}

/* "Lionel Tate, Bridget Crowe (Secretary)": where the last of several names before position i begins; 0 if there is one, or an address. */
static uint32_t last_of_names(const struct fx *x, const struct sentence *s, uint32_t i)
{
	uint32_t from = 0;
	for (uint32_t k = i; k-- > 0 && i - k <= LIST_BACK;) {
		struct str w = text_at(x, s, k);
		bool ends = strchr(",;", w.p[w.n - 1]) != NULL;
		if (str_has_digit(w) || (ends && !from && (i - k < 3 || word_is_form(text_at(x, s, k + 1)))))
			return 0;
		from = ends && !from ? k + 1 : from;
		if (!word_is_capital(w) && !(w.p[0] == '('))
			break;
	}
	return from;
}

/* Gwendolyn Farrow of 3 Abbey Mews (the Landlord) */
static void roles_in_brackets(struct fx *x, const struct sentence *s, uint32_t *order)
{
	for (uint32_t i = 1; i < s->n; i++) {
		uint32_t from, end;
		if (!bracket_role(x, s, i, &from, &end))
			continue;
		struct phrase role = sentence_phrase(x, s, from, end);
		if (role.n && role_asked(x, role))
			mention_at(x, s, last_of_names(x, s, i), i, from, role, order);
	}
}

/* – Klägerin – */
static void roles_between_dashes(struct fx *x, const struct sentence *s, uint32_t *order)
{
	for (uint32_t i = 1; i + 1 < s->n; i++) {
		if (!word_is_dash(text_at(x, s, i)))
			continue;
		bool own = x->v->words[s->word[i]].line != x->v->words[s->word[i - 1]].line; /* a line of its own */
		uint32_t end = i + 1;
		while (end < s->n && end <= i + ROLE_WORDS && !word_is_dash(text_at(x, s, end)))
			end++;
		if (end > i + ROLE_WORDS || end == i + 1 || end >= s->n || (!own && end + 1 < s->n))
			continue; /* or the paragraph's end */
		struct phrase role = sentence_phrase(x, s, i + 1, end);
		if (role_asked(x, role))
			mention_at(x, s, 0, i, i + 1, role, order);
	}
}

/* Words before a role in a sentence: "our", "den", "as". */
static bool leads_role(struct str w)
{
	static const char *const words[] = { "our", "your", "my", "their", "his", "her", "the", "as", "of", "to", "by", "der", "die", "den", "dem", "des", "unser", "unsere",
		"unseren", "ihr", "ihre", "mein", "meine", "le", "la", "notre", "votre", "du", "el", "nuestro", "nuestra", "su", "al", "il", "nostro", "nostra",
		"suo", "sua", "de", "het", "onze", "uw", "o", "a", "nosso", "nossa", "seu", "durch", "por", "par", "przez", "and", "und" };
	return STR_ONE_OF(w, words);
}

/* A firm may be what a plain text is asked for by its role. */
static bool asks_party(const struct fx *x, const struct plan_field *f, enum value_type type)
{
	return f->type == type || (type == VALUE_ORG && f->type == VALUE_TEXT && is_name_type(x, f));
}

/* Is a person, or a party of the type at hand, asked for under this role, not a title or a list of what is called so? */
static bool party_asked(struct fx *x, struct phrase role, enum value_type type)
{
	struct liking likes[4];
	struct phrase rest;
	for (size_t i = 0; i < role.n; i++)
		if (token_flags(x->in, role.tokens[i]) & TOKEN_ROLE)
			return role_asked(x, role);
	size_t n = labels_match_least(x, role, SIM_ROLE, likes, 4);
	for (size_t i = 0; i < n; i++)
		if (asks_party(x, &x->plan->fields[likes[i].field], type))
			return true;
	for (uint32_t f = 0; f < x->plan->fields_n; f++) { /* the object around a name */
		const struct plan_field *p = &x->plan->fields[f];
		if (memchr(p->path.p, '.', p->path.n) && role.n + 1 == p->name.n && rest_of(x, p, role, &rest) && !rest.n)
			return true;
	}
	return false;
}

/* Vermieter: …, Amselweg 4, 35039 Marburg: a label followed by what a name alone would not fill. */
static void roles_as_labels(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 0; i < s->n; i++) {
		if (!word_ends_label(text_at(x, s, i)))
			continue;
		uint32_t low = i + 1 > ROLE_WORDS ? i + 1 - ROLE_WORDS : 0, from = low;
		while (from <= i && !party_asked(x, sentence_phrase(x, s, from, i + 1), VALUE_PERSON))
			from++;
		uint32_t end = i + 1, commas = 0;
		for (; end < s->n && end - i < CHUNK_WORDS && !word_ends_label(text_at(x, s, end)); end++)
			commas += strchr(",", text_at(x, s, end).p[text_at(x, s, end).n - 1]) != NULL;
		if (from > i || end - i <= LABEL_CHUNK_WORDS || !commas)
			continue;
		struct mention m = { .from = i + 1, .end = end, .label = from, .role = sentence_phrase(x, s, from, i + 1), .sim = SIM_MENTION, .nameless = true };
		m.name = mention_name(x, s, m.from, m.end, &m.from);
		m.nameless = !m.name.n;
		mention_serve(x, s, &m);
	}
}

/* A role and the name it comes with: "our Grants Officer, Neil Abara", "den Patienten Gerhard Tietjen", "the Vendor (Acme Ltd)". */
static void roles_beside_names(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 0; i + 1 < s->n; i++)
		for (uint32_t n = ROLE_WORDS; n-- > 0;) {
			uint32_t end = i + n + 1, stop;
			if (end >= s->n || !word_is_indexed(x, s->word[i]) || !word_is_indexed(x, s->word[end - 1]))
				continue;
			uint32_t at = person_after(x, s, end);
			struct found name = at < s->n ? person_at(x, s, at, s->n, &stop) : (struct found){ 0 };
			bool org = !name.n && (name = org_at(x, s, end, &stop)).n;
			at = org ? end : at;
			struct phrase role = name.n ? sentence_phrase(x, s, i, end) : (struct phrase){ NULL, 0 };
			bool led = i ? leads_role(text_at(x, s, i - 1)) : at > end; /* "Chair is Ann Lee" */
			if (!name.n || !led || !party_asked(x, role, org ? VALUE_ORG : VALUE_PERSON))
				continue;
			struct mention m = { .from = at, .end = sentence_stop(x, s, stop, BESIDE_WORDS), .label = i, .role = role, .name = name, .sim = SIM_BESIDE };
			mention_serve(x, s, &m);
			break;
		}
}

/* ---- what parties are called from here on */

static const char *const hereinafter[] = {
	"hereinafter", "hereafter", "im Folgenden", "nachfolgend", "nachstehend", "ci-après", "dénommé", "dénommée", "en adelante", "en lo sucesivo",
	"di seguito", "hierna", "doravante", "adiante designada por", "adiante designado por", "adiante designada", "adiante designado", "zwany dalej", "zwaną dalej", "zwanym dalej", "zwana dalej", "zwanego dalej", "zwanej dalej", "именуемый в дальнейшем", "именуемая в дальнейшем",
	"именуемое в дальнейшем", "далее",
};

/* "l'Acquirente", "d’Acheteur" without what is glued to it. */
static struct str without_article(struct str w)
{
	const char *mark = memchr(w.p, '\'', w.n < 6 ? w.n : 6);
	size_t n = mark ? (size_t)(mark - w.p) + 1 : 0;
	if (!n && w.n > 4 && (str_starts((struct str){ w.p + 1, w.n - 1 }, STR("\xE2\x80\x99"))))
		n = 4;
	return n && n < w.n ? (struct str){ w.p + n, w.n - n } : w;
}

/* The role behind the words of definition: quoted, or the capitalised words after some small ones. Its end; 0 if there is none. */
static uint32_t role_after(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t *from)
{
	for (*from = i; *from < s->n && *from < i + 6; ++*from) {
		uint32_t n = quoted_run(x, s, *from), end = *from;
		if (n)
			return *from + n;
		while (end < s->n && end < *from + 3 && word_is_capital(without_article(text_at(x, s, end))) && !(end > *from && strchr(",.;:)", text_at(x, s, end - 1).p[text_at(x, s, end - 1).n - 1])))
			end++;
		if (end > *from)
			return end;
	}
	return 0;
}

/* The role that words of definition at position i give: its words [*from, return); 0 if none stand there. */
static uint32_t defined_at(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t *from)
{
	for (size_t k = 0; k < sizeof hereinafter / sizeof *hereinafter; k++) {
		uint32_t after = cue_at(x, s, i, hereinafter[k]), to = after ? role_after(x, s, after, from) : 0;
		if (to)
			return to;
	}
	return 0;
}

static void roles_hereinafter(struct fx *x, const struct sentence *s, uint32_t *order)
{
	uint32_t low = 0; /* behind the party before */
	for (uint32_t i = 1; i < s->n; i++) {
		uint32_t from, to = defined_at(x, s, i, &from), end = i;
		if (!to)
			continue;
		while (end > 1 && word_is_sign(text_at(x, s, end - 1)))
			end--;
		struct phrase role = to == from + 1 ? phrase_of(x->in, without_article(text_at(x, s, from))) : sentence_phrase(x, s, from, to);
		mention_at(x, s, low, end, from, role, order);
		low = to;
		i = to - 1 > i ? to - 1 : i;
	}
}

/* Where the capitalised words that end before position i begin. */
static uint32_t capitals_before(const struct fx *x, const struct sentence *s, uint32_t i)
{
	uint32_t from = i;
	while (from && i - from < 6) {
		struct str w = text_at(x, s, from - 1);
		bool stops = from < i && strchr(",.;:)", w.p[w.n - 1]) && !(w.p[w.n - 1] == '.' && w.n <= 5);
		if (stops || !(word_is_capital(w) || str_eq_z(w, "de") || str_eq_z(w, "van") || str_eq_z(w, "von")))
			break;
		from--;
	}
	return from;
}

/* Judith Ellery (Chair), Helen Okafor, Treasurer: a role right behind a name. */
static void roles_behind_names(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 2; i < s->n; i++) {
		struct str before = text_at(x, s, i - 1);
		bool bracket = text_at(x, s, i).p[0] == '(', comma = before.p[before.n - 1] == ',' && word_is_capital(text_at(x, s, i));
		uint32_t end = i + 1, stop, from = i;
		if (!bracket && !comma)
			continue;
		while (end < s->n && end < i + ROLE_WORDS && !strchr(",.;)", text_at(x, s, end - 1).p[text_at(x, s, end - 1).n - 1]))
			end++;
		struct phrase role = sentence_phrase(x, s, i, end);
		if ((from = capitals_before(x, s, i)) + 2 > i || !role.n || !party_asked(x, role, VALUE_PERSON))
			continue;
		struct found name = person_at(x, s, from, i, &stop);
		struct mention m = { .from = from, .end = i, .label = i, .role = role, .name = name, .sim = SIM_BESIDE };
		if (name.n && stop == i)
			mention_serve(x, s, &m);
	}
}

void mentions_search(struct fx *x, const struct sentence *s, uint32_t *order)
{
	terms_in_brackets(x, s, order);
	roles_in_brackets(x, s, order);
	roles_hereinafter(x, s, order);
	roles_between_dashes(x, s, order);
	roles_as_labels(x, s);
	roles_beside_names(x, s);
	roles_behind_names(x, s);
	capacities_search(x, s);
	speakers_search(x, s);
}
