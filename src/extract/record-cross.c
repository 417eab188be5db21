/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"
#include "layout/locale.h"

/*
 * Tables whose columns are headed by values of a property rather than by its name: a record for each cell.
 *
 *     Parameter     Unit    02.01.2024   09.01.2024        { parameter, unit, date, value }
 *     Haemoglobin   g/dl          13.1         12.4
 *     CRP           mg/l             3           54
 *
 * All properties but two have columns of their own. Of the two one suits the headers, the other the cells, and only that
 * way round. Days, years, days of the week and the members of a series ("Zone 1", "Zone 2") as headers speak for
 * themselves, whatever the cells are; words must be three, over figures, and none that names columns elsewhere.
 */
#define CROSS_LABEL 600 /* similarity from which on a header names its property */
#define CROSS_TEXTS 3   /* headers of words */
#define CROSS_PLAN 800  /* the same over the cells of a plan of times, where a room may be called like anything */
#define LETTERS_MOST 3

enum heads { HEADS_WORDS, HEADS_MOMENTS /* dates, years, times */, HEADS_WEEKDAYS, HEADS_SERIES };

struct crossing { /* a table on trial */
	struct table_ctx *x;
	const struct table *t;
	uint64_t cols;    /* the columns of cells */
	enum heads heads; /* what their headers are */
	bool plan;        /* of times */
};

/* ---- what the headers are */

static bool head_is_weekday(const struct table_ctx *x, const struct column *c)
{
	return c->head_n && word_is_weekday(x->v, c->head[0]);
}

/* Does the last word tell one of a series: a number, or one letter? */
static bool word_counts(struct str s)
{
	return str_has_digit(s) || s.n == 1;
}

size_t head_last_line(const struct table_ctx *x, const struct column *c)
{
	size_t from = c->head_n ? c->head_n - 1 : 0;
	while (from > 0 && x->v->words[c->head[from - 1]].line == x->v->words[c->head[c->head_n - 1]].line)
		from--;
	return from;
}

/* "Zone 1", "Zone 2": the same words but for the last, which counts; in the last line, whatever spans some of them above. */
bool heads_are_series(const struct table_ctx *x, const struct column *a, const struct column *b)
{
	const struct view_word *w = x->v->words;
	if (!a->head_n || !b->head_n)
		return false;
	const uint32_t *p = a->head + head_last_line(x, a), *q = b->head + head_last_line(x, b);
	size_t n = a->head_n - head_last_line(x, a);
	if (n < 2 || b->head_n - head_last_line(x, b) != n || !word_counts(w[p[n - 1]].text) || !word_counts(w[q[n - 1]].text))
		return false;
	for (size_t i = 0; i + 1 < n; i++)
		if (!str_eq_nocase(w[p[i]].text, w[q[i]].text))
			return false;
	return !str_eq(w[p[n - 1]].text, w[q[n - 1]].text);
}

/* Does the last line of a header name the column's property, whatever spans it? */
static bool is_named(const struct crossing *z, const struct column *c)
{
	size_t from = head_last_line(z->x, c);
	if (c->field < 0 || c->score < CROSS_LABEL)
		return false;
	const struct plan_field *f = z->t->props->items[c->field].field;
	return !from || plan_alias_match(z->x->in, words_phrase(z->x, c->head + from, c->head_n - from), f->aliases, f->aliases_n) >= CROSS_LABEL;
}

/* Columns that are of one series with others, unless properties of several names share them out: "Line 1", "Line 2". */
static uint64_t series_columns(const struct crossing *z)
{
	const struct table *t = z->t;
	uint64_t best = 0;
	for (size_t c = 0; c < t->cols_n; c++) {
		uint64_t cols = UINT64_C(1) << c;
		size_t named = is_named(z, &t->cols[c]);
		for (size_t k = c + 1; k < t->cols_n; k++)
			if (heads_are_series(z->x, &t->cols[c], &t->cols[k])) {
				cols |= UINT64_C(1) << k;
				named += is_named(z, &t->cols[k]);
			}
		if (named < 2 && bits64(cols) > bits64(best))
			best = cols;
	}
	return bits64(best) > 1 ? best : 0;
}

static uint64_t weekday_columns(const struct crossing *z)
{
	uint64_t cols = 0;
	for (size_t c = 0; c < z->t->cols_n; c++)
		if (head_is_weekday(z->x, &z->t->cols[c]))
			cols |= UINT64_C(1) << c;
	return bits64(cols) >= CROSS_TEXTS ? cols : 0;
}

/* ---- plans of times */

/* What heads the columns of a plan of times: rooms, stages, courts, teams. */
static bool names_place(const struct crossing *z, const struct plan_field *f)
{
	static const char *const names[] = { "room", "place", "location", "stage", "track", "court", "hall", "team", "group", "lane", "line", "venue", "site" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (phrase_has(f->name, token_named(z->x->in, names[i])))
			return true;
	return false;
}

/* A column of times, whose property its header names or which wants times. */
static bool column_gives_times(const struct crossing *z, size_t c)
{
	const struct column *k = &z->t->cols[c];
	return k->field >= 0 && column_is_times(k) && (k->score || (type_wants(z->t->props->items[k->field].field->type) & CELL_TIME));
}

/* Times down the side, and a property for what heads the columns: then words may stand in their cells. */
static bool is_plan_of_times(const struct crossing *z)
{
	bool times = false, place = false;
	for (size_t c = 0; c < z->t->cols_n; c++)
		times |= column_gives_times(z, c);
	for (size_t p = 0; p < z->t->props->n; p++)
		place |= names_place(z, z->t->props->items[p].field);
	return times && place;
}

/* ---- what has columns of its own */

static bool is_labelled(const struct column *c)
{
	return c->field >= 0 && c->score >= CROSS_LABEL;
}

/* Does the column give its property for sure? Beside headers that speak for themselves a weak name is enough, or the kind of its cells. */
static bool column_gives(const struct crossing *z, size_t c)
{
	const struct column *k = &z->t->cols[c];
	if ((z->cols >> c & 1) || k->field < 0)
		return false;
	return is_labelled(k) || (z->plan && column_gives_times(z, c)) || (z->heads >= HEADS_WEEKDAYS && (k->score || type_wants(z->t->props->items[k->field].field->type)));
}

/* The other end of a range of times may stand in the same cells: "7:45 - 8:30". */
static bool is_given(const struct crossing *z, size_t p)
{
	const struct prop_list *pl = z->t->props;
	for (size_t c = 0; c < z->t->cols_n; c++) {
		if (!column_gives(z, c))
			continue;
		size_t q = (size_t)z->t->cols[c].field;
		if (q == p || ((pl->upper[q] == (int)p || pl->upper[p] == (int)q) && column_is_times(&z->t->cols[c])))
			return true;
	}
	return false;
}

/* What the figures are counted in may be said anywhere: a currency, a unit. */
static bool is_said_elsewhere(const struct crossing *z, const struct plan_field *f)
{
	return f->type == VALUE_CURRENCY || field_is_unit(z->x, f);
}

/* The two properties without a column; false if there are more or fewer, or none has one. */
static bool two_free(const struct crossing *z, size_t free[2])
{
	size_t n = 0, given = 0;
	for (size_t p = 0; p < z->t->props->n; p++) {
		if (is_given(z, p)) {
			given++;
			continue;
		}
		if (is_said_elsewhere(z, z->t->props->items[p].field))
			continue;
		if (z->t->props->items[p].child >= 0 || n == 2)
			return false;
		free[n++] = p;
	}
	return n == 2 && given;
}

static uint32_t head_kinds(struct table_ctx *x, const struct column *c)
{
	for (size_t i = 1; i < c->head_n; i++)
		if (c->head[i] != c->head[i - 1] + 1)
			return 0;
	return cell_read(x, c->head[0], (uint32_t)c->head_n);
}

/* The columns of cells: those of headers that speak for themselves, else all that are headed, not labelled, filled and no sums. */
static void cross_columns(struct crossing *z)
{
	if ((z->cols = weekday_columns(z))) {
		z->heads = HEADS_WEEKDAYS;
		return;
	}
	if ((z->cols = series_columns(z))) {
		z->heads = HEADS_SERIES;
		return;
	}
	uint32_t kinds = UINT32_MAX;
	z->plan = is_plan_of_times(z);
	for (size_t c = 0; c < z->t->cols_n; c++) {
		const struct column *k = &z->t->cols[c];
		bool own = z->plan ? column_gives_times(z, c) || (k->field >= 0 && k->score >= CROSS_PLAN) : is_labelled(k);
		if (own || !k->head_n || !k->filled || phrase_is_total(z->x, k->own) || words_begin_total(z->x, k->own))
			continue;
		z->cols |= UINT64_C(1) << c;
		kinds &= head_kinds(z->x, k);
	}
	z->heads = z->cols && (kinds & (CELL_DATE | CELL_YEAR | CELL_TIME)) ? HEADS_MOMENTS : HEADS_WORDS;
}

/* Kinds that all headers of the columns have. */
static uint32_t heads_share(const struct crossing *z)
{
	uint32_t kinds = UINT32_MAX;
	for (size_t c = 0; c < z->t->cols_n; c++)
		if (z->cols >> c & 1)
			kinds &= head_kinds(z->x, &z->t->cols[c]);
	return kinds;
}

/* "XS", "M", "XL": letters that name a size, a class or a place say nothing as words of the lexicon. */
static bool head_is_letters(const struct table_ctx *x, const struct column *c)
{
	struct str s = c->head_n == 1 ? x->v->words[c->head[0]].text : STR("");
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < 'A' || s.p[i] > 'Z')
			return false;
	return s.n && s.n <= LETTERS_MOST;
}

static bool heads_are_words(const struct crossing *z)
{
	for (size_t c = 0; c < z->t->cols_n; c++) {
		const struct column *k = &z->t->cols[c];
		if (!(z->cols >> c & 1) || head_is_letters(z->x, k))
			continue;
		if (!(head_kinds(z->x, k) & (CELL_TEXT | CELL_CODE | CELL_SHORT)) || (!z->plan && lexicon_knows(k->own)))
			return false;
	}
	return bits64(z->cols) >= CROSS_TEXTS;
}

static bool heads_suit(const struct crossing *z, enum value_type type)
{
	const uint32_t moments = CELL_DATE | CELL_YEAR | CELL_TIME;
	uint32_t wants = type_wants(type), kinds;
	switch (z->heads) {
	case HEADS_WEEKDAYS:
		return !wants;
	case HEADS_SERIES:
		return !wants || type == VALUE_ID || type == VALUE_INTEGER;
	case HEADS_MOMENTS:
		kinds = heads_share(z);
		return !wants || (wants & kinds & moments) || (type == VALUE_INTEGER && (kinds & CELL_YEAR));
	case HEADS_WORDS:
		break;
	}
	return !wants && heads_are_words(z);
}

/* Cells of words only under headers that speak for themselves: else two columns of text that nobody knows would look like it. */
static bool cells_suit(const struct crossing *z, enum value_type type)
{
	for (size_t c = 0; c < z->t->cols_n; c++) {
		enum agreement agree = z->t->cols[c].filled ? type_agreement(&z->t->cols[c], type) : AGREE_ANY;
		if ((z->cols >> c & 1) && (agree < AGREE_ANY || (agree == AGREE_ANY && z->heads == HEADS_WORDS && !z->plan)))
			return false;
	}
	return true;
}

static bool names_days(const struct crossing *z, const struct plan_field *f)
{
	for (size_t i = 0; i < f->attribute.n; i++)
		if (locale_unit(token_text(z->x->in, f->attribute.tokens[i])) == UNIT_DAY)
			return true;
	return lexicon_in_class(z->x->in, f->attribute, "training day"); /* the class of "weekday" */
}

/* How well a property is named as what the headers are: days, or the word that a series repeats. */
static int heads_name(const struct crossing *z, const struct plan_field *f)
{
	const struct column *k = &z->t->cols[__builtin_ctzll(z->cols)];
	if (z->heads == HEADS_WEEKDAYS)
		return names_days(z, f) ? 1000 : 0;
	if (z->heads == HEADS_WORDS)
		return names_place(z, f) ? 1000 : 0;
	if (z->heads != HEADS_SERIES)
		return 0;
	return plan_alias_match(z->x->in, words_phrase(z->x, k->head + head_last_line(z->x, k), k->head_n - 1 - head_last_line(z->x, k)), f->aliases, f->aliases_n);
}

/* Which columns, and which two properties they give; cols 0 if the table is none such. */
static struct cross cross_read(struct table_ctx *x, const struct table *t)
{
	struct crossing z = { .x = x, .t = t };
	size_t free[2];
	bool way[2];
	cross_columns(&z);
	if (bits64(z.cols) < 2 || !two_free(&z, free))
		return (struct cross){ 0 };
	for (int k = 0; k < 2; k++)
		way[k] = heads_suit(&z, t->props->items[free[k]].field->type) && cells_suit(&z, t->props->items[free[!k]].field->type);
	if (way[0] && way[1]) { /* then by name */
		int first = heads_name(&z, t->props->items[free[0]].field), second = heads_name(&z, t->props->items[free[1]].field);
		way[0] = first > second;
		way[1] = second > first;
	}
	return way[0] == way[1] ? (struct cross){ 0 } : (struct cross){ .cols = z.cols, .head = free[way[1]], .value = free[way[0]], .words = z.heads == HEADS_WORDS, .series = z.heads == HEADS_SERIES };
}

bool columns_cross(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n, bool *words)
{
	struct table t = { .props = pl, .cols = cols, .cols_n = n };
	struct cross c = cross_read(x, &t);
	*words = c.words;
	return c.cols != 0;
}

bool cross_find(struct table_ctx *x, struct table *t, struct cross *out)
{
	*out = cross_read(x, t);
	for (size_t c = 0; c < t->cols_n; c++) {
		if (!(out->cols >> c & 1))
			continue;
		t->cols[c].field = (int)out->value;
		t->cols[c].score = 0;
	}
	return out->cols != 0;
}
