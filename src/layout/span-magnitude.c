/* SPDX-License-Identifier: Apache-2.0 */
/* "612.4 million", "12,5 Mio. EUR", "$3.2bn": words that say by how much a number is to be multiplied. */
#include "base/decimal.h"
#include "layout/span-private.h"

static const struct magnitude {
	const char *word;
	int places;
	const char *not_in; /* the language in which the word says something else */
	bool glued;         /* only behind the digits, of an amount of money */
} magnitudes[] = {
	{ "thousand", 3, NULL, false }, { "tausend", 3, NULL, false }, { "tsd", 3, NULL, false }, { "k", 3, NULL, true },
	{ "million", 6, NULL, false }, { "millions", 6, NULL, false }, { "millionen", 6, NULL, false }, { "mio", 6, NULL, false },
	{ "mill", 6, NULL, false }, { "mn", 6, NULL, false }, { "mln", 6, NULL, false }, { "millón", 6, NULL, false },
	{ "millones", 6, NULL, false }, { "milione", 6, NULL, false }, { "milioni", 6, NULL, false }, { "miljoen", 6, NULL, false },
	{ "milion", 6, NULL, false }, { "miliony", 6, NULL, false }, { "milionów", 6, NULL, false }, { "milhão", 6, NULL, false },
	{ "milhões", 6, NULL, false }, { "miljoner", 6, NULL, false }, { "m", 6, NULL, true },
	{ "billion", 9, "de", false }, { "billions", 9, "fr", false }, { "bn", 9, NULL, false }, { "b", 9, NULL, true },
	{ "milliarde", 9, NULL, false }, { "milliarden", 9, NULL, false }, { "mrd", 9, NULL, false }, { "milliard", 9, NULL, false },
	{ "milliards", 9, NULL, false }, { "miliardo", 9, NULL, false }, { "miliardi", 9, NULL, false }, { "miljard", 9, NULL, false },
	{ "miliard", 9, NULL, false }, { "miliardy", 9, NULL, false }, { "miliardów", 9, NULL, false }, { "mld", 9, NULL, false },
	{ "bilhão", 9, NULL, false }, { "bilhões", 9, NULL, false },
};

static const struct magnitude *magnitude_at(const struct scan *x, size_t i, bool glued)
{
	struct str word = low_text(x, i, letters_end(x, i));
	for (size_t k = 0; word.n && k < sizeof magnitudes / sizeof *magnitudes; k++)
		if (str_eq_z(word, magnitudes[k].word) && (glued || !magnitudes[k].glued) && !(magnitudes[k].not_in && strcmp(magnitudes[k].not_in, x->lang) == 0))
			return &magnitudes[k];
	return NULL;
}

void magnitude_take(const struct scan *x, struct number *n, bool money)
{
	size_t at = skip_blank(x, n->end), end = letters_end(x, at);
	const struct magnitude *m = at < x->n ? magnitude_at(x, at, money && at == n->end) : NULL;
	if (!m || !decimal_shift(n->canon, m->places))
		return;
	n->end = end + (x->text[end] == '.' && end - at < 5 && x->text[end + 1] == ' '); /* "Mio. EUR" */
	n->integer = !strchr(n->canon, '.');
}
