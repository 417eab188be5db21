/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Dates and times by a section of a code. */
#include "parse/numfmt-private.h"

#include <math.h>
#include <stdio.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

struct moment {
	int year, month, day, weekday; /* month 1 to 12, weekday 0 = Sunday */
	int hour, minute, second, micro;
	double days; /* as stored */
};

/* Days since 1970-01-01 to a civil date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
static void civil(int64_t z, struct moment *m)
{
	z += 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	unsigned doe = (unsigned)(z - era * 146097), yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	m->day = (int)(doy - (153 * mp + 2) / 5 + 1);
	m->month = (int)(mp < 10 ? mp + 3 : mp - 9);
	m->year = (int)((int64_t)yoe + era * 400 + (m->month <= 2));
}

/* 18.17.4.1: day 1 is 1900-01-01 and day 60 a 29 February that never was; or day 0 is 1904-01-01. */
static bool moment_of(double v, bool date1904, int decimals, struct moment *m)
{
	double unit = pow(10, decimals);
	if (!(v >= 0 && v < 2958466))
		return false;
	m->days = v;
	double ticks = round(v * 86400 * unit);
	int64_t day = (int64_t)floor(ticks / (86400 * unit));
	double rest = ticks - (double)day * 86400 * unit;
	int seconds = (int)(rest / unit);
	m->micro = (int)round((rest - seconds * unit) * 1e6 / unit);
	m->hour = seconds / 3600;
	m->minute = seconds / 60 % 60;
	m->second = seconds % 60;
	int64_t epoch = date1904 ? -24107 : -25569; /* 1904-01-01, 1899-12-30 */
	m->weekday = (int)((day + (date1904 ? 5 : 6)) % 7);
	civil(day + epoch + (!date1904 && day < 60), m);
	if (!date1904 && day == 60) {
		m->month = 2;
		m->day = 29;
	} else if (!date1904 && day == 0) { /* shown as 1900-01-00 by applications */
		m->day = 0;
		m->month = 1;
		m->year = 1900;
	}
	return true;
}

static const char *const english_months[] = { "January", "February", "March", "April", "May", "June", "July", "August",
					      "September", "October", "November", "December" };
static const char *const english_days[] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };

static bool put_symbol(uint32_t lcid, UDateFormatSymbolType type, int32_t i, struct buf *out)
{
	char locale[64] = "", utf8[128];
	UChar name[64];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = 0;
	uloc_getLocaleForLCID(lcid, locale, sizeof(locale), &status);
	UDateFormat *f = udat_open(UDAT_SHORT, UDAT_SHORT, locale, NULL, 0, NULL, 0, &status);
	if (U_SUCCESS(status))
		n = udat_getSymbols(f, type, i, name, 64, &status);
	u_strToUTF8(utf8, sizeof(utf8), NULL, name, U_SUCCESS(status) ? n : 0, &status);
	if (f)
		udat_close(f);
	if (U_FAILURE(status) || n == 0)
		return false;
	buf_z(out, utf8);
	return true;
}

static bool is_english(uint32_t lcid)
{
	return lcid == 0 || (lcid & 0x3FF) == 0x09;
}

static void put_month_name(const struct section *s, uint32_t letters_n, int month, struct buf *out)
{
	const char *name = english_months[(month + 11) % 12];
	if (letters_n == 5)
		buf_byte(out, name[0]);
	else if (is_english(s->lcid) || !put_symbol(s->lcid, letters_n == 3 ? UDAT_SHORT_MONTHS : UDAT_MONTHS, month - 1, out))
		buf_add(out, name, letters_n == 3 ? 3 : strlen(name));
}

static void put_day_name(const struct section *s, uint32_t letters_n, int day, struct buf *out)
{
	const char *name = english_days[day % 7];
	if (is_english(s->lcid) || !put_symbol(s->lcid, letters_n == 3 ? UDAT_SHORT_WEEKDAYS : UDAT_WEEKDAYS, day + 1, out))
		buf_add(out, name, letters_n == 3 ? 3 : strlen(name));
}

static void put_padded(struct buf *out, long v, uint32_t letters_n)
{
	buf_printf(out, "%0*ld", letters_n > 9 ? 9 : (int)letters_n, v);
}

/* ---- years of eras: Japan's by their first days, Taiwan's since 1912 */

static const struct era {
	int year, month, day;  /* its first */
	const char *letter, *sign, *name; /* "g", "gg", "ggg" */
	bool taiwan;
} eras[] = {
	{ 2019, 5, 1, "R", "\xE4\xBB\xA4", "\xE4\xBB\xA4\xE5\x92\x8C", false },
	{ 1989, 1, 8, "H", "\xE5\xB9\xB3", "\xE5\xB9\xB3\xE6\x88\x90", false },
	{ 1926, 12, 25, "S", "\xE6\x98\xAD", "\xE6\x98\xAD\xE5\x92\x8C", false },
	{ 1912, 7, 30, "T", "\xE5\xA4\xA7", "\xE5\xA4\xA7\xE6\xAD\xA3", false },
	{ 1868, 1, 25, "M", "\xE6\x98\x8E", "\xE6\x98\x8E\xE6\xB2\xBB", false },
	{ 1912, 1, 1, "\xE6\xB0\x91\xE5\x9C\x8B", "\xE6\xB0\x91\xE5\x9C\x8B", "\xE4\xB8\xAD\xE8\x8F\xAF\xE6\xB0\x91\xE5\x9C\x8B", true },
};

/* The era of a moment in the language asked for, Japanese where a format names eras and no language; NULL = Western years. */
static const struct era *era_of(const struct section *s, const struct moment *m)
{
	bool named = false, taiwan = s->lcid == 0x404;
	for (size_t i = 0; i < s->n; i++)
		named = named || s->t[i].kind == ERA;
	if (!taiwan && (s->lcid & 0x3FF) != 0x11 && (s->lcid || !named))
		return NULL;
	for (size_t i = 0; i < sizeof(eras) / sizeof(*eras); i++) {
		const struct era *r = &eras[i];
		int later = m->year != r->year ? m->year - r->year : m->month != r->month ? m->month - r->month : m->day - r->day;
		if (r->taiwan == taiwan && later >= 0)
			return r;
	}
	return NULL;
}

static void put_era_year(const struct section *s, const struct token *t, const struct moment *m, struct buf *out)
{
	const struct era *r = era_of(s, m);
	int year = r ? m->year - r->year + 1 : m->year;
	if (r && !r->taiwan && s->first && year == 1)
		buf_z(out, "\xE5\x85\x83");
	else
		put_padded(out, year, r ? (t->n < 2 ? 1 : 2) : 4);
}

static void put_era(const struct section *s, const struct token *t, const struct moment *m, struct buf *out)
{
	const struct era *r = era_of(s, m);
	buf_z(out, !r ? "" : t->n == 1 ? r->letter : t->n == 2 ? r->sign : r->name);
}

/* "AM/PM", "A/P", and their like: the half before the slash or that behind it. */
static void put_half(const struct token *t, const struct moment *m, struct buf *out)
{
	struct str before, after = str_cut(t->text, '/', &before);
	buf_str(out, m->hour < 12 ? before : after);
}

static void put_date_token(const struct section *s, const struct token *t, const struct moment *m, bool halves, struct buf *out)
{
	int hour = halves ? (m->hour + 11) % 12 + 1 : m->hour;
	double elapsed = round(m->days * 86400);
	switch (t->kind) {
	case YEAR: put_padded(out, t->n <= 2 ? m->year % 100 : m->year, t->n <= 2 ? 2 : 4); break;
	case MONTH:
		if (t->n <= 2)
			put_padded(out, m->month, t->n);
		else
			put_month_name(s, t->n, m->month, out);
		break;
	case DAY:
		if (t->n <= 2)
			put_padded(out, m->day, t->n);
		else
			put_day_name(s, t->n, m->weekday, out);
		break;
	case HOUR: put_padded(out, hour, t->n); break;
	case MINUTE: put_padded(out, m->minute, t->n); break;
	case SECOND: put_padded(out, m->second, t->n); break;
	case FRACTION:
		buf_byte(out, '.');
		put_padded(out, (long)(m->micro / (int)pow(10, 6 - t->n)), t->n);
		break;
	case HALF_DAY:
		put_half(t, m, out);
		break;
	case ERA: put_era(s, t, m, out); break;
	case ERA_YEAR: put_era_year(s, t, m, out); break;
	case ELAPSED_HOURS: put_padded(out, (long)(elapsed / 3600), t->n); break;
	case ELAPSED_MINUTES: put_padded(out, (long)(elapsed / 60), t->n); break;
	case ELAPSED_SECONDS: put_padded(out, (long)elapsed, t->n); break;
	case POINT: case SLASH: case COMMA: case LITERAL: buf_str(out, t->text); break;
	default: break;
	}
}

bool numfmt_render_date(const struct section *s, double v, bool date1904, struct buf *out)
{
	struct moment m;
	uint32_t decimals = 0;
	bool halves = false;
	for (size_t i = 0; i < s->n; i++) {
		decimals = s->t[i].kind == FRACTION ? s->t[i].n : decimals;
		halves = halves || s->t[i].kind == HALF_DAY;
	}
	if (!moment_of(v, date1904, (int)decimals, &m))
		return false;
	if (s->system) {
		buf_printf(out, "%04d-%02d-%02d", m.year, m.month, m.day);
		return true;
	}
	if (s->system_time) {
		buf_printf(out, "%02d:%02d:%02d", m.hour, m.minute, m.second);
		return true;
	}
	for (size_t i = 0; i < s->n; i++)
		put_date_token(s, &s->t[i], &m, halves, out);
	return true;
}
