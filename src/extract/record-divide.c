/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-share.h"

/*
 * The ways a cell comes in two: "ZRH - LHR", "07:05/07:55", "Gloves, M (NG-100M)", "12 kg", two lines. Which of them a
 * column keeps to is decided by all its cells (record-share.c); here one cell is cut in one way.
 */

#define SIGN_BYTES 8

typedef bool divider(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2]);

static bool cut_at(const uint32_t *words, size_t n, size_t end, size_t start, struct part out[2])
{
	if (!end || start >= n)
		return false;
	out[0] = (struct part){ words, end, 0, 0 };
	out[1] = (struct part){ words + start, n - start, 0, 0 };
	return true;
}

/* The last line is the second part; text above it may have wrapped. */
static bool at_line(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2])
{
	size_t at = n - 1;
	(void)sign;
	while (at > 0 && x->v->words[words[at - 1]].line == x->v->words[words[n - 1]].line)
		at--;
	return cut_at(words, n, at, at, out);
}

size_t cell_top(const struct table_ctx *x, const uint32_t *words, size_t n)
{
	size_t at = 0;
	while (at < n && x->v->words[words[at]].line == x->v->words[words[0]].line)
		at++;
	return at;
}

static bool below_top(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2])
{
	size_t at = cell_top(x, words, n);
	(void)sign;
	return cut_at(words, n, at, at, out);
}

/* A word that is the sign, once, between two others. */
static bool at_sign(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2])
{
	size_t at = 0, seen = 0;
	for (size_t i = 0; i < n; i++)
		if (str_eq(x->v->words[words[i]].text, sign)) {
			at = i;
			seen++;
		}
	return seen == 1 && cut_at(words, n, at, at + 1, out);
}

/* The sign inside a word, once in the cell. */
static bool in_word(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2])
{
	size_t word = 0, byte = 0, seen = 0;
	for (size_t i = 0; i < n; i++) {
		struct str w = x->v->words[words[i]].text;
		for (size_t k = 0; k + sign.n <= w.n; k++)
			if (!memcmp(w.p + k, sign.p, sign.n)) {
				word = i;
				byte = k;
				seen++;
			}
	}
	size_t bytes = n ? x->v->words[words[word]].text.n : 0;
	if (seen != 1 || !byte || byte + sign.n >= bytes)
		return false;
	out[0] = (struct part){ words, word + 1, 0, (uint16_t)(bytes - byte) };
	out[1] = (struct part){ words + word, n - word, (uint16_t)(byte + sign.n), 0 };
	return true;
}

/* "51.5074, -0.1278" */
static bool behind_sign(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2])
{
	size_t at = 0, seen = 0;
	for (size_t i = 0; i < n; i++)
		if (str_ends(x->v->words[words[i]].text, sign)) {
			at = i;
			seen++;
		}
	if (seen != 1 || x->v->words[words[at]].text.n == sign.n || !cut_at(words, n, at + 1, at + 1, out))
		return false;
	out[0].cut = (uint16_t)sign.n;
	return true;
}

/* Brackets at the end of the cell. */
static bool at_bracket(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2])
{
	size_t at = n;
	if (n < 2 || !str_ends(x->v->words[words[n - 1]].text, STR(")")))
		return false;
	while (at > 1 && !str_starts(x->v->words[words[at - 1]].text, sign))
		at--;
	if (at == 1 || !cut_at(words, n, at - 1, at - 1, out))
		return false;
	out[1].skip = (uint16_t)sign.n;
	out[1].cut = 1;
	return true;
}

static bool is_figure_byte(char c)
{
	return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+';
}

/* Bytes of a figure at the start of w, 0 if it does not begin with one. */
static size_t figure_bytes(struct str w)
{
	size_t n = 0;
	bool digit = false;
	for (; n < w.n && is_figure_byte(w.p[n]); n++)
		digit |= w.p[n] >= '0' && w.p[n] <= '9';
	return digit ? n : 0;
}

static bool has_digit(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] >= '0' && w.p[i] <= '9')
			return true;
	return false;
}

static bool in_figure_word(const struct table_ctx *x, const uint32_t *words, struct part out[2])
{
	struct str w = x->v->words[words[0]].text;
	size_t n = figure_bytes(w);
	if (!n || n == w.n || w.p[n] == '%' || has_digit((struct str){ w.p + n, w.n - n }))
		return false;
	out[0] = (struct part){ words, 1, 0, (uint16_t)(w.n - n) };
	out[1] = (struct part){ words, 1, (uint16_t)n, 0 };
	return true;
}

/* "2 500 kg", "EUR 2.15", "12kg": figures on one side, none on the other. */
static bool at_figure(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2])
{
	size_t turn = 0, turns = 0;
	(void)sign;
	if (n == 1)
		return in_figure_word(x, words, out);
	for (size_t i = 1; i < n; i++) {
		struct str a = x->v->words[words[i - 1]].text, b = x->v->words[words[i]].text;
		if ((figure_bytes(a) == a.n) != (figure_bytes(b) == b.n)) {
			turn = i;
			turns++;
		}
	}
	return turns == 1 && cut_at(words, n, turn, turn, out);
}

/* Is it a mark behind a figure, "112 *", "11.8 H"? */
static bool word_is_mark(struct str w)
{
	static const char *const signs[] = { "*", "**", "+", "++", "!", "\xE2\x86\x91", "\xE2\x86\x93", "\xE2\x96\xB2", "\xE2\x96\xBC", "HH", "LL" };
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (str_eq_z(w, signs[i]))
			return true;
	return w.n == 1 && w.p[0] >= 'A' && w.p[0] <= 'Z';
}

/* "11.8 H": a figure and a mark. */
static bool at_mark(const struct table_ctx *x, struct str sign, const uint32_t *words, size_t n, struct part out[2])
{
	(void)sign;
	return n > 1 && word_is_mark(x->v->words[words[n - 1]].text) && has_digit(x->v->words[words[n - 2]].text) &&
	       cut_at(words, n, n - 1, n - 1, out);
}

static const struct {
	divider *cut;
	char sign[SIGN_BYTES];
	bool range; /* stands between the ends of a range, too */
} divide_rows[DIVIDES] = {
	[DIVIDE_LINES] = { at_line, "", false },
	[DIVIDE_BRACKET] = { at_bracket, "(", false },
	[DIVIDE_SIGNS] = { at_sign, "/", true },
	{ at_sign, "|", false }, { at_sign, "→", true }, { at_sign, "->", true }, { at_sign, ">", true }, { at_sign, "·", false },
	{ at_sign, "–", true }, { at_sign, "—", true }, { at_sign, "-", true }, { at_sign, "to", true }, { at_sign, "bis", true },
	{ at_sign, "au", true }, { at_sign, "à", true }, { at_sign, "al", true }, { at_sign, "a", true }, { at_sign, "tot", true },
	{ at_sign, "do", true }, { at_sign, "até", true }, { at_sign, "x", false }, { behind_sign, ",", false },
	{ behind_sign, ";", false }, { in_word, "/", true }, { in_word, "→", true }, { in_word, "–", true }, { in_word, "-", true },
	[DIVIDE_FIGURE] = { at_figure, "", false }, [DIVIDE_MARK] = { at_mark, "", false }, [DIVIDE_TOP] = { below_top, "", false },
};

bool divide_is_range(size_t how)
{
	return divide_rows[how].range;
}

bool divide_parts_names(size_t how)
{
	return how == DIVIDE_SIGNS || (divide_rows[how].cut == at_sign && divide_rows[how].sign[0] == '|') ||
	       (divide_rows[how].cut == in_word && divide_rows[how].sign[0] == '/');
}

bool cell_divide(const struct table_ctx *x, size_t how, const uint32_t *words, size_t n, struct part out[2])
{
	return n && divide_rows[how].cut && divide_rows[how].cut(x, str_from(divide_rows[how].sign), words, n, out);
}
