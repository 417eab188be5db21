/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Running text: blocks of long segments made of ordinary small-letter words. A
 * line is prose if most of its words are.
 */
#include "layout/layout-private.h"

bool text_is_upper(const struct view *v, uint32_t word, uint32_t words)
{
	size_t upper = 0, small = 0, left = 0;
	for (uint32_t w = word; w < word + words; w++)
		left += v->words[w].text.n;
	for (uint32_t w = word; w < word + words; w++)
		for (size_t i = 0, from = 0; i < v->words[w].text.n; from = i) {
			uint32_t c = str_utf8_next(v->words[w].text, &i);
			bool is_upper = char_is_upper(c);
			upper += is_upper;
			small += !is_upper && char_is_letter(c);
			left -= i - from;
			if (small * 10 > upper + left)
				return false; /* after a few letters of most texts: no capitals could outweigh them any more */
		}
	return upper >= 4 && small * 10 <= upper;
}

struct tally {
	uint32_t words, small, figures, stops;
};

static void tally_add(struct tally *t, const struct view *v, uint32_t word, uint32_t words)
{
	for (uint32_t w = word; w < word + words; w++) {
		struct str s = v->words[w].text;
		uint32_t first = char_first(s), last = char_last(s);
		t->words++;
		t->small += char_is_letter(first) && !char_is_upper(first);
		t->figures += char_is_digit(first) || char_is_sign(first);
		t->stops += (last == '.' || last == ',' || last == ';') && s.n > 2;
	}
}

static bool block_is_prose(const struct view *v, const struct view_block *k)
{
	struct tally t = { 0 };
	for (uint32_t i = 0; i < k->segs_n; i++)
		tally_add(&t, v, v->segs[k->segs[i]].word, v->segs[k->segs[i]].words);
	bool plain = t.small * 2 >= t.words && t.figures * 4 <= t.words;
	if (k->segs_n == 1)
		return plain && t.words >= 9 && t.stops > 0;
	return plain && t.words >= 5 * k->segs_n - 3 && t.words >= 9;
}

bool prose_mark(struct build *b)
{
	struct view *v = b->v;
	uint8_t *prose = ARENA_ARRAY(&b->scratch, v->blocks_n + 1, uint8_t);
	if (!prose)
		return false;
	for (uint32_t k = 0; k < v->blocks_n; k++)
		prose[k] = block_is_prose(v, &v->blocks[k]);
	for (uint32_t l = 0; l < v->lines_n; l++) {
		struct view_line *line = &v->lines[l];
		uint32_t in = 0;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++)
			in += prose[v->segs[s].block] ? v->segs[s].words : 0;
		if (in * 2 > line->words)
			line->flags |= VIEW_PROSE;
	}
	return true;
}
