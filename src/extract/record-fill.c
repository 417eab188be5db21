/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/normalise.h"
#include "extract/record.h"

#define SCORE_INFERRED 620 /* column found by elimination or content */
#define SCORE_LABEL 550    /* column found by header: this and 4/10 of the similarity */
#define SCORE_UNSURE 200   /* less where rows could be columns */
#define SCORE_TYPED 50     /* a typed span covers the value */
#define SCORE_UNTYPED -200 /* the property wants a type that the words do not have */

static bool type_is_figure(enum value_type t)
{
	return (type_wants(t) & (CELL_NUMBER | CELL_DATE | CELL_TIME | CELL_PERCENT | CELL_YEAR)) != 0;
}

static bool words_are_run(const uint32_t *words, size_t n)
{
	return n && words[n - 1] - words[0] == n - 1;
}

static bool words_have_digit(const struct view *v, const uint32_t *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < v->words[words[i]].text.n; k++)
			if (v->words[words[i]].text.p[k] >= '0' && v->words[words[i]].text.p[k] <= '9')
				return true;
	return false;
}

/* Digits of a word that is nothing else, at most three; 0 if it is none. */
static size_t group_digits(struct str w)
{
	size_t n = 0;
	while (n < w.n && n < 4 && w.p[n] >= '0' && w.p[n] <= '9')
		n++;
	return n == w.n && n <= 3 ? n : 0;
}

/*
 * "1 740,00" in a document whose language is not known to group by blanks: the figures set close before a number of
 * three whole digits are its thousands. Taken in while they are; nothing a cell could mean by 740,00 stands beside a 1.
 */
static void thousands_take(struct table_ctx *x, struct found *v, const uint32_t *words)
{
	const struct view_word *w = x->v->words;
	size_t whole = 0;
	while (whole < v->canon.n && v->canon.p[whole] >= '0' && v->canon.p[whole] <= '9')
		whole++;
	while (v->words > words && whole && whole % 3 == 0 && !v->skip) {
		uint32_t at = v->words[0], before = v->words[-1];
		size_t n = group_digits(w[before].text);
		if (before + 1 != at || !n || w[before].line != w[at].line || (w[at].box.x0 - w[before].box.x1) * 20 > w[at].size * 9)
			return;
		char *p = arena_alloc(x->a, n + v->canon.n + 1);
		if (!p)
			return;
		memcpy(p, w[before].text.p, n);
		memcpy(p + n, v->canon.p, v->canon.n);
		p[n + v->canon.n] = 0;
		v->canon = (struct str){ p, n + v->canon.n };
		v->words--;
		v->n++;
		whole += n;
	}
}

/* "500 g", "250ml": a figure without a currency, and what it counts beside it or glued to it. */
static bool counts_something(const struct table_ctx *x, const struct span *s, uint32_t end)
{
	uint32_t next = s->word + s->words;
	struct str last = x->v->words[next - 1].text;
	if (s->type != SPAN_NUMBER || s->skip)
		return false;
	return s->cut ? !str_has_digit((struct str){ last.p + last.n - s->cut, s->cut }) : next < end && (cell_read(x, next, 1) & (CELL_TEXT | CELL_SHORT));
}

/* "12.80 per hour", "34,000 - 37,000", "8:30 - 9:15": a text that says more than the one amount or time. */
static bool says_more(const struct table_ctx *x, const struct plan_field *f, const struct span *s, const uint32_t *words, size_t n)
{
	uint32_t end = s->word + s->words;
	if (f->node->type != SCHEMA_STRING || (f->type != VALUE_MONEY && f->type != VALUE_TIME))
		return false;
	if (f->type == VALUE_MONEY && counts_something(x, s, words[0] + (uint32_t)n))
		return true;
	for (uint32_t w = words[0]; w < words[0] + n; w++) {
		uint32_t k = w >= s->word && w < end ? 0 : cell_read(x, w, 1);
		if (f->type == VALUE_TIME && (k & CELL_TIME))
			return true;
		if (f->type == VALUE_TIME)
			continue;
		if ((k & (CELL_NUMBER | CELL_MONEY)) || (w > end && (k & CELL_TEXT) && x->v->words[w].text.n > 3))
			return true;
	}
	return false;
}

/* A moment is the date with the time of day beside it. */
static void time_take(struct table_ctx *x, const struct span *date, const uint32_t *words, size_t n, struct found *v)
{
	const struct view_seg *g = &x->v->segs[x->v->words[date->word].seg];
	uint32_t from, end, last = words[0] + (uint32_t)n;
	struct str canon = moment_read(x->sp, x->v->words[date->word].seg, date, words[0], last, x->a, &from, &end);
	if (!canon.n) /* it may stand behind a cell that was read as far as the date */
		canon = moment_read(x->sp, x->v->words[date->word].seg, date, words[0], g->word + g->words, x->a, &from, &end);
	uint32_t *ids = canon.n ? ARENA_ARRAY(x->a, end - from, uint32_t) : NULL;
	if (!ids)
		return;
	for (uint32_t w = from; w < end; w++)
		ids[w - from] = w;
	v->words = ids;
	v->n = end - from;
	v->skip = v->cut = 0;
	v->canon = canon;
}

struct found found_make(struct table_ctx *x, const struct plan_field *f, const uint32_t *words, size_t n, int score)
{
	while (n > 1 && words[n - 1] == words[n - 2] + 1 && word_is_note(x->v, words[n - 1]))
		n--;
	struct found v = { .words = words, .n = n, .score = score };
	const struct span *s = words_are_run(words, n) ? cell_span(x, f->type, words[0], (uint32_t)n) : NULL;
	if (s && says_more(x, f, s, words, n))
		return v;
	if (s) {
		v.words = words + (s->word - words[0]);
		v.n = s->words;
		v.skip = s->skip;
		v.cut = s->cut;
		v.canon = f->type == VALUE_DURATION && s->extra.n ? s->extra : s->canon;
		v.score += SCORE_TYPED;
		if (s->type == SPAN_MONEY || s->type == SPAN_NUMBER)
			thousands_take(x, &v, words);
		if (f->type == VALUE_DATETIME && s->type == SPAN_DATE && s->canon.n == 10)
			time_take(x, s, words, n, &v);
	} else if (type_is_figure(f->type)) {
		bool number = f->node->type == SCHEMA_NUMBER || f->node->type == SCHEMA_INTEGER;
		if (number && !words_have_digit(x->v, words, n))
			return (struct found){ 0 }; /* a result may read "DNS", a price cannot */
		v.score += SCORE_UNTYPED;
	}
	v.score = v.score > 1000 ? 1000 : v.score < 0 ? 0 : v.score;
	return v;
}

int column_value_score(const struct column *c)
{
	return (c->score ? SCORE_LABEL + c->score * 4 / 10 : SCORE_INFERRED) - (c->unsure ? SCORE_UNSURE : 0);
}

static const struct cell *row_cell(const struct table *t, size_t row, size_t col)
{
	const struct row *r = &t->rows[row];
	return r->role == ROW_BODY && r->cells[col].words ? &r->cells[col] : NULL;
}

/* How well one cell suits a figure: a typed span over all of it, over a part, none. */
static int cell_rank(const struct table_ctx *x, enum value_type t, const struct cell *c)
{
	const struct span *s = cell_span(x, t, c->word, c->words);
	uint32_t k = cell_read(x, c->word, c->words);
	if (k & CELL_BLANK)
		return 0;
	return 1 + (s != NULL) + (s && s->words == c->words) + 2 * ((k & type_wants(t)) != 0);
}

static struct found figure_value(struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t col,
				 const struct plan_field *f)
{
	const struct cell *best = NULL;
	int rank = 0;
	for (size_t i = cut->from; i < cut->to; i++) {
		const struct cell *c = row_cell(t, i, col);
		int r = c ? cell_rank(x, f->type, c) : 0;
		if (r > rank) {
			rank = r;
			best = c;
		}
	}
	uint32_t *words = best ? ARENA_ARRAY(x->a, best->words, uint32_t) : NULL;
	for (uint32_t w = 0; words && w < best->words; w++)
		words[w] = best->word + w;
	if (!words)
		return (struct found){ 0 };
	return found_make(x, f, words, best->words, column_value_score(&t->cols[col]));
}

/* ---- sides of an account */

#define SIDES_LEAST 8 /* tenths of the cells that are marked */

/* -1 for what is owed or taken, 1 for what is given; 0 if the word says neither. */
static int side_of(struct str w)
{
	static const char *const debit[] = { "DR", "DR.", "D", "S", "Soll", "debit" }, *const credit[] = { "CR", "CR.", "C", "H", "Haben", "credit" };
	return STR_ONE_OF(w, debit) ? -1 : STR_ONE_OF(w, credit) ? 1 : 0;
}

void sides_find(const struct table_ctx *x, struct table *t)
{
	for (size_t c = 0; c < t->cols_n; c++) {
		size_t cells = 0, debits = 0, credits = 0;
		for (size_t i = 0; i < t->rows_n; i++) {
			const struct cell *k = row_cell(t, i, c);
			int side = k && k->words > 1 ? side_of(x->v->words[k->word + k->words - 1].text) : 0;
			cells += k != NULL;
			debits += side < 0;
			credits += side > 0;
		}
		t->cols[c].sides = debits && credits && (debits + credits) * 10 >= cells * SIDES_LEAST;
	}
}

/* Debits are negative where credits are marked as well. */
static void side_apply(struct table_ctx *x, struct found *v)
{
	uint32_t mark = v->n && v->canon.n ? v->words[v->n - 1] + 1 : 0;
	if (!mark || mark >= x->v->words_n || x->v->words[mark].line != x->v->words[mark - 1].line || side_of(x->v->words[mark].text) >= 0 || v->canon.p[0] == '-')
		return;
	char *p = arena_alloc(x->a, v->canon.n + 2);
	if (!p)
		return;
	p[0] = '-';
	memcpy(p + 1, v->canon.p, v->canon.n + 1);
	v->canon = (struct str){ p, v->canon.n + 1 };
}

/* ---- cells that carry labels of their own: "Customer's no.: 12 / Our no.: A-77" */

#define OWN_LABEL_LEAST 600 /* similarity of a label inside a cell to the property */
#define OWN_LABEL_WORDS 5

static bool ends_with_colon(const struct view *v, uint32_t w)
{
	struct str s = v->words[w].text;
	return s.n && s.p[s.n - 1] == ':';
}

/* Where the label that ends at words[colon] begins: on its line, at most a few words. */
static size_t label_start(const struct view *v, const uint32_t *words, size_t colon, size_t least)
{
	size_t at = colon;
	while (at > least && colon - at + 1 < OWN_LABEL_WORDS && v->words[words[at - 1]].line == v->words[words[colon]].line)
		at--;
	return at;
}

/* Narrow words[0..n) to the value whose label says the property best; false if no label does. */
static bool labelled_part(struct table_ctx *x, const struct plan_field *f, const uint32_t **words, size_t *n)
{
	size_t value = 0, end = 0, from = 0;
	int best = OWN_LABEL_LEAST - 1;
	bool open = false; /* the best value so far still runs */
	for (size_t i = 0; i < *n; i++) {
		if (!ends_with_colon(x->v, (*words)[i]))
			continue;
		size_t start = label_start(x->v, *words, i, from);
		if (!from && start)
			return false; /* text first: its colons are its own */
		struct phrase p = words_phrase(x, *words + start, i + 1 - start);
		int sim = plan_alias_match(x->in, p, f->aliases, f->aliases_n);
		if (open)
			end = start;
		open = sim > best && i + 1 < *n;
		if (open) {
			best = sim;
			value = i + 1;
			end = *n;
		}
		from = i + 1;
	}
	if (end <= value)
		return false;
	*words += value;
	*n = end - value;
	return true;
}

static bool is_open_bracket(struct str s)
{
	return s.n == 1 && (s.p[0] == '(' || s.p[0] == '[');
}

/* An arrow or another shape drawn with a letter: which way a rank went. */
static bool is_shape(struct str s)
{
	static const struct { uint32_t from, to; } shapes[] = { { 0x2190, 0x21ff }, { 0x25a0, 0x25ff }, { 0x2b00, 0x2bff }, { 0x1f53a, 0x1f53d } };
	size_t at = 0;
	uint32_t c = s.n ? str_utf8_next(s, &at) : 0;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (at == s.n && c >= shapes[i].from && c <= shapes[i].to)
			return true;
	return false;
}

/* Does the cell begin with such a sign of a column that nothing heads, or with the dash that stands for none where others have one? */
static bool begins_with_shape(const struct table_ctx *x, const struct table *t, const struct cell *c, size_t col)
{
	if (c->words < 2 || !(is_shape(x->v->words[c->word].text) || (cell_read(x, c->word, 1) & CELL_BLANK)))
		return false;
	bool others = is_shape(x->v->words[c->word].text);
	for (size_t i = 0; i < t->rows_n && !others; i++) {
		const struct cell *k = row_cell(t, i, col);
		others = k && k->words > 1 && is_shape(x->v->words[k->word].text);
	}
	return others;
}

/*
 * An identifier that goes on in the next line: what stands on the first has no digit or ends with a hyphen, and the next word
 * had no room behind it.
 */
static bool code_goes_on(const struct table_ctx *x, const struct table *t, size_t col, uint32_t last, uint32_t next)
{
	const struct view_word *w = x->v->words;
	struct str s = w[last].text;
	int32_t room = col + 1 < t->cols_n ? t->cols[col + 1].edge[0] : t->cols[col].edge[1];
	bool open = !str_has_digit(s) || (s.n > 1 && strchr("-/", s.p[s.n - 1]));
	return open && str_has_digit(w[next].text) && w[last].box.x1 + (w[next].box.x1 - w[next].box.x0) + x->em > room;
}

/* Text of all lines of the record; identifiers and "first line only" stop after the first. */
static struct found text_value(struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t col,
			       const struct plan_field *f)
{
	size_t total = 0, n = 0;
	bool one = f->type == VALUE_ID || (f->form & FORM_FIRST_LINE);
	for (size_t i = cut->from; i < cut->to; i++) {
		const struct cell *c = row_cell(t, i, col);
		total += c ? c->words : 0;
	}
	uint32_t *words = total ? ARENA_ARRAY(x->a, total, uint32_t) : NULL;
	size_t first = 0; /* words of the first line that has some */
	for (size_t i = cut->from; words && i < cut->to; i++) {
		const struct cell *c = row_cell(t, i, col);
		for (uint32_t w = c && !n && begins_with_shape(x, t, c, col); c && w < c->words; w++)
			words[n++] = c->word + w;
		if (!first || (one && c && n > first && code_goes_on(x, t, col, words[first - 1], words[first])))
			first = n;
	}
	const uint32_t *part = words;
	if (labelled_part(x, f, &part, &n)) {
		for (first = 1; first < n && x->v->words[part[first]].line == x->v->words[part[0]].line;)
			first++;
	}
	n = one ? first : n;
	while (n > 1 && is_open_bracket(x->v->words[part[n - 1]].text))
		n--; /* the column border ran through "( 1.02)" */
	if (!n || (!(f->form & FORM_AS_PRINTED) && f->type != VALUE_TEXT && f->type != VALUE_BOOLEAN && words_are_run(words, n) &&
		   (cell_read(x, words[0], (uint32_t)n) & CELL_BLANK)))
		return (struct found){ 0 };
	return found_make(x, f, part, n, column_value_score(&t->cols[col]));
}

struct found record_value(struct table_ctx *x, const struct table *t, const struct record_cut *cut, size_t col)
{
	const struct plan_field *f = t->props->items[t->cols[col].field].field;
	if (!type_is_figure(f->type))
		return text_value(x, t, cut, col, f);
	struct found v = figure_value(x, t, cut, col, f);
	if (t->cols[col].sides)
		side_apply(x, &v);
	return v;
}
