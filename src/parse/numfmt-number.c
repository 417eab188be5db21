/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Numbers and fractions by a section of a code. */
#include "parse/numfmt-private.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_DECIMALS = 30, MOST_DENOMINATOR = 9999 };

struct shape { /* of a number's section */
	int whole, places, exponent; /* digits before the point, behind it, of the exponent */
	int percents, thousands;
	bool grouped, has_exponent;
};

static struct shape shape_of(const struct section *s)
{
	struct shape f = { .whole = 0 };
	int state = 0, commas = 0; /* 0 before the point, 1 behind, 2 exponent */
	for (size_t i = 0; i < s->n; i++) {
		const struct token *t = &s->t[i];
		f.percents += t->kind == PERCENT;
		if (t->kind == POINT && state == 0)
			state = 1;
		else if (t->kind == EXPONENT)
			state = 2, f.has_exponent = true;
		else if (t->kind == COMMA && f.whole + f.places > 0 && state < 2)
			commas++;
		else if (t->kind == DIGIT) {
			if (commas && state == 0)
				f.grouped = true;
			if (state == 0)
				commas = 0; /* those between digits group, those behind the last divide */
			f.whole += state == 0;
			f.places += state == 1;
			f.exponent += state == 2;
		}
	}
	f.thousands = commas;
	f.places = f.places > MOST_DECIMALS ? MOST_DECIMALS : f.places;
	return f;
}

static void put_whole_digit(struct buf *out, const struct decimal *d, int place, uint32_t sign, bool grouped)
{
	if (place < d->point || sign == '0')
		buf_byte(out, decimal_digit(d, place));
	else if (sign == '?')
		buf_byte(out, ' ');
	else
		return;
	if (grouped && place > 0 && place % 3 == 0)
		buf_byte(out, ',');
}

/* Places that are left to show behind the point, from this one on. */
static bool more_places(const struct section *s, size_t i, const struct decimal *d, int place)
{
	for (; i < s->n && s->t[i].kind != EXPONENT; i++)
		if (s->t[i].kind == DIGIT) {
			if (s->t[i].n == '0' || decimal_digit(d, place) != '0')
				return true;
			place--;
		}
	return false;
}

static void put_exponent(struct buf *out, int exponent, uint32_t sign, int digits)
{
	buf_byte(out, 'E');
	if (exponent < 0 || sign == '+')
		buf_byte(out, exponent < 0 ? '-' : '+');
	buf_printf(out, "%0*d", digits > 9 ? 9 : digits, abs(exponent));
}

static void put_number(const struct section *s, const struct shape *f, const struct decimal *d, int exponent, struct buf *out)
{
	int state = 0, place = f->whole - 1;
	for (size_t i = 0; i < s->n; i++) {
		const struct token *t = &s->t[i];
		switch (t->kind) {
		case DIGIT:
			if (state == 0) {
				/* What has more digits than the code stands at its first. */
				for (int p = d->point - 1; place == f->whole - 1 && p > place; p--)
					put_whole_digit(out, d, p, '0', f->grouped);
				put_whole_digit(out, d, place, t->n, f->grouped);
			} else if (state == 1 && more_places(s, i, d, place)) {
				buf_byte(out, decimal_digit(d, place));
			}
			place -= state < 2;
			break;
		case POINT:
			if (state == 0) {
				/* A code without a digit before the point shows whole digits all the same. */
				for (int p = d->point - 1; f->whole == 0 && p >= 0; p--)
					put_whole_digit(out, d, p, '0', f->grouped);
				state = 1;
				place = -1;
				if (more_places(s, i, d, place))
					buf_byte(out, '.');
			} else {
				buf_byte(out, '.');
			}
			break;
		case EXPONENT:
			put_exponent(out, exponent, t->n, f->exponent);
			state = 2;
			break;
		case PERCENT: buf_byte(out, '%'); break;
		case LITERAL: case SLASH: buf_str(out, t->text); break;
		default: break;
		}
	}
}

/* The mantissa has as many whole digits as the code, so the exponent is a multiple of them. */
static int take_exponent(struct decimal *d, const struct shape *f)
{
	int step = f->whole > 1 ? f->whole : 1;
	for (int tries = 0; tries < 2; tries++) {
		int magnitude = d->n ? d->point - 1 : 0;
		int exponent = (magnitude >= 0 ? magnitude / step : -((-magnitude + step - 1) / step)) * step;
		struct decimal m = *d;
		m.point -= exponent;
		decimal_round(&m, f->places);
		if (m.point <= step || tries) {
			*d = m;
			return exponent;
		}
		d->digits[0] = '1'; /* 9.99 became 10 */
		d->n = 1;
		d->point++;
	}
	return 0;
}

void numfmt_render_number(const struct section *s, double v, struct buf *out)
{
	struct shape f = shape_of(s);
	struct decimal d = decimal_of(v);
	int exponent = 0;
	if (d.n)
		d.point += 2 * f.percents - 3 * f.thousands;
	if (f.has_exponent)
		exponent = take_exponent(&d, &f);
	else
		decimal_round(&d, f.places);
	if (d.point < 0 && d.n == 0)
		d.point = 0;
	put_number(s, &f, &d, exponent, out);
}

/* ---- fractions: "# ?/?", "?/8" */

const struct token *numfmt_slash(const struct section *s)
{
	for (size_t i = 1; i + 1 < s->n; i++)
		if (s->t[i].kind == SLASH && s->t[i - 1].kind == DIGIT)
			return &s->t[i];
	return NULL;
}

/* The denominator the code names, or 0 and the most digits it may have. */
static int denominator_of(const struct section *s, const struct token *slash, int *digits)
{
	int fixed = 0;
	*digits = 0;
	for (const struct token *t = slash + 1; t < s->t + s->n; t++) {
		if (t->kind == LITERAL && t->text.n == 1 && t->text.p[0] >= '0' && t->text.p[0] <= '9' && fixed < 10000)
			fixed = fixed * 10 + (t->text.p[0] - '0');
		else if (t->kind == DIGIT && t->n == '0' && fixed && fixed < 10000)
			fixed *= 10;
		else if (t->kind == DIGIT)
			(*digits)++;
		else
			break;
	}
	return fixed;
}

void numfmt_render_fraction(const struct section *s, const struct token *slash, double v, struct buf *out)
{
	int digits, fixed = denominator_of(s, slash, &digits), groups = 0;
	/* Digits in two groups before the slash: a whole number and a numerator. */
	for (const struct token *t = s->t; t < slash; t++)
		groups += t->kind == DIGIT && (t == s->t || t[-1].kind != DIGIT);
	double whole = groups > 1 ? floor(v) : 0, rest = v - whole, best = 2;
	int most = digits >= 4 ? MOST_DENOMINATOR : digits == 3 ? 999 : digits == 2 ? 99 : 9, den = fixed ? fixed : 1;
	for (int d = fixed ? most + 1 : 1; d <= most; d++) {
		double off = fabs(rest - round(rest * d) / d);
		if (off < best - 1e-12) {
			best = off;
			den = d;
		}
	}
	double num = round(rest * den);
	if (groups > 1 && num >= den) {
		whole++;
		num = 0;
	}
	if (whole > 0 || (groups > 1 && num == 0))
		buf_printf(out, "%.0f", whole);
	if (num > 0 || groups < 2)
		buf_printf(out, "%s%.0f/%d", whole > 0 ? " " : "", num, den);
}
