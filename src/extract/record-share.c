/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-share.h"

#include <stdlib.h>

/*
 * Who shares a column: two properties that its header names one after the other; the ends of a range of which it names
 * one; a figure and its unit. All of it only if the cells come apart the same way and the parts read as the properties
 * want them.
 */
#define PART_LEAST 700    /* similarity of a part of a header to its property */
#define PART_OTHER 550    /* the same of one that the header as a whole was matched with, or of the other end of a range */
#define PART_BESIDE 450   /* the same of the second of two names in one line, when the first is sure: "Name and principal position" */
#define PART_MARGIN 40     /* by which one part of a header must say a property better than the other */
#define WHOLE_NAMES 900   /* a header of several lines that names one property as a whole is no list */
#define CELLS_DIVIDE 8    /* tenths of the cells with words that come in two */

static bool prop_is_own(const struct table *t, size_t p)
{
	return t->props->items[p].child < 0;
}

/* No column gives it by its header, and none in part. */
static bool prop_is_left(const struct table *t, size_t p)
{
	const struct prop *q = &t->props->items[p];
	for (size_t c = 0; c < t->cols_n; c++)
		if ((t->cols[c].field == (int)p && t->cols[c].score) || t->cols[c].also == q)
			return false;
	return q->child < 0;
}

/* No column gives it by a header that says so plainly. */
static bool prop_is_weak(const struct table *t, size_t p)
{
	const struct prop *q = &t->props->items[p];
	for (size_t c = 0; c < t->cols_n; c++)
		if ((t->cols[c].field == (int)p && t->cols[c].score > RANGE_NAMES) || t->cols[c].also == q)
			return false;
	return q->child < 0;
}

/* ---- cells */

static size_t cell_words(const struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t col, uint32_t **out)
{
	size_t total = 0, n = 0;
	for (size_t i = cut->from; i < cut->to; i++)
		total += t->rows[i].role == ROW_BODY ? t->rows[i].cells[col].words : 0;
	*out = total ? ARENA_ARRAY(x->a, total, uint32_t) : NULL;
	for (size_t i = cut->from; *out && i < cut->to; i++)
		for (uint32_t w = 0; t->rows[i].role == ROW_BODY && w < t->rows[i].cells[col].words; w++)
			(*out)[n++] = t->rows[i].cells[col].word + w;
	return n;
}

static bool part_is_run(const struct part *p)
{
	return p->words[p->n - 1] - p->words[0] == p->n - 1;
}

static bool has_sign_of_life(const struct table_ctx *x, const struct part *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct str w = x->v->words[p->words[i]].text;
		for (size_t k = i ? 0 : p->skip; k + (i + 1 == p->n ? p->cut : 0) < w.n; k++)
			if ((w.p[k] >= '0' && w.p[k] <= '9') || (w.p[k] | 32) >= 'a')
				return true;
	}
	return false;
}

static bool has_digit(const struct table_ctx *x, const struct part *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct str w = x->v->words[p->words[i]].text;
		for (size_t k = i ? 0 : p->skip; k + (i + 1 == p->n ? p->cut : 0) < w.n; k++)
			if (w.p[k] >= '0' && w.p[k] <= '9')
				return true;
	}
	return false;
}

/* Does a part of a cell read as the property's type? Parts of a word are only looked at for digits. */
static bool part_suits(const struct table_ctx *x, const struct plan_field *f, const struct part *p)
{
	uint32_t wants = type_wants(f->type);
	if (!has_sign_of_life(x, p))
		return false;
	if (!wants || (wants & CELL_TEXT))
		return true;
	if (p->skip || p->cut > 1 || f->type == VALUE_ID) /* "NHCU 441207-3" is a number, too */
		return has_digit(x, p);
	if (!part_is_run(p))
		return false;
	uint32_t k = cell_read(x, p->words[0], (uint32_t)p->n);
	return (k & wants) || (!(k & CELL_BLANK) && cell_span(x, f->type, p->words[0], (uint32_t)p->n));
}

static const struct plan_field *field_of(const struct table *t, int p)
{
	return t->props->items[p].field;
}

/* "03/04/2024" is one date, not two things with a sign between them. */
static bool is_whole(const struct table_ctx *x, const struct plan_field *f, const uint32_t *words, size_t n)
{
	uint32_t wants = type_wants(f->type) & (CELL_DATE | CELL_NUMBER);
	return words[n - 1] - words[0] == n - 1 && (cell_read(x, words[0], (uint32_t)n) & wants);
}

/* A cell of column c cut for its properties, the first one's part first. */
static bool cell_parts(const struct table_ctx *x, const struct table *t, const struct column *c, const uint32_t *words, size_t n,
		       struct part out[2])
{
	struct part cut[2];
	if (!cell_divide(x, c->divide, words, n, cut) || (cut[0].cut > 1 && is_whole(x, field_of(t, c->field), words, n)))
		return false;
	out[0] = cut[c->turned];
	out[1] = cut[!c->turned];
	return part_suits(x, field_of(t, c->field), &out[0]) && (c->divide == DIVIDE_MARK || part_suits(x, c->also->field, &out[1]));
}

enum open_end { OPEN_NOT, OPEN_ABOVE, OPEN_BELOW };

/* "over 5,000", "up to 1,000": of a range one end is said. */
static enum open_end cell_open(const struct table_ctx *x, const uint32_t *words, size_t n)
{
	static const char *const above[] = { "over", "above", "from", "exceeding", "more", "ab", "über", "mehr", "von", "dès", "plus", "au-delà", "más", "desde", "oltre", "da", "vanaf",
		"boven", "od", "powyżej", "acima", ">", "≥", ">=" };
	static const char *const below[] = { "up", "under", "below", "less", "until", "bis", "unter", "jusqu'à", "moins", "hasta", "menos", "fino", "meno", "tot", "onder", "do", "poniżej",
		"até", "<", "≤", "<=" };
	if (n < 2 || n > 4)
		return OPEN_NOT;
	struct str w = x->v->words[words[0]].text;
	return STR_ONE_OF(w, above) ? OPEN_ABOVE : STR_ONE_OF(w, below) ? OPEN_BELOW : OPEN_NOT;
}

/* Do the cells of a column come apart as it says? least: cells that must. */
static bool cells_divide(const struct table_ctx *x, const struct table *t, const struct record_cuts *cuts, size_t col, size_t least)
{
	size_t cells = 0, cut = 0;
	for (size_t k = 0; k < cuts->n; k++) {
		uint32_t *words;
		struct part parts[2];
		size_t n = cell_words(x, t, &cuts->items[k], col, &words);
		if (!n || cuts->items[k].fragment || (words[n - 1] - words[0] == n - 1 && (cell_read(x, words[0], (uint32_t)n) & CELL_BLANK)))
			continue;
		bool parted = cell_parts(x, t, &t->cols[col], words, n, parts);
		cells += parted || !divide_is_range(t->cols[col].divide) || !cell_open(x, words, n);
		cut += parted;
	}
	return cut >= least && cut * 10 >= cells * CELLS_DIVIDE;
}

/* ---- who */

struct sharer {
	struct table_ctx *x;
	struct table *t;
	const struct record_cuts *cuts;
};

/*
 * Are the first lines of the cells ended on purpose? Words that only wrap fill their line: the next one would not have fitted
 * into the column as wide as its widest line is.
 */
static bool lines_are_broken(const struct sharer *s, size_t col)
{
	const struct view_word *w = s->x->v->words;
	size_t cells = 0, broken = 0;
	int32_t right = INT32_MIN;
	for (int pass = 0; pass < 2; pass++)
		for (size_t k = 0; k < s->cuts->n; k++) {
			uint32_t *words;
			size_t n = s->cuts->items[k].fragment ? 0 : cell_words(s->x, s->t, &s->cuts->items[k], col, &words);
			for (size_t i = 0; i < n && !pass; i++)
				right = w[words[i]].box.x1 > right ? w[words[i]].box.x1 : right;
			size_t top = n && pass ? cell_top(s->x, words, n) : 0;
			cells += top > 0;
			broken += top && top < n && w[words[top - 1]].box.x1 + w[words[top]].box.x1 - w[words[top]].box.x0 + s->x->em / 4 <= right;
		}
	return broken >= 2 && broken * 10 >= cells * CELLS_DIVIDE;
}

/* Try the ways [from, to) on a column for properties p and q, in this order; kept if its cells agree. */
static bool share_try(struct sharer *s, size_t col, int p, int q, size_t from, size_t to, bool turned, size_t least)
{
	struct column *c = &s->t->cols[col], before = *c;
	c->field = p;
	c->also = &s->t->props->items[q];
	c->turned = turned;
	for (size_t how = from; how < to; how++) {
		c->divide = (uint8_t)how;
		if (cells_divide(s->x, s->t, s->cuts, col, least)) {
			for (size_t k = 0; k < s->t->cols_n; k++) /* what was only guessed yields */
				if (k != col && (s->t->cols[k].field == p || s->t->cols[k].field == q))
					s->t->cols[k].field = -1;
			return true;
		}
	}
	*c = before;
	return false;
}

/* The property that part i of a header names: the column's own, or one that is left. */
static int part_prop(struct sharer *s, const struct column *c, const struct head_parts *h, size_t i, int other, int least)
{
	int best = -1, sim = 0;
	for (size_t p = 0; p < s->t->props->n; p++) {
		bool mine = c->field == (int)p && c->score;
		mine |= other >= 0 && s->t->props->upper[other] == (int)p;
		int m = (int)p != other && (c->field == (int)p || prop_is_left(s->t, p)) ? head_part_match(s->x, h, i, field_of(s->t, (int)p)) : 0;
		if (m >= (mine ? PART_OTHER : least) && m > sim) {
			sim = m;
			best = (int)p;
		}
	}
	return best;
}

/* Does the header, as a whole, name the property it was matched with? */
static bool names_whole(struct sharer *s, const struct column *c)
{
	const struct plan_field *f = c->field >= 0 ? field_of(s->t, c->field) : NULL;
	return f && plan_alias_match(s->x->in, c->own, f->aliases, f->aliases_n) >= WHOLE_NAMES;
}

/* The only property left of the type that the other part has: "Booked / Value date" for two dates. */
static int part_left(struct sharer *s, int other)
{
	enum value_type t = field_of(s->t, other)->type;
	int left = -1, n = 0;
	for (size_t p = 0; p < s->t->props->n && type_wants(t) && !(type_wants(t) & CELL_TEXT); p++)
		if ((int)p != other && field_of(s->t, (int)p)->type == t && prop_is_left(s->t, p)) {
			left = (int)p;
			n++;
		}
	return n == 1 ? left : -1;
}

/* Names that say little by themselves, and together the ends of a range: "From / To" of from_stop and to_stop. */
static bool parts_range(struct sharer *s, const struct head_parts *h, int *p, int *q)
{
	const int *upper = s->t->props->upper;
	int best = 0;
	for (size_t a = 0; a < s->t->props->n; a++) {
		if (upper[a] < 0 || !prop_is_weak(s->t, a) || !prop_is_weak(s->t, (size_t)upper[a]))
			continue;
		int m = head_range_match(s->x, h, field_of(s->t, (int)a), field_of(s->t, upper[a]));
		if (m > best) {
			best = m;
			*p = (int)a;
			*q = upper[a];
		}
	}
	return best > 0;
}

/* The properties of parts i and k of a header, in this order; one of them may be the only one that is left. */
static bool parts_props(struct sharer *s, const struct column *c, const struct head_parts *h, size_t i, size_t k, int *p, int *q)
{
	*p = part_prop(s, c, h, i, -1, PART_LEAST);
	*q = part_prop(s, c, h, k, -1, PART_LEAST);
	if (*p >= 0 && *p == *q) { /* whose name it is more than the other's */
		bool first = head_part_match(s->x, h, i, field_of(s->t, *p)) >= head_part_match(s->x, h, k, field_of(s->t, *p));
		*(first ? q : p) = part_prop(s, c, h, first ? k : i, *p, PART_LEAST);
	}
	if (h->n == 2 && *p >= 0 && *q < 0 && h->line[i] == h->line[k])
		*q = part_prop(s, c, h, k, *p, PART_BESIDE);
	if (h->n == 2 && *p >= 0 && *q < 0)
		*q = part_left(s, *p);
	if (h->n == 2 && *q >= 0 && *p < 0)
		*p = part_left(s, *q);
	if (h->n == 2 && (*p < 0 || *q < 0) && (c->field < 0 || c->score <= RANGE_NAMES) && parts_range(s, h, p, q))
		return true;
	return *p >= 0 && *q >= 0 && (c->field < 0 || !c->score || c->field == *p || c->field == *q);
}

static bool share_named(struct sharer *s, size_t col)
{
	struct column *c = &s->t->cols[col];
	struct head_parts h;
	head_parts_read(s->x, c, &h);
	if (h.n < 2)
		return false;
	for (size_t i = 0; i + 1 < h.n; i++)
		for (size_t k = i + 1; k < h.n; k++) {
			int p, q;
			if ((h.line[i] != h.line[k] && names_whole(s, c)) || !parts_props(s, c, &h, i, k, &p, &q))
				continue;
			size_t from = h.line[i] == h.line[k] ? DIVIDE_BRACKET : DIVIDE_LINES;
			if (share_try(s, col, p, q, from, DIVIDE_MARK, false, 1) || share_try(s, col, p, q, DIVIDE_FIGURE, DIVIDE_FIGURE + 1, true, 1) ||
			    (lines_are_broken(s, col) && share_try(s, col, p, q, DIVIDE_TOP, DIVIDE_TOP + 1, false, 2)))
				return true;
		}
	return false;
}

/* Words of the part that a column's property has of its cells, both parts when it has no half. */
static bool cell_half(const struct table_ctx *x, const struct table *t, const struct column *c, const uint32_t *words, size_t n, struct part *out)
{
	struct part cut[2];
	if (!cell_divide(x, c->divide, words, n, cut))
		return false;
	*out = cut[c->turned];
	return part_suits(x, field_of(t, c->field), out);
}

static bool cells_half(struct sharer *s, size_t col)
{
	size_t cells = 0, cut = 0;
	for (size_t k = 0; k < s->cuts->n; k++) {
		uint32_t *words;
		struct part part;
		size_t n = s->cuts->items[k].fragment ? 0 : cell_words(s->x, s->t, &s->cuts->items[k], col, &words);
		cells += n > 0;
		cut += n && cell_half(s->x, s->t, &s->t->cols[col], words, n, &part);
	}
	return cut >= 2 && cut * 10 >= cells * CELLS_DIVIDE;
}

/* Do the cells come apart, and is the first part, or the second if turned, what the property wants? */
static bool half_try(struct sharer *s, size_t col, bool turned)
{
	struct column *c = &s->t->cols[col];
	c->half = true;
	c->turned = turned;
	for (size_t how = DIVIDE_SIGNS; how < DIVIDE_FIGURE; how++) {
		c->divide = (uint8_t)how;
		if (divide_parts_names(how) && cells_half(s, col))
			return true;
	}
	c->divide = DIVIDE_TOP;
	return lines_are_broken(s, col) && cells_half(s, col);
}

/*
 * "Employee / ID" where only one of the two is asked for: the property has the part that its own part of the header stands
 * for. A header of both words that names the property ("employee_id") is said by its last part.
 */
static void share_half(struct sharer *s, size_t col)
{
	struct column *c = &s->t->cols[col], before = *c;
	struct head_parts h;
	if (c->field < 0 || c->also || !c->head_n || (type_wants(field_of(s->t, c->field)->type) & (CELL_NUMBER | CELL_DATE)))
		return;
	head_parts_read(s->x, c, &h);
	if (h.n != 2 || h.line[0] != h.line[1])
		return;
	const struct plan_field *f = field_of(s->t, c->field);
	int first = plan_alias_match(s->x->in, h.name[0][0], f->aliases, f->aliases_n), last = head_part_match(s->x, &h, 1, f);
	uint32_t wants = type_wants(f->type);
	if (first < PART_LEAST && last < PART_LEAST)
		return;
	if (abs(first - last) >= PART_MARGIN) {
		if (!half_try(s, col, last > first))
			*c = before;
		return;
	}
	bool typed = wants && !(wants & CELL_TEXT), head = typed && half_try(s, col, false), tail = typed && half_try(s, col, true);
	if (head == tail)
		*c = before; /* neither the words of the header nor the cells say which */
	else if (head)
		half_try(s, col, false);
}

/* ---- a figure and its unit, the ends of a range */

static bool is_figure(const struct plan_field *f)
{
	return f->type == VALUE_NUMBER || f->type == VALUE_INTEGER;
}

static bool may_have_unit(const struct table *t, const struct column *c)
{
	return c->field >= 0 && !c->also && prop_is_own(t, (size_t)c->field) && is_figure(field_of(t, c->field));
}

/* The column of figures whose units property q asks for: one whose name it has rather than any. */
static bool share_unit(struct sharer *s, int q)
{
	const struct table *t = s->t;
	for (int named = 1; named >= 0; named--)
		for (size_t c = 0; c < t->cols_n; c++) {
			if (!may_have_unit(t, &t->cols[c]) || (tokens_shared(field_of(t, t->cols[c].field)->name, field_of(t, q)->name) > 0) != named)
				continue;
			if (share_try(s, c, t->cols[c].field, q, DIVIDE_FIGURE, DIVIDE_FIGURE + 1, false, 2))
				return true;
		}
	return false;
}

static bool is_flag(const struct table_ctx *x, const struct plan_field *f)
{
	return f->type == VALUE_TEXT && phrase_has(f->name, token_named(x->in, "flag"));
}

/* Marks behind the figures of a column, few or many: nothing but one mark may follow a figure there. */
static bool share_mark(struct sharer *s, size_t col, int q)
{
	struct column *c = &s->t->cols[col], before = *c;
	size_t marks = 0;
	c->also = &s->t->props->items[q];
	c->divide = DIVIDE_MARK;
	for (size_t k = 0; k < s->cuts->n; k++) {
		uint32_t *words;
		struct part parts[2];
		size_t n = cell_words(s->x, s->t, &s->cuts->items[k], col, &words);
		marks += n && cell_parts(s->x, s->t, c, words, n, parts);
	}
	if (!marks)
		*c = before;
	return marks > 0;
}

static void share_flag(struct sharer *s, int q)
{
	bool found = false;
	for (size_t c = 0; c < s->t->cols_n && !found; c++)
		found = may_have_unit(s->t, &s->t->cols[c]) && share_mark(s, c, q);
}

/* The ways in which a column of no property may hold the two ends of one range that nothing else gives. */
static void share_ends(struct sharer *s, size_t col)
{
	const struct table *t = s->t;
	int low = -1, n = 0;
	for (size_t p = 0; p < t->props->n; p++)
		if (t->props->upper[p] >= 0 && prop_is_left(t, p) && prop_is_left(t, (size_t)t->props->upper[p])) {
			low = (int)p;
			n++;
		}
	for (size_t how = DIVIDE_SIGNS; n == 1 && how < DIVIDE_MARK; how++)
		if (divide_is_range(how) && share_try(s, col, low, t->props->upper[low], how, how + 1, false, 2))
			return;
}

/* "Valid: 01 Apr - 07 Apr", "0.4 - 2.1": the header names the range, or one of its ends. */
static bool share_range(struct sharer *s, size_t col)
{
	const struct table *t = s->t;
	int p = t->cols[col].field;
	if (p < 0 && t->cols[col].head_n)
		share_ends(s, col);
	if (p < 0 || t->cols[col].also || !prop_is_own(t, (size_t)p))
		return false;
	uint32_t wants = type_wants(field_of(t, p)->type);
	if ((!wants || (wants & CELL_TEXT)) && !column_is_times(&t->cols[col])) /* "start" and "end" may be of anything */
		return false;
	for (size_t q = 0; q < t->props->n; q++) {
		bool up = t->props->upper[p] == (int)q, down = t->props->upper[q] == p;
		if ((!up && !down) || !prop_is_left(t, q) || field_of(t, (int)q)->type != field_of(t, p)->type)
			continue;
		for (size_t how = DIVIDE_SIGNS; how < DIVIDE_MARK; how++)
			if (divide_is_range(how) && share_try(s, col, p, (int)q, how, how + 1, down, 2))
				return true;
	}
	return false;
}

/* "Price (members / others)": two properties of one kind of figure are left, and one column of none, whose cells come in two. */
static void share_left(struct sharer *s)
{
	const struct table *t = s->t;
	int left[2] = { -1, -1 };
	size_t n = 0, at = t->cols_n;
	for (size_t p = 0; p < t->props->n; p++)
		if (prop_is_left(t, p) && (type_wants(field_of(t, (int)p)->type) & (CELL_NUMBER | CELL_MONEY))) {
			if (n < 2)
				left[n] = (int)p;
			n++;
		}
	for (size_t c = 0; c < t->cols_n; c++)
		if (t->cols[c].field < 0 && t->cols[c].head_n && t->cols[c].filled)
			at = at == t->cols_n && column_share(&t->cols[c], CELL_TEXT) < 500 ? c : t->cols[c].figures ? t->cols_n + 1 : at;
	if (n == 2 && at < t->cols_n && field_of(t, left[0])->type == field_of(t, left[1])->type)
		share_try(s, at, left[0], left[1], DIVIDE_SIGNS, DIVIDE_FIGURE, false, 2);
}

void shares_find(struct table_ctx *x, struct table *t, const struct record_cuts *cuts)
{
	struct sharer s = { x, t, cuts };
	for (size_t c = 0; c < t->cols_n; c++)
		if (t->cols[c].head_n)
			share_named(&s, c);
	for (size_t c = 0; c < t->cols_n; c++)
		share_range(&s, c);
	share_left(&s);
	for (size_t q = 0; q < t->props->n; q++)
		if (field_is_unit(x, field_of(t, (int)q)) && prop_is_left(t, q))
			share_unit(&s, (int)q);
	for (size_t q = 0; q < t->props->n; q++)
		if (is_flag(x, field_of(t, (int)q)) && prop_is_left(t, q))
			share_flag(&s, (int)q);
	for (size_t c = 0; c < t->cols_n; c++)
		share_half(&s, c);
}

uint64_t columns_of_two_lines(struct table_ctx *x, const struct table *t)
{
	struct sharer s = { x, (struct table *)(uintptr_t)t, NULL };
	uint64_t two = 0;
	for (size_t c = 0; c < t->cols_n; c++) {
		struct head_parts h = { .n = 0 };
		if (t->cols[c].head_n > 1 && !names_whole(&s, &t->cols[c]))
			head_parts_read(x, &t->cols[c], &h);
		int p, q;
		if (h.n == 2 && h.line[0] != h.line[1] && parts_props(&s, &t->cols[c], &h, 0, 1, &p, &q))
			two |= UINT64_C(1) << c;
	}
	return two;
}

/* ---- values */

static struct found part_value(struct table_ctx *x, const struct plan_field *f, const struct part *p, int score)
{
	if (!p->skip && p->cut <= 1) {
		struct found v = found_make(x, f, p->words, p->n, score);
		if (v.n == p->n && !v.canon.n && v.words == p->words)
			v.cut = p->cut;
		return v;
	}
	return (struct found){ .words = p->words, .n = p->n, .skip = p->skip, .cut = p->cut, .score = score };
}

void share_values(struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t col, struct found out[2])
{
	const struct column *c = &t->cols[col];
	struct part parts[2];
	uint32_t *words;
	size_t n = cell_words(x, t, cut, col, &words);
	int score = column_value_score(c);
	out[1] = (struct found){ 0 };
	if (c->half) {
		out[0] = cell_half(x, t, c, words, n, parts) ? part_value(x, field_of(t, c->field), parts, score) : record_value(x, t, cut, col);
		return;
	}
	if (!cell_parts(x, t, c, words, n, parts)) {
		bool below = n && divide_is_range(c->divide) && cell_open(x, words, n) == OPEN_BELOW;
		out[below] = record_value(x, t, cut, col);
		out[!below] = (struct found){ 0 };
		return;
	}
	out[0] = part_value(x, field_of(t, c->field), &parts[0], score);
	out[1] = part_value(x, c->also->field, &parts[1], score);
	if (c->divide == DIVIDE_MARK)
		out[1].canon = x->v->words[parts[1].words[0]].text; /* a star that is said, none that stands for nothing */
}
