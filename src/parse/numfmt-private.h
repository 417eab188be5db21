/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the files of numfmt.h share: a section of a code in tokens, and decimal digits. */
#pragma once
#include "parse/numfmt.h"

enum { NUMFMT_TOKENS = 64, NUMFMT_SIGNIFICANT = 15 };

enum token_kind {
	LITERAL, DIGIT, POINT, COMMA, PERCENT, EXPONENT, SLASH, TEXT, GENERAL,
	YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, FRACTION /* of a second */, HALF_DAY, ELAPSED_HOURS, ELAPSED_MINUTES, ELAPSED_SECONDS,
	ERA, ERA_YEAR
};

struct token {
	enum token_kind kind;
	uint32_t n;      /* letters of a date token; '0', '#' or '?' of a digit; '+' or '-' of an exponent */
	struct str text; /* as written; of a literal what it says */
};

struct section {
	struct token t[NUMFMT_TOKENS];
	size_t n;
	bool date, has_condition;
	char op[3];
	double limit;
	uint32_t lcid; /* language asked for, 0 = none */
	bool first;    /* the first year of an era is called that, no 1 */
	bool system;   /* "as the reader's system writes dates" */
	bool system_time;
};

/* Read up to the end of a section; returns what follows its ';', p == NULL at the end of the code. (numfmt-code.c) */
struct str numfmt_section(struct str code, struct section *s);

/* ---- decimal digits: rounding is done on the 15 digits that applications show, not on the binary number (numfmt-decimal.c) */

struct decimal {
	char digits[NUMFMT_SIGNIFICANT + 2]; /* without leading zeros; "" = 0 */
	int n, point;                 /* the value is 0.DIGITS * 10^point */
};

struct decimal decimal_of(double v);
/* Round half up to that many places behind the point. */
void decimal_round(struct decimal *d, int places);
/* The digit that weighs 10^place. */
char decimal_digit(const struct decimal *d, int place);

/* ---- values by a section; v is not negative, but for dates (numfmt-number.c, numfmt-date.c) */

void numfmt_render_number(const struct section *s, double v, struct buf *out);
/* The '/' between two numbers, NULL if there is none; and with it. */
const struct token *numfmt_slash(const struct section *s);
void numfmt_render_fraction(const struct section *s, const struct token *slash, double v, struct buf *out);
/* False: no date. */
bool numfmt_render_date(const struct section *s, double v, bool date1904, struct buf *out);
