/* SPDX-License-Identifier: Apache-2.0 */
/* field-like - how much a segment reads like a label, and which lines of labels head tables. */
#include "extract/field-private.h"
#include <stdlib.h>

#define LIKE_VOCABULARY 650
#define LIKE_PAIR 900
#define LIKE_SURE 900
#define LIKE_ANSWER (-1) /* it stands where the value of a label does */
#define UNDER_EMS 2
#define BOX_NUMBER 6 /* most bytes of the number of a box */
#define BOX_DIGITS 3

/* "Original Date / Revision" is a label nobody listed. */
bool phrase_is_vocabulary(struct phrase p)
{
	for (size_t i = 0; i < p.n; i++)
		if (!token_is_known(p.tokens[i]))
			return false;
	return p.n > 0;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool has_letter(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (is_letter(w.p[i]))
			return true;
	return false;
}

/* "II.1.2)", "I.3)", "IV.2.2": parts of an official form, Roman numbers before Arabic ones. */
bool word_is_section_number(struct str w)
{
	size_t i = 0, parts = 0;
	while (w.n && strchr(").:", w.p[w.n - 1]))
		w.n--;
	while (i < w.n && strchr("IVX", w.p[i]))
		i++;
	for (bool roman = i > 0; roman && i + 1 < w.n && w.p[i] == '.' && w.p[i + 1] >= '0' && w.p[i + 1] <= '9'; parts++)
		for (i++; i < w.n && w.p[i] >= '0' && w.p[i] <= '9';)
			i++;
	return parts > 0 && i == w.n;
}

/* "12", "101", "2(a)", "10b", "C.1.1", "(a)", "7": short runs of digits, single letters, and the signs between them. */
bool word_is_box_number(struct str w)
{
	size_t digits = 0, letters = 0, parts = 0;
	if (word_is_section_number(w))
		return true;
	while (w.n && strchr(".):", w.p[w.n - 1]))
		w.n--;
	for (size_t i = 0; i < w.n && w.n <= BOX_NUMBER; i++) {
		bool digit = w.p[i] >= '0' && w.p[i] <= '9', letter = is_letter(w.p[i]);
		if (!digit && !letter && !strchr(".(", w.p[i]))
			return false;
		digits = digit ? digits + 1 : 0;
		letters = letter ? letters + 1 : 0;
		if (digits > BOX_DIGITS || letters > 1)
			return false;
		parts += digits == 1 || letters == 1;
	}
	return (parts > 0 && w.n <= BOX_NUMBER) || w.n == 1;
}

uint32_t seg_numbering(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	struct str w = x->v->words[g->word].text;
	if (g->words < 2 || !word_is_box_number(w) || x->caption[seg - x->seg0] == CAPTION_VALUE)
		return 0;
	if (w.n == 2 && w.p[0] >= 'A' && w.p[0] <= 'Z' && w.p[1] == '.' && x->caption[seg - x->seg0] != CAPTION) {
		const struct phrase *next = &x->word[g->word + 1 - x->word0]; /* "L. M. Draper" has initials */
		return next->n && token_is_known(next->tokens[0]);
	}
	bool signs = w.p[0] == '(' || strchr(".)", w.p[w.n - 1]) != NULL, mixed = str_has_digit(w) && has_letter(w);
	return x->caption[seg - x->seg0] == CAPTION || signs || mixed;
}

bool seg_among_links(const struct fx *x, uint32_t seg)
{
	const struct view_line *line = &x->v->lines[x->v->segs[seg].line];
	uint32_t bars = 0;
	for (uint32_t w = line->word; w < line->word + line->words; w++) {
		struct str t = x->v->words[w].text;
		if (str_has_digit(t) || word_ends_label(t))
			return false;
		bars += str_eq_z(t, "|");
	}
	return bars > 1;
}

bool seg_in_square_brackets(const struct fx *x, const struct view_seg *g)
{
	struct str first = x->v->words[g->word].text, last = x->v->words[g->word + g->words - 1].text;
	return first.n && last.n && first.p[0] == '[' && last.p[last.n - 1] == ']';
}

/* So does “To order”. */
static bool in_quotes(const struct fx *x, const struct view_seg *g)
{
	struct str first = x->v->words[g->word].text, last = x->v->words[g->word + g->words - 1].text;
	return (str_starts(first, STR("\xE2\x80\x9C")) || str_starts(first, STR("\xE2\x80\x9E")) || first.p[0] == '"') &&
	       (str_ends(last, STR("\xE2\x80\x9D")) || str_ends(last, STR("\xE2\x80\x9C")) || last.p[last.n - 1] == '"');
}

/* The segment that begins where s does right below it, on whatever line of the page that is; VIEW_NONE if none does. */
static uint32_t seg_under(const struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	for (uint32_t l = g->line + 1; l < x->line1 && x->v->lines[l].page == g->page; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (line->box.y0 - g->box.y1 > UNDER_EMS * x->em)
			break;
		for (uint32_t k = line->seg; k < line->seg + line->segs; k++)
			if (abs(x->v->segs[k].box.x0 - g->box.x0) <= x->em / 2)
				return k;
	}
	return VIEW_NONE;
}

/*
 *   Bill to:          Date      3 May 2024     a colon answered below, in a block of its own: what stands right of it is the
 *   Crestview Ltd     Terms     30 days        label of what stands right of that
 */
static bool begins_pair(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s], *left = g - 1;
	const struct view_line *line = &x->v->lines[g->line];
	uint32_t under = seg_under(x, s - 1);
	return under != VIEW_NONE && x->v->segs[under].block == left->block && g->block != left->block && s + 1 < line->seg + line->segs &&
	       g->words <= LABEL_WORDS && lexicon_knows(fx_phrase(x, g->word, g->words));
}

bool seg_answers_label(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s], *left = g - 1;
	if (x->label_like[s - x->seg0] == LIKE_ANSWER)
		return true;
	return s > x->v->lines[g->line].seg && word_ends_label(x->v->words[left->word + left->words - 1].text) &&
	       left->words <= LABEL_WORDS && !begins_pair(x, s);
}

/* "Order no.: 45-0033": a known label with its value is nobody else's value. */
static bool is_pair(struct fx *x, const struct view_seg *g)
{
	for (uint32_t n = 1; n < g->words && n <= LABEL_WORDS; n++)
		if (word_ends_label(x->v->words[g->word + n - 1].text))
			return lexicon_knows(fx_phrase(x, g->word, n));
	return false;
}

static int measure(struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	struct liking like;
	struct phrase p;
	if (seg_in_square_brackets(x, g) || in_quotes(x, g))
		return 0;
	if (word_ends_label(x->v->words[g->word + g->words - 1].text))
		return g->words <= LABEL_WORDS + 2 ? 1000 : 600;
	if (is_pair(x, g))
		return LIKE_PAIR;
	if (seg_answers_label(x, s))
		return 0;
	uint32_t box = seg_numbering(x, s);
	if (!box && g->words > 2 && word_is_box_number(x->v->words[g->word].text)) /* "1 Wages, tips" */
		box = 1;
	if (g->words > LABEL_WORDS + box)
		return 0;
	p = fx_phrase(x, g->word + box, g->words - box);
	int sim = labels_match(x, p, &like, 1) ? like.sim : 0;
	if (sim < 900 && lexicon_knows(p))
		sim = 900;
	else if (sim < LIKE_VOCABULARY && phrase_is_vocabulary(p))
		sim = LIKE_VOCABULARY;
	for (uint32_t w = g->word + box; sim && w < g->word + g->words; w++)
		if (str_has_digit(x->v->words[w].text))
			sim = sim * 6 / 10; /* labels seldom hold figures */
	return sim;
}

/* Does a line look like a row of a table: several segments, figures among them? */
static bool is_row(const struct fx *x, uint32_t l, uint32_t segs)
{
	const struct view_line *line = &x->v->lines[l];
	uint32_t figures = 0;
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++)
		figures += str_has_digit(x->v->words[x->v->segs[s].word].text);
	return line->segs * 10 >= segs * 6 && line->segs >= 3 && figures >= 2;
}

static uint32_t labels_in(const struct fx *x, uint32_t l)
{
	const struct view_line *line = &x->v->lines[l];
	uint32_t n = 0;
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++)
		n += x->label_like[s - x->seg0] >= LIKE_VOCABULARY;
	return n;
}

/* Labels side by side over several rows head a table; over one row they are a form. */
static void grids_measure(struct fx *x)
{
	for (uint32_t l = x->line0; l < x->line1; l++) {
		const struct view_line *line = &x->v->lines[l];
		uint32_t rows = 0;
		if (labels_in(x, l) < 3 || line->segs < 4)
			continue;
		for (uint32_t k = l + 1; k < x->line1 && k <= l + 8 && x->v->lines[k].page == line->page; k++) {
			if (rows && labels_in(x, k) >= 3)
				break; /* the next table, or the next part of a form */
			rows += is_row(x, k, line->segs);
		}
		x->grid[l - x->line0] = rows >= 2;
	}
}

/* ---- known words that answer a label */

static bool is_label(const struct fx *x, uint32_t s, int least)
{
	return x->label_like[s - x->seg0] >= least;
}

/* A sure label, or one set bold beside what is not. */
static bool has_label_left(const struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	return s > x->v->lines[g->line].seg && is_label(x, s - 1, g[-1].bold && !g->bold ? LIKE_VOCABULARY : LIKE_SURE);
}

/* The segment of a line that begins where s does, VIEW_NONE if none does. */
static uint32_t seg_over(const struct fx *x, const struct view_line *line, uint32_t s)
{
	for (uint32_t k = line->seg; k < line->seg + line->segs; k++)
		if (abs(x->v->segs[k].box.x0 - x->v->segs[s].box.x0) <= x->em / 2)
			return k;
	return VIEW_NONE;
}

/* On the line above a value stands over s and a sure label over the next: the last label of the line is left blank. */
static bool pairs_above(const struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	if (g->line == x->line0 || x->v->lines[g->line - 1].page != g->page)
		return false;
	uint32_t over = seg_over(x, &x->v->lines[g->line - 1], s), next = seg_over(x, &x->v->lines[g->line - 1], s + 1);
	return over != VIEW_NONE && next != VIEW_NONE && !is_label(x, over, LIKE_SURE) && is_label(x, next, LIKE_SURE) && has_label_left(x, over);
}

/*
 *   Pharmacy    South Pharmacy     E-mail   ann@example.org    right of a sure label, with nothing of its own to the right
 *   Status      single             Phone    -                  and below both the next such pair or nothing: an answer
 */
static bool answers_left(const struct fx *x, uint32_t s)
{
	const struct view_line *line = &x->v->lines[x->v->segs[s].line];
	if (!has_label_left(x, s) || x->caption[s - x->seg0] || x->caption[s - 1 - x->seg0] || x->grid[x->v->segs[s].line - x->line0])
		return false;
	uint32_t end = line->seg + line->segs;
	if (s + 1 < end && (!is_label(x, s + 1, LIKE_VOCABULARY) || (s + 2 == end && !pairs_above(x, s)) || (s + 2 < end && is_label(x, s + 2, LIKE_SURE))))
		return false; /* what stands to the right is the value of this, or the last of a row of heads */
	uint32_t under = seg_under(x, s), under_label = seg_under(x, s - 1);
	return (under == VIEW_NONE || has_label_left(x, under)) && (under_label == VIEW_NONE || is_label(x, under_label, LIKE_SURE)) &&
	       (under != VIEW_NONE || under_label != VIEW_NONE || line->segs == 2);
}

/* What a field of the schema is called is no answer to another label. */
static bool is_asked_for(struct fx *x, const struct view_seg *g)
{
	struct liking like;
	return labels_match(x, fx_phrase(x, g->word, g->words), &like, 1) && like.sim >= LIKE_SURE;
}

/* In a column of labels, two lines above and the next below: one of them, whatever stands in between. */
static bool is_among_labels(const struct fx *x, uint32_t s)
{
	const struct view_seg *g = &x->v->segs[s];
	uint32_t over = g->line >= x->line0 + 2 ? seg_over(x, &x->v->lines[g->line - 2], s) : VIEW_NONE, under = seg_under(x, s);
	return over != VIEW_NONE && under != VIEW_NONE && x->v->segs[over].page == g->page && is_label(x, over, LIKE_SURE) && is_label(x, under, LIKE_SURE) &&
	       x->v->segs[over].bold == g->bold;
}

/*
 *   Department    City       a row of which each stands under a label of the one above, and that no label could be all of:
 *   Sales         Leeds      what is under a label asked for answers it. One by itself must be set otherwise than its label.
 */
static void row_answers(struct fx *x, uint32_t l)
{
	const struct view_line *over = &x->v->lines[l - 1], *line = over + 1;
	bool plain = false, set = line->segs == 1 && x->v->segs[line->seg].bold != x->v->segs[over->seg].bold;
	if (over->page != line->page || line->box.y0 - over->box.y1 > UNDER_EMS * x->em || x->grid[l - 1 - x->line0] || line->flags & VIEW_PROSE)
		return;
	for (uint32_t k = over->seg; k < over->seg + over->segs; k++)
		if (!is_label(x, k, LIKE_VOCABULARY) || x->caption[k - x->seg0])
			return;
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		if (seg_over(x, over, s) == VIEW_NONE || x->caption[s - x->seg0])
			return;
		plain |= !is_label(x, s, LIKE_VOCABULARY);
	}
	for (uint32_t s = line->seg; (plain || set) && s < line->seg + line->segs; s++) {
		const struct view_seg *g = &x->v->segs[s];
		if (is_label(x, s, 1) && x->key[s - x->seg0] != KEY_LABEL && !is_among_labels(x, s) && !word_ends_label(x->v->words[g->word + g->words - 1].text) && !is_pair(x, g) && !is_asked_for(x, g) &&
		    is_asked_for(x, &x->v->segs[seg_over(x, over, s)]))
			x->label_like[s - x->seg0] = LIKE_ANSWER;
	}
}

static void answers_find(struct fx *x)
{
	for (uint32_t l = x->line0 + 1; l < x->line1; l++)
		row_answers(x, l);
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		const struct view_seg *g = &x->v->segs[s];
		bool colon = word_ends_label(x->v->words[g->word + g->words - 1].text);
		if (!colon && is_label(x, s, 1) && x->key[s - x->seg0] != KEY_LABEL && answers_left(x, s) && !is_pair(x, g) && !is_asked_for(x, g))
			x->label_like[s - x->seg0] = LIKE_ANSWER;
	}
}

bool labels_measure(struct fx *x)
{
	for (uint32_t s = x->seg0; s < x->seg1; s++)
		x->label_like[s - x->seg0] = (int16_t)measure(x, s);
	if (!keys_find(x))
		return false;
	grids_measure(x);
	answers_find(x);
	return true;
}
