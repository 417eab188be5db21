/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-check - values that must agree (engine.md section 6): net + tax + shipping
 * - discount = total, start before end, issued before due. Where they do not, the
 * next-best candidates of the fields involved are tried; only candidates, so no
 * value is ever computed.
 */
#include "extract/field-private.h"

enum {
	TRIES = 8,            /* candidates of a field that take part */
	LEAST = 300,          /* a candidate this weak may still complete an equation */
	AGREES = 120,         /* what an equation that holds adds to the score of each part */
	LOSS = 350,           /* most score given up to make it hold */
	CENT = 100            /* of the unit 1/10000 */
};

/* ---- decimals as integers */

static bool decimal(struct str s, int64_t *out)
{
	int64_t v = 0;
	int after = -1;
	bool minus = s.n && s.p[0] == '-';
	for (size_t i = minus; i < s.n; i++) {
		if (s.p[i] == '.' && after < 0) {
			after = 0;
			continue;
		}
		if (s.p[i] < '0' || s.p[i] > '9' || v > INT64_MAX / 1000000)
			return false;
		if (after >= 4)
			continue;
		v = v * 10 + (s.p[i] - '0');
		after += after >= 0;
	}
	for (after = after < 0 ? 0 : after; after < 4; after++)
		v *= 10;
	*out = minus ? -v : v;
	return s.n > (size_t)minus;
}

static bool value_of(const struct cand *c, int64_t *out)
{
	return c->value.canon.n && decimal(c->value.canon, out);
}

/* ---- sums */

enum part { PART_NET, PART_TAX, PART_SHIPPING, PART_DISCOUNT, PART_TOTAL, PARTS };

static const struct { const char *head; int sign; } part_rows[PARTS] = {
	[PART_NET] = { "sub total", 1 }, [PART_TAX] = { "tax amount", 1 }, [PART_SHIPPING] = { "shipping cost", 1 },
	[PART_DISCOUNT] = { "discount", -1 }, [PART_TOTAL] = { "grand total", 0 },
};

/* The field that plays each part; the first of several, -1 if none does. */
static void parts_find(struct fx *x, int field[PARTS])
{
	for (int p = 0; p < PARTS; p++) {
		field[p] = -1;
		for (uint32_t f = 0; f < x->plan->fields_n && field[p] < 0; f++)
			if (x->plan->fields[f].type == VALUE_MONEY &&
			    lexicon_in_class(x->in, x->plan->fields[f].name, part_rows[p].head))
				field[p] = (int)f;
		for (int q = 0; q < p; q++)
			if (field[p] >= 0 && field[q] == field[p])
				field[p] = -1;
	}
}

struct sum {
	struct fx *x;
	int *pick;
	int field[PARTS];
	int at[PARTS], best[PARTS]; /* candidate of each part; -1 leaves it out */
	int score;
};

static bool equal(int64_t a, int64_t b)
{
	int64_t d = a > b ? a - b : b - a;
	return d <= 2 * CENT;
}

static bool sum_holds(const struct sum *s, int *score)
{
	int64_t left = 0, total = 0, v;
	*score = 0;
	for (int p = 0; p < PARTS; p++) {
		if (s->field[p] < 0 || s->at[p] < 0)
			continue;
		const struct cand *c = &s->x->cands[s->field[p]].items[s->at[p]];
		if (!value_of(c, &v))
			return false;
		if (p == PART_TOTAL)
			total = v;
		else
			left += part_rows[p].sign * (v < 0 && part_rows[p].sign < 0 ? -v : v);
		*score += c->score;
	}
	return s->at[PART_TOTAL] >= 0 && total > 0 && left > 0 && equal(left, total);
}

static void sum_try(struct sum *s, int p)
{
	int score;
	if (p == PARTS) {
		if (sum_holds(s, &score) && score > s->score) {
			s->score = score;
			memcpy(s->best, s->at, sizeof s->best);
		}
		return;
	}
	bool may_lack = p == PART_SHIPPING || p == PART_DISCOUNT;
	s->at[p] = -1;
	if (s->field[p] < 0 || may_lack)
		sum_try(s, p + 1);
	for (uint32_t i = 0; s->field[p] >= 0 && i < s->x->cands[s->field[p]].n && i < TRIES; i++) {
		if (s->x->cands[s->field[p]].items[i].score < LEAST)
			break;
		s->at[p] = (int)i;
		sum_try(s, p + 1);
	}
	s->at[p] = -1;
}

static int score_now(const struct sum *s)
{
	int score = 0;
	for (int p = 0; p < PARTS; p++)
		if (s->field[p] >= 0 && s->best[p] >= 0 && s->pick[s->field[p]] >= 0)
			score += s->x->cands[s->field[p]].items[s->pick[s->field[p]]].score;
	return score;
}

static void check_sum(struct fx *x, int *pick)
{
	struct sum s = { .x = x, .pick = pick, .score = 0 };
	parts_find(x, s.field);
	if (s.field[PART_NET] < 0 || s.field[PART_TAX] < 0 || s.field[PART_TOTAL] < 0)
		return;
	sum_try(&s, 0);
	if (!s.score || s.score < score_now(&s) - LOSS)
		return;
	for (int p = 0; p < PARTS; p++)
		if (s.field[p] >= 0 && s.best[p] >= 0) {
			struct cand *c = &x->cands[s.field[p]].items[s.best[p]];
			pick[s.field[p]] = s.best[p];
			c->score = c->score + AGREES > 1000 ? 1000 : c->score + AGREES;
			if (c->score < FIELD_TAKES + 50)
				c->score = FIELD_TAKES + 50;
		}
}

/* ---- net amounts where no tax is asked for */

/* Is this amount printed anywhere in scope? */
static bool is_printed(const struct fx *x, int64_t v)
{
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		int64_t printed;
		if ((s->type == SPAN_MONEY || s->type == SPAN_NUMBER) && decimal(s->canon, &printed) && equal(printed, v))
			return true;
	}
	return false;
}

/* net < total, and the difference is printed: the tax. Then this net explains the total. */
static bool net_explains(const struct fx *x, const struct cand *net, int64_t total)
{
	int64_t v;
	return value_of(net, &v) && v > 0 && v < total - 2 * CENT && total - v < v && is_printed(x, total - v);
}

static void check_net(struct fx *x, int *pick)
{
	int field[PARTS];
	int64_t total, net;
	parts_find(x, field);
	int n = field[PART_NET], t = field[PART_TOTAL];
	if (n < 0 || t < 0 || pick[n] < 0 || pick[t] < 0 || !value_of(&x->cands[t].items[pick[t]], &total) ||
	    !value_of(&x->cands[n].items[pick[n]], &net) || net_explains(x, &x->cands[n].items[pick[n]], total))
		return;
	for (uint32_t i = 0; i < x->cands[n].n; i++) {
		const struct cand *c = &x->cands[n].items[i];
		if (c->score >= LEAST && net_explains(x, c, total)) {
			pick[n] = (int)i;
			return;
		}
	}
}

/* ---- dates in order */

static int date_cmp(const struct cand *a, const struct cand *b)
{
	return str_cmp(a->value.canon, b->value.canon);
}

static bool dated(const struct fx *x, uint32_t f, const int *pick)
{
	return pick[f] >= 0 && x->cands[f].items[pick[f]].value.canon.n >= 7;
}

/* first must not be after last: the weaker of the two tries its other candidates, else it yields. */
static void check_order(struct fx *x, int *pick, uint32_t first, uint32_t last)
{
	if (!dated(x, first, pick) || !dated(x, last, pick))
		return;
	struct cand *a = &x->cands[first].items[pick[first]], *b = &x->cands[last].items[pick[last]];
	if (date_cmp(a, b) <= 0)
		return;
	uint32_t weak = a->score < b->score ? first : last;
	for (uint32_t i = (uint32_t)pick[weak] + 1; i < x->cands[weak].n; i++) {
		const struct cand *c = &x->cands[weak].items[i];
		if (c->score < FIELD_TAKES)
			break;
		if (c->value.canon.n >= 7 && (weak == first ? date_cmp(c, b) <= 0 : date_cmp(a, c) <= 0)) {
			pick[weak] = (int)i;
			return;
		}
	}
	pick[weak] = -1;
}

static bool in_class(struct fx *x, uint32_t f, const char *head)
{
	return x->plan->fields[f].type == VALUE_DATE && lexicon_in_class(x->in, x->plan->fields[f].name, head);
}

static void check_dates(struct fx *x, int *pick)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct plan_field *p = &x->plan->fields[f];
		if (p->pair && p->side == SIDE_START)
			check_order(x, pick, f, (uint32_t)(p->pair - x->plan->fields));
		for (uint32_t g = 0; g < x->plan->fields_n; g++)
			if (g != f && in_class(x, f, "invoice date") && in_class(x, g, "due date") && !in_class(x, f, "due date"))
				check_order(x, pick, f, g);
	}
}

void fields_check(struct fx *x, int *pick)
{
	check_sum(x, pick);
	check_net(x, pick);
	check_dates(x, pick);
}
