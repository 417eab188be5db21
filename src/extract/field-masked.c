/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-masked - the last digits of a card or account of which no more is printed:
 *
 *     Visa XXXXXXXXXXXX3391        Mastercard •••• 0917        account ending in 4417
 *
 * They go to a field whose name asks for them: "card_last4", "last_four_digits".
 */
#include "extract/field-private.h"
#include "extract/plan-private.h"

enum { DIGITS = 4, MASK_LEAST = 2, SIM_MASKED = 900, GEOMETRY = 850, QUALITY = 1000, COST_ORDER = 15, ORDER_MOST = 20 };

static bool asks_last(const struct plan_field *f)
{
	static const char *const names[] = { "last4", "last_4", "last_four", "lastfour", "last_digits", "lastdigits", "ultimos_4", "ultimos_cuatro",
		"derniers_chiffres", "letzte_vier", "letzte_ziffern", "endziffern", "ultime_4", "laatste_4" };
	bool kind = f->type == VALUE_TEXT || f->type == VALUE_ID || f->type == VALUE_INTEGER || f->type == VALUE_NUMBER;
	for (size_t i = 0; kind && i < sizeof names / sizeof *names; i++)
		if (text_find(f->node->name, names[i]) != SIZE_MAX)
			return true;
	return false;
}

/* Bytes of signs that hide digits at the start of a word: "XXXX", "****", "••••". */
static size_t mask_bytes(struct str w, uint32_t *signs)
{
	static const uint32_t dots[] = { 0x2022, 0x25CF, 0xB7, 0x2217, 0x2026 };
	size_t i = 0, n = 0;
	for (*signs = 0; i < w.n; n = i, ++*signs) {
		uint32_t c = str_utf8_next(w, &i);
		bool mask = c == 'x' || c == 'X' || c == '*' || c == '#' || (c == '-' && *signs) || (c == '.' && w.n > MASK_LEAST);
		for (size_t k = 0; !mask && k < sizeof dots / sizeof *dots; k++)
			mask = c == dots[k];
		if (!mask)
			break;
	}
	return n;
}

/* Four digits from byte at of a word on, and signs of a sentence behind them at most: *cut bytes. */
static bool four_at(struct str w, size_t at, uint16_t *cut)
{
	size_t i = at;
	while (i < w.n && w.p[i] >= '0' && w.p[i] <= '9')
		i++;
	*cut = (uint16_t)(w.n - i);
	for (size_t k = i; k < w.n; k++)
		if (!strchr(".,;:)", w.p[k]))
			return false;
	return i - at == DIGITS;
}

/* Do words that say what digits end with stand before word w on its line? */
static bool said_to_end(const struct fx *x, uint32_t w)
{
	static const char *const ends[] = { "ending in", "ending with", "ending", "ends in", "endet auf", "endend auf", "endziffern", "terminée par", "terminant par", "terminada en", "terminado en",
		"acabada en", "termina en", "termina con", "terminante con", "terminante in", "eindigend op", "eindigt op", "terminado em", "termina em", "kończąca się na", "kończącej się na" };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct str rest = str_from(ends[i]), one;
		uint32_t n = 0;
		for (struct str r = rest; r.n; n++)
			r = str_cut(r, ' ', &one);
		if (w < x->word0 + n || x->v->words[w - n].line != x->v->words[w].line)
			continue;
		uint32_t k = w - n;
		for (; k < w; k++) {
			rest = str_cut(rest, ' ', &one);
			if (!str_eq_nocase(x->v->words[k].text, one))
				break;
		}
		if (k == w)
			return true;
	}
	return false;
}

static bool masked_at(const struct fx *x, uint32_t w, uint16_t *skip, uint16_t *cut)
{
	struct str t = x->v->words[w].text;
	uint32_t signs, before = 0;
	size_t mask = mask_bytes(t, &signs);
	*skip = (uint16_t)mask;
	if (!four_at(t, mask, cut))
		return false;
	if (mask)
		return signs >= MASK_LEAST;
	struct str left = w > x->word0 && x->v->words[w - 1].line == x->v->words[w].line ? x->v->words[w - 1].text : STR("");
	return (left.n && mask_bytes(left, &before) == left.n && before >= MASK_LEAST) || said_to_end(x, w);
}

void masked_search(struct fx *x)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		int order = 0;
		uint16_t skip, cut;
		for (uint32_t w = x->word0; w < x->word1 && asks_last(&x->plan->fields[f]) && order < ORDER_MOST; w++) {
			if (!str_has_digit(x->v->words[w].text) || !masked_at(x, w, &skip, &cut))
				continue;
			struct found v = found_run(x, w, 1);
			v.skip = skip;
			v.cut = cut;
			cand_put(x, f, v, SIM_MASKED, GEOMETRY - COST_ORDER * order++, QUALITY, NULL);
		}
	}
}
