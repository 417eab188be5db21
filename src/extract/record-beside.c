/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-beside - plain values of an array that stand where the value of one label stands:
 *
 *     Colours     Forest green, Slate          beside it, between commas
 *     Languages   German                       beside it, one a line
 *                 French
 *     *Inactive ingredients* lactose, water    behind it, in other type
 *     Sizes                                    below it, indented
 *         S, M, L
 */
#include "extract/record-item.h"

enum { LABEL_MOST = 5, LIKES = 800, RUNS = 24, SHORT_RUN = 5, LONG_VALUE = 24, VALUE_WORDS = 256 };

struct run { /* words of one line of the value */
	uint32_t word, end;
};

struct beside {
	struct table_ctx *x;
	const struct view *v;
	struct run run[RUNS];
	size_t n;
};

static int label_sim(struct table_ctx *x, const struct plan_array *a, uint32_t word, uint32_t n)
{
	uint32_t ids[LABEL_MOST];
	for (uint32_t i = 0; i < n; i++)
		ids[i] = word + i;
	return plan_alias_match(x->in, words_phrase(x, ids, n), a->aliases, a->aliases_n);
}

static bool ends_label(struct str w)
{
	return w.n && w.p[w.n - 1] == ':';
}

static void run_put(struct beside *b, uint32_t word, uint32_t end)
{
	if (b->n < RUNS && word < end)
		b->run[b->n++] = (struct run){ word, end };
}

/* Does a line go on at once below the one above it, without the space that parts paragraphs? */
static bool line_follows(const struct beside *b, uint32_t l)
{
	const struct view_line *now = &b->v->lines[l], *above = now - 1;
	return l < b->v->lines_n && now->page == above->page && now->box.y0 - above->box.y1 < b->x->em * 6 / 10 &&
	       !(now->flags & (VIEW_RUNNING | VIEW_HEADING));
}

static int32_t apart(int32_t a, int32_t b)
{
	return a > b ? a - b : b - a;
}

/* Lines below the value's first, in its column, with nothing in the label's. */
static void column_take(struct beside *b, const struct view_seg *label, const struct view_seg *value)
{
	run_put(b, value->word, value->word + value->words);
	for (uint32_t l = value->line + 1; l < b->v->lines_n && line_follows(b, l); l++) {
		const struct view_line *line = &b->v->lines[l];
		const struct view_seg *first = &b->v->segs[line->seg], *next = NULL;
		for (uint32_t s = line->seg; s < line->seg + line->segs && !next; s++)
			if (apart(b->v->segs[s].box.x0, value->box.x0) <= b->x->em / 2)
				next = &b->v->segs[s];
		bool labelled = next != first && first->box.x0 < value->box.x0 && first->box.x1 > label->box.x0;
		if (!next || labelled || ends_label(b->v->words[next->word + next->words - 1].text))
			return;
		run_put(b, next->word, next->word + next->words);
	}
}

/* Lines below a label that are set further in, up to one that is not. */
static void indented_take(struct beside *b, const struct view_seg *label)
{
	for (uint32_t l = label->line + 1; l < b->v->lines_n && line_follows(b, l); l++) {
		const struct view_line *line = &b->v->lines[l];
		if (line->box.x0 <= label->box.x0 + b->x->em / 2)
			return;
		if (line->segs > 1 || line_has_bullet(b->v, line)) {
			b->n = 0;
			return; /* a table, or a list that is read as one */
		}
		run_put(b, line->word, line->word + line->words);
	}
}

/* What stands behind a bold label, to the end of its paragraph. */
static void behind_take(struct beside *b, const struct view_seg *label, uint32_t from)
{
	run_put(b, from, label->word + label->words);
	for (uint32_t l = label->line + 1; l < b->v->lines_n && line_follows(b, l); l++) {
		const struct view_line *line = &b->v->lines[l];
		if (line->segs > 1 || line_has_bullet(b->v, line) || (b->v->words[line->word].flags & DOC_BOLD) ||
		    b->v->segs[line->seg].block != label->block)
			return;
		run_put(b, line->word, line->word + line->words);
	}
}

/* Where the bold words a segment begins with end; 0 if all or none are bold. */
static uint32_t bold_words(const struct view *v, const struct view_seg *g)
{
	uint32_t n = 0;
	while (n < g->words && (v->words[g->word + n].flags & DOC_BOLD))
		n++;
	return n < g->words ? n : 0;
}

/* Takes the value of a label in segment s; the label's similarity, 0 if there is none. */
static int value_take(struct beside *b, const struct plan_array *a, uint32_t s)
{
	const struct view_seg *g = &b->v->segs[s];
	const struct view_line *line = &b->v->lines[g->line];
	uint32_t bold = bold_words(b->v, g), words = bold && bold < g->words ? bold : g->words;
	int sim = words <= LABEL_MOST ? label_sim(b->x, a, g->word, words) : 0;
	if (sim < LIKES || b->x->role[g->word] == ROLE_TABLE_BODY || b->x->role[g->word] == ROLE_TABLE_HEADER)
		return 0;
	if (words < g->words && b->v->words[g->word + words].text.p[0] == '(')
		return 0; /* "Ingredients (4 persons)" is a heading */
	if (words < g->words)
		behind_take(b, g, g->word + words);
	else if (s + 1 < line->seg + line->segs)
		column_take(b, g, g + 1);
	else if (line->segs == 1 && !(line->flags & VIEW_HEADING))
		indented_take(b, g);
	return sim;
}

static bool items_cut(struct beside *b, struct item_list *out)
{
	uint32_t ids[VALUE_WORDS];
	size_t n = 0, commas = 0;
	uint16_t cut;
	for (size_t i = 0; i < b->n; i++)
		for (uint32_t w = b->run[i].word; w < b->run[i].end && n < VALUE_WORDS; w++) {
			commas += word_ends_item(b->v->words[w].text, &cut);
			ids[n++] = w;
		}
	if (!commas && n > LONG_VALUE)
		return true; /* a paragraph */
	if (commas || n > SHORT_RUN * b->n)
		return commas ? items_of_words(b->x, ids, n, out) : item_push(b->x, out, ids, n, 0);
	for (size_t i = 0, at = 0; i < b->n; at += b->run[i].end - b->run[i].word, i++)
		if (!item_push(b->x, out, ids + at, b->run[i].end - b->run[i].word, 0))
			return false;
	return true;
}

bool line_answers(struct table_ctx *x, const struct plan_array *array, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line];
	const struct view_seg *g = &x->v->segs[l->seg];
	return l->segs > 1 && g->words <= LABEL_MOST && label_sim(x, array, g->word, g->words) >= LIKES;
}

bool items_beside(struct table_ctx *x, const struct plan_array *array, uint32_t seg, struct item_list *out, int *sim)
{
	struct beside b = { .x = x, .v = x->v };
	*sim = value_take(&b, array, seg);
	if (!*sim || !b.n || (cell_read(x, b.run[0].word, b.run[0].end - b.run[0].word) & CELL_BLANK))
		return true;
	out->inside = out->named = true;
	return items_cut(&b, out);
}
