/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/numfmt-private.h"

#include <math.h>
#include <stdlib.h>

enum { SECTIONS = 4 };

/* ---- built-in formats: 18.8.30; 5 to 8 and 37 to 44 as applications of English systems show them */

static const struct { unsigned id; const char *code; } builtins[] = {
	{ 1, "0" }, { 2, "0.00" }, { 3, "#,##0" }, { 4, "#,##0.00" },
	{ 5, "\"$\"#,##0;(\"$\"#,##0)" }, { 6, "\"$\"#,##0;(\"$\"#,##0)" },
	{ 7, "\"$\"#,##0.00;(\"$\"#,##0.00)" }, { 8, "\"$\"#,##0.00;(\"$\"#,##0.00)" },
	{ 9, "0%" }, { 10, "0.00%" }, { 11, "0.00E+00" }, { 12, "# ?/?" }, { 13, "# ?\?/??" },
	{ 14, "yyyy-mm-dd" }, /* the reader's own short date */
	{ 15, "d-mmm-yy" }, { 16, "d-mmm" }, { 17, "mmm-yy" }, { 18, "h:mm AM/PM" }, { 19, "h:mm:ss AM/PM" },
	{ 20, "h:mm" }, { 21, "h:mm:ss" }, { 22, "yyyy-mm-dd h:mm" },
	{ 37, "#,##0;(#,##0)" }, { 38, "#,##0;(#,##0)" }, { 39, "#,##0.00;(#,##0.00)" }, { 40, "#,##0.00;(#,##0.00)" },
	{ 41, "#,##0;(#,##0);\"-\";@" }, { 42, "\"$\" #,##0;\"$\" (#,##0);\"$\" \"-\";@" },
	{ 43, "#,##0.00;(#,##0.00);\"-\";@" }, { 44, "\"$\" #,##0.00;\"$\" (#,##0.00);\"$\" \"-\";@" },
	{ 45, "mm:ss" }, { 46, "[h]:mm:ss" }, { 47, "mm:ss.0" }, { 48, "##0.0E+0" }, { 49, "@" },
};

const char *numfmt_builtin(unsigned id)
{
	for (size_t i = 0; i < sizeof(builtins) / sizeof(builtins[0]); i++)
		if (builtins[i].id == id)
			return builtins[i].code;
	/* Dates of East Asian calendars: again the reader's own. */
	return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "yyyy-mm-dd" : "General";
}

/* ---- the right section */

static bool holds(const struct section *s, double v)
{
	static const struct { const char *op; int low, same, high; } ops[] = {
		{ "<", 1, 0, 0 }, { "<=", 1, 1, 0 }, { ">", 0, 0, 1 }, { ">=", 0, 1, 1 }, { "=", 0, 1, 0 }, { "<>", 1, 0, 1 },
	};
	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++)
		if (strcmp(ops[i].op, s->op) == 0)
			return v < s->limit ? ops[i].low : v > s->limit ? ops[i].high : ops[i].same;
	return false;
}

/* 18.8.31: positive; negative; zero; text, unless a section says for which values it is. *bare: the sign is left to it. */
static const struct section *choose(const struct section *s, size_t n, double v, bool *bare)
{
	size_t numbers = n > 3 ? 3 : n;
	*bare = false;
	for (size_t i = 0; i < numbers; i++)
		if (s[i].has_condition && holds(&s[i], v)) {
			*bare = s[i].op[0] == '<' && s[i].op[1] != '>' && s[i].limit <= 0;
			return &s[i];
		}
	if (s[0].has_condition || (numbers > 1 && s[1].has_condition)) {
		*bare = numbers > 1 && v < 0 && !s[1].has_condition;
		return numbers > 2 ? &s[2] : &s[numbers - 1];
	}
	if (numbers > 1 && v < 0) {
		*bare = true;
		return &s[1];
	}
	return numbers > 2 && v == 0 ? &s[2] : &s[0];
}

static bool section_has(const struct section *s, enum token_kind kind)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->t[i].kind == kind)
			return true;
	return false;
}

static void render_plain(const struct section *s, double v, struct buf *out)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->t[i].kind == LITERAL)
			buf_str(out, s->t[i].text);
		else if (s->t[i].kind == GENERAL || s->t[i].kind == TEXT)
			numfmt_general(v, out);
}

static void render(const struct section *s, double v, bool bare, bool date1904, struct buf *out)
{
	if (s->date || s->system || s->system_time) {
		if (!numfmt_render_date(s, v, date1904, out))
			numfmt_general(v, out);
		return;
	}
	struct buf digits = BUF_INIT(0);
	double size = fabs(v);
	if (section_has(s, GENERAL) || section_has(s, TEXT) || !section_has(s, DIGIT))
		render_plain(s, size, &digits);
	else if (numfmt_slash(s))
		numfmt_render_fraction(s, numfmt_slash(s), size, &digits);
	else
		numfmt_render_number(s, size, &digits);
	/* -0.001 as "0.00" is shown without its sign. */
	bool seen = false;
	for (size_t i = 0; i < digits.n; i++)
		seen = seen || (digits.p[i] >= '1' && digits.p[i] <= '9');
	if (v < 0 && !bare && seen)
		buf_byte(out, '-');
	buf_str(out, str_trim(buf_view(&digits)));
	buf_fini(&digits);
}

struct numfmt {
	struct section s[SECTIONS];
	size_t n;
	char code[];
};

struct numfmt *numfmt_new(struct str code)
{
	if (code.n == 0 || str_eq_nocase(code, STR("General")))
		return NULL;
	struct numfmt *f = calloc(1, sizeof(*f) + code.n + 1);
	if (!f)
		return NULL;
	memcpy(f->code, code.p, code.n);
	for (struct str rest = { f->code, code.n }; rest.p && f->n < SECTIONS; f->n++)
		rest = numfmt_section(rest, &f->s[f->n]);
	return f;
}

void numfmt_free(struct numfmt *f)
{
	free(f);
}

void numfmt_number(const struct numfmt *f, double v, bool date1904, struct buf *out)
{
	bool bare;
	if (f && isfinite(v)) {
		const struct section *chosen = choose(f->s, f->n, v, &bare);
		render(chosen, v, bare, date1904, out);
	} else {
		numfmt_general(v, out);
	}
}

char numfmt_date_order(const struct numfmt *f)
{
	char first = 0;
	bool day = false, month = false;
	for (size_t i = 0; f && f->s[0].date && i < f->s[0].n; i++) {
		const struct token *t = &f->s[0].t[i];
		if (t->kind == ERA || t->kind == ERA_YEAR || (t->kind == YEAR && !first) || (t->kind == MONTH && t->n > 2))
			return 0; /* such a date can be read but in one way */
		if ((t->kind == DAY && t->n <= 2) || t->kind == MONTH)
			first = first ? first : t->kind == DAY ? 'd' : 'm';
		day |= t->kind == DAY && t->n <= 2;
		month |= t->kind == MONTH;
	}
	return day && month ? first : 0;
}

void numfmt_text(const struct numfmt *f, struct str text, struct buf *out)
{
	const struct section *s = f ? &f->s[f->n == SECTIONS ? SECTIONS - 1 : f->n - 1] : NULL;
	/* A fourth section has the say over texts; one without their place shows none of them. */
	bool shown = s && (section_has(s, TEXT) || f->n == SECTIONS);
	for (size_t i = 0; shown && i < s->n; i++)
		if (s->t[i].kind == TEXT)
			buf_str(out, text);
		else if (s->t[i].kind == LITERAL)
			buf_str(out, s->t[i].text);
	if (!shown)
		buf_str(out, text);
}
