/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-item.h"
#include "extract/record-kind.h"

/*
 * Items of a list taken apart at dashes, colons and brackets, for arrays of objects:
 *
 *     - Ann Miller (novelist): Writing the sea, 8 May 2026, 14:00
 *     2 x Apple tree "Topaz", half-standard – 39.90 EUR
 *     Languages: Italian (native), English (C1)
 *
 * Dates, times and figures go to the properties that want them, what is left of the text to the
 * others in their order. At commas an item is cut only if properties would be left without.
 */
#define PHRASE_SCORE 690
#define PIECES 16
#define PIECES_LEAST 2
#define ITEMS_PARTED 70   /* percent of the items that must give two properties and more */
#define PROPS_GIVEN 40    /* percent of the properties an item gives on average */
#define LINES_GIVEN 70    /* the same of a line with nothing but commas */
#define ITEM_MOST 40      /* words of an item; what is longer is a paragraph */
#define LABEL_LEAST 700
#define TRIES 24

struct piece { /* words [from, end) of the item */
	size_t from, end;
	uint16_t skip, cut;
	bool taken;
	int label; /* property that a label in front names, -1 = none */
};

struct parted {
	struct table_ctx *x;
	const struct plan_array *array;
	const struct list_item *item;
	struct piece pieces[PIECES];
	size_t n;
};

static struct str word_of(const struct parted *p, size_t i)
{
	return p->x->v->words[p->item->words[i]].text;
}

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

static bool is_dash(struct str w)
{
	static const char *const signs[] = { "-", "–", "—", "|", "·", "•", "/" };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq_z(w, signs[i]))
			return true;
	return false;
}

/* ---- pieces */

static void piece_add(struct parted *p, size_t from, size_t end)
{
	uint16_t cut = 0, skip = 0;
	if (from >= end || p->n == PIECES)
		return;
	struct str first = word_of(p, from), last = word_of(p, end - 1);
	bool bracket = first.n > 1 && first.p[0] == '(';
	while (cut + 1u < last.n && (strchr(",;:", last.p[last.n - 1 - cut]) || (bracket && last.p[last.n - 1 - cut] == ')')))
		cut++;
	skip = bracket ? 1 : 0;
	p->pieces[p->n++] = (struct piece){ from, end, skip, cut, false, -1 };
}

static void item_cut(struct parted *p, bool commas)
{
	size_t from = 0;
	int depth = 0;
	p->n = 0;
	for (size_t i = 0; i < p->item->n; i++) {
		struct str w = word_of(p, i);
		bool opens = w.n > 1 && w.p[0] == '(' && !depth;
		if (opens && i > from) {
			piece_add(p, from, i);
			from = i;
		}
		for (size_t k = 0; k < w.n; k++)
			depth += (w.p[k] == '(') - (w.p[k] == ')' && depth > 0);
		bool closes = !depth && memchr(w.p, ')', w.n) && word_of(p, from).p[0] == '(';
		if (!depth && is_dash(w)) {
			piece_add(p, from, i);
			from = i + 1;
		} else if (!depth && (closes || strchr(":;", last_of(w)) || (commas && last_of(w) == ','))) {
			piece_add(p, from, i + 1);
			from = i + 1;
		}
	}
	piece_add(p, from, p->item->n);
}

/* "meal: vegetarian": a short piece before a colon that names a property is its label. */
static void labels_find(struct parted *p)
{
	for (size_t i = 0; i + 1 < p->n; i++) {
		struct piece *q = &p->pieces[i];
		if (q->end - q->from > 3 || last_of(word_of(p, q->end - 1)) != ':')
			continue;
		struct phrase label = words_phrase(p->x, p->item->words + q->from, q->end - q->from);
		for (size_t f = 0; f < p->array->fields_n && label.n; f++)
			if (plan_alias_match(p->x->in, label, p->array->fields[f].aliases, p->array->fields[f].aliases_n) >= LABEL_LEAST) {
				q->taken = true;
				p->pieces[i + 1].label = (int)f;
				break;
			}
	}
}

/* ---- properties */

static bool wants_text(const struct plan_field *f)
{
	uint32_t wants = type_wants(f->type);
	return f->node->type == SCHEMA_STRING && (!wants || wants & CELL_TEXT);
}

static size_t texts_wanted(const struct plan_array *a)
{
	size_t n = 0;
	for (size_t f = 0; f < a->fields_n; f++)
		n += wants_text(&a->fields[f]);
	return n;
}

static bool piece_is_run(const struct parted *p, const struct piece *q)
{
	return p->item->words[q->end - 1] - p->item->words[q->from] == q->end - 1 - q->from;
}

static struct span *without_sign(const struct parted *p, const struct span *s)
{
	struct span *plus = ARENA_NEW(p->x->a, struct span);
	if (!plus)
		return NULL;
	*plus = *s;
	plus->negative = false;
	if (plus->canon.n && plus->canon.p[0] == '-')
		plus->canon = (struct str){ plus->canon.p + 1, plus->canon.n - 1 };
	return plus;
}

/* A plain figure counts where a piece begins: "2 x Soup", "(2016)"; strict: a price shows its currency. */
static const struct span *reading_of(const struct parted *p, const struct plan_field *f, const struct piece *q, bool strict)
{
	uint32_t first = p->item->words[q->from], words = (uint32_t)(q->end - q->from);
	const struct span *minus = q->from && is_dash(word_of(p, q->from - 1)) ? cell_span(p->x, f->type, first - 1, words + 1) : NULL;
	struct span *plus = minus && minus->word == first - 1 && minus->words > 1 ? without_sign(p, minus) : NULL;
	if (plus) { /* the dash between name and price is no minus */
		plus->word++;
		plus->words--;
		plus->skip = 0;
		return plus;
	}
	for (uint32_t n = words; n; n = n > 1 ? 1 : 0) {
		const struct span *s = cell_span(p->x, f->type, first, n);
		if (s && s->negative && word_of(p, q->from).p[0] == '(' && s->canon.n && s->canon.p[0] == '-')
			s = without_sign(p, s); /* "(2016)" is no debt here */
		if (s && s->type == SPAN_NUMBER && ((strict && f->type == VALUE_MONEY) || s->word != first))
			continue;
		if (s)
			return s;
	}
	return NULL;
}

/* The text before a reading: "Writing the sea, Friday | 8 May" ends at its comma, "(by | 8 May)" says nothing by itself. */
static void piece_trim(const struct parted *p, struct piece *q, size_t at)
{
	size_t end = at;
	for (size_t i = at; i-- > q->from + 1;)
		if (last_of(word_of(p, i - 1)) == ',' && at - i <= 2)
			end = i;
	while (end > q->from + 1 && end == at && word_leads_moment(word_of(p, end - 1)))
		at = --end;
	struct str first = word_of(p, q->from), last = word_of(p, end - 1);
	bool small = q->skip || (first.p[0] >= 'a' && first.p[0] <= 'z');
	q->end = end;
	q->cut = strchr(",;:", last_of(last)) && last.n > 1 ? 1 : 0;
	q->taken = small && end - q->from == 1 && at == end;
}

/* The reading of a piece for a typed property; the text before it, or else behind it, is left to others. */
static bool typed_take(struct parted *p, const struct plan_field *f, struct piece *q, bool strict, struct found *out)
{
	if (q->taken || !piece_is_run(p, q))
		return false;
	const struct span *s = reading_of(p, f, q, strict);
	if (!s)
		return false;
	size_t at = q->from + (s->word - p->item->words[q->from]), end = at + s->words;
	*out = found_make(p->x, f, p->item->words + at, s->words, PHRASE_SCORE);
	if (out->n && (!out->canon.n || out->canon.p[0] == '-'))
		out->canon = s->canon;
	while (end < q->end && (is_dash(word_of(p, end)) || str_eq_z(word_of(p, end), "x") || str_eq_z(word_of(p, end), "×") || str_eq_z(word_of(p, end), ",")))
		end++;
	if (at > q->from) {
		piece_trim(p, q, at);
	} else if (end < q->end) {
		q->from = end;
		q->skip = 0;
	} else {
		q->taken = true;
	}
	return out->n > 0;
}

static void typed_fill(struct parted *p, bool strict, struct found *cells)
{
	for (size_t f = 0; f < p->array->fields_n; f++) {
		const struct plan_field *q = &p->array->fields[f];
		if (wants_text(q) || q->type == VALUE_BOOLEAN || q->type == VALUE_ENUM)
			continue;
		for (size_t i = 0; i < p->n && !cells[f].n; i++)
			if (p->pieces[i].label < 0 || p->pieces[i].label == (int)f)
				typed_take(p, q, &p->pieces[i], strict, &cells[f]);
	}
}

static size_t texts_left(const struct parted *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++)
		n += !p->pieces[i].taken;
	return n;
}

static struct found piece_value(struct parted *p, const struct piece *q)
{
	struct found v = { .words = p->item->words + q->from, .n = q->end - q->from, .skip = q->skip, .cut = q->cut, .score = PHRASE_SCORE };
	return v;
}

/* Degrees, schools and positions are known by their words. */
static void kinds_fill(struct parted *p, struct found *cells)
{
	for (size_t f = 0; f < p->array->fields_n; f++) {
		enum entry_kind kind = kind_of_field(p->x->in, &p->array->fields[f]);
		for (size_t i = 0; i < p->n && kind != KIND_PLAIN && !cells[f].n; i++) {
			struct piece *q = &p->pieces[i];
			if (q->taken || !piece_is_run(p, q) || kind_of_words(p->x->v, p->item->words[q->from], (uint32_t)(q->end - q->from)) != kind)
				continue;
			cells[f] = piece_value(p, q);
			q->taken = true;
		}
	}
}

static void text_fill(struct parted *p, struct found *cells)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->pieces[i].label >= 0 && !p->pieces[i].taken && wants_text(&p->array->fields[p->pieces[i].label])) {
			cells[p->pieces[i].label] = piece_value(p, &p->pieces[i]);
			p->pieces[i].taken = true;
		}
	kinds_fill(p, cells);
	for (size_t f = 0, i = 0; f < p->array->fields_n; f++) {
		if (!wants_text(&p->array->fields[f]) || cells[f].n)
			continue;
		while (i < p->n && p->pieces[i].taken)
			i++;
		if (i == p->n)
			return;
		cells[f] = piece_value(p, &p->pieces[i]);
		p->pieces[i].taken = true;
	}
}

static bool is_capital(struct str w)
{
	size_t i = 0;
	uint32_t c = w.n ? str_utf8_next(w, &i) : 0;
	return (c >= 'A' && c <= 'Z') || c >= 0xC0;
}

/* Does the piece come apart before word k: "Enoxaparin | 40 mg", "Ann Lee | to sign the contract", "M.S. | in Economics"? *skip: words between. */
static bool parts_at(const struct parted *p, const struct piece *q, size_t k, size_t *skip)
{
	struct str w = word_of(p, k), before = word_of(p, k - 1);
	bool figure = w.p[0] >= '0' && w.p[0] <= '9', lower = w.p[0] >= 'a' && w.p[0] <= 'z';
	bool degree = lower && kind_is_bare_degree(p->x->v, p->item->words[q->from], (uint32_t)(k - q->from));
	*skip = (lower && str_eq_z(w, "to")) || degree ? 1 : 0;
	return k + 1 < q->end && (figure || degree || (lower && k + 2 < q->end && k - q->from <= 3 && is_capital(word_of(p, q->from)) && is_capital(before)));
}

/* A piece is cut once more where texts are wanting. */
static void pieces_part(struct parted *p, size_t wanted)
{
	for (size_t i = 0; i < p->n && texts_left(p) < wanted && p->n < PIECES; i++) {
		struct piece *q = &p->pieces[i];
		for (size_t k = q->from + 1; k < q->end && !q->taken; k++) {
			size_t skip;
			if (!parts_at(p, q, k, &skip))
				continue;
			memmove(q + 2, q + 1, (p->n - i - 1) * sizeof *q);
			q[1] = (struct piece){ k + skip, q->end, 0, q->cut, false, -1 };
			q->end = k;
			q->cut = 0;
			p->n++;
			break;
		}
	}
}

static size_t item_read(struct parted *p, const struct list_item *item, struct found *cells)
{
	size_t wanted = texts_wanted(p->array), filled = 0;
	p->item = item;
	for (int commas = 0; commas < 2; commas++) {
		memset(cells, 0, p->array->fields_n * sizeof *cells);
		item_cut(p, commas);
		labels_find(p);
		typed_fill(p, true, cells);
		typed_fill(p, false, cells);
		if (texts_left(p) >= wanted)
			break;
	}
	pieces_part(p, wanted);
	text_fill(p, cells);
	for (size_t f = 0; f < p->array->fields_n; f++)
		filled += cells[f].n > 0;
	return filled;
}

/* ---- lists */

static bool has_sign(const struct table_ctx *x, const struct list_item *it)
{
	for (size_t i = 0; i < it->n; i++) {
		struct str w = x->v->words[it->words[i]].text;
		if ((i && is_dash(w)) || (i && w.n > 1 && w.p[0] == '(') || (i + 1 < it->n && strchr(":;,", last_of(w))))
			return true;
	}
	return false;
}

static bool starts_digit(const struct table_ctx *x, const struct list_item *it)
{
	struct str w = x->v->words[it->words[0]].text;
	return w.p[0] >= '0' && w.p[0] <= '9';
}

/* Lines without bullets go on as long as they begin alike. */
static void lines_cut(const struct table_ctx *x, struct item_list *l)
{
	for (size_t i = 1; !l->bullets && !l->inside && i < l->n; i++)
		if (starts_digit(x, &l->items[i]) != starts_digit(x, &l->items[0]) || !has_sign(x, &l->items[i])) {
			l->n = i;
			return;
		}
}

/* Bullets below an entry's own lines are not the entries. */
static bool follows_head(const struct table_ctx *x, const struct item_list *l)
{
	uint32_t first = l->n ? x->v->words[l->items[0].words[0]].line : 0, head = l->head;
	return l->inside || (l->n && (first <= head + 1 || (first == head + 2 && !x->v->lines[head + 1].words)));
}

static bool has_strong_sign(const struct table_ctx *x, const struct list_item *it)
{
	for (size_t i = 1; i < it->n; i++) {
		struct str w = x->v->words[it->words[i]].text;
		if (is_dash(w) || (w.n > 1 && w.p[0] == '('))
			return true;
	}
	return starts_digit(x, it);
}

static bool asks_range(const struct plan_array *a)
{
	for (size_t f = 0; f < a->fields_n; f++)
		if (a->fields[f].pair)
			return true;
	return false;
}

static bool has_moment(const struct plan_array *a, const struct found *cells)
{
	for (size_t f = 0; f < a->fields_n; f++)
		if (cells[f].n && (type_strong(a->fields[f].type) & (CELL_DATE | CELL_TIME | CELL_CONTACT)))
			return true;
	return false;
}

/* Do the items come apart, all but a few, and give enough? */
static bool list_suits(struct table_ctx *x, const struct plan_array *a, struct item_list *l)
{
	size_t parted = 0, filled = 0, typed = 0, props = a->fields_n;
	bool plain = !l->bullets && !l->inside;
	struct parted p = { .x = x, .array = a };
	struct found *cells = ARENA_ARRAY(x->a, a->fields_n + 1, struct found);
	if (plain && items_are_rows(x, l))
		return false;
	for (size_t i = 0; cells && i < l->n; i++) {
		bool sign = has_sign(x, &l->items[i]);
		if (l->items[i].n > ITEM_MOST || (!l->bullets && !sign))
			continue;
		size_t n = item_read(&p, &l->items[i], cells);
		if (!sign && !has_moment(a, cells))
			continue; /* "200 g sugar" has nothing to part it */
		if (plain && !has_strong_sign(x, &l->items[i]) && (n < 3 || n * 100 < props * LINES_GIVEN))
			return false; /* lines with commas alone must give all but all */
		parted += n >= PIECES_LEAST;
		filled += n;
		for (size_t f = 0; f < a->fields_n; f++)
			if (cells[f].n && !wants_text(&a->fields[f])) {
				typed++;
				break;
			}
	}
	if (!l->n || parted * 100 < l->n * ITEMS_PARTED || filled * 100 < l->n * props * PROPS_GIVEN)
		return false;
	return l->named || (l->n > 1 && typed * 100 >= l->n * 80);
}

/* "Discharged on the following medication:": a line before the bullets that says the array's name in some form. */
static bool is_announced(struct table_ctx *x, const struct plan_array *a, uint32_t first)
{
	const struct view_line *l = first ? &x->v->lines[first - 1] : NULL;
	struct phrase name = phrase_of(x->in, a->node->name);
	if (!l || !l->words || l->page != x->v->lines[first].page || last_of(x->v->words[l->word + l->words - 1].text) != ':')
		return false;
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		struct phrase p = phrase_of_word(x->in, x->v->words[w].text);
		for (size_t i = 0; i < p.n; i++)
			for (size_t k = 0; k < name.n; k++)
				if (p.tokens[i] == name.tokens[k] || words_akin(token_text(x->in, p.tokens[i]), token_text(x->in, name.tokens[k])))
					return true;
	}
	return false;
}

static bool ends_label(const struct view *v, uint32_t line)
{
	const struct view_line *l = &v->lines[line];
	return l->words && (l->flags & VIEW_HEADING || last_of(v->words[l->word + l->words - 1].text) == ':');
}

static bool list_find(struct table_ctx *x, const struct plan_array *a, struct item_list *out)
{
	const struct view *v = x->v;
	if (!items_named(x, a, out))
		return false;
	lines_cut(x, out);
	if (out->n && (out->bullets || out->inside || out->n > 1) && follows_head(x, out) && list_suits(x, a, out))
		return true;
	*out = (struct item_list){ 0 };
	int tries = 0;
	for (uint32_t l = 0; l < v->lines_n && tries < TRIES; l++) { /* bullets that nothing announces */
		struct item_list list = { 0 };
		if (!line_has_bullet(v, &v->lines[l]) || v->lines[l].flags & VIEW_RUNNING)
			continue;
		if (!items_from(x, l, &list))
			return false;
		list.named = is_announced(x, a, l);
		if (!list.named && !(l && ends_label(v, l - 1)))
			continue;
		if ((list.n > out->n || (list.named && !out->named)) && list_suits(x, a, &list))
			*out = list;
		while (l + 1 < v->lines_n && line_has_bullet(v, &v->lines[l + 1]) && v->lines[l + 1].page == v->lines[l].page)
			l++;
		tries++;
	}
	return true;
}

bool phrases_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	const struct plan_array *a = pl->array;
	struct item_list list = { 0 };
	struct parted p = { .x = x, .array = a };
	if (a->children_n || a->fields_n < 2 || asks_range(a))
		return true;
	if (!list_find(x, a, &list))
		return false;
	out->items = list.n ? ARENA_ARRAY(x->a, list.n, struct record) : NULL;
	for (size_t i = 0; out->items && i < list.n; i++) {
		struct found *cells = ARENA_ARRAY(x->a, a->fields_n + 1, struct found);
		if (!cells)
			return false;
		out->seen++;
		if (!item_read(&p, &list.items[i], cells))
			continue;
		for (size_t k = 0; k < list.items[i].n; k++)
			x->role[list.items[i].words[k]] = ROLE_TABLE_BODY;
		const struct view_word *w = &x->v->words[list.items[i].words[0]];
		out->items[out->n++] = (struct record){ .cell = cells, .page = w->page, .line = w->line };
	}
	out->score = PHRASE_SCORE;
	return !list.n || out->items;
}
