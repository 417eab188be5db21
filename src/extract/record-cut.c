/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"
#include <stdlib.h>

/*
 * The rows are cut into records so that the sum of what speaks against it is
 * least (dynamic programming). A record wants one figure in each key column; text
 * may come before or after the line with the figures; white space and rules
 * belong between records, not inside.
 *
 * Costs are relative: two figures in one column of a record weigh more than a
 * record without figures, that more than a rule crossed, that more than a gap.
 */
#define COST_CONFLICT 900  /* a second figure in a key column */
#define COST_NO_LEAD 600   /* nothing in the column that records begin with */
#define COST_LEAD_AGAIN 800 /* a second row that begins where records begin, and has a figure */
#define COST_REPEATED 30   /* the same in a column that has several to a record */
#define COST_MISS 300      /* no figure in a key column that every record has */
#define COST_MISS_MAX 450
#define COST_RULE_INSIDE 520
#define COST_RULE_MISSING 200
#define COST_GAP_INSIDE 250
#define COST_GAP_MISSING 150
#define COST_TEXT_ABOVE 60
#define COST_TEXT_BELOW 20
#define COST_TEXT_FAR 120  /* text that stands nearer to the other record */
#define SOFT_CONFLICT 220  /* the same for tables of text: a cell filled twice */
#define SOFT_MISS 150
#define SOFT_MISS_MAX 300
#define ROWS_MAX 60        /* most rows of one record */

struct key {
	size_t col;
	int miss, conflict;
	uint8_t most; /* figures of one record: 2 where a header names two, one below the other */
};

struct cutter {
	const struct table_ctx *x;
	const struct table *t;
	struct key keys[TABLE_COLS];
	size_t keys_n;
	bool soft;         /* no figures anywhere: filled cells stand in for them */
	bool ruled;        /* records are ruled off */
	int32_t gap_split; /* white space above this separates; 0 = gaps say nothing */
	int lead;          /* the column records begin with, -1 none */
	int lead_cost;
	uint64_t two;      /* columns of two lines to a record */
	size_t *rows;      /* body rows of one run, indexes into t->rows */
	size_t rows_n;
	int64_t *best;
	size_t *from;
};

static bool row_has(const struct cutter *c, const struct row *r, const struct key *k)
{
	return (c->soft ? r->fill : r->typed) >> k->col & 1;
}

struct counts { /* of the body rows, by column */
	uint32_t any[TABLE_COLS], alone[TABLE_COLS], filled[TABLE_COLS];
	uint32_t together; /* rows with more than one key */
};

static void keys_count(const struct cutter *c, struct counts *n)
{
	for (size_t i = 0; i < c->t->rows_n; i++) {
		const struct row *r = &c->t->rows[i];
		uint64_t has = c->soft ? r->fill : r->typed;
		if (r->role != ROW_BODY)
			continue;
		n->together += bits64(has) > 1;
		for (size_t k = 0; k < c->t->cols_n; k++) {
			n->any[k] += has >> k & 1;
			n->filled[k] += r->fill >> k & 1;
			n->alone[k] += has == UINT64_C(1) << k;
		}
	}
}

/* Figures that stand on lines of their own, several to a record (split times under a result). */
static bool key_is_repeated(const struct counts *n, size_t k)
{
	return n->together >= 2 && n->any[k] * 2 > n->together * 3 && n->alone[k] * 10 >= n->any[k] * 6;
}

/* Of the columns whose header names two lines, those that have more rows than the others: nothing else tells a wrapped header. */
static uint64_t two_lined(const struct cutter *c, const struct counts *n, uint64_t two, uint32_t most)
{
	uint32_t least = UINT32_MAX;
	for (size_t k = 0; k < c->t->cols_n; k++)
		if (!(two >> k & 1) && n->filled[k] * 5 >= most && n->filled[k] < least)
			least = n->filled[k];
	for (size_t k = 0; k < c->t->cols_n; k++)
		if (least == UINT32_MAX ? !c->gap_split : n->filled[k] * 2 < least * 3)
			two &= ~(UINT64_C(1) << k);
	return two;
}

static void keys_weigh(struct cutter *c, uint64_t cols)
{
	struct counts n = { .together = 0 };
	uint32_t most = 0;
	keys_count(c, &n);
	for (size_t k = 0; k < c->t->cols_n; k++)
		if (!key_is_repeated(&n, k) && n.any[k] > most)
			most = n.any[k];
	c->two = two_lined(c, &n, c->two, most);
	for (size_t k = 0; k < c->t->cols_n && most; k++) {
		if (!(cols >> k & 1) || n.any[k] * 10 < most * (c->soft ? 6 : 2))
			continue;
		bool repeated = key_is_repeated(&n, k);
		int rate = repeated ? 100 : (int)(n.any[k] * 100 / most);
		c->keys[c->keys_n++] = (struct key){ k, (c->soft ? SOFT_MISS : COST_MISS) * rate / 100,
						     repeated ? COST_REPEATED : c->soft ? SOFT_CONFLICT : COST_CONFLICT,
						     (uint8_t)(1 + (c->two >> k & 1)) };
	}
}

static int gap_cmp(const void *a, const void *b)
{
	int32_t p = *(const int32_t *)a, q = *(const int32_t *)b;
	return (p > q) - (p < q);
}

/* Two kinds of gaps, lines of a record and records? Then where between them they part. */
static int32_t gaps_split(const struct cutter *c)
{
	size_t n = 0;
	int32_t *g = ARENA_ARRAY(c->x->a, c->t->rows_n + 1, int32_t), wide = 0, at = 0;
	for (size_t i = 1; g && i < c->t->rows_n; i++)
		if (c->t->rows[i].role == ROW_BODY && !c->t->rows[i].break_above)
			g[n++] = c->t->rows[i].gap;
	if (!g || n < 3)
		return 0;
	qsort(g, n, sizeof(*g), gap_cmp);
	for (size_t i = n / 8 + 1; i < n - n / 8; i++)
		if (g[i] - g[i - 1] > wide) {
			wide = g[i] - g[i - 1];
			at = (g[i] + g[i - 1]) / 2;
		}
	return wide * 5 >= c->x->em ? at : 0;
}

/* Rules that stand between most records and hardly inside them separate records; others say nothing. */
static void rules_weigh(struct cutter *c)
{
	uint32_t records = 0, ruled = 0;
	for (size_t i = 1; i < c->t->rows_n; i++) {
		const struct row *r = &c->t->rows[i];
		if (r->role != ROW_BODY || r->break_above)
			continue;
		records += r->record;
		ruled += r->rule_above;
	}
	c->ruled = ruled >= 2 && ruled * 2 >= records && ruled <= records * 2;
}

/* The leftmost column that nearly all records fill, in proportion to how many do. */
static void lead_weigh(struct cutter *c)
{
	uint32_t records = 0, filled[TABLE_COLS] = { 0 };
	c->lead = -1;
	for (size_t i = 0; i < c->t->rows_n; i++) {
		const struct row *r = &c->t->rows[i];
		records += r->record;
		for (size_t k = 0; k < c->t->cols_n && r->record; k++)
			filled[k] += r->fill >> k & 1;
	}
	for (size_t k = 0; k < c->t->cols_n && c->lead < 0 && records >= 2; k++)
		if (filled[k] * 10 >= records * 8) {
			c->lead = (int)k;
			c->lead_cost = (int)((uint64_t)COST_NO_LEAD * filled[k] / records);
		}
}

/* ---- cost of one record */

/* What the border above row i costs if a record begins there. */
static int border_cost(const struct cutter *c, const struct row *r)
{
	if (r->break_above || (c->ruled && r->rule_above))
		return 0;
	int cost = c->ruled ? COST_RULE_MISSING : 0;
	if (c->gap_split && r->gap < c->gap_split)
		cost += COST_GAP_MISSING;
	return cost;
}

/* What it costs that a record goes on across the border above row i. */
static int inside_cost(const struct cutter *c, const struct row *r)
{
	int cost = c->ruled && r->rule_above ? COST_RULE_INSIDE : 0;
	if (c->gap_split && !r->break_above && r->gap > c->gap_split)
		cost += COST_GAP_INSIDE;
	return cost;
}

static bool row_is_text(const struct cutter *c, const struct row *r)
{
	return !c->soft && !r->typed;
}

/* Text row i of the run counted to the figures below (up) or above it. */
static int text_cost(const struct cutter *c, size_t i, bool up)
{
	const struct row *r = &c->t->rows[c->rows[i]];
	const struct row *next = i + 1 < c->rows_n ? &c->t->rows[c->rows[i + 1]] : NULL;
	int cost = up ? COST_TEXT_ABOVE : COST_TEXT_BELOW;
	if (!next || next->break_above || r->break_above || i == 0)
		return cost;
	int32_t nearer = c->x->em / 6;
	if (up && next->gap > r->gap + nearer)
		cost += COST_TEXT_FAR;
	if (!up && r->gap > next->gap + nearer)
		cost += COST_TEXT_FAR;
	return cost;
}

struct tally { /* of the record being widened upwards, rows [i, j) of the run */
	uint8_t count[TABLE_COLS];
	int conflicts, inside, below, above_texts;
	bool figures; /* a row with figures is in */
	bool lead;    /* the leading column is filled */
	int leads;    /* rows that fill it and have a figure besides */
};

static void tally_add(const struct cutter *c, struct tally *y, size_t i, size_t j)
{
	const struct row *r = &c->t->rows[c->rows[i]];
	const struct row *last = &c->t->rows[c->rows[j - 1]];
	if (i + 2 == j && !c->soft && last->record && !last->typed)
		y->conflicts += COST_LEAD_AGAIN; /* a record without figures, as the rows around it say */
	if (i + 1 < j)
		y->inside += inside_cost(c, &c->t->rows[c->rows[i + 1]]);
	for (size_t k = 0; k < c->keys_n; k++)
		if (row_has(c, r, &c->keys[k]) && y->count[k]++ >= c->keys[k].most)
			y->conflicts += c->keys[k].conflict;
	bool lead = c->lead >= 0 && (r->fill >> c->lead & 1);
	y->lead |= lead;
	if (lead && !c->soft && !c->two && (r->typed & ~(UINT64_C(1) << c->lead)) && y->leads++)
		y->conflicts += COST_LEAD_AGAIN;
	if (row_is_text(c, r)) {
		y->above_texts += text_cost(c, i, true);
		y->below += text_cost(c, i, false);
	} else {
		/* texts gathered so far stand below this row's figures */
		y->inside += y->figures ? 0 : y->below;
		y->figures = true;
		y->above_texts = 0;
	}
}

static int tally_cost(const struct cutter *c, const struct tally *y)
{
	int miss = 0, most = c->soft ? SOFT_MISS_MAX : COST_MISS_MAX;
	for (size_t k = 0; k < c->keys_n; k++)
		miss += y->count[k] >= c->keys[k].most ? 0 : c->keys[k].miss * (c->keys[k].most - y->count[k]) / c->keys[k].most;
	return (miss < most ? miss : most) + y->conflicts + y->inside + (y->figures ? y->above_texts : y->below) + (y->lead ? 0 : c->lead_cost);
}

static void run_solve(struct cutter *c)
{
	c->best[0] = 0;
	for (size_t j = 1; j <= c->rows_n; j++) {
		struct tally y = { 0 };
		c->best[j] = INT64_MAX;
		for (size_t i = j; i-- > 0 && j - i <= ROWS_MAX;) {
			tally_add(c, &y, i, j);
			int64_t cost = c->best[i] + tally_cost(c, &y) + border_cost(c, &c->t->rows[c->rows[i]]);
			if (cost < c->best[j]) {
				c->best[j] = cost;
				c->from[j] = i;
			}
			if (y.conflicts > 4 * COST_CONFLICT)
				break;
		}
	}
}

/* Nothing where nearly all records begin, and few of the figures they have: a note between records. */
static bool is_fragment(const struct cutter *c, size_t from, size_t to)
{
	uint64_t fill = 0, typed = 0;
	for (size_t i = from; i < to; i++) {
		fill |= c->t->rows[c->rows[i]].fill;
		typed |= c->t->rows[c->rows[i]].typed;
	}
	return c->lead_cost * 20 >= COST_NO_LEAD * 19 && !(fill >> c->lead & 1) && c->keys_n >= 3 && (size_t)bits64(typed) * 2 < c->keys_n;
}

static bool run_emit(struct cutter *c, struct record_cuts *out)
{
	size_t start = out->n;
	for (size_t j = c->rows_n; j > 0; j = c->from[j])
		out->items[out->n++] = (struct record_cut){ c->rows[c->from[j]], c->rows[j - 1] + 1, is_fragment(c, c->from[j], j) };
	for (size_t a = start, b = out->n; a + 1 < b; a++) { /* they came last first */
		struct record_cut tmp = out->items[a];
		out->items[a] = out->items[--b];
		out->items[b] = tmp;
	}
	return true;
}

/* Text rows of a cut above its first figures. */
static size_t texts_above(const struct table *t, const struct record_cut *c)
{
	size_t i = c->from;
	while (i < c->to && (t->rows[i].role != ROW_BODY || !t->rows[i].typed))
		i++;
	return i < c->to ? i - c->from : 0;
}

/* Text above the figures of a first record, when hardly a record has any: a remark above the rows. */
static void remarks_trim(const struct table *t, struct record_cuts *cuts)
{
	size_t with = 0;
	for (size_t k = 0; k < cuts->n; k++)
		with += texts_above(t, &cuts->items[k]) > 0;
	for (size_t k = 0; k < cuts->n && cuts->n >= 3 && with * 10 <= cuts->n * 3; k++) {
		struct record_cut *c = &cuts->items[k];
		bool first = c->from == 0 || t->rows[c->from].break_above || t->rows[c->from - 1].role != ROW_BODY;
		if (first && !t->rows[c->from].typed)
			c->from += texts_above(t, c);
	}
}

static bool row_parts_runs(const struct row *r)
{
	return r->role == ROW_TOTAL || r->role == ROW_GROUP || r->role == ROW_DETAIL;
}

bool records_cut(struct table_ctx *x, const struct table *t, struct record_cuts *out)
{
	struct cutter c = { .x = x, .t = t, .soft = t->keys == 0 };
	out->n = 0;
	out->items = ARENA_ARRAY(x->a, t->rows_n + 1, struct record_cut);
	c.rows = ARENA_ARRAY(x->a, t->rows_n + 1, size_t);
	c.best = ARENA_ARRAY(x->a, t->rows_n + 2, int64_t);
	c.from = ARENA_ARRAY(x->a, t->rows_n + 2, size_t);
	if (!out->items || !c.rows || !c.best || !c.from)
		return false;
	c.two = plan_has_feature(x->plan, SHARED) ? columns_of_two_lines(x, t) : 0;
	c.gap_split = gaps_split(&c);
	keys_weigh(&c, c.soft ? UINT64_MAX : t->keys);
	rules_weigh(&c);
	lead_weigh(&c);
	for (size_t i = 0; i <= t->rows_n; i++) {
		if (i < t->rows_n && t->rows[i].role == ROW_BODY)
			c.rows[c.rows_n++] = i;
		if (c.rows_n && (i == t->rows_n || row_parts_runs(&t->rows[i]))) {
			run_solve(&c);
			run_emit(&c, out);
			c.rows_n = 0;
		}
	}
	if (!c.soft)
		remarks_trim(t, out);
	return true;
}
