/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows to lines and segments. A segment ends at a gap wider than
 * max(0.70 em, 1.75 average characters), at a vertical rule in the gap, and
 * before and after a bar, and where tables stand side by side. Two exceptions join:
 *
 *     $        1,234.50       a currency sign set apart from its number
 *     the  quick  brown       evenly stretched running text
 */
#include "base/bidi.h"
#include "layout/layout-private.h"

#include <stdlib.h>

/* Percent of the font size, and of the average character width. */
#define GAP_EM 70
#define GAP_CHAR 175
/* A sign may stand this many ems from its number (accounting columns). */
#define SIGN_REACH 9

struct seg_row { /* the row at hand */
	struct build *b;
	const struct raw_word *w;
	uint32_t n;
	int32_t stretch; /* largest gap of stretched text, or 0 */
	bool prose;      /* mostly small-letter words */
	bool signs_lead; /* "$ 12 $ 13", not "12 $ 13 $" */
};

static int32_t gap_before(const struct seg_row *r, uint32_t i)
{
	int32_t right = r->w[i - 1].w.box.x1;
	for (uint32_t k = i - 1; k > 0 && i - k < 4; k--)
		right = imax(right, r->w[k - 1].w.box.x1);
	return r->w[i].w.box.x0 - right;
}

/* Some set two blanks between sentences. */
static bool ends_sentence(struct str s)
{
	uint32_t last = char_last(s);
	return s.n > 2 && (last == '.' || last == '?' || last == '!' || last == ':' || last == ')');
}

static int32_t threshold_at(const struct seg_row *r, uint32_t i)
{
	const struct raw_word *p = &r->w[i - 1], *q = &r->w[i];
	int64_t chars = char_count(p->w.text) + char_count(q->w.text);
	int64_t wide = (p->w.box.x1 - p->w.box.x0) + (q->w.box.x1 - q->w.box.x0);
	int32_t em = imin(p->em, q->em);
	if (p->w.source == DOC_SOURCE_OCR)
		em = imax(em, imin(r->b->body, imax(p->em, q->em)));
	int32_t thin = (int32_t)(wide * GAP_CHAR / (100 * imax(1, (int32_t)chars)));
	/* One wide letter or a flat box must not hide a column gap. */
	int32_t gap = imax(em * GAP_EM / 100, imin(thin, em * 12 / 10));
	return r->prose && ends_sentence(p->w.text) ? gap * 3 / 2 : gap;
}

static bool is_bar(struct str s)
{
	return s.n == 1 && (s.p[0] == '|' || (unsigned char)s.p[0] == 0xa6);
}

static bool is_dash_word(struct str s)
{
	return char_count(s) == 1 && char_is_dash(char_first(s));
}

/* Digits and two separators: all a written date of figures has. */
static bool is_date_word(struct str s)
{
	uint32_t digits = 0, marks = 0;
	for (size_t i = 0; i < s.n; i++) {
		digits += char_is_digit((unsigned char)s.p[i]);
		marks += s.p[i] == '/' || s.p[i] == '.' || s.p[i] == '-';
	}
	return marks == 2 && digits >= 4 && digits <= 8 && digits + marks == s.n;
}

/* ---- vertical rules */

enum between { NOTHING, SHADING, RULE };

/* What stands in the gap before word i. */
static enum between rule_in_gap(const struct seg_row *r, uint32_t i)
{
	const struct build *b = r->b;
	const struct raw_word *p = &r->w[i - 1], *q = &r->w[i];
	int32_t slack = imin(p->em, q->em) / 8, x0 = imin(p->w.box.x1, q->w.box.x0) - slack, x1 = imax(p->w.box.x1, q->w.box.x0) + slack;
	int32_t y0 = imin(p->w.box.y0, q->w.box.y0), y1 = imax(p->w.box.y1, q->w.box.y1);
	uint32_t lo = 0, hi = b->vert_n;
	enum between found = NOTHING;
	if (b->vert_n == 0)
		return NOTHING;
	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (b->vert[mid].at < x0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < b->vert_n && b->vert[lo].at <= x1 && found != RULE; lo++)
		if (overlap_of(b->vert[lo].from, b->vert[lo].to, y0, y1) * 5 >= (y1 - y0) * 3)
			found = b->vert[lo].drawn ? RULE : SHADING;
	return found;
}

/* ---- stretched text */

static bool is_plain_word(struct str s)
{
	uint32_t letters = 0, all = 0;
	for (size_t i = 0; i < s.n; all++)
		letters += char_is_letter(str_utf8_next(s, &i));
	return letters * 10 >= all * 7;
}

/* Running text whose gaps are all about the same, though wide: the largest gap, else 0. */
static int32_t stretch_of(struct seg_row *r)
{
	int32_t least = INT32_MAX, most = 0, small = 0;
	uint32_t plain = 0;
	if (r->n < 5)
		return 0;
	for (uint32_t i = 0; i < r->n; i++) {
		plain += is_plain_word(r->w[i].w.text);
		small += char_is_letter(char_first(r->w[i].w.text)) && !char_is_upper(char_first(r->w[i].w.text));
		int32_t gap = i ? gap_before(r, i) : INT32_MAX;
		if (i && !(r->w[i].w.flags & DOC_GLUED)) {
			least = imin(least, gap);
			most = imax(most, gap);
		}
	}
	r->prose = plain * 10 >= r->n * 7 && (uint32_t)small * 2 >= r->n;
	bool even = most < 2 * r->w[0].em && most * 10 <= (int64_t)least * 18;
	return r->prose && even ? most : 0;
}

/* ---- tables side by side: a header that comes several times on one row parts the rows below it as well */

static bool repeats_after(const struct raw_word *w, uint32_t n, uint32_t period)
{
	uint32_t letters = 0, other = 0;
	for (uint32_t i = 0; i + period < n; i++)
		if (!str_eq(w[i].w.text, w[i + period].w.text))
			return false;
	for (uint32_t i = 0; i < period; i++) {
		letters += is_plain_word(w[i].w.text);
		other += i && !str_eq(w[i].w.text, w[0].w.text);
	}
	return letters * 2 > period && other > 0;
}

/* How often the row says the same words one after the other; 0 = it does not. */
static uint32_t row_repeats(const struct raw_word *w, uint32_t n)
{
	for (uint32_t k = ABREAST_MOST; k > 1; k--)
		if (n % k == 0 && n / k > 1 && repeats_after(w, n, n / k))
			return k;
	return 0;
}

/* "New York New York" is no header: within it, at least one gap must be wide. */
static uint32_t abreast_begin(struct seg_row *r)
{
	uint32_t k = row_repeats(r->w, r->n), period = k ? r->n / k : 0;
	bool cells = false;
	for (uint32_t i = 1; i < period; i++)
		cells |= gap_before(r, i) > threshold_at(r, i) && gap_before(r, i + period) > threshold_at(r, i + period);
	if (!cells)
		return 0;
	r->b->abreast.n = k - 1;
	for (uint32_t i = 1; i < k; i++)
		r->b->abreast.x[i - 1] = (r->w[i * period - 1].w.box.x1 + r->w[i * period].w.box.x0) / 2;
	return k;
}

static bool is_right_of(const struct raw_word *w, int32_t x)
{
	return w->w.box.x0 + w->w.box.x1 > 2 * x;
}

/* Running text below them ends them, and a word that reaches across. */
static void abreast_end(struct seg_row *r)
{
	struct abreast *k = &r->b->abreast;
	for (uint32_t i = 0; i < r->n && k->n; i++) {
		bool across = r->prose;
		for (uint32_t j = 0; j < k->n; j++)
			across |= r->w[i].w.box.x0 + r->w[i].em < k->x[j] && r->w[i].w.box.x1 - r->w[i].em > k->x[j];
		if (across)
			k->n = 0;
	}
}

static bool abreast_parts(const struct seg_row *r, uint32_t i)
{
	const struct abreast *k = &r->b->abreast;
	for (uint32_t j = 0; j < k->n; j++)
		if (!is_right_of(&r->w[i - 1], k->x[j]) && is_right_of(&r->w[i], k->x[j]))
			return true;
	return false;
}

/* ---- cutting */

/* A sign apart from its number: "$   12", "12   €", "12   %". */
static bool sign_joins(const struct seg_row *r, uint32_t start, uint32_t i, int32_t gap)
{
	struct str left = r->w[i - 1].w.text, right = r->w[i].w.text;
	if (gap > (r->signs_lead ? 2 : 1) * SIGN_REACH * r->w[i].em)
		return false;
	if (is_sign_word(left) && starts_number(right)) {
		bool closes = i >= start + 2 && ends_number(r->w[i - 2].w.text) && !r->signs_lead;
		bool alone = i == start + 1 || char_last(r->w[i - 2].w.text) == ':';
		return !closes && alone;
	}
	bool percent = right.n == 1 && right.p[0] == '%';
	return (percent || (is_sign_word(right) && !r->signs_lead)) && ends_number(left) && gap < 3 * r->w[i].em;
}

/* "( 213.75 )": a bracket set apart from its figure. */
static bool bracket_joins(const struct seg_row *r, uint32_t i, int32_t gap)
{
	struct str left = r->w[i - 1].w.text, right = r->w[i].w.text;
	return gap < 4 * r->w[i].em && ((left.n == 1 && left.p[0] == '(' && memchr(right.p, ')', right.n)) ||
					(right.n == 1 && right.p[0] == ')' && memchr(left.p, '(', left.n)));
}

/* "03/09/20  - 04/12/20": a dash or what it leads to, after a date. */
static bool range_joins(const struct seg_row *r, uint32_t i, int32_t gap)
{
	struct str left = r->w[i - 1].w.text, right = r->w[i].w.text;
	if (gap > 5 * r->w[i].em / 2)
		return false;
	bool leads = is_dash_word(right) && is_date_word(left) && i + 1 < r->n && is_date_word(r->w[i + 1].w.text);
	return leads || (is_dash_word(left) && is_date_word(right) && i > 1 && is_date_word(r->w[i - 2].w.text));
}

/* "1.04 $ 1.48" where signs lead: the second amount begins. */
static bool amount_begins(const struct seg_row *r, uint32_t i)
{
	return r->signs_lead && i + 1 < r->n && is_sign_word(r->w[i].w.text) && ends_number(r->w[i - 1].w.text) &&
	       starts_number(r->w[i + 1].w.text) && gap_before(r, i) * 10 > r->w[i].em;
}

static bool cuts_at(const struct seg_row *r, uint32_t start, uint32_t i)
{
	int32_t gap = gap_before(r, i);
	enum between rule = rule_in_gap(r, i);
	if (amount_begins(r, i) || abreast_parts(r, i))
		return true;
	if (is_bar(r->w[i].w.text) || is_bar(r->w[i - 1].w.text) || rule == RULE)
		return true;
	if (rule == NOTHING && (gap <= threshold_at(r, i) || (r->stretch && gap <= r->stretch)))
		return false;
	return !sign_joins(r, start, i, gap) && !bracket_joins(r, i, gap) && !range_joins(r, i, gap);
}

static bool seg_add(struct build *b, const struct raw_word *w, uint32_t n, uint32_t word, uint32_t page)
{
	struct view_seg *s = vec_add(&b->segs, &b->scratch);
	int64_t bold = 0, all = 0, size = 0;
	if (!s)
		return false;
	*s = (struct view_seg){ .word = word, .words = n, .page = page, .line = (uint32_t)b->lines.n - 1, .block = VIEW_NONE,
				.box = w[0].w.box };
	for (uint32_t i = 0; i < n; i++) {
		int64_t k = (int64_t)w[i].w.text.n;
		box_join(&s->box, &w[i].w.box);
		all += k;
		bold += w[i].w.flags & DOC_BOLD ? k : 0;
		if (k > size) {
			size = k;
			s->size = (uint16_t)imin(w[i].em, UINT16_MAX);
		}
	}
	s->bold = bold * 2 > all;
	return true;
}

/* As they are read: those from right to left from their right end on. NULL if that is as they stand. */
static const uint32_t *words_order(struct build *b, const struct raw_word *w, uint32_t n)
{
	enum bidi *kinds = b->may_be_right ? ARENA_ARRAY(&b->scratch, n, enum bidi) : NULL;
	uint32_t *order = kinds ? ARENA_ARRAY(&b->scratch, n, uint32_t) : NULL;
	for (uint32_t i = 0; order && i < n; i++)
		kinds[i] = bidi_of(w[i].w.text);
	return order && bidi_order(kinds, n, order) ? order : NULL;
}

static bool words_add(struct build *b, const struct raw_word *w, uint32_t n, uint32_t page)
{
	const uint32_t *order = n > 1 && !(w[0].w.flags & DOC_VERTICAL) ? words_order(b, w, n) : NULL;
	for (uint32_t i = 0; i < n; i++) {
		struct view_word *out = vec_add(&b->words, &b->scratch);
		if (!out)
			return false;
		*out = w[order ? order[i] : i].w;
		out->page = page;
		out->line = (uint32_t)b->lines.n - 1;
		out->seg = (uint32_t)b->segs.n - 1;
	}
	return true;
}

static bool row_cut(struct seg_row *r, uint32_t page, uint8_t *abreast)
{
	bool climbs = (r->w[0].w.flags & DOC_VERTICAL) != 0;
	struct sign_side side = { 0 };
	r->stretch = climbs ? 0 : stretch_of(r);
	*abreast = climbs ? 0 : (uint8_t)abreast_begin(r);
	if (!*abreast)
		abreast_end(r);
	for (uint32_t i = 0; i < r->n; i++)
		sign_side_add(&side, r->w[i].w.text);
	r->signs_lead = signs_lead(&side);
	for (uint32_t i = 0, j; i < r->n; i = j) {
		for (j = i + 1; j < r->n && (climbs || !cuts_at(r, i, j)); j++)
			;
		if (!seg_add(r->b, r->w + i, j - i, (uint32_t)r->b->words.n, page) || !words_add(r->b, r->w + i, j - i, page))
			return false;
	}
	return true;
}

static int32_t row_base(const struct raw_word *w, uint32_t n)
{
	int64_t sum = 0, weight = 0;
	for (uint32_t i = 0; i < n; i++) {
		int64_t k = imax(1, w[i].w.box.x1 - w[i].w.box.x0);
		sum += w[i].base * k;
		weight += k;
	}
	return (int32_t)(sum / weight);
}

static bool line_add(struct build *b, const struct raw_word *w, uint32_t n, uint32_t page, int32_t *above)
{
	struct view_line *l = vec_add(&b->lines, &b->scratch);
	if (!l)
		return false;
	size_t at = b->lines.n - 1;
	int32_t base = row_base(w, n);
	bool climbs = (w[0].w.flags & DOC_VERTICAL) != 0;
	*l = (struct view_line){ .word = (uint32_t)b->words.n, .words = n, .seg = (uint32_t)b->segs.n, .page = page,
				 .box = w[0].w.box, .section = VIEW_NONE };
	for (uint32_t i = 1; i < n; i++)
		box_join(&l->box, &w[i].w.box);
	l->leading = *above == INT32_MIN || climbs ? 0 : imax(1, base - *above);
	if (!climbs)
		*above = base;
	struct seg_row r = { .b = b, .w = w, .n = n };
	uint8_t abreast;
	if (!row_cut(&r, page, &abreast))
		return false;
	l = &((struct view_line *)b->lines.p)[at];
	l->abreast = abreast;
	l->segs = (uint32_t)b->segs.n - l->seg;
	return true;
}

/* ---- vertical lines of the page: rules, and the sides of shaded cells */

static int edge_cmp(const void *a, const void *b)
{
	const struct edge *p = a, *q = b;
	if (p->at != q->at)
		return p->at < q->at ? -1 : 1;
	if (p->from != q->from)
		return p->from < q->from ? -1 : 1;
	return p->to != q->to ? (p->to < q->to ? -1 : 1) : p->drawn - q->drawn;
}

static bool edges_collect(struct build *b, const struct doc_page *p)
{
	b->vert_n = 0;
	b->vert = ARENA_ARRAY(&b->scratch, 2 * p->rules_n + 1, struct edge);
	if (!b->vert)
		return false;
	for (size_t i = 0; i < p->rules_n; i++) {
		const struct doc_rule *r = &p->rules[i];
		int32_t w = r->box.x1 - r->box.x0, h = r->box.y1 - r->box.y0;
		if (r->kind == DOC_RULE_VERTICAL || (r->kind == DOC_RULE_FILL && w * 4 < h && w < 300)) {
			b->vert[b->vert_n++] = (struct edge){ (r->box.x0 + r->box.x1) / 2, r->box.y0, r->box.y1, true };
		} else if (r->kind == DOC_RULE_FILL && h < p->height / 4 && h > b->body && w < p->width * 3 / 4) {
			b->vert[b->vert_n++] = (struct edge){ r->box.x0, r->box.y0, r->box.y1, false };
			b->vert[b->vert_n++] = (struct edge){ r->box.x1, r->box.y0, r->box.y1, false };
		}
	}
	qsort(b->vert, b->vert_n, sizeof(*b->vert), edge_cmp);
	return true;
}

bool segs_cut(struct build *b, const struct doc_page *p, uint32_t page, uint32_t rows)
{
	int32_t above = INT32_MIN;
	b->abreast.n = 0;
	b->may_be_right = bidi_may_be_right((struct str){ p->text, p->text_n });
	if (!edges_collect(b, p))
		return false;
	vec_reserve(&b->words, &b->scratch, b->raw_n);
	for (uint32_t i = 0, j; i < b->raw_n; i = j) {
		for (j = i + 1; j < b->raw_n && b->raw[j].row == b->raw[i].row; j++)
			;
		if (!line_add(b, b->raw + i, j - i, page, &above))
			return false;
	}
	return true;
}
