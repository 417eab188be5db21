/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lists of what a document holds, and the captions that such a list would name:
 *
 *     1.2  Sites ............. 10        { number, title, page }: lines that end with pages, none before the one above
 *     A    Raw counts ........ 31
 *
 *     Table 3. Yield by region           { number, title } of "tables": the array's own name, a number, the rest of the line
 *     Table 4: Acidity of soils
 */
#include "extract/record.h"

#define CONTENTS_SCORE 720
#define PAGES_LEAST 3
#define CAPTIONS_LEAST 2
#define PAGE_DIGITS 4
#define LINE_WORDS 40
#define NAME_LEAST 900
#define NAME_WORDS 3
#define GAP 2 /* em of white space that stand for leaders */

struct entry {
	uint32_t line;
	uint32_t number, title, end, page; /* words; number and page VIEW_NONE = none; title to end */
	uint32_t at;                       /* the page, as a number */
};

struct contents {
	struct table_ctx *x;
	const struct plan_array *array;
	int number, title, page; /* properties, -1 = none */
};

static bool named(const struct contents *c, const struct plan_field *f, const char *word)
{
	return phrase_has(f->name, token_named(c->x->in, word));
}

/* A text, and of a page and a number at most one each; nothing else is said in such lines. */
static bool props_find(struct contents *c)
{
	c->number = c->title = c->page = -1;
	for (size_t i = 0; i < c->array->fields_n; i++) {
		const struct plan_field *f = &c->array->fields[i];
		bool page = named(c, f, "page"), number = !page && (f->type == VALUE_ID || named(c, f, "number"));
		int *slot = page ? &c->page : number ? &c->number : f->type == VALUE_TEXT ? &c->title : NULL;
		if (!slot || *slot >= 0)
			return false;
		*slot = (int)i;
	}
	return c->title >= 0 && !c->array->children_n && !c->array->scalar;
}

/* ---- lines that end with a page */

static bool is_leader(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] != '.' && w.p[i] != '_')
			return false;
	return w.n > 0;
}

/* The number that a word ends with, behind dots if there are some; 0 if it is none. *dots: bytes of them. */
static uint32_t page_of(struct str w, size_t *dots)
{
	uint32_t n = 0;
	size_t i = 0;
	while (i < w.n && w.p[i] == '.')
		i++;
	*dots = i;
	if (w.n - i == 0 || w.n - i > PAGE_DIGITS)
		return 0;
	for (; i < w.n; i++) {
		if (w.p[i] < '0' || w.p[i] > '9')
			return 0;
		n = n * 10 + (uint32_t)(w.p[i] - '0');
	}
	return n;
}

/* "1.2", "A", "IV.": what numbers a part. */
static bool is_number(struct str w)
{
	size_t n = w.n && strchr(".):", w.p[w.n - 1]) ? w.n - 1 : w.n;
	bool letters = n > 0;
	for (size_t i = 0; i < n; i++)
		letters &= w.p[i] >= 'A' && w.p[i] <= 'Z' && (n == 1 || strchr("IVXL", w.p[i]));
	return letters || (n && w.p[0] >= '0' && w.p[0] <= '9' && n <= 8);
}

static bool page_line(const struct contents *c, uint32_t line, struct entry *e)
{
	const struct view *v = c->x->v;
	const struct view_line *l = &v->lines[line];
	uint32_t last = l->word + l->words - 1, end = last;
	size_t dots;
	if (l->words < 2 || l->words > 400 || (l->flags & VIEW_RUNNING) || c->x->role[l->word] != ROLE_NONE)
		return false;
	*e = (struct entry){ .line = line, .number = VIEW_NONE, .title = l->word, .page = last, .at = page_of(v->words[last].text, &dots) };
	bool led = dots > 1 || v->words[last].box.x0 - v->words[last - 1].box.x1 > GAP * c->x->em;
	while (end > l->word && is_leader(v->words[end - 1].text)) {
		end--;
		led |= last - end > 1 || v->words[end].text.n > 1;
	}
	if (!e->at || !led || end - l->word > LINE_WORDS)
		return false;
	if (end - l->word > 1 && is_number(v->words[l->word].text)) {
		e->number = l->word;
		e->title++;
	}
	e->end = end;
	return end > e->title && (cell_read(c->x, e->title, end - e->title) & (CELL_TEXT | CELL_SHORT)) && !(cell_read(c->x, e->title, end - e->title) & CELL_NUMBER);
}

/* ---- captions */

static bool caption_line(const struct contents *c, uint32_t line, struct entry *e)
{
	const struct view *v = c->x->v;
	const struct view_line *l = &v->lines[line];
	uint32_t ids[NAME_WORDS], w = l->word, end = l->word + l->words;
	if (l->words < 3 || l->words > LINE_WORDS || (l->flags & VIEW_RUNNING) || c->x->role[l->word] != ROLE_NONE)
		return false;
	for (; w < end && w - l->word < NAME_WORDS && !is_number(v->words[w].text); w++)
		ids[w - l->word] = w;
	if (w == l->word || w - l->word == NAME_WORDS || w + 1 >= end ||
	    plan_alias_match(c->x->in, words_phrase(c->x, ids, w - l->word), c->array->aliases, c->array->aliases_n) < NAME_LEAST)
		return false;
	struct str number = v->words[w].text;
	*e = (struct entry){ .line = line, .number = w++, .page = VIEW_NONE, .end = end };
	bool sign = strchr(".:)", number.p[number.n - 1]) != NULL;
	for (; w < end && (cell_read(c->x, w, 1) & CELL_BLANK); w++)
		sign = true;
	e->title = w;
	return w < end && (sign || line_heads(c->x, line)); /* "Table 3 shows that" is a sentence */
}

/* ---- records */

static struct found words_value(const struct contents *c, int prop, uint32_t from, uint32_t end)
{
	uint32_t *words = ARENA_ARRAY(c->x->a, end - from, uint32_t);
	for (uint32_t w = from; words && w < end; w++) {
		words[w - from] = w;
		c->x->role[w] = ROLE_TABLE_BODY;
	}
	return words ? found_make(c->x, &c->array->fields[prop], words, end - from, CONTENTS_SCORE) : (struct found){ 0 };
}

static bool entry_emit(const struct contents *c, const struct entry *e, struct records *out)
{
	const struct view *v = c->x->v;
	struct found *cells = ARENA_ARRAY(c->x->a, c->array->fields_n + 1, struct found);
	if (!cells)
		return false;
	cells[c->title] = words_value(c, c->title, e->title, e->end);
	if (c->number >= 0 && e->number != VIEW_NONE) {
		struct str number = v->words[e->number].text;
		cells[c->number] = words_value(c, c->number, e->number, e->number + 1);
		cells[c->number].cut = strchr(".:)", number.p[number.n - 1]) ? 1 : 0;
	}
	if (c->page >= 0 && e->page != VIEW_NONE) {
		size_t dots;
		struct str page = v->words[e->page].text;
		page_of(page, &dots);
		cells[c->page] = words_value(c, c->page, e->page, e->page + 1);
		cells[c->page].skip = (uint16_t)dots;
		cells[c->page].canon = (struct str){ page.p + dots, page.n - dots };
	}
	out->seen++;
	out->items[out->n++] = (struct record){ .cell = cells, .page = v->lines[e->line].page, .line = e->line };
	return true;
}

/* How many lines of a kind there are; pages must not go back. */
static uint32_t entries_count(const struct contents *c, bool (*read)(const struct contents *c, uint32_t line, struct entry *e))
{
	struct entry e;
	uint32_t n = 0, at = 0, back = 0;
	for (uint32_t l = 0; l < c->x->v->lines_n; l++)
		if (read(c, l, &e)) {
			n++;
			back += e.at < at;
			at = e.at;
		}
	return back * 10 <= n ? n : 0;
}

bool contents_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct contents c = { .x = x, .array = pl->array };
	struct entry e;
	if (!props_find(&c))
		return true;
	bool (*read)(const struct contents *c, uint32_t line, struct entry *e) = c.page >= 0 ? page_line : caption_line;
	if (entries_count(&c, read) < (c.page >= 0 ? PAGES_LEAST : CAPTIONS_LEAST))
		return true;
	if (!(out->items = ARENA_ARRAY(x->a, x->v->lines_n, struct record)))
		return false;
	for (uint32_t l = 0; l < x->v->lines_n; l++)
		if (read(&c, l, &e) && !entry_emit(&c, &e, out))
			return false;
	out->score = CONTENTS_SCORE;
	return true;
}
