/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Words set with their letters apart, as headings are, made whole again:
 *
 *     I N V O I C E   N U M B E R        gap between letters, the same everywhere;
 *     `-gap-'     `-----'                a larger one between words and to what stands beside
 *
 * What is no word stays: letters in the columns of a table ("M T W T F S S"), answers ("A B C D E"), ticks ("X X X").
 */
#include "parse/pdf.h"

#include <stdlib.h>
#include <utf8proc.h>

enum { LEAST_LETTERS = 5, MOST_LETTERS = 200 };
/* Percent of the font size: gaps between letters, and by how much they may differ. */
enum { LEAST_GAP = 10, MOST_GAP = 90, UNEVEN = 5, BESIDE = 140 /* percent of the gap */ };

struct spaced {
	struct doc_page_builder *out;
	struct doc_word *w;
	size_t n;
};

static struct str text_of(const struct spaced *s, size_t i)
{
	return (struct str){ s->out->text.p + s->w[i].text, s->w[i].len };
}

/* The only character of a word; 0 = it has more. */
static uint32_t only_char(const struct spaced *s, size_t i)
{
	struct str t = text_of(s, i);
	size_t at = 0;
	uint32_t c = t.n <= 4 && !(s->w[i].flags & (DOC_VERTICAL | DOC_HIDDEN)) ? str_utf8_next(t, &at) : 0;
	return at == t.n ? c : 0;
}

static bool is_letter(uint32_t c)
{
	return c >= 'A' && utf8proc_category((utf8proc_int32_t)c) <= UTF8PROC_CATEGORY_LT && c != 0xAA && c != 0xBA;
}

/* Scripts that part words by blanks and have few letters: signs of the others are words by themselves. */
static bool may_be_part(uint32_t c)
{
	return is_letter(c) ? c < 0x590 : (c >= '0' && c <= '9') || (c && c < 0x80 && strchr(".,:;/&'()-", (int)c));
}

static bool on_one_line(const struct doc_word *a, const struct doc_word *b)
{
	int32_t off = a->box.y1 - b->box.y1;
	return a->size == b->size && a->run == b->run && off < a->size / 10 && off > -a->size / 10;
}

static int32_t gap(const struct spaced *s, size_t i)
{
	return s->w[i + 1].box.x0 - s->w[i].box.x1;
}

/* How letters stand: their gap, and whether nothing was written between them, so that a blank parts words. */
struct stand {
	int32_t gap;
	bool glued;
};

/* Does the gap behind i part words? */
static bool parts_words(const struct spaced *s, size_t i, const struct stand *t)
{
	return gap(s, i) * 100 > t->gap * BESIDE || (t->glued && !(s->w[i + 1].flags & DOC_GLUED));
}

/* Is what stands beside the letters, before i or after it, further off than they are from each other? */
static bool is_apart(const struct spaced *s, size_t i, const struct stand *t)
{
	const struct doc_word *a = &s->w[i], *b = &s->w[i + 1];
	int32_t off = a->box.y1 - b->box.y1;
	bool line = off < a->size / 2 && off > -a->size / 2;
	return !line || gap(s, i) < 0 || parts_words(s, i, t);
}

static bool is_vowel(uint32_t c)
{
	static const char *const vowels = "aeiouy\xC3\xA4\xC3\xB6\xC3\xBC\xC3\xA1\xC3\xA9\xC3\xAD\xC3\xB3\xC3\xBA\xC3\xA0\xC3\xA8\xC3\xAA\xC3\xB4\xC3\xA3\xC3\xB5"
		"\xC3\xA5\xC3\xA6\xC3\xB8\xD0\xB0\xD0\xB5\xD0\xB8\xD0\xBE\xD1\x83\xD1\x8B\xD1\x8D\xD1\x8E\xD1\x8F\xCE\xB1\xCE\xB5\xCE\xB7\xCE\xB9\xCE\xBF\xCF\x85\xCF\x89";
	struct str v = str_from(vowels);
	uint32_t lower = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
	for (size_t i = 0; i < v.n;)
		if (str_utf8_next(v, &i) == lower)
			return true;
	return false;
}

/* Letters that could be a word: several different ones, not in the alphabet's order, vowels among them; not months. */
static bool reads_as_word(const struct spaced *s, size_t from, size_t to)
{
	static const char *const months = "JFMAMJJASOND";
	uint32_t letters = 0, vowels = 0, steps = 0, same = 0, initials = 0, before = 0;
	for (size_t i = from; i <= to; i++) {
		uint32_t c = only_char(s, i);
		if (!is_letter(c))
			continue;
		steps += before && c == before + 1;
		same += before && c == before;
		initials += letters < 12 && c == (unsigned char)months[letters];
		vowels += is_vowel(c);
		letters++;
		before = c;
	}
	return letters >= LEAST_LETTERS && vowels * 6 >= letters && vowels * 4 <= letters * 3 && steps * 2 < letters && same * 2 < letters &&
	       initials < letters;
}

/* The letters from i on that stand evenly: their last, and their gap. */
static size_t letters_from(const struct spaced *s, size_t i, struct stand *t)
{
	size_t k = i, glued = 0;
	int32_t em = s->w[i].size;
	t->gap = INT32_MAX;
	while (k + 1 < s->n && k - i < MOST_LETTERS && may_be_part(only_char(s, k + 1)) && on_one_line(&s->w[k], &s->w[k + 1]) &&
	       gap(s, k) * 100 >= em * LEAST_GAP) {
		t->gap = gap(s, k) < t->gap ? gap(s, k) : t->gap;
		k++;
		glued += (s->w[k].flags & DOC_GLUED) != 0;
	}
	t->glued = glued * 2 > k - i;
	return k;
}

/* Does each gap part either letters or words? */
static bool is_even(const struct spaced *s, size_t from, size_t to, const struct stand *t)
{
	int32_t slack = s->w[from].size * UNEVEN / 100;
	for (size_t i = from; i < to; i++)
		if (gap(s, i) > t->gap + slack && !parts_words(s, i, t))
			return false;
	return t->gap * 100 <= s->w[from].size * MOST_GAP;
}

/* Make word b part of the word a, right after which its text stands. */
static void join(struct doc_word *a, const struct doc_word *b)
{
	a->len = (uint16_t)(a->len + b->len);
	a->box.x1 = b->box.x1;
	a->box.y0 = b->box.y0 < a->box.y0 ? b->box.y0 : a->box.y0;
	a->box.y1 = b->box.y1 > a->box.y1 ? b->box.y1 : a->box.y1;
}

/* Join the letters of [from, to] and put the words at kept; the next free place. */
static size_t words_join(struct spaced *s, size_t from, size_t to, const struct stand *t, size_t kept)
{
	struct doc_word word = s->w[from];
	for (size_t i = from; i < to; i++) {
		bool parts = parts_words(s, i, t);
		struct doc_word next = s->w[i + 1];
		if (parts) {
			s->w[kept++] = word;
			word = next;
			word.flags &= (uint8_t)~DOC_GLUED;
		} else {
			join(&word, &next);
		}
	}
	s->w[kept++] = word;
	return kept;
}

void pdf_spaced_settle(struct pdf_page_state *state)
{
	struct spaced s = { state->out, (struct doc_word *)(void *)state->out->words.p, state->out->words.n / sizeof(struct doc_word) };
	size_t kept = 0;
	for (size_t i = 0, to; i < s.n; i = to + 1) {
		struct stand t = { .gap = 0 };
		to = i;
		if (is_letter(only_char(&s, i)) && may_be_part(only_char(&s, i)))
			to = letters_from(&s, i, &t);
		/* What was kept lies before i, so the word before i is still there. */
		if (to > i && is_even(&s, i, to, &t) && (i == 0 || is_apart(&s, i - 1, &t)) &&
		    (to + 1 == s.n || is_apart(&s, to, &t)) && reads_as_word(&s, i, to))
			kept = words_join(&s, i, to, &t, kept);
		else
			for (size_t k = i; k <= to; k++)
				s.w[kept++] = s.w[k];
	}
	state->out->words.n = kept * sizeof(struct doc_word);
}
