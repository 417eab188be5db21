/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-sign - who signs, below the closing of a letter:
 *
 *      Yours sincerely,
 *      Rosalind Keane                a name
 *      Director                      as what
 *      Keane & Partners LLP          and for whom
 */
#include "extract/field-letter.h"
#include <stdlib.h>

enum { SIGN_LINES = 9, ORG_LINES = 3, SIGNER_WORDS = 7 };

static struct str text_of(const struct fx *x, uint32_t w)
{
	return x->v->words[w].text;
}

bool words_are_name(const struct fx *x, uint32_t from, uint32_t end)
{
	uint32_t full = 0;
	if (end - from > SIGNER_WORDS)
		return false;
	for (uint32_t w = from; w < end; w++) {
		struct str t = text_of(x, w);
		if (str_has_digit(t) || memchr(t.p, '@', t.n) || memchr(t.p, ':', t.n))
			return false;
		size_t i = 0;
		uint32_t c = str_utf8_next(t, &i);
		full += !(c >= 'a' && c <= 'z') && t.n > 2 && t.p[t.n - 1] != '.';
	}
	return full >= 2 || (full == 1 && end - from >= 2);
}

bool seg_is_plain(const struct fx *x, const struct view_seg *g)
{
	if (g->words > TITLE_WORDS)
		return false;
	for (uint32_t w = g->word; w < g->word + g->words; w++)
		if (str_has_digit(text_of(x, w)) || memchr(text_of(x, w).p, '@', text_of(x, w).n))
			return false;
	return true;
}

static bool is_rule_of_signs(struct str w)
{
	return w.n && (w.p[0] == '_' || w.p[0] == '.') && (w.n < 2 || w.p[1] == w.p[0]);
}

struct found letter_run(struct fx *x, uint32_t from, uint32_t end)
{
	struct found v = found_run(x, from, end - from);
	struct str last = text_of(x, end - 1);
	v.cut = last.n > 1 && strchr(",;", last.p[last.n - 1]) ? 1 : 0;
	return v;
}

/* The segment of a line set under another: from the same left edge on, or around the same middle; VIEW_NONE if none is. */
uint32_t seg_below(const struct fx *x, uint32_t l, const struct view_seg *over)
{
	const struct view_line *line = &x->v->lines[l];
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		const struct doc_box *b = &x->v->segs[s].box;
		if (abs(b->x0 - over->box.x0) <= 2 * x->em || abs(b->x0 + b->x1 - over->box.x0 - over->box.x1) <= 2 * x->em)
			return s;
	}
	return VIEW_NONE;
}

/* The company that a line of a signature names, below the name or the title. */
static struct found org_below(struct fx *x, const struct view_seg *name)
{
	for (uint32_t l = name->line + 1; l < x->line1 && l <= name->line + ORG_LINES && x->v->lines[l].leading <= 2 * x->em; l++) {
		uint32_t s = seg_below(x, l, name);
		for (uint32_t i = s == VIEW_NONE ? 0 : x->sp->by_seg[s]; s != VIEW_NONE && i < x->sp->by_seg[s + 1]; i++)
			if (x->sp->items[i].type == SPAN_ORG)
				return span_words(x, &x->sp->items[i]);
	}
	return (struct found){ 0 };
}

/* "Rosalind Keane, Director" holds both. */
static void signer_add(struct fx *x, struct letter *m, const struct view_seg *g, const struct view_seg *below, bool close)
{
	uint32_t end = g->word + g->words, cut = end;
	for (uint32_t w = g->word + 1; w + 1 < end; w++)
		if (strchr(",", text_of(x, w).p[text_of(x, w).n - 1]) && text_of(x, w + 1).n > 4) {
			cut = w + 1;
			break;
		}
	if (m->signers_n == SIGNERS)
		return;
	if (!words_are_name(x, g->word, cut)) {
		if (close && g->words == 1 && below && below->words > 1 && seg_is_plain(x, below)) /* "Tamsin": a first name over a title */
			m->signers[m->signers_n++] = (struct signer){ .title = letter_run(x, below->word, below->word + below->words) };
		return;
	}
	struct signer s = { .name = letter_run(x, g->word, cut), .org = org_below(x, g) };
	if (cut < end)
		s.title = letter_run(x, cut, end);
	else if (below && seg_is_plain(x, below) && !word_is_sign(text_of(x, below->word)))
		s.title = letter_run(x, below->word, below->word + below->words);
	m->signers[m->signers_n++] = s;
}

/* Names below the closing, in its column, or in any. */
void signers_find(struct fx *x, struct letter *m, uint32_t line, bool any)
{
	const struct view_line *close = &x->v->lines[line];
	const struct view_seg *over = &x->v->segs[close->seg];
	for (uint32_t l = line + 1; l < x->line1 && l <= line + SIGN_LINES; l++) {
		const struct view_line *vl = &x->v->lines[l];
		uint32_t s = any ? vl->seg : seg_below(x, l, over);
		if (s == VIEW_NONE || (vl->flags & VIEW_PROSE && vl->words > TITLE_WORDS) || is_rule_of_signs(text_of(x, vl->word)))
			continue;
		const struct view_seg *g = &x->v->segs[s];
		uint32_t below = l + 1 < x->line1 ? seg_below(x, l + 1, any ? g : over) : VIEW_NONE;
		const struct view_seg *b = below == VIEW_NONE || x->v->lines[l + 1].leading > 2 * x->em ? NULL : &x->v->segs[below];
		uint32_t before = m->signers_n;
		struct str last = text_of(x, g->word + g->words - 1);
		if (last.p[last.n - 1] == ',' || !seg_is_plain(x, g))
			continue; /* "on behalf of the inspector," */
		signer_add(x, m, g, b, l == line + 1);
		if (m->signers_n > before && m->signers[before].title.n && b && m->signers[before].title.words[0] == b->word)
			l++;
		else if (m->signers_n == before && m->signers_n)
			return;
	}
}
