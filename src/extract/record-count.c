/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

/*
 * A count that stands before the thing, in one column with it:
 *
 *     2  Soup of the day      11.90       quantity 2, name "Soup of the day"
 *     3x Green tea             9.00       quantity 3, name "Green tea"
 *
 *     2 Soap        2.99       5.98       quantity 2, whatever column was taken for it
 *
 * Taken apart where most records are written so and none has its count elsewhere:
 * "7 Up" alone among things without a count keeps its name.
 */
#define DIGITS_MOST 3
#define SCORE_COUNT 700

static size_t field_of(const struct table_ctx *x, const struct plan_array *a, bool count)
{
	size_t i = 0;
	for (; i < a->fields_n; i++) {
		const struct plan_field *f = &a->fields[i];
		bool number = f->type == VALUE_NUMBER || f->type == VALUE_INTEGER;
		if (count ? number && phrase_has(f->name, token_named(x->in, "quantity")) : f->type == VALUE_TEXT)
			break;
	}
	return i;
}

/* Digits at the start of a word that is a count, "2" or "2x"; 0 if it is none. */
static size_t count_digits(struct str w)
{
	size_t n = 0;
	while (n < w.n && w.p[n] >= '0' && w.p[n] <= '9')
		n++;
	bool times = n + 1 == w.n && (w.p[n] | 32) == 'x';
	return n <= DIGITS_MOST && (n == w.n || times) ? n : 0;
}

static bool is_times(struct str w)
{
	return w.n == 1 && (w.p[0] | 32) == 'x';
}

size_t words_count(struct str first, struct str second, size_t n)
{
	if (n < 2 || !count_digits(first))
		return 0;
	size_t words = is_times(second) ? 2 : 1;
	return words < n ? words : 0;
}

/* Words of the thing's value that are its count: 0, 1 or 2 ("2 x"); some must be left. */
static size_t count_words(const struct table_ctx *x, const struct found *v)
{
	return v->n < 2 || v->skip ? 0 : words_count(x->v->words[v->words[0]].text, x->v->words[v->words[1]].text, v->n);
}

bool array_counts(const struct table_ctx *x, const struct plan_array *a)
{
	return field_of(x, a, true) < a->fields_n;
}

static void split(const struct table_ctx *x, struct found *thing, struct found *count)
{
	size_t n = count_words(x, thing);
	if (!n)
		return;
	struct str w = x->v->words[thing->words[0]].text;
	size_t digits = count_digits(w);
	*count = (struct found){ .words = thing->words, .n = 1, .cut = (uint16_t)(w.n - digits), .canon = { w.p, digits },
				 .score = SCORE_COUNT };
	thing->words += n;
	thing->n -= n;
	thing->canon = (struct str){ NULL, 0 };
}

/* "2.99", no count: what one costs was taken for it. */
static bool is_price(const struct table_ctx *x, const struct found *v)
{
	struct str s = x->v->words[v->words[v->n - 1]].text;
	return s.n > 3 && (s.p[s.n - 3] == '.' || s.p[s.n - 3] == ',') && s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9' && s.p[s.n - 2] >= '0' &&
	       s.p[s.n - 2] <= '9';
}

void records_count(const struct table_ctx *x, const struct plan_array *a, struct records *r)
{
	size_t count = field_of(x, a, true), thing = field_of(x, a, false), counted = 0, prices = 0;
	if (a->scalar || count == a->fields_n || thing == a->fields_n)
		return;
	for (size_t i = 0; i < r->n; i++) {
		if (r->items[i].cell[count].n && !is_price(x, &r->items[i].cell[count]))
			return;
		prices += r->items[i].cell[count].n > 0;
		counted += count_words(x, &r->items[i].cell[thing]) > 0;
	}
	if (prices && counted * 4 < r->n * 3)
		return;
	for (size_t i = 0; i < r->n && counted * 2 > r->n; i++)
		split(x, &r->items[i].cell[thing], &r->items[i].cell[count]);
}
