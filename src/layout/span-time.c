/* SPDX-License-Identifier: Apache-2.0 */
/* Times of day and lengths of time. */
#include "layout/span-private.h"

#include <stdio.h>

struct clock {
	int hour, minute, second; /* second -1: not given */
	size_t end, fraction, fraction_end;
	bool pm, am, word; /* word: "Uhr", "h" says that it is a time */
	bool paired;       /* has minutes */
	bool bare;         /* "5h": as well a length */
};

static int two(const struct scan *x, size_t i, size_t end)
{
	int n = 0;
	for (; i < end; i++)
		n = n * 10 + (x->text[i] - '0');
	return n;
}

static const char *const hour_words[] = { "uhr", "h", "hrs", "hours", "hs", "uur", "kl", NULL };
static const char *const am_words[] = { "am", "a.m.", "a.m", "a", NULL };
static const char *const pm_words[] = { "pm", "p.m.", "p.m", "p", NULL };

static void half_day_read(const struct scan *x, struct clock *c)
{
	size_t at = skip_blank(x, c->end), n = any_word_at(x, at, pm_words);
	bool apart = at > c->end || (!c->paired && char_is_upper((unsigned char)x->text[at])); /* "9a", not "9 a", "9A" */
	if (n && (n > 1 || !apart)) {
		c->pm = true;
	} else {
		n = any_word_at(x, at, am_words);
		if (!n || (n == 1 && apart))
			return;
		c->am = true;
	}
	c->end = at + n;
}

/* "alle ore 18.30", "o godz. 14.20", "kl. 9": words that say before it that it is a time. */
static bool is_led(const struct scan *x, size_t i)
{
	static const char *const words[] = { "ore", "godz.", "godz", "godzinie", "kl.", "klo", NULL };
	size_t end = i;
	while (end && x->text[end - 1] == ' ')
		end--;
	for (const char *const *w = words; end < i && *w; w++) {
		size_t n = strlen(*w);
		if (end >= n && memcmp(x->low + end - n, *w, n) == 0 && edge_before(x, end - n))
			return true;
	}
	return false;
}

static size_t pair_read(const struct scan *x, size_t i, int most, int *value)
{
	size_t end = digits_end(x, i);
	*value = end - i == 2 ? two(x, i, end) : -1;
	return end - i == 2 && *value < most ? end : 0;
}

static bool clock_read(const struct scan *x, size_t i, struct clock *c)
{
	size_t end = digits_end(x, i), at;
	*c = (struct clock){ .second = -1 };
	bool joined = i > 1 && (x->text[i - 1] == 'T' || x->text[i - 1] == 't') && is_digit_at(x, i - 2); /* "2020-03-09T14:05" */
	if (end == i || end - i > 2 || !(edge_before(x, i) || joined) || (i > 1 && x->text[i - 1] == ':' && is_digit_at(x, i - 2)))
		return false;
	c->hour = two(x, i, end);
	char sep = x->text[end];
	c->end = end;
	if (sep == ':' || sep == '.' || ((sep == 'h' || sep == 'H') && is_digit_at(x, end + 1))) {
		at = pair_read(x, end + 1, 60, &c->minute);
		if (!at)
			return false;
		c->end = at;
		c->paired = true;
		c->word = sep == 'h' || sep == 'H';
		if (sep == ':' && x->text[at] == ':' && pair_read(x, at + 1, 61, &c->second)) {
			c->end = at + 3;
			if ((x->text[c->end] == '.' || x->text[c->end] == ',') && is_digit_at(x, c->end + 1)) {
				c->fraction = c->end + 1;
				c->fraction_end = c->end = digits_end(x, c->end + 1);
			}
		}
	}
	half_day_read(x, c);
	size_t blank = skip_blank(x, c->end), n = c->am || c->pm ? 0 : any_word_at(x, blank, hour_words);
	c->word |= n > 0;
	c->bare = n == 1 && c->end == end;
	bool named = c->word || c->am || c->pm;
	if (n)
		c->end = blank + n;
	if (sep != ':' && !named && !is_led(x, i))
		return false;
	return c->hour <= 24 && (c->hour <= 12 || c->paired || !(c->am || c->pm)) && !is_digit_at(x, c->end) && !char_is_letter(at_char(x, c->end) == 'Z' ? ' ' : at_char(x, c->end));
}

/* "Z", "+01:00", "-0500", "UTC", "CET": what is kept, and its end. */
static size_t zone_read(const struct scan *x, size_t i, char out[12])
{
	out[0] = 0;
	if (x->text[i] == 'Z' && edge_at(x, i + 1)) {
		memcpy(out, "Z", 2);
		return i + 1;
	}
	size_t at = skip_blank(x, i);
	if (word_at(x, at, "utc") || word_at(x, at, "gmt")) {
		memcpy(out, "Z", 2);
		return at + 3;
	}
	if ((x->text[at] != '+' && x->text[at] != '-') || digits_end(x, at + 1) - at - 1 < 2)
		return i;
	size_t h = digits_end(x, at + 1), colon = x->text[h] == ':' ? 1 : 0, end = digits_end(x, h + colon);
	bool joined = h - at == 5, split = h - at == 3 && colon && end - h == 3;
	if (!joined && !split)
		return i;
	memcpy(out, x->text + at, 3);
	out[3] = ':';
	memcpy(out + 4, joined ? x->text + at + 3 : x->text + h + 1, 2);
	out[6] = 0;
	return end > h && split ? end : h;
}

size_t time_read(const struct scan *x, size_t i, char canon[40], uint8_t *quality)
{
	struct clock c;
	char zone[12];
	if (!clock_read(x, i, &c))
		return 0;
	if (c.second < 0 && x->text[c.end] == ':')
		return 0;
	int hour = c.pm && c.hour < 12 ? c.hour + 12 : c.am && c.hour == 12 ? 0 : c.hour;
	int n = snprintf(canon, 40, "%02d:%02d", hour, c.minute);
	if (c.second >= 0)
		n += snprintf(canon + n, 40 - (size_t)n, ":%02d", c.second);
	size_t digits = c.fraction_end - c.fraction;
	if (c.fraction && digits <= 9)
		n += snprintf(canon + n, 40 - (size_t)n, ".%.*s", (int)digits, x->text + c.fraction);
	size_t end = c.am || c.pm ? c.end : zone_read(x, c.end, zone);
	if (end > c.end)
		snprintf(canon + n, 40 - (size_t)n, "%s", zone);
	*quality = c.bare ? 45 : c.am || c.pm || c.word || end > c.end ? 95 : c.second >= 0 ? 85 : 75;
	return end;
}

size_t scan_time(struct scan *x, size_t i)
{
	char canon[40];
	uint8_t quality;
	size_t end = time_read(x, i, canon, &quality);
	if (!end || (x->text[end] == '.' && is_digit_at(x, end + 1)))
		return 0;
	span_emit(x, (struct span){ .type = SPAN_TIME, .quality = quality, .canon = span_keep(x, canon) }, i, end);
	/* "8:00 PM-9:00 PM" */
	size_t next = dash_at(x, end) ? end + dash_at(x, end) : 0;
	return next && is_digit_at(x, next) && (next = scan_time(x, next)) != 0 ? next : end;
}

/* ---- lengths of time */

/* "1:02.35", "12:31.4", "1:02:03.5": minutes and seconds of a race, a call. */
static size_t lap_read(const struct scan *x, size_t i)
{
	size_t end = digits_end(x, i);
	int parts = 0, value;
	if (end == i || end - i > 3)
		return 0;
	while (x->text[end] == ':' && pair_read(x, end + 1, 60, &value)) {
		end += 3;
		parts++;
	}
	if (!parts || (x->text[end] != '.' && x->text[end] != ',') || !is_digit_at(x, end + 1))
		return 0;
	end = digits_end(x, end + 1);
	return edge_at(x, end) ? end : 0;
}

struct length { /* ISO 8601: years, months, weeks, days; then hours, minutes, seconds */
	char date[48], time[48];
};

static void length_add(struct length *l, const struct number *n, int unit)
{
	static const char letters[] = { 'S', 'M', 'H', 'D', 'W', 'M', 'Y' };
	char *to = unit <= UNIT_HOUR ? l->time : l->date;
	size_t used = strlen(to), digits = strlen(n->canon);
	if (used + digits + 2 > sizeof(l->date))
		return; /* no length of time has so many figures */
	memcpy(to + used, n->canon, digits);
	to[used + digits] = letters[unit];
	to[used + digits + 1] = 0;
}

static int unit_at(const struct scan *x, size_t i, size_t *end)
{
	static const char letters[] = "smhd";
	*end = letters_end(x, i);
	if (*end == i || *end - i > 24)
		return -1;
	int unit = locale_unit(low_text(x, i, *end));
	if (unit < 0 && *end - i > 2 && *end - i <= 4 && x->low[*end - 1] == 's') /* "mins", "hrs" */
		unit = locale_unit(low_text(x, i, *end - 1));
	const char *one = *end - i == 1 ? strchr(letters, x->low[i]) : NULL;
	return unit >= 0 ? unit : one ? (int)(one - letters) : -1;
}

/* "1 hour hr": what is written for eyes and said for ears. */
static size_t unit_again(const struct scan *x, size_t i, int unit)
{
	size_t end, at = skip_blank(x, i);
	return at > i && unit_at(x, at, &end) == unit && end - at > 1 ? end : i;
}

/* "1 h 05": two digits behind hours are minutes. */
static size_t bare_minutes(const struct scan *x, size_t i, struct length *l)
{
	int minutes;
	size_t at = skip_blank(x, i), end = pair_read(x, at, 60, &minutes), unit;
	struct number n;
	if (at == i || !end || unit_at(x, skip_blank(x, end), &unit) >= 0 || !edge_at(x, end) || !number_read(x, at, &n))
		return 0;
	length_add(l, &n, UNIT_MINUTE);
	return end;
}

/* A letter is a unit right at its number; with a blank between, hours with minutes behind and minutes behind hours are. */
static bool letter_suits(const struct scan *x, int unit, size_t end, int parts)
{
	return (unit == UNIT_HOUR && is_digit_at(x, skip_blank(x, end))) || (unit == UNIT_MINUTE && parts > 0);
}

/* "10 business days": what kind of days they are. */
static size_t kind_skip(const struct scan *x, size_t i)
{
	static const char *const kinds[] = { "business", "working", "calendar", "consecutive", "banking", "full", "volle", "календарных",
		"рабочих", NULL };
	size_t n = any_word_at(x, i, kinds);
	return n && x->text[i + n] == ' ' ? i + n + 1 : i;
}

/* "10 giorni lavorativi" */
static size_t kind_behind(const struct scan *x, size_t end)
{
	static const char *const kinds[] = { "lavorativi", "hábiles", "naturales", "laborables", "ouvrables", "ouvrés", "calendaires", "úteis", "corridos", "roboczych", NULL };
	size_t at = skip_blank(x, end), n = at > end ? any_word_at(x, at, kinds) : 0;
	return n ? at + n : end;
}

/* "30 days", "1h 30min", "2 Jahre und 6 Monate". */
static size_t units_read(const struct scan *x, size_t i, struct length *l, int *parts)
{
	static const char *const and_words[] = { "and", "und", "et", "y", "e", "en", "i", "och", "og", NULL };
	size_t at = i, done = 0, end;
	while (is_digit_at(x, at)) {
		struct number n;
		if (!number_read(x, at, &n) || n.negative)
			break;
		size_t from = skip_blank(x, dash_at(x, n.end) ? n.end + dash_at(x, n.end) : n.end);
		from = kind_skip(x, from);
		int unit = unit_at(x, from, &end);
		if (unit < 0 || (end - from == 1 && from > n.end && !letter_suits(x, unit, end, *parts)))
			break;
		bool spaced = end - from == 1 && from > n.end && *parts == 0;
		length_add(l, &n, unit);
		end = kind_behind(x, unit_again(x, end, unit));
		++*parts;
		size_t bare = unit == UNIT_HOUR && *parts == 1 ? bare_minutes(x, end, l) : 0;
		if (bare)
			return bare; /* as well a time of day */
		done = spaced ? 0 : end; /* "1 h" alone is no length */
		at = skip_blank(x, x->text[end] == '.' || x->text[end] == ',' ? end + 1 : end);
		size_t n_and = any_word_at(x, at, and_words);
		at = n_and ? skip_blank(x, at + n_and) : at;
	}
	if (*parts == 1 && done > 0 && char_is_digit(before_char(x, done - 1)))
		return 0; /* "5m", "3s", "10h" alone: metres, a size, a code */
	return done;
}

/* "Time5 minutes": markup that shows a label and its value side by side leaves no blank between them. */
static bool glued_to_label(const struct scan *x, size_t i)
{
	size_t n = 0, end;
	while (n < i && x->low[i - 1 - n] >= 'a' && x->low[i - 1 - n] <= 'z' && x->text[i - 1 - n] == x->low[i - 1 - n])
		n++;
	struct number number;
	bool word = n == i || !char_is_alnum(before_char(x, i - n)) || char_is_upper((unsigned char)x->text[i - n - 1]);
	return n >= 3 && word && number_read(x, i, &number) && unit_at(x, skip_blank(x, number.end), &end) >= 0 &&
	       end - skip_blank(x, number.end) >= 3;
}

/* Does a number in words go on at position i: "hundred | eighty", "twenty-|four"? */
static bool amid_number(const struct scan *x, size_t i)
{
	size_t end = i, from;
	if (i && x->text[i - 1] == '-')
		return i > 1 && x->low[i - 2] >= 'a' && x->low[i - 2] <= 'z';
	for (int words = 0; words < 2; words++) { /* "hundred and | eighty" */
		while (end && x->text[end - 1] == ' ')
			end--;
		for (from = end; from && x->low[from - 1] >= 'a' && x->low[from - 1] <= 'z'; from--)
			;
		struct str w = low_text(x, from, end);
		if (str_eq_z(w, "hundred"))
			return true;
		if (!str_eq_z(w, "and"))
			return false;
		end = from;
	}
	return false;
}

/* "thirty", "twenty-four", "one hundred and eighty": the number that words from position i say, 0 if none; *end is where they end. */
static int spelled_number(const struct scan *x, size_t i, size_t *end)
{
	int value = 0;
	for (size_t at = i, stop; (stop = letters_end(x, at)) > at; at = stop + 1) {
		struct str w = low_text(x, at, stop);
		int n = locale_number(w);
		if (n && (!value || (n < 10 && value % 10 == 0) || (n < 100 && value % 100 == 0)))
			value += n;
		else if (value > 0 && value < 100 && str_eq_z(w, "hundred"))
			value *= 100;
		else if (!(value && value % 100 == 0 && str_eq_z(w, "and")))
			break;
		if (!str_eq_z(w, "and"))
			*end = stop;
		if (x->text[stop] != ' ' && x->text[stop] != '-')
			break;
	}
	return value;
}

/* "thirty days", "two (2) years", "trois mois": a number in words, and in brackets once more. */
size_t scan_spelled_duration(struct scan *x, size_t i)
{
	char iso[32];
	size_t end = i, unit_end;
	int value = edge_before(x, i) && !amid_number(x, i) ? spelled_number(x, i, &end) : 0;
	if (!value)
		return 0;
	size_t at = skip_blank(x, end), close = x->text[at] == '(' ? digits_end(x, at + 1) : at;
	if (close > at + 1 && x->text[close] == ')')
		at = skip_blank(x, close + 1);
	else if (close != at)
		return 0;
	at = kind_skip(x, at);
	int unit = at > end ? unit_at(x, at, &unit_end) : -1;
	if (unit < 0 || unit_end - at < 3)
		return 0;
	static const char *const forms[] = { "PT%dS", "PT%dM", "PT%dH", "P%dD", "P%dW", "P%dM", "P%dY" };
	snprintf(iso, sizeof(iso), forms[unit], value);
	span_emit(x, (struct span){ .type = SPAN_DURATION, .quality = 80, .extra = span_keep(x, iso) }, i, unit_end);
	return 0; /* its words may be part of a name */
}

size_t scan_duration(struct scan *x, size_t i)
{
	struct length l = { "", "" };
	char iso[100];
	int parts = 0;
	size_t end = edge_before(x, i) ? lap_read(x, i) : 0;
	if (end) {
		span_emit(x, (struct span){ .type = SPAN_DURATION, .quality = 80 }, i, end);
		return end;
	}
	end = edge_before(x, i) || glued_to_label(x, i) ? units_read(x, i, &l, &parts) : 0;
	if (!end)
		return 0;
	snprintf(iso, sizeof(iso), "P%s%s%s", l.date, *l.time ? "T" : "", l.time);
	span_emit(x, (struct span){ .type = SPAN_DURATION, .quality = 80, .extra = span_keep(x, iso) }, i, end);
	return parts > 1 ? end : 0; /* one number may be wanted bare */
}
