/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Words set with their letters apart, as headings are, made whole again:
 *
 *     I N V O I C E   N U M B E R        gap between letters, the same everywhere;
 *     `-gap-'     `-----'                a larger one between words and to what stands beside
 *
 * What is no word stays: letters in the columns of a table ("M T W T F S S"), answers ("A B C D E"), ticks ("X X X"),
 * scales ("1 2 3 4 5"). A figure is known by its marks: "1 2 5 0 . 0 0". What a page sets like such words and figures, of
 * the same size with the same gap, is of them though it be short: "N O", "2 0 2 6".
 */
#include "parse/spaced.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { LEAST_LETTERS = 5, LEAST_GLUED = 4 /* with no blank between them */, LEAST_ALIKE = 3, MOST_LETTERS = 200, MOST_PIECE = 3 };
/* Percent of the font size: gaps between letters, and by how much they may be wider than is usual, in print and in what was
 * recognised, and narrower, as pairs like "AV" are set; by how much those of other words may differ; no blank is wider. */
enum { LEAST_GAP = 10, MOST_GAP = 90, MOST_FIGURE_GAP = 115, UNEVEN = 5, UNEVEN_READ = 20, KERNED = 16, ALIKE = 4, BLANK = 38, BESIDE = 140 /* percent of the gap */ };

/* How letters stand: their gap, and whether nothing was written between them, so that a blank parts words. */
struct stand {
	int32_t gap;
	uint16_t size;
	bool glued;
};

enum { MOST_STANDS = 16 };

/* Pieces that follow each other evenly enough: what begins further on within them ends where they do. */
struct chain {
	size_t from, to;
	size_t single, glued; /* of [from, to]; of (from, to] */
};

struct spaced {
	struct doc_page_builder *out;
	struct doc_word *w;
	size_t n;
	struct stand known[MOST_STANDS]; /* of words and figures that are so for certain */
	size_t known_n;
	struct chain chain; /* that was looked at last */
};

/* Of the words [from, to], which follow each other. */
static struct str text_of(const struct spaced *s, size_t from, size_t to)
{
	return (struct str){ s->out->text.p + s->w[from].text, s->w[to].text + s->w[to].len - s->w[from].text };
}

static bool is_letter(uint32_t c)
{
	return c >= 'A' && utf8proc_category((utf8proc_int32_t)c) <= UTF8PROC_CATEGORY_LT && c != 0xAA && c != 0xBA;
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* Scripts that part words by blanks and have few letters: signs of the others are words by themselves. */
static bool may_be_part(uint32_t c)
{
	return is_letter(c) ? c < 0x590 : is_digit(c) || (c && c < 0x80 && strchr(".,:;/&'()-#%$", (int)c)) || c == 0xA3 || c == 0x20AC;
}

/* How many characters of a word that may be letters set apart; 0 = it is none. Kerning leaves two or three together. */
static size_t piece(const struct spaced *s, size_t i)
{
	struct str t = text_of(s, i, i);
	size_t n = 0;
	if (t.n > 4 * MOST_PIECE || (s->w[i].flags & (DOC_VERTICAL | DOC_HIDDEN)))
		return 0;
	for (size_t at = 0; at < t.n; n++)
		if (!may_be_part(str_utf8_next(t, &at)))
			return 0;
	return n <= MOST_PIECE ? n : 0;
}

static bool on_one_line(const struct doc_word *a, const struct doc_word *b)
{
	int32_t off = a->box.y1 - b->box.y1, most = a->size / (a->source == DOC_SOURCE_OCR ? 3 : 10);
	bool read = a->source == DOC_SOURCE_OCR && b->source == DOC_SOURCE_OCR; /* signs without height seem small */
	return (read || a->size == b->size) && a->run == b->run && off < most && off > -most && b->text == a->text + a->len;
}

static int32_t gap(const struct spaced *s, size_t i)
{
	return s->w[i + 1].box.x0 - s->w[i].box.x1;
}

/* Does the gap behind i part words? */
static bool parts_words(const struct spaced *s, size_t i, const struct stand *t)
{
	/* Far off, words count as parted whatever was written there. */
	int32_t wider = gap(s, i) - t->gap;
	bool blank = t->glued && !(s->w[i + 1].flags & DOC_GLUED) && (gap(s, i) * 100 < t->size * BLANK || wider * 100 > t->size * UNEVEN);
	return gap(s, i) * 100 > t->gap * BESIDE || blank;
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

/* ---- what the letters say */

/* Letters that could be a word: several different ones, not in the alphabet's order, vowels among them; not months, not grades. */
static bool reads_as_word(struct str text, size_t least)
{
	static const char *const months = "JFMAMJJASOND";
	uint32_t letters = 0, vowels = 0, steps = 0, same = 0, initials = 0, others = 0, beyond = 0, first = 0, second = 0, before = 0;
	for (size_t i = 0; i < text.n;) {
		uint32_t c = str_utf8_next(text, &i);
		if (!is_letter(c))
			continue;
		first = first ? first : c;
		steps += before && c == before + 1;
		same += before && c == before;
		second = second ? second : c != first ? c : 0;
		others += c != first && c != second;
		beyond += (c | 32) > 'f';
		initials += letters < 12 && c == (unsigned char)months[letters];
		vowels += is_vowel(c);
		letters++;
		before = c;
	}
	bool sounds = vowels * 6 >= letters && vowels * 4 <= letters * 3;
	return letters >= least && sounds && steps * 2 < letters && same * 2 < letters && initials < letters && others && beyond;
}

/* Counted up or down, as scales and columns are; or the same all along. */
static bool is_scale(struct str text)
{
	uint32_t chars = 0, steps = 0, before = 0;
	for (size_t i = 0; i < text.n; chars++) {
		uint32_t c = str_utf8_next(text, &i);
		steps += before && (c == before + 1 || c + 1 == before || c == before);
		before = c;
	}
	return chars > 2 && steps * 2 >= chars;
}

/* What stands around an amount: signs of money, also those of two or three bytes, brackets, a minus. */
static bool is_sign(unsigned char c)
{
	return strchr("$()-%\xC2\xA3\xE2\x82\xAC", c) != NULL;
}

/* An amount with its marks, a date, a time. */
static bool is_figure(struct str text)
{
	size_t from = 0, to = text.n, digits = 0, after = 0, marks = 0;
	char mark = 0;
	bool grouped = true, same = true;
	while (from < to && is_sign((unsigned char)text.p[from]))
		from++;
	while (to > from && is_sign((unsigned char)text.p[to - 1]))
		to--;
	for (size_t i = from; i < to; i++) {
		char c = text.p[i];
		if (is_digit((unsigned char)c)) {
			digits++;
			after++;
			continue;
		}
		if (!strchr(".,/:-", c) || after == 0)
			return false;
		grouped &= marks == 0 ? after <= 3 : after == 3;
		same &= !mark || mark == c;
		mark = c;
		after = 0;
		marks++;
	}
	bool money = (mark == '.' || mark == ',') && ((after == 2 && (grouped || marks == 1)) || (after == 3 && grouped));
	bool date = marks == 2 && same && digits >= 4 && digits <= 8;
	return digits >= 3 && marks && (money || date || (mark == ':' && after == 2));
}

/* ---- letters that stand evenly */

static int by_size(const void *a, const void *b)
{
	int32_t p = *(const int32_t *)a, q = *(const int32_t *)b;
	return (p > q) - (p < q);
}

/* Of sorted ones: below the middle, for some part words; of few the widest that does not. */
static int32_t usual_gap(const int32_t *gaps, size_t n)
{
	enum { FEW = 4 };
	size_t at = (n - 1) * 2 / 5;
	for (size_t i = at + 1; n <= FEW && i < n && gaps[i] * 100 <= gaps[0] * BESIDE; i++)
		at = i;
	return gaps[at];
}

static bool chain_goes_on(const struct spaced *s, size_t k, int32_t em)
{
	return k + 1 < s->n && piece(s, k + 1) && on_one_line(&s->w[k], &s->w[k + 1]) && gap(s, k) * 100 >= em * LEAST_GAP;
}

/* The chain from i on. A line of dots that leads to a number is asked for from each of them: it is not walked again. */
static const struct chain *chain_from(struct spaced *s, size_t i)
{
	struct chain *c = &s->chain;
	if (c->from >= i || i > c->to || s->w[i].size != s->w[c->from].size)
		*c = (struct chain){ i, i, piece(s, i) == 1, 0 };
	for (; c->from < i; c->from++) {
		c->single -= piece(s, c->from) == 1;
		c->glued -= (s->w[c->from + 1].flags & DOC_GLUED) != 0;
	}
	while (c->to - i < MOST_LETTERS && chain_goes_on(s, c->to, s->w[i].size)) {
		c->to++;
		c->single += piece(s, c->to) == 1;
		c->glued += (s->w[c->to].flags & DOC_GLUED) != 0;
	}
	return c;
}

/* The letters from i on: their last, and how they stand. */
static size_t letters_from(struct spaced *s, size_t i, struct stand *t)
{
	const struct chain *c = chain_from(s, i);
	size_t n = c->to - i;
	int32_t gaps[MOST_LETTERS];
	*t = (struct stand){ .size = s->w[i].size, .glued = c->glued * 2 > n };
	if (n == 0 || (c->single < n + 1 && (!t->glued || c->single * 2 < n + 1)))
		return i;
	for (size_t k = 0; k < n; k++)
		gaps[k] = gap(s, i + k);
	qsort(gaps, n, sizeof(*gaps), by_size);
	t->gap = usual_gap(gaps, n);
	return c->to;
}

/* Does each gap part either letters or words? */
static bool is_even(const struct spaced *s, size_t from, size_t to, const struct stand *t)
{
	int32_t slack = t->size * (s->w[from].source == DOC_SOURCE_OCR ? UNEVEN_READ : UNEVEN) / 100;
	for (size_t i = from; i < to; i++)
		if (gap(s, i) < t->gap - t->size * KERNED / 100 || (gap(s, i) > t->gap + slack && !parts_words(s, i, t)))
			return false;
	return true;
}

/* The last letter of the word or figure that begins at from. Where blanks are all alike, a figure begins where it does. */
static size_t group_end(const struct spaced *s, size_t from, size_t to, const struct stand *t)
{
	size_t end = from;
	while (end < to && !parts_words(s, end, t))
		end++;
	for (size_t i = from; i < end; i++) {
		struct str here = text_of(s, i, i);
		uint32_t last = here.n == 1 ? (unsigned char)here.p[0] : 0;
		if ((last == ':' || is_letter(last)) && is_figure(text_of(s, i + 1, end)))
			return i;
	}
	return end;
}

/* Another figure right beside it: where one of the two ends is not to be told. */
static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (is_digit((unsigned char)text.p[i]))
			return true;
	return false;
}

/* A figure in the letters [from, to], which words may stand beside. */
static bool is_sure_figure(const struct spaced *s, size_t from, size_t to, const struct stand *t)
{
	bool alone = (from == 0 || is_apart(s, from - 1, t) || !has_digit(text_of(s, from - 1, from - 1))) &&
		     (to + 1 == s->n || is_apart(s, to, t) || !has_digit(text_of(s, to + 1, to + 1)));
	return alone && to > from + 1 && is_figure(text_of(s, from, to));
}

static bool is_known(const struct spaced *s, const struct stand *t)
{
	for (size_t i = 0; i < s->known_n; i++) {
		const struct stand *k = &s->known[i];
		int32_t off = (t->gap - k->gap) * 100;
		bool far = t->gap * 100 > t->size * BLANK;
		if (k->size == t->size && (far || k->glued == t->glued) && off <= t->size * ALIKE && off >= -t->size * (far || t->glued ? KERNED : ALIKE))
			return true;
	}
	return false;
}

/* Set like words that are known, do they go together, too? Blanks between single letters say less than a gap that is none. */
static bool goes_along(const struct spaced *s, struct str text, const struct stand *t)
{
	bool blank = !t->glued && t->gap * 100 < t->size * BLANK;
	return is_known(s, t) && !is_scale(text) && (!blank || reads_as_word(text, LEAST_ALIKE));
}

enum how { LEAVE, ALL, FIGURES };

/* What to make of the letters [from, to]. */
static enum how how_join(const struct spaced *s, size_t from, size_t to, const struct stand *t)
{
	bool figures = false;
	if (to == from || !is_even(s, from, to, t) || t->gap * 100 > t->size * MOST_FIGURE_GAP)
		return LEAVE;
	bool apart = t->gap * 100 <= t->size * MOST_GAP && (from == 0 || is_apart(s, from - 1, t)) && (to + 1 == s->n || is_apart(s, to, t));
	struct str text = text_of(s, from, to);
	if (apart && (reads_as_word(text, t->glued ? LEAST_GLUED : LEAST_LETTERS) || goes_along(s, text, t)))
		return ALL;
	for (size_t i = from, end; i <= to; i = end + 1) {
		end = group_end(s, i, to, t);
		figures |= is_sure_figure(s, i, end, t);
	}
	return figures ? FIGURES : LEAVE;
}

/* ---- joining */

/* Make word b part of the word a, right after which its text stands. */
static void join(struct doc_word *a, const struct doc_word *b)
{
	a->len = (uint16_t)(a->len + b->len);
	a->box.x1 = b->box.x1;
	a->box.y0 = b->box.y0 < a->box.y0 ? b->box.y0 : a->box.y0;
	a->box.y1 = b->box.y1 > a->box.y1 ? b->box.y1 : a->box.y1;
	a->conf = b->conf < a->conf ? b->conf : a->conf;
	a->size = b->size > a->size ? b->size : a->size;
}

/* Put the letters [from, to] at kept, joined to words; the next free place. */
static size_t words_join(struct spaced *s, size_t from, size_t to, const struct stand *t, enum how how, size_t kept)
{
	for (size_t i = from, end; i <= to; i = end + 1) {
		end = group_end(s, i, to, t);
		bool joins = how == ALL || (how == FIGURES && is_sure_figure(s, i, end, t));
		struct doc_word word = s->w[i];
		for (size_t k = i + 1; k <= end; k++) {
			struct doc_word next = s->w[k];
			if (joins) {
				join(&word, &next);
			} else {
				s->w[kept++] = word;
				word = next;
			}
		}
		if (joins && i > from)
			word.flags &= (uint8_t)~DOC_GLUED;
		s->w[kept++] = word;
	}
	return kept;
}

/* Go through the page: what is sure of itself is noted. Whether there is any. */
static bool stands_find(struct spaced *s)
{
	struct stand t;
	for (size_t i = 0, to; i < s->n && s->known_n < MOST_STANDS; i = to + 1) {
		to = piece(s, i) ? letters_from(s, i, &t) : i;
		if (to > i && how_join(s, i, to, &t) != LEAVE && !is_known(s, &t))
			s->known[s->known_n++] = t;
	}
	return s->known_n > 0;
}

void spaced_settle(struct doc_page_builder *page)
{
	struct spaced s = { .out = page, .w = (struct doc_word *)(void *)page->words.p, .n = page->words.n / sizeof(struct doc_word) };
	size_t kept = 0;
	if (!stands_find(&s))
		return;
	s.chain = (struct chain){ 0 };
	for (size_t i = 0, to; i < s.n; i = to + 1) {
		struct stand t = { .gap = 0 };
		to = piece(&s, i) ? letters_from(&s, i, &t) : i;
		/* What was kept lies before i, so the word before i is still there. */
		kept = words_join(&s, i, to, &t, how_join(&s, i, to, &t), kept);
	}
	page->words.n = kept * sizeof(struct doc_word);
}
