/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"

#include <stdio.h>
#include <time.h>

static int64_t read_clock(clockid_t id)
{
	struct timespec t;
	clock_gettime(id, &t);
	return (int64_t)t.tv_sec * CLOCK_SECOND + t.tv_nsec / 1000;
}

int64_t clock_now(void)
{
	return read_clock(CLOCK_REALTIME);
}

int64_t clock_mono(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

static int64_t div_floor(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar; years start in March so that leap days end them. */
static int64_t days_from_civil(int64_t y, int m, int d)
{
	y -= m <= 2;
	int64_t era = div_floor(y, 400), yoe = y - era * 400;
	int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static void civil_from_days(int64_t days, int64_t *y, int *m, int *d)
{
	days += 719468;
	int64_t era = div_floor(days, 146097), doe = days - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	*d = (int)(doy - (153 * mp + 2) / 5 + 1);
	*m = (int)(mp < 10 ? mp + 3 : mp - 9);
	*y = yoe + era * 400 + (*m <= 2);
}

static void digits(char *out, int64_t v, int n)
{
	for (int i = n - 1; i >= 0; i--, v /= 10)
		out[i] = (char)('0' + v % 10);
}

void clock_format(int64_t us, char out[CLOCK_RFC3339_SIZE])
{
	int64_t ms = div_floor(us, 1000), day = div_floor(ms, 86400000), rest = ms - day * 86400000, y;
	int m, d;
	civil_from_days(day, &y, &m, &d);
	memcpy(out, "0000-00-00T00:00:00.000Z", CLOCK_RFC3339_SIZE);
	digits(out, y < 0 ? 0 : y > 9999 ? 9999 : y, 4);
	digits(out + 5, m, 2);
	digits(out + 8, d, 2);
	digits(out + 11, rest / 3600000, 2);
	digits(out + 14, rest / 60000 % 60, 2);
	digits(out + 17, rest / 1000 % 60, 2);
	digits(out + 20, rest % 1000, 3);
}

/* A reader over the text; every step fails for good once one failed. */
struct scan {
	struct str s;
	bool ok;
};

static bool peek(const struct scan *k, const char *set)
{
	return k->ok && k->s.n && strchr(set, k->s.p[0]) && k->s.p[0] != '\0';
}

static char take(struct scan *k, const char *set)
{
	if (!peek(k, set)) {
		k->ok = false;
		return '\0';
	}
	k->s.n--;
	return *k->s.p++;
}

static int number(struct scan *k, int n)
{
	int v = 0;
	while (n-- > 0)
		v = v * 10 + (take(k, "0123456789") - '0');
	return k->ok ? v : 0;
}

static int64_t fraction(struct scan *k)
{
	int64_t us = 0, unit = 100000;
	for (bool first = true; first || peek(k, "0123456789"); first = false, unit /= 10)
		us += (take(k, "0123456789") - '0') * unit;
	return us;
}

/* Seconds east of UTC; nothing, "Z", or a sign (a space stands for '+', which queries lose). */
static int64_t offset(struct scan *k)
{
	if (!k->ok || k->s.n == 0)
		return 0;
	char sign = take(k, "Zz+- ");
	if (sign == 'Z' || sign == 'z')
		return 0;
	int h = number(k, 2), m = 0;
	if (peek(k, ":"))
		take(k, ":");
	if (k->s.n)
		m = number(k, 2);
	if (h > 23 || m > 59)
		k->ok = false;
	return (sign == '-' ? -1 : 1) * (h * 3600 + m * 60);
}

static int month_days(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
	return days[m - 1] + (m == 2 && leap);
}

bool clock_parse(struct str s, int64_t *us)
{
	struct scan k = { str_trim(s), true };
	int y = number(&k, 4), m, d, hh = 0, mm = 0, ss = 0;
	int64_t frac = 0, off = 0;
	take(&k, "-");
	m = number(&k, 2);
	take(&k, "-");
	d = number(&k, 2);
	if (k.ok && k.s.n) {
		take(&k, "Tt ");
		hh = number(&k, 2);
		take(&k, ":");
		mm = number(&k, 2);
		if (peek(&k, ":")) {
			take(&k, ":");
			ss = number(&k, 2);
		}
		if (peek(&k, ".,")) {
			take(&k, ".,");
			frac = fraction(&k);
		}
		off = offset(&k);
	}
	if (!k.ok || k.s.n || m < 1 || m > 12 || d < 1 || d > month_days(y, m) || hh > 23 || mm > 59 || ss > 60)
		return false;
	int64_t sec = days_from_civil(y, m, d) * 86400 + hh * 3600 + mm * 60 + ss - off;
	*us = sec * CLOCK_SECOND + frac;
	return true;
}
