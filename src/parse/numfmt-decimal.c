/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/numfmt-private.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct decimal decimal_of(double v)
{
	struct decimal d = { .n = 0 };
	char text[40];
	if (v == 0)
		return d;
	snprintf(text, sizeof(text), "%.*e", NUMFMT_SIGNIFICANT - 1, v);
	d.point = (int)strtol(strchr(text, 'e') + 1, NULL, 10) + 1;
	d.digits[0] = text[0];
	memcpy(d.digits + 1, text + 2, NUMFMT_SIGNIFICANT - 1);
	d.n = NUMFMT_SIGNIFICANT;
	while (d.n && d.digits[d.n - 1] == '0')
		d.n--;
	return d;
}

void decimal_round(struct decimal *d, int places)
{
	int keep = d->point + places;
	if (keep >= d->n)
		return;
	if (keep < 0) {
		d->n = d->point = 0;
		return;
	}
	bool up = d->digits[keep] >= '5';
	d->n = keep;
	for (int i = keep - 1; up && i >= 0; i--) {
		up = d->digits[i] == '9';
		d->digits[i] = up ? '0' : (char)(d->digits[i] + 1);
	}
	if (up) {
		memmove(d->digits + 1, d->digits, (size_t)d->n);
		d->digits[0] = '1';
		d->n++;
		d->point++;
	}
	while (d->n && d->digits[d->n - 1] == '0')
		d->n--;
	if (d->n == 0)
		d->point = 0;
}

char decimal_digit(const struct decimal *d, int place)
{
	int i = d->point - 1 - place;
	return i >= 0 && i < d->n ? d->digits[i] : '0';
}

void numfmt_general(double v, struct buf *out)
{
	if (!isfinite(v)) {
		buf_z(out, "#NUM!");
		return;
	}
	struct decimal d = decimal_of(fabs(v));
	if (v < 0 && d.n)
		buf_byte(out, '-');
	if (d.point > NUMFMT_SIGNIFICANT || d.point < -9) {
		buf_printf(out, "%.*g", NUMFMT_SIGNIFICANT, fabs(v));
		return;
	}
	for (int place = d.point > 0 ? d.point - 1 : 0; place >= 0; place--)
		buf_byte(out, decimal_digit(&d, place));
	int places = d.n - d.point;
	if (places > 0)
		buf_byte(out, '.');
	for (int place = -1; place >= -places; place--)
		buf_byte(out, decimal_digit(&d, place));
}
