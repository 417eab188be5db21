/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dishes, drinks and services with their prices:
 *
 *     STARTERS                                      the section of what follows
 *     Soup of the day .................... 6.50     name, price
 *       served with sourdough bread                 description
 *     Smoked salmon ............... 9.00  14.00     a property for each price
 *
 * A line that ends with amounts begins an item. What follows without an amount describes it, unless it is set as a heading.
 */
#include "extract/record.h"

#include <stdlib.h>

#define MENU_SCORE 640
#define PRICES_MOST 4
#define ITEMS_LEAST 3
#define NAME_WORDS 24
#define SECTION_WORDS 8
#define LINES_MORE 3    /* lines of a description */
#define GAP_MOST 2      /* em between an item and what describes it */
#define NAME_OF_PRICE 500

struct roles { /* properties by what they take; -1 = none */
	int name, about, section, price[PRICES_MOST];
	size_t prices;
};

struct item {
	uint32_t line, name, name_end, about, about_end, section; /* words; lines of the section, VIEW_NONE = none */
	const struct span *price[PRICES_MOST];
	size_t prices;
};

#define SMALLER_MOST 150 /* 1/100 pt that bold type may be smaller than what it heads */

struct menu {
	struct table_ctx *x;
	const struct plan_array *array;
	struct roles roles;
	struct item *items;
	size_t n;
	uint32_t described, sections; /* items that have one */
	int32_t edge[PRICES_MOST];    /* right edges of the prices, from an item that has all */
};

/* ---- what the array asks for */

/* A name and prices, and nothing that such lines do not hold. */
static bool roles_read(struct table_ctx *x, const struct plan_array *a, struct roles *r)
{
	*r = (struct roles){ .name = -1, .about = -1, .section = -1 };
	for (size_t i = 0; i < a->fields_n; i++) {
		const struct plan_field *f = &a->fields[i];
		uint32_t wants = type_wants(f->type);
		bool text = !wants || (wants & CELL_TEXT), kind = text && field_is_group(x, f);
		int *slot = kind ? &r->section : r->name < 0 ? &r->name : &r->about;
		if (f->type == VALUE_CURRENCY)
			continue;
		if (f->type == VALUE_MONEY && r->prices < PRICES_MOST)
			r->price[r->prices++] = (int)i;
		else if (text && f->type != VALUE_BOOLEAN && *slot < 0)
			*slot = (int)i;
		else
			return false;
	}
	return r->name >= 0 && r->prices && !a->children_n && (r->prices > 1 || r->about >= 0 || r->section >= 0);
}

/* ---- lines */

static bool is_leader(struct str t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!strchr(".-_\xC2\xB7\xE2\x80\xA6", t.p[i]))
			return false;
	return true;
}

static bool has_letters(const struct view *v, uint32_t from, uint32_t end)
{
	size_t n = 0;
	for (uint32_t w = from; w < end; w++)
		for (size_t i = 0; i < v->words[w].text.n; i++) {
			unsigned char c = (unsigned char)v->words[w].text.p[i];
			n += c >= 0xC3 || ((c | 32) >= 'a' && (c | 32) <= 'z');
		}
	return n >= 2;
}

/* The amount that ends right before word end: with a currency or cents, or a figure that stands by itself. */
static const struct span *amount_before(struct table_ctx *x, const struct view_line *l, uint32_t end)
{
	const struct span *best = NULL;
	uint32_t seg = x->v->words[end - 1].seg;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		if ((s->type != SPAN_MONEY && s->type != SPAN_NUMBER) || s->word + s->words != end || s->word == l->word)
			continue;
		uint32_t k = cell_read(x, s->word, s->words);
		bool plain = (k & CELL_NUMBER) && ((k & CELL_DECIMAL) || piece_starts(x, s->word));
		if ((s->type == SPAN_MONEY || plain) && (!best || s->words > best->words))
			best = s;
	}
	return best;
}

static bool item_read(struct menu *m, uint32_t line, struct item *it)
{
	const struct view_line *l = &m->x->v->lines[line];
	uint32_t end = l->word + l->words;
	const struct span *price[PRICES_MOST], *s;
	*it = (struct item){ .line = line, .name = l->word, .section = VIEW_NONE };
	if (l->words < 2 || (l->flags & VIEW_RUNNING) || m->x->role[l->word] != ROLE_NONE)
		return false;
	while (it->prices < m->roles.prices && end > l->word + 1 && (s = amount_before(m->x, l, end))) {
		price[it->prices++] = s;
		end = s->word;
		while (end > l->word + 1 && is_leader(m->x->v->words[end - 1].text))
			end--;
	}
	for (size_t i = 0; i < it->prices; i++)
		it->price[i] = price[it->prices - 1 - i];
	it->name_end = end;
	return it->prices && end - l->word <= NAME_WORDS && has_letters(m->x->v, l->word, end) && !amount_before(m->x, l, end) &&
	       !cell_names_scalar(m->x, &(struct cell){ l->word, end - l->word });
}

/* A line set apart from the names of items: larger, bold where they are not, in capitals where they are not. */
static bool is_section(const struct view *v, const struct view_line *l, const struct view_line *item)
{
	const struct view_seg *s = &v->segs[l->seg], *n = &v->segs[item->seg];
	if (l->segs != 1 || l->words > SECTION_WORDS || (l->flags & VIEW_RUNNING))
		return false;
	if (s->size > n->size + 50)
		return true;
	bool bold = s->bold && !n->bold;
	if (s->size + (bold ? SMALLER_MOST : 50) < n->size)
		return false;
	return bold || (line_is_capitals(v, l) && !line_is_capitals(v, item));
}

/* Lines right below an item that begin no other one and are no heading. */
static uint32_t about_read(struct menu *m, struct item *it, const uint8_t *begins)
{
	const struct view *v = m->x->v;
	const struct view_page *p = &v->pages[v->lines[it->line].page];
	uint32_t l = it->line + 1;
	for (; l < p->line + p->lines && l - it->line <= LINES_MORE; l++) {
		const struct view_line *vl = &v->lines[l];
		int32_t gap = vl->box.y0 - vl[-1].box.y1;
		if (begins[l] || !vl->words || vl->segs != 1 || gap > GAP_MOST * m->x->em || (vl->flags & (VIEW_RUNNING | VIEW_HEADING)) ||
		    m->x->role[vl->word] != ROLE_NONE || is_section(v, vl, &v->lines[it->line]) ||
		    vl->box.x0 > v->words[it->name_end - 1].box.x1 + 4 * m->x->em)
			break;
		it->about = it->about_end ? it->about : vl->word;
		it->about_end = vl->word + vl->words;
	}
	return l;
}

static bool items_read(struct menu *m)
{
	const struct view *v = m->x->v;
	uint8_t *begins = ARENA_ARRAY(m->x->a, v->lines_n + 1, uint8_t);
	uint32_t section = VIEW_NONE, last = VIEW_NONE;
	m->items = ARENA_ARRAY(m->x->a, v->lines_n + 1, struct item);
	if (!begins || !m->items)
		return false;
	for (uint32_t l = 0; l < v->lines_n; l++)
		begins[l] = item_read(m, l, &m->items[0]);
	for (uint32_t l = 0; l < v->lines_n; l++) {
		if (!begins[l]) {
			uint32_t next = l + 1;
			while (next < v->lines_n && !begins[next] && next - l <= 2)
				next++;
			if (next < v->lines_n && begins[next] && is_section(v, &v->lines[l], &v->lines[next]))
				section = l;
			continue;
		}
		struct item *it = &m->items[m->n++];
		item_read(m, l, it);
		it->section = section;
		l = about_read(m, it, begins) - 1;
		m->described += it->about_end > 0;
		m->sections += section != VIEW_NONE;
		last = l;
	}
	return last != VIEW_NONE || !m->n;
}

/* ---- prices */

/* Names over the prices of the first items, "Glass  Bottle", tell which is which: the order of properties goes by them. */
static void prices_order(struct menu *m)
{
	const struct view *v = m->x->v;
	struct roles *r = &m->roles;
	for (uint32_t l = m->items[0].line; l > 0 && m->items[0].line - l < 4; l--) {
		const struct view_line *h = &v->lines[l - 1];
		int order[PRICES_MOST];
		size_t named = 0;
		if (h->segs < r->prices || r->prices < 2)
			continue;
		for (size_t k = 0; k < r->prices; k++) {
			struct phrase p = seg_phrase(m->x, h->seg + h->segs - (uint32_t)(r->prices - k));
			int best = NAME_OF_PRICE - 1;
			order[k] = -1;
			for (size_t i = 0; i < r->prices; i++) {
				const struct plan_field *f = &m->array->fields[r->price[i]];
				int sim = plan_alias_match(m->x->in, p, f->aliases, f->aliases_n);
				if (sim > best) {
					best = sim;
					order[k] = r->price[i];
				}
			}
			named += order[k] >= 0 && (!k || order[k] != order[k - 1]);
		}
		if (named == r->prices) {
			memcpy(r->price, order, named * sizeof(*order));
			return;
		}
	}
}

static int32_t right_edge(const struct menu *m, const struct span *s)
{
	return m->x->v->words[s->word + s->words - 1].box.x1;
}

static void edges_read(struct menu *m)
{
	for (size_t i = 0; i < m->n; i++)
		for (size_t k = 0; k < m->items[i].prices && m->items[i].prices == m->roles.prices; k++)
			m->edge[k] = right_edge(m, m->items[i].price[k]);
}

/* Which of the prices one is, of an item that has not all of them. */
static size_t price_place(const struct menu *m, const struct item *it, size_t k)
{
	size_t best = k;
	if (it->prices == m->roles.prices)
		return k;
	for (size_t e = 0; e < m->roles.prices; e++)
		if (abs(right_edge(m, it->price[k]) - m->edge[e]) < abs(right_edge(m, it->price[k]) - m->edge[best]))
			best = e;
	return best;
}

/* ---- records */

static struct found run_value(struct menu *m, int field, uint32_t from, uint32_t end)
{
	uint32_t *words = ARENA_ARRAY(m->x->a, end - from + 1, uint32_t);
	for (uint32_t w = from; words && w < end; w++) {
		words[w - from] = w;
		m->x->role[w] = ROLE_TABLE_BODY;
	}
	return words && end > from ? found_make(m->x, &m->array->fields[field], words, end - from, MENU_SCORE) : (struct found){ 0 };
}

static bool item_emit(struct menu *m, const struct item *it, struct records *out)
{
	const struct view *v = m->x->v;
	const struct roles *r = &m->roles;
	struct found *cells = ARENA_ARRAY(m->x->a, m->array->fields_n + 1, struct found);
	if (!cells)
		return false;
	for (size_t k = 0; k < it->prices; k++) {
		int f = r->price[price_place(m, it, k)];
		cells[f] = run_value(m, f, it->price[k]->word, it->price[k]->word + it->price[k]->words);
	}
	cells[r->name] = run_value(m, r->name, it->name, it->name_end);
	if (r->about >= 0 && it->about_end)
		cells[r->about] = run_value(m, r->about, it->about, it->about_end);
	if (r->section >= 0 && it->section != VIEW_NONE) {
		const struct view_line *l = &v->lines[it->section];
		cells[r->section] = run_value(m, r->section, l->word, l->word + l->words);
		cells[r->section].inherited = true;
	}
	out->seen++;
	out->items[out->n++] = (struct record){ .cell = cells, .page = v->lines[it->line].page, .line = it->line };
	return true;
}

static bool is_total(struct menu *m, const struct item *it)
{
	uint32_t ids[NAME_WORDS];
	for (uint32_t w = it->name; w < it->name_end; w++)
		ids[w - it->name] = w;
	return words_begin_total(m->x, words_phrase(m->x, ids, it->name_end - it->name));
}

/* Items enough, and descriptions, sections or several prices that speak for them; a text and an amount alone are any list. */
static bool is_enough(const struct menu *m)
{
	size_t all = 0;
	for (size_t i = 0; i < m->n; i++)
		all += m->items[i].prices == m->roles.prices;
	bool described = m->roles.about >= 0 && m->described * 3 >= m->n, parted = m->roles.section >= 0 && m->sections * 2 >= m->n;
	return m->n >= ITEMS_LEAST && (described || parted || m->roles.prices > 1) && all * 2 >= m->n;
}

bool menu_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct menu *m = ARENA_NEW(x->a, struct menu);
	if (!m)
		return false;
	*m = (struct menu){ .x = x, .array = pl->array };
	if (!roles_read(x, pl->array, &m->roles))
		return true;
	if (!items_read(m))
		return false;
	if (!is_enough(m))
		return true;
	prices_order(m);
	edges_read(m);
	out->items = ARENA_ARRAY(x->a, m->n, struct record);
	for (size_t i = 0; out->items && i < m->n; i++) {
		if (is_total(m, &m->items[i])) {
			out->seen++;
			left_out_add(out, "total_row", 1);
		} else if (!item_emit(m, &m->items[i], out)) {
			return false;
		}
	}
	out->score = MENU_SCORE;
	return out->items != NULL;
}
