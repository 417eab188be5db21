/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-term - quoted names, defined terms and where the name before a term begins:
 *
 *   Robert Pine ("Landlord") and …        a name and the term it is given
 *   the Tenant “Sofia Alvarez” shall …    a term and the quoted name behind it
 *   governed by the laws of Delaware      capitalised words behind what names the field
 */
#include "extract/field-prose.h"

enum { SIM_FOLLOW = 850, GEOMETRY_TERM = 950, GEOMETRY_NEAR = 600, COST_STEP = 25, PARTY_WORDS = 60, CODE_DIGITS = 5 };

/* ---- words */

static const char *const opening[] = { "\"", "“", "„", "«", "‘", "”" };
static const char *const closing[] = { "\"", "”", "“", "»", "’" };

static uint16_t quote_at_start(struct str w)
{
	if (!w.n || (w.p[0] != '"' && !(w.p[0] & 0x80)))
		return 0; /* hardly any word begins with one */
	for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
		if (str_starts(w, str_from(opening[i])))
			return (uint16_t)strlen(opening[i]);
	return 0;
}

/* Bytes from a closing quote to the end of the word ("Michael”," -> 4), 0 if it has none. */
static uint16_t quote_at_end(struct str w)
{
	size_t n = w.n;
	while (n && strchr(",.;:)]", w.p[n - 1]))
		n--;
	if (str_ends((struct str){ w.p, n }, STR("\xE2\x80\x99s"))) /* “Party B”’s */
		n -= 4;
	else if (str_ends((struct str){ w.p, n }, STR("'s")))
		n -= 2;
	for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
		if (str_ends((struct str){ w.p, n }, str_from(closing[i])) && n > strlen(closing[i]))
			return (uint16_t)(w.n - n + strlen(closing[i]));
	return 0;
}

bool quote_opens(struct str w)
{
	return quote_at_start(w) > 0;
}

bool quote_closes(struct str w)
{
	return quote_at_end(w) > 0;
}

/* « ACME »: a quote may be a word of its own. */
bool word_is_quote(struct str w)
{
	for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
		if (str_eq_z(w, opening[i]))
			return true;
	for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
		if (str_eq_z(w, closing[i]) || (str_starts(w, str_from(closing[i])) && w.n == strlen(closing[i]) + 1 && strchr(",.;:)", w.p[w.n - 1])))
			return true;
	return false;
}

uint32_t quoted_run(const struct fx *x, const struct sentence *s, uint32_t i)
{
	if (!quote_at_start(text_at(x, s, i)))
		return 0;
	for (uint32_t n = 1; n <= NAME_WORDS && i + n <= s->n; n++)
		if (quote_at_end(text_at(x, s, i + n - 1)) || (n > 2 && word_is_quote(text_at(x, s, i + n - 1))))
			return n;
	return 0;
}

bool takes_text(const struct plan_field *f)
{
	return f->type == VALUE_TEXT || f->type == VALUE_ORG || f->type == VALUE_PERSON || f->type == VALUE_ID ||
	       f->type == VALUE_ADDRESS || f->type == VALUE_CITY || f->type == VALUE_REGION || f->type == VALUE_COUNTRY;
}

bool word_is_capital(struct str w)
{
	size_t i = 0;
	uint32_t c = w.n ? str_utf8_next(w, &i) : 0;
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x410 && c <= 0x42F) || c == 0x141 || (c >= 0x15A && c <= 0x17D && c % 2);
}

/* Words that may stand between a verb and the name it leads to, or inside a name. */
static bool is_small(struct str w)
{
	static const char *const words[] = { "of", "the", "is", "are", "in", "at", "with", "be", "and", "der", "des", "von", "de", "du",
		"la", "le", "del", "di", "van", "shall" };
	return STR_ONE_OF(w, words);
}

struct found quoted_words(struct fx *x, const struct sentence *s, uint32_t i, uint32_t n)
{
	uint32_t end = i + n;
	i += n > 2 && word_is_quote(text_at(x, s, i));
	end -= end - i > 1 && word_is_quote(text_at(x, s, end - 1));
	struct found v = sentence_words(x, s, i, end);
	v.skip = quote_at_start(text_at(x, s, i));
	v.cut = quote_at_end(text_at(x, s, end - 1));
	return v;
}

void quote_strip(const struct fx *x, struct found *v)
{
	struct str first = v->n ? x->v->words[v->words[0]].text : STR(""), last = v->n ? x->v->words[v->words[v->n - 1]].text : STR("");
	if (v->skip || v->cut || !quote_at_start(first) || !quote_at_end(last))
		return;
	for (size_t i = 0; i + 1 < v->n; i++)
		if (quote_at_end(x->v->words[v->words[i]].text))
			return; /* "“A” and “B”" */
	v->skip = quote_at_start(first);
	v->cut = quote_at_end(last);
}

struct found quoted_whole(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	uint32_t n = quoted_run(x, s, from);
	return n && from + n >= end ? quoted_words(x, s, from, n) : trimmed_words(x, s, from, end);
}

struct found quote_completed(struct fx *x, const struct sentence *s, struct found v)
{
	if (!v.n || !quote_closes(x->v->words[v.words[v.n - 1]].text) || quote_opens(x->v->words[v.words[0]].text))
		return v;
	uint32_t first = sentence_place(s, v.words[0]);
	for (uint32_t i = first; first != UINT32_MAX && i-- > 0 && first - i <= NAME_WORDS;)
		if (quoted_run(x, s, i) == first - i + v.n)
			return quoted_words(x, s, i, first - i + (uint32_t)v.n);
	return v;
}

/* the Tenant “Sofia Alvarez”: the label stands right before the quotes. */
static void quoted_offer(struct fx *x, const struct sentence *s, uint32_t i, uint32_t n)
{
	for (uint32_t k = 0; k < s->windows; k++) {
		const struct window *w = &s->window[k];
		if (w->end > i || i - w->end > 2 || !takes_text(&x->plan->fields[w->field]) ||
		    wants_period(x, &x->plan->fields[w->field]) || wants_amount(x, &x->plan->fields[w->field]))
			continue;
		window_offer(x, s, w, quoted_words(x, s, i, n), w->sim - COST_STEP * (int)(i - w->end), GEOMETRY_TERM, 900, NULL);
	}
}

/* Of those the ones inside a name: "Bank of America", not "engineer at Acme". */
static bool is_inner(struct str w)
{
	static const char *const outer[] = { "is", "are", "in", "at", "with", "be", "shall" };
	return is_small(w) && !STR_ONE_OF(w, outer);
}

static bool starts_name(struct str w)
{
	return word_is_capital(w) || quote_at_start(w);
}

/* "the judge of the Court of Oviedo": what a role written small is of is not who plays it. */
static bool is_whose(const struct fx *x, const struct sentence *s, const struct window *w)
{
	static const char *const links[] = { "of", "de", "del", "der", "des", "van", "von", "du", "do", "da", "di", "della" };
	const struct plan_field *f = &x->plan->fields[w->field];
	bool role = f->type == VALUE_PERSON;
	for (size_t i = 0; i < f->name.n; i++)
		role |= (token_flags(x->in, f->name.tokens[i]) & TOKEN_ROLE) != 0;
	return role && STR_ONE_OF(text_at(x, s, w->end), links) && !word_is_capital(text_at(x, s, w->end - 1));
}

/* governed by the laws of | the State of Delaware: the capitalised words that follow. */
void follow_offer(struct fx *x, const struct sentence *s, const struct window *w)
{
	const struct plan_field *f = &x->plan->fields[w->field];
	uint32_t from = w->end, end;
	if (w->end >= s->n || word_joins(text_at(x, s, w->end)) || is_whose(x, s, w))
		return; /* "the Margin and SONIA" */
	if (!takes_text(f) || f->type == VALUE_ID || f->type == VALUE_ADDRESS || w->sim < SIM_FOLLOW || wants_period(x, f) ||
	    wants_amount(x, f))
		return;
	while (from < s->n && from < w->end + 4 && is_small(text_at(x, s, from)) && !word_is_capital(text_at(x, s, from)))
		from++;
	if (from == w->end || from >= s->n || !starts_name(text_at(x, s, from)))
		return;
	if ((f->type == VALUE_ORG || f->type == VALUE_PERSON) && (str_eq_z(text_at(x, s, w->end), "in") || str_eq_z(text_at(x, s, w->end), "at")))
		return; /* "the team in Leeds" */
	uint32_t start = from;
	if (f->type == VALUE_ORG && w->end > 1 && starts_name(text_at(x, s, w->end - 1)) && str_eq_z(text_at(x, s, w->end), "of"))
		start = w->end - 1; /* the bank is the "Bank of America" */
	for (end = from + 1; end < s->n && end < from + NAME_WORDS; end++) {
		struct str t = text_at(x, s, end), last = text_at(x, s, end - 1);
		if (strchr(",.;:)", last.p[last.n - 1]) && last.n > 2)
			break;
		if (!starts_name(t) && !(is_inner(t) && end + 1 < s->n && starts_name(text_at(x, s, end + 1))))
			break;
	}
	bool adjective = end == start + 1 && start > w->end && end < s->n && word_starts_lower(text_at(x, s, end)) && !is_small(text_at(x, s, end)) && end + 1 < s->n && word_is_capital(text_at(x, s, end + 1));
	if (adjective)
		return; /* "by the | Danish | firm Holm" */
	if (end == start + 1 && lexicon_knows(sentence_phrase(x, s, start, end)))
		return; /* "may use the Premises only as": a word of the contract */
	struct found v = sentence_words(x, s, start, end);
	struct str last = text_at(x, s, end - 1);
	v.skip = quote_at_start(text_at(x, s, start));
	v.cut = quote_at_end(last) ? quote_at_end(last) : strchr(",.;:)", last.p[last.n - 1]) ? 1 : 0;
	window_offer(x, s, w, v, w->sim - COST_STEP * (int)(from - w->end), GEOMETRY_NEAR, 850, NULL);
}

static bool is_boundary(struct str w)
{
	static const char *const words[] = { "between", "among", "and", "by", "with", "to", "from", "zwischen", "und", "entre", "et",
		"y", "tra", "e", "tussen", "en", "is", "party:", "between:", "I,", "that" };
	return STR_ONE_OF(w, words);
}

/* Words after which the first party of a contract is named. */
static bool opens_parties(struct str w)
{
	static const char *const words[] = { "between", "between:", "among", "zwischen", "entre", "entre:", "tra", "tussen", "pomiędzy", "między",
		"between," };
	return STR_ONE_OF(w, words);
}

/* "… zwaną dalej „Pracodawcą”,", "… nachfolgend „Mieter“ –": the party before ends here. */
static bool ends_definition(const struct fx *x, const struct sentence *s, uint32_t i)
{
	static const char *const words[] = { "dalej", "nachfolgend", "dénommé", "dénommée", "folgenden", "adelante", "sucesivo", "seguito", "hierna", "doravante",
		"дальнейшем", "далее", "hereinafter", "the", "als" };
	struct str w = text_at(x, s, i);
	return i && quote_at_start(w) && quote_at_end(w) && STR_ONE_OF(text_at(x, s, i - 1), words);
}

static size_t digits_in(struct str w)
{
	size_t n = 0;
	for (size_t i = 0; i < w.n; i++)
		n += w.p[i] >= '0' && w.p[i] <= '9';
	return n;
}

/* "(company number 09482211)" defines no term: where such a bracket that ends at position i begins; 0 if none does. */
static uint32_t remark_start(const struct fx *x, const struct sentence *s, uint32_t i)
{
	if (!memchr(text_at(x, s, i).p, ')', text_at(x, s, i).n))
		return 0;
	bool digit = false;
	for (uint32_t k = i + 1; k-- > 0 && i - k <= 8;) {
		struct str w = text_at(x, s, k);
		digit |= digits_in(w) > 0;
		if (quote_at_start(w) || (w.n > 1 && quote_at_start((struct str){ w.p + 1, w.n - 1 })))
			return 0;
		if (w.p[0] == '(')
			return digit && k + 1 < i ? k : 0;
	}
	return 0;
}

/* Where what is said of the party before the term begins: behind the term before it, or behind "between". */
uint32_t party_start(const struct fx *x, const struct sentence *s, uint32_t term)
{
	uint32_t from = term;
	while (from && term - from < PARTY_WORDS) {
		struct str w = text_at(x, s, from - 1);
		uint32_t open = remark_start(x, s, from - 1);
		if (open) {
			from = open;
			continue;
		}
		if (opens_parties(w) || w.p[0] == '(' || ends_definition(x, s, from - 1) || word_is_quote(w) || strchr(";)", w.p[w.n - 1]) || (w.n > 1 && w.p[w.n - 2] == ')'))
			return from;
		from--;
	}
	return from ? term : 0;
}

/* Does a comma in front of word i end a name? What lives, stands or is said of it follows; "Inc." goes on. */
static bool ends_at_comma(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t term)
{
	if (i >= term)
		return true;
	struct str w = text_at(x, s, i);
	uint32_t seg = x->v->words[s->word[i]].seg;
	for (uint32_t k = x->sp->by_seg[seg]; k < x->sp->by_seg[seg + 1]; k++)
		if (x->sp->items[k].type == SPAN_STREET && x->sp->items[k].word <= s->word[i] &&
		    x->sp->items[k].word + x->sp->items[k].words > s->word[i])
			return true;
	if (i + 1 < term && digits_in(text_at(x, s, i + 1)) >= CODE_DIGITS)
		return true; /* ", HRB 118823" */
	return !word_is_capital(w) && !quote_at_start(w);
}

uint32_t first_comma(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t term)
{
	for (uint32_t end = from; end < term; end++) {
		struct str w = text_at(x, s, end);
		if (w.p[w.n - 1] == ',' && ends_at_comma(x, s, end + 1, term))
			return end + 1;
	}
	return term;
}

uint32_t skip_small(struct fx *x, const struct sentence *s, uint32_t from, uint32_t term)
{
	while (from < term && (word_starts_lower(text_at(x, s, from)) || word_is_sign(text_at(x, s, from)) || is_boundary(text_at(x, s, from))))
		from++;
	return from;
}

/* Robert Pine ("Landlord"), ACME Corp. (hereinafter the "Company"): position of the word with the bracket, or n. */
uint32_t bracket_before(const struct fx *x, const struct sentence *s, uint32_t quote)
{
	for (uint32_t i = quote + 1; i-- > 0 && quote - i <= 5;)
		if (text_at(x, s, i).p[0] == '(')
			return i;
	return s->n;
}

/* A quote may open inside its bracket: ("Landlord"). */
uint32_t term_run(const struct fx *x, const struct sentence *s, uint32_t i)
{
	struct str w = text_at(x, s, i);
	if (w.n > 2 && w.p[0] == '(' && quote_at_start((struct str){ w.p + 1, w.n - 1 })) {
		for (uint32_t n = 1; n <= 5 && i + n <= s->n; n++)
			if (quote_at_end(text_at(x, s, i + n - 1)))
				return n;
	}
	return 0;
}

/* (the Landlord), (Käufer): a role in brackets without quotes; where its words are. */
bool bracket_role(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t *from, uint32_t *end)
{
	static const char *const articles[] = { "(the", "(der", "(die", "(das", "(le", "(la", "(el", "(il", "(de", "(het", "(o", "(a" };
	struct str w = text_at(x, s, i);
	if (w.n < 2 || w.p[0] != '(' || !i)
		return false;
	*from = i;
	for (size_t k = 0; k < sizeof articles / sizeof *articles; k++)
		if (str_eq_nocase(w, str_from(articles[k])))
			*from = i + 1;
	struct str first = *from < s->n ? text_at(x, s, *from) : STR("");
	if (*from == i && w.n > 1)
		first = (struct str){ w.p + 1, w.n - 1 };
	for (*end = *from; *end < s->n && *end < *from + 3 && word_is_capital(first); ++*end)
		if (memchr(text_at(x, s, *end).p, ')', text_at(x, s, *end).n)) {
			++*end;
			return true;
		}
	return false;
}

void quotes_search(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t n = quoted_run(x, s, i);
		if (n && !(bracket_before(x, s, i) < s->n)) /* "Suite 4 (the “Premises”)" defines a term */
			quoted_offer(x, s, i, n);
	}
}
