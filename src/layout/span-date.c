/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates and ranges of dates.
 *
 *     2020-03-09  2020/3/9  20200309         year first
 *     9.3.2020  03/09/20  09-03-2020         two readings: the document's vote decides
 *     9 March 2020  9. März 2020  9-Mar-20  9 de marzo de 2020  9th day of March, 2020
 *     March 9, 2020  Mar 9th 2020  2020. március 9.  2020-Mar-09
 *     March 2020  03/2020  2020-03           month only
 *     令和6年1月5日  R06.01.05  民國113年1月5日   years of an era
 */
#include "layout/span-private.h"

#include <stdio.h>

/* Two-digit years below are of this century. */
#define PIVOT 50

static int number_at(const struct scan *x, size_t from, size_t to)
{
	int n = 0;
	for (; from < to; from++)
		n = n < 100000 ? n * 10 + (x->text[from] - '0') : n;
	return n;
}

static bool is_year(int y)
{
	return y >= 1000 && y <= 2200;
}

static int days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

bool date_is_valid(const struct date *d)
{
	return is_year(d->year) && d->month >= 1 && d->month <= 12 && d->day >= 0 && d->day <= days_in(d->year, d->month);
}

/* A year of two or four digits at i: its end, or 0. */
static size_t year_read(const struct scan *x, size_t i, int *year)
{
	bool apostrophe = x->text[i] == '\'' || at_char(x, i) == 0x2019;
	size_t at = apostrophe ? i + (x->text[i] == '\'' ? 1 : 3) : i, end = digits_end(x, at);
	*year = number_at(x, at, end);
	if (end - at == 2) {
		*year += *year < PIVOT ? 2000 : 1900;
		if (x->text[end] == ':' && is_digit_at(x, end + 1))
			return 0; /* "8 May, 14:00" */
		return end;
	}
	return end - at == 4 && is_year(*year) && !apostrophe ? end : 0;
}

/* Nothing may go on that would make the digits part of something longer. */
static bool date_ends(const struct scan *x, size_t i)
{
	uint32_t c = at_char(x, i);
	if (char_is_digit(c) || (c == '/' && is_digit_at(x, i + 1)))
		return false;
	if (char_is_letter(c))
		return c == 'T' || c == 't' || c >= 0x3000;
	return !((c == '.' || c == '-' || c == ',') && char_is_digit(at_char(x, i + 1)) && !char_is_digit(at_char(x, i + 3)));
}

/* ---- numbers only */

/* A separator with a blank after a point ("9. 3. 2020"): its end, or 0. */
static size_t separator_read(const struct scan *x, size_t i, char *sep)
{
	size_t d = dash_at(x, i);
	*sep = d ? '-' : x->text[i];
	if (d)
		return i + d;
	if (*sep == '/' || (*sep == '.' && is_digit_at(x, i + 1)))
		return i + 1;
	return *sep == '.' && x->text[i + 1] == ' ' && is_digit_at(x, i + 2) ? i + 2 : 0;
}

static bool year_first_read(const struct scan *x, size_t i, struct date *d)
{
	char sep, second;
	size_t end = digits_end(x, i), at = end - i == 4 ? separator_read(x, end, &sep) : 0, day;
	d->year = number_at(x, i, end);
	if (!at)
		return false;
	end = digits_end(x, at);
	d->month = number_at(x, at, end);
	if (end == at || end - at > 2)
		return false;
	d->end = end;
	day = separator_read(x, end, &second);
	if (day && second == sep && digits_end(x, day) > day && digits_end(x, day) - day <= 2) {
		d->end = digits_end(x, day);
		d->day = number_at(x, day, d->end);
		d->quality = 97;
		return date_is_valid(d) && date_ends(x, d->end);
	}
	d->quality = 55; /* "2020-03": also a range of years, a code */
	return end - at == 2 && sep != '.' && date_is_valid(d) && edge_at(x, end) && x->text[end] != sep && is_year(d->year) && d->year > 1900;
}

static void order_decide(const struct scan *x, struct date *d, int a, int b, char sep)
{
	bool day_first = a > 12 ? true : b > 12 ? false : x->v->day_first;
	d->ambiguous = a <= 12 && b <= 12 && a != b && sep != '.';
	if (sep == '.' && b <= 12)
		day_first = true; /* points are written day first */
	d->day = day_first ? a : b;
	d->month = day_first ? b : a;
}

static bool short_date_read(const struct scan *x, size_t i, struct date *d)
{
	char sep, second;
	size_t e1 = digits_end(x, i), a2 = e1 > i && e1 - i <= 2 ? separator_read(x, e1, &sep) : 0;
	if (!a2)
		return false;
	size_t e2 = digits_end(x, a2), n2 = e2 - a2;
	int a = number_at(x, i, e1), b = number_at(x, a2, e2);
	if (n2 == 4 && (sep == '/' || sep == '.' || sep == '-') && is_year(b) && b > 1900) { /* "03/2020" */
		*d = (struct date){ .year = b, .month = a, .end = e2, .quality = 60 };
		return date_is_valid(d) && edge_at(x, e2) && date_ends(x, e2) && e1 - i == 2;
	}
	size_t a3 = n2 >= 1 && n2 <= 2 ? separator_read(x, e2, &second) : 0;
	if (!a3 || second != sep)
		return false;
	d->end = year_read(x, a3, &d->year);
	if (!d->end)
		return false;
	order_decide(x, d, a, b, sep);
	d->quality = digits_end(x, a3) - a3 == 4 ? 95 : sep == '/' ? 90 : 80;
	return date_is_valid(d) && d->day > 0 && date_ends(x, d->end);
}

static bool compact_read(const struct scan *x, size_t i, struct date *d)
{
	size_t end = digits_end(x, i);
	if (end - i != 8)
		return false;
	*d = (struct date){ .year = number_at(x, i, i + 4), .month = number_at(x, i + 4, i + 6), .day = number_at(x, i + 6, end), .end = end,
			    .quality = 35 };
	return d->year >= 1950 && d->year <= 2060 && date_is_valid(d) && d->day > 0 && edge_at(x, end) && date_ends(x, end);
}

/* ---- with month names */

/* Month name at i: its end past a point, or 0. */
size_t month_read(const struct scan *x, size_t i, int *month)
{
	size_t end = letters_end(x, i);
	if (end - i < 3 || end - i > 24)
		return 0;
	*month = locale_month(low_text(x, i, end), x->lang);
	if (!*month)
		return 0;
	return x->text[end] == '.' ? end + 1 : end;
}

static const char *const ordinals[] = { "st", "nd", "rd", "th", "er", "ère", "re", "e", "ste", "de", "º", "ª", "°", "o", "a", NULL };
static const char *const of_words[] = { "of", "de", "del", "di", "day of", "d'", "d’", "den", "af", NULL };
static const char *const tails[] = { "r.", "г.", "г", "р.", "р", "m.", NULL };

/* From a day's digits to its month's name: point, ordinal, blank, "of". */
size_t date_month_at(const struct scan *x, size_t i)
{
	size_t n = any_word_at(x, i, ordinals);
	i += n && edge_at(x, i + n) ? n : 0;
	if (x->text[i] == '.' || x->text[i] == ',')
		i++;
	if (x->text[i] == '/' || dash_at(x, i))
		return i + (dash_at(x, i) ? dash_at(x, i) : 1);
	i = skip_blank(x, i);
	n = any_word_at(x, i, of_words);
	return n ? skip_blank(x, i + n) : i;
}

/* From a month (or a day after it) to the year. */
static size_t to_year(const struct scan *x, size_t i)
{
	if (x->text[i] == ' ' && x->text[i + 1] == ',')
		i++;
	if (x->text[i] == ',')
		i++;
	if (x->text[i] == '/' || dash_at(x, i))
		return i + (dash_at(x, i) ? dash_at(x, i) : 1);
	i = skip_blank(x, i);
	size_t n = any_word_at(x, i, of_words);
	return n ? skip_blank(x, i + n) : i;
}

static bool day_month_read(const struct scan *x, size_t i, struct date *d)
{
	size_t end = digits_end(x, i), at;
	if (end == i || end - i > 2)
		return false;
	d->day = number_at(x, i, end);
	at = month_read(x, date_month_at(x, end), &d->month);
	if (!at || d->day == 0)
		return false;
	d->end = year_read(x, to_year(x, at), &d->year);
	d->quality = 97;
	return d->end && date_is_valid(d) && date_ends(x, d->end);
}

static bool month_day_read(const struct scan *x, size_t i, struct date *d)
{
	size_t at = month_read(x, i, &d->month);
	if (!at || !edge_before(x, i))
		return false;
	size_t day = skip_blank(x, dash_at(x, at) ? at + dash_at(x, at) : at), end = digits_end(x, day);
	if (end > day && end - day <= 2) {
		d->day = number_at(x, day, end);
		size_t n = any_word_at(x, end, ordinals);
		end += n && edge_at(x, end + n) ? n : 0;
		if (x->text[end] == '.')
			end++;
		size_t year = to_year(x, end);
		d->end = year > end ? year_read(x, year, &d->year) : 0;
		d->quality = 97;
		if (d->end && d->day > 0 && date_is_valid(d) && date_ends(x, d->end) && digits_end(x, year) - year != 2)
			return true;
		if (d->end && d->day > 0 && date_is_valid(d) && date_ends(x, d->end) && x->text[end] == ',')
			return true;
	}
	d->day = 0;
	size_t year = to_year(x, at);
	d->end = year_read(x, year, &d->year);
	bool full = d->end && digits_end(x, year) - year == 4;
	d->quality = full ? 80 : 45;
	/* "December 31" is a day, "Dec-99", "Dec '24" are years. */
	if (!full && x->text[year] != '\'' && at_char(x, year) != 0x2019 && (x->text[at] == ' ' || x->text[at] == ',' || number_at(x, year, d->end) <= 31) && !dash_at(x, at))
		return false;
	return d->end && year > letters_end(x, i) && date_is_valid(d) && date_ends(x, d->end);
}

static bool year_month_read(const struct scan *x, size_t i, struct date *d)
{
	size_t end = digits_end(x, i), at;
	if (end - i != 4)
		return false;
	d->year = number_at(x, i, end);
	if (at_char(x, end) == 0x5e74) /* year sign, then month and day with theirs */
		return false;
	at = x->text[end] == '.' || dash_at(x, end) ? end + (dash_at(x, end) ? dash_at(x, end) : 1) : end;
	at = skip_blank(x, at);
	size_t n = any_word_at(x, at, (const char *const[]){ "m.", "gada", NULL });
	at = n ? skip_blank(x, at + n) : at;
	at = month_read(x, at, &d->month);
	if (!at)
		return false;
	at = skip_blank(x, dash_at(x, at) ? at + dash_at(x, at) : at);
	d->end = digits_end(x, at);
	d->day = number_at(x, at, d->end);
	d->quality = 90;
	return d->end > at && d->end - at <= 2 && d->day > 0 && date_is_valid(d) && date_ends(x, d->end);
}

/* Year, month and day each with its sign, as written in Chinese and Japanese. */
static bool signed_read(const struct scan *x, size_t i, struct date *d)
{
	static const uint32_t signs[] = { 0x5e74, 0x6708, 0x65e5 };
	int part[3];
	for (int k = 0; k < 3; k++) {
		size_t end = digits_end(x, i);
		part[k] = number_at(x, i, end);
		if (end == i || end - i > 4 || at_char(x, end) != signs[k])
			return false;
		i = skip_blank(x, end + 3);
	}
	*d = (struct date){ .year = part[0], .month = part[1], .day = part[2], .quality = 97,
			    .end = i && x->text[i - 1] == ' ' ? i - 1 : i };
	return date_is_valid(d) && d->day > 0;
}

/* Eras: the year before their first; those of Japan also by a letter (JIS X 0301). */
static const struct { const char *name; int before; } eras[] = {
	{ "令和", 2018 }, { "平成", 1988 }, { "昭和", 1925 }, { "大正", 1911 }, { "明治", 1867 }, { "中華民國", 1911 }, { "中华民国", 1911 },
	{ "民國", 1911 }, { "民国", 1911 }, { "R", 2018 }, { "H", 1988 }, { "S", 1925 },
};

/* Past a sign of a year, month or day, or past a point or slash; 0 = neither. */
static size_t part_end(const struct scan *x, size_t i, uint32_t sign)
{
	if (at_char(x, i) == sign)
		return skip_blank(x, i + 3);
	return x->text[i] == '.' || x->text[i] == '/' ? i + 1 : 0;
}

static bool era_parts_read(const struct scan *x, size_t i, int before, bool letter, struct date *d)
{
	size_t end = at_char(x, i) == 0x5143 ? i + 3 : digits_end(x, i), month, day; /* 元, the first */
	bool padded = end - i == 2, signs = at_char(x, end) == 0x5e74;
	d->year = before + (x->text[i] >= '0' && x->text[i] <= '9' ? number_at(x, i, end) : 1);
	month = end > i && end - i <= 3 ? part_end(x, end, 0x5e74) : 0;
	end = month ? digits_end(x, month) : 0;
	day = end > month && end - month <= 2 ? part_end(x, end, 0x6708) : 0;
	if (!day || (letter && signs && !padded))
		return false;
	padded = padded && end - month == 2;
	d->month = number_at(x, month, end);
	d->end = digits_end(x, day);
	d->day = number_at(x, day, d->end);
	d->quality = !letter ? 97 : padded && d->end - day == 2 ? 60 : 45;
	if (d->end == day || d->end - day > 2 || (signs && at_char(x, d->end) != 0x65e5))
		return false;
	d->end += signs ? 3 : 0;
	return d->day > 0 && date_is_valid(d) && date_ends(x, d->end);
}

/* The era whose name, or letter before a digit, stands at i: its row and where its year begins; 0 = none. */
static size_t era_at(const struct scan *x, size_t i, size_t *row)
{
	for (size_t k = 0; k < sizeof(eras) / sizeof(*eras); k++) {
		size_t n = strlen(eras[k].name);
		*row = k;
		if (strncmp(x->text + i, eras[k].name, n) == 0 && (n > 1 || is_digit_at(x, i + n)))
			return n > 1 ? skip_blank(x, i + n) : i + n;
	}
	return 0;
}

bool era_may(const struct scan *x, size_t i)
{
	size_t row;
	return era_at(x, i, &row) > 0;
}

static bool era_read(const struct scan *x, size_t i, struct date *d)
{
	size_t row, at = era_at(x, i, &row);
	*d = (struct date){ 0 };
	return at && era_parts_read(x, at, eras[row].before, !eras[row].name[1], d);
}

static bool (*const readers[])(const struct scan *, size_t, struct date *) = {
	year_first_read, short_date_read, day_month_read, year_month_read, signed_read, compact_read,
};

static bool date_read(const struct scan *x, size_t i, struct date *d)
{
	if (!edge_before(x, i))
		return false;
	if (!is_digit_at(x, i)) {
		*d = (struct date){ 0 };
		return char_is_letter(at_char(x, i)) && (month_day_read(x, i, d) || era_read(x, i, d));
	}
	for (size_t k = 0; k < sizeof(readers) / sizeof(*readers); k++) {
		*d = (struct date){ 0 };
		if (readers[k](x, i, d))
			return true;
	}
	return false;
}

/* ---- emitting */

static void date_print(const struct date *d, char out[48])
{
	if (d->day)
		snprintf(out, 48, "%04d-%02d-%02d", d->year, d->month, d->day);
	else
		snprintf(out, 48, "%04d-%02d", d->year, d->month);
}

/* The time of day that follows: "T14:05", " 14:05", ", 2 pm", " at 14:05", " um 14.05 Uhr". */
static size_t time_after(const struct scan *x, size_t i, char canon[40])
{
	static const char *const at_words[] = { "at", "um", "à", "a las", "alle", "om", "o", "kl.", "ore", "às", NULL };
	uint8_t quality;
	size_t at = i;
	if (x->text[i] == 'T' || x->text[i] == 't')
		return is_digit_at(x, i + 1) ? time_read(x, i + 1, canon, &quality) : 0;
	if (x->text[at] == ',' || x->text[at] == '|')
		at++;
	at = skip_blank(x, at);
	if (dash_at(x, at))
		at = skip_blank(x, at + dash_at(x, at));
	size_t n = any_word_at(x, at, at_words);
	at = n ? skip_blank(x, at + n) : at;
	size_t end = at > i ? time_read(x, at, canon, &quality) : 0;
	return end && quality >= 60 ? end : 0;
}

static void date_emit(struct scan *x, const struct date *d, size_t i, size_t to)
{
	char canon[48], time[40];
	date_print(d, canon);
	struct span s = { .type = SPAN_DATE, .quality = d->quality, .ambiguous = d->ambiguous, .canon = span_keep(x, canon) };
	if (d->day && time_after(x, to, time))
		s.extra = span_keep(x, time);
	span_emit(x, s, i, to);
}

static void range_emit(struct scan *x, const struct date *a, const struct date *b, size_t i, size_t to)
{
	char from[48], until[48], canon[100];
	date_print(a, from);
	date_print(b, until);
	snprintf(canon, sizeof(canon), "%s/%s", from, until);
	span_emit(x, (struct span){ .type = SPAN_DATE_RANGE, .quality = imin(a->quality, b->quality) > 90 ? 97 : 85,
				    .ambiguous = a->ambiguous || b->ambiguous, .canon = span_keep(x, canon) }, i, to);
}

/* ---- ranges */

static const char *const until_words[] = { "to", "until", "till", "through", "thru", "bis", "bis zum", "zum", "au", "al", "jusqu'au",
					   "hasta", "hasta el", "t/m", "tot", "tot en met", "do", "até", "a", "à", "til", "till och med",
					   "t.o.m.", NULL };

/* From one date to the next: a dash or a word; 0 if they have nothing to do with each other. */
static size_t range_sign(const struct scan *x, size_t i)
{
	size_t at = x->text[i] == BREAK ? i + 1 : skip_blank(x, i), d = dash_at(x, at);
	if (d) {
		at += d;
		return x->text[at] == BREAK ? at + 1 : skip_blank(x, at);
	}
	size_t n = x->text[i] == BREAK ? 0 : any_word_at(x, at, until_words);
	return n && at > i && x->text[at + n] == ' ' ? at + n + 1 : 0;
}

static bool date_before(const struct date *a, const struct date *b)
{
	long p = a->year * 400L + a->month * 32L + a->day, q = b->year * 400L + b->month * 32L + b->day;
	return p <= q;
}

static size_t tail_end(const struct scan *x, size_t i)
{
	size_t at = skip_blank(x, i), n = any_word_at(x, at, tails);
	return n && at > i ? at + n : i;
}

/* A second date after the first; both are given, and the range. */
static size_t range_read(struct scan *x, const struct date *a, size_t i)
{
	struct date b;
	size_t at = range_sign(x, tail_end(x, a->end));
	if (!at || !date_read(x, at, &b) || !date_before(a, &b) || (a->day == 0) != (b.day == 0))
		return 0;
	if (b.quality < 50 || a->quality < 50)
		return 0;
	date_emit(x, a, i, a->end);
	date_emit(x, &b, at, b.end);
	range_emit(x, a, &b, i, b.end);
	return b.end;
}

/* "1 - 5 March 2020", "01.03. - 31.03.2020", "03/01 - 03/31/2020", "1 March - 2 April 2020": what is missing stands in the second. */
static size_t short_range_read(struct scan *x, size_t i)
{
	struct date a = { 0 }, b;
	size_t end = digits_end(x, i), at;
	if (end == i || end - i > 2 || !edge_before(x, i) || (i && x->text[i - 1] == '#')) /* "Till #19- 21/03/2018" */
		return 0;
	int first = number_at(x, i, end), second = 0, month = 0;
	char sep = 0;
	size_t next = separator_read(x, end, &sep), named = date_month_at(x, end);
	if (next && sep != '-' && is_digit_at(x, next) && digits_end(x, next) - next <= 2) {
		end = digits_end(x, next);
		second = number_at(x, next, end);
		end += sep == '.' && x->text[end] == '.';
	} else if (named > end && (next = month_read(x, named, &month)) != 0) {
		end = next;
	} else if (x->text[end] == '.') {
		end++;
	}
	at = range_sign(x, end);
	if (!at || !date_read(x, at, &b) || b.day == 0 || b.quality < 80)
		return 0;
	a = b;
	a.day = first;
	if (second) {
		struct date order = b;
		order_decide(x, &order, first, second, sep);
		a.day = order.day;
		a.month = order.month;
	} else if (month) {
		a.month = month;
	}
	if (!date_is_valid(&a) || a.day == 0 || !date_before(&a, &b))
		return 0;
	date_emit(x, &a, i, end);
	date_emit(x, &b, at, b.end);
	range_emit(x, &a, &b, i, b.end);
	return b.end;
}

/* "March 1 - 5, 2020", "March 1 - April 5, 2020", "January - March 2020". */
static size_t month_range_read(struct scan *x, size_t i)
{
	struct date a = { 0 }, b = { 0 };
	size_t at = month_read(x, i, &a.month), end, next;
	if (!at || !edge_before(x, i))
		return 0;
	end = skip_blank(x, at);
	if (is_digit_at(x, end) && digits_end(x, end) - end <= 2) {
		a.day = number_at(x, end, digits_end(x, end));
		at = digits_end(x, end);
	}
	next = range_sign(x, at);
	if (!next)
		return 0;
	size_t days = digits_end(x, next);
	if (a.day && days > next && days - next <= 2) { /* the second day alone */
		b = (struct date){ .month = a.month, .day = number_at(x, next, days), .quality = 90 };
		b.end = year_read(x, to_year(x, days), &b.year);
		if (!b.end)
			return 0;
	} else if (!date_read(x, next, &b)) {
		return 0;
	}
	a.year = b.year;
	a.quality = b.quality;
	if (!date_is_valid(&a) || !date_is_valid(&b) || (a.day == 0) != (b.day == 0) || !date_before(&a, &b))
		return 0;
	date_emit(x, &a, i, at);
	date_emit(x, &b, next, b.end);
	range_emit(x, &a, &b, i, b.end);
	return b.end;
}

size_t scan_date(struct scan *x, size_t i)
{
	struct date d;
	bool digit = is_digit_at(x, i);
	if (!digit && !char_is_letter(at_char(x, i)))
		return 0;
	if (!date_read(x, i, &d))
		return digit ? short_range_read(x, i) : month_range_read(x, i);
	size_t end = range_read(x, &d, i);
	if (end)
		return end;
	date_emit(x, &d, i, d.end);
	/* Weak readings leave the text to the others too. */
	return d.quality >= 50 ? d.end : 0;
}
