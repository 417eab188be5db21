/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Days without a year at the start of a cell or a line, as the rows of accounts, folios and programmes have them:
 *
 *     03.05.  3 May  May 3  3-May  03/05
 *
 * The year is the one that brings the day nearest to a whole date of the document; what is far from all of them stays
 * unread, for then nothing in the document tells the year.
 */
#include "layout/span-private.h"

#include <stdio.h>
#include <stdlib.h>

enum { QUALITY = 60, SURE = 80, NEAR = 150 /* days */, REPEATS = 3, DATES = 64 };

struct days {
	struct scan *x;
	struct {
		int year;
		long day; /* from an arbitrary one */
	} whole[DATES]; /* dates that have a year */
	size_t n;
	size_t first;      /* spans before this one are of the first pass */
	uint32_t slashes;  /* "03/05" seen so far: alone it may be page 3 of 5 */
};

/* Days since 1 March 0000 in the Gregorian calendar. */
static long day_number(int year, int month, int day)
{
	long y = year - (month <= 2), m = (month + 9) % 12;
	return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1;
}

static int digits(const char *p, size_t from, size_t end)
{
	int n = 0;
	for (size_t i = from; i < end; i++)
		n = n * 10 + p[i] - '0';
	return n;
}

static void whole_collect(struct days *d)
{
	const struct span *s = d->x->out.p;
	for (size_t i = 0; i < d->first && d->n < DATES; i++) {
		if (s[i].type != SPAN_DATE || s[i].quality < SURE || s[i].canon.n != 10)
			continue;
		int year = digits(s[i].canon.p, 0, 4);
		d->whole[d->n].year = year;
		d->whole[d->n++].day = day_number(year, digits(s[i].canon.p, 5, 7), digits(s[i].canon.p, 8, 10));
	}
}

static bool year_find(const struct days *d, struct date *date)
{
	long best = NEAR + 1;
	for (size_t i = 0; i < d->n; i++)
		for (int year = d->whole[i].year - 1; year <= d->whole[i].year + 1; year++) {
			struct date try = { .year = year, .month = date->month, .day = date->day };
			if (try.day < 1 || !date_is_valid(&try))
				continue;
			long far = labs(day_number(year, try.month, try.day) - d->whole[i].day);
			if (far < best) {
				best = far;
				date->year = year;
			}
		}
	return best <= NEAR;
}

/* Two numbers with signs that only days and months have. */
static bool numbers_read(const struct scan *x, size_t i, struct date *d, bool *slash)
{
	size_t e1 = digits_end(x, i), e2 = e1 > i && e1 - i <= 2 && strchr("./", x->text[e1]) ? digits_end(x, e1 + 1) : 0;
	*slash = e2 && x->text[e1] == '/';
	if (e2 <= e1 + 1 || e2 - e1 - 1 > 2 || !(*slash ? e1 - i == 2 && e2 - e1 == 3 : x->text[e2] == '.'))
		return false;
	int a = digits(x->text, i, e1), b = digits(x->text, e1 + 1, e2);
	bool day_first = !*slash || a > 12 || (b <= 12 && x->v->day_first);
	*d = (struct date){ .day = day_first ? a : b, .month = day_first ? b : a, .end = e2 + !*slash };
	return true;
}

static bool named_read(const struct scan *x, size_t i, struct date *d)
{
	size_t end = digits_end(x, i), at = end > i && end - i <= 2 ? month_read(x, date_month_at(x, end), &d->month) : 0;
	if (at) {
		d->day = digits(x->text, i, end);
		d->end = at;
		return true;
	}
	at = end == i ? month_read(x, i, &d->month) : 0;
	size_t day = at ? skip_blank(x, at) : 0;
	end = day ? digits_end(x, day) : 0;
	if (!at || end == day || end - day > 2)
		return false;
	d->day = digits(x->text, day, end);
	d->end = end;
	return true;
}

static void day_scan(struct days *d, size_t i)
{
	struct scan *x = d->x;
	struct date date = { 0 };
	bool slash = false;
	char canon[48];
	if (!numbers_read(x, i, &date, &slash) && !named_read(x, i, &date))
		return;
	char next = x->text[date.end];
	if ((next && next != ' ' && next != BREAK && next != ',') || digits_end(x, date.end + (next == ' ' || next == ',')) > date.end + 1 ||
	    !year_find(d, &date))
		return;
	d->slashes += slash;
	snprintf(canon, sizeof canon, "%04d-%02d-%02d", date.year, date.month, date.day);
	span_emit(x, (struct span){ .type = SPAN_DATE, .quality = slash ? QUALITY - 1 : QUALITY, .ambiguous = true, .year_told = true,
				    .canon = span_keep(x, canon) }, i, date.end);
}

/* May a segment begin with a day? A cheap look, for most do not. */
static bool may_begin(const struct view *v, const struct view_seg *g)
{
	struct str w = v->words[g->word].text, next = g->words > 1 ? v->words[g->word + 1].text : STR("");
	bool digit = w.n && w.p[0] >= '0' && w.p[0] <= '9';
	return digit ? w.n <= 12 : next.n && next.n <= 5 && next.p[0] >= '0' && next.p[0] <= '9';
}

static void line_scan(struct days *d, const struct view_line *line)
{
	struct scan *x = d->x;
	bool any = false;
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++)
		any |= may_begin(x->v, &x->v->segs[s]);
	if (!any)
		return;
	scan_flatten(x, line->word, line->words);
	for (size_t i = 0; i < x->n; i++)
		if (i == 0 || x->text[i - 1] == BREAK)
			day_scan(d, i);
}

/* Fractions and "page 3 of 5" look like "03/05"; columns of days have several. */
static void slashes_weigh(struct days *d)
{
	struct span *s = d->x->out.p;
	size_t kept = d->first;
	for (size_t i = d->first; i < d->x->out.n; i++)
		if (s[i].quality == QUALITY || d->slashes >= REPEATS)
			s[kept++] = s[i];
	d->x->out.n = kept;
}

void days_scan(struct scan *x)
{
	struct days d = { .x = x, .first = x->out.n };
	whole_collect(&d);
	for (uint32_t l = 0; d.n && l < x->v->lines_n; l++)
		line_scan(&d, &x->v->lines[l]);
	slashes_weigh(&d);
}
