/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Items of a slip (receipt.h) as the records of the array that asks for things with a price. Only items that are proven:
 * whatever header or heading stands over them, nothing else makes the printed sum.
 */
#include "extract/record.h"


#include "extract/receipt.h"

#define RECEIPT_SCORE 900
#define HEAD_LABELS 3 /* a header that names so many properties is no accident */
#define FIGURES_MORE 2 /* figures asked for that no slip has */

struct roles { /* properties by what they take; -1 = none */
	int name, count, unit, price;
};

static bool name_has(const struct table_ctx *x, const struct plan_field *f, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (phrase_has(f->name, token_named(x->in, words[i])))
			return true;
	return false;
}
#define NAME_HAS(x, f, words) name_has(x, f, words, sizeof(words) / sizeof *(words))

static const char *const sums[] = { "total", "amount", "sum", "line" }, *const ones[] = { "unit", "rate", "each" },
	*const counts[] = { "quantity", "count", "number" }, *const others[] = { "tax", "discount", "tip", "vat", "code" };

static void role_set(int *role, size_t i)
{
	*role = *role < 0 ? (int)i : *role;
}

/* A name and a price, and what makes the price. */
static bool roles_read(const struct table_ctx *x, const struct plan_array *a, struct roles *r)
{
	int plain = -1;
	*r = (struct roles){ -1, -1, -1, -1 };
	for (size_t i = 0; i < a->fields_n; i++) {
		const struct plan_field *f = &a->fields[i];
		bool money = f->type == VALUE_MONEY, number = f->type == VALUE_NUMBER || f->type == VALUE_INTEGER;
		if (f->type == VALUE_DATE || f->type == VALUE_DATETIME || f->type == VALUE_PERSON || f->type == VALUE_ADDRESS)
			return false;
		if (NAME_HAS(x, f, others))
			continue;
		if (f->type == VALUE_TEXT)
			role_set(&r->name, i);
		else if (number && NAME_HAS(x, f, counts))
			role_set(&r->count, i);
		else if (money && NAME_HAS(x, f, ones))
			role_set(&r->unit, i);
		else if (money && NAME_HAS(x, f, sums))
			role_set(&r->price, i);
		else if (money)
			role_set(&plain, i);
	}
	if (plain >= 0) /* "price" beside "amount" is of one */
		role_set(r->price < 0 ? &r->price : &r->unit, (size_t)plain);
	return !a->scalar && r->name >= 0 && r->price >= 0;
}

/* Figures that the array asks for beside those a slip has: its table says more than items. */
static size_t figures_more(const struct table_ctx *x, const struct plan_array *a, const struct roles *r)
{
	size_t n = 0;
	for (size_t i = 0; i < a->fields_n; i++) {
		const struct plan_field *f = &a->fields[i];
		bool figure = f->type == VALUE_MONEY || f->type == VALUE_NUMBER || f->type == VALUE_INTEGER;
		bool taken = (int)i == r->count || (int)i == r->unit || (int)i == r->price;
		n += figure && !taken && !NAME_HAS(x, f, others);
	}
	return n;
}

/* The one array whose records are things bought; NULL: none, or several could be. */
static const struct plan_array *array_of(const struct table_ctx *x, struct roles *roles)
{
	const struct plan_array *best = NULL;
	struct roles r;
	for (size_t i = 0; i < x->plan->arrays_n; i++) {
		const struct plan_array *a = &x->plan->arrays[i];
		if (a->parent || !roles_read(x, a, &r))
			continue;
		if (best && (r.count >= 0) == (roles->count >= 0))
			return NULL;
		if (best && r.count < 0)
			continue;
		best = a;
		*roles = r;
	}
	return best;
}

static struct found figure_value(struct table_ctx *x, const struct receipt_figure *f)
{
	uint32_t *word = ARENA_NEW(x->a, uint32_t);
	if (!receipt_has(f) || !word)
		return (struct found){ 0 };
	*word = f->word;
	x->role[f->word] = ROLE_TABLE_BODY;
	return (struct found){ .words = word, .n = 1, .skip = f->skip, .cut = f->cut, .canon = receipt_canon(f, x->a), .score = RECEIPT_SCORE,
			       .by = BY_ITEM };
}

static struct found text_value(struct table_ctx *x, const struct plan_field *f, const struct receipt_line *l)
{
	size_t n = l->text_end - l->text;
	uint32_t *words = ARENA_ARRAY(x->a, n + 1, uint32_t);
	for (size_t i = 0; words && i < n; i++) {
		words[i] = l->text + (uint32_t)i;
		x->role[words[i]] = ROLE_TABLE_BODY;
	}
	struct found v = words ? found_make(x, f, words, n, RECEIPT_SCORE) : (struct found){ 0 };
	v.by = BY_ITEM;
	return v;
}

static bool item_emit(struct table_ctx *x, const struct plan_array *a, const struct roles *r, const struct receipt_line *l, struct records *out)
{
	struct found *cells = ARENA_ARRAY(x->a, a->fields_n + 1, struct found);
	if (!cells)
		return false;
	cells[r->name] = text_value(x, &a->fields[r->name], l);
	cells[r->price] = figure_value(x, &l->price);
	if (r->count >= 0)
		cells[r->count] = figure_value(x, &l->count);
	if (r->unit >= 0)
		cells[r->unit] = figure_value(x, &l->unit);
	out->seen++;
	out->items[out->n++] = (struct record){ .cell = cells, .page = x->v->lines[l->line].page, .line = l->line };
	return true;
}

static bool is_item(const struct receipt *r, const struct receipt_line *l)
{
	for (size_t i = 0; i < r->items_n; i++)
		if (r->items[i].line == l->line)
			return true;
	return false;
}

/* A text with a price that is neither an item nor called a sum, a tax or a payment. */
static bool is_left(const struct receipt *r, const struct receipt_line *l)
{
	return l->kind == RECEIPT_OTHER && l->text_end > l->text && receipt_has(&l->price) && !is_item(r, l);
}

/* Sums are rows that are no items; what has a price above the first item or below the last may have been some. */
static void count_others(const struct receipt *r, struct records *out)
{
	static const enum receipt_kind kinds[] = { RECEIPT_SUBTOTAL, RECEIPT_TOTAL };
	uint32_t n = 0, above = 0, below = 0;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		n += r->of[kinds[i]] != NULL;
	for (size_t i = 0; i < r->n; i++)
		if (is_left(r, &r->lines[i]))
			++*(r->lines[i].line < r->items[0].line ? &above : &below);
	out->seen += n + above + below;
	left_out_add(out, "total_row", n);
	left_out_add(out, "unread", above);
	left_out_add(out, "below_total", below);
}

/* Things with a count stand below the sum, as the items have one: it is that of a group of many, and the page a list. */
static bool counts_go_on(const struct receipt *r)
{
	uint32_t last = 0;
	for (size_t i = 0; i < r->items_n; i++) {
		last = r->items[i].line > last ? r->items[i].line : last;
		if (!receipt_has(&r->items[i].count))
			return false;
	}
	for (size_t i = 0; i < r->n; i++) {
		const struct receipt_line *l = &r->lines[i];
		if (l->line > last && is_left(r, l) && receipt_has(&l->count))
			return true;
	}
	return false;
}

/*
 * Two lines and more that are no items make a sum of their own, other than that of the items: the sums are those of groups.
 * A line among them may be called as a payment is, "Balls and nets".
 */
static bool other_sum(const struct receipt *r)
{
	int64_t sum = 0, items = 0;
	size_t n = 0, plain = 0; /* lines in a row; of these, called like nothing known */
	for (size_t i = 0; i < r->items_n; i++)
		items += r->items[i].price.milli;
	for (size_t i = 0; i < r->n; i++) {
		const struct receipt_line *l = &r->lines[i];
		if (!receipt_has(&l->price))
			continue;
		if (n >= 2 && plain && l->price.milli == sum && sum != items)
			return true;
		bool left = is_left(r, l), paid = l->kind == RECEIPT_CASH || l->kind == RECEIPT_CARD;
		n = left || paid ? n + 1 : 0;
		plain = n ? plain + left : 0;
		sum = n ? sum + l->price.milli : 0;
	}
	return false;
}

bool receipts_recover(struct table_ctx *x, struct choice *ch, struct records *out)
{
	struct roles roles = { -1, -1, -1, -1 };
	struct receipt r;
	const struct plan_array *a = array_of(x, &roles);
	size_t at = a ? (size_t)(a - x->plan->arrays) : 0;
	if (!a || out[at].settled || !receipt_read(x->v, x->a, &r) || !r.items_proven || counts_go_on(&r) || other_sum(&r))
		return !x->a->over;
	bool paid = r.of[RECEIPT_CASH] || r.of[RECEIPT_CARD] || r.of[RECEIPT_CHANGE];
	if (ch[at].n && ((!paid && ch[at].tables[0]->labels >= HEAD_LABELS) || figures_more(x, a, &roles) >= FIGURES_MORE))
		return true;
	struct records *mine = &out[at];
	mine->items = ARENA_ARRAY(x->a, r.items_n + 1, struct record);
	for (size_t i = 0; mine->items && i < r.items_n; i++)
		if (!item_emit(x, a, &roles, &r.items[i], mine))
			return false;
	for (size_t i = 0; i < ch[at].n && mine->n; i++)
		ch[at].tables[i]->taken = false;
	ch[at].n = mine->n ? 0 : ch[at].n;
	count_others(&r, mine);
	mine->score = RECEIPT_SCORE;
	mine->settled = mine->n > 0;
	return mine->items != NULL;
}
