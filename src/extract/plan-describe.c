/* SPDX-License-Identifier: Apache-2.0 */
/* plan-describe - labels that a description quotes, enumerates or begins with. */
#include "extract/plan-private.h"

enum { WEIGHT_QUOTED = 1000, WEIGHT_ENUMERATED = 890, WEIGHT_CLAUSE = 880, WEIGHT_CHUNK = 850,
	CLAUSE_PARTS = 3       /* a longer clause has words that are no label's */
};

static struct str trim_signs(struct str s)
{
	while (s.n && strchr(" \t\n\"'.,:;()", s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n && strchr(" \t\n\"'.,:;()", s.p[s.n - 1]))
		s.n--;
	return s;
}

void plan_alias_text(struct alias_list *l, struct str text, int weight)
{
	text = trim_signs(text);
	if (text.n && text.n < 200)
		plan_alias_add(l, phrase_of(l->p->in, text), weight);
}

static const struct { const char *open, *close; } quote_rows[] = {
	{ "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "«", "»" }, { "`", "`" }, { " '", "'" },
};

/* A quoted string is an example, not a label, after these words. */
static bool is_example(struct str before)
{
	static const char *const words[] = { "e.g.", "example", "such as", "like", "either", " or", "format", "one of", "values" };
	before = str_trim(before);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if (before.n >= n && str_eq_nocase((struct str){ before.p + before.n - n, n }, str_from(words[i])))
			return true;
	}
	return false;
}

static void mine_quotes(struct alias_list *l, struct str d)
{
	for (size_t q = 0; q < sizeof quote_rows / sizeof *quote_rows; q++) {
		struct str rest = d;
		for (;;) {
			size_t from = text_find(rest, quote_rows[q].open);
			if (from == SIZE_MAX)
				break;
			struct str inside = { rest.p + from, rest.n - from };
			size_t to = text_find(inside, quote_rows[q].close);
			if (to == SIZE_MAX)
				break;
			inside.n = to - strlen(quote_rows[q].close);
			struct str before = { d.p, (size_t)(inside.p - d.p) - strlen(quote_rows[q].open) };
			if (!is_example(before))
				plan_alias_text(l, inside, WEIGHT_QUOTED);
			rest = (struct str){ rest.p + from + to, rest.n - from - to };
		}
	}
}

/* "labelled Foo bar, …", "box 12a". */
static void mine_pointers(struct alias_list *l, struct str d)
{
	static const struct { const char *word; bool with; } rows[] = {
		{ "labelled ", false }, { "labeled ", false }, { "captioned ", false }, { "marked ", false }, { "headed ", false },
		{ "printed as ", false }, { "also called ", false }, { "also known as ", false }, { "aka ", false },
		{ "box ", true }, { "column ", true }, { "item ", true },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t at = text_find(d, rows[i].word);
		if (at == SIZE_MAX || (at > strlen(rows[i].word) && d.p[at - strlen(rows[i].word) - 1] != ' '))
			continue;
		struct str rest = { d.p + at, d.n - at }, name = rest;
		for (size_t k = 0; k < rest.n; k++)
			if (strchr(".,;()", rest.p[k]) || (rows[i].with && k && rest.p[k] == ' ')) {
				name.n = k;
				break;
			}
		bool digits = name.n && name.p[0] >= '0' && name.p[0] <= '9';
		if (rows[i].with && !digits)
			continue; /* "column with the total" names nothing */
		size_t word = rows[i].with ? strlen(rows[i].word) : 0;
		plan_alias_text(l, (struct str){ name.p - word, name.n + word }, WEIGHT_QUOTED);
	}
}

struct str plan_first_clause(struct str d)
{
	static const char *const ends[] = { ". ", ";", "\n", "(", ", as ", ", if ", ", e.g", ", for ex", ", yyyy", ", aaaa", ", jjjj", ", rrrr", ", iso",
		", null", ", in ", ", including", ", excluding", ", usually", ", without", ", first", ", such", ", i.e", ", or null",
		" - ", " – ", ": ", ", when", ", which", ", where", ", that", ", not " };
	size_t cut = d.n;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t at = text_find(d, ends[i]);
		if (at != SIZE_MAX && at - strlen(ends[i]) < cut)
			cut = at - strlen(ends[i]);
	}
	return trim_signs((struct str){ d.p, cut });
}

static struct str cut_before(struct str s, const char *const *words, size_t n)
{
	size_t cut = s.n;
	for (size_t i = 0; i < n; i++) {
		size_t at = text_find(s, words[i]);
		if (at != SIZE_MAX && at > strlen(words[i]) && at - strlen(words[i]) < cut)
			cut = at - strlen(words[i]);
	}
	return (struct str){ s.p, cut };
}

static const char *const relatives[] = { " that ", " which ", " who ", " whose ", " where ", " when ", " as ", " if ", " used ",
	" being ", " was ", " is ", " are ", " were ", " has ", " to be ", " to pay", " identifies", " identifying", " issued", " printed", " shown" };
static const char *const prepositions[] = { " of ", " for ", " in ", " from ", " by ", " with ", " on ", " at ", " to ", " per ",
	" before ", " after ", " including ", " excluding ", " without ", " within " };
#define CUT(s, words) cut_before(s, words, sizeof(words) / sizeof *(words))

/* ---- "A, B or C number" */

#define PARTS 8

/* Parts between ",", "or", "/" of a chunk. */
static size_t parts_of(struct str s, struct str *parts)
{
	static const char *const seps[] = { ", or ", " or ", " / ", ", ", "/" };
	size_t n = 0;
	while (s.n && n < PARTS) {
		size_t best = SIZE_MAX, len = 0;
		for (size_t i = 0; i < sizeof seps / sizeof *seps; i++) {
			size_t at = text_find(s, seps[i]);
			if (at != SIZE_MAX && (best == SIZE_MAX || at - strlen(seps[i]) < best)) {
				best = at - strlen(seps[i]);
				len = strlen(seps[i]);
			}
		}
		size_t take = best == SIZE_MAX ? s.n : best;
		parts[n++] = str_trim((struct str){ s.p, take });
		s = best == SIZE_MAX ? (struct str){ s.p, 0 } : (struct str){ s.p + best + len, s.n - best - len };
	}
	return n;
}

static struct str last_word(struct str s)
{
	size_t i = s.n;
	while (i && s.p[i - 1] != ' ')
		i--;
	return (struct str){ s.p + i, s.n - i };
}

static size_t words_in(struct str s)
{
	size_t n = s.n > 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ' ';
	return n;
}

static bool all_capitals(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= 'a' && s.p[i] <= 'z')
			return false;
	return s.n >= 2;
}

static void mine_enumeration(struct alias_list *l, struct str chunk)
{
	struct str parts[PARTS];
	size_t n = parts_of(chunk, parts);
	if (n < 2 || (all_capitals(parts[0]) && all_capitals(parts[n - 1])))
		return; /* "MEN or WOMEN" are values */
	struct str tail = parts[n - 1], head = last_word(tail);
	for (size_t i = 0; i + 1 < n; i++) {
		if (words_in(parts[i]) > 4)
			continue;
		if (words_in(tail) > 1) /* contract, order or estimate number */
			plan_alias_text(l, arena_printf(l->p->a, "%.*s %.*s", STR_ARGS(parts[i]), STR_ARGS(head)),
				       WEIGHT_ENUMERATED - 10 * (int)i);
		else                    /* amount paid or payable */
			plan_alias_text(l, parts[i], WEIGHT_ENUMERATED - 10 * (int)i);
	}
	struct str lead = { parts[0].p, parts[0].n - last_word(parts[0]).n };
	if (words_in(parts[0]) > 1 && words_in(parts[0]) <= 5) /* day of the flight / contract period: the lead is shared */
		plan_alias_text(l, arena_printf(l->p->a, "%.*s%.*s", STR_ARGS(lead), STR_ARGS(tail)), WEIGHT_CLAUSE);
	if (words_in(parts[0]) <= 2)
		plan_alias_text(l, tail, WEIGHT_ENUMERATED - 10 * (int)n);
}

static struct str parts_first(struct str s)
{
	struct str parts[PARTS];
	return parts_of(s, parts) > 1 ? parts[0] : STR("x");
}

void plan_alias_described(struct alias_list *l, struct str d)
{
	if (!plan_has_feature(l->p->plan, DESCRIPTIONS))
		return;
	l->parts = CLAUSE_PARTS;
	mine_quotes(l, d);
	mine_pointers(l, d);
	struct str clause = CUT(plan_first_clause(d), relatives), chunk = CUT(clause, prepositions);
	if (text_find(chunk, " or ") != SIZE_MAX || text_find(clause, "/") != SIZE_MAX || text_find(chunk, ", ") != SIZE_MAX)
		mine_enumeration(l, clause);
	if (words_in(clause) <= 7 && !all_capitals(parts_first(clause)) && !plan_all_light(l->p->in, phrase_of(l->p->in, clause)))
		plan_alias_text(l, clause, WEIGHT_CLAUSE);
	if (chunk.n < clause.n && words_in(chunk) <= 4 && !plan_all_light(l->p->in, phrase_of(l->p->in, chunk)))
		plan_alias_text(l, chunk, WEIGHT_CHUNK);
	l->parts = PHRASE_TOKENS;
}
