/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines of an order as mails and letters write them, without columns:
 *
 *     1 x Ceramic kettle, blue - £39.00      quantity, name, price
 *     2 Linen tea towels  £15.00
 *     - Linen tea towel x 2: £15.00          name, quantity, price
 */
#include "extract/record.h"

enum { ORDER_SCORE = 640, LINE_WORDS = 24, LINES_LEAST = 2 };

struct order { /* properties by what they take; -1 = none */
	int quantity, name, price;
};

struct order_line { /* words: the count, the name, the amount */
	uint32_t count, count_end, name, name_end, price, price_end;
	const struct span *money, *number;
};

/* A name, a price and perhaps a quantity, and nothing that such lines do not hold. */
static bool order_read(const struct table_ctx *x, const struct plan_array *a, struct order *o)
{
	*o = (struct order){ -1, -1, -1 };
	for (size_t i = 0; i < a->fields_n; i++) {
		const struct plan_field *f = &a->fields[i];
		bool quantity = phrase_has(f->name, token_named(x->in, "quantity")) || phrase_has(f->name, token_named(x->in, "count"));
		int *slot = f->type == VALUE_MONEY ? &o->price : quantity ? &o->quantity : f->type == VALUE_TEXT ? &o->name : NULL;
		if (!slot || *slot >= 0)
			return false;
		*slot = (int)i;
	}
	return o->name >= 0 && o->price >= 0 && !a->children_n;
}

static struct str text_of(const struct table_ctx *x, uint32_t w)
{
	return x->v->words[w].text;
}

static bool is_times(struct str t)
{
	return str_eq_nocase(t, STR("x")) || str_eq_z(t, "\xC3\x97");
}

static bool is_sign(struct str t)
{
	static const char *const signs[] = { "-", "–", "—", "@", ":", "•", "*", "·", "|" };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq_z(t, signs[i]))
			return true;
	return false;
}

static const struct span *span_from(const struct table_ctx *x, uint32_t word, enum span_type type)
{
	uint32_t seg = x->v->words[word].seg;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == type && x->sp->items[i].word == word)
			return &x->sp->items[i];
	return NULL;
}

/* A whole number of things: "2", "2x". */
static const struct span *count_at(const struct table_ctx *x, uint32_t word)
{
	const struct span *s = span_from(x, word, SPAN_NUMBER);
	bool plain = s && s->words == 1 && !s->skip && s->integer && !s->negative && s->canon.n <= 3;
	struct str t = plain ? text_of(x, word) : STR("");
	return t.n && (s->cut == 0 || (s->cut == 1 && strchr(":,xX", t.p[t.n - 1]))) ? s : NULL;
}

/* The amount that ends the line. */
static bool price_read(const struct table_ctx *x, const struct view_line *l, struct order_line *out)
{
	uint32_t end = l->word + l->words;
	for (uint32_t w = l->word + 1; w < end && !out->money; w++) {
		const struct span *s = span_from(x, w, SPAN_MONEY);
		if (s && s->extra.n && s->word + s->words == end)
			out->money = s;
	}
	out->price = out->money ? out->money->word : end;
	out->price_end = end;
	return out->money != NULL;
}

static void count_read(const struct table_ctx *x, struct order_line *out)
{
	uint32_t last = out->name_end - 1;
	if ((out->number = count_at(x, out->name)) != NULL) {
		out->name++;
		out->name += out->name < out->name_end && is_times(text_of(x, out->name));
	} else if (last > out->name + 1 && is_times(text_of(x, last - 1)) && (out->number = count_at(x, last)) != NULL) {
		out->name_end -= 2;
	}
}

/* "Subtotal", and "Shipping:", which is a label. */
static bool is_sum(struct table_ctx *x, uint32_t from, uint32_t end)
{
	uint32_t ids[LINE_WORDS];
	struct str last = text_of(x, end - 1);
	for (uint32_t w = from; w < end; w++)
		ids[w - from] = w;
	return last.p[last.n - 1] == ':' || words_begin_total(x, words_phrase(x, ids, end - from));
}

static bool line_read(struct table_ctx *x, const struct view_line *l, bool counts, struct order_line *out)
{
	*out = (struct order_line){ 0 };
	if (l->words < 2 || l->words > LINE_WORDS || (l->flags & VIEW_RUNNING) || x->role[l->word] != ROLE_NONE || !price_read(x, l, out))
		return false;
	out->name = l->word + (is_sign(text_of(x, l->word)) ? 1 : 0);
	out->name_end = out->price;
	while (out->name_end > out->name && is_sign(text_of(x, out->name_end - 1)))
		out->name_end--;
	if (out->name >= out->name_end)
		return false;
	count_read(x, out);
	return out->name < out->name_end && (out->number || (!counts && !is_sum(x, out->name, out->name_end)));
}

static struct found run_found(struct table_ctx *x, uint32_t from, uint32_t end)
{
	uint32_t *ids = ARENA_ARRAY(x->a, end - from, uint32_t);
	for (uint32_t w = from; ids && w < end; w++)
		ids[w - from] = w;
	return (struct found){ .words = ids, .n = ids ? end - from : 0, .score = ORDER_SCORE };
}

static struct found span_found(struct table_ctx *x, const struct span *s)
{
	struct found f = run_found(x, s->word, s->word + s->words);
	f.skip = s->skip;
	f.cut = s->cut;
	f.canon = s->canon;
	if (s->words > 1 && is_sign(text_of(x, s->word)) && s->negative) { /* the dash parts name and amount */
		f = run_found(x, s->word + 1, s->word + s->words);
		f.cut = s->cut;
		f.canon = (struct str){ s->canon.p + 1, s->canon.n - 1 };
	}
	return f;
}

static bool line_emit(struct table_ctx *x, const struct plan_array *a, const struct order *o, const struct order_line *l, struct records *out)
{
	struct found *cells = ARENA_ARRAY(x->a, a->fields_n, struct found);
	if (!cells)
		return false;
	if (l->number && o->quantity >= 0)
		cells[o->quantity] = span_found(x, l->number);
	cells[o->price] = span_found(x, l->money);
	cells[o->name] = run_found(x, l->name, l->name_end);
	struct str last = text_of(x, l->name_end - 1);
	cells[o->name].cut = last.n > 1 && strchr(":,;", last.p[last.n - 1]) ? 1 : 0;
	for (uint32_t w = l->name; w < l->price_end; w++)
		x->role[w] = ROLE_TABLE_BODY;
	const struct view_word *w = &x->v->words[l->name];
	out->items[out->n++] = (struct record){ .cell = cells, .page = w->page, .line = w->line };
	out->seen++;
	return true;
}

/* ---- runs of lines */

struct order_run {
	uint32_t from, end;
	int64_t sum;  /* of its amounts */
	int64_t told; /* by the line below it, a sum; 0 = there is none */
};

static bool amount_of(const struct order_line *l, int64_t *out)
{
	return l->money && decimal_scaled(l->money->canon, out);
}

/* What a line called a sum says: "Subtotal   265,50 €". */
static int64_t sum_told(struct table_ctx *x, uint32_t line)
{
	struct order_line l = { 0 };
	const struct view_line *vl = &x->v->lines[line];
	int64_t v = 0;
	if (vl->words < 2 || vl->words > LINE_WORDS || !price_read(x, vl, &l) || l.price == vl->word || !is_sum(x, vl->word, l.price))
		return 0;
	return amount_of(&l, &v) ? v : 0;
}

/* The run that begins at line. */
static struct order_run run_read(struct table_ctx *x, uint32_t line, bool counts)
{
	struct order_run r = { line, line, 0, 0 };
	struct order_line l;
	for (int64_t v; r.end < x->v->lines_n && line_read(x, &x->v->lines[r.end], counts, &l); r.end++)
		r.sum += amount_of(&l, &v) ? v : 0;
	r.told = r.end > line && r.end < x->v->lines_n ? sum_told(x, r.end) : 0;
	return r;
}

/* The list goes on below the sum of a run where the next run has one too, of its own: both are what their lines make. */
static bool run_follows(const struct order_run *r, const struct order_run *next)
{
	return next->end - next->from >= LINES_LEAST && r->told == r->sum && next->told == next->sum && r->told && next->told && r->told != next->told;
}

static bool run_emit(struct table_ctx *x, const struct plan_array *a, const struct order *o, const struct order_run *r, struct records *out)
{
	struct order_line line;
	for (uint32_t l = r->from; l < r->end; l++)
		if (!line_read(x, &x->v->lines[l], o->quantity >= 0, &line) || !line_emit(x, a, o, &line, out))
			return false;
	out->seen += r->told != 0;
	left_out_add(out, "total_row", r->told != 0);
	return true;
}

/* Such lines further down the page are of something else, or are not: they are counted. */
static void rest_count(struct table_ctx *x, uint32_t from, bool counts, struct records *out)
{
	const struct view_page *p = &x->v->pages[x->v->lines[from - 1].page];
	struct order_line line;
	uint32_t n = 0;
	for (uint32_t l = from; l < p->line + p->lines; l++)
		n += line_read(x, &x->v->lines[l], counts, &line);
	out->seen += n;
	left_out_add(out, "unread", n);
}

/* The first run of such lines, and those that go on with it; where quantities are asked for every line has one. */
bool orders_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	const struct view *v = x->v;
	struct order o;
	struct order_run r = { 0 }, next;
	if (!order_read(x, pl->array, &o))
		return true;
	bool counts = o.quantity >= 0;
	for (uint32_t from = 0; from < v->lines_n && r.end - r.from < LINES_LEAST; from = r.end + 1)
		r = run_read(x, from, counts);
	if (r.end - r.from < LINES_LEAST)
		return true;
	out->items = ARENA_ARRAY(x->a, v->lines_n - r.from, struct record);
	if (!out->items || !run_emit(x, pl->array, &o, &r, out))
		return false;
	while (r.told && r.end + 1 < v->lines_n && (next = run_read(x, r.end + 1, counts), run_follows(&r, &next))) {
		if (!run_emit(x, pl->array, &o, &next, out))
			return false;
		r = next;
	}
	rest_count(x, r.end, counts, out);
	out->score = ORDER_SCORE;
	return true;
}
