/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-evidence - figures, dates and periods by what the sentence around them says:
 *
 *   The eight turbines of Velora yield 48 megawatts     a number and the thing it counts
 *   She retired in 1998; … married in 1962              the nearest word of the field's name
 *   Hinfahrt am 3. Mai, Rückfahrt am 7. Mai             a comma stands between
 *
 * Words of the name count most, those of the description and of other names less; near words
 * count more than far ones, words behind a comma or behind another value of the kind less.
 */
#include "extract/field-asked.h"
#include "layout/locale.h"

enum {
	WEIGHT_NAME = 10, WEIGHT_MORE = 4, NAME_HEAVY = 3, /* a long name need not be said in full */
	NEAR_LEAST = 60, NEAR_SURE = 88, STRENGTH_LEAST = 43, CODE_LEAST = 80, SIM_BASE = 420, QUALITY_WORDS = 850, PER_CENT = 100,
	AFTER_MOST = 4, BEFORE_MOST = 24, COMMA = 65, RIVAL = 45, HEADING = 45, VALUES = 96, ENOUGH = 930, BONUS_HEAD = 60, AGREES = 40, SCORE_LABEL = 820, UNIT_SAYS = 66, LEAD_WORDS = 8, KIND_SAID = 40, BONUS_ONLY = 6, LED_WORDS = 2, LED_LEAST = 30, BONUS_LED = 160
};

enum reading { READ_SPAN, READ_NUMBER /* in words */, READ_CODE, READ_QUOTE /* “bank transfer”: blanks are filled in so */ };

struct value { /* a reading in the sentence, positions [from, end) */
	uint32_t from, end;
	enum reading kind;
	const struct span *span; /* of READ_SPAN */
	int number;              /* of READ_NUMBER */
};

/* ---- the readings of a sentence */

static struct str bare(struct str w)
{
	while (w.n && strchr(",.;:)'", w.p[w.n - 1]))
		w.n--;
	while (w.n && strchr("(\"'", w.p[0]))
		w = (struct str){ w.p + 1, w.n - 1 };
	return w;
}

int number_word(const struct fx *x, const struct sentence *s, uint32_t i)
{
	char buf[32];
	struct str w = text_at(x, s, i);
	if (i + 1 >= s->n || w.n > 24 || strchr(".,;:)", w.p[w.n - 1]))
		return 0;
	int n = locale_number(locale_fold(w, buf, sizeof buf));
	return n > 1 ? n : 0; /* "one" and "une" are articles, too */
}

/* "LH-DE-229", "1042/2024", "8QK4TZ": digits with letters or signs inside, or many of them. */
static bool is_code(struct str w)
{
	size_t digits = 0, letters = 0, signs = 0;
	w = bare(w);
	for (size_t i = 0; i < w.n; i++) {
		digits += w.p[i] >= '0' && w.p[i] <= '9';
		letters += w.p[i] >= 'A' && w.p[i] <= 'Z';
		signs += (w.p[i] == '-' || w.p[i] == '/') && i && i + 1 < w.n;
		if ((w.p[i] >= 'a' && w.p[i] <= 'z') || (w.p[i] & 0x80) || strchr("@,:%$", w.p[i]))
			return false;
	}
	return digits >= 2 && w.n >= 4 && (letters || signs || digits == w.n) && !word_is_section_number(w);
}

static uint32_t values_of(struct fx *x, const struct sentence *s, struct value *v)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->n && n < VALUES; i++) {
		for (const struct span *p = NULL; n < VALUES && (p = span_next(x, s->word[i], p)) != NULL;)
			if (!is_clause_number(x, p) && i + p->words <= s->n)
				v[n++] = (struct value){ i, i + p->words, READ_SPAN, p, 0 };
		if (n < VALUES && is_code(text_at(x, s, i)))
			v[n++] = (struct value){ i, i + 1, READ_CODE, NULL, 0 };
		int number = number_word(x, s, i);
		if (number && n < VALUES)
			v[n++] = (struct value){ i, i + 1, READ_NUMBER, NULL, number };
		uint32_t quoted = n < VALUES ? quoted_run(x, s, i) : 0;
		if (quoted && bracket_before(x, s, i) == s->n && !term_run(x, s, i)) /* (the “Premises”) is a term */
			v[n++] = (struct value){ i, i + quoted, READ_QUOTE, NULL, 0 };
	}
	return n;
}

static bool counts(const struct plan_field *f)
{
	return f->type == VALUE_INTEGER || f->type == VALUE_NUMBER;
}

static bool is_digits(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] < '0' || w.p[i] > '9')
			return false;
	return w.n > 0;
}

static int measured(struct fx *x, const struct sentence *s, const struct value *v, struct cand *c)
{
	c->value = sentence_words(x, s, v->from, v->from + 1);
	return QUALITY_WORDS;
}

static int code_take(struct fx *x, const struct sentence *s, const struct value *v, struct cand *c)
{
	struct str w = text_at(x, s, v->from);
	c->value = sentence_words(x, s, v->from, v->end);
	while (strchr("(\"'", w.p[c->value.skip]))
		c->value.skip++;
	c->value.cut = (uint16_t)(w.n - c->value.skip - bare(w).n);
	return QUALITY_WORDS;
}

/* Quotes hold names and what blanks were filled in with; a whole sentence in them is somebody's words. */
static int quote_take(struct fx *x, const struct sentence *s, const struct plan_field *f, const struct value *v, struct cand *c)
{
	bool digit = false;
	for (uint32_t i = v->from; i < v->end; i++)
		digit |= str_has_digit(text_at(x, s, i));
	if (f->type == VALUE_ADDRESS && !digit)
		return 0; /* a name, or a place alone */
	c->value = quoted_words(x, s, v->from, v->end - v->from);
	return QUALITY_WORDS;
}

static int value_suits(struct fx *x, const struct sentence *s, uint32_t field, const struct value *v, struct cand *c)
{
	const struct plan_field *f = &x->plan->fields[field];
	if (v->kind == READ_QUOTE)
		return quote_take(x, s, f, v, c);
	if (v->kind == READ_CODE)
		return f->type == VALUE_ID ? code_take(x, s, v, c) : 0;
	if (v->span && v->span->type == SPAN_NUMBER && counts(f) && word_is_year(bare(text_at(x, s, v->from))) && !phrase_has(f->name, token_named(x->in, "year")))
		return 0; /* "by the end of 2026" counts nothing */
	if (v->span && v->span->type == SPAN_DURATION && counts(f) && is_digits(text_at(x, s, v->from)))
		return measured(x, s, v, c); /* "24 hours a week" */
	if (v->span)
		return span_suits(x, field, v->span, c);
	if (!counts(f))
		return 0;
	c->value = sentence_words(x, s, v->from, v->end);
	c->value.canon = arena_printf(x->a, "%d", v->number);
	return QUALITY_WORDS;
}

/* ---- how near a word stands to a reading */

bool word_joins(struct str w)
{
	static const char *const words[] = { "and", "or", "but", "und", "oder", "sowie", "et", "ou", "y", "o", "e", "en", "i", "oraz", "lub", "и" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_z(w, words[i]))
			return true;
	return false;
}

/* Are both readings of one kind, so that one stands in the way of the other? */
static bool same_kind(const struct value *a, const struct value *b)
{
	if ((a->kind == READ_QUOTE) != (b->kind == READ_QUOTE))
		return false;
	return (a->span ? a->span->type : SPAN_NUMBER) == (b->span ? b->span->type : SPAN_NUMBER);
}

/* Does a clause end between positions, or does another reading of the kind stand there? */
static int between(struct fx *x, const struct sentence *s, uint32_t from, uint32_t end, const struct value *all, uint32_t n, const struct value *v)
{
	int share = PER_CENT;
	bool beside = end == v->from && end - from == 1; /* "the maturity date, 12/31/2018" */
	for (uint32_t i = from; i < end && !beside; i++) {
		struct str w = text_at(x, s, i);
		if (strchr(",;", w.p[w.n - 1]) || word_is_dash(w) || word_joins(w))
			share = share * COMMA / PER_CENT;
	}
	for (uint32_t i = 0; i < n; i++)
		if (all[i].from >= from && all[i].end <= end && same_kind(&all[i], v)) {
			share = share * RIVAL / PER_CENT;
			break;
		}
	return share;
}

static int nearness(struct fx *x, const struct sentence *s, const struct value *v, uint32_t at, const struct value *all, uint32_t n)
{
	if (at >= v->end) {
		uint32_t d = at - v->end;
		struct str last = text_at(x, s, v->end - 1);
		int base = d > AFTER_MOST ? 0 : d < 2 ? PER_CENT : PER_CENT - 10 * (int)d;
		return strchr(",;", last.p[last.n - 1]) ? base / 3 : base * between(x, s, v->end, at, all, n, v) / PER_CENT;
	}
	if (at >= v->from)
		return 0;
	uint32_t d = v->from - at;
	int base = d > BEFORE_MOST ? 0 : d <= 3 ? PER_CENT - 2 * (int)d : PER_CENT - 8 - 3 * (int)(d - 3);
	return base * between(x, s, at, v->from, all, n, v) / PER_CENT;
}

/* Is the word as it stands there akin to the written one? */
static bool is_written(struct str w, struct str raw)
{
	char buf[64];
	w = said_written(w);
	if (!w.n || !(w.p[0] & 0x80 || raw.p[0] == 'g' || w.p[0] == 'g' || (w.p[0] | 32) == raw.p[0]))
		return false;
	w = bare(w);
	return w.n && words_akin(raw, locale_fold(w, buf, sizeof buf));
}

/* How a term may be terminated says nothing of how long it is. */
static bool ends_term(const struct fx *x, uint32_t said, uint32_t word)
{
	return said != word && str_eq_z(token_text(x->in, said), "term") && str_starts(token_text(x->in, word), STR("terminat"));
}

static bool says(struct fx *x, uint32_t word, const struct said *said)
{
	const struct phrase *p = fx_word(x, word);
	if (!(x->saying[word - x->word0] & said->bits))
		return false; /* most of them */
	for (size_t k = 0; k < p->n; k++)
		if (tokens_akin(x, said->token, p->tokens[k]) && !ends_term(x, said->token, p->tokens[k]))
			return true;
	for (const char *const *o = said->others; o && *o; o++)
		if (str_eq_nocase(bare(x->v->words[word].text), str_from(*o)))
			return true;
	return said->raw.n && is_written(x->v->words[word].text, said->raw);
}

/* Does a line begin with the number of a clause: "3.", "4.2", "Article 5"? */
static bool line_is_numbered(const struct fx *x, const struct view_line *l)
{
	struct str w = x->v->words[l->word].text;
	bool digit = w.n && w.p[0] >= '0' && w.p[0] <= '9';
	return l->words > 1 && ((digit && memchr(w.p, '.', w.n) && word_is_capital(x->v->words[l->word + 1].text)) || is_part_number(x, l->word + 1));
}

/* The first word of the numbered line that is nearest above line l, not above line low, or of low if a number begins it; else of line l. */
static uint32_t numbered_line(const struct fx *x, uint32_t low, uint32_t l)
{
	for (uint32_t k = l + 1; k-- > low;)
		if (line_is_numbered(x, &x->v->lines[k]))
			return x->v->lines[k].word;
	struct str number = x->v->words[x->v->lines[low].word].text;
	return number.p[0] >= '0' && number.p[0] <= '9' ? x->v->lines[low].word : UINT32_MAX;
}

/* "3. Rent. The Tenants shall …", "Article 5 – Deposit. …": the words a numbered paragraph begins with are its heading. */
static bool lead_says(struct fx *x, const struct sentence *s, const struct said *token)
{
	const struct view_seg *g = &x->v->segs[x->v->words[s->word[0]].seg];
	const struct view_block *b = g->block < x->v->blocks_n ? &x->v->blocks[g->block] : NULL;
	uint32_t first = b && b->segs_n ? numbered_line(x, x->v->segs[b->segs[0]].line, g->line) : s->word[0], w = first;
	if (first >= s->word[0])
		return false;
	for (; w < s->word[0] && w < first + LEAD_WORDS; w++) {
		if (says(x, w, token))
			return true;
		struct str t = x->v->words[w].text;
		if (w > first + 1 && strchr(".:", t.p[t.n - 1]))
			break;
	}
	return false;
}

static bool heading_says(struct fx *x, const struct sentence *s, const struct said *token)
{
	uint32_t h = x->v->lines[x->v->words[s->word[0]].line].section;
	if (lead_says(x, s, token))
		return true;
	if (h == VIEW_NONE || h < x->line0 || h >= x->line1)
		return false;
	for (uint32_t w = x->v->lines[h].word; w < x->v->lines[h].word + x->v->lines[h].words; w++)
		if (says(x, w, token))
			return true;
	return false;
}

/* Where a token is said: the first positions, and whether the heading above says it. */
struct places {
	uint16_t at[8];
	uint8_t n;
	bool heading;
};

static void places_find(struct fx *x, const struct sentence *s, const struct said *p, size_t n, struct places *out)
{
	for (size_t k = 0; k < n; k++) {
		out[k] = (struct places){ .heading = heading_says(x, s, &p[k]) };
		for (uint32_t i = 0; i < s->n && out[k].n < 8; i++)
			if (says(x, s->word[i], &p[k]))
				out[k].at[out[k].n++] = (uint16_t)i;
	}
}

uint32_t evidence_covers(struct fx *x, const struct sentence *s, uint32_t field, uint32_t from, uint32_t end)
{
	const struct asked *a = &x->asked[field];
	uint32_t last = 0;
	for (size_t k = 0; k < a->name_n; k++) {
		uint32_t at = from;
		while (at < end && !says(x, s->word[at], &a->name[k]))
			at++;
		if (at == end)
			return 0;
		last = at + 1 > last ? at + 1 : last;
	}
	return last;
}

static bool is_among(struct fx *x, uint32_t token, const char *words)
{
	struct str rest = str_from(words), word;
	while (rest.n) {
		rest = str_cut(rest, ' ', &word);
		struct phrase p = phrase_of_word(x->in, word);
		if (p.n && p.tokens[0] == token)
			return true;
	}
	return false;
}

int evidence_share_in(struct fx *x, const struct sentence *s, uint32_t field, const char *besides, uint32_t end)
{
	const struct asked *a = &x->asked[field];
	size_t said = 0, all = 0;
	for (size_t k = 0; k < a->name_n; k++) {
		if (is_among(x, a->name[k].token, besides))
			continue;
		bool in = false;
		all++;
		for (uint32_t i = 0; i < end && !in; i++)
			in = says(x, s->word[i], &a->name[k]);
		said += in;
	}
	return all ? (int)(said * PER_CENT / all) : 0;
}

int evidence_share(struct fx *x, const struct sentence *s, uint32_t field, const char *besides)
{
	const struct asked *a = &x->asked[field];
	size_t said = 0, all = 0;
	for (size_t k = 0; k < a->name_n; k++) {
		if (is_among(x, a->name[k].token, besides))
			continue;
		all++;
		bool in = heading_says(x, s, &a->name[k]);
		for (uint32_t i = 0; i < s->n && !in; i++)
			in = says(x, s->word[i], &a->name[k]);
		said += in;
	}
	return all ? (int)(said * PER_CENT / all) : PER_CENT;
}

struct weighing {
	const struct value *all;
	uint32_t n;
	struct places name[PHRASE_TOKENS], more[MORE_MOST];
};

static int best_near(struct fx *x, const struct sentence *s, const struct value *v, const struct places *p, const struct weighing *w)
{
	int best = 0;
	for (uint8_t i = 0; i < p->n; i++) {
		int near = nearness(x, s, v, p->at[i], w->all, w->n);
		best = near > best ? near : best;
	}
	return p->heading ? HEADING + best * (PER_CENT - HEADING) / PER_CENT : best;
}

/* The only reading of its kind in the sentence. */
static bool is_only(const struct value *v, const struct weighing *w)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (&w->all[i] != v && same_kind(&w->all[i], v))
			return false;
	return true;
}

/* How strongly the sentence says that the reading is the field's, percent; 0 if nothing near does. */
static int strength(struct fx *x, const struct sentence *s, const struct value *v, const struct asked *a, const struct weighing *w)
{
	bool guessed = false;
	int sum = 0, nearest = 0, told = 0, all = WEIGHT_NAME * (int)(a->name_n < NAME_HEAVY ? a->name_n : NAME_HEAVY);
	for (size_t k = 0; k < a->name_n; k++) {
		int near = best_near(x, s, v, &w->name[k], w);
		if (!near && a->kind[k]) {
			near = KIND_SAID;
			guessed = true;
		}
		told += near > KIND_SAID && (!a->kind[k] || a->name_n == 1 || v->kind != READ_QUOTE);
		sum += near * WEIGHT_NAME;
		nearest = w->name[k].n && near > nearest ? near : nearest;
	}
	if (!told)
		return 0; /* a description alone says too little */
	for (size_t k = 0; k < a->more_n; k++) {
		int near = best_near(x, s, v, &w->more[k], w);
		sum += near * WEIGHT_MORE;
		nearest = w->more[k].n && near > nearest ? near : nearest;
	}
	int share = (all ? sum / all : 0) + (a->name_n >= NAME_HEAVY && is_only(v, w) ? BONUS_ONLY : 0);
	for (size_t k = 0; !nearest && k < a->name_n; k++)
		nearest = w->name[k].heading && w->all[0].kind == READ_CODE && w->n == 1 ? NEAR_LEAST : nearest; /* an address under its heading */
	bool loose = v->kind == READ_QUOTE && guessed; /* "payment_method": a payment alone may be anybody's */
	return nearest < (loose ? NEAR_SURE : NEAR_LEAST) ? 0 : share > PER_CENT ? PER_CENT : share;
}

/* "four bedrooms": does all of the name begin right behind the reading? */
static bool is_head(const struct asked *a, const struct weighing *w, uint32_t end)
{
	bool head = false;
	for (size_t k = 0; k < a->name_n; k++) {
		if (!w->name[k].n)
			return false;
		for (uint8_t i = 0; i < w->name[k].n; i++)
			head |= w->name[k].at[i] == end;
	}
	return head;
}

/* A label found the same: what the sentence says besides counts for it. */
static bool agrees(struct fx *x, uint32_t f, const struct found *v, int strong)
{
	for (uint32_t i = 0; i < x->cands[f].n; i++) {
		struct cand c = x->cands[f].items[i];
		if (!c.value.n || c.value.words[0] != v->words[0] || c.value.n != v->n || c.rel == REL_FREE || c.score < SCORE_LABEL || !c.label_phrase.n)
			continue;
		c.score += AGREES * strong / PER_CENT;
		c.value.score = c.score;
		cand_add(x, f, c);
		return true;
	}
	return false;
}

/* "Boil for ten minutes" is no total_time: a total of times is called one. */
static bool total_unsaid(struct fx *x, const struct sentence *s, const struct plan_field *f)
{
	uint32_t total = token_named(x->in, "total");
	if (!phrase_has(f->name, total) || !phrase_has(f->name, token_named(x->in, "time")))
		return false;
	for (uint32_t i = 0; i < s->n; i++)
		if (phrase_has(*fx_word(x, s->word[i]), total))
			return false;
	return true;
}

/* "in the City of “Dover”, County of “Kent”": of a longer name the last word, if the sentence has it, says what stands there. */
static bool head_is_far(struct fx *x, const struct sentence *s, const struct value *v, const struct asked *a, const struct weighing *w)
{
	const struct places *head = &w->name[a->name_n - 1];
	return v->kind == READ_QUOTE && a->name_n > 1 && head->n && best_near(x, s, v, head, w) < NEAR_LEAST;
}

/* "County of “Kent”": the last word of the name leads the quote as a label would. */
static bool is_led(const struct value *v, const struct asked *a, const struct weighing *w)
{
	const struct places *head = &w->name[a->name_n - 1];
	for (uint8_t i = 0; v->kind == READ_QUOTE && i < head->n; i++)
		if (head->at[i] < v->from && v->from - head->at[i] <= LED_WORDS)
			return true;
	return false;
}

static void field_weigh(struct fx *x, const struct sentence *s, uint32_t f, const struct asked *a, struct weighing *w)
{
	bool placed = false;
	for (uint32_t i = 0; i < w->n; i++) {
		struct cand c = { 0 };
		bool asked = w->all[i].kind == READ_QUOTE ? a->quotes : a->figures;
		int quality = asked ? value_suits(x, s, f, &w->all[i], &c) : 0;
		if (quality && !placed) {
			places_find(x, s, a->name, a->name_n, w->name);
			places_find(x, s, a->more, a->more_n, w->more);
			placed = true;
		}
		int strong = quality ? strength(x, s, &w->all[i], a, w) : 0;
		bool code = w->all[i].kind == READ_CODE;
		if (strong < UNIT_SAYS && w->all[i].span && quality && unit_says(x, &x->plan->fields[f], w->all[i].span))
			strong = UNIT_SAYS;
		if (strong < (code ? CODE_LEAST : is_led(&w->all[i], a, w) ? LED_LEAST : STRENGTH_LEAST) || head_is_far(x, s, &w->all[i], a, w))
			continue;
		if (!agrees(x, f, &c.value, strong))
			clause_offer(x, s, w->all[i].from, f, c.value, SIM_BASE + 4 * strong + (is_led(&w->all[i], a, w) ? BONUS_LED : 0) + (is_head(a, w, w->all[i].end) ? BONUS_HEAD : 0), quality, c.span);
	}
}

/* Other readers of sentences may have taken a lesser one. */
static bool is_open(const struct fx *x, uint32_t field)
{
	const struct cand_list *l = &x->cands[field];
	return !l->n || l->items[0].score < ENOUGH;
}

/* "the flat known as Flat 2, 18 Milsom Terrace": an address near the words of the name, or below a heading that says them. */
static void addresses_search(struct fx *x, const struct sentence *s)
{
	uint32_t from = 0, a, b;
	while (from < s->n && address_within(x, s, from, s->n, &a, &b) && b > from) {
		struct value v = { a, b, READ_CODE, NULL, 0 };
		for (uint32_t f = 0; f < x->plan->fields_n; f++) {
			if (x->plan->fields[f].type != VALUE_ADDRESS || !x->asked[f].name_n || !is_open(x, f))
				continue;
			struct weighing w = { .all = &v, .n = 1 };
			places_find(x, s, x->asked[f].name, x->asked[f].name_n, w.name);
			places_find(x, s, x->asked[f].more, x->asked[f].more_n, w.more);
			int strong = strength(x, s, &v, &x->asked[f], &w);
			if (strong >= STRENGTH_LEAST)
				clause_offer(x, s, a, f, quoted_whole(x, s, a, b), SIM_BASE + 4 * strong, QUALITY_WORDS, NULL);
		}
		from = b;
	}
}

void evidence_search(struct fx *x, const struct sentence *s)
{
	struct value all[VALUES];
	struct weighing *w = NULL;
	uint32_t n = values_of(x, s, all);
	bool figures = false, quotes = false;
	for (uint32_t i = 0; i < n; i++) {
		quotes |= all[i].kind == READ_QUOTE;
		figures |= all[i].kind != READ_QUOTE;
	}
	addresses_search(x, s);
	for (uint32_t f = 0; n && f < x->plan->fields_n; f++) {
		const struct asked *a = &x->asked[f];
		if (!a->name_n || !((figures && a->figures) || (quotes && a->quotes)) || !is_open(x, f) || total_unsaid(x, s, &x->plan->fields[f]))
			continue;
		if (!w && !(w = ARENA_NEW(x->a, struct weighing)))
			return;
		w->all = all;
		w->n = n;
		field_weigh(x, s, f, a, w);
	}
}
