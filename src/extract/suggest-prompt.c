/* SPDX-License-Identifier: Apache-2.0 */
/*
 * suggest-prompt - what plain words ask for.
 *
 *   "Extract the invoice number, date and line items with description and amount. For each page: its title"
 *
 *   clause   ends at a full stop, a semicolon, a new line
 *   part     between commas and "and"
 *   group    "X with A, B and C", "X: A, B", "for each X the A and B": the parts behind are properties of X
 */
#include "extract/suggest-private.h"

/* Words that ask, point or count, before what is asked for. */
static const char *const lead_words[] = {
	"extract", "get", "give", "me", "find", "return", "list", "please", "i", "we", "want", "need", "would", "like", "to",
	"capture", "pull", "read", "collect", "show", "provide", "identify", "include", "output", "us", "also", "then", "it", "from",
	"the", "a", "an", "all", "any", "its", "their", "our", "every", "each", "of", "is", "are", "what", "which", "following",
	"fields", "field", "and", "or", "as", "well", "plus", "this", "that", "these", "those", "document", "should", "contain", "in",
};
/* What opens a group behind the words that name it. */
static const char *const with_words[] = { "with", "including", "containing", "having", "incl", "showing" };
/* Plural in form, one thing in meaning. */
static const char *const single_words[] = {
	"terms", "details", "notes", "remarks", "comments", "conditions", "address", "status", "series", "goods", "news", "basis",
	"instructions", "is", "this", "gross", "business", "previous", "process", "access", "class", "as", "was", "has", "analysis",
	"hours", "days", "weeks", "months", "years", "minutes", "taxes", "sales", "earnings", "savings", "means", "premises", "wages",
};

static bool is_plural(struct str word)
{
	size_t n = word.n;
	return n > 3 && word.p[n - 1] == 's' && word.p[n - 2] != 's' && word.p[n - 2] != 'u' && word.p[n - 2] != 'i' &&
	       !STR_ONE_OF(word, single_words);
}

static struct str last_word(struct str name)
{
	size_t at = name.n;
	while (at && name.p[at - 1] != '_')
		at--;
	return (struct str){ name.p + at, name.n - at };
}

static bool names_many(struct suggester *s, struct str name)
{
	enum value_type t = suggest_type(s, name);
	return is_plural(last_word(name)) && t != VALUE_MONEY && t != VALUE_NUMBER && t != VALUE_PERCENT && t != VALUE_INTEGER;
}

static bool is_sign(char c)
{
	return strchr(" \t\r-*\"'().[]!?`", c) != NULL && c;
}

static struct str strip(struct str s)
{
	while (s.n && (is_sign(s.p[0]) || (s.n > 2 && !memcmp(s.p, "•", 3)))) {
		size_t n = is_sign(s.p[0]) ? 1 : 3;
		s = (struct str){ s.p + n, s.n - n };
	}
	while (s.n && is_sign(s.p[s.n - 1]))
		s.n--;
	return s;
}

static struct str first_word(struct str s, struct str *rest)
{
	size_t n = 0;
	while (n < s.n && s.p[n] != ' ' && s.p[n] != '\t')
		n++;
	*rest = strip((struct str){ s.p + n, s.n - n });
	return (struct str){ s.p, n };
}

static struct str without_lead(struct str s)
{
	struct str rest, word;
	for (s = strip(s); s.n; s = rest) {
		word = first_word(s, &rest);
		if (!STR_ONE_OF(word, lead_words))
			break;
	}
	return s;
}

/* "date of the invoice" is the invoice date; "date of birth" stays. */
static struct str turned(struct suggester *s, struct str part)
{
	static const char *const joints[] = { " of the ", " of each ", " of an ", " of a ", " for the " };
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		size_t end = text_find(part, joints[i]);
		if (end == SIZE_MAX)
			continue;
		struct str head = { part.p, end - strlen(joints[i]) }, of = { part.p + end, part.n - end };
		return arena_printf(s->a, "%.*s %.*s", STR_ARGS(of), STR_ARGS(head));
	}
	return part;
}

static struct str part_name(struct suggester *s, struct str part)
{
	struct str open = { part.p, 0 };
	part = without_lead(part);
	for (size_t i = 0; i < part.n && part.p[i] != '('; i++) /* "date (YYYY-MM-DD)" */
		open = (struct str){ part.p, i + 1 };
	return suggest_name(s, turned(s, strip(open)));
}

/* ---- fields */

/* What a line of a list of goods has, where the words do not say. */
static void fill_line_items(struct suggester *s, struct str name, struct json *properties)
{
	static const char *const usual[] = { "description", "quantity", "unit_price", "amount" };
	struct str last = last_word(name);
	if (properties->n || !(str_eq_z(last, "items") || str_eq_z(last, "products") || str_eq_z(last, "positions")))
		return;
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
		struct str n = str_from(usual[i]);
		suggest_add(s, properties, n, suggest_leaf(s, suggest_type(s, n), suggest_title(s, n)));
	}
}

static void add_field(struct suggester *s, struct json *properties, struct str part)
{
	struct str name = part_name(s, part), title = suggest_title(s, name);
	if (!name.n)
		return;
	if (!names_many(s, name)) {
		suggest_add(s, properties, name, suggest_leaf(s, suggest_type(s, name), title));
		return;
	}
	struct json *items = suggest_object(s), *fields = json_get(items, "properties");
	if (fields)
		fill_line_items(s, name, fields);
	suggest_add(s, properties, name, suggest_list(s, fields && fields->n ? items : suggest_leaf(s, VALUE_TEXT, STR("")), title));
}

/* The group's own map of properties, added to properties; NULL if part names none. */
static struct json *add_group(struct suggester *s, struct json *properties, struct str part, bool many)
{
	struct str name = part_name(s, part);
	struct json *object = suggest_object(s), *there;
	if (!name.n)
		return NULL;
	if (many && !is_plural(last_word(name)))
		name = arena_printf(s->a, "%.*ss", STR_ARGS(name));
	if (many || names_many(s, name))
		object = suggest_list(s, object, suggest_title(s, name));
	suggest_add(s, properties, name, object);
	there = suggest_find(s, properties, name);
	return there ? suggest_properties(there) : NULL;
}

/* ---- parts and clauses */

/* Offset of word inside s, as a word; *end is just past it. */
static size_t find_word(struct str s, const char *const *words, size_t n, size_t *end)
{
	for (size_t i = 0; i < s.n; i = *end + 1) {
		for (*end = i; *end < s.n && s.p[*end] != ' ';)
			++*end;
		if (i && str_one_of((struct str){ s.p + i, *end - i }, words, n))
			return i;
	}
	return SIZE_MAX;
}

/* One part: "X with A" opens a group, anything else is a field of where. */
static void take_part(struct suggester *s, struct json *properties, struct json **where, struct str part)
{
	size_t end, at = find_word(part, with_words, sizeof with_words / sizeof *with_words, &end);
	struct json *group = NULL;
	if (at != SIZE_MAX && *where == properties)
		group = add_group(s, properties, (struct str){ part.p, at }, false);
	if (group) {
		*where = group;
		part = (struct str){ part.p + end, part.n - end };
	}
	add_field(s, *where, part);
}

/* "a and b" without a comma. */
static void take_ands(struct suggester *s, struct json *properties, struct json **where, struct str part)
{
	static const char *const ands[] = { "and", "&", "plus", "or" };
	size_t end, at;
	while ((at = find_word(part, ands, sizeof ands / sizeof *ands, &end)) != SIZE_MAX) {
		take_part(s, properties, where, (struct str){ part.p, at });
		part = strip((struct str){ part.p + end, part.n - end });
	}
	take_part(s, properties, where, part);
}

/* "For each line item, …": the name ends at a comma, a colon or an article. */
static struct str take_each(struct suggester *s, struct json *properties, struct json **where, struct str clause)
{
	static const char *const opens[] = { "for each ", "for every ", "for all ", "from each " };
	static const char *const ends[] = { ",", ":", " the ", " its ", " their ", " extract ", " get ", " list " };
	for (size_t i = 0; i < sizeof opens / sizeof *opens; i++) {
		size_t n = strlen(opens[i]), cut = SIZE_MAX, past = SIZE_MAX;
		if (clause.n <= n || !str_eq_nocase((struct str){ clause.p, n }, str_from(opens[i])))
			continue;
		struct str rest = { clause.p + n, clause.n - n };
		for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
			size_t at = text_find(rest, ends[k]);
			if (at != SIZE_MAX && (cut == SIZE_MAX || at - strlen(ends[k]) < cut)) {
				cut = at - strlen(ends[k]);
				past = at;
			}
		}
		struct json *group = cut == SIZE_MAX ? NULL : add_group(s, properties, (struct str){ rest.p, cut }, true);
		if (!group)
			continue;
		*where = group;
		return (struct str){ rest.p + past, rest.n - past };
	}
	return clause;
}

static void take_clause(struct suggester *s, struct json *properties, struct str clause)
{
	struct json *where = properties;
	struct str part, name;
	clause = take_each(s, properties, &where, strip(clause));
	size_t colon = text_find(clause, ":");
	if (colon != SIZE_MAX && where == properties) { /* "line items: description, amount" or "Extract: a, b" */
		struct json *group = NULL;
		name = without_lead((struct str){ clause.p, colon - 1 });
		if (name.n && colon < clause.n)
			group = add_group(s, properties, name, false);
		where = group ? group : where;
		if (group || !name.n)
			clause = (struct str){ clause.p + colon, clause.n - colon };
	}
	while (clause.p) {
		clause = str_cut(clause, ',', &part);
		take_ands(s, properties, &where, strip(part));
	}
}

void suggest_prompt(struct suggester *s, struct str prompt, struct json *properties)
{
	if (prompt.n > SUGGEST_MAX_PROMPT)
		prompt.n = SUGGEST_MAX_PROMPT;
	for (size_t i = 0, from = 0; i <= prompt.n; i++) {
		bool stop = i == prompt.n || prompt.p[i] == '\n' || prompt.p[i] == ';' ||
			    (prompt.p[i] == '.' && (i + 1 == prompt.n || prompt.p[i + 1] == ' ' || prompt.p[i + 1] == '\n') &&
			     !(i >= 2 && (!memcmp(prompt.p + i - 2, "No", 2) || !memcmp(prompt.p + i - 2, "no", 2))));
		if (!stop)
			continue;
		if (i > from)
			take_clause(s, properties, (struct str){ prompt.p + from, i - from });
		from = i + 1;
	}
}
