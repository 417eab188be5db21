/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What a reading's words can be put right by, each where the pattern says so and the reading leaves room:
 *
 *     65. 20   12 .50   1, 250.00   amounts of figures set wide: one word, boxes joined
 *     3O.9O       1l:05       figures taken for letters, in unsure words that are an amount, a date or a time else
 *     ;    ~                  unsure signs apart from all words: specks; they go
 */
#include "parse/ocr-reading.h"

#include <stdlib.h>
#include <string.h>

#define UNSURE 90.0f  /* confidence below which a word may be put right */
#define DOUBTED 60.0f /* below which a lone sign is a speck */
#define WIDE_GAP 1.4  /* characters: most between the parts of an amount */
#define APART 2       /* heights between a lone sign and the words beside it */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* ---- amounts in two pieces */

static double char_width(const struct ocr_found *w)
{
	return (double)(w->x1 - w->x0) / (double)ocr_letters(w->text);
}

/* Two digits and nothing else. */
static bool is_cents(const char *s)
{
	return is_digit(s[0]) && is_digit(s[1]) && !s[2];
}

/* Three digits, with cents or without. */
static bool is_thousands(const char *s)
{
	if (!is_digit(s[0]) || !is_digit(s[1]) || !is_digit(s[2]))
		return false;
	return !s[3] || ((s[3] == '.' || s[3] == ',') && is_cents(s + 4));
}

/* "153,": few enough digits that thousands follow. */
static bool ends_group(const char *s)
{
	size_t n = strlen(s), digits = 0;
	while (digits + 1 < n && is_digit(s[n - 2 - digits]))
		digits++;
	return n > 1 && (s[n - 1] == '.' || s[n - 1] == ',') && digits > 0 && digits <= 3;
}

static bool ends_amount(const char *s, bool point)
{
	size_t n = strlen(s);
	if (point)
		return n > 1 && (s[n - 1] == '.' || s[n - 1] == ',') && is_digit(s[n - 2]);
	return n > 0 && is_digit(s[n - 1]);
}

static bool same_line(const struct ocr_reading *r, size_t a, size_t b)
{
	return a < r->n && b < r->n && r->words[a].line == r->words[b].line && !r->words[a].turn;
}

/* "1. 25 apples" is an item of a list: the amount is not what its line begins with, and no word follows close behind. */
static bool joins(const struct ocr_reading *r, size_t i)
{
	const struct ocr_found *a = &r->words[i], *b = a + 1;
	bool point = (ends_amount(a->text, true) && is_cents(b->text)) || (ends_group(a->text) && is_thousands(b->text));
	if (!same_line(r, i, i + 1) || !(point || ((b->text[0] == '.' || b->text[0] == ',') && is_cents(b->text + 1) && ends_amount(a->text, false))))
		return false;
	double wide = (char_width(a) + char_width(b)) / 2;
	bool first = (i == 0 || !same_line(r, i - 1, i)) && a->text[strlen(a->text) - 1] != ',';
	bool follows = same_line(r, i + 1, i + 2) && b[1].x0 - b->x1 < 2 * wide && ocr_letters(b[1].text) > 2;
	return b->x0 - a->x1 < WIDE_GAP * wide && !first && !follows;
}

/* Put word k, which stands to the right of word i, behind it. */
static bool join_with(struct ocr_reading *r, size_t i, size_t k)
{
	struct ocr_found *a = &r->words[i], *b = &r->words[k];
	size_t n = strlen(a->text), m = strlen(b->text);
	char *text = realloc(a->text, n + m + 1);
	if (!text)
		return false;
	memcpy(text + n, b->text, m + 1);
	*a = (struct ocr_found){ a->x0, a->y0 < b->y0 ? a->y0 : b->y0, b->x1, a->y1 > b->y1 ? a->y1 : b->y1, a->line, a->size,
				 a->conf < b->conf ? a->conf : b->conf, text, a->turn, false };
	free(b->text);
	memmove(b, b + 1, (r->n - k - 1) * sizeof(*b));
	r->n--;
	return true;
}

/* Cents that were taken for a column of their own: the first word of a line close behind an amount that ends another at its height. */
static bool ends_there(const struct ocr_reading *r, size_t i, size_t k)
{
	const struct ocr_found *a = &r->words[i], *b = &r->words[k];
	if (same_line(r, i, k) || same_line(r, i, i + 1) || a->turn || i == 0 || !same_line(r, i - 1, i))
		return false;
	int from = a->y0 > b->y0 ? a->y0 : b->y0, to = a->y1 < b->y1 ? a->y1 : b->y1;
	double wide = (char_width(a) + char_width(b)) / 2, gap = b->x0 - a->x1;
	return (to - from) * 2 > b->y1 - b->y0 && gap > -wide && gap < WIDE_GAP * wide;
}

static bool join_columns(struct ocr_reading *r)
{
	for (size_t k = 0; k < r->n; k++) {
		const char *s = r->words[k].text;
		if (!is_cents(s + (*s == '.' || *s == ',')) || (k && same_line(r, k - 1, k)) || r->words[k].turn)
			continue;
		for (size_t i = 0; i < r->n; i++)
			if (i != k && (is_digit(*s) ? ends_amount(r->words[i].text, true) : ends_amount(r->words[i].text, false)) && ends_there(r, i, k)) {
				if (!join_with(r, i, k))
					return false;
				k--;
				break;
			}
	}
	return true;
}

/* ---- figures taken for letters */

static char figure_of(char c)
{
	static const char letters[] = "OoQDlI|!iSsBZz", figures[] = "00001111155822";
	const char *at = c ? strchr(letters, c) : NULL;
	return at ? figures[at - letters] : c;
}

/* Do all of s follow the pattern? '0' is a digit; '+' more of them, up to three; anything else itself. */
static bool follows(const char *s, const char *pattern)
{
	for (; *pattern; pattern++) {
		if (*pattern == '+') {
			for (int k = 0; k < 3 && is_digit(*s); k++)
				s++;
		} else if (*pattern == '0' ? !is_digit(*s++) : *s++ != *pattern) {
			return false;
		}
	}
	return !*s;
}

static bool is_figure(const char *s)
{
	static const char *const patterns[] = { "0+.00", "0+,00", "0+,000.00", "0+.000,00", "00/00/0000", "00/00/00", "00-00-0000", "00-00-00",
						"00.00.0000", "0000-00-00", "00:00", "00:00:00" };
	s += *s == '$' || *s == '-';
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++)
		if (follows(s, patterns[i]))
			return true;
	return false;
}

static void figures_tell(struct ocr_found *w)
{
	char other[24];
	size_t n = strlen(w->text), digits = 0, changed = 0;
	if (w->conf >= UNSURE || n >= sizeof(other))
		return;
	for (size_t i = 0; i <= n; i++) {
		other[i] = figure_of(w->text[i]);
		digits += is_digit(w->text[i]);
		changed += other[i] != w->text[i];
	}
	if (changed && changed <= digits && is_figure(other))
		memcpy(w->text, other, n + 1);
}

/* No sum of money and no paragraph is written so: "$S21/1A", "§6100". */
static void signs_tell(struct ocr_found *w)
{
	char *s = w->text;
	if (w->conf >= UNSURE)
		return;
	if (s[0] == '$' && s[1] >= 'A' && s[1] <= 'Z' && is_digit(s[2]))
		s[0] = 'S';
	if (s[0] == '\xC2' && s[1] == '\xA7' && is_digit(s[2]) && is_digit(s[3]) && is_digit(s[4]) && is_digit(s[5])) {
		s[1] = '5';
		memmove(s, s + 1, strlen(s));
	}
}

/* ---- specks */

static bool is_sign(const char *s)
{
	return s[strspn(s, ".,;:'\"`~^_|*\\")] == '\0';
}

static bool is_speck(const struct ocr_reading *r, size_t i)
{
	const struct ocr_found *w = &r->words[i];
	int far = APART * (w->y1 - w->y0 > w->x1 - w->x0 ? w->y1 - w->y0 : w->x1 - w->x0);
	if (w->conf >= DOUBTED || !is_sign(w->text))
		return false;
	bool left = i > 0 && same_line(r, i - 1, i) && w->x0 - w[-1].x1 < far, right = same_line(r, i, i + 1) && w[1].x0 - w->x1 < far;
	return !left && !right;
}

bool ocr_reading_repair(struct ocr_reading *r)
{
	size_t kept = 0;
	for (size_t i = 0; i < r->n; i++)
		while (i + 1 < r->n && joins(r, i))
			if (!join_with(r, i, i + 1))
				return false;
	if (!join_columns(r))
		return false;
	for (size_t i = 0; i < r->n; i++) {
		figures_tell(&r->words[i]);
		signs_tell(&r->words[i]);
	}
	bool *specks = calloc(r->n + 1, sizeof(*specks));
	for (size_t i = 0; specks && i < r->n; i++)
		specks[i] = is_speck(r, i);
	for (size_t i = 0; specks && i < r->n; i++) {
		if (specks[i])
			free(r->words[i].text);
		else
			r->words[kept++] = r->words[i];
	}
	r->n = specks ? kept : r->n;
	free(specks);
	return true;
}
