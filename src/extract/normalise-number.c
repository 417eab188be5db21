/* SPDX-License-Identifier: Apache-2.0 */
/* normalise-number - printed numbers and durations as numbers. */
#include "extract/normalise-private.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

struct digits { /* one printed number, cut into its parts */
	struct str run;      /* from first to last digit, group marks inside */
	bool negative;
};

/* Bytes of a group mark at s.p[i], 0 if there is none: space, no-break spaces, apostrophes. */
static size_t group_mark(struct str s, size_t i)
{
	static const char *const marks[] = { " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'", "\xE2\x80\x99" };
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
		size_t n = strlen(marks[k]);
		if (i + n <= s.n && !memcmp(s.p + i, marks[k], n))
			return n;
	}
	return 0;
}

/* Do exactly three digits follow s.p[i]? Then a mark before them groups thousands. */
static bool three_digits(struct str s, size_t i)
{
	return i + 3 <= s.n && is_digit(s.p[i]) && is_digit(s.p[i + 1]) && is_digit(s.p[i + 2]) &&
	       !(i + 3 < s.n && is_digit(s.p[i + 3]));
}

static bool minus_before(struct str s, size_t i)
{
	while (i && (s.p[i - 1] == ' ' || s.p[i - 1] == '$'))
		i--;
	return i && (s.p[i - 1] == '-' || s.p[i - 1] == '(' ||
		     (i >= 3 && (!memcmp(s.p + i - 3, "\xE2\x88\x92", 3) || !memcmp(s.p + i - 3, "\xE2\x80\x93", 3))));
}

static bool minus_after(struct str s, size_t i)
{
	return i < s.n && s.p[i] == '-' && (i + 1 == s.n || !is_digit(s.p[i + 1]));
}

static bool digits_find(struct str s, struct digits *out)
{
	size_t i = 0, end;
	while (i < s.n && !is_digit(s.p[i]) && !((s.p[i] == '.' || s.p[i] == ',') && i + 1 < s.n && is_digit(s.p[i + 1])))
		i++;
	if (i == s.n)
		return false;
	for (end = i; end < s.n;) {
		size_t mark = group_mark(s, end);
		if (is_digit(s.p[end]))
			end++;
		else if ((s.p[end] == '.' || s.p[end] == ',') && end + 1 < s.n && is_digit(s.p[end + 1]))
			end++;
		else if (mark && end > i && three_digits(s, end + mark))
			end += mark;
		else
			break;
	}
	/* a dash between two numbers is no sign */
	out->negative = (minus_before(s, i) && !(i >= 2 && s.p[i - 1] == '-' && is_digit(s.p[i - 2]))) || minus_after(s, end);
	out->run = (struct str){ s.p + i, end - i };
	return true;
}

/* Place of the decimal mark in a run, or run.n. */
static size_t decimal_at(struct str run, bool decimal_comma)
{
	size_t dots = 0, commas = 0, last = run.n, after;
	for (size_t i = 0; i < run.n; i++) {
		dots += run.p[i] == '.';
		commas += run.p[i] == ',';
		if (run.p[i] == '.' || run.p[i] == ',')
			last = i;
	}
	if (last == run.n)
		return run.n;
	after = run.n - last - 1;
	if (dots && commas) /* 1.234,50: the last one is the decimal mark, unless it repeats */
		return (run.p[last] == '.' ? dots : commas) == 1 ? last : run.n;
	if (dots + commas > 1)
		return run.n;
	if (after != 3 || !last || last > 3 || run.p[0] == '0')
		return last;
	return (run.p[last] == ',') == decimal_comma ? last : run.n; /* 1,234: the document decides */
}

bool decimal_read(struct str s, bool decimal_comma, char out[64])
{
	struct digits d;
	size_t n = 0, point;
	if (!digits_find(s, &d))
		return false;
	point = decimal_at(d.run, decimal_comma);
	if (d.negative)
		out[n++] = '-';
	size_t first = n;
	for (size_t i = 0; i < d.run.n && n < 60; i++) {
		if (i == point) {
			if (n == first)
				out[n++] = '0';
			out[n++] = '.';
		} else if (is_digit(d.run.p[i])) {
			if (i < point && n == first + 1 && out[first] == '0')
				n = first; /* JSON has no leading zeros */
			out[n++] = d.run.p[i];
		}
	}
	out[n] = 0;
	return true;
}

#define WHOLE_DIGITS 18 /* more before the point is no amount of anything, and no 64-bit integer */

static size_t whole_part(const char *number)
{
	return strcspn(number, ".") - (number[0] == '-');
}

static bool write_integer(const char *number, struct buf *out)
{
	const char *point = strchr(number, '.');
	for (const char *p = point ? point + 1 : ""; *p; p++)
		if (*p != '0')
			return false; /* integers never get fractions (G-38) */
	size_t n = point ? (size_t)(point - number) : strlen(number);
	if (whole_part(number) > WHOLE_DIGITS)
		return false;
	buf_add(out, number, n);
	return true;
}

/* ---- durations */

static int64_t duration_unit(struct str s, size_t i)
{
	static const struct { const char *word; int64_t seconds; } rows[] = {
		{ "std", 3600 }, { "stunde", 3600 }, { "hour", 3600 }, { "hr", 3600 }, { "heure", 3600 }, { "hora", 3600 },
		{ "ore", 3600 }, { "ora", 3600 }, { "uur", 3600 }, { "uren", 3600 }, { "godz", 3600 }, { "h", 3600 },
		{ "min", 60 }, { "m", 60 }, { "sec", 1 }, { "sek", 1 }, { "s", 1 }, { "day", 86400 }, { "tag", 86400 },
		{ "jour", 86400 }, { "d", 86400 }, { "week", 604800 }, { "woche", 604800 },
	};
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '-'))
		i++;
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
		size_t n = strlen(rows[k].word);
		if (i + n <= s.n && str_eq_nocase((struct str){ s.p + i, n }, str_from(rows[k].word)) &&
		    (n > 1 || i + n == s.n || !((s.p[i + n] | 0x20) >= 'a' && (s.p[i + n] | 0x20) <= 'z')))
			return rows[k].seconds;
	}
	return 0;
}

/* ISO 8601, "P1DT2H30M"; a month counts 30 days, a year 365. */
static bool iso_duration_read(struct str s, int64_t *seconds)
{
	static const struct { char letter; bool time; int64_t seconds; } rows[] = {
		{ 'Y', false, 365 * INT64_C(86400) }, { 'M', false, 30 * INT64_C(86400) }, { 'W', false, 604800 }, { 'D', false, 86400 },
		{ 'H', true, 3600 }, { 'M', true, 60 }, { 'S', true, 1 },
	};
	bool time = false, any = false;
	int64_t value = -1;
	*seconds = 0;
	for (size_t i = 1; i < s.n && s.p[0] == 'P'; i++) {
		if (is_digit(s.p[i])) {
			value = (value < 0 ? 0 : value) * 10 + (s.p[i] - '0');
			if (value > 1000000000)
				return false;
			continue;
		}
		time |= s.p[i] == 'T';
		for (size_t k = 0; k < sizeof rows / sizeof *rows && value >= 0; k++)
			if (rows[k].letter == s.p[i] && rows[k].time == time) {
				*seconds += value * rows[k].seconds;
				any = true;
			}
		if (s.p[i] != 'T' && value < 0)
			return false;
		value = -1;
	}
	return any;
}

bool duration_read(struct str s, int64_t unit, int64_t *seconds)
{
	bool any = false;
	if (iso_duration_read(s, seconds))
		return true;
	*seconds = 0;
	for (size_t i = 0; i < s.n;) {
		int64_t v = 0, scale;
		if (!is_digit(s.p[i])) {
			i++;
			continue;
		}
		for (; i < s.n && is_digit(s.p[i]) && v < 1000000; i++)
			v = v * 10 + (s.p[i] - '0');
		scale = duration_unit(s, i);
		if (!scale && any)
			break; /* "1 h 30": what follows is no duration of its own */
		*seconds += v * (scale ? scale : unit);
		any = true;
		if (!scale)
			break;
	}
	return any;
}

static int64_t wanted_unit(const struct plan_field *f)
{
	static const struct { const char *word; int64_t seconds; } rows[] = {
		{ "minute", 60 }, { "hour", 3600 }, { "second", 1 }, { "day", 86400 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str d = f->node->description, name = f->node->name;
		size_t n = strlen(rows[i].word);
		for (size_t k = 0; k + n <= d.n; k++)
			if (str_eq_nocase((struct str){ d.p + k, n }, str_from(rows[i].word)))
				return rows[i].seconds;
		for (size_t k = 0; k + n <= name.n; k++)
			if (str_eq_nocase((struct str){ name.p + k, n }, str_from(rows[i].word)))
				return rows[i].seconds;
	}
	return 60;
}

/* Seconds in a unit; what is left over in hundredths, if fractions are wanted. */
static void write_quotient(int64_t seconds, int64_t unit, bool fraction, struct buf *out)
{
	int64_t hundredths = (seconds % unit * 100 + unit / 2) / unit;
	buf_i64(out, seconds / unit + (fraction && hundredths == 100));
	if (fraction && hundredths % 100)
		buf_printf(out, hundredths % 10 ? ".%02d" : ".%d", (int)(hundredths % 10 ? hundredths : hundredths / 10));
}

/* "revenue_millions" wants "12.5 million" as it is printed. */
static bool names_magnitude(const struct intern *in, const struct plan_field *field)
{
	static const char *const words[] = { "thousand", "million", "mio", "billion" };
	for (size_t i = 0; i < field->name.n; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (str_eq_z(token_text(in, field->name.tokens[i]), words[k]))
				return true;
	return false;
}

bool number_write(const struct view *v, const struct intern *in, const struct plan_field *field, const struct found *f, struct str text,
		  struct buf *out)
{
	char number[64];
	int64_t seconds;
	if (field->type == VALUE_DURATION) {
		int64_t unit = wanted_unit(field);
		if (!(f->canon.n && iso_duration_read(f->canon, &seconds)) && !duration_read(text, unit, &seconds))
			return false;
		write_quotient(seconds, unit, field->node->type == SCHEMA_NUMBER, out);
		return true;
	}
	if (field->type == VALUE_YEAR && f->canon.n >= 4 && is_digit(f->canon.p[3]))
		return decimal_read((struct str){ f->canon.p, 4 }, false, number) && write_integer(number, out);
	bool read = f->canon.n && !names_magnitude(in, field);
	if (!(read ? decimal_read(f->canon, false, number) : decimal_read(text, v->decimal_comma, number)))
		return false;
	const char *shown = number + (number[0] == '-' && (field->form & FORM_POSITIVE));
	if (field->node->type == SCHEMA_INTEGER)
		return write_integer(shown, out);
	if (whole_part(shown) > WHOLE_DIGITS)
		return false;
	buf_z(out, shown);
	return true;
}
