/* SPDX-License-Identifier: Apache-2.0 */
/* field-judge - how well a label suits a field where it stands, and what speaks against a value beside it. */
#include "extract/field-private.h"
#include <stdlib.h>

enum {
	LABEL_MAYBE = 500, COST_LABEL = 400, PROSE_WORDS = 8, QUALITY_SURE = 800,
	SIM_ROW = 900, COST_TABLE_BODY = 220, COST_TABLE_HEADER = 180, COST_NAMES = 600, COST_PAGE = 15, COST_PAGES = 90,
	BONUS_SPELLED = 15, BONUS_UNIT = 150, BONUS_LARGE = 30,      /* the label is set larger than the text: a title */
	COST_RUNS_ON = 100, COST_PART = 60, SIM_VAGUE = 700, COST_VAGUE = 80,
	COUNTED_SURE = 850,    /* what is so much like another field's label is what the figure before it counts */
	COST_OWN_LABEL = 250,  /* the value's segment names it otherwise */
	COST_SIBLING = 500, COST_PERIOD = 300,
	COST_HEAD = 250,       /* "customer number" for a name */
	SIM_HEADED = 930,      /* of a label whose heading says the rest */
	HEADED_LINES = 16,     /* lines between that heading and the label */
	COST_GENERIC = 250     /* "number" in a party's section, for a field of no party */
};

static bool is_answer(const struct fx *x, uint32_t seg)
{
	return x->caption[seg - x->seg0] == CAPTION_VALUE;
}

/* ---- what a label may not be for */

/* Words that say what kind of value a label stands for, and the kinds. */
static const struct { const char *word; uint64_t types; } head_rows[] = {
	{ "number", 1ull << VALUE_ID | 1ull << VALUE_INTEGER | 1ull << VALUE_NUMBER | 1ull << VALUE_VAT_ID | 1ull << VALUE_IBAN |
		1ull << VALUE_PHONE | 1ull << VALUE_POSTAL_CODE | 1ull << VALUE_BIC | 1ull << VALUE_TEXT | 1ull << VALUE_STREET },
	{ "id", 1ull << VALUE_ID | 1ull << VALUE_INTEGER | 1ull << VALUE_VAT_ID | 1ull << VALUE_TEXT },
	{ "code", 1ull << VALUE_ID | 1ull << VALUE_POSTAL_CODE | 1ull << VALUE_BIC | 1ull << VALUE_CURRENCY | 1ull << VALUE_TEXT |
		1ull << VALUE_COUNTRY | 1ull << VALUE_REGION | 1ull << VALUE_VAT_ID | 1ull << VALUE_ENUM | 1ull << VALUE_INTEGER },
	{ "date", 1ull << VALUE_DATE | 1ull << VALUE_DATETIME | 1ull << VALUE_TIME | 1ull << VALUE_YEAR | 1ull << VALUE_CITY |
		1ull << VALUE_TEXT },
	{ "amount", 1ull << VALUE_MONEY | 1ull << VALUE_NUMBER | 1ull << VALUE_INTEGER | 1ull << VALUE_CURRENCY | 1ull << VALUE_PERCENT },
	{ "percent", 1ull << VALUE_PERCENT | 1ull << VALUE_NUMBER },
	{ "email", 1ull << VALUE_EMAIL }, { "phone", 1ull << VALUE_PHONE | 1ull << VALUE_ID }, { "fax", 1ull << VALUE_PHONE | 1ull << VALUE_ID },
	{ "web", 1ull << VALUE_URL },
};

static bool head_conflict(const struct fx *x, const struct plan_field *f, struct phrase label)
{
	for (size_t i = 0; i < sizeof head_rows / sizeof *head_rows; i++) {
		uint32_t t = token_named(x->in, head_rows[i].word);
		if (phrase_has(label, t) && !phrase_has(f->name, t) && !(head_rows[i].types & 1ull << f->type))
			return true;
	}
	return false;
}

static bool all_light(const struct fx *x, struct phrase p)
{
	for (size_t i = 0; i < p.n; i++)
		if (!(token_flags(x->in, p.tokens[i]) & (TOKEN_LIGHT | TOKEN_STOP)))
			return false;
	return true;
}

static bool label_names_scope(const struct plan_field *f, struct phrase label)
{
	for (size_t i = 0; i < label.n; i++)
		if (phrase_has(f->scope, label.tokens[i]))
			return true;
	return false;
}

/* "Insurer B" is not insurer_a: the letter or digit by itself in a label, behind its first word, tells siblings apart. */
static bool marks_another(const struct fx *x, const struct plan_field *f, const struct hyp *h)
{
	for (uint32_t w = h->word + 1; f->mark && w < h->word + h->words; w++) {
		struct str t = x->v->words[w].text;
		while (t.n > 1 && strchr(".:)", t.p[t.n - 1]))
			t.n--;
		if (t.n == 1 && str_has_digit(t) == (f->mark >= '0' && f->mark <= '9') && !word_is_sign(t))
			return (t.p[0] | 32) != (f->mark | 32);
	}
	return false;
}

/* "Price per year" is not price_per_month. */
static bool another_period(const struct fx *x, const struct plan_field *f, struct phrase label)
{
	static const char *const periods[] = { "hour", "day", "week", "month", "quarter", "year" };
	uint32_t asked = UINT32_MAX, said = UINT32_MAX;
	for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
		uint32_t t = token_named(x->in, periods[i]);
		asked = phrase_has(f->name, t) ? t : asked;
		said = phrase_has(label, t) ? t : said;
	}
	return value_is_figure(f->type) && asked != UINT32_MAX && said != UINT32_MAX && asked != said && !phrase_has(label, asked);
}

/* "DATED this 17th day of October" is when the paper itself was made: no filing_date, no date of a hearing. */
static bool dates_itself(const struct fx *x, const struct plan_field *f, const struct hyp *h)
{
	static const char *const own[] = { "date", "order", "judgment", "decision", "ruling", "document", "letter", "contract", "agreement", "issue", "signature", "signed", "execution", "written", "award",
		"notice", "effective", "deed", "certificate", "report", "statement", "invoice" };
	return str_eq_nocase(x->v->words[h->word].text, STR("dated")) && !h->colon && (f->scope.n || !NAME_WITHIN(x, f, own));
}

/* Set so that it may head what s and the value right of it say: bold or larger than that value, and nothing beside it there. */
static bool heads(const struct fx *x, uint32_t k, uint32_t s)
{
	const struct view_seg *c = &x->v->segs[k], *g = &x->v->segs[s], *value = g + 1;
	const struct view_line *line = &x->v->lines[c->line], *own = &x->v->lines[g->line];
	if (abs(c->box.x0 - g->box.x0) > 2 * x->em || c->words > LABEL_WORDS)
		return false;
	value = s + 1 < own->seg + own->segs ? value : g;
	bool marked = (c->bold && !value->bold) || c->size > value->size + value->size / 8;
	return marked && (k + 1 == line->seg + line->segs || c[1].box.x0 > value->box.x1);
}

/* The segment that heads the column of labels s is in, VIEW_NONE if none does. */
static uint32_t column_heading(const struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	for (uint32_t l = g->line; l-- > x->line0 && g->line - l <= HEADED_LINES && x->v->lines[l].page == g->page;)
		for (uint32_t k = x->v->lines[l].seg; k < x->v->lines[l].seg + x->v->lines[l].segs; k++)
			if (heads(x, k, s))
				return k;
	return VIEW_NONE;
}

static bool has_all(struct phrase p, struct phrase of, struct phrase but)
{
	for (size_t i = 0; i < of.n; i++)
		if (!phrase_has(p, of.tokens[i]) && !phrase_has(but, of.tokens[i]))
			return false;
	return true;
}

/*
 *   Loan information          what a name says more than its label may stand in the heading over it: loan_purpose
 *   Purpose     Purchase
 */
static bool heading_completes(struct fx *x, const struct plan_field *f, const struct hyp *h)
{
	const struct phrase none = { NULL, 0 };
	if (f->name.n < 2 || !h->p.n || h->inside || !has_all(f->name, h->p, none))
		return false;
	uint32_t line = x->v->lines[x->v->segs[h->seg].line].section, over = column_heading(x, h->seg);
	if (line != VIEW_NONE && has_all(fx_phrase(x, x->v->lines[line].word, x->v->lines[line].words), f->name, h->p))
		return true;
	return over != VIEW_NONE && has_all(fx_phrase(x, x->v->segs[over].word, x->v->segs[over].words), f->name, h->p);
}

/* Similarity with the say of the section: what a label without a party lacks, the section may give. */
int ask_similarity(struct fx *x, const struct hyp *h, const struct liking *like)
{
	const struct plan_field *f = &x->plan->fields[like->field];
	uint32_t role = x->role[h->seg - x->seg0];
	int sim = like->sim - (head_conflict(x, f, h->p) ? COST_HEAD : 0) - (h->part ? COST_PART : 0) - (marks_another(x, f, h) ? COST_SIBLING : 0) - (dates_itself(x, f, h) ? COST_PERIOD : 0) -
		  (another_period(x, f, h->p) ? COST_PERIOD : 0);
	int unit = unit_of_label(x, f, h->word, h->words);
	sim += unit > 0 ? BONUS_UNIT : unit < 0 ? -COST_SIBLING : 0;
	sim = sim > 1000 ? 1000 : sim;
	if (sim < SIM_HEADED && sim >= FIELD_LIKES && heading_completes(x, f, h))
		return SIM_HEADED;
	if (role == NO_ROLE || label_names_scope(f, h->p))
		return sim;
	if (!f->scope.n)
		return all_light(x, h->p) ? sim - COST_GENERIC : sim;
	sim += phrase_has(f->scope, role) ? 200 : -200;
	return sim > 1000 ? 1000 : sim;
}

/* ---- judging one value */

/* A value without figures that reads like a label is likely the next one. */
static int label_cost(const struct fx *x, const struct ask *q, const struct cand *c, const struct region *r)
{
	const struct plan_field *f = &x->plan->fields[q->like->field];
	int like = seg_like(x, r->seg);
	const struct view_seg *g = &x->v->segs[r->seg];
	if (r->rel == REL_IN || like < LABEL_MAYBE || is_answer(x, r->seg) || answers_in_cell(x, q->h->seg, r->seg) || !(value_is_text(f->type) || f->type == VALUE_ID))
		return 0;
	return c->value.n == g->words ? COST_LABEL * like / 1000 : 0;
}

/* Behind a label without a colon, words of the lexicon alone go on with the label: "Advertiser Code". */
static int going_on_cost(struct fx *x, const struct ask *q, const struct cand *c, const struct region *r)
{
	enum value_type type = x->plan->fields[q->like->field].type;
	if (r->rel != REL_IN || q->h->colon || c->span)
		return 0;
	if (type == VALUE_ID && !code_digits(x, &c->value))
		return COST_LABEL; /* "CERTIFICATE OF LIVE BIRTH" */
	if (!value_is_text(type) || (!q->h->inside && seg_between_bars(x, r->seg)))
		return 0;
	static const char *const genitive[] = { "of", "for", "de", "du", "des", "di", "del", "della", "dell'", "von", "der", "van", "do", "da" };
	struct phrase p = fx_phrase(x, c->value.words[0], (uint32_t)c->value.n);
	struct str first = x->v->words[c->value.words[0]].text;
	if (STR_ONE_OF(first, genitive) || (first.n > 2 && first.p[0] == 'd' && first.p[1] == '\''))
		return COST_LABEL; /* "COUNTY OF SONOMA" */
	if (p.n && (token_flags(x->in, p.tokens[0]) & TOKEN_LIGHT))
		return COST_LABEL; /* "Event No. 15" */
	for (size_t i = 0; i < p.n; i++)
		if (!token_is_known(p.tokens[i]))
			return 0;
	return COST_LABEL;
}

/* Words that only partly match a label and have no colon may be anything; so may the text beside them. */
static int vague_cost(const struct fx *x, const struct ask *q, const struct region *r)
{
	if (q->h->colon || q->sim >= SIM_VAGUE || r->rel == REL_IN || !value_is_text(x->plan->fields[q->like->field].type))
		return 0;
	int cost = (SIM_VAGUE - q->sim) / 2 + COST_VAGUE;
	return x->caption[q->h->seg - x->seg0] ? cost / 2 : cost; /* in a box of its own the value at least is sure to be one */
}

/* "Page 1", "IBAN NL50…": the segment brings a label of its own. */
static int own_label_cost(struct fx *x, const struct plan_field *f, const struct cand *c, const struct region *r)
{
	if (r->rel == REL_IN || !c->value.n || c->value.words[0] == r->word || value_is_text(f->type))
		return 0;
	uint32_t n = c->value.words[0] - r->word;
	struct phrase p = fx_phrase(x, r->word, n < LABEL_WORDS ? n : LABEL_WORDS);
	if (!lexicon_knows(p) || all_light(x, p))
		return 0;
	return plan_alias_match(x->in, p, f->aliases, f->aliases_n) >= 700 ? 0 : COST_OWN_LABEL;
}

/* "2 bathrooms" is nobody else's 2. */
static int counts_another_cost(struct fx *x, const struct ask *q, const struct cand *c, const struct region *r)
{
	struct liking best;
	uint32_t from = c->value.n ? c->value.words[c->value.n - 1] + 1 : r->end, n = r->end - from;
	if (r->rel == REL_IN || from >= r->end || n > LABEL_WORDS || !value_is_figure(x->plan->fields[q->like->field].type) ||
	    !labels_match(x, fx_phrase(x, from, n), &best, 1))
		return 0;
	return best.field != q->like->field && best.sim >= COUNTED_SURE ? COST_OWN_LABEL : 0;
}

/* Does a plain word stand right before the label, so that the label may only be the end of a longer one? */
static bool runs_on(const struct fx *x, uint32_t word)
{
	struct str w = x->v->words[word - 1].text;
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] >= '0' && w.p[i] <= '9')
			return false;
	return w.n && !word_is_sign(w) && !strchr(",;.)", w.p[w.n - 1]);
}

/* "Net income   1,433   1,189": a row of a statement is the figure that a field of its very name asks for. */
static bool names_row(const struct fx *x, const struct ask *q, const struct cand *c)
{
	const struct plan_field *f = &x->plan->fields[q->like->field];
	return value_is_figure(f->type) && c->rel == REL_RIGHT && q->h->whole && q->sim >= SIM_ROW && !all_light(x, q->h->p);
}

static int score_of(const struct fx *x, const struct ask *q, const struct cand *c)
{
	int s = value_score(c);
	uint32_t word = c->value.n ? c->value.words[0] : q->h->word;
	uint32_t page = x->v->words[word].page - x->scope.page;
	if (q->h->inside && !q->h->colon && runs_on(x, q->h->word))
		s -= COST_RUNS_ON;
	s -= 450 * (q->best > q->sim ? q->best - q->sim : 0) / 1000;
	if (fx_role(x, word) == ROLE_TABLE_BODY)
		s -= names_row(x, q, c) ? COST_TABLE_BODY / 4 : COST_TABLE_BODY;
	if (fx_role(x, q->h->word) == ROLE_TABLE_HEADER || x->grid[x->v->words[q->h->word].line - x->line0])
		s -= COST_TABLE_HEADER;
	if (value_is_figure(x->plan->fields[q->like->field].type) && fx_role(x, q->h->word) == ROLE_TABLE_HEADER && fx_role(x, word) == ROLE_TABLE_HEADER)
		s -= COST_NAMES; /* "Sales 2023" above a column names it */
	if (x->v->segs[q->h->seg].size > x->em + x->em / 5)
		s += BONUS_LARGE;
	s -= (int)(page * COST_PAGE > COST_PAGES ? COST_PAGES : page * COST_PAGE);
	return s;
}

/* Below a heading running text begins. That is a value for fields that want text; others find theirs in its sentences. */
static int prose_cost(const struct fx *x, const struct plan_field *f, const struct cand *c, const struct region *r)
{
	const struct view_line *line = &x->v->lines[x->v->words[r->word].line];
	if (r->rel != REL_BELOW || line->words < PROSE_WORDS || (!(line->flags & VIEW_PROSE) && line->segs > 1))
		return 0;
	if (wants_passage(x, f))
		return 0;
	return c->quality < QUALITY_SURE ? (QUALITY_SURE - c->quality) / 2 : 0;
}

/* The next letter or digit from *i on in small letters, 0 past the last; beyond ASCII bytes are taken as they are. */
static char next_letter(struct str s, size_t *i)
{
	while (*i < s.n) {
		char c = s.p[(*i)++];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 32);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80))
			return c;
	}
	return 0;
}

/* "CIF" for cif, "Date of birth" for date_of_birth: the label is spelled as the property is; another may only mean the same. */
static int spelled_bonus(const struct fx *x, const struct ask *q)
{
	struct str name = x->plan->fields[q->like->field].node->name;
	size_t at = 0;
	for (uint32_t w = q->h->word; w < q->h->word + q->h->words; w++) {
		struct str t = x->v->words[w].text;
		size_t i = 0;
		for (char c; (c = next_letter(t, &i)) != 0;)
			if (c != next_letter(name, &at))
				return 0;
	}
	return next_letter(name, &at) ? 0 : BONUS_SPELLED;
}

/* Do words run on to the label, in its line or from the end of the line above? */
static bool runs_in(const struct fx *x, const struct hyp *h)
{
	const struct view_line *line = &x->v->lines[x->v->segs[h->seg].line];
	if (h->inside || h->word != line->word)
		return h->inside && runs_on(x, h->word);
	bool above = (uint32_t)(line - x->v->lines) > x->line0 && line[-1].words >= PROSE_WORDS && line[-1].page == line->page;
	struct str last = above ? x->v->words[line[-1].word + line[-1].words - 1].text : STR("");
	return last.n && last.p[0] >= 'a' && last.p[0] <= 'z' && !strchr(".:;!?,", last.p[last.n - 1]);
}

/* "determined by the Agent: (1) …", "the Agent means …": a sentence goes on behind the word, which is no label of what follows. */
static int sentence_cost(const struct fx *x, const struct ask *q, const struct cand *c)
{
	static const char *const verbs[] = { "means", "bedeutet", "désigne", "significa", "betekent", "oznacza" };
	struct str w = c->value.n ? x->v->words[c->value.words[0]].text : STR("");
	bool item = w.n > 2 && w.n <= 5 && w.p[0] == '(' && w.p[w.n - 1] == ')';
	if (!w.n || c->rel != REL_IN || !value_is_text(x->plan->fields[q->like->field].type))
		return 0;
	return STR_ONE_OF(w, verbs) || (item && runs_in(x, q->h)) ? COST_NAMES : 0;
}

int ask_score(struct fx *x, const struct ask *q, const struct cand *c, const struct region *r)
{
	const struct plan_field *f = &x->plan->fields[q->like->field];
	return score_of(x, q, c) + spelled_bonus(x, q) - label_cost(x, q, c, r) - own_label_cost(x, f, c, r) - counts_another_cost(x, q, c, r) - going_on_cost(x, q, c, r) - vague_cost(x, q, r) -
	       prose_cost(x, f, c, r) - sentence_cost(x, q, c);
}
