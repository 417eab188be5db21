/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/receipt.h"
#include "extract/table.h"

#include "layout/locale.h"

#include <stdlib.h>

/*
 * Rows of a slip whose items no printed sum proves (those are receipt.h's), or of a list like one: a text and an amount in
 * each line, and how they came about:
 *
 *     REG 02  CLK 118       #5530     no amount of money where the others are: no item
 *     POTTING MIX 40L                 the text of the next line's amount
 *       2 @ 12.98           25.96     a calculation is no text
 *     1 x Fish & Chips      15.95     so many of it: the text begins behind
 *     COFFEE           EUR   3.50     nor is a currency
 *     BREZEL                 1,78
 *       2 x 0,89                      how it came about: nothing of any item's text
 *     TE BETALEN             4,38     the sum of all above: no item, nor is what follows
 *     PIN                    4,38
 */
enum { UNIT = 3 /* letters of a unit: "lb", "kg", "Stk" */, MOST_OF = 3 /* of four rows */, SUMMED = 3 /* rows whose sum no other amount is by chance */, WORDS = 12 };

struct slip {
	struct table_ctx *x;
	struct table *t;
	size_t text, amount; /* columns */
};

/* ---- words */

static struct str word_text(const struct slip *s, uint32_t w)
{
	return s->x->v->words[w].text;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t letters_in(struct str t)
{
	size_t n = 0;
	for (size_t i = 0; i < t.n; i++)
		n += (t.p[i] | 32) >= 'a' && (t.p[i] | 32) <= 'z' ? 1 : (unsigned char)t.p[i] >= 0xC0;
	return n;
}

/* "2.14", "0.59/lb", "2x0,89", "lb", "EUR", "@": no word of an item's name. */
static bool is_of_calculation(struct str t, bool *times)
{
	*times |= receipt_times(t) == t.n;
	for (size_t i = 1; i + 1 < t.n; i++)
		*times |= ((t.p[i] | 32) == 'x' || t.p[i] == '*' || t.p[i] == '@') && is_digit(t.p[i - 1]) && is_digit(t.p[i + 1]);
	return letters_in(t) <= UNIT;
}

/* ---- cells */

static bool is_calculation(const struct slip *s, const struct cell *c)
{
	bool times = false;
	if (!c->words || c->words > WORDS || !is_digit(word_text(s, c->word).p[0]))
		return false;
	for (uint32_t w = c->word; w < c->word + c->words; w++)
		if (!is_of_calculation(word_text(s, w), &times))
			return false;
	return times;
}

/* Words the cell begins with that say how many; plain: also a number alone. */
static uint32_t count_words(const struct slip *s, const struct cell *c, bool plain)
{
	uint32_t n = c->words < 2 ? 0 : (uint32_t)words_count(word_text(s, c->word), word_text(s, c->word + 1), c->words);
	bool alone = n == 1 && letters_in(word_text(s, c->word)) == 0;
	return n && (plain || !alone) && letters_in(word_text(s, c->word + n)) > 0 ? n : 0;
}

static void cell_behind(struct cell *c, uint32_t words)
{
	c->word += words;
	c->words -= words;
}

static void drop_currency(const struct slip *s, struct cell *c)
{
	struct str last = c->words > 1 ? word_text(s, c->word + c->words - 1) : STR("");
	if (last.n == 3 && locale_currency(last))
		c->words--;
}

/* ---- rows */

static struct cell *text_of(const struct slip *s, struct row *r)
{
	return &r->cells[s->text];
}

static bool is_item(const struct slip *s, const struct row *r)
{
	return r->role == ROW_BODY && r->record && r->cells[s->text].words && (r->typed >> s->amount & 1);
}

static bool is_text_alone(const struct slip *s, const struct row *r)
{
	return r->role == ROW_BODY && r->fill == UINT64_C(1) << s->text;
}

/* The text that is filled most and the last column of figures. */
static bool find_columns(struct slip *s)
{
	const struct table *t = s->t;
	uint32_t most = 0;
	if (!t->keys || t->rows_n < 2)
		return false;
	s->amount = (size_t)(63 - __builtin_clzll(t->keys));
	for (size_t c = 0; c < s->amount; c++) {
		uint32_t n = 0;
		for (size_t i = 0; i < t->rows_n && !(t->keys >> c & 1); i++)
			n += t->rows[i].record && (t->rows[i].fill >> c & 1);
		if (n > most) {
			most = n;
			s->text = c;
		}
	}
	return most > 0;
}

static void leave_out(struct slip *s, struct row *r)
{
	s->t->records -= r->record;
	r->role = ROW_NOTE;
	r->record = false;
}

static bool has_cents(const struct slip *s, const struct cell *c)
{
	uint32_t kinds = 0;
	for (uint32_t w = c->word; w < c->word + c->words; w++)
		kinds |= cell_read(s->x, w, 1);
	return kinds & (CELL_DECIMAL | CELL_MONEY);
}

static bool has_letters(const struct slip *s, const struct cell *c)
{
	for (uint32_t w = c->word; w < c->word + c->words; w++)
		if (letters_in(word_text(s, w)))
			return true;
	return false;
}

/* Whole numbers among amounts with cents are numbers of something; with a unit they are figures like the others. */
static void drop_numbers(struct slip *s)
{
	uint32_t items = 0, cents = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < s->t->rows_n; i++) {
			struct row *r = &s->t->rows[i];
			if (!is_item(s, r))
				continue;
			bool decimal = has_cents(s, &r->cells[s->amount]) || has_letters(s, &r->cells[s->amount]);
			items += !pass;
			cents += !pass && decimal;
			if (pass && !decimal && cents * 2 >= items && cents < items) {
				leave_out(s, r);
				s->t->dropped++;
			}
		}
}

/* The line right above the first row, if it is a text and nothing else. */
static struct cell text_above(struct slip *s, const struct row *r)
{
	struct row above;
	const struct view_line *l = &s->x->v->lines[r->line];
	if (!r->line || l[-1].page != l->page || l->box.y0 - l[-1].box.y1 > s->x->em || !row_take(s->x, s->t, r->line - 1, &above) ||
	    above.fill != UINT64_C(1) << s->text || is_calculation(s, text_of(s, &above)))
		return (struct cell){ 0, 0 };
	return *text_of(s, &above);
}

/* Amounts whose text is a calculation take the text above; calculations without an amount go. */
static void name_calculations(struct slip *s)
{
	for (size_t i = 0; i < s->t->rows_n; i++) {
		struct row *r = &s->t->rows[i], *above = i ? r - 1 : NULL;
		if (is_text_alone(s, r) && is_calculation(s, text_of(s, r))) {
			leave_out(s, r);
			continue;
		}
		if (!is_item(s, r) || !is_calculation(s, text_of(s, r)))
			continue;
		bool free = above && is_text_alone(s, above) && !r->break_above;
		struct cell name = free ? *text_of(s, above) : i ? (struct cell){ 0, 0 } : text_above(s, r);
		if (!name.words)
			continue;
		*text_of(s, r) = name;
		if (free)
			leave_out(s, above);
	}
}

/* Numbers alone are counts if nearly all texts begin with one: "7 UP" is a name. */
static void cut_counts(struct slip *s)
{
	uint32_t items = 0, counts = 0;
	for (size_t i = 0; i < s->t->rows_n; i++)
		if (is_item(s, &s->t->rows[i])) {
			items++;
			counts += count_words(s, text_of(s, &s->t->rows[i]), true) > 0;
		}
	for (size_t i = 0; i < s->t->rows_n; i++) {
		struct row *r = &s->t->rows[i];
		if (!is_item(s, r))
			continue;
		cell_behind(text_of(s, r), count_words(s, text_of(s, r), items > 1 && counts * 4 >= items * MOST_OF));
	}
}

/* Hundredths of the row's amount; 0 if it has none. */
static int64_t cents_of(const struct slip *s, const struct row *r)
{
	const struct cell *c = &r->cells[s->amount];
	const struct span *money = cell_span(s->x, VALUE_MONEY, c->word, c->words);
	double amount = money ? strtod(money->canon.p, NULL) * 100 : 0;
	return (int64_t)(amount < 0 ? amount - 0.5 : amount + 0.5);
}

/* "Total incl GST  36.60" behind the items is none if it is as much as they are, or nearly: tax may be left out. */
static void drop_total(struct slip *s)
{
	int64_t sum = 0;
	for (size_t i = 0; i < s->t->rows_n; i++) {
		struct row *r = &s->t->rows[i];
		if (!is_item(s, r))
			continue;
		uint32_t ids[WORDS];
		size_t n = 0;
		for (; n < text_of(s, r)->words && n < WORDS; n++)
			ids[n] = text_of(s, r)->word + (uint32_t)n;
		int64_t cents = cents_of(s, r);
		if (cents * 10 > sum * 8 && cents * 10 < sum * 13 && words_begin_total(s->x, words_phrase(s->x, ids, n)))
			leave_out(s, r);
		else
			sum += cents;
	}
}

/* Does a row below say the same amount again: what was paid? */
static bool is_said_again(const struct slip *s, size_t row, int64_t cents)
{
	for (size_t i = row + 1; i < s->t->rows_n; i++)
		if (is_item(s, &s->t->rows[i]) && cents_of(s, &s->t->rows[i]) == cents)
			return true;
	return false;
}

/* The row from which on the amounts of rows make its own together, to the cent: a total whatever it is called; rows_n = none. */
static size_t find_sum(const struct slip *s, size_t from)
{
	int64_t sum = 0;
	size_t items = 0;
	for (size_t i = from; i < s->t->rows_n; i++) {
		const struct row *r = &s->t->rows[i];
		int64_t cents = r->cells[s->amount].words ? cents_of(s, r) : 0;
		if (r->role == ROW_TOTAL && items && cents == sum)
			return i;
		if (!is_item(s, r))
			continue;
		if (cents && cents == sum && (items >= SUMMED || (items > 1 && is_said_again(s, i, cents))))
			return i;
		sum += cents;
		items++;
	}
	return s->t->rows_n;
}

/* Columns that all items of rows [from, to) fill; 0 if there are none. */
static uint64_t filled_by_all(const struct slip *s, size_t from, size_t to)
{
	uint64_t fill = UINT64_MAX;
	for (size_t i = from; i < to; i++)
		if (is_item(s, &s->t->rows[i]))
			fill &= s->t->rows[i].fill;
	return fill == UINT64_MAX ? 0 : fill;
}

static bool begin_alike(const struct slip *s, const struct row *a, const struct row *b)
{
	const struct cell *p = &a->cells[s->text], *q = &b->cells[s->text];
	return p->words && q->words && str_eq(word_text(s, p->word), word_text(s, q->word));
}

/*
 * Is the sum of rows [from, sum) that of a group, others following? Then rows below it fill what items fill and the sum does
 * not, or make another sum together, whose line begins alike or is named as a sum of another figure.
 */
static bool group_follows(const struct slip *s, size_t from, size_t sum)
{
	const struct table *t = s->t;
	uint64_t more = filled_by_all(s, from, sum) & ~t->rows[sum].fill;
	for (size_t i = sum + 1; i < t->rows_n && more; i++)
		if (is_item(s, &t->rows[i]) && !(more & ~t->rows[i].fill))
			return true;
	size_t next = find_sum(s, sum + 1);
	if (next == t->rows_n)
		return false;
	return begin_alike(s, &t->rows[sum], &t->rows[next]) ||
	       (t->rows[next].role == ROW_TOTAL && cents_of(s, &t->rows[next]) != cents_of(s, &t->rows[sum]));
}

void table_slip_end(struct table_ctx *x, struct table *t)
{
	struct slip s = { .x = x, .t = t };
	size_t from = 0, sum;
	if (!find_columns(&s))
		return;
	while ((sum = find_sum(&s, from)) < t->rows_n && group_follows(&s, from, sum)) {
		t->records -= t->rows[sum].record;
		t->rows[sum].record = false;
		t->rows[sum].role = ROW_TOTAL;
		from = sum + 1;
	}
	for (size_t i = sum; i < t->rows_n; i++)
		if (t->rows[i].role == ROW_BODY) {
			bool item = i > sum && is_item(&s, &t->rows[i]);
			leave_out(&s, &t->rows[i]);
			t->rows[i].role = item ? ROW_BELOW : i == sum ? ROW_TOTAL : ROW_NOTE;
		}
}

static void cut_currencies(struct slip *s)
{
	for (size_t i = 0; i < s->t->rows_n; i++)
		if (is_item(s, &s->t->rows[i]))
			drop_currency(s, text_of(s, &s->t->rows[i]));
}

void table_slip(struct table_ctx *x, struct table *t)
{
	struct slip s = { .x = x, .t = t };
	if (!find_columns(&s))
		return;
	drop_numbers(&s);
	name_calculations(&s);
	drop_total(&s);
	cut_currencies(&s);
	if (!array_counts(x, t->props->array))
		cut_counts(&s);
}
