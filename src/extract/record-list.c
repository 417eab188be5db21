/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

/*
 * Arrays of plain values:
 *
 *     Languages: English, German (B2), French        a list behind its label
 *
 *     Ingredients                                    a heading, items below,
 *       - 200 g flour, sifted                        with bullets or one a line
 *       - 3 eggs
 */
#define HEAD_LEAST 700      /* similarity of a heading to the array's names */
#define HEAD_WORDS 8        /* most words of a heading */
#define ITEMS_MOST 2000
#define LIST_SCORE 720

struct lister {
	struct table_ctx *x;
	const struct plan_array *array;
	struct records *out;
	size_t cap;
};

static bool item_add(struct lister *m, const uint32_t *words, size_t n, uint16_t cut)
{
	struct records *o = m->out;
	struct found *cell = ARENA_NEW(m->x->a, struct found);
	uint32_t *copy = ARENA_ARRAY(m->x->a, n, uint32_t);
	if (o->n == m->cap) {
		size_t cap = m->cap ? m->cap * 2 : 16;
		o->items = arena_grow(m->x->a, o->items, m->cap, cap, sizeof(*o->items));
		m->cap = cap;
	}
	if (!cell || !copy || !o->items)
		return false;
	memcpy(copy, words, n * sizeof(*copy));
	*cell = found_make(m->x, &m->array->fields[0], copy, n, LIST_SCORE);
	if (cell->words == copy && cell->n == n && cut)
		cell->cut = cut;
	for (size_t i = 0; i < n; i++)
		m->x->role[copy[i]] = ROLE_TABLE_BODY;
	const struct view_word *w = &m->x->v->words[copy[0]];
	o->items[o->n++] = (struct record){ .cell = cell, .page = w->page, .line = w->line };
	o->seen++;
	return true;
}

/* ---- bullets */

static bool is_bullet_sign(uint32_t c)
{
	return c == 0x2022 || c == 0x00b7 || c == 0x25cf || c == 0x25aa || c == 0x25e6 || c == 0x2023 || c == 0x2043 || c == 0x25a0 ||
	       c == 0x2013 || c == 0x2014 || c == '-' || c == '*' || c == 0x25cb || c == 0x27a2 || c == 0xf0b7 || c == 0x2219;
}

/* A word that is only a bullet, or "1." / "a)" in front of text. */
static bool word_is_bullet(struct str s)
{
	size_t i = 0, digits = 0;
	if (!s.n || s.n > 4)
		return false;
	uint32_t c = str_utf8_next(s, &i);
	if (i == s.n)
		return is_bullet_sign(c);
	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		digits++;
	return (digits ? digits <= 3 : s.n == 2) && i + 1 + !digits == s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ')');
}

static bool line_has_bullet(const struct view *v, const struct view_line *l)
{
	return l->words > 1 && word_is_bullet(v->words[l->word].text);
}

/* ---- commas */

static bool ends_item(struct str s, uint16_t *cut)
{
	char c = s.n > 1 ? s.p[s.n - 1] : 0;
	*cut = c == ',' || c == ';';
	return *cut != 0 || (s.n == 1 && (s.p[0] == ',' || s.p[0] == ';' || s.p[0] == '|'));
}

static uint32_t commas_in(const struct view *v, uint32_t word, uint32_t end)
{
	uint32_t n = 0;
	uint16_t cut;
	for (uint32_t w = word; w < end; w++)
		n += ends_item(v->words[w].text, &cut);
	return n;
}

/* Words [word, end) cut at commas; text in brackets stays whole. */
static bool commas_split(struct lister *m, uint32_t word, uint32_t end)
{
	const struct view *v = m->x->v;
	uint32_t ids[256];
	size_t n = 0;
	int depth = 0;
	for (uint32_t w = word; w < end; w++) {
		struct str s = v->words[w].text;
		uint16_t cut = 0;
		for (size_t i = 0; i < s.n; i++)
			depth += (s.p[i] == '(') - (s.p[i] == ')');
		bool ends = depth <= 0 && ends_item(s, &cut);
		if ((!ends || cut) && n < 256)
			ids[n++] = w;
		if (ends && n && !item_add(m, ids, n, cut))
			return false;
		n = ends ? 0 : n;
	}
	return !n || item_add(m, ids, n, 0);
}

/* ---- headings */

/* Words of the heading at the start of the line that name the array; 0 if they do not. *colon: a colon closes them. */
static uint32_t heading_words(struct table_ctx *x, const struct plan_array *a, const struct view_line *l, bool *colon)
{
	uint32_t ids[HEAD_WORDS], n = 0;
	*colon = false;
	for (uint32_t w = l->word; w < l->word + l->words && n < HEAD_WORDS && !*colon; w++) {
		struct str s = x->v->words[w].text;
		ids[n++] = w;
		*colon = s.n && s.p[s.n - 1] == ':';
	}
	if (!n || (!*colon && n < l->words))
		return 0;
	return plan_alias_match(x->in, words_phrase(x, ids, n), a->aliases, a->aliases_n) >= HEAD_LEAST ? n : 0;
}

static bool line_ends_list(const struct table_ctx *x, const struct view_line *head, const struct view_line *l, int32_t bottom, int32_t gap_max)
{
	const struct view_word *h = &x->v->words[head->word], *w = &x->v->words[l->word];
	int32_t gap = l->box.y0 - bottom;
	bool style = (h->flags & DOC_BOLD) == (w->flags & DOC_BOLD) && h->size == w->size && h->color == w->color;
	bool plain = !(h->flags & DOC_BOLD) && !(head->flags & VIEW_HEADING);
	if ((l->flags & VIEW_HEADING) && (!(head->flags & VIEW_HEADING) || l->level <= head->level))
		return true;
	if (style && !plain && !line_has_bullet(x->v, l))
		return true; /* set like the heading itself */
	return l->page == head->page && gap > 2 * x->em && gap > gap_max * 16 / 10 + x->em / 2;
}

/* Items below the heading: a bullet begins one; without bullets every line is one. */
static bool items_below(struct lister *m, uint32_t head)
{
	const struct view *v = m->x->v;
	const struct view_line *h = &v->lines[head];
	uint32_t ids[512];
	size_t n = 0;
	int32_t bottom = h->box.y1, gap_max = 0, left = INT32_MIN;
	bool bullets = false;
	for (uint32_t l = head + 1; l < v->lines_n && m->out->n < ITEMS_MOST; l++) {
		const struct view_line *vl = &v->lines[l];
		if (vl->flags & VIEW_RUNNING)
			continue;
		if (vl->page > h->page + 1 || (vl->page != h->page && !bullets) || line_ends_list(m->x, h, vl, bottom, gap_max))
			break;
		bool bullet = line_has_bullet(v, vl);
		bullets |= bullet;
		if (bullets && !bullet && left != INT32_MIN && vl->box.x0 < left - m->x->em)
			break; /* text to the left of the bullets goes on with something else */
		if (bullet)
			left = vl->box.x0;
		if ((bullet || !bullets) && n) {
			if (!item_add(m, ids, n, 0))
				return false;
			n = 0;
		}
		if (m->out->n && vl->page == h->page && vl->box.y0 - bottom > gap_max)
			gap_max = vl->box.y0 - bottom;
		for (uint32_t w = vl->word + bullet; w < vl->word + vl->words && n < 512; w++)
			ids[n++] = w;
		bottom = vl->box.y1;
	}
	return !n || item_add(m, ids, n, 0);
}

/* One line below a heading may itself be a list with commas. */
static bool line_is_commas(const struct view *v, uint32_t line)
{
	const struct view_line *l = &v->lines[line];
	uint32_t n = commas_in(v, l->word, l->word + l->words);
	bool last = line + 1 >= v->lines_n || l[1].page != l->page || l[1].box.y0 - l->box.y1 > (l->box.y1 - l->box.y0);
	return n >= 2 && last && !line_has_bullet(v, l);
}

bool list_recover(struct table_ctx *x, const struct plan_array *array, struct records *out)
{
	const struct view *v = x->v;
	struct lister m = { .x = x, .array = array, .out = out };
	for (uint32_t l = 0; l < v->lines_n && !out->n; l++) {
		const struct view_line *vl = &v->lines[l];
		bool colon, ok = true;
		uint32_t n = vl->words ? heading_words(x, array, vl, &colon) : 0;
		if (!n)
			continue;
		if (n < vl->words)
			ok = commas_split(&m, vl->word + n, vl->word + vl->words);
		else if (l + 1 < v->lines_n && line_is_commas(v, l + 1))
			ok = commas_split(&m, v->lines[l + 1].word, v->lines[l + 1].word + v->lines[l + 1].words);
		else
			ok = items_below(&m, l);
		if (!ok)
			return false;
		out->score = LIST_SCORE;
	}
	return true;
}
