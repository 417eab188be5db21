/* SPDX-License-Identifier: Apache-2.0 */
/* Ranges of numbers: "42,000 - 48,000 EUR", "2-8 °C", "18 to 65", "-20 … +60". Dates and codes with dashes are none. */
#include "layout/span-private.h"

#include <stdio.h>

static const char *const to_words[] = { "to", "bis", "à", "a", "al", "tot", "do", "até", "til", "till", "and", "und", "…", "...", NULL };

/* What parts the two numbers: a dash, or a word between blanks. The end, or 0. */
static size_t parts_range(const struct scan *x, size_t i)
{
	size_t at = skip_blank(x, i), d = dash_at(x, at);
	if (d)
		return skip_blank(x, at + d);
	size_t n = at > i ? any_word_at(x, at, to_words) : 0;
	return n && x->text[at + n] == ' ' ? at + n + 1 : 0;
}

/* A number with what may stand before it: a sign of money. */
static bool end_read(const struct scan *x, size_t i, struct number *n)
{
	const char *code;
	bool sign;
	size_t money = currency_read(x, i, &code, &sign);
	return number_read(x, money ? skip_blank(x, money) : i, n) && n->canon[0];
}

/* "2-8": the dash of "5-" belongs to the number that number_read() took it for. */
static size_t first_end(const struct scan *x, size_t i, const struct number *n)
{
	return n->negative && x->text[i] != '-' && n->end > i && dash_at(x, n->end - 1) ? n->end - 1 : n->end;
}

static bool stands_free(const struct scan *x, size_t i)
{
	uint32_t before = i ? before_char(x, i) : ' ';
	return before != '-' && before != '/' && before != '.' && before != ',' && !char_is_alnum(before);
}

size_t scan_number_range(struct scan *x, size_t i)
{
	struct number a, b;
	if (!stands_free(x, i) || !end_read(x, i, &a))
		return 0;
	size_t at = parts_range(x, first_end(x, i, &a));
	if (!at || !end_read(x, at, &b) || b.negative || is_digit_at(x, b.end))
		return 0;
	uint32_t next = at_char(x, b.end);
	if (next == '-' || next == '/' || (next == '.' && is_digit_at(x, b.end + 1)) || (a.integer && b.integer && x->text[at] == '0'))
		return 0; /* dates, phones, codes */
	char canon[2 * sizeof a.canon];
	snprintf(canon, sizeof canon, "%s/%s", a.canon, b.canon);
	span_emit(x, (struct span){ .type = SPAN_NUMBER_RANGE, .quality = 80, .integer = a.integer && b.integer, .canon = span_keep(x, canon) }, i,
		  b.end);
	return 0;
}
