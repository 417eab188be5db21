/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/prompt.h"
#include "extract/extract.h"
#include "extract/plan-private.h"

enum subject { DAY_FIRST, MONTH_FIRST, COMMA, POINT, ISO, SUBJECTS };

static const struct { const char *words; enum subject subject; } rows[] = {
	{ "dd/mm", DAY_FIRST }, { "dd.mm", DAY_FIRST }, { "dd-mm", DAY_FIRST }, { "d/m/y", DAY_FIRST }, { "day first", DAY_FIRST },
	{ "day-first", DAY_FIRST }, { "day before the month", DAY_FIRST }, { "day before month", DAY_FIRST }, { "day/month", DAY_FIRST },
	{ "european date", DAY_FIRST }, { "british date", DAY_FIRST }, { "uk date", DAY_FIRST },
	{ "mm/dd", MONTH_FIRST }, { "mm-dd-y", MONTH_FIRST }, { "m/d/y", MONTH_FIRST }, { "month first", MONTH_FIRST },
	{ "month-first", MONTH_FIRST }, { "month before the day", MONTH_FIRST }, { "month before day", MONTH_FIRST },
	{ "month/day", MONTH_FIRST }, { "us date", MONTH_FIRST }, { "american date", MONTH_FIRST },
	{ "decimal comma", COMMA }, { "comma as decimal", COMMA }, { "comma as the decimal", COMMA }, { "comma as a decimal", COMMA },
	{ "comma is the decimal", COMMA }, { "decimal separator is a comma", COMMA }, { "decimal separator is the comma", COMMA },
	{ "1.234,56", COMMA }, { "1.000,00", COMMA },
	{ "decimal point", POINT }, { "point as decimal", POINT }, { "dot as decimal", POINT }, { "point as the decimal", POINT },
	{ "dot as the decimal", POINT }, { "point is the decimal", POINT }, { "decimal separator is a point", POINT },
	{ "decimal separator is a dot", POINT }, { "1,234.56", POINT }, { "1,000.00", POINT },
};

static bool is_denied(struct str before)
{
	static const char *const words[] = { "not", "no", "never", "not in", "not as", "not a", "not the", "not use", "n't use", "n't", "never use" };
	before = str_trim(before);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		bool ends = before.n >= n && str_eq_nocase((struct str){ before.p + before.n - n, n }, str_from(words[i]));
		if (ends && (before.n == n || before.p[before.n - n - 1] == ' ' || words[i][0] == 'n'))
			return true;
	}
	return false;
}

/* Is that a word of its own: not the end of "yyyy/mm/dd" or of "houses dated"? */
static bool begins_word(struct str s, size_t at)
{
	return !at || strchr(" \t\"'(,:", s.p[at - 1]);
}

static bool wants_output(struct str sentence)
{
	static const char *const words[] = { "return", "output", "convert", "normali", "rewrite", "write ", "express", "reformat", "answer" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_find(sentence, words[i]) != SIZE_MAX)
			return true;
	return false;
}

/* Is the subject spoken of, and not refused? Where first; before: where another word for it was found. */
static size_t find_words(struct str s, const char *words, size_t before)
{
	size_t end = text_find(s, words), from = end - strlen(words);
	return end != SIZE_MAX && begins_word(s, from) && !is_denied((struct str){ s.p, from }) && from < before ? from : before;
}

/* Where each subject is first spoken of; SIZE_MAX = it is not. */
static void find_subjects(struct str s, size_t at[SUBJECTS])
{
	for (int i = 0; i < SUBJECTS; i++)
		at[i] = SIZE_MAX;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		at[rows[i].subject] = find_words(s, rows[i].words, at[rows[i].subject]);
	for (size_t i = 0; iso_date_names[i]; i++)
		at[ISO] = find_words(s, iso_date_names[i], at[ISO]);
}

/* Of two opposites what is said first counts: "day first, as in Europe; month first is for the US". */
static enum prompt_choice choose(enum prompt_choice was, size_t yes, size_t no)
{
	if (was || yes == no)
		return was;
	return yes < no ? PROMPT_YES : PROMPT_NO;
}

static void sentence_read(struct str s, struct prompt *out)
{
	size_t at[SUBJECTS];
	find_subjects(s, at);
	out->iso_dates |= at[ISO] != SIZE_MAX;
	if (wants_output(s))
		return;
	out->day_first = choose(out->day_first, at[DAY_FIRST], at[MONTH_FIRST]);
	out->decimal_comma = choose(out->decimal_comma, at[COMMA], at[POINT]);
}

void prompt_read(struct str text, struct prompt *out)
{
	*out = (struct prompt){ PROMPT_UNSAID, PROMPT_UNSAID, false };
	size_t begin = 0;
	for (size_t i = 0; text.n && i <= text.n; i++) {
		bool ends = i == text.n || text.p[i] == '\n' || text.p[i] == ';' ||
			    (strchr(".!?", text.p[i]) && (i + 1 == text.n || text.p[i + 1] == ' ' || text.p[i + 1] == '\n'));
		if (!ends)
			continue;
		sentence_read((struct str){ text.p + begin, i - begin }, out);
		begin = i + 1;
	}
}

static void fields_apply(struct plan_field *f, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (f[i].type == VALUE_DATE && !(f[i].form & FORM_AS_PRINTED))
			f[i].form |= FORM_ISO_DATE;
}

static void arrays_apply(struct plan_array *a, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		fields_apply(a[i].fields, a[i].fields_n);
		arrays_apply(a[i].children, a[i].children_n);
	}
}

void prompt_apply(const struct prompt *p, struct view *v, struct plan *plan)
{
	if (p->day_first)
		v->day_first = p->day_first == PROMPT_YES;
	if (p->decimal_comma)
		v->decimal_comma = p->decimal_comma == PROMPT_YES;
	if (!p->iso_dates)
		return;
	fields_apply(plan->fields, plan->fields_n);
	arrays_apply(plan->arrays, plan->arrays_n);
}

bool extract_prompt_is_followed(struct str prompt)
{
	struct prompt p;
	prompt_read(prompt, &p);
	return prompt_says(&p);
}
