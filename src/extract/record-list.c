/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-item.h"

/*
 * Arrays of plain values:
 *
 *     Languages: English, German (B2), French        a list behind its label
 *
 *     Ingredients (4 persons)                        a heading, items below,
 *       - 200 g flour, sifted                        with bullets or one a line
 *       - 3 eggs
 *
 * Menus and tables of contents name lists, too: every place that does is read and
 * the best reading told. A list of amounts that nothing announces is known by them.
 */
#define HEAD_LEAST 700      /* similarity of a heading to the array's names */
#define HEAD_WORDS 8        /* most words of a heading */
#define LIST_SCORE 720
#define FACT_LEAST 550      /* similarity of a list's own name ("recipeIngredient") to the array's names */
#define TRIES 64            /* most places that are read */
#define BONUS_HEADING 150
#define BONUS_ITEM 12       /* each, up to BONUS_ITEMS of them; of a list inside its line any counts as much */
#define BONUS_ITEMS 12
#define BONUS_AMOUNTS 250   /* all items show the amount that is asked for */
#define COST_BULLET 250     /* an item of another list */
#define COST_REST 60        /* the heading says more than the name */
#define BARE_ITEMS 3        /* least items of a list that nothing announces */
#define BARE_AMOUNTS 60     /* percent of them with an amount */
#define BARE_WORDS 12       /* words an item has on average, at most */
#define BARE_SIM 550
#define BARE_SCORE 620      /* told for it, LIST_SCORE for one that is announced */

struct heading {
	uint32_t words; /* of the line that name the array; 0 = none */
	int sim;
	bool colon;
};

/* ---- headings */

static bool is_stop(struct table_ctx *x, uint32_t word)
{
	struct phrase p = phrase_of_word(x->in, x->v->words[word].text);
	return !p.n || (p.n == 1 && (token_flags(x->in, p.tokens[0]) & TOKEN_STOP));
}

/* "Ingredients of the cake", "Ingrédients (6 personnes)": the name, and what it is about. */
static bool rest_is_about(struct table_ctx *x, uint32_t word)
{
	return is_stop(x, word) || x->v->words[word].text.p[0] == '(';
}

static int words_match(struct table_ctx *x, const struct plan_array *a, uint32_t word, uint32_t n)
{
	uint32_t ids[HEAD_WORDS];
	for (uint32_t i = 0; i < n; i++)
		ids[i] = word + i;
	int sim = plan_alias_match(x->in, words_phrase(x, ids, n), a->aliases, a->aliases_n);
	return sim >= HEAD_LEAST ? sim : 0;
}

/* "4. Action points": a number in front is of the heading. */
static bool is_numbering(struct str w)
{
	size_t n = 0;
	while (n < w.n && w.p[n] >= '0' && w.p[n] <= '9')
		n++;
	return n && n <= 2 && n + 1 == w.n && strchr(".)", w.p[n]);
}

static struct heading heading_read(struct table_ctx *x, const struct plan_array *a, const struct view_line *line)
{
	struct heading h = { 0 }, none = { 0 };
	struct view_line rest = *line, *l = &rest;
	uint32_t n = 0, number = line->words > 1 && line->words <= HEAD_WORDS && is_numbering(x->v->words[line->word].text);
	rest.word += number;
	rest.words -= number;
	for (; n < l->words && n < HEAD_WORDS && !h.colon; n++)
		h.colon = x->v->words[l->word + n].text.p[x->v->words[l->word + n].text.n - 1] == ':';
	if (h.colon || n == l->words) {
		h.words = n + number;
		h.sim = words_match(x, a, l->word, n);
		if (h.sim)
			return h;
	}
	for (uint32_t k = 1; (l->flags & VIEW_HEADING) && k < l->words && k < HEAD_WORDS; k++) {
		int sim = rest_is_about(x, l->word + k) ? words_match(x, a, l->word, k) - COST_REST : 0;
		int tail = words_match(x, a, l->word + l->words - k, k) - COST_REST; /* "PLANNING BOARD MEETING AGENDA" */
		sim = tail > sim ? tail : sim;
		if (sim > h.sim)
			h = (struct heading){ line->words, sim, false };
	}
	return h.sim ? h : none;
}

/* ---- how good a reading is */

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return str_starts(s, STR("\xC2\xBC")) || str_starts(s, STR("\xC2\xBD")) || str_starts(s, STR("\xC2\xBE")) ||
	       str_starts(s, STR("\xE2\x85")); /* fractions of one sign */
}

static int percent_with_amount(const struct table_ctx *x, const struct item_list *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++) {
		bool any = false;
		for (size_t w = 0; w < l->items[i].n; w++)
			any |= has_digit(x->v->words[l->items[i].words[w]].text);
		n += any;
	}
	return l->n ? (int)(n * 100 / l->n) : 0;
}

static bool says_amount(struct table_ctx *x, struct str text)
{
	struct phrase p = phrase_of(x->in, text);
	return phrase_has(p, token_named(x->in, "amount")) || phrase_has(p, token_named(x->in, "quantity"));
}

/* Does the schema say that each item comes with its amount? */
static bool wants_amount(struct table_ctx *x, const struct plan_array *a)
{
	for (size_t i = 0; !a->scalar && i < a->fields_n; i++)
		if (phrase_has(a->fields[i].name, token_named(x->in, "quantity")) || phrase_has(a->fields[i].name, token_named(x->in, "amount")))
			return true;
	return says_amount(x, a->node->description) || (a->node->items && says_amount(x, a->node->items->description));
}

static int list_score(struct table_ctx *x, const struct plan_array *a, const struct item_list *l, int sim)
{
	int most = l->inside ? 1 : BONUS_ITEMS, items = l->n < (size_t)most ? (int)l->n : most;
	return sim + items * BONUS_ITEM + (wants_amount(x, a) ? percent_with_amount(x, l) * BONUS_AMOUNTS / 100 : 0);
}

/* ---- reading */

static uint32_t commas_in(const struct view *v, uint32_t word, uint32_t end)
{
	uint32_t n = 0;
	uint16_t cut;
	for (uint32_t w = word; w < end; w++)
		n += word_ends_item(v->words[w].text, &cut);
	return n;
}

/* One line below a heading may itself be a list with commas. */
static bool line_is_commas(const struct view *v, uint32_t line)
{
	const struct view_line *l = &v->lines[line];
	uint32_t n = commas_in(v, l->word, l->word + l->words);
	uint32_t closed = 0;
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		closed += str_ends(v->words[w].text, STR("),")); /* "English (native), Spanish (fluent)" */
	if (closed && closed == n && !line_has_bullet(v, l))
		return true;
	bool last = line + 1 >= v->lines_n || l[1].page != l->page || l[1].box.y0 - l->box.y1 > (l->box.y1 - l->box.y0);
	return n >= 2 && last && !line_has_bullet(v, l);
}

static bool list_read(struct table_ctx *x, uint32_t line, const struct heading *h, struct item_list *l)
{
	const struct view_line *vl = &x->v->lines[line], *next = vl + 1;
	l->inside = h->words < vl->words;
	if (l->inside)
		return items_between_commas(x, vl->word + h->words, vl->word + vl->words, l);
	if (line + 1 < x->v->lines_n && line_is_commas(x->v, line + 1))
		return items_between_commas(x, next->word, next->word + next->words, l);
	return items_below(x, line, l);
}

struct lister {
	struct table_ctx *x;
	const struct plan_array *array;
	struct item_list best;
	int score;
};

static void list_keep(struct lister *m, const struct item_list *l, int score)
{
	if (!l->n || score <= m->score)
		return;
	m->best = *l;
	m->score = score;
}

static bool named_lists(struct lister *m)
{
	const struct view *v = m->x->v;
	int tries = 0;
	for (uint32_t l = 0; l < v->lines_n && tries < TRIES; l++) {
		const struct view_line *vl = &v->lines[l];
		struct heading h = vl->words ? heading_read(m->x, m->array, vl) : (struct heading){ 0 };
		struct item_list list = { .named = true, .head = l };
		if (!h.sim || line_answers(m->x, m->array, l))
			continue;
		if (!list_read(m->x, l, &h, &list))
			return false;
		bool strong = (vl->flags & VIEW_HEADING) || h.colon;
		list_keep(m, &list, list_score(m->x, m->array, &list, h.sim + (strong ? BONUS_HEADING : 0) -
					       (line_has_bullet(v, vl) ? COST_BULLET : 0)));
		tries++;
	}
	return true;
}

/* The value of a label in a form, or behind one in bold. */
static bool beside_lists(struct lister *m)
{
	const struct view *v = m->x->v;
	int tries = 0;
	for (uint32_t s = 0; s < v->segs_n && tries < TRIES; s++) {
		struct item_list list = { 0 };
		int sim;
		if (!items_beside(m->x, m->array, s, &list, &sim))
			return false;
		tries += sim > 0;
		if (list.n)
			list_keep(m, &list, list_score(m->x, m->array, &list, sim + BONUS_HEADING));
	}
	return true;
}

/* ---- lists that nothing announces */

static bool list_is_amounts(const struct table_ctx *x, const struct item_list *l)
{
	size_t words = 0;
	for (size_t i = 0; i < l->n; i++)
		words += l->items[i].n;
	return l->n >= BARE_ITEMS && percent_with_amount(x, l) >= BARE_AMOUNTS && words <= l->n * BARE_WORDS;
}

static bool bare_lists(struct lister *m)
{
	const struct view *v = m->x->v;
	int tries = 0;
	for (uint32_t l = 0; l < v->lines_n && tries < TRIES; l++) {
		struct item_list list = { 0 };
		const struct view_line *vl = &v->lines[l], *first = vl;
		if (!line_has_bullet(v, vl) || (vl->flags & VIEW_RUNNING) || !has_digit(v->words[vl->word + (vl->words > 1)].text))
			continue;
		if (!items_from(m->x, l, &list))
			return false;
		if (list_is_amounts(m->x, &list))
			list_keep(m, &list, list_score(m->x, m->array, &list, BARE_SIM));
		while (l + 1 < v->lines_n && line_has_bullet(v, &v->lines[l + 1]) && v->lines[l + 1].page == first->page)
			l++; /* the rest of this run */
		tries++;
	}
	return true;
}

/* ---- lists the source keeps of itself: "recipeIngredient[0]" */

/* The name before "[7]"; empty if the fact is no element of a list of plain values. */
static struct str list_name(const struct doc *d, const struct doc_fact *f)
{
	struct str name = { d->facts_text + f->name, f->name_len };
	if (f->kind != DOC_FACT_FIELD || !f->value_len || !name.n || name.p[name.n - 1] != ']')
		return (struct str){ 0 };
	while (name.n && name.p[name.n - 1] != '[')
		name.n--;
	name.n -= name.n > 0;
	return memchr(name.p, '[', name.n) ? (struct str){ 0 } : name;
}

static bool fact_list(struct lister *m, struct records *out)
{
	struct table_ctx *x = m->x;
	const struct doc *d = x->v->doc;
	struct str best = { 0 };
	int sim = FACT_LEAST - 1;
	for (size_t i = 0; i < d->facts_n; i++) {
		struct str name = list_name(d, &d->facts[i]);
		int s = name.n ? plan_alias_match(x->in, phrase_of(x->in, name), m->array->aliases, m->array->aliases_n) : 0;
		if (s > sim) {
			sim = s;
			best = name;
		}
	}
	out->items = best.n ? ARENA_ARRAY(x->a, d->facts_n, struct record) : NULL;
	for (size_t i = 0; out->items && i < d->facts_n; i++) {
		struct found *cell = str_eq(list_name(d, &d->facts[i]), best) ? ARENA_NEW(x->a, struct found) : NULL;
		if (!cell)
			continue;
		*cell = (struct found){ .fact = &d->facts[i], .score = LIST_SCORE };
		out->items[out->n++] = (struct record){ .cell = cell };
		out->seen++;
	}
	out->score = LIST_SCORE;
	return !best.n || out->items;
}

/* ---- out */

static bool list_emit(struct lister *m, struct records *out)
{
	struct table_ctx *x = m->x;
	out->items = ARENA_ARRAY(x->a, m->best.n + 1, struct record);
	for (size_t i = 0; out->items && i < m->best.n; i++) {
		const struct list_item *it = &m->best.items[i];
		struct found *cell = ARENA_NEW(x->a, struct found);
		if (!cell)
			return false;
		*cell = found_make(x, &m->array->fields[0], it->words, it->n, m->best.named ? LIST_SCORE : BARE_SCORE);
		if (cell->words == it->words && cell->n == it->n && it->cut)
			cell->cut = it->cut;
		for (size_t k = 0; k < it->n; k++)
			x->role[it->words[k]] = ROLE_TABLE_BODY;
		const struct view_word *w = &x->v->words[it->words[0]];
		out->items[out->n++] = (struct record){ .cell = cell, .page = w->page, .line = w->line };
		out->seen++;
	}
	out->score = m->best.named ? LIST_SCORE : BARE_SCORE;
	return out->items != NULL;
}

static bool lists_read(struct lister *m)
{
	return named_lists(m) && beside_lists(m) && (!plan_has_feature(m->x->plan, BARE) || !wants_amount(m->x, m->array) || bare_lists(m));
}

bool items_of_array(struct table_ctx *x, const struct plan_array *array, struct item_list *out)
{
	struct lister m = { .x = x, .array = array };
	bool ok = lists_read(&m);
	*out = list_is_amounts(x, &m.best) ? m.best : (struct item_list){ 0 };
	return ok;
}

bool items_named(struct table_ctx *x, const struct plan_array *array, struct item_list *out)
{
	struct lister m = { .x = x, .array = array };
	bool ok = named_lists(&m);
	*out = m.best;
	return ok;
}

bool list_recover(struct table_ctx *x, const struct plan_array *array, struct records *out)
{
	struct lister m = { .x = x, .array = array };
	if (!lists_read(&m))
		return false;
	if (!m.best.n && plan_has_feature(x->plan, FACTS))
		return fact_list(&m, out);
	return !m.best.n || list_emit(&m, out);
}
