/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Tesseract finds letters in everything: scribbles, bricks, leaves, grain of wood. What tells print from these is not
 * any one word but how many of all letters stand in words that are sure:
 *
 *     print, also faint      0.4 to 1.0 of the letters
 *     scribbles, textures    0.0 to 0.05
 *
 * All of a sheet of the second kind is doubted; on others, lines in a row without a sure word among them: a drawing
 * beside print, the table a slip lies on. A line alone is not, for it may be print that suffered.
 */
#include "parse/ocr-reading.h"

#define SURE 75.0f        /* confidence of a word of letters or figures, which blots hardly reach */
#define SURE_SHORT 88.0f  /* of one of two: "NN", "oe" are read into hatching */
#define SHARE 12          /* percent: of all letters that must stand in sure words */
#define UNSURE 50.0       /* mean confidence of lines in a row none of which has a sure word */
enum { LEAST_LETTERS = 3, LINES = 3 };

/* Letters and figures, not signs; one of a script that writes a word in one or two counts twice. */
static size_t written(const char *s)
{
	size_t n = 0;
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s, low = c | 32;
		n += (c >= '0' && c <= '9') || (low >= 'a' && low <= 'z' && c < 0x80) || (c >= 0xC3 && c <= 0xE1) ? 1 : c >= 0xE3 ? 2 : 0;
	}
	return n;
}

/* "eee", "lll", "iii": what rows of the same shape are read as. */
static bool is_monotonous(const char *s)
{
	for (const char *p = s + 1; *s && *p; p++)
		if (*p != *s)
			return false;
	return (unsigned char)*s < 0x80;
}

static bool is_sure(const struct ocr_found *w)
{
	size_t n = written(w->text);
	return n >= LEAST_LETTERS ? w->conf >= SURE && !is_monotonous(w->text) : n == 2 && w->conf >= SURE_SHORT && !is_monotonous(w->text);
}

/* Letters of words [from, to), how many of them are sure, and their mean confidence. */
struct measure {
	size_t all, sure;
	double conf;
};

static struct measure measure(const struct ocr_reading *r, size_t from, size_t to)
{
	struct measure m = { 0 };
	for (size_t i = from; i < to; i++) {
		size_t n = ocr_letters(r->words[i].text);
		m.all += n;
		m.sure += is_sure(&r->words[i]) ? n : 0;
		m.conf += (double)r->words[i].conf * (double)n;
	}
	m.conf = m.all ? m.conf / (double)m.all : 0;
	return m;
}

static size_t line_end(const struct ocr_reading *r, size_t from)
{
	size_t to = from + 1;
	while (to < r->n && r->words[to].line == r->words[from].line)
		to++;
	return to;
}

static void doubt(struct ocr_reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		r->words[i].doubted = true;
}

void ocr_reading_doubt(struct ocr_reading *r)
{
	struct measure sheet = measure(r, 0, r->n);
	size_t from = 0, lines = 0; /* of the lines without a sure word so far */
	if (sheet.sure * 100 <= sheet.all * SHARE) {
		doubt(r, 0, r->n);
		return;
	}
	for (size_t i = 0, to; i < r->n; i = to) {
		to = line_end(r, i);
		bool sure = measure(r, i, to).sure > 0;
		lines += !sure;
		if (!sure && to < r->n)
			continue;
		if (lines >= LINES && measure(r, from, sure ? i : to).conf < UNSURE)
			doubt(r, from, sure ? i : to);
		lines = 0;
		from = to;
	}
}
