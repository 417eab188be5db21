/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-list - lists that sentences and labels give, for arrays of plain values:
 *
 *   Present: Judith Ellery (Chair), Samuel Boateng (Treasurer),      items between commas over the lines
 *   Ruth Lindqvist and Zainab Hussain                                of a paragraph
 *   RESOLVED: That the accounts be approved.                         one item for each time the label stands
 *   … is subject to the following conditions:                        a sentence that announces a list
 *     1. An annual report must be submitted.
 *   Ann Miller and Bob Lee (together the "Tenant")                   those who play a role
 *   … responsible for gas, water and power                           an enumeration (field-enumerate.c)
 *   Tests: [x] moisture [ ] draw [x] weight                          what is ticked (field-choice.c)
 *   A neighbour, witness Oscar Delgado, saw …                        whom sentences call so (field-people.c)
 */
#include "extract/field-list.h"

enum { LABEL_MOST = 4, SIM_LEAST = 700, LIST_SCORE = 760, OCCURRENCES = 24, ITEM_LONG = 14, SENTENCE_LEAST = 5, SHORT_ITEM = 4, FIRM_WORDS = 8 };

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

static int array_match(struct lists *m, struct phrase p)
{
	return p.n ? plan_alias_match(m->x->in, p, m->array->aliases, m->array->aliases_n) : 0;
}

void list_put(struct lists *m, uint32_t from, uint32_t end)
{
	while (from < end && word_is_sign(text_at(m->x, &m->s, from)))
		from++;
	struct found v = from < end ? trimmed_words(m->x, &m->s, from, end) : (struct found){ 0 };
	if (v.n >= SENTENCE_LEAST && v.cut && last_of(text_at(m->x, &m->s, end - 1)) == '.')
		v.cut = 0; /* a sentence keeps its stop */
	if (v.n && m->n < ITEMS)
		m->items[m->n++].value = v;
}

/* ---- paragraphs */

void list_paragraph(struct lists *m, const struct view_block *b, uint32_t from_seg)
{
	int32_t leading = block_leading(m->x, b);
	m->s.n = 0;
	for (uint32_t i = from_seg; i < b->segs_n; i++) {
		if (i > from_seg && m->s.n && starts_paragraph(m->x, b, i, leading))
			break;
		const struct view_seg *g = &m->x->v->segs[b->segs[i]];
		for (uint32_t w = g->word; w < g->word + g->words && m->s.n < SENTENCE_WORDS; w++)
			sentence_add(m->x, &m->s, w);
	}
}

/* Position behind a label at i that names the array, 0 if none stands there. */
static uint32_t label_at(struct lists *m, uint32_t i)
{
	for (uint32_t n = 1; n <= LABEL_MOST && i + n <= m->s.n; n++)
		if (word_ends_label(text_at(m->x, &m->s, i + n - 1)))
			return array_match(m, sentence_phrase(m->x, &m->s, i, i + n)) >= SIM_LEAST ? i + n : 0;
	return 0;
}

/* Where the words behind a label end: at the next label that begins a segment. */
static uint32_t rest_end(struct lists *m, uint32_t from)
{
	const struct fx *x = m->x;
	for (uint32_t i = from + 1; i < m->s.n; i++) {
		if (x->v->words[m->s.word[i]].seg == x->v->words[m->s.word[i - 1]].seg && last_of(text_at(x, &m->s, i - 1)) == '.' &&
		    text_at(x, &m->s, i - 1).n > 5 && word_is_capital(text_at(x, &m->s, i)) && i > from + 1)
			return i; /* another sentence on its line */
		if (x->v->words[m->s.word[i]].seg == x->v->words[m->s.word[i - 1]].seg)
			continue;
		if (last_of(text_at(x, &m->s, i - 1)) == '.' && text_at(x, &m->s, i - 1).n > 3)
			return i; /* the line ends with its sentence */
		for (uint32_t n = 0; n < LABEL_MOST && i + n < m->s.n; n++)
			if (word_ends_label(text_at(x, &m->s, i + n)))
				return i;
	}
	return m->s.n;
}

/* ---- items between commas */

bool list_joins(struct str w)
{
	static const char *const words[] = { "and", "und", "et", "y", "e", "en", "i", "och", "og", "sowie", "&" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_z(w, words[i]))
			return true;
	return false;
}

/* "Chesapeake Davit Works, | Inc.": the comma before position i is within a firm's name. */
static bool within_firm(const struct lists *m, uint32_t i)
{
	for (uint32_t k = i > FIRM_WORDS ? i - FIRM_WORDS : 0; k < i; k++)
		for (const struct span *p = NULL; (p = span_next(m->x, m->s.word[k], p)) != NULL;)
			if (p->type == SPAN_ORG && k + p->words > i)
				return true;
	return false;
}

/* "“Guarantors” | means A, B | and each other Person that …": the items that a definition names. */
static void defined_items(const struct lists *m, uint32_t *from, uint32_t *end)
{
	static const char *const verbs[] = { "means", "mean", "bedeutet", "désigne", "significa" }, *const more[] = { "each", "any", "every" };
	while (*from < *end && (STR_ONE_OF(text_at(m->x, &m->s, *from), verbs) || str_eq_z(text_at(m->x, &m->s, *from), "shall")))
		++*from;
	for (uint32_t i = *from + 1; i + 1 < *end; i++)
		if (STR_ONE_OF(text_at(m->x, &m->s, i), more) && str_eq_z(text_at(m->x, &m->s, i + 1), "other")) {
			*end = list_joins(text_at(m->x, &m->s, i - 1)) ? i - 1 : i;
			return;
		}
}

static void items_split(struct lists *m, uint32_t from, uint32_t end)
{
	int depth = 0;
	defined_items(m, &from, &end);
	uint32_t start = from, first = m->n;
	for (uint32_t i = from; i < end; i++) {
		struct str w = text_at(m->x, &m->s, i);
		for (size_t k = 0; k < w.n; k++)
			depth += (w.p[k] == '(') - (w.p[k] == ')');
		bool last_and = list_joins(w) && i > start && i + 1 < end && i - start <= 4 && end - i <= 8;
		bool inner = last_of(w) == ',' && i + 1 < end && within_firm(m, i + 1);
		if (depth <= 0 && !inner && (strchr(",;", last_of(w)) || str_eq_z(w, "|") || str_eq_z(w, "·") || last_and)) {
			list_put(m, start, last_and ? i : i + 1);
			start = i + 1;
		}
	}
	list_put(m, start, end);
	struct found *tail = m->n > first ? &m->items[m->n - 1].value : NULL;
	if (tail && !tail->cut && tail->n) { /* the stop of the sentence */
		struct str w = m->x->v->words[tail->words[tail->n - 1]].text;
		tail->cut = last_of(w) == '.' && w.n > 3 ? 1 : 0;
	}
}

/* Names of people lose what is said of them in brackets. */
bool list_names_only(struct lists *m)
{
	struct found names[ITEMS];
	uint32_t people = 0, stop;
	for (uint32_t k = 0; k < m->n; k++) {
		const struct found *v = &m->items[k].value;
		uint32_t at = sentence_place(&m->s, v->words[0]);
		names[k] = at == UINT32_MAX ? (struct found){ 0 } : person_at(m->x, &m->s, at, at + (uint32_t)v->n, &stop);
		bool whole = names[k].n && (stop == at + v->n || text_at(m->x, &m->s, stop).p[0] == '(');
		people += whole;
		if (!whole)
			names[k].n = 0;
	}
	if (people * 2 > m->n) { /* "and 31 others" is none of them */
		struct str last = m->x->v->words[m->items[m->n - 1].value.words[0]].text;
		m->n -= !names[m->n - 1].n && last.p[0] >= '0' && last.p[0] <= '9';
	}
	for (uint32_t k = 0; people * 2 > m->n && k < m->n; k++)
		if (names[k].n)
			m->items[k].value = names[k];
	return m->n && people * 2 > m->n;
}

/* ---- a label, once or for each item */

static bool reads_as_one(struct lists *m, uint32_t from, uint32_t end)
{
	uint32_t commas = 0, and = 0;
	for (uint32_t i = from; i + 1 < end; i++) {
		commas += last_of(text_at(m->x, &m->s, i)) == ',';
		and += list_joins(text_at(m->x, &m->s, i));
	}
	return end - from > ITEM_LONG * (commas + 1) || (!commas && !and);
}

/* Mr Leo Craemer and Ms Ann Nowicki, living at …: names, one after the other, as far as they go. */
uint32_t list_people_run(struct lists *m, uint32_t from, uint32_t end)
{
	uint32_t n = 0, stop, at = from;
	while (at < end && m->n < ITEMS) {
		struct found v = person_at(m->x, &m->s, at, end, &stop);
		if (!v.n)
			break;
		m->items[m->n++].value = v;
		n++;
		at = stop;
		if (at < end && list_joins(text_at(m->x, &m->s, at)))
			at++;
		else if (last_of(text_at(m->x, &m->s, at - 1)) != ',')
			break;
	}
	return n;
}

static bool has_address(struct lists *m, uint32_t from, uint32_t end)
{
	uint32_t a, b;
	return address_within(m->x, &m->s, from, end, &a, &b);
}

static void labelled(struct lists *m)
{
	uint32_t seen = 0;
	const struct view *v = m->x->v;
	for (uint32_t b = 0; b < v->blocks_n; b++)
		for (uint32_t k = 0; k < v->blocks[b].segs_n && seen < OCCURRENCES; k++) {
			list_paragraph(m, &v->blocks[b], k);
			uint32_t from = label_at(m, 0), end = from ? rest_end(m, from) : 0;
			if (!from || end <= from)
				continue;
			bool one = reads_as_one(m, from, end);
			if (seen && !one && m->n > 1)
				continue; /* a second list */
			seen++;
			if (has_address(m, from, end) && list_people_run(m, from, end)) {
				m->people = m->located = true;
				continue;
			}
			if (one)
				list_put(m, from, end);
			else
				items_split(m, from, end);
			if (!one)
				m->people = list_names_only(m);
		}
}

/* ---- a sentence that announces a list */

static bool is_item_mark(struct str w)
{
	size_t n = 0;
	if (w.n == 1 && strchr("-*", w.p[0]))
		return true;
	if (str_eq_z(w, "•") || str_eq_z(w, "–") || str_eq_z(w, "·") || str_eq_z(w, "▪"))
		return true;
	while (n < w.n && w.p[n] >= '0' && w.p[n] <= '9')
		n++;
	if (!n && w.n && w.p[0] >= 'a' && w.p[0] <= 'z')
		n = 1;
	return n && n <= 2 && n + 1 == w.n && strchr(".)", w.p[n]);
}

/* Lines from l on that begin with marks, each with the lines that go on with it. */
static void marked_lines(struct lists *m, uint32_t l)
{
	const struct view *v = m->x->v;
	int32_t low = v->lines[l].box.y0;
	for (m->s.n = 0; l < v->lines_n && m->n < ITEMS; l++) {
		const struct view_line *line = &v->lines[l];
		bool mark = line->words && is_item_mark(v->words[line->word].text);
		if (line->flags & VIEW_RUNNING)
			continue;
		if (!mark && (!m->s.n || line->box.y0 - low > m->x->em || line->flags & VIEW_HEADING || line->box.x0 <= v->segs[v->words[m->s.word[0]].seg].box.x0 - m->x->em ||
			      last_of(text_at(m->x, &m->s, m->s.n - 1)) == '.'))
			break;
		if (mark && m->s.n)
			list_put(m, 0, m->s.n);
		if (mark)
			m->s.n = 0;
		for (uint32_t w = line->word + mark; w < line->word + line->words && m->s.n < SENTENCE_WORDS; w++)
			sentence_add(m->x, &m->s, w);
		low = line->box.y1;
	}
	if (m->s.n)
		list_put(m, 0, m->s.n);
}

static void announced(struct lists *m)
{
	const struct view *v = m->x->v;
	for (uint32_t l = 0; l + 1 < v->lines_n && !m->n; l++) {
		const struct view_line *line = &v->lines[l];
		if (line->words < 3 || !word_ends_label(v->words[line->word + line->words - 1].text) || !v->lines[l + 1].words ||
		    !is_item_mark(v->words[v->lines[l + 1].word].text))
			continue;
		for (uint32_t n = 1; n <= 3 && n < line->words && !m->n; n++)
			if (array_match(m, fx_phrase(m->x, line->word + line->words - n, n)) >= SIM_LEAST)
				marked_lines(m, l + 1);
	}
}

/* ---- those who play a role */

static uint32_t chunk_end(struct lists *m, uint32_t i, uint32_t *role, uint32_t *role_end)
{
	uint32_t inside = term_run(m->x, &m->s, i), n = inside ? inside : quoted_run(m->x, &m->s, i);
	*role = i;
	*role_end = i + n;
	if (!n && bracket_role(m->x, &m->s, i, role, role_end))
		return i;
	return !n ? m->s.n : inside ? i : bracket_before(m->x, &m->s, i);
}

void list_people_between(struct lists *m, uint32_t from, uint32_t end)
{
	uint32_t stop;
	for (uint32_t i = from; i < end; i = stop > i ? stop : i + 1) {
		struct found v = person_at(m->x, &m->s, i, end, &stop);
		if (v.n && m->n < ITEMS)
			m->items[m->n++].value = v;
		else
			stop = i;
	}
}

static void paragraph_roles(struct lists *m)
{
	for (uint32_t i = 1; i < m->s.n && !m->n; i++) {
		uint32_t role, role_end, end = chunk_end(m, i, &role, &role_end);
		if (end < m->s.n && end && array_match(m, sentence_phrase(m->x, &m->s, role, role_end)) >= SIM_LEAST)
			list_people_between(m, party_start(m->x, &m->s, end), end);
	}
}

static void in_roles(struct lists *m)
{
	const struct view *v = m->x->v;
	for (uint32_t b = 0; b < v->blocks_n && !m->n; b++) {
		int32_t leading = block_leading(m->x, &v->blocks[b]);
		for (uint32_t k = 0; k < v->blocks[b].segs_n && !m->n; k++)
			if (!k || starts_paragraph(m->x, &v->blocks[b], k, leading)) {
				list_paragraph(m, &v->blocks[b], k);
				paragraph_roles(m);
			}
	}
}

/* ---- boxes */

static bool asks_array(void *ctx, struct phrase label)
{
	return array_match(ctx, label) >= SIM_LEAST;
}

/* All that is ticked of the options below or behind the array's label; false if it has none. */
static bool all_ticked(struct lists *m)
{
	struct ticked t = { .asks = asks_array, .ctx = m };
	choices_ticked(m->x, &t);
	for (m->n = 0; m->n < t.n; m->n++)
		m->items[m->n].value = t.items[m->n];
	return t.asked;
}

/* ---- out */

static bool records_set(struct lists *m, struct records *out)
{
	struct arena *a = m->x->a;
	out->items = ARENA_ARRAY(a, m->n + 1, struct record);
	out->n = 0;
	for (uint32_t i = 0; out->items && i < m->n; i++) {
		struct found *cell = ARENA_NEW(a, struct found);
		if (!cell)
			return false;
		*cell = m->items[i].value;
		cell->score = LIST_SCORE;
		cell->by = BY_ITEM;
		const struct view_word *w = &m->x->v->words[cell->words[0]];
		out->items[out->n++] = (struct record){ .cell = cell, .page = w->page, .line = w->line };
	}
	out->seen = (uint32_t)out->n;
	out->score = LIST_SCORE;
	return out->items != NULL;
}

/* "Hiking, choir": the one line below a heading is two items. */
static bool single_split(struct lists *m, struct records *out)
{
	const struct found *v = out->n == 1 ? &out->items[0].cell[0] : NULL;
	uint32_t commas = 0;
	if (!v || !v->n || v->n > SENTENCE_WORDS)
		return true;
	m->s.n = m->n = 0;
	for (size_t i = 0; i < v->n; i++) {
		commas += last_of(m->x->v->words[v->words[i]].text) == ',';
		sentence_add(m->x, &m->s, v->words[i]);
	}
	if (!commas || v->n > SHORT_ITEM * (commas + 1))
		return true;
	items_split(m, 0, m->s.n);
	return m->n < 2 || records_set(m, out);
}

/* A line with a figure below a heading is nobody. */
static void figure_drop(struct lists *m, struct records *out)
{
	const struct found *v = out->n == 1 ? &out->items[0].cell[0] : NULL;
	bool digit = false;
	for (size_t i = 0; v && i < v->n; i++)
		digit |= str_has_digit(m->x->v->words[v->words[i]].text);
	if (digit && list_names_people(m))
		out->n = 0;
}

static bool list_read(struct lists *m, struct records *out)
{
	static void (*const readers[])(struct lists *) = { list_parties, labelled, announced, in_roles, list_called, list_enumerated };
	if (all_ticked(m))
		return records_set(m, out);
	if (m->array->fields[0].type == VALUE_ENUM)
		return true;
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		m->n = 0;
		m->people = m->located = false;
		if ((readers[i] == list_enumerated || readers[i] == list_called) && out->n)
			break;
		readers[i](m);
		if (m->n > out->n || (m->n && m->people && (m->located || m->n == out->n)))
			return records_set(m, out);
	}
	return single_split(m, out);
}

static bool may_be_listed(enum value_type t)
{
	return t == VALUE_TEXT || t == VALUE_PERSON || t == VALUE_ORG || t == VALUE_ENUM;
}

bool lists_find(struct fx *x, struct records *records)
{
	struct lists *m = NULL;
	for (size_t i = 0; i < x->plan->arrays_n; i++) {
		const struct plan_array *array = &x->plan->arrays[i];
		if (!array->scalar || array->parent || records[i].settled || !array->fields_n || !may_be_listed(array->fields[0].type))
			continue;
		m = m ? m : ARENA_NEW(x->a, struct lists);
		if (!m)
			return false;
		m->x = x;
		m->array = array;
		figure_drop(m, &records[i]);
		if (!list_read(m, &records[i]))
			return false;
	}
	return true;
}
