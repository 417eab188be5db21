/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines that begin with a time, without columns:
 *
 *     Saturday 23 August               the date, or the section, of what follows
 *     14:00 The Crows                  time, title
 *     15:45 - 16:30 Luna Verhoeven     start, end, title
 *
 * Two texts behind the time are told by how they are set, one bold or upright and the other not; then the text that the
 * schema names before the time is what stands above.
 */
#include "extract/record.h"

#define MOMENT_SCORE 640
#define LINES_LEAST 3
#define LINE_WORDS 24
#define GIVEN 60 /* percent of the properties that must be given */

struct roles { /* properties by what they take; -1 = none */
	int start, end, title, second, above; /* second: a text set otherwise than the title; above: the date or section that headings give */
	bool dated;
};

struct moment {
	const struct span *start, *end;
	uint32_t text, text_end;
	uint32_t second; /* where the setting changes; text_end = nowhere */
};

/* A time and a text, perhaps the end of the time, and what a heading gives. */
static bool roles_read(const struct table_ctx *x, const struct plan_array *a, struct roles *r)
{
	*r = (struct roles){ -1, -1, -1, -1, -1, false };
	for (size_t i = 0; i < a->fields_n; i++) {
		const struct plan_field *f = &a->fields[i];
		uint32_t wants = type_wants(f->type);
		bool text = !wants || (wants & CELL_TEXT), date = f->type == VALUE_DATE;
		int *slot = f->type == VALUE_TIME ? (f->side == SIDE_END ? &r->end : &r->start) : date || (text && field_is_group(x, f)) ? &r->above : &r->title;
		if (slot == &r->title && r->start < 0 && r->above < 0) {
			r->above = (int)i; /* until there is no other text for a title */
			continue;
		}
		if (*slot >= 0 && slot == &r->title) {
			if (r->second >= 0)
				return false; /* nothing tells which of them a line has */
			slot = &r->second;
		}
		if (*slot >= 0 || (!text && !date && f->type != VALUE_TIME))
			continue;
		*slot = (int)i;
		r->dated |= date;
	}
	if (r->title < 0 && r->above >= 0 && !r->dated && !field_is_group(x, &a->fields[r->above])) {
		r->title = r->above;
		r->above = -1;
	}
	return r->start >= 0 && r->title >= 0 && !a->children_n;
}

static const struct span *time_at(const struct table_ctx *x, uint32_t word)
{
	uint32_t seg = x->v->words[word].seg;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == SPAN_TIME && x->sp->items[i].word == word && !x->sp->items[i].skip)
			return &x->sp->items[i];
	return NULL;
}

static bool is_dash(struct str w)
{
	return str_eq_z(w, "-") || str_eq_z(w, "–") || str_eq_z(w, "—") || str_eq_z(w, ":") || str_eq_z(w, "|");
}

static bool line_read(const struct table_ctx *x, uint32_t line, struct moment *m)
{
	const struct view_line *l = &x->v->lines[line];
	uint32_t end = l->word + l->words, w = l->words > 2 && (cell_read(x, l->word, 1) & CELL_BLANK) ? l->word + 1 : l->word; /* a bullet */
	*m = (struct moment){ .text_end = end };
	if (l->words < 2 || l->words > LINE_WORDS || l->segs > 2 || (l->flags & (VIEW_RUNNING | VIEW_PROSE)) || x->role[w] != ROLE_NONE ||
	    !(m->start = time_at(x, w)))
		return false;
	bool apart = x->v->words[m->start->word + m->start->words - 1].seg != x->v->words[end - 1].seg;
	if (l->segs == 2 && apart == (w > l->word))
		return false; /* the time, or the bullet, has a column of its own, or the line none */
	w = m->start->word + m->start->words;
	if (w + 1 < end && is_dash(x->v->words[w].text) && (m->end = time_at(x, w + 1)))
		w = m->end->word + m->end->words;
	while (w < end && is_dash(x->v->words[w].text))
		w++;
	m->text = w;
	m->second = w;
	while (m->second < end && !((x->v->words[m->second].flags ^ x->v->words[w].flags) & (DOC_BOLD | DOC_ITALIC)))
		m->second++;
	return w < end && (cell_read(x, w, end - w) & CELL_TEXT);
}

static struct found run_value(struct table_ctx *x, const struct plan_field *f, uint32_t from, uint32_t end)
{
	uint32_t *words = ARENA_ARRAY(x->a, end - from, uint32_t);
	for (uint32_t w = from; words && w < end; w++) {
		words[w - from] = w;
		x->role[w] = ROLE_TABLE_BODY;
	}
	return words ? found_make(x, f, words, end - from, MOMENT_SCORE) : (struct found){ 0 };
}

static bool line_emit(struct table_ctx *x, const struct plan_array *a, const struct roles *r, const struct moment *m, uint32_t head, struct records *out)
{
	struct found *cells = ARENA_ARRAY(x->a, a->fields_n, struct found);
	const struct view_line *h = head == VIEW_NONE ? NULL : &x->v->lines[head];
	if (!cells)
		return false;
	cells[r->start] = run_value(x, &a->fields[r->start], m->start->word, m->start->word + m->start->words);
	if (m->end && r->end >= 0)
		cells[r->end] = run_value(x, &a->fields[r->end], m->end->word, m->end->word + m->end->words);
	cells[r->title] = run_value(x, &a->fields[r->title], m->text, r->second < 0 ? m->text_end : m->second);
	if (r->second >= 0 && m->second < m->text_end)
		cells[r->second] = run_value(x, &a->fields[r->second], m->second, m->text_end);
	if (h && r->above >= 0 && (!r->dated || cell_span(x, VALUE_DATE, h->word, h->words))) {
		cells[r->above] = run_value(x, &a->fields[r->above], h->word, h->word + h->words);
		cells[r->above].inherited = true;
	}
	const struct view_word *w = &x->v->words[m->text];
	out->items[out->n++] = (struct record){ .cell = cells, .page = w->page, .line = w->line };
	out->seen++;
	return true;
}

/* Enough lines, and enough of what is asked for on them and above them. */
static bool is_enough(const struct table_ctx *x, const struct plan_array *a, const struct roles *r)
{
	size_t lines = 0, ends = 0, heads = 0, parted = 0;
	struct moment m;
	for (uint32_t l = 0; l < x->v->lines_n; l++)
		if (line_read(x, l, &m)) {
			lines++;
			ends += m.end != NULL;
			parted += m.second < m.text_end;
			heads += l && line_heads(x, l - 1);
		}
	if (r->second >= 0 && parted * 10 < lines * 8)
		return false;
	size_t given = 2 + (r->second >= 0) + (r->end >= 0 && ends) + (r->above >= 0 && heads);
	return lines >= LINES_LEAST && given * 100 >= a->fields_n * GIVEN;
}

bool moments_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct roles r;
	struct moment m;
	uint32_t head = VIEW_NONE;
	if (!roles_read(x, pl->array, &r) || !is_enough(x, pl->array, &r))
		return true;
	out->items = ARENA_ARRAY(x->a, x->v->lines_n, struct record);
	for (uint32_t l = 0; out->items && l < x->v->lines_n; l++) {
		bool other = head != VIEW_NONE && heading_names_other(x, pl->array, head);
		if (line_read(x, l, &m)) {
			if (!other && !line_emit(x, pl->array, &r, &m, head, out))
				return false;
		} else if (line_heads(x, l)) {
			head = l;
		}
	}
	out->score = MOMENT_SCORE;
	return out->items != NULL;
}
