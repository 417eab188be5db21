/* SPDX-License-Identifier: Apache-2.0 */
/* record-tenure - from when to when an entry below a heading lasted. */
#include "extract/record-section.h"

static const struct span *line_span(const struct sectioner *s, uint32_t line, enum span_type t)
{
	const struct view_line *l = &s->x->v->lines[line];
	for (uint32_t i = s->x->sp->by_seg[l->seg]; i < s->x->sp->by_seg[l->seg + l->segs]; i++)
		if (s->x->sp->items[i].type == t)
			return &s->x->sp->items[i];
	return NULL;
}

const struct span *entry_span(const struct sectioner *s, uint32_t from, uint32_t to, enum span_type t)
{
	const struct span *sp = NULL;
	for (uint32_t i = from; i < to && !sp; i++)
		sp = line_span(s, s->lines[i], t);
	return sp;
}

uint32_t *entry_words(const struct sectioner *s, uint32_t word, uint32_t n)
{
	uint32_t *words = ARENA_ARRAY(s->x->a, n, uint32_t);
	for (uint32_t w = 0; words && w < n; w++) {
		words[w] = word + w;
		s->x->role[words[w]] = ROLE_TABLE_BODY;
	}
	return words;
}

static struct found span_value(const struct sectioner *s, const struct span *sp)
{
	uint32_t *words = entry_words(s, sp->word, sp->words);
	return words ? (struct found){ .words = words, .n = sp->words, .skip = sp->skip, .cut = sp->cut, .canon = sp->canon,
				       .score = SECTION_SCORE + 100 }
		     : (struct found){ 0 };
}

/* "June 2023 - present", "March 2018 to date": a dash after the only date, or a word for it, leaves the range open. */
static bool range_is_open(const struct sectioner *s, const struct span *date)
{
	const struct view_line *l = &s->x->v->lines[s->x->v->words[date->word].line];
	uint32_t next = date->word + date->words, end = l->word + l->words;
	struct str last = s->x->v->words[next - 1].text, w = next < end ? s->x->v->words[next].text : (struct str){ "", 0 };
	size_t i = 0;
	uint32_t c = w.n ? str_utf8_next(w, &i) : 0;
	static const char *const words[] = { "to", "until", "till", "bis", "hasta", "tot", "até" };
	bool dash = (c == '-' || c == 0x2013 || c == 0x2014) && i == w.n;
	return (dash || STR_ONE_OF(w, words)) && next + 1 < end && last.n;
}

/* Whether it goes on, by how its dates end. */
static void current_fill(const struct sectioner *s, const struct span *dates, bool open, struct found *cells)
{
	for (size_t p = 0; dates && p < s->pl->n; p++) {
		const struct prop *q = &s->pl->items[p];
		if (q->child >= 0 || !kind_asks_current(s->x->in, q->field))
			continue;
		cells[q->index] = span_value(s, dates);
		cells[q->index].canon = open ? STR("true") : STR("false");
	}
}

/* As printed, one end of a range is its own words: "Mar 2021", "Present". */
static void end_trim(const struct sectioner *s, const struct plan_field *f, struct found *v)
{
	uint32_t from = v->n ? v->words[0] : 0, end = from + (uint32_t)v->n, first = from;
	if (!v->n || (f->form & FORM_ISO_DATE) || f->side == SIDE_NONE)
		return;
	range_end_words(s->x->v, f->side, &from, &end);
	v->words += from - first;
	v->n = end - from;
	v->skip = from > first ? 0 : v->skip;
}

/* What stands for the end of a range that is open: the word behind its dash. */
static struct found open_end(const struct sectioner *s, const struct span *date)
{
	struct span after = { .word = date->word + date->words + 1, .words = 1 };
	return span_value(s, &after);
}

/* "Sofia University, 2018": a year by itself, in the lines of an entry without dates. */
static const struct span *entry_year(const struct sectioner *s, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to && i < from + HEAD_LINES_MOST; i++) {
		const struct view_line *l = &s->x->v->lines[s->lines[i]];
		for (uint32_t k = s->x->sp->by_seg[l->seg]; k < s->x->sp->by_seg[l->seg + l->segs]; k++) {
			const struct span *sp = &s->x->sp->items[k];
			if (sp->type == SPAN_NUMBER && sp->integer && sp->canon.n == 4 && (str_starts(sp->canon, STR("19")) || str_starts(sp->canon, STR("20"))))
				return sp;
		}
	}
	return NULL;
}

/* "2012 – 2013" */
bool span_is_years(const struct span *sp)
{
	return sp->type == SPAN_NUMBER_RANGE && sp->canon.n == 9 && sp->canon.p[4] == '/' && (sp->canon.p[0] == '1' || sp->canon.p[0] == '2') && sp->canon.p[5] == '2';
}

static const struct span *entry_years(const struct sectioner *s, uint32_t from, uint32_t to)
{
	const struct span *sp = entry_span(s, from, to, SPAN_NUMBER_RANGE);
	return sp && span_is_years(sp) ? sp : NULL;
}

bool entry_is_dated(const struct sectioner *s, uint32_t from, uint32_t to)
{
	return entry_span(s, from, to, SPAN_DATE) || entry_span(s, from, to, SPAN_DATE_RANGE) || entry_years(s, from, to);
}

/* A period as printed: "08/2014 – 03/2019"; with the word that stands before its date or behind it, where nothing else does: "seit 04/2019". */
static struct found period_value(const struct sectioner *s, const struct span *sp, bool open)
{
	const struct view_seg *g = &s->x->v->segs[s->x->v->words[sp->word].seg];
	bool alone = g->words <= sp->words + 2 || open;
	uint32_t from = g->words <= sp->words + 2 ? g->word : sp->word, end = alone ? g->word + g->words : sp->word + sp->words;
	uint32_t *words = entry_words(s, from, end - from);
	return words ? (struct found){ .words = words, .n = end - from, .score = SECTION_SCORE + 100 } : (struct found){ 0 };
}

static struct found date_value(const struct sectioner *s, const struct plan_field *f, const struct span *sp)
{
	struct found v = span_value(s, sp);
	if (sp->type != SPAN_DATE)
		end_trim(s, f, &v);
	if (sp->type == SPAN_NUMBER_RANGE)
		v.canon = f->side == SIDE_NONE ? v.canon : (struct str){ sp->canon.p + (f->side == SIDE_END) * 5, 4 };
	return v;
}

/* "von" and "bis" may be asked for as text. */
bool entry_wants_date(const struct plan_field *f)
{
	return (type_strong(f->type) & (CELL_DATE | CELL_YEAR)) || (f->type == VALUE_TEXT && f->side != SIDE_NONE && f->pair);
}

void entry_dates_fill(const struct sectioner *s, uint32_t from, uint32_t to, struct found *cells)
{
	const struct span *range = entry_span(s, from, to, SPAN_DATE_RANGE), *date = entry_span(s, from, to, SPAN_DATE);
	range = range || date ? range : entry_years(s, from, to);
	const struct span *year = range || date ? NULL : entry_year(s, from, to);
	bool open = !range && date && range_is_open(s, date);
	for (size_t p = 0; p < s->pl->n; p++) {
		const struct prop *q = &s->pl->items[p];
		bool start = q->field->side == SIDE_START, end = q->field->side == SIDE_END;
		if (q->child >= 0 || !entry_wants_date(q->field) || (range && range->type == SPAN_NUMBER_RANGE && (q->field->form & FORM_ISO_DATE)))
			continue;
		bool other = q->field->pair && (open ? end : start); /* a single date ends, an open range starts */
		const struct span *sp = range ? range : other ? NULL : date;
		if (sp)
			cells[q->index] = date_value(s, q->field, sp);
		else if (open && end && !(q->field->form & FORM_ISO_DATE))
			cells[q->index] = open_end(s, date);
		else if (year && !start && (q->field->type == VALUE_YEAR || !(q->field->form & FORM_ISO_DATE)))
			cells[q->index] = span_value(s, year);
	}
	const struct span *when = range ? range : date ? date : year;
	for (size_t p = 0; when && p < s->pl->n; p++)
		if (s->pl->items[p].child < 0 && kind_asks_period(s->x->in, s->pl->items[p].field))
			cells[s->pl->items[p].index] = period_value(s, when, open);
	current_fill(s, range ? range : open ? date : NULL, open, cells);
}
