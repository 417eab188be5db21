/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A line may be numbered if it begins with a number of one to four digits that stands apart from its text. Such numbers are a
 * gutter if they grow by one step, as lines do, stand in one column, and nothing else of the page stands there: the first
 * column of a table has a head, and other words.
 */
#include "layout/gutter.h"

#include <stdlib.h>

enum {
	MOST_DIGITS = 4,
	LEAST = 5,       /* numbers that make a gutter */
	APART = 60,      /* percent of the font size between a number and its text */
	SLACK = 600,     /* how far numbers of one column may end apart */
	STRAY = 1        /* a number in so many that is out of step is passed over */
};

struct numbered {
	struct layout_numbered at;
	uint32_t value;
};

static bool read_number(struct str s, uint32_t *value)
{
	*value = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*value = *value * 10 + (uint32_t)(s.p[i] - '0');
	}
	return s.n > 0 && s.n <= MOST_DIGITS && *value > 0;
}

static bool is_numbered(const struct view *v, uint32_t l, struct numbered *out)
{
	const struct view_line *line = &v->lines[l];
	const struct view_word *w = &v->words[line->word];
	if (!line->words || !read_number(w->text, &out->value))
		return false;
	out->at = (struct layout_numbered){ l, line->word };
	return line->words == 1 || w[1].box.x0 - w->box.x1 >= w->size * APART / 100;
}

static size_t collect(const struct view *v, const struct view_page *p, struct numbered *out)
{
	size_t n = 0;
	for (uint32_t l = p->line; l < p->line + p->lines; l++)
		n += is_numbered(v, l, &out[n]);
	return n;
}

/* The longest run from i on that grows by the step of its first two; its members to the front of out. */
static size_t run_from(const struct view *v, const struct numbered *all, size_t n, size_t i, struct numbered *out)
{
	size_t kept = 0;
	uint32_t step = 0, next = all[i].value;
	int32_t edge = v->words[all[i].at.word].box.x1;
	for (size_t k = i; k < n; k++) {
		int32_t off = v->words[all[k].at.word].box.x1 - edge;
		if (off > SLACK || off < -SLACK)
			continue;
		if (kept == 1 && all[k].value > all[i].value && all[k].value - all[i].value <= 10)
			next = all[i].value + (step = all[k].value - all[i].value);
		if (all[k].value != next)
			continue;
		out[kept++] = all[k];
		next += step;
	}
	return kept;
}

/* Does a word that is no number of the gutter reach into its column? */
static bool is_crossed(const struct view *v, const struct view_page *p, const struct numbered *run, size_t n)
{
	int32_t x0 = INT32_MAX, x1 = 0;
	for (size_t i = 0; i < n; i++) {
		const struct doc_box *b = &v->words[run[i].at.word].box;
		x0 = b->x0 < x0 ? b->x0 : x0;
		x1 = b->x1 > x1 ? b->x1 : x1;
	}
	size_t at = 0;
	for (uint32_t w = p->word; w < p->word + p->words; w++) {
		const struct doc_box *b = &v->words[w].box;
		if (at < n && run[at].at.word == w)
			at++;
		else if (b->x0 < x1)
			return true;
	}
	return false;
}

/* Every step-th line has a number: lines and numbers grow alike. */
static bool is_in_step(const struct numbered *run, size_t n)
{
	uint32_t step = run[1].value - run[0].value, lines = run[n - 1].at.line - run[0].at.line;
	return lines + 1 >= n && lines <= 2 * step * (uint32_t)(n - 1) + STRAY && (step == 1 || lines >= (step - 1) * (uint32_t)(n - 1));
}

size_t layout_line_numbers(const struct view *v, uint32_t page, struct arena *a, struct layout_numbered **out)
{
	const struct view_page *p = &v->pages[page];
	struct numbered *all = ARENA_ARRAY(a, p->lines + 1u, struct numbered), *run = ARENA_ARRAY(a, p->lines + 1u, struct numbered);
	size_t n = all && run ? collect(v, p, all) : 0, best = 0;
	*out = n >= LEAST ? ARENA_ARRAY(a, n, struct layout_numbered) : NULL;
	/* Few things before a gutter look like its first number: a page's, a date's. */
	for (size_t i = 0; *out && i < n && i < LEAST && !best; i++) {
		size_t kept = run_from(v, all, n, i, run);
		if (kept >= LEAST && is_in_step(run, kept) && !is_crossed(v, p, run, kept))
			best = kept;
	}
	for (size_t i = 0; i < best; i++)
		(*out)[i] = run[i].at;
	return best;
}
