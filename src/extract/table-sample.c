/* SPDX-License-Identifier: Apache-2.0 */
/* table-sample - the first lines below a header, which decide where its columns end and what they hold. */
#include "extract/table.h"

#define DRAWN_SIGNS 6 /* least signs of a rule; fewer are dashes in empty cells */
#define ALIGN_AHEAD 6 /* lines looked ahead for one set like the first of the sample */

static bool line_is_vertical(const struct view *v, const struct view_line *l)
{
	return l->words && (v->words[l->word].flags & DOC_VERTICAL);
}

static bool is_read_off(const struct view *v, const struct view_line *l)
{
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (v->words[w].source != DOC_SOURCE_OCR)
			return false;
	return l->words > 0;
}

bool line_is_picture(const struct view *v, const struct view_line *head, const struct view_line *l)
{
	return is_read_off(v, l) && !is_read_off(v, head);
}

/* "-----   ====": a rule of signs, as plain text draws it. */
bool line_is_drawn(const struct view *v, const struct view_line *l)
{
	size_t signs = 0;
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		struct str t = v->words[w].text;
		for (size_t i = 0; i < t.n; i++)
			if (!strchr("-=_+|*~", t.p[i]))
				return false;
		signs += t.n;
	}
	return signs >= DRAWN_SIGNS;
}

static bool line_is_prose(const struct view_line *l)
{
	return (l->flags & VIEW_PROSE) && l->segs == 1 && l->words > 8;
}

static bool near_edge(int32_t a, int32_t b, int32_t slack)
{
	return a - b <= slack && b - a <= slack;
}

/* Most runs of line l stand under runs of the first line of the sample, on their left or right edges. */
static bool line_aligns(const struct table_ctx *x, const struct sample *s, const struct view_line *l)
{
	const struct view_line *f = &x->v->lines[s->lines[0]];
	uint32_t hits = 0;
	for (uint32_t a = l->seg; a < l->seg + l->segs; a++)
		for (uint32_t b = f->seg; b < f->seg + f->segs; b++) {
			struct doc_box p = x->v->segs[a].box, q = x->v->segs[b].box;
			if (near_edge(p.x0, q.x0, x->em / 4) || near_edge(p.x1, q.x1, x->em / 4)) {
				hits++;
				break;
			}
		}
	return hits >= 3 && hits * 3 >= l->segs * 2;
}

/* A line set like the first one follows within a few lines. */
static bool aligns_soon(const struct table_ctx *x, const struct sample *s, const struct view_line *l)
{
	const struct view_page *p = &x->v->pages[l->page];
	const struct view_line *end = x->v->lines + p->line + p->lines;
	int32_t bottom = l->box.y1;
	for (int n = 0; n < ALIGN_AHEAD && ++l < end; n++) {
		if (l->box.y0 - bottom > x->em * 4)
			return false;
		if (line_aligns(x, s, l))
			return true;
		bottom = l->box.y1;
	}
	return false;
}

/*
 * Far below: plainly wider than all gaps so far. Two rows alone say little about
 * gaps; a line set like the first one begins a further record, a single run may be
 * a caption.
 */
static bool gap_ends_sample(const struct table_ctx *x, const struct sample *s, int32_t gap, int32_t gap_max,
			    const struct view_line *l)
{
	if (!s->n)
		return gap > x->em * 7;
	if (gap <= x->em * 5 && line_aligns(x, s, l))
		return false;
	if (gap <= x->em * 3 && aligns_soon(x, s, l))
		return false;
	if (l->segs == 1)
		return gap > x->em && gap > gap_max * 16 / 10 && gap > gap_max + x->em * 6 / 10;
	if (s->n < 2)
		return gap > x->em * 3;
	return gap > x->em && gap > gap_max * 22 / 10 + x->em * (l->segs > 2 ? 15 : 6) / 10;
}

/* Totals are set their own way, across the columns; what they look like says nothing about the cells above. */
bool line_names_total(struct table_ctx *x, const struct view_line *l)
{
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
		if (x->v->segs[s].words <= 8) {
			struct phrase p = seg_phrase(x, s);
			if (words_begin_total(x, p) || (p.n <= 3 && phrase_is_total(x, p)))
				return true;
		}
	return false;
}

bool line_is_pair(const struct view *v, const struct view_line *l)
{
	if (l->segs != 2)
		return false;
	const struct view_seg *g = &v->segs[l->seg];
	struct str last = v->words[g->word + g->words - 1].text;
	return last.p[last.n - 1] == ':';
}

/* Lines of one run at the end, after rows of several, are notes below the table. */
static void sample_trim(const struct view *v, struct sample *s)
{
	uint32_t rows = 0, last = 0;
	for (uint32_t i = 0; i < s->n; i++)
		if (v->lines[s->lines[i]].segs > 1) {
			rows++;
			last = i + 1;
		}
	if (rows >= 3 && rows * 3 >= last * 2)
		s->n = last;
}

bool line_is_beside(const struct table_ctx *x, const struct view_line *head, const struct view_line *l)
{
	return x->v != x->whole && l->page == head->page && l->box.y0 <= head->box.y0 + x->em / 4;
}

/* The same words again: the header of the next part. */
static bool line_says_again(const struct view *v, const struct view_line *head, const struct view_line *l)
{
	if (head->words != l->words || head->segs < 2)
		return false;
	for (uint32_t w = 0; w < l->words; w++)
		if (!str_eq(v->words[head->word + w].text, v->words[l->word + w].text))
			return false;
	return true;
}

void sample_take(struct table_ctx *x, uint32_t line, uint32_t lines, struct sample *s)
{
	const struct view *v = x->v;
	const struct view_line *head = &v->lines[line + lines - 1];
	const struct view_page *p = &v->pages[head->page];
	int32_t bottom = head->box.y1, gap_max = 0;
	int32_t frame = rule_frame_bottom(page_rules(x, head->page), head->box.x0, head->box.x1, bottom, x->em);
	uint32_t prose = 0;
	s->n = 0;
	for (uint32_t l = line + lines; l < p->line + p->lines && s->n < SAMPLE_LINES && prose < 2; l++) {
		const struct view_line *vl = &v->lines[l];
		if ((vl->flags & VIEW_RUNNING) || line_is_vertical(v, vl) || line_is_picture(v, head, vl) ||
		    line_is_drawn(v, vl))
			continue;
		int32_t gap = vl->box.y0 - bottom;
		if (line_is_beside(x, head, vl) || line_says_again(v, head, vl))
			break;
		if (vl->box.y0 >= frame || gap_ends_sample(x, s, gap, gap_max, vl))
			break;
		bool pair = s->n && line_is_pair(v, vl) && !line_is_pair(v, &v->lines[s->lines[0]]);
		if (pair && gap > gap_max * PAIRS_APART / 10)
			break;
		if (gap > gap_max)
			gap_max = gap;
		bottom = vl->box.y1 > bottom ? vl->box.y1 : bottom;
		prose = line_is_prose(vl) ? prose + 1 : 0;
		if (!prose && !pair && !(s->n && line_names_total(x, vl)))
			s->lines[s->n++] = l;
	}
	sample_trim(v, s);
}
