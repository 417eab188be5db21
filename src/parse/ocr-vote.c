/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Two readings of one sheet, word against word.
 *
 *     first     Inv0ice   No.  47 11          first and other overlap in places:
 *     other     Invoice   No   4711   12.50   Inv0ice|Invoice, No.|No, 47 11|4711
 *
 * Each place takes the reading that is surer of its letters. "12.50" only one saw:
 * it stays if that one was sure.
 */
#include "parse/ocr-reading.h"

#include <stdlib.h>

#define LONELY 70.0f /* confidence of what one reading alone saw */
#define DREAMT 40.0f /* below it, what the other did not see was not there */
#define SURER 1.05   /* the first reading stays unless the other is better by this factor */

struct vote {
	struct ocr_reading *side[2];
	size_t n;     /* words of both, first's before other's */
	size_t *root; /* of each word's place: the first word of its place, by union and find */
};

static struct ocr_found *word_at(const struct vote *v, size_t i)
{
	return i < v->side[0]->n ? &v->side[0]->words[i] : &v->side[1]->words[i - v->side[0]->n];
}

/* ---- places */

static size_t root_of(const struct vote *v, size_t i)
{
	while (v->root[i] != i)
		i = v->root[i] = v->root[v->root[i]];
	return i;
}

static void unite(const struct vote *v, size_t i, size_t k)
{
	i = root_of(v, i);
	k = root_of(v, k);
	v->root[i > k ? i : k] = i > k ? k : i;
}

/* Do two stretches share at least half of the shorter one? */
static bool share_half(int a0, int a1, int b0, int b1)
{
	int from = a0 > b0 ? a0 : b0, to = a1 < b1 ? a1 : b1, a = a1 - a0, b = b1 - b0;
	return (to - from) * 2 > (a < b ? a : b);
}

static bool same_place(const struct ocr_found *a, const struct ocr_found *b)
{
	return share_half(a->x0, a->x1, b->x0, b->x1) && share_half(a->y0, a->y1, b->y0, b->y1);
}

static bool find_places(struct vote *v, struct ocr_reading *first, struct ocr_reading *other)
{
	*v = (struct vote){ .side = { first, other }, .n = first->n + other->n };
	v->root = malloc((v->n ? v->n : 1) * sizeof(*v->root));
	if (!v->root)
		return false;
	for (size_t i = 0; i < v->n; i++)
		v->root[i] = i;
	for (size_t i = 0; i < first->n; i++)
		for (size_t k = first->n; k < v->n; k++)
			if (same_place(word_at(v, i), word_at(v, k)))
				unite(v, i, k);
	return true;
}

/* ---- counting */

struct tally { /* of one place */
	double sum[2];     /* confidence by letters */
	size_t letters[2];
	int line;          /* of the first reading's words; 0 = it saw nothing */
};

static struct tally *count(const struct vote *v)
{
	struct tally *t = calloc(v->n ? v->n : 1, sizeof(*t));
	for (size_t i = 0; t && i < v->n; i++) {
		struct tally *at = &t[root_of(v, i)];
		int side = i >= v->side[0]->n;
		size_t n = ocr_letters(word_at(v, i)->text);
		at->sum[side] += (double)word_at(v, i)->conf * (double)n;
		at->letters[side] += n;
		at->line = side || at->line ? at->line : word_at(v, i)->line;
	}
	return t;
}

/* Which side's words stay; letters one side misses count against it. */
static bool stays(const struct tally *t, int side, const struct ocr_found *w)
{
	size_t most = t->letters[0] > t->letters[1] ? t->letters[0] : t->letters[1];
	if (!t->letters[!side])
		return w->conf >= (side ? LONELY : DREAMT);
	bool other = t->sum[1] / (double)most > SURER * t->sum[0] / (double)most;
	return other == (side == 1);
}

/* The first reading's line on whose height the word lies, nearest to it; 0 = none. */
static int line_beside(const struct ocr_reading *first, const struct ocr_found *w)
{
	int best = 0, nearest = 0;
	for (size_t i = 0; i < first->n; i++) {
		const struct ocr_found *f = &first->words[i];
		int gap = f->x0 > w->x1 ? f->x0 - w->x1 : w->x0 - f->x1;
		if (share_half(f->y0, f->y1, w->y0, w->y1) && (!best || gap < nearest)) {
			best = f->line;
			nearest = gap;
		}
	}
	return best;
}

/* ---- joining */

static int by_line(const void *pa, const void *pb)
{
	const struct ocr_found *a = pa, *b = pb;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->x0 != b->x0)
		return a->x0 < b->x0 ? -1 : 1;
	return (a->y0 > b->y0) - (a->y0 < b->y0);
}

/* Copy what stays to r. Lines that only other has come after first's. */
static bool take(const struct vote *v, const struct tally *tallies, struct ocr_reading *r)
{
	const struct ocr_reading *first = v->side[0];
	for (size_t i = 0; i < v->n; i++) {
		const struct tally *t = &tallies[root_of(v, i)];
		struct ocr_found *w = word_at(v, i);
		int side = i >= first->n;
		if (!stays(t, side, w))
			continue;
		struct ocr_found copy = *w;
		if (side) {
			int line = t->line ? t->line : line_beside(first, w);
			copy.line = line ? line : first->lines + w->line;
		}
		if (!ocr_reading_add(r, &copy, w->text))
			return false;
	}
	r->lines = first->lines + v->side[1]->lines;
	if (r->n)
		qsort(r->words, r->n, sizeof(*r->words), by_line);
	return true;
}

bool ocr_reading_join(struct ocr_reading *r, struct ocr_reading *other)
{
	struct vote v;
	struct ocr_reading joined = { 0 };
	bool other_leads = ocr_reading_weight(other) > ocr_reading_weight(r);
	bool ok = find_places(&v, other_leads ? other : r, other_leads ? r : other);
	struct tally *t = ok ? count(&v) : NULL;
	ok = t && take(&v, t, &joined);
	free(t);
	free(v.root);
	ocr_reading_free(other);
	ocr_reading_free(r);
	*r = joined;
	return ok;
}
