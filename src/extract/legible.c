/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/legible.h"

/*
 * Of texts with a word below that, hardly one in ten is right; of a long one some word may be guessed. Figures are fewer
 * signs to choose from, and what has a form of its own (a date, a telephone number) was checked by it.
 */
enum { LEAST = 40, LEAST_FIGURES = 30, LEAST_FORM = 10, LONG = 6 /* words */ };

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

/* A text layer's own hidden words are sure; those of recognition never are. */
bool page_is_unread(const struct doc_page *p)
{
	size_t shown = 0, doubted = 0;
	for (size_t i = 0; i < p->words_n; i++) {
		const struct doc_word *w = &p->words[i];
		shown += !(w->flags & DOC_HIDDEN);
		doubted += (w->flags & DOC_HIDDEN) && w->source == DOC_SOURCE_OCR && w->conf < 100;
	}
	return p->fault != ERR_NONE || doubted > shown;
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

/* A letter or a figure; signs between words are often specks. */
static bool says_something(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i], low = c | 32;
		if ((c >= '0' && c <= '9') || (low >= 'a' && low <= 'z') || c >= 0xC3)
			return true;
	}
	return false;
}

bool found_is_unread(const struct view *v, const struct plan_field *field, const struct found *f)
{
	if (f->n >= LONG)
		return found_mean(v, f) < (size_t)LEAST;
	for (size_t i = 0; i < f->n; i++) {
		const struct view_word *w = &v->words[f->words[i]];
		if (w->conf < least_for(field->type) && (f->n == 1 || says_something(w->text)))
			return true;
	}
	return false;
}
