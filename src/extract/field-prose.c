/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-prose - facts in running text, for fields that labels and forms left open.
 *
 *   Robert Pine ("Landlord") and …        a name and the term it is given
 *   the Tenant “Sofia Alvarez” shall …    a term and the quoted name behind it
 *   … a monthly rent of $1,850.00 …       words that name the field, a typed value near them
 *   … within 30 days …                    or behind it
 *
 * A sentence is a run of word ids over the lines of one block.
 */
#include "extract/field-prose.h"
#include <stdlib.h>

enum {
	WINDOW_WORDS = 5, REACH = 14,
	PROSE_WORDS = 8,       /* a segment with this many words makes its block running text */
	SIM_LEAST = 650, SIM_TERM = 700, SIM_FOLLOW = 850, ENOUGH = 760, /* a field with a candidate this good is not looked for */
	GEOMETRY_TERM = 950, GEOMETRY_NEAR = 600, COST_STEP = 25, COST_BEHIND = 60, ADDRESS_WORDS = 12, PARTY_WORDS = 60
};

bool prose_open(const struct fx *x, uint32_t field)
{
	const struct cand_list *l = &x->cands[field];
	return !l->n || l->items[0].score < ENOUGH;
}

/* ---- windows: what the words of a sentence name */

static bool is_indexed(struct fx *x, uint32_t word)
{
	struct phrase *p = fx_word(x, word);
	return p->n && labels_know(x, *p);
}

struct phrase sentence_phrase(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	uint32_t ids[PHRASE_TOKENS];
	size_t n = 0;
	for (uint32_t i = from; i < end; i++) {
		struct phrase *p = fx_word(x, s->word[i]);
		for (size_t k = 0; k < p->n && n < PHRASE_TOKENS; k++)
			if (!(token_flags(x->in, p->tokens[k]) & TOKEN_STOP))
				ids[n++] = p->tokens[k];
	}
	uint32_t *kept = ARENA_ARRAY(x->a, n, uint32_t);
	if (!kept)
		return (struct phrase){ NULL, 0 };
	memcpy(kept, ids, n * sizeof *kept);
	return (struct phrase){ kept, n };
}

static void window_add(struct fx *x, struct sentence *s, uint32_t from, uint32_t end)
{
	struct liking likes[4];
	struct phrase p = sentence_phrase(x, s, from, end);
	size_t n = labels_match(x, p, likes, 4);
	for (size_t i = 0; i < n && s->windows < WINDOWS; i++)
		if (likes[i].sim >= SIM_LEAST && prose_open(x, likes[i].field))
			s->window[s->windows++] = (struct window){ likes[i].field, from, end, likes[i].sim };
}

/* "pay … to Ann": what is "to" in a form is a word like others in a sentence. */
static bool is_preposition(struct fx *x, uint32_t word)
{
	static const char *const words[] = { "to", "from", "by", "until", "in" };
	struct phrase *p = fx_word(x, word);
	for (size_t i = 0; p->n == 1 && i < sizeof words / sizeof *words; i++)
		if (p->tokens[0] == token_named(x->in, words[i]))
			return true;
	return false;
}

static void windows_find(struct fx *x, struct sentence *s)
{
	s->windows = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		if (!is_indexed(x, s->word[i]) || is_preposition(x, s->word[i]))
			continue;
		for (uint32_t end = i + 1; end <= s->n && end <= i + WINDOW_WORDS; end++)
			if (is_indexed(x, s->word[end - 1]))
				window_add(x, s, i, end);
	}
}

/* ---- typed values near a window */

static void offer(struct fx *x, const struct sentence *s, const struct window *w, struct found v, int sim, int geometry,
		  int quality, const struct span *span)
{
	struct cand c = { .value = v, .label = s->word[w->from], .labels = 1, .sim = sim, .geometry = geometry,
			  .quality = quality, .rel = REL_IN, .span = span };
	c.score = value_score(&c);
	c.value.score = c.score;
	cand_add(x, w->field, c);
}

static bool name_has(const struct fx *x, const struct plan_field *f, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (phrase_has(f->name, token_named(x->in, words[i])))
			return true;
	return false;
}
#define NAME_HAS(x, f, words) name_has(x, f, words, sizeof(words) / sizeof *(words))

bool wants_period(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "period", "term", "duration", "delay", "notice", "time", "deadline" };
	return f->type == VALUE_TEXT && NAME_HAS(x, f, words);
}

bool wants_amount(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "amount", "value", "price", "sum", "fee", "cost", "rent", "salary", "consideration" };
	return f->type == VALUE_TEXT && f->name.n <= 3 && NAME_HAS(x, f, words);
}

/* A number asked for as a period is one that a length of time begins with. */
static bool measures_else(const struct fx *x, const struct plan_field *f, const struct span *s)
{
	static const char *const words[] = { "period", "delay", "deadline", "term" };
	uint32_t seg = x->v->words[s->word].seg;
	if ((f->type != VALUE_NUMBER && f->type != VALUE_INTEGER) || !NAME_HAS(x, f, words))
		return false;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == SPAN_DURATION && x->sp->items[i].word == s->word)
			return false;
	return true;
}

static int as_printed(struct fx *x, const struct span *s, struct cand *out)
{
	out->value = found_run(x, s->word, s->words);
	out->value.skip = s->skip;
	out->value.cut = s->cut;
	return s->quality * 10;
}

int span_suits(struct fx *x, uint32_t field, const struct span *s, struct cand *out)
{
	static const char *const rates[] = { "percent", "rate" }, *const shares[] = { "share", "ratio", "interest", "royalty", "margin", "cap" };
	const struct plan_field *f = &x->plan->fields[field];
	struct region r = { .word = s->word, .end = s->word + s->words, .seg = x->v->words[s->word].seg, .skip = s->skip };
	if ((wants_period(x, f) && s->type == SPAN_DURATION) || (wants_amount(x, f) && s->type == SPAN_MONEY && s->extra.n))
		return as_printed(x, s, out);
	if ((f->type == VALUE_MONEY && s->type == SPAN_NUMBER && s->integer) || measures_else(x, f, s))
		return 0; /* counts, years, numbers of clauses */
	if (s->type == SPAN_NUMBER && (f->type == VALUE_PERCENT || NAME_HAS(x, f, rates)))
		return 0; /* sentences write the sign */
	if (s->type == SPAN_PERCENT && f->type == VALUE_NUMBER && !NAME_HAS(x, f, rates) && !NAME_HAS(x, f, shares))
		return 0;
	if (f->type == VALUE_TEXT || f->type == VALUE_ID || f->type == VALUE_ORG || f->type == VALUE_PERSON ||
	    !value_pick(x, f, &r, false, out) || out->span != s)
		return 0;
	return out->quality;
}

uint32_t sentence_place(const struct sentence *s, uint32_t word)
{
	for (uint32_t i = 0; i < s->n; i++)
		if (s->word[i] == word)
			return i;
	return UINT32_MAX;
}

static void span_offer(struct fx *x, const struct sentence *s, const struct span *span)
{
	uint32_t at = sentence_place(s, span->word), end = at + span->words;
	for (uint32_t i = 0; at != UINT32_MAX && i < s->windows; i++) {
		const struct window *w = &s->window[i];
		struct cand c = { 0 };
		bool behind = w->from >= end;
		uint32_t gap = behind ? w->from - end : at >= w->end ? at - w->end : UINT32_MAX;
		if (gap > (behind ? 3u : (uint32_t)REACH))
			continue;
		int quality = span_suits(x, w->field, span, &c);
		int sim = w->sim - COST_STEP * (int)gap - (behind ? COST_BEHIND : 0);
		if (quality)
			offer(x, s, w, c.value, sim, GEOMETRY_NEAR, quality, c.span);
	}
}

struct found sentence_words(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end)
{
	uint32_t *ids = ARENA_ARRAY(x->a, end - from, uint32_t);
	if (!ids)
		return (struct found){ 0 };
	memcpy(ids, s->word + from, (end - from) * sizeof *ids);
	return (struct found){ .words = ids, .n = end - from };
}

/* An address is its street and what follows up to the city. */
static void address_offer(struct fx *x, const struct sentence *s, const struct span *street)
{
	uint32_t at = sentence_place(s, street->word), end = at;
	for (uint32_t i = at + street->words; at != UINT32_MAX && i < s->n && i <= at + ADDRESS_WORDS; i++) {
		uint32_t seg = x->v->words[s->word[i]].seg;
		for (uint32_t k = x->sp->by_seg[seg]; k < x->sp->by_seg[seg + 1]; k++)
			if (x->sp->items[k].type == SPAN_POSTAL_CITY && x->sp->items[k].word == s->word[i])
				end = i + x->sp->items[k].words;
	}
	for (uint32_t i = 0; end > at && i < s->windows; i++) {
		const struct window *w = &s->window[i];
		if (x->plan->fields[w->field].type != VALUE_ADDRESS || at < w->end || at - w->end > REACH)
			continue;
		struct found v = sentence_words(x, s, at, end < s->n ? end : s->n);
		struct str last = text_at(x, s, end - 1);
		v.cut = strchr(".,;", last.p[last.n - 1]) ? 1 : 0;
		offer(x, s, w, v, w->sim - COST_STEP * (int)(at - w->end), GEOMETRY_NEAR, 950, NULL);
	}
}

bool is_clause_number(const struct fx *x, const struct span *s)
{
	const struct view_word *w = &x->v->words[s->word];
	bool first = x->v->lines[w->line].word == s->word || x->v->segs[w->seg].word == s->word;
	return first && s->type == SPAN_NUMBER && s->words == 1 && memchr(w->text.p, '.', w->text.n);
}

static void spans_near(struct fx *x, const struct sentence *s)
{
	uint32_t seg = VIEW_NONE;
	for (uint32_t i = 0; s->windows && i < s->n; i++) {
		if (x->v->words[s->word[i]].seg == seg)
			continue;
		seg = x->v->words[s->word[i]].seg;
		for (uint32_t k = x->sp->by_seg[seg]; k < x->sp->by_seg[seg + 1]; k++)
			if (x->sp->items[k].type == SPAN_STREET)
				address_offer(x, s, &x->sp->items[k]);
			else if (!(x->sp->items[k].type == SPAN_NUMBER && x->sp->items[k].word == s->word[0]) &&
				 !is_clause_number(x, &x->sp->items[k]))
				span_offer(x, s, &x->sp->items[k]);
	}
}

/* ---- quoted names and defined terms */

static const char *const opening[] = { "\"", "“", "„", "«", "‘", "”" };
static const char *const closing[] = { "\"", "”", "“", "»", "’" };

static uint16_t quote_at_start(struct str w)
{
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

/* « ACME »: a quote may be a word of its own. */
static bool is_quote(struct str w)
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
		if (quote_at_end(text_at(x, s, i + n - 1)) || (n > 2 && is_quote(text_at(x, s, i + n - 1))))
			return n;
	return 0;
}

bool takes_text(const struct plan_field *f)
{
	return f->type == VALUE_TEXT || f->type == VALUE_ORG || f->type == VALUE_PERSON || f->type == VALUE_ID ||
	       f->type == VALUE_ADDRESS || f->type == VALUE_CITY || f->type == VALUE_REGION || f->type == VALUE_COUNTRY;
}

static bool is_capital(struct str w)
{
	return w.n && ((w.p[0] >= 'A' && w.p[0] <= 'Z') || (w.p[0] & 0x80));
}

/* Words that may stand between a verb and the name it leads to, or inside a name. */
static bool is_small(struct str w)
{
	static const char *const words[] = { "of", "the", "is", "are", "in", "at", "with", "be", "and", "der", "des", "von", "de", "du",
		"la", "le", "del", "di", "van", "shall" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_nocase(w, str_from(words[i])))
			return true;
	return false;
}

struct found quoted_words(struct fx *x, const struct sentence *s, uint32_t i, uint32_t n)
{
	uint32_t end = i + n;
	i += n > 2 && is_quote(text_at(x, s, i));
	end -= end - i > 1 && is_quote(text_at(x, s, end - 1));
	struct found v = sentence_words(x, s, i, end);
	v.skip = quote_at_start(text_at(x, s, i));
	v.cut = quote_at_end(text_at(x, s, end - 1));
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
		offer(x, s, w, quoted_words(x, s, i, n), w->sim - COST_STEP * (int)(i - w->end), GEOMETRY_TERM, 900, NULL);
	}
}

/* governed by the laws of | the State of Delaware: the capitalised words that follow. */
static void follow_offer(struct fx *x, const struct sentence *s, const struct window *w)
{
	const struct plan_field *f = &x->plan->fields[w->field];
	uint32_t from = w->end, end;
	if (!takes_text(f) || f->type == VALUE_ID || f->type == VALUE_ADDRESS || w->sim < SIM_FOLLOW || wants_period(x, f) ||
	    wants_amount(x, f))
		return;
	while (from < s->n && from < w->end + 4 && is_small(text_at(x, s, from)))
		from++;
	if (from == w->end || from >= s->n || !is_capital(text_at(x, s, from)))
		return;
	uint32_t start = from;
	if (f->type == VALUE_ORG && w->end > 1 && is_capital(text_at(x, s, w->end - 1)) && str_eq_z(text_at(x, s, w->end), "of"))
		start = w->end - 1; /* the bank is the "Bank of America" */
	for (end = from + 1; end < s->n && end < from + NAME_WORDS; end++) {
		struct str t = text_at(x, s, end), last = text_at(x, s, end - 1);
		if (strchr(",.;:)", last.p[last.n - 1]) && last.n > 2)
			break;
		if (!is_capital(t) && !(is_small(t) && end + 1 < s->n && is_capital(text_at(x, s, end + 1))))
			break;
	}
	struct found v = sentence_words(x, s, start, end);
	struct str last = text_at(x, s, end - 1);
	v.skip = quote_at_start(text_at(x, s, start));
	v.cut = quote_at_end(last) ? quote_at_end(last) : strchr(",.;:)", last.p[last.n - 1]) ? 1 : 0;
	offer(x, s, w, v, w->sim - COST_STEP * (int)(from - w->end), GEOMETRY_NEAR, 850, NULL);
}

static bool is_boundary(struct str w)
{
	static const char *const words[] = { "between", "among", "and", "by", "with", "to", "from", "zwischen", "und", "entre", "et",
		"y", "tra", "e", "tussen", "en", "is", "party:", "between:", "I,", "that" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_nocase(w, str_from(words[i])))
			return true;
	return false;
}

static bool starts_lower(struct str w)
{
	return w.n && w.p[0] >= 'a' && w.p[0] <= 'z';
}

/* Words after which the first party of a contract is named. */
static bool opens_parties(struct str w)
{
	static const char *const words[] = { "between", "between:", "among", "zwischen", "entre", "entre:", "tra", "tussen", "pomiędzy", "między",
		"between," };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_nocase(w, str_from(words[i])))
			return true;
	return false;
}

/* Where what is said of the party before the term begins: behind the term before it, or behind "between". */
static uint32_t party_start(const struct fx *x, const struct sentence *s, uint32_t term)
{
	uint32_t from = term;
	while (from && term - from < PARTY_WORDS) {
		struct str w = text_at(x, s, from - 1);
		if (opens_parties(w) || w.p[0] == '(' || is_quote(w) || strchr(";)", w.p[w.n - 1]) || (w.n > 1 && w.p[w.n - 2] == ')'))
			return from;
		from--;
	}
	return from ? term : 0;
}

/* The words after the last boundary: "…, by Robert Pine". */
static uint32_t boundary_start(const struct fx *x, const struct sentence *s, uint32_t low, uint32_t term)
{
	uint32_t from = term;
	while (from > low && term - from < 40 && !is_boundary(text_at(x, s, from - 1)))
		from--;
	return from;
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
	return starts_lower(w) || (w.p[0] >= '0' && w.p[0] <= '9');
}

static uint32_t first_comma(const struct fx *x, const struct sentence *s, uint32_t from, uint32_t term)
{
	for (uint32_t end = from; end < term; end++) {
		struct str w = text_at(x, s, end);
		if (w.p[w.n - 1] == ',' && ends_at_comma(x, s, end + 1, term))
			return end + 1;
	}
	return term;
}

static uint32_t skip_small(struct fx *x, const struct sentence *s, uint32_t from, uint32_t term)
{
	while (from < term && (starts_lower(text_at(x, s, from)) || word_is_sign(text_at(x, s, from)) || is_boundary(text_at(x, s, from))))
		from++;
	return from;
}

struct found name_before(struct fx *x, const struct sentence *s, uint32_t term)
{
	uint32_t from = skip_small(x, s, party_start(x, s, term), term), end = first_comma(x, s, from, term);
	if (end == term && term > from) { /* nothing is said of it: "Ann Miller and Bob Ltd" ends with the party */
		from = skip_small(x, s, boundary_start(x, s, from, term), term);
		end = first_comma(x, s, from, term);
	}
	if (end <= from || end - from > NAME_WORDS)
		return (struct found){ 0 };
	struct found v = sentence_words(x, s, from, end);
	struct str last = text_at(x, s, end - 1);
	v.cut = last.p[last.n - 1] == ',' ? 1 : 0;
	return v;
}

/* Robert Pine ("Landlord"), ACME Corp. (hereinafter the "Company"): position of the word with the bracket, or n. */
uint32_t bracket_before(const struct fx *x, const struct sentence *s, uint32_t quote)
{
	for (uint32_t i = quote + 1; i-- > 0 && quote - i <= 5;)
		if (text_at(x, s, i).p[0] == '(')
			return i;
	return s->n;
}

static void term_offer(struct fx *x, const struct sentence *s, uint32_t quote, uint32_t n)
{
	uint32_t open = bracket_before(x, s, quote);
	struct liking likes[4];
	if (open == s->n || !open)
		return;
	struct phrase p = sentence_phrase(x, s, quote, quote + n);
	size_t likes_n = labels_match(x, p, likes, 4);
	for (size_t i = 0; i < likes_n; i++) {
		const struct plan_field *f = &x->plan->fields[likes[i].field];
		if (likes[i].sim < SIM_TERM || !(f->type == VALUE_ORG || f->type == VALUE_PERSON || f->type == VALUE_TEXT))
			continue;
		struct window w = { likes[i].field, open, quote + n, likes[i].sim };
		struct found v = name_before(x, s, open);
		if (v.n)
			offer(x, s, &w, v, likes[i].sim, GEOMETRY_TERM, 900, NULL);
	}
}

/* A quote may open inside its bracket: ("Landlord"). */
static uint32_t term_run(const struct fx *x, const struct sentence *s, uint32_t i)
{
	struct str w = text_at(x, s, i);
	if (w.n > 2 && w.p[0] == '(' && quote_at_start((struct str){ w.p + 1, w.n - 1 })) {
		for (uint32_t n = 1; n <= 5 && i + n <= s->n; n++)
			if (quote_at_end(text_at(x, s, i + n - 1)))
				return n;
	}
	return 0;
}

static void quotes_search(struct fx *x, const struct sentence *s)
{
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t n = quoted_run(x, s, i), t = n ? n : term_run(x, s, i);
		if (n)
			quoted_offer(x, s, i, n);
		if (t)
			term_offer(x, s, i, t);
	}
}

/* ---- sentences */

static bool ends_sentence(const struct fx *x, uint32_t word, uint32_t next)
{
	struct str w = x->v->words[word].text, n = x->v->words[next].text;
	if (w.n < 4 || w.p[w.n - 1] != '.') /* "No.", "Mr." end none */
		return false;
	return n.n && !starts_lower(n) && !(n.p[0] >= '0' && n.p[0] <= '9');
}

static void sentence_search(struct fx *x, struct sentence *s)
{
	windows_find(x, s);
	spans_near(x, s);
	quotes_search(x, s);
	for (uint32_t i = 0; i < s->windows; i++)
		follow_offer(x, s, &s->window[i]);
	if (plan_has_feature(x->plan, CLAUSES))
		clause_search(x, s);
	s->n = 0;
}

static void block_search(struct fx *x, const struct view_block *b, struct sentence *s)
{
	uint32_t last = VIEW_NONE;
	s->n = 0;
	for (uint32_t i = 0; i < b->segs_n; i++) {
		const struct view_seg *g = &x->v->segs[b->segs[i]];
		for (uint32_t w = g->word; w < g->word + g->words; w++) {
			if (s->n == SENTENCE_WORDS || (last != VIEW_NONE && ends_sentence(x, last, w)))
				sentence_search(x, s);
			s->word[s->n++] = w;
			last = w;
		}
	}
	if (s->n)
		sentence_search(x, s);
}

static bool is_prose(const struct fx *x, const struct view_block *b)
{
	for (uint32_t i = 0; i < b->segs_n; i++)
		if (x->v->segs[b->segs[i]].words >= PROSE_WORDS)
			return true;
	return false;
}

bool prose_search(struct fx *x)
{
	struct sentence *s = ARENA_NEW(x->a, struct sentence);
	bool open = false;
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		open |= prose_open(x, f);
	for (uint32_t b = 0; s && open && b < x->v->blocks_n; b++)
		if (x->v->blocks[b].page >= x->scope.page && x->v->blocks[b].page < x->scope.end && is_prose(x, &x->v->blocks[b]))
			block_search(x, &x->v->blocks[b], s);
	return s != NULL;
}
