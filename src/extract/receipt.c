/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/receipt.h"

#include <stdio.h>
#include <string.h>

enum { MOST_LINES = 300, MOST_CHARS = 64 /* a till's paper is no wider */, LEAST_FIGURES = 3 };

static bool has_text(const struct receipt_line *l)
{
	return l->text_end > l->text;
}

/* ---- the sums */

static bool is_sum(const struct receipt_line *l)
{
	return l->kind != RECEIPT_OTHER && l->kind != RECEIPT_ASIDE && l->kind != RECEIPT_DISCOUNT && receipt_has(&l->price);
}

/* The first line of the sums: one that is called so, below some item, or the first of all; n: there is none. */
static size_t sums_begin(const struct receipt *r)
{
	size_t first = r->n;
	bool item = false;
	for (size_t i = 0; i < r->n; i++) {
		bool sum = is_sum(&r->lines[i]);
		if (item && sum)
			return i;
		first = sum && first == r->n ? i : first;
		item |= !sum && first == r->n && r->lines[i].kind == RECEIPT_OTHER && receipt_has(&r->lines[i].price);
	}
	return first;
}

static int64_t amount(const struct receipt *r, enum receipt_kind kind)
{
	return r->of[kind] ? r->of[kind]->price.milli : 0;
}

/* What lines of the kind say from line `from` on: the one that adds them up, the only one, all alike; several that differ: none. */
static const struct receipt_line *only(const struct receipt *r, enum receipt_kind kind, size_t from)
{
	const struct receipt_line *one = NULL;
	bool differ = false;
	for (size_t i = from; i < r->n; i++) {
		const struct receipt_line *l = &r->lines[i];
		if (l->kind != kind || !receipt_has(&l->price))
			continue;
		if (l->summed)
			return l;
		differ |= one && one->price.milli != l->price.milli;
		one = one ? one : l;
	}
	return differ ? NULL : one;
}

static const struct receipt_line *first_of(const struct receipt *r, enum receipt_kind kind, size_t from)
{
	for (size_t i = from; i < r->n; i++)
		if (r->lines[i].kind == kind && receipt_has(&r->lines[i].price))
			return &r->lines[i];
	return NULL;
}

/* Is t what the parts make, with or without a tax that may be inside already? */
static bool parts_make(const struct receipt *r, int64_t from, int64_t t)
{
	int64_t more = amount(r, RECEIPT_SERVICE) + amount(r, RECEIPT_TIP), tax = amount(r, RECEIPT_TAX), round = amount(r, RECEIPT_ROUNDING);
	int64_t less = amount(r, RECEIPT_DISCOUNT);
	less = less < 0 ? -less : less;
	for (int way = 0; way < 16; way++)
		if (from + (way & 1 ? tax : 0) + (way & 2 ? round : 0) - (way & 4 ? less : 0) + (way & 8 ? more : 0) == t)
			return true;
	return false;
}

/* What was paid: the cash, else the card; NULL = the slip does not say. */
static const struct receipt_line *payment(const struct receipt *r)
{
	return r->of[RECEIPT_CASH] ? r->of[RECEIPT_CASH] : r->of[RECEIPT_CARD];
}

/* What was paid less the change below it; 0 = the slip does not say. */
static int64_t kept_of(const struct receipt *r)
{
	const struct receipt_line *paid = payment(r), *change = r->of[RECEIPT_CHANGE];
	return paid ? paid->price.milli - (change && change > paid ? change->price.milli : 0) : 0;
}

/* Is the line another total above it, rounded? */
static bool is_rounded(const struct receipt *r, size_t from, const struct receipt_line *l)
{
	const struct receipt_line *round = r->of[RECEIPT_ROUNDING];
	for (const struct receipt_line *t = r->lines + from; round && round < l && t < round; t++)
		if (t->kind == RECEIPT_TOTAL && receipt_has(&t->price) && t->price.milli + round->price.milli == l->price.milli)
			return true;
	return false;
}

/* Does another line, called a total too, say the same, and none before payment says more? */
static bool is_said_twice(const struct receipt *r, size_t from, const struct receipt_line *l)
{
	size_t same = 0;
	for (const struct receipt_line *t = r->lines + from; t < r->lines + r->n && !(payment(r) && t > payment(r)); t++) {
		if (t->kind != RECEIPT_TOTAL || !receipt_has(&t->price))
			continue;
		if (t->price.milli > l->price.milli)
			return false;
		same += t->price.milli == l->price.milli;
	}
	return same > 1;
}

/* Was just what the parts make paid, without change? Then what is called the total was misread. */
static bool is_paid_exactly(const struct receipt *r, const struct receipt_line *l)
{
	const struct receipt_line *sub = r->of[RECEIPT_SUBTOTAL], *change = r->of[RECEIPT_CHANGE];
	return sub && l == payment(r) && change && change->price.milli == 0 && parts_make(r, sub->price.milli, l->price.milli);
}

/* Is the line what the slip's other figures say the total is? In the order in which they are to be believed. */
enum proof { PROOF_PAID, PROOF_MADE, PROOF_ROUNDED, PROOF_SUBTOTAL, PROOF_EXACT, PROOF_TWICE, PROOFS };

static bool proves(const struct receipt *r, size_t from, const struct receipt_line *l, enum proof by)
{
	const struct receipt_line *sub = r->of[RECEIPT_SUBTOTAL];
	bool total = l->kind == RECEIPT_TOTAL, kept = kept_of(r) == l->price.milli && payment(r) > l;
	switch (by) {
	case PROOF_PAID: return total && kept;
	case PROOF_MADE: return total && sub && sub < l && parts_make(r, sub->price.milli, l->price.milli);
	case PROOF_ROUNDED: return total && is_rounded(r, from, l);
	case PROOF_SUBTOTAL: return l == sub && kept; /* nothing came on top */
	case PROOF_EXACT: return is_paid_exactly(r, l);
	case PROOF_TWICE: return total && is_said_twice(r, from, l);
	case PROOFS: break;
	}
	return false;
}

/* Unproven it is the last one before payment, else the largest. */
static const struct receipt_line *likely_total(const struct receipt *r, size_t from)
{
	const struct receipt_line *best = NULL, *paid = payment(r);
	for (const struct receipt_line *l = r->lines + from; l < r->lines + r->n; l++) {
		if (l->kind != RECEIPT_TOTAL || !receipt_has(&l->price) || (paid && l > paid && best))
			continue;
		if (!best || paid || l->price.milli > best->price.milli)
			best = l;
	}
	return best;
}

static void find_total(struct receipt *r, size_t from)
{
	const struct receipt_line *best = NULL;
	for (int by = 0; by < PROOFS && !best; by++)
		for (const struct receipt_line *l = r->lines + from; l < r->lines + r->n; l++)
			if (receipt_has(&l->price) && l->price.milli > 0 && proves(r, from, l, (enum proof)by))
				best = l;
	r->sums_proven = best != NULL;
	r->of[RECEIPT_TOTAL] = best ? best : likely_total(r, from);
}

static void find_sums(struct receipt *r, size_t from)
{
	static const enum receipt_kind once[] = { RECEIPT_TAX, RECEIPT_SERVICE, RECEIPT_TIP, RECEIPT_ROUNDING, RECEIPT_DISCOUNT };
	for (size_t i = 0; i < sizeof once / sizeof *once; i++)
		r->of[once[i]] = only(r, once[i], from);
	r->of[RECEIPT_SUBTOTAL] = first_of(r, RECEIPT_SUBTOTAL, from);
	r->of[RECEIPT_CHANGE] = first_of(r, RECEIPT_CHANGE, from);
	r->of[RECEIPT_CASH] = first_of(r, RECEIPT_CASH, from);
	r->of[RECEIPT_CARD] = first_of(r, RECEIPT_CARD, from);
	find_total(r, from);
}

/* A line that says nothing known but is what was paid less the change is the total. */
static void name_paid(struct receipt *r)
{
	const struct receipt_line *change = first_of(r, RECEIPT_CHANGE, 0), *cash = first_of(r, RECEIPT_CASH, 0);
	int64_t kept = change && cash && cash < change ? cash->price.milli - change->price.milli : 0;
	struct receipt_line *last = NULL;
	for (struct receipt_line *l = r->lines; kept > 0 && l < cash; l++) {
		if (!receipt_has(&l->price) || l->price.milli != kept)
			continue;
		if (l->kind == RECEIPT_TOTAL)
			return;
		last = l->kind == RECEIPT_OTHER ? l : last;
	}
	size_t before = 0;
	for (const struct receipt_line *l = r->lines; last && l < last; l++)
		before += l->kind == RECEIPT_OTHER && receipt_has(&l->price);
	if (before || (last && !has_text(last))) /* one item alone may be just what was paid */
		last->kind = RECEIPT_TOTAL;
}

/* So is one below the rounding that is the total above it, rounded: "TOTAL 60.31, ROUNDING -0.01, RM 60.30". */
static void name_rounded(struct receipt *r)
{
	const struct receipt_line *total = NULL, *round = NULL;
	for (struct receipt_line *l = r->lines; l < r->lines + r->n; l++) {
		if (!receipt_has(&l->price))
			continue;
		if (round && l->kind == RECEIPT_OTHER && !has_text(l) && total->price.milli + round->price.milli == l->price.milli)
			l->kind = RECEIPT_TOTAL;
		total = l->kind == RECEIPT_TOTAL ? l : total;
		round = total && l->kind == RECEIPT_ROUNDING ? l : NULL;
	}
}

/* Does the slip go on from a subtotal: is there some sum from line i on that comes on top, or is more than it? */
static bool goes_on(const struct receipt *r, size_t i)
{
	for (; i < r->n; i++) {
		enum receipt_kind k = r->lines[i].kind;
		if (receipt_has(&r->lines[i].price) && (k == RECEIPT_TOTAL || k == RECEIPT_SUBTOTAL || k == RECEIPT_TAX || k == RECEIPT_SERVICE ||
							k == RECEIPT_TIP || k == RECEIPT_ROUNDING || k == RECEIPT_DISCOUNT))
			return true;
	}
	return false;
}

/* The last line before the sums that is what two lines and more above it make is one of them: "Food & Bev  1,290.00"; the total if it is all. */
static void name_subtotal(struct receipt *r, size_t sums)
{
	struct receipt_line *last = NULL;
	int64_t sum = 0;
	for (size_t i = sums, n = 0; i-- > 0;) {
		struct receipt_line *l = &r->lines[i];
		if (!receipt_has(&l->price) || (l->kind != RECEIPT_OTHER && l->kind != RECEIPT_DISCOUNT))
			continue;
		if (!last) {
			last = l;
			continue;
		}
		sum += l->price.milli;
		if (++n > 1 && sum == last->price.milli && l->kind == RECEIPT_OTHER) {
			last->kind = has_text(last) || goes_on(r, (size_t)(last - r->lines) + 1) ? RECEIPT_SUBTOTAL : RECEIPT_TOTAL;
			return;
		}
	}
}

/* Nobody pays before there is a total: a "greeting card" above it is bought. */
static void name_bought(struct receipt *r)
{
	size_t first = 0;
	while (first < r->n && !((r->lines[first].kind == RECEIPT_SUBTOTAL || r->lines[first].kind == RECEIPT_TOTAL) && receipt_has(&r->lines[first].price)))
		first++;
	for (size_t i = 0; i < first && first < r->n; i++)
		if (r->lines[i].kind == RECEIPT_CARD || r->lines[i].kind == RECEIPT_CASH)
			r->lines[i].kind = RECEIPT_OTHER;
}

/* ---- the items */

static bool is_target(const struct receipt *r, int64_t sum)
{
	const struct receipt_line *total = r->of[RECEIPT_TOTAL], *sub = r->of[RECEIPT_SUBTOTAL];
	if (sum <= 0)
		return false;
	return (sub && sub->price.milli == sum) || (total && (total->price.milli == sum || (!sub && parts_make(r, sum, total->price.milli))));
}

/* The first line from which on the prices make the printed sum at line end; end: from none. */
static size_t items_begin(const struct receipt *r, size_t end)
{
	int64_t sum = 0;
	size_t best = end;
	for (size_t i = end; i-- > 0;) {
		const struct receipt_line *l = &r->lines[i];
		if (!receipt_has(&l->price) || (l->kind != RECEIPT_OTHER && l->kind != RECEIPT_DISCOUNT))
			continue;
		if (sum > INT64_MAX / 2 || sum < INT64_MIN / 2)
			break;
		sum += l->price.milli;
		if (is_target(r, sum))
			best = i;
	}
	return best;
}

/* The line of a detail that lacks what the other has: count and price of one go to the item whose price they make. */
static bool detail_joins(const struct receipt_style *s, const struct receipt_line *d, struct receipt_line *item)
{
	if (receipt_has(&item->unit) || !receipt_has(&d->count))
		return false;
	if (receipt_has(&d->unit) && !receipt_multiplies(s, d->count.milli, d->unit.milli, item->price.milli) && d->unit.milli != item->price.milli)
		return false;
	if (receipt_has(&item->count) && !item->plain)
		return false;
	if (item->plain)
		item->text = item->count.word;
	item->plain = false;
	item->count = d->count;
	item->unit = d->unit;
	return true;
}

/* A line without a text of its own takes the one above, if nothing else has it. */
static bool name_from(struct receipt_line *item, const struct receipt_line *above)
{
	if (!above)
		return false;
	item->text = above->text;
	item->text_end = above->text_end;
	if (!receipt_has(&item->count)) {
		item->count = above->count;
		item->plain = above->plain;
	}
	return true;
}

static void items_read(struct receipt *r, const struct receipt_style *s, size_t from, size_t end)
{
	const struct receipt_line *alone = NULL; /* a text without a price, right above */
	const struct receipt_line *early = NULL; /* a detail that may be of the item below */
	if (from > 0 && !has_text(&r->lines[from]) && !receipt_has(&r->lines[from - 1].price) && has_text(&r->lines[from - 1]))
		alone = &r->lines[from - 1]; /* the text of the first price stands above it */
	for (size_t i = from; i < end; i++) {
		const struct receipt_line *l = &r->lines[i];
		if (!receipt_has(&l->price)) {
			bool joined = l->detail && r->items_n && !alone && detail_joins(s, l, &r->items[r->items_n - 1]);
			early = l->detail && !joined ? l : early;
			alone = has_text(l) ? l : alone;
			continue;
		}
		struct receipt_line item = *l;
		if (l->kind == RECEIPT_OTHER && item.price.milli >= 0 && (has_text(&item) || name_from(&item, alone))) {
			if (early)
				detail_joins(s, early, &item);
			r->items[r->items_n++] = item;
		}
		alone = early = NULL;
	}
}

/* Numbers alone before texts are counts if nearly all texts have one that is no number of the line. */
static void settle_counts(struct receipt *r, const struct receipt_style *s)
{
	size_t counted = 0, one_more = 0, against = 0;
	for (size_t i = 0; i < r->items_n; i++) {
		const struct receipt_line *it = &r->items[i];
		bool has = receipt_has(&it->count);
		counted += has;
		one_more += has && it->plain && it->count.milli == (int64_t)(i + 1) * 1000;
		against += has && it->plain && receipt_has(&it->unit) && !receipt_multiplies(s, it->count.milli, it->unit.milli, it->price.milli);
	}
	bool most = r->items_n > 1 && counted * 4 >= r->items_n * 3 && !(one_more == r->items_n && r->items_n > 2) && !against;
	for (size_t i = 0; i < r->items_n; i++) {
		struct receipt_line *it = &r->items[i];
		bool made = receipt_has(&it->unit) && receipt_multiplies(s, it->count.milli, it->unit.milli, it->price.milli);
		if (!it->plain || !receipt_has(&it->count) || most || made)
			continue;
		it->text = it->count.word;
		it->count.word = VIEW_NONE;
	}
}

/* A price of one that, with the count, does not make the price was read wrongly, or is none. */
static void settle_units(struct receipt *r, const struct receipt_style *s)
{
	for (size_t i = 0; i < r->items_n; i++) {
		struct receipt_line *it = &r->items[i];
		if (receipt_has(&it->unit) && receipt_has(&it->count) && it->unit.milli != it->price.milli &&
		    !receipt_multiplies(s, it->count.milli, it->unit.milli, it->price.milli))
			it->unit.word = it->count.word = VIEW_NONE;
		else if (receipt_has(&it->unit) && !receipt_has(&it->count) && it->unit.milli > it->price.milli)
			it->unit.word = VIEW_NONE;
	}
}

/* ---- the slip */

/* Characters that the lines with figures are wide. */
static bool is_narrow(const struct view *v, const struct receipt *r, const struct receipt_style *s)
{
	int32_t left = INT32_MAX, right = INT32_MIN;
	for (size_t i = 0; i < r->n; i++) {
		struct doc_box b = v->lines[r->lines[i].line].box;
		if (!receipt_has(&r->lines[i].price))
			continue;
		left = b.x0 < left ? b.x0 : left;
		right = b.x1 > right ? b.x1 : right;
	}
	return right > left && (right - left) / s->em <= MOST_CHARS;
}

static bool lines_read(const struct view *v, const struct receipt_style *s, struct arena *a, struct receipt *r)
{
	const struct view_page *p = &v->pages[0];
	size_t figures = 0;
	r->lines = ARENA_ARRAY(a, p->lines + 1, struct receipt_line);
	r->items = ARENA_ARRAY(a, p->lines + 1, struct receipt_line);
	if (!r->lines || !r->items)
		return false;
	for (uint32_t l = p->line; l < p->line + p->lines; l++) {
		struct receipt_line *out = &r->lines[r->n];
		receipt_line_read(v, s, l, out);
		figures += receipt_has(&out->price);
		r->n += has_text(out) || out->detail || receipt_has(&out->price);
	}
	return figures >= LEAST_FIGURES;
}

bool receipt_read(const struct view *v, struct arena *a, struct receipt *out)
{
	struct receipt_style style;
	*out = (struct receipt){ 0 };
	if (v->pages_n != 1 || v->pages[0].lines > MOST_LINES || !receipt_style_find(v, &v->pages[0], a, &style) ||
	    !lines_read(v, &style, a, out) || !is_narrow(v, out, &style))
		return false;
	out->whole = style.whole;
	name_bought(out);
	name_paid(out);
	name_rounded(out);
	name_subtotal(out, sums_begin(out));
	size_t sums = sums_begin(out);
	if (sums == out->n)
		return false;
	find_sums(out, sums);
	size_t from = items_begin(out, sums);
	out->items_proven = from < sums;
	if (out->items_proven) {
		items_read(out, &style, from, sums);
		settle_counts(out, &style);
		settle_units(out, &style);
	}
	return true;
}

struct str receipt_canon(const struct receipt_figure *f, struct arena *a)
{
	static const int64_t unit[] = { 1000, 100, 10, 1 };
	int64_t m = f->milli < 0 ? -f->milli : f->milli;
	const char *sign = f->milli < 0 ? "-" : "";
	if (!f->decimals)
		return arena_printf(a, "%s%lld", sign, (long long)(m / 1000));
	return arena_printf(a, "%s%lld.%0*lld", sign, (long long)(m / 1000), f->decimals, (long long)(m % 1000 / unit[f->decimals]));
}
