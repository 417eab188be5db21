/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-weed - what labels found inside sentences: a word in the middle of one is no label of all that follows,
 * and the number of a clause is no figure.
 *
 *   … said the chair Ann Lee. The mayor praised …   "Ann Lee. The mayor praised" is no name
 *   § 5 Deposit                                     5 is no deposit
 *   Difficulty: easy.                               the stop is the sentence's
 */
#include "extract/field-prose.h"
#include "extract/plan-private.h"

static const char *const clause_words[] = { "article", "section", "clause", "artikel", "articolo", "artículo" };

enum { SENTENCE_LEAST = 10, COST_MIDDLE = 260, SHORT_VALUE = 6, SENTENCE_SHORT = 6, GOES_ON_LEAST = 5, SIGNED_LINES = 4 };

static bool is_figure_type(enum value_type t)
{
	return t == VALUE_NUMBER || t == VALUE_INTEGER || t == VALUE_MONEY || t == VALUE_PERCENT || t == VALUE_YEAR || t == VALUE_DURATION;
}

/* "2.1 Initial Term. …" below a label, "Section 2.2  Interest  16" in a table of contents: numbers of clauses and of pages. */
static bool is_place_number(const struct fx *x, const struct cand *c)
{
	if (c->value.n != 1 || !c->span || c->rel == REL_FACT)
		return false;
	uint32_t w = c->value.words[0];
	const struct view_line *l = &x->v->lines[x->v->words[w].line];
	struct str t = x->v->words[w].text, first = x->v->words[l->word].text;
	bool clause = w == l->word && l->words > 2 && memchr(t.p, '.', t.n) && t.n <= 5 && word_is_capital(x->v->words[w + 1].text);
	bool numbered = STR_ONE_OF(first, clause_words) && l->words > 3 && str_has_digit(x->v->words[l->word + 1].text);
	return (clause && c->rel == REL_BELOW) || (numbered && w + 1 == l->word + l->words && t.n <= 3);
}

static bool is_number_of_clause(const struct fx *x, const struct cand *c)
{
	return is_place_number(x, c) || (c->span && c->value.n == 1 && c->value.words[0] == c->span->word && is_part_number(x, c->span->word));
}

/* An item of a list that nothing names, or the rest of a heading with two subjects. */
static bool is_item(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	if (!takes_text(f) || !c->value.n)
		return false;
	struct str w = x->v->words[c->value.words[0]].text;
	if (c->value.n == 1 && w.n > 3 && word_is_vocative(w) && word_is_capital(w))
		return true; /* "Herrn" is nobody */
	if (c->rel == REL_IN && c->labels && c->value.words[0] == c->label + c->labels && word_joins(w))
		return true; /* "Term | and survival" */
	if (c->rel != REL_FREE || c->value.n < 3)
		return false;
	return str_eq_z(w, "•") || str_eq_z(w, "-") || str_eq_z(w, "·") || str_eq_z(w, "▪");
}

/* Does the segment go on with the sentence of the line above: "…, if the / horse limps"? */
static bool goes_on(const struct fx *x, const struct view_seg *g)
{
	const struct view_line *line = &x->v->lines[g->line];
	const struct view_line *up = g->line > x->line0 ? line - 1 : NULL;
	if (!up || up->words < GOES_ON_LEAST || up->page != line->page || line->seg != (uint32_t)(g - x->v->segs) || x->v->segs[up->seg].block != g->block)
		return false;
	struct str w = x->v->words[up->word + up->words - 1].text;
	return w.n && word_starts_lower(w) && !strchr(".:;!?,", w.p[w.n - 1]);
}

/* Is the label words amid a sentence, without a colon, and the value the rest of its line? */
static bool is_middle(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	if (c->rel != REL_IN || !c->labels || !c->value.n || c->value.words[0] < c->label)
		return false;
	const struct view_seg *g = &x->v->segs[x->v->words[c->label].seg];
	struct str last = x->v->words[c->label + c->labels - 1].text;
	if (last.n > 4 && last.p[last.n - 1] == '.' && g->words >= SENTENCE_LEAST)
		return true; /* the label ends a sentence, the value is of the next */
	if (!takes_text(f) || c->span || c->value.n < 2)
		return false;
	struct str stop = x->v->words[g->word + g->words - 1].text;
	bool prose = x->v->lines[g->line].flags & VIEW_PROSE || g->words >= (stop.p[stop.n - 1] == '.' ? SENTENCE_SHORT : SENTENCE_LEAST);
	return !word_ends_label(last) && ((prose && c->label > g->word) || goes_on(x, g));
}

/* "To: Project Team": what stands behind another label is its value, and no label. */
static bool is_answer_to_other(const struct fx *x, const struct cand *c)
{
	if (c->rel != REL_IN || !c->labels || c->label < x->word0 || word_ends_label(x->v->words[c->label + c->labels - 1].text))
		return false;
	uint32_t from = x->v->segs[x->v->words[c->label].seg].word;
	from -= from > x->word0 && x->v->words[from - 1].line == x->v->words[from].line;
	for (uint32_t w = from; w < c->label; w++)
		if (word_ends_label(x->v->words[w].text))
			return true;
	return false;
}

/* Words that say what happened name nobody: "Plaintiff Halvorsen filed this action". */
static bool tells(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	static const char *const inner[] = { "von", "van", "den", "der", "del", "dos", "das", "und", "and", "the", "des", "für", "for" };
	size_t small = 0;
	if ((f->type != VALUE_PERSON && f->type != VALUE_ORG) || c->rel == REL_FACT || c->value.mark || c->value.fact)
		return false;
	for (size_t i = 1; i < c->value.n; i++) {
		struct str w = x->v->words[c->value.words[i]].text;
		small += word_starts_lower(w) && w.n >= 3 && !STR_ONE_OF(w, inner);
	}
	return small >= 2 && x->v->lines[x->v->words[c->value.words[0]].line].flags & VIEW_PROSE;
}

/* "4.1 Delivery. All goods …" below a label is the next clause, "4. Fees" its heading. */
static bool is_clause_below(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	if (c->rel != REL_BELOW || !takes_text(f) || c->value.n < 2 || wants_passage(x, f))
		return false;
	struct str number = x->v->words[c->value.words[0]].text, head = x->v->words[c->value.words[1]].text;
	size_t digits = 0, stops = 0;
	for (size_t i = 0; i < number.n; i++) {
		digits += number.p[i] >= '0' && number.p[i] <= '9';
		stops += number.p[i] == '.';
	}
	bool numbered = digits && digits <= 4 && stops && digits + stops == number.n && word_is_capital(head);
	return numbered || (STR_ONE_OF(number, clause_words) && str_has_digit(head));
}

/* "a | Delaware corporation" says what a firm is, and names none. */
static bool is_kind_of_firm(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	static const char *const kinds[] = { "corporation", "company", "partnership", "association", "cooperative", "trust" };
	if ((f->type != VALUE_ORG && f->type != VALUE_TEXT) || c->rel == REL_FACT || c->value.n < 2 || c->value.n > 5)
		return false;
	static const char *const asked[] = { "state", "jurisdiction", "kind", "type", "form", "entity" };
	struct str last = x->v->words[c->value.words[c->value.n - 1]].text;
	while (last.n && strchr(",.;:)", last.p[last.n - 1]))
		last.n--;
	return word_starts_lower(last) && STR_ONE_OF(last, kinds) && !NAME_HAS(x, f, asked);
}

/* "Attention: Ann Lee" is no address. */
static bool is_no_address(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	if (f->type != VALUE_ADDRESS || c->rel == REL_FACT || !c->value.n || c->value.n > 4 || c->value.fact || c->value.mark)
		return false;
	for (size_t i = 0; i < c->value.n; i++) {
		if (str_has_digit(x->v->words[c->value.words[i]].text) || !word_is_capital(x->v->words[c->value.words[i]].text))
			return false;
		for (const struct span *p = NULL; (p = span_next(x, c->value.words[i], p)) != NULL;)
			if (p->type == SPAN_STREET || p->type == SPAN_POSTAL_CITY || p->type == SPAN_COUNTRY)
				return false;
	}
	static const char *const labels[] = { "attention:", "attn:", "attn.:", "attention" };
	return c->labels == 1 && STR_ONE_OF(x->v->words[c->label].text, labels);
}

/* "and" is no value. */
static bool is_joiner(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	return takes_text(f) && c->value.n == 1 && word_joins(x->v->words[c->value.words[0]].text);
}

/* "Department of Cardiology": what the label is of belongs to the name. */
static void label_join(struct fx *x, const struct plan_field *f, struct cand *c)
{
	static const char *const of[] = { "of", "de", "für", "di", "du", "del", "van", "voor", "for", "do", "da", "della" };
	if (c->rel != REL_IN || !takes_text(f) || !c->labels || !c->value.n || c->value.words[0] != c->label + c->labels || c->value.skip)
		return;
	uint32_t seg = x->v->words[c->label].seg, last = c->value.words[c->value.n - 1];
	if (x->v->segs[seg].word != c->label || word_ends_label(x->v->words[c->label + c->labels - 1].text) || !STR_ONE_OF(x->v->words[c->value.words[0]].text, of) ||
	    !word_is_capital(x->v->words[c->label].text) || c->value.n > 6 || x->v->words[last].seg != seg)
		return;
	struct found whole = found_run(x, c->label, last + 1 - c->label);
	whole.cut = c->value.cut;
	whole.score = c->value.score;
	if (whole.n)
		c->value = whole;
}

/* "Ann Lee" <ann@lee.example>: the name alone. */
static void mail_cut(const struct fx *x, const struct plan_field *f, struct cand *c)
{
	struct found *v = &c->value;
	if (!takes_text(f) || !v->n || v->canon.n || v->mark || v->fact)
		return;
	struct str last = x->v->words[v->words[v->n - 1]].text;
	if (v->n > 1 && last.p[0] == '<' && memchr(last.p, '@', last.n)) {
		v->n--;
		v->cut = 0;
	}
	struct str first = x->v->words[v->words[0]].text;
	last = x->v->words[v->words[v->n - 1]].text;
	if (!v->skip && !v->cut && first.n > 2 && first.p[0] == '"' && last.n > 2 && last.p[last.n - 1] == '"')
		v->skip = v->cut = 1;
}

/* The sign that ends a sentence or a bracket opened before the value. */
static void sign_cut(const struct fx *x, const struct plan_field *f, struct cand *c)
{
	struct found *v = &c->value;
	if (!takes_text(f) || !v->n || v->n > SHORT_VALUE || v->cut || v->canon.n || v->mark || v->fact || !c->labels)
		return;
	uint32_t at = v->words[v->n - 1];
	struct str w = x->v->words[at].text;
	const struct view_seg *g = &x->v->segs[x->v->words[at].seg];
	bool opened = false, ends = at + 1 == g->word + g->words || (x->v->words[at + 1].text.p[0] >= 'A' && x->v->words[at + 1].text.p[0] <= 'Z');
	for (size_t i = 0; i < v->n; i++)
		opened |= memchr(x->v->words[v->words[i]].text.p, '(', x->v->words[v->words[i]].text.n) != NULL;
	bool sentence = g->words >= SENTENCE_LEAST || x->v->blocks[g->block].segs_n > 1;
	static const char *const forms[] = { "corp.", "assn.", "bros." };
	size_t n = w.n;
	while (n > 1 && !STR_ONE_OF(w, forms) && ((w.p[n - 1] == ')' && !opened) || (w.p[n - 1] == '.' && n == w.n && ends && sentence && (n > 4 || v->n == 1) && !memchr(w.p, '.', n - 1))))
		n--;
	v->cut = (uint16_t)(w.n - n);
}

static bool is_none(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	return (is_figure_type(f->type) && is_number_of_clause(x, c)) || is_item(x, f, c) || is_joiner(x, f, c) || is_no_address(x, f, c) || is_clause_below(x, f, c) || is_kind_of_firm(x, f, c);
}

/* "Name:", "Title:", "Date:" below the line that is signed are of who signs. */
static bool is_of_signature(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	static const char *const labels[] = { "name:", "title:", "its:", "date:", "by:" };
	if (!c->labels || c->labels > 2 || c->label < x->word0 || f->name.n < 2 || text_find(f->node->name, "sign") != SIZE_MAX || !STR_ONE_OF(x->v->words[c->label].text, labels))
		return false;
	uint32_t line = x->v->words[c->label].line;
	for (uint32_t l = line < x->line0 + SIGNED_LINES ? x->line0 : line - SIGNED_LINES; l <= line; l++)
		for (uint32_t s = x->v->lines[l].seg; s < x->v->lines[l].seg + x->v->lines[l].segs; s++)
			if (seg_is_signing(x, s))
				return true;
	return false;
}

static bool is_doubtful(const struct fx *x, const struct plan_field *f, const struct cand *c)
{
	return is_middle(x, f, c) || is_answer_to_other(x, c) || tells(x, f, c) || value_rambles(x, f, c) || label_is_capacity(x, f, c) || is_of_signature(x, f, c);
}

static void field_weed(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	struct cand_list all = x->cands[field];
	bool changed = false;
	for (uint32_t i = 0; i < all.n; i++) {
		label_join(x, f, &all.items[i]);
		mail_cut(x, f, &all.items[i]);
		sign_cut(x, f, &all.items[i]);
		value_narrow(x, f, &all.items[i]);
		changed |= is_none(x, f, &all.items[i]) || is_doubtful(x, f, &all.items[i]);
	}
	if (!changed)
		return;
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		struct cand c = all.items[i];
		if (is_none(x, f, &c))
			continue;
		c.score -= is_doubtful(x, f, &c) ? COST_MIDDLE : 0;
		c.value.score = c.score;
		cand_add(x, field, c);
	}
}

void prose_weed(struct fx *x)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		field_weed(x, f);
	names_split(x);
}
