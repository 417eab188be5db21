/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"
#include "extract/plan-private.h"

/*
 * Numbered headings as records, for minutes and contracts:
 *
 *     TOP 1: Approval of the minutes        { number, title }
 *     The minutes were approved.            { …, decision }
 *     TOP 2: Report of the board
 *
 * The numbers begin with one and follow each other; without a word in front the line must be set as a heading.
 */
#define TOPIC_SCORE 690
#define TOPICS 60
#define TOPICS_LEAST 2
#define TITLE_WORDS 24

struct topic {
	uint32_t line, end;     /* of the heading; of what stands below it */
	uint32_t number, title; /* words */
};

struct topics {
	struct table_ctx *x;
	const struct plan_array *array;
	int number, title, text; /* properties, -1 = none */
	struct topic items[TOPICS];
	size_t n;
};

static int prop_holds(const struct plan_array *a, const char *const *stems, size_t n, int besides)
{
	for (size_t i = 0; i < n; i++)
		for (size_t f = 0; f < a->fields_n; f++)
			if ((int)f != besides && text_find(a->fields[f].node->name, stems[i]) != SIZE_MAX)
				return (int)f;
	return -1;
}
#define PROP_HOLDS(a, stems, besides) prop_holds(a, stems, sizeof(stems) / sizeof *(stems), besides)

static bool is_text(const struct plan_array *a, int f)
{
	return f >= 0 && a->fields[f].node->type == SCHEMA_STRING && a->fields[f].type != VALUE_DATE;
}

static bool props_find(struct topics *t)
{
	static const char *const numbers[] = { "number", "nummer", "numero", "número", "num", "nr" };
	static const char *const titles[] = { "title", "titel", "titre", "titolo", "titulo", "título", "tytul", "topic", "thema", "subject", "sujet", "heading", "asunto", "oggetto", "onderwerp", "assunto" };
	static const char *const texts[] = { "decision", "beschluss", "resolution", "résolution", "text", "texte", "content", "summary", "discussion", "inhalt", "decisión", "acuerdo", "besluit", "delibera", "outcome" };
	t->number = PROP_HOLDS(t->array, numbers, -1);
	t->title = PROP_HOLDS(t->array, titles, t->number);
	t->text = PROP_HOLDS(t->array, texts, t->title);
	t->text = is_text(t->array, t->text) && t->text != t->number ? t->text : -1;
	return t->number >= 0 && is_text(t->array, t->title);
}

/* The number a word is: "3", "3.", "3:", "3)"; 0 if it is none. */
static uint32_t number_of(struct str w)
{
	uint32_t n = 0;
	size_t i = 0;
	while (i < w.n && i < 3 && w.p[i] >= '0' && w.p[i] <= '9')
		n = n * 10 + (uint32_t)(w.p[i++] - '0');
	return i && (i == w.n || (i + 1 == w.n && strchr(".:)", w.p[i]))) ? n : 0;
}

static bool counts_parts(struct str w)
{
	static const char *const words[] = { "top", "item", "agendapunkt", "tagesordnungspunkt", "punkt", "point", "punto", "agendapunt", "ponto", "traktandum", "article", "artikel", "artículo", "articolo", "artigo",
		"§", "clause", "section", "resolution", "résolution", "résolution" };
	return STR_ONE_OF(w, words);
}

static bool is_sign(struct str w)
{
	return str_eq_z(w, "-") || str_eq_z(w, "–") || str_eq_z(w, "—") || str_eq_z(w, ":");
}

/* Is the line the heading of part number n? */
static bool topic_at(const struct topics *t, uint32_t line, uint32_t n, struct topic *out)
{
	const struct view *v = t->x->v;
	const struct view_line *l = &v->lines[line];
	uint32_t end = l->word + l->words, w = l->word;
	if (l->words < 2 || l->words > TITLE_WORDS || (l->flags & VIEW_RUNNING))
		return false;
	bool said = counts_parts(v->words[w].text), set = (l->flags & VIEW_HEADING) || (v->words[w].flags & DOC_BOLD);
	w += said;
	if ((!said && !set) || w >= end || number_of(v->words[w].text) != n)
		return false;
	out->number = w++;
	while (w < end && is_sign(v->words[w].text))
		w++;
	*out = (struct topic){ line, line + 1, out->number, w };
	return w < end;
}

/* "Item 5.02 Departure of Directors": parts of a longer list are numbered as they are there, each with the word before. */
static bool item_at(const struct topics *t, uint32_t line, struct topic *out)
{
	const struct view *v = t->x->v;
	const struct view_line *l = &v->lines[line];
	struct str word = v->words[l->word].text, number = l->words > 2 ? v->words[l->word + 1].text : STR("");
	bool set = (l->flags & VIEW_HEADING) || (v->words[l->word].flags & DOC_BOLD);
	size_t dots = 0;
	for (size_t i = 0; i < number.n; i++) {
		dots += number.p[i] == '.' && i && i + 1 < number.n;
		if (!(number.p[i] >= '0' && number.p[i] <= '9') && number.p[i] != '.')
			return false;
	}
	if (!set || !counts_parts(word) || dots != 1 || (l->flags & VIEW_RUNNING))
		return false;
	*out = (struct topic){ line, line + 1, l->word + 1, l->word + 2 };
	return true;
}

static void items_read(struct topics *t)
{
	struct topic next;
	t->n = 0;
	for (uint32_t l = 0; l < t->x->v->lines_n && t->n < TOPICS; l++) {
		if (item_at(t, l, &next))
			t->items[t->n++] = next;
		else if (t->n)
			t->items[t->n - 1].end = l + 1;
	}
}

/* Headings 1, 2, 3 … from a line on. */
static void series_read(struct topics *t, uint32_t line)
{
	struct topic next;
	t->n = 0;
	for (uint32_t l = line; l < t->x->v->lines_n && t->n < TOPICS; l++) {
		if (topic_at(t, l, (uint32_t)t->n + 1, &next))
			t->items[t->n++] = next;
		else if (t->n && topic_at(t, l, 1, &next))
			break; /* counted anew: no line is read twice */
		if (t->n)
			t->items[t->n - 1].end = l + 1;
	}
}

/* The longest series; where a text below is asked for, the last of them. */
static void series_find(struct topics *t)
{
	struct topics *best = ARENA_NEW(t->x->a, struct topics);
	struct topic first;
	if (!best)
		return;
	best->n = 0;
	for (uint32_t l = 0; l < t->x->v->lines_n; l++) {
		if (!topic_at(t, l, 1, &first))
			continue;
		series_read(t, l);
		if (t->n > best->n || (t->n == best->n && t->text >= 0))
			*best = *t;
	}
	*t = best->n ? *best : *t;
	t->n = best->n;
}

static struct found words_value(struct topics *t, const struct plan_field *f, uint32_t from, uint32_t end)
{
	uint32_t *words = ARENA_ARRAY(t->x->a, end - from, uint32_t);
	for (uint32_t w = from; words && w < end; w++) {
		words[w - from] = w;
		t->x->role[w] = ROLE_TABLE_BODY;
	}
	return words ? found_make(t->x, f, words, end - from, TOPIC_SCORE) : (struct found){ 0 };
}

static bool topic_emit(struct topics *t, const struct topic *p, struct records *out)
{
	const struct view *v = t->x->v;
	const struct view_line *head = &v->lines[p->line];
	struct found *cells = ARENA_ARRAY(t->x->a, t->array->fields_n + 1, struct found);
	if (!cells)
		return false;
	struct str number = v->words[p->number].text;
	cells[t->number] = words_value(t, &t->array->fields[t->number], p->number, p->number + 1);
	cells[t->number].cut = strchr(".:)", number.p[number.n - 1]) ? 1 : 0;
	cells[t->title] = words_value(t, &t->array->fields[t->title], p->title, head->word + head->words);
	uint32_t below = head->word + head->words, end = v->lines[p->end - 1].word + v->lines[p->end - 1].words;
	if (t->text >= 0 && end > below)
		cells[t->text] = words_value(t, &t->array->fields[t->text], below, end);
	out->seen++;
	out->items[out->n++] = (struct record){ .cell = cells, .page = head->page, .line = p->line };
	return true;
}

bool topics_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct topics *t = ARENA_NEW(x->a, struct topics);
	if (!t)
		return false;
	t->x = x;
	t->array = pl->array;
	if (!props_find(t))
		return true;
	series_find(t);
	if (t->n < TOPICS_LEAST)
		items_read(t);
	if (t->n < TOPICS_LEAST)
		return true;
	if (!(out->items = ARENA_ARRAY(x->a, t->n, struct record)))
		return false;
	for (size_t i = 0; i < t->n; i++)
		if (!topic_emit(t, &t->items[i], out))
			return false;
	out->score = TOPIC_SCORE;
	return true;
}
