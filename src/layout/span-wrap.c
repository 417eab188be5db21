/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Readings that a line of a paragraph begins and the next one ends:
 *
 *     … commencing on September 1, 2023 and ending on August 31,
 *     2024, unless sooner terminated …
 */
#include "layout/span-private.h"

enum {
	WRAP_WORDS = 7, /* looked at on either side of the line's end */
	NEAR_WORDS = 4, LINE_LEAST = 6 /* words of a line that ends because it is full */
};

/* What people wrap inside. Codes, phones and plain numbers at a line's end are read as they stand. */
#define WRAPS (1u << SPAN_DATE | 1u << SPAN_DATE_RANGE | 1u << SPAN_MONEY | 1u << SPAN_PERCENT | 1u << SPAN_DURATION | \
	       1u << SPAN_POSTAL_CITY | 1u << SPAN_IBAN)
/* Names and streets stand on lines of their own elsewhere. */
#define WRAPS_IN_PROSE (WRAPS | 1u << SPAN_STREET | 1u << SPAN_PERSON | 1u << SPAN_ORG)

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (char_is_digit((unsigned char)s.p[i]))
			return true;
	return false;
}

static bool digit_near(const struct view *v, uint32_t from, uint32_t end)
{
	for (uint32_t w = from; w < end; w++)
		if (has_digit(v->words[w].text))
			return true;
	return false;
}

/* "15." of "am 15. / August": no sentence ends with it. */
static bool is_day(struct str w)
{
	return w.n >= 2 && w.n <= 3 && has_digit((struct str){ w.p, 1 }) && has_digit((struct str){ w.p + w.n - 2, 1 });
}

/* Do both lines belong to one paragraph, and may a reading go over the end of the first? */
static bool may_wrap(const struct view *v, const struct view_line *a, const struct view_line *b)
{
	if (a->page != b->page || a->segs != 1 || b->segs != 1 || a->words < LINE_LEAST || !b->words || v->segs[a->seg].block != v->segs[b->seg].block)
		return false;
	uint32_t last = char_last(v->words[b->word - 1].text);
	if (char_last(v->words[b->word].text) == ':')
		return false; /* the next line begins with a label */
	if ((last == '.' && !is_day(v->words[b->word - 1].text)) || last == ':' || last == '?' || last == ';')
		return false;
	uint32_t from = b->word - NEAR_WORDS, end = b->words < NEAR_WORDS ? b->word + b->words : b->word + NEAR_WORDS;
	bool names = char_is_upper(char_first(v->words[b->word - 1].text)) && char_is_upper(char_first(v->words[b->word].text));
	return digit_near(v, from, end) || (names && (a->flags & VIEW_PROSE));
}

static void crossing_only(struct scan *x, size_t from, uint32_t first, uint32_t types)
{
	struct span *all = x->out.p;
	size_t n = from;
	for (size_t i = from; i < x->out.n; i++)
		if (all[i].word < first && all[i].word + all[i].words > first && (types & 1u << all[i].type))
			all[n++] = all[i];
	x->out.n = n;
}

void wraps_scan(struct scan *x)
{
	const struct view *v = x->v;
	for (uint32_t l = 0; l + 1 < v->lines_n; l++) {
		const struct view_line *a = &v->lines[l], *b = a + 1;
		if (!may_wrap(v, a, b))
			continue;
		uint32_t from = a->words > WRAP_WORDS ? b->word - WRAP_WORDS : a->word;
		uint32_t end = b->word + (b->words > WRAP_WORDS ? WRAP_WORDS : b->words);
		size_t before = x->out.n;
		scan_flatten(x, from, end - from);
		scan_all(x);
		crossing_only(x, before, b->word, a->flags & VIEW_PROSE ? WRAPS_IN_PROSE : WRAPS);
	}
}
