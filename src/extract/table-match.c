/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/assign.h"
#include "extract/table.h"
#include <stdlib.h>

#define MATCH_ACCEPT 420   /* engine.md section 7: least similarity after type evidence */
#define LABEL_LEAST 350    /* least similarity of a header that counts as a label, whatever else speaks for it */
#define LABEL_PLAIN 600    /* one header at least says its property plainly */
#define LABEL_STEP 950     /* of the only header that says anything, when columns and properties are as many */
#define LABEL_ONLY 700     /* the only header that says anything */
#define TYPE_AGREES 60     /* bonus when the cells read as the property's type */
#define TYPE_CONFLICT -300 /* cells of another type, or none */
#define BESIDE_LEAST 700   /* of a part with others on its line */
#define SHARE_LEAST 600    /* similarity of such a part from which on its property looks for no other column */
#define STACKED_PERCENT 90 /* of the similarity of one line of a header cell */
#define ORDER_NEAR 40      /* bonus when property and column stand at the same place in their order */
#define LABEL_DATE 900     /* worth of a date whose parts have columns of their own */
#define ROWS_PROPS 3       /* properties of the rows inside records that the header must name */
#define NAME_LEAST 850     /* least similarity of a header that names an array */

/* A header that names several things ("Customer's no. / Our no. / (type)"): each of its parts counts alone. */
static int stacked_similarity(struct table_ctx *x, const struct head_parts *h, const struct plan_field *f)
{
	int best = 0;
	bool figure = type_wants(f->type) & CELL_NUMBER;
	for (size_t i = 0; i < h->n && h->n > 1; i++) {
		if (figure && h->inside[i] && !memchr(h->text[i].p, ' ', h->text[i].n))
			continue; /* "Consumption (kWh)": a unit, which is no "price_per_kwh" */
		int s = head_part_match(x, h, i, f);
		bool beside = (i && h->line[i - 1] == h->line[i]) || (i + 1 < h->n && h->line[i + 1] == h->line[i]);
		if (!beside || s >= BESIDE_LEAST) /* "surname and name" is one thing in two words */
			best = s > best ? s : best;
	}
	return best * STACKED_PERCENT / 100;
}

static int parts_similarity(struct table_ctx *x, const struct column *c, const struct head_parts *h, const struct plan_field *f)
{
	int own = plan_alias_match(x->in, c->own, f->aliases, f->aliases_n);
	int full = c->above.n ? plan_alias_match(x->in, c->full, f->aliases, f->aliases_n) : 0;
	int lines = own < 800 ? stacked_similarity(x, h, f) : 0;
	own = own > lines ? own : lines;
	return own > full ? own : full;
}

int header_similarity(struct table_ctx *x, const struct column *c, const struct plan_field *f)
{
	struct head_parts h;
	head_parts_read(x, c, &h);
	return parts_similarity(x, c, &h, f);
}

int header_best(struct table_ctx *x, const struct prop_list *pl, const struct column *c)
{
	int best = 0;
	for (size_t p = 0; p < pl->n; p++) {
		int s = plan_alias_match(x->in, c->own, pl->items[p].field->aliases, pl->items[p].field->aliases_n);
		best = s > best ? s : best;
	}
	return best;
}

static const int agree_bonus[AGREE_N] = { TYPE_CONFLICT, TYPE_CONFLICT, -TYPE_AGREES, 0, TYPE_AGREES, TYPE_AGREES, TYPE_AGREES * 3 / 2 };
static const int agree_percent[AGREE_N] = { 50, 75, 75, 85, 85, 100, 100 };

/* ---- range: which neighbouring columns are one table */

struct sims {
	int32_t *v;    /* prop x column: similarity, and what arithmetic adds; no type evidence */
	int32_t *said; /* the same, similarity alone */
	uint8_t *own;     /* prop x column: is the header the property's own name, word for word? */
	uint8_t *several; /* one a column: its header has parts that may name properties one by one */
	size_t props, cols;
};

static bool sims_any(const struct sims *s)
{
	for (size_t i = 0; i < s->props * s->cols; i++)
		if (s->v[i] >= MATCH_ACCEPT)
			return true;
	return false;
}

static int range_score(const struct sims *s, size_t from, size_t to)
{
	int sum = 0;
	for (size_t p = 0; p < s->props; p++) {
		int32_t best = 0;
		for (size_t c = from; c < to; c++)
			best = s->v[p * s->cols + c] > best ? s->v[p * s->cols + c] : best;
		sum += best >= MATCH_ACCEPT ? best : 0;
	}
	return sum;
}

/* Does another property like column c as well as p does? */
static bool shared_column(const struct sims *s, size_t p, size_t c)
{
	for (size_t q = 0; q < s->props; q++)
		if (q != p && s->v[q * s->cols + c] >= s->v[p * s->cols + c])
			return true;
	return false;
}

/* Does the header name half of its properties again, about as well, besides their best column? */
static bool names_again(const struct sims *s)
{
	size_t again = 0, named = 0;
	for (size_t p = 0; p < s->props; p++) {
		const int32_t *v = &s->v[p * s->cols];
		size_t best = 0, second = SIZE_MAX;
		for (size_t c = 1; c < s->cols; c++)
			if (v[c] > v[best]) {
				second = best;
				best = c;
			} else if (second == SIZE_MAX || v[c] > v[second]) {
				second = c;
			}
		named += v[best] >= MATCH_ACCEPT;
		again += second != SIZE_MAX && v[second] >= 700 && v[second] * 20 >= v[best] * 19 && !shared_column(s, p, second);
	}
	return again && again * 2 >= named;
}

/* How often the columns of [from, to) stand against the order of their properties. */
static int range_inversions(const struct sims *s, size_t from, size_t to)
{
	int n = 0;
	size_t last = from;
	for (size_t p = 0; p < s->props; p++) {
		size_t at = to;
		for (size_t c = from; c < to; c++)
			if (s->v[p * s->cols + c] >= MATCH_ACCEPT && (at == to || s->v[p * s->cols + c] > s->v[p * s->cols + at]))
				at = c;
		n += at < to && at < last;
		last = at < to ? at : last;
	}
	return n;
}

/* The array that a header names, in the last of its lines; NULL if none. */
static const struct plan_array *array_named(struct table_ctx *x, const struct column *c)
{
	const struct plan *p = x->plan;
	const struct plan_array *named = NULL;
	size_t from = head_last_line(x, c);
	int best = NAME_LEAST - 1;
	struct phrase last = words_phrase(x, c->head + from, c->head_n - from);
	for (size_t a = 0; a < p->arrays_n; a++) {
		int sim = plan_alias_match(x->in, last, p->arrays[a].aliases, p->arrays[a].aliases_n);
		if (sim > best) {
			best = sim;
			named = &p->arrays[a];
		}
	}
	return named;
}

static bool phrases_equal(struct phrase a, struct phrase b)
{
	return a.n && a.n == b.n && !memcmp(a.tokens, b.tokens, a.n * sizeof(uint32_t));
}

/* Is a column before at headed as one from there on is? */
static bool headers_meet(const struct column *cols, size_t at, size_t n)
{
	for (size_t c = 0; c < at; c++)
		for (size_t k = at; k < n; k++)
			if (headers_equal(&cols[c], &cols[k]))
				return true;
	return false;
}

/*
 * "Payments  Units  Amount  Deductions  Amount": tables that share one header line, each under the name of its array.
 * The columns from this array's name up to another one's are its own.
 */
static bool range_named(struct table_ctx *x, const struct prop_list *pl, const struct column *cols, size_t n, struct match *m)
{
	size_t from = n, to = n, foreign = n;
	for (size_t c = 0; c < n && x->plan->arrays_n > 1; c++) {
		const struct plan_array *named = cols[c].head_n ? array_named(x, &cols[c]) : NULL;
		if (named == pl->array && from == n)
			from = c;
		else if (named && named != pl->array && header_best(x, pl, &cols[c]) < NAME_LEAST) {
			foreign = foreign < n ? foreign : c;
			to = from < n && to == n ? c : to;
		}
	}
	if (from < n && foreign == n && !headers_meet(cols, from, n))
		return false; /* the only one that is named, and nothing is headed twice: its name heads a column like others */
	if (from == n && foreign < n && headers_meet(cols, foreign, n)) {
		from = 0; /* what stands before the table beside it */
		to = foreign;
	}
	if (from == n || !to)
		return false;
	m->from = from;
	m->to = to;
	return true;
}

/* "Date Amount Date Amount": one list set in strips side by side; the first strip is the range, the others follow. */
static bool range_strips(const struct column *cols, size_t n, struct match *m)
{
	for (size_t k = 2; k * 2 <= n; k++) {
		size_t c = 0;
		while (n % k == 0 && c < n && cols[c].own.n && (c < k || headers_equal(&cols[c], &cols[c - k])))
			c++;
		if (n % k || c < n)
			continue;
		m->from = 0;
		m->to = k;
		return true;
	}
	return false;
}

/* "Stop   Bus 101   Bus 103": what names a property again is the next of a series rather than another table. */
static bool range_series(const struct table_ctx *x, const struct column *cols, size_t n, struct match *m)
{
	size_t c = 1;
	while (c < n && !heads_are_series(x, &cols[c - 1], &cols[c]))
		c++;
	m->from = 0;
	m->to = n;
	return c < n && plan_has_feature(x->plan, PIVOT);
}

/* Side-by-side tables repeat their headers: the tightest run of columns with the best sum wins, in order if it can. */
static void range_choose(const struct sims *s, struct match *m)
{
	int whole = range_score(s, 0, s->cols), turns = INT32_MAX;
	m->from = 0;
	m->to = s->cols;
	if (!names_again(s))
		return;
	for (size_t from = 0; from < s->cols; from++)
		for (size_t to = from + 1; to <= s->cols; to++) {
			if (range_score(s, from, to) < whole)
				continue;
			int t = range_inversions(s, from, to);
			if (to - from < m->to - m->from || (to - from == m->to - m->from && t < turns)) {
				turns = t;
				m->from = from;
				m->to = to;
			}
			break;
		}
}

/* ---- by label */

static int32_t order_bonus(size_t p, size_t props, size_t c, size_t cols)
{
	int32_t at_p = props > 1 ? (int32_t)(p * 1000 / (props - 1)) : 0, at_c = cols > 1 ? (int32_t)(c * 1000 / (cols - 1)) : 0;
	return ORDER_NEAR - ORDER_NEAR * abs(at_p - at_c) / 1000;
}

/* Are there parts that may name properties one by one? Below a cell that spans several columns one name goes on: "Births | 2018". */
static bool names_several(const struct column *c, const struct head_parts *h)
{
	size_t last = 0;
	for (size_t i = 0; i < h->n; i++)
		last += h->line[i] == h->line[h->n - 1];
	return h->n > 1 && (!c->above.n || last > 1);
}

/*
 * Is p named by a part of a header of several, and better than by column c? Then it waits there for its share; of two
 * such headers that name it alike in the first.
 */
static bool shares_elsewhere(const struct sims *s, const struct match *m, size_t p, size_t c)
{
	const int32_t *said = &s->said[p * s->cols];
	for (size_t k = m->from; k < m->to; k++)
		if (k != c && s->several[k] && said[k] >= SHARE_LEAST && said[k] >= said[c] + (!s->several[c] || k > c))
			return true;
	return false;
}

/* Is a header another property's own name, which no other header is? Then a synonym does not take it: "Title" is no "grade". */
static bool names_other(const struct sims *s, const struct match *m, size_t p, size_t c)
{
	for (size_t q = 0; q < s->props && !s->own[p * s->cols + c]; q++) {
		size_t k = m->from;
		while (k < m->to && (k == c || !s->own[q * s->cols + k]))
			k++;
		if (s->own[q * s->cols + c] && k == m->to)
			return true;
	}
	return false;
}

/*
 * "Ref." beside a quantity and a rate: what the records and the rows inside them call alike, and only one column is called,
 * is the rows' if that column has others of theirs around it. The records have theirs above their rows.
 */
static bool rows_have_it(const struct prop_list *pl, const struct sims *s, const struct match *m, size_t p, size_t c)
{
	size_t of_rows = 0, twin = s->props;
	for (size_t q = 0; q < s->props && pl->items[p].child < 0; q++) {
		if (pl->items[q].child < 0)
			continue;
		size_t k = m->from;
		while (k < m->to && s->v[q * s->cols + k] < LABEL_PLAIN)
			k++;
		of_rows += k < m->to;
		if (s->v[q * s->cols + c] >= MATCH_ACCEPT && s->v[q * s->cols + c] >= s->v[p * s->cols + c])
			twin = q;
	}
	for (size_t k = m->from; k < m->to && twin < s->props; k++)
		if (k != c && (s->v[p * s->cols + k] * 10 >= s->v[p * s->cols + c] * 9 || s->v[twin * s->cols + k] * 10 >= s->v[twin * s->cols + c] * 9))
			return false;
	return twin < s->props && of_rows >= ROWS_PROPS;
}

static bool match_labels(struct table_ctx *x, const struct prop_list *pl, struct column *cols, const struct sims *s, struct match *m)
{
	size_t n = m->to - m->from;
	int32_t *gain = ARENA_ARRAY(x->a, pl->n * n + 1, int32_t), *at = ARENA_ARRAY(x->a, pl->n + 1, int32_t);
	if (!gain || !at)
		return false;
	for (size_t p = 0; p < pl->n; p++)
		for (size_t c = 0; c < n; c++) {
			int32_t v = s->v[p * s->cols + m->from + c];
			enum agreement agree = type_agreement(&cols[m->from + c], pl->items[p].field->type);
			int32_t sure = v + (agree == AGREE_ANY ? 0 : agree_bonus[agree]);
			gain[p * n + c] = v && sure >= MATCH_ACCEPT && !shares_elsewhere(s, m, p, m->from + c) && !names_other(s, m, p, m->from + c) && !rows_have_it(pl, s, m, p, m->from + c) ? v + agree_bonus[agree] + order_bonus(p, pl->n, c, n) : 0;
		}
	assign_best(gain, pl->n, n, at, x->a);
	for (size_t p = 0; p < pl->n; p++) {
		if (at[p] < 0)
			continue;
		struct column *c = &cols[m->from + (size_t)at[p]];
		c->field = (int)p;
		c->score = s->v[p * s->cols + m->from + (size_t)at[p]];
		c->score = c->score > 1000 ? 1000 : c->score;
		int32_t said = s->said[p * s->cols + m->from + (size_t)at[p]];
		m->labels += said >= LABEL_LEAST;
		m->said += said;
		m->best = said > m->best ? said : m->best;
		m->score += c->score * agree_percent[type_agreement(c, pl->items[p].field->type)] / 100;
	}
	return true;
}

/* Do columns [from, to) name a property about as well as the range does? */
static bool range_again(const struct sims *s, const struct match *m, size_t from, size_t to)
{
	for (size_t p = 0; p < s->props; p++) {
		int32_t in = 0, out = 0;
		for (size_t c = 0; c < s->cols; c++) {
			int32_t v = s->v[p * s->cols + c];
			in = c >= m->from && c < m->to && v > in ? v : in;
			out = c >= from && c < to && v > out ? v : out;
		}
		if (in >= MATCH_ACCEPT && out >= MATCH_ACCEPT && out * 10 >= in * 9)
			return true;
	}
	return false;
}

/*
 * Columns next to the range belong to it: those without header (stub, last column)
 * always, all of them unless they name properties again and so are another table.
 */
static void range_widen(const struct sims *s, const struct column *cols, struct match *m)
{
	if (!range_again(s, m, 0, m->from) && !range_again(s, m, m->to, s->cols)) {
		m->from = 0;
		m->to = s->cols;
	}
	while (m->from > 0 && !cols[m->from - 1].head_n)
		m->from--;
	while (m->to < s->cols && !cols[m->to].head_n)
		m->to++;
}

static size_t own_props(const struct prop_list *pl)
{
	size_t n = 0;
	for (size_t p = 0; p < pl->n; p++)
		n += pl->items[p].child < 0;
	return n;
}

/* One cell alone over several columns is a heading rather than a header, above all if it names the array. */
static bool heading_alone(struct table_ctx *x, const struct prop_list *pl, const struct column *cols, const struct match *m)
{
	size_t headed = 0, at = m->from;
	for (size_t c = m->from; c < m->to; c++)
		if (cols[c].head_n) {
			headed++;
			at = c;
		}
	if (headed > 1)
		return false;
	return own_props(pl) > 2 || plan_alias_match(x->in, cols[at].own, pl->array->aliases, pl->array->aliases_n) >= m->best;
}

static bool headers_all(const struct column *cols, const struct match *m)
{
	for (size_t c = m->from; c < m->to; c++)
		if (!cols[c].head_n)
			return false;
	return true;
}

/* Days of the week head columns without naming a property. */
static bool week_heads(const struct table_ctx *x, const struct column *cols, const struct match *m)
{
	size_t days = 0;
	for (size_t c = m->from; c < m->to; c++)
		days += cols[c].head_n && word_is_weekday(x->v, cols[c].head[0]);
	return days >= WEEK_LEAST;
}

static bool match_is_enough(struct table_ctx *x, const struct prop_list *pl, struct column *cols, const struct match *m)
{
	size_t own = own_props(pl), found = 0;
	bool words;
	for (size_t c = m->from; c < m->to; c++)
		found += cols[c].field >= 0;
	if (heading_alone(x, pl, cols, m))
		return false;
	if (m->labels && m->best >= LABEL_STEP && own >= 4 && own == found && m->to - m->from == own && headers_all(cols, m))
		return true; /* as many columns as properties, all in step */
	if (m->labels >= 2 && m->best >= LABEL_PLAIN)
		return m->labels * 4 >= own || m->labels >= 3;
	if (m->labels == 1 && m->best >= LABEL_ONLY && own <= 3 && found >= (own < 2 ? own : 2))
		return true;
	return (m->best >= LABEL_ONLY || week_heads(x, cols, m)) && plan_has_feature(x->plan, PIVOT) && columns_cross(x, pl, cols + m->from, m->to - m->from, &words);
}

/* "From / To": weak names, and plain ones together. */
static void range_similarity(const struct table_ctx *x, const struct prop_list *pl, const struct head_parts *h, size_t c, size_t n, int32_t *v)
{
	for (size_t p = 0; h->n == 2 && p < pl->n; p++) {
		size_t q = pl->upper[p] < 0 ? p : (size_t)pl->upper[p];
		if (q == p || !head_range_match(x, h, pl->items[p].field, pl->items[q].field))
			continue;
		v[p * n + c] = v[p * n + c] > RANGE_NAMES ? v[p * n + c] : RANGE_NAMES;
		v[q * n + c] = v[q * n + c] > RANGE_NAMES ? v[q * n + c] : RANGE_NAMES;
	}
}

bool columns_match(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, const struct sample *sample,
		   struct match *m)
{
	struct sims s = { .props = pl->n, .cols = n };
	*m = (struct match){ 0 };
	s.v = ARENA_ARRAY(x->a, pl->n * n + 1, int32_t);
	s.said = ARENA_ARRAY(x->a, pl->n * n + 1, int32_t);
	s.several = ARENA_ARRAY(x->a, n + 1, uint8_t);
	s.own = ARENA_ARRAY(x->a, pl->n * n + 1, uint8_t);
	if (!s.v || !s.said || !s.several || !s.own || !n)
		return false;
	for (size_t c = 0; c < n; c++) {
		struct head_parts h;
		head_parts_read(x, &cols[c], &h);
		s.several[c] = names_several(&cols[c], &h) && plan_has_feature(x->plan, SHARED);
		cols[c].field = -1;
		cols[c].score = 0;
		for (size_t p = 0; p < pl->n; p++)
			s.v[p * n + c] = parts_similarity(x, &cols[c], &h, pl->items[p].field);
		for (size_t p = 0; p < pl->n && cols[c].own.n; p++)
			s.own[p * n + c] = phrases_equal(cols[c].own, phrase_of(x->in, pl->items[p].field->node->name));
		if (s.several[c])
			range_similarity(x, pl, &h, c, n, s.v);
	}
	memcpy(s.said, s.v, pl->n * n * sizeof(*s.v));
	if (sims_any(&s) && plan_has_feature(x->plan, COLUMN_SUMS))
		columns_relate(x, pl, cols, n, sample, s.v);
	bool named = range_named(x, pl, cols, n, m) || range_strips(cols, n, m) || range_series(x, cols, n, m);
	if (!named)
		range_choose(&s, m);
	if (!match_labels(x, pl, cols, &s, m) || (!m->labels && !week_heads(x, cols, m)))
		return false;
	if (!named)
		range_widen(&s, cols, m);
	columns_shortened(x, pl, cols, m);
	if (plan_has_feature(x->plan, COLUMN_CONTENT))
		columns_infer(x, pl, cols, n, m);
	size_t dates = columns_date(x, pl, cols + m->from, m->to - m->from);
	m->labels += dates;
	m->score += (int)dates * LABEL_DATE;
	return match_is_enough(x, pl, cols, m);
}
