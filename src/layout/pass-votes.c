/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the document writes dates and numbers, by those that allow one reading:
 *
 *     13/02/20 only day first        1.234,50  1234,5  only decimal comma
 *     02/13/20 only month first      1,234.50  0.5     only decimal point
 *
 * Among dates of two readings, those whose first number moves while the second
 * stays are days. Without votes the language decides; for English the money, the
 * countries and states named, tax and bank numbers, dialling codes and how dates
 * with a month's name are written. The formats of a sheet's cells know. Where nothing says anything an English document
 * is read as American: that is where most of those come from that name no country.
 */
#include "layout/layout-private.h"
#include "layout/locale.h"

struct votes {
	uint32_t day_first, month_first, comma, point;
	uint32_t seen_first, seen_second; /* bit k: the ambiguous dates have k at this place */
};

struct digits {
	uint32_t value, n;
};

static size_t digits_read(struct str s, size_t i, struct digits *d)
{
	*d = (struct digits){ 0, 0 };
	for (; i < s.n && char_is_digit((unsigned char)s.p[i]); i++, d->n++)
		d->value = d->n < 6 ? d->value * 10 + (uint32_t)(s.p[i] - '0') : d->value;
	return i;
}

/* "3/14/2020", "14.3.20": two short numbers and a year, one separator. False if it is something else. */
static bool date_vote(struct votes *t, struct str s)
{
	struct digits a, b, y;
	size_t i = digits_read(s, 0, &a);
	if (a.n < 1 || a.n > 2 || i >= s.n || !strchr("/.-", s.p[i]))
		return false;
	char sep = s.p[i];
	i = digits_read(s, i + 1, &b);
	if (b.n < 1 || b.n > 2 || i >= s.n || s.p[i] != sep)
		return false;
	i = digits_read(s, i + 1, &y);
	if ((y.n != 2 && y.n != 4) || (y.n == 4 && (y.value < 1000 || y.value > 2200)) || !a.value || !b.value)
		return false;
	if (i < s.n && (s.p[i] == sep || char_is_alnum((unsigned char)s.p[i])))
		return false;
	bool point = sep == '.'; /* month first is hardly ever written with points */
	if (a.value > 12 && a.value <= 31 && b.value <= 12)
		t->day_first += 2;
	else if (b.value > 12 && b.value <= 31 && a.value <= 12)
		t->month_first += 2;
	else if (a.value <= 12 && b.value <= 12) {
		t->day_first += point;
		t->seen_first |= 1u << a.value;
		t->seen_second |= 1u << b.value;
	}
	return true;
}

/* Digits, separators and perhaps a sign: which decimal sign does it show? */
static void number_vote(struct votes *t, struct str s)
{
	uint32_t points = 0, commas = 0, after = 0, before = 0;
	char last = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (char_is_digit(c)) {
			after++;
			before += !last;
		} else if (c == '.' || c == ',') {
			if (after == 0 || (last && c != last && after != 3) || (last && c == last && after != 3))
				return; /* no grouping by three: a version, a list, a sentence */
			points += c == '.';
			commas += c == ',';
			last = (char)c;
			after = 0;
		} else {
			return;
		}
	}
	if (!last || after == 0 || (last == '.' ? points : commas) > 1)
		return;
	if (after != 3 || before > 3 || (points && commas) || (before == 1 && s.p[0] == '0')) {
		uint32_t weight = points && commas ? 3 : after == 2 ? 2 : 1;
		*(last == ',' ? &t->comma : &t->point) += weight;
	}
}

static bool is_number_edge(unsigned char c)
{
	return !char_is_alnum(c) && c != '.' && c != ',';
}

/* The number inside signs, brackets and currency signs. */
static struct str number_part(struct str s)
{
	while (s.n && !char_is_digit((unsigned char)s.p[0]) && (is_number_edge((unsigned char)s.p[0]) || (unsigned char)s.p[0] >= 0x80))
		s = (struct str){ s.p + 1, s.n - 1 };
	while (s.n && !char_is_digit((unsigned char)s.p[s.n - 1]))
		s.n--;
	return s;
}

static uint32_t bits_of(uint32_t x)
{
	uint32_t n = 0;
	for (; x; x &= x - 1)
		n++;
	return n;
}

/* ---- where an English document is at home: only the United States write the month first */

enum home { HOME_STATE = 1, HOME_DOLLAR = 2, HOME_MONTH_FIRST = 4, /* these are American */
	HOME_MONEY = 8, HOME_COUNTRY = 16, HOME_NUMBER = 32, HOME_DAY_FIRST = 64 };

static unsigned home_of_money(const char *code)
{
	return !code || !*code ? 0 : strcmp(code, "USD") == 0 ? HOME_DOLLAR : HOME_MONEY;
}

static unsigned home_of_currency(const struct view *v, struct str s)
{
	return home_of_money(locale_currency(s) ? locale_currency(s) : locale_sign(s, v->lang));
}

/* "GB123456789", "DE89370400440532013000": numbers for taxes and of accounts begin with a country, not with the United States. */
static bool is_country_number(struct str s)
{
	size_t digits = 0, letters = 0;
	if (s.n < 10 || s.n > 34 || !char_is_upper((unsigned char)s.p[0]) || !char_is_upper((unsigned char)s.p[1]) || !char_is_digit((unsigned char)s.p[2]))
		return false;
	for (size_t i = 2; i < s.n; i++) {
		digits += char_is_digit((unsigned char)s.p[i]);
		letters += char_is_upper((unsigned char)s.p[i]);
	}
	return digits + letters == s.n - 2 && digits >= 8 && locale_country_code((struct str){ s.p, 2 }) && memcmp(s.p, "US", 2) != 0;
}

/* "+44", "+442079460018": a number to be dialled from abroad, of another country than those that share +1. */
static bool is_dialled(struct str s)
{
	size_t at = s.n && s.p[0] == '(' ? 1 : 0;
	return s.n >= at + 3 && s.n <= 20 && s.p[at] == '+' && char_is_digit((unsigned char)s.p[at + 2]) && s.p[at + 1] >= '2' && s.p[at + 1] <= '9';
}

/* "Tel", "Tel:07-3507405", "FAX": what stands before a telephone number. Returns its length; 0: something else. */
static size_t phone_label(struct str s)
{
	static const char *const labels[] = { "telephone", "phone", "tel", "fax", "mobile", "hp" };
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		size_t n = strlen(labels[i]), k = 0;
		while (k < n && k < s.n && (s.p[k] | 32) == labels[i][k])
			k++;
		if (k == n && (s.n == n || !char_is_alnum((unsigned char)s.p[n])))
			return n;
	}
	return 0;
}

/* "Tel: 07-3507405": the zero before a long-distance call, which no number of those that share +1 begins with. */
static bool is_trunk_call(const struct view *v, uint32_t w)
{
	enum { LOOK = 4, LEAST = 8 };
	size_t at = phone_label(v->words[w].text), digits = 0;
	for (uint32_t end = w + LOOK; at && w < end && w < v->words_n && digits < LEAST; w++, at = 1) {
		struct str s = v->words[w].text;
		for (size_t i = at - 1; i < s.n; i++) {
			unsigned char c = (unsigned char)s.p[i];
			if (char_is_digit(c) && !digits && c != '0')
				return false;
			digits += char_is_digit(c);
			if (digits && char_is_letter(c))
				return digits >= LEAST;
		}
	}
	return digits >= LEAST;
}

/* "OR 97403", "WA 98052-6399" */
static bool is_zip_code(struct str s)
{
	struct digits d;
	size_t i = digits_read(s, 0, &d);
	return d.n == 5 && (i == s.n || !char_is_alnum((unsigned char)s.p[i]));
}

static bool is_day(struct str s)
{
	while (s.n && !char_is_digit((unsigned char)s.p[s.n - 1]))
		s.n--; /* "5th", "14," */
	return (s.n == 1 && s.p[0] >= '1' && s.p[0] <= '9') ||
	       (s.n == 2 && s.p[0] >= '1' && s.p[0] <= '3' && char_is_digit((unsigned char)s.p[1]) && (s.p[0] < '3' || s.p[1] <= '1'));
}

/* "4 March 2024" or "March 4, 2024": who writes the day first with letters does so with figures. */
static unsigned home_of_month(const struct view *v, uint32_t w)
{
	char buffer[32];
	struct str s = v->words[w].text;
	while (s.n && !char_is_letter(char_last(s)))
		s.n--;
	if (s.n < 3 || s.n > 9 || !locale_month(locale_fold(s, buffer, sizeof(buffer)), "en"))
		return 0;
	bool before = w > 0 && is_day(v->words[w - 1].text), after = w + 1 < v->words_n && is_day(v->words[w + 1].text);
	return before == after ? 0 : before ? HOME_DAY_FIRST : HOME_MONTH_FIRST;
}

/* What a word says: money, a state with its postal code, a country. */
static unsigned home_of(const struct view *v, uint32_t w)
{
	struct str s = v->words[w].text;
	uint32_t first = char_first(s);
	char buffer[48];
	size_t sign = 0;
	if (char_is_sign(first)) {
		str_utf8_next(s, &sign);
		return home_of_money(locale_sign((struct str){ s.p, sign }, v->lang));
	}
	if (is_country_number(s) || is_dialled(s) || is_trunk_call(v, w))
		return HOME_NUMBER;
	if (s.n > 3 && s.n <= 6 && s.p[0] == '(' && s.p[s.n - 1] == ')')
		return home_of_currency(v, (struct str){ s.p + 1, s.n - 2 }); /* "Amount (RM)" */
	if (!char_is_upper(first) || s.n > 40)
		return 0;
	bool figures = w + 1 < v->words_n && char_is_digit(char_first(v->words[w + 1].text));
	const char *region = s.n == 2 && w + 1 < v->words_n && is_zip_code(v->words[w + 1].text) ? locale_region(s) : NULL;
	if (region)
		return strcmp(region, "US") == 0 ? HOME_STATE : HOME_COUNTRY;
	if (figures && s.n <= 3)
		return home_of_currency(v, s);
	while (s.n && !char_is_letter(char_last(s)))
		s.n--;
	if (str_eq_z(s, "VAT") || str_eq_z(s, "GST"))
		return HOME_COUNTRY; /* taxes the United States do not have */
	const char *country = s.n > 3 ? locale_country_name(locale_fold(s, buffer, sizeof(buffer))) : NULL;
	return country && strcmp(country, "US") != 0 ? HOME_COUNTRY : 0;
}

/* Kinds of evidence count, not their number: a report names many countries. */
static bool home_is_day_first(const struct view *v)
{
	unsigned seen = 0;
	for (uint32_t w = 0; w < v->words_n && w < 20000; w++)
		seen |= home_of(v, w) | home_of_month(v, w);
	if ((seen & HOME_DAY_FIRST) && (seen & HOME_MONTH_FIRST)) /* people quote */
		seen &= ~(unsigned)(HOME_DAY_FIRST | HOME_MONTH_FIRST);
	int american = (seen & HOME_STATE ? 3 : 0) + (seen & HOME_DOLLAR ? 2 : 0) + (seen & HOME_MONTH_FIRST ? 4 : 0);
	return (seen & HOME_MONEY ? 3 : 0) + (seen & HOME_COUNTRY ? 1 : 0) + (seen & HOME_NUMBER ? 2 : 0) + (seen & HOME_DAY_FIRST ? 4 : 0) > american;
}

/* What the formats of a sheet's cells say: 'd' or 'm', 0 if nothing. */
static char order_told(const struct doc *d)
{
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		struct str name = { d->facts_text + f->name, f->name_len };
		if (f->kind == DOC_FACT_META && f->value_len && str_eq_z(name, "date-order"))
			return d->facts_text[f->value];
	}
	return 0;
}

static void date_order_decide(struct view *v, const struct votes *t)
{
	char told = order_told(v->doc);
	if (told) {
		v->day_first = told == 'd';
		return;
	}
	const struct locale_language *l = locale_language(v->lang);
	uint32_t first = bits_of(t->seen_first), second = bits_of(t->seen_second);
	if (t->day_first != t->month_first)
		v->day_first = t->day_first > t->month_first;
	else if (first >= 3 * second && first >= 4)
		v->day_first = true;
	else if (second >= 3 * first && second >= 4)
		v->day_first = false;
	else if (l && strcmp(v->lang, "en") != 0)
		v->day_first = l->day_first;
	else
		v->day_first = v->decimal_comma || home_is_day_first(v);
}

/* "19.30 uur", "om 21.05": a time of day says nothing of decimals. */
static bool is_time(const struct view *v, uint32_t w, struct str s)
{
	static const char *const behind[] = { "uur", "uhr", "h", "pm", "am", "p.m.", "a.m.", "часов" }, *const before[] = { "om", "um", "at", "kl.", "kl", "ore", "alle", "klo" };
	if ((s.n != 5 && s.n != 4) || s.p[s.n - 3] != '.' || s.p[s.n - 2] > '5' || s.p[0] > '2' + (s.n == 4) * 7)
		return false;
	struct str last = w ? v->words[w - 1].text : STR(""), next = w + 1 < v->words_n ? v->words[w + 1].text : STR("");
	while (next.n > 1 && (next.p[next.n - 1] == ',' || next.p[next.n - 1] == '.'))
		next.n--;
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if (str_eq_nocase(next, str_from(behind[i])) || str_eq_nocase(last, str_from(before[i])))
			return true;
	return false;
}

/* The parser writes a workbook's numbers itself, with a decimal point wherever it was made: "1,250" has no decimals there. */
static bool has_points(const struct doc *d)
{
	return str_eq(d->format, STR("xlsx")) || str_eq(d->format, STR("xls"));
}

bool votes_count(struct build *b)
{
	struct view *v = b->v;
	const struct locale_language *l = locale_language(v->lang);
	struct votes t = { 0 };
	for (uint32_t w = 0; w < v->words_n; w++) {
		struct str s = number_part(v->words[w].text);
		if (s.n >= 3 && !is_time(v, w, s) && !date_vote(&t, s))
			number_vote(&t, s);
	}
	v->decimal_comma = t.comma != t.point ? t.comma > t.point : l && l->decimal_comma && !has_points(v->doc);
	date_order_decide(v, &t);
	return true;
}
