/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/legible.h"

#include <string.h>

/*
 * Of texts with a word below that, hardly one in ten is right; of a long one some word may be guessed. Figures are fewer
 * signs to choose from, and what has a form of its own (a date, a telephone number) was checked by it.
 */
enum { LEAST = 40, LEAST_FIGURES = 30, LEAST_FORM = 10, LONG = 6 /* words */ };

/*
 * Handwriting is read into words, too. Half of the letters of print, however poor, are surer than 75, half of those of
 * handwriting less sure than 70; where print and handwriting share a page, half of the letters are surer than 90 and what
 * was written by hand lies far below.
 */
enum { LEAST_USUAL = 72, GUESSED = 80, FALL = 15, FALL_FIGURES = 20, SURE = 85, COLUMN = 2, BESIDE = 2, LEAST_LETTERS = 24,
	DAY = 10 /* "2024-03-09" */ };

static int least_for(enum value_type t)
{
	static const uint8_t least[VALUE_TYPES] = {
		[VALUE_NUMBER] = LEAST_FIGURES, [VALUE_INTEGER] = LEAST_FIGURES, [VALUE_MONEY] = LEAST_FIGURES,
		[VALUE_PERCENT] = LEAST_FIGURES, [VALUE_DATE] = LEAST_FORM, [VALUE_TIME] = LEAST_FORM,
		[VALUE_DATETIME] = LEAST_FORM, [VALUE_EMAIL] = LEAST_FORM, [VALUE_PHONE] = LEAST_FORM,
		[VALUE_URL] = LEAST_FORM, [VALUE_IBAN] = LEAST_FORM, [VALUE_VAT_ID] = LEAST_FORM,
	};
	return least[t] ? least[t] : LEAST;
}

/* Letters and figures; signs between words are often specks. */
static size_t letters_of(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i], low = c | 32;
		n += (c >= '0' && c <= '9') || (low >= 'a' && low <= 'z') || c >= 0xC3;
	}
	return n;
}

/* How sure half of the page's letters are, at least; 100: no letters were recognised, or too few to tell. */
static int usual_conf(const struct doc_page *p)
{
	size_t counts[101] = { 0 }, all = 0, half = 0, recognised = 0;
	int conf = 0;
	for (size_t i = 0; i < p->words_n; i++) {
		const struct doc_word *w = &p->words[i];
		size_t n = w->flags & DOC_HIDDEN ? 0 : letters_of(doc_word_text(p, w));
		counts[w->conf > 100 ? 100 : w->conf] += n;
		recognised += w->source == DOC_SOURCE_OCR ? n : 0;
		all += n;
	}
	if (recognised < LEAST_LETTERS)
		return 100;
	while (conf < 100 && (half += counts[conf]) * 2 < all)
		conf++;
	return conf;
}

/* A text layer's own hidden words are sure; those of recognition never are. */
bool page_is_unread(const struct doc_page *p)
{
	size_t shown = 0, doubted = 0;
	for (size_t i = 0; i < p->words_n; i++) {
		const struct doc_word *w = &p->words[i];
		shown += !(w->flags & DOC_HIDDEN);
		doubted += (w->flags & DOC_HIDDEN) && w->source == DOC_SOURCE_OCR && w->conf < 100;
	}
	return p->fault != ERR_NONE || doubted > shown || usual_conf(p) < LEAST_USUAL;
}

int found_percent(const struct view *v, const struct found *f)
{
	int least = 100;
	for (size_t i = 0; i < f->n; i++)
		if (v->words[f->words[i]].conf < least)
			least = v->words[f->words[i]].conf;
	return least;
}

/* Mean parse confidence of the value's words, by their length. */
static size_t found_mean(const struct view *v, const struct found *f)
{
	size_t sum = 0, n = 0;
	for (size_t i = 0; i < f->n; i++) {
		const struct view_word *w = &v->words[f->words[i]];
		sum += w->conf * w->text.n;
		n += w->text.n;
	}
	return n ? sum / n : 100;
}

static bool has_figure(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* Do both words end in one column? */
static bool ends_below(const struct view_word *a, const struct view_word *b)
{
	int32_t apart = a->box.x1 - b->box.x1, wide = (a->box.x1 - a->box.x0) / (int32_t)(a->text.n ? a->text.n : 1);
	return a->line != b->line && (apart < 0 ? -apart : apart) <= wide;
}

/* Do figures as sure as print end in one column with the word? */
static bool in_column(const struct view *v, uint32_t word)
{
	const struct view_page *p = &v->pages[v->words[word].page];
	size_t others = 0;
	for (uint32_t k = p->word; has_figure(v->words[word].text) && k < p->word + p->words; k++)
		others += v->words[k].conf >= SURE && has_figure(v->words[k].text) && ends_below(&v->words[word], &v->words[k]);
	return others >= COLUMN;
}

static bool stands_again(const struct view *v, uint32_t word)
{
	struct str t = v->words[word].text;
	const struct view_page *p = &v->pages[v->words[word].page];
	for (uint32_t k = p->word; has_figure(t) && letters_of(t) > 1 && k < p->word + p->words; k++)
		if (k != word && v->words[k].conf >= LEAST_FIGURES && str_eq(v->words[k].text, t))
			return true;
	return false;
}

/*
 * Figures that stand on the page once more, in a column of others or in a row of them are print, and so is a text beside
 * such figures: nobody writes into the columns of a slip or the rows of a table.
 */
static bool is_printed(const struct view *v, bool figures, const struct found *f)
{
	const struct view_line *l = &v->lines[v->words[f->words[0]].line];
	size_t beside = 0;
	for (size_t i = 0; i < f->n && figures; i++)
		if (stands_again(v, f->words[i]) || in_column(v, f->words[i]))
			return true;
	for (uint32_t w = l->word; w < l->word + l->words && figures; w++)
		beside += w != f->words[0] && v->words[w].conf >= SURE && has_figure(v->words[w].text);
	if (beside >= BESIDE)
		return true;
	for (uint32_t w = l->word; w < l->word + l->words && !figures; w++)
		if (v->words[w].conf >= SURE && in_column(v, w))
			return true;
	return false;
}

/* One bad word among good ones: a fold, a stamp. */
static bool is_mostly_sure(const struct view *v, const struct found *f)
{
	size_t sure = 0, all = 0;
	for (size_t i = 0; i < f->n; i++) {
		const struct view_word *w = &v->words[f->words[i]];
		size_t n = letters_of(w->text);
		all += n;
		sure += w->conf >= SURE ? n : 0;
	}
	return sure * 2 > all;
}

/* Was the value likely written by hand? */
static bool is_guess(const struct view *v, const struct plan_field *field, const struct found *f)
{
	/* Of figures a telephone number may have any, and a month lacks the day that would not fit. */
	bool loose = field->type == VALUE_PHONE || (field->type == VALUE_DATE && f->canon.n && f->canon.n < DAY);
	bool figures = least_for(field->type) == LEAST_FIGURES, form = least_for(field->type) == LEAST_FORM && !loose;
	size_t mean = found_percent(v, f) == 100 ? 100 : found_mean(v, f);
	if (!f->n || mean == 100)
		return false;
	int usual = usual_conf(v->pages[v->words[f->words[0]].page].page);
	if (usual < LEAST_USUAL)
		return true;
	if (form || mean >= GUESSED)
		return false;
	return (int)mean + (figures ? FALL_FIGURES : FALL) < usual && !is_mostly_sure(v, f) && !is_printed(v, figures, f);
}

bool found_is_unread(const struct view *v, const struct plan_field *field, const struct found *f)
{
	if (is_guess(v, field, f))
		return true;
	if (f->n >= LONG)
		return found_mean(v, f) < (size_t)LEAST;
	for (size_t i = 0; i < f->n; i++) {
		const struct view_word *w = &v->words[f->words[i]];
		if (w->conf < least_for(field->type) && (f->n == 1 || letters_of(w->text)))
			return true;
	}
	return false;
}
