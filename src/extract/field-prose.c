/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-prose - facts in running text, for fields that labels and forms left open.
 *
 *   … a monthly rent of $1,850.00 …       words that name the field, a typed value near them
 *   … within 30 days …                    or behind it
 *
 * A sentence is a run of word ids over the lines of one block.
 */
#include "extract/field-prose.h"
#include "extract/plan-private.h"
#include "extract/record-item.h"
#include "extract/record-kind.h"
#include "layout/locale.h"
#include <stdlib.h>

enum {
	WINDOW_WORDS = 5, REACH = 14,
	PARAGRAPH_LEAST = 5,
	BULLETS_MOST = 200,    /* items of a list */
	PROSE_WORDS = 8,       /* a segment with this many words makes its block running text */
	SIM_LEAST = 650, ENOUGH = 760, /* a field with a candidate this good is not looked for */
	GEOMETRY_NEAR = 600, COST_STEP = 25, COST_BEHIND = 60, COST_CLAUSE = 150, COST_UNTIMED = 200, HEADING_WORDS = 9, OFFICE_WORDS = 5, COST_RATIO = 300, COST_RATIO_ALL = 1000, SPELLED_WORDS = 10, ADDRESS_WORDS = 12, OWN_WORDS = 3
};

bool prose_open(const struct fx *x, uint32_t field)
{
	const struct cand_list *l = &x->cands[field];
	return !l->n || l->items[0].score < ENOUGH;
}

/* ---- windows: what the words of a sentence name */

bool word_is_indexed(struct fx *x, uint32_t word)
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

/* "Terms" alone heads a box of payment terms; in a sentence it may be of anything. */
static bool is_vague(const struct fx *x, struct phrase said, const struct plan_field *f)
{
	static const char *const vague[] = { "terms", "term", "conditions", "condition", "time" };
	static const char *const kinds[] = { "period", "notice", "deadline" }; /* of many things, of which the name holds another word */
	if (said.n != 1)
		return false;
	bool other = false;
	for (size_t i = 0; i < f->name.n; i++)
		other |= f->name.tokens[i] != said.tokens[0] && !TOKEN_ONE_OF(x, f->name.tokens[i], kinds) && !(token_flags(x->in, f->name.tokens[i]) & (TOKEN_STOP | TOKEN_LIGHT));
	return (f->name.n > 1 && TOKEN_ONE_OF(x, said.tokens[0], vague)) || (other && TOKEN_ONE_OF(x, said.tokens[0], kinds));
}

/* "Cook for five minutes, stirring": what a step takes is no cook_time unless it is called a time. */
static int untimed_cost(const struct fx *x, struct phrase said, const struct plan_field *f)
{
	uint32_t time = token_named(x->in, "time");
	return f->type == VALUE_DURATION && f->name.n > 1 && phrase_has(f->name, time) && !phrase_has(said, time) ? COST_UNTIMED : 0;
}

static void window_add(struct fx *x, struct sentence *s, uint32_t from, uint32_t end)
{
	struct liking likes[4];
	struct phrase p = sentence_phrase(x, s, from, end);
	if (phrase_has(p, token_named(x->in, "law")) && is_of_founding(x, s, from))
		return;
	size_t n = labels_match_least(x, p, SIM_LEAST, likes, 4);
	for (size_t i = 0; i < n && s->windows < WINDOWS; i++)
		if (prose_open(x, likes[i].field) && !is_vague(x, p, &x->plan->fields[likes[i].field]))
			s->window[s->windows++] = (struct window){ likes[i].field, from, end,
				likes[i].sim - untimed_cost(x, p, &x->plan->fields[likes[i].field]) };
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
		if (!word_is_indexed(x, s->word[i]) || is_preposition(x, s->word[i]) || word_is_sign(text_at(x, s, i)))
			continue; /* "%" is of a figure */
		for (uint32_t end = i + 1; end <= s->n && end <= i + WINDOW_WORDS; end++)
			if (word_is_indexed(x, s->word[end - 1]))
				window_add(x, s, i, end);
	}
}

/* ---- typed values near a window */

bool value_names_field(const struct fx *x, uint32_t field, const struct found *v)
{
	const struct plan_field *f = &x->plan->fields[field];
	size_t said = 0, all = 0;
	if (!v->n || !word_starts_lower(x->v->words[v->words[0]].text))
		return false; /* some contracts call their parties by nothing else */
	for (size_t i = 0; takes_text(f) && v->n <= OWN_WORDS && i < v->n; i++) {
		const struct phrase *p = fx_word((struct fx *)x, v->words[i]);
		for (size_t k = 0; k < p->n; k++) {
			if (token_flags(x->in, p->tokens[k]) & TOKEN_STOP)
				continue;
			all++;
			said += phrase_has(f->name, p->tokens[k]);
		}
	}
	return all && said == all;
}

/* "report to | the Practice Manager, | Mrs. Judith Amory": who is asked for, not as what. */
static struct found name_behind_office(struct fx *x, const struct sentence *s, uint32_t field, struct found v)
{
	uint32_t at = v.n && v.n <= OFFICE_WORDS ? sentence_place(s, v.words[v.n - 1]) : UINT32_MAX, stop;
	if (x->plan->fields[field].type != VALUE_PERSON || at == UINT32_MAX || at + 1 >= s->n)
		return v;
	struct str last = text_at(x, s, at);
	if (last.p[last.n - 1] != ',' || v.words[v.n - 1] - v.words[0] + 1 != v.n || kind_of_words(x->v, v.words[0], (uint32_t)v.n) != KIND_POSITION)
		return v;
	struct found name = person_at(x, s, at + 1, s->n, &stop);
	return name.n ? name : v;
}

void window_offer(struct fx *x, const struct sentence *s, const struct window *w, struct found v, int sim, int geometry, int quality,
		  const struct span *span)
{
	if (!span && value_names_field(x, w->field, &v))
		return;
	v = span ? v : quote_completed(x, s, name_behind_office(x, s, w->field, v));
	struct cand c = { .value = v, .label = s->word[w->from], .labels = 1, .sim = sim, .geometry = geometry,
			  .quality = quality, .rel = REL_IN, .span = span };
	c.value.by = BY_WORDS;
	c.score = value_score(&c);
	c.value.score = c.score;
	cand_add(x, w->field, c);
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

/* "ab 2027", "in the year 2027": a year counts nothing. */
static bool is_year_said(const struct fx *x, const struct span *s)
{
	static const char *const before[] = { "in", "since", "from", "until", "by", "year", "ab", "seit", "bis", "im", "jahr", "jahre", "en", "depuis", "l'année", "année", "desde", "hasta",
		"año", "dal", "nel", "anno", "em", "ano", "sinds", "vanaf", "tot", "jaar", "w", "od", "do", "roku", "rok", "of", "de" };
	static const char *const after[] = { "r.", "roku", "г." };
	uint32_t next = s->word + 1;
	if (s->type != SPAN_NUMBER || s->words != 1 || !s->integer || s->canon.n != 4 || !word_is_year(s->canon))
		return false;
	bool told = s->word > x->word0 && STR_ONE_OF(x->v->words[s->word - 1].text, before);
	return told || (next < x->word1 && STR_ONE_OF(x->v->words[next].text, after));
}

static bool word_at_is(const struct fx *x, uint32_t word, const char *is)
{
	return word >= x->word0 && word < x->word1 && str_eq_nocase(x->v->words[word].text, str_from(is));
}

static bool asks_ratio(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "ratio", "leverage", "coverage", "cover", "gearing" };
	for (size_t i = 0; f->type == VALUE_NUMBER && i < f->name.n; i++)
		if (STR_ONE_OF(token_text(x->in, f->name.tokens[i]), words))
			return true;
	return false;
}

/* "not less than | 3.50 | to 1.00": what a ratio is; "1.00" and amounts are none. Quality lost, the whole of it if the span is none. */
static int ratio_cost(const struct fx *x, const struct plan_field *f, const struct span *s)
{
	if (s->type == SPAN_PERCENT || !asks_ratio(x, f))
		return 0;
	if (s->type != SPAN_NUMBER || (s->word > x->word0 + 1 && word_at_is(x, s->word - 1, "to") && str_has_digit(x->v->words[s->word - 2].text)))
		return COST_RATIO_ALL;
	return word_at_is(x, s->word + s->words, "to") ? 0 : COST_RATIO;
}

/* "six and 15/100 percent | (6.15%)": the figure behind says it again, as it is read. */
static bool is_said_again(const struct fx *x, const struct span *s)
{
	uint32_t next = s->word + s->words;
	return s->type == SPAN_PERCENT && next < x->word1 && x->v->words[next].text.p[0] == '(' && str_has_digit(x->v->words[next].text) && memchr(x->v->words[next].text.p, '%', x->v->words[next].text.n);
}

/* "43121 Parma" counts nothing. */
static bool is_postal_code(const struct fx *x, const struct span *s)
{
	for (const struct span *p = NULL; (p = span_next(x, s->word, p)) != NULL;)
		if (p->type == SPAN_POSTAL_CITY && p->words > 1)
			return true;
	return false;
}

int span_suits(struct fx *x, uint32_t field, const struct span *s, struct cand *out)
{
	static const char *const rates[] = { "percent", "rate" }, *const shares[] = { "share", "ratio", "interest", "royalty", "margin", "cap" };
	static const char *const years[] = { "year", "start", "birth", "foundation", "establishment", "construction" };
	const struct plan_field *f = &x->plan->fields[field];
	struct region r = { .word = s->word, .end = s->word + s->words, .seg = x->v->words[s->word].seg, .skip = s->skip };
	if (span_is_measure(x, f, s))
		return span_as_printed(x, s, out);
	if ((s->type == SPAN_NUMBER && is_postal_code(x, s)) || (!asks_ratio(x, f) && when_is_other_end(x, f, s)))
		return 0;
	if ((f->type == VALUE_MONEY && s->type == SPAN_NUMBER && s->integer) || (f->type == VALUE_DURATION && s->type == SPAN_NUMBER) ||
	    measures_else(x, f, s) || (f->type != VALUE_YEAR && !NAME_HAS(x, f, years) && is_year_said(x, s)))
		return 0; /* counts, years, numbers of clauses */
	if (s->type == SPAN_NUMBER && (f->type == VALUE_PERCENT || NAME_HAS(x, f, rates)))
		return 0; /* sentences write the sign */
	if (s->type == SPAN_PERCENT && f->type == VALUE_NUMBER && !(f->side && f->pair) && !NAME_HAS(x, f, rates) && !NAME_HAS(x, f, shares))
		return 0;
	if (f->type == VALUE_TEXT || f->type == VALUE_ID || f->type == VALUE_ORG || f->type == VALUE_PERSON ||
	    !value_pick(x, f, &r, false, out) || out->span != s || is_said_again(x, s))
		return 0;
	int quality = out->quality - ratio_cost(x, f, s);
	return quality > 0 ? quality : 0;
}

uint32_t sentence_place(const struct sentence *s, uint32_t word)
{
	for (uint32_t i = 0; i < s->n; i++)
		if (s->word[i] == word)
			return i;
	return UINT32_MAX;
}

/* "for 4 portions, 20 minutes": what stands behind the comma is of another word; a word with its own number has no other. */
static bool ends_clause(const struct fx *x, const struct sentence *s, const struct window *w)
{
	struct str last = text_at(x, s, w->end - 1), before = w->from ? text_at(x, s, w->from - 1) : STR("");
	bool counted = w->from && (number_word(x, s, w->from - 1) || (before.n && before.p[0] >= '0' && before.p[0] <= '9'));
	bool joined = w->end < s->n && word_joins(text_at(x, s, w->end));
	return strchr(",;", last.p[last.n - 1]) != NULL || counted || joined;
}

static bool is_figure(const struct span *s)
{
	return s->type == SPAN_NUMBER || s->type == SPAN_MONEY || s->type == SPAN_PERCENT;
}

/* "4 portions", "12 EUR per month": the word behind the figure says what it is of. */
static bool counts(const struct fx *x, const struct sentence *s, const struct span *span, uint32_t end)
{
	static const char *const per[] = { "per", "pro", "je", "par", "por", "al", "a", "na", "monthly", "yearly" };
	for (size_t i = 0; span->type == SPAN_MONEY && end < s->n && i < sizeof per / sizeof *per; i++)
		if (str_eq_nocase(text_at(x, s, end), str_from(per[i])))
			return true;
	return span->type == SPAN_NUMBER || span->type == SPAN_PERCENT;
}

/* "the sum of | Two Million Dollars | ($2,000,000)": an amount is told in words before its figure. Where they begin. */
static uint32_t spelled_from(const struct fx *x, const struct sentence *s, uint32_t at)
{
	static const char *const words[] = { "hundred", "thousand", "million", "billion", "dollars", "pounds", "euros", "euro", "united", "states", "us", "and", "no/100", "00/100", "percent" };
	char buf[32];
	uint32_t from = at;
	while (from && at - from < SPELLED_WORDS && text_at(x, s, at).p[0] == '(') {
		struct str w = text_at(x, s, from - 1), part;
		struct str head = str_cut(w, '-', &part), folded = locale_fold(head.n ? part : w, buf, sizeof buf);
		if (w.n > 24 || (!locale_number(folded) && !STR_ONE_OF(folded, words)))
			break;
		from--;
	}
	return from;
}

static void span_offer(struct fx *x, const struct sentence *s, const struct span *span)
{
	uint32_t at = sentence_place(s, span->word), end = at + span->words, from = at == UINT32_MAX ? at : spelled_from(x, s, at);
	for (uint32_t i = 0; at != UINT32_MAX && i < s->windows; i++) {
		const struct window *w = &s->window[i];
		struct cand c = { 0 };
		bool behind = w->from >= end, counted = behind && w->from == end && counts(x, s, span, end);
		uint32_t gap = behind ? w->from - end : from >= w->end ? from - w->end : at >= w->end ? at - w->end : UINT32_MAX;
		if (gap > (behind ? 3u : (uint32_t)REACH))
			continue;
		int quality = span_suits(x, w->field, span, &c);
		int far = counted ? 0 : !behind ? 0 : joined_between(x, s, end, w->from) ? COST_CLAUSE : COST_BEHIND;
		int sim = w->sim - COST_STEP * (int)gap - far - (!counted && is_figure(span) && ends_clause(x, s, w) ? COST_CLAUSE : 0);
		if (quality)
			window_offer(x, s, w, c.value, sim, GEOMETRY_NEAR, quality, c.span);
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
		window_offer(x, s, w, v, w->sim - COST_STEP * (int)(at - w->end), GEOMETRY_NEAR, 950, NULL);
	}
}

/* "§ 5", "Article 5 –": numbers of clauses. */
bool is_part_number(const struct fx *x, uint32_t word)
{
	static const char *const words[] = { "§", "§§", "art.", "art", "article", "artikel", "artículo", "articolo", "artigo", "artykuł", "clause", "cláusula",
		"clausola", "section", "sección", "sezione", "paragraf", "paragraph", "chapter", "kapitel", "punkt", "ustęp", "статья", "ziffer", "abs." };
	const struct view_word *w = &x->v->words[word];
	if (word == x->word0 || x->v->words[word - 1].line != w->line)
		return false;
	return STR_ONE_OF(x->v->words[word - 1].text, words);
}

bool is_clause_number(const struct fx *x, const struct span *s)
{
	if (s->type == SPAN_NUMBER && s->words == 1 && is_part_number(x, s->word))
		return true;
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

/* ---- sentences */

bool word_starts_lower(struct str w)
{
	return w.n && w.p[0] >= 'a' && w.p[0] <= 'z';
}

static bool ends_sentence(const struct fx *x, uint32_t word, uint32_t next)
{
	struct str w = x->v->words[word].text, n = x->v->words[next].text;
	static const char *const titles[] = { "prof.", "capt.", "messrs.", "hon.", "dott." };
	if (w.n < 4 || w.p[w.n - 1] != '.' || word_is_vocative(w) || STR_ONE_OF(w, titles)) /* "No.", "Mr.", "Mrs." end none */
		return false;
	return n.n && !word_starts_lower(n) && !(n.p[0] >= '0' && n.p[0] <= '9');
}

uint32_t sentence_stop(const struct fx *x, const struct sentence *s, uint32_t i, uint32_t most)
{
	uint32_t end = i;
	while (end < s->n && end < i + most && !(end + 1 < s->n && end >= i && end && ends_sentence(x, s->word[end - 1], s->word[end]) && end > i))
		end++;
	return end;
}

static void sentence_search(struct fx *x, struct sentence *s)
{
	windows_find(x, s);
	spans_near(x, s);
	quotes_search(x, s);
	for (uint32_t i = 0; i < s->windows; i++) {
		follow_offer(x, s, &s->window[i]);
		tell_offer(x, s, &s->window[i]);
	}
	if (plan_has_feature(x->plan, CLAUSES))
		clause_search(x, s);
	if (plan_has_feature(x->plan, EVIDENCE))
		agents_search(x, s);
	definitions_search(x, s);
	truth_search(x, s);
	if (plan_has_feature(x->plan, EVIDENCE))
		evidence_search(x, s);
	s->n = 0;
}

/* "7.5 Minimum Interest Coverage Ratio. | The Borrower will not …": what heads a clause is of its first sentence. */
static bool is_heading_run(const struct fx *x, const struct sentence *s)
{
	struct str number = s->n ? text_at(x, s, 0) : STR("");
	uint32_t capitals = 0;
	if (s->n < 2 || s->n > HEADING_WORDS || number.n > 6 || !(number.p[0] >= '1' && number.p[0] <= '9') || !memchr(number.p, '.', number.n))
		return false;
	for (uint32_t i = 1; i < s->n; i++)
		capitals += word_is_capital(text_at(x, s, i));
	return capitals * 2 > s->n - 1;
}

static void block_search(struct fx *x, const struct view_block *b, struct sentence *s)
{
	uint32_t last = VIEW_NONE;
	s->n = 0;
	for (uint32_t i = 0; i < b->segs_n; i++) {
		const struct view_seg *g = &x->v->segs[b->segs[i]];
		for (uint32_t w = g->word; w < g->word + g->words; w++) {
			if (s->n == SENTENCE_WORDS || (last != VIEW_NONE && ends_sentence(x, last, w) && !is_heading_run(x, s)))
				sentence_search(x, s);
			sentence_add(x, s, w);
			last = w;
		}
	}
	if (s->n)
		sentence_search(x, s);
}

int32_t block_leading(const struct fx *x, const struct view_block *b)
{
	int32_t least = INT32_MAX;
	for (uint32_t i = 1; i < b->segs_n; i++) {
		const struct view_line *line = &x->v->lines[x->v->segs[b->segs[i]].line];
		if (line->leading > 0 && line->leading < least)
			least = line->leading;
	}
	return least;
}

bool starts_paragraph(const struct fx *x, const struct view_block *b, uint32_t i, int32_t leading)
{
	const struct view_line *line = &x->v->lines[x->v->segs[b->segs[i]].line];
	return i && leading != INT32_MAX && (int64_t)line->leading * 6 > (int64_t)leading * 7 && line->seg == b->segs[i];
}

struct met { /* so far, in the order of the text */
	uint32_t parties, names, quotes;
};

static void paragraph_end(struct fx *x, struct sentence *s, struct met *met)
{
	if (s->n >= PARAGRAPH_LEAST) {
		mentions_search(x, s, &met->parties);
		when_search(x, s);
		clock_search(x, s);
		if (plan_has_feature(x->plan, EVIDENCE))
			roles_search(x, s, &met->names);
		speech_search(x, s, &met->quotes);
		paragraphs_offer(x, s);
	}
	s->n = 0;
}

/* Parties are looked for in whole paragraphs, which also may be short lines: "– Klägerin –". */
static void paragraphs_search(struct fx *x, const struct view_block *b, struct sentence *s, struct met *met)
{
	int32_t leading = block_leading(x, b);
	s->n = 0;
	for (uint32_t i = 0; i < b->segs_n; i++) {
		const struct view_seg *g = &x->v->segs[b->segs[i]];
		if (starts_paragraph(x, b, i, leading))
			paragraph_end(x, s, met);
		for (uint32_t w = g->word; w < g->word + g->words && s->n < SENTENCE_WORDS; w++)
			sentence_add(x, s, w);
	}
	paragraph_end(x, s, met);
}

static bool is_prose(const struct fx *x, const struct view_block *b)
{
	for (uint32_t i = 0; i < b->segs_n; i++)
		if (x->v->segs[b->segs[i]].words >= PROSE_WORDS)
			return true;
	return line_has_bullet(x->v, &x->v->lines[x->v->segs[b->segs[0]].line]) && b->segs_n < BULLETS_MOST;
}

bool prose_search(struct fx *x)
{
	struct sentence *s = ARENA_NEW(x->a, struct sentence);
	bool open = false;
	struct met met = { 0 };
	docket_search(x);
	signatures_search(x);
	prose_weed(x);
	if (!clause_prepare(x) || !agents_prepare(x))
		return false;
	for (uint32_t b = 0; s && x->asked && b < x->v->blocks_n; b++)
		if (x->v->blocks[b].page >= x->scope.page && x->v->blocks[b].page < x->scope.end)
			paragraphs_search(x, &x->v->blocks[b], s, &met);
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		open |= prose_open(x, f);
	for (uint32_t b = 0; s && x->asked && open && b < x->v->blocks_n; b++)
		if (x->v->blocks[b].page >= x->scope.page && x->v->blocks[b].page < x->scope.end && is_prose(x, &x->v->blocks[b]))
			block_search(x, &x->v->blocks[b], s);
	return s && x->asked;
}
