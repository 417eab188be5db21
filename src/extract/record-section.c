/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-kind.h"
#include "extract/record-section.h"

#include <stdlib.h>

/*
 * Records as entries below a heading (curricula, project lists):
 *
 *     EXPERIENCE
 *     Acme Corp, Engineer                     June 2020 - present
 *       - built things
 *     Beta Ltd, Intern                        May 2019 - Aug 2019
 *       - helped
 *
 * An entry begins after wider white space, or with a plain line after bullets.
 * Dates find the properties that want dates; the parts of the entry's first lines
 * go to the others, names of organisations to those that want one.
 */
#define HEADING_LEAST 700
#define ROWS_LEAST 3
#define HEADING_WORDS 6
/* ---- the section */

static bool line_is_heading(const struct view *v, const struct view_line *l)
{
	const struct view_word *w = &v->words[l->word];
	if (!l->words || l->segs != 1 || l->words > HEADING_WORDS)
		return false;
	return (l->flags & VIEW_HEADING) || (w->flags & DOC_BOLD) || w->size > v->pages[l->page].body_size + 50;
}

static bool same_style(const struct view *v, const struct view_line *a, const struct view_line *b)
{
	const struct view_word *p = &v->words[a->word], *q = &v->words[b->word];
	return p->size == q->size && (p->flags & DOC_BOLD) == (q->flags & DOC_BOLD) && p->color == q->color;
}

/* Another section begins: a line set as the heading is. Below "EXPERIENCE" a bold "Analyst, Acme Corp" is an entry. */
static bool section_ends(const struct view *v, const struct view_line *h, const struct view_line *l)
{
	const struct view_word *p = &v->words[h->word], *q = &v->words[l->word];
	bool both = h->flags & l->flags & VIEW_HEADING, near = p->source == DOC_SOURCE_OCR && abs(p->size - q->size) * 8 <= p->size;
	bool lower = line_is_capitals(v, h) && !line_is_capitals(v, l) && p->size == q->size && l->level > h->level;
	return !lower && line_is_heading(v, l) && (same_style(v, h, l) || (both && (l->level <= h->level || near)));
}

static uint32_t section_find(struct table_ctx *x, const struct plan_array *a)
{
	uint32_t best = VIEW_NONE;
	int sim = HEADING_LEAST - 1;
	for (uint32_t l = 0; l < x->v->lines_n; l++) {
		const struct view_line *vl = &x->v->lines[l];
		if (!line_is_heading(x->v, vl) || (vl->flags & VIEW_RUNNING))
			continue;
		struct phrase p = seg_phrase(x, vl->seg);
		int s = plan_alias_match(x->in, p, a->aliases, a->aliases_n);
		if (s < HEADING_LEAST && vl->words <= 3 && heading_holds_name(x, a, p))
			s = HEADING_LEAST; /* "Esperienze professionali" */
		if (s > sim) {
			sim = s;
			best = l;
		}
	}
	return best;
}

static bool line_has_bullet(const struct table_ctx *x, const struct view_line *l)
{
	struct str s = x->v->words[l->word].text;
	size_t i = 0;
	uint32_t c = s.n ? str_utf8_next(s, &i) : 0;
	return l->words > 1 && i == s.n && (c == 0x2022 || c == 0xb7 || c == '-' || c == '*' || c == 0x2013 || c == 0x25cf || c == 0x25aa ||
					    c == 0x25e6 || c == 0x2023 || c == 0x25cb || c == 0xf0b7);
}

static int gap_cmp(const void *a, const void *b)
{
	int32_t p = *(const int32_t *)a, q = *(const int32_t *)b;
	return (p > q) - (p < q);
}

static int32_t line_gap(const struct sectioner *s, uint32_t i)
{
	const struct view_line *l = &s->x->v->lines[s->lines[i]], *p = i ? &s->x->v->lines[s->lines[i - 1]] : NULL;
	return p && p->page == l->page ? l->box.y0 - p->box.y1 : -1;
}

/* The widest step among the white spaces: below it lines of an entry, above it entries. */
static void gaps_read(struct sectioner *s)
{
	int32_t g[SECTION_LINES], wide = 0;
	uint32_t n = 0;
	for (uint32_t i = 1; i < s->n; i++)
		if (line_gap(s, i) >= 0)
			g[n++] = line_gap(s, i);
	qsort(g, n, sizeof(*g), gap_cmp);
	for (uint32_t i = 1; i < n; i++)
		if (g[i] - g[i - 1] > wide) {
			wide = g[i] - g[i - 1];
			s->gap_split = (g[i] + g[i - 1]) / 2;
		}
	s->gap_split = wide * 3 < s->x->em ? 0 : s->gap_split;
}

static bool section_read(struct sectioner *s, uint32_t head)
{
	const struct view *v = s->x->v;
	const struct view_line *h = &v->lines[head];
	for (uint32_t l = head + 1; l < v->lines_n && s->n < SECTION_LINES; l++) {
		const struct view_line *vl = &v->lines[l];
		if ((vl->flags & VIEW_RUNNING) || !vl->words)
			continue;
		if (section_ends(v, h, vl))
			break;
		s->bullets |= line_has_bullet(s->x, vl);
		s->rows += line_is_row(vl);
		s->left = s->n ? s->left : vl->box.x0;
		s->lines[s->n++] = l;
	}
	gaps_read(s);
	return s->n > 0;
}

static bool is_dated(const struct sectioner *s, uint32_t i)
{
	return entry_is_dated(s, i, i + 1);
}

/* "Ann Hill    2025-01-04": where neither room nor bullets part entries, rows with dates do, and lines of which each has one. */
static bool is_dated_row(const struct sectioner *s, uint32_t i)
{
	return is_dated(s, i) && (s->x->v->lines[s->lines[i]].segs == 2 || is_dated(s, i - 1));
}

static bool entry_begins(const struct sectioner *s, uint32_t i)
{
	const struct view_line *l = &s->x->v->lines[s->lines[i]];
	if (i == 0)
		return true;
	if (line_has_bullet(s->x, l) || l->box.x0 > s->left + s->x->em)
		return false;
	if (s->gap_split && line_gap(s, i) > s->gap_split)
		return true;
	return line_has_bullet(s->x, &s->x->v->lines[s->lines[i - 1]]) || (!s->gap_split && !s->bullets && is_dated_row(s, i));
}

/* ---- one entry */

static bool part_is_org(const struct sectioner *s, uint32_t word, uint32_t words)
{
	uint32_t seg = s->x->v->words[word].seg;
	for (uint32_t i = s->x->sp->by_seg[seg]; i < s->x->sp->by_seg[seg + 1]; i++) {
		const struct span *sp = &s->x->sp->items[i];
		if (sp->type == SPAN_ORG && sp->word >= word && sp->word + sp->words <= word + words)
			return true;
	}
	return false;
}

/* Does a date, a time or a duration cover the word? */
static bool word_is_dated(const struct sectioner *s, uint32_t word)
{
	uint32_t seg = s->x->v->words[word].seg;
	for (uint32_t i = s->x->sp->by_seg[seg]; i < s->x->sp->by_seg[seg + 1]; i++) {
		const struct span *sp = &s->x->sp->items[i];
		if ((sp->type == SPAN_DATE || sp->type == SPAN_DATE_RANGE || sp->type == SPAN_DURATION || span_is_years(sp)) && word >= sp->word &&
		    word < sp->word + sp->words)
			return true;
	}
	return false;
}

static size_t part_add(const struct sectioner *s, struct part *p, size_t n, uint32_t from, uint32_t to, uint16_t cut)
{
	if (to <= from || n == PARTS_MOST)
		return n;
	p[n] = (struct part){ .word = from, .words = to - from, .cut = cut, .org = part_is_org(s, from, to - from),
			      .kind = kind_of_words(s->x->v, from, to - from) };
	return n + 1;
}

/* "MSc — Corporate Finance, Harbour University": a degree goes on with its subject. */
static size_t parts_join(const struct sectioner *s, struct part *p, size_t n)
{
	const struct view *v = s->x->v;
	for (size_t i = 0; i + 1 < n; i++) {
		if (!kind_is_bare_degree(v, p[i].word, p[i].words) || p[i + 1].kind != KIND_PLAIN || p[i + 1].org ||
		    v->words[p[i].word].seg != v->words[p[i + 1].word].seg)
			continue;
		p[i].words = p[i + 1].word + p[i + 1].words - p[i].word;
		p[i].cut = p[i + 1].cut;
		memmove(&p[i + 1], &p[i + 2], (n - i - 2) * sizeof(*p));
		n--;
	}
	return n;
}

/* The text of the entry's first plain lines, cut at separators, without its dates. */
static size_t entry_parts(const struct sectioner *s, uint32_t from, uint32_t to, struct part *p)
{
	size_t n = 0;
	for (uint32_t i = from; i < to && i < from + HEAD_LINES_MOST; i++) {
		const struct view_line *l = &s->x->v->lines[s->lines[i]];
		uint32_t start = l->word;
		if (line_has_bullet(s->x, l))
			break;
		for (uint32_t w = l->word; w < l->word + l->words; w++) {
			uint16_t cut;
			bool ends = word_parts_head(s->x->v->words[w].text, &cut), dated = word_is_dated(s, w);
			if (w > start && s->x->v->words[w].seg != s->x->v->words[w - 1].seg) {
				n = part_add(s, p, n, start, w, 0);
				start = w;
			}
			if (dated || ends) {
				n = part_add(s, p, n, start, dated ? w : w + (cut > 0), cut);
				start = w + 1;
			}
		}
		n = part_add(s, p, n, start, l->word + l->words, 0);
	}
	return parts_join(s, p, n);
}

static struct found part_value(const struct sectioner *s, const struct plan_field *f, const struct part *p)
{
	uint32_t *words = entry_words(s, p->word, p->words);
	struct found v = words ? found_make(s->x, f, words, p->words, SECTION_SCORE) : (struct found){ 0 };
	if (v.n == p->words && !v.cut)
		v.cut = p->cut;
	return v;
}

/* Who may have a part: first whom its words name, then organisations, then all in order. */
enum round { ROUND_KIND, ROUND_ORG, ROUND_REST, ROUNDS };

static bool part_suits(struct table_ctx *x, enum round r, const struct plan_field *f, const struct part *p)
{
	enum entry_kind wants = kind_of_field(x->in, f);
	if (p->taken)
		return false;
	if (r == ROUND_KIND)
		return wants != KIND_PLAIN && p->kind == wants;
	return r == ROUND_REST || (p->org && f->type == VALUE_ORG);
}

/* Has a property the word already: "present" behind a date? */
static bool is_told(const struct sectioner *s, const struct found *cells, uint32_t word)
{
	for (size_t f = 0; f < s->pl->array->fields_n; f++)
		if (cells[f].n && cells[f].words[0] == word)
			return true;
	return false;
}

static void parts_fill(const struct sectioner *s, struct part *parts, size_t n, struct found *cells)
{
	for (int round = 0; round < ROUNDS; round++)
		for (size_t p = 0; p < s->pl->n; p++) {
			const struct prop *q = &s->pl->items[p];
			uint32_t wants = type_wants(q->field->type);
			size_t k = 0;
			if (q->child >= 0 || cells[q->index].n || (wants && !(wants & CELL_TEXT)) || q->field->type == VALUE_BOOLEAN)
				continue;
			while (k < n && (!part_suits(s->x, (enum round)round, q->field, &parts[k]) || is_told(s, cells, parts[k].word)))
				k++;
			if (k == n)
				continue;
			parts[k].taken = true;
			cells[q->index] = part_value(s, q->field, &parts[k]);
		}
}

/* What shows by its form whose it is: an address of mail, a telephone number, an amount; if one property alone wants such. */
static void forms_fill(const struct sectioner *s, uint32_t from, uint32_t to, struct found *cells)
{
	static const struct { enum value_type type; enum span_type span; } rows[] = {
		{ VALUE_EMAIL, SPAN_EMAIL }, { VALUE_PHONE, SPAN_PHONE }, { VALUE_URL, SPAN_URL }, { VALUE_MONEY, SPAN_MONEY }, { VALUE_PERCENT, SPAN_PERCENT },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct prop *only = NULL;
		size_t n = 0;
		for (size_t p = 0; p < s->pl->n; p++)
			if (s->pl->items[p].child < 0 && s->pl->items[p].field->type == rows[i].type) {
				only = &s->pl->items[p];
				n++;
			}
		const struct span *sp = n == 1 && !cells[only->index].n ? entry_span(s, from, to, rows[i].span) : NULL;
		uint32_t *words = sp ? entry_words(s, sp->word, sp->words) : NULL;
		if (words)
			cells[only->index] = found_make(s->x, only->field, words, sp->words, SECTION_SCORE);
	}
}

static bool entry_emit(struct sectioner *s, uint32_t from, uint32_t to, struct records *out)
{
	const struct plan_array *a = s->pl->array;
	struct part parts[PARTS_MOST];
	struct found *cells = ARENA_ARRAY(s->x->a, a->fields_n + 1, struct found);
	size_t filled = 0;
	if (!cells)
		return false;
	entry_dates_fill(s, from, to, cells);
	forms_fill(s, from, to, cells);
	parts_fill(s, parts, entry_parts(s, from, to, parts), cells);
	for (size_t f = 0; f < a->fields_n; f++)
		filled += cells[f].n > 0;
	out->seen++;
	if (!filled) {
		left_out_add(out, "empty", 1);
		return true;
	}
	const struct view_line *l = &s->x->v->lines[s->lines[from]];
	struct record *r = &out->items[out->n++];
	*r = (struct record){ .cell = cells, .page = l->page, .line = s->lines[from] };
	return bullets_fill(s->x, a, s->lines + from, to - from, r);
}

/* Where the entry that begins at line i ends. Dates, where they are asked for, keep undated pieces with the entry above. */
static uint32_t entry_end(const struct sectioner *s, uint32_t i, bool dated)
{
	uint32_t end = i + 1;
	for (uint32_t next; end < s->n; end = next) {
		next = end + 1;
		if (!entry_begins(s, end))
			continue;
		while (next < s->n && !entry_begins(s, next))
			next++;
		if (!dated || entry_is_dated(s, end, next))
			break;
	}
	return end;
}

static bool props_want_dates(const struct prop_list *pl)
{
	size_t p = 0;
	while (p < pl->n && (pl->items[p].child >= 0 || !entry_wants_date(pl->items[p].field)))
		p++;
	return p < pl->n;
}

/* Lines of as many pieces as there are properties, each and every one, and no dates: rows of a table without a header. */
static bool section_is_rows(const struct sectioner *s)
{
	size_t own = 0;
	for (size_t p = 0; p < s->pl->n; p++)
		own += s->pl->items[p].child < 0;
	for (uint32_t i = 0; i < s->n; i++)
		if (s->x->v->lines[s->lines[i]].segs != own)
			return false;
	return own >= 2 && own == s->pl->n && s->n >= ROWS_LEAST && !(props_want_dates(s->pl) && entry_is_dated(s, 0, s->n));
}

bool section_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct sectioner *s = ARENA_NEW(x->a, struct sectioner);
	uint32_t head = section_find(x, pl->array);
	if (!s)
		return false;
	*s = (struct sectioner){ .x = x, .pl = pl };
	if (head == VIEW_NONE || !section_read(s, head) || s->rows * 2 > s->n || section_is_rows(s))
		return true;
	out->items = ARENA_ARRAY(x->a, s->n, struct record);
	if (!out->items)
		return false;
	bool dated = props_want_dates(pl) && entry_is_dated(s, 0, s->n);
	for (uint32_t i = 0, end; i < s->n; i = end) {
		end = entry_end(s, i, dated);
		if (!entry_emit(s, i, end, out))
			return false;
	}
	out->score = SECTION_SCORE;
	return true;
}
