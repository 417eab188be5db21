/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines of a list taken apart:
 *
 *     - 1 1/2 cups flour, sifted      quantity 1.5, unit cups, name flour, sifted
 *     - 200g sugar                    quantity 200, unit g, name sugar
 *     - salt                          name salt
 */
#include "extract/record-item.h"

#define PART_SCORE 680
#define UNIT_LETTERS 4 /* a short word behind a figure is a unit, if another follows */

struct roles { /* properties by what they take; -1 = none */
	int quantity, unit, name;
};

static bool has_any(const struct table_ctx *x, struct phrase p, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (phrase_has(p, token_named(x->in, words[i])))
			return true;
	return false;
}
#define HAS_ANY(x, p, words) has_any(x, p, words, sizeof(words) / sizeof *(words))

/* The array's own properties; only if there is a quantity, a name, and nothing that such lines do not hold. */
static bool roles_read(const struct table_ctx *x, const struct plan_array *a, struct roles *r)
{
	static const char *const amounts[] = { "quantity", "amount" }, *const units[] = { "unit", "measure" };
	*r = (struct roles){ -1, -1, -1 };
	for (size_t i = 0; i < a->fields_n; i++) {
		const struct plan_field *f = &a->fields[i];
		if (HAS_ANY(x, f->name, units) && r->unit < 0)
			r->unit = (int)i;
		else if (HAS_ANY(x, f->name, amounts) && r->quantity < 0 && f->type != VALUE_MONEY)
			r->quantity = (int)i;
		else if (f->node->type == SCHEMA_STRING && r->name < 0)
			r->name = (int)i;
		else if (f->node->type != SCHEMA_STRING)
			return false;
	}
	return r->quantity >= 0 && r->name >= 0 && a->fields_n <= 4 && !a->children_n;
}

/* ---- figures */

struct figure {
	size_t words;    /* of the item */
	uint16_t cut;    /* bytes of the last of them that are the unit: "200g" */
	int64_t thousandths;
};

static int fraction_sign(uint32_t c)
{
	static const struct { uint32_t c; int thousandths; } rows[] = {
		{ 0xBC, 250 }, { 0xBD, 500 }, { 0xBE, 750 }, { 0x2153, 333 }, { 0x2154, 667 }, { 0x2155, 200 }, { 0x215B, 125 },
		{ 0x215C, 375 }, { 0x215D, 625 }, { 0x215E, 875 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].c == c)
			return rows[i].thousandths;
	return 0;
}

static size_t digits_read(struct str w, size_t i, int64_t *value)
{
	for (*value = 0; i < w.n && w.p[i] >= '0' && w.p[i] <= '9' && *value < 1000000; i++)
		*value = *value * 10 + (w.p[i] - '0');
	return i;
}

/* "2", "1/2", "1½", "0.5", "1,5" at the start of a word, in thousandths; how many bytes it takes. */
static size_t number_read(struct str w, int64_t *value)
{
	int64_t whole, part, scale = 1000;
	size_t i = digits_read(w, 0, &whole), end;
	*value = whole * 1000;
	if (i && i < w.n && w.p[i] == '/' && (end = digits_read(w, i + 1, &part)) > i + 1 && part) {
		*value = whole * 1000 / part;
		return end;
	}
	if (i && i + 1 < w.n && (w.p[i] == '.' || w.p[i] == ',') && (end = digits_read(w, i + 1, &part)) > i + 1 && end - i <= 4) {
		for (size_t k = i + 1; k < end; k++)
			scale /= 10;
		*value += part * scale;
		return end;
	}
	size_t next = i;
	int fraction = i < w.n ? fraction_sign(str_utf8_next(w, &next)) : 0;
	*value += fraction;
	return fraction ? next : i;
}

static struct figure figure_read(const struct table_ctx *x, const struct list_item *it)
{
	struct figure f = { 0 };
	while (f.words < it->n && f.words < 2 && !f.cut) {
		struct str w = x->v->words[it->words[f.words]].text;
		int64_t value;
		size_t n = number_read(w, &value);
		if (!n || (f.words && value >= 1000))
			break; /* "1 1/2", but not "2 500" */
		f.thousandths += value;
		f.cut = (uint16_t)(w.n - n);
		f.words++;
	}
	return f;
}

/* ---- cells */

static struct found words_found(const struct list_item *it, size_t from, size_t end)
{
	return (struct found){ .words = it->words + from, .n = end - from, .score = PART_SCORE };
}

/* "0.5", "200": the figure as a JSON number. */
static struct str figure_text(struct table_ctx *x, int64_t thousandths)
{
	int rest = (int)(thousandths % 1000);
	struct str s = arena_printf(x->a, rest ? "%lld.%03d" : "%lld", (long long)(thousandths / 1000), rest);
	while (rest && s.n && s.p[s.n - 1] == '0')
		s.n--;
	return s;
}

/* A unit behind the figure: a short word of small letters, or one the lexicon lists as a measure, with a name behind it. */
static bool is_unit(struct table_ctx *x, const struct list_item *it, size_t at)
{
	struct str w = x->v->words[it->words[at]].text;
	struct phrase p = phrase_of_word(x->in, w);
	size_t letters = 0;
	while (w.n && strchr(".,", w.p[w.n - 1]))
		w.n--;
	while (letters < w.n && w.p[letters] >= 'a' && w.p[letters] <= 'z')
		letters++;
	return at + 1 < it->n && x->v->words[it->words[at + 1]].text.p[0] != '(' && ((letters == w.n && letters <= UNIT_LETTERS && letters > 0) || lexicon_in_class(x->in, p, "kitchen measure"));
}

static bool item_emit(struct table_ctx *x, const struct plan_array *a, const struct roles *r, const struct list_item *it, struct records *out)
{
	struct found *cells = ARENA_ARRAY(x->a, a->fields_n + 1, struct found);
	struct figure f = figure_read(x, it);
	size_t at = f.words;
	if (!cells)
		return false;
	if (f.words) {
		cells[r->quantity] = words_found(it, 0, f.words);
		cells[r->quantity].cut = f.cut;
		if (a->fields[r->quantity].node->type != SCHEMA_STRING)
			cells[r->quantity].canon = figure_text(x, f.thousandths);
	}
	if (f.cut && r->unit >= 0) {
		cells[r->unit] = words_found(it, f.words - 1, f.words);
		cells[r->unit].skip = (uint16_t)(x->v->words[it->words[f.words - 1]].text.n - f.cut);
	} else if (f.words && r->unit >= 0 && at < it->n && is_unit(x, it, at)) {
		cells[r->unit] = words_found(it, at, at + 1);
		at++;
	}
	if (at < it->n)
		cells[r->name] = words_found(it, at, it->n);
	for (size_t k = 0; k < it->n; k++)
		x->role[it->words[k]] = ROLE_TABLE_BODY;
	const struct view_word *w = &x->v->words[it->words[0]];
	out->items[out->n++] = (struct record){ .cell = cells, .page = w->page, .line = w->line };
	out->seen++;
	return true;
}

bool parts_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct item_list list = { 0 };
	struct roles r;
	if (!roles_read(x, pl->array, &r))
		return true;
	if (!items_of_array(x, pl->array, &list))
		return false;
	out->items = list.n ? ARENA_ARRAY(x->a, list.n, struct record) : NULL;
	for (size_t i = 0; out->items && i < list.n; i++)
		if (!item_emit(x, pl->array, &r, &list.items[i], out))
			return false;
	out->score = PART_SCORE;
	return !list.n || out->items;
}
