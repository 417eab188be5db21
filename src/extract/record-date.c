/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates whose day, month and year have columns of their own, in any order:
 *
 *     Name          Date of birth              Joined
 *                   Day   Month   Year         Day   Month   Year
 *     Amara Obi      14       3   1958          31     Jan   2001
 *
 * Such columns go to the property that the words above them name, or in order where dates and columns are as many.
 */
#include "extract/record-date.h"
#include "layout/locale.h"

#define SCORE_DATE 860
#define NAMES_DATE 500 /* similarity of the words above to the property */

enum part { PART_DAY, PART_MONTH, PART_YEAR, PARTS };

/* The part of a date that heads a column, by the last word of its header; PARTS = none. */
static enum part head_part(struct table_ctx *x, const struct column *c)
{
	static const char *const names[PARTS] = { "day", "month", "year" };
	static const enum locale_unit_kind units[PARTS] = { UNIT_DAY, UNIT_MONTH, UNIT_YEAR };
	struct str word = c->head_n ? x->v->words[c->head[c->head_n - 1]].text : STR("");
	struct phrase p = word.n ? phrase_of_word(x->in, word) : (struct phrase){ 0 };
	char folded[32];
	int unit = word.n && word.n < sizeof folded ? locale_unit(locale_fold(word, folded, sizeof folded)) : -1;
	size_t k = 0;
	while (k < PARTS && unit != (int)units[k] && !(p.n == 1 && p.tokens[0] == token_named(x->in, names[k])))
		k++;
	return (enum part)k;
}

static bool parts_read(struct table_ctx *x, const struct table *t, size_t c, struct date_columns *d)
{
	size_t at[PARTS] = { 0 };
	if (c + 3 > t->cols_n)
		return false;
	for (size_t i = c; i < c + 3; i++) {
		enum part k = head_part(x, &t->cols[i]);
		if (k == PARTS || at[k])
			return false;
		at[k] = i + 1;
	}
	*d = (struct date_columns){ .first = c, .day = at[PART_DAY] - 1, .month = at[PART_MONTH] - 1, .year = at[PART_YEAR] - 1 };
	return true;
}

/* How well the words above the columns, or beside their parts, name a property. */
static int columns_name(struct table_ctx *x, const struct table *t, size_t c, const struct plan_field *f)
{
	int best = 0;
	for (size_t i = c; i < c + 3; i++) {
		const struct column *k = &t->cols[i];
		struct phrase beside = k->head_n > 1 ? words_phrase(x, k->head, k->head_n - 1) : k->above;
		int own = beside.n ? plan_alias_match(x->in, beside, f->aliases, f->aliases_n) : 0;
		int above = k->above.n ? plan_alias_match(x->in, k->above, f->aliases, f->aliases_n) : 0;
		best = own > best ? own : best;
		best = above > best ? above : best;
	}
	return best;
}

/* Properties of a date that no column beyond these gives. */
static size_t dates_wanted(const struct table *t, const struct date_columns *d, size_t n, size_t *props, size_t most)
{
	size_t count = 0;
	for (size_t p = 0; p < t->props->n && count < most; p++) {
		bool given = t->props->items[p].child >= 0 || t->props->items[p].field->type != VALUE_DATE;
		for (size_t c = 0; c < t->cols_n && !given; c++) {
			bool part = false;
			for (size_t i = 0; i < n; i++)
				part |= c >= d[i].first && c < d[i].first + 3;
			given = !part && t->cols[c].field == (int)p && type_agreement(&t->cols[c], VALUE_DATE) >= AGREE_YES;
		}
		if (!given)
			props[count++] = p;
	}
	return count;
}

static int prop_named(struct table_ctx *x, const struct table *t, size_t c, const size_t *props, size_t n)
{
	int best = NAMES_DATE - 1, prop = -1;
	for (size_t i = 0; i < n; i++) {
		int sim = columns_name(x, t, c, t->props->items[props[i]].field);
		if (sim > best) {
			best = sim;
			prop = (int)props[i];
		}
	}
	return prop;
}

size_t dates_find(struct table_ctx *x, struct table *t, struct date_columns out[DATE_COLUMNS])
{
	size_t n = 0, props[DATE_COLUMNS + 1], kept = 0;
	for (size_t c = 0; c < t->cols_n && n < DATE_COLUMNS; c++)
		if (parts_read(x, t, c, &out[n])) {
			n++;
			c += 2;
		}
	size_t wanted = n ? dates_wanted(t, out, n, props, DATE_COLUMNS + 1) : 0;
	for (size_t i = 0; i < n; i++) {
		int p = prop_named(x, t, out[i].first, props, wanted);
		p = p < 0 && wanted == n ? (int)props[i] : p;
		if (p < 0)
			continue;
		for (size_t c = 0; c < t->cols_n; c++)
			if ((c >= out[i].first && c < out[i].first + 3) || t->cols[c].field == p)
				t->cols[c].field = -1;
		out[kept] = out[i];
		out[kept++].prop = (size_t)p;
	}
	return kept;
}

size_t columns_date(struct table_ctx *x, const struct prop_list *pl, struct column *cols, size_t n)
{
	struct table t = { .props = pl, .cols = cols, .cols_n = n };
	struct date_columns dates[DATE_COLUMNS];
	return dates_find(x, &t, dates);
}

/* ---- values */

static int number_of(struct str s)
{
	int v = 0;
	size_t i = 0;
	while (i < s.n && i < 4 && s.p[i] >= '0' && s.p[i] <= '9')
		v = v * 10 + s.p[i++] - '0';
	return i && (i == s.n || (i + 1 == s.n && s.p[i] == '.')) ? v : 0;
}

static int month_of(const struct table_ctx *x, struct str s)
{
	char folded[32];
	int n = number_of(s);
	if (s.n && s.p[s.n - 1] == '.')
		s.n--;
	return n || !s.n || s.n >= sizeof folded ? n : locale_month(locale_fold(s, folded, sizeof folded), x->v->lang);
}

/* The only word of a column in the rows of a record; VIEW_NONE if there are none or several. */
static uint32_t cut_word(const struct table *t, const struct record_cut *cut, size_t col)
{
	uint32_t word = VIEW_NONE;
	for (size_t i = cut->from; i < cut->to; i++) {
		const struct cell *c = t->rows[i].role == ROW_BODY ? &t->rows[i].cells[col] : NULL;
		if (!c || !c->words)
			continue;
		if (c->words > 1 || word != VIEW_NONE)
			return VIEW_NONE;
		word = c->word;
	}
	return word;
}

struct found date_of_columns(struct table_ctx *x, const struct table *t, const struct record_cut *cut, const struct date_columns *d)
{
	static const uint8_t days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	uint32_t w[] = { cut_word(t, cut, d->first), cut_word(t, cut, d->first + 1), cut_word(t, cut, d->first + 2) };
	if (w[0] == VIEW_NONE || w[1] == VIEW_NONE || w[2] == VIEW_NONE)
		return (struct found){ 0 };
	const struct view_word *word = x->v->words;
	int day = number_of(word[w[d->day - d->first]].text), year = number_of(word[w[d->year - d->first]].text);
	int month = month_of(x, word[w[d->month - d->first]].text);
	uint32_t *words = ARENA_ARRAY(x->a, 3, uint32_t);
	if (!words || year < 1000 || month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return (struct found){ 0 };
	memcpy(words, w, sizeof w);
	return (struct found){ .words = words, .n = 3, .canon = arena_printf(x->a, "%04d-%02d-%02d", year, month, day), .score = SCORE_DATE };
}
